/* One row of hours: its state, what was typed, the stretches of work it stands for. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-hours.h"

static const char *const states[] = { "prevu", "corrige", "valide", "signe" };
static const char *const typed_names[] = { "start", "meal", "end", "travel" };

PltHoursState
plt_hours_state (const PltHoursFacts *row)
{
  for (guint i = 0; i < PLT_N_HOURS_STATES; i++)
    if (g_strcmp0 (row->status, states[i]) == 0)
      return (PltHoursState) i;
  return PLT_HOURS_PLANNED;
}

const char *
plt_hours_state_id (PltHoursState state)
{
  g_return_val_if_fail (state < PLT_N_HOURS_STATES, states[0]);

  return states[state];
}

guint
plt_hours_typed (const char *flags)
{
  g_auto (GStrv) parts = g_strsplit (flags != NULL ? flags : "", ",", -1);
  guint typed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (typed_names); i++)
    if (g_strv_contains ((const char *const *) parts, typed_names[i]))
      typed |= 1u << i;
  return typed;
}

char *
plt_hours_typed_text (guint typed)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (typed_names); i++)
    if (typed & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", typed_names[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

PltDate
plt_hours_monday (PltDate date)
{
  return date != PLT_DATE_NONE ? date - plt_date_weekday (date) + 1 : PLT_DATE_NONE;
}

gboolean
plt_hours_is_performer (const PltEngagementFacts *engagement)
{
  return engagement != NULL && engagement->role != 0;
}

/* ---- stretches ---- */

static gboolean
is_idle (const PltHoursFacts *row)
{
  return g_strcmp0 (row->kind, "repos") == 0 || g_strcmp0 (row->kind, "absence") == 0;
}

static gboolean
is_known (gint64 minutes)
{
  return minutes != PLT_UNKNOWN;
}

/* The sentence for a break that is not whole, or not within the hours. */
static const char *
break_error (gint64 from, gint64 to, gint64 start, gint64 end)
{
  if (is_known (from) != is_known (to))
    return is_known (from) ? N_ ("The end of the meal is missing.")
                           : N_ ("The beginning of the meal is missing.");
  if (is_known (from) && (from < start || to < from || to > end))
    return N_ ("The meal is not within the hours of work.");
  return NULL;
}

char *
plt_hours_row_error (const PltHoursFacts *row)
{
  const char *error = NULL;

  if (is_idle (row))
    return NULL;
  if (!is_known (row->start_minutes) && !is_known (row->end_minutes))
    error = N_ ("There are no hours yet.");
  else if (!is_known (row->start_minutes))
    error = N_ ("The start is missing.");
  else if (!is_known (row->end_minutes))
    error = N_ ("The end is missing.");
  else if (row->end_minutes <= row->start_minutes)
    error = N_ ("The end is not after the start: after midnight, write 25h30 for half past one.");
  if (error == NULL)
    error = break_error (row->meal_minutes, row->meal_end_minutes, row->start_minutes,
                         row->end_minutes);
  if (error == NULL)
    error = break_error (row->second_meal_minutes, row->second_meal_end_minutes, row->start_minutes,
                         row->end_minutes);
  if (error == NULL && is_known (row->second_meal_minutes)
      && (!is_known (row->meal_minutes) || row->second_meal_minutes < row->meal_end_minutes))
    error = N_ ("The second meal does not come after the first one.");
  return error != NULL ? g_strdup (_ (error)) : NULL;
}

static void
add (GArray *days, const PltWorkDay *model, PltWorkKind kind, gint64 from, gint64 to)
{
  PltWorkDay day = *model;

  if (to <= from)
    return;
  day.kind = kind;
  day.start = from;
  day.end = to;
  if (kind == PLT_WORK_TRANSPORT || !is_known (day.meal_start) || day.meal_start < from
      || day.meal_end > to)
    day.meal_start = day.meal_end = PLT_UNKNOWN;
  g_array_append_val (days, day);
}

/* The transport before the start and after the end. */
static void
read_transport (const PltHoursFacts *row, gint64 *before, gint64 *after)
{
  gint64 travel = is_known (row->travel_minutes) ? MAX (row->travel_minutes, 0) : 0;
  gboolean left = is_known (row->leave_minutes), back = is_known (row->back_minutes);

  *before = left ? MAX (row->start_minutes - row->leave_minutes, 0) : 0;
  *after = back ? MAX (row->back_minutes - row->end_minutes, 0) : 0;
  if (!left && !back)
    {
      *before = travel / 2;
      *after = travel - travel / 2;
    }
  else if (!left)
    *before = MAX (travel - *after, 0);
  else if (!back)
    *after = MAX (travel - *before, 0);
}

void
plt_hours_row_stretches (
    const PltHoursFacts *row, guint place, gint64 hmc, gboolean holiday, GArray *days)
{
  PltWorkDay day = { .date = row->date,
                     .meal_start = row->meal_minutes,
                     .meal_end = row->meal_end_minutes,
                     .place = place };
  const char *kind = row->kind != NULL ? row->kind : "";
  PltWorkKind work = strcmp (kind, "tournage") == 0 ? PLT_WORK_SHOOT
                     : strcmp (kind, "voyage") == 0 ? PLT_WORK_TRAVEL
                                                    : PLT_WORK_OTHER;
  gint64 before, after, start, split;

  if (is_idle (row))
    {
      day.kind = PLT_WORK_HOLIDAY;
      day.meal_start = day.meal_end = PLT_UNKNOWN;
      if (holiday && strcmp (kind, "repos") == 0)
        g_array_append_val (days, day);
      return;
    }
  read_transport (row, &before, &after);
  start = row->start_minutes;
  split = is_known (row->second_meal_minutes) ? row->second_meal_minutes : row->end_minutes;
  add (days, &day, PLT_WORK_TRANSPORT, MAX (start - before, 0), start);
  if (hmc > 0 && work == PLT_WORK_SHOOT && start + hmc < split
      && (!is_known (row->meal_minutes) || start + hmc <= row->meal_minutes))
    {
      add (days, &day, PLT_WORK_OTHER, start, start + hmc);
      start += hmc;
    }
  add (days, &day, work, start, split);
  if (is_known (row->second_meal_minutes))
    {
      day.meal_start = day.meal_end = PLT_UNKNOWN;
      add (days, &day, work, row->second_meal_end_minutes, row->end_minutes);
    }
  add (days, &day, PLT_WORK_TRANSPORT, row->end_minutes, row->end_minutes + after);
}
