/* A rétroplanning as a GanttProject file (.gan).
 *
 * GanttProject knows one calendar, working days and the beginning of a day: the first calendar is
 * written, a duration in calendar days as the working days between its dates, a lag in calendar
 * days as five for seven. Of constraints it has "starts no earlier than". Dates are those of
 * `planned`. A milestone that closes its day stands on that day, and a property says that it does
 * (plt-gan-stone.h). The same project gives the same bytes.
 *
 * Source: files of GanttProject 3.0 and its source on GitHub. */
#pragma once

#include "plt-gan-stone.h"
#include "plt-network-project.h"

G_BEGIN_DECLS

char *plt_gan_export_format (const PltNetworkProject *project); /* (transfer full) */

/* Adds to the remarks what GanttProject has no place for. */
void plt_gan_export_add_remarks (PltNetworkProject *project);

G_END_DECLS
