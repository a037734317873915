/* The program itself, run as a person would: words in, output, one sentence, exit status.
 *
 * A file of cases ends with an array of CliCase, and the main file names it: a command that help
 * names and that no case of any of them runs fails the last one. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

typedef struct
{
  char *folder;
  char *file;
  char *out;
  char *err;
  int status;
} Fixture;

typedef struct
{
  const char *path;
  void (*test) (Fixture *self, gconstpointer data);
} CliCase;

/* End with { NULL }. */
extern const CliCase cli_hours_cases[], cli_rows_cases[], cli_plan_cases[], cli_report_cases[],
    cli_script_cases[];

/* Runs "plateau-cli WORDS..."; "@" stands for the production. */
int run (Fixture *self, ...) G_GNUC_NULL_TERMINATED;
const char *cli_program (void);
void new_production (Fixture *self);
JsonArray *parse_array (Fixture *self, JsonParser *parser);
