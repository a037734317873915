/* The registry of kinds: one line a kind, in the order of the work. */
#include "plt-document-kinds-private.h"

/* clang-format off */
static const PltDocumentKind *const kinds[] = {
  &plt_document_scenario,
  &plt_document_scenario_annote,
  &plt_document_continuite,
  &plt_document_depouillement,
  &plt_document_sequences_par_decor,
  &plt_document_liste_roles,
  &plt_document_liste_elements,
  &plt_document_cahier_costumes,
  &plt_document_matrice_roles,
  &plt_document_statistiques,
  &plt_document_plan_de_travail,
  &plt_document_devis,
  &plt_document_tresorerie,
  &plt_document_feuille_de_service,
  NULL,
};
/* clang-format on */

/**
 * plt_document_kinds:
 *
 * Returns: (transfer none) (array zero-terminated=1): every kind of document
 */
const PltDocumentKind *const *
plt_document_kinds (void)
{
  return kinds;
}
