/* Scenarios side by side: of the financing what each changes and what it leaves to find, of the
 * treasury how low it goes and when, with the courses over each other. The first column is the plan
 * as it is. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-cash-plan.h"
#include "plt-document-kinds-private.h"
#include "plt-finance-paper.h"
#include "plt-finance-scenario.h"
#include "plt-funding-group.h"
#include "plt-referential.h"
#include "plt-tax-estimate.h"

#define NO_REF PLT_FINANCE_NO_REF
#define MAX_FINANCE 6 /* columns, the plan as it is included */
#define MAX_CASH 4    /* courses that a chart tells apart */
#define MAX_CHART_WEEKS 160

static const PltParamSpec params_spec[] = {
  { "scenario", N_ ("Only this scenario"), PLT_PARAM_REFERENCE, "scenario", NULL, NULL, NULL },
  { NULL },
};

typedef struct
{
  const PltScenarioFacts *scenario; /* (nullable): the plan as it is */
  GArray *changes;
  PltCashPlan *plan;
} Course;

typedef struct
{
  PltPaperSource source;
  PltFinanceComparison *finance; /* (nullable) */
  GPtrArray *courses;            /* Course: empty when the treasury has no scenario */
} Paper;

static void
course_free (Course *self)
{
  plt_cash_plan_free (self->plan);
  g_array_unref (self->changes);
  g_free (self);
}

static const char *
name_of (const PltScenarioFacts *scenario)
{
  return scenario != NULL ? scenario->name : "Tel quel";
}

/* A table with a column a scenario. */
static PltDocTable *
new_table (
    PltDocument *document, const char *name, const char *first, const char *const *titles, guint n)
{
  g_autofree PltDocColumn *columns = g_new0 (PltDocColumn, n + 1);
  g_auto (GStrv) ids = g_new0 (char *, n + 1);
  PltDocTable *table;

  columns[0] = (PltDocColumn){
    .title = first, .id = "libelle", .weight = 2, .min = 170, .sheet_chars = 44
  };
  for (guint i = 0; i < n; i++)
    {
      ids[i] = g_strdup_printf ("scenario-%u", i);
      columns[i + 1] = (PltDocColumn){
        .title = titles[i], .id = ids[i], .weight = 1, .min = 84, .sheet_chars = 22
      };
    }
  table = plt_document_table (document, name, columns, n + 1);
  plt_doc_table_set_style (table, "table.ledger");
  plt_doc_table_set_frozen_columns (table, 1);
  return table;
}

/* ---- what they change, in words ---- */

static void
add_words (const Paper *self, PltDocument *document, const PltScenarioFacts *scenario)
{
  guint n = 0;

  plt_document_begin_runs (document, "text.normal", 0, (PltRef){ "scenario", scenario->id, NULL });
  plt_document_add_run (document, "run.bold", scenario->name);
  plt_document_add_run (document, "run.normal", " : ");
  for (guint i = 0; i < self->source.facts->scenario_changes.n; i++)
    {
      const PltScenarioChangeFacts *change = &self->source.facts->scenario_changes.items[i];
      g_autofree char *words = NULL;
      g_autofree char *text = NULL;

      if (change->scenario != scenario->id)
        continue;
      words = plt_finance_change_words (self->source.facts, change);
      text = g_strconcat (n++ > 0 ? " ; " : "", words, NULL);
      plt_document_add_run (document, "run.normal", text);
    }
  plt_document_add_run (document, "run.normal", n > 0 ? "." : "aucun changement.");
  if (*scenario->note != '\0')
    {
      g_autofree char *note = g_strconcat (" ", scenario->note, NULL);

      plt_document_add_run (document, "run.italic", note);
    }
}

/* ---- financing ---- */

static const PltFinanceScenario *
finance_at (const Paper *self, guint i)
{
  return self->finance->scenarios->pdata[i];
}

static void
add_source (const Paper *self, PltDocTable *table, const PltFinanceSourceRow *row)
{
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, row->name);
  if (row->source > 0)
    plt_doc_cell_ref (cell, (PltRef){ "funding_source", row->source, NULL });
  for (guint i = 0; i < self->finance->scenarios->len; i++)
    {
      cell = plt_doc_table_money (table, row->amounts[i]);
      if (row->changed && row->amounts[i] != row->amounts[0])
        plt_doc_cell_style (cell, "cell.strong");
    }
}

static void
add_sum (const Paper *self, PltDocTable *table, guint n_sources)
{
  plt_doc_table_row (table, "row.total");
  plt_doc_table_text (table, "Total du plan");
  for (guint i = 0; i < self->finance->scenarios->len; i++)
    {
      g_autofree char *sum = g_strdup_printf ("=SUM({1,%u}:{%u,%u})", i + 1, n_sources, i + 1);

      plt_doc_cell_formula (plt_doc_table_money (table, finance_at (self, i)->plan->total), sum);
    }
}

/* The devis, what is missing, and what is financed of it. */
static void
add_against (const Paper *self, PltDocTable *table, guint total)
{
  guint n = self->finance->scenarios->len;

  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, "Coût total du devis");
  for (guint i = 0; i < n; i++)
    plt_doc_table_money (table, finance_at (self, i)->plan->cost);
  plt_doc_table_row (table, "row.total");
  plt_doc_table_text (table, "Écart : reste à trouver");
  for (guint i = 0; i < n; i++)
    {
      PltMoney gap = finance_at (self, i)->plan->gap;
      g_autofree char *formula = g_strdup_printf ("={-1,%u}-{%u,%u}", i + 1, total, i + 1);
      PltDocCell *cell = plt_doc_table_money (table, gap);

      if (gap == PLT_UNKNOWN)
        continue;
      plt_doc_cell_formula (cell, formula);
      if (gap != 0)
        plt_doc_cell_style (cell, "cell.warning");
    }
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, "Taux financé");
  for (guint i = 0; i < n; i++)
    {
      const PltFinancePlan *plan = finance_at (self, i)->plan;
      gint64 share = plt_finance_share (plan->total, plan->cost);
      g_autofree char *formula
          = g_strdup_printf ("=ROUND({%u,%u}/{%u,%u},4)", total, i + 1, total + 1, i + 1);

      if (share == PLT_UNKNOWN)
        plt_doc_table_empty (table);
      else
        plt_doc_cell_formula (plt_doc_table_percent (table, share), formula);
    }
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, "Acquis et confirmé, du devis");
  for (guint i = 0; i < n; i++)
    {
      const PltFinancePlan *plan = finance_at (self, i)->plan;

      plt_doc_table_percent (table, plt_finance_share (plan->by_status[PLT_FUNDING_ACQUIRED]
                                                           + plan->by_status[PLT_FUNDING_CONFIRMED],
                                                       plan->cost));
    }
}

/* Counted anew where an aid fails; the plan keeps what is typed of it. */
static void
add_tax (const Paper *self, PltDocTable *table)
{
  gboolean known = FALSE;

  for (guint i = 0; i < self->finance->scenarios->len; i++)
    known = known || finance_at (self, i)->tax_credit != PLT_UNKNOWN;
  if (!known)
    return;
  plt_doc_table_row (table, "row.normal");
  plt_doc_table_text (table, "Crédit d’impôt recalculé (le plan garde le montant saisi)");
  for (guint i = 0; i < self->finance->scenarios->len; i++)
    {
      const PltFinanceScenario *scenario = finance_at (self, i);
      PltDocCell *cell = plt_doc_table_money (table, scenario->tax_credit);

      if (scenario->tax_credit != PLT_UNKNOWN && scenario->tax_planned > scenario->tax_credit)
        plt_doc_cell_style (cell, "cell.warning");
    }
}

static void
add_checks (const Paper *self, PltDocument *document, const char *const *titles)
{
  static const char *const states[] = { "tenue", "non tenue", "à vérifier" };
  PltDocTable *table = NULL;

  for (guint i = 0; i < self->finance->checks->len; i++)
    {
      const PltFinanceCheckRow *row = &g_array_index (self->finance->checks, PltFinanceCheckRow, i);

      if (!row->changed)
        continue;
      if (table == NULL)
        {
          plt_document_heading (document, 2, "Règles qui changent", NO_REF);
          table = new_table (document, "Règles", "Règle", titles, self->finance->scenarios->len);
        }
      plt_doc_table_row (table, "row.normal");
      plt_doc_table_text (table, row->label);
      for (guint k = 0; k < self->finance->scenarios->len; k++)
        {
          g_autofree char *have
              = row->asked[k] ? plt_finance_format_value (row->unit, row->have[k]) : NULL;
          g_autofree char *text = have != NULL
                                      ? g_strdup_printf ("%s · %s", states[row->states[k]], have)
                                      : g_strdup ("sans objet");
          PltDocCell *cell = plt_doc_table_text (table, text);

          if (row->asked[k] && row->states[k] == PLT_CHECK_BROKEN)
            plt_doc_cell_style (cell, "cell.warning");
        }
    }
}

static void
add_finance (const Paper *self, PltDocument *document)
{
  guint n = self->finance->scenarios->len;
  g_autofree const char **titles = g_new0 (const char *, n);
  PltDocTable *table;

  plt_document_heading (document, 1, "Financement", NO_REF);
  for (guint i = 0; i < n; i++)
    {
      titles[i] = name_of (finance_at (self, i)->scenario);
      if (finance_at (self, i)->scenario != NULL)
        add_words (self, document, finance_at (self, i)->scenario);
    }
  plt_document_space (document, 4);
  table = new_table (document, "Financement", "En euros hors taxes", titles, n);
  for (guint i = 0; i < self->finance->sources->len; i++)
    add_source (self, table, &g_array_index (self->finance->sources, PltFinanceSourceRow, i));
  add_sum (self, table, self->finance->sources->len);
  add_against (self, table, self->finance->sources->len + 1);
  add_tax (self, table);
  add_checks (self, document, titles);
}

/* ---- treasury ---- */

static const Course *
course_at (const Paper *self, guint i)
{
  return self->courses->pdata[i];
}

/* The balance of a course on that day: its opening before it begins, its end after. */
static PltMoney
balance_on (const PltCashPlan *plan, PltDate date)
{
  gint64 at = (gint64) date - plan->first;

  if (plan->n_days == 0 || at < 0)
    return plan->opening;
  return plan->days[MIN (at, (gint64) plan->n_days - 1)];
}

static void
add_chart (const Paper *self, PltDocument *document)
{
  PltDate first = PLT_DATE_NONE, last = PLT_DATE_NONE;
  PltDrawing *drawing;
  guint step = 7, row = 0;

  for (guint i = 0; i < self->courses->len; i++)
    {
      const PltCashPlan *plan = course_at (self, i)->plan;

      if (plan->first == PLT_DATE_NONE)
        continue;
      first = first == PLT_DATE_NONE ? plan->first : MIN (first, plan->first);
      last = MAX (last, plan->last);
    }
  if (first == PLT_DATE_NONE)
    return;
  first = plt_cash_period_start (first, PLT_CASH_BY_WEEK);
  while ((last - first) / (gint64) step > MAX_CHART_WEEKS)
    step += 7;
  drawing = plt_document_drawing (document, "chart.courses", 0, 220,
                                  "Courbes du solde cumulé de chaque scénario");
  for (PltDate day = first; day <= last || row < self->courses->len; day += (PltDate) step, row++)
    {
      g_autofree char *title = plt_date_format_numeric (day);
      PltMoney balances[MAX_CASH] = { 0 };

      for (guint i = 0; i < self->courses->len; i++)
        balances[i] = balance_on (course_at (self, i)->plan, day + (PltDate) step - 1);
      plt_drawing_add (drawing, title,
                       row < self->courses->len ? name_of (course_at (self, row)->scenario) : NULL,
                       balances[0], balances[1], balances[2], balances[3]);
    }
  plt_document_space (document, 8);
}

static PltMoney
cost_of (const PltCashPlan *plan)
{
  PltMoney cost = 0;

  for (guint i = 0; i < plan->credits->len; i++)
    plt_money_add (cost, g_array_index (plan->credits, PltCashCredit, i).cost, &cost);
  return cost;
}

static PltMoney
cash_figure (const PltCashPlan *plan, guint which)
{
  switch (which)
    {
    case 0:
      return plan->opening;
    case 1:
      return plan->total_in;
    case 2:
      return plan->total_out;
    case 3:
      return plan->final;
    case 4:
      return plan->lowest_before_credits;
    case 5:
      return plan->need;
    case 6:
      return plan->lowest;
    case 7:
      return MAX (0, -plan->lowest);
    default:
      return cost_of (plan);
    }
}

static void
add_cash_dates (const Paper *self, PltDocTable *table, const char *title, gboolean bare)
{
  plt_doc_table_row (table, "row.muted");
  plt_doc_table_text (table, title);
  for (guint i = 0; i < self->courses->len; i++)
    {
      const PltCashPlan *plan = course_at (self, i)->plan;

      plt_doc_cell_style (
          plt_doc_table_date (table, bare ? plan->lowest_before_credits_date : plan->lowest_date),
          "cell.right");
    }
}

static void
add_cash_table (const Paper *self, PltDocument *document)
{
  static const struct
  {
    const char *title, *formula, *date;
  } rows[] = {
    { "Solde d’ouverture", NULL, NULL },
    { "Total des encaissements", NULL, NULL },
    { "Total des décaissements", NULL, NULL },
    { "Solde final", "={1,%u}+{2,%u}-{3,%u}", NULL },
    { "Point bas hors crédits", NULL, "atteint le" },
    { "Besoin maximal, avant crédits", "=MAX(0,-{5,%u})", NULL },
    { "Point bas", NULL, "atteint le" },
    { "Besoin maximal, après crédits", "=MAX(0,-{8,%u})", NULL },
    { "Coût des crédits", NULL, NULL },
  };
  guint n = self->courses->len;
  g_autofree const char **titles = g_new0 (const char *, n);
  PltDocTable *table;

  for (guint i = 0; i < n; i++)
    titles[i] = name_of (course_at (self, i)->scenario);
  table = new_table (document, "Trésorerie", "En euros, toutes taxes comprises", titles, n);
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      plt_doc_table_row (table, rows[r].formula != NULL ? "row.total" : "row.normal");
      plt_doc_table_text (table, rows[r].title);
      for (guint i = 0; i < n; i++)
        {
          PltMoney amount = cash_figure (course_at (self, i)->plan, r);
          PltDocCell *cell = plt_doc_table_money (table, amount);
          g_autofree char *column = g_strdup_printf ("%u", i + 1);

          if (rows[r].formula != NULL)
            {
              g_auto (GStrv) parts = g_strsplit (rows[r].formula, "%u", -1);
              g_autofree char *formula = g_strjoinv (column, parts);

              plt_doc_cell_formula (cell, formula);
            }
          if (r != 0 && amount != cash_figure (course_at (self, 0)->plan, r))
            plt_doc_cell_style (cell, "cell.strong");
        }
      if (rows[r].date != NULL)
        add_cash_dates (self, table, rows[r].date, r == 4);
    }
}

static void
add_cash (const Paper *self, PltDocument *document)
{
  if (self->finance != NULL)
    plt_document_page_break (document);
  plt_document_heading (document, 1, "Trésorerie", NO_REF);
  for (guint i = 0; i < self->courses->len; i++)
    if (course_at (self, i)->scenario != NULL)
      add_words (self, document, course_at (self, i)->scenario);
  plt_document_space (document, 4);
  add_chart (self, document);
  add_cash_table (self, document);
}

/* ---- the paper ---- */

static void
paper_clear (Paper *self)
{
  g_clear_pointer (&self->courses, g_ptr_array_unref);
  g_clear_pointer (&self->finance, plt_finance_comparison_free);
  plt_paper_close (&self->source);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paper, paper_clear)

static gboolean
is_wanted (const PltScenarioFacts *scenario, const char *kind, const char *only)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, scenario->id);

  return strcmp (scenario->kind, kind) == 0
         && (only == NULL || *only == '\0' || strcmp (only, id) == 0
             || strcmp (only, scenario->name) == 0);
}

static void
compare_finance (Paper *self, const char *only)
{
  const PltFacts *facts = self->source.facts;
  gint64 ids[MAX_FINANCE] = { 0 };
  guint n = 1;

  for (guint i = 0; i < facts->scenarios.n && n < MAX_FINANCE; i++)
    if (is_wanted (&facts->scenarios.items[i], "financement", only))
      ids[n++] = facts->scenarios.items[i].id;
  for (guint i = 0; n > 1 && plt_tax_referentials[i] != NULL; i++)
    plt_referential_lend (self->source.facts, plt_tax_referentials[i]);
  if (n > 1)
    self->finance = plt_finance_compare (facts, self->source.plan, self->source.budget, ids, n);
}

static void
add_course (Paper *self, const PltScenarioFacts *scenario)
{
  Course *course = g_new0 (Course, 1);

  course->scenario = scenario;
  course->changes
      = plt_cash_scenario_changes (self->source.facts, scenario != NULL ? scenario->id : 0);
  course->plan = plt_cash_plan_new (
      self->source.facts, self->source.plan, self->source.budget,
      (const PltScenarioChangeFacts *) (gconstpointer) course->changes->data, course->changes->len);
  g_ptr_array_add (self->courses, course);
}

static void
compare_cash (Paper *self, const char *only)
{
  const PltFacts *facts = self->source.facts;

  self->courses = g_ptr_array_new_with_free_func ((GDestroyNotify) course_free);
  for (guint i = 0; i < facts->scenarios.n && self->courses->len < MAX_CASH; i++)
    if (is_wanted (&facts->scenarios.items[i], "tresorerie", only))
      {
        if (self->courses->len == 0)
          add_course (self, NULL);
        add_course (self, &facts->scenarios.items[i]);
      }
}

/* More of them than a page holds are named, not passed over in silence. */
static void
add_left_out (const Paper *self, PltDocument *document, const char *only)
{
  const PltFacts *facts = self->source.facts;
  guint shown = (self->finance != NULL ? self->finance->scenarios->len - 1 : 0)
                + (self->courses->len > 0 ? self->courses->len - 1 : 0);
  guint n = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < facts->scenarios.n; i++)
    n += is_wanted (&facts->scenarios.items[i], "financement", only)
         || is_wanted (&facts->scenarios.items[i], "tresorerie", only);
  if (n <= shown)
    return;
  text = g_strdup_printf (
      "%u scénario%s de plus : une page en compare %d de financement et %d de trésorerie. Demandez-"
      "les un à un.",
      n - shown, n - shown > 1 ? "s" : "", MAX_FINANCE - 1, MAX_CASH - 1);
  plt_document_paragraph (document, "text.note", text, NO_REF);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  static const char *const lent[] = { PLT_FUNDING_GROUPS, PLT_FINANCE_RULES, PLT_CASH_DEFAULTS };
  g_auto (Paper) paper = { .finance = NULL };
  const char *only = plt_params_get (params, "scenario");
  PltDocument *document;

  if (!plt_paper_open (&paper.source, store, params, error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (lent); i++)
    plt_referential_lend (paper.source.facts, lent[i]);
  compare_finance (&paper, only);
  compare_cash (&paper, only);
  document = plt_paper_new (&paper.source, "Scénarios", "Comparés au plan tel qu’il est", NULL,
                            PLT_PAPER_A4, PLT_LANDSCAPE);
  if (paper.finance == NULL && paper.courses->len == 0)
    {
      plt_document_paragraph (document, "text.note",
                              "Aucun scénario encore : gardez-en un dans les pages Financement ou "
                              "Trésorerie pour le comparer ici.",
                              NO_REF);
      return document;
    }
  if (paper.finance != NULL)
    add_finance (&paper, document);
  if (paper.courses->len > 0)
    add_cash (&paper, document);
  add_left_out (&paper, document, only);
  return document;
}

const PltDocumentKind plt_document_scenarios = {
  .id = "scenarios",
  .title = "Scénarios de financement et de trésorerie",
  .phase = "developpement",
  .params = params_spec,
  .build = build,
};
