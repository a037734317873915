#include "plt-moves-propose.h"

#include <stdlib.h>
#include <string.h>

#include "plt-call-day.h"
#include "plt-call-checks.h"
#include "plt-callsheet.h"
#include "plt-moves-follow.h"
#include "plt-rules.h"
#include "plt-text.h"
#include "plt-time.h"
#include "plt-moves-private.h"

#define DEFAULT_WINDOW 0 /* without the referential only those of the same hour share */

/* Somebody who needs a ride. */
typedef struct
{
  const PltCallFacts *call;
  const PltPersonFacts *person; /* (nullable) */
  guint callee, count;
  gint64 arrival, drive;
  char *place, *area; /* (owned): folded */
  gint64 far;         /* the longest drive of those who get on at his place */
  gboolean child, wheelchair, taken;
  gboolean minor; /* does not ride without an adult */
} Rider;

/* When a vehicle or a driver is not to be had. */
typedef struct
{
  const PltVehicleFacts *vehicle; /* (nullable) */
  gint64 person;                  /* 0 */
  gint64 from, to;
} Busy;

typedef struct
{
  const PltFacts *facts;
  const PltDayFacts *day;
  const PltSheetFacts *sheet;
  PltReferential *table; /* (nullable) */
  PltMoves *moves;       /* of the date */
  PltMoves *before;      /* of the day before */
  gint64 rest;           /* between two days at the wheel, PLT_UNKNOWN */
  PltCallDay *hours;
  GPtrArray *calls;
  GPtrArray *riders;   /* Rider, by arrival */
  GPtrArray *vehicles; /* PltVehicleFacts */
  GArray *busy;
  gint64 window;
  gint64 adult; /* below that age nobody rides without an adult, PLT_UNKNOWN */
  PltMovesProposal *result;
  PltBatch *batch;
} Proposer;

/* One ride that was decided. */
typedef struct
{
  const PltVehicleFacts *vehicle;
  gint64 driver;
  const PltMove *move; /* (nullable): that is there already */
  guint ride;          /* of the hours */
  GPtrArray *riders;   /* in the order of the stops */
} Decided;

static void
rider_free (gpointer data)
{
  Rider *rider = data;

  g_free (rider->place);
  g_free (rider->area);
  g_free (rider);
}

/* ---- who needs a ride ---- */

static gboolean
needs_ride (const PltCallFacts *call, const PltPersonFacts *person)
{
  if (strcmp (text_of (call->travel), "pick-up") == 0)
    return TRUE;
  return *text_of (call->travel) == '\0' && strcmp (text_of (call->group), "comediens") == 0
         && person != NULL
         && (*text_of (call->pickup_place) != '\0' || *text_of (person->address) != '\0'
             || (person->drive_minutes != PLT_UNKNOWN && person->drive_minutes > 0));
}

static gboolean
rides (const Proposer *self, const PltCallFacts *call, const PltCallee *callee)
{
  return callee->ride >= 0 || plt_moves_find (self->moves, call->movement) != NULL;
}

static int
compare_riders (gconstpointer a, gconstpointer b)
{
  const Rider *x = *(Rider *const *) a, *y = *(Rider *const *) b;

  if (x->arrival != y->arrival)
    return x->arrival == PLT_UNKNOWN   ? 1
           : y->arrival == PLT_UNKNOWN ? -1
           : x->arrival < y->arrival   ? -1
                                       : 1;
  return (x->callee > y->callee) - (x->callee < y->callee);
}

static gboolean
says (const Proposer *self, const char *remark)
{
  int row = self->table != NULL ? plt_referential_find (self->table, "code", "fauteuil-mots") : -1;
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) said = NULL;
  g_autofree char *folded = NULL;

  if (row < 0 || *text_of (remark) == '\0')
    return FALSE;
  words = g_strsplit (plt_referential_get (self->table, (guint) row, "valeur"), "|", -1);
  folded = plt_text_fold (remark);
  said = g_strsplit_set (folded, " ,.;:()/-'", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && g_strv_contains ((const char *const *) said, words[i]))
      return TRUE;
  return FALSE;
}

static void
find_riders (Proposer *self)
{
  gint64 age = plt_moves_rule (self->table, "siege-enfant-age", NULL, NULL);

  for (guint i = 0; i < self->calls->len; i++)
    {
      const PltCallFacts *call = self->calls->pdata[i];
      const PltPersonFacts *person
          = PLT_FACTS_FIND (self->facts->people, PltPersonFacts, call->person);
      const PltCallee *callee = plt_call_day_get (self->hours, i);
      Rider *rider;

      if (rides (self, call, callee) || !needs_ride (call, person))
        continue;
      rider = g_new0 (Rider, 1);
      rider->call = call;
      rider->person = person;
      rider->callee = i;
      rider->count = call->count > 0 ? (guint) MIN (call->count, 10000) : 1;
      rider->arrival = callee->arrival != PLT_UNKNOWN ? callee->arrival : callee->pat;
      rider->drive = callee->drive_minutes;
      rider->place = plt_moves_pickup_place (call, person);
      rider->area = plt_text_fold (*text_of (call->pickup_place) != '\0' ? call->pickup_place
                                   : person != NULL                      ? text_of (person->city)
                                                                         : "");
      rider->child = plt_moves_is_below (person, self->day->date, age);
      rider->minor = plt_moves_is_below (person, self->day->date, self->adult);
      rider->wheelchair = says (self, call->remark);
      g_ptr_array_add (self->riders, rider);
    }
  g_ptr_array_sort (self->riders, compare_riders);
}

/* ---- what can drive ---- */

static gboolean
can_drive (const PltVehicleFacts *vehicle, PltDate date)
{
  static const char *const kinds[] = { "voiture", "minibus", "utilitaire", NULL };

  return vehicle->seats != PLT_UNKNOWN && vehicle->seats > 0
         && g_strv_contains (kinds, text_of (vehicle->kind))
         && (vehicle->from_date == PLT_DATE_NONE || date == PLT_DATE_NONE
             || date >= vehicle->from_date)
         && (vehicle->to_date == PLT_DATE_NONE || date == PLT_DATE_NONE
             || date <= vehicle->to_date);
}

static void
set_busy (Proposer *self, const PltVehicleFacts *vehicle, gint64 person, gint64 from, gint64 to)
{
  const Busy busy = { vehicle, person, from == PLT_UNKNOWN || to == PLT_UNKNOWN ? G_MININT32 : from,
                      from == PLT_UNKNOWN || to == PLT_UNKNOWN ? G_MAXINT32 : to };

  g_array_append_val (self->busy, busy);
}

static void
find_vehicles (Proposer *self)
{
  for (guint i = 0; i < self->facts->vehicles.n; i++)
    if (can_drive (&self->facts->vehicles.items[i], self->day->date))
      g_ptr_array_add (self->vehicles, &self->facts->vehicles.items[i]);
  for (guint i = 0; i < self->moves->moves->len; i++)
    {
      const PltMove *move = self->moves->moves->pdata[i];

      if (move->vehicle != NULL)
        set_busy (self, move->vehicle, 0, move->start, move->end);
      if (move->driver != NULL)
        set_busy (self, NULL, move->driver->id, move->start, move->end);
      for (guint j = 0; j < move->passengers->len; j++)
        {
          const PltPassenger *passenger = move->passengers->pdata[j];

          if (passenger->person != NULL)
            set_busy (self, NULL, passenger->person->id, move->start, move->end);
        }
    }
}

static gboolean
is_free (
    const Proposer *self, const PltVehicleFacts *vehicle, gint64 person, gint64 from, gint64 to)
{
  for (guint i = 0; i < self->busy->len; i++)
    {
      const Busy *busy = &g_array_index (self->busy, Busy, i);

      if ((vehicle != NULL ? busy->vehicle == vehicle : busy->person == person) && from < busy->to
          && busy->from < to)
        return FALSE;
    }
  return TRUE;
}

/* Whether somebody may be at the wheel then, after the movements of the day before. */
static gboolean
has_rest (const Proposer *self, gint64 person, gint64 from)
{
  for (guint i = 0; self->rest != PLT_UNKNOWN && from != G_MININT32 && i < self->before->moves->len;
       i++)
    {
      const PltMove *move = self->before->moves->pdata[i];

      if (move->driver != NULL && move->driver->id == person && move->end != PLT_UNKNOWN
          && plt_minutes_between (self->facts, move->movement->date, move->end, self->day->date,
                                  from)
                 < self->rest)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_aboard (const GPtrArray *riders, gint64 person)
{
  for (guint i = 0; i < riders->len; i++)
    {
      const Rider *rider = riders->pdata[i];

      if (rider->person != NULL && rider->person->id == person)
        return TRUE;
    }
  return FALSE;
}

/* The usual driver of the vehicle; where they lack rest, that of another one who is free, else
 * they all the same: the finding says it. 0: nobody. */
static gint64
driver_of (const Proposer *self,
           const PltVehicleFacts *vehicle,
           const GPtrArray *riders,
           gint64 from,
           gint64 to)
{
  gint64 usual = vehicle->driver != 0 && is_free (self, NULL, vehicle->driver, from, to)
                     ? vehicle->driver
                     : 0;

  if (usual == 0 || has_rest (self, usual, from))
    return usual;
  for (guint i = 0; i < self->vehicles->len; i++)
    {
      gint64 other = ((const PltVehicleFacts *) self->vehicles->pdata[i])->driver;

      if (other != 0 && other != usual && is_free (self, NULL, other, from, to)
          && has_rest (self, other, from) && !is_aboard (riders, other))
        return other;
    }
  return usual;
}

/* ---- who rides with whom ---- */

static gboolean
may_share (const Proposer *self, const Rider *first, const Rider *other)
{
  if (first->arrival == PLT_UNKNOWN || other->arrival == PLT_UNKNOWN
      || other->arrival - first->arrival > self->window)
    return FALSE;
  return *first->area == '\0' || *other->area == '\0' || strcmp (first->area, other->area) == 0;
}

/* (transfer full) (nullable): whom that vehicle takes; NULL where it cannot take the first. */
static GPtrArray *
fill (const Proposer *self, const PltVehicleFacts *vehicle, guint first)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();
  gint64 seats = vehicle->seats, child_seats = MAX (vehicle->child_seats, 0);

  for (guint i = first; i < self->riders->len; i++)
    {
      Rider *rider = self->riders->pdata[i];
      gboolean fits = rider->count <= (guint) MAX (seats, 0) && (!rider->child || child_seats > 0)
                      && (!rider->wheelchair || vehicle->step_free)
                      && (rider->person == NULL || rider->person->id != vehicle->driver);

      if (i == first && !fits)
        return NULL;
      if (rider->taken || !fits
          || (i != first && !may_share (self, self->riders->pdata[first], rider)))
        continue;
      seats -= rider->count;
      child_seats -= rider->child;
      g_ptr_array_add (taken, rider);
    }
  return g_steal_pointer (&taken);
}

/* From the first pick-up to the return of the empty vehicle; all day where the drive or the hour is
 * not known. */
static void
span_of (const GPtrArray *riders, gint64 *from, gint64 *to)
{
  gint64 drive = 0, arrival = ((const Rider *) riders->pdata[0])->arrival;

  for (guint i = 0; i < riders->len; i++)
    {
      const Rider *rider = riders->pdata[i];

      if (rider->drive == PLT_UNKNOWN || arrival == PLT_UNKNOWN)
        {
          *from = G_MININT32;
          *to = G_MAXINT32;
          return;
        }
      drive = MAX (drive, rider->drive);
    }
  *from = arrival - drive - (gint64) (riders->len - 1) * PLT_CALL_BOARDING;
  *to = arrival + drive;
}

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  const Rider *x = *(Rider *const *) a, *y = *(Rider *const *) b;

  if (x->far != y->far)
    return x->far > y->far ? -1 : 1;
  if (strcmp (x->place, y->place) != 0)
    return strcmp (x->place, y->place);
  return (x->callee > y->callee) - (x->callee < y->callee);
}

/* Those of one place get on together, when the vehicle is at it. */
static void
order_stops (GPtrArray *riders)
{
  for (guint i = 0; i < riders->len; i++)
    {
      Rider *rider = riders->pdata[i];

      rider->far = -1;
      for (guint j = 0; j < riders->len; j++)
        {
          const Rider *other = riders->pdata[j];

          if (other == rider || (*rider->place != '\0' && strcmp (rider->place, other->place) == 0))
            rider->far = MAX (rider->far, other->drive != PLT_UNKNOWN ? other->drive : -1);
        }
    }
  g_ptr_array_sort (riders, compare_stops);
}

/* A child with nobody who is grown up but the driver. */
static gboolean
is_child_alone (const GPtrArray *riders)
{
  gboolean minor = FALSE, adult = FALSE;

  for (guint i = 0; i < riders->len; i++)
    if (((const Rider *) riders->pdata[i])->minor)
      minor = TRUE;
    else
      adult = TRUE;
  return minor && !adult;
}

/* More people, then the smaller vehicle; but no child alone where another takes an adult along. */
static gboolean
is_better (const PltVehicleFacts *vehicle, const GPtrArray *taken, const Decided *best)
{
  gboolean alone = is_child_alone (taken), was_alone = is_child_alone (best->riders);

  if (alone != was_alone)
    return was_alone;
  if (taken->len != best->riders->len)
    return taken->len > best->riders->len;
  return vehicle->seats < best->vehicle->seats;
}

static void
decided_free (gpointer data)
{
  Decided *decided = data;

  g_ptr_array_unref (decided->riders);
  g_free (decided);
}

/* (transfer full) (nullable): the best vehicle for the first of them and whom it takes along. */
static Decided *
decide (Proposer *self, guint first)
{
  Decided *best = NULL;
  gint64 from = 0, to = 0;

  for (guint i = 0; i < self->vehicles->len; i++)
    {
      const PltVehicleFacts *vehicle = self->vehicles->pdata[i];
      g_autoptr (GPtrArray) taken = fill (self, vehicle, first);
      gint64 leaves, back;

      if (taken == NULL)
        continue;
      span_of (taken, &leaves, &back);
      if (!is_free (self, vehicle, 0, leaves, back)
          || (best != NULL && !is_better (vehicle, taken, best)))
        continue;
      g_clear_pointer (&best, decided_free);
      best = g_new0 (Decided, 1);
      best->vehicle = vehicle;
      best->riders = g_steal_pointer (&taken);
      from = leaves;
      to = back;
    }
  if (best == NULL)
    return NULL;
  best->driver = driver_of (self, best->vehicle, best->riders, from, to);
  set_busy (self, best->vehicle, 0, from, to);
  if (best->driver != 0)
    set_busy (self, NULL, best->driver, from, to);
  order_stops (best->riders);
  return best;
}

/* ---- seats of what is there ---- */

static int
find_ride (const Proposer *self, gint64 movement)
{
  for (guint i = 0; i < self->hours->rides->len; i++)
    if (g_array_index (self->hours->rides, PltRide, i).id == movement)
      return (int) i;
  return -1;
}

static gboolean
is_fetched_there (const PltMove *move, const Rider *rider)
{
  for (guint i = 0; *rider->area != '\0' && i < move->passengers->len; i++)
    {
      const PltPassenger *passenger = move->passengers->pdata[i];
      const char *place
          = passenger->call != NULL && *text_of (passenger->call->pickup_place) != '\0'
                ? passenger->call->pickup_place
            : passenger->person != NULL ? text_of (passenger->person->city)
                                        : "";
      g_autofree char *area = plt_text_fold (place);

      if (strcmp (area, rider->area) == 0)
        return TRUE;
    }
  return *rider->area == '\0';
}

static gboolean
has_adult (const Proposer *self, const PltMove *move)
{
  for (guint i = 0; i < move->passengers->len; i++)
    if (!plt_moves_is_below (((const PltPassenger *) move->passengers->pdata[i])->person,
                             self->day->date, self->adult))
      return TRUE;
  return FALSE;
}

/* Whether a movement takes that rider too, beside those who were given a seat in it already. */
static gboolean
takes (
    const Proposer *self, const PltMove *move, int ride, const GPtrArray *given, const Rider *rider)
{
  gint64 arrival = g_array_index (self->hours->rides, PltRide, (guint) ride).arrival;
  gint64 seats = move->vehicle->seats - move->aboard, child_seats = move->vehicle->child_seats;

  child_seats = MAX (child_seats, 0) - move->children;
  for (guint i = 0; given != NULL && i < given->len; i++)
    {
      seats -= ((const Rider *) given->pdata[i])->count;
      child_seats -= ((const Rider *) given->pdata[i])->child;
    }
  return rider->count <= MAX (seats, 0) && (!rider->child || child_seats > 0)
         && (!rider->wheelchair || move->vehicle->step_free)
         && (!rider->minor || has_adult (self, move))
         && (rider->person == NULL || move->driver == NULL || rider->person->id != move->driver->id)
         && arrival != PLT_UNKNOWN && rider->arrival != PLT_UNKNOWN && rider->arrival >= arrival
         && rider->arrival - arrival <= self->window && is_fetched_there (move, rider);
}

static Decided *
decided_of (GPtrArray *all, const PltMove *move)
{
  for (guint i = 0; i < all->len; i++)
    if (((const Decided *) all->pdata[i])->move == move)
      return all->pdata[i];
  return NULL;
}

/* Movements to the set that have free seats take first who fits. */
static void
fill_seats (Proposer *self, GPtrArray *all)
{
  for (guint i = 0; i < self->riders->len; i++)
    for (guint j = 0; j < self->moves->moves->len; j++)
      {
        Rider *rider = self->riders->pdata[i];
        const PltMove *move = self->moves->moves->pdata[j];
        int ride = find_ride (self, move->movement->id);
        Decided *decided = decided_of (all, move);

        if (ride < 0 || rider->taken || move->vehicle == NULL || move->passengers->len == 0
            || move->vehicle->seats == PLT_UNKNOWN || !plt_move_brings (move)
            || !takes (self, move, ride, decided != NULL ? decided->riders : NULL, rider))
          continue;
        if (decided == NULL)
          {
            decided = g_new0 (Decided, 1);
            decided->vehicle = move->vehicle;
            decided->move = move;
            decided->ride = (guint) ride;
            decided->riders = g_ptr_array_new ();
            g_ptr_array_add (all, decided);
          }
        g_ptr_array_add (decided->riders, rider);
        rider->taken = TRUE;
      }
}

static GPtrArray *
decide_all (Proposer *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (decided_free);

  fill_seats (self, all);
  for (guint i = 0; i < self->riders->len; i++)
    {
      Rider *first = self->riders->pdata[i];
      Decided *decided = first->taken ? NULL : decide (self, i);

      if (decided == NULL)
        {
          if (!first->taken)
            g_ptr_array_add (self->result->left, first->person != NULL
                                                     ? plt_facts_person_name (first->person)
                                                     : g_strdup (text_of (first->call->function)));
          continue;
        }
      for (guint j = 0; j < decided->riders->len; j++)
        ((Rider *) decided->riders->pdata[j])->taken = TRUE;
      g_ptr_array_add (all, decided);
    }
  return all;
}

/* ---- rows ---- */

static void
set_clock (PltBatch *batch, const char *column, gint64 minutes)
{
  if (minutes != PLT_UNKNOWN && minutes >= 0)
    plt_batch_set_integer (batch, column, minutes);
}

/* Where the first séquence of the day is shot. */
static const char *
place_of_day (const PltFacts *facts, const PltDayFacts *day)
{
  for (guint i = 0; i < facts->strips.n; i++)
    {
      const PltStripFacts *strip = &facts->strips.items[i];
      const PltSequenceFacts *sequence
          = strip->day == day->id
                ? PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, strip->sequence)
                : NULL;
      const PltLocationFacts *place
          = sequence != NULL ? plt_facts_location_of (facts, sequence) : NULL;

      if (place != NULL)
        return place->name;
    }
  return "";
}

char *
plt_moves_next_number (const PltFacts *facts, PltDate date, guint nth)
{
  guint64 highest = 0;

  for (guint i = 0; i < facts->movements.n; i++)
    {
      const PltMovementFacts *movement = &facts->movements.items[i];
      const char *digits = text_of (movement->number);

      digits += strcspn (digits, "0123456789");
      if (movement->date == date)
        highest = MAX (highest, MIN (g_ascii_strtoull (digits, NULL, 10), 100000));
    }
  return g_strdup_printf ("M%" G_GUINT64_FORMAT, highest + 1 + nth);
}

static void
add_ride (Proposer *self, Decided *decided)
{
  if (decided->move == NULL)
    {
      decided->ride = self->hours->rides->len;
      plt_call_day_add_ride (self->hours, 0)->seats = decided->vehicle->seats;
    }
  for (guint i = 0; i < decided->riders->len; i++)
    {
      const Rider *rider = decided->riders->pdata[i];
      PltRideStop *stop = plt_call_day_add_stop (self->hours, decided->ride, (int) rider->callee);

      stop->place = rider->place;
      stop->count = rider->count;
    }
}

static void
write_call (const Proposer *self, const PltCallFacts *call, guint callee, gint64 movement)
{
  const PltCallee *hours = plt_call_day_get (self->hours, callee);
  PltBatch *batch = self->batch;

  plt_batch_update (batch, "call", call->id);
  plt_batch_set_text (batch, "travel", "pick-up");
  plt_batch_set_integer (batch, "movement", movement);
  if ((hours->typed & PLT_HOUR_PICKUP) == 0)
    set_clock (batch, "pickup_minutes", hours->pickup);
  if ((hours->typed & PLT_HOUR_ARRIVAL) == 0)
    set_clock (batch, "arrival_minutes", hours->arrival);
}

static void
write_stop (const Proposer *self, const Rider *rider, gint64 movement, gint64 minutes)
{
  PltBatch *batch = self->batch;

  plt_batch_insert (batch, "movement_stop");
  plt_batch_set_integer (batch, "movement", movement);
  plt_batch_set_text (batch, "kind", "montee");
  if (rider->person != NULL)
    plt_batch_set_integer (batch, "person", rider->person->id);
  else
    set_text (batch, "name", rider->call->function);
  if (rider->count > 1)
    plt_batch_set_integer (batch, "count", rider->count);
  set_text (batch, "place", rider->place);
  set_clock (batch, "stop_minutes", minutes);
  if (rider->person != NULL)
    set_text (batch, "phone", rider->person->phone);
}

/* The new stops come after those that are there; the hours of all of them follow. */
static void
write_seats (const Proposer *self, const Decided *decided)
{
  const PltRide *ride = &g_array_index (self->hours->rides, PltRide, decided->ride);
  guint before = ride->stops->len - decided->riders->len;

  for (guint i = 0; i < decided->riders->len; i++)
    write_stop (self, decided->riders->pdata[i], ride->id,
                g_array_index (ride->stops, PltRideStop, before + i).minutes);
  plt_moves_follow_ride (self->facts, self->sheet, self->hours, self->calls, decided->ride,
                         self->batch);
}

static void
write_ride (const Proposer *self, const Decided *decided, guint nth)
{
  const PltRide *ride = &g_array_index (self->hours->rides, PltRide, decided->ride);
  const Rider *first = decided->riders->pdata[0];
  g_autofree char *number = plt_moves_next_number (self->facts, self->day->date, nth);
  PltBatch *batch = self->batch;
  gint64 handle = plt_batch_insert (batch, "movement");

  plt_batch_set_date (batch, "date", self->day->date);
  plt_batch_set_integer (batch, "day", self->day->id);
  plt_batch_set_text (batch, "number", number);
  plt_batch_set_text (batch, "kind", "aller");
  plt_batch_set_integer (batch, "vehicle", decided->vehicle->id);
  if (decided->driver != 0)
    plt_batch_set_integer (batch, "driver", decided->driver);
  set_clock (batch, "start_minutes", g_array_index (ride->stops, PltRideStop, 0).minutes);
  set_clock (batch, "needed_minutes", ride->arrival);
  set_text (batch, "start_place", first->place);
  set_text (batch, "end_place",
            *text_of (first->call->place) != '\0' ? first->call->place
                                                  : place_of_day (self->facts, self->day));
  for (guint i = 0; i < decided->riders->len; i++)
    {
      const Rider *rider = decided->riders->pdata[i];

      write_stop (self, rider, handle, g_array_index (ride->stops, PltRideStop, i).minutes);
    }
  if (strcmp (text_of (self->sheet->status), "envoyee") == 0)
    return;
  for (guint i = 0; i < decided->riders->len; i++)
    {
      const Rider *rider = decided->riders->pdata[i];

      write_call (self, rider->call, rider->callee, handle);
    }
}

static void
write_all (Proposer *self, const GPtrArray *decided)
{
  guint nth = 0;

  for (guint i = 0; i < decided->len; i++)
    add_ride (self, decided->pdata[i]);
  plt_call_day_solve (self->hours);
  for (guint i = 0; i < decided->len; i++)
    {
      const Decided *ride = decided->pdata[i];

      for (guint j = 0; j < ride->riders->len; j++)
        self->result->n_people += ((const Rider *) ride->riders->pdata[j])->count;
      if (ride->move != NULL)
        {
          for (guint j = 0; j < ride->riders->len; j++)
            self->result->n_filled += ((const Rider *) ride->riders->pdata[j])->count;
          write_seats (self, ride);
          continue;
        }
      write_ride (self, ride, nth++);
      self->result->n_movements++;
    }
}

/* ---- whole ---- */

static void
propose (Proposer *self)
{
  g_autoptr (GPtrArray) decided = NULL;
  gint64 window = plt_moves_rule (self->table, "regroupement", NULL, NULL);
  g_autoptr (PltRules) rules = plt_rules_new (self->facts);
  const PltRule *rest = plt_rules_find (rules, NULL, "repos-quotidien");

  self->rest = rest != NULL ? rest->value : PLT_UNKNOWN;
  self->adult = plt_rules_get (rules, "mineurs", "responsable-enfants-age", NULL);
  self->window = window != PLT_UNKNOWN ? window : DEFAULT_WINDOW;
  plt_call_day_solve (self->hours);
  find_riders (self);
  find_vehicles (self);
  if (self->riders->len == 0)
    {
      self->result->what = PLT_PROPOSED_NOBODY;
      return;
    }
  decided = decide_all (self);
  if (decided->len == 0)
    self->result->what = PLT_PROPOSED_NO_VEHICLE;
  else
    write_all (self, decided);
}

/**
 * plt_moves_propose:
 * @facts: the production
 * @day: a shooting day
 * @batch: where to add
 *
 * Returns: (transfer full): what was added, and why not more
 */
PltMovesProposal *
plt_moves_propose (const PltFacts *facts, gint64 day, PltBatch *batch)
{
  PltMovesProposal *result = g_new0 (PltMovesProposal, 1);
  Proposer self = { .facts = facts,
                    .day = PLT_FACTS_FIND (facts->days, PltDayFacts, day),
                    .sheet = plt_callsheet_of_day (facts, day),
                    .result = result,
                    .batch = batch };

  result->left = g_ptr_array_new_with_free_func (g_free);
  if (self.day == NULL || self.sheet == NULL || self.day->date == PLT_DATE_NONE)
    {
      result->what = PLT_PROPOSED_NO_SHEET;
      return result;
    }
  self.table = plt_referential_open (facts, PLT_MOVES_REFERENTIAL);
  self.moves = plt_moves_new (facts, self.day->date);
  self.before = plt_moves_new (facts, self.day->date - 1);
  self.calls = g_ptr_array_new ();
  self.hours = plt_call_day_of_sheet (facts, self.sheet, self.calls);
  self.riders = g_ptr_array_new_with_free_func (rider_free);
  self.vehicles = g_ptr_array_new ();
  self.busy = g_array_new (FALSE, FALSE, sizeof (Busy));
  propose (&self);
  g_clear_pointer (&self.table, plt_referential_free);
  plt_moves_free (self.moves);
  plt_moves_free (self.before);
  plt_call_day_free (self.hours);
  g_ptr_array_unref (self.calls);
  g_ptr_array_unref (self.riders);
  g_ptr_array_unref (self.vehicles);
  g_array_unref (self.busy);
  return result;
}

void
plt_moves_proposal_free (PltMovesProposal *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->left);
  g_free (self);
}
