/* A document laid out on pages.
 *
 * Layout computes boxes; painting only draws boxes, hit testing and the dump read the same boxes.
 * Lengths are points, from the upper left corner of the sheet. The same document laid out with the
 * same fonts gives the same boxes, whatever it is painted on.
 *
 * A layout borrows its document, which has to outlive it and stay as it is. It belongs to the
 * thread of its font map; with plt_fonts_get() that is the calling one, so long work lays out in
 * its own thread.
 *
 * Rules of the page: the title block heads the first page, a thin running head the others; version,
 * date of the edition and page number stand at the foot. A table repeats its header rows on each
 * page; a heading, a header, a group row never ends a page, a total never begins one; a row taller
 * than a page is split between lines; a table wider than the page is shrunk a little, or else cut
 * into slices that repeat the frozen columns. */
#pragma once

#include <pango/pangocairo.h>

#include "plt-document.h"

G_BEGIN_DECLS

typedef struct _PltLayout PltLayout;

/**
 * PltOutlineEntry:
 * @text: (transfer none): the heading, owned by the layout
 * @level: 1 to 3
 * @page: from 0
 * @y: top of the heading
 */
typedef struct
{
  const char *text;
  guint level;
  guint page;
  double y;
} PltOutlineEntry;

/**
 * PltLayoutPlace:
 * @page: from 0
 * @x: @y: @width: @height: points from the upper left corner of the sheet
 */
typedef struct
{
  guint page;
  double x;
  double y;
  double width;
  double height;
} PltLayoutPlace;

PltLayout *plt_layout_new (const PltDocument *doc, PangoFontMap *fonts);
void plt_layout_free (PltLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltLayout, plt_layout_free)

guint plt_layout_get_n_pages (const PltLayout *self); /* 1 at least */
void plt_layout_get_page_size (const PltLayout *self, double *width, double *height);
void plt_layout_get_margins (const PltLayout *self, double *horizontal, double *vertical);
const PltOutlineEntry *plt_layout_get_outline (const PltLayout *self, guint *n_entries);

void plt_layout_paint (PltLayout *self, guint page, cairo_t *cr);
gboolean plt_layout_hit (const PltLayout *self, guint page, double x, double y, PltRef *ref);
gboolean plt_layout_locate (const PltLayout *self, const PltRef *ref, PltLayoutPlace *place);
char *plt_layout_dump (const PltLayout *self);

G_END_DECLS
