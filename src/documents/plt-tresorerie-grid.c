/* The grid of the treasury, rows by periods, and the movements that a workbook sums it from. */
#include <string.h>

#include "plt-cash-events.h"
#include "plt-tresorerie-private.h"

#define MOVES PLT_CASH_MOVES_SHEET
#define OPENING "{OUVERTURE}"

/* Columns before the periods. */
enum
{
  NUMBER,
  TITLE,
  FIRST_PERIOD
};

/* Rows of the head: titles, first days, last days. */
enum
{
  HEAD_TITLES,
  HEAD_START,
  HEAD_END,
  FIRST_ROW
};

typedef struct
{
  PltCashPaper *paper;
  PltDocTable *table;
  guint n; /* periods */
  guint in, out, net, cumulated;
  GArray *credit_rows; /* guint: rows of drawings and repayments, repayments with the high bit */
} Grid;

static const PltCashPeriod *
period_at (const Grid *self, guint i)
{
  return &g_array_index (self->paper->periods, PltCashPeriod, i);
}

static guint
last_row (const Grid *self)
{
  return plt_doc_table_get_n_rows (self->table) - 1;
}

/* Whole euros on paper, nothing for zero; a workbook has the centimes. */
static PltDocCell *
add_amount (const Grid *self, PltMoney amount, const char *formula, gboolean zero)
{
  PltDocCell *cell = plt_doc_table_money (self->table, amount);
  g_autofree char *text = NULL;
  gint64 euros;

  if (amount == PLT_UNKNOWN)
    return cell;
  plt_doc_cell_formula (cell, formula);
  if (!plt_number_mul_div (amount, 1, 100, PLT_ROUND_HALF_UP, &euros))
    return cell;
  text = amount == 0 && !zero ? g_strdup ("") : plt_number_format (euros, 0, 0);
  plt_doc_cell_show (cell, text);
  return cell;
}

/* ---- head ---- */

static PltDate
event_date (const Grid *self, const char *event)
{
  const PltCashEvent *found = plt_cash_plan_event (self->paper->cash, event, 0);

  return found != NULL ? found->date
                       : plt_cash_event_date (self->paper->source.facts, self->paper->source.plan,
                                              event, PLT_DATE_NONE);
}

/* Where the production is in that period: shooting wins over what is before and after it. */
static const char *
period_stage (const Grid *self, guint i)
{
  const PltCashPeriod *period = period_at (self, i);
  PltDate preparation = event_date (self, "debut-preparation");
  PltDate first = event_date (self, "premier-jour"), last = event_date (self, "fin-tournage");
  PltDate delivery = event_date (self, "livraison");

  if (first == PLT_DATE_NONE)
    return "";
  if (period->end < first)
    return preparation != PLT_DATE_NONE && period->end < preparation ? "\ndév." : "\nprépa.";
  if (period->start <= MAX (first, last))
    return "\ntournage";
  return delivery != PLT_DATE_NONE && period->start > delivery ? "\nlivré" : "\nfinitions";
}

/* "mars 2027", "s. 12", and the stage below */
static char *
period_title (const Grid *self, guint i)
{
  static const char *const names[] = { "janv.", "févr.", "mars",  "avril", "mai",  "juin",
                                       "juil.", "août",  "sept.", "oct.",  "nov.", "déc." };
  int year, month, day;

  if (self->paper->step == PLT_CASH_BY_WEEK)
    return g_strdup_printf ("s. %d%s", plt_date_iso_week (period_at (self, i)->start),
                            period_stage (self, i));
  plt_date_to_ymd (period_at (self, i)->start, &year, &month, &day);
  return g_strdup_printf ("%s %d%s", names[month - 1], year, period_stage (self, i));
}

static void
add_dates (const Grid *self, const char *title, gboolean end)
{
  plt_doc_table_row (self->table, "row.header");
  plt_doc_table_empty (self->table);
  plt_doc_table_text (self->table, title);
  for (guint i = 0; i < self->n; i++)
    plt_doc_cell_style (plt_doc_table_date (self->table, end ? period_at (self, i)->end
                                                             : period_at (self, i)->start),
                        "cell.right");
  plt_doc_table_empty (self->table);
}

static void
add_head (Grid *self, PltDocument *document)
{
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, self->n + FIRST_PERIOD + 1);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  columns[NUMBER] = (PltDocColumn){ .title = "N°", .id = "numero", .width = 21, .sheet_chars = 5 };
  columns[TITLE]
      = (PltDocColumn){ .title = "En euros TTC", .id = "libelle", .width = 186, .sheet_chars = 40 };
  for (guint i = 0; i < self->n; i++)
    {
      char *title = period_title (self, i);
      char *iso = plt_date_to_iso (period_at (self, i)->start);

      g_ptr_array_add (texts, title);
      g_ptr_array_add (texts, iso);
      columns[FIRST_PERIOD + i]
          = (PltDocColumn){ .title = title, .id = iso, .width = 47, .sheet_chars = 15 };
    }
  columns[FIRST_PERIOD + self->n]
      = (PltDocColumn){ .title = "Total", .id = "total", .width = 52, .sheet_chars = 16 };
  self->table
      = plt_document_table (document, PLT_CASH_GRID_SHEET, columns, self->n + FIRST_PERIOD + 1);
  plt_doc_table_set_style (self->table, "table.grid");
  plt_doc_table_set_header_rows (self->table, FIRST_ROW);
  plt_doc_table_set_frozen_columns (self->table, FIRST_PERIOD);
  add_dates (self, "du", FALSE);
  add_dates (self, "au", TRUE);
}

/* ---- rows that are summed from the movements ---- */

/* The least sure of what a cell is made of. */
static PltCashState
cell_state (const Grid *self, guint row, const PltCashPeriod *period)
{
  PltCashState state = PLT_CASH_REAL;

  for (guint i = 0; i < self->paper->moves->len; i++)
    {
      const PltCashMove *move = g_array_index (self->paper->moves, PltCashPaperMove, i).move;

      if (move->row == row && move->date >= period->start && move->date <= period->end)
        state = MIN (state, move->state);
    }
  return state;
}

static void
add_row (Grid *self, guint index)
{
  static const char *const styles[] = { "cell.muted", "cell.normal", "cell.strong" };
  const PltCashPaper *paper = self->paper;
  const PltCashPlanRow *row = plt_cash_paper_row (paper, index);
  g_autofree char *title = plt_cash_paper_title (paper, row);
  g_autofree char *sum
      = g_strdup_printf ("=SUM({.,%d}:{.,%u})", FIRST_PERIOD, FIRST_PERIOD + self->n - 1);
  guint place;

  plt_doc_table_row (self->table, "row.dense");
  plt_doc_table_number (self->table, index + 1, 0);
  plt_doc_cell_ref (plt_doc_table_text (self->table, title), row->ref);
  for (guint i = 0; i < self->n; i++)
    {
      PltMoney amount = paper->table[index * self->n + i];
      g_autofree char *formula = g_strdup_printf (
          "=%sSUMIFS({" MOVES ":%u,%d}:{" MOVES ":%u,%d},{" MOVES ":%u,%d}:{" MOVES
          ":%u,%d},{.,%d},{" MOVES ":%u,%d}:{" MOVES ":%u,%d},\">=\"&{%d,%u},{" MOVES
          ":%u,%d}:{" MOVES ":%u,%d},\"<=\"&{%d,%u})",
          row->incoming ? "" : "-", paper->first, PLT_CASH_MOVE_AMOUNT, paper->last,
          PLT_CASH_MOVE_AMOUNT, paper->first, PLT_CASH_MOVE_ROW, paper->last, PLT_CASH_MOVE_ROW,
          NUMBER, paper->first, PLT_CASH_MOVE_DATE, paper->last, PLT_CASH_MOVE_DATE, HEAD_START,
          FIRST_PERIOD + i, paper->first, PLT_CASH_MOVE_DATE, paper->last, PLT_CASH_MOVE_DATE,
          HEAD_END, FIRST_PERIOD + i);
      PltDocCell *cell = add_amount (self, row->incoming ? amount : -amount, formula, FALSE);

      if (amount != 0)
        plt_doc_cell_style (cell, styles[cell_state (self, index, period_at (self, i))]);
    }
  add_amount (self, row->incoming ? row->total : -row->total, sum, FALSE);
  place = last_row (self);
  if (row->kind == PLT_CASH_ROW_DRAWING)
    g_array_append_val (self->credit_rows, place);
  if (row->kind == PLT_CASH_ROW_REPAYMENT)
    {
      place |= 1u << 31;
      g_array_append_val (self->credit_rows, place);
    }
}

/* The rows of one direction and their sum; the row of the sum. */
static guint
add_section (Grid *self, gboolean incoming)
{
  guint first = last_row (self) + 2, last;

  plt_doc_table_row (self->table, "row.dense-group");
  plt_doc_table_empty (self->table);
  plt_doc_table_text (self->table, incoming ? "Encaissements" : "Décaissements");
  for (guint i = 0; i < self->paper->cash->rows->len; i++)
    if (plt_cash_paper_row (self->paper, i)->incoming == incoming)
      add_row (self, i);
  last = last_row (self);
  plt_doc_table_row (self->table, "row.dense-total");
  plt_doc_table_empty (self->table);
  plt_doc_table_text (self->table,
                      incoming ? "Total des encaissements" : "Total des décaissements");
  for (guint i = 0; i <= self->n; i++)
    {
      PltMoney total = incoming ? self->paper->cash->total_in : self->paper->cash->total_out;
      PltMoney amount = i == self->n ? total
                        : incoming   ? period_at (self, i)->in
                                     : period_at (self, i)->out;
      g_autofree char *sum = last >= first
                                 ? g_strdup_printf ("=SUM({%u,%u}:{%u,%u})", first,
                                                    FIRST_PERIOD + i, last, FIRST_PERIOD + i)
                                 : g_strdup ("=0");

      add_amount (self, amount, sum, TRUE);
    }
  return last_row (self);
}

/* ---- balances ---- */

/* Balances stay on one page: only the last is not kept with what follows. */
static void
begin_balance (const Grid *self, const char *style, const char *title, gboolean keep)
{
  plt_doc_table_row (self->table, style);
  if (keep)
    plt_doc_table_keep_with_next (self->table);
  plt_doc_table_empty (self->table);
  plt_doc_table_text (self->table, title);
}

static void
add_opening (Grid *self, guint cumulated)
{
  begin_balance (self, "row.dense-total", "Solde d’ouverture", TRUE);
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *formula
          = i == 0 ? g_strdup ("=" OPENING)
                   : g_strdup_printf ("={%u,%u}", cumulated, FIRST_PERIOD + i - 1);

      add_amount (self, i == 0 ? self->paper->cash->opening : period_at (self, i - 1)->balance,
                  formula, TRUE);
    }
}

static void
warn_below (PltDocCell *cell, PltMoney amount, PltMoney floor)
{
  if (amount < floor)
    plt_doc_cell_style (cell, "cell.warning");
}

static void
add_balances (Grid *self)
{
  guint opening = FIRST_ROW;

  begin_balance (self, "row.dense-total", "Solde de la période", TRUE);
  self->net = last_row (self);
  for (guint i = 0; i <= self->n; i++)
    {
      g_autofree char *formula = g_strdup_printf ("={%u,%u}-{%u,%u}", self->in, FIRST_PERIOD + i,
                                                  self->out, FIRST_PERIOD + i);

      add_amount (self,
                  i < self->n ? period_at (self, i)->net
                              : self->paper->cash->total_in - self->paper->cash->total_out,
                  formula, TRUE);
    }
  begin_balance (self, "row.dense-total", "Solde cumulé", TRUE);
  for (guint i = 0; i < self->n; i++)
    {
      PltMoney balance = period_at (self, i)->balance;
      g_autofree char *formula = g_strdup_printf ("={%u,%u}+{%u,%u}", opening, FIRST_PERIOD + i,
                                                  self->net, FIRST_PERIOD + i);

      warn_below (add_amount (self, balance, formula, TRUE), balance, 0);
    }
}

/* What is drawn: the drawings so far less the repayments. */
static void
add_drawn (Grid *self)
{
  if (self->credit_rows->len == 0)
    return;
  begin_balance (self, "row.dense", "Crédits en cours", TRUE);
  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (GString) formula = g_string_new ("=");

      if (i > 0)
        g_string_append_printf (formula, "{.,%u}", FIRST_PERIOD + i - 1);
      for (guint k = 0; k < self->credit_rows->len; k++)
        {
          guint row = g_array_index (self->credit_rows, guint, k);

          g_string_append_printf (formula, "%c{%u,%u}", (row >> 31) != 0 ? '-' : '+',
                                  row & ~(1u << 31), FIRST_PERIOD + i);
        }
      add_amount (self, period_at (self, i)->credit, formula->str, TRUE);
    }
}

static void
add_available (Grid *self)
{
  PltMoney overdraft = self->paper->cash->overdraft;

  begin_balance (self, "row.dense", "Découvert autorisé", TRUE);
  for (guint i = 0; i < self->n; i++)
    add_amount (self, overdraft, "={DECOUVERT}", TRUE);
  begin_balance (self, "row.dense-total", "Disponible", FALSE);
  for (guint i = 0; i < self->n; i++)
    {
      PltMoney available = period_at (self, i)->balance + overdraft;
      g_autofree char *formula = g_strdup_printf ("={%u,%u}+{-1,%u}", self->cumulated,
                                                  FIRST_PERIOD + i, FIRST_PERIOD + i);

      warn_below (add_amount (self, available, formula, TRUE), available, 0);
    }
}

static guint
count_rows (const PltCashPlan *cash, gboolean incoming)
{
  guint n = 0;

  for (guint i = 0; i < cash->rows->len; i++)
    n += ((const PltCashPlanRow *) cash->rows->pdata[i])->incoming == incoming;
  return n;
}

void
plt_cash_paper_add_grid (PltCashPaper *self, PltDocument *document)
{
  Grid grid = { .paper = self, .n = self->periods->len };
  guint n_rows = count_rows (self->cash, TRUE) + count_rows (self->cash, FALSE);

  grid.credit_rows = g_array_new (FALSE, FALSE, sizeof (guint));
  plt_document_page_break (document);
  add_head (&grid, document);
  /* opening, two titles, rows, two totals, balance of the period, then the cumulated one */
  grid.cumulated = FIRST_ROW + 1 + 4 + n_rows + 1;
  add_opening (&grid, grid.cumulated);
  grid.in = add_section (&grid, TRUE);
  grid.out = add_section (&grid, FALSE);
  add_balances (&grid);
  add_drawn (&grid);
  add_available (&grid);
  g_array_unref (grid.credit_rows);
}

/* ---- movements ---- */

static const PltLineFacts *
line_of (const PltFacts *facts, gint64 id)
{
  return PLT_FACTS_FIND (facts->lines, PltLineFacts, id);
}

static char *
move_label (const PltCashPaper *self, const PltCashPaperMove *one)
{
  const PltFacts *facts = self->source.facts;
  PltRef ref = one->move->ref;

  if (one->n > 1)
    return g_strdup_printf ("%u mouvements", one->n);
  if (g_strcmp0 (ref.table, "instalment") == 0)
    {
      const PltInstalmentFacts *part
          = PLT_FACTS_FIND (facts->instalments, PltInstalmentFacts, ref.id);

      return g_strdup (part != NULL ? part->label : "");
    }
  if (g_strcmp0 (ref.table, "budget_line") == 0 && line_of (facts, ref.id) != NULL)
    return g_strdup_printf ("%s %s", line_of (facts, ref.id)->code, line_of (facts, ref.id)->label);
  if (g_strcmp0 (ref.table, "cash_entry") == 0)
    {
      const PltCashFacts *entry = PLT_FACTS_FIND (facts->cash, PltCashFacts, ref.id);

      return g_strdup (entry != NULL ? entry->label : "");
    }
  return g_strdup ("");
}

/* Of the end of its day: opening and all that moves until then, credits left out or not. */
static void
add_day_balance (const PltCashPaper *self, PltDocTable *table, PltMoney balance, gboolean bare)
{
  g_autoptr (GString) formula = g_string_new ("=" OPENING "+SUMIFS(");

  g_string_append_printf (formula, "{%u,%d}:{%u,%d},{%u,%d}:{%u,%d},\"<=\"&{.,%d}", self->first,
                          PLT_CASH_MOVE_AMOUNT, self->last, PLT_CASH_MOVE_AMOUNT, self->first,
                          PLT_CASH_MOVE_DATE, self->last, PLT_CASH_MOVE_DATE, PLT_CASH_MOVE_DATE);
  if (bare)
    g_string_append_printf (formula, ",{%u,%d}:{%u,%d},\"oui\"", self->first, PLT_CASH_MOVE_BARE,
                            self->last, PLT_CASH_MOVE_BARE);
  g_string_append_c (formula, ')');
  plt_doc_cell_formula (plt_doc_table_money (table, balance), formula->str);
}

static PltMoney
balance_on (const PltCashPlan *cash, const PltMoney *days, PltDate date)
{
  gint64 at = (gint64) date - cash->first;

  return at >= 0 && at < cash->n_days ? days[at] : PLT_UNKNOWN;
}

static void
add_move (const PltCashPaper *self, PltDocTable *table, const PltCashPaperMove *one)
{
  const PltCashMove *move = one->move;
  const PltCashPlanRow *row = plt_cash_paper_row (self, move->row);
  g_autofree char *title = plt_cash_paper_title (self, row);
  g_autofree char *label = move_label (self, one);
  g_autofree char *event
      = move->event >= 0 ? plt_cash_paper_event (
            self->source.facts, &g_array_index (self->cash->events, PltCashEvent, move->event))
                         : g_strdup ("");

  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_ref (plt_doc_table_date (table, move->date),
                    one->n == 1 ? move->ref : PLT_FINANCE_NO_REF);
  plt_doc_table_number (table, move->row + 1, 0);
  plt_doc_table_text (table, title);
  plt_doc_table_text (table, label);
  plt_doc_table_money (table, one->amount);
  plt_doc_table_money (table, one->vat);
  plt_doc_table_text (table, plt_cash_paper_state (move->state));
  plt_doc_table_text (table, event);
  plt_doc_table_text (table, plt_cash_paper_is_credit (row) ? "non" : "oui");
  add_day_balance (self, table, balance_on (self->cash, self->cash->days, move->date), FALSE);
  add_day_balance (self, table, balance_on (self->cash, self->cash->bare, move->date), TRUE);
}

void
plt_cash_paper_add_moves (const PltCashPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[PLT_CASH_MOVE_N_COLUMNS] = {
    { .title = "Date", .id = "date", .width = 56, .sheet_chars = 12 },
    { .title = "N°", .id = "numero", .width = 24, .sheet_chars = 6 },
    { .title = "Ligne", .id = "ligne", .weight = 2, .sheet_chars = 34 },
    { .title = "Mouvement", .id = "mouvement", .weight = 2, .sheet_chars = 40 },
    { .title = "Montant TTC €", .id = "montant", .width = 76, .sheet_chars = 17 },
    { .title = "dont TVA €", .id = "tva", .width = 66, .sheet_chars = 14 },
    { .title = "État", .id = "etat", .width = 40, .sheet_chars = 9 },
    { .title = "Événement", .id = "evenement", .weight = 1, .sheet_chars = 32 },
    { .title = "Hors crédits", .id = "hors-credits", .width = 50, .sheet_chars = 13 },
    { .title = "Solde du jour €", .id = "solde", .width = 76, .sheet_chars = 17 },
    { .title = "Solde hors crédits €", .id = "solde-hors-credits", .width = 76, .sheet_chars = 20 },
  };
  PltDocTable *table = plt_document_table (document, MOVES, columns, PLT_CASH_MOVE_N_COLUMNS);

  plt_doc_table_set_workings (table);
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_date (table, self->cash->first);
  plt_doc_table_empty (table);
  plt_doc_table_text (table, "Solde d’ouverture");
  for (guint i = PLT_CASH_MOVE_LABEL; i < PLT_CASH_MOVE_BARE; i++)
    plt_doc_table_empty (table);
  plt_doc_table_text (table, "oui");
  add_day_balance (self, table, balance_on (self->cash, self->cash->days, self->cash->first),
                   FALSE);
  add_day_balance (self, table, balance_on (self->cash, self->cash->bare, self->cash->first), TRUE);
  for (guint i = 0; i < self->moves->len; i++)
    add_move (self, table, &g_array_index (self->moves, PltCashPaperMove, i));
}
