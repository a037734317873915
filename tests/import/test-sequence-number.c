/* What an inserted séquence is called. */
#include "plt-sequence-number.h"

#include <string.h>

static gboolean
is_taken (const char *number, gpointer data)
{
  g_auto (GStrv) numbers = g_strsplit (data, " ", -1);
  g_autofree char *key = plt_sequence_number_key (number);

  for (guint i = 0; numbers[i] != NULL; i++)
    {
      g_autofree char *other = plt_sequence_number_key (numbers[i]);

      if (strcmp (key, other) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_between (void)
{
  static const struct
  {
    const char *before, *after, *taken, *number;
  } cases[] = {
    { "12", "13", "12 13", "12A" },
    { "12A", "13", "12 12A 13", "12B" },
    { "12", "13", "12 12A 13", "12B" }, /* 12A stands elsewhere */
    { "12A", "12B", "12 12A 12B", "12AA" },
    { "12AA", "12B", "12 12A 12AA 12B", "12AB" },
    { "12", "12A", "12 12A", "A12A" },
    { "12", "12A", "12 12A A12A", "B12A" },
    { "12Z", "13", "12 12Z 13", "12ZA" },
    { "7", "7Bis", "7 7Bis", "7A" },
    { "7Bis", "8", "7 7Bis 8", "7Ter" },
    { "7 BIS", "8", "7 8", "7 TER" },
    { "7bis", "8", "7 7ter 8", "7quater" },
    { "7Ter", "7Quater", "7Ter 7Quater", "A7Quater" },
    { "", "1", "1", "A1" },
    { "", "1", "1 A1", "B1" },
    { "", "101/1", "101/1", "101/A1" },
    { "101/12", "101/13", "101/12", "101/12A" },
    { "5", "2", "5 2", "5A" }, /* neighbours out of order */
    { "48", "", "48", "48A" },
    { "12bA", "12c", "12bA", "12bB" },
    { "", "", "", "A1" },
    { "§", "", "", "§A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *made = plt_sequence_number_between (cases[i].before, cases[i].after,
                                                           is_taken, (gpointer) cases[i].taken);

      g_assert_cmpstr (made, ==, cases[i].number);
    }
}

/* A hundred insertions at one place: all different, and in order where their sort can say it. */
static void
test_many (void)
{
  g_autoptr (GString) taken = g_string_new ("12 13");
  g_autofree char *before = g_strdup ("12");

  for (guint i = 0; i < 100; i++)
    {
      char *made = plt_sequence_number_between (before, "13", is_taken, taken->str);

      g_assert_false (is_taken (made, taken->str));
      g_assert_cmpint (plt_sequence_number_compare (before, made), <, 0);
      g_assert_cmpint (plt_sequence_number_compare (made, "13"), <, 0);
      g_string_append_printf (taken, " %s", made);
      g_free (before);
      before = made;
    }
}

static gboolean
is_in (const char *number, gpointer data)
{
  return g_hash_table_contains (data, number);
}

/* Ten thousand scenes that want one number: letters, then counted without a gap, each found soon.
 */
static void
test_one_number (void)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 start = g_get_monotonic_time ();

  g_hash_table_add (taken, g_strdup ("1"));
  for (guint i = 0; i < 10000; i++)
    {
      char *made = plt_sequence_number_between ("1", "", is_in, taken);
      g_autofree char *wanted
          = i < 26 ? g_strdup_printf ("1%c", 'A' + (int) i) : g_strdup_printf ("1A%u", i - 25);

      g_assert_cmpstr (made, ==, wanted);
      g_hash_table_add (taken, made);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

static void
test_parts (void)
{
  static const struct
  {
    const char *number, *episode;
    guint figure;
    const char *next;
  } cases[] = { { "12", "", 12, "13" },
                { "12A", "", 12, "13" },
                { "A12A", "", 12, "13" },
                { "101/12A", "101", 12, "101/13" },
                { "", "", 0, "1" },
                { "7 Bis", "", 7, "8" },
                { "99999999999999999999", "", G_MAXINT, "2147483648" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *episode = plt_sequence_number_episode (cases[i].number);
      guint figure = plt_sequence_number_figure (cases[i].number);
      g_autofree char *next = plt_sequence_number_with_figure (cases[i].number, figure + 1);

      g_assert_cmpstr (episode, ==, cases[i].episode);
      g_assert_cmpuint (figure, ==, cases[i].figure);
      g_assert_cmpstr (next, ==, cases[i].next);
    }
  g_assert_cmpint (plt_sequence_number_compare ("7 bis", "7Bis"), ==, 0);
  g_assert_cmpint (plt_sequence_number_compare ("7Bis", "8"), <, 0);
  g_assert_cmpint (plt_sequence_number_compare ("7Ter", "7Quater"), <, 0);
  g_assert_cmpint (plt_sequence_number_compare ("12AA", "12B"), <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sequence-number/between", test_between);
  g_test_add_func ("/sequence-number/many", test_many);
  g_test_add_func ("/sequence-number/one-number", test_one_number);
  g_test_add_func ("/sequence-number/parts", test_parts);
  return g_test_run ();
}
