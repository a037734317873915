/* Permits: of the places, and of what may not be shown without one (weapons, animals, drones). One
 * finding a place or an element, at the first day it lacks. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"

/* What is wrong with a permit on a date. */
typedef enum
{
  PERMIT_FINE,
  PERMIT_MISSING,
  PERMIT_REFUSED,
  PERMIT_DATES
} Permit;

static Permit
permit_on (const char *permit, PltDate from, PltDate to, PltDate date)
{
  if (permit == NULL || *permit == '\0' || strcmp (permit, "inutile") == 0)
    return PERMIT_FINE;
  if (strcmp (permit, "refusee") == 0)
    return PERMIT_REFUSED;
  if (strcmp (permit, "accordee") != 0)
    return PERMIT_MISSING;
  return (from != PLT_DATE_NONE && date < from) || (to != PLT_DATE_NONE && date > to) ? PERMIT_DATES
                                                                                      : PERMIT_FINE;
}

static void
tell (PltPlanCheck *self,
      const char *rule,
      PltRef ref,
      Permit permit,
      const char *name,
      PltCheckDay *day)
{
  g_ptr_array_add (self->issues,
                   plt_issue_new (rule, PLT_SEVERITY_ERROR, ref, NULL,
                                  permit == PERMIT_REFUSED
                                      ? _ ("The permit of “%s” is refused, and %s needs it. "
                                           "Choose another, or apply again.")
                                  : permit == PERMIT_DATES
                                      ? _ ("The permit of “%s” does not cover %s. Have it "
                                           "extended, or move the sequences.")
                                      : _ ("No granted permit covers “%s” on %s. Apply for "
                                           "it, or mark it as not needed."),
                                  name, plt_check_day_name (day)));
}

static void
check_places (PltPlanCheck *self)
{
  g_autoptr (GHashTable) told = g_hash_table_new (g_direct_hash, g_direct_equal);

  for (guint i = 0; i < self->n_days; i++)
    for (guint j = 0; j < self->days[i].n_strips && self->days[i].shooting
                      && self->days[i].date != PLT_DATE_NONE;
         j++)
      {
        const PltLocationFacts *place = self->days[i].strips[j].place;
        Permit permit = place != NULL ? permit_on (place->permit, place->permit_from,
                                                   place->permit_to, self->days[i].date)
                                      : PERMIT_FINE;

        if (permit != PERMIT_FINE && g_hash_table_add (told, (gpointer) place))
          tell (self, "plan.permit", (PltRef){ "location", place->id, "permit" }, permit,
                place->name, &self->days[i]);
      }
}

static void
check_element (PltPlanCheck *self, const PltPresence *presence)
{
  const PltElementFacts *element = presence->element;
  const char *hazard = presence->category != NULL ? presence->category->hazard : NULL;
  gboolean typed = element->permit != NULL && *element->permit != '\0';

  if (!typed)
    {
      if (presence->n_worked > 0 && hazard != NULL && strstr (hazard, "arme") != NULL)
        g_ptr_array_add (
            self->issues,
            plt_issue_new ("plan.element-permit-unknown", PLT_SEVERITY_WARNING,
                           (PltRef){ "element", element->id, "permit" }, NULL,
                           _ ("“%s” is a weapon: say whether its permit is granted or not needed."),
                           element->name));
      return;
    }
  for (guint i = 0; i < self->n_days; i++)
    {
      Permit permit;

      if (presence->worked[i] == 0 || self->days[i].date == PLT_DATE_NONE)
        continue;
      permit = permit_on (element->permit, element->permit_from, element->permit_to,
                          self->days[i].date);
      if (permit == PERMIT_FINE)
        continue;
      tell (self, "plan.element-permit", (PltRef){ "element", element->id, "permit" }, permit,
            element->name, &self->days[i]);
      return;
    }
}

void
plt_check_plan_permits (PltPlanCheck *self)
{
  check_places (self);
  for (guint i = 0; i < self->plan->presences->len; i++)
    check_element (self, self->plan->presences->pdata[i]);
}
