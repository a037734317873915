#include "plt-export-all.h"

#include <glib/gi18n-lib.h>

#include "plt-callsheet.h"
#include "plt-document-kind.h"
#include "plt-document-output.h"
#include "plt-paper-trail.h"

typedef struct
{
  const PltDocumentKind *kind;
  PltParams *params;
} Item;

typedef struct
{
  PltSession *session;
  char *folder;
  guint formats;
  GPtrArray *items; /* Item */
  guint next;
  guint written;
  PltExportProgress progress;
  gpointer progress_data;
} Work;

static void
item_free (Item *self)
{
  plt_params_free (self->params);
  g_free (self);
}

static void
work_free (Work *self)
{
  g_ptr_array_unref (self->items);
  g_object_unref (self->session);
  g_free (self->folder);
  g_free (self);
}

static const PltParamSpec *
day_spec (const PltDocumentKind *kind)
{
  for (const PltParamSpec *spec = kind->params; spec != NULL && spec->id != NULL; spec++)
    if (spec->type == PLT_PARAM_REFERENCE && g_str_equal (spec->table, "shooting_day"))
      return spec;
  return NULL;
}

static void
add_item (Work *self, const PltDocumentKind *kind, const char *name, gint64 id)
{
  Item *item = g_new0 (Item, 1);
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  item->kind = kind;
  item->params = plt_params_new ();
  if (name != NULL)
    plt_params_set (item->params, kind, name, text, NULL);
  g_ptr_array_add (self->items, item);
}

static void
collect (Work *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltPlan *plan = plt_session_get_plan (self->session);

  for (const PltDocumentKind *const *kind = plt_document_kinds (); *kind != NULL; kind++)
    {
      const PltParamSpec *spec = day_spec (*kind);

      if (spec == NULL)
        add_item (self, *kind, NULL, 0);
      for (guint i = 0; spec != NULL && i < plan->days->len; i++)
        {
          const PltDayPlan *day = plan->days->pdata[i];

          if (plt_callsheet_of_day (facts, day->day->id) != NULL)
            add_item (self, *kind, spec->id, day->day->id);
        }
    }
}

static gboolean
write_item (Work *self, const Item *item, GError **error)
{
  static const char *const endings[] = { "pdf", "xlsx", "csv" };
  PltStore *store = plt_session_get_store (self->session);
  g_autoptr (PltDocument) document
      = plt_document_build (store, item->kind->id, item->params, error);

  if (document == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = NULL;
      g_autofree char *path = NULL;

      if ((self->formats & (1u << i)) == 0)
        continue;
      name = plt_document_output_name (document, endings[i]);
      path = g_build_filename (self->folder, name, NULL);
      if (self->progress != NULL)
        self->progress (self->next, self->items->len, name, self->progress_data);
      if (!plt_document_output_write (document, path, error))
        return FALSE;
      self->written++;
    }
  plt_paper_trail_note (store, item->kind, item->params);
  return TRUE;
}

static gboolean
step (gpointer data)
{
  GTask *task = data;
  Work *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    {
      g_task_return_new_error (task, PLT_ERROR, PLT_ERROR_CANCELLED, _ ("The export was stopped."));
      return G_SOURCE_REMOVE;
    }
  if (self->next >= self->items->len)
    {
      g_task_return_boolean (task, TRUE);
      return G_SOURCE_REMOVE;
    }
  if (!write_item (self, self->items->pdata[self->next], &error))
    {
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }
  self->next++;
  return G_SOURCE_CONTINUE;
}

void
plt_export_all_async (PltSession *session,
                      const char *folder,
                      guint formats,
                      PltExportProgress progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Work *self = g_new0 (Work, 1);

  g_return_if_fail (PLT_IS_SESSION (session) && folder != NULL && formats != 0);

  self->session = g_object_ref (session);
  self->folder = g_strdup (folder);
  self->formats = formats;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->progress = progress;
  self->progress_data = progress_data;
  collect (self);
  g_task_set_task_data (task, self, (GDestroyNotify) work_free);
  g_task_set_check_cancellable (task, FALSE);
  g_idle_add_full (G_PRIORITY_LOW, step, g_steal_pointer (&task), g_object_unref);
}

guint
plt_export_all_finish (GAsyncResult *result, GError **error)
{
  Work *self = g_task_get_task_data (G_TASK (result));

  g_task_propagate_boolean (G_TASK (result), error);
  return self->written;
}
