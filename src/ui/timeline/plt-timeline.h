/* PltTimeline: bars on a calendar, drawn: phases, groups, tasks with their progress, milestones,
 * deadlines, slack, baseline, links, the days off, today. With the signs of the paper.
 *
 * It shows a PltGantt and computes nothing: what is dragged asks with `drag-changed`, and whoever
 * has the engine answers with plt_timeline_set_ghosts(), which shows where everything that follows
 * would go and says it in words. Only what is in sight is drawn.
 *
 * Mouse: bars, their ends and the handle behind them are dragged, the ground pans; Ctrl and the
 * wheel zoom, Shift and the wheel go along the calendar; Escape gives up a drag.
 * Keyboard: arrows up and down, PgUp, PgDn, Home, End choose a row; left and right fold a group,
 * else go along the calendar; Shift with them moves the bar by a day, Ctrl+Shift by a week;
 * Alt+Shift makes it longer or shorter by a day, Ctrl+Alt+Shift by a week; plus, minus and 0 zoom;
 * T goes to today; L begins a link, arrows choose its end, Enter draws it; Enter, F2 edit the name,
 * Insert, Delete, Tab and Shift+Tab are passed on as commands.
 *
 * Signals:
 *   cursor-moved (int row)                             somebody chose another row
 *   drag-changed (int row, int part, int days)         a bar is being dragged; part as in
 *                                                      PltTimelinePart
 *   drag-dropped (int row, int part, int days)         and was let go
 *   drag-cancelled ()                                  and was not
 *   link-drawn (int from, int to)
 *   nudged (int row, int part, int days)               by the keyboard
 *   command (const char *command)                      "edit", "insert", "delete", "indent",
 *                                                      "outdent", "toggle", "open", "search" */
#pragma once

#include <gtk/gtk.h>

#include "plt-timeline-hit.h"

G_BEGIN_DECLS

#define PLT_TYPE_TIMELINE (plt_timeline_get_type ())
G_DECLARE_FINAL_TYPE (PltTimeline, plt_timeline, PLT, TIMELINE, GtkWidget)

/* Where the bar of a row would be. */
typedef struct
{
  guint row;
  PltDate from, to;
  gboolean is_held; /* it is the one that is dragged */
} PltTimelineGhost;

/**
 * PltTimelineShortcut:
 * @accel: as gtk_accelerator_parse() reads it; NULL after the last one
 * @title: N_() msgid
 */
typedef struct
{
  const char *accel, *title;
} PltTimelineShortcut;

const PltTimelineShortcut *plt_timeline_get_shortcuts (void);

GtkWidget *plt_timeline_new (void);
/* Takes the gantt; `can`: PltTimelineCan by row, copied. */
void plt_timeline_set_gantt (PltTimeline *self, PltGantt *gantt, const guint8 *can);
const PltGantt *plt_timeline_get_gantt (PltTimeline *self); /* (nullable) */
const PltGanttView *plt_timeline_get_view (PltTimeline *self);
void plt_timeline_set_metrics (PltTimeline *self, int head, int row);
void plt_timeline_set_links (PltTimeline *self, gboolean links);
/* What plt_timeline_zoom (self, 0) brings in sight. */
void plt_timeline_set_span (PltTimeline *self, PltDate from, PltDate to);
void plt_timeline_zoom (PltTimeline *self, int steps); /* > 0 nearer, < 0 further, 0 everything */
void plt_timeline_show_date (PltTimeline *self, PltDate date);
void plt_timeline_set_cursor (PltTimeline *self, int row); /* -1: none */
int plt_timeline_get_cursor (PltTimeline *self);
void plt_timeline_reveal (PltTimeline *self, guint row); /* its bar, sideways */
/* Rows that stand out: a chain; NULL for none. (element-type guint) */
void plt_timeline_set_marked (PltTimeline *self, const GArray *rows);
/* (element-type PltTimelineGhost) (nullable): copied; and what they come to, in words; `refused`:
 * the words say why not. */
void plt_timeline_set_ghosts (PltTimeline *self,
                              const GArray *ghosts,
                              const char *words,
                              gboolean refused);
const char *plt_timeline_get_words (PltTimeline *self); /* (nullable) */
gboolean plt_timeline_is_dragging (PltTimeline *self);
void plt_timeline_cancel (PltTimeline *self); /* a drag, a link */
void plt_timeline_begin_link (PltTimeline *self);

G_END_DECLS
