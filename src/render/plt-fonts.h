/* Fonts of paper.
 *
 * A font map of our own, so that a line breaks at the same place on the screen, on paper and in a
 * test: resolution 72 (a unit is a point), no hinting, metrics unrounded. The faces come from the
 * system (Debian: fonts-inter, fonts-courier-prime); Noto Sans and DejaVu Sans stand in where Inter
 * lacks a sign.
 *
 * Debian's Courier Prime says of its bold and italic files that they are regular, and fontconfig
 * then answers the bold one for the regular: the map is made on a font list where this is mended.
 *
 * Pango's font maps belong to one thread; there is one a thread, made when first asked for. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

PangoFontMap *plt_fonts_new (void);
PangoFontMap *plt_fonts_get (void);
/* Mends the process's own font list too, for widgets that show a screenplay; before GTK starts. */
void plt_fonts_mend_default (void);

G_END_DECLS
