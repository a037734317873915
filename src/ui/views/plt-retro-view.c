#include "plt-retro-view.h"

#include <glib/gi18n-lib.h>

#include "plt-document-kind.h"
#include "plt-register-set.h"
#include "plt-retro-commands.h"
#include "plt-today.h"

struct _PltRetroView
{
  PltView parent_instance;

  GtkWidget *plan;
};

G_DEFINE_FINAL_TYPE (PltRetroView, plt_retro_view, PLT_TYPE_VIEW)

PltRetroPage *
plt_retro_view_get_plan (PltRetroView *self)
{
  g_return_val_if_fail (PLT_IS_RETRO_VIEW (self), NULL);

  return PLT_RETRO_PAGE (self->plan);
}

static PltTimeline *
timeline_of (gpointer view)
{
  return plt_retro_page_get_timeline (plt_retro_view_get_plan (view));
}

static GtkWidget *
shown_page (PltView *view)
{
  return plt_view_get_page (view) != NULL ? plt_view_get_page_child (view, plt_view_get_page (view))
                                          : NULL;
}

static PltRegister *
shown_register (gpointer view)
{
  GtkWidget *page = shown_page (view);

  return page != NULL && PLT_IS_REGISTER_SET (page)
             ? plt_register_set_get_shown (PLT_REGISTER_SET (page))
             : NULL;
}

/* ---- actions ---- */

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_add_row (shown_register (data));
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_delete_rows (shown_register (data));
}

static void
on_import_csv (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_import_csv (shown_register (data));
}

static void
on_zoom_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_timeline_zoom (timeline_of (data), 1);
}

static void
on_zoom_out (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_timeline_zoom (timeline_of (data), -1);
}

static void
on_zoom_all (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_timeline_zoom (timeline_of (data), 0);
}

static void
on_today (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_timeline_show_date (timeline_of (data), plt_today ());
}

static void
on_chain (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "plan");
  plt_retro_page_show_chain (plt_retro_view_get_plan (data));
}

static void
on_links (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  plt_timeline_set_links (timeline_of (data), g_variant_get_boolean (state));
}

static void
on_filter (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  plt_retro_page_set_filter (plt_retro_view_get_plan (data), g_variant_get_string (state, NULL));
}

static void
on_fold (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_model_expand_all (plt_retro_page_get_model (plt_retro_view_get_plan (data)), FALSE);
}

static void
on_unfold (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_model_expand_all (plt_retro_page_get_model (plt_retro_view_get_plan (data)), TRUE);
}

static void
on_insert (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "plan");
  plt_retro_page_insert (plt_retro_view_get_plan (data));
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_page_delete (plt_retro_view_get_plan (data));
}

static void
on_done (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_page_do (plt_retro_view_get_plan (data), "done");
}

static void
on_unlock (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_page_do (plt_retro_view_get_plan (data), "unlock");
}

static void
on_indent (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_page_do (plt_retro_view_get_plan (data), "indent");
}

static void
on_outdent (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_page_do (plt_retro_view_get_plan (data), "outdent");
}

static void
on_link (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (timeline_of (data)));
  plt_timeline_begin_link (timeline_of (data));
}

static void
on_edit_link (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_session_select (plt_view_get_session (data), "task_link", g_variant_get_int64 (parameter),
                      NULL);
}

static void
on_unlink (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GError *error = NULL;

  if (!plt_retro_model_unlink (plt_retro_page_get_model (plt_retro_view_get_plan (data)),
                               g_variant_get_int64 (parameter), &error))
    plt_session_take_error (plt_view_get_session (data), error);
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },
  { "delete-row", on_delete_row },
  { "import-csv", on_import_csv },
  { "retro-zoom-in", on_zoom_in },
  { "retro-zoom-out", on_zoom_out },
  { "retro-zoom-all", on_zoom_all },
  { "retro-today", on_today },
  { "retro-chain", on_chain },
  { "retro-links", NULL, NULL, "true", on_links },
  { "retro-filter", NULL, "s", "''", on_filter },
  { "retro-insert", on_insert },
  { "retro-delete", on_delete },
  { "retro-done", on_done },
  { "retro-unlock", on_unlock },
  { "retro-indent", on_indent },
  { "retro-outdent", on_outdent },
  { "retro-link", on_link },
  { "retro-edit-link", on_edit_link, "x" },
  { "retro-unlink", on_unlink, "x" },
  { "retro-fold", on_fold },
  { "retro-unfold", on_unfold },
};

static void
update_actions (PltView *view)
{
  const gboolean may = !plt_session_is_read_only (plt_view_get_session (view));
  const gboolean in_register = shown_register (view) != NULL;

  static const char *const writing[]
      = { "retro-insert", "retro-delete",  "retro-done", "retro-unlock",
          "retro-indent", "retro-outdent", "retro-link", "retro-unlink" };

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    plt_view_set_action_enabled (view, writing[i], may && !in_register);
  plt_view_set_action_enabled (view, "add-row", may && in_register);
  plt_view_set_action_enabled (view, "delete-row", may && in_register);
  plt_view_set_action_enabled (view, "import-csv", may && in_register);
}

/* ---- the view ---- */

static void
plt_retro_view_refresh (PltView *view)
{
  plt_retro_page_refresh (plt_retro_view_get_plan (PLT_RETRO_VIEW (view)));
}

static gboolean
plt_retro_view_grab_content_focus (PltView *view)
{
  PltRetroView *self = PLT_RETRO_VIEW (view);
  GtkWidget *page = shown_page (view);

  if (page == self->plan)
    return gtk_widget_grab_focus (GTK_WIDGET (plt_retro_page_get_grid (PLT_RETRO_PAGE (page))));
  if (shown_register (view) != NULL)
    return plt_register_grab_focus (shown_register (view));
  return page != NULL && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* From the table to the calendar. */
static gboolean
plt_retro_view_focus_next_part (PltView *view)
{
  PltRetroPage *plan = plt_retro_view_get_plan (PLT_RETRO_VIEW (view));
  GtkWidget *grid = GTK_WIDGET (plt_retro_page_get_grid (plan));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (grid));

  return gtk_widget_get_mapped (grid) && focus != NULL
         && (focus == grid || gtk_widget_is_ancestor (focus, grid))
         && gtk_widget_grab_focus (GTK_WIDGET (plt_retro_page_get_timeline (plan)));
}

static const char *const sets[] = { "rooms", "calendars", "lists" };

static gboolean
plt_retro_view_select_ref (PltView *view, PltRef ref)
{
  PltRetroPage *plan = plt_retro_view_get_plan (PLT_RETRO_VIEW (view));

  if (g_strcmp0 (ref.table, "task") == 0 && plt_retro_page_select_ref (plan, ref))
    {
      plt_view_show_page (view, "plan");
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    if (plt_register_set_select_ref (PLT_REGISTER_SET (plt_view_get_page_child (view, sets[i])),
                                     ref))
      {
        plt_view_show_page (view, sets[i]);
        return TRUE;
      }
  return FALSE;
}

static gboolean
plt_retro_view_start_search (PltView *view)
{
  if (shown_register (view) != NULL)
    plt_register_start_search (shown_register (view));
  else
    {
      plt_view_show_page (view, "plan");
      plt_retro_page_start_search (plt_retro_view_get_plan (PLT_RETRO_VIEW (view)));
    }
  return TRUE;
}

static PltDocument *
plt_retro_view_get_document (PltView *view, GError **error)
{
  g_autoptr (PltParams) params = plt_params_new ();

  if (shown_register (view) != NULL)
    return plt_register_get_document (shown_register (view), error);
  return plt_document_build (plt_session_get_store (plt_view_get_session (view)), "retroplanning",
                             params, error);
}

static void
plt_retro_view_page_shown (PltView *view, const char *page)
{
  if (plt_view_get_session (view) != NULL)
    update_actions (view);
}

static void
plt_retro_view_session_set (PltView *view, PltSession *session)
{
  PltRetroView *self = PLT_RETRO_VIEW (view);

  self->plan = plt_retro_page_new (session);
  plt_view_add_page (view, "plan", C_ ("timeline", "Plan"), self->plan);
  plt_view_add_page (view, "rooms", _ ("Rooms and Screenings"),
                     plt_register_set_new (session, "room_booking,screening,screening_note"));
  plt_view_add_page (view, "calendars", _ ("Calendars"),
                     plt_register_set_new (session, "task_calendar,calendar_closing"));
  plt_view_add_page (
      view, "lists", _ ("Lists"),
      plt_register_set_new (session, "task,task_link,task_person,baseline,baseline_task"));
  update_actions (view);
}

static void
plt_retro_view_class_init (PltRetroViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  view_class->session_set = plt_retro_view_session_set;
  view_class->refresh = plt_retro_view_refresh;
  view_class->grab_content_focus = plt_retro_view_grab_content_focus;
  view_class->select_ref = plt_retro_view_select_ref;
  view_class->focus_next_part = plt_retro_view_focus_next_part;
  view_class->start_search = plt_retro_view_start_search;
  view_class->get_document = plt_retro_view_get_document;
  view_class->page_shown = plt_retro_view_page_shown;
}

static void
plt_retro_view_init (PltRetroView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
