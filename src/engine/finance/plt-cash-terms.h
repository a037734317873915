/* How and when something is paid: what a payment_profile says, else the defaults of the referential
 * "paiements" or of a parameter of the production of the same name. Pure. */
#pragma once

#include "plt-budget.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_TERMS_WAGE,
  PLT_TERMS_AUTHOR,
  PLT_TERMS_SUPPLIER,
  PLT_TERMS_AT_ONCE,
  PLT_TERMS_CAUTION,
  PLT_TERMS_NEVER,
  PLT_N_TERMS,
} PltTermsKind;

/**
 * PltCashTerms:
 * @profile: (nullable): whose; NULL: the defaults
 * @net_e6: of a gross wage
 * @end_of_month: of a wage: paid at the end of the month, else of the week; of a supplier: the end
 *   of the month that the term falls in
 */
typedef struct
{
  PltTermsKind kind;
  const PltPaymentFacts *profile;
  gint64 net_e6, term_days;
  gboolean end_of_month;
  int contribution_months, contribution_day;
  gint64 deposit_e6, deposit_days;
  const char *deposit_event; /* "" */
} PltCashTerms;

/* What holds for the whole production. PLT_UNKNOWN: nobody said it. */
typedef struct
{
  PltCashTerms terms[PLT_N_TERMS];
  gint64 supplier_most, supplier_most_end_of_month; /* days, by law */
  gint64 vat_day, vat_refund_months, vat_refund_least;
  gint64 mobilised_e6, interest_e6; /* of a credit that a scenario makes up */
  gint64 guarantee_undrawn_e6;      /* of the undrawn part, counts for the guarantee */
  gboolean missing;                 /* the production keeps no "paiements" */
} PltCashDefaults;

PltCashDefaults *plt_cash_defaults_new (const PltFacts *facts);
void plt_cash_defaults_free (PltCashDefaults *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltCashDefaults, plt_cash_defaults_free)

/* What kind of payee a line without its own way of paying is. */
PltTermsKind plt_cash_terms_kind (const PltLineFacts *line);
PltCashTerms
plt_cash_terms (const PltFacts *facts, const PltCashDefaults *defaults, const PltLineFacts *line);
PltCashTerms plt_cash_profile_terms (const PltCashDefaults *defaults,
                                     const PltPaymentFacts *profile);

G_END_DECLS
