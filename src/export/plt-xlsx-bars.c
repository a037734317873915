/* Bars at the right of a table: a column a week or a day, headed by its first day, a formula in
 * each cell that says whether the row is at work then, and a conditional format that fills it. */
#include "plt-xlsx-private.h"

#define EPOCH 25569 /* 1970-01-01 as spreadsheets count days */
#define NARROW 2.6  /* signs */
#define BAR "■"
#define DIAMOND "◆"
#define FILL 0x1d3a70
#define MILESTONE 0x000000

/* "A", "BC": the name of a column */
static char *
column_name (guint column)
{
  GString *name = g_string_new (NULL);

  for (guint left = column + 1; left > 0; left = (left - 1) / 26)
    g_string_prepend_c (name, (char) ('A' + (left - 1) % 26));
  return g_string_free (name, FALSE);
}

static lxw_format *
cell_format (lxw_workbook *workbook)
{
  lxw_format *format = workbook_add_format (workbook);

  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_font_name (format, "Arial");
  format_set_font_size (format, 8);
  return format;
}

static void
write_head (
    const PltXlsxBook *book, lxw_worksheet *sheet, const PltDocBars *bars, guint row, guint x)
{
  lxw_format *format = cell_format (book->workbook);

  format_set_rotation (format, 90);
  format_set_num_format (format, "dd/mm/yy");
  for (guint i = 0; i < bars->n; i++)
    worksheet_write_number (sheet, row, (lxw_col_t) (x + i),
                            (double) bars->first + (double) (i * bars->step) + EPOCH, format);
  worksheet_set_row (sheet, row, 48, NULL);
}

static gboolean
is_at_work (const PltDocTable *table, guint row, PltDate first, PltDate last)
{
  const PltDocCell *start = plt_doc_table_get_cell (table, row, table->bars.start);
  const PltDocCell *finish = plt_doc_table_get_cell (table, row, table->bars.finish);

  return start->number <= last && finish->number >= first;
}

static void
write_row_of_bars (
    lxw_worksheet *sheet, const PltXlsxPlace *place, guint row, guint head, lxw_format *format)
{
  const PltDocTable *table = place->table;
  const PltDocBars *bars = &table->bars;
  const PltDocCell *days = plt_doc_table_get_cell (table, row, bars->days);
  g_autofree char *start = column_name (bars->start);
  g_autofree char *finish = column_name (bars->finish);
  g_autofree char *length = column_name (bars->days);
  gboolean milestone = days->kind == PLT_CELL_NUMBER && days->number == 0;
  guint y = place->first_row + row;

  for (guint i = 0; i < bars->n; i++)
    {
      g_autofree char *here = column_name (table->n_columns + i);
      PltDate first = bars->first + (PltDate) (i * bars->step);
      gboolean filled = is_at_work (table, row, first, first + (PltDate) bars->step - 1);
      g_autofree char *formula
          = g_strdup_printf ("=IF(AND(ISNUMBER($%s%u),$%s%u<=%s$%u+%u,$%s%u>=%s$%u),"
                             "IF(AND(ISNUMBER($%s%u),$%s%u=0),\"" DIAMOND "\",\"" BAR "\"),\"\")",
                             finish, y + 1, start, y + 1, here, head + 1, bars->step - 1, finish,
                             y + 1, here, head + 1, length, y + 1, length, y + 1);

      worksheet_write_formula_str (sheet, y, (lxw_col_t) (table->n_columns + i), formula, format,
                                   filled ? (milestone ? DIAMOND : BAR) : "");
    }
}

static void
fill (const PltXlsxBook *book,
      lxw_worksheet *sheet,
      const PltXlsxPlace *place,
      const char *sign,
      guint32 color)
{
  const PltDocTable *table = place->table;
  g_autofree char *value = g_strdup_printf ("\"%s\"", sign);
  lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                  .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                  .value_string = value };

  rule.format = workbook_add_format (book->workbook);
  format_set_font_color (rule.format, color);
  if (color == FILL)
    format_set_bg_color (rule.format, color);
  worksheet_conditional_format_range (
      sheet, place->first_row + plt_doc_table_first_body_row (table), (lxw_col_t) table->n_columns,
      place->first_row + table->rows->len - 1, (lxw_col_t) (table->n_columns + table->bars.n - 1),
      &rule);
}

void
plt_xlsx_write_bars (const PltXlsxBook *book, lxw_worksheet *sheet, const PltXlsxPlace *place)
{
  const PltDocTable *table = place->table;
  guint body = plt_doc_table_first_body_row (table), head;
  lxw_format *format;

  if (table->bars.n == 0 || body == 0 || table->rows->len <= body)
    return;
  head = place->first_row + body - 1;
  write_head (book, sheet, &table->bars, head, table->n_columns);
  worksheet_set_column (sheet, (lxw_col_t) table->n_columns,
                        (lxw_col_t) (table->n_columns + table->bars.n - 1), NARROW, NULL);
  format = cell_format (book->workbook);
  for (guint i = body; i < table->rows->len; i++)
    {
      const PltDocCell *start = plt_doc_table_get_cell (table, i, table->bars.start);
      const PltDocCell *finish = plt_doc_table_get_cell (table, i, table->bars.finish);
      const PltDocCell *days = plt_doc_table_get_cell (table, i, table->bars.days);

      if (start != NULL && finish != NULL && days != NULL && start->kind == PLT_CELL_DATE
          && finish->kind == PLT_CELL_DATE)
        write_row_of_bars (sheet, place, i, head, format);
    }
  fill (book, sheet, place, BAR, FILL);
  fill (book, sheet, place, DIAMOND, MILESTONE);
}
