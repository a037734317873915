/* Money: a signed 64-bit number of centimes of euro.
 *
 * Sums are checked for overflow; products go through plt_money_apply_rate(), which takes a fraction
 * and a rounding by name. Intermediate products are 128 bits wide. Rates elsewhere in the program
 * are integers in millionths with the suffix _e6 (15,5 % = 155000). */
#pragma once

#include "plt-number.h"

G_BEGIN_DECLS

typedef gint64 PltMoney;

#define PLT_RATE_ONE G_GINT64_CONSTANT (1000000) /* 100 % in millionths */

gboolean plt_money_add (PltMoney a, PltMoney b, PltMoney *out);
gboolean plt_money_sub (PltMoney a, PltMoney b, PltMoney *out);
gboolean plt_money_mul (PltMoney a, gint64 n, PltMoney *out);
gboolean
plt_money_apply_rate (PltMoney amount, gint64 num, gint64 den, PltRounding rounding, PltMoney *out);
/* Shares `total` in proportion to `weights`; the parts always sum to `total` (largest remainders).
 */
gboolean plt_money_share (PltMoney total, const gint64 *weights, gsize n, PltMoney *parts);

gboolean
plt_money_parse (const char *text, PltMoney *out, GError **error); /* "1 234,56", "1234.56 €" */
char *plt_money_format (PltMoney amount);                          /* "1 234,56 €" */
char *plt_money_format_plain (PltMoney amount);                    /* "1 234,56" */

G_END_DECLS
