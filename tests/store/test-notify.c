/* Signals: how many, with what detail, in what order. Records: identity and refresh. */
#include "plt-test-file.h"

#include <string.h>

#define ADD(name, function)                                                                        \
  g_test_add ("/store/notify/" name, PltTestFile, NULL, plt_test_file_set_up, function,            \
              plt_test_file_tear_down)

/* ---- signals ---- */

static void
log_cb (GString *log, const char *what)
{
  g_string_append_printf (log, "%s%s", log->len > 0 ? " " : "", what);
}

static void
sequence_changed_cb (PltStore *store, const PltChanges *changes, GString *log)
{
  g_assert_true (plt_changes_touch (changes, "sequence"));
  log_cb (log, "sequence");
}

static void
set_changed_cb (PltStore *store, const PltChanges *changes, GString *log)
{
  g_assert_true (plt_changes_touch (changes, "set"));
  log_cb (log, "set");
}

static void
whole_changed_cb (PltStore *store, const PltChanges *changes, GString *log)
{
  g_assert_false (plt_store_in_command (store));
  log_cb (log, "*");
}

static void
plain_changed_cb (PltStore *store, const PltChanges *changes, GString *log)
{
  log_cb (log, "plain");
}

static void
history_changed_cb (PltStore *store, GString *log)
{
  log_cb (log, "history");
}

static void
assert_log (GString *log, const char *expected)
{
  g_assert_cmpstr (log->str, ==, expected);
  g_string_truncate (log, 0);
}

static void
test_signals (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (t->store, "changed::sequence", G_CALLBACK (sequence_changed_cb), log);
  g_signal_connect (t->store, "changed::set", G_CALLBACK (set_changed_cb), log);
  g_signal_connect (t->store, "changed::*", G_CALLBACK (whole_changed_cb), log);
  g_signal_connect (t->store, "history-changed", G_CALLBACK (history_changed_cb), log);

  plt_test_command (t->store, "INSERT INTO \"set\" (id, name) VALUES (1, 'CAFÉ'), (2, 'QUAI')");
  assert_log (log, "set * history");
  plt_test_command (t->store, "INSERT INTO sequence (number, \"set\") VALUES ('1', 1);"
                              "UPDATE \"set\" SET note = 'x'");
  assert_log (log, "set sequence * history");
  plt_test_command (t->store, INSERT_LOCATION ("Port"));
  assert_log (log, "* history");
  plt_test_undo (t->store);
  assert_log (log, "* history");
  plt_test_undo (t->store);
  assert_log (log, "set sequence * history");
  plt_test_redo (t->store);
  assert_log (log, "set sequence * history");

  g_assert_false (plt_test_run (t->store, NULL, "UPDATE \"set\" SET name = ''", NULL));
  assert_log (log, "");
  plt_test_command (t->store, "UPDATE \"set\" SET name = name");
  assert_log (log, "");
}

/* What GLib does with a handler that names no detail, as the header warns. */
static void
test_plain_handler (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GString) log = g_string_new (NULL);

  g_signal_connect (t->store, "changed", G_CALLBACK (plain_changed_cb), log);
  plt_test_command (t->store, "INSERT INTO \"set\" (name) VALUES ('CAFÉ');" INSERT_LOCATION ("P"));
  assert_log (log, "plain plain plain");
}

typedef struct
{
  const char *table;
  char *seen;
} Ids;

static char *
join_ids (const GArray *ids)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, g_array_index (ids, gint64, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
ids_cb (PltStore *store, const PltChanges *changes, Ids *ids)
{
  g_autofree char *inserted = join_ids (plt_changes_inserted (changes, ids->table));
  g_autofree char *updated = join_ids (plt_changes_updated (changes, ids->table));
  g_autofree char *deleted = join_ids (plt_changes_deleted (changes, ids->table));

  g_free (ids->seen);
  ids->seen = g_strdup_printf ("i%s u%s d%s", inserted, updated, deleted);
}

static void
test_ids (PltTestFile *t, gconstpointer data)
{
  static const struct
  {
    const char *sql; /* NULL undoes, "" redoes */
    const char *seen;
  } steps[] = {
    { "INSERT INTO location (id, name) VALUES (5, 'a'), (3, 'b'), (4, 'c')", "i 3 4 5 u d" },
    { "UPDATE location SET name = 'x' WHERE id <> 4", "i u 3 5 d" },
    { "DELETE FROM location WHERE id = 4; INSERT INTO location (id, name) VALUES (6, 'd');"
      "UPDATE location SET note = 'n' WHERE id = 6",
      "i 6 u d 4" },
    { NULL, "i 4 u d 6" },
    { NULL, "i u 3 5 d" },
    { NULL, "i u d 3 4 5" },
    { "", "i 3 4 5 u d" },
    { "DELETE FROM location WHERE 1", "i u d 3 4 5" },
    { NULL, "i 3 4 5 u d" },
  };
  Ids ids = { "location", NULL };

  g_signal_connect (t->store, "changed::location", G_CALLBACK (ids_cb), &ids);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].sql == NULL)
        plt_test_undo (t->store);
      else if (*steps[i].sql == '\0')
        plt_test_redo (t->store);
      else
        plt_test_command (t->store, steps[i].sql);
      g_assert_cmpstr (ids.seen, ==, steps[i].seen);
    }
  g_free (ids.seen);
}

/* A handler may run a command: it finds the store at rest, and both are told. */
static void
answer_cb (PltStore *store, const PltChanges *changes, guint *calls)
{
  if (++*calls == 1)
    plt_test_command (store, "UPDATE location SET note = 'answered'");
}

static void
test_command_in_handler (PltTestFile *t, gconstpointer data)
{
  guint calls = 0;

  g_signal_connect (t->store, "changed::location", G_CALLBACK (answer_cb), &calls);
  plt_test_command (t->store, INSERT_LOCATION ("a"));
  g_assert_cmpuint (calls, ==, 2);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM plt_history"), ==, 2);
  plt_test_undo (t->store);
  plt_test_undo (t->store);
  g_assert_cmpint (plt_test_int (t->store, "SELECT count(*) FROM location"), ==, 0);
}

static void
close_cb (PltStore *store, const PltChanges *changes, PltTestFile *t)
{
  g_clear_object (&t->store);
}

static void
test_close_in_handler (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_signal_connect (t->store, "changed::*", G_CALLBACK (close_cb), t);
  plt_test_command (t->store, INSERT_LOCATION ("a"));
  g_assert_null (t->store);
  t->store = plt_store_open (t->path, PLT_OPEN_WRITE, &error); /* the lock was let go */
  g_assert_no_error (error);
}

/* ---- records ---- */

static void
count_cb (gpointer record, guint *n)
{
  ++*n;
}

static const char *
label_of (PltRecord *record, const char *column)
{
  int index = plt_table_column_index (plt_record_get_table (record), column);

  return plt_record_get_label_at (record, (guint) index);
}

static void
test_identity (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltRecord) a = NULL;
  g_autoptr (PltRecord) again = NULL;
  gpointer address;

  plt_test_command (t->store, "INSERT INTO location (id, name) VALUES (1, 'a'), (2, 'b')");
  a = plt_store_get_record (t->store, "location", 1);
  again = plt_store_get_record (t->store, "location", 1);
  g_assert_true (a == again);
  g_assert_cmpint (plt_record_get_id (a), ==, 1);
  g_assert_cmpstr (plt_record_get_text (a, "name"), ==, "a");
  g_assert_null (plt_store_get_record (t->store, "location", 99));

  address = again;
  g_clear_object (&again);
  g_object_add_weak_pointer (G_OBJECT (a), &address);
  g_clear_object (&a);
  g_assert_null (address); /* the store holds none */
  a = plt_store_get_record (t->store, "location", 1);
  g_assert_cmpstr (plt_record_get_text (a, "name"), ==, "a");
}

static void
test_production (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltRecord) production = plt_store_get_production (t->store);

  g_assert_cmpstr (plt_record_get_text (production, "title"), ==, "La Passe");
  g_assert_cmpstr (plt_record_get_text (production, "kind"), ==, "court-metrage");
  plt_test_command (t->store, "UPDATE production SET title = 'Autre'");
  g_assert_cmpstr (plt_record_get_text (production, "title"), ==, "Autre");
}

static void
test_refresh (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltRecord) record = NULL;
  guint names = 0, notes = 0, deaths = 0;

  plt_test_command (t->store, "INSERT INTO location (id, name) VALUES (1, 'a'), (2, 'b')");
  record = plt_store_get_record (t->store, "location", 1);
  g_signal_connect (record, "changed::name", G_CALLBACK (count_cb), &names);
  g_signal_connect (record, "changed::note", G_CALLBACK (count_cb), &notes);
  g_signal_connect (record, "deleted", G_CALLBACK (count_cb), &deaths);

  plt_test_command (t->store, "UPDATE location SET name = 'c' WHERE id = 1");
  g_assert_cmpuint (names, ==, 1);
  g_assert_cmpuint (notes, ==, 0);
  g_assert_cmpstr (plt_record_get_text (record, "name"), ==, "c");
  plt_test_command (t->store, "UPDATE location SET name = 'd' WHERE id = 2");
  g_assert_cmpuint (names, ==, 1);
  plt_test_undo (t->store);
  plt_test_undo (t->store);
  g_assert_cmpuint (names, ==, 2);
  g_assert_cmpstr (plt_record_get_text (record, "name"), ==, "a");

  plt_test_command (t->store, "DELETE FROM location WHERE id = 1");
  g_assert_true (plt_record_is_deleted (record));
  g_assert_cmpuint (deaths, ==, 1);
  g_assert_null (plt_store_get_record (t->store, "location", 1));
  plt_test_undo (t->store);
  g_assert_false (plt_record_is_deleted (record));
  g_assert_cmpstr (plt_record_get_text (record, "name"), ==, "a");
  {
    g_autoptr (PltRecord) same = plt_store_get_record (t->store, "location", 1);

    g_assert_true (same == record);
  }
  g_assert_false (plt_test_run (
      t->store, NULL, "UPDATE location SET name = 'z'; UPDATE location SET name = ''", NULL));
  g_assert_cmpstr (plt_record_get_text (record, "name"), ==, "a");
  g_assert_cmpuint (names, ==, 2);
}

/* A record names the rows it refers to; those names follow, also through names made of names. */
static void
test_labels (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltRecord) sequence = NULL;
  g_autoptr (PltRecord) other = NULL;
  guint changes = 0, other_changes = 0;

  plt_test_command (t->store,
                    "INSERT INTO \"set\" (id, name) VALUES (1, 'CAFÉ'), (2, 'QUAI');"
                    "INSERT INTO sequence (id, number, \"set\") VALUES (1, '1', 1), (2, '2', 2)");
  sequence = plt_store_get_record (t->store, "sequence", 1);
  other = plt_store_get_record (t->store, "sequence", 2);
  g_assert_cmpstr (label_of (sequence, "set"), ==, "CAFÉ");
  g_signal_connect (sequence, "changed::set", G_CALLBACK (count_cb), &changes);
  g_signal_connect (other, "changed", G_CALLBACK (count_cb), &other_changes);
  plt_test_command (t->store, "UPDATE \"set\" SET name = 'CAFÉ DU PORT' WHERE id = 1");
  g_assert_cmpstr (label_of (sequence, "set"), ==, "CAFÉ DU PORT");
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpuint (other_changes, ==, 0);
  plt_test_undo (t->store);
  g_assert_cmpstr (label_of (sequence, "set"), ==, "CAFÉ");
  g_assert_cmpuint (changes, ==, 2);
  plt_test_command (t->store, "UPDATE \"set\" SET note = 'no part of the name'");
  g_assert_cmpuint (changes, ==, 2);
}

/* budget_line -> engagement -> person */
static void
test_labels_of_labels (PltTestFile *t, gconstpointer data)
{
  g_autoptr (PltRecord) line = NULL;
  g_autofree char *before = NULL;

  plt_test_command (t->store,
                    "INSERT INTO person (id, last_name) VALUES (1, 'Le Guen');"
                    "INSERT INTO engagement (id, person, function) VALUES (1, 1, 'Régie');"
                    "INSERT INTO budget (id, name) VALUES (1, 'v1');"
                    "INSERT INTO account (id, budget, code, name) VALUES (1, 1, '1', 'Poste');"
                    "INSERT INTO budget_line (id, budget, account, label, engagement)"
                    " VALUES (1, 1, 1, 'Régie', 1)");
  line = plt_store_get_record (t->store, "budget_line", 1);
  before = g_strdup (label_of (line, "engagement"));
  plt_test_command (t->store, "UPDATE person SET last_name = 'Kerbrat'");
  g_test_message ("%s, then %s", before, label_of (line, "engagement"));
  if (strstr (before, "Le Guen") != NULL)
    g_assert_nonnull (strstr (label_of (line, "engagement"), "Kerbrat"));
  plt_test_undo (t->store);
  g_assert_cmpstr (label_of (line, "engagement"), ==, before);
}

static void
drop_cb (PltRecord *record, PltRecord **other)
{
  g_clear_object (other);
}

/* Letting go of one record while another is refreshed. */
static void
test_drop_in_handler (PltTestFile *t, gconstpointer data)
{
  PltRecord *records[2];

  plt_test_command (t->store, "INSERT INTO location (id, name) VALUES (1, 'a'), (2, 'b')");
  for (guint i = 0; i < 2; i++)
    records[i] = plt_store_get_record (t->store, "location", i + 1);
  for (guint i = 0; i < 2; i++)
    g_signal_connect (records[i], "changed", G_CALLBACK (drop_cb), &records[1 - i]);
  plt_test_command (t->store, "UPDATE location SET name = 'c'");
  g_clear_object (&records[0]);
  g_clear_object (&records[1]);
}

static void
test_record_outlives_store (PltTestFile *t, gconstpointer data)
{
  PltRecord *record = plt_store_get_production (t->store);

  g_clear_object (&t->store);
  g_assert_cmpstr (plt_record_get_text (record, "title"), ==, "La Passe");
  g_object_unref (record);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("signals", test_signals);
  ADD ("plain-handler", test_plain_handler);
  ADD ("ids", test_ids);
  ADD ("command-in-handler", test_command_in_handler);
  ADD ("close-in-handler", test_close_in_handler);
  ADD ("identity", test_identity);
  ADD ("production", test_production);
  ADD ("refresh", test_refresh);
  ADD ("labels", test_labels);
  ADD ("labels-of-labels", test_labels_of_labels);
  ADD ("drop-in-handler", test_drop_in_handler);
  ADD ("record-outlives-store", test_record_outlives_store);
  return g_test_run ();
}
