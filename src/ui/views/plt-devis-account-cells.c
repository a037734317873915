/* PltDevisModel: what the cells of accounts and of the totals below them say. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-figures.h"
#include "plt-devis-private.h"

#define MAX_NAMED 3 /* lines named in a message */

const char *
plt_devis_place_title (gboolean abroad)
{
  return abroad ? C_ ("spent in", "Abroad") : C_ ("spent in", "France");
}

/* ---- totals that are not all there ---- */

static gboolean
is_unknown (const PltBudgetLine *line)
{
  return line->amount == PLT_UNKNOWN || line->error != NULL || line->no_contribution_rate;
}

static gboolean
is_below (const PltFacts *facts, gint64 account, const PltAccountFacts *above)
{
  for (guint depth = 0; account != 0 && depth < 10; depth++)
    {
      const PltAccountFacts *found = PLT_FACTS_FIND (facts->accounts, PltAccountFacts, account);

      if (account == above->id)
        return TRUE;
      account = found != NULL ? found->parent : 0;
    }
  return FALSE;
}

/* "Incomplete: 2 lines count nothing …: 22-01 Réalisateur, …" */
static char *
tell_incomplete (PltDevisModel *self, const PltAccountFacts *account)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltBudget *budget = plt_devis_model_get_figures (self);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = g_ptr_array_index (budget->lines, i);

      if (!is_unknown (line)
          || (account != NULL && !is_below (facts, line->line->account, account)))
        continue;
      if (n++ < MAX_NAMED)
        g_string_append_printf (names, "%s%s%s%s", n > 1 ? ", " : "", line->line->code,
                                *line->line->code != '\0' ? " " : "", line->line->label);
    }
  if (n > MAX_NAMED)
    g_string_append (names, "…");
  if (n == 0)
    return g_strdup (_ ("Incomplete: a variable of the budget is not known."));
  /* Translators: %s are the names of those lines */
  return g_strdup_printf (ngettext ("Incomplete: %u line is not all counted: %s.",
                                    "Incomplete: %u lines are not all counted: %s.", n),
                          n, names->str);
}

/* A total that is not all there says so with a sign, a corner and a sentence. */
static void
put_total (PltDevisModel *self,
           PltMoney total,
           gboolean incomplete,
           const PltAccountFacts *account,
           PltGridCell *cell)
{
  g_autofree char *text = plt_money_format (total);

  if (!incomplete)
    {
      plt_grid_cell_take_text (cell, g_steal_pointer (&text));
      return;
    }
  plt_grid_cell_take_text (cell, g_strconcat ("? ", text, NULL));
  cell->flags |= PLT_GRID_CELL_INVALID;
  plt_grid_cell_take_message (cell, tell_incomplete (self, account));
}

void
plt_devis_put_ratio (PltDevisModel *self, PltMoney amount, guint column, PltGridCell *cell)
{
  const PltBudget *budget = plt_devis_model_get_figures (self);
  const PltFigures *figures = plt_devis_model_get_scale (self);

  cell->flags |= PLT_GRID_CELL_READONLY | PLT_GRID_CELL_MUTED;
  if (amount == PLT_UNKNOWN || amount == 0)
    return;
  if (column == PLT_DEVIS_COLUMN_SHARE)
    plt_grid_cell_take_text (cell,
                             plt_devis_format_share (plt_devis_share_e6 (amount, budget->total)));
  else
    plt_grid_cell_take_text (
        cell, plt_devis_format_money (column == PLT_DEVIS_COLUMN_DAY
                                          ? plt_devis_per_day (amount, figures->days)
                                          : plt_devis_per_minute (amount, figures->seconds)));
}

/* ---- accounts ---- */

static void
get_code_cell (const PltAccountFacts *account, PltGridCell *cell)
{
  if (strcmp (account->mark, "a-verifier") == 0)
    {
      plt_grid_cell_take_text (cell, g_strconcat (account->code, " ?", NULL));
      cell->message = _ ("Number to verify: it was not read in the official template.");
    }
  else
    cell->text = account->code;
  if (strcmp (account->mark, "maison") == 0)
    {
      cell->flags |= PLT_GRID_CELL_MUTED;
      cell->message = _ ("Our own number, not one of the CNC template.");
    }
}

/* What an account holds beside its lines. */
static void
tell_parts (const PltBudgetAccount *account, PltGridCell *cell)
{
  g_autofree char *percentages = plt_money_format (account->percentages);
  g_autofree char *transfers = plt_money_format (account->transfers);

  if (account->percentages != 0 && account->transfers != 0)
    plt_grid_cell_take_message (cell,
                                g_strdup_printf (_ ("With a percentage of %s and transfers of %s."),
                                                 percentages, transfers));
  else if (account->percentages != 0)
    plt_grid_cell_take_message (cell,
                                g_strdup_printf (_ ("With a percentage of %s."), percentages));
  else if (account->transfers != 0)
    plt_grid_cell_take_message (cell, g_strdup_printf (_ ("With transfers of %s."), transfers));
}

void
plt_devis_get_account_cell (PltDevisModel *self,
                            const PltDevisRow *row,
                            guint column,
                            PltGridCell *cell)
{
  const PltBudgetAccount *entry = row->account;
  const PltAccountFacts *account = entry->account;

  cell->flags |= PLT_GRID_CELL_READONLY;
  switch (column)
    {
    case PLT_DEVIS_COLUMN_CODE:
      get_code_cell (account, cell);
      break;
    case PLT_DEVIS_COLUMN_LABEL:
      cell->text = account->name;
      if (!account->label_verified && strcmp (account->mark, "maison") != 0)
        cell->message = _ ("Label to verify: it was not read in the official template.");
      break;
    case PLT_DEVIS_COLUMN_AMOUNT:
      if (row->lines != 0)
        plt_grid_cell_take_text (cell, plt_money_format_plain (row->lines));
      break;
    case PLT_DEVIS_COLUMN_CONTRIBUTIONS:
      if (row->contributions != 0)
        plt_grid_cell_take_text (cell, plt_money_format_plain (row->contributions));
      break;
    case PLT_DEVIS_COLUMN_TOTAL:
      tell_parts (entry, cell);
      put_total (self, entry->total, entry->incomplete, account, cell);
      if (entry->total == 0 && !entry->incomplete)
        cell->flags |= PLT_GRID_CELL_MUTED;
      break;
    case PLT_DEVIS_COLUMN_SHARE:
    case PLT_DEVIS_COLUMN_DAY:
    case PLT_DEVIS_COLUMN_MINUTE:
      plt_devis_put_ratio (self, entry->total, column, cell);
      break;
    default:
      break;
    }
}

/* ---- totals ---- */

const char *
plt_devis_total_title (PltDevisKind kind)
{
  switch ((guint) kind)
    {
    case PLT_DEVIS_UNPOSTED:
      return _ ("Social charges without an account");
    case PLT_DEVIS_SUBTOTAL:
      return _ ("Total of posts 1 to 9");
    case PLT_DEVIS_OVERHEADS:
      return _ ("Overheads");
    case PLT_DEVIS_CONTINGENCY:
      return _ ("Contingency");
    case PLT_DEVIS_PRODUCER:
      return _ ("Producer");
    case PLT_DEVIS_FINANCIAL:
      return _ ("Financial costs");
    default:
      return _ ("Total");
    }
}

PltMoney
plt_devis_total_amount (const PltBudget *budget, PltDevisKind kind)
{
  const int percent = plt_devis_percent_of (kind);

  if (percent >= 0)
    return budget->percents[percent].amount;
  switch ((guint) kind)
    {
    case PLT_DEVIS_UNPOSTED:
      return budget->unposted;
    case PLT_DEVIS_SUBTOTAL:
      return budget->subtotal;
    default:
      return budget->total;
    }
}

char *
plt_devis_format_rate (gint64 rate_e6)
{
  const PltColumn *column = plt_table_column (plt_table_find ("budget"), "overheads_e6");
  const PltValue value = plt_value_integer (rate_e6);

  return plt_column_format (column, &value);
}

static gint64
percent_rate (const PltBudgetFacts *budget, int percent)
{
  return percent == PLT_PERCENT_OVERHEADS     ? budget->overheads_e6
         : percent == PLT_PERCENT_CONTINGENCY ? budget->contingency_e6
         : percent == PLT_PERCENT_PRODUCER    ? budget->producer_e6
                                              : budget->financial_e6;
}

/* "Posts 1 to 9", "Cash": the title of a choice of the budget's own columns. */
const char *
plt_devis_choice_title (const char *column_id, const char *choice)
{
  const PltColumn *column = plt_table_column (plt_table_find ("budget"), column_id);

  for (guint i = 0; choice != NULL && column->choices[i].id != NULL; i++)
    if (strcmp (column->choices[i].id, choice) == 0)
      return plt_choice_title (&column->choices[i]);
  return "";
}

char *
plt_devis_get_percent_text (PltDevisModel *self, const PltDevisRow *row, guint column)
{
  const PltBudget *budget = plt_devis_model_get_figures (self);
  const int percent = plt_devis_percent_of (row->kind);
  const gint64 rate = percent_rate (budget->budget, percent);

  if (column == PLT_DEVIS_COLUMN_MODE)
    return g_strdup (plt_devis_choice_title ("overheads_mode", budget->percents[percent].mode));
  return rate == PLT_UNKNOWN ? g_strdup ("") : plt_devis_format_rate (rate);
}

/* What the percentage is counted on. */
static void
tell_base (const PltBudgetPercent *percent, PltGridCell *cell)
{
  g_autofree char *base = plt_money_format (percent->base);
  const char *title = plt_devis_choice_title ("overheads_base", percent->base_id);

  /* Translators: what a percentage is counted on, and how much that is */
  plt_grid_cell_take_message (cell, g_strdup_printf (_ ("On %s: %s"), title, base));
}

static void
get_percent_cell (PltDevisModel *self, const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const PltBudget *budget = plt_devis_model_get_figures (self);
  const int percent = plt_devis_percent_of (row->kind);
  const gboolean unknown = percent_rate (budget->budget, percent) == PLT_UNKNOWN;

  if (column == PLT_DEVIS_COLUMN_RATE || column == PLT_DEVIS_COLUMN_MODE)
    plt_grid_cell_take_text (cell, plt_devis_get_percent_text (self, row, column));
  if (column == PLT_DEVIS_COLUMN_RATE && unknown)
    {
      plt_grid_cell_take_text (cell, g_strdup ("—"));
      cell->message = _ ("This rate is not known: type it here, for example 7 %.");
    }
  else if (column == PLT_DEVIS_COLUMN_TOTAL && unknown)
    cell->text = "—";
  else if (column == PLT_DEVIS_COLUMN_TOTAL)
    {
      tell_base (&budget->percents[percent], cell);
      put_total (self, budget->percents[percent].amount, FALSE, NULL, cell);
    }
  else if (column == PLT_DEVIS_COLUMN_AMOUNT && !unknown)
    {
      tell_base (&budget->percents[percent], cell);
      cell->flags |= PLT_GRID_CELL_MUTED;
      plt_grid_cell_take_text (cell, plt_money_format_plain (budget->percents[percent].base));
    }
}

void
plt_devis_get_total_cell (PltDevisModel *self,
                          const PltDevisRow *row,
                          guint column,
                          PltGridCell *cell)
{
  const PltBudget *budget = plt_devis_model_get_figures (self);

  if (plt_devis_budget_column (row, column) == NULL)
    cell->flags |= PLT_GRID_CELL_READONLY;
  if (column == PLT_DEVIS_COLUMN_LABEL)
    cell->text = plt_devis_total_title (row->kind);
  else if (column == PLT_DEVIS_COLUMN_SHARE || column == PLT_DEVIS_COLUMN_DAY
           || column == PLT_DEVIS_COLUMN_MINUTE)
    plt_devis_put_ratio (self, plt_devis_total_amount (budget, row->kind), column, cell);
  else if (plt_devis_percent_of (row->kind) >= 0)
    get_percent_cell (self, row, column, cell);
  else if (column == PLT_DEVIS_COLUMN_TOTAL && row->kind == PLT_DEVIS_UNPOSTED)
    {
      put_total (self, budget->unposted, FALSE, NULL, cell);
      cell->flags |= PLT_GRID_CELL_INVALID;
      cell->message = _ ("The account of a contribution profile is not in this budget. Correct "
                         "it in the social charges.");
    }
  else if (column == PLT_DEVIS_COLUMN_TOTAL)
    put_total (self, plt_devis_total_amount (budget, row->kind), budget->incomplete, NULL, cell);
}
