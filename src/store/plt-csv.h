/* CSV as text: cells in, cells out. What the cells mean is plt-csv-import.h and plt-csv-export.h.
 *
 * Records end with LF, CRLF or CR. A cell in double quotes may hold separators, line ends and
 * quotes written twice. Empty lines are not records. The separator is the one of ; , and tab that
 * is most frequent in the first line, or what a first line "sep=;" says. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PltCsvReader PltCsvReader;

PltCsvReader *plt_csv_reader_new (const char *text); /* valid UTF-8, borrowed */
/* The same, where the caller knows the separator; a first line "sep=;" is passed over. */
PltCsvReader *plt_csv_reader_new_separated (const char *text, char separator);
void plt_csv_reader_free (PltCsvReader *self);
char plt_csv_reader_get_separator (PltCsvReader *self);
/* Reads one record into `cells` (element-type utf8, emptied first); `line` is where it begins,
 * from 1. FALSE at the end, or with PLT_ERROR_INVALID. */
gboolean plt_csv_reader_next (PltCsvReader *self, GPtrArray *cells, guint *line, GError **error);

/* Appends a cell, quoted where it must be. */
void plt_csv_append_cell (GString *csv, const char *cell, char separator);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltCsvReader, plt_csv_reader_free)

G_END_DECLS
