/* Trelby: every sign of a line, the title page, and files that are cut or of another time. */
#include <string.h>

#include "plt-script-read.h"
#include "plt-trelby.h"
#include "script-dump.h"

static PltScript *
read_fixture (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "fixtures", "scripts", "phare-v3.trelby", NULL);
  g_autoptr (GError) error = NULL;
  PltScript *script = plt_script_read (path, &error);

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  return script;
}

static void
test_fixture (void)
{
  g_autoptr (PltScript) script = read_fixture ();
  g_autofree char *dump = plt_test_script_dump (script);
  g_autofree char *scenes = plt_test_script_scenes (script);

  g_assert_cmpstr (script->format, ==, "trelby");
  g_assert_cmpstr (script->title, ==, "Le Feu de Roscanvel");
  g_assert_cmpstr (script->author, ==, "Judicaël Morvan");
  g_assert_cmpstr (
      dump, ==,
      "I Le Feu de Roscanvel\nI Écrit par\nI Judicaël Morvan\nI Version 3\nI Mars\n"
      "H 1. INT. PHARE / CUISINE - JOUR\n"
      "A ANSEL, 60 ans, verse deux bols. Il n’y a qu’une chaise.\n"
      "C ANSEL\nP (bas)\nD Tu ne bois pas, et tu as raison : il va refroidir.\n"
      "A Sur la table : / un couteau.\nA Gros plan : une allumette.\nN Vérifier la chaise.\n"
      "T FONDU AU NOIR.\nS ACTE II\n"
      "H 2. EXT. JETÉE, BOUT - NUIT\nA La houle.\nA Elle monte. Le vent aussi.");
  g_assert_cmpstr (scenes, ==, "1 INT|PHARE|CUISINE|JOUR 1\n2 EXT|JETÉE|BOUT|NUIT 0");
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "version 3"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_GUESSED, "Elle monte"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_KEPT, "Le vent"));
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text, *dump;
  } cases[] = {
    { "#Version 1\n.\\INT. A - JOUR\n..Oui.\n", "H INT. A - JOUR\nA Oui." },
    { "#Version 1\r\n.\\INT. A - JOUR\r\n>.Oui,\r\n..non.\r\n", "H INT. A - JOUR\nA Oui, non." },
    /* as typed, when the file says so; no number of its own */
    { "#Version 2\n#Begin-Config \nElement/Character/Export/AllCaps:False\n#End-Config \n"
      ".\\Int. A - Jour\n._Nora\n.:Oui.",
      "H Int. A - Jour\nC Nora\nD Oui." },
    { "#Version 2\n#Begin-Config \nShowSceneNumbers:True\n#End-Config \n.\\12. INT. A - JOUR\n"
      ".\\EXT. B - NUIT\n",
      "H 12. INT. A - JOUR\nH 2. EXT. B - NUIT" },
    /* a section that never ends, a file cut in the middle, a kind that changes on the way */
    { "#Version 3\n#Begin-Config \nFontSize:12\n#Start-Script \n.\\INT. A - JOUR\n>.Il",
      "H INT. A - JOUR\nA Il" },
    { "#Version 1\n.\\INT. A - JOUR\n>.Il part\n>_NORA\n.:Oui.",
      "H INT. A - JOUR\nA Il part\nC NORA\nD Oui." },
    { "#Version 1\n.\\INT. A - JOUR\n\n.\n\xC3\xA9t\xC3\xA9\n.\xC3\xA9t\xC3\xA9\n..",
      "H INT. A - JOUR\nA été été" },
    { "#Version 9\n.\\INT. A - JOUR\n._\n.:\n..Oui.", "H INT. A - JOUR\nA Oui." },
    { "#Version 1\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltScript) script = plt_trelby_read (cases[i].text, strlen (cases[i].text));
      g_autofree char *dump = plt_test_script_dump (script);

      plt_test_script_is_sound (script);
      g_assert_cmpstr (dump, ==, cases[i].dump);
      g_assert_cmpint (plt_test_script_has_remark (script, PLT_REMARK_GUESSED, "format 9"), ==,
                       strstr (cases[i].text, "#Version 9") != NULL);
    }
}

static void
test_recognise (void)
{
  static const struct
  {
    const char *text;
    gboolean is;
  } cases[] = {
    { "#Version 1\n.\\INT. A - JOUR\n", TRUE }, { "#Version 1\n#Header-Empty-Lines 1\n", TRUE },
    { "#Version 3\n#Begin-Config \n", TRUE },   { "#Version 3", FALSE },
    { "#Version 3\n\nINT. A - JOUR\n", FALSE }, { "#Version finale\n#Begin-Config", FALSE },
    { "# Version 3\n#Begin-Config", FALSE },    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (plt_trelby_recognise (cases[i].text), ==, cases[i].is);
}

/* Cut anywhere, it is read up to there; long lines and many of them take their time and no more. */
static void
test_hostile (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "fixtures", "scripts", "phare-v3.trelby", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GString) many = g_string_new ("#Version 3\n#Start-Script \n.\\INT. A - JOUR\n");
  g_autoptr (GString) titles = g_string_new ("#Version 3\n");
  g_autoptr (PltScript) one = NULL;
  g_autoptr (PltScript) two = NULL;
  gint64 start;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize cut = 3; cut < length; cut++)
    {
      g_autofree char *part = g_utf8_make_valid (bytes + 3, (gssize) (cut - 3));
      g_autoptr (PltScript) script = plt_trelby_read (part, strlen (part));

      plt_test_script_is_sound (script);
    }
  start = g_get_monotonic_time ();
  for (guint i = 0; i < 200000; i++)
    g_string_append (many, "&.a\n");
  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (titles, "#Title-Page \n#Title-String 1e99,-%u.5,,,,,x\\\\n\\n\n", i);
  one = plt_trelby_read (many->str, many->len);
  two = plt_trelby_read (titles->str, titles->len);
  g_assert_cmpuint (one->paragraphs->len, ==, 2);
  g_assert_cmpuint (two->paragraphs->len, ==, 50000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trelby/fixture", test_fixture);
  g_test_add_func ("/trelby/texts", test_texts);
  g_test_add_func ("/trelby/recognise", test_recognise);
  g_test_add_func ("/trelby/hostile", test_hostile);
  return g_test_run ();
}
