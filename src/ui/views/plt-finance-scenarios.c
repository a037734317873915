#include "plt-finance-scenarios.h"

#include <glib/gi18n-lib.h>

#include "plt-devis-figures.h"
#include "plt-finance-summary.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })

/* ---- side by side ---- */

static void
set_columns (PltFinanceTable *table, const PltFinanceComparison *comparison)
{
  static const char *const ids[] = { "a", "b", "c", "d", "e", "f", "g", "h" };
  PltFinanceTableColumn columns[PLT_FINANCE_MAX_SCENARIOS + 1] = {
    { "what", g_strdup (_ ("Figure")), 26, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN },
  };
  guint n = 1;

  for (guint i = 0; i < comparison->scenarios->len; i++)
    {
      const PltFinanceScenario *scenario = g_ptr_array_index (comparison->scenarios, i);

      columns[n++] = (PltFinanceTableColumn){
        ids[i], g_strdup (scenario->scenario != NULL ? scenario->name : _ ("The plan as it is")),
        16, PLT_GRID_ALIGN_END, 0
      };
    }
  plt_finance_table_set_columns (table, columns, n);
}

typedef enum
{
  FIGURE_COST,
  FIGURE_TOTAL,
  FIGURE_GAP,
  FIGURE_TAX,
  FIGURE_ACQUIRED,
  FIGURE_CONFIRMED,
  FIGURE_FINANCED,
  FIGURE_PRODUCERS,
  FIGURE_PUBLIC,
  FIGURE_BROADCASTERS,
  FIGURE_FOREIGN,
  FIGURE_IN_KIND,
  N_FIGURES,
} Figure;

static const char *const figures[N_FIGURES] = {
  [FIGURE_COST] = N_ ("Budget"),
  [FIGURE_TOTAL] = N_ ("Financing"),
  [FIGURE_GAP] = N_ ("Missing"),
  [FIGURE_TAX] = N_ ("Tax credit, counted anew"),
  [FIGURE_ACQUIRED] = N_ ("Acquired only"),
  [FIGURE_CONFIRMED] = N_ ("Acquired and confirmed"),
  [FIGURE_FINANCED] = N_ ("All sources"),
  [FIGURE_PRODUCERS] = N_ ("Producers"),
  [FIGURE_PUBLIC] = N_ ("Public money"),
  [FIGURE_BROADCASTERS] = N_ ("Broadcasters"),
  [FIGURE_FOREIGN] = N_ ("Foreign money"),
  [FIGURE_IN_KIND] = N_ ("In kind and as participation"),
};

static char *
share_of (PltMoney part, PltMoney whole)
{
  return plt_devis_format_share (plt_devis_share_e6 (part, whole));
}

static char *
format_figure (const PltFinanceScenario *scenario, Figure figure)
{
  const PltFinancePlan *plan = scenario->plan;
  const PltMoney acquired = plan->by_status[PLT_FUNDING_ACQUIRED];

  switch (figure)
    {
    case FIGURE_COST:
      return plt_devis_format_money (plan->cost);
    case FIGURE_TOTAL:
      return plt_devis_format_money (plan->total);
    case FIGURE_GAP:
      return plt_devis_format_money (plan->gap);
    case FIGURE_TAX:
      return plt_devis_format_money (scenario->tax_credit);
    case FIGURE_ACQUIRED:
      return share_of (acquired, plan->cost);
    case FIGURE_CONFIRMED:
      return share_of (acquired + plan->by_status[PLT_FUNDING_CONFIRMED], plan->cost);
    case FIGURE_FINANCED:
      return share_of (plan->total, plan->cost);
    case FIGURE_PRODUCERS:
      return share_of (plan->producers, plan->total);
    case FIGURE_PUBLIC:
      return share_of (plan->public_money, plan->total);
    case FIGURE_BROADCASTERS:
      return share_of (plan->broadcasters, plan->total);
    case FIGURE_FOREIGN:
      return share_of (plan->foreign, plan->total);
    default:
      return share_of (plan->in_kind + plan->participation, plan->total);
    }
}

static void
add_heading (PltFinanceTable *table, const char *title)
{
  plt_finance_table_add_row (table, PLT_GRID_ROW_GROUP, 0, NO_REF);
  plt_finance_table_put (table, 0, title);
}

/* The plan of a scenario keeps the amount that was typed for the tax credit. */
static void
say_tax (PltFinanceTable *table, const PltFinanceScenario *scenario)
{
  g_autofree char *planned = plt_devis_format_money (scenario->tax_planned);
  /* Translators: %s is an amount */
  g_autofree char *text = g_strdup_printf (_ ("The plan counts on %s."), planned);

  if (scenario->tax_planned == 0 || scenario->tax_credit == PLT_UNKNOWN)
    return;
  plt_finance_table_say (table, text);
  if (scenario->tax_planned > scenario->tax_credit)
    plt_finance_table_style (table, PLT_GRID_CELL_BOLD, PLT_GRID_FILL_WARNING);
}

static void
add_figures (PltFinanceTable *table, const PltFinanceComparison *comparison)
{
  for (Figure figure = 0; figure < N_FIGURES; figure++)
    {
      if (figure == FIGURE_COST)
        add_heading (table, _ ("Against the budget"));
      else if (figure == FIGURE_ACQUIRED)
        add_heading (table, _ ("Financed rate"));
      else if (figure == FIGURE_PRODUCERS)
        add_heading (table, _ ("Shares of the plan"));
      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1, NO_REF);
      plt_finance_table_put (table, 0, _ (figures[figure]));
      for (guint i = 0; i < comparison->scenarios->len; i++)
        {
          const PltFinanceScenario *scenario = g_ptr_array_index (comparison->scenarios, i);

          plt_finance_table_take (table, i + 1, format_figure (scenario, figure));
          if (figure == FIGURE_GAP && scenario->plan->gap != PLT_UNKNOWN
              && scenario->plan->gap != 0)
            plt_finance_table_style (table, PLT_GRID_CELL_BOLD, PLT_GRID_FILL_WARNING);
          else if (figure == FIGURE_TAX)
            say_tax (table, scenario);
        }
    }
}

static void
add_sources (PltFinanceTable *table, const PltFinanceComparison *comparison, gboolean all)
{
  gboolean begun = FALSE;

  for (guint r = 0; r < comparison->sources->len; r++)
    {
      const PltFinanceSourceRow *row = &g_array_index (comparison->sources, PltFinanceSourceRow, r);

      if (!all && !row->changed)
        continue;
      if (!begun)
        add_heading (table, all ? _ ("Sources") : _ ("Sources that change"));
      begun = TRUE;
      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1,
                                 row->source > 0 ? (PltRef){ "funding_source", row->source, NULL }
                                                 : NO_REF);
      plt_finance_table_put (table, 0, row->name);
      for (guint i = 0; i < comparison->scenarios->len; i++)
        {
          plt_finance_table_take (table, i + 1, plt_devis_format_money (row->amounts[i]));
          if (i > 0 && row->amounts[i] != row->amounts[0])
            plt_finance_table_style (table, PLT_GRID_CELL_BOLD, PLT_GRID_FILL_NONE);
        }
    }
}

static void
put_check (PltFinanceTable *table, const PltFinanceCheckRow *row, guint at)
{
  const PltFinanceCheck check = { .rule = row->rule,
                                  .label = row->label,
                                  .have = row->have[at],
                                  .limit = row->limit[at],
                                  .unit = row->unit,
                                  .state = row->states[at],
                                  .source = row->source };
  g_autofree char *figure = plt_finance_check_text (&check);

  if (!row->asked[at])
    {
      plt_finance_table_put (table, at + 1, "—");
      return;
    }
  plt_finance_table_put (table, at + 1, plt_finance_check_state (row->states[at]));
  plt_finance_table_style (table, row->states[at] == PLT_CHECK_BROKEN ? PLT_GRID_CELL_BOLD : 0,
                           row->states[at] == PLT_CHECK_BROKEN ? PLT_GRID_FILL_WARNING
                                                               : PLT_GRID_FILL_NONE);
  plt_finance_table_say (table, figure);
}

static void
add_checks (PltFinanceTable *table, const PltFinanceComparison *comparison)
{
  add_heading (table, _ ("Checks"));
  for (guint r = 0; r < comparison->checks->len; r++)
    {
      const PltFinanceCheckRow *row = &g_array_index (comparison->checks, PltFinanceCheckRow, r);

      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 1, NO_REF);
      plt_finance_table_put (table, 0, row->label);
      plt_finance_table_say (table, row->source);
      for (guint i = 0; i < comparison->scenarios->len; i++)
        put_check (table, row, i);
    }
}

void
plt_finance_fill_comparison (PltFinanceTable *table,
                             const PltFinanceComparison *comparison,
                             gboolean all)
{
  set_columns (table, comparison);
  plt_finance_table_begin (table);
  add_figures (table, comparison);
  add_sources (table, comparison, all);
  add_checks (table, comparison);
  plt_finance_table_end (table);
}

/* ---- what if it fails ---- */

static char *
list_broken (const GArray *broken)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < broken->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            g_array_index (broken, PltFinanceCheck, i).label);
  return g_string_free (text, FALSE);
}

void
plt_finance_fill_losses (PltFinanceTable *table, const GArray *losses)
{
  const PltFinanceTableColumn columns[] = {
    { "source", g_strdup (_ ("If this source fails")), 26, PLT_GRID_ALIGN_START,
      PLT_GRID_COLUMN_FROZEN },
    { "amount", g_strdup (_ ("It brings")), 14, PLT_GRID_ALIGN_END, 0 },
    { "gap", g_strdup (_ ("Then missing")), 14, PLT_GRID_ALIGN_END, 0 },
    { "rate", g_strdup (_ ("Financed rate")), 12, PLT_GRID_ALIGN_END, 0 },
    { "rules", g_strdup (_ ("Rules that no longer hold")), 60, PLT_GRID_ALIGN_START, 0 },
  };

  plt_finance_table_set_columns (table, columns, G_N_ELEMENTS (columns));
  plt_finance_table_begin (table);
  for (guint i = 0; i < losses->len; i++)
    {
      const PltFinanceLoss *loss = &g_array_index (losses, PltFinanceLoss, i);
      g_autofree char *broken = list_broken (loss->broken);

      plt_finance_table_add_row (table, PLT_GRID_ROW_NORMAL, 0,
                                 (PltRef){ "funding_source", loss->source->id, "amount_cents" });
      plt_finance_table_put (table, 0, loss->source->name);
      plt_finance_table_take (table, 1, plt_devis_format_money (loss->amount));
      plt_finance_table_take (table, 2, plt_devis_format_money (loss->gap));
      plt_finance_table_take (table, 3,
                              loss->financed_e6 != PLT_UNKNOWN
                                  ? plt_devis_format_share (loss->financed_e6)
                                  : g_strdup ("—"));
      plt_finance_table_put (table, 4, broken);
      if (loss->broken->len > 0)
        plt_finance_table_style (table, 0, PLT_GRID_FILL_WARNING);
      plt_finance_table_say (table, broken);
    }
  plt_finance_table_end (table);
}

/* ---- copies ---- */

static void
set_text (PltBatch *batch, const char *column, const char *text)
{
  if (text != NULL && *text != '\0')
    plt_batch_set_text (batch, column, text);
}

static void
set_reference (PltBatch *batch, const char *column, gint64 id)
{
  if (id != 0 && id != PLT_UNKNOWN)
    plt_batch_set_integer (batch, column, id);
}

void
plt_finance_copy_scenario (const PltFacts *facts,
                           gint64 scenario,
                           const char *name,
                           PltBatch *batch)
{
  const PltScenarioFacts *of = PLT_FACTS_FIND (facts->scenarios, PltScenarioFacts, scenario);
  const gint64 copy = plt_batch_insert (batch, "scenario");

  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "kind", "financement");
  if (of != NULL)
    {
      set_reference (batch, "budget", of->budget);
      set_text (batch, "note", of->note);
    }
  for (guint i = 0; of != NULL && i < facts->scenario_changes.n; i++)
    {
      const PltScenarioChangeFacts *change = &facts->scenario_changes.items[i];

      if (change->scenario != scenario)
        continue;
      plt_batch_insert (batch, "scenario_change");
      plt_batch_set_integer (batch, "scenario", copy);
      plt_batch_set_text (batch, "kind", change->kind);
      set_text (batch, "label", change->label);
      set_reference (batch, "funding_source", change->funding_source);
      set_reference (batch, "instalment", change->instalment);
      if (change->amount_cents != PLT_UNKNOWN)
        plt_batch_set_integer (batch, "amount_cents", change->amount_cents);
      set_text (batch, "note", change->note);
    }
}
