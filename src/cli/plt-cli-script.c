/* Screenplays: read, import. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-minutage.h"
#include "plt-script-batch.h"
#include "plt-script-json.h"
#include "plt-script-read.h"

PLT_CLI_COMMAND (plt_cli_read)
{
  const char *format = plt_cli_option (args, "format");
  g_autoptr (PltScript) script = NULL;
  g_autofree char *text = NULL;

  if (format != NULL && strcmp (format, "text") != 0 && strcmp (format, "json") != 0)
    return plt_cli_usage (error, _ ("The format is text or json, not “%s”."), format);
  script = plt_script_read (plt_cli_word (args, 0), error);
  if (script == NULL)
    return FALSE;
  text = format != NULL && strcmp (format, "json") == 0 ? plt_script_to_json (script)
                                                        : plt_script_to_text (script);
  plt_cli_print (cli, text);
  return TRUE;
}

static PltDate
today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return plt_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}

PLT_CLI_COMMAND (plt_cli_import)
{
  gboolean dry = plt_cli_option (args, "dry-run") != NULL;
  const char *source = plt_cli_word (args, 1);
  g_autofree char *name = g_path_get_basename (source);
  const PltScriptImportOptions options = { name, today (), plt_minutage_estimate };
  g_autoptr (PltScript) script = plt_script_read (source, error);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltBatch) batch = NULL;
  g_autofree char *label = NULL;
  g_autofree char *line = NULL;
  PltImportCounts counts;

  if (script == NULL)
    return FALSE;
  store = plt_cli_open (cli, plt_cli_word (args, 0), dry ? PLT_OPEN_READ : PLT_OPEN_WRITE, error);
  batch = store != NULL ? plt_script_plan_import (store, script, &options, &counts, error) : NULL;
  if (batch == NULL)
    return FALSE;
  label = g_strdup_printf (_ ("Import %s"), name);
  if (!dry && !plt_store_apply (store, label, NULL, batch, NULL, error))
    return FALSE;
  line = g_strdup_printf (_ ("%u sequences: %u unchanged, %u changed, %u added, %u cut; %u sets, "
                             "%u roles, %u remarks.\n"),
                          counts.sequences, counts.unchanged, counts.changed, counts.added,
                          counts.cut, counts.sets, counts.roles, counts.remarks);
  plt_cli_print (cli, line);
  for (guint i = 0; i < script->remarks->len; i++)
    {
      const PltRemark *remark = script->remarks->pdata[i];
      g_autofree char *text = g_strdup_printf (_ ("line %u: %s\n"), remark->line, remark->message);

      plt_cli_print (cli, text);
    }
  if (dry)
    plt_cli_print (cli, _ ("Nothing was written.\n"));
  return TRUE;
}
