/* Rates of the pay scales: by function, agreement, annexe, unit and date.
 *
 * Read from the referentials "minima-3097", "minima-2642" and "minima-artistes" that the production
 * keeps; nothing is known here that they do not say. A rate that the scale does not have at a date
 * is never guessed: the finder says why there is none. Without any date the last row of the scale
 * is meant, and the rate says so.
 *
 * A base is a row of the scale: "sem39" (IDCC 3097, annexe I), "jour_moins_5j_7h" (annexe I, less
 * than five days), "ann2_5j", "ann2_6j" (annexe II, equivalence), "ann3_nouveau" (annexe III, film
 * under derogation), "sem35" (IDCC 2642), "cachet", "art_5j", "art_6j", "service" (performers),
 * "forfait" (réalisateur). Behind the base of IDCC 2642 may stand "-specialise", "-fiction",
 * "-flux" or "-documentaire".
 *
 * From a base to another unit, exactly and rounded half up to the centime once:
 *   3097   hour = sem39 / 40, annexe III the same; day of a contract by the week = sem39 / 5;
 *          hour of a contract by the day = its day / 7; annexe II by the day = its week / 5 or 6
 *          (art. 25, 30, 34)
 *   2642   hour = sem35 / 35; 39 hours = sem35 × 40/35; less than five days: hour = sem35 / 31,5,
 *          7 hours = sem35 / 4,5, 8 hours = sem35 × 8/31,5; month = sem35 × 3,8 (art. IV.2.1)
 * Any other unit is refused: a month of IDCC 3097 is not in its scale. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

#define PLT_RATE_NAME "bareme" /* of the rate of a line's function in its formulas */

typedef struct _PltRates PltRates;

typedef enum
{
  PLT_RATE_FOUND,
  PLT_RATE_NO_SCALE,    /* the production does not keep the scale of that agreement */
  PLT_RATE_NO_FUNCTION, /* no function is called so */
  PLT_RATE_AMBIGUOUS,   /* several functions are */
  PLT_RATE_NO_BASE,     /* the function has no row of that base */
  PLT_RATE_NO_UNIT,     /* the base is not counted in that unit */
  PLT_RATE_NO_DATE,     /* not at that date */
  PLT_RATE_NO_AMOUNT,   /* the row is there, its amount was not found in the texts */
} PltRateStatus;

/**
 * PltRateQuery:
 * @agreement: (nullable): "3097", "2642"; %NULL for the production's
 * @function: as the scale names it, or words that only one has
 * @base: (nullable): see above; %NULL or "" for the usual one of the unit
 * @unit: (nullable): "heure", "jour", "semaine", "mois", "cachet"; %NULL or "" for that of the base
 * @date: %PLT_DATE_NONE for the last row
 */
typedef struct
{
  const char *agreement, *function, *base, *unit;
  PltDate date;
} PltRateQuery;

/**
 * PltRate:
 * @status: anything but %PLT_RATE_FOUND leaves the amounts unknown
 * @function, @department, @legal_status: of the scale
 * @base: as the row has it
 * @unit: of @amount
 * @how: (nullable): how @amount follows from the row, in French: "sem39 ÷ 40"
 * @minutes: of effective work the row pays for, 0 when it does not say
 * @row_amount: of the row
 * @amount: in the unit asked for
 * @from, @to: of the row
 * @referential: row of the table "referential" it was read in
 * @sure: marked as sourced
 * @undated: no date was asked for
 * @exact: found by its name, not by some of its words
 *
 * Strings belong to the rates.
 */
typedef struct
{
  PltRateStatus status;
  const char *agreement, *function, *department, *legal_status, *base, *unit, *how;
  const char *confidence, *remark, *source;
  gint64 minutes, referential;
  PltMoney row_amount, amount;
  PltDate from, to;
  gboolean specialised, sure, undated, exact;
} PltRate;

PltRates *plt_rates_new (const PltFacts *facts); /* borrows from the facts */
void plt_rates_free (PltRates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRates, plt_rates_free)

/* One rate. Anything but PLT_RATE_FOUND comes with a sentence in `error` (nullable). */
PltRateStatus
plt_rates_find (PltRates *self, const PltRateQuery *query, PltRate *rate, GError **error);
/* For a picker: (transfer full) (element-type PltRate): the functions that hold every word of
 * `query->function`, in French order, each with its rate or why it has none. */
GPtrArray *plt_rates_list (PltRates *self, const PltRateQuery *query);

/**
 * plt_rates_minimum:
 * @amount: (out): what may not be paid less in that unit
 * @rate: (out): the row
 * @source: (out) (transfer full): with its date, for a finding
 *
 * The rate of the scale; for the technicians of a short film, whom the annexes of wages do not bind
 * (IDCC 3097, title II), the legal minimum wage of the same hours.
 */
PltRateStatus plt_rates_minimum (PltRates *self,
                                 const PltRateQuery *query,
                                 PltMoney *amount,
                                 PltRate *rate,
                                 char **source,
                                 GError **error);

/* "IDCC 3097, titre II ; du 01/11/2024 ; à vérifier" */
char *plt_rate_describe (const PltRate *rate);
/* 1, 2 or 3 of IDCC 3097; 0 for what is in none. */
guint plt_rate_annexe (const char *base);
/* (nullable): the base of an annexe for that unit, in weeks of six days or not. */
const char *plt_rate_base_of_annexe (guint annexe, const char *unit, gboolean six_days);
/* Whether `name` of a scale is that function, with or without the word of the trade ("cinéma");
 * both folded. */
gboolean plt_rate_is_named (const char *wanted, const char *name);
/* Every word of `wanted` begins a word of `name`; both folded. */
gboolean plt_rate_words_match (const char *wanted, const char *name);

G_END_DECLS
