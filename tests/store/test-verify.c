/* What verify finds, and what the checksum sees. */
#include "plt-test-file.h"

#include <string.h>

#define ADD(name, function)                                                                        \
  g_test_add ("/store/verify/" name, PltTestFile, NULL, plt_test_file_set_up, function,            \
              plt_test_file_tear_down)

/* Damage done while the file is open: opening it again would refuse most. */
static void
test_faults (PltTestFile *t, gconstpointer data)
{
  static const struct
  {
    const char *damage;
    const char *repair;
    guint faults;
    const char *word; /* in the first sentence */
  } cases[] = {
    { "UPDATE production SET budget = 77", "UPDATE production SET budget = NULL", 1, "budget" },
    { "INSERT INTO element_category (code, name) VALUES ('X', 'a'), ('X', 'b')",
      "DELETE FROM element_category WHERE code = 'X'", 1, "code" },
    { "INSERT INTO \"set\" (name) VALUES ('CAFÉ'), ('CAFÉ'), ('QUAI')",
      "DELETE FROM \"set\" WHERE 1", 1, "set" },
    { "INSERT INTO \"set\" (id, name, parent) VALUES (1, 'A', 2), (2, 'B', 1), (3, 'C', 2), (4, "
      "'D', "
      "NULL), (5, 'E', 4)",
      "DELETE FROM \"set\" WHERE 1", 3, "Row 1 of “set” is under itself" },
    { "INSERT INTO location (name) VALUES (CAST (x'ff' AS TEXT))", "DELETE FROM location WHERE 1",
      1, "location" },
    { "INSERT INTO location (name) VALUES ('a' || char (0) || 'b')", "DELETE FROM location WHERE 1",
      1, "name" },
    { "CREATE VIEW v AS SELECT 1", "DROP VIEW v", 1, "view “v”" },
    { "INSERT INTO production (title, kind) VALUES ('x', 'flux')",
      "DELETE FROM production WHERE title = 'x'", 1, "production" },
    { "PRAGMA ignore_check_constraints=ON; UPDATE production SET kind = 'x'",
      "UPDATE production SET kind = 'flux'", 1, "CHECK" },
    { "INSERT INTO plt_history (label, time, changes) VALUES ('Bad', 1, x'99')",
      "DELETE FROM plt_history WHERE label = 'Bad'", 1, "Bad" },
    { "INSERT INTO plt_snapshot (name, time, schema, size, data) VALUES ('Bad', 1, 1, 9, x'99')",
      "DELETE FROM plt_snapshot WHERE name = 'Bad'", 1, "Bad" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      const char *first;

      plt_test_assert_sound (t->store);
      plt_test_foreign_sql (t->path, cases[i].damage);
      faults = plt_store_verify (t->store);
      g_assert_cmpuint (faults->len, ==, cases[i].faults);
      first = g_ptr_array_index (faults, 0);
      g_test_message ("%s", first);
      g_assert_true (g_str_has_suffix (first, "."));
      g_assert_nonnull (strstr (first, cases[i].word));
      plt_test_foreign_sql (t->path, cases[i].repair);
    }
  plt_test_assert_sound (t->store);
}

static void
test_many_faults (PltTestFile *t, gconstpointer data)
{
  g_autoptr (GPtrArray) faults = NULL;

  plt_test_foreign_sql (t->path, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                 "WHERE i < 500) INSERT INTO location (name) SELECT CAST "
                                 "(x'ff' AS TEXT) FROM n");
  faults = plt_store_verify (t->store);
  g_assert_cmpuint (faults->len, ==, 100);
}

static void
test_checksum (PltTestFile *t, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    gboolean differs;
  } cases[] = {
    { "INSERT INTO location (id, name) VALUES (1, 'a')", TRUE },
    { "UPDATE location SET note = 'x'", TRUE },
    { "UPDATE location SET name = 'ax', note = ''", TRUE }, /* the same letters, other columns */
    { "UPDATE location SET hospital_minutes = 0", TRUE },   /* not what NULL gives */
    { "UPDATE location SET id = 2", TRUE },
    { "UPDATE location SET name = name", FALSE },
    { "UPDATE plt_history SET label = 'x'", FALSE },
  };
  g_autofree char *last = plt_store_checksum (t->store);

  g_assert_cmpuint (strlen (last), ==, 64);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sum = NULL;

      plt_test_command (t->store, cases[i].sql);
      sum = plt_store_checksum (t->store);
      g_test_message ("%s", cases[i].sql);
      g_assert_cmpint (strcmp (sum, last) != 0, ==, cases[i].differs);
      g_free (last);
      last = g_steal_pointer (&sum);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("faults", test_faults);
  ADD ("many-faults", test_many_faults);
  ADD ("checksum", test_checksum);
  return g_test_run ();
}
