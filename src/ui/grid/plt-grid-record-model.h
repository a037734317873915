/* PltGridRecordModel: a table as a grid, over a GListModel of PltRecord.
 *
 * Columns, alignment, formats and choices come from the PltTable. What a person changes goes to the
 * functions of PltGridEditing, which whoever owns the store provides: without them the grid can
 * only be read. A refused change is a GError with a whole sentence. The model repaints by itself
 * when a record of its table changes, and splices with the list.
 *
 * Signal: typing (PltRecord *, const PltColumn *, const char *): the text in the editor of a cell,
 * at each keystroke; NULL when the typing ended, however it did. */
#pragma once

#include <gio/gio.h>

#include "plt-grid-model.h"
#include "plt-record.h"

G_BEGIN_DECLS

/**
 * PltGridRecordEdit:
 * @record: (nullable): row to change, %NULL for a new one
 * @new_row: which of the new rows, from 0, when @record is %NULL
 * @column: what to change
 * @text: as typed
 */
typedef struct
{
  PltRecord *record;
  guint new_row;
  const PltColumn *column;
  const char *text;
} PltGridRecordEdit;

/**
 * PltGridEditing:
 * @commit: one cell
 * @commit_many: many cells and `n_new_rows` rows as one command
 * @insert: `n` empty rows before a record, at the end for %NULL
 * @remove: rows to delete
 * @move: rows to stand before a record, at the end for %NULL
 * @complete: what may be typed, %NULL for the choices of the column; the record is %NULL for a new
 *   row
 * @sort: another order; %NULL for the table's own
 * @user_data: for all of them
 *
 * Any of them may be %NULL. The struct is copied.
 */
typedef struct
{
  gboolean (*commit) (PltRecord *record,
                      const PltColumn *column,
                      const char *text,
                      gpointer user_data,
                      GError **error);
  gboolean (*commit_many) (const PltGridRecordEdit *edits,
                           guint n_edits,
                           guint n_new_rows,
                           gpointer user_data,
                           GError **error);
  gboolean (*insert) (PltRecord *before, guint n, gpointer user_data, GError **error);
  gboolean (*remove) (PltRecord *const *records, guint n, gpointer user_data, GError **error);
  gboolean (*move) (
      PltRecord *const *records, guint n, PltRecord *before, gpointer user_data, GError **error);
  GStrv (*complete) (PltRecord *record, const PltColumn *column, gpointer user_data);
  void (*sort) (const PltColumn *column, PltGridSort direction, gpointer user_data);
  gpointer user_data;
} PltGridEditing;

/* Row of a record, -1 when the list does not have it. */
typedef int (*PltGridFind) (gint64 id, gpointer user_data);

/* Adds style to a cell that is already filled: colours of effects, issues, links. */
typedef void (*PltGridDecorate) (PltRecord *record,
                                 const PltColumn *column,
                                 PltGridCell *cell,
                                 gpointer user_data);

#define PLT_TYPE_GRID_RECORD_MODEL (plt_grid_record_model_get_type ())
G_DECLARE_FINAL_TYPE (PltGridRecordModel, plt_grid_record_model, PLT, GRID_RECORD_MODEL, GObject)

PltGridRecordModel *
plt_grid_record_model_new (const PltTable *table, GListModel *records, const char *columns);
void
plt_grid_record_model_add_computed (PltGridRecordModel *self, const PltColumn *column, guint at);
void plt_grid_record_model_set_editing (PltGridRecordModel *self, const PltGridEditing *editing);
void plt_grid_record_model_set_decorate (PltGridRecordModel *self,
                                         PltGridDecorate decorate,
                                         gpointer user_data,
                                         GDestroyNotify destroy);
void
plt_grid_record_model_set_find (PltGridRecordModel *self, PltGridFind find, gpointer user_data);
void plt_grid_record_model_set_frozen (PltGridRecordModel *self, guint n_columns);
void plt_grid_record_model_set_sort (PltGridRecordModel *self,
                                     const PltColumn *column,
                                     PltGridSort direction);
PltRecord *plt_grid_record_model_get_record (PltGridRecordModel *self, guint row);
const PltColumn *plt_grid_record_model_get_table_column (PltGridRecordModel *self, guint column);

G_END_DECLS
