/* read-script FILE [TIMES]: reads a screenplay and prints it as JSON, as `plateau-cli read` does;
 * with TIMES, reads it that often and prints the shortest time in microseconds instead. */
#include "plt-script-json.h"
#include "plt-script-read.h"

#include <stdio.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  guint times = argc > 2 ? (guint) atoi (argv[2]) : 1;
  gint64 best = G_MAXINT64;

  if (argc < 2)
    return 2;
  for (guint i = 0; i < times; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PltScript) script = plt_script_read (argv[1], &error);
      g_autofree char *json = NULL;

      if (script == NULL)
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      json = plt_script_to_json (script);
      best = MIN (best, g_get_monotonic_time () - start);
      if (argc == 2)
        fputs (json, stdout);
    }
  if (argc > 2)
    printf ("%" G_GINT64_FORMAT "\n", best);
  return 0;
}
