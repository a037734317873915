/* Sources of financing and applications on a real file: each change is one step that leaves its
 * row of the past. */
#include "plt-funding-track.h"

#include "plt-error.h"
#include "plt-load.h"
#include "plt-rows.h"
#include "plt-test-store.h"

typedef struct
{
  PltStore *store;
  PltFacts *facts;
  gint64 source; /* "Région" of the sample */
} Fixture;

static void
reload (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->facts, plt_facts_free);
  self->facts = plt_facts_load (self->store, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->store = plt_test_store_sample ();
  self->source = plt_test_find (self->store, "funding_source", "Région");
  reload (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_facts_free (self->facts);
  g_object_unref (self->store);
}

/* One step that comes back as it was. */
static void
apply (Fixture *self, const PltBatch *batch)
{
  g_autofree char *before = plt_store_checksum (self->store);
  g_autoptr (GError) error = NULL;
  guint n = plt_test_n_steps (self->store);

  plt_store_apply (self->store, "Financement", NULL, batch, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, n + 1);
  plt_assert_undo_redo (self->store, before);
  reload (self);
}

/* The past of a source, in the order of its days: "2026-05-04 acquis 1200000 Ada note" */
static char *
past (const Fixture *self, gint64 source)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->facts->funding_statuses.n; i++)
    {
      const PltFundingStatusFacts *row = &self->facts->funding_statuses.items[i];
      g_autofree char *date = plt_date_to_iso (row->date);

      if (row->funding_source == source)
        g_string_append_printf (
            text, "%s%s %s %" G_GINT64_FORMAT " %s %s", text->len > 0 ? "|" : "", date, row->status,
            row->amount_cents != PLT_UNKNOWN ? row->amount_cents : -1, row->author, row->note);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_last_past (const Fixture *self, gint64 source, const char *expected)
{
  g_autofree char *all = past (self, source);
  const char *last = strrchr (all, '|');

  g_assert_cmpstr (last != NULL ? last + 1 : all, ==, expected);
}

static void
test_step (Fixture *self, gconstpointer data)
{
  PltFundingStep step
      = { "acquis",           plt_date_from_ymd (2031, 5, 4), 1234500, "Ada Kerviel", NULL,
          "Convention signée" };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) again = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  guint n = self->facts->funding_statuses.n;

  g_assert_true (plt_funding_set_status (self->facts, self->source, &step, batch, &error));
  apply (self, batch);
  g_assert_cmpuint (self->facts->funding_statuses.n, ==, n + 1); /* the store adds none */
  plt_assert_cell (self->store, "funding_source", self->source, "status", "acquis");
  plt_assert_cell (self->store, "funding_source", self->source, "amount_cents", "12345,00");
  assert_last_past (self, self->source, "2031-05-04 acquis 1234500 Ada Kerviel Convention signée");

  /* the same status again is a step as well: only the amount changes */
  step = (PltFundingStep){ "acquis", plt_date_from_ymd (2031, 6, 1), PLT_UNKNOWN, NULL, "", NULL };
  g_assert_true (plt_funding_set_status (self->facts, self->source, &step, again, &error));
  apply (self, again);
  g_assert_cmpuint (self->facts->funding_statuses.n, ==, n + 2);
  assert_last_past (self, self->source, "2031-06-01 acquis 1234500  ");
}

static void
test_step_refused (Fixture *self, gconstpointer data)
{
  const struct
  {
    gint64 source;
    PltFundingStep step;
    int code;
  } cases[] = {
    { 98765, { "acquis", plt_date_from_ymd (2031, 5, 4), PLT_UNKNOWN }, PLT_ERROR_NOT_FOUND },
    { self->source, { "acquis", PLT_DATE_NONE, PLT_UNKNOWN }, PLT_ERROR_INVALID },
    { self->source, { "promis", plt_date_from_ymd (2031, 5, 4), 12 }, PLT_ERROR_INVALID },
    { self->source, { NULL, plt_date_from_ymd (2031, 5, 4), 12 }, PLT_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (
          plt_funding_set_status (self->facts, cases[i].source, &cases[i].step, batch, &error));
      g_assert_error (error, PLT_ERROR, cases[i].code);
      g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
    }
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/funding-track/step", test_step);
  TEST ("/funding-track/step-refused", test_step_refused);
  return g_test_run ();
}
