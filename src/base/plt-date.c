#include "plt-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

#define MIN_YEAR 1
#define MAX_YEAR 9999

static const char *const day_names[]
    = { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" };
static const char *const day_shorts[] = { "lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim." };
static const char *const month_names[]
    = { "janvier", "février", "mars",      "avril",   "mai",      "juin",
        "juillet", "août",    "septembre", "octobre", "novembre", "décembre" };
static const char *const month_shorts[] = { "janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                            "juil.", "août",  "sept.", "oct.", "nov.", "déc." };

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return days[month - 1] + (month == 2 && is_leap (year) ? 1 : 0);
}

/**
 * plt_date_from_ymd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the date, PLT_DATE_NONE when there is no such day
 */
PltDate
plt_date_from_ymd (int year, int month, int day)
{
  int era, year_of_era, day_of_year, day_of_era;

  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1
      || day > days_in_month (year, month))
    return PLT_DATE_NONE;
  /* Years that begin in March put the leap day at their end; an era is 400 years, 146097 days, and
   * the day of a month follows from 153 days per five months. */
  if (month <= 2)
    year--;
  era = year / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

/**
 * plt_date_to_ymd:
 * @date: a date that plt_date_from_ymd() gives
 * @year: (out) (optional): 1 to 9999
 * @month: (out) (optional): 1 to 12
 * @day: (out) (optional): 1 to 31
 */
void
plt_date_to_ymd (PltDate date, int *year, int *month, int *day)
{
  int days, era, day_of_era, year_of_era, day_of_year, shifted;

  g_return_if_fail (date != PLT_DATE_NONE);

  days = date + 719468;
  era = (days >= 0 ? days : days - 146096) / 146097;
  day_of_era = days - era * 146097;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  shifted = (5 * day_of_year + 2) / 153;
  if (day != NULL)
    *day = day_of_year - (153 * shifted + 2) / 5 + 1;
  if (month != NULL)
    *month = shifted < 10 ? shifted + 3 : shifted - 9;
  if (year != NULL)
    *year = year_of_era + era * 400 + (shifted < 10 ? 0 : 1);
}

/**
 * plt_date_weekday:
 * @date: a date
 *
 * Returns: 1 Monday ... 7 Sunday
 */
int
plt_date_weekday (PltDate date)
{
  g_return_val_if_fail (date != PLT_DATE_NONE, 1);

  return ((date + 3) % 7 + 7) % 7 + 1; /* 1970-01-01 was a Thursday */
}

/**
 * plt_date_iso_week:
 * @date: a date
 *
 * Returns: 1 to 53: the week, from Monday, of the year that holds its Thursday (ISO 8601)
 */
int
plt_date_iso_week (PltDate date)
{
  PltDate thursday;
  int year;

  g_return_val_if_fail (date != PLT_DATE_NONE, 1);

  thursday = date + 4 - plt_date_weekday (date);
  plt_date_to_ymd (thursday, &year, NULL, NULL);
  return (thursday - plt_date_from_ymd (year, 1, 1)) / 7 + 1;
}

/**
 * plt_date_add_months:
 * @date: a date, or PLT_DATE_NONE, which stays
 * @months: how many, of either sign
 *
 * Returns: the same day of another month, or the last day of it when it is shorter; PLT_DATE_NONE
 * outside the years 1 to 9999
 */
PltDate
plt_date_add_months (PltDate date, int months)
{
  int year, month, day;
  gint64 total;

  if (date == PLT_DATE_NONE)
    return PLT_DATE_NONE;
  plt_date_to_ymd (date, &year, &month, &day);
  total = (gint64) year * 12 + month - 1 + months;
  if (total < MIN_YEAR * 12 || total >= (MAX_YEAR + 1) * 12)
    return PLT_DATE_NONE;
  year = (int) (total / 12);
  month = (int) (total % 12) + 1;
  return plt_date_from_ymd (year, month, MIN (day, days_in_month (year, month)));
}

/* `n` digits at `text`, or -1. */
static int
read_digits (const char *text, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }
  return value;
}

/**
 * plt_date_from_iso:
 * @text: (nullable): exactly "2026-05-12"
 *
 * Returns: the date, PLT_DATE_NONE when @text is not one
 */
PltDate
plt_date_from_iso (const char *text)
{
  if (text == NULL || strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return PLT_DATE_NONE;
  return plt_date_from_ymd (read_digits (text, 4), read_digits (text + 5, 2),
                            read_digits (text + 8, 2));
}

/**
 * plt_date_to_iso:
 * @date: a date
 *
 * Returns: (transfer full): "2026-05-12", "" for PLT_DATE_NONE
 */
char *
plt_date_to_iso (PltDate date)
{
  int year, month, day;

  if (date == PLT_DATE_NONE)
    return g_strdup ("");
  plt_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* A month by its French name or a beginning of it of three letters or more, folded, point removed;
 * 0 when it is none, or when it may be two ("jui"). */
static int
find_month (const char *word)
{
  int found = 0;

  if (strlen (word) < 3)
    return 0;
  for (int i = 0; i < 12; i++)
    {
      g_autofree char *name = plt_text_fold (month_names[i]);

      if (strcmp (name, word) == 0)
        return i + 1;
      if (g_str_has_prefix (name, word))
        found = found == 0 ? i + 1 : -1;
    }
  return MAX (found, 0);
}

static gboolean
is_weekday (const char *word)
{
  if (strlen (word) < 2)
    return FALSE;
  for (int i = 0; i < 7; i++)
    if (g_str_has_prefix (day_names[i], word))
      return TRUE;
  return FALSE;
}

/* A whole number of at most four digits, or -1. "1er" is 1. */
static int
read_number (const char *word)
{
  gsize length = strlen (word);

  if (strcmp (word, "1er") == 0)
    return 1;
  return length >= 1 && length <= 4 ? read_digits (word, (guint) length) : -1;
}

static int
full_year (const char *word)
{
  int year = read_number (word);

  if (strlen (word) == 2 && year >= 0)
    return year <= 68 ? 2000 + year : 1900 + year;
  return strlen (word) == 4 ? year : -1;
}

static PltDate
date_from_words (char **words, guint n)
{
  int month;

  if (n == 4 && is_weekday (words[0]))
    {
      words++;
      n--;
    }
  if (n != 3)
    return PLT_DATE_NONE;
  if (strlen (words[0]) == 4 && read_number (words[0]) > 0)
    return plt_date_from_ymd (read_number (words[0]), read_number (words[1]),
                              read_number (words[2]));
  month = find_month (words[1]);
  if (month == 0)
    month = read_number (words[1]);
  return plt_date_from_ymd (full_year (words[2]), month, read_number (words[0]));
}

/**
 * plt_date_parse:
 * @text: what was typed
 * @date: (out): the date
 *
 * Reads 2026-05-12, 12/05/2026, 12/5/26, 12.05.2026, 12-05-2026, 12 mai 2026, 1er mai 2026,
 * lun. 12 mai 2026, with or without accents, points and capitals. Years of two digits are 2000 to
 * 2068 and 1969 to 1999. A weekday is read over: the day and the month say which day it is.
 *
 * Returns: FALSE with PLT_ERROR_INVALID when it is not a date or there is no such day.
 */
gboolean
plt_date_parse (const char *text, PltDate *date, GError **error)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  char *kept[5] = { NULL };
  guint n = 0;
  PltDate result = PLT_DATE_NONE;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  folded = plt_text_fold (text);
  words = g_strsplit_set (folded, " \t\n/.-,", 32);
  for (guint i = 0; words[i] != NULL && n < G_N_ELEMENTS (kept); i++)
    if (words[i][0] != '\0')
      kept[n++] = words[i];
  result = date_from_words (kept, n);
  if (result == PLT_DATE_NONE)
    {
      g_autofree char *shown = plt_text_excerpt (text, 40);

      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is not a date. Write it like 12/05/2026."), shown);
      return FALSE;
    }
  *date = result;
  return TRUE;
}

/**
 * plt_date_format_short:
 * @date: a date
 *
 * Returns: (transfer full): "lun. 18 nov.", "sam. 1er mai", "" for PLT_DATE_NONE
 */
char *
plt_date_format_short (PltDate date)
{
  int month, day;

  if (date == PLT_DATE_NONE)
    return g_strdup ("");
  plt_date_to_ymd (date, NULL, &month, &day);
  return g_strdup_printf ("%s %d%s %s", day_shorts[plt_date_weekday (date) - 1], day,
                          day == 1 ? "er" : "", month_shorts[month - 1]);
}

/**
 * plt_date_format_day:
 * @date: a date
 *
 * Returns: (transfer full): "lun. 18 nov. 2026", "" for PLT_DATE_NONE
 */
char *
plt_date_format_day (PltDate date)
{
  g_autofree char *start = NULL;
  int year;

  if (date == PLT_DATE_NONE)
    return g_strdup ("");
  plt_date_to_ymd (date, &year, NULL, NULL);
  start = plt_date_format_short (date);
  return g_strdup_printf ("%s %d", start, year);
}

/**
 * plt_date_format_long:
 * @date: a date
 *
 * Returns: (transfer full): "lundi 18 novembre 2026", "vendredi 1er mai 2026", "" for PLT_DATE_NONE
 */
char *
plt_date_format_long (PltDate date)
{
  int year, month, day;

  if (date == PLT_DATE_NONE)
    return g_strdup ("");
  plt_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%s %d%s %s %d", day_names[plt_date_weekday (date) - 1], day,
                          day == 1 ? "er" : "", month_names[month - 1], year);
}

/**
 * plt_date_format_month:
 * @date: any day of the month
 *
 * Returns: (transfer full): "novembre 2026", "" for PLT_DATE_NONE
 */
char *
plt_date_format_month (PltDate date)
{
  int year, month;

  if (date == PLT_DATE_NONE)
    return g_strdup ("");
  plt_date_to_ymd (date, &year, &month, NULL);
  return g_strdup_printf ("%s %d", month_names[month - 1], year);
}

/**
 * plt_date_format_numeric:
 * @date: a date
 *
 * Returns: (transfer full): "18/11/2026", "" for PLT_DATE_NONE
 */
char *
plt_date_format_numeric (PltDate date)
{
  int year, month, day;

  if (date == PLT_DATE_NONE)
    return g_strdup ("");
  plt_date_to_ymd (date, &year, &month, &day);
  return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
}
