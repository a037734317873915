/* Tab-separated texts of the clipboard, and how they are laid over a selection. */
#include "config.h"

#include "plt-grid-tsv.h"

/* "a|b / c|d" */
static char *
show (const PltGridTable *table)
{
  GString *text = g_string_new (NULL);

  for (int row = 0; row < table->n_rows; row++)
    for (int column = 0; column < table->n_columns; column++)
      g_string_append_printf (text, "%s%s",
                              column > 0 ? "|"
                              : row > 0  ? " / "
                                         : "",
                              plt_grid_table_get (table, row, column));
  return g_string_free (text, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *tsv, *expected;
  } cases[] = {
    { "", "" },
    { "a", "a" },
    { "a\n", "a" },
    { "a\tb\nc\td\n", "a|b / c|d" },
    { "a\tb\r\nc\td\r\n", "a|b / c|d" },
    { "a\rb", "a / b" },
    { "a\tb\nc", "a|b / c|" },
    { "\t\n\t", "| / |" },
    { "a\n\nb", "a /  / b" },
    { "\n", "" },
    { "\n\n", " / " },
    { "\"a\tb\"\tc", "a\tb|c" },
    { "\"deux\nlignes\"\tc\n", "deux\nlignes|c" },
    { "\"il dit \"\"non\"\"\"", "il dit \"non\"" },
    { "\"\"", "" },
    /* Marks that close nothing are text. */
    { "\"Le Bar\" de nuit\tx", "\"Le Bar\" de nuit|x" },
    { "\"jamais fermé\tx", "\"jamais fermé|x" },
    { "12\" de pellicule", "12\" de pellicule" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltGridTable) table = plt_grid_table_parse (cases[i].tsv);
      g_autofree char *found = show (table);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_round_trip (void)
{
  static const char *const texts[]
      = { "",     "a",  "CAFÉ DU PORT", "deux\nlignes", "une\ttabulation", "\"",
          "\"\"", "\r", "a\"b\"",       " x",           "é\"\n\t\"",       "1 234,56 €" };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (int turn = 0; turn < 200; turn++)
    {
      int n_rows = g_rand_int_range (random, 1, 6), n_columns = g_rand_int_range (random, 1, 5);
      g_autoptr (PltGridTable) table = plt_grid_table_new (n_rows, n_columns);
      g_autoptr (PltGridTable) again = NULL;
      g_autofree char *tsv = NULL;

      for (int row = 0; row < n_rows; row++)
        for (int column = 0; column < n_columns; column++)
          plt_grid_table_take (
              table, row, column,
              g_strdup (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]));
      tsv = plt_grid_table_to_tsv (table);
      again = plt_grid_table_parse (tsv);
      g_assert_cmpint (again->n_rows, ==, n_rows);
      g_assert_cmpint (again->n_columns, ==, n_columns);
      for (guint i = 0; i < table->cells->len; i++)
        g_assert_cmpstr (g_ptr_array_index (again->cells, i), ==,
                         g_ptr_array_index (table->cells, i));
    }
}

/* One long line and many short ones would be a rectangle without end. */
static void
test_too_big (void)
{
  g_autoptr (GString) tsv = g_string_new (NULL);

  for (int i = 0; i < 3000; i++)
    g_string_append_c (tsv, '\t');
  for (int i = 0; i < 3000; i++)
    g_string_append_c (tsv, '\n');
  g_assert_null (plt_grid_table_parse (tsv->str));
}

/* "2,1=a 2,2=b +1 -0 [2,1 1x2]": edits, new rows, lost cells, target. */
static char *
plan (const char *tsv, PltGridRange selection, int n_rows, int n_columns, gboolean can_append)
{
  g_autoptr (PltGridTable) table = plt_grid_table_parse (tsv);
  g_auto (PltGridPastePlan) result = { 0 };
  GString *text = g_string_new (NULL);

  plt_grid_paste_plan (table, &selection, n_rows, n_columns, can_append, &result);
  for (guint i = 0; i < result.edits->len; i++)
    {
      const PltGridEdit *edit = &g_array_index (result.edits, PltGridEdit, i);

      g_string_append_printf (text, "%d,%d=%s ", edit->row, edit->column, edit->text);
    }
  g_string_append_printf (text, "+%d -%d [%d,%d %dx%d]", result.n_new_rows, result.n_lost,
                          result.target.row, result.target.column, result.target.n_rows,
                          result.target.n_columns);
  return g_string_free (text, FALSE);
}

static void
test_plan (void)
{
  static const struct
  {
    const char *tsv;
    PltGridRange selection;
    gboolean can_append;
    const char *expected;
  } cases[] = {
    /* A grid of 4 rows and 3 columns. One cell fills what is selected. */
    { "a", { 1, 1, 1, 1 }, FALSE, "1,1=a +0 -0 [1,1 1x1]" },
    { "a", { 1, 1, 2, 2 }, FALSE, "1,1=a 1,2=a 2,1=a 2,2=a +0 -0 [1,1 2x2]" },
    /* A table goes down from the corner, or is repeated in a multiple of itself. */
    { "a\tb", { 0, 0, 1, 1 }, FALSE, "0,0=a 0,1=b +0 -0 [0,0 1x2]" },
    { "a\nb", { 0, 0, 4, 1 }, FALSE, "0,0=a 1,0=b 2,0=a 3,0=b +0 -0 [0,0 4x1]" },
    { "a\nb", { 0, 0, 3, 1 }, FALSE, "0,0=a 1,0=b +0 -0 [0,0 2x1]" },
    /* Beyond the edge: new rows if there may be any, else told as lost. */
    { "a\nb\nc", { 3, 0, 1, 1 }, TRUE, "3,0=a 4,0=b 5,0=c +2 -0 [3,0 3x1]" },
    { "a\nb\nc", { 3, 0, 1, 1 }, FALSE, "3,0=a +0 -2 [3,0 1x1]" },
    { "a\tb\tc", { 0, 2, 1, 1 }, TRUE, "0,2=a +0 -2 [0,2 1x1]" },
    /* On the line for a new row. */
    { "a\nb", { 4, 1, 1, 1 }, TRUE, "4,1=a 5,1=b +2 -0 [4,1 2x1]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = plan (cases[i].tsv, cases[i].selection, 4, 3, cases[i].can_append);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_plan_empty_grid (void)
{
  g_autofree char *appended = plan ("a\tb\nc\td", (PltGridRange){ 0, 0, 0, 0 }, 0, 2, TRUE);
  g_autofree char *refused = plan ("a\tb\nc\td", (PltGridRange){ 0, 0, 0, 0 }, 0, 2, FALSE);
  g_autofree char *nowhere = plan ("a", (PltGridRange){ 0, 0, 0, 0 }, 0, 0, TRUE);

  g_assert_cmpstr (appended, ==, "0,0=a 0,1=b 1,0=c 1,1=d +2 -0 [0,0 2x2]");
  g_assert_cmpstr (refused, ==, "+0 -4 [0,0 0x2]");
  g_assert_cmpstr (nowhere, ==, "+0 -1 [0,0 1x0]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/tsv/parse", test_parse);
  g_test_add_func ("/grid/tsv/round-trip", test_round_trip);
  g_test_add_func ("/grid/tsv/too-big", test_too_big);
  g_test_add_func ("/grid/paste/plan", test_plan);
  g_test_add_func ("/grid/paste/empty-grid", test_plan_empty_grid);
  return g_test_run ();
}
