#include "plt-document-dump.h"

#include <string.h>

#include "plt-document-private.h"

void
plt_document_dump_ref (PltRef ref, PltDumpFlags flags, GString *out)
{
  if (!(flags & PLT_DUMP_REFS) || ref.table == NULL)
    return;
  g_string_append_printf (out, " [%s", ref.table);
  if (ref.id != 0)
    g_string_append_printf (out, " %" G_GINT64_FORMAT, ref.id);
  if (ref.column != NULL)
    g_string_append_printf (out, " %s", ref.column);
  g_string_append_c (out, ']');
}

/* Points with one decimal at most, without looking at the locale. */
static void
dump_points (double points, GString *out)
{
  gint64 tenths = (gint64) (points * 10.0 + 0.5);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, tenths / 10);
  if (tenths % 10 != 0)
    g_string_append_printf (out, ",%" G_GINT64_FORMAT, tenths % 10);
}

static void
dump_info (const PltDocInfo *info, GString *out)
{
  static const char *const papers[] = { "A4", "A3", "A2", "A1", "A0" };

  g_string_append (out, info->title);
  if (info->production[0] != '\0')
    g_string_append_printf (out, " · %s", info->production);
  g_string_append_c (out, '\n');
  if (info->subtitle != NULL)
    g_string_append_printf (out, "%s\n", info->subtitle);

  if (info->company != NULL)
    g_string_append_printf (out, "%s · ", info->company);
  if (info->version != NULL)
    g_string_append_printf (out, "%s · ", info->version);
  if (info->date != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_format_numeric (info->date);
      g_string_append_printf (out, "%s · ", date);
    }
  g_string_append_printf (out, "%s %s, marges ", papers[info->paper],
                          info->orientation == PLT_LANDSCAPE ? "paysage" : "portrait");
  dump_points (info->margin, out);
  g_string_append (out, " pt\n");
}

static void
dump_runs (const PltDocBlock *block, PltDumpFlags flags, GString *out)
{
  if ((flags & PLT_DUMP_STYLES) && block->style != NULL
      && strcmp (block->style, "text.normal") != 0)
    g_string_append_printf (out, "<%s> ", block->style);
  const char *style = "run.normal";
  for (guint i = 0; i < block->runs->len; i++)
    {
      const PltDocRun *run = g_ptr_array_index (block->runs, i);
      if ((flags & PLT_DUMP_STYLES) && strcmp (run->style, style) != 0)
        g_string_append_printf (out, "<%s>", run->style);
      style = run->style;
      g_string_append (out, run->text);
    }
  if (block->left != NULL || block->right != NULL)
    g_string_append_printf (out, " [marges : %s | %s]", block->left != NULL ? block->left : "",
                            block->right != NULL ? block->right : "");
  plt_document_dump_ref (block->ref, flags, out);
  g_string_append_c (out, '\n');
}

static void
dump_heading (const PltDocBlock *block, PltDumpFlags flags, GString *out)
{
  for (guint i = 0; i < block->level; i++)
    g_string_append_c (out, '#');
  g_string_append_c (out, ' ');
  dump_runs (block, flags, out);
}

static void
dump_fields (const PltDocFields *fields, PltDumpFlags flags, GString *out)
{
  for (guint i = 0; i < fields->fields->len; i++)
    {
      const PltDocField *field = g_ptr_array_index (fields->fields, i);
      g_string_append_printf (out, "%s :", field->label);
      if ((flags & PLT_DUMP_STYLES) && strcmp (field->style, "cell.normal") != 0)
        g_string_append_printf (out, " <%s>", field->style);
      if (field->value[0] != '\0')
        g_string_append_printf (out, " %s", field->value);
      plt_document_dump_ref (field->ref, flags, out);
      g_string_append_c (out, '\n');
    }
}

/* One line a row: name, dates, what it is and what it carries. */
static void
dump_gantt (const PltGantt *gantt, GString *out)
{
  g_autofree char *from = plt_date_to_iso (gantt->from);
  g_autofree char *to = plt_date_to_iso (gantt->to);

  g_string_append_printf (out, "  %s → %s, %u links%s\n", from, to, gantt->links->len,
                          gantt->chart_only ? ", chart only" : "");
  for (guint i = 0; i < gantt->rows->len; i++)
    {
      const PltGanttRow *row = &g_array_index (gantt->rows, PltGanttRow, i);
      g_autofree char *first = row->from != PLT_DATE_NONE ? plt_date_to_iso (row->from) : NULL;
      g_autofree char *last = row->to != PLT_DATE_NONE ? plt_date_to_iso (row->to) : NULL;

      g_string_append_printf (out, "  %*s%s | %s → %s | %d %%%s%s%s%s", (int) (2 * row->depth), "",
                              row->label, first != NULL ? first : "", last != NULL ? last : "",
                              row->progress, row->flags & PLT_GANTT_GROUP ? " group" : "",
                              row->flags & PLT_GANTT_MILESTONE ? " milestone" : "",
                              row->flags & PLT_GANTT_CRITICAL ? " critical" : "",
                              row->flags & PLT_GANTT_LATE ? " late" : "");
      for (guint j = 0; j < gantt->n_columns; j++)
        g_string_append_printf (out, " | %s", row->cells[j]);
      if (*row->beside != '\0')
        g_string_append_printf (out, " « %s »", row->beside);
      g_string_append_c (out, '\n');
    }
}

static void
dump_drawing (const PltDrawing *drawing, PltDumpFlags flags, GString *out)
{
  g_string_append_printf (out, "[%s", drawing->alternative);
  if (flags & PLT_DUMP_STYLES)
    {
      g_string_append_printf (out, " : %s ", drawing->painter);
      dump_points (drawing->width, out);
      g_string_append (out, " x ");
      dump_points (drawing->height, out);
    }
  g_string_append (out, "]\n");
  for (guint i = 0; i < drawing->rows->len; i++)
    {
      const PltDrawingRow *row = g_ptr_array_index (drawing->rows, i);
      g_string_append_printf (out, "  %s | %s", row->text_a, row->text_b);
      for (guint j = 0; j < G_N_ELEMENTS (row->n); j++)
        g_string_append_printf (out, " | %" G_GINT64_FORMAT, row->n[j]);
      g_string_append_c (out, '\n');
    }
  if (drawing->gantt != NULL)
    dump_gantt (drawing->gantt, out);
}

static void
dump_block (const PltDocBlock *block, PltDumpFlags flags, GString *out)
{
  switch (block->kind)
    {
    case PLT_BLOCK_HEADING:
      dump_heading (block, flags, out);
      break;
    case PLT_BLOCK_PARAGRAPH:
      dump_runs (block, flags, out);
      break;
    case PLT_BLOCK_TABLE:
      plt_document_dump_table (block->table, flags, out);
      break;
    case PLT_BLOCK_FIELDS:
      dump_fields (block->fields, flags, out);
      break;
    case PLT_BLOCK_PAGE_BREAK:
      g_string_append (out, "---- page ----\n");
      break;
    case PLT_BLOCK_DRAWING:
      dump_drawing (block->drawing, flags, out);
      break;
    case PLT_BLOCK_SPACE:
    case PLT_BLOCK_IMAGE:
      break;
    }
}

/* Paragraphs that follow one another stand together, as do rows of key-value grids; everything else
 * is set apart by an empty line. */
static gboolean
stands_apart (const PltDocBlock *before, const PltDocBlock *block)
{
  if (block->kind == PLT_BLOCK_SPACE)
    return FALSE;
  return before == NULL || before->kind != block->kind || block->kind == PLT_BLOCK_TABLE
         || block->kind == PLT_BLOCK_DRAWING || block->kind == PLT_BLOCK_HEADING;
}

/**
 * plt_document_dump:
 * @flags: what is told besides the text
 *
 * Returns: (transfer full): the document as text, each line ended
 */
char *
plt_document_dump (const PltDocument *self, PltDumpFlags flags)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *out = g_string_new (NULL);
  dump_info (plt_document_get_info (self), out);

  const GPtrArray *blocks = plt_document_get_blocks (self);
  const PltDocBlock *before = NULL;
  for (guint i = 0; i < blocks->len; i++)
    {
      const PltDocBlock *block = g_ptr_array_index (blocks, i);
      if (stands_apart (before, block))
        g_string_append_c (out, '\n');
      dump_block (block, flags, out);
      before = block;
    }
  return g_string_free (out, FALSE);
}
