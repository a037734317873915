/* What a plan costs: each term alone, worked by hand; each hard rule alone; and the quick account
 * of the search against the plain one after thousands of moves. */
#include "plt-shoot-state.h"
#include "plt-test-shoot.h"

#define MONDAY (7 * 105000 + 1)

/* Four séquences of 100 minutes, days Monday to Thursday and the next Monday, three roles, two sets
 * in two places: all free. */
static PltShootProblem *
make_small (void)
{
  static const gint DATES[] = { 0, 1, 2, 3, 7 };
  PltShootProblem *small = plt_shoot_problem_new (4, 5, 3, 2, 2, 1);

  for (guint d = 0; d < 5; d++)
    {
      small->days[d].date = MONDAY + DATES[d];
      small->days[d].capacity = 480;
    }
  for (guint q = 0; q < 4; q++)
    small->sequences[q].minutes = 100;
  small->precedences[0] = (PltShootPrecedence){ 0, 1, PLT_SHOOT_WITHIN, 99, 0 };
  small->weights.hard = 1000000;
  return small;
}

static PltShootPlan
make_plan (const PltShootProblem *problem, gint a, gint b, gint c, gint d)
{
  PltShootPlan plan = problem->reference;

  plan.day[0] = (gint16) a;
  plan.day[1] = (gint16) b;
  plan.day[2] = (gint16) c;
  plan.day[3] = (gint16) d;
  return plan;
}

/* Both accounts: @term costs @amount and nothing else costs anything. */
static void
assert_only (const PltShootProblem *problem, PltShootPlan plan, PltShootTerm term, gint64 amount)
{
  g_autoptr (PltShootState) state = plt_shoot_state_new (problem, &plan);
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);

  g_assert_true (plt_shoot_problem_is_valid (problem));
  plt_shoot_cost (problem, &plan, cost, NULL);
  for (guint t = 0; t < PLT_SHOOT_N_TERMS; t++)
    g_assert_cmpint (cost->term[t], ==, t == term ? amount : 0);
  g_assert_cmpint (cost->total, ==, amount);
  g_assert_cmpint (plt_shoot_state_settle (state), ==, amount);
}

static void
assert_broken (const PltShootProblem *problem, PltShootPlan plan, PltShootRule rule, gint64 units)
{
  g_autoptr (GArray) breaches = g_array_new (FALSE, FALSE, sizeof (PltShootBreach));
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);

  assert_only (problem, plan, PLT_SHOOT_TERM_BROKEN, units * 1000000);
  plt_shoot_cost (problem, &plan, cost, breaches);
  g_assert_cmpint (cost->units, ==, units);
  g_assert_cmpuint (breaches->len, ==, units > 0 ? 1 : 0);
  if (units > 0)
    g_assert_cmpint (g_array_index (breaches, PltShootBreach, 0).rule, ==, rule);
}

static void
test_days (void)
{
  g_autoptr (PltShootProblem) small = make_small ();

  assert_only (small, make_plan (small, 0, 1, 2, 4), PLT_SHOOT_TERM_DAYS, 0);
  for (guint d = 0; d < 5; d++)
    small->days[d].price = 1000 + d;
  /* two used days: 1000 + 1003 */
  assert_only (small, make_plan (small, 0, 0, 3, 3), PLT_SHOOT_TERM_DAYS, 2003);
}

static void
test_overtime (void)
{
  g_autoptr (PltShootProblem) small = make_small ();

  small->weights.overtime_minute = 50;
  small->weights.move_minutes = 30;
  small->days[1].capacity = 250;
  assert_only (small, make_plan (small, 1, 1, 2, 2), PLT_SHOOT_TERM_OVERTIME, 0);
  /* 300 - 250 = 50 minutes */
  assert_only (small, make_plan (small, 1, 1, 1, 2), PLT_SHOOT_TERM_OVERTIME, 2500);
  /* and a unit move: 330 - 250 = 80 minutes */
  small->sequences[2].site = 1;
  assert_only (small, make_plan (small, 1, 1, 1, 2), PLT_SHOOT_TERM_OVERTIME, 4000);
}

static void
test_moves (void)
{
  g_autoptr (PltShootProblem) small = make_small ();

  small->weights.day_move = 700;
  small->weights.night_move = 90;
  small->sequences[1].site = small->sequences[3].site = 1;
  /* 0 | 1 | 0 | 1: three nights */
  assert_only (small, make_plan (small, 0, 1, 2, 3), PLT_SHOOT_TERM_MOVES, 270);
  /* 0 1 | 1 | 0: one move on Monday, none to Tuesday, one to Thursday over the unused day */
  assert_only (small, make_plan (small, 0, 0, 3, 1), PLT_SHOOT_TERM_MOVES, 790);
}

static void
test_distance (void)
{
  /* 0 -5- 1 -4- 2, 0 -7- 2 */
  static const gint KM[] = { 0, 5, 7, 5, 0, 4, 7, 4, 0 };
  g_autoptr (PltShootProblem) small = make_small ();

  small->n_sites = 3;
  small->km = g_memdup2 (KM, sizeof KM);
  small->weights.km = 10;
  small->sequences[1].site = 1;
  small->sequences[2].site = 2;
  /* one day, three places: 5 + 4 */
  assert_only (small, make_plan (small, 0, 0, 0, 0), PLT_SHOOT_TERM_DISTANCE, 90);
  /* 0 1 | 2 | 0: 5, the nearer of 7 and 4, 7 */
  assert_only (small, make_plan (small, 0, 0, 1, 2), PLT_SHOOT_TERM_DISTANCE, 160);
}

static void
test_returns (void)
{
  g_autoptr (PltShootProblem) small = make_small ();

  small->sets[0].return_price = 300;
  small->sequences[1].set = 1;
  /* set 0 on Monday, Wednesday and the next Monday; the unused Thursday ends no stay */
  assert_only (small, make_plan (small, 0, 1, 2, 4), PLT_SHOOT_TERM_RETURNS, 300);
  assert_only (small, make_plan (small, 0, 4, 2, 3), PLT_SHOOT_TERM_RETURNS, 0);
}

static void
test_nights (void)
{
  g_autoptr (PltShootProblem) small = make_small ();

  small->weights.night_day = 10000;
  small->weights.night_minute = 20;
  small->sequences[0].light = small->sequences[1].light = small->sequences[2].light
      = PLT_SHOOT_NIGHT;
  /* two nights, 300 minutes of them */
  assert_only (small, make_plan (small, 2, 2, 3, 0), PLT_SHOOT_TERM_NIGHTS, 26000);
}

/* The first role plays séquences 0 and 1. */
static void
test_roles (void)
{
  const struct
  {
    PltShootRole role;
    gint first, last;
    gint64 amount;
  } cases[] = {
    /* two days worked, one, and one for two séquences of a day */
    { { PLT_SHOOT_PAY_DAYS, 100 }, 0, 4, 200 },
    { { PLT_SHOOT_PAY_DAYS, 100 }, 1, 1, 100 },
    /* used days from Monday to the next Monday: Monday, Tuesday (others), Monday */
    { { PLT_SHOOT_PAY_SPAN, 100 }, 0, 4, 300 },
    { { PLT_SHOOT_PAY_SPAN, 100, TRUE }, 0, 4, 800 },
    { { PLT_SHOOT_PAY_SPAN, 100, TRUE }, 2, 3, 200 },
    /* six idle dates: more than five may be dropped for 250, six are dearer; not when six may wait;
     * not when the drop is dearer than waiting */
    { { PLT_SHOOT_PAY_DROP, 100, TRUE, 5, 250 }, 0, 4, 450 },
    { { PLT_SHOOT_PAY_DROP, 100, TRUE, 6, 250 }, 0, 4, 800 },
    { { PLT_SHOOT_PAY_DROP, 100, TRUE, 5, 9999 }, 0, 4, 800 },
    { { PLT_SHOOT_PAY_DROP, 100, FALSE, 0, 30 }, 0, 4, 230 },
    /* a day in each of two weeks, three due in each; two in one week */
    { { PLT_SHOOT_PAY_WEEKLY, 100, FALSE, 0, 0, 3 }, 0, 4, 600 },
    { { PLT_SHOOT_PAY_WEEKLY, 100, FALSE, 0, 0, 3 }, 0, 3, 300 },
    { { PLT_SHOOT_PAY_WEEKLY, 100, FALSE, 0, 0, 1 }, 0, 3, 200 },
    { { PLT_SHOOT_PAY_FLAT, 5000 }, 0, 4, 5000 },
    /* waiting at a third of the pay; six idle dates; dropped for less than they cost */
    { { PLT_SHOOT_PAY_SPAN, 90, .idle = 30 }, 0, 4, 210 },
    { { PLT_SHOOT_PAY_SPAN, 90, TRUE, .idle = 30 }, 0, 4, 360 },
    { { PLT_SHOOT_PAY_DROP, 90, TRUE, 2, 100, .idle = 30 }, 0, 4, 280 },
    /* five days promised, two worked; one promised */
    { { PLT_SHOOT_PAY_DAYS, 100, .guaranteed = 5 }, 0, 4, 500 },
    { { PLT_SHOOT_PAY_DAYS, 100, .guaranteed = 1 }, 0, 4, 200 },
    { { PLT_SHOOT_PAY_SPAN, 100, .guaranteed = 4 }, 0, 4, 400 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltShootProblem) small = make_small ();

      small->roles[0] = cases[i].role;
      small->roles[0].available = PLT_SHOOT_ALL;
      small->sequences[0].roles = small->sequences[1].roles = PLT_SHOOT_BIT (0);
      /* the second role is paid, and plays nowhere */
      small->roles[1].pay = 77;
      assert_only (small, make_plan (small, cases[i].first, cases[i].last, 1, 1),
                   PLT_SHOOT_TERM_ROLES, cases[i].amount);
    }
}

static void
test_exposure (void)
{
  g_autoptr (PltShootProblem) small = make_small ();

  small->sequences[0].exposure = 800;
  /* nothing to fall back on */
  assert_only (small, make_plan (small, 0, 1, 2, 3), PLT_SHOOT_TERM_EXPOSURE, 800);
  small->sequences[0].cover = 1;
  small->sequences[3].set = 1;
  /* the cover is left for Thursday; for the same day; was shot the day before */
  assert_only (small, make_plan (small, 0, 1, 2, 3), PLT_SHOOT_TERM_EXPOSURE, 0);
  assert_only (small, make_plan (small, 3, 1, 2, 3), PLT_SHOOT_TERM_EXPOSURE, 0);
  assert_only (small, make_plan (small, 4, 1, 2, 3), PLT_SHOOT_TERM_EXPOSURE, 800);
}

static void
test_wishes (void)
{
  const struct
  {
    PltShootOrder order;
    gint days, a, b;
    gboolean broken;
  } cases[] = {
    { PLT_SHOOT_BEFORE, 0, 1, 1, FALSE },     { PLT_SHOOT_BEFORE, 0, 2, 1, TRUE },
    { PLT_SHOOT_DAYS_BEFORE, 0, 1, 1, TRUE }, { PLT_SHOOT_DAYS_BEFORE, 0, 1, 2, FALSE },
    { PLT_SHOOT_WITHIN, 3, 3, 0, FALSE },     { PLT_SHOOT_WITHIN, 3, 3, 4, TRUE },
    { PLT_SHOOT_WITHIN, 4, 3, 4, FALSE },     { PLT_SHOOT_SAME_DAY, 0, 2, 2, FALSE },
    { PLT_SHOOT_SAME_DAY, 0, 2, 3, TRUE },
  };
  g_autoptr (PltShootProblem) late = make_small ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltShootProblem) small = make_small ();
      PltShootPlan plan = make_plan (small, cases[i].a, cases[i].b, 0, 0);

      small->precedences[0].order = cases[i].order;
      small->precedences[0].days = cases[i].days;
      assert_broken (small, plan, PLT_SHOOT_RULE_ORDER, cases[i].broken);
      small->precedences[0].price = 60;
      assert_only (small, plan, PLT_SHOOT_TERM_WISHES, cases[i].broken ? 60 : 0);
    }
  /* on the fourth day, three days late; and one that likes it late */
  late->sequences[2].late = 40;
  late->sequences[3].late = -10;
  assert_only (late, make_plan (late, 0, 0, 3, 2), PLT_SHOOT_TERM_WISHES, 100);
}

/* Waiting that nobody pays is a wish. */
static void
test_waiting (void)
{
  g_autoptr (PltShootProblem) small = make_small ();

  small->sequences[0].roles = small->sequences[1].roles = PLT_SHOOT_BIT (0);
  small->roles[0].wait = 15;
  /* Monday and the next Monday; Tuesday and Wednesday are used by others, Thursday by nobody */
  assert_only (small, make_plan (small, 0, 4, 1, 2), PLT_SHOOT_TERM_WISHES, 30);
  assert_only (small, make_plan (small, 0, 1, 2, 3), PLT_SHOOT_TERM_WISHES, 0);
  small->roles[0].rule = PLT_SHOOT_PAY_SPAN;
  assert_only (small, make_plan (small, 0, 4, 1, 2), PLT_SHOOT_TERM_WISHES, 0);
}

/* Monday and Tuesday of two units, the next Monday of the first one. */
static PltShootProblem *
make_two_units (void)
{
  PltShootProblem *small = make_small ();

  small->days[1].date = MONDAY;
  small->days[2].date = small->days[3].date = MONDAY + 1;
  small->days[1].unit = small->days[3].unit = 1;
  return small;
}

static void
test_units (void)
{
  g_autoptr (PltShootProblem) film = make_two_units ();
  g_autoptr (PltShootProblem) role = make_two_units ();
  g_autoptr (PltShootProblem) order = make_two_units ();

  /* each unit has its own way: unit 1 stays at 0, unit 2 at 1 */
  film->weights.night_move = 90;
  film->sequences[1].site = film->sequences[3].site = 1;
  assert_only (film, make_plan (film, 0, 1, 2, 3), PLT_SHOOT_TERM_MOVES, 0);
  assert_only (film, make_plan (film, 0, 1, 3, 2), PLT_SHOOT_TERM_MOVES, 180);
  film->weights.night_move = 0;
  /* a set that a unit leaves and takes up again on its own next day is one stay */
  film->sets[0].return_price = 300;
  film->sequences[1].set = film->sequences[3].set = 1;
  assert_only (film, make_plan (film, 0, 1, 2, 3), PLT_SHOOT_TERM_RETURNS, 0);
  assert_only (film, make_plan (film, 0, 2, 4, 3), PLT_SHOOT_TERM_RETURNS, 300);
  film->sets[0].return_price = 0;
  /* a night of the second unit does not tire the first one */
  film->sequences[1].light = PLT_SHOOT_NIGHT;
  assert_broken (film, make_plan (film, 0, 1, 2, 4), PLT_SHOOT_RULE_REST, 0);
  assert_broken (film, make_plan (film, 0, 1, 3, 4), PLT_SHOOT_RULE_REST, 1);
  film->sequences[1].light = PLT_SHOOT_DAY;
  /* two days of the week each */
  film->weights.week_days = 1;
  assert_broken (film, make_plan (film, 0, 1, 2, 3), PLT_SHOOT_RULE_WEEK, 2);
  assert_broken (film, make_plan (film, 0, 1, 4, 4), PLT_SHOOT_RULE_WEEK, 0);

  /* nobody is in two units at once; who is, is paid once */
  role->sequences[0].roles = role->sequences[1].roles = PLT_SHOOT_BIT (0);
  assert_broken (role, make_plan (role, 0, 1, 2, 3), PLT_SHOOT_RULE_TWICE, 1);
  assert_broken (role, make_plan (role, 0, 3, 2, 3), PLT_SHOOT_RULE_TWICE, 0);
  role->roles[0].pay = 100;
  role->weights.hard = 0;
  assert_only (role, make_plan (role, 0, 1, 2, 3), PLT_SHOOT_TERM_ROLES, 100);
  /* Monday, and the next Monday: one date in between, of two units */
  role->roles[0].rule = PLT_SHOOT_PAY_SPAN;
  assert_only (role, make_plan (role, 1, 4, 2, 3), PLT_SHOOT_TERM_ROLES, 300);

  /* dates count, not rows */
  order->precedences[0].order = PLT_SHOOT_BEFORE;
  assert_broken (order, make_plan (order, 1, 0, 2, 2), PLT_SHOOT_RULE_ORDER, 0);
  order->precedences[0].order = PLT_SHOOT_DAYS_BEFORE;
  assert_broken (order, make_plan (order, 0, 1, 2, 2), PLT_SHOOT_RULE_ORDER, 1);
}

static void
test_stability (void)
{
  g_autoptr (PltShootProblem) small = make_small ();

  small->reference = make_plan (small, 0, 1, 2, -1);
  small->weights.stability = 500;
  /* the second and the third left; the fourth was nowhere */
  assert_only (small, make_plan (small, 0, 2, 1, 3), PLT_SHOOT_TERM_STABILITY, 1000);
}

static void
test_rules_of_days (void)
{
  g_autoptr (PltShootProblem) small = make_small ();
  PltShootPlan plan = make_plan (small, 0, 1, 1, 1);

  assert_broken (small, make_plan (small, 0, -1, 1, 1), PLT_SHOOT_RULE_UNPLACED,
                 PLT_SHOOT_UNPLACED_UNITS);
  small->sequences[0].allowed = PLT_SHOOT_BIT (1);
  assert_broken (small, plan, PLT_SHOOT_RULE_NOT_ALLOWED, 1);
  small->sequences[0].allowed = PLT_SHOOT_ALL;
  small->days[0].kind = PLT_SHOOT_CLOSED;
  assert_broken (small, plan, PLT_SHOOT_RULE_LIGHT, 1);
  small->days[0].kind = PLT_SHOOT_NIGHT_ONLY;
  assert_broken (small, plan, PLT_SHOOT_RULE_LIGHT, 1);
  small->sequences[0].light = PLT_SHOOT_DAWN;
  assert_broken (small, plan, PLT_SHOOT_RULE_LIGHT, 0);
  /* 100 minutes of dawn, 60 may be: two half hours begun */
  small->weights.dawn_minutes = 60;
  assert_broken (small, plan, PLT_SHOOT_RULE_DAWN, 2);
  small->weights.dawn_minutes = 0;
  /* 300 minutes, 239 may be: three half hours begun */
  small->days[1].limit = 239;
  assert_broken (small, plan, PLT_SHOOT_RULE_LIMIT, 3);
  small->days[1].limit = 300;
  assert_broken (small, plan, PLT_SHOOT_RULE_LIMIT, 0);
  small->days[1].sites = ~G_GUINT64_CONSTANT (1);
  assert_broken (small, plan, PLT_SHOOT_RULE_SITE_CLOSED, 1);
  small->days[1].sites = G_MAXUINT64;
  small->sets[0].available = ~PLT_SHOOT_BIT (1);
  assert_broken (small, plan, PLT_SHOOT_RULE_SET_CLOSED, 1);
}

static void
test_rules_of_rest (void)
{
  g_autoptr (PltShootProblem) small = make_small ();

  small->sequences[0].light = PLT_SHOOT_NIGHT;
  /* Tuesday night, then Wednesday; then Thursday; Thursday night, then the next Monday */
  assert_broken (small, make_plan (small, 1, 2, 2, 2), PLT_SHOOT_RULE_REST, 1);
  assert_broken (small, make_plan (small, 1, 3, 3, 3), PLT_SHOOT_RULE_REST, 0);
  assert_broken (small, make_plan (small, 3, 4, 4, 4), PLT_SHOOT_RULE_REST, 0);
  /* what may be shot at any hour goes on after a night, and is as long as anything else */
  small->sequences[1].light = small->sequences[2].light = small->sequences[3].light
      = PLT_SHOOT_FREE;
  assert_broken (small, make_plan (small, 1, 2, 2, 2), PLT_SHOOT_RULE_REST, 0);
  small->days[2].kind = PLT_SHOOT_NIGHT_ONLY;
  small->days[2].limit = 280;
  assert_broken (small, make_plan (small, 1, 2, 2, 2), PLT_SHOOT_RULE_LIMIT, 1);
  small->days[2] = (PltShootDay){ .date = MONDAY + 2, .capacity = 480, .sites = G_MAXUINT64 };
  /* hours that are decided: from 27h00 to 13h00 there are ten hours, eleven are due */
  small->weights.rest_minutes = 660;
  small->days[1].begin = 18 * 60;
  small->days[1].end = 27 * 60;
  small->days[2].begin = 13 * 60;
  small->days[2].end = 23 * 60;
  assert_broken (small, make_plan (small, 1, 2, 2, 2), PLT_SHOOT_RULE_REST, 1);
  small->days[2].begin = 14 * 60;
  assert_broken (small, make_plan (small, 1, 2, 2, 2), PLT_SHOOT_RULE_REST, 0);
  small->days[1].end = small->days[2].end = 0;
  /* four days in the week of two, and the next one has its own */
  small->sequences[0].light = PLT_SHOOT_DAY;
  small->weights.week_days = 2;
  assert_broken (small, make_plan (small, 0, 1, 2, 3), PLT_SHOOT_RULE_WEEK, 2);
  assert_broken (small, make_plan (small, 0, 1, 1, 4), PLT_SHOOT_RULE_WEEK, 0);
}

static void
test_rules_of_roles (void)
{
  g_autoptr (PltShootProblem) small = make_small ();
  PltShootPlan plan = make_plan (small, 0, 0, 0, 1);

  for (guint q = 0; q < 3; q++)
    small->sequences[q].roles = PLT_SHOOT_BIT (2);
  small->roles[2].available = ~PLT_SHOOT_BIT (0);
  assert_broken (small, plan, PLT_SHOOT_RULE_ROLE_AWAY, 1); /* a day, not three séquences */
  small->roles[2].available = PLT_SHOOT_ALL;
  small->roles[2].child_minutes = 240;
  assert_broken (small, plan, PLT_SHOOT_RULE_CHILD_MINUTES, 0);
  /* 300 minutes against 240, and against 180 on that day */
  small->roles[2].child = TRUE;
  assert_broken (small, plan, PLT_SHOOT_RULE_CHILD_MINUTES, 2);
  small->days[0].child_minutes = 180;
  assert_broken (small, plan, PLT_SHOOT_RULE_CHILD_MINUTES, 4);
  small->days[0].child_minutes = 600;
  assert_broken (small, plan, PLT_SHOOT_RULE_CHILD_MINUTES, 2);
  small->days[0].holiday = TRUE;
  assert_broken (small, plan, PLT_SHOOT_RULE_CHILD_MINUTES, 2);
  small->roles[2].child_minutes_holiday = 270;
  assert_broken (small, plan, PLT_SHOOT_RULE_CHILD_MINUTES, 1);
  small->roles[2].child_minutes = small->roles[2].child_minutes_holiday = 0;
  small->sequences[1].light = PLT_SHOOT_NIGHT;
  small->sequences[3].light = PLT_SHOOT_NIGHT;
  assert_broken (small, plan, PLT_SHOOT_RULE_CHILD_NIGHT, 1);
  small->roles[2].child_night = TRUE;
  assert_broken (small, plan, PLT_SHOOT_RULE_CHILD_NIGHT, 0);
}

static void
test_breakdown (void)
{
  PltShootPlan plan;
  g_autoptr (PltShootProblem) film = plt_test_shoot_film (3, 60, 20, 20, &plan);
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);
  gint64 days = 0, roles = 0, sets = 0;

  plt_test_shoot_scatter (film, 3, &plan);
  plt_shoot_cost (film, &plan, cost, NULL);
  for (guint d = 0; d < film->n_days; d++)
    days += cost->day[d];
  for (guint r = 0; r < film->n_roles; r++)
    roles += cost->role[r];
  for (guint s = 0; s < film->n_sets; s++)
    sets += cost->set[s];
  g_assert_cmpint (days, ==,
                   cost->term[PLT_SHOOT_TERM_DAYS] + cost->term[PLT_SHOOT_TERM_OVERTIME]
                       + cost->term[PLT_SHOOT_TERM_MOVES] + cost->term[PLT_SHOOT_TERM_DISTANCE]
                       + cost->term[PLT_SHOOT_TERM_NIGHTS]);
  g_assert_cmpint (roles, ==, cost->term[PLT_SHOOT_TERM_ROLES]);
  g_assert_cmpint (sets, ==, cost->term[PLT_SHOOT_TERM_RETURNS]);
  for (guint t = 0; t < PLT_SHOOT_N_TERMS; t++)
    if (t != PLT_SHOOT_TERM_STABILITY)
      g_assert_cmpint (cost->term[t], !=, 0);
}

/* Every third day belongs to a second unit, some days have hours, and all else that films by chance
 * have not. */
static void
add_units (PltShootProblem *film, GRand *rand)
{
  for (guint d = 0; d < film->n_days; d++)
    {
      PltShootDay *day = &film->days[d];

      if (d % 3 == 2)
        {
          day->date = film->days[d - 1].date;
          day->unit = 1;
        }
      day->holiday = d % 4 == 0;
      day->begin = 9 * 60;
      day->end = d % 5 < 3 ? g_rand_int_range (rand, 18, 29) * 60 : 0;
    }
  for (guint q = 0; q < film->n_sequences; q += 5)
    film->sequences[q].light = PLT_SHOOT_FREE;
  for (guint r = 0; r < film->n_roles; r++)
    {
      film->roles[r].wait = g_rand_int_range (rand, 0, 3) * 1000;
      film->roles[r].idle = g_rand_int_range (rand, 0, 3) * 5000;
      film->roles[r].guaranteed = g_rand_int_range (rand, 0, 8);
      film->roles[r].child_minutes_holiday = 200;
    }
  film->weights.rest_minutes = 660;
}

/* Each séquence stands once among those of its day, and nowhere else. */
static void
assert_members (const PltShootState *state)
{
  guint n = 0, n_placed = 0;

  for (guint d = 0; d < state->problem->n_days; d++)
    n += state->content[d].n;
  for (guint q = 0; q < state->problem->n_sequences; q++)
    if (state->plan.day[q] >= 0)
      {
        n_placed++;
        g_assert_cmpuint (state->slot[q], <, state->content[state->plan.day[q]].n);
        g_assert_cmpuint (plt_shoot_state_members (state, state->plan.day[q])[state->slot[q]], ==,
                          q);
      }
  g_assert_cmpuint (n, ==, n_placed);
}

/* Moves of one to four séquences, settled once or twice, kept or taken back. */
static void
test_accounts_agree (void)
{
  for (guint32 seed = 1; seed <= 8; seed++)
    {
      PltShootPlan plan;
      guint n_days = seed % 4 == 0 ? 128 : 24;
      g_autoptr (PltShootProblem) film = plt_test_shoot_film (seed, 80, n_days, 40, &plan);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree PltShootCost *cost = g_new (PltShootCost, 1);
      g_autoptr (PltShootState) state = NULL;

      film->reference = plan;
      film->weights.stability = 12345;
      film->sequences[7].light = film->sequences[8].light = PLT_SHOOT_DAWN;
      if (seed > 4)
        add_units (film, rand);
      g_assert_true (plt_shoot_problem_is_valid (film));
      state = plt_shoot_state_new (film, &plan);
      for (guint i = 0; i < 2500; i++)
        {
          for (gint n = g_rand_int_range (rand, 1, 5); n > 0; n--)
            {
              plt_shoot_state_move (state, g_rand_int_range (rand, 0, 80),
                                    g_rand_int_range (rand, i % 9 == 0 ? -1 : 0, (gint) n_days));
              if (n == 2)
                plt_shoot_state_settle (state);
            }
          plt_shoot_state_settle (state);
          if (g_rand_boolean (rand))
            plt_shoot_state_undo (state);
          else
            plt_shoot_state_keep (state);
          plt_shoot_cost (film, &state->plan, cost, NULL);
          g_assert_cmpint (cost->total, ==, plt_shoot_state_settle (state));
          g_assert_cmpint (cost->units, ==, state->units);
          assert_members (state);
        }
    }
}

static void
test_planted (void)
{
  for (guint32 seed = 1; seed <= 5; seed++)
    {
      PltShootPlan plan;
      g_autoptr (PltShootProblem) film = plt_test_shoot_film (seed, 150, 45, 50, &plan);
      g_autoptr (GArray) breaches = g_array_new (FALSE, FALSE, sizeof (PltShootBreach));
      g_autofree PltShootCost *cost = g_new (PltShootCost, 1);

      g_assert_true (plt_shoot_problem_is_valid (film));
      plt_shoot_cost (film, &plan, cost, breaches);
      g_assert_cmpint (cost->units, ==, 0);
      g_assert_cmpuint (breaches->len, ==, 0);
      plt_test_shoot_scatter (film, seed, &plan);
      plt_shoot_cost (film, &plan, cost, breaches);
      g_assert_cmpint (cost->units, >, 50);
    }
}

static void
test_validity (void)
{
  g_autoptr (PltShootProblem) small = make_small ();
  g_autoptr (PltShootProblem) copy = plt_shoot_problem_copy (small);
  gint *numbers[] = { &copy->days[1].date,        &copy->sequences[0].set, &copy->sequences[1].site,
                      &copy->sequences[2].cover,  &copy->precedences[0].a, &copy->precedences[0].b,
                      &copy->sequences[1].minutes };

  g_assert_true (plt_shoot_problem_is_valid (small));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (gint bad = -2; bad <= 100000; bad += 100002)
      {
        gint good = *numbers[i];

        *numbers[i] = bad;
        if (i > 0 || bad < 0)
          g_assert_false (plt_shoot_problem_is_valid (copy));
        *numbers[i] = good;
        g_assert_true (plt_shoot_problem_is_valid (copy));
      }
  copy->reference.day[3] = 5;
  g_assert_false (plt_shoot_problem_is_valid (copy));
  copy->reference.day[3] = -1;
  copy->sequences[0].roles = PLT_SHOOT_BIT (3);
  g_assert_false (plt_shoot_problem_is_valid (copy));
  g_assert_true (plt_shoot_problem_is_valid (small));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/shoot-cost/days", test_days);
  g_test_add_func ("/engine/shoot-cost/overtime", test_overtime);
  g_test_add_func ("/engine/shoot-cost/moves", test_moves);
  g_test_add_func ("/engine/shoot-cost/distance", test_distance);
  g_test_add_func ("/engine/shoot-cost/returns", test_returns);
  g_test_add_func ("/engine/shoot-cost/nights", test_nights);
  g_test_add_func ("/engine/shoot-cost/roles", test_roles);
  g_test_add_func ("/engine/shoot-cost/exposure", test_exposure);
  g_test_add_func ("/engine/shoot-cost/wishes", test_wishes);
  g_test_add_func ("/engine/shoot-cost/waiting", test_waiting);
  g_test_add_func ("/engine/shoot-cost/units", test_units);
  g_test_add_func ("/engine/shoot-cost/stability", test_stability);
  g_test_add_func ("/engine/shoot-cost/rules-of-days", test_rules_of_days);
  g_test_add_func ("/engine/shoot-cost/rules-of-rest", test_rules_of_rest);
  g_test_add_func ("/engine/shoot-cost/rules-of-roles", test_rules_of_roles);
  g_test_add_func ("/engine/shoot-cost/breakdown", test_breakdown);
  g_test_add_func ("/engine/shoot-cost/accounts-agree", test_accounts_agree);
  g_test_add_func ("/engine/shoot-cost/planted", test_planted);
  g_test_add_func ("/engine/shoot-cost/validity", test_validity);
  return g_test_run ();
}
