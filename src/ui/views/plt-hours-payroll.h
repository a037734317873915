/* The table of the payroll office, written to a file that the user names. */
#pragma once

#include "plt-view.h"

G_BEGIN_DECLS

/* Asks for the place, then writes the hours of the session there; says so, or what went wrong. */
void plt_hours_payroll_ask (PltView *view, gboolean by_week);

G_END_DECLS
