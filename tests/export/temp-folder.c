#include "temp-folder.h"

#include <glib/gstdio.h>

static char *folder;

static void
empty (const char *of)
{
  GDir *dir = g_dir_open (of, 0, NULL);
  const char *name;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (of, name, NULL);
      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        empty (path);
      g_remove (path);
    }
  g_clear_pointer (&dir, g_dir_close);
}

int
run_in_temp_folder (void)
{
  g_autoptr (GError) error = NULL;
  folder = g_dir_make_tmp ("plateau-test-XXXXXX", &error);
  g_assert_no_error (error);
  int status = g_test_run ();
  empty (folder);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
  return status;
}

char *
temp_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

const char *
temp_folder (void)
{
  return folder;
}

guint
temp_count (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_dir_close (dir);
  return n;
}
