/* Easter, and the name of a holiday where one date is asked.
 *
 * Whoever asks for more than one date makes a PltCalendar. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

PltDate plt_easter (int year);
/* (nullable): French name of the holiday of that date in the production's territory; borrowed from
 * `facts`. Without the referential no date is a holiday. */
const char *plt_holiday_name (const PltFacts *facts, PltDate date);

G_END_DECLS
