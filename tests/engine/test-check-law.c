/* The law of the plan de travail at its limits: on the limit nothing is found, a minute beyond it
 * is. Hours are worked out by hand in the comments; day 1 is Monday 12 April 2027. */
#include "plt-check-plan-private.h"
#include "plt-test-film.h"

#include <string.h>

#define H(hours, minutes) ((hours) *60 + (minutes))
#define MAX_DAYS 80
#define NO_MEAL (-1)

static char *law, *holidays;

typedef struct
{
  int offset; /* days after 12 April 2027 */
  int start, end, meal;
} Hours;

static void
keep (PltFacts *facts, gint64 id, const char *name, const char *content)
{
  PltReferentialFacts *referential = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, id);

  referential->name = name;
  referential->version = "2";
  referential->content = content;
}

/* The film with its days replaced: each has the séquence 2 (kitchen, Nora). */
static PltFacts *
film (const char *agreement, const char *kind, const Hours *hours, guint n)
{
  PltFacts *facts = film_new ();

  keep (facts, 1, "temps-de-travail", law);
  keep (facts, 2, "jours-feries", holidays);
  facts->production.agreement = agreement;
  facts->production.kind = kind;
  facts->days.n = facts->strips.n = 0;
  g_hash_table_remove_all (facts->days.index);
  g_hash_table_remove_all (facts->strips.index);
  for (guint i = 0; i < n; i++)
    {
      PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, i + 1);
      PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, i + 1);

      day->schedule = strip->schedule = FILM_SCHEDULE;
      day->date = plt_date_from_ymd (2027, 4, 12) + hours[i].offset;
      day->kind = "tournage";
      day->unit = 1;
      day->start_minutes = hours[i].start;
      day->end_minutes = hours[i].end;
      day->meal_minutes = hours[i].meal == NO_MEAL ? PLT_UNKNOWN
                          : hours[i].meal != 0     ? hours[i].meal
                                                   : hours[i].start + 240;
      day->note = strip->text = strip->part = strip->note = "";
      strip->day = day->id;
      strip->kind = "sequence";
      strip->sequence = 2;
      strip->minutes = PLT_UNKNOWN;
    }
  return facts;
}

static GPtrArray *
check (const PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  GPtrArray *issues = plt_issues_new ();

  plt_check_plan (facts, plan, issues);
  return issues;
}

static guint
count (const GPtrArray *issues, const char *rule, const PltIssue **first)
{
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = issues->pdata[i];

      if (!g_str_equal (issue->rule, rule))
        continue;
      if (n++ == 0 && first != NULL)
        *first = issue;
    }
  return n;
}

typedef struct
{
  const char *agreement, *kind, *rule;
  Hours hours[8];
  guint n;          /* findings of the rule */
  int severity;     /* of the first */
  gint64 row;       /* of the first */
  const char *part; /* (nullable): of its message */
  const char *source;
} Case;

#define DAY(at, from, to)                                                                          \
  {                                                                                                \
    at, from, to, 0                                                                                \
  }
#define WEEK(from, to)                                                                             \
  DAY (0, from, to), DAY (1, from, to), DAY (2, from, to), DAY (3, from, to), DAY (4, from, to)

static const Case cases[] = {
  /* 19h to 6h is 11 h */
  { "3097", "", "plan.daily-rest", { DAY (0, H (9, 0), H (19, 0)), DAY (1, H (6, 0), H (16, 0)) } },
  { "3097",
    "",
    "plan.daily-rest",
    { DAY (0, H (9, 0), H (19, 0)), DAY (1, H (5, 59), H (16, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    2,
    "10 h 59",
    "L3131-1" },
  /* ends when the next has begun: no rest at all */
  { "3097",
    "",
    "plan.daily-rest",
    { DAY (0, H (20, 0), H (34, 0)), DAY (1, H (9, 0), H (16, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    2,
    NULL,
    NULL },
  /* 2642: nine hours twice a week; 8 h 59 never */
  { "2642",
    "unitaire",
    "plan.daily-rest",
    { DAY (0, H (9, 0), H (19, 0)), DAY (1, H (4, 0), H (16, 0)) },
    1,
    PLT_SEVERITY_WARNING,
    2,
    "9 h",
    "VI.3.1.2" },
  { "2642",
    "unitaire",
    "plan.daily-rest",
    { DAY (0, H (9, 0), H (19, 0)), DAY (1, H (3, 59), H (16, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    2,
    "8 h 59",
    "VI.3.1.2" },
  /* five days, the last a Saturday until 9h; Monday 9h is 48 h later */
  { "3097",
    "",
    "plan.weekly-rest",
    { DAY (0, H (10, 0), H (20, 0)), DAY (1, H (10, 0), H (20, 0)), DAY (2, H (10, 0), H (20, 0)),
      DAY (3, H (10, 0), H (20, 0)), DAY (5, H (1, 0), H (9, 0)), DAY (7, H (9, 0), H (19, 0)) } },
  { "3097",
    "",
    "plan.weekly-rest",
    { DAY (0, H (10, 0), H (20, 0)), DAY (1, H (10, 0), H (20, 0)), DAY (2, H (10, 0), H (20, 0)),
      DAY (3, H (10, 0), H (20, 0)), DAY (5, H (1, 0), H (9, 0)), DAY (7, H (8, 59), H (19, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    6,
    "47 h 59 instead of 48 h",
    "art. 25, 26" },
  /* a night that ends at 1h on Saturday: 58 h, until Monday 11h */
  { "3097",
    "",
    "plan.weekly-rest",
    { WEEK (H (15, 0), H (25, 0)), DAY (7, H (11, 0), H (21, 0)) } },
  { "3097",
    "",
    "plan.weekly-rest",
    { WEEK (H (15, 0), H (25, 0)), DAY (7, H (10, 59), H (21, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    6,
    "58 h",
    NULL },
  /* six days, Tuesday to Sunday: 24 h are enough */
  { "3097",
    "",
    "plan.weekly-rest",
    { DAY (1, H (9, 0), H (19, 0)), DAY (2, H (9, 0), H (19, 0)), DAY (3, H (9, 0), H (19, 0)),
      DAY (4, H (9, 0), H (19, 0)), DAY (5, H (9, 0), H (19, 0)), DAY (6, H (9, 0), H (19, 0)),
      DAY (7, H (19, 0), H (23, 0)) } },
  { "3097",
    "",
    "plan.weekly-rest",
    { DAY (1, H (9, 0), H (19, 0)), DAY (2, H (9, 0), H (19, 0)), DAY (3, H (9, 0), H (19, 0)),
      DAY (4, H (9, 0), H (19, 0)), DAY (5, H (9, 0), H (19, 0)), DAY (6, H (9, 0), H (19, 0)),
      DAY (7, H (18, 59), H (23, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    7,
    "24 h",
    NULL },
  /* Wednesday to Sunday, then Wednesday again: the rest is after the Sunday */
  { "3097",
    "",
    "plan.weekly-rest",
    { DAY (2, H (9, 0), H (19, 0)), DAY (3, H (9, 0), H (19, 0)), DAY (4, H (9, 0), H (19, 0)),
      DAY (5, H (9, 0), H (19, 0)), DAY (6, H (9, 0), H (19, 0)), DAY (9, H (9, 0), H (19, 0)) } },
  /* 2642: 24 h and 11 h; Saturday 19h to Monday 6h */
  { "2642",
    "unitaire",
    "plan.weekly-rest",
    { WEEK (H (9, 0), H (19, 0)), DAY (5, H (9, 0), H (19, 0)), DAY (7, H (6, 0), H (16, 0)) } },
  { "2642",
    "unitaire",
    "plan.weekly-rest",
    { WEEK (H (9, 0), H (19, 0)), DAY (5, H (9, 0), H (19, 0)), DAY (7, H (5, 59), H (16, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    7,
    "35 h",
    "VI.3.2.2" },
  { "3097",
    "",
    "plan.days-in-a-row",
    { WEEK (H (9, 0), H (19, 0)), DAY (5, H (9, 0), H (19, 0)), DAY (7, H (9, 0), H (19, 0)) } },
  { "3097",
    "",
    "plan.days-in-a-row",
    { WEEK (H (9, 0), H (19, 0)), DAY (5, H (9, 0), H (19, 0)), DAY (6, H (9, 0), H (19, 0)),
      DAY (7, H (9, 0), H (19, 0)) },
    2,
    PLT_SEVERITY_ERROR,
    7,
    "7",
    "L3132-1" },
  /* 10 h and the hour of the meal; 12 h and the hour of the meal */
  { "3097", "", "plan.day-hours", { DAY (0, H (9, 0), H (20, 0)) } },
  { "3097",
    "",
    "plan.day-hours",
    { DAY (0, H (9, 0), H (20, 1)) },
    1,
    PLT_SEVERITY_WARNING,
    1,
    "10 h 01",
    "L3121-18" },
  { "3097",
    "",
    "plan.day-hours",
    { DAY (0, H (9, 0), H (22, 0)) },
    1,
    PLT_SEVERITY_WARNING,
    1,
    "12 h",
    NULL },
  { "3097",
    "",
    "plan.day-hours",
    { DAY (0, H (9, 0), H (22, 1)) },
    1,
    PLT_SEVERITY_ERROR,
    1,
    "12 h 01",
    "L3121-19" },
  /* a continuous day: half an hour of break */
  { "3097", "", "plan.day-hours", { { 0, H (9, 0), H (19, 30), NO_MEAL } } },
  { "3097",
    "",
    "plan.day-hours",
    { { 0, H (9, 0), H (19, 31), NO_MEAL } },
    1,
    PLT_SEVERITY_WARNING,
    1,
    NULL,
    NULL },
  { "2642",
    "unitaire",
    "plan.day-hours",
    { DAY (0, H (9, 0), H (22, 1)) },
    1,
    PLT_SEVERITY_ERROR,
    1,
    NULL,
    "VI.3.1.1" },
  { "3097", "", "plan.span", { DAY (0, H (9, 0), H (22, 0)) } },
  { "3097",
    "",
    "plan.span",
    { DAY (0, H (9, 0), H (22, 1)) },
    1,
    PLT_SEVERITY_ERROR,
    1,
    "13 h",
    "art. 27" },
  { "2642", "unitaire", "plan.span", { DAY (0, H (9, 0), H (24, 0)) } },
  { "2642",
    "unitaire",
    "plan.span",
    { DAY (0, H (9, 0), H (24, 1)) },
    1,
    PLT_SEVERITY_ERROR,
    1,
    "15 h",
    "VI.3.3" },
  /* beyond 13 h, twice a week */
  { "2642",
    "unitaire",
    "plan.span-often",
    { DAY (0, H (8, 0), H (21, 1)), DAY (1, H (8, 0), H (21, 1)), DAY (2, H (8, 0), H (21, 0)),
      DAY (7, H (8, 0), H (21, 1)) } },
  { "2642",
    "unitaire",
    "plan.span-often",
    { DAY (0, H (8, 0), H (21, 1)), DAY (1, H (8, 0), H (21, 1)), DAY (3, H (8, 0), H (21, 1)) },
    1,
    PLT_SEVERITY_ERROR,
    3,
    "13 h",
    "VI.3.3" },
  { "3097", "", "plan.meal", { { 0, H (9, 0), H (19, 0), H (15, 0) } } },
  { "3097",
    "",
    "plan.meal",
    { { 0, H (9, 0), H (19, 0), H (15, 1) } },
    1,
    PLT_SEVERITY_WARNING,
    1,
    "6 h 01",
    "L3121-16" },
  /* 9 h 36 five times is 48 h; ten hours six times are 60 h */
  { "3097", "", "plan.week-hours", { WEEK (H (9, 0), H (19, 36)) } },
  { "3097",
    "",
    "plan.week-hours",
    { WEEK (H (9, 0), H (19, 37)) },
    1,
    PLT_SEVERITY_WARNING,
    5,
    "48 h 05",
    "L3121-20" },
  { "3097",
    "",
    "plan.week-hours",
    { WEEK (H (9, 0), H (20, 0)), DAY (5, H (9, 0), H (20, 0)) },
    1,
    PLT_SEVERITY_WARNING,
    6,
    "60 h",
    NULL },
  { "3097",
    "",
    "plan.week-hours",
    { WEEK (H (9, 0), H (20, 0)), DAY (5, H (9, 0), H (20, 1)) },
    1,
    PLT_SEVERITY_ERROR,
    6,
    "60 h 01",
    "L3121-21" },
  /* 2642: 54 h for fiction, 60 h for its weeks of six days, 48 h for the rest */
  { "2642",
    "unitaire",
    "plan.week-hours",
    { WEEK (H (9, 0), H (20, 48)) },
    1,
    PLT_SEVERITY_WARNING,
    5,
    "54 h",
    "VI.3.2.1" },
  { "2642",
    "serie",
    "plan.week-hours",
    { WEEK (H (9, 0), H (20, 49)) },
    1,
    PLT_SEVERITY_ERROR,
    5,
    NULL,
    NULL },
  { "2642",
    "serie",
    "plan.week-hours",
    { WEEK (H (9, 0), H (20, 0)), DAY (5, H (9, 0), H (20, 0)) },
    1,
    PLT_SEVERITY_WARNING,
    6,
    "60 h",
    NULL },
  { "2642", "documentaire", "plan.week-hours", { WEEK (H (9, 0), H (19, 36)) } },
  { "2642",
    "documentaire",
    "plan.week-hours",
    { WEEK (H (9, 0), H (19, 37)) },
    1,
    PLT_SEVERITY_ERROR,
    5,
    NULL,
    NULL },
  /* a night: 22h to 6h in April; 18h to 3h less the meal at 22h is four hours */
  { "3097",
    "",
    "plan.night-hours",
    { { 0, H (18, 0), H (27, 0), H (22, 0) } },
    1,
    PLT_SEVERITY_INFO,
    1,
    "4 h of night work (22h00 to 6h00): it costs 50 %",
    "art. 40" },
  /* 20h to 6h on 1 October, 22h on 30 September */
  { "3097",
    "",
    "plan.night-hours",
    { { 172, H (18, 0), H (27, 0), H (22, 0) } },
    1,
    PLT_SEVERITY_INFO,
    1,
    "6 h of night work (20h00",
    NULL },
  { "3097",
    "",
    "plan.night-hours",
    { { 171, H (18, 0), H (27, 0), H (22, 0) } },
    1,
    PLT_SEVERITY_INFO,
    1,
    "4 h of night work (22h00",
    NULL },
  /* early in the morning: 5h to 6h */
  { "3097",
    "",
    "plan.night-hours",
    { DAY (0, H (5, 0), H (15, 0)) },
    1,
    PLT_SEVERITY_INFO,
    1,
    "1 h of night work",
    NULL },
  { "3097", "", "plan.night-hours", { DAY (0, H (6, 0), H (22, 0)) } },
  /* ten hours of winter night, without a meal in it: eight at 50 % and two at 100 % */
  { "3097",
    "",
    "plan.night-hours",
    { { 172, H (20, 0), H (30, 0), NO_MEAL } },
    1,
    PLT_SEVERITY_INFO,
    1,
    "10 h of night work (20h00 to 6h00): it costs 60 %",
    NULL },
  { "2642",
    "unitaire",
    "plan.night-hours",
    { { 0, H (18, 0), H (27, 0), H (20, 0) } },
    1,
    PLT_SEVERITY_INFO,
    1,
    "5 h of night work (22h00 to 7h00): it costs 25 %",
    "VI.10" },
  /* fiction: 20h on 21 December, a studio programme from midnight only */
  { "2642",
    "documentaire",
    "plan.night-hours",
    { { 253, H (18, 0), H (23, 0), H (18, 0) } },
    1,
    PLT_SEVERITY_INFO,
    1,
    "3 h of night work (20h00",
    NULL },
  { "2642",
    "documentaire",
    "plan.night-hours",
    { { 252, H (18, 0), H (23, 0), H (18, 0) } },
    1,
    PLT_SEVERITY_INFO,
    1,
    "1 h of night work (22h00",
    NULL },
  { "2642", "flux", "plan.night-hours", { { 253, H (14, 0), H (24, 0), H (18, 0) } } },
  { "2642",
    "flux",
    "plan.night-hours",
    { { 253, H (14, 0), H (25, 0), H (18, 0) } },
    1,
    PLT_SEVERITY_INFO,
    1,
    "1 h of night work (0h00 to 7h00)",
    NULL },
  /* Ascension is day 25, Pentecost Monday day 36, the first of May day 20 (a Saturday) */
  { "3097",
    "",
    "plan.public-holiday",
    { DAY (24, H (9, 0), H (19, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    1,
    "100 % more, and 7 h",
    "IDCC 3097 titre II art. 42" },
  { "2642",
    "unitaire",
    "plan.public-holiday",
    { DAY (24, H (9, 0), H (19, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    1,
    "paid at 150 %",
    "IDCC 2642 art. VII.2" },
  { "2642",
    "unitaire",
    "plan.public-holiday",
    { DAY (35, H (9, 0), H (19, 0)) },
    1,
    PLT_SEVERITY_INFO,
    1,
    "solidarity",
    NULL },
  { "3097",
    "",
    "plan.public-holiday",
    { DAY (19, H (9, 0), H (19, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    1,
    "first of May",
    "L3133-4" },
  { "3097", "", "plan.sunday", { DAY (5, H (9, 0), H (19, 0)) } },
  { "3097",
    "",
    "plan.sunday",
    { DAY (6, H (9, 0), H (19, 0)) },
    1,
    PLT_SEVERITY_WARNING,
    1,
    "100 %",
    "art. 41" },
  { "2642",
    "unitaire",
    "plan.sunday",
    { DAY (6, H (9, 0), H (19, 0)) },
    1,
    PLT_SEVERITY_WARNING,
    1,
    "50 %",
    "VI.9" },
};

static void
assert_case (guint index, const Case *each, const GPtrArray *issues)
{
  const PltIssue *issue = NULL;
  guint n = count (issues, each->rule, &issue);

  if (n != each->n)
    g_error ("case %u, %s: %u findings, wanted %u (%s)", index, each->rule, n, each->n,
             issue != NULL ? issue->message : "");
  if (n == 0)
    return;
  if ((int) issue->severity != each->severity || issue->ref.id != each->row
      || (each->part != NULL && strstr (issue->message, each->part) == NULL)
      || (each->source != NULL && strstr (issue->source, each->source) == NULL))
    {
      g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, issue->ref.id);

      g_error ("case %u: %s, row %s: %s (%s)", index, plt_severity_id (issue->severity), row,
               issue->message, issue->source);
    }
}

/* Durations have narrow no-break spaces. */
static char *
plain (const char *text)
{
  GString *string = g_string_new (text);

  g_string_replace (string, "\u202f", " ", 0);
  g_string_replace (string, "\u00a0", " ", 0);
  return g_string_free (string, FALSE);
}

static void
test_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = NULL;
      g_autoptr (GPtrArray) issues = NULL;
      guint n = 0;

      while (n < G_N_ELEMENTS (cases[i].hours) && cases[i].hours[n].end != 0)
        n++;
      facts = film (cases[i].agreement, cases[i].kind, cases[i].hours, n);
      issues = check (facts);
      for (guint j = 0; j < issues->len; j++)
        {
          PltIssue *issue = issues->pdata[j];
          char *message = plain (issue->message);

          g_free (issue->message);
          issue->message = message;
        }
      assert_case (i, &cases[i], issues);
    }
}

/* Without its rule a check says nothing: every rule of hours and rest is data. */
static void
test_silent (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = NULL;
      g_autoptr (GPtrArray) issues = NULL;
      guint n = 0;

      while (n < G_N_ELEMENTS (cases[i].hours) && cases[i].hours[n].end != 0)
        n++;
      facts = film (cases[i].agreement, cases[i].kind, cases[i].hours, n);
      facts->referentials.n = 0;
      issues = check (facts);
      if (!g_str_equal (cases[i].rule, "plan.sunday"))
        g_assert_cmpuint (count (issues, cases[i].rule, NULL), ==, 0);
    }
}

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
  g_autoptr (PltFacts) facts = film ("3097", "", hours, fill_weeks (hours, n_weeks, n_days, end));
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue = NULL;

  facts->locations.items[1].postcode = postcode; /* of the kitchen */
  facts->production.region = "Île-de-France";
  issues = check (facts);
  g_assert_cmpuint (count (issues, rule, &issue), ==, n);
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

/* 2642: the third short rest of a week is not allowed, the next week begins anew. */
static void
test_reduced_rest (void)
{
  static const Hours hours[] = {
    DAY (0, H (10, 0), H (20, 0)), DAY (1, H (6, 0), H (20, 0)), DAY (2, H (6, 0), H (20, 0)),
    DAY (3, H (6, 0), H (20, 0)),  DAY (7, H (8, 0), H (20, 0)), DAY (8, H (6, 0), H (16, 0)),
  };
  g_autoptr (PltFacts) facts = film ("2642", "serie", hours, G_N_ELEMENTS (hours));
  g_autoptr (GPtrArray) issues = check (facts);
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
  g_autoptr (PltFacts) facts = film ("3097", "", hours, G_N_ELEMENTS (hours));
  g_autoptr (GPtrArray) issues = NULL;

  facts->days.items[1].unit = facts->days.items[3].unit = 2;
  issues = check (facts);
  g_assert_cmpuint (count (issues, "plan.daily-rest", NULL), ==, 0); /* 11 h each */
  facts->days.items[2].start_minutes--;
  g_clear_pointer (&issues, g_ptr_array_unref);
  issues = check (facts);
  g_assert_cmpuint (count (issues, "plan.daily-rest", NULL), ==, 1);
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
      g_autoptr (PltFacts) facts = film (each[i].agreement, "", &hours, 1);
      g_autoptr (GPtrArray) issues = NULL;
      const PltIssue *issue = NULL;

      facts->locations.items[1].kind = each[i].kind;
      issues = check (facts);
      if (count (issues, "plan.studio-closed", &issue) != each[i].n)
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
  g_autoptr (PltFacts) facts = film ("3097", "", &hours, 1);
  const PltIssue *issue = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) issues = NULL;

      facts->locations.items[1].kind = i == 0 ? "studio" : "studio-agree";
      issues = check (facts);
      g_assert_cmpuint (count (issues, "plan.night-hours", &issue), ==, 1);
      g_assert_nonnull (strstr (issue->message, i == 0 ? "20h00" : "21h00"));
    }
}

static void
test_days_off (void)
{
  Hours hours[] = { DAY (0, H (9, 0), H (19, 0)), DAY (1, H (9, 0), H (19, 0)) };
  g_autoptr (PltFacts) facts = film ("3097", "", hours, 2);
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
  issues = check (facts);
  g_assert_cmpuint (count (issues, "plan.local-day-off", &issue), ==, 1);
  g_assert_cmpint (issue->ref.id, ==, 1);
  g_assert_nonnull (strstr (issue->message, "Fête du village"));
  g_assert_cmpuint (count (issues, "plan.closed", &issue), ==, 1);
  g_assert_cmpint (issue->ref.id, ==, 2);
}

/* A holiday of the place, of which what it costs was not read. */
static void
test_local_holiday (void)
{
  Hours hours = DAY (258, H (9, 0), H (17, 0)); /* 26 December 2027, a Sunday */
  g_autoptr (PltFacts) facts = film ("3097", "", &hours, 1);
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue = NULL;

  facts->locations.items[1].postcode = "67000";
  issues = check (facts);
  g_assert_cmpuint (count (issues, "plan.public-holiday", &issue), ==, 1);
  g_assert_nonnull (strstr (issue->message, "to verify"));
  g_assert_nonnull (strstr (issue->source, "L3134-13"));
  g_assert_cmpuint (count (issues, "plan.sunday", NULL), ==, 1);
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
  g_autoptr (PltFacts) facts = film (agreement, "unitaire", hours, 2);
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue = NULL;

  engage (facts, FILM_NORA, hmc);
  issues = check (facts);
  g_assert_cmpuint (count (issues, rule, &issue), ==, n);
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
}

/* Between 11h and 17h30 by the order of the strips: two hours before her, half an hour after. */
static void
test_presence (void)
{
  Hours hours = DAY (0, H (9, 0), H (18, 0));
  g_autoptr (PltFacts) facts = film ("3097", "", &hours, 1);
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
  g_autoptr (PltFacts) facts = film ("3097", "", hours, 2);
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue = NULL;

  facts->strips.items[0].sequence = 1; /* at the port */
  facts->locations.items[0].postcode = "97200";
  issues = check (facts);
  g_assert_cmpuint (count (issues, "plan.daily-rest", &issue), ==, 1);
  {
    g_autofree char *message = plain (issue->message);

    g_assert_nonnull (strstr (message, "10 h of rest")); /* 16 h less the six of the journey */
  }
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
  g_test_add_func ("/law/limits", test_limits);
  g_test_add_func ("/law/silent", test_silent);
  g_test_add_func ("/law/weeks", test_weeks);
  g_test_add_func ("/law/reduced-rest", test_reduced_rest);
  g_test_add_func ("/law/units", test_units);
  g_test_add_func ("/law/studio", test_studio);
  g_test_add_func ("/law/studio-night", test_studio_night);
  g_test_add_func ("/law/days-off", test_days_off);
  g_test_add_func ("/law/local-holiday", test_local_holiday);
  g_test_add_func ("/law/artists", test_artists);
  g_test_add_func ("/law/presence", test_presence);
  g_test_add_func ("/law/legal-time", test_legal_time);
  status = g_test_run ();
  g_free (law);
  g_free (holidays);
  return status;
}
