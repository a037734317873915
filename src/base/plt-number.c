#include "plt-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

#define MAX_SCALE 18

/* Length in bytes of the space at `p`, 0 when there is none: U+0020, U+00A0, U+202F, U+2009. */
static gsize
space_length (const char *p)
{
  if (*p == ' ')
    return 1;
  if (strncmp (p, "\302\240", 2) == 0)
    return 2;
  if (strncmp (p, PLT_NNBSP, 3) == 0 || strncmp (p, "\342\200\211", 3) == 0)
    return 3;
  return 0;
}

static const char *
skip_spaces (const char *p)
{
  for (gsize n = space_length (p); n > 0; n = space_length (p))
    p += n;
  return p;
}

/* What a run over the text gives: the digits with everything else taken out. */
typedef struct
{
  gboolean negative;
  GString *digits; /* whole part, then decimals */
  gsize whole;     /* how many of them are the whole part */
} Reading;

/* The whole part: digits in one run, or in groups of three after the first, with spaces or (only
 * when a comma follows) points between. NULL when it is not that. */
static const char *
read_whole (const char *p, Reading *reading)
{
  const char *comma = strchr (p, ',');
  gboolean points = comma != NULL && strchr (p, '.') != NULL && strchr (p, '.') < comma;
  gsize group = 0;
  gboolean grouped = FALSE;

  while (TRUE)
    {
      gsize separator;

      for (group = 0; g_ascii_isdigit (*p); p++, group++)
        g_string_append_c (reading->digits, *p);
      if (grouped && group != 3)
        return NULL;
      separator = points && *p == '.' ? 1 : space_length (p);
      if (separator == 0 || !g_ascii_isdigit (p[separator]))
        break;
      if (group == 0 || group > 3)
        return NULL;
      p += separator;
      grouped = TRUE;
    }
  reading->whole = reading->digits->len;
  return p;
}

static gboolean
read_number (const char *text, Reading *reading)
{
  const char *p = skip_spaces (text);

  if (*p == '-' || *p == '+')
    {
      reading->negative = *p == '-';
      p = skip_spaces (p + 1);
    }
  else if (strncmp (p, "\342\210\222", 3) == 0) /* U+2212 */
    {
      reading->negative = TRUE;
      p = skip_spaces (p + 3);
    }
  p = read_whole (p, reading);
  if (p == NULL)
    return FALSE;
  if (*p == ',' || *p == '.')
    for (p++; g_ascii_isdigit (*p); p++)
      g_string_append_c (reading->digits, *p);
  return reading->digits->len > 0 && *skip_spaces (p) == '\0';
}

/* The digits as an integer times 10^scale. */
static gboolean
scale_digits (const Reading *reading, guint scale, gint64 *value)
{
  guint64 limit = reading->negative ? (guint64) G_MAXINT64 + 1 : (guint64) G_MAXINT64;
  guint64 sum = 0;

  for (gsize i = 0; i < reading->whole + scale; i++)
    {
      guint64 digit = i < reading->digits->len ? (guint64) (reading->digits->str[i] - '0') : 0;

      if (sum > (limit - digit) / 10)
        return FALSE;
      sum = sum * 10 + digit;
    }
  *value = reading->negative ? (gint64) (0 - sum) : (gint64) sum;
  return TRUE;
}

/**
 * plt_number_parse:
 * @text: what was typed; spaces around it do not count
 * @scale: decimals kept, at most 18
 * @value: (out): the number times 10^@scale
 *
 * Reads `1234,5`, `1234.5`, `1 234,5` (any of the four spaces), `1.234,5`, `-3`, `−3`, `+3`, `,5`.
 * Groups between separators have three digits. A point alone is the decimal sign, so `1.234` is a
 * little more than one; `1,234.56` is refused, because here the comma is the decimal sign.
 *
 * Returns: FALSE with PLT_ERROR_INVALID when it is no number or has more decimals than @scale, with
 * PLT_ERROR_OVERFLOW when it does not fit.
 */
gboolean
plt_number_parse (const char *text, guint scale, gint64 *value, GError **error)
{
  g_autofree char *shown = NULL;
  g_autoptr (GString) digits = NULL;
  Reading reading = { FALSE, NULL, 0 };

  g_return_val_if_fail (text != NULL && value != NULL && scale <= MAX_SCALE, FALSE);

  digits = g_string_new (NULL);
  reading.digits = digits;
  shown = plt_text_excerpt (text, 40);
  if (!read_number (text, &reading))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("“%s” is not a number. Write it like 1 234,56."), shown);
      return FALSE;
    }
  for (gsize i = reading.whole + scale; i < digits->len; i++)
    if (digits->str[i] != '0')
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     g_dngettext (GETTEXT_PACKAGE,
                                  "“%s” has too many decimals. Keep %u decimal at most.",
                                  "“%s” has too many decimals. Keep %u decimals at most.", scale),
                     shown, scale);
        return FALSE;
      }
  if (!scale_digits (&reading, scale, value))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_OVERFLOW,
                   _ ("“%s” is too large a number. Write a smaller one."), shown);
      return FALSE;
    }
  return TRUE;
}

static char *
format_number (gint64 value, guint scale, guint min_decimals, gboolean grouped)
{
  g_autofree char *digits = NULL;
  GString *out = g_string_new (NULL);
  guint64 magnitude = value < 0 ? 0 - (guint64) value : (guint64) value;
  gsize length, whole;

  digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, (int) scale + 1, magnitude);
  length = strlen (digits);
  whole = length - scale;
  if (value < 0)
    g_string_append_c (out, '-');
  for (gsize i = 0; i < whole; i++)
    {
      if (grouped && i > 0 && (whole - i) % 3 == 0)
        g_string_append (out, PLT_NNBSP);
      g_string_append_c (out, digits[i]);
    }
  while (length > whole + min_decimals && digits[length - 1] == '0')
    length--;
  if (length > whole)
    {
      g_string_append_c (out, ',');
      g_string_append_len (out, digits + whole, (gssize) (length - whole));
    }
  return g_string_free (out, FALSE);
}

/**
 * plt_number_format:
 * @value: a number times 10^@scale
 * @scale: its decimals, at most 18
 * @min_decimals: zeros at the end are dropped down to this many decimals, at most @scale
 *
 * Returns: (transfer full): "1 234,5" with U+202F between thousands; a minus is written '-'.
 */
char *
plt_number_format (gint64 value, guint scale, guint min_decimals)
{
  g_return_val_if_fail (scale <= MAX_SCALE && min_decimals <= scale, NULL);

  return format_number (value, scale, min_decimals, TRUE);
}

/**
 * plt_number_format_plain:
 * @value: a number times 10^@scale
 * @scale: its decimals, at most 18
 *
 * For editors and CSV: a comma, nothing between thousands, no zeros at the end of the decimals.
 *
 * Returns: (transfer full): "1234,5"
 */
char *
plt_number_format_plain (gint64 value, guint scale)
{
  g_return_val_if_fail (scale <= MAX_SCALE, NULL);

  return format_number (value, scale, 0, FALSE);
}

/**
 * plt_number_mul_div:
 * @value: a number
 * @num: multiplied by
 * @den: divided by, not 0
 * @rounding: how the quotient becomes an integer
 * @out: (out): @value × @num / @den
 *
 * The product is 128 bits wide: only the result can overflow.
 *
 * Returns: FALSE when the result does not fit; @out is then left alone.
 */
gboolean
plt_number_mul_div (gint64 value, gint64 num, gint64 den, PltRounding rounding, gint64 *out)
{
  __int128 product = (__int128) value * num;
  unsigned __int128 magnitude, divisor, quotient, rest;
  gboolean negative;

  g_return_val_if_fail (den != 0 && out != NULL, FALSE);

  negative = (product < 0) != (den < 0);
  magnitude = product < 0 ? -(unsigned __int128) product : (unsigned __int128) product;
  divisor = den < 0 ? -(unsigned __int128) den : (unsigned __int128) den;
  quotient = magnitude / divisor;
  rest = magnitude % divisor;
  switch (rounding)
    {
    case PLT_ROUND_HALF_UP:
      quotient += rest * 2 >= divisor ? 1 : 0;
      break;
    case PLT_ROUND_HALF_EVEN:
      quotient += rest * 2 > divisor || (rest * 2 == divisor && quotient % 2 == 1) ? 1 : 0;
      break;
    case PLT_ROUND_UP:
      quotient += rest > 0 ? 1 : 0;
      break;
    case PLT_ROUND_DOWN:
      break;
    default:
      g_assert_not_reached ();
    }
  if (quotient > (unsigned __int128) G_MAXINT64 + (negative ? 1 : 0))
    return FALSE;
  *out = negative ? (gint64) (0 - (guint64) quotient) : (gint64) quotient;
  return TRUE;
}
