/* A library that is there, one that is not, and one that lacks a function. */
#include "plt-library.h"

static void
test_load (void)
{
  double (*cosine) (double) = NULL;
  gpointer other = NULL;
  const PltSymbol symbols[]
      = { { "cos", (gpointer *) &cosine }, { "plt_no_such_function", &other } };

  g_assert_true (plt_library_load ("libm.so.6", symbols, 1));
  g_assert_nonnull (cosine);
  g_assert_cmpfloat (cosine (0), ==, 1);
  g_assert_false (plt_library_load ("libm.so.6", symbols, 2));
  g_assert_null (other);
  g_assert_false (plt_library_load ("libplt-no-such-library.so.9", symbols, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/library/load", test_load);
  return g_test_run ();
}
