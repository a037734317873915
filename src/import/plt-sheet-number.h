/* Numbers as people and spreadsheets write them in a budget.
 *
 * "1 234,50 €", "1.234,50", "1,234.50", "1'234.50", "-12", "−12", "12-", "(1 234,50)" for a
 * negative,
 * "- €" and "–" for nothing, "45 %". What cannot be read with certainty is refused with a sentence:
 * "1.234" is a thousand and some where the sheet writes its decimals with a comma, a little more
 * than one where it writes them with a point, and refused where nothing in the sheet tells; an
 * error of a spreadsheet ("#REF!") is no number. Rounded half up to six decimals. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PltDecimalSign:
 * @PLT_DECIMAL_UNKNOWN: nothing in the sheet tells
 * @PLT_DECIMAL_BOTH: the sheet writes both, so that neither tells
 */
typedef enum
{
  PLT_DECIMAL_UNKNOWN,
  PLT_DECIMAL_COMMA,
  PLT_DECIMAL_POINT,
  PLT_DECIMAL_BOTH,
} PltDecimalSign;

/* What a cell adds to what is known of the sheet. */
PltDecimalSign plt_sheet_number_learn (PltDecimalSign known, const char *text);

/**
 * plt_sheet_number_parse:
 * @e6: (out): in millionths; of "45 %" 45 000 000
 * @percent: (out): it is followed by %
 * @rest: (out) (nullable): what follows the number, such as the "sem." of "3 sem."; NULL refuses it
 *
 * Returns: FALSE with PLT_ERROR_INVALID or PLT_ERROR_OVERFLOW
 */
gboolean plt_sheet_number_parse (const char *text,
                                 PltDecimalSign sign,
                                 gint64 *e6,
                                 gboolean *percent,
                                 const char **rest,
                                 GError **error);

G_END_DECLS
