/* The table of the trésorerie and the movements behind its cells. */
#include <string.h>

#include "plt-cash-moves.h"
#include "plt-cash-what-if.h"
#include "plt-test-cash.h"

static PltDate
day (int month, int number)
{
  return plt_date_from_ymd (2027, month, number);
}

/* Three sources, of which one is only hoped for and one has paid; two posts; a credit; VAT. */
static PltFacts *
sample (void)
{
  PltFacts *facts = plt_test_cash_new ();
  PltPaymentFacts *payment = plt_test_cash_payment (facts, "comptant");
  PltCashFacts *entry;

  plt_test_cash_day (facts, day (5, 3));
  plt_test_cash_day (facts, day (5, 4));
  facts->production.overdraft_cents = 500000;
  plt_test_cash_source (facts, "Canal Azur", 10000000, 100000);
  plt_test_cash_instalment (facts, 400000, "premier-jour", 0);
  plt_test_cash_instalment (facts, 600000, "date", 0)->date = day (8, 2);
  plt_test_cash_source (facts, "Région des Lacs", 5000000, 0)->status = "espere";
  plt_test_cash_instalment (facts, PLT_RATE_ONE, "date", 0)->date = day (3, 15);
  plt_test_cash_source (facts, "Apport", 1000000, 0)->status = "acquis";
  plt_test_cash_instalment (facts, PLT_RATE_ONE, "date", 0)->date = day (3, 1);
  entry = plt_test_cash_entry (facts, day (3, 2), 1000000);
  entry->instalment = facts->instalments.n;
  plt_test_cash_line (facts, 5, "facture", 6000000, day (4, 20))->payment = payment->id;
  plt_test_cash_line (facts, 6, "facture", 7000000, day (6, 10))->payment = payment->id;
  plt_test_cash_credit (facts, 3000000, 0)->interest_e6 = 60000;
  return facts;
}

typedef struct
{
  PltFacts *facts;
  PltCashPlan *plan;
  PltCashModel *model;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer step)
{
  fixture->facts = sample ();
  fixture->plan = plt_test_cash_plan (fixture->facts, NULL, 0);
  fixture->model = plt_cash_model_new ();
  plt_cash_model_show (fixture->model, fixture->plan, GPOINTER_TO_UINT (step));
}

static void
tear_down (Fixture *fixture, gconstpointer step)
{
  g_object_unref (fixture->model);
  plt_cash_plan_free (fixture->plan);
  plt_facts_free (fixture->facts);
}

static int
find_row (Fixture *fixture, const char *label)
{
  for (guint i = 0; i < plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)); i++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (PLT_GRID_MODEL (fixture->model), i, 0, &cell);
      if (g_str_equal (cell.text, label))
        return (int) i;
    }
  return -1;
}

static gint64
number (Fixture *fixture, const char *label, guint column)
{
  const int row = find_row (fixture, label);
  gint64 value = PLT_UNKNOWN;

  g_assert_cmpint (row, >=, 0);
  g_assert_true (
      plt_grid_model_get_number (PLT_GRID_MODEL (fixture->model), (guint) row, column, &value));
  return value;
}

/* Each column says what the engine says of its period, and balances follow from one another. */
static void
test_balances (Fixture *fixture, gconstpointer step)
{
  g_autoptr (GArray) periods = plt_cash_plan_periods (fixture->plan, GPOINTER_TO_UINT (step));

  g_assert_cmpuint (plt_grid_model_get_n_columns (PLT_GRID_MODEL (fixture->model)), ==,
                    periods->len + 2);
  g_assert_cmpint (number (fixture, "Balance at the start", 1), ==, fixture->plan->opening);
  for (guint i = 0; i < periods->len; i++)
    {
      const PltCashPeriod *period = &g_array_index (periods, PltCashPeriod, i);
      const gint64 in = number (fixture, "Total of the receipts", i + 1);
      const gint64 out = number (fixture, "Total of the payments", i + 1);
      const gint64 credit = number (fixture, "Net of the credits", i + 1);

      g_assert_cmpint (in - out + credit, ==, period->net);
      g_assert_cmpint (number (fixture, "Net of the period", i + 1), ==, period->net);
      g_assert_cmpint (number (fixture, "Balance at the end of the period", i + 1), ==,
                       period->balance);
      g_assert_cmpint (number (fixture, "Available", i + 1), ==, period->balance + 500000);
      g_assert_cmpint (number (fixture, "Balance at the start", i + 1) + period->net, ==,
                       period->balance);
    }
}

/* The rows of each section add up to its total, in every column and in the last one. */
static void
test_sums (Fixture *fixture, gconstpointer step)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  static const char *const totals[]
      = { "Total of the receipts", "Total of the payments", "Net of the credits" };

  for (guint t = 0; t < G_N_ELEMENTS (totals); t++)
    {
      const int foot = find_row (fixture, totals[t]);

      for (guint column = 1; column < plt_grid_model_get_n_columns (model); column++)
        {
          gint64 sum = 0, value;

          for (int row = foot - 1; row >= 0; row--)
            {
              PltGridRow kind = { 0 };

              plt_grid_model_get_row (model, (guint) row, &kind);
              if (kind.kind == PLT_GRID_ROW_GROUP)
                break;
              if (plt_grid_model_get_number (model, (guint) row, column, &value))
                sum += value;
            }
          g_assert_cmpint (sum, ==, number (fixture, totals[t], column));
        }
    }
}

static guint
state_of (Fixture *fixture, const char *label, PltDate date, char **text)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  const int column = plt_cash_model_find_column (fixture->model, date);

  g_assert_cmpint (column, >, 0);
  plt_grid_model_get_cell (PLT_GRID_MODEL (fixture->model), (guint) find_row (fixture, label),
                           (guint) column, &cell);
  *text = g_strdup (cell.text);
  return cell.fill;
}

/* What is real, signed or hoped for is a colour and a sign. */
static void
test_states (Fixture *fixture, gconstpointer step)
{
  g_autofree char *real = NULL;
  g_autofree char *signed_one = NULL;
  g_autofree char *planned = NULL;

  g_assert_cmpuint (state_of (fixture, "Apport", day (3, 2), &real), ==, PLT_GRID_FILL_WAIT);
  g_assert_true (g_str_has_prefix (real, "✓ "));
  g_assert_cmpuint (state_of (fixture, "Canal Azur", day (8, 2), &signed_one), ==,
                    PLT_GRID_FILL_MEET);
  g_assert_true (g_str_has_prefix (signed_one, "◆ "));
  g_assert_cmpuint (state_of (fixture, "Région des Lacs", day (3, 15), &planned), ==,
                    PLT_GRID_FILL_NONE);
  g_assert_cmpstr (planned, ==, "50\u202f000,00");
}

/* The movements behind a cell add up to it, whatever the cell. */
static void
test_moves (Fixture *fixture, gconstpointer step)
{
  PltGridModel *model = PLT_GRID_MODEL (fixture->model);
  g_autoptr (PltCashMoves) moves = plt_cash_moves_new ();
  const int payments = find_row (fixture, "Payments"), credits = find_row (fixture, "Credits");

  for (int row = 0; row <= find_row (fixture, "Net of the period"); row++)
    for (guint column = 1; column < plt_grid_model_get_n_columns (model); column++)
      {
        const int sign = row > payments && row < credits ? -1 : 1;
        PltGridRow kind = { 0 };
        PltDate from, to;
        gint64 value;

        plt_grid_model_get_row (model, (guint) row, &kind);
        if (row == 0 || kind.kind == PLT_GRID_ROW_GROUP
            || !plt_grid_model_get_number (model, (guint) row, column, &value))
          continue;
        g_assert_true (plt_cash_model_get_days (fixture->model, column, &from, &to));
        plt_cash_moves_show (moves, fixture->facts, fixture->plan, fixture->model, (guint) row,
                             from, to);
        g_assert_cmpint (sign * plt_cash_moves_total (moves), ==, value);
      }
}

static void
test_move (Fixture *fixture, gconstpointer step)
{
  g_autoptr (PltCashMoves) moves = plt_cash_moves_new ();
  g_auto (PltGridCell) title = PLT_GRID_CELL_INIT;
  g_auto (PltGridCell) event = PLT_GRID_CELL_INIT;
  g_autofree char *words = plt_cash_moves_of_day (fixture->facts, fixture->plan, day (5, 3));
  gint64 vat;

  plt_cash_moves_show (moves, fixture->facts, fixture->plan, fixture->model,
                       (guint) find_row (fixture, "Canal Azur"), day (5, 1), day (5, 31));
  g_assert_cmpuint (plt_cash_moves_count (moves), ==, 1);
  g_assert_cmpint (plt_cash_moves_total (moves), ==, 4400000);
  g_assert_cmpstr (plt_cash_moves_get_ref (moves, 0).table, ==, "instalment");
  g_assert_null (plt_cash_moves_get_ref (moves, 1).table);
  g_assert_true (plt_grid_model_get_number (PLT_GRID_MODEL (moves), 0, PLT_CASH_MOVES_VAT, &vat));
  g_assert_cmpint (vat, ==, 400000);
  plt_grid_model_get_cell (PLT_GRID_MODEL (moves), 0, PLT_CASH_MOVES_TITLE, &title);
  plt_grid_model_get_cell (PLT_GRID_MODEL (moves), 0, PLT_CASH_MOVES_EVENT, &event);
  g_assert_cmpstr (title.text, ==, "Canal Azur, First shooting day");
  g_assert_cmpstr (event.text, ==, "First shooting day");
  g_assert_nonnull (strstr (words, "+44\u202f000,00\u202f€  Canal Azur"));
  g_free (words);
  words = plt_cash_moves_of_day (fixture->facts, fixture->plan, day (5, 14));
  g_assert_null (words);
}

/* Another plan with as many rows repaints; weeks instead of months are other columns. */
static void
test_again (Fixture *fixture, gconstpointer step)
{
  g_autoptr (PltCashPlan) empty = NULL;
  g_autoptr (PltFacts) nothing = plt_test_cash_new ();
  const guint columns = plt_grid_model_get_n_columns (PLT_GRID_MODEL (fixture->model));
  PltDate from, to;

  plt_cash_model_show (fixture->model, fixture->plan,
                       GPOINTER_TO_UINT (step) == PLT_CASH_BY_WEEK ? PLT_CASH_BY_MONTH
                                                                   : PLT_CASH_BY_WEEK);
  g_assert_cmpuint (plt_grid_model_get_n_columns (PLT_GRID_MODEL (fixture->model)), !=, columns);
  empty = plt_test_cash_plan (nothing, NULL, 0);
  plt_cash_model_show (fixture->model, empty, GPOINTER_TO_UINT (step));
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (fixture->model)), ==, 0);
  g_assert_false (plt_cash_model_get_days (fixture->model, 1, &from, &to));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/cash/months/" name, Fixture, GUINT_TO_POINTER (PLT_CASH_BY_MONTH), set_up,         \
              function, tear_down);                                                                \
  g_test_add ("/cash/weeks/" name, Fixture, GUINT_TO_POINTER (PLT_CASH_BY_WEEK), set_up, function, \
              tear_down)
  ADD ("balances", test_balances);
  ADD ("sums", test_sums);
  ADD ("states", test_states);
  ADD ("moves", test_moves);
  ADD ("again", test_again);
#undef ADD
  g_test_add ("/cash/months/move", Fixture, GUINT_TO_POINTER (PLT_CASH_BY_MONTH), set_up, test_move,
              tear_down);
  return g_test_run ();
}
