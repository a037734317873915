/* The style sheet of paper: what each name of plt-styles.h looks like.
 *
 * Black on white, sizes in points, hairlines instead of boxes; whatever a colour says is said by a
 * word, a shape or a weight too, so that a photocopy loses nothing. */
#pragma once

#include "plt-document-private.h"
#include "plt-type.h"

G_BEGIN_DECLS

#define PLT_HAIRLINE 0.4
#define PLT_THIN_LINE 0.25
#define PLT_STRONG_LINE 0.9

/**
 * PltTextInk:
 * @line: height of a line
 * @before: @after: room above and below; between two blocks the larger of the two is left
 * @inset: from the left edge of the page's text
 * @measure: width of the text, 0 for what the page has
 * @framed: stands in a ruled box
 * @keep: stays on the page of what follows
 * @align: of its lines in their measure
 */
typedef struct
{
  PltFontSpec font;
  PltColor color;
  double line;
  double before;
  double after;
  double inset;
  double measure;
  gboolean framed;
  gboolean keep;
  PltAlign align;
} PltTextInk;

typedef enum
{
  PLT_RULE_NONE,
  PLT_RULE_GRID,   /* all cells */
  PLT_RULE_LEDGER, /* below rows */
} PltTableRules;

/**
 * PltRowInk:
 * @fill: ground of the row when @filled
 * @rule_above: a strong line above (totals)
 * @double_below: two lines below (grand totals)
 * @head: a row of titles: aligned as the values below, hanging on the lower rule
 * @keep_with_next: never the last row on a page
 * @keep_with_previous: never the first row on a page
 */
typedef struct
{
  PltFontSpec font;
  PltColor color;
  PltColor fill;
  gboolean filled;
  gboolean head;
  gboolean rule_above;
  gboolean double_below;
  gboolean keep_with_next;
  gboolean keep_with_previous;
} PltRowInk;

/**
 * PltCellInk:
 * @vertical: the text runs upwards
 * @most: points a vertical text runs up before it wraps
 * @mark: the cell is filled, its text written in the fill
 * @corner: a small triangle in the corner, the shape that goes with a warning
 * @middle: centred between the rules instead of hanging from the upper one
 * @snug: short words that are written smaller rather than broken
 * @aligned: the style names the alignment; else it follows from the kind of value
 */
typedef struct
{
  PltFontSpec font;
  PltColor color;
  PltColor fill;
  gboolean filled;
  PltAlign align;
  gboolean aligned;
  gboolean vertical;
  double most;
  gboolean mark;
  gboolean corner;
  gboolean middle;
  gboolean snug;
} PltCellInk;

gboolean plt_ink_text (const char *style, PltTextInk *ink);
gboolean plt_ink_heading (guint level, PltTextInk *ink);
gboolean plt_ink_rules (const char *style, PltTableRules *rules);
gboolean plt_ink_row (const char *style, PltRowInk *ink);
/* A cell of a row: the row's ink with the cell's laid over it. */
gboolean plt_ink_cell (const char *style, const PltRowInk *row, PltCellInk *ink);
/* Attributes of a run over bytes [start, end) of a paragraph in `ink`. */
gboolean plt_ink_run (
    const PltDocRun *run, const PltTextInk *ink, guint start, guint end, PangoAttrList *attributes);

gboolean plt_ink_is_number (PltCellKind kind); /* shown flush right */

G_END_DECLS
