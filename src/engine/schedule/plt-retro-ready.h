/* Rows of the registers around a rétroplanning that it can fill in by itself.
 *
 * Screenings: milestones that are screenings (a code of the templates, or a name that begins with
 * "Projection") and that no screening stands for yet: neither one of that task nor one of that name
 * on its day. What is done, or was before today, took place without its row and is left alone. The
 * name of such a milestone often says who comes, "Projection de travail : production, diffuseur":
 * what stands behind the colon becomes the people of the screening.
 *
 * August: rooms, laboratories and offices that close for part of it (usage; which days is each
 * one's own, so that the whole month is only where one begins). */
#pragma once

#include "plt-batch.h"
#include "plt-retro.h"

G_BEGIN_DECLS

/* By date, those without one last. (transfer full) (element-type PltRetroRow *): of self->rows */
GPtrArray *plt_retro_screenings_ready (const PltRetro *self, PltDate today);
/* Their rows: task, name, date, people. */
void plt_retro_screenings_write (const PltRetro *self, const GPtrArray *rows, PltBatch *batch);

#define PLT_RETRO_NEW_CALENDAR (-1)

/**
 * PltRetroClosing:
 * @calendar: a row of task_calendar; 0: closed for all of them; %PLT_RETRO_NEW_CALENDAR: a new one
 * @calendar_name: of the new one
 * @name: of the closing
 */
typedef struct
{
  gint64 calendar;
  const char *calendar_name, *name;
  PltDate first, last;
} PltRetroClosing;

/* The year of the first August from `today` on, and within the plan, that no closing of that
 * calendar (0: of all of them) touches yet; that of the next one when all are closed. */
int plt_retro_next_august (const PltRetro *self, gint64 calendar, PltDate today);
/* One undoable step. PLT_ERROR_INVALID when a day is missing, or the last is before the first. */
gboolean plt_retro_closing_write (const PltRetroClosing *closing, PltBatch *batch, GError **error);

G_END_DECLS
