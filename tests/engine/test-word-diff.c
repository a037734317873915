/* What changed between two texts. */
#include <string.h>

#include "plt-word-diff.h"

/* "Il [-pose-]{+jette+} la lampe." */
static char *
show (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) runs = plt_word_diff (old_text, new_text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const PltDiffRun *run = &g_array_index (runs, PltDiffRun, i);
      int old_length = (int) (run->old_end - run->old_start);
      int new_length = (int) (run->new_end - run->new_start);

      if (run->kind == PLT_DIFF_EQUAL)
        g_string_append_printf (out, "%.*s", new_length, new_text + run->new_start);
      else if (run->kind == PLT_DIFF_DELETED)
        g_string_append_printf (out, "[-%.*s-]", old_length, old_text + run->old_start);
      else
        g_string_append_printf (out, "{+%.*s+}", new_length, new_text + run->new_start);
    }
  return g_string_free (out, FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *old_text, *new_text, *expected;
  } cases[] = {
    { "", "", "" },
    { "Un mot.", "Un mot.", "Un mot." },
    { "", "Un mot.", "{+Un mot.+}" },
    { "Un mot.", "", "[-Un mot.-]" },
    { "Il pose la lampe.", "Il jette la lampe.", "Il [-pose -]{+jette +}la lampe." },
    { "Il pose la lampe.", "Il pose la vieille lampe.", "Il pose la {+vieille +}lampe." },
    { "Il pose la lampe.", "Il pose la lampe", "Il pose la lampe[-.-]" },
    { "L’été arrive.", "L’hiver arrive.", "L’[-été -]{+hiver +}arrive." },
    { "À côté, l’œuvre.", "A côté, l’œuvre.", "[-À -]{+A +}côté, l’œuvre." },
    /* a comma that stayed is no island */
    { "Un, deux.", "Trois, quatre.", "[-Un, deux-]{+Trois, quatre+}." },
    { "a b c d e f", "a x c y e z", "a [-b -]{+x +}c [-d -]{+y +}e [-f-]{+z+}" },
    { "un deux trois", "trois un deux", "{+trois +}un deux[-trois-]" },
    /* another spacing is no change */
    { "Un  mot.\nDeux.", "Un mot. Deux.", "Un mot. Deux." },
    { "  Un", "Un", "Un" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = show (cases[i].old_text, cases[i].new_text);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* The runs of any two sequences rebuild both, and are as few as the longest common part allows. */
static void
test_sequences (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint round = 0; round < 400; round++)
    {
      guint32 old[24], new[24];
      guint n_old = (guint) g_rand_int_range (rand, 0, 24);
      guint n_new = (guint) g_rand_int_range (rand, 0, 24);
      guint longest[25][25] = { { 0 } };
      g_autoptr (GArray) runs = NULL;
      guint old_at = 0, new_at = 0, equal = 0;

      for (guint i = 0; i < n_old; i++)
        old[i] = (guint32) g_rand_int_range (rand, 1, 5);
      for (guint i = 0; i < n_new; i++)
        new[i] = (guint32) g_rand_int_range (rand, 1, 5);
      for (guint i = 0; i < n_old; i++)
        for (guint j = 0; j < n_new; j++)
          longest[i + 1][j + 1]
              = old[i] == new[j] ? longest[i][j] + 1 : MAX (longest[i][j + 1], longest[i + 1][j]);
      runs = plt_sequence_diff (old, n_old, new, n_new);
      for (guint r = 0; r < runs->len; r++)
        {
          const PltDiffRun *run = &g_array_index (runs, PltDiffRun, r);

          g_assert_cmpuint (run->old_start, ==, old_at);
          g_assert_cmpuint (run->new_start, ==, new_at);
          old_at = run->old_end;
          new_at = run->new_end;
          g_assert_cmpint (run->kind == PLT_DIFF_DELETED, <=, run->new_start == run->new_end);
          g_assert_cmpint (run->kind == PLT_DIFF_INSERTED, <=, run->old_start == run->old_end);
          if (run->kind != PLT_DIFF_EQUAL)
            continue;
          g_assert_cmpuint (run->old_end - run->old_start, ==, run->new_end - run->new_start);
          for (guint k = 0; run->old_start + k < run->old_end; k++)
            g_assert_cmpuint (old[run->old_start + k], ==, new[run->new_start + k]);
          equal += run->old_end - run->old_start;
        }
      g_assert_cmpuint (old_at, ==, n_old);
      g_assert_cmpuint (new_at, ==, n_new);
      g_assert_cmpuint (equal, ==, longest[n_old][n_new]);
    }
}

/* Two long texts with nothing in common: bounded. */
static void
test_bound (void)
{
  g_autoptr (GString) one = g_string_new ("Même début. ");
  g_autoptr (GString) two = g_string_new ("Même début. ");
  g_autoptr (GArray) runs = NULL;
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 200000; i++)
    {
      g_string_append_printf (one, "a%u ", i);
      g_string_append_printf (two, "b%u ", i);
    }
  g_string_append (one, "fin");
  g_string_append (two, "fin");
  runs = plt_word_diff (one->str, two->str);
  g_assert_cmpuint (runs->len, ==, 4);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-diff/words", test_words);
  g_test_add_func ("/word-diff/sequences", test_sequences);
  g_test_add_func ("/word-diff/bound", test_bound);
  return g_test_run ();
}
