/* What follows the grid of the treasury: results, critical periods and what may be done, credits,
 * what has no date, the dates that all hangs on, and where the plan and the devis went. */
#include <string.h>

#include "plt-tresorerie-private.h"

#define NO_REF PLT_FINANCE_NO_REF
#define MOVES PLT_CASH_MOVES_SHEET
#define GRID PLT_CASH_GRID_SHEET
#define MAX_MEASURES 6

/* ---- results ---- */

typedef struct
{
  const PltCashPaper *paper;
  PltDocTable *table;
  guint n_in, n_rows, total_column; /* of the grid */
} Results;

static PltDocCell *
add_result (const Results *self, const char *title, PltMoney amount, const char *formula)
{
  PltDocCell *cell;

  plt_doc_table_row (self->table, "row.normal");
  plt_doc_table_text (self->table, title);
  cell = plt_doc_table_money (self->table, amount);
  if (formula != NULL)
    plt_doc_cell_formula (cell, formula);
  return cell;
}

/* The least of a column of balances, and the first day it is reached. */
static void
add_lowest (const Results *self,
            const char *title,
            const char *need,
            guint column,
            PltMoney lowest,
            PltDate date)
{
  const PltCashPaper *paper = self->paper;
  g_autofree char *least = g_strdup_printf ("=MIN({" MOVES ":%u,%u}:{" MOVES ":%u,%u})",
                                            paper->first, column, paper->last, column);
  g_autofree char *day
      = g_strdup_printf ("=INDEX({" MOVES ":%u,%d}:{" MOVES ":%u,%d},MATCH({.,1},{" MOVES
                         ":%u,%u}:{" MOVES ":%u,%u},0))",
                         paper->first, PLT_CASH_MOVE_DATE, paper->last, PLT_CASH_MOVE_DATE,
                         paper->first, column, paper->last, column);

  add_result (self, title, lowest, least);
  plt_doc_cell_formula (plt_doc_table_date (self->table, date), day);
  add_result (self, need, MAX (0, -lowest), "=MAX(0,-{-1,1})");
}

static void
add_by_state (const Results *self, PltCashState state, gboolean incoming)
{
  const PltCashPaper *paper = self->paper;
  const char *word = plt_cash_paper_state (state);
  g_autofree char *title
      = g_strdup_printf ("%s, %s", incoming ? "Encaissements" : "Décaissements", word);
  g_autofree char *formula = g_strdup_printf (
      "=%sSUMIFS({" MOVES ":%u,%d}:{" MOVES ":%u,%d},{" MOVES ":%u,%d}:{" MOVES
      ":%u,%d},\"%s\",{" MOVES ":%u,%d}:{" MOVES ":%u,%d},\"%s%u\")",
      incoming ? "" : "-", paper->first, PLT_CASH_MOVE_AMOUNT, paper->last, PLT_CASH_MOVE_AMOUNT,
      paper->first, PLT_CASH_MOVE_STATE, paper->last, PLT_CASH_MOVE_STATE, word, paper->first,
      PLT_CASH_MOVE_ROW, paper->last, PLT_CASH_MOVE_ROW, incoming ? "<=" : ">", self->n_in);
  PltMoney sum = 0;

  for (guint i = 0; i < paper->cash->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (paper->cash->moves, PltCashMove, i);

      if (move->state == state && plt_cash_paper_row (paper, move->row)->incoming == incoming)
        plt_money_add (sum, move->amount, &sum);
    }
  add_result (self, title, incoming ? sum : -sum, formula);
}

void
plt_cash_paper_add_results (const PltCashPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Résultat", .id = "resultat", .weight = 1, .sheet_chars = 44 },
    { .title = "Montant €", .id = "montant", .width = 90, .sheet_chars = 18 },
    { .title = "Date", .id = "date", .width = 60, .sheet_chars = 12 },
  };
  const PltCashPlan *cash = self->cash;
  Results results
      = { .paper = self, .n_rows = cash->rows->len, .total_column = 2 + self->periods->len };
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;

  for (guint i = 0; i < cash->rows->len; i++)
    results.n_in += plt_cash_paper_row (self, i)->incoming;
  results.table
      = plt_document_table (document, PLT_CASH_RESULTS_SHEET, columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_workings (results.table);
  plt_doc_cell_name (add_result (&results, "Solde d’ouverture", cash->opening, NULL), "OUVERTURE");
  plt_doc_table_date (results.table, cash->first);
  plt_doc_cell_name (add_result (&results, "Découvert autorisé", cash->overdraft, NULL),
                     "DECOUVERT");
  in = g_strdup_printf ("={" GRID ":%u,%u}", 5 + results.n_in, results.total_column);
  out = g_strdup_printf ("={" GRID ":%u,%u}", 7 + results.n_rows, results.total_column);
  add_result (&results, "Total des encaissements", cash->total_in, in);
  add_result (&results, "Total des décaissements", cash->total_out, out);
  add_result (&results, "Solde final", cash->final, "={OUVERTURE}+{-2,1}-{-1,1}");
  add_lowest (&results, "Point bas hors crédits", "Besoin maximal, avant crédits",
              PLT_CASH_MOVE_BARE_BALANCE, cash->lowest_before_credits,
              cash->lowest_before_credits_date);
  add_lowest (&results, "Point bas", "Besoin maximal, après crédits", PLT_CASH_MOVE_BALANCE,
              cash->lowest, cash->lowest_date);
  for (int state = PLT_CASH_REAL; state >= PLT_CASH_PLANNED; state--)
    {
      add_by_state (&results, (PltCashState) state, TRUE);
      add_by_state (&results, (PltCashState) state, FALSE);
    }
}

/* ---- critical periods ---- */

static void
add_center (PltDocTable *table, PltDate date)
{
  plt_doc_cell_style (plt_doc_table_date (table, date), "cell.center");
}

static const PltCashCritical *
worst_of (const PltCashPlan *cash)
{
  const PltCashCritical *worst = NULL;

  for (guint i = 0; i < cash->criticals->len; i++)
    {
      const PltCashCritical *critical = &g_array_index (cash->criticals, PltCashCritical, i);

      if (worst == NULL || critical->missing > worst->missing)
        worst = critical;
    }
  return worst;
}

/* One that leaves as much missing as before is no measure. */
static gboolean
helps (const PltCashMeasure *measure, const PltCashCritical *worst)
{
  return measure->missing_after < worst->missing;
}

void
plt_cash_paper_add_measures (const PltCashPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Mesure possible", .id = "mesure", .weight = 1, .min = 240, .sheet_chars = 66 },
    { .title = "Point bas ensuite €", .id = "point-bas", .width = 100, .sheet_chars = 20 },
    { .title = "le", .id = "date", .width = 70, .sheet_chars = 12 },
    { .title = "Manque encore €", .id = "manque", .width = 100, .sheet_chars = 20 },
    { .title = "Coût €", .id = "cout", .width = 80, .sheet_chars = 16 },
  };
  const PltCashCritical *worst = worst_of (self->cash);
  g_autoptr (GPtrArray) measures = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  guint n = 0;
  PltDocTable *table;

  if (worst == NULL)
    return;
  measures = plt_cash_plan_measures (
      self->source.facts, self->source.plan, self->source.budget,
      (const PltScenarioChangeFacts *) (gconstpointer) self->changes->data, self->changes->len,
      worst);
  for (guint i = 0; i < measures->len; i++)
    n += helps (measures->pdata[i], worst);
  if (n == 0)
    return;
  day = plt_date_format_numeric (worst->from);
  title = g_strdup_printf ("Mesures possibles pour la période critique du %s", day);
  plt_document_heading (document, 1, title, NO_REF);
  table = plt_document_table (document, "Mesures", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < measures->len && plt_doc_table_get_n_rows (table) <= MAX_MEASURES; i++)
    {
      const PltCashMeasure *measure = measures->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);

      if (!helps (measure, worst))
        continue;
      for (guint k = 0; k < measure->changes->len; k++)
        {
          g_autofree char *words = plt_finance_change_words (
              self->source.facts, &g_array_index (measure->changes, PltScenarioChangeFacts, k));

          g_string_append_printf (text, "%s%s", text->len > 0 ? " ; " : "", words);
        }
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, text->str);
      plt_doc_table_money (table, measure->lowest_after);
      add_center (table, measure->lowest_date_after);
      plt_doc_table_money (table, measure->missing_after);
      plt_doc_table_money (table, measure->cost);
    }
}

void
plt_cash_paper_add_criticals (const PltCashPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Sous le découvert autorisé, du", .id = "du", .width = 170, .sheet_chars = 30 },
    { .title = "au", .id = "au", .width = 90, .sheet_chars = 12 },
    { .title = "Point bas €", .id = "point-bas", .width = 110, .sheet_chars = 18 },
    { .title = "le", .id = "le", .width = 90, .sheet_chars = 12 },
    { .title = "Manque €", .id = "manque", .width = 110, .sheet_chars = 18 },
  };
  PltDocTable *table;

  plt_document_heading (document, 1, "Périodes critiques", NO_REF);
  if (self->cash->criticals->len == 0)
    {
      plt_document_paragraph (document, "text.normal",
                              "Aucune : le solde ne passe jamais sous le découvert autorisé.",
                              NO_REF);
      return;
    }
  table = plt_document_table (document, "Périodes critiques", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < self->cash->criticals->len; i++)
    {
      const PltCashCritical *critical = &g_array_index (self->cash->criticals, PltCashCritical, i);

      plt_doc_table_row (table, "row.normal");
      plt_doc_table_date (table, critical->from);
      plt_doc_table_date (table, critical->to);
      plt_doc_table_money (table, critical->lowest);
      add_center (table, critical->lowest_date);
      plt_doc_cell_style (plt_doc_table_money (table, critical->missing), "cell.warning");
    }
}

/* ---- credits ---- */

void
plt_cash_paper_add_credits (const PltCashPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Crédit", .id = "credit", .weight = 2, .min = 110, .sheet_chars = 32 },
    { .title = "Banque", .id = "banque", .weight = 1, .min = 70, .sheet_chars = 20 },
    { .title = "Garanti par", .id = "source", .weight = 2, .min = 100, .sheet_chars = 32 },
    { .title = "Plafond €", .id = "plafond", .width = 64, .sheet_chars = 16 },
    { .title = "Tiré au plus €", .id = "tire", .width = 64, .sheet_chars = 16 },
    { .title = "Tiré du", .id = "du", .width = 54, .sheet_chars = 12 },
    { .title = "au", .id = "au", .width = 54, .sheet_chars = 12 },
    { .title = "Intérêts €", .id = "interets", .width = 56, .sheet_chars = 14 },
    { .title = "Frais €", .id = "frais", .width = 52, .sheet_chars = 14 },
    { .title = "Garantie €", .id = "garantie", .width = 52, .sheet_chars = 14 },
    { .title = "Coût €", .id = "cout", .width = 56, .sheet_chars = 14 },
    { .title = "Reste dû €", .id = "reste", .width = 56, .sheet_chars = 14 },
  };
  PltDocTable *table;
  PltMoney cost = 0;
  g_autofree char *sum = NULL;
  guint first;

  if (self->cash->credits->len == 0)
    return;
  plt_document_heading (document, 1, "Crédits et ce qu’ils coûtent", NO_REF);
  table = plt_document_table (document, "Crédits", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  first = plt_doc_table_get_n_rows (table);
  for (guint i = 0; i < self->cash->credits->len; i++)
    {
      const PltCashCredit *credit = &g_array_index (self->cash->credits, PltCashCredit, i);
      PltRef ref = { "credit_line", credit->credit != NULL ? credit->credit->id : 0, NULL };
      PltDocCell *cell;

      plt_doc_table_row (table, "row.dense");
      cell = plt_doc_table_text (table,
                                 credit->credit != NULL ? credit->credit->name : "Crédit relais");
      if (credit->credit != NULL)
        plt_doc_cell_ref (cell, ref);
      plt_doc_table_text (table, credit->credit != NULL ? credit->credit->bank : "");
      plt_doc_table_text (table, credit->source != NULL ? credit->source->name : "");
      plt_doc_table_money (table, credit->limit);
      plt_doc_table_money (table, credit->drawn_max);
      add_center (table, credit->first);
      add_center (table, credit->last);
      plt_doc_table_money (table, credit->interest);
      plt_doc_table_money (table, credit->fees);
      plt_doc_table_money (table, credit->guarantee);
      plt_doc_cell_formula (plt_doc_table_money (table, credit->cost), "=SUM({.,7}:{.,9})");
      plt_doc_table_money (table, credit->outstanding);
      plt_money_add (cost, credit->cost, &cost);
    }
  sum = g_strdup_printf ("=SUM({%u,10}:{%u,10})", first, plt_doc_table_get_n_rows (table) - 1);
  plt_doc_table_row (table, "row.dense-total");
  plt_doc_cell_span (plt_doc_table_text (table, "Coût des crédits"), 10);
  plt_doc_cell_formula (plt_doc_table_money (table, cost), sum);
}

/* ---- what has no date ---- */

void
plt_cash_paper_add_undated (const PltCashPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Sans date", .id = "libelle", .weight = 3, .min = 200, .sheet_chars = 50 },
    { .title = "Sens", .id = "sens", .width = 100, .sheet_chars = 16 },
    { .title = "Montant HT €", .id = "montant", .width = 100, .sheet_chars = 16 },
  };
  guint n = self->cash->undated->len;
  g_autofree char *warning = g_strdup_printf (
      "%u montant%s sans date : hors de la grille et de la courbe.", n, n > 1 ? "s" : "");
  PltDocTable *table;

  if (n == 0)
    return;
  plt_document_heading (document, 1, "Sans date", NO_REF);
  plt_document_paragraph (document, "text.warning", warning, NO_REF);
  table = plt_document_table (document, "Sans date", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  for (guint i = 0; i < n; i++)
    {
      const PltCashPlanRow *row = self->cash->undated->pdata[i];
      gboolean named = row->kind == PLT_CASH_ROW_SOURCE || row->kind == PLT_CASH_ROW_POST;
      g_autofree char *title = named ? g_strdup (row->label) : plt_cash_paper_title (self, row);
      PltDocCell *cell;

      plt_doc_table_row (table, "row.normal");
      cell = plt_doc_table_text (table, title);
      if (row->ref.table != NULL)
        plt_doc_cell_ref (cell, row->ref);
      plt_doc_table_text (table, row->incoming ? "encaissement" : "décaissement");
      plt_doc_table_money (table, row->total);
    }
}

/* ---- the dates that all hangs on ---- */

void
plt_cash_paper_add_events (const PltCashPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Événement", .id = "evenement", .weight = 3, .min = 220, .sheet_chars = 50 },
    { .title = "Date", .id = "date", .width = 90, .sheet_chars = 12 },
    { .title = "Sans le scénario", .id = "sans", .width = 90, .sheet_chars = 16 },
    { .title = "Mouvements", .id = "mouvements", .width = 80, .sheet_chars = 13 },
  };
  PltDocTable *table = NULL;

  for (guint i = 0; i < self->cash->events->len; i++)
    {
      const PltCashEvent *event = &g_array_index (self->cash->events, PltCashEvent, i);
      g_autofree char *title = plt_cash_paper_event (self->source.facts, event);

      if (event->n == 0)
        continue;
      if (table == NULL)
        {
          plt_document_heading (document, 1, "Hypothèses de dates", NO_REF);
          table = plt_document_table (document, "Dates", columns, G_N_ELEMENTS (columns));
          plt_doc_table_set_style (table, "table.ledger");
        }
      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_ref (plt_doc_table_text (table, title), event->ref);
      if (event->date != PLT_DATE_NONE)
        add_center (table, event->date);
      else
        plt_doc_cell_style (plt_doc_table_text (table, "inconnue"), "cell.warning");
      add_center (table, event->base != event->date ? event->base : PLT_DATE_NONE);
      plt_doc_table_number (table, event->n, 0);
    }
}

/* ---- where the plan and the devis went ---- */

static void
add_total_row (PltDocTable *table, const char *title, const PltCashTotals *totals)
{
  const PltMoney amounts[] = { totals->planned, totals->dated,    totals->before,
                               totals->undated, totals->not_cash, totals->excess };

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, title);
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    plt_doc_table_money (table, amounts[i]);
}

void
plt_cash_paper_add_totals (const PltCashPaper *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Hors taxes", .id = "sens", .weight = 1, .min = 150, .sheet_chars = 32 },
    { .title = "Prévu €", .id = "prevu", .width = 92, .sheet_chars = 17 },
    { .title = "Daté €", .id = "date", .width = 92, .sheet_chars = 17 },
    { .title = "Avant l’ouverture €", .id = "avant", .width = 92, .sheet_chars = 20 },
    { .title = "Sans date €", .id = "sans-date", .width = 92, .sheet_chars = 17 },
    { .title = "Hors trésorerie €", .id = "hors", .width = 92, .sheet_chars = 19 },
    { .title = "En plus €", .id = "plus", .width = 92, .sheet_chars = 17 },
  };
  PltDocTable *table;

  plt_document_heading (document, 1, "Rapprochement avec le plan de financement et le devis",
                        NO_REF);
  table = plt_document_table (document, "Rapprochement", columns, G_N_ELEMENTS (columns));
  plt_doc_table_set_style (table, "table.ledger");
  add_total_row (table, "Plan de financement", &self->cash->receipts);
  add_total_row (table, "Devis", &self->cash->payments);
}
