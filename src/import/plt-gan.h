/* Reader of GanttProject files (.gan, 2.x and 3.x).
 *
 * Tasks with their tree, start, duration in working days, progress, earliest begin; links of the
 * four kinds with their lag; the one calendar: days off of the week, holidays with a year or of
 * every year, days worked all the same. A milestone of GanttProject is at the beginning of its day,
 * unless the property that Plateau writes along says that it closes it.
 * A task that waits for no other one starts no earlier than where the file has it, since nothing
 * else says when; one that is under way or done keeps its start. Notes, those who work and on what,
 * the first baseline, and the team where the file has a column of that name.
 *
 * Source: files of GanttProject 3.0 and its source on GitHub: a <depend> is in the first task and
 * names the second one; types 1 SS, 2 FS, 3 FF, 4 SF. */
#pragma once

#include "plt-gan-stone.h"
#include "plt-network-project.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): PLT_ERROR_INVALID, _DAMAGED or _TOO_BIG */
PltNetworkProject *plt_gan_read (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
