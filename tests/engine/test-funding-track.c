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

/* ---- applications ---- */

static const PltApplicationFacts *
last_application (const Fixture *self)
{
  const PltApplicationFacts *last = NULL;

  for (guint i = 0; i < self->facts->applications.n; i++)
    if (last == NULL || self->facts->applications.items[i].id > last->id)
      last = &self->facts->applications.items[i];
  return last;
}

static PltFundingCatalogue *
catalogue_of (Fixture *self)
{
  plt_funding_catalogue_lend (self->facts);
  return plt_funding_catalogue_new (self->facts);
}

static void
ask (Fixture *self, const PltApplicationAsk *wanted)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (plt_funding_apply (self->facts, wanted, batch, &error), <, 0);
  g_assert_no_error (error);
  apply (self, batch);
}

/* One command: application, documents, source with its first row of the past. */
static void
test_apply (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFundingCatalogue) catalogue = catalogue_of (self);
  const PltScheme *scheme = plt_funding_catalogue_find (catalogue, "sud-long");
  const PltApplicationAsk wanted = { .scheme = scheme,
                                     .add_source = TRUE,
                                     .asked = 15000000,
                                     .deadline = PLT_DATE_NONE,
                                     .today = plt_date_from_ymd (2030, 11, 22),
                                     .contact = "Inès Brel",
                                     .author = "Ada" };
  g_autoptr (PltBatch) twice = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  const PltApplicationFacts *made;
  const PltFundingFacts *source;
  guint n, missing, needed;

  ask (self, &wanted);
  made = last_application (self);
  g_assert_cmpstr (made->scheme, ==, "sud-long");
  g_assert_cmpstr (made->answer, ==, "en-attente");
  g_assert_cmpstr (made->contact, ==, "Inès Brel");
  g_assert_cmpint (made->asked_cents, ==, 15000000);
  g_assert_cmpint (made->deadline_date, ==, plt_date_from_ymd (2031, 1, 31)); /* the next one */
  n = plt_application_count_documents (self->facts, made->id, &missing, &needed);
  g_assert_cmpuint (n, ==, scheme->documents->len);
  g_assert_cmpuint (missing, ==, n);
  g_assert_cmpuint (needed, <, missing); /* some may be left out */
  source = PLT_FACTS_FIND (self->facts->funding, PltFundingFacts, made->funding_source);
  g_assert_cmpstr (source->status, ==, "demande");
  g_assert_cmpstr (source->group, ==, "regions");
  g_assert_cmpstr (source->scheme, ==, "sud-long");
  g_assert_cmpint (source->amount_cents, ==, 15000000);
  assert_last_past (self, source->id, "2030-11-22 demande 15000000 Ada ");

  g_assert_cmpint (plt_funding_apply (self->facts, &wanted, twice, &error), ==, 0);
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_cmpuint (plt_batch_get_n_edits (twice), ==, 0);
}

static void
give_in (Fixture *self, gint64 application, PltDate date)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_funding_file (self->facts, application, date, batch, &error));
  apply (self, batch);
}

/* A source of the plan: hoped for, asked, given in, complete, and each answer. */
static void
test_answers (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *answer;
    PltMoney granted;
    const char *status, *past;
    PltMoney amount;
  } cases[] = {
    { "accorde", 9000000, "confirme", "2031-03-10 confirme 9000000 Ada Demande accordée", 9000000 },
    { "accorde", PLT_UNKNOWN, "confirme", "2031-03-10 confirme 12000000 Ada Demande accordée",
      12000000 },
    { "refuse", PLT_UNKNOWN, "refuse", "2031-03-10 refuse 50000 Ada Demande refusée", 50000 },
    { "ajourne", PLT_UNKNOWN, "demande", "2031-03-10 demande 50000 Ada Demande ajournée", 50000 },
    { "retire", PLT_UNKNOWN, "refuse", "2031-03-10 refuse 50000 Ada Demande retirée", 50000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFundingCatalogue) catalogue = catalogue_of (self);
      gint64 source = PLT_TEST_INSERT (self->store, "funding_source", "name", "Fonds", "group",
                                       "regions", "amount_cents", "500,00", "status", "espere");
      PltApplicationAsk wanted = { .scheme = plt_funding_catalogue_find (catalogue, "hdf-court"),
                                   .source = source,
                                   .asked = 12000000,
                                   .deadline = plt_date_from_ymd (2031, 1, 15),
                                   .today = plt_date_from_ymd (2030, 11, 22) };
      const PltFundingAnswer answer = {
        cases[i].answer, plt_date_from_ymd (2031, 3, 10), cases[i].granted, "Ada", NULL, NULL
      };
      g_autoptr (PltBatch) early = plt_batch_new ();
      g_autoptr (PltBatch) complete = plt_batch_new ();
      g_autoptr (PltBatch) answered = plt_batch_new ();
      g_autoptr (GError) error = NULL;
      gint64 id;
      guint missing, needed;

      reload (self);
      ask (self, &wanted);
      id = last_application (self)->id;
      plt_assert_cell (self->store, "funding_source", source, "status", "demande");
      g_assert_false (plt_funding_complete (self->facts, id, wanted.deadline, early, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
      g_clear_error (&error);
      give_in (self, id, plt_date_from_ymd (2031, 1, 12));
      g_assert_true (
          plt_funding_complete (self->facts, id, plt_date_from_ymd (2031, 2, 1), complete, &error));
      apply (self, complete);
      plt_application_count_documents (self->facts, id, &missing, &needed);
      g_assert_cmpuint (needed, ==, 0);
      g_assert_cmpuint (missing, >, 0); /* those that may be left out are not said to be there */
      g_assert_true (plt_funding_answer (self->facts, id, &answer, answered, &error));
      apply (self, answered);
      plt_assert_cell (self->store, "funding_source", source, "status", cases[i].status);
      assert_last_past (self, source, cases[i].past);
      g_assert_cmpint (PLT_FACTS_FIND (self->facts->funding, PltFundingFacts, source)->amount_cents,
                       ==, cases[i].amount);
      g_assert_cmpstr (last_application (self)->answer, ==, cases[i].answer);
      g_assert_cmpint (last_application (self)->answer_date, ==, answer.date);
      if (strcmp (cases[i].answer, "ajourne") != 0)
        continue;
      /* put off: the same application may be answered again, another one may be made */
      ask (self, &wanted);
      give_in (self, last_application (self)->id, plt_date_from_ymd (2031, 4, 12));
      {
        const PltFundingAnswer last = { "retire", plt_date_from_ymd (2031, 5, 2), PLT_UNKNOWN };
        g_autoptr (PltBatch) batch = plt_batch_new ();

        g_assert_true (
            plt_funding_answer (self->facts, last_application (self)->id, &last, batch, &error));
        apply (self, batch);
      }
    }
}

static void
test_refusals (Fixture *self, gconstpointer data)
{
  g_autoptr (PltFundingCatalogue) catalogue = catalogue_of (self);
  const PltScheme *scheme = plt_funding_catalogue_find (catalogue, "cic");
  const PltDate day = plt_date_from_ymd (2030, 11, 22);
  const struct
  {
    PltApplicationAsk ask;
    int code;
  } cases[] = {
    { { .scheme = NULL, .asked = 1, .today = day }, PLT_ERROR_NOT_FOUND },
    { { .scheme = scheme, .source = 98765, .asked = 1, .today = day }, PLT_ERROR_NOT_FOUND },
    { { .scheme = scheme, .asked = 1, .today = PLT_DATE_NONE }, PLT_ERROR_INVALID },
  };
  const PltFundingAnswer answers[]
      = { { "peut-être", day, PLT_UNKNOWN }, { "accorde", PLT_DATE_NONE, 12 } };
  gint64 application = self->facts->applications.items[0].id;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (plt_funding_apply (self->facts, &cases[i].ask, batch, &error), ==, 0);
      g_assert_error (error, PLT_ERROR, cases[i].code);
      g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (plt_funding_answer (self->facts, application, &answers[i], batch, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
      g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
      g_clear_error (&error);
      g_assert_false (plt_funding_answer (self->facts, 98765, &answers[0], batch, &error));
      g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
    }
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/funding-track/step", test_step);
  TEST ("/funding-track/step-refused", test_step_refused);
  TEST ("/funding-track/apply", test_apply);
  TEST ("/funding-track/answers", test_answers);
  TEST ("/funding-track/refusals", test_refusals);
  return g_test_run ();
}
