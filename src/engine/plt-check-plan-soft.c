/* What can be done and had better not: séquences on no day, days that are too long or out of order,
 * an exterior by day in the dark. */
#include <glib/gi18n-lib.h>

#include "plt-check-plan-private.h"
#include "plt-sun.h"
#include "plt-time.h"

static void
check_pool (PltPlanCheck *self)
{
  for (guint i = 0; self->plan->n_shooting_days > 0 && i < self->plan->unplaced->len; i++)
    {
      const PltSequenceFacts *sequence = self->plan->unplaced->pdata[i];

      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.unplaced", PLT_SEVERITY_WARNING,
                                      (PltRef){ "sequence", sequence->id, NULL }, NULL,
                                      _ ("Sequence %s is on no shooting day."), sequence->number));
    }
}

static void
check_length (PltPlanCheck *self, PltCheckDay *day)
{
  g_autofree char *length = NULL;

  if (!day->plan->overlong)
    return;
  length = plt_duration_format (day->plan->minutes);
  g_ptr_array_add (self->issues,
                   plt_issue_new ("plan.day-too-long", PLT_SEVERITY_WARNING,
                                  (PltRef){ "shooting_day", day->plan->day->id, NULL }, NULL,
                                  _ ("%s holds %s of shooting, more than the day of the plan. Move "
                                     "a strip to another day."),
                                  plt_check_day_name (day), length));
}

/* An exterior by day that the hours of the day put in the dark. */
static void
check_daylight (PltPlanCheck *self, PltCheckDay *day)
{
  for (guint i = 0; day->hours && i < day->n_strips; i++)
    {
      PltSun sun;

      if (day->strips[i].effect != PLT_EFFECT_EXT_DAY
          || !plt_sun_of_place (self->facts, day->strips[i].place, day->date, &sun))
        continue;
      if (sun.set != PLT_SUN_NONE && (day->start > sun.set || day->end < sun.rise))
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("plan.daylight", PLT_SEVERITY_WARNING,
                           (PltRef){ "strip", day->strips[i].strip->id, NULL }, NULL,
                           _ ("Sequence %s is an exterior by day, but %s has no daylight during "
                              "its hours."),
                           day->strips[i].sequence->number, plt_check_day_name (day)));
    }
}

/* The days of a unit follow one another in time: no two on one date, none before the last. */
static void
check_order (PltPlanCheck *self)
{
  g_autoptr (GHashTable) latest = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->n_days; i++)
    {
      PltCheckDay *day = &self->days[i], *before;
      gpointer unit = GINT_TO_POINTER ((int) day->unit);

      if (!day->shooting || day->date == PLT_DATE_NONE)
        continue;
      before = g_hash_table_lookup (latest, unit);
      if (before == NULL || day->date > before->date)
        g_hash_table_insert (latest, unit, day);
      else
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("plan.date-order", PLT_SEVERITY_WARNING,
                           (PltRef){ "shooting_day", day->plan->day->id, "date" }, NULL,
                           _ ("%s stands after %s and is not later. Correct its date, or "
                              "move the day."),
                           plt_check_day_name (day), plt_check_day_name (before)));
    }
}

void
plt_check_plan_soft (PltPlanCheck *self)
{
  check_pool (self);
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i].shooting)
      {
        check_length (self, &self->days[i]);
        check_daylight (self, &self->days[i]);
      }
  check_order (self);
}
