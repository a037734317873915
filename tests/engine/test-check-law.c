/* The law of the plan de travail at its limits: on the limit nothing is found, a minute beyond it
 * is. Hours are worked out by hand in the comments; day 1 is Monday 12 April 2027. */
#include "plt-check-plan-private.h"
#include "plt-test-film.h"
#include "plt-test-law.h"

#include <string.h>

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
    1,
    PLT_SEVERITY_ERROR,
    7,
    "8 days of work in a row",
    "L3132-1" },
  { "3097",
    "",
    "plan.days-in-a-row",
    { WEEK (H (9, 0), H (19, 0)), DAY (5, H (9, 0), H (19, 0)), DAY (6, H (9, 0), H (19, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    7,
    "day 7 of work",
    "L3132-1" },
  /* a shoot that begins on a Thursday had its rest, one that begins on a Tuesday at 9h had 33 h */
  { "3097",
    "",
    "plan.weekly-rest",
    { DAY (3, H (9, 0), H (19, 0)), DAY (4, H (9, 0), H (19, 0)), DAY (5, H (9, 0), H (19, 0)),
      DAY (7, H (9, 0), H (19, 0)) } },
  { "3097",
    "",
    "plan.weekly-rest",
    { DAY (1, H (9, 0), H (19, 0)), DAY (3, H (9, 0), H (19, 0)), DAY (5, H (9, 0), H (19, 0)),
      DAY (7, H (9, 0), H (19, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    4,
    "38 h instead of 48 h",
    NULL },
  /* night of 30 to 31 October 2027 (day 201): 18h to 7h are 14 h, the clock goes back at 3h */
  { "3097",
    "",
    "plan.span",
    { DAY (201, H (18, 0), H (31, 0)) },
    1,
    PLT_SEVERITY_ERROR,
    1,
    "14 h",
    NULL },
  { "3097", "", "plan.span", { DAY (201, H (18, 0), H (30, 0)) } },
  { "3097", "", "plan.span", { DAY (200, H (18, 0), H (31, 0)) } },
  /* night of 27 to 28 March 2027 (day -16): 18h to 8h are 13 h */
  { "3097", "", "plan.span", { DAY (-16, H (18, 0), H (32, 0)) } },
  { "3097",
    "",
    "plan.span",
    { DAY (-16, H (18, 0), H (32, 1)) },
    1,
    PLT_SEVERITY_ERROR,
    1,
    "13 h 01",
    NULL },
  /* a Saturday night goes on into Sunday, a Friday night into the first of May */
  { "3097", "", "plan.sunday-after-midnight", { DAY (5, H (14, 0), H (24, 0)) } },
  { "3097",
    "",
    "plan.sunday-after-midnight",
    { DAY (5, H (14, 0), H (24, 1)) },
    1,
    PLT_SEVERITY_WARNING,
    1,
    "100 %",
    "art. 41" },
  { "2642",
    "unitaire",
    "plan.sunday-after-midnight",
    { DAY (5, H (16, 0), H (26, 0)) },
    1,
    PLT_SEVERITY_WARNING,
    1,
    "50 %",
    "VI.9" },
  { "3097",
    "",
    "plan.holiday-after-midnight",
    { DAY (18, H (16, 0), H (26, 0)) },
    1,
    PLT_SEVERITY_WARNING,
    1,
    "2 h after midnight",
    "L3133-1" },
  { "2642", "unitaire", "plan.holiday-after-midnight", { DAY (34, H (16, 0), H (26, 0)) } },
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
  guint n = law_count (issues, each->rule, &issue);

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
      facts = law_film (cases[i].agreement, cases[i].kind, cases[i].hours, n);
      issues = law_check (facts);
      for (guint j = 0; j < issues->len; j++)
        {
          PltIssue *issue = issues->pdata[j];
          char *message = law_plain (issue->message);

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
      facts = law_film (cases[i].agreement, cases[i].kind, cases[i].hours, n);
      facts->referentials.n = 0;
      issues = law_check (facts);
      if (!g_str_equal (cases[i].rule, "plan.sunday"))
        g_assert_cmpuint (law_count (issues, cases[i].rule, NULL), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/limits", test_limits);
  g_test_add_func ("/law/silent", test_silent);
  return law_run ();
}
