/* What reading a screenplay costs: ten times the text may cost at most eleven times the time.
 *
 * The text is the example film, made as long as a feature; each side is the best of several runs,
 * which take turns. read-vs-aw-parser.py compares whole processes with another parser. */
#include <string.h>
#include <time.h>
#include "plt-fountain.h"
#include "plt-script-json.h"

#define FEATURE_BYTES 150000
#define RUNS 50
#define LIMIT 11.0

static char *
read_example (void)
{
  const char *folder = g_getenv ("PLATEAU_DATADIR");
  g_autofree char *path
      = g_build_filename (folder != NULL ? folder : "data", "examples", "la-passe.fountain", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);
  return text;
}

static GString *
repeat (const char *text, gsize bytes)
{
  GString *out = g_string_sized_new (bytes + strlen (text));

  while (out->len < bytes)
    {
      g_string_append (out, text);
      g_string_append (out, "\n\n");
    }
  return out;
}

static double
time_of (const GString *text, guint *scenes)
{
  clock_t start = clock (); /* of this process only: the machine may be busy */
  g_autoptr (PltScript) script = plt_fountain_read (text->str, text->len);
  g_autofree char *json = plt_script_to_json (script);

  *scenes = script->scenes->len;
  return (double) (clock () - start);
}

int
main (void)
{
  g_autofree char *example = read_example ();
  g_autoptr (GString) one = repeat (example, FEATURE_BYTES);
  g_autoptr (GString) ten = NULL;
  double best_one = G_MAXDOUBLE, best_ten = G_MAXDOUBLE, ratio;
  guint scenes_one = 0, scenes_ten = 0;

  ten = repeat (one->str, one->len * 10);
  for (guint i = 0; i < RUNS; i++)
    {
      best_one = MIN (best_one, time_of (one, &scenes_one));
      best_ten = MIN (best_ten, time_of (ten, &scenes_ten));
    }
  ratio = best_ten / best_one * (double) (one->len * 10) / (double) ten->len;
  g_print ("read: %u sequences, ten times the text costs %.1f times the time (limit %.0f)\n",
           scenes_one, ratio, LIMIT);
  return scenes_ten >= scenes_one * 10 && ratio <= LIMIT ? 0 : 1;
}
