/* What the optimiser of the plan de travail weighs, in euros, minutes and days.
 *
 * Values come from the referential "optimisation": the copy the production keeps, else the one that
 * comes with the program. What the user typed for this production (table plan_weight) comes first.
 * Titles, units and sources are those of the referential. Pure. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

#define PLT_PLAN_WEIGHTS_REFERENTIAL "optimisation"

/**
 * PltPlanWeight:
 * @code: "stabilite"
 * @title: in French, as the referential has it
 * @unit: "centimes", "min", "jour", "e3"
 * @group: "moyens", "roles", "eco", "souhaits", "lumiere", "temps", "regles"
 * @source: of @shipped
 * @verified: @shipped was read in a named source
 * @value: what counts
 * @shipped: of the referential
 * @own: @value was typed for this production
 */
typedef struct
{
  char *code, *title, *unit, *group, *source;
  gboolean verified;
  gint64 value, shipped;
  gboolean own;
} PltPlanWeight;

typedef struct
{
  GPtrArray *items; /* (element-type PltPlanWeight): in the order of the referential */
} PltPlanWeights;

/**
 * plt_plan_weights_new:
 * @shipped: (nullable): the referential that comes with the program, for a production that keeps
 *   none
 *
 * Returns: (transfer full): empty when there is no referential at all
 */
PltPlanWeights *plt_plan_weights_new (const PltFacts *facts, const char *shipped);
void plt_plan_weights_free (PltPlanWeights *self);
/* (nullable): of that code */
const PltPlanWeight *plt_plan_weights_find (const PltPlanWeights *self, const char *code);
gint64 plt_plan_weights_get (const PltPlanWeights *self, const char *code); /* 0 when unknown */
gboolean plt_plan_weight_is_money (const PltPlanWeight *weight);

/**
 * plt_plan_weights_set:
 * @value: centimes, minutes or days: 0 and more
 *
 * For this run only: nothing is written.
 *
 * Returns: FALSE with PLT_ERROR_NOT_FOUND for no such code, PLT_ERROR_INVALID for a value below
 *   zero or beyond reason
 */
gboolean
plt_plan_weights_set (PltPlanWeights *self, const char *code, gint64 value, GError **error);
/* The same, of what a person typed: an amount in euros for prices, else a number. */
gboolean
plt_plan_weights_parse (PltPlanWeights *self, const char *code, const char *text, GError **error);
char *plt_plan_weight_format (const PltPlanWeight *weight); /* "1 000,00 €", "45 min", "10" */
/* Adds to @batch what makes table plan_weight of @facts say as @self: a value back at the shipped
 * one has no row. */
void plt_plan_weights_write (const PltPlanWeights *self, const PltFacts *facts, PltBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPlanWeights, plt_plan_weights_free)

G_END_DECLS
