/* PltTimeline: bars on a calendar, drawn: phases, groups, tasks with their progress, milestones,
 * deadlines, slack, baseline, links, the days off, today. With the signs of the paper.
 *
 * It shows a PltGantt and computes nothing: what is dragged asks with `drag-changed`, and whoever
 * has the engine answers with plt_timeline_set_ghosts(), which shows where everything that follows
 * would go and says it in words. Only what is in sight is drawn.
 *
 * Mouse: bars, their ends and the handles before and behind them are dragged, the ground pans; what
 * is beyond an edge comes in sight while a drag stays there; Ctrl and a click choose rows one by
 * one, Shift and a click up to one; a bar of several chosen rows drags them all; a click on the
 * line of a link chooses it, another one there the next one that passes, a double click edits it;
 * Ctrl and the wheel zoom around the pointer, Shift and the wheel go along the calendar; Escape
 * gives up a drag. Keyboard: arrows up and down, PgUp, PgDn, Home, End choose a row, with Shift up
 * to it, with Ctrl walk without choosing, Ctrl+Space chooses it too or not, Ctrl+A all, Escape one;
 * left and right fold a group, else go along the calendar; Shift with them moves the bars chosen by
 * a day, Ctrl+Shift by a week; Alt+Shift makes them longer or shorter by a day, Ctrl+Alt+Shift by a
 * week; plus, minus and 0 zoom; T goes to today; L begins a link, arrows choose its row, left and
 * right the end it reaches, with Shift the one it leaves, Enter draws it, Delete takes away the one
 * there is; Alt with up and down chooses the links of the task one by one: Enter edits the one that
 * is chosen, Delete takes it away, Escape leaves it; Enter, F2 edit the name, Insert, Delete, Tab
 * and Shift+Tab are passed on as commands.
 *
 * What a bar says to assistive technology and in its tooltip: plt_timeline_set_describe().
 *
 * Signals:
 *   cursor-moved (int row)                             somebody chose another row
 *   drag-changed (int row, int part, int days)         a bar is being dragged; part as in
 *                                                      PltTimelinePart
 *   drag-dropped (int row, int part, int days)         and was let go
 *   drag-cancelled ()                                  and was not
 *   selection-changed ()                               by a person: plt_timeline_get_selected()
 *   link-aimed (int from, int to, int kind)            a link would go there; PltNetworkKind; the
 *                                                      answer is plt_timeline_set_ghosts()
 *   link-drawn (int from, int to, int kind)
 *   link-removed (int from, int to)                    whatever goes from one to the other
 *   link-chosen (int from, int to)                     by a person; both -1: none any more
 *   nudged (int row, int part, int days)               by the keyboard
 *   command (const char *command)                      "edit", "insert", "delete", "indent",
 *                                                      "outdent", "toggle", "open", "search";
 *                                                      "edit-link": the one chosen */
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

/* (transfer full) (nullable): what there is to say about the bar of a row besides its name, a line
 * each. */
typedef char *(*PltTimelineDescribe) (guint row, gpointer data);

/* (transfer full) (nullable): what there is to say about a link besides its kind, a line each. */
typedef char *(*PltTimelineDescribeLink) (guint from, guint to, gpointer data);

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
/* Rows chosen together, ascending; the cursor's alone after plt_timeline_pick() without a modifier.
 * (transfer full) (element-type guint) */
GArray *plt_timeline_get_selected (PltTimeline *self);
void plt_timeline_set_selected (PltTimeline *self, const GArray *rows); /* (nullable) */
gboolean plt_timeline_is_selected (PltTimeline *self, guint row);
/* What a click on that row with those modifiers chooses. */
void plt_timeline_pick (PltTimeline *self, int row, GdkModifierType state);
/* `data` outlives the timeline. */
void plt_timeline_set_describe (PltTimeline *self, PltTimelineDescribe describe, gpointer data);
void
plt_timeline_set_describe_link (PltTimeline *self, PltTimelineDescribeLink describe, gpointer data);
/* The link from one row to another stands out, and is what assistive technology hears of; -1: none
 * does. */
void plt_timeline_set_link (PltTimeline *self, int from, int to);
gboolean plt_timeline_get_link (PltTimeline *self, int *from, int *to); /* FALSE: none */
/* What a link says: "After the end of “Montage”, “Mixage” may begin". (transfer full) */
char *plt_timeline_link_words (PltTimeline *self, guint link);
/* What assistive technology is told of the cursor: "Mixage: lun. 3 janv. → ven. 14 janv., …". */
const char *plt_timeline_get_told (PltTimeline *self);   /* (nullable) */
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
/* A drag that is not allowed, shown where the pointer has it. */
gboolean plt_timeline_is_refused (PltTimeline *self);
gboolean plt_timeline_is_dragging (PltTimeline *self);
void plt_timeline_cancel (PltTimeline *self); /* a drag, a link */
void plt_timeline_begin_link (PltTimeline *self);

G_END_DECLS
