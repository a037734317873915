/* Sunrise, sunset and civil twilight, computed offline.
 *
 * Low-precision solar position after Meeus (as published by NOAA), zenith 90.833° for rise and set
 * (refraction and radius), 96° for civil twilight; good to a minute on a flat horizon. Mountains
 * are not known. */
#pragma once

#include "plt-date.h"

G_BEGIN_DECLS

/**
 * PltSun: minutes since local midnight; PLT_SUN_NONE when the sun does not cross that height on
 * that day.
 */
typedef struct
{
  int dawn, rise, set, dusk;
} PltSun;

#define PLT_SUN_NONE (-1)

PltSun plt_sun (PltDate date, gint64 latitude_e6, gint64 longitude_e6, int utc_offset_minutes);
/* Legal time of metropolitan France: +60, and +120 from the last Sunday of March to the last of
 * October. */
int plt_sun_offset_france (PltDate date);
/* The same at an hour of that day, which may be past 24:00; the clock changes at 3:00. */
int plt_sun_offset_france_at (PltDate date, gint64 minutes);

G_END_DECLS
