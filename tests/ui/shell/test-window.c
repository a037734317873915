/* The window: opening, every view, undo and redo, going about, issues, reading only. */
#include "plt-add-row.h"
#include "plt-command-palette.h"
#include "plt-focus-ring.h"
#include "plt-issues-pane.h"
#include "plt-rows.h"
#include "plt-side-pane.h"
#include "plt-sidebar.h"
#include "plt-start-page.h"
#include "plt-status-bar.h"
#include "plt-test-store.h"
#include "plt-test-window.h"
#include "plt-views.h"

static void
test_start_page (void)
{
  PltWindow *window = plt_window_new (GTK_APPLICATION (plt_test_application ()));

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_nonnull (plt_test_find_widget (GTK_WIDGET (window), PLT_TYPE_START_PAGE));
  g_assert_null (plt_window_get_session (window));
  g_assert_null (plt_window_get_view (window));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "palette"));
  plt_test_window_close (window);
}

static void
check_every_view (PltStore *store)
{
  PltWindow *window = plt_test_window_new (store);
  const char *kind = plt_session_get_facts (plt_window_get_session (window))->production.kind;

  g_assert_nonnull (plt_window_get_view (window));
  for (const PltViewInfo *info = plt_views (); info->id != NULL; info++)
    {
      PltView *view;
      g_autoptr (GtkSelectionModel) pages = NULL;

      if (!plt_view_info_is_for (info, kind))
        continue;
      g_assert_true (plt_window_show_view (window, info->id, NULL));
      view = plt_window_get_view (window);
      g_assert_true (plt_view_get_info (view) == info);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      pages = plt_view_get_pages (view);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pages)), >, 0);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++)
        {
          gtk_selection_model_select_item (pages, i, TRUE);
          gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
        }
      plt_view_grab_content_focus (view);
    }
  plt_test_window_close (window);
}

static void
test_every_view_empty (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  check_every_view (store);
}

static void
test_every_view_sample (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();

  check_every_view (store);
}

/* Each table of the registry exists, no id comes twice, and each type is a PltView. */
static void
test_registry (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (const PltViewInfo *info = plt_views (); info->id != NULL; info++)
    {
      g_auto (GStrv) tables = g_strsplit (info->tables != NULL ? info->tables : "", ",", -1);

      g_assert_true (g_hash_table_add (ids, (gpointer) info->id));
      g_assert_true (plt_views_find (info->id) == info);
      g_assert_true (g_type_is_a (info->get_type (), PLT_TYPE_VIEW));
      for (guint i = 0; tables[i] != NULL; i++)
        {
          g_assert_nonnull (plt_table_find (tables[i]));
          g_assert_nonnull (plt_views_find_table (tables[i]));
        }
    }
  for (const PltTable *const *t = plt_tables (); *t != NULL; t++)
    if (plt_views_find_table ((*t)->id) == NULL)
      g_error ("No view shows the table %s: add it to a line of plt-views.c.", (*t)->id);
}

static void
test_kind_hides_views (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltWindow *window = plt_test_window_new (store);
  GtkWidget *sidebar = plt_test_find_widget (GTK_WIDGET (window), PLT_TYPE_SIDEBAR);
  g_autoptr (PltRecord) production = plt_store_get_production (store);
  guint before = 0;
  guint after = 0;

  while (plt_sidebar_get_nth (PLT_SIDEBAR (sidebar), before) != NULL)
    before++;
  g_assert_true (plt_store_set (store, "production", plt_record_get_id (production), "kind",
                                "festival", plt_test_error ()));
  while (plt_sidebar_get_nth (PLT_SIDEBAR (sidebar), after) != NULL)
    after++;
  g_assert_cmpuint (after, <, before);
  plt_test_window_close (window);
}

static void
test_undo_redo (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltWindow *window = plt_test_window_new (store);

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  PLT_TEST_INSERT (store, "location", "name", "Café du port");
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "redo"));
  plt_test_activate (window, "win.undo");
  g_assert_cmpint (plt_rows_count (store, plt_table_find ("location")), ==, 0);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "redo"));
  plt_test_activate (window, "win.redo");
  g_assert_cmpint (plt_rows_count (store, plt_table_find ("location")), ==, 1);
  plt_test_window_close (window);
}

static void
test_back_and_forward (void)
{
  PltWindow *window = plt_test_window_sample ();

  g_assert_true (plt_window_show_view (window, "home", NULL));
  plt_test_activate (window, "win.go::crew");
  g_assert_true (plt_window_show_view (window, "locations", NULL));
  plt_test_activate (window, "win.back");
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "crew");
  plt_test_activate (window, "win.back");
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "home");
  plt_test_activate (window, "win.forward");
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "crew");
  plt_test_activate (window, "win.nth-view(1)");
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "home");
  plt_test_activate (window, "win.previous-view");
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "referentials");
  plt_test_activate (window, "win.next-view");
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "home");
  plt_test_window_close (window);
}

/* The side pane does not go on showing what was selected in another view. */
static void
test_selection_stays_behind (void)
{
  PltWindow *window = plt_test_window_sample ();
  PltSession *session = plt_window_get_session (window);

  plt_test_activate (window, "win.go::locations");
  plt_test_settle ();
  g_assert_cmpstr (plt_session_get_selection (session).table, ==, "location");
  plt_test_activate (window, "win.go::home");
  g_assert_null (plt_session_get_selection (session).table);
  plt_test_activate (window, "win.back");
  plt_test_settle ();
  g_assert_cmpstr (plt_session_get_selection (session).table, ==, "location");
  plt_test_window_close (window);
}

/* A view that is itself a form keeps its room; what is asked for with F9 or Alerts is shown, each
 * kind of view remembers what was wanted in it. */
static void
test_pane_leaves_room (void)
{
  PltWindow *window = plt_test_window_sample ();
  GtkWidget *pane = plt_test_find_widget (GTK_WIDGET (window), PLT_TYPE_SIDE_PANE);

  plt_test_activate (window, "win.go::locations");
  g_assert_true (gtk_widget_get_visible (pane));
  plt_test_activate (window, "win.go::callsheets");
  g_assert_false (gtk_widget_get_visible (pane));
  plt_test_activate (window, "win.go::locations");
  g_assert_true (gtk_widget_get_visible (pane));
  plt_test_activate (window, "win.history");
  plt_test_activate (window, "win.go::callsheets");
  g_assert_true (gtk_widget_get_visible (pane));
  plt_test_activate (window, "win.history");
  g_assert_false (gtk_widget_get_visible (pane));
  plt_test_activate (window, "win.pane");
  g_assert_true (gtk_widget_get_visible (pane));
  plt_test_activate (window, "win.go::locations");
  plt_test_activate (window, "win.pane");
  g_assert_false (gtk_widget_get_visible (pane));
  plt_test_activate (window, "win.go::callsheets");
  g_assert_true (gtk_widget_get_visible (pane));
  plt_test_window_close (window);
}

/* Every issue that names a row leads to a view that has that row selected. */
static void
test_issues_lead_somewhere (void)
{
  PltWindow *window = plt_test_window_sample ();
  PltSession *session = plt_window_get_session (window);
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (PltRef));
  const GPtrArray *issues = plt_session_get_issues (session);

  for (guint i = 0; i < issues->len; i++)
    g_array_append_val (refs, ((PltIssue *) g_ptr_array_index (issues, i))->ref);
  g_assert_cmpuint (refs->len, >, 0);
  plt_test_activate (window, "win.issues");
  for (guint i = 0; i < refs->len; i++)
    {
      PltRef ref = g_array_index (refs, PltRef, i);

      if (ref.table == NULL || ref.id == 0)
        continue;
      plt_session_open_ref (session, ref);
      g_assert_cmpstr (plt_session_get_selection (session).table, ==, ref.table);
      g_assert_cmpint (plt_session_get_selection (session).id, ==, ref.id);
    }
  plt_test_activate (window, "win.next-issue");
  {
    PltRef last = g_array_index (refs, PltRef, refs->len - 1);
    const PltViewInfo *view = plt_views_find_table (last.table);
    GtkWidget *pane = g_object_ref_sink (plt_issues_pane_new (session));

    /* the issues of one view first */
    g_assert_true (plt_issues_pane_focus_view (PLT_ISSUES_PANE (pane), view));
    g_assert_true (plt_issues_pane_go_to_next (PLT_ISSUES_PANE (pane)));
    g_assert_true (plt_views_find_table (plt_session_get_selection (session).table) == view);
    g_assert_false (plt_issues_pane_focus_view (PLT_ISSUES_PANE (pane), plt_views_find ("home")));
    g_object_unref (pane);
  }
  plt_test_window_close (window);
}

static void
test_second_opening_reads_only (void)
{
  g_autoptr (PltStore) first = plt_test_store_sample ();
  g_autoptr (PltStore) second = NULL;
  g_autoptr (GError) error = NULL;
  PltWindow *window;
  GActionGroup *actions;

  g_assert_null (plt_store_open (plt_store_get_path (first), PLT_OPEN_WRITE, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_LOCKED);
  second = plt_store_open (plt_store_get_path (first), PLT_OPEN_READ, plt_test_error ());
  window = plt_test_window_new (second);
  actions = G_ACTION_GROUP (window);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (window), "read only"));
  g_assert_false (g_action_group_get_action_enabled (actions, "undo"));
  g_assert_false (g_action_group_get_action_enabled (actions, "snapshot"));
  g_assert_true (g_action_group_get_action_enabled (actions, "save-copy"));
  plt_test_activate (window, "win.go::locations");
  g_assert_false (g_action_group_get_action_enabled (
      plt_view_get_actions (plt_window_get_view (window)), "add-row"));
  g_clear_object (&second);
  plt_test_window_close (window);
}

/* What the application does with a locked file: it asks, and reads when told to. */
static void
test_locked_file_is_offered (void)
{
  g_autoptr (PltStore) first = plt_test_store_sample ();
  g_autoptr (GFile) file = g_file_new_for_path (plt_store_get_path (first));
  PltWindow *window = plt_window_new (GTK_APPLICATION (plt_test_application ()));
  GtkWidget *alert, *label;

  gtk_window_present (GTK_WINDOW (window));
  plt_application_open_file (plt_test_application (), file);
  plt_test_settle ();
  g_assert_null (plt_window_get_session (window));
  alert = plt_test_toplevel (GTK_TYPE_WINDOW);
  label = plt_test_find_label (alert, "Open to Read");
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  plt_test_settle ();
  g_assert_nonnull (plt_window_get_session (window));
  g_assert_true (plt_session_is_read_only (plt_window_get_session (window)));
  plt_test_window_close (window);
}

static void
test_palette (void)
{
  PltWindow *window = plt_test_window_sample ();
  PltStore *store = plt_test_window_store (window);
  PltCommandPalette *palette;

  PLT_TEST_INSERT (store, "person", "last_name", "Zwingelstein", "first_name", "Odile");
  palette = plt_command_palette_present (window);
  g_assert_cmpuint (plt_command_palette_get_n_found (palette), >, 10);
  plt_command_palette_set_text (palette, "zwingel");
  g_assert_cmpuint (plt_command_palette_get_n_found (palette), ==, 1);
  g_assert_cmpstr (plt_command_palette_get_title (palette, 0), ==, "Odile Zwingelstein");
  plt_command_palette_activate (palette, 0);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "crew");
  g_assert_cmpstr (plt_session_get_selection (plt_window_get_session (window)).table, ==, "person");

  PLT_TEST_INSERT (store, "script_version", "number", "7", "title", "V7");
  PLT_TEST_INSERT (store, "script_block", "script_version", "7 V7", "kind", "action", "text",
                   "Le zébu passe.", "position", "1897"); /* its name is a number, with a space */
  palette = plt_command_palette_present (window);
  plt_command_palette_set_text (palette, "zébu");
  g_assert_cmpstr (plt_command_palette_get_title (palette, 0), ==, "Le zébu passe.");
  gtk_window_destroy (GTK_WINDOW (palette));

  palette = plt_command_palette_present (window);
  plt_command_palette_set_text (palette, "zzqx");
  g_assert_cmpuint (plt_command_palette_get_n_found (palette), ==, 0);
  g_assert_true (gtk_widget_get_child_visible (
      plt_test_find_label (GTK_WIDGET (palette), "Nothing has these words. Write fewer of them, or "
                                                 "another one.")));
  plt_command_palette_set_text (palette, "locat");
  g_assert_cmpstr (plt_command_palette_get_title (palette, 0), ==, "Locations");
  plt_command_palette_activate (palette, 0);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "locations");

  palette = plt_command_palette_present (window);
  plt_command_palette_set_text (palette, "undo");
  g_assert_cmpstr (plt_command_palette_get_title (palette, 0), ==, "Undo");
  plt_command_palette_activate (palette, 0);
  plt_test_settle ();
  g_assert_true (plt_store_can_redo (store));
  plt_test_window_close (window);
}

static void
test_figures (void)
{
  const PltFigures before = { 24, 5, 1120, 9642000 };
  const PltFigures after = { 24, 6, 1120, 9873000 };
  const PltFigures less = { 24, 4, 1060, 9642000 };
  const PltFigures unknown = { 1, 0, 0, PLT_UNKNOWN };
  g_autofree char *text = plt_figures_to_text (&before);
  g_autofree char *more = plt_figures_difference (&before, &after);
  g_autofree char *fewer = plt_figures_difference (&before, &less);
  g_autofree char *none = plt_figures_difference (&before, &before);
  g_autofree char *short_text = plt_figures_to_text (&unknown);

  g_assert_cmpstr (text, ==, "24 sequences · 5 d · 18:40 · 96\u202f420,00\u202f€");
  g_assert_cmpstr (more, ==, "+1 d · +2\u202f310,00\u202f€");
  g_assert_cmpstr (fewer, ==, "−1 d · −1:00");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (short_text, ==, "1 sequence · 0 d · 0:00");
}

static void
test_preview (void)
{
  PltWindow *window = plt_test_window_sample ();
  PltSession *session = plt_window_get_session (window);
  PltFigures figures = plt_session_get_figures (session);

  figures.days += 2;
  plt_session_preview (session, &figures);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (window), "+2 d"));
  plt_session_preview (session, NULL);
  g_assert_null (plt_session_get_preview (session));
  plt_test_window_close (window);
}

/* GTK lets the ring go out after a while; who works with the keys finds it again. */
static void
test_focus_ring (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltWindow *window = plt_test_window_new (store);

  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  plt_focus_ring_note (GTK_WINDOW (window), TRUE);
  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
  plt_test_settle ();
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (window)));
  plt_focus_ring_note (GTK_WINDOW (window), FALSE); /* the mouse */
  gtk_window_set_focus_visible (GTK_WINDOW (window), FALSE);
  plt_test_settle ();
  g_assert_false (gtk_window_get_focus_visible (GTK_WINDOW (window)));
  plt_test_window_close (window);
}

/* The focus stands in the first field, and a closing is said from its first day to its last. */
static void
test_add_range (void)
{
  PltWindow *window = plt_test_window_sample ();
  GtkWindow *dialog = plt_add_row_present (GTK_WIDGET (window), plt_window_get_session (window),
                                           plt_table_find ("calendar_closing"), NULL, NULL, NULL);
  GtkWidget *focus;
  GtkWidget *grid;

  g_assert_nonnull (dialog);
  plt_test_settle ();
  grid = plt_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_GRID);
  focus = gtk_window_get_focus (dialog);
  g_assert_true (gtk_widget_is_ancestor (focus, gtk_grid_get_child_at (GTK_GRID (grid), 1, 0)));
  for (int row = 0; row < 3; row++)
    gtk_editable_set_text (GTK_EDITABLE (gtk_grid_get_child_at (GTK_GRID (grid), 1, row)),
                           row == 0   ? "Fermeture d’août"
                           : row == 1 ? "02/08/2027"
                                      : "27/08/2027");
  g_assert_null (gtk_grid_get_child_at (GTK_GRID (grid), 1, 3));
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  {
    PltStore *store = plt_session_get_store (plt_window_get_session (window));
    const PltTable *table = plt_table_find ("calendar_closing");
    g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, NULL, NULL);
    g_autoptr (PltRecord) record = NULL;

    g_assert_cmpuint (ids->len, >, 0);
    record = plt_store_get_record (store, "calendar_closing",
                                   g_array_index (ids, gint64, ids->len - 1));
    g_assert_nonnull (record);
    g_assert_cmpstr (plt_record_get_text (record, "to_date"), ==, "2027-08-27");
  }
  plt_test_window_close (window);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  g_test_add_func ("/window/start-page", test_start_page);
  g_test_add_func ("/window/registry", test_registry);
  g_test_add_func ("/window/every-view/empty", test_every_view_empty);
  g_test_add_func ("/window/every-view/sample", test_every_view_sample);
  g_test_add_func ("/window/kind-hides-views", test_kind_hides_views);
  g_test_add_func ("/window/undo-redo", test_undo_redo);
  g_test_add_func ("/window/back-and-forward", test_back_and_forward);
  g_test_add_func ("/window/selection-stays-behind", test_selection_stays_behind);
  g_test_add_func ("/window/pane", test_pane_leaves_room);
  g_test_add_func ("/window/issues", test_issues_lead_somewhere);
  g_test_add_func ("/window/read-only", test_second_opening_reads_only);
  g_test_add_func ("/window/locked", test_locked_file_is_offered);
  g_test_add_func ("/window/palette", test_palette);
  g_test_add_func ("/window/focus-ring", test_focus_ring);
  g_test_add_func ("/window/figures", test_figures);
  g_test_add_func ("/window/add-range", test_add_range);
  g_test_add_func ("/window/preview", test_preview);
  return g_test_run ();
}
