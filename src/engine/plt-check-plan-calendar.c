/* What the date of a day makes of it: none, a public holiday and what it costs, a Sunday, a local
 * day off, a closing, a studio that may not be used.
 *
 * Sources: Code du travail L3132-3, L3133-1, L3133-4 to 6, L3134-13, L3422-2; IDCC 3097 art. 41 and
 * 42; IDCC 2642 art. VI.9, VII.2. */
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "plt-check-plan-private.h"
#include "plt-time.h"

/* What the agreement pays for the holiday, in words. */
static char *
describe_premium (const PltHoliday *holiday)
{
  int percent, hours;

  if (strcmp (holiday->premium, "solidarite") == 0)
    return g_strdup (_ ("day of solidarity, paid as any other"));
  if (sscanf (holiday->premium, "%d%%+%dh", &percent, &hours) == 2)
    return g_strdup_printf (_ ("its hours cost %d %% more, and %d h are to be recovered"), percent,
                            hours);
  if (sscanf (holiday->premium, "%d%%", &percent) == 1)
    return g_strdup_printf (_ ("its hours are paid at %d %%"), percent);
  return g_strdup (_ ("what it costs was not read in the agreement: to verify"));
}

/* Of "art. L3133-1 ; IDCC 3097 art. 42 ; IDCC 2642 art. VII.2" what is not another agreement's. */
static char *
source_of (const PltPlanCheck *self, const PltHoliday *holiday)
{
  g_auto (GStrv) parts = g_strsplit (holiday->source, " ; ", -1);
  g_autofree char *own = g_strconcat ("IDCC ", self->facts->production.agreement, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_str_has_prefix (parts[i], "IDCC ") || g_str_has_prefix (parts[i], own))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " ; " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static void
check_holiday (PltPlanCheck *self, PltCheckDay *day, PltRef ref)
{
  g_autofree char *premium = describe_premium (day->holiday);
  g_autofree char *source = source_of (self, day->holiday);
  PltSeverity severity = day->holiday->rank == 0 ? PLT_SEVERITY_INFO : PLT_SEVERITY_ERROR;

  if (day->holiday->worker_day)
    {
      g_autofree char *full = g_strconcat ("Code du travail L3133-4 ; ", source, NULL);

      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.public-holiday", severity, ref, full,
                         _ ("%s is the first of May, a day off by law for all work that can stop; "
                            "%s. Move the day."),
                         plt_check_day_name (day), premium));
      return;
    }
  g_ptr_array_add (self->issues,
                   plt_issue_new ("plan.public-holiday", severity, ref, source,
                                  severity == PLT_SEVERITY_INFO
                                      ? _ ("%s is a public holiday (%s): %s.")
                                      : _ ("%s is a public holiday (%s): %s. Move the day, or "
                                           "count it in the budget."),
                                  plt_check_day_name (day), day->holiday->name, premium));
}

static void
check_sunday (PltPlanCheck *self, PltCheckDay *day, PltRef ref)
{
  const PltRule *rule = plt_plan_check_rule (self, NULL, "dimanche");
  g_autofree char *source = NULL;

  if (plt_date_weekday (day->date) != 7)
    return;
  if (rule == NULL)
    {
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.sunday", PLT_SEVERITY_WARNING, ref, "Code du travail L3132-3",
                         _ ("%s is a Sunday: it costs more and may need an agreement."),
                         plt_check_day_name (day)));
      return;
    }
  source = g_strconcat ("Code du travail L3132-3 ; ", rule->source, NULL);
  g_ptr_array_add (self->issues,
                   plt_issue_new ("plan.sunday", PLT_SEVERITY_WARNING, ref, source,
                                  _ ("%s is a Sunday: its hours cost %d %% more and another day of "
                                     "rest is due. Move the day, or count it in the budget."),
                                  plt_check_day_name (day), (int) (rule->value / 10000)));
}

/* A night that goes on into a Sunday or a public holiday: the hours after midnight are of that
 * date.
 */
static void
check_midnight (PltPlanCheck *self, PltCheckDay *day)
{
  const PltRule *sunday = plt_plan_check_rule (self, NULL, "dimanche");
  PltRef ref = { "shooting_day", day->plan->day->id, "end_minutes" };
  const PltHoliday *holiday;
  g_autofree char *source = NULL;
  g_autofree char *length = NULL;
  g_autofree char *premium = NULL;

  if (!day->hours || day->end <= PLT_MINUTES_PER_DAY)
    return;
  length = plt_duration_format (day->end - MAX (day->start, PLT_MINUTES_PER_DAY));
  holiday = plt_calendar_holiday_of_date (self->calendar, day->plan, day->date + 1);
  if (holiday != NULL && holiday->rank != 0)
    {
      premium = describe_premium (holiday);
      source = source_of (self, holiday);
      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.holiday-after-midnight", PLT_SEVERITY_WARNING, ref,
                                      source,
                                      _ ("%s goes on for %s after midnight, into a public holiday "
                                         "(%s): %s. End before midnight, or count it in the "
                                         "budget."),
                                      plt_check_day_name (day), length, holiday->name, premium));
    }
  else if (plt_date_weekday (day->date) == 6 && sunday != NULL)
    g_ptr_array_add (
        self->issues,
        plt_issue_new ("plan.sunday-after-midnight", PLT_SEVERITY_WARNING, ref, sunday->source,
                       _ ("%s goes on for %s after midnight, into Sunday: these hours "
                          "cost %d %% more. End before midnight, or count it in the "
                          "budget."),
                       plt_check_day_name (day), length, (int) (sunday->value / 10000)));
}

/* The days off that the production wrote into its own calendar. */
static void
check_periods (PltPlanCheck *self, PltCheckDay *day, PltRef ref)
{
  const PltPeriodFacts *off = plt_calendar_period (self->calendar, day->date, "chome");
  const PltPeriodFacts *closed = plt_calendar_period (self->calendar, day->date, "fermeture");

  if (off != NULL)
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.local-day-off", PLT_SEVERITY_WARNING, ref, NULL,
                                    _ ("%s is a local day off (%s). Make sure that the place and "
                                       "the people can be had, or move the day."),
                                    plt_check_day_name (day), off->name));
  if (closed != NULL)
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.closed", PLT_SEVERITY_WARNING, ref, NULL,
                                    _ ("%s falls in a closing of the production (%s). Move the "
                                       "day, or correct the calendar."),
                                    plt_check_day_name (day), closed->name));
}

/* One finding for all the days without a date: a plan begins without any. */
static void
check_dates (PltPlanCheck *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  PltRef ref = { "shooting_day", 0, "date" };

  for (guint i = 0; i < self->n_days; i++)
    {
      PltCheckDay *day = &self->days[i];

      if (!day->shooting || day->date != PLT_DATE_NONE)
        continue;
      if (names->len == 0)
        ref.id = day->plan->day->id;
      g_ptr_array_add (names, (gpointer) plt_check_day_name (day));
    }
  if (names->len == 0)
    return;
  list = plt_check_join ((const char *const *) names->pdata, names->len);
  g_ptr_array_add (
      self->issues,
      plt_issue_new ("plan.no-date", PLT_SEVERITY_WARNING, ref, NULL,
                     ngettext ("%d shooting day has no date (%s): the law and the availability of "
                               "people cannot be checked there. Give it one.",
                               "%d shooting days have no date (%s): the law and the availability "
                               "of people cannot be checked there. Give them one.",
                               names->len),
                     (int) names->len, list));
}

static void
check_studio (PltPlanCheck *self, PltCheckDay *day, const PltRule *rule)
{
  const PltLocationFacts *told = NULL;

  if (rule == NULL || strcmp (rule->text, "interdit") != 0
      || (day->holiday == NULL && plt_date_weekday (day->date) != 7))
    return;
  for (guint i = 0; i < day->n_strips; i++)
    {
      const PltLocationFacts *place = day->strips[i].place;

      if (place == NULL || place == told || place->kind == NULL
          || !g_str_has_prefix (place->kind, "studio"))
        continue;
      told = place;
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.studio-closed", PLT_SEVERITY_ERROR,
                         (PltRef){ "strip", day->strips[i].strip->id, NULL }, rule->source,
                         _ ("Nobody shoots in a studio (“%s”) on a Sunday or a public holiday, and "
                            "%s is one. Move the day."),
                         place->name, plt_check_day_name (day)));
    }
}

void
plt_check_plan_calendar (PltPlanCheck *self)
{
  const PltRule *studio = plt_rules_find (self->rules, NULL, "studio-dimanche-ferie");

  check_dates (self);
  for (guint i = 0; i < self->n_days; i++)
    {
      PltCheckDay *day = &self->days[i];
      PltRef ref = { "shooting_day", day->plan->day->id, "date" };

      if (!day->shooting || day->date == PLT_DATE_NONE)
        continue;
      if (day->holiday != NULL)
        check_holiday (self, day, ref);
      check_sunday (self, day, ref);
      check_midnight (self, day);
      check_periods (self, day, ref);
      check_studio (self, day, studio);
    }
}
