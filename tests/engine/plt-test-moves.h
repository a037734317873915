/* A small day of movements: the film of plt-test-film with its sheet, four people to fetch, a car
 * and a minibus. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

enum
{
  MOVES_SHEET = 7,
  MOVES_CAR = 1,     /* 3 seats, 1 child seat, no wheelchair; driven by MOVES_DRIVER */
  MOVES_BUS,         /* 8 seats, takes a wheelchair; driven by MOVES_DRIVER + 1 */
  MOVES_NORA = 1,    /* Brest, 40 minutes away, HMC 8h00 */
  MOVES_MILO,        /* Brest, 25 minutes away, HMC 8h10 */
  MOVES_ANNA,        /* Morlaix, 60 minutes away, HMC 9h00 */
  MOVES_CHILD,       /* Brest, seven years old, HMC 8h00 */
  MOVES_DRIVER = 20, /* and the one after */
};

/* The referentials are those of PLATEAU_DATADIR. The calls have the ids of the people. */
PltFacts *moves_film (void);
PltDate moves_date (const PltFacts *facts);
PltCallFacts *moves_call (const PltFacts *facts, gint64 person);
/* Of kind "aller" on the date of the film, with MOVES_CAR and its driver; M1, M2 ... */
PltMovementFacts *moves_add (PltFacts *facts, gint64 id, gint64 start, gint64 drive);
PltStopFacts *moves_add_stop (PltFacts *facts, gint64 id, gint64 movement, gint64 person);
PltTravelFacts *
moves_add_travel (PltFacts *facts, gint64 id, gint64 person, const char *kind, int from, int to);

G_END_DECLS
