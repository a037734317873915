/* A script as JSON and as a listing. */
#include <json-glib/json-glib.h>
#include <string.h>

#include "plt-fountain.h"
#include "plt-script-json.h"

static PltScript *
read_text (const char *text)
{
  return plt_fountain_read (text, strlen (text));
}

static void
test_exact (void)
{
  g_autoptr (PltScript) script
      = read_text ("Title: Le \"Feu\"\nAuthor: J. M.\n\n"
                   "12A. INT. CAFÉ, SALLE - JOUR\n\nNORA\nOui.\n\nCUISINE - NUIT\n");
  g_autofree char *json = plt_script_to_json (script);

  g_assert_cmpstr (
      json, ==,
      "{\"format\":\"fountain\",\"title\":\"Le \\\"Feu\\\"\",\"author\":\"J. M.\",\"pages\":1,"
      "\"sequences\":[\n{\"number\":\"12A\",\"int_ext\":\"INT\",\"effect\":\"JOUR\",\"set\":"
      "\"CAFÉ\","
      "\"sub_set\":\"SALLE\",\"eighths\":1,\"page\":1,\"cues\":1,\"line\":4},\n"
      "{\"number\":\"\",\"int_ext\":\"\",\"effect\":\"NUIT\",\"set\":\"CUISINE\",\"sub_set\":\"\","
      "\"eighths\":1,\"page\":1,\"cues\":0,\"line\":9}],"
      "\"characters\":[\n{\"name\":\"NORA\",\"cues\":1}],"
      "\"tags\":[],"
      "\"remarks\":[\n{\"kind\":\"guessed\",\"line\":9,"
      "\"message\":\"Read as a heading, though it says neither INT nor EXT.\","
      "\"text\":\"CUISINE - NUIT\"}]}\n");
}

static void
test_tags (void)
{
  g_autoptr (PltScript) script = read_text ("12A. INT. CAFÉ - JOUR\n\nUn bol.\n");
  g_autofree char *json = NULL;

  plt_script_add_tag (script, 3, 3, "Accessoires", "BOL")->quantity = 2;
  json = plt_script_to_json (script);
  g_assert_nonnull (strstr (json, "\"tags\":[\n{\"sequence\":\"12A\",\"category\":\"Accessoires\","
                                  "\"name\":\"BOL\",\"quantity\":2,\"paragraph\":1,\"start\":3,"
                                  "\"length\":3}]"));
}

/* What another reader of JSON gets out is what went in. */
static void
test_round_trip (void)
{
  g_autoptr (PltScript) script = plt_script_new ("fountain");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;
  JsonObject *root;

  g_free (script->title);
  script->title = g_strdup ("\001\t\n\r\"\\/\177 œ’€ \360\237\216\254 \342\200\256");
  json = plt_script_to_json (script);
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "title"), ==, script->title);
  g_assert_cmpint (json_object_get_int_member (root, "pages"), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "sequences")), ==,
                    0);
}

static void
test_text (void)
{
  g_autoptr (PltScript) script
      = read_text ("Title: Le Feu\n\n12A. INT. CAFÉ, SALLE - JOUR\n\nNORA\nOui.\n\n"
                   "EXT. MÔLE\n\nCUISINE - NUIT\n");
  g_autofree char *text = plt_script_to_text (script);

  g_assert_cmpstr (text, ==,
                   "Le Feu\n3 sequences, 1 role, 1 page\n\n"
                   "12A     INT     JOUR            1/8    CAFÉ / SALLE\n"
                   "-       EXT                     1/8    MÔLE\n"
                   "-               NUIT            1/8    CUISINE\n"
                   "\nNORA                              1\n"
                   "\nLine 10: Read as a heading, though it says neither INT nor EXT.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/script-json/exact", test_exact);
  g_test_add_func ("/script-json/tags", test_tags);
  g_test_add_func ("/script-json/round-trip", test_round_trip);
  g_test_add_func ("/script-json/text", test_text);
  return g_test_run ();
}
