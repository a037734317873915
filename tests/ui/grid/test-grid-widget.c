/* PltGrid in a real window: keys and actions in, requests to the model and the state of the grid
 * out. */
#include "config.h"

#include "memory-model.h"
#include "plt-grid-private.h"

#define EDIT PLT_GRID_COLUMN_EDITABLE

static const PltGridColumn columns[] = {
  { "number", "Séq.", NULL, 6, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN | EDIT, NULL },
  { "set", "Décor", NULL, 20, PLT_GRID_ALIGN_START, EDIT, NULL },
  { "cost", "Coût", NULL, 12, PLT_GRID_ALIGN_END, EDIT | PLT_GRID_COLUMN_NUMBER, "money" },
  { "shots", "Plans", NULL, 8, PLT_GRID_ALIGN_END, EDIT | PLT_GRID_COLUMN_NUMBER, NULL },
  { "total", "Total", NULL, 12, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER, "money" },
  { "done", "Fait", NULL, 6, PLT_GRID_ALIGN_CENTER, EDIT | PLT_GRID_COLUMN_TOGGLE, NULL },
};

#define ALL_ABILITIES                                                                              \
  (PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE | PLT_GRID_CAN_MOVE | PLT_GRID_CAN_SORT)

typedef struct
{
  GtkWidget *window;
  PltGrid *grid;
  MemoryModel *model;
} Fixture;

static MemoryModel *
create_model (guint abilities)
{
  MemoryModel *model = memory_model_new (columns, G_N_ELEMENTS (columns), abilities);
  static const char *const proposals[] = { "CAFÉ DU PORT", "QUAI", "PHARE", NULL };

  memory_model_set_proposals (model, proposals);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "1", "QUAI", "100", "4", "7", "", NULL);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "2", "CAFÉ DU PORT", "250,50", "7", "8", "",
                    NULL);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "3", "BAC", "", "11", "9", "✓", NULL);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "4", "PHARE", "40", "2", "9", "", NULL);
  memory_model_add (model, PLT_GRID_ROW_NORMAL, 0, "5", "", "", "", "", "", NULL);
  memory_model_refresh (model);
  return model;
}

static void
show_grid (Fixture *fixture)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->window = gtk_window_new ();
  fixture->grid = PLT_GRID (plt_grid_new (PLT_GRID_MODEL (fixture->model)));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->grid));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->model = create_model (ALL_ABILITIES);
  show_grid (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->model);
}

/* Keys go where they would go: to the editor while one is open. "Down ctrl+End shift+Tab" */
static void
press (Fixture *fixture, const char *keys)
{
  g_auto (GStrv) words = g_strsplit (keys, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "+", -1);
      GdkModifierType state = 0;
      guint n = g_strv_length (parts), keyval = gdk_keyval_from_name (parts[n - 1]);

      g_assert_cmpuint (keyval, !=, GDK_KEY_VoidSymbol);
      for (guint j = 0; j + 1 < n; j++)
        state |= g_str_equal (parts[j], "ctrl")    ? GDK_CONTROL_MASK
                 : g_str_equal (parts[j], "shift") ? GDK_SHIFT_MASK
                                                   : GDK_ALT_MASK;
      if (fixture->grid->editor == NULL)
        plt_grid_press_key (fixture->grid, keyval, state);
      else
        plt_grid_editor_press_key (PLT_GRID_EDITOR (fixture->grid->editor), keyval, state);
    }
}

/* As typing does: a letter opens the editor, the others go to its text. */
static void
type (Fixture *fixture, const char *text)
{
  if (fixture->grid->editor == NULL)
    g_assert_true (plt_grid_begin_edit (fixture->grid, "", TRUE));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_first_child (fixture->grid->editor)), text);
}

static void
assert_at (Fixture *fixture, int row, int column)
{
  g_assert_cmpint (fixture->grid->selection.active.row, ==, row);
  g_assert_cmpint (fixture->grid->selection.active.column, ==, column);
}

static void
assert_range (Fixture *fixture, int row, int column, int n_rows, int n_columns)
{
  PltGridRange range = plt_grid_get_range (fixture->grid);

  g_assert_cmpint (range.row, ==, row);
  g_assert_cmpint (range.column, ==, column);
  g_assert_cmpint (range.n_rows, ==, n_rows);
  g_assert_cmpint (range.n_columns, ==, n_columns);
}

static void
assert_log (Fixture *fixture, const char *expected)
{
  g_autofree char *log = memory_model_take_log (fixture->model);

  g_assert_cmpstr (log, ==, expected);
}

static void
assert_text (Fixture *fixture, guint row, guint column, const char *expected)
{
  g_assert_cmpstr (memory_model_get_text (fixture->model, row, column), ==, expected);
}

static const char *
get_label (Fixture *fixture)
{
  return plt_grid_cursor_get_label (PLT_GRID_CURSOR (fixture->grid->cursors[fixture->grid->turn]));
}

static const char *
get_notice (Fixture *fixture)
{
  return fixture->grid->notice != NULL ? gtk_label_get_text (GTK_LABEL (fixture->grid->notice))
                                       : NULL;
}

/* At most five seconds. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;                                     \
    while (!(condition) && g_get_monotonic_time () < end)                                          \
      g_main_context_iteration (NULL, FALSE);                                                      \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

/* --- Moving and selecting --- */

static void
test_move (Fixture *fixture, gconstpointer data)
{
  int row, column;

  assert_at (fixture, 0, 0);
  press (fixture, "Down Right Right");
  assert_at (fixture, 1, 2);
  g_object_get (fixture->grid, "cursor-row", &row, "cursor-column", &column, NULL);
  g_assert_cmpint (row, ==, 1);
  g_assert_cmpint (column, ==, 2);
  press (fixture, "End");
  assert_at (fixture, 1, 5);
  press (fixture, "Home");
  assert_at (fixture, 1, 0);
  press (fixture, "ctrl+End");
  assert_at (fixture, 4, 5);
  press (fixture, "ctrl+Home");
  assert_at (fixture, 0, 0);
  press (fixture, "ctrl+Down");
  assert_at (fixture, 4, 0);
  press (fixture, "KP_Up");
  assert_at (fixture, 3, 0);
  press (fixture, "Page_Up");
  assert_at (fixture, 0, 0);
}

/* Tab, Tab, Enter: to the column where the tabs began. */
static void
test_tab_and_enter (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Right Tab Tab");
  assert_at (fixture, 0, 3);
  press (fixture, "Return");
  assert_at (fixture, 1, 1);
  press (fixture, "shift+Return shift+ISO_Left_Tab");
  assert_at (fixture, 0, 0);
  /* An arrow ends the run. */
  press (fixture, "Tab Right Return");
  assert_at (fixture, 1, 2);
  /* In a range they walk around in it. */
  plt_grid_select (fixture->grid, 1, 1, 2, 2);
  press (fixture, "Tab Tab");
  assert_at (fixture, 2, 1);
  press (fixture, "Return");
  assert_at (fixture, 1, 2);
  assert_range (fixture, 1, 1, 2, 2);
}

static void
test_select (Fixture *fixture, gconstpointer data)
{
  guint first, n;

  press (fixture, "Down shift+Down shift+Right shift+Right");
  assert_range (fixture, 1, 0, 2, 3);
  assert_at (fixture, 1, 0);
  press (fixture, "shift+space");
  assert_range (fixture, 1, 0, 2, 6);
  g_assert_true (plt_grid_get_selected_rows (fixture->grid, &first, &n));
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (n, ==, 2);
  press (fixture, "Right");
  assert_range (fixture, 1, 1, 1, 1);
  press (fixture, "ctrl+space");
  assert_range (fixture, 0, 1, 5, 1);
  press (fixture, "ctrl+a");
  assert_range (fixture, 0, 0, 5, 6);
  press (fixture, "ctrl+Home ctrl+shift+End");
  assert_range (fixture, 0, 0, 5, 6);
  press (fixture, "Up");
  assert_range (fixture, 0, 0, 1, 1);
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
  type (fixture, "200");
  press (fixture, "Return");
  WAIT_FOR (fixture->grid->sum_idle == 0);
  g_assert_nonnull (strstr (plt_grid_get_selection_summary (fixture->grid), "490,50"));
  plt_grid_select (fixture->grid, 0, 2, 2, 2);
  WAIT_FOR (fixture->grid->sum_idle == 0);
  g_assert_cmpstr (plt_grid_get_selection_summary (fixture->grid), ==, "4 figures");
  plt_grid_select (fixture->grid, 0, 0, 3, 2);
  WAIT_FOR (fixture->grid->sum_idle == 0);
  g_assert_cmpstr (plt_grid_get_selection_summary (fixture->grid), ==, "3 rows × 2 columns");
  press (fixture, "Down");
  g_assert_cmpstr (plt_grid_get_selection_summary (fixture->grid), ==, "");
}

/* --- Accessibility --- */

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = fixture->grid->cursors[0], *second = fixture->grid->cursors[1];

  gtk_test_accessible_assert_role (fixture->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (first, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  g_assert_cmpstr (get_label (fixture), ==, "Séq., row 1, 1");
  g_assert_true (gtk_widget_is_focus (first));
  /* Each step moves the focus to the other widget: that is what is announced. */
  press (fixture, "Down Right");
  g_assert_cmpstr (get_label (fixture), ==, "Décor, row 2, CAFÉ DU PORT");
  g_assert_true (gtk_widget_is_focus (first));
  gtk_test_accessible_assert_property (first, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Décor, row 2, CAFÉ DU PORT");
  gtk_test_accessible_assert_relation (first, GTK_ACCESSIBLE_RELATION_ROW_INDEX, 2);
  gtk_test_accessible_assert_relation (first, GTK_ACCESSIBLE_RELATION_COL_INDEX, 2);
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);
  press (fixture, "Down Down Down");
  g_assert_true (gtk_widget_is_focus (second));
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Décor, row 5, empty");
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_HIDDEN, FALSE);
  /* The text changes under it. */
  type (fixture, "GARE");
  g_assert_true (plt_grid_commit_edit (fixture->grid));
  g_assert_cmpstr (get_label (fixture), ==, "Décor, row 5, GARE");

  memory_model_get_row (fixture->model, 4)->flags[1] = PLT_GRID_CELL_INVALID;
  memory_model_get_row (fixture->model, 4)->messages[1] = g_strdup ("Décor inconnu.");
  plt_grid_model_cells_changed (PLT_GRID_MODEL (fixture->model), 4, 1);
  gtk_test_accessible_assert_property (second, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Décor inconnu.");
  gtk_test_accessible_assert_state (second, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

/* --- Editing --- */

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text;

  press (fixture, "Right F2");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  g_assert_cmpstr (plt_grid_editor_get_text (PLT_GRID_EDITOR (fixture->grid->editor)), ==, "QUAI");
  text = gtk_widget_get_first_child (fixture->grid->editor);
  g_assert_true (gtk_widget_is_focus (text));
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Décor, row 1, QUAI");
  /* Begun with F2, the arrows stay in the text. */
  press (fixture, "Left Down");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  type (fixture, "QUAI NORD");
  press (fixture, "Return");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  assert_log (fixture, "set:0,1=QUAI NORD");
  assert_at (fixture, 1, 1);
  g_assert_true (gtk_widget_is_focus (fixture->grid->cursors[fixture->grid->turn]));

  /* Begun by typing, they finish and move. */
  type (fixture, "PORT");
  press (fixture, "Escape Right"); /* the list of proposals, then */
  assert_log (fixture, "set:1,1=PORT");
  assert_at (fixture, 1, 2);
  /* F2 twice: entering again. */
  press (fixture, "F2 F2");
  type (fixture, "12,5");
  press (fixture, "Up");
  assert_log (fixture, "set:1,2=12,5");
  assert_text (fixture, 1, 2, "12,50\342\200\257€");
  assert_at (fixture, 0, 2);

  /* What did not change is no command; what was given up neither. */
  press (fixture, "F2 Return");
  assert_log (fixture, "");
  type (fixture, "999");
  press (fixture, "Escape");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  assert_log (fixture, "");
  assert_at (fixture, 1, 2);
}

/* Typed, Tab, typed, Tab, typed, Enter: the next line begins where this one began. */
static void
test_enter_a_line (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Down Down Down Down");
  type (fixture, "6");
  press (fixture, "Tab");
  type (fixture, "GARE");
  press (fixture, "Tab");
  type (fixture, "10");
  press (fixture, "Return");
  assert_log (fixture, "set:4,0=6 set:4,1=GARE set:4,2=10");
  assert_at (fixture, 4, 0); /* the last row: no further down */
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Right Right");
  type (fixture, "douze");
  press (fixture, "Tab");
  /* Still there, as typed, with the reason. */
  g_assert_true (plt_grid_is_editing (fixture->grid));
  g_assert_cmpstr (plt_grid_editor_get_text (PLT_GRID_EDITOR (fixture->grid->editor)), ==, "douze");
  g_assert_nonnull (get_notice (fixture));
  g_assert_cmpstr (get_notice (fixture), !=, "");
  gtk_test_accessible_assert_role (fixture->grid->notice, GTK_ACCESSIBLE_ROLE_ALERT);
  assert_at (fixture, 0, 2);
  assert_text (fixture, 0, 2, "100,00\342\200\257€");
  gtk_test_widget_wait_for_draw (fixture->window);
  /* Nothing else may take the cursor away. */
  plt_grid_set_cursor (fixture->grid, 3, 1);
  assert_at (fixture, 0, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.delete-rows", NULL);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 5);
  /* Typing on takes the sentence away. */
  type (fixture, "12");
  g_assert_null (get_notice (fixture));
  press (fixture, "Tab");
  assert_log (fixture, "set:0,2=12");
  assert_at (fixture, 0, 3);
  /* Giving up as well. */
  type (fixture, "interdit");
  press (fixture, "Return Escape");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  g_assert_null (get_notice (fixture));
  assert_text (fixture, 0, 3, "4");
}

static void
test_computed (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Right Right Right Right");
  g_assert_false (plt_grid_edit (fixture->grid));
  g_assert_nonnull (get_notice (fixture));
  press (fixture, "Escape");
  g_assert_null (get_notice (fixture));
  press (fixture, "F2 Down");
  g_assert_null (get_notice (fixture)); /* gone with the cursor */
  /* A single cell of a column that is not computed. */
  memory_model_get_row (fixture->model, 2)->flags[1] = PLT_GRID_CELL_READONLY;
  plt_grid_set_cursor (fixture->grid, 2, 1);
  g_assert_false (plt_grid_edit (fixture->grid));
}

static void
test_focus_leaves (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *entry = gtk_entry_new ();
  GtkWidget *scroller = gtk_window_get_child (GTK_WINDOW (fixture->window));

  g_object_ref (scroller);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), scroller);
  g_object_unref (scroller);
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  press (fixture, "Right");
  type (fixture, "GARE");
  gtk_widget_grab_focus (entry);
  g_assert_false (plt_grid_is_editing (fixture->grid));
  assert_log (fixture, "set:0,1=GARE");
  /* Refused, it stays, and what was typed with it. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  type (fixture, "interdit");
  gtk_widget_grab_focus (entry);
  g_assert_true (plt_grid_is_editing (fixture->grid));
  g_assert_nonnull (get_notice (fixture));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  g_assert_true (gtk_widget_is_focus (gtk_widget_get_first_child (fixture->grid->editor)));
  press (fixture, "Escape");
  /* Ctrl+Tab leaves, Tab comes back to the cell. */
  press (fixture, "ctrl+Tab");
  g_assert_false (gtk_widget_is_focus (fixture->grid->cursors[fixture->grid->turn]));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  assert_at (fixture, 0, 1);
}

static void
test_proposals (Fixture *fixture, gconstpointer data)
{
  press (fixture, "Down Down Right");
  type (fixture, "ca");
  press (fixture, "Down Return");
  assert_log (fixture, "set:2,1=CAFÉ DU PORT");
  assert_at (fixture, 3, 1);
  /* Without choosing, what was typed. */
  type (fixture, "caf");
  press (fixture, "Return");
  assert_log (fixture, "set:3,1=caf");
  /* All of them, on the one that is there. */
  plt_grid_set_cursor (fixture->grid, 0, 1);
  press (fixture, "alt+Down");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  press (fixture, "Down Return");
  assert_log (fixture, "set:0,1=PHARE");
  /* Escape closes the list first. */
  press (fixture, "alt+Down Escape");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  press (fixture, "Escape");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  assert_log (fixture, "");
}

static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 0, 5);
  press (fixture, "space");
  assert_text (fixture, 0, 5, "✓");
  press (fixture, "space");
  assert_text (fixture, 0, 5, "");
  assert_log (fixture, "set:0,5=✓ set:0,5=");
}

static void
activated_cb (PltGrid *grid, guint row, guint column, char **last)
{
  g_free (*last);
  *last = g_strdup_printf ("%u,%u", row, column);
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  g_autofree char *last = NULL;

  g_signal_connect (fixture->grid, "cell-activated", G_CALLBACK (activated_cb), &last);
  press (fixture, "Down Right ctrl+Return");
  g_assert_cmpstr (last, ==, "1,1");
  assert_at (fixture, 1, 1);
}

/* --- Clipboard, filling --- */

static void
test_copy_and_paste (Fixture *fixture, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);
  g_autofree char *copied = NULL;

  plt_grid_select (fixture->grid, 0, 1, 2, 2);
  copied = plt_grid_copy_text (fixture->grid);
  g_assert_cmpstr (copied, ==, "QUAI\t100\nCAFÉ DU PORT\t250,5\n");
  press (fixture, "ctrl+c");
  plt_grid_set_cursor (fixture->grid, 2, 1);
  press (fixture, "ctrl+v");
  WAIT_FOR (g_str_equal (memory_model_get_text (fixture->model, 3, 1), "CAFÉ DU PORT"));
  assert_log (fixture, "many:4+0"); /* one command */
  assert_text (fixture, 2, 1, "QUAI");
  assert_text (fixture, 3, 2, "250,50\342\200\257€");
  assert_range (fixture, 2, 1, 2, 2);

  /* One cell fills the selection; it is copied without a line end. */
  plt_grid_set_cursor (fixture->grid, 0, 1);
  press (fixture, "ctrl+c");
  plt_grid_select (fixture->grid, 1, 0, 3, 2);
  press (fixture, "ctrl+v");
  WAIT_FOR (g_str_equal (memory_model_get_text (fixture->model, 3, 0), "QUAI"));
  assert_log (fixture, "many:6+0");

  /* Beyond the end, with new rows, of a text from another program. */
  gdk_clipboard_set_text (clipboard, "7\tGARE\r\n8\tHALL\r\n9\tQUAI B\r\n");
  plt_grid_set_cursor (fixture->grid, 4, 0);
  press (fixture, "ctrl+v");
  WAIT_FOR (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)) == 7);
  assert_log (fixture, "many:6+2");
  assert_text (fixture, 6, 1, "QUAI B");
  assert_range (fixture, 4, 0, 3, 2);
}

static void
test_paste_refused (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 0, 1);
  plt_grid_paste_text (fixture->grid, "GARE\t12\nHALL\tdouze\n");
  g_assert_nonnull (get_notice (fixture));
  assert_text (fixture, 0, 1, "QUAI"); /* all or nothing */
  assert_log (fixture, "");
  /* Computed cells are left out, and it is said. */
  plt_grid_set_cursor (fixture->grid, 0, 3);
  plt_grid_paste_text (fixture->grid, "5\t6\n7\t8\n");
  assert_log (fixture, "many:2+0");
  g_assert_cmpstr (get_notice (fixture), ==, "2 computed cells were left as they are.");
  /* So is what does not fit. */
  plt_grid_set_cursor (fixture->grid, 0, 5);
  plt_grid_paste_text (fixture->grid, "✓\tx\ty\n");
  g_assert_cmpstr (get_notice (fixture), ==,
                   "2 cells did not fit into the table and were left out.");
}

static void
test_cut_and_clear (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (fixture->grid, 0, 0, 2, 2);
  press (fixture, "ctrl+x");
  assert_log (fixture, "many:4+0");
  assert_text (fixture, 1, 1, "");
  plt_grid_select (fixture->grid, 2, 1, 2, 4);
  press (fixture, "Delete");
  assert_log (fixture, "many:6+0");
  assert_text (fixture, 3, 1, "");
  assert_text (fixture, 3, 4, "9,00\342\200\257€"); /* computed */
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (fixture->grid, 0, 1, 3, 2);
  press (fixture, "ctrl+d");
  assert_log (fixture, "many:4+0");
  assert_text (fixture, 2, 1, "QUAI");
  assert_text (fixture, 2, 2, "100,00\342\200\257€");
  /* A single cell takes from the one above, or from the left. */
  plt_grid_set_cursor (fixture->grid, 4, 1);
  press (fixture, "ctrl+d");
  assert_text (fixture, 4, 1, "PHARE");
  plt_grid_set_cursor (fixture->grid, 4, 0);
  press (fixture, "ctrl+r"); /* nothing at the left */
  assert_log (fixture, "many:1+0");
  plt_grid_select (fixture->grid, 3, 2, 1, 2);
  press (fixture, "ctrl+r");
  assert_text (fixture, 3, 3, "40");
  plt_grid_set_cursor (fixture->grid, 0, 0);
  press (fixture, "ctrl+d"); /* nothing above */
  assert_log (fixture, "many:1+0");
  /* Ctrl+Enter: into each selected cell. */
  plt_grid_select (fixture->grid, 0, 1, 3, 1);
  type (fixture, "GARE");
  press (fixture, "ctrl+Return");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  assert_log (fixture, "many:3+0");
  assert_text (fixture, 2, 1, "GARE");
}

/* --- Rows --- */

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (fixture->grid, 1, 1, 2, 1);
  press (fixture, "ctrl+plus");
  assert_log (fixture, "insert:1+2");
  assert_at (fixture, 1, 1); /* on the first new row, to be typed in */
  assert_text (fixture, 1, 1, "");
  plt_grid_select (fixture->grid, 1, 0, 2, 1);
  press (fixture, "ctrl+minus");
  assert_log (fixture, "delete:1+2");
  assert_text (fixture, 1, 1, "CAFÉ DU PORT");

  plt_grid_set_cursor (fixture->grid, 1, 1);
  press (fixture, "alt+shift+Down");
  assert_log (fixture, "move:1+1>3");
  assert_at (fixture, 2, 1); /* the cursor goes with its row */
  assert_text (fixture, 2, 1, "CAFÉ DU PORT");
  press (fixture, "alt+shift+Up alt+shift+Up");
  assert_log (fixture, "move:2+1>1 move:1+1>0");
  assert_at (fixture, 0, 1);
  press (fixture, "alt+shift+Up");
  assert_log (fixture, "");
}

static void
test_new_row (Fixture *fixture, gconstpointer data)
{
  guint row, column;

  plt_grid_set_new_row (fixture->grid, TRUE);
  press (fixture, "ctrl+Down"); /* the last row there is */
  assert_at (fixture, 4, 0);
  press (fixture, "Down");
  assert_at (fixture, 5, 0);
  g_assert_false (plt_grid_get_cursor (fixture->grid, &row, &column));
  g_assert_cmpstr (get_label (fixture), ==, "Séq., new row");
  gtk_test_widget_wait_for_draw (fixture->window);
  press (fixture, "Delete ctrl+minus ctrl+c");
  assert_log (fixture, "");
  type (fixture, "6");
  press (fixture, "Tab");
  assert_log (fixture, "many:1+1");
  assert_at (fixture, 5, 1); /* next cell of the row that was made */
  type (fixture, "GARE");
  press (fixture, "Return");
  assert_log (fixture, "set:5,1=GARE");
  assert_at (fixture, 6, 0); /* next new row, where the line began */
  type (fixture, "7");
  press (fixture, "Return");
  assert_log (fixture, "many:1+1");
  assert_at (fixture, 7, 0);
  /* Refused: no row is made, nothing typed is lost. */
  type (fixture, "interdit");
  press (fixture, "Return");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 7);
  press (fixture, "Escape");
  plt_grid_paste_text (fixture->grid, "8\n9\n");
  assert_log (fixture, "many:2+2");
  assert_range (fixture, 7, 0, 2, 1);
}

/* --- Following the model --- */

static void
test_splice (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 2, 1);
  memory_model_splice (fixture->model, 0, 0, 3);
  assert_at (fixture, 5, 1);
  g_assert_cmpstr (get_label (fixture), ==, "Décor, row 6, BAC");
  memory_model_splice (fixture->model, 1, 2, 0);
  assert_at (fixture, 3, 1);
  memory_model_splice (fixture->model, 4, 1, 1); /* below */
  assert_at (fixture, 3, 1);
  /* Its own row goes: the next one takes its place. */
  memory_model_splice (fixture->model, 3, 1, 0);
  assert_at (fixture, 3, 1);
  memory_model_splice (fixture->model, 2, 3, 0);
  assert_at (fixture, 1, 1);
  memory_model_splice (fixture->model, 0, 2, 0);
  assert_range (fixture, 0, 0, 0, 0);
  g_assert_cmpstr (get_label (fixture), ==, "Empty table");
}

static void
test_splice_range (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (fixture->grid, 1, 1, 2, 2);
  memory_model_splice (fixture->model, 0, 0, 1);
  assert_range (fixture, 2, 1, 2, 2);
  memory_model_splice (fixture->model, 3, 0, 1); /* into it: its ends no longer belong together */
  assert_range (fixture, 2, 1, 1, 1);
  press (fixture, "ctrl+space");
  memory_model_splice (fixture->model, 0, 1, 0);
  assert_range (fixture, 0, 1, 6, 1); /* a whole column stays one */
}

static void
test_edit_follows (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 2, 1);
  type (fixture, "GARE");
  memory_model_splice (fixture->model, 0, 0, 2);
  g_assert_true (plt_grid_is_editing (fixture->grid));
  press (fixture, "Escape Return");
  assert_log (fixture, "");
  assert_at (fixture, 5, 1);
  type (fixture, "HALL");
  memory_model_splice (fixture->model, 0, 1, 0);
  g_assert_true (plt_grid_commit_edit (fixture->grid));
  assert_log (fixture, "set:4,1=HALL");
  /* The row goes while it is typed in: the text does not. */
  type (fixture, "long texte");
  memory_model_splice (fixture->model, 4, 1, 0);
  g_assert_false (plt_grid_commit_edit (fixture->grid));
  g_assert_cmpstr (plt_grid_editor_get_text (PLT_GRID_EDITOR (fixture->grid->editor)), ==,
                   "long texte");
  g_assert_nonnull (get_notice (fixture));
  gtk_test_widget_wait_for_draw (fixture->window);
  press (fixture, "Escape");
}

static void
test_sort (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 1, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.sort-descending", NULL);
  assert_log (fixture, "sort:1,2");
  assert_text (fixture, 0, 1, "QUAI");
  assert_at (fixture, 2, 1); /* still on the café */
  g_assert_cmpstr (get_label (fixture), ==, "Décor, row 3, CAFÉ DU PORT");
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.sort-none", NULL);
  assert_at (fixture, 1, 1);
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
  press (fixture, "ctrl+End");
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
  press (fixture, "ctrl+End");
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
  g_assert_cmpuint (reads, <=, 2 * 14 * G_N_ELEMENTS (columns)); /* at most two frames */
}

/* --- Groups --- */

static void
set_up_groups (Fixture *fixture, gconstpointer data)
{
  fixture->model = memory_model_new (columns, G_N_ELEMENTS (columns), ALL_ABILITIES);
  memory_model_add (fixture->model, PLT_GRID_ROW_GROUP, 0, "1", "DROITS", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_GROUP, 1, "11", "Sujet", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_NORMAL, 2, "1101", "Scénario", "10", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_NORMAL, 2, "1102", "Option", "5", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_GROUP, 0, "2", "PERSONNEL", "7", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_NORMAL, 1, "21", "Réalisatrice", "7", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_TOTAL, 0, "", "TOTAL", "22", NULL);
  memory_model_refresh (fixture->model);
  show_grid (fixture);
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (get_label (fixture), ==, "Séq., row 1, group open, 1");
  press (fixture, "space");
  assert_log (fixture, "close:0");
  g_assert_cmpstr (get_label (fixture), ==, "Séq., row 1, group closed, 1");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 4);
  press (fixture, "Return");
  assert_log (fixture, "open:0");
  assert_at (fixture, 0, 0);
  /* Alt+Left on a line closes the group it lies in and stands on it; on that, the next higher. */
  press (fixture, "Down Down alt+Left");
  assert_log (fixture, "close:1");
  assert_at (fixture, 1, 0);
  press (fixture, "alt+Left");
  assert_log (fixture, "close:0");
  assert_at (fixture, 0, 0);
  press (fixture, "alt+Left"); /* nothing above */
  assert_log (fixture, "");
  press (fixture, "alt+Right alt+Right");
  assert_log (fixture, "open:0");
  press (fixture, "minus minus");
  assert_log (fixture, "close:0");
  press (fixture, "KP_Add plus");
  assert_log (fixture, "open:0");
  /* A row of figures is no group, and a title is not typed in. */
  plt_grid_set_cursor (fixture->grid, 0, 1);
  g_assert_false (plt_grid_edit (fixture->grid));
  press (fixture, "ctrl+minus");
  g_assert_nonnull (get_notice (fixture));
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
  assert_at (fixture, 2, 2);
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
  assert_at (fixture, 0, 1); /* with its column */
  gtk_widget_activate_action (grid, "grid.column-left", NULL);
  assert_at (fixture, 0, 1); /* not among the frozen ones */
  gtk_widget_activate_action (grid, "grid.hide-column", NULL);
  g_assert_cmpint (plt_grid_get_n_columns (fixture->grid), ==, 5);
  assert_at (fixture, 0, 1);
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
  type (fixture, "GARE");
  plt_grid_set_layout (fixture->grid, "number:50;done:40;set:150");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  assert_at (fixture, 1, 2);
  press (fixture, "Escape Return");
  assert_text (fixture, 1, 1, "CAFÉ DU PORT");
  type (fixture, "GARE");
  plt_grid_model_columns_changed (PLT_GRID_MODEL (fixture->model));
  g_assert_true (plt_grid_commit_edit (fixture->grid));
  assert_text (fixture, 2, 1, "GARE");
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
  static const char *const names[] = { "dark", "row-numbers", "new-row" };

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

static void
test_empty (void)
{
  Fixture fixture = { .model = memory_model_new (columns, 2, PLT_GRID_CAN_INSERT) };

  show_grid (&fixture);
  press (&fixture, "Down ctrl+End Tab Return space F2 ctrl+c ctrl+v ctrl+d Delete alt+Left Menu");
  assert_log (&fixture, "");
  g_assert_cmpstr (get_label (&fixture), ==, "Empty table");
  press (&fixture, "ctrl+plus");
  assert_log (&fixture, "insert:0+1");
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture.model)), ==, 1);
  assert_at (&fixture, 0, 0);
  plt_grid_set_model (fixture.grid, NULL);
  gtk_test_widget_wait_for_draw (fixture.window);
  press (&fixture, "Down ctrl+v Return");
  tear_down (&fixture, NULL);
}

/* A model without abilities is never asked. */
static void
test_read_only (void)
{
  Fixture fixture = { .model = create_model (PLT_GRID_CAN_NOTHING) };

  show_grid (&fixture);
  plt_grid_set_new_row (fixture.grid, TRUE);
  g_assert_cmpint (plt_grid_get_n_rows (fixture.grid), ==, 5);
  press (&fixture, "ctrl+plus ctrl+minus alt+shift+Down");
  gtk_widget_activate_action (GTK_WIDGET (fixture.grid), "grid.sort-ascending", NULL);
  assert_log (&fixture, "");
  tear_down (&fixture, NULL);
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
  press (fixture, "Down Right shift+F10");
  g_assert_nonnull (fixture->grid->menu);
  g_assert_true (gtk_widget_get_visible (fixture->grid->menu));
  gtk_popover_popdown (GTK_POPOVER (fixture->grid->menu));
  WAIT_FOR (!gtk_widget_get_visible (fixture->grid->menu));
  g_assert_true (gtk_widget_is_focus (fixture->grid->cursors[fixture->grid->turn]));
}

static void
test_finalize (void)
{
  MemoryModel *model = create_model (ALL_ABILITIES);
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
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ui/grid/move", test_move);
  ADD ("/ui/grid/tab-and-enter", test_tab_and_enter);
  ADD ("/ui/grid/select", test_select);
  ADD ("/ui/grid/summary", test_summary);
  ADD ("/ui/grid/accessible", test_accessible);
  ADD ("/ui/grid/edit", test_edit);
  ADD ("/ui/grid/enter-a-line", test_enter_a_line);
  ADD ("/ui/grid/refused", test_refused);
  ADD ("/ui/grid/computed", test_computed);
  ADD ("/ui/grid/focus-leaves", test_focus_leaves);
  ADD ("/ui/grid/proposals", test_proposals);
  ADD ("/ui/grid/toggle", test_toggle);
  ADD ("/ui/grid/activate", test_activate);
  ADD ("/ui/grid/copy-and-paste", test_copy_and_paste);
  ADD ("/ui/grid/paste-refused", test_paste_refused);
  ADD ("/ui/grid/cut-and-clear", test_cut_and_clear);
  ADD ("/ui/grid/fill", test_fill);
  ADD ("/ui/grid/rows", test_rows);
  ADD ("/ui/grid/new-row", test_new_row);
  ADD ("/ui/grid/splice", test_splice);
  ADD ("/ui/grid/splice-range", test_splice_range);
  ADD ("/ui/grid/edit-follows", test_edit_follows);
  ADD ("/ui/grid/sort", test_sort);
  ADD ("/ui/grid/scroll-anchor", test_scroll_anchor);
  ADD ("/ui/grid/scroll-stays", test_scroll_stays);
  ADD ("/ui/grid/only-visible", test_only_visible);
  g_test_add ("/ui/grid/groups", Fixture, NULL, set_up_groups, test_groups, tear_down);
  g_test_add ("/ui/grid/group-sums", Fixture, NULL, set_up_groups, test_group_sums, tear_down);
  ADD ("/ui/grid/columns", test_columns);
  ADD ("/ui/grid/properties", test_properties);
  g_test_add_func ("/ui/grid/empty", test_empty);
  g_test_add_func ("/ui/grid/read-only", test_read_only);
  ADD ("/ui/grid/shortcuts", test_shortcuts);
  ADD ("/ui/grid/menu", test_menu);
  g_test_add_func ("/ui/grid/finalize", test_finalize);
  return g_test_run ();
}
