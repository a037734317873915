/* Shared by the reading and the writing of rows as CSV.
 *
 * A text that begins with = + - or @ is run as a formula by a spreadsheet. An apostrophe before it
 * prevents that. So that the apostrophe can be taken off again, one that was there already is
 * doubled: what stands before = + - @ always has one apostrophe more in the file than in the
 * production, or, without PLT_CSV_SAFE, none when it has none. */
#pragma once

#include "plt-rows-private.h"

G_BEGIN_DECLS

/* Text that could be taken for a formula: not numbers, dates, yes and no. */
gboolean plt_csv_can_be_formula (const PltColumn *column);
/* Apostrophes, then = + - or @. */
gboolean plt_csv_looks_guarded (const char *text);
/* The text of a cell as plt_csv_write() gives it without PLT_CSV_SAFE. */
char *plt_csv_format (PltStore *store, const PltColumn *column, const PltValue *value);

G_END_DECLS
