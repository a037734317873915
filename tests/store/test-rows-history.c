/* Whatever changes the status of a source of financing leaves a row of its history. */
#include "plt-error.h"
#include "plt-rows.h"
#include "plt-test-store.h"

/* "demande 1000,00|acquis 900,00": the history of a source, oldest first */
static char *
past (PltStore *store, gint64 source)
{
  const PltTable *table = plt_table_find ("funding_status");
  g_autoptr (GError) error = NULL;
  const PltFilter filter = { "funding_source", plt_value_integer (source) };
  g_autoptr (GArray) ids = plt_rows_ids (store, table, &filter, 1, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *status = plt_test_cell (store, "funding_status", id, "status");
      g_autofree char *amount = plt_test_cell (store, "funding_status", id, "amount_cents");

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? "|" : "", status, amount);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_past (PltStore *store, gint64 source, const char *expected)
{
  g_autofree char *found = past (store, source);

  g_assert_cmpstr (found, ==, expected);
}

static gint64
add_source (PltStore *store)
{
  return PLT_TEST_INSERT (store, "funding_source", "name", "Fonds des Marées", "amount_cents",
                          "1000,00", "status", "espere");
}

static void
set (PltStore *store, gint64 id, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_set (store, "funding_source", id, column, text, &error));
  g_assert_no_error (error);
}

static void
test_cell (PltTestFixture *self, gconstpointer data)
{
  gint64 id = add_source (self->store);
  g_autofree char *before = plt_store_checksum (self->store);
  g_autoptr (GDateTime) now = NULL;
  g_autofree char *today = NULL, *day = NULL;
  guint n = plt_test_n_steps (self->store);

  assert_past (self->store, id, "");
  set (self->store, id, "status", "demande");
  now = g_date_time_new_now_local ();
  today = g_date_time_format (now, "%d/%m/%Y");
  assert_past (self->store, id, "demande 1000,00");
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, n + 1);
  plt_assert_undo_redo (self->store, before);
  day = plt_test_rows (self->store, "funding_status", "date");
  g_assert_nonnull (strstr (day, today));

  set (self->store, id, "name", "Fonds des Grandes Marées");
  set (self->store, id, "amount_cents", "900,00");
  assert_past (self->store, id, "demande 1000,00");
  set (self->store, id, "status", "acquis");
  assert_past (self->store, id, "demande 1000,00|acquis 900,00");
  set (self->store, id, "status", "acquis"); /* it is already */
  assert_past (self->store, id, "demande 1000,00|acquis 900,00");
  set (self->store, id, "status", "demande"); /* back again is a change as well */
  assert_past (self->store, id, "demande 1000,00|acquis 900,00|demande 900,00");
}

static void
apply (PltStore *store, const PltBatch *batch)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_store_apply (store, "Essai", NULL, batch, NULL, &error));
  g_assert_no_error (error);
}

/* Only what a command leaves counts; a row of its own is not doubled. */
static void
test_batch (PltTestFixture *self, gconstpointer data)
{
  gint64 first = add_source (self->store), second = add_source (self->store);
  g_autoptr (PltBatch) there_and_back = plt_batch_new ();
  g_autoptr (PltBatch) two = plt_batch_new ();
  g_autoptr (PltBatch) own = plt_batch_new ();
  g_autofree char *before = NULL;

  plt_batch_update (there_and_back, "funding_source", first);
  plt_batch_set_text (there_and_back, "status", "refuse");
  plt_batch_update (there_and_back, "funding_source", first);
  plt_batch_set_text (there_and_back, "status", "espere");
  apply (self->store, there_and_back);
  assert_past (self->store, first, "");

  plt_batch_update (two, "funding_source", first);
  plt_batch_set_text (two, "status", "demande");
  plt_batch_update (two, "funding_source", first);
  plt_batch_set_text (two, "status", "confirme");
  plt_batch_set_integer (two, "amount_cents", 80000);
  plt_batch_update (two, "funding_source", second);
  plt_batch_set_text (two, "status", "refuse");
  apply (self->store, two);
  assert_past (self->store, first, "confirme 800,00");
  assert_past (self->store, second, "refuse 1000,00");

  before = plt_store_checksum (self->store);
  plt_batch_insert (own, "funding_status");
  plt_batch_set_integer (own, "funding_source", first);
  plt_batch_set_text (own, "date", "2030-03-02");
  plt_batch_set_text (own, "status", "acquis");
  plt_batch_set_integer (own, "amount_cents", 75000);
  plt_batch_update (own, "funding_source", first);
  plt_batch_set_text (own, "status", "acquis");
  apply (self->store, own);
  assert_past (self->store, first, "confirme 800,00|acquis 750,00");
  plt_assert_undo_redo (self->store, before);
}

/* A source that the command takes away needs no past; one that is refused leaves none. */
static void
test_gone (PltTestFixture *self, gconstpointer data)
{
  gint64 first = add_source (self->store), second = add_source (self->store);
  g_autoptr (PltBatch) gone = plt_batch_new ();
  g_autoptr (PltBatch) bad = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  plt_batch_update (gone, "funding_source", first);
  plt_batch_set_text (gone, "status", "acquis");
  plt_batch_delete (gone, "funding_source", first);
  apply (self->store, gone);
  assert_past (self->store, first, "");

  plt_batch_update (bad, "funding_source", second);
  plt_batch_set_text (bad, "status", "acquis");
  plt_batch_update (bad, "funding_source", 987654);
  plt_batch_set_text (bad, "status", "acquis");
  g_assert_false (plt_store_apply (self->store, "Essai", NULL, bad, NULL, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  set (self->store, second, "name", "Autre fonds"); /* what was given up is not written later */
  assert_past (self->store, second, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PLT_TEST ("/rows-history/cell", test_cell);
  PLT_TEST ("/rows-history/batch", test_batch);
  PLT_TEST ("/rows-history/gone", test_gone);
  return g_test_run ();
}
