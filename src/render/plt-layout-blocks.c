/* Headings, paragraphs, key-value grids and drawings, put on pages from the top down. */
#include <string.h>

#include "plt-layout-private.h"

#define FRAME_PAD 5.0
#define FRAME_BAR 4.0

#define FIELD_PAD_X 4.0
#define FIELD_PAD_Y 2.5
#define FIELD_LABEL_LINE 8.5
#define FIELD_VALUE_LINE 12.0
#define FIELD_MIN_WIDTH 48.0

static void
append_runs (PltLayout *self, const PltDocBlock *block, const PltTextInk *ink, PltTextSpan *span)
{
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
      plt_ink_run (run->style, ink, start, (guint) text->len, attributes);
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

static void
place_lines (PltLayout *self,
             const PltDocBlock *block,
             const PltTextInk *ink,
             const PltTextBox *whole,
             const GArray *starts,
             guint first,
             guint n)
{
  double pad = ink->framed ? FRAME_PAD : 0;
  double bar = ink->framed ? FRAME_BAR : 0;
  gboolean last = first + n == starts->len;
  PltTextBox box = *whole;
  box.span = plt_layout_cut (self, &whole->span, g_array_index (starts, int, first),
                             last ? whole->span.length : g_array_index (starts, int, first + n));
  box.n_lines = n;
  box.height = n * ink->line;
  box.y = self->y + pad;
  plt_layout_text (self, &box);
  double x = whole->x - pad - bar;
  double width = whole->width + 2 * pad + bar;
  double height = box.height + 2 * pad;
  if (ink->framed)
    {
      const PltColor black = { 0, 0, 0 };
      double half = PLT_STRONG_LINE / 2;
      plt_layout_shape (self, PLT_SHAPE_FILL, black, 0, x, self->y, bar, height);
      plt_layout_shape (self, PLT_SHAPE_FRAME, black, PLT_STRONG_LINE, x + half, self->y + half,
                        width - 2 * half, height - 2 * half);
    }
  plt_layout_hit_box (self, &block->ref, x, self->y, width, height);
  self->y += height;
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
  *whole = (PltTextBox){ .line = (float) ink->line, .color = ink->color };
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
  return MIN (height, plt_layout_get_capacity (self));
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
  PltTextBox whole;
  dress_text (self, block, ink, &whole);
  whole.tag = PLT_TAG_PARAGRAPH;
  if (block->kind == PLT_BLOCK_HEADING)
    {
      whole.tag = (guint8) (PLT_TAG_HEADING_1 + CLAMP (block->level, 1, 3) - 1);
      add_to_outline (self, block, whole.span.text);
    }

  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_lines = plt_typesetter_break (self->type, &whole.span, whole.width, starts);
  for (guint done = 0; done < n_lines;)
    {
      guint n = lines_here (self, n_lines - done, plt_layout_get_room (self) - 2 * pad, ink->line);
      if (n > 0)
        place_lines (self, block, ink, &whole, starts, done, n);
      done += n;
      if (done < n_lines)
        plt_layout_new_page (self);
    }
}

/* ---- drawings ---- */

void
plt_layout_place_drawing (PltLayout *self, const PltDrawing *drawing)
{
  PltDrawingBox box = { .drawing = drawing };
  box.width = drawing->width > 0 ? MIN (drawing->width, self->width) : self->width;
  box.height = MIN (drawing->height, plt_layout_get_room (self));
  box.x = self->left;
  box.y = self->y;
  g_array_append_val (self->page->drawings, box);
  self->y += box.height;
}

/* ---- key-value grids ---- */

typedef struct
{
  guint columns;
  double width; /* of a box */
  const PltFont *label;
  const PltFont *value;
} Grid;

static Grid
grid_of (PltLayout *self, const PltDocFields *fields)
{
  const PltFontSpec label = { PLT_FACE_SANS, 6.5, PANGO_WEIGHT_NORMAL, FALSE };
  const PltFontSpec value = { PLT_FACE_SANS, 9, PANGO_WEIGHT_MEDIUM, FALSE };
  Grid grid = { .columns = CLAMP (fields->columns, 1, MAX (fields->fields->len, 1)) };
  grid.columns = MIN (grid.columns, MAX ((guint) (self->width / FIELD_MIN_WIDTH), 1));
  grid.width = self->width / grid.columns;
  grid.label = plt_typesetter_font (self->type, &label);
  grid.value = plt_typesetter_font (self->type, &value);
  return grid;
}

/* Boxes of a line are equal; the fields of an incomplete last line share all of it. */
static double
field_width (const Grid *grid, const PltDocFields *fields, guint i)
{
  guint first = i - i % grid->columns;
  guint here = MIN (grid->columns, fields->fields->len - first);
  return grid->width * grid->columns / here;
}

static guint
text_lines (PltLayout *self, const PltFont *font, const char *text, double width)
{
  PltTextSpan span = { text, (int) strlen (text), NULL, font };
  return span.length == 0 ? 0 : plt_typesetter_break (self->type, &span, width, NULL);
}

static double
field_label_height (PltLayout *self, const Grid *grid, const PltDocField *field, double width)
{
  return MAX (text_lines (self, grid->label, field->label, width), 1) * FIELD_LABEL_LINE;
}

/* Height of the line of fields that begins with field `first`. */
static double
field_line_height (PltLayout *self, const Grid *grid, const PltDocFields *fields, guint first)
{
  double tallest = 0;
  guint end = MIN (first + grid->columns, fields->fields->len);
  for (guint i = first; i < end; i++)
    {
      const PltDocField *field = g_ptr_array_index (fields->fields, i);
      double width = field_width (grid, fields, i) - 2 * FIELD_PAD_X;
      guint n_lines = MAX (text_lines (self, grid->value, field->value, width), 1);
      tallest = MAX (tallest,
                     field_label_height (self, grid, field, width) + n_lines * FIELD_VALUE_LINE);
    }
  return tallest + 2 * FIELD_PAD_Y;
}

double
plt_layout_fields_opening (PltLayout *self, const PltDocFields *fields)
{
  if (fields->fields->len == 0)
    return 0;
  Grid grid = grid_of (self, fields);
  return MIN (field_line_height (self, &grid, fields, 0), plt_layout_get_capacity (self));
}

/* Draws a field from line `first` of its value on, as far as `height` goes. Returns the lines done
 * after that; the label is repeated where a value continues. */
static guint
place_field (PltLayout *self,
             const Grid *grid,
             const PltDocField *field,
             double x,
             double width,
             double height,
             guint first)
{
  double inner = width - 2 * FIELD_PAD_X;
  double label = field_label_height (self, grid, field, inner);
  PltTextBox box = { .x = x + FIELD_PAD_X,
                     .y = self->y + FIELD_PAD_Y,
                     .width = inner,
                     .height = label,
                     .line = FIELD_LABEL_LINE,
                     .n_lines = (guint) (label / FIELD_LABEL_LINE + 0.5),
                     .color = plt_palette_get (PLT_PALETTE_PAPER)->muted,
                     .tag = PLT_TAG_PARAGRAPH };
  box.span = (PltTextSpan){ field->label, (int) strlen (field->label), NULL, grid->label };
  plt_layout_text (self, &box);
  plt_layout_hit_box (self, &field->ref, x, self->y, width, height);

  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  PltTextSpan value = { field->value, (int) strlen (field->value), NULL, grid->value };
  guint n_lines = plt_typesetter_break (self->type, &value, inner, starts);
  guint fit = (guint) MAX ((height - 2 * FIELD_PAD_Y - label + 0.01) / FIELD_VALUE_LINE, 1);
  if (first >= n_lines)
    return n_lines;
  guint end = MIN (first + fit, n_lines);
  box.span = plt_layout_cut (self, &value, g_array_index (starts, int, first),
                             end < n_lines ? g_array_index (starts, int, end) : value.length);
  box.y += label;
  box.line = FIELD_VALUE_LINE;
  box.n_lines = end - first;
  box.height = box.n_lines * FIELD_VALUE_LINE;
  box.color = (PltColor){ 0, 0, 0 };
  plt_layout_text (self, &box);
  return end;
}

static void
rule (PltLayout *self, double x, double y, double width, double height)
{
  const PltColor color = plt_palette_get (PLT_PALETTE_PAPER)->hairline;
  plt_layout_shape (self, PLT_SHAPE_LINE, color, PLT_HAIRLINE, x, y, width, height);
}

/* One line of the grid, `height` high at most here. TRUE when some value has lines left. */
static gboolean
place_field_line (PltLayout *self,
                  const Grid *grid,
                  const PltDocFields *fields,
                  guint first,
                  double height,
                  guint *done)
{
  gboolean more = FALSE;
  guint end = MIN (first + grid->columns, fields->fields->len);
  double x = self->left;
  for (guint i = first; i < end; i++)
    {
      const PltDocField *field = g_ptr_array_index (fields->fields, i);
      double width = field_width (grid, fields, i);
      guint before = done[i - first];
      guint after = place_field (self, grid, field, x, width, height, before);
      done[i - first] = after;
      more |= after < text_lines (self, grid->value, field->value,
                                  field_width (grid, fields, i) - 2 * FIELD_PAD_X);
      rule (self, x, self->y, 0, height);
      x += width;
    }
  rule (self, x, self->y, 0, height);
  self->y += height;
  rule (self, self->left, self->y, self->width, 0);
  return more;
}

void
plt_layout_place_fields (PltLayout *self, const PltDocFields *fields)
{
  Grid grid = grid_of (self, fields);
  g_autofree guint *done = g_new (guint, grid.columns);
  gboolean open = FALSE; /* the upper rule of this page is drawn */
  for (guint first = 0; first < fields->fields->len; first += grid.columns)
    {
      double left = field_line_height (self, &grid, fields, first);
      memset (done, 0, grid.columns * sizeof *done);
      for (gboolean more = TRUE; more;)
        {
          if (left > plt_layout_get_room (self) && !plt_layout_page_is_fresh (self))
            {
              plt_layout_new_page (self);
              open = FALSE;
            }
          if (!open)
            rule (self, self->left, self->y, self->width, 0);
          open = TRUE;
          double height = MIN (left, plt_layout_get_room (self));
          more = place_field_line (self, &grid, fields, first, height, done);
          left -= height - 2 * FIELD_PAD_Y - FIELD_LABEL_LINE;
          left = MAX (left, FIELD_VALUE_LINE + FIELD_LABEL_LINE + 2 * FIELD_PAD_Y);
        }
    }
}
