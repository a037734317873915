#include <stdint.h>
#include <string.h>

#include "plt-fountain.h"
#include "plt-text.h"
#include "script-dump.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Whatever the bytes: a sound script that holds every sign. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = plt_text_to_utf8 ((const char *) data, size, NULL, NULL);
  g_autoptr (PltScript) script = plt_fountain_read (text, strlen (text));

  plt_test_script_is_sound (script);
  plt_test_script_holds (script, text, ".!@~><#=^*_\\/[]");
  return 0;
}
