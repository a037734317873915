/* What the files of PltFinanceModel share. */
#pragma once

#include "plt-finance-model.h"

G_BEGIN_DECLS

struct _PltFinanceModel
{
  GObject parent;

  PltSession *session;
  GArray *rows; /* of PltFinanceRow */
  GArray *keys; /* of gint64 */
  guint folded; /* bit of the group by its place among the choices */
  char *search; /* (nullable) */

  PltFinancePlan *plan; /* of the session */
  PltFacts trial_facts; /* those of the session but for `trial_items` */
  PltFundingFacts *trial_items;
  PltFinancePlan *trial; /* (nullable): of what is being typed */
};

/* plt-finance-model.c */
void plt_finance_rebuild (PltFinanceModel *self);
gboolean plt_finance_counts (const PltFinanceRow *row);

/* plt-finance-cells.c */
void plt_finance_get_column (PltGridModel *model, guint column, PltGridColumn *out);
const PltColumn *plt_finance_table_column (guint column); /* (nullable) */
void plt_finance_get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell);
char *plt_finance_get_edit_text (PltGridModel *model, guint row, guint column);
gboolean plt_finance_get_number (PltGridModel *model, guint row, guint column, gint64 *number);
/* A value read for a column, into facts of one's own; FALSE for a column that no figure reads. */
gboolean plt_finance_put_value (PltFundingFacts *source, guint column, const PltValue *value);

/* plt-finance-edit.c */
gboolean plt_finance_set_text (
    PltGridModel *model, guint row, guint column, const char *text, GError **error);
gboolean plt_finance_set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error);
gboolean plt_finance_insert_rows (PltGridModel *model, guint at, guint n, GError **error);
gboolean plt_finance_delete_rows (PltGridModel *model, guint first, guint n, GError **error);
gboolean
plt_finance_move_rows (PltGridModel *model, guint first, guint n, guint to, GError **error);

G_END_DECLS
