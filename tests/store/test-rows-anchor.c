/* Dates typed on a task that has them from the plan de travail or from the production are refused
 * with the place where they are changed; nothing of the command stays. */
#include "plt-error.h"
#include "plt-rows.h"
#include "plt-test-store.h"

static const char *const lines[] = {
  "tournage: task | name = Tournage | anchor = tournage",
  "bilan: task | name = Bilan du plateau | anchor = fin-tournage",
  "visa: task | name = Visa | anchor = visa",
  "pad: task | name = PAD | anchor = livraison",
  "groupe: task | name = Régie | anchor = tournage",
  "dedans: task | name = Dépôts | parent = @groupe",
  NULL,
};

static gboolean
type (PltStore *store, const char *name, const char *column, const char *text, GError **error)
{
  return plt_store_set (store, "task", plt_test_find (store, "task", name), column, text, error);
}

static void
assert_refused (
    PltStore *store, const char *name, const char *column, const char *text, const char *part)
{
  g_autofree char *before = plt_store_checksum (store), *after = NULL;
  guint steps = plt_test_n_steps (store);
  GError *error = NULL;

  g_assert_false (type (store, name, column, text, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, part));
  g_clear_error (&error);
  after = plt_store_checksum (store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (plt_test_n_steps (store), ==, steps);
}

static void
assert_taken (PltStore *store, const char *name, const char *column, const char *text)
{
  GError *error = NULL;

  gboolean is_taken = type (store, name, column, text, &error);

  g_assert_no_error (error);
  g_assert_true (is_taken);
}

static gint64
add_day (PltStore *store, const char *schedule, const char *date, const char *kind)
{
  GError *error = NULL;
  gint64 day = plt_store_insert (store, "shooting_day", &error, "schedule", schedule, "date", date,
                                 "kind", kind, NULL);

  g_assert_no_error (error);
  return day;
}

/* A version of the plan de travail, that of reference when it is asked. */
static char *
add_schedule (PltStore *store, const char *name, gboolean is_reference)
{
  GError *error = NULL;
  gint64 id = plt_store_insert (store, "schedule", &error, "name", name, NULL);
  g_autofree char *text = g_strdup_printf ("#%" G_GINT64_FORMAT, id);

  g_assert_no_error (error);
  if (is_reference)
    g_assert_true (plt_store_set (store, "production", 1, "schedule", text, &error));
  g_assert_no_error (error);
  return g_steal_pointer (&text);
}

/* As long as the plan de travail has no shooting day with a date, what is typed holds. */
static void
test_shoot (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (lines);
  g_autofree char *schedule = add_schedule (store, "Plan", TRUE);
  GError *error = NULL;
  gint64 day;

  add_day (store, schedule, "2027-09-05", "repos");
  assert_taken (store, "Tournage", "start_date", "2027-09-06");
  assert_taken (store, "Tournage", "duration_days", "12");
  assert_taken (store, "Bilan du plateau", "end_date", "2027-10-01");
  day = add_day (store, schedule, "2027-09-08", "tournage");
  assert_refused (store, "Tournage", "start_date", "2027-09-13", "plan de travail");
  assert_refused (store, "Tournage", "end_date", "2027-09-24", "plan de travail");
  assert_refused (store, "Tournage", "duration_days", "15", "plan de travail");
  assert_refused (store, "Bilan du plateau", "end_date", "2027-10-04", "plan de travail");
  /* its length is its own, and what is emptied is */
  assert_taken (store, "Bilan du plateau", "duration_days", "2");
  assert_taken (store, "Bilan du plateau", "end_date", "");
  assert_taken (store, "Tournage", "start_date", "");
  assert_taken (store, "Tournage", "note", "À deux équipes");
  /* the same value again changes nothing */
  assert_taken (store, "Tournage", "duration_days", "12");
  /* a group has the dates of its tasks, and what is in it is free */
  assert_taken (store, "Régie", "start_date", "2027-09-01");
  assert_taken (store, "Dépôts", "start_date", "2027-09-01");
  /* once it follows nothing, or there is nothing to follow, it is */
  assert_taken (store, "Tournage", "anchor", "");
  assert_taken (store, "Tournage", "start_date", "2027-09-13");
  assert_taken (store, "Tournage", "anchor", "premier-jour");
  assert_refused (store, "Tournage", "start_date", "2027-09-14", "plan de travail");
  g_assert_true (plt_store_delete (store, "shooting_day", day, &error));
  assert_taken (store, "Tournage", "start_date", "2027-09-14");
}

/* Days of another version than that of reference are none. */
static void
test_version (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (lines);
  GError *error = NULL;
  g_autofree char *plan = add_schedule (store, "Plan", TRUE);
  g_autofree char *schedule = add_schedule (store, "Repli", FALSE);

  add_day (store, schedule, "2027-09-08", "tournage");
  assert_taken (store, "Tournage", "start_date", "2027-09-06");
  g_assert_true (plt_store_set (store, "production", 1, "schedule", schedule, &error));
  g_assert_no_error (error);
  assert_refused (store, "Tournage", "start_date", "2027-09-07", "plan de travail");
  g_assert_true (plt_store_undo (store, &error));
  assert_taken (store, "Tournage", "start_date", "2027-09-07");
}

static void
test_production (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (lines);
  GError *error = NULL;

  assert_taken (store, "Visa", "start_date", "2028-01-10");
  g_assert_true (plt_store_set (store, "production", 1, "visa_date", "2028-01-17", &error));
  assert_refused (store, "Visa", "start_date", "2028-01-11", "production");
  assert_taken (store, "PAD", "start_date", "2028-02-01"); /* the delivery is placed, not held */
  g_assert_true (plt_store_set (store, "production", 1, "visa_date", "", &error));
  assert_taken (store, "Visa", "start_date", "2028-01-11");
  /* the shoot of the production stands for days there are not */
  g_assert_true (plt_store_set (store, "production", 1, "start_date", "2027-09-01", &error));
  assert_refused (store, "Tournage", "start_date", "2027-09-02", "plan de travail");
  assert_taken (store, "Tournage", "duration_days", "30"); /* that it does not say */
  assert_taken (store, "Bilan du plateau", "end_date", "2027-10-12");
}

/* A batch that lets a task go and dates it is one step; one that binds it and dates it is none. */
static void
test_batch (void)
{
  g_autoptr (PltStore) store = plt_test_store_lines (lines);
  g_autoptr (PltBatch) free = plt_batch_new (), bound = plt_batch_new ();
  gint64 visa = plt_test_find (store, "task", "Visa"), pad = plt_test_find (store, "task", "PAD");
  GError *error = NULL;

  g_assert_true (plt_store_set (store, "production", 1, "visa_date", "2028-01-17", &error));
  plt_batch_update (free, "task", visa);
  plt_batch_set_text (free, "start_date", "2028-01-20");
  plt_batch_set_null (free, "anchor");
  g_assert_true (plt_store_apply (store, "essai", NULL, free, NULL, &error));
  g_assert_no_error (error);
  plt_batch_update (bound, "task", pad);
  plt_batch_set_text (bound, "anchor", "visa");
  plt_batch_set_text (bound, "end_date", "2028-01-20");
  g_assert_false (plt_store_apply (store, "essai", NULL, bound, NULL, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_clear_error (&error);
  /* there and back, whatever is there meanwhile */
  g_assert_true (plt_store_undo (store, &error));
  g_assert_true (plt_store_redo (store, &error));
  g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rows-anchor/shoot", test_shoot);
  g_test_add_func ("/rows-anchor/version", test_version);
  g_test_add_func ("/rows-anchor/production", test_production);
  g_test_add_func ("/rows-anchor/batch", test_batch);
  return g_test_run ();
}
