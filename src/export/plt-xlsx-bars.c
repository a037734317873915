/* Bars at the right of a table: a column a month, a week or a day, headed by its first day, which
 * is a date; a formula in each cell that says whether the row is at work then, and conditional
 * formats that fill it with the colour of the row. Week-ends are grey where columns are days. */
#include "plt-xlsx-private.h"

#define EPOCH 25569 /* 1970-01-01 as spreadsheets count days */
#define NARROW 2.6  /* signs */
#define BAR "■"
#define DIAMOND "◆"
#define FILL 0x1d3a70
#define MILESTONE 0x000000
#define WEEKEND 0xe6e6e6
#define GRID 0xc8c8c8
#define RULE 0x6a6a6a

/* "A", "BC": the name of a column */
static char *
column_name (guint column)
{
  GString *name = g_string_new (NULL);

  for (guint left = column + 1; left > 0; left = (left - 1) / 26)
    g_string_prepend_c (name, (char) ('A' + (left - 1) % 26));
  return g_string_free (name, FALSE);
}

/* The first day of a column. */
static PltDate
first_of (const PltDocBars *bars, guint i)
{
  if (bars->step == PLT_DOC_BARS_MONTH)
    return plt_date_add_months (bars->first, (int) i);
  return bars->first + (PltDate) (i * bars->step);
}

static gboolean
is_weekend (const PltDocBars *bars, guint i)
{
  return bars->step == 1 && plt_date_weekday (first_of (bars, i)) > 5;
}

/* Whether a month begins in it, or a year where columns are months. */
static gboolean
begins (const PltDocBars *bars, guint i)
{
  int year, month, day;

  plt_date_to_ymd (first_of (bars, i), &year, &month, &day);
  return bars->step == PLT_DOC_BARS_MONTH ? month == 1 : day <= (int) bars->step;
}

typedef struct
{
  lxw_format *of[2][2][2]; /* of the head, of a week-end, of a beginning */
} Formats;

static void
make_formats (lxw_workbook *workbook, const PltDocBars *bars, Formats *formats)
{
  const char *dates = bars->step == 1                    ? "ddd dd/mm"
                      : bars->step == PLT_DOC_BARS_MONTH ? "mmm yyyy"
                                                         : "dd/mm/yy";
  g_autofree char *french = g_strconcat ("[$-40C]", dates, NULL);

  for (guint i = 0; i < 8; i++)
    {
      lxw_format *format = workbook_add_format (workbook);

      format_set_align (format, LXW_ALIGN_CENTER);
      format_set_font_name (format, "Arial");
      format_set_font_size (format, i & 4 ? 8 : 10);
      format_set_bottom (format, LXW_BORDER_HAIR);
      format_set_bottom_color (format, GRID);
      if (i & 4)
        {
          format_set_rotation (format, 90);
          format_set_num_format (format, french);
          format_set_bold (format);
        }
      if (i & 2)
        format_set_bg_color (format, WEEKEND);
      format_set_left (format, i & 1 ? LXW_BORDER_THIN : LXW_BORDER_HAIR);
      format_set_left_color (format, i & 1 ? RULE : GRID);
      formats->of[i >> 2][(i >> 1) & 1][i & 1] = format;
    }
}

static lxw_format *
format_of (const Formats *formats, const PltDocBars *bars, gboolean head, guint i)
{
  return formats->of[head][is_weekend (bars, i)][begins (bars, i)];
}

static void
write_head (
    lxw_worksheet *sheet, const Formats *formats, const PltDocBars *bars, guint row, guint x)
{
  for (guint i = 0; i < bars->n; i++)
    worksheet_write_number (sheet, row, (lxw_col_t) (x + i), (double) first_of (bars, i) + EPOCH,
                            format_of (formats, bars, TRUE, i));
  worksheet_set_row (sheet, row, 54, NULL);
}

/* The row has dates that a spreadsheet counts with. */
static gboolean
is_dated (const PltDocTable *table, guint row)
{
  const PltDocCell *start = plt_doc_table_get_cell (table, row, table->bars.start);
  const PltDocCell *finish = plt_doc_table_get_cell (table, row, table->bars.finish);

  return start != NULL && finish != NULL && start->kind == PLT_CELL_DATE
         && finish->kind == PLT_CELL_DATE;
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
    lxw_worksheet *sheet, const PltXlsxPlace *place, guint row, guint head, const Formats *formats)
{
  const PltDocTable *table = place->table;
  const PltDocBars *bars = &table->bars;
  const PltDocCell *days = plt_doc_table_get_cell (table, row, bars->days);
  g_autofree char *start = column_name (bars->start);
  g_autofree char *finish = column_name (bars->finish);
  g_autofree char *length = column_name (bars->days);
  gboolean dated = is_dated (table, row);
  gboolean milestone = days != NULL && days->kind == PLT_CELL_NUMBER && days->number == 0;
  guint y = place->first_row + row;

  for (guint i = 0; i < bars->n; i++)
    {
      lxw_col_t x = (lxw_col_t) (table->n_columns + i);
      g_autofree char *here = column_name (x);
      gboolean months = bars->step == PLT_DOC_BARS_MONTH;
      g_autofree char *last = months ? g_strdup_printf ("EOMONTH(%s$%u,0)", here, head + 1)
                                     : g_strdup_printf ("%s$%u+%u", here, head + 1, bars->step - 1);
      g_autofree char *formula
          = g_strdup_printf ("=IF(AND(ISNUMBER($%s%u),$%s%u<=%s,$%s%u>=%s$%u),"
                             "IF(AND(ISNUMBER($%s%u),$%s%u=0),\"" DIAMOND "\",\"" BAR "\"),\"\")",
                             finish, y + 1, start, y + 1, last, finish, y + 1, here, head + 1,
                             length, y + 1, length, y + 1);
      lxw_format *format = format_of (formats, bars, FALSE, i);

      if (!dated)
        worksheet_write_blank (sheet, y, x, format);
      else
        worksheet_write_formula_str (
            sheet, y, x, formula, format,
            !is_at_work (table, row, first_of (bars, i), first_of (bars, i + 1) - 1) ? ""
            : milestone                                                              ? DIAMOND
                                                                                     : BAR);
    }
}

/* Cells of these rows that hold the sign get the colour. */
static void
color_rows (const PltXlsxBook *book,
            lxw_worksheet *sheet,
            const PltXlsxPlace *place,
            guint first,
            guint last,
            guint32 color)
{
  const PltDocTable *table = place->table;
  const char *const signs[] = { BAR, DIAMOND };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *value = g_strdup_printf ("\"%s\"", signs[i]);
      lxw_conditional_format rule = { .type = LXW_CONDITIONAL_TYPE_CELL,
                                      .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                      .value_string = value };

      rule.format = workbook_add_format (book->workbook);
      format_set_font_color (rule.format, i == 0 ? color : MILESTONE);
      if (i == 0)
        format_set_bg_color (rule.format, color);
      worksheet_conditional_format_range (
          sheet, place->first_row + first, (lxw_col_t) table->n_columns, place->first_row + last,
          (lxw_col_t) (table->n_columns + table->bars.n - 1), &rule);
    }
}

static guint32
color_of (const PltDocTable *table, guint row)
{
  guint32 color = ((const PltDocRow *) table->rows->pdata[row])->bar;

  return color != 0 ? color : FILL;
}

void
plt_xlsx_write_bars (const PltXlsxBook *book, lxw_worksheet *sheet, const PltXlsxPlace *place)
{
  const PltDocTable *table = place->table;
  guint body = plt_doc_table_first_body_row (table), head, first = body;
  Formats formats;

  if (table->bars.n == 0 || body == 0 || table->rows->len <= body)
    return;
  head = place->first_row + body - 1;
  make_formats (book->workbook, &table->bars, &formats);
  write_head (sheet, &formats, &table->bars, head, table->n_columns);
  worksheet_set_column (sheet, (lxw_col_t) table->n_columns,
                        (lxw_col_t) (table->n_columns + table->bars.n - 1), NARROW, NULL);
  for (guint i = body; i < table->rows->len; i++)
    {
      write_row_of_bars (sheet, place, i, head, &formats);
      if (i + 1 < table->rows->len && color_of (table, i + 1) == color_of (table, i))
        continue;
      color_rows (book, sheet, place, first, i, color_of (table, i));
      first = i + 1;
    }
}
