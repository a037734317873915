/* A rétroplanning as MS Project XML (MSPDI), for MS Project, ProjectLibre and whatever reads it.
 *
 * Days are 8 hours, from 8 to 12 and from 13 to 17; calendar days are elapsed ones. A locked task
 * is planned by hand, what is done has real dates. The dates written are those of `planned`. A
 * group has neither duration nor date of its own. The same project gives the same bytes.
 *
 * Source: the published schema mspdi_pj12.xsd. */
#pragma once

#include "plt-network-project.h"

G_BEGIN_DECLS

char *plt_mspdi_export_format (const PltNetworkProject *project); /* (transfer full) */

G_END_DECLS
