/* Real files that nobody here wrote, where there are some: PLATEAU_CORPUS is a folder of them,
 * never part of this tree. Skipped without it. */
#include <string.h>

#include "plt-error.h"
#include "plt-script-read.h"
#include "script-dump.h"

static char *corpus;

static gboolean
has_corpus (void)
{
  if (corpus != NULL)
    return TRUE;
  g_test_skip ("PLATEAU_CORPUS names no folder");
  return FALSE;
}

static PltScript *
read_file (const char *name)
{
  g_autofree char *path = g_build_filename (corpus, name, NULL);
  g_autoptr (GError) error = NULL;
  PltScript *script = plt_script_read (path, &error);

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  return script;
}

static guint
count_cues (const PltScript *script)
{
  guint n = 0;

  for (guint i = 0; i < script->scenes->len; i++)
    n += ((PltScene *) g_ptr_array_index (script->scenes, i))->cues;
  return n;
}

/* The same film with lines that end in LF, CRLF, and in the official parser's tests. */
static void
test_big_fish (void)
{
  static const char *const names[] = { "fountain/nyousefi/FountainTests/Big Fish.fountain",
                                       "fountain/betterfountain/big_fish_lf.fountain",
                                       "fountain/betterfountain/big_fish_crlf.fountain" };

  if (!has_corpus ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (PltScript) script = read_file (names[i]);

      if (i == 0)
        {
          g_assert_cmpuint (script->scenes->len, ==, 190);
          g_assert_cmpuint (count_cues (script), ==, 768);
        }
      g_assert_cmpuint (script->scenes->len, >=, 170);
      g_assert_cmpuint (script->pages, >=, 110);
      g_assert_cmpuint (script->pages, <=, 130);
    }
}

/* One script in three formats: the same scenes, cues, and lengths within an eighth. */
static void
test_cross_format (void)
{
  static const struct
  {
    const char *name;
    guint scenes;
  } scripts[] = { { "Brick-and-Steel", 8 }, { "The-Last-Birthday-Card", 48 } };
  static const char *const formats[] = { "fdx", "pdf" };

  if (!has_corpus ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *fountain = g_strdup_printf ("cross-format/%s.fountain", scripts[i].name);
      g_autoptr (PltScript) one = read_file (fountain);

      g_assert_cmpuint (one->scenes->len, ==, scripts[i].scenes);
      for (guint k = 0; k < G_N_ELEMENTS (formats); k++)
        {
          g_autofree char *other
              = g_strdup_printf ("cross-format/%s.%s", scripts[i].name, formats[k]);
          g_autoptr (PltScript) two = read_file (other);

          g_assert_cmpuint (two->scenes->len, ==, scripts[i].scenes);
          for (guint s = 0; s < scripts[i].scenes; s++)
            {
              const PltScene *left = g_ptr_array_index (one->scenes, s);
              const PltScene *right = g_ptr_array_index (two->scenes, s);

              g_assert_cmpstr (left->int_ext, ==, right->int_ext);
              g_assert_cmpstr (left->set, ==, right->set);
              g_assert_cmpstr (left->sub_set, ==, right->sub_set);
              g_assert_cmpstr (left->effect, ==, right->effect);
              g_assert_cmpuint (left->cues, ==, right->cues);
              g_assert_cmpuint (ABS ((gint) left->eighths - (gint) right->eighths), <=, 1);
              /* laid out, as the file says it, and as it is printed */
              g_assert_cmpuint (ABS ((gint) left->page - (gint) right->page), <=, 1);
            }
        }
    }
}

/* Two files of one script: the same scenes and cues, and lengths within an eighth. */
static void
assert_same (const char *one_name, const char *two_name, guint scenes)
{
  g_autoptr (PltScript) one = read_file (one_name);
  g_autoptr (PltScript) two = read_file (two_name);

  g_assert_cmpuint (one->scenes->len, ==, scenes);
  g_assert_cmpuint (two->scenes->len, ==, scenes);
  for (guint s = 0; s < scenes; s++)
    {
      const PltScene *left = g_ptr_array_index (one->scenes, s);
      const PltScene *right = g_ptr_array_index (two->scenes, s);

      g_assert_cmpstr (left->number, ==, right->number);
      g_assert_cmpstr (left->int_ext, ==, right->int_ext);
      g_assert_cmpstr (left->set, ==, right->set);
      g_assert_cmpstr (left->sub_set, ==, right->sub_set);
      g_assert_cmpstr (left->effect, ==, right->effect);
      g_assert_cmpuint (left->cues, ==, right->cues);
      g_assert_cmpuint (ABS ((gint) left->eighths - (gint) right->eighths), <=, 1);
    }
  g_assert_cmpuint (one->characters->len, ==, two->characters->len);
  for (guint i = 0; i < one->characters->len; i++)
    g_assert_cmpstr (((PltCharacter *) g_ptr_array_index (one->characters, i))->name, ==,
                     ((PltCharacter *) g_ptr_array_index (two->characters, i))->name);
}

static void
test_same_script (void)
{
  if (!has_corpus ())
    return;
  assert_same ("fdx/TestFDX-FI.fdx", "fdx/TestFDX-FI.fountain", 2);
  assert_same ("fountain/lexington/fdx/example.fdx",
               "fountain/lexington/testdata/input/fountain_example.fountain", 2);
  assert_same ("fountain/betterfountain/brick_and_steel_lf.fountain",
               "fountain/betterfountain/brick_and_steel_crlf.fountain", 8);
  assert_same ("fountain/betterfountain/brick_and_steel_lf.fountain",
               "cross-format/Brick-and-Steel.fdx", 8);
}

/* What the files hold, counted by hand. */
static void
test_trelby (void)
{
  static const struct
  {
    const char *name;
    guint scenes, cues;
  } scripts[] = { { "short", 2, 4 }, { "test", 13, 23 }, { "sample", 38, 83 } };

  if (!has_corpus ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *name = g_strdup_printf ("trelby/%s.trelby", scripts[i].name);
      g_autoptr (PltScript) script = read_file (name);

      g_assert_cmpstr (script->format, ==, "trelby");
      g_assert_cmpuint (script->scenes->len, ==, scripts[i].scenes);
      g_assert_cmpuint (count_cues (script), ==, scripts[i].cues);
      g_assert_cmpuint (script->remarks->len, ==, 0);
    }
}

static void
test_uss (void)
{
  g_autoptr (PltScript) script = NULL;
  guint eighths = 0;

  if (!has_corpus ())
    return;
  script = read_file ("uss/large_sample_schedule.uss");
  for (guint i = 0; i < script->scenes->len; i++)
    {
      const PltScene *scene = g_ptr_array_index (script->scenes, i);

      eighths += scene->eighths;
      g_assert_cmpstr (scene->number, !=, "");
      g_assert_cmpstr (scene->set, !=, "");
      g_assert_cmpstr (scene->effect, !=, "");
      g_assert_cmpstr (scene->synopsis, !=, "");
    }
  g_assert_cmpuint (script->scenes->len, ==, 147);
  g_assert_cmpuint (eighths, ==, 758);
  g_assert_cmpuint (script->tags->len, ==, 486);
  g_assert_cmpuint (script->characters->len, ==, 40);
}

static PltScript *
read_as_text (const char *path)
{
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL,
                     NULL))
    return NULL;
  return plt_script_read_bytes (text, strlen (text), path, &error);
}

/* A PDF, and the text with layout that another program makes of it: the same scenes. */
static void
test_text_of_pdf (void)
{
  static const char *const names[] = { "Brick-and-Steel.pdf", "The-Last-Birthday-Card.pdf" };
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (!has_corpus ())
    return;
  if (program == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = g_build_filename ("cross-format", names[i], NULL);
      g_autofree char *path = g_build_filename (corpus, name, NULL);
      g_autoptr (PltScript) pdf = read_file (name);
      g_autoptr (PltScript) text = read_as_text (path);

      g_assert_cmpstr (text->format, ==, "text");
      plt_test_script_is_sound (text);
      g_assert_cmpuint (text->scenes->len, ==, pdf->scenes->len);
      g_assert_cmpuint (text->pages, ==, pdf->pages);
      g_assert_cmpuint (text->characters->len, ==, pdf->characters->len);
      for (guint s = 0; s < pdf->scenes->len; s++)
        {
          const PltScene *left = g_ptr_array_index (pdf->scenes, s);
          const PltScene *right = g_ptr_array_index (text->scenes, s);

          g_assert_cmpstr (left->heading, ==, right->heading);
          g_assert_cmpuint (left->cues, ==, right->cues);
          g_assert_cmpuint (left->eighths, ==, right->eighths);
          g_assert_cmpuint (left->page, ==, right->page);
        }
    }
}

static PltScene *
scene_at (const PltScript *script, guint i)
{
  return g_ptr_array_index (script->scenes, i);
}

/* A typewriter's page in Word: numbers in both margins, each line a paragraph. */
static void
test_word (void)
{
  g_autoptr (PltScript) script = NULL;

  if (!has_corpus ())
    return;
  script = read_file ("docx/broken-window.docx");
  g_assert_cmpuint (script->scenes->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const char number[] = { (char) ('1' + (int) i), '\0' };

      g_assert_cmpstr (scene_at (script, i)->number, ==, number);
      g_assert_cmpstr (scene_at (script, i)->int_ext, ==, i == 0 ? "INT" : "EXT");
    }
  g_assert_cmpuint (count_cues (script), ==, 2);
  g_assert_cmpuint (script->characters->len, ==, 2);
}

/* One script as Trelby and as Celtx save it. */
static void
test_celtx (void)
{
  g_autoptr (PltScript) celtx = NULL;
  g_autoptr (PltScript) trelby = NULL;

  if (!has_corpus ())
    return;
  celtx = read_file ("trelby/test.celtx");
  trelby = read_file ("trelby/test.trelby");
  g_assert_cmpuint (celtx->scenes->len, ==, 13);
  g_assert_cmpuint (trelby->scenes->len, ==, 13);
  g_assert_cmpuint (count_cues (celtx), ==, count_cues (trelby));
  g_assert_cmpuint (celtx->characters->len, ==, trelby->characters->len);
  for (guint i = 0; i < celtx->scenes->len; i++)
    {
      const PltScene *left = scene_at (celtx, i);
      const PltScene *right = scene_at (trelby, i);

      g_assert_cmpstr (left->set, ==, right->set);
      g_assert_cmpstr (left->effect, ==, right->effect);
      g_assert_cmpuint (left->cues, ==, right->cues);
    }
}

/* Every file is read, or refused with a sentence. */
static guint
read_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (PltScript) script = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          n += read_folder (path);
          continue;
        }
      script = plt_script_read (path, &error);
      g_assert_true ((script == NULL) == (error != NULL));
      if (script != NULL)
        plt_test_script_is_sound (script);
      else
        g_assert_true (error->domain == PLT_ERROR);
      n += script != NULL ? 1 : 0;
    }
  return n;
}

static void
test_every_file (void)
{
  if (!has_corpus ())
    return;
  g_assert_cmpuint (read_folder (corpus), >, 20);
}

int
main (int argc, char **argv)
{
  const char *folder = g_getenv ("PLATEAU_CORPUS");

  g_test_init (&argc, &argv, NULL);
  if (folder != NULL && g_file_test (folder, G_FILE_TEST_IS_DIR))
    corpus = g_strdup (folder);
  g_test_add_func ("/corpus/big-fish", test_big_fish);
  g_test_add_func ("/corpus/cross-format", test_cross_format);
  g_test_add_func ("/corpus/same-script", test_same_script);
  g_test_add_func ("/corpus/trelby", test_trelby);
  g_test_add_func ("/corpus/uss", test_uss);

  g_test_add_func ("/corpus/text-of-pdf", test_text_of_pdf);
  g_test_add_func ("/corpus/word", test_word);
  g_test_add_func ("/corpus/celtx", test_celtx);
  g_test_add_func ("/corpus/every-file", test_every_file);
  return g_test_run ();
}
