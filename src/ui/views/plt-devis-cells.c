/* PltDevisModel: what its cells say. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-private.h"
#include "plt-number.h"

/* ---- cells of accounts and totals ---- */

static void
put_money (PltGridCell *cell, PltMoney amount, gboolean euro)
{
  plt_grid_cell_take_text (cell,
                           euro ? plt_money_format (amount) : plt_money_format_plain (amount));
}

static void
get_account_cell (const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const PltAccountFacts *account = row->account->account;

  cell->flags |= PLT_GRID_CELL_READONLY;
  switch (column)
    {
    case PLT_DEVIS_COLUMN_CODE:
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
      break;
    case PLT_DEVIS_COLUMN_LABEL:
      cell->text = account->name;
      if (!account->label_verified && strcmp (account->mark, "maison") != 0)
        cell->message = _ ("Label to verify: it was not read in the official template.");
      break;
    case PLT_DEVIS_COLUMN_AMOUNT:
      if (row->lines != 0)
        put_money (cell, row->lines, FALSE);
      break;
    case PLT_DEVIS_COLUMN_CONTRIBUTIONS:
      if (row->contributions != 0)
        put_money (cell, row->contributions, FALSE);
      break;
    case PLT_DEVIS_COLUMN_TOTAL:
      put_money (cell, row->account->total, TRUE);
      if (row->account->total == 0)
        cell->flags |= PLT_GRID_CELL_MUTED;
      break;
    default:
      break;
    }
}

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
    default:
      return _ ("Total");
    }
}

static PltMoney
total_amount (const PltBudget *budget, PltDevisKind kind)
{
  switch ((guint) kind)
    {
    case PLT_DEVIS_UNPOSTED:
      return budget->unposted;
    case PLT_DEVIS_SUBTOTAL:
      return budget->subtotal;
    case PLT_DEVIS_OVERHEADS:
      return budget->overheads;
    case PLT_DEVIS_CONTINGENCY:
      return budget->contingency;
    default:
      return budget->total;
    }
}

static char *
format_rate (gint64 rate_e6)
{
  const PltColumn *column = plt_table_column (plt_table_find ("budget"), "overheads_e6");
  const PltValue value = plt_value_integer (rate_e6);

  return plt_column_format (column, &value);
}

static gint64
total_rate (const PltBudget *budget, PltDevisKind kind)
{
  return kind == PLT_DEVIS_OVERHEADS ? budget->budget->overheads_e6
                                     : budget->budget->contingency_e6;
}

static void
get_total_cell (PltDevisModel *self, const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  const gboolean has_rate = row->kind == PLT_DEVIS_OVERHEADS || row->kind == PLT_DEVIS_CONTINGENCY;

  if (plt_devis_budget_column (row, column) == NULL)
    cell->flags |= PLT_GRID_CELL_READONLY;
  if (column == PLT_DEVIS_COLUMN_LABEL)
    cell->text = plt_devis_total_title (row->kind);
  else if (column == PLT_DEVIS_COLUMN_TOTAL)
    {
      if (has_rate && total_rate (budget, row->kind) == PLT_UNKNOWN)
        cell->text = "—";
      else
        put_money (cell, total_amount (budget, row->kind), TRUE);
      if (row->kind == PLT_DEVIS_UNPOSTED)
        {
          cell->flags |= PLT_GRID_CELL_INVALID;
          cell->message = _ ("The account of a contribution profile is not in this budget. Correct "
                             "it in the social charges.");
        }
    }
  else if (column == PLT_DEVIS_COLUMN_RATE && has_rate)
    {
      if (total_rate (budget, row->kind) != PLT_UNKNOWN)
        plt_grid_cell_take_text (cell, format_rate (total_rate (budget, row->kind)));
      else
        {
          cell->text = "—";
          cell->message = _ ("This rate is not known: type it here, for example 7 %.");
        }
    }
}

/* ---- cells of lines ---- */

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
    case PLT_DEVIS_COLUMN_RATE:
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

/* The engine stops at the first formula that is wrong. */
static gboolean
is_wrong (const PltBudgetLine *line, guint column)
{
  if (line->error == NULL)
    return FALSE;
  if (column == PLT_DEVIS_COLUMN_QUANTITY)
    return line->quantity_e6 == PLT_UNKNOWN;
  if (column == PLT_DEVIS_COLUMN_DURATION)
    return line->quantity_e6 != PLT_UNKNOWN && line->duration_e6 == PLT_UNKNOWN;
  return column == PLT_DEVIS_COLUMN_AMOUNT && line->quantity_e6 != PLT_UNKNOWN
         && line->duration_e6 != PLT_UNKNOWN;
}

static void
get_formula_cell (PltDevisModel *self, const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const gint64 e6
      = column == PLT_DEVIS_COLUMN_QUANTITY ? row->line->quantity_e6 : row->line->duration_e6;
  const char *text
      = column == PLT_DEVIS_COLUMN_QUANTITY ? row->line->line->quantity : row->line->line->duration;
  const PltDevisFormula formula
      = { plt_session_get_facts (self->session), plt_session_get_plan (self->session),
          row->line->line->budget, row->line->line, text };
  char *source;

  if (e6 != PLT_UNKNOWN)
    plt_grid_cell_take_text (cell, plt_number_format (e6, 6, 0));
  else
    cell->text = text;
  if (is_wrong (row->line, column))
    return;
  source = plt_devis_formula_source (&formula);
  if (source != NULL)
    {
      cell->flags |= PLT_GRID_CELL_LINK;
      plt_grid_cell_take_message (cell, source);
    }
}

static void
get_amount_cell (PltDevisModel *self, const PltDevisRow *row, guint column, PltGridCell *cell)
{
  const PltBudgetLine *line = row->line;
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltProfileFacts *profile
      = PLT_FACTS_FIND (facts->profiles, PltProfileFacts, line->line->profile);

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (column != PLT_DEVIS_COLUMN_CONTRIBUTIONS)
    {
      if (line->amount != PLT_UNKNOWN && (line->amount != 0 || !plt_devis_line_is_empty (line)))
        put_money (cell, line->amount, FALSE);
      else if (!plt_devis_line_is_empty (line))
        cell->text = "—";
      if (column == PLT_DEVIS_COLUMN_TOTAL && line->contributions != 0)
        {
          g_autofree char *charged = plt_money_format (line->amount + line->contributions);

          plt_grid_cell_take_message (cell,
                                      g_strdup_printf (_ ("With social charges: %s"), charged));
        }
      return;
    }
  cell->flags |= PLT_GRID_CELL_MUTED;
  if (profile == NULL || plt_devis_line_is_empty (line))
    return;
  if (profile->employer_e6 == PLT_UNKNOWN)
    {
      cell->text = "—";
      plt_grid_cell_take_message (
          cell, g_strdup_printf (_ ("The rate of the profile “%s” is not known."), profile->name));
    }
  else if (line->contributions != 0)
    {
      g_autofree char *rate = format_rate (profile->employer_e6);

      put_money (cell, line->contributions, FALSE);
      /* Translators: a rate and the number of an account: "65,3 % · counted in account 42" */
      plt_grid_cell_take_message (
          cell, g_strdup_printf (_ ("%s · counted in account %s"), rate, profile->account));
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
      get_formula_cell (self, row, column, cell);
      break;
    case PLT_DEVIS_COLUMN_AMOUNT:
    case PLT_DEVIS_COLUMN_CONTRIBUTIONS:
    case PLT_DEVIS_COLUMN_TOTAL:
      get_amount_cell (self, row, column, cell);
      break;
    case PLT_DEVIS_COLUMN_PROFILE:
    case PLT_DEVIS_COLUMN_ROLE:
      cell->text = reference_label (plt_session_get_facts (self->session), line, column);
      break;
    case PLT_DEVIS_COLUMN_RATE:
      if (line->rate_cents != PLT_UNKNOWN)
        put_money (cell, line->rate_cents, FALSE);
      else if (!plt_devis_line_is_empty (row->line))
        {
          cell->text = "—";
          cell->message = _ ("The rate is missing: this line counts nothing.");
        }
      break;
    case PLT_DEVIS_COLUMN_LABEL:
    case PLT_DEVIS_COLUMN_NOTE:
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
      cell->message = row->line->error;
      return;
    }
  if (id == NULL || plt_devis_line_is_empty (row->line))
    return;
  issue = plt_session_find_issue (self->session, "budget_line", row->line->line->id, id);
  if (issue != NULL && (cell->flags & PLT_GRID_CELL_LINK) == 0)
    {
      cell->flags |= PLT_GRID_CELL_INVALID;
      plt_grid_cell_take_message (cell, g_strdup (issue->message));
    }
}

void
plt_devis_get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const PltDevisRow *row = plt_devis_model_get_row (self, at);

  if (row->kind == PLT_DEVIS_ACCOUNT)
    get_account_cell (row, column, cell);
  else if (row->kind == PLT_DEVIS_LINE)
    {
      get_line_cell (self, row, column, cell);
      mark_issue (self, row, column, cell);
    }
  else
    get_total_cell (self, row, column, cell);
}

char *
plt_devis_get_edit_text (PltGridModel *model, guint at, guint column)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const PltDevisRow *row = plt_devis_model_get_row (self, at);
  const PltColumn *table_column = plt_devis_table_column (column);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  if (plt_devis_budget_column (row, column) != NULL)
    {
      gint64 rate = total_rate (plt_session_get_budget (self->session), row->kind);

      return rate == PLT_UNKNOWN ? g_strdup ("") : format_rate (rate);
    }
  if (row->kind == PLT_DEVIS_ACCOUNT && column == PLT_DEVIS_COLUMN_CODE)
    return g_strdup (row->account->account->code);
  if (row->kind == PLT_DEVIS_LINE && table_column != NULL
      && table_column->type != PLT_COLUMN_REFERENCE)
    {
      PltValue value = plt_devis_line_value (row->line->line, column);

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
      case PLT_DEVIS_COLUMN_RATE:
        *number = row->line->line->rate_cents;
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
        *number = row->expanded ? row->account->contributions : row->account->total;
      else if (column == PLT_DEVIS_COLUMN_AMOUNT && !row->expanded)
        *number = row->lines;
    }
  return *number != PLT_UNKNOWN;
}
