/* What day it is here. Not for the engine, which is told. */
#pragma once

#include "plt-date.h"

G_BEGIN_DECLS

PltDate plt_today (void); /* by the clock and the time zone of the machine */

G_END_DECLS
