/* Full-text search: what is found, in which order, and that nothing typed does harm. */
#include <string.h>

#include "plt-rows.h"
#include "plt-test-store.h"

/* "sequence 1 synopsis/set CAFÉ name" */
static char *
search (PltStore *store, const char *text, guint limit)
{
  g_autoptr (GArray) found = plt_store_search (store, text, limit);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const PltRef *ref = &g_array_index (found, PltRef, i);
      g_autofree char *label = plt_rows_label (store, plt_table_find (ref->table), ref->id);

      g_string_append_printf (out, "%s%s %s %s", i == 0 ? "" : "/", ref->table, label,
                              ref->column != NULL ? ref->column : "-");
    }
  return g_string_free (out, FALSE);
}

static const struct
{
  const char *text;
  const char *found;
} cases[] = {
  { "yann", "element YANN name/engagement Tom Étienne · Yann function/"
            "budget_line Yann label/sequence 2 synopsis" },
  { "quai", "set QUAI name" },
  { "QuÀi", "set QUAI name" },
  { "arriere salle", "set ARRIÈRE-SALLE name" },
  { "salle arrière", "set ARRIÈRE-SALLE name" },
  { "ada kerv", "person Ada Kerviel-Roux first_name" },
  { "3a", "sequence 3A number" },
  { "bateau", "sequence 3A synopsis" },
  { "oeill", "element Lettre description" },
  { "œillet", "element Lettre description" },
  { "glissée dessous", "script_block 2 text" },
  { "deux bleues", "call_note Accessoires text" },
  { "introuvable", "" },
  { "lettre introuvable", "" },
  { "", "" },
  { "   ", "" },
  /* What is an operator elsewhere. */
  { "\"", "" },
  { "quai\"", "set QUAI name" },
  { "name:quai", "" },
  { "quai*", "set QUAI name" },
  { "(quai", "set QUAI name" },
  { "^quai", "set QUAI name" },
  { "quai -", "set QUAI name" },
  { "quai OR", "" },
  { "NEAR(quai)", "" },
  { "'; DROP TABLE search; --", "" },
  { "+++", "" },
};

static void
test_finds (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (store, cases[i].text, 20);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* A row that is called just so comes before rows that mention it or begin alike. */
static void
test_best_first (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autofree char *found = NULL;
  g_autofree char *one = NULL;

  PLT_TEST_INSERT (store, "sequence", "number", "120", "synopsis", "12 12 12 12");
  PLT_TEST_INSERT (store, "sequence", "number", "121");
  PLT_TEST_INSERT (store, "sequence", "number", "12");
  found = search (store, "12", 20);
  g_assert_true (g_str_has_prefix (found, "sequence 12 number/"));
  g_assert_nonnull (strstr (found, "sequence 120"));
  g_assert_nonnull (strstr (found, "sequence 121"));
  one = search (store, "12", 1);
  g_assert_cmpstr (one, ==, "sequence 12 number");
}

static void
assert_found (PltStore *store, const char *text, const char *expected)
{
  g_autofree char *found = search (store, text, 20);

  g_assert_cmpstr (found, ==, expected);
}

static gboolean
search_inside (PltStore *store, gpointer data, GError **error)
{
  const PltTable *table = plt_table_find ("set");
  PltEditValue value
      = { plt_table_column (table, "name"), { PLT_VALUE_TEXT, 0, (char *) "PHARE" } };

  g_assert_cmpint (plt_rows_insert (store, table, &value, 1, error), !=, 0);
  assert_found (store, "phare", "set PHARE name");
  g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CANCELLED, "on purpose");
  return FALSE;
}

static void
test_follows (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  PltCommand command = { "Fail", NULL, search_inside, NULL };
  g_autoptr (GError) error = NULL;
  gint64 id;

  assert_found (store, "gare", "");
  id = PLT_TEST_INSERT (store, "set", "name", "GARE");
  assert_found (store, "gare", "set GARE name");
  g_assert_true (plt_store_set (store, "set", id, "name", "MARCHÉ", &error));
  assert_found (store, "gare", "");
  assert_found (store, "marche", "set MARCHÉ name");
  g_assert_true (plt_store_delete (store, "set", id, &error));
  assert_found (store, "marche", "");
  g_assert_true (plt_store_undo (store, &error));
  assert_found (store, "marche", "set MARCHÉ name");
  g_assert_true (plt_store_undo (store, &error));
  assert_found (store, "gare", "set GARE name");
  g_assert_true (plt_store_undo (store, &error));
  assert_found (store, "gare", "");
  g_assert_true (plt_store_redo (store, &error));
  assert_found (store, "gare", "set GARE name");
  g_assert_no_error (error);

  /* What was written and taken back is not found. */
  g_assert_false (plt_store_run (store, &command, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CANCELLED);
  assert_found (store, "phare", "");
  assert_found (store, "gare", "set GARE name");
}

/* Searching leaves no trace in the file. */
static void
test_no_trace (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autofree char *before = NULL, *after = NULL;
  gsize length_before, length_after;

  g_assert_true (g_file_get_contents (plt_store_get_path (store), &before, &length_before, NULL));
  assert_found (store, "bateau", "sequence 3A synopsis");
  g_assert_true (g_file_get_contents (plt_store_get_path (store), &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

/* Any bytes of UTF-8 are a search. */
static void
test_anything (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  static const char *const pieces[] = { "\"", "*", "(", ")", ":", "AND", "NOT", "{name}",
                                        "^",  "é", "ﬁ", "🎬", " ", "a",   "-",   "," };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) found = NULL;

      for (gint n = g_rand_int_range (rand, 0, 30); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (pieces))]);
      found = plt_store_search (store, text->str, 5);
      g_assert_cmpuint (found->len, <=, 5);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/search/finds", test_finds);
  g_test_add_func ("/store/search/best-first", test_best_first);
  g_test_add_func ("/store/search/follows", test_follows);
  g_test_add_func ("/store/search/no-trace", test_no_trace);
  g_test_add_func ("/store/search/anything", test_anything);
  return g_test_run ();
}
