#include "plt-report-return.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-report-log.h"
#include "plt-statuses.h"

#define GAP 1024

typedef struct
{
  const PltReportBook *book;
  const PltReportDay *day;
  PltFacts facts;  /* of the book, with strips of its own */
  GArray *changes; /* PltStatusChange */
  PltBatch *batch;
  gint64 schedule;
} Return;

static gboolean
is_shot (const PltReportSequence *item)
{
  return item->state == PLT_REPORT_COMPLETE || item->state == PLT_REPORT_PARTLY;
}

static gint64
last_position (const Return *self)
{
  gint64 position = 0;

  for (guint i = 0; i < self->facts.strips.n; i++)
    if (self->facts.strips.items[i].day == self->day->day->day->id
        && self->facts.strips.items[i].position != PLT_UNKNOWN)
      position = MAX (position, self->facts.strips.items[i].position);
  return position;
}

/* A strip of the séquence that nothing was shot of yet: of the pool, else of another day. */
static PltStripFacts *
spare_strip (Return *self, const PltReportSequence *item)
{
  PltStripFacts *found = NULL;

  for (guint i = 0; i < self->facts.strips.n; i++)
    {
      PltStripFacts *strip = &self->facts.strips.items[i];

      if (strip->schedule != self->schedule || strip->sequence != item->sequence->id
          || plt_strip_is_shot (strip) || plt_strip_is_retake (strip) != item->retake)
        continue;
      if (strip->day == 0)
        return strip;
      found = found != NULL ? found : strip;
    }
  return found;
}

/* Shot without standing on the day: a strip that is left comes to it. */
static const PltStripFacts *
bring_strip (Return *self, const PltReportSequence *item)
{
  PltStripFacts *strip = spare_strip (self, item);

  if (strip == NULL)
    return NULL;
  strip->day = self->day->day->day->id;
  strip->position = last_position (self) + GAP;
  plt_batch_update (self->batch, "strip", strip->id);
  plt_batch_set_integer (self->batch, "day", strip->day);
  plt_batch_set_integer (self->batch, "position", strip->position);
  return strip;
}

static void
write_figures (Return *self, const PltReportSequence *item, const PltStripFacts *strip)
{
  gboolean shots = item->takes > 0 && strip->shots_done != (gint64) item->shots;
  gboolean useful = strip->useful_seconds == PLT_UNKNOWN && item->useful_seconds != PLT_UNKNOWN;

  if (!shots && !useful)
    return;
  plt_batch_update (self->batch, "strip", strip->id);
  if (shots)
    plt_batch_set_integer (self->batch, "shots_done", item->shots);
  if (useful)
    plt_batch_set_integer (self->batch, "useful_seconds", item->useful_seconds);
}

static void
say (Return *self, gint64 strip, gint64 sequence, PltShootStatus status, gint64 rest)
{
  const PltStatusChange change
      = { .strip = strip, .sequence = sequence, .status = status, .rest_minutes = rest };

  g_array_append_val (self->changes, change);
}

/* A part of the séquence is to be shot elsewhere already: no more strip for the rest. */
static gboolean
has_rest (const Return *self, const PltReportSequence *item, const PltStripFacts *strip)
{
  for (guint i = 0; i < self->facts.strips.n; i++)
    {
      const PltStripFacts *other = &self->facts.strips.items[i];

      if (other->schedule == self->schedule && other->sequence == item->sequence->id
          && other->id != strip->id && !plt_strip_is_shot (other)
          && plt_strip_is_retake (other) == item->retake)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_retake (const Return *self, const PltReportSequence *item)
{
  for (guint i = 0; i < self->facts.strips.n; i++)
    {
      const PltStripFacts *strip = &self->facts.strips.items[i];

      if (strip->schedule == self->schedule && strip->sequence == item->sequence->id
          && plt_strip_is_retake (strip) && !plt_strip_is_shot (strip))
        return TRUE;
    }
  return FALSE;
}

static gint64
rest_of (const PltReportSequence *item, const PltStripFacts *strip)
{
  gint64 minutes = plt_strip_minutes (strip, item->sequence);
  gint64 made = (gint64) item->shots_before + item->shots;

  if (minutes == PLT_UNKNOWN || item->planned_shots == PLT_UNKNOWN || item->planned_shots <= 0
      || made >= item->planned_shots)
    return minutes;
  return (minutes * (item->planned_shots - made) + item->planned_shots - 1) / item->planned_shots;
}

/* At the end of the pool, behind what this batch puts there. */
static void
pool_strip (Return *self, const PltReportSequence *item, const char *part, gint64 minutes)
{
  gint64 position = 0;

  for (guint i = 0; i < self->facts.strips.n; i++)
    if (self->facts.strips.items[i].day == 0 && self->facts.strips.items[i].position != PLT_UNKNOWN)
      position = MAX (position, self->facts.strips.items[i].position);
  position += GAP * ((gint64) plt_batch_get_n_edits (self->batch) + self->facts.strips.n + 1);
  plt_batch_insert (self->batch, "strip");
  plt_batch_set_integer (self->batch, "schedule", self->schedule);
  plt_batch_set_text (self->batch, "kind", "sequence");
  plt_batch_set_integer (self->batch, "sequence", item->sequence->id);
  plt_batch_set_integer (self->batch, "position", position);
  plt_batch_set_text (self->batch, "part", part);
  if (minutes != PLT_UNKNOWN)
    plt_batch_set_integer (self->batch, "minutes", minutes);
}

/* A séquence that has no strip left: one of that day, already shot; what is left of it and its
 * retake go to the pool. */
static void
make_strip (Return *self, const PltReportSequence *item)
{
  gboolean done = item->state == PLT_REPORT_COMPLETE;
  gboolean again = item->again && !has_retake (self, item);
  const char *shot = plt_shoot_status_id (done ? PLT_SHOOT_DONE : PLT_SHOOT_PARTLY);
  const char *status = done && again ? plt_shoot_status_id (PLT_SHOOT_RETAKE) : shot;
  const PltStripFacts whole = { .minutes = PLT_UNKNOWN };

  plt_batch_insert (self->batch, "strip");
  plt_batch_set_integer (self->batch, "schedule", self->schedule);
  plt_batch_set_integer (self->batch, "day", self->day->day->day->id);
  plt_batch_set_text (self->batch, "kind", "sequence");
  plt_batch_set_integer (self->batch, "sequence", item->sequence->id);
  plt_batch_set_integer (self->batch, "position",
                         last_position (self) + GAP + GAP * plt_batch_get_n_edits (self->batch));
  if (item->retake)
    plt_batch_set_text (self->batch, "part", "R1");
  plt_batch_set_text (self->batch, "shot", shot);
  plt_batch_set_integer (self->batch, "shots_done", item->shots);
  if (item->useful_seconds != PLT_UNKNOWN)
    plt_batch_set_integer (self->batch, "useful_seconds", item->useful_seconds);
  if (!done && !item->retake)
    pool_strip (self, item, "", rest_of (item, &whole));
  if (again)
    pool_strip (self, item, item->retake ? "R2" : "R1", plt_strip_minutes (&whole, item->sequence));
  if ((!item->retake || again) && strcmp (item->sequence->status, status) != 0)
    {
      plt_batch_update (self->batch, "sequence", item->sequence->id);
      plt_batch_set_text (self->batch, "status", status);
    }
}

static void
give_shot (Return *self, const PltReportSequence *item)
{
  const PltStripFacts *strip = item->strip != NULL ? item->strip : bring_strip (self, item);
  PltShootStatus status = item->state == PLT_REPORT_COMPLETE ? PLT_SHOOT_DONE : PLT_SHOOT_PARTLY;
  const char *said;

  if (strip == NULL)
    {
      make_strip (self, item);
      return;
    }
  said = strip->shot != NULL ? strip->shot : "";
  if (strcmp (said, plt_shoot_status_id (status)) != 0
      && !(status == PLT_SHOOT_PARTLY && strcmp (said, "tournee") == 0))
    say (self, strip->id, 0, status,
         has_rest (self, item, strip) ? PLT_UNKNOWN : rest_of (item, strip));
  write_figures (self, item, strip);
  if (item->again && !has_retake (self, item))
    say (self, strip->id, 0, PLT_SHOOT_RETAKE, PLT_UNKNOWN);
}

static gboolean
is_remembered (const Return *self, const PltReportSequence *item)
{
  const PltFacts *facts = self->book->facts;

  for (guint i = 0; i < facts->log.n; i++)
    if (facts->log.items[i].day_report == self->day->report->id
        && facts->log.items[i].sequence == item->sequence->id
        && strcmp (facts->log.items[i].kind, PLT_LOG_POSTPONED) == 0)
      return TRUE;
  return FALSE;
}

/* While the day goes on, what was not shot yet may still be. */
static gboolean
is_over (const PltReportDay *day)
{
  return strcmp (day->report->status, "en-cours") != 0;
}

static void
give_one (Return *self, const PltReportSequence *item)
{
  if (is_shot (item))
    give_shot (self, item);
  else if (item->state == PLT_REPORT_DROPPED)
    {
      if (strcmp (item->sequence->status, "supprimee") != 0)
        say (self, item->strip != NULL ? item->strip->id : 0, item->sequence->id, PLT_SHOOT_DROPPED,
             PLT_UNKNOWN);
    }
  else if (item->strip != NULL && (is_over (self->day) || item->state == PLT_REPORT_POSTPONED))
    {
      say (self, item->strip->id, 0, PLT_SHOOT_POSTPONED, PLT_UNKNOWN);
      if (!is_remembered (self, item))
        plt_log_add (self->book->facts, self->day->report->id, PLT_LOG_POSTPONED, PLT_UNKNOWN,
                     item->sequence->id, self->batch);
    }
}

/**
 * plt_report_give_back:
 * @book: the reports
 * @day: a day of it that has a report and stands in the plan
 * @batch: where to add
 *
 * Returns: %FALSE with PLT_ERROR_CONFLICT when there is no report, no day, or the plan refuses
 */
gboolean
plt_report_give_back (const PltReportBook *book,
                      const PltReportDay *day,
                      PltBatch *batch,
                      GError **error)
{
  Return self = { .book = book, .day = day, .facts = *book->facts, .batch = batch };
  gboolean done;

  if (day->report == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                         _ ("This day has no report yet. Begin it first."));
  else if (day->day == NULL || book->plan->schedule == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                         _ ("The date of this report is no shooting day of the schedule. Put the "
                            "day in the schedule, or correct the date."));
  if (day->report == NULL || day->day == NULL || book->plan->schedule == NULL)
    return FALSE;
  self.schedule = book->plan->schedule->id;
  self.changes = g_array_new (FALSE, TRUE, sizeof (PltStatusChange));
  self.facts.strips.items
      = g_memdup2 (book->facts->strips.items, book->facts->strips.n * sizeof (PltStripFacts));
  for (guint i = 0; i < day->sequences->len; i++)
    give_one (&self, &g_array_index (day->sequences, PltReportSequence, i));
  done = plt_statuses_apply (&self.facts, self.schedule,
                             (const PltStatusChange *) self.changes->data, self.changes->len, batch,
                             error);
  g_free (self.facts.strips.items);
  g_array_unref (self.changes);
  return done;
}

gboolean
plt_report_is_given (const PltReportBook *book, const PltReportDay *day)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();

  return plt_report_give_back (book, day, batch, NULL) && plt_batch_get_n_edits (batch) == 0;
}
