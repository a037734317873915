#include <glib/gi18n-lib.h>
#include <locale.h>
#include <signal.h>

#include "config.h"
#include "plt-application.h"
#include "plt-fonts.h"

int
main (int argc, char **argv)
{
  g_autoptr (PltApplication) application = NULL;
  const char *translations = g_getenv ("PLATEAU_LOCALEDIR");

  /* A file that may not grow is an error with a sentence, not the end of the program. */
  signal (SIGXFSZ, SIG_IGN);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, translations != NULL ? translations : PLT_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name ("Plateau");

  plt_fonts_mend_default ();
  application = plt_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
