/* A rectangle of texts as tab-separated lines: what spreadsheets put on the clipboard. Knows no
 * GTK.
 *
 * A field that holds a tab, a line break or begins with a quotation mark is written between
 * quotation marks, and those inside are doubled, as LibreOffice and Excel do. Lines end with LF
 * (CRLF and CR are read too); the last line's end is optional and makes no further line. */
#pragma once

#include "plt-grid-selection.h"

G_BEGIN_DECLS

#define PLT_GRID_TABLE_MAX 4000000

/**
 * PltGridTable:
 * @n_rows: lines
 * @n_columns: fields of the longest line; shorter ones are filled up with ""
 * @cells: n_rows * n_columns texts, row after row, none %NULL
 */
typedef struct
{
  int n_rows;
  int n_columns;
  GPtrArray *cells;
} PltGridTable;

PltGridTable *plt_grid_table_new (int n_rows, int n_columns); /* filled with "" */
/* (nullable): "" is one empty cell, NULL for more than PLT_GRID_TABLE_MAX cells */
PltGridTable *plt_grid_table_parse (const char *tsv);
void plt_grid_table_free (PltGridTable *self);
const char *plt_grid_table_get (const PltGridTable *self, int row, int column);
void plt_grid_table_take (PltGridTable *self, int row, int column, char *text);
char *plt_grid_table_to_tsv (const PltGridTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltGridTable, plt_grid_table_free)

/**
 * PltGridEdit:
 * @row: row, or one beyond the last for a row to be added
 * @column: column
 * @text: what to type there; belongs to whoever made the list
 *
 * One cell of a list of edits that are one command.
 */
typedef struct
{
  int row;
  int column;
  const char *text;
} PltGridEdit;

/**
 * PltGridPastePlan:
 * @edits: (element-type PltGridEdit): view coordinates, texts borrowed from the table
 * @target: the cells that will be selected
 * @n_new_rows: rows to add after the last
 * @n_lost: cells of the table that fall outside the grid
 */
typedef struct
{
  GArray *edits;
  PltGridRange target;
  int n_new_rows;
  int n_lost;
} PltGridPastePlan;

/**
 * plt_grid_paste_plan:
 * @table: what is pasted; must outlive the plan
 * @selection: where: its top left corner, or all of it when it is a multiple of the table
 * @n_rows: rows of the grid
 * @n_columns: shown columns of the grid
 * @can_append: whether rows can be added
 * @plan: (out caller-allocates): clear with plt_grid_paste_plan_clear()
 *
 * Lays a table over a selection as a spreadsheet does: one cell fills the selection, a table is
 * repeated in a selection that is a whole number of times larger, else it is put down once.
 */
void plt_grid_paste_plan (const PltGridTable *table,
                          const PltGridRange *selection,
                          int n_rows,
                          int n_columns,
                          gboolean can_append,
                          PltGridPastePlan *plan);
void plt_grid_paste_plan_clear (PltGridPastePlan *plan);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltGridPastePlan, plt_grid_paste_plan_clear)

G_END_DECLS
