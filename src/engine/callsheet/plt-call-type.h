/* An hour of a call that somebody types, or gives back to the computation; and what moves with it:
 * the other hours of the call, the hours of those who share its chair or its car. */
#pragma once

#include "plt-call-day.h"

G_BEGIN_DECLS

#define PLT_N_CALL_HOURS 8

typedef struct
{
  const char *column;
  const char *flag; /* in "typed" */
  guint hour;       /* PltCallHour */
} PltCallHourColumn;

extern const PltCallHourColumn plt_call_hours[PLT_N_CALL_HOURS];

const PltCallHourColumn *plt_call_hour_column (const char *column); /* (nullable) */
gint64 plt_callee_hour (const PltCallee *callee, guint hour);
/* Nothing for PLT_UNKNOWN and for hours before midnight. */
void plt_call_set_clock (PltBatch *batch, const char *column, gint64 minutes);
/* Sets an hour where it is another; begins the update of the row when its first change comes. */
void plt_call_change_clock (
    PltBatch *batch, gboolean *begun, const PltCallFacts *call, const char *column, gint64 minutes);
/* Moves every hour that was not typed as the computed one moves from @old to @new. */
void plt_call_retime (const PltCallFacts *call,
                      const PltCallee *old,
                      const PltCallee *new,
                      PltBatch *batch);

/**
 * plt_call_type:
 * @facts: the production
 * @plan: (nullable): the plan that holds the day, for a PAT that is given back
 * @call: a call
 * @column: one of its hours, or one of its durations of HMC
 * @minutes: what was typed; PLT_UNKNOWN gives the hour back to the computation
 * @batch: where to add
 *
 * A given back PAT is that of the plan, else of the sheet; a given back end is that of the sheet.
 *
 * Returns: FALSE when the call is not there or the column is neither
 */
gboolean plt_call_type (const PltFacts *facts,
                        const PltPlan *plan,
                        gint64 call,
                        const char *column,
                        gint64 minutes,
                        PltBatch *batch);
/* The hours of the calls of a sheet move as its chairs or its margin do: @column of @sheet becomes
 * @value, which is added too. */
void plt_call_resource (
    const PltFacts *facts, gint64 sheet, const char *column, gint64 value, PltBatch *batch);

G_END_DECLS
