#include "plt-moves-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-call-checks.h"
#include "plt-callsheet.h"
#include "plt-check.h"
#include "plt-rules.h"
#include "plt-time.h"
#include "plt-moves-private.h"

typedef struct
{
  const PltFacts *facts;
  const PltMoves *moves;
  const PltReferential *table; /* (nullable) */
  const PltRules *rules;
  GPtrArray *issues;
} Check;

static PltRef
ref_of (const PltMove *move, const char *column)
{
  return (PltRef){ "movement", move->movement->id, column };
}

/* ---- what it carries ---- */

static void
check_seats (const Check *self, const PltMove *move)
{
  g_autofree char *name = plt_move_name (move);

  if (move->vehicle == NULL || move->vehicle->seats == PLT_UNKNOWN
      || move->aboard <= (guint) MAX (move->vehicle->seats, 0))
    return;
  plt_issues_add (self->issues, "movement.seats", PLT_SEVERITY_ERROR, ref_of (move, "vehicle"),
                  NULL,
                  _ ("Movement %s has %d passengers and %s has %d seats. Take a larger vehicle, or "
                     "a second one."),
                  name, (int) move->aboard, move->vehicle->name, (int) move->vehicle->seats);
}

static void
check_special_seats (const Check *self, const PltMove *move)
{
  g_autofree char *name = plt_move_name (move);
  const char *source;
  gint64 age = plt_moves_rule (self->table, "siege-enfant-age", &source, NULL);

  if (move->vehicle == NULL)
    return;
  if (move->children > 0
      && move->children > (guint) MAX (move->vehicle->child_seats, 0)) /* none noted: none */
    plt_issues_add (self->issues, "movement.child-seats", PLT_SEVERITY_ERROR,
                    (PltRef){ "vehicle", move->vehicle->id, "child_seats" }, source,
                    _ ("Movement %s carries %d children under %d and %s has %d child seats. Note "
                       "the seats of the vehicle, or take another one."),
                    name, (int) move->children, (int) age, move->vehicle->name,
                    (int) MAX (move->vehicle->child_seats, 0));
  if (move->wheelchairs > 0 && !move->vehicle->step_free)
    plt_issues_add (self->issues, "movement.wheelchair", PLT_SEVERITY_ERROR,
                    ref_of (move, "vehicle"), NULL,
                    _ ("Movement %s carries somebody in a wheelchair and %s does not take one. "
                       "Take another vehicle."),
                    name, move->vehicle->name);
}

/* Somebody who is not of the team, or whose birth is not known, counts as grown up; the driver has
 * to look at the road. */
static void
check_children (const Check *self, const PltMove *move)
{
  const PltRule *rule = plt_rules_find (self->rules, "mineurs", "responsable-enfants-age");
  const PltPersonFacts *child = NULL;
  g_autofree char *name = plt_move_name (move);
  g_autofree char *who = NULL;

  if (rule == NULL || rule->value == PLT_UNKNOWN)
    return;
  for (guint i = 0; i < move->passengers->len; i++)
    {
      const PltPersonFacts *person = ((const PltPassenger *) move->passengers->pdata[i])->person;

      if (!plt_moves_is_below (person, move->movement->date, rule->value))
        return;
      child = child == NULL ? person : child;
    }
  if (child == NULL)
    return;
  who = plt_facts_person_name (child);
  plt_issues_add (self->issues, "movement.child-alone", PLT_SEVERITY_WARNING,
                  ref_of (move, "vehicle"), rule->source,
                  _ ("In movement %s, %s, who is under %d, rides without an adult but the driver. "
                     "Let a parent or the person in charge of the children get on too."),
                  name, who, (int) rule->value);
}

static void
check_who (const Check *self, const PltMove *move)
{
  g_autofree char *name = plt_move_name (move);

  if (move->vehicle == NULL)
    plt_issues_add (self->issues, "movement.no-vehicle", PLT_SEVERITY_WARNING,
                    ref_of (move, "vehicle"), NULL, _ ("Movement %s has no vehicle."), name);
  if (move->driver == NULL)
    plt_issues_add (self->issues, "movement.no-driver", PLT_SEVERITY_WARNING,
                    ref_of (move, "driver"), NULL, _ ("Movement %s has no driver."), name);
  if (move->start == PLT_UNKNOWN)
    plt_issues_add (self->issues, "movement.no-hour", PLT_SEVERITY_WARNING,
                    ref_of (move, "start_minutes"), NULL,
                    _ ("It is not known when movement %s leaves."), name);
}

static void
check_hire (const Check *self, const PltMove *move)
{
  PltDate date = move->movement->date;
  g_autofree char *name = plt_move_name (move);

  if (move->vehicle == NULL || date == PLT_DATE_NONE
      || ((move->vehicle->from_date == PLT_DATE_NONE || date >= move->vehicle->from_date)
          && (move->vehicle->to_date == PLT_DATE_NONE || date <= move->vehicle->to_date)))
    return;
  plt_issues_add (self->issues, "movement.vehicle-dates", PLT_SEVERITY_ERROR,
                  ref_of (move, "vehicle"), NULL,
                  _ ("Movement %s takes %s on a day on which the production does not have it. "
                     "Change the dates of the vehicle, or take another one."),
                  name, move->vehicle->name);
}

/* ---- hours ---- */

static char *
name_of_call (const Check *self, const PltCallFacts *call)
{
  const PltPersonFacts *person = PLT_FACTS_FIND (self->facts->people, PltPersonFacts, call->person);
  const PltElementFacts *role = PLT_FACTS_FIND (self->facts->elements, PltElementFacts, call->role);

  if (person != NULL)
    return plt_facts_person_name (person);
  return g_strdup (role != NULL ? role->name : text_of (call->function));
}

static void
check_arrival (const Check *self, const PltMove *move)
{
  g_autofree char *name = plt_move_name (move);

  if (move->arrival != PLT_UNKNOWN && move->first != NULL && move->arrival > move->deadline)
    {
      g_autofree char *who = name_of_call (self, move->first);
      g_autofree char *arrival = plt_clock_format (move->arrival);
      g_autofree char *wanted = plt_clock_format (move->deadline);

      plt_issues_add (self->issues, "movement.late", PLT_SEVERITY_ERROR,
                      ref_of (move, "start_minutes"), NULL,
                      _ ("Movement %s arrives at %s and the HMC, or the PAT, of %s begins at %s. "
                         "Let it leave earlier."),
                      name, arrival, who, wanted);
    }
  else if (move->arrival != PLT_UNKNOWN && move->movement->needed_minutes != PLT_UNKNOWN
           && move->arrival > move->movement->needed_minutes)
    {
      g_autofree char *arrival = plt_clock_format (move->arrival);
      g_autofree char *wanted = plt_clock_format (move->movement->needed_minutes);

      plt_issues_add (self->issues, "movement.late", PLT_SEVERITY_ERROR,
                      ref_of (move, "start_minutes"), NULL,
                      _ ("With its drive movement %s arrives at %s and is needed at %s. Let it "
                         "leave earlier."),
                      name, arrival, wanted);
    }
}

/* Hours of the stops do not go back. */
static void
check_stops (const Check *self, const PltMove *move)
{
  gint64 clock = PLT_UNKNOWN;

  for (guint i = 0; i < move->passengers->len; i++)
    {
      const PltStopFacts *stop = ((const PltPassenger *) move->passengers->pdata[i])->stop;

      if (stop == NULL || stop->stop_minutes == PLT_UNKNOWN)
        continue;
      if (clock != PLT_UNKNOWN && stop->stop_minutes < clock)
        {
          g_autofree char *name = plt_move_name (move);
          g_autofree char *who = plt_passenger_name (move->passengers->pdata[i]);
          g_autofree char *hour = plt_clock_format (stop->stop_minutes);

          plt_issues_add (self->issues, "movement.stops", PLT_SEVERITY_WARNING,
                          (PltRef){ "movement_stop", stop->id, "stop_minutes" }, NULL,
                          _ ("Movement %s: %s gets on at %s, before the stop that comes first. "
                             "Change the order, or the hour."),
                          name, who, hour);
          return;
        }
      clock = stop->stop_minutes;
    }
}

/* ---- two at once ---- */

static void
check_pair (const Check *self, const PltRule *rest, const PltMove *a, const PltMove *b)
{
  g_autofree char *name = b->driver != NULL ? plt_facts_person_name (b->driver) : NULL;
  g_autofree char *first = plt_move_name (a);
  g_autofree char *second = plt_move_name (b);
  gint64 between
      = plt_minutes_between (self->facts, a->movement->date, a->end, b->movement->date, b->start);

  if (between < 0 && a->vehicle == b->vehicle && b->vehicle != NULL)
    plt_issues_add (self->issues, "movement.vehicle-twice", PLT_SEVERITY_ERROR,
                    ref_of (b, "vehicle"), NULL,
                    _ ("%s is in two movements at the same time, %s and %s. Take another vehicle, "
                       "or move one of them."),
                    b->vehicle->name, first, second);
  if (name == NULL || a->driver != b->driver)
    return;
  if (between < 0)
    plt_issues_add (self->issues, "movement.driver-twice", PLT_SEVERITY_ERROR, ref_of (b, "driver"),
                    NULL,
                    _ ("%s drives two movements at the same time, %s and %s. Give one of them to "
                       "somebody else."),
                    name, first, second);
  else if (rest != NULL && rest->value != PLT_UNKNOWN && a->movement->date < b->movement->date
           && between < rest->value)
    {
      g_autofree char *length = plt_duration_format (between);
      g_autofree char *wanted = plt_duration_format (rest->value);

      plt_issues_add (self->issues, "movement.driver-rest", PLT_SEVERITY_ERROR,
                      ref_of (b, "driver"), rest->source,
                      _ ("%s, who drives movement %s, has %s of rest since the day before instead "
                         "of %s. Give it to somebody else."),
                      name, second, length, wanted);
    }
}

/* Whether somebody is in a movement, at the wheel or not. */
static gboolean
carries (const PltMove *move, const PltPersonFacts *person)
{
  for (guint i = 0; i < move->passengers->len; i++)
    if (((const PltPassenger *) move->passengers->pdata[i])->person == person)
      return TRUE;
  return FALSE;
}

static void
check_passengers (const Check *self, const PltMove *a, const PltMove *b)
{
  if (a->movement->date != b->movement->date || b->start >= a->end)
    return;
  for (guint i = 0; i < b->passengers->len; i++)
    {
      const PltPassenger *passenger = b->passengers->pdata[i];
      const PltPersonFacts *person = passenger->person;
      g_autofree char *name = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;

      if (person == NULL || (a->driver != person && !carries (a, person)))
        continue;
      name = plt_facts_person_name (person);
      first = plt_move_name (a);
      second = plt_move_name (b);
      plt_issues_add (self->issues, "movement.passenger-twice", PLT_SEVERITY_ERROR,
                      passenger->stop != NULL
                          ? (PltRef){ "movement_stop", passenger->stop->id, "person" }
                          : ref_of (b, NULL),
                      NULL,
                      _ ("%s is in two vehicles at the same time, in the movements %s and %s. "
                         "Take them out of one."),
                      name, first, second);
    }
}

/* Of each with those before it that may still be under way, or whose driver may want rest. */
static void
check_pairs (const Check *self)
{
  const PltRule *rest = plt_rules_find (self->rules, NULL, "repos-quotidien");
  GPtrArray *moves = self->moves->moves;

  for (guint i = 0; i < moves->len; i++)
    {
      const PltMove *b = moves->pdata[i];

      if (b->start == PLT_UNKNOWN || b->movement->date == PLT_DATE_NONE)
        continue;
      for (guint j = i; j-- > 0;)
        {
          const PltMove *a = moves->pdata[j];

          if (b->movement->date - a->movement->date > 1)
            break;
          if (a->start == PLT_UNKNOWN)
            continue;
          check_pair (self, rest, a, b);
          check_passengers (self, a, b);
        }
    }
}

/* From the first start to the last return of a date: what the agreement calls the day. */
static void
check_driver_days (const Check *self)
{
  const PltRule *rule = plt_rules_find (self->rules, NULL, "amplitude-max");
  GPtrArray *moves = self->moves->moves;

  if (rule == NULL || rule->value == PLT_UNKNOWN)
    return;
  for (guint i = 0; i < moves->len; i++)
    {
      const PltMove *first = moves->pdata[i], *last = first;
      gboolean seen = FALSE;

      if (first->driver == NULL || first->start == PLT_UNKNOWN)
        continue;
      for (guint j = i; !seen && j-- > 0;)
        {
          const PltMove *other = moves->pdata[j];

          if (other->movement->date != first->movement->date)
            break;
          seen = other->driver == first->driver && other->start != PLT_UNKNOWN;
        }
      for (guint j = i + 1; j < moves->len; j++)
        {
          const PltMove *other = moves->pdata[j];

          if (other->movement->date != first->movement->date)
            break;
          if (other->driver == first->driver && other->end != PLT_UNKNOWN && other->end > last->end)
            last = other;
        }
      if (!seen && last->end - first->start > rule->value)
        {
          g_autofree char *name = plt_facts_person_name (first->driver);
          g_autofree char *date = plt_date_format_short (first->movement->date);
          g_autofree char *length = plt_duration_format (last->end - first->start);
          g_autofree char *wanted = plt_duration_format (rule->value);

          plt_issues_add (self->issues, "movement.driver-day", PLT_SEVERITY_ERROR,
                          ref_of (last, "driver"), rule->source,
                          _ ("On %s %s is on the road for %s from the first departure to the last "
                             "return, instead of %s. Share the movements out."),
                          date, name, length, wanted);
        }
    }
}

/* ---- what is missing ---- */

/* One finding a day: kilometres feed the carbon sheet and the expense notes. */
static void
check_kilometres (const Check *self)
{
  GPtrArray *moves = self->moves->moves;

  for (guint i = 0; i < moves->len;)
    {
      PltDate date = ((const PltMove *) moves->pdata[i])->movement->date;
      const PltMove *found = NULL;
      guint n = 0;

      for (; i < moves->len && ((const PltMove *) moves->pdata[i])->movement->date == date; i++)
        {
          const PltMove *move = moves->pdata[i];

          if (move->movement->kilometres != PLT_UNKNOWN)
            continue;
          found = found != NULL ? found : move;
          n++;
        }
      if (found != NULL)
        {
          g_autofree char *day = plt_date_format_short (date);

          plt_issues_add (self->issues, "movement.kilometres", PLT_SEVERITY_INFO,
                          ref_of (found, "kilometres"), NULL,
                          ngettext ("%s: the kilometres of %u movement are missing.",
                                    "%s: the kilometres of %u movements are missing.", n),
                          day, n);
        }
    }
}

static gboolean
rides (const Check *self, const PltCallFacts *call)
{
  if (plt_moves_find (self->moves, call->movement) != NULL)
    return TRUE;
  for (guint i = 0; i < self->moves->moves->len; i++)
    {
      const PltMove *move = self->moves->moves->pdata[i];

      for (guint j = 0; plt_move_brings (move) && j < move->passengers->len; j++)
        if (((const PltPassenger *) move->passengers->pdata[j])->call == call)
          return TRUE;
    }
  return FALSE;
}

static void
check_pickups (const Check *self)
{
  for (guint i = 0; i < self->facts->calls.n; i++)
    {
      const PltCallFacts *call = &self->facts->calls.items[i];
      const PltSheetFacts *sheet
          = PLT_FACTS_FIND (self->facts->sheets, PltSheetFacts, call->call_sheet);
      g_autofree char *name = NULL;

      if (sheet == NULL || strcmp (text_of (call->travel), "pick-up") != 0
          || plt_callsheet_of_day (self->facts, sheet->day) != sheet || rides (self, call))
        continue;
      name = name_of_call (self, call);
      plt_issues_add (self->issues, "movement.no-ride", PLT_SEVERITY_ERROR,
                      (PltRef){ "call", call->id, "travel" }, NULL,
                      _ ("Call sheet %d says that %s is picked up and no movement does it. Put "
                         "them into one."),
                      (int) sheet->number, name);
    }
}

/**
 * plt_check_moves: movements, travel and lodging.
 * @facts: the production
 * @today: the day it is, PLT_DATE_NONE: no deadline is near
 * @issues: (element-type PltIssue): where findings go
 */
void
plt_check_moves (const PltFacts *facts, PltDate today, GPtrArray *issues)
{
  g_autoptr (PltMoves) moves = plt_moves_new (facts, PLT_DATE_NONE);
  g_autoptr (PltReferential) table = plt_referential_open (facts, PLT_MOVES_REFERENTIAL);
  g_autoptr (PltRules) rules = plt_rules_new (facts);
  const Check self = { facts, moves, table, rules, issues };

  for (guint i = 0; i < moves->moves->len; i++)
    {
      const PltMove *move = moves->moves->pdata[i];

      check_seats (&self, move);
      check_special_seats (&self, move);
      check_children (&self, move);
      check_who (&self, move);
      check_hire (&self, move);
      check_arrival (&self, move);
      check_stops (&self, move);
    }
  check_pairs (&self);
  check_driver_days (&self);
  check_kilometres (&self);
  check_pickups (&self);
  plt_check_travels (facts, table, today, issues);
}
