/* PltGanttPages: a PltGantt on sheets of paper.
 *
 * The scale comes from the paper: the whole calendar on one width where a month can still be read,
 * else as many sheets across as it takes, cut on Mondays, without those that would have no bar.
 * Down, sheets are cut before a group where that costs none or one begins in their last fifth, and
 * a group that goes on is named again. Type is never below 6.5 pt; long names take several lines.
 * What is just too much for one sheet is drawn smaller; one_page goes as far as type and rows are
 * still read, and says which size of paper would do where that is not enough.
 * Few rows on a large sheet are drawn larger, so that a wall plan is read from afar. Each sheet has
 * the head of the calendar, the table and the legend. Weeks are numbered as ISO 8601 does: S12.
 *
 * Readable in black and white: what is critical has a heavy outline, what is late a mark, a
 * milestone a diamond; phases are dark and light in turn, then striped. Same input, same pages. */
#pragma once

#include "plt-gantt.h"
#include "plt-type.h"

G_BEGIN_DECLS

typedef struct _PltGanttPages PltGanttPages;

/* `gantt` and `type` outlive the pages. `first` is the height of the first one, `next` of others.
 */
PltGanttPages *plt_gantt_pages_new (
    const PltGantt *gantt, PltTypesetter *type, double width, double first, double next);
void plt_gantt_pages_free (PltGanttPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltGanttPages, plt_gantt_pages_free)
guint plt_gantt_pages_get_n (const PltGanttPages *self);
double plt_gantt_pages_get_height (const PltGanttPages *self, guint page);
void plt_gantt_pages_paint (const PltGanttPages *self,
                            guint page,
                            cairo_t *cr,
                            PltTypesetter *type,
                            const PltPalette *palette);
/* " rows 0-24 days 0-180 zoom 1.00" */
void plt_gantt_pages_dump (const PltGanttPages *self, guint page, GString *out);

G_END_DECLS
