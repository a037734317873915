/* Celtx: classes, the capitals it shows, numbers, and pages of HTML that no XML parser reads. */
#include <string.h>

#include "plt-celtx.h"
#include "plt-error.h"
#include "plt-script-read.h"
#include "script-dump.h"
#include "script-zip.h"

static void
assert_page (const char *page, const char *expected)
{
  g_autoptr (PltScript) script = plt_celtx_read_page (page, strlen (page), "Projet");
  g_autofree char *dump = plt_test_script_dump (script);

  plt_test_script_is_sound (script);
  g_assert_cmpstr (dump, ==, expected);
}

static void
test_classes (void)
{
  assert_page ("<html><head><title>Le Phare</title></head><body>"
               "<p class=\"sceneheading\" scenestr=\"1\">int. phare - nuit<br>\n</p>"
               "<p class=\"action\">Il\ndort<br>debout.<br></p><p>Sans classe.</p>"
               "<p class=\"character\">élodie (voix off)</p><p class=\"parenthetical\">(bas)</p>"
               "<p class=\"dialog\">Bois &amp; dors&nbsp;!</p><p class=\"shot\">Gros plan.</p>"
               "<p class=\"transition\">fondu au noir.</p><p class=\"text\">Fin.</p>"
               "<p class=\"action\"><br></p></body></html>",
               "H INT. PHARE - NUIT\nA Il dort / debout.\nA Sans classe.\nC ÉLODIE (voix off)\n"
               "P (bas)\nD Bois & dors\302\240!\nA Gros plan.\nT FONDU AU NOIR.\nA Fin.");
}

/* Numbers are the script's when the project prints them. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *numbering, *number;
  } cases[] = { { "left", "12A" }, { "both", "12A" }, { "none", "" }, { "", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *page = g_strdup_printf (
          "<meta content=\"%s\" name=\"CX.sceneNumbering\">"
          "<p scenestr=\"12A\" scenenumber=\"13\" class=\"sceneheading\">Int. Phare - nuit</p>",
          cases[i].numbering);
      g_autoptr (PltScript) script = plt_celtx_read_page (page, strlen (page), NULL);
      const PltScene *scene = g_ptr_array_index (script->scenes, 0);

      g_assert_cmpstr (scene->number, ==, cases[i].number);
    }
}

static void
test_html (void)
{
  assert_page (
      "<P CLASS=sceneheading>INT. A - JOUR<p class='action'>x &lt; y &#233;&#xe9; &eacute;"
      "&bogus; &; R&D <b>gras</b><i> et</i> <span class=\"softbreak\"><div>12.</div></span>"
      "suite<!-- rien --> <style>p</style><script>if (a<b) x</script>fin",
      "H INT. A - JOUR\nA x < y éé é&bogus; &; R&D gras et suite fin");
  assert_page ("<p class=\"sceneheading\">INT. A - JOUR</p><p class=\"balloon\">Bulle.</p>",
               "H INT. A - JOUR\nA Bulle.");
  assert_page ("", "");
  assert_page ("<", "");
  assert_page ("<p", "");
  assert_page ("<p class=\"sceneheading", "");
  assert_page ("<!--", "");
  assert_page ("</p></p><p class=\"character\"></p>", "");
}

static void
test_title (void)
{
  const char *named = "<title>Le Phare</title>";
  const char *unnamed = "<title>Screenplay</title>";
  g_autoptr (PltScript) one = plt_celtx_read_page (named, strlen (named), "Projet");
  g_autoptr (PltScript) two = plt_celtx_read_page (unnamed, strlen (unnamed), "Projet");

  g_assert_cmpstr (one->title, ==, "Le Phare");
  g_assert_cmpstr (two->title, ==, "Projet");
}

#define DOCUMENT(title, file)                                                                      \
  "<cx:Document dc:title=\"" title "\" cx:localFile=\"" file "\"><cx:doctype "                     \
  "RDF:resource=\"http://celtx.com/NS/v1/ScriptDocument\"/></cx:Document>"
#define SCENE "<p class=\"sceneheading\">INT. A - JOUR</p>"

/* Of several scripts, the one with the most scenes; the others are named. */
static void
test_several (void)
{
  const PltTestMember members[] = {
    { "project.rdf",
      "<RDF:RDF xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:cx=\"http://celtx.com/NS/v1/\" "
      "xmlns:RDF=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">" DOCUMENT ("Teaser", "a.html")
          DOCUMENT ("Pilote", "b.html") DOCUMENT ("Vide", "c.html")
              DOCUMENT ("Absent", "d.html") "</RDF:RDF>",
      -1 },
    { "a.html", SCENE, -1 },
    { "b.html", SCENE SCENE, -1 },
    { "c.html", "<p></p>", -1 },
  };
  g_autoptr (GByteArray) zip = plt_test_zip (members, 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script
      = plt_script_read_bytes ((const char *) zip->data, zip->len, "essai.celtx", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (script->scenes->len, ==, 2);
  g_assert_cmpuint (script->remarks->len, ==, 1);
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "Teaser"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/celtx/classes", test_classes);
  g_test_add_func ("/celtx/numbers", test_numbers);
  g_test_add_func ("/celtx/html", test_html);
  g_test_add_func ("/celtx/title", test_title);
  g_test_add_func ("/celtx/several", test_several);
  return g_test_run ();
}
