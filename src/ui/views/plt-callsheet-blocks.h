/* The blocks of the form of a feuille de service, in the order of the paper. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLT_SHEET_BLOCK_FIELDS,
  PLT_SHEET_BLOCK_SEQUENCES, /* of the plan: only to be read */
  PLT_SHEET_BLOCK_CAST,
  PLT_SHEET_BLOCK_BACKGROUND,
  PLT_SHEET_BLOCK_CREW,
  PLT_SHEET_BLOCK_NEEDS,
  PLT_SHEET_BLOCK_DELIVERIES,
} PltBlockPart;

/**
 * PltCallsheetBlock:
 * @id: names it
 * @title: N_() msgid
 * @part: what it ends with; PLT_SHEET_BLOCK_FIELDS: nothing
 * @always: open even when nothing is filled in
 * @rows: (nullable): columns of call_sheet, "a,b;c": a row ends with ";"
 */
typedef struct
{
  const char *id;
  const char *title;
  PltBlockPart part;
  gboolean always;
  const char *rows;
} PltCallsheetBlock;

const PltCallsheetBlock *plt_callsheet_blocks (guint *n);
/* Whether that column stands in it. */
gboolean plt_callsheet_block_has (const PltCallsheetBlock *block, const char *column);

/**
 * PltCallsheetTable: how a table of the form is shown
 * @table: its id
 * @group: (nullable): of the calls
 * @order: (nullable): of the rows
 * @columns: ids by comma
 * @layout: widths, as plt_grid_set_layout() reads them
 */
typedef struct
{
  const char *table, *group, *order, *columns, *layout;
} PltCallsheetTable;

const PltCallsheetTable *plt_callsheet_table (PltBlockPart part); /* NULL: no table */

G_END_DECLS
