/* Hours into days, weeks and pay. Worked examples by hand, with their text:
 *
 * - Saturday and night, IDCC 3097 title II (art. 26, 36, 37, 40), outside the Paris region, scale
 * of 1 November 2024, machiniste, sem39 1 009,05, b = 25,22625. Monday to Friday 8 h, Saturday 9 h
 *   to midnight: 49 h = 35 + 8 × 1,25 + 5 × 1,5 + 1 × 1,75 = 54,25; the 48th and 49th hours are
 *   night: 0,5, and 0,25 that the ceiling leaves. 55 b = 1 387,44.
 * - Performer, IDCC 3097 title III, base 28,68: ten hours after one of HMC: 2 × 1,25 × 28,68 =
 *   71,70 on top of 418,25; seven hours of night at the minimum 7 × 50 % × 2 × 28,68 = 200,76, at
 *   1 000,00 100,38; six hours on a Sunday evening 6 × 200 % × 28,68 = 344,16, night absorbed.
 * - Short film: base 18,69, premiums 10 %: two hours of night 2 × 0,1 × 18,69 = 3,74.
 * - Audiovisual, IDCC 2642 (VI.8.3): 5 × 10 h, first assistant: 55,5 × 34,318 = 1 904,65. */
#include "plt-hours.h"

#include <string.h>

#include "plt-check.h"
#include "plt-hours-overtime.h"
#include "plt-paths.h"
#include "plt-payroll.h"
#include "plt-time.h"

#define MONDAY plt_date_from_ymd (2027, 4, 12)
#define GRIP "Machiniste de prise de vues cinéma"

static PltFacts *
new_facts (const char *agreement, const char *kind)
{
  static const char *const names[]
      = { "temps-de-travail", "jours-feries", "minima-3097", "minima-2642", "minima-artistes" };
  PltFacts *facts = plt_facts_new ();

  facts->production.agreement = agreement;
  facts->production.kind = kind;
  facts->production.territory = "metropole";
  facts->production.region = "";
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

static PltEngagementFacts *
engage (PltFacts *facts, gint64 id, const char *function, const char *unit, PltMoney rate)
{
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, id);
  PltEngagementFacts *row;

  person->last_name = "Kermadec";
  person->first_name = id == 1 ? "Yuna" : "Malo";
  person->phone = person->email = person->address = person->city = person->diet = "";
  person->birth_date = PLT_DATE_NONE;
  row = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, id);
  row->person = id;
  row->function = function;
  row->department = "machinerie";
  row->unit = unit;
  row->rate_cents = rate;
  row->from_date = MONDAY - 7;
  row->to_date = MONDAY + 27;
  row->status = "signe";
  row->hold = row->child_permit = "";
  row->hmc_minutes = row->child_minutes = row->guaranteed_days = row->drop_after
      = row->child_until_minutes = PLT_UNKNOWN;
  return row;
}

/* Hours, with a meal of one hour at `meal`; 0: none. */
static PltHoursFacts *
work (PltFacts *facts, gint64 person, int offset, gint64 start, gint64 meal, gint64 end)
{
  PltHoursFacts *row = PLT_FACTS_ADD (facts->hours, PltHoursFacts, (gint64) facts->hours.n + 1);

  row->person = person;
  row->engagement = person;
  row->date = MONDAY + offset;
  row->kind = "tournage";
  row->leave_minutes = row->back_minutes = row->travel_minutes = PLT_UNKNOWN;
  row->second_meal_minutes = row->second_meal_end_minutes = PLT_UNKNOWN;
  row->start_minutes = start * 60;
  row->end_minutes = end * 60;
  row->meal_minutes = meal != 0 ? meal * 60 : PLT_UNKNOWN;
  row->meal_end_minutes = meal != 0 ? meal * 60 + 60 : PLT_UNKNOWN;
  row->status = "corrige";
  row->typed = row->note = "";
  row->signed_date = PLT_DATE_NONE;
  return row;
}

typedef struct
{
  PltPlan *plan;
  PltHours *hours;
} Counted;

static void
counted_clear (Counted *self)
{
  g_clear_pointer (&self->hours, plt_hours_free);
  g_clear_pointer (&self->plan, plt_plan_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counted, counted_clear)

static Counted
count (const PltFacts *facts)
{
  Counted self = { plt_plan_new (facts, 0), NULL };

  self.hours = plt_hours_new (facts, self.plan);
  return self;
}

static const PltHoursWeek *
first_week (const Counted *self)
{
  const PltHoursPerson *person = self->hours->people->pdata[0];

  g_assert_cmpuint (person->weeks->len, >, 0);
  return &g_array_index (person->weeks, PltHoursWeek, 0);
}

/* ---- technicians ---- */

static void
test_saturday_and_night (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };
  const PltHoursWeek *week;

  engage (facts, 1, GRIP, "semaine", 100905);
  for (int i = 0; i < 5; i++)
    work (facts, 1, i, 9, 13, 18);
  work (facts, 1, 5, 14, 19, 24);
  counted = count (facts);
  week = first_week (&counted);
  g_assert_cmpint (week->worked, ==, 49 * 60);
  g_assert_cmpint (week->kinds[PLT_PAY_NORMAL], ==, 35 * 60);
  g_assert_cmpint (week->kinds[PLT_PAY_P25], ==, 8 * 60);
  g_assert_cmpint (week->kinds[PLT_PAY_P50], ==, 5 * 60);
  g_assert_cmpint (week->kinds[PLT_PAY_MORE], ==, 60);
  g_assert_cmpint (week->kinds[PLT_PAY_NIGHT], ==, 120);
  g_assert_cmpint (week->gross, ==, 138744);
  g_assert_cmpint (week->wage, ==, 100905);
  g_assert_null (week->why_not);
}

static void
test_audiovisual (void)
{
  g_autoptr (PltFacts) facts = new_facts ("2642", "serie");
  g_auto (Counted) counted = { NULL };

  engage (facts, 1, "", "semaine", 120113);
  for (int i = 0; i < 5; i++)
    work (facts, 1, i, 8, 13, 19);
  counted = count (facts);
  g_assert_cmpint (first_week (&counted)->gross, ==, 190465);
  g_assert_cmpint (first_week (&counted)->kinds[PLT_PAY_P50], ==, 7 * 60);
}

/* IDCC 3097, art. 35: eleven hours of rest; 2 h missing are 2 b. */
static void
test_missing_rest (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };
  const PltHoursPerson *person;

  engage (facts, 1, GRIP, "semaine", 100905);
  work (facts, 1, 0, 14, 18, 23);
  work (facts, 1, 1, 8, 13, 17);
  counted = count (facts);
  person = counted.hours->people->pdata[0];
  g_assert_cmpint (first_week (&counted)->amounts[PLT_PAY_REST], ==, 5045);
  g_assert_cmpint (g_array_index (person->days, PltHoursDay, 1).rest, ==, 9 * 60);
  g_assert_cmpint (g_array_index (person->days, PltHoursDay, 1).kinds[PLT_PAY_REST], ==, 120);
  g_assert_cmpstr (g_array_index (person->days, PltHoursDay, 1).alert->rule, ==, "pay.C05");
}

/* Art. 28: the pause of a journée continue is no work, and is paid: 30 min = 0,5 b. */
static void
test_continuous_day (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };
  PltHoursFacts *row;
  const PltHoursPerson *person;
  gboolean found = FALSE;

  engage (facts, 1, GRIP, "semaine", 100905);
  row = work (facts, 1, 0, 12, 17, 20);
  row->meal_end_minutes = row->meal_minutes + 30;
  counted = count (facts);
  person = counted.hours->people->pdata[0];
  g_assert_cmpint (first_week (&counted)->worked, ==, 450);
  for (guint i = 0; i < person->pay->lines->len; i++)
    {
      const PltPayLine *line = person->pay->lines->pdata[i];

      if (strcmp (line->rule, "J28") != 0)
        continue;
      found = TRUE;
      g_assert_cmpint (line->amount, ==, 1261);
    }
  g_assert_true (found);
}

/* Half of what is beyond two hours of transport is not here: 1 h 30 a day is paid apart. */
static void
test_transport (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };
  const PltHoursPerson *person;

  engage (facts, 1, GRIP, "semaine", 100905);
  work (facts, 1, 0, 9, 13, 18)->travel_minutes = 90;
  counted = count (facts);
  person = counted.hours->people->pdata[0];
  g_assert_cmpint (first_week (&counted)->worked, ==, 480);
  g_assert_cmpint (first_week (&counted)->kinds[PLT_PAY_TRANSPORT], ==, 90);
  g_assert_cmpint (first_week (&counted)->amounts[PLT_PAY_TRANSPORT], ==, 3784);
  g_assert_cmpint (g_array_index (person->days, PltHoursDay, 0).start, ==, 9 * 60 - 45);
  g_assert_cmpint (g_array_index (person->days, PltHoursDay, 0).end, ==, 18 * 60 + 45);
}

/* ---- performers ---- */

static void
test_performers (void)
{
  static const struct
  {
    const char *kind;
    PltMoney rate;
    int day; /* after Monday */
    gint64 hmc, start, meal, end, gross;
  } cases[] = {
    { "long-metrage", 41825, 0, 60, 8, 13, 20, 41825 + 7170 },
    { "long-metrage", 41825, 1, 0, 22, 0, 29, 41825 + 20076 },
    { "long-metrage", 100000, 1, 0, 22, 0, 29, 100000 + 10038 },
    { "long-metrage", 209125, 1, 0, 22, 0, 29, 209125 },
    { "long-metrage", 41825, 6, 0, 18, 0, 24, 41825 + 34416 },
    { "court-metrage", 14950, 1, 0, 20, 0, 24, 14950 + 374 },
    /* HMC of 90 minutes: half an hour at 16,73 */
    { "long-metrage", 41825, 0, 90, 8, 0, 15, 41825 + 837 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = new_facts ("3097", cases[i].kind);
      g_auto (Counted) counted = { NULL };
      PltEngagementFacts *engagement = engage (facts, 1, "Rôle : Nora", "cachet", cases[i].rate);

      engagement->role = 4;
      engagement->hmc_minutes = cases[i].hmc;
      work (facts, 1, cases[i].day, cases[i].start, cases[i].meal, cases[i].end);
      counted = count (facts);
      g_test_message ("case %u", i);
      g_assert_cmpint (first_week (&counted)->gross, ==, cases[i].gross);
    }
}

/* Hours beyond the cachet are overtime at a quarter in a feature, at a tenth in a short film: those
 * do not stand under "25 %". */
static void
test_performer_overtime (void)
{
  static const struct
  {
    const char *kind;
    gint64 quarter, more;
  } cases[] = { { "long-metrage", 120, 0 }, { "court-metrage", 0, 120 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = new_facts ("3097", cases[i].kind);
      g_auto (Counted) counted = { NULL };

      engage (facts, 1, "Rôle : Nora", "cachet", 41825)->role = 4;
      work (facts, 1, 0, 8, 13, 19);
      counted = count (facts);
      g_test_message ("case %u", i);
      g_assert_cmpint (first_week (&counted)->kinds[PLT_PAY_P25], ==, cases[i].quarter);
      g_assert_cmpint (first_week (&counted)->kinds[PLT_PAY_MORE], ==, cases[i].more);
      g_assert_cmpint (first_week (&counted)->kinds[PLT_PAY_NORMAL], ==, 480);
    }
}

/* ---- what is not known ---- */

static void
test_unknown (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };
  const PltHoursWeek *week;
  const PltHoursPerson *person;

  engage (facts, 1, GRIP, "semaine", PLT_UNKNOWN);
  work (facts, 1, 0, 8, 13, 19);
  work (facts, 1, 1, 8, 13, 19)->end_minutes = PLT_UNKNOWN;
  work (facts, 1, 2, 8, 20, 19); /* the meal after the end */
  counted = count (facts);
  person = counted.hours->people->pdata[0];
  week = first_week (&counted);
  g_assert_cmpint (week->worked, ==, 600);
  g_assert_cmpint (week->gross, ==, PLT_UNKNOWN);
  g_assert_nonnull (strstr (week->why_not, "The end is missing."));
  g_assert_cmpint (g_array_index (person->days, PltHoursDay, 1).worked, ==, PLT_UNKNOWN);
  g_assert_cmpstr (g_array_index (person->days, PltHoursDay, 2).why_not, ==,
                   "The meal is not within the hours of work.");
  g_assert_nonnull (strstr (person->why_not, "no rate"));
}

static void
test_lump_sum (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };

  engage (facts, 1, "Réalisateur", "forfait", 2000000);
  work (facts, 1, 0, 8, 13, 19);
  counted = count (facts);
  g_assert_cmpint (first_week (&counted)->worked, ==, 600);
  g_assert_cmpint (first_week (&counted)->gross, ==, PLT_UNKNOWN);
}

/* A parameter of the production chooses what the texts leave open: without the ceiling 0,25 more of
 * the 49th hour of night. */
static void
test_options (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };
  PltParameterFacts *parameter = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 1);

  parameter->name = "paie-plafond";
  parameter->value = "non";
  parameter->note = "";
  engage (facts, 1, GRIP, "semaine", 100905);
  for (int i = 0; i < 5; i++)
    work (facts, 1, i, 9, 13, 18);
  work (facts, 1, 5, 14, 19, 24);
  counted = count (facts);
  g_assert_cmpint (first_week (&counted)->gross, ==, 139375); /* 55,25 b */
}

/* ---- properties ---- */

static void
test_sums (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2027);

  for (guint n = 0; n < 60; n++)
    {
      g_autoptr (PltFacts) facts = new_facts (n % 2 == 0 ? "3097" : "2642", "long-metrage");
      g_auto (Counted) counted = { NULL };
      const PltHoursPerson *person;

      engage (facts, 1, n % 2 == 0 ? GRIP : "", "semaine", 100000);
      for (int i = 0; i < 14; i++)
        if (g_rand_int_range (random, 0, 4) > 0)
          {
            gint64 start = g_rand_int_range (random, 6, 18);

            work (facts, 1, i, start, start + 4, start + g_rand_int_range (random, 6, 13));
          }
      counted = count (facts);
      if (counted.hours->people->len == 0)
        continue;
      person = counted.hours->people->pdata[0];
      for (guint w = 0; w < person->weeks->len; w++)
        {
          const PltHoursWeek *week = &g_array_index (person->weeks, PltHoursWeek, w);
          gint64 worked = 0, night = 0, over = 0;
          PltMoney amounts = 0;

          for (guint i = 0; i < week->n_days; i++)
            {
              const PltHoursDay *day
                  = &g_array_index (person->days, PltHoursDay, week->first_day + i);

              worked += day->worked;
              night += day->kinds[PLT_PAY_NIGHT];
              over += day->kinds[PLT_PAY_P25] + day->kinds[PLT_PAY_P50];
              g_assert_cmpint (day->kinds[PLT_PAY_NORMAL], <=, day->worked);
            }
          for (guint i = 0; i < PLT_N_PAY_KINDS; i++)
            amounts += week->amounts[i];
          g_assert_cmpint (worked, ==, week->worked);
          g_assert_cmpint (night, ==, week->kinds[PLT_PAY_NIGHT]);
          g_assert_cmpint (over, <=, week->kinds[PLT_PAY_P25] + week->kinds[PLT_PAY_P50]);
          g_assert_cmpint (amounts, ==, week->gross);
        }
    }
}

/* ---- findings ---- */

static guint
count_rule (const GPtrArray *issues, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    n += strcmp (((const PltIssue *) issues->pdata[i])->rule, rule) == 0;
  return n;
}

static void
test_child (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltHours) hours = NULL;
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  PltEngagementFacts *engagement = engage (facts, 1, "Rôle : Milo", "cachet", 41825);

  engagement->role = 4;
  engagement->child_minutes = 240;
  facts->people.items[0].birth_date = plt_date_from_ymd (2017, 5, 2);
  work (facts, 1, 0, 16, 0, 21); /* five hours, to 21h: 4 h allowed, night from 20h */
  work (facts, 1, 1, 9, 0, 12);  /* twelve hours of rest instead of fourteen */
  plan = plt_plan_new (facts, 0);
  hours = plt_hours_new (facts, plan);
  plt_check_hours (hours, PLT_DATE_NONE, issues);
  g_assert_cmpuint (count_rule (issues, "hours.child-day"), ==, 1);
  g_assert_cmpuint (count_rule (issues, "hours.child-night"), ==, 1);
  g_assert_cmpuint (count_rule (issues, "hours.child-rest"), ==, 1);
  g_assert_cmpuint (count_rule (issues, "hours.child-week"), ==, 0);
}

static void
test_findings (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltHours) hours = NULL;
  g_autoptr (GPtrArray) issues = plt_issues_new ();

  engage (facts, 1, GRIP, "semaine", 100905);
  engage (facts, 2, GRIP, "semaine", 100905);
  for (int i = 0; i < 5; i++)
    {
      work (facts, 1, i, 8, 13, 20);
      work (facts, 2, i, 8, 13, 20);
    }
  work (facts, 2, 7, 8, 13, 19)->end_minutes = PLT_UNKNOWN;
  plan = plt_plan_new (facts, 0);
  hours = plt_hours_new (facts, plan);
  plt_check_hours (hours, MONDAY + 14, issues);
  /* 55 h: one finding for both; each day of 11 h likewise; the row without an end */
  g_assert_cmpuint (count_rule (issues, "pay.C02"), ==, 1);
  g_assert_cmpuint (count_rule (issues, "pay.C01"), ==, 5);
  g_assert_cmpuint (count_rule (issues, "hours.incomplete"), ==, 1);
  for (guint i = 0; i < issues->len; i++)
    g_assert_cmpstr (((const PltIssue *) issues->pdata[i])->ref.table, ==, "work_hours");
}

/* ---- the payroll table ---- */

static void
test_payroll (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };
  PltPayrollOptions options;
  g_autofree char *weeks = NULL;
  g_autofree char *days = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) titles = NULL;
  g_auto (GStrv) cells = NULL;
  guint n;

  engage (facts, 1, "=HYPERLINK(\"x\")", "semaine", 100905);
  facts->people.items[0].last_name = "@Kermadec; dit « Kef »";
  for (int i = 0; i < 5; i++)
    work (facts, 1, i, 9, 13, 18)->end_minutes = 18 * 60 + 20;
  counted = count (facts);
  plt_payroll_options_init (&options);
  options.by_week = options.bom = TRUE;
  weeks = plt_payroll_text (counted.hours, &options, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (g_str_has_prefix (weeks, "\xef\xbb\xbfsemaine;du;au;personne;nom;"));
  g_assert_nonnull (strstr (weeks, ";\"'@Kermadec; dit « Kef »\";Yuna;"));
  g_assert_nonnull (strstr (weeks, ";\"'=HYPERLINK(\"\"x\"\")\";"));
  g_assert_nonnull (strstr (weeks, "2027-S15;12/04/2027;18/04/2027;1;"));
  /* 41 h 40 count as 42 h (title I, art. 21): 35 + 7 × 1,25 = 43,75 b = 1 103,65 */
  g_assert_nonnull (strstr (weeks, ";41,67;35,00;7,00;0,00;"));
  g_assert_nonnull (strstr (weeks, ";1103,65;"));
  options.by_week = options.bom = FALSE;
  options.from = options.to = MONDAY + 2;
  days = plt_payroll_text (counted.hours, &options, &n);
  g_assert_cmpuint (n, ==, 1);
  lines = g_strsplit (days, "\r\n", -1);
  titles = g_strsplit (lines[0], ";", -1);
  options.approved = TRUE;
  g_free (plt_payroll_text (counted.hours, &options, &n));
  g_assert_cmpuint (n, ==, 0);
  /* as many cells as titles: names without separators here */
  facts->people.items[0].last_name = "Kermadec";
  facts->engagements.items[0].function = GRIP;
  options.approved = FALSE;
  g_free (g_steal_pointer (&days));
  days = plt_payroll_text (counted.hours, &options, &n);
  g_strfreev (g_steal_pointer (&lines));
  lines = g_strsplit (days, "\r\n", -1);
  cells = g_strsplit (lines[1], ";", -1);
  g_assert_cmpuint (g_strv_length (titles), ==, 39);
}

/* ---- overtime and the devis ---- */

static void
test_overtime (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (PltOvertime) over = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  PltBudgetFacts *row;
  PltAccountFacts *account;
  const PltOvertimeLine *post;
  guint n;

  engage (facts, 1, GRIP, "semaine", 100905);
  for (int i = 0; i < 5; i++)
    work (facts, 1, i, 8, 13, 19); /* 50 h: 56 b = 1 412,67, of which 1 009,05 are the contract */
  row = PLT_FACTS_ADD (facts->budgets, PltBudgetFacts, 1);
  *row = (PltBudgetFacts){ .id = 1,
                           .name = "Devis",
                           .template_name = "",
                           .status = "brouillon",
                           .date = PLT_DATE_NONE,
                           .overheads_e6 = PLT_UNKNOWN,
                           .contingency_e6 = PLT_UNKNOWN,
                           .producer_e6 = PLT_UNKNOWN,
                           .financial_e6 = PLT_UNKNOWN,
                           .overheads_base = "",
                           .overheads_mode = "",
                           .contingency_base = "",
                           .contingency_mode = "",
                           .producer_base = "",
                           .producer_mode = "",
                           .producer_account = "",
                           .financial_base = "",
                           .financial_mode = "",
                           .financial_account = "",
                           .ceiling_cents = PLT_UNKNOWN,
                           .note = "" };
  facts->production.budget = 1;
  account = PLT_FACTS_ADD (facts->accounts, PltAccountFacts, 1);
  *account = (PltAccountFacts){ 1, 1, "2", "Personnel", 0, "", FALSE };
  account = PLT_FACTS_ADD (facts->accounts, PltAccountFacts, 2);
  *account = (PltAccountFacts){ 2, 1, "28", "Heures supplémentaires", 1, "", FALSE };
  counted = count (facts);
  budget = plt_budget_new (facts, 1, counted.plan);
  over = plt_overtime_new (counted.hours, budget);
  post = over->lines->pdata[0];
  g_assert_cmpstr (post->code, ==, "HS-26");
  g_assert_cmpint (post->account, ==, 2);
  g_assert_cmpint (post->extra, ==, 141267 - 100905);
  g_assert_cmpint (over->extra, ==, 40362);
  g_assert_true (plt_overtime_apply (over, batch, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 1);
  row->status = "verrouille";
  g_assert_false (plt_overtime_apply (over, batch, &n, &error));
  g_assert_nonnull (strstr (error->message, "locked"));
}

/* ---- counted once ---- */

/* All that hours say: the payroll by day and by week, and each alert. */
static char *
told (const PltHours *hours)
{
  GString *text = g_string_new (NULL);
  PltPayrollOptions options;

  plt_payroll_options_init (&options);
  for (guint by_week = 0; by_week < 2; by_week++)
    {
      g_autofree char *table = NULL;

      options.by_week = by_week != 0;
      table = plt_payroll_text (hours, &options, NULL);
      g_string_append (text, table);
    }
  for (guint i = 0; i < hours->people->len; i++)
    {
      const PltHoursPerson *person = hours->people->pdata[i];

      for (guint a = 0; person->pay != NULL && a < person->pay->alerts->len; a++)
        {
          const PltIssue *alert = person->pay->alerts->pdata[a];

          g_string_append_printf (text, "%s %s %s\n", person->name, alert->rule, alert->message);
        }
    }
  return g_string_free (text, FALSE);
}

/* Each change says the same with the memo as anew, and counts only those whom it concerns. */
static void
assert_known (const PltFacts *facts, PltHoursMemo *memo, guint n_counted)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltHours) anew = plt_hours_new (facts, plan);
  guint before = plt_hours_memo_n_counted (memo);
  g_autoptr (PltHours) known = plt_hours_new_known (facts, plan, memo);
  g_autofree char *one = told (anew);
  g_autofree char *other = told (known);

  g_assert_cmpstr (other, ==, one);
  g_assert_cmpuint (plt_hours_memo_n_counted (memo) - before, ==, n_counted);
}

static void
test_known (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_autoptr (PltHoursMemo) memo = plt_hours_memo_new ();
  PltParameterFacts *parameter;

  for (gint64 p = 1; p <= 8; p++)
    {
      engage (facts, p, GRIP, "semaine", 100905);
      for (int i = 0; i < 21; i++)
        if (i % 7 < 5)
          work (facts, p, i, 8, 13, 19 + (p + i) % 4);
    }
  assert_known (facts, memo, 8);
  assert_known (facts, memo, 0);
  facts->hours.items[17].end_minutes += 95; /* of the second one */
  assert_known (facts, memo, 1);
  facts->hours.items[20].meal_minutes += 20;
  facts->hours.items[40].kind = "voyage";
  assert_known (facts, memo, 2);
  facts->engagements.items[3].rate_cents = 123456;
  assert_known (facts, memo, 1);
  facts->engagements.items[3].role = 4; /* a performer now */
  facts->engagements.items[3].unit = "cachet";
  assert_known (facts, memo, 1);
  facts->hours.items[2].date += 40;
  assert_known (facts, memo, 1);
  parameter = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 1);
  parameter->name = "paie-plafond";
  parameter->value = "non";
  assert_known (facts, memo, 8);
  facts->production.territory = "alsace-moselle"; /* holidays: all anew */
  assert_known (facts, memo, 8);
  facts->production.agreement = "2642";
  assert_known (facts, memo, 8);
}

/* A referential that is not the same any more. */
static void
test_known_tables (void)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_autoptr (PltHoursMemo) memo = plt_hours_memo_new ();

  engage (facts, 1, GRIP, "semaine", 100905);
  for (int i = 0; i < 6; i++)
    work (facts, 1, i, 8, 13, 21);
  assert_known (facts, memo, 1);
  for (guint i = 0; i < facts->referentials.n; i++)
    if (strcmp (facts->referentials.items[i].name, "temps-de-travail") == 0)
      facts->referentials.items[i].content = "";
  assert_known (facts, memo, 1);
}

/* One week, then eight, of sixty people, as at a keystroke; the figure is for whoever reads the
 * log. */
static void
test_sixty_people (gconstpointer data)
{
  g_autoptr (PltFacts) facts = new_facts ("3097", "long-metrage");
  g_auto (Counted) counted = { NULL };
  gint64 begin, spent = G_MAXINT64;

  for (gint64 p = 1; p <= 60; p++)
    {
      engage (facts, p, GRIP, "semaine", 100905);
      for (int i = 0; i < 7 * GPOINTER_TO_INT (data); i++)
        if (i % 7 < 5)
          work (facts, p, i, 8, 13, 19);
    }
  for (guint i = 0; i < 5; i++)
    {
      begin = g_get_monotonic_time ();
      counted_clear (&counted);
      counted = count (facts);
      spent = MIN (spent, g_get_monotonic_time () - begin);
    }
  g_assert_cmpuint (counted.hours->people->len, ==, 60);
  g_test_message ("%d weeks of 60 people: %" G_GINT64_FORMAT " us", GPOINTER_TO_INT (data), spent);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours/saturday-and-night", test_saturday_and_night);
  g_test_add_func ("/hours/audiovisual", test_audiovisual);
  g_test_add_func ("/hours/missing-rest", test_missing_rest);
  g_test_add_func ("/hours/continuous-day", test_continuous_day);
  g_test_add_func ("/hours/transport", test_transport);
  g_test_add_func ("/hours/performers", test_performers);
  g_test_add_func ("/hours/performer-overtime", test_performer_overtime);
  g_test_add_func ("/hours/unknown", test_unknown);
  g_test_add_func ("/hours/lump-sum", test_lump_sum);
  g_test_add_func ("/hours/options", test_options);
  g_test_add_func ("/hours/sums", test_sums);
  g_test_add_func ("/hours/child", test_child);
  g_test_add_func ("/hours/findings", test_findings);
  g_test_add_func ("/hours/payroll", test_payroll);
  g_test_add_func ("/hours/overtime", test_overtime);
  g_test_add_func ("/hours/known", test_known);
  g_test_add_func ("/hours/known-tables", test_known_tables);
  g_test_add_data_func ("/hours/sixty-people/week", GINT_TO_POINTER (1), test_sixty_people);
  g_test_add_data_func ("/hours/sixty-people/shoot", GINT_TO_POINTER (8), test_sixty_people);
  return g_test_run ();
}
