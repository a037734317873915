#include "plt-money.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-text.h"

/**
 * plt_money_add:
 * @a: centimes
 * @b: centimes
 * @out: (out): their sum
 *
 * Returns: FALSE on overflow; @out is then left alone.
 */
gboolean
plt_money_add (PltMoney a, PltMoney b, PltMoney *out)
{
  PltMoney sum;

  g_return_val_if_fail (out != NULL, FALSE);

  if (__builtin_add_overflow (a, b, &sum))
    return FALSE;
  *out = sum;
  return TRUE;
}

/**
 * plt_money_sub:
 * @a: centimes
 * @b: centimes
 * @out: (out): @a less @b
 *
 * Returns: FALSE on overflow; @out is then left alone.
 */
gboolean
plt_money_sub (PltMoney a, PltMoney b, PltMoney *out)
{
  PltMoney difference;

  g_return_val_if_fail (out != NULL, FALSE);

  if (__builtin_sub_overflow (a, b, &difference))
    return FALSE;
  *out = difference;
  return TRUE;
}

/**
 * plt_money_mul:
 * @a: centimes
 * @n: how many times
 * @out: (out): the product
 *
 * Returns: FALSE on overflow; @out is then left alone.
 */
gboolean
plt_money_mul (PltMoney a, gint64 n, PltMoney *out)
{
  PltMoney product;

  g_return_val_if_fail (out != NULL, FALSE);

  if (__builtin_mul_overflow (a, n, &product))
    return FALSE;
  *out = product;
  return TRUE;
}

/**
 * plt_money_apply_rate:
 * @amount: centimes
 * @num: numerator of the rate
 * @den: its denominator, PLT_RATE_ONE for a rate in millionths; not 0
 * @rounding: how the result becomes whole centimes
 * @out: (out): centimes
 *
 * Returns: FALSE on overflow; @out is then left alone.
 */
gboolean
plt_money_apply_rate (PltMoney amount, gint64 num, gint64 den, PltRounding rounding, PltMoney *out)
{
  return plt_number_mul_div (amount, num, den, rounding, out);
}

typedef struct
{
  unsigned __int128 rest;
  gsize index;
} Remainder;

/* Largest first, then the earliest part. */
static int
compare_remainders (gconstpointer a, gconstpointer b)
{
  const Remainder *left = a, *right = b;

  if (left->rest != right->rest)
    return left->rest > right->rest ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

/**
 * plt_money_share:
 * @total: centimes, of either sign
 * @weights: (array length=n): none negative
 * @n: how many parts
 * @parts: (array length=n) (out caller-allocates): their amounts, of the sign of @total
 *
 * Each part is its exact share cut to whole centimes; the centimes that are left go one by one to
 * the largest remainders, the earlier part first between equals.
 *
 * Returns: FALSE when nothing can be shared: all weights are 0 (or there are none) and @total is
 * not.
 */
gboolean
plt_money_share (PltMoney total, const gint64 *weights, gsize n, PltMoney *parts)
{
  g_autofree Remainder *remainders = NULL;
  unsigned __int128 sum = 0;
  guint64 magnitude = total < 0 ? 0 - (guint64) total : (guint64) total;
  guint64 left = magnitude;

  g_return_val_if_fail (n == 0 || (weights != NULL && parts != NULL), FALSE);

  for (gsize i = 0; i < n; i++)
    {
      g_return_val_if_fail (weights[i] >= 0, FALSE);
      sum += (guint64) weights[i];
      parts[i] = 0;
    }
  if (sum == 0)
    return total == 0;

  remainders = g_new (Remainder, n);
  for (gsize i = 0; i < n; i++)
    {
      unsigned __int128 product = (unsigned __int128) magnitude * (guint64) weights[i];
      guint64 share = (guint64) (product / sum);

      remainders[i] = (Remainder){ product % sum, i };
      parts[i] = total < 0 ? (PltMoney) (0 - share) : (PltMoney) share;
      left -= share;
    }
  qsort (remainders, n, sizeof *remainders, compare_remainders);
  for (gsize i = 0; i < left; i++)
    parts[remainders[i].index] += total < 0 ? -1 : 1;
  return TRUE;
}

/* Takes a unit off the end of `text`: "€", "EUR", "euros". */
static void
cut_unit (char *text)
{
  static const char *const units[] = { "€", "eur", "euro", "euros" };
  gsize length = strlen (text);

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gsize n = strlen (units[i]);

      if (length > n && g_ascii_strcasecmp (text + length - n, units[i]) == 0)
        {
          text[length - n] = '\0';
          return;
        }
    }
}

/**
 * plt_money_parse:
 * @text: what was typed: a number as plt_number_parse() reads it with at most two decimals, with or
 *   without "€" or "EUR" after it
 * @out: (out): centimes
 *
 * Returns: FALSE with PLT_ERROR_INVALID or PLT_ERROR_OVERFLOW.
 */
gboolean
plt_money_parse (const char *text, PltMoney *out, GError **error)
{
  g_autofree char *number = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GError) why = NULL;

  g_return_val_if_fail (text != NULL && out != NULL, FALSE);

  number = plt_text_squeeze (text);
  cut_unit (number);
  if (plt_number_parse (number, 2, out, &why))
    return TRUE;
  shown = plt_text_excerpt (text, 40);
  if (g_error_matches (why, PLT_ERROR, PLT_ERROR_OVERFLOW))
    g_set_error (error, PLT_ERROR, PLT_ERROR_OVERFLOW,
                 _ ("“%s” is too large an amount. Write a smaller one."), shown);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” is not an amount. Write it like 1 234,56."), shown);
  return FALSE;
}

/**
 * plt_money_format:
 * @amount: centimes
 *
 * Returns: (transfer full): "1 234,56 €", always two decimals, U+202F between thousands and before
 * the sign
 */
char *
plt_money_format (PltMoney amount)
{
  g_autofree char *number = plt_money_format_plain (amount);

  return g_strconcat (number, PLT_NNBSP "€", NULL);
}

/**
 * plt_money_format_plain:
 * @amount: centimes
 *
 * Returns: (transfer full): "1 234,56", without the sign of the euro
 */
char *
plt_money_format_plain (PltMoney amount)
{
  return plt_number_format (amount, 2, 2);
}
