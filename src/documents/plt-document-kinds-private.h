/* The kinds, one const struct a file. */
#pragma once

#include "plt-document-kind.h"

extern const PltDocumentKind plt_document_scenario;
extern const PltDocumentKind plt_document_scenario_annote;
extern const PltDocumentKind plt_document_continuite;
extern const PltDocumentKind plt_document_depouillement;
extern const PltDocumentKind plt_document_sequences_par_decor;
extern const PltDocumentKind plt_document_liste_roles;
extern const PltDocumentKind plt_document_liste_elements;
extern const PltDocumentKind plt_document_cahier_costumes;
extern const PltDocumentKind plt_document_matrice_roles;
extern const PltDocumentKind plt_document_statistiques;
extern const PltDocumentKind plt_document_plan_de_travail;
extern const PltDocumentKind plt_document_devis;
extern const PltDocumentKind plt_document_tresorerie;
extern const PltDocumentKind plt_document_feuille_de_service;
