/* Snapshots: made, listed, looked at, restored, deleted; and those that somebody has damaged. */
#include "plt-test-file.h"

#include <string.h>

#define ADD(name, function)                                                                        \
  g_test_add ("/store/snapshot/" name, PltTestFile, NULL, plt_test_file_set_up, function,          \
              plt_test_file_tear_down)

#define FILL                                                                                       \
  "INSERT INTO location (id, name) VALUES (1, 'Port');"                                            \
  "INSERT INTO \"set\" (id, name, location) VALUES (1, 'CAFÉ', 1), (2, 'QUAI', NULL);"            \
  "INSERT INTO \"set\" (id, name, parent) VALUES (3, 'ARRIÈRE-SALLE', 1);"                        \
  "INSERT INTO sequence (id, number, \"set\", sub_set) VALUES (1, '12A', 1, 3), (2, '13', 2, "     \
  "NULL)"
#define CHANGE                                                                                     \
  "DELETE FROM sequence WHERE id = 2; DELETE FROM \"set\" WHERE id = 2;"                           \
  "UPDATE location SET name = 'Gare'; UPDATE production SET title = 'Autre titre';"                \
  "INSERT INTO sequence (id, number, \"set\") VALUES (9, '14', 1)"

static void
make (PltStore *store, const char *name)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = plt_store_snapshot_make (store, name, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static void
test_round_trip (PltTestFile *t, gconstpointer data)
{
  g_autofree char *then = NULL;
  g_autofree char *now = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *label = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  plt_test_command (t->store, FILL);
  then = plt_store_checksum (t->store);
  make (t->store, "avant repérages");
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM plt_history"), ==, 1);
  plt_test_command (t->store, CHANGE);
  now = plt_store_checksum (t->store);
  plt_test_reopen (t, PLT_OPEN_WRITE);

  g_assert_true (plt_store_snapshot_restore (t->store, "avant repérages", &backup, &error));
  g_assert_no_error (error);
  g_assert_null (backup);
  sum = plt_store_checksum (t->store);
  g_assert_cmpstr (sum, ==, then);
  label = plt_store_undo_label (t->store);
  g_assert_nonnull (strstr (label, "avant repérages"));

  plt_test_undo (t->store);
  g_clear_pointer (&sum, g_free);
  sum = plt_store_checksum (t->store);
  g_assert_cmpstr (sum, ==, now);
  plt_test_redo (t->store);
  plt_test_undo (t->store);
  plt_test_undo (t->store);
  g_clear_pointer (&sum, g_free);
  sum = plt_store_checksum (t->store);
  g_assert_cmpstr (sum, ==, then);
  plt_test_assert_sound (t->store);
}

static void
test_restore_same (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  plt_test_command (t->store, FILL);
  make (t->store, "un");
  g_assert_true (plt_store_snapshot_restore (t->store, "un", NULL, &error));
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM plt_history"), ==, 1);
}

static void
test_look (PltTestFile *t, gconstpointer data)
{
  g_autofree char *then = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (PltStore) snapshot = NULL;
  g_autoptr (PltRecord) record = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) inner = NULL;
  g_autoptr (GError) error = NULL;

  plt_test_command (t->store, FILL);
  then = plt_store_checksum (t->store);
  make (t->store, "un");
  make (t->store, "deux");
  plt_test_command (t->store, CHANGE);
  snapshot = plt_store_snapshot_open (t->store, "deux", &error);
  g_assert_no_error (error);
  sum = plt_store_checksum (snapshot);
  g_assert_cmpstr (sum, ==, then);
  record = plt_store_get_record (snapshot, "location", 1);
  g_assert_cmpstr (plt_record_get_text (record, "name"), ==, "Port");
  g_assert_true (plt_store_is_read_only (snapshot));
  g_assert_null (plt_store_get_path (snapshot));
  g_assert_false (plt_test_run (snapshot, NULL, INSERT_LOCATION ("x"), &error));
  plt_test_assert_sentence (error, PLT_ERROR_READ_ONLY);
  history = plt_store_history (snapshot);
  inner = plt_store_snapshots (snapshot);
  g_assert_cmpuint (history->len + inner->len, ==, 0); /* a snapshot holds neither */
  g_clear_object (&t->store);
  g_assert_cmpint (plt_test_int (snapshot, "SELECT count(*) FROM sequence"), ==, 2);
}

static void
test_list_and_delete (PltTestFile *t, gconstpointer data)
{
  static const char *const names[] = { "b", "a", "l’été" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) snapshots = NULL;
  g_autoptr (GPtrArray) left = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    make (t->store, names[i]);
  snapshots = plt_store_snapshots (t->store);
  g_assert_cmpuint (snapshots->len, ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const PltSnapshot *snapshot = g_ptr_array_index (snapshots, i);

      g_assert_cmpstr (snapshot->name, ==, names[i]);
      g_assert_cmpint (snapshot->size, >, 100);
      g_assert_cmpint (snapshot->size, <, 30000); /* an empty production, compressed */
      g_assert_cmpint (snapshot->time, >, 1600000000);
    }
  g_assert_true (plt_store_snapshot_delete (t->store, "a", &error));
  g_assert_no_error (error);
  left = plt_store_snapshots (t->store);
  g_assert_cmpuint (left->len, ==, 2);
  g_assert_false (plt_store_can_undo (t->store));
}

static void
test_refused (PltTestFile *t, gconstpointer data)
{
  static const struct
  {
    const char *name;
    PltError code;
  } cases[] = { { "", PLT_ERROR_INVALID },
                { "  ", PLT_ERROR_INVALID },
                { "deux\nlignes", PLT_ERROR_INVALID },
                { "\xff", PLT_ERROR_INVALID },
                { "un", PLT_ERROR_CONFLICT } };
  g_autoptr (GError) error = NULL;

  {
    g_autofree char *long_name = g_strnfill (201, 'x');

    g_assert_false (plt_store_snapshot_make (t->store, long_name, &error));
    plt_test_assert_sentence (error, PLT_ERROR_INVALID);
    g_clear_error (&error);
    long_name[200] = '\0';
    make (t->store, long_name);
  }
  make (t->store, "un");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_false (plt_store_snapshot_make (t->store, cases[i].name, &error));
      plt_test_assert_sentence (error, cases[i].code);
      g_clear_error (&error);
    }
  g_assert_null (plt_store_snapshot_open (t->store, "no", &error));
  plt_test_assert_sentence (error, PLT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (plt_store_snapshot_restore (t->store, "no", NULL, &error));
  plt_test_assert_sentence (error, PLT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (plt_store_snapshot_delete (t->store, "no", &error));
  plt_test_assert_sentence (error, PLT_ERROR_NOT_FOUND);
}

/* Notification: a restore tells like any command. */
static void
count_cb (PltStore *store, const PltChanges *changes, guint *n)
{
  *n += plt_changes_deleted (changes, "sequence")->len;
}

static void
test_tells (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltRecord) record = NULL;
  guint deleted = 0;

  make (t->store, "vide");
  plt_test_command (t->store, FILL);
  record = plt_store_get_record (t->store, "sequence", 1);
  g_signal_connect (t->store, "changed::sequence", G_CALLBACK (count_cb), &deleted);
  g_assert_true (plt_store_snapshot_restore (t->store, "vide", NULL, NULL));
  g_assert_cmpuint (deleted, ==, 2);
  g_assert_true (plt_record_is_deleted (record));
}

/* Kept by an older program: brought up to date, with a backup, and still one step. */
static void
test_older (PltTestFile *t, gconstpointer data)
{
  const char *steps[PLT_SCHEMA_VERSION + 1];
  g_autoptr (PltSchema) schema = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (PltStore) copy = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < PLT_SCHEMA_VERSION; i++)
    steps[i] = plt_schema_get_step (plt_schema_get_default (), i + 1);
  steps[PLT_SCHEMA_VERSION] = "UPDATE location SET note = 'migrated'";
  schema = plt_schema_new (steps, PLT_SCHEMA_VERSION + 1);
  plt_test_command (t->store, FILL);
  make (t->store, "ancien");
  plt_test_command (t->store, CHANGE);
  g_clear_object (&t->store);
  t->store = plt_store_open_with_schema (t->path, PLT_OPEN_WRITE, schema, &error);
  g_assert_no_error (error);
  g_assert_true (plt_store_snapshot_restore (t->store, "ancien", &backup, &error));
  g_assert_no_error (error);
  g_assert_nonnull (backup);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM sequence"), ==, 2);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location WHERE name = 'Port'"), ==,
                   1);
  copy = plt_store_open_with_schema (backup, PLT_OPEN_READ, schema, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plt_test_int (copy, "SELECT count(*) FROM location WHERE name = 'Gare'"), ==, 1);
  plt_test_undo (t->store);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location WHERE name = 'Gare'"), ==,
                   1);
  g_clear_object (&t->store);
}

/* Snapshots come from elsewhere too. */
static void
test_damaged (PltTestFile *t, gconstpointer data)
{
  static const char *const cases[] = {
    "UPDATE plt_snapshot SET data = x''",
    "UPDATE plt_snapshot SET data = x'789c030000000001'",
    "UPDATE plt_snapshot SET data = randomblob (length (data))",
    "UPDATE plt_snapshot SET data = substr (data, 1, length (data) / 2)",
    "UPDATE plt_snapshot SET size = size + 1",
    "UPDATE plt_snapshot SET size = size - 1",
    "UPDATE plt_snapshot SET size = 0",
    "UPDATE plt_snapshot SET size = -5",
    "UPDATE plt_snapshot SET size = 9000000000000000000",
    "UPDATE plt_snapshot SET size = 1000000000",
  };
  g_autofree char *sum = NULL;
  g_autofree char *after = NULL;

  plt_test_command (t->store, FILL);
  make (t->store, "un");
  sum = plt_store_checksum (t->store);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_true (plt_store_snapshot_delete (t->store, "un", NULL));
      make (t->store, "un");
      g_clear_object (&t->store);
      plt_test_foreign_sql (t->path, cases[i]);
      plt_test_reopen (t, PLT_OPEN_WRITE);
      g_assert_null (plt_store_snapshot_open (t->store, "un", &error));
      plt_test_assert_sentence (error, PLT_ERROR_DAMAGED);
      g_clear_error (&error);
      g_assert_false (plt_store_snapshot_restore (t->store, "un", NULL, &error));
      plt_test_assert_sentence (error, PLT_ERROR_DAMAGED);
    }
  after = plt_store_checksum (t->store);
  g_assert_cmpstr (sum, ==, after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_round_trip);
  ADD ("restore-same", test_restore_same);
  ADD ("look", test_look);
  ADD ("list-and-delete", test_list_and_delete);
  ADD ("refused", test_refused);
  ADD ("tells", test_tells);
  ADD ("older", test_older);
  ADD ("damaged", test_damaged);
  return g_test_run ();
}
