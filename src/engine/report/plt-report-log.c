#include "plt-report-log.h"

#include <string.h>

#define GAP 1024
#define DAY 1440
#define SMALL_NIGHT (6 * 60) /* until when an hour may be of the night after */
#define EVENING (18 * 60)    /* from when on a day may go past midnight */

void
plt_log_draft_clear (PltLogDraft *self)
{
  g_free (self->shot);
  g_free (self->take);
  g_free (self->camera);
  g_free (self->card);
  g_free (self->lens);
  g_free (self->filters);
  g_free (self->sound);
  *self = (PltLogDraft){ 0 };
}

char *
plt_log_next_name (const char *name)
{
  gsize length = strlen (name), figures = length, letters = length;
  g_autoptr (GString) next = NULL;

  while (figures > 0 && g_ascii_isdigit (name[figures - 1]))
    figures--;
  if (length == 0)
    return g_strdup ("1");
  if (figures < length)
    {
      guint64 number = g_ascii_strtoull (name + figures, NULL, 10);

      if (number >= G_MAXINT32)
        return g_strdup (name);
      return g_strdup_printf ("%.*s%u", (int) figures, name, (guint) number + 1);
    }
  while (letters > 0 && g_ascii_isalpha (name[letters - 1]))
    letters--;
  if (letters == length)
    return g_strconcat (name, "2", NULL);
  next = g_string_new (name);
  for (gsize i = length; i > letters; i--)
    {
      if (g_ascii_toupper (name[i - 1]) != 'Z')
        {
          next->str[i - 1]++;
          return g_string_free (g_steal_pointer (&next), FALSE);
        }
      next->str[i - 1] = name[i - 1] == 'Z' ? 'A' : 'a';
    }
  g_string_insert_c (next, (gssize) letters, next->str[letters]);
  return g_string_free (g_steal_pointer (&next), FALSE);
}

const PltLogFacts *
plt_log_last (const PltFacts *facts, gint64 report, gboolean take)
{
  for (guint i = facts->log.n; i > 0; i--)
    {
      const PltLogFacts *line = &facts->log.items[i - 1];

      if (line->day_report == report && (!take || strcmp (line->kind, "prise") == 0))
        return line;
    }
  return NULL;
}

/* The last shot that was named for a séquence, on any day up to this one; "" for none. */
static const char *
last_shot (const PltReportBook *book, const PltReportDay *day, gint64 sequence)
{
  const char *last = "";

  for (guint i = 0; i < book->days->len; i++)
    {
      const PltReportDay *other = book->days->pdata[i];

      for (guint j = 0; other->report != NULL && j < book->facts->log.n; j++)
        {
          const PltLogFacts *line = &book->facts->log.items[j];

          if (line->day_report == other->report->id && line->sequence == sequence
              && strcmp (line->kind, "prise") == 0 && *line->shot != '\0')
            last = line->shot;
        }
      if (other == day)
        break;
    }
  return last;
}

char *
plt_log_shot_of (const PltReportBook *book, const PltReportDay *day, gint64 sequence)
{
  return plt_log_next_name (last_shot (book, day, sequence));
}

gint64
plt_log_hour (const PltFacts *facts, gint64 report, gint64 minutes)
{
  gint64 first = PLT_UNKNOWN, last = PLT_UNKNOWN;

  if (report == 0 || minutes == PLT_UNKNOWN || minutes >= SMALL_NIGHT)
    return minutes;
  for (guint i = 0; i < facts->log.n; i++)
    {
      gint64 hour = facts->log.items[i].start_minutes;

      if (facts->log.items[i].day_report != report || hour == PLT_UNKNOWN)
        continue;
      first = first == PLT_UNKNOWN ? hour : MIN (first, hour);
      last = last == PLT_UNKNOWN ? hour : MAX (last, hour);
    }
  return last != PLT_UNKNOWN && last >= EVENING && minutes < first ? minutes + DAY : minutes;
}

static gboolean
was_named (const PltFacts *facts, const PltReportDay *day, gint64 sequence)
{
  for (guint i = 0; day->report != NULL && i < facts->log.n; i++)
    if (facts->log.items[i].day_report == day->report->id
        && facts->log.items[i].sequence == sequence)
      return TRUE;
  return FALSE;
}

/* The first one of the day after `present` that the log does not name, else the first one before
 * it; 0 for none. */
static gint64
next_sequence (const PltReportBook *book, const PltReportDay *day, gint64 present)
{
  gint64 first = 0;
  gboolean passed = present == 0;

  for (guint i = 0; day->day != NULL && i < day->day->strips->len; i++)
    {
      const PltStripFacts *strip = day->day->strips->pdata[i];

      if (strip->sequence != 0 && !was_named (book->facts, day, strip->sequence))
        {
          if (passed)
            return strip->sequence;
          first = first == 0 ? strip->sequence : first;
        }
      passed = passed || strip->sequence == present;
    }
  return first;
}

/**
 * plt_log_propose:
 * @draft: (out caller-allocates): to be cleared
 */
void
plt_log_propose (const PltReportBook *book,
                 const PltReportDay *day,
                 PltLogStep step,
                 PltLogDraft *draft)
{
  const PltLogFacts *last
      = day->report != NULL ? plt_log_last (book->facts, day->report->id, TRUE) : NULL;
  gint64 next = 0;

  *draft = (PltLogDraft){ 0 };
  draft->camera = g_strdup (last != NULL ? last->camera : "");
  draft->card = g_strdup (last != NULL ? last->card : "");
  draft->lens = g_strdup (last != NULL ? last->lens : "");
  draft->filters = g_strdup (last != NULL ? last->filters : "");
  draft->sound = g_strdup (last != NULL ? last->sound : "");
  draft->sequence = last != NULL ? last->sequence : 0;
  if (last == NULL || step == PLT_LOG_NEXT_SEQUENCE)
    {
      next = next_sequence (book, day, draft->sequence);
      draft->sequence = next != 0 ? next : draft->sequence;
    }
  if (next == 0 && last != NULL && step == PLT_LOG_NEXT_TAKE)
    {
      draft->shot = g_strdup (last->shot);
      draft->take = plt_log_next_name (last->take);
      return;
    }
  draft->shot = plt_log_shot_of (book, day, draft->sequence);
  draft->take = g_strdup ("1");
}

gint64
plt_report_open (const PltReportBook *book, const PltReportDay *day, PltBatch *batch)
{
  const PltFacts *facts = book->facts;
  gint64 handle;

  if (day->report != NULL)
    return day->report->id;
  handle = plt_batch_insert (batch, "day_report");
  if (day->date != PLT_DATE_NONE)
    plt_batch_set_date (batch, "date", day->date);
  plt_batch_set_integer (batch, "unit", day->unit);
  plt_batch_set_text (batch, "status", "en-cours");
  if (day->day != NULL)
    plt_batch_set_integer (batch, "day", day->day->day->id);
  if (facts->reports.n > 0 && *facts->reports.items[facts->reports.n - 1].author != '\0')
    plt_batch_set_text (batch, "author", facts->reports.items[facts->reports.n - 1].author);
  return handle;
}

gint64
plt_log_add (const PltFacts *facts,
             gint64 report,
             const char *kind,
             gint64 minutes,
             gint64 sequence,
             PltBatch *batch)
{
  gint64 position = 0, handle;

  for (guint i = 0; i < facts->log.n; i++)
    if (facts->log.items[i].day_report == report && facts->log.items[i].position != PLT_UNKNOWN)
      position = MAX (position, facts->log.items[i].position);
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++) /* and those of this batch */
    position += strcmp (plt_batch_get_edit (batch, i)->table->id, "log_entry") == 0 ? GAP : 0;
  handle = plt_batch_insert (batch, "log_entry");
  plt_batch_set_integer (batch, "day_report", report);
  plt_batch_set_integer (batch, "position", position + GAP);
  plt_batch_set_text (batch, "kind", kind);
  if (minutes != PLT_UNKNOWN)
    plt_batch_set_integer (batch, "start_minutes", minutes);
  if (sequence != 0)
    plt_batch_set_integer (batch, "sequence", sequence);
  return handle;
}
