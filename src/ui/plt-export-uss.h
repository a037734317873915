/* "Export for Other Scheduling Programs": the dépouillement and the version of the plan that is
 * looked at, as a file of the Universal Schedule Standard that the user names. */
#pragma once

#include "plt-window.h"

G_BEGIN_DECLS

void plt_export_uss_present (PltWindow *window);

G_END_DECLS
