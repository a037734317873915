/* LibreOffice: styles and what they inherit, lists, spaces that are elements, and what stands
 * beside the text. */
#include <string.h>

#include "plt-error.h"
#include "plt-odt.h"
#include "script-dump.h"
#include "script-zip.h"

#define STYLE(name, shown, parent, look)                                                           \
  "<style:style style:name=\"" name "\" style:display-name=\"" shown                               \
  "\" style:family=\"paragraph\" style:parent-style-name=\"" parent "\">" look "</style:style>"
#define PLACE(look) "<style:paragraph-properties " look "/>"
#define LOOK(look) "<style:text-properties " look "/>"

static const char styles[]
    = "<office:document-styles " PLT_TEST_ODF "><office:styles>"
      "<style:style style:name=\"Standard\" style:family=\"paragraph\"/>" STYLE (
          "Intitul_e9_",
          "Intitulé",
          "Standard",
          LOOK ("fo:text-transform=\"uppercase\"")) STYLE ("Perso",
                                                           "Personnage",
                                                           "Standard",
                                                           PLACE ("fo:margin-left=\"6cm\""))
          STYLE ("Dial", "Dialogue", "Standard", "") STYLE (
              "Did",
              "Didascalie",
              "Standard",
              "") "<text:list-style style:name=\"L1\"><text:list-level-style-number "
                  "text:level=\"1\" "
                  "style:num-format=\"1\" style:num-suffix=\".\"/><text:list-level-style-number "
                  "text:level=\"2\" style:num-format=\"A\" "
                  "text:display-levels=\"1\"/></text:list-style>"
                  "<text:outline-style><text:outline-level-style text:level=\"1\" "
                  "style:num-format=\"1\" "
                  "style:num-prefix=\"SÉQ. \"/></text:outline-style>"
                  "</"
                  "office:styles><office:master-styles><style:master-page><style:header><text:p>Le "
                  "Phare"
                  "<text:s/>v3</text:p></style:header></style:master-page></office:master-styles>"
                  "</office:document-styles>";

static const char automatic[] = "<office:automatic-styles>" STYLE (
    "P1", "P1", "Intitul_e9_", PLACE ("fo:break-before=\"page\""))
    STYLE ("P2", "P2", "Standard", PLACE ("fo:margin-left=\"2.5in\""))
        STYLE ("P3", "P3", "Standard", PLACE ("fo:margin-left=\"30mm\"")) STYLE (
            "P4",
            "P4",
            "Standard",
            PLACE ("fo:text-align=\"center\"")) "<style:style style:name=\"T1\" "
                                                "style:family=\"text\">" LOOK ("text:display="
                                                                               "\"none\"") "</"
                                                                                           "style:"
                                                                                           "style><"
                                                                                           "/office"
                                                                                           ":automa"
                                                                                           "tic-"
                                                                                           "styles"
                                                                                           ">";

static PltScript *
read_text (const char *body)
{
  g_autofree char *content
      = g_strdup_printf ("<office:document-content " PLT_TEST_ODF ">%s<office:body><office:text>%s"
                         "</office:text></office:body></office:document-content>",
                         automatic, body);
  const PltOdtPart parts[] = { { content, strlen (content), "content.xml" },
                               { styles, sizeof styles - 1, "styles.xml" } };
  g_autoptr (GError) error = NULL;
  PltScript *script = plt_odt_read_parts (&parts[0], &parts[1], "essai.odt", &error);

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  return script;
}

static void
assert_text (const char *body, const char *expected)
{
  g_autoptr (PltScript) script = read_text (body);
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (dump, ==, expected);
}

#define P(style, text) "<text:p text:style-name=\"" style "\">" text "</text:p>"
#define H P ("Intitul_e9_", "Int. Phare - jour")

static void
test_styles (void)
{
  assert_text (P ("Intitul_e9_", "Int. Phare - jour") P ("Standard", "Il dort.")
                   P ("Perso", "ANSEL") P ("Did", "(bas)") P ("Dial", "Bois.")
                       P ("P1", "Ext. Jetée - nuit"),
               "H INT. PHARE - JOUR\nA Il dort.\nC ANSEL\nP (bas)\nD Bois.\nB\n"
               "H EXT. JETÉE - NUIT");
}

/* By place, in three units. */
static void
test_places (void)
{
  assert_text (P ("Standard", "INT. PHARE - JOUR") P ("Standard", "Il dort.") P ("P2", "ANSEL")
                   P ("P3", "Bois.") P ("Standard", "Elle boit.") P ("P4", "FIN"),
               "H INT. PHARE - JOUR\nA Il dort.\nC ANSEL\nD Bois.\nA Elle boit.\nE FIN");
}

static void
test_spaces (void)
{
  assert_text (H P ("Standard", "Il\n   dort<text:s text:c=\"2\"/>debout<text:tab/>et<text:line-"
                                "break/><text:span>rê</text:span>ve<text:soft-page-break/>."),
               "H INT. PHARE - JOUR\nA Il dort debout et / rêve.");
}

#define ITEM(text) "<text:list-item>" text "</text:list-item>"
#define LIST(more, items) "<text:list text:style-name=\"L1\"" more ">" items "</text:list>"
#define ON " text:continue-numbering=\"true\""

static void
test_numbers (void)
{
  g_autoptr (PltScript) script = read_text (
      LIST ("", ITEM (P ("P1", "INT. A - JOUR"))) P ("Standard", "Il dort.") LIST (
          ON, ITEM (P ("P1", "INT. B - JOUR") LIST ("", ITEM (P ("P1", "INT. C - JOUR")))))
          LIST (ON, "<text:list-item text:start-value=\"12\">" P (
                        "P1", "INT. D - JOUR") "</text:list-item>")
              LIST (" text:continue-list=\"list1\"", ITEM (P ("P1", "INT. E - JOUR"))) LIST (
                  "", ITEM (P ("P1", "INT. F - JOUR"))) "<text:list "
                                                        "text:style-name=\"L1\"><text:list-"
                                                        "header>" P (
                                                            "P1",
                                                            "INT. G - JOUR") "</"
                                                                             "text:list-header></"
                                                                             "text:list>"
                                                                             "<text:h "
                                                                             "text:style-name="
                                                                             "\"P1\" "
                                                                             "text:outline-level="
                                                                             "\"1\">INT. H - "
                                                                             "JOUR</text:h>"
                                                                             "<text:h "
                                                                             "text:style-name="
                                                                             "\"P1\" "
                                                                             "text:outline-level="
                                                                             "\"1\"><text:number>"
                                                                             "7B</text:number>"
                                                                             "INT. I - "
                                                                             "JOUR</text:h>");
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < script->scenes->len; i++)
    g_string_append_printf (numbers, "%s ",
                            ((PltScene *) g_ptr_array_index (script->scenes, i))->number);
  g_assert_cmpstr (numbers->str, ==, "1 2 A 12 13 1  1 7B ");
}

static void
test_beside (void)
{
  g_autoptr (PltScript) script = read_text (
      "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>"
      "Zoé</dc:creator></office:change-info><text:p>Supprimé.</text:p></text:deletion>"
      "</text:changed-region></text:tracked-changes>"
      "<text:table-of-content><text:index-body><text:p>INT. PHARE - JOUR 3</text:p>"
      "</text:index-body></text:table-of-content>" H
      "<text:p>Il dort<office:annotation><dc:creator>Zoé</dc:creator><text:p>Vrai ?</text:p>"
      "</office:annotation>.<text:note><text:note-citation>1</text:note-citation><text:note-body>"
      "<text:p>Source.</text:p></text:note-body></text:note><text:span text:style-name=\"T1\">"
      "Caché.</text:span><draw:frame><draw:text-box><text:p>Boîte.</text:p></draw:text-box>"
      "<svg:title xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\">Titre"
      "</svg:title></draw:frame></text:p>");
  g_autofree char *dump = plt_test_script_dump (script);
  static const char *const left_out[]
      = { "Supprimé.", "INT. PHARE - JOUR 3", "Vrai ?", "Source.", "Caché.", "Le Phare v3" };

  g_assert_cmpstr (dump, ==, "H INT. PHARE - JOUR\nA Il dort.\nA Boîte.");
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, left_out[i]));
  g_assert_cmpuint (script->remarks->len, ==, G_N_ELEMENTS (left_out));
  g_assert_false (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "Zoé"));
}

/* A page that the program ended, and one that the author did. */
static void
test_pages (void)
{
  g_autoptr (PltScript) script = read_text (H P ("Standard", "Il <text:soft-page-break/>dort.")
                                                H P ("P1", "Ext. Cap - nuit"));
  static const guint pages[] = { 1, 2, 3 };

  g_assert_cmpuint (script->scenes->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (((PltScene *) g_ptr_array_index (script->scenes, i))->page, ==, pages[i]);
}

/* Styles that inherit from themselves, and measures of no sense. */
static void
test_circle (void)
{
  const char *content
      = "<office:document-content " PLT_TEST_ODF "><office:automatic-styles>" STYLE (
          "A", "A", "B", PLACE ("fo:margin-left=\"1e999cm\" fo:text-indent=\"-\""))
          STYLE ("B", "B", "A", "") "</office:automatic-styles><office:body><office:text>" P (
              "A", "INT. PHARE - JOUR") "</office:text></office:body></office:document-content>";
  const PltOdtPart part = { content, strlen (content), "content.xml" };
  const PltOdtPart none = { NULL, 0, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_odt_read_parts (&part, &none, "essai.odt", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (script->scenes->len, ==, 1);
}

/* Speeches side by side in a table, a column a role, cell by cell; an empty cell says nothing. */
static void
test_tables (void)
{
#define CELL(content) "<table:table-cell>" content "</table:table-cell>"
#define ROW(one, two) "<table:table-row>" CELL (one) CELL (two) "</table:table-row>"
  assert_text (H "<table:table>" ROW (P ("Perso", "ANSEL") P ("Did", "(bas)") P ("Dial", "Bois."),
                                      P ("Perso", "ÉLODIE") P ("Dial", "Non."))
                   ROW (P ("Standard", ""),
                        P ("Perso", "ANSEL")
                            P ("Dial", "Si.")) "</table:table>" P ("Standard", "Il boit."),
               "H INT. PHARE - JOUR\nC ANSEL\nP (bas)\nD Bois.\nC ÉLODIE\nD Non.\nC ANSEL\nD Si.\n"
               "A Il boit.");
#undef ROW
#undef CELL
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/odt/styles", test_styles);
  g_test_add_func ("/odt/places", test_places);
  g_test_add_func ("/odt/spaces", test_spaces);
  g_test_add_func ("/odt/numbers", test_numbers);
  g_test_add_func ("/odt/beside", test_beside);
  g_test_add_func ("/odt/pages", test_pages);
  g_test_add_func ("/odt/circle", test_circle);
  g_test_add_func ("/odt/tables", test_tables);
  return g_test_run ();
}
