/* The view of the movements: proposed in one step that is undone at once, typed hours that stay,
 * loads and conflicts in their cells, the day before copied, stops filled from the team. */
#include <string.h>

#include "plt-callsheet.h"
#include "plt-moves.h"
#include "plt-moves-view.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltStore *store;
  PltMovesView *view;
  gint64 sheet;
  PltDate date;
} Fixture;

static void
put_batch (Fixture *self, PltBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_apply (self->store, "Essai", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  plt_test_settle ();
}

static const PltFacts *
facts_of (Fixture *self)
{
  return plt_session_get_facts (self->session);
}

/* A sheet whose actors have people, 30 minutes away and to be fetched; a car and a minibus. */
static void
prepare (Fixture *self)
{
  const PltFacts *facts = facts_of (self);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  guint n = 0;

  for (guint i = 0; i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];
      const PltSheetFacts *sheet = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, call->call_sheet);
      const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, sheet->day);

      if (call->person == 0 || strcmp (call->group, "comediens") != 0
          || plt_callsheet_of_day (facts, sheet->day) != sheet
          || (self->sheet != 0 && self->sheet != sheet->id))
        continue;
      self->sheet = sheet->id;
      self->date = day->date;
      plt_batch_update (batch, "call", call->id);
      plt_batch_set_text (batch, "travel", "pick-up");
      plt_batch_update (batch, "person", call->person);
      plt_batch_set_integer (batch, "drive_minutes", 30);
      plt_batch_set_text (batch, "city", "Brest");
      plt_batch_set_text (batch, "address", "1 rue du Port");
      plt_batch_set_text (batch, "phone", "06 00 00 00 77");
      n++;
    }
  g_assert_cmpuint (n, >=, 1);
  plt_batch_update (batch, "call_sheet", self->sheet);
  plt_batch_set_text (batch, "status", "brouillon");
  for (guint i = 0; i < 2; i++)
    {
      plt_batch_insert (batch, "vehicle");
      plt_batch_set_text (batch, "name", i == 0 ? "Clio" : "Trafic");
      plt_batch_set_integer (batch, "seats", i == 0 ? 3 : 8);
      plt_batch_set_integer (batch, "child_seats", 2);
    }
  put_batch (self, batch);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  self->window = plt_test_window_new (store);
  self->session = plt_window_get_session (self->window);
  self->store = store;
  prepare (self);
  g_assert_true (plt_window_show_view (self->window, "movements", NULL));
  plt_test_settle ();
  self->view = PLT_MOVES_VIEW (plt_window_get_view (self->window));
  plt_moves_day_show (plt_moves_view_get_day (self->view), self->date);
  plt_test_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_test_window_close (self->window);
}

static PltMovesDay *
day_of (Fixture *self)
{
  return plt_moves_view_get_day (self->view);
}

static PltGridModel *
model_of (PltRegister *reg)
{
  return plt_grid_get_model (plt_register_get_grid (reg));
}

static guint
column_of (PltGridModel *model, const char *id)
{
  for (guint i = 0; i < plt_grid_model_get_n_columns (model); i++)
    {
      PltGridColumn column = { 0 };

      plt_grid_model_get_column (model, i, &column);
      if (g_str_equal (column.id, id))
        return i;
    }
  g_error ("no column %s", id);
}

static void
type (PltRegister *reg, guint row, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;
  PltGridModel *model = model_of (reg);

  g_assert_true (plt_grid_model_set_text (model, row, column_of (model, column), text, &error));
  g_assert_no_error (error);
  plt_test_settle ();
}

/* What the first rows of the two registers are now. */
static const PltStopFacts *
stop_of (Fixture *self)
{
  return PLT_FACTS_FIND (
      facts_of (self)->stops, PltStopFacts,
      plt_query_model_get_id (plt_register_get_rows (plt_moves_day_get_stops (day_of (self))), 0));
}

static const PltMovementFacts *
move_of (Fixture *self)
{
  return PLT_FACTS_FIND (
      facts_of (self)->movements, PltMovementFacts,
      plt_query_model_get_id (plt_register_get_rows (plt_moves_day_get_movements (day_of (self))),
                              0));
}

static void
propose (Fixture *self)
{
  plt_test_activate (self->window, "view.moves-propose");
  plt_test_settle ();
}

/* One command: what was there before comes back to the byte, and again what was proposed. */
static void
test_propose (Fixture *self, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (self->store);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  guint n;

  g_assert_cmpuint (facts_of (self)->movements.n, ==, 0);
  propose (self);
  n = facts_of (self)->movements.n;
  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpuint (facts_of (self)->stops.n, >=, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                        plt_register_get_rows (plt_moves_day_get_movements (day_of (self))))),
                    ==, n);
  after = plt_store_checksum (self->store);
  g_assert_cmpstr (before, !=, after);
  propose (self); /* everybody has a ride */
  g_assert_cmpuint (facts_of (self)->movements.n, ==, n);
  plt_test_activate (self->window, "win.undo");
  plt_test_settle ();
  undone = plt_store_checksum (self->store);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpuint (facts_of (self)->movements.n, ==, 0);
  plt_test_activate (self->window, "win.redo");
  plt_test_settle ();
  redone = plt_store_checksum (self->store);
  g_assert_cmpstr (redone, ==, after);
}

/* Who aboard: the people of the movements of the day, with a stop or by their call. */
static guint
count_aboard (Fixture *self)
{
  g_autoptr (PltMoves) moves = plt_moves_new (facts_of (self), self->date);
  guint n = 0;

  for (guint i = 0; i < moves->moves->len; i++)
    n += ((const PltMove *) moves->moves->pdata[i])->passengers->len;
  return n;
}

/* A passenger whose stop is deleted is aboard no more, nor anybody of a deleted movement; each is
 * one step that is undone to the byte. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  PltGridModel *model = model_of (plt_moves_day_get_stops (day_of (self)));
  g_autofree char *proposed = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  guint aboard;
  gint64 person, id;

  propose (self);
  proposed = plt_store_checksum (self->store);
  aboard = count_aboard (self);
  person = stop_of (self)->person;
  g_assert_cmpint (person, !=, 0);
  g_assert_true (plt_grid_model_delete_rows (model, 0, 1, &error));
  g_assert_no_error (error);
  plt_test_settle ();
  g_assert_cmpuint (count_aboard (self), ==, aboard - 1);
  for (guint i = 0; i < facts_of (self)->calls.n; i++)
    if (facts_of (self)->calls.items[i].person == person
        && facts_of (self)->calls.items[i].call_sheet == self->sheet)
      {
        g_assert_cmpint (facts_of (self)->calls.items[i].movement, ==, 0);
        g_assert_cmpint (facts_of (self)->calls.items[i].pickup_minutes, ==, PLT_UNKNOWN);
      }
  plt_test_activate (self->window, "win.undo");
  plt_test_settle ();
  undone = plt_store_checksum (self->store);
  g_assert_cmpstr (undone, ==, proposed);
  id = facts_of (self)->movements.items[0].id;
  g_assert_true (plt_session_delete (self->session, "movement", &id, 1, &error));
  g_assert_no_error (error);
  plt_test_settle ();
  for (guint i = 0; i < facts_of (self)->calls.n; i++)
    g_assert_true (facts_of (self)->calls.items[i].call_sheet != self->sheet
                   || facts_of (self)->calls.items[i].movement != 0
                   || facts_of (self)->calls.items[i].pickup_minutes == PLT_UNKNOWN);
  plt_test_activate (self->window, "win.undo");
  plt_test_settle ();
  again = plt_store_checksum (self->store);
  g_assert_cmpstr (again, ==, proposed);
}

/* The form beside a day that is opened is that of its movement, not of a stop nobody chose. */
static void
test_form (Fixture *self, gconstpointer data)
{
  PltView *view = PLT_VIEW (self->view);
  PltRef ref;

  propose (self);
  plt_session_select (self->session, NULL, 0, NULL);
  g_assert_true (plt_window_show_view (self->window, "plan", NULL));
  plt_test_settle ();
  g_assert_true (plt_window_show_view (self->window, "movements", NULL));
  plt_test_settle ();
  ref = plt_session_get_selection (self->session);
  g_test_message ("%s %d", ref.table, (int) ref.id);
  g_assert_cmpstr (ref.table, !=, "movement_stop");
  plt_moves_day_show (day_of (self), self->date + 1);
  plt_test_settle ();
  plt_session_select (self->session, "vehicle", facts_of (self)->vehicles.items[0].id, NULL);
  plt_moves_day_show (day_of (self), self->date);
  plt_test_settle ();
  ref = plt_session_get_selection (self->session);
  g_assert_cmpstr (ref.table, ==, "movement");
  g_assert_cmpint (ref.id, ==, stop_of (self)->movement); /* whose stops are shown */
  /* a door to a stop still leads to that stop */
  g_assert_true (
      plt_view_select_ref (view, (PltRef){ "movement_stop", stop_of (self)->id, "place" }));
  plt_test_settle ();
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "movement_stop");
}

/* An hour typed in the stops stays when the PAT moves; emptied, it follows again. */
static void
test_typed (Fixture *self, gconstpointer data)
{
  PltRegister *stops = plt_moves_day_get_stops (day_of (self));
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  gint64 needed, pat, stop, movement;

  propose (self);
  type (stops, 0, "stop_minutes", "5h55");
  stop = stop_of (self)->id;
  movement = stop_of (self)->movement;
#define STOP PLT_FACTS_FIND (facts_of (self)->stops, PltStopFacts, stop)
#define MOVE PLT_FACTS_FIND (facts_of (self)->movements, PltMovementFacts, movement)
  g_assert_cmpint (STOP->stop_minutes, ==, 355);
  g_assert_true (STOP->typed);
  plt_grid_model_get_cell (model_of (stops), 0, column_of (model_of (stops), "stop_minutes"),
                           &cell);
  g_assert_true (g_str_has_prefix (cell.text, "✎"));
  plt_test_activate (self->window, "view.moves-hours"); /* what comes before the typed hour fits */
  plt_test_settle ();
  needed = MOVE->needed_minutes;
  pat = PLT_FACTS_FIND (facts_of (self)->sheets, PltSheetFacts, self->sheet)->pat_minutes;
  plt_callsheet_retime (facts_of (self), self->sheet, pat + 60, batch);
  put_batch (self, batch);
  g_assert_cmpint (STOP->stop_minutes, ==, 355);
  g_assert_cmpint (MOVE->needed_minutes, ==, needed + 60);
  plt_moves_day_select_ref (day_of (self), (PltRef){ "movement_stop", stop, "stop_minutes" });
  type (stops, 0, "stop_minutes", "");
  g_assert_false (STOP->typed);
  plt_test_activate (self->window, "view.moves-hours");
  plt_test_settle ();
  g_assert_cmpint (STOP->stop_minutes, ==, MOVE->needed_minutes - 30);
  g_assert_cmpint (MOVE->start_minutes, ==, MOVE->needed_minutes - 30);
#undef STOP
#undef MOVE
}

static void
test_start_typed (Fixture *self, gconstpointer data)
{
  PltRegister *moves = plt_moves_day_get_movements (day_of (self));

  propose (self);
  type (moves, 0, "start_minutes", "6h00");
  g_assert_cmpstr (move_of (self)->typed, ==, "start");
  type (moves, 0, "return_minutes", "9h00");
  g_assert_cmpstr (move_of (self)->typed, ==, "start,return");
  type (moves, 0, "start_minutes", "");
  g_assert_cmpstr (move_of (self)->typed, ==, "return");
  {
    PltGridModel *model = model_of (moves);
    const PltGridEdit pasted[] = { { 0, column_of (model, "start_minutes"), (char *) "6h05" },
                                   { 0, column_of (model, "return_minutes"), (char *) "" } };
    g_autoptr (GError) error = NULL;

    g_assert_true (plt_grid_model_set_many (model, pasted, G_N_ELEMENTS (pasted), 0, &error));
    plt_test_settle ();
    g_assert_cmpstr (move_of (self)->typed, ==, "start");
    g_assert_cmpint (move_of (self)->start_minutes, ==, 365);
  }
}

/* Too many aboard: the load says it, and so does the finding of the vehicle. */
static void
test_load (Fixture *self, gconstpointer data)
{
  PltRegister *moves = plt_moves_day_get_movements (day_of (self));
  PltRegister *stops = plt_moves_day_get_stops (day_of (self));
  PltGridModel *model = model_of (moves);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  g_auto (PltGridCell) over = PLT_GRID_CELL_INIT;
  gint64 id;
  int row;

  propose (self);
  id = stop_of (self)->movement;
  row = plt_query_model_find (plt_register_get_rows (moves), id);
  plt_grid_model_get_cell (model, (guint) row, column_of (model, "aboard"), &cell);
  g_assert_nonnull (strstr (cell.text, "▮"));
  g_assert_cmpint (cell.fill, ==, PLT_GRID_FILL_NONE);
  g_assert_null (plt_session_find_issue (self->session, "movement", id, "vehicle"));
  type (stops, 0, "count", "12");
  plt_grid_model_get_cell (model, (guint) row, column_of (model, "aboard"), &over);
  g_assert_cmpint (over.fill, ==, PLT_GRID_FILL_ERROR);
  g_assert_nonnull (plt_session_find_issue (self->session, "movement", id, "vehicle"));
}

static void
test_add_and_copy (Fixture *self, gconstpointer data)
{
  PltDate later = self->date + 1;
  const PltFacts *facts;
  PltRegister *stops;
  gint64 person;

  plt_test_activate (self->window, "view.moves-add");
  plt_test_settle ();
  facts = facts_of (self);
  g_assert_cmpuint (facts->movements.n, ==, 1);
  g_assert_cmpstr (facts->movements.items[0].number, ==, "M1");
  g_assert_cmpint (facts->movements.items[0].date, ==, self->date);
  g_assert_cmpint (facts->movements.items[0].day, !=, 0);
  /* a stop: the team fills telephone and address */
  stops = plt_moves_day_get_stops (day_of (self));
  {
    g_autoptr (PltBatch) batch = plt_batch_new ();
    g_autofree char *name = NULL;

    person = 0;
    for (guint i = 0; i < facts->people.n; i++)
      if (g_str_equal (facts->people.items[i].phone, "06 00 00 00 77"))
        person = facts->people.items[i].id;
    name = plt_facts_person_name (PLT_FACTS_FIND (facts->people, PltPersonFacts, person));
    plt_batch_insert (batch, "movement_stop");
    plt_batch_set_integer (batch, "movement", facts->movements.items[0].id);
    put_batch (self, batch);
    type (stops, 0, "person", name);
  }
  g_assert_cmpint (facts_of (self)->stops.items[0].person, ==, person);
  g_assert_cmpstr (facts_of (self)->stops.items[0].phone, ==, "06 00 00 00 77");
  g_assert_cmpstr (facts_of (self)->stops.items[0].place, ==, "1 rue du Port, Brest");
  /* the day after has the same once it is asked for */
  plt_moves_day_show (day_of (self), later);
  plt_test_settle ();
  if (plt_moves_day_get_date (day_of (self)) != later)
    return; /* no day of the plan */
  plt_test_activate (self->window, "view.moves-copy");
  plt_test_settle ();
  g_assert_cmpuint (facts_of (self)->movements.n, ==, 2);
  g_assert_cmpuint (facts_of (self)->stops.n, ==, 2);
  plt_test_activate (self->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (facts_of (self)->movements.n, ==, 1);
}

/* From a finding to its cell, whatever day it is on; papers of what is shown. */
static void
test_doors (Fixture *self, gconstpointer data)
{
  PltView *view = PLT_VIEW (self->view);
  g_autoptr (PltDocument) paper = NULL;
  g_autoptr (PltDocument) travels = NULL;
  g_autoptr (GError) error = NULL;

  propose (self);
  plt_view_show_page (view, "vehicle");
  g_assert_true (plt_view_select_ref (
      view, (PltRef){ "movement_stop", facts_of (self)->stops.items[0].id, "stop_minutes" }));
  g_assert_cmpstr (plt_view_get_page (view), ==, "movement");
  g_assert_cmpint (plt_moves_day_get_date (day_of (self)), ==, self->date);
  g_assert_nonnull (strstr (plt_moves_day_get_headline (day_of (self)), "passenger"));
  paper = plt_view_get_document (view, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (plt_document_get_info (paper)->title, ==, "Feuille de mouvements");
  plt_view_show_page (view, "travel");
  plt_test_settle ();
  travels = plt_view_get_document (view, &error);
  g_assert_no_error (error);
  g_assert_nonnull (travels);
  g_assert_true (plt_view_select_ref (
      view, (PltRef){ "vehicle", facts_of (self)->vehicles.items[0].id, "seats" }));
  g_assert_cmpstr (plt_view_get_page (view), ==, "vehicle");
}

/* Without a plan there is no day, and the view says what to do. */
static void
test_empty (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltWindow *window = plt_test_window_new (store);
  PltMovesView *view;

  g_assert_true (plt_window_show_view (window, "movements", NULL));
  plt_test_settle ();
  view = PLT_MOVES_VIEW (plt_window_get_view (window));
  g_assert_cmpint (plt_moves_day_get_date (plt_moves_view_get_day (view)), ==, PLT_DATE_NONE);
  plt_test_activate (window, "view.moves-add");
  plt_test_activate (window, "view.moves-propose");
  plt_test_activate (window, "view.moves-copy");
  plt_test_settle ();
  g_assert_cmpuint (plt_session_get_facts (plt_window_get_session (window))->movements.n, ==, 0);
  plt_test_window_close (window);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } cases[] = {
    { "/moves-view/propose", test_propose },
    { "/moves-view/typed", test_typed },
    { "/moves-view/delete", test_delete },
    { "/moves-view/form", test_form },
    { "/moves-view/start-typed", test_start_typed },
    { "/moves-view/load", test_load },
    { "/moves-view/add-and-copy", test_add_and_copy },
    { "/moves-view/doors", test_doors },
  };

  plt_test_window_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_test_add (cases[i].path, Fixture, NULL, set_up, cases[i].test, tear_down);
  g_test_add_func ("/moves-view/empty", test_empty);
  return g_test_run ();
}
