#include "plt-holidays.h"

#include <stdio.h>
#include <string.h>

#include "plt-referential.h"

/**
 * plt_easter:
 * @year: Gregorian
 *
 * Returns: Easter Sunday of the year, by the integer algorithm of Meeus, Jones and Butcher
 */
PltDate
plt_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return plt_date_from_ymd (year, n / 31, n % 31 + 1);
}

static gboolean
rule_matches (const char *rule, PltDate date)
{
  int year, month, day, a, b;

  plt_date_to_ymd (date, &year, &month, &day);
  if (sscanf (rule, "fixe:%d-%d", &a, &b) == 2)
    return a == month && b == day;
  if (sscanf (rule, "paques:%d", &a) == 1)
    return date == plt_easter (year) + a;
  return FALSE;
}

/* The referential of the production, borrowed text: rows are looked up in the facts' own copy so
 * that the name that is returned lives as long as the facts. */
const char *
plt_holiday_name (const PltFacts *facts, PltDate date)
{
  g_autoptr (PltReferential) holidays = plt_referential_open (facts, "jours-feries");

  if (holidays == NULL || date == PLT_DATE_NONE)
    return NULL;
  for (guint i = 0; i < plt_referential_n_rows (holidays); i++)
    {
      const char *where = plt_referential_get (holidays, i, "territoire");

      if ((*where == '\0' || strcmp (where, "france") == 0)
          && rule_matches (plt_referential_get (holidays, i, "regle"), date))
        return g_string_chunk_insert_const (facts->strings,
                                            plt_referential_get (holidays, i, "libelle"));
    }
  return NULL;
}
