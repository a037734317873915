/* French public holidays, from the referential "jours-feries" the production keeps.
 *
 * Rules are "fixe:MM-JJ" and "paques:+N" (days after Easter Sunday, Gregorian,
 * Meeus/Jones/Butcher). */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

PltDate plt_easter (int year);
/* (nullable): French name of the national holiday on that date; borrowed from `facts`. Without the
 * referential no date is a holiday. */
const char *plt_holiday_name (const PltFacts *facts, PltDate date);

G_END_DECLS
