/* What the production earns as tax credit, step by step: tax-credit. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-load.h"
#include "plt-tax-estimate.h"

/* Over what the production says. */
static gboolean
read_options (const PltCliArgs *args, const PltFacts *facts, PltTaxOptions *options, GError **error)
{
  const char *regime = plt_cli_option (args, "regime");
  PltTaxRegime found;

  plt_tax_options_from_facts (options, facts, NULL);
  if (regime != NULL)
    {
      if (!plt_tax_regime_from_id (regime, &found))
        return plt_cli_usage (error, _ ("“%s” is no tax credit: write cic, cia or c2i."), regime);
      options->regime = (int) found;
    }
  for (guint i = 0; i + 1 < args->options->len; i += 2)
    {
      g_auto (GStrv) parts = NULL;

      if (strcmp (args->options->pdata[i], "option") != 0)
        continue;
      parts = g_strsplit (args->options->pdata[i + 1], "=", 2);
      if (parts[0] == NULL || parts[1] == NULL)
        return plt_cli_usage (error, _ ("“%s” is not an option. Write NAME=VALUE."),
                              (const char *) args->options->pdata[i + 1]);
      if (!plt_tax_options_set (options, parts[0], parts[1], error))
        return FALSE;
    }
  return TRUE;
}

/* "" for what is not known */
static char *
plain (PltMoney amount)
{
  return amount != PLT_UNKNOWN ? plt_money_format_plain (amount) : g_strdup ("");
}

static char *
iso (PltDate date)
{
  return date != PLT_DATE_NONE ? plt_date_to_iso (date) : g_strdup ("");
}

static void
print_spend (GString *out, const PltTaxSpend *spend, gboolean lines)
{
  for (guint i = 0; i < spend->categories->len; i++)
    {
      const PltTaxCategory *category = &g_array_index (spend->categories, PltTaxCategory, i);
      g_autofree char *paid = plain (category->paid);
      g_autofree char *eligible = plain (category->eligible);

      if (category->paid != 0 || category->eligible != 0)
        g_string_append_printf (out, "depense\t%s\t%s\t%s\t%s\n",
                                *category->id != '\0' ? category->id : "hors-liste",
                                category->title, paid, eligible);
    }
  for (guint i = 0; lines && i < spend->expenses->len; i++)
    {
      const PltTaxExpense *expense = &g_array_index (spend->expenses, PltTaxExpense, i);
      g_autofree char *paid = plain (expense->paid);
      g_autofree char *eligible = plain (expense->eligible);
      g_autofree char *limit = plain (expense->limit);

      g_string_append_printf (out, "ligne\t%s\t%s\t%s\t%s\t%s\t%s\t%s%s\t%s\n",
                              expense->line->line->code, expense->line->line->label,
                              plt_tax_standing_title (expense->standing), paid, limit, eligible,
                              expense->reason, expense->sure ? "" : " (à vérifier)",
                              expense->source != NULL ? expense->source : "");
    }
}

static void
print_steps (GString *out, const PltTaxCredit *credit)
{
  for (guint i = 0; i < credit->steps->len; i++)
    {
      const PltTaxStep *step = credit->steps->pdata[i];
      g_autofree char *base = plain (step->base);
      g_autofree char *rate
          = step->rate_e6 != PLT_UNKNOWN ? plt_number_format_plain (step->rate_e6, 6) : NULL;
      g_autofree char *amount = plain (step->amount);

      g_string_append_printf (out, "etape\t%s\t%s%s%s\t%s\t%s\t%s\t%s\n", step->rule, step->label,
                              step->binding ? " (limite)" : "", step->sure ? "" : " (à vérifier)",
                              base, rate != NULL ? rate : "", amount,
                              step->source != NULL ? step->source : "");
    }
}

static void
print_aids (GString *out, const GArray *aids)
{
  for (guint i = 0; i < aids->len; i++)
    {
      const PltTaxAid *aid = &g_array_index (aids, PltTaxAid, i);
      g_autofree char *amount = plain (aid->amount);

      g_string_append_printf (out, "aide\t%s\t%s\t%s\n", aid->source->name,
                              aid->deducted  ? "publique, déduite de la base"
                              : aid->counted ? "publique"
                                             : "à dire au cas par cas",
                              amount);
    }
}

static void
print_years (GString *out, const GArray *years)
{
  for (guint i = 0; i < years->len; i++)
    {
      const PltTaxYear *year = &g_array_index (years, PltTaxYear, i);
      g_autofree char *end = iso (year->end);
      g_autofree char *spend = plain (year->spend);
      g_autofree char *credit = plain (year->credit);

      g_string_append_printf (out, "exercice\t%s\t%s\t%s\n", *end != '\0' ? end : "sans date",
                              spend, credit);
    }
}

static void
print_file (GString *out, const PltTaxFile *file)
{
  for (guint i = 0; i < file->items->len; i++)
    {
      const PltTaxItem *item = &g_array_index (file->items, PltTaxItem, i);
      g_autofree char *due = iso (item->due);

      g_string_append_printf (out, "dossier\t%s\t%s\t%s\t%s%s\t%s\n", item->file, item->kind, due,
                              item->title, item->sure ? "" : " (à vérifier)", item->source);
    }
}

static void
print_estimate (PltCli *cli, const PltTaxEstimate *estimate, gboolean lines)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *date = iso (estimate->options.date);
  g_autofree char *total = plain (estimate->credit->credit);

  g_string_append_printf (out, "regime\t%s\t%s\t%s\n", plt_tax_regime_id (estimate->on.regime),
                          estimate->on.genre, date);
  print_spend (out, estimate->spend, lines);
  print_aids (out, estimate->aids);
  print_steps (out, estimate->credit);
  print_years (out, estimate->years);
  print_file (out, estimate->file);
  for (guint i = 0; i < estimate->issues->len; i++)
    {
      const PltIssue *issue = estimate->issues->pdata[i];

      g_string_append_printf (out, "%s\t%s\t%s\t%s\n", plt_severity_id (issue->severity),
                              issue->rule, issue->message,
                              issue->source != NULL ? issue->source : "");
    }
  g_string_append_printf (out, "total\t%s\n", *total != '\0' ? total : "inconnu");
  plt_cli_print (cli, out->str);
}

PLT_CLI_COMMAND (plt_cli_tax_credit)
{
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (PltTaxEstimate) estimate = NULL;
  PltTaxOptions options;

  store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL || !read_options (args, facts, &options, error))
    return FALSE;
  plan = plt_plan_new (facts, 0);
  budget = plt_budget_new (facts, 0, plan);
  for (guint i = 0; plt_tax_referentials[i] != NULL; i++)
    plt_referential_lend (facts, plt_tax_referentials[i]);
  estimate = plt_tax_estimate_new (facts, plan, budget, &options, error);
  if (estimate == NULL)
    return FALSE;
  print_estimate (cli, estimate, plt_cli_option (args, "lines") != NULL);
  return TRUE;
}
