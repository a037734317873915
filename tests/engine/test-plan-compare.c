/* The film's plan A: J1 12 April holds 1 (quay, in the port) and 2 (kitchen, in the house), J2
 * 13 April holds 3 (quay, by night); 4 (kitchen) is to be placed. The house stands a tenth of a
 * degree north of the port: 6 371 008,8 m × π / 1800 = 11 119,5 m. */
#include "plt-plan-compare.h"

#include "plt-test-film.h"

#define OTHER 2 /* the second version */

static void
add_schedule (PltFacts *facts)
{
  PltScheduleFacts *schedule = PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, OTHER);

  *schedule = facts->schedules.items[0];
  schedule->id = OTHER;
}

static void
add_day (PltFacts *facts, gint64 id, PltDate date)
{
  PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, id);

  *day = facts->days.items[0];
  day->id = id;
  day->schedule = OTHER;
  day->position = id * 1024;
  day->date = date;
}

static void
add_strip (PltFacts *facts, gint64 day, gint64 sequence)
{
  gint64 id = 100 + facts->strips.n;
  PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, id);

  *strip = facts->strips.items[0];
  strip->id = id;
  strip->schedule = OTHER;
  strip->day = day;
  strip->sequence = sequence;
}

static void
place_house (PltFacts *facts)
{
  facts->locations.items[1].latitude_e6 = 48956600;
  facts->locations.items[1].longitude_e6 = 2352200;
}

/* Days and strips as "12:1,2 13:3": dates of April 2027, 0 for a day without one, "pool:4" for
 * strips without a day. */
static PltFacts *
make (const char *plan)
{
  PltFacts *facts = film_new ();
  g_auto (GStrv) days = g_strsplit (plan, " ", -1);

  add_schedule (facts);
  for (guint i = 0; days[i] != NULL && *days[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (days[i], ":", 2);
      g_auto (GStrv) numbers = g_strsplit (parts[1], ",", -1);
      gint64 id = g_str_equal (parts[0], "pool") ? 0 : 11 + (gint64) i;
      int date = atoi (parts[0]);

      if (id != 0)
        add_day (facts, id, date > 0 ? plt_date_from_ymd (2027, 4, date) : PLT_DATE_NONE);
      for (guint j = 0; numbers[j] != NULL; j++)
        if (*numbers[j] != '\0')
          add_strip (facts, id, atoi (numbers[j]));
    }
  return facts;
}

/* "1=4 2=0 ...": séquence and state, those that are not the same only. */
static char *
states (const PltPlanCompare *compare)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < compare->changes->len; i++)
    {
      const PltPlanChange *change = compare->changes->pdata[i];

      if (change->state != PLT_PLAN_SAME)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                                change->sequence->number, plt_plan_state_title (change->state));
    }
  return g_string_free (text, FALSE);
}

static void
test_states (void)
{
  static const struct
  {
    const char *plan, *states;
    guint n_moved;
  } cases[] = {
    { "12:1,2 13:3", "", 0 },
    { "12:2,1 13:3", "2 other order in the day", 0 },
    { "12:1,2 14:3", "3 moved to another day", 1 },
    { "12:2 13:3,1", "1 moved to another day", 1 },
    { "10: 12:1,2 13:3", "1 other day number, 2 other day number, 3 other day number", 0 },
    { "10:4 12:1,2 13:3",
      "1 other day number, 2 other day number, 3 other day number, 4 placed on a day", 1 },
    { "12:1,2 13:3,1", "1 split differently", 1 },
    { "12:1,1,2 13:3", "", 0 },
    { "12:1 13:3 pool:2", "2 taken off its day", 1 },
    { "12:1 13:3", "2 taken off its day", 1 },
    { "0:1,2 0:3", "", 0 },
    { "0:2 0:3,1", "1 moved to another day", 1 },
    { "", "1 taken off its day, 2 taken off its day, 3 taken off its day", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = make (cases[i].plan);
      g_autoptr (PltPlanCompare) compare = plt_plan_compare_new (facts, FILM_SCHEDULE, OTHER, 0);
      g_autofree char *found = states (compare);

      g_test_message ("%s", cases[i].plan);
      g_assert_cmpstr (found, ==, cases[i].states);
      g_assert_cmpuint (plt_plan_compare_n_moved (compare), ==, cases[i].n_moved);
    }
}

/* A séquence that was dropped, one that was added, another unit on the same date. */
static void
test_more_states (void)
{
  g_autoptr (PltFacts) facts = make ("12:1 13:3,4");
  g_autoptr (PltPlanCompare) compare = NULL;
  g_autofree char *found = NULL;

  facts->sequences.items[1].status = "supprimee";
  facts->sequences.items[3].status = "ajoutee";
  facts->days.items[3].unit = 2;
  compare = plt_plan_compare_new (facts, FILM_SCHEDULE, OTHER, 0);
  found = states (compare);
  g_assert_cmpstr (found, ==,
                   "2 dropped from the plan, 3 moved to another day, 4 added to the plan");
  {
    const PltPlanChange *third = compare->changes->pdata[2];
    g_autofree char *from = plt_plan_days_text (third->from);
    g_autofree char *to = plt_plan_days_text (third->to);

    g_assert_cmpstr (from, ==, "J2 mar. 13 avr.");
    g_assert_cmpstr (to, ==, "J2 mar. 13 avr. (unité 2)");
    g_assert_cmpint (third->strip, ==, facts->strips.items[4].id);
  }
}

/* As few as possible are called reordered: of 1 2 3 4 -> 4 1 2 3 only 4. */
static void
test_order (void)
{
  g_autoptr (PltFacts) facts = make ("12:4,1,2,3");
  g_autoptr (PltPlanCompare) compare = NULL;
  g_autofree char *found = NULL;

  facts->strips.items[2].day = FILM_DAY_1;
  {
    PltStripFacts *fourth = PLT_FACTS_ADD (facts->strips, PltStripFacts, 4);

    *fourth = facts->strips.items[2];
    fourth->id = 4;
    fourth->sequence = 4;
  }
  compare = plt_plan_compare_new (facts, FILM_SCHEDULE, OTHER, 0);
  found = states (compare);
  g_assert_cmpstr (found, ==, "4 other order in the day");
}

/* B: 12 April 2, 13 April 4, 14 April 1 and 3.
 *   devis of A 5 232,51 (test-budget); of B: Réalisateur 1 500,00 ; Nora 2 days 836,50, charges
 *   467,60 ; extras 6 on J1 and 10 on J3: 16 × 107,00 = 1 712,00, charges 55,9 % 957,01 ; posts
 *   5 473,11 ; 7 % 383,12 ; 10 % 547,31 ; total 6 403,54
 *   Nora J1 and J3, so one day held; Milo J2 and J3
 *   A: one move, and over night from the house back to the port: 22 239 m; B: one over night */
static void
test_figures (void)
{
  static const gint64 expected[PLT_N_FIGURES][2] = {
    [PLT_FIGURE_DAYS] = { 2, 3 },
    [PLT_FIGURE_NIGHTS] = { 1, 1 },
    [PLT_FIGURE_OVERLONG] = { 0, 0 },
    [PLT_FIGURE_SEQUENCES] = { 3, 4 },
    [PLT_FIGURE_UNPLACED] = { 1, 0 },
    [PLT_FIGURE_ROLE_DAYS] = { 3, 4 },
    [PLT_FIGURE_HOLD_DAYS] = { 0, 1 },
    [PLT_FIGURE_MOVES] = { 1, 0 },
    [PLT_FIGURE_BASES] = { 1, 1 },
    [PLT_FIGURE_RETURNS] = { 0, 0 },
    [PLT_FIGURE_METRES] = { 22240, 11120 },
    [PLT_FIGURE_EIGHTHS] = { 12, 16 },
    [PLT_FIGURE_SECONDS] = { 200, 230 },
    [PLT_FIGURE_MINUTES] = { 360, 360 },
    [PLT_FIGURE_TOTAL] = { 523251, 640354 },
  };
  g_autoptr (PltFacts) facts = make ("12:2 13:4 14:1,3");
  g_autoptr (PltPlanCompare) compare = NULL;
  const PltPlanRole *nora, *milo;

  place_house (facts);
  compare = plt_plan_compare_new (facts, FILM_SCHEDULE, OTHER, 0);
  for (guint i = 0; i < PLT_N_FIGURES; i++)
    for (guint side = 0; side < 2; side++)
      {
        g_test_message ("%s, %u", plt_figure_title ((PltFigure) i), side);
        g_assert_cmpint (compare->figures[side].values[i], ==, expected[i][side]);
      }
  g_assert_cmpuint (compare->roles->len, ==, 2);
  nora = &g_array_index (compare->roles, PltPlanRole, 0);
  milo = &g_array_index (compare->roles, PltPlanRole, 1);
  g_assert_cmpuint (nora->worked[0], ==, 2);
  g_assert_cmpuint (nora->worked[1], ==, 2);
  g_assert_cmpuint (nora->held[1], ==, 1);
  g_assert_cmpint (nora->last[1], ==, plt_date_from_ymd (2027, 4, 14));
  g_assert_cmpint (nora->cost[1], ==, 83650 + 46760);
  g_assert_cmpint (milo->cost[0], ==, PLT_UNKNOWN);
  g_assert_cmpint (milo->first[1], ==, plt_date_from_ymd (2027, 4, 13));
  g_assert_true (plt_plan_role_changes (nora));
}

static void
test_returns (void)
{
  static const struct
  {
    const char *plan;
    gint64 returns;
  } cases[] = {
    { "12:1 13:3", 0 },                                   /* the quay twice in a row */
    { "12:1 13:2 14:3", 1 },                              /* the kitchen in between */
    { "12:1 13:2 14:3 15:4", 2 }, { "12:1 13: 14:3", 0 }, /* a day without séquence parts nothing */
    { "12:1 13:2,3 14:3", 0 },                            /* both sets on the 13th: one stay each */
    { "12:1 13:2 13:3 14:3", 0 },                         /* two units on the 13th */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = make (cases[i].plan);
      g_autoptr (PltPlan) plan = plt_plan_new (facts, OTHER);
      PltPlanFigures figures;

      plt_plan_figures (plan, NULL, &figures);
      g_test_message ("%s", cases[i].plan);
      g_assert_cmpint (figures.values[PLT_FIGURE_RETURNS], ==, cases[i].returns);
      g_assert_cmpint (figures.values[PLT_FIGURE_TOTAL], ==, PLT_UNKNOWN);
    }
}

/* Without coordinates a distance is not known; with some of them it says how many are missing. */
static void
test_distance (void)
{
  g_autoptr (PltFacts) facts = make ("12:1,2 13:3");
  g_autoptr (PltPlan) plan = plt_plan_new (facts, OTHER);
  PltPlanFigures figures;

  plt_plan_figures (plan, NULL, &figures);
  g_assert_cmpint (figures.values[PLT_FIGURE_METRES], ==, PLT_UNKNOWN);
  g_assert_cmpuint (figures.n_unplaced_trips, ==, 2);
  place_house (facts);
  g_assert_cmpint (plt_location_distance (&facts->locations.items[0], &facts->locations.items[1]),
                   ==, 11120);
  g_assert_cmpint (plt_location_distance (&facts->locations.items[1], &facts->locations.items[1]),
                   ==, 0);
  facts->sequences.items[2].location = 99; /* a place without coordinates */
  plt_plan_figures (plan, NULL, &figures);
  g_assert_cmpint (figures.values[PLT_FIGURE_METRES], ==, 11120);
  g_assert_cmpuint (figures.n_unplaced_trips, ==, 1);
}

static void
test_text (void)
{
  static const struct
  {
    PltFigure figure;
    gint64 from, to;
    const char *shown, *change;
  } cases[] = {
    { PLT_FIGURE_DAYS, 3, 5, "5", "+2" },
    { PLT_FIGURE_DAYS, 5, 3, "3", "\342\210\2222" },
    { PLT_FIGURE_DAYS, 5, 5, "5", "=" },
    { PLT_FIGURE_METRES, 0, 12449, "12,4\302\240km", "+12,4\302\240km" },
    { PLT_FIGURE_METRES, 10, PLT_UNKNOWN, "", "" },
    { PLT_FIGURE_TOTAL, PLT_UNKNOWN, 5, "0,05\342\200\257€", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = plt_figure_format (cases[i].figure, cases[i].to);
      g_autofree char *change
          = plt_figure_format_change (cases[i].figure, cases[i].from, cases[i].to);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpstr (change, ==, cases[i].change);
    }
}

/* Comparing the other way round turns every move round. */
static void
test_both_ways (void)
{
  g_autoptr (PltFacts) facts = make ("12:2 13:4 14:1,3");
  g_autoptr (PltPlanCompare) there = plt_plan_compare_new (facts, FILM_SCHEDULE, OTHER, 0);
  g_autoptr (PltPlanCompare) back = plt_plan_compare_new (facts, OTHER, FILM_SCHEDULE, 0);

  for (guint i = 0; i < PLT_N_FIGURES; i++)
    {
      g_assert_cmpint (there->figures[0].values[i], ==, back->figures[1].values[i]);
      g_assert_cmpint (there->figures[1].values[i], ==, back->figures[0].values[i]);
    }
  g_assert_cmpuint (there->counts[PLT_PLAN_MOVED], ==, back->counts[PLT_PLAN_MOVED]);
  g_assert_cmpuint (there->counts[PLT_PLAN_PLACED], ==, back->counts[PLT_PLAN_UNPLACED]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-compare/states", test_states);
  g_test_add_func ("/plan-compare/more-states", test_more_states);
  g_test_add_func ("/plan-compare/order", test_order);
  g_test_add_func ("/plan-compare/figures", test_figures);
  g_test_add_func ("/plan-compare/returns", test_returns);
  g_test_add_func ("/plan-compare/distance", test_distance);
  g_test_add_func ("/plan-compare/text", test_text);
  g_test_add_func ("/plan-compare/both-ways", test_both_ways);
  return g_test_run ();
}
