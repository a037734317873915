#include "plt-cash-terms.h"

#include <stdlib.h>
#include <string.h>

#include "plt-cash-plan.h"
#include "plt-referential.h"

static const char *const kinds[PLT_N_TERMS]
    = { "salaire", "auteur", "fournisseur", "comptant", "caution", "sans" };

/* A whole number, or a rate that ends with "%". PLT_UNKNOWN when it is neither. */
static gint64
read_number (const char *text)
{
  const char *percent = strchr (text, '%');
  g_autofree char *cut
      = g_strndup (text, percent != NULL ? (gsize) (percent - text) : strlen (text));
  gint64 value;

  g_strstrip (cut);
  if (*cut == '\0' || !plt_number_parse (cut, percent != NULL ? 4 : 0, &value, NULL))
    return PLT_UNKNOWN;
  return value;
}

/* What the production says, else the referential. */
static gint64
setting (const PltFacts *facts, const PltReferential *table, const char *code)
{
  int row;

  for (guint i = 0; i < facts->parameters.n; i++)
    if (strcmp (facts->parameters.items[i].name, code) == 0
        && *facts->parameters.items[i].value != '\0')
      return read_number (facts->parameters.items[i].value);
  row = table != NULL ? plt_referential_find (table, "code", code) : -1;
  return row >= 0 ? read_number (plt_referential_get (table, (guint) row, "valeur")) : PLT_UNKNOWN;
}

static gint64
bounded (gint64 value, gint64 least, gint64 most, gint64 otherwise)
{
  return value == PLT_UNKNOWN ? otherwise : CLAMP (value, least, most);
}

PltCashDefaults *
plt_cash_defaults_new (const PltFacts *facts)
{
  PltCashDefaults *self = g_new0 (PltCashDefaults, 1);
  g_autoptr (PltReferential) table = plt_referential_open (facts, PLT_CASH_DEFAULTS);

#define SETTING(code, least, most, otherwise)                                                      \
  bounded (setting (facts, table, code), least, most, otherwise)
  self->missing = table == NULL;
  for (guint i = 0; i < PLT_N_TERMS; i++)
    self->terms[i] = (PltCashTerms){ .kind = (PltTermsKind) i,
                                     .net_e6 = PLT_RATE_ONE,
                                     .contribution_months = 1,
                                     .contribution_day = 15,
                                     .deposit_event = "" };
  for (guint i = PLT_TERMS_WAGE; i <= PLT_TERMS_AUTHOR; i++)
    {
      PltCashTerms *terms = &self->terms[i];

      terms->net_e6 = SETTING (i == PLT_TERMS_WAGE ? "salaire-net" : "auteur-net", 0, PLT_RATE_ONE,
                               PLT_RATE_ONE);
      terms->contribution_months = (int) SETTING ("cotisations-mois", 0, 60, 1);
      terms->contribution_day = (int) SETTING ("cotisations-jour", 1, 31, 15);
      terms->end_of_month = TRUE;
    }
  self->terms[PLT_TERMS_SUPPLIER].term_days = SETTING ("fournisseur-jours", 0, 3650, 0);
  self->terms[PLT_TERMS_SUPPLIER].end_of_month = SETTING ("fournisseur-fin-mois", 0, 1, 0) == 1;
  self->terms[PLT_TERMS_CAUTION].term_days = SETTING ("caution-retour-jours", 0, 3650, 0);
  self->supplier_most = SETTING ("fournisseur-max-jours", 0, 3650, PLT_UNKNOWN);
  self->supplier_most_end_of_month = SETTING ("fournisseur-max-fin-mois", 0, 3650, PLT_UNKNOWN);
  self->vat_day = SETTING ("tva-jour", 1, 31, 31);
  self->vat_refund_months = SETTING ("tva-remboursement", 0, 60, PLT_UNKNOWN);
  self->vat_refund_least = SETTING ("tva-remboursement-min", 0, G_MAXINT64, 0);
  self->mobilised_e6 = SETTING ("credit-mobilise", 0, PLT_RATE_ONE, PLT_RATE_ONE);
  self->interest_e6 = SETTING ("credit-interet", 0, PLT_RATE_ONE, PLT_UNKNOWN);
  self->guarantee_undrawn_e6 = SETTING ("garantie-non-tire", 0, PLT_RATE_ONE, PLT_RATE_ONE);
#undef SETTING
  return self;
}

void
plt_cash_defaults_free (PltCashDefaults *self)
{
  g_free (self);
}

/**
 * plt_cash_terms_kind:
 * @line: a line of the devis
 *
 * Returns: how its payee is paid: whom its payee says, else wages when it bears contributions or
 * follows somebody, else a supplier
 */
PltTermsKind
plt_cash_terms_kind (const PltLineFacts *line)
{
  if (strcmp (line->payee, "auteur") == 0)
    return PLT_TERMS_AUTHOR;
  if (strcmp (line->payee, "facture") == 0)
    return PLT_TERMS_SUPPLIER;
  if (*line->payee != '\0' || line->profile != 0 || line->engagement != 0)
    return PLT_TERMS_WAGE;
  return PLT_TERMS_SUPPLIER;
}

PltCashTerms
plt_cash_profile_terms (const PltCashDefaults *defaults, const PltPaymentFacts *profile)
{
  PltCashTerms terms = defaults->terms[PLT_TERMS_SUPPLIER];

  for (guint i = 0; i < PLT_N_TERMS; i++)
    if (strcmp (profile->kind, kinds[i]) == 0)
      terms = defaults->terms[i];
  terms.profile = profile;
  terms.net_e6 = bounded (profile->net_e6, 0, PLT_RATE_ONE, terms.net_e6);
  terms.term_days = bounded (profile->term_days, 0, 3650, terms.term_days);
  terms.end_of_month = profile->end_of_month;
  terms.contribution_months
      = (int) bounded (profile->contribution_months, 0, 60, terms.contribution_months);
  terms.contribution_day = (int) bounded (profile->contribution_day, 1, 31, terms.contribution_day);
  terms.deposit_e6 = bounded (profile->deposit_e6, 0, PLT_RATE_ONE, 0);
  terms.deposit_days = bounded (profile->deposit_days, -3650, 3650, 0);
  terms.deposit_event = profile->deposit_event;
  return terms;
}

PltCashTerms
plt_cash_terms (const PltFacts *facts, const PltCashDefaults *defaults, const PltLineFacts *line)
{
  const PltPaymentFacts *profile
      = line->payment != 0 ? PLT_FACTS_FIND (facts->payments, PltPaymentFacts, line->payment)
                           : NULL;

  return profile != NULL ? plt_cash_profile_terms (defaults, profile)
                         : defaults->terms[plt_cash_terms_kind (line)];
}
