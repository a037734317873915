#include "plt-plan-day.h"

GPtrArray *
plt_plan_day_places (const PltFacts *facts, const PltDayPlan *day)
{
  GPtrArray *places = g_ptr_array_new ();

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltStripFacts *strip = day->strips->pdata[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence);
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (facts, sequence) : NULL;

      if (place != NULL && !g_ptr_array_find (places, place, NULL))
        g_ptr_array_add (places, (gpointer) place);
    }
  return places;
}

gboolean
plt_plan_day_sun (const PltFacts *facts, const PltDayPlan *day, PltSun *sun)
{
  g_autoptr (GPtrArray) places = plt_plan_day_places (facts, day);

  for (guint i = 0; i < places->len; i++)
    if (plt_sun_of_place (facts, places->pdata[i], day->day->date, sun))
      return TRUE;
  return FALSE;
}
