/* plateau-cli: one sub-command a function, one line in the table of plt-cli-commands.c.
 *
 * Exit status 0 done, 1 refused or failed with one sentence on stderr, 2 the words are off. A
 * command writes its result on stdout only when all of it is known: nothing is ever half done. */
#pragma once

#include <gio/gio.h>

#include "plt-facts.h"
#include "plt-store.h"

G_BEGIN_DECLS

typedef struct _PltCli PltCli;
typedef struct _PltCliCommand PltCliCommand;

/**
 * PltCliArgs: the words of one command.
 * @words: (element-type utf8): positional, options left out
 * @options: (element-type utf8): option names and values, alternating, in order
 */
typedef struct
{
  GPtrArray *words;
  GPtrArray *options;
} PltCliArgs;

struct _PltCliCommand
{
  const char *name;
  const char *usage;   /* what follows the name */
  const char *summary; /* N_() msgid */
  guint min_words, max_words;
  const char *options; /* names by comma; a '!' after one: it takes no value */
  gboolean (*run) (PltCli *cli, const PltCliArgs *args, GError **error);
  const char *const *details; /* (nullable): lines of its own help, N_() msgids, ends with NULL */
};

const PltCliCommand *plt_cli_commands (void); /* ends with a NULL name */
int plt_cli_main (int argc, char **argv);
/* Runs one line of a script within `cli`. */
gboolean plt_cli_run_words (PltCli *cli, char **words, GError **error);

const char *plt_cli_option (const PltCliArgs *args,
                            const char *name);                  /* (nullable): the last one given */
const char *plt_cli_word (const PltCliArgs *args, guint index); /* (nullable) */
/* (transfer full): the production, the one a script holds open if it is the same file */
PltStore *plt_cli_open_as_is (PltCli *cli, const char *path, PltOpenFlags flags, GError **error);
/* The same; one that is opened for writing gets the reference data it lacks. */
PltStore *plt_cli_open (PltCli *cli, const char *path, PltOpenFlags flags, GError **error);
/* Keeps `store` open for the following commands of a script; NULL lets go. */
void plt_cli_hold (PltCli *cli, PltStore *store);
/* (nullable): the séquence of that number */
const PltSequenceFacts *
plt_cli_find_sequence (const PltFacts *facts, const char *number, GError **error);
/* (transfer full): facts of no production, with the pay scales and rules of the program */
PltFacts *plt_cli_scale_facts (const char *agreement, GError **error);
void plt_cli_print (PltCli *cli, const char *text);
gboolean plt_cli_usage (GError **error, const char *format, ...)
    G_GNUC_PRINTF (2, 3); /* sets PLT_ERROR_USAGE, FALSE */

#define PLT_CLI_COMMAND(name) gboolean name (PltCli *cli, const PltCliArgs *args, GError **error)
PLT_CLI_COMMAND (plt_cli_new);
/* export FILE mspdi|gan OUT */
gboolean plt_cli_export_retro (PltCli *cli, const PltCliArgs *args, gboolean gan, GError **error);
PLT_CLI_COMMAND (plt_cli_read);
PLT_CLI_COMMAND (plt_cli_import);
PLT_CLI_COMMAND (plt_cli_compare);
PLT_CLI_COMMAND (plt_cli_import_csv);
PLT_CLI_COMMAND (plt_cli_import_devis);
PLT_CLI_COMMAND (plt_cli_import_bank);
PLT_CLI_COMMAND (plt_cli_import_retro);
PLT_CLI_COMMAND (plt_cli_tables);
PLT_CLI_COMMAND (plt_cli_columns);
PLT_CLI_COMMAND (plt_cli_documents);
PLT_CLI_COMMAND (plt_cli_list);
PLT_CLI_COMMAND (plt_cli_add);
PLT_CLI_COMMAND (plt_cli_set);
PLT_CLI_COMMAND (plt_cli_delete);
PLT_CLI_COMMAND (plt_cli_undo);
PLT_CLI_COMMAND (plt_cli_redo);
PLT_CLI_COMMAND (plt_cli_history);
PLT_CLI_COMMAND (plt_cli_snapshot);
PLT_CLI_COMMAND (plt_cli_propose);
PLT_CLI_COMMAND (plt_cli_tag);
PLT_CLI_COMMAND (plt_cli_tag_all);
PLT_CLI_COMMAND (plt_cli_costumes);
PLT_CLI_COMMAND (plt_cli_neant);
PLT_CLI_COMMAND (plt_cli_links);
PLT_CLI_COMMAND (plt_cli_progress);
PLT_CLI_COMMAND (plt_cli_days);
PLT_CLI_COMMAND (plt_cli_place);
PLT_CLI_COMMAND (plt_cli_call_sheet);
PLT_CLI_COMMAND (plt_cli_moves);
PLT_CLI_COMMAND (plt_cli_schedule);
PLT_CLI_COMMAND (plt_cli_devis);
PLT_CLI_COMMAND (plt_cli_pay);
PLT_CLI_COMMAND (plt_cli_hours);
PLT_CLI_COMMAND (plt_cli_payroll);
PLT_CLI_COMMAND (plt_cli_report);
PLT_CLI_COMMAND (plt_cli_rates);
PLT_CLI_COMMAND (plt_cli_devis_template);
PLT_CLI_COMMAND (plt_cli_funders);
PLT_CLI_COMMAND (plt_cli_tax_credit);
PLT_CLI_COMMAND (plt_cli_financing);
PLT_CLI_COMMAND (plt_cli_cash);
PLT_CLI_COMMAND (plt_cli_retro);
PLT_CLI_COMMAND (plt_cli_check);
PLT_CLI_COMMAND (plt_cli_export);
PLT_CLI_COMMAND (plt_cli_verify);
PLT_CLI_COMMAND (plt_cli_referentials);
PLT_CLI_COMMAND (plt_cli_copy);
PLT_CLI_COMMAND (plt_cli_run);

/* verbs of schedule: words 0 and 1 are the file and the verb */
PLT_CLI_COMMAND (plt_cli_schedule_compare);
PLT_CLI_COMMAND (plt_cli_schedule_list);
PLT_CLI_COMMAND (plt_cli_schedule_publish);
PLT_CLI_COMMAND (plt_cli_schedule_optimise);
PLT_CLI_COMMAND (plt_cli_schedule_weights);

G_END_DECLS
