/* What the registers of the movements say beyond their tables: who is aboard, how far a vehicle
 * went, what a stay amounts to. An hour that is typed is marked as typed and stays when the PAT
 * moves; emptied, it follows again. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-moves-follow.h"
#include "plt-moves-leave.h"
#include "plt-moves-totals.h"
#include "plt-register-custom.h"

#define MOST_SEATS 9 /* from here on a bar of signs says less than figures */

#define TEXT_COLUMN(id_, title_, width_, help_)                                                    \
  {                                                                                                \
    .id = id_, .title = title_, .type = PLT_COLUMN_TEXT, .flags = PLT_COLUMN_READ_ONLY,            \
    .help = help_, .width = width_                                                                 \
  }

static gboolean
has_flag (const char *typed, const char *flag)
{
  g_auto (GStrv) flags = typed != NULL ? g_strsplit (typed, ",", -1) : NULL;

  return flags != NULL && g_strv_contains ((const char *const *) flags, flag);
}

static void
mark_typed (PltGridCell *cell)
{
  if (*cell->text == '\0')
    return;
  plt_grid_cell_take_text (cell, g_strdup_printf ("✎ %s", cell->text));
  cell->flags |= PLT_GRID_CELL_BOLD;
  cell->message = _ ("Typed: stays when the PAT moves. Empty it and it follows again.");
}

/* ---- movements ---- */

static const PltComputedColumn movement_columns[] = {
  { TEXT_COLUMN ("aboard", N_ ("Aboard"), 13, N_ ("Passengers, and seats of the vehicle.")),
    "driver" },
  { { NULL } },
};

/* "▮▮▮▯ 3/4" */
static char *
load_text (const PltMove *move)
{
  GString *text = g_string_new (NULL);
  gint64 seats = move->vehicle != NULL ? move->vehicle->seats : PLT_UNKNOWN;

  if (seats == PLT_UNKNOWN)
    {
      if (move->aboard > 0)
        g_string_printf (text, "%u", move->aboard);
      return g_string_free (text, FALSE);
    }
  for (guint i = 0;
       seats <= MOST_SEATS && i < MAX ((guint) MAX (seats, 0), move->aboard) && i < 2 * MOST_SEATS;
       i++)
    g_string_append (text, i < move->aboard ? "▮" : "▯");
  g_string_append_printf (text, "%s%u/%d", text->len > 0 ? " " : "", move->aboard, (int) seats);
  return g_string_free (text, FALSE);
}

static void
show_load (PltSession *session, gint64 id, PltGridCell *cell)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltMovementFacts *row = PLT_FACTS_FIND (facts->movements, PltMovementFacts, id);
  g_autoptr (PltMoves) moves = row != NULL ? plt_moves_new (facts, row->date) : NULL;
  const PltMove *move = moves != NULL ? plt_moves_find (moves, id) : NULL;

  if (move == NULL)
    return;
  plt_grid_cell_take_text (cell, load_text (move));
  if (move->vehicle == NULL || move->vehicle->seats == PLT_UNKNOWN
      || move->aboard <= (guint) MAX (move->vehicle->seats, 0))
    return;
  cell->fill = PLT_GRID_FILL_ERROR;
  cell->message = _ ("More passengers than seats.");
}

static void
decorate_movement (PltSession *session,
                   PltRecord *record,
                   const PltColumn *column,
                   PltGridCell *cell)
{
  if (column == &movement_columns[0].column)
    show_load (session, plt_record_get_id (record), cell);
  else if ((g_str_equal (column->id, "start_minutes")
            && has_flag (plt_record_get_text (record, "typed"), "start"))
           || (g_str_equal (column->id, "return_minutes")
               && has_flag (plt_record_get_text (record, "typed"), "return")))
    mark_typed (cell);
}

static gboolean
is_movement_hour (PltSession *session, PltRecord *record, const PltColumn *column, const char *text)
{
  return g_str_equal (column->id, "start_minutes") || g_str_equal (column->id, "return_minutes");
}

/* What `typed` of that movement will be after the edits that are in the batch already. */
static const char *
typed_now (PltRecord *record, gint64 row, const PltBatch *batch)
{
  const char *typed = record != NULL ? plt_record_get_text (record, "typed") : "";

  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      if (edit->id != row || !g_str_equal (edit->table->id, "movement"))
        continue;
      for (guint j = 0; j < edit->values->len; j++)
        {
          const PltEditValue *value = &g_array_index (edit->values, PltEditValue, j);

          if (g_str_equal (value->column->id, "typed"))
            typed = plt_value_get_text (&value->value);
        }
    }
  return typed;
}

static gboolean
put_movement_hour (PltSession *session,
                   gint64 row,
                   PltRecord *record,
                   const PltColumn *column,
                   const char *text,
                   PltBatch *batch,
                   GError **error)
{
  const char *flag = g_str_equal (column->id, "start_minutes") ? "start" : "return";
  const char *other = g_str_equal (column->id, "start_minutes") ? "return" : "start";
  gboolean keeps = has_flag (typed_now (record, row, batch), other);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (!plt_store_parse_value (plt_session_get_store (session), column, text, &value, error))
    return FALSE;
  if (record != NULL && plt_value_equal (&value, plt_record_get (record, column->id)))
    return TRUE;
  plt_batch_update (batch, "movement", row);
  plt_batch_set_value (batch, column->id, &value);
  if (value.kind == PLT_VALUE_NULL && !keeps)
    plt_batch_set_null (batch, "typed");
  else if (value.kind == PLT_VALUE_NULL)
    plt_batch_set_text (batch, "typed", other);
  else
    plt_batch_set_text (batch, "typed", keeps ? "start,return" : flag);
  return TRUE;
}

const PltRegisterCustom plt_register_movements = {
  .table = "movement",
  .computed = movement_columns,
  .n_frozen = 1,
  .handles = is_movement_hour,
  .put = put_movement_hour,
  .decorate = decorate_movement,
};

/* ---- stops ---- */

static gboolean
is_stop_special (PltSession *session, PltRecord *record, const PltColumn *column, const char *text)
{
  return g_str_equal (column->id, "stop_minutes") || g_str_equal (column->id, "person");
}

static gboolean
is_empty (PltRecord *record, const char *column)
{
  const PltValue *value = record != NULL ? plt_record_get (record, column) : NULL;

  return value == NULL || value->kind == PLT_VALUE_NULL
         || (value->kind == PLT_VALUE_TEXT && *plt_value_get_text (value) == '\0');
}

/* What is known of somebody fills what is empty: telephone, address, the hour of the call. */
static void
fill_from_person (PltSession *session, PltRecord *record, gint64 person, PltBatch *batch)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltPersonFacts *row = PLT_FACTS_FIND (facts->people, PltPersonFacts, person);
  const PltMovementFacts *movement
      = record != NULL ? PLT_FACTS_FIND (facts->movements, PltMovementFacts,
                                         plt_record_get_integer (record, "movement", 0))
                       : NULL;
  const PltDayFacts *day = movement != NULL ? plt_moves_day (facts, movement) : NULL;

  if (row == NULL)
    return;
  if (is_empty (record, "phone") && *row->phone != '\0')
    plt_batch_set_text (batch, "phone", row->phone);
  if (is_empty (record, "place") && *row->address != '\0')
    {
      g_autofree char *place = *row->city != '\0'
                                   ? g_strdup_printf ("%s, %s", row->address, row->city)
                                   : g_strdup (row->address);

      plt_batch_set_text (batch, "place", place);
    }
  for (guint i = 0; day != NULL && is_empty (record, "stop_minutes") && i < facts->calls.n; i++)
    {
      const PltCallFacts *call = &facts->calls.items[i];
      const PltSheetFacts *sheet = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, call->call_sheet);

      if (call->person == person && call->pickup_minutes != PLT_UNKNOWN && sheet != NULL
          && sheet->day == day->id && strcmp (sheet->status, "remplacee") != 0)
        {
          plt_batch_set_integer (batch, "stop_minutes", call->pickup_minutes);
          return;
        }
    }
}

/* Who got on there is fetched no more, who gets on now shares the hours of the ride. */
static void
change_passenger (
    PltSession *session, gint64 row, PltRecord *record, gint64 person, PltBatch *batch)
{
  const PltFacts *facts = plt_session_get_facts (session);

  if (record == NULL || *plt_record_get_text (record, "kind") == '\0')
    return;
  if (plt_record_get_integer (record, "person", 0) != 0)
    plt_moves_leave (facts, "movement_stop", &row, 1, batch);
  if (person != 0 && g_str_equal (plt_record_get_text (record, "kind"), "montee"))
    plt_moves_board (facts, plt_record_get_integer (record, "movement", 0), row, person, batch);
}

static gboolean
put_stop (PltSession *session,
          gint64 row,
          PltRecord *record,
          const PltColumn *column,
          const char *text,
          PltBatch *batch,
          GError **error)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (!plt_store_parse_value (plt_session_get_store (session), column, text, &value, error))
    return FALSE;
  if (record != NULL && plt_value_equal (&value, plt_record_get (record, column->id)))
    return TRUE;
  plt_batch_update (batch, "movement_stop", row);
  plt_batch_set_value (batch, column->id, &value);
  if (g_str_equal (column->id, "stop_minutes"))
    plt_batch_set_integer (batch, "typed", value.kind == PLT_VALUE_INTEGER);
  else if (value.kind == PLT_VALUE_INTEGER)
    fill_from_person (session, record, value.integer, batch);
  if (g_str_equal (column->id, "person"))
    change_passenger (session, row, record, value.kind == PLT_VALUE_INTEGER ? value.integer : 0,
                      batch);
  return TRUE;
}

static void
decorate_stop (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  if (g_str_equal (column->id, "stop_minutes") && plt_record_get_integer (record, "typed", 0) == 1)
    mark_typed (cell);
}

const PltRegisterCustom plt_register_stops = {
  .table = "movement_stop",
  .handles = is_stop_special,
  .put = put_stop,
  .decorate = decorate_stop,
};

/* ---- vehicles ---- */

static const PltComputedColumn vehicle_columns[] = {
  { TEXT_COLUMN ("moves", N_ ("Movements"), 8, N_ ("In the whole production.")), "supplier" },
  { TEXT_COLUMN (
        "kilometres", N_ ("Kilometres"), 9, N_ ("Of the movements whose kilometres are known.")),
    "supplier" },
  { { NULL } },
};

static void
decorate_vehicle (PltSession *session,
                  PltRecord *record,
                  const PltColumn *column,
                  PltGridCell *cell)
{
  const PltFacts *facts = plt_session_get_facts (session);
  gint64 id = plt_record_get_id (record), kilometres = 0;
  guint n = 0;

  if (column != &vehicle_columns[0].column && column != &vehicle_columns[1].column)
    return;
  for (guint i = 0; i < facts->movements.n; i++)
    if (facts->movements.items[i].vehicle == id)
      {
        n++;
        if (facts->movements.items[i].kilometres != PLT_UNKNOWN)
          kilometres += facts->movements.items[i].kilometres;
      }
  if (n == 0)
    plt_grid_cell_take_text (cell, g_strdup (""));
  else if (column == &vehicle_columns[0].column)
    plt_grid_cell_take_text (cell, g_strdup_printf ("%u", n));
  else
    plt_grid_cell_take_text (cell, g_strdup_printf ("%d", (int) kilometres));
}

const PltRegisterCustom plt_register_vehicles = {
  .table = "vehicle",
  .computed = vehicle_columns,
  .n_frozen = 1,
  .decorate = decorate_vehicle,
};

/* ---- journeys and stays ---- */

static const PltComputedColumn travel_columns[] = {
  { TEXT_COLUMN ("days", N_ ("Days"), 6, N_ ("From the first to the last one, both included.")),
    "kilometres" },
  { TEXT_COLUMN (
        "per_diem_total", N_ ("Per diem in all"), 12, N_ ("For each of the days of the row.")),
    "kilometres" },
  { { NULL } },
};

static void
decorate_travel (PltSession *session, PltRecord *record, const PltColumn *column, PltGridCell *cell)
{
  const PltTravelFacts *row;
  PltMoney money;

  if (column != &travel_columns[0].column && column != &travel_columns[1].column)
    return;
  row = PLT_FACTS_FIND (plt_session_get_facts (session)->travels, PltTravelFacts,
                        plt_record_get_id (record));
  money = row != NULL ? plt_travel_per_diem (row) : PLT_UNKNOWN;
  if (row == NULL || row->per_diem_cents == PLT_UNKNOWN)
    plt_grid_cell_take_text (cell, g_strdup (""));
  else if (column == &travel_columns[0].column)
    plt_grid_cell_take_text (cell, g_strdup_printf ("%d", (int) plt_travel_days (row)));
  else
    plt_grid_cell_take_text (cell, money != PLT_UNKNOWN ? plt_money_format_plain (money)
                                                        : g_strdup ("?"));
}

static char *
travel_total (PltSession *session, PltQueryModel *rows)
{
  const PltFacts *facts = plt_session_get_facts (session);
  PltMoney cost = 0, per_diem = 0;
  gint64 nights = 0;
  guint to_book = 0, n = g_list_model_get_n_items (G_LIST_MODEL (rows));
  g_autofree char *costs = NULL;
  g_autofree char *diems = NULL;

  for (guint i = 0; i < n; i++)
    {
      const PltTravelFacts *row
          = PLT_FACTS_FIND (facts->travels, PltTravelFacts, plt_query_model_get_id (rows, i));

      if (row == NULL || g_str_equal (row->status, "annule"))
        continue;
      to_book += g_str_equal (row->status, "a-faire");
      nights += plt_travel_nights (row) != PLT_UNKNOWN ? plt_travel_nights (row) : 0;
      if (row->cost_cents != PLT_UNKNOWN)
        cost += row->cost_cents;
      if (plt_travel_per_diem (row) != PLT_UNKNOWN)
        per_diem += plt_travel_per_diem (row);
    }
  costs = plt_money_format (cost);
  diems = plt_money_format (per_diem);
  return g_strdup_printf (_ ("%d nights · cost %s · per diems %s · %u to book"), (int) nights,
                          costs, diems, to_book);
}

const PltRegisterCustom plt_register_travels = {
  .table = "travel",
  .computed = travel_columns,
  .n_frozen = 1,
  .decorate = decorate_travel,
  .total = travel_total,
};
