/* PltFinanceModel: the plan de financement as a grid: sources by group with the total and share of
 * each group, the whole, and what is missing or too much against the devis. Knows no widget. Each
 * change is one command.
 *
 * A refused source is shown and counts nothing. Shares are of the devis. A source that mirrors the
 * devis carries a chain: its amount is not typed until the mirror is broken off.
 *
 * What is being typed as an amount, a nature or a status shows at once what it makes of every total
 * (plt_finance_model_try()); nothing is written.
 *
 * Signal: tried (): the figures are others: of what is being typed, or of what is stored. */
#pragma once

#include "plt-devis-figures.h"
#include "plt-finance-plan.h"
#include "plt-grid-model.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_FINANCE_COLUMN_NAME,
  PLT_FINANCE_COLUMN_AMOUNT,
  PLT_FINANCE_COLUMN_SHARE,
  PLT_FINANCE_COLUMN_STATUS,
  PLT_FINANCE_COLUMN_FUNDER,
  PLT_FINANCE_COLUMN_LINE,
  PLT_FINANCE_COLUMN_NATURE,
  PLT_FINANCE_COLUMN_DATE,
  PLT_FINANCE_COLUMN_VAT,
  PLT_FINANCE_COLUMN_OWNERSHIP,
  PLT_FINANCE_COLUMN_COUNTRY,
  PLT_FINANCE_COLUMN_RANK,
  PLT_FINANCE_COLUMN_RIGHTS,
  PLT_FINANCE_COLUMN_WINDOW,
  PLT_FINANCE_COLUMN_TERRITORY,
  PLT_FINANCE_COLUMN_DOCUMENT,
  PLT_FINANCE_COLUMN_NOTE,
  PLT_FINANCE_COLUMN_KIND,
  PLT_FINANCE_COLUMN_ASKED,
  PLT_FINANCE_COLUMN_MIRROR,
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
  PltMoney amount; /* of the source, or of the group without what is refused; PLT_UNKNOWN */
  gboolean expanded;
} PltFinanceRow;

#define PLT_TYPE_FINANCE_MODEL (plt_finance_model_get_type ())
G_DECLARE_FINAL_TYPE (PltFinanceModel, plt_finance_model, PLT, FINANCE_MODEL, GObject)

PltFinanceModel *plt_finance_model_new (PltSession *session);
const PltFinanceRow *plt_finance_model_get_row (PltFinanceModel *self, guint row); /* (nullable) */
const char *plt_finance_model_get_column_id (guint column); /* of funding_source, NULL: computed */
/* Row of a source, its group opened; -1 when it is not there. */
int plt_finance_model_reveal (PltFinanceModel *self, gint64 source);
/* The figures the rows show: those of the session, or of what is being typed. */
const PltFinancePlan *plt_finance_model_get_plan (PltFinanceModel *self);
gboolean plt_finance_model_is_trying (PltFinanceModel *self);
/* The same cell as plt_grid_model_try_text(). */
gboolean plt_finance_model_try (
    PltFinanceModel *self, guint row, guint column, const char *text, GError **error);
void plt_finance_model_set_search (PltFinanceModel *self, const char *text);

/* ---- commands ---- */

/* A copy of each source behind the last of them, with its instalments. The id of the last copy, 0
 * with a sentence. */
gint64 plt_finance_model_duplicate (PltFinanceModel *self, guint first, guint n, GError **error);
/* The amount that the mirror shows becomes one of its own. */
gboolean plt_finance_model_break_mirror (PltFinanceModel *self, guint row, GError **error);

/* Whether the exceptions for difficult works hold for the production. */
gboolean plt_finance_is_difficult (const PltFacts *facts);
/* "12 400,00 € are missing, that is 11 % of the budget." */
char *plt_finance_plan_gap_text (const PltFinancePlan *plan);

G_END_DECLS
