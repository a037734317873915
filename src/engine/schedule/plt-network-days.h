/* PltNetworkDays: the working days of one calendar over a horizon, as a map both ways.
 *
 * "before (t)" is how many open days there are before the day t, "day (k)" the open day of number
 * k, the first of the horizon being 0: before (day (k)) = k, and day (before (t)) is the first open
 * day from t on. Both cost one read. Outside of the horizon they stay at its ends. A calendar
 * without any open day there opens all of them, and says so. */
#pragma once

#include "plt-calendar.h"
#include "plt-network-input.h"

G_BEGIN_DECLS

typedef struct
{
  PltDate first, last;
  gint32 n_open;
  gint32 *open_before; /* last - first + 2 */
  PltDate *open;       /* n_open */
  gboolean is_empty;   /* nothing was open */
} PltNetworkDays;

PltNetworkDays *
plt_network_days_new (const PltNetworkCalendar *calendar, PltDate first, PltDate last);
void plt_network_days_free (PltNetworkDays *self);

static inline gint32
plt_network_days_before (const PltNetworkDays *self, PltDate day)
{
  return self->open_before[CLAMP (day, self->first, self->last + 1) - self->first];
}

static inline PltDate
plt_network_days_day (const PltNetworkDays *self, gint32 number)
{
  return self->open[CLAMP (number, 0, self->n_open - 1)];
}

static inline gboolean
plt_network_days_is_open (const PltNetworkDays *self, PltDate day)
{
  return plt_network_days_before (self, day + 1) > plt_network_days_before (self, day);
}

/* Holidays, local days off and closings of a production as spans, for a calendar.
 * (transfer full) (element-type PltNetworkSpan) */
GArray *plt_network_closings (const PltCalendar *calendar, PltDate from, PltDate to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltNetworkDays, plt_network_days_free)

G_END_DECLS
