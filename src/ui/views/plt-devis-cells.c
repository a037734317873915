/* PltDevisModel: what the cells of lines say, and what is typed and added up in a cell. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-figures.h"
#include "plt-devis-private.h"
#include "plt-number.h"

static void
put_money (PltGridCell *cell, PltMoney amount)
{
  plt_grid_cell_take_text (cell, plt_money_format_plain (amount));
}

/* The text is the facts': whoever gets this must not clear it. */
PltValue
plt_devis_line_value (const PltLineFacts *line, guint column)
{
  const char *text = NULL;
  gint64 number = PLT_UNKNOWN;

  switch (column)
    {
    case PLT_DEVIS_COLUMN_CODE:
      text = line->code;
      break;
    case PLT_DEVIS_COLUMN_LABEL:
      text = line->label;
      break;
    case PLT_DEVIS_COLUMN_QUANTITY:
      text = line->quantity;
      break;
    case PLT_DEVIS_COLUMN_DURATION:
      text = line->duration;
      break;
    case PLT_DEVIS_COLUMN_UNIT:
      text = line->unit;
      break;
    case PLT_DEVIS_COLUMN_PHASE:
      text = line->phase;
      break;
    case PLT_DEVIS_COLUMN_TAX_CREDIT:
      text = line->tax_credit;
      break;
    case PLT_DEVIS_COLUMN_NOTE:
      text = line->note;
      break;
    case PLT_DEVIS_COLUMN_MODE:
      text = line->mode;
      break;
    case PLT_DEVIS_COLUMN_TIMES:
      text = line->times;
      break;
    case PLT_DEVIS_COLUMN_PAYEE:
      text = line->payee;
      break;
    case PLT_DEVIS_COLUMN_FUNCTION:
      text = line->function;
      break;
    case PLT_DEVIS_COLUMN_SCALE:
      text = line->scale;
      break;
    case PLT_DEVIS_COLUMN_ABROAD:
      text = plt_devis_place_title (line->abroad);
      break;
    case PLT_DEVIS_COLUMN_RATE:
      if (*line->rate_formula != '\0')
        text = line->rate_formula;
      else
        number = line->rate_cents;
      break;
    case PLT_DEVIS_COLUMN_VAT:
      number = line->vat_e6;
      break;
    default:
      break;
    }
  if (text != NULL)
    return (PltValue){ PLT_VALUE_TEXT, 0, (char *) text };
  return number != PLT_UNKNOWN ? plt_value_integer (number) : (PltValue) PLT_VALUE_INIT;
}

static const char *
reference_label (const PltFacts *facts, const PltLineFacts *line, guint column)
{
  if (column == PLT_DEVIS_COLUMN_PROFILE)
    {
      const PltProfileFacts *profile
          = PLT_FACTS_FIND (facts->profiles, PltProfileFacts, line->profile);

      return profile != NULL ? profile->name : "";
    }
  else
    {
      const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, line->role);

      return role != NULL ? role->name : "";
    }
}

/* A line without a rate counts nothing as well. */
static gboolean
lacks_rate (const PltBudgetLine *line)
{
  return line->rate == PLT_UNKNOWN && line->error == NULL && !plt_devis_line_is_empty (line);
}

static gboolean
is_wrong (const PltBudgetLine *line, guint column)
{
  const char *id = plt_devis_column_id (column);

  if (column == PLT_DEVIS_COLUMN_RATE && lacks_rate (line))
    return TRUE;
  return line->error != NULL && id != NULL && g_strcmp0 (id, line->error_column) == 0;
}

/* What was typed over, what that would give, and how to have it back. */
static void
tell_override (PltDevisModel *self, const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const PltLineFacts *line = row->line->line;

  cell->flags |= PLT_GRID_CELL_TYPED;
  plt_grid_cell_take_message (
      cell, g_strdup_printf (_ ("Typed over “%s”. “Restore the Link” takes it up again."),
                             plt_devis_link_text (line, column)));
}

static void
get_formula_cell (PltDevisModel *self, const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const PltBudgetLine *line = row->line;
  const char *text = plt_devis_formula_text (line->line, column);
  const gint64 e6 = column == PLT_DEVIS_COLUMN_QUANTITY   ? line->quantity_e6
                    : column == PLT_DEVIS_COLUMN_DURATION ? line->duration_e6
                                                          : line->times_e6;
  PltDevisFormula formula;
  char *source;

  if (column == PLT_DEVIS_COLUMN_RATE)
    {
      if (line->rate != PLT_UNKNOWN)
        plt_grid_cell_take_text (cell, plt_money_format_plain (line->rate));
      else
        cell->text = *text != '\0' ? text : lacks_rate (line) ? "—" : "";
    }
  else if (column == PLT_DEVIS_COLUMN_TIMES && *text == '\0')
    cell->text = "";
  else if (e6 != PLT_UNKNOWN)
    plt_grid_cell_take_text (cell, plt_number_format (e6, 6, 0));
  else
    cell->text = text;
  if (is_wrong (line, column))
    return;
  formula = plt_devis_formula_at (self, row, column);
  source = plt_devis_formula_source (&formula);
  if (source != NULL)
    {
      cell->flags |= PLT_GRID_CELL_LINK;
      plt_grid_cell_take_message (cell, source);
    }
  if (plt_devis_cell_is_overridden (line->line, column))
    tell_override (self, row, column, cell);
}

static void
get_contributions_cell (PltDevisModel *self, const PltDevisRow *row, PltGridCell *cell)
{
  const PltBudgetLine *line = row->line;
  const PltProfileFacts *profile = PLT_FACTS_FIND (plt_session_get_facts (self->session)->profiles,
                                                   PltProfileFacts, line->line->profile);

  cell->flags |= PLT_GRID_CELL_MUTED;
  if (profile == NULL || plt_devis_line_is_empty (line))
    return;
  if (line->contributions != 0)
    put_money (cell, line->contributions);
  if (line->no_contribution_rate)
    {
      if (line->contributions == 0)
        cell->text = "—";
      cell->flags |= PLT_GRID_CELL_INVALID;
      plt_grid_cell_take_message (
          cell, g_strdup_printf (_ ("The rate of the profile “%s” is not known."), profile->name));
    }
  else if (line->contributions == 0)
    return;
  else if (profile->employer_e6 == PLT_UNKNOWN || g_strcmp0 (profile->method, "detail") == 0)
    {
      g_autofree char *share
          = plt_devis_format_share (plt_devis_share_e6 (line->contributions, line->amount));

      plt_grid_cell_take_message (
          cell, g_strdup_printf (_ ("%s · counted one by one, posted by sub-post"), share));
    }
  else
    {
      g_autofree char *rate = plt_devis_format_rate (profile->employer_e6);

      /* Translators: a rate and the number of an account: "65,3 % · counted in account 42" */
      plt_grid_cell_take_message (
          cell, g_strdup_printf (_ ("%s · counted in account %s"), rate, profile->account));
    }
}

static void
get_amount_cell (PltDevisModel *self, const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const PltBudgetLine *line = row->line;

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (column == PLT_DEVIS_COLUMN_CONTRIBUTIONS)
    {
      get_contributions_cell (self, row, cell);
      return;
    }
  if (line->amount != PLT_UNKNOWN && (line->amount != 0 || !plt_devis_line_is_empty (line)))
    put_money (cell, line->amount);
  else if (!plt_devis_line_is_empty (line))
    cell->text = "—";
  if (column == PLT_DEVIS_COLUMN_TOTAL && line->contributions != 0)
    {
      g_autofree char *charged = plt_money_format (line->amount + line->contributions);

      plt_grid_cell_take_message (cell, g_strdup_printf (_ ("With social charges: %s"), charged));
    }
}

static void
get_line_cell (PltDevisModel *self, const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const PltLineFacts *line = row->line->line;
  const PltColumn *table_column = plt_devis_table_column (column);
  PltValue value = plt_devis_line_value (line, column);

  switch (column)
    {
    case PLT_DEVIS_COLUMN_CODE:
      cell->text = line->code;
      cell->flags |= PLT_GRID_CELL_MUTED;
      cell->message = _ ("Our own number, not one of the CNC template.");
      break;
    case PLT_DEVIS_COLUMN_QUANTITY:
    case PLT_DEVIS_COLUMN_DURATION:
    case PLT_DEVIS_COLUMN_TIMES:
    case PLT_DEVIS_COLUMN_RATE:
      get_formula_cell (self, row, column, cell);
      break;
    case PLT_DEVIS_COLUMN_AMOUNT:
    case PLT_DEVIS_COLUMN_CONTRIBUTIONS:
    case PLT_DEVIS_COLUMN_TOTAL:
      get_amount_cell (self, row, column, cell);
      break;
    case PLT_DEVIS_COLUMN_SHARE:
    case PLT_DEVIS_COLUMN_DAY:
    case PLT_DEVIS_COLUMN_MINUTE:
      plt_devis_put_ratio (self, row->line->amount, column, cell);
      break;
    case PLT_DEVIS_COLUMN_PROFILE:
    case PLT_DEVIS_COLUMN_ROLE:
      cell->text = reference_label (plt_session_get_facts (self->session), line, column);
      break;
    case PLT_DEVIS_COLUMN_LABEL:
    case PLT_DEVIS_COLUMN_NOTE:
    case PLT_DEVIS_COLUMN_FUNCTION:
    case PLT_DEVIS_COLUMN_ABROAD:
      cell->text = value.text;
      break;
    default:
      if (value.kind == PLT_VALUE_TEXT && *value.text != '\0')
        plt_grid_cell_take_text (cell, plt_column_format (table_column, &value));
      else if (value.kind == PLT_VALUE_INTEGER)
        plt_grid_cell_take_text (cell, plt_column_format (table_column, &value));
    }
  if (plt_devis_line_is_empty (row->line))
    cell->flags |= PLT_GRID_CELL_MUTED;
}

static void
mark_issue (PltDevisModel *self, const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const char *id = plt_devis_column_id (column);
  const PltIssue *issue;

  if (is_wrong (row->line, column))
    {
      cell->flags |= PLT_GRID_CELL_INVALID;
      cell->message = row->line->error != NULL
                          ? row->line->error
                          : _ ("The rate is missing: this line counts nothing. Type it, or give "
                               "the line a function of the pay scale.");
      return;
    }
  if (id == NULL || plt_devis_line_is_empty (row->line))
    return;
  issue = plt_session_find_issue (self->session, "budget_line", row->line->line->id, id);
  if (issue == NULL)
    return;
  cell->flags |= PLT_GRID_CELL_INVALID;
  plt_grid_cell_take_message (cell, cell->message != NULL
                                        ? g_strconcat (issue->message, "\n", cell->message, NULL)
                                        : g_strdup (issue->message));
}

void
plt_devis_get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const PltDevisRow *row = plt_devis_model_get_row (self, at);

  if (row->kind == PLT_DEVIS_ACCOUNT)
    plt_devis_get_account_cell (self, row, column, cell);
  else if (row->kind == PLT_DEVIS_LINE)
    {
      get_line_cell (self, row, column, cell);
      mark_issue (self, row, column, cell);
    }
  else
    plt_devis_get_total_cell (self, row, column, cell);
}

char *
plt_devis_get_edit_text (PltGridModel *model, guint at, guint column)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const PltDevisRow *row = plt_devis_model_get_row (self, at);
  const PltColumn *table_column = plt_devis_table_column (column);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  if (plt_devis_budget_column (row, column) != NULL)
    return plt_devis_get_percent_text (self, row, column);
  if (row->kind == PLT_DEVIS_ACCOUNT && column == PLT_DEVIS_COLUMN_CODE)
    return g_strdup (row->account->account->code);
  if (row->kind == PLT_DEVIS_LINE && table_column != NULL
      && table_column->type != PLT_COLUMN_REFERENCE)
    {
      PltValue value = plt_devis_line_value (row->line->line, column);

      if (value.kind == PLT_VALUE_TEXT
          && (column == PLT_DEVIS_COLUMN_RATE || column == PLT_DEVIS_COLUMN_ABROAD))
        return g_strdup (value.text);

      /* A person knows a choice by its title, and a title is read back as well. */
      return table_column->type == PLT_COLUMN_CHOICE
                 ? plt_column_format (table_column, &value)
                 : plt_column_format_edit (table_column, &value);
    }
  plt_devis_get_cell (model, at, column, &cell);
  return g_strdup (cell.text);
}

/* Rows of a selection add up without counting anything twice: an open account counts only what is
 * posted to itself, its lines count for it. */
gboolean
plt_devis_get_number (PltGridModel *model, guint at, guint column, gint64 *number)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const PltDevisRow *row = plt_devis_model_get_row (self, at);

  *number = PLT_UNKNOWN;
  if (row->kind == PLT_DEVIS_LINE)
    switch (column)
      {
      case PLT_DEVIS_COLUMN_QUANTITY:
        *number = row->line->quantity_e6;
        break;
      case PLT_DEVIS_COLUMN_DURATION:
        *number = row->line->duration_e6;
        break;
      case PLT_DEVIS_COLUMN_TIMES:
        *number = row->line->times_e6;
        break;
      case PLT_DEVIS_COLUMN_RATE:
        *number = row->line->rate;
        break;
      case PLT_DEVIS_COLUMN_AMOUNT:
      case PLT_DEVIS_COLUMN_TOTAL:
        *number = row->line->amount;
        break;
      case PLT_DEVIS_COLUMN_CONTRIBUTIONS:
        *number = row->line->contributions;
        break;
      default:
        break;
      }
  else if (row->kind == PLT_DEVIS_ACCOUNT && self->search == NULL)
    {
      if (column == PLT_DEVIS_COLUMN_TOTAL)
        *number = row->expanded ? row->account->contributions + row->account->percentages
                                      + row->account->transfers
                                : row->account->total;
      else if (column == PLT_DEVIS_COLUMN_AMOUNT && !row->expanded)
        *number = row->lines;
    }
  return *number != PLT_UNKNOWN;
}
