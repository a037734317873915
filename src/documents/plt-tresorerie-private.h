/* The plan de trésorerie in its parts: movements, the grid that is summed from them, results, and
 * what is annexed. */
#pragma once

#include "plt-cash-plan.h"
#include "plt-finance-paper.h"

G_BEGIN_DECLS

#define PLT_CASH_MOVES_SHEET "Mouvements"
#define PLT_CASH_GRID_SHEET "Trésorerie"
#define PLT_CASH_RESULTS_SHEET "Résultats"

/* Columns of the movements. */
enum
{
  PLT_CASH_MOVE_DATE,
  PLT_CASH_MOVE_ROW,
  PLT_CASH_MOVE_TITLE,
  PLT_CASH_MOVE_LABEL,
  PLT_CASH_MOVE_AMOUNT,
  PLT_CASH_MOVE_VAT,
  PLT_CASH_MOVE_STATE,
  PLT_CASH_MOVE_EVENT,
  PLT_CASH_MOVE_BARE, /* "oui": not of a credit */
  PLT_CASH_MOVE_BALANCE,
  PLT_CASH_MOVE_BARE_BALANCE,
  PLT_CASH_MOVE_N_COLUMNS,
};

/* Movements of one day, row, state and event that the workbook shows as one. */
typedef struct
{
  const PltCashMove *move; /* the first */
  PltMoney amount, vat;
  guint n;
} PltCashPaperMove;

/**
 * PltCashPaper:
 * @moves: PltCashPaperMove
 * @first, @last: their rows in the sheet of movements, that of the opening included
 * @periods: PltCashPeriod
 * @table: (nullable): row × period, in its sign
 * @scenario: (nullable)
 */
typedef struct
{
  PltPaperSource source;
  PltCashPlan *cash;
  PltCashStep step;
  GArray *changes; /* PltScenarioChangeFacts */
  const PltScenarioFacts *scenario;
  GArray *moves;
  GArray *periods;
  PltMoney *table;
  guint first, last;
} PltCashPaper;

const PltCashPlanRow *plt_cash_paper_row (const PltCashPaper *self, guint i);
/* What a row is called on paper, in French whatever the language of the user. */
char *plt_cash_paper_title (const PltCashPaper *self, const PltCashPlanRow *row);
const char *plt_cash_paper_state (PltCashState state);
gboolean plt_cash_paper_is_credit (const PltCashPlanRow *row);
char *plt_cash_paper_event (const PltFacts *facts, const PltCashEvent *event);

void plt_cash_paper_add_chart (const PltCashPaper *self, PltDocument *document);
void plt_cash_paper_add_results (const PltCashPaper *self, PltDocument *document);
void plt_cash_paper_add_grid (PltCashPaper *self, PltDocument *document);
void plt_cash_paper_add_moves (const PltCashPaper *self, PltDocument *document);
void plt_cash_paper_add_criticals (const PltCashPaper *self, PltDocument *document);
void plt_cash_paper_add_measures (const PltCashPaper *self, PltDocument *document);
void plt_cash_paper_add_credits (const PltCashPaper *self, PltDocument *document);
void plt_cash_paper_add_undated (const PltCashPaper *self, PltDocument *document);
void plt_cash_paper_add_events (const PltCashPaper *self, PltDocument *document);
void plt_cash_paper_add_totals (const PltCashPaper *self, PltDocument *document);

G_END_DECLS
