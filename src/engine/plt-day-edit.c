#include "plt-day-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-calendar.h"
#include "plt-error.h"
#include "plt-statuses.h"

#define GAP 1024
#define SHOOTING_WEEK 5
#define FAR 3660 /* days within which a working day must be found */

/* A day of the plan as it will be. */
typedef struct
{
  const PltDayFacts *row; /* NULL for the new one */
  gint64 id;              /* its row, or the handle of the batch */
  PltDate date, key;      /* key: what it is ordered by */
  gint64 unit;
  guint at; /* place it had */
  gboolean past;
} Draft;

typedef struct
{
  const PltFacts *facts;
  guint rest_days;
  GArray *drafts; /* in order */
} Work;

static gboolean
is_working_day (const PltCalendar *calendar, PltDate date, guint rest_days)
{
  return (rest_days & (1u << plt_date_weekday (date))) == 0
         && plt_calendar_is_open (calendar, date);
}

gboolean
plt_is_working_day (const PltFacts *facts, PltDate date, guint rest_days)
{
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);

  return is_working_day (calendar, date, rest_days);
}

/**
 * plt_move_date:
 * @date: a date
 * @n: how many working days; negative for earlier
 * @rest_days: weekdays without shooting
 *
 * Returns: the date; @date itself when ten years hold no working day
 */
PltDate
plt_move_date (const PltFacts *facts, PltDate date, int n, guint rest_days)
{
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);
  int step = n < 0 ? -1 : 1;
  PltDate found = date;

  for (int left = ABS (n), i = 0; left > 0; i++)
    {
      if (i > FAR)
        return date;
      found += step;
      if (is_working_day (calendar, found, rest_days))
        left--;
    }
  return found;
}

static gboolean
is_shooting (const PltDayFacts *day)
{
  return strcmp (day->kind, "tournage") == 0 || strcmp (day->kind, "reserve") == 0;
}

guint
plt_plan_rest_days (const PltFacts *facts, gint64 schedule)
{
  guint used = 0, n = 0;

  for (guint i = 0; i < facts->days.n; i++)
    {
      const PltDayFacts *day = &facts->days.items[i];

      if (day->schedule != schedule || day->date == PLT_DATE_NONE || !is_shooting (day))
        continue;
      used |= 1u << plt_date_weekday (day->date);
      n++;
    }
  return n >= SHOOTING_WEEK ? ~used & 0xfe : 1u << 6 | 1u << 7;
}

/* ---- drafts ---- */

static gboolean
is_past (const PltFacts *facts, const PltDayFacts *day)
{
  if (day->locked)
    return TRUE;
  for (guint i = 0; i < facts->strips.n; i++)
    if (facts->strips.items[i].day == day->id && plt_strip_is_shot (&facts->strips.items[i]))
      return TRUE;
  return FALSE;
}

static Draft *
draft_at (Work *self, guint i)
{
  return &g_array_index (self->drafts, Draft, i);
}

static void
begin (Work *self, const PltFacts *facts, gint64 schedule, guint rest_days)
{
  self->facts = facts;
  self->rest_days = rest_days;
  self->drafts = g_array_new (FALSE, TRUE, sizeof (Draft));
  for (guint i = 0; i < facts->days.n; i++)
    {
      const PltDayFacts *day = &facts->days.items[i];
      Draft draft = { .row = day, .id = day->id, .date = day->date, .unit = day->unit };

      if (day->schedule != schedule)
        continue;
      draft.past = is_past (facts, day);
      g_array_append_val (self->drafts, draft);
    }
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const Draft *one = a, *two = b;

  if (one->key != two->key)
    return one->key < two->key ? -1 : 1;
  if (one->unit != two->unit)
    return one->unit < two->unit ? -1 : 1;
  return one->at < two->at ? -1 : one->at > two->at;
}

static void
sort (Work *self)
{
  PltDate last = G_MININT32;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = draft_at (self, i);

      draft->at = i;
      draft->key = last = draft->date != PLT_DATE_NONE ? draft->date : last;
    }
  g_array_sort (self->drafts, compare_drafts);
}

/* Writes what is different: dates, and positions where the order is. */
static void
write_drafts (Work *self, PltBatch *batch)
{
  gboolean again = FALSE;
  gint64 before = G_MININT64;

  for (guint i = 0; i < self->drafts->len && !again; i++)
    {
      const Draft *draft = draft_at (self, i);

      again = draft->row == NULL || draft->row->position <= before;
      before = draft->row != NULL ? draft->row->position : before;
    }
  for (guint i = 0; i < self->drafts->len; i++)
    {
      const Draft *draft = draft_at (self, i);
      gint64 position = GAP * ((gint64) i + 1);
      gboolean placed = again && (draft->row == NULL || draft->row->position != position);
      gboolean dated = draft->row != NULL && draft->row->date != draft->date;

      if (!placed && !dated)
        continue;
      plt_batch_update (batch, "shooting_day", draft->id);
      if (placed)
        plt_batch_set_integer (batch, "position", position);
      if (dated)
        plt_batch_set_date (batch, "date", draft->date);
    }
}

static void
finish (Work *self, PltBatch *batch)
{
  sort (self);
  write_drafts (self, batch);
  g_array_unref (self->drafts);
}

static const PltDayFacts *
find_day (const PltFacts *facts, gint64 id, GError **error)
{
  const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, id);

  if (day == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("There is no such day any more."));
  return day;
}

/* A new day like `day`; it comes right after it. */
static gint64
insert_like (Work *self,
             const PltDayFacts *day,
             const char *kind,
             PltDate date,
             gint64 unit,
             PltBatch *batch)
{
  Draft draft = { .date = date, .unit = unit };

  draft.id = plt_batch_insert (batch, "shooting_day");
  plt_batch_set_integer (batch, "schedule", day->schedule);
  plt_batch_set_text (batch, "kind", kind);
  if (date != PLT_DATE_NONE)
    plt_batch_set_date (batch, "date", date);
  plt_batch_set_known (batch, "unit", unit);
  plt_batch_set_known (batch, "start_minutes", day->start_minutes);
  plt_batch_set_known (batch, "end_minutes", day->end_minutes);
  plt_batch_set_known (batch, "meal_minutes", day->meal_minutes);
  for (guint i = 0; i < self->drafts->len; i++)
    if (draft_at (self, i)->row == day)
      {
        g_array_insert_val (self->drafts, i + 1, draft);
        break;
      }
  return draft.id;
}

/* What is a fact of the calendar and not of the work: a holiday, a rest on a Sunday. */
static gboolean
stays (Work *self, const Draft *draft)
{
  return draft->date == PLT_DATE_NONE
         || (!is_shooting (draft->row)
             && (strcmp (draft->row->kind, "ferie") == 0
                 || !plt_is_working_day (self->facts, draft->date, self->rest_days)));
}

/* The next working day on which no day stands that must keep its date. */
static PltDate
next_free (Work *self, PltDate date)
{
  gboolean taken = TRUE;

  while (taken)
    {
      PltDate next = plt_move_date (self->facts, date, 1, self->rest_days);

      if (next == date)
        return date;
      date = next;
      taken = FALSE;
      for (guint i = 0; i < self->drafts->len; i++)
        taken = taken || (draft_at (self, i)->past && draft_at (self, i)->date == date);
    }
  return date;
}

/* The days after `date` that stand in the way go to the next working day, one after another; those
 * of one date stay together. */
static void
give_way (Work *self, PltDate date)
{
  PltDate taken = date, group = PLT_DATE_NONE, moved = PLT_DATE_NONE;

  sort (self);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = draft_at (self, i);

      if (draft->row == NULL || draft->past || stays (self, draft) || draft->date < date)
        continue;
      if (draft->date != group)
        {
          group = draft->date;
          moved = group > taken ? group : next_free (self, taken);
          taken = moved;
        }
      draft->date = moved;
    }
}

/* ---- commands ---- */

gboolean
plt_days_add_unit (
    const PltFacts *facts, gint64 id, PltBatch *batch, gint64 *new_id, GError **error)
{
  const PltDayFacts *day = find_day (facts, id, error);
  gint64 unit = 1;
  Work work;

  if (day == NULL)
    return FALSE;
  for (guint i = 0; i < facts->days.n; i++)
    {
      const PltDayFacts *other = &facts->days.items[i];

      if (other == day
          || (other->schedule == day->schedule && day->date != PLT_DATE_NONE
              && other->date == day->date))
        unit = MAX (unit, other->unit);
    }
  begin (&work, facts, day->schedule, 0);
  *new_id = insert_like (&work, day, day->kind, day->date, unit + 1, batch);
  finish (&work, batch);
  return TRUE;
}

gboolean
plt_days_duplicate (const PltFacts *facts,
                    gint64 id,
                    guint rest_days,
                    PltBatch *batch,
                    gint64 *new_id,
                    GError **error)
{
  const PltDayFacts *day = find_day (facts, id, error);
  PltDate date;
  Work work;

  if (day == NULL)
    return FALSE;
  date
      = day->date != PLT_DATE_NONE ? plt_move_date (facts, day->date, 1, rest_days) : PLT_DATE_NONE;
  begin (&work, facts, day->schedule, rest_days);
  *new_id = insert_like (&work, day, day->kind, date, day->unit, batch);
  plt_batch_set_text (batch, "note", day->note);
  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];

      if (strip->day != day->id || strip->sequence != 0)
        continue;
      plt_batch_insert (batch, "strip");
      plt_batch_set_integer (batch, "schedule", day->schedule);
      plt_batch_set_integer (batch, "day", *new_id);
      plt_batch_set_text (batch, "kind", strip->kind);
      plt_batch_set_text (batch, "text", strip->text);
      plt_batch_set_integer (batch, "position", strip->position);
      plt_batch_set_known (batch, "minutes", strip->minutes);
    }
  if (date != PLT_DATE_NONE)
    give_way (&work, date);
  finish (&work, batch);
  return TRUE;
}

gboolean
plt_days_insert_rest (const PltFacts *facts,
                      gint64 id,
                      guint rest_days,
                      PltBatch *batch,
                      gint64 *new_id,
                      GError **error)
{
  const PltDayFacts *day = find_day (facts, id, error);
  PltDate date;
  Work work;

  if (day == NULL)
    return FALSE;
  date = day->date != PLT_DATE_NONE ? day->date + 1 : PLT_DATE_NONE;
  begin (&work, facts, day->schedule, rest_days);
  *new_id = insert_like (&work, day, "repos", date, day->unit, batch);
  if (date != PLT_DATE_NONE)
    give_way (&work, date);
  finish (&work, batch);
  return TRUE;
}

static void
refuse_shift (const PltDayFacts *day, GError **error)
{
  g_autofree char *date = plt_date_format_short (day->date);

  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               _ ("%s is locked, or something was shot then: it keeps its date, and the days "
                  "cannot move across it. Choose a later day to begin with."),
               date);
}

gboolean
plt_days_shift (
    const PltFacts *facts, gint64 id, int n, guint rest_days, PltBatch *batch, GError **error)
{
  const PltDayFacts *day = find_day (facts, id, error);
  PltDate before = G_MININT32;
  Work work;

  if (day == NULL)
    return FALSE;
  if (day->date == PLT_DATE_NONE)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                           _ ("This day has no date yet: give it one first."));
      return FALSE;
    }
  begin (&work, facts, day->schedule, rest_days);
  for (guint i = 0; i < work.drafts->len; i++)
    {
      Draft *draft = draft_at (&work, i);

      if (draft->date == PLT_DATE_NONE)
        continue;
      if (draft->date < day->date)
        {
          before = MAX (before, draft->date);
          continue;
        }
      if (stays (&work, draft))
        continue;
      if (draft->past)
        {
          refuse_shift (draft->row, error);
          g_array_unref (work.drafts);
          return FALSE;
        }
      draft->date = plt_move_date (facts, draft->date, n, rest_days);
    }
  for (guint i = 0; i < work.drafts->len; i++)
    if (draft_at (&work, i)->date != draft_at (&work, i)->row->date
        && draft_at (&work, i)->date <= before)
      {
        g_array_unref (work.drafts);
        g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                             _ ("There is no room for so many days earlier: the days before are in "
                                "the way."));
        return FALSE;
      }
  finish (&work, batch);
  return TRUE;
}

/* Working days from `from` to `to`, negative when it is earlier; a date that is none counts as the
 * working day before it. */
static int
count_working_days (const PltFacts *facts, PltDate from, PltDate to, guint rest_days)
{
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);
  int n = 0;

  for (PltDate date = MIN (from, to) + 1; date <= MAX (from, to); date++)
    n += is_working_day (calendar, date, rest_days);
  return to < from ? -n : n;
}

/* The later days, and those of its own date, as many working days later or earlier. */
static gboolean
move_following (Work *self, const PltDayFacts *day, PltDate date, GError **error)
{
  int n = count_working_days (self->facts, day->date, date, self->rest_days);
  PltDate before = G_MININT32;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = draft_at (self, i);

      if (draft->row == day || draft->date == PLT_DATE_NONE)
        continue;
      if (draft->date < day->date)
        {
          before = stays (self, draft) ? before : MAX (before, draft->date);
          continue;
        }
      if (draft->date > day->date && stays (self, draft))
        continue;
      if (draft->past)
        {
          refuse_shift (draft->row, error);
          return FALSE;
        }
      draft->date = draft->date == day->date
                        ? date
                        : plt_move_date (self->facts, draft->date, n, self->rest_days);
    }
  if (date > before)
    return TRUE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                       _ ("There is no room for so many days earlier: the days before are in "
                          "the way."));
  return FALSE;
}

/* Who stands there takes the date of the one that comes. */
static gboolean
change_places (Work *self, const PltDayFacts *day, PltDate date, GError **error)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      Draft *draft = draft_at (self, i);

      if (draft->row == day || draft->date != date || draft->unit != day->unit)
        continue;
      if (draft->past)
        {
          refuse_shift (draft->row, error);
          return FALSE;
        }
      draft->date = day->date;
    }
  return TRUE;
}

/**
 * plt_days_move:
 * @day: a day of the plan
 * @date: where it goes; any date, a Sunday too
 * @following: the later days move as well
 * @batch: gets the edits, none when it stands there already
 *
 * Returns: FALSE with an error when a day that must keep its date is in the way
 */
gboolean
plt_days_move (const PltFacts *facts,
               gint64 id,
               PltDate date,
               gboolean following,
               guint rest_days,
               PltBatch *batch,
               GError **error)
{
  const PltDayFacts *day = find_day (facts, id, error);
  Work work;
  gboolean ok;

  g_return_val_if_fail (date != PLT_DATE_NONE, FALSE);

  if (day == NULL)
    return FALSE;
  if (is_past (facts, day))
    {
      refuse_shift (day, error);
      return FALSE;
    }
  if (day->date == date)
    return TRUE;
  begin (&work, facts, day->schedule, rest_days);
  ok = following && day->date != PLT_DATE_NONE ? move_following (&work, day, date, error)
                                               : change_places (&work, day, date, error);
  for (guint i = 0; ok && i < work.drafts->len; i++)
    if (draft_at (&work, i)->row == day)
      draft_at (&work, i)->date = date;
  if (ok)
    finish (&work, batch);
  else
    g_array_unref (work.drafts);
  return ok;
}

gint64
plt_days_add (const PltFacts *facts, gint64 schedule, PltDate date, PltBatch *batch)
{
  Draft draft = { .date = date, .unit = 1 };
  Work work;

  begin (&work, facts, schedule, 0);
  draft.id = plt_batch_insert (batch, "shooting_day");
  plt_batch_set_integer (batch, "schedule", schedule);
  plt_batch_set_date (batch, "date", date);
  g_array_append_val (work.drafts, draft);
  finish (&work, batch);
  return draft.id;
}

gboolean
plt_days_sort (const PltFacts *facts, gint64 schedule, PltBatch *batch, GError **error)
{
  guint n_before = plt_batch_get_n_edits (batch);
  Work work;

  begin (&work, facts, schedule, 0);
  finish (&work, batch);
  if (plt_batch_get_n_edits (batch) > n_before)
    return TRUE;
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                       _ ("The days are in the order of their dates already."));
  return FALSE;
}
