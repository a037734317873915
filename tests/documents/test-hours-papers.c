/* The relevé des heures of a technician's week and of a performer's day; of the team; without
 * hours. The amounts are those of tests/engine/test-hours.c. */
#include <string.h>

#include "plt-document-dump.h"
#include "plt-document-kind.h"
#include "plt-error.h"
#include "plt-fonts.h"
#include "plt-layout.h"
#include "plt-paths.h"
#include "plt-rows.h"
#include "plt-test-golden.h"
#include "plt-test-papers.h"

static void
set_date (PltBatch *batch, const char *column, int day)
{
  g_autofree char *iso = g_strdup_printf ("2027-04-%02d", day);

  plt_batch_set_text (batch, column, iso);
}

static gint64
engage (PltBatch *batch, const char *name, const char *function, const char *unit, PltMoney rate)
{
  gint64 person = plt_batch_insert (batch, "person");

  plt_batch_set_text (batch, "last_name", name);
  plt_batch_set_text (batch, "first_name", "Yuna");
  plt_batch_insert (batch, "engagement");
  plt_batch_set_integer (batch, "person", person);
  plt_batch_set_text (batch, "department", "machinerie");
  plt_batch_set_text (batch, "function", function);
  plt_batch_set_text (batch, "unit", unit);
  plt_batch_set_text (batch, "status", "signe");
  if (rate != 0)
    plt_batch_set_integer (batch, "rate_cents", rate);
  set_date (batch, "from_date", 5);
  set_date (batch, "to_date", 30);
  return person;
}

static void
work (PltBatch *batch, gint64 person, int day, int start, int meal, int end)
{
  plt_batch_insert (batch, "work_hours");
  plt_batch_set_integer (batch, "person", person);
  set_date (batch, "date", day);
  plt_batch_set_text (batch, "kind", "tournage");
  plt_batch_set_text (batch, "status", "valide");
  plt_batch_set_integer (batch, "start_minutes", start * 60);
  plt_batch_set_integer (batch, "end_minutes", end * 60);
  plt_batch_set_integer (batch, "meal_minutes", meal * 60);
  plt_batch_set_integer (batch, "meal_end_minutes", meal * 60 + 60);
}

/* As a production keeps the reference data. */
static void
keep_referentials (PltBatch *batch)
{
  static const char *const names[]
      = { "temps-de-travail", "jours-feries", "minima-3097", "minima-artistes" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("referentials/%s.tsv", names[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *content = plt_paths_read (path, NULL, &error);

      g_assert_no_error (error);
      plt_batch_insert (batch, "referential");
      plt_batch_set_text (batch, "name", names[i]);
      plt_batch_set_text (batch, "version", "1");
      plt_batch_set_text (batch, "content", content);
    }
}

/* Monday to Friday 8 h, Saturday 9 h to midnight; somebody without a rate. */
static PltStore *
new_store (void)
{
  PltStore *store = plt_test_store_papers ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  gint64 grip, focus;

  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, "agreement", "3097");
  keep_referentials (batch);
  grip = engage (batch, "Kermadec", "Machiniste de prise de vues cinéma", "semaine", 100905);
  focus = engage (batch, "Tanguy", "1er assistant opérateur cinéma", "semaine", 0);
  for (int day = 12; day <= 16; day++)
    work (batch, grip, day, 9, 13, 18);
  work (batch, grip, 17, 14, 19, 24);
  work (batch, focus, 12, 8, 13, 20);
  plt_store_apply (store, "Heures", NULL, batch, NULL, &error);
  g_assert_no_error (error);
  return store;
}

static PltDocument *
build (PltStore *store, const char *statement, const char *person)
{
  const PltDocumentKind *kind = plt_document_kind_find ("releve-heures");
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (GError) error = NULL;
  PltDocument *document;

  g_assert_true (plt_params_set (params, kind, "date", "2027-04-19", NULL));
  g_assert_true (plt_params_set (params, kind, "semaine", "2027-04-14", NULL));
  g_assert_true (plt_params_set (params, kind, "releve", statement, NULL));
  if (person != NULL)
    g_assert_true (plt_params_set (params, kind, "personne", person, NULL));
  document = plt_document_build (store, "releve-heures", params, &error);
  g_assert_no_error (error);
  return document;
}

static void
test_statement (void)
{
  g_autoptr (PltStore) store = new_store ();
  g_autoptr (PltDocument) document = build (store, "individuel", NULL);
  g_autoptr (PltLayout) layout = plt_layout_new (document, plt_fonts_get ());
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_ALL);

  plt_assert_golden ("releve-heures-semaine.txt", text);
  g_assert_nonnull (strstr (text, "49h00"));
  g_assert_nonnull (strstr (text, "387,44"));
  g_assert_cmpuint (plt_layout_get_n_pages (layout), ==, 2); /* a page each */
}

static void
test_one_person (void)
{
  g_autoptr (PltStore) store = new_store ();
  g_autoptr (PltDocument) document = build (store, "individuel", "Yuna Tanguy");
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_ALL);

  g_assert_null (strstr (text, "Kermadec"));
  g_assert_nonnull (strstr (text, "Brut non calculé"));
}

static void
test_team (void)
{
  g_autoptr (PltStore) store = new_store ();
  g_autoptr (PltDocument) document = build (store, "equipe", NULL);
  g_autofree char *text = plt_document_dump (document, PLT_DUMP_ALL);

  plt_assert_golden ("releve-heures-equipe.txt", text);
}

static void
test_nobody (void)
{
  g_autoptr (PltStore) store = new_store ();
  const PltDocumentKind *kind = plt_document_kind_find ("releve-heures");
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_params_set (params, kind, "personne", "999", NULL));
  g_assert_null (plt_document_build (store, "releve-heures", params, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hours-papers/statement", test_statement);
  g_test_add_func ("/hours-papers/one-person", test_one_person);
  g_test_add_func ("/hours-papers/team", test_team);
  g_test_add_func ("/hours-papers/nobody", test_nobody);
  return g_test_run ();
}
