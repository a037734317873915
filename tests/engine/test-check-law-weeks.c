/* The law of the plan de travail over weeks, units, places and people; limits of a day and of a
 * week are in test-check-law.c. Day 1 is Monday 12 April 2027. */
#include "plt-check-plan-private.h"
#include "plt-test-film.h"
#include "plt-test-law.h"

#include <string.h>

#define MAX_DAYS 80

/* ---- weeks ---- */

static guint
fill_weeks (Hours *hours, guint n_weeks, guint n_days, int end)
{
  guint n = 0;

  for (guint week = 0; week < n_weeks; week++)
    for (guint day = 0; day < n_days; day++)
      hours[n++] = (Hours){ (int) (week * 7 + day), H (9, 0), end, 0 };
  return n;
}

static void
assert_weeks (guint n_weeks,
              guint n_days,
              int end,
              const char *postcode,
              const char *rule,
              guint n,
              gint64 row)
{
  Hours hours[MAX_DAYS];
  g_autoptr (PltFacts) facts
      = law_film ("3097", "", hours, fill_weeks (hours, n_weeks, n_days, end));
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue = NULL;

  facts->locations.items[1].postcode = postcode; /* of the kitchen */
  facts->production.region = "Île-de-France";
  issues = law_check (facts);
  g_assert_cmpuint (law_count (issues, rule, &issue), ==, n);
  if (n > 0)
    g_assert_cmpint (issue->ref.id, ==, row);
}

static void
test_weeks (void)
{
  /* the mean: 9 h 12 five times is 46 h; twelve weeks of it */
  assert_weeks (12, 5, H (19, 12), "", "plan.week-mean", 0, 0);
  assert_weeks (12, 5, H (19, 13), "", "plan.week-mean", 1, 60);
  /* 11 weeks of 50 h and one of none are less than 46 h; of 51 h more (561 h of 552 h) */
  assert_weeks (11, 5, H (20, 0), "", "plan.week-mean", 0, 0);
  assert_weeks (11, 5, H (20, 12), "", "plan.week-mean", 1, 55);
  /* six days: four weeks in a row outside the Paris region, none without its cost inside */
  assert_weeks (4, 6, H (16, 0), "35400", "plan.six-day-weeks", 0, 0);
  assert_weeks (5, 6, H (16, 0), "35400", "plan.six-day-weeks", 1, 30);
  assert_weeks (5, 6, H (16, 0), "75018", "plan.six-day-weeks", 0, 0);
  assert_weeks (5, 6, H (16, 0), "93100", "plan.sixth-day", 5, 6);
  assert_weeks (5, 6, H (16, 0), "35400", "plan.sixth-day", 0, 0);
  assert_weeks (5, 6, H (16, 0), "", "plan.sixth-day", 5, 6); /* the region of the production */
  assert_weeks (5, 5, H (16, 0), "75018", "plan.sixth-day", 0, 0);
}

/* In the Paris region the sixth day is a working day: Tuesday to Sunday has five of them. */
static void
test_sixth_day (void)
{
  Hours hours[7];

  for (guint from = 0; from < 2; from++)
    {
      g_autoptr (PltFacts) facts = NULL;
      g_autoptr (GPtrArray) issues = NULL;
      const PltIssue *issue = NULL;

      for (guint i = 0; i < 7 - from; i++)
        hours[i] = (Hours){ (int) (from + i), H (9, 0), H (16, 0), 0 };
      facts = law_film ("3097", "", hours, 7 - from);
      facts->locations.items[1].postcode = "75018";
      issues = law_check (facts);
      g_assert_cmpuint (law_count (issues, "plan.sixth-day", &issue), ==, 1 - from);
      if (issue != NULL)
        g_assert_cmpint (issue->ref.id, ==, 6); /* the Saturday, not the Sunday after */
    }
}

/* 2642: the third short rest of a week is not allowed, the next week begins anew. */
static void
test_reduced_rest (void)
{
  static const Hours hours[] = {
    DAY (0, H (10, 0), H (20, 0)), DAY (1, H (6, 0), H (20, 0)), DAY (2, H (6, 0), H (20, 0)),
    DAY (3, H (6, 0), H (20, 0)),  DAY (7, H (8, 0), H (20, 0)), DAY (8, H (6, 0), H (16, 0)),
  };
  g_autoptr (PltFacts) facts = law_film ("2642", "serie", hours, G_N_ELEMENTS (hours));
  g_autoptr (GPtrArray) issues = law_check (facts);
  guint found = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = issues->pdata[i];

      if (!g_str_equal (issue->rule, "plan.daily-rest"))
        continue;
      found++;
      g_assert_cmpint (issue->severity, ==,
                       issue->ref.id == 4 ? PLT_SEVERITY_ERROR : PLT_SEVERITY_WARNING);
    }
  g_assert_cmpuint (found, ==, 4);
}

/* A second unit has its own rest. */
static void
test_units (void)
{
  static const Hours hours[] = { DAY (0, H (9, 0), H (19, 0)), DAY (0, H (12, 0), H (22, 0)),
                                 DAY (1, H (6, 0), H (16, 0)), DAY (1, H (9, 0), H (19, 0)) };
  g_autoptr (PltFacts) facts = law_film ("3097", "", hours, G_N_ELEMENTS (hours));
  g_autoptr (GPtrArray) issues = NULL;

  facts->days.items[1].unit = facts->days.items[3].unit = 2;
  issues = law_check (facts);
  g_assert_cmpuint (law_count (issues, "plan.daily-rest", NULL), ==, 0); /* 11 h each */
  facts->days.items[2].start_minutes--;
  g_clear_pointer (&issues, g_ptr_array_unref);
  issues = law_check (facts);
  g_assert_cmpuint (law_count (issues, "plan.daily-rest", NULL), ==, 1);
}

/* ---- places and days ---- */

static void
test_studio (void)
{
  static const struct
  {
    const char *agreement, *kind;
    int offset;
    guint n;
  } each[] = {
    { "3097", "studio", 6, 1 },  { "3097", "studio-agree", 24, 1 }, { "3097", "naturel", 6, 0 },
    { "3097", "studio", 5, 0 },  { "2642", "studio", 6, 0 },        { "3097", "", 6, 0 },
    { "3097", "studio", 19, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (each); i++)
    {
      Hours hours = DAY (each[i].offset, H (9, 0), H (19, 0));
      g_autoptr (PltFacts) facts = law_film (each[i].agreement, "", &hours, 1);
      g_autoptr (GPtrArray) issues = NULL;
      const PltIssue *issue = NULL;

      facts->locations.items[1].kind = each[i].kind;
      issues = law_check (facts);
      if (law_count (issues, "plan.studio-closed", &issue) != each[i].n)
        g_error ("case %u", i);
      if (issue != NULL)
        {
          g_assert_cmpstr (issue->ref.table, ==, "strip");
          g_assert_cmpint (issue->ref.id, ==, 1);
          g_assert_nonnull (strstr (issue->source, "art. 41, 42"));
        }
    }
}

/* An approved studio: night from 21h in winter. */
static void
test_studio_night (void)
{
  Hours hours = { 172, H (18, 0), H (23, 0), H (18, 0) };
  g_autoptr (PltFacts) facts = law_film ("3097", "", &hours, 1);
  const PltIssue *issue = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) issues = NULL;

      facts->locations.items[1].kind = i == 0 ? "studio" : "studio-agree";
      issues = law_check (facts);
      g_assert_cmpuint (law_count (issues, "plan.night-hours", &issue), ==, 1);
      g_assert_nonnull (strstr (issue->message, i == 0 ? "20h00" : "21h00"));
    }
}

static void
test_days_off (void)
{
  Hours hours[] = { DAY (0, H (9, 0), H (19, 0)), DAY (1, H (9, 0), H (19, 0)) };
  g_autoptr (PltFacts) facts = law_film ("3097", "", hours, 2);
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue = NULL;

  for (guint i = 0; i < 2; i++)
    {
      PltPeriodFacts *period = PLT_FACTS_ADD (facts->periods, PltPeriodFacts, i + 1);

      period->name = i == 0 ? "Fête du village" : "Congés";
      period->kind = i == 0 ? "chome" : "fermeture";
      period->from_date = facts->days.items[i].date;
      period->to_date = PLT_DATE_NONE;
    }
  issues = law_check (facts);
  g_assert_cmpuint (law_count (issues, "plan.local-day-off", &issue), ==, 1);
  g_assert_cmpint (issue->ref.id, ==, 1);
  g_assert_nonnull (strstr (issue->message, "Fête du village"));
  g_assert_cmpuint (law_count (issues, "plan.closed", &issue), ==, 1);
  g_assert_cmpint (issue->ref.id, ==, 2);
}

/* A holiday of the place, of which what it costs was not read. */
static void
test_local_holiday (void)
{
  Hours hours = DAY (258, H (9, 0), H (17, 0)); /* 26 December 2027, a Sunday */
  g_autoptr (PltFacts) facts = law_film ("3097", "", &hours, 1);
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue = NULL;

  facts->locations.items[1].postcode = "67000";
  issues = law_check (facts);
  g_assert_cmpuint (law_count (issues, "plan.public-holiday", &issue), ==, 1);
  g_assert_nonnull (strstr (issue->message, "to verify"));
  g_assert_nonnull (strstr (issue->source, "L3134-13"));
  g_assert_cmpuint (law_count (issues, "plan.sunday", NULL), ==, 1);
}

/* ---- artists ---- */

static void
engage (PltFacts *facts, gint64 role, gint64 hmc)
{
  PltEngagementFacts *engagement
      = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, (gint64) facts->engagements.n + 1);
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, engagement->id);

  engagement->person = person->id;
  engagement->role = role;
  engagement->function = engagement->department = engagement->unit = engagement->hold = "";
  engagement->status = "signe";
  engagement->child_permit = "";
  engagement->hmc_minutes = hmc;
  engagement->child_minutes = engagement->child_until_minutes = PLT_UNKNOWN;
  engagement->from_date = engagement->to_date = PLT_DATE_NONE;
  person->last_name = person->first_name = "";
  person->birth_date = PLT_DATE_NONE;
}

static void
assert_artist (const char *agreement,
               Hours one,
               Hours two,
               gint64 hmc,
               const char *rule,
               guint n,
               PltSeverity severity)
{
  Hours hours[] = { one, two };
  g_autoptr (PltFacts) facts = law_film (agreement, "unitaire", hours, 2);
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue = NULL;

  engage (facts, FILM_NORA, hmc);
  issues = law_check (facts);
  g_assert_cmpuint (law_count (issues, rule, &issue), ==, n);
  if (n > 0)
    g_assert_cmpint (issue->severity, ==, severity);
}

static void
test_artists (void)
{
  const Hours day = DAY (0, H (9, 0), H (19, 0)), after = DAY (2, H (9, 0), H (19, 0));
  const Hours evening = DAY (0, H (12, 0), H (22, 0)), late = DAY (1, H (11, 0), H (18, 0));

  /* ten hours and HMC: twelve, thirteen */
  assert_artist ("3097", day, after, 120, "plan.artist-span", 0, 0);
  assert_artist ("3097", day, after, 121, "plan.artist-span", 2, PLT_SEVERITY_WARNING);
  assert_artist ("3097", day, after, 180, "plan.artist-span", 2, PLT_SEVERITY_WARNING);
  assert_artist ("3097", day, after, 181, "plan.artist-span", 2, PLT_SEVERITY_ERROR);
  assert_artist ("2642", day, after, 300, "plan.artist-span", 0, 0); /* no such rule */
  /* 22h to 11h is 13 h, less HMC */
  assert_artist ("3097", evening, late, 60, "plan.artist-rest", 0, 0);
  assert_artist ("3097", evening, late, 61, "plan.artist-rest", 1, PLT_SEVERITY_ERROR);
  assert_artist ("2642", evening, late, 60, "plan.artist-rest", 0, 0);
  assert_artist ("2642", evening, late, 61, "plan.artist-rest", 1, PLT_SEVERITY_WARNING);
  /* after more than twelve hours eleven are enough: 8 h 59 to 22 h with HMC, then 10 h less 1 h */
  assert_artist ("3097", (Hours) DAY (0, H (10, 59), H (22, 0)),
                 (Hours) DAY (1, H (10, 0), H (18, 0)), 60, "plan.artist-rest", 0, 0);
  assert_artist ("3097", (Hours) DAY (0, H (10, 59), H (22, 0)),
                 (Hours) DAY (1, H (9, 59), H (18, 0)), 60, "plan.artist-rest", 1,
                 PLT_SEVERITY_ERROR);
  /* ten hours of rest, fourteen of day are those of everybody: told of the day, not of the role */
  assert_artist ("3097", evening, (Hours) DAY (1, H (8, 0), H (18, 0)), 60, "plan.daily-rest", 1,
                 PLT_SEVERITY_ERROR);
  assert_artist ("3097", evening, (Hours) DAY (1, H (8, 0), H (18, 0)), 60, "plan.artist-rest", 0,
                 0);
  assert_artist ("3097", (Hours) DAY (0, H (8, 0), H (21, 0)), after, 0, "plan.artist-span", 1,
                 PLT_SEVERITY_WARNING);
  assert_artist ("3097", (Hours) DAY (0, H (8, 0), H (21, 1)), after, 0, "plan.artist-span", 0, 0);
  assert_artist ("3097", (Hours) DAY (0, H (8, 0), H (21, 1)), after, 0, "plan.span", 1,
                 PLT_SEVERITY_ERROR);
  /* after a night nine hours may do: 16h to 1h, then 12h with two hours of HMC before it */
  assert_artist ("3097", (Hours) DAY (0, H (16, 0), H (25, 0)),
                 (Hours) DAY (1, H (12, 0), H (18, 0)), 120, "plan.artist-rest", 1,
                 PLT_SEVERITY_WARNING);
  assert_artist ("3097", (Hours) DAY (0, H (16, 0), H (25, 0)),
                 (Hours) DAY (1, H (12, 0), H (18, 0)), 121, "plan.artist-rest", 1,
                 PLT_SEVERITY_ERROR);
}

/* Between 11h and 17h30 by the order of the strips: two hours before her, half an hour after. */
static void
test_presence (void)
{
  Hours hours = DAY (0, H (9, 0), H (18, 0));
  g_autoptr (PltFacts) facts = law_film ("3097", "", &hours, 1);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  g_autoptr (PltPlanCheck) self = NULL;
  const PltCheckRole *nora, *milo;
  static const struct
  {
    gint64 sequence, minutes;
  } strips[] = { { 4, 120 }, { 2, PLT_UNKNOWN }, { 4, 30 } };

  facts->strips.n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (strips); i++)
    {
      PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, 10 + i);

      strip->schedule = FILM_SCHEDULE;
      strip->day = 1;
      strip->kind = "sequence";
      strip->text = strip->part = strip->note = "";
      strip->sequence = strips[i].sequence;
      strip->minutes = strips[i].minutes;
    }
  plan = plt_plan_new (facts, 0);
  self = plt_plan_check_new (facts, plan, issues);
  nora = plt_plan_check_role (self, FILM_NORA);
  milo = plt_plan_check_role (self, FILM_MILO);
  g_assert_cmpuint (nora->work[0].n, ==, 1);
  g_assert_cmpint (nora->work[0].start, ==, H (11, 0));
  g_assert_cmpint (nora->work[0].end, ==, H (17, 30));
  g_assert_cmpint (nora->work[0].minutes, ==, 60);
  g_assert_cmpuint (milo->work[0].n, ==, 2);
  g_assert_cmpint (milo->work[0].start, ==, H (9, 0));
  g_assert_cmpint (milo->work[0].end, ==, H (18, 0));
  g_assert_cmpint (milo->work[0].minutes, ==, 150);
  g_assert_null (plt_plan_check_role (self, FILM_CROWD));
}

/* ---- legal time ---- */

/* From a place overseas to one in France: eleven hours on the clock are six in the body. */
static void
test_legal_time (void)
{
  static const Hours hours[] = { DAY (0, H (9, 0), H (19, 0)), DAY (1, H (11, 0), H (17, 0)) };
  g_autoptr (PltFacts) facts = law_film ("3097", "", hours, 2);
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue = NULL;

  facts->strips.items[0].sequence = 1; /* at the port */
  facts->locations.items[0].postcode = "97200";
  issues = law_check (facts);
  g_assert_cmpuint (law_count (issues, "plan.daily-rest", &issue), ==, 1);
  {
    g_autofree char *message = law_plain (issue->message);

    g_assert_nonnull (strstr (message, "10 h of rest")); /* 16 h less the six of the journey */
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/weeks", test_weeks);
  g_test_add_func ("/law/sixth-day", test_sixth_day);
  g_test_add_func ("/law/reduced-rest", test_reduced_rest);
  g_test_add_func ("/law/units", test_units);
  g_test_add_func ("/law/studio", test_studio);
  g_test_add_func ("/law/studio-night", test_studio_night);
  g_test_add_func ("/law/days-off", test_days_off);
  g_test_add_func ("/law/local-holiday", test_local_holiday);
  g_test_add_func ("/law/artists", test_artists);
  g_test_add_func ("/law/presence", test_presence);
  g_test_add_func ("/law/legal-time", test_legal_time);
  return law_run ();
}
