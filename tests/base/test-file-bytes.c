/* plt-file-bytes.h: what is read, and what is refused without hanging. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "plt-error.h"
#include "plt-file-bytes.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("plt-file-bytes-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
assert_refused (const char *path, gsize most, PltError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_null (plt_file_bytes_read (path, most, &length, &error));
  g_assert_error (error, PLT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_content (Fixture *self, gconstpointer data)
{
  static const char bytes[] = "a\0b\377\r\n";
  static const gsize lengths[] = { 0, 1, 6 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *read = NULL;
      gsize length = 99;

      g_assert_true (g_file_set_contents (self->path, bytes, (gssize) lengths[i], NULL));
      read = plt_file_bytes_read (self->path, lengths[i], &length, &error); /* just as large */
      g_assert_no_error (error);
      g_assert_cmpmem (read, length, bytes, lengths[i]);
      g_assert_cmpint (read[length], ==, '\0');
    }
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  assert_refused (self->path, 10, PLT_ERROR_NOT_FOUND, self->path);
  assert_refused (self->folder, 10, PLT_ERROR_INVALID, "is not a file");
  assert_refused ("/dev/zero", 10, PLT_ERROR_INVALID, "“zero” is not a file");
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_refused (self->path, 10, PLT_ERROR_INVALID, "is not a file");
  g_remove (self->path);
  g_assert_true (g_file_set_contents (self->path, "hello", 5, NULL));
  assert_refused (self->path, 4, PLT_ERROR_TOO_BIG, "“a” is larger than 0 MB");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/base/file-bytes/content", Fixture, NULL, set_up, test_content, tear_down);
  g_test_add ("/base/file-bytes/refused", Fixture, NULL, set_up, test_refused, tear_down);
  return g_test_run ();
}
