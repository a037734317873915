/* From stretches of work to weeks of minutes. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-pay-private.h"

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const PltWorkDay *one = a, *other = b;

  if (one->date != other->date)
    return one->date < other->date ? -1 : 1;
  return one->start < other->start ? -1 : one->start > other->start;
}

static gboolean
has_meal (const PltWorkDay *stretch)
{
  return stretch->meal_start != PLT_UNKNOWN && stretch->meal_end != PLT_UNKNOWN;
}

static gboolean
is_within (const PltWorkDay *stretch)
{
  if ((stretch->meal_start == PLT_UNKNOWN) != (stretch->meal_end == PLT_UNKNOWN))
    return FALSE;
  return !has_meal (stretch)
         || (stretch->meal_start >= stretch->start && stretch->meal_end >= stretch->meal_start
             && stretch->meal_end <= stretch->end);
}

static gboolean
overlap (const PltWorkDay *before, const PltWorkDay *stretch)
{
  return before->kind != PLT_WORK_HOLIDAY
         && (gint64) before->date * PLT_PAY_DAY + before->end
                > (gint64) stretch->date * PLT_PAY_DAY + stretch->start;
}

static gboolean
check_stretch (const PltWorkDay *stretch, const PltWorkDay *before, GError **error)
{
  g_autofree char *date = plt_date_format_numeric (stretch->date);

  if (stretch->kind == PLT_WORK_HOLIDAY)
    return TRUE;
  if (stretch->start == PLT_UNKNOWN || stretch->end == PLT_UNKNOWN)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("On %s the beginning or the end is missing. Type both hours."), date);
  else if (stretch->end <= stretch->start || stretch->start < 0
           || stretch->end > stretch->start + 2 * PLT_PAY_DAY)
    g_set_error (
        error, PLT_ERROR, PLT_ERROR_INVALID,
        _ ("On %s the work ends before it begins, or lasts too long. An hour after midnight "
           "is written 27h00 for 3 in the morning."),
        date);
  else if (!is_within (stretch))
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("On %s the meal is not within the hours of work. Correct one of them."), date);
  else if (before != NULL && overlap (before, stretch))
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("The hours of %s begin before those above them end. Correct one of them."),
                 date);
  else
    return TRUE;
  return FALSE;
}

static void
week_free (gpointer data)
{
  PltPayWeek *week = data;

  g_array_unref (week->days);
  g_array_unref (week->minutes);
  g_free (week);
}

static PltPayDay *
add_day (PltPayWeek *week, const PltWorkDay *stretch)
{
  PltPayDay day = { .date = stretch->date,
                    .start = stretch->start,
                    .end = stretch->start,
                    .first_minute = week->minutes->len };

  g_array_append_val (week->days, day);
  return &g_array_index (week->days, PltPayDay, week->days->len - 1);
}

static void
add_minutes (
    PltPayWeek *week, PltPayDay *day, gint64 from, gint64 to, gboolean shoot, gint32 *of_shoot)
{
  for (gint64 t = from; t < to; t++)
    {
      PltPayMinute minute = { .date = (PltDate) (day->date + t / PLT_PAY_DAY),
                              .clock = (gint32) (t % PLT_PAY_DAY),
                              .of_day = (gint32) day->n,
                              .of_shoot = *of_shoot,
                              .day = week->days->len - 1,
                              .shoot = shoot };

      g_array_append_val (week->minutes, minute);
      day->n++;
      *of_shoot += shoot;
    }
}

/* The longest time between two pauses of 20 minutes; `*since` is when the last one ended. */
static void
follow_run (PltPayDay *day, gint64 from, gint64 to, gint64 pause, gint64 *since, gint64 *until)
{
  if (*until == PLT_UNKNOWN || from - *until >= pause)
    *since = from;
  *until = to;
  day->longest_run = MAX (day->longest_run, to - *since);
}

/* All the stretches of a date, of which `stretches` is the first. */
static guint
read_day (const PltPayRun *run, PltPayWeek *week, const PltWorkDay *stretches, guint n)
{
  gint64 free_transport = plt_pay_rule (run, "transport-non-effectif-max", G_MAXINT32);
  gint64 pause = plt_pay_rule (run, "pause-legale", 20);
  PltPayDay *day = add_day (week, stretches);
  gint64 since = 0, until = PLT_UNKNOWN;
  gint32 of_shoot = 0;
  guint i;

  for (i = 0; i < n && stretches[i].date == day->date; i++)
    {
      const PltWorkDay *s = &stretches[i];
      gint64 length = s->kind == PLT_WORK_HOLIDAY ? 0 : s->end - s->start;
      gint64 effective_from = s->start;

      day->place |= s->place;
      day->holiday_off = day->holiday_off || s->kind == PLT_WORK_HOLIDAY;
      if (s->kind == PLT_WORK_HOLIDAY)
        continue;
      day->end = MAX (day->end, s->end);
      if (s->kind == PLT_WORK_TRAVEL)
        {
          day->travel += length;
          continue;
        }
      if (s->kind == PLT_WORK_TRANSPORT)
        {
          gint64 paid_apart = CLAMP (free_transport - day->transport, 0, length);

          day->transport += paid_apart;
          effective_from += paid_apart;
        }
      if (has_meal (s) && s->kind != PLT_WORK_TRANSPORT)
        {
          add_minutes (week, day, effective_from, s->meal_start, s->kind == PLT_WORK_SHOOT,
                       &of_shoot);
          add_minutes (week, day, s->meal_end, s->end, s->kind == PLT_WORK_SHOOT, &of_shoot);
          follow_run (day, effective_from, s->meal_start, pause, &since, &until);
          follow_run (day, s->meal_end, s->end, pause, &since, &until);
        }
      else if (effective_from < s->end)
        {
          add_minutes (week, day, effective_from, s->end, s->kind == PLT_WORK_SHOOT, &of_shoot);
          follow_run (day, effective_from, s->end, pause, &since, &until);
        }
    }
  day->minutes = day->n;
  return i;
}

GPtrArray *
plt_pay_weeks (const PltPayRun *run, const PltWorkDay *days, guint n, GError **error)
{
  g_autoptr (GPtrArray) weeks = g_ptr_array_new_with_free_func (week_free);
  g_autofree PltWorkDay *sorted = g_memdup2 (days, n * sizeof *days);
  PltPayWeek *week = NULL;

  if (n > 0)
    qsort (sorted, n, sizeof *sorted, compare_stretches);
  for (guint i = 0; i < n; i++)
    if (!check_stretch (&sorted[i], i > 0 ? &sorted[i - 1] : NULL, error))
      return NULL;
  for (guint i = 0; i < n;)
    {
      PltDate monday = sorted[i].date - plt_date_weekday (sorted[i].date) + 1;

      if (week == NULL || week->monday != monday)
        {
          week = g_new0 (PltPayWeek, 1);
          week->monday = monday;
          week->days = g_array_new (FALSE, FALSE, sizeof (PltPayDay));
          week->minutes = g_array_new (FALSE, FALSE, sizeof (PltPayMinute));
          g_ptr_array_add (weeks, week);
        }
      i += read_day (run, week, sorted + i, n - i);
    }
  return g_steal_pointer (&weeks);
}

gboolean
plt_pay_is_weekly (const PltPayRun *run, const PltPayWeek *week)
{
  guint in_a_row = 0, most = 0;
  PltDate before = PLT_DATE_NONE;

  if (run->options.contract != PLT_CONTRACT_AUTO)
    return run->options.contract == PLT_CONTRACT_WEEK;
  for (guint i = 0; i < week->days->len; i++)
    {
      const PltPayDay *day = &g_array_index (week->days, PltPayDay, i);

      if (day->minutes == 0 && !day->holiday_off)
        continue;
      in_a_row = before != PLT_DATE_NONE && day->date == before + 1 ? in_a_row + 1 : 1;
      most = MAX (most, in_a_row);
      before = day->date;
    }
  return most >= 5;
}
