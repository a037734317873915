/* Documents as PDF.
 *
 * Text is selectable, fonts are embedded, headings make the outline, and the structure (headings,
 * paragraphs, tables, rows, cells) is tagged. Metadata: title, company as author, production and
 * subtitle as subject, the date of the edition as date of creation, so that the same document gives
 * the same bytes. Tables of very many cells are tagged by row, which keeps the file small. */
#pragma once

#include <glib.h>

#include "plt-document.h"

G_BEGIN_DECLS

gboolean plt_pdf_write (const PltDocument *doc, const char *path, GError **error);
GBytes *plt_pdf_to_bytes (const PltDocument *doc, GError **error);

G_END_DECLS
