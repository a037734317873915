#include "plt-story-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-add-row.h"
#include "plt-dialog.h"
#include "plt-empty-state.h"
#include "plt-shortcuts.h"
#include "plt-story-model.h"
#include "plt-suggest-entry.h"
#include "plt-view.h"

struct _PltStoryPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltStoryModel *model;

  GtkWidget *stack; /* empty, grid */
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (PltStoryPage, plt_story_page, GTK_TYPE_WIDGET)

PltGrid *
plt_story_page_get_grid (PltStoryPage *self)
{
  g_return_val_if_fail (PLT_IS_STORY_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

void
plt_story_page_refresh (PltStoryPage *self)
{
  gboolean first;
  guint n;

  g_return_if_fail (PLT_IS_STORY_PAGE (self));

  first = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) == 0;
  plt_story_model_refresh (self->model);
  n = plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), n > 0 ? "grid" : "empty");
  if (first && n > 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), 0, 0);
}

gboolean
plt_story_page_select (PltStoryPage *self, PltRef ref)
{
  int row;

  g_return_val_if_fail (PLT_IS_STORY_PAGE (self), FALSE);

  plt_story_page_refresh (self);
  row = plt_story_model_reveal (self->model, ref);
  if (row >= 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, 0);
  gtk_widget_grab_focus (self->grid);
  return row >= 0;
}

gboolean
plt_story_page_grab_focus (PltStoryPage *self)
{
  g_return_val_if_fail (PLT_IS_STORY_PAGE (self), FALSE);

  if (plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->model)) > 0)
    return gtk_widget_grab_focus (self->grid);
  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

void
plt_story_page_show_selection (PltStoryPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), PLT_TYPE_VIEW);
  guint row, column;
  PltRef ref;

  g_return_if_fail (PLT_IS_STORY_PAGE (self));

  if (view == NULL || !gtk_widget_get_mapped (self->grid))
    return;
  plt_view_set_summary (PLT_VIEW (view), plt_grid_get_selection_summary (PLT_GRID (self->grid)));
  if (!plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  ref = plt_story_model_get_ref (self->model, row);
  plt_session_select (self->session, ref.table, ref.table != NULL ? ref.id : 0, NULL);
}

/* ---- days ---- */

static void
on_added (gint64 id, gpointer data)
{
  plt_story_page_select (data, (PltRef){ "story_day", id, NULL });
}

GtkWindow *
plt_story_page_add (PltStoryPage *self)
{
  g_return_val_if_fail (PLT_IS_STORY_PAGE (self), NULL);

  return plt_add_row_present (GTK_WIDGET (self), self->session, plt_table_find ("story_day"), NULL,
                              on_added, self);
}

void
plt_story_page_delete (PltStoryPage *self)
{
  guint first, n;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLT_IS_STORY_PAGE (self));

  if (plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n)
      && !plt_grid_model_delete_rows (PLT_GRID_MODEL (self->model), first, n, &error)
      && error != NULL)
    plt_session_take_error (self->session, g_steal_pointer (&error));
}

/* ---- séquences on a day ---- */

typedef struct
{
  PltStoryPage *page; /* a parent of the dialog holds it */
  PltDialog *dialog;
  GArray *ids; /* gint64 */
  GtkWidget *entry;
} Place;

static void
place_free (Place *self)
{
  g_object_unref (self->page);
  g_array_unref (self->ids);
  g_free (self);
}

static gboolean
place (Place *self, const char *day)
{
  g_autoptr (GError) error = NULL;

  if (plt_story_model_place (self->page->model, (const gint64 *) (void *) self->ids->data,
                             self->ids->len, day, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self->dialog));
      return TRUE;
    }
  plt_dialog_set_message (self->dialog, error->message);
  return FALSE;
}

static void
on_accepted (Place *self)
{
  g_autofree char *day
      = g_strstrip (g_strdup (plt_suggest_entry_get_text (PLT_SUGGEST_ENTRY (self->entry))));

  place (self, day);
}

/* Enter in the entry is the end of it. The dialog goes, so nothing more is asked of the entry. */
static gboolean
on_accept (PltSuggestEntry *entry, const char *text, Place *self)
{
  g_object_ref (entry);
  g_object_ref (self->dialog);
  place (self, text);
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, self->dialog);
  g_idle_add_once ((GSourceOnceFunc) g_object_unref, entry);
  return FALSE;
}

static GStrv
propose (gpointer data)
{
  return plt_story_model_days (((Place *) data)->page->model);
}

static GArray *
selected_sequences (PltStoryPage *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first, n;

  if (!plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n))
    return ids;
  for (guint i = first; i < first + n; i++)
    {
      PltRef ref = plt_story_model_get_ref (self->model, i);

      if (g_strcmp0 (ref.table, "sequence") == 0)
        g_array_append_val (ids, ref.id);
    }
  return ids;
}

GtkWindow *
plt_story_page_place (PltStoryPage *self)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *title = NULL;
  GtkWidget *box, *help;
  GtkRoot *root;
  Place *work;

  g_return_val_if_fail (PLT_IS_STORY_PAGE (self), NULL);

  ids = selected_sequences (self);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (ids->len == 0)
    {
      plt_session_toast (self->session, _ ("Select the sequences to put on a story day first."),
                         NULL, NULL);
      return NULL;
    }
  work = g_new0 (Place, 1);
  work->page = g_object_ref (self);
  work->ids = g_steal_pointer (&ids);
  title = g_strdup_printf (
      ngettext ("Story Day of %u Sequence", "Story Day of %u Sequences", work->ids->len),
      work->ids->len);
  work->dialog
      = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title, _ ("_Put"));
  g_object_set_data_full (G_OBJECT (work->dialog), "plt-place", work, (GDestroyNotify) place_free);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  work->entry = plt_suggest_entry_new (_ ("J1, N1, FB 1998…"), _ ("Story day"));
  plt_suggest_entry_set_source (PLT_SUGGEST_ENTRY (work->entry), propose, work);
  g_signal_connect (work->entry, "accept", G_CALLBACK (on_accept), work);
  help = gtk_label_new (_ ("A day nobody has named yet is added at the end; empty: none."));
  gtk_label_set_xalign (GTK_LABEL (help), 0);
  gtk_widget_add_css_class (help, "dim-label");
  gtk_widget_add_css_class (box, "dialog-content");
  gtk_box_append (GTK_BOX (box), work->entry);
  gtk_box_append (GTK_BOX (box), help);
  plt_dialog_set_content (work->dialog, box);
  g_signal_connect_swapped (work->dialog, "accepted", G_CALLBACK (on_accepted), work);
  gtk_window_present (GTK_WINDOW (work->dialog));
  gtk_widget_grab_focus (work->entry);
  return GTK_WINDOW (work->dialog);
}

/* ---- the object ---- */

static void
on_activated (PltGrid *grid, guint row, guint column, PltStoryPage *self)
{
  PltRef ref = plt_story_model_get_ref (self->model, row);

  if (g_strcmp0 (ref.table, "sequence") == 0)
    plt_session_open_ref (self->session, ref);
}

static GtkWidget *
new_bar (void)
{
  static const struct
  {
    const char *action;
    const char *title;
  } buttons[] = { { "view.add-row", N_ ("Add a Story Day") },
                  { "view.place-in-day", N_ ("Put on a Story Day…") } };
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *help
      = gtk_label_new (_ ("Alt+Shift+Up and Down move a day, or a sequence to the day beside it."));

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (buttons[i].title));
      g_autofree char *tooltip = plt_shortcut_tooltip (buttons[i].action, _ (buttons[i].title));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_widget_set_tooltip_text (button, tooltip);
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (bar), button);
    }
  gtk_label_set_ellipsize (GTK_LABEL (help), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (help), 1);
  gtk_widget_set_hexpand (help, TRUE);
  gtk_widget_add_css_class (help, "dim-label");
  gtk_box_append (GTK_BOX (bar), help);
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

GtkWidget *
plt_story_page_new (PltSession *session)
{
  PltStoryPage *self = g_object_new (PLT_TYPE_STORY_PAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GMenu) menu = g_menu_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->model = plt_story_model_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_a11y_set_name (self->grid, _ ("Chronology"));
  g_menu_append (menu, _ ("Put on a Story Day…"), "view.place-in-day");
  g_menu_append (menu, _ ("Sheet of the Sequence"), "view.sheet");
  plt_grid_set_extra_menu (PLT_GRID (self->grid), G_MENU_MODEL (menu));
  g_signal_connect_object (self->grid, "selection-changed",
                           G_CALLBACK (plt_story_page_show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "cell-activated", G_CALLBACK (on_activated), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), new_bar ());
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-breakdown-symbolic", _ ("There is no story yet"),
                           _ ("The sequences stand here by the days of the story, in its order."),
                           plt_session_is_read_only (session) ? NULL : _ ("_Open a Screenplay…"),
                           "win.import-script"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), box, "grid");
  return GTK_WIDGET (self);
}

static void
plt_story_page_dispose (GObject *object)
{
  PltStoryPage *self = PLT_STORY_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_story_page_parent_class)->dispose (object);
}

static void
plt_story_page_class_init (PltStoryPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_story_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-story-page");
}

static void
plt_story_page_init (PltStoryPage *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
