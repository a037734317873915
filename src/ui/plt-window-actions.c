#include <glib/gi18n-lib.h>

#include "plt-alert.h"
#include "plt-gtk-compat.h"
#include "plt-production-complete.h"
#include "plt-import-dialogs.h"
#include "plt-command-palette.h"
#include "plt-shortcuts.h"
#include "plt-snapshots.h"
#include "plt-export-uss.h"
#include "plt-export-view.h"
#include "plt-text.h"
#include "plt-window-private.h"

#define PLAIN(name) static void name (GSimpleAction *action, GVariant *parameter, gpointer data)

/* What can be typed in and has something in it. */
static gboolean
holds_typing (GtkWidget *focus)
{
  if (GTK_IS_TEXT (focus))
    return *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0'
           && gtk_editable_get_editable (GTK_EDITABLE (focus));
  return GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus));
}

/* While something is typed, undo belongs to the text; else to the production. */
static gboolean
text_takes (PltWindow *self, const char *action)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL && holds_typing (focus) && gtk_widget_activate_action (focus, action, NULL);
}

PLAIN (on_undo)
{
  PltWindow *self = data;

  if (!text_takes (self, "text.undo"))
    plt_session_undo (self->session);
}

PLAIN (on_redo)
{
  PltWindow *self = data;

  if (!text_takes (self, "text.redo"))
    plt_session_redo (self->session);
}

static void
show_pane_page (PltWindow *self, const char *page)
{
  PltSidePane *pane = PLT_SIDE_PANE (self->pane);
  gboolean shown
      = plt_window_is_pane_shown (self) && g_str_equal (plt_side_pane_get_shown (pane), page);

  plt_side_pane_show (pane, shown ? "view" : page);
  plt_window_show_pane (self, !shown || !plt_view_carries_form (plt_window_get_view (self)));
  if (!shown)
    plt_side_pane_grab_content_focus (pane);
}

PLAIN (on_history)
{
  show_pane_page (data, "history");
}

/* Those of the view at hand first. */
PLAIN (on_issues)
{
  PltView *view = plt_window_get_view (data);
  PltSidePane *pane = PLT_SIDE_PANE (((PltWindow *) data)->pane);

  show_pane_page (data, "issues");
  if (view != NULL && g_str_equal (plt_side_pane_get_shown (pane), "issues"))
    plt_issues_pane_focus_view (plt_side_pane_get_issues (pane), plt_view_get_info (view));
}

/* What the view has of its own in the side pane. */
PLAIN (on_show_view_pane)
{
  PltWindow *self = data;

  plt_side_pane_show (PLT_SIDE_PANE (self->pane), "view");
  plt_window_show_pane (self, TRUE);
}

PLAIN (on_next_issue)
{
  PltWindow *self = data;

  if (!plt_issues_pane_go_to_next (plt_side_pane_get_issues (PLT_SIDE_PANE (self->pane))))
    plt_window_toast (self, _ ("There is no issue."), NULL, NULL);
}

static void
on_pane (GSimpleAction *action, GVariant *state, gpointer data)
{
  PltWindow *self = data;
  gboolean visible = g_variant_get_boolean (state);

  if (visible)
    plt_side_pane_show (PLT_SIDE_PANE (self->pane), "view");
  plt_window_show_pane (self, visible);
}

static void
on_sidebar (GSimpleAction *action, GVariant *state, gpointer data)
{
  PltWindow *self = data;

  gtk_widget_set_visible (self->sidebar, g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

PLAIN (on_search)
{
  PltWindow *self = data;
  PltView *view = plt_window_get_view (self);

  if (view == NULL || !plt_view_start_search (view))
    plt_command_palette_present (self);
}

PLAIN (on_palette)
{
  plt_command_palette_present (data);
}

static void
show_and_focus (PltWindow *self, const PltViewInfo *info)
{
  if (info != NULL && plt_window_show_view (self, info->id, NULL))
    plt_view_grab_content_focus (plt_window_get_view (self));
}

PLAIN (on_go)
{
  show_and_focus (data, plt_views_find (g_variant_get_string (parameter, NULL)));
}

PLAIN (on_nth_view)
{
  PltWindow *self = data;
  int place = g_variant_get_int32 (parameter);

  if (place > 0)
    show_and_focus (self, plt_sidebar_get_nth (PLT_SIDEBAR (self->sidebar), (guint) place - 1));
}

static void
go_beside (PltWindow *self, int step)
{
  PltView *view = plt_window_get_view (self);

  if (view != NULL)
    show_and_focus (self, plt_sidebar_get_beside (PLT_SIDEBAR (self->sidebar),
                                                  plt_view_get_info (view)->id, step));
}

PLAIN (on_next_view)
{
  go_beside (data, 1);
}

PLAIN (on_previous_view)
{
  go_beside (data, -1);
}

static void
turn_page (PltWindow *self, int step)
{
  PltView *view = plt_window_get_view (self);
  g_autoptr (GtkSelectionModel) pages = NULL;
  guint n;

  if (view == NULL)
    return;
  pages = plt_view_get_pages (view);
  n = g_list_model_get_n_items (G_LIST_MODEL (pages));
  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (pages, i))
      {
        gtk_selection_model_select_item (pages, (guint) ((int) (i + n) + step) % n, TRUE);
        plt_view_grab_content_focus (view);
        return;
      }
}

PLAIN (on_next_page)
{
  turn_page (data, 1);
}

PLAIN (on_previous_page)
{
  turn_page (data, -1);
}

PLAIN (on_back)
{
  plt_window_go (data, -1);
}

PLAIN (on_forward)
{
  plt_window_go (data, 1);
}

/* Sidebar, the parts of the view, side pane, around. */
PLAIN (on_focus_next)
{
  PltWindow *self = data;
  GtkWidget *parts[] = { self->sidebar, self->views, self->pane };
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  guint at = G_N_ELEMENTS (parts) - 1;

  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (focus != NULL && gtk_widget_is_ancestor (focus, parts[i]))
      at = i;
  if (parts[at] == self->views && focus != NULL && plt_window_get_view (self) != NULL
      && gtk_widget_is_ancestor (focus, self->views)
      && plt_view_focus_next_part (plt_window_get_view (self)))
    return;
  for (guint i = 1; i <= G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *part = parts[(at + i) % G_N_ELEMENTS (parts)];

      if (!gtk_widget_get_visible (part))
        continue;
      if (part == self->views && plt_window_get_view (self) != NULL)
        {
          if (plt_view_grab_content_focus (plt_window_get_view (self)))
            return;
        }
      else if ((part == self->pane && plt_side_pane_grab_content_focus (PLT_SIDE_PANE (part)))
               || gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD))
        return;
    }
}

PLAIN (on_shortcuts)
{
  gtk_window_present (plt_shortcuts_window_new (GTK_WINDOW (data)));
}

PLAIN (on_fullscreen)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (data)))
    gtk_window_unfullscreen (GTK_WINDOW (data));
  else
    gtk_window_fullscreen (GTK_WINDOW (data));
}

PLAIN (on_close)
{
  gtk_window_close (GTK_WINDOW (data));
}

PLAIN (on_documents)
{
  show_and_focus (data, plt_views_find ("documents"));
}

PLAIN (on_export_xlsx)
{
  plt_export_view_present (data, "xlsx");
}

PLAIN (on_export_csv)
{
  plt_export_view_present (data, "csv");
}

PLAIN (on_export_uss)
{
  plt_export_uss_present (data);
}

PLAIN (on_import_script)
{
  PltWindow *self = data;

  plt_import_script_present (GTK_WINDOW (self), self->session);
}

static void
on_copy_place (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PltWindow) self = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GError *error = NULL;

  if (path == NULL)
    return;
  if (plt_store_save_copy (plt_session_get_store (self->session), path, &error))
    {
      g_autofree char *name = g_path_get_basename (path);
      /* Translators: %s is a file name */
      g_autofree char *text = g_strdup_printf (_ ("The copy “%s” was written."), name);

      plt_window_toast (self, text, NULL, NULL);
    }
  else
    plt_alert_take_error (GTK_WINDOW (self), _ ("The copy could not be written"), error);
}

PLAIN (on_save_copy)
{
  static const char *const patterns[] = { "*" PLT_FILE_EXTENSION, NULL };
  PltWindow *self = data;
  const PltFileFilter filters[] = { { _ ("Productions"), patterns }, { NULL } };
  g_autofree char *title
      = plt_text_file_name (plt_session_get_facts (self->session)->production.title);
  /* Translators: file name of a copy, %s is the title of the production */
  g_autofree char *name = g_strdup_printf (_ ("%s (copy).plateau"), title);
  const PltFileRequest request
      = { .title = _ ("Save a Copy"), .accept = _ ("_Save"), .name = name, .filters = filters };

  plt_file_save_async (GTK_WINDOW (self), &request, NULL, on_copy_place, g_object_ref (self));
}

PLAIN (on_snapshot)
{
  PltWindow *self = data;

  plt_snapshot_ask (GTK_WINDOW (self), self->session);
}

PLAIN (on_snapshots)
{
  PltWindow *self = data;

  plt_snapshots_present (GTK_WINDOW (self), self->session);
}

PLAIN (on_update_referentials)
{
  PltWindow *self = data;
  g_autofree char *names = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PltBatch) batch
      = plt_production_newer_referentials (plt_session_get_facts (self->session), &names);
  GError *error = NULL;

  if (*names == '\0')
    plt_window_toast (self, _ ("The reference data is that of the program."), NULL, NULL);
  else if (plt_store_apply (plt_session_get_store (self->session), _ ("Update the reference data"),
                            NULL, batch, NULL, &error))
    {
      /* Translators: %s is a list of names */
      text = g_strdup_printf (_ ("Updated: %s"), names);
      plt_window_toast (self, text, _ ("Undo"), "win.undo");
    }
  else
    plt_alert_take_error (GTK_WINDOW (self), _ ("The reference data could not be updated"), error);
}

static const GActionEntry entries[] = {
  { "undo", on_undo },
  { "redo", on_redo },
  { "history", on_history },
  { "search", on_search },
  { "palette", on_palette },
  { "go", on_go, "s" },
  { "nth-view", on_nth_view, "i" },
  { "next-view", on_next_view },
  { "previous-view", on_previous_view },
  { "next-page", on_next_page },
  { "previous-page", on_previous_page },
  { "back", on_back },
  { "forward", on_forward },
  { "focus-next", on_focus_next },
  { "sidebar", NULL, NULL, "true", on_sidebar },
  { "pane", NULL, NULL, "true", on_pane },
  { "issues", on_issues },
  { "show-view-pane", on_show_view_pane },
  { "next-issue", on_next_issue },
  { "shortcuts", on_shortcuts },
  { "fullscreen", on_fullscreen },
  { "import-script", on_import_script },
  { "documents", on_documents },
  { "export-xlsx", on_export_xlsx },
  { "export-csv", on_export_csv },
  { "export-uss", on_export_uss },
  { "save-copy", on_save_copy },
  { "snapshot", on_snapshot },
  { "snapshots", on_snapshots },
  { "update-referentials", on_update_referentials },
  { "close", on_close },
};

void
plt_window_add_actions (PltWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
enable (PltWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

void
plt_window_update_actions (PltWindow *self)
{
  static const char *const always[] = { "shortcuts", "fullscreen", "close", NULL };
  PltStore *store = self->session != NULL ? plt_session_get_store (self->session) : NULL;
  gboolean writable = store != NULL && !plt_store_is_read_only (store);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!g_strv_contains (always, entries[i].name))
      enable (self, entries[i].name, store != NULL);
  if (store == NULL)
    return;
  enable (self, "undo", writable && plt_store_can_undo (store));
  enable (self, "redo", writable && plt_store_can_redo (store));
  enable (self, "import-script", writable);
  enable (self, "snapshot", writable);
  enable (self, "update-referentials", writable);
  enable (self, "back", self->past->len > 0);
  enable (self, "forward", self->future->len > 0);
}
