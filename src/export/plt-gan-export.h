/* A rétroplanning as a GanttProject file (.gan).
 *
 * GanttProject knows one calendar, working days and the beginning of a day: the first calendar is
 * written, a duration in calendar days as the working days between its dates, a lag in calendar
 * days as five for seven. Of constraints it has "starts no earlier than". Dates are those of
 * `planned`. The same project gives the same bytes.
 *
 * Source: files of GanttProject 3.0 and its source on GitHub. */
#pragma once

#include "plt-network-project.h"

G_BEGIN_DECLS

char *plt_gan_export_format (const PltNetworkProject *project); /* (transfer full) */

G_END_DECLS
