/* The days of an exception of a MS Project calendar.
 *
 * Since Project 2007 an exception may come again: "25 December of every year from 2020 to 2030" is
 * one element whose period is ten years long, of which eleven days are meant. Months count from 0,
 * days of the week are bits from 1 for Sunday, a position is the first to fourth (0 to 3) or the
 * last (4) of the month.
 *
 * Source: the published schema mspdi_pj12.xsd, element Exception. */
#pragma once

#include "plt-network-input.h"

G_BEGIN_DECLS

/**
 * PltMspdiException:
 * @period: both days included; without an end it is counted by @occurrences
 * @type: 1 daily, 2 yearly by day of the month, 3 yearly by position, 4 monthly by day of the
 *   month, 5 monthly by position, 6 weekly, 7 every so many days, 8 every so many weekdays; others
 *   are the whole period
 * @every: days, weeks, months: 0 and 1 are each of them
 * @occurrences: at most so many, 0 for all of the period
 */
typedef struct
{
  PltNetworkSpan period;
  int type, every, weekdays, item, position, month, month_day, occurrences;
} PltMspdiException;

/* Appends its spans. `left` is what may still be looked at of all of a file: days and months; it
 * goes down, and at 0 nothing is added any more. */
void plt_mspdi_exception_days (const PltMspdiException *self, GArray *spans, guint *left);

G_END_DECLS
