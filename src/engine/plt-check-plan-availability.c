/* Who and what cannot be had on the day: people and roles, elements, sets, places, séquences with a
 * window of their own; and who is asked for in two places at once. One finding a day and a row of
 * the register. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check-plan-private.h"
#include "plt-time.h"

/* What is asked for: a role, an element or what a strip needs of sets and places. */
typedef struct
{
  const char *rule;  /* when it cannot be had at all */
  const char *name;  /* of what cannot be had */
  gint64 strip;      /* the first one that needs it */
  gint64 minutes;    /* of the strips that need it, as far as they are known */
  gint64 before;     /* minutes before work: HMC */
  gint64 start, end; /* hours that were asked, PLT_UNKNOWN */
} Need;

/* A window that is an option only: one question to ask, whatever the number of its days. */
typedef struct
{
  char *name, *why;
  PltCheckDay *day; /* the first */
  PltRef ref;
  gint64 row;
  guint n_days;
} Unconfirmed;

static void
unconfirmed_free (gpointer data)
{
  Unconfirmed *option = data;

  g_free (option->name);
  g_free (option->why);
  g_free (option);
}

static void
add_unconfirmed (
    PltPlanCheck *self, PltCheckDay *day, const Need *need, gint64 row, const char *why)
{
  Unconfirmed *option;

  for (guint i = 0; i < self->unconfirmed->len; i++)
    {
      option = self->unconfirmed->pdata[i];
      if (option->row == row && strcmp (option->name, need->name) == 0)
        {
          option->n_days++;
          return;
        }
    }
  option = g_new (Unconfirmed, 1);
  *option = (Unconfirmed){
    g_strdup (need->name), g_strdup (why), day, (PltRef){ "strip", need->strip, NULL }, row, 1
  };
  g_ptr_array_add (self->unconfirmed, option);
}

static void
tell_unconfirmed (PltPlanCheck *self, const Unconfirmed *option)
{
  const char *day = plt_check_day_name (option->day);

  if (option->n_days == 1)
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.to-confirm", PLT_SEVERITY_INFO, option->ref, NULL,
                                    _ ("%s is not confirmed for %s: %s. Ask for a firm answer."),
                                    option->name, day, option->why));
  else
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.to-confirm", PLT_SEVERITY_INFO, option->ref, NULL,
                                    _ ("%s is not confirmed for %u days of the plan, the first of "
                                       "them %s: %s. Ask for a firm answer."),
                                    option->name, option->n_days, day, option->why));
}

static void
tell_hours (PltPlanCheck *self,
            PltCheckDay *day,
            const Need *need,
            const PltAvailabilityAnswer *answer,
            const char *why)
{
  g_autofree char *from = plt_clock_format (answer->from_minutes);
  g_autofree char *to = plt_clock_format (answer->to_minutes);
  PltRef ref = { "strip", need->strip, NULL };
  gint64 wanted = need->minutes + need->before;

  if (wanted > answer->to_minutes - answer->from_minutes)
    {
      g_autofree char *length = plt_duration_format (wanted);

      g_ptr_array_add (
          self->issues,
          plt_issue_new ("plan.hours-short", PLT_SEVERITY_ERROR, ref, NULL,
                         _ ("%s can be had on %s from %s to %s only, and is needed for "
                            "%s: %s. Move a sequence to another day."),
                         need->name, plt_check_day_name (day), from, to, length, why));
    }
  else
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.hours-short", PLT_SEVERITY_WARNING, ref, NULL,
                                    _ ("%s can be had on %s from %s to %s only: %s. Put the "
                                       "sequences in an order that keeps to it."),
                                    need->name, plt_check_day_name (day), from, to, why));
}

static void
tell (PltPlanCheck *self, PltCheckDay *day, const Need *need, const PltAvailabilityAnswer *answer)
{
  PltRef ref = { "strip", need->strip, NULL };
  g_autofree char *why = NULL;

  if (answer->answer == PLT_AVAILABLE_YES)
    return;
  why = plt_availability_explain (self->facts, answer->row);
  if (answer->answer == PLT_AVAILABLE_PARTLY)
    tell_hours (self, day, need, answer, why);
  else if (answer->answer == PLT_AVAILABLE_OPTION)
    add_unconfirmed (self, day, need, answer->row.id, why);
  else if (strcmp (answer->row.table, "engagement") == 0)
    g_ptr_array_add (self->issues,
                     plt_issue_new ("plan.contract-dates", PLT_SEVERITY_ERROR, ref, NULL,
                                    _ ("%s shoots on %s, outside the contract (%s). Move the "
                                       "sequence, or agree on other dates."),
                                    need->name, plt_check_day_name (day), why));
  else
    g_ptr_array_add (self->issues,
                     plt_issue_new (need->rule, PLT_SEVERITY_ERROR, ref, NULL,
                                    _ ("%s cannot be had on %s: %s. Move the sequence to another "
                                       "day, or correct the availability."),
                                    need->name, plt_check_day_name (day), why));
}

/* Asks for the hours of the need; where they cannot be had, whether others of the day can: then the
 * order of its séquences is all that has to change. */
static PltAvailabilityAnswer
ask (const PltPlanCheck *self,
     const PltCheckDay *day,
     PltAvailabilityOf what,
     gint64 id,
     const Need *need)
{
  PltAvailabilityAnswer whole, answer = plt_availability_ask (self->availability, what, id,
                                                              day->date, need->start, need->end);

  if (answer.answer < PLT_AVAILABLE_PARTLY || !day->hours)
    return answer;
  whole = plt_availability_ask (self->availability, what, id, day->date, day->start - need->before,
                                day->end);
  return whole.answer == PLT_AVAILABLE_PARTLY ? whole : answer;
}

/* The widest hours that the order of the strips leaves to those from `first` to `last`. */
static void
set_hours (const PltCheckDay *day, guint first, guint last, Need *need)
{
  need->start = need->end = PLT_UNKNOWN;
  if (!day->hours)
    return;
  need->start = day->start;
  need->end = day->end;
  for (guint i = 0; i < day->n_strips; i++)
    if (day->strips[i].minutes != PLT_UNKNOWN && i < first)
      need->start += day->strips[i].minutes;
    else if (day->strips[i].minutes != PLT_UNKNOWN && i > last)
      need->end -= day->strips[i].minutes;
  if (need->end <= need->start)
    {
      /* more strips than the day holds: nothing is known of their hours */
      need->start = day->start;
      need->end = day->end;
    }
}

static void
check_roles (PltPlanCheck *self)
{
  for (guint i = 0; i < self->n_roles; i++)
    {
      const PltCheckRole *role = &self->roles[i];

      if (!plt_availability_is_limited (self->availability, PLT_AVAILABILITY_ELEMENT,
                                        role->element->id))
        continue;
      for (guint j = 0; j < self->n_days; j++)
        {
          const PltCheckWork *work = &role->work[j];
          PltCheckDay *day = &self->days[j];
          Need need = { "plan.role-unavailable", role->element->name };
          PltAvailabilityAnswer answer;

          if (work->n == 0 || day->date == PLT_DATE_NONE)
            continue;
          need.strip = day->strips[work->first].strip->id;
          need.minutes = work->minutes;
          need.before = role->hmc;
          need.start = work->start != PLT_UNKNOWN ? work->start - role->hmc : PLT_UNKNOWN;
          need.end = work->end;
          answer = ask (self, day, PLT_AVAILABILITY_ELEMENT, role->element->id, &need);
          tell (self, day, &need, &answer);
        }
    }
}

/* Animals, vehicles, equipment: whatever is not a role and has a window. */
static void
check_elements (PltPlanCheck *self)
{
  for (guint i = 0; i < self->plan->presences->len; i++)
    {
      const PltPresence *presence = self->plan->presences->pdata[i];
      gint64 id = presence->element->id;

      if (presence->n_worked == 0 || plt_plan_check_role (self, id) != NULL
          || !plt_availability_is_limited (self->availability, PLT_AVAILABILITY_ELEMENT, id))
        continue;
      for (guint j = 0; j < self->n_days; j++)
        {
          PltCheckDay *day = &self->days[j];
          Need need = { "plan.element-unavailable", presence->element->name };
          guint first = 0, last = 0;
          PltAvailabilityAnswer answer;

          if (presence->worked[j] == 0 || day->date == PLT_DATE_NONE)
            continue;
          for (guint k = 0; k < day->n_strips; k++)
            if (day->strips[k].sequence != NULL
                && plt_facts_find_occurrence (self->facts, day->strips[k].sequence->id, id) != NULL)
              {
                first = need.strip == 0 ? k : first;
                last = k;
                need.strip = day->strips[first].strip->id;
                need.minutes += day->strips[k].minutes != PLT_UNKNOWN ? day->strips[k].minutes : 0;
              }
          set_hours (day, first, last, &need);
          answer = ask (self, day, PLT_AVAILABILITY_ELEMENT, id, &need);
          tell (self, day, &need, &answer);
        }
    }
}

/* What the row of a séquence's answer speaks of. (transfer full) */
static char *
name_of_row (PltPlanCheck *self, const PltSequenceFacts *sequence, PltRef row, const char **rule)
{
  const PltAvailabilityFacts *window
      = PLT_FACTS_FIND (self->facts->availability, PltAvailabilityFacts, row.id);
  const PltSetFacts *set;
  const PltLocationFacts *place;

  *rule = "plan.sequence-window";
  if (window == NULL || window->sequence == sequence->id)
    return g_strdup_printf (_ ("Sequence %s"), sequence->number);
  place = PLT_FACTS_FIND (self->facts->locations, PltLocationFacts, window->location);
  set = PLT_FACTS_FIND (self->facts->sets, PltSetFacts, window->set);
  *rule = set != NULL ? "plan.set-unavailable" : "plan.location-unavailable";
  return g_strdup_printf (_ ("“%s”"), set != NULL ? set->name : place != NULL ? place->name : "");
}

/* The strips of the day that the same row concerns are one finding. */
static void
check_strips (PltPlanCheck *self, PltCheckDay *day)
{
  gint64 told = 0;

  for (guint i = 0; i < day->n_strips; i++)
    {
      const PltCheckStrip *strip = &day->strips[i];
      Need need = { .strip = strip->strip->id };
      g_autofree char *name = NULL;
      PltAvailabilityAnswer answer;

      if (strip->sequence == NULL)
        continue;
      need.minutes = strip->minutes != PLT_UNKNOWN ? strip->minutes : 0;
      set_hours (day, i, i, &need);
      answer = ask (self, day, PLT_AVAILABILITY_SEQUENCE, strip->sequence->id, &need);
      if (answer.answer == PLT_AVAILABLE_YES || answer.row.id == told)
        continue;
      told = answer.row.id;
      name = name_of_row (self, strip->sequence, answer.row, &need.rule);
      need.name = name;
      tell (self, day, &need, &answer);
    }
}

/* Windows that hold never, or for several things. */
static void
check_windows (PltPlanCheck *self)
{
  for (guint i = 0; i < self->facts->availability.n; i++)
    {
      const PltAvailabilityFacts *row = &self->facts->availability.items[i];
      guint n = (row->person != 0) + (row->element != 0) + (row->set != 0) + (row->location != 0)
                + (row->sequence != 0);
      PltRef ref = { "availability", row->id, NULL };

      if (n == 0)
        g_ptr_array_add (self->issues,
                         plt_issue_new ("plan.availability-empty", PLT_SEVERITY_WARNING, ref, NULL,
                                        _ ("A window of availability concerns nothing. Choose a "
                                           "person, an element, a set, a location or a sequence, "
                                           "or delete it.")));
      else if (plt_availability_is_empty (row))
        {
          ref.column = row->to_date != PLT_DATE_NONE && row->from_date != PLT_DATE_NONE
                               && row->to_date < row->from_date
                           ? "to_date"
                           : "to_minutes";
          g_ptr_array_add (self->issues,
                           plt_issue_new ("plan.availability-empty", PLT_SEVERITY_WARNING, ref,
                                          NULL,
                                          _ ("A window of availability ends before it begins: it "
                                             "is not counted. An hour after midnight is written "
                                             "27h00 for 3 in the morning.")));
        }
      else if (n > 1)
        g_ptr_array_add (self->issues,
                         plt_issue_new ("plan.availability-several", PLT_SEVERITY_INFO, ref, NULL,
                                        _ ("A window of availability names several things: it "
                                           "holds for each of them. Give each its own line.")));
    }
  for (guint i = 0; i < self->facts->engagements.n; i++)
    {
      const PltEngagementFacts *row = &self->facts->engagements.items[i];

      if (row->from_date != PLT_DATE_NONE && row->to_date != PLT_DATE_NONE
          && row->to_date < row->from_date)
        g_ptr_array_add (self->issues,
                         plt_issue_new ("plan.availability-empty", PLT_SEVERITY_WARNING,
                                        (PltRef){ "engagement", row->id, "to_date" }, NULL,
                                        _ ("An engagement ends before it begins: its dates are not "
                                           "counted.")));
    }
}

/* ---- in two places at once ---- */

/* Whether two pieces of work on one date may follow one another: their widest hours do not meet. */
static gboolean
may_follow (const PltCheckWork *one, const PltCheckWork *two)
{
  return one->start != PLT_UNKNOWN && two->start != PLT_UNKNOWN
         && (one->end < two->start || two->end < one->start);
}

static void
check_pair (PltPlanCheck *self, guint i, guint j)
{
  PltCheckDay *day = &self->days[j];

  for (guint k = 0; k < self->n_roles; k++)
    {
      const PltCheckRole *role = &self->roles[k];

      if (role->work[j].n == 0)
        continue;
      if (role->work[i].n > 0)
        g_ptr_array_add (self->issues,
                         plt_issue_new ("plan.role-twice-at-once",
                                        may_follow (&role->work[i], &role->work[j])
                                            ? PLT_SEVERITY_WARNING
                                            : PLT_SEVERITY_ERROR,
                                        (PltRef){ "element", role->element->id, NULL }, NULL,
                                        _ ("%s is needed in both units on %s."),
                                        role->element->name, plt_check_day_name (day)));
      for (guint l = 0; role->person != NULL && l < self->n_roles; l++)
        {
          const PltCheckRole *other = &self->roles[l];
          g_autofree char *person = NULL;

          if (l == k || other->person != role->person || other->work[i].n == 0)
            continue;
          person = plt_facts_person_name (role->person);
          g_ptr_array_add (
              self->issues,
              plt_issue_new ("plan.person-twice-at-once",
                             may_follow (&other->work[i], &role->work[j]) ? PLT_SEVERITY_WARNING
                                                                          : PLT_SEVERITY_ERROR,
                             (PltRef){ "element", role->element->id, NULL }, NULL,
                             _ ("%s plays %s and %s, which are needed in both units on %s."),
                             person, other->element->name, role->element->name,
                             plt_check_day_name (day)));
        }
    }
  for (guint k = 0; k < self->plan->presences->len; k++)
    {
      const PltPresence *presence = self->plan->presences->pdata[k];
      const char *family = presence->category != NULL ? presence->category->family : "";

      if (presence->worked[i] > 0 && presence->worked[j] > 0
          && (strcmp (family, "animaux") == 0 || strcmp (family, "vehicules") == 0
              || strcmp (family, "materiel") == 0))
        g_ptr_array_add (self->issues,
                         plt_issue_new ("plan.element-twice-at-once", PLT_SEVERITY_WARNING,
                                        (PltRef){ "element", presence->element->id, NULL }, NULL,
                                        _ ("%s is needed in both units on %s."),
                                        presence->element->name, plt_check_day_name (day)));
    }
}

static void
check_units (PltPlanCheck *self)
{
  for (guint i = 0; i < self->n_days; i++)
    for (guint j = i + 1; j < self->n_days; j++)
      if (self->days[i].shooting && self->days[j].shooting && self->days[i].date != PLT_DATE_NONE
          && self->days[i].date == self->days[j].date && self->days[i].unit != self->days[j].unit)
        check_pair (self, i, j);
}

/* A fitting while the role is on the set. */
static void
check_event (PltPlanCheck *self, const PltEventFacts *event, const PltCheckRole *role)
{
  for (guint i = 0; i < self->n_days; i++)
    {
      const PltCheckWork *work = &role->work[i];
      g_autofree char *start = NULL;
      g_autofree char *end = NULL;

      if (self->days[i].date != event->date || work->n == 0 || work->start == PLT_UNKNOWN
          || event->start_minutes >= work->end || event->end_minutes <= work->start - role->hmc)
        continue;
      start = plt_clock_format (event->start_minutes);
      end = plt_clock_format (event->end_minutes);
      g_ptr_array_add (self->issues,
                       plt_issue_new ("plan.event-at-once", PLT_SEVERITY_WARNING,
                                      (PltRef){ "event", event->id, "start_minutes" }, NULL,
                                      _ ("%s has an appointment from %s to %s on %s, during its "
                                         "sequences. Move one or the other."),
                                      role->element->name, start, end,
                                      plt_check_day_name (&self->days[i])));
    }
}

static void
check_events (PltPlanCheck *self)
{
  for (guint i = 0; i < self->facts->events.n; i++)
    {
      const PltEventFacts *event = &self->facts->events.items[i];

      if (event->start_minutes == PLT_UNKNOWN || event->end_minutes == PLT_UNKNOWN)
        continue;
      for (guint j = 0; j < self->n_roles; j++)
        if (self->roles[j].element->id == event->element
            || (self->roles[j].person != NULL && self->roles[j].person->id == event->person))
          check_event (self, event, &self->roles[j]);
    }
}

void
plt_check_plan_availability (PltPlanCheck *self)
{
  self->unconfirmed = g_ptr_array_new_with_free_func (unconfirmed_free);
  check_roles (self);
  check_elements (self);
  for (guint i = 0; i < self->n_days; i++)
    if (self->days[i].shooting && self->days[i].date != PLT_DATE_NONE)
      check_strips (self, &self->days[i]);
  for (guint i = 0; i < self->unconfirmed->len; i++)
    tell_unconfirmed (self, self->unconfirmed->pdata[i]);
  g_clear_pointer (&self->unconfirmed, g_ptr_array_unref);
  check_windows (self);
  check_units (self);
  check_events (self);
}
