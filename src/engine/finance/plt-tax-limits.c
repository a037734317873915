/* The limits of items: what of one line a tax credit takes. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-performer-scale.h"
#include "plt-tax-spend-private.h"

static PltMoney
part (PltMoney amount, gint64 num, gint64 den)
{
  PltMoney result = PLT_UNKNOWN;

  return plt_money_apply_rate (amount, num, den, PLT_ROUND_DOWN, &result) ? result : PLT_UNKNOWN;
}

/* In proportion of what one unit may cost. */
static void
limit_unit (PltTaxExpense *expense, PltMoney rate, PltMoney limit)
{
  expense->limit = limit;
  if (rate <= limit)
    return;
  expense->eligible = part (expense->eligible, limit, rate);
  expense->standing = PLT_TAX_LIMITED;
}

static void
limit_parameter (PltTaxReading *self, const char *code, PltTaxExpense *expense)
{
  const PltTaxParam *limit = plt_tax_table_find (self->parameters, self->regime, "", code);

  if (limit == NULL || limit->value == PLT_UNKNOWN)
    {
      expense->standing = PLT_TAX_CONDITIONAL;
      expense->reason = "Limite non lue : à vérifier";
      expense->sure = FALSE;
      return;
    }
  expense->reason = limit->label;
  expense->source = limit->source;
  expense->sure = limit->sure;
  limit_unit (expense, expense->line->rate, limit->value);
}

static void
limit_unknown (PltTaxReading *self, PltTaxExpense *expense, const char *reason)
{
  expense->standing = PLT_TAX_UNKNOWN;
  expense->eligible = PLT_UNKNOWN;
  expense->reason = reason;
  plt_issues_add (self->spend->issues, "tax-credit.no-minimum", PLT_SEVERITY_WARNING,
                  (PltRef){ "budget_line", expense->line->line->id, "rate_cents" }, expense->source,
                  _ ("“%s” counts nothing in the tax credit: no minimum wage to compare it "
                     "with is known. Give its function as the scale does, and a wage by the "
                     "day or the week."),
                  expense->line->line->label);
}

/* Days of the role of a line that is paid a lump sum, in millionths; 0 when there is none. */
static gint64
days_of (const PltTaxReading *self, const PltLineFacts *line)
{
  gint64 e6 = 0;

  if (line->role == 0
      || !plt_budget_eval (self->facts, self->plan, self->budget->budget->id, line, "jours(role)",
                           &e6, NULL))
    return 0;
  return MAX (0, e6);
}

/* Looked for once: a devis has the same few again and again. */
static PltPerformerMinimum
minimum_of (PltTaxReading *self, const char *employment, const char *base)
{
  g_autofree char *key = g_strconcat (employment, "/", base, NULL);
  PltPerformerMinimum *minimum = g_hash_table_lookup (self->minima, key);

  if (minimum == NULL)
    {
      minimum = g_new (PltPerformerMinimum, 1);
      *minimum
          = plt_performer_minimum (self->facts, self->spend->scale, employment, base, self->date);
      g_hash_table_insert (self->minima, g_steal_pointer (&key), minimum);
    }
  return *minimum;
}

static void
limit_performer (PltTaxReading *self, const char *employment, PltTaxExpense *expense)
{
  const PltLineFacts *line = expense->line->line;
  gboolean week = strcmp (line->unit, "semaine") == 0;
  gboolean day = strcmp (line->unit, "cachet") == 0 || g_str_has_prefix (line->unit, "jour");
  gint64 days = week || day ? 0 : days_of (self, line);
  const char *base = week ? "sem5" : "jour";
  PltPerformerMinimum minimum
      = minimum_of (self, *line->function != '\0' ? line->function : employment, base);
  PltMoney most;

  if (minimum.cents == PLT_UNKNOWN && *line->function != '\0')
    minimum = minimum_of (self, employment, base);
  if (minimum.cents == PLT_UNKNOWN)
    {
      limit_unknown (self, expense, "Minimum inconnu : ne compte pas");
      return;
    }
  expense->reason = "Dans la limite du minimum de l’accord";
  expense->source = minimum.source;
  expense->sure = minimum.sure;
  if (week || day)
    {
      limit_unit (expense, expense->line->rate, minimum.cents);
      return;
    }
  most = days > 0 ? part (minimum.cents, days, PLT_RATE_ONE) : PLT_UNKNOWN;
  if (most == PLT_UNKNOWN)
    limit_unknown (self, expense, "Forfait sans jours à comparer au minimum : ne compte pas");
  else
    limit_unit (expense, expense->line->amount, most);
}

/**
 * plt_tax_limit_line:
 * @limit: of the referential
 * @employment: of a performer
 * @wage: what the line pays
 * @contributions: on it, without taxes on wages
 * @expense: whose standing, limit, eligible, reason are set
 */
void
plt_tax_limit_line (PltTaxReading *self,
                    const char *limit,
                    const char *employment,
                    PltMoney wage,
                    PltMoney contributions,
                    PltTaxExpense *expense)
{
  const char *unit = expense->line->line->unit;
  const PltTaxOptions *options = self->options;

  expense->standing = PLT_TAX_TAKEN;
  expense->eligible = wage + contributions;
  if (strcmp (limit, "minimum") == 0)
    limit_performer (self, employment, expense);
  else if (strcmp (limit, "repas") == 0 && strcmp (unit, "repas") == 0)
    limit_parameter (self, "repas", expense);
  else if (strcmp (limit, "nuit") == 0 && strcmp (unit, "nuit") == 0)
    limit_parameter (self, options->paris_nights ? "nuit-idf" : "nuit", expense);
  else if (strcmp (limit, "transport") == 0
           && (strcmp (unit, "billet") == 0 || strcmp (unit, "unite") == 0))
    limit_parameter (self, options->far_transport ? "transport-hors-metropole" : "transport",
                     expense);
  else if (strcmp (limit, "realisateur") == 0)
    expense->director = TRUE;
  else if (*limit != '\0')
    expense->standing = PLT_TAX_CONDITIONAL;
}
