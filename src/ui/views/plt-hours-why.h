/* Why the pay of a week is what it is: its lines with rule, hours, rate, amount and source, what is
 * not known, and what the agreement says of it. Text for the side pane. */
#pragma once

#include "plt-hours.h"

G_BEGIN_DECLS

/* (transfer full): "" without a person; `date` is one of the week */
char *plt_hours_why (const PltHoursPerson *person, PltDate date);

G_END_DECLS
