#include "plt-table-export.h"

#include <string.h>

#include "plt-facts.h"
#include "plt-number.h"

#define QUANTITY_SCALE 3
#define COORDINATE_SCALE 6
#define POINTS_OF_SIGN 5.5
#define A4_WIDTH 523.0 /* points inside the margins */
#define A4_LENGTH 770.0

const char **
plt_table_export_default_columns (const PltTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  GPtrArray *ids = g_ptr_array_new ();
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (!(column->flags & PLT_COLUMN_HIDDEN))
      g_ptr_array_add (ids, (gpointer) column->id);
  g_ptr_array_add (ids, NULL);
  return (const char **) g_ptr_array_free (ids, FALSE);
}

/* Signs a column is given on paper: what its type needs, or what the table asks for. */
static guint
column_signs (const PltColumn *column)
{
  if (column->width > 0)
    return column->width;
  switch (column->type)
    {
    case PLT_COLUMN_LONG_TEXT:
      return 32;
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_CHOICE:
    case PLT_COLUMN_FLAGS:
    case PLT_COLUMN_REFERENCE:
    case PLT_COLUMN_FILE:
      return 16;
    case PLT_COLUMN_MONEY:
    case PLT_COLUMN_FORMULA:
    case PLT_COLUMN_COORDINATE:
      return 12;
    case PLT_COLUMN_DATE:
      return 10;
    case PLT_COLUMN_INTEGER:
    case PLT_COLUMN_BOOLEAN:
    case PLT_COLUMN_RATE:
    case PLT_COLUMN_QUANTITY:
    case PLT_COLUMN_CLOCK:
    case PLT_COLUMN_DURATION:
    case PLT_COLUMN_SECONDS:
    case PLT_COLUMN_EIGHTHS:
      return 8;
    }
  g_return_val_if_reached (8);
}

/* Texts share what figures leave: a figure is never cut. */
static PltDocColumn
document_column (const PltColumn *column)
{
  double points = column_signs (column) * POINTS_OF_SIGN;
  gboolean fixed = plt_column_is_number (column) || column->type == PLT_COLUMN_DATE
                   || column->type == PLT_COLUMN_BOOLEAN;
  return (PltDocColumn){
    .title = plt_column_title (column),
    .id = column->id,
    .width = fixed ? points : 0,
    .weight = fixed ? 0 : points,
    .min = fixed ? 0 : MIN (points, 48),
  };
}

static gint64
value_number (const PltValue *value)
{
  return value->kind == PLT_VALUE_INTEGER ? value->integer : PLT_UNKNOWN;
}

static PltDocCell *
add_formula (PltDocTable *out, const PltValue *value)
{
  const char *text = plt_value_get_text (value);
  gint64 number;
  if (text[0] != '\0' && plt_number_parse (text, QUANTITY_SCALE, &number, NULL))
    return plt_doc_table_number (out, number, QUANTITY_SCALE);
  return plt_doc_table_text (out, text);
}

static PltDocCell *
add_value (PltDocTable *out, const PltColumn *column, const PltValue *value, const char *label)
{
  switch (column->type)
    {
    case PLT_COLUMN_INTEGER:
      return plt_doc_table_number (out, value_number (value), 0);
    case PLT_COLUMN_MONEY:
      return plt_doc_table_money (out, value_number (value));
    case PLT_COLUMN_RATE:
      return plt_doc_table_rate (out, value_number (value));
    case PLT_COLUMN_QUANTITY:
      return plt_doc_table_number (out, value_number (value), QUANTITY_SCALE);
    case PLT_COLUMN_COORDINATE:
      return plt_doc_table_number (out, value_number (value), COORDINATE_SCALE);
    case PLT_COLUMN_CLOCK:
    case PLT_COLUMN_DURATION:
      return plt_doc_table_clock (out, value_number (value));
    case PLT_COLUMN_SECONDS:
      return plt_doc_table_seconds (out, value_number (value));
    case PLT_COLUMN_EIGHTHS:
      return plt_doc_table_eighths (out, value_number (value));
    case PLT_COLUMN_DATE:
      if (plt_date_from_iso (plt_value_get_text (value)) != PLT_DATE_NONE)
        return plt_doc_table_date (out, plt_date_from_iso (plt_value_get_text (value)));
      break;
    case PLT_COLUMN_FORMULA:
      return add_formula (out, value);
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_LONG_TEXT:
    case PLT_COLUMN_FILE:
      return plt_doc_table_text (out, plt_value_get_text (value));
    case PLT_COLUMN_REFERENCE:
      if (label != NULL)
        return plt_doc_table_text (out, label);
      break;
    case PLT_COLUMN_BOOLEAN:
    case PLT_COLUMN_CHOICE:
    case PLT_COLUMN_FLAGS:
      break;
    }
  g_autofree char *text = plt_column_format (column, value);
  return plt_doc_table_text (out, text);
}

static GPtrArray *
find_columns (const PltTable *table, const char *const *ids)
{
  GPtrArray *columns = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const PltColumn *column = plt_table_column (table, ids[i]);
      if (column == NULL)
        {
          g_critical ("The table “%s” has no column “%s”.", table->id, ids[i]);
          continue;
        }
      g_ptr_array_add (columns, (gpointer) column);
    }
  return columns;
}

/* Upright while it fits, else across, else across a larger sheet. */
static void
choose_paper (const GPtrArray *columns, PltDocInfo *info)
{
  double width = 0;
  for (guint i = 0; i < columns->len; i++)
    width += column_signs (g_ptr_array_index (columns, i)) * POINTS_OF_SIGN;
  info->orientation = width > A4_WIDTH ? PLT_LANDSCAPE : PLT_PORTRAIT;
  info->paper = width > A4_LENGTH ? PLT_PAPER_A3 : PLT_PAPER_A4;
}

/**
 * plt_table_export_document:
 * @columns: (nullable) (array zero-terminated=1): column ids in the order wanted, %NULL for those
 * that are not hidden
 * @rows: (array length=n_rows): read by the caller, in the order wanted
 * @production: its title
 * @date: of the edition
 *
 * Returns: (transfer full): one table under the title of the register; each cell leads to its row
 */
PltDocument *
plt_table_export_document (const PltTable *table,
                           const char *const *columns,
                           const PltTableExportRow *rows,
                           guint n_rows,
                           const char *production,
                           PltDate date)
{
  g_return_val_if_fail (table != NULL && (rows != NULL || n_rows == 0), NULL);

  g_autofree const char **all = columns == NULL ? plt_table_export_default_columns (table) : NULL;
  g_autoptr (GPtrArray) chosen = find_columns (table, columns != NULL ? columns : all);
  g_return_val_if_fail (chosen->len > 0, NULL);

  PltDocInfo info = { .title = plt_table_title (table), .production = production, .date = date };
  choose_paper (chosen, &info);
  PltDocument *document = plt_document_new (&info);
  g_autofree PltDocColumn *described = g_new (PltDocColumn, chosen->len);
  for (guint j = 0; j < chosen->len; j++)
    described[j] = document_column (g_ptr_array_index (chosen, j));

  PltDocTable *out = plt_document_table (document, plt_table_title (table), described, chosen->len);
  plt_doc_table_set_style (out, "table.ledger");
  for (guint i = 0; i < n_rows; i++)
    {
      plt_doc_table_row (out, "row.normal");
      for (guint j = 0; j < chosen->len; j++)
        {
          const PltColumn *column = g_ptr_array_index (chosen, j);
          const char *label = rows[i].labels != NULL ? rows[i].labels[j] : NULL;
          PltDocCell *cell = add_value (out, column, &rows[i].values[j], label);
          plt_doc_cell_ref (cell, (PltRef){ table->id, rows[i].id, column->id });
        }
    }
  return document;
}
