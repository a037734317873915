#include "config.h"

#include "plt-cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "plt-production-complete.h"

#define TRY_AGAIN_USEC 50000
#define PATIENCE_SECONDS 2
#define WAIT_VARIABLE "PLATEAU_WAIT" /* of the environment: seconds, for scripts that queue */

struct _PltCli
{
  PltStore *held; /* (nullable): open for a whole script */
  GString *out;   /* what the command prints, written when it has succeeded */
};

static void
args_clear (PltCliArgs *args)
{
  g_clear_pointer (&args->words, g_ptr_array_unref);
  g_clear_pointer (&args->options, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltCliArgs, args_clear)

/**
 * plt_cli_usage: sets a PLT_ERROR_USAGE: the words are off, exit status 2.
 *
 * Returns: FALSE
 */
gboolean
plt_cli_usage (GError **error, const char *format, ...)
{
  va_list list;
  g_autofree char *message = NULL;

  va_start (list, format);
  message = g_strdup_vprintf (format, list);
  va_end (list);
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_USAGE, message);
  return FALSE;
}

const char *
plt_cli_option (const PltCliArgs *args, const char *name)
{
  const char *value = NULL;

  for (guint i = 0; i + 1 < args->options->len; i += 2)
    if (strcmp (args->options->pdata[i], name) == 0)
      value = args->options->pdata[i + 1];
  return value;
}

const char *
plt_cli_word (const PltCliArgs *args, guint index)
{
  return index < args->words->len ? args->words->pdata[index] : NULL;
}

static gint64
patience (void)
{
  const char *text = g_getenv (WAIT_VARIABLE);
  guint64 seconds;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 0, 24 * 3600, &seconds, NULL))
    seconds = PATIENCE_SECONDS;
  return (gint64) seconds * G_USEC_PER_SEC;
}

/* Two scripts may write one after the other: a file that is taken is asked for again for a while,
 * then refused. */
static PltStore *
open_patiently (const char *path, PltOpenFlags flags, GError **error)
{
  gint64 end = g_get_monotonic_time () + patience ();

  for (;;)
    {
      g_autoptr (GError) problem = NULL;
      PltStore *store = plt_store_open (path, flags, &problem);

      if (store != NULL)
        return store;
      if (g_get_monotonic_time () >= end || !g_error_matches (problem, PLT_ERROR, PLT_ERROR_LOCKED))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      g_usleep (TRY_AGAIN_USEC);
    }
}

PltStore *
plt_cli_open_as_is (PltCli *cli, const char *path, PltOpenFlags flags, GError **error)
{
  g_autofree char *asked = g_canonicalize_filename (path, NULL);
  g_autofree char *held
      = cli->held != NULL ? g_canonicalize_filename (plt_store_get_path (cli->held), NULL) : NULL;

  if (g_strcmp0 (asked, held) == 0)
    return g_object_ref (cli->held);
  return open_patiently (path, flags, error);
}

PltStore *
plt_cli_open (PltCli *cli, const char *path, PltOpenFlags flags, GError **error)
{
  g_autoptr (PltStore) store = plt_cli_open_as_is (cli, path, flags, error);

  if (store == NULL
      || (flags == PLT_OPEN_WRITE && store != cli->held && !plt_production_complete (store, error)))
    return NULL;
  return g_steal_pointer (&store);
}

void
plt_cli_hold (PltCli *cli, PltStore *store)
{
  g_set_object (&cli->held, store);
}

void
plt_cli_print (PltCli *cli, const char *text)
{
  g_string_append (cli->out, text);
}

static const PltCliCommand *
find_command (const char *name)
{
  const PltCliCommand *command = plt_cli_commands ();

  while (command->name != NULL && strcmp (command->name, name) != 0)
    command++;
  return command->name != NULL ? command : NULL;
}

/* Whether `name` is an option of the command, and whether it takes a value. */
static gboolean
knows_option (const PltCliCommand *command, const char *name, gboolean *has_value)
{
  g_auto (GStrv) known = g_strsplit (command->options != NULL ? command->options : "", ",", -1);

  for (guint i = 0; known[i] != NULL; i++)
    {
      char *mark = strchr (known[i], '!');

      if (mark != NULL)
        *mark = '\0';
      *has_value = mark == NULL;
      if (strcmp (known[i], name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
sort_words (const PltCliCommand *command, char **words, PltCliArgs *args, GError **error)
{
  gboolean only_words = FALSE;

  args->words = g_ptr_array_new ();
  args->options = g_ptr_array_new ();
  for (char **word = words; *word != NULL; word++)
    {
      gboolean has_value;

      if (only_words || strncmp (*word, "--", 2) != 0)
        g_ptr_array_add (args->words, *word);
      else if ((*word)[2] == '\0')
        only_words = TRUE;
      else if (!knows_option (command, *word + 2, &has_value))
        return plt_cli_usage (error, _ ("“%s” takes no option %s. Usage: plateau-cli %s %s"),
                              command->name, *word, command->name, command->usage);
      else if (has_value && word[1] == NULL)
        return plt_cli_usage (error, _ ("%s wants a value. Usage: plateau-cli %s %s"), *word,
                              command->name, command->usage);
      else
        {
          g_ptr_array_add (args->options, *word + 2);
          g_ptr_array_add (args->options, has_value ? *++word : *word);
        }
    }
  if (args->words->len < command->min_words || args->words->len > command->max_words)
    return plt_cli_usage (error, _ ("Usage: plateau-cli %s %s"), command->name, command->usage);
  return TRUE;
}

gboolean
plt_cli_run_words (PltCli *cli, char **words, GError **error)
{
  g_auto (PltCliArgs) args = { NULL, NULL };
  const PltCliCommand *command = words[0] != NULL ? find_command (words[0]) : NULL;

  if (command == NULL)
    return plt_cli_usage (error,
                          _ ("There is no command “%s”. “plateau-cli help” lists the commands."),
                          words[0] != NULL ? words[0] : "");
  return sort_words (command, words + 1, &args, error) && command->run (cli, &args, error);
}

static void
print_command (const PltCliCommand *command)
{
  g_print ("  plateau-cli %s %s\n      %s\n", command->name, command->usage, _ (command->summary));
}

/* "help", "help COMMAND", "COMMAND --help" */
static int
print_help (const char *name)
{
  const PltCliCommand *only = name != NULL ? find_command (name) : NULL;

  if (name != NULL && only == NULL)
    {
      g_printerr ("plateau-cli: ");
      g_printerr (_ ("There is no command “%s”. “plateau-cli help” lists the commands."), name);
      g_printerr ("\n");
      return 2;
    }
  if (only != NULL)
    {
      print_command (only);
      for (guint i = 0; only->details != NULL && only->details[i] != NULL; i++)
        g_print ("      %s\n", _ (only->details[i]));
      return 0;
    }
  g_print ("%s\n\n", _ ("plateau-cli: the production file from the command line"));
  for (const PltCliCommand *command = plt_cli_commands (); command->name != NULL; command++)
    print_command (command);
  return 0;
}

/**
 * plt_cli_main:
 * @argc: number of words
 * @argv: the program's name and the words
 *
 * Returns: the exit status
 */
int
plt_cli_main (int argc, char **argv)
{
  PltCli cli = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  /* A file that may grow no more is then an error that gets its sentence, as a full disk does. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("PLATEAU_LOCALEDIR") != NULL
                                       ? g_getenv ("PLATEAU_LOCALEDIR")
                                       : PLT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2 || strcmp (argv[1], "help") == 0 || strcmp (argv[1], "--help") == 0)
    {
      int shown = print_help (argc > 2 ? argv[2] : NULL);

      return argc < 2 ? 2 : shown;
    }
  if (argc == 3 && strcmp (argv[2], "--help") == 0)
    return print_help (argv[1]);
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("plateau-cli %s\n", PLT_VERSION);
      return 0;
    }

  cli.out = g_string_new (NULL);
  if (!plt_cli_run_words (&cli, argv + 1, &error))
    {
      status = g_error_matches (error, PLT_ERROR, PLT_ERROR_USAGE) ? 2 : 1;
      g_printerr ("plateau-cli: %s\n", error->message);
    }
  if (fwrite (cli.out->str, 1, cli.out->len, stdout) != cli.out->len || fflush (stdout) != 0)
    status = MAX (status, 1);
  g_string_free (cli.out, TRUE);
  g_clear_object (&cli.held);
  return status;
}
