#include "plt-sun.h"

#include <math.h>

#include "plt-territory.h"

#define RISE_ZENITH 90.833
#define CIVIL_ZENITH 96.0
#define GOLDEN_ZENITH 84.0

static double
radians (double degrees)
{
  return degrees * (G_PI / 180.0);
}

static double
degrees (double angle)
{
  return angle * (180.0 / G_PI);
}

/* Declination (degrees) and equation of time (minutes) at `t` Julian centuries from J2000. */
static void
solar_position (double t, double *declination, double *equation)
{
  double mean_longitude = fmod (280.46646 + t * (36000.76983 + t * 0.0003032), 360.0);
  double anomaly = 357.52911 + t * (35999.05029 - 0.0001537 * t);
  double eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
  double m = radians (anomaly);
  double centre = sin (m) * (1.914602 - t * (0.004817 + 0.000014 * t))
                  + sin (2 * m) * (0.019993 - 0.000101 * t) + sin (3 * m) * 0.000289;
  double omega = radians (125.04 - 1934.136 * t);
  double longitude = mean_longitude + centre - 0.00569 - 0.00478 * sin (omega);
  double obliquity = 23.0
                     + (26.0 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60.0) / 60.0
                     + 0.00256 * cos (omega);
  double y = tan (radians (obliquity / 2));
  double l = radians (mean_longitude);

  y *= y;
  *declination = degrees (asin (sin (radians (obliquity)) * sin (radians (longitude))));
  *equation = 4.0
              * degrees (y * sin (2 * l) - 2 * eccentricity * sin (m)
                         + 4 * eccentricity * y * sin (m) * cos (2 * l) - 0.5 * y * y * sin (4 * l)
                         - 1.25 * eccentricity * eccentricity * sin (2 * m));
}

/* Minutes UTC at which the sun is at `zenith`, before noon (side 1) or after (side -1); NAN when it
 * never is. */
static double
crossing (double julian_day, double latitude, double longitude, double zenith, int side)
{
  double minutes = 720.0 - 4.0 * longitude;

  for (int i = 0; i < 3; i++)
    {
      double declination, equation, cosine;
      double t = (julian_day - 2451545.0 + minutes / 1440.0) / 36525.0;

      solar_position (t, &declination, &equation);
      cosine = cos (radians (zenith)) / (cos (radians (latitude)) * cos (radians (declination)))
               - tan (radians (latitude)) * tan (radians (declination));
      if (cosine < -1.0 || cosine > 1.0)
        return NAN;
      minutes = 720.0 - 4.0 * (longitude + side * degrees (acos (cosine))) - equation;
    }
  return minutes;
}

static int
local_seconds (double utc, int offset)
{
  return isnan (utc) ? PLT_SUN_NONE : (int) lround (utc * 60.0) + offset * 60;
}

/**
 * plt_sun_seconds:
 * @date: a day
 * @latitude_e6: millionths of a degree, north positive
 * @longitude_e6: millionths of a degree, east positive
 * @utc_offset_minutes: of the local clock on that day
 *
 * Returns: the hours of the day in seconds since local midnight
 */
PltSun
plt_sun_seconds (PltDate date, gint64 latitude_e6, gint64 longitude_e6, int utc_offset_minutes)
{
  static const double zeniths[] = { CIVIL_ZENITH, RISE_ZENITH, GOLDEN_ZENITH };
  double julian_day = 2440587.5 + (double) date;
  double latitude = (double) latitude_e6 / 1e6;
  double longitude = (double) longitude_e6 / 1e6;
  int morning[3], evening[3];

  for (guint i = 0; i < G_N_ELEMENTS (zeniths); i++)
    {
      morning[i] = local_seconds (crossing (julian_day, latitude, longitude, zeniths[i], 1),
                                  utc_offset_minutes);
      evening[i] = local_seconds (crossing (julian_day, latitude, longitude, zeniths[i], -1),
                                  utc_offset_minutes);
    }
  return (PltSun){ .dawn = morning[0],
                   .rise = morning[1],
                   .golden_end = morning[2],
                   .golden_start = evening[2],
                   .set = evening[1],
                   .dusk = evening[0] };
}

static int
round_minutes (int seconds)
{
  return seconds == PLT_SUN_NONE ? PLT_SUN_NONE : (int) lround (seconds / 60.0);
}

/**
 * plt_sun: as plt_sun_seconds(), in minutes since local midnight, rounded to the nearest.
 */
PltSun
plt_sun (PltDate date, gint64 latitude_e6, gint64 longitude_e6, int utc_offset_minutes)
{
  PltSun sun = plt_sun_seconds (date, latitude_e6, longitude_e6, utc_offset_minutes);

  return (PltSun){ .dawn = round_minutes (sun.dawn),
                   .rise = round_minutes (sun.rise),
                   .golden_end = round_minutes (sun.golden_end),
                   .golden_start = round_minutes (sun.golden_start),
                   .set = round_minutes (sun.set),
                   .dusk = round_minutes (sun.dusk) };
}

/**
 * plt_sun_of_place:
 * @facts: the production
 * @place: (nullable): a place of it
 * @date: a day, or PLT_DATE_NONE
 * @sun: (out): in minutes since local midnight
 *
 * Returns: whether it is known
 */
gboolean
plt_sun_of_place (const PltFacts *facts, const PltLocationFacts *place, PltDate date, PltSun *sun)
{
  int offset;

  if (place == NULL || place->latitude_e6 == PLT_UNKNOWN || place->longitude_e6 == PLT_UNKNOWN
      || !plt_territory_offset (plt_territory_of_place (facts, place), date, 12 * 60, &offset))
    return FALSE;
  *sun = plt_sun (date, place->latitude_e6, place->longitude_e6, offset);
  return TRUE;
}

static PltDate
last_sunday (int year, int month)
{
  PltDate last = plt_date_from_ymd (year, month, 31);

  return last - plt_date_weekday (last) % 7;
}

/**
 * plt_sun_offset_france:
 * @date: a day
 *
 * Returns: minutes to add to UTC in metropolitan France in the daytime of that day
 */
int
plt_sun_offset_france (PltDate date)
{
  int year, month, day;

  plt_date_to_ymd (date, &year, &month, &day);
  return date >= last_sunday (year, 3) && date < last_sunday (year, 10) ? 120 : 60;
}

/**
 * plt_sun_offset_france_at:
 * @date: a day
 * @minutes: of the day; 27:00 is 3:00 of the next one
 *
 * Returns: minutes to add to UTC in metropolitan France at that hour
 */
int
plt_sun_offset_france_at (PltDate date, gint64 minutes)
{
  date += (PltDate) (minutes / 1440);
  return plt_sun_offset_france (minutes % 1440 >= 180 ? date : date - 1);
}
