#include <stdint.h>
#include <string.h>

#include "plt-celtx.h"
#include "plt-zip-script.h"
#include "script-dump.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A whole archive gives a sound script or one error; a page always a script. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script = NULL;
  g_autofree char *bytes = g_malloc (size + 1);

  memcpy (bytes, data, size);
  bytes[size] = '\0';
  if (size > 4 && memcmp (bytes, "PK", 2) == 0)
    {
      script = plt_zip_script_read (bytes, size, "fuzz", &error);
      g_assert_true ((script == NULL) == (error != NULL));
    }
  else
    {
      script = plt_celtx_read_page (bytes, size, NULL);
      g_assert_nonnull (script);
    }
  if (script != NULL)
    plt_test_script_is_sound (script);
  return 0;
}
