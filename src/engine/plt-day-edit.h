/* What is done to the days of a plan de travail, as edits of a batch: a day of another unit, a copy
 * of a day, a day of rest, other dates, another order.
 *
 * Dates move by working days: what `rest_days` names, public holidays and the closings of the
 * calendar (periods "fermeture" and "chome") are passed over. A day on which something was shot is
 * past and keeps its date, as does a locked one. Days are ordered by date, then by unit; one
 * without a date stays after the day before it. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/* Can one shoot then? `rest_days`: weekdays without shooting, bit 1 Monday .. 7 Sunday. */
gboolean plt_is_working_day (const PltFacts *facts, PltDate date, guint rest_days);
/* The n-th working day after it (before it when n < 0); the date itself when n is 0. */
PltDate plt_move_date (const PltFacts *facts, PltDate date, int n, guint rest_days);
/* Weekdays the plan does not shoot on, when it has a week's worth of days; else Saturday and
 * Sunday. */
guint plt_plan_rest_days (const PltFacts *facts, gint64 schedule);

/* Each gives its days their order again. `id` gets the handle of the new day. */
gboolean
plt_days_add_unit (const PltFacts *facts, gint64 day, PltBatch *batch, gint64 *id, GError **error);
/* The day again, hours, kind, note and banners, without its séquences, on the next working day;
 * later days give way as far as they must. */
gboolean plt_days_duplicate (const PltFacts *facts,
                             gint64 day,
                             guint rest_days,
                             PltBatch *batch,
                             gint64 *id,
                             GError **error);
/* A day of rest on the day after; later days give way as far as they must. */
gboolean plt_days_insert_rest (const PltFacts *facts,
                               gint64 day,
                               guint rest_days,
                               PltBatch *batch,
                               gint64 *id,
                               GError **error);
/* This day and all later ones, n working days later, or earlier when n < 0. */
gboolean plt_days_shift (
    const PltFacts *facts, gint64 day, int n, guint rest_days, PltBatch *batch, GError **error);
/* This day on exactly that date. With `following` the later ones move too, by as many working days
 * as lie between; else a day of the same unit that stands there takes its date. */
gboolean plt_days_move (const PltFacts *facts,
                        gint64 day,
                        PltDate date,
                        gboolean following,
                        guint rest_days,
                        PltBatch *batch,
                        GError **error);
/* One more shooting day on that date: the handle of the batch. */
gint64 plt_days_add (const PltFacts *facts, gint64 schedule, PltDate date, PltBatch *batch);
/* FALSE with an error when they are in order already. */
gboolean plt_days_sort (const PltFacts *facts, gint64 schedule, PltBatch *batch, GError **error);

G_END_DECLS
