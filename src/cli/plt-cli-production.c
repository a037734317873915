/* The production as a whole: new, copy, undo, redo, history, snapshot, verify, run. */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "plt-cli.h"
#include "plt-load.h"
#include "plt-production-complete.h"
#include "plt-production-defaults.h"
#include "plt-rows.h"

PLT_CLI_COMMAND (plt_cli_new)
{
  const char *path = plt_cli_word (args, 0);
  const char *title = plt_cli_option (args, "title");
  const char *kind = plt_cli_option (args, "kind");
  const PltColumn *column = plt_table_column (plt_table_find ("production"), "kind");
  g_auto (PltValue) value = PLT_VALUE_INIT;
  g_autofree char *name = NULL;
  g_autoptr (PltBatch) defaults = NULL;
  g_autoptr (PltStore) store = NULL;

  if (*path == '\0' || g_str_has_suffix (path, "/"))
    return plt_cli_usage (error,
                          _ ("“%s” is not the name of a file. Write one such as "
                             "film.plateau."),
                          path);
  if (!plt_column_parse (column, kind != NULL ? kind : column->initial, &value, error))
    return FALSE;
  if (title == NULL)
    {
      name = g_path_get_basename (path);
      if (g_str_has_suffix (name, PLT_FILE_EXTENSION))
        name[strlen (name) - strlen (PLT_FILE_EXTENSION)] = '\0';
      title = name;
    }
  defaults = plt_production_defaults (value.text, error);
  if (defaults == NULL)
    return FALSE;
  store = plt_store_create (path, title, value.text, defaults, error);
  return store != NULL;
}

PLT_CLI_COMMAND (plt_cli_copy)
{
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);

  return store != NULL && plt_store_save_copy (store, plt_cli_word (args, 1), error);
}

/* How many entries can be undone, or redone. */
static guint
count_steps (PltStore *store, gboolean redo)
{
  g_autoptr (GPtrArray) history = plt_store_history (store);
  guint n = 0;

  for (guint i = 0; i < history->len; i++)
    n += ((const PltHistoryEntry *) history->pdata[i])->undone == redo;
  return n;
}

static gboolean
step (PltCli *cli, const PltCliArgs *args, gboolean redo, GError **error)
{
  g_autoptr (PltStore) store = NULL;
  const char *word = plt_cli_word (args, 1);
  guint64 n = 1;
  guint most;

  if (word != NULL && !g_ascii_string_to_unsigned (word, 10, 0, 100000, &n, NULL))
    return plt_cli_usage (
        error, _ ("“%s” is not a number of steps. Write a whole number such as 3."), word);
  store = plt_cli_open_as_is (cli, plt_cli_word (args, 0), PLT_OPEN_WRITE, error);
  if (store == NULL)
    return FALSE;
  most = count_steps (store, redo);
  if (n > most)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   redo
                       ? g_dngettext (GETTEXT_PACKAGE, "Only %u step can be redone. Ask for fewer.",
                                      "Only %u steps can be redone. Ask for fewer.", most)
                       : g_dngettext (GETTEXT_PACKAGE, "Only %u step can be undone. Ask for fewer.",
                                      "Only %u steps can be undone. Ask for fewer.", most),
                   most);
      return FALSE;
    }
  for (guint64 i = 0; i < n; i++)
    if (!(redo ? plt_store_redo (store, error) : plt_store_undo (store, error)))
      return FALSE;
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_undo)
{
  return step (cli, args, FALSE, error);
}

PLT_CLI_COMMAND (plt_cli_redo)
{
  return step (cli, args, TRUE, error);
}

static char *
format_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  return moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M:%S") : g_strdup ("");
}

PLT_CLI_COMMAND (plt_cli_history)
{
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  g_autoptr (GPtrArray) history = NULL;

  if (store == NULL)
    return FALSE;
  history = plt_store_history (store);
  for (guint i = 0; i < history->len; i++)
    {
      const PltHistoryEntry *entry = history->pdata[i];
      g_autofree char *time = format_time (entry->time);
      g_autofree char *line
          = g_strdup_printf ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\n", entry->id, time,
                             entry->undone ? _ ("undone") : _ ("done"), entry->label);

      plt_cli_print (cli, line);
    }
  return TRUE;
}

static gboolean
list_snapshots (PltCli *cli, PltStore *store)
{
  g_autoptr (GPtrArray) snapshots = plt_store_snapshots (store);

  for (guint i = 0; i < snapshots->len; i++)
    {
      const PltSnapshot *snapshot = snapshots->pdata[i];
      g_autofree char *time = format_time (snapshot->time);
      g_autofree char *line = g_strdup_printf ("%s\t%s\t%" G_GINT64_FORMAT "\n", snapshot->name,
                                               time, snapshot->size);

      plt_cli_print (cli, line);
    }
  return TRUE;
}

PLT_CLI_COMMAND (plt_cli_snapshot)
{
  gboolean list = plt_cli_option (args, "list") != NULL;
  const char *restore = plt_cli_option (args, "restore");
  const char *name = plt_cli_word (args, 1);
  g_autofree char *backup = NULL;
  g_autofree char *now = NULL;
  g_autoptr (PltStore) store = NULL;

  if (list + (restore != NULL) + (name != NULL) > 1)
    return plt_cli_usage (error, _ ("Give a name, or --list, or --restore NAME."));
  store = plt_cli_open (cli, plt_cli_word (args, 0), list ? PLT_OPEN_READ : PLT_OPEN_WRITE, error);
  if (store == NULL)
    return FALSE;
  if (list)
    return list_snapshots (cli, store);
  if (restore != NULL)
    {
      if (!plt_store_snapshot_restore (store, restore, &backup, error))
        return FALSE;
      if (backup != NULL)
        {
          g_autofree char *line
              = g_strdup_printf (_ ("The production as it was is kept in %s\n"), backup);

          plt_cli_print (cli, line);
        }
      return TRUE;
    }
  if (name == NULL)
    name = now = format_time (g_get_real_time () / G_USEC_PER_SEC);
  return plt_store_snapshot_make (store, name, error);
}

PLT_CLI_COMMAND (plt_cli_verify)
{
  g_autoptr (PltStore) store = plt_cli_open (cli, plt_cli_word (args, 0), PLT_OPEN_READ, error);
  const PltTable *table = plt_table_find ("referential");
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GArray) ids = NULL;

  if (store == NULL)
    return FALSE;
  faults = plt_store_verify (store);
  for (guint i = 0; i < faults->len; i++)
    {
      plt_cli_print (cli, faults->pdata[i]);
      plt_cli_print (cli, "\n");
    }
  if (faults->len > 0)
    {
      g_set_error (
          error, PLT_ERROR, PLT_ERROR_DAMAGED,
          g_dngettext (GETTEXT_PACKAGE,
                       "The file has %u fault. Go back to a copy or a snapshot made before it.",
                       "The file has %u faults. Go back to a copy or a snapshot made before them.",
                       faults->len),
          faults->len);
      return FALSE;
    }
  ids = plt_rows_ids (store, table, NULL, 0, NULL, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (PltRecord) record
          = plt_store_get_record (store, "referential", g_array_index (ids, gint64, i));
      g_autofree char *line = g_strdup_printf (
          _ ("%s, version %s, checked on %s\n"), plt_record_get_text (record, "name"),
          plt_record_get_text (record, "version"), plt_record_get_text (record, "checked_date"));

      plt_cli_print (cli, line);
    }
  plt_cli_print (cli, _ ("The file is sound.\n"));
  return ids != NULL;
}

PLT_CLI_COMMAND (plt_cli_referentials)
{
  gboolean update = plt_cli_option (args, "update") != NULL;
  g_autoptr (PltStore) store
      = plt_cli_open (cli, plt_cli_word (args, 0), update ? PLT_OPEN_WRITE : PLT_OPEN_READ, error);
  g_autoptr (PltFacts) facts = store != NULL ? plt_facts_load (store, error) : NULL;
  g_autoptr (PltBatch) batch = NULL;
  g_autofree char *names = NULL;
  g_autofree char *line = NULL;

  if (facts == NULL)
    return FALSE;
  batch = plt_production_newer_referentials (facts, &names);
  if (*names == '\0')
    plt_cli_print (cli, _ ("The reference data is that of the program.\n"));
  else
    {
      line = g_strdup_printf (update ? _ ("Updated: %s\n")
                                     : _ ("The program has newer versions of: %s. Add --update.\n"),
                              names);
      plt_cli_print (cli, line);
    }
  return !update
         || plt_store_apply (store, _ ("Update the reference data"), NULL, batch, NULL, error);
}

/* One line of a script: the command's words, with the file put after the command. */
static gboolean
run_line (PltCli *cli, const char *path, const char *line, GError **error)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) full = g_ptr_array_new ();

  if (!g_shell_parse_argv (line, NULL, &words, error))
    return FALSE;
  g_ptr_array_add (full, words[0]);
  g_ptr_array_add (full, (gpointer) path);
  for (guint i = 1; words[i] != NULL; i++)
    g_ptr_array_add (full, words[i]);
  g_ptr_array_add (full, NULL);
  return plt_cli_run_words (cli, (char **) full->pdata, error);
}

PLT_CLI_COMMAND (plt_cli_run)
{
  const char *path = plt_cli_word (args, 0);
  const char *script = plt_cli_word (args, 1);
  g_autoptr (PltStore) store = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean fine = TRUE;

  if (!g_file_get_contents (script != NULL ? script : "/dev/stdin", &text, NULL, error))
    return FALSE;
  store = plt_store_open (path, PLT_OPEN_WRITE, error);
  if (store == NULL || !plt_production_complete (store, error))
    return FALSE;
  plt_cli_hold (cli, store);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; fine && lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      fine = run_line (cli, path, lines[i], error);
      if (!fine)
        g_prefix_error (error, _ ("Line %u: "), i + 1);
    }
  plt_cli_hold (cli, NULL);
  return fine;
}
