#include <stdint.h>
#include <string.h>

#include "plt-heading.h"
#include "plt-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
check (const char *line, gboolean forced)
{
  PltHeading heading = { NULL };
  PltHeadingMatch match = plt_heading_parse (line, -1, forced, &heading);

  if (match == PLT_HEADING_NO)
    {
      g_assert_false (forced);
      g_assert_null (heading.set);
      return;
    }
  g_assert_true (g_utf8_validate (heading.number, -1, NULL));
  g_assert_true (g_utf8_validate (heading.effect, -1, NULL));
  g_assert_true (g_utf8_validate (heading.set, -1, NULL));
  g_assert_true (g_utf8_validate (heading.sub_set, -1, NULL));
  g_assert_true (g_utf8_validate (heading.text, -1, NULL));
  g_assert_cmpuint (strlen (heading.set), <=, strlen (line));
  plt_heading_clear (&heading);
}

/* Every line, as a heading and as what may be one. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = plt_text_to_utf8 ((const char *) data, size, NULL, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      check (lines[i], FALSE);
      check (lines[i], TRUE);
      g_free (plt_heading_parse_effect (lines[i], -1));
    }
  return 0;
}
