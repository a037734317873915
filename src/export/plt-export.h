/* Writing a document in the format its file name asks for. PDF and PNG are ink: see render. */
#pragma once

#include "plt-document.h"

G_BEGIN_DECLS

/* Whether plt_export_write() knows the ending of `path`: .xlsx, .csv, .txt or .ics, in any case. */
gboolean plt_export_knows (const char *path);
gboolean plt_export_write (const PltDocument *document, const char *path, GError **error);

G_END_DECLS
