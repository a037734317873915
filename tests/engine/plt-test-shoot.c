#include "plt-test-shoot.h"

#define MONDAY (7 * 105000 + 1)
#define CAPACITY 600
#define CHILDREN 2

static gboolean
one_in (GRand *rand, gint n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

static gint
week_day (const PltShootProblem *film, guint day)
{
  return (film->days[day].date - 1) % 7;
}

static gboolean
is_night (const PltShootProblem *film, guint day)
{
  return week_day (film, day) >= 3 && (film->days[day].date - MONDAY) / 7 % 3 == 1;
}

static void
make_days (PltShootProblem *film)
{
  for (guint d = 0; d < film->n_days; d++)
    {
      film->days[d].date = MONDAY + (gint) (d / 6 * 7 + d % 6);
      film->days[d].capacity = CAPACITY;
      film->days[d].limit = 720;
      film->days[d].price = 1200000;
      film->days[d].kind = is_night (film, d) ? PLT_SHOOT_ANY : PLT_SHOOT_DAY_ONLY;
      film->days[d].child_minutes = week_day (film, d) == 2 ? 0 : 480;
    }
}

static void
make_places (PltShootProblem *film, GRand *rand)
{
  gint x[PLT_SHOOT_MAX_SITES], y[PLT_SHOOT_MAX_SITES];

  film->km = g_new0 (gint, film->n_sites * film->n_sites);
  for (guint i = 0; i < film->n_sites; i++)
    {
      x[i] = g_rand_int_range (rand, 0, 40);
      y[i] = g_rand_int_range (rand, 0, 40);
      for (guint j = 0; j < i; j++)
        film->km[i * film->n_sites + j] = film->km[j * film->n_sites + i]
            = ABS (x[i] - x[j]) + ABS (y[i] - y[j]);
    }
  for (guint s = 0; s < film->n_sets; s++)
    film->sets[s].return_price = g_rand_int_range (rand, 1, 9) * 20000;
}

static void
make_roles (PltShootProblem *film, GRand *rand)
{
  static const PltShootPay RULES[]
      = { PLT_SHOOT_PAY_SPAN, PLT_SHOOT_PAY_DROP, PLT_SHOOT_PAY_WEEKLY, PLT_SHOOT_PAY_DAYS };

  for (guint r = 0; r < film->n_roles; r++)
    {
      PltShootRole *role = &film->roles[r];

      role->rule = r < 3 ? PLT_SHOOT_PAY_SPAN : RULES[g_rand_int_range (rand, 0, 4)];
      role->pay = r < 3 ? 200000 - 40000 * (gint64) r : g_rand_int_range (rand, 3, 9) * 10000;
      role->calendar = one_in (rand, 4);
      role->drop_after = 4;
      role->drop_price = role->pay * 3;
      role->weekly_minimum = 3;
      role->child = r >= film->n_roles - CHILDREN;
    }
  if (film->n_roles > 6)
    film->roles[5].rule = PLT_SHOOT_PAY_FLAT;
}

/* Leads often, others seldom, children never at night. */
static PltShootMask
draw_cast (const PltShootProblem *film, GRand *rand, gboolean night)
{
  gint n = g_rand_int_range (rand, 1, 6), adults = (gint) film->n_roles - CHILDREN;
  PltShootMask cast = 0;

  while (n-- > 0)
    cast |= PLT_SHOOT_BIT (g_rand_int_range (rand, 0, one_in (rand, 2) ? MIN (5, adults) : adults));
  if (!night && one_in (rand, 8))
    cast |= PLT_SHOOT_BIT (adults + g_rand_int_range (rand, 0, CHILDREN));
  return cast;
}

/* The séquences of one day: of a set that goes on or of a new one. */
static void
plant_day (
    PltShootProblem *film, GRand *rand, guint day, guint first, guint next, gint *set, gint *site)
{
  gboolean night = is_night (film, day);
  gint of_day = *site, share = next > first ? (CAPACITY - 60) / (gint) (next - first) / 15 : 0;

  for (guint q = first; q < next; q++)
    {
      PltShootSequence *row = &film->sequences[q];

      if (one_in (rand, 4) && *set + 1 < (gint) film->n_sets)
        {
          (*set)++;
          if (q == first && one_in (rand, 2) && *site + 1 < (gint) film->n_sites)
            of_day = ++*site;
        }
      row->set = *set;
      row->site = of_day;
      row->light = night ? PLT_SHOOT_NIGHT : PLT_SHOOT_DAY;
      row->minutes = 15 * g_rand_int_range (rand, MAX (share / 2, 1), MAX (share, 2) + 1);
      row->roles = draw_cast (film, rand, night);
      if (!night && one_in (rand, 4))
        {
          row->exposure = 40000;
          row->cover = g_rand_int_range (rand, -1, (gint) film->n_sets);
        }
      if (one_in (rand, 10))
        row->late = g_rand_int_range (rand, -5, 6) * 500;
    }
}

/* Diaries that leave the hidden plan alone. */
static void
make_diaries (PltShootProblem *film, GRand *rand, const PltShootPlan *planted)
{
  for (guint r = 0; r < film->n_roles; r++)
    for (guint d = 0; d < film->n_days; d++)
      if (one_in (rand, r < 8 ? 3 : 8))
        film->roles[r].available &= ~PLT_SHOOT_BIT (d);
  for (guint s = 0; s < film->n_sets; s++)
    for (guint d = 0; d < film->n_days && s % 5 == 0; d++)
      if (one_in (rand, 2))
        film->sets[s].available &= ~PLT_SHOOT_BIT (d);
  for (guint q = 0; q < film->n_sequences; q++)
    {
      PltShootSequence *row = &film->sequences[q];
      PltShootMask day = PLT_SHOOT_BIT (planted->day[q]);

      film->sets[row->set].available |= day;
      for (guint r = 0; r < film->n_roles; r++)
        if (row->roles >> r & 1)
          film->roles[r].available |= day;
      for (guint d = 0; d < film->n_days && one_in (rand, 20); d++)
        if (d != (guint) planted->day[q] && one_in (rand, 2))
          row->allowed &= ~PLT_SHOOT_BIT (d);
    }
}

static void
make_orders (PltShootProblem *film, GRand *rand, const PltShootPlan *planted)
{
  for (guint i = 0; i < film->n_precedences; i++)
    {
      PltShootPrecedence *row = &film->precedences[i];
      gint a = g_rand_int_range (rand, 0, (gint) film->n_sequences - 1);
      gint b = g_rand_int_range (rand, a + 1, (gint) film->n_sequences);

      row->a = a;
      row->b = b;
      row->order = PLT_SHOOT_BEFORE;
      if (planted->day[a] == planted->day[b] && one_in (rand, 2))
        row->order = PLT_SHOOT_SAME_DAY;
      else if (i % 3 == 0)
        {
          row->order = PLT_SHOOT_WITHIN;
          row->days = film->days[planted->day[b]].date - film->days[planted->day[a]].date + 2;
        }
      row->price = one_in (rand, 3) ? 50000 : 0;
    }
}

PltShootProblem *
plt_test_shoot_film (
    guint32 seed, guint n_sequences, guint n_days, guint n_roles, PltShootPlan *planted)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  PltShootProblem *film = plt_shoot_problem_new (n_sequences, n_days, n_roles, n_sequences / 3 + 1,
                                                 n_sequences / 9 + 1, n_sequences / 10);
  guint n_used = 0, used = 0, q = 0;
  gint set = 0, site = 0;

  film->weights = (PltShootWeights){ .hard = 10000000,
                                     .overtime_minute = 1500,
                                     .day_move = 80000,
                                     .night_move = 30000,
                                     .km = 500,
                                     .night_day = 250000,
                                     .night_minute = 300,
                                     .move_minutes = 45,
                                     .week_days = 5,
                                     .dawn_minutes = 90 };
  make_days (film);
  make_places (film, rand);
  make_roles (film, rand);
  *planted = film->reference;
  for (guint d = 0; d < n_days; d++)
    n_used += week_day (film, d) < 5;
  for (guint d = 0; d < n_days; d++)
    if (week_day (film, d) < 5)
      {
        guint next = ++used * n_sequences / n_used;

        plant_day (film, rand, d, q, next, &set, &site);
        for (; q < next; q++)
          planted->day[q] = (gint16) d;
      }
  make_diaries (film, rand, planted);
  make_orders (film, rand, planted);
  return film;
}

void
plt_test_shoot_scatter (const PltShootProblem *problem, guint32 seed, PltShootPlan *plan)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  *plan = problem->reference;
  for (guint q = 0; q < problem->n_sequences; q++)
    plan->day[q] = (gint16) g_rand_int_range (rand, 0, (gint) problem->n_days);
}
