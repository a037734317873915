#include "plt-report-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-calendar.h"
#include "plt-error.h"

#define MAX_DAYS 3660 /* of a projection: ten years */

/* ---- which days there are ---- */

static void
day_free (gpointer data)
{
  PltReportDay *day = data;

  g_array_unref (day->sequences);
  g_array_unref (day->delays);
  g_ptr_array_unref (day->cards);
  g_free (day);
}

static PltReportDay *
add_day (PltReportBook *self)
{
  PltReportDay *day = g_new0 (PltReportDay, 1);

  day->sequences = g_array_new (FALSE, TRUE, sizeof (PltReportSequence));
  day->delays = g_array_new (FALSE, TRUE, sizeof (PltReportDelay));
  day->cards = g_ptr_array_new ();
  g_ptr_array_add (self->days, day);
  return day;
}

static gint64
unit_of (gint64 unit)
{
  return unit == PLT_UNKNOWN || unit < 1 ? 1 : unit;
}

/* A report belongs to the day of its date and unit; one that names a day without a date, to it. */
static PltReportDay *
day_of_report (PltReportBook *self, const PltReportFacts *report)
{
  for (guint i = 0; i < self->days->len; i++)
    {
      PltReportDay *day = self->days->pdata[i];

      if (day->report == NULL && day->date != PLT_DATE_NONE && day->date == report->date
          && day->unit == unit_of (report->unit))
        return day;
    }
  for (guint i = 0; i < self->days->len; i++)
    {
      PltReportDay *day = self->days->pdata[i];

      if (day->report == NULL && day->day != NULL && day->day->day->id == report->day
          && day->date == PLT_DATE_NONE)
        return day;
    }
  return NULL;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const PltReportDay *one = *(PltReportDay *const *) a, *other = *(PltReportDay *const *) b;
  PltDate x = one->date != PLT_DATE_NONE ? one->date : G_MAXINT32;
  PltDate y = other->date != PLT_DATE_NONE ? other->date : G_MAXINT32;

  if (x != y)
    return x < y ? -1 : 1;
  if (one->number != other->number && one->number > 0 && other->number > 0)
    return one->number < other->number ? -1 : 1;
  return one->unit < other->unit ? -1 : one->unit > other->unit;
}

static void
collect_days (PltReportBook *self)
{
  for (guint i = 0; i < self->plan->days->len; i++)
    {
      const PltDayPlan *plan = self->plan->days->pdata[i];
      PltReportDay *day;

      if (plan->number == 0)
        continue;
      day = add_day (self);
      day->day = plan;
      day->date = plan->day->date;
      day->unit = unit_of (plan->day->unit);
      day->number = plan->number;
    }
  for (guint i = 0; i < self->facts->reports.n; i++)
    {
      const PltReportFacts *report = &self->facts->reports.items[i];
      PltReportDay *day = day_of_report (self, report);

      if (day == NULL)
        {
          day = add_day (self);
          day->unit = unit_of (report->unit);
        }
      day->report = report;
      day->date = report->date;
    }
  g_ptr_array_sort (self->days, compare_days);
}

/* ---- what a day comes to ---- */

gboolean
plt_card_is_safe (const PltCardFacts *card)
{
  return card->verified && card->backups != PLT_UNKNOWN && card->backups >= 2;
}

gint64
plt_report_useful (const PltReportFigures *figures)
{
  return figures->useful_seconds == 0 && figures->n_unknown_useful > 0 ? PLT_UNKNOWN
                                                                       : figures->useful_seconds;
}

gboolean
plt_report_day_is_shot (const PltReportDay *day)
{
  return day->today.complete + day->today.partly + day->today.retakes + day->today.takes > 0;
}

static void
count_sequences (PltReportDay *day)
{
  PltReportFigures *today = &day->today;

  for (guint i = 0; i < day->sequences->len; i++)
    {
      const PltReportSequence *item = &g_array_index (day->sequences, PltReportSequence, i);
      gboolean shot = item->state == PLT_REPORT_COMPLETE || item->state == PLT_REPORT_PARTLY;

      if (item->retake)
        today->retakes += shot;
      else
        {
          today->complete += item->state == PLT_REPORT_COMPLETE;
          today->partly += item->state == PLT_REPORT_PARTLY;
        }
      today->dropped += item->state == PLT_REPORT_DROPPED;
      today->postponed += item->state == PLT_REPORT_POSTPONED;
      today->shots += item->shots;
      today->takes += item->takes;
      today->kept += item->kept;
      today->shot_seconds += item->shot_seconds;
      today->kept_seconds += item->kept_seconds;
      if (item->planned && !item->retake && item->seconds != PLT_UNKNOWN)
        today->planned_seconds += item->seconds;
      if (item->useful_seconds != PLT_UNKNOWN)
        today->useful_seconds += item->useful_seconds;
      else
        today->n_unknown_useful += shot;
    }
  today->n_days = plt_report_day_is_shot (day);
}

static void
count_cards (const PltFacts *facts, PltReportDay *day)
{
  PltReportFigures *today = &day->today;

  for (guint i = 0; day->report != NULL && i < facts->cards.n; i++)
    {
      const PltCardFacts *card = &facts->cards.items[i];

      if (card->day_report != day->report->id)
        continue;
      g_ptr_array_add (day->cards, (gpointer) card);
      *(strcmp (card->kind, "son") == 0 ? &today->sound_cards : &today->cards) += 1;
      today->unsafe_cards += !plt_card_is_safe (card);
      today->size_mb += card->size_mb != PLT_UNKNOWN ? card->size_mb : 0;
      today->card_seconds += card->length_seconds != PLT_UNKNOWN ? card->length_seconds : 0;
    }
}

static PltReportDelay *
delay_of (GArray *delays, const char *cause)
{
  PltReportDelay fresh = { .cause = cause };

  for (guint i = 0; i < delays->len; i++)
    if (strcmp (g_array_index (delays, PltReportDelay, i).cause, cause) == 0)
      return &g_array_index (delays, PltReportDelay, i);
  g_array_append_val (delays, fresh);
  return &g_array_index (delays, PltReportDelay, delays->len - 1);
}

static void
count_delays (const PltFacts *facts, PltReportDay *day, const PltReportDay *before)
{
  for (guint i = 0; before != NULL && i < before->delays->len; i++)
    {
      const PltReportDelay *past = &g_array_index (before->delays, PltReportDelay, i);

      delay_of (day->delays, past->cause)->total = past->total;
    }
  for (guint i = 0; day->report != NULL && i < facts->delays.n; i++)
    {
      const PltDelayFacts *delay = &facts->delays.items[i];

      if (delay->day_report != day->report->id || delay->delay_minutes == PLT_UNKNOWN)
        continue;
      delay_of (day->delays, delay->cause)->day += delay->delay_minutes;
      delay_of (day->delays, delay->cause)->total += delay->delay_minutes;
      day->today.lost_minutes += delay->delay_minutes;
    }
}

static void
count_hours (PltReportDay *day)
{
  if (day->work != PLT_UNKNOWN)
    day->today.work_minutes = day->work;
  else
    day->today.n_unknown_hours = day->report != NULL || plt_report_day_is_shot (day);
  if (day->over != PLT_UNKNOWN)
    day->today.over_minutes = day->over;
}

static void
add_figures (PltReportFigures *total, const PltReportFigures *day)
{
  total->n_days += day->n_days;
  total->complete += day->complete;
  total->partly += day->partly;
  total->dropped += day->dropped;
  total->postponed += day->postponed;
  total->retakes += day->retakes;
  total->shots += day->shots;
  total->takes += day->takes;
  total->kept += day->kept;
  total->planned_seconds += day->planned_seconds;
  total->shot_seconds += day->shot_seconds;
  total->useful_seconds += day->useful_seconds;
  total->kept_seconds += day->kept_seconds;
  total->n_unknown_useful += day->n_unknown_useful;
  total->work_minutes += day->work_minutes;
  total->over_minutes += day->over_minutes;
  total->lost_minutes += day->lost_minutes;
  total->n_unknown_hours += day->n_unknown_hours;
  total->cards += day->cards;
  total->sound_cards += day->sound_cards;
  total->unsafe_cards += day->unsafe_cards;
  total->size_mb += day->size_mb;
  total->card_seconds += day->card_seconds;
}

/* ---- running ---- */

static PltDate
monday_of (PltDate date)
{
  return date != PLT_DATE_NONE ? date - (plt_date_weekday (date) - 1) : PLT_DATE_NONE;
}

/* Of the same unit, since the Monday before. */
static void
count_week (const PltReportBook *self, PltReportDay *day)
{
  day->week_work = day->week_over = 0;
  for (guint i = 0; i < self->days->len; i++)
    {
      const PltReportDay *other = self->days->pdata[i];

      if (other->unit == day->unit && other->date != PLT_DATE_NONE && other->date <= day->date
          && monday_of (other->date) == monday_of (day->date))
        {
          day->week_work += other->today.work_minutes;
          day->week_over += other->today.over_minutes;
          day->week_unknown += other->today.n_unknown_hours;
        }
    }
}

/* Séquences that were dropped on a day after this one still counted when it ended. */
static guint
dropped_later (const PltReportBook *self, guint index, gint64 sequence)
{
  for (guint i = index + 1; i < self->days->len; i++)
    {
      const PltReportDay *day = self->days->pdata[i];

      for (guint j = 0; j < day->sequences->len; j++)
        {
          const PltReportSequence *item = &g_array_index (day->sequences, PltReportSequence, j);

          if (item->sequence->id == sequence && item->state == PLT_REPORT_DROPPED)
            return TRUE;
        }
    }
  return FALSE;
}

static void
count_film (const PltReportBook *self, guint index)
{
  PltReportDay *day = self->days->pdata[index];

  day->film = self->facts->sequences.n;
  day->done = day->total.complete;
  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &self->facts->sequences.items[i];

      if (strcmp (sequence->status, "supprimee") == 0 && !dropped_later (self, index, sequence->id))
        day->dropped++;
    }
  for (guint i = 0; i <= index; i++) /* said in a log, and not given back to the plan yet */
    {
      const PltReportDay *other = self->days->pdata[i];

      for (guint j = 0; j < other->sequences->len; j++)
        {
          const PltReportSequence *item = &g_array_index (other->sequences, PltReportSequence, j);

          day->dropped += item->state == PLT_REPORT_DROPPED
                          && strcmp (item->sequence->status, "supprimee") != 0;
        }
    }
  day->left = day->film > day->done + day->dropped ? day->film - day->done - day->dropped : 0;
}

static void
past_free (gpointer data)
{
  g_hash_table_unref (((PltReportPast *) data)->shots);
  g_free (data);
}

/**
 * plt_report_book_new:
 * @facts: the production
 * @plan: its plan de travail
 *
 * Returns: (transfer full): every shooting day with what was reported of it
 */
PltReportBook *
plt_report_book_new (const PltFacts *facts, const PltPlan *plan)
{
  g_autoptr (GHashTable) past = g_hash_table_new_full (NULL, NULL, NULL, past_free);
  PltReportBook *self = g_new0 (PltReportBook, 1);
  PltReportFigures total = { 0 };

  self->facts = facts;
  self->plan = plan;
  self->days = g_ptr_array_new_with_free_func (day_free);
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      const PltSequenceFacts *sequence = &facts->sequences.items[i];
      gint64 shots
          = sequence->planned_shots != PLT_UNKNOWN ? sequence->planned_shots : sequence->shots;
      gint64 seconds = plt_sequence_seconds (sequence);

      if (strcmp (sequence->status, "supprimee") == 0)
        continue;
      self->planned_shots += shots != PLT_UNKNOWN ? shots : 0;
      self->n_unknown_shots += shots == PLT_UNKNOWN;
      self->film_seconds += seconds != PLT_UNKNOWN ? seconds : 0;
    }
  collect_days (self);
  for (guint i = 0; i < self->days->len; i++)
    {
      PltReportDay *day = self->days->pdata[i];

      plt_report_fill_hours (facts, plan, day);
      plt_report_fill_people (facts, day);
      plt_report_fill_sequences (facts, day, past);
      count_sequences (day);
      count_cards (facts, day);
      count_delays (facts, day, i > 0 ? self->days->pdata[i - 1] : NULL);
      count_hours (day);
      add_figures (&total, &day->today);
      day->total = total;
    }
  for (guint i = 0; i < self->days->len; i++)
    {
      count_week (self, self->days->pdata[i]);
      count_film (self, i);
    }
  return self;
}

void
plt_report_book_free (PltReportBook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->days);
  g_free (self);
}

/* ---- finding ---- */

const PltReportDay *
plt_report_of_day (const PltReportBook *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->days->len; i++)
    {
      const PltReportDay *day = self->days->pdata[i];

      if (day->day != NULL && day->day->day->id == id)
        return day;
    }
  return NULL;
}

const PltReportDay *
plt_report_of_report (const PltReportBook *self, gint64 report)
{
  for (guint i = 0; report != 0 && i < self->days->len; i++)
    {
      const PltReportDay *day = self->days->pdata[i];

      if (day->report != NULL && day->report->id == report)
        return day;
    }
  return NULL;
}

/**
 * plt_report_find:
 * @name: "J2", "2", a date as people write it
 *
 * Returns: (transfer none) (nullable): that day, %NULL with a sentence
 */
const PltReportDay *
plt_report_find (const PltReportBook *self, const char *name, GError **error)
{
  PltDate date = PLT_DATE_NONE;
  const char *figures = *name == 'J' || *name == 'j' ? name + 1 : name;
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (figures, 10, 1, G_MAXUINT, &number, NULL)
      && !plt_date_parse (name, &date, NULL))
    date = PLT_DATE_NONE;
  for (guint i = 0; i < self->days->len; i++)
    {
      const PltReportDay *day = self->days->pdata[i];

      if ((number > 0 && day->number == number) || (date != PLT_DATE_NONE && day->date == date))
        return day;
    }
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no shooting day “%s”. Name it as the plan does, J2, or by its date."),
               name);
  return NULL;
}

/* ---- pace ---- */

/* Bits 1 Monday .. 7 Sunday on which the plan works. */
static guint
working_days (const PltPlan *plan)
{
  guint days = 0;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (day->number > 0 && day->day->date != PLT_DATE_NONE)
        days |= 1u << plt_date_weekday (day->day->date);
    }
  return days;
}

static PltDate
date_after (const PltReportBook *self, const PltReportDay *day, guint needed)
{
  guint weekdays = working_days (self->plan);
  PltDate date = day->date;
  g_autoptr (PltCalendar) calendar = NULL;

  for (guint i = 0; needed > 0 && i < self->days->len; i++)
    {
      const PltReportDay *other = self->days->pdata[i];

      if (other->date == PLT_DATE_NONE || other->date <= date || other->unit != day->unit
          || other->number == 0)
        continue;
      date = other->date;
      needed--;
    }
  if (needed > 0)
    calendar = plt_calendar_new (self->facts);
  for (guint i = 0; needed > 0 && i < MAX_DAYS; i++)
    {
      date++;
      if ((weekdays >> plt_date_weekday (date) & 1) != 0 && plt_calendar_is_open (calendar, date))
        needed--;
    }
  return needed == 0 ? date : PLT_DATE_NONE;
}

/* Of séquences that a log drops up to that day and the plan still has. */
static gint64
dropped_seconds (const PltReportBook *self, const PltReportDay *day)
{
  gint64 seconds = 0;

  for (guint i = 0; i < self->days->len; i++)
    {
      const PltReportDay *other = self->days->pdata[i];

      for (guint j = 0; j < other->sequences->len; j++)
        {
          const PltReportSequence *item = &g_array_index (other->sequences, PltReportSequence, j);

          if (item->state == PLT_REPORT_DROPPED && item->seconds != PLT_UNKNOWN
              && strcmp (item->sequence->status, "supprimee") != 0)
            seconds += item->seconds;
        }
      if (other == day)
        break;
    }
  return seconds;
}

/**
 * plt_report_pace:
 * @day: a day of the book
 *
 * By pré-minutage, or by séquences where a séquence has none. Days are rounded up.
 */
PltReportPace
plt_report_pace (const PltReportBook *self, const PltReportDay *day)
{
  PltReportPace pace = { .done = day->total.n_days, .end = PLT_DATE_NONE };
  gboolean timed = TRUE;
  gint64 left, done;

  for (guint i = 0; i < self->facts->sequences.n; i++)
    timed = timed && plt_sequence_seconds (&self->facts->sequences.items[i]) != PLT_UNKNOWN;
  for (guint i = 0; i < self->days->len; i++)
    {
      const PltReportDay *other = self->days->pdata[i];

      pace.planned += other->number > 0 && other->date != PLT_DATE_NONE && other->unit == day->unit
                      && other->date > day->date;
    }
  done = timed ? day->total.shot_seconds : day->done;
  left = timed ? self->film_seconds - dropped_seconds (self, day) - done : day->left;
  if (pace.done == 0 || done <= 0 || day->date == PLT_DATE_NONE)
    return pace;
  left = MAX (left, 0);
  pace.needed = (guint) ((left * pace.done + done - 1) / done);
  pace.end = date_after (self, day, pace.needed);
  return pace;
}
