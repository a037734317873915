#include "plt-type.h"

#include <math.h>
#include <string.h>

/* Advances are kept for U+0020..U+017F, U+2000..U+206F and the euro sign. */
#define LATIN_END 0x180
#define PUNCTUATION 0x2000
#define PUNCTUATION_END 0x2070
#define N_ADVANCES (LATIN_END + (PUNCTUATION_END - PUNCTUATION) + 1)

#define ADVANCE_UNKNOWN -1.0f /* not measured yet */
#define ADVANCE_SLOW -2.0f    /* ask Pango: no glyph, or a sign that changes its neighbours */

/* Room to spare that covers kerning and contextual forms. */
#define SLACK_RATIO 1.02
#define SLACK 0.5

/* Texts longer than this are not worth adding up, or remembering. */
#define LONG_TEXT 400
#define MOST_REMEMBERED 8192
#define MOST_LABELS                                                                                \
  4096 /* kept laid out: a chart says the same dates and teams again and again                     \
        */

struct _PltFont
{
  PltFontSpec spec;
  PangoFontDescription *description;
  double ascent;
  double descent;
  float advances[N_ADVANCES];
};

/* What a font map keeps for all who set type with it: faces, and how many lines a text took in a
 * width, since a preview lays out the same words again and again. */
typedef struct
{
  GPtrArray *fonts;  /* PltFont */
  GHashTable *lines; /* Wrapped -> number of lines */
} Memory;

typedef struct
{
  const PltFont *font;
  int width; /* Pango units */
  const char *text;
  int length;
} Wrapped;

struct _PltTypesetter
{
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout; /* scratch */
  PangoAttrList *figures;
  Memory *memory;     /* owned by the map */
  GHashTable *labels; /* (nullable): Wrapped of width 0 -> PangoLayout on one line */
};

static G_DEFINE_QUARK (plt_typesetter_memory, typesetter_memory)

static void
font_free (gpointer data)
{
  PltFont *font = data;
  pango_font_description_free (font->description);
  g_free (font);
}

static guint
wrapped_hash (gconstpointer key)
{
  const Wrapped *wrapped = key;
  guint hash = 5381;
  for (int i = 0; i < wrapped->length; i++)
    hash = hash * 33 + (guchar) wrapped->text[i];
  return hash ^ (guint) wrapped->width * 2654435761u ^ g_direct_hash (wrapped->font);
}

static gboolean
wrapped_equal (gconstpointer a, gconstpointer b)
{
  const Wrapped *first = a;
  const Wrapped *second = b;
  return first->font == second->font && first->width == second->width
         && first->length == second->length
         && memcmp (first->text, second->text, (gsize) first->length) == 0;
}

/* The text lies behind its key, in one piece of memory. */
static Wrapped *
wrapped_copy (const Wrapped *wrapped)
{
  Wrapped *copy = g_malloc (sizeof *copy + (gsize) wrapped->length);
  *copy = *wrapped;
  copy->text = memcpy (copy + 1, wrapped->text, (gsize) wrapped->length);
  return copy;
}

static void
memory_free (gpointer data)
{
  Memory *memory = data;
  g_ptr_array_unref (memory->fonts);
  g_hash_table_unref (memory->lines);
  g_free (memory);
}

static Memory *
memory_of (PangoFontMap *map)
{
  Memory *memory = g_object_get_qdata (G_OBJECT (map), typesetter_memory_quark ());
  if (memory != NULL)
    return memory;
  memory = g_new (Memory, 1);
  memory->fonts = g_ptr_array_new_with_free_func (font_free);
  memory->lines = g_hash_table_new_full (wrapped_hash, wrapped_equal, g_free, NULL);
  g_object_set_qdata_full (G_OBJECT (map), typesetter_memory_quark (), memory, memory_free);
  return memory;
}

/**
 * plt_typesetter_new:
 * @map: a PangoCairo font map; see plt_fonts_get()
 *
 * Returns: (transfer full): a typesetter that holds a reference to @map
 */
PltTypesetter *
plt_typesetter_new (PangoFontMap *map)
{
  g_return_val_if_fail (PANGO_IS_CAIRO_FONT_MAP (map), NULL);

  PltTypesetter *self = g_new0 (PltTypesetter, 1);
  self->map = g_object_ref (map);
  self->context = pango_font_map_create_context (map);
  pango_context_set_language (self->context, pango_language_from_string ("fr"));
  pango_context_set_round_glyph_positions (self->context, FALSE);

  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);

  self->layout = pango_layout_new (self->context);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  self->figures = pango_attr_list_new ();
  pango_attr_list_insert (self->figures, pango_attr_font_features_new ("tnum=1"));

  self->memory = memory_of (map);
  return self;
}

void
plt_typesetter_free (PltTypesetter *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_object_unref (self->map);
  pango_attr_list_unref (self->figures);
  g_free (self);
}

static const char *
family_of (PltFace face)
{
  return face == PLT_FACE_SCREENPLAY ? "Courier Prime, DejaVu Sans Mono"
                                     : "Inter, Noto Sans, DejaVu Sans";
}

static PltFont *
font_new (PltTypesetter *self, const PltFontSpec *spec)
{
  PltFont *font = g_new0 (PltFont, 1);
  font->spec = *spec;
  font->description = pango_font_description_new ();
  pango_font_description_set_family_static (font->description, family_of (spec->face));
  pango_font_description_set_size (font->description, (int) lround (spec->size * PANGO_SCALE));
  pango_font_description_set_weight (font->description, spec->weight);
  pango_font_description_set_style (font->description,
                                    spec->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  for (guint i = 0; i < N_ADVANCES; i++)
    font->advances[i] = ADVANCE_UNKNOWN;

  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, font->description, NULL);
  font->ascent = pango_font_metrics_get_ascent (metrics) / (double) PANGO_SCALE;
  font->descent = pango_font_metrics_get_descent (metrics) / (double) PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  return font;
}

/**
 * plt_typesetter_font:
 *
 * Returns: (transfer none): the face of @spec, the same pointer for equal specs of one map
 */
const PltFont *
plt_typesetter_font (PltTypesetter *self, const PltFontSpec *spec)
{
  for (guint i = 0; i < self->memory->fonts->len; i++)
    {
      const PltFont *font = g_ptr_array_index (self->memory->fonts, i);
      if (font->spec.face == spec->face && font->spec.weight == spec->weight
          && font->spec.italic == spec->italic && fabs (font->spec.size - spec->size) < 1e-6)
        return font;
    }
  PltFont *font = font_new (self, spec);
  g_ptr_array_add (self->memory->fonts, font);
  return font;
}

const PltFontSpec *
plt_font_get_spec (const PltFont *font)
{
  return &font->spec;
}

double
plt_font_get_natural_line (const PltFont *font)
{
  return font->ascent + font->descent;
}

double
plt_font_get_baseline (const PltFont *font, double line)
{
  return (line - font->ascent - font->descent) / 2 + font->ascent;
}

/* Everything that is laid out passes here, when it is measured and when it is drawn alike. */
static PangoLayout *
lay_out (PltTypesetter *self, const PltTextSpan *span, double width)
{
  PangoLayout *layout = self->layout;
  pango_layout_set_font_description (layout, span->font->description);
  pango_layout_set_attributes (layout, span->attributes != NULL ? span->attributes : self->figures);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) lround (width * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_text (layout, span->text, span->length);
  return layout;
}

static double
laid_out_width (PltTypesetter *self, const PltFont *font, const char *text, int length)
{
  PltTextSpan span = { text, length, NULL, font };
  PangoRectangle logical;
  pango_layout_get_extents (lay_out (self, &span, -1), NULL, &logical);
  return logical.width / (double) PANGO_SCALE;
}

static int
advance_index (gunichar sign)
{
  if (sign >= 0x20 && sign < LATIN_END)
    return sign == 0xad || (sign >= 0x7f && sign < 0xa0) ? -1 : (int) sign;
  if (sign >= PUNCTUATION && sign < PUNCTUATION_END)
    {
      gboolean plain = sign <= 0x200a || (sign >= 0x2010 && sign <= 0x2027)
                       || (sign >= 0x202f && sign <= 0x205f);
      return plain ? (int) (LATIN_END + sign - PUNCTUATION) : -1;
    }
  return sign == 0x20ac ? N_ADVANCES - 1 : -1;
}

static float
measure_advance (PltTypesetter *self, PltFont *font, gunichar sign)
{
  char text[8];
  int length = g_unichar_to_utf8 (sign, text);
  double width = laid_out_width (self, font, text, length);
  return pango_layout_get_unknown_glyphs_count (self->layout) > 0 ? ADVANCE_SLOW : (float) width;
}

/* The advances of `length` bytes added up; FALSE when Pango has to be asked. */
static gboolean
add_up (PltTypesetter *self, const PltFont *font, const char *text, gsize length, double *width)
{
  double sum = 0;
  const char *end = text + length;
  if (length > LONG_TEXT)
    return FALSE;
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar sign = g_utf8_get_char (p);
      int index = advance_index (sign);
      if (index < 0)
        return FALSE;
      float advance = font->advances[index];
      if (G_UNLIKELY (advance < 0))
        {
          PltFont *mutable_font = (PltFont *) font;
          if (advance > ADVANCE_SLOW)
            advance = mutable_font->advances[index] = measure_advance (self, mutable_font, sign);
          if (advance < 0)
            return FALSE;
        }
      sum += advance;
    }
  *width = sum;
  return TRUE;
}

static double
span_width (PltTypesetter *self, const PltFont *font, const char *text, gsize length)
{
  double width;
  if (!add_up (self, font, text, length, &width))
    width = laid_out_width (self, font, text, (int) length);
  return width;
}

/**
 * plt_typesetter_width:
 *
 * Returns: points, kerning left out
 */
double
plt_typesetter_width (PltTypesetter *self, const PltFont *font, const char *text)
{
  double widest = 0;
  for (const char *line = text; *line != '\0';)
    {
      const char *end = strchr (line, '\n');
      if (end == NULL)
        end = line + strlen (line);
      widest = fmax (widest, span_width (self, font, line, (gsize) (end - line)));
      line = *end != '\0' ? end + 1 : end;
    }
  return widest;
}

/**
 * plt_typesetter_word_width:
 *
 * Returns: points; words end at spaces, line breaks and after hyphens
 */
double
plt_typesetter_word_width (PltTypesetter *self, const PltFont *font, const char *text)
{
  double widest = 0;
  const char *word = text;
  for (const char *p = text;; p++)
    {
      gboolean ends = *p == '\0' || *p == ' ' || *p == '\n' || *p == '\t';
      if (!ends && *p != '-')
        continue;
      const char *end = ends ? p : p + 1;
      widest = fmax (widest, span_width (self, font, word, (gsize) (end - word)));
      if (*p == '\0')
        return widest;
      word = p + 1;
    }
}

/* Whether every line of the text surely fits without wrapping; counts them. */
static gboolean
fits_unwrapped (PltTypesetter *self, const PltTextSpan *span, double width, guint *n_lines)
{
  const char *end = span->text + span->length;
  if (span->attributes != NULL || span->length > LONG_TEXT)
    return FALSE;
  *n_lines = 0;
  for (const char *line = span->text;; line++)
    {
      const char *stop = memchr (line, '\n', (gsize) (end - line));
      if (stop == NULL)
        stop = end;
      double sum;
      if (!add_up (self, span->font, line, (gsize) (stop - line), &sum)
          || sum * SLACK_RATIO + SLACK > width)
        return FALSE;
      *n_lines += 1;
      if (stop == end)
        return TRUE;
      line = stop;
    }
}

static guint
ask_pango (PltTypesetter *self, const PltTextSpan *span, double width, GArray *starts)
{
  PangoLayout *layout = lay_out (self, span, width);
  if (starts != NULL)
    {
      g_array_set_size (starts, 0);
      for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL; l = l->next)
        {
          const PangoLayoutLine *line = l->data;
          g_array_append_val (starts, line->start_index);
        }
    }
  int n = pango_layout_get_line_count (layout);
  return (guint) MAX (n, 1);
}

static guint
remembered_lines (PltTypesetter *self, const PltTextSpan *span, double width)
{
  GHashTable *lines = self->memory->lines;
  Wrapped wrapped = { span->font, (int) lround (width * PANGO_SCALE), span->text, span->length };
  gpointer known;
  if (g_hash_table_lookup_extended (lines, &wrapped, NULL, &known))
    return GPOINTER_TO_UINT (known);

  guint n = ask_pango (self, span, width, NULL);
  if (g_hash_table_size (lines) >= MOST_REMEMBERED)
    g_hash_table_remove_all (lines);
  g_hash_table_insert (lines, wrapped_copy (&wrapped), GUINT_TO_POINTER (n));
  return n;
}

/**
 * plt_typesetter_break:
 * @width: points; less than 1 counts as 1
 * @starts: (nullable) (element-type int): emptied and filled with the first byte of each line
 *
 * Returns: the number of lines, 1 at least
 */
guint
plt_typesetter_break (PltTypesetter *self, const PltTextSpan *span, double width, GArray *starts)
{
  guint n_lines;
  width = MAX (width, 1);
  if (starts != NULL)
    return ask_pango (self, span, width, starts);
  if (fits_unwrapped (self, span, width, &n_lines))
    return n_lines;
  if (span->attributes != NULL || span->length > LONG_TEXT)
    return ask_pango (self, span, width, NULL);
  return remembered_lines (self, span, width);
}

static double
aligned (PangoLayoutLine *line, const PltTextPlace *place)
{
  PangoRectangle logical;
  pango_layout_line_get_extents (line, NULL, &logical);
  double room = place->width - logical.width / (double) PANGO_SCALE;
  PltAlign align = place->align;
  if (align == PLT_ALIGN_START && line->resolved_dir == PANGO_DIRECTION_RTL)
    align = PLT_ALIGN_END;
  if (align == PLT_ALIGN_CENTER)
    room /= 2;
  return place->x + (align == PLT_ALIGN_START ? 0 : room) - logical.x / (double) PANGO_SCALE;
}

/**
 * plt_typesetter_draw:
 * @cr: a context whose unit is a point
 *
 * Changes the source and the current point of @cr.
 */
void
plt_typesetter_draw (PltTypesetter *self,
                     cairo_t *cr,
                     const PltTextSpan *span,
                     PltColor color,
                     const PltTextPlace *place)
{
  gboolean single = place->n_lines == 1 && !place->ellipsize;
  PangoLayout *layout = lay_out (self, span, single ? -1 : MAX (place->width, 1));
  if (place->ellipsize)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, -(int) place->n_lines);
    }
  plt_cairo_set_color (cr, color);

  double y = place->y + plt_font_get_baseline (span->font, place->line);
  guint drawn = 0;
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL && drawn < place->n_lines;
       l = l->next, drawn++)
    {
      cairo_move_to (cr, aligned (l->data, place), y + drawn * place->line);
      pango_cairo_show_layout_line (cr, l->data);
    }
}

/* A label laid out, once for all its places. */
static PangoLayout *
label_of (PltTypesetter *self, const PltFont *font, const char *text)
{
  PltTextSpan span = { text, (int) strlen (text), NULL, font };
  Wrapped key = { font, 0, text, span.length };
  PangoLayout *layout;

  if (span.length > LONG_TEXT)
    return lay_out (self, &span, -1);
  if (self->labels == NULL)
    self->labels = g_hash_table_new_full (wrapped_hash, wrapped_equal, g_free, g_object_unref);
  layout = g_hash_table_lookup (self->labels, &key);
  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->labels) >= MOST_LABELS)
    g_hash_table_remove_all (self->labels);
  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, font->description);
  pango_layout_set_attributes (layout, self->figures);
  pango_layout_set_text (layout, text, span.length);
  g_hash_table_insert (self->labels, wrapped_copy (&key), layout);
  return layout;
}

/**
 * plt_typesetter_label:
 *
 * Changes the source and the current point of @cr.
 *
 * Returns: the width of the text
 */
double
plt_typesetter_label (PltTypesetter *self,
                      cairo_t *cr,
                      const PltFont *font,
                      PltColor color,
                      const char *text,
                      PltAnchor anchor)
{
  PangoLayout *layout = label_of (self, font, text);
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  double natural = plt_font_get_natural_line (font);
  PltTextPlace place = { .x = anchor.x, .y = anchor.y, .line = natural, .n_lines = 1 };
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  place.width = logical.width / (double) PANGO_SCALE;
  if (anchor.align != PLT_ALIGN_START)
    place.x -= anchor.align == PLT_ALIGN_CENTER ? place.width / 2 : place.width;
  plt_cairo_set_color (cr, color);
  cairo_move_to (cr, aligned (line, &place), place.y + plt_font_get_baseline (font, natural));
  pango_cairo_show_layout_line (cr, line);
  return place.width;
}

void
plt_cairo_set_color (cairo_t *cr, PltColor color)
{
  cairo_set_source_rgb (cr, color.red / 255.0, color.green / 255.0, color.blue / 255.0);
}
