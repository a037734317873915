#include "plt-network-days.h"

#include <string.h>

static void
mark_spans (guint8 *open,
            const PltNetworkSpan *spans,
            guint n_spans,
            PltDate first,
            PltDate last,
            guint8 as)
{
  for (guint i = 0; i < n_spans; i++)
    {
      PltDate from = MAX (spans[i].from, first), to = MIN (spans[i].to, last);

      if (spans[i].from != PLT_DATE_NONE && from <= to)
        memset (open + (from - first), as, (gsize) (to - from + 1));
    }
}

/**
 * plt_network_days_new:
 * @calendar: not needed afterwards
 * @first: first day of the horizon
 * @last: last day of it, not before @first
 *
 * Returns: (transfer full): its working days
 */
PltNetworkDays *
plt_network_days_new (const PltNetworkCalendar *calendar, PltDate first, PltDate last)
{
  PltNetworkDays *self = g_new0 (PltNetworkDays, 1);
  guint n = (guint) (last - first) + 1;
  g_autofree guint8 *open = g_malloc (n);
  int weekday = plt_date_weekday (first) - 1;

  g_return_val_if_fail (first <= last, NULL);

  for (guint i = 0; i < n; i++)
    {
      open[i] = (calendar->weekdays >> weekday) & 1u;
      weekday = weekday == 6 ? 0 : weekday + 1;
    }
  mark_spans (open, calendar->closed, calendar->n_closed, first, last, 0);
  mark_spans (open, calendar->opened, calendar->n_opened, first, last, 1);
  self->is_empty = memchr (open, 1, n) == NULL;
  if (self->is_empty)
    memset (open, 1, n);

  self->first = first;
  self->last = last;
  self->open_before = g_new (gint32, n + 1);
  self->open = g_new (PltDate, n);
  for (guint i = 0; i < n; i++)
    {
      self->open_before[i] = self->n_open;
      self->open[self->n_open] = first + (PltDate) i;
      self->n_open += open[i];
    }
  self->open_before[n] = self->n_open;
  return self;
}

void
plt_network_days_free (PltNetworkDays *self)
{
  if (self == NULL)
    return;
  g_free (self->open_before);
  g_free (self->open);
  g_free (self);
}

/**
 * plt_network_closings:
 * @calendar: of the production
 * @from: first day asked
 * @to: last day asked
 *
 * Sundays are no closings here: they are the weekdays of the calendar they go into.
 *
 * Returns: (transfer full) (element-type PltNetworkSpan): days that are not open, joined
 */
GArray *
plt_network_closings (const PltCalendar *calendar, PltDate from, PltDate to)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));

  for (PltDate day = from; day <= to; day++)
    {
      PltNetworkSpan *last
          = spans->len > 0 ? &g_array_index (spans, PltNetworkSpan, spans->len - 1) : NULL;
      PltNetworkSpan one = { day, day };

      if (plt_calendar_is_open (calendar, day))
        continue;
      if (last != NULL && last->to == day - 1)
        last->to = day;
      else
        g_array_append_val (spans, one);
    }
  return spans;
}
