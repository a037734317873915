/* PltGrid in a real window: moving, selecting, following the model, groups, columns. */
#include "config.h"

#include "grid-window.h"

/* --- Moving and selecting --- */

static void
test_move (Fixture *fixture, gconstpointer data)
{
  int row, column;

  grid_assert_at (fixture, 0, 0);
  grid_press (fixture, "Down Right Right");
  grid_assert_at (fixture, 1, 2);
  g_object_get (fixture->grid, "cursor-row", &row, "cursor-column", &column, NULL);
  g_assert_cmpint (row, ==, 1);
  g_assert_cmpint (column, ==, 2);
  grid_press (fixture, "End");
  grid_assert_at (fixture, 1, 5);
  grid_press (fixture, "Home");
  grid_assert_at (fixture, 1, 0);
  grid_press (fixture, "ctrl+End");
  grid_assert_at (fixture, 4, 5);
  grid_press (fixture, "ctrl+Home");
  grid_assert_at (fixture, 0, 0);
  grid_press (fixture, "ctrl+Down");
  grid_assert_at (fixture, 4, 0);
  grid_press (fixture, "KP_Up");
  grid_assert_at (fixture, 3, 0);
  grid_press (fixture, "Page_Up");
  grid_assert_at (fixture, 0, 0);
}

/* Tab, Tab, Enter: to the column where the tabs began. */
static void
test_tab_and_enter (Fixture *fixture, gconstpointer data)
{
  grid_press (fixture, "Right Tab Tab");
  grid_assert_at (fixture, 0, 3);
  grid_press (fixture, "Return");
  grid_assert_at (fixture, 1, 1);
  grid_press (fixture, "shift+Return shift+ISO_Left_Tab");
  grid_assert_at (fixture, 0, 0);
  /* An arrow ends the run. */
  grid_press (fixture, "Tab Right Return");
  grid_assert_at (fixture, 1, 2);
  /* In a range they walk around in it. */
  plt_grid_select (fixture->grid, 1, 1, 2, 2);
  grid_press (fixture, "Tab Tab");
  grid_assert_at (fixture, 2, 1);
  grid_press (fixture, "Return");
  grid_assert_at (fixture, 1, 2);
  grid_assert_range (fixture, 1, 1, 2, 2);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  guint first, n;

  grid_press (fixture, "Down shift+Down shift+Right shift+Right");
  grid_assert_range (fixture, 1, 0, 2, 3);
  grid_assert_at (fixture, 1, 0);
  grid_press (fixture, "shift+space");
  grid_assert_range (fixture, 1, 0, 2, 6);
  g_assert_true (plt_grid_get_selected_rows (fixture->grid, &first, &n));
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (n, ==, 2);
  grid_press (fixture, "Right");
  grid_assert_range (fixture, 1, 1, 1, 1);
  grid_press (fixture, "ctrl+space");
  grid_assert_range (fixture, 0, 1, 5, 1);
  grid_press (fixture, "ctrl+a");
  grid_assert_range (fixture, 0, 0, 5, 6);
  grid_press (fixture, "ctrl+Home ctrl+shift+End");
  grid_assert_range (fixture, 0, 0, 5, 6);
  grid_press (fixture, "Up");
  grid_assert_range (fixture, 0, 0, 1, 1);
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (plt_grid_get_selection_summary (fixture->grid), ==, "");
  plt_grid_select (fixture->grid, 0, 2, 4, 1);
  WAIT_FOR (fixture->grid->sum_idle == 0);
  g_assert_cmpstr (plt_grid_get_selection_summary (fixture->grid), ==,
                   "Sum 390,50\342\200\257€ · Average 130,17\342\200\257€ · 3 figures");
  /* It follows a change, and does not add euros to shots. */
  grid_type (fixture, "200");
  grid_press (fixture, "Return");
  WAIT_FOR (fixture->grid->sum_idle == 0);
  g_assert_nonnull (strstr (plt_grid_get_selection_summary (fixture->grid), "490,50"));
  plt_grid_select (fixture->grid, 0, 2, 2, 2);
  WAIT_FOR (fixture->grid->sum_idle == 0);
  g_assert_cmpstr (plt_grid_get_selection_summary (fixture->grid), ==, "4 figures");
  plt_grid_select (fixture->grid, 0, 0, 3, 2);
  WAIT_FOR (fixture->grid->sum_idle == 0);
  g_assert_cmpstr (plt_grid_get_selection_summary (fixture->grid), ==, "3 rows × 2 columns");
  grid_press (fixture, "Down");
  g_assert_cmpstr (plt_grid_get_selection_summary (fixture->grid), ==, "");
}

/* --- Accessibility --- */

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = fixture->grid->cursors[0], *second = fixture->grid->cursors[1];

  gtk_test_accessible_assert_role (fixture->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  g_assert_cmpstr (grid_get_label (fixture), ==, "Séq., row 1, 1");
  g_assert_true (gtk_widget_is_focus (first));
  /* Each step moves the focus to the other widget: that is what is announced. */
  grid_press (fixture, "Down Right");
  g_assert_cmpstr (grid_get_label (fixture), ==, "Décor, row 2, CAFÉ DU PORT");
  g_assert_true (gtk_widget_is_focus (first));
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Décor, row 2, CAFÉ DU PORT");
  gtk_test_accessible_assert_relation (first, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 2);
  gtk_test_accessible_assert_relation (first, GTK_ACCESSIBLE_RELATION_COL_INDEX, 2);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  grid_press (fixture, "Down Down Down");
  g_assert_true (gtk_widget_is_focus (second));
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Décor, row 5, empty");
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  /* The text changes under it. */
  grid_type (fixture, "GARE");
  g_assert_true (plt_grid_commit_edit (fixture->grid));
  g_assert_cmpstr (grid_get_label (fixture), ==, "Décor, row 5, GARE");

  memory_model_get_row (fixture->model, 4)->flags[1] = PLT_GRID_CELL_INVALID;
  memory_model_get_row (fixture->model, 4)->messages[1] = g_strdup ("Décor inconnu.");
  plt_grid_model_cells_changed (PLT_GRID_MODEL (fixture->model), 4, 1);
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Décor inconnu.");
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

/* --- Following the model --- */

static void
test_splice (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 2, 1);
  memory_model_splice (fixture->model, 0, 0, 3);
  grid_assert_at (fixture, 5, 1);
  g_assert_cmpstr (grid_get_label (fixture), ==, "Décor, row 6, BAC");
  memory_model_splice (fixture->model, 1, 2, 0);
  grid_assert_at (fixture, 3, 1);
  memory_model_splice (fixture->model, 4, 1, 1); /* below */
  grid_assert_at (fixture, 3, 1);
  /* Its own row goes: the next one takes its place. */
  memory_model_splice (fixture->model, 3, 1, 0);
  grid_assert_at (fixture, 3, 1);
  memory_model_splice (fixture->model, 2, 3, 0);
  grid_assert_at (fixture, 1, 1);
  memory_model_splice (fixture->model, 0, 2, 0);
  grid_assert_range (fixture, 0, 0, 0, 0);
  g_assert_cmpstr (grid_get_label (fixture), ==, "Empty table");
}

static void
test_splice_range (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (fixture->grid, 1, 1, 2, 2);
  memory_model_splice (fixture->model, 0, 0, 1);
  grid_assert_range (fixture, 2, 1, 2, 2);
  memory_model_splice (fixture->model, 3, 0, 1); /* into it: its ends no longer belong together */
  grid_assert_range (fixture, 2, 1, 1, 1);
  grid_press (fixture, "ctrl+space");
  memory_model_splice (fixture->model, 0, 1, 0);
  grid_assert_range (fixture, 0, 1, 6, 1); /* a whole column stays one */
}

static void
test_edit_follows (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 2, 1);
  grid_type (fixture, "GARE");
  memory_model_splice (fixture->model, 0, 0, 2);
  g_assert_true (plt_grid_is_editing (fixture->grid));
  grid_press (fixture, "Escape Return");
  grid_assert_log (fixture, "");
  grid_assert_at (fixture, 5, 1);
  grid_type (fixture, "HALL");
  memory_model_splice (fixture->model, 0, 1, 0);
  g_assert_true (plt_grid_commit_edit (fixture->grid));
  grid_assert_log (fixture, "set:4,1=HALL");
  /* The row goes while it is typed in: the text does not. */
  grid_type (fixture, "long texte");
  memory_model_splice (fixture->model, 4, 1, 0);
  g_assert_false (plt_grid_commit_edit (fixture->grid));
  g_assert_cmpstr (plt_grid_editor_get_text (PLT_GRID_EDITOR (fixture->grid->editor)), ==,
                   "long texte");
  g_assert_nonnull (grid_get_notice (fixture));
  gtk_test_widget_wait_for_draw (fixture->window);
  grid_press (fixture, "Escape");
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 1, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.sort-descending", NULL);
  grid_assert_log (fixture, "sort:1,2");
  grid_assert_text (fixture, 0, 1, "QUAI");
  grid_assert_at (fixture, 2, 1); /* still on the café */
  g_assert_cmpstr (grid_get_label (fixture), ==, "Décor, row 3, CAFÉ DU PORT");
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.sort-none", NULL);
  grid_assert_at (fixture, 1, 1);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
test_scroll_anchor (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = fixture->grid->adjustments[GTK_ORIENTATION_VERTICAL];
  int row = fixture->grid->geometry.row_height;

  memory_model_splice (fixture->model, 5, 0, 1000);
  gtk_adjustment_set_value (adjustment, 10 * row + 7);
  memory_model_splice (fixture->model, 2, 0, 10); /* above what is seen: that does not move */
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 20 * row + 7);
  memory_model_splice (fixture->model, 900, 10, 0); /* below */
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 20 * row + 7);
  grid_press (fixture, "ctrl+End");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment)
                         + gtk_adjustment_get_page_size (adjustment),
                     ==, gtk_adjustment_get_upper (adjustment));
  memory_model_splice (fixture->model, 10, 990, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <=,
                     gtk_adjustment_get_upper (adjustment)
                         - gtk_adjustment_get_page_size (adjustment));
  gtk_test_widget_wait_for_draw (fixture->window);
}

/* Laid out again at the end of the table, with both bars: nothing slips. */
static void
test_scroll_stays (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = fixture->grid->adjustments[GTK_ORIENTATION_VERTICAL];
  GtkWidget *scroller = gtk_window_get_child (GTK_WINDOW (fixture->window));
  double value;

  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  plt_grid_set_layout (fixture->grid, "number:300;set:400;cost:400");
  memory_model_splice (fixture->model, 5, 0, 1000);
  gtk_test_widget_wait_for_draw (fixture->window);
  grid_press (fixture, "ctrl+End");
  gtk_test_widget_wait_for_draw (fixture->window);
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value + gtk_adjustment_get_page_size (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment));
  gtk_widget_queue_resize (GTK_WIDGET (fixture->grid));
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  plt_grid_show_notice (fixture->grid, "Une phrase.");
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
}

/* However many rows there are, only what is seen is read. */
static void
test_only_visible (Fixture *fixture, gconstpointer data)
{
  guint reads;

  memory_model_splice (fixture->model, 5, 0, 20000);
  gtk_test_widget_wait_for_draw (fixture->window);
  memory_model_take_reads (fixture->model);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->grid));
  gtk_test_widget_wait_for_draw (fixture->window);
  reads = memory_model_take_reads (fixture->model);
  g_assert_cmpuint (reads, >, 0);
  g_assert_cmpuint (reads, <=, 2 * 14 * GRID_N_COLUMNS); /* at most two frames */
}

/* --- Groups --- */

static void
set_up_groups (Fixture *fixture, gconstpointer data)
{
  fixture->model = memory_model_new (grid_columns, GRID_N_COLUMNS, ALL_ABILITIES);
  memory_model_add (fixture->model, PLT_GRID_ROW_GROUP, 0, "1", "DROITS", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_GROUP, 1, "11", "Sujet", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_NORMAL, 2, "1101", "Scénario", "10", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_NORMAL, 2, "1102", "Option", "5", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_GROUP, 0, "2", "PERSONNEL", "7", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_NORMAL, 1, "21", "Réalisatrice", "7", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_TOTAL, 0, "", "TOTAL", "22", NULL);
  memory_model_refresh (fixture->model);
  grid_show_grid (fixture);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (grid_get_label (fixture), ==, "Séq., row 1, group open, 1");
  grid_press (fixture, "space");
  grid_assert_log (fixture, "close:0");
  g_assert_cmpstr (grid_get_label (fixture), ==, "Séq., row 1, group closed, 1");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 4);
  grid_press (fixture, "Return");
  grid_assert_log (fixture, "open:0");
  grid_assert_at (fixture, 0, 0);
  /* Alt+Left on a line closes the group it lies in and stands on it; on that, the next higher. */
  grid_press (fixture, "Down Down alt+Left");
  grid_assert_log (fixture, "close:1");
  grid_assert_at (fixture, 1, 0);
  grid_press (fixture, "alt+Left");
  grid_assert_log (fixture, "close:0");
  grid_assert_at (fixture, 0, 0);
  grid_press (fixture, "alt+Left"); /* nothing above */
  grid_assert_log (fixture, "");
  grid_press (fixture, "alt+Right alt+Right");
  grid_assert_log (fixture, "open:0");
  grid_press (fixture, "minus minus");
  grid_assert_log (fixture, "close:0");
  grid_press (fixture, "KP_Add plus");
  grid_assert_log (fixture, "open:0");
  /* A row of figures is no group, and a title is not typed in. */
  plt_grid_set_cursor (fixture->grid, 0, 1);
  g_assert_false (plt_grid_edit (fixture->grid));
  grid_press (fixture, "ctrl+minus");
  g_assert_nonnull (grid_get_notice (fixture));
  gtk_test_widget_wait_for_draw (fixture->window);
}

/* A total is not added to what it totals. */
static void
test_group_sums (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (fixture->grid, 0, 2, 7, 1);
  WAIT_FOR (fixture->grid->sum_idle == 0);
  g_assert_true (
      g_str_has_prefix (plt_grid_get_selection_summary (fixture->grid), "Sum 22,00\342\200\257€"));
  /* The group of the cursor closes over it: the cursor stays in sight. */
  plt_grid_set_cursor (fixture->grid, 3, 2);
  plt_grid_model_toggle (PLT_GRID_MODEL (fixture->model), 1, 0, NULL);
  grid_assert_at (fixture, 2, 2);
}

/* --- Columns --- */

static void
test_columns (Fixture *fixture, gconstpointer data)
{
  GtkWidget *grid = GTK_WIDGET (fixture->grid);
  g_autofree char *layout = NULL, *again = NULL;
  int width;

  plt_grid_set_cursor (fixture->grid, 0, 2);
  gtk_widget_activate_action (grid, "grid.column-left", NULL);
  grid_assert_at (fixture, 0, 1); /* with its column */
  gtk_widget_activate_action (grid, "grid.column-left", NULL);
  grid_assert_at (fixture, 0, 1); /* not among the frozen ones */
  gtk_widget_activate_action (grid, "grid.hide-column", NULL);
  g_assert_cmpint (plt_grid_get_n_columns (fixture->grid), ==, 5);
  grid_assert_at (fixture, 0, 1);
  gtk_widget_activate_action (grid, "grid.fit-column", NULL);
  width = plt_grid_axis_get_width (fixture->grid->axis, 1);
  g_assert_cmpint (width, >=,
                   plt_grid_text_measure (fixture->grid->text, "CAFÉ DU PORT", FALSE) + 12);
  layout = plt_grid_get_layout (fixture->grid);
  g_assert_true (g_str_has_prefix (layout, "number:"));
  g_assert_nonnull (strstr (layout, ";-cost:"));
  gtk_widget_activate_action (grid, "grid.show-columns", NULL);
  g_assert_cmpint (plt_grid_get_n_columns (fixture->grid), ==, 6);
  plt_grid_set_layout (fixture->grid, layout);
  again = plt_grid_get_layout (fixture->grid);
  g_assert_cmpstr (again, ==, layout);
  /* What a person chose survives a change of columns. */
  plt_grid_model_columns_changed (PLT_GRID_MODEL (fixture->model));
  g_assert_cmpint (plt_grid_get_n_columns (fixture->grid), ==, 5);
  /* What is being typed moves with its column. */
  plt_grid_set_cursor (fixture->grid, 1, 1);
  grid_type (fixture, "GARE");
  plt_grid_set_layout (fixture->grid, "number:50;done:40;set:150");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  grid_assert_at (fixture, 1, 2);
  grid_press (fixture, "Escape Return");
  grid_assert_text (fixture, 1, 1, "CAFÉ DU PORT");
  grid_type (fixture, "GARE");
  plt_grid_model_columns_changed (PLT_GRID_MODEL (fixture->model));
  g_assert_true (plt_grid_commit_edit (fixture->grid));
  grid_assert_text (fixture, 2, 1, "GARE");
  for (int i = 0; i < 10; i++)
    gtk_widget_activate_action (grid, "grid.hide-column", NULL);
  g_assert_cmpint (plt_grid_get_n_columns (fixture->grid), ==, 1);
  gtk_test_widget_wait_for_draw (fixture->window);
}

/* --- The object --- */

static void
count_cb (guint *n)
{
  ++*n;
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "row-numbers", "new-row" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *signal = g_strconcat ("notify::", names[i], NULL);
      gboolean value = TRUE;
      guint n = 0;

      g_signal_connect_swapped (fixture->grid, signal, G_CALLBACK (count_cb), &n);
      g_object_get (fixture->grid, names[i], &value, NULL);
      g_assert_false (value);
      g_object_set (fixture->grid, names[i], TRUE, NULL);
      g_object_set (fixture->grid, names[i], TRUE, NULL);
      g_object_get (fixture->grid, names[i], &value, NULL);
      g_assert_true (value);
      g_assert_cmpuint (n, ==, 1);
      gtk_test_widget_wait_for_draw (fixture->window);
      g_signal_handlers_disconnect_by_func (fixture->grid, count_cb, &n);
    }
}

/* What is drawn is dark as soon as the window is, and light again with it. */
static void
test_theme (Fixture *fixture, gconstpointer data)
{
  const PltGrid *grid = PLT_GRID (fixture->grid);

  for (int dark = 1; dark >= 0; dark--)
    {
      g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);
      gtk_test_widget_wait_for_draw (fixture->window);
      g_assert_true (grid->colors == plt_grid_colors_get (dark));
    }
}

/* A sentence said of a cell goes with the page it was said on. */
static void
test_notice_goes (Fixture *fixture, gconstpointer data)
{
  PltGrid *grid = fixture->grid;

  plt_grid_show_notice (grid, "Cette case est calculée.");
  g_assert_nonnull (grid->notice);
  gtk_widget_set_visible (GTK_WIDGET (grid), FALSE);
  g_assert_null (grid->notice);
  gtk_widget_set_visible (GTK_WIDGET (grid), TRUE);
}

static void
test_empty (void)
{
  Fixture fixture = { .model = memory_model_new (grid_columns, 2, PLT_GRID_CAN_INSERT) };

  grid_show_grid (&fixture);
  grid_press (&fixture,
              "Down ctrl+End Tab Return space F2 ctrl+c ctrl+v ctrl+d Delete alt+Left Menu");
  grid_assert_log (&fixture, "");
  g_assert_cmpstr (grid_get_label (&fixture), ==, "Empty table");
  grid_press (&fixture, "ctrl+plus");
  grid_assert_log (&fixture, "insert:0+1");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture.model)), ==, 1);
  grid_assert_at (&fixture, 0, 0);
  plt_grid_set_model (fixture.grid, NULL);
  gtk_test_widget_wait_for_draw (fixture.window);
  grid_press (&fixture, "Down ctrl+v Return");
  grid_tear_down (&fixture, NULL);
}

/* A model without abilities is never asked. */
static void
test_read_only (void)
{
  Fixture fixture = { .model = grid_create_model (PLT_GRID_CAN_NOTHING) };

  grid_show_grid (&fixture);
  plt_grid_set_new_row (fixture.grid, TRUE);
  g_assert_cmpint (plt_grid_get_n_rows (fixture.grid), ==, 5);
  grid_press (&fixture, "ctrl+plus ctrl+minus alt+shift+Down");
  gtk_widget_activate_action (GTK_WIDGET (fixture.grid), "grid.sort-ascending", NULL);
  grid_assert_log (&fixture, "");
  grid_tear_down (&fixture, NULL);
}

/* Each key that is told is a key, and each action there is. */
static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (const PltGridShortcut *s = plt_grid_get_shortcuts (); s->accel != NULL; s++)
    {
      GdkModifierType modifiers;
      guint keyval;

      g_assert_true (gtk_accelerator_parse (s->accel, &keyval, &modifiers));
      g_assert_true (g_hash_table_add (seen, (gpointer) s->accel));
      if (s->action != NULL)
        g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->grid), s->action, NULL));
      plt_grid_cancel_edit (fixture->grid);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  grid_press (fixture, "Down Right shift+F10");
  g_assert_nonnull (fixture->grid->menu);
  g_assert_true (gtk_widget_get_visible (fixture->grid->menu));
  {
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (fixture->grid));
    GtkWidget *first, *second;

    WAIT_FOR (gtk_widget_get_mapped (fixture->grid->menu));
    gtk_widget_child_focus (fixture->grid->menu, GTK_DIR_TAB_FORWARD);
    first = gtk_root_get_focus (root);
    g_signal_emit_by_name (root, "move-focus", GTK_DIR_DOWN); /* as the arrow of the menu does */
    second = gtk_root_get_focus (root);
    g_assert_true (first != second);
    g_assert_true (gtk_widget_is_ancestor (second, fixture->grid->menu));
  }
  gtk_popover_popdown (GTK_POPOVER (fixture->grid->menu));
  WAIT_FOR (!gtk_widget_get_visible (fixture->grid->menu));
  g_assert_true (gtk_widget_is_focus (fixture->grid->cursors[fixture->grid->turn]));
}

static void
test_finalize (void)
{
  MemoryModel *model = grid_create_model (ALL_ABILITIES);
  GtkWidget *window = gtk_window_new ();
  PltGrid *grid = PLT_GRID (plt_grid_new (PLT_GRID_MODEL (model)));
  g_autoptr (GMenu) menu = g_menu_new ();

  g_object_ref (grid);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (grid));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  plt_grid_set_extra_menu (grid, G_MENU_MODEL (menu));
  plt_grid_popup_menu (grid, 10, 10);
  plt_grid_select (grid, 0, 0, 5, 3);
  plt_grid_begin_edit (grid, "x", TRUE);
  plt_grid_open_completions (grid);
  plt_grid_show_notice (grid, "Une phrase.");
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (grid);
  g_assert_finalize_object (model);

  /* Never shown at all, or with nothing. */
  grid = g_object_ref_sink (PLT_GRID (plt_grid_new (NULL)));
  g_assert_finalize_object (grid);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, grid_set_up, func, grid_tear_down)
  ADD ("/ui/grid/move", test_move);
  ADD ("/ui/grid/tab-and-enter", test_tab_and_enter);
  ADD ("/ui/grid/select", test_select);
  ADD ("/ui/grid/summary", test_summary);
  ADD ("/ui/grid/accessible", test_accessible);
  ADD ("/ui/grid/splice", test_splice);
  ADD ("/ui/grid/splice-range", test_splice_range);
  ADD ("/ui/grid/edit-follows", test_edit_follows);
  ADD ("/ui/grid/sort", test_sort);
  ADD ("/ui/grid/scroll-anchor", test_scroll_anchor);
  ADD ("/ui/grid/scroll-stays", test_scroll_stays);
  ADD ("/ui/grid/only-visible", test_only_visible);
  g_test_add ("/ui/grid/groups", Fixture, NULL, set_up_groups, test_groups, grid_tear_down);
  g_test_add ("/ui/grid/group-sums", Fixture, NULL, set_up_groups, test_group_sums, grid_tear_down);
  ADD ("/ui/grid/columns", test_columns);
  ADD ("/ui/grid/properties", test_properties);
  ADD ("/ui/grid/theme", test_theme);
  ADD ("/ui/grid/notice-goes", test_notice_goes);
  g_test_add_func ("/ui/grid/empty", test_empty);
  g_test_add_func ("/ui/grid/read-only", test_read_only);
  ADD ("/ui/grid/shortcuts", test_shortcuts);
  ADD ("/ui/grid/menu", test_menu);
  g_test_add_func ("/ui/grid/finalize", test_finalize);
  return g_test_run ();
}
