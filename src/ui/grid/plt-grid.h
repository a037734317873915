/* PltGrid: the drawn spreadsheet widget.
 *
 * Shows a PltGridModel of any length, with a frozen header and frozen leading columns, in a
 * GtkScrolledWindow. It draws only what is visible, and knows no table, store or rule: it shows
 * what the model says and asks the model for every change (plt-grid-model.h). What is undoable,
 * valid or allowed is decided there.
 *
 * Keyboard: arrows, Home, End, PgUp, PgDn, with Ctrl to the edges and Shift to select; Tab and
 * Enter walk; typing replaces, F2 or Enter on a group or a double click edits; Escape gives up;
 * Delete empties; Ctrl+X, C, V, D (fill down), R (fill right), A; Shift+Space the row, Ctrl+Space
 * the column; Ctrl+Plus and Ctrl+Minus insert and delete rows; Alt+Shift+Up and Down move them;
 * Alt+Down opens the proposals; Space or Enter on a group opens and closes it, as do Alt+Left and
 * Alt+Right; Ctrl+Enter activates the cell; Menu or Shift+F10 the context menu; Ctrl+Tab leaves.
 *
 * What a model refuses stays in the editor with its sentence below it; nothing typed is lost.
 *
 * Assistive technology finds the cell with the cursor as a focused child (plt-grid-cursor.h).
 *
 * Actions, for menus and accelerators: grid.copy, grid.cut, grid.paste, grid.clear, grid.fill-down,
 * grid.fill-right, grid.insert-rows, grid.delete-rows, grid.move-rows-up, grid.move-rows-down,
 * grid.select-all, grid.edit, grid.sort-ascending, grid.sort-descending, grid.sort-none,
 * grid.hide-column, grid.show-columns, grid.column-left, grid.column-right, grid.fit-column.
 *
 * Rows and columns of this interface are those of the model. */
#pragma once

#include <gtk/gtk.h>

#include "plt-grid-model.h"

G_BEGIN_DECLS

#define PLT_TYPE_GRID (plt_grid_get_type ())
G_DECLARE_FINAL_TYPE (PltGrid, plt_grid, PLT, GRID, GtkWidget)

/**
 * PltGridShortcut:
 * @action: (nullable): an action of the grid; %NULL for a key that is no action
 * @accel: as gtk_accelerator_parse() reads it
 * @title: (nullable): N_() msgid; %NULL for a second key of the same
 */
typedef struct
{
  const char *action;
  const char *accel;
  const char *title;
} PltGridShortcut;

const PltGridShortcut *plt_grid_get_shortcuts (void); /* ends with { NULL }: an accel of NULL */

GtkWidget *plt_grid_new (PltGridModel *model);
void plt_grid_set_model (PltGrid *self, PltGridModel *model);
PltGridModel *plt_grid_get_model (PltGrid *self);
void plt_grid_set_row_numbers (PltGrid *self, gboolean row_numbers);
gboolean plt_grid_get_row_numbers (PltGrid *self);
/* Without one, columns cannot be sorted, moved or made wider with the mouse; the frozen rows say
 * what they are. */
void plt_grid_set_header (PltGrid *self, gboolean header);
/* At least that high: for a grid beside something whose head is. */
void plt_grid_set_header_height (PltGrid *self, int height);
int plt_grid_get_row_height (PltGrid *self);
void plt_grid_set_new_row (PltGrid *self, gboolean new_row);
gboolean plt_grid_get_new_row (PltGrid *self);
void plt_grid_set_extra_menu (PltGrid *self, GMenuModel *menu);
GMenuModel *plt_grid_get_extra_menu (PltGrid *self);

gboolean plt_grid_get_cursor (PltGrid *self, guint *row, guint *column);
void plt_grid_set_cursor (PltGrid *self, guint row, guint column);
void plt_grid_select (PltGrid *self, guint row, guint column, guint n_rows, guint n_columns);
gboolean plt_grid_get_selected_rows (PltGrid *self, guint *first, guint *n);
/* Rows that what stands beside the grid shows as chosen, coloured as a selection is until the next
 * call; copied. (element-type guint) (nullable) */
void plt_grid_set_marked_rows (PltGrid *self, const GArray *rows);
gboolean plt_grid_is_marked_row (PltGrid *self, guint row);
const char *plt_grid_get_selection_summary (PltGrid *self);

gboolean plt_grid_edit (PltGrid *self);
gboolean plt_grid_commit_edit (PltGrid *self);
void plt_grid_cancel_edit (PltGrid *self);
gboolean plt_grid_is_editing (PltGrid *self);
void plt_grid_show_notice (PltGrid *self, const char *sentence);

char *plt_grid_get_layout (PltGrid *self);
void plt_grid_set_layout (PltGrid *self, const char *layout);

G_END_DECLS
