#include "plt-moves-leave.h"

#include <string.h>

#include "plt-call-day.h"

typedef struct
{
  const PltFacts *facts;
  const gint64 *ids;
  guint n_ids;
  gboolean whole; /* they are movements, else stops */
} Leaving;

static gboolean
goes (const Leaving *self, gint64 id)
{
  for (guint i = 0; i < self->n_ids; i++)
    if (self->ids[i] == id)
      return TRUE;
  return FALSE;
}

/* Somebody of the team by who they are, a group by what it is called. */
static gboolean
is_stop_of (const PltStopFacts *stop, const PltCallFacts *call)
{
  if (stop->movement != call->movement || strcmp (stop->kind, "montee") != 0)
    return FALSE;
  return call->person != 0 ? stop->person == call->person
                           : stop->person == 0 && *call->function != '\0'
                                 && g_strcmp0 (stop->name, call->function) == 0;
}

static gboolean
leaves (const Leaving *self, const PltCallFacts *call)
{
  gboolean gone = FALSE;

  if (call->movement == 0)
    return FALSE;
  if (self->whole)
    return goes (self, call->movement);
  for (guint i = 0; i < self->facts->stops.n; i++)
    {
      const PltStopFacts *stop = &self->facts->stops.items[i];

      if (!is_stop_of (stop, call))
        continue;
      if (!goes (self, stop->id))
        return FALSE;
      gone = TRUE;
    }
  return gone;
}

/* Takes them out of the rides, so that their arrival is that of their own call. */
static void
get_off (PltCallDay *hours, guint index)
{
  plt_call_day_get (hours, index)->ride = -1;
  for (guint i = 0; i < hours->rides->len; i++)
    {
      const PltRide *ride = &g_array_index (hours->rides, PltRide, i);

      for (guint j = 0; j < ride->stops->len; j++)
        if (g_array_index (ride->stops, PltRideStop, j).callee == (int) index)
          g_array_index (ride->stops, PltRideStop, j).callee = -1;
    }
}

static void
leave_sheet (const Leaving *self, const PltSheetFacts *sheet, PltBatch *batch)
{
  g_autoptr (GPtrArray) calls = g_ptr_array_new ();
  g_autoptr (PltCallDay) hours = plt_call_day_of_sheet (self->facts, sheet, calls);

  for (guint i = 0; i < calls->len; i++)
    if (leaves (self, calls->pdata[i]))
      get_off (hours, i);
  plt_call_day_solve (hours);
  for (guint i = 0; i < calls->len; i++)
    {
      const PltCallFacts *call = calls->pdata[i];
      const PltCallee *callee = plt_call_day_get (hours, i);

      if (!leaves (self, call))
        continue;
      plt_batch_update (batch, "call", call->id);
      plt_batch_set_null (batch, "movement");
      if ((callee->typed & PLT_HOUR_PICKUP) == 0)
        plt_batch_set_null (batch, "pickup_minutes");
      if ((callee->typed & PLT_HOUR_ARRIVAL) == 0 && callee->arrival >= 0)
        plt_batch_set_integer (batch, "arrival_minutes", callee->arrival);
    }
}

/**
 * plt_moves_leave:
 * @facts: the production, before anything is deleted
 * @table: "movement" or "movement_stop"; nothing is done for another
 * @ids: rows of it that are deleted
 * @n_ids: how many
 * @batch: where to add
 */
void
plt_moves_leave (
    const PltFacts *facts, const char *table, const gint64 *ids, guint n_ids, PltBatch *batch)
{
  const Leaving self
      = { .facts = facts, .ids = ids, .n_ids = n_ids, .whole = strcmp (table, "movement") == 0 };

  if (!self.whole && strcmp (table, "movement_stop") != 0)
    return;
  for (guint i = 0; i < facts->sheets.n; i++)
    {
      const PltSheetFacts *sheet = &facts->sheets.items[i];
      gboolean any = FALSE;

      if (g_strcmp0 (sheet->status, "envoyee") == 0 || g_strcmp0 (sheet->status, "remplacee") == 0)
        continue;
      for (guint j = 0; !any && j < facts->calls.n; j++)
        any = facts->calls.items[j].call_sheet == sheet->id
              && leaves (&self, &facts->calls.items[j]);
      if (any)
        leave_sheet (&self, sheet, batch);
    }
}
