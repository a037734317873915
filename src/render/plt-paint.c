/* Draws the boxes of a page: grounds, rules and drawings first, text above them.
 *
 * All text comes after everything else, so the structure of a PDF (headings, tables, rows, cells)
 * is opened and closed around text only. With cairo 1.16 a full-page paint inside a tag loses the
 * tag and may crash: nothing here paints, it fills. */
#include "plt-layout-private.h"
#include "plt-painters.h"

#define MARK_RADIUS 1.5
#define CORNER 4.5

static void
draw_mark (cairo_t *cr, const PltShape *shape)
{
  double r = MIN (MARK_RADIUS, MIN (shape->width, shape->height) / 2);
  double right = shape->x + shape->width - r;
  double bottom = shape->y + shape->height - r;
  cairo_new_sub_path (cr);
  cairo_arc (cr, right, shape->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right, bottom, r, 0, G_PI_2);
  cairo_arc (cr, shape->x + r, bottom, r, G_PI_2, G_PI);
  cairo_arc (cr, shape->x + r, shape->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_shape (cairo_t *cr, const PltShape *shape)
{
  plt_cairo_set_color (cr, shape->color);
  switch (shape->kind)
    {
    case PLT_SHAPE_FILL:
      cairo_rectangle (cr, shape->x, shape->y, shape->width, shape->height);
      cairo_fill (cr);
      break;
    case PLT_SHAPE_LINE:
      cairo_set_line_width (cr, shape->line);
      cairo_move_to (cr, shape->x, shape->y);
      cairo_rel_line_to (cr, shape->width, shape->height);
      cairo_stroke (cr);
      break;
    case PLT_SHAPE_FRAME:
      cairo_set_line_width (cr, shape->line);
      cairo_rectangle (cr, shape->x, shape->y, shape->width, shape->height);
      cairo_stroke (cr);
      break;
    case PLT_SHAPE_MARK:
      draw_mark (cr, shape);
      break;
    case PLT_SHAPE_CORNER:
      {
        double side = MIN (CORNER, MIN (shape->width, shape->height));
        cairo_move_to (cr, shape->x + shape->width - side, shape->y);
        cairo_rel_line_to (cr, side, 0);
        cairo_rel_line_to (cr, 0, side);
        cairo_close_path (cr);
        cairo_fill (cr);
      }
      break;
    }
}

static void
draw_text (PltLayout *self, cairo_t *cr, const PltTextBox *box)
{
  PltTextPlace place = { .x = box->x,
                         .y = box->y,
                         .width = box->width,
                         .line = box->line,
                         .n_lines = box->n_lines,
                         .align = box->align,
                         .ellipsize = box->ellipsize };
  if (!box->rotated)
    {
      plt_typesetter_draw (self->type, cr, &box->span, box->color, &place);
      return;
    }
  cairo_save (cr);
  cairo_translate (cr, box->x, box->y + box->height);
  cairo_rotate (cr, -G_PI_2);
  place.x = place.y = 0;
  place.width = box->height;
  plt_typesetter_draw (self->type, cr, &box->span, box->color, &place);
  cairo_restore (cr);
}

/* ---- structure ---- */

typedef struct
{
  cairo_t *cr;
  PltStructure structure;
  guint table;
  guint row;
} Tags;

static const char *
tag_name (PltTag tag)
{
  switch (tag)
    {
    case PLT_TAG_HEADING_1:
      return "H1";
    case PLT_TAG_HEADING_2:
      return "H2";
    case PLT_TAG_HEADING_3:
      return "H3";
    case PLT_TAG_PARAGRAPH:
      return "P";
    case PLT_TAG_HEADER_CELL:
      return "TH";
    case PLT_TAG_CELL:
      return "TD";
    case PLT_TAG_NONE:
      return NULL;
    }
  return NULL;
}

/* Closes the row and table that the next text is not in, opens those it is in. */
static void
enter (Tags *tags, guint table, guint row)
{
  if (tags->row != 0 && (tags->row != row || tags->table != table))
    {
      cairo_tag_end (tags->cr, "TR");
      tags->row = 0;
    }
  if (tags->table != 0 && tags->table != table)
    {
      cairo_tag_end (tags->cr, "Table");
      tags->table = 0;
    }
  if (table != 0 && tags->table == 0)
    cairo_tag_begin (tags->cr, "Table", NULL);
  if (row != 0 && tags->row == 0)
    cairo_tag_begin (tags->cr, "TR", NULL);
  tags->table = table;
  tags->row = row;
}

static void
draw_tagged (PltLayout *self, Tags *tags, const PltTextBox *box)
{
  enter (tags, box->table, box->row);
  const char *name = tag_name (box->tag);
  if (box->table != 0 && tags->structure < PLT_STRUCTURE_CELLS)
    name = NULL;
  if (name != NULL)
    cairo_tag_begin (tags->cr, name, NULL);
  draw_text (self, tags->cr, box);
  if (name != NULL)
    cairo_tag_end (tags->cr, name);
}

/**
 * plt_layout_paint_structured:
 * @cr: of a PDF surface, unless @structure is %PLT_STRUCTURE_NONE
 */
void
plt_layout_paint_structured (PltLayout *self, guint page, cairo_t *cr, PltStructure structure)
{
  const PltPage *from = g_ptr_array_index (self->pages, page);
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  for (guint pass = 0; pass < 2; pass++) /* grounds, then rules and what stands on grounds */
    for (guint i = 0; i < from->shapes->len; i++)
      {
        const PltShape *shape = &g_array_index (from->shapes, PltShape, i);
        if ((shape->kind == PLT_SHAPE_FILL) == (pass == 0))
          draw_shape (cr, shape);
      }
  for (guint i = 0; i < from->drawings->len; i++)
    {
      const PltDrawingBox *box = &g_array_index (from->drawings, PltDrawingBox, i);
      cairo_save (cr);
      cairo_translate (cr, box->x, box->y);
      if (box->gantt != NULL)
        plt_gantt_pages_paint (box->gantt, box->part, cr, self->type, &self->palette);
      else
        plt_drawing_paint (box->drawing, cr, box->width, box->height, &self->palette, self->fonts);
      cairo_restore (cr);
    }

  Tags tags = { cr, structure, 0, 0 };
  for (guint i = 0; i < from->texts->len; i++)
    {
      const PltTextBox *box = &g_array_index (from->texts, PltTextBox, i);
      if (structure == PLT_STRUCTURE_NONE)
        draw_text (self, cr, box);
      else
        draw_tagged (self, &tags, box);
    }
  enter (&tags, 0, 0);
  cairo_restore (cr);
}
