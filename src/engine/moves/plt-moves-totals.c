#include "plt-moves-totals.h"
#include "plt-moves-private.h"

#include <string.h>

#define MILLI_PER_CENT 10

/* ---- one journey or stay ---- */

gboolean
plt_travel_is_stay (const PltTravelFacts *travel)
{
  return strcmp (text_of (travel->kind), "hotel") == 0
         || strcmp (text_of (travel->kind), "logement") == 0;
}

gint64
plt_travel_nights (const PltTravelFacts *travel)
{
  if (!plt_travel_is_stay (travel))
    return 0;
  if (travel->nights != PLT_UNKNOWN)
    return MAX (travel->nights, 0);
  return travel->from_date == PLT_DATE_NONE || travel->to_date == PLT_DATE_NONE
             ? PLT_UNKNOWN
             : MAX (travel->to_date - travel->from_date, 0);
}

gint64
plt_travel_days (const PltTravelFacts *travel)
{
  if (travel->from_date != PLT_DATE_NONE && travel->to_date != PLT_DATE_NONE)
    return MAX (travel->to_date - travel->from_date, 0) + 1;
  return plt_travel_nights (travel) != PLT_UNKNOWN ? plt_travel_nights (travel) + 1 : 1;
}

PltMoney
plt_travel_per_diem (const PltTravelFacts *travel)
{
  PltMoney total;

  if (travel->per_diem_cents == PLT_UNKNOWN
      || !plt_money_mul (travel->per_diem_cents, plt_travel_days (travel), &total))
    return PLT_UNKNOWN;
  return total;
}

static gboolean
is_off (const PltTravelFacts *travel)
{
  return strcmp (text_of (travel->status), "annule") == 0;
}

/* ---- distances ---- */

static guint
people_of (const PltMove *move)
{
  guint n = move->driver != NULL ? 1 : 0;

  for (guint i = 0; i < move->passengers->len; i++)
    n += ((const PltPassenger *) move->passengers->pdata[i])->count;
  return n;
}

static int
compare_distances (gconstpointer a, gconstpointer b)
{
  const PltDistance *x = a, *y = b;

  if (x->date != y->date)
    return x->date < y->date ? -1 : 1;
  if (x->ref.table != y->ref.table)
    return strcmp (x->ref.table, y->ref.table);
  return (x->ref.id > y->ref.id) - (x->ref.id < y->ref.id);
}

/**
 * plt_moves_distances:
 * @facts: the production
 *
 * Returns: (transfer full) (element-type PltDistance): every movement and every journey, those
 * whose kilometres are missing too
 */
GArray *
plt_moves_distances (const PltFacts *facts)
{
  g_autoptr (PltMoves) moves = plt_moves_new (facts, PLT_DATE_NONE);
  GArray *list = g_array_new (FALSE, TRUE, sizeof (PltDistance));

  for (guint i = 0; i < moves->moves->len; i++)
    {
      const PltMove *move = moves->moves->pdata[i];
      const PltDistance row = {
        .ref = { "movement", move->movement->id, "kilometres" },
        .date = move->movement->date,
        .mode = move->vehicle != NULL ? text_of (move->vehicle->kind) : "",
        .energy = move->vehicle != NULL ? text_of (move->vehicle->energy) : "",
        .kilometres = move->movement->kilometres,
        .people = people_of (move),
        .person = move->movement->driver,
      };

      g_array_append_val (list, row);
    }
  for (guint i = 0; i < facts->travels.n; i++)
    {
      const PltTravelFacts *travel = &facts->travels.items[i];
      const PltDistance row = {
        .ref = { "travel", travel->id, "kilometres" },
        .date = travel->from_date,
        .mode = text_of (travel->kind),
        .energy = "",
        .kilometres = travel->kilometres,
        .people = 1,
        .person = travel->person,
      };

      if (!is_off (travel) && !plt_travel_is_stay (travel))
        g_array_append_val (list, row);
    }
  g_array_sort (list, compare_distances);
  return list;
}

GArray *
plt_moves_sum_distances (const GArray *distances)
{
  GArray *sums = g_array_new (FALSE, TRUE, sizeof (PltDistanceSum));

  for (guint i = 0; i < distances->len; i++)
    {
      const PltDistance *row = &g_array_index (distances, PltDistance, i);
      PltDistanceSum *sum = NULL;

      for (guint j = 0; sum == NULL && j < sums->len; j++)
        {
          PltDistanceSum *other = &g_array_index (sums, PltDistanceSum, j);

          if (strcmp (other->mode, row->mode) == 0 && strcmp (other->energy, row->energy) == 0)
            sum = other;
        }
      if (sum == NULL)
        {
          const PltDistanceSum new = { .mode = row->mode, .energy = row->energy };

          g_array_append_val (sums, new);
          sum = &g_array_index (sums, PltDistanceSum, sums->len - 1);
        }
      sum->n++;
      if (row->kilometres == PLT_UNKNOWN)
        sum->n_missing++;
      else
        {
          sum->kilometres += row->kilometres;
          sum->person_kilometres += row->kilometres * row->people;
        }
    }
  return sums;
}

/* ---- expenses ---- */

/* Half a cent is rounded up. */
static PltMoney
amount_of (gint64 kilometres, gint64 rate)
{
  PltMoney thousandths;

  if (kilometres == PLT_UNKNOWN || rate == PLT_UNKNOWN
      || !plt_money_mul (kilometres, rate, &thousandths))
    return PLT_UNKNOWN;
  return (thousandths + MILLI_PER_CENT / 2) / MILLI_PER_CENT;
}

static void
add_kilometres (PltExpenses *self,
                PltRef ref,
                gint64 person,
                PltDate date,
                gint64 kilometres,
                const PltVehicleFacts *vehicle)
{
  const char *kind = vehicle != NULL ? text_of (vehicle->kind) : "";
  const char *code = strcmp (kind, "deux-roues") == 0 ? "indemnite-km-deux-roues" : "indemnite-km";
  PltExpense line = { .ref = ref,
                      .kind = PLT_EXPENSE_KILOMETRES,
                      .person = person,
                      .date = date,
                      .quantity = kilometres };

  if (person == 0 || kilometres == PLT_UNKNOWN || kilometres <= 0 || strcmp (kind, "velo") == 0)
    return;
  line.rate = plt_moves_rule (self->table, code, &line.source, &line.sure);
  if (line.rate != PLT_UNKNOWN && vehicle != NULL
      && strcmp (text_of (vehicle->energy), "electrique") == 0)
    {
      gint64 more = plt_moves_rule (self->table, "indemnite-electrique", NULL, NULL);

      if (more != PLT_UNKNOWN
          && !plt_money_apply_rate (line.rate, PLT_RATE_ONE + more, PLT_RATE_ONE, PLT_ROUND_HALF_UP,
                                    &line.rate))
        line.rate = PLT_UNKNOWN;
    }
  line.cents = amount_of (kilometres, line.rate);
  g_array_append_val (self->lines, line);
}

static void
add_movement (PltExpenses *self, const PltFacts *facts, const PltMovementFacts *movement)
{
  const PltVehicleFacts *vehicle
      = PLT_FACTS_FIND (facts->vehicles, PltVehicleFacts, movement->vehicle);

  if (vehicle != NULL
      && (vehicle->driver != movement->driver || *text_of (vehicle->supplier) != '\0'))
    return;
  add_kilometres (self, (PltRef){ "movement", movement->id, "kilometres" }, movement->driver,
                  movement->date, movement->kilometres, vehicle);
}

static void
add_travel (PltExpenses *self, const PltTravelFacts *travel)
{
  gboolean stay = plt_travel_is_stay (travel);
  PltExpense line = { .ref = { "travel", travel->id, NULL },
                      .person = travel->person,
                      .date = travel->from_date,
                      .rate = PLT_UNKNOWN,
                      .sure = TRUE };

  if (is_off (travel) || travel->person == 0)
    return;
  if (strcmp (text_of (travel->kind), "voiture") == 0)
    add_kilometres (self, (PltRef){ "travel", travel->id, "kilometres" }, travel->person,
                    travel->from_date, travel->kilometres, NULL);
  if (travel->per_diem_cents != PLT_UNKNOWN && travel->per_diem_cents != 0)
    {
      line.kind = PLT_EXPENSE_PER_DIEM;
      line.ref.column = "per_diem_cents";
      line.quantity = plt_travel_days (travel);
      line.rate = travel->per_diem_cents;
      line.cents = plt_travel_per_diem (travel);
      g_array_append_val (self->lines, line);
    }
  if (travel->cost_cents != PLT_UNKNOWN && travel->cost_cents != 0)
    {
      gint64 nights = plt_travel_nights (travel);

      line.kind = stay ? PLT_EXPENSE_LODGING : PLT_EXPENSE_TICKET;
      line.ref.column = "cost_cents";
      line.quantity = stay && nights != PLT_UNKNOWN ? MAX (nights, 1) : 1;
      line.rate = PLT_UNKNOWN;
      line.cents = travel->cost_cents;
      g_array_append_val (self->lines, line);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  const PltExpense *x = a, *y = b;
  GHashTable *order = data;
  guint i = GPOINTER_TO_UINT (g_hash_table_lookup (order, PLT_ID_TO_POINTER (x->person))),
        j = GPOINTER_TO_UINT (g_hash_table_lookup (order, PLT_ID_TO_POINTER (y->person)));

  if (i != j)
    return i < j ? -1 : 1;
  if (x->date != y->date)
    return x->date < y->date ? -1 : 1;
  if (x->ref.table != y->ref.table)
    return strcmp (x->ref.table, y->ref.table);
  if (x->ref.id != y->ref.id)
    return x->ref.id < y->ref.id ? -1 : 1;
  return (int) x->kind - (int) y->kind;
}

/**
 * plt_moves_expenses:
 * @facts: the production
 *
 * Returns: (transfer full): the lines of all expense notes
 */
PltExpenses *
plt_moves_expenses (const PltFacts *facts)
{
  PltExpenses *self = g_new0 (PltExpenses, 1);
  g_autoptr (GHashTable) order = g_hash_table_new (g_direct_hash, g_direct_equal);

  self->table = plt_referential_open (facts, PLT_MOVES_REFERENTIAL);
  self->lines = g_array_new (FALSE, TRUE, sizeof (PltExpense));
  for (guint i = 0; i < facts->movements.n; i++)
    add_movement (self, facts, &facts->movements.items[i]);
  for (guint i = 0; i < facts->travels.n; i++)
    add_travel (self, &facts->travels.items[i]);
  for (guint i = 0; i < facts->people.n; i++)
    g_hash_table_insert (order, PLT_ID_TO_POINTER (facts->people.items[i].id),
                         GUINT_TO_POINTER (i + 1));
  g_array_sort_with_data (self->lines, compare_lines, order);
  return self;
}

void
plt_expenses_free (PltExpenses *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_clear_pointer (&self->table, plt_referential_free);
  g_free (self);
}

PltMoney
plt_expenses_total (const PltExpenses *self, gint64 person, guint *missing)
{
  PltMoney total = 0;
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const PltExpense *line = &g_array_index (self->lines, PltExpense, i);

      if (person != 0 && line->person != person)
        continue;
      if (line->cents == PLT_UNKNOWN || !plt_money_add (total, line->cents, &total))
        n++;
    }
  if (missing != NULL)
    *missing = n;
  return total;
}
