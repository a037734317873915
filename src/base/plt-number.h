/* Decimal numbers as scaled 64-bit integers, written and read the French way.
 *
 * No double ever holds an amount. A number with `scale` decimals is an integer multiplied by
 * 10^scale: 1,5 with scale 3 is 1500. Reading accepts a comma or a point as the decimal sign, and
 * the ordinary space, U+00A0, U+202F and U+2009 as separators of thousands; it refuses anything
 * else, digits beyond the scale that are not zero, and overflow. Writing uses a comma and U+202F.
 * Neither looks at the locale of the process. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_NNBSP "\342\200\257" /* U+202F, between thousands and before a unit */

/**
 * PltRounding:
 * @PLT_ROUND_HALF_UP: to the nearest, halves away from zero (money, French practice)
 * @PLT_ROUND_HALF_EVEN: to the nearest, halves to the even neighbour
 * @PLT_ROUND_DOWN: towards zero
 * @PLT_ROUND_UP: away from zero
 *
 * There is no default: every rounding is named where it happens.
 */
typedef enum
{
  PLT_ROUND_HALF_UP,
  PLT_ROUND_HALF_EVEN,
  PLT_ROUND_DOWN,
  PLT_ROUND_UP,
} PltRounding;

gboolean plt_number_parse (const char *text, guint scale, gint64 *value, GError **error);
char *plt_number_format (gint64 value, guint scale, guint min_decimals);
char *plt_number_format_plain (gint64 value, guint scale);

gboolean
plt_number_mul_div (gint64 value, gint64 num, gint64 den, PltRounding rounding, gint64 *out);

G_END_DECLS
