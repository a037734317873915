/* What the files of the optimiser share: the problem made from the facts, and the way back. */
#pragma once

#include "plt-availability.h"
#include "plt-calendar.h"
#include "plt-plan-optimise.h"
#include "plt-rules.h"

G_BEGIN_DECLS

/**
 * PltOptimiserStrip: one séquence of the problem.
 * @row: (nullable): %NULL for a séquence that has no strip yet
 * @unit: of its day, else the first one
 */
typedef struct
{
  const PltStripFacts *row;
  const PltSequenceFacts *sequence;
  gint64 unit;
} PltOptimiserStrip;

/**
 * PltOptimiserDay: one day of the problem.
 * @number: J number, as people call it
 * @dated: its date is the user's; else one was made up to keep days apart
 */
typedef struct
{
  const PltDayFacts *row;
  guint number;
  gboolean dated;
} PltOptimiserDay;

struct _PltOptimiser
{
  const PltFacts *facts;
  const PltScheduleFacts *schedule;
  PltOptimiseOptions options;
  PltShootProblem *problem; /* as the user weighs */
  PltShootProblem *wanted;  /* as the kind of offer weighs: searched */
  PltShootPlan start;
  PltOptimiserStrip *strips;
  PltOptimiserDay *days;
  guint n_days;
  const PltElementFacts **roles;
  const PltSetFacts **sets;       /* NULL: of no set */
  const PltLocationFacts **sites; /* NULL: of no known place */
  PltAvailability *availability;
  guint n_guessed;
  GPtrArray *notes; /* (element-type utf8) */
};

/* What is only needed while the problem is made. */
typedef struct
{
  PltOptimiser *self;
  const PltPlanWeights *weights;
  PltCalendar *calendar;
  PltRules *rules;
  GArray *strips;       /* PltOptimiserStrip */
  GArray *days;         /* PltOptimiserDay */
  GArray *dates;        /* gint: of each day, made up ones too */
  GPtrArray *roles;     /* PltElementFacts */
  GPtrArray *sets;      /* PltSetFacts */
  GPtrArray *sites;     /* PltLocationFacts */
  GArray *orders;       /* PltShootPrecedence */
  gboolean nights_open; /* hours are not decided */
} PltOptimiserMaker;

/* plt-plan-problem-days.c */
void plt_optimiser_collect_days (PltOptimiserMaker *make);
void plt_optimiser_fill_days (PltOptimiserMaker *make);
/* plt-plan-problem-strips.c */
void plt_optimiser_collect_strips (PltOptimiserMaker *make);
void plt_optimiser_collect_orders (PltOptimiserMaker *make);
void plt_optimiser_fill_strips (PltOptimiserMaker *make);
void plt_optimiser_fill_places (PltOptimiserMaker *make);
/* plt-plan-problem-roles.c */
void plt_optimiser_collect_roles (PltOptimiserMaker *make);
void plt_optimiser_fill_roles (PltOptimiserMaker *make);

gint64 plt_optimiser_weight (const PltOptimiserMaker *make, const char *code);
gint plt_optimiser_find_day (const PltOptimiser *self, gint64 day); /* index or -1 */
/* Not to be had on that day of the problem; FALSE on a day without a date. */
gboolean
plt_optimiser_is_away (const PltOptimiserMaker *make, PltAvailabilityOf what, gint64 id, guint day);
/* Whether a permit forbids that date. */
gboolean plt_optimiser_is_forbidden (const char *permit, PltDate from, PltDate to, PltDate date);

/* In numbers; @start: the plan that strips moved from. */
void plt_optimiser_count (const PltShootProblem *problem,
                          const PltShootPlan *start,
                          const PltShootPlan *plan,
                          PltOfferFigures *figures);

/* plt-plan-offer-words.c, plt-plan-offer-breaches.c: sentences */
const char *plt_optimiser_set_name (const PltOptimiser *self, gint set);
char *plt_optimiser_day_name (const PltOptimiser *self, gint day); /* "D12 (Mon. 12 Apr.)" */
char *plt_optimiser_say_change (const PltOptimiser *self,
                                const PltShootPlan *plan_before,
                                const PltShootPlan *plan_after);
char *plt_optimiser_say_breach (const PltOptimiser *self,
                                const PltShootPlan *plan,
                                const PltShootBreach *breach);
char *plt_optimiser_say_strips (const PltOptimiser *self, const GArray *strips);
GPtrArray *plt_optimiser_say_conflicts (const PltOptimiser *self,
                                        const PltShootPlan *plan,
                                        const PltShootBreach *breach);
char *plt_optimiser_say_empty (const PltOptimiser *self, const PltShootPlan *plan);
PltRef plt_optimiser_ref_of (const PltOptimiser *self, const PltShootBreach *breach);

/* plt-plan-offer-batch.c */
/* Edits that lead from the plan as it is to @plan. */
void plt_optimiser_write (const PltOptimiser *self, const PltShootPlan *plan, PltBatch *batch);
/* (transfer full): what the checks say of the plan de travail that @plan makes; @errors (out) */
GPtrArray *plt_optimiser_check (const PltOptimiser *self, const PltShootPlan *plan, guint *errors);

G_END_DECLS
