/* PltGridModel: what a grid shows and what may be done to it. An interface without GTK.
 *
 * The model computes, the grid shows and passes on intentions: plt_grid_model_set_text() asks for a
 * change, and the grid repaints when the model says with a signal that something changed. Nothing
 * here is called from another thread.
 *
 * Rows and columns are those of the model. Every row has a key that stays the same while rows
 * around it come and go, so that cursor and selection stay where the user put them. Group and total
 * rows are ordinary rows of another kind.
 *
 * Signals:
 *   rows-changed (position, removed, added)   after the rows changed, like GListModel
 *   cells-changed (position, n_rows)          texts, styles or kinds of these rows changed
 *   columns-changed ()                        columns came, went or were renamed
 *   sort-changed ()                           plt_grid_model_get_sort() gives something else
 *
 * Strings of PltGridColumn belong to the model and hold until `columns-changed`. A text that a cell
 * borrows holds until the next call on the model; one built for the occasion goes in `owned`. */
#pragma once

#include <glib-object.h>

#include "plt-grid-tsv.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_GRID_ALIGN_START,
  PLT_GRID_ALIGN_CENTER,
  PLT_GRID_ALIGN_END,
} PltGridAlign;

/**
 * PltGridColumnFlags:
 * @PLT_GRID_COLUMN_FROZEN: stays at the left
 * @PLT_GRID_COLUMN_EDITABLE: can be typed in, cells marked read-only excepted
 * @PLT_GRID_COLUMN_NUMBER: figures, counted and summed through get_number()
 * @PLT_GRID_COLUMN_CHOICES: only one of the completions can be meant
 * @PLT_GRID_COLUMN_TOGGLE: Space and a double click turn the cell over through toggle()
 * @PLT_GRID_COLUMN_HIDDEN: not shown unless asked for
 * @PLT_GRID_COLUMN_UNSORTED: a click on the header does not sort
 * @PLT_GRID_COLUMN_EDGE: a strong rule at its left: a group of columns begins
 * @PLT_GRID_COLUMN_TREE: the triangles of groups and the depth of rows stand there; without such a
 *   column in the first one shown
 * @PLT_GRID_COLUMN_WORDS: formulas: the completions are for the word at the caret
 */
typedef enum
{
  PLT_GRID_COLUMN_NORMAL = 0,
  PLT_GRID_COLUMN_FROZEN = 1 << 0,
  PLT_GRID_COLUMN_EDITABLE = 1 << 1,
  PLT_GRID_COLUMN_NUMBER = 1 << 2,
  PLT_GRID_COLUMN_CHOICES = 1 << 3,
  PLT_GRID_COLUMN_TOGGLE = 1 << 4,
  PLT_GRID_COLUMN_HIDDEN = 1 << 5,
  PLT_GRID_COLUMN_UNSORTED = 1 << 6,
  PLT_GRID_COLUMN_WORDS = 1 << 7,
  PLT_GRID_COLUMN_EDGE = 1 << 8,
  PLT_GRID_COLUMN_TREE = 1 << 9,
} PltGridColumnFlags;

/**
 * PltGridColumn:
 * @id: ASCII, without ':', ';' and a leading '-'; names the column in saved layouts
 * @title: in the user's language
 * @tooltip: (nullable): one sentence
 * @width: in characters
 * @unit: (nullable): of the numbers; only numbers of one unit are added up
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *tooltip;
  guint width;
  PltGridAlign align;
  guint flags; /* PltGridColumnFlags */
  const char *unit;
} PltGridColumn;

typedef enum
{
  PLT_GRID_ROW_NORMAL,
  PLT_GRID_ROW_GROUP,
  PLT_GRID_ROW_SUBTOTAL,
  PLT_GRID_ROW_TOTAL,
} PltGridRowKind;

/**
 * PltGridRow:
 * @kind: how it is drawn; what it may do is up to the cells
 * @level: depth, 0 at the top: indents the triangle
 * @expandable: shows a triangle and can be toggled
 * @expanded: its rows are in the model
 */
typedef struct
{
  PltGridRowKind kind;
  guint level;
  gboolean expandable;
  gboolean expanded;
} PltGridRow;

typedef enum
{
  PLT_GRID_CELL_NORMAL = 0,
  PLT_GRID_CELL_BOLD = 1 << 0,
  PLT_GRID_CELL_MUTED = 1 << 1,
  PLT_GRID_CELL_READONLY = 1 << 2, /* computed: cannot be typed in */
  PLT_GRID_CELL_INVALID = 1 << 3,  /* `message` says why */
  PLT_GRID_CELL_LINK = 1 << 4,     /* small chain: the value comes from elsewhere */
  PLT_GRID_CELL_SURFACE = 1 << 5,  /* an effect fills the whole cell */
  PLT_GRID_CELL_CENTER = 1 << 6,   /* the text stands in the middle, whatever its column says */
  PLT_GRID_CELL_TYPED = 1 << 7,    /* corner: typed over what follows by itself */
} PltGridCellFlags;

typedef enum
{
  PLT_GRID_FILL_NONE,
  PLT_GRID_FILL_INT_DAY,
  PLT_GRID_FILL_EXT_DAY,
  PLT_GRID_FILL_INT_NIGHT,
  PLT_GRID_FILL_EXT_NIGHT,
  PLT_GRID_FILL_DAWN,
  PLT_GRID_FILL_DUSK,
  PLT_GRID_FILL_WARNING, /* an issue; the text says which */
  PLT_GRID_FILL_ERROR,
  PLT_GRID_FILL_OFF,  /* greyed: there is nothing to do here */
  PLT_GRID_FILL_MARK, /* a mark of presence */
  PLT_GRID_FILL_WORK, /* presence: somebody works; the letter says it too */
  PLT_GRID_FILL_WAIT, /* waits, paid */
  PLT_GRID_FILL_MEET, /* a fitting, a rehearsal, a journey */
  PLT_GRID_FILL_SURE, /* money: it is acquired; the word says it too */
  PLT_GRID_FILL_PROMISED,
  PLT_GRID_FILL_ASKED,
  PLT_GRID_FILL_HOPED,
  PLT_GRID_N_FILLS,
} PltGridFill;

/**
 * PltGridCell:
 * @text: (not nullable): what is shown; borrowed, or the same as @owned
 * @owned: (nullable): freed by plt_grid_cell_clear()
 * @flags: PltGridCellFlags
 * @fill: swatch of an effect before the text, or background of an issue
 * @indent: steps of 16 pixels before the text
 * @span: columns that the cell covers, its neighbours of the model; 0 is 1. Each of the covered
 *   cells says the same, with its place in @before, and is never a frozen column
 * @before: how many columns further left the cell begins
 * @message: (nullable): tooltip: why the cell is invalid, or where a linked value comes from
 * @owned_message: (nullable): freed by plt_grid_cell_clear()
 */
typedef struct
{
  const char *text;
  char *owned;
  guint flags;
  PltGridFill fill;
  guint indent;
  guint span;
  guint before;
  const char *message;
  char *owned_message;
} PltGridCell;

#define PLT_GRID_CELL_INIT                                                                         \
  {                                                                                                \
    .text = ""                                                                                     \
  }

void plt_grid_cell_take_text (PltGridCell *cell, char *text);
void plt_grid_cell_take_message (PltGridCell *cell, char *message);
void plt_grid_cell_clear (PltGridCell *cell); /* back to PLT_GRID_CELL_INIT */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltGridCell, plt_grid_cell_clear)

typedef enum
{
  PLT_GRID_SORT_NONE, /* the model's own order */
  PLT_GRID_SORT_ASCENDING,
  PLT_GRID_SORT_DESCENDING,
} PltGridSort;

/**
 * PltGridAbilities:
 * @PLT_GRID_CAN_INSERT: insert_rows() works, and set_many() adds rows at the end
 * @PLT_GRID_CAN_DELETE: delete_rows() works
 * @PLT_GRID_CAN_MOVE: move_rows() works
 * @PLT_GRID_CAN_SORT: sort() works
 */
typedef enum
{
  PLT_GRID_CAN_NOTHING = 0,
  PLT_GRID_CAN_INSERT = 1 << 0,
  PLT_GRID_CAN_DELETE = 1 << 1,
  PLT_GRID_CAN_MOVE = 1 << 2,
  PLT_GRID_CAN_SORT = 1 << 3,
} PltGridAbilities;

#define PLT_TYPE_GRID_MODEL (plt_grid_model_get_type ())
G_DECLARE_INTERFACE (PltGridModel, plt_grid_model, PLT, GRID_MODEL, GObject)

/**
 * PltGridModelInterface:
 * @get_n_rows: number of rows
 * @get_n_columns: number of columns, constant between two `columns-changed`
 * @get_column: fills the description of a column (given zeroed)
 * @get_key: what stays the same of a row
 * @get_cell: fills one cell (given as PLT_GRID_CELL_INIT); called for each visible cell of a frame
 * @get_n_frozen_rows: (nullable): how many of the first rows stay at the top
 * @get_row: (nullable): fills the kind of a row (given zeroed: an ordinary one)
 * @find_key: (nullable): row of a key, -1 when there is none; without it the grid searches
 * @get_edit_text: (nullable): what the editor begins with and the clipboard gets; default: the text
 * @get_number: (nullable): the value of a number cell in the smallest unit; FALSE when it has none
 * @format_number: (nullable): a sum of the column's numbers as text
 * @get_completions: (nullable): what may be typed, or %NULL; the row is the number of rows for a
 * new one
 * @set_text: (nullable): asks for one cell to become what was typed
 * @try_text: (nullable): what is being typed in a cell, at each keystroke; %NULL when the typing
 * ended, however it did. Writes nothing; FALSE with the sentence that set_text() would answer
 * @set_many: (nullable): the same for many cells as one command: all of them or none. `n_new_rows`
 *   are added after the last row first, and addressed by edits as the rows that follow it
 * @insert_rows: (nullable): asks for new rows before row `at`
 * @delete_rows: (nullable): asks for rows to go
 * @move_rows: (nullable): asks for rows to stand before what is now row `to` (n_rows: at the end)
 * @toggle: (nullable): opens or closes a group, or turns a toggle cell over; FALSE when it is
 * neither
 * @sort: (nullable): asks for another order
 * @get_sort: (nullable): the order there is
 * @get_abilities: (nullable): PltGridAbilities
 *
 * Those that return a gboolean with an error refuse with a whole sentence and change nothing.
 */
struct _PltGridModelInterface
{
  GTypeInterface parent;

  guint (*get_n_rows) (PltGridModel *self);
  guint (*get_n_columns) (PltGridModel *self);
  void (*get_column) (PltGridModel *self, guint column, PltGridColumn *out);
  gint64 (*get_key) (PltGridModel *self, guint row);
  void (*get_cell) (PltGridModel *self, guint row, guint column, PltGridCell *cell);

  guint (*get_n_frozen_rows) (PltGridModel *self);
  void (*get_row) (PltGridModel *self, guint row, PltGridRow *out);
  int (*find_key) (PltGridModel *self, gint64 key);
  char *(*get_edit_text) (PltGridModel *self, guint row, guint column);
  gboolean (*get_number) (PltGridModel *self, guint row, guint column, gint64 *number);
  char *(*format_number) (PltGridModel *self, guint column, gint64 number);
  GStrv (*get_completions) (PltGridModel *self, guint row, guint column);
  gboolean (*set_text) (
      PltGridModel *self, guint row, guint column, const char *text, GError **error);
  gboolean (*try_text) (
      PltGridModel *self, guint row, guint column, const char *text, GError **error);
  gboolean (*set_many) (PltGridModel *self,
                        const PltGridEdit *edits,
                        guint n_edits,
                        guint n_new_rows,
                        GError **error);
  gboolean (*insert_rows) (PltGridModel *self, guint at, guint n, GError **error);
  gboolean (*delete_rows) (PltGridModel *self, guint first, guint n, GError **error);
  gboolean (*move_rows) (PltGridModel *self, guint first, guint n, guint to, GError **error);
  gboolean (*toggle) (PltGridModel *self, guint row, guint column, GError **error);
  void (*sort) (PltGridModel *self, guint column, PltGridSort direction);
  PltGridSort (*get_sort) (PltGridModel *self, guint *column);
  guint (*get_abilities) (PltGridModel *self);
};

guint plt_grid_model_get_n_rows (PltGridModel *self);
guint plt_grid_model_get_n_columns (PltGridModel *self);
guint plt_grid_model_get_n_frozen_rows (PltGridModel *self);
void plt_grid_model_get_column (PltGridModel *self, guint column, PltGridColumn *out);
gint64 plt_grid_model_get_key (PltGridModel *self, guint row);
void plt_grid_model_get_cell (PltGridModel *self, guint row, guint column, PltGridCell *cell);
void plt_grid_model_get_row (PltGridModel *self, guint row, PltGridRow *out);
int plt_grid_model_find_key (PltGridModel *self, gint64 key);
char *plt_grid_model_get_edit_text (PltGridModel *self, guint row, guint column);
gboolean plt_grid_model_get_number (PltGridModel *self, guint row, guint column, gint64 *number);
char *plt_grid_model_format_number (PltGridModel *self, guint column, gint64 number);
GStrv plt_grid_model_get_completions (PltGridModel *self, guint row, guint column);
gboolean plt_grid_model_set_text (
    PltGridModel *self, guint row, guint column, const char *text, GError **error);
gboolean plt_grid_model_try_text (
    PltGridModel *self, guint row, guint column, const char *text, GError **error);
gboolean plt_grid_model_set_many (
    PltGridModel *self, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error);
gboolean plt_grid_model_insert_rows (PltGridModel *self, guint at, guint n, GError **error);
gboolean plt_grid_model_delete_rows (PltGridModel *self, guint first, guint n, GError **error);
gboolean
plt_grid_model_move_rows (PltGridModel *self, guint first, guint n, guint to, GError **error);
gboolean plt_grid_model_toggle (PltGridModel *self, guint row, guint column, GError **error);
void plt_grid_model_sort (PltGridModel *self, guint column, PltGridSort direction);
PltGridSort plt_grid_model_get_sort (PltGridModel *self, guint *column);
guint plt_grid_model_get_abilities (PltGridModel *self);
gboolean plt_grid_model_is_editable (PltGridModel *self, guint row, guint column);

/* For implementations: FALSE with the sentence that the table can only be read. */
gboolean plt_grid_model_refuse (GError **error);
/* For implementations: emit the signals. */
void plt_grid_model_rows_changed (PltGridModel *self, guint position, guint removed, guint added);
void plt_grid_model_cells_changed (PltGridModel *self, guint position, guint n_rows);
void plt_grid_model_columns_changed (PltGridModel *self);
void plt_grid_model_sort_changed (PltGridModel *self);

G_END_DECLS
