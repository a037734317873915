#include "plt-moves-follow.h"

#include <string.h>

#include "plt-callsheet.h"
#include "plt-moves-private.h"

char *
plt_moves_pickup_place (const PltCallFacts *call, const PltPersonFacts *person)
{
  if (call != NULL && *text_of (call->pickup_place) != '\0')
    return g_strdup (call->pickup_place);
  if (person == NULL)
    return g_strdup ("");
  if (*text_of (person->address) != '\0' && *text_of (person->city) != '\0')
    return g_strdup_printf ("%s, %s", person->address, person->city);
  return g_strdup (*text_of (person->address) != '\0' ? person->address : text_of (person->city));
}

static void
follow_call (const PltCallFacts *call, const PltCallee *hours, gint64 movement, PltBatch *batch)
{
  gboolean begun = FALSE;
  const struct
  {
    const char *column;
    guint flag;
    gint64 before, after;
  } clocks[] = {
    { "pickup_minutes", PLT_HOUR_PICKUP, call->pickup_minutes, hours->pickup },
    { "arrival_minutes", PLT_HOUR_ARRIVAL, call->arrival_minutes, hours->arrival },
  };

  if (call->movement != movement || strcmp (text_of (call->travel), "pick-up") != 0)
    {
      plt_batch_update (batch, "call", call->id);
      plt_batch_set_text (batch, "travel", "pick-up");
      plt_batch_set_integer (batch, "movement", movement);
      begun = TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      if ((hours->typed & clocks[i].flag) != 0 || clocks[i].after == PLT_UNKNOWN
          || clocks[i].after < 0 || clocks[i].after == clocks[i].before)
        continue;
      if (!begun)
        plt_batch_update (batch, "call", call->id);
      begun = TRUE;
      plt_batch_set_integer (batch, clocks[i].column, clocks[i].after);
    }
}

static void
follow_calls (const PltSheetFacts *sheet,
              const PltCallDay *hours,
              const GPtrArray *calls,
              int ride,
              PltBatch *batch)
{
  for (guint i = 0; i < calls->len && strcmp (text_of (sheet->status), "envoyee") != 0; i++)
    {
      const PltCallee *callee = plt_call_day_get (hours, i);

      if (callee->ride >= 0 && (ride < 0 || callee->ride == ride))
        follow_call (calls->pdata[i], callee,
                     g_array_index (hours->rides, PltRide, (guint) callee->ride).id, batch);
    }
}

void
plt_moves_follow_ride (const PltFacts *facts,
                       const PltSheetFacts *sheet,
                       const PltCallDay *hours,
                       const GPtrArray *calls,
                       guint ride,
                       PltBatch *batch)
{
  plt_call_day_write_ride (facts, hours, ride, batch);
  follow_calls (sheet, hours, calls, (int) ride, batch);
}

/* ---- somebody gets on ---- */

static const PltCallFacts *
call_of (const PltFacts *facts, const PltSheetFacts *sheet, gint64 person)
{
  for (guint i = 0; i < facts->calls.n; i++)
    if (facts->calls.items[i].call_sheet == sheet->id && facts->calls.items[i].person == person)
      return &facts->calls.items[i];
  return NULL;
}

/* The facts with that person at that stop; only the stops are their own. */
static void
seat (PltFacts *facts, const char *place, gint64 movement, gint64 stop, gint64 person)
{
  const PltStopFacts *before = PLT_FACTS_FIND (facts->stops, PltStopFacts, stop);
  const PltFacts from = *facts;
  PltStopFacts *row = NULL;

  facts->stops.items = NULL;
  facts->stops.n = 0;
  facts->stops.index = NULL;
  for (guint i = 0; i < from.stops.n; i++)
    {
      PltStopFacts *copy = PLT_FACTS_ADD (facts->stops, PltStopFacts, from.stops.items[i].id);

      *copy = from.stops.items[i];
    }
  if (before != NULL)
    row = &facts->stops.items[before - from.stops.items];
  else
    {
      row = PLT_FACTS_ADD (facts->stops, PltStopFacts, stop);
      row->name = row->place = row->phone = row->remark = "";
      row->kind = "montee";
      row->count = PLT_UNKNOWN;
    }
  row->movement = movement;
  row->person = person;
  if (*text_of (row->place) == '\0')
    row->place = place;
  if (!row->typed)
    row->stop_minutes = PLT_UNKNOWN;
}

void
plt_moves_board (
    const PltFacts *facts_, gint64 movement, gint64 stop, gint64 person, PltBatch *batch)
{
  const PltMovementFacts *row = PLT_FACTS_FIND (facts_->movements, PltMovementFacts, movement);
  const PltDayFacts *day = row != NULL ? plt_moves_day (facts_, row) : NULL;
  const PltSheetFacts *sheet = day != NULL ? plt_callsheet_of_day (facts_, day->id) : NULL;
  PltFacts facts = *facts_; /* shares all but the stops */
  g_autoptr (GPtrArray) calls = g_ptr_array_new ();
  g_autoptr (PltCallDay) hours = NULL;
  g_autofree char *place = NULL;

  if (sheet == NULL)
    return;
  place = plt_moves_pickup_place (call_of (&facts, sheet, person),
                                  PLT_FACTS_FIND (facts.people, PltPersonFacts, person));
  seat (&facts, place, movement, stop, person);
  hours = plt_call_day_of_sheet (&facts, sheet, calls);
  plt_call_day_solve (hours);
  for (guint i = 0; i < hours->rides->len; i++)
    if (g_array_index (hours->rides, PltRide, i).id == movement)
      plt_moves_follow_ride (&facts, sheet, hours, calls, i, batch);
  g_free (facts.stops.items);
  g_hash_table_unref (facts.stops.index);
}

/* ---- all of a day ---- */

/**
 * plt_moves_follow:
 * @facts: the production
 * @day: a shooting day
 * @batch: where to add
 *
 * Nothing for a day without a call sheet; the calls of one that was sent stay.
 */
void
plt_moves_follow (const PltFacts *facts, gint64 day, PltBatch *batch)
{
  const PltSheetFacts *sheet = plt_callsheet_of_day (facts, day);
  g_autoptr (GPtrArray) calls = g_ptr_array_new ();
  g_autoptr (PltCallDay) hours = NULL;

  if (sheet == NULL)
    return;
  hours = plt_call_day_of_sheet (facts, sheet, calls);
  plt_call_day_solve (hours);
  plt_call_day_write_rides (facts, hours, batch);
  follow_calls (sheet, hours, calls, -1, batch);
}
