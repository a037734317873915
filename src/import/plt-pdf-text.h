/* The pieces of a PDF with their places. Private to the reader. Poppler is loaded at run time. */
#pragma once

#include "plt-placed-text.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) */
PltPlacedText *
plt_pdf_text_load (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
