#include <stdint.h>
#include <string.h>

#include "plt-trelby.h"
#include "script-dump.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Any text is read, soundly. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (PltScript) script = plt_trelby_read (text, strlen (text));

  plt_test_script_is_sound (script);
  plt_trelby_recognise (text);
  return 0;
}
