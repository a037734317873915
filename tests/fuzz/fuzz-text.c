#include <stdint.h>
#include <string.h>

#include "plt-script-builder.h"
#include "plt-text-script.h"
#include "plt-text.h"
#include "script-dump.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Any bytes are a sound script by their columns, whether or not they would be read so. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text
      = plt_script_compose (plt_text_to_utf8 ((const char *) data, size, NULL, NULL));
  gsize length = strlen (text);
  g_autoptr (PltScript) script = plt_text_script_read (text, length);

  plt_test_script_is_sound (script);
  g_assert_true (g_utf8_validate (script->title, -1, NULL));
  plt_text_script_is_laid_out (text, length);
  return 0;
}
