#include "plt-today.h"

PltDate
plt_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return plt_date_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                            g_date_time_get_day_of_month (now));
}
