/* Selection and navigation of a grid, as numbers. */
#include "config.h"

#include "plt-grid-navigation.h"

static void
assert_range (const PltGridSelection *selection, const char *expected)
{
  PltGridRange range = plt_grid_selection_get_range (selection, 10, 5);
  g_autofree char *found
      = g_strdup_printf ("%d,%d %dx%d @%d,%d", range.row, range.column, range.n_rows,
                         range.n_columns, selection->active.row, selection->active.column);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_extend (void)
{
  PltGridSelection selection = { 0 };

  plt_grid_selection_place (&selection, (PltGridCoord){ 4, 2 });
  assert_range (&selection, "4,2 1x1 @4,2");
  g_assert_true (plt_grid_selection_is_single (&selection, 10, 5));
  plt_grid_selection_extend (&selection, (PltGridCoord){ 6, 3 });
  assert_range (&selection, "4,2 3x2 @4,2");
  /* Backwards over the anchor. */
  plt_grid_selection_extend (&selection, (PltGridCoord){ 1, 0 });
  assert_range (&selection, "1,0 4x3 @4,2");
  g_assert_false (plt_grid_selection_is_single (&selection, 10, 5));
  plt_grid_selection_place (&selection, (PltGridCoord){ 0, 0 });
  assert_range (&selection, "0,0 1x1 @0,0");
}

static void
test_span (void)
{
  PltGridSelection selection = { 0 };

  plt_grid_selection_place (&selection, (PltGridCoord){ 4, 2 });
  plt_grid_selection_extend (&selection, (PltGridCoord){ 5, 3 });
  plt_grid_selection_set_span (&selection, PLT_GRID_SPAN_ROWS);
  assert_range (&selection, "4,0 2x5 @4,2");
  /* Whole rows and then whole columns is everything. */
  plt_grid_selection_set_span (&selection, PLT_GRID_SPAN_COLUMNS);
  assert_range (&selection, "0,0 10x5 @4,2");
  plt_grid_selection_place (&selection, (PltGridCoord){ 4, 2 });
  plt_grid_selection_set_span (&selection, PLT_GRID_SPAN_COLUMNS);
  assert_range (&selection, "0,2 10x1 @4,2");
  plt_grid_selection_extend (&selection, (PltGridCoord){ 9, 4 });
  assert_range (&selection, "0,2 10x3 @4,2");
}

static void
test_cycle (void)
{
  PltGridSelection selection = { 0 };
  const PltGridRange range = { 2, 1, 2, 2 };

  plt_grid_selection_place (&selection, (PltGridCoord){ 2, 1 });
  g_assert_false (plt_grid_selection_cycle (&selection, 10, 5, TRUE, 1));
  plt_grid_selection_set_range (&selection, &range);
  assert_range (&selection, "2,1 2x2 @2,1");
  g_assert_true (plt_grid_selection_cycle (&selection, 10, 5, TRUE, 1));
  assert_range (&selection, "2,1 2x2 @2,2");
  plt_grid_selection_cycle (&selection, 10, 5, TRUE, 1);
  assert_range (&selection, "2,1 2x2 @3,1");
  plt_grid_selection_cycle (&selection, 10, 5, FALSE, 1);
  assert_range (&selection, "2,1 2x2 @2,2");
  /* Round at both ends. */
  plt_grid_selection_cycle (&selection, 10, 5, FALSE, 1);
  assert_range (&selection, "2,1 2x2 @3,2");
  plt_grid_selection_cycle (&selection, 10, 5, FALSE, 1);
  assert_range (&selection, "2,1 2x2 @2,1");
  plt_grid_selection_cycle (&selection, 10, 5, TRUE, -1);
  assert_range (&selection, "2,1 2x2 @3,2");
  /* Extending goes on from where the active cell was walked to. */
  plt_grid_selection_extend (&selection, (PltGridCoord){ 4, 2 });
  assert_range (&selection, "3,2 2x1 @3,2");
}

static void
test_clamp (void)
{
  PltGridSelection selection = { 0 };
  PltGridRange range;

  plt_grid_selection_place (&selection, (PltGridCoord){ 50, 50 });
  plt_grid_selection_extend (&selection, (PltGridCoord){ -3, -3 });
  plt_grid_selection_clamp (&selection, 10, 5);
  assert_range (&selection, "0,0 10x5 @9,4");
  plt_grid_selection_clamp (&selection, 0, 0);
  range = plt_grid_selection_get_range (&selection, 0, 0);
  g_assert_cmpint (range.n_rows, ==, 0);
  g_assert_cmpint (range.n_columns, ==, 0);
  g_assert_true (plt_grid_selection_is_single (&selection, 0, 0));
  g_assert_cmpint (selection.active.row, ==, 0);
}

static void
test_splice (void)
{
  static const struct
  {
    int row, position, removed, added, expected;
  } cases[] = {
    { 3, 5, 0, 2, 3 },  { 5, 5, 0, 2, 7 }, { 7, 5, 2, 0, 5 }, { 6, 5, 2, 0, -1 },
    { 5, 5, 1, 1, -1 }, { 4, 0, 2, 5, 7 }, { 0, 0, 0, 0, 0 }, { 9, 0, 10, 10, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        plt_grid_splice_row (cases[i].row, cases[i].position, cases[i].removed, cases[i].added), ==,
        cases[i].expected);
}

/* --- Navigation --- */

/*  a b . . c
 *  d . . . .
 *  . . . . .
 *  e f g . .
 *  . . . . h  */
static const char map[5][6] = { "ab..c", "d....", ".....", "efg..", "....h" };

static gboolean
is_empty_cb (int row, int column, gpointer data)
{
  g_assert_true (row >= 0 && row < 5 && column >= 0 && column < 5);
  return map[row][column] == '.';
}

static void
test_navigate (void)
{
  static const struct
  {
    PltGridCoord from;
    PltGridMove move;
    PltGridCoord to;
  } cases[] = {
    { { 0, 0 }, PLT_GRID_MOVE_LEFT, { 0, 0 } },
    { { 0, 0 }, PLT_GRID_MOVE_UP, { 0, 0 } },
    { { 4, 4 }, PLT_GRID_MOVE_RIGHT, { 4, 4 } },
    { { 4, 4 }, PLT_GRID_MOVE_DOWN, { 4, 4 } },
    { { 2, 2 }, PLT_GRID_MOVE_RIGHT, { 2, 3 } },
    { { 2, 2 }, PLT_GRID_MOVE_UP, { 1, 2 } },
    { { 2, 3 }, PLT_GRID_MOVE_ROW_START, { 2, 0 } },
    { { 2, 3 }, PLT_GRID_MOVE_ROW_END, { 2, 4 } },
    { { 2, 3 }, PLT_GRID_MOVE_FIRST, { 0, 0 } },
    { { 2, 3 }, PLT_GRID_MOVE_LAST, { 4, 4 } },
    { { 4, 3 }, PLT_GRID_MOVE_PAGE_UP, { 1, 3 } },
    { { 1, 3 }, PLT_GRID_MOVE_PAGE_UP, { 0, 3 } },
    { { 0, 3 }, PLT_GRID_MOVE_PAGE_DOWN, { 3, 3 } },
    { { 3, 3 }, PLT_GRID_MOVE_PAGE_DOWN, { 4, 3 } },
    /* Tab runs on to the next row, and stops in the corners. */
    { { 0, 1 }, PLT_GRID_MOVE_NEXT, { 0, 2 } },
    { { 0, 4 }, PLT_GRID_MOVE_NEXT, { 1, 0 } },
    { { 4, 4 }, PLT_GRID_MOVE_NEXT, { 4, 4 } },
    { { 1, 0 }, PLT_GRID_MOVE_PREVIOUS, { 0, 4 } },
    { { 0, 0 }, PLT_GRID_MOVE_PREVIOUS, { 0, 0 } },
    /* Ctrl and an arrow: end of a run; over a gap; from a gap; to the edge. */
    { { 0, 0 }, PLT_GRID_MOVE_EDGE_RIGHT, { 0, 1 } },
    { { 0, 1 }, PLT_GRID_MOVE_EDGE_RIGHT, { 0, 4 } },
    { { 0, 2 }, PLT_GRID_MOVE_EDGE_RIGHT, { 0, 4 } },
    { { 0, 4 }, PLT_GRID_MOVE_EDGE_RIGHT, { 0, 4 } },
    { { 2, 0 }, PLT_GRID_MOVE_EDGE_RIGHT, { 2, 4 } },
    { { 0, 4 }, PLT_GRID_MOVE_EDGE_LEFT, { 0, 1 } },
    { { 0, 1 }, PLT_GRID_MOVE_EDGE_LEFT, { 0, 0 } },
    { { 0, 0 }, PLT_GRID_MOVE_EDGE_DOWN, { 1, 0 } },
    { { 1, 0 }, PLT_GRID_MOVE_EDGE_DOWN, { 3, 0 } },
    { { 3, 0 }, PLT_GRID_MOVE_EDGE_DOWN, { 4, 0 } },
    { { 4, 4 }, PLT_GRID_MOVE_EDGE_UP, { 0, 4 } },
    { { 3, 1 }, PLT_GRID_MOVE_EDGE_UP, { 0, 1 } },
  };
  const PltGridBounds bounds = { 5, 5, 3, is_empty_cb, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltGridCoord to = plt_grid_navigate (&bounds, cases[i].from, cases[i].move);

      g_test_message ("case %u", i);
      g_assert_cmpint (to.row, ==, cases[i].to.row);
      g_assert_cmpint (to.column, ==, cases[i].to.column);
    }
}

static void
test_navigate_nowhere (void)
{
  const PltGridBounds bounds = { 0, 0, 10, is_empty_cb, NULL };

  for (int move = PLT_GRID_MOVE_LEFT; move <= PLT_GRID_MOVE_PREVIOUS; move++)
    {
      PltGridCoord to = plt_grid_navigate (&bounds, (PltGridCoord){ 3, 3 }, (PltGridMove) move);

      g_assert_cmpint (to.row, ==, 0);
      g_assert_cmpint (to.column, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/selection/extend", test_extend);
  g_test_add_func ("/grid/selection/span", test_span);
  g_test_add_func ("/grid/selection/cycle", test_cycle);
  g_test_add_func ("/grid/selection/clamp", test_clamp);
  g_test_add_func ("/grid/selection/splice", test_splice);
  g_test_add_func ("/grid/navigation/moves", test_navigate);
  g_test_add_func ("/grid/navigation/nowhere", test_navigate_nowhere);
  return g_test_run ();
}
