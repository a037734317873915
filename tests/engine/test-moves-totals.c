/* Distances for the carbon sheet and lines of the expense notes, by hand. */
#include "plt-moves-totals.h"
#include "plt-test-moves.h"

static PltFacts *
some_moves (void)
{
  PltFacts *facts = moves_film ();
  PltTravelFacts *travel;

  moves_add (facts, 1, 430, 50); /* 30 km, the driver and two */
  moves_add_stop (facts, 1, 1, MOVES_NORA);
  moves_add_stop (facts, 2, 1, MOVES_MILO);
  moves_add (facts, 2, 470, 60)->kilometres = PLT_UNKNOWN;
  moves_add (facts, 3, 500, 60)->vehicle = MOVES_BUS; /* 30 km, hired, the driver alone */
  travel = moves_add_travel (facts, 1, MOVES_ANNA, "train", -1, -1);
  travel->kilometres = 560;
  travel->cost_cents = 8900;
  travel = moves_add_travel (facts, 2, MOVES_ANNA, "hotel", -1, 3);
  travel->cost_cents = 32000;
  travel->per_diem_cents = 2050;
  travel = moves_add_travel (facts, 3, MOVES_NORA, "voiture", 0, 0);
  travel->kilometres = 125;
  travel = moves_add_travel (facts, 4, MOVES_NORA, "avion", 4, 4);
  travel->kilometres = 900;
  travel->cost_cents = 20000;
  travel->status = "annule";
  return facts;
}

static void
test_distances (void)
{
  g_autoptr (PltFacts) facts = some_moves ();
  g_autoptr (GArray) rows = plt_moves_distances (facts);
  g_autoptr (GArray) sums = plt_moves_sum_distances (rows);
  const PltDistance *row;
  const PltDistanceSum *sum;

  g_assert_cmpuint (rows->len, ==, 5); /* three movements, train, own car; no hotel, no flight */
  row = &g_array_index (rows, PltDistance, 0);
  g_assert_cmpstr (row->mode, ==, "train"); /* the day before */
  g_assert_cmpint (row->kilometres, ==, 560);
  g_assert_cmpuint (row->people, ==, 1);
  row = &g_array_index (rows, PltDistance, 1);
  g_assert_cmpstr (row->mode, ==, "voiture");
  g_assert_cmpstr (row->energy, ==, "diesel");
  g_assert_cmpuint (row->people, ==, 3);
  g_assert_cmpint (row->person, ==, MOVES_DRIVER);
  g_assert_cmpint (g_array_index (rows, PltDistance, 2).kilometres, ==, PLT_UNKNOWN);

  g_assert_cmpuint (sums->len, ==, 4); /* train; voiture, diesel; minibus, diesel; own car */
  sum = &g_array_index (sums, PltDistanceSum, 1);
  g_assert_cmpstr (sum->mode, ==, "voiture");
  g_assert_cmpint (sum->kilometres, ==, 30);
  g_assert_cmpint (sum->person_kilometres, ==, 90);
  g_assert_cmpuint (sum->n, ==, 2);
  g_assert_cmpuint (sum->n_missing, ==, 1);
}

/* 30 km at 0,636 € = 19,08 €; 125 km = 79,50 €; five days at 20,50 € = 102,50 €. */
static void
test_expenses (void)
{
  g_autoptr (PltFacts) facts = some_moves ();
  g_autoptr (PltExpenses) expenses = NULL;
  const PltExpense *line;
  guint missing;

  facts->vehicles.items[1].supplier = "Loueur";
  facts->vehicles.items[1].driver = MOVES_DRIVER;
  expenses = plt_moves_expenses (facts);
  g_assert_cmpuint (expenses->lines->len, ==, 5);
  line = &g_array_index (expenses->lines, PltExpense, 0);
  g_assert_cmpint (line->person, ==, MOVES_NORA);
  g_assert_cmpint (line->cents, ==, 7950);
  g_assert_cmpint (line->rate, ==, 636);
  g_assert_cmpstr (line->source, ==, "arrêté du 27 mars 2023");
  g_assert_false (line->sure); /* the power of the car is not known */
  g_assert_cmpint (plt_expenses_total (expenses, MOVES_ANNA, &missing), ==, 8900 + 32000 + 10250);
  g_assert_cmpuint (missing, ==, 0);
  line = &g_array_index (expenses->lines, PltExpense, 2);
  g_assert_cmpint (line->kind, ==, PLT_EXPENSE_PER_DIEM);
  g_assert_cmpint (line->quantity, ==, 5);
  line = &g_array_index (expenses->lines, PltExpense, 3);
  g_assert_cmpint (line->kind, ==, PLT_EXPENSE_LODGING);
  g_assert_cmpint (line->quantity, ==, 4);
  g_assert_cmpint (plt_expenses_total (expenses, MOVES_DRIVER, NULL), ==, 1908);
}

/* An electric one has a fifth more: 0,7632 € is 0,763 €; 30 km are 22,89 €. Without a rate the
 * amount is missing, not zero. */
static void
test_rates (void)
{
  g_autoptr (PltFacts) facts = some_moves ();
  g_autoptr (PltExpenses) expenses = NULL;
  guint missing;

  facts->vehicles.items[0].energy = "electrique";
  expenses = plt_moves_expenses (facts);
  g_assert_cmpint (plt_expenses_total (expenses, MOVES_DRIVER, NULL), ==, 2289);
  g_clear_pointer (&expenses, plt_expenses_free);
  facts->referentials.n = 0;
  expenses = plt_moves_expenses (facts);
  g_assert_cmpint (plt_expenses_total (expenses, MOVES_DRIVER, &missing), ==, 0);
  g_assert_cmpuint (missing, ==, 1);
}

static void
test_nights (void)
{
  g_autoptr (PltFacts) facts = moves_film ();
  PltTravelFacts *stay = moves_add_travel (facts, 1, MOVES_ANNA, "logement", 0, 4);

  g_assert_cmpint (plt_travel_nights (stay), ==, 4);
  g_assert_cmpint (plt_travel_days (stay), ==, 5);
  stay->to_date = PLT_DATE_NONE;
  g_assert_cmpint (plt_travel_nights (stay), ==, PLT_UNKNOWN);
  g_assert_cmpint (plt_travel_days (stay), ==, 1);
  stay->nights = 3;
  g_assert_cmpint (plt_travel_days (stay), ==, 4);
  g_assert_cmpint (plt_travel_per_diem (stay), ==, PLT_UNKNOWN);
  stay->per_diem_cents = 1000;
  g_assert_cmpint (plt_travel_per_diem (stay), ==, 4000);
  stay->kind = "train";
  g_assert_cmpint (plt_travel_nights (stay), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moves-totals/distances", test_distances);
  g_test_add_func ("/moves-totals/expenses", test_expenses);
  g_test_add_func ("/moves-totals/rates", test_rates);
  g_test_add_func ("/moves-totals/nights", test_nights);
  return g_test_run ();
}
