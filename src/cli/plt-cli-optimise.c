/* schedule FILE weights: what the optimiser weighs. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-load.h"
#include "plt-paths.h"
#include "plt-plan-weights.h"

static PltPlanWeights *
load_weights (const PltFacts *facts, GError **error)
{
  g_autofree char *shipped
      = plt_paths_read ("referentials/" PLT_PLAN_WEIGHTS_REFERENTIAL ".tsv", NULL, error);

  return shipped != NULL ? plt_plan_weights_new (facts, shipped) : NULL;
}

static void
print_weights (PltCli *cli, const PltPlanWeights *weights)
{
  for (guint i = 0; i < weights->items->len; i++)
    {
      const PltPlanWeight *weight = weights->items->pdata[i];
      g_autofree char *value = plt_plan_weight_format (weight);
      g_autofree char *line = g_strdup_printf ("%s\t%s\t%s\t%s\n", weight->code, value,
                                               weight->own ? "*" : "", weight->title);

      plt_cli_print (cli, line);
    }
}

PLT_CLI_COMMAND (plt_cli_schedule_weights)
{
  gboolean write = args->words->len > 2 && plt_cli_option (args, "dry-run") == NULL;
  g_autoptr (PltStore) store
      = plt_cli_open (cli, plt_cli_word (args, 0), write ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltPlanWeights) weights = facts != NULL ? load_weights (facts, error) : NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  if (weights == NULL)
    return FALSE;
  for (guint i = 2; i < args->words->len; i++)
    {
      const char *word = plt_cli_word (args, i), *sign = strchr (word, '=');
      g_autofree char *code = sign != NULL ? g_strndup (word, (gsize) (sign - word)) : NULL;

      if (sign == NULL)
        return plt_cli_usage (error, _ ("“%s” is not a weight. Write CODE=VALUE."), word);
      if (!plt_plan_weights_parse (weights, code, sign + 1, error))
        return FALSE;
    }
  plt_plan_weights_write (weights, facts, batch);
  if (write && plt_batch_get_n_edits (batch) > 0
      && !plt_store_apply (store, _ ("Change weights"), NULL, batch, NULL, error))
    return FALSE;
  print_weights (cli, weights);
  return TRUE;
}
