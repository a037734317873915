/* CSV into a table: a batch first (dry run), then a command. The reading of CSV text itself is in
 * it too.
 *
 * The first line names columns by id or title, in any order; separator ; , or tab and encoding are
 * recognised. An `id` column updates those rows; a row without id is added. All or nothing: the
 * first bad value refuses the whole with its line, column and an example. */
#pragma once

#include "plt-rows.h"

G_BEGIN_DECLS

#define PLT_CSV_MAX_BYTES (64 * 1024 * 1024)

typedef struct
{
  guint added;
  guint updated;
  guint unchanged;
} PltCsvCounts;

PltBatch *plt_csv_read (PltStore *store,
                        const PltTable *table,
                        const char *text,
                        gsize length,
                        PltCsvCounts *counts,
                        GError **error);

G_END_DECLS
