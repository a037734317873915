#include "plt-plan-versions.h"

#include <glib/gi18n-lib.h>

#include "plt-plan-publish.h"
#include "plt-plan-version.h"

#define KEY "plt-plan-versions"

typedef struct
{
  PltSession *session;
  GArray *ids; /* of gint64, as listed */
  gboolean filling;
} Versions;

static void
versions_free (Versions *self)
{
  g_array_unref (self->ids);
  g_object_unref (self->session);
  g_free (self);
}

static void
on_selected (GtkDropDown *drop_down)
{
  Versions *self = g_object_get_data (G_OBJECT (drop_down), KEY);
  guint at = gtk_drop_down_get_selected (drop_down);
  gint64 id;

  if (self->filling || at >= self->ids->len)
    return;
  id = g_array_index (self->ids, gint64, at);
  plt_session_look_at_schedule (
      self->session, id == plt_session_get_facts (self->session)->production.schedule ? 0 : id);
}

GtkWidget *
plt_plan_versions_new (PltSession *session)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);
  Versions *self = g_new0 (Versions, 1);

  self->session = g_object_ref (session);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_object_set_data_full (G_OBJECT (drop_down), KEY, self, (GDestroyNotify) versions_free);
  gtk_widget_set_tooltip_text (drop_down, _ ("Version of the schedule"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Version of the schedule"), -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_selected), NULL);
  return drop_down;
}

char *
plt_plan_versions_describe (const PltFacts *facts, const PltScheduleFacts *schedule)
{
  gboolean current = schedule->id == facts->production.schedule && facts->schedules.n > 1;
  g_autofree char *date = plt_date_format_numeric (schedule->published_date);
  g_autofree char *name
      = schedule->version != PLT_UNKNOWN
            /* Translators: a name, then "version" cut short and its number: "Schedule v2" */
            ? g_strdup_printf (_ ("%s v%u"), schedule->name, (guint) schedule->version)
            : g_strdup (schedule->name);

  if (current)
    /* Translators: %s is the name of the version that the production follows */
    return g_strdup_printf (_ ("%s (current)"), name);
  if (!plt_schedule_is_frozen (facts, schedule->id))
    return g_steal_pointer (&name);
  /* Translators: the name of a version, and the date on which it was published */
  return g_strdup_printf (_ ("%s (published %s)"), name, *date != '\0' ? date : "—");
}

void
plt_plan_versions_refresh (GtkWidget *versions)
{
  Versions *self = g_object_get_data (G_OBJECT (versions), KEY);
  const PltFacts *facts = plt_session_get_facts (self->session);
  gint64 now = plt_session_get_schedule_id (self->session);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint at = GTK_INVALID_LIST_POSITION;

  self->filling = TRUE;
  g_array_set_size (self->ids, 0);
  for (guint i = 0; i < facts->schedules.n; i++)
    {
      const PltScheduleFacts *schedule = &facts->schedules.items[i];

      gtk_string_list_take (list, plt_plan_versions_describe (facts, schedule));
      g_array_append_val (self->ids, schedule->id);
      if (schedule->id == now)
        at = i;
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (versions), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (versions), at);
  gtk_widget_set_visible (versions, facts->schedules.n > 0);
  self->filling = FALSE;
}

/* ---- commands ---- */

gboolean
plt_plan_duplicate (PltSession *session, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  gint64 handle = plt_plan_copy (plt_session_get_facts (session),
                                 plt_session_get_schedule_id (session), batch);

  if (handle == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("There is no schedule to copy yet. Add shooting days first."));
      return FALSE;
    }
  if (!plt_store_apply (plt_session_get_store (session), _ ("Copy the schedule"), NULL, batch, &ids,
                        error))
    return FALSE;
  plt_session_look_at_schedule (session, g_array_index (ids, gint64, -handle - 1));
  return TRUE;
}

gboolean
plt_plan_choose (PltSession *session, GError **error)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 id = plt_session_get_schedule_id (session);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (id == 0 || id == facts->production.schedule)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                           _ ("This is the schedule the production follows already."));
      return FALSE;
    }
  plt_batch_update (batch, "production", facts->production.id);
  plt_batch_set_integer (batch, "schedule", id);
  if (!plt_store_apply (plt_session_get_store (session), _ ("Follow another schedule"), NULL, batch,
                        NULL, error))
    return FALSE;
  plt_session_look_at_schedule (session, 0);
  return TRUE;
}
