#include "plt-test-golden.h"

#include <string.h>

static void
write_file (const char *path, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* "line 12: expected …, got …": the first line that differs. */
static char *
first_difference (const char *expected, const char *got)
{
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) got_lines = g_strsplit (got, "\n", -1);
  guint i = 0;
  while (expected_lines[i] != NULL && got_lines[i] != NULL
         && strcmp (expected_lines[i], got_lines[i]) == 0)
    i++;
  return g_strdup_printf ("line %u\n  expected: %s\n  got:      %s", i + 1,
                          expected_lines[i] != NULL ? expected_lines[i] : "(end)",
                          got_lines[i] != NULL ? got_lines[i] : "(end)");
}

void
plt_assert_golden_at (
    const char *file, int line, const char *function, const char *name, const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);

  if (g_strcmp0 (g_getenv ("PLT_UPDATE_GOLDEN"), "1") == 0)
    {
      write_file (path, text);
      g_test_message ("wrote %s", path);
      return;
    }

  g_autofree char *expected = NULL;
  g_autofree char *message = NULL;
  if (!g_file_get_contents (path, &expected, NULL, NULL))
    message = g_strdup_printf ("there is no golden %s", name);
  else if (strcmp (expected, text) != 0)
    {
      g_autofree char *difference = first_difference (expected, text);
      message = g_strdup_printf ("golden %s differs at %s", name, difference);
    }
  if (message == NULL)
    return;

  g_autofree char *actual = g_test_build_filename (G_TEST_BUILT, "golden", name, NULL);
  write_file (actual, text);
  g_autofree char *all = g_strdup_printf (
      "%s\nThe text is in %s; PLT_UPDATE_GOLDEN=1 makes it the golden.", message, actual);
  g_assertion_message (G_LOG_DOMAIN, file, line, function, all);
}
