/* Between the papers of the movements: French words, and journeys and stays as a table. */
#pragma once

#include "plt-moves-totals.h"
#include "plt-paper.h"

G_BEGIN_DECLS

/* A person's journeys and stays that a paper shows, by person and date. */
typedef gboolean (*PltVoyageFilter) (const PltTravelFacts *travel, gpointer data);

/* Adds the table; FALSE when there is nothing to show. Amounts only with `amounts`: a sheet that is
 * given to the crew has none. */
gboolean plt_voyages_add (const PltPaperSource *source,
                          PltDocument *document,
                          PltVoyageFilter filter,
                          gpointer data,
                          gboolean amounts);

/* Static: "Train", "Minibus", "Gazole"; what it is given when it is none of ours. */
const char *plt_mouvements_word (const char *code);

G_END_DECLS
