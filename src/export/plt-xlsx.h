/* A document as a workbook that stays alive.
 *
 * - One sheet a table, named like it. The blocks that stand before a table stand above it on its
 *   sheet; the first sheet begins with the title block; what follows the last table stands below
 * it.
 * - Figures are figures: money in euros with two decimals, rates as fractions, dates as dates,
 * clock times and film lengths as fractions of a day, eighths as pages. A text is always a text,
 * however it begins.
 * - Formulas are written with our own value beside them, so that a reader that does not calculate
 *   shows what the paper shows.
 * - The same document gives the same bytes: the only date inside is the one of the edition.
 *
 * Main thread or any other: nothing is shared. The locale of the process is not looked at. */
#pragma once

#include "plt-document.h"

G_BEGIN_DECLS

/* FALSE with one sentence and `path` as it was when it cannot be written. */
gboolean plt_xlsx_write (const PltDocument *document, const char *path, GError **error);

G_END_DECLS
