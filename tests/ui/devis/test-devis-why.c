/* Why this total: at every step the parts add up to what they are parts of, down to the lines and
 * to the names of their formulas. The amounts are those of plt-test-devis.h. */
#include "plt-devis-model.h"
#include "plt-devis-why-model.h"
#include "plt-test-devis.h"

typedef struct
{
  PltStore *store;
  PltSession *session;
  PltDevisWhyModel *model;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->store = plt_test_devis_store ();
  fixture->session = plt_session_new (fixture->store);
  fixture->model = plt_devis_why_model_new (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->model);
  g_clear_object (&fixture->session);
  g_clear_object (&fixture->store);
}

/* Shows what the row with that code (of an account, or the title of a total) is made of. */
static void
show (Fixture *fixture, const char *code)
{
  g_autoptr (PltDevisModel) rows = plt_devis_model_new (fixture->session);
  const PltBudget *budget = plt_session_get_budget (fixture->session);

  for (guint i = 0; i < plt_grid_model_get_n_rows (PLT_GRID_MODEL (rows)); i++)
    {
      const PltDevisRow *row = plt_devis_model_get_row (rows, i);
      const char *name = row->kind == PLT_DEVIS_ACCOUNT ? row->account->account->code
                         : row->kind == PLT_DEVIS_LINE  ? row->line->line->code
                                                        : plt_devis_total_title (row->kind);
      g_autoptr (PltDevisPart) root = NULL;

      if (!g_str_equal (name, code))
        continue;
      root = plt_devis_part_of_row (fixture->session, budget, row);
      plt_devis_why_model_show (fixture->model, budget, root);
      return;
    }
  g_error ("No row %s.", code);
}

/* "label=value|…" of the rows. */
static void
assert_rows (Fixture *fixture, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)); i++)
    {
      PltDevisPart *part = plt_devis_why_model_get_part (fixture->model, i);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? "|" : "", plt_devis_part_get_label (part),
                              plt_devis_part_get_value (part));
    }
  g_strdelimit (text->str, "\t", ' ');
  {
    g_auto (GStrv) parts = g_strsplit (text->str, "\342\200\257", -1);
    g_autofree char *plain = g_strjoinv (" ", parts);

    g_assert_cmpstr (plain, ==, expected);
  }
}

static void
open_row (Fixture *fixture, guint row)
{
  g_assert_true (plt_grid_model_toggle (PLT_GRID_MODEL (fixture->model), row, 0, NULL));
}

static void
test_down (Fixture *fixture, gconstpointer data)
{
  show (fixture, "Total");
  assert_rows (fixture, "Total of posts 1 to 9=3 683,60 €|Overheads=257,85 €|"
                        "Contingency=368,36 €");
  open_row (fixture, 0);
  assert_rows (fixture, "Total of posts 1 to 9=3 683,60 €|1 · Droits artistiques=1 000,00 €|"
                        "2 · Personnel=1 200,00 €|3 · Interprétation=700,00 €|"
                        "4 · Charges=783,60 €|Overheads=257,85 €|Contingency=368,36 €");
  g_assert_cmpstr (plt_devis_part_get_share (plt_devis_why_model_get_part (fixture->model, 4)), !=,
                   "");
  open_row (fixture, 0); /* closes */
  assert_rows (fixture, "Total of posts 1 to 9=3 683,60 €|Overheads=257,85 €|"
                        "Contingency=368,36 €");
  g_assert_nonnull (strstr (
      plt_devis_part_get_how (plt_devis_why_model_get_part (fixture->model, 1)), "Posts 1 to 9"));
}

/* A line, its factors, the name in a factor, and where that is. */
static void
test_line (Fixture *fixture, gconstpointer data)
{
  PltRef ref;

  show (fixture, "22");
  assert_rows (fixture, "22-01 · Réalisateur=1 200,00 €");
  open_row (fixture, 0);
  assert_rows (fixture, "22-01 · Réalisateur=1 200,00 €|Number=1|Duration=2|Rate=600,00 €");
  open_row (fixture, 2);
  assert_rows (fixture, "22-01 · Réalisateur=1 200,00 €|Number=1|Duration=2|SEM_PREPA=2|"
                        "Rate=600,00 €");
  ref = plt_devis_part_get_ref (plt_devis_why_model_get_part (fixture->model, 3));
  g_assert_cmpstr (ref.table, ==, "budget_global");
  g_assert_cmpint (ref.id, ==, plt_test_find (fixture->store, "budget_global", "SEM_PREPA"));
  /* a plain number is made of nothing */
  g_assert_false (plt_grid_model_toggle (PLT_GRID_MODEL (fixture->model), 1, 0, NULL));
  show (fixture, "31-01");
  open_row (fixture, 1);
  ref = plt_devis_part_get_ref (plt_devis_why_model_get_part (fixture->model, 2));
  g_assert_cmpstr (ref.table, ==, "element");
}

/* Contributions by profile, then by line; transfers on both sides; a percentage within an account.
 */
static void
test_account (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show (fixture, "42");
  assert_rows (fixture, "Social charges · Technicien=783,60 €");
  open_row (fixture, 0);
  assert_rows (fixture, "Social charges · Technicien=783,60 €|22-01 · Réalisateur=783,60 €");
  PLT_TEST_INSERT (fixture->store, "budget_transfer", "budget", "Devis 1", "from_account",
                   "11 · Sujet", "to_account", "22 · Réalisation", "amount_cents", "100", "reason",
                   "Repérages");
  show (fixture, "11");
  assert_rows (fixture, "11-01 · Option=1 000,00 €|Transfer to 22=-100,00 €");
  show (fixture, "22");
  assert_rows (fixture, "22-01 · Réalisateur=1 200,00 €|Transfer from 11=100,00 €");
  plt_store_set (fixture->store, "budget", plt_session_get_budget_id (fixture->session),
                 "producer_e6", "10 %", &error);
  plt_store_set (fixture->store, "budget", plt_session_get_budget_id (fixture->session),
                 "producer_account", "11", &error);
  g_assert_no_error (error);
  show (fixture, "11");
  /* 3 683,60 / 0,9 × 10 % = 409,29 */
  assert_rows (fixture, "11-01 · Option=1 000,00 €|Producer=409,29 €|Transfer to 22=-100,00 €");
}

static PltMoney
add_up (Fixture *fixture, PltDevisPart *part, guint depth)
{
  const PltBudget *budget = plt_session_get_budget (fixture->session);
  g_autoptr (GListModel) parts = plt_devis_part_list (part, fixture->session, budget);
  PltMoney sum = 0;

  for (guint i = 0; parts != NULL && i < g_list_model_get_n_items (parts); i++)
    {
      g_autoptr (PltDevisPart) item = g_list_model_get_item (parts, i);

      if (plt_devis_part_get_amount (item) == PLT_UNKNOWN)
        return plt_devis_part_get_amount (part); /* factors, not terms */
      sum += plt_devis_part_get_amount (item);
      if (depth < 6)
        add_up (fixture, item, depth + 1);
    }
  if (parts == NULL || g_str_has_prefix (plt_devis_part_get_label (part), "Overheads")
      || g_str_has_prefix (plt_devis_part_get_label (part), "Contingency"))
    return sum;
  g_assert_cmpint (sum, ==, plt_devis_part_get_amount (part));
  return sum;
}

/* Of every sum: the parts make the whole, to the centime. */
static void
test_adds_up (Fixture *fixture, gconstpointer data)
{
  const PltDevisRow row = { .kind = PLT_DEVIS_TOTAL };
  g_autoptr (PltDevisPart) root
      = plt_devis_part_of_row (fixture->session, plt_session_get_budget (fixture->session), &row);

  g_assert_cmpint (plt_devis_part_get_amount (root), ==, 430981);
  g_assert_cmpint (add_up (fixture, root, 0), ==, 430981);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/devis-why/down", test_down);
  TEST ("/devis-why/line", test_line);
  TEST ("/devis-why/account", test_account);
  TEST ("/devis-why/adds-up", test_adds_up);
  return g_test_run ();
}
