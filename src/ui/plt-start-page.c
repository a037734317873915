#include "plt-start-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-history-list.h"
#include "plt-settings.h"
#include "plt-shortcuts.h"
#include "plt-store.h"

struct _PltStartPage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *recent;
  GtkWidget *recent_box;
  guint reading; /* source that reads one file's title at a time */
};

G_DEFINE_FINAL_TYPE (PltStartPage, plt_start_page, GTK_TYPE_WIDGET)

/* "short film · 12/05/2026 18:02": asked of the file itself, since the list keeps only places. */
static void
describe (GtkWidget *row)
{
  const char *uri = g_object_get_data (G_OBJECT (row), "plt-uri");
  GtkLabel *title = g_object_get_data (G_OBJECT (row), "plt-title");
  GtkLabel *detail = g_object_get_data (G_OBJECT (row), "plt-detail");
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 0, NULL, NULL);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltRecord) production = NULL;
  g_autoptr (GDateTime) modified = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;

  if (info == NULL || path == NULL)
    {
      gtk_label_set_label (detail, _ ("The file is no longer there."));
      gtk_widget_add_css_class (row, "missing");
      return;
    }
  store = plt_store_open (path, PLT_OPEN_READ, &error);
  if (store == NULL)
    {
      gtk_label_set_label (detail, error->message);
      return;
    }
  production = plt_store_get_production (store);
  kind = plt_column_format (plt_table_column (plt_record_get_table (production), "kind"),
                            plt_record_get (production, "kind"));
  modified = g_file_info_get_modification_date_time (info);
  when = plt_history_time (g_date_time_to_unix (modified));
  text = g_strdup_printf ("%s · %s", kind, when);
  gtk_label_set_label (title, plt_record_get_text (production, "title"));
  gtk_label_set_label (detail, text);
}

static gboolean
read_next (gpointer data)
{
  PltStartPage *self = data;

  for (GtkWidget *row = gtk_widget_get_first_child (self->recent); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (!g_object_get_data (G_OBJECT (row), "plt-read"))
      {
        g_object_set_data (G_OBJECT (row), "plt-read", row);
        describe (row);
        return G_SOURCE_CONTINUE;
      }
  self->reading = 0;
  return G_SOURCE_REMOVE;
}

static GtkWidget *
new_recent (const char *uri)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *place = g_file_get_parse_name (file);
  GtkWidget *title = gtk_label_new (name);
  GtkWidget *detail = gtk_label_new (place);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "recent-title");
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, place);
  plt_a11y_set_name (row, name);
  g_object_set_data_full (G_OBJECT (row), "plt-uri", g_strdup (uri), g_free);
  g_object_set_data (G_OBJECT (row), "plt-title", title);
  g_object_set_data (G_OBJECT (row), "plt-detail", detail);
  return row;
}

static void
fill (PltStartPage *self)
{
  g_auto (GStrv) uris = plt_settings_get_recent ();
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->recent)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->recent), child);
  for (guint i = 0; uris[i] != NULL; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->recent), new_recent (uris[i]));
  gtk_widget_set_visible (self->recent_box, uris[0] != NULL);
  if (self->reading == 0 && uris[0] != NULL)
    self->reading = g_idle_add (read_next, self);
}

static void
on_recent_activated (GtkListBox *list, GtkListBoxRow *row, PltStartPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-uri", "s",
                              (const char *) g_object_get_data (G_OBJECT (row), "plt-uri"));
}

static GtkWidget *
new_way (const char *icon, const char *title, const char *sentence, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *detail = gtk_label_new (sentence);
  const PltShortcut *shortcut = plt_shortcuts_find (action);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_widget_add_css_class (label, "way-title");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (text), label);
  gtk_box_append (GTK_BOX (text), detail);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), image);
  gtk_box_append (GTK_BOX (row), text);
  if (shortcut != NULL && shortcut->keys[0] != NULL)
    {
      g_autofree char *keys = plt_shortcut_keys_label (shortcut);
      GtkWidget *hint = gtk_label_new (keys);

      gtk_widget_add_css_class (hint, "keys");
      gtk_box_append (GTK_BOX (row), hint);
    }
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "way");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  return button;
}

GtkWidget *
plt_start_page_new (void)
{
  return g_object_new (PLT_TYPE_START_PAGE, NULL);
}

static void
plt_start_page_map (GtkWidget *widget)
{
  fill (PLT_START_PAGE (widget));
  GTK_WIDGET_CLASS (plt_start_page_parent_class)->map (widget);
}

static void
plt_start_page_dispose (GObject *object)
{
  PltStartPage *self = PLT_START_PAGE (object);

  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_start_page_parent_class)->dispose (object);
}

static void
plt_start_page_class_init (PltStartPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_start_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = plt_start_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-start-page");
}

static void
plt_start_page_init (PltStartPage *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *heading = gtk_label_new (_ ("From the screenplay to the finished production"));
  GtkWidget *recent_heading = gtk_label_new (_ ("Opened last"));

  self->box = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (column, "start");
  gtk_widget_set_halign (column, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (column, 520, -1);
  gtk_widget_add_css_class (heading, "start-heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_append (GTK_BOX (column), heading);
  gtk_box_append (GTK_BOX (column),
                  new_way ("document-new-symbolic", _ ("New production…"),
                           _ ("Begin with an empty breakdown and the budget of its kind."),
                           "app.new"));
  gtk_box_append (GTK_BOX (column), new_way ("plt-script-symbolic", _ ("Open a screenplay…"),
                                             _ ("Fountain, Final Draft, Word, LibreOffice, Celtx, "
                                                "PDF or text: a production is made from it."),
                                             "app.open-script"));
  gtk_box_append (GTK_BOX (column), new_way ("document-open-symbolic", _ ("Open a production…"),
                                             _ ("A .plateau file."), "app.open"));
  gtk_box_append (GTK_BOX (column), new_way ("plt-home-symbolic", _ ("Discover with the example"),
                                             _ ("La Passe, a short film of five shooting days."),
                                             "app.open-example"));

  self->recent_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_label_set_xalign (GTK_LABEL (recent_heading), 0);
  gtk_widget_add_css_class (recent_heading, "group-heading");
  self->recent = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->recent), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->recent, "recent");
  plt_a11y_set_name (self->recent, _ ("Opened last"));
  g_signal_connect (self->recent, "row-activated", G_CALLBACK (on_recent_activated), self);
  gtk_box_append (GTK_BOX (self->recent_box), recent_heading);
  gtk_box_append (GTK_BOX (self->recent_box), self->recent);
  gtk_box_append (GTK_BOX (column), self->recent_box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->box), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->box), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
