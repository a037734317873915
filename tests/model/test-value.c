/* plt-value.h: nothing, an integer or a text. */
#include "plt-value.h"

static void
test_kinds (void)
{
  g_auto (PltValue) none = PLT_VALUE_INIT;
  g_auto (PltValue) from_null = plt_value_text (NULL);
  g_auto (PltValue) empty = plt_value_text ("");
  g_auto (PltValue) number = plt_value_integer (0);

  g_assert_cmpint (none.kind, ==, PLT_VALUE_NULL);
  g_assert_cmpint (from_null.kind, ==, PLT_VALUE_NULL);
  g_assert_cmpint (empty.kind, ==, PLT_VALUE_TEXT);
  g_assert_cmpint (number.kind, ==, PLT_VALUE_INTEGER);
  g_assert_cmpstr (plt_value_get_text (&none), ==, "");
  g_assert_cmpstr (plt_value_get_text (&number), ==, "");
  g_assert_cmpstr (plt_value_get_text (&empty), ==, "");
}

static void
test_equal (void)
{
  PltValue values[] = { PLT_VALUE_INIT,         plt_value_integer (0),
                        plt_value_integer (1),  plt_value_integer (G_MININT64),
                        plt_value_text (""),    plt_value_text ("0"),
                        plt_value_text ("été"), plt_value_text ("e\314\201te\314\201") };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
      g_assert_cmpint (plt_value_equal (&values[i], &values[j]), ==, i == j);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    plt_value_clear (&values[i]);
}

static void
test_copy_and_take (void)
{
  g_auto (PltValue) a = plt_value_text ("un");
  g_auto (PltValue) b = plt_value_copy (&a);

  g_assert_true (a.text != b.text);
  g_assert_true (plt_value_equal (&a, &b));
  plt_value_take (&a, plt_value_integer (3));
  g_assert_cmpint (a.integer, ==, 3);
  g_assert_null (a.text);
  plt_value_take (&a, plt_value_text ("deux"));
  g_assert_cmpstr (plt_value_get_text (&a), ==, "deux");
  plt_value_clear (&a);
  g_assert_cmpint (a.kind, ==, PLT_VALUE_NULL);
  plt_value_clear (&a);
  g_assert_cmpstr (plt_value_get_text (&b), ==, "un");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/kinds", test_kinds);
  g_test_add_func ("/value/equal", test_equal);
  g_test_add_func ("/value/copy-and-take", test_copy_and_take);
  return g_test_run ();
}
