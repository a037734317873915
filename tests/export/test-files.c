/* Every writer, whatever happens to the disk: whole or not at all. */
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "plt-document-dump.h"
#include "plt-export-file.h"
#include "plt-export.h"
#include "plt-test-document.h"
#include "temp-folder.h"

static const char *const names[] = { "papier.xlsx", "papier.csv", "papier.txt" };

static void
test_by_ending (void)
{
  static const struct
  {
    const char *name;
    const char *begins; /* NULL: not known */
  } cases[] = {
    { "a.xlsx", "PK" },   { "a.XLSX", "PK" },   { "a.csv", "\357\273\277code;" },
    { "a.Txt", "Devis" }, { "a.pdf", NULL },    { "a.xls", NULL },
    { "xlsx", NULL },     { "a.csv.gz", NULL },
  };
  g_autoptr (PltDocument) document = plt_test_document_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = temp_path (cases[i].name);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_assert_cmpint (plt_export_knows (path), ==, cases[i].begins != NULL);
      g_assert_cmpint (plt_export_write (document, path, &error), ==, cases[i].begins != NULL);
      if (cases[i].begins != NULL)
        {
          g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
          g_assert_true (g_str_has_prefix (text, cases[i].begins));
          g_remove (path);
        }
      else
        {
          g_assert_error (error, PLT_ERROR, PLT_ERROR_USAGE);
          g_assert_nonnull (strstr (error->message, ".xlsx"));
          g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
        }
    }
  g_assert_cmpuint (temp_count (), ==, 0);
}

static void
test_replaces (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = temp_path (names[i]);
      g_autofree char *long_text = g_strnfill (200000, 'x');
      g_autofree char *text = NULL;
      g_assert_true (g_file_set_contents (path, long_text, -1, NULL));
      g_assert_true (plt_export_write (document, path, NULL));
      gsize length;
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      g_assert_cmpuint (length, <, 100000);
      g_assert_cmpuint (temp_count (), ==, 1);
      g_remove (path);
    }
}

static void
test_bad_places (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) missing = NULL;
      g_autofree char *nowhere = g_build_filename (temp_folder (), "absent", names[i], NULL);
      g_assert_false (plt_export_write (document, nowhere, &missing));
      g_assert_error (missing, PLT_ERROR, PLT_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (missing->message, names[i]));

      g_autoptr (GError) folder = NULL;
      g_autofree char *path = temp_path (names[i]);
      g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
      g_assert_false (plt_export_write (document, path, &folder));
      g_assert_error (folder, PLT_ERROR, PLT_ERROR_CONFLICT);
      g_assert_cmpint (g_rmdir (path), ==, 0);
    }
  g_assert_cmpuint (temp_count (), ==, 0);
}

static void
test_read_only_folder (void)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write anywhere");
      return;
    }
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_assert_cmpint (g_chmod (temp_folder (), 0555), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = temp_path (names[i]);
      g_assert_false (plt_export_write (document, path, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY);
    }
  g_assert_cmpint (g_chmod (temp_folder (), 0755), ==, 0);
}

/* A limit on the size of files stands for the disk that fills up: at every size up to what the file
 * needs, also in the temporary files of the library, what was there stays and nothing is left. */
static void
test_full_disk (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  signal (SIGXFSZ, SIG_IGN);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = temp_path (names[i]);
      g_assert_true (plt_export_write (document, path, NULL));
      GStatBuf buffer;
      g_assert_cmpint (g_stat (path, &buffer), ==, 0);
      g_assert_true (g_file_set_contents (path, "avant", -1, NULL));

      guint refused = 0;
      for (goffset limit = 0; limit < buffer.st_size; limit += 1 + buffer.st_size / 23)
        {
          struct rlimit before, low;
          getrlimit (RLIMIT_FSIZE, &before);
          low = before;
          low.rlim_cur = (rlim_t) limit;
          setrlimit (RLIMIT_FSIZE, &low);
          g_autoptr (GError) error = NULL;
          gboolean written = plt_export_write (document, path, &error);
          setrlimit (RLIMIT_FSIZE, &before);

          g_assert_false (written);
          g_assert_true (g_error_matches (error, PLT_ERROR, PLT_ERROR_FULL)
                         || g_error_matches (error, PLT_ERROR, PLT_ERROR_FAILED));
          refused++;
          g_autofree char *text = NULL;
          g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
          g_assert_cmpstr (text, ==, "avant");
          g_assert_cmpuint (temp_count (), ==, 1);
        }
      g_assert_cmpuint (refused, >, 15);
      g_remove (path);
    }
}

/* The part of the workbook that is largest before it is packed meets the limit when the packed file
 * does not: the library alone would call that a success. */
static void
test_full_disk_of_the_library (void)
{
  g_autoptr (PltDocument) document = plt_test_document_list_new (2000);
  g_autofree char *path = temp_path ("grand.xlsx");
  g_assert_true (plt_export_write (document, path, NULL));
  GStatBuf buffer;
  g_assert_cmpint (g_stat (path, &buffer), ==, 0);
  g_remove (path);

  struct rlimit before, low;
  getrlimit (RLIMIT_FSIZE, &before);
  low = before;
  low.rlim_cur = (rlim_t) (buffer.st_size + 1000);
  setrlimit (RLIMIT_FSIZE, &low);
  g_autoptr (GError) error = NULL;
  gboolean written = plt_export_write (document, path, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (written);
  g_assert_nonnull (error);
  g_assert_cmpuint (temp_count (), ==, 0);
}

/* Only our sentence may be told: the library prints its own troubles. */
static void
test_quiet (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("");
      return;
    }
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_autofree char *path = temp_path ("papier.xlsx");
  signal (SIGXFSZ, SIG_IGN);
  struct rlimit before, low;
  getrlimit (RLIMIT_FSIZE, &before);
  low = before;
  low.rlim_cur = 3000;
  setrlimit (RLIMIT_FSIZE, &low);
  g_autoptr (GError) error = NULL;
  gboolean written = plt_export_write (document, path, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (written);
}

static void
test_sentences (void)
{
  static const struct
  {
    int code;
    PltError expected;
  } cases[] = {
    { ENOSPC, PLT_ERROR_FULL },      { EDQUOT, PLT_ERROR_FULL },
    { EFBIG, PLT_ERROR_FULL },       { EACCES, PLT_ERROR_READ_ONLY },
    { EPERM, PLT_ERROR_READ_ONLY },  { EROFS, PLT_ERROR_READ_ONLY },
    { ENOENT, PLT_ERROR_NOT_FOUND }, { ENOTDIR, PLT_ERROR_NOT_FOUND },
    { EISDIR, PLT_ERROR_CONFLICT },  { 0, PLT_ERROR_FAILED },
    { EIO, PLT_ERROR_FAILED },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      plt_export_set_error (&error, "/ailleurs/devis été.xlsx", cases[i].code);
      g_assert_error (error, PLT_ERROR, (gint) cases[i].expected);
      g_assert_nonnull (strstr (error->message, "devis été.xlsx"));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_text (void)
{
  g_autoptr (PltDocument) document = plt_test_document_new ();
  g_autofree char *path = temp_path ("papier.txt");
  g_autofree char *expected = plt_document_dump (document, PLT_DUMP_PLAIN);
  g_autofree char *text = NULL;
  g_assert_true (plt_export_write (document, path, NULL));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/by-ending", test_by_ending);
  g_test_add_func ("/files/replaces", test_replaces);
  g_test_add_func ("/files/bad-places", test_bad_places);
  g_test_add_func ("/files/read-only-folder", test_read_only_folder);
  g_test_add_func ("/files/full-disk", test_full_disk);
  g_test_add_func ("/files/full-disk-of-the-library", test_full_disk_of_the_library);
  g_test_add_func ("/files/quiet", test_quiet);
  g_test_add_func ("/files/sentences", test_sentences);
  g_test_add_func ("/files/text", test_text);
  return run_in_temp_folder ();
}
