/* Columns of a grid and where everything is. */
#include "config.h"

#include "plt-grid-geometry.h"

/* a 50 (frozen), b 60 (frozen), c 100, d 100, e 100, f 100 */
static PltGridAxis *
create_axis (void)
{
  PltGridAxis *axis = plt_grid_axis_new ();

  plt_grid_axis_append (axis, "c", 2, 100, FALSE, FALSE);
  plt_grid_axis_append (axis, "a", 0, 50, FALSE, TRUE);
  plt_grid_axis_append (axis, "d", 3, 100, FALSE, FALSE);
  plt_grid_axis_append (axis, "b", 1, 60, FALSE, TRUE);
  plt_grid_axis_append (axis, "e", 4, 100, FALSE, FALSE);
  plt_grid_axis_append (axis, "f", 5, 100, FALSE, FALSE);
  return axis;
}

static void
assert_layout (const PltGridAxis *axis, const char *expected)
{
  g_autofree char *layout = plt_grid_axis_to_string (axis);

  g_assert_cmpstr (layout, ==, expected);
}

static void
test_axis (void)
{
  g_autoptr (PltGridAxis) axis = create_axis ();

  assert_layout (axis, "a:50;b:60;c:100;d:100;e:100;f:100"); /* frozen first, else as they came */
  g_assert_cmpint (plt_grid_axis_get_n_shown (axis), ==, 6);
  g_assert_cmpint (plt_grid_axis_get_n_frozen (axis), ==, 2);
  g_assert_cmpint (plt_grid_axis_get_offset (axis, 0), ==, 0);
  g_assert_cmpint (plt_grid_axis_get_offset (axis, 3), ==, 210);
  g_assert_cmpint (plt_grid_axis_get_offset (axis, 6), ==, 510);
  g_assert_cmpint (plt_grid_axis_at (axis, -1), ==, -1);
  g_assert_cmpint (plt_grid_axis_at (axis, 0), ==, 0);
  g_assert_cmpint (plt_grid_axis_at (axis, 49), ==, 0);
  g_assert_cmpint (plt_grid_axis_at (axis, 50), ==, 1);
  g_assert_cmpint (plt_grid_axis_at (axis, 509), ==, 5);
  g_assert_cmpint (plt_grid_axis_at (axis, 510), ==, -1);

  plt_grid_axis_set_width (axis, 2, 5);
  g_assert_cmpint (plt_grid_axis_get_width (axis, 2), ==, PLT_GRID_MIN_WIDTH);
  plt_grid_axis_set_width (axis, 2, 100000);
  g_assert_cmpint (plt_grid_axis_get_width (axis, 2), ==, PLT_GRID_MAX_WIDTH);
}

static void
test_hide (void)
{
  g_autoptr (PltGridAxis) axis = create_axis ();

  plt_grid_axis_hide (axis, 0);
  plt_grid_axis_hide (axis, 2);
  assert_layout (axis, "-a:50;b:60;c:100;-d:100;e:100;f:100");
  g_assert_cmpint (plt_grid_axis_get_n_frozen (axis), ==, 1);
  g_assert_cmpint (plt_grid_axis_get_n_hidden (axis), ==, 2);
  g_assert_cmpint (plt_grid_axis_find (axis, 3), ==, -1);
  g_assert_cmpint (plt_grid_axis_find (axis, 4), ==, 2);
  g_assert_cmpint (plt_grid_axis_get_model (axis, 2), ==, 4);
  g_assert_true (plt_grid_axis_show_all (axis));
  g_assert_false (plt_grid_axis_show_all (axis));
  for (int i = 0; i < 10; i++)
    plt_grid_axis_hide (axis, 0);
  g_assert_cmpint (plt_grid_axis_get_n_shown (axis), ==, 1); /* the last one stays */
}

static void
test_move (void)
{
  g_autoptr (PltGridAxis) axis = create_axis ();

  g_assert_cmpint (plt_grid_axis_move (axis, 2, 4), ==, 4);
  assert_layout (axis, "a:50;b:60;d:100;e:100;c:100;f:100");
  g_assert_cmpint (plt_grid_axis_move (axis, 5, 2), ==, 2);
  assert_layout (axis, "a:50;b:60;f:100;d:100;e:100;c:100");
  /* A column stays among its own: frozen or not. */
  g_assert_cmpint (plt_grid_axis_move (axis, 0, 5), ==, 1);
  assert_layout (axis, "b:60;a:50;f:100;d:100;e:100;c:100");
  g_assert_cmpint (plt_grid_axis_move (axis, 3, 0), ==, 2);
  assert_layout (axis, "b:60;a:50;d:100;f:100;e:100;c:100");
  g_assert_cmpint (plt_grid_axis_move (axis, 3, 3), ==, 3);
  g_assert_cmpint (plt_grid_axis_move (axis, 3, 99), ==, 5);
  assert_layout (axis, "b:60;a:50;d:100;e:100;c:100;f:100");
}

static void
test_layout (void)
{
  static const struct
  {
    const char *layout, *expected;
  } cases[] = {
    { "a:50;b:60;c:100;d:100;e:100;f:100", "a:50;b:60;c:100;d:100;e:100;f:100" },
    { "f:80;-d:40", "a:50;b:60;f:80;-d:40;c:100;e:100" },
    { "b:61;a:51", "b:61;a:51;c:100;d:100;e:100;f:100" },
    /* Of another version, or spoilt. */
    { "gone:90;e:70;;x;c;d:;d:5;d:99999;d:abc", "a:50;b:60;e:70;c:100;d:100;f:100" },
    { "e:70;e:80;-e:90", "a:50;b:60;e:70;c:100;d:100;f:100" },
    { "", "a:50;b:60;c:100;d:100;e:100;f:100" },
    /* Nothing shown at all is not a table. */
    { "-c:100;-a:50;-d:100;-b:60;-e:100;-f:100", "-a:50;-b:60;c:100;-d:100;-e:100;-f:100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltGridAxis) axis = create_axis ();

      plt_grid_axis_apply_string (axis, cases[i].layout);
      assert_layout (axis, cases[i].expected);
      plt_grid_axis_apply_string (axis, cases[i].expected); /* what is saved is read back */
      assert_layout (axis, cases[i].expected);
    }
}

/* --- Geometry --- */

typedef struct
{
  PltGridAxis *axis;
  PltGridGeometry geometry;
} Fixture;

/* 300 x 146: gutter 30, header 26, five rows of 24 high; frozen up to 140, 160 of 400 scrolled. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->axis = create_axis ();
  fixture->geometry = (PltGridGeometry){ .axis = fixture->axis,
                                         .n_rows = 100,
                                         .width = 300,
                                         .height = 146,
                                         .gutter = 30,
                                         .header = 26,
                                         .row_height = PLT_GRID_ROW_HEIGHT };
  plt_grid_geometry_update (&fixture->geometry);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_grid_axis_free (fixture->axis);
}

static void
assert_rect (PltGridRect rect, int x, int y, int width, int height)
{
  g_assert_cmpint (rect.x, ==, x);
  g_assert_cmpint (rect.y, ==, y);
  g_assert_cmpint (rect.width, ==, width);
  g_assert_cmpint (rect.height, ==, height);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  PltGridGeometry *g = &fixture->geometry;

  g_assert_cmpint (g->n_frozen, ==, 2);
  assert_rect (plt_grid_geometry_body (g), 140, 26, 160, 120);
  g->scroll_x = 130;
  g->scroll_y = 34;
  assert_rect (plt_grid_geometry_cell (g, (PltGridCoord){ 0, 0 }), 30, -8, 50, 24);
  assert_rect (plt_grid_geometry_cell (g, (PltGridCoord){ 2, 3 }), 110, 40, 100, 24);
  /* A range over the frozen edge, whose scrolled part is out of sight. */
  assert_rect (plt_grid_geometry_range (g, &(PltGridRange){ 1, 1, 3, 2 }), 80, 16, 60, 72);
  assert_rect (plt_grid_geometry_range (g, &(PltGridRange){ 1, 1, 3, 4 }), 80, 16, 230, 72);
}

static void
test_visible (Fixture *fixture, gconstpointer data)
{
  PltGridGeometry *g = &fixture->geometry;
  int first, end;

  plt_grid_geometry_visible_rows (g, &first, &end);
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (end, ==, 5);
  plt_grid_geometry_visible_columns (g, &first, &end);
  g_assert_cmpint (first, ==, 2);
  g_assert_cmpint (end, ==, 4);
  g->scroll_y = 1; /* a part of a sixth row */
  g->scroll_x = 100;
  plt_grid_geometry_visible_rows (g, &first, &end);
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (end, ==, 6);
  plt_grid_geometry_visible_columns (g, &first, &end);
  g_assert_cmpint (first, ==, 3);
  g_assert_cmpint (end, ==, 5);
  g->n_rows = 3;
  plt_grid_geometry_visible_rows (g, &first, &end);
  g_assert_cmpint (end, ==, 3);
  g->scroll_y = 5000;
  plt_grid_geometry_visible_rows (g, &first, &end);
  g_assert_cmpint (first, ==, end);
}

static void
test_hits (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int x, y;
    PltGridHit expected;
  } cases[] = {
    { 10, 10, { PLT_GRID_ZONE_CORNER, -1, -1, -1 } },
    { 10, 26, { PLT_GRID_ZONE_GUTTER, 1, -1, -1 } },
    { 40, 10, { PLT_GRID_ZONE_HEADER, -1, 0, -1 } },
    { 78, 10, { PLT_GRID_ZONE_HEADER, -1, 0, 0 } },  /* edge of a from the left */
    { 83, 10, { PLT_GRID_ZONE_HEADER, -1, 1, 0 } },  /* and from the right */
    { 140, 10, { PLT_GRID_ZONE_HEADER, -1, 3, 1 } }, /* edge of b; c is scrolled away under it */
    { 200, 10, { PLT_GRID_ZONE_HEADER, -1, 3, -1 } },
    { 239, 10, { PLT_GRID_ZONE_HEADER, -1, 3, 3 } },
    { 100, 30, { PLT_GRID_ZONE_BODY, 1, 1, -1 } },
    { 150, 60, { PLT_GRID_ZONE_BODY, 2, 3, -1 } },
    { 299, 145, { PLT_GRID_ZONE_BODY, 5, 4, -1 } },
  };
  PltGridGeometry *g = &fixture->geometry;

  g->scroll_x = 100;
  g->scroll_y = 24;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltGridHit hit = plt_grid_geometry_hit (g, cases[i].x, cases[i].y);

      g_test_message ("case %u", i);
      g_assert_cmpint (hit.zone, ==, cases[i].expected.zone);
      g_assert_cmpint (hit.row, ==, cases[i].expected.row);
      g_assert_cmpint (hit.column, ==, cases[i].expected.column);
      g_assert_cmpint (hit.edge, ==, cases[i].expected.edge);
    }
  g->n_rows = 2;
  g_assert_cmpint (plt_grid_geometry_hit (g, 150, 60).row, ==, -1);
}

/* The place of each cell and the cell at each place agree, wherever it is scrolled. */
static void
test_hits_agree (Fixture *fixture, gconstpointer data)
{
  PltGridGeometry *g = &fixture->geometry;
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (int turn = 0; turn < 2000; turn++)
    {
      int x = g_rand_int_range (random, 30, 300), y = g_rand_int_range (random, 26, 146);
      PltGridHit hit;
      PltGridRect cell;

      g->scroll_x = g_rand_int_range (random, 0, 241);
      g->scroll_y = g_rand_int_range (random, 0, 2281);
      hit = plt_grid_geometry_hit (g, x, y);
      cell = plt_grid_geometry_cell (g, (PltGridCoord){ hit.row, hit.column });
      g_assert_true (x >= cell.x && x < cell.x + cell.width);
      g_assert_true (y >= cell.y && y < cell.y + cell.height);
    }
}

static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    int scroll_x, scroll_y;
    PltGridCoord cell;
    int x, y;
  } cases[] = {
    { 0, 0, { 0, 2 }, 0, 0 },                                   /* in view: nothing moves */
    { 0, 0, { 4, 2 }, 0, 0 },        { 0, 0, { 5, 2 }, 0, 24 }, /* one below */
    { 0, 0, { 99, 5 }, 240, 2280 },  { 240, 2280, { 99, 2 }, 0, 2280 },
    { 240, 2280, { 0, 0 }, 240, 0 }, /* a frozen column is always in view */
    { 50, 12, { 0, 3 }, 50, 0 },     /* half a row above */
    { 150, 0, { 0, 3 }, 100, 0 },
  };
  PltGridGeometry *g = &fixture->geometry;
  int x, y;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g->scroll_x = cases[i].scroll_x;
      g->scroll_y = cases[i].scroll_y;
      plt_grid_geometry_reveal (g, cases[i].cell, &x, &y);
      g_assert_cmpint (x, ==, cases[i].x);
      g_assert_cmpint (y, ==, cases[i].y);
    }
}

static void
test_extent (Fixture *fixture, gconstpointer data)
{
  PltGridGeometry *g = &fixture->geometry;
  int width, page_width, height, page_height;

  plt_grid_geometry_extent (g, &width, &page_width, &height, &page_height);
  g_assert_cmpint (width, ==, 400);
  g_assert_cmpint (page_width, ==, 160);
  g_assert_cmpint (height, ==, 2400);
  g_assert_cmpint (page_height, ==, 120);
  /* Too narrow for two frozen columns: one of them scrolls, then both do. */
  g->width = 220;
  plt_grid_geometry_update (g);
  g_assert_cmpint (g->n_frozen, ==, 1);
  g->width = 100;
  plt_grid_geometry_update (g);
  g_assert_cmpint (g->n_frozen, ==, 0);
  plt_grid_geometry_extent (g, &width, &page_width, &height, &page_height);
  g_assert_cmpint (width, ==, 510);
  /* Smaller than its header. */
  g->height = 10;
  g->width = 10;
  plt_grid_geometry_update (g);
  plt_grid_geometry_extent (g, &width, &page_width, &height, &page_height);
  g_assert_cmpint (page_width, ==, 0);
  g_assert_cmpint (page_height, ==, 0);
}

static void
test_nearest (Fixture *fixture, gconstpointer data)
{
  PltGridGeometry *g = &fixture->geometry;
  PltGridCoord at = plt_grid_geometry_nearest (g, -500, -500);

  g_assert_cmpint (at.row, ==, 0);
  g_assert_cmpint (at.column, ==, 0);
  at = plt_grid_geometry_nearest (g, 5000, 5000);
  g_assert_cmpint (at.row, ==, 4);
  g_assert_cmpint (at.column, ==, 3);
  g->width = 900; /* wider than the columns */
  plt_grid_geometry_update (g);
  g_assert_cmpint (plt_grid_geometry_nearest (g, 880, 60).column, ==, 5);
  g_assert_cmpint (plt_grid_geometry_gap (g, 0), ==, 0);
  g_assert_cmpint (plt_grid_geometry_gap (g, 60), ==, 1);
  g_assert_cmpint (plt_grid_geometry_gap (g, 880), ==, 6);
}

/* Two rows stay under the header, whatever is scrolled; a range over their edge reaches it. */
static void
test_frozen_rows (Fixture *fixture, gconstpointer data)
{
  PltGridGeometry *g = &fixture->geometry;
  int first, end, width, page_width, height, page_height, x, y;

  g->frozen_rows = 2;
  g->height = 26 + 6 * 24;
  plt_grid_geometry_update (g);
  g_assert_cmpint (g->n_frozen_rows, ==, 2);
  assert_rect (plt_grid_geometry_body (g), 140, 26 + 48, 160, 96);
  g->scroll_y = 24 * 10;
  g_assert_cmpint (plt_grid_geometry_row_y (g, 1), ==, 50);
  g_assert_cmpint (plt_grid_geometry_row_y (g, 12), ==, 74);
  plt_grid_geometry_visible_rows (g, &first, &end);
  g_assert_cmpint (first, ==, 12);
  g_assert_cmpint (end, ==, 16);
  g_assert_cmpint (plt_grid_geometry_hit (g, 60, 30).row, ==, 0);
  g_assert_cmpint (plt_grid_geometry_hit (g, 60, 73).row, ==, 1);
  g_assert_cmpint (plt_grid_geometry_hit (g, 60, 74).row, ==, 12);
  g_assert_cmpint (plt_grid_geometry_nearest (g, 60, -5).row, ==, 0);
  g_assert_cmpint (plt_grid_geometry_nearest (g, 60, 400).row, ==, 15);
  assert_rect (plt_grid_geometry_range (g, &(PltGridRange){ 1, 0, 4, 1 }), 30, 50, 50, 24);
  plt_grid_geometry_extent (g, &width, &page_width, &height, &page_height);
  g_assert_cmpint (height, ==, 98 * 24);
  g_assert_cmpint (page_height, ==, 96);
  plt_grid_geometry_reveal (g, (PltGridCoord){ 1, 0 }, &x, &y);
  g_assert_cmpint (y, ==, 240); /* it is in sight */
  plt_grid_geometry_reveal (g, (PltGridCoord){ 2, 0 }, &x, &y);
  g_assert_cmpint (y, ==, 0);
  plt_grid_geometry_reveal (g, (PltGridCoord){ 99, 0 }, &x, &y);
  g_assert_cmpint (y, ==, 98 * 24 - 96);
  /* a low window keeps rows that scroll */
  g->height = 26 + 4 * 24;
  plt_grid_geometry_update (g);
  g_assert_cmpint (g->n_frozen_rows, ==, 1);
  g->n_rows = 1;
  plt_grid_geometry_update (g);
  g_assert_cmpint (g->n_frozen_rows, ==, 1);
  plt_grid_geometry_extent (g, &width, &page_width, &height, &page_height);
  g_assert_cmpint (height, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/axis/offsets", test_axis);
  g_test_add_func ("/grid/axis/hide", test_hide);
  g_test_add_func ("/grid/axis/move", test_move);
  g_test_add_func ("/grid/axis/layout", test_layout);
#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/grid/geometry/cells", test_cells);
  ADD ("/grid/geometry/visible", test_visible);
  ADD ("/grid/geometry/frozen-rows", test_frozen_rows);
  ADD ("/grid/geometry/hits", test_hits);
  ADD ("/grid/geometry/hits-agree", test_hits_agree);
  ADD ("/grid/geometry/reveal", test_reveal);
  ADD ("/grid/geometry/extent", test_extent);
  ADD ("/grid/geometry/nearest", test_nearest);
  return g_test_run ();
}
