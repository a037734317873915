/* Reader of MS Project XML (MSPDI, of Project 2003 and later, and of the programs that write it).
 *
 * Tasks with their outline, durations (elapsed ones are calendar days), links with lag,
 * constraints, deadlines, progress and real dates, notes, the team where the file has a column of
 * that name, the first baseline; those who work, and on what; base calendars with their exceptions
 * and the weeks that are others for a while. A task that is planned by hand is locked, one that is
 * inactive is left out. What lasts part of a day lasts a whole one, what has no duration lasts from
 * its start to its finish, a lag is rounded to days: days are what a rétroplanning counts. Material
 * is not read; a remark says so.
 *
 * Source: the published schema mspdi_pj12.xsd: LinkLag is in tenths of minutes, type 0 is FF, 1 FS,
 * 2 SF, 3 SS; formats of duration 8, 10 and 12 are elapsed. */
#pragma once

#include "plt-network-project.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): PLT_ERROR_INVALID, _DAMAGED or _TOO_BIG */
PltNetworkProject *
plt_mspdi_read (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
