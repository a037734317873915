#include "plt-cash-events.h"

#include <string.h>

#include "plt-text.h"

PltDate
plt_cash_task_bound (const PltFacts *facts, const char *phase, const char *word, gboolean end)
{
  PltDate bound = PLT_DATE_NONE;

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];
      PltDate date = end ? task->end_date : task->start_date;

      if (date == PLT_DATE_NONE || strcmp (task->phase, phase) != 0
          || (word != NULL && !plt_text_contains (task->name, word)))
        continue;
      if (bound == PLT_DATE_NONE || (end ? date > bound : date < bound))
        bound = date;
    }
  return bound;
}

/**
 * plt_cash_event_date:
 * @facts: the production
 * @plan: its plan de travail
 * @event: an event of an instalment or of a line of the devis
 * @own: the date that "date" and "signature" stand for
 *
 * The editing ends with the picture ("Montage image") when the schedule tells it from the sound;
 * contracts pay on the picture lock.
 *
 * Returns: the date of the event, PLT_DATE_NONE when nothing in the production gives it
 */
PltDate
plt_cash_event_date (const PltFacts *facts, const PltPlan *plan, const char *event, PltDate own)
{
  if (strcmp (event, "date") == 0 || strcmp (event, "signature") == 0)
    return own;
  if (strcmp (event, "debut-preparation") == 0)
    return plt_cash_task_bound (facts, "preparation", NULL, FALSE);
  if (strcmp (event, "premier-jour") == 0)
    return plt_plan_first_date (plan);
  if (strcmp (event, "fin-tournage") == 0)
    return plt_plan_last_date (plan);
  if (strcmp (event, "fin-montage") == 0)
    {
      const PltDate image = plt_cash_task_bound (facts, "postproduction", "montage image", TRUE);

      return image != PLT_DATE_NONE
                 ? image
                 : plt_cash_task_bound (facts, "postproduction", "montage", TRUE);
    }
  if (strcmp (event, "livraison") == 0 || strcmp (event, "acceptation") == 0)
    return facts->production.delivery_date;
  return PLT_DATE_NONE;
}
