/* The kinds, one const struct a file. */
#pragma once

#include "plt-document-kind.h"

extern const PltDocumentKind plt_document_continuite, plt_document_depouillement,
    plt_document_scenario, plt_document_scenario_annote, plt_document_plan_de_travail,
    plt_document_devis, plt_document_tresorerie, plt_document_feuille_de_service;
