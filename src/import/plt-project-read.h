/* Reader of the plans of other programs: MS Project XML or GanttProject, told apart by what is in
 * the file, not by its name. */
#pragma once

#include "plt-network-project.h"

G_BEGIN_DECLS

#define PLT_PROJECT_MAX_BYTES (64 * 1024 * 1024)

/* `name` is for the sentences. (transfer full) (nullable): PLT_ERROR_INVALID, _DAMAGED, _TOO_BIG */
PltNetworkProject *
plt_project_read (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
