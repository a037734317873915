/* The cells of a workbook as a reader that does not calculate sees them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *place;   /* "H11" */
  char *formula; /* (nullable): without "=" */
  char *value;   /* as in the file, texts resolved */
  gboolean is_text;
  char *number_format; /* (nullable): when it is not the general one */
} XlsxCell;

/* (transfer full) (element-type utf8): names of the sheets, in order. */
GPtrArray *xlsx_sheet_names (GHashTable *parts);
/* (transfer full) (element-type XlsxCell): cells that hold something, `sheet` from 1. */
GPtrArray *xlsx_cells (GHashTable *parts, guint sheet);
const XlsxCell *xlsx_cell (const GPtrArray *cells, const char *place);

G_END_DECLS
