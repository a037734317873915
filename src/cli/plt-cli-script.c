/* Screenplays: read. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cli.h"
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
