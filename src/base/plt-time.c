#include "plt-time.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-number.h"
#include "plt-text.h"

#define NBSP "\302\240"
#define MAX_CLOCK_HOURS 47
#define MAX_DIGITS 9 /* of one number: nothing below can overflow */

/* What may stand after a number. */
typedef enum
{
  UNIT_NONE,
  UNIT_COLON,
  UNIT_HOUR,
  UNIT_MINUTE,
  UNIT_SECOND,
} Unit;

typedef struct
{
  gint64 value;
  gsize digits;
  Unit unit;
} Part;

#define MAX_PARTS 3

static const struct
{
  const char *text;
  Unit unit;
} units[] = {
  /* the longer before the shorter that begins it */
  { ":", UNIT_COLON },
  { "heures", UNIT_HOUR },
  { "heure", UNIT_HOUR },
  { "h", UNIT_HOUR },
  { "minutes", UNIT_MINUTE },
  { "minute", UNIT_MINUTE },
  { "min", UNIT_MINUTE },
  { "mn", UNIT_MINUTE },
  { "m", UNIT_MINUTE },
  { "''", UNIT_SECOND },
  { "'", UNIT_MINUTE },
  { "\342\200\231", UNIT_MINUTE },
  { "\342\200\262", UNIT_MINUTE },
  { "secondes", UNIT_SECOND },
  { "seconde", UNIT_SECOND },
  { "sec", UNIT_SECOND },
  { "s", UNIT_SECOND },
  { "\"", UNIT_SECOND },
  { "\342\200\235", UNIT_SECOND },
  { "\342\200\263", UNIT_SECOND },
};

static const char *
read_unit (const char *p, Unit *unit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize n = strlen (units[i].text);

      if (g_ascii_strncasecmp (p, units[i].text, n) == 0)
        {
          *unit = units[i].unit;
          p += n;
          /* "min." and "sec." */
          return *p == '.' && g_ascii_isalpha (p[-1]) ? p + 1 : p;
        }
    }
  *unit = UNIT_NONE;
  return p;
}

/* Cuts "1 h 02 min" into numbers and what follows each. 0 when it is not made that way. */
static guint
read_parts (const char *text, Part parts[MAX_PARTS])
{
  g_autofree char *plain = plt_text_squeeze (text);
  const char *p = plain;
  guint n = 0;

  while (*p != '\0')
    {
      Part *part = &parts[n];

      if (n == MAX_PARTS)
        return 0;
      *part = (Part){ 0, 0, UNIT_NONE };
      for (; g_ascii_isdigit (*p); p++, part->digits++)
        part->value = part->digits < MAX_DIGITS ? part->value * 10 + (*p - '0') : 0;
      if (part->digits == 0 || part->digits > MAX_DIGITS)
        return 0;
      p += *p == ' ' ? 1 : 0;
      p = read_unit (p, &part->unit);
      p += *p == ' ' ? 1 : 0;
      if (part->unit == UNIT_NONE && *p != '\0')
        return 0;
      n++;
    }
  return n;
}

/* `format` has one %s, for what was typed. */
/* 9h30, 9 h 30, 9h, 9:30, 09:30, 0930, 930, 9 */
static gboolean
read_clock (const char *text, gint64 *minutes)
{
  Part parts[MAX_PARTS];
  guint n = read_parts (text, parts);
  gint64 hours, rest = 0;

  if (n == 1 && parts[0].unit == UNIT_NONE && parts[0].digits >= 3 && parts[0].digits <= 4)
    {
      hours = parts[0].value / 100;
      rest = parts[0].value % 100;
    }
  else if (n == 1 && parts[0].digits <= 2
           && (parts[0].unit == UNIT_NONE || parts[0].unit == UNIT_HOUR))
    hours = parts[0].value;
  else if (n == 2 && parts[0].digits <= 2
           && ((parts[0].unit == UNIT_COLON && parts[1].digits == 2 && parts[1].unit == UNIT_NONE)
               || (parts[0].unit == UNIT_HOUR && parts[1].digits <= 2
                   && (parts[1].unit == UNIT_NONE || parts[1].unit == UNIT_MINUTE))))
    {
      hours = parts[0].value;
      rest = parts[1].value;
    }
  else
    return FALSE;
  if (hours > MAX_CLOCK_HOURS || rest >= 60)
    return FALSE;
  *minutes = hours * 60 + rest;
  return TRUE;
}

/**
 * plt_clock_parse:
 * @text: 9h30, 9h, 9, 9:30, 09:30, 0930, 27:00, 27h00, 9 h 30
 * @minutes: (out): since midnight of the shooting day, 0 to 2879 (47h59)
 *
 * Returns: FALSE with PLT_ERROR_INVALID
 */
gboolean
plt_clock_parse (const char *text, gint64 *minutes, GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL && minutes != NULL, FALSE);

  if (read_clock (text, minutes))
    return TRUE;
  shown = plt_text_excerpt (text, 40);
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is not a time of day. Write it like 9h30, or 27h00 after midnight."),
               shown);
  return FALSE;
}

/**
 * plt_clock_format:
 * @minutes: since midnight of the shooting day
 *
 * Returns: (transfer full): "9h30", "27h00"
 */
char *
plt_clock_format (gint64 minutes)
{
  guint64 magnitude = minutes < 0 ? 0 - (guint64) minutes : (guint64) minutes;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT "h%02u", minutes < 0 ? "-" : "", magnitude / 60,
                          (guint) (magnitude % 60));
}

/* 80, 80 min, 1h20, 1 h 20, 1 h, 1:20 */
static gboolean
read_duration (const char *text, gint64 *minutes)
{
  Part parts[MAX_PARTS];
  guint n = read_parts (text, parts);

  if (n == 1 && (parts[0].unit == UNIT_NONE || parts[0].unit == UNIT_MINUTE))
    *minutes = parts[0].value;
  else if (n == 1 && parts[0].unit == UNIT_HOUR)
    *minutes = parts[0].value * 60;
  else if (n == 2 && parts[1].value < 60
           && ((parts[0].unit == UNIT_COLON && parts[1].digits == 2 && parts[1].unit == UNIT_NONE)
               || (parts[0].unit == UNIT_HOUR && parts[1].digits <= 2
                   && (parts[1].unit == UNIT_NONE || parts[1].unit == UNIT_MINUTE))))
    *minutes = parts[0].value * 60 + parts[1].value;
  else
    return FALSE;
  return TRUE;
}

/**
 * plt_duration_parse:
 * @text: 80, 80 min, 1h20, 1 h 20, 1 h, 1:20
 * @minutes: (out): how long
 *
 * Returns: FALSE with PLT_ERROR_INVALID
 */
gboolean
plt_duration_parse (const char *text, gint64 *minutes, GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL && minutes != NULL, FALSE);

  if (read_duration (text, minutes))
    return TRUE;
  shown = plt_text_excerpt (text, 40);
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is not a duration. Write it like 1 h 20 or 45 min."), shown);
  return FALSE;
}

/**
 * plt_duration_format:
 * @minutes: how long
 *
 * Returns: (transfer full): "45 min", "1 h 20", "2 h", with U+202F before and after the unit
 */
char *
plt_duration_format (gint64 minutes)
{
  guint64 magnitude = minutes < 0 ? 0 - (guint64) minutes : (guint64) minutes;
  const char *sign = minutes < 0 ? "-" : "";

  if (magnitude < 60)
    return g_strdup_printf ("%s%u" PLT_NNBSP "min", sign, (guint) magnitude);
  if (magnitude % 60 == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT PLT_NNBSP "h", sign, magnitude / 60);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT PLT_NNBSP "h" PLT_NNBSP "%02u", sign,
                          magnitude / 60, (guint) (magnitude % 60));
}

/* What the part number `i` of `n` counts, in seconds; 0 when it cannot stand there. */
static gint64
seconds_weight (const Part *parts, guint n, guint i)
{
  static const gint64 by_place[] = { 1, 60, 3600 };

  switch (parts[i].unit)
    {
    case UNIT_HOUR:
      return 3600;
    case UNIT_MINUTE:
      return 60;
    case UNIT_SECOND:
      return 1;
    case UNIT_COLON:
      return i + 1 < n ? by_place[n - 1 - i] : 0;
    case UNIT_NONE:
      /* after minutes come seconds, after hours minutes, after a colon the next */
      if (i == 0 || parts[i - 1].unit == UNIT_MINUTE || parts[i - 1].unit == UNIT_COLON)
        return 1;
      return parts[i - 1].unit == UNIT_HOUR ? 60 : 0;
    default:
      g_assert_not_reached ();
    }
}

/* 80, 80 s, 1:20, 1'20, 1'20", 1 min 20, 1:02:05, 1 h 02 min 05 */
static gboolean
read_seconds (const char *text, gint64 *seconds)
{
  Part parts[MAX_PARTS];
  guint n = read_parts (text, parts);
  gint64 before = G_MAXINT64, total = 0;

  for (guint i = 0; i < n; i++)
    {
      gint64 weight = seconds_weight (parts, n, i);

      if (weight == 0 || weight >= before)
        return FALSE;
      if (i > 0 && (parts[i].value >= 60 || parts[i].digits > 2))
        return FALSE;
      if (i > 0 && parts[i - 1].unit == UNIT_COLON && parts[i].digits != 2)
        return FALSE;
      /* a colon is followed by figures, not by figures and a unit */
      if (i > 0 && parts[i - 1].unit == UNIT_COLON && parts[i].unit != UNIT_COLON
          && parts[i].unit != UNIT_NONE)
        return FALSE;
      total += parts[i].value * weight;
      before = weight;
    }
  if (n > 0)
    *seconds = total;
  return n > 0;
}

/**
 * plt_seconds_parse:
 * @text: 1:20 (minutes:seconds), 1'20, 1'20", 1 min 20, 80, 80 s, 1:02:05
 * @seconds: (out): length of film
 *
 * Returns: FALSE with PLT_ERROR_INVALID
 */
gboolean
plt_seconds_parse (const char *text, gint64 *seconds, GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL && seconds != NULL, FALSE);

  if (read_seconds (text, seconds))
    return TRUE;
  shown = plt_text_excerpt (text, 40);
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is not a length. Write it like 1:20 (1 minute 20 seconds)."), shown);
  return FALSE;
}

/**
 * plt_seconds_format:
 * @seconds: length of film
 *
 * Returns: (transfer full): "1:20", "1:02:05" from an hour up
 */
char *
plt_seconds_format (gint64 seconds)
{
  guint64 magnitude = seconds < 0 ? 0 - (guint64) seconds : (guint64) seconds;
  const char *sign = seconds < 0 ? "-" : "";
  guint minutes = (guint) (magnitude / 60 % 60), rest = (guint) (magnitude % 60);

  if (magnitude < 3600)
    return g_strdup_printf ("%s%u:%02u", sign, minutes, rest);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ":%02u:%02u", sign, magnitude / 3600, minutes,
                          rest);
}

/* Digits at `*p`, moved over; FALSE when there are none or too many. */
static gboolean
read_digits (const char **p, gint64 *value)
{
  gsize n = 0;

  *value = 0;
  for (; g_ascii_isdigit (**p) && n < MAX_DIGITS; (*p)++, n++)
    *value = *value * 10 + (**p - '0');
  return n > 0 && !g_ascii_isdigit (**p);
}

/* 2, 3/8, 1 2/8, 12/8, 1/2, each with or without "p" or "pages" */
static gboolean
read_eighths (const char *text, gint64 *eighths)
{
  static const char *const ends[] = { "", "p", "p.", "page", "pages" };
  g_autofree char *plain = plt_text_squeeze (text);
  const char *p = plain;
  gint64 pages = 0, top = 0, bottom = 8;

  if (!read_digits (&p, &top))
    return FALSE;
  if (*p == ' ' && g_ascii_isdigit (p[1]))
    {
      pages = top;
      p++;
      if (!read_digits (&p, &top) || *p != '/')
        return FALSE;
    }
  if (*p == '/')
    {
      p++;
      if (!read_digits (&p, &bottom) || (bottom != 2 && bottom != 4 && bottom != 8))
        return FALSE;
    }
  else
    bottom = 1;
  p += *p == ' ' ? 1 : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_ascii_strcasecmp (p, ends[i]) == 0)
      {
        *eighths = pages * 8 + top * (8 / bottom);
        return TRUE;
      }
  return FALSE;
}

/**
 * plt_eighths_parse:
 * @text: 1 2/8, 3/8, 2, 12/8, 1/2, with or without "p" after it
 * @eighths: (out): of a page of script
 *
 * Returns: FALSE with PLT_ERROR_INVALID
 */
gboolean
plt_eighths_parse (const char *text, gint64 *eighths, GError **error)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL && eighths != NULL, FALSE);

  if (read_eighths (text, eighths))
    return TRUE;
  shown = plt_text_excerpt (text, 40);
  g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
               _ ("“%s” is not a number of pages. Write it like 1 2/8 or 3/8."), shown);
  return FALSE;
}

/**
 * plt_eighths_format:
 * @eighths: of a page of script
 *
 * Returns: (transfer full): "1 2/8", "3/8", "2", "0", with U+00A0 between pages and eighths
 */
char *
plt_eighths_format (gint64 eighths)
{
  guint64 magnitude = eighths < 0 ? 0 - (guint64) eighths : (guint64) eighths;
  const char *sign = eighths < 0 ? "-" : "";
  guint rest = (guint) (magnitude % 8);

  if (rest == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, sign, magnitude / 8);
  if (magnitude < 8)
    return g_strdup_printf ("%s%u/8", sign, rest);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT NBSP "%u/8", sign, magnitude / 8, rest);
}
