#include "plt-contributions.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "plt-error.h"
#include "plt-referential.h"

#define TABLE "cotisations-2026"
#define PARAMETERS "parametres-sociaux"
#define CSG_SHARE_E6 982500 /* of the gross: L136-2 of the Code de la sécurité sociale */
#define MOST_GROSS (G_GINT64_CONSTANT (1000000000) * 100)

typedef struct
{
  const PltFacts *facts;
  const PltWage *wage;
  PltReferential *table, *parameters; /* (nullable) */
  PltContributions *result;
  gint64 employer_exact, employee_exact, taxed_exact; /* centimes x millionths */
  gint64 insurance_exact;                             /* employer's share of the provident fund */
} Run;

static void
contribution_free (gpointer data)
{
  PltContribution *line = data;

  g_free (line->code);
  g_free (line->title);
  g_free (line->account);
  g_free (line->source);
  g_free (line);
}

void
plt_contributions_free (PltContributions *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->table, plt_referential_free);
  g_clear_pointer (&run->parameters, plt_referential_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* ---- the referentials ---- */

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
parameter (const Run *run, const char *code)
{
  for (guint i = 0; i < plt_referential_n_rows (run->parameters); i++)
    if (strcmp (plt_referential_get (run->parameters, i, "code"), code) == 0
        && is_valid_at (run->parameters, i, run->wage->date))
      return number_of (run->parameters, i, "valeur", PLT_UNKNOWN);
  return PLT_UNKNOWN;
}

/* ---- bases ---- */

/* The ceiling a row names, for the days of the contract; PLT_UNKNOWN for none. */
static PltMoney
ceiling_of (const Run *run, const char *name)
{
  gint64 day = parameter (run, "pss-jour"), days = MAX (run->wage->days, 1);

  if (*name == '\0' || day == PLT_UNKNOWN)
    return PLT_UNKNOWN;
  if (strcmp (name, "3x-minimum-jour") == 0)
    return run->wage->day_minimum != PLT_UNKNOWN ? 3 * run->wage->day_minimum * days : PLT_UNKNOWN;
  if (strcmp (name, "jour-360") == 0)
    {
      gint64 hour = parameter (run, "pss-heure"), hours = parameter (run, "artiste-heures-jour");

      return hour != PLT_UNKNOWN && hours != PLT_UNKNOWN ? hour * hours * days : PLT_UNKNOWN;
    }
  if (strcmp (name, "jour-1540") == 0)
    return 7 * day * days;
  if (strcmp (name, "pss-4") == 0)
    {
      gint64 month = parameter (run, "pss-mois");

      /* by the month of work, however few its days */
      return month != PLT_UNKNOWN ? MAX (4 * month, 4 * day * days) : PLT_UNKNOWN;
    }
  return day * days; /* jour-220, pss-prorata */
}

static PltMoney
at_most (PltMoney amount, PltMoney ceiling)
{
  return ceiling != PLT_UNKNOWN ? MIN (amount, ceiling) : amount;
}

/* The base of a row in centimes; PLT_UNKNOWN when the row does not apply to this wage. */
static PltMoney
base_of (const Run *run, guint row)
{
  const char *kind = plt_referential_get (run->table, row, "assiette");
  PltMoney ceiling = ceiling_of (run, plt_referential_get (run->table, row, "plafond"));
  PltMoney gross = run->wage->gross, base = run->result->base;
  PltMoney day = ceiling_of (run, "jour-220");

  if (strcmp (kind, "aucune") == 0)
    return PLT_UNKNOWN;
  if (strcmp (plt_referential_get (run->table, row, "code"), "CET") == 0 && gross <= day)
    return PLT_UNKNOWN;
  if (strcmp (kind, "brut-avant-abattement") == 0 || strcmp (kind, "droits-hors-taxes") == 0
      || strcmp (kind, "brut") == 0)
    return at_most (gross, ceiling);
  if (strcmp (kind, "t2") == 0)
    return MAX (at_most (base, ceiling) - at_most (base, day), 0);
  return at_most (base, ceiling); /* brut-abattu, plafonne, t1, t1+t2 */
}

/* ---- lines ---- */

static gint64
rate_of (const Run *run, guint row, const char *code)
{
  if (strcmp (code, "AT") == 0)
    return run->wage->accident_e6;
  if (strcmp (code, "VM") == 0)
    return run->wage->transport_e6;
  return number_of (run->table, row, "taux_employeur_e6", PLT_UNKNOWN);
}

static PltMoney
rounded (gint64 exact)
{
  return (exact + PLT_RATE_ONE / 2) / PLT_RATE_ONE;
}

static PltContribution *
add_line (Run *run, guint row, PltMoney base, gint64 employer_e6, gint64 employee_e6)
{
  PltContribution *line = g_new0 (PltContribution, 1);
  PltReferential *table = run->table;

  line->code = g_strdup (plt_referential_get (table, row, "code"));
  line->title = g_strdup (plt_referential_get (table, row, "libelle"));
  line->account = g_strdup (plt_referential_get (table, row, "compte"));
  line->source = g_strdup (plt_referential_get (table, row, "source"));
  line->doubtful = strcmp (plt_referential_get (table, row, "marque"), "source") != 0;
  line->base = base;
  line->employer_e6 = employer_e6;
  line->employee_e6 = employee_e6;
  line->employer = employer_e6 != PLT_UNKNOWN ? rounded (base * employer_e6) : PLT_UNKNOWN;
  line->employee = rounded (base * employee_e6);
  g_ptr_array_add (run->result->lines, line);
  return line;
}

static void
add_row (Run *run, guint row)
{
  const char *code = plt_referential_get (run->table, row, "code");
  gint64 employer = rate_of (run, row, code);
  gint64 employee = number_of (run->table, row, "taux_salarie_e6", 0);
  gint64 coefficient = number_of (run->table, row, "coefficient_e6", PLT_RATE_ONE);
  PltMoney base = base_of (run, row);

  if (base == PLT_UNKNOWN || (strcmp (code, "TA") == 0 && !run->wage->apprenticeship))
    return;
  base = rounded (base * coefficient);
  add_line (run, row, base, employer, employee);
  run->result->incomplete = run->result->incomplete || employer == PLT_UNKNOWN;
  run->employer_exact += employer != PLT_UNKNOWN ? base * employer : 0;
  run->employee_exact += base * employee;
  if (g_str_has_prefix (code, "PREV"))
    run->insurance_exact += employer != PLT_UNKNOWN ? base * employer : 0;
}

/* CSG and CRDS: on a share of the gross and on what the employer pays to the provident fund. */
static void
add_csg (Run *run, guint row)
{
  gint64 rate = number_of (run->table, row, "taux_salarie_e6", 0);
  gint64 free = number_of (run->table, row, "salarie_deductible_e6", rate);
  gint64 base_exact = run->wage->gross * CSG_SHARE_E6 + run->insurance_exact;
  gint64 exact = 0, taxed = 0;

  plt_number_mul_div (base_exact, free, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &exact);
  plt_number_mul_div (base_exact, rate - free, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &taxed);
  add_line (run, row, rounded (base_exact), 0, rate);
  run->employee_exact += exact;
  run->taxed_exact += taxed;
}

static gboolean
is_owed (const Run *run, guint row)
{
  const char *agreement = plt_referential_get (run->table, row, "convention");

  return strcmp (plt_referential_get (run->table, row, "profil"), run->wage->profile) == 0
         && (*agreement == '\0' || strcmp (agreement, run->facts->production.agreement) == 0)
         && is_valid_at (run->table, row, run->wage->date);
}

static void
add_rows (Run *run)
{
  int csg = -1;

  for (guint i = 0; i < plt_referential_n_rows (run->table); i++)
    if (!is_owed (run, i))
      continue;
    else if (strcmp (plt_referential_get (run->table, i, "assiette"), "csg") == 0)
      csg = (int) i;
    else
      add_row (run, i);
  if (csg >= 0)
    add_csg (run, (guint) csg);
}

/* ---- the deduction and the reduction ---- */

/* Not on unemployment nor on paid leave, whose bases are the gross itself. */
static PltMoney
deducted (const Run *run)
{
  gint64 rate = run->wage->deduction != NULL ? parameter (run, run->wage->deduction) : 0;

  if (rate == PLT_UNKNOWN)
    rate = 0;
  return run->wage->gross - rounded (run->wage->gross * rate);
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

/* Technicians only: artists have rates of their own (L241-13 VI). */
static PltMoney
reduction_of (const Run *run)
{
  gint64 hour = parameter (run, "smic-heure"), tmin = parameter (run, "rgdu-tmin");
  gint64 tdelta = parameter (run, "rgdu-tdelta"), fund = parameter (run, "rgdu-caisse");
  gint64 coefficient, exact = 0;
  PltMoney amount = 0;

  if (!g_str_has_prefix (run->wage->profile, "technicien") || run->wage->minutes <= 0
      || hour == PLT_UNKNOWN || tmin == PLT_UNKNOWN || tdelta == PLT_UNKNOWN || fund == PLT_UNKNOWN)
    return 0;
  coefficient = plt_contributions_reduction_e4 (tmin, tdelta, hour * run->wage->minutes / 60,
                                                run->result->base);
  if (plt_number_mul_div (run->result->base * coefficient, fund, 10000, PLT_ROUND_HALF_UP, &exact))
    amount = rounded (exact);
  return amount;
}

PltContributions *
plt_contributions_new (const PltFacts *facts, const PltWage *wage, GError **error)
{
  g_autoptr (PltContributions) result = g_new0 (PltContributions, 1);
  g_auto (Run) run = { .facts = facts, .wage = wage, .result = result };

  g_return_val_if_fail (facts != NULL && wage != NULL && wage->profile != NULL, NULL);

  result->lines = g_ptr_array_new_with_free_func (contribution_free);
  run.table = plt_referential_open (facts, TABLE);
  run.parameters = plt_referential_open (facts, PARAMETERS);
  if (wage->gross < 0 || wage->gross > MOST_GROSS || wage->days > 366 || run.table == NULL
      || run.parameters == NULL)
    {
      g_set_error (
          error, PLT_ERROR, PLT_ERROR_INVALID,
          _ ("The contributions of this wage cannot be counted: it is out of range, or the "
             "reference data “%s” are missing."),
          run.table == NULL ? TABLE : PARAMETERS);
      return NULL;
    }
  result->gross = wage->gross;
  result->base = deducted (&run);
  add_rows (&run);
  if (result->lines->len == 0 && strcmp (wage->profile, "aucun") != 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The reference data have no contributions for “%s” at that date."),
                   wage->profile);
      return NULL;
    }
  result->reduction = reduction_of (&run);
  result->employer = rounded (run.employer_exact) - result->reduction;
  result->employee = rounded (run.employee_exact);
  result->employee_taxed = rounded (run.taxed_exact);
  result->net = result->gross - result->employee - result->employee_taxed;
  result->cost = result->gross + result->employer;
  return g_steal_pointer (&result);
}
