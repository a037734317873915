/* The inside of PltRetro, shared by its files. */
#pragma once

#include "plt-batch.h"
#include "plt-retro.h"

G_BEGIN_DECLS

/* What the input of the network borrows from. */
typedef struct _PltRetroData
{
  GArray *tasks, *links, *calendars;
  GPtrArray *spans;     /* (element-type GArray of PltNetworkSpan) */
  GPtrArray *strings;   /* (element-type utf8) */
  GHashTable *index;    /* task id to index + 1 */
  GHashTable *calendar; /* task_calendar id to index */
  GHashTable *linked;   /* ids of tasks that a link or a group concerns */
  int delivery;         /* index of the task or of the engine's own */
  guint n_real_links;   /* the others follow */
  guint *numbers;       /* (nullable): by index, from 1 in the order of the rows */
  gboolean is_adrift;   /* nothing gives any task a date */
  PltDate today;        /* the day asked: what the shooting days put behind it is done */
} PltRetroData;

/* Fills data and input; faults of links go to the issues. */
void plt_retro_build (PltRetro *self, const PltPlan *plan, PltDate today);
void plt_retro_add_rows (PltRetro *self, const PltRetroOptions *options);
/* `plan`: (nullable) */
void plt_retro_add_registers (PltRetro *self, const PltPlan *plan, PltDate today);
void plt_retro_add_issues (PltRetro *self, PltDate today);
void plt_retro_add_head (PltRetro *self, PltDate today);
/* What a task lasts and where it stands say nothing of where it is. */
gboolean plt_retro_is_dated (const PltTaskFacts *task);
const char *plt_retro_phase_name (guint phase); /* "Postproduction": French, for files */
const char *plt_retro_name (const PltRetro *self, guint index);
/* Bookings and screenings: findings of plt-retro-post.h. */
void plt_retro_check_post (const PltRetro *self, PltDate today, GPtrArray *issues);
gboolean plt_retro_booking_counts (const PltBookingFacts *booking); /* dated, not cancelled */
/* At once, as far as their hours are known. */
gboolean plt_retro_bookings_meet (const PltBookingFacts *a, const PltBookingFacts *b);
/* In the same room: while it is booked for another task. */
gboolean plt_retro_screening_meets (const PltScreeningFacts *one, const PltBookingFacts *booking);
void plt_retro_check_people (const PltRetro *self, PltDate today, GPtrArray *issues);
/* The tasks of a circle that those links would close, "Montage → Mixage → Montage"; NULL without.
 * @links: (element-type PltNetworkLink) */
char *plt_retro_circle_text (const PltRetro *self, const GArray *links);
/* (element-type PltNetworkMove): what is on other days after than before */
void plt_retro_collect_moves (const PltRetro *before, const PltRetro *after, GArray *moves);
void plt_retro_write_moves (const PltRetro *after, const GArray *moves, PltBatch *batch);

G_END_DECLS
