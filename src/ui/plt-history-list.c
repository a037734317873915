#include "plt-history-list.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"

#define MAX_SHOWN 200

struct _PltHistoryList
{
  GtkWidget parent_instance;

  PltSession *session;
  gboolean stale;
  GtkWidget *scroller;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltHistoryList, plt_history_list, GTK_TYPE_WIDGET)

char *
plt_history_time (gint64 time)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time);
  g_autoptr (GDateTime) then = g_date_time_to_local (utc);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean today = g_date_time_get_year (then) == g_date_time_get_year (now)
                   && g_date_time_get_day_of_year (then) == g_date_time_get_day_of_year (now);

  return g_date_time_format (then, today ? "%H:%M" : "%d/%m/%Y %H:%M");
}

/* `steps` > 0: undone up to and with this one; < 0: redone. */
static GtkWidget *
new_row (const PltHistoryEntry *entry, int steps)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (entry->label);
  g_autofree char *time = plt_history_time (entry->time);
  GtkWidget *when = gtk_label_new (time);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (when, "numeric");
  if (entry->undone)
    gtk_widget_add_css_class (label, "undone");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), when);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, entry->undone ? _ ("Redo up to here") : _ ("Undo up to here"));
  g_object_set_data (G_OBJECT (row), "plt-steps", GINT_TO_POINTER (steps));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, time, -1);
  return row;
}

static void
fill (PltHistoryList *self)
{
  g_autoptr (GPtrArray) history = plt_store_history (plt_session_get_store (self->session));
  GtkWidget *child;
  int undone = 0;
  int done = 0;

  self->stale = FALSE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < history->len; i++)
    undone += ((PltHistoryEntry *) g_ptr_array_index (history, i))->undone ? 1 : 0;
  for (guint i = history->len; i > 0 && history->len - i < MAX_SHOWN; i--)
    {
      const PltHistoryEntry *entry = g_ptr_array_index (history, i - 1);
      int steps = entry->undone ? -(undone--) : ++done;

      gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (entry, steps));
    }
}

static void
on_history_changed (PltHistoryList *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, PltHistoryList *self)
{
  int steps = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "plt-steps"));
  g_autoptr (PltHistoryList) keep = g_object_ref (self);

  for (; steps > 0 && plt_session_undo (self->session); steps--)
    ;
  for (; steps < 0 && plt_session_redo (self->session); steps++)
    ;
}

GtkWidget *
plt_history_list_new (PltSession *session)
{
  PltHistoryList *self = g_object_new (PLT_TYPE_HISTORY_LIST, NULL);

  self->session = g_object_ref (session);
  self->stale = TRUE;
  g_signal_connect_object (plt_session_get_store (session), "history-changed",
                           G_CALLBACK (on_history_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
plt_history_list_map (GtkWidget *widget)
{
  PltHistoryList *self = PLT_HISTORY_LIST (widget);

  if (self->stale)
    fill (self);
  GTK_WIDGET_CLASS (plt_history_list_parent_class)->map (widget);
}

static void
plt_history_list_dispose (GObject *object)
{
  PltHistoryList *self = PLT_HISTORY_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_history_list_parent_class)->dispose (object);
}

static void
plt_history_list_class_init (PltHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_history_list_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_history_list_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_history_list_init (PltHistoryList *self)
{
  GtkWidget *nothing = gtk_label_new (_ ("Nothing was changed yet."));

  self->scroller = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  plt_a11y_set_name (self->list, _ ("History"));
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 16);
  gtk_widget_add_css_class (self->list, "history");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
