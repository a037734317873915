#include <stdint.h>
#include <string.h>

#include "plt-docx.h"
#include "plt-zip-script.h"
#include "script-dump.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

static const char document[]
    = "<w:document " W "><w:body><w:p><w:pPr><w:pStyle w:val=\"Intitul\"/><w:numPr><w:ilvl "
      "w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>INT. PHARE - JOUR</w:t></w:r>"
      "<w:r><w:commentReference w:id=\"0\"/><w:footnoteReference w:id=\"0\"/></w:r></w:p>"
      "<w:p><w:pPr><w:pStyle w:val=\"Perso\"/></w:pPr><w:r><w:t>ANSEL</w:t></w:r></w:p>"
      "<w:p><w:pPr><w:pStyle w:val=\"Rep\"/></w:pPr><w:r><w:t>Bois.</w:t></w:r></w:p></w:body>"
      "</w:document>";
static const char styles[]
    = "<w:styles " W "><w:style w:type=\"paragraph\" w:styleId=\"Intitul\"><w:name "
      "w:val=\"Scene Heading\"/></w:style><w:style w:type=\"paragraph\" "
      "w:styleId=\"Perso\"><w:name "
      "w:val=\"Personnage\"/></w:style></w:styles>";

static PltDocxPart
part (const char *bytes, size_t size, const char *name)
{
  return (PltDocxPart){ bytes, size, name };
}

static gboolean
says (const char *bytes, size_t size, const char *word)
{
  return g_strstr_len (bytes, (gssize) MIN (size, 4096), word) != NULL;
}

/* Which part the bytes are: what the first says, "0" to "4", or their root. */
static PltDocxParts
find_parts (const char *bytes, size_t size)
{
  PltDocxParts parts = { .document = part (document, sizeof document - 1, "document"),
                         .styles = part (styles, sizeof styles - 1, "styles") };
  char which = size > 0 ? bytes[0] : '0';

  if (size > 0 && which >= '0' && which <= '4')
    {
      bytes++;
      size--;
    }
  else if (says (bytes, size, "<w:styles"))
    which = '1';
  else if (says (bytes, size, "<w:numbering"))
    which = '2';
  else if (says (bytes, size, "<w:comments"))
    which = '3';
  switch (which)
    {
    case '1':
      parts.styles = part (bytes, size, "fuzz");
      break;
    case '2':
      parts.numbering = part (bytes, size, "fuzz");
      break;
    case '3':
      parts.comments = parts.footnotes = part (bytes, size, "fuzz");
      break;
    case '4':
      parts.frames[0] = part (bytes, size, "fuzz");
      break;
    default:
      parts.document = part (bytes, size, "fuzz");
      break;
    }
  return parts;
}

/* A sound script or one error, never both. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = NULL;
  g_autofree char *bytes = g_malloc (size + 1);

  memcpy (bytes, data, size);
  bytes[size] = '\0';
  if (size > 4 && memcmp (bytes, "PK", 2) == 0)
    script = plt_zip_script_read (bytes, size, "fuzz", &error);
  else
    {
      PltDocxParts parts = find_parts (bytes, size);

      script = plt_docx_read_parts (&parts, "fuzz", &error);
    }
  g_assert_true ((script == NULL) == (error != NULL));
  if (script != NULL)
    plt_test_script_is_sound (script);
  return 0;
}
