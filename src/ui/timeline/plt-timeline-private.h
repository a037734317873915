/* PltTimeline inside: plt-timeline.c (object), -draw (ink), -select (rows chosen together, what
 * assistive technology hears), -links (the link that is chosen), -mouse, -keys. */
#pragma once

#include "plt-gantt-view-paint.h"
#include "plt-item-cursor.h"
#include "plt-timeline.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_TIMELINE_IDLE,
  PLT_TIMELINE_PANS,
  PLT_TIMELINE_DRAGS, /* a bar or an end */
  PLT_TIMELINE_LINKS, /* a link, by the mouse */
  PLT_TIMELINE_AIMS,  /* a link, by the keyboard */
} PltTimelineDoing;

struct _PltTimeline
{
  GtkWidget parent_instance;

  PltGantt *gantt; /* (nullable) */
  guint8 *can;
  PltGanttView view;
  PltTypesetter *type;
  GtkAdjustment *adjustments[2];
  guint policies[2];
  gboolean fitted; /* everything is in sight, whatever the width */
  gboolean dark, placing;
  PltDate span_from, span_to;
  int cursor;
  guint8 *selected;      /* by row, TRUE for those chosen together */
  int anchor;            /* row from which Shift chooses, -1 */
  GtkWidget *cursors[2]; /* PltItemCursor; the one whose turn it is lies on the cursor's bar */
  int turn;
  char *told; /* what it says */
  PltTimelineDescribe describe;
  gpointer describe_data;
  PltTimelineDescribeLink describe_link;
  gpointer describe_link_data;
  int link;       /* chosen, index in the gantt, -1 */
  GArray *marked; /* of guint */
  GArray *ghosts; /* of PltTimelineGhost */
  char *words;
  gboolean refused;

  PltTimelineDoing doing;
  PltTimelineHit held;
  int held_days;
  double pan_x, pan_y, from_x, from_y;
  double drag_dx, drag_dy; /* since the drag began, without what was scrolled meanwhile */
  gboolean alone;          /* a click among several rows chosen: without a drag, it chooses one */
  guint tick;
  gint64 tick_time;
  double pointer_x, pointer_y;
  PltTimelineHit hover;
  int aim; /* row at which a link would end, -1 */
  PltTimelinePart aim_part;
};

void plt_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void plt_timeline_add_mouse (PltTimeline *self);
void plt_timeline_add_keys (PltTimeline *self);
void plt_timeline_scroll_by (PltTimeline *self, double dx, double dy);
void plt_timeline_scroll_to_x (PltTimeline *self, double x);
void plt_timeline_zoom_at (PltTimeline *self, double factor, double x);
/* As a person does: that row alone; the cursor without what is chosen; all. */
void plt_timeline_choose (PltTimeline *self, int row);
void plt_timeline_walk (PltTimeline *self, int row);
void plt_timeline_pick_all (PltTimeline *self);
void plt_timeline_resize_selected (PltTimeline *self);
/* The child that says the cursor's bar to assistive technology. */
void plt_timeline_tell (PltTimeline *self, gboolean moved);
gboolean plt_timeline_has_keyboard (PltTimeline *self);
void plt_timeline_place_cursor (PltTimeline *self);
/* The link at that point: of several, the one after that which is chosen. -1: none. */
int plt_timeline_link_at (PltTimeline *self, double x, double y);
void plt_timeline_choose_link (PltTimeline *self, int link);
/* The next link of the cursor's row, or the one before. */
void plt_timeline_step_link (PltTimeline *self, int way);
/* (transfer full): of a link of that kind between rows of those names */
char *plt_timeline_words_of_link (PltNetworkKind kind, const char *first, const char *second);
char *plt_timeline_link_details (PltTimeline *self, guint link); /* (nullable) */
/* The end of a link that is drawn: row -1 for none. */
void plt_timeline_set_aim (PltTimeline *self, int row, PltTimelinePart part);

void plt_timeline_emit_changed (PltTimeline *self);
void plt_timeline_emit_dropped (PltTimeline *self);
void plt_timeline_emit_cancelled (PltTimeline *self);
void plt_timeline_emit_cursor (PltTimeline *self);
void plt_timeline_emit_selection (PltTimeline *self);
void plt_timeline_emit_aimed (PltTimeline *self);
void plt_timeline_emit_link (PltTimeline *self, int from, int to, PltNetworkKind kind);
void plt_timeline_emit_unlink (PltTimeline *self, int from, int to);
void plt_timeline_emit_link_chosen (PltTimeline *self, int from, int to);
void plt_timeline_emit_nudged (PltTimeline *self, PltTimelinePart part, int days);
void plt_timeline_emit_command (PltTimeline *self, const char *command);

G_END_DECLS
