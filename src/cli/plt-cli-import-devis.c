/* A devis from CSV or XLSX. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget.h"
#include "plt-cli.h"
#include "plt-devis-csv.h"
#include "plt-file-bytes.h"
#include "plt-load.h"
#include "plt-money.h"
#include "plt-paths.h"
#include "plt-text.h"

#define MAX_LABEL 40

static gint64
account_cb (gpointer data, gint64 account)
{
  const PltBudgetAccount *found = plt_budget_find_account (data, account);

  return found != NULL ? found->total : 0;
}

static gboolean
value_cb (gpointer data, gint64 line, PltDevisValue *value)
{
  const PltBudgetLine *found = plt_budget_find_line (data, line);

  if (found == NULL)
    return FALSE;
  value->quantity_e6 = found->quantity_e6;
  value->duration_e6 = found->duration_e6;
  value->times_e6 = found->times_e6;
  value->rate = found->rate;
  value->amount = found->amount;
  return TRUE;
}

/* (transfer full): the values of an option that may be given several times */
static GPtrArray *
all_of (const PltCliArgs *args, const char *name)
{
  GPtrArray *values = g_ptr_array_new ();

  for (guint i = 0; i + 1 < args->options->len; i += 2)
    if (strcmp (args->options->pdata[i], name) == 0)
      g_ptr_array_add (values, args->options->pdata[i + 1]);
  g_ptr_array_add (values, NULL);
  return values;
}

static gboolean
is_told (const PltDevisEntry *entry, gboolean all)
{
  return all || entry->attention || entry->outcome == PLT_DEVIS_REJECTED
         || entry->outcome == PLT_DEVIS_DIFFERS;
}

/* row, what, code, label, amount, sentence */
static void
print_entry (PltCli *cli, const PltDevisEntry *entry)
{
  g_autofree char *row = entry->row > 0 ? g_strdup_printf ("%u", entry->row) : g_strdup ("");
  g_autofree char *label = plt_text_excerpt (entry->label, MAX_LABEL);
  g_autofree char *amount
      = entry->amount != PLT_UNKNOWN ? plt_money_format_plain (entry->amount) : g_strdup ("");
  g_autofree char *line
      = g_strdup_printf ("%s\t%s\t%s\t%s\t%s\t%s\n", row, plt_devis_outcome_title (entry->outcome),
                         entry->code, label, amount, entry->message);

  plt_cli_print (cli, line);
}

static void
print_plan (PltCli *cli, const PltDevisPlan *plan, gboolean all)
{
  g_autofree char *counts = plt_devis_plan_describe (plan);
  g_autofree char *totals = plt_devis_plan_describe_totals (plan);
  g_autofree char *columns = g_strdup_printf (_ ("Columns read: %s."), plan->columns);

  plt_cli_print (cli, columns);
  plt_cli_print (cli, "\n");
  for (guint i = 0; i < plan->remarks->len; i++)
    {
      plt_cli_print (cli, plan->remarks->pdata[i]);
      plt_cli_print (cli, "\n");
    }
  for (guint i = 0; i < plan->entries->len; i++)
    if (is_told (plan->entries->pdata[i], all))
      print_entry (cli, plan->entries->pdata[i]);
  plt_cli_print (cli, counts);
  plt_cli_print (cli, ".\n");
  plt_cli_print (cli, totals);
  plt_cli_print (cli, "\n");
}

/* What the devis amounts to once it is imported. */
static gboolean
print_result (PltCli *cli, PltStore *store, gint64 budget, GError **error)
{
  g_autoptr (PltFacts) facts = plt_facts_load (store, error);
  g_autoptr (PltPlan) plan = facts != NULL ? plt_plan_new (facts, 0) : NULL;
  g_autoptr (PltBudget) computed = facts != NULL ? plt_budget_new (facts, budget, plan) : NULL;
  g_autofree char *posts = NULL, *total = NULL, *line = NULL;

  if (computed == NULL)
    return FALSE;
  posts = plt_money_format (computed->subtotal);
  total = plt_money_format (computed->total);
  line = g_strdup_printf (computed->incomplete
                              ? _ ("“%s” now amounts to %s, %s with what comes after the posts; it "
                                   "is incomplete.\n")
                              : _ ("“%s” now amounts to %s, %s with what comes after the posts.\n"),
                          computed->budget->name, posts, total);
  plt_cli_print (cli, line);
  return TRUE;
}

static gboolean
apply (PltCli *cli, PltStore *store, const PltDevisPlan *plan, const char *name, GError **error)
{
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), name);
  g_autoptr (GArray) ids = NULL;
  gint64 budget = plan->budget;

  if (!plt_store_apply (store, label, NULL, plan->batch, &ids, error))
    return FALSE;
  if (budget < 0)
    budget = g_array_index (ids, gint64, (guint) (-budget - 1));
  return print_result (cli, store, budget, error);
}

static PltDevisPlan *
make_plan (PltStore *store, const PltSheetBook *book, const PltCliArgs *args, GError **error)
{
  g_autofree char *words = plt_paths_read ("referentials/" PLT_DEVIS_WORDS ".tsv", NULL, error);
  g_autoptr (PltFacts) facts = words != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlan) plan = facts != NULL ? plt_plan_new (facts, 0) : NULL;
  g_autoptr (PltBudget) budget = facts != NULL ? plt_budget_new (facts, 0, plan) : NULL;
  g_autoptr (GPtrArray) maps = all_of (args, "map");
  g_autoptr (GPtrArray) columns = all_of (args, "column");
  const PltDevisOptions options = { .version = plt_cli_option (args, "version"),
                                    .sheet = plt_cli_option (args, "sheet"),
                                    .words = words,
                                    .maps = (const char *const *) maps->pdata,
                                    .columns = (const char *const *) columns->pdata,
                                    .value = value_cb,
                                    .account = account_cb,
                                    .value_data = budget };

  return budget != NULL ? plt_devis_plan (store, book, &options, error) : NULL;
}

PLT_CLI_COMMAND (plt_cli_import_devis)
{
  gboolean dry = plt_cli_option (args, "dry-run") != NULL;
  gboolean all = plt_cli_option (args, "all") != NULL;
  const char *source = plt_cli_word (args, 1);
  g_autofree char *name = g_path_get_basename (source);
  g_autofree char *bytes = NULL;
  g_autoptr (PltSheetBook) book = NULL;
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltDevisPlan) plan = NULL;
  gsize length = 0;

  if (plt_cli_option (args, "version") != NULL && plt_cli_option (args, "current") != NULL)
    return plt_cli_usage (error, _ ("Give --version NAME or --current, not both."));
  bytes = plt_file_bytes_read (source, PLT_SHEET_MAX_BYTES, &length, error);
  if (bytes == NULL)
    return FALSE;
  book = plt_sheet_read (bytes, length, name, NULL, error);
  store = book != NULL ? plt_cli_open (cli, plt_cli_word (args, 0),
                                       dry ? PLT_OPEN_READ : PLT_OPEN_WRITE, error)
                       : NULL;
  plan = store != NULL ? make_plan (store, book, args, error) : NULL;
  if (plan == NULL)
    return FALSE;
  if (dry)
    {
      print_plan (cli, plan, TRUE);
      plt_cli_print (cli, _ ("Nothing was written.\n"));
      return TRUE;
    }
  print_plan (cli, plan, all);
  if (!plt_devis_plan_is_empty (plan))
    return apply (cli, store, plan, name, error);
  plt_cli_print (cli, _ ("Nothing changed: the budget says all of it already.\n"));
  return TRUE;
}
