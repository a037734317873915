/* A document as a text file: UTF-8, tables drawn with bars. See plt-document-dump.h. */
#pragma once

#include "plt-document.h"

G_BEGIN_DECLS

gboolean plt_text_write_document (const PltDocument *document, const char *path, GError **error);

G_END_DECLS
