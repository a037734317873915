/* A production of every landed version opens, whole, with today's program.
 *
 * tests/fixtures/production-vN.plateau.gz has rows in every table, a step of history and a
 * snapshot. When a schema lands, PLATEAU_WRITE_FIXTURE=1 makes the file of that version; those of
 * older versions are never made again. */
#include <string.h>

#include "plt-rows.h"
#include "plt-test-file.h"
#include "plt-test-store.h"

#define ADD(name, function)                                                                        \
  g_test_add ("/store/fixtures/" name, PltTestFile, NULL, plt_test_file_set_up, function,          \
              plt_test_file_tear_down)

static char *
fixture_path (int version)
{
  g_autofree char *name = g_strdup_printf ("production-v%d.plateau.gz", version);

  return g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
}

static void
convert (const char *from, const char *to, GConverter *converter)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) in = G_INPUT_STREAM (g_file_read (source, NULL, &error));
  g_autoptr (GInputStream) converted = NULL;
  g_autoptr (GOutputStream) out = NULL;

  g_assert_no_error (error);
  converted = g_converter_input_stream_new (in, converter);
  out = G_OUTPUT_STREAM (
      g_file_replace (target, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (out, converted, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

static void
write_fixture (PltTestFile *t)
{
  g_autofree char *fixture = fixture_path (PLT_SCHEMA_VERSION);
  g_autofree char *path = plt_test_path (t, "sample.plateau");
  g_autoptr (GConverter) converter
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autoptr (GError) error = NULL;

  plt_store_snapshot_make (store, "avant", &error);
  g_assert_no_error (error);
  PLT_TEST_INSERT (store, "location", "name", "Ajouté");
  plt_store_save_copy (store, path, &error);
  g_assert_no_error (error);
  convert (path, fixture, converter);
}

static void
open_fixture (PltTestFile *t, int version)
{
  g_autofree char *fixture = fixture_path (version);
  g_autoptr (GConverter) converter
      = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

  g_clear_object (&t->store);
  convert (fixture, t->path, converter);
  plt_test_reopen (t, PLT_OPEN_READ);
  plt_test_assert_sound (t->store);
  plt_test_reopen (t, PLT_OPEN_WRITE);
}

static void
test_versions (PltTestFile *t, gconstpointer data)
{
  if (g_getenv ("PLATEAU_WRITE_FIXTURE") != NULL)
    write_fixture (t);
  for (int version = 1; version <= PLT_SCHEMA_VERSION; version++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *then = NULL;
      g_autofree char *restored = NULL;

      open_fixture (t, version);
      g_assert_cmpint (plt_test_int (t->store, "PRAGMA user_version"), ==, PLT_SCHEMA_VERSION);
      for (const PltTable *const *table = plt_tables (); version == PLT_SCHEMA_VERSION && *table;
           table++)
        g_assert_cmpint (plt_rows_count (t->store, *table), >, 0);
      g_assert_cmpint (plt_test_find (t->store, "location", "Ajouté"), >, 0);
      plt_test_undo (t->store);
      then = plt_store_checksum (t->store);
      plt_test_redo (t->store);
      g_assert_true (plt_store_snapshot_restore (t->store, "avant", NULL, &error));
      g_assert_no_error (error);
      restored = plt_store_checksum (t->store);
      g_assert_cmpstr (then, ==, restored);
      plt_test_assert_sound (t->store);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("versions", test_versions);
  return g_test_run ();
}
