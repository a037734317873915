/* Engagements against the plan: the premiums of the worked examples T1 to T7 (IDCC 3097, title II),
 * what the wage pays already taken off by hand; weeks before, during and after the shooting. */
#include "plt-crew.h"

#include <string.h>

#include "plt-paths.h"
#include "plt-pay.h"
#include "plt-test-film.h"
#include "plt-test-law.h"

#define GRIP "Machiniste de prise de vues cinéma"
#define FOCUS "1er assistant opérateur cinéma"
#define GAFFER "Chef électricien de prise de vues cinéma"

static char *scale;

static PltFacts *
new_film (const Hours *hours, guint n)
{
  PltFacts *facts = law_film ("3097", "long-metrage", hours, n);
  PltReferentialFacts *kept = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 3);

  kept->name = "minima-3097";
  kept->version = "1";
  kept->content = scale;
  return facts;
}

static PltEngagementFacts *
engage (PltFacts *facts, const char *function, const char *unit, PltMoney rate)
{
  PltEngagementFacts *row = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, 7);

  row->function = function;
  row->unit = unit;
  row->rate_cents = rate;
  row->from_date = row->to_date = PLT_DATE_NONE;
  row->guaranteed_days = PLT_UNKNOWN;
  row->department = row->status = row->hold = row->child_permit = "";
  return row;
}

#define TEN(at) DAY (at, H (8, 0), H (19, 0))
#define EIGHT(at) DAY (at, H (9, 0), H (18, 0))
#define TWELVE(at) DAY (at, H (8, 0), H (21, 0))
#define NIGHT(at) DAY (at, H (18, 0), H (28, 0))

static const struct
{
  const char *id, *function, *unit, *postcode;
  PltMoney rate;
  guint n;
  Hours days[6];
  PltMoney total;
  const char *rule; /* among them */
  PltMoney of_rule; /* 0: not looked at */
} cases[] = {
  /* 1 412,67 less 1 009,05; the 49th and 50th hours are 2 x 0,75 x 25,22625 */
  { "T1",
    GRIP,
    "semaine",
    "",
    PLT_UNKNOWN,
    5,
    { TEN (0), TEN (1), TEN (2), TEN (3), TEN (4) },
    40362,
    "R04",
    3784 },
  /* 2 063,90 less 1 364,56; 25 hours of night at a half of 34,114 */
  { "T3 in summer",
    FOCUS,
    "semaine",
    "",
    PLT_UNKNOWN,
    5,
    { NIGHT (0), NIGHT (1), NIGHT (2), NIGHT (3), NIGHT (4) },
    69934,
    "R08",
    42643 },
  /* 48 b less 40 b; of the Sunday 3 hours whole, 5 above their 25 %: 6,75 b */
  { "T4",
    GRIP,
    "semaine",
    "",
    PLT_UNKNOWN,
    5,
    { EIGHT (2), EIGHT (3), EIGHT (4), EIGHT (5), EIGHT (6) },
    20181,
    "R09",
    17028 },
  /* 52,5 b less 40 b of 30,29975 */
  { "T5 elsewhere",
    GAFFER,
    "semaine",
    "",
    PLT_UNKNOWN,
    6,
    { EIGHT (0), EIGHT (1), EIGHT (2), EIGHT (3), EIGHT (4), EIGHT (5) },
    37875,
    "R03",
    7575 },
  /* 57,25 b less 40 b */
  { "T5 in the Paris region",
    GAFFER,
    "semaine",
    "75011",
    PLT_UNKNOWN,
    6,
    { EIGHT (0), EIGHT (1), EIGHT (2), EIGHT (3), EIGHT (4), EIGHT (5) },
    52267,
    "R12",
    24240 },
  /* 488,76 less 7 x 1,25 x 25,22625 */
  { "T6", GRIP, "jour", "", PLT_UNKNOWN, 1, { TWELVE (1) }, 26803, "R06", 0 },
  /* at 300,00 a day, b = 34,2857: 3 x 1,875 b + 2 x 2,5 b */
  { "T6 at an agreed wage", GRIP, "jour", "", 30000, 1, { TWELVE (1) }, 36429, "R06", 0 },
  /* rest of nine hours: 2 x 25,22625; and an hour of night, a half: 2,5 b in all */
  { "T7",
    GRIP,
    "semaine",
    "",
    PLT_UNKNOWN,
    2,
    { DAY (1, H (14, 0), H (23, 0)), DAY (2, H (8, 0), H (17, 0)) },
    6307,
    "R11",
    5045 },
  /* four days of eight hours of a longer contract: nothing on top */
  { "a short week",
    GRIP,
    "semaine",
    "",
    PLT_UNKNOWN,
    4,
    { EIGHT (0), EIGHT (1), EIGHT (2), EIGHT (3) },
    0,
    "DEVIS",
    -80724 },
  /* at 1 200,00 a week, b = 30: 16 b on top of five days of ten hours */
  { "an agreed week",
    GRIP,
    "semaine",
    "",
    120000,
    5,
    { TEN (0), TEN (1), TEN (2), TEN (3), TEN (4) },
    48000,
    "R04",
    4500 },
};

static void
test_premiums (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (PltFacts) facts = new_film (cases[i].days, cases[i].n);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltPremiums) premiums = NULL;
  g_autoptr (GError) error = NULL;
  PltEngagementFacts *engagement = engage (facts, cases[i].function, cases[i].unit, cases[i].rate);
  PltMoney sum = 0, of_rule = 0;
  gboolean found = FALSE;

  for (guint p = 0; p < facts->locations.n; p++)
    facts->locations.items[p].postcode = cases[i].postcode;
  plan = plt_plan_new (facts, 0);
  premiums = plt_premiums_new (plan, engagement, NULL, &error);
  g_assert_no_error (error);
  for (guint p = 0; p < premiums->list->len; p++)
    {
      const PltPremium *premium = premiums->list->pdata[p];

      sum += premium->amount;
      if (strcmp (premium->rule, cases[i].rule) != 0)
        continue;
      found = TRUE;
      of_rule += premium->amount;
      g_assert_true (premium->amount < 0 || premium->source != NULL);
    }
  g_assert_cmpint (premiums->total, ==, cases[i].total);
  g_assert_cmpint (sum, ==, premiums->total);
  g_assert_true (found);
  if (cases[i].of_rule != 0)
    g_assert_cmpint (of_rule, ==, cases[i].of_rule);
  g_assert_cmpuint (premiums->n_days, ==, cases[i].n);
  g_assert_cmpuint (premiums->n_without, ==, 0);
}

/* A contract by the week over the whole plan, for a function nobody is engaged in yet. */
static void
test_function (void)
{
  static const Hours days[] = { TEN (0), TEN (1), TEN (2), TEN (3), TEN (4) };
  g_autoptr (PltFacts) facts = new_film (days, 5);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltPremiums) premiums = NULL;

  facts->days.items[4].end_minutes = PLT_UNKNOWN;
  plan = plt_plan_new (facts, 0);
  premiums = plt_premiums_new (plan, NULL, GRIP, NULL);
  /* four days of ten hours: 40 hours, 41,25 b, less four fifths of 40 b */
  g_assert_cmpint (premiums->total, ==, 23334);
  g_assert_cmpuint (premiums->n_without, ==, 1);
  g_assert_cmpint (premiums->week_cents, ==, 100905);
}

static void
test_refused (void)
{
  static const Hours days[] = { TEN (0) };
  g_autoptr (PltFacts) facts = new_film (days, 1);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (GError) error = NULL;
  PltEngagementFacts *engagement = engage (facts, GRIP, "semaine", PLT_UNKNOWN);

  engagement->role = FILM_NORA;
  g_assert_null (plt_premiums_new (plan, engagement, NULL, &error));
  g_assert_nonnull (strstr (error->message, "performers"));
  g_clear_error (&error);
  engagement->role = 0;
  engagement->function = "Astronaute";
  g_assert_null (plt_premiums_new (plan, engagement, NULL, &error));
  g_assert_nonnull (strstr (error->message, "Astronaute"));
  g_clear_error (&error);
  engagement->function = GRIP;
  engagement->from_date = plt_date_from_iso ("2027-05-01");
  g_assert_null (plt_premiums_new (plan, engagement, NULL, &error));
  g_assert_nonnull (strstr (error->message, "No shooting day"));
}

/* The crew call of the feuille de service comes before the hours of the day. */
static void
test_crew_call (void)
{
  static const Hours days[] = { EIGHT (1) };
  g_autoptr (PltFacts) facts = new_film (days, 1);
  PltSheetFacts *sheet = PLT_FACTS_ADD (facts->sheets, PltSheetFacts, 1);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (GArray) hours = NULL;

  sheet->day = 1;
  sheet->version = sheet->number = 1;
  sheet->status = "brouillon";
  sheet->day_type = sheet->meal_place = sheet->weather = "";
  sheet->crew_minutes = H (7, 30);
  plan = plt_plan_new (facts, 0);
  hours = plt_crew_hours (plan, NULL, NULL);
  g_assert_cmpuint (hours->len, ==, 1);
  g_assert_cmpint (g_array_index (hours, PltWorkDay, 0).start, ==, H (7, 30));
  g_assert_cmpint (g_array_index (hours, PltWorkDay, 0).meal_start, ==, H (13, 0));
  g_assert_cmpint (g_array_index (hours, PltWorkDay, 0).meal_end, ==, H (14, 0));
}

/* Shooting from Monday 12 to Tuesday 20 April 2027, six days and two: 1 + 2/5 weeks. */
static void
test_span (void)
{
  static const Hours days[]
      = { EIGHT (0), EIGHT (1), EIGHT (2), EIGHT (3), EIGHT (4), EIGHT (5), EIGHT (7), EIGHT (8) };
  static const struct
  {
    const char *from, *to;
    gint64 preparation, shooting, weeks_e6, finishing;
  } spans[] = {
    { "2027-03-29", "2027-05-07", 10, 8, 1400000, 13 }, /* two weeks; 21 April to 7 May */
    { "", "", PLT_UNKNOWN, 8, 1400000, PLT_UNKNOWN },
    { "2027-04-14", "2027-04-19", 0, 5, 1000000, 0 }, /* wednesday to saturday, and monday */
    { "2027-04-05", "2027-04-09", 5, 0, 0, 0 },
    { "2027-05-03", "2027-05-07", 0, 0, 0, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (PltFacts) facts = new_film (days, G_N_ELEMENTS (days));
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      PltEngagementFacts *engagement = engage (facts, GRIP, "semaine", PLT_UNKNOWN);
      PltCrewSpan span;

      engagement->from_date = plt_date_from_iso (spans[i].from);
      engagement->to_date = plt_date_from_iso (spans[i].to);
      plt_crew_span (plan, engagement, &span);
      g_assert_cmpint (span.preparation, ==, spans[i].preparation);
      g_assert_cmpint (span.shooting, ==, spans[i].shooting);
      g_assert_cmpint (span.weeks_e6, ==, spans[i].weeks_e6);
      g_assert_cmpint (span.finishing, ==, spans[i].finishing);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  scale = plt_paths_read ("referentials/minima-3097.tsv", NULL, NULL);
  g_assert_nonnull (scale);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/crew/premiums/%s", cases[i].id);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_premiums);
    }
  g_test_add_func ("/crew/function", test_function);
  g_test_add_func ("/crew/refused", test_refused);
  g_test_add_func ("/crew/crew-call", test_crew_call);
  g_test_add_func ("/crew/span", test_span);
  status = law_run ();
  g_free (scale);
  return status;
}
