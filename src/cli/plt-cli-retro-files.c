/* The rétroplanning as a file of MS Project or GanttProject, and back: export mspdi|gan,
 * import-retro. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-error.h"
#include "plt-export-file.h"
#include "plt-file-bytes.h"
#include "plt-gan-export.h"
#include "plt-load.h"
#include "plt-mspdi-export.h"
#include "plt-project-read.h"
#include "plt-referential.h"
#include "plt-retro-exchange.h"

static void
print_remarks (PltCli *cli, const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      plt_cli_print (cli, remarks->pdata[i]);
      plt_cli_print (cli, "\n");
    }
}

/* With the latest baseline: a file takes it along. */
static PltRetro *
load_retro (PltFacts *facts, PltPlan **plan)
{
  const PltRetroOptions options = { .today = PLT_DATE_NONE, .without_issues = TRUE };

  plt_referential_lend (facts, "jours-feries");
  *plan = plt_plan_new (facts, 0);
  return plt_retro_new (facts, *plan, &options);
}

gboolean
plt_cli_export_retro (PltCli *cli, const PltCliArgs *args, gboolean gan, GError **error)
{
  const char *path = plt_cli_word (args, 2);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltNetworkProject) project = NULL;
  g_autofree char *text = NULL, *said = NULL;

  if (!g_str_has_suffix (path, gan ? ".gan" : ".xml"))
    return plt_cli_usage (
        error, gan ? _ ("“%s” does not end in .gan.") : _ ("“%s” does not end in .xml."), path);
  store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL)
    return FALSE;
  if (facts->tasks.n == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                           _ ("The rétroplanning has no task yet: add the usual ones first."));
      return FALSE;
    }
  retro = load_retro (facts, &plan);
  project = plt_retro_export_new (retro, error);
  if (project == NULL)
    return FALSE;
  if (gan)
    plt_gan_export_add_remarks (project);
  text = gan ? plt_gan_export_format (project) : plt_mspdi_export_format (project);
  if (!plt_export_write_bytes (path, text, strlen (text), error))
    return FALSE;
  said = g_strdup_printf (_ ("%u tasks, %u links, %u calendars written.\n"), facts->tasks.n,
                          project->links->len, project->calendars->len);
  plt_cli_print (cli, said);
  print_remarks (cli, project->remarks);
  return TRUE;
}

/* "nouveau	Montage	2026-06-01	2026-06-12", "change" with the dates before */
static void
print_tasks (PltCli *cli, const PltRetroImport *import)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < import->tasks->len; i++)
    {
      const PltRetroImportTask *task = &g_array_index (import->tasks, PltRetroImportTask, i);
      const PltDate dates[]
          = { task->dates.from, task->dates.to, task->before.from, task->before.to };

      g_string_append_printf (out, "%s\t%s", task->is_new ? "nouveau" : "change", task->name);
      for (guint d = 0; d < (task->is_new ? 2 : G_N_ELEMENTS (dates)); d++)
        {
          g_autofree char *iso
              = dates[d] != PLT_DATE_NONE ? plt_date_to_iso (dates[d]) : g_strdup ("");

          g_string_append_printf (out, "\t%s", iso);
        }
      g_string_append_c (out, '\n');
    }
  plt_cli_print (cli, out->str);
}

static PltNetworkProject *
read_project (const char *source, GError **error)
{
  g_autofree char *name = g_path_get_basename (source);
  gsize length = 0;
  g_autofree char *bytes = plt_file_bytes_read (source, PLT_PROJECT_MAX_BYTES, &length, error);

  return bytes != NULL ? plt_project_read (bytes, length, name, error) : NULL;
}

PLT_CLI_COMMAND (plt_cli_import_retro)
{
  gboolean dry = plt_cli_option (args, "dry-run") != NULL;
  const char *source = plt_cli_word (args, 1);
  g_autofree char *name = g_path_get_basename (source);
  /* Translators: %s is the name of a file */
  g_autofree char *label = g_strdup_printf (_ ("Import %s"), name);
  g_autoptr (PltNetworkProject) project = read_project (source, error);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroImport) import = NULL;
  g_autofree char *said = NULL;

  store = project != NULL ? plt_cli_open (cli, plt_cli_word (args, 0),
                                          dry ? PLT_OPEN_READ : PLT_OPEN_WRITE, error)
                          : NULL;
  facts = store != NULL ? plt_facts_load (store, error) : NULL;
  if (facts == NULL)
    return FALSE;
  retro = load_retro (facts, &plan);
  import = plt_retro_import_new (retro, project, error);
  if (import == NULL)
    return FALSE;
  if (!dry && plt_batch_get_n_edits (import->batch) > 0
      && !plt_store_apply (store, label, NULL, import->batch, NULL, error))
    return FALSE;
  said = g_strdup_printf (_ ("%u new tasks, %u that were there, %u links, %u calendars, "
                             "%u closings.\n"),
                          import->n_new, import->n_same, import->n_links, import->n_calendars,
                          import->n_closings);
  plt_cli_print (cli, said);
  if (import->n_people + import->n_baseline > 0)
    {
      g_autofree char *more = g_strdup_printf (_ ("%u people of tasks, %u dates of a baseline.\n"),
                                               import->n_people, import->n_baseline);

      plt_cli_print (cli, more);
    }
  print_remarks (cli, import->remarks);
  if (dry)
    print_tasks (cli, import);
  if (dry)
    plt_cli_print (cli, _ ("Nothing was written.\n"));
  return TRUE;
}
