/* Runs a fuzz target as an ordinary test: on every file of a folder, on mutations of each that are
 * the same every time, and on what is kept for it of earlier searches, as it is. */
#include <glib.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#ifndef FIXTURES
#define FIXTURES "scripts"
#endif
#define MUTATIONS 600
#define MAX_SIZE 65536

static const char *const dictionary[] = {
  "INT. ",
  "EXT/INT",
  "\n\n",
  "\r\n",
  "[[",
  "]]",
  "/*",
  "*/",
  "**",
  "_",
  "\\",
  " ^",
  "(suite)",
  "SÉQ. ",
  "#12A#",
  "JOUR",
  "> ",
  " <",
  "===",
  "\303",
  "\377",
  "\001",
  "&amp;",
  "&x;",
  "</Text>",
  "<Text>",
  "<Paragraph>",
  "<DualDialogue>",
  "</Paragraph>",
  "<![CDATA[",
  "<!--",
  "Title: ",
  "<Paragraph Type=\"Personnage\">",
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "1/2/3",
  "OMISE",
  " - NUIT",
  " TagNumber=\"1,2\"",
  "<DefId>",
  "<Tag Number=\"1\">",
  "<ScriptNote Range=\"3,9\">",
  "<OmittedScene>",
  "MÊME DÉCOR",
  "#Begin-",
  "#Title-String 0,1,2,,,,",
  "\n>.",
  "\n.\\",
  "[",
  "]",
  "{",
  "}",
  "\"",
  "1e999",
  "<w:p>",
  "<w:del>",
  "<w:br w:type=\"page\"/>",
  "<w:txbxContent>",
  "<w:jc w:val=\"center\"/>",
  "<w:basedOn w:val=\"Action\"/>",
  "<text:list text:style-name=\"L1\"><text:list-item>",
  "<text:p text:style-name=\"Perso\">",
  "<office:annotation>",
  "<p class=\"character\">",
  "&#x2028;",
  "PK\001\002",
  "<para>",
  "<style basestylename=\"Character\"/>",
  "</paragraphs><titlepage>",
};

static void
mutate_once (GRand *rand, GString *text)
{
  gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len + 1);
  gsize wanted = (gsize) g_rand_int_range (rand, 0, 60);
  gsize length = MIN (wanted, text->len - at);
  gsize other = (gsize) g_rand_int_range (rand, 0, (gint32) text->len + 1);
  g_autofree char *slice = NULL;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (at < text->len)
        text->str[at] = (char) g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) length);
      break;
    case 2:
      g_string_insert (text, (gssize) at,
                       dictionary[g_rand_int_range (rand, 0, G_N_ELEMENTS (dictionary))]);
      break;
    case 3:
      slice = g_memdup2 (text->str + at, length + 1);
      g_string_insert_len (text, (gssize) other, slice, (gssize) length);
      break;
    case 4:
      g_string_truncate (text, MAX (at, text->len / 2));
      break;
    default:
      g_string_insert_c (text, (gssize) at, '\n');
      break;
    }
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *bytes = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260304);
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  LLVMFuzzerTestOneInput ((const uint8_t *) bytes, length);
  for (guint i = 0; i < MUTATIONS; i++)
    {
      g_autoptr (GString) text = g_string_new_len (bytes, (gssize) length);

      for (int n = g_rand_int_range (rand, 1, 8); n > 0; n--)
        mutate_once (rand, text);
      LLVMFuzzerTestOneInput ((const uint8_t *) text->str, MIN (text->len, MAX_SIZE));
    }
}

static void
test_kept (gconstpointer data)
{
  const char *folder = data;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
      LLVMFuzzerTestOneInput ((const uint8_t *) bytes, length);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "fixtures", FIXTURES, NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/fuzz/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_file, g_free);
    }
  kept = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", TARGET, NULL);
  if (g_file_test (kept, G_FILE_TEST_IS_DIR))
    g_test_add_data_func ("/fuzz/kept", kept, test_kept);
  return g_test_run ();
}
