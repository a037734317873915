/* Smaller parts: column chooser, tiles layout, snapshots, settings, toasts, and every type of ours.
 */
#include "plt-alert.h"
#include "plt-column-chooser.h"
#include "plt-dialog.h"
#include "plt-empty-state.h"
#include "plt-field.h"
#include "plt-form.h"
#include "plt-grid.h"
#include "plt-ref-button.h"
#include "plt-register-filters.h"
#include "plt-register.h"
#include "plt-rows.h"
#include "plt-settings.h"
#include "plt-snapshots.h"
#include "plt-start-page.h"
#include "plt-test-store.h"
#include "plt-test-window.h"
#include "plt-tile.h"
#include "plt-tiles-layout.h"
#include "plt-toast.h"
#include "plt-views.h"

static void
test_column_layout (void)
{
  const char *layout = "name:120;-note:80;name_two:40";
  g_autofree char *shown = plt_column_chooser_toggle (layout, "note", TRUE);
  g_autofree char *hidden = plt_column_chooser_toggle (layout, "name", FALSE);
  g_autofree char *same = plt_column_chooser_toggle (layout, "gone", FALSE);

  g_assert_cmpstr (shown, ==, "name:120;note:80;name_two:40");
  g_assert_cmpstr (hidden, ==, "-name:120;-note:80;name_two:40");
  g_assert_cmpstr (same, ==, layout);
  g_assert_true (plt_column_chooser_is_shown (layout, "name"));
  g_assert_false (plt_column_chooser_is_shown (layout, "note"));
  g_assert_true (plt_column_chooser_is_shown (layout, "gone"));
}

static void
test_column_chooser (void)
{
  PltWindow *window = plt_test_window_sample ();
  GtkWidget *list, *grid, *popover, *check;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  plt_test_activate (window, "win.go::locations");
  list = plt_test_find_widget (GTK_WIDGET (plt_window_get_view (window)), PLT_TYPE_REGISTER);
  grid = GTK_WIDGET (plt_register_get_grid (PLT_REGISTER (list)));
  before = plt_grid_get_layout (PLT_GRID (grid));
  popover = plt_register_show_columns (PLT_REGISTER (list));
  g_assert_nonnull (popover);
  check = plt_test_find_label (popover, "Address");
  g_assert_nonnull (check);
  check = gtk_widget_get_ancestor (check, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  after = plt_grid_get_layout (PLT_GRID (grid));
  g_assert_nonnull (strstr (after, "-address:"));
  g_assert_null (strstr (before, "-address:"));
  plt_test_window_close (window);
  plt_settings_set_layout ("location", before);
}

/* A grid comes back as it was left. */
static void
test_layout_is_kept (void)
{
  g_autofree char *none = plt_settings_get_layout ("no-such-table");
  g_autofree char *kept = NULL;

  g_assert_cmpstr (none, ==, "");
  plt_settings_set_layout ("no-such-table", "a:10;-b:20");
  kept = plt_settings_get_layout ("no-such-table");
  g_assert_cmpstr (kept, ==, "a:10;-b:20");
}

static void
test_recent (void)
{
  g_autoptr (GFile) a = g_file_new_for_path ("/tmp/a.plateau");
  g_autoptr (GFile) b = g_file_new_for_path ("/tmp/b.plateau");
  g_auto (GStrv) list = NULL;

  plt_settings_add_recent (a);
  plt_settings_add_recent (b);
  plt_settings_add_recent (a);
  list = plt_settings_get_recent ();
  g_assert_cmpstr (list[0], ==, "file:///tmp/a.plateau");
  g_assert_cmpstr (list[1], ==, "file:///tmp/b.plateau");
  for (guint i = 0; i < PLT_RECENT_MAX + 3; i++)
    {
      g_autofree char *path = g_strdup_printf ("/tmp/%u.plateau", i);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      plt_settings_add_recent (file);
    }
  g_strfreev (list);
  list = plt_settings_get_recent ();
  g_assert_cmpuint (g_strv_length (list), ==, PLT_RECENT_MAX);
  plt_settings_remove_recent (list[0]);
  g_strfreev (list);
  list = plt_settings_get_recent ();
  g_assert_cmpuint (g_strv_length (list), ==, PLT_RECENT_MAX - 1);
  for (guint i = 0; list[i] != NULL; i++)
    plt_settings_remove_recent (list[i]);
}

static void
test_tiles (void)
{
  g_autoptr (GtkLayoutManager) layout = plt_tiles_layout_new (280, 12);
  static const struct
  {
    int width, columns;
  } cases[] = {
    { 100, 1 }, { 280, 1 }, { 571, 1 }, { 572, 2 }, { 863, 2 }, { 864, 3 }, { 5000, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (plt_tiles_layout_get_columns (PLT_TILES_LAYOUT (layout), cases[i].width), ==,
                     cases[i].columns);
}

static GtkWidget *
find_button (GtkWidget *root, const char *text)
{
  GtkWidget *label = plt_test_find_label (root, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON) : NULL;
}

static void
test_snapshots (void)
{
  PltWindow *window = plt_test_window_sample ();
  PltStore *store = plt_test_window_store (window);
  GtkWidget *dialog;
  g_autoptr (GPtrArray) snapshots = NULL;
  gint64 before = plt_rows_count (store, plt_table_find ("location"));

  plt_test_activate (window, "win.snapshot");
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (plt_test_find_widget (
                             gtk_window_get_child (GTK_WINDOW (dialog)), GTK_TYPE_ENTRY)),
                         "before");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  snapshots = plt_store_snapshots (store);
  g_assert_cmpuint (snapshots->len, ==, 1);

  PLT_TEST_INSERT (store, "location", "name", "Bassin");
  plt_test_activate (window, "win.snapshots");
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  g_assert_nonnull (plt_test_find_label (dialog, "before"));
  g_signal_emit_by_name (find_button (dialog, "Restore"), "clicked");
  plt_test_settle ();
  g_assert_cmpint (plt_rows_count (store, plt_table_find ("location")), ==, before);
  g_assert_cmpstr (plt_window_get_toast (window), ==, "“before” was restored.");
  plt_test_activate (window, "win.undo");
  g_assert_cmpint (plt_rows_count (store, plt_table_find ("location")), ==, before + 1);
  g_assert_cmpstr (plt_window_get_toast (window), ==, ""); /* it would undo something else now */
  plt_test_window_close (window);
}

/* A sentence of two lines has the width of the message: no room is left beside its close button. */
static void
test_toast_width (void)
{
  PltWindow *window = plt_test_window_sample ();
  const char *text = "“Tournage” follows the shooting days: move them in the plan, or empty what "
                     "the task follows.";
  GtkWidget *label, *box, *last;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT_ZERO;

  plt_session_toast (plt_window_get_session (window), text, NULL, NULL);
  plt_test_settle ();
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  label = plt_test_find_label (GTK_WIDGET (window), text);
  g_assert_nonnull (label);
  box = gtk_widget_get_parent (label);
  last = gtk_widget_get_last_child (box);
  g_assert_true (gtk_widget_compute_bounds (last, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >, gtk_widget_get_width (box) - 24);
  plt_test_window_close (window);
}

/* Looking at a snapshot opens a second window that can only be read. */
static void
test_look_at_snapshot (void)
{
  PltWindow *window = plt_test_window_sample ();
  PltStore *store = plt_test_window_store (window);
  GtkWidget *dialog;
  PltWindow *second = NULL;

  g_assert_true (plt_store_snapshot_make (store, "before", plt_test_error ()));
  plt_test_activate (window, "win.snapshots");
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  g_signal_emit_by_name (find_button (dialog, "Look at"), "clicked");
  plt_test_settle ();
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (plt_test_application ()));
       l != NULL; l = l->next)
    if (PLT_IS_WINDOW (l->data) && l->data != window)
      second = l->data;
  g_assert_nonnull (second);
  g_assert_true (plt_session_is_read_only (plt_window_get_session (second)));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (second), "This is the snapshot “before”"));
  plt_test_window_close (second);
  plt_test_window_close (window);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  *(int *) data = plt_alert_choose_finish (result, NULL);
}

static void
test_alert (void)
{
  const char *const buttons[] = { "_Keep", "_Drop", NULL };
  int answer = -2;

  plt_alert_choose (NULL, "A question", "What to know", buttons, NULL, on_answer, &answer);
  g_signal_emit_by_name (find_button (plt_test_toplevel (GTK_TYPE_WINDOW), "_Drop"), "clicked");
  plt_test_settle ();
  g_assert_cmpint (answer, ==, 1);
  plt_alert_choose (NULL, "A question", NULL, buttons, NULL, on_answer, &answer);
  gtk_window_close (GTK_WINDOW (plt_test_toplevel (GTK_TYPE_WINDOW)));
  plt_test_settle ();
  g_assert_cmpint (answer, ==, 0);
}

/* Every type can be made, every property read, and nothing is left when it goes. */
static void
test_types (void)
{
  const GType types[] = {
    PLT_TYPE_TOASTER,          PLT_TYPE_START_PAGE, PLT_TYPE_TILES_LAYOUT, PLT_TYPE_FIELD,
    PLT_TYPE_REGISTER_FILTERS, PLT_TYPE_TILE,       PLT_TYPE_REF_BUTTON,   PLT_TYPE_FORM,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GObject *object = g_object_new (types[i], NULL);
      guint n;
      g_autofree GParamSpec **specs
          = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n);

      if (g_type_is_a (types[i], G_TYPE_INITIALLY_UNOWNED))
        g_object_ref_sink (object);
      for (guint j = 0; j < n; j++)
        if ((specs[j]->flags & G_PARAM_READABLE) != 0 && specs[j]->owner_type == types[i])
          {
            g_auto (GValue) value = G_VALUE_INIT;

            g_value_init (&value, specs[j]->value_type);
            g_object_get_property (object, specs[j]->name, &value);
          }
      g_assert_finalize_object (object);
    }
}

static gpointer
give_up (gpointer icon)
{
  g_object_unref (icon);
  return NULL;
}

static void
note_thread (gpointer thread, GObject *icon)
{
  *(GThread **) thread = g_thread_self ();
}

/* The last reference to an icon is given up by a thread that loads it: it ends in ours all the
 * same. A size that the cache of GTK does not hold itself. */
static void
test_icons (void)
{
  GtkIconTheme *theme;
  GtkIconPaintable *icon;
  GThread *ended_in = NULL;

  plt_test_application ();
  theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());
  icon
      = gtk_icon_theme_lookup_icon (theme, "edit-find-symbolic", NULL, 129, 1, GTK_TEXT_DIR_LTR, 0);
  g_object_weak_ref (G_OBJECT (icon), note_thread, &ended_in);
  g_thread_join (g_thread_new ("icon", give_up, icon));
  g_assert_null (ended_in);
  plt_test_settle ();
  g_assert_true (ended_in == g_thread_self ());
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  g_test_add_func ("/parts/column-layout", test_column_layout);
  g_test_add_func ("/parts/column-chooser", test_column_chooser);
  g_test_add_func ("/parts/layout-is-kept", test_layout_is_kept);
  g_test_add_func ("/parts/recent", test_recent);
  g_test_add_func ("/parts/tiles", test_tiles);
  g_test_add_func ("/parts/snapshots", test_snapshots);
  g_test_add_func ("/parts/look-at-snapshot", test_look_at_snapshot);
  g_test_add_func ("/parts/toast-width", test_toast_width);
  g_test_add_func ("/parts/alert", test_alert);
  g_test_add_func ("/parts/types", test_types);
  g_test_add_func ("/parts/icons", test_icons);
  return g_test_run ();
}
