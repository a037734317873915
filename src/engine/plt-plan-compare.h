/* Two versions of the plan de travail side by side. Pure.
 *
 * The figures of both, with the devis computed on each; séquence by séquence, the days before and
 * after; role by role, days worked, held, and what the devis pays.
 *
 * What people are told is the date: a séquence has moved when its date or its unit is another; when
 * only the J number is another (a day was put in before) it was renumbered. Without dates the J
 * number decides. A séquence over several days has moved when one of them is another, and is split
 * differently when it has more days or fewer. Those that stay on their day but change places among
 * those that stay with them are reordered, and as few as possible are called so. */
#pragma once

#include "plt-plan-figures.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_PLAN_SAME,
  PLT_PLAN_REORDERED,
  PLT_PLAN_RENUMBERED,
  PLT_PLAN_MOVED,
  PLT_PLAN_SPLIT,
  PLT_PLAN_ADDED,    /* placed; an added séquence that the first plan does not have */
  PLT_PLAN_PLACED,   /* was to be placed */
  PLT_PLAN_UNPLACED, /* is to be placed again */
  PLT_PLAN_CUT,      /* no longer placed, and dropped */
  PLT_N_PLAN_STATES
} PltPlanState;

/**
 * PltPlanChange:
 * @sequence: in the order of the film
 * @from: (element-type PltDayPlan): its days in the first plan, in order, once each; empty when it
 * is to be placed
 * @to: (element-type PltDayPlan): in the second
 * @strip: its first strip in the second plan, else in the first, 0 when neither has one
 */
typedef struct
{
  const PltSequenceFacts *sequence;
  PltPlanState state;
  GPtrArray *from, *to;
  gint64 strip;
} PltPlanChange;

/**
 * PltPlanRole:
 * @worked: days, in the first and in the second plan
 * @first: dates; PLT_DATE_NONE when never or undated
 * @cost: lines of the devis for this role, with contributions; PLT_UNKNOWN when there is none
 */
typedef struct
{
  const PltElementFacts *element;
  guint worked[2], held[2];
  PltDate first[2], last[2];
  PltMoney cost[2];
} PltPlanRole;

typedef struct
{
  PltPlan *plans[2];
  PltPlanFigures figures[2];
  GPtrArray *changes; /* PltPlanChange: every séquence that one of the plans holds or could */
  GArray *roles;      /* PltPlanRole: those that play, by number */
  guint counts[PLT_N_PLAN_STATES];
} PltPlanCompare;

/* (transfer full): `a` and `b` are versions; `budget` as in plt_budget_new(). The facts must
 * outlive it. */
PltPlanCompare *plt_plan_compare_new (const PltFacts *facts, gint64 a, gint64 b, gint64 budget);
void plt_plan_compare_free (PltPlanCompare *self);
/* Séquences whose day is another: all states but the first three. */
guint plt_plan_compare_n_moved (const PltPlanCompare *self);
gboolean plt_plan_state_is_move (PltPlanState state);
gboolean plt_plan_role_changes (const PltPlanRole *role);
const char *plt_plan_state_title (PltPlanState state); /* N_() msgid: "moved" */
/* "J3 mar. 13 avr. + J4 mer. 14 avr.", "unité 2" added when it is not the first; "" for none:
 * in French, as papers and the file keep it. (element-type PltDayPlan) */
char *plt_plan_days_text (const GPtrArray *days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPlanCompare, plt_plan_compare_free)

G_END_DECLS
