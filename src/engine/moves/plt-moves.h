/* Who rides where: the movements of a day or of the whole production with their vehicle, driver and
 * passengers, their load and their hours.
 *
 * Passengers are the stops of kind "montee" in order, then the calls of the day that name the
 * movement and have no stop of their own. A stop without a number counts one. Aboard at once is
 * what got on less what got off ("descente"); a drop of somebody who got on before takes that
 * person off. The call of a passenger is that of the sheet in force of the day of the movement.
 *
 * A child needs a seat below the age of the referential "mouvements" (code "siege-enfant-age"),
 * where the date of birth is known; a wheelchair is known by a word of a remark ("fauteuil-mots").
 *
 * Hours are minutes since midnight of the date of the movement. The arrival is the start plus the
 * drive, else the hour at which it is needed; the end is when the vehicle is back, else the
 * arrival. What is not known is PLT_UNKNOWN. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"
#include "plt-referential.h"

G_BEGIN_DECLS

#define PLT_MOVES_REFERENTIAL "mouvements"

/**
 * PltPassenger:
 * @stop: (nullable): where they get on; %NULL when only the call names the movement
 * @person: (nullable): somebody of the team
 * @call: (nullable): of the sheet of the day
 * @count: how many they are, at least 1
 * @child: needs a child seat
 * @wheelchair: a remark says so
 */
typedef struct
{
  const PltStopFacts *stop;
  const PltPersonFacts *person;
  const PltCallFacts *call;
  guint count;
  gboolean child, wheelchair;
} PltPassenger;

/**
 * PltMove:
 * @movement: the row
 * @vehicle: (nullable): what drives
 * @driver: (nullable): who drives
 * @passengers: (element-type PltPassenger): in the order in which they get on
 * @aboard: the most that are in it at once
 * @children: child seats that are needed
 * @wheelchairs: passengers in a wheelchair
 * @start: when it leaves
 * @arrival: when it is there
 * @end: when vehicle and driver are free again
 * @deadline: the first HMC, else PAT, of those it brings; of "aller" and "navette" alone
 * @first: (nullable): the call it is of
 */
typedef struct
{
  const PltMovementFacts *movement;
  const PltVehicleFacts *vehicle;
  const PltPersonFacts *driver;
  GPtrArray *passengers;
  guint aboard, children, wheelchairs;
  gint64 start, arrival, end, deadline;
  const PltCallFacts *first;
} PltMove;

typedef struct
{
  GPtrArray *moves;  /* PltMove, by date, start, position */
  GHashTable *index; /* id of the movement -> PltMove */
} PltMoves;

/* PLT_DATE_NONE: of the whole production. */
PltMoves *plt_moves_new (const PltFacts *facts, PltDate date);
void plt_moves_free (PltMoves *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltMoves, plt_moves_free)

const PltMove *plt_moves_find (const PltMoves *self, gint64 movement); /* (nullable) */
gboolean plt_move_brings (const PltMove *move); /* to the set: "aller", "navette" */
/* (nullable): the shooting day of a movement: its own, else the first one of its date in the plan
 * of the production. */
const PltDayFacts *plt_moves_day (const PltFacts *facts, const PltMovementFacts *movement);
const PltDayFacts *plt_moves_day_of_date (const PltFacts *facts, PltDate date); /* (nullable) */
/* (transfer full): who a passenger or a stop is, "Nora Le Goff", "4 figurants" */
char *plt_passenger_name (const PltPassenger *passenger);
/* (transfer full): "M3", else what it does: the title people know it by */
char *plt_move_name (const PltMove *move);

/* A value of the referential "mouvements"; PLT_UNKNOWN when it is not kept or has none. `source`
 * (out) (optional) (nullable): as long as the table. `sure` (out) (optional). */
gint64
plt_moves_rule (const PltReferential *table, const char *code, const char **source, gboolean *sure);
/* Whether somebody born then is below that age. FALSE where it is not known. */
gboolean plt_moves_is_below (const PltPersonFacts *person, PltDate date, gint64 years);

G_END_DECLS
