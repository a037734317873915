/* The movements of another day taken over, stops and all. */
#include "plt-moves-propose.h"
#include "plt-moves-private.h"

PltDate
plt_moves_date_before (const PltFacts *facts, PltDate date)
{
  PltDate found = PLT_DATE_NONE;

  for (guint i = 0; i < facts->movements.n; i++)
    if (facts->movements.items[i].date != PLT_DATE_NONE && facts->movements.items[i].date < date
        && (found == PLT_DATE_NONE || facts->movements.items[i].date > found))
      found = facts->movements.items[i].date;
  return found;
}

static void
set_number (PltBatch *batch, const char *column, gint64 value)
{
  if (value != PLT_UNKNOWN)
    plt_batch_set_integer (batch, column, value);
}

static void
set_row (PltBatch *batch, const char *column, gint64 id)
{
  if (id != 0)
    plt_batch_set_integer (batch, column, id);
}

static void
copy_stop (const PltStopFacts *stop, gint64 movement, PltBatch *batch)
{
  plt_batch_insert (batch, "movement_stop");
  plt_batch_set_integer (batch, "movement", movement);
  set_text (batch, "kind", stop->kind);
  set_row (batch, "person", stop->person);
  set_text (batch, "name", stop->name);
  set_number (batch, "count", stop->count);
  set_text (batch, "place", stop->place);
  set_number (batch, "stop_minutes", stop->stop_minutes);
  if (stop->typed)
    plt_batch_set_integer (batch, "typed", 1);
  set_text (batch, "phone", stop->phone);
  set_text (batch, "remark", stop->remark);
}

static void
copy_movement (const PltFacts *facts,
               const PltMovementFacts *row,
               PltDate date,
               const char *number,
               PltBatch *batch)
{
  const PltDayFacts *day = plt_moves_day_of_date (facts, date);
  gint64 handle = plt_batch_insert (batch, "movement");

  plt_batch_set_date (batch, "date", date);
  set_row (batch, "day", day != NULL ? day->id : 0);
  set_text (batch, "number", number);
  set_text (batch, "kind", row->kind);
  set_row (batch, "vehicle", row->vehicle);
  set_row (batch, "driver", row->driver);
  set_number (batch, "start_minutes", row->start_minutes);
  set_text (batch, "start_place", row->start_place);
  set_text (batch, "end_place", row->end_place);
  set_number (batch, "needed_minutes", row->needed_minutes);
  set_number (batch, "drive_minutes", row->drive_minutes);
  set_number (batch, "margin_minutes", row->margin_minutes);
  set_number (batch, "return_minutes", row->return_minutes);
  set_number (batch, "kilometres", row->kilometres);
  set_text (batch, "load", row->load);
  set_text (batch, "typed", row->typed);
  set_text (batch, "note", row->note);
  for (guint i = 0; i < facts->stops.n; i++)
    if (facts->stops.items[i].movement == row->id)
      copy_stop (&facts->stops.items[i], handle, batch);
}

guint
plt_moves_copy (const PltFacts *facts, PltDate from, PltDate to, PltBatch *batch)
{
  g_autoptr (PltMoves) moves = NULL;

  if (from == PLT_DATE_NONE || to == PLT_DATE_NONE)
    return 0;
  moves = plt_moves_new (facts, from);
  for (guint i = 0; i < moves->moves->len; i++)
    {
      g_autofree char *number = plt_moves_next_number (facts, to, i);

      copy_movement (facts, ((const PltMove *) moves->moves->pdata[i])->movement, to, number,
                     batch);
    }
  return moves->moves->len;
}
