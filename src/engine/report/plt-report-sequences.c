/* What became of the séquences of a day. */
#include <string.h>

#include "plt-report-private.h"
#include "plt-statuses.h"

static gboolean
is_kind (const PltLogFacts *line, const char *kind)
{
  return strcmp (line->kind, kind) == 0;
}

PltReportPast *
plt_report_past_of (GHashTable *past, gint64 sequence)
{
  PltReportPast *self = g_hash_table_lookup (past, PLT_ID_TO_POINTER (sequence));

  if (self == NULL)
    {
      self = g_new0 (PltReportPast, 1);
      self->shots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (past, PLT_ID_TO_POINTER (sequence), self);
    }
  return self;
}

static PltReportSequence *
find (PltReportDay *day, gint64 sequence)
{
  for (guint i = 0; i < day->sequences->len; i++)
    {
      PltReportSequence *item = &g_array_index (day->sequences, PltReportSequence, i);

      if (item->sequence->id == sequence)
        return item;
    }
  return NULL;
}

static PltReportSequence *
take (const PltFacts *facts, PltReportDay *day, gint64 sequence)
{
  const PltSequenceFacts *row = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequence);
  PltReportSequence *item = row != NULL ? find (day, sequence) : NULL;
  PltReportSequence fresh = { .sequence = row,
                              .first_minutes = PLT_UNKNOWN,
                              .last_minutes = PLT_UNKNOWN,
                              .useful_seconds = PLT_UNKNOWN };

  if (row == NULL || item != NULL)
    return item;
  fresh.seconds = plt_sequence_seconds (row);
  fresh.planned_shots = row->planned_shots != PLT_UNKNOWN ? row->planned_shots : row->shots;
  g_array_append_val (day->sequences, fresh);
  return &g_array_index (day->sequences, PltReportSequence, day->sequences->len - 1);
}

static void
take_strips (const PltFacts *facts, PltReportDay *day)
{
  for (guint i = 0; day->day != NULL && i < day->day->strips->len; i++)
    {
      const PltStripFacts *strip = day->day->strips->pdata[i];
      PltReportSequence *item = take (facts, day, strip->sequence);

      if (item == NULL)
        continue;
      item->planned = TRUE;
      if (item->strip == NULL)
        item->strip = strip;
      item->retake = item->retake || plt_strip_is_retake (strip);
    }
}

/* The longest kept take of a shot, in the hash shot -> seconds + 1. */
static void
keep_longest (GHashTable *lengths, const PltLogFacts *line)
{
  gint64 seconds = line->take_seconds;
  gint64 before;

  if (!line->kept || seconds == PLT_UNKNOWN)
    return;
  before = (gint64) GPOINTER_TO_SIZE (g_hash_table_lookup (lengths, line->shot));
  if (seconds + 1 > before)
    g_hash_table_insert (lengths, (gpointer) line->shot, GSIZE_TO_POINTER ((gsize) (seconds + 1)));
}

static void
read_take (PltReportSequence *item, const PltLogFacts *line, PltReportPast *past)
{
  item->takes++;
  item->kept += line->kept != FALSE;
  if (line->kept && !g_hash_table_contains (past->shots, line->shot))
    {
      g_hash_table_add (past->shots, g_strdup (line->shot));
      item->shots++;
    }
  if (line->start_minutes == PLT_UNKNOWN)
    return;
  if (item->first_minutes == PLT_UNKNOWN || line->start_minutes < item->first_minutes)
    item->first_minutes = line->start_minutes;
  if (item->last_minutes == PLT_UNKNOWN || line->start_minutes > item->last_minutes)
    item->last_minutes = line->start_minutes;
}

typedef struct
{
  gboolean complete, dropped, postponed;
} Said;

static Said
read_lines (const PltFacts *facts,
            const PltReportDay *day,
            PltReportSequence *item,
            PltReportPast *past)
{
  g_autoptr (GHashTable) lengths = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;
  Said said = { FALSE, FALSE, FALSE };

  item->shots_before = g_hash_table_size (past->shots);
  for (guint i = 0; day->report != NULL && i < facts->log.n; i++)
    {
      const PltLogFacts *line = &facts->log.items[i];

      if (line->day_report != day->report->id || line->sequence != item->sequence->id)
        continue;
      if (is_kind (line, "prise"))
        {
          read_take (item, line, past);
          keep_longest (lengths, line);
          continue;
        }
      item->explained = TRUE;
      said.complete = said.complete || is_kind (line, "complete");
      said.dropped = said.dropped || is_kind (line, "supprimee");
      said.postponed = said.postponed || is_kind (line, "reportee");
      item->planned = item->planned || is_kind (line, "supprimee") || is_kind (line, "reportee");
      item->again = item->again || is_kind (line, "retake");
    }
  g_hash_table_iter_init (&iter, lengths);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    item->kept_seconds += (gint64) GPOINTER_TO_SIZE (value) - 1;
  return said;
}

/* Of a séquence cut in parts: is another part in the pool, or on a later day? */
static gboolean
has_later_part (const PltFacts *facts, const PltStripFacts *strip)
{
  const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, strip->day);

  for (guint i = 0; day != NULL && i < facts->strips.n; i++)
    {
      const PltStripFacts *other = &facts->strips.items[i];
      const PltDayFacts *later = PLT_FACTS_FIND (facts->days, PltDayFacts, other->day);

      if (other->sequence == strip->sequence && other->schedule == strip->schedule
          && !plt_strip_is_retake (other) && other != strip
          && (later == NULL || later->position > day->position))
        return TRUE;
    }
  return FALSE;
}

/* Nothing in the log: what somebody said of the strip counts. */
static PltReportState
state_of_strip (const PltFacts *facts, const PltReportSequence *item)
{
  const char *shot = item->strip != NULL && item->strip->shot != NULL ? item->strip->shot : "";

  if (strcmp (shot, "tournee") == 0)
    return !item->retake && has_later_part (facts, item->strip) ? PLT_REPORT_PARTLY
                                                                : PLT_REPORT_COMPLETE;
  return strcmp (shot, "partielle") == 0 ? PLT_REPORT_PARTLY : PLT_REPORT_NOT_SHOT;
}

static PltReportState
state_of (const PltFacts *facts, const PltReportSequence *item, const Said *said)
{
  gint64 made = (gint64) item->shots_before + item->shots;
  PltReportState strip = state_of_strip (facts, item);

  if (said->complete || strip == PLT_REPORT_COMPLETE)
    return PLT_REPORT_COMPLETE;
  if (item->kept > 0
      && (item->retake
          || (item->planned_shots != PLT_UNKNOWN && item->planned_shots > 0
              && made >= item->planned_shots)))
    return PLT_REPORT_COMPLETE;
  if (item->takes > 0)
    return PLT_REPORT_PARTLY;
  if (said->dropped)
    return PLT_REPORT_DROPPED;
  return said->postponed ? PLT_REPORT_POSTPONED : strip;
}

/* Shots that only the plan knows of. */
static void
read_strip (PltReportSequence *item, PltReportPast *past)
{
  if (item->strip == NULL || item->takes > 0)
    return;
  for (gint64 n = 0;
       item->strip->shots_done != PLT_UNKNOWN && n < item->strip->shots_done && n < G_MAXINT16; n++)
    {
      g_hash_table_add (past->shots, g_strdup_printf ("\001%u", g_hash_table_size (past->shots)));
      item->shots++;
    }
}

static void
count_seconds (PltReportSequence *item, PltReportPast *past)
{
  gint64 made = (gint64) item->shots_before + item->shots;
  gint64 reached = past->counted;

  if (item->seconds != PLT_UNKNOWN && item->state == PLT_REPORT_COMPLETE)
    reached = item->seconds;
  else if (item->seconds != PLT_UNKNOWN && item->state == PLT_REPORT_PARTLY
           && item->planned_shots != PLT_UNKNOWN && item->planned_shots > 0)
    reached = item->seconds * MIN (made, item->planned_shots) / item->planned_shots;
  reached = MAX (reached, past->counted);
  item->shot_seconds = reached - past->counted;
  past->counted = reached;
  past->complete = past->complete || item->state == PLT_REPORT_COMPLETE;
}

void
plt_report_fill_sequences (const PltFacts *facts, PltReportDay *day, GHashTable *past)
{
  take_strips (facts, day);
  for (guint i = 0; day->report != NULL && i < facts->log.n; i++)
    if (facts->log.items[i].day_report == day->report->id)
      take (facts, day, facts->log.items[i].sequence);
  for (guint i = 0; i < day->sequences->len; i++)
    {
      PltReportSequence *item = &g_array_index (day->sequences, PltReportSequence, i);
      PltReportPast *before = plt_report_past_of (past, item->sequence->id);
      Said said;

      item->retake = item->retake || before->complete;
      said = read_lines (facts, day, item, before);
      read_strip (item, before);
      item->state = state_of (facts, item, &said);
      if (item->strip != NULL && item->strip->useful_seconds != PLT_UNKNOWN)
        item->useful_seconds = item->strip->useful_seconds;
      else if (item->kept_seconds > 0 && item->planned_shots == 1)
        item->useful_seconds = item->kept_seconds;
      count_seconds (item, before);
      for (guint j = 0; j < facts->incidents.n; j++)
        item->explained = item->explained
                          || (facts->incidents.items[j].sequence == item->sequence->id
                              && facts->incidents.items[j].date == day->date);
    }
}
