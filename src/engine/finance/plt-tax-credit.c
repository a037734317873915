#include "plt-tax-credit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-tax-credit-private.h"

void
plt_tax_case_init (PltTaxCase *self, PltTaxRegime regime, const char *genre)
{
  *self = (PltTaxCase){ .regime = regime,
                        .genre = genre,
                        .budget = PLT_UNKNOWN,
                        .eligible = PLT_UNKNOWN,
                        .share_e6 = PLT_RATE_ONE,
                        .seconds = PLT_UNKNOWN,
                        .vfx_share_e6 = PLT_UNKNOWN,
                        .vfx_spend = PLT_UNKNOWN,
                        .shooting_days = PLT_UNKNOWN,
                        .date = PLT_DATE_NONE };
}

static void
step_free (gpointer data)
{
  PltTaxStep *step = data;

  g_free (step->label);
  g_free (step->source);
  g_free (step);
}

void
plt_tax_credit_free (PltTaxCredit *self)
{
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->issues);
  g_free (self);
}

const PltTaxStep *
plt_tax_credit_step (const PltTaxCredit *self, const char *rule)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (strcmp (((const PltTaxStep *) self->steps->pdata[i])->rule, rule) == 0)
      return self->steps->pdata[i];
  return NULL;
}

const PltTaxParam *
plt_tax_count_param (const PltTaxCount *self, const char *code)
{
  return plt_tax_table_find (self->table, self->on->regime, self->on->genre, code);
}

void
plt_tax_count_issue (PltTaxCount *self,
                     const char *rule,
                     PltSeverity severity,
                     const PltTaxParam *param,
                     const char *format,
                     ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->credit->issues,
                   plt_issue_new (rule, severity, (PltRef){ "production", 1, NULL },
                                  param != NULL ? param->source : NULL, "%s", message));
}

PltMoney
plt_tax_rate (PltMoney amount, gint64 rate_e6)
{
  PltMoney part = 0;

  plt_money_apply_rate (amount, rate_e6, PLT_RATE_ONE, PLT_ROUND_DOWN, &part);
  return part;
}

PltMoney
plt_tax_per_minute (PltMoney amount, gint64 seconds)
{
  PltMoney a_minute = 0;

  plt_money_apply_rate (amount, 60, seconds, PLT_ROUND_DOWN, &a_minute);
  return a_minute;
}

PltMoney
plt_tax_over_minutes (PltMoney a_minute, gint64 seconds)
{
  PltMoney amount = 0;

  plt_money_apply_rate (a_minute, seconds, 60, PLT_ROUND_DOWN, &amount);
  return amount;
}

static PltTaxStep *
add_step (PltTaxCount *self,
          const char *rule,
          const char *label,
          PltMoney base,
          gint64 rate_e6,
          PltMoney amount,
          const PltTaxParam *param)
{
  PltTaxStep *step = g_new0 (PltTaxStep, 1);

  step->rule = rule;
  step->label = g_strdup (label);
  step->base = base;
  step->rate_e6 = rate_e6;
  step->amount = amount;
  step->source = param != NULL ? g_strdup (param->source) : NULL;
  step->sure = param == NULL || param->sure;
  g_ptr_array_add (self->credit->steps, step);
  return step;
}

static gboolean
is_amount (PltMoney amount)
{
  return amount != PLT_UNKNOWN && amount >= 0 && amount <= PLT_TAX_MOST;
}

/* Amounts that nothing can be counted without. */
static gboolean
check_amounts (PltTaxCount *self)
{
  const PltTaxCase *on = self->on;
  gsize n = self->credit->issues->len;

  if (!is_amount (on->budget) || on->budget == 0)
    plt_tax_count_issue (self, "tax-credit.no-budget", PLT_SEVERITY_ERROR, NULL,
                         _ ("The tax credit cannot be counted: the budget of production is not "
                            "known or out of range. Complete the devis."));
  if (!is_amount (on->eligible))
    plt_tax_count_issue (self, "tax-credit.no-eligible", PLT_SEVERITY_ERROR, NULL,
                         _ ("The tax credit cannot be counted: the eligible spend is not known or "
                            "out of range. Say in the devis which lines are eligible."));
  if (!is_amount (on->subsidies) || !is_amount (on->aid))
    plt_tax_count_issue (self, "tax-credit.no-aid", PLT_SEVERITY_ERROR, NULL,
                         _ ("The tax credit cannot be counted: the amount of a public aid is not "
                            "known or out of range. Complete the plan de financement."));
  if (on->share_e6 <= 0 || on->share_e6 > PLT_RATE_ONE)
    plt_tax_count_issue (self, "tax-credit.bad-share", PLT_SEVERITY_ERROR, NULL,
                         _ ("The French part of the budget must be above 0 and at most 100 %%."));
  if (on->seconds != PLT_UNKNOWN && (on->seconds <= 0 || on->seconds > 3600 * 1000))
    plt_tax_count_issue (self, "tax-credit.bad-length", PLT_SEVERITY_ERROR, NULL,
                         _ ("The length of the work is out of range. Say how many minutes it is."));
  return self->credit->issues->len == n;
}

static void
tell_order (PltTaxCount *self)
{
  PltTaxCredit *credit = self->credit;
  g_autofree char *one = plt_money_format (credit->base);
  g_autofree char *other = plt_money_format (credit->other_base);

  if (credit->base != credit->other_base)
    plt_tax_count_issue (self, "tax-credit.order", PLT_SEVERITY_WARNING, NULL,
                         _ ("The texts do not say whether subsidies are deducted before or after "
                            "the spend is capped: the base is %s, and %s in the other order. Ask "
                            "before you count on the larger one."),
                         one, other);
}

/* min (eligible, 80 % of the budget) − subsidies, in the order that was asked. */
static gboolean
count_base (PltTaxCount *self)
{
  const PltTaxCase *on = self->on;
  const PltTaxParam *part = plt_tax_count_param (self, "part-budget");
  PltMoney most, bases[2];
  PltTaxStep *cap;

  add_step (self, "ci.eligible", "Dépenses retenues en France", PLT_UNKNOWN, PLT_UNKNOWN,
            on->eligible, NULL);
  self->budget = plt_tax_rate (on->budget, on->share_e6);
  add_step (self, "ci.budget",
            on->share_e6 == PLT_RATE_ONE ? "Budget de production"
                                         : "Budget de production, part française",
            on->share_e6 == PLT_RATE_ONE ? PLT_UNKNOWN : on->budget,
            on->share_e6 == PLT_RATE_ONE ? PLT_UNKNOWN : on->share_e6, self->budget, NULL);
  if (part == NULL || part->value == PLT_UNKNOWN)
    {
      plt_tax_count_issue (self, "tax-credit.no-parameter", PLT_SEVERITY_ERROR, part,
                           _ ("The part of the budget that is taken at most was not read: complete "
                              "the reference data of the tax credit."));
      return FALSE;
    }
  most = plt_tax_rate (self->budget, part->value);
  if (on->subsidies_first && on->subsidies > 0)
    add_step (self, "ci.subventions", "Subventions publiques affectées, déduites", PLT_UNKNOWN,
              PLT_UNKNOWN, -on->subsidies, NULL);
  cap = add_step (self, "ci.part-budget", part->label, self->budget, part->value, most, part);
  if (!on->subsidies_first && on->subsidies > 0)
    add_step (self, "ci.subventions", "Subventions publiques affectées, déduites", PLT_UNKNOWN,
              PLT_UNKNOWN, -on->subsidies, NULL);
  bases[FALSE] = MAX (0, MIN (on->eligible, most) - on->subsidies);
  bases[TRUE] = MAX (0, MIN (on->eligible - on->subsidies, most));
  cap->binding = on->eligible - (on->subsidies_first ? on->subsidies : 0) > most;
  self->credit->base = bases[on->subsidies_first ? TRUE : FALSE];
  self->credit->other_base = bases[on->subsidies_first ? FALSE : TRUE];
  add_step (self, "ci.base", "Base du crédit d’impôt", PLT_UNKNOWN, PLT_UNKNOWN, self->credit->base,
            NULL);
  tell_order (self);
  return TRUE;
}

/* The rate of the regime and genre; of a foreign work with many visual effects, the higher one. */
static const PltTaxParam *
rate_of (PltTaxCount *self)
{
  const PltTaxCase *on = self->on;
  const PltTaxParam *rate = plt_tax_count_param (self, "taux");
  const PltTaxParam *share = plt_tax_count_param (self, "vfx-part");
  const PltTaxParam *spend = plt_tax_count_param (self, "vfx-depense-min");
  const PltTaxParam *higher = plt_tax_count_param (self, "taux-vfx");

  if (share != NULL && spend != NULL && higher != NULL && on->vfx_share_e6 != PLT_UNKNOWN
      && on->vfx_spend != PLT_UNKNOWN && share->value != PLT_UNKNOWN && spend->value != PLT_UNKNOWN
      && on->vfx_share_e6 >= share->value && on->vfx_spend > spend->value)
    rate = higher;
  return rate;
}

static gboolean
count_gross (PltTaxCount *self)
{
  const PltTaxParam *rate = rate_of (self);

  if (rate == NULL || rate->value == PLT_UNKNOWN)
    {
      plt_tax_count_issue (
          self, "tax-credit.no-parameter", PLT_SEVERITY_ERROR, rate,
          _ ("No rate of the %s is known for “%s” at that date: say another genre, "
             "or complete the reference data of the tax credit."),
          plt_tax_regime_id (self->on->regime), self->on->genre);
      return FALSE;
    }
  self->credit->gross = plt_tax_rate (self->credit->base, rate->value);
  add_step (self, "ci.taux", rate->label, self->credit->base, rate->value, self->credit->gross,
            rate);
  return TRUE;
}

static void
lower (PltMoney *credit, PltTaxStep *step)
{
  step->binding = step->amount < *credit;
  *credit = MIN (*credit, MAX (0, step->amount));
}

/* € per minute, by the cost of a minute where the law has bands. */
static gboolean
cap_by_minute (PltTaxCount *self, PltMoney *credit)
{
  const PltTaxCase *on = self->on;
  const PltTaxParam *cap = plt_tax_count_param (self, "plafond-minute");
  const PltTaxParam *band
      = plt_tax_table_band (self->table, on->regime, on->genre, "plafond-minute", 0);

  if (cap == NULL && band == NULL)
    return TRUE;
  if (on->seconds == PLT_UNKNOWN)
    {
      plt_tax_count_issue (self, "tax-credit.no-length", PLT_SEVERITY_ERROR,
                           cap != NULL ? cap : band,
                           _ ("The tax credit cannot be counted: it is limited by the minute and "
                              "the length of the work is not known. Say how long it is to be."));
      return FALSE;
    }
  if (cap == NULL)
    {
      PltMoney cost = plt_tax_per_minute (self->budget, on->seconds);

      add_step (self, "ci.cout-minute", "Coût d’une minute", self->budget, PLT_UNKNOWN, cost, NULL);
      cap = plt_tax_table_band (self->table, on->regime, on->genre, "plafond-minute", cost);
    }
  if (cap->value == PLT_UNKNOWN)
    {
      plt_tax_count_issue (self, "tax-credit.no-ceiling", PLT_SEVERITY_WARNING, cap,
                           _ ("The ceiling by the minute of this genre was not read: the credit is "
                              "counted without it and may be too high."));
      return TRUE;
    }
  lower (credit, add_step (self, "ci.plafond-minute", cap->label, cap->value, PLT_UNKNOWN,
                           plt_tax_over_minutes (cap->value, on->seconds), cap));
  return TRUE;
}

static gboolean
is_low_budget (const PltTaxCount *self)
{
  const PltTaxParam *most = plt_tax_count_param (self, "petit-budget");
  const PltTaxParam *hour = plt_tax_count_param (self, "petit-budget-heure");

  if (most != NULL && most->value != PLT_UNKNOWN)
    return self->budget <= most->value;
  return hour != NULL && hour->value != PLT_UNKNOWN && self->on->seconds != PLT_UNKNOWN
         && plt_tax_per_minute (self->budget, self->on->seconds) <= hour->value / 60;
}

/* 50 % or 60 % of the budget, less the other public aid. */
static void
cap_by_aid (PltTaxCount *self, PltMoney *credit)
{
  const PltTaxCase *on = self->on;
  gboolean difficult = on->difficult == PLT_TAX_DIFFICULT_YES
                       || (on->difficult == PLT_TAX_DIFFICULT_AUTO && is_low_budget (self));
  const PltTaxParam *most
      = plt_tax_count_param (self, difficult ? "intensite-difficile" : "intensite");
  PltMoney limit;

  if (most == NULL || most->value == PLT_UNKNOWN)
    return;
  limit = plt_tax_rate (self->budget, most->value);
  add_step (self, "ci.intensite", most->label, self->budget, most->value, limit, most);
  add_step (self, "ci.aides", "Autres aides publiques", PLT_UNKNOWN, PLT_UNKNOWN, -on->aid, NULL);
  lower (credit,
         add_step (self, "ci.plafond-aides", "Crédit au plus, autres aides publiques déduites",
                   PLT_UNKNOWN, PLT_UNKNOWN, MAX (0, limit - on->aid), most));
}

static void
finish (PltTaxCount *self, PltMoney credit)
{
  const PltTaxParam *unit = plt_tax_count_param (self, "arrondi");
  const PltTaxParam *prudent = plt_tax_count_param (self, "part-prudente");
  PltTaxCredit *result = self->credit;

  plt_tax_count_conditions (self);
  if (result->refused)
    {
      add_step (self, "ci.conditions", "Conditions de la loi non remplies : pas de crédit",
                PLT_UNKNOWN, PLT_UNKNOWN, -credit, NULL)
          ->binding
          = TRUE;
      credit = 0;
    }
  if (unit != NULL && unit->value > 0)
    credit -= credit % unit->value;
  result->credit = credit;
  add_step (self, "ci.credit", "Crédit d’impôt", PLT_UNKNOWN, PLT_UNKNOWN, credit, unit);
  if (prudent != NULL && prudent->value != PLT_UNKNOWN)
    {
      result->prudent = plt_tax_rate (credit, prudent->value);
      add_step (self, "ci.prudent", prudent->label, credit, prudent->value, result->prudent,
                prudent);
    }
  plt_number_mul_div (self->on->aid + credit, PLT_RATE_ONE, MAX (1, self->budget),
                      PLT_ROUND_HALF_UP, &result->total_aid_e6);
}

/**
 * plt_tax_credit_new:
 * @table: the parameters at the date of the spend
 * @on: the work
 *
 * Returns: (transfer full): the credit, its steps and what is to be said of it
 */
PltTaxCredit *
plt_tax_credit_new (const PltTaxTable *table, const PltTaxCase *on)
{
  PltTaxCount self = { table, on, g_new0 (PltTaxCredit, 1), 0 };
  PltTaxCredit *result = self.credit;
  PltMoney credit;
  const PltTaxParam *most;

  result->steps = g_ptr_array_new_with_free_func (step_free);
  result->issues = plt_issues_new ();
  result->base = result->other_base = result->gross = PLT_UNKNOWN;
  result->credit = result->prudent = result->total_aid_e6 = PLT_UNKNOWN;
  if (!check_amounts (&self) || !count_base (&self) || !count_gross (&self))
    return result;
  credit = result->gross;
  most = plt_tax_count_param (&self, "plafond-oeuvre");
  if (most != NULL && most->value != PLT_UNKNOWN)
    lower (&credit, add_step (&self, "ci.plafond-oeuvre", most->label, PLT_UNKNOWN, PLT_UNKNOWN,
                              most->value, most));
  if (!cap_by_minute (&self, &credit))
    return result;
  cap_by_aid (&self, &credit);
  finish (&self, credit);
  return result;
}
