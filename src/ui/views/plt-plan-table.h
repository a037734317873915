/* PltPlanTable: a plan de travail as a table that is only read (PltGridModel): either its days with
 * their strips one under the other, or the presence of every role on every day.
 *
 * Presence says T for a day of work, A for a day of waiting between two of them, and nothing
 * before the first and after the last. Days without shooting have a dot. */
#pragma once

#include "plt-grid-model.h"
#include "plt-plan.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_PLAN_TABLE_LIST,
  PLT_PLAN_TABLE_PRESENCE,
} PltPlanTableKind;

#define PLT_TYPE_PLAN_TABLE (plt_plan_table_get_type ())
G_DECLARE_FINAL_TYPE (PltPlanTable, plt_plan_table, PLT, PLAN_TABLE, GObject)

PltPlanTable *plt_plan_table_new (PltPlanTableKind kind);
/* Makes the texts again; keeps neither facts nor plan. */
void plt_plan_table_fill (PltPlanTable *self, const PltPlan *plan);
/* What a row is of: a day, a strip or an element; table NULL for a total. */
PltRef plt_plan_table_get_ref (PltPlanTable *self, guint row);
int plt_plan_table_find_ref (PltPlanTable *self, PltRef ref); /* -1 when it is not there */

G_END_DECLS
