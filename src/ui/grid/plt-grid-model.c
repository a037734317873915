#include "config.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"
#include "plt-grid-model.h"
#include "plt-number.h"

enum
{
  ROWS_CHANGED,
  CELLS_CHANGED,
  COLUMNS_CHANGED,
  SORT_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (PltGridModel, plt_grid_model, G_TYPE_OBJECT)

#define IFACE(self) PLT_GRID_MODEL_GET_IFACE (self)

static void
plt_grid_model_default_init (PltGridModelInterface *iface)
{
  signals[ROWS_CHANGED]
      = g_signal_new ("rows-changed", PLT_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);
  signals[CELLS_CHANGED]
      = g_signal_new ("cells-changed", PLT_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                      G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[COLUMNS_CHANGED] = g_signal_new ("columns-changed", PLT_TYPE_GRID_MODEL,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SORT_CHANGED] = g_signal_new ("sort-changed", PLT_TYPE_GRID_MODEL, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
plt_grid_cell_take_text (PltGridCell *cell, char *text)
{
  g_free (cell->owned);
  cell->owned = text;
  cell->text = text != NULL ? text : "";
}

void
plt_grid_cell_take_message (PltGridCell *cell, char *message)
{
  g_free (cell->owned_message);
  cell->owned_message = message;
  cell->message = message;
}

void
plt_grid_cell_clear (PltGridCell *cell)
{
  g_free (cell->owned);
  g_free (cell->owned_message);
  *cell = (PltGridCell) PLT_GRID_CELL_INIT;
}

guint
plt_grid_model_get_n_rows (PltGridModel *self)
{
  return IFACE (self)->get_n_rows (self);
}

guint
plt_grid_model_get_n_columns (PltGridModel *self)
{
  return IFACE (self)->get_n_columns (self);
}

guint
plt_grid_model_get_n_frozen_rows (PltGridModel *self)
{
  PltGridModelInterface *iface = PLT_GRID_MODEL_GET_IFACE (self);

  return iface->get_n_frozen_rows != NULL ? iface->get_n_frozen_rows (self) : 0;
}

void
plt_grid_model_get_column (PltGridModel *self, guint column, PltGridColumn *out)
{
  *out = (PltGridColumn){ 0 };
  IFACE (self)->get_column (self, column, out);
}

gint64
plt_grid_model_get_key (PltGridModel *self, guint row)
{
  return IFACE (self)->get_key (self, row);
}

void
plt_grid_model_get_cell (PltGridModel *self, guint row, guint column, PltGridCell *cell)
{
  IFACE (self)->get_cell (self, row, column, cell);
}

void
plt_grid_model_get_row (PltGridModel *self, guint row, PltGridRow *out)
{
  *out = (PltGridRow){ 0 };
  if (IFACE (self)->get_row != NULL)
    IFACE (self)->get_row (self, row, out);
}

int
plt_grid_model_find_key (PltGridModel *self, gint64 key)
{
  guint n_rows = plt_grid_model_get_n_rows (self);

  if (IFACE (self)->find_key != NULL)
    return IFACE (self)->find_key (self, key);
  for (guint row = 0; row < n_rows; row++)
    if (plt_grid_model_get_key (self, row) == key)
      return (int) row;
  return -1;
}

char *
plt_grid_model_get_edit_text (PltGridModel *self, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  if (IFACE (self)->get_edit_text != NULL)
    return IFACE (self)->get_edit_text (self, row, column);
  plt_grid_model_get_cell (self, row, column, &cell);
  return g_strdup (cell.text);
}

gboolean
plt_grid_model_get_number (PltGridModel *self, guint row, guint column, gint64 *number)
{
  return IFACE (self)->get_number != NULL && IFACE (self)->get_number (self, row, column, number);
}

char *
plt_grid_model_format_number (PltGridModel *self, guint column, gint64 number)
{
  if (IFACE (self)->format_number != NULL)
    return IFACE (self)->format_number (self, column, number);
  return plt_number_format (number, 0, 0);
}

/**
 * plt_grid_model_get_completions:
 *
 * Returns: (transfer full) (nullable): what may be typed in the cell
 */
GStrv
plt_grid_model_get_completions (PltGridModel *self, guint row, guint column)
{
  return IFACE (self)->get_completions != NULL ? IFACE (self)->get_completions (self, row, column)
                                               : NULL;
}

gboolean
plt_grid_model_refuse (GError **error)
{
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
                       _ ("This table can only be read here."));
  return FALSE;
}

/**
 * plt_grid_model_set_text:
 * @text: as typed
 *
 * Asks for one cell to become what was typed. When it is accepted the model says so by a signal.
 *
 * Returns: FALSE with a whole sentence: nothing changed, the text stays in the editor
 */
gboolean
plt_grid_model_set_text (
    PltGridModel *self, guint row, guint column, const char *text, GError **error)
{
  if (IFACE (self)->set_text == NULL)
    return plt_grid_model_refuse (error);
  return IFACE (self)->set_text (self, row, column, text, error);
}

/**
 * plt_grid_model_try_text:
 * @text: (nullable): what is being typed, %NULL when it ended
 *
 * Returns: FALSE with a sentence when the text could not be the cell's; TRUE for a model that does
 * not look at what is being typed
 */
gboolean
plt_grid_model_try_text (
    PltGridModel *self, guint row, guint column, const char *text, GError **error)
{
  return IFACE (self)->try_text == NULL || IFACE (self)->try_text (self, row, column, text, error);
}

/**
 * plt_grid_model_set_many:
 * @edits: (array length=n_edits): cells in model coordinates
 * @n_new_rows: rows to add at the end first
 *
 * Asks for many cells to change as one command: all of them or none.
 *
 * Returns: FALSE with a whole sentence: nothing changed
 */
gboolean
plt_grid_model_set_many (
    PltGridModel *self, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  if (IFACE (self)->set_many == NULL)
    return plt_grid_model_refuse (error);
  return IFACE (self)->set_many (self, edits, n_edits, n_new_rows, error);
}

gboolean
plt_grid_model_insert_rows (PltGridModel *self, guint at, guint n, GError **error)
{
  if (IFACE (self)->insert_rows == NULL)
    return plt_grid_model_refuse (error);
  return IFACE (self)->insert_rows (self, at, n, error);
}

gboolean
plt_grid_model_delete_rows (PltGridModel *self, guint first, guint n, GError **error)
{
  if (IFACE (self)->delete_rows == NULL)
    return plt_grid_model_refuse (error);
  return IFACE (self)->delete_rows (self, first, n, error);
}

gboolean
plt_grid_model_move_rows (PltGridModel *self, guint first, guint n, guint to, GError **error)
{
  if (IFACE (self)->move_rows == NULL)
    return plt_grid_model_refuse (error);
  return IFACE (self)->move_rows (self, first, n, to, error);
}

gboolean
plt_grid_model_toggle (PltGridModel *self, guint row, guint column, GError **error)
{
  return IFACE (self)->toggle != NULL && IFACE (self)->toggle (self, row, column, error);
}

void
plt_grid_model_sort (PltGridModel *self, guint column, PltGridSort direction)
{
  if (IFACE (self)->sort != NULL)
    IFACE (self)->sort (self, column, direction);
}

PltGridSort
plt_grid_model_get_sort (PltGridModel *self, guint *column)
{
  *column = 0;
  return IFACE (self)->get_sort != NULL ? IFACE (self)->get_sort (self, column)
                                        : PLT_GRID_SORT_NONE;
}

guint
plt_grid_model_get_abilities (PltGridModel *self)
{
  return IFACE (self)->get_abilities != NULL ? IFACE (self)->get_abilities (self)
                                             : PLT_GRID_CAN_NOTHING;
}

gboolean
plt_grid_model_is_editable (PltGridModel *self, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  PltGridColumn description;

  plt_grid_model_get_column (self, column, &description);
  if ((description.flags & PLT_GRID_COLUMN_EDITABLE) == 0)
    return FALSE;
  plt_grid_model_get_cell (self, row, column, &cell);
  return (cell.flags & PLT_GRID_CELL_READONLY) == 0;
}

void
plt_grid_model_rows_changed (PltGridModel *self, guint position, guint removed, guint added)
{
  g_signal_emit (self, signals[ROWS_CHANGED], 0, position, removed, added);
}

void
plt_grid_model_cells_changed (PltGridModel *self, guint position, guint n_rows)
{
  g_signal_emit (self, signals[CELLS_CHANGED], 0, position, n_rows);
}

void
plt_grid_model_columns_changed (PltGridModel *self)
{
  g_signal_emit (self, signals[COLUMNS_CHANGED], 0);
}

void
plt_grid_model_sort_changed (PltGridModel *self)
{
  g_signal_emit (self, signals[SORT_CHANGED], 0);
}
