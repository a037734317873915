/* A statement of a bank, and which movement each of its entries is. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-bank-csv.h"
#include "plt-bank-forecasts.h"
#include "plt-cli.h"
#include "plt-file-bytes.h"
#include "plt-load.h"
#include "plt-money.h"
#include "plt-paths.h"
#include "plt-sheet.h"
#include "plt-text.h"

#define MAX_LABEL 48

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

static PltBankStatement *
read_statement (const char *source, const PltCliArgs *args, GError **error)
{
  g_autofree char *name = g_path_get_basename (source);
  g_autofree char *words = plt_paths_read ("referentials/" PLT_BANK_WORDS ".tsv", NULL, error);
  g_autoptr (GPtrArray) columns = all_of (args, "column");
  g_autofree char *bytes = NULL;
  gsize length = 0;
  const PltBankOptions options = { .words = words,
                                   .sheet = plt_cli_option (args, "sheet"),
                                   .columns = (const char *const *) columns->pdata };

  if (words == NULL)
    return NULL;
  bytes = plt_file_bytes_read (source, PLT_SHEET_MAX_BYTES, &length, error);
  return bytes != NULL ? plt_bank_read (bytes, length, name, &options, error) : NULL;
}

/* ---- what was read ---- */

/* row, what, date, amount, label, sentence */
static void
print_row (PltCli *cli, const PltBankRow *row)
{
  g_autofree char *date
      = row->date != PLT_DATE_NONE ? plt_date_format_numeric (row->date) : g_strdup ("");
  g_autofree char *amount
      = row->amount != PLT_UNKNOWN ? plt_money_format_plain (row->amount) : g_strdup ("");
  g_autofree char *label = plt_text_excerpt (row->label, MAX_LABEL);
  g_autofree char *message = plt_bank_row_describe (row);
  g_autofree char *line
      = g_strdup_printf ("%u\t%s\t%s\t%s\t%s\t%s\n", row->row,
                         plt_bank_outcome_title (row->outcome), date, amount, label, message);

  plt_cli_print (cli, line);
}

static void
print_statement (PltCli *cli, const PltBankStatement *statement, gboolean all)
{
  g_autofree char *counts = plt_bank_statement_describe (statement);
  g_autofree char *totals = plt_bank_statement_describe_totals (statement);
  g_autofree char *columns = g_strdup_printf (_ ("Columns read: %s."), statement->columns);

  if (*statement->columns != '\0')
    {
      plt_cli_print (cli, columns);
      plt_cli_print (cli, "\n");
    }
  for (guint i = 0; i < statement->remarks->len; i++)
    {
      plt_cli_print (cli, statement->remarks->pdata[i]);
      plt_cli_print (cli, "\n");
    }
  for (guint i = 0; i < statement->rows->len; i++)
    {
      const PltBankRow *row = statement->rows->pdata[i];

      if (all || row->attention || row->like != NULL || row->outcome == PLT_BANK_REJECTED)
        print_row (cli, row);
    }
  plt_cli_print (cli, counts);
  plt_cli_print (cli, ".\n");
  plt_cli_print (cli, totals);
  plt_cli_print (cli, "\n");
}

/* ---- what it is ---- */

/* The entry, and its best proposal with its reasons. */
static void
print_match (PltCli *cli, const PltBankMatch *match, const PltBankMatchEntry *entry)
{
  const PltBankProposal *first = entry->proposals->len > 0 ? entry->proposals->pdata[0] : NULL;
  g_autofree char *date = plt_date_format_numeric (entry->entry->date);
  g_autofree char *amount = plt_money_format_plain (entry->entry->amount_cents);
  g_autofree char *label = plt_text_excerpt (entry->entry->label, MAX_LABEL);
  g_autofree char *what = first != NULL ? plt_bank_proposal_label (match, first) : g_strdup ("");
  g_autofree char *why = first != NULL ? plt_bank_proposal_describe (match, first) : g_strdup ("");
  g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\t%s\t%s\t%s\n",
                                           first == NULL ? _ ("no proposal")
                                           : first->sure ? C_ ("match", "sure")
                                                         : C_ ("match", "doubtful"),
                                           date, amount, label, what, why);

  plt_cli_print (cli, line);
}

static gboolean
match (PltCli *cli, PltStore *store, gboolean dry, GError **error)
{
  g_autofree char *words = plt_paths_read ("referentials/" PLT_BANK_WORDS ".tsv", NULL, error);
  g_autoptr (PltFacts) facts = words != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlan) plan = facts != NULL ? plt_plan_new (facts, 0) : NULL;
  g_autoptr (PltBudget) budget = facts != NULL ? plt_budget_new (facts, 0, plan) : NULL;
  g_autoptr (PltBankMatch) found = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *text = NULL;
  guint n;

  if (facts == NULL)
    return FALSE;
  found = plt_bank_match_plan (facts, plan, budget, words);
  for (guint i = 0; i < found->entries->len; i++)
    print_match (cli, found, &g_array_index (found->entries, PltBankMatchEntry, i));
  n = plt_bank_match_accept_sure (found, batch);
  if (n > 0 && !dry
      && !plt_store_apply (store, _ ("Match the bank with its movements"), NULL, batch, NULL,
                           error))
    return FALSE;
  text = g_strdup_printf (ngettext ("%u entry matched, %u left to match.\n",
                                    "%u entries matched, %u left to match.\n", n),
                          n, found->entries->len - n);
  plt_cli_print (cli, text);
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_import_bank)
{
  gboolean dry = plt_cli_option (args, "dry-run") != NULL;
  const char *source = plt_cli_word (args, 1);
  g_autofree char *name = g_path_get_basename (source);
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), name);
  g_autoptr (PltBankStatement) statement = read_statement (source, args, error);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;

  store = statement != NULL ? plt_cli_open (cli, plt_cli_word (args, 0),
                                            dry ? PLT_OPEN_READ : PLT_OPEN_WRITE, error)
                            : NULL;
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL
      || !plt_bank_statement_plan (statement, facts, plt_cli_option (args, "account"), error))
    return FALSE;
  print_statement (cli, statement, dry || plt_cli_option (args, "all") != NULL);
  if (!dry && statement->n[PLT_BANK_NEW] > 0
      && !plt_store_apply (store, label, NULL, statement->batch, NULL, error))
    return FALSE;
  if (plt_cli_option (args, "match") != NULL && !match (cli, store, dry, error))
    return FALSE;
  if (dry)
    plt_cli_print (cli, _ ("Nothing was written.\n"));
  else if (statement->n[PLT_BANK_NEW] == 0)
    plt_cli_print (cli, _ ("Nothing new: the production has all of it already.\n"));
  return TRUE;
}
