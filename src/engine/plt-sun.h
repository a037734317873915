/* Sunrise, sunset, civil twilight and golden hours, computed offline.
 *
 * Low-precision solar position after Meeus (as published by NOAA), zenith 90.833° for rise and set
 * (refraction and radius), 96° for civil twilight, 84° (the sun 6° high) for the golden hours; good
 * to a minute on a flat horizon. Mountains are not known. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * PltSun: minutes since local midnight; PLT_SUN_NONE when the sun does not cross that height on
 * that day. `golden_end`: of the morning; `golden_start`: of the evening.
 */
typedef struct
{
  int dawn, rise, golden_end, golden_start, set, dusk;
} PltSun;

#define PLT_SUN_NONE (-1)

PltSun plt_sun (PltDate date, gint64 latitude_e6, gint64 longitude_e6, int utc_offset_minutes);
/* The same in seconds, the precision of the computation and not of the horizon. */
PltSun
plt_sun_seconds (PltDate date, gint64 latitude_e6, gint64 longitude_e6, int utc_offset_minutes);
/* The sun over a place of the production, in its legal time. FALSE where the place is not on the
 * map, the day has no date, or the legal time is not known (abroad). */
gboolean
plt_sun_of_place (const PltFacts *facts, const PltLocationFacts *place, PltDate date, PltSun *sun);
/* Legal time of metropolitan France: +60, and +120 from the last Sunday of March to the last of
 * October. That of other places: plt_territory_offset(). */
int plt_sun_offset_france (PltDate date);
/* The same at an hour of that day, which may be past 24:00; the clock changes at 3:00. */
int plt_sun_offset_france_at (PltDate date, gint64 minutes);

G_END_DECLS
