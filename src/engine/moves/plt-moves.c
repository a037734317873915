#include "plt-moves.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-text.h"
#include "plt-moves-private.h"

typedef struct
{
  const PltFacts *facts;
  PltReferential *table; /* (nullable) */
  gint64 child_age;
  char **wheelchair; /* (nullable): words */
  GHashTable *calls; /* sheet id -> GPtrArray of PltCallFacts */
  GHashTable *stops; /* movement id -> GPtrArray of PltStopFacts */
} Reader;

/* ---- the referential ---- */

/**
 * plt_moves_rule:
 * @table: (nullable): the referential "mouvements"
 * @code: of a row
 * @source: (out) (optional) (nullable): where it is written
 * @sure: (out) (optional): read in the source; else to verify
 *
 * Returns: its value in its unit, PLT_UNKNOWN when there is none
 */
gint64
plt_moves_rule (const PltReferential *table, const char *code, const char **source, gboolean *sure)
{
  int row = table != NULL ? plt_referential_find (table, "code", code) : -1;
  gint64 value;

  if (source != NULL)
    *source = NULL;
  if (sure != NULL)
    *sure = FALSE;
  if (row < 0
      || !g_ascii_string_to_signed (plt_referential_get (table, (guint) row, "valeur"), 10, 0,
                                    G_MAXINT32, &value, NULL))
    return PLT_UNKNOWN;
  if (source != NULL)
    *source = plt_referential_get (table, (guint) row, "source");
  if (sure != NULL)
    *sure = strcmp (plt_referential_get (table, (guint) row, "marque"), "source") == 0;
  return value;
}

gboolean
plt_moves_is_below (const PltPersonFacts *person, PltDate date, gint64 years)
{
  int year, month, day, born, born_month, born_day;

  if (person == NULL || years == PLT_UNKNOWN || person->birth_date == PLT_DATE_NONE
      || date == PLT_DATE_NONE)
    return FALSE;
  plt_date_to_ymd (date, &year, &month, &day);
  plt_date_to_ymd (person->birth_date, &born, &born_month, &born_day);
  return year - born - (month * 100 + day < born_month * 100 + born_day) < years;
}

static gboolean
says_wheelchair (const Reader *self, const char *remark)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;

  if (self->wheelchair == NULL || *text_of (remark) == '\0')
    return FALSE;
  folded = plt_text_fold (remark);
  words = g_strsplit_set (folded, " ,.;:()/-'", -1);
  for (guint i = 0; self->wheelchair[i] != NULL; i++)
    if (*self->wheelchair[i] != '\0'
        && g_strv_contains ((const char *const *) words, self->wheelchair[i]))
      return TRUE;
  return FALSE;
}

/* ---- days and calls ---- */

/**
 * plt_moves_day_of_date:
 * @facts: the production
 * @date: a day
 *
 * Returns: (nullable): the first shooting day of that date in the plan of the production
 */
const PltDayFacts *
plt_moves_day_of_date (const PltFacts *facts, PltDate date)
{
  for (guint i = 0; date != PLT_DATE_NONE && i < facts->days.n; i++)
    if (facts->days.items[i].date == date
        && facts->days.items[i].schedule == facts->production.schedule)
      return &facts->days.items[i];
  return NULL;
}

const PltDayFacts *
plt_moves_day (const PltFacts *facts, const PltMovementFacts *movement)
{
  const PltDayFacts *day = PLT_FACTS_FIND (facts->days, PltDayFacts, movement->day);

  return day != NULL ? day : plt_moves_day_of_date (facts, movement->date);
}

static void
append (GHashTable *table, gint64 id, gconstpointer row)
{
  GPtrArray *rows = g_hash_table_lookup (table, PLT_ID_TO_POINTER (id));

  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_hash_table_insert (table, PLT_ID_TO_POINTER (id), rows);
    }
  g_ptr_array_add (rows, (gpointer) row);
}

static void
reader_init (Reader *self, const PltFacts *facts)
{
  int row;

  self->facts = facts;
  self->table = plt_referential_open (facts, PLT_MOVES_REFERENTIAL);
  self->child_age = plt_moves_rule (self->table, "siege-enfant-age", NULL, NULL);
  row = self->table != NULL ? plt_referential_find (self->table, "code", "fauteuil-mots") : -1;
  self->wheelchair
      = row >= 0 ? g_strsplit (plt_referential_get (self->table, (guint) row, "valeur"), "|", -1)
                 : NULL;
  self->calls = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->stops = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL,
                                       (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < facts->calls.n; i++)
    append (self->calls, facts->calls.items[i].call_sheet, &facts->calls.items[i]);
  for (guint i = 0; i < facts->stops.n; i++)
    append (self->stops, facts->stops.items[i].movement, &facts->stops.items[i]);
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->table, plt_referential_free);
  g_strfreev (self->wheelchair);
  g_hash_table_unref (self->calls);
  g_hash_table_unref (self->stops);
}

/* ---- one movement ---- */

static void
move_free (gpointer data)
{
  PltMove *move = data;

  g_ptr_array_unref (move->passengers);
  g_free (move);
}

gboolean
plt_move_brings (const PltMove *move)
{
  return strcmp (text_of (move->movement->kind), "aller") == 0
         || strcmp (text_of (move->movement->kind), "navette") == 0;
}

static PltPassenger *
add_passenger (const Reader *self, PltMove *move, gint64 person, const PltCallFacts *call)
{
  PltPassenger *passenger = g_new0 (PltPassenger, 1);

  passenger->person = PLT_FACTS_FIND (self->facts->people, PltPersonFacts, person);
  passenger->call = call;
  passenger->count = 1;
  passenger->child = plt_moves_is_below (passenger->person, move->movement->date, self->child_age);
  passenger->wheelchair = call != NULL && says_wheelchair (self, call->remark);
  g_ptr_array_add (move->passengers, passenger);
  return passenger;
}

/* Somebody of the team by who they are, a group by what it is called. */
static const PltCallFacts *
call_of (const GPtrArray *calls, const PltStopFacts *stop)
{
  for (guint i = 0; calls != NULL && i < calls->len; i++)
    {
      const PltCallFacts *call = calls->pdata[i];

      if (stop->person != 0 ? call->person == stop->person
                            : call->person == 0 && call->movement == stop->movement
                                  && *text_of (call->function) != '\0'
                                  && strcmp (call->function, text_of (stop->name)) == 0)
        return call;
    }
  return NULL;
}

/* Stops in order: who gets on, who gets off, the most that are aboard. */
static void
read_stops (const Reader *self, PltMove *move, const GPtrArray *calls)
{
  const GPtrArray *stops
      = g_hash_table_lookup (self->stops, PLT_ID_TO_POINTER (move->movement->id));
  guint aboard = 0;

  for (guint i = 0; stops != NULL && i < stops->len; i++)
    {
      const PltStopFacts *stop = stops->pdata[i];
      guint count = stop->count > 0 ? (guint) MIN (stop->count, 10000) : 1;

      if (strcmp (text_of (stop->kind), "montee") == 0)
        {
          PltPassenger *passenger = add_passenger (self, move, stop->person, call_of (calls, stop));

          passenger->stop = stop;
          passenger->count = count;
          passenger->wheelchair |= says_wheelchair (self, stop->remark);
          aboard += count;
        }
      else if (strcmp (text_of (stop->kind), "descente") == 0)
        aboard -= MIN (count, aboard);
      move->aboard = MAX (move->aboard, aboard);
    }
}

static gboolean
has_stop (const PltMove *move, const PltCallFacts *call)
{
  for (guint i = 0; i < move->passengers->len; i++)
    if (((const PltPassenger *) move->passengers->pdata[i])->call == call)
      return TRUE;
  return FALSE;
}

static void
read_passengers (const Reader *self, PltMove *move)
{
  const PltDayFacts *day = plt_moves_day (self->facts, move->movement);
  const PltSheetFacts *sheet = day != NULL ? plt_callsheet_of_day (self->facts, day->id) : NULL;
  const GPtrArray *calls
      = sheet != NULL ? g_hash_table_lookup (self->calls, PLT_ID_TO_POINTER (sheet->id)) : NULL;

  read_stops (self, move, calls);
  for (guint i = 0; calls != NULL && i < calls->len; i++)
    {
      const PltCallFacts *call = calls->pdata[i];
      PltPassenger *passenger;

      if (call->movement != move->movement->id || has_stop (move, call))
        continue;
      passenger = add_passenger (self, move, call->person, call);
      passenger->count = call->count > 0 ? (guint) MIN (call->count, 10000) : 1;
      move->aboard += passenger->count;
    }
  for (guint i = 0; i < move->passengers->len; i++)
    {
      const PltPassenger *passenger = move->passengers->pdata[i];

      move->children += passenger->child;
      move->wheelchairs += passenger->wheelchair;
    }
}

static void
read_hours (PltMove *move)
{
  const PltMovementFacts *row = move->movement;

  move->start = row->start_minutes;
  move->arrival = row->start_minutes != PLT_UNKNOWN && row->drive_minutes != PLT_UNKNOWN
                      ? row->start_minutes + row->drive_minutes
                      : row->needed_minutes;
  move->end = row->return_minutes != PLT_UNKNOWN ? row->return_minutes
              : move->arrival != PLT_UNKNOWN     ? move->arrival
                                                 : move->start;
  move->deadline = PLT_UNKNOWN;
  for (guint i = 0; plt_move_brings (move) && i < move->passengers->len; i++)
    {
      const PltCallFacts *call = ((const PltPassenger *) move->passengers->pdata[i])->call;
      gint64 minutes = call == NULL                       ? PLT_UNKNOWN
                       : call->hmc_minutes != PLT_UNKNOWN ? call->hmc_minutes
                                                          : call->pat_minutes;

      if (minutes == PLT_UNKNOWN || (move->first != NULL && minutes >= move->deadline))
        continue;
      move->deadline = minutes;
      move->first = call;
    }
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  const PltMovementFacts *x = (*(PltMove *const *) a)->movement,
                         *y = (*(PltMove *const *) b)->movement;

  if (x->date != y->date)
    return x->date < y->date ? -1 : 1;
  if (x->start_minutes != y->start_minutes) /* without an hour: last */
    return x->start_minutes == PLT_UNKNOWN       ? 1
           : y->start_minutes == PLT_UNKNOWN     ? -1
           : x->start_minutes < y->start_minutes ? -1
                                                 : 1;
  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/**
 * plt_moves_new:
 * @facts: the production
 * @date: of a day, PLT_DATE_NONE for all
 *
 * Returns: (transfer full): its movements; lives no longer than @facts
 */
PltMoves *
plt_moves_new (const PltFacts *facts, PltDate date)
{
  PltMoves *self = g_new0 (PltMoves, 1);
  Reader reader;

  reader_init (&reader, facts);
  self->moves = g_ptr_array_new_with_free_func (move_free);
  self->index = g_hash_table_new (g_direct_hash, g_direct_equal);
  for (guint i = 0; i < facts->movements.n; i++)
    {
      const PltMovementFacts *row = &facts->movements.items[i];
      PltMove *move;

      if (date != PLT_DATE_NONE && row->date != date)
        continue;
      move = g_new0 (PltMove, 1);
      move->movement = row;
      move->vehicle = PLT_FACTS_FIND (facts->vehicles, PltVehicleFacts, row->vehicle);
      move->driver = PLT_FACTS_FIND (facts->people, PltPersonFacts, row->driver);
      move->passengers = g_ptr_array_new_with_free_func (g_free);
      read_passengers (&reader, move);
      read_hours (move);
      g_ptr_array_add (self->moves, move);
      g_hash_table_insert (self->index, PLT_ID_TO_POINTER (row->id), move);
    }
  g_ptr_array_sort (self->moves, compare_moves);
  reader_clear (&reader);
  return self;
}

void
plt_moves_free (PltMoves *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->moves);
  g_hash_table_unref (self->index);
  g_free (self);
}

const PltMove *
plt_moves_find (const PltMoves *self, gint64 movement)
{
  return g_hash_table_lookup (self->index, PLT_ID_TO_POINTER (movement));
}

/* ---- words ---- */

char *
plt_passenger_name (const PltPassenger *passenger)
{
  g_autofree char *name
      = passenger->person != NULL ? plt_facts_person_name (passenger->person) : NULL;

  if (name == NULL && passenger->stop != NULL)
    name = g_strdup (text_of (passenger->stop->name));
  if (name == NULL && passenger->call != NULL)
    name = g_strdup (text_of (passenger->call->function));
  if (name == NULL)
    name = g_strdup ("");
  return passenger->count > 1 && passenger->person == NULL
             ? g_strdup_printf ("%u %s", passenger->count, name)
             : g_steal_pointer (&name);
}

char *
plt_move_name (const PltMove *move)
{
  const PltMovementFacts *row = move->movement;

  if (*text_of (row->number) != '\0')
    return g_strdup (row->number);
  if (*text_of (row->start_place) != '\0' && *text_of (row->end_place) != '\0')
    return g_strdup_printf ("%s – %s", row->start_place, row->end_place);
  if (move->vehicle != NULL)
    return g_strdup (move->vehicle->name);
  return plt_date_format_short (row->date);
}
