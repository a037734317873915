/* Archives for the tests of readers, made in memory: a zip of members, and a screenplay as Word,
 * LibreOffice and Celtx write it. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  const char *bytes;
  gssize length; /* -1: a string */
} PltTestMember;

/* (transfer full): a zip of the members, packed */
GByteArray *plt_test_zip (const PltTestMember *members, guint n);

/* (transfer full): the XML or HTML of a script: headings, cues and the rest as paragraphs of the
 * styles that `french` names or the English ones; the title page as the format has it. */
char *plt_test_docx_document (const PltScript *script);
char *plt_test_docx_styles (gboolean french);
char *plt_test_odt_content (const PltScript *script, gboolean french);
char *plt_test_celtx_page (const PltScript *script);

/* (transfer full): the whole archives */
GByteArray *plt_test_docx (const char *document, const char *styles, const char *numbering);
GByteArray *plt_test_odt (const char *content, const char *styles);
GByteArray *plt_test_celtx (const char *page);

#define PLT_TEST_W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define PLT_TEST_ODF                                                                               \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                             \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                               \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                                 \
  "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "                              \
  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "                                                 \
  "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""

G_END_DECLS
