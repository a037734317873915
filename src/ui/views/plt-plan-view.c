#include "plt-plan-view.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-constraints-page.h"
#include "plt-calendar-page.h"
#include "plt-document-kind.h"
#include "plt-document-output.h"
#include "plt-empty-state.h"
#include "plt-export-view.h"
#include "plt-form.h"
#include "plt-list-page.h"
#include "plt-plan-bar.h"
#include "plt-plan-compare-page.h"
#include "plt-optimise-dialog.h"
#include "plt-plan-days.h"
#include "plt-plan-done.h"
#include "plt-plan-look.h"
#include "plt-plan-model.h"
#include "plt-plan-versions.h"
#include "plt-presence-page.h"
#include "plt-publish-plan.h"
#include "plt-planche-page.h"
#include "plt-register.h"
#include "plt-time.h"
#include "plt-window.h"

struct _PltPlanView
{
  PltView parent_instance;

  PltPlanModel *model;
  GtkWidget *versions;
  GtkWidget *stack; /* board, no-days, no-sequences */
  GtkWidget *board;
  GtkWidget *bar;
  GtkWidget *planche;
  GtkWidget *list, *presence, *calendar;
  GtkWidget *days;
  GtkWidget *compare;
  GtkWidget *constraints;
};

G_DEFINE_FINAL_TYPE (PltPlanView, plt_plan_view, PLT_TYPE_VIEW)

PltBoard *
plt_plan_view_get_board (PltPlanView *self)
{
  g_return_val_if_fail (PLT_IS_PLAN_VIEW (self), NULL);

  return self->board != NULL ? PLT_BOARD (self->board) : NULL;
}

static PltSession *
session_of (PltPlanView *self)
{
  return plt_view_get_session (PLT_VIEW (self));
}

/* ---- the board ---- */

/* "3 strips · 4 h 30": what is selected. */
static void
update_summary (PltPlanView *self)
{
  const PltBoardState *state = plt_board_model_get_state (PLT_BOARD_MODEL (self->model));
  g_autoptr (GArray) keys = plt_board_get_selected (PLT_BOARD (self->board));
  g_autofree char *count = NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;
  gboolean is_board = g_strcmp0 (plt_view_get_page (PLT_VIEW (self)), "board") == 0;
  gint64 minutes = 0;

  for (guint i = 0; i < keys->len; i++)
    {
      const PltBoardStrip *strip = plt_board_state_find (state, g_array_index (keys, gint64, i));

      minutes += strip != NULL && strip->minutes != PLT_UNKNOWN ? strip->minutes : 0;
    }
  count = g_strdup_printf (ngettext ("%u strip", "%u strips", keys->len), keys->len);
  time = plt_duration_format (minutes);
  text = g_strdup_printf ("%s \302\267 %s", count, time);
  plt_view_set_summary (PLT_VIEW (self), keys->len > 1 && is_board ? text : NULL);
}

static void
on_cursor_moved (PltPlanView *self)
{
  const PltBoardState *state = plt_board_model_get_state (PLT_BOARD_MODEL (self->model));
  PltBoardCoord at = plt_board_get_cursor (PLT_BOARD (self->board));
  const PltBoardStrip *strip = plt_board_state_strip (state, at.lane, at.index);
  const PltBoardLane *lane = plt_board_state_lane (state, at.lane);

  update_summary (self);
  if (strip != NULL && strip->id != 0)
    plt_session_select (session_of (self), "strip", strip->id, NULL);
  else if (strip != NULL)
    plt_session_select (session_of (self), "sequence", strip->sequence, NULL);
  else if (lane->day != 0)
    plt_session_select (session_of (self), "shooting_day", lane->day, NULL);
  else
    plt_session_select (session_of (self), "schedule", state->schedule, NULL);
}

static void
on_refused (PltPlanView *self, const char *sentence)
{
  plt_session_toast (session_of (self), sentence, NULL, NULL);
}

/* The form that can be seen: that of the side pane. */
static GtkWidget *
find_form (GtkWidget *widget)
{
  GtkWidget *found = PLT_IS_FORM (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_form (child);
  return found;
}

/* Shows the side pane with the form, and goes there. */
static void
on_open (PltPlanView *self, const char *table, gint64 id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *form;

  plt_session_select (session_of (self), table, id, NULL);
  if (!PLT_IS_WINDOW (root))
    return;
  g_action_group_change_action_state (G_ACTION_GROUP (root), "pane", g_variant_new_boolean (TRUE));
  form = find_form (GTK_WIDGET (root));
  if (form != NULL)
    plt_form_focus (PLT_FORM (form), NULL);
}

static GtkWidget *
new_board_page (PltPlanView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->board = plt_board_new (PLT_BOARD_MODEL (self->model));
  gtk_widget_set_vexpand (self->board, TRUE);
  g_signal_connect_swapped (self->board, "cursor-moved", G_CALLBACK (on_cursor_moved), self);
  g_signal_connect_swapped (self->board, "refused", G_CALLBACK (on_refused), self);
  self->bar = plt_plan_bar_new (session_of (self), PLT_BOARD (self->board));
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), self->board);

  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), box, "board");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-plan-symbolic", _ ("Schedule"),
                           _ ("Say on which days you shoot; then put the sequences on them."),
                           _ ("Add Days…"), "view.add-days"),
      "no-days");
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-plan-symbolic", _ ("Schedule"),
                           _ ("The schedule is made of sequences: import a screenplay, or type "
                              "them in the breakdown."),
                           _ ("Go to the Breakdown"), "win.go::breakdown"),
      "no-sequences");
  return self->stack;
}

/* ---- the other pages ---- */

static void
on_page_select (PltPlanView *self, const char *table, gint64 id)
{
  plt_session_select (session_of (self), table, id, NULL);
}

/* A page of its own that says what its cursor stands on. */
static void
add_page (PltPlanView *self, const char *id, const char *title, GtkWidget *page)
{
  plt_view_add_page (PLT_VIEW (self), id, title, page);
  g_signal_connect_object (page, "select", G_CALLBACK (on_page_select), self, G_CONNECT_SWAPPED);
}

/* ---- actions ---- */

static void
on_add_days (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (data);

  plt_plan_days_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, session_of (data));
}

static void
on_optimise (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (data);

  plt_optimise_dialog_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, session_of (data));
}

static void
on_strips (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (data);

  plt_plan_look_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, session_of (data));
}

static void
on_ask (PltPlanView *self, int act, const PltBoardTarget *target)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  plt_plan_ask (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, session_of (self),
                plt_board_model_get_state (PLT_BOARD_MODEL (self->model)), (PltBoardAct) act,
                target);
}

static void
on_model_add_days (PltPlanView *self)
{
  on_add_days (NULL, NULL, self);
}

/* The documents window when there is one, else the paper of this plan at once. */
static void
on_export_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkRoot *root = gtk_widget_get_root (data);

  if (!PLT_IS_WINDOW (root))
    return;
  if (g_action_group_get_action_enabled (G_ACTION_GROUP (root), "documents"))
    g_action_group_activate_action (G_ACTION_GROUP (root), "documents", NULL);
  else
    plt_export_view_present (PLT_WINDOW (root), "pdf");
}

static void
on_duplicate_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GError *error = NULL;

  if (plt_plan_duplicate (session_of (data), &error))
    plt_session_toast (session_of (data),
                       _ ("This is the copy; the production follows the other "
                          "one until you choose this one."),
                       NULL, NULL);
  else
    plt_session_take_error (session_of (data), error);
}

static void
on_choose_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GError *error = NULL;

  if (plt_plan_choose (session_of (data), &error))
    plt_session_toast (session_of (data), _ ("The production follows this schedule now."),
                       _ ("Undo"), "win.undo");
  else
    plt_session_take_error (session_of (data), error);
}

static void
on_rename_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  on_open (data, "schedule", plt_session_get_schedule_id (session_of (data)));
}

static GtkWindow *
window_of (PltPlanView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
on_publish_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_publish_plan_present (window_of (data), session_of (data));
}

static void
on_compare_plans (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltPlanView *self = data;

  plt_view_show_page (PLT_VIEW (self), "compare");
  plt_plan_compare_page_grab_focus (PLT_PLAN_COMPARE_PAGE (self->compare));
}

static void
on_plan_history (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltPlanView *self = data;

  plt_plan_compare_page_show_history (PLT_PLAN_COMPARE_PAGE (self->compare));
  on_compare_plans (NULL, NULL, self);
}

static void
on_delete_plan (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_plan_delete_ask (window_of (data), session_of (data),
                       plt_session_get_schedule_id (session_of (data)));
}

static void
on_export_compare (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltView *view = data;
  PltDocument *document;
  GError *error = NULL;

  plt_view_show_page (view, "compare");
  document = plt_view_get_document (view, &error);
  if (document != NULL)
    plt_document_output_save (GTK_WIDGET (view), session_of (data), document, "pdf", NULL, NULL);
  else
    plt_session_take_error (session_of (data), error);
}

static void
on_version_activated (PltPlanView *self, gint64 schedule)
{
  gint64 current = plt_session_get_facts (session_of (self))->production.schedule;

  plt_session_look_at_schedule (session_of (self), schedule == current ? 0 : schedule);
  plt_view_show_page (PLT_VIEW (self), "board");
}

static void
on_version_deleted (PltPlanView *self, gint64 schedule)
{
  plt_plan_delete_ask (window_of (self), session_of (self), schedule);
}

/* The register of the page shown, NULL where there is none. */
static PltRegister *
shown_register (PltPlanView *self)
{
  const char *page = plt_view_get_page (PLT_VIEW (self));

  if (g_strcmp0 (page, "days") == 0 && self->days != NULL)
    return PLT_REGISTER (self->days);
  if (g_strcmp0 (page, "constraints") == 0)
    return plt_constraints_page_get_register (PLT_CONSTRAINTS_PAGE (self->constraints));
  return NULL;
}

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_add_row (shown_register (data));
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_delete_rows (shown_register (data));
}

static void
on_import_csv (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_import_csv (shown_register (data));
}

static void
on_columns (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_register_show_columns (shown_register (data));
}

/* What is done to the rows of a register, only where one is shown. */
static void
update_row_actions (PltPlanView *self)
{
  PltView *view = PLT_VIEW (self);
  PltSession *session = plt_view_get_session (view);
  gboolean list = shown_register (self) != NULL;
  gboolean writable = list && session != NULL && !plt_session_is_read_only (session);

  plt_view_set_action_enabled (view, "add-row", writable);
  plt_view_set_action_enabled (view, "delete-row", writable);
  plt_view_set_action_enabled (view, "import-csv", writable);
  plt_view_set_action_enabled (view, "columns", list);
}

static const GActionEntry entries[] = {
  { "add-row", on_add_row },
  { "delete-row", on_delete_row },
  { "import-csv", on_import_csv },
  { "columns", on_columns },
  { "strips", on_strips },
  { "add-days", on_add_days },
  { "optimise", on_optimise },
  { "export-plan", on_export_plan },
  { "duplicate-plan", on_duplicate_plan },
  { "choose-plan", on_choose_plan },
  { "rename-plan", on_rename_plan },
  { "publish-plan", on_publish_plan },
  { "compare-plans", on_compare_plans },
  { "plan-history", on_plan_history },
  { "delete-plan", on_delete_plan },
  { "export-compare", on_export_compare },
};

static void
add_header (PltPlanView *self)
{
  PltView *view = PLT_VIEW (self);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) versions = g_menu_new ();
  g_autoptr (GMenu) paper = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->versions = plt_plan_versions_new (session_of (self));
  g_menu_append (versions, _ ("Copy This Schedule"), "view.duplicate-plan");
  g_menu_append (versions, _ ("Name and Length of a Day…"), "view.rename-plan");
  g_menu_append (versions, _ ("Follow This Schedule"), "view.choose-plan");
  g_menu_append (versions, _ ("Publish the Schedule…"), "view.publish-plan");
  g_menu_append (versions, _ ("Compare Two Versions"), "view.compare-plans");
  g_menu_append (versions, _ ("History of the Schedule"), "view.plan-history");
  g_menu_append (versions, _ ("Delete This Version…"), "view.delete-plan");
  g_menu_append (paper, _ ("Optimise…"), "view.optimise");
  g_menu_append (paper, _ ("Add Days…"), "view.add-days");
  g_menu_append (paper, _ ("Export the Schedule…"), "view.export-plan");
  g_menu_append (paper, _ ("Export for Other Scheduling Programs (USS)…"), "win.export-uss");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (versions));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (paper));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("Versions and export"));
  plt_a11y_set_name (button, _ ("Versions and export"));
  plt_view_add_header_widget (view, NULL, self->versions);
  plt_view_add_header_widget (view, NULL, button);
}

/* ---- the view ---- */

static void
plt_plan_view_session_set (PltView *view, PltSession *session)
{
  PltPlanView *self = PLT_PLAN_VIEW (view);

  self->model = plt_plan_model_new (session);
  g_signal_connect_object (self->model, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "add-days", G_CALLBACK (on_model_add_days), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "ask", G_CALLBACK (on_ask), self, G_CONNECT_SWAPPED);
  plt_view_add_page (view, "board", _ ("Board"), new_board_page (self));
  self->planche = plt_planche_page_new (session);
  g_signal_connect_swapped (self->planche, "open", G_CALLBACK (on_open), self);
  plt_view_add_page (view, "planche", _ ("Planche"), self->planche);
  self->list = plt_list_page_new (session);
  add_page (self, "list", _ ("List"), self->list);
  self->presence = plt_presence_page_new (session);
  add_page (self, "presence", _ ("Presence"), self->presence);
  self->calendar = plt_calendar_page_new (session);
  add_page (self, "calendar", _ ("Calendar"), self->calendar);
  g_signal_connect_object (self->calendar, "open", G_CALLBACK (on_open), self, G_CONNECT_SWAPPED);
  self->days = plt_register_new (session, "shooting_day", NULL);
  plt_view_add_page (view, "days", _ ("Days"), self->days);
  self->constraints = plt_constraints_page_new (session);
  plt_view_add_page (view, "constraints", _ ("Constraints"), self->constraints);
  self->compare = plt_plan_compare_page_new (session);
  g_signal_connect_object (self->compare, "version-activated", G_CALLBACK (on_version_activated),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->compare, "version-deleted", G_CALLBACK (on_version_deleted), self,
                           G_CONNECT_SWAPPED);
  plt_view_add_page (view, "compare", _ ("Compare"), self->compare);
  add_header (self);
  update_row_actions (self);
  if (plt_session_is_read_only (session))
    {
      plt_view_set_action_enabled (view, "add-days", FALSE);
      plt_view_set_action_enabled (view, "optimise", FALSE);
      plt_view_set_action_enabled (view, "strips", FALSE);
      plt_view_set_action_enabled (view, "duplicate-plan", FALSE);
      plt_view_set_action_enabled (view, "choose-plan", FALSE);
      plt_view_set_action_enabled (view, "publish-plan", FALSE);
      plt_view_set_action_enabled (view, "delete-plan", FALSE);
    }
}

static void
plt_plan_view_refresh (PltView *view)
{
  PltPlanView *self = PLT_PLAN_VIEW (view);
  const PltPlan *plan = plt_session_get_plan (session_of (self));
  const PltFacts *facts = plt_session_get_facts (session_of (self));
  g_autofree char *schedule
      = g_strdup_printf ("%" G_GINT64_FORMAT, plt_session_get_schedule_id (session_of (self)));

  plt_plan_versions_refresh (self->versions);
  plt_plan_compare_page_refresh (PLT_PLAN_COMPARE_PAGE (self->compare));
  plt_plan_model_refresh (self->model);
  plt_plan_bar_refresh (PLT_PLAN_BAR (self->bar),
                        plt_board_model_get_state (PLT_BOARD_MODEL (self->model)));
  plt_planche_page_refresh (PLT_PLANCHE_PAGE (self->planche));
  plt_list_page_refresh (PLT_LIST_PAGE (self->list));
  plt_presence_page_refresh (PLT_PRESENCE_PAGE (self->presence));
  plt_calendar_page_refresh (PLT_CALENDAR_PAGE (self->calendar));
  plt_register_set_filter (PLT_REGISTER (self->days), "schedule",
                           g_str_equal (schedule, "0") ? NULL : schedule);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), plan->days->len > 0 ? "board"
                                                             : facts->sequences.n > 0
                                                                 ? "no-days"
                                                                 : "no-sequences");
  update_summary (self);
}

static gboolean
plt_plan_view_grab_content_focus (PltView *view)
{
  PltPlanView *self = PLT_PLAN_VIEW (view);
  const char *page = plt_view_get_page (view);

  if (g_strcmp0 (page, "board") == 0)
    return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "board") == 0
           && gtk_widget_grab_focus (self->board);
  if (g_strcmp0 (page, "planche") == 0)
    return plt_planche_page_grab_focus (PLT_PLANCHE_PAGE (self->planche));
  if (g_strcmp0 (page, "compare") == 0)
    return plt_plan_compare_page_grab_focus (PLT_PLAN_COMPARE_PAGE (self->compare));
  if (shown_register (self) != NULL)
    return plt_register_grab_focus (shown_register (self));
  if (g_strcmp0 (page, "calendar") == 0)
    return gtk_widget_grab_focus (self->calendar);
  return gtk_widget_grab_focus (
      GTK_WIDGET (g_strcmp0 (page, "list") == 0
                      ? plt_list_page_get_grid (PLT_LIST_PAGE (self->list))
                      : plt_presence_page_get_grid (PLT_PRESENCE_PAGE (self->presence))));
}

static gboolean
select_on_board (PltPlanView *self, PltRef ref)
{
  const PltBoardState *state = plt_board_model_get_state (PLT_BOARD_MODEL (self->model));
  PltBoardCoord at = { -1, PLT_BOARD_HEAD };

  if (g_str_equal (ref.table, "shooting_day"))
    at.lane = plt_board_state_lane_of_day (state, ref.id);
  else if (g_str_equal (ref.table, "strip"))
    plt_board_state_locate (state, ref.id, &at.lane, &at.index);
  else if (g_str_equal (ref.table, "sequence"))
    plt_board_state_locate (state, -ref.id, &at.lane, &at.index);
  if (at.lane < 0)
    return FALSE;
  plt_board_set_cursor (PLT_BOARD (self->board), at);
  return TRUE;
}

static gboolean
plt_plan_view_select_ref (PltView *view, PltRef ref)
{
  PltPlanView *self = PLT_PLAN_VIEW (view);
  const char *page = plt_view_get_page (view);

  if (ref.table == NULL)
    return FALSE;
  if (g_str_equal (ref.table, "schedule"))
    return TRUE;
  if (((g_strcmp0 (page, "constraints") != 0 && g_str_equal (ref.table, "event"))
       || (g_strcmp0 (page, "calendar") == 0 && g_str_equal (ref.table, "shooting_day")))
      && plt_calendar_page_select_ref (PLT_CALENDAR_PAGE (self->calendar), ref))
    {
      plt_view_show_page (view, "calendar");
      gtk_widget_grab_focus (self->calendar);
      return TRUE;
    }
  if (g_str_equal (ref.table, "element"))
    {
      if (!plt_presence_page_select_ref (PLT_PRESENCE_PAGE (self->presence), ref))
        return FALSE;
      plt_view_show_page (view, "presence");
      return TRUE;
    }
  if (g_strcmp0 (page, "days") == 0 && g_str_equal (ref.table, "shooting_day"))
    return plt_register_select_ref (PLT_REGISTER (self->days), ref);
  if (plt_constraints_page_show (PLT_CONSTRAINTS_PAGE (self->constraints), ref.table))
    {
      plt_view_show_page (view, "constraints");
      return ref.id == 0
             || plt_constraints_page_select_ref (PLT_CONSTRAINTS_PAGE (self->constraints), ref);
    }
  if (g_strcmp0 (page, "planche") == 0
      && plt_planche_page_select_ref (PLT_PLANCHE_PAGE (self->planche), ref))
    return TRUE;
  if (!select_on_board (self, ref))
    return FALSE;
  plt_view_show_page (view, "board");
  gtk_widget_grab_focus (self->board);
  return TRUE;
}

static gboolean
plt_plan_view_start_search (PltView *view)
{
  PltPlanView *self = PLT_PLAN_VIEW (view);

  if (shown_register (self) != NULL)
    plt_register_start_search (shown_register (self));
  else if (g_strcmp0 (plt_view_get_page (view), "planche") == 0)
    plt_planche_page_start_search (PLT_PLANCHE_PAGE (self->planche));
  else if (g_strcmp0 (plt_view_get_page (view), "list") == 0)
    plt_list_page_start_search (PLT_LIST_PAGE (self->list));
  else
    {
      plt_view_show_page (view, "board");
      plt_plan_bar_focus_search (PLT_PLAN_BAR (self->bar));
    }
  return TRUE;
}

static void
set_schedule (PltParams *params, const char *kind, const char *name, gint64 schedule)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, schedule);

  plt_params_set (params, plt_document_kind_find (kind), name, id, NULL);
}

/* The comparison that is shown, or the version that is looked at. */
/* The paper of a page: the planche for the board. */
static const char *
kind_of_page (const char *page)
{
  static const char *const kinds[][2] = { { "compare", "comparatif-plans" },
                                          { "list", "plan-a-plat" },
                                          { "presence", "dood" },
                                          { "calendar", "calendrier" } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (page, kinds[i][0]) == 0)
      return kinds[i][1];
  return "plan-de-travail";
}

static PltDocument *
build_paper (PltPlanView *self, GError **error)
{
  const char *kind = kind_of_page (plt_view_get_page (PLT_VIEW (self)));
  gboolean compare = g_str_equal (kind, "comparatif-plans");
  g_autoptr (PltParams) params = plt_params_new ();
  gint64 before, after;

  plt_plan_compare_page_get (PLT_PLAN_COMPARE_PAGE (self->compare), &before, &after);
  if (!compare)
    set_schedule (params, kind, "plan", plt_session_get_schedule_id (session_of (self)));
  else if (before != 0 && after != 0)
    {
      set_schedule (params, kind, "a", before);
      set_schedule (params, kind, "b", after);
    }
  return plt_document_build (plt_session_get_store (session_of (self)), kind, params, error);
}

static PltDocument *
plt_plan_view_get_document (PltView *view, GError **error)
{
  PltPlanView *self = PLT_PLAN_VIEW (view);

  if (shown_register (self) != NULL)
    return plt_register_get_document (shown_register (self), error);
  return build_paper (self, error);
}

static void
plt_plan_view_page_shown (PltView *view, const char *page)
{
  PltPlanView *self = PLT_PLAN_VIEW (view);

  if (self->board != NULL)
    update_summary (self);
  update_row_actions (self);
}

static void
plt_plan_view_dispose (GObject *object)
{
  PltPlanView *self = PLT_PLAN_VIEW (object);

  if (self->board != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->board, self);
      self->board = NULL;
    }
  g_clear_object (&self->model);
  G_OBJECT_CLASS (plt_plan_view_parent_class)->dispose (object);
}

static void
plt_plan_view_class_init (PltPlanViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_plan_view_dispose;
  view_class->session_set = plt_plan_view_session_set;
  view_class->refresh = plt_plan_view_refresh;
  view_class->grab_content_focus = plt_plan_view_grab_content_focus;
  view_class->select_ref = plt_plan_view_select_ref;
  view_class->start_search = plt_plan_view_start_search;
  view_class->get_document = plt_plan_view_get_document;
  view_class->page_shown = plt_plan_view_page_shown;
}

static void
plt_plan_view_init (PltPlanView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
