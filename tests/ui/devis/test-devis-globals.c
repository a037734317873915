/* The variables of a devis and its social charges, without a display. The amounts are those of
 * plt-test-devis.h. */
#include "plt-devis-globals.h"
#include "plt-devis-posted.h"
#include "plt-test-devis.h"

typedef struct
{
  PltStore *store;
  PltSession *session;
  PltDevisGlobals *model;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = plt_test_devis_store ();
  fixture->session = plt_session_new (fixture->store);
  fixture->model = plt_devis_globals_new (fixture->session);
  fixture->before = plt_store_checksum (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->model);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->store);
  g_free (fixture->before);
}

static void
assert_cell (PltGridModel *model, guint row, guint column, const char *expected)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  g_auto (GStrv) parts = NULL;
  g_autofree char *plain = NULL;

  plt_grid_model_get_cell (model, row, column, &cell);
  parts = g_strsplit (cell.text, "\342\200\257", -1);
  plain = g_strjoinv (" ", parts);
  g_assert_cmpstr (plain, ==, expected);
}

static void
set_cell (Fixture *fixture, guint row, guint column, const char *text)
{
  g_autoptr (GError) error = NULL;

  plt_grid_model_set_text (PLT_GRID_MODEL (fixture->model), row, column, text, &error);
  g_assert_no_error (error);
}

static void
assert_refused (Fixture *fixture, guint row, guint column, const char *text, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      plt_grid_model_set_text (PLT_GRID_MODEL (fixture->model), row, column, text, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, part);
}

static void
add (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  const PltGridEdit edit = { (int) plt_grid_model_get_n_rows (model), PLT_DEVIS_GLOBAL_NAME, name };

  plt_grid_model_set_many (model, &edit, 1, 1, &error);
  g_assert_no_error (error);
}

static void
test_names_in_formulas (void)
{
  static const struct
  {
    const char *formula, *expected;
  } cases[] = {
    { "SEM", "PREPA" },
    { "2*SEM+SEM_B", "2*PREPA+SEM_B" },
    { "SEM(role)+SEM", "SEM(role)+PREPA" },
    { "ligne(\"SEM\")*SEM", "ligne(\"SEM\")*PREPA" },
    { "max(SEM;1,5)", "max(PREPA;1,5)" },
    { "ÉSEM+SEM", "ÉSEM+PREPA" },
    { "\"SEM", "\"SEM" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plt_devis_formula_rename (cases[i].formula, "SEM", "PREPA");

      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpint (plt_devis_formula_uses (cases[i].formula, "SEM"), ==,
                       !g_str_equal (cases[i].formula, cases[i].expected));
    }
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);

  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 1);
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_NAME, "SEM_PREPA");
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_RESULT, "2");
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_USES, "1");
  add (fixture, "BASE");
  /* in the order of the names */
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_NAME, "BASE");
  set_cell (fixture, 0, PLT_DEVIS_GLOBAL_VALUE, "=SEM_PREPA*1,5");
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_VALUE, "SEM_PREPA*1,5");
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_RESULT, "3");
  assert_cell (model, 1, PLT_DEVIS_GLOBAL_USES, "2");
  g_assert_true (plt_grid_model_toggle (model, 0, PLT_DEVIS_GLOBAL_MOVABLE, NULL));
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_MOVABLE, "Yes");
  set_cell (fixture, 0, PLT_DEVIS_GLOBAL_MOST, "1 200,5");
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_MOST, "1200,5");
}

/* A new name is written into every formula, as one command. */
static void
test_rename (Fixture *fixture, gconstpointer data)
{
  set_cell (fixture, 0, PLT_DEVIS_GLOBAL_NAME, "PREPA");
  plt_assert_cell (fixture->store, "budget_line",
                   plt_test_find (fixture->store, "budget_line", "22-01 · Réalisateur"), "duration",
                   "PREPA");
  g_assert_cmpint (plt_session_get_budget (fixture->session)->total, ==, 430981);
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, 1);
  plt_assert_undo_redo (fixture->store, fixture->before);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  assert_refused (fixture, 0, PLT_DEVIS_GLOBAL_NAME, "2SEM", "begins with a letter");
  assert_refused (fixture, 0, PLT_DEVIS_GLOBAL_NAME, "SEM PREPA", "begins with a letter");
  assert_refused (fixture, 0, PLT_DEVIS_GLOBAL_NAME, "nuits", "figure of the schedule");
  add (fixture, "BASE");
  assert_refused (fixture, 1, PLT_DEVIS_GLOBAL_NAME, "BASE", "already");
  /* the one that a formula names stays; the other goes */
  g_assert_false (plt_grid_model_delete_rows (PLT_GRID_MODEL (fixture->model), 1, 1, &error));
  plt_assert_says (error, PLT_ERROR_INVALID, "SEM_PREPA");
  g_clear_error (&error);
  g_assert_true (plt_grid_model_delete_rows (PLT_GRID_MODEL (fixture->model), 0, 1, &error));
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 1);
}

/* What a value that is only typed would make of the total. */
static void
test_try (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);

  /* 600,00 more, with 65,3 % of charges: 991,80, × 1,17 */
  g_assert_true (plt_grid_model_try_text (model, 0, PLT_DEVIS_GLOBAL_VALUE, "3", NULL));
  g_assert_true (plt_devis_globals_is_trying (fixture->model));
  g_assert_cmpint (plt_devis_globals_get_figures (fixture->model)->subtotal, ==, 467540);
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_RESULT, "3");
  g_assert_false (plt_grid_model_try_text (model, 0, PLT_DEVIS_GLOBAL_VALUE, "SEM_PREPA", NULL));
  g_assert_nonnull (strstr (plt_devis_globals_get_try_error (fixture->model), "itself"));
  g_assert_false (plt_devis_globals_is_trying (fixture->model));
  plt_grid_model_try_text (model, 0, PLT_DEVIS_GLOBAL_VALUE, NULL, NULL);
  assert_cell (model, 0, PLT_DEVIS_GLOBAL_RESULT, "2");
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, 0);
}

/* ---- social charges ---- */

static void
test_posted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltDevisPosted) posted = plt_devis_posted_new (fixture->session);
  PltGridModel *model = PLT_GRID_MODEL (posted);
  g_autoptr (GError) error = NULL;

  /* by profile: heading, Technicien, total; by sub-post: heading, 42, total */
  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 6);
  assert_cell (model, 1, PLT_DEVIS_POSTED_NAME, "Technicien");
  assert_cell (model, 1, PLT_DEVIS_POSTED_LINES, "1");
  assert_cell (model, 1, PLT_DEVIS_POSTED_BASE, "1 200,00 €");
  assert_cell (model, 1, PLT_DEVIS_POSTED_AMOUNT, "783,60 €");
  assert_cell (model, 1, PLT_DEVIS_POSTED_RATE, "65,3 %");
  assert_cell (model, 2, PLT_DEVIS_POSTED_AMOUNT, "783,60 €");
  assert_cell (model, 4, PLT_DEVIS_POSTED_NAME, "42 · Techniciens");
  assert_cell (model, 5, PLT_DEVIS_POSTED_AMOUNT, "783,60 €");
  g_assert_cmpstr (plt_devis_posted_get_ref (posted, 1).table, ==, "contribution_profile");
  g_assert_cmpstr (plt_devis_posted_get_ref (posted, 4).table, ==, "account");
  g_assert_null (plt_devis_posted_get_ref (posted, 0).table);
  /* A profile without a rate is not zero. */
  plt_store_set (fixture->store, "budget_line",
                 plt_test_find (fixture->store, "budget_line", "11-01 · Option"), "profile",
                 "Stagiaire", &error);
  g_assert_no_error (error);
  assert_cell (model, 2, PLT_DEVIS_POSTED_NAME, "Stagiaire");
  assert_cell (model, 2, PLT_DEVIS_POSTED_AMOUNT, "? 0,00 €");
  assert_cell (model, 3, PLT_DEVIS_POSTED_AMOUNT, "? 783,60 €");
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/devis-globals/names-in-formulas", test_names_in_formulas);
  TEST ("/devis-globals/rows", test_rows);
  TEST ("/devis-globals/rename", test_rename);
  TEST ("/devis-globals/refused", test_refused);
  TEST ("/devis-globals/try", test_try);
  TEST ("/devis-posted/rows", test_posted);
  return g_test_run ();
}
