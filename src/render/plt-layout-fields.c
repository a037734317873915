/* Key-value grids: a small label above its value in a ruled box, so many boxes a line. A box
 * without value has room for a hand-written one. A value no page holds continues on the next one,
 * below its label again. */
#include <math.h>
#include <string.h>

#include "plt-layout-private.h"

#define PAD_X 4.0
#define PAD_Y 2.5
#define PAD_Y_DENSE 1.5
#define LABEL_LINE 8.5
#define LABEL_MOST_LINES 4
#define VALUE_SIZE 9.0
#define DENSE_SIZE 7.25
#define LINE_RATIO (4 / 3.0) /* of values */
#define MIN_WIDTH 48.0

typedef struct
{
  guint columns;
  const PltFont *label;
  PltRowInk ink; /* values are dressed as the cells of a row */
  double line;
  double pad; /* above and below the text of a box */
} Grid;

/**
 * Box: a field on its line
 * @ink: @value: how its value is set
 * @starts: where the lines of the value begin
 * @done: how many of them stand on earlier pages
 */
typedef struct
{
  const PltDocField *field;
  PltCellInk ink;
  const PltFont *value;
  double x;
  double width;
  guint label_lines;
  gboolean label_cut;
  GArray *starts;
  guint done;
} Box;

static Grid
grid_of (PltLayout *self, const PltDocFields *fields)
{
  const PltFontSpec label = { PLT_FACE_SANS, 6.5, PANGO_WEIGHT_NORMAL, FALSE };
  guint most = MAX ((guint) (self->width / MIN_WIDTH), 1);
  Grid grid = { .columns = CLAMP (fields->columns, 1, MIN (MAX (fields->fields->len, 1), most)) };
  grid.label = plt_typesetter_font (self->type, &label);
  grid.ink.font = (PltFontSpec){ PLT_FACE_SANS, fields->dense ? DENSE_SIZE : VALUE_SIZE,
                                 PANGO_WEIGHT_MEDIUM, FALSE };
  grid.line = grid.ink.font.size * LINE_RATIO;
  grid.pad = plt_document_get_info (self->doc)->dense ? PAD_Y_DENSE : PAD_Y;
  return grid;
}

static PltTextSpan
span_of (const char *text, const PltFont *font)
{
  return (PltTextSpan){ text, (int) strlen (text), NULL, font };
}

/* How many fields stand on the line that begins with field `first`. */
static guint
count_line (const Grid *grid, const PltDocFields *fields, guint first, double *weights)
{
  guint n = 0;

  *weights = 0;
  for (; n < grid->columns && first + n < fields->fields->len; n++)
    {
      const PltDocField *field = g_ptr_array_index (fields->fields, first + n);

      if (n > 0 && field->begins)
        break;
      *weights += field->weight;
    }
  return n;
}

/* Measures the line that begins with field `first`: boxes by their weights, equal when nothing is
 * said; the fields of an incomplete line share all of it. Returns how many there are. */
static guint
measure_line (
    PltLayout *self, const Grid *grid, const PltDocFields *fields, guint first, Box *boxes)
{
  double weights, x = self->left;
  guint n = count_line (grid, fields, first, &weights);
  for (guint i = 0; i < n; i++)
    {
      Box *box = &boxes[i];
      *box = (Box){ .field = g_ptr_array_index (fields->fields, first + i) };
      plt_layout_cell_ink (self, box->field->style, &grid->ink, &box->ink);
      box->value = plt_typesetter_font (self->type, &box->ink.font);
      box->width = self->width * box->field->weight / weights;
      box->x = x;
      x += box->width;
      double inner = box->width - 2 * PAD_X;
      PltTextSpan label = span_of (box->field->label, grid->label);
      PltTextSpan value = span_of (box->field->value, box->value);
      guint label_lines = plt_typesetter_break (self->type, &label, inner, NULL);
      box->label_lines = MIN (label_lines, LABEL_MOST_LINES);
      box->label_cut = label_lines > LABEL_MOST_LINES;
      box->starts = g_array_new (FALSE, FALSE, sizeof (int));
      plt_typesetter_break (self->type, &value, inner, box->starts);
    }
  return n;
}

static void
clear_line (Box *boxes, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&boxes[i].starts, g_array_unref);
}

/* The height of what is left of a line. */
static double
line_height (const Grid *grid, const Box *boxes, guint n)
{
  double tallest = 0;
  for (guint i = 0; i < n; i++)
    tallest = MAX (tallest, boxes[i].label_lines * LABEL_LINE
                                + (boxes[i].starts->len - boxes[i].done) * grid->line);
  return tallest + 2 * grid->pad;
}

double
plt_layout_fields_opening (PltLayout *self, const PltDocFields *fields)
{
  if (fields->fields->len == 0)
    return 0;
  Grid grid = grid_of (self, fields);
  g_autofree Box *boxes = g_new0 (Box, grid.columns);
  guint n = measure_line (self, &grid, fields, 0, boxes);
  double height = line_height (&grid, boxes, n);
  clear_line (boxes, n);
  return fmin (height, plt_layout_get_capacity (self));
}

static void
place_ground (PltLayout *self, const Box *box, double height)
{
  PltShape shape = {
    .color = box->ink.fill, .x = box->x, .y = self->y, .width = box->width, .height = height
  };
  if (box->ink.filled)
    plt_layout_shape (self, &shape);
  shape.kind = PLT_SHAPE_CORNER;
  shape.color = box->ink.color;
  if (box->ink.corner)
    plt_layout_shape (self, &shape);
}

static void
place_box (PltLayout *self, const Grid *grid, Box *box, double height)
{
  PltTextBox text
      = { .span = span_of (box->field->label, grid->label),
          .x = box->x + PAD_X,
          .y = self->y + grid->pad,
          .width = box->width - 2 * PAD_X,
          .height = box->label_lines * LABEL_LINE,
          .line = LABEL_LINE,
          .n_lines = box->label_lines,
          .ellipsize = box->label_cut,
          .color = box->ink.filled ? box->ink.color : plt_palette_get (PLT_PALETTE_PAPER)->muted,
          .tag = PLT_TAG_PARAGRAPH };
  place_ground (self, box, height);
  plt_layout_text (self, &text);
  plt_layout_hit_box (self, &box->field->ref, box->x, self->y, box->width, height);

  guint n_lines = box->starts->len;
  double room = height - 2 * grid->pad - text.height;
  guint fit = room < grid->line ? 1 : (guint) ((room + 0.01) / grid->line);
  guint end = MIN (box->done + fit, n_lines);
  if (box->done == end)
    return;
  PltTextSpan value = span_of (box->field->value, box->value);
  text.span = plt_layout_cut (self, &value, g_array_index (box->starts, int, box->done),
                              end < n_lines ? g_array_index (box->starts, int, end) : value.length);
  text.y += text.height;
  text.line = grid->line;
  text.n_lines = end - box->done;
  text.ellipsize = FALSE;
  text.height = text.n_lines * grid->line;
  text.color = box->ink.color;
  plt_layout_text (self, &text);
  box->done = end;
}

static void
rule (PltLayout *self, double x, double y, double width, double height)
{
  const PltColor color = plt_palette_get (PLT_PALETTE_PAPER)->hairline;
  const PltShape line = { PLT_SHAPE_LINE, color, PLT_HAIRLINE, x, y, width, height };
  plt_layout_shape (self, &line);
}

/* As much of a line as this page has room for. TRUE when some value has lines left. */
static gboolean
place_line (PltLayout *self, const Grid *grid, Box *boxes, guint n)
{
  double height = fmin (line_height (grid, boxes, n), plt_layout_get_room (self));
  gboolean more = FALSE;
  for (guint i = 0; i < n; i++)
    {
      place_box (self, grid, &boxes[i], height);
      rule (self, boxes[i].x, self->y, 0, height);
      more |= boxes[i].done < boxes[i].starts->len;
    }
  rule (self, self->left + self->width, self->y, 0, height);
  self->y += height;
  rule (self, self->left, self->y, self->width, 0);
  return more;
}

void
plt_layout_place_fields (PltLayout *self, const PltDocFields *fields)
{
  Grid grid = grid_of (self, fields);
  g_autofree Box *boxes = g_new0 (Box, grid.columns);
  gboolean ruled = FALSE; /* the upper rule of this page is drawn */
  for (guint first = 0, n; first < fields->fields->len; first += n)
    {
      n = measure_line (self, &grid, fields, first, boxes);
      for (gboolean more = TRUE; more;)
        {
          if (line_height (&grid, boxes, n) > plt_layout_get_room (self)
              && !plt_layout_page_is_fresh (self))
            {
              plt_layout_new_page (self);
              ruled = FALSE;
            }
          if (!ruled)
            rule (self, self->left, self->y, self->width, 0);
          ruled = TRUE;
          more = place_line (self, &grid, boxes, n);
        }
      clear_line (boxes, n);
    }
}
