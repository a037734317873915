/* PltTimeline inside: plt-timeline.c (object), -draw (ink), -input (mouse and keys). */
#pragma once

#include "plt-gantt-view-paint.h"
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
  GArray *marked; /* of guint */
  GArray *ghosts; /* of PltTimelineGhost */
  char *words;
  gboolean refused;

  PltTimelineDoing doing;
  PltTimelineHit held;
  int held_days;
  double pan_x, pan_y, from_x, from_y;
  double pointer_x, pointer_y;
  PltTimelineHit hover;
  int aim; /* row at which a link would end, -1 */
};

void plt_timeline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void plt_timeline_add_input (PltTimeline *self);
void plt_timeline_scroll_by (PltTimeline *self, double dx, double dy);
void plt_timeline_scroll_to_x (PltTimeline *self, double x);
void plt_timeline_zoom_at (PltTimeline *self, double factor, double x);
void plt_timeline_choose (PltTimeline *self, int row); /* as a person does */

void plt_timeline_emit_changed (PltTimeline *self);
void plt_timeline_emit_dropped (PltTimeline *self);
void plt_timeline_emit_cancelled (PltTimeline *self);
void plt_timeline_emit_link (PltTimeline *self, int from, int to);
void plt_timeline_emit_nudged (PltTimeline *self, PltTimelinePart part, int days);
void plt_timeline_emit_command (PltTimeline *self, const char *command);

G_END_DECLS
