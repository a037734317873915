#include "plt-cash-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-what-if.h"

#define LABEL_WIDTH 30
#define PERIOD_WIDTH 12
#define NOTHING 0xff /* no move, so no state */

typedef enum
{
  SECTION_NONE,
  SECTION_IN,
  SECTION_OUT,
  SECTION_CREDIT,
  SECTION_ALL,
} Section;

/* Rows that are no sum of moves. */
typedef enum
{
  PART_MOVES,
  PART_OPENING,
  PART_BALANCE,
  PART_LOWEST,
  PART_OVERDRAFT,
  PART_AVAILABLE,
} Part;

/* One row as it is shown. */
typedef struct
{
  PltGridRowKind kind;
  char *label;
  PltRef ref;
  int plan_row;    /* -1 when it is not one row of the plan */
  Section section; /* of a total: what it adds up; of a row: where it stands */
  Part part;
  PltMoney *amounts; /* one a period, then the total; NULL for headings */
  guint8 *states;    /* PltCashState a period, NOTHING without moves; (nullable) */
  gint64 key;
} Row;

struct _PltCashModel
{
  GObject parent_instance;

  PltCashStep step;
  GArray *periods; /* PltCashPeriod */
  GPtrArray *titles, *tips, *ids;
  GPtrArray *rows;  /* Row */
  GArray *sections; /* Section of each row of the plan */
  PltMoney overdraft;
};

static void plt_cash_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltCashModel,
                               plt_cash_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_cash_model_iface_init))

PltCashModel *
plt_cash_model_new (void)
{
  return g_object_new (PLT_TYPE_CASH_MODEL, NULL);
}

static void
row_free (Row *self)
{
  g_free (self->label);
  g_free (self->amounts);
  g_free (self->states);
  g_free (self);
}

static const Row *
row_at (PltCashModel *self, guint row)
{
  return self->rows->pdata[row];
}

static const PltCashPeriod *
period_at (PltCashModel *self, guint period)
{
  return &g_array_index (self->periods, PltCashPeriod, period);
}

/* ---- what the engine says, as rows ---- */

static Section
section_of (PltCashRowKind kind)
{
  switch (kind)
    {
    case PLT_CASH_ROW_SOURCE:
    case PLT_CASH_ROW_VAT_REFUND:
    case PLT_CASH_ROW_OTHER_IN:
      return SECTION_IN;
    case PLT_CASH_ROW_DRAWING:
    case PLT_CASH_ROW_INTEREST:
    case PLT_CASH_ROW_REPAYMENT:
      return SECTION_CREDIT;
    case PLT_CASH_ROW_POST:
    case PLT_CASH_ROW_CONTRIBUTIONS:
    case PLT_CASH_ROW_PERCENTS:
    case PLT_CASH_ROW_OVERHEADS:
    case PLT_CASH_ROW_CONTINGENCY:
    case PLT_CASH_ROW_OTHER_OUT:
    case PLT_CASH_ROW_VAT:
    default:
      return SECTION_OUT;
    }
}

static Row *
add_row (
    PltCashModel *self, PltGridRowKind kind, const char *label, Section section, gboolean amounts)
{
  Row *row = g_new0 (Row, 1);

  row->kind = kind;
  row->label = g_strdup (label);
  row->section = section;
  row->plan_row = -1;
  row->amounts = amounts ? g_new0 (PltMoney, self->periods->len + 1) : NULL;
  row->key = ((gint64) kind << 8 | (gint64) section << 4) + ((gint64) g_str_hash (label) << 12);
  g_ptr_array_add (self->rows, row);
  return row;
}

/* How sure the amounts of each row of the plan are, period by period. */
static guint8 *
read_states (PltCashModel *self, const PltCashPlan *plan)
{
  const guint n = self->periods->len;
  guint8 *states = g_malloc (MAX ((gsize) plan->rows->len * n, 1));
  guint period = 0;

  memset (states, NOTHING, (gsize) plan->rows->len * n);
  for (guint i = 0; i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);
      guint8 *state;

      while (period + 1 < n && period_at (self, period)->end < move->date)
        period++;
      state = &states[(gsize) move->row * n + period];
      *state = *state == NOTHING ? (guint8) move->state : MIN (*state, (guint8) move->state);
    }
  return states;
}

static gboolean
moves (const PltMoney *amounts, guint n)
{
  for (guint i = 0; i < n; i++)
    if (amounts[i] != 0)
      return TRUE;
  return FALSE;
}

static void
add_amount (PltMoney *total, PltMoney amount)
{
  if (!plt_money_add (*total, amount, total))
    *total = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

/* A section, when something moves in it, with its total at its foot. */
static void
add_section (PltCashModel *self,
             const PltCashPlan *plan,
             const PltMoney *table,
             const guint8 *states,
             Section section,
             const char *heading,
             const char *foot)
{
  const guint n = self->periods->len;
  const int sign = section == SECTION_OUT ? -1 : 1;
  g_autofree PltMoney *totals = g_new0 (PltMoney, n + 1);
  const guint before = self->rows->len;
  Row *row;

  add_row (self, PLT_GRID_ROW_GROUP, heading, section, FALSE);
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const PltCashPlanRow *source = plan->rows->pdata[i];

      if (section_of (source->kind) != section || !moves (table + (gsize) i * n, n))
        continue;
      row = add_row (self, PLT_GRID_ROW_NORMAL, source->label, section, TRUE);
      row->ref = source->ref;
      row->plan_row = (int) i;
      row->key = row->key * 31 + source->kind + (source->ref.id << 40);
      row->states = g_memdup2 (states + (gsize) i * n, n);
      for (guint j = 0; j < n; j++)
        {
          row->amounts[j] = sign * table[(gsize) i * n + j];
          add_amount (&row->amounts[n], row->amounts[j]);
          add_amount (&totals[j], row->amounts[j]);
        }
      add_amount (&totals[n], row->amounts[n]);
    }
  if (self->rows->len == before + 1 && section == SECTION_CREDIT)
    {
      g_ptr_array_set_size (self->rows, (int) before);
      return;
    }
  row = add_row (self, PLT_GRID_ROW_SUBTOTAL, foot, section, TRUE);
  memcpy (row->amounts, totals, sizeof (PltMoney) * (n + 1));
}

static Row *
add_part (PltCashModel *self, PltGridRowKind kind, Part part, const char *label)
{
  Row *row = add_row (self, kind, label, SECTION_ALL, TRUE);

  row->part = part;
  row->amounts[self->periods->len] = PLT_UNKNOWN; /* a balance is not added up */
  return row;
}

static void
add_opening (PltCashModel *self, const PltCashPlan *plan)
{
  Row *row = add_part (self, PLT_GRID_ROW_SUBTOTAL, PART_OPENING, _ ("Balance at the start"));

  for (guint i = 0; i < self->periods->len; i++)
    row->amounts[i] = i == 0 ? plan->opening : period_at (self, i - 1)->balance;
}

static void
add_balances (PltCashModel *self, const PltCashPlan *plan)
{
  const guint n = self->periods->len;
  Row *net = add_row (self, PLT_GRID_ROW_SUBTOTAL, _ ("Net of the period"), SECTION_ALL, TRUE);
  Row *balance
      = add_part (self, PLT_GRID_ROW_TOTAL, PART_BALANCE, _ ("Balance at the end of the period"));
  Row *lowest = add_part (self, PLT_GRID_ROW_NORMAL, PART_LOWEST, _ ("Lowest day of the period"));
  Row *overdraft = add_part (self, PLT_GRID_ROW_NORMAL, PART_OVERDRAFT, _ ("Authorised overdraft"));
  Row *available = add_part (self, PLT_GRID_ROW_TOTAL, PART_AVAILABLE, _ ("Available"));

  for (guint i = 0; i < n; i++)
    {
      const PltCashPeriod *period = period_at (self, i);

      net->amounts[i] = period->net;
      add_amount (&net->amounts[n], period->net);
      balance->amounts[i] = period->balance;
      lowest->amounts[i] = period->lowest;
      overdraft->amounts[i] = self->overdraft;
      available->amounts[i] = period->balance;
      add_amount (&available->amounts[i], self->overdraft);
    }
}

/* "nov. 2026": the month as it ends "lun. 18 nov.", which columns have room for. */
static char *
month_title (PltDate start)
{
  g_autofree char *day = plt_date_format_short (start);
  const char *space = strrchr (day, ' ');
  int year, month, first;

  plt_date_to_ymd (start, &year, &month, &first);
  return g_strdup_printf ("%s %d", space != NULL ? space + 1 : day, year);
}

/* "S21 · 18 mai" */
static char *
week_title (PltDate start)
{
  g_autofree char *day = plt_date_format_short (start);
  const char *space = strchr (day, ' ');

  /* Translators: a week by its number, and its Monday */
  return g_strdup_printf (_ ("W%d · %s"), plt_date_iso_week (start),
                          space != NULL ? space + 1 : day);
}

/* TRUE when the columns are others than before. */
static gboolean
take_periods (PltCashModel *self, const PltCashPlan *plan, PltCashStep step)
{
  GArray *periods = plt_cash_plan_periods (plan, step);
  gboolean same = periods->len == self->periods->len && self->step == step;

  for (guint i = 0; same && i < periods->len; i++)
    same = g_array_index (periods, PltCashPeriod, i).start == period_at (self, i)->start;
  g_array_unref (self->periods);
  self->periods = periods;
  self->step = step;
  if (same)
    return FALSE;
  g_ptr_array_set_size (self->titles, 0);
  g_ptr_array_set_size (self->tips, 0);
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < periods->len; i++)
    {
      const PltCashPeriod *period = period_at (self, i);
      const PltDate start = plt_cash_period_start (period->start, step);
      g_autofree char *from = plt_date_format_day (period->start);
      g_autofree char *to = plt_date_format_day (period->end);

      g_ptr_array_add (self->titles,
                       step == PLT_CASH_BY_WEEK ? week_title (start) : month_title (start));
      g_ptr_array_add (self->tips, g_strdup_printf (_ ("From %s to %s"), from, to));
      g_ptr_array_add (self->ids, plt_date_to_iso (start));
    }
  return TRUE;
}

void
plt_cash_model_show (PltCashModel *self, const PltCashPlan *plan, PltCashStep step)
{
  guint before, n;
  gboolean other_periods;
  g_autofree PltMoney *table = NULL;
  g_autofree guint8 *states = NULL;

  g_return_if_fail (PLT_IS_CASH_MODEL (self) && plan != NULL);

  before = self->rows->len;
  other_periods = take_periods (self, plan, step);
  self->overdraft = plan->overdraft != PLT_UNKNOWN ? plan->overdraft : 0;
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->sections, 0);
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const Section section = section_of (((PltCashPlanRow *) plan->rows->pdata[i])->kind);

      g_array_append_val (self->sections, section);
    }
  if (self->periods->len > 0)
    {
      table = plt_cash_plan_table (plan, step, &n);
      states = read_states (self, plan);
      add_opening (self, plan);
      add_section (self, plan, table, states, SECTION_IN, _ ("Receipts"),
                   _ ("Total of the receipts"));
      add_section (self, plan, table, states, SECTION_OUT, _ ("Payments"),
                   _ ("Total of the payments"));
      add_section (self, plan, table, states, SECTION_CREDIT, _ ("Credits"),
                   _ ("Net of the credits"));
      add_balances (self, plan);
    }
  if (other_periods)
    plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
  if (before == self->rows->len && before > 0)
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, before);
  else
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->rows->len);
}

/* ---- what a cell is about ---- */

PltRef
plt_cash_model_get_ref (PltCashModel *self, guint row)
{
  g_return_val_if_fail (PLT_IS_CASH_MODEL (self), (PltRef){ NULL });

  return row < self->rows->len ? row_at (self, row)->ref : (PltRef){ NULL };
}

gboolean
plt_cash_model_includes (PltCashModel *self, guint row, guint plan_row)
{
  const Row *data;

  g_return_val_if_fail (PLT_IS_CASH_MODEL (self), FALSE);

  if (row >= self->rows->len || plan_row >= self->sections->len)
    return FALSE;
  data = row_at (self, row);
  if (data->plan_row >= 0)
    return data->plan_row == (int) plan_row;
  if (data->part == PART_OPENING || data->part == PART_OVERDRAFT)
    return FALSE;
  return data->section == SECTION_ALL
         || data->section == g_array_index (self->sections, Section, plan_row);
}

gboolean
plt_cash_model_get_days (PltCashModel *self, guint column, PltDate *from, PltDate *to)
{
  const guint n = self->periods->len;
  gboolean one = column >= 1 && column <= n;

  g_return_val_if_fail (PLT_IS_CASH_MODEL (self), FALSE);

  if (n == 0)
    return FALSE;
  *from = period_at (self, one ? column - 1 : 0)->start;
  *to = period_at (self, one ? column - 1 : n - 1)->end;
  return TRUE;
}

int
plt_cash_model_find_column (PltCashModel *self, PltDate date)
{
  g_return_val_if_fail (PLT_IS_CASH_MODEL (self), -1);

  for (guint i = 0; i < self->periods->len; i++)
    if (date >= period_at (self, i)->start && date <= period_at (self, i)->end)
      return (int) i + 1;
  return -1;
}

char *
plt_cash_model_cell_title (PltCashModel *self, guint row, guint column)
{
  g_return_val_if_fail (PLT_IS_CASH_MODEL (self), NULL);

  if (row >= self->rows->len)
    return g_strdup ("");
  if (column >= 1 && column <= self->periods->len)
    return g_strdup_printf ("%s · %s", row_at (self, row)->label,
                            (const char *) self->titles->pdata[column - 1]);
  return g_strdup (row_at (self, row)->label);
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_CASH_MODEL (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_CASH_MODEL (model)->periods->len + 2;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  PltCashModel *self = PLT_CASH_MODEL (model);

  out->flags = PLT_GRID_COLUMN_UNSORTED;
  if (column == 0)
    {
      out->id = "label";
      out->title = _ ("All taxes included");
      out->width = LABEL_WIDTH;
      out->flags |= PLT_GRID_COLUMN_FROZEN;
      return;
    }
  out->width = PERIOD_WIDTH;
  out->align = PLT_GRID_ALIGN_END;
  out->flags |= PLT_GRID_COLUMN_NUMBER;
  out->unit = "€";
  if (column <= self->periods->len)
    {
      out->id = self->ids->pdata[column - 1];
      out->title = self->titles->pdata[column - 1];
      out->tooltip = self->tips->pdata[column - 1];
    }
  else
    {
      out->id = "total";
      out->title = _ ("Total");
      out->flags |= PLT_GRID_COLUMN_EDGE;
    }
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row_at (PLT_CASH_MODEL (model), row)->key;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind = row_at (PLT_CASH_MODEL (model), row)->kind;
}

/* What is below zero is a colour, a shape and a sentence. */
static void
mark_below (PltCashModel *self, const Row *row, guint period, PltGridCell *cell, const char *text)
{
  const PltMoney amount = row->amounts[period];
  gboolean beyond = row->part == PART_AVAILABLE || self->overdraft == 0
                    || (amount < 0 && -amount > self->overdraft);

  plt_grid_cell_take_text (cell, g_strdup_printf ("▼ %s", text));
  cell->fill = beyond ? PLT_GRID_FILL_ERROR : PLT_GRID_FILL_WARNING;
  cell->flags |= PLT_GRID_CELL_BOLD;
  plt_grid_cell_take_message (
      cell, g_strdup_printf (beyond ? _ ("Below what is authorised in %s: an advance or a credit "
                                         "line is needed.")
                                    : _ ("Below zero in %s, within the authorised overdraft."),
                             (const char *) self->titles->pdata[period]));
}

static void
mark_state (const Row *row, guint period, PltGridCell *cell, const char *text)
{
  const guint8 state = row->states != NULL ? row->states[period] : NOTHING;

  if (state == NOTHING || state == PLT_CASH_PLANNED)
    return;
  plt_grid_cell_take_text (cell, g_strdup_printf ("%s %s", plt_cash_state_sign (state), text));
  cell->fill = state == PLT_CASH_REAL ? PLT_GRID_FILL_WAIT : PLT_GRID_FILL_MEET;
  cell->flags |= PLT_GRID_CELL_SURFACE;
  plt_grid_cell_take_message (cell, g_strdup (plt_cash_state_title (state)));
}

/* Periods without movement are left white; a balance is always said. */
static void
fill_amount (PltCashModel *self, const Row *row, guint period, PltGridCell *cell)
{
  const PltMoney amount = row->amounts[period];
  const gboolean total = row->kind != PLT_GRID_ROW_NORMAL || row->part != PART_MOVES;
  g_autofree char *text = NULL;

  if (amount == PLT_UNKNOWN || (amount == 0 && !total))
    return;
  text = plt_money_format_plain (amount);
  if (row->part != PART_MOVES && amount < 0)
    {
      mark_below (self, row, period, cell, text);
      return;
    }
  if (row->part == PART_LOWEST || row->part == PART_OVERDRAFT || row->part == PART_OPENING)
    cell->flags |= PLT_GRID_CELL_MUTED;
  plt_grid_cell_take_text (cell, g_strdup (text));
  if (period == self->periods->len)
    cell->flags |= PLT_GRID_CELL_BOLD;
  else
    mark_state (row, period, cell, text);
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  PltCashModel *self = PLT_CASH_MODEL (model);
  const Row *data = row_at (self, row);

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (column == 0)
    {
      cell->text = data->label;
      if (data->kind == PLT_GRID_ROW_NORMAL)
        cell->indent = 1;
      if (data->ref.table != NULL)
        cell->message = _ ("Ctrl+Enter or double click: go to where it comes from.");
    }
  else if (data->amounts != NULL)
    fill_amount (self, data, column - 1, cell);
}

static gboolean
get_number (PltGridModel *model, guint row, guint column, gint64 *number)
{
  const Row *data = row_at (PLT_CASH_MODEL (model), row);

  if (column == 0 || data->amounts == NULL || data->amounts[column - 1] == PLT_UNKNOWN)
    return FALSE;
  *number = data->amounts[column - 1];
  return TRUE;
}

/* The clipboard takes the figures without their signs. */
static char *
get_edit_text (PltGridModel *model, guint row, guint column)
{
  const Row *data = row_at (PLT_CASH_MODEL (model), row);
  gint64 number;

  if (column == 0)
    return g_strdup (data->label);
  return get_number (model, row, column, &number) ? plt_money_format_plain (number) : g_strdup ("");
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return plt_money_format (number);
}

static void
plt_cash_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
  iface->get_number = get_number;
  iface->get_edit_text = get_edit_text;
  iface->format_number = format_number;
}

static void
plt_cash_model_finalize (GObject *object)
{
  PltCashModel *self = PLT_CASH_MODEL (object);

  g_array_unref (self->periods);
  g_array_unref (self->sections);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->tips);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (plt_cash_model_parent_class)->finalize (object);
}

static void
plt_cash_model_class_init (PltCashModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_cash_model_finalize;
}

static void
plt_cash_model_init (PltCashModel *self)
{
  self->periods = g_array_new (FALSE, FALSE, sizeof (PltCashPeriod));
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->tips = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
}
