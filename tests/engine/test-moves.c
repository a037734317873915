/* Movements made by rule: worked examples, and on random days no more people than seats, nobody
 * twice, no vehicle in two places. */
#include "plt-moves-leave.h"
#include "plt-moves-follow.h"
#include "plt-moves-propose.h"
#include "plt-check.h"
#include "plt-test-film.h"
#include "plt-test-moves.h"

#include <string.h>

static gint64
integer_of (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      if (g_str_equal (value->column->id, column) && value->value.kind == PLT_VALUE_INTEGER)
        return value->value.integer;
    }
  return PLT_UNKNOWN;
}

static const char *
text_of (PltFacts *facts, const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      if (g_str_equal (value->column->id, column) && value->value.kind == PLT_VALUE_TEXT)
        return g_string_chunk_insert (facts->strings, value->value.text);
    }
  return "";
}

static gint64
row_of (const PltEdit *edit, const char *column)
{
  gint64 id = integer_of (edit, column);

  return id == PLT_UNKNOWN ? 0 : id < 0 ? 1000 - id : id; /* a handle */
}

static void
insert_movement (PltFacts *facts, const PltEdit *edit)
{
  PltMovementFacts *row = moves_add (facts, 1000 - edit->id, integer_of (edit, "start_minutes"),
                                     integer_of (edit, "drive_minutes"));

  row->date = plt_date_from_iso (text_of (facts, edit, "date"));
  row->day = row_of (edit, "day");
  row->vehicle = row_of (edit, "vehicle");
  row->driver = row_of (edit, "driver");
  row->number = text_of (facts, edit, "number");
  row->kind = text_of (facts, edit, "kind");
  row->start_place = text_of (facts, edit, "start_place");
  row->end_place = text_of (facts, edit, "end_place");
  row->needed_minutes = integer_of (edit, "needed_minutes");
  row->typed = text_of (facts, edit, "typed");
}

static void
insert_stop (PltFacts *facts, const PltEdit *edit)
{
  PltStopFacts *row
      = moves_add_stop (facts, 1000 - edit->id, row_of (edit, "movement"), row_of (edit, "person"));

  row->kind = text_of (facts, edit, "kind");
  row->name = text_of (facts, edit, "name");
  row->place = text_of (facts, edit, "place");
  row->count = integer_of (edit, "count");
  row->stop_minutes = integer_of (edit, "stop_minutes");
  row->typed = integer_of (edit, "typed") == 1;
}

static void
put (gint64 *field, gint64 value)
{
  if (value != PLT_UNKNOWN)
    *field = value;
}

static void
update (PltFacts *facts, const PltEdit *edit)
{
  if (g_str_equal (edit->table->id, "call"))
    {
      PltCallFacts *call = moves_call (facts, edit->id);

      call->movement = row_of (edit, "movement") != 0 ? row_of (edit, "movement") : call->movement;
      put (&call->pickup_minutes, integer_of (edit, "pickup_minutes"));
      put (&call->arrival_minutes, integer_of (edit, "arrival_minutes"));
      if (*text_of (facts, edit, "travel") != '\0')
        call->travel = text_of (facts, edit, "travel");
    }
  else if (g_str_equal (edit->table->id, "movement_stop"))
    put (&((PltStopFacts *) PLT_FACTS_FIND (facts->stops, PltStopFacts, edit->id))->stop_minutes,
         integer_of (edit, "stop_minutes"));
  else if (g_str_equal (edit->table->id, "movement"))
    {
      PltMovementFacts *row
          = (PltMovementFacts *) PLT_FACTS_FIND (facts->movements, PltMovementFacts, edit->id);

      put (&row->start_minutes, integer_of (edit, "start_minutes"));
      put (&row->needed_minutes, integer_of (edit, "needed_minutes"));
    }
}

/* Does to the facts what the store does to the rows. */
static void
apply (PltFacts *facts, const PltBatch *batch)
{
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      if (edit->kind == PLT_EDIT_UPDATE)
        {
          PltEdit copy = *edit;

          copy.id = edit->id < 0 ? 1000 - edit->id : edit->id;
          update (facts, &copy);
        }
      else if (g_str_equal (edit->table->id, "movement"))
        insert_movement (facts, edit);
      else
        insert_stop (facts, edit);
    }
}

static guint
count (const GPtrArray *issues, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    n += g_str_equal (((const PltIssue *) issues->pdata[i])->rule, rule);
  return n;
}

/* Nora, Lili (8h00) and Milo (8h10) live in Brest: the car has three seats and one for a child.
 * Anna, of Morlaix, needs the minibus. All four would fit into the minibus, had they one town. */
static void
test_example (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  const PltMovementFacts *first, *second;

  g_assert_cmpint (proposal->what, ==, PLT_PROPOSED);
  g_assert_cmpuint (proposal->n_movements, ==, 2);
  g_assert_cmpuint (proposal->n_people, ==, 4);
  g_assert_cmpuint (proposal->left->len, ==, 0);
  apply (facts, batch);
  g_assert_cmpuint (facts->stops.n, ==, 4);
  first = &facts->movements.items[0];
  second = &facts->movements.items[1];
  g_assert_cmpint (first->vehicle, ==, MOVES_CAR);
  g_assert_cmpint (first->driver, ==, MOVES_DRIVER);
  g_assert_cmpstr (first->number, ==, "M1");
  g_assert_cmpstr (first->start_place, ==, "1 rue du Port, Brest");
  g_assert_cmpstr (first->end_place, ==, facts->locations.items[0].name);
  /* together at 8h00: Nora 40 minutes before, Milo and Lili with her, at the same door */
  g_assert_cmpint (first->needed_minutes, ==, 480);
  g_assert_cmpint (facts->stops.items[0].person, ==, MOVES_NORA);
  g_assert_cmpint (facts->stops.items[0].stop_minutes, ==, 440);
  g_assert_cmpint (first->start_minutes, ==, 440);
  g_assert_cmpint (facts->stops.items[1].stop_minutes, ==, 440);
  g_assert_cmpint (facts->stops.items[2].stop_minutes, ==, 440);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->arrival_minutes, ==, 480);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->pickup_minutes, ==, 440);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->hmc_minutes, ==, 490);
  g_assert_cmpint (second->vehicle, ==, MOVES_BUS);
  g_assert_cmpstr (second->number, ==, "M2");
  g_assert_cmpint (second->needed_minutes, ==, 540);
  g_assert_cmpint (second->start_minutes, ==, 480);
  plt_check_moves (facts, PLT_DATE_NONE, issues);
  g_assert_cmpuint (count (issues, "movement.no-ride"), ==, 0);
  g_assert_cmpuint (count (issues, "movement.late"), ==, 0);
  g_assert_cmpuint (count (issues, "movement.seats"), ==, 0);
  {
    g_autoptr (PltBatch) again = plt_batch_new ();
    g_autoptr (PltMovesProposal) nobody = plt_moves_propose (facts, FILM_DAY_1, again);

    g_assert_cmpint (nobody->what, ==, PLT_PROPOSED_NOBODY);
    g_assert_cmpuint (plt_batch_get_n_edits (again), ==, 0);
  }
}

/* One car makes two ways when it is back in time, and is left alone when it is not. */
static void
test_again (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PltFacts) facts = moves_film ();
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (PltMovesProposal) proposal = NULL;

      facts->vehicles.n = 1;
      moves_call (facts, MOVES_ANNA)->arrival_minutes = 540 + 60 * i;
      moves_call (facts, MOVES_ANNA)->hmc_minutes = 540 + 60 * i;
      moves_call (facts, MOVES_ANNA)->dress_start_minutes = 540 + 60 * i;
      moves_call (facts, MOVES_ANNA)->pat_minutes = 570 + 60 * i;
      proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
      /* back at 8h40; Anna is fetched at 8h00, or at 9h00 */
      g_assert_cmpuint (proposal->n_movements, ==, 1 + i);
      g_assert_cmpuint (proposal->left->len, ==, 1 - i);
      if (i == 0)
        g_assert_cmpstr (proposal->left->pdata[0], ==, "Anna Quéméneur");
    }
}

static void
test_limits (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = NULL;

  /* no sheet */
  proposal = plt_moves_propose (facts, FILM_DAY_2, batch);
  g_assert_cmpint (proposal->what, ==, PLT_PROPOSED_NO_SHEET);
  g_clear_pointer (&proposal, plt_moves_proposal_free);
  /* not yet hired, and a lorry */
  facts->vehicles.items[0].from_date = moves_date (facts) + 1;
  facts->vehicles.items[1].kind = "camion";
  proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
  g_assert_cmpint (proposal->what, ==, PLT_PROPOSED_NO_VEHICLE);
  g_assert_cmpuint (proposal->left->len, ==, 4);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
}

/* Who comes by own means is not fetched; an actor of whom nothing is said is, by the address. */
static void
test_who (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = NULL;

  moves_call (facts, MOVES_NORA)->travel = "propres-moyens";
  moves_call (facts, MOVES_MILO)->travel = "";
  moves_call (facts, MOVES_ANNA)->travel = "";
  moves_call (facts, MOVES_ANNA)->group = "equipe";
  moves_call (facts, MOVES_CHILD)->remark = "Fauteuil";
  proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
  apply (facts, batch);
  g_assert_cmpuint (proposal->n_people, ==, 1);
  /* the child in a wheelchair: the car takes no wheelchair, the minibus has no child seat */
  g_assert_cmpuint (proposal->left->len, ==, 1);
  g_assert_cmpint (facts->stops.items[0].person, ==, MOVES_MILO);
  g_assert_cmpstr (moves_call (facts, MOVES_MILO)->travel, ==, "pick-up");
  g_assert_cmpint (facts->movements.items[0].vehicle, ==, MOVES_CAR);
}

/* Who drove until 22h30 the evening before cannot fetch Nora at 7h20, 8h50 later: the driver of the
 * minibus takes the wheel of the car. Nobody else rested, or who could be is a passenger: the
 * usual one stays, and the finding says it. */
static void
test_rest (void)
{
  static const struct
  {
    gint64 end;      /* of the movement of the evening before */
    gboolean both;   /* the other driver was at the wheel then too */
    gboolean aboard; /* the driver of the minibus is Nora, who is a passenger */
    gint64 driver;   /* of the first movement */
  } cases[] = {
    { 1200, FALSE, FALSE, MOVES_DRIVER },
    { 1210, FALSE, FALSE, MOVES_DRIVER }, /* 11h00 before 7h10, ten minutes to get on */
    { 1211, FALSE, FALSE, MOVES_DRIVER + 1 },
    { 1350, FALSE, FALSE, MOVES_DRIVER + 1 },
    { 1350, TRUE, FALSE, MOVES_DRIVER },
    { 1350, FALSE, TRUE, MOVES_DRIVER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = moves_film ();
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (PltMovesProposal) proposal = NULL;

      for (guint j = 0; j < (cases[i].both ? 2 : 1); j++)
        {
          PltMovementFacts *evening = moves_add (facts, 1 + j, cases[i].end - 60, 60);

          evening->date = moves_date (facts) - 1;
          evening->day = 0;
          evening->driver = MOVES_DRIVER + j;
        }
      if (cases[i].aboard)
        facts->vehicles.items[1].driver = MOVES_NORA;
      proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
      g_assert_cmpint (proposal->what, ==, PLT_PROPOSED);
      apply (facts, batch);
      g_test_message ("case %u", i);
      g_assert_cmpint (facts->movements.items[cases[i].both ? 2 : 1].start_minutes, ==, 440);
      g_assert_cmpint (facts->movements.items[cases[i].both ? 2 : 1].driver, ==, cases[i].driver);
    }
}

/* A sheet that was sent is not changed, the movements are made. */
static void
test_sent (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = NULL;

  facts->sheets.items[0].status = "envoyee";
  proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
  g_assert_cmpuint (proposal->n_movements, ==, 2);
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    g_assert_cmpint (plt_batch_get_edit (batch, i)->kind, ==, PLT_EDIT_INSERT);
}

static gboolean
sets_null (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    if (g_str_equal (g_array_index (edit->values, PltEditValue, i).column->id, column))
      return g_array_index (edit->values, PltEditValue, i).value.kind == PLT_VALUE_NULL;
  return FALSE;
}

/* Nora, Milo and Lili ride together: whose stop goes is aboard no more, the others stay. */
static void
test_leave (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new (), none = plt_batch_new (), one = plt_batch_new (),
                       typed = plt_batch_new (), all = plt_batch_new (), sent = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
  gint64 milo = 0, movement, twice;
  const PltEdit *edit;

  apply (facts, batch);
  for (guint i = 0; i < facts->stops.n; i++)
    if (facts->stops.items[i].person == MOVES_MILO)
      milo = facts->stops.items[i].id;
  movement = moves_call (facts, MOVES_MILO)->movement;
  plt_moves_leave (facts, "vehicle", &milo, 1, none);
  g_assert_cmpuint (plt_batch_get_n_edits (none), ==, 0);
  plt_moves_leave (facts, "movement_stop", &milo, 1, one);
  g_assert_cmpuint (plt_batch_get_n_edits (one), ==, 1);
  edit = plt_batch_get_edit (one, 0);
  g_assert_cmpstr (edit->table->id, ==, "call");
  g_assert_cmpint (edit->id, ==, MOVES_MILO);
  g_assert_true (sets_null (edit, "movement"));
  g_assert_true (sets_null (edit, "pickup_minutes"));
  /* there at 8h00 with the others; alone at 8h10, less what a ride may be late */
  g_assert_cmpint (integer_of (edit, "arrival_minutes"), ==, 490);
  /* the pick-up that was typed stays */
  moves_call (facts, MOVES_MILO)->typed = "pickup";
  plt_moves_leave (facts, "movement_stop", &milo, 1, typed);
  g_assert_true (sets_null (plt_batch_get_edit (typed, 0), "movement"));
  g_assert_false (sets_null (plt_batch_get_edit (typed, 0), "pickup_minutes"));
  moves_call (facts, MOVES_MILO)->typed = "";
  /* still fetched at another stop, and a drop is no pick-up */
  twice = moves_add_stop (facts, 77, movement, MOVES_MILO)->id;
  plt_moves_leave (facts, "movement_stop", &milo, 1, none);
  ((PltStopFacts *) PLT_FACTS_FIND (facts->stops, PltStopFacts, twice))->kind = "descente";
  plt_moves_leave (facts, "movement_stop", &twice, 1, none);
  g_assert_cmpuint (plt_batch_get_n_edits (none), ==, 0);
  /* the whole movement: the three of them, not Anna of the minibus */
  plt_moves_leave (facts, "movement", &movement, 1, all);
  g_assert_cmpuint (plt_batch_get_n_edits (all), ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (plt_batch_get_edit (all, i)->id, !=, MOVES_ANNA);
  facts->sheets.items[0].status = "envoyee";
  plt_moves_leave (facts, "movement", &movement, 1, sent);
  g_assert_cmpuint (plt_batch_get_n_edits (sent), ==, 0);
}

static PltStopFacts *
stop_of (PltFacts *facts, gint64 person)
{
  for (guint i = 0; i < facts->stops.n; i++)
    if (facts->stops.items[i].person == person)
      return &facts->stops.items[i];
  return NULL;
}

/* Milo comes a little later: his seat beside Nora and Lili is free, no other vehicle drives. The
 * stop that is new comes last; at the door of Lili he gets on with her. */
static void
test_free_seats (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new (), later = plt_batch_new (), none = plt_batch_new ();
  g_autoptr (PltMovesProposal) first = NULL, proposal = NULL, nobody = NULL;

  moves_call (facts, MOVES_MILO)->travel = "propres-moyens";
  first = plt_moves_propose (facts, FILM_DAY_1, batch);
  apply (facts, batch);
  g_assert_cmpuint (first->n_movements, ==, 2);
  g_assert_null (stop_of (facts, MOVES_MILO));
  moves_call (facts, MOVES_MILO)->travel = "pick-up";
  proposal = plt_moves_propose (facts, FILM_DAY_1, later);
  g_assert_cmpint (proposal->what, ==, PLT_PROPOSED);
  g_assert_cmpuint (proposal->n_movements, ==, 0);
  g_assert_cmpuint (proposal->n_filled, ==, 1);
  g_assert_cmpuint (proposal->n_people, ==, 1);
  apply (facts, later);
  g_assert_cmpuint (facts->movements.n, ==, 2);
  g_assert_cmpint (stop_of (facts, MOVES_MILO)->movement, ==,
                   moves_call (facts, MOVES_NORA)->movement);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->movement, ==,
                   moves_call (facts, MOVES_NORA)->movement);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->pickup_minutes, ==, 440);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->arrival_minutes, ==, 480);
  nobody = plt_moves_propose (facts, FILM_DAY_1, none);
  g_assert_cmpint (nobody->what, ==, PLT_PROPOSED_NOBODY);
}

/* What has no seat, another town, or comes too late gets its own. */
static void
test_no_free_seat (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (PltFacts) facts = moves_film ();
      g_autoptr (PltBatch) batch = plt_batch_new (), later = plt_batch_new ();
      g_autoptr (PltMovesProposal) first = NULL, proposal = NULL;
      PltCallFacts *milo = moves_call (facts, MOVES_MILO);

      milo->travel = "propres-moyens";
      first = plt_moves_propose (facts, FILM_DAY_1, batch);
      apply (facts, batch);
      milo->travel = "pick-up";
      if (i == 0)
        facts->vehicles.items[0].seats = 2;
      else if (i == 1)
        milo->pickup_place = "Quimper";
      else
        milo->pat_minutes = 541; /* there at 8h31 instead of 8h00 */
      proposal = plt_moves_propose (facts, FILM_DAY_1, later);
      g_test_message ("case %u", i);
      g_assert_cmpuint (proposal->n_filled, ==, 0);
    }
}

/* Nora and Milo stay at one hotel and drive 40 and 25 minutes: they get on together, forty minutes
 * before, and Lili between them in the list does not part them. */
static void
test_one_place (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = NULL;

  moves_call (facts, MOVES_NORA)->pickup_place = "Hôtel du Port";
  moves_call (facts, MOVES_MILO)->pickup_place = "Hôtel du Port";
  moves_call (facts, MOVES_CHILD)->pickup_place = "Hôtel du Port";
  proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
  apply (facts, batch);
  g_assert_cmpint (stop_of (facts, MOVES_NORA)->stop_minutes, ==, 440);
  g_assert_cmpint (stop_of (facts, MOVES_MILO)->stop_minutes, ==, 440);
  g_assert_cmpint (stop_of (facts, MOVES_CHILD)->stop_minutes, ==, 440);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->pickup_minutes, ==, 440);
  g_assert_cmpuint (proposal->n_people, ==, 4);
}

/* By hand: Milo at the last stop. His call has the ride and its hours at once, and nobody else's of
 * another ride moves; somebody who is not on the sheet has an hour too. */
static void
test_board (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new (), board = plt_batch_new (),
                       stranger = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = NULL;
  PltStopFacts *stop;
  gint64 movement;
  guint n = 0;

  moves_call (facts, MOVES_MILO)->travel = "propres-moyens";
  proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
  apply (facts, batch);
  movement = moves_call (facts, MOVES_NORA)->movement;
  moves_call (facts, MOVES_ANNA)->pickup_minutes = 300; /* of the other ride: stays */
  stop = moves_add_stop (facts, 77, movement, 0);
  moves_call (facts, MOVES_MILO)->travel = "";
  plt_moves_board (facts, movement, 77, MOVES_MILO, board);
  g_assert_cmpint (stop->person, ==, 0); /* written by the caller */
  for (guint i = 0; i < plt_batch_get_n_edits (board); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (board, i);

      g_assert_cmpint (edit->kind, ==, PLT_EDIT_UPDATE);
      g_assert_false (g_str_equal (edit->table->id, "call") && edit->id == MOVES_ANNA);
      n += g_str_equal (edit->table->id, "movement_stop") && edit->id == 77;
    }
  g_assert_cmpuint (n, ==, 1);
  apply (facts, board);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->movement, ==, movement);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->arrival_minutes, ==, 480);
  g_assert_cmpint (moves_call (facts, MOVES_MILO)->pickup_minutes, ==, 440);
  g_assert_cmpint (moves_call (facts, MOVES_ANNA)->pickup_minutes, ==, 300);
  stop->person = MOVES_MILO;
  stop->place = "1 rue du Port, Brest";
  plt_moves_board (facts, movement, 78, MOVES_DRIVER + 1, stranger);
  for (guint i = 0; i < plt_batch_get_n_edits (stranger); i++)
    g_assert_cmpstr (plt_batch_get_edit (stranger, i)->table->id, !=, "call");
}

/* Four passers-by without names: their stop and their call are the same four. */
static void
test_group (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = NULL;
  g_autoptr (PltMoves) moves = NULL;
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  PltCallFacts *call = moves_call (facts, MOVES_ANNA);
  const PltMove *move;

  call->person = 0;
  call->group = "figuration";
  call->function = "Passants";
  call->count = 5;
  proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
  g_assert_cmpuint (proposal->n_people, ==, 8);
  apply (facts, batch);
  moves = plt_moves_new (facts, moves_date (facts));
  move = plt_moves_find (moves, call->movement);
  g_assert_nonnull (move);
  g_assert_cmpuint (move->passengers->len, ==, 1);
  g_assert_cmpuint (move->aboard, ==, 5);
  g_assert_true (((const PltPassenger *) move->passengers->pdata[0])->call == call);
  plt_check_moves (facts, PLT_DATE_NONE, issues);
  g_assert_cmpuint (count (issues, "movement.seats"), ==, 0);
  {
    g_autoptr (PltBatch) again = plt_batch_new ();
    g_autoptr (PltMoves) without = NULL;

    plt_moves_follow (facts, FILM_DAY_1, again);
    g_assert_cmpuint (plt_batch_get_n_edits (again), ==, 0);
    facts->stops.n = 3; /* the stop goes: the call still brings five */
    without = plt_moves_new (facts, moves_date (facts));
    g_assert_cmpuint (plt_moves_find (without, call->movement)->aboard, ==, 5);
  }
}

/* Lili is seven: alone with the driver there is a finding, beside Nora there is none. Milo, of
 * fifteen years, is nobody to take care of her. */
static void
test_child_alone (void)
{
  static const struct
  {
    gint64 beside;
    int age;
    guint findings;
  } cases[] = { { 0, 0, 1 }, { MOVES_NORA, 0, 0 }, { MOVES_MILO, 15, 1 }, { MOVES_MILO, 16, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = moves_film ();
      g_autoptr (GPtrArray) issues = plt_issues_new ();

      moves_add (facts, 1, 440, 40);
      moves_add_stop (facts, 1, 1, MOVES_CHILD);
      if (cases[i].beside != 0)
        moves_add_stop (facts, 2, 1, cases[i].beside);
      if (cases[i].age != 0)
        ((PltPersonFacts *) PLT_FACTS_FIND (facts->people, PltPersonFacts, cases[i].beside))
            ->birth_date
            = moves_date (facts) - cases[i].age * 366;
      plt_check_moves (facts, PLT_DATE_NONE, issues);
      g_test_message ("case %u", i);
      g_assert_cmpuint (count (issues, "movement.child-alone"), ==, cases[i].findings);
    }
}

/* Typed hours stay, the others come from the calls. */
static void
test_follow (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) later = plt_batch_new ();
  g_autoptr (PltBatch) none = plt_batch_new ();
  g_autoptr (PltMovesProposal) proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
  PltStopFacts *stop;

  apply (facts, batch);
  plt_moves_follow (facts, FILM_DAY_1, none); /* nothing moved */
  for (guint i = 0; i < plt_batch_get_n_edits (none); i++)
    g_test_message ("%s %d", plt_batch_get_edit (none, i)->table->id,
                    (int) plt_batch_get_edit (none, i)->id);
  g_assert_cmpuint (plt_batch_get_n_edits (none), ==, 0);
  stop = &facts->stops.items[1];
  stop->typed = TRUE;
  stop->stop_minutes = 456;
  for (guint i = 0; i < facts->calls.n; i++) /* all an hour later */
    {
      facts->calls.items[i].pat_minutes += 60;
      facts->calls.items[i].hmc_minutes += 60;
      facts->calls.items[i].dress_start_minutes += 60;
    }
  plt_moves_follow (facts, FILM_DAY_1, later);
  apply (facts, later);
  g_assert_cmpint (facts->stops.items[1].stop_minutes, ==, 456);
  g_assert_cmpint (facts->stops.items[2].stop_minutes, ==, 456);
  g_assert_cmpint (facts->movements.items[1].start_minutes, ==, 540);
  g_assert_cmpint (facts->movements.items[1].needed_minutes, ==, 600);
  g_assert_cmpint (moves_call (facts, MOVES_ANNA)->pickup_minutes, ==, 540);
}

static void
test_copy (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltDate date = moves_date (facts);
  const PltMovementFacts *copy;

  moves_add (facts, 1, 430, 50)->typed = "start";
  moves_add_stop (facts, 1, 1, MOVES_NORA)->typed = TRUE;
  moves_add (facts, 2, 470, 60)->kilometres = PLT_UNKNOWN;
  g_assert_cmpint (plt_moves_date_before (facts, date), ==, PLT_DATE_NONE);
  g_assert_cmpint (plt_moves_date_before (facts, date + 5), ==, date);
  g_assert_cmpuint (plt_moves_copy (facts, date, date + 1, batch), ==, 2);
  apply (facts, batch);
  g_assert_cmpuint (facts->movements.n, ==, 4);
  copy = &facts->movements.items[2];
  g_assert_cmpint (copy->date, ==, date + 1);
  g_assert_cmpint (copy->day, ==,
                   facts->days.items[1].date == date + 1 ? FILM_DAY_2 : 0); /* of that date */
  g_assert_cmpstr (copy->number, ==, "M1");
  g_assert_cmpstr (facts->movements.items[3].number, ==, "M2");
  g_assert_cmpstr (copy->typed, ==, "start");
  g_assert_cmpint (facts->stops.items[1].movement, ==, copy->id);
  g_assert_true (facts->stops.items[1].typed);
  g_assert_cmpuint (plt_moves_copy (facts, date + 9, date + 1, batch), ==, 0);
  {
    g_autofree char *next = plt_moves_next_number (facts, date, 0);

    g_assert_cmpstr (next, ==, "M3");
  }
}

/* Random people and vehicles. */
static void
test_random (void)
{
  static const char *const towns[] = { "Brest", "Morlaix", "Quimper", "" };

  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (PltFacts) facts = moves_film ();
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (PltMovesProposal) proposal = NULL;
      g_autoptr (GPtrArray) issues = plt_issues_new ();
      g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);

      for (guint i = 0; i < facts->vehicles.n; i++)
        {
          facts->vehicles.items[i].seats = g_rand_int_range (rand, 0, 5);
          facts->vehicles.items[i].child_seats = g_rand_int_range (rand, 0, 2);
          facts->vehicles.items[i].step_free = g_rand_boolean (rand);
        }
      for (guint i = 0; i < 4; i++)
        {
          PltPersonFacts *person = &facts->people.items[i];
          PltCallFacts *call = moves_call (facts, person->id);
          gint64 hour = 400 + 5 * g_rand_int_range (rand, 0, 40);

          person->city = towns[g_rand_int_range (rand, 0, 4)];
          person->drive_minutes
              = g_rand_int_range (rand, 0, 5) == 0 ? PLT_UNKNOWN : g_rand_int_range (rand, 0, 90);
          call->arrival_minutes = call->hmc_minutes = call->dress_start_minutes = hour;
          call->pat_minutes = hour + 30;
          call->remark = g_rand_int_range (rand, 0, 5) == 0 ? "fauteuil" : "";
        }
      proposal = plt_moves_propose (facts, FILM_DAY_1, batch);
      apply (facts, batch);
      plt_check_moves (facts, PLT_DATE_NONE, issues);
      g_test_message ("seed %u: %u movements", seed, proposal->n_movements);
      g_assert_cmpuint (count (issues, "movement.seats"), ==, 0);
      g_assert_cmpuint (count (issues, "movement.child-seats"), ==, 0);
      g_assert_cmpuint (count (issues, "movement.wheelchair"), ==, 0);
      g_assert_cmpuint (count (issues, "movement.vehicle-twice"), ==, 0);
      g_assert_cmpuint (count (issues, "movement.driver-twice"), ==, 0);
      g_assert_cmpuint (count (issues, "movement.late"), ==, 0);
      g_assert_cmpuint (proposal->n_people + proposal->left->len, ==, 4);
      g_assert_cmpuint (count (issues, "movement.no-ride"), ==, proposal->left->len);
      for (guint i = 0; i < facts->stops.n; i++)
        g_assert_true (g_hash_table_add (seen, PLT_ID_TO_POINTER (facts->stops.items[i].person)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moves/example", test_example);
  g_test_add_func ("/moves/again", test_again);
  g_test_add_func ("/moves/limits", test_limits);
  g_test_add_func ("/moves/who", test_who);
  g_test_add_func ("/moves/rest", test_rest);
  g_test_add_func ("/moves/sent", test_sent);
  g_test_add_func ("/moves/leave", test_leave);
  g_test_add_func ("/moves/follow", test_follow);
  g_test_add_func ("/moves/free-seats", test_free_seats);
  g_test_add_func ("/moves/no-free-seat", test_no_free_seat);
  g_test_add_func ("/moves/one-place", test_one_place);
  g_test_add_func ("/moves/board", test_board);
  g_test_add_func ("/moves/group", test_group);
  g_test_add_func ("/moves/child-alone", test_child_alone);
  g_test_add_func ("/moves/copy", test_copy);
  g_test_add_func ("/moves/random", test_random);
  return g_test_run ();
}
