/* Templates of the devis: devis-template. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-version.h"
#include "plt-cli.h"
#include "plt-devis-template.h"
#include "plt-error.h"
#include "plt-file-bytes.h"
#include "plt-load.h"

#define MOST_BYTES (16 << 20)

/* The version that --budget names, else the production's current one; 0 with an error. */
static gint64
find_budget (const PltFacts *facts, const PltCliArgs *args, GError **error)
{
  const char *word = plt_cli_option (args, "budget");
  const PltBudgetFacts *budget
      = word != NULL ? plt_budget_find_version (facts, word, PLT_BUDGET_WORD_VERSION, error)
                     : PLT_FACTS_FIND (facts->budgets, PltBudgetFacts, facts->production.budget);

  if (budget != NULL)
    return budget->id;
  if (word == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND, _ ("There is no budget yet."));
  return 0;
}

static gboolean
write_template (const PltFacts *facts, const PltCliArgs *args, GError **error)
{
  gint64 budget = find_budget (facts, args, error);
  g_autofree char *text
      = budget != 0 ? plt_devis_template_write (facts, budget, plt_cli_option (args, "name"),
                                                plt_cli_option (args, "no-amounts") == NULL, error)
                    : NULL;

  return text != NULL && g_file_set_contents (plt_cli_word (args, 1), text, -1, error);
}

/* A new budget of this production, from a file. */
static gboolean
read_template (PltStore *store, const PltFacts *facts, const PltCliArgs *args, GError **error)
{
  g_autoptr (PltReferential) template = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *text = NULL;
  const char *name = plt_cli_option (args, "name");
  gsize length;

  text = plt_file_bytes_read (plt_cli_option (args, "from"), MOST_BYTES, &length, error);
  template = text != NULL ? plt_devis_template_parse (text, error) : NULL;
  if (template == NULL)
    return FALSE;
  if (name == NULL)
    name = plt_referential_meta (template, "titre");
  plt_devis_template_new_budget (batch, facts, template, *name != '\0' ? name : _ ("Budget"));
  return plt_store_apply (store, _ ("New budget from a template"), NULL, batch, NULL, error);
}

/* A copy kept within the production to begin others from. */
static gboolean
keep_template (PltStore *store, const PltFacts *facts, const PltCliArgs *args, GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 budget = find_budget (facts, args, error);
  gint64 copy = budget != 0
                    ? plt_budget_copy (facts, budget, plt_cli_option (args, "name"), batch, error)
                    : 0;

  if (copy == 0)
    return FALSE;
  plt_batch_update (batch, "budget", copy);
  plt_batch_set_integer (batch, "is_template", TRUE);
  return plt_store_apply (store, _ ("Keep the budget as a template"), NULL, batch, NULL, error);
}

PLT_CLI_COMMAND (plt_cli_devis_template)
{
  gboolean from = plt_cli_option (args, "from") != NULL;
  gboolean keep = plt_cli_option (args, "keep") != NULL;
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;

  if (from + keep + (plt_cli_word (args, 1) != NULL) != 1)
    return plt_cli_usage (error, _ ("Say what to do: a file to write, --from a file, or --keep."));
  store = from || keep ? plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error)
                       : plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL)
    return FALSE;
  if (from)
    return read_template (store, facts, args, error);
  return keep ? keep_template (store, facts, args, error) : write_template (facts, args, error);
}
