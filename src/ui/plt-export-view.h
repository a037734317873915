/* "Export this view": the document of the view that is shown, to a file the user names. */
#pragma once

#include "plt-window.h"

G_BEGIN_DECLS

/* `format`: "xlsx", "csv" or "pdf". */
void plt_export_view_present (PltWindow *window, const char *format);

G_END_DECLS
