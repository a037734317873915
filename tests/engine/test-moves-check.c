/* Each rule on movements and journeys fires on the smallest day that breaks it, and is silent on
 * the day as it stands. */
#include "plt-check.h"
#include "plt-moves.h"
#include "plt-test-film.h"
#include "plt-test-moves.h"

#include <string.h>

/* One car fetches the three of Brest, the minibus the one of Morlaix; everybody is in time. */
static PltFacts *
quiet_day (void)
{
  PltFacts *facts = moves_film ();
  PltMovementFacts *second;

  moves_add (facts, 1, 430, 50);
  moves_add_stop (facts, 1, 1, MOVES_NORA)->stop_minutes = 430;
  moves_add_stop (facts, 2, 1, MOVES_MILO)->stop_minutes = 445;
  moves_add_stop (facts, 3, 1, MOVES_CHILD)->stop_minutes = 450;
  second = moves_add (facts, 2, 470, 60);
  second->vehicle = MOVES_BUS;
  second->driver = MOVES_DRIVER + 1;
  moves_add_stop (facts, 4, 2, MOVES_ANNA)->stop_minutes = 470;
  return facts;
}

static void
seats (PltFacts *facts)
{
  facts->stops.items[1].count = 2;
}

static void
child_seats (PltFacts *facts)
{
  facts->movements.items[0].vehicle = MOVES_BUS;
  facts->movements.items[1].vehicle = MOVES_CAR;
}

static void
wheelchair (PltFacts *facts)
{
  facts->stops.items[1].remark = "Fauteuil électrique";
}

static void
wheelchair_of_call (PltFacts *facts)
{
  moves_call (facts, MOVES_MILO)->remark = "accès PMR";
}

static void
no_vehicle (PltFacts *facts)
{
  facts->movements.items[0].vehicle = 0;
}

static void
no_driver (PltFacts *facts)
{
  facts->movements.items[0].driver = 0;
}

static void
no_hour (PltFacts *facts)
{
  facts->movements.items[0].start_minutes = PLT_UNKNOWN;
}

static void
hire (PltFacts *facts)
{
  facts->vehicles.items[0].from_date = moves_date (facts) + 1;
}

/* 7h11 + 50 minutes: a minute after the HMC of 8h00. */
static void
late (PltFacts *facts)
{
  facts->movements.items[0].start_minutes = 431;
}

static void
late_for_its_hour (PltFacts *facts)
{
  facts->movements.items[0].needed_minutes = 479;
}

static void
stops (PltFacts *facts)
{
  facts->stops.items[2].stop_minutes = 444;
}

static void
vehicle_twice (PltFacts *facts)
{
  facts->movements.items[1].vehicle = MOVES_CAR;
}

static void
driver_twice (PltFacts *facts)
{
  facts->movements.items[1].driver = MOVES_DRIVER;
}

static void
passenger_twice (PltFacts *facts)
{
  moves_add_stop (facts, 9, 2, MOVES_NORA);
}

/* Who drives the first one rides in the second one. */
static void
driver_aboard (PltFacts *facts)
{
  moves_add_stop (facts, 9, 2, MOVES_DRIVER);
}

/* From 7h10 to 20h11: a minute more than 13 hours. */
static void
driver_day (PltFacts *facts)
{
  PltMovementFacts *movement = moves_add (facts, 3, 1160, 20);

  movement->kind = "retour";
  movement->return_minutes = 1211;
}

static void
driver_rest (PltFacts *facts)
{
  PltMovementFacts *movement = moves_add (facts, 3, 360, 20);

  facts->movements.items[0].return_minutes = 1200; /* 20h00, then 6h00 */
  movement->date++;
  movement->day = FILM_DAY_2;
}

static void
kilometres (PltFacts *facts)
{
  facts->movements.items[0].kilometres = facts->movements.items[1].kilometres = PLT_UNKNOWN;
}

static void
no_ride (PltFacts *facts)
{
  facts->stops.items[1].kind = "descente";
}

/* ---- journeys and stays ---- */

static void
travel_dates (PltFacts *facts)
{
  moves_add_travel (facts, 1, MOVES_ANNA, "train", 3, 2);
}

static void
travel_nights (PltFacts *facts)
{
  moves_add_travel (facts, 1, MOVES_ANNA, "hotel", -1, 2)->nights = 2;
}

static void
to_book (PltFacts *facts)
{
  moves_add_travel (facts, 1, MOVES_ANNA, "train", -1, -1)->status = "a-faire";
}

/* In at 9h01 for a call at 9h00. */
static void
after_call (PltFacts *facts)
{
  PltTravelFacts *travel = moves_add_travel (facts, 1, MOVES_ANNA, "train", 0, 0);

  travel->start_minutes = 400;
  travel->end_minutes = 541;
}

static void
two_beds (PltFacts *facts)
{
  moves_add_travel (facts, 1, MOVES_ANNA, "hotel", -1, 2);
  moves_add_travel (facts, 2, MOVES_ANNA, "logement", 1, 3);
}

static void
two_trains (PltFacts *facts)
{
  moves_add_travel (facts, 1, MOVES_ANNA, "train", 3, 3)->end_minutes = 600;
  moves_add_travel (facts, 2, MOVES_ANNA, "taxi", 3, 3)->start_minutes = 599;
}

static void
two_per_diems (PltFacts *facts)
{
  moves_add_travel (facts, 1, MOVES_ANNA, "hotel", 3, 5)->per_diem_cents = 2000;
  moves_add_travel (facts, 2, MOVES_ANNA, "train", 5, 5)->per_diem_cents = 1500;
}

/* Two hours and a minute away, called on two days in a row. */
static void
no_bed (PltFacts *facts)
{
  PltSheetFacts *sheet = PLT_FACTS_ADD (facts->sheets, PltSheetFacts, 8);
  PltCallFacts call;

  *sheet = facts->sheets.items[0];
  sheet->id = 8;
  sheet->day = FILM_DAY_2;
  facts->days.items[1].date = moves_date (facts) + 1;
  call = *moves_call (facts, MOVES_ANNA);
  call.id = 90;
  call.call_sheet = 8;
  *PLT_FACTS_ADD (facts->calls, PltCallFacts, 90) = call;
  for (guint i = 0; i < facts->people.n; i++)
    if (facts->people.items[i].id == MOVES_ANNA)
      facts->people.items[i].drive_minutes = 121;
}

static const struct
{
  const char *rule;
  void (*breaks) (PltFacts *facts);
  guint n;
} cases[] = {
  { "movement.seats", seats, 1 },
  { "movement.child-seats", child_seats, 1 },
  { "movement.wheelchair", wheelchair, 1 },
  { "movement.wheelchair", wheelchair_of_call, 1 },
  { "movement.no-vehicle", no_vehicle, 1 },
  { "movement.no-driver", no_driver, 1 },
  { "movement.no-hour", no_hour, 1 },
  { "movement.vehicle-dates", hire, 1 },
  { "movement.late", late, 1 },
  { "movement.late", late_for_its_hour, 1 },
  { "movement.stops", stops, 1 },
  { "movement.vehicle-twice", vehicle_twice, 1 },
  { "movement.driver-twice", driver_twice, 1 },
  { "movement.passenger-twice", passenger_twice, 1 },
  { "movement.passenger-twice", driver_aboard, 1 },
  { "movement.driver-day", driver_day, 1 },
  { "movement.driver-rest", driver_rest, 1 },
  { "movement.kilometres", kilometres, 1 }, /* one a day, not one a movement */
  { "movement.no-ride", no_ride, 1 },
  { "travel.dates", travel_dates, 1 },
  { "travel.nights", travel_nights, 1 },
  { "travel.to-book", to_book, 1 },
  { "travel.after-call", after_call, 1 },
  { "travel.overlap", two_beds, 1 },
  { "travel.overlap", two_trains, 1 },
  { "travel.per-diem-twice", two_per_diems, 1 },
  { "travel.no-lodging", no_bed, 1 },
};

static GPtrArray *
issues_of (const PltFacts *facts)
{
  GPtrArray *issues = plt_issues_new ();

  plt_check_moves (facts, moves_date (facts) - 10, issues);
  return issues;
}

static guint
count (const GPtrArray *issues, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    n += g_str_equal (((const PltIssue *) issues->pdata[i])->rule, rule);
  return n;
}

static void
test_quiet (void)
{
  g_autoptr (PltFacts) facts = quiet_day ();
  g_autoptr (GPtrArray) issues = issues_of (facts);

  for (guint i = 0; i < issues->len; i++)
    g_test_message ("%s", ((const PltIssue *) issues->pdata[i])->message);
  g_assert_cmpuint (issues->len, ==, 0);
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = quiet_day ();
      g_autoptr (GPtrArray) after = NULL;

      cases[i].breaks (facts);
      after = issues_of (facts);
      g_test_message ("%u %s", i, cases[i].rule);
      g_assert_cmpuint (count (after, cases[i].rule), ==, cases[i].n);
      for (guint j = 0; j < after->len; j++)
        g_assert_nonnull (((const PltIssue *) after->pdata[j])->ref.table);
    }
}

/* At the limit nothing is said. */
static void
test_limits (void)
{
  g_autoptr (PltFacts) facts = quiet_day ();
  g_autoptr (GPtrArray) issues = NULL;
  PltMovementFacts *movement = moves_add (facts, 3, 1160, 20);
  PltTravelFacts *booked;

  movement->kind = "retour";
  movement->return_minutes = 1210; /* 13 hours after 7h10 */
  movement = moves_add (facts, 4, 430, 20);
  movement->date++; /* 11 hours later */
  movement->day = FILM_DAY_2;
  facts->movements.items[2].return_minutes = 1210;
  facts->vehicles.items[0].from_date = moves_date (facts);
  facts->vehicles.items[0].to_date = moves_date (facts) + 1;
  movement->start_minutes = 430;
  moves_add_travel (facts, 1, MOVES_ANNA, "hotel", -1, 2)->per_diem_cents = 2000;
  moves_add_travel (facts, 2, MOVES_ANNA, "hotel", 2, 4)->nights = 2; /* from bed to bed */
  booked = moves_add_travel (facts, 3, MOVES_MILO, "train", 5, 5);
  booked->status = "a-faire"; /* 15 days before */
  issues = issues_of (facts);
  for (guint i = 0; i < issues->len; i++)
    g_test_message ("%s", ((const PltIssue *) issues->pdata[i])->message);
  g_assert_cmpuint (issues->len, ==, 0);
}

/* The source of the rules of the law is said, and what was cancelled is nothing. */
static void
test_sources (void)
{
  g_autoptr (PltFacts) facts = quiet_day ();
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue;

  child_seats (facts);
  driver_day (facts);
  facts->movements.items[0].driver = facts->movements.items[2].driver;
  moves_add_travel (facts, 1, MOVES_ANNA, "train", 3, 2)->status = "annule";
  issues = issues_of (facts);
  g_assert_cmpuint (count (issues, "travel.dates"), ==, 0);
  for (guint i = 0; i < issues->len; i++)
    {
      issue = issues->pdata[i];
      if (g_str_equal (issue->rule, "movement.child-seats"))
        g_assert_cmpstr (issue->source, ==, "Code de la route R412-2");
      if (g_str_equal (issue->rule, "movement.driver-day"))
        g_assert_cmpstr (issue->source, ==, "IDCC 3097, art. 27");
    }
}

/* Without the referentials nothing is guessed: the rules of numbers are silent. */
static void
test_without (void)
{
  g_autoptr (PltFacts) facts = quiet_day ();
  g_autoptr (GPtrArray) issues = NULL;

  facts->referentials.n = 0;
  child_seats (facts);
  driver_day (facts);
  no_bed (facts);
  to_book (facts);
  issues = issues_of (facts);
  g_assert_cmpuint (count (issues, "movement.child-seats"), ==, 0);
  g_assert_cmpuint (count (issues, "movement.driver-day"), ==, 0);
  g_assert_cmpuint (count (issues, "travel.no-lodging"), ==, 0);
  g_assert_cmpuint (count (issues, "travel.to-book"), ==, 0);
}

/* Who rides: stops in order, then the calls that name the movement; the most aboard at once. */
static void
test_load (void)
{
  g_autoptr (PltFacts) facts = quiet_day ();
  g_autoptr (PltMoves) moves = NULL;
  const PltMove *move;
  PltStopFacts *stop = moves_add_stop (facts, 9, 2, 0);

  stop->kind = "descente"; /* one gets off before two get on */
  stop = moves_add_stop (facts, 10, 2, 0);
  stop->name = "figurants";
  stop->count = 2;
  moves_call (facts, MOVES_MILO)->movement = 2; /* has a stop in the first one: rides in both */
  moves = plt_moves_new (facts, PLT_DATE_NONE);
  g_assert_cmpuint (moves->moves->len, ==, 2);
  move = plt_moves_find (moves, 1);
  g_assert_cmpuint (move->aboard, ==, 3);
  g_assert_cmpuint (move->children, ==, 1);
  g_assert_cmpint (move->arrival, ==, 480);
  g_assert_cmpint (move->deadline, ==, 480);
  g_assert_true (move->first == moves_call (facts, MOVES_NORA));
  move = plt_moves_find (moves, 2);
  g_assert_cmpuint (move->passengers->len, ==, 3);
  g_assert_cmpuint (move->aboard, ==, 3);
  {
    g_autofree char *name = plt_passenger_name (move->passengers->pdata[1]);
    g_autofree char *last = plt_passenger_name (move->passengers->pdata[2]);

    g_assert_cmpstr (name, ==, "2 figurants");
    g_assert_cmpstr (last, ==, "Milo Quéméneur");
  }
  g_clear_pointer (&moves, plt_moves_free);
  moves = plt_moves_new (facts, moves_date (facts) + 1);
  g_assert_cmpuint (moves->moves->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moves-check/quiet", test_quiet);
  g_test_add_func ("/moves-check/rules", test_rules);
  g_test_add_func ("/moves-check/limits", test_limits);
  g_test_add_func ("/moves-check/sources", test_sources);
  g_test_add_func ("/moves-check/without", test_without);
  g_test_add_func ("/moves-check/load", test_load);
  return g_test_run ();
}
