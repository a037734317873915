/* Minimum wages of performers and extras, from the referential "minima-artistes". Pure.
 *
 * Centimes, gross, by day or by week of five or six days, by the production's agreement and kind of
 * work (a short film has its own). What the referential does not have is not known: never zero. */
#pragma once

#include "plt-referential.h"

G_BEGIN_DECLS

#define PLT_PERFORMER_SCALE "minima-artistes"

/**
 * PltPerformerMinimum:
 * @cents: %PLT_UNKNOWN when none was read
 * @label: the employment in French, "" when unknown
 * @source: where it is written; lives as long as the referential
 * @sure: read there
 */
typedef struct
{
  PltMoney cents;
  const char *label, *source;
  gboolean sure;
} PltPerformerMinimum;

/**
 * plt_performer_minimum:
 * @scale: (nullable): the referential
 * @employment: "artiste", "figurant", "doublure"... or its label
 * @base: "jour", "sem5", "sem6"
 * @date: %PLT_DATE_NONE for what is in force last
 *
 * Returns: the minimum of the agreement of the production
 */
PltPerformerMinimum plt_performer_minimum (const PltFacts *facts,
                                           const PltReferential *scale,
                                           const char *employment,
                                           const char *base,
                                           PltDate date);

G_END_DECLS
