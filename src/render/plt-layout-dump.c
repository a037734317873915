/* A layout as text, for golden files: boxes in tenths of a point, in the order they are drawn. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "plt-layout-private.h"

/* Without printf's %f, which follows the locale of the process. */
static void
add_length (GString *out, double length)
{
  long tenths = lround (length * 10);
  long size = labs (tenths);
  g_string_append_printf (out, " %s%ld.%ld", tenths < 0 ? "-" : "", size / 10, size % 10);
}

static void
add_box (GString *out, double x, double y, double width, double height)
{
  add_length (out, x);
  add_length (out, y);
  add_length (out, width);
  add_length (out, height);
}

static void
add_color (GString *out, PltColor color)
{
  g_string_append_printf (out, " #%02x%02x%02x", color.red, color.green, color.blue);
}

static void
add_text (GString *out, const char *text, int length)
{
  g_string_append (out, " \"");
  for (const char *p = text; p < text + length; p++)
    if (*p == '\n')
      g_string_append (out, "\\n");
    else
      g_string_append_c (out, *p);
  g_string_append_c (out, '"');
}

static void
dump_text (GString *out, const PltTextBox *box)
{
  static const char *const tags[] = { "-", "h1", "h2", "h3", "p", "th", "td" };
  static const char *const aligns[] = { "", " center", " end" };
  const PltFontSpec *font = plt_font_get_spec (box->span.font);
  g_string_append (out, tags[box->tag]);
  add_box (out, box->x, box->y, box->width, box->height);
  g_string_append (out, font->face == PLT_FACE_SCREENPLAY ? " courier" : " sans");
  add_length (out, font->size);
  g_string_append_printf (out, " %d%s%s", (int) font->weight, font->italic ? " italic" : "",
                          aligns[box->align]);
  if (box->rotated)
    g_string_append (out, " up");
  if (box->n_lines > 1)
    g_string_append_printf (out, " lines=%u", box->n_lines);
  if (box->ellipsize)
    g_string_append (out, " cut");
  if (box->color.red != 0 || box->color.green != 0 || box->color.blue != 0)
    add_color (out, box->color);
  add_text (out, box->span.text, box->span.length);
  g_string_append_c (out, '\n');
}

static void
dump_shape (GString *out, const PltShape *shape)
{
  static const char *const kinds[] = { "fill", "line", "frame", "mark", "corner" };
  g_string_append (out, kinds[shape->kind]);
  add_box (out, shape->x, shape->y, shape->width, shape->height);
  if (shape->line > 0)
    g_string_append_printf (out, " w%ld", lround (shape->line * 100));
  add_color (out, shape->color);
  g_string_append_c (out, '\n');
}

static void
dump_page (GString *out, const PltPage *page)
{
  for (guint i = 0; i < page->texts->len; i++)
    dump_text (out, &g_array_index (page->texts, PltTextBox, i));
  for (guint i = 0; i < page->drawings->len; i++)
    {
      const PltDrawingBox *box = &g_array_index (page->drawings, PltDrawingBox, i);
      g_string_append_printf (out, "drawing %s", box->drawing->painter);
      add_box (out, box->x, box->y, box->width, box->height);
      g_string_append_printf (out, " rows=%u", box->drawing->rows->len);
      if (box->gantt != NULL)
        plt_gantt_pages_dump (box->gantt, box->part, out);
      add_text (out, box->drawing->alternative, (int) strlen (box->drawing->alternative));
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < page->shapes->len; i++)
    dump_shape (out, &g_array_index (page->shapes, PltShape, i));
}

/**
 * plt_layout_dump:
 *
 * One line a box: its tag, left, top, width and height, face, alignment and text; then drawings,
 * then grounds and rules (widths in hundredths of a point).
 *
 * Returns: (transfer full): the same for the same document and fonts
 */
char *
plt_layout_dump (const PltLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *out = g_string_new ("pages");
  g_string_append_printf (out, " %u", self->pages->len);
  add_length (out, self->page_width);
  add_length (out, self->page_height);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < self->outline->len; i++)
    {
      const PltOutlineEntry *entry = &g_array_index (self->outline, PltOutlineEntry, i);
      g_string_append_printf (out, "outline %u page %u", entry->level, entry->page + 1);
      add_length (out, entry->y);
      add_text (out, entry->text, (int) strlen (entry->text));
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < self->pages->len; i++)
    {
      g_string_append_printf (out, "\npage %u\n", i + 1);
      dump_page (out, g_ptr_array_index (self->pages, i));
    }
  return g_string_free (out, FALSE);
}
