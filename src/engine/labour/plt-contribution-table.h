/* The contributions of one profile at one date, read once, counted often: what the devis needs for
 * thousands of lines. The same figures as plt-contributions.h. Pure. */
#pragma once

#include "plt-contributions.h"

G_BEGIN_DECLS

typedef struct _PltContributionTable PltContributionTable;

/* An account of poste 4 and what is posted to it. */
typedef struct
{
  const char *account; /* of the table */
  PltMoney amount;
} PltPosting;

#define PLT_MAX_POSTINGS 8

/**
 * plt_contribution_table_new:
 * @wage: profile, date, rates of the company, deduction; its amounts are not read
 *
 * Returns: (transfer full): see plt_contributions_new()
 */
PltContributionTable *
plt_contribution_table_new (const PltFacts *facts, const PltWage *wage, GError **error);
void plt_contribution_table_free (PltContributionTable *self);
/* A rate of the company is missing. */
gboolean plt_contribution_table_is_incomplete (const PltContributionTable *self);

/* Centimes: what one person may be paid at most for the products to fit; not a rule of law. */
#define PLT_CONTRIBUTION_MOST_GROSS (G_GINT64_CONSTANT (1000000000) * 100)

/**
 * plt_contribution_table_count:
 * @gross: of one person
 * @days: of the contract
 * @minutes: of the contract, 0 without the reduction of low wages
 * @postings: (out caller-allocates) (array length=PLT_MAX_POSTINGS): by account; the reduction is
 * taken off the first
 * @n: (out): how many
 *
 * Returns: what the employer owes
 */
PltMoney plt_contribution_table_count (const PltContributionTable *self,
                                       PltMoney gross,
                                       gint64 days,
                                       gint64 minutes,
                                       PltPosting *postings,
                                       guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltContributionTable, plt_contribution_table_free)

G_END_DECLS
