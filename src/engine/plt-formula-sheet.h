/* A formula of the devis as an expression of a spreadsheet, to the same millionth.
 *
 * A spreadsheet computes in binary floats: each product, quotient and percentage is rounded there
 * to a millionth as it is here, so that what reaches a comparison or a rounding is the same number.
 * arrondi() goes up on a half, below zero too, as ours does. A time is written in days. Pure text:
 * the names stand for what the caller says of them. */
#pragma once

#include "plt-formula.h"

G_BEGIN_DECLS

/**
 * plt_formula_to_sheet:
 * @refs: what stands for each name, in their order: "{SEM_TOURNAGE}", "{3,5}", "12.5"
 * @is_time: (out) (optional): the value is in days
 *
 * Returns: (transfer full): without "="; "2*{SEM_TOURNAGE}" is "ROUND(2*{SEM_TOURNAGE},6)"
 */
char *plt_formula_to_sheet (const PltFormula *self, const char *const *refs, gboolean *is_time);
/**
 * plt_formula_sheet_in_unit:
 * @days: an expression in days
 * @unit: of a line: "semaine"
 *
 * Returns: (transfer full) (nullable): the same in that unit; %NULL where it is no unit of time
 */
char *plt_formula_sheet_in_unit (const char *days, const char *unit);
/* (transfer full): millionths as spreadsheets read them: 1500000 is "1.5" */
char *plt_formula_sheet_number (gint64 e6);

G_END_DECLS
