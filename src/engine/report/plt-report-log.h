/* The rapport horaire while it is typed: a report is begun, and what the next line is going to be
 * is proposed from the lines before it and from the plan of the day. */
#pragma once

#include "plt-batch.h"
#include "plt-report.h"

G_BEGIN_DECLS

/* Kinds of lines beyond takes that say what became of a séquence. */
#define PLT_LOG_COMPLETE "complete"
#define PLT_LOG_DROPPED "supprimee"
#define PLT_LOG_POSTPONED "reportee"
#define PLT_LOG_RETAKE "retake"

typedef enum
{
  PLT_LOG_NEXT_TAKE,     /* of the same shot */
  PLT_LOG_NEXT_SHOT,     /* of the same séquence, take 1 */
  PLT_LOG_NEXT_SEQUENCE, /* the next of the day that nothing was said of, first shot, take 1 */
} PltLogStep;

/**
 * PltLogDraft: a line that is not written yet
 * @shot: (owned); @take: (owned); @card: (owned) ...
 */
typedef struct
{
  gint64 sequence;
  char *shot, *take, *camera, *card, *lens, *filters, *sound;
} PltLogDraft;

void plt_log_draft_clear (PltLogDraft *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltLogDraft, plt_log_draft_clear)

/* What comes next on that day. Camera, card, lens, filters and sound stay those of the last take.
 */
void plt_log_propose (const PltReportBook *book,
                      const PltReportDay *day,
                      PltLogStep step,
                      PltLogDraft *draft);
/* (transfer full): "3" to "4", "4A" to "4B", "4Z" to "4AA"; "" to "1". */
char *plt_log_next_name (const char *name);
/* (nullable): the last line of the report, or the last take of it. */
const PltLogFacts *plt_log_last (const PltFacts *facts, gint64 report, gboolean take);

/* (transfer full): the shot that a séquence goes on with, after those named on any day up to this
 * one: "1" for a séquence that none was named of. */
char *plt_log_shot_of (const PltReportBook *book, const PltReportDay *day, gint64 sequence);
/* An hour of the small night, typed as the clock shows it ("0h40") in a report that went on into
 * the evening, is that of the day after: 24h40. Others stay as they are. */
gint64 plt_log_hour (const PltFacts *facts, gint64 report, gint64 minutes);

/* The report of that day, begun by the batch when there is none: its row or its handle. The author
 * is that of the last report. */
gint64 plt_report_open (const PltReportBook *book, const PltReportDay *day, PltBatch *batch);
/* A line at the end of the report; sets go on to it. */
gint64 plt_log_add (const PltFacts *facts,
                    gint64 report,
                    const char *kind,
                    gint64 minutes,
                    gint64 sequence,
                    PltBatch *batch);

G_END_DECLS
