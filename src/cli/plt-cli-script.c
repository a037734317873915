/* Screenplays: read, import. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-load.h"
#include "plt-minutage.h"
#include "plt-paths.h"
#include "plt-script-batch.h"
#include "plt-script-json.h"
#include "plt-script-read.h"
#include "plt-today.h"

#define MAX_WORDS 60 /* of the text that a remark is about */

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

/* (transfer full): "21 unchanged, 2 changed, 1 added" */
static char *
list_changes (const PltImportCounts *counts)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < PLT_IMPORT_N_CHANGES; i++)
    {
      guint n = plt_import_counts_get (counts, (PltImportChange) i);

      if (n > 0)
        g_ptr_array_add (parts, plt_import_change_format ((PltImportChange) i, n));
    }
  if (parts->len == 0)
    g_ptr_array_add (parts, plt_import_change_format (PLT_IMPORT_UNCHANGED, 0));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* (transfer full): "1 set, 2 roles" */
static char *
list_made (const PltImportCounts *counts)
{
  guint n = counts->sets;
  g_autofree char *sets = g_strdup_printf (ngettext ("%u set", "%u sets", n), n);
  g_autofree char *roles = NULL;
  g_autofree char *elements = NULL;

  n = counts->roles;
  roles = g_strdup_printf (ngettext ("%u role", "%u roles", n), n);
  n = counts->elements;
  if (n > 0)
    elements = g_strdup_printf (ngettext ("%u other element", "%u other elements", n), n);
  return g_strjoin (", ", sets, roles, elements, NULL);
}

/* "24 sequences: 21 unchanged, 2 changed, 1 added; 1 set, 2 roles; 3 remarks." */
static void
print_counts (PltCli *cli, const PltImportCounts *counts)
{
  guint n = counts->sequences;
  g_autofree char *sequences = g_strdup_printf (ngettext ("%u sequence", "%u sequences", n), n);
  g_autofree char *changes = list_changes (counts);
  g_autofree char *made = list_made (counts);
  g_autofree char *remarks = NULL;
  g_autofree char *line = NULL;

  n = counts->remarks;
  remarks = g_strdup_printf (ngettext ("%u remark", "%u remarks", n), n);
  line = g_strdup_printf (_ ("%s: %s; %s; %s.\n"), sequences, changes, made, remarks);
  plt_cli_print (cli, line);
  if (counts->tags_kept + counts->tags_unsure + counts->tags_lost > 0)
    {
      g_autofree char *tags
          = g_strdup_printf (_ ("Tagged passages: %u kept, %u to check, %u lost.\n"),
                             counts->tags_kept, counts->tags_unsure, counts->tags_lost);

      plt_cli_print (cli, tags);
    }
}

/* Where, what, and the words it is about. Pages are of what is on paper already. */
static void
print_remarks (PltCli *cli, const PltScript *script, const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const PltRemark *remark = remarks->pdata[i];
      guint page = plt_script_paper_page (script, remark->line);
      g_autofree char *words = g_utf8_strlen (remark->text, -1) > MAX_WORDS
                                   ? g_utf8_substring (remark->text, 0, MAX_WORDS)
                                   : g_strdup (remark->text);
      g_autofree char *said
          = *words == '\0' || strstr (remark->message, words) != NULL
                ? g_strdup (remark->message)
                : g_strconcat (remark->message, " [", g_strdelimit (words, "\n\t", ' '), "]", NULL);
      g_autofree char *text
          = page > 0 ? g_strdup_printf (_ ("page %u, line %u: %s\n"), page, remark->line, said)
            : remark->line > 0 ? g_strdup_printf (_ ("line %u: %s\n"), remark->line, said)
                               : g_strdup_printf ("%s\n", said);

      plt_cli_print (cli, text);
    }
}

/* Every séquence, as a line: what happens, its number, the sentence. */
static void
print_entries (PltCli *cli, const PltImportPlan *plan)
{
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const PltImportEntry *entry = plan->entries->pdata[i];
      g_autofree char *line = g_strdup_printf (
          "%s\t%s\t%s\n", entry->number, plt_import_change_title (entry->change), entry->message);

      plt_cli_print (cli, line);
    }
}

/* The parameters of the production, or those that come with the program. */
static gboolean
read_minutage (PltStore *store, PltMinutageParams *params, GError **error)
{
  g_autofree char *shipped
      = plt_paths_read ("referentials/" PLT_MINUTAGE_REFERENTIAL ".ini", NULL, error);
  g_autoptr (PltFacts) facts = shipped != NULL ? plt_facts_load (store, error) : NULL;

  if (facts == NULL)
    return FALSE;
  plt_minutage_open (facts, shipped, params);
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_import)
{
  gboolean dry = plt_cli_option (args, "dry-run") != NULL;
  const char *source = plt_cli_word (args, 1);
  g_autofree char *name = g_path_get_basename (source);
  PltMinutageParams params;
  const PltScriptImportOptions options = { name, plt_today (), plt_minutage_estimate, &params };
  g_autoptr (PltScript) script = plt_script_read (source, error);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (PltImportPlan) plan = NULL;
  g_autofree char *label = NULL;

  if (script == NULL)
    return FALSE;
  store = plt_cli_open (cli, plt_cli_word (args, 0), dry ? PLT_OPEN_READ : PLT_OPEN_WRITE, error);
  plan = store != NULL && read_minutage (store, &params, error)
             ? plt_script_plan_import (store, script, &options, error)
             : NULL;
  if (plan == NULL)
    return FALSE;
  if (plan->is_same)
    {
      plt_cli_print (cli, _ ("Nothing changed: the production has this script already.\n"));
      return TRUE;
    }
  label = g_strdup_printf (_ ("Import %s"), name);
  if (!dry && !plt_store_apply (store, label, NULL, plan->batch, NULL, error))
    return FALSE;
  print_counts (cli, &plan->counts);
  if (dry)
    print_entries (cli, plan);
  print_remarks (cli, plan->script, plan->script->remarks);
  print_remarks (cli, plan->script, plan->remarks);
  if (dry)
    plt_cli_print (cli, _ ("Nothing was written.\n"));
  return TRUE;
}
