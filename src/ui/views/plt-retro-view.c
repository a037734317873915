#include "plt-retro-view.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-document-kind.h"
#include "plt-documents-view.h"
#include "plt-days-off.h"
#include "plt-load-page.h"
#include "plt-register-set.h"
#include "plt-retro-book.h"
#include "plt-retro-commands.h"
#include "plt-retro-dialogs.h"
#include "plt-retro-files.h"
#include "plt-retro-offers.h"
#include "plt-retro-rework-dialog.h"
#include "plt-today.h"
#include "plt-window.h"

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
  return plt_retro_page_get_timeline (plt_retro_view_get_plan (PLT_RETRO_VIEW (view)));
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
  else
    plt_retro_page_insert (plt_retro_view_get_plan (data));
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (shown_register (data) != NULL)
    plt_register_delete_rows (shown_register (data));
  else
    plt_retro_page_delete (plt_retro_view_get_plan (data));
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

static PltRetroModel *
model_of (gpointer view)
{
  return plt_retro_page_get_model (plt_retro_view_get_plan (PLT_RETRO_VIEW (view)));
}

/* Without a delivery there is no margin to show: its date is what is missing. */
static void
on_chain (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "plan");
  if (plt_retro_model_get_retro (model_of (data))->head.delivery == PLT_DATE_NONE
      && !plt_session_is_read_only (plt_view_get_session (data)))
    {
      plt_retro_direction_dialog (data, plt_view_get_session (data), model_of (data));
      return;
    }
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
on_paste (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "plan");
  plt_retro_page_paste (plt_retro_view_get_plan (data));
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
on_lock (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_page_do (plt_retro_view_get_plan (data), "lock");
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
on_link_above (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_page_do (plt_retro_view_get_plan (data), "link-above");
}

static void
on_shoot (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_window_show_view (PLT_WINDOW (gtk_widget_get_root (data)), "plan", NULL);
}

static void
on_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, "plan");
}

static void
on_template (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_template_dialog (data, plt_view_get_session (data));
}

static void
on_direction (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_direction_dialog (data, plt_view_get_session (data), model_of (data));
}

static void
on_ways (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_ways_dialog (data, plt_view_get_session (data), model_of (data));
}

static void
on_take_baseline (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_baseline_dialog (data, plt_view_get_session (data), model_of (data));
}

static void
on_baseline (GSimpleAction *action, GVariant *state, gpointer data)
{
  g_simple_action_set_state (action, state);
  plt_retro_model_set_baseline (model_of (data), g_variant_get_int64 (state));
}

/* The screening that is selected, or whose remark is, sends its stage back to work. */
static void
on_rework (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltSession *session = plt_view_get_session (data);
  PltRef ref = plt_session_get_selection (session);
  const PltScreeningNoteFacts *note
      = g_strcmp0 (ref.table, "screening_note") == 0 ? PLT_FACTS_FIND (
            plt_session_get_facts (session)->screening_notes, PltScreeningNoteFacts, ref.id)
                                                     : NULL;
  gint64 screening = note != NULL                              ? note->screening
                     : g_strcmp0 (ref.table, "screening") == 0 ? ref.id
                                                               : 0;

  if (screening != 0)
    {
      plt_retro_rework_dialog (data, session, model_of (data), screening);
      return;
    }
  plt_view_show_page (data, "rooms");
  plt_register_set_select_ref (PLT_REGISTER_SET (plt_view_get_page_child (data, "rooms")),
                               (PltRef){ "screening", 0, NULL });
  plt_session_toast (session, _ ("Choose the screening whose stage is worked on again."), NULL,
                     NULL);
}

/* For the task that is selected. */
static void
on_book (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_book (data, plt_view_get_session (data), model_of (data), "room_booking");
}

static void
on_screen (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_book (data, plt_view_get_session (data), model_of (data), "screening");
}

static void
on_import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_import_present (data, plt_view_get_session (data));
}

static void
on_export_mspdi (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_export_present (data, plt_view_get_session (data), model_of (data),
                            PLT_RETRO_FILE_MSPDI);
}

static void
on_export_gan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_retro_export_present (data, plt_view_get_session (data), model_of (data), PLT_RETRO_FILE_GAN);
}

static void
on_paper (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltWindow *window = PLT_WINDOW (gtk_widget_get_root (data));
  g_autofree char *kind = g_variant_dup_string (parameter, NULL);

  if (plt_window_show_view (window, "documents", NULL)
      && PLT_IS_DOCUMENTS_VIEW (plt_window_get_view (window)))
    plt_documents_view_show_kind (PLT_DOCUMENTS_VIEW (plt_window_get_view (window)), kind);
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
  plt_retro_page_choose_link (plt_retro_view_get_plan (data), g_variant_get_int64 (parameter));
  plt_window_focus_form (PLT_WINDOW (gtk_widget_get_root (data)), "kind");
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
  { "retro-paste", on_paste },
  { "retro-delete", on_delete },
  { "retro-done", on_done },
  { "retro-lock", on_lock },
  { "retro-unlock", on_unlock },
  { "retro-indent", on_indent },
  { "retro-outdent", on_outdent },
  { "retro-link", on_link },
  { "retro-link-above", on_link_above },
  { "retro-edit-link", on_edit_link, "x" },
  { "retro-unlink", on_unlink, "x" },
  { "retro-plan", on_plan },
  { "retro-shoot", on_shoot },
  { "retro-template", on_template },
  { "retro-direction", on_direction },
  { "retro-ways", on_ways },
  { "retro-take-baseline", on_take_baseline },
  { "retro-baseline", NULL, "x", "int64 0", on_baseline },
  { "retro-rework", on_rework },
  { "retro-book", on_book },
  { "retro-screen", on_screen },
  { "retro-import", on_import },
  { "retro-export-mspdi", on_export_mspdi },
  { "retro-export-gan", on_export_gan },
  { "retro-paper", on_paper, "s" },
  { "retro-fold", on_fold },
  { "retro-unfold", on_unfold },
};

static void
update_actions (PltView *view)
{
  const gboolean may = !plt_session_is_read_only (plt_view_get_session (view));
  const gboolean in_register = shown_register (view) != NULL;
  const gboolean has_rows
      = in_register
        || shown_page (view) == GTK_WIDGET (plt_retro_view_get_plan (PLT_RETRO_VIEW (view)));

  static const char *const writing[]
      = { "retro-template", "retro-direction", "retro-take-baseline", "retro-rework",
          "retro-book",     "retro-screen",    "retro-import" };
  static const char *const in_plan[]
      = { "retro-insert", "retro-paste",  "retro-delete",    "retro-done",
          "retro-lock",   "retro-unlock", "retro-indent",    "retro-outdent",
          "retro-link",   "retro-unlink", "retro-link-above" };

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    plt_view_set_action_enabled (view, writing[i], may);
  for (guint i = 0; i < G_N_ELEMENTS (in_plan); i++)
    plt_view_set_action_enabled (view, in_plan[i], may && !in_register);
  plt_view_set_action_enabled (view, "add-row", may && has_rows);
  plt_view_set_action_enabled (view, "delete-row", may && has_rows);
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
  GtkWidget *page = shown_page (view);

  if (page != NULL && PLT_IS_LOAD_PAGE (page))
    return plt_load_page_focus_next_part (PLT_LOAD_PAGE (page));
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
  return plt_document_build (plt_session_get_store (plt_view_get_session (view)),
                             g_strcmp0 (plt_view_get_page (view), "load") == 0 ? "charge-equipes"
                                                                               : "retroplanning",
                             params, error);
}

/* What the side pane has of its own: a phase has no form. */
static void
show_pane (PltView *view)
{
  PltRetroView *self = PLT_RETRO_VIEW (view);
  GtkWidget *pane = g_strcmp0 (plt_view_get_page (view), "plan") == 0
                        ? plt_retro_page_get_pane (PLT_RETRO_PAGE (self->plan))
                        : NULL;

  plt_view_set_pane (view, pane != NULL ? _ ("Phase") : NULL, pane);
}

static void
plt_retro_view_page_shown (PltView *view, const char *page)
{
  if (plt_view_get_session (view) == NULL)
    return;
  update_actions (view);
  show_pane (view);
}

static GtkWidget *
new_button (const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  return button;
}

/* Baselines to compare with, made anew whenever it is opened. */
static void
fill_baselines (GtkMenuButton *button, gpointer data)
{
  const PltFacts *facts = plt_session_get_facts (plt_view_get_session (data));
  g_autoptr (GMenu) menu = g_menu_new (), list = g_menu_new (), first = g_menu_new ();

  g_menu_append (first, _ ("Keep the Dates as They Are…"), "view.retro-take-baseline");
  g_menu_append (list, _ ("The Latest One"), "view.retro-baseline(int64 0)");
  g_menu_append (list, C_ ("baseline", "None"), "view.retro-baseline(int64 -1)");
  for (guint i = 0; i < facts->baselines.n; i++)
    {
      g_autofree char *action = g_strdup_printf ("view.retro-baseline(int64 %" G_GINT64_FORMAT ")",
                                                 facts->baselines.items[i].id);

      g_menu_append (list, facts->baselines.items[i].name, action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, _ ("Compare With"), G_MENU_MODEL (list));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
new_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new (), files = g_menu_new (), papers = g_menu_new (),
                    rows = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (rows, _ ("Add a Task Below"), "view.retro-insert");
  g_menu_append (rows, _ ("Paste as Tasks Below"), "view.retro-paste");
  g_menu_append (rows, _ ("Fold All Phases"), "view.retro-fold");
  g_menu_append (rows, _ ("Unfold All Phases"), "view.retro-unfold");
  g_menu_append (rows, _ ("Book a Room for the Task…"), "view.retro-book");
  g_menu_append (rows, _ ("Add a Screening After the Task…"), "view.retro-screen");
  g_menu_append (rows, _ ("Reopen a Stage After a Screening…"), "view.retro-rework");
  g_menu_append (files, _ ("Import MS Project or GanttProject…"), "view.retro-import");
  g_menu_append (files, _ ("Export for MS Project…"), "view.retro-export-mspdi");
  g_menu_append (files, _ ("Export for GanttProject…"), "view.retro-export-gan");
  g_menu_append (papers, _ ("Print the Calendar…"), "view.retro-paper('retroplanning')");
  g_menu_append (papers, _ ("Print the Table…"), "view.retro-paper('retroplanning-tableau')");
  g_menu_append (papers, _ ("Print the Postproduction…"),
                 "view.retro-paper('planning-postproduction')");
  g_menu_append (papers, _ ("Print the Load…"), "view.retro-paper('charge-equipes')");
  g_menu_append (papers, _ ("Export as XLSX…"), "win.export-xlsx");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (rows));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Rows, import, export and papers"));
  plt_a11y_set_name (button, _ ("Rows, import, export and papers"));
  return button;
}

static void
add_head (PltView *view)
{
  GtkWidget *baseline = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (baseline), _ ("Baseline"));
  gtk_widget_add_css_class (baseline, "flat");
  plt_a11y_set_name (baseline, _ ("Baseline"));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (baseline), fill_baselines, view, NULL);
  plt_view_add_header_widget (view, "plan",
                              new_button (_ ("Template…"), "view.retro-template",
                                          _ ("Add the usual tasks that are missing")));
  plt_view_add_header_widget (view, "plan",
                              new_button (_ ("Counted…"), "view.retro-direction",
                                          _ ("Backwards from the PAD, or forwards from a day")));
  plt_view_add_header_widget (view, "plan", baseline);
  plt_view_add_header_widget (view, "rooms",
                              new_button (_ ("Reopen the Stage…"), "view.retro-rework",
                                          _ ("The stage of the screening that is selected is "
                                             "worked on again")));
  plt_view_add_header_widget (view, NULL, new_menu ());
}

static void
plt_retro_view_session_set (PltView *view, PltSession *session)
{
  PltRetroView *self = PLT_RETRO_VIEW (view);
  GtkWidget *calendars, *rooms;
  PltRetroModel *model;

  self->plan = plt_retro_page_new (session);
  model = plt_retro_page_get_model (PLT_RETRO_PAGE (self->plan));
  g_signal_connect_object (self->plan, "pane-changed", G_CALLBACK (show_pane), view,
                           G_CONNECT_SWAPPED);
  plt_view_add_page (view, "plan", C_ ("timeline", "Plan"), self->plan);
  plt_view_add_page (view, "load", C_ ("timeline", "Load"), plt_load_page_new (session, model));
  rooms = plt_register_set_new (session, "room_booking,screening,screening_note");
  plt_register_set_offer (
      PLT_REGISTER (plt_register_set_get_page (PLT_REGISTER_SET (rooms), "screening")),
      plt_screening_offer_new (session, model));
  plt_view_add_page (view, "rooms", _ ("Rooms and Screenings"), rooms);
  calendars = plt_register_set_new (session, "task_calendar,calendar_closing");
  plt_register_set_offer (
      PLT_REGISTER (plt_register_set_get_page (PLT_REGISTER_SET (calendars), "calendar_closing")),
      plt_closing_offer_new (session, model));
  plt_register_set_add (PLT_REGISTER_SET (calendars), "days-off", _ ("Days off"),
                        plt_days_off_new (session, model));
  plt_view_add_page (view, "calendars", _ ("Calendars"), calendars);
  plt_view_add_page (
      view, "lists", _ ("Lists"),
      plt_register_set_new (session, "task,task_link,task_person,baseline,baseline_task"));
  add_head (view);
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
