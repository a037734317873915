#include "office.h"

#include <glib/gstdio.h>

/* A profile of its own, that says whether formulas are calculated when a workbook is read. */
static char *
write_profile (const char *folder, gboolean again)
{
  g_autofree char *user = g_build_filename (folder, again ? "always" : "never", "user", NULL);
  g_autofree char *path = g_build_filename (user, "registrymodifications.xcu", NULL);
  g_autofree char *text = g_strdup_printf (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" "
      "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\n"
      "<item oor:path=\"/org.openoffice.Office.Calc/Formula/Load\">"
      "<prop oor:name=\"OOXMLRecalcMode\" oor:op=\"fuse\"><value>%d</value></prop></item>\n"
      "</oor:items>\n",
      again ? 0 : 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (user, 0700), ==, 0);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return g_build_filename (folder, again ? "always" : "never", NULL);
}

gboolean
office_is_there (void)
{
  g_autofree char *program = g_find_program_in_path ("soffice");

  return program != NULL;
}

char *
office_calculate (const char *path, gboolean again, double *seconds)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *profile = write_profile (folder, again);
  g_autofree char *uri = g_filename_to_uri (profile, NULL, NULL);
  g_autofree char *option = g_strconcat ("-env:UserInstallation=", uri, NULL);
  g_autofree char *out = g_build_filename (folder, again ? "calculated" : "read", NULL);
  const char *argv[] = {
    "soffice", option, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
    out,       path,   NULL
  };
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  char *result = g_build_filename (out, name, NULL);
  int status;

  g_remove (result);
  g_spawn_sync (NULL, (char **) argv, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL, NULL,
                NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_true (g_file_test (result, G_FILE_TEST_EXISTS));
  if (seconds != NULL)
    *seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
  return result;
}
