/* The light of the day against the effects of its séquences: an exterior by day wants sun, one by
 * night wants dark, dawn and dusk want their hour. Only where the hours of the day and the
 * coordinates of the place are known; where the coordinates are missing, once a place, that is
 * said. */
#include <glib/gi18n-lib.h>

#include "plt-check-plan-private.h"
#include "plt-sun.h"
#include "plt-time.h"

#define TWILIGHT 60 /* minutes around sunrise and sunset that pass for dawn and dusk */

/* Minutes within the hours of a day, at one place. */
typedef struct
{
  const PltLocationFacts *place;
  gboolean known;
  gint64 light, dark;
  gboolean dawn, dusk;            /* the hours touch them */
  gint64 need_light, need_dark;   /* of the strips, as far as they are known */
  gint64 first_light, first_dark; /* strips */
} Light;

static gint64
overlap (gint64 from, gint64 to, gint64 start, gint64 end)
{
  return MAX (MIN (to, end) - MAX (from, start), 0);
}

static void
measure (PltPlanCheck *self, const PltCheckDay *day, Light *light)
{
  const PltLocationFacts *place = light->place;
  gint64 bright;
  PltSun sun, next;

  if (!plt_sun_of_place (self->facts, place, day->date, &sun)
      || !plt_sun_of_place (self->facts, place, day->date + 1, &next))
    return;
  if (sun.rise == PLT_SUN_NONE || sun.set == PLT_SUN_NONE || sun.dawn == PLT_SUN_NONE
      || sun.dusk == PLT_SUN_NONE || next.dawn == PLT_SUN_NONE || next.rise == PLT_SUN_NONE)
    return;
  light->known = TRUE;
  light->light
      = overlap (day->start, day->end, sun.rise, sun.set)
        + overlap (day->start, day->end, next.rise + PLT_MINUTES_PER_DAY, 2 * PLT_MINUTES_PER_DAY);
  bright
      = overlap (day->start, day->end, sun.dawn, sun.dusk)
        + overlap (day->start, day->end, next.dawn + PLT_MINUTES_PER_DAY, 2 * PLT_MINUTES_PER_DAY);
  light->dark = day->end - day->start - bright;
  light->dawn = overlap (day->start, day->end, sun.dawn, sun.rise + TWILIGHT) > 0
                || overlap (day->start, day->end, next.dawn + PLT_MINUTES_PER_DAY,
                            next.rise + PLT_MINUTES_PER_DAY + TWILIGHT)
                       > 0;
  light->dusk = overlap (day->start, day->end, sun.set - TWILIGHT, sun.dusk + TWILIGHT) > 0;
}

static void
tell_strip (PltPlanCheck *self, const PltCheckStrip *strip, PltCheckDay *day)
{
  PltRef ref = { "strip", strip->strip->id, NULL };
  const char *number = strip->sequence->number;
  const char *name = plt_check_day_name (day);

  switch (strip->effect)
    {
    case PLT_EFFECT_EXT_DAY:
      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.daylight", PLT_SEVERITY_WARNING, ref, NULL,
                         _ ("Sequence %s is an exterior by day, but %s has no daylight "
                            "during its hours."),
                         number, name));
      return;
    case PLT_EFFECT_EXT_NIGHT:
      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.darkness", PLT_SEVERITY_WARNING, ref, NULL,
                                      _ ("Sequence %s is an exterior by night, but it is not dark "
                                         "during the hours of %s."),
                                      number, name));
      return;
    case PLT_EFFECT_DAWN:
    case PLT_EFFECT_DUSK:
      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.twilight", PLT_SEVERITY_WARNING, ref, NULL,
                                      _ ("Sequence %s plays at dawn or dusk, which %s does not "
                                         "reach. Change the hours of the day."),
                                      number, name));
      return;
    case PLT_EFFECT_NONE:
    case PLT_EFFECT_INT_DAY:
    case PLT_EFFECT_INT_NIGHT:
    default:
      return;
    }
}

static void
check_strip (PltPlanCheck *self, PltCheckDay *day, const PltCheckStrip *strip, Light *light)
{
  gint64 minutes = strip->minutes != PLT_UNKNOWN ? strip->minutes : 0;
  gboolean outdoors = g_str_has_prefix (strip->sequence->int_ext, "EXT");

  if (strip->effect == PLT_EFFECT_EXT_DAY)
    {
      light->first_light = light->first_light != 0 ? light->first_light : strip->strip->id;
      light->need_light += minutes;
      if (light->light == 0)
        tell_strip (self, strip, day);
    }
  else if (strip->effect == PLT_EFFECT_EXT_NIGHT)
    {
      light->first_dark = light->first_dark != 0 ? light->first_dark : strip->strip->id;
      light->need_dark += minutes;
      if (light->dark == 0)
        tell_strip (self, strip, day);
    }
  else if (outdoors
           && ((strip->effect == PLT_EFFECT_DAWN && !light->dawn)
               || (strip->effect == PLT_EFFECT_DUSK && !light->dusk)))
    tell_strip (self, strip, day);
}

/* More to shoot than the light, or the dark, lasts. */
static void
tell_short (PltPlanCheck *self, PltCheckDay *day, const Light *light)
{
  if (light->light > 0 && light->need_light > light->light)
    {
      g_autofree char *wanted = plt_duration_format (light->need_light);
      g_autofree char *there = plt_duration_format (light->light);

      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.daylight-short", PLT_SEVERITY_WARNING,
                                      (PltRef){ "strip", light->first_light, NULL }, NULL,
                                      _ ("%s has %s of exteriors by day and %s of daylight. Move a "
                                         "sequence, or the hours."),
                                      plt_check_day_name (day), wanted, there));
    }
  if (light->dark > 0 && light->need_dark > light->dark)
    {
      g_autofree char *wanted = plt_duration_format (light->need_dark);
      g_autofree char *there = plt_duration_format (light->dark);

      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.darkness-short", PLT_SEVERITY_WARNING,
                                      (PltRef){ "strip", light->first_dark, NULL }, NULL,
                                      _ ("%s has %s of exteriors by night and %s of darkness. Move "
                                         "a sequence, or the hours."),
                                      plt_check_day_name (day), wanted, there));
    }
}

/* One place after another of the day; what is short is short of the day as a whole, and the places
 * of a day are near one another: the first place's sun is that of the day. */
static void
check_day (PltPlanCheck *self, PltCheckDay *day)
{
  Light light = { NULL };

  for (guint i = 0; i < day->n_strips; i++)
    {
      const PltCheckStrip *strip = &day->strips[i];

      if (strip->sequence == NULL || strip->place == NULL)
        continue;
      if (light.place == NULL || (!light.known && strip->place != light.place))
        {
          light.place = strip->place;
          measure (self, day, &light);
        }
      if (light.known)
        check_strip (self, day, strip, &light);
    }
  if (light.known)
    tell_short (self, day, &light);
}

static void
check_coordinates (PltPlanCheck *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->n_days; i++)
    for (guint j = 0; j < self->days[i].n_strips && self->days[i].shooting; j++)
      {
        const PltCheckStrip *strip = &self->days[i].strips[j];

        if (strip->place == NULL || strip->sequence == NULL
            || !g_str_has_prefix (strip->sequence->int_ext, "EXT")
            || (strip->place->latitude_e6 != PLT_UNKNOWN
                && strip->place->longitude_e6 != PLT_UNKNOWN)
            || !g_hash_table_add (told, (gpointer) strip->place))
          continue;
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("plan.no-coordinates", PLT_SEVERITY_INFO,
                           (PltRef){ "location", strip->place->id, "latitude_e6" }, NULL,
                           _ ("“%s” has exteriors and no coordinates: its sunrise and "
                              "sunset are not known. Type its latitude and longitude."),
                           strip->place->name));
      }
}

void
plt_check_plan_light (PltPlanCheck *self)
{
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i].hours)
      check_day (self, &self->days[i]);
  check_coordinates (self);
}
