/* Word: styles and their names, numbers that Word prints, texts without styles in the layouts they
 * come in, and what stands beside the text. */
#include <string.h>

#include "plt-docx.h"
#include "plt-error.h"
#include "script-dump.h"
#include "script-zip.h"

#define P(style, text)                                                                             \
  "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define N(text) "<w:p><w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r></w:p>"
#define EMPTY "<w:p/>"
#define AT(twips, text)                                                                            \
  "<w:p><w:pPr><w:ind w:left=\"" twips "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define MIDDLE(text)                                                                               \
  "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"

static PltScript *
read_parts (const char *body, const char *styles, const char *numbering, const char *comments)
{
  g_autofree char *document
      = g_strdup_printf ("<w:document " PLT_TEST_W "><w:body>%s</w:body></w:document>", body);
  g_autofree char *default_styles = plt_test_docx_styles (TRUE);
  PltDocxParts parts = { 0 };
  g_autoptr (GError) error = NULL;
  PltScript *script;

  if (styles == NULL)
    styles = default_styles;
  parts.document = (PltDocxPart){ document, strlen (document), "word/document.xml" };
  parts.styles = (PltDocxPart){ styles, strlen (styles), "word/styles.xml" };
  if (numbering != NULL)
    parts.numbering = (PltDocxPart){ numbering, strlen (numbering), "word/numbering.xml" };
  if (comments != NULL)
    parts.comments = (PltDocxPart){ comments, strlen (comments), "word/comments.xml" };
  script = plt_docx_read_parts (&parts, "essai.docx", &error);
  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  return script;
}

static void
assert_body (const char *body, const char *expected)
{
  g_autoptr (PltScript) script = read_parts (body, NULL, NULL, NULL);
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (dump, ==, expected);
}

/* ---- layouts of texts that have no styles ---- */

static void
test_layouts (void)
{
  static const struct
  {
    const char *body, *expected;
  } cases[] = {
    /* by indents, the extension of a cue in small letters */
    { N ("1. INT. PHARE / CUISINE - JOUR") N ("ANSEL verse deux bols.")
          AT ("3000", "ÉLODIE (voix off)") AT ("1500", "Il va refroidir.") AT ("2200", "(plus bas)")
              AT ("1500", "Bois.") N ("Il boit.") N ("COUPE FRANCHE À"),
      "H 1. INT. PHARE / CUISINE - JOUR\nA ANSEL verse deux bols.\nC ÉLODIE (voix off)\n"
      "D Il va refroidir.\nP (plus bas)\nD Bois.\nA Il boit.\nT COUPE FRANCHE À" },
    /* in the middle, with a title that is no cue */
    { MIDDLE ("LE PHARE") MIDDLE ("Un film de") MIDDLE ("Jeanne Kervella") N ("INT. PHARE - NUIT")
          MIDDLE ("MARIN") MIDDLE ("Qui va là ?") N ("Rien.") MIDDLE ("FIN"),
      "I LE PHARE\nI Un film de\nI Jeanne Kervella\nH INT. PHARE - NUIT\nC MARIN\n"
      "D Qui va là ?\nA Rien.\nE FIN" },
    /* at one margin, blank lines between */
    { N ("INT. PHARE - NUIT") EMPTY N ("La houle.") EMPTY N ("MARIN") N ("(criant)")
          N ("Qui va là ?") EMPTY N ("Personne.") EMPTY N ("MARIN") N ("NON !")
              EMPTY N ("FONDU AU NOIR."),
      "H INT. PHARE - NUIT\nA La houle.\nC MARIN\nP (criant)\nD Qui va là ?\nA Personne.\n"
      "C MARIN\nD NON !\nT FONDU AU NOIR." },
    /* at one margin, nothing between */
    { N ("INT. PHARE - NUIT") N ("La houle.") N ("MARIN") N ("Qui va là ?") N ("(un temps)")
          N ("Personne ?") N ("La lampe s’éteint."),
      "H INT. PHARE - NUIT\nA La houle.\nC MARIN\nD Qui va là ?\nP (un temps)\nD Personne ?\n"
      "A La lampe s’éteint." },
    /* name and speech in one paragraph, a line break between */
    { N ("INT. PHARE - NUIT") "<w:p><w:pPr><w:ind w:left=\"2000\"/></w:pPr><w:r><w:t>MARIN</w:t>"
                              "<w:br/><w:t>Qui va là ?</w:t><w:br/><w:t>Vite.</w:t></w:r></w:p>" N (
                                  "La houle."),
      "H INT. PHARE - NUIT\nC MARIN\nD Qui va là ? / Vite.\nA La houle." },
    /* a light above a group, and séquences below */
    { N ("JOUR") N ("Séquence 2 / SALON") N ("Il entre.") N ("Séquence 3 / CAVE") N ("Il descend."),
      "S JOUR\nH Séquence 2 / SALON\nA Il entre.\nH Séquence 3 / CAVE\nA Il descend." },
    /* tabs for the place, typographic signs kept */
    { N ("INT. PHARE - NUIT") N ("\t\t\t\tMARIN") N ("\t\t« Qui va là\302\240? »")
          N ("La houle — l’orage…"),
      "H INT. PHARE - NUIT\nC MARIN\nD « Qui va là\302\240? »\nA La houle — l’orage…" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_body (cases[i].body, cases[i].expected);
}

/* Lines of a typewriter: joined, with numbers in both margins and page numbers between. */
static void
test_typewriter (void)
{
  assert_body (
      N ("1.") EMPTY N ("12A    INT. PHARE - NUIT                      12A") EMPTY N (
          "       La houle frappe la pierre. Une lampe avance") N ("       seule sur la jetée mi-")
          N ("       noyée.") EMPTY N ("                          MARIN")
              N ("                 (de loin, et d’une voix") N ("                  étranglée)")
                  N ("               Qui va là ? Répondez") N ("               donc !")
                      EMPTY N ("2.") EMPTY N ("       Personne."),
      "H 12A INT. PHARE - NUIT 12A\n"
      "A La houle frappe la pierre. Une lampe avance seule sur la jetée mi-noyée.\n"
      "C MARIN\nP (de loin, et d’une voix étranglée)\nD Qui va là ? Répondez donc !\nA Personne.");
}

/* ---- styles ---- */

#define STYLE(id, name, more)                                                                      \
  "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/>" more           \
  "</w:style>"

static void
test_style_names (void)
{
  static const struct
  {
    const char *name;
    char kind;
  } cases[] = {
    { "Scene Heading", 'H' },
    { "scene heading", 'H' },
    { "Intitulé de scène", 'H' },
    { "En-tête de scène", 'H' },
    { "SP_Slugline", 'H' },
    { "Titre séquence", 'H' },
    { "Scène", 'H' },
    { "Personnage", 'C' },
    { "Character Name", 'C' },
    { "Nom de personnage", 'C' },
    { "Dialogue", 'D' },
    { "Scénario - Dialogues", 'D' },
    { "Character Dialogue", 'D' },
    { "Réplique", 'D' },
    { "Parenthèse", 'P' },
    { "Didascalie", 'P' },
    { "Parentheticals", 'P' },
    { "Transition", 'T' },
    { "Action", 'A' },
    { "Description", 'A' },
    { "Transactions", 'A' },
    { "Corps de texte", 'A' },
    { "heading 9", 'A' },
    { "Footnote Text", 'A' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *styles = g_strdup_printf (
          "<w:styles " PLT_TEST_W ">" STYLE ("X", "%s", "") "</w:styles>", cases[i].name);
      g_autoptr (PltScript) script
          = read_parts (N ("INT. PHARE - JOUR") P ("X", "Le sel blanc."), styles, NULL, NULL);
      g_autofree char *dump = plt_test_script_dump (script);
      const char *last = strrchr (dump, '\n') + 1;

      if (*last != cases[i].kind)
        g_error ("“%s” gave “%s”", cases[i].name, last);
    }
}

/* The kind, the capitals and the place that a style has from the one it is based on. */
static void
test_inherited_styles (void)
{
  const char *styles
      = "<w:styles " PLT_TEST_W ">" STYLE ("A", "Scene Heading", "<w:rPr><w:caps/></w:rPr>")
          STYLE ("B", "Nuit", "<w:basedOn w:val=\"A\"/>")
              STYLE ("C", "Boucle", "<w:basedOn w:val=\"D\"/>")
                  STYLE ("D", "Boucle 2", "<w:basedOn w:val=\"C\"/>") "</w:styles>";
  g_autoptr (PltScript) script
      = read_parts (P ("B", "Int. Café du port - nuit") P ("C", "La houle.") P ("E", "Le vent."),
                    styles, NULL, NULL);
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (dump, ==, "H INT. CAFÉ DU PORT - NUIT\nA La houle.\nA Le vent.");
}

/* A style of no known name is one of headings when that is what its paragraphs say. */
static void
test_learnt_style (void)
{
  const char *styles
      = "<w:styles " PLT_TEST_W
        ">" STYLE ("T", "heading 1", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>") "</w:styles>";
  g_autoptr (PltScript) script
      = read_parts (P ("T", "INT. PHARE - JOUR") N ("Il dort.") P ("T", "EXT. JETÉE - NUIT")
                        N ("La houle.") P ("T", "LA LANDE EN FEU") N ("Tout brûle."),
                    styles, NULL, NULL);
  g_autoptr (PltScript) acts = read_parts (
      P ("T", "PREMIÈRE PARTIE") N ("INT. PHARE - JOUR") N ("Il dort."), styles, NULL, NULL);
  g_autofree char *dump = plt_test_script_dump (script);
  g_autofree char *parts = plt_test_script_dump (acts);

  g_assert_cmpstr (dump, ==,
                   "H INT. PHARE - JOUR\nA Il dort.\nH EXT. JETÉE - NUIT\nA La houle.\n"
                   "H LA LANDE EN FEU\nA Tout brûle.");
  g_assert_cmpstr (parts, ==, "S PREMIÈRE PARTIE\nH INT. PHARE - JOUR\nA Il dort.");
}

/* ---- numbers ---- */

#define LIST(level, format, text)                                                                  \
  "<w:lvl w:ilvl=\"" level "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format                    \
  "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define NUMBERED(list, level, text)                                                                \
  "<w:p><w:pPr><w:pStyle w:val=\"S1\"/><w:numPr><w:ilvl w:val=\"" level                            \
  "\"/><w:numId w:val=\"" list "\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"

/* What Word prints: counted through the text, by level, begun anew where a list says so. */
static void
test_numbers (void)
{
  const char *numbering
      = "<w:numbering " PLT_TEST_W ">"
        "<w:abstractNum w:abstractNumId=\"0\">" LIST ("0", "decimal", "%1.") LIST (
            "1", "upperLetter",
            "%1%2.") "</w:abstractNum>"
                     "<w:abstractNum w:abstractNumId=\"4\">" LIST (
                         "0", "decimalZero",
                         "SÉQ. %1 -") "</w:abstractNum>"
                                      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                                      "<w:num w:numId=\"2\"><w:abstractNumId "
                                      "w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\">"
                                      "<w:startOverride w:val=\"100\"/></w:lvlOverride></w:num>"
                                      "<w:num w:numId=\"3\"><w:abstractNumId "
                                      "w:val=\"4\"/></w:num></w:numbering>";
  g_autoptr (PltScript) script = read_parts (
      NUMBERED ("1", "0", "INT. A - JOUR") N ("Il dort.") NUMBERED ("1", "0", "INT. B - JOUR")
          NUMBERED ("1", "1", "INT. C - JOUR") NUMBERED ("1", "1", "INT. D - JOUR")
              NUMBERED ("1", "0", "INT. E - JOUR") NUMBERED ("2", "0", "INT. F - JOUR")
                  NUMBERED ("2", "0", "INT. G - JOUR") NUMBERED ("3", "0", "INT. H - JOUR")
                      NUMBERED ("0", "0", "INT. I - JOUR") NUMBERED ("9", "0", "INT. J - JOUR"),
      NULL, numbering, NULL);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < script->scenes->len; i++)
    g_string_append_printf (numbers, "%s ",
                            ((PltScene *) g_ptr_array_index (script->scenes, i))->number);
  g_assert_cmpstr (numbers->str, ==, "1 2 2A 2B 3 100 101 01   ");
}

/* ---- beside the text ---- */

static void
test_changes (void)
{
  g_autoptr (PltScript) script = read_parts (
      P ("S1", "INT. PHARE - JOUR") "<w:p><w:pPr><w:pStyle w:val=\"S2\"/></w:pPr><w:r><w:t "
                                    "xml:space=\"preserve\">Il dort </w:t>"
                                    "</w:r><w:del><w:r><w:delText>debout</w:delText></w:r></"
                                    "w:del><w:ins><w:r><w:t>assis</w:t>"
                                    "</w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>"
                                    "<w:p><w:pPr><w:pStyle "
                                    "w:val=\"S2\"/><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t "
                                    "xml:space=\"preserve\">La houle </w:t></w:r></w:p>" P (
                                        "S2", "et le vent.") "<w:p><w:moveFrom><w:r><w:t>Ailleurs.<"
                                                             "/w:t></w:r></w:moveFrom></w:p>"
                                                             "<w:p><w:r><w:rPr><w:vanish/></"
                                                             "w:rPr><w:t>Caché.</w:t></w:r></w:p>",
      NULL, NULL, NULL);
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (dump, ==, "H INT. PHARE - JOUR\nA Il dort assis.\nA La houle et le vent.");
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "debout"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "Ailleurs."));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "Caché."));
}

static void
test_beside (void)
{
  g_autoptr (PltScript) script = read_parts (
      P ("S1",
         "INT. PHARE - JOUR") "<w:p><w:pPr><w:pStyle w:val=\"S2\"/></w:pPr><w:r><w:t>Il "
                              "dort.</w:t></w:r><w:r>"
                              "<w:commentReference "
                              "w:id=\"7\"/></w:r><w:r><mc:AlternateContent "
                              "xmlns:mc=\"http://schemas.openxmlformats.org/"
                              "markup-compatibility/2006\"><mc:Choice>"
                              "<w:txbxContent>" P (
                                  "S2",
                                  "Dans la boîte.") "</w:txbxContent></mc:Choice><mc:Fallback>"
                                                    "<w:txbxContent>" P (
                                                        "S2",
                                                        "Encore.") "</w:txbxContent></"
                                                                   "mc:Fallback></"
                                                                   "mc:AlternateContent>"
                                                                   "</w:r></w:p>"
                                                                   "<w:tbl><w:tr><w:"
                                                                   "tc>" P ("S2",
                                                                            "À "
                                                                            "gauch"
                                                                            "e.") "</"
                                                                                  "w:tc><w:"
                                                                                  "tc>" P (
                                                                                      "S2",
                                                                                      "À "
                                                                                      "droit"
                                                                                      "e.") "</"
                                                                                            "w:"
                                                                                            "tc>"
                                                                                            "</"
                                                                                            "w:"
                                                                                            "tr>"
                                                                                            "</"
                                                                                            "w:"
                                                                                            "tbl"
                                                                                            ">"
                                                                                            "<w:"
                                                                                            "p><"
                                                                                            "w:"
                                                                                            "hyp"
                                                                                            "erl"
                                                                                            "ink"
                                                                                            "><"
                                                                                            "w:"
                                                                                            "r><"
                                                                                            "w:"
                                                                                            "t>"
                                                                                            "Un "
                                                                                            "lie"
                                                                                            "n.<"
                                                                                            "/w:"
                                                                                            "t><"
                                                                                            "/w:"
                                                                                            "r><"
                                                                                            "/w:"
                                                                                            "hyp"
                                                                                            "erl"
                                                                                            "ink"
                                                                                            "></"
                                                                                            "w:"
                                                                                            "p>",
      NULL, NULL,
      "<w:comments " PLT_TEST_W "><w:comment w:id=\"7\"><w:p><w:r><w:t>À vérifier</w:t></w:r></w:p>"
      "</w:comment></w:comments>");
  g_autofree char *dump = plt_test_script_dump (script);
  const PltRemark *remark = g_ptr_array_index (script->remarks, 0);

  g_assert_cmpstr (dump, ==,
                   "H INT. PHARE - JOUR\nA Il dort.\nA Dans la boîte.\nA À gauche.\nA À droite.\n"
                   "A Un lien.");
  g_assert_cmpuint (script->remarks->len, ==, 1);
  g_assert_cmpstr (remark->text, ==, "À vérifier");
  g_assert_cmpuint (remark->line, ==, 2);
}

static void
test_contents (void)
{
  const char *styles = "<w:styles " PLT_TEST_W ">" STYLE ("T", "toc 1", "") "</w:styles>";
  g_autoptr (PltScript) script
      = read_parts (P ("T", "INT. PHARE - JOUR 3") P ("T", "EXT. JETÉE - NUIT 5")
                        N ("INT. PHARE - JOUR") N ("Il dort."),
                    styles, NULL, NULL);

  g_assert_cmpuint (script->scenes->len, ==, 1);
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "JETÉE"));
}

/* ---- pages ---- */

static void
test_pages (void)
{
  g_autoptr (PltScript) real = read_parts (
      P ("S1",
         "INT. A - JOUR") "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
                          "<w:p><w:pPr><w:pStyle "
                          "w:val=\"S1\"/></w:pPr><w:r><w:lastRenderedPageBreak/><w:t>INT. B - "
                          "JOUR</w:t></w:r></w:p><w:p><w:pPr><w:pStyle "
                          "w:val=\"S2\"/></w:pPr><w:r><w:t>Il dort "
                          "</w:t><w:lastRenderedPageBreak/><w:t>debout.</w:t></w:r></w:p>" P (
                              "S1", "INT. C - JOUR"),
      NULL, NULL, NULL);
  static const guint pages[] = { 1, 2, 3 };

  g_assert_cmpuint (real->scenes->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (((PltScene *) g_ptr_array_index (real->scenes, i))->page, ==, pages[i]);
}

/* All of a short first page is the title page. */
static void
test_title_page (void)
{
  g_autoptr (PltScript) script = read_parts (
      N ("Le Phare") N ("") N ("écrit par") N ("Jeanne Kervella") N (
          "Version 3") "<w:p><w:pPr><w:pStyle w:val=\"S1\"/><w:pageBreakBefore/></w:pPr><w:r><w:t>"
                       "INT. A - JOUR</w:t></w:r></w:p>",
      NULL, NULL, NULL);
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_cmpstr (script->title, ==, "Le Phare");
  g_assert_cmpstr (script->author, ==, "Jeanne Kervella");
  g_assert_cmpstr (dump, ==,
                   "I Le Phare\nI écrit par\nI Jeanne Kervella\nI Version 3\nH INT. A - JOUR");
}

/* Other prefixes, and the strict format. */
static void
test_namespaces (void)
{
  const char *document
      = "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" "
        "xmlns:z=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body>"
        "<p><pPr><jc z:val=\"right\"/></pPr><r><t>INT. PHARE - JOUR</t></r></p></body></document>";
  PltDocxParts parts = { .document = { document, strlen (document), "word/document.xml" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = plt_docx_read_parts (&parts, "essai.docx", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (script->scenes->len, ==, 1);
}

/* Ten thousand remarks of one kind become some hundred and the rest. */
static void
test_many_changes (void)
{
  g_autoptr (GString) body = g_string_new (P ("S1", "INT. PHARE - JOUR"));
  g_autoptr (PltScript) script = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (body, "<w:p><w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r>"
                           "</w:del></w:p>");
  script = read_parts (body->str, NULL, NULL, NULL);
  g_assert_cmpuint (script->remarks->len, ==, 201);
}

/* Speeches side by side in a table, cell by cell, with styles and without. */
static void
test_tables (void)
{
#define CELL(content) "<w:tc><w:tcPr><w:tcW w:w=\"4500\"/></w:tcPr>" content "</w:tc>"
#define TABLE(one, two) "<w:tbl><w:tblPr/><w:tr>" CELL (one) CELL (two) "</w:tr></w:tbl>"
  assert_body (P ("S1", "INT. PHARE - NUIT") P ("S2", "La houle.")
                   TABLE (P ("S3", "MARIN") P ("S4", "Qui va là ?"),
                          P ("S3", "ÉLODIE") P ("S4", "Personne.")) P ("S2", "Silence."),
               "H INT. PHARE - NUIT\nA La houle.\nC MARIN\nD Qui va là ?\nC ÉLODIE\n"
               "D Personne.\nA Silence.");
  assert_body (N ("INT. PHARE - NUIT") EMPTY N ("La houle.")
                   EMPTY TABLE (N ("MARIN") N ("Qui va là ?") EMPTY,
                                N ("ÉLODIE") N ("Personne.") EMPTY) N ("Silence."),
               "H INT. PHARE - NUIT\nA La houle.\nC MARIN\nD Qui va là ?\nC ÉLODIE\n"
               "D Personne.\nA Silence.");
#undef TABLE
#undef CELL
}

/* A sign that has a letter is read; one that only its font knows is told. */
static void
test_signs (void)
{
  static const struct
  {
    const char *sign, *text, *remark; /* (nullable) remark */
  } cases[] = {
    { "<w:sym w:font=\"Arial\" w:char=\"2192\"/>", "A La houle \342\206\222 forte.", NULL },
    { "<w:sym w:font=\"Arial\" w:char=\"00E9\"/>", "A La houle é forte.", NULL },
    { "<w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/>", "A La houle forte.", "Wingdings F0E0" },
    { "<w:sym w:char=\"F0E0\"/>", "A La houle forte.", "F0E0" },
    { "<w:sym w:font=\"Arial\" w:char=\"D800\"/>", "A La houle forte.", "D800" },
    { "<w:sym w:font=\"Arial\" w:char=\"0007\"/>", "A La houle forte.", "0007" },
    { "<w:sym w:font=\"Arial\" w:char=\"plus\"/>", "A La houle forte.", "plus" },
    { "<w:sym w:font=\"Arial\"/>", "A La houle forte.", NULL },
    { "<w:ptab w:alignment=\"left\"/>", "A La houle forte.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strconcat (
          P ("S1", "INT. PHARE - NUIT"),
          "<w:p><w:pPr><w:pStyle w:val=\"S2\"/></w:pPr><w:r>"
          "<w:t xml:space=\"preserve\">La houle </w:t>",
          cases[i].sign, "<w:t xml:space=\"preserve\"> forte.</w:t></w:r></w:p>", NULL);
      g_autoptr (PltScript) script = read_parts (body, NULL, NULL, NULL);
      g_autofree char *dump = plt_test_script_dump (script);
      const char *line = strchr (dump, '\n') + 1;

      g_assert_cmpstr (line, ==, cases[i].text);
      g_assert_cmpuint (script->remarks->len, ==, cases[i].remark != NULL ? 1 : 0);
      if (cases[i].remark != NULL)
        g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, cases[i].remark));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/docx/layouts", test_layouts);
  g_test_add_func ("/docx/typewriter", test_typewriter);
  g_test_add_func ("/docx/style-names", test_style_names);
  g_test_add_func ("/docx/inherited-styles", test_inherited_styles);
  g_test_add_func ("/docx/learnt-style", test_learnt_style);
  g_test_add_func ("/docx/numbers", test_numbers);
  g_test_add_func ("/docx/changes", test_changes);
  g_test_add_func ("/docx/beside", test_beside);
  g_test_add_func ("/docx/contents", test_contents);
  g_test_add_func ("/docx/pages", test_pages);
  g_test_add_func ("/docx/title-page", test_title_page);
  g_test_add_func ("/docx/namespaces", test_namespaces);
  g_test_add_func ("/docx/many-changes", test_many_changes);
  g_test_add_func ("/docx/tables", test_tables);
  g_test_add_func ("/docx/signs", test_signs);
  return g_test_run ();
}
