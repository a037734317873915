/* What the plan de travail makes of an engagement: days and weeks before, during and after the
 * shooting, planned hours, and the premiums that come on top of the wage. Pure.
 *
 * Before and after the shooting, days are Monday to Friday between the dates of the contract and
 * those of the plan; public holidays count, they are paid (IDCC 3097, art. 42). During the shooting
 * they are the shooting days of the plan within the contract; a calendar week of five or more of
 * them is one week of wage, a shorter one a fifth for each day. A day without a date counts a fifth
 * of a week, for those whose contract has no dates.
 *
 * Planned hours are those of the day, from the crew call of its feuille de service when there is
 * one, less the meal. Premiums are those of plt-pay.h on these hours: overtime, nights, Sundays,
 * sixth days, holidays, missing rest; the wage that the weeks or days of the contract pay already
 * is taken off, line by line and week by week, never below zero. They are counted at the wage of
 * the engagement, else at the minimum of the function. */
#pragma once

#include "plt-plan.h"

G_BEGIN_DECLS

/**
 * PltCrewSpan:
 * @preparation, @finishing: days, PLT_UNKNOWN when the contract or the plan has no such date
 * @shooting: days
 * @weeks_e6: of shooting, in millionths
 */
typedef struct
{
  gint64 preparation, shooting, finishing;
  gint64 weeks_e6;
} PltCrewSpan;

/* @engagement: (nullable): the whole plan */
void plt_crew_span (const PltPlan *plan, const PltEngagementFacts *engagement, PltCrewSpan *span);
/* (transfer full) (element-type PltWorkDay): planned hours; `n_without` (out) (optional): shooting
 * days of the contract that have no hours or no date */
GArray *
plt_crew_hours (const PltPlan *plan, const PltEngagementFacts *engagement, guint *n_without);

/* (transfer full): date of a shooting day -> PltWorkPlace, where it is shot. */
GHashTable *plt_crew_places (const PltPlan *plan);

/**
 * PltPremium:
 * @rule: of plt-pay.h: "R02"; "DEVIS" for what the wage pays already
 * @amount: below zero for that
 */
typedef struct
{
  char *rule, *title, *source;
  gint64 minutes;
  PltMoney amount;
  gboolean capped, doubtful;
} PltPremium;

/**
 * PltPremiums:
 * @function: as the scale names it
 * @list: (element-type PltPremium): they add up to @total
 * @n_days: with hours
 * @n_without: shooting days whose hours are not known: their premiums are not in @total
 */
typedef struct
{
  char *function;
  PltMoney week_cents;
  GPtrArray *list;
  PltMoney total;
  guint n_days, n_without;
} PltPremiums;

/**
 * plt_premiums_new:
 * @engagement: (nullable): dates, unit and rate of the contract; %NULL for a contract by the week
 *   over the whole plan
 * @function: (nullable): of the scale; %NULL for that of the engagement
 *
 * Returns: (transfer full): %NULL with PLT_ERROR when no day has hours, for a performer (whom
 *   title II does not pay), or when the scale does not have the function
 */
PltPremiums *plt_premiums_new (const PltPlan *plan,
                               const PltEngagementFacts *engagement,
                               const char *function,
                               GError **error);
void plt_premiums_free (PltPremiums *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPremiums, plt_premiums_free)

G_END_DECLS
