#include "config.h"

#include <math.h>
#include <string.h>

#include "plt-grid-text.h"
#include "plt-number.h"

#define GENERATION 4096
#define MAX_FIGURE 32

typedef struct
{
  const char *text;
  gboolean bold;
  int width; /* it was cut to, or -1 */
} Key;

typedef struct
{
  PangoFont *font;
  PangoGlyphString *glyphs;
  float x;
} Run;

typedef struct
{
  Key key;
  char *text;
  float width;
  GArray *runs;
  gboolean plain; /* one run from left to right: may be cut between any two letters */
} Shape;

#define ELLIPSIS 21

/* The signs of figures; digits first. */
static const char *const sign_texts[] = {
  "0", "1", "2", "3", "4", "5", "6", "7", "8",       "9",        ",",
  ".", "-", "+", "/", ":", "%", "€", " ", PLT_NNBSP, "\302\240", [ELLIPSIS] = "…",
};

typedef struct
{
  PangoFont *font;
  PangoGlyphInfo glyphs[G_N_ELEMENTS (sign_texts)];
  gboolean usable;
} Signs;

struct _PltGridText
{
  GtkWidget *widget;       /* not owned */
  PangoLayout *layouts[2]; /* normal, bold */
  PangoAttrList *attributes[2];
  Signs signs[2];
  GHashTable *young;
  GHashTable *old;
  float baseline; /* below the top of a line */
  int line_height;
  int char_width;
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) + (guint) key->width * 31u + (key->bold ? 7u : 0u);
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *left = a, *right = b;

  return left->width == right->width && left->bold == right->bold
         && g_str_equal (left->text, right->text);
}

static void
run_clear (gpointer data)
{
  Run *run = data;

  g_object_unref (run->font);
  pango_glyph_string_free (run->glyphs);
}

static void
shape_free (gpointer data)
{
  Shape *shape = data;

  g_array_unref (shape->runs);
  g_free (shape->text);
  g_free (shape);
}

static GHashTable *
generation_new (void)
{
  return g_hash_table_new_full (key_hash, key_equal, NULL, shape_free);
}

PltGridText *
plt_grid_text_new (GtkWidget *widget)
{
  PltGridText *self = g_new0 (PltGridText, 1);

  self->widget = widget;
  self->young = generation_new ();
  self->old = generation_new ();
  return self;
}

void
plt_grid_text_reset (PltGridText *self)
{
  g_hash_table_remove_all (self->young);
  g_hash_table_remove_all (self->old);
  for (int i = 0; i < 2; i++)
    {
      g_clear_object (&self->layouts[i]);
      g_clear_object (&self->signs[i].font);
      g_clear_pointer (&self->attributes[i], pango_attr_list_unref);
    }
}

void
plt_grid_text_free (PltGridText *self)
{
  plt_grid_text_reset (self);
  g_hash_table_unref (self->young);
  g_hash_table_unref (self->old);
  g_free (self);
}

static void
create_layout (PltGridText *self, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (self->widget, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  self->layouts[bold ? 1 : 0] = layout;
  self->attributes[bold ? 1 : 0] = attributes;
}

static void
add_run (Shape *shape, PangoFont *font, PangoGlyphString *glyphs)
{
  Run run = { g_object_ref (font), glyphs, shape->width };

  g_array_append_val (shape->runs, run);
  shape->width += (float) pango_glyph_string_get_width (glyphs) / PANGO_SCALE;
}

/* The whole text on one line: no need to look for line breaks, which is half of a layout's work. */
static void
shape_whole (PltGridText *self, Shape *shape)
{
  PangoContext *context = pango_layout_get_context (self->layouts[0]);
  PangoAttrList *attributes = self->attributes[shape->key.bold ? 1 : 0];
  /* On one line: what would break it is a space. */
  g_autofree char *text = g_strdelimit (g_strdup (shape->text), "\n\r\t", ' ');
  int length = (int) strlen (text);
  g_autoptr (PangoAttrIterator) iterator = pango_attr_list_get_iterator (attributes);
  GList *items = pango_itemize (context, text, 0, length, attributes, NULL);
  GList *visual = pango_reorder_items (items);
  PangoShapeFlags flags = pango_context_get_round_glyph_positions (context)
                              ? PANGO_SHAPE_ROUND_POSITIONS
                              : PANGO_SHAPE_NONE;

  shape->plain = items != NULL && items->next == NULL
                 && ((PangoItem *) items->data)->analysis.level % 2 == 0;
  for (GList *l = visual; l != NULL; l = l->next)
    {
      PangoItem *item = l->data;
      PangoGlyphString *glyphs = pango_glyph_string_new ();

      pango_item_apply_attrs (item, iterator);
      pango_shape_item (item, text, length, NULL, glyphs, flags);
      add_run (shape, item->analysis.font, glyphs);
    }
  g_list_free (visual);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
}

/* The glyph of each sign that figures are made of, shaped once. They stand where a figure needs
 * them whatever their neighbours, so a figure is put together from them without shaping it: half of
 * the cells of a table are figures, and their commas align. */
static void
learn_signs (PltGridText *self, gboolean bold)
{
  Signs *signs = &self->signs[bold ? 1 : 0];

  signs->font = NULL;
  signs->usable = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (sign_texts) && signs->usable; i++)
    {
      Shape shape = { { sign_texts[i], bold, -1 }, (char *) sign_texts[i], 0, NULL };
      const Run *run;

      shape.runs = g_array_new (FALSE, FALSE, sizeof (Run));
      g_array_set_clear_func (shape.runs, run_clear);
      shape_whole (self, &shape);
      run = &g_array_index (shape.runs, Run, 0);
      /* A sign from another font, or more than one glyph: then figures are shaped like any text. */
      signs->usable = shape.runs->len == 1 && run->glyphs->num_glyphs == 1
                      && (signs->font == NULL || signs->font == run->font);
      if (signs->usable)
        {
          g_set_object (&signs->font, run->font);
          signs->glyphs[i] = run->glyphs->glyphs[0];
        }
      g_array_unref (shape.runs);
    }
}

static void
ensure_layouts (PltGridText *self)
{
  PangoRectangle extents;

  if (self->layouts[0] != NULL)
    return;
  create_layout (self, FALSE);
  create_layout (self, TRUE);
  pango_layout_set_text (self->layouts[0], "0123456789", -1);
  pango_layout_get_extents (self->layouts[0], NULL, &extents);
  self->line_height = PANGO_PIXELS_CEIL (extents.height);
  self->char_width = MAX (PANGO_PIXELS_CEIL (extents.width / 10), 1);
  learn_signs (self, FALSE);
  learn_signs (self, TRUE);
  self->baseline = (float) pango_layout_get_baseline (self->layouts[0]) / PANGO_SCALE;
}

int
plt_grid_text_get_line_height (PltGridText *self)
{
  ensure_layouts (self);
  return self->line_height;
}

int
plt_grid_text_get_char_width (PltGridText *self)
{
  ensure_layouts (self);
  return self->char_width;
}

/* Index in sign_texts of the sign at `text`, -1 when it is none; moves `text` behind it. */
static int
next_sign (const char **text)
{
  const char *p = *text;

  if (*p >= '0' && *p <= '9')
    {
      ++*text;
      return *p - '0';
    }
  for (guint i = 10; i < G_N_ELEMENTS (sign_texts); i++)
    {
      gsize length = strlen (sign_texts[i]);

      if (strncmp (p, sign_texts[i], length) == 0)
        {
          *text += length;
          return (int) i;
        }
    }
  return -1;
}

static gboolean
shape_figure (PltGridText *self, Shape *shape)
{
  const Signs *signs = &self->signs[shape->key.bold ? 1 : 0];
  PangoGlyphString *glyphs;
  PangoGlyphInfo found[MAX_FIGURE];
  int n = 0;

  if (!signs->usable || shape->text[0] == '\0')
    return FALSE;
  for (const char *p = shape->text; *p != '\0';)
    {
      int sign = next_sign (&p);

      if (sign < 0 || n == MAX_FIGURE)
        return FALSE;
      found[n++] = signs->glyphs[sign];
    }
  glyphs = pango_glyph_string_new ();
  pango_glyph_string_set_size (glyphs, n);
  memcpy (glyphs->glyphs, found, (gsize) n * sizeof (PangoGlyphInfo));
  memset (glyphs->log_clusters, 0, (gsize) n * sizeof (int));
  add_run (shape, signs->font, glyphs);
  shape->plain = TRUE;
  return TRUE;
}

/* Cuts a plain text, already shaped, before the ellipsis. */
static gboolean
cut_plain (PltGridText *self, Shape *shape, const Shape *whole)
{
  const Signs *signs = &self->signs[shape->key.bold ? 1 : 0];
  const PangoGlyphInfo *ellipsis = &signs->glyphs[ELLIPSIS];
  int room = shape->key.width * PANGO_SCALE - ellipsis->geometry.width, n = 0;
  const Run *run = &g_array_index (whole->runs, Run, 0);
  PangoGlyphString *glyphs;

  if (!whole->plain || !signs->usable || run->font != signs->font)
    return FALSE;
  for (; n < run->glyphs->num_glyphs; n++)
    {
      if (!run->glyphs->glyphs[n].attr.is_cluster_start)
        return FALSE;
      room -= run->glyphs->glyphs[n].geometry.width;
      if (room < 0)
        break;
    }
  glyphs = pango_glyph_string_new ();
  pango_glyph_string_set_size (glyphs, n + 1);
  memcpy (glyphs->glyphs, run->glyphs->glyphs, (gsize) n * sizeof (PangoGlyphInfo));
  glyphs->glyphs[n] = *ellipsis;
  memset (glyphs->log_clusters, 0, (gsize) (n + 1) * sizeof (int));
  add_run (shape, run->font, glyphs);
  return TRUE;
}

/* Cuts any text: a layout knows where. */
static void
shape_cut (PltGridText *self, Shape *shape)
{
  PangoLayout *layout = self->layouts[shape->key.bold ? 1 : 0];

  pango_layout_set_width (layout, shape->key.width * PANGO_SCALE);
  pango_layout_set_text (layout, shape->text, -1);
  for (GSList *l = pango_layout_get_line_readonly (layout, 0)->runs; l != NULL; l = l->next)
    {
      PangoGlyphItem *item = l->data;

      add_run (shape, item->item->analysis.font, pango_glyph_string_copy (item->glyphs));
    }
}

static Shape *
create_shape (PltGridText *self, const Key *key, const Shape *whole)
{
  Shape *shape = g_new0 (Shape, 1);

  shape->text = g_strdup (key->text);
  shape->key = (Key){ shape->text, key->bold, key->width };
  shape->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (shape->runs, run_clear);
  if (key->width >= 0 && !cut_plain (self, shape, whole))
    shape_cut (self, shape);
  else if (key->width < 0 && !shape_figure (self, shape))
    shape_whole (self, shape);
  return shape;
}

/* The whole text, or with `whole` that cut to a width. What was found last stays alive for the next
 * call: a generation is forgotten only when the one after it is full. */
static const Shape *
find_shape (PltGridText *self, const char *text, gboolean bold, int width, const Shape *whole)
{
  Key key = { text, bold, width };
  Shape *shape = g_hash_table_lookup (self->young, &key);

  if (shape != NULL)
    return shape;
  if (g_hash_table_size (self->young) >= GENERATION)
    {
      GHashTable *emptied = self->old;

      g_hash_table_remove_all (emptied);
      self->old = self->young;
      self->young = emptied;
    }
  shape = g_hash_table_lookup (self->old, &key);
  if (shape != NULL)
    g_hash_table_steal (self->old, &key);
  else
    shape = create_shape (self, &key, whole);
  g_hash_table_insert (self->young, &shape->key, shape);
  return shape;
}

/* Shapes no more of a long text than can be seen: no letter is narrower than two pixels for long.
 */
static const Shape *
find_fitting (PltGridText *self, const char *text, const PltGridTextBox *box)
{
  gsize most = (gsize) MAX (box->width, 1) / 2 + 8;
  g_autofree char *begin = NULL;
  const char *end = text;
  const Shape *shape;

  for (gsize n = 0; n < most && *end != '\0'; n++)
    end = g_utf8_next_char (end);
  if (*end != '\0')
    text = begin = g_strdup_printf ("%.*s…", (int) (end - text), text);
  shape = find_shape (self, text, box->bold, -1, NULL);
  if (shape->width <= (float) box->width)
    return shape;
  if (box->number)
    {
      shape = find_shape (self, "###", box->bold, -1, NULL);
      return shape->width <= (float) box->width ? shape
                                                : find_shape (self, "#", box->bold, -1, NULL);
    }
  return find_shape (self, text, box->bold, box->width, shape);
}

int
plt_grid_text_measure (PltGridText *self, const char *text, gboolean bold)
{
  ensure_layouts (self);
  return (int) ceilf (find_shape (self, text, bold, -1, NULL)->width);
}

void
plt_grid_text_draw (PltGridText *self,
                    GtkSnapshot *snapshot,
                    const char *text,
                    const PltGridTextBox *box)
{
  const Shape *shape;
  float x = (float) box->x, y;

  if (text[0] == '\0' || box->width <= 0)
    return;
  ensure_layouts (self);
  shape = find_fitting (self, text, box);
  if (box->align == PLT_GRID_ALIGN_END)
    x += (float) box->width - shape->width;
  else if (box->align == PLT_GRID_ALIGN_CENTER)
    x += floorf (((float) box->width - shape->width) / 2);
  y = (float) (box->y + (box->height - self->line_height) / 2) + roundf (self->baseline);
  for (guint i = 0; i < shape->runs->len; i++)
    {
      const Run *run = &g_array_index (shape->runs, Run, i);
      g_autoptr (GskRenderNode) node = gsk_text_node_new (run->font, run->glyphs, box->color,
                                                          &GRAPHENE_POINT_INIT (x + run->x, y));

      if (node != NULL)
        gtk_snapshot_append_node (snapshot, node);
    }
}
