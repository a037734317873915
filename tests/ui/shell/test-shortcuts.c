/* The table of shortcuts: no two actions on one key, keys that parse, actions that exist. */
#include "plt-shortcuts.h"
#include "plt-test-window.h"
#include "plt-views.h"

static void
test_keys_parse (void)
{
  for (const PltShortcut *s = plt_shortcuts (); s->action != NULL; s++)
    {
      g_autofree char *label = plt_shortcut_keys_label (s);

      for (guint i = 0; i < PLT_SHORTCUT_MAX_KEYS && s->keys[i] != NULL; i++)
        {
          guint key;
          GdkModifierType modifiers;

          if (!gtk_accelerator_parse (s->keys[i], &key, &modifiers) || key == 0)
            g_error ("%s: %s is not an accelerator", s->action, s->keys[i]);
        }
      g_assert_true ((s->keys[0] != NULL) == (*label != '\0'));
      g_assert_true (plt_shortcuts_find (s->action) == s);
      g_assert_cmpstr (s->title, !=, "");
      g_assert_nonnull (s->group);
    }
}

/* GTK's inspector opens with these where the action that has them is not enabled. */
static void
test_none_of_the_inspector (void)
{
  for (const PltShortcut *s = plt_shortcuts (); s->action != NULL; s++)
    for (guint i = 0; i < PLT_SHORTCUT_MAX_KEYS && s->keys[i] != NULL; i++)
      {
        g_assert_cmpstr (s->keys[i], !=, "<Control><Shift>i");
        g_assert_cmpstr (s->keys[i], !=, "<Control><Shift>d");
      }
}

static void
test_no_conflict (void)
{
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (const PltShortcut *s = plt_shortcuts (); s->action != NULL; s++)
    for (guint i = 0; i < PLT_SHORTCUT_MAX_KEYS && s->keys[i] != NULL; i++)
      {
        guint key;
        GdkModifierType modifiers;
        char *name;
        const char *other;

        gtk_accelerator_parse (s->keys[i], &key, &modifiers);
        name = gtk_accelerator_name (key, modifiers);
        other = g_hash_table_lookup (used, name);
        if (other != NULL)
          g_error ("%s is on %s and on %s", name, other, s->action);
        g_hash_table_insert (used, name, (gpointer) s->action);
      }
}

static gboolean
has_action (GActionGroup *group, const char *name)
{
  return g_action_group_has_action (group, name);
}

/* Each name leads to an action of the application, of the window, or of at least one view. */
static void
test_actions_exist (void)
{
  PltWindow *window = plt_test_window_sample ();
  const char *kind = plt_session_get_facts (plt_window_get_session (window))->production.kind;

  for (const PltShortcut *s = plt_shortcuts (); s->action != NULL; s++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;
      const GVariantType *type = NULL;
      gboolean found = FALSE;

      g_assert_true (g_action_parse_detailed_name (s->action, &name, &target, NULL));
      if (g_str_has_prefix (name, "app."))
        {
          GActionGroup *group = G_ACTION_GROUP (plt_test_application ());

          found = has_action (group, name + 4);
        }
      else if (g_str_has_prefix (name, "win."))
        {
          found = has_action (G_ACTION_GROUP (window), name + 4);
          type = found
                     ? g_action_group_get_action_parameter_type (G_ACTION_GROUP (window), name + 4)
                     : NULL;
          g_assert_true ((type != NULL) == (target != NULL));
        }
      else if (g_str_has_prefix (name, "view."))
        for (const PltViewInfo *info = plt_views (); info->id != NULL && !found; info++)
          if (plt_view_info_is_for (info, kind) && plt_window_show_view (window, info->id, NULL))
            found = has_action (plt_view_get_actions (plt_window_get_view (window)), name + 5);
      if (!found)
        g_error ("There is no action %s", s->action);
    }
  plt_test_window_close (window);
}

static void
test_installed (void)
{
  GtkApplication *application = GTK_APPLICATION (plt_test_application ());
  g_auto (GStrv) redo = gtk_application_get_accels_for_action (application, "win.redo");
  g_autofree char *tip = plt_shortcut_tooltip ("win.undo", "Undo: Move sequence 12");
  g_autofree char *plain = plt_shortcut_tooltip ("win.snapshots", "Snapshots");

  g_assert_cmpuint (g_strv_length (redo), ==, 2);
  g_assert_cmpstr (tip, ==, "Undo: Move sequence 12 (Ctrl+Z)");
  g_assert_cmpstr (plain, ==, "Snapshots");
}

static void
test_window_lists_them (void)
{
  PltWindow *window = plt_test_window_sample ();
  GtkWindow *shortcuts = plt_shortcuts_window_new (GTK_WINDOW (window));

  gtk_window_present (shortcuts);
  for (const PltShortcut *s = plt_shortcuts (); s->action != NULL; s++)
    g_assert_true ((plt_test_find_label (GTK_WIDGET (shortcuts), s->title) != NULL)
                   || s->keys[0] == NULL);
  gtk_window_destroy (shortcuts);
  plt_test_window_close (window);
}

static guint
count_headings (GtkWidget *widget, const char *text, gboolean *shown)
{
  guint n = 0;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "group-heading")
      && (text == NULL || g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text)))
    {
      n = 1;
      *shown = gtk_widget_get_visible (gtk_widget_get_parent (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_headings (child, text, shown);
  return n;
}

/* (nullable): the first heading of a section */
static const char *
first_heading (GtkWidget *widget)
{
  const char *found = NULL;

  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "group-heading"))
    return gtk_label_get_label (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = first_heading (child);
  return found;
}

/* A group has one section; what the view answers to comes first; the search leaves what it names.
 */
static void
test_window_search (void)
{
  PltWindow *window = plt_test_window_sample ();
  GtkWidget *shortcuts;
  GtkWidget *entry, *row;
  gboolean shown;

  g_assert_true (plt_window_show_view (window, "timeline", NULL));
  plt_test_settle ();
  shortcuts = GTK_WIDGET (plt_shortcuts_window_new (GTK_WINDOW (window)));
  gtk_window_present (GTK_WINDOW (shortcuts));
  plt_test_settle ();
  g_assert_cmpuint (count_headings (shortcuts, "Editing", &shown), ==, 1);
  g_assert_cmpuint (count_headings (shortcuts, "In a view", &shown), ==, 1);
  g_assert_cmpuint (count_headings (shortcuts, "On the timeline", &shown), ==, 1);
  g_assert_cmpuint (count_headings (shortcuts, "In a grid", &shown), ==, 1);
  g_assert_cmpstr (first_heading (shortcuts), ==, "In this view");

  entry = plt_test_find_widget (shortcuts, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "UNDO");
  row = gtk_widget_get_parent (plt_test_find_label (shortcuts, "Undo"));
  g_assert_true (gtk_widget_get_visible (row));
  row = gtk_widget_get_parent (plt_test_find_label (shortcuts, "Redo"));
  g_assert_false (gtk_widget_get_visible (row));
  count_headings (shortcuts, "On the stripboard", &shown);
  g_assert_false (shown);
  gtk_editable_set_text (GTK_EDITABLE (entry), "ctrl+z"); /* by its keys */
  row = gtk_widget_get_parent (plt_test_find_label (shortcuts, "Undo"));
  g_assert_true (gtk_widget_get_visible (row));
  gtk_editable_set_text (GTK_EDITABLE (entry), "zzzz");
  g_assert_true (gtk_widget_get_visible (plt_test_find_label (shortcuts, "No shortcut is called "
                                                                         "that.")));
  gtk_window_destroy (GTK_WINDOW (shortcuts));
  plt_test_window_close (window);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  g_test_add_func ("/shortcuts/keys-parse", test_keys_parse);
  g_test_add_func ("/shortcuts/no-conflict", test_no_conflict);
  g_test_add_func ("/shortcuts/none-of-the-inspector", test_none_of_the_inspector);
  g_test_add_func ("/shortcuts/actions-exist", test_actions_exist);
  g_test_add_func ("/shortcuts/installed", test_installed);
  g_test_add_func ("/shortcuts/window", test_window_lists_them);
  g_test_add_func ("/shortcuts/window-search", test_window_search);
  return g_test_run ();
}
