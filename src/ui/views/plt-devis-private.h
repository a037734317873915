/* What the files of PltDevisModel share. */
#pragma once

#include "plt-devis-model.h"

G_BEGIN_DECLS

struct _PltDevisModel
{
  GObject parent;

  PltSession *session;
  GArray *rows;       /* of PltDevisRow */
  GArray *keys;       /* of gint64, as the grid knows them */
  GHashTable *places; /* key -> row + 1 */
  GHashTable *collapsed, *kept;
  gint64 budget; /* the one shown */
  gboolean hide_empty;
  char *search;
  PltFigures scale; /* days and length, as of the last rebuild */

  PltBudget *trial; /* (nullable): of what is being typed; kept while the session stays the same */
  gboolean trying;  /* the rows show the trial */
  char *wrong;      /* (nullable): why what is being typed cannot be computed */
};

void plt_devis_rebuild (PltDevisModel *self);
void plt_devis_forget_trial (PltDevisModel *self);

/* plt-devis-columns.c */
void plt_devis_get_column (PltGridModel *model, guint column, PltGridColumn *out);
const char *plt_devis_column_id (guint column); /* of budget_line, NULL for a computed one */
int plt_devis_find_column (const char *id);
const PltColumn *plt_devis_table_column (guint column); /* (nullable) */
const char *plt_devis_formula_id (guint column);        /* (nullable) */
const char *plt_devis_link_id (guint column);           /* (nullable) */
const char *plt_devis_link_text (const PltLineFacts *line, guint column);
const char *plt_devis_formula_text (const PltLineFacts *line, guint column);
gboolean plt_devis_cell_is_overridden (const PltLineFacts *line, guint column);
const char *plt_devis_budget_column (const PltDevisRow *row, guint column);

/* plt-devis-account-cells.c */
void plt_devis_get_account_cell (PltDevisModel *self,
                                 const PltDevisRow *row,
                                 guint column,
                                 PltGridCell *cell);
void plt_devis_get_total_cell (PltDevisModel *self,
                               const PltDevisRow *row,
                               guint column,
                               PltGridCell *cell);
void plt_devis_put_ratio (PltDevisModel *self, PltMoney amount, guint column, PltGridCell *cell);
char *plt_devis_get_percent_text (PltDevisModel *self, const PltDevisRow *row, guint column);

/* plt-devis-cells.c */
void plt_devis_get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell);
char *plt_devis_get_edit_text (PltGridModel *model, guint row, guint column);
gboolean plt_devis_get_number (PltGridModel *model, guint row, guint column, gint64 *number);
PltValue plt_devis_line_value (const PltLineFacts *line, guint column);
PltDevisFormula plt_devis_formula_at (PltDevisModel *self, const PltDevisRow *row, guint column);

/* plt-devis-try.c */
gboolean
plt_devis_try_text (PltGridModel *model, guint row, guint column, const char *text, GError **error);

/* plt-devis-edit.c */
gboolean
plt_devis_set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error);
gboolean plt_devis_set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error);
gboolean plt_devis_insert_rows (PltGridModel *model, guint at, guint n, GError **error);
gboolean plt_devis_delete_rows (PltGridModel *model, guint first, guint n, GError **error);
gboolean plt_devis_move_rows (PltGridModel *model, guint first, guint n, guint to, GError **error);

G_END_DECLS
