/* The plan de financement with its gap, shares, rules and scenarios: financing. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-error.h"
#include "plt-finance-scenario.h"
#include "plt-funding-group.h"
#include "plt-load.h"

static const char *const referentials[]
    = { PLT_FUNDING_GROUPS, PLT_FINANCE_RULES, PLT_MEDIA_WINDOWS };

/* "" for what is not known */
static char *
plain (PltMoney amount)
{
  return amount != PLT_UNKNOWN ? plt_money_format_plain (amount) : g_strdup ("");
}

static char *
percent (gint64 share_e6)
{
  return share_e6 != PLT_UNKNOWN ? plt_number_format_plain (share_e6, 4) : g_strdup ("");
}

static void
print_amount (GString *out, const char *what, const char *label, PltMoney amount, gint64 share_e6)
{
  g_autofree char *money = plain (amount);
  g_autofree char *share = percent (share_e6);

  g_string_append_printf (out, "%s\t%s\t%s\t%s\n", what, label, money, share);
}

static void
print_lines (GString *out, const PltFinancePlan *plan)
{
  for (guint i = 0; i < plan->groups->len; i++)
    {
      const PltFinanceLine *line = &g_array_index (plan->groups, PltFinanceLine, i);
      g_autofree char *amount = plain (line->amount);
      g_autofree char *share = percent (line->share_e6);

      if (line->source == NULL)
        g_string_append_printf (out, "groupe\t%s\t%s\t%s\n", line->title, amount, share);
      else
        g_string_append_printf (
            out, "source\t%s\t%s\t%s\t%s\t%s%s\t%s\n", line->title, amount, share,
            line->source->status, line->source->nature,
            line->source->mirror != NULL && *line->source->mirror != '\0' ? ", suit le devis" : "",
            plt_funding_country (line->source));
    }
}

static void
print_totals (GString *out, const PltFinancePlan *plan)
{
  print_amount (out, "total", "Total du plan", plan->total, plan->financed_e6);
  print_amount (out, "cout", "Coût du devis", plan->cost, PLT_UNKNOWN);
  print_amount (out, "manque", "Reste à financer", plan->gap, PLT_UNKNOWN);
  if (plan->final_cost != PLT_UNKNOWN)
    print_amount (out, "cout", "Coût définitif", plan->final_cost, PLT_UNKNOWN);
  print_amount (out, "taux", "Acquis", plan->by_status[PLT_FUNDING_ACQUIRED], plan->acquired_e6);
  print_amount (out, "taux", "Acquis ou confirmé par lettre",
                plan->cost != PLT_UNKNOWN
                    ? plan->by_status[PLT_FUNDING_ACQUIRED] + plan->by_status[PLT_FUNDING_CONFIRMED]
                    : PLT_UNKNOWN,
                plan->confirmed_e6);
  print_amount (out, "taux", "Tout compris", plan->total, plan->financed_e6);
  if (plan->coproduction)
    print_amount (out, "taux", "Part française du coût", PLT_UNKNOWN, plan->french_share_e6);
}

static void
print_parts (GString *out, const PltFinancePlan *plan)
{
  static const char *const names[PLT_N_PARTITIONS]
      = { "part-famille", "part-nature", "part-pays", "part-ligne", "part-statut" };

  for (guint part = 0; part < PLT_N_PARTITIONS; part++)
    for (guint i = 0; i < plan->parts[part]->len; i++)
      {
        const PltFinancePart *found = &g_array_index (plan->parts[part], PltFinancePart, i);

        print_amount (out, names[part], found->title, found->amount, found->share_e6);
      }
}

static void
print_windows (GString *out, const PltMediaWindows *windows)
{
  static const char *const states[] = { "tenue", "rompue", "inconnue" };

  for (guint i = 0; i < windows->windows->len; i++)
    {
      const PltMediaWindow *window = &g_array_index (windows->windows, PltMediaWindow, i);
      g_autofree char *sold = window->sold != PLT_UNKNOWN
                                  ? g_strdup_printf ("%" G_GINT64_FORMAT, window->sold)
                                  : g_strdup ("");
      g_autofree char *allowed = window->allowed != PLT_UNKNOWN
                                     ? g_strdup_printf ("%" G_GINT64_FORMAT, window->allowed)
                                     : g_strdup ("");
      g_autofree char *opens
          = window->opens != PLT_DATE_NONE ? plt_date_to_iso (window->opens) : g_strdup ("");

      g_string_append_printf (out, "fenetre\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", window->source->name,
                              window->title, sold, allowed, opens, states[window->state],
                              window->legal != NULL ? window->legal : "");
    }
}

static void
print_check (GString *out, const PltFinanceCheck *check)
{
  static const char *const states[] = { "tenue", "rompue", "inconnue" };
  g_autofree char *have = plt_finance_format_value (check->unit, check->have);
  g_autofree char *limit = plt_finance_format_value (check->unit, check->limit);

  g_string_append_printf (out, "regle\t%s\t%s\t%s%s\t%s\t%s\t%s\n", check->rule,
                          states[check->state], check->label, check->sure ? "" : " (à vérifier)",
                          have, limit, check->source != NULL ? check->source : "");
}

static void
print_issues (GString *out, const GPtrArray *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = issues->pdata[i];

      g_string_append_printf (out, "%s\t%s\t%s\t%s\n", plt_severity_id (issue->severity),
                              issue->rule, issue->message,
                              issue->source != NULL ? issue->source : "");
    }
}

static void
print_changes (GString *out, const PltFinanceScenario *scenario)
{
  for (guint i = 0; i < scenario->changes->len; i++)
    {
      const PltFinanceChange *change = &g_array_index (scenario->changes, PltFinanceChange, i);
      g_autofree char *from = plain (change->from);
      g_autofree char *to = plain (change->to);

      g_string_append_printf (out, "change\t%s\t%s\t%s\t%s\n", change->change->kind, change->name,
                              from, to);
    }
  print_issues (out, scenario->issues);
}

/* What each source would leave behind it. */
static void
print_losses (GString *out, const PltPlan *plan, const PltFinanceScenario *scenario)
{
  g_autoptr (GArray) losses
      = plt_finance_losses (scenario->facts, plan, scenario->budget, scenario->plan);

  for (guint i = 0; i < losses->len; i++)
    {
      const PltFinanceLoss *loss = &g_array_index (losses, PltFinanceLoss, i);
      g_autofree char *amount = plain (loss->amount);
      g_autofree char *gap = plain (loss->gap);
      g_autoptr (GString) rules = g_string_new (NULL);

      for (guint k = 0; k < loss->broken->len; k++)
        g_string_append_printf (rules, "%s%s", k > 0 ? ", " : "",
                                g_array_index (loss->broken, PltFinanceCheck, k).rule);
      g_string_append_printf (out, "defaillance\t%s\t%s\t%s\t%s\n", loss->source->name, amount, gap,
                              rules->str);
    }
}

/* 0 for the plan as it is; FALSE with the names there are. */
static gboolean
find_scenario (const PltFacts *facts, const char *name, gint64 *id, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *id = 0;
  for (guint i = 0; name != NULL && i < facts->scenarios.n; i++)
    {
      const PltScenarioFacts *scenario = &facts->scenarios.items[i];

      if (strcmp (scenario->kind, "financement") != 0)
        continue;
      if (strcmp (scenario->name, name) == 0)
        {
          *id = scenario->id;
          return TRUE;
        }
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", scenario->name);
    }
  if (name == NULL)
    return TRUE;
  if (names->len > 0)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("There is no scenario of financing “%s”: write one of %s."), name, names->str);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("There is no scenario of financing “%s”: the production has none."), name);
  return FALSE;
}

PLT_CLI_COMMAND (plt_cli_financing)
{
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (PltFinanceScenario) scenario = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  gint64 id;

  if (facts == NULL || !find_scenario (facts, plt_cli_option (args, "scenario"), &id, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (referentials); i++)
    plt_referential_lend (facts, referentials[i]);
  plan = plt_plan_new (facts, 0);
  budget = plt_budget_new (facts, 0, plan);
  scenario = plt_finance_scenario_new (facts, plan, budget, id);
  if (scenario->id != 0)
    g_string_append_printf (out, "scenario\t%s\n", scenario->name);
  print_changes (out, scenario);
  print_lines (out, scenario->plan);
  print_totals (out, scenario->plan);
  print_parts (out, scenario->plan);
  print_windows (out, scenario->plan->windows);
  for (guint i = 0; i < scenario->plan->checks->len; i++)
    print_check (out, &g_array_index (scenario->plan->checks, PltFinanceCheck, i));
  if (plt_cli_option (args, "losses") != NULL)
    print_losses (out, plan, scenario);
  print_issues (out, scenario->plan->issues);
  plt_cli_print (cli, out->str);
  return TRUE;
}
