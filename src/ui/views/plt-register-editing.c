#include "plt-register-editing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-register-custom.h"
#include "plt-rows.h"

#define MAX_COMPLETIONS 400
#define PRESETS "plt-presets"
#define EDITOR "plt-editor"

/* What the callbacks of one grid model need; the model owns it. */
typedef struct
{
  PltSession *session;
  PltQueryModel *rows;
  PltGridRecordModel *model; /* which owns this */
  const PltTable *table;
  const PltRegisterCustom *custom; /* NULL for most tables */
} Editor;

static void
editor_free (Editor *self)
{
  g_object_unref (self->session);
  g_object_unref (self->rows);
  g_free (self);
}

static PltStore *
store_of (Editor *self)
{
  return plt_session_get_store (self->session);
}

/* ---- values new rows begin with ---- */

void
plt_register_set_preset (PltGridRecordModel *model, const char *column, const char *text)
{
  GHashTable *presets = g_object_get_data (G_OBJECT (model), PRESETS);

  if (presets == NULL)
    {
      presets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_data_full (G_OBJECT (model), PRESETS, presets,
                              (GDestroyNotify) g_hash_table_unref);
    }
  if (text == NULL || *text == '\0')
    g_hash_table_remove (presets, column);
  else
    g_hash_table_insert (presets, g_strdup (column), g_strdup (text));
}

gboolean
plt_register_apply_presets (PltGridRecordModel *model,
                            PltStore *store,
                            const PltTable *table,
                            PltBatch *batch,
                            GError **error)
{
  GHashTable *presets = g_object_get_data (G_OBJECT (model), PRESETS);
  GHashTableIter iter;
  const char *id, *text;

  if (presets == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, presets);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &text))
    {
      g_auto (PltValue) value = PLT_VALUE_INIT;

      if (!plt_store_parse_value (store, plt_table_column (table, id), text, &value, error))
        return FALSE;
      plt_batch_set_value (batch, id, &value);
    }
  return TRUE;
}

/* ---- changes ---- */

static gboolean
is_custom (Editor *self, PltRecord *record, const PltColumn *column, const char *text)
{
  return self->custom != NULL && self->custom->put != NULL
         && self->custom->handles (self->session, record, column, text);
}

gboolean
plt_register_may_change (PltSession *session, PltRecord *record, GError **error)
{
  const PltRegisterCustom *custom = plt_register_custom_find (plt_record_get_table (record)->id);

  return custom == NULL || custom->may_change == NULL
         || custom->may_change (session, record, error);
}

/* Whether filling that column empties others of its row. */
static gboolean
is_alternative (const PltTable *table, const PltColumn *column)
{
  const PltRegisterCustom *custom = plt_register_custom_find (table->id);

  return custom != NULL && custom->alternatives != NULL
         && g_strv_contains (custom->alternatives, column->id);
}

gboolean
plt_register_write_value (PltSession *session,
                          PltRecord *record,
                          const PltColumn *column,
                          const PltValue *value,
                          GError **error)
{
  PltStore *store = plt_session_get_store (session);
  const PltTable *table = plt_record_get_table (record);
  gint64 id = plt_record_get_id (record);
  const PltRegisterCustom *custom = plt_register_custom_find (table->id);
  g_autoptr (PltBatch) batch = NULL;
  g_autofree char *row = NULL;
  g_autofree char *label = NULL;

  if (!plt_register_may_change (session, record, error))
    return FALSE;
  if (value->kind == PLT_VALUE_NULL || !is_alternative (table, column))
    return plt_store_set_value (store, table->id, id, column->id, value, error);
  batch = plt_batch_new ();
  plt_batch_update (batch, table->id, id);
  for (guint i = 0; custom->alternatives[i] != NULL; i++)
    if (!g_str_equal (custom->alternatives[i], column->id))
      plt_batch_set_null (batch, custom->alternatives[i]);
  plt_batch_set_value (batch, column->id, value);
  row = plt_rows_label (store, table, id);
  label = g_strdup_printf (_ ("%s of %s %s"), plt_column_title (column), _ (table->singular), row);
  return plt_store_apply (store, label, NULL, batch, NULL, error);
}

gboolean
plt_register_write_cell (PltSession *session,
                         PltRecord *record,
                         const PltColumn *column,
                         const char *text,
                         GError **error)
{
  PltStore *store = plt_session_get_store (session);
  const PltTable *table = plt_record_get_table (record);
  gint64 id = plt_record_get_id (record);
  const PltRegisterCustom *custom = plt_register_custom_find (table->id);

  if (!plt_register_may_change (session, record, error))
    return FALSE;
  if (custom != NULL && custom->put != NULL && custom->handles (session, record, column, text))
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autofree char *row = plt_rows_label (store, table, id);
      /* Translators: a column and the name of a row: "Set of sequence 12" */
      g_autofree char *label = g_strdup_printf (_ ("%s of %s %s"), plt_column_title (column),
                                                _ (table->singular), row);

      return custom->put (session, id, record, column, text, batch, error)
             && (plt_batch_get_n_edits (batch) == 0
                 || plt_store_apply (store, label, NULL, batch, NULL, error));
    }
  if (is_alternative (table, column))
    {
      g_auto (PltValue) value = PLT_VALUE_INIT;

      return plt_store_parse_value (store, column, text, &value, error)
             && plt_register_write_value (session, record, column, &value, error);
    }
  return plt_store_set (store, table->id, id, column->id, text, error);
}

static gboolean
on_commit (
    PltRecord *record, const PltColumn *column, const char *text, gpointer data, GError **error)
{
  Editor *self = data;

  return plt_register_write_cell (self->session, record, column, text, error);
}

static gboolean
set_cell (Editor *self, PltBatch *batch, const PltGridRecordEdit *edit, GError **error)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (!plt_store_parse_value (store_of (self), edit->column, edit->text, &value, error))
    return FALSE;
  plt_batch_set_value (batch, edit->column->id, &value);
  return TRUE;
}

static gboolean
on_commit_many (
    const PltGridRecordEdit *edits, guint n_edits, guint n_new_rows, gpointer data, GError **error)
{
  Editor *self = data;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  for (guint i = 0; i < n_edits; i++)
    if (edits[i].record != NULL && !plt_register_may_change (self->session, edits[i].record, error))
      return FALSE;
  for (guint i = 0; i < n_edits; i++)
    if (edits[i].record != NULL
        && is_custom (self, edits[i].record, edits[i].column, edits[i].text))
      {
        if (!self->custom->put (self->session, plt_record_get_id (edits[i].record), edits[i].record,
                                edits[i].column, edits[i].text, batch, error))
          return FALSE;
      }
    else if (edits[i].record != NULL)
      {
        plt_batch_update (batch, self->table->id, plt_record_get_id (edits[i].record));
        if (!set_cell (self, batch, &edits[i], error))
          return FALSE;
      }
  for (guint row = 0; row < n_new_rows; row++)
    {
      gint64 handle = plt_batch_insert (batch, self->table->id);

      if (self->custom != NULL && self->custom->begin != NULL)
        self->custom->begin (self->session, NULL, row, batch);
      if (!plt_register_apply_presets (self->model, store_of (self), self->table, batch, error))
        return FALSE;
      for (guint i = 0; i < n_edits; i++)
        if (edits[i].record == NULL && edits[i].new_row == row
            && !is_custom (self, NULL, edits[i].column, edits[i].text)
            && !set_cell (self, batch, &edits[i], error))
          return FALSE;
      for (guint i = 0; i < n_edits; i++) /* these may need rows of their own, so they come last */
        if (edits[i].record == NULL && edits[i].new_row == row
            && is_custom (self, NULL, edits[i].column, edits[i].text)
            && !self->custom->put (self->session, handle, NULL, edits[i].column, edits[i].text,
                                   batch, error))
          return FALSE;
    }
  if (n_new_rows > 0 && n_new_rows >= n_edits)
    /* Translators: %s is what a row is called: "Add a location" */
    label = g_strdup_printf (_ ("Add: %s"), _ (self->table->singular));
  else
    label = g_strdup_printf (ngettext ("Change %u cell of %s", "Change %u cells of %s", n_edits),
                             n_edits, plt_table_title (self->table));
  return plt_store_apply (store_of (self), label, NULL, batch, NULL, error);
}

typedef struct
{
  Editor *editor;
  PltRecord *before; /* NULL: the end */
  guint n;
  PltRecord *const *records;
} Work;

/* What the rows of `before`'s scope share, as the values of an edit. */
static GArray *
scope_of (PltRecord *before)
{
  GArray *values = g_array_new (FALSE, TRUE, sizeof (PltEditValue));
  const PltColumn *columns[PLT_SCOPE_MAX];
  guint n = plt_table_scope (plt_record_get_table (before), columns);

  for (guint i = 0; i < n; i++)
    {
      /* borrowed from the record, which outlives the command */
      PltEditValue value = { columns[i], *plt_record_get (before, columns[i]->id) };

      g_array_append_val (values, value);
    }
  return values;
}

/* Brings row `id` before the row `before`, into its scope; to the end of its own for NULL. */
static gboolean
put_before (PltStore *store, const PltTable *table, gint64 id, PltRecord *before, GError **error)
{
  g_autoptr (GArray) scope = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autofree PltFilter *filters = NULL;
  guint place = 0;

  if (before == NULL)
    return plt_rows_move (store, table, id, G_MAXUINT, error);
  scope = scope_of (before);
  if (scope->len > 0
      && !plt_rows_update (store, table, id, (const PltEditValue *) scope->data, scope->len, error))
    return FALSE;
  filters = g_new0 (PltFilter, MAX (scope->len, 1));
  for (guint i = 0; i < scope->len; i++)
    filters[i] = (PltFilter){ g_array_index (scope, PltEditValue, i).column->id,
                              g_array_index (scope, PltEditValue, i).value };
  ids = plt_rows_ids (store, table, filters, scope->len, table->position, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == plt_record_get_id (before))
        break;
      place += g_array_index (ids, gint64, i) != id ? 1 : 0;
    }
  return plt_rows_move (store, table, id, place, error);
}

static gboolean
insert_rows (PltStore *store, gpointer data, GError **error)
{
  Work *work = data;
  Editor *self = work->editor;

  for (guint i = 0; i < work->n; i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      const PltEdit *edit;
      gint64 id;

      plt_batch_insert (batch, self->table->id);
      if (self->custom != NULL && self->custom->begin != NULL)
        self->custom->begin (self->session, work->before, i, batch);
      if (!plt_register_apply_presets (self->model, store, self->table, batch, error))
        return FALSE;
      edit = plt_batch_get_edit (batch, 0);
      id = plt_rows_insert (store, self->table, (const PltEditValue *) edit->values->data,
                            edit->values->len, error);
      if (id == 0)
        return FALSE;
      if (work->before != NULL && self->table->position != NULL
          && !put_before (store, self->table, id, work->before, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
on_insert (PltRecord *before, guint n, gpointer data, GError **error)
{
  Editor *self = data;
  g_autofree char *label = g_strdup_printf (_ ("Add: %s"), _ (self->table->singular));
  Work work = { .editor = self, .before = before, .n = n };
  const PltCommand command = { label, NULL, insert_rows, &work };

  return plt_store_run (store_of (self), &command, error);
}

static gboolean
on_remove (PltRecord *const *records, guint n, gpointer data, GError **error)
{
  Editor *self = data;
  g_autofree gint64 *ids = g_new (gint64, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      if (!plt_register_may_change (self->session, records[i], error))
        return FALSE;
      ids[i] = plt_record_get_id (records[i]);
    }
  return plt_session_delete (self->session, self->table->id, ids, n, error);
}

static gboolean
move_rows (PltStore *store, gpointer data, GError **error)
{
  Work *work = data;

  for (guint i = 0; i < work->n; i++)
    if (!put_before (store, work->editor->table, plt_record_get_id (work->records[i]), work->before,
                     error))
      return FALSE;
  return TRUE;
}

static gboolean
on_move (PltRecord *const *records, guint n, PltRecord *before, gpointer data, GError **error)
{
  Editor *self = data;
  g_autofree char *label = g_strdup_printf (_ ("Move: %s"), _ (self->table->singular));
  Work work = { .editor = self, .before = before, .n = n, .records = records };
  const PltCommand command = { label, NULL, move_rows, &work };

  return plt_store_run (store_of (self), &command, error);
}

static GStrv
on_complete (PltRecord *record, const PltColumn *column, gpointer data)
{
  Editor *self = data;
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GArray) ids = NULL;
  const PltTable *table;

  if (self->custom != NULL && self->custom->complete != NULL)
    {
      GStrv proposals = self->custom->complete (self->session, record, column);

      if (proposals != NULL)
        return proposals;
    }
  if (column->type != PLT_COLUMN_REFERENCE)
    return NULL;
  table = plt_table_find (column->reference);
  ids = plt_rows_ids (store_of (self), table, NULL, 0, NULL, NULL);
  if (ids == NULL)
    return NULL;
  builder = g_strv_builder_new ();
  for (guint i = 0; i < ids->len && i < MAX_COMPLETIONS; i++)
    {
      g_autofree char *label
          = plt_rows_label (store_of (self), table, g_array_index (ids, gint64, i));

      g_strv_builder_add (builder, label);
    }
  return g_strv_builder_end (builder);
}

static void
on_sort (const PltColumn *column, PltGridSort direction, gpointer data)
{
  Editor *self = data;
  g_autofree char *order = NULL;

  if (column != NULL)
    order = g_strconcat (direction == PLT_GRID_SORT_DESCENDING ? "-" : "", column->id, NULL);
  plt_query_model_set_order (self->rows, order);
}

void
plt_register_make_editable (PltGridRecordModel *model, PltQueryModel *rows, PltSession *session)
{
  const PltTable *table = plt_query_model_get_table (rows);
  Editor *self = g_new0 (Editor, 1);
  PltGridEditing editing = { .sort = on_sort, .user_data = self };

  self->session = g_object_ref (session);
  self->rows = g_object_ref (rows);
  self->model = model;
  self->table = table;
  self->custom = plt_register_custom_find (table->id);
  g_object_set_data_full (G_OBJECT (model), EDITOR, self, (GDestroyNotify) editor_free);
  if (!plt_session_is_read_only (session))
    {
      editing.commit = on_commit;
      editing.commit_many = on_commit_many;
      editing.insert = on_insert;
      editing.remove = on_remove;
      editing.move = table->position != NULL ? on_move : NULL;
      editing.complete = on_complete;
    }
  plt_grid_record_model_set_editing (model, &editing);
}

/* ---- what the cells look like ---- */

static void
decorate (PltRecord *record, const PltColumn *column, PltGridCell *cell, gpointer data)
{
  PltSession *session = data;
  const PltTable *table = plt_record_get_table (record);
  const PltIssue *issue
      = plt_session_find_issue (session, table->id, plt_record_get_id (record), column->id);

  const PltRegisterCustom *custom = plt_register_custom_find (table->id);

  if (custom != NULL && custom->decorate != NULL)
    custom->decorate (session, record, column, cell);
  if (issue != NULL)
    {
      cell->flags |= PLT_GRID_CELL_INVALID;
      plt_grid_cell_take_message (cell, g_strdup (issue->message));
    }
}

void
plt_register_make_read_only (PltGridRecordModel *model)
{
  Editor *self = g_object_get_data (G_OBJECT (model), EDITOR);
  const PltGridEditing editing = { .sort = on_sort, .user_data = self };

  plt_grid_record_model_set_editing (model, &editing);
}

static void
add_computed (PltGridRecordModel *model, const PltRegisterCustom *custom)
{
  if (custom == NULL)
    return;
  for (guint i = 0; custom->computed != NULL && custom->computed[i].column.id != NULL; i++)
    {
      guint at = 0;
      guint n = plt_grid_model_get_n_columns (PLT_GRID_MODEL (model));

      while (at < n
             && !g_str_equal (plt_grid_record_model_get_table_column (model, at)->id,
                              custom->computed[i].before))
        at++;
      plt_grid_record_model_add_computed (model, &custom->computed[i].column, at);
    }
  plt_grid_record_model_set_frozen (model, custom->n_frozen);
}

static int
find_row (gint64 id, gpointer rows)
{
  return plt_query_model_find (rows, id);
}

PltGridRecordModel *
plt_register_model_new (PltSession *session, PltQueryModel *rows, const char *columns)
{
  PltGridRecordModel *model
      = plt_grid_record_model_new (plt_query_model_get_table (rows), G_LIST_MODEL (rows), columns);

  add_computed (model, plt_register_custom_find (plt_query_model_get_table (rows)->id));
  plt_register_make_editable (model, rows, session);
  plt_grid_record_model_set_find (model, find_row, rows);
  plt_grid_record_model_set_decorate (model, decorate, g_object_ref (session), g_object_unref);
  return model;
}
