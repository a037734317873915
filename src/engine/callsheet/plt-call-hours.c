#include "plt-call-hours.h"

#include <string.h>

/* A chair that is taken, until and from. */
typedef struct
{
  PltHmcPart part;
  int chair, callee;
  gint64 from, to;
} Seat;

static void
clear_ride (gpointer ride)
{
  g_array_unref (((PltRide *) ride)->stops);
}

PltCallDay *
plt_call_day_new (void)
{
  PltCallDay *self = g_new0 (PltCallDay, 1);

  self->callees = g_array_new (FALSE, TRUE, sizeof (PltCallee));
  self->rides = g_array_new (FALSE, TRUE, sizeof (PltRide));
  g_array_set_clear_func (self->rides, clear_ride);
  self->crew_minutes = PLT_UNKNOWN;
  return self;
}

void
plt_call_day_free (PltCallDay *self)
{
  g_array_unref (self->callees);
  g_array_unref (self->rides);
  g_free (self);
}

PltCallee *
plt_call_day_get (const PltCallDay *self, guint callee)
{
  return &g_array_index (self->callees, PltCallee, callee);
}

/**
 * plt_call_day_add:
 * @self: a day
 *
 * Returns: (transfer none): a new callee of whom nothing is known, until the next call
 */
PltCallee *
plt_call_day_add (PltCallDay *self)
{
  PltCallee *callee;

  g_array_set_size (self->callees, self->callees->len + 1);
  callee = plt_call_day_get (self, self->callees->len - 1);
  callee->hmc_minutes = callee->drive_minutes = PLT_UNKNOWN;
  callee->pickup = callee->arrival = callee->hmc = callee->pat = callee->end = PLT_UNKNOWN;
  for (guint i = 0; i < PLT_N_HMC; i++)
    {
      callee->durations[i] = callee->starts[i] = PLT_UNKNOWN;
      callee->chairs[i] = -1;
    }
  callee->ride = callee->behind = -1;
  return callee;
}

PltRide *
plt_call_day_add_ride (PltCallDay *self, gint64 id)
{
  PltRide ride = { .id = id,
                   .stops = g_array_new (FALSE, TRUE, sizeof (PltRideStop)),
                   .drive_minutes = PLT_UNKNOWN,
                   .margin_minutes = PLT_UNKNOWN,
                   .seats = PLT_UNKNOWN,
                   .arrival = PLT_UNKNOWN };

  g_array_append_val (self->rides, ride);
  return &g_array_index (self->rides, PltRide, self->rides->len - 1);
}

PltRideStop *
plt_call_day_add_stop (PltCallDay *self, guint ride, int callee)
{
  GArray *stops = g_array_index (self->rides, PltRide, ride).stops;
  PltRideStop stop = {
    .callee = callee, .drive_minutes = PLT_UNKNOWN, .place = "", .count = 1, .minutes = PLT_UNKNOWN
  };

  if (callee >= 0)
    plt_call_day_get (self, (guint) callee)->ride = (int) ride;
  g_array_append_val (stops, stop);
  return &g_array_index (stops, PltRideStop, stops->len - 1);
}

static gint64
rounded (gint64 minutes)
{
  return (minutes + PLT_CALL_STEP - 1) / PLT_CALL_STEP * PLT_CALL_STEP;
}

static gboolean
is_typed (const PltCallee *callee, PltHmcPart part)
{
  return (callee->typed & ((guint) PLT_HOUR_DRESS << part)) != 0
         && callee->starts[part] != PLT_UNKNOWN;
}

static gboolean
has_parts (const PltCallee *callee)
{
  for (guint i = 0; i < PLT_N_HMC; i++)
    if (callee->durations[i] == PLT_UNKNOWN)
      return FALSE;
  return TRUE;
}

gint64
plt_callee_hmc_length (const PltCallee *callee)
{
  gint64 sum = 0;

  if (!has_parts (callee))
    return callee->hmc_minutes == PLT_UNKNOWN ? PLT_UNKNOWN : rounded (callee->hmc_minutes);
  for (guint i = 0; i < PLT_N_HMC; i++)
    sum += rounded (callee->durations[i]);
  return sum;
}

/* ---- chairs ---- */

/* The latest beginning on that chair that ends at `limit` at most; whose seat is in the way. */
static gint64
latest_on (
    const GArray *seats, PltHmcPart part, int chair, gint64 limit, gint64 length, int *behind)
{
  gint64 start = limit - length;
  gboolean moved = TRUE;

  *behind = -1;
  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < seats->len; i++)
        {
          const Seat *seat = &g_array_index (seats, Seat, i);

          if (seat->part != part || seat->chair != chair || start >= seat->to
              || start + length <= seat->from)
            continue;
          start = seat->from - length;
          *behind = seat->callee;
          moved = TRUE;
        }
    }
  return start;
}

static gint64
take_chair (PltCallDay *self, GArray *seats, guint index, PltHmcPart part, gint64 limit)
{
  PltCallee *callee = plt_call_day_get (self, index);
  gint64 length = rounded (callee->durations[part]);
  gint64 best = limit - length;
  Seat seat = { part, -1, (int) index, 0, 0 };
  int best_behind = -1;

  for (guint i = 0; i < self->chairs[part]; i++)
    {
      int behind;
      gint64 start = latest_on (seats, part, (int) i, limit, length, &behind);

      if (seat.chair >= 0 && start <= best)
        continue;
      best = start;
      seat.chair = (int) i;
      best_behind = behind;
    }
  if (best_behind >= 0)
    callee->behind = best_behind;
  callee->chairs[part] = seat.chair;
  seat.from = best;
  seat.to = best + length;
  if (seat.chair >= 0)
    g_array_append_val (seats, seat);
  return best;
}

/* A typed hour has the first chair that is free then; without one it is a conflict, told later, and
 * the others keep clear of it. */
static void
take_typed (PltCallDay *self, GArray *seats, guint index, PltHmcPart part)
{
  PltCallee *callee = plt_call_day_get (self, index);
  gint64 length = rounded (callee->durations[part]);
  gint64 end = callee->starts[part] + length;

  for (guint i = 0; i < self->chairs[part]; i++)
    {
      int behind;
      Seat seat = { part, (int) i, (int) index, callee->starts[part], end };

      if (latest_on (seats, part, (int) i, end, length, &behind) != callee->starts[part])
        continue;
      callee->chairs[part] = (int) i;
      g_array_append_val (seats, seat);
      return;
    }
  if (self->chairs[part] > 0)
    {
      Seat seat = { part, 0, (int) index, callee->starts[part], end };

      g_array_append_val (seats, seat);
    }
}

/* Hair, make-up, dressing, back from the PAT. */
static void
place_parts (PltCallDay *self, GArray *seats, guint index)
{
  PltCallee *callee = plt_call_day_get (self, index);
  gint64 limit = callee->pat, ideal = callee->pat;

  for (guint i = PLT_N_HMC; i > 0; i--)
    {
      PltHmcPart part = (PltHmcPart) (i - 1);

      if (is_typed (callee, part))
        ideal = limit = callee->starts[part];
      else if (callee->durations[part] <= 0)
        callee->starts[part] = PLT_UNKNOWN;
      else
        {
          ideal -= rounded (callee->durations[part]);
          limit = callee->starts[part] = take_chair (self, seats, index, part, limit);
        }
    }
  callee->waits = ideal - limit;
  if ((callee->typed & PLT_HOUR_HMC) == 0)
    callee->hmc = plt_callee_hmc_length (callee) > 0 ? limit : PLT_UNKNOWN;
}

static void
place_whole (PltCallee *callee)
{
  gint64 length = plt_callee_hmc_length (callee);

  for (guint i = 0; i < PLT_N_HMC; i++)
    if (!is_typed (callee, (PltHmcPart) i))
      callee->starts[i] = PLT_UNKNOWN;
  if ((callee->typed & PLT_HOUR_HMC) == 0)
    callee->hmc = callee->pat == PLT_UNKNOWN || length == PLT_UNKNOWN || length == 0
                      ? PLT_UNKNOWN
                      : callee->pat - length;
}

static int
compare_pat (gconstpointer a, gconstpointer b, gpointer day)
{
  guint left = *(const guint *) a, right = *(const guint *) b;
  gint64 first = plt_call_day_get (day, left)->pat, second = plt_call_day_get (day, right)->pat;

  return first != second ? (first > second ? 1 : -1) : left > right ? 1 : -1;
}

static void
place_hmc (PltCallDay *self)
{
  guint n = self->callees->len;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autoptr (GArray) seats = g_array_new (FALSE, FALSE, sizeof (Seat));

  for (guint i = 0; i < n; i++)
    {
      PltCallee *callee = plt_call_day_get (self, i);

      order[i] = i;
      callee->waits = 0;
      callee->behind = -1;
      for (guint part = 0; part < PLT_N_HMC; part++)
        {
          callee->chairs[part] = -1;
          if (is_typed (callee, (PltHmcPart) part) && callee->durations[part] > 0)
            take_typed (self, seats, i, (PltHmcPart) part);
        }
    }
  g_qsort_with_data (order, (int) n, sizeof *order, compare_pat, self);
  for (guint i = 0; i < n; i++)
    {
      PltCallee *callee = plt_call_day_get (self, order[i]);

      if (callee->pat != PLT_UNKNOWN && has_parts (callee))
        place_parts (self, seats, order[i]);
      else
        place_whole (callee);
    }
}

/* ---- arrival and pick-up ---- */

/* When it has to be there. */
static gint64
arrival_of (const PltCallee *callee, gint64 margin)
{
  if ((callee->typed & PLT_HOUR_ARRIVAL) != 0)
    return callee->arrival;
  if (callee->hmc != PLT_UNKNOWN)
    return callee->hmc - rounded (margin);
  return callee->pat == PLT_UNKNOWN ? PLT_UNKNOWN : callee->pat - callee->lead_minutes;
}

static gint64
drive_to (const PltCallDay *self, const PltRideStop *stop)
{
  gint64 drive = stop->callee >= 0 ? plt_call_day_get (self, (guint) stop->callee)->drive_minutes
                                   : stop->drive_minutes;

  return drive == PLT_UNKNOWN ? PLT_UNKNOWN : rounded (drive);
}

static gboolean
is_same_place (const PltRideStop *stop, const PltRideStop *next)
{
  return *stop->place != '\0' && strcmp (stop->place, next->place) == 0;
}

/* Minutes from a stop to the next one. */
static gint64
leg (const PltCallDay *self, const PltRideStop *stop, const PltRideStop *next)
{
  gint64 drive = drive_to (self, stop), after = drive_to (self, next);

  if (is_same_place (stop, next))
    return 0;
  if (drive == PLT_UNKNOWN || after == PLT_UNKNOWN)
    return PLT_CALL_BOARDING;
  return MAX (PLT_CALL_BOARDING, ABS (drive - after));
}

/* Back from the arrival; a stop before which nothing is known has no hour. */
static void
place_stops (const PltCallDay *self, PltRide *ride)
{
  for (guint i = ride->stops->len; i > 0; i--)
    {
      PltRideStop *stop = &g_array_index (ride->stops, PltRideStop, i - 1);
      const PltRideStop *next = i < ride->stops->len ? stop + 1 : NULL;
      gint64 drive = drive_to (self, stop);
      PltCallee *callee = stop->callee >= 0 ? plt_call_day_get (self, (guint) stop->callee) : NULL;

      if (callee != NULL && (callee->typed & PLT_HOUR_PICKUP) != 0)
        stop->minutes = callee->pickup;
      else if (!stop->typed)
        {
          stop->minutes = ride->arrival == PLT_UNKNOWN || drive == PLT_UNKNOWN
                              ? PLT_UNKNOWN
                              : ride->arrival - drive;
          if (i == 1 && ride->arrival != PLT_UNKNOWN && ride->drive_minutes != PLT_UNKNOWN)
            stop->minutes
                = stop->minutes == PLT_UNKNOWN
                      ? ride->arrival - rounded (ride->drive_minutes)
                      : MIN (stop->minutes, ride->arrival - rounded (ride->drive_minutes));
          if (next != NULL && next->minutes != PLT_UNKNOWN)
            stop->minutes = stop->minutes == PLT_UNKNOWN
                                ? next->minutes - leg (self, stop, next)
                                : MIN (stop->minutes, next->minutes - leg (self, stop, next));
        }
      if (callee != NULL)
        callee->pickup = stop->minutes;
    }
}

/* Who gets on at one place gets on at one hour: the first of them. */
static void
join_stops (const PltCallDay *self, PltRide *ride)
{
  for (guint i = 1; i < ride->stops->len; i++)
    {
      PltRideStop *stop = &g_array_index (ride->stops, PltRideStop, i);
      PltCallee *callee = stop->callee >= 0 ? plt_call_day_get (self, (guint) stop->callee) : NULL;

      if (!is_same_place (stop - 1, stop) || (stop - 1)->minutes == PLT_UNKNOWN || stop->typed
          || (callee != NULL && (callee->typed & PLT_HOUR_PICKUP) != 0)
          || (stop->minutes != PLT_UNKNOWN && stop->minutes <= (stop - 1)->minutes))
        continue;
      stop->minutes = (stop - 1)->minutes;
      if (callee != NULL)
        callee->pickup = stop->minutes;
    }
}

static void
place_ride (PltCallDay *self, PltRide *ride)
{
  gint64 margin = ride->margin_minutes != PLT_UNKNOWN ? ride->margin_minutes : self->margin_minutes;
  gint64 needed = PLT_UNKNOWN;

  for (guint i = 0; i < ride->stops->len; i++)
    {
      int callee = g_array_index (ride->stops, PltRideStop, i).callee;
      gint64 arrival = callee >= 0 ? arrival_of (plt_call_day_get (self, (guint) callee), margin)
                                   : PLT_UNKNOWN;

      if (arrival != PLT_UNKNOWN && (needed == PLT_UNKNOWN || arrival < needed))
        needed = arrival;
    }
  if (needed != PLT_UNKNOWN)
    ride->arrival = needed;
  for (guint i = 0; i < ride->stops->len; i++)
    {
      int callee = g_array_index (ride->stops, PltRideStop, i).callee;

      if (callee >= 0 && (plt_call_day_get (self, (guint) callee)->typed & PLT_HOUR_ARRIVAL) == 0)
        plt_call_day_get (self, (guint) callee)->arrival = ride->arrival;
    }
  place_stops (self, ride);
  join_stops (self, ride);
}

/**
 * plt_call_day_solve:
 * @self: a day; typed hours, PATs and durations are given
 *
 * Computes every hour that was not typed.
 */
void
plt_call_day_solve (PltCallDay *self)
{
  place_hmc (self);
  for (guint i = 0; i < self->callees->len; i++)
    {
      PltCallee *callee = plt_call_day_get (self, i);

      if (callee->ride >= 0)
        continue;
      callee->arrival = arrival_of (callee, self->margin_minutes);
      if ((callee->typed & PLT_HOUR_PICKUP) == 0)
        callee->pickup = callee->arrival == PLT_UNKNOWN || callee->drive_minutes == PLT_UNKNOWN
                             ? PLT_UNKNOWN
                             : callee->arrival - rounded (callee->drive_minutes);
    }
  for (guint i = 0; i < self->rides->len; i++)
    place_ride (self, &g_array_index (self->rides, PltRide, i));
}

/* ---- what does not fit ---- */

static void
tell (GArray *conflicts,
      const PltCallDay *self,
      PltConflictKind kind,
      guint index,
      PltCallHour hour,
      gint64 minutes)
{
  PltCallConflict conflict = { kind,
                               (int) index,
                               -1,
                               -1,
                               hour,
                               minutes,
                               (plt_call_day_get (self, index)->typed & (guint) hour) != 0 };

  g_array_append_val (conflicts, conflict);
}

static void
check_parts (const PltCallDay *self, guint index, GArray *conflicts)
{
  const PltCallee *callee = plt_call_day_get (self, index);
  gint64 limit = callee->pat, length = plt_callee_hmc_length (callee);
  gboolean any = FALSE;

  for (guint i = PLT_N_HMC; i > 0; i--)
    {
      gint64 start = callee->starts[i - 1], duration = callee->durations[i - 1];

      if (start == PLT_UNKNOWN || duration == PLT_UNKNOWN || duration <= 0)
        continue;
      any = TRUE;
      if (limit != PLT_UNKNOWN && start + duration > limit)
        tell (conflicts, self, PLT_CONFLICT_PART, index,
              (PltCallHour) ((guint) PLT_HOUR_DRESS << (i - 1)), start + duration - limit);
      limit = start;
    }
  if (callee->hmc == PLT_UNKNOWN || limit == PLT_UNKNOWN)
    return;
  if (any && callee->hmc > limit)
    tell (conflicts, self, PLT_CONFLICT_HMC, index, PLT_HOUR_HMC, callee->hmc - limit);
  else if (!any && length != PLT_UNKNOWN && callee->hmc + length > limit)
    tell (conflicts, self, PLT_CONFLICT_HMC, index, PLT_HOUR_HMC, callee->hmc + length - limit);
  else if (!any && callee->hmc > limit)
    tell (conflicts, self, PLT_CONFLICT_HMC, index, PLT_HOUR_HMC, callee->hmc - limit);
}

static void
check_callee (const PltCallDay *self, guint index, GArray *conflicts)
{
  const PltCallee *callee = plt_call_day_get (self, index);
  gint64 begins = callee->hmc != PLT_UNKNOWN ? callee->hmc : callee->pat;
  gint64 drive = callee->drive_minutes;

  check_parts (self, index, conflicts);
  if (callee->arrival != PLT_UNKNOWN && begins != PLT_UNKNOWN && callee->arrival > begins)
    tell (conflicts, self, PLT_CONFLICT_ARRIVAL, index, PLT_HOUR_ARRIVAL, callee->arrival - begins);
  if (callee->pickup != PLT_UNKNOWN && callee->arrival != PLT_UNKNOWN
      && callee->pickup + (drive == PLT_UNKNOWN ? 0 : drive) > callee->arrival)
    tell (conflicts, self, PLT_CONFLICT_PICKUP, index, PLT_HOUR_PICKUP,
          callee->pickup + (drive == PLT_UNKNOWN ? 0 : drive) - callee->arrival);
  if (callee->pickup != PLT_UNKNOWN && callee->pickup < 0)
    tell (conflicts, self, PLT_CONFLICT_BEFORE, index, PLT_HOUR_PICKUP, -callee->pickup);
  else if (callee->arrival != PLT_UNKNOWN && callee->arrival < 0)
    tell (conflicts, self, PLT_CONFLICT_BEFORE, index, PLT_HOUR_ARRIVAL, -callee->arrival);
  else if (callee->hmc != PLT_UNKNOWN && callee->hmc < 0)
    tell (conflicts, self, PLT_CONFLICT_BEFORE, index, PLT_HOUR_HMC, -callee->hmc);
  if (callee->waits > 0 && callee->hmc != PLT_UNKNOWN && self->crew_minutes != PLT_UNKNOWN
      && callee->hmc < self->crew_minutes)
    {
      tell (conflicts, self, PLT_CONFLICT_QUEUE, index, PLT_HOUR_HMC, callee->waits);
      g_array_index (conflicts, PltCallConflict, conflicts->len - 1).other = callee->behind;
    }
}

static gboolean
sits (const PltCallee *callee, PltHmcPart part, gint64 at)
{
  return callee->starts[part] != PLT_UNKNOWN && callee->durations[part] != PLT_UNKNOWN
         && callee->starts[part] <= at && at < callee->starts[part] + callee->durations[part];
}

/* Where somebody sits down, how many sit already; of two who sit down together the later one of the
 * list is told. */
static void
check_chairs (const PltCallDay *self, PltHmcPart part, GArray *conflicts)
{
  for (guint i = 0; self->chairs[part] > 0 && i < self->callees->len; i++)
    {
      const PltCallee *callee = plt_call_day_get (self, i);
      guint others = 0;
      int other = -1;

      if (callee->durations[part] <= 0 || !sits (callee, part, callee->starts[part]))
        continue;
      for (guint j = 0; j < self->callees->len; j++)
        {
          const PltCallee *there = plt_call_day_get (self, j);

          if (j == i || !sits (there, part, callee->starts[part])
              || (there->starts[part] == callee->starts[part] && j > i))
            continue;
          others++;
          other = (int) j;
        }
      if (others < self->chairs[part])
        continue;
      tell (conflicts, self, PLT_CONFLICT_CHAIRS, i, (PltCallHour) ((guint) PLT_HOUR_DRESS << part),
            (gint64) others + 1);
      g_array_index (conflicts, PltCallConflict, conflicts->len - 1).other = other;
    }
}

static void
check_ride (const PltCallDay *self, guint index, GArray *conflicts)
{
  const PltRide *ride = &g_array_index (self->rides, PltRide, index);
  gint64 passengers = 0;

  for (guint i = 0; i < ride->stops->len; i++)
    {
      const PltRideStop *stop = &g_array_index (ride->stops, PltRideStop, i);
      const PltRideStop *next = i + 1 < ride->stops->len ? stop + 1 : NULL;
      PltCallConflict conflict
          = { PLT_CONFLICT_STOPS, stop->callee,    next != NULL ? next->callee : -1,
              (int) index,        PLT_HOUR_PICKUP, 0,
              stop->typed };

      passengers += stop->count;
      if (next == NULL || stop->minutes == PLT_UNKNOWN || next->minutes == PLT_UNKNOWN)
        continue;
      conflict.minutes = stop->minutes + leg (self, stop, next) - next->minutes;
      if (conflict.minutes > 0)
        g_array_append_val (conflicts, conflict);
    }
  if (ride->seats != PLT_UNKNOWN && passengers > ride->seats)
    {
      PltCallConflict conflict
          = { PLT_CONFLICT_SEATS, -1, -1, (int) index, PLT_HOUR_PICKUP, passengers, FALSE };

      g_array_append_val (conflicts, conflict);
    }
}

/**
 * plt_call_day_conflicts:
 * @self: a day with its hours
 *
 * Returns: (transfer full) (element-type PltCallConflict): by callee, then chairs, then rides
 */
GArray *
plt_call_day_conflicts (const PltCallDay *self)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (PltCallConflict));

  for (guint i = 0; i < self->callees->len; i++)
    check_callee (self, i, conflicts);
  for (guint i = 0; i < PLT_N_HMC; i++)
    check_chairs (self, (PltHmcPart) i, conflicts);
  for (guint i = 0; i < self->rides->len; i++)
    check_ride (self, i, conflicts);
  return conflicts;
}
