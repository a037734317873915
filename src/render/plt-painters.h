/* Painters of drawings, by name.
 *
 * A painter is a pure function of a drawing's data (PltDrawingRow: two texts and four numbers), a
 * size and a palette, so a chart is the same on paper, in a preview and in a view. Amounts are
 * centimes. Every painter is readable in black and white: parts differ by lightness and carry a
 * number, a word or a shape. Without data a painter says so in a word.
 *
 *   "chart.bars"      what comes in and goes out, one row a period, in order:
 *                     text_a label, a in (0 or more), b out (0 or more); text_b of the first two
 *                     rows, when given, names the two series (else "Encaissements",
 *                     "Décaissements").
 *   "chart.treasury"  what comes in and goes out as bars up and down, the course of the balance
 *                     over them, the part below zero hatched; one row a period, in order:
 *                     text_a label, a in (0 or more), b out (0 or more), c balance at its end, d
 *                     the lowest within it; text_b where it is given marks the lowest of the
 *                     period and is written beside it. Rows after the periods, without text_a, are
 *                     levels: text_b name, c where.
 *   "chart.courses"   two to four courses over each other, one row a period: text_a label, a to d
 *                     balances at its end; text_b of the first rows names the courses, as many as
 *                     there are. Each has its dashes, and its number at its lowest point.
 *   "chart.ranks"     how much each weighs, one row a bar, in the order given: text_a label, text_b
 *                     the value as it is written behind the bar, a its length (0 or more, in any
 *                     unit), b its effect as PltEffectClass counts them, 0 for none. Bars that the
 *                     height does not hold are left out, the last ones.
 *   "chart.share"     parts of a whole, one row a part: text_a label, a amount. One bar across,
 *                     parts numbered, and a key with amounts and percentages, which always add up
 *                     to 100. Amounts of 0 stand in the key only; negative ones count as 0.
 *
 *   "code.qr"         QR codes side by side, one row a code: text_a what it says (an address, a
 *                     "geo:" place), text_b the words beside it, or NULL. Codes that the width does
 *                     not hold at a readable size are left out, the last ones.
 *
 *   "chart.gantt"  bars on a calendar (plt-gantt.h), what its height holds of them: in a layout it
 *                  has as many pages as it takes.
 *
 * An unknown name draws the alternative text in a frame. */
#pragma once

#include <pango/pangocairo.h>

#include "plt-document.h"
#include "plt-palette.h"

G_BEGIN_DECLS

const char *const *plt_painter_names (void); /* NULL-terminated */

gboolean plt_drawing_paint (const PltDrawing *drawing,
                            cairo_t *cr,
                            double width,
                            double height,
                            const PltPalette *palette,
                            PangoFontMap *fonts);

G_END_DECLS
