/* What reading a screenplay costs: ten times the text may cost at most eleven times the time, and
 * the text once at most so many times what it takes to cut it into lines and put them in capitals.
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
#ifdef __OPTIMIZE__
#define LINES_LIMIT 1.5
#else
#define LINES_LIMIT 3.0
#endif

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

/* The baseline: every line copied and put in capitals. */
static double
time_of_lines (const GString *text)
{
  clock_t start = clock ();
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_free (g_utf8_strup (lines[i], -1));
  return (double) (clock () - start);
}

int
main (void)
{
  g_autofree char *example = read_example ();
  g_autoptr (GString) one = repeat (example, FEATURE_BYTES);
  g_autoptr (GString) ten = NULL;
  double best_one = G_MAXDOUBLE, best_ten = G_MAXDOUBLE, best_lines = G_MAXDOUBLE;
  double ratio, lines_ratio;
  guint scenes_one = 0, scenes_ten = 0;

  ten = repeat (one->str, one->len * 10);
  for (guint i = 0; i < RUNS; i++)
    {
      best_one = MIN (best_one, time_of (one, &scenes_one));
      best_ten = MIN (best_ten, time_of (ten, &scenes_ten));
      best_lines = MIN (best_lines, time_of_lines (one));
    }
  ratio = best_ten / best_one * (double) (one->len * 10) / (double) ten->len;
  lines_ratio = best_one / best_lines;
  g_print ("read: %u sequences in %.1f times the time of its lines in capitals (limit %.1f)\n",
           scenes_one, lines_ratio, LINES_LIMIT);
  g_print ("read: %u sequences, ten times the text costs %.1f times the time (limit %.0f)\n",
           scenes_one, ratio, LIMIT);
  return scenes_ten >= scenes_one * 10 && ratio <= LIMIT && lines_ratio <= LINES_LIMIT ? 0 : 1;
}
