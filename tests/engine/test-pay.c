/* Pay from hours: the worked examples of the agreements, computed by hand to the centime
 * (IDCC 3097 title II: T1 to T9; IDCC 2642: A1 to A7), with scales of 1 November 2024 and of 1 July
 * 2025; then properties. */
#include "plt-pay.h"

#include <string.h>

#include "plt-money.h"
#include "plt-paths.h"

/* ---- the referentials, and sheets as people would type them ---- */

static PltFacts *
new_facts (const char *agreement)
{
  static const char *const names[]
      = { "temps-de-travail", "jours-feries", "minima-3097", "minima-2642" };
  PltFacts *facts = plt_facts_new ();

  facts->production.agreement = agreement;
  facts->production.territory = "metropole";
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", names[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *content = plt_paths_read (path, NULL, &error);
      PltReferentialFacts *kept
          = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, (gint64) i + 1);

      g_assert_no_error (error);
      kept->name = names[i];
      kept->version = "1";
      kept->content = g_string_chunk_insert (facts->strings, content);
    }
  return facts;
}

static PltPay *
pay_sheet (const char *agreement, const char *function, const char *options, const char *sheet)
{
  g_autoptr (PltFacts) facts = new_facts (agreement);
  g_autoptr (GArray) days = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strsplit (options, " ", -1);
  PltPayOptions chosen;
  PltPay *pay;

  plt_pay_options_init (&chosen);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');

      if (value == NULL)
        continue;
      *value++ = '\0';
      plt_pay_options_set (&chosen, words[i], value, &error);
      g_assert_no_error (error);
    }
  days = plt_work_days_parse (sheet, &error);
  g_assert_no_error (error);
  pay = plt_pay_new (facts, function, PLT_DATE_NONE, &chosen, (const PltWorkDay *) days->data,
                     days->len, &error);
  g_assert_no_error (error);
  return pay;
}

static PltMoney
sum_of (const PltPay *pay, const char *rule)
{
  PltMoney sum = 0;

  for (guint i = 0; i < pay->lines->len; i++)
    {
      const PltPayLine *line = pay->lines->pdata[i];

      sum += rule == NULL || strcmp (line->rule, rule) == 0 ? line->amount : 0;
    }
  return sum;
}

static gboolean
has_alert (const PltPay *pay, const char *rule)
{
  for (guint i = 0; i < pay->alerts->len; i++)
    if (strcmp (((const PltIssue *) pay->alerts->pdata[i])->rule, rule) == 0)
      return TRUE;
  return FALSE;
}

#define HEAD "date,start,meal_start,meal_end,end,place,kind\n"
/* a day of shooting with a meal of an hour */
#define LONG(date) date ",8h00,13h00,14h00,19h00,region,tournage\n"  /* 10 h */
#define SHORT(date) date ",9h00,13h00,14h00,18h00,region,tournage\n" /* 8 h */
#define TWELVE(date) date ",8h00,13h00,14h00,21h00,region,tournage\n"
#define NIGHT(date) date ",18h00,22h00,23h00,28h00,region,tournage\n" /* 9 h */

#define FIVE_LONG                                                                                  \
  LONG ("2026-06-08")                                                                              \
  LONG ("2026-06-09") LONG ("2026-06-10") LONG ("2026-06-11") LONG ("2026-06-12")
#define FIVE_SHORT                                                                                 \
  SHORT ("2026-06-08")                                                                             \
  SHORT ("2026-06-09") SHORT ("2026-06-10") SHORT ("2026-06-11") SHORT ("2026-06-12")
#define WINTER_NIGHTS                                                                              \
  NIGHT ("2026-01-12")                                                                             \
  NIGHT ("2026-01-13") NIGHT ("2026-01-14") NIGHT ("2026-01-15") NIGHT ("2026-01-16")
#define SUMMER_NIGHTS                                                                              \
  NIGHT ("2026-06-08")                                                                             \
  NIGHT ("2026-06-09") NIGHT ("2026-06-10") NIGHT ("2026-06-11") NIGHT ("2026-06-12")
#define SUNDAY_WEEK                                                                                \
  SHORT ("2026-06-10")                                                                             \
  SHORT ("2026-06-11") SHORT ("2026-06-12") SHORT ("2026-06-13") SHORT ("2026-06-14")
#define MAY_WEEK                                                                                   \
  SHORT ("2026-04-27")                                                                             \
  SHORT ("2026-04-28") SHORT ("2026-04-29") SHORT ("2026-04-30") SHORT ("2026-05-01")
#define PARIS(date) date ",9h00,13h00,14h00,18h00,idf,tournage\n"
#define PARIS_SIX                                                                                  \
  PARIS ("2026-06-08")                                                                             \
  PARIS ("2026-06-09")                                                                             \
  PARIS ("2026-06-10") PARIS ("2026-06-11") PARIS ("2026-06-12") PARIS ("2026-06-13")
#define ROAD(date) date ",7h00,,,8h30,region,transport\n"

#define GRIP "Machiniste de prise de vues cinéma"
#define FOCUS "1er assistant opérateur cinéma"
#define GAFFER "Chef électricien de prise de vues cinéma"
#define FIRST "1er assistant réalisateur"

/* `rule` NULL: the whole. Source: temps-de-travail of the trade, section 3. */
static const struct
{
  const char *id, *agreement, *function, *options, *sheet, *rule;
  PltMoney amount;
  const char *alert;
} examples[] = {
  /* 35 + 8 x 1,25 + 5 x 1,5 + 2 x 1,75 = 56 hours of 25,22625 */
  { "T1", "3097", GRIP, "", HEAD FIVE_LONG, NULL, 141267, "pay.C02" },
  /* the day of 12 hours on the Friday: the ceiling holds hours 43 and 44 */
  { "T2a", "3097", GRIP, "",
    HEAD SHORT ("2026-06-08") SHORT ("2026-06-09") SHORT ("2026-06-10") SHORT ("2026-06-11")
        TWELVE ("2026-06-12"),
    NULL, 120455, "pay.C01" },
  { "T2a without a ceiling", "3097", GRIP, "plafond=non",
    HEAD SHORT ("2026-06-08") SHORT ("2026-06-09") SHORT ("2026-06-10") SHORT ("2026-06-11")
        TWELVE ("2026-06-12"),
    NULL, 122347, NULL },
  { "T2b", "3097", GRIP, "",
    HEAD TWELVE ("2026-06-08") SHORT ("2026-06-09") SHORT ("2026-06-10") SHORT ("2026-06-11")
        SHORT ("2026-06-12"),
    NULL, 122347, NULL },
  { "T3 in winter", "3097", FOCUS, "", HEAD WINTER_NIGHTS, NULL, 223447, "pay.C07" },
  { "T3 in summer", "3097", FOCUS, "", HEAD SUMMER_NIGHTS, NULL, 206390, NULL },
  /* nine hours of night: 8 x 0,5 + 1 = 5 hours of 34,114 */
  { "T3, a night of nine hours", "3097", FOCUS, "contrat=semaine",
    HEAD "2026-01-12,20h00,24h00,24h30,29h30,region,tournage\n", "R08", 17057, NULL },
  { "T4", "3097", GRIP, "", HEAD SUNDAY_WEEK, NULL, 121086, NULL },
  { "T4 without a ceiling", "3097", GRIP, "plafond=non", HEAD SUNDAY_WEEK, NULL, 124239, NULL },
  { "T4 without rest", "3097", GRIP, "repos-dimanche=non", HEAD SUNDAY_WEEK, NULL, 138744, NULL },
  { "T5 in the Paris region", "3097", GAFFER, "", HEAD PARIS_SIX, NULL, 173466, NULL },
  { "T5 not made up for", "3097", GAFFER, "recup-6e-jour=non", HEAD PARIS_SIX, NULL, 184071, NULL },
  { "T5 elsewhere", "3097", GAFFER, "", HEAD FIVE_SHORT SHORT ("2026-06-13"), NULL, 159074, NULL },
  /* 47 hours are guaranteed to a week of six days: 51 hours of 30,29975 */
  { "T5, guarantee", "3097", GAFFER, "",
    HEAD FIVE_SHORT "2026-06-13,9h00,,,12h00,region,tournage\n", NULL, 154529, NULL },
  { "T6", "3097", GRIP, "", HEAD TWELVE ("2026-06-09"), NULL, 48876, NULL },
  { "T6, plain base", "3097", GRIP, "assiette-jour=simple", HEAD TWELVE ("2026-06-09"), NULL, 45407,
    NULL },
  { "T6, in place of the 25 %", "3097", GRIP, "assiette-jour=remplace", HEAD TWELVE ("2026-06-09"),
    NULL, 43515, NULL },
  { "T6, advertising", "3097", GRIP, "publicite=oui", HEAD TWELVE ("2026-06-09"), NULL, 60543,
    NULL },
  { "T6, advertising, plain base", "3097", GRIP, "publicite=oui assiette-jour=simple",
    HEAD TWELVE ("2026-06-09"), NULL, 50453, NULL },
  { "T6, advertising, eight hours", "3097", GRIP, "publicite=oui", HEAD SHORT ("2026-06-09"), NULL,
    30272, NULL },
  /* rest of 9 hours: 2 hours of 25,22625 */
  { "T7, a rest of ten hours", "3097", GRIP, "",
    HEAD "2026-06-09,14h00,18h00,19h00,23h00,region,tournage\n" SHORT ("2026-06-10"), "R11", 2523,
    "pay.C05" },
  { "T7", "3097", GRIP, "",
    HEAD "2026-06-09,14h00,18h00,19h00,23h00,region,tournage\n"
         "2026-06-10,8h00,13h00,14h00,17h00,region,tournage\n",
    "R11", 5045, "pay.C05" },
  { "T8, transport", "3097", FOCUS, "",
    HEAD ROAD ("2026-06-08") ROAD ("2026-06-09") ROAD ("2026-06-10") ROAD ("2026-06-11")
        ROAD ("2026-06-12"),
    "T32", 18920, NULL },
  { "T8, travel", "3097", FOCUS, "", HEAD "2026-06-08,8h00,,,17h00,region,voyage\n", "V47", 17658,
    NULL },
  { "T9, strict ceiling", "3097", GRIP, "plafond-1er-mai=oui", HEAD MAY_WEEK, NULL, 121086, NULL },
  { "T9", "3097", GRIP, "", HEAD MAY_WEEK, NULL, 124239, NULL },
  /* hours 36 to 40 keep their 25 %: the holiday adds 3 x 1 + 5 x 0,75 of 25,22625, and 7 hours */
  { "T9, not made up for", "3097", GRIP, "recup-ferie=non plafond-1er-mai=oui", HEAD MAY_WEEK,
    "R10", 17658 + 17028, NULL },
  { "A1", "2642", FIRST, "variante=specialise", HEAD FIVE_LONG, NULL, 190465, "pay.D03" },
  { "A1, machiniste", "2642", "Machiniste", "", HEAD FIVE_LONG, NULL, 135147, NULL },
  { "A1, flux", "2642", FIRST, "genre=flux", HEAD FIVE_LONG, NULL, 151894, NULL },
  { "A2", "2642", FIRST, "variante=specialise", HEAD TWELVE ("2026-06-09"), NULL, 50524, NULL },
  { "A2, eight hours", "2642", FIRST, "variante=specialise", HEAD SHORT ("2026-06-09"), NULL, 30505,
    NULL },
  { "A2, seven hours", "2642", FIRST, "variante=specialise",
    HEAD "2026-06-09,9h00,,,12h00,region,tournage\n", NULL, 26692, NULL },
  { "A3", "2642", FIRST, "variante=specialise", HEAD SUNDAY_WEEK, NULL, 155289, NULL },
  { "A4", "2642", FIRST, "variante=specialise", HEAD WINTER_NIGHTS, NULL, 194755, NULL },
  { "A4, machiniste", "2642", "Machiniste", "", HEAD WINTER_NIGHTS, NULL, 155301, NULL },
  /* rest of 9 hours: 2 x 50 % of 34,318 */
  { "A5", "2642", FIRST, "variante=specialise",
    HEAD "2026-06-09,14h00,18h00,19h00,23h00,region,tournage\n"
         "2026-06-10,8h00,13h00,14h00,17h00,region,tournage\n",
    "D02", 3432, "pay.D02" },
  { "A6", "2642", FIRST, "variante=specialise", HEAD "2026-06-08,8h00,,,17h00,region,voyage\n",
    "P16", 28624, "pay.P16" },
  { "A6, standard", "2642", FIRST, "", HEAD "2026-06-08,8h00,,,17h00,region,voyage\n", "P16", 26314,
    NULL },
  { "A7", "2642", FIRST, "variante=specialise contrat=semaine", HEAD SHORT ("2026-11-11"), NULL,
    54909, NULL },
};

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (PltPay) pay = pay_sheet (examples[i].agreement, examples[i].function,
                                          examples[i].options, examples[i].sheet);

      g_test_message ("%s", examples[i].id);
      g_assert_cmpint (sum_of (pay, examples[i].rule), ==, examples[i].amount);
      g_assert_cmpint (sum_of (pay, NULL), ==, pay->total);
      g_assert_true (examples[i].alert == NULL || has_alert (pay, examples[i].alert));
    }
}

/* Hours of a week without other premiums, in hours of the base: the factors of the agreement. */
static void
test_factors (void)
{
  static const struct
  {
    guint hours;
    gint64 factor_e2;
  } factors[] = { { 39, 4000 }, { 40, 4125 }, { 42, 4375 }, { 43, 4500 }, { 44, 4650 },
                  { 45, 4800 }, { 46, 4950 }, { 48, 5250 }, { 50, 5600 } };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      g_autoptr (GString) sheet = g_string_new (HEAD);
      g_autoptr (PltPay) pay = NULL;
      PltMoney expected;

      /* hours of at most ten a day, in five days */
      for (guint d = 0, left = factors[i].hours; d < 5; d++)
        {
          guint hours = (left + 4 - d) / (5 - d);

          g_string_append_printf (sheet, "2026-06-%02u,8h00,,,%uh00,region,preparation\n", 8 + d,
                                  8 + hours);
          left -= hours;
        }
      pay = pay_sheet ("3097", GRIP, "", sheet->str);
      g_assert_true (
          plt_money_apply_rate (100905, factors[i].factor_e2, 4000, PLT_ROUND_HALF_UP, &expected));
      g_assert_cmpint (pay->minutes, ==, factors[i].hours * 60);
      g_assert_cmpint (pay->total, ==, expected);
    }
}

/* A week is worth its guaranteed wage however short, and its count goes up to the half hour. */
static void
test_guarantee (void)
{
  g_autoptr (PltPay) brief = pay_sheet ("3097", GRIP, "contrat=semaine",
                                        HEAD "2026-06-08,9h00,,,11h00,region,tournage\n");
  g_autoptr (PltPay) odd
      = pay_sheet ("3097", GRIP, "",
                   HEAD LONG ("2026-06-08") LONG ("2026-06-09") SHORT ("2026-06-10")
                       SHORT ("2026-06-11") "2026-06-12,9h00,13h00,14h00,18h01,region,tournage\n");
  g_autoptr (PltPay) whole
      = pay_sheet ("3097", GRIP, "",
                   HEAD LONG ("2026-06-08") LONG ("2026-06-09") SHORT ("2026-06-10")
                       SHORT ("2026-06-11") "2026-06-12,9h00,13h00,14h00,18h30,region,tournage\n");

  g_assert_cmpint (brief->total, ==, 100905);
  g_assert_cmpint (odd->total, ==, whole->total);
  g_assert_cmpint (odd->minutes, ==, whole->minutes - 29);
}

/* The grid of annexe II pays 47 hours for 46; the two next are at 150 and 175 %: as T1. */
static void
test_equivalence (void)
{
  g_autoptr (PltPay) pay = pay_sheet ("3097", GRIP, "equivalence=oui", HEAD FIVE_LONG);

  g_assert_cmpint (sum_of (pay, "R15"), ==, 124870);
  g_assert_cmpint (pay->total, ==, 141267);
}

/* Weeks of six days in the Paris region, rest of a week that is cut: computed by hand with the base
 * of the machinist, 25,22625. */
static void
test_six_days (void)
{
#define IDF(date, end) date ",9h00,13h00,14h00," end ",idf,tournage\n"
#define FIVE_PARIS(end)                                                                            \
  IDF ("2026-06-08", end)                                                                          \
  IDF ("2026-06-09", end)                                                                          \
  IDF ("2026-06-10", end) IDF ("2026-06-11", end) IDF ("2026-06-12", end)
  static const struct
  {
    const char *options, *sheet, *rule;
    PltMoney amount; /* of the rule, of everything without one */
  } cases[] = {
    /* the grid of five days (46 hours) and the sixth day at 200 %: 1 248,70 + 16 b */
    { "equivalence=oui", HEAD FIVE_PARIS ("18h00") IDF ("2026-06-13", "18h00"), NULL, 165232 },
    /* outside, the grid of six days alone */
    { "equivalence=oui", HEAD FIVE_SHORT SHORT ("2026-06-13"), NULL, 167754 },
    /* 35 hours and a sixth day of eight: 43 hours are above the guaranteed 39; 35 b + 16 b */
    { "", HEAD FIVE_PARIS ("17h00") IDF ("2026-06-13", "18h00"), "R01", 0 },
    { "", HEAD FIVE_PARIS ("17h00") IDF ("2026-06-13", "18h00"), NULL, 128654 },
    /* 20 hours and a sixth day of eight are 28 b of the guaranteed 40 */
    { "contrat=semaine",
      HEAD "2026-06-08,9h00,,,13h00,idf,tournage\n2026-06-09,9h00,,,13h00,idf,tournage\n"
           "2026-06-10,9h00,,,13h00,idf,tournage\n2026-06-11,9h00,,,13h00,idf,tournage\n"
           "2026-06-12,9h00,,,13h00,idf,tournage\n" IDF ("2026-06-13", "18h00"),
      "R01", 30272 },
    /* 39 hours of rest instead of 48: nine are missing */
    { "contrat=semaine",
      HEAD SHORT ("2026-06-08") SHORT ("2026-06-09") SHORT ("2026-06-10") SHORT ("2026-06-11")
          SHORT ("2026-06-13") SHORT ("2026-06-15"),
      "R11", 22704 },
    /* the last day ends at 2h: 58 are due, 54 are there, 4 b */
    { "",
      HEAD FIVE_SHORT "2026-06-13,20h00,,,22h00,region,tournage\n"
                      "2026-06-15,8h00,,,12h00,region,tournage\n",
      "R11", 0 }, /* six days: 24 h */
    { "",
      HEAD SHORT ("2026-06-08") SHORT ("2026-06-09") SHORT ("2026-06-10")
          SHORT ("2026-06-11") "2026-06-12,18h00,,,26h00,region,tournage\n2026-06-15,8h00,,,12h00,"
                               "region,tournage\n",
      "R11", 10091 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltPay) pay = pay_sheet ("3097", GRIP, cases[i].options, cases[i].sheet);

      g_test_message ("%u", i);
      g_assert_cmpint (sum_of (pay, cases[i].rule), ==, cases[i].amount);
    }
}

/* 2642: 60 h in a week of six days of fiction, 54 h in one of five, 48 h for the rest. */
static void
test_weeks_2642 (void)
{
  static const struct
  {
    const char *options;
    guint n_days, hours;
    int severity; /* -1 */
  } cases[] = {
    { "", 5, 9, -1 },
    { "", 5, 10, PLT_SEVERITY_WARNING },
    { "", 5, 11, PLT_SEVERITY_ERROR }, /* 55 h */
    { "", 6, 10, PLT_SEVERITY_WARNING },
    { "", 6, 11, PLT_SEVERITY_ERROR },
    { "genre=flux", 5, 10, PLT_SEVERITY_ERROR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) sheet = g_string_new (HEAD);
      g_autoptr (PltPay) pay = NULL;
      int severity = -1;

      for (guint d = 0; d < cases[i].n_days; d++)
        g_string_append_printf (sheet, "2026-06-%02u,8h00,12h00,13h00,%uh00,region,tournage\n",
                                8 + d, 9 + cases[i].hours);
      pay = pay_sheet ("2642", "1er assistant réalisateur", cases[i].options, sheet->str);
      for (guint j = 0; j < pay->alerts->len; j++)
        if (strcmp (((const PltIssue *) pay->alerts->pdata[j])->rule, "pay.D03") == 0)
          severity = (int) ((const PltIssue *) pay->alerts->pdata[j])->severity;
      g_test_message ("%u", i);
      g_assert_cmpint (severity, ==, cases[i].severity);
    }
}

/* A local holiday whose premium nobody has read is told, not paid in silence. */
static void
test_local_holiday (void)
{
  static const char *const sheets[] = { HEAD "2026-12-26,9h00,,,13h00,region,tournage\n",
                                        HEAD "2026-12-28,9h00,,,13h00,region,tournage\n",
                                        HEAD "2026-12-24,20h00,,,22h00,region,tournage\n" };

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    for (guint there = 0; there < 2; there++)
      {
        g_autoptr (PltFacts) facts = new_facts ("2642");
        g_autoptr (GError) error = NULL;
        g_autoptr (GArray) days = plt_work_days_parse (sheets[i], &error);
        g_autoptr (PltPay) pay = NULL;
        PltPayOptions options;

        g_assert_no_error (error);
        facts->production.territory = there ? "alsace-moselle" : "metropole";
        plt_pay_options_init (&options);
        pay = plt_pay_new (facts, "Machiniste", PLT_DATE_NONE, &options,
                           (const PltWorkDay *) days->data, days->len, &error);
        g_assert_no_error (error);
        g_assert_cmpint (has_alert (pay, "pay.holiday-to-verify"), ==, i == 0 && there);
      }
}

/* Hours after midnight are of the next date: the Sunday begins at 24h00 of the Saturday. */
static void
test_after_midnight (void)
{
  g_autoptr (PltPay) pay = pay_sheet ("3097", GRIP, "contrat=semaine plafond=non",
                                      HEAD "2026-06-13,20h00,,,26h00,region,tournage\n");
  const PltPayLine *sunday = NULL;

  for (guint i = 0; i < pay->lines->len; i++)
    if (strcmp (((const PltPayLine *) pay->lines->pdata[i])->rule, "R09") == 0)
      sunday = pay->lines->pdata[i];
  g_assert_nonnull (sunday);
  g_assert_cmpint (sunday->minutes, ==, 120);
}

/* More hours never pay less, whatever the options. */
static void
test_more_is_more (void)
{
  static const char *const options[] = { "",
                                         "plafond=non",
                                         "equivalence=oui",
                                         "contrat=jour",
                                         "contrat=jour assiette-jour=simple",
                                         "publicite=oui contrat=jour" };
  static const char *const agreements[] = { "3097", "2642" };

  for (guint a = 0; a < 2; a++)
    for (guint o = 0; o < G_N_ELEMENTS (options); o++)
      {
        PltMoney before = 0;

        for (guint end = 12 * 60; end <= 23 * 60; end += 17)
          {
            g_autofree char *sheet = g_strdup_printf (
                HEAD "2026-06-08,7h00,,,%uh%02u,region,tournage\n", end / 60, end % 60);
            g_autoptr (PltPay) pay
                = pay_sheet (agreements[a], a == 0 ? GRIP : "Machiniste", options[o], sheet);

            g_assert_cmpint (pay->total, >=, before);
            before = pay->total;
          }
      }
}

static void
test_checks (void)
{
  static const struct
  {
    const char *sheet, *alert;
    gboolean expected;
  } cases[] = {
    { HEAD "2026-06-08,8h00,13h00,14h00,21h00,region,tournage\n", "pay.C04", FALSE }, /* 13 h */
    { HEAD "2026-06-08,8h00,13h00,14h00,21h01,region,tournage\n", "pay.C04", TRUE },
    { HEAD "2026-06-08,8h00,14h00,15h00,17h00,region,tournage\n", "pay.C11", FALSE }, /* 6 h */
    { HEAD "2026-06-08,8h00,14h01,15h00,17h00,region,tournage\n", "pay.C11", TRUE },
    { HEAD "2026-06-14,9h00,13h00,14h00,18h00,studio,tournage\n", "pay.C10", TRUE },
    { HEAD "2026-06-14,9h00,13h00,14h00,18h00,region,tournage\n", "pay.C10", FALSE },
    { HEAD SHORT ("2026-06-12") SHORT ("2026-06-15"), "pay.C06", FALSE },
    /* a Saturday alone follows five days of rest; after a week of work it does not */
    { HEAD SHORT ("2026-06-13") SHORT ("2026-06-15"), "pay.C06", FALSE },
    { HEAD SHORT ("2026-06-11") SHORT ("2026-06-12") SHORT ("2026-06-13") SHORT ("2026-06-15"),
      "pay.C06", FALSE },
    { HEAD SHORT ("2026-06-08") SHORT ("2026-06-09") SHORT ("2026-06-11") SHORT ("2026-06-13")
          SHORT ("2026-06-15"),
      "pay.C06", TRUE },
    { HEAD SHORT ("2026-06-08") SHORT ("2026-06-12") SHORT ("2026-06-14") SHORT ("2026-06-15"),
      "pay.C06", FALSE }, /* three days in its middle */
    /* the clock: 25 October 2026 and 28 March 2027 at 3h */
    { HEAD "2026-10-24,18h00,,,26h00,region,tournage\n", "pay.clock", FALSE },
    { HEAD "2026-10-24,20h00,,,28h00,region,tournage\n", "pay.clock", TRUE },
    { HEAD "2027-03-27,20h00,,,28h00,region,tournage\n", "pay.clock", TRUE },
    { HEAD "2027-03-28,8h00,,,12h00,region,tournage\n", "pay.clock", FALSE },
    { HEAD FIVE_SHORT SHORT ("2026-06-13") SHORT ("2026-06-14"), "pay.C09", TRUE },
    { HEAD FIVE_SHORT SHORT ("2026-06-13"), "pay.C09", FALSE },
    { HEAD "2026-06-08,14h00,18h00,19h00,21h00,region,tournage\n"
           "2026-06-09,8h00,,,12h00,region,tournage\n", /* 11 h: enough */
      "pay.C05", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltPay) pay = pay_sheet ("3097", GRIP, "", cases[i].sheet);

      g_test_message ("%u: %s", i, cases[i].alert);
      g_assert_cmpint (has_alert (pay, cases[i].alert), ==, cases[i].expected);
    }
}

/* ---- what is refused ---- */

static void
test_bad_sheets (void)
{
  g_autofree char *cell = g_strnfill (100000, 'x');
  g_autofree char *long_cell = g_strconcat (HEAD, cell, NULL);
  const char *const bad[] = {
    "",
    "date,start\n2026-06-08,8h00\n",
    HEAD "hier,8h00,,,12h00,,\n",
    HEAD "2026-06-08,8h00,,,midi,,\n",
    HEAD "2026-06-08,8h00,,,12h00,mars,\n",
    HEAD "2026-06-08,8h00,,,12h00,,repos\n",
    HEAD "2026-06-08,8h00,,,midi pass\351,,\n", /* not UTF-8 */
    long_cell,
  };
  static const char *const senseless[] = {
    HEAD "2026-06-08,8h00,,,7h00,,\n",
    HEAD "2026-06-08,8h00,12h00,,17h00,,\n",
    HEAD "2026-06-08,8h00,7h00,7h30,17h00,,\n",
    HEAD "2026-06-08,8h00,,,12h00,,\n2026-06-08,11h00,,,15h00,,\n",
    HEAD "2026-06-08,20h00,,,30h00,,\n2026-06-09,5h00,,,15h00,,\n",
    HEAD "2026-06-08,,,,12h00,,\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (plt_work_days_parse (bad[i], &error));
      g_assert_true (error != NULL && g_utf8_validate (error->message, -1, NULL));
      g_assert_cmpuint (strlen (error->message), <, 1000);
    }
  for (guint i = 0; i < G_N_ELEMENTS (senseless); i++)
    {
      g_autoptr (PltFacts) facts = new_facts ("3097");
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) days = plt_work_days_parse (senseless[i], &error);
      PltPayOptions options;

      g_assert_no_error (error);
      plt_pay_options_init (&options);
      g_assert_null (plt_pay_new (facts, GRIP, PLT_DATE_NONE, &options,
                                  (const PltWorkDay *) days->data, days->len, &error));
      g_assert_nonnull (error);
    }
}

static void
test_functions (void)
{
  static const struct
  {
    const char *agreement, *function, *found;
  } cases[] = {
    { "3097", "machiniste de prise de vues", "Machiniste de prise de vues cinéma" },
    { "3097", "machiniste de prise", NULL }, /* three of them: chief, sub-chief */
    { "3097", "MACHINISTE DE PRISE DE VUES CINEMA", GRIP },
    { "3097", "1er assistant op. ciné", NULL }, /* "op." begins no word */
    { "3097", "régisseur du monde", NULL },
    { "3097", "Réalisateur cinéma, contrat < 5 mois (par semaine)", NULL }, /* a lump sum */
    { "2642", "machiniste", "Machiniste" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = new_facts (cases[i].agreement);
      g_autoptr (GArray) days = plt_work_days_parse (HEAD SHORT ("2026-06-09"), NULL);
      g_autoptr (GError) error = NULL;
      PltPayOptions options;
      PltPay *pay;

      plt_pay_options_init (&options);
      pay = plt_pay_new (facts, cases[i].function, PLT_DATE_NONE, &options,
                         (const PltWorkDay *) days->data, days->len, &error);
      g_test_message ("%s: %s", cases[i].function, error != NULL ? error->message : "");
      g_assert_cmpstr (pay != NULL ? pay->function : NULL, ==, cases[i].found);
      g_assert_true ((pay == NULL) == (error != NULL));
      g_clear_pointer (&pay, plt_pay_free);
    }
}

static void
test_options (void)
{
  static const struct
  {
    const char *name, *value;
    gboolean good;
  } cases[] = {
    { "plafond", "non", TRUE }, { "plafond", "peut-être", FALSE }, { "toit", "oui", FALSE },
    { "genre", "flux", TRUE },  { "salaire", "1 200,50", TRUE },   { "salaire", "beaucoup", FALSE },
    { "salaire", "-3", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      PltPayOptions options;

      plt_pay_options_init (&options);
      g_assert_cmpint (plt_pay_options_set (&options, cases[i].name, cases[i].value, &error), ==,
                       cases[i].good);
      g_assert_true ((error == NULL) == cases[i].good);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pay/examples", test_examples);
  g_test_add_func ("/pay/factors", test_factors);
  g_test_add_func ("/pay/guarantee", test_guarantee);
  g_test_add_func ("/pay/equivalence", test_equivalence);
  g_test_add_func ("/pay/six-days", test_six_days);
  g_test_add_func ("/pay/weeks-2642", test_weeks_2642);
  g_test_add_func ("/pay/local-holiday", test_local_holiday);
  g_test_add_func ("/pay/after-midnight", test_after_midnight);
  g_test_add_func ("/pay/more-is-more", test_more_is_more);
  g_test_add_func ("/pay/checks", test_checks);
  g_test_add_func ("/pay/bad-sheets", test_bad_sheets);
  g_test_add_func ("/pay/functions", test_functions);
  g_test_add_func ("/pay/options", test_options);
  return g_test_run ();
}
