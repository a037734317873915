/* Limits of the law and of the agreements that the hours of a sheet pass; rest that is missing is
 * paid here too. Nothing is blocked. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-pay-private.h"
#include "plt-time.h"

#define NAMED(run, three, two) (strcmp ((run)->agreement, "3097") == 0 ? (three) : (two))

static const PltPayDay *
last_worked (const PltPayWeek *week)
{
  for (guint i = week->days->len; i > 0; i--)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i - 1);

      if (day->minutes > 0)
        return day;
    }
  return NULL;
}

static gint64
rest_between (const PltPayDay *before, const PltPayDay *after)
{
  return (gint64) (after->date - before->date) * PLT_PAY_DAY + after->start - before->end;
}

/* Hours that are missing to the rest between two days are paid: R11 of 3097, D02 of 2642. */
static void
pay_missing_rest (PltPayRun *run, const PltPayDay *before, const PltPayDay *day)
{
  gint64 rest = plt_pay_rule (run, "repos-quotidien", 0), slept = rest_between (before, day);
  g_autofree char *date = NULL;
  g_autofree char *length = NULL;
  g_autofree char *wanted = NULL;

  if (slept >= rest || slept < 0)
    return;
  run->day = day->date;
  plt_pay_add (run, NAMED (run, "R11", "D02"), "repos-quotidien-manquant",
               "Heures anticipées : repos manquant", rest - slept,
               plt_pay_rule (run, "repos-quotidien-manquant", 0), run->base, FALSE, FALSE);
  run->day = 0;
  date = plt_date_format_numeric (day->date);
  length = plt_duration_format (slept);
  wanted = plt_duration_format (rest);
  run->at = day->date;
  plt_pay_alert (run, NAMED (run, "pay.C05", "pay.D02"), PLT_SEVERITY_ERROR,
                 plt_pay_source (run, "repos-quotidien"),
                 _ ("Only %s of rest before %s instead of %s: the missing hours are paid."), length,
                 date, wanted);
}

static const PltPayDay *
first_worked (const PltPayWeek *week)
{
  for (guint i = 0; i < week->days->len; i++)
    if (g_array_index (week->days, PltPayDay, i).minutes > 0)
      return &g_array_index (week->days, PltPayDay, i);
  return NULL;
}

/* (nullable): the day worked after the one at `index`. */
static const PltPayDay *
next_worked (const GPtrArray *weeks, guint week, guint index)
{
  const PltPayWeek *here = weeks->pdata[week];

  for (guint i = index + 1; i < here->days->len; i++)
    if (g_array_index (here->days, PltPayDay, i).minutes > 0)
      return &g_array_index (here->days, PltPayDay, i);
  for (guint w = week + 1; w < weeks->len; w++)
    if (first_worked (weeks->pdata[w]) != NULL)
      return first_worked (weeks->pdata[w]);
  return NULL;
}

/* The rest that a week owes and the longest that follows a day of it: 48 hours, 24 after six days,
 * ten more when that day ended after midnight. FALSE where it is long enough, or without end; where
 * fewer than five days are worked the rest from Monday to the first of them counts too. */
static gboolean
is_weekly_rest_short (
    const PltPayRun *run, const GPtrArray *weeks, guint index, gint64 *rest, gint64 *due)
{
  const PltPayWeek *week = weeks->pdata[index];
  const PltPayDay *first = first_worked (week);
  gint64 usual = plt_pay_rule (run, "repos-hebdo", 0), best = G_MININT64;
  guint worked = 0;

  for (guint i = 0; i < week->days->len; i++)
    worked += g_array_index (week->days, PltPayDay, i).minutes > 0;
  if (worked >= 6)
    usual = plt_pay_rule (run, "repos-hebdo-6-jours", usual);
  if (worked < 5 && first != NULL
      && (gint64) (first->date - week->monday) * PLT_PAY_DAY + first->start >= usual)
    return FALSE;
  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i), *next;
      gint64 wanted = usual, slept;

      if (day->minutes == 0)
        continue;
      next = next_worked (weeks, index, i);
      if (next == NULL)
        return FALSE;
      if (day->end > PLT_PAY_DAY)
        wanted += plt_pay_rule (run, "repos-fin-apres-minuit", 0);
      slept = rest_between (day, next);
      if (slept - wanted <= best)
        continue;
      best = slept - wanted;
      *rest = slept;
      *due = wanted;
    }
  return best > G_MININT64 && best < 0;
}

/* What is missing to the rest of a week is paid under 3097 as that of a day is (art. 35); what is
 * missing to the rest of the day within it is paid there. */
static void
pay_weekly_rest (PltPayRun *run, const GPtrArray *weeks, guint index)
{
  gint64 rest = 0, due = 0;

  if (strcmp (run->agreement, "3097") != 0
      || !is_weekly_rest_short (run, weeks, index, &rest, &due))
    return;
  plt_pay_add (run, "R11", "repos-quotidien-manquant",
               "Heures anticipées : repos hebdomadaire manquant",
               due - MAX (rest, plt_pay_rule (run, "repos-quotidien", 0)),
               plt_pay_rule (run, "repos-quotidien-manquant", 0), run->base, FALSE, TRUE);
}

void
plt_pay_check_rest (PltPayRun *run, const GPtrArray *weeks, guint index)
{
  const PltPayWeek *week = weeks->pdata[index];
  const PltPayDay *before = index > 0 ? last_worked (weeks->pdata[index - 1]) : NULL;

  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i);

      if (day->minutes == 0)
        continue;
      if (before != NULL)
        pay_missing_rest (run, before, day);
      before = day;
    }
  pay_weekly_rest (run, weeks, index);
}

/* A premium that was not read in the agreement, a night on which the clock changes. */
static void
check_doubts (PltPayRun *run, const PltPayDay *day)
{
  PltTerritory territory = plt_calendar_territory (run->calendar);
  int before, after;

  if (day->minutes == 0)
    return;
  for (PltDate date = day->date; date <= day->date + (day->end > PLT_PAY_DAY); date++)
    {
      const PltHoliday *holiday = plt_pay_holiday (run, date);
      g_autofree char *text = NULL;

      if (holiday == NULL || holiday->rank >= 0)
        continue;
      text = plt_date_format_numeric (date);
      plt_pay_alert (run, "pay.holiday-to-verify", PLT_SEVERITY_WARNING, holiday->source,
                     _ ("%s is a holiday (%s) whose premium was not read in the agreement: verify "
                        "what is paid."),
                     text, holiday->name);
    }
  if (plt_territory_offset (territory, day->date, day->start, &before)
      && plt_territory_offset (territory, day->date, day->end, &after) && before != after)
    {
      g_autofree char *text = plt_date_format_numeric (day->date);

      plt_pay_alert (run, "pay.clock", PLT_SEVERITY_WARNING, NULL,
                     after > before
                         ? _ ("The clock goes forward in the night of %s: an hour of the sheet was "
                              "not worked. Correct its end.")
                         : _ ("The clock goes back in the night of %s: an hour more was worked "
                              "than the sheet says. Correct its end."),
                     text);
    }
}

static void
check_day (PltPayRun *run, const PltPayDay *day)
{
  gint64 most = plt_pay_rule (run, NAMED (run, "jour-max", "jour-principe"), G_MAXINT64);
  gint64 limit = plt_pay_rule (run, NAMED (run, "jour-max-exceptionnel", "jour-max"), G_MAXINT64);
  gint64 span = plt_pay_rule (run, "amplitude-max", G_MAXINT64);
  gint64 run_limit = plt_pay_rule (run, "pause-delai", G_MAXINT64);
  g_autofree char *date = plt_date_format_numeric (day->date);
  g_autofree char *worked = plt_duration_format (day->minutes);
  g_autofree char *length = plt_duration_format (day->end - day->start);

  if (day->minutes > limit)
    plt_pay_alert (run, NAMED (run, "pay.C01", "pay.D01"), PLT_SEVERITY_ERROR,
                   plt_pay_source (run, NAMED (run, "jour-max-exceptionnel", "jour-max")),
                   _ ("%s of work on %s is more than the agreement allows."), worked, date);
  else if (day->minutes > most)
    plt_pay_alert (run, NAMED (run, "pay.C01", "pay.D01"), PLT_SEVERITY_WARNING,
                   plt_pay_source (run, NAMED (run, "jour-max", "jour-principe")),
                   _ ("%s of work on %s is only allowed exceptionally."), worked, date);
  if (day->minutes > 0 && day->end - day->start > span)
    plt_pay_alert (
        run, NAMED (run, "pay.C04", "pay.D06"), PLT_SEVERITY_ERROR,
        plt_pay_source (run, "amplitude-max"),
        _ ("%s lasts %s from the first to the last hour, more than the agreement allows."), date,
        length);
  if (day->longest_run > run_limit)
    plt_pay_alert (run, NAMED (run, "pay.C11", "pay.D05"), PLT_SEVERITY_ERROR,
                   plt_pay_source (run, "pause-legale"),
                   _ ("More than six hours without a pause on %s."), date);
  if (strcmp (run->agreement, "3097") == 0 && day->minutes > 0
      && (day->place & (PLT_WORK_STUDIO | PLT_WORK_APPROVED_STUDIO))
      && (plt_date_weekday (day->date) == 7 || plt_pay_holiday (run, day->date) != NULL))
    plt_pay_alert (run, "pay.C10", PLT_SEVERITY_ERROR,
                   plt_pay_source (run, "studio-dimanche-ferie"),
                   _ ("%s is a Sunday or a holiday: shooting in a studio is forbidden."), date);
}

static void
check_week (PltPayRun *run, const PltPayWeek *week)
{
  const char *code = "semaine-max-derogation";
  gint64 most = plt_pay_rule (run, "semaine-max", G_MAXINT64), limit;
  gint64 minutes = week->minutes->len;
  guint n_days = 0;
  g_autofree char *date = plt_date_format_numeric (week->monday);
  g_autofree char *worked = plt_duration_format (minutes);

  for (guint i = 0; i < week->days->len; i++)
    n_days += g_array_index (week->days, PltPayDay, i).minutes > 0;
  if (strcmp (run->agreement, "2642") == 0 && run->options.genre != PLT_GENRE_FICTION)
    code = "semaine-max"; /* the derogations are for fiction */
  else if (n_days >= 6 && plt_pay_rule (run, "semaine-6-jours-max", 0) > 0)
    code = "semaine-6-jours-max";
  limit = plt_pay_rule (run, code, G_MAXINT64);
  if (minutes > most)
    plt_pay_alert (run, NAMED (run, "pay.C02", "pay.D03"),
                   minutes > limit ? PLT_SEVERITY_ERROR : PLT_SEVERITY_WARNING,
                   plt_pay_source (run, minutes > limit ? code : "semaine-max"),
                   minutes > limit
                       ? _ ("%s of work in the week of %s is more than any derogation allows.")
                       : _ ("%s of work in the week of %s needs a derogation."),
                   worked, date);
}

static void
check_weekly_rest (PltPayRun *run, const GPtrArray *weeks, guint index)
{
  const PltPayDay *first = NULL;
  gint64 rest = 0, due = 0;
  g_autofree char *wanted = NULL;
  g_autofree char *length = NULL;
  g_autofree char *date = NULL;

  if (!is_weekly_rest_short (run, weeks, index, &rest, &due))
    return;
  first = first_worked (weeks->pdata[index]);
  wanted = plt_duration_format (due);
  length = plt_duration_format (rest);
  date = plt_date_format_numeric (first->date);
  plt_pay_alert (run,
                 due > plt_pay_rule (run, "repos-hebdo", 0) ? "pay.C07"
                                                            : NAMED (run, "pay.C06", "pay.D04"),
                 PLT_SEVERITY_ERROR, plt_pay_source (run, "repos-hebdo"),
                 _ ("The longest rest of the week that begins on %s is %s instead of %s."), date,
                 length, wanted);
}

/* The week whose last day ended after midnight owes more rest, whether or not the next is known. */
static void
remind_rest (PltPayRun *run, const PltPayWeek *week)
{
  const PltPayDay *last = last_worked (week);
  gint64 more = plt_pay_rule (run, "repos-fin-apres-minuit", 0);
  g_autofree char *rest = NULL;
  g_autofree char *date = NULL;

  if (last == NULL || last->end <= PLT_PAY_DAY || more == 0 || !plt_pay_is_weekly (run, week))
    return;
  rest = plt_duration_format (more + plt_pay_rule (run, "repos-hebdo", 0));
  date = plt_date_format_numeric (last->date);
  plt_pay_alert (run, "pay.C07", PLT_SEVERITY_INFO, plt_pay_source (run, "repos-fin-apres-minuit"),
                 _ ("The last day of the week, %s, ends after midnight: %s of rest are due."), date,
                 rest);
}

static void
check_row_of_days (PltPayRun *run, const GPtrArray *weeks)
{
  gint64 most = plt_pay_rule (run, "jours-consecutifs-max", G_MAXINT64), in_a_row = 0;
  PltDate before = PLT_DATE_NONE;

  for (guint w = 0; w < weeks->len; w++)
    for (guint i = 0; i < ((PltPayWeek *) weeks->pdata[w])->days->len; i++)
      {
        const PltPayDay *day
            = &g_array_index (((PltPayWeek *) weeks->pdata[w])->days, PltPayDay, i);

        if (day->minutes == 0)
          continue;
        in_a_row = before != PLT_DATE_NONE && day->date == before + 1 ? in_a_row + 1 : 1;
        before = day->date;
        if (in_a_row == most + 1)
          {
            g_autofree char *date = plt_date_format_numeric (day->date);

            run->at = day->date;
            plt_pay_alert (run, NAMED (run, "pay.C09", "pay.D04"), PLT_SEVERITY_ERROR,
                           plt_pay_source (run, "jours-consecutifs-max"),
                           _ ("%s is the seventh day in a row."), date);
          }
      }
}

void
plt_pay_check (PltPayRun *run, const GPtrArray *weeks)
{
  for (guint w = 0; w < weeks->len; w++)
    {
      const PltPayWeek *week = weeks->pdata[w];

      for (guint i = 0; i < week->days->len; i++)
        {
          run->at = g_array_index (week->days, PltPayDay, i).date;
          check_day (run, &g_array_index (week->days, PltPayDay, i));
          check_doubts (run, &g_array_index (week->days, PltPayDay, i));
        }
      run->at = week->monday;
      check_week (run, week);
      remind_rest (run, week);
      check_weekly_rest (run, weeks, w);
    }
  check_row_of_days (run, weeks);
}
