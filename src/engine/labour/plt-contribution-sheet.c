#include "plt-contribution-sheet.h"

#include "plt-contributions-private.h"
#include "plt-formula-sheet.h"

gint64
plt_contribution_table_value (const PltContributionTable *self, PltContributionValue which)
{
  switch (which)
    {
    case PLT_CEILING_OF_DAY:
      return self->day;
    case PLT_CEILING_OF_MONTH:
      return self->month;
    case PLT_CEILING_OF_ARTIST:
      return self->artist_day;
    case PLT_CEILING_OF_MINIMUM:
      return self->day_minimum;
    case PLT_DEDUCTION:
      return self->deduction_e6;
    case PLT_MINIMUM_HOUR:
      return self->reduced ? self->minimum_hour : PLT_UNKNOWN;
    case PLT_REDUCTION_LEAST:
      return self->reduced ? self->tmin_e4 : PLT_UNKNOWN;
    case PLT_REDUCTION_MORE:
      return self->reduced ? self->tdelta_e4 : PLT_UNKNOWN;
    case PLT_REDUCTION_FUND:
      return self->reduced ? self->fund_e6 : PLT_UNKNOWN;
    case PLT_N_CONTRIBUTION_VALUES:
    default:
      g_return_val_if_reached (PLT_UNKNOWN);
    }
}

#define DAY_MINUTES (8 * 60)

/* A row that the employer owes something for. */
static const PltContributionRow *
owed_row (const PltContributionTable *self, guint index)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltContributionRow *row = &g_array_index (self->rows, PltContributionRow, i);

      if (row->employer_e6 != PLT_UNKNOWN && row->employer_e6 != 0 && index-- == 0)
        return row;
    }
  return NULL;
}

guint
plt_contribution_table_get_n_entries (const PltContributionTable *self)
{
  guint n = 0;

  while (owed_row (self, n) != NULL)
    n++;
  return n;
}

PltContributionEntry
plt_contribution_table_get_entry (const PltContributionTable *self, guint index)
{
  const PltContributionRow *row = owed_row (self, index);

  g_return_val_if_fail (row != NULL, (PltContributionEntry){ NULL });

  return (PltContributionEntry){ plt_referential_get (self->table, row->row, "code"),
                                 plt_referential_get (self->table, row->row, "libelle"),
                                 self->accounts[row->posting],
                                 plt_referential_get (self->table, row->row, "source"),
                                 plt_referential_get (self->table, row->row, "marque"),
                                 plt_referential_get (self->table, row->row, "valable_du"),
                                 row->employer_e6,
                                 row->coefficient_e6 };
}

guint
plt_contribution_table_get_n_accounts (const PltContributionTable *self)
{
  return self->n_accounts;
}

const char *
plt_contribution_table_get_account (const PltContributionTable *self, guint index)
{
  g_return_val_if_fail (index < self->n_accounts, NULL);

  return self->accounts[index];
}

PltMoney
plt_contribution_sheet_deducted (const PltContributionTable *self, PltMoney gross)
{
  return plt_contribution_case (self, gross, 1).deducted;
}

gint64
plt_contribution_sheet_exact (const PltContributionTable *self,
                              guint index,
                              PltMoney gross,
                              gint64 days)
{
  const PltContributionRow *row = owed_row (self, index);
  PltContributionCase wage = plt_contribution_case (self, gross, days);
  PltMoney base = plt_contribution_base (self, row, &wage, 0);

  return base != PLT_UNKNOWN ? base * row->employer_e6 : 0;
}

PltMoney
plt_contribution_sheet_reduced (const PltContributionTable *self, PltMoney gross, gint64 days)
{
  PltContributionCase wage = plt_contribution_case (self, gross, days);

  return plt_contribution_reduction (self, &wage, days * DAY_MINUTES);
}

/* NULL for a base without a ceiling, or one that is not known. */
static char *
ceiling_text (const PltContributionTable *self,
              PltCeilingKind kind,
              const PltContributionPlaces *places)
{
  const char *day = self->day != PLT_UNKNOWN ? places->values[PLT_CEILING_OF_DAY] : NULL;
  const char *month = self->month != PLT_UNKNOWN ? places->values[PLT_CEILING_OF_MONTH] : NULL;
  const char *artist
      = self->artist_day != PLT_UNKNOWN ? places->values[PLT_CEILING_OF_ARTIST] : NULL;
  const char *minimum
      = self->day_minimum != PLT_UNKNOWN ? places->values[PLT_CEILING_OF_MINIMUM] : NULL;

  switch (kind)
    {
    case PLT_CEILING_DAY:
      return day != NULL ? g_strdup_printf ("%s*%s", day, places->days) : NULL;
    case PLT_CEILING_TRANCHES:
      return day != NULL ? g_strdup_printf ("7*%s*%s", day, places->days) : NULL;
    case PLT_CEILING_ARTIST:
      return artist != NULL ? g_strdup_printf ("%s*%s", artist, places->days) : NULL;
    case PLT_CEILING_FOUR:
      return day != NULL && month != NULL
                 ? g_strdup_printf ("MAX(4*%s,4*%s*%s)", month, day, places->days)
                 : NULL;
    case PLT_CEILING_MINIMUM:
      return minimum != NULL ? g_strdup_printf ("3*%s*%s", minimum, places->days) : NULL;
    case PLT_CEILING_NONE:
    default:
      return NULL;
    }
}

char *
plt_contribution_sheet_base (const PltContributionTable *self,
                             guint index,
                             const PltContributionPlaces *places)
{
  const PltContributionRow *row = owed_row (self, index);
  g_autofree char *ceiling = NULL;
  g_autofree char *day = ceiling_text (self, PLT_CEILING_DAY, places);
  g_autofree char *base = NULL;
  const char *from;

  g_return_val_if_fail (row != NULL, NULL);

  ceiling = ceiling_text (self, row->ceiling, places);
  from = row->base == PLT_BASE_GROSS ? places->gross : places->deducted;
  base = ceiling != NULL ? g_strdup_printf ("MIN(%s,%s)", from, ceiling) : g_strdup (from);
  /* without a daily ceiling nothing is above it */
  if (day == NULL && (row->above_ceiling || row->base == PLT_BASE_TRANCHE_2))
    return g_strdup ("0");
  if (row->base == PLT_BASE_TRANCHE_2)
    {
      char *second = g_strdup_printf ("MAX(%s-MIN(%s,%s),0)", base, places->deducted, day);

      g_free (base);
      base = second;
    }
  if (row->coefficient_e6 != PLT_RATE_ONE)
    {
      g_autofree char *number = plt_formula_sheet_number (row->coefficient_e6);
      char *multiplied = g_strdup_printf ("ROUND(%s*%s,2)", base, number);

      g_free (base);
      base = multiplied;
    }
  return row->above_ceiling ? g_strdup_printf ("IF(%s<=%s,0,%s)", places->gross, day, base)
                            : g_steal_pointer (&base);
}

/* L241-13 and its decree: T = Tmin + Tdelta × ((3 × SMIC / brut − 1) / 2)^1,75, four decimals. */
char *
plt_contribution_sheet_reduction (const PltContributionTable *self,
                                  const PltContributionPlaces *places)
{
  const char *gross = places->deducted;
  g_autofree char *limit = NULL;
  g_autofree char *x = NULL;

  if (!self->reduced)
    return NULL;
  /* three minimum wages, at 8 hours a day */
  limit = g_strdup_printf ("ROUND(24*%s*%s,2)", places->values[PLT_MINIMUM_HOUR], places->days);
  x = g_strdup_printf ("MIN((%s/%s-1)/2,1)", limit, gross);
  return g_strdup_printf ("IF(OR(%s<=0,%s>=%s),0,ROUND(ROUND(%s*MIN(%s+INT(%s*%s*SQRT(%s)*"
                          "SQRT(SQRT(%s))*10000+0.5)/10000,%s+%s)*%s,8),2))",
                          gross, gross, limit, gross, places->values[PLT_REDUCTION_LEAST],
                          places->values[PLT_REDUCTION_MORE], x, x, x,
                          places->values[PLT_REDUCTION_LEAST], places->values[PLT_REDUCTION_MORE],
                          places->values[PLT_REDUCTION_FUND]);
}
