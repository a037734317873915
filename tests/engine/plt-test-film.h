/* A small invented film as facts, for the engines: 4 séquences, 2 days, 2 roles, a devis of 3
 * posts. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

enum
{
  FILM_PLACE_PORT = 1,
  FILM_PLACE_HOUSE,
  FILM_SET_QUAY = 1,
  FILM_SET_KITCHEN,
  FILM_NORA = 1,
  FILM_MILO,
  FILM_CROWD,
  FILM_DOG,
  FILM_DAY_1 = 1,
  FILM_DAY_2,
  FILM_SCHEDULE = 1,
  FILM_BUDGET = 1,
};

PltFacts *film_new (void);
/* Adds a paragraph to the text of a séquence (0: before all of them) and gives its id. */
gint64 film_say (PltFacts *facts, gint64 sequence, const char *kind, const char *text);
/* Does to the facts what the store would do to the rows: elements, occurrences, hazards, boxes,
 * tags and refusals. New rows get ids from 1000 on. */
void film_apply (PltFacts *facts, const PltBatch *batch);

G_END_DECLS
