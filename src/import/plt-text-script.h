/* Reader of plain text that is laid out: typewritten screenplays, and what `pdftotext -layout`
 * makes of a PDF. Columns tell what a line is, as places do in a PDF (plt-placed-script.h).
 *
 * Tabs go to every eighth column; a form feed is a page break. Without form feeds the text has no
 * pages, and is laid out on some. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

/* Whether columns tell more than the marks of Fountain would: lines are broken and of one width,
 * names stand indented above speeches that are indented less, and nothing is marked as Fountain
 * does. */
gboolean plt_text_script_is_laid_out (const char *text, gsize length);

/* (transfer full): `text` is UTF-8 without NUL */
PltScript *plt_text_script_read (const char *text, gsize length);

G_END_DECLS
