/* "Reporter au plan": what the report says of the séquences of a day, given back to the plan de
 * travail as edits of one batch.
 *
 * Strips get their status, the shots made and, where nobody typed it, the useful length. A séquence
 * that was shot without standing on the day is put on it. Of what was shot in part, a strip for the
 * rest goes to the pool: its time in proportion to the shots that are left where their number is
 * known, else the time of the whole. What was not shot goes back to the pool once the report is
 * finished, and a line of the log remembers that it stood on that day; a séquence to be shot again
 * gets one more strip, a dropped one loses those it has. Giving back a second time changes nothing.
 */
#pragma once

#include "plt-batch.h"
#include "plt-report.h"

G_BEGIN_DECLS

/* FALSE with a sentence when the plan refuses; the batch is then to be thrown away. An empty batch
 * says that the plan knows it all. */
gboolean plt_report_give_back (const PltReportBook *book,
                               const PltReportDay *day,
                               PltBatch *batch,
                               GError **error);
/* Does the plan know all that this day's report says? */
gboolean plt_report_is_given (const PltReportBook *book, const PltReportDay *day);

G_END_DECLS
