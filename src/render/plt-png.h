/* Documents as images. */
#pragma once

#include <glib.h>

#include "plt-document.h"

G_BEGIN_DECLS

#define PLT_PNG_ALL_PAGES -1

gboolean
plt_png_write (const PltDocument *doc, int page, double dpi, const char *path, GError **error);

G_END_DECLS
