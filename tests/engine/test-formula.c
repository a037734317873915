#include "plt-formula.h"

static gboolean
variable (gpointer data, const char *name, gint64 *e6, GError **error)
{
  if (g_str_equal (name, "SEM_TOURNAGE"))
    *e6 = 5500000;
  else if (g_str_equal (name, "équipe"))
    *e6 = 22000000;
  else
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND, "unknown %s", name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
function (gpointer data, const char *name, const char *argument, gint64 *e6, GError **error)
{
  g_assert_cmpstr (name, ==, "jours");
  *e6 = g_str_equal (argument, "NORA DU PORT") ? 4000000 : 3000000;
  return TRUE;
}

static const PltFormulaScope scope = { variable, function, NULL };

static void
test_values (void)
{
  /* in millionths, worked out by hand */
  static const struct
  {
    const char *text;
    gint64 e6;
  } cases[] = {
    { "", 0 },
    { "  ", 0 },
    { "3", 3000000 },
    { "1,5", 1500000 },
    { "1.5", 1500000 },
    { ",25", 250000 },
    { "0,000001", 1 },
    { "=2+3*4", 14000000 },
    { "(2+3)*4", 20000000 },
    { "10/4", 2500000 },
    { "1/3", 333333 },
    { "2/3", 666667 },
    { "-1/3", -333333 },
    { "-2*-3", 6000000 },
    { "10 %", 100000 },
    { "200*15,5 %", 31000000 },
    { "SEM_TOURNAGE*2", 11000000 },
    { "équipe + 1", 23000000 },
    { "jours(role)", 3000000 },
    { "jours(\"NORA DU PORT\")*2", 8000000 },
    { "min(3;2,5)", 2500000 },
    { "max(3; 2,5)", 3000000 },
    { "arrondi(2,5)", 3000000 },
    { "arrondi(2,4)", 2000000 },
    { "plafond(2,01)", 3000000 },
    { "plafond(2)", 2000000 },
    { "plancher(2,99)", 2000000 },
    { "plancher(-0,5)", -1000000 },
    { "plafond(jours(role)/5)", 1000000 },
    { "2 * 3", 6000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 e6 = -1;

      g_assert_true (plt_formula_eval (cases[i].text, &scope, &e6, &error));
      g_assert_no_error (error);
      if (e6 != cases[i].e6)
        g_error ("%s gives %" G_GINT64_FORMAT, cases[i].text, e6);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "1+", PLT_ERROR_INVALID },
    { "(1", PLT_ERROR_INVALID },
    { "1/0", PLT_ERROR_INVALID },
    { "2 3", PLT_ERROR_INVALID },
    { "min(1)", PLT_ERROR_INVALID },
    { "jours(\"x", PLT_ERROR_INVALID },
    { "0,0000001", PLT_ERROR_INVALID },
    { "AUTRE", PLT_ERROR_NOT_FOUND },
    { "9999999999999999999", PLT_ERROR_OVERFLOW },
    { "9000000000000*9000000000000", PLT_ERROR_OVERFLOW },
    { "'; DROP TABLE", PLT_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 e6;

      g_assert_false (plt_formula_eval (cases[i].text, &scope, &e6, &error));
      g_assert_error (error, PLT_ERROR, cases[i].code);
    }
}

/* Very deep nesting is refused, not crashed on. */
static void
test_deep (void)
{
  g_autofree char *deep = g_strnfill (100000, '(');
  g_autofree char *minus = g_strnfill (100000, '-');
  g_autoptr (GError) error = NULL;
  gint64 e6;

  g_assert_false (plt_formula_eval (deep, NULL, &e6, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_assert_false (plt_formula_eval (minus, NULL, &e6, NULL));
}

static void
test_is_number (void)
{
  g_assert_true (plt_formula_is_number ("1 234,5"));
  g_assert_true (plt_formula_is_number (""));
  g_assert_false (plt_formula_is_number ("2*3"));
  g_assert_false (plt_formula_is_number ("SEM"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formula/values", test_values);
  g_test_add_func ("/formula/refused", test_refused);
  g_test_add_func ("/formula/deep", test_deep);
  g_test_add_func ("/formula/is-number", test_is_number);
  return g_test_run ();
}
