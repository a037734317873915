/* Who is called on a day, from the plan or from a stored sheet, as a PltCallDay whose callees are
 * in the order of the drafts, or of the calls.
 *
 * Durations of HMC, the first that is known: those of the call, those of the costume, for each of
 * dressing, make-up and hair; the total of the engagement (which gives the one part that is
 * missing); the referential "durees-hmc", for children, background, and roles whose description has
 * the word "homme" or "femme". Else they stay unknown.
 *
 * The PAT of a role is that of the day plus the strips before its first séquence, when all of their
 * lengths are known, in steps of five minutes, plus the meal of a split day when it comes before.
 *
 * Rides are the movements of the day of kind "aller" or "navette": their stops of kind "montee" in
 * order, then the calls that name the movement and have no stop. */
#pragma once

#include "plt-call-hours.h"
#include "plt-plan.h"

G_BEGIN_DECLS

#define PLT_CALL_CREW_LEAD                                                                         \
  60 /* the crew is there an hour before the PAT, unless the sheet says                            \
      */

/* A call as the plan wants it. */
typedef struct
{
  const char *group;              /* "comediens", "figuration", "equipe" */
  const PltElementFacts *element; /* (nullable) */
  const PltPersonFacts *person;   /* (nullable) */
  const char *function;
  gint64 count;
  char *sequences; /* "4, 7, 12A" */
  const char *costume;
} PltCallDraft;

void plt_call_draft_free (PltCallDraft *draft);

/* Solved. `sheet` (nullable): whose chairs, margin and crew call hold. `drafts` (element-type
 * PltCallDraft) is filled. */
PltCallDay *plt_call_day_of_plan (const PltFacts *facts,
                                  const PltPlan *plan,
                                  const PltDayPlan *day,
                                  const PltSheetFacts *sheet,
                                  GPtrArray *drafts);
/* With the hours as they are stored, not solved; where a duration is not known it is what the hours
 * that were not typed say. `calls` (element-type PltCallFacts) is filled. */
PltCallDay *
plt_call_day_of_sheet (const PltFacts *facts, const PltSheetFacts *sheet, GPtrArray *calls);
/* The hours of the stops and of the movements that were not typed, where they change. */
/* The same of one ride. */
void
plt_call_day_write_ride (const PltFacts *facts, const PltCallDay *self, guint nth, PltBatch *batch);
void plt_call_day_write_rides (const PltFacts *facts, const PltCallDay *self, PltBatch *batch);

/* PltCallHour of the flags "pickup,hmc". */
guint plt_call_typed (const char *typed);
const PltEngagementFacts *plt_call_engagement (const PltFacts *facts, gint64 role);

G_END_DECLS
