/* PltFinanceModel: the plan de financement as a grid: sources by group with the total and share of
 * each group, the whole, and what is missing or too much against the devis. Knows no widget. Each
 * change is one command.
 *
 * A refused source is shown and counts nothing. Shares are of the devis. */
#pragma once

#include "plt-devis-figures.h"
#include "plt-grid-model.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_FINANCE_COLUMN_NAME,
  PLT_FINANCE_COLUMN_NATURE,
  PLT_FINANCE_COLUMN_AMOUNT,
  PLT_FINANCE_COLUMN_SHARE,
  PLT_FINANCE_COLUMN_STATUS,
  PLT_FINANCE_COLUMN_DATE,
  PLT_FINANCE_COLUMN_VAT,
  PLT_FINANCE_COLUMN_NOTE,
  PLT_FINANCE_COLUMN_GROUP,
  PLT_FINANCE_N_COLUMNS,
} PltFinanceColumn;

typedef enum
{
  PLT_FINANCE_GROUP,
  PLT_FINANCE_SOURCE,
  PLT_FINANCE_TOTAL,
  PLT_FINANCE_GAP,
} PltFinanceKind;

typedef struct
{
  PltFinanceKind kind;
  gint64 key;
  const PltChoice *group;
  const PltFundingFacts *source;
  PltMoney total; /* of the group */
  gboolean expanded;
} PltFinanceRow;

#define PLT_TYPE_FINANCE_MODEL (plt_finance_model_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceModel, plt_finance_model, PLT, FINANCE_MODEL, GObject)

PltFinanceModel *plt_finance_model_new (PltSession *session);
const PltFinanceRow *plt_finance_model_get_row (PltFinanceModel *self, guint row); /* (nullable) */
const char *plt_finance_model_get_column_id (guint column); /* of funding_source, NULL: computed */
/* Row of a source, its group opened; -1 when it is not there. */
int plt_finance_model_reveal (PltFinanceModel *self, gint64 source);

G_END_DECLS
