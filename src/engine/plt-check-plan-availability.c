/* People and places that are not free on the day: a role in two units at once, a place without a
 * permit. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"

/* The same role on the same date in two units. */
static void
check_units (PltPlanCheck *self)
{
  for (guint i = 0; i < self->n_days; i++)
    for (guint j = i + 1; j < self->n_days; j++)
      {
        const PltCheckDay *one = &self->days[i];
        PltCheckDay *two = &self->days[j];

        if (!one->shooting || !two->shooting || one->date == PLT_DATE_NONE || one->date != two->date
            || one->plan->day->unit == two->plan->day->unit)
          continue;
        for (guint k = 0; k < self->n_roles; k++)
          {
            const PltCheckRole *role = &self->roles[k];

            if (role->work[i].n == 0 || role->work[j].n == 0)
              continue;
            g_ptr_array_add (self->issues,
                             plt_issue_new ("plan.role-twice-at-once", PLT_SEVERITY_ERROR,
                                            (PltRef){ "element", role->element->id, NULL }, NULL,
                                            _ ("%s is needed in both units on %s."),
                                            role->element->name, plt_check_day_name (two)));
          }
      }
}

static gboolean
covers (const PltLocationFacts *place, PltDate date)
{
  return strcmp (place->permit, "inutile") == 0
         || (strcmp (place->permit, "accordee") == 0
             && (place->permit_from == PLT_DATE_NONE || date >= place->permit_from)
             && (place->permit_to == PLT_DATE_NONE || date <= place->permit_to));
}

static void
check_permits (PltPlanCheck *self, PltCheckDay *day)
{
  const PltLocationFacts *told = NULL;

  for (guint i = 0; i < day->n_strips; i++)
    {
      const PltLocationFacts *place = day->strips[i].place;

      if (place == NULL || place == told || covers (place, day->date))
        continue;
      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.permit", PLT_SEVERITY_WARNING,
                                      (PltRef){ "location", place->id, "permit" }, NULL,
                                      _ ("No granted permit covers “%s” on %s."), place->name,
                                      plt_check_day_name (day)));
      told = place;
    }
}

void
plt_check_plan_availability (PltPlanCheck *self)
{
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i].shooting && self->days[i].date != PLT_DATE_NONE)
      check_permits (self, &self->days[i]);
  check_units (self);
}
