/* Archives at the door: one screenplay in every format, and what is refused with which sentence. */
#include <string.h>
#include <sys/resource.h>

#include "plt-archive.h"
#include "plt-docx.h"
#include "plt-error.h"
#include "plt-script-read.h"
#include "script-dump.h"
#include "script-zip.h"

/* What a sanitizer keeps beside the program, and what it slows down, is not what is measured. */
#ifdef __SANITIZE_ADDRESS__
#define ROOM 4
#else
#define ROOM 1
#endif

static PltScript *
read_fixture (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "fixtures", "scripts", "phare-v1.fountain", NULL);
  g_autoptr (GError) error = NULL;
  PltScript *script = plt_script_read (path, &error);

  g_assert_no_error (error);
  return script;
}

static PltScript *
read_zip (const GByteArray *bytes)
{
  g_autoptr (GError) error = NULL;
  PltScript *script
      = plt_script_read_bytes ((const char *) bytes->data, bytes->len, "essai", &error);

  g_assert_no_error (error);
  plt_test_script_is_sound (script);
  return script;
}

static void
assert_refused (const GByteArray *bytes, int code, const char *part)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PltScript) script
      = plt_script_read_bytes ((const char *) bytes->data, bytes->len, "essai.docx", &error);

  g_assert_null (script);
  g_assert_error (error, PLT_ERROR, code);
  if (strstr (error->message, part) == NULL || strstr (error->message, "essai.docx") == NULL
      || !g_str_has_suffix (error->message, ".") || strchr (error->message, '\n') != NULL)
    g_error ("“%s” for %s", error->message, part);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
}

/* ---- one script in every format ---- */

/* What the formats share: the text without title page and synopses. */
static char *
dump_text (const PltScript *script)
{
  g_autofree char *all = plt_test_script_dump (script);
  g_auto (GStrv) lines = g_strsplit (all, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strchr ("IYS", lines[i][0]) == NULL)
      g_string_append_printf (out, "%s\n", lines[i]);
  return g_string_free (out, FALSE);
}

static void
assert_same (const PltScript *one, const PltScript *two)
{
  g_autofree char *left = dump_text (one);
  g_autofree char *right = dump_text (two);
  g_autofree char *left_scenes = plt_test_script_scenes (one);
  g_autofree char *right_scenes = plt_test_script_scenes (two);

  g_assert_cmpstr (left, ==, right);
  g_assert_cmpstr (left_scenes, ==, right_scenes);
  g_assert_cmpstr (one->title, ==, two->title);
  g_assert_cmpstr (one->author, ==, two->author);
  g_assert_cmpuint (one->characters->len, ==, two->characters->len);
  for (guint i = 0; i < one->scenes->len; i++)
    g_assert_cmpuint (((PltScene *) g_ptr_array_index (one->scenes, i))->eighths, ==,
                      ((PltScene *) g_ptr_array_index (two->scenes, i))->eighths);
}

static void
test_same_in_all (void)
{
  g_autoptr (PltScript) fountain = read_fixture ();
  g_autofree char *document = plt_test_docx_document (fountain);
  g_autofree char *page = plt_test_celtx_page (fountain);
  g_autoptr (GByteArray) celtx = plt_test_celtx (page);
  g_autoptr (PltScript) from_celtx = read_zip (celtx);

  g_assert_cmpuint (fountain->scenes->len, ==, 4);
  g_assert_cmpstr (from_celtx->format, ==, "celtx");
  assert_same (fountain, from_celtx);
  for (gboolean french = FALSE; french <= TRUE; french++)
    {
      g_autofree char *styles = plt_test_docx_styles (french);
      g_autofree char *content = plt_test_odt_content (fountain, french);
      g_autoptr (GByteArray) docx = plt_test_docx (document, styles, NULL);
      g_autoptr (GByteArray) odt = plt_test_odt (content, NULL);
      g_autoptr (PltScript) from_docx = read_zip (docx);
      g_autoptr (PltScript) from_odt = read_zip (odt);

      g_assert_cmpstr (from_docx->format, ==, "docx");
      g_assert_cmpstr (from_odt->format, ==, "odt");
      assert_same (fountain, from_docx);
      assert_same (fountain, from_odt);
    }
}

/* Fade In: the title page stands behind the text, lists of styles hold the same elements. */
static void
test_fade_in (void)
{
  static const char document[]
      = "<?xml version=\"1.0\"?><document type=\"Open Screenplay Format document\" version=\"40\">"
        "<settings scene_numbering=\"true\"/><styles><style name=\"Action\"/></styles><paragraphs>"
        "<para><style basestylename=\"Scene Heading\" number=\"12A\"/><text>Int. Phare </text>"
        "<text bold=\"1\">- nuit</text></para>"
        "<para><style basestyle=\"Action\"/><text>Il dort.</text></para>"
        "<para page_break=\"true\"><style basestyle=\"Character\"/><text>Élodie (off)</text></para>"
        "<para><style basestyle=\"Dialogue\"/><text>Debout.</text></para></paragraphs>"
        "<titlepage><para><style name=\"Normal Text\"/><text>Le Phare</text></para></titlepage>"
        "<lists><para><text>rien</text></para></lists></document>";
  const PltTestMember members[] = { { "document.xml", document, -1 } };
  g_autoptr (GByteArray) zip = plt_test_zip (members, 1);
  g_autoptr (PltScript) script = read_zip (zip);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) alone
      = plt_script_read_bytes (document, sizeof document - 1, "essai.osf", &error);
  g_autofree char *dump = plt_test_script_dump (script);

  g_assert_no_error (error);
  g_assert_cmpstr (script->format, ==, "osf");
  g_assert_cmpstr (script->title, ==, "Le Phare");
  g_assert_cmpstr (((PltScene *) g_ptr_array_index (script->scenes, 0))->number, ==, "12A");
  g_assert_cmpstr (
      dump, ==, "I Le Phare\nH 12A. INT. PHARE - NUIT\nA Il dort.\nB\nC ÉLODIE (off)\nD Debout.");
  assert_same (script, alone);
}

/* What stands beside the text in Fade In is told; version 2.1 spells its attributes otherwise, and
 * brackets may be left to the program. */
static void
test_fade_in_beside (void)
{
  static const char document[]
      = "<?xml version=\"1.0\"?><document type=\"Open Screenplay Format document\" version=\"21\">"
        "<paragraphs>"
        "<para synopsis=\"Il attend.\" note=\"Vérifier la marée&#xA;de mars.\">"
        "<style baseStyleName=\"Scene Heading\"/><text>INT. PHARE - NUIT</text></para>"
        "<para note=\"\"><style baseStyleName=\"Action\"/><text>Il dort.</text></para>"
        "<para pageBreak=\"true\"><style baseStyleName=\"Character\"/><text>ÉLODIE</text></para>"
        "<para><style baseStyleName=\"Parenthetical\"/><text>bas</text></para>"
        "<para><style baseStyleName=\"Dialogue\"/><text>Debout.</text></para>"
        "<para><style baseStyleName=\"Parenthetical\"/><text>(fort)</text></para>"
        "<para><style baseStyleName=\"Dialogue\"/><text>Vite !</text></para>"
        "</paragraphs></document>";
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script
      = plt_script_read_bytes (document, sizeof document - 1, "essai.osf", &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = plt_test_script_dump (script);
  g_assert_cmpstr (dump, ==,
                   "H INT. PHARE - NUIT\nA Il dort.\nB\nC ÉLODIE\nP (bas)\nD Debout.\nP (fort)\n"
                   "D Vite !");
  g_assert_cmpuint (script->remarks->len, ==, 2);
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "marée"));
  g_assert_true (plt_test_script_has_remark (script, PLT_REMARK_DROPPED, "Il attend."));
}

/* The committed archives, as tests of the whole way from file to script. */
static void
test_fixtures (void)
{
  static const struct
  {
    const char *name, *scenes;
  } cases[] = {
    { "phare.docx",
      "7 INT|PHARE|CUISINE|JOUR 2\n8 EXT|JETÉE||NUIT 1\n9 INT|PHARE|ESCALIER|NUIT 0" },
    { "phare.odt", "1 INT|PHARE|CUISINE|JOUR 1\n2 EXT|JETÉE||NUIT 1\n1 INT|PHARE|ESCALIER|NUIT 0" },
    { "phare.celtx", "1 INT|PHARE|CUISINE|JOUR 1\n2A EXT|JETÉE||NUIT 1" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_test_build_filename (G_TEST_DIST, "fixtures", "archives", cases[i].name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (PltScript) script = plt_script_read (path, &error);
      g_autofree char *scenes = NULL;

      g_assert_no_error (error);
      plt_test_script_is_sound (script);
      scenes = plt_test_script_scenes (script);
      g_assert_cmpstr (scenes, ==, cases[i].scenes);
      g_assert_cmpstr (script->author, ==, "Judicaël Morvan");
    }
}

/* ---- what it is, by its members ---- */

static void
test_other_archives (void)
{
  static const struct
  {
    PltTestMember members[2];
    const char *part;
  } cases[] = {
    { { { "a.txt", "INT. A - JOUR\n", -1 }, { "b.png", "x", -1 } }, "archive" },
    { { { "[Content_Types].xml", "<Types/>", -1 }, { "xl/workbook.xml", "<x/>", -1 } },
      "spreadsheet" },
    { { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", -1 },
        { "content.xml", "<x/>", -1 } },
      "spreadsheet" },
    { { { "mimetype", "application/epub+zip", -1 }, { "META-INF/container.xml", "<x/>", -1 } },
      "EPUB" },
    { { { "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n", -1 }, { "A.class", "x", -1 } },
      "Java" },
    { { { "ppt/presentation.xml", "<x/>", -1 }, { "x", "x", -1 } }, "slide show" },
    { { { "Index/Document.iwa", "x", -1 }, { "x", "x", -1 } }, "Pages" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) zip = plt_test_zip (cases[i].members, 2);

      assert_refused (zip, PLT_ERROR_INVALID, cases[i].part);
    }
}

static void
test_no_screenplay (void)
{
  g_autofree char *styles = plt_test_docx_styles (FALSE);
  g_autoptr (GByteArray) docx = plt_test_docx (
      "<w:document " PLT_TEST_W "><w:body><w:p><w:r><w:t>Chère Madame,</w:t></w:r></w:p></w:body>"
      "</w:document>",
      styles, NULL);

  assert_refused (docx, PLT_ERROR_INVALID, "not a screenplay");
}

static void
test_missing_parts (void)
{
  const PltTestMember no_document[] = { { "word/styles.xml", "<x/>", -1 }, { "x", "x", -1 } };
  const PltTestMember no_content[]
      = { { "mimetype", "application/vnd.oasis.opendocument.text", -1 }, { "x", "x", -1 } };
  const PltTestMember no_page[] = { { "project.rdf", "<x/>", -1 }, { "x", "x", -1 } };
  g_autoptr (GByteArray) docx = plt_test_zip (no_document, 2);
  g_autoptr (GByteArray) odt = plt_test_zip (no_content, 2);
  g_autoptr (GByteArray) celtx = plt_test_zip (no_page, 2);

  assert_refused (docx, PLT_ERROR_DAMAGED, "word/document.xml");
  assert_refused (odt, PLT_ERROR_DAMAGED, "content.xml");
  assert_refused (celtx, PLT_ERROR_DAMAGED, "script.html");
}

static void
test_password (void)
{
  const PltTestMember members[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
    { "content.xml", "\001\002\003", -1 },
    { "META-INF/manifest.xml", "<manifest:file-entry><manifest:encryption-data/>", -1 },
  };
  g_autoptr (GByteArray) odt = plt_test_zip (members, 3);
  g_autofree char *styles = plt_test_docx_styles (FALSE);
  g_autoptr (GByteArray) docx = plt_test_docx ("<x/>", styles, NULL);

  assert_refused (odt, PLT_ERROR_INVALID, "password");
  /* Bit 0 of the flags of a member and of its entry in the directory: encrypted. */
  for (guint i = 0; i + 8 < docx->len; i++)
    if (memcmp (docx->data + i, "PK\003\004", 4) == 0)
      docx->data[i + 6] |= 1;
    else if (memcmp (docx->data + i, "PK\001\002", 4) == 0)
      docx->data[i + 8] |= 1;
  assert_refused (docx, PLT_ERROR_INVALID, "password");
}

/* ---- hostile archives ---- */

static void
test_truncated (void)
{
  g_autoptr (PltScript) fountain = read_fixture ();
  g_autofree char *content = plt_test_odt_content (fountain, TRUE);
  g_autoptr (GByteArray) odt = plt_test_odt (content, NULL);

  for (guint n = 4; n < odt->len; n += 7)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = g_memdup2 (odt->data, n);
      g_autoptr (PltScript) script = plt_script_read_bytes (copy, n, "essai.odt", &error);

      g_assert_null (script);
      g_assert_error (error, PLT_ERROR, PLT_ERROR_DAMAGED);
    }
}

/* Each byte of the archive in turn: the whole script, or a sentence. */
static void
test_flipped (void)
{
  g_autoptr (PltScript) fountain = read_fixture ();
  g_autofree char *content = plt_test_odt_content (fountain, TRUE);
  g_autoptr (GByteArray) odt = plt_test_odt (content, NULL);

  for (guint i = 4; i < odt->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltScript) script = NULL;

      odt->data[i] ^= 0x55;
      script = plt_script_read_bytes ((const char *) odt->data, odt->len, "essai.odt", &error);
      g_assert_true ((script == NULL) == (error != NULL));
      if (script != NULL)
        g_assert_cmpuint (script->scenes->len, ==, 4);
      odt->data[i] ^= 0x55;
    }
}

/* The checksum of a member is looked at. */
static void
test_wrong_sum (void)
{
  g_autofree char *styles = plt_test_docx_styles (FALSE);
  g_autoptr (GByteArray) docx = plt_test_docx ("<w:document " PLT_TEST_W "/>", styles, NULL);

  for (guint i = 0; i + 20 < docx->len; i++)
    if (memcmp (docx->data + i, "PK\001\002", 4) == 0)
      docx->data[i + 16] ^= 0xFF;
    else if (memcmp (docx->data + i, "PK\003\004", 4) == 0)
      docx->data[i + 14] ^= 0xFF;
    else if (memcmp (docx->data + i, "PK\007\010", 4) == 0)
      docx->data[i + 4] ^= 0xFF;
  assert_refused (docx, PLT_ERROR_DAMAGED, "damaged");
}

/* 4 GB by what its headers say: no memory is taken on their word. */
static void
test_false_size (void)
{
  g_autoptr (PltScript) fountain = read_fixture ();
  g_autofree char *content = plt_test_odt_content (fountain, TRUE);
  g_autoptr (GByteArray) odt = plt_test_odt (content, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = NULL;
  struct rusage before, after;

  for (guint i = 0; i + 28 < odt->len; i++)
    if (memcmp (odt->data + i, "PK\001\002", 4) == 0)
      memset (odt->data + i + 24, 0xFE, 4);
    else if (memcmp (odt->data + i, "PK\003\004", 4) == 0)
      memset (odt->data + i + 22, 0xFE, 4);
  getrusage (RUSAGE_SELF, &before);
  script = plt_script_read_bytes ((const char *) odt->data, odt->len, "essai.odt", &error);
  getrusage (RUSAGE_SELF, &after);
  if (script != NULL)
    g_assert_cmpuint (script->scenes->len, ==, 4);
  else
    g_assert_error (error, PLT_ERROR, PLT_ERROR_DAMAGED);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, ROOM * 32 * 1024);
}

static void
test_bomb (void)
{
  const gsize size = 1024 * 1024 * 1024;
  g_autofree char *zeros = g_try_malloc0 (size);
  const PltTestMember members[] = { { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
                                    { "content.xml", zeros, (gssize) size } };
  struct rusage before, after;
  g_autoptr (GByteArray) zip = NULL;

  if (zeros == NULL || !g_test_slow ())
    {
      g_test_skip ("packs a gigabyte: only with -m slow");
      return;
    }
  zip = plt_test_zip (members, 2);
  g_clear_pointer (&zeros, g_free);
  getrusage (RUSAGE_SELF, &before);
  assert_refused (zip, PLT_ERROR_TOO_BIG, "unpacks");
  getrusage (RUSAGE_SELF, &after);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, ROOM * 128 * 1024);
}

/* The same with as little as no one may mistake for a script. */
static void
test_small_bomb (void)
{
  const gsize size = 80 * 1024 * 1024;
  g_autofree char *zeros = g_malloc0 (size);
  const PltTestMember members[] = { { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
                                    { "content.xml", zeros, (gssize) size } };
  g_autoptr (GByteArray) zip = plt_test_zip (members, 2);

  assert_refused (zip, PLT_ERROR_TOO_BIG, "unpacks");
}

static void
test_many_members (void)
{
  const guint n = 65000;
  g_autofree PltTestMember *members = g_new0 (PltTestMember, n);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GByteArray) zip = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (names, g_strdup_printf ("word/%u.xml", i));
      members[i] = (PltTestMember){ g_ptr_array_index (names, i), "x", 1 };
    }
  zip = plt_test_zip (members, n);
  assert_refused (zip, PLT_ERROR_TOO_BIG, "more than 4096 files");
  g_clear_pointer (&zip, g_byte_array_unref);
  zip = plt_test_zip (members, PLT_ARCHIVE_MAX_MEMBERS + 1);
  assert_refused (zip, PLT_ERROR_TOO_BIG, "more than 4096 files");
}

static void
test_twice (void)
{
  const PltTestMember members[] = { { "word/document.xml", "<x/>", -1 },
                                    { "word/document.xml", "<y/>", -1 },
                                    { "word/styles.xml", "<z/>", -1 } };
  g_autoptr (GByteArray) zip = plt_test_zip (members, 3);

  assert_refused (zip, PLT_ERROR_DAMAGED, "twice");
}

static void
test_paths (void)
{
  const PltTestMember members[] = { { "../../../../tmp/word/document.xml", "<x/>", -1 },
                                    { "../word/document.xml", "<x/>", -1 } };
  g_autoptr (GByteArray) zip = plt_test_zip (members, 2);

  assert_refused (zip, PLT_ERROR_INVALID, "archive of other files");
}

/* ---- hostile XML in it ---- */

static GByteArray *
odt_of (const char *content)
{
  return plt_test_odt (content, NULL);
}

static void
test_hostile_xml (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  static const struct
  {
    const char *content;
    int code;
    const char *part;
  } cases[] = {
    { "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>",
      PLT_ERROR_INVALID, "entities" },
    { "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a/>", PLT_ERROR_INVALID,
      "entities" },
    { "<a>", PLT_ERROR_DAMAGED, "content.xml" },
    { "", PLT_ERROR_DAMAGED, "content.xml" },
    { "<a>\303\050</a>", PLT_ERROR_DAMAGED, "content.xml" },
    { "<a>&nbsp;</a>", PLT_ERROR_DAMAGED, "content.xml" },
    { "<a b=\"1\" b=\"2\"", PLT_ERROR_DAMAGED, "content.xml" },
    { "INT. PHARE - JOUR", PLT_ERROR_DAMAGED, "content.xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) odt = odt_of (cases[i].content);

      assert_refused (odt, cases[i].code, cases[i].part);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  {
    g_autoptr (GByteArray) odt = odt_of (deep->str);

    assert_refused (odt, PLT_ERROR_INVALID, "deeper");
  }
}

/* As many paragraphs, boxes and styles as fit: memory and time stay within bounds. */
static void
test_many_elements (void)
{
  static const struct
  {
    const char *before, *piece, *after;
  } cases[] = {
    { "<w:p>", "<w:p/>", "</w:p>" },
    { "", "<w:p/>", "" },
    { "", "<w:p><w:r><w:t>A</w:t></w:r></w:p>", "" },
    { "<w:p><w:r><w:txbxContent>", "<w:p/>", "</w:txbxContent></w:r></w:p>" },
    { "<w:p>", "<w:r><w:t>a</w:t><w:br/></w:r>", "</w:p>" },
    { "<w:p>", "<w:del><w:r><w:delText>a</w:delText></w:r></w:del>", "</w:p>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) document = g_string_new ("<w:document " PLT_TEST_W "><w:body>");
      g_autoptr (GError) error = NULL;
      g_autoptr (PltScript) script = NULL;
      PltDocxParts parts = { 0 };
      struct rusage before, after;
      gint64 start;

      g_string_append (document, cases[i].before);
      while (document->len < 15 * 1024 * 1024)
        g_string_append (document, cases[i].piece);
      g_string_append_printf (document, "%s</w:body></w:document>", cases[i].after);
      parts.document = (PltDocxPart){ document->str, document->len, "word/document.xml" };
      getrusage (RUSAGE_SELF, &before);
      start = g_get_monotonic_time ();
      script = plt_docx_read_parts (&parts, "essai.docx", &error);
      g_test_message ("%s: %" G_GINT64_FORMAT " ms", cases[i].piece,
                      (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, ROOM * 10 * G_USEC_PER_SEC);
      getrusage (RUSAGE_SELF, &after);
      g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, ROOM * 400 * 1024);
      g_assert_true ((script == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip-script/same-in-all", test_same_in_all);
  g_test_add_func ("/zip-script/fade-in", test_fade_in);
  g_test_add_func ("/zip-script/fade-in-beside", test_fade_in_beside);
  g_test_add_func ("/zip-script/fixtures", test_fixtures);
  g_test_add_func ("/zip-script/other-archives", test_other_archives);
  g_test_add_func ("/zip-script/no-screenplay", test_no_screenplay);
  g_test_add_func ("/zip-script/missing-parts", test_missing_parts);
  g_test_add_func ("/zip-script/password", test_password);
  g_test_add_func ("/zip-script/truncated", test_truncated);
  g_test_add_func ("/zip-script/flipped", test_flipped);
  g_test_add_func ("/zip-script/wrong-sum", test_wrong_sum);
  g_test_add_func ("/zip-script/false-size", test_false_size);
  g_test_add_func ("/zip-script/bomb", test_bomb);
  g_test_add_func ("/zip-script/small-bomb", test_small_bomb);
  g_test_add_func ("/zip-script/many-members", test_many_members);
  g_test_add_func ("/zip-script/twice", test_twice);
  g_test_add_func ("/zip-script/paths", test_paths);
  g_test_add_func ("/zip-script/hostile-xml", test_hostile_xml);
  g_test_add_func ("/zip-script/many-elements", test_many_elements);
  return g_test_run ();
}
