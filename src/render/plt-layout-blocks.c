/* Headings, paragraphs and drawings, put on pages from the top down. */
#include <math.h>
#include <string.h>

#include "plt-layout-private.h"

#define FRAME_PAD 5.0
#define FRAME_BAR 4.0

static void
append_runs (PltLayout *self, const PltDocBlock *block, const PltTextInk *ink, PltTextSpan *span)
{
  if (block->runs->len == 0)
    {
      span->text = "";
      span->length = 0;
      return;
    }
  if (block->runs->len == 1
      && g_strcmp0 (((PltDocRun *) g_ptr_array_index (block->runs, 0))->style, "run.normal") == 0)
    {
      span->text = ((PltDocRun *) g_ptr_array_index (block->runs, 0))->text;
      span->length = (int) strlen (span->text);
      return;
    }

  GString *text = g_string_new (NULL);
  PangoAttrList *attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  for (guint i = 0; i < block->runs->len; i++)
    {
      const PltDocRun *run = g_ptr_array_index (block->runs, i);
      guint start = (guint) text->len;
      g_string_append (text, run->text);
      plt_ink_run (run, ink, start, (guint) text->len, attributes);
    }
  span->length = (int) text->len;
  span->text = plt_layout_own (self, g_string_free (text, FALSE));
  span->attributes = attributes;
  g_ptr_array_add (self->lists, attributes);
}

/* Bytes [start, end) of a span; attributes move along. */
PltTextSpan
plt_layout_cut (PltLayout *self, const PltTextSpan *span, int start, int end)
{
  PltTextSpan part = *span;
  part.text += start;
  part.length = end - start;
  while (part.length > 0 && part.text[part.length - 1] == '\n')
    part.length--;
  if (span->attributes != NULL && start > 0)
    {
      part.attributes = pango_attr_list_copy (span->attributes);
      pango_attr_list_update (part.attributes, 0, start, 0);
      g_ptr_array_add (self->lists, part.attributes);
    }
  return part;
}

/**
 * Text: a block being put on pages
 * @whole: its text and the room it has
 * @starts: where its lines begin
 */
typedef struct
{
  const PltDocBlock *block;
  const PltTextInk *ink;
  PltTextBox whole;
  GArray *starts;
} Text;

static void
put_frame (PltLayout *self, double x, double width, double height)
{
  PltShape shape = { PLT_SHAPE_FILL, { 0, 0, 0 }, 0, x, self->y, FRAME_BAR, height };
  plt_layout_shape (self, &shape);
  shape.kind = PLT_SHAPE_FRAME;
  shape.line = PLT_STRONG_LINE;
  shape.x += shape.line / 2;
  shape.y += shape.line / 2;
  shape.width = width - shape.line;
  shape.height = height - shape.line;
  plt_layout_shape (self, &shape);
}

static void
place_lines (PltLayout *self, const Text *text, guint first, guint n)
{
  const PltTextInk *ink = text->ink;
  double pad = ink->framed ? FRAME_PAD : 0;
  double bar = ink->framed ? FRAME_BAR : 0;
  const GArray *starts = text->starts;
  int length = text->whole.span.length;
  int end = first + n == starts->len ? length : g_array_index (starts, int, first + n);
  PltTextBox box = text->whole;
  box.span = plt_layout_cut (self, &box.span, g_array_index (starts, int, first), end);
  box.n_lines = n;
  box.height = n * ink->line;
  box.y = self->y + pad;
  plt_layout_text (self, &box);

  double x = box.x - pad - bar;
  double width = box.width + 2 * pad + bar;
  double height = box.height + 2 * pad;
  if (ink->framed)
    put_frame (self, x, width, height);
  plt_layout_hit_box (self, &text->block->ref, x, self->y, width, height);
  self->y += height;
}

/* Beside the first line: at the left edge of the page's text, and at its right one. */
static void
place_margins (PltLayout *self, const Text *text)
{
  const PltDocBlock *block = text->block;
  PltTextBox box = text->whole;

  box.y = self->y;
  box.height = text->ink->line;
  box.n_lines = 1;
  box.x = self->left;
  box.width = self->width;
  if (block->left != NULL)
    {
      box.align = PLT_ALIGN_START;
      box.span.text = block->left;
      box.span.length = (int) strlen (block->left);
      box.span.attributes = NULL;
      plt_layout_text (self, &box);
    }
  if (block->right != NULL)
    {
      box.align = PLT_ALIGN_END;
      box.span.text = block->right;
      box.span.length = (int) strlen (block->right);
      box.span.attributes = NULL;
      plt_layout_text (self, &box);
    }
}

/* Lines that go on this page: all that are left if they fit, else never one alone on either side
 * unless the page holds no more. */
static guint
lines_here (const PltLayout *self, guint left, double room, double line)
{
  guint fit = room < line ? 0 : (guint) ((room + 0.01) / line);
  if (fit >= left)
    return left;
  if (left - fit == 1 && fit > 2)
    fit--;
  if (fit < 2 && !plt_layout_page_is_fresh (self))
    return 0;
  return MAX (fit, 1);
}

/* The text of a block in the room its ink gives it. */
static void
dress_text (PltLayout *self, const PltDocBlock *block, const PltTextInk *ink, PltTextBox *whole)
{
  double pad = ink->framed ? FRAME_PAD : 0;
  double bar = ink->framed ? FRAME_BAR : 0;
  double inset = MIN (ink->inset, self->width * 0.4);
  *whole = (PltTextBox){ .line = ink->line, .color = ink->color, .align = ink->align };
  whole->span.font = plt_typesetter_font (self->type, &ink->font);
  append_runs (self, block, ink, &whole->span);
  whole->x = self->left + inset + pad + bar;
  whole->width = self->width - inset - 2 * pad - bar;
  if (ink->measure > 0)
    whole->width = MIN (whole->width, ink->measure);
}

double
plt_layout_text_opening (PltLayout *self, const PltDocBlock *block, const PltTextInk *ink)
{
  PltTextBox whole;
  dress_text (self, block, ink, &whole);
  guint n_lines = 2;
  if (ink->keep)
    n_lines = plt_typesetter_break (self->type, &whole.span, whole.width, NULL);
  double height = n_lines * ink->line + (ink->framed ? 2 * FRAME_PAD : 0);
  return fmin (height, plt_layout_get_capacity (self));
}

static void
add_to_outline (PltLayout *self, const PltDocBlock *block, const char *text)
{
  PltOutlineEntry entry = { text, block->level, self->pages->len - 1, self->y };
  g_array_append_val (self->outline, entry);
}

void
plt_layout_place_text (PltLayout *self, const PltDocBlock *block, const PltTextInk *ink)
{
  double pad = ink->framed ? FRAME_PAD : 0;
  Text text = { .block = block, .ink = ink };
  dress_text (self, block, ink, &text.whole);
  text.whole.tag = PLT_TAG_PARAGRAPH;
  if (block->kind == PLT_BLOCK_HEADING)
    {
      text.whole.tag = (guint8) (PLT_TAG_HEADING_1 + CLAMP (block->level, 1, 3) - 1);
      add_to_outline (
          self, block,
          block->left == NULL
              ? text.whole.span.text
              : plt_layout_own (self, g_strconcat (block->left, "  ", text.whole.span.text, NULL)));
    }

  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_lines = plt_typesetter_break (self->type, &text.whole.span, text.whole.width, starts);
  text.starts = starts;
  for (guint done = 0; done < n_lines;)
    {
      guint n = lines_here (self, n_lines - done, plt_layout_get_room (self) - 2 * pad, ink->line);
      if (n > 0 && done == 0)
        place_margins (self, &text);
      if (n > 0)
        place_lines (self, &text, done, n);
      done += n;
      if (done < n_lines)
        plt_layout_new_page (self);
    }
}

/* ---- drawings ---- */

/* The first page has what is left of this one, the others have all there is. */
static void
place_gantt (PltLayout *self, const PltDrawing *drawing)
{
  PltGanttPages *pages
      = plt_gantt_pages_new (drawing->gantt, self->type, self->width, plt_layout_get_room (self),
                             self->bottom - self->margin_y - PLT_RUNNING_HEAD);
  g_ptr_array_add (self->gantts, pages);
  for (guint i = 0; i < plt_gantt_pages_get_n (pages); i++)
    {
      if (i > 0)
        plt_layout_new_page (self);
      PltDrawingBox box = { .drawing = drawing, .gantt = pages, .part = i };
      box.x = self->left;
      box.y = self->y;
      box.width = self->width;
      box.height = plt_gantt_pages_get_height (pages, i);
      g_array_append_val (self->page->drawings, box);
      self->y += box.height;
    }
}

void
plt_layout_place_drawing (PltLayout *self, const PltDrawing *drawing)
{
  PltDrawingBox box = { .drawing = drawing };
  if (drawing->gantt != NULL)
    {
      place_gantt (self, drawing);
      return;
    }
  box.width = drawing->width > 0 ? MIN (drawing->width, self->width) : self->width;
  box.height = fmin (drawing->height, plt_layout_get_room (self));
  box.x = self->left;
  box.y = self->y;
  g_array_append_val (self->page->drawings, box);
  self->y += box.height;
}
