/* Batches as commands: all of it or nothing, one step in the history.
 *
 * A negative handle stands for a row that the batch itself adds. It is replaced by the row's id as
 * soon as the row is there; a handle met before that is an error of whoever made the batch. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
resolve (const PltBatchRun *run, gint64 given, gint64 *id, GError **error)
{
  *id = given;
  if (given >= 0)
    return TRUE;
  if (given != G_MININT64 && -given <= (gint64) run->ids->len)
    *id = g_array_index (run->ids, gint64, -given - 1);
  if (*id > 0)
    return TRUE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("These changes refer to a row that they have not added yet; change their "
                          "order."));
  return FALSE;
}

static void
keep_id (PltBatchRun *run, gint64 handle, gint64 id)
{
  if (handle >= 0)
    return;
  if (-handle > (gint64) run->ids->len)
    g_array_set_size (run->ids, (guint) -handle);
  g_array_index (run->ids, gint64, -handle - 1) = id;
}

/* The values of an edit, handles resolved; texts still belong to the batch. */
static gboolean
resolve_values (const PltBatchRun *run, const PltEdit *edit, GArray *values, GError **error)
{
  if (edit->values != NULL)
    g_array_append_vals (values, edit->values->data, edit->values->len);
  for (guint i = 0; i < values->len; i++)
    {
      PltEditValue *value = &g_array_index (values, PltEditValue, i);

      if (value->column->type == PLT_COLUMN_REFERENCE && value->value.kind == PLT_VALUE_INTEGER
          && !resolve (run, value->value.integer, &value->value.integer, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_edit (PltStore *store, PltBatchRun *run, const PltEdit *edit, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (PltEditValue));
  const PltEditValue *data;
  gint64 id = 0;

  if (!resolve_values (run, edit, values, error))
    return FALSE;
  data = (const PltEditValue *) (void *) values->data;
  if (edit->kind == PLT_EDIT_INSERT)
    {
      id = plt_rows_insert (store, edit->table, data, values->len, error);
      if (id != 0)
        keep_id (run, edit->id, id);
      return id != 0;
    }
  if (!resolve (run, edit->id, &id, error))
    return FALSE;
  return edit->kind == PLT_EDIT_UPDATE
             ? plt_rows_update (store, edit->table, id, data, values->len, error)
             : plt_rows_delete (store, edit->table, id, error);
}

gboolean
plt_rows_run_batch (PltStore *store, PltBatchRun *run, GError **error)
{
  for (run->failed = 0; run->failed < plt_batch_get_n_edits (run->batch); run->failed++)
    if (!run_edit (store, run, plt_batch_get_edit (run->batch, run->failed), error))
      return FALSE;
  return TRUE;
}

/* The name that a row not yet there will have, as far as its first text tells. */
static char *
describe_new (const PltEdit *edit)
{
  g_autofree char *noun = plt_rows_noun (edit->table, 1);
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (const PltColumn *));

  plt_rows_columns_of (edit->table, edit->table->label, columns);
  for (guint i = 0; edit->values != NULL && i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      for (guint j = 0; j < columns->len; j++)
        if (g_array_index (columns, const PltColumn *, j) == value->column
            && *plt_value_get_text (&value->value) != '\0')
          return g_strdup_printf (_ ("new %s “%s”"), noun, plt_value_get_text (&value->value));
    }
  return g_strdup_printf (_ ("new %s"), noun);
}

static char *
describe_edit (PltStore *store, const PltBatchRun *run)
{
  const PltEdit *edit = plt_batch_get_edit (run->batch, run->failed);
  gint64 id;

  if (edit->kind == PLT_EDIT_INSERT || !resolve (run, edit->id, &id, NULL))
    return describe_new (edit);
  return plt_rows_describe (store, edit->table, id);
}

/* Runs the batch; an error tells of which of its rows it speaks. */
static gboolean
run_told (PltStore *store, PltBatchRun *run, GError **error)
{
  guint n = plt_batch_get_n_edits (run->batch);

  if (plt_rows_run_batch (store, run, error))
    return TRUE;
  if (n > 1)
    {
      g_autofree char *what = describe_edit (store, run);

      g_prefix_error (error, _ ("Row %u of %u, %s: "), run->failed + 1, n, what);
    }
  return FALSE;
}

gboolean
plt_rows_apply_batch (PltStore *store, const PltBatch *batch, GArray **new_ids, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  PltBatchRun run = { batch, ids, 0 };

  g_return_val_if_fail (PLT_IS_STORE (store) && plt_store_in_command (store), FALSE);
  g_return_val_if_fail (batch != NULL, FALSE);

  if (!run_told (store, &run, error))
    return FALSE;
  if (new_ids != NULL)
    *new_ids = g_steal_pointer (&ids);
  return TRUE;
}

typedef struct
{
  const PltBatch *batch;
  GArray *ids;
} Apply;

static gboolean
apply_cb (PltStore *store, gpointer data, GError **error)
{
  Apply *apply = data;

  return plt_rows_apply_batch (store, apply->batch, &apply->ids, error);
}

/**
 * plt_store_apply:
 * @self: a store
 * @label: translated name of the command
 * @merge_key: (nullable): as in #PltCommand
 * @batch: what to write
 * @new_ids: (out) (optional) (element-type gint64): ids of the rows added, by handle: [0] is -1
 * @error: return location
 *
 * Makes the edits in their order as one command. A batch without edits does nothing and leaves no
 * step in the history.
 *
 * Returns: %FALSE when an edit was refused: then none was made, and the error names its row.
 */
gboolean
plt_store_apply (PltStore *self,
                 const char *label,
                 const char *merge_key,
                 const PltBatch *batch,
                 GArray **new_ids,
                 GError **error)
{
  Apply apply = { batch, NULL };
  PltCommand command = { label, merge_key, apply_cb, &apply };
  gboolean done = TRUE;

  g_return_val_if_fail (PLT_IS_STORE (self) && batch != NULL && label != NULL, FALSE);

  if (plt_batch_get_n_edits (batch) > 0)
    done = plt_store_run (self, &command, error);
  if (done && new_ids != NULL)
    *new_ids = apply.ids != NULL ? g_steal_pointer (&apply.ids)
                                 : g_array_new (FALSE, TRUE, sizeof (gint64));
  g_clear_pointer (&apply.ids, g_array_unref);
  return done;
}
