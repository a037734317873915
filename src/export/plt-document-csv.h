/* One table of a document as CSV, for other programs.
 *
 * UTF-8 with a byte-order mark, ";" between fields, CRLF, as French spreadsheets open it by
 * themselves. The first line holds the ids of the columns. Values are written as they are typed:
 * "1234,56", "15,5 %", "18/11/2026", so that a register can be read back. A document without a
 * table gives its fields and paragraphs, each with its heading. A text that a spreadsheet
 * would take for a formula is given an apostrophe first.
 */
#pragma once

#include "plt-document.h"

G_BEGIN_DECLS

/* (transfer full) (nullable) */
char *plt_csv_format_document (const PltDocument *document, const char *table, GError **error);
gboolean plt_csv_write_document (const PltDocument *document,
                                 const char *table,
                                 const char *path,
                                 GError **error);

G_END_DECLS
