/* Batches as commands: handles, order, and refusals that name the row. */
#include <string.h>

#include "plt-rows.h"
#include "plt-test-store.h"

/* ---- batches ---- */

static void
test_apply (PltTestFixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  gint64 set = plt_batch_insert (batch, "set");
  gint64 part, sequence;

  plt_batch_set_text (batch, "name", "GARE");
  part = plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "QUAI 2");
  plt_batch_set_integer (batch, "parent", set);
  sequence = plt_batch_insert (batch, "sequence");
  plt_batch_set_text (batch, "number", "5");
  plt_batch_set_integer (batch, "sub_set", part);
  plt_batch_update (batch, "sequence", sequence);
  plt_batch_set_integer (batch, "shots", 4);
  plt_batch_delete (batch, "task", plt_test_find (self->store, "task", "Autorisations"));

  g_assert_true (plt_store_apply (self->store, "Add a station", NULL, batch, &ids, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==,
                   plt_test_find (self->store, "sequence", "5"));
  plt_assert_cell (self->store, "sequence", g_array_index (ids, gint64, 2), "set", "GARE");
  plt_assert_cell (self->store, "sequence", g_array_index (ids, gint64, 2), "shots", "4");
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, 1);
  plt_assert_undo_redo (self->store, self->before);
}

static void
test_apply_refused (PltTestFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *line;
    int code;
    const char *part;
  } cases[] = {
    { "sequence | number = 6 | set = @cafe", PLT_ERROR_OVERFLOW, NULL }, /* this one is right */
    { "set | name = QUAI", PLT_ERROR_CONFLICT, "Row 2 of 2, new set “QUAI”: The set “QUAI” (row" },
    { "set | note = X", PLT_ERROR_INVALID, "Row 2 of 2, new set: “Set” may not be empty." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *lines[] = { "cafe: set | name = TABAC", cases[i].line, NULL };
      g_autoptr (PltBatch) batch = plt_test_batch (lines);
      g_autoptr (GError) error = NULL;
      g_autofree char *now = NULL;
      gboolean done = plt_store_apply (self->store, "Add", NULL, batch, NULL, &error);

      g_assert_true (done == (cases[i].part == NULL));
      if (done)
        {
          g_assert_true (plt_store_undo (self->store, NULL));
          continue;
        }
      plt_assert_says (error, cases[i].code, cases[i].part);
      now = plt_store_checksum (self->store);
      g_assert_cmpstr (now, ==, self->before);
    }
}

static void
test_apply_update_refused (PltTestFixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) nothing = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "GARE");
  plt_batch_update (batch, "sequence", plt_test_find (self->store, "sequence", "2"));
  plt_batch_set_text (batch, "number", "");
  g_assert_false (plt_store_apply (self->store, "Change", NULL, batch, &ids, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "Row 2 of 2, sequence “2”: “No.” may not be empty");
  g_assert_null (ids);
  g_clear_error (&error);

  g_assert_true (plt_store_apply (self->store, "Nothing", NULL, nothing, &ids, &error));
  g_assert_cmpuint (ids->len, ==, 0);
  g_assert_false (plt_store_can_undo (self->store));
}

static void
test_apply_wrong_ids (PltTestFixture *self, gconstpointer data)
{
  static const struct
  {
    PltEditKind kind;
    const char *table;
    gint64 id;
    const char *column;
    gint64 value;
    int code;
    const char *part;
  } cases[] = {
    { PLT_EDIT_UPDATE, "sequence", 999, "shots", 1, PLT_ERROR_NOT_FOUND,
      "no sequence with the row" },
    { PLT_EDIT_DELETE, "sequence", 999, NULL, 0, PLT_ERROR_NOT_FOUND, "row number 999" },
    { PLT_EDIT_UPDATE, "sequence", 1, "set", 999, PLT_ERROR_NOT_FOUND,
      "“Set”: there is no set with the row number 999" },
    { PLT_EDIT_UPDATE, "budget_line", 1, "budget", 999, PLT_ERROR_NOT_FOUND, "no budget with" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      if (cases[i].kind == PLT_EDIT_DELETE)
        plt_batch_delete (batch, cases[i].table, cases[i].id);
      else
        {
          plt_batch_update (batch, cases[i].table, cases[i].id);
          plt_batch_set_integer (batch, cases[i].column, cases[i].value);
        }
      g_assert_false (plt_store_apply (self->store, "Change", NULL, batch, NULL, &error));
      plt_assert_says (error, cases[i].code, cases[i].part);
    }
}

/* A line cannot leave the budget of its account. */
static void
test_apply_other_budget (PltTestFixture *self, gconstpointer data)
{
  gint64 other = PLT_TEST_INSERT (self->store, "budget", "name", "Devis 2", "version", "2");
  gint64 line = plt_test_find (self->store, "budget_line", "Léa");
  PltValue value = plt_value_integer (other);
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_store_set_value (self->store, "budget_line", line, "budget", &value, &error));
  plt_assert_says (
      error, PLT_ERROR_INVALID,
      "The account “31 · Rôles” does not belong to the budget “Devis 2”; choose one that "
      "does.");
}

/* A position that was given does not hide where the order ends. */
static void
test_apply_positions (PltTestFixture *self, gconstpointer data)
{
  static const char *const lines[]
      = { "sequence | number = 5",  "sequence | number = 1B | position = 1500",
          "sequence | number = 6",  "sequence | number = 9 | position = 90000",
          "sequence | number = 10", NULL };
  g_autoptr (PltBatch) batch = plt_test_batch (lines);
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_apply (self->store, "Add", NULL, batch, NULL, &error));
  g_assert_no_error (error);
  plt_assert_rows (self->store, "sequence", "number", "1|1B|2|3A|4|5|6|9|10");
}

/* More rows than are checked one by one; the last is refused all the same. */
static void
test_apply_many_unique (PltTestFixture *self, gconstpointer data)
{
  for (guint again = 0; again < 2; again++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i <= 200; i++)
        {
          g_autofree char *name = g_strdup_printf ("DÉCOR %u", i == 200 && again == 0 ? 150 : i);

          plt_batch_insert (batch, "set");
          plt_batch_set_text (batch, "name", name);
          /* The name that this one had is free for a later one. */
          if (i == 100)
            {
              plt_batch_update (batch, "set", -51);
              plt_batch_set_text (batch, "name", "AUTRE");
              plt_batch_insert (batch, "set");
              plt_batch_set_text (batch, "name", "DÉCOR 50");
            }
        }
      if (again == 0)
        {
          g_assert_false (plt_store_apply (self->store, "Add", NULL, batch, NULL, &error));
          plt_assert_says (error, PLT_ERROR_CONFLICT,
                           "Row 203 of 203, new set “DÉCOR 150”: The set");
          continue;
        }
      /* What was taken back is not taken. */
      g_assert_true (plt_store_apply (self->store, "Add", NULL, batch, NULL, &error));
      g_assert_no_error (error);
      plt_assert_undo_redo (self->store, self->before);
    }
}

/* A handle that stands for a row further down. */
static void
test_apply_handle_too_early (PltTestFixture *self, gconstpointer data)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "GARE");
  plt_batch_set_integer (batch, "parent", -2);
  plt_batch_insert (batch, "set");
  plt_batch_set_text (batch, "name", "VILLE");
  g_assert_false (plt_store_apply (self->store, "Add", NULL, batch, NULL, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "have not added yet");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLT_TEST ("/store/apply/apply", test_apply);
  PLT_TEST ("/store/apply/apply-refused", test_apply_refused);
  PLT_TEST ("/store/apply/apply-update-refused", test_apply_update_refused);
  PLT_TEST ("/store/apply/apply-wrong-ids", test_apply_wrong_ids);
  PLT_TEST ("/store/apply/apply-other-budget", test_apply_other_budget);
  PLT_TEST ("/store/apply/apply-positions", test_apply_positions);
  PLT_TEST ("/store/apply/apply-many-unique", test_apply_many_unique);
  PLT_TEST ("/store/apply/apply-handle-too-early", test_apply_handle_too_early);
  return g_test_run ();
}
