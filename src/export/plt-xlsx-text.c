/* What is not a table on a sheet: title block, headings, paragraphs, key-value grids. */
#include <string.h>

#include "plt-xlsx-private.h"

#define MAX_RUNS 64
#define SLOT 30 /* signs a pair of label and value is given at least */

guint
plt_xlsx_write_title (const PltXlsxBook *book, lxw_worksheet *sheet, guint row)
{
  const PltDocInfo *info = plt_document_get_info (book->document);
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *date = info->date != PLT_DATE_NONE ? plt_date_format_long (info->date) : NULL;
  const char *const texts[]
      = { info->production, info->subtitle, info->company, info->version, date };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL && texts[i][0] != '\0')
      g_ptr_array_add (parts, (gpointer) texts[i]);
  g_ptr_array_add (parts, NULL);
  g_autofree char *line = g_strjoinv (" · ", (char **) parts->pdata);

  if (sheet != NULL)
    {
      worksheet_set_row (sheet, row, 24, NULL);
      worksheet_write_string (sheet, row, 0, info->title,
                              plt_xlsx_special_format (book->formats, PLT_XLSX_TITLE));
      worksheet_write_string (sheet, row + 1, 0, line,
                              plt_xlsx_special_format (book->formats, PLT_XLSX_SUBTITLE));
    }
  return row + 3;
}

/* One string whose parts look different; plain when only one part says something. */
static void
write_runs (const PltXlsxBook *book,
            lxw_worksheet *sheet,
            guint row,
            guint column,
            const GPtrArray *runs,
            lxw_format *format)
{
  lxw_rich_string_tuple tuples[MAX_RUNS];
  lxw_rich_string_tuple *list[MAX_RUNS + 1];
  g_autoptr (GString) plain = g_string_new (NULL);
  guint n = 0, said = 0;
  for (guint i = 0; i < runs->len; i++)
    {
      const PltDocRun *run = g_ptr_array_index (runs, i);
      g_string_append (plain, run->text);
      if (run->text[0] == '\0')
        continue;
      said++;
      if (n == MAX_RUNS)
        continue;
      tuples[n].format = plt_xlsx_text_format (book->formats, run->style, FALSE);
      tuples[n].string = run->text;
      list[n] = &tuples[n];
      n++;
    }
  list[n] = NULL;
  if (n >= 2 && said == n)
    worksheet_write_rich_string (sheet, row, (lxw_col_t) column, list, format);
  else
    worksheet_write_string (sheet, row, (lxw_col_t) column, plain->str, format);
}

static guint
write_heading (const PltXlsxBook *book, lxw_worksheet *sheet, const PltDocBlock *block, guint row)
{
  static const PltXlsxText looks[] = { PLT_XLSX_HEADING_1, PLT_XLSX_HEADING_2, PLT_XLSX_HEADING_3 };
  if (sheet != NULL)
    {
      const PltDocRun *run = g_ptr_array_index (block->runs, 0);
      worksheet_write_string (sheet, row, 0, run->text,
                              plt_xlsx_special_format (book->formats, looks[block->level - 1]));
    }
  return row + 1;
}

/* A paragraph takes the whole width: merged, since a text that is cut at the end of lines keeps to
 * its cell. */
static guint
write_paragraph (const PltXlsxBook *book,
                 lxw_worksheet *sheet,
                 const GPtrArray *runs,
                 const char *style,
                 guint row,
                 const PltXlsxPlace *place)
{
  if (sheet == NULL)
    return row + 1;

  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, ((const PltDocRun *) g_ptr_array_index (runs, i))->text);
  guint width = 0;
  for (guint i = 0; i < place->n_widths; i++)
    width += place->widths[i];

  lxw_format *format = plt_xlsx_text_format (book->formats, style, TRUE);
  if (place->n_widths > 1)
    worksheet_merge_range (sheet, row, 0, row, (lxw_col_t) (place->n_widths - 1), "", format);
  write_runs (book, sheet, row, 0, runs, format);
  guint lines = plt_xlsx_text_lines (text->str, width);
  if (lines > 1)
    worksheet_set_row (sheet, row, MIN (lines * PLT_XLSX_LINE + 2, 400), NULL);
  return row + 1;
}

/* Where `n` slots of about the same width begin on the columns of the sheet. Returns how many there
 * is room for. */
static guint
find_slots (const PltXlsxPlace *place, guint n, guint *columns, guint *widths)
{
  guint total = 0;
  for (guint i = 0; i < place->n_widths; i++)
    total += place->widths[i];
  n = CLAMP (total / SLOT, 1, n);

  guint found = 0, left = 0;
  for (guint i = 0; i < place->n_widths && found < n; i++)
    {
      if (left >= found * total / n)
        {
          columns[found] = i;
          widths[found] = left;
          found++;
        }
      left += place->widths[i];
    }
  for (guint i = 0; i < found; i++)
    widths[i] = (i + 1 < found ? widths[i + 1] : total) - widths[i];
  return found;
}

static void
write_field (const PltXlsxBook *book,
             lxw_worksheet *sheet,
             guint row,
             guint column,
             const PltDocField *field)
{
  lxw_format *label = plt_xlsx_special_format (book->formats, PLT_XLSX_LABEL);
  lxw_format *value = plt_xlsx_special_format (book->formats, PLT_XLSX_VALUE);
  g_autofree char *name = g_strconcat (field->label, " : ", NULL);
  if (field->value[0] == '\0')
    {
      worksheet_write_string (sheet, row, (lxw_col_t) column, name, label);
      return;
    }
  lxw_rich_string_tuple first = { .format = label, .string = name };
  lxw_rich_string_tuple second = { .format = value, .string = field->value };
  lxw_rich_string_tuple *list[] = { &first, &second, NULL };
  worksheet_write_rich_string (sheet, row, (lxw_col_t) column, list, value);
}

/* Pairs stand in slots and run over the empty cells at their right; one that is too long takes the
 * next slot too, or the next row. */
static guint
write_fields (const PltXlsxBook *book,
              lxw_worksheet *sheet,
              const PltDocFields *fields,
              guint row,
              const PltXlsxPlace *place)
{
  g_autofree guint *columns = g_new0 (guint, fields->columns);
  g_autofree guint *widths = g_new0 (guint, fields->columns);
  guint n = find_slots (place, fields->columns, columns, widths);
  guint slot = 0;
  for (guint i = 0; i < fields->fields->len; i++)
    {
      const PltDocField *field = g_ptr_array_index (fields->fields, i);
      guint needed = plt_xlsx_text_width (field->label) + 4 + plt_xlsx_text_width (field->value);
      guint room = 0, taken = 0;
      while (slot + taken < n && (taken == 0 || room < needed))
        room += widths[slot + taken++];
      if (room < needed && slot > 0)
        {
          row++;
          slot = 0;
          room = taken = 0;
          while (taken < n && (taken == 0 || room < needed))
            room += widths[taken++];
        }
      if (sheet != NULL)
        write_field (book, sheet, row, columns[slot], field);
      slot += taken;
      if (slot >= n && i + 1 < fields->fields->len)
        {
          row++;
          slot = 0;
        }
    }
  return fields->fields->len > 0 ? row + 1 : row;
}

static guint
write_drawing (const PltXlsxBook *book,
               lxw_worksheet *sheet,
               const PltDrawing *drawing,
               guint row,
               const PltXlsxPlace *place)
{
  PltDocRun run = { .style = "run.normal", .text = drawing->alternative };
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();
  g_ptr_array_add (runs, &run);
  return write_paragraph (book, sheet, runs, "text.note", row, place);
}

guint
plt_xlsx_write_block (const PltXlsxBook *book,
                      lxw_worksheet *sheet,
                      const PltDocBlock *block,
                      guint row,
                      const PltXlsxPlace *place)
{
  switch (block->kind)
    {
    case PLT_BLOCK_HEADING:
      return write_heading (book, sheet, block, row);
    case PLT_BLOCK_PARAGRAPH:
      return write_paragraph (book, sheet, block->runs, block->style, row, place);
    case PLT_BLOCK_FIELDS:
      return write_fields (book, sheet, block->fields, row, place);
    case PLT_BLOCK_DRAWING:
      return write_drawing (book, sheet, block->drawing, row, place);
    case PLT_BLOCK_SPACE:
      return row + 1;
    case PLT_BLOCK_TABLE:
    case PLT_BLOCK_PAGE_BREAK:
    case PLT_BLOCK_IMAGE:
      return row;
    }
  g_return_val_if_reached (row);
}
