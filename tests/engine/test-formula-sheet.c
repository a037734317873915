/* Formulas of the devis as expressions of a spreadsheet. What they give is judged by spreadsheets,
 * in tests/export/test-xlsx-alive.c. */
#include "plt-formula-sheet.h"

static void
test_expressions (void)
{
  static const struct
  {
    const char *formula, *expected;
    gboolean is_time;
  } cases[] = {
    { "2*3", "ROUND(2*3,6)", FALSE },
    { "1,5", "1.5", FALSE },
    { "1+2*A", "1+ROUND(2*{A},6)", FALSE },
    { "(1+2)*A", "ROUND((1+2)*{A},6)", FALSE },
    { "1-(2-3)", "1-(2-3)", FALSE },
    { "1-2-3", "1-2-3", FALSE },
    { "-A*2", "ROUND((-{A})*2,6)", FALSE },
    { "A--2", "{A}-(-2)", FALSE },
    { "10 %", "ROUND(10/100,6)", FALSE },
    { "A/3 %", "ROUND({A}/ROUND(3/100,6),6)", FALSE },
    { "min(A;2+1)", "MIN({A},2+1)", FALSE },
    { "arrondi(0,2+0,3)", "INT(ROUND(0.2+0.3,6)+0.5)", FALSE },
    { "plafond(A)", "(-INT(-{A}))", FALSE },
    { "plancher(A)*2", "ROUND(INT({A})*2,6)", FALSE },
    { "2 sem", "10", TRUE },
    { "2 sem + 1 j", "10+1", TRUE },
    { "2 sem / 1 j", "ROUND(10/1,6)", FALSE },
    { "A * 4 h", "ROUND({A}*0.5,6)", TRUE },
    { "", "0", FALSE },
  };
  const char *refs[] = { "{A}" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltFormula) formula = plt_formula_parse (cases[i].formula, &error);
      g_autofree char *text = NULL;
      gboolean is_time;

      g_assert_no_error (error);
      text = plt_formula_to_sheet (formula, refs, &is_time);
      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpint (is_time, ==, cases[i].is_time);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    gint64 e6;
    const char *expected;
  } cases[] = { { 0, "0" },
                { 1500000, "1.5" },
                { -1, "-0.000001" },
                { 20000000, "20" },
                { G_MAXINT64, "9223372036854.775807" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plt_formula_sheet_number (cases[i].e6);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_units (void)
{
  g_autofree char *weeks = plt_formula_sheet_in_unit ("10+1", "semaine");
  g_autofree char *months = plt_formula_sheet_in_unit ("{A}", "mois");

  g_assert_cmpstr (weeks, ==, "ROUND((10+1)/5,6)");
  g_assert_cmpstr (months, ==, "ROUND(({A})/21.666666,6)");
  g_assert_null (plt_formula_sheet_in_unit ("1", "forfait"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula-sheet/expressions", test_expressions);
  g_test_add_func ("/formula-sheet/numbers", test_numbers);
  g_test_add_func ("/formula-sheet/units", test_units);
  return g_test_run ();
}
