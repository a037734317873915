/* Minors on the plan: on the limit nothing is found, beyond it something is. The film has Milo in
 * the séquence 4 (kitchen), day 1 is Monday 12 April 2027, no school holidays. */
#include "plt-check-plan-private.h"
#include "plt-test-film.h"

#include <string.h>

#define H(hours, minutes) ((hours) *60 + (minutes))
#define MILO 4 /* the séquence */

static char *law, *holidays;

static PltDate
date_of (int offset)
{
  return plt_date_from_ymd (2027, 4, 12) + offset;
}

static void
keep (PltFacts *facts, gint64 id, const char *name, const char *content)
{
  PltReferentialFacts *referential = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, id);

  referential->name = name;
  referential->version = "2";
  referential->content = content;
}

static PltEngagementFacts *
engage (PltFacts *facts, gint64 role, const char *function, PltDate birth)
{
  PltEngagementFacts *engagement
      = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, (gint64) facts->engagements.n + 1);
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, engagement->id);

  engagement->person = person->id;
  engagement->role = role;
  engagement->function = function;
  engagement->department = engagement->unit = engagement->hold = engagement->status = "";
  engagement->child_permit = "accordee";
  engagement->hmc_minutes = engagement->child_minutes = engagement->child_until_minutes
      = PLT_UNKNOWN;
  engagement->from_date = engagement->to_date = PLT_DATE_NONE;
  person->last_name = person->first_name = "";
  person->birth_date = birth;
  return engagement;
}

/* Without days; Milo's category is that of children, somebody looks after him. */
static PltFacts *
film (PltDate birth)
{
  PltFacts *facts = film_new ();
  PltCategoryFacts *category = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, 9);

  keep (facts, 1, "temps-de-travail", law);
  keep (facts, 2, "jours-feries", holidays);
  category->code = "EN";
  category->name = category->department = category->color = "";
  category->family = "roles";
  category->hazard = "enfant";
  ((PltElementFacts *) PLT_FACTS_FIND (facts->elements, PltElementFacts, FILM_MILO))->category = 9;
  facts->production.kind = "";
  facts->days.n = facts->strips.n = 0;
  g_hash_table_remove_all (facts->days.index);
  g_hash_table_remove_all (facts->strips.index);
  engage (facts, FILM_MILO, "Comédien", birth);
  engage (facts, 0, "Responsable des enfants", PLT_DATE_NONE);
  return facts;
}

static PltDayFacts *
add_day (PltFacts *facts, int offset, int start, int end)
{
  PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, (gint64) facts->days.n + 1);

  day->schedule = FILM_SCHEDULE;
  day->date = date_of (offset);
  day->kind = "tournage";
  day->unit = 1;
  day->start_minutes = start;
  day->end_minutes = end;
  day->meal_minutes = PLT_UNKNOWN;
  day->note = "";
  return day;
}

static void
add_strip (PltFacts *facts, gint64 sequence, gint64 minutes)
{
  PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, (gint64) facts->strips.n + 1);

  strip->schedule = FILM_SCHEDULE;
  strip->day = facts->days.n;
  strip->kind = sequence != 0 ? "sequence" : "note";
  strip->text = strip->part = strip->note = "";
  strip->sequence = sequence;
  strip->minutes = minutes;
}

static GPtrArray *
check (const PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  GPtrArray *issues = plt_issues_new ();

  plt_check_plan (facts, plan, issues);
  return issues;
}

static const PltIssue *
find (const GPtrArray *issues, const char *rule)
{
  for (guint i = 0; i < issues->len; i++)
    if (g_str_equal (((const PltIssue *) issues->pdata[i])->rule, rule))
      return issues->pdata[i];
  return NULL;
}

/* -1 when nothing of the rule is found, else its severity. */
static int
severity (const PltFacts *facts, const char *rule)
{
  g_autoptr (GPtrArray) issues = check (facts);
  const PltIssue *issue = find (issues, rule);

  return issue != NULL ? (int) issue->severity : -1;
}

#define ASSERT_SILENT(facts, rule) g_assert_cmpint (severity (facts, rule), ==, -1)
#define ASSERT_WARNS(facts, rule) g_assert_cmpint (severity (facts, rule), ==, PLT_SEVERITY_WARNING)
#define ASSERT_WRONG(facts, rule) g_assert_cmpint (severity (facts, rule), ==, PLT_SEVERITY_ERROR)

static void
test_age (void)
{
  PltDate birth = plt_date_from_ymd (2015, 4, 12), leap = plt_date_from_ymd (2012, 2, 29);

  g_assert_cmpint (plt_check_age (birth, plt_date_from_ymd (2027, 4, 11)), ==, 11);
  g_assert_cmpint (plt_check_age (birth, plt_date_from_ymd (2027, 4, 12)), ==, 12);
  g_assert_cmpint (plt_check_age (leap, plt_date_from_ymd (2027, 2, 28)), ==, 14);
  g_assert_cmpint (plt_check_age (leap, plt_date_from_ymd (2027, 3, 1)), ==, 15);
}

/* Minutes by age, in term and in the school holidays. */
static void
test_minutes (void)
{
  static const struct
  {
    int years; /* the birthday is the day itself */
    gint64 term, holidays;
    int beyond;
  } cases[] = {
    { 2, 60, 60, PLT_SEVERITY_WARNING },    { 3, 120, 120, PLT_SEVERITY_WARNING },
    { 5, 120, 120, PLT_SEVERITY_WARNING },  { 6, 180, 240, PLT_SEVERITY_WARNING },
    { 11, 180, 240, PLT_SEVERITY_WARNING }, { 12, 240, 360, PLT_SEVERITY_WARNING },
    { 15, 240, 360, PLT_SEVERITY_WARNING }, { 16, 480, 480, PLT_SEVERITY_ERROR },
    { 17, 480, 480, PLT_SEVERITY_ERROR },   { 18, 2000, 2000, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint holiday = 0; holiday < 2; holiday++)
      {
        gint64 limit = holiday ? cases[i].holidays : cases[i].term;
        g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2027 - cases[i].years, 4, 12));
        PltPeriodFacts *period = PLT_FACTS_ADD (facts->periods, PltPeriodFacts, 1);

        period->name = "Printemps";
        period->kind = holiday ? "vacances-scolaires" : "fermeture";
        period->from_date = date_of (0);
        period->to_date = date_of (13);
        add_day (facts, 0, H (9, 0), H (19, 0));
        add_strip (facts, MILO, limit / 2);
        add_strip (facts, 2, 60); /* Nora */
        add_strip (facts, MILO, limit - limit / 2);
        ASSERT_SILENT (facts, "plan.child-minutes");
        facts->strips.items[2].minutes++;
        if (severity (facts, "plan.child-minutes") != cases[i].beyond)
          g_error ("age %d, holidays %u", cases[i].years, holiday);
        if (cases[i].beyond == PLT_SEVERITY_WARNING && cases[i].years >= 6)
          {
            g_autoptr (GPtrArray) issues = check (facts);

            g_assert_nonnull (strstr (find (issues, "plan.child-minutes")->message,
                                      holiday ? "in the school holidays" : "in term time"));
          }
      }
}

/* What the commission gave replaces the practice; twins divide the minutes. */
static void
test_authorised (void)
{
  g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2017, 1, 1));
  PltEngagementFacts *twin;

  add_day (facts, 0, H (9, 0), H (19, 0));
  add_strip (facts, MILO, 200);
  ASSERT_WARNS (facts, "plan.child-minutes");
  facts->engagements.items[0].child_minutes = 200;
  ASSERT_SILENT (facts, "plan.child-minutes");
  facts->strips.items[0].minutes = 201;
  ASSERT_WRONG (facts, "plan.child-minutes");
  twin = engage (facts, FILM_MILO, "Comédien", plt_date_from_ymd (2017, 1, 1));
  facts->strips.items[0].minutes = 400;
  ASSERT_SILENT (facts, "plan.child-minutes");
  twin->status = "signe"; /* the other one is only considered */
  facts->strips.items[0].minutes = 362;
  ASSERT_WARNS (facts, "plan.child-minutes");
  /* an unknown length counts nothing */
  facts->strips.items[0].minutes = PLT_UNKNOWN;
  ASSERT_SILENT (facts, "plan.child-minutes");
}

/* 4 h 30 side by side; the meal, a banner or another séquence is a break. */
static void
test_break (void)
{
  g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2010, 1, 1)); /* 17 */

  add_day (facts, 0, H (9, 0), H (19, 0));
  add_strip (facts, MILO, 200);
  add_strip (facts, MILO, 70);
  ASSERT_SILENT (facts, "plan.child-break");
  facts->strips.items[1].minutes = 71;
  ASSERT_WRONG (facts, "plan.child-break");
  facts->days.items[0].meal_minutes = H (11, 0); /* 120 before it, 151 after it */
  ASSERT_SILENT (facts, "plan.child-break");
  facts->days.items[0].meal_minutes = H (9, 0); /* before all of it */
  ASSERT_WRONG (facts, "plan.child-break");
  facts->days.items[0].meal_minutes = H (13, 31); /* right after it */
  ASSERT_WRONG (facts, "plan.child-break");
  facts->days.items[0].meal_minutes = PLT_UNKNOWN;
  facts->strips.items[1].sequence = 0;
  add_strip (facts, MILO, 260);
  ASSERT_SILENT (facts, "plan.child-break");
  facts->strips.items[1].sequence = 2;
  ASSERT_SILENT (facts, "plan.child-break");
  /* half an hour below three years */
  facts->people.items[0].birth_date = plt_date_from_ymd (2025, 1, 1);
  facts->strips.items[0].minutes = 30;
  facts->strips.items[2].minutes = 30;
  ASSERT_SILENT (facts, "plan.child-break");
  facts->strips.items[2].minutes = 31;
  ASSERT_WARNS (facts, "plan.child-break");
}

/* Until 20h below 16, 22h below 18, the hour of the authorisation, midnight at most. */
static void
test_night (void)
{
  static const struct
  {
    int year, start, end;
    gint64 until;
    gboolean wrong;
  } cases[] = {
    { 2017, H (10, 0), H (20, 0), PLT_UNKNOWN, FALSE },
    { 2017, H (10, 0), H (20, 1), PLT_UNKNOWN, TRUE },
    { 2010, H (12, 0), H (22, 0), PLT_UNKNOWN, FALSE },
    { 2010, H (12, 0), H (22, 1), PLT_UNKNOWN, TRUE },
    { 2000, H (12, 0), H (25, 0), PLT_UNKNOWN, FALSE },
    { 2017, H (14, 0), H (23, 0), H (23, 0), FALSE },
    { 2017, H (14, 0), H (23, 1), H (23, 0), TRUE },
    { 2017, H (14, 0), H (19, 1), H (19, 0), TRUE },
    { 2017, H (15, 0), H (24, 0), H (25, 0), FALSE },
    { 2017, H (15, 0), H (24, 1), H (25, 0), TRUE },
    { 2010, H (15, 0), H (24, 0), H (26, 0), FALSE }, /* nobody under 18 between 0h and 4h */
    { 2010, H (15, 0), H (24, 1), H (26, 0), TRUE },
    { 2017, H (6, 0), H (12, 0), PLT_UNKNOWN, FALSE },
    { 2017, H (5, 59), H (12, 0), PLT_UNKNOWN, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film (plt_date_from_ymd (cases[i].year, 1, 1));

      facts->engagements.items[0].child_until_minutes = cases[i].until;
      add_day (facts, 0, cases[i].start, cases[i].end);
      add_strip (facts, MILO, 60);
      if (severity (facts, "plan.child-at-night")
          != (cases[i].wrong ? (int) PLT_SEVERITY_ERROR : -1))
        g_error ("case %u", i);
    }
  /* with its hour of HMC at 6h30 */
  {
    g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2017, 1, 1));

    facts->engagements.items[0].hmc_minutes = 60;
    add_day (facts, 0, H (6, 30), H (12, 0));
    add_strip (facts, MILO, 60);
    ASSERT_WRONG (facts, "plan.child-at-night");
    facts->days.items[0].start_minutes = H (7, 0);
    ASSERT_SILENT (facts, "plan.child-at-night");
  }
}

/* The strips after those of the child are not its own: it leaves at 19h. */
static void
test_leaves_first (void)
{
  g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2017, 1, 1));

  add_day (facts, 0, H (10, 0), H (22, 0));
  add_strip (facts, MILO, 60);
  add_strip (facts, 2, 180);
  ASSERT_SILENT (facts, "plan.child-at-night");
  facts->strips.items[1].minutes = 119; /* 20h01 at the latest, 11h at the earliest */
  ASSERT_WARNS (facts, "plan.child-at-night");
  facts->strips.items[0].minutes = H (10, 0);
  ASSERT_WARNS (facts, "plan.child-at-night");
  facts->strips.items[0].minutes = H (10, 1); /* 20h01 for certain */
  ASSERT_WRONG (facts, "plan.child-at-night");
}

/* From 18h to 19h at the earliest the day before, from 9h or later the day after: 14 h or less. */
static void
test_sure_rest (void)
{
  g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2017, 1, 1));

  add_day (facts, 0, H (10, 0), H (20, 0));
  facts->sequences.items[1].shooting_minutes = PLT_UNKNOWN;
  add_strip (facts, MILO, H (9, 0));
  add_strip (facts, 2, PLT_UNKNOWN);
  add_day (facts, 1, H (9, 0), H (18, 0));
  add_strip (facts, MILO, 60);
  ASSERT_WARNS (facts, "plan.child-rest");
  facts->strips.items[0].minutes = H (9, 1);
  ASSERT_WRONG (facts, "plan.child-rest");
}

static void
test_rest (void)
{
  static const struct
  {
    int year, end, start;
    gboolean wrong;
  } cases[] = {
    { 2017, H (19, 0), H (9, 0), FALSE },                                       /* 14 h */
    { 2017, H (19, 1), H (9, 0), TRUE },  { 2010, H (21, 0), H (9, 0), FALSE }, /* 12 h */
    { 2010, H (21, 1), H (9, 0), TRUE },  { 2000, H (22, 0), H (9, 0), FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film (plt_date_from_ymd (cases[i].year, 1, 1));

      add_day (facts, 0, H (9, 0), cases[i].end);
      add_strip (facts, MILO, 60);
      add_day (facts, 1, cases[i].start, H (18, 0));
      add_strip (facts, MILO, 60);
      if (severity (facts, "plan.child-rest") != (cases[i].wrong ? (int) PLT_SEVERITY_ERROR : -1))
        g_error ("case %u", i);
      ASSERT_SILENT (facts, "plan.artist-rest"); /* its own rule, not that of adults */
    }
}

static void
test_days_off (void)
{
  static const struct
  {
    int year, offset;
    gboolean wrong;
  } cases[] = {
    { 2017, 5, FALSE },                                                             /* Saturday */
    { 2017, 6, TRUE },   { 2010, 6, TRUE }, { 2000, 6, FALSE }, { 2017, 24, TRUE }, /* Ascension */
    { 2000, 24, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film (plt_date_from_ymd (cases[i].year, 1, 1));

      add_day (facts, cases[i].offset, H (9, 0), H (17, 0));
      add_strip (facts, MILO, 60);
      if (severity (facts, "plan.child-day-off")
          != (cases[i].wrong ? (int) PLT_SEVERITY_ERROR : -1))
        g_error ("case %u", i);
    }
}

static void
test_weeks (void)
{
  /* days of the week played, and whether two days of rest follow each other */
  static const struct
  {
    const char *days; /* from Monday, over two weeks */
    gboolean wrong;
  } cases[] = {
    { "XXXXX..", FALSE },  { "XXXXXX.", FALSE }, /* Sunday and the Monday after */
    { "XXXXXX.X", TRUE },  { "X.X.X.X", TRUE },   { "X.X.X.XX", TRUE },
    { ".XXXX.X.X", TRUE }, { "XX..XXXX", FALSE }, { "XXXX.XX.X", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2017, 1, 1));

      for (int day = 0; cases[i].days[day] != '\0'; day++)
        if (cases[i].days[day] == 'X')
          {
            add_day (facts, day, H (9, 0), H (17, 0));
            add_strip (facts, MILO, 60);
          }
      if (severity (facts, "plan.child-weekly-rest")
          != (cases[i].wrong ? (int) PLT_SEVERITY_ERROR : -1))
        g_error ("case %s", cases[i].days);
    }
  /* 35 hours: seven a day from Monday to Friday */
  {
    g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2010, 1, 1));

    for (int day = 0; day < 5; day++)
      {
        add_day (facts, day, H (9, 0), H (19, 0));
        add_strip (facts, MILO, 420);
      }
    ASSERT_SILENT (facts, "plan.child-week");
    facts->strips.items[0].minutes = 421;
    ASSERT_WRONG (facts, "plan.child-week");
  }
}

static void
test_permit (void)
{
  g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2017, 1, 1));
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue;

  add_day (facts, 0, H (9, 0), H (17, 0));
  add_strip (facts, MILO, 60);
  ASSERT_SILENT (facts, "plan.child-permit");
  facts->engagements.items[0].child_permit = "deposee";
  issues = check (facts);
  issue = find (issues, "plan.child-permit");
  g_assert_cmpint (issue->severity, ==, PLT_SEVERITY_ERROR);
  g_assert_cmpstr (issue->ref.table, ==, "engagement");
  g_assert_cmpint (issue->ref.id, ==, 1);
  g_assert_cmpstr (issue->source, ==, "Code du travail L7124-1, R7124-1");
  facts->engagements.items[0].child_permit = "refusee";
  ASSERT_WRONG (facts, "plan.child-permit");
  facts->engagements.items[0].child_permit = "inutile";
  ASSERT_SILENT (facts, "plan.child-permit");
  /* sixteen on the day: none is wanted */
  facts->engagements.items[0].child_permit = "";
  facts->people.items[0].birth_date = plt_date_from_ymd (2011, 4, 12);
  ASSERT_SILENT (facts, "plan.child-permit");
  facts->people.items[0].birth_date = plt_date_from_ymd (2011, 4, 13);
  ASSERT_WRONG (facts, "plan.child-permit");
  /* nobody is engaged: the role itself is told */
  facts->engagements.items[0].role = 0;
  g_clear_pointer (&issues, g_ptr_array_unref);
  issues = check (facts);
  issue = find (issues, "plan.child-permit");
  g_assert_cmpstr (issue->ref.table, ==, "element");
}

static void
test_unknown_age (void)
{
  g_autoptr (PltFacts) facts = film (PLT_DATE_NONE);

  add_day (facts, 0, H (9, 0), H (21, 0));
  add_strip (facts, MILO, 300);
  ASSERT_WARNS (facts, "plan.child-age");
  ASSERT_WRONG (facts, "plan.child-at-night"); /* taken for under 16 */
  ASSERT_SILENT (facts, "plan.child-minutes");
  /* an adult plays the child */
  facts->people.items[0].birth_date = plt_date_from_ymd (2000, 1, 1);
  ASSERT_SILENT (facts, "plan.child-age");
  ASSERT_SILENT (facts, "plan.child-at-night");
  /* and a minor plays a role that is no child's */
  facts->people.items[0].birth_date = plt_date_from_ymd (2014, 1, 1);
  facts->engagements.items[0].role = FILM_NORA;
  facts->strips.items[0].sequence = 2;
  ASSERT_WRONG (facts, "plan.child-at-night");
}

static void
test_guardian (void)
{
  g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2017, 1, 1));

  add_day (facts, 0, H (9, 0), H (17, 0));
  add_strip (facts, MILO, 60);
  ASSERT_SILENT (facts, "plan.child-guardian");
  facts->engagements.items[1].function = "Responsable enfants";
  ASSERT_SILENT (facts, "plan.child-guardian");
  facts->engagements.items[1].function = "Responsable des repérages";
  ASSERT_WRONG (facts, "plan.child-guardian");
  facts->production.agreement = "2642"; /* cinema only */
  ASSERT_SILENT (facts, "plan.child-guardian");
  facts->production.agreement = "3097";
  facts->people.items[0].birth_date = plt_date_from_ymd (2010, 1, 1); /* 17 */
  ASSERT_SILENT (facts, "plan.child-guardian");
}

/* A séquence marked for children without a role of one: its strip is told, once. */
static void
test_marked (void)
{
  g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2017, 1, 1));

  add_day (facts, 0, H (14, 0), H (23, 0));
  add_strip (facts, 2, 60);
  ASSERT_SILENT (facts, "plan.child-at-night");
  facts->sequences.items[1].hazards = "enfant";
  ASSERT_WARNS (facts, "plan.child-at-night");
  facts->days.items[0].end_minutes = H (20, 0);
  ASSERT_SILENT (facts, "plan.child-at-night");
}

/* Nothing is known without the referential but that a child needs a date of birth. */
static void
test_silent (void)
{
  g_autoptr (PltFacts) facts = film (plt_date_from_ymd (2017, 1, 1));
  g_autoptr (GPtrArray) issues = NULL;

  add_day (facts, 6, H (9, 0), H (23, 0));
  add_strip (facts, MILO, 600);
  facts->engagements.items[0].child_permit = "";
  facts->referentials.n = 0;
  issues = check (facts);
  for (guint i = 0; i < issues->len; i++)
    g_assert_false (g_str_has_prefix (((const PltIssue *) issues->pdata[i])->rule, "plan.child"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL, *one = NULL, *two = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", NULL);
  one = g_build_filename (folder, "temps-de-travail.tsv", NULL);
  two = g_build_filename (folder, "jours-feries.tsv", NULL);
  g_assert_true (g_file_get_contents (one, &law, NULL, NULL));
  g_assert_true (g_file_get_contents (two, &holidays, NULL, NULL));
  g_test_add_func ("/children/age", test_age);
  g_test_add_func ("/children/minutes", test_minutes);
  g_test_add_func ("/children/authorised", test_authorised);
  g_test_add_func ("/children/break", test_break);
  g_test_add_func ("/children/night", test_night);
  g_test_add_func ("/children/leaves-first", test_leaves_first);
  g_test_add_func ("/children/rest", test_rest);
  g_test_add_func ("/children/sure-rest", test_sure_rest);
  g_test_add_func ("/children/days-off", test_days_off);
  g_test_add_func ("/children/weeks", test_weeks);
  g_test_add_func ("/children/permit", test_permit);
  g_test_add_func ("/children/unknown-age", test_unknown_age);
  g_test_add_func ("/children/guardian", test_guardian);
  g_test_add_func ("/children/marked", test_marked);
  g_test_add_func ("/children/silent", test_silent);
  status = g_test_run ();
  g_free (law);
  g_free (holidays);
  return status;
}
