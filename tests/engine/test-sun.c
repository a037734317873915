/* Against soleil-vecteurs.tsv, computed by an independent program: within 60 s, golden hours
 * included. And the calendar: Easter and holidays by the tables of the law. */
#include "plt-holidays.h"
#include "plt-sun.h"

#include <stdio.h>
#include <string.h>

#define TOLERANCE 60

static int
seconds (const char *clock)
{
  int h, m, s;

  return sscanf (clock, "%d:%d:%d", &h, &m, &s) == 3 ? h * 3600 + m * 60 + s : PLT_SUN_NONE;
}

static void
assert_near (const char *place, int got, int wanted)
{
  if ((got == PLT_SUN_NONE) != (wanted == PLT_SUN_NONE) || ABS (got - wanted) > TOLERANCE)
    g_error ("%s: %d, wanted %d", place, got, wanted);
}

static void
test_vectors (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "fixtures", "soleil-vecteurs.tsv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      PltSun sun, rounded;

      if (g_strv_length (fields) < 11 || *fields[0] == '#' || g_str_equal (fields[0], "lieu"))
        continue;
      sun = plt_sun_seconds (plt_date_from_iso (fields[3]),
                             (gint64) (g_ascii_strtod (fields[1], NULL) * 1e6),
                             (gint64) (g_ascii_strtod (fields[2], NULL) * 1e6),
                             (int) (g_ascii_strtod (fields[4], NULL) * 60));
      assert_near (fields[0], sun.rise, seconds (fields[5]));
      assert_near (fields[0], sun.set, seconds (fields[6]));
      assert_near (fields[0], sun.dawn, seconds (fields[7]));
      assert_near (fields[0], sun.dusk, seconds (fields[8]));
      assert_near (fields[0], sun.golden_end, seconds (fields[9]));
      assert_near (fields[0], sun.golden_start, seconds (fields[10]));
      rounded = plt_sun (plt_date_from_iso (fields[3]),
                         (gint64) (g_ascii_strtod (fields[1], NULL) * 1e6),
                         (gint64) (g_ascii_strtod (fields[2], NULL) * 1e6),
                         (int) (g_ascii_strtod (fields[4], NULL) * 60));
      g_assert_cmpint (ABS (rounded.dawn * 60 - sun.dawn), <=, 30);
      g_assert_cmpint (ABS (rounded.dusk * 60 - sun.dusk), <=, 30);
      n++;
    }
  g_assert_cmpuint (n, ==, 10);
}

/* The clock goes forward on 28 March 2027 and back on 31 October 2027. */
static void
test_offset (void)
{
  g_assert_cmpint (plt_sun_offset_france (plt_date_from_ymd (2027, 3, 27)), ==, 60);
  g_assert_cmpint (plt_sun_offset_france (plt_date_from_ymd (2027, 3, 28)), ==, 120);
  g_assert_cmpint (plt_sun_offset_france (plt_date_from_ymd (2027, 10, 30)), ==, 120);
  g_assert_cmpint (plt_sun_offset_france (plt_date_from_ymd (2027, 10, 31)), ==, 60);

  /* The night of the change: 1h00 and 3h00, also as hours of the day before. */
  g_assert_cmpint (plt_sun_offset_france_at (plt_date_from_ymd (2027, 3, 28), 60), ==, 60);
  g_assert_cmpint (plt_sun_offset_france_at (plt_date_from_ymd (2027, 3, 28), 180), ==, 120);
  g_assert_cmpint (plt_sun_offset_france_at (plt_date_from_ymd (2027, 3, 27), 1500), ==, 60);
  g_assert_cmpint (plt_sun_offset_france_at (plt_date_from_ymd (2027, 3, 27), 1620), ==, 120);
  g_assert_cmpint (plt_sun_offset_france_at (plt_date_from_ymd (2027, 10, 30), 1620), ==, 60);
}

static void
test_easter (void)
{
  static const int easters[][3]
      = { { 1818, 3, 22 }, { 1943, 4, 25 }, { 1961, 4, 2 }, { 2000, 4, 23 },
          { 2024, 3, 31 }, { 2025, 4, 20 }, { 2026, 4, 5 }, { 2027, 3, 28 },
          { 2030, 4, 21 }, { 2038, 4, 25 }, { 2285, 3, 22 } };

  for (guint i = 0; i < G_N_ELEMENTS (easters); i++)
    g_assert_cmpint (plt_easter (easters[i][0]), ==,
                     plt_date_from_ymd (easters[i][0], easters[i][1], easters[i][2]));
}

static void
test_holidays (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", "jours-feries.tsv", NULL);
  g_autofree char *text = NULL;
  PltReferentialFacts *referential;
  guint n = 0;

  g_assert_null (plt_holiday_name (facts, plt_date_from_ymd (2027, 5, 1)));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  referential = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 1);
  referential->name = "jours-feries";
  referential->version = "1";
  referential->content = text;
  for (PltDate date = plt_date_from_ymd (2027, 1, 1); date <= plt_date_from_ymd (2027, 12, 31);
       date++)
    n += plt_holiday_name (facts, date) != NULL;
  g_assert_cmpuint (n, ==, 11); /* article L3133-1 */
  g_assert_nonnull (strstr (plt_holiday_name (facts, plt_date_from_ymd (2027, 3, 29)), "Pâques"));
  g_assert_nonnull (plt_holiday_name (facts, plt_date_from_ymd (2027, 5, 6))); /* Ascension */
  g_assert_nonnull (
      plt_holiday_name (facts, plt_date_from_ymd (2027, 5, 17))); /* lundi de Pentecôte */
  g_assert_null (
      plt_holiday_name (facts, plt_date_from_ymd (2027, 12, 26))); /* Alsace-Moselle only */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sun/vectors", test_vectors);
  g_test_add_func ("/sun/offset", test_offset);
  g_test_add_func ("/holidays/easter", test_easter);
  g_test_add_func ("/holidays/law", test_holidays);
  return g_test_run ();
}
