/* Universal Schedule Standard: scenes from a schedule, and files that are damaged or hostile. */
#include <string.h>

#include "plt-error.h"
#include "plt-script-read.h"
#include "plt-uss.h"
#include "script-dump.h"

static char *
fixture_path (void)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "scripts", "phare.uss", NULL);
}

static char *
dump_tags (const PltScript *script)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < script->tags->len; i++)
    {
      const PltScriptTag *tag = g_ptr_array_index (script->tags, i);
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, tag->paragraph);

      g_assert_cmpint (paragraph->kind, ==, PLT_PARAGRAPH_HEADING);
      g_assert_cmpuint (tag->length, ==, 0);
      g_string_append_printf (out, "%s%d %s:%s:%u", i > 0 ? "\n" : "", paragraph->scene,
                              tag->category, tag->name, tag->quantity);
    }
  return g_string_free (out, FALSE);
}

static void
test_fixture (void)
{
  static const guint eighths[] = { 3, 1, 9, 1 };
  static const guint pages[] = { 1, 0, 12, 0 };
  g_autofree char *path = fixture_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_script_read (path, &error);
  g_autofree char *dump = NULL, *scenes = NULL, *tags = NULL;

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  dump = plt_test_script_dump (script);
  scenes = plt_test_script_scenes (script);
  tags = dump_tags (script);
  g_assert_cmpstr (script->format, ==, "uss");
  g_assert_cmpstr (script->title, ==, "Le Feu de Roscanvel");
  g_assert_cmpstr (script->author, ==, "");
  g_assert_cmpstr (dump, ==,
                   "I Le Feu de Roscanvel\nI Plan 2\nI Episode 101\n"
                   "H 2. INT. PHARE - CUISINE - DAY\nY Ansel prépare / le café.\n"
                   "H 2A. INT/EXT.\n"
                   "H 10. EXT. JETÉE - Night\nY La lampe s’éteint.\nN De nuit. / Marée basse.\n"
                   "H JETÉE");
  g_assert_cmpstr (scenes, ==,
                   "2 INT|PHARE|CUISINE|JOUR 0\n2A INT/EXT||| 0\n10 EXT|JETÉE||NUIT 0\n"
                   " |JETÉE|| 0");
  g_assert_cmpstr (tags, ==,
                   "0 Cast:ANSEL:0\n0 Cast:ODILE (jeune):0\n0 Props:2 bols:0\n1 Cast:ANSEL:0\n"
                   "2 Background:Marins:10\n2 :Brume:0");
  for (guint i = 0; i < script->scenes->len; i++)
    {
      const PltScene *scene = g_ptr_array_index (script->scenes, i);

      g_assert_cmpuint (scene->eighths, ==, eighths[i]);
      if (pages[i] > 0)
        g_assert_cmpuint (scene->page, ==, pages[i]);
    }
  g_assert_cmpuint (((PltScene *) g_ptr_array_index (script->scenes, 2))->shooting, ==, 90);
  g_assert_cmpuint (((PltScene *) g_ptr_array_index (script->scenes, 0))->shooting, ==, 0);
  g_assert_cmpuint (script->characters->len, ==, 2);
  g_assert_cmpstr (((PltCharacter *) g_ptr_array_index (script->characters, 1))->name, ==,
                   "ODILE (jeune)");
  g_assert_cmpstr (((PltScene *) g_ptr_array_index (script->scenes, 2))->synopsis, ==,
                   "La lampe s’éteint.");
}

static void
test_remarks (void)
{
  static const struct
  {
    PltRemarkKind kind;
    const char *part;
  } cases[] = {
    { PLT_REMARK_DROPPED, "UNITÉ MER" },
    { PLT_REMARK_DROPPED, "3 strips on the board “Premier jet, plan”" },
    { PLT_REMARK_DROPPED, "calendar “Septembre” and its 1 event" },
    { PLT_REMARK_DROPPED, "1 element that the file does not describe" },
    { PLT_REMARK_GUESSED, "1 sequence gives a length" },
    { PLT_REMARK_GUESSED, "order of their numbers" },
  };
  g_autofree char *path = fixture_path ();
  g_autoptr (PltScript) script = plt_script_read (path, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (plt_test_script_has_remark (script, cases[i].kind, cases[i].part));
  g_assert_cmpuint (script->remarks->len, ==, G_N_ELEMENTS (cases));
}

/* ---- damaged and hostile ---- */

static PltScript *
read_breakdowns (const char *breakdowns, GError **error)
{
  g_autofree char *text = g_strdup_printf (
      "{\"universalScheduleStandard\":{\"categories\":[{\"id\":\"s\",\"ucid\":50,\"name\":\"Set\"}]"
      ","
      "\"elements\":[{\"id\":\"a\",\"category\":\"s\",\"name\":\"A\"}],\"breakdowns\":%s}}",
      breakdowns);

  return plt_uss_read (text, strlen (text), "essai.uss", error);
}

/* Whatever stands where a value is looked for, nothing is lost but that value. */
static void
test_odd_values (void)
{
  static const char *const breakdowns[] = {
    "[{\"scene\":\"1\",\"pages\":-4}]",
    "[{\"scene\":\"1\",\"pages\":1e308,\"scriptPage\":\"99999999999999999999\"}]",
    "[{\"scene\":\"1\",\"pages\":\"un\",\"elements\":\"a\",\"description\":{\"a\":[]}}]",
    "[{\"scene\":1,\"elements\":[\"a\",[\"a\"],null,{}],\"type\":[]},4,null,\"x\",[[[]]]]",
    "[{\"scene\":\"1\",\"scene\":\"1\",\"elements\":[\"a\",\"a\",\"a\"]}]",
    "[{\"scene\":\"\\u0000\\ud800 1\",\"description\":\"\\udfff\\u0001\"}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (breakdowns); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltScript) script = read_breakdowns (breakdowns[i], &error);

      g_test_message ("%s", breakdowns[i]);
      if (script == NULL)
        {
          g_assert_error (error, PLT_ERROR, PLT_ERROR_DAMAGED);
          continue;
        }
      plt_test_script_is_sound (script);
      g_assert_cmpuint (script->scenes->len, ==, 1);
      g_assert_cmpuint (((PltScene *) g_ptr_array_index (script->scenes, 0))->eighths, ==, 1);
    }
}

/* What is known by number, and what is the scene's own: a story day is no element, a location is
 * said; times that no scene has are no times. */
static void
test_scene_categories (void)
{
  static const char text[]
      = "{\"universalScheduleStandard\":{\"categories\":[{\"id\":\"s\",\"ucid\":0,\"name\":\"Ort\"}"
        ","
        "{\"id\":\"d\",\"ucid\":3,\"name\":\"Tag\"},{\"id\":\"l\",\"ucid\":6,\"name\":\"Platz\"}],"
        "\"elements\":[{\"id\":\"1\",\"category\":\"s\",\"name\":\"QUAI\"},"
        "{\"id\":\"2\",\"category\":\"d\",\"name\":\"J2\"},"
        "{\"id\":\"3\",\"category\":\"l\",\"name\":\"Port\"}],"
        "\"breakdowns\":[{\"scene\":\"1\",\"elements\":[\"1\",\"2\",\"3\"],\"duration\":5400000},"
        "{\"scene\":\"2\",\"elements\":[\"1\"],\"duration\":1e300},"
        "{\"scene\":\"3\",\"elements\":[\"1\"],\"duration\":-4}]}}";
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_uss_read (text, strlen (text), "essai.uss", &error);
  const PltScene *first, *second, *third;

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  first = g_ptr_array_index (script->scenes, 0);
  second = g_ptr_array_index (script->scenes, 1);
  third = g_ptr_array_index (script->scenes, 2);
  g_assert_cmpstr (first->set, ==, "QUAI");
  g_assert_cmpstr (first->story_day, ==, "J2");
  g_assert_cmpuint (first->shooting, ==, 90);
  g_assert_cmpstr (second->story_day, ==, "");
  g_assert_cmpuint (second->shooting, ==, 0);
  g_assert_cmpuint (third->shooting, ==, 0);
  g_assert_cmpuint (script->tags->len, ==, 0);
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "location of 1 sequence"));
}

static void
assert_refused (const char *bytes, gsize length, int code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_uss_read (bytes, length, "essai.uss", &error);

  g_assert_null (script);
  g_assert_error (error, PLT_ERROR, code);
  if (strstr (error->message, part) == NULL || strstr (error->message, "essai.uss") == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);
}

/* What is no JSON and json-glib takes: a quote there must not hide how deep the rest is. */
static void
test_hostile (void)
{
  static const char *const hidden[] = { "{/*\"*/\"a\":", "{//\"\n\"a\":", "{'\"':", "{'\\'\"':" };
  g_autofree char *deep = g_strnfill (500000, '[');
  g_autofree char *wide = g_strnfill (2 * (PLT_USS_MAX_VALUES + 10), ',');
  g_autofree char *filled = g_strconcat ("[", wide, NULL);
  g_autofree char *huge = g_malloc0 (PLT_USS_MAX_BYTES + 1);
  g_autofree char *quotes = g_strnfill (1000001, '"');

  assert_refused (deep, strlen (deep), PLT_ERROR_TOO_BIG, "deeper");
  assert_refused (filled, strlen (filled), PLT_ERROR_TOO_BIG, "larger");
  assert_refused (wide, strlen (wide), PLT_ERROR_DAMAGED, "damaged");
  assert_refused (huge, PLT_USS_MAX_BYTES + 1, PLT_ERROR_TOO_BIG, "larger");
  assert_refused (quotes, strlen (quotes), PLT_ERROR_DAMAGED, "damaged");
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    {
      g_autofree char *behind = g_strconcat (hidden[i], deep, NULL);

      assert_refused (behind, strlen (behind), PLT_ERROR_DAMAGED, "damaged");
    }
  assert_refused ("{}{}", 4, PLT_ERROR_DAMAGED, "damaged");
  assert_refused ("", 0, PLT_ERROR_INVALID, "without breakdowns");
  assert_refused ("{}", 2, PLT_ERROR_INVALID, "without breakdowns");
  assert_refused ("[]", 2, PLT_ERROR_INVALID, "without breakdowns");
  assert_refused ("{\"a\":\"\377\"}", 9, PLT_ERROR_DAMAGED, "damaged");
  assert_refused ("{\"a\":\0}", 7, PLT_ERROR_DAMAGED, "damaged");
}

/* Many scenes with many elements, all of one id: bounded. */
static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%s{\"scene\":\"%u\",\"elements\":[\"a\",\"a\",\"b\"]}",
                            i > 0 ? "," : "", 20000 - i);
  g_string_append (text, "]");
  script = read_breakdowns (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (script->scenes->len, ==, 20000);
  g_assert_cmpstr (((PltScene *) g_ptr_array_index (script->scenes, 1))->number, ==, "2");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

/* One name of a megabyte in a hundred scenes: a file of one megabyte makes no hundred. */
static void
test_long_name (void)
{
  g_autofree char *long_name = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          "{\"universalScheduleStandard\":{\"categories\":[],\"elements\":[{"
                          "\"id\":\"a\",\"name\":\"%s\"}],\"breakdowns\":[{\"scene\":\"0\"}",
                          long_name);
  for (guint i = 1; i < 100; i++)
    g_string_append_printf (text, ",{\"scene\":\"%u\",\"elements\":[\"a\"]}", i);
  g_string_append (text, "]}}");
  assert_refused (text->str, text->len, PLT_ERROR_TOO_BIG, "larger");
}

/* A file cut anywhere is refused, nothing of it is read. */
static void
test_truncated (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  while (length > 0 && bytes[length - 1] != '}')
    length--;
  for (gsize cut = 0; cut < length; cut += 13)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltScript) script = plt_uss_read (bytes, cut, "essai.uss", &error);

      g_assert_null (script);
      g_assert_true (error->domain == PLT_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uss/fixture", test_fixture);
  g_test_add_func ("/uss/remarks", test_remarks);
  g_test_add_func ("/uss/odd-values", test_odd_values);
  g_test_add_func ("/uss/scene-categories", test_scene_categories);
  g_test_add_func ("/uss/hostile", test_hostile);
  g_test_add_func ("/uss/many", test_many);
  g_test_add_func ("/uss/long-name", test_long_name);
  g_test_add_func ("/uss/truncated", test_truncated);
  return g_test_run ();
}
