/* PltQueryModel as strings: what it shows, and the one change it tells for each command. */
#include <string.h>

#include "plt-query-model.h"
#include "plt-test-store.h"

typedef struct
{
  PltStore *store;
  PltQueryModel *model;
  GString *changes; /* "position-removed+added " for each items-changed */
  GPtrArray *shown; /* ids as a view that follows only the signal has them */
} Fixture;

static gpointer
id_at (PltQueryModel *model, guint position)
{
  return GSIZE_TO_POINTER ((gsize) plt_query_model_get_id (model, position));
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *self)
{
  g_string_append_printf (self->changes, "%u-%u+%u ", position, removed, added);
  if (removed > 0)
    g_ptr_array_remove_range (self->shown, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->shown, (int) (position + i),
                        id_at (PLT_QUERY_MODEL (model), position + i));
}

static void
watch (Fixture *self, const char *table)
{
  self->model = plt_query_model_new (self->store, table);
  self->changes = g_string_new (NULL);
  self->shown = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    g_ptr_array_add (self->shown, id_at (self->model, i));
  g_signal_connect (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
}

static void
set_up (Fixture *self, gconstpointer table)
{
  self->store = plt_test_store_sample ();
  watch (self, table != NULL ? table : "sequence");
}

static void
tear_down (Fixture *self, gconstpointer table)
{
  g_assert_finalize_object (self->model);
  g_assert_finalize_object (self->store);
  g_string_free (self->changes, TRUE);
  g_ptr_array_unref (self->shown);
}

static void
assert_shown (Fixture *self)
{
  g_assert_cmpuint (self->shown->len, ==, g_list_model_get_n_items (G_LIST_MODEL (self->model)));
  for (guint i = 0; i < self->shown->len; i++)
    g_assert_true (g_ptr_array_index (self->shown, i) == id_at (self->model, i));
}

/* What the model shows in `column`, and what it told since the last time. */
static void
assert_model (Fixture *self, const char *column, const char *rows, const char *changes)
{
  g_autofree char *shown = plt_test_model (self->model, column);

  g_assert_cmpstr (shown, ==, rows);
  g_assert_cmpstr (self->changes->str, ==, changes);
  g_string_truncate (self->changes, 0);
  assert_shown (self);
}

static gint64
sequence (Fixture *self, const char *number)
{
  return plt_test_find (self->store, "sequence", number);
}

static void
test_follows (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_model (self, "number", "1|2|3A|4", "");
  PLT_TEST_INSERT (self->store, "sequence", "number", "5");
  assert_model (self, "number", "1|2|3A|4|5", "4-0+1 ");
  g_assert_true (plt_store_delete (self->store, "sequence", sequence (self, "2"), &error));
  assert_model (self, "number", "1|3A|4|5", "1-1+0 ");
  g_assert_true (plt_store_undo (self->store, &error));
  assert_model (self, "number", "1|2|3A|4|5", "1-0+1 ");
  g_assert_true (plt_store_redo (self->store, &error));
  assert_model (self, "number", "1|3A|4|5", "1-1+0 ");
  g_assert_true (plt_store_move (self->store, "sequence", sequence (self, "5"), 1, &error));
  assert_model (self, "number", "1|5|3A|4", "1-3+3 ");
  /* A value that has no part in the order moves nobody, nor does another table. */
  g_assert_true (
      plt_store_set (self->store, "sequence", sequence (self, "5"), "note", "x", &error));
  g_assert_true (
      plt_store_set (self->store, "sequence", sequence (self, "5"), "number", "6", &error));
  PLT_TEST_INSERT (self->store, "set", "name", "GARE");
  assert_model (self, "number", "1|6|3A|4", "");
  g_assert_no_error (error);
}

/* However many rows a command writes, it is told once. */
static void
test_one_change (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    {
      plt_batch_insert (batch, "sequence");
      plt_batch_set_text (batch, "number", i == 0 ? "5" : i == 1 ? "6" : "7");
      plt_batch_set_integer (batch, "position", 1500); /* after 1 */
    }
  plt_batch_delete (batch, "sequence", sequence (self, "3A"));
  plt_batch_update (batch, "sequence", sequence (self, "4"));
  plt_batch_set_text (batch, "note", "last");
  g_assert_true (plt_store_apply (self->store, "Much", NULL, batch, NULL, &error));
  assert_model (self, "number", "1|5|6|7|2|4", "1-2+4 ");
  g_assert_true (plt_store_undo (self->store, &error));
  assert_model (self, "number", "1|2|3A|4", "1-4+2 ");
}

static gboolean
keep_but (gint64 id, gpointer data)
{
  return id != *(const gint64 *) data;
}

/* A condition from outside holds with the others, and again when it is told to have changed. */
static void
test_keep (Fixture *self, gconstpointer data)
{
  gint64 but = sequence (self, "2");
  PltValue cafe = plt_value_integer (plt_test_find (self->store, "set", "CAFÉ"));

  plt_query_model_set_keep (self->model, keep_but, &but);
  assert_model (self, "number", "1|3A|4", "1-1+0 ");
  but = sequence (self, "4");
  plt_query_model_refilter (self->model);
  assert_model (self, "number", "1|2|3A", "1-2+2 ");
  plt_query_model_set_filter (self->model, "set", &cafe);
  assert_model (self, "number", "1|2", "2-1+0 ");
  plt_query_model_set_filter (self->model, "set", NULL);
  plt_query_model_set_keep (self->model, NULL, NULL);
  assert_model (self, "number", "1|2|3A|4", "2-0+1 3-0+1 ");
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  PltValue cafe = plt_value_integer (plt_test_find (self->store, "set", "CAFÉ"));
  g_auto (PltValue) day = plt_value_text ("JOUR");
  PltValue none = PLT_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  plt_query_model_set_filter (self->model, "set", &cafe);
  assert_model (self, "number", "1|2", "2-2+0 ");
  plt_query_model_set_filter (self->model, "set", &cafe);
  assert_model (self, "number", "1|2", "");
  plt_query_model_set_filter (self->model, "sub_set", &none);
  assert_model (self, "number", "1", "1-1+0 ");
  plt_query_model_set_filter (self->model, "set", NULL);
  assert_model (self, "number", "1|3A|4", "1-0+2 ");
  plt_query_model_set_filter (self->model, "effect", &day);
  assert_model (self, "number", "1", "1-2+0 ");
  /* A row comes in when its value does. */
  g_assert_true (
      plt_store_set (self->store, "sequence", sequence (self, "4"), "effect", "jour", &error));
  g_assert_no_error (error);
  assert_model (self, "number", "1|4", "1-0+1 ");
  plt_query_model_set_filter (self->model, "effect", NULL);
  plt_query_model_set_filter (self->model, "sub_set", NULL);
  assert_model (self, "number", "1|2|3A|4", "1-0+1 1-0+1 ");
}

static const struct
{
  const char *text;
  const char *rows;
} search_cases[] = {
  { "lettre", "1|2" },                          /* synopsis */
  { "LÉTTRE", "1|2" },                          /* folded */
  { "arriere", "2" },                           /* label of a reference */
  { "night", "3A|4" },                          /* title of a choice, a flag */
  { "a-tourner", "" },                          /* the id of a choice is not shown */
  { "water", "3A" },     { "1 2/8", "1" },      /* a number as it is shown */
  { "0:50", "2" },       { "s'éloigne", "3A" }, /* typographic apostrophe */
  { "1024", "" },                               /* the position is hidden */
  { "introuvable", "" }, { "  ", "1|2|3A|4" },
};

static void
test_search (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (search_cases); i++)
    {
      g_autofree char *rows = NULL;

      plt_query_model_set_search (self->model, search_cases[i].text);
      rows = plt_test_model (self->model, "number");
      g_assert_cmpstr (rows, ==, search_cases[i].rows);
      assert_shown (self);
    }
  plt_query_model_set_search (self->model, NULL);
  assert_shown (self);
}

static void
test_search_follows (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 cafe = plt_test_find (self->store, "set", "CAFÉ");

  plt_query_model_set_search (self->model, "bistrot");
  assert_model (self, "number", "", "0-4+0 ");
  g_assert_true (
      plt_store_set (self->store, "sequence", sequence (self, "4"), "note", "Un bistrot", &error));
  assert_model (self, "number", "4", "0-0+1 ");
  /* The name of what rows refer to. */
  g_assert_true (plt_store_set (self->store, "set", cafe, "name", "BISTROT", &error));
  assert_model (self, "number", "1|2|4", "0-0+2 ");
  g_assert_true (plt_store_undo (self->store, &error));
  assert_model (self, "number", "4", "0-2+0 ");
  g_assert_no_error (error);
}

static void
test_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  plt_query_model_set_order (self->model, "-number");
  assert_model (self, "number", "4|3A|2|1", "0-4+4 ");
  plt_query_model_set_order (self->model, "-number");
  plt_query_model_set_order (self->model, "-position");
  assert_model (self, "number", "4|3A|2|1", "");
  plt_query_model_set_order (self->model, "set,number");
  assert_model (self, "number", "1|2|4|3A", "0-4+4 ");
  /* The order follows the table it looks into. */
  g_assert_true (plt_store_set (self->store, "set", plt_test_find (self->store, "set", "QUAI"),
                                "name", "AVANT-PORT", &error));
  assert_model (self, "number", "3A|1|2|4", "0-4+4 ");
  g_assert_true (
      plt_store_set (self->store, "sequence", sequence (self, "2"), "number", "0", &error));
  assert_model (self, "number", "3A|0|1|4", "1-2+2 ");
  g_assert_no_error (error);
}

static void
test_records (Fixture *self, gconstpointer data)
{
  GListModel *list = G_LIST_MODEL (self->model);
  g_autoptr (PltRecord) first = g_list_model_get_item (list, 0);
  g_autoptr (PltRecord) again = NULL;
  gint64 id = plt_record_get_id (first);

  g_assert_true (g_list_model_get_item_type (list) == PLT_TYPE_RECORD);
  g_assert_null (g_list_model_get_item (list, 99));
  g_assert_cmpint (plt_query_model_find (self->model, id), ==, 0);
  g_assert_cmpint (plt_query_model_find (self->model, 999), ==, -1);
  g_assert_true (plt_store_move (self->store, "sequence", id, 3, NULL));
  again = g_list_model_get_item (list, 3);
  g_assert_true (first == again);
  g_assert_cmpint (plt_query_model_find (self->model, id), ==, 3);
  g_assert_cmpint (plt_query_model_get_id (self->model, 99), ==, 0);
  g_assert_true (plt_query_model_get_table (self->model) == plt_table_find ("sequence"));
}

/* Random commands with a filter, a search and orders that come and go: a view that only follows
 * the signal shows what a fresh model shows. */
static void
random_command (PltStore *store, GRand *rand)
{
  g_autoptr (GArray) ids = plt_rows_ids (store, plt_table_find ("sequence"), NULL, 0, NULL, NULL);
  gint64 id = ids->len > 0 ? g_array_index (ids, gint64,
                                            (guint) g_rand_int_range (rand, 0, (gint32) ids->len))
                           : 0;
  g_autofree char *text = g_strdup_printf ("%d", g_rand_int_range (rand, 1, 40));

  switch (id == 0 ? 0 : g_rand_int_range (rand, 0, 7))
    {
    case 0:
      PLT_TEST_INSERT (store, "sequence", "number", text, "set",
                       g_rand_boolean (rand) ? "CAFÉ" : "QUAI");
      break;
    case 1:
      plt_store_delete (store, "sequence", id, NULL);
      break;
    case 2:
      plt_store_move (store, "sequence", id, (guint) g_rand_int_range (rand, 0, 20), NULL);
      break;
    case 3:
      plt_store_undo (store, NULL);
      break;
    case 4:
      plt_store_redo (store, NULL);
      break;
    case 5:
      plt_store_set (store, "sequence", id, "effect", g_rand_boolean (rand) ? "NUIT" : "JOUR",
                     NULL);
      break;
    default:
      plt_store_set (store, "sequence", id, "number", text, NULL);
      break;
    }
}

static void
test_random (Fixture *self, gconstpointer data)
{
  static const char *const orders[] = { NULL, "-number", "set,-number", "effect" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_auto (PltValue) night = plt_value_text ("NUIT");

  for (guint i = 0; i < 400; i++)
    {
      const char *order = orders[i / 25 % G_N_ELEMENTS (orders)];
      const char *search = i / 50 % 2 == 0 ? NULL : "1";
      const PltValue *effect = i / 100 % 2 == 0 ? NULL : &night;
      g_autoptr (PltQueryModel) fresh = plt_query_model_new (self->store, "sequence");
      g_autofree char *expected = NULL;
      g_autofree char *got = NULL;

      plt_query_model_set_order (self->model, order);
      plt_query_model_set_search (self->model, search);
      plt_query_model_set_filter (self->model, "effect", effect);
      g_string_truncate (self->changes, 0);
      random_command (self->store, rand);
      /* At most one. */
      g_assert_true (self->changes->len == 0 || strchr (self->changes->str, ' ')[1] == '\0');
      plt_query_model_set_order (fresh, order);
      plt_query_model_set_search (fresh, search);
      plt_query_model_set_filter (fresh, "effect", effect);
      expected = plt_test_model (fresh, "number");
      got = plt_test_model (self->model, "number");
      g_assert_cmpstr (got, ==, expected);
      assert_shown (self);
    }
}

/* Fifty thousand rows open without making their records. */
static void
test_many (void)
{
  Fixture self = { plt_test_store_new () };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltRecord) last = NULL;

  for (guint i = 0; i < 50000; i++)
    {
      g_autofree char *name = g_strdup_printf ("DÉCOR %u", 50000 - i);

      plt_batch_insert (batch, "set");
      plt_batch_set_text (batch, "name", name);
    }
  g_assert_true (plt_store_apply (self.store, "Add", NULL, batch, NULL, NULL));
  watch (&self, "set");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self.model)), ==, 50000);
  last = g_list_model_get_item (G_LIST_MODEL (self.model), 49999);
  g_assert_cmpstr (plt_record_get_text (last, "name"), ==, "DÉCOR 50000");
  plt_query_model_set_search (self.model, "decor 4999");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self.model)), ==, 11);
  g_clear_object (&last);
  tear_down (&self, NULL);
}

#define TEST(name, function)                                                                       \
  g_test_add ("/store/query-model/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("follows", test_follows);
  TEST ("one-change", test_one_change);
  TEST ("filter", test_filter);
  TEST ("keep", test_keep);
  TEST ("search", test_search);
  TEST ("search-follows", test_search_follows);
  TEST ("order", test_order);
  TEST ("records", test_records);
  TEST ("random", test_random);
  g_test_add_func ("/store/query-model/many", test_many);
  return g_test_run ();
}
