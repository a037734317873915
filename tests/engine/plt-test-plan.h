/* Small productions to plan, made by hand: facts with nothing in them but what a test adds. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"
#include "plt-plan-optimise.h"

G_BEGIN_DECLS

enum
{
  PLAN_ROLES = 1, /* categories */
  PLAN_CHILDREN,
  PLAN_ANIMALS,
};

#define PLAN_MONDAY plt_date_from_ymd (2027, 4, 12)

/* A feature under agreement 3097 with schedule 1, days of 8 h, and the referential of working time
 * cut down to: 10 h a day, 11 h of rest, 6 days in a row, night from 22:00 (20:00 in winter),
 * studios closed on Sundays and holidays; minors: 3 h a day at school, 4 h in holidays, none on
 * public holidays. */
PltFacts *plan_film_new (void);
PltDayFacts *plan_film_day (PltFacts *facts, gint64 id, PltDate date);
PltLocationFacts *plan_film_place (PltFacts *facts, gint64 id, const char *name);
PltSetFacts *plan_film_set (PltFacts *facts, gint64 id, const char *name, gint64 location);
/* Interior by day. */
PltSequenceFacts *
plan_film_sequence (PltFacts *facts, gint64 id, const char *number, gint64 set, gint64 minutes);
PltStripFacts *plan_film_strip (PltFacts *facts, gint64 id, gint64 day, gint64 sequence);
PltElementFacts *plan_film_element (PltFacts *facts, gint64 id, gint64 category, const char *name);
void plan_film_plays (PltFacts *facts, gint64 sequence, gint64 element);
PltEngagementFacts *
plan_film_engage (PltFacts *facts, gint64 role, const char *unit, PltMoney rate, const char *hold);
PltAvailabilityFacts *
plan_film_window (PltFacts *facts, const char *kind, PltDate from, PltDate to);
PltOrderFacts *plan_film_order (
    PltFacts *facts, gint64 sequence, const char *kind, gint64 other, gboolean compulsory);

/* The weights that come with the program; @quiet: all but that of a broken rule are 0. */
PltPlanWeights *plan_film_weights (const PltFacts *facts, gboolean quiet);
/* Made by chance, the same for a seed: 30 séquences on 12 days of two weeks, some locked, some not
 * placed, roles with diaries and contracts, two places. */
PltFacts *plan_film_random (guint32 seed);
/* Does to the strips what the store would do. */
void plan_film_apply (PltFacts *facts, const PltBatch *batch);

G_END_DECLS
