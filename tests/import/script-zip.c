#include "script-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static la_ssize_t
write_bytes (struct archive *archive, void *data, const void *bytes, size_t length)
{
  g_byte_array_append (data, bytes, (guint) length);
  return (la_ssize_t) length;
}

GByteArray *
plt_test_zip (const PltTestMember *members, guint n)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *archive = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  archive_write_set_bytes_per_block (archive, 0);
  g_assert_cmpint (archive_write_open (archive, bytes, NULL, write_bytes, NULL), ==, ARCHIVE_OK);
  for (guint i = 0; i < n; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = members[i].length >= 0 ? (gsize) members[i].length : strlen (members[i].bytes);

      archive_entry_set_pathname (entry, members[i].name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t) length);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, members[i].bytes, length), ==, length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return bytes;
}

/* ---- a script as paragraphs with styles ---- */

static const struct
{
  PltParagraphKind kind;
  const char *id, *english, *french;
  const char *class; /* of Celtx */
} styles[] = {
  { PLT_PARAGRAPH_HEADING, "S1", "Scene Heading", "En-tête de scène", "sceneheading" },
  { PLT_PARAGRAPH_ACTION, "S2", "Action", "SP - Action", "action" },
  { PLT_PARAGRAPH_CHARACTER, "S3", "Character", "Personnage", "character" },
  { PLT_PARAGRAPH_DIALOGUE, "S4", "Dialogue", "Réplique", "dialog" },
  { PLT_PARAGRAPH_PARENTHETICAL, "S5", "Parenthetical", "Parenthèse", "parenthetical" },
  { PLT_PARAGRAPH_TRANSITION, "S6", "Transition", "Transition", "transition" },
};

static const char *
style_of (PltParagraphKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (styles[i].kind == kind)
      return styles[i].id;
  return NULL;
}

static void
add_one (GString *out, const char *const marks[3], const char *style, const char *text)
{
  g_string_append_printf (out, "%s%s%s%s%s", marks[0], style, marks[1], text, marks[2]);
}

/* `marks` stand before the style, before the text and after it. */
static char *
to_paragraphs (const PltScript *script, const char *title, const char *const marks[3])
{
  GString *out = g_string_new (NULL);

  if (title != NULL)
    {
      const char *const lines[] = { script->title, "Un scénario de", script->author };

      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        add_one (out, marks, title, lines[i]);
    }
  for (guint i = 0; i < script->paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);
      const char *style = style_of (paragraph->kind);
      g_autofree char *text = g_markup_escape_text (paragraph->text, -1);

      if (style != NULL)
        add_one (out, marks, style, text);
    }
  return g_string_free (out, FALSE);
}

char *
plt_test_docx_document (const PltScript *script)
{
  const char *const marks[]
      = { "<w:p><w:pPr><w:pStyle w:val=\"", "\"/></w:pPr><w:r><w:rPr><w:i/></w:rPr><w:t>",
          "</w:t></w:r></w:p>" };
  g_autofree char *paragraphs = to_paragraphs (script, "S0", marks);

  return g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document " PLT_TEST_W
                          "><w:body>%s<w:sectPr/></w:body></w:document>",
                          paragraphs);
}

char *
plt_test_docx_styles (gboolean french)
{
  GString *out = g_string_new ("<w:styles " PLT_TEST_W ">"
                               "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"S\">"
                               "<w:name w:val=\"Normal\"/></w:style>"
                               "<w:style w:type=\"paragraph\" w:styleId=\"S0\">"
                               "<w:name w:val=\"Title\"/></w:style>");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    g_string_append_printf (out,
                            "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:name w:val=\"%s\"/>"
                            "<w:basedOn w:val=\"S\"/></w:style>",
                            styles[i].id, french ? styles[i].french : styles[i].english);
  return g_string_free (g_string_append (out, "</w:styles>"), FALSE);
}

char *
plt_test_odt_content (const PltScript *script, gboolean french)
{
  const char *const marks[] = { "<text:p text:style-name=\"", "\">", "</text:p>" };
  g_autofree char *paragraphs = to_paragraphs (script, "S0", marks);
  GString *out = g_string_new ("<office:document-content " PLT_TEST_ODF "><office:styles>"
                               "<style:style style:name=\"S0\" style:family=\"paragraph\" "
                               "style:display-name=\"Titre\"/>");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    g_string_append_printf (out,
                            "<style:style style:name=\"%s\" style:family=\"paragraph\" "
                            "style:display-name=\"%s\"/>",
                            styles[i].id, french ? styles[i].french : styles[i].english);
  g_string_append_printf (out,
                          "</office:styles><office:body><office:text>%s</office:text>"
                          "</office:body></office:document-content>",
                          paragraphs);
  return g_string_free (out, FALSE);
}

char *
plt_test_celtx_page (const PltScript *script)
{
  const char *const marks[] = { "<p class=\"", "\">", "<br>\n</p>\n" };
  g_autofree char *paragraphs = to_paragraphs (script, NULL, marks);
  g_autoptr (GString) body = g_string_new (paragraphs);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *id = g_strdup_printf ("\"%s\"", styles[i].id);
      g_autofree char *class = g_strdup_printf ("\"%s\"", styles[i].class);

      g_string_replace (body, id, class, 0);
    }
  return g_strdup_printf ("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html><head>"
                          "<title>%s</title><meta content=\"%s\" name=\"Author\">"
                          "<style>p { color: red }</style></head><body>\n%s</body></html>",
                          script->title, script->author, body->str);
}

/* ---- whole archives ---- */

GByteArray *
plt_test_docx (const char *document, const char *style_sheet, const char *numbering)
{
  const PltTestMember members[] = {
    { "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      "<Override PartName=\"/word/document.xml\" ContentType=\"application/"
      "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>",
      -1 },
    { "word/document.xml", document, -1 },
    { "word/styles.xml", style_sheet, -1 },
    { "word/numbering.xml", numbering != NULL ? numbering : "", -1 },
  };

  return plt_test_zip (members, numbering != NULL ? 4 : 3);
}

GByteArray *
plt_test_odt (const char *content, const char *style_sheet)
{
  const PltTestMember members[] = {
    { "mimetype", "application/vnd.oasis.opendocument.text", -1 },
    { "content.xml", content, -1 },
    { "styles.xml", style_sheet != NULL ? style_sheet : "", -1 },
  };

  return plt_test_zip (members, style_sheet != NULL ? 3 : 2);
}

GByteArray *
plt_test_celtx (const char *page)
{
  const PltTestMember members[] = {
    { "local.rdf", "<x/>", -1 },
    { "project.rdf",
      "<RDF:RDF xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:cx=\"http://celtx.com/NS/v1/\" "
      "xmlns:RDF=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<cx:Project dc:title=\"Projet\"/>"
      "<cx:Document dc:title=\"Screenplay\" cx:localFile=\"script-ab.html\">"
      "<cx:doctype RDF:resource=\"http://celtx.com/NS/v1/ScriptDocument\"/></cx:Document>"
      "</RDF:RDF>",
      -1 },
    { "script-ab.html", page, -1 },
  };

  return plt_test_zip (members, 3);
}
