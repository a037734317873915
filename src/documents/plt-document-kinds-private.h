/* The registry of kinds, one const struct a file: one line a kind, in the order of the work. */
#pragma once

#include "plt-document-kind.h"

/* clang-format off */
#define PLT_DOCUMENT_KINDS(KIND) \
  KIND (plt_document_scenario) \
  KIND (plt_document_scenario_annote) \
  KIND (plt_document_continuite) \
  KIND (plt_document_depouillement) \
  KIND (plt_document_sequences_par_decor) \
  KIND (plt_document_liste_roles) \
  KIND (plt_document_liste_elements) \
  KIND (plt_document_cahier_costumes) \
  KIND (plt_document_matrice_roles) \
  KIND (plt_document_statistiques) \
  KIND (plt_document_plan_de_travail) \
  KIND (plt_document_plan_de_travail_liste) \
  KIND (plt_document_plan_a_plat) \
  KIND (plt_document_dood) \
  KIND (plt_document_comparatif_plans) \
  KIND (plt_document_calendrier) \
  KIND (plt_document_devis) \
  KIND (plt_document_devis_recap) \
  KIND (plt_document_devis_comparatif) \
  KIND (plt_document_devis_ecarts) \
  KIND (plt_document_plan_de_financement) \
  KIND (plt_document_financeurs) \
  KIND (plt_document_credit_impot) \
  KIND (plt_document_bareme) \
  KIND (plt_document_tresorerie) \
  KIND (plt_document_scenarios) \
  KIND (plt_document_retroplanning) \
  KIND (plt_document_retroplanning_tableau) \
  KIND (plt_document_planning_postproduction) \
  KIND (plt_document_charge_equipes) \
  KIND (plt_document_feuille_de_service) \
  KIND (plt_document_convocation) \
  KIND (plt_document_jour_a_jour) \
  KIND (plt_document_feuille_de_mouvements) \
  KIND (plt_document_voyages) \
  KIND (plt_document_rapport_horaire) \
  KIND (plt_document_rapport_de_production) \
  KIND (plt_document_rapport_montage) \
  KIND (plt_document_registre_incidents) \
  KIND (plt_document_grille_conformite) \
  KIND (plt_document_releve_heures)
/* clang-format on */

#define PLT_DECLARE_KIND(name) extern const PltDocumentKind name;
PLT_DOCUMENT_KINDS (PLT_DECLARE_KIND)
#undef PLT_DECLARE_KIND
