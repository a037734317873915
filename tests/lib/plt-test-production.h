/* A feature film as facts, for measures and for properties: 150 séquences on 45 dated days, 40
 * roles with their actors, 25 sets in 12 places, diaries, events, wishes of order, a week of
 * nights, a second unit, two children. Seeded: the same seed, the same film. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

/* @referentials: (nullable): a folder whose files the production keeps. (transfer full) */
PltFacts *plt_test_production (guint32 seed, const char *referentials);

G_END_DECLS
