/* What employer and employee owe on one wage: each contribution with its base, its ceiling and its
 * source. Pure.
 *
 * Rates and ceilings come from the referentials "cotisations-2026" and "parametres-sociaux": a row
 * is taken when it is valid at the date and belongs to the agreement. A rate that the referential
 * leaves empty (work accidents, transport) is the company's own: without it the result is
 * incomplete and says so, it is never zero.
 *
 * Rounding: each line to the centime, half up; a total is the exact sum rounded so, which may
 * differ from the sum of the lines by a centime. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * PltWage:
 * @profile: "technicien-cadre", "artiste" ...
 * @gross: before any deduction
 * @days: of the contract, 1 at least
 * @minutes: of the contract, for the reduction of low wages; 0 without it
 * @date: of the work
 * @day_minimum: of the agreement, for the ceiling of paid leave; PLT_UNKNOWN without a ceiling
 * @accident_e6: rate of work accidents the company was told; PLT_UNKNOWN
 * @transport_e6: mobility payment of the town; 0 below eleven employees
 * @deduction: "dfs-25", "dfs-20", %NULL for none
 * @apprenticeship: the employer owes the apprenticeship tax
 */
typedef struct
{
  const char *profile;
  PltMoney gross;
  gint64 days, minutes;
  PltDate date;
  PltMoney day_minimum;
  gint64 accident_e6, transport_e6;
  const char *deduction;
  gboolean apprenticeship;
} PltWage;

/**
 * PltContribution:
 * @base: centimes
 * @employer_e6: PLT_UNKNOWN when it is the company's own and was not given
 * @doubtful: not read in the text itself
 */
typedef struct
{
  char *code, *title, *account, *source;
  PltMoney base;
  gint64 employer_e6, employee_e6;
  PltMoney employer, employee;
  gboolean doubtful;
} PltContribution;

/**
 * PltContributions:
 * @lines: (element-type PltContribution): in the order of the referential
 * @base: the gross less the deduction
 * @employer: what the employer owes, @reduction taken off
 * @employee: what is withheld and does not count as income
 * @employee_taxed: what is withheld and counts as income
 * @reduction: of low wages, 0 when there is none
 * @net: @gross less what is withheld
 * @cost: @gross and @employer
 * @incomplete: a rate is missing
 */
typedef struct
{
  GPtrArray *lines;
  PltMoney gross, base, employer, employee, employee_taxed, reduction, net, cost;
  gboolean incomplete;
} PltContributions;

/**
 * plt_contributions_new:
 * @facts: agreement of the production, and its referentials
 *
 * Returns: (transfer full): %NULL with PLT_ERROR when the referentials have nothing for the profile
 * at that date, or amounts leave their range
 */
PltContributions *
plt_contributions_new (const PltFacts *facts, const PltWage *wage, GError **error);
void plt_contributions_free (PltContributions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltContributions, plt_contributions_free)

/**
 * plt_contributions_reduction_e4:
 *
 * The coefficient of the general reduction, in ten-thousandths, before the share of the leave fund:
 * Tmin + Tdelta x [1/2 x (3 x minimum wage of the contract / gross - 1)]^1.75, 0 from three minimum
 * wages on. Source: Code de la sécurité sociale L241-13, D241-7.
 */
gint64
plt_contributions_reduction_e4 (gint64 tmin_e4, gint64 tdelta_e4, PltMoney minimum, PltMoney gross);

G_END_DECLS
