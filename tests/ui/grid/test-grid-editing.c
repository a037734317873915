/* PltGrid in a real window: the editor, the clipboard, filling, rows. */
#include "config.h"

#include "grid-window.h"

/* --- Editing --- */

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  GtkWidget *text;

  grid_press (fixture, "Right F2");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  g_assert_cmpstr (plt_grid_editor_get_text (PLT_GRID_EDITOR (fixture->grid->editor)), ==, "QUAI");
  text = gtk_widget_get_first_child (fixture->grid->editor);
  g_assert_true (gtk_widget_is_focus (text));
  gtk_test_accessible_assert_property (text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Décor, row 1, QUAI");
  /* Begun with F2, the arrows stay in the text. */
  grid_press (fixture, "Left Down");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  grid_type (fixture, "QUAI NORD");
  grid_press (fixture, "Return");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  grid_assert_log (fixture, "set:0,1=QUAI NORD");
  grid_assert_at (fixture, 1, 1);
  g_assert_true (gtk_widget_is_focus (fixture->grid->cursors[fixture->grid->turn]));

  /* Begun by typing, they finish and move. */
  grid_type (fixture, "PORT");
  grid_press (fixture, "Escape Right"); /* the list of proposals, then */
  grid_assert_log (fixture, "set:1,1=PORT");
  grid_assert_at (fixture, 1, 2);
  /* F2 twice: entering again. */
  grid_press (fixture, "F2 F2");
  grid_type (fixture, "12,5");
  grid_press (fixture, "Up");
  grid_assert_log (fixture, "set:1,2=12,5");
  grid_assert_text (fixture, 1, 2, "12,50\342\200\257€");
  grid_assert_at (fixture, 0, 2);

  /* What did not change is no command; what was given up neither. */
  grid_press (fixture, "F2 Return");
  grid_assert_log (fixture, "");
  grid_type (fixture, "999");
  grid_press (fixture, "Escape");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  grid_assert_log (fixture, "");
  grid_assert_at (fixture, 1, 2);
}

/* Typed, Tab, typed, Tab, typed, Enter: the next line begins where this one began. */
static void
test_enter_a_line (Fixture *fixture, gconstpointer data)
{
  grid_press (fixture, "Down Down Down Down");
  grid_type (fixture, "6");
  grid_press (fixture, "Tab");
  grid_type (fixture, "GARE");
  grid_press (fixture, "Tab");
  grid_type (fixture, "10");
  grid_press (fixture, "Return");
  grid_assert_log (fixture, "set:4,0=6 set:4,1=GARE set:4,2=10");
  grid_assert_at (fixture, 4, 0); /* the last row: no further down */
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  grid_press (fixture, "Right Right");
  grid_type (fixture, "douze");
  grid_press (fixture, "Tab");
  /* Still there, as typed, with the reason. */
  g_assert_true (plt_grid_is_editing (fixture->grid));
  g_assert_cmpstr (plt_grid_editor_get_text (PLT_GRID_EDITOR (fixture->grid->editor)), ==, "douze");
  g_assert_nonnull (grid_get_notice (fixture));
  g_assert_cmpstr (grid_get_notice (fixture), !=, "");
  gtk_test_accessible_assert_role (fixture->grid->notice, GTK_ACCESSIBLE_ROLE_ALERT);
  grid_assert_at (fixture, 0, 2);
  grid_assert_text (fixture, 0, 2, "100,00\342\200\257€");
  gtk_test_widget_wait_for_draw (fixture->window);
  /* Nothing else may take the cursor away. */
  plt_grid_set_cursor (fixture->grid, 3, 1);
  grid_assert_at (fixture, 0, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->grid), "grid.delete-rows", NULL);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 5);
  /* Typing on takes the sentence away. */
  grid_type (fixture, "12");
  g_assert_null (grid_get_notice (fixture));
  grid_press (fixture, "Tab");
  grid_assert_log (fixture, "set:0,2=12");
  grid_assert_at (fixture, 0, 3);
  /* Giving up as well. */
  grid_type (fixture, "interdit");
  grid_press (fixture, "Return Escape");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  g_assert_null (grid_get_notice (fixture));
  grid_assert_text (fixture, 0, 3, "4");
}

static void
test_computed (Fixture *fixture, gconstpointer data)
{
  grid_press (fixture, "Right Right Right Right");
  g_assert_false (plt_grid_edit (fixture->grid));
  g_assert_nonnull (grid_get_notice (fixture));
  grid_press (fixture, "Escape");
  g_assert_null (grid_get_notice (fixture));
  grid_press (fixture, "F2 Down");
  g_assert_null (grid_get_notice (fixture)); /* gone with the cursor */
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
  grid_press (fixture, "Right");
  grid_type (fixture, "GARE");
  gtk_widget_grab_focus (entry);
  g_assert_false (plt_grid_is_editing (fixture->grid));
  grid_assert_log (fixture, "set:0,1=GARE");
  /* Refused, it stays, and what was typed with it. */
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  grid_type (fixture, "interdit");
  gtk_widget_grab_focus (entry);
  g_assert_true (plt_grid_is_editing (fixture->grid));
  g_assert_nonnull (grid_get_notice (fixture));
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  g_assert_true (gtk_widget_is_focus (gtk_widget_get_first_child (fixture->grid->editor)));
  grid_press (fixture, "Escape");
  /* Ctrl+Tab leaves, Tab comes back to the cell. */
  grid_press (fixture, "ctrl+Tab");
  g_assert_false (gtk_widget_is_focus (fixture->grid->cursors[fixture->grid->turn]));
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
  grid_assert_at (fixture, 0, 1);
}

static void
test_proposals (Fixture *fixture, gconstpointer data)
{
  grid_press (fixture, "Down Down Right");
  grid_type (fixture, "ca");
  grid_press (fixture, "Down Return");
  grid_assert_log (fixture, "set:2,1=CAFÉ DU PORT");
  grid_assert_at (fixture, 3, 1);
  /* Without choosing, what was typed. */
  grid_type (fixture, "caf");
  grid_press (fixture, "Return");
  grid_assert_log (fixture, "set:3,1=caf");
  /* All of them, on the one that is there. */
  plt_grid_set_cursor (fixture->grid, 0, 1);
  grid_press (fixture, "alt+Down");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  grid_press (fixture, "Down Return");
  grid_assert_log (fixture, "set:0,1=PHARE");
  /* Escape closes the list first. */
  grid_press (fixture, "alt+Down Escape");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  grid_press (fixture, "Escape");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  grid_assert_log (fixture, "");
}

static void
test_toggle (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 0, 5);
  grid_press (fixture, "space");
  grid_assert_text (fixture, 0, 5, "✓");
  grid_press (fixture, "space");
  grid_assert_text (fixture, 0, 5, "");
  grid_assert_log (fixture, "set:0,5=✓ set:0,5=");
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
  grid_press (fixture, "Down Right ctrl+Return");
  g_assert_cmpstr (last, ==, "1,1");
  grid_assert_at (fixture, 1, 1);
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
  grid_press (fixture, "ctrl+c");
  plt_grid_set_cursor (fixture->grid, 2, 1);
  grid_press (fixture, "ctrl+v");
  WAIT_FOR (g_str_equal (memory_model_get_text (fixture->model, 3, 1), "CAFÉ DU PORT"));
  grid_assert_log (fixture, "many:4+0"); /* one command */
  grid_assert_text (fixture, 2, 1, "QUAI");
  grid_assert_text (fixture, 3, 2, "250,50\342\200\257€");
  grid_assert_range (fixture, 2, 1, 2, 2);

  /* One cell fills the selection; it is copied without a line end. */
  plt_grid_set_cursor (fixture->grid, 0, 1);
  grid_press (fixture, "ctrl+c");
  plt_grid_select (fixture->grid, 1, 0, 3, 2);
  grid_press (fixture, "ctrl+v");
  WAIT_FOR (g_str_equal (memory_model_get_text (fixture->model, 3, 0), "QUAI"));
  grid_assert_log (fixture, "many:6+0");

  /* Beyond the end, with new rows, of a text from another program. */
  gdk_clipboard_set_text (clipboard, "7\tGARE\r\n8\tHALL\r\n9\tQUAI B\r\n");
  plt_grid_set_cursor (fixture->grid, 4, 0);
  grid_press (fixture, "ctrl+v");
  WAIT_FOR (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)) == 7);
  grid_assert_log (fixture, "many:6+2");
  grid_assert_text (fixture, 6, 1, "QUAI B");
  grid_assert_range (fixture, 4, 0, 3, 2);
}

static void
test_paste_refused (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 0, 1);
  plt_grid_paste_text (fixture->grid, "GARE\t12\nHALL\tdouze\n");
  g_assert_nonnull (grid_get_notice (fixture));
  grid_assert_text (fixture, 0, 1, "QUAI"); /* all or nothing */
  grid_assert_log (fixture, "");
  /* Computed cells are left out, and it is said. */
  plt_grid_set_cursor (fixture->grid, 0, 3);
  plt_grid_paste_text (fixture->grid, "5\t6\n7\t8\n");
  grid_assert_log (fixture, "many:2+0");
  g_assert_cmpstr (grid_get_notice (fixture), ==, "2 computed cells were left as they are.");
  /* So is what does not fit. */
  plt_grid_set_cursor (fixture->grid, 0, 5);
  plt_grid_paste_text (fixture->grid, "✓\tx\ty\n");
  g_assert_cmpstr (grid_get_notice (fixture), ==,
                   "2 cells did not fit into the table and were left out.");
}

static void
test_cut_and_clear (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (fixture->grid, 0, 0, 2, 2);
  grid_press (fixture, "ctrl+x");
  grid_assert_log (fixture, "many:4+0");
  grid_assert_text (fixture, 1, 1, "");
  plt_grid_select (fixture->grid, 2, 1, 2, 4);
  grid_press (fixture, "Delete");
  grid_assert_log (fixture, "many:6+0");
  grid_assert_text (fixture, 3, 1, "");
  grid_assert_text (fixture, 3, 4, "9,00\342\200\257€"); /* computed */
}

static void
test_fill (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (fixture->grid, 0, 1, 3, 2);
  grid_press (fixture, "ctrl+d");
  grid_assert_log (fixture, "many:4+0");
  grid_assert_text (fixture, 2, 1, "QUAI");
  grid_assert_text (fixture, 2, 2, "100,00\342\200\257€");
  /* A single cell takes from the one above, or from the left. */
  plt_grid_set_cursor (fixture->grid, 4, 1);
  grid_press (fixture, "ctrl+d");
  grid_assert_text (fixture, 4, 1, "PHARE");
  plt_grid_set_cursor (fixture->grid, 4, 0);
  grid_press (fixture, "ctrl+r"); /* nothing at the left */
  grid_assert_log (fixture, "many:1+0");
  plt_grid_select (fixture->grid, 3, 2, 1, 2);
  grid_press (fixture, "ctrl+r");
  grid_assert_text (fixture, 3, 3, "40");
  plt_grid_set_cursor (fixture->grid, 0, 0);
  grid_press (fixture, "ctrl+d"); /* nothing above */
  grid_assert_log (fixture, "many:1+0");
  /* Ctrl+Enter: into each selected cell. */
  plt_grid_select (fixture->grid, 0, 1, 3, 1);
  grid_type (fixture, "GARE");
  grid_press (fixture, "ctrl+Return");
  g_assert_false (plt_grid_is_editing (fixture->grid));
  grid_assert_log (fixture, "many:3+0");
  grid_assert_text (fixture, 2, 1, "GARE");
}

/* --- Rows --- */

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  plt_grid_select (fixture->grid, 1, 1, 2, 1);
  grid_press (fixture, "ctrl+plus");
  grid_assert_log (fixture, "insert:1+2");
  grid_assert_at (fixture, 1, 1); /* on the first new row, to be typed in */
  grid_assert_text (fixture, 1, 1, "");
  plt_grid_select (fixture->grid, 1, 0, 2, 1);
  grid_press (fixture, "ctrl+minus");
  grid_assert_log (fixture, "delete:1+2");
  grid_assert_text (fixture, 1, 1, "CAFÉ DU PORT");

  plt_grid_set_cursor (fixture->grid, 1, 1);
  grid_press (fixture, "alt+shift+Down");
  grid_assert_log (fixture, "move:1+1>3");
  grid_assert_at (fixture, 2, 1); /* the cursor goes with its row */
  grid_assert_text (fixture, 2, 1, "CAFÉ DU PORT");
  grid_press (fixture, "alt+shift+Up alt+shift+Up");
  grid_assert_log (fixture, "move:2+1>1 move:1+1>0");
  grid_assert_at (fixture, 0, 1);
  grid_press (fixture, "alt+shift+Up");
  grid_assert_log (fixture, "");
}

static void
test_new_row (Fixture *fixture, gconstpointer data)
{
  guint row, column;

  plt_grid_set_new_row (fixture->grid, TRUE);
  grid_press (fixture, "ctrl+Down"); /* the last row there is */
  grid_assert_at (fixture, 4, 0);
  grid_press (fixture, "Down");
  grid_assert_at (fixture, 5, 0);
  g_assert_false (plt_grid_get_cursor (fixture->grid, &row, &column));
  g_assert_cmpstr (grid_get_label (fixture), ==, "Séq., new row");
  gtk_test_widget_wait_for_draw (fixture->window);
  grid_press (fixture, "Delete ctrl+minus ctrl+c");
  grid_assert_log (fixture, "");
  grid_type (fixture, "6");
  grid_press (fixture, "Tab");
  grid_assert_log (fixture, "many:1+1");
  grid_assert_at (fixture, 5, 1); /* next cell of the row that was made */
  grid_type (fixture, "GARE");
  grid_press (fixture, "Return");
  grid_assert_log (fixture, "set:5,1=GARE");
  grid_assert_at (fixture, 6, 0); /* next new row, where the line began */
  grid_type (fixture, "7");
  grid_press (fixture, "Return");
  grid_assert_log (fixture, "many:1+1");
  grid_assert_at (fixture, 7, 0);
  /* Refused: no row is made, nothing typed is lost. */
  grid_type (fixture, "interdit");
  grid_press (fixture, "Return");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 7);
  grid_press (fixture, "Escape");
  plt_grid_paste_text (fixture->grid, "8\n9\n");
  grid_assert_log (fixture, "many:2+2");
  grid_assert_range (fixture, 7, 0, 2, 1);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, grid_set_up, func, grid_tear_down)
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
  return g_test_run ();
}
