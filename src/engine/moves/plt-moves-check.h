/* What is wrong with the movements, the travel and the lodging. Each is said by plt_check_moves()
 * with its rule and, where there is one, its source.
 *
 * Thresholds are those of the referentials "mouvements" and "temps-de-travail"; a rule whose value
 * is missing there says nothing. A movement that is "autre" is checked like the others. */
#pragma once

#include "plt-issue.h"
#include "plt-moves.h"

G_BEGIN_DECLS

/* plt_check_moves() calls it: plt-travel-check.c. `table` (nullable). */
void plt_check_travels (const PltFacts *facts,
                        const PltReferential *table,
                        PltDate today,
                        GPtrArray *issues);

G_END_DECLS
