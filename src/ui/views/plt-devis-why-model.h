/* PltDevisWhyModel: the parts of a total as rows of a grid, opened one by one. Knows no widget. */
#pragma once

#include "plt-devis-why.h"
#include "plt-grid-model.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_DEVIS_WHY_LABEL,
  PLT_DEVIS_WHY_VALUE,
  PLT_DEVIS_WHY_SHARE,
  PLT_DEVIS_WHY_HOW,
  PLT_DEVIS_WHY_N_COLUMNS,
} PltDevisWhyColumn;

#define PLT_TYPE_DEVIS_WHY_MODEL (plt_devis_why_model_get_type ())
G_DECLARE_FINAL_TYPE (PltDevisWhyModel, plt_devis_why_model, PLT, DEVIS_WHY_MODEL, GObject)

PltDevisWhyModel *plt_devis_why_model_new (PltSession *session);
/* root (nullable): its parts become the rows. */
void plt_devis_why_model_show (PltDevisWhyModel *self, const PltBudget *budget, PltDevisPart *root);
PltDevisPart *plt_devis_why_model_get_part (PltDevisWhyModel *self, guint row); /* (nullable) */

G_END_DECLS
