/* The hours of rides that follow their calls, and calls that follow their ride, as edits of a
 * batch. Typed hours stay, and so do the calls of a sheet that was sent. */
#pragma once

#include "plt-call-day.h"
#include "plt-moves.h"

G_BEGIN_DECLS

/* (transfer full): where somebody is fetched: the place of the call (nullable), else the address of
 * the person (nullable), "" */
char *plt_moves_pickup_place (const PltCallFacts *call, const PltPersonFacts *person);
/* The hours of the stops of a day from its calls anew, and the pick-ups of its calls. */
void plt_moves_follow (const PltFacts *facts, gint64 day, PltBatch *batch);
/* One ride of a day that was solved, with those who are called and ride in it. */
void plt_moves_follow_ride (const PltFacts *facts,
                            const PltSheetFacts *sheet,
                            const PltCallDay *hours,
                            const GPtrArray *calls,
                            guint ride,
                            PltBatch *batch);
/**
 * plt_moves_board:
 * @stop: of that movement, or a row that is being made
 * @person: who gets on there from now on; what says so is written by the caller
 *
 * The hours that are shared from then on: of the stops of that movement, and of the calls of who
 * rides in it, who name it from then on. Nothing on a day without a call sheet.
 */
void plt_moves_board (
    const PltFacts *facts, gint64 movement, gint64 stop, gint64 person, PltBatch *batch);

G_END_DECLS
