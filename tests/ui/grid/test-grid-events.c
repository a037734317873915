/* PltGrid with the real keyboard and the real mouse: what must come through GTK's events, gestures
 * and input methods. Events are made by xdotool; without it the tests are skipped. */
#include "config.h"

#include "memory-model.h"
#include "plt-grid-private.h"

#define EDIT PLT_GRID_COLUMN_EDITABLE

static const PltGridColumn columns[] = {
  { "number", "Séq.", NULL, 8, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN | EDIT, NULL },
  { "set", "Décor", NULL, 20, PLT_GRID_ALIGN_START, EDIT, NULL },
  { "cost", "Coût", NULL, 12, PLT_GRID_ALIGN_END, EDIT | PLT_GRID_COLUMN_NUMBER, "money" },
  { "total", "Total", NULL, 12, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER, "money" },
};

typedef struct
{
  GtkWidget *window;
  PltGrid *grid;
  MemoryModel *model;
} Fixture;

static void
run_for (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* At most five seconds. */
#define WAIT_FOR(condition)                                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    for (guint turn = 0; turn < 500 && !(condition); turn++)                                       \
      run_for (10);                                                                                \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

static void
xdotool (const char *arguments)
{
  g_autofree char *command = g_strconcat ("xdotool ", arguments, NULL);
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_command_line_sync (command, NULL, NULL, &status, &error))
    g_error ("%s", error->message);
  g_assert_cmpint (status, ==, 0);
  run_for (30);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  static const char *const proposals[] = { "CAFÉ DU PORT", "QUAI", "PHARE", NULL };

  fixture->model = memory_model_new (columns, G_N_ELEMENTS (columns),
                                     PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE | PLT_GRID_CAN_MOVE
                                         | PLT_GRID_CAN_SORT);
  memory_model_set_proposals (fixture->model, proposals);
  memory_model_add (fixture->model, PLT_GRID_ROW_GROUP, 0, "", "JOUR 1", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_NORMAL, 1, "1", "QUAI", "100", "1", NULL);
  memory_model_add (fixture->model, PLT_GRID_ROW_NORMAL, 1, "2", "BAC", "250,50", "2", NULL);
  for (guint i = 0; i < 100; i++)
    memory_model_add (fixture->model, PLT_GRID_ROW_NORMAL, 0, "3", "PHARE", "3", "3", NULL);
  memory_model_refresh (fixture->model);

  fixture->window = gtk_window_new ();
  fixture->grid = PLT_GRID (plt_grid_new (PLT_GRID_MODEL (fixture->model)));
  plt_grid_set_row_numbers (fixture->grid, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->grid));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_decorated (GTK_WINDOW (fixture->window), FALSE);
  gtk_window_set_title (GTK_WINDOW (fixture->window), "plt-grid-events");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->grid));
  /* There is no window manager to do it. */
  xdotool ("search --sync --name plt-grid-events windowmove 0 0 windowfocus --sync");
  WAIT_FOR (gtk_window_is_active (GTK_WINDOW (fixture->window)));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  run_for (20);
  g_assert_finalize_object (fixture->model);
}

static const char *
get_text (Fixture *fixture, guint row, guint column)
{
  return memory_model_get_text (fixture->model, row, column);
}

static gboolean
is_at (Fixture *fixture, int row, int column)
{
  return fixture->grid->selection.active.row == row
         && fixture->grid->selection.active.column == column;
}

/* Into the middle of a cell, or `dx` from its left; row -1 is the header. */
static void
point_at (Fixture *fixture, int row, int column, int dx)
{
  PltGridRect cell
      = plt_grid_geometry_cell (&fixture->grid->geometry, (PltGridCoord){ MAX (row, 0), column });
  graphene_point_t point;
  g_autofree char *arguments = NULL;

  if (row < 0)
    cell.y = 0;
  g_assert_true (gtk_widget_compute_point (
      GTK_WIDGET (fixture->grid), fixture->window,
      &GRAPHENE_POINT_INIT ((float) (dx >= 0 ? cell.x + dx : cell.x + cell.width / 2),
                            (float) (cell.y + cell.height / 2)),
      &point));
  arguments = g_strdup_printf ("mousemove --sync %d %d", (int) point.x, (int) point.y);
  xdotool (arguments);
}

/* --- Keyboard --- */

/* The key that opens the editor is its first letter, a dead accent joins its letter, and Enter goes
 * down. */
static void
test_type (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 1, 1);
  xdotool ("type --delay 20 Gare");
  WAIT_FOR (plt_grid_is_editing (fixture->grid));
  xdotool ("key Return");
  WAIT_FOR (g_str_equal (get_text (fixture, 1, 1), "Gare"));
  g_assert_true (is_at (fixture, 2, 1));
  xdotool ("key dead_circumflex e t r e");
  WAIT_FOR (plt_grid_is_editing (fixture->grid));
  xdotool ("key Right"); /* entering: arrows finish */
  WAIT_FOR (g_str_equal (get_text (fixture, 2, 1), "être"));
  g_assert_true (is_at (fixture, 2, 2));
  xdotool ("key KP_4 comma 5 Return");
  WAIT_FOR (g_str_has_prefix (get_text (fixture, 2, 2), "4,50"));
}

static void
test_edit_keys (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 2, 1);
  xdotool ("key F2 Home X End Left Delete Return");
  WAIT_FOR (g_str_equal (get_text (fixture, 2, 1), "XBA"));
  xdotool ("key Up BackSpace a b Escape");
  WAIT_FOR (!plt_grid_is_editing (fixture->grid));
  g_assert_cmpstr (get_text (fixture, 2, 1), ==, "XBA");
  xdotool ("key shift+Down ctrl+c Down ctrl+v");
  WAIT_FOR (g_str_equal (get_text (fixture, 3, 1), "XBA"));
  xdotool ("key ctrl+Home alt+Left");
  WAIT_FOR (plt_grid_get_n_model_rows (fixture->grid) == 101);
  /* Not a letter, and not ours: left to the window. */
  xdotool ("key ctrl+k");
  g_assert_false (plt_grid_is_editing (fixture->grid));
}

static void
test_tab (Fixture *fixture, gconstpointer data)
{
  plt_grid_set_cursor (fixture->grid, 1, 0);
  xdotool ("key 7 Tab");
  WAIT_FOR (is_at (fixture, 1, 1));
  g_assert_cmpstr (get_text (fixture, 1, 0), ==, "7");
  xdotool ("key p Down Tab"); /* first of the proposals */
  WAIT_FOR (is_at (fixture, 1, 2));
  g_assert_cmpstr (get_text (fixture, 1, 1), ==, "PHARE");
  xdotool ("key shift+Tab");
  WAIT_FOR (is_at (fixture, 1, 1));
}

/* --- Mouse --- */

static void
test_click (Fixture *fixture, gconstpointer data)
{
  PltGridRange range;

  point_at (fixture, 2, 1, -1);
  xdotool ("click 1");
  WAIT_FOR (is_at (fixture, 2, 1));
  point_at (fixture, 4, 2, -1);
  xdotool ("keydown shift click 1 keyup shift");
  range = plt_grid_get_range (fixture->grid);
  g_assert_cmpint (range.n_rows, ==, 3);
  g_assert_cmpint (range.n_columns, ==, 2);
  /* A drag selects. */
  point_at (fixture, 1, 1, -1);
  xdotool ("mousedown 1");
  point_at (fixture, 3, 3, -1);
  xdotool ("mouseup 1");
  range = plt_grid_get_range (fixture->grid);
  g_assert_cmpint (range.row, ==, 1);
  g_assert_cmpint (range.n_rows, ==, 3);
  g_assert_cmpint (range.n_columns, ==, 3);
  /* The triangle of a group. */
  point_at (fixture, 0, 0, PLT_GRID_PADDING + 3);
  xdotool ("click 1");
  WAIT_FOR (plt_grid_get_n_model_rows (fixture->grid) == 101);
}

static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  point_at (fixture, 2, 1, -1);
  xdotool ("click --repeat 2 --delay 60 1");
  WAIT_FOR (plt_grid_is_editing (fixture->grid));
  /* A click inside stays in the text; one elsewhere accepts. */
  point_at (fixture, 2, 1, 10);
  xdotool ("click 1 key End s");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  point_at (fixture, 4, 1, -1);
  xdotool ("click 1");
  WAIT_FOR (!plt_grid_is_editing (fixture->grid));
  g_assert_cmpstr (get_text (fixture, 2, 1), ==, "BACs");
  g_assert_true (is_at (fixture, 4, 1));
  /* Unless it is refused: then the click is. */
  xdotool ("type --delay 10 interdit");
  point_at (fixture, 1, 1, -1);
  xdotool ("click 1");
  g_assert_true (plt_grid_is_editing (fixture->grid));
  g_assert_true (is_at (fixture, 4, 1));
  g_assert_nonnull (fixture->grid->notice);
}

static void
test_header (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = NULL, *again = NULL;
  int width = plt_grid_axis_get_width (fixture->grid->axis, 1);

  point_at (fixture, -1, 1, -1);
  xdotool ("click 1");
  log = memory_model_take_log (fixture->model);
  g_assert_cmpstr (log, ==, "sort:1,1");
  run_for (500); /* else the next is a double click */
  xdotool ("click 1");
  again = memory_model_take_log (fixture->model);
  g_assert_cmpstr (again, ==, "sort:1,2");
  /* The edge: wider by a drag, as wide as its texts by a double click. */
  point_at (fixture, -1, 1, width - 1);
  xdotool ("mousedown 1 mousemove_relative --sync 20 0 mousemove_relative --sync 20 0 mouseup 1");
  g_assert_cmpint (plt_grid_axis_get_width (fixture->grid->axis, 1), ==, width + 40);
  run_for (500);
  xdotool ("click --repeat 2 --delay 60 1");
  WAIT_FOR (plt_grid_axis_get_width (fixture->grid->axis, 1) < width);
  /* A header dragged over the next one changes places with it. */
  run_for (500);
  point_at (fixture, -1, 1, -1);
  xdotool ("mousedown 1");
  point_at (fixture, -1, 2, 80);
  xdotool ("mouseup 1");
  g_assert_cmpint (plt_grid_axis_get_model (fixture->grid->axis, 1), ==, 2);
  g_assert_cmpint (plt_grid_axis_get_model (fixture->grid->axis, 2), ==, 1);
}

/* A row number is in the middle of the gutter. */
static void
point_at_number (Fixture *fixture, int row)
{
  PltGridRect cell = plt_grid_geometry_cell (&fixture->grid->geometry, (PltGridCoord){ row, 0 });

  g_autofree char *arguments = g_strdup_printf (
      "mousemove --sync %d %d", fixture->grid->geometry.gutter / 2, cell.y + cell.height / 2);

  xdotool (arguments);
}

/* Row numbers select rows; selected rows are moved by them. */
static void
test_gutter (Fixture *fixture, gconstpointer data)
{
  g_autofree char *log = NULL;
  PltGridRange range;

  point_at_number (fixture, 4);
  xdotool ("mousedown 1");
  point_at_number (fixture, 5);
  xdotool ("mouseup 1");
  range = plt_grid_get_range (fixture->grid);
  g_assert_cmpint (fixture->grid->selection.span, ==, PLT_GRID_SPAN_ROWS);
  g_assert_cmpint (range.row, ==, 4);
  g_assert_cmpint (range.n_rows, ==, 2);
  g_assert_cmpint (range.n_columns, ==, 4);
  xdotool ("mousedown 1");
  point_at_number (fixture, 7);
  point_at_number (fixture, 8);
  xdotool ("mouseup 1");
  log = memory_model_take_log (fixture->model);
  g_assert_true (g_str_equal (log, "move:4+2>8") || g_str_equal (log, "move:4+2>9"));
  /* A plain click selects one row again. */
  point_at_number (fixture, 7);
  xdotool ("click 1");
  g_assert_cmpint (plt_grid_get_range (fixture->grid).n_rows, ==, 1);
}

static void
test_wheel (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = fixture->grid->adjustments[GTK_ORIENTATION_VERTICAL];

  point_at (fixture, 3, 1, -1);
  xdotool ("click --repeat 3 5");
  WAIT_FOR (gtk_adjustment_get_value (adjustment) > 0);
  xdotool ("key ctrl+Home");
  WAIT_FOR (gtk_adjustment_get_value (adjustment) == 0.0);
}

static void
test_menu (Fixture *fixture, gconstpointer data)
{
  point_at (fixture, 2, 2, -1);
  xdotool ("click 3");
  WAIT_FOR (fixture->grid->menu != NULL && gtk_widget_get_mapped (fixture->grid->menu));
  g_assert_true (is_at (fixture, 2, 2));
  gtk_popover_popdown (GTK_POPOVER (fixture->grid->menu));
}

int
main (int argc, char **argv)
{
  g_autofree char *xdotool_path = g_find_program_in_path ("xdotool");
  g_autofree char *setxkbmap_path = g_find_program_in_path ("setxkbmap");

  if (xdotool_path == NULL || setxkbmap_path == NULL)
    {
      g_print ("1..0 # SKIP xdotool or setxkbmap is not installed\n");
      return 0;
    }
  gtk_test_init (&argc, &argv, NULL);
  /* A French keyboard has a dead circumflex. (A server whose last client leaves forgets its
   * keyboard: this must come after GTK opened the display.) */
  if (!g_spawn_command_line_sync ("setxkbmap fr oss", NULL, NULL, NULL, NULL))
    g_error ("setxkbmap failed");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/ui/grid-events/type", test_type);
  ADD ("/ui/grid-events/edit-keys", test_edit_keys);
  ADD ("/ui/grid-events/tab", test_tab);
  ADD ("/ui/grid-events/click", test_click);
  ADD ("/ui/grid-events/double-click", test_double_click);
  ADD ("/ui/grid-events/header", test_header);
  ADD ("/ui/grid-events/gutter", test_gutter);
  ADD ("/ui/grid-events/wheel", test_wheel);
  ADD ("/ui/grid-events/menu", test_menu);
  return g_test_run ();
}
