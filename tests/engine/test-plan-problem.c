/* From the facts of a production to the problem of the search: each thing that a production notes,
 * and what becomes of it. */
#include <string.h>

#include "plt-test-plan.h"

#define FRIDAY (PLAN_MONDAY + 4)
#define SUMMER plt_date_from_ymd (2027, 7, 5)

typedef struct
{
  PltFacts *facts;
  PltPlanWeights *weights;
  PltOptimiseOptions options;
  PltOptimiser *optimiser;
} Fixture;

/* Séquence 1 (two hours, in set 1) on the first of four days, Monday to Thursday. */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->facts = plan_film_new ();
  self->weights = plan_film_weights (self->facts, FALSE);
  self->options = PLT_OPTIMISE_DEFAULTS;
  for (gint64 d = 1; d <= 4; d++)
    plan_film_day (self->facts, d, PLAN_MONDAY + (PltDate) d - 1);
  plan_film_place (self->facts, 1, "Port");
  plan_film_set (self->facts, 1, "QUAI", 1);
  plan_film_sequence (self->facts, 1, "1", 1, 120);
  plan_film_strip (self->facts, 1, 1, 1);
  plan_film_element (self->facts, 1, PLAN_ROLES, "NORA");
  plan_film_plays (self->facts, 1, 1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_optimiser_free (self->optimiser);
  plt_plan_weights_free (self->weights);
  plt_facts_free (self->facts);
}

static const PltShootProblem *
solve (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->optimiser, plt_optimiser_free);
  self->optimiser = plt_optimiser_new (self->facts, 0, self->weights, &self->options, &error);
  g_assert_no_error (error);
  return plt_optimiser_get_problem (self->optimiser);
}

static gint
start_of (const Fixture *self, guint q)
{
  return plt_optimiser_get_start (self->optimiser)->day[q];
}

/* ---- days ---- */

static void
test_dates (Fixture *self, gconstpointer data)
{
  const PltShootProblem *problem;

  /* by date, not by position; Monday counts as GDate does */
  self->facts->days.items[3].date = PLAN_MONDAY - 3;
  problem = solve (self);
  g_assert_cmpuint (problem->n_days, ==, 4);
  g_assert_cmpint (problem->days[1].date % 7, ==, 1);
  g_assert_cmpint (problem->days[1].date - problem->days[0].date, ==, 3);
  g_assert_cmpint (start_of (self, 0), ==, 1);

  /* without a date: the next working day; two of a unit on one date are apart, two units are not */
  self->facts->days.items[0].date = FRIDAY;
  self->facts->days.items[1].date = PLT_DATE_NONE;
  self->facts->days.items[2].date = self->facts->days.items[3].date = FRIDAY + 7;
  problem = solve (self);
  g_assert_cmpint (problem->days[1].date - problem->days[0].date, ==, 3);
  g_assert_cmpint (problem->days[2].date - problem->days[0].date, ==, 7);
  g_assert_cmpint (problem->days[3].date - problem->days[0].date, ==, 8);
  self->facts->days.items[3].unit = 2;
  problem = solve (self);
  g_assert_cmpint (problem->days[3].date, ==, problem->days[2].date);
  g_assert_cmpuint (problem->days[3].unit, ==, 1);

  /* before the first date, when the first days have none */
  self->facts->days.items[3].unit = 1;
  self->facts->days.items[0].date = PLT_DATE_NONE;
  problem = solve (self);
  g_assert_cmpint (problem->days[2].date - problem->days[1].date, <=, 7);
  g_assert_cmpint (problem->days[1].date, >, problem->days[0].date);
  g_assert_cmpint (start_of (self, 0), ==, 0);
  self->facts->days.items[0].date = FRIDAY;
  self->facts->days.items[3].unit = 2;

  /* a day of rest is none, a day in reserve is, and costs more to begin */
  self->facts->days.items[3].kind = "repos";
  self->facts->days.items[2].kind = "reserve";
  problem = solve (self);
  g_assert_cmpuint (problem->n_days, ==, 3);
  g_assert_cmpint (problem->days[2].price - problem->days[0].price, ==,
                   plt_plan_weights_get (self->weights, "jour-reserve"));
}

static void
test_length_of_days (Fixture *self, gconstpointer data)
{
  const struct
  {
    gint64 start, end, meal, banner;
    const char *kind;
    gint capacity;
  } cases[] = {
    { PLT_UNKNOWN, PLT_UNKNOWN, PLT_UNKNOWN, 0, "note", 480 },
    { 540, 1140, 780, 0, "note", 480 },         /* ten hours less a meal are more than the plan's */
    { 540, 960, 780, 0, "note", 360 },          /* seven hours less a meal */
    { 540, 780, PLT_UNKNOWN, 0, "note", 240 },  /* half a day */
    { 540, 1140, 780, 45, "note", 435 },        /* a note that takes time */
    { 540, 1140, 780, 45, "deplacement", 480 }, /* moves are counted for themselves */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltDayFacts *day = &self->facts->days.items[0];
      PltStripFacts *banner
          = i == 0 ? plan_film_strip (self->facts, 2, 1, 0) : &self->facts->strips.items[1];

      day->start_minutes = cases[i].start;
      day->end_minutes = cases[i].end;
      day->meal_minutes = cases[i].meal;
      banner->kind = cases[i].kind;
      banner->minutes = cases[i].banner;
      g_assert_cmpint (solve (self)->days[0].capacity, ==, cases[i].capacity);
      g_assert_cmpint (plt_optimiser_get_problem (self->optimiser)->days[0].limit, ==, 600);
    }
}

static void
test_hours (Fixture *self, gconstpointer data)
{
  PltDayFacts *days = self->facts->days.items;
  PltSequenceFacts *night;
  const PltShootProblem *problem;

  for (guint d = 0; d < 4; d++)
    {
      days[d].start_minutes = 540;
      days[d].end_minutes = 1140;
      days[d].date += SUMMER - PLAN_MONDAY;
    }
  days[1].start_minutes = 14 * 60;
  days[1].end_minutes = 24 * 60;
  days[2].start_minutes = 22 * 60;
  days[2].end_minutes = 30 * 60;
  night = plan_film_sequence (self->facts, 2, "2", 1, 60);
  night->int_ext = "EXT";
  night->effect = "NUIT";
  problem = solve (self);
  g_assert_cmpint (problem->days[0].kind, ==, PLT_SHOOT_DAY_ONLY);
  g_assert_cmpint (problem->days[1].kind, ==, PLT_SHOOT_ANY);
  g_assert_cmpint (problem->days[2].kind, ==, PLT_SHOOT_NIGHT_ONLY);
  g_assert_cmpint (problem->days[2].end, ==, 1800);
  g_assert_cmpint (problem->weights.rest_minutes, ==, 660);
  g_assert_cmpint (problem->weights.week_days, ==, 6);

  /* the sun knows better than the agreement: twilight ends before 22:20 in Marseille on 5 July, and
   * after 22:30 in Brest */
  self->facts->locations.items[0].latitude_e6 = 43296500;
  self->facts->locations.items[0].longitude_e6 = 5369800;
  days[2].start_minutes = 22 * 60 + 20;
  g_assert_cmpint (solve (self)->days[2].kind, ==, PLT_SHOOT_NIGHT_ONLY);
  self->facts->locations.items[0].latitude_e6 = 48390400;
  self->facts->locations.items[0].longitude_e6 = -4486100;
  g_assert_cmpint (solve (self)->days[2].kind, ==, PLT_SHOOT_ANY);

  /* nobody has thought of the hours yet: any day may have the night, and it is said */
  days[1].start_minutes = days[2].start_minutes = 540;
  days[1].end_minutes = days[2].end_minutes = 1140;
  problem = solve (self);
  for (guint d = 0; d < 4; d++)
    {
      g_assert_cmpint (problem->days[d].kind, ==, PLT_SHOOT_ANY);
      g_assert_cmpint (problem->days[d].end, ==, 0);
    }
}

static void
test_locked_days (Fixture *self, gconstpointer data)
{
  const PltShootProblem *problem;

  self->facts->days.items[1].locked = TRUE;
  self->options.today = PLAN_MONDAY + 1;
  plan_film_sequence (self->facts, 2, "2", 1, 60);
  plan_film_strip (self->facts, 2, 4, 2)->shot = "reportee";
  problem = solve (self);
  g_assert_true (problem->days[0].locked); /* past */
  g_assert_true (problem->days[1].locked);
  g_assert_false (problem->days[2].locked);
  g_assert_true (problem->days[3].locked); /* somebody noted what became of it */
}

static void
test_periods (Fixture *self, gconstpointer data)
{
  static const char *const KINDS[] = { "fermeture", "vacances-scolaires" };
  const PltShootProblem *problem;

  for (guint i = 0; i < 2; i++)
    {
      PltPeriodFacts *period = PLT_FACTS_ADD (self->facts->periods, PltPeriodFacts, i + 1);

      period->kind = KINDS[i];
      period->name = "";
      period->from_date = PLAN_MONDAY + (PltDate) i;
      period->to_date = i == 0 ? PLT_DATE_NONE : PLAN_MONDAY + 2;
    }
  problem = solve (self);
  g_assert_cmpint (problem->days[0].kind, ==, PLT_SHOOT_CLOSED);
  g_assert_cmpint (problem->days[1].kind, !=, PLT_SHOOT_CLOSED);
  g_assert_false (problem->days[0].holiday);
  g_assert_true (problem->days[1].holiday);
  g_assert_true (problem->days[2].holiday);
  g_assert_false (problem->days[3].holiday);
}

static void
add_line (PltFacts *facts, gint64 id, const char *duration, PltMoney rate, gint64 role)
{
  PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, id);

  line->budget = line->account = 1;
  line->code = line->event = line->note = line->tax_credit = "";
  line->times = line->rate_formula = line->payee = line->function = line->scale = "";
  line->link_quantity = line->link_duration = line->link_rate = "";
  line->label = line->phase = "tournage";
  line->mode = "numeraire";
  line->quantity = "1";
  line->duration = duration;
  line->unit = "jour";
  line->rate_cents = rate;
  line->role = role;
  line->vat_e6 = line->offset_days = PLT_UNKNOWN;
  line->payment_date = PLT_DATE_NONE;
}

/* The devis: 1 000 € a day, 2 500 € a week of five, 300 € a night, and 600 € a day of NORA. */
static void
test_prices_of_the_devis (Fixture *self, gconstpointer data)
{
  PltBudgetFacts *budget = PLT_FACTS_ADD (self->facts->budgets, PltBudgetFacts, 1);
  PltAccountFacts *account = PLT_FACTS_ADD (self->facts->accounts, PltAccountFacts, 1);
  const PltShootProblem *problem = solve (self);

  g_assert_cmpint (problem->days[0].price, ==, plt_plan_weights_get (self->weights, "jour"));
  g_assert_cmpint (problem->weights.night_day, ==, plt_plan_weights_get (self->weights, "nuit"));
  g_assert_cmpint (problem->roles[0].pay, ==, 41825);
  self->facts->production.budget = 1;
  budget->name = budget->template_name = budget->status = "";
  budget->overheads_base = budget->contingency_base = budget->producer_base = "postes-1-9";
  budget->financial_base = "postes-1-9";
  budget->overheads_mode = budget->contingency_mode = budget->producer_mode = "numeraire";
  budget->financial_mode = "numeraire";
  budget->producer_account = budget->financial_account = budget->note = "";
  budget->producer_e6 = budget->financial_e6 = budget->ceiling_cents = PLT_UNKNOWN;
  budget->date = PLT_DATE_NONE;
  account->budget = 1;
  account->code = account->name = account->mark = "2";
  add_line (self->facts, 1, "jours_tournage", 100000, 0);
  add_line (self->facts, 2, "semaines_tournage", 250000, 0);
  add_line (self->facts, 3, "nuits", 30000, 0);
  add_line (self->facts, 4, "jours(role)", 60000, 1);
  add_line (self->facts, 5, "3", 999999, 0);
  problem = solve (self);
  g_assert_cmpint (problem->days[0].price, ==, 150000);
  g_assert_cmpint (problem->weights.night_day, ==, 30000);
  g_assert_cmpint (problem->roles[0].pay, ==, 60000);
  g_assert_cmpint (problem->roles[0].rule, ==, PLT_SHOOT_PAY_DAYS);
}

/* ---- roles ---- */

static void
test_pay (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *unit, *hold;
    PltMoney rate;
    PltShootPay rule;
    gint64 pay;
  } cases[] = {
    { "jour", "", 50000, PLT_SHOOT_PAY_DAYS, 50000 },
    { "cachet", "", 50000, PLT_SHOOT_PAY_DAYS, 50000 },
    { "semaine", "", 126673, PLT_SHOOT_PAY_WEEKLY, 25335 }, /* a fifth, half up */
    { "forfait", "", 900000, PLT_SHOOT_PAY_FLAT, 900000 },
    { "jour", "attente", 50000, PLT_SHOOT_PAY_SPAN, 50000 },
    { "jour", "interruption", 50000, PLT_SHOOT_PAY_DROP, 50000 },
    { "jour", "semaine", 50000, PLT_SHOOT_PAY_WEEKLY, 50000 },
    { "semaine", "jours", 100000, PLT_SHOOT_PAY_DAYS, 20000 },
    { "semaine", "attente", 100000, PLT_SHOOT_PAY_SPAN, 20000 },
    { "jour", "forfait", 50000, PLT_SHOOT_PAY_FLAT, 50000 },
    { "jour", "attente", PLT_UNKNOWN, PLT_SHOOT_PAY_SPAN, 41825 }, /* the weight "role-jour" */
  };
  PltProfileFacts *profile = PLT_FACTS_ADD (self->facts->profiles, PltProfileFacts, 1);
  PltEngagementFacts *engagement = plan_film_engage (self->facts, 1, "", 0, "");
  const PltShootRole *role;

  profile->code = profile->name = profile->account = "";
  profile->method = "global";
  profile->deduction = "";
  profile->accident_e6 = profile->mobility_e6 = PLT_UNKNOWN;
  profile->employer_e6 = 500000;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      engagement->unit = cases[i].unit;
      engagement->hold = cases[i].hold;
      engagement->rate_cents = cases[i].rate;
      role = solve (self)->roles;
      g_assert_cmpint (role->rule, ==, cases[i].rule);
      g_assert_cmpint (role->pay, ==, cases[i].pay);
    }
  /* contributions on top, the engagement's own patience, days promised */
  engagement->unit = "jour";
  engagement->hold = "interruption";
  engagement->rate_cents = 50000;
  engagement->profile = 1;
  engagement->drop_after = 4;
  engagement->guaranteed_days = 12;
  role = solve (self)->roles;
  g_assert_cmpint (role->pay, ==, 75000);
  g_assert_cmpint (role->drop_after, ==, 4);
  g_assert_cmpint (role->drop_price, ==, 150000);
  g_assert_cmpint (role->guaranteed, ==, 12);
  /* the firmest engagement */
  plan_film_engage (self->facts, 1, "jour", 90000, "jours")->status = "envisage";
  g_assert_cmpint (solve (self)->roles[0].pay, ==, 75000);
}

static void
test_minors (Fixture *self, gconstpointer data)
{
  const struct
  {
    int year, category;
    gint64 minutes, until;
    gboolean child;
    gint school, holiday;
    gboolean night;
  } cases[] = {
    { 0, PLAN_ROLES, PLT_UNKNOWN, PLT_UNKNOWN, FALSE, 0, 0, FALSE },
    { 0, PLAN_CHILDREN, PLT_UNKNOWN, PLT_UNKNOWN, TRUE, 180, 240, FALSE }, /* as if 6 to 11 */
    { 2018, PLAN_CHILDREN, PLT_UNKNOWN, PLT_UNKNOWN, TRUE, 180, 240, FALSE },
    { 2018, PLAN_ROLES, PLT_UNKNOWN, PLT_UNKNOWN, TRUE, 180, 240, FALSE }, /* by age */
    { 2023, PLAN_ROLES, PLT_UNKNOWN, PLT_UNKNOWN, TRUE, 120, 120, FALSE },
    { 2000, PLAN_CHILDREN, PLT_UNKNOWN, PLT_UNKNOWN, FALSE, 0, 0, FALSE }, /* an adult plays it */
    { 2018, PLAN_ROLES, 200, PLT_UNKNOWN, TRUE, 200, 0, FALSE },           /* its permit */
    { 2018, PLAN_ROLES, 200, 23 * 60, TRUE, 200, 0, TRUE },
    { 2018, PLAN_ROLES, 200, 20 * 60, TRUE, 200, 0, FALSE },
  };
  PltEngagementFacts *engagement = plan_film_engage (self->facts, 1, "jour", 10000, "");

  self->facts->days.items[2].date = plt_date_from_ymd (2027, 5, 1);
  self->facts->days.items[3].date = plt_date_from_ymd (2027, 5, 3);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PltShootRole *role;

      self->facts->elements.items[0].category = cases[i].category;
      self->facts->people.items[0].birth_date
          = cases[i].year > 0 ? plt_date_from_ymd (cases[i].year, 6, 1) : PLT_DATE_NONE;
      engagement->child_minutes = cases[i].minutes;
      engagement->child_until_minutes = cases[i].until;
      role = solve (self)->roles;
      g_assert_cmpint (role->child, ==, cases[i].child);
      g_assert_cmpint (role->child_minutes, ==, cases[i].school);
      g_assert_cmpint (role->child_minutes_holiday, ==, cases[i].holiday);
      g_assert_cmpint (role->child_night, ==, cases[i].night);
      /* 1 May is a holiday: no minor works */
      g_assert_cmpint ((gint) (role->available >> 2 & 1), ==, !cases[i].child);
      g_assert_cmpint ((gint) (role->available >> 3 & 1), ==, 1);
    }
}

/* ---- dates ---- */

/* Who or what is away on the second day, and which mask says so. */
static void
test_availability (Fixture *self, gconstpointer data)
{
  PltAvailabilityFacts *window
      = plan_film_window (self->facts, "indisponible", PLAN_MONDAY + 1, PLAN_MONDAY + 1);
  const PltShootProblem *problem;

  plan_film_engage (self->facts, 1, "jour", 10000, "");
  for (guint i = 0; i < 5; i++)
    {
      window->person = i == 0 ? 1 : 0;
      window->element = i == 1 ? 1 : 0;
      window->set = i == 2 ? 1 : 0;
      window->location = i == 3 ? 1 : 0;
      window->sequence = i == 4 ? 1 : 0;
      problem = solve (self);
      g_assert_cmpint ((gint) (problem->roles[0].available & 15), ==, i < 2 ? 13 : 15);
      g_assert_cmpint ((gint) (problem->sets[0].available & 15), ==, i == 2 ? 13 : 15);
      g_assert_cmpint ((gint) (problem->days[1].sites & 1), ==, i != 3);
      g_assert_cmpint ((gint) (problem->sequences[0].allowed & 15), ==, i == 4 ? 13 : 15);
    }
  /* to be confirmed is not away; a day without a date is asked nothing */
  window->kind = "option";
  g_assert_cmpint ((gint) (solve (self)->sequences[0].allowed & 15), ==, 15);
  window->kind = "indisponible";
  window->from_date = window->to_date = PLT_DATE_NONE;
  self->facts->days.items[1].date = PLT_DATE_NONE;
  g_assert_cmpint ((gint) (solve (self)->sequences[0].allowed & 15), ==, 2);
}

static void
test_permits (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *permit;
    gint from, to; /* days after Monday, -1: none */
    gint open;     /* a bit a day */
  } cases[] = {
    { "a-faire", 1, 2, 15 }, { "refusee", -1, -1, 0 }, { "accordee", -1, -1, 15 },
    { "accordee", 1, 2, 6 }, { "accordee", -1, 0, 1 },
  };
  PltLocationFacts *place = &self->facts->locations.items[0];
  PltElementFacts *dog = plan_film_element (self->facts, 2, PLAN_ANIMALS, "Chien");
  gint open;

  plan_film_plays (self->facts, 1, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PltShootProblem *problem;

      place->permit = dog->permit = cases[i].permit;
      place->permit_from = dog->permit_from
          = cases[i].from < 0 ? PLT_DATE_NONE : PLAN_MONDAY + cases[i].from;
      place->permit_to = dog->permit_to
          = cases[i].to < 0 ? PLT_DATE_NONE : PLAN_MONDAY + cases[i].to;
      problem = solve (self);
      open = 0;
      for (guint d = 0; d < 4; d++)
        open |= (gint) (problem->days[d].sites & 1) << d;
      g_assert_cmpint (open, ==, cases[i].open);
      /* an animal with a permit has dates too, and is not paid */
      g_assert_cmpuint (problem->n_roles, ==, i == 0 ? 1 : 2);
      if (i > 0)
        {
          g_assert_cmpint ((gint) (problem->roles[1].available & 15), ==, cases[i].open);
          g_assert_cmpint (problem->roles[1].pay, ==, 0);
        }
    }
  /* studios rest on Sundays and holidays */
  place->permit = "inutile";
  place->kind = "studio-agree";
  self->facts->days.items[1].date = plt_date_from_ymd (2027, 4, 18);
  self->facts->days.items[2].date = plt_date_from_ymd (2027, 5, 1);
  self->facts->days.items[3].date = plt_date_from_ymd (2027, 5, 3);
  open = 0;
  for (guint d = 0; d < 4; d++)
    open |= (gint) (solve (self)->days[d].sites & 1) << d;
  g_assert_cmpint (open, ==, 9);
}

/* ---- strips ---- */

static void
test_statuses (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *status, *shot;
    gint64 day;
    gint n; /* strips of the problem */
    gboolean locked;
  } cases[] = {
    { "a-tourner", "", 2, 1, FALSE },
    { "a-tourner", "", 0, 1, FALSE },
    { "ajoutee", "", 0, 1, FALSE },
    { "supprimee", "", 2, 0, FALSE },
    { "supprimee", "", 0, 0, FALSE },
    { "tournee", "", 2, 1, TRUE },
    { "tournee", "", 0, 0, FALSE },
    { "tournee", "tournee", 2, 1, TRUE },
    { "a-tourner", "tournee", 2, 1, TRUE },
    { "retake", "tournee", 2, 2, TRUE },      /* and once more */
    { "partielle", "partielle", 2, 2, TRUE }, /* and the rest */
    { "reportee", "reportee", 2, 1, FALSE },  /* the old strip is a memory */
  };

  plan_film_sequence (self->facts, 2, "2", 1, 60);
  plan_film_strip (self->facts, 2, 2, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PltShootProblem *problem;

      self->facts->sequences.items[1].status = cases[i].status;
      self->facts->strips.items[1].shot = cases[i].shot;
      self->facts->strips.items[1].day = cases[i].day;
      problem = solve (self);
      g_assert_cmpint ((gint) problem->n_sequences, ==, 1 + cases[i].n);
      if (cases[i].n == 0)
        continue;
      g_assert_cmpint (problem->sequences[1].locked, ==, cases[i].locked);
      g_assert_cmpint (start_of (self, (guint) cases[i].n), ==,
                       cases[i].n == 2 || strcmp (cases[i].status, "reportee") == 0
                           ? -1
                           : (gint) cases[i].day - 1);
    }
}

static void
test_minutes (Fixture *self, gconstpointer data)
{
  PltSequenceFacts *sequence = &self->facts->sequences.items[0];

  g_assert_cmpint (solve (self)->sequences[0].minutes, ==, 120);
  self->facts->strips.items[0].minutes = 45;
  g_assert_cmpint (solve (self)->sequences[0].minutes, ==, 45);
  self->facts->strips.items[0].minutes = sequence->shooting_minutes = PLT_UNKNOWN;
  g_assert_cmpint (solve (self)->sequences[0].minutes, ==, 60); /* nothing is known */
  sequence->eighths = 6;
  g_assert_cmpint (solve (self)->sequences[0].minutes, ==, 120); /* 20 an eighth */
}

static void
test_light (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *int_ext, *effect, *place;
    PltShootLight light;
    gboolean exposed;
  } cases[] = {
    { "EXT", "JOUR", "naturel", PLT_SHOOT_DAY, TRUE },
    { "EXT", "NUIT", "naturel", PLT_SHOOT_NIGHT, TRUE },
    { "INT", "JOUR", "naturel", PLT_SHOOT_DAY, FALSE },
    { "INT", "JOUR", "studio", PLT_SHOOT_FREE, FALSE },
    { "INT", "NUIT", "naturel", PLT_SHOOT_FREE, FALSE },
    { "EXT", "AUBE", "naturel", PLT_SHOOT_DAWN, TRUE },
    { "INT", "AUBE", "naturel", PLT_SHOOT_FREE, FALSE },
    { "", "", "naturel", PLT_SHOOT_FREE, FALSE },
  };

  plan_film_set (self->facts, 2, "CUISINE", 1);
  plan_film_sequence (self->facts, 2, "2", 2, 60);
  self->facts->sequences.items[0].cover_set = 2;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PltShootSequence *row;

      self->facts->sequences.items[0].int_ext = cases[i].int_ext;
      self->facts->sequences.items[0].effect = cases[i].effect;
      self->facts->locations.items[0].kind = cases[i].place;
      row = solve (self)->sequences;
      g_assert_cmpint (row->light, ==, cases[i].light);
      g_assert_cmpint (row->exposure > 0, ==, cases[i].exposed);
      g_assert_cmpint (row->cover, ==, cases[i].exposed ? 1 : -1);
    }
}

/* In Brest on 5 July the sun rises at 6:20 and sets at 22:10. */
static void
test_twilight (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *effect;
    gint64 start, end;
    gboolean reaches;
  } cases[] = {
    { "AUBE", 9 * 60, 19 * 60, FALSE },       { "AUBE", 7 * 60, 17 * 60, TRUE },
    { "AUBE", 21 * 60, 29 * 60 + 30, FALSE }, { "AUBE", 21 * 60, 30 * 60, TRUE },
    { "CRÉPUSCULE", 9 * 60, 21 * 60, FALSE }, { "CRÉPUSCULE", 12 * 60, 22 * 60, TRUE },
  };

  for (guint d = 0; d < 4; d++)
    self->facts->days.items[d].date += SUMMER - PLAN_MONDAY;
  self->facts->locations.items[0].latitude_e6 = 48390400;
  self->facts->locations.items[0].longitude_e6 = -4486100;
  self->facts->sequences.items[0].int_ext = "EXT";
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      self->facts->sequences.items[0].effect = cases[i].effect;
      self->facts->days.items[1].start_minutes = cases[i].start;
      self->facts->days.items[1].end_minutes = cases[i].end;
      /* the other days have no hours and are asked nothing */
      g_assert_cmpint ((gint) (solve (self)->sequences[0].allowed & 15), ==,
                       cases[i].reaches ? 15 : 13);
    }
}

static void
test_units (Fixture *self, gconstpointer data)
{
  self->facts->days.items[1].unit = 2;
  self->facts->days.items[1].date = PLAN_MONDAY;
  plan_film_sequence (self->facts, 2, "2", 1, 60);
  plan_film_strip (self->facts, 2, 2, 2);
  g_assert_cmpint ((gint) (solve (self)->sequences[0].allowed & 15), ==, 13);
  g_assert_cmpint ((gint) (solve (self)->sequences[1].allowed & 15), ==, 2);
  self->options.other_units = TRUE;
  g_assert_cmpint ((gint) (solve (self)->sequences[1].allowed & 15), ==, 15);
}

static void
test_orders (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *kind;
    PltShootOrder order;
  } cases[] = { { "avant", PLT_SHOOT_BEFORE },
                { "jour-avant", PLT_SHOOT_DAYS_BEFORE },
                { "proche", PLT_SHOOT_WITHIN },
                { "meme-jour", PLT_SHOOT_SAME_DAY } };
  PltOrderFacts *order = plan_film_order (self->facts, 1, "", 2, TRUE);
  const PltShootProblem *problem;

  plan_film_sequence (self->facts, 2, "2", 1, 60);
  order->days = 5;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      order->kind = cases[i].kind;
      problem = solve (self);
      g_assert_cmpuint (problem->n_precedences, ==, 1);
      g_assert_cmpint (problem->precedences[0].order, ==, cases[i].order);
      g_assert_cmpint (problem->precedences[0].days, ==, 5);
      g_assert_cmpint (problem->precedences[0].price, ==, 0);
    }
  order->compulsory = FALSE;
  g_assert_cmpint (solve (self)->precedences[0].price, ==,
                   plt_plan_weights_get (self->weights, "ordre"));

  /* the second séquence in two parts: both after the first, and the parts in their order, though
   * the second one stands first */
  plan_film_strip (self->facts, 2, 2, 2)->part = "2/2";
  plan_film_strip (self->facts, 3, 3, 2)->part = "1/2";
  problem = solve (self);
  g_assert_cmpuint (problem->n_precedences, ==, 3);
  g_assert_cmpint (problem->precedences[2].a, ==, 2);
  g_assert_cmpint (problem->precedences[2].b, ==, 1);
  g_assert_cmpint (problem->precedences[2].order, ==, PLT_SHOOT_DAYS_BEFORE);
}

static void
test_story (Fixture *self, gconstpointer data)
{
  static const char *const NUMBERS[] = { "1", "2", "3" };

  for (gint64 q = 2; q <= 3; q++)
    plan_film_sequence (self->facts, q, NUMBERS[q - 1], 1, 60);
  for (guint q = 0; q < 3; q++)
    {
      PltStoryDayFacts *day = PLT_FACTS_ADD (self->facts->story_days, PltStoryDayFacts, q + 1);

      day->position = q * 1024;
      day->name = NUMBERS[2 - q]; /* told backwards */
      day->moment = day->note = "";
      self->facts->sequences.items[q].story_day = NUMBERS[q];
    }
  g_assert_cmpint (solve (self)->sequences[0].late, ==, 0); /* not asked for */
  g_assert_true (plt_plan_weights_set (self->weights, "chronologie", 1000, NULL));
  g_assert_cmpint (solve (self)->sequences[0].late, ==, -1000);
  g_assert_cmpint (solve (self)->sequences[1].late, ==, 0);
  g_assert_cmpint (solve (self)->sequences[2].late, ==, 1000);
}

/* Paris to Lyon: 391.5 km as the crow flies, 509 by road at 1.3. */
static void
test_places (Fixture *self, gconstpointer data)
{
  const PltShootProblem *problem;

  plan_film_place (self->facts, 2, "Lyon");
  plan_film_set (self->facts, 2, "GARE", 2)->return_cents = 12300;
  plan_film_sequence (self->facts, 2, "2", 2, 60);
  plan_film_sequence (self->facts, 3, "3", 0, 60);
  self->facts->locations.items[0].latitude_e6 = 48856600;
  self->facts->locations.items[0].longitude_e6 = 2352200;
  self->facts->locations.items[1].latitude_e6 = 45764000;
  self->facts->locations.items[1].longitude_e6 = 4835700;
  problem = solve (self);
  g_assert_cmpuint (problem->n_sites, ==, 3);
  g_assert_cmpint (problem->km[1], ==, 509);
  g_assert_cmpint (problem->km[3], ==, 509);
  g_assert_cmpint (problem->km[2], ==, 0); /* an unknown place */
  g_assert_cmpint (problem->sets[0].return_price, ==,
                   plt_plan_weights_get (self->weights, "retour-decor"));
  g_assert_cmpint (problem->sets[1].return_price, ==, 12300);
  g_assert_cmpint (problem->sets[2].return_price, ==, 0); /* no set */
}

/* Dawn that is too short for one séquence makes no plan impossible; it is said. */
static void
test_long_dawn (Fixture *self, gconstpointer data)
{
  g_autoptr (PltOffer) offer = NULL;

  self->facts->sequences.items[0].int_ext = "EXT";
  self->facts->sequences.items[0].effect = "AUBE";
  g_assert_cmpint (solve (self)->weights.dawn_minutes, ==, 120);
  offer = plt_optimiser_offer (self->optimiser, plt_optimiser_get_start (self->optimiser));
  g_assert_cmpuint (offer->breaches->len, ==, 0);
  g_assert_cmpuint (offer->notes->len, ==, 2); /* and the price of a day */
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *self, gconstpointer data);
  } cases[] = {
    { "dates", test_dates },
    { "length-of-days", test_length_of_days },
    { "hours", test_hours },
    { "locked-days", test_locked_days },
    { "periods", test_periods },
    { "prices-of-the-devis", test_prices_of_the_devis },
    { "pay", test_pay },
    { "minors", test_minors },
    { "availability", test_availability },
    { "permits", test_permits },
    { "statuses", test_statuses },
    { "minutes", test_minutes },
    { "light", test_light },
    { "twilight", test_twilight },
    { "units", test_units },
    { "orders", test_orders },
    { "story", test_story },
    { "places", test_places },
    { "long-dawn", test_long_dawn },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/engine/plan-problem/%s", cases[i].path);

      g_test_add (path, Fixture, NULL, set_up, cases[i].test, tear_down);
    }
  return g_test_run ();
}
