/* The treasury plan, period by period: cash. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-plan.h"
#include "plt-cli.h"
#include "plt-load.h"
#include "plt-referential.h"

static gboolean
read_step (const PltCliArgs *args, PltCashStep *step, GError **error)
{
  static const char *const names[] = { "day", "week", "month" };
  const char *name = plt_cli_option (args, "by");

  *step = PLT_CASH_BY_MONTH;
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      {
        *step = (PltCashStep) i;
        return TRUE;
      }
  return name == NULL
         || plt_cli_usage (error, _ ("“%s” is no period: write day, week or month."), name);
}

/* The changes of the scenario that has that name. */
static GArray *
read_scenario (const PltCliArgs *args, const PltFacts *facts, GError **error)
{
  const char *name = plt_cli_option (args, "scenario");

  for (guint i = 0; name != NULL && i < facts->scenarios.n; i++)
    if (strcmp (facts->scenarios.items[i].name, name) == 0)
      return plt_cash_scenario_changes (facts, facts->scenarios.items[i].id);
  if (name == NULL)
    return plt_cash_scenario_changes (facts, 0);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no scenario “%s” in this production."), name);
  return NULL;
}

static void
add_amount (GString *out, PltMoney amount)
{
  g_autofree char *text = plt_money_format_plain (amount);

  g_string_append_printf (out, "\t%s", text);
}

static void
add_date (GString *out, PltDate date)
{
  g_autofree char *text = date != PLT_DATE_NONE ? plt_date_to_iso (date) : g_strdup ("");

  g_string_append_printf (out, "\t%s", text);
}

/* Periods first, then what each row moves in them. */
static void
print_periods (GString *out, const PltCashPlan *plan, PltCashStep step)
{
  g_autoptr (GArray) periods = plt_cash_plan_periods (plan, step);
  guint n;
  g_autofree PltMoney *table = plt_cash_plan_table (plan, step, &n);

  for (guint i = 0; i < periods->len; i++)
    {
      const PltCashPeriod *period = &g_array_index (periods, PltCashPeriod, i);

      g_string_append (out, "periode");
      add_date (out, period->start);
      add_amount (out, period->in);
      add_amount (out, period->out);
      add_amount (out, period->net);
      add_amount (out, period->balance);
      add_amount (out, period->lowest);
      add_amount (out, period->credit);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const PltCashPlanRow *row = plan->rows->pdata[i];

      g_string_append_printf (out, "%s\t%s", row->incoming ? "recette" : "depense", row->label);
      for (guint p = 0; p < n; p++)
        add_amount (out, table[(gsize) i * n + p]);
      add_amount (out, row->total);
      g_string_append_c (out, '\n');
    }
}

static void
print_rest (GString *out, const PltCashPlan *plan)
{
  for (guint i = 0; i < plan->undated->len; i++)
    {
      const PltCashPlanRow *row = plan->undated->pdata[i];

      g_string_append_printf (out, "sans-date\t%s", row->label);
      add_amount (out, row->total);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < plan->credits->len; i++)
    {
      const PltCashCredit *credit = &g_array_index (plan->credits, PltCashCredit, i);

      g_string_append_printf (out, "credit\t%s", credit->label);
      add_amount (out, credit->limit);
      add_amount (out, credit->drawn_max);
      add_amount (out, credit->cost);
      add_date (out, credit->first);
      add_date (out, credit->last);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < plan->criticals->len; i++)
    {
      const PltCashCritical *critical = &g_array_index (plan->criticals, PltCashCritical, i);

      g_string_append (out, "critique");
      add_date (out, critical->from);
      add_date (out, critical->to);
      add_amount (out, critical->lowest);
      add_date (out, critical->lowest_date);
      add_amount (out, critical->missing);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < plan->issues->len; i++)
    {
      const PltIssue *issue = plan->issues->pdata[i];

      g_string_append_printf (out, "%s\t%s\t%s\t%s\n", plt_severity_id (issue->severity),
                              issue->rule, issue->message,
                              issue->source != NULL ? issue->source : "");
    }
}

static void
print_plan (GString *out, const PltCashPlan *plan, PltCashStep step)
{
  g_string_append (out, "depart");
  add_date (out, plan->first);
  add_amount (out, plan->opening);
  g_string_append_c (out, '\n');
  print_periods (out, plan, step);
  print_rest (out, plan);
  g_string_append (out, "total");
  add_amount (out, plan->total_in);
  add_amount (out, plan->total_out);
  add_amount (out, plan->final);
  g_string_append (out, "\nplus-bas");
  add_date (out, plan->lowest_date);
  add_amount (out, plan->n_days > 0 ? plan->lowest : 0);
  g_string_append (out, "\nbesoin");
  add_date (out, plan->lowest_before_credits_date);
  add_amount (out, plan->need);
  g_string_append (out, "\ncredit-tva");
  add_amount (out, plan->vat_credit);
  g_string_append_c (out, '\n');
}

PLT_CLI_COMMAND (plt_cli_cash)
{
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (PltCashPlan) cash = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  PltCashStep step;

  if (!read_step (args, &step, error))
    return FALSE;
  store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL)
    return FALSE;
  plt_referential_lend (facts, PLT_CASH_DEFAULTS);
  changes = read_scenario (args, facts, error);
  if (changes == NULL)
    return FALSE;
  plan = plt_plan_new (facts, 0);
  budget = plt_budget_new (facts, 0, plan);
  cash = plt_cash_plan_new (
      facts, plan, budget, (const PltScenarioChangeFacts *) (gpointer) changes->data, changes->len);
  print_plan (out, cash, step);
  plt_cli_print (cli, out->str);
  return TRUE;
}
