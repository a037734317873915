#include "plt-cash-moves.h"

#include <glib/gi18n-lib.h>

#include "plt-cash-what-if.h"

#define MOST_OF_DAY 8

typedef struct
{
  PltDate date;
  char *title;
  char *event; /* (nullable) */
  PltMoney amount, vat;
  PltCashState state;
  PltRef ref;
} Move;

struct _PltCashMoves
{
  GObject parent_instance;

  GArray *moves; /* Move */
  PltMoney total, vat;
};

static void plt_cash_moves_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltCashMoves,
                               plt_cash_moves,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_cash_moves_iface_init))

PltCashMoves *
plt_cash_moves_new (void)
{
  return g_object_new (PLT_TYPE_CASH_MOVES, NULL);
}

static void
move_clear (gpointer data)
{
  Move *move = data;

  g_free (move->title);
  g_free (move->event);
}

static const Move *
move_at (PltCashMoves *self, guint index)
{
  return &g_array_index (self->moves, Move, index);
}

static void
add (PltMoney *total, PltMoney amount)
{
  if (!plt_money_add (*total, amount, total))
    *total = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

static void
emit (PltCashMoves *self, guint before)
{
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before > 0 ? before + 1 : 0,
                               self->moves->len > 0 ? self->moves->len + 1 : 0);
}

void
plt_cash_moves_clear (PltCashMoves *self)
{
  guint before;

  g_return_if_fail (PLT_IS_CASH_MOVES (self));

  before = self->moves->len;
  g_array_set_size (self->moves, 0);
  emit (self, before);
}

void
plt_cash_moves_show (PltCashMoves *self,
                     const PltFacts *facts,
                     const PltCashPlan *plan,
                     PltCashModel *table,
                     guint row,
                     PltDate from,
                     PltDate to)
{
  guint before;

  g_return_if_fail (PLT_IS_CASH_MOVES (self));

  before = self->moves->len;
  g_array_set_size (self->moves, 0);
  self->total = self->vat = 0;
  for (guint i = 0; i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);
      Move shown = { .date = move->date, .amount = move->amount, .vat = move->vat };

      if (move->date > to)
        break;
      if (move->date < from || !plt_cash_model_includes (table, row, move->row))
        continue;
      shown.title = plt_cash_move_title (facts, plan, move);
      shown.state = move->state;
      shown.ref = move->ref;
      if (move->event >= 0 && (guint) move->event < plan->events->len)
        shown.event
            = g_strdup (g_array_index (plan->events, PltCashEvent, (guint) move->event).label);
      g_array_append_val (self->moves, shown);
      add (&self->total, move->amount);
      add (&self->vat, move->vat);
    }
  emit (self, before);
}

guint
plt_cash_moves_count (PltCashMoves *self)
{
  g_return_val_if_fail (PLT_IS_CASH_MOVES (self), 0);

  return self->moves->len;
}

PltMoney
plt_cash_moves_total (PltCashMoves *self)
{
  g_return_val_if_fail (PLT_IS_CASH_MOVES (self), 0);

  return self->total;
}

PltRef
plt_cash_moves_get_ref (PltCashMoves *self, guint row)
{
  g_return_val_if_fail (PLT_IS_CASH_MOVES (self), (PltRef){ NULL });

  return row < self->moves->len ? move_at (self, row)->ref : (PltRef){ NULL };
}

/* ---- one day in words ---- */

static int
by_size (gconstpointer a, gconstpointer b)
{
  const PltMoney one = ABS ((*(PltCashMove *const *) a)->amount);
  const PltMoney two = ABS ((*(PltCashMove *const *) b)->amount);

  return one != two ? (one > two ? -1 : 1) : 0;
}

char *
plt_cash_moves_of_day (const PltFacts *facts, const PltCashPlan *plan, PltDate date)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GString *text;

  for (guint i = 0; i < plan->moves->len; i++)
    if (g_array_index (plan->moves, PltCashMove, i).date == date)
      g_ptr_array_add (found, &g_array_index (plan->moves, PltCashMove, i));
  if (found->len == 0)
    return NULL;
  g_ptr_array_sort (found, by_size);
  text = g_string_new (NULL);
  for (guint i = 0; i < found->len && i < MOST_OF_DAY; i++)
    {
      const PltCashMove *move = found->pdata[i];
      g_autofree char *title = plt_cash_move_title (facts, plan, move);
      g_autofree char *amount = plt_money_format (move->amount);

      g_string_append_printf (text, "%s%s%s  %s", i > 0 ? "\n" : "", move->amount > 0 ? "+" : "",
                              amount, title);
    }
  if (found->len > MOST_OF_DAY)
    g_string_append_printf (
        text, ngettext ("\n… and %u more", "\n… and %u more", found->len - MOST_OF_DAY),
        found->len - MOST_OF_DAY);
  return g_string_free (text, FALSE);
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  const guint n = PLT_CASH_MOVES (model)->moves->len;

  return n > 0 ? n + 1 : 0;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_CASH_MOVES_N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  static const struct
  {
    const char *id, *title;
    guint width;
  } columns[PLT_CASH_MOVES_N_COLUMNS] = {
    [PLT_CASH_MOVES_DATE] = { "date", N_ ("Date"), 10 },
    [PLT_CASH_MOVES_TITLE] = { "title", N_ ("Movement"), 24 },
    [PLT_CASH_MOVES_AMOUNT] = { "amount", N_ ("With VAT"), 11 },
    [PLT_CASH_MOVES_BARE] = { "bare", N_ ("Without VAT"), 11 },
    [PLT_CASH_MOVES_VAT] = { "vat", N_ ("VAT"), 10 },
    [PLT_CASH_MOVES_EVENT] = { "event", N_ ("Event"), 20 },
    [PLT_CASH_MOVES_STATE] = { "state", N_ ("State"), 8 },
  };

  out->id = columns[column].id;
  out->title = _ (columns[column].title);
  out->width = columns[column].width;
  out->flags = PLT_GRID_COLUMN_UNSORTED;
  if (column != PLT_CASH_MOVES_AMOUNT && column != PLT_CASH_MOVES_BARE
      && column != PLT_CASH_MOVES_VAT)
    return;
  out->flags |= PLT_GRID_COLUMN_NUMBER;
  out->align = PLT_GRID_ALIGN_END;
  out->unit = "€";
}

static gint64
get_key (PltGridModel *model, guint row)
{
  PltCashMoves *self = PLT_CASH_MOVES (model);

  return row < self->moves->len ? row : G_MAXINT64;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind = row < PLT_CASH_MOVES (model)->moves->len ? PLT_GRID_ROW_NORMAL : PLT_GRID_ROW_TOTAL;
}

static gboolean
get_number (PltGridModel *model, guint row, guint column, gint64 *number)
{
  PltCashMoves *self = PLT_CASH_MOVES (model);
  const gboolean sum = row >= self->moves->len;
  const PltMoney amount = sum ? self->total : move_at (self, row)->amount;
  const PltMoney vat = sum ? self->vat : move_at (self, row)->vat;

  switch (column)
    {
    case PLT_CASH_MOVES_AMOUNT:
      *number = amount;
      return TRUE;
    case PLT_CASH_MOVES_BARE:
      return plt_money_sub (amount, vat, number);
    case PLT_CASH_MOVES_VAT:
      *number = vat;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  PltCashMoves *self = PLT_CASH_MOVES (model);
  const Move *move = row < self->moves->len ? move_at (self, row) : NULL;
  gint64 number;

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (get_number (model, row, column, &number))
    {
      if (number != 0 || column != PLT_CASH_MOVES_VAT)
        plt_grid_cell_take_text (cell, plt_money_format_plain (number));
      return;
    }
  if (column == PLT_CASH_MOVES_TITLE)
    cell->text = move != NULL ? move->title : _ ("Sum");
  else if (move != NULL && column == PLT_CASH_MOVES_DATE)
    plt_grid_cell_take_text (cell, plt_date_format_numeric (move->date));
  else if (move != NULL && column == PLT_CASH_MOVES_EVENT)
    cell->text = move->event != NULL ? move->event : "";
  else if (move != NULL && column == PLT_CASH_MOVES_STATE)
    plt_grid_cell_take_text (cell, g_strdup_printf ("%s %s", plt_cash_state_sign (move->state),
                                                    plt_cash_state_title (move->state)));
  if (move != NULL && move->ref.table != NULL && column == PLT_CASH_MOVES_TITLE)
    cell->flags |= PLT_GRID_CELL_LINK;
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return plt_money_format (number);
}

static void
plt_cash_moves_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
  iface->get_number = get_number;
  iface->format_number = format_number;
}

static void
plt_cash_moves_finalize (GObject *object)
{
  g_array_unref (PLT_CASH_MOVES (object)->moves);

  G_OBJECT_CLASS (plt_cash_moves_parent_class)->finalize (object);
}

static void
plt_cash_moves_class_init (PltCashMovesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_cash_moves_finalize;
}

static void
plt_cash_moves_init (PltCashMoves *self)
{
  self->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_array_set_clear_func (self->moves, move_clear);
}
