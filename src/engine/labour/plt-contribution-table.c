#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plt-contributions-private.h"
#include "plt-error.h"

#define TABLE "cotisations-2026"
#define PARAMETERS "parametres-sociaux"

/* ---- reading ---- */

static gboolean
is_valid_at (const PltReferential *table, guint row, PltDate date)
{
  PltDate from = plt_date_from_iso (plt_referential_get (table, row, "valable_du"));
  PltDate to = plt_date_from_iso (plt_referential_get (table, row, "valable_au"));

  return (from == PLT_DATE_NONE || date >= from) && (to == PLT_DATE_NONE || date <= to);
}

static gint64
number_of (const PltReferential *table, guint row, const char *column, gint64 otherwise)
{
  gint64 value = otherwise;

  g_ascii_string_to_signed (plt_referential_get (table, row, column), 10, 0, G_MAXINT32, &value,
                            NULL);
  return value;
}

static gint64
parameter (const PltReferential *parameters, PltDate date, const char *code)
{
  for (guint i = 0; i < plt_referential_n_rows (parameters); i++)
    if (strcmp (plt_referential_get (parameters, i, "code"), code) == 0
        && is_valid_at (parameters, i, date))
      return number_of (parameters, i, "valeur", PLT_UNKNOWN);
  return PLT_UNKNOWN;
}

static void
read_parameters (PltContributionTable *self, const PltReferential *parameters, const PltWage *wage)
{
  gint64 hour = parameter (parameters, wage->date, "pss-heure");
  gint64 hours = parameter (parameters, wage->date, "artiste-heures-jour");
  gint64 deduction
      = wage->deduction != NULL ? parameter (parameters, wage->date, wage->deduction) : 0;

  self->day = parameter (parameters, wage->date, "pss-jour");
  self->month = parameter (parameters, wage->date, "pss-mois");
  self->artist_day = hour != PLT_UNKNOWN && hours != PLT_UNKNOWN ? hour * hours : PLT_UNKNOWN;
  self->day_minimum = wage->day_minimum;
  self->deduction_e6 = deduction != PLT_UNKNOWN ? deduction : 0;
  self->minimum_hour = parameter (parameters, wage->date, "smic-heure");
  self->tmin_e4 = parameter (parameters, wage->date, "rgdu-tmin");
  self->tdelta_e4 = parameter (parameters, wage->date, "rgdu-tdelta");
  self->fund_e6 = parameter (parameters, wage->date, "rgdu-caisse");
  /* technicians only: artists have rates of their own (L241-13 VI) */
  self->reduced = g_str_has_prefix (wage->profile, "technicien")
                  && self->minimum_hour != PLT_UNKNOWN && self->tmin_e4 != PLT_UNKNOWN
                  && self->tdelta_e4 != PLT_UNKNOWN && self->fund_e6 != PLT_UNKNOWN;
}

static PltCeilingKind
ceiling_kind (const char *name)
{
  static const struct
  {
    const char *name;
    PltCeilingKind kind;
  } kinds[] = { { "", PLT_CEILING_NONE },
                { "3x-minimum-jour", PLT_CEILING_MINIMUM },
                { "jour-360", PLT_CEILING_ARTIST },
                { "jour-1540", PLT_CEILING_TRANCHES },
                { "pss-4", PLT_CEILING_FOUR } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, name) == 0)
      return kinds[i].kind;
  return PLT_CEILING_DAY; /* jour-220, pss-prorata */
}

static PltBaseKind
base_kind (const char *name)
{
  if (strcmp (name, "csg") == 0)
    return PLT_BASE_CSG;
  if (strcmp (name, "t2") == 0)
    return PLT_BASE_TRANCHE_2;
  if (strcmp (name, "brut-avant-abattement") == 0 || strcmp (name, "droits-hors-taxes") == 0
      || strcmp (name, "brut") == 0)
    return PLT_BASE_GROSS;
  return PLT_BASE_DEDUCTED; /* brut-abattu, plafonne, t1, t1+t2 */
}

static guint
posting_of (PltContributionTable *self, const char *account)
{
  guint i = 0;

  while (i < self->n_accounts && strcmp (self->accounts[i], account) != 0)
    i++;
  if (i == PLT_MAX_POSTINGS)
    return PLT_MAX_POSTINGS - 1;
  if (i == self->n_accounts)
    self->accounts[self->n_accounts++] = account;
  return i;
}

static void
read_row (PltContributionTable *self, guint i, const PltWage *wage)
{
  const char *code = plt_referential_get (self->table, i, "code");
  PltContributionRow row = {
    .row = i,
    .base = base_kind (plt_referential_get (self->table, i, "assiette")),
    .ceiling = ceiling_kind (plt_referential_get (self->table, i, "plafond")),
    .employer_e6 = number_of (self->table, i, "taux_employeur_e6", PLT_UNKNOWN),
    .employee_e6 = number_of (self->table, i, "taux_salarie_e6", 0),
    .coefficient_e6 = number_of (self->table, i, "coefficient_e6", PLT_RATE_ONE),
    .above_ceiling = strcmp (code, "CET") == 0,
    .provident = g_str_has_prefix (code, "PREV"),
  };

  if (strcmp (plt_referential_get (self->table, i, "assiette"), "aucune") == 0
      || (strcmp (code, "TA") == 0 && !wage->apprenticeship))
    return;
  if (strcmp (code, "AT") == 0)
    row.employer_e6 = wage->accident_e6;
  else if (strcmp (code, "VM") == 0)
    row.employer_e6 = wage->transport_e6;
  else if (row.base == PLT_BASE_CSG)
    row.employer_e6 = 0;
  row.free_e6 = number_of (self->table, i, "salarie_deductible_e6", row.employee_e6);
  row.posting = posting_of (self, plt_referential_get (self->table, i, "compte"));
  self->incomplete = self->incomplete || row.employer_e6 == PLT_UNKNOWN;
  g_array_append_val (self->rows, row);
}

static gboolean
is_owed (const PltContributionTable *self, guint row, const PltFacts *facts, const PltWage *wage)
{
  const char *agreement = plt_referential_get (self->table, row, "convention");

  return strcmp (plt_referential_get (self->table, row, "profil"), wage->profile) == 0
         && (*agreement == '\0' || strcmp (agreement, facts->production.agreement) == 0)
         && is_valid_at (self->table, row, wage->date);
}

PltContributionTable *
plt_contribution_table_new (const PltFacts *facts, const PltWage *wage, GError **error)
{
  g_autoptr (PltContributionTable) self = g_new0 (PltContributionTable, 1);
  g_autoptr (PltReferential) parameters = plt_referential_open (facts, PARAMETERS);
  guint n_owed = 0;

  self->rows = g_array_new (FALSE, FALSE, sizeof (PltContributionRow));
  self->table = plt_referential_open (facts, TABLE);
  if (self->table == NULL || parameters == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The contributions cannot be counted: the reference data “%s” are missing."),
                   self->table == NULL ? TABLE : PARAMETERS);
      return NULL;
    }
  read_parameters (self, parameters, wage);
  /* CSG last: it is counted on what the employer pays to the provident fund */
  for (int last = 0; last < 2; last++)
    for (guint i = 0; i < plt_referential_n_rows (self->table); i++)
      if (is_owed (self, i, facts, wage)
          && (strcmp (plt_referential_get (self->table, i, "assiette"), "csg") == 0) == (last == 1))
        {
          n_owed++;
          read_row (self, i, wage);
        }
  if (n_owed == 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The reference data have no contributions for “%s” at that date."),
                   wage->profile);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
plt_contribution_table_free (PltContributionTable *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->table, plt_referential_free);
  g_array_unref (self->rows);
  g_free (self);
}

gboolean
plt_contribution_table_is_incomplete (const PltContributionTable *self)
{
  return self->incomplete;
}

/* ---- counting ---- */

PltMoney
plt_contribution_round (gint64 exact)
{
  return (exact + PLT_RATE_ONE / 2) / PLT_RATE_ONE;
}

PltContributionCase
plt_contribution_case (const PltContributionTable *self, PltMoney gross, gint64 days)
{
  return (PltContributionCase){ gross, gross - plt_contribution_round (gross * self->deduction_e6),
                                MAX (days, 1) };
}

static PltMoney
ceiling_of (const PltContributionTable *self, PltCeilingKind kind, gint64 days)
{
  switch (kind)
    {
    case PLT_CEILING_DAY:
      return self->day != PLT_UNKNOWN ? self->day * days : G_MAXINT64;
    case PLT_CEILING_TRANCHES:
      return self->day != PLT_UNKNOWN ? 7 * self->day * days : G_MAXINT64;
    case PLT_CEILING_ARTIST:
      return self->artist_day != PLT_UNKNOWN ? self->artist_day * days : G_MAXINT64;
    case PLT_CEILING_FOUR: /* by the month of work, however few its days */
      return self->month != PLT_UNKNOWN && self->day != PLT_UNKNOWN
                 ? MAX (4 * self->month, 4 * self->day * days)
                 : G_MAXINT64;
    case PLT_CEILING_MINIMUM:
      return self->day_minimum != PLT_UNKNOWN ? 3 * self->day_minimum * days : G_MAXINT64;
    case PLT_CEILING_NONE:
    default:
      return G_MAXINT64;
    }
}

PltMoney
plt_contribution_base (const PltContributionTable *self,
                       const PltContributionRow *row,
                       const PltContributionCase *wage,
                       gint64 insurance_exact)
{
  PltMoney day = ceiling_of (self, PLT_CEILING_DAY, wage->days);
  PltMoney base = MIN (row->base == PLT_BASE_GROSS ? wage->gross : wage->deducted,
                       ceiling_of (self, row->ceiling, wage->days));

  if (row->base == PLT_BASE_CSG)
    return plt_contribution_round (wage->gross * PLT_CSG_SHARE_E6 + insurance_exact);
  if (row->above_ceiling && wage->gross <= day)
    return PLT_UNKNOWN;
  if (row->base == PLT_BASE_TRANCHE_2)
    base = MAX (base - MIN (wage->deducted, day), 0);
  return row->coefficient_e6 == PLT_RATE_ONE ? base
                                             : plt_contribution_round (base * row->coefficient_e6);
}

gint64
plt_contributions_reduction_e4 (gint64 tmin_e4, gint64 tdelta_e4, PltMoney minimum, PltMoney gross)
{
  double x, power;

  if (gross <= 0 || minimum <= 0 || gross >= 3 * minimum)
    return 0;
  x = (3.0 * (double) minimum / (double) gross - 1.0) / 2.0;
  x = MIN (x, 1.0);
  power = x * sqrt (x) * sqrt (sqrt (x)); /* x^1.75, by operations that are the same everywhere */
  return MIN (tmin_e4 + (gint64) floor ((double) tdelta_e4 * power + 0.5), tmin_e4 + tdelta_e4);
}

PltMoney
plt_contribution_reduction (const PltContributionTable *self,
                            const PltContributionCase *wage,
                            gint64 minutes)
{
  gint64 coefficient, exact = 0;

  if (!self->reduced || minutes <= 0)
    return 0;
  coefficient = plt_contributions_reduction_e4 (self->tmin_e4, self->tdelta_e4,
                                                self->minimum_hour * minutes / 60, wage->deducted);
  return plt_number_mul_div (wage->deducted * coefficient, self->fund_e6, 10000, PLT_ROUND_HALF_UP,
                             &exact)
             ? plt_contribution_round (exact)
             : 0;
}

PltMoney
plt_contribution_table_count (const PltContributionTable *self,
                              PltMoney gross,
                              gint64 days,
                              gint64 minutes,
                              PltPosting *postings,
                              guint *n)
{
  PltContributionCase wage = plt_contribution_case (self, gross, days);
  gint64 exact[PLT_MAX_POSTINGS] = { 0 }, sum = 0;
  PltMoney total, posted = 0, reduction = plt_contribution_reduction (self, &wage, minutes);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltContributionRow *row = &g_array_index (self->rows, PltContributionRow, i);
      PltMoney base = row->employer_e6 != PLT_UNKNOWN && row->employer_e6 != 0
                          ? plt_contribution_base (self, row, &wage, 0)
                          : PLT_UNKNOWN;

      if (base == PLT_UNKNOWN)
        continue;
      exact[row->posting] += base * row->employer_e6;
      sum += base * row->employer_e6;
    }
  total = plt_contribution_round (sum) - reduction;
  /* the first account takes what rounding leaves, and the reduction */
  for (guint i = 1; i < self->n_accounts; i++)
    {
      postings[i] = (PltPosting){ self->accounts[i], plt_contribution_round (exact[i]) };
      posted += postings[i].amount;
    }
  if (self->n_accounts > 0)
    postings[0] = (PltPosting){ self->accounts[0], total - posted };
  *n = self->n_accounts;
  return total;
}
