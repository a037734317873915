#include "plt-table-document.h"

#include "plt-document-kind.h"
#include "plt-facts.h"
#include "plt-number.h"
#include "plt-rows.h"

#define QUANTITY_SCALE 3
#define COORDINATE_SCALE 6
#define POINTS_OF_SIGN 5.5
#define A4_WIDTH 523.0 /* points inside the margins */
#define A4_LENGTH 770.0

static GPtrArray *
shown_columns (const PltTable *table)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (!(column->flags & PLT_COLUMN_HIDDEN))
      g_ptr_array_add (columns, (gpointer) column);
  return columns;
}

/* Signs a column is given on paper: what the table asks for, or what its type needs. */
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
  gboolean figure = plt_column_is_number (column) || column->type == PLT_COLUMN_DATE
                    || column->type == PLT_COLUMN_BOOLEAN;

  return (PltDocColumn){
    .title = plt_column_title (column),
    .id = column->id,
    .weight = figure ? 0 : points,
    .min = figure ? 0 : MIN (points, 48),
  };
}

static PltDocCell *
add_formula (PltDocTable *out, const PltValue *value)
{
  const char *text = plt_value_get_text (value);
  gint64 number;

  if (*text != '\0' && plt_number_parse (text, QUANTITY_SCALE, &number, NULL))
    return plt_doc_table_number (out, number, QUANTITY_SCALE);
  return plt_doc_table_text (out, text);
}

static PltDocCell *
add_value (PltStore *store, PltDocTable *out, const PltColumn *column, const PltValue *value)
{
  gint64 number = value->kind == PLT_VALUE_INTEGER ? value->integer : PLT_UNKNOWN;
  g_autofree char *text = NULL;

  switch (column->type)
    {
    case PLT_COLUMN_INTEGER:
      return plt_doc_table_number (out, number, 0);
    case PLT_COLUMN_MONEY:
      return plt_doc_table_money (out, number);
    case PLT_COLUMN_RATE:
      return plt_doc_table_rate (out, number);
    case PLT_COLUMN_QUANTITY:
      return plt_doc_table_number (out, number, QUANTITY_SCALE);
    case PLT_COLUMN_COORDINATE:
      return plt_doc_table_number (out, number, COORDINATE_SCALE);
    case PLT_COLUMN_CLOCK:
    case PLT_COLUMN_DURATION:
      return plt_doc_table_clock (out, number);
    case PLT_COLUMN_SECONDS:
      return plt_doc_table_seconds (out, number);
    case PLT_COLUMN_EIGHTHS:
      return plt_doc_table_eighths (out, number);
    case PLT_COLUMN_DATE:
      if (*plt_value_get_text (value) == '\0'
          || plt_date_from_iso (plt_value_get_text (value)) != PLT_DATE_NONE)
        return plt_doc_table_date (out, plt_date_from_iso (plt_value_get_text (value)));
      break;
    case PLT_COLUMN_FORMULA:
      return add_formula (out, value);
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_LONG_TEXT:
    case PLT_COLUMN_FILE:
      return plt_doc_table_text (out, plt_value_get_text (value));
    case PLT_COLUMN_REFERENCE:
    case PLT_COLUMN_BOOLEAN:
    case PLT_COLUMN_CHOICE:
    case PLT_COLUMN_FLAGS:
      break;
    }
  text = plt_store_format_value (store, column, value);
  return plt_doc_table_text (out, text);
}

/* Upright while it fits, else across, else across a larger sheet. */
static PltDocument *
new_document (PltStore *store, const PltTable *table, const GPtrArray *columns)
{
  g_autoptr (PltRecord) production = plt_store_get_production (store);
  PltDocInfo info = {
    .title = plt_table_title (table),
    .production = plt_value_get_text (plt_record_get (production, "title")),
    .date = plt_params_edition_date (NULL),
  };
  double width = 0;

  for (guint i = 0; i < columns->len; i++)
    width += column_signs (columns->pdata[i]) * POINTS_OF_SIGN;
  info.orientation = width > A4_WIDTH ? PLT_LANDSCAPE : PLT_PORTRAIT;
  info.paper = width > A4_LENGTH ? PLT_PAPER_A3 : PLT_PAPER_A4;
  return plt_document_new (&info);
}

static gboolean
add_row (PltStore *store,
         PltDocTable *out,
         const PltTable *table,
         const GPtrArray *columns,
         gint64 id,
         GError **error)
{
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  g_autoptr (GError) problem = NULL;
  gboolean found = plt_rows_read (store, table, id, values, &problem);

  if (found)
    {
      plt_doc_table_row (out, "row.normal");
      for (guint i = 0; i < columns->len; i++)
        {
          const PltColumn *column = columns->pdata[i];

          plt_doc_cell_ref (add_value (store, out, column, &values[column - table->columns]),
                            (PltRef){ table->id, id, column->id });
        }
    }
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/**
 * plt_table_document:
 * @store: the production
 * @table: a register of it
 *
 * Titles and choices are in the language of the user, as in the window. The date of the edition is
 * today.
 *
 * Returns: (transfer full) (nullable): all rows in the default order of the register; %NULL with an
 * error when they cannot be read
 */
PltDocument *
plt_table_document (PltStore *store, const PltTable *table, GError **error)
{
  g_autoptr (GArray) ids = NULL;

  g_return_val_if_fail (store != NULL && table != NULL, NULL);

  ids = plt_rows_ids (store, table, NULL, 0, NULL, error);
  return ids != NULL ? plt_table_document_of_rows (store, table, ids, error) : NULL;
}

/**
 * plt_table_document_of_rows:
 * @store: the production
 * @table: a register of it
 * @ids: (element-type gint64): rows, in the order wanted; those that are gone are left out
 *
 * Returns: (transfer full) (nullable): as plt_table_document(), of these rows
 */
PltDocument *
plt_table_document_of_rows (PltStore *store,
                            const PltTable *table,
                            const GArray *ids,
                            GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;
  g_autofree PltDocColumn *described = NULL;
  g_autoptr (PltDocument) document = NULL;
  PltDocTable *out;

  g_return_val_if_fail (store != NULL && table != NULL && ids != NULL, NULL);

  columns = shown_columns (table);
  described = g_new (PltDocColumn, columns->len);
  for (guint i = 0; i < columns->len; i++)
    described[i] = document_column (columns->pdata[i]);
  document = new_document (store, table, columns);
  out = plt_document_table (document, plt_table_title (table), described, columns->len);
  plt_doc_table_set_style (out, "table.ledger");
  for (guint i = 0; i < ids->len; i++)
    if (!add_row (store, out, table, columns, g_array_index (ids, gint64, i), error))
      return NULL;
  return g_steal_pointer (&document);
}
