#include <stdint.h>
#include <string.h>

#include "plt-odt.h"
#include "plt-zip-script.h"
#include "script-dump.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

#define ODF                                                                                        \
  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                             \
  "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "                               \
  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""

static const char content[]
    = "<office:document-content " ODF "><office:body><office:text><text:list "
      "text:style-name=\"L1\"><text:list-item><text:p text:style-name=\"Intitul_e9_\">INT. PHARE - "
      "JOUR</text:p></text:list-item></text:list><text:p text:style-name=\"Perso\">ANSEL</text:p>"
      "<text:p>Bois.</text:p></office:text></office:body></office:document-content>";
static const char styles[]
    = "<office:document-styles " ODF "><office:styles><style:style style:name=\"Perso\" "
      "style:display-name=\"Personnage\" style:family=\"paragraph\"/></office:styles>"
      "</office:document-styles>";

/* A sound script or one error, never both. The first byte says which part the others are, "0" the
 * content, "1" the styles, "2" both; without it their root does. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = NULL;
  g_autofree char *bytes = g_malloc (size + 1);
  PltOdtPart parts[2]
      = { { content, sizeof content - 1, "content" }, { styles, sizeof styles - 1, "styles" } };
  char which = '0';
  gsize skip = 0;

  memcpy (bytes, data, size);
  bytes[size] = '\0';
  if (size > 0 && bytes[0] >= '0' && bytes[0] <= '2')
    {
      which = bytes[0];
      skip = 1;
    }
  else if (g_strstr_len (bytes, (gssize) MIN (size, 4096), "<office:document-styles") != NULL)
    which = '1';
  for (guint i = 0; i < 2; i++)
    if (which == '2' || which == (char) ('0' + (int) i))
      parts[i] = (PltOdtPart){ bytes + skip, size - skip, "fuzz" };
  script = size > 4 && memcmp (bytes, "PK", 2) == 0
               ? plt_zip_script_read (bytes, size, "fuzz", &error)
               : plt_odt_read_parts (&parts[0], &parts[1], "fuzz", &error);
  g_assert_true ((script == NULL) == (error != NULL));
  if (script != NULL)
    plt_test_script_is_sound (script);
  return 0;
}
