#include "plt-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-effect-scheme.h"
#include "plt-focus-ring.h"
#include "plt-grid-colors.h"
#include "plt-settings.h"
#include "plt-shortcuts.h"
#include "plt-start-page.h"
#include "plt-views.h"
#include "plt-window-private.h"

#define MAX_PAST 64
#define SIDEBAR_WIDTH 176

G_DEFINE_FINAL_TYPE (PltWindow, plt_window, GTK_TYPE_APPLICATION_WINDOW)

PltWindow *
plt_window_new (GtkApplication *application)
{
  return g_object_new (PLT_TYPE_WINDOW, "application", application, NULL);
}

PltSession *
plt_window_get_session (PltWindow *self)
{
  g_return_val_if_fail (PLT_IS_WINDOW (self), NULL);

  return self->session;
}

PltView *
plt_window_get_view (PltWindow *self)
{
  GtkWidget *child;

  g_return_val_if_fail (PLT_IS_WINDOW (self), NULL);

  child = self->views != NULL ? gtk_stack_get_visible_child (GTK_STACK (self->views)) : NULL;
  return child != NULL ? PLT_VIEW (child) : NULL;
}

void
plt_window_toast (PltWindow *self, const char *text, const char *button, const char *action)
{
  g_return_if_fail (PLT_IS_WINDOW (self));

  plt_toaster_show (PLT_TOASTER (self->toaster), text, button, action);
  self->toast_undoes = g_strcmp0 (action, "win.undo") == 0;
}

const char *
plt_window_get_toast (PltWindow *self)
{
  g_return_val_if_fail (PLT_IS_WINDOW (self), "");

  return plt_toaster_get_text (PLT_TOASTER (self->toaster));
}

void
plt_window_set_banner (PltWindow *self, const char *sentence)
{
  g_return_if_fail (PLT_IS_WINDOW (self));

  gtk_label_set_label (GTK_LABEL (self->banner_text), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->banner, sentence != NULL);
}

/* ---- what the head says ---- */

static void
update_title (PltWindow *self)
{
  const PltFacts *facts;
  g_autofree char *subtitle = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _ ("Plateau"));
      gtk_label_set_label (GTK_LABEL (self->title), _ ("Plateau"));
      return;
    }
  facts = plt_session_get_facts (self->session);
  subtitle = plt_session_subtitle (self->session);
  text = g_strjoin (*subtitle != '\0' ? " · " : "", facts->production.title, subtitle, NULL);
  gtk_window_set_title (GTK_WINDOW (self), text);
  gtk_label_set_label (GTK_LABEL (self->title), text);
}

static void
update_step (GtkWidget *button, const char *action, const char *what)
{
  g_autofree char *tip = plt_shortcut_tooltip (action, what);

  gtk_widget_set_tooltip_text (button, tip);
}

static void
update_undo (PltWindow *self)
{
  PltStore *store = self->session != NULL ? plt_session_get_store (self->session) : NULL;
  g_autofree char *undo = store != NULL ? plt_store_undo_label (store) : NULL;
  g_autofree char *redo = store != NULL ? plt_store_redo_label (store) : NULL;
  /* Translators: %s is what would be undone: "Undo: Move sequence 12" */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo) : NULL;
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo) : NULL;

  if (self->toast_undoes)
    plt_toaster_hide (PLT_TOASTER (self->toaster));
  self->toast_undoes = FALSE;
  update_step (self->undo, "win.undo", undo_text != NULL ? undo_text : _ ("Nothing to undo"));
  update_step (self->redo, "win.redo", redo_text != NULL ? redo_text : _ ("Nothing to redo"));
  plt_window_update_actions (self);
}

static void
update_issues (PltWindow *self)
{
  guint all = plt_session_count_issues (self->session, NULL, PLT_SEVERITY_WARNING);
  guint errors = plt_session_count_issues (self->session, NULL, PLT_SEVERITY_ERROR);
  g_autofree char *count = g_strdup_printf ("%u", all);
  g_autofree char *name = g_strdup_printf (ngettext ("%u issue", "%u issues", all), all);
  g_autofree char *tip = plt_shortcut_tooltip ("win.issues", name);

  gtk_label_set_label (GTK_LABEL (self->issues_count), count);
  gtk_widget_set_tooltip_text (self->issues, tip);
  plt_a11y_set_name (self->issues, name);
  gtk_widget_remove_css_class (self->issues, "error");
  gtk_widget_remove_css_class (self->issues, "warning");
  if (all > 0)
    gtk_widget_add_css_class (self->issues, errors > 0 ? "error" : "warning");
}

static void
on_session_changed (PltWindow *self)
{
  PltEffectScheme effects = plt_effect_scheme_new (plt_session_get_facts (self->session));

  plt_grid_colors_set_effects (GTK_WIDGET (self), &effects);
  update_title (self);
}

/* ---- going about ---- */

static char *
place_now (PltWindow *self)
{
  PltView *view = plt_window_get_view (self);

  if (view == NULL)
    return NULL;
  return g_strjoin (" ", plt_view_get_info (view)->id,
                    plt_view_get_page (view) != NULL ? plt_view_get_page (view) : "", NULL);
}

static void
on_summary (PltView *view, GParamSpec *pspec, PltWindow *self)
{
  if (view == plt_window_get_view (self))
    plt_status_bar_set_summary (PLT_STATUS_BAR (self->status), plt_view_get_summary (view));
}

/* What the view on the screen has of its own for the side pane. */
static void
show_view_pane (PltWindow *self)
{
  PltView *view = plt_window_get_view (self);
  const char *title = NULL;
  GtkWidget *pane = view != NULL ? plt_view_get_pane (view, &title) : NULL;

  plt_side_pane_set_view_page (PLT_SIDE_PANE (self->pane), title, pane);
}

static gboolean
carries_form (PltWindow *self)
{
  PltView *view = plt_window_get_view (self);

  return view != NULL && plt_view_carries_form (view);
}

static void
set_pane_visible (PltWindow *self, gboolean visible)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "pane");

  gtk_widget_set_visible (self->pane, visible);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (visible));
}

/* As it was wanted in views of this kind; issues and history that are being read stay. */
static void
arrange_pane (PltWindow *self)
{
  const char *shown = plt_side_pane_get_shown (PLT_SIDE_PANE (self->pane));
  gboolean reading = plt_window_is_pane_shown (self)
                     && (g_str_equal (shown, "issues") || g_str_equal (shown, "history"));

  set_pane_visible (self, self->pane_wanted[carries_form (self)] || reading);
}

static void
on_view_pane (PltView *view, GParamSpec *pspec, PltWindow *self)
{
  if (view == plt_window_get_view (self))
    show_view_pane (self);
}

static PltView *
find_view (PltWindow *self, const PltViewInfo *info)
{
  GtkWidget *child = gtk_stack_get_child_by_name (GTK_STACK (self->views), info->id);
  PltView *view;

  if (child != NULL)
    return PLT_VIEW (child);
  view = plt_view_info_create (info);
  plt_view_set_session (view, self->session);
  gtk_stack_add_named (GTK_STACK (self->views), GTK_WIDGET (view), info->id);
  g_signal_connect_object (view, "notify::summary", G_CALLBACK (on_summary), self, 0);
  g_signal_connect_object (view, "notify::pane", G_CALLBACK (on_view_pane), self, 0);
  return view;
}

/* What was selected elsewhere is not what a view is about. */
static void
leave_selection (PltWindow *self, const PltViewInfo *next)
{
  const char *table = plt_session_get_selection (self->session).table;

  if (table != NULL && plt_views_find_table (table) != next)
    plt_session_select (self->session, NULL, 0, NULL);
}

gboolean
plt_window_show_view (PltWindow *self, const char *id, const char *page)
{
  const PltViewInfo *info = plt_views_find (id);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  PltView *view;

  g_return_val_if_fail (PLT_IS_WINDOW (self), FALSE);

  if (self->session == NULL || info == NULL)
    return FALSE;
  before = place_now (self);
  view = find_view (self, info);
  if (view != plt_window_get_view (self))
    leave_selection (self, info);
  if (page != NULL && *page != '\0')
    plt_view_show_page (view, page);
  gtk_stack_set_visible_child (GTK_STACK (self->views), GTK_WIDGET (view));
  show_view_pane (self);
  arrange_pane (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "view", plt_view_get_actions (view));
  plt_sidebar_set_current (PLT_SIDEBAR (self->sidebar), info->id);
  plt_status_bar_set_summary (PLT_STATUS_BAR (self->status), plt_view_get_summary (view));
  after = place_now (self);
  if (!self->travelling && before != NULL && g_strcmp0 (before, after) != 0)
    {
      g_ptr_array_add (self->past, g_steal_pointer (&before));
      g_ptr_array_set_size (self->future, 0);
      if (self->past->len > MAX_PAST)
        g_ptr_array_remove_index (self->past, 0);
    }
  plt_window_update_actions (self);
  return TRUE;
}

void
plt_window_go (PltWindow *self, int step)
{
  GPtrArray *from = step < 0 ? self->past : self->future;
  GPtrArray *to = step < 0 ? self->future : self->past;
  g_autofree char *place = NULL;
  char *page;

  if (from->len == 0)
    return;
  g_ptr_array_add (to, place_now (self));
  place = g_ptr_array_steal_index (from, from->len - 1);
  page = strchr (place, ' ');
  *page++ = '\0';
  self->travelling = TRUE;
  plt_window_show_view (self, place, page);
  self->travelling = FALSE;
  if (plt_window_get_view (self) != NULL)
    plt_view_grab_content_focus (plt_window_get_view (self));
}

gboolean
plt_window_open_ref (PltWindow *self, PltRef ref)
{
  PltView *now;
  const PltViewInfo *info;

  g_return_val_if_fail (PLT_IS_WINDOW (self), FALSE);

  if (self->session == NULL || ref.table == NULL)
    return FALSE;
  plt_session_select (self->session, ref.table, ref.id, ref.column);
  now = plt_window_get_view (self);
  info = plt_views_find_table (ref.table);
  if (now != NULL && (info == NULL || plt_view_get_info (now) == info))
    return plt_view_select_ref (now, ref);
  if (info == NULL || !plt_window_show_view (self, info->id, NULL))
    return FALSE;
  return plt_view_select_ref (plt_window_get_view (self), ref);
}

static void
on_open_ref (PltWindow *self, const PltRef *ref)
{
  if (!plt_window_open_ref (self, *ref))
    plt_window_show_pane (self, TRUE);
}

static void
on_view_activated (PltWindow *self, const char *id)
{
  plt_window_show_view (self, id, NULL);
}

static void
on_view_entered (PltWindow *self)
{
  if (plt_window_get_view (self) != NULL)
    plt_view_grab_content_focus (plt_window_get_view (self));
}

gboolean
plt_window_is_pane_shown (PltWindow *self)
{
  return self->pane != NULL && gtk_widget_get_visible (self->pane);
}

void
plt_window_show_pane (PltWindow *self, gboolean visible)
{
  if (self->pane == NULL)
    return;
  self->pane_wanted[carries_form (self)] = visible;
  set_pane_visible (self, visible);
}

/* ---- the production's part of the window ---- */

void
plt_window_focus_form (PltWindow *self, const char *column)
{
  g_return_if_fail (PLT_IS_WINDOW (self));

  if (self->pane == NULL)
    return;
  plt_side_pane_show (PLT_SIDE_PANE (self->pane), "form");
  plt_window_show_pane (self, TRUE);
  plt_form_focus (plt_side_pane_get_form (PLT_SIDE_PANE (self->pane)), column);
}

static GtkWidget *
new_paned (GtkWidget *start, GtkWidget *end, gboolean start_grows)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_paned_set_start_child (GTK_PANED (paned), start);
  gtk_paned_set_end_child (GTK_PANED (paned), end);
  gtk_paned_set_resize_start_child (GTK_PANED (paned), start_grows);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), !start_grows);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (paned),
                             TRUE); /* a narrow one steals its neighbour's clicks */
  return paned;
}

static GtkWidget *
new_production_page (PltWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner;

  self->sidebar = plt_sidebar_new (self->session);
  gtk_widget_set_size_request (self->sidebar, SIDEBAR_WIDTH, -1);
  g_signal_connect_swapped (self->sidebar, "view-activated", G_CALLBACK (on_view_activated), self);
  g_signal_connect_swapped (self->sidebar, "view-entered", G_CALLBACK (on_view_entered), self);
  self->views = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->views), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->views), FALSE);
  self->pane = plt_side_pane_new (self->session);
  self->status = plt_status_bar_new (self->session);
  inner = new_paned (self->views, self->pane, TRUE);
  self->panes = new_paned (self->sidebar, inner, FALSE);
  gtk_paned_set_position (GTK_PANED (self->panes), SIDEBAR_WIDTH);
  gtk_widget_set_vexpand (self->panes, TRUE);
  gtk_box_append (GTK_BOX (box), self->panes);
  gtk_box_append (GTK_BOX (box), self->status);
  return box;
}

void
plt_window_set_session (PltWindow *self, PltSession *session)
{
  g_autofree char *last = plt_settings_get_string ("last-view");
  const char *path;

  g_return_if_fail (PLT_IS_WINDOW (self) && PLT_IS_SESSION (session) && self->session == NULL);

  self->session = g_object_ref (session);
  gtk_stack_add_named (GTK_STACK (self->stack), new_production_page (self), "production");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "production");
  gtk_widget_set_visible (self->header_production, TRUE);
  gtk_widget_set_visible (self->header_end, TRUE);
  g_signal_connect_object (session, "issues-changed", G_CALLBACK (update_issues), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "open-ref", G_CALLBACK (on_open_ref), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "toast", G_CALLBACK (plt_window_toast), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plt_session_get_store (session), "history-changed",
                           G_CALLBACK (update_undo), self, G_CONNECT_SWAPPED);
  plt_window_show_pane (self, plt_settings_get_boolean ("pane-visible", TRUE));
  gtk_widget_set_visible (self->sidebar, plt_settings_get_boolean ("sidebar-visible", TRUE));
  if (plt_session_is_read_only (session))
    plt_window_set_banner (self, _ ("This production is open to be read only: nothing can be "
                                    "changed. Save a copy to work on it."));
  on_session_changed (self);
  update_issues (self);
  update_undo (self);
  if (!plt_window_show_view (self, last, NULL))
    plt_window_show_view (self, "home", NULL);
  on_view_entered (self); /* the keys are for the view, not for the sidebar */
  path = plt_store_get_path (plt_session_get_store (session));
  if (path != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      plt_settings_add_recent (file);
    }
}

/* ---- the head ---- */

static GMenuModel *
new_menu (void)
{
  static const char *const sections[][8] = {
    { "app.new", "app.open", "win.import-script" },
    { "win.documents", "win.export-xlsx", "win.export-csv", "win.export-uss" },
    { "win.save-copy", "win.snapshot", "win.snapshots", "win.history" },
    { "win.palette", "win.sidebar", "win.pane", "win.fullscreen" },
    { "app.preferences", "win.shortcuts", "app.about" },
    { "win.close", "app.quit" },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint j = 0; j < G_N_ELEMENTS (sections[i]) && sections[i][j] != NULL; j++)
        g_menu_append (section, _ (plt_shortcuts_find (sections[i][j])->title), sections[i][j]);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_tool (const char *icon, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *tip = plt_shortcut_tooltip (action, name);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tip);
  plt_a11y_set_name (button, name);
  return button;
}

static GtkWidget *
new_search_button (void)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *tip = plt_shortcut_tooltip ("win.palette", _ ("Search everything"));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("system-search-symbolic"));
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("Search")));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.palette");
  gtk_widget_set_tooltip_text (button, tip);
  plt_a11y_set_name (button, _ ("Search everything"));
  return button;
}

static GtkWidget *
new_issues_button (PltWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->issues = gtk_button_new ();
  self->issues_count = gtk_label_new ("0");
  gtk_widget_add_css_class (self->issues_count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("plt-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), self->issues_count);
  gtk_button_set_child (GTK_BUTTON (self->issues), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->issues), "win.issues");
  plt_a11y_set_name (self->issues, _ ("Issues"));
  gtk_widget_add_css_class (self->issues, "issues-button");
  return self->issues;
}

static GtkWidget *
new_header (PltWindow *self)
{
  GtkWidget *header = gtk_header_bar_new ();
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenuModel) model = new_menu ();

  self->title = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "title");
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (header), self->title);

  self->header_production = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (self->header_production),
                  new_tool ("plt-sidebar-symbolic", "win.sidebar", _ ("Sidebar")));
  self->undo = new_tool ("plt-undo-symbolic", "win.undo", _ ("Undo"));
  self->redo = new_tool ("plt-redo-symbolic", "win.redo", _ ("Redo"));
  gtk_box_append (GTK_BOX (self->header_production), self->undo);
  gtk_box_append (GTK_BOX (self->header_production), self->redo);
  gtk_header_bar_pack_start (GTK_HEADER_BAR (header), self->header_production);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "open-menu-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), model);
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (menu), TRUE);
  gtk_widget_set_tooltip_text (menu, _ ("Main menu"));
  plt_a11y_set_name (menu, _ ("Main menu"));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), menu);
  self->header_end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_append (GTK_BOX (self->header_end), new_search_button ());
  gtk_box_append (GTK_BOX (self->header_end), new_issues_button (self));
  gtk_box_append (GTK_BOX (self->header_end),
                  new_tool ("plt-pane-symbolic", "win.pane", _ ("Side Pane")));
  gtk_header_bar_pack_end (GTK_HEADER_BAR (header), self->header_end);
  gtk_widget_set_visible (self->header_production, FALSE);
  gtk_widget_set_visible (self->header_end, FALSE);
  return header;
}

static GtkWidget *
new_banner (PltWindow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Save a Copy…"));

  self->banner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->banner_text = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->banner_text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->banner_text), 0);
  gtk_widget_set_hexpand (self->banner_text, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.save-copy");
  gtk_box_append (GTK_BOX (self->banner), self->banner_text);
  gtk_box_append (GTK_BOX (self->banner), button);
  gtk_widget_add_css_class (self->banner, "banner");
  gtk_widget_set_visible (self->banner, FALSE);
  return self->banner;
}

static gboolean
plt_window_close_request (GtkWindow *window)
{
  PltWindow *self = PLT_WINDOW (window);
  PltView *view = plt_window_get_view (self);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  plt_settings_set_boolean ("window-maximized", gtk_window_is_maximized (window));
  if (width >= 360 && height >= 240)
    {
      plt_settings_set_int ("window-width", width);
      plt_settings_set_int ("window-height", height);
    }
  if (view != NULL)
    {
      plt_form_commit (plt_side_pane_get_form (PLT_SIDE_PANE (self->pane)));
      plt_settings_set_boolean ("sidebar-visible", gtk_widget_get_visible (self->sidebar));
      plt_settings_set_boolean ("pane-visible", self->pane_wanted[FALSE]);
      plt_settings_set_string ("last-view", plt_view_get_info (view)->id);
    }
  return GTK_WINDOW_CLASS (plt_window_parent_class)->close_request (window);
}

static void
plt_window_dispose (GObject *object)
{
  PltWindow *self = PLT_WINDOW (object);

  if (self->session != NULL)
    {
      /* What was being typed is kept; then nothing is shown any more. */
      if (self->pane != NULL)
        plt_form_commit (plt_side_pane_get_form (PLT_SIDE_PANE (self->pane)));
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (plt_session_get_store (self->session), self);
    }
  self->views = NULL;
  self->sidebar = NULL;
  self->pane = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_window_parent_class)->dispose (object);
}

static void
plt_window_finalize (GObject *object)
{
  PltWindow *self = PLT_WINDOW (object);

  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);

  G_OBJECT_CLASS (plt_window_parent_class)->finalize (object);
}

static void
plt_window_class_init (PltWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = plt_window_close_request;
}

/* On X11 what is asked of GTK 4.8 before the window is there is forgotten. */
static void
on_first_map (PltWindow *self)
{
  g_signal_handlers_disconnect_by_func (self, on_first_map, NULL);
  gtk_window_maximize (GTK_WINDOW (self));
}

static void
plt_window_init (PltWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->past = g_ptr_array_new_with_free_func (g_free);
  self->future = g_ptr_array_new_with_free_func (g_free);
  plt_window_add_actions (self);
  gtk_window_set_titlebar (GTK_WINDOW (self), new_header (self));
  gtk_window_set_default_size (GTK_WINDOW (self), plt_settings_get_int ("window-width", 1280),
                               plt_settings_get_int ("window-height", 800));
  if (plt_settings_get_boolean ("window-maximized", FALSE))
    {
      gtk_window_maximize (GTK_WINDOW (self));
      g_signal_connect_after (self, "map", G_CALLBACK (on_first_map), NULL);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "plateau");
  plt_focus_ring_attach (GTK_WINDOW (self));

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), plt_start_page_new (), "start");
  gtk_box_append (GTK_BOX (box), new_banner (self));
  gtk_box_append (GTK_BOX (box), self->stack);
  self->toaster = plt_toaster_new ();
  plt_toaster_set_child (PLT_TOASTER (self->toaster), box);
  gtk_window_set_child (GTK_WINDOW (self), self->toaster);
  update_title (self);
  plt_window_update_actions (self);
}
