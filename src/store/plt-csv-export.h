/* Rows as CSV, such that plt_csv_read() reads them back to the same values. */
#pragma once

#include "plt-rows.h"

G_BEGIN_DECLS

/**
 * PltCsvFlags:
 * @PLT_CSV_BOM: begins with a byte-order mark, by which spreadsheets recognise UTF-8
 * @PLT_CSV_SAFE: a text that a spreadsheet would run as a formula gets an apostrophe before it
 * @PLT_CSV_TITLES: the first line has the titles of the columns, translated, instead of their ids
 */
typedef enum
{
  PLT_CSV_NORMAL = 0,
  PLT_CSV_BOM = 1 << 0,
  PLT_CSV_SAFE = 1 << 1,
  PLT_CSV_TITLES = 1 << 2,
} PltCsvFlags;

/* ids (nullable): all rows in the default order. columns (nullable): ids by comma, "id" among them
 * or not; by default "id" and all columns. */
char *plt_csv_write (PltStore *store,
                     const PltTable *table,
                     const GArray *ids,
                     const char *columns,
                     PltCsvFlags flags,
                     GError **error);

G_END_DECLS
