/* Plan de trésorerie by week or by month: the curve with its lowest point, results, the grid of
 * receipts and payments, critical periods with what may be done, credits and their cost, the dates
 * that everything hangs on. In a workbook the movements drive the grid: a date or an amount that is
 * changed there moves the whole plan. All taxes included, on the day of payment. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kinds-private.h"
#include "plt-referential.h"
#include "plt-tresorerie-private.h"

#define NO_REF PLT_FINANCE_NO_REF
#define MAX_MOVES 1200 /* above, those of a day and a row are one: the workbook stays quick */
#define MAX_CHART_WEEKS 160

static const PltParamSpec params_spec[] = {
  { "periode", N_ ("Period"), PLT_PARAM_CHOICE, NULL, "mois,semaine", "mois", N_ ("Month,Week") },
  { "scenario", N_ ("Scenario"), PLT_PARAM_REFERENCE, "scenario", NULL, NULL, NULL },
  { "papier", N_ ("Paper"), PLT_PARAM_CHOICE, NULL, "a4,a3", "a4", NULL },
  { NULL },
};

/* ---- words ---- */

const PltCashPlanRow *
plt_cash_paper_row (const PltCashPaper *self, guint i)
{
  return self->cash->rows->pdata[i];
}

gboolean
plt_cash_paper_is_credit (const PltCashPlanRow *row)
{
  return row->kind == PLT_CASH_ROW_DRAWING || row->kind == PLT_CASH_ROW_INTEREST
         || row->kind == PLT_CASH_ROW_REPAYMENT;
}

static char *
credit_title (const PltCashPaper *self, const PltCashPlanRow *row, const char *what)
{
  const PltCreditFacts *credit
      = PLT_FACTS_FIND (self->source.facts->credits, PltCreditFacts, row->ref.id);

  return g_strdup_printf ("%s · %s", what, credit != NULL ? credit->name : "crédit relais");
}

char *
plt_cash_paper_title (const PltCashPaper *self, const PltCashPlanRow *row)
{
  switch (row->kind)
    {
    case PLT_CASH_ROW_VAT_REFUND:
      return g_strdup ("TVA remboursée");
    case PLT_CASH_ROW_DRAWING:
      return credit_title (self, row, "Tirage");
    case PLT_CASH_ROW_OTHER_IN:
      return g_strdup ("Autres encaissements");
    case PLT_CASH_ROW_CONTRIBUTIONS:
      return g_strdup ("Charges sociales");
    case PLT_CASH_ROW_PERCENTS:
      return g_strdup ("Salaire producteur, frais financiers");
    case PLT_CASH_ROW_OVERHEADS:
      return g_strdup ("Frais généraux");
    case PLT_CASH_ROW_CONTINGENCY:
      return g_strdup ("Imprévus");
    case PLT_CASH_ROW_OTHER_OUT:
      return g_strdup ("Autres décaissements");
    case PLT_CASH_ROW_VAT:
      return g_strdup ("TVA versée");
    case PLT_CASH_ROW_INTEREST:
      return credit_title (self, row, "Intérêts et commissions");
    case PLT_CASH_ROW_REPAYMENT:
      return credit_title (self, row, "Remboursement");
    case PLT_CASH_ROW_SOURCE:
    case PLT_CASH_ROW_POST:
      return g_strdup (row->label);
    }
  g_return_val_if_reached (g_strdup (row->label));
}

const char *
plt_cash_paper_state (PltCashState state)
{
  static const char *const words[] = { "prévu", "signé", "réel" };

  return words[state];
}

char *
plt_cash_paper_event (const PltFacts *facts, const PltCashEvent *event)
{
  if (g_strcmp0 (event->ref.table, "funding_source") == 0)
    {
      const PltFundingFacts *source
          = PLT_FACTS_FIND (facts->funding, PltFundingFacts, event->ref.id);

      return g_strdup_printf ("Signature · %s", source != NULL ? source->name : "");
    }
  if (strcmp (event->event, "task") == 0)
    {
      const PltTaskFacts *task = PLT_FACTS_FIND (facts->tasks, PltTaskFacts, event->ref.id);

      return g_strdup_printf ("Fin de « %s »", task != NULL ? task->name : "");
    }
  return plt_finance_capital (plt_finance_word ("event", event->event));
}

/* ---- movements ---- */

static gboolean
is_same (const PltCashMove *a, const PltCashMove *b)
{
  return a->date == b->date && a->row == b->row && a->state == b->state && a->event == b->event;
}

static void
gather (PltCashPaper *self)
{
  gboolean all = self->cash->moves->len <= MAX_MOVES;
  guint of_day = 0;

  self->moves = g_array_new (FALSE, FALSE, sizeof (PltCashPaperMove));
  for (guint i = 0; i < self->cash->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (self->cash->moves, PltCashMove, i);
      PltCashPaperMove one = { move, move->amount, move->vat, 1 };
      PltCashPaperMove *same = NULL;

      if (self->moves->len > of_day
          && g_array_index (self->moves, PltCashPaperMove, of_day).move->date != move->date)
        of_day = self->moves->len;
      for (guint k = of_day; !all && same == NULL && k < self->moves->len; k++)
        if (is_same (g_array_index (self->moves, PltCashPaperMove, k).move, move))
          same = &g_array_index (self->moves, PltCashPaperMove, k);
      if (same == NULL)
        {
          g_array_append_val (self->moves, one);
          continue;
        }
      plt_money_add (same->amount, move->amount, &same->amount);
      plt_money_add (same->vat, move->vat, &same->vat);
      same->n++;
    }
  self->first = 1;
  self->last = self->moves->len + 1;
}

/* ---- head ---- */

static void
add_amount_field (PltDocFields *fields, const char *label, PltMoney amount, PltDate date)
{
  g_autofree char *money = plt_money_format (amount);
  g_autofree char *day = date != PLT_DATE_NONE ? plt_date_format_numeric (date) : NULL;
  g_autofree char *text = day != NULL ? g_strconcat (money, " le ", day, NULL) : g_strdup (money);

  plt_doc_fields_add (fields, label, text, NO_REF);
}

static void
add_head (const PltCashPaper *self, PltDocument *document)
{
  const PltCashPlan *cash = self->cash;
  PltDocFields *fields = plt_document_fields (document, 5);
  PltMoney cost = 0;

  for (guint i = 0; i < cash->credits->len; i++)
    plt_money_add (cost, g_array_index (cash->credits, PltCashCredit, i).cost, &cost);
  add_amount_field (fields, "Solde d’ouverture", cash->opening, cash->first);
  add_amount_field (fields, "Encaissements", cash->total_in, PLT_DATE_NONE);
  add_amount_field (fields, "Décaissements", cash->total_out, PLT_DATE_NONE);
  add_amount_field (fields, "Solde final", cash->final, cash->last);
  add_amount_field (fields, "Découvert autorisé", cash->overdraft, PLT_DATE_NONE);
  add_amount_field (fields, "Besoin maximal, avant crédits", cash->need,
                    cash->need > 0 ? cash->lowest_before_credits_date : PLT_DATE_NONE);
  plt_doc_fields_style (fields, cash->need > cash->overdraft ? "cell.warning" : "cell.strong");
  add_amount_field (fields, "Besoin maximal, après crédits", MAX (0, -cash->lowest),
                    cash->lowest < 0 ? cash->lowest_date : PLT_DATE_NONE);
  plt_doc_fields_style (fields, cash->criticals->len > 0 ? "cell.warning" : "cell.strong");
  add_amount_field (fields, "Coût des crédits", cost, PLT_DATE_NONE);
  plt_document_space (document, 6);
}

void
plt_cash_paper_add_chart (const PltCashPaper *self, PltDocument *document)
{
  g_autoptr (GArray) weeks = plt_cash_plan_periods (self->cash, PLT_CASH_BY_WEEK);
  g_autoptr (GArray) months = plt_cash_plan_periods (self->cash, PLT_CASH_BY_MONTH);
  const GArray *periods = weeks->len <= MAX_CHART_WEEKS ? weeks : months;
  g_autofree char *lowest = plt_money_format (self->cash->lowest);
  g_autofree char *day = plt_date_format_numeric (self->cash->lowest_date);
  g_autofree char *words = g_strdup_printf ("Point bas : %s le %s", lowest, day);
  PltDrawing *drawing = plt_document_drawing (
      document, "chart.treasury", 0, 210, "Courbe du solde cumulé, encaissements et décaissements");

  for (guint i = 0; i < periods->len; i++)
    {
      const PltCashPeriod *period = &g_array_index (periods, PltCashPeriod, i);
      g_autofree char *title = plt_date_format_numeric (period->start);
      gboolean low
          = self->cash->lowest_date >= period->start && self->cash->lowest_date <= period->end;

      plt_drawing_add (drawing, title, low ? words : NULL, period->in, period->out, period->balance,
                       period->lowest);
    }
  if (self->cash->overdraft > 0)
    plt_drawing_add (drawing, NULL, "Découvert autorisé", 0, 0, -self->cash->overdraft, 0);
  plt_document_space (document, 8);
}

/* ---- the paper ---- */

static void
add_legend (PltDocument *document)
{
  plt_document_space (document, 6);
  plt_document_paragraph (
      document, "text.note",
      "Hypothèses. Montants toutes taxes comprises, au jour du paiement ; la grille imprimée est à "
      "l’euro près, le classeur au centime. Encaissements : échéances des sources en numéraire non "
      "refusées. Décaissements : lignes du devis payées en numéraire, selon leur façon de payer, à "
      "leur événement ou réparties sur leur phase ; charges sociales après la paie. La TVA "
      "collectée moins la TVA payée est versée le mois suivant, un crédit de TVA est reporté. Un "
      "mouvement réel remplace la prévision qu’il nomme. En gras ce qui est réel, en gris ce qui "
      "n’est que prévu. Le besoin maximal est le point bas à la fin d’un jour, changé de signe.",
      NO_REF);
}

static void
paper_clear (PltCashPaper *self)
{
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->table, g_free);
  g_clear_pointer (&self->cash, plt_cash_plan_free);
  g_clear_pointer (&self->changes, g_array_unref);
  plt_paper_close (&self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltCashPaper, paper_clear)

static gboolean
open_paper (PltCashPaper *self, PltStore *store, const PltParams *params, GError **error)
{
  const char *scenario = plt_params_get (params, "scenario");
  const PltFacts *facts;
  guint n;

  if (!plt_paper_open (&self->source, store, params, error))
    return FALSE;
  plt_referential_lend (self->source.facts, PLT_CASH_DEFAULTS);
  facts = self->source.facts;
  self->step = g_strcmp0 (plt_params_get (params, "periode"), "semaine") == 0 ? PLT_CASH_BY_WEEK
                                                                              : PLT_CASH_BY_MONTH;
  if (scenario != NULL && *scenario != '\0'
      && !plt_finance_find_scenario (facts, scenario, "tresorerie", &self->scenario, error))
    return FALSE;
  self->changes
      = plt_cash_scenario_changes (facts, self->scenario != NULL ? self->scenario->id : 0);
  self->cash = plt_cash_plan_new (
      facts, self->source.plan, self->source.budget,
      (const PltScenarioChangeFacts *) (gconstpointer) self->changes->data, self->changes->len);
  self->periods = plt_cash_plan_periods (self->cash, self->step);
  self->table = plt_cash_plan_table (self->cash, self->step, &n);
  gather (self);
  return TRUE;
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltCashPaper) paper = { .cash = NULL };
  g_autofree char *subtitle = NULL;
  PltDocument *document;

  if (!open_paper (&paper, store, params, error))
    return NULL;
  subtitle
      = g_strconcat (paper.step == PLT_CASH_BY_WEEK ? "Par semaine" : "Par mois",
                     ", toutes taxes comprises", paper.scenario != NULL ? " · scénario : " : "",
                     paper.scenario != NULL ? paper.scenario->name : "", NULL);
  document = plt_paper_new (&paper.source, "Plan de trésorerie", subtitle, NULL,
                            g_strcmp0 (plt_params_get (params, "papier"), "a3") == 0 ? PLT_PAPER_A3
                                                                                     : PLT_PAPER_A4,
                            PLT_LANDSCAPE);
  if (paper.cash->moves->len == 0)
    {
      plt_document_paragraph (
          document, "text.note",
          "Rien n’est encore daté : donnez un événement aux échéances du plan de "
          "financement et des dates au plan de travail.",
          NO_REF);
      plt_cash_paper_add_undated (&paper, document);
      return document;
    }
  add_head (&paper, document);
  plt_cash_paper_add_chart (&paper, document);
  plt_cash_paper_add_results (&paper, document);
  plt_cash_paper_add_criticals (&paper, document);
  plt_cash_paper_add_grid (&paper, document);
  plt_cash_paper_add_measures (&paper, document);
  plt_cash_paper_add_credits (&paper, document);
  plt_cash_paper_add_undated (&paper, document);
  plt_cash_paper_add_events (&paper, document);
  plt_cash_paper_add_totals (&paper, document);
  add_legend (document);
  plt_cash_paper_add_moves (&paper, document);
  return document;
}

const PltDocumentKind plt_document_tresorerie = {
  .id = "tresorerie",
  .title = "Plan de trésorerie",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
