/* Final Draft: French and English names, what stands beside the script, and files that are damaged
 * or hostile. */
#include <string.h>

#include "plt-error.h"
#include "plt-fdx.h"
#include "script-dump.h"

static char *
read_fixture (gsize *length)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "fixtures", "scripts", "phare-v1.fdx", NULL);
  char *bytes;

  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

static PltScript *
read_body (const char *body)
{
  g_autofree char *file
      = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                         "<FinalDraft Version=\"4\"><Content>%s</Content></FinalDraft>",
                         body);
  g_autoptr (GError) error = NULL;
  PltScript *script = plt_fdx_read (file, strlen (file), "essai.fdx", &error);

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  return script;
}

static void
test_fixture (void)
{
  gsize length;
  g_autofree char *bytes = read_fixture (&length);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_fdx_read (bytes, length, "phare-v1.fdx", &error);
  g_autofree char *dump = NULL;
  g_autofree char *scenes = NULL;

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  g_assert_cmpstr (script->title, ==, "Le Feu de Roscanvel");
  g_assert_cmpstr (script->author, ==, "Judicaël Morvan");
  scenes = plt_test_script_scenes (script);
  g_assert_cmpstr (scenes, ==,
                   "1 INT|PHARE|CUISINE|JOUR 2\n2 EXT|JETÉE||NUIT 1\n3 INT|PHARE|ESCALIER|NUIT 1\n"
                   "3A ||| 0\n4 INT|BUREAU DU PORT||MATIN 2");
  dump = plt_test_script_dump (script);
  g_assert_cmpstr (
      dump, ==,
      "I Le Feu\nI de Roscanvel\nI Un scénario de\nI Judicaël Morvan\n"
      "E LE FEU DE ROSCANVEL\n"
      "H 1. INT. PHARE / CUISINE - JOUR\nY Ansel prépare le café pour deux.\n"
      "A ANSEL, 60 ans, verse deux bols. Il n’y a qu’une chaise.\nN Les bols sont ébréchés.\n"
      "C ANSEL\nD Tu ne bois pas ? Il va refroidir.\n"
      "C ODILE (voix off)\nD Je n’ai jamais aimé ton café.\n"
      "H 2. EXT. JETÉE - NUIT\nA La houle. Une lampe tempête avance seule sur la pierre mouillée.\n"
      "C MARIN\nP (criant)\nD Qui va là ?\nA Personne ne répond. La lampe s’éteint.\n"
      "H 3. INT. PHARE / ESCALIER - NUIT\n"
      "A ANSEL descend en comptant les marches. Cent douze. Cent treize.\n"
      "C ANSEL\nD Cent quatorze.\n"
      "H 3A. OMISE\nX EXT. LANDE - NUIT\nX La lande brûle.\n"
      "H 4. INT. BUREAU DU PORT - MATIN\n"
      "A ODILE pousse un dossier vers un homme en cravate, le COMMISSAIRE.\n"
      "C= COMMISSAIRE\nD= Signez là, madame.\nC= ODILE\nD= Et lui, qui va l’éteindre ?\n"
      "A Gros plan : un interrupteur.\nT FONDU AU NOIR.");
}

static void
test_properties (void)
{
  gsize length;
  g_autofree char *bytes = read_fixture (&length);
  g_autoptr (PltScript) script = plt_fdx_read (bytes, length, "phare-v1.fdx", NULL);
  static const guint eighths[] = { 3, 2, 1, 1, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (eighths); i++)
    g_assert_cmpuint (((PltScene *) g_ptr_array_index (script->scenes, i))->eighths, ==,
                      eighths[i]);
  g_assert_cmpstr (((PltScene *) g_ptr_array_index (script->scenes, 0))->synopsis, ==,
                   "Ansel prépare le café pour deux.");
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_KEPT, "deux bols"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_KEPT, "Encart"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "version 3"));
}

#define P(type, text) "<Paragraph Type=\"" type "\"><Text>" text "</Text></Paragraph>"

static void
test_types (void)
{
  static const struct
  {
    const char *body, *dump;
  } cases[] = {
    { P ("Scene Heading", "INT. A - DAY"), "H INT. A - DAY" },
    { P ("SCENE HEADING", "INT. A - DAY") P ("Shot", "CLOSE ON: BOB"),
      "H INT. A - DAY\nA CLOSE ON: BOB" },
    { P ("En-tête de scène", "BACK IN THE KITCHEN"), "H BACK IN THE KITCHEN" },
    { P ("Centré", "FIN"), "E FIN" },
    { "<Paragraph Alignment=\"Center\" Type=\"Action\"><Text>FIN</Text></Paragraph>", "E FIN" },
    { P ("Lyrics", "La la"), "L La la" },
    { P ("New Act", "ACTE I") P ("Outline Body", "Ils partent."), "S ACTE I\nY Ils partent." },
    { P ("Inconnu", "INT. CAVE - NUIT"), "H INT. CAVE - NUIT" },
    { P ("Scene Heading", "") P ("Action", "  "), "" },
    { P ("Action", "Un &amp; deux &lt;trois&gt; &#233; <![CDATA[<quatre>]]>"),
      "A Un & deux <trois> é <quatre>" },
    { "<Paragraph Type=\"Action\"><Text>Cafe\314\201</Text></Paragraph>", "A Café" },
    { "<Paragraph Type=\"Action\">\n  hors texte\n<Text>Un</Text>\n<Text> mot</Text></Paragraph>",
      "A Un mot" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltScript) script = read_body (cases[i].body);
      g_autofree char *dump = plt_test_script_dump (script);

      g_assert_cmpstr (dump, ==, cases[i].dump);
    }
}

static void
test_lengths (void)
{
  static const struct
  {
    const char *length;
    guint eighths;
  } cases[] = { { "1 3/8", 11 },
                { "2", 16 },
                { "7/8", 7 },
                { "0/8", 1 },
                { "abc", 1 },
                { "-1", 1 },
                { "99999999999999999999", 1 },
                { "9999", 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body
          = g_strdup_printf ("<Paragraph Type=\"Scene Heading\"><SceneProperties Length=\"%s\"/>"
                             "<Text>INT. A - DAY</Text></Paragraph>",
                             cases[i].length);
      g_autoptr (PltScript) script = read_body (body);

      g_assert_cmpuint (((PltScene *) g_ptr_array_index (script->scenes, 0))->eighths, ==,
                        cases[i].eighths);
    }
}

static void
test_encodings (void)
{
  static const char latin1[]
      = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><FinalDraft><Content>"
        "<Paragraph Type=\"Action\"><Text>Caf\351</Text></Paragraph>"
        "</Content></FinalDraft>";
  const char *text
      = "<?xml version=\"1.0\"?><FinalDraft><Content>"
        "<Paragraph Type=\"Action\"><Text>Café</Text></Paragraph></Content></FinalDraft>";
  gsize size;
  g_autofree char *utf16 = g_convert (text, -1, "UTF-16", "UTF-8", NULL, &size, NULL);
  g_autofree char *bom = g_strconcat ("\357\273\277", text, NULL);
  const struct
  {
    const char *bytes;
    gsize length;
  } files[] = { { latin1, sizeof latin1 - 1 }, { utf16, size }, { bom, strlen (bom) } };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltScript) script
          = plt_fdx_read (files[i].bytes, files[i].length, "x.fdx", &error);
      g_autofree char *dump = NULL;

      g_assert_no_error (error);
      dump = plt_test_script_dump (script);
      g_assert_cmpstr (dump, ==, "A Café");
    }
}

/* ---- damaged and hostile ---- */

static void
assert_refused (const char *bytes, gsize length, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_fdx_read (bytes, length, "essai.fdx", &error);

  g_test_message ("%s", part);
  g_assert_null (script);
  g_assert_true (error->domain == PLT_ERROR);
  if (strstr (error->message, part) == NULL || strstr (error->message, "essai.fdx") == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);
}

static void
test_hostile (void)
{
  g_autoptr (GString) bomb
      = g_string_new ("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'>");
  g_autoptr (GString) deep = g_string_new ("<FinalDraft>");
  static const char unknown[]
      = "<FinalDraft><Content><Paragraph><Text>&xxe;</Text></Paragraph></Content></FinalDraft>";
  static const char bad[] = "<FinalDraft><Content></Paragraph></FinalDraft>";
  static const char invalid[]
      = "<FinalDraft><Content><Paragraph><Text>\377\376</Text></Paragraph></Content></FinalDraft>";
  static const char nul[] = "<FinalDraft><Content>\0\0</Content></FinalDraft>";

  for (guint i = 0; i < 9; i++)
    g_string_append_printf (bomb, "<!ENTITY a%u '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>", i);
  g_string_append (
      bomb,
      "]><FinalDraft><Content><Paragraph><Text>&a8;</Text></Paragraph></Content></FinalDraft>");
  assert_refused (bomb->str, bomb->len, "entities");
  for (guint i = 0; i < 200000; i++)
    g_string_append (deep, "<a>");
  assert_refused (deep->str, deep->len, "deeper");
  assert_refused (unknown, sizeof unknown - 1, "damaged at line 1");
  assert_refused (bad, sizeof bad - 1, "damaged");
  assert_refused (invalid, sizeof invalid - 1, "damaged");
  assert_refused (nul, sizeof nul - 1, "damaged");
  assert_refused ("", 0, "ends in the middle");
}

/* A file cut anywhere is refused with one sentence; nothing of it is read. */
static void
test_truncated (void)
{
  gsize length;
  g_autofree char *bytes = read_fixture (&length);

  while (length > 0 && bytes[length - 1] != '>')
    length--;
  for (gsize cut = 1; cut < length; cut += 37)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltScript) script = plt_fdx_read (bytes, cut, "essai.fdx", &error);

      g_assert_null (script);
      g_assert_true (error->domain == PLT_ERROR);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fdx/fixture", test_fixture);
  g_test_add_func ("/fdx/properties", test_properties);
  g_test_add_func ("/fdx/types", test_types);
  g_test_add_func ("/fdx/lengths", test_lengths);
  g_test_add_func ("/fdx/encodings", test_encodings);
  g_test_add_func ("/fdx/hostile", test_hostile);
  g_test_add_func ("/fdx/truncated", test_truncated);
  return g_test_run ();
}
