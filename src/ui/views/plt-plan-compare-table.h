/* PltPlanCompareTable: what differs between two versions of the plan de travail, as the rows of a
 * grid: figures, séquences, roles; the history of the versions; or what a publication would say has
 * moved, with a reason to type for each.
 *
 * A difference is told in words besides its sign; a worse one has the background of a warning. */
#pragma once

#include "plt-grid-model.h"
#include "plt-plan-compare.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_PLAN_COMPARE_FIGURES,
  PLT_PLAN_COMPARE_SEQUENCES,
  PLT_PLAN_COMPARE_ROLES,
  PLT_PLAN_COMPARE_HISTORY,
  PLT_PLAN_COMPARE_MOVES,
} PltPlanCompareKind;

#define PLT_TYPE_PLAN_COMPARE_TABLE (plt_plan_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (PltPlanCompareTable, plt_plan_compare_table, PLT, PLAN_COMPARE_TABLE, GObject)

PltPlanCompareTable *plt_plan_compare_table_new (PltPlanCompareKind kind);
/* `compare` (nullable) may go when this returns; `all`: what stays is listed too. */
void plt_plan_compare_table_fill (PltPlanCompareTable *self,
                                  const PltFacts *facts,
                                  const PltPlanCompare *compare,
                                  gboolean all);
PltRef plt_plan_compare_table_get_ref (PltPlanCompareTable *self, guint row);
/* Of PLT_PLAN_COMPARE_MOVES: what was typed. (transfer none) (element-type gint64 utf8) */
GHashTable *plt_plan_compare_table_get_reasons (PltPlanCompareTable *self);

G_END_DECLS
