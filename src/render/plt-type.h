/* Measuring and drawing text.
 *
 * A typesetter measures and draws with one Pango context, so what was measured is what is drawn;
 * it never follows the hints of the surface it draws on. Lengths are points. Figures are tabular
 * everywhere. A line of text has the height its style asks for, whatever face a sign comes from, so
 * an emoji does not move the rows of a table.
 *
 * Most cells hold a few Latin letters: their width is the sum of advances kept with the face, and
 * Pango is asked only when a text holds other signs or may not fit on its line. Advances leave out
 * kerning, so a text is taken to fit without asking only when it does with some room to spare. What
 * Pango said of a wrapped text is remembered with the font map, for the next layout.
 *
 * A typesetter belongs to the thread of its font map. */
#pragma once

#include <pango/pangocairo.h>

#include "plt-palette.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_FACE_SANS,
  PLT_FACE_SCREENPLAY,
} PltFace;

typedef struct
{
  PltFace face;
  double size;
  PangoWeight weight;
  gboolean italic;
} PltFontSpec;

typedef enum
{
  PLT_ALIGN_START,
  PLT_ALIGN_CENTER,
  PLT_ALIGN_END,
} PltAlign;

typedef struct _PltFont PltFont; /* owned by the font map, one a spec */
typedef struct _PltTypesetter PltTypesetter;

PltTypesetter *plt_typesetter_new (PangoFontMap *map);
void plt_typesetter_free (PltTypesetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltTypesetter, plt_typesetter_free)

const PltFont *plt_typesetter_font (PltTypesetter *self, const PltFontSpec *spec);
const PltFontSpec *plt_font_get_spec (const PltFont *font);
double plt_font_get_natural_line (const PltFont *font); /* ascent + descent */
/* From the top of a line of that height down to the feet of its letters. */
double plt_font_get_baseline (const PltFont *font, double line);

/* The width of the widest line when nothing is wrapped. */
double plt_typesetter_width (PltTypesetter *self, const PltFont *font, const char *text);
/* The width of the widest word: a column narrower than this breaks it. */
double plt_typesetter_word_width (PltTypesetter *self, const PltFont *font, const char *text);

/**
 * PltTextSpan:
 * @text: UTF-8, `length` bytes of it
 * @attributes: (nullable): runs, counted in bytes from @text
 * @font: face of what has no run of its own
 */
typedef struct
{
  const char *text;
  int length;
  PangoAttrList *attributes;
  const PltFont *font;
} PltTextSpan;

/* How many lines the text takes in `width`; 1 at least. `starts` (nullable) gets, for each line,
 * the byte it starts at (int). */
guint
plt_typesetter_break (PltTypesetter *self, const PltTextSpan *span, double width, GArray *starts);

/**
 * PltTextPlace:
 * @x: left edge
 * @y: top edge of the first line
 * @width: lines are wrapped and aligned in it
 * @line: height of a line
 * @n_lines: that many are drawn, the last one ends in an ellipsis when there are more; 1 draws the
 * whole text on one line
 */
typedef struct
{
  double x;
  double y;
  double width;
  double line;
  guint n_lines;
  PltAlign align;
  gboolean ellipsize;
} PltTextPlace;

void plt_typesetter_draw (PltTypesetter *self,
                          cairo_t *cr,
                          const PltTextSpan *span,
                          PltColor color,
                          const PltTextPlace *place);

/**
 * PltAnchor:
 * @x: left edge, middle or right edge of a text, as @align says
 * @y: top of its line
 */
typedef struct
{
  double x;
  double y;
  PltAlign align;
} PltAnchor;

/* One line of text, as drawings need it. Returns its width. */
double plt_typesetter_label (PltTypesetter *self,
                             cairo_t *cr,
                             const PltFont *font,
                             PltColor color,
                             const char *text,
                             PltAnchor anchor);

void plt_cairo_set_color (cairo_t *cr, PltColor color);

G_END_DECLS
