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
  const char *const texts[] = { info->production, info->company, info->version, date };
  gboolean more = info->subtitle != NULL && info->subtitle[0] != '\0';
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
      if (more) /* on the line that is free: both on one run past the edge of a page */
        worksheet_write_string (sheet, row + 2, 0, info->subtitle,
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
      tuples[n].format = run->color == 0
                             ? plt_xlsx_text_format (book->formats, run->style, FALSE)
                             : plt_xlsx_mark_format (book->formats, run->style, run->color);
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

/* Where pairs of label and value may begin, and how wide each is. */
typedef struct
{
  guint *columns; /* n + 1: the last is the one after the sheet's */
  guint *widths;  /* signs */
  guint n;
} Slots;

static void
slots_clear (Slots *slots)
{
  g_free (slots->columns);
  g_free (slots->widths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Slots, slots_clear)

/* At most `n` slots of about the same width on the columns of the sheet. */
static Slots
find_slots (const PltXlsxPlace *place, guint n)
{
  guint total = 0;
  for (guint i = 0; i < place->n_widths; i++)
    total += place->widths[i];
  n = CLAMP (total / SLOT, 1, n);

  Slots slots = { .columns = g_new0 (guint, n + 1), .widths = g_new0 (guint, n + 1) };
  guint left = 0;
  for (guint i = 0; i < place->n_widths && slots.n < n; i++)
    {
      if (left >= slots.n * total / n)
        {
          slots.columns[slots.n] = i;
          slots.widths[slots.n] = left;
          slots.n++;
        }
      left += place->widths[i];
    }
  slots.columns[slots.n] = place->n_widths;
  slots.widths[slots.n] = total;
  for (guint i = 0; i < slots.n; i++)
    slots.widths[i] = slots.widths[i + 1] - slots.widths[i];
  return slots;
}

/* A pair in its slots: it runs over the empty cells at its right, or is cut into `lines`. */
static void
write_field (const PltXlsxBook *book,
             lxw_worksheet *sheet,
             const PltDocField *field,
             guint row,
             guint first,
             guint last,
             guint lines)
{
  lxw_format *label = plt_xlsx_special_format (book->formats, PLT_XLSX_LABEL);
  lxw_format *value = plt_xlsx_special_format (book->formats, PLT_XLSX_VALUE);
  lxw_format *cell = lines > 1 ? plt_xlsx_text_format (book->formats, "text.normal", TRUE) : value;
  if (lines > 1 && last > first)
    worksheet_merge_range (sheet, row, (lxw_col_t) first, row, (lxw_col_t) last, "", cell);

  g_autofree char *name = g_strconcat (field->label, " : ", NULL);
  if (field->value[0] == '\0')
    {
      worksheet_write_string (sheet, row, (lxw_col_t) first, name, label);
      return;
    }
  lxw_rich_string_tuple one = { .format = label, .string = name };
  lxw_rich_string_tuple two = { .format = value, .string = field->value };
  lxw_rich_string_tuple *list[] = { &one, &two, NULL };
  worksheet_write_rich_string (sheet, row, (lxw_col_t) first, list, cell);
}

/* Slots from `slot` on that hold a text, all that are left when they don't. */
static guint
take_slots (const Slots *slots, guint slot, guint needed, guint *room)
{
  guint taken = 0;
  *room = 0;
  while (slot + taken < slots->n && (taken == 0 || *room < needed))
    *room += slots->widths[slot + taken++];
  return taken;
}

static guint
end_row (lxw_worksheet *sheet, guint row, guint lines)
{
  if (sheet != NULL && lines > 1)
    worksheet_set_row (sheet, row, MIN (lines * PLT_XLSX_LINE + 4, 400), NULL);
  return row + 1;
}

/* Pairs stand in slots; one that is too long takes the next ones too, or the next row. */
static guint
write_fields (const PltXlsxBook *book,
              lxw_worksheet *sheet,
              const PltDocFields *fields,
              guint row,
              const PltXlsxPlace *place)
{
  g_auto (Slots) slots = find_slots (place, fields->columns);
  guint slot = 0, row_lines = 1;
  for (guint i = 0; i < fields->fields->len; i++)
    {
      const PltDocField *field = g_ptr_array_index (fields->fields, i);
      g_autofree char *text = g_strconcat (field->label, " : ", field->value, NULL);
      guint needed = plt_xlsx_text_width (text) + 1;
      guint room, taken = take_slots (&slots, slot, needed, &room);
      if (taken == 0 || (room < needed && slot > 0))
        {
          row = end_row (sheet, row, row_lines);
          slot = 0;
          row_lines = 1;
          taken = take_slots (&slots, slot, needed, &room);
        }
      guint lines = plt_xlsx_text_lines (text, room);
      if (sheet != NULL)
        write_field (book, sheet, field, row, slots.columns[slot], slots.columns[slot + taken] - 1,
                     lines);
      row_lines = MAX (row_lines, lines);
      slot += taken;
    }
  return fields->fields->len > 0 ? end_row (sheet, row, row_lines) : row;
}

/* A paragraph with what stands in its left margin before it. */
static guint
write_block (const PltXlsxBook *book,
             lxw_worksheet *sheet,
             const PltDocBlock *block,
             guint row,
             const PltXlsxPlace *place)
{
  g_autofree char *margin = block->left != NULL ? g_strconcat (block->left, "   ", NULL) : NULL;
  PltDocRun number = { .style = "run.bold", .text = margin };
  g_autoptr (GPtrArray) runs = NULL;

  if (margin == NULL)
    return write_paragraph (book, sheet, block->runs, block->style, row, place);
  runs = g_ptr_array_new ();
  g_ptr_array_add (runs, &number);
  for (guint i = 0; i < block->runs->len; i++)
    g_ptr_array_add (runs, g_ptr_array_index (block->runs, i));
  return write_paragraph (book, sheet, runs, block->style, row, place);
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
      return block->style == NULL ? write_heading (book, sheet, block, row)
                                  : write_block (book, sheet, block, row, place);
    case PLT_BLOCK_PARAGRAPH:
      return write_block (book, sheet, block, row, place);
    case PLT_BLOCK_FIELDS:
      return write_fields (book, sheet, block->fields, row, place);
    case PLT_BLOCK_DRAWING:
      return write_drawing (book, sheet, block->drawing, row, place);
    case PLT_BLOCK_SPACE:
    case PLT_BLOCK_PAGE_BREAK:
      return row + 1;
    case PLT_BLOCK_TABLE:
    case PLT_BLOCK_IMAGE:
      return row;
    }
  g_return_val_if_reached (row);
}
