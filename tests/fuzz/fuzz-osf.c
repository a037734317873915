#include <stdint.h>

#include "plt-osf.h"
#include "script-dump.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* A sound script or one error, never both. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltScript) script
      = plt_osf_read_document ((const char *) data, size, "fuzz", NULL, &error);

  g_assert_true ((script == NULL) == (error != NULL));
  if (script != NULL)
    plt_test_script_is_sound (script);
  return 0;
}
