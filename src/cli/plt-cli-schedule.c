/* schedule FILE VERB ...: what is done to a whole plan de travail. A verb is one function and one
 * line of the table. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"

static const struct
{
  const char *name, *usage;
  guint min_words, max_words; /* after the verb */
  const char *options;        /* of the command's, those it takes, by comma */
  gboolean (*run) (PltCli *cli, const PltCliArgs *args, GError **error);
} verbs[] = {
  { "list", "", 0, 0, "", plt_cli_schedule_list },
  { "compare", "A B [--all] [--format text|json]", 2, 2, "all,format", plt_cli_schedule_compare },
  { "publish", "[--reason R] [--author A] [--date D] [--number N] [--dry-run]", 0, 0,
    "reason,author,date,number,dry-run", plt_cli_schedule_publish },
  { "optimise",
    "[--seconds N | --moves N] [--seed N] [--plan NAME] [--kind KIND] [--scratch] [--other-units] "
    "[--from DATE] [--accept all|none|1,3-5] [--dry-run]",
    0, 0, "seconds,moves,seed,plan,kind,scratch,other-units,from,accept,dry-run",
    plt_cli_schedule_optimise },
  { "weights", "[CODE=VALUE]...", 0, 50, "dry-run", plt_cli_schedule_weights },
};

static gboolean
takes (const char *options, const char *option)
{
  g_auto (GStrv) known = g_strsplit (options, ",", -1);

  return g_strv_contains ((const char *const *) known, option);
}

static gboolean
no_verb (const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", verbs[i].name);
  return plt_cli_usage (error, _ ("“%s” is not done to a plan de travail. Write one of: %s."), name,
                        names->str);
}

PLT_CLI_COMMAND (plt_cli_schedule)
{
  const char *name = plt_cli_word (args, 1);
  guint n = args->words->len - 2;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (strcmp (verbs[i].name, name) != 0)
        continue;
      for (guint j = 0; j + 1 < args->options->len; j += 2)
        if (!takes (verbs[i].options, args->options->pdata[j]))
          return plt_cli_usage (error, _ ("“%s” takes no option --%s."), name,
                                (const char *) args->options->pdata[j]);
      if (n < verbs[i].min_words || n > verbs[i].max_words)
        return plt_cli_usage (error, _ ("Usage: plateau-cli schedule FILE %s %s"), name,
                              verbs[i].usage);
      return verbs[i].run (cli, args, error);
    }
  return no_verb (name, error);
}
