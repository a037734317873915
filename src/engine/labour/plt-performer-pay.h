/* From the hours of a performer to what is paid, under IDCC 3097, title III (feature and short
 * film). Pure.
 *
 * A day is one cachet of eight hours and an hour of dressing, make-up and hair (HMC); a week is its
 * wage. Of the days given, stretches of PLT_WORK_SHOOT are the performance, those of PLT_WORK_OTHER
 * are HMC. Hours beyond eight a day are counted at the end of the engagement, those of a week
 * beyond 40 (48 of six days), at the base and its premium. Night, Sunday and holiday are counted
 * minute by minute, on twice the base while the wage is not more than twice the minimum, on the
 * base after that; their sum is held at the ceiling of the base, 1 May apart. Under IDCC 2642 only
 * the cachets and weeks are counted: the rest was not read, and an alert says so.
 *
 * Values come from the referential "temps-de-travail" ("3097-artistes", and "3097-artistes-court"
 * for what a short film changes) and minima from "minima-artistes". */
#pragma once

#include "plt-pay.h"

G_BEGIN_DECLS

/**
 * plt_performer_pay_new:
 * @unit: "cachet", "jour", "semaine"
 * @rate: of it, PLT_UNKNOWN when nobody said: minutes are counted all the same
 * @date: of the minimum
 *
 * Returns: (transfer full): lines as those of a technician: CACHET, HMC, A-HS, A-NUIT, A-DIM,
 *   A-FERIE, A-REPOS; %NULL with PLT_ERROR when the days overlap
 */
PltPay *plt_performer_pay_new (const PltPayTables *tables,
                               const char *unit,
                               PltMoney rate,
                               PltDate date,
                               const PltWorkDay *days,
                               guint n_days,
                               GError **error);

G_END_DECLS
