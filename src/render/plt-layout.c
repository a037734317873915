#include "plt-layout-private.h"

#include <math.h>

#include "plt-fonts.h"

#define DENSE_SHARE 0.55   /* of the usual white between blocks */
#define MIN_PAGE_TEXT 96.0 /* a margin never leaves less than these */
#define MIN_PAGE_HEIGHT 330.0

static const double paper_sizes[][2] = {
  [PLT_PAPER_A4] = { 595.276, 841.890 },   [PLT_PAPER_A3] = { 841.890, 1190.551 },
  [PLT_PAPER_A2] = { 1190.551, 1683.780 }, [PLT_PAPER_A1] = { 1683.780, 2383.937 },
  [PLT_PAPER_A0] = { 2383.937, 3370.394 },
};

static void
page_free (gpointer data)
{
  PltPage *page = data;
  g_array_unref (page->shapes);
  g_array_unref (page->texts);
  g_array_unref (page->hits);
  g_array_unref (page->drawings);
  g_free (page);
}

void
plt_layout_new_page (PltLayout *self)
{
  PltPage *page = g_new (PltPage, 1);
  page->shapes = g_array_new (FALSE, FALSE, sizeof (PltShape));
  page->texts = g_array_new (FALSE, FALSE, sizeof (PltTextBox));
  page->hits = g_array_new (FALSE, FALSE, sizeof (PltHitBox));
  page->drawings = g_array_new (FALSE, FALSE, sizeof (PltDrawingBox));
  g_ptr_array_add (self->pages, page);
  self->page = page;
  plt_layout_frame_open (self);
  self->y = self->top;
}

gboolean
plt_layout_page_is_fresh (const PltLayout *self)
{
  return self->y <= self->top + 0.01;
}

double
plt_layout_get_capacity (const PltLayout *self)
{
  return self->bottom - self->margin_y - PLT_RUNNING_HEAD;
}

double
plt_layout_get_room (const PltLayout *self)
{
  return self->bottom - self->y;
}

/* ---- boxes ---- */

const char *
plt_layout_own (PltLayout *self, char *text)
{
  g_ptr_array_add (self->strings, text);
  return text;
}

void
plt_layout_shape (PltLayout *self, const PltShape *shape)
{
  g_array_append_vals (self->page->shapes, shape, 1);
}

void
plt_layout_text (PltLayout *self, const PltTextBox *box)
{
  if (box->span.length == 0)
    return;
  if (box->table != 0)
    self->n_cells++;
  g_array_append_vals (self->page->texts, box, 1);
}

void
plt_layout_hit_box (
    PltLayout *self, const PltRef *ref, double x, double y, double width, double height)
{
  if (ref->table == NULL)
    return;
  PltHitBox box = { x, y, width, height, *ref };
  g_array_append_val (self->page->hits, box);
}

/* ---- the flow ---- */

typedef struct
{
  const PltDocBlock *block;
  PltTextInk ink;        /* of headings and paragraphs */
  PltTableLayout *table; /* measured once, freed when placed */
  double need;           /* room its beginning takes, with what may not part from it */
  double before;
  double after;
  gboolean keep;
} Flowing;

/* The white of a paper that must hold on two pages. */
static void
tighten (const PltLayout *self, Flowing *flowing)
{
  if (!plt_document_get_info (self->doc)->dense)
    return;
  flowing->before *= DENSE_SHARE;
  flowing->after *= DENSE_SHARE;
}

static void
measure_block (PltLayout *self, const PltDocBlock *block, Flowing *flowing)
{
  *flowing = (Flowing){ .block = block };
  switch (block->kind)
    {
    case PLT_BLOCK_HEADING:
    case PLT_BLOCK_PARAGRAPH:
      if (block->kind == PLT_BLOCK_HEADING && block->style == NULL)
        plt_ink_heading (block->level, &flowing->ink);
      else
        plt_ink_text (block->style, &flowing->ink);
      flowing->need = plt_layout_text_opening (self, block, &flowing->ink);
      flowing->before = flowing->ink.before;
      flowing->after = flowing->ink.after;
      flowing->keep = flowing->ink.keep;
      break;
    case PLT_BLOCK_TABLE:
      if (block->table->workings)
        break;
      flowing->table = plt_table_layout_new (self, block->table);
      flowing->need = plt_table_layout_get_beginning (self, flowing->table);
      flowing->before = 5;
      flowing->after = 9;
      break;
    case PLT_BLOCK_FIELDS:
      flowing->need = plt_layout_fields_opening (self, block->fields);
      flowing->before = 4;
      flowing->after = 9;
      break;
    case PLT_BLOCK_DRAWING:
      flowing->need = fmin (block->drawing->height, plt_layout_get_capacity (self));
      flowing->before = 5;
      flowing->after = 9;
      break;
    case PLT_BLOCK_SPACE:
    case PLT_BLOCK_PAGE_BREAK:
    case PLT_BLOCK_IMAGE:
      break;
    }
  tighten (self, flowing);
}

/* From the last block up, so that a chain of headings costs no more than its length. */
static void
add_needs (const PltLayout *self, Flowing *flowing, guint n)
{
  for (guint i = n; i-- > 1;)
    {
      Flowing *above = &flowing[i - 1];
      if (!above->keep)
        continue;
      double together = above->need + MAX (above->after, flowing[i].before) + flowing[i].need;
      if (together <= plt_layout_get_capacity (self))
        above->need = together;
    }
}

static void
place_block (PltLayout *self, Flowing *flowing)
{
  const PltDocBlock *block = flowing->block;
  switch (block->kind)
    {
    case PLT_BLOCK_HEADING:
    case PLT_BLOCK_PARAGRAPH:
      plt_layout_place_text (self, block, &flowing->ink);
      break;
    case PLT_BLOCK_TABLE:
      plt_layout_place_table (self, flowing->table);
      g_clear_pointer (&flowing->table, plt_table_layout_free);
      break;
    case PLT_BLOCK_FIELDS:
      plt_layout_place_fields (self, block->fields);
      break;
    case PLT_BLOCK_DRAWING:
      plt_layout_place_drawing (self, block->drawing);
      break;
    case PLT_BLOCK_SPACE:
    case PLT_BLOCK_PAGE_BREAK:
    case PLT_BLOCK_IMAGE:
      break;
    }
}

static void
flow (PltLayout *self)
{
  const GPtrArray *blocks = plt_document_get_blocks (self->doc);
  g_autofree Flowing *flowing = g_new0 (Flowing, blocks->len + 1);
  for (guint i = 0; i < blocks->len; i++)
    measure_block (self, g_ptr_array_index (blocks, i), &flowing[i]);
  add_needs (self, flowing, blocks->len);

  /* A break waits for something to put on the next page: none leaves an empty one at the end. */
  gboolean breaking = FALSE;
  double gap = 0;
  for (guint i = 0; i < blocks->len; i++)
    {
      Flowing *next = &flowing[i];
      if (next->block->kind == PLT_BLOCK_PAGE_BREAK)
        breaking = TRUE;
      if (next->block->kind == PLT_BLOCK_SPACE)
        gap += MIN (next->block->space, self->page_height);
      if (!(next->need > 0))
        {
          g_clear_pointer (&next->table, plt_table_layout_free);
          continue;
        }

      gap = MAX (gap, next->before);
      gboolean fresh = plt_layout_page_is_fresh (self);
      if (!fresh && (breaking || gap + next->need > plt_layout_get_room (self)))
        plt_layout_new_page (self);
      else if (!fresh)
        self->y += gap;
      breaking = FALSE;
      place_block (self, next);
      gap = next->after;
    }
}

/* ---- public ---- */

static void
set_page (PltLayout *self)
{
  const PltDocInfo *info = plt_document_get_info (self->doc);
  const double *size = paper_sizes[MIN ((guint) info->paper, G_N_ELEMENTS (paper_sizes) - 1)];
  gboolean landscape = info->orientation == PLT_LANDSCAPE;
  self->page_width = size[landscape ? 1 : 0];
  self->page_height = size[landscape ? 0 : 1];
  self->margin_x = CLAMP (info->margin, 0, (self->page_width - MIN_PAGE_TEXT) / 2);
  self->margin_y = CLAMP (info->margin, 0, (self->page_height - MIN_PAGE_HEIGHT) / 2);
  self->left = self->margin_x;
  self->width = self->page_width - 2 * self->margin_x;
}

void
plt_layout_cell_ink (const PltLayout *self,
                     const char *style,
                     const PltRowInk *row,
                     PltCellInk *ink)
{
  PltEffect effect;

  plt_ink_cell (style, row, ink);
  if (!plt_palette_effect_of_style (style, &effect))
    return;
  ink->fill = self->palette.effects[effect].fill;
  ink->color = self->palette.effects[effect].text;
}

/**
 * plt_layout_new:
 * @doc: outlives the layout
 * @fonts: (nullable): a PangoCairo map of resolution 72 that belongs to this thread, %NULL for
 * plt_fonts_get()
 *
 * Returns: (transfer full): the pages of @doc, one at least
 */
PltLayout *
plt_layout_new (const PltDocument *doc, PangoFontMap *fonts)
{
  g_return_val_if_fail (doc != NULL, NULL);
  g_return_val_if_fail (fonts == NULL || PANGO_IS_CAIRO_FONT_MAP (fonts), NULL);

  PltLayout *self = g_new0 (PltLayout, 1);
  self->doc = doc;
  self->palette = plt_palette_with_effects (PLT_PALETTE_PAPER, plt_document_get_effects (doc));
  self->fonts = g_object_ref (fonts != NULL ? fonts : plt_fonts_get ());
  self->type = plt_typesetter_new (self->fonts);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->outline = g_array_new (FALSE, FALSE, sizeof (PltOutlineEntry));
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->gantts = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_gantt_pages_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) pango_attr_list_unref);
  set_page (self);
  plt_layout_frame_setup (self);
  plt_layout_new_page (self);
  flow (self);
  plt_layout_frame_finish (self);
  return self;
}

void
plt_layout_free (PltLayout *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_array_unref (self->outline);
  g_ptr_array_unref (self->strings);
  g_ptr_array_unref (self->gantts);
  g_ptr_array_unref (self->lists);
  plt_typesetter_free (self->type);
  g_object_unref (self->fonts);
  g_free (self);
}

guint
plt_layout_get_n_pages (const PltLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->pages->len;
}

/**
 * plt_layout_get_page_size:
 * @width: (out) (optional): points
 * @height: (out) (optional): points
 */
void
plt_layout_get_page_size (const PltLayout *self, double *width, double *height)
{
  g_return_if_fail (self != NULL);
  if (width != NULL)
    *width = self->page_width;
  if (height != NULL)
    *height = self->page_height;
}

/**
 * plt_layout_get_margins:
 * @horizontal: (out) (optional): points left free at the left and at the right
 * @vertical: (out) (optional): points left free above and below
 */
void
plt_layout_get_margins (const PltLayout *self, double *horizontal, double *vertical)
{
  g_return_if_fail (self != NULL);
  if (horizontal != NULL)
    *horizontal = self->margin_x;
  if (vertical != NULL)
    *vertical = self->margin_y;
}

/**
 * plt_layout_get_outline:
 * @n_entries: (out): how many
 *
 * Returns: (transfer none) (array length=n_entries): the headings, from the top down
 */
const PltOutlineEntry *
plt_layout_get_outline (const PltLayout *self, guint *n_entries)
{
  g_return_val_if_fail (self != NULL && n_entries != NULL, NULL);
  *n_entries = self->outline->len;
  return (const PltOutlineEntry *) (gpointer) self->outline->data;
}

/**
 * plt_layout_hit:
 * @page: from 0
 * @x: points from the left of the sheet
 * @y: points from its top
 * @ref: (out) (optional): the row that what lies there comes from
 *
 * A cell without a reference of its own answers the first one of its row.
 *
 * Returns: whether something with a reference lies there
 */
gboolean
plt_layout_hit (const PltLayout *self, guint page, double x, double y, PltRef *ref)
{
  g_return_val_if_fail (self != NULL, FALSE);
  if (page >= self->pages->len)
    return FALSE;

  const PltPage *where = g_ptr_array_index (self->pages, page);
  for (guint i = where->hits->len; i-- > 0;)
    {
      const PltHitBox *box = &g_array_index (where->hits, PltHitBox, i);
      if (x >= box->x && y >= box->y && x < box->x + box->width && y < box->y + box->height)
        {
          if (ref != NULL)
            *ref = box->ref;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
refs_equal (const PltRef *a, const PltRef *b)
{
  return a->id == b->id && g_strcmp0 (a->table, b->table) == 0
         && g_strcmp0 (a->column, b->column) == 0;
}

/**
 * plt_layout_locate:
 * @ref: as some cell, field or paragraph of the document carries it
 * @place: (out): where it stands
 *
 * The other way round from plt_layout_hit(): where a preview shows what is being edited.
 *
 * Returns: whether it stands on a page; the first place is given
 */
gboolean
plt_layout_locate (const PltLayout *self, const PltRef *ref, PltLayoutPlace *place)
{
  g_return_val_if_fail (self != NULL && ref != NULL && place != NULL, FALSE);

  for (guint p = 0; p < self->pages->len; p++)
    {
      const PltPage *where = g_ptr_array_index (self->pages, p);
      /* From the top down within a page, boxes of single cells lie behind the one of their row. */
      for (guint i = where->hits->len; i-- > 0;)
        {
          const PltHitBox *box = &g_array_index (where->hits, PltHitBox, i);
          if (!refs_equal (&box->ref, ref))
            continue;
          *place = (PltLayoutPlace){ p, box->x, box->y, box->width, box->height };
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * plt_layout_paint:
 * @page: from 0
 * @cr: a context whose unit is a point and whose origin is the corner of the sheet
 *
 * Leaves the ground as it is; a host that shows paper fills it with white first.
 */
void
plt_layout_paint (PltLayout *self, guint page, cairo_t *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < self->pages->len);
  plt_layout_paint_structured (self, page, cr, PLT_STRUCTURE_NONE);
}
