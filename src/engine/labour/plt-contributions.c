#include "plt-contributions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-contributions-private.h"
#include "plt-error.h"

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
add_line (PltContributions *self,
          const PltReferential *table,
          const PltContributionRow *row,
          PltMoney base)
{
  PltContribution *line = g_new0 (PltContribution, 1);

  line->code = g_strdup (plt_referential_get (table, row->row, "code"));
  line->title = g_strdup (plt_referential_get (table, row->row, "libelle"));
  line->account = g_strdup (plt_referential_get (table, row->row, "compte"));
  line->source = g_strdup (plt_referential_get (table, row->row, "source"));
  line->doubtful = strcmp (plt_referential_get (table, row->row, "marque"), "source") != 0;
  line->base = base;
  line->employer_e6 = row->employer_e6;
  line->employee_e6 = row->employee_e6;
  line->employer = row->employer_e6 != PLT_UNKNOWN
                       ? plt_contribution_round (base * row->employer_e6)
                       : PLT_UNKNOWN;
  line->employee = plt_contribution_round (base * row->employee_e6);
  g_ptr_array_add (self->lines, line);
}

/* What is withheld of CSG and CRDS counts in part as income: on the exact base. */
static void
add_csg (const PltContributionRow *row,
         const PltWage *wage,
         gint64 insurance_exact,
         gint64 *employee_exact,
         gint64 *taxed_exact)
{
  gint64 base_exact = wage->gross * PLT_CSG_SHARE_E6 + insurance_exact, exact = 0, taxed = 0;

  plt_number_mul_div (base_exact, row->free_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &exact);
  plt_number_mul_div (base_exact, row->employee_e6 - row->free_e6, PLT_RATE_ONE, PLT_ROUND_HALF_UP,
                      &taxed);
  *employee_exact += exact;
  *taxed_exact += taxed;
}

PltContributions *
plt_contributions_new (const PltFacts *facts, const PltWage *wage, GError **error)
{
  g_autoptr (PltContributionTable) table = NULL;
  PltContributions *self;
  PltContributionCase on;
  gint64 employer_exact = 0, employee_exact = 0, taxed_exact = 0, insurance_exact = 0;

  g_return_val_if_fail (facts != NULL && wage != NULL && wage->profile != NULL, NULL);

  if (wage->gross < 0 || wage->gross > PLT_CONTRIBUTION_MOST_GROSS || wage->days > 366)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The contributions of this wage cannot be counted: it is out of range."));
      return NULL;
    }
  table = plt_contribution_table_new (facts, wage, error);
  if (table == NULL)
    return NULL;
  self = g_new0 (PltContributions, 1);
  self->lines = g_ptr_array_new_with_free_func (contribution_free);
  on = plt_contribution_case (table, wage->gross, wage->days);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const PltContributionRow *row = &g_array_index (table->rows, PltContributionRow, i);
      PltMoney base = plt_contribution_base (table, row, &on, insurance_exact);
      gint64 employer
          = row->employer_e6 != PLT_UNKNOWN && base != PLT_UNKNOWN ? base * row->employer_e6 : 0;

      if (base == PLT_UNKNOWN)
        continue;
      add_line (self, table->table, row, base);
      employer_exact += employer;
      insurance_exact += row->provident ? employer : 0;
      if (row->base == PLT_BASE_CSG)
        add_csg (row, wage, insurance_exact, &employee_exact, &taxed_exact);
      else
        employee_exact += base * row->employee_e6;
    }
  self->incomplete = table->incomplete;
  self->gross = wage->gross;
  self->base = on.deducted;
  self->reduction = plt_contribution_reduction (table, &on, wage->minutes);
  self->employer = plt_contribution_round (employer_exact) - self->reduction;
  self->employee = plt_contribution_round (employee_exact);
  self->employee_taxed = plt_contribution_round (taxed_exact);
  self->net = self->gross - self->employee - self->employee_taxed;
  self->cost = self->gross + self->employer;
  return self;
}
