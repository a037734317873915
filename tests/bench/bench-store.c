/* What the store costs, against SQLite alone on the same file in the same run.
 *
 *   command / insert   a command with its history entry against an autocommitted INSERT of the same
 *                      row, prepared once, with the same pragmas
 *   undo / import      undo of an import of 10,000 rows against the import
 *
 * The files lie in the build folder: what is durable has to reach a disk, and /tmp may be memory.
 * The two sides of a ratio take turns, so that a busy disk disturbs both. Prints ratios and fails
 * when one is above its limit. */
#include <string.h>

#include <glib/gstdio.h>

#include "plt-rows.h"
#include "plt-store-private.h"

#define ROUNDS 12
#define ROWS_A_ROUND 50
#define IMPORT_ROWS 10000
#define IMPORTS 5

#define COMMAND_LIMIT 2.5
#define UNDO_LIMIT 3.0

typedef struct
{
  char *folder;
  char *path;
  char *bare_path;
  PltStore *store;
  PltDb *bare; /* a copy of the same file, without a store above it */
} Bench;

static void
fail_on (GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
set_up (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  bench->folder = g_build_filename (
      g_getenv ("G_TEST_BUILDDIR") != NULL ? g_getenv ("G_TEST_BUILDDIR") : g_get_tmp_dir (),
      "bench-store-XXXXXX", NULL);
  if (g_mkdtemp (bench->folder) == NULL)
    g_error ("There is no place for the files of the benchmark.");
  bench->path = g_build_filename (bench->folder, "a.plateau", NULL);
  bench->bare_path = g_build_filename (bench->folder, "b.plateau", NULL);
  bench->store = plt_store_create (bench->path, "Essai", "court-metrage", NULL, &error);
  fail_on (error);
  plt_store_save_copy (bench->store, bench->bare_path, &error);
  fail_on (error);
  bench->bare = plt_db_open (bench->bare_path, SQLITE_OPEN_READWRITE, &error);
  fail_on (error);
}

static void
tear_down (Bench *bench)
{
  g_clear_object (&bench->store);
  plt_db_close (bench->bare);
  g_remove (bench->path);
  g_remove (bench->bare_path);
  g_rmdir (bench->folder);
  g_free (bench->path);
  g_free (bench->bare_path);
  g_free (bench->folder);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values, gsize n)
{
  qsort (values, n, sizeof *values, compare_doubles);
  return values[n / 2];
}

/* ---- one row ---- */

static void
insert_bare (Bench *bench, guint first)
{
  g_autoptr (GError) error = NULL;
  PltStmt *stmt = plt_db_prepare (
      bench->bare, "INSERT INTO location (name, city, fee_cents) VALUES (?1, ?2, ?3)", &error);

  fail_on (error);
  for (guint i = first; i < first + ROWS_A_ROUND; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lieu %u", i);

      plt_stmt_bind_text (stmt, 1, name);
      plt_stmt_bind_text (stmt, 2, "Douarnenez");
      plt_stmt_bind_int (stmt, 3, 125000);
      plt_db_run (bench->bare, stmt, &error);
      fail_on (error);
    }
}

static void
insert_by_command (Bench *bench, guint first)
{
  g_autoptr (GError) error = NULL;

  for (guint i = first; i < first + ROWS_A_ROUND; i++)
    {
      g_autofree char *name = g_strdup_printf ("Lieu %u", i);

      plt_store_insert (bench->store, "location", &error, "name", name, "city", "Douarnenez",
                        "fee_cents", "1250", NULL);
      fail_on (error);
    }
}

static gboolean
measure_command (Bench *bench)
{
  double ratios[ROUNDS];
  double ratio;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 between;

      insert_bare (bench, round * ROWS_A_ROUND);
      between = g_get_monotonic_time ();
      insert_by_command (bench, round * ROWS_A_ROUND);
      ratios[round]
          = (double) (g_get_monotonic_time () - between) / (double) MAX (between - start, 1);
    }
  ratio = median (ratios, ROUNDS);
  g_print ("command / insert: %.2f (limit %.2f)\n", ratio, COMMAND_LIMIT);
  return ratio <= COMMAND_LIMIT;
}

/* ---- an import ---- */

static PltBatch *
make_import (guint n)
{
  PltBatch *batch = plt_batch_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Import %u", i);

      plt_batch_insert (batch, "location");
      plt_batch_set_text (batch, "name", name);
      plt_batch_set_text (batch, "address", "12 quai du Rosmeur");
      plt_batch_set_text (batch, "city", "Douarnenez");
      plt_batch_set_integer (batch, "fee_cents", 125000);
      plt_batch_set_integer (batch, "drive_minutes", i % 90);
    }
  return batch;
}

static gboolean
measure_undo (Bench *bench)
{
  g_autoptr (PltBatch) batch = make_import (IMPORT_ROWS);
  double undo[IMPORTS], redo[IMPORTS];
  double ratio, redo_ratio;

  for (guint i = 0; i < IMPORTS; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      gint64 imported, undone, redone;

      plt_store_apply (bench->store, "Import", NULL, batch, NULL, &error);
      fail_on (error);
      imported = g_get_monotonic_time ();
      plt_store_undo (bench->store, &error);
      fail_on (error);
      undone = g_get_monotonic_time ();
      plt_store_redo (bench->store, &error);
      fail_on (error);
      redone = g_get_monotonic_time ();
      undo[i] = (double) (undone - imported) / (double) MAX (imported - start, 1);
      redo[i] = (double) (redone - undone) / (double) MAX (imported - start, 1);
      plt_store_undo (bench->store, &error);
      fail_on (error);
    }
  ratio = median (undo, IMPORTS);
  redo_ratio = median (redo, IMPORTS);
  g_print ("undo / import of %u rows: %.2f (limit %.2f)\n", IMPORT_ROWS, ratio, UNDO_LIMIT);
  g_print ("redo / import of %u rows: %.2f (limit %.2f)\n", IMPORT_ROWS, redo_ratio, UNDO_LIMIT);
  return ratio <= UNDO_LIMIT && redo_ratio <= UNDO_LIMIT;
}

int
main (void)
{
  Bench bench = { 0 };
  gboolean ok;

  set_up (&bench);
  ok = measure_command (&bench);
  ok = measure_undo (&bench) && ok;
  tear_down (&bench);
  return ok ? 0 : 1;
}
