#include "plt-crew.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-error.h"
#include "plt-pay.h"
#include "plt-rules.h"
#include "plt-text.h"

#define ONE G_GINT64_CONSTANT (1000000)
#define WEEK 5

/* ---- days ---- */

static gboolean
is_within (const PltEngagementFacts *engagement, PltDate date)
{
  if (engagement == NULL)
    return TRUE;
  if (date == PLT_DATE_NONE)
    return engagement->from_date == PLT_DATE_NONE && engagement->to_date == PLT_DATE_NONE;
  return (engagement->from_date == PLT_DATE_NONE || date >= engagement->from_date)
         && (engagement->to_date == PLT_DATE_NONE || date <= engagement->to_date);
}

/* A second unit on a date of the first one is no day more. */
static gboolean
is_shooting (const PltDayPlan *day)
{
  return day->number != 0 && day->beside < 0;
}

/* Monday to Friday, both included. */
static gint64
working_days (PltDate from, PltDate to)
{
  gint64 n = 0;

  for (PltDate date = from; date <= to; date++)
    n += plt_date_weekday (date) <= WEEK;
  return n;
}

static void
shooting_dates (const PltPlan *plan, PltDate *first, PltDate *last)
{
  *first = *last = PLT_DATE_NONE;
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      PltDate date = day->day->date;

      if (!is_shooting (day) || date == PLT_DATE_NONE)
        continue;
      *first = *first == PLT_DATE_NONE ? date : MIN (*first, date);
      *last = *last == PLT_DATE_NONE ? date : MAX (*last, date);
    }
}

static PltDate
monday_of (PltDate date)
{
  return date != PLT_DATE_NONE ? date - plt_date_weekday (date) + 1 : PLT_DATE_NONE;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  PltDate first = *(const PltDate *) a, second = *(const PltDate *) b;

  return first < second ? -1 : first > second;
}

static void
count_shooting (const PltPlan *plan, const PltEngagementFacts *engagement, PltCrewSpan *span)
{
  g_autoptr (GArray) mondays = g_array_new (FALSE, FALSE, sizeof (PltDate));
  guint in_week = 0;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      PltDate monday = monday_of (day->day->date);

      if (!is_shooting (day) || !is_within (engagement, day->day->date))
        continue;
      span->shooting++;
      if (monday == PLT_DATE_NONE)
        span->weeks_e6 += ONE / WEEK;
      else
        g_array_append_val (mondays, monday);
    }
  g_array_sort (mondays, compare_dates);
  for (guint i = 0; i < mondays->len; i++)
    {
      in_week
          = i > 0 && g_array_index (mondays, PltDate, i - 1) == g_array_index (mondays, PltDate, i)
                ? in_week + 1
                : 1;
      span->weeks_e6 += in_week <= WEEK ? ONE / WEEK : 0;
    }
}

void
plt_crew_span (const PltPlan *plan, const PltEngagementFacts *engagement, PltCrewSpan *span)
{
  PltDate first, last;
  PltDate from = engagement != NULL ? engagement->from_date : PLT_DATE_NONE;
  PltDate to = engagement != NULL ? engagement->to_date : PLT_DATE_NONE;

  *span = (PltCrewSpan){ .preparation = PLT_UNKNOWN, .finishing = PLT_UNKNOWN };
  shooting_dates (plan, &first, &last);
  if (from != PLT_DATE_NONE && first != PLT_DATE_NONE)
    span->preparation = working_days (from, to != PLT_DATE_NONE ? MIN (to, first - 1) : first - 1);
  if (to != PLT_DATE_NONE && last != PLT_DATE_NONE)
    span->finishing = working_days (from != PLT_DATE_NONE ? MAX (from, last + 1) : last + 1, to);
  count_shooting (plan, engagement, span);
}

/* ---- hours ---- */

/* Where the day is shot, for the premiums that depend on it. */
static guint
place_of (const PltFacts *facts, char **codes, const PltDayPlan *day)
{
  gboolean known = FALSE, paris = TRUE;
  guint studio = 0, studios = PLT_WORK_STUDIO | PLT_WORK_APPROVED_STUDIO;

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts,
                            ((const PltStripFacts *) day->strips->pdata[i])->sequence);
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (facts, sequence) : NULL;
      gboolean found = FALSE;

      if (place == NULL)
        continue;
      studio = g_strcmp0 (place->kind, "studio-agree") == 0
                   ? PLT_WORK_STUDIO | PLT_WORK_APPROVED_STUDIO
               : place->kind != NULL && g_str_has_prefix (place->kind, "studio") ? PLT_WORK_STUDIO
                                                                                 : 0;
      studios &= studio;
      if (*place->postcode == '\0')
        continue;
      for (guint k = 0; codes[k] != NULL && !found; k++)
        found = *codes[k] != '\0' && g_str_has_prefix (place->postcode, codes[k]);
      paris = paris && found;
      known = TRUE;
    }
  if (!known)
    paris = facts->production.region != NULL
            && plt_text_contains (facts->production.region, "ile-de-france");
  return (paris ? PLT_WORK_PARIS : 0) | (studio != 0 ? studios : 0);
}

static gint64
meal_length (const PltRules *rules, const PltDayPlan *day)
{
  gint64 banners = 0, usual;

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];

      if (strcmp (strip->kind, "repas") == 0 && strip->minutes != PLT_UNKNOWN)
        banners += strip->minutes;
    }
  usual = banners > 0 ? banners : plt_rules_get (rules, "usage", "repas-duree", NULL);
  return usual != PLT_UNKNOWN ? usual : 0;
}

static gboolean
read_hours (const PltFacts *facts, const PltRules *rules, const PltDayPlan *day, PltWorkDay *work)
{
  const PltDayFacts *row = day->day;
  const PltSheetFacts *sheet = plt_callsheet_of_day (facts, row->id);
  gint64 meal = row->meal_minutes;

  if (row->date == PLT_DATE_NONE || row->start_minutes == PLT_UNKNOWN
      || row->end_minutes == PLT_UNKNOWN)
    return FALSE;
  *work = (PltWorkDay){ .date = row->date,
                        .start = row->start_minutes,
                        .meal_start = PLT_UNKNOWN,
                        .meal_end = PLT_UNKNOWN,
                        .end = row->end_minutes,
                        .kind = PLT_WORK_SHOOT };
  if (sheet != NULL && sheet->crew_minutes != PLT_UNKNOWN && sheet->crew_minutes < work->start)
    work->start = sheet->crew_minutes;
  if (work->end <= work->start)
    return FALSE;
  if (meal != PLT_UNKNOWN && meal > work->start && meal + meal_length (rules, day) < work->end
      && meal_length (rules, day) > 0)
    {
      work->meal_start = meal;
      work->meal_end = meal + meal_length (rules, day);
    }
  return TRUE;
}

GHashTable *
plt_crew_places (const PltPlan *plan)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);
  g_autoptr (PltRules) rules = plt_rules_new (plan->facts);
  const PltRule *paris = plt_rules_find (rules, NULL, "region-parisienne");
  g_auto (GStrv) codes = g_strsplit (paris != NULL ? paris->text : "", ",", -1);

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (is_shooting (day) && day->day->date != PLT_DATE_NONE)
        g_hash_table_insert (places, GINT_TO_POINTER (day->day->date),
                             GUINT_TO_POINTER (place_of (plan->facts, codes, day)));
    }
  return places;
}

GArray *
plt_crew_hours (const PltPlan *plan, const PltEngagementFacts *engagement, guint *n_without)
{
  GArray *hours = g_array_new (FALSE, FALSE, sizeof (PltWorkDay));
  g_autoptr (PltRules) rules = plt_rules_new (plan->facts);
  const PltRule *paris = plt_rules_find (rules, NULL, "region-parisienne");
  g_auto (GStrv) codes = g_strsplit (paris != NULL ? paris->text : "", ",", -1);
  guint without = 0;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      PltWorkDay work;

      if (!is_shooting (day) || !is_within (engagement, day->day->date))
        continue;
      if (!read_hours (plan->facts, rules, day, &work))
        {
          without++;
          continue;
        }
      work.place = place_of (plan->facts, codes, day);
      g_array_append_val (hours, work);
    }
  if (n_without != NULL)
    *n_without = without;
  return hours;
}

/* ---- premiums ---- */

static void
premium_free (gpointer data)
{
  PltPremium *premium = data;

  g_free (premium->rule);
  g_free (premium->title);
  g_free (premium->source);
  g_free (premium);
}

void
plt_premiums_free (PltPremiums *self)
{
  g_free (self->function);
  g_ptr_array_unref (self->list);
  g_free (self);
}

static void
add_premium (PltPremiums *self, const PltPayLine *line)
{
  PltPremium *premium = NULL;

  for (guint i = 0; i < self->list->len && premium == NULL; i++)
    {
      PltPremium *other = self->list->pdata[i];

      if (strcmp (other->rule, line->rule) == 0 && strcmp (other->title, line->title) == 0)
        premium = other;
    }
  if (premium == NULL)
    {
      premium = g_new0 (PltPremium, 1);
      premium->rule = g_strdup (line->rule);
      premium->title = g_strdup (line->title);
      premium->source = g_strdup (line->source);
      g_ptr_array_add (self->list, premium);
    }
  premium->minutes += line->minutes;
  premium->amount += line->amount;
  premium->capped = premium->capped || line->capped;
  premium->doubtful = premium->doubtful || line->doubtful;
  self->total += line->amount;
}

typedef struct
{
  gboolean weekly;
  PltMoney day; /* of a contract by the day, PLT_UNKNOWN */
} Wage;

static gboolean
is_2642 (const PltPlan *plan)
{
  return strcmp (plan->facts->production.agreement, "2642") == 0;
}

static void
read_wage (const PltPlan *plan,
           const PltEngagementFacts *engagement,
           PltPayOptions *options,
           Wage *wage)
{
  const char *unit = engagement != NULL ? engagement->unit : "semaine";
  PltMoney rate = engagement != NULL ? engagement->rate_cents : PLT_UNKNOWN;

  *wage = (Wage){ strcmp (unit, "jour") != 0 && strcmp (unit, "cachet") != 0, PLT_UNKNOWN };
  if (!wage->weekly && rate != PLT_UNKNOWN && rate > 0)
    wage->day = rate;
  plt_pay_options_set_rate (options, plan->facts->production.agreement, unit, rate);
}

/* What the contract pays for `days` days of a week. */
static PltMoney
paid_already (const PltPlan *plan, const Wage *wage, PltMoney week, guint days)
{
  PltMoney paid = 0;

  if (wage->weekly)
    plt_money_apply_rate (week, MIN (days, WEEK), WEEK, PLT_ROUND_HALF_UP, &paid);
  else if (wage->day != PLT_UNKNOWN)
    paid = wage->day * days;
  else
    plt_money_apply_rate (week, (is_2642 (plan) ? 16 : 7) * (gint64) days, is_2642 (plan) ? 63 : 32,
                          PLT_ROUND_HALF_UP, &paid);
  return paid;
}

static guint
days_in_week (const GArray *hours, PltDate monday)
{
  guint n = 0;

  for (guint i = 0; i < hours->len; i++)
    n += monday_of (g_array_index (hours, PltWorkDay, i).date) == monday;
  return n;
}

/* A short week of a long contract is a share of it: no guarantee is due on it. */
static gboolean
is_counted (const PltPayLine *line, const Wage *wage, guint days)
{
  return !wage->weekly || days >= WEEK || strcmp (line->rule, "R01") != 0;
}

static void
add_weeks (PltPremiums *self,
           const PltPlan *plan,
           const PltPay *pay,
           const Wage *wage,
           const GArray *hours)
{
  PltMoney taken_off = 0;

  for (guint i = 0; i < pay->lines->len;)
    {
      PltDate monday = ((const PltPayLine *) pay->lines->pdata[i])->week;
      guint days = days_in_week (hours, monday);
      PltMoney week = 0;

      for (; i < pay->lines->len && ((const PltPayLine *) pay->lines->pdata[i])->week == monday;
           i++)
        {
          const PltPayLine *line = pay->lines->pdata[i];

          if (!is_counted (line, wage, days))
            continue;
          add_premium (self, line);
          week += line->amount;
        }
      taken_off += MIN (week, paid_already (plan, wage, pay->week_cents, days));
    }
  {
    PltPayLine off = { .rule = (char *) "DEVIS",
                       .title = (char *) "Déjà compté dans la durée de la ligne",
                       .amount = -taken_off };

    add_premium (self, &off);
  }
}

PltPremiums *
plt_premiums_new (const PltPlan *plan,
                  const PltEngagementFacts *engagement,
                  const char *function,
                  GError **error)
{
  g_autoptr (PltPremiums) self = g_new0 (PltPremiums, 1);
  g_autoptr (GArray) hours = NULL;
  g_autoptr (PltPay) pay = NULL;
  PltPayOptions options;
  Wage wage;

  self->list = g_ptr_array_new_with_free_func (premium_free);
  if (function == NULL)
    function = engagement != NULL ? engagement->function : "";
  if (engagement != NULL && engagement->role != 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("The premiums of performers are not counted here: type them in a "
                              "line of their own."));
      return NULL;
    }
  hours = plt_crew_hours (plan, engagement, &self->n_without);
  self->n_days = hours->len;
  if (hours->len == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                           _ ("No shooting day of this contract has hours: give the days of the "
                              "plan their dates, their start and their end."));
      return NULL;
    }
  plt_pay_options_init (&options);
  read_wage (plan, engagement, &options, &wage);
  pay = plt_pay_new (plan->facts, function, PLT_DATE_NONE, &options,
                     (const PltWorkDay *) (gconstpointer) hours->data, hours->len, error);
  if (pay == NULL)
    return NULL;
  self->function = g_strdup (pay->function);
  self->week_cents = pay->week_cents;
  add_weeks (self, plan, pay, &wage, hours);
  return g_steal_pointer (&self);
}
