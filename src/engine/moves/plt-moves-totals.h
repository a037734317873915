/* What the movements and the journeys amount to: distances for the carbon sheet, nights, and the
 * lines of the expense notes. Lists that others read; nothing is written.
 *
 * A stay is of kind "hotel" or "logement". Its nights are those that are noted, else those between
 * its dates. The days of a row are those from the first to the last one, both included; of a stay
 * without a last date its nights and one more; else one. A per diem is for each of these days.
 * What was cancelled ("annule") counts nowhere.
 *
 * An expense is, for a person: the kilometres of a journey of kind "voiture", and those of a
 * movement that they drive in a vehicle of their own (its usual driver, no supplier) or in none
 * that is noted, each times the rate of the referential "mouvements" (thousandths of a euro, half a
 * cent up), an electric one with its increase; the per diem; the cost of a journey or of a stay.
 * The kilometres of a movement are those of its whole way, back included. */
#pragma once

#include "plt-facts.h"
#include "plt-moves.h"

G_BEGIN_DECLS

/**
 * PltDistance:
 * @ref: the movement or the journey
 * @date: when
 * @mode: kind of the vehicle ("minibus") or of the journey ("train"); "" where there is none
 * @energy: of the vehicle; "" not known
 * @kilometres: PLT_UNKNOWN: they are missing
 * @people: who travelled, the driver included; of a journey 1
 * @person: who drove or travelled; 0: nobody is noted
 */
typedef struct
{
  PltRef ref;
  PltDate date;
  const char *mode, *energy;
  gint64 kilometres;
  guint people;
  gint64 person;
} PltDistance;

/**
 * PltDistanceSum:
 * @kilometres: of what is known
 * @person_kilometres: the same, each times the people in it
 * @n: how many ways
 * @n_missing: of these without kilometres
 */
typedef struct
{
  const char *mode, *energy;
  gint64 kilometres, person_kilometres;
  guint n, n_missing;
} PltDistanceSum;

typedef enum
{
  PLT_EXPENSE_KILOMETRES,
  PLT_EXPENSE_PER_DIEM,
  PLT_EXPENSE_TICKET,
  PLT_EXPENSE_LODGING
} PltExpenseKind;

/**
 * PltExpense:
 * @ref: the row it comes from
 * @person: whose note it is on
 * @quantity: kilometres, days; 1 of a ticket; nights of a stay (1 where they are not known)
 * @rate: thousandths of a euro of a kilometre, centimes of a day; PLT_UNKNOWN where there is none
 * @cents: the amount, PLT_UNKNOWN where the rate or the cost is missing
 * @source: (nullable): of the rate; lives as long as the list
 * @sure: the rate was read in its source; else it is to be verified
 */
typedef struct
{
  PltRef ref;
  PltExpenseKind kind;
  gint64 person;
  PltDate date;
  gint64 quantity, rate;
  PltMoney cents;
  const char *source;
  gboolean sure;
} PltExpense;

typedef struct
{
  GArray *lines;         /* PltExpense, by person as in the facts, then by date */
  PltReferential *table; /* (nullable): what the sources belong to */
} PltExpenses;

gboolean plt_travel_is_stay (const PltTravelFacts *travel);
gint64 plt_travel_nights (const PltTravelFacts *travel); /* 0 of a journey; PLT_UNKNOWN */
gint64 plt_travel_days (const PltTravelFacts *travel);
/* Days times per diem; PLT_UNKNOWN where there is none. */
PltMoney plt_travel_per_diem (const PltTravelFacts *travel);

/* (transfer full) (element-type PltDistance): by date, movements before journeys. */
GArray *plt_moves_distances (const PltFacts *facts);
/* (transfer full) (element-type PltDistanceSum): by mode and energy, in the order of the first. */
GArray *plt_moves_sum_distances (const GArray *distances);
PltExpenses *plt_moves_expenses (const PltFacts *facts);
void plt_expenses_free (PltExpenses *self);
/* Of one person, 0 for all; `missing` (out) (optional): how many lines have no amount. */
PltMoney plt_expenses_total (const PltExpenses *self, gint64 person, guint *missing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltExpenses, plt_expenses_free)

G_END_DECLS
