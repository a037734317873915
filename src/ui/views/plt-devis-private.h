/* What plt-devis-model.c and plt-devis-edit.c share. */
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
};

const char *plt_devis_column_id (guint column); /* of budget_line, NULL for a computed one */
const PltColumn *plt_devis_table_column (guint column); /* (nullable) */
/* The column of `budget` that cell is, NULL for none. */
const char *plt_devis_budget_column (const PltDevisRow *row, guint column);

/* plt-devis-cells.c */
void plt_devis_get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell);
char *plt_devis_get_edit_text (PltGridModel *model, guint row, guint column);
gboolean plt_devis_get_number (PltGridModel *model, guint row, guint column, gint64 *number);
const char *plt_devis_total_title (PltDevisKind kind);
PltValue plt_devis_line_value (const PltLineFacts *line, guint column);

/* plt-devis-edit.c */
gboolean
plt_devis_set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error);
gboolean plt_devis_set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error);
gboolean plt_devis_insert_rows (PltGridModel *model, guint at, guint n, GError **error);
gboolean plt_devis_delete_rows (PltGridModel *model, guint first, guint n, GError **error);
gboolean plt_devis_move_rows (PltGridModel *model, guint first, guint n, guint to, GError **error);

G_END_DECLS
