/* The board without a display: its state, its geometry, its selection, its edits and its preview.
 */
#include <string.h>

#include "plt-board-preview.h"
#include "plt-board-selection.h"
#include "plt-check.h"
#include "plt-test-film.h"

#define NB "\342\200\257"

typedef struct
{
  PltFacts *facts;
  PltPlan *plan;
  PltBoardState *state;
} Board;

static void
board_clear (Board *self)
{
  g_clear_pointer (&self->state, plt_board_state_free);
  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Board, board_clear)

static void
board_compute (Board *self)
{
  g_autoptr (GPtrArray) issues = plt_issues_new ();

  g_clear_pointer (&self->state, plt_board_state_free);
  g_clear_pointer (&self->plan, plt_plan_free);
  self->plan = plt_plan_new (self->facts, 0);
  plt_check_plan (self->facts, self->plan, issues);
  self->state = plt_board_state_new (self->facts, self->plan, issues);
}

static Board
board_new (void)
{
  Board self = { .facts = film_new () };

  board_compute (&self);
  return self;
}

/* "-4|1 2|3": the keys of the lanes. */
static char *
dump (const PltBoardState *state)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < state->lanes->len; i++)
    {
      g_string_append (text, i > 0 ? "|" : "");
      for (int j = 0; j < plt_board_lane_n (state, (int) i); j++)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT, j > 0 ? " " : "",
                                plt_board_state_strip (state, (int) i, j)->key);
    }
  return g_string_free (text, FALSE);
}

static PltStripFacts *
row_of (PltFacts *facts, gint64 id)
{
  return (PltStripFacts *) PLT_FACTS_FIND (facts->strips, PltStripFacts, id);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const PltStripFacts *one = a, *two = b;

  if (one->day != two->day)
    return one->day < two->day ? -1 : 1;
  if (one->position != two->position)
    return one->position < two->position ? -1 : 1;
  return one->id < two->id ? -1 : one->id > two->id;
}

static void
apply_value (PltStripFacts *row, const PltEditValue *value)
{
  gint64 number = value->value.kind == PLT_VALUE_INTEGER ? value->value.integer : PLT_UNKNOWN;
  const char *column = value->column->id;

  if (strcmp (column, "day") == 0)
    row->day = number == PLT_UNKNOWN ? 0 : number;
  else if (strcmp (column, "position") == 0)
    row->position = number;
  else if (strcmp (column, "sequence") == 0)
    row->sequence = number;
  else if (strcmp (column, "minutes") == 0)
    row->minutes = number;
  else if (strcmp (column, "locked") == 0)
    row->locked = number == 1;
  else if (strcmp (column, "kind") == 0)
    row->kind = g_intern_string (plt_value_get_text (&value->value));
  else if (strcmp (column, "part") == 0)
    row->part = g_intern_string (plt_value_get_text (&value->value));
}

/* What the store would do with the strips of a batch; ids of new rows are 100 and more. */
static void
apply (Board *self, const PltBatch *batch)
{
  PltFacts *facts = self->facts;
  g_autofree PltStripFacts *rows = NULL;
  gint64 last = 99;
  guint n;

  for (guint i = 0; i < facts->strips.n; i++)
    last = MAX (last, facts->strips.items[i].id);
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);
      PltStripFacts *row = row_of (facts, edit->id);

      if (strcmp (edit->table->id, "strip") != 0)
        continue;
      if (edit->kind == PLT_EDIT_DELETE)
        {
          row->schedule = -1;
          continue;
        }
      if (edit->kind == PLT_EDIT_INSERT)
        {
          row = PLT_FACTS_ADD (facts->strips, PltStripFacts, last - edit->id);
          row->schedule = FILM_SCHEDULE;
          row->text = row->part = row->shot = row->note = "";
          row->kind = "sequence";
          row->minutes = row->position = PLT_UNKNOWN;
        }
      for (guint j = 0; j < edit->values->len; j++)
        apply_value (row, &g_array_index (edit->values, PltEditValue, j));
    }
  n = facts->strips.n;
  rows = g_memdup2 (facts->strips.items, sizeof *rows * n);
  qsort (rows, n, sizeof *rows, compare_rows);
  g_clear_pointer (&facts->strips.items, g_free);
  g_clear_pointer (&facts->strips.index, g_hash_table_unref);
  facts->strips.n = 0;
  for (guint i = 0; i < n; i++)
    if (rows[i].schedule == FILM_SCHEDULE)
      *PLT_FACTS_ADD (facts->strips, PltStripFacts, rows[i].id) = rows[i];
  board_compute (self);
}

/* ---- state ---- */

static void
test_state (void)
{
  g_auto (Board) board = board_new ();
  const PltBoardLane *lane = plt_board_state_lane (board.state, 1);
  const PltBoardStrip *strip = plt_board_state_strip (board.state, 1, 0);
  g_autofree char *lanes = dump (board.state);
  g_autofree char *title = plt_board_lane_title (lane);
  g_autofree char *said = plt_board_strip_describe (strip);
  int at, index;

  g_assert_cmpstr (lanes, ==, "-4|1 2|3");
  g_assert_cmpstr (title, ==, "D1 · lun. 12 avr.");
  g_assert_cmpstr (lane->hours, ==, "9h00–19h00");
  g_assert_cmpstr (lane->sun, ==, "7h06–20h37"); /* Paris */
  g_assert_cmpstr (lane->totals.content, ==, "2 sets · 1 move");
  g_assert_cmpstr (lane->totals.length, ==, "2:20 · 1 p."); /* 90 + 50 s; 4/8 each */
  g_assert_cmpstr (lane->totals.time, ==, "3" NB "h");
  g_assert_cmpint (lane->limit, ==, 540);
  g_assert_cmpstr (strip->number, ==, "1");
  g_assert_cmpstr (strip->code, ==, "E/J");
  g_assert_cmpstr (strip->set, ==, "QUAI");
  g_assert_cmpstr (strip->roles, ==, "1");
  g_assert_cmpstr (strip->eighths, ==, "4/8");
  g_assert_cmpstr (strip->length, ==, "1:30");
  g_assert_cmpstr (strip->time, ==, "2" NB "h");
  g_assert_cmpstr (said, ==,
                   "sequence 1, E/J, QUAI, roles 1, 4/8 p., length 1:30, shooting 2" NB
                   "h, Port, 10 Dockers");
  g_assert_true (plt_board_state_locate (board.state, 3, &at, &index));
  g_assert_cmpint (at, ==, 2);
  g_assert_cmpint (index, ==, 0);
  g_assert_cmpstr (plt_board_state_strip (board.state, 2, 0)->roles, ==, "1 2");
  g_assert_null (plt_board_state_strip (board.state, 2, 1));
  g_assert_null (plt_board_state_strip (board.state, 1, PLT_BOARD_HEAD));
  g_assert_cmpint (plt_board_state_lane_of_day (board.state, FILM_DAY_2), ==, 2);
  g_assert_true (plt_board_strip_matches (strip, "quai e/j"));
  g_assert_false (plt_board_strip_matches (strip, "cuisine"));
}

static void
test_state_marks (void)
{
  g_auto (Board) board = board_new ();
  PltDayFacts *day = (PltDayFacts *) PLT_FACTS_FIND (board.facts->days, PltDayFacts, FILM_DAY_1);

  day->date = PLT_DATE_NONE;
  board_compute (&board);
  g_assert_cmpuint (plt_board_state_lane (board.state, 1)->n_issues, ==, 1);
  g_assert_nonnull (strstr (plt_board_state_lane (board.state, 1)->issue, "has no date"));
  g_assert_null (plt_board_state_lane (board.state, 2)->issue);
}

static void
test_state_without_plan (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBoardState) state = plt_board_state_new (facts, plan, NULL);

  g_assert_cmpint (state->schedule, ==, 0);
  g_assert_cmpuint (state->lanes->len, ==, 1);
  g_assert_cmpint (plt_board_lane_n (state, 0), ==, 0);
}

/* ---- geometry ---- */

static void
geometry_init (PltBoardGeometry *self)
{
  const int counts[] = { 3, 2, 0, 1 };

  memset (self, 0, sizeof *self);
  self->bar = 10;
  plt_board_geometry_set_lanes (self, counts, G_N_ELEMENTS (counts));
  plt_board_geometry_set_zoom (self, 100, 16);
  plt_board_geometry_resize (self, 1000, 300);
}

/* Rows 24, heads 42, gaps 12: days at 0, 42+48+12 = 102, 102+42+24+12 = 180, end 258. */
static void
test_geometry_places (void)
{
  PltBoardGeometry geometry;
  PltBoardRect rect;
  int first, end;

  geometry_init (&geometry);
  g_assert_cmpint (geometry.pool_width, ==, 300);
  g_assert_cmpint (plt_board_geometry_extent (&geometry, 0), ==, 72);
  g_assert_cmpint (plt_board_geometry_extent (&geometry, 1), ==, 258);
  rect = plt_board_geometry_rect (&geometry, (PltBoardCoord){ 3, 0 });
  g_assert_cmpint (rect.y, ==, 180 + 42);
  g_assert_cmpint (rect.x, ==, 301);
  g_assert_cmpint (rect.width, ==, 1000 - 301 - 10);
  rect = plt_board_geometry_rect (&geometry, (PltBoardCoord){ 0, 1 });
  g_assert_cmpint (rect.y, ==, 42 + 24);
  g_assert_cmpint (rect.width, ==, 290);
  rect = plt_board_geometry_lane (&geometry, 1);
  g_assert_cmpint (rect.height, ==, 90);
  geometry.scroll[1] = 110;
  plt_board_geometry_resize (&geometry, 1000, 60);
  plt_board_geometry_visible (&geometry, &first, &end);
  g_assert_cmpint (first, ==, 2);
  g_assert_cmpint (end, ==, 3);
  plt_board_geometry_clear (&geometry);
}

static void
test_geometry_hit (void)
{
  static const struct
  {
    int x, y, lane, index;
    gboolean inside;
  } cases[] = {
    { 10, 10, 0, PLT_BOARD_HEAD, TRUE }, /* the head of the pool */
    { 10, 42, 0, 0, TRUE },
    { 10, 113, 0, 2, TRUE },
    { 10, 114, 0, 2, FALSE }, /* under the last of the pool */
    { 400, 0, 1, PLT_BOARD_HEAD, TRUE },
    { 400, 42, 1, 0, TRUE },
    { 400, 89, 1, 1, TRUE },
    { 400, 95, 1, 1, FALSE }, /* the gap belongs to the day above */
    { 400, 102, 2, PLT_BOARD_HEAD, TRUE },
    { 400, 150, 2, PLT_BOARD_HEAD, FALSE }, /* an empty day */
    { 400, 299, 3, 0, FALSE },
    { 295, 50, -1, PLT_BOARD_HEAD, FALSE }, /* the scroll bar */
  };
  PltBoardGeometry geometry;

  geometry_init (&geometry);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltBoardHit hit = plt_board_geometry_hit (&geometry, cases[i].x, cases[i].y);

      g_assert_cmpint (hit.at.lane, ==, cases[i].lane);
      g_assert_cmpint (hit.at.index, ==, cases[i].index);
      g_assert_cmpint (hit.inside, ==, cases[i].inside);
    }
  plt_board_geometry_clear (&geometry);
}

static void
test_geometry_drop (void)
{
  static const struct
  {
    int x, y, lane, index;
  } cases[] = {
    { 10, 20, 0, 0 },   { 10, 50, 0, 0 },   { 10, 56, 0, 1 },    { 10, 290, 0, 3 },
    { 400, 10, 1, 2 }, /* on the head: at the end */
    { 400, 45, 1, 0 },  { 400, 60, 1, 1 },  { 400, 85, 1, 2 },   { 400, 100, 1, 2 },
    { 400, 160, 2, 0 }, { 400, 290, 3, 1 }, { 400, 300, -1, 0 }, { -1, 10, -1, 0 },
  };
  PltBoardGeometry geometry;

  geometry_init (&geometry);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltBoardCoord at = plt_board_geometry_drop (&geometry, cases[i].x, cases[i].y);

      g_assert_cmpint (at.lane, ==, cases[i].lane);
      g_assert_cmpint (at.index, ==, cases[i].index);
    }
  plt_board_geometry_clear (&geometry);
}

/* Every strip's middle is hit as that strip, at any zoom and scrolling. */
static void
test_geometry_agrees (void)
{
  for (int zoom = 70; zoom <= 160; zoom += 15)
    for (int scroll = 0; scroll < 100; scroll += 33)
      {
        PltBoardGeometry geometry;

        geometry_init (&geometry);
        plt_board_geometry_set_zoom (&geometry, zoom, 16 * zoom / 100);
        plt_board_geometry_resize (&geometry, 900, 2000);
        geometry.scroll[1] = scroll;
        for (int lane = 0; lane < geometry.n_lanes; lane++)
          for (int i = PLT_BOARD_HEAD; i < geometry.counts[lane]; i++)
            {
              PltBoardCoord at = { lane, i };
              PltBoardRect rect = plt_board_geometry_rect (&geometry, at);
              PltBoardHit hit
                  = plt_board_geometry_hit (&geometry, rect.x + 5, rect.y + rect.height / 2);

              if (rect.y < 0)
                continue;
              g_assert_cmpint (hit.at.lane, ==, lane);
              g_assert_cmpint (hit.at.index, ==, i);
              g_assert_true (hit.inside);
            }
        plt_board_geometry_clear (&geometry);
      }
}

static void
test_geometry_reveal (void)
{
  PltBoardGeometry geometry;

  geometry_init (&geometry);
  plt_board_geometry_resize (&geometry, 1000, 100);
  g_assert_cmpint (plt_board_geometry_reveal (&geometry, (PltBoardCoord){ 3, 0 }), ==, 146);
  geometry.scroll[1] = 146;
  g_assert_cmpint (plt_board_geometry_reveal (&geometry, (PltBoardCoord){ 1, 0 }), ==, 0);
  g_assert_cmpint (plt_board_geometry_reveal (&geometry, (PltBoardCoord){ 3, 0 }), ==, 146);
  g_assert_cmpint (plt_board_geometry_pull (&geometry, 1, 500, 50), ==, 0);
  g_assert_cmpint (plt_board_geometry_pull (&geometry, 1, 500, 99), >, 0);
  g_assert_cmpint (plt_board_geometry_pull (&geometry, 1, 500, 2), <, 0);
  g_assert_cmpint (plt_board_geometry_pull (&geometry, 0, 500, 99), ==, 0);
  plt_board_geometry_clear (&geometry);
}

static void
test_geometry_cells (void)
{
  PltBoardGeometry geometry;
  PltBoardRect cells[PLT_BOARD_N_CELLS];

  geometry_init (&geometry);
  plt_board_geometry_cells (&geometry, 1300, cells);
  for (int i = 0; i < PLT_BOARD_N_CELLS; i++)
    g_assert_cmpint (cells[i].width, >, 0);
  geometry.hidden
      = 1u << PLT_BOARD_CELL_STORY_DAY | 1u << PLT_BOARD_CELL_PLACE | 1u << PLT_BOARD_CELL_NEEDS;
  for (int width = 150; width < 1500; width += 50)
    {
      int end = 0;

      plt_board_geometry_cells (&geometry, width, cells);
      for (int i = 0; i < PLT_BOARD_N_CELLS; i++)
        {
          g_assert_cmpint (cells[i].x, ==, end);
          end += cells[i].width;
        }
      g_assert_cmpint (cells[PLT_BOARD_CELL_SET].width, >=, 104);
      if (width >= 256)
        g_assert_cmpint (end, ==, width);
    }
  plt_board_geometry_cells (&geometry, 290, cells);
  g_assert_cmpint (cells[PLT_BOARD_CELL_SYNOPSIS].width, ==, 0);
  g_assert_cmpint (cells[PLT_BOARD_CELL_EIGHTHS].width, ==, 46);
  plt_board_geometry_cells (&geometry, 800, cells);
  g_assert_cmpint (cells[PLT_BOARD_CELL_SYNOPSIS].width, >, 120);
  g_assert_cmpint (cells[PLT_BOARD_CELL_PLACE].width, ==, 0);
  /* number and effect are always there, whatever is hidden */
  geometry.hidden = ~0u & ~(1u << PLT_BOARD_CELL_NUMBER | 1u << PLT_BOARD_CELL_EFFECT);
  plt_board_geometry_cells (&geometry, 800, cells);
  g_assert_cmpint (cells[PLT_BOARD_CELL_NUMBER].width, >, 0);
  g_assert_cmpint (cells[PLT_BOARD_CELL_EFFECT].width, >, 0);
  g_assert_cmpint (cells[PLT_BOARD_CELL_SET].width, ==, 0);
  plt_board_geometry_clear (&geometry);
}

/* ---- selection ---- */

static char *
dump_keys (const PltBoardSelection *selection, const PltBoardState *state, gboolean lanes)
{
  g_autoptr (GArray) keys = plt_board_selection_keys (selection, state, lanes);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < keys->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            g_array_index (keys, gint64, i));
  return g_string_free (text, FALSE);
}

#define assert_selected(selection, state, expected)                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *keys_ = dump_keys (selection, state, FALSE);                                  \
    g_assert_cmpstr (keys_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_selection (void)
{
  g_auto (Board) board = board_new ();
  PltBoardSelection selection;

  plt_board_selection_init (&selection);
  plt_board_selection_set (&selection, board.state, (PltBoardCoord){ 1, 0 }, PLT_BOARD_SELECT_ONLY);
  assert_selected (&selection, board.state, "1");
  plt_board_selection_set (&selection, board.state, (PltBoardCoord){ 2, 0 },
                           PLT_BOARD_SELECT_EXTEND);
  assert_selected (&selection, board.state, "1 2 3");
  plt_board_selection_set (&selection, board.state, (PltBoardCoord){ 1, 1 },
                           PLT_BOARD_SELECT_TOGGLE);
  assert_selected (&selection, board.state, "1 3");
  plt_board_selection_set (&selection, board.state, (PltBoardCoord){ 0, 0 },
                           PLT_BOARD_SELECT_TOGGLE);
  assert_selected (&selection, board.state, "-4 1 3");
  plt_board_selection_set (&selection, board.state, (PltBoardCoord){ 1, PLT_BOARD_HEAD },
                           PLT_BOARD_SELECT_ONLY);
  assert_selected (&selection, board.state, "");
  {
    g_autofree char *all = dump_keys (&selection, board.state, TRUE);

    g_assert_cmpstr (all, ==, "1 2");
  }
  plt_board_selection_clear (&selection);
}

static void
test_selection_steps (void)
{
  static const struct
  {
    int lane, index;
    PltBoardStep step;
    int to_lane, to_index;
  } cases[] = {
    { 1, 0, PLT_BOARD_STEP_DOWN, 1, 1 },
    { 1, 1, PLT_BOARD_STEP_DOWN, 2, PLT_BOARD_HEAD },
    { 2, 0, PLT_BOARD_STEP_DOWN, 2, 0 },
    { 2, PLT_BOARD_HEAD, PLT_BOARD_STEP_UP, 1, 1 },
    { 1, PLT_BOARD_HEAD, PLT_BOARD_STEP_UP, 1, PLT_BOARD_HEAD },
    { 0, 0, PLT_BOARD_STEP_UP, 0, PLT_BOARD_HEAD },
    { 0, 0, PLT_BOARD_STEP_DOWN, 0, 0 },
    { 1, 1, PLT_BOARD_STEP_LEFT, 0, 0 },
    { 0, 0, PLT_BOARD_STEP_RIGHT, 1, PLT_BOARD_HEAD },
    { 2, 0, PLT_BOARD_STEP_PREVIOUS_LANE, 2, PLT_BOARD_HEAD },
    { 2, PLT_BOARD_HEAD, PLT_BOARD_STEP_PREVIOUS_LANE, 1, PLT_BOARD_HEAD },
    { 1, 1, PLT_BOARD_STEP_NEXT_LANE, 2, PLT_BOARD_HEAD },
    { 2, 0, PLT_BOARD_STEP_FIRST, 1, PLT_BOARD_HEAD },
    { 1, 0, PLT_BOARD_STEP_LAST, 2, 0 },
  };
  g_auto (Board) board = board_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltBoardSelection selection = { .cursor = { cases[i].lane, cases[i].index } };
      PltBoardCoord to = plt_board_selection_step (&selection, board.state, cases[i].step);

      g_assert_cmpint (to.lane, ==, cases[i].to_lane);
      g_assert_cmpint (to.index, ==, cases[i].to_index);
    }
}

static void
test_selection_follows (void)
{
  g_auto (Board) board = board_new ();
  PltBoardSelection selection;

  plt_board_selection_init (&selection);
  plt_board_selection_set (&selection, board.state, (PltBoardCoord){ 1, 1 }, PLT_BOARD_SELECT_ONLY);
  row_of (board.facts, 2)->day = FILM_DAY_2;
  board_compute (&board);
  plt_board_selection_follow (&selection, board.state);
  g_assert_cmpint (selection.cursor.lane, ==, 2);
  assert_selected (&selection, board.state, "2");
  row_of (board.facts, 2)->schedule = 99;
  board_compute (&board);
  plt_board_selection_follow (&selection, board.state);
  assert_selected (&selection, board.state, "");
  g_assert_cmpint (selection.cursor.lane, ==, 2);
  plt_board_selection_clear (&selection);
}

/* ---- edits ---- */

static void
test_move (void)
{
  static const struct
  {
    gint64 keys[3];
    guint n;
    PltBoardCoord to;
    const char *after;
    guint n_edits;
  } cases[] = {
    { { 1 }, 1, { 1, 0 }, "-4|1 2|3", 0 }, /* where it is */
    { { 1 }, 1, { 1, 1 }, "-4|1 2|3", 0 },         { { 1 }, 1, { 1, 2 }, "-4|2 1|3", 1 },
    { { 2 }, 1, { 1, 0 }, "-4|2 1|3", 1 },         { { 1 }, 1, { 2, 0 }, "-4|2|1 3", 1 },
    { { 1, 2 }, 2, { 2, 1 }, "-4||3 1 2", 2 },     { { 2, 1 }, 2, { 2, 0 }, "-4||2 1 3", 2 },
    { { -4 }, 1, { 2, 1 }, "|1 2|3 100", 1 },      { { 3 }, 1, { 0, 0 }, "3 -4|1 2|", 1 },
    { { 3 }, 1, { 0, 1 }, "100 3|1 2|", 2 }, /* what comes before it gets its row too */
    { { 1, 2, 3 }, 3, { 0, 0 }, "1 2 3 -4||", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Board) board = board_new ();
      PltBoardMove move = { cases[i].keys, cases[i].n, cases[i].to };
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_true (plt_board_move_apply (board.state, &move, batch, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, cases[i].n_edits);
      g_assert_cmpint (plt_board_move_changes (board.state, &move), ==, cases[i].n_edits > 0);
      apply (&board, batch);
      after = dump (board.state);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

/* Between two neighbours there is room ten times; then the lane is numbered again. */
static void
test_move_without_room (void)
{
  g_auto (Board) board = board_new ();

  row_of (board.facts, 1)->position = 7;
  row_of (board.facts, 2)->position = 8;
  board_compute (&board);
  {
    const gint64 key = 3;
    PltBoardMove move = { &key, 1, { 1, 1 } };
    g_autoptr (PltBatch) batch = plt_batch_new ();
    g_autofree char *after = NULL;

    g_assert_true (plt_board_move_apply (board.state, &move, batch, NULL, NULL));
    g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 3);
    apply (&board, batch);
    after = dump (board.state);
    g_assert_cmpstr (after, ==, "-4|1 3 2|");
    g_assert_cmpint (row_of (board.facts, 1)->position, ==, PLT_BOARD_POSITION_GAP);
    g_assert_cmpint (row_of (board.facts, 2)->position, ==, 3 * PLT_BOARD_POSITION_GAP);
  }
}

/* A thousand random moves: the board is what moving in a plain list gives, and positions stay in
 * order. */
static void
test_move_random (void)
{
  g_auto (Board) board = board_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270412);

  for (guint i = 0; i < 1000; i++)
    {
      gint64 keys[3];
      PltBoardMove move = { keys, 0, { g_rand_int_range (rand, 0, 3), 0 } };
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GArray) wanted = NULL;
      g_autoptr (GArray) moved = NULL;

      for (int lane = 0; lane < 3 && move.n_keys < 3; lane++)
        for (int j = 0; j < plt_board_lane_n (board.state, lane) && move.n_keys < 3; j++)
          if (g_rand_boolean (rand))
            keys[move.n_keys++] = plt_board_state_strip (board.state, lane, j)->key;
      move.to.index = g_rand_int_range (rand, 0, plt_board_lane_n (board.state, move.to.lane) + 1);
      if (move.n_keys == 0)
        continue;
      wanted = plt_board_move_order (board.state, &move);
      g_assert_true (plt_board_move_apply (board.state, &move, batch, &moved, NULL));
      if (plt_batch_get_n_edits (batch) == 0)
        continue;
      g_assert_cmpuint (moved->len, ==, move.n_keys);
      apply (&board, batch);
      g_assert_cmpint (plt_board_lane_n (board.state, move.to.lane), ==, wanted->len);
      for (guint j = 0; j < wanted->len; j++)
        {
          gint64 key = g_array_index (wanted, gint64, j);

          g_assert_cmpint (plt_board_state_strip (board.state, move.to.lane, (int) j)->key, ==,
                           key == -4 && !plt_board_state_find (board.state, -4) ? 100 : key);
        }
    }
}

static void
test_locked (void)
{
  g_auto (Board) board = board_new ();
  const gint64 key = 1, other = 3;
  PltBoardMove move = { &key, 1, { 2, 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) day_error = NULL;

  row_of (board.facts, 1)->locked = TRUE;
  board_compute (&board);
  g_assert_false (plt_board_move_check (board.state, &move, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "sequence 1"));

  row_of (board.facts, 1)->locked = FALSE;
  ((PltDayFacts *) PLT_FACTS_FIND (board.facts->days, PltDayFacts, FILM_DAY_1))->locked = TRUE;
  board_compute (&board);
  move = (PltBoardMove){ &other, 1, { 1, 0 } };
  g_assert_false (plt_board_move_check (board.state, &move, &day_error));
  g_assert_nonnull (strstr (day_error->message, "D1"));
}

static void
test_to_pool (void)
{
  g_auto (Board) board = board_new ();
  const gint64 keys[] = { 1, 3 };
  const gint64 placed = -4;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) nothing = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  guint n_deleted;

  g_assert_true (plt_board_send_to_pool (board.state, keys, 2, batch, &n_deleted, NULL));
  g_assert_cmpuint (n_deleted, ==, 0);
  apply (&board, batch);
  after = dump (board.state);
  g_assert_cmpstr (after, ==, "1 3 -4|2|");
  g_assert_false (plt_board_send_to_pool (board.state, &placed, 1, nothing, &n_deleted, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
}

static void
assert_parts (const PltBoardState *state, gint64 sequence, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < state->lanes->len; i++)
    for (int j = 0; j < plt_board_lane_n (state, (int) i); j++)
      {
        const PltBoardStrip *strip = plt_board_state_strip (state, (int) i, j);

        if (strip->sequence == sequence)
          g_string_append_printf (text, "%s%s=%" G_GINT64_FORMAT, text->len > 0 ? " " : "",
                                  strip->part, strip->minutes);
      }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_split (void)
{
  g_auto (Board) board = board_new ();
  g_autoptr (PltBatch) first = plt_batch_new ();
  g_autoptr (PltBatch) second = plt_batch_new ();
  g_autoptr (PltBatch) unplaced = plt_batch_new ();

  row_of (board.facts, 1)->minutes = 125;
  board_compute (&board);
  g_assert_true (plt_board_split (board.state, 1, first, NULL));
  apply (&board, first);
  assert_parts (board.state, 1, "1/2=63 2/2=62");
  g_assert_true (plt_board_split (board.state, 1, second, NULL));
  apply (&board, second);
  assert_parts (board.state, 1, "1/3=42 2/3=42 3/3=41");
  {
    g_autofree char *after = dump (board.state);

    g_assert_cmpstr (after, ==, "-4|1 101 100 2|3");
  }
  g_assert_true (plt_board_split (board.state, -4, unplaced, NULL));
  g_assert_cmpuint (plt_batch_get_n_edits (unplaced), ==, 2);
}

/* The last part but one sent away from the pool makes the séquence whole again. */
static void
test_join (void)
{
  g_auto (Board) board = board_new ();
  g_autoptr (PltBatch) split = plt_batch_new ();
  g_autoptr (PltBatch) away = plt_batch_new ();
  g_autoptr (PltBatch) join = plt_batch_new ();
  const gint64 part = 100;
  guint n_deleted;

  g_assert_true (plt_board_split (board.state, 1, split, NULL));
  apply (&board, split);
  g_assert_true (plt_board_send_to_pool (board.state, &part, 1, away, &n_deleted, NULL));
  apply (&board, away);
  assert_parts (board.state, 1, "2/2=60 1/2=60");
  g_assert_true (plt_board_send_to_pool (board.state, &part, 1, join, &n_deleted, NULL));
  g_assert_cmpuint (n_deleted, ==, 1);
  apply (&board, join);
  assert_parts (board.state, 1, "=120");
}

static void
test_banner (void)
{
  g_auto (Board) board = board_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) pool = plt_batch_new ();
  g_autoptr (PltBatch) away = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  const gint64 banner = 100;
  guint n_deleted;

  g_assert_true (plt_board_insert_banner (board.state, PLT_BOARD_MEAL_BANNER,
                                          (PltBoardCoord){ 1, 1 }, batch, NULL));
  apply (&board, batch);
  g_assert_cmpint (plt_board_state_strip (board.state, 1, 1)->kind, ==, PLT_BOARD_MEAL_BANNER);
  g_assert_cmpstr (plt_board_state_strip (board.state, 1, 1)->text, ==, "Meal");
  g_assert_false (plt_board_insert_banner (board.state, PLT_BOARD_NOTE_BANNER,
                                           (PltBoardCoord){ 0, 0 }, pool, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_true (plt_board_send_to_pool (board.state, &banner, 1, away, &n_deleted, NULL));
  g_assert_cmpuint (n_deleted, ==, 1);
}

static void
test_sort_pool (void)
{
  g_auto (Board) board = board_new ();
  const gint64 keys[] = { 3, 2, 1 };
  PltBoardMove move = { keys, 3, { 0, 0 } };
  static const struct
  {
    PltBoardSort by;
    const char *after;
  } cases[] = {
    { PLT_BOARD_SORT_NUMBER, "1 2 3 100||" },
    { PLT_BOARD_SORT_SET, "2 100 1 3||" },    /* CUISINE 2 and 4, QUAI 1 by day, 3 by night */
    { PLT_BOARD_SORT_EFFECT, "2 100 1 3||" }, /* I/J, E/J, E/N */
  };
  g_autoptr (PltBatch) batch = plt_batch_new ();

  g_assert_true (plt_board_move_apply (board.state, &move, batch, NULL, NULL));
  apply (&board, batch);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBatch) sort = plt_batch_new ();
      g_autofree char *after = NULL;

      g_assert_true (plt_board_sort (board.state, PLT_BOARD_POOL, cases[i].by, sort, NULL));
      apply (&board, sort);
      after = dump (board.state);
      g_assert_cmpstr (after, ==, cases[i].after);
    }
}

static void
test_days (void)
{
  g_auto (Board) board = board_new ();
  g_autoptr (PltBatch) swap = plt_batch_new ();
  g_autoptr (PltBatch) away = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *swapped = NULL;
  g_autofree char *deleted = NULL;
  const PltEdit *edit;

  g_assert_true (plt_board_swap_days (board.state, board.facts, 1, 2, swap, NULL));
  edit = plt_batch_get_edit (swap, 0);
  g_assert_cmpint (edit->id, ==, FILM_DAY_2);
  apply (&board, swap);
  swapped = dump (board.state);
  g_assert_cmpstr (swapped, ==, "-4|3|1 2");
  g_assert_false (plt_board_swap_days (board.state, board.facts, 2, 3, swap, &error));
  g_assert_true (plt_board_delete_days (board.state, 2, 2, away, NULL));
  edit = plt_batch_get_edit (away, plt_batch_get_n_edits (away) - 1);
  g_assert_cmpint (edit->kind, ==, PLT_EDIT_DELETE);
  g_assert_cmpstr (edit->table->id, ==, "shooting_day");
  apply (&board, away);
  deleted = dump (board.state);
  g_assert_cmpstr (deleted, ==, "1 2 -4|3|");
}

/* ---- preview ---- */

static PltMoney
total_of (const PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);

  return budget->total;
}

/* Séquence 3 joins the first day: J2 is empty, Nora works one day less; and all is as the engines
 * say once it is done. */
static void
test_preview (void)
{
  g_auto (Board) board = board_new ();
  g_autoptr (PltBoardWhatIf) what_if = plt_board_what_if_new (board.facts, board.state, 0);
  const gint64 key = 3;
  PltBoardMove move = { &key, 1, { 1, 2 } };
  g_autoptr (PltBoardPreview) preview = plt_board_what_if_move (what_if, &move);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *said = plt_board_preview_describe (preview);
  PltMoney before = total_of (board.facts);

  g_assert_null (preview->refusal);
  g_assert_cmpint (preview->days, ==, -1);
  g_assert_cmpint (preview->role_days, ==, -1);
  g_assert_cmpuint (preview->changes->len, ==, 2);
  g_assert_cmpstr (plt_board_preview_find (preview, 1)->time, ==, "6" NB "h");
  g_assert_cmpstr (plt_board_preview_find (preview, 1)->content, ==, "2 sets · 2 moves");
  g_assert_cmpstr (plt_board_preview_find (preview, 2)->length, ==, "");
  g_assert_null (plt_board_preview_find (preview, 0));
  g_assert_nonnull (strstr (said, "1 day in use"));
  g_assert_nonnull (strstr (said, "1 role-day"));

  g_assert_cmpint (total_of (board.facts), ==, before); /* nothing was touched */
  plt_board_move_apply (board.state, &move, batch, NULL, NULL);
  g_clear_pointer (&what_if, plt_board_what_if_free);
  apply (&board, batch);
  g_assert_cmpint (preview->total, ==, total_of (board.facts));
  g_assert_cmpint (preview->cost, ==, total_of (board.facts) - before);
  g_assert_cmpint (preview->cost, <, 0);
}

static void
test_preview_problems (void)
{
  g_auto (Board) board = board_new ();
  const gint64 key = 1;
  PltBoardMove move = { &key, 1, { 2, 0 } };

  /* an exterior by day on a day that begins after sunset */
  ((PltDayFacts *) PLT_FACTS_FIND (board.facts->days, PltDayFacts, FILM_DAY_2))->start_minutes
      = 22 * 60;
  board_compute (&board);
  {
    g_autoptr (PltBoardWhatIf) what_if = plt_board_what_if_new (board.facts, board.state, 0);
    g_autoptr (PltBoardPreview) preview = plt_board_what_if_move (what_if, &move);

    for (guint i = 0; i < preview->problems->len; i++)
      g_test_message ("%s", (char *) preview->problems->pdata[i]);
    g_assert_cmpuint (preview->problems->len, ==, 1);
    g_assert_nonnull (strstr (preview->problems->pdata[0], "no daylight"));
  }
}

/* A day that is too long already is not news when it gets longer still; errors come first. */
static void
test_preview_known (void)
{
  g_auto (Board) board = board_new ();
  const gint64 keys[] = { 1, -4 };
  PltBoardMove one = { &keys[0], 1, { 2, 0 } };

  board.facts->schedules.items[0].day_minutes = 100;
  board_compute (&board);
  {
    g_autoptr (PltBoardWhatIf) what_if = plt_board_what_if_new (board.facts, board.state, 0);
    g_autoptr (PltBoardPreview) preview = plt_board_what_if_move (what_if, &one);

    for (guint i = 0; i < preview->problems->len; i++)
      g_assert_null (strstr (preview->problems->pdata[i], "5" NB "h"));
    g_assert_cmpuint (preview->n_errors, <=, preview->problems->len);
    g_assert_nonnull (plt_board_preview_find (preview, 2));
    g_assert_true (plt_board_preview_find (preview, 2)->overlong);
  }
}

/* What was shot is not moved; what was dropped is not placed; a frozen version says why. */
static void
test_past (void)
{
  g_auto (Board) board = board_new ();
  const gint64 keys[] = { 1, -4 };
  PltBoardMove shot = { &keys[0], 1, { 2, 0 } };
  PltBoardMove dropped = { &keys[1], 1, { 2, 0 } };
  g_autoptr (GError) error = NULL;

  row_of (board.facts, 1)->shot = "tournee";
  board.facts->sequences.items[3].status = "supprimee";
  board_compute (&board);
  g_assert_false (plt_board_move_check (board.state, &shot, &error));
  g_assert_nonnull (strstr (error->message, "shot"));
  g_clear_error (&error);
  g_assert_false (plt_board_move_check (board.state, &dropped, &error));
  g_assert_nonnull (strstr (error->message, "dropped"));
  g_clear_error (&error);
  g_assert_cmpuint (plt_board_state_lane (board.state, 1)->n_shot, ==, 1);
  g_assert_nonnull (strstr (plt_board_state_lane (board.state, 0)->totals.content, "placed"));

  board.facts->schedules.items[0].status = "publiee";
  board_compute (&board);
  g_assert_false (plt_board_move_check (board.state, &dropped, &error));
  g_assert_cmpstr (error->message, ==, board.state->frozen);
}

static void
test_fields (void)
{
  g_autofree char *usual = plt_board_fields_format (PLT_BOARD_USUAL_FIELDS);
  g_autofree char *two
      = plt_board_fields_format (1u << PLT_BOARD_FIELD_SET | 1u << PLT_BOARD_FIELD_PLACE);

  g_assert_cmpstr (usual, ==, "");
  g_assert_cmpstr (two, ==, "decor,lieu");
  g_assert_cmphex (plt_board_fields_parse (two), ==,
                   1u << PLT_BOARD_FIELD_SET | 1u << PLT_BOARD_FIELD_PLACE);
  g_assert_cmphex (plt_board_fields_parse (""), ==, PLT_BOARD_USUAL_FIELDS);
  g_assert_cmphex (plt_board_fields_parse ("rien"), ==, PLT_BOARD_USUAL_FIELDS);
}

static void
test_preview_refusal (void)
{
  g_auto (Board) board = board_new ();
  const gint64 key = 1;
  PltBoardMove move = { &key, 1, { 2, 0 } };

  row_of (board.facts, 1)->locked = TRUE;
  board_compute (&board);
  {
    g_autoptr (PltBoardWhatIf) what_if = plt_board_what_if_new (board.facts, board.state, 0);
    g_autoptr (PltBoardPreview) preview = plt_board_what_if_move (what_if, &move);

    g_assert_nonnull (preview->refusal);
    g_assert_cmpuint (preview->changes->len, ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board/state", test_state);
  g_test_add_func ("/board/state/marks", test_state_marks);
  g_test_add_func ("/board/state/without-plan", test_state_without_plan);
  g_test_add_func ("/board/geometry/places", test_geometry_places);
  g_test_add_func ("/board/geometry/hit", test_geometry_hit);
  g_test_add_func ("/board/geometry/drop", test_geometry_drop);
  g_test_add_func ("/board/geometry/agrees", test_geometry_agrees);
  g_test_add_func ("/board/geometry/reveal", test_geometry_reveal);
  g_test_add_func ("/board/geometry/cells", test_geometry_cells);
  g_test_add_func ("/board/selection", test_selection);
  g_test_add_func ("/board/selection/steps", test_selection_steps);
  g_test_add_func ("/board/selection/follows", test_selection_follows);
  g_test_add_func ("/board/move", test_move);
  g_test_add_func ("/board/move/without-room", test_move_without_room);
  g_test_add_func ("/board/move/random", test_move_random);
  g_test_add_func ("/board/locked", test_locked);
  g_test_add_func ("/board/to-pool", test_to_pool);
  g_test_add_func ("/board/split", test_split);
  g_test_add_func ("/board/join", test_join);
  g_test_add_func ("/board/banner", test_banner);
  g_test_add_func ("/board/sort-pool", test_sort_pool);
  g_test_add_func ("/board/days", test_days);
  g_test_add_func ("/board/preview", test_preview);
  g_test_add_func ("/board/preview/problems", test_preview_problems);
  g_test_add_func ("/board/preview/refusal", test_preview_refusal);
  g_test_add_func ("/board/preview/known", test_preview_known);
  g_test_add_func ("/board/past", test_past);
  g_test_add_func ("/board/fields", test_fields);
  return g_test_run ();
}
