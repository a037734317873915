/* The weeks of a unit: their work, the mean of twelve, the days that last long, the sixth day.
 *
 * A week is a civil one, Monday to Sunday, of one unit; a night counts in the week it begins in.
 * The mean of twelve weeks counts a week without shooting as nothing, so what is found is found for
 * certain. A week is of the Paris region when all the places of its days
 * with a postcode are; without postcodes the region of the production decides.
 *
 * Sources: IDCC 3097 art. 24 to 26, 39; IDCC 2642 art. VI.3; Code du travail L3121-20 to 22. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"
#include "plt-text.h"
#include "plt-time.h"

#define WEEKS_OF_MEAN 12
#define FULL_WEEK 6

typedef struct
{
  const PltRule *usual, *most, *six, *mean;
  const PltRule *span_often, *rest; /* how often a week a day lasts more than a day less the rest */
  const PltRule *six_in_a_row, *paris;
  int sixth_day; /* per cent, Paris region */
} WeekRules;

/* The days of a unit from `first` on that are of one civil week: how many of them, their work. */
static guint
sum_week (
    const PltPlanCheck *self, const PltCheckUnit *unit, guint first, gint64 *work, guint *n_dates)
{
  PltDate monday = self->days[unit->days[first]].monday, before = PLT_DATE_NONE;
  guint n = 0;

  *work = 0;
  *n_dates = 0;
  for (; first + n < unit->n_days; n++)
    {
      const PltCheckDay *day = &self->days[unit->days[first + n]];

      if (day->monday != monday)
        break;
      *n_dates += day->date != before;
      before = day->date;
      if (day->hours)
        *work += plt_check_day_length (day) - day->away;
    }
  return n;
}

static void
check_week (PltPlanCheck *self, const WeekRules *rules, PltCheckDay *last, gint64 work, guint n)
{
  const PltRule *most = n >= FULL_WEEK && rules->six != NULL ? rules->six : rules->most;
  const char *kind = self->facts->production.kind;
  gboolean over;
  g_autofree char *length = NULL;
  g_autofree char *usual = NULL;
  g_autofree char *limit = NULL;

  /* the derogation of 2642 is for fiction alone */
  if (strcmp (self->facts->production.agreement, "2642") == 0 && kind != NULL
      && strcmp (kind, "unitaire") != 0 && strcmp (kind, "serie") != 0)
    most = rules->usual;
  if (rules->usual == NULL || work <= rules->usual->value)
    return;
  if (most == NULL)
    most = rules->usual;
  over = work > most->value;
  length = plt_duration_format (work);
  usual = plt_duration_format (rules->usual->value);
  limit = plt_duration_format (most->value);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.week-hours", over ? PLT_SEVERITY_ERROR : PLT_SEVERITY_WARNING,
                     (PltRef){ "shooting_day", last->plan->day->id, NULL },
                     over ? most->source : rules->usual->source,
                     most == rules->usual
                         ? _ ("The week that ends with %s holds %s of work, more than %s, and no "
                              "derogation raises that here. Lighten its days.")
                     : over
                         ? _ ("The week that ends with %s holds %s of work, more than %s and than "
                              "the %s of any derogation. Lighten its days.")
                         : _ ("The week that ends with %s holds %s of work: beyond %s, and up to "
                              "%s, a derogation is needed."),
                     plt_check_day_name (last), length, usual, limit));
}

/* Says once where the mean of twelve weeks is passed first. */
static void
check_mean (PltPlanCheck *self, const WeekRules *rules, const PltCheckUnit *unit)
{
  g_autoptr (GArray) weeks = g_array_new (FALSE, TRUE, sizeof (gint64));
  PltDate first = self->days[unit->days[0]].monday;

  if (rules->mean == NULL)
    return;
  for (guint i = 0, n; i < unit->n_days; i += n)
    {
      const PltCheckDay *day = &self->days[unit->days[i]];
      guint at = (guint) ((day->monday - first) / 7), dates;
      gint64 work, sum = 0;

      n = sum_week (self, unit, i, &work, &dates);
      if (at > 1000)
        return; /* a date of another century: told elsewhere */
      if (at >= weeks->len)
        g_array_set_size (weeks, at + 1);
      g_array_index (weeks, gint64, at) = work;
      for (guint j = at >= WEEKS_OF_MEAN ? at - WEEKS_OF_MEAN + 1 : 0; j <= at; j++)
        sum += g_array_index (weeks, gint64, j);
      if (sum > rules->mean->value * WEEKS_OF_MEAN)
        {
          PltCheckDay *last = &self->days[unit->days[i + n - 1]];
          g_autofree char *mean = plt_duration_format (sum / WEEKS_OF_MEAN);
          g_autofree char *limit = plt_duration_format (rules->mean->value);

          g_ptr_array_add (
              self->issues,
              plt_issue_new ("plan.week-mean", PLT_SEVERITY_ERROR,
                             (PltRef){ "shooting_day", last->plan->day->id, NULL },
                             rules->mean->source,
                             _ ("Over the twelve weeks that end with %s a week holds %s of work on "
                                "average, more than %s. Lighten the weeks before."),
                             plt_check_day_name (last), mean, limit));
          return;
        }
    }
}

/* Spans beyond the usual one (a day less the rest) are allowed some times a week only. */
static void
check_long_days (
    PltPlanCheck *self, const WeekRules *rules, const PltCheckUnit *unit, guint first, guint n)
{
  gint64 found = 0;

  if (rules->span_often == NULL || rules->rest == NULL)
    return;
  for (guint i = first; i < first + n; i++)
    {
      PltCheckDay *day = &self->days[unit->days[i]];
      g_autofree char *usual = NULL;

      if (!day->hours || plt_check_day_length (day) <= PLT_MINUTES_PER_DAY - rules->rest->value)
        continue;
      if (++found <= rules->span_often->value)
        continue;
      usual = plt_duration_format (PLT_MINUTES_PER_DAY - rules->rest->value);
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.span-often", PLT_SEVERITY_ERROR,
                         (PltRef){ "shooting_day", day->plan->day->id, "end_minutes" },
                         rules->span_often->source,
                         _ ("%s is day %d of its week that lasts more than %s: no more than %d a "
                            "week are allowed. Shorten it."),
                         plt_check_day_name (day), (int) found, usual,
                         (int) rules->span_often->value));
    }
}

/* Whether the places of the days say that they are all in the Paris region; where none has a
 * postcode, whether the production says so. */
static gboolean
is_in_paris (
    const PltPlanCheck *self, const PltRule *paris, const PltCheckUnit *unit, guint first, guint n)
{
  g_auto (GStrv) codes = paris != NULL ? g_strsplit (paris->text, ",", -1) : NULL;
  const char *region = self->facts->production.region;
  gboolean any = FALSE;

  if (codes == NULL)
    return FALSE;
  for (guint i = first; i < first + n; i++)
    {
      const PltCheckDay *day = &self->days[unit->days[i]];

      for (guint j = 0; j < day->n_strips; j++)
        {
          const PltLocationFacts *place = day->strips[j].place;
          gboolean found = FALSE;

          if (place == NULL || *place->postcode == '\0')
            continue;
          for (guint k = 0; codes[k] != NULL && !found; k++)
            found = g_str_has_prefix (place->postcode, codes[k]);
          if (!found)
            return FALSE;
          any = TRUE;
        }
    }
  return any || (region != NULL && plt_text_contains (region, "ile-de-france"));
}

/* (nullable): the sixth day of the week that is not a Sunday ("jour ouvrable"). */
static PltCheckDay *
sixth_working_day (const PltPlanCheck *self, const PltCheckUnit *unit, guint first, guint n)
{
  PltDate before = PLT_DATE_NONE;
  guint worked = 0;

  for (guint i = first; i < first + n; i++)
    {
      PltCheckDay *day = &self->days[unit->days[i]];

      if (day->date == before || plt_date_weekday (day->date) == 7)
        continue;
      before = day->date;
      if (++worked == FULL_WEEK)
        return day;
    }
  return NULL;
}

/* A sixth day costs double in the Paris region, and elsewhere may not come back for long. */
static void
check_sixth_day (PltPlanCheck *self,
                 const WeekRules *rules,
                 const PltCheckUnit *unit,
                 guint first,
                 guint n,
                 guint *in_a_row)
{
  PltCheckDay *last = &self->days[unit->days[first + n - 1]];
  PltRef ref = { "shooting_day", last->plan->day->id, "date" };

  if (is_in_paris (self, rules->paris, unit, first, n))
    {
      const PltRule *rule = plt_plan_check_rule (self, NULL, "sixieme-jour-rp");
      PltCheckDay *sixth = sixth_working_day (self, unit, first, n);

      *in_a_row = 0;
      ref.id = sixth != NULL ? sixth->plan->day->id : 0;
      if (rule != NULL && sixth != NULL) /* a Sunday among six costs by its own rule */
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("plan.sixth-day", PLT_SEVERITY_WARNING, ref, rule->source,
                           _ ("%s is the sixth day of a week in the Paris region: its hours cost "
                              "%d %% more and another day of rest is due. Spread the week."),
                           plt_check_day_name (sixth), rules->sixth_day));
      return;
    }
  (*in_a_row)++;
  if (rules->six_in_a_row != NULL && *in_a_row > rules->six_in_a_row->value)
    g_ptr_array_add (
        self->issues,
        plt_issue_new (
            "plan.six-day-weeks", PLT_SEVERITY_ERROR, ref, rules->six_in_a_row->source,
            _ ("The week that ends with %s is week %u of six days in a row: no more than "
               "%d are allowed. Give it five days."),
            plt_check_day_name (last), *in_a_row, (int) rules->six_in_a_row->value));
}

static void
check_unit (PltPlanCheck *self, const WeekRules *rules, const PltCheckUnit *unit)
{
  PltDate before = PLT_DATE_NONE;
  guint in_a_row = 0;

  for (guint i = 0, n; i < unit->n_days; i += n)
    {
      PltDate monday = self->days[unit->days[i]].monday;
      gint64 work;
      guint n_dates;

      n = sum_week (self, unit, i, &work, &n_dates);
      check_week (self, rules, &self->days[unit->days[i + n - 1]], work, n_dates);
      check_long_days (self, rules, unit, i, n);
      if (before == PLT_DATE_NONE || monday != before + 7 || n_dates < FULL_WEEK)
        in_a_row = 0;
      before = monday;
      if (n_dates >= FULL_WEEK)
        check_sixth_day (self, rules, unit, i, n, &in_a_row);
    }
  check_mean (self, rules, unit);
}

void
plt_check_plan_weeks (PltPlanCheck *self)
{
  WeekRules rules = {
    .usual = plt_plan_check_rule (self, NULL, "semaine-max"),
    .most = plt_plan_check_rule (self, NULL, "semaine-max-derogation"),
    .six = plt_plan_check_rule (self, NULL, "semaine-6-jours-max"),
    .mean = plt_plan_check_rule (self, NULL, "moyenne-12-semaines-max"),
    .span_often = plt_plan_check_rule (self, NULL, "amplitude-max-fois"),
    .rest = plt_plan_check_rule (self, NULL, "repos-quotidien"),
    .six_in_a_row = plt_plan_check_rule (self, NULL, "semaines-6-jours-max"),
    .paris = plt_rules_find (self->rules, NULL, "region-parisienne"),
    .sixth_day = plt_plan_check_percent (self, NULL, "sixieme-jour-rp"),
  };

  for (guint i = 0; i < self->n_units; i++)
    check_unit (self, &rules, &self->units[i]);
}
