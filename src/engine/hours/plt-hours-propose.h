/* Hours made from what is known: planned from the feuille de service (else from the plan), then
 * corrected with the report of the day. As edits of one batch; what is the same already is not
 * written, so that proposing twice changes nothing.
 *
 * From the sheet, each person who is called gets a row: pick-up, arrival (else PAT), meal of the
 * sheet (else as long as a meal usually is), his own end, else that of the sheet. From the report,
 * the real meal and wrap replace the planned ones; who was to be released before the wrap of the
 * sheet keeps that hour, unless the wrap came before it; the real crew call is that of those who
 * were called with the crew; the hours at which a child came and left are in the log.
 *
 * Hours that were typed stay. A row that is approved or signed is left alone; one that was
 * corrected goes back to what was planned only when asked for `again`. */
#pragma once

#include "plt-batch.h"
#include "plt-hours.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_HOURS_FROM_SHEET,
  PLT_HOURS_FROM_REPORT,
} PltHoursSource;

/**
 * plt_hours_propose:
 * @day: a shooting day
 * @people: (nullable) (array length=n_people): only these
 *
 * Returns: how many rows are added or changed; 0 also without a sheet, a plan or a report to read
 */
guint plt_hours_propose (const PltFacts *facts,
                         const PltPlan *plan,
                         gint64 day,
                         PltHoursSource source,
                         gboolean again,
                         const gint64 *people,
                         guint n_people,
                         PltBatch *batch);
/* (nullable): the report of a shooting day: its own, else that of its date and unit. */
const PltReportFacts *plt_hours_report (const PltFacts *facts, const PltDayFacts *day);

/**
 * plt_hours_type:
 * @column: of work_hours
 * @value: %PLT_UNKNOWN empties it
 *
 * What somebody typed: it is marked so, and a planned row is a corrected one from then on. Emptying
 * takes the mark away.
 *
 * Returns: FALSE with a sentence for a row that is approved or signed
 */
gboolean plt_hours_type (
    const PltHoursFacts *row, const char *column, gint64 value, PltBatch *batch, GError **error);
/* How many rows change. Towards "signe" a row that cannot be counted is refused with a sentence;
 * `today` is the day of the signature. Backwards is the explicit step that opens a row again. */
gboolean plt_hours_set_state (const PltHoursFacts *const *rows,
                              guint n_rows,
                              PltHoursState state,
                              PltDate today,
                              PltBatch *batch,
                              GError **error);

G_END_DECLS
