/* PltDevisModel: its columns. */
#include <glib/gi18n-lib.h>

#include "plt-devis-private.h"

#define TO_TYPE PLT_GRID_COLUMN_EDITABLE
#define FIGURE (PLT_GRID_COLUMN_NUMBER | PLT_GRID_COLUMN_UNSORTED)
#define FORMULA (TO_TYPE | FIGURE | PLT_GRID_COLUMN_WORDS)
#define CHOICE (TO_TYPE | PLT_GRID_COLUMN_CHOICES)
#define HIDDEN PLT_GRID_COLUMN_HIDDEN

/**
 * Shown:
 * @column: of budget_line, or %NULL when it is computed
 * @id: of a computed one
 * @title: of a computed one, or instead of the table's own
 */
typedef struct
{
  const char *column;
  const char *id;
  const char *title;
  const char *tooltip;
  guint width;
  PltGridAlign align;
  guint flags;
  const char *unit;
} Shown;

static const Shown shown[PLT_DEVIS_N_COLUMNS] = {
  [PLT_DEVIS_COLUMN_CODE] = { "code", .width = 12, .flags = TO_TYPE | PLT_GRID_COLUMN_FROZEN },
  [PLT_DEVIS_COLUMN_LABEL] = { "label", .width = 24, .flags = TO_TYPE | PLT_GRID_COLUMN_FROZEN },
  [PLT_DEVIS_COLUMN_QUANTITY]
  = { "quantity", NULL, N_ ("Qty"), N_ ("How many. A number or a formula: figurants, 2*REPAS."), 5,
      PLT_GRID_ALIGN_END, FORMULA, "quantity" },
  [PLT_DEVIS_COLUMN_DURATION]
  = { "duration", NULL, NULL,
      N_ ("How long, in the unit beside it. A number or a formula: jours(role), SEM_PREPA+1."), 6,
      PLT_GRID_ALIGN_END, FORMULA, "duration" },
  [PLT_DEVIS_COLUMN_UNIT] = { "unit", .width = 7, .flags = TO_TYPE },
  [PLT_DEVIS_COLUMN_TIMES]
  = { "times", NULL, NULL, N_ ("One more factor: teams, vehicles, episodes. Empty: 1."), 5,
      PLT_GRID_ALIGN_END, FORMULA | HIDDEN, "times" },
  [PLT_DEVIS_COLUMN_RATE]
  = { "rate_cents", NULL, NULL,
      N_ ("Euros without VAT for one unit. An amount or a formula: 2*BASE_SEMAINE."), 9,
      PLT_GRID_ALIGN_END, FORMULA, "money" },
  [PLT_DEVIS_COLUMN_TOTAL]
  = { NULL, "total", N_ ("Total"),
      N_ ("What counts here, without VAT. The social charges of a line count in post 4."), 12,
      PLT_GRID_ALIGN_END, FIGURE, "money" },
  [PLT_DEVIS_COLUMN_PROFILE]
  = { "profile", NULL, N_ ("Profile"),
      N_ ("Contribution profile: what social charges the line adds to post 4."), 14, 0, TO_TYPE },
  [PLT_DEVIS_COLUMN_CONTRIBUTIONS]
  = { NULL, "contributions", N_ ("Social charges"),
      N_ ("Of a line: what it adds to post 4. Of an account: what is posted to it."), 9,
      PLT_GRID_ALIGN_END, FIGURE, "money" },
  [PLT_DEVIS_COLUMN_PHASE] = { "phase", .width = 11, .flags = CHOICE },
  [PLT_DEVIS_COLUMN_TAX_CREDIT]
  = { "tax_credit", NULL, N_ ("Tax cr."), N_ ("Counts for the tax credit."), 9, 0, CHOICE },
  [PLT_DEVIS_COLUMN_NOTE] = { "note", .width = 24, .flags = TO_TYPE },
  [PLT_DEVIS_COLUMN_AMOUNT]
  = { NULL, "amount", N_ ("Amount"),
      N_ ("Number × duration × times × rate. Of an account: its lines, without what is posted "
          "to it."),
      12, PLT_GRID_ALIGN_END, FIGURE | HIDDEN, "money" },
  [PLT_DEVIS_COLUMN_PAYEE] = { "payee", .width = 10, .flags = CHOICE | HIDDEN },
  [PLT_DEVIS_COLUMN_FUNCTION]
  = { "function", NULL, N_ ("Function"),
      N_ ("As the pay scale names it: the minimum is checked against it."), 20, 0,
      TO_TYPE | HIDDEN },
  [PLT_DEVIS_COLUMN_SCALE]
  = { "scale", NULL, N_ ("Scale"), N_ ("Base of the pay scale."), 16, 0, TO_TYPE | HIDDEN },
  [PLT_DEVIS_COLUMN_ROLE] = { "role", .width = 16, .flags = TO_TYPE | HIDDEN },
  [PLT_DEVIS_COLUMN_ABROAD]
  = { "abroad", NULL, N_ ("Spent in"), N_ ("In France or abroad."), 9, 0, CHOICE | HIDDEN },
  [PLT_DEVIS_COLUMN_MODE] = { "mode", .width = 12, .flags = CHOICE | HIDDEN },
  [PLT_DEVIS_COLUMN_VAT]
  = { "vat_e6", .width = 8, .align = PLT_GRID_ALIGN_END, .flags = TO_TYPE | HIDDEN },
  [PLT_DEVIS_COLUMN_SHARE] = { NULL, "share", N_ ("Share"), N_ ("Of the whole budget."), 7,
                               PLT_GRID_ALIGN_END, HIDDEN, NULL },
  [PLT_DEVIS_COLUMN_DAY]
  = { NULL, "per-day", N_ ("A shooting day"), NULL, 11, PLT_GRID_ALIGN_END, HIDDEN, NULL },
  [PLT_DEVIS_COLUMN_MINUTE]
  = { NULL, "per-minute", N_ ("A minute"), NULL, 11, PLT_GRID_ALIGN_END, HIDDEN, NULL },
};

const char *
plt_devis_column_id (guint column)
{
  return shown[column].column;
}

/* -1 when no column shows it. The rate and its formula stand in one. */
int
plt_devis_find_column (const char *id)
{
  if (g_strcmp0 (id, "rate_formula") == 0)
    return PLT_DEVIS_COLUMN_RATE;
  for (int i = 0; id != NULL && i < PLT_DEVIS_N_COLUMNS; i++)
    if (g_strcmp0 (shown[i].column, id) == 0)
      return i;
  return -1;
}

const PltColumn *
plt_devis_table_column (guint column)
{
  return shown[column].column != NULL
             ? plt_table_column (plt_table_find ("budget_line"), shown[column].column)
             : NULL;
}

gboolean
plt_devis_column_has_formulas (guint column)
{
  return (shown[column].flags & PLT_GRID_COLUMN_WORDS) != 0;
}

/* (nullable): the column of budget_line that plt_budget_try() and its neighbours know it by */
const char *
plt_devis_formula_id (guint column)
{
  if (!plt_devis_column_has_formulas (column))
    return NULL;
  return column == PLT_DEVIS_COLUMN_RATE ? "rate_formula" : shown[column].column;
}

/* (nullable): the column of budget_line that keeps what that cell followed before a number was
 * typed over it */
const char *
plt_devis_link_id (guint column)
{
  return column == PLT_DEVIS_COLUMN_QUANTITY   ? "link_quantity"
         : column == PLT_DEVIS_COLUMN_DURATION ? "link_duration"
         : column == PLT_DEVIS_COLUMN_RATE     ? "link_rate"
                                               : NULL;
}

const char *
plt_devis_link_text (const PltLineFacts *line, guint column)
{
  return column == PLT_DEVIS_COLUMN_QUANTITY   ? line->link_quantity
         : column == PLT_DEVIS_COLUMN_DURATION ? line->link_duration
         : column == PLT_DEVIS_COLUMN_RATE     ? line->link_rate
                                               : "";
}

/* What the cell holds as a formula; "" for a plain rate. */
const char *
plt_devis_formula_text (const PltLineFacts *line, guint column)
{
  return column == PLT_DEVIS_COLUMN_QUANTITY   ? line->quantity
         : column == PLT_DEVIS_COLUMN_DURATION ? line->duration
         : column == PLT_DEVIS_COLUMN_TIMES    ? line->times
         : column == PLT_DEVIS_COLUMN_RATE     ? line->rate_formula
                                               : "";
}

gboolean
plt_devis_cell_is_overridden (const PltLineFacts *line, guint column)
{
  const char *link = plt_devis_link_text (line, column);

  return link != NULL && *link != '\0'
         && g_strcmp0 (link, plt_devis_formula_text (line, column)) != 0;
}

/* (nullable): the column of `budget` that a cell of a percentage is */
const char *
plt_devis_budget_column (const PltDevisRow *row, guint column)
{
  static const char *const rates[]
      = { "overheads_e6", "contingency_e6", "producer_e6", "financial_e6" };
  static const char *const modes[]
      = { "overheads_mode", "contingency_mode", "producer_mode", "financial_mode" };
  const int percent = plt_devis_percent_of (row->kind);

  if (percent < 0)
    return NULL;
  return column == PLT_DEVIS_COLUMN_RATE   ? rates[percent]
         : column == PLT_DEVIS_COLUMN_MODE ? modes[percent]
                                           : NULL;
}

void
plt_devis_get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  PltDevisModel *self = PLT_DEVIS_MODEL (model);
  const Shown *column = &shown[at];

  out->id = column->column != NULL ? column->column : column->id;
  out->title
      = column->title != NULL ? _ (column->title) : plt_column_title (plt_devis_table_column (at));
  out->tooltip = column->tooltip != NULL ? _ (column->tooltip) : NULL;
  out->width = column->width;
  out->align = column->align;
  out->unit = column->unit;
  out->flags = column->flags | PLT_GRID_COLUMN_UNSORTED;
  if (plt_session_is_read_only (self->session))
    out->flags &= ~(guint) PLT_GRID_COLUMN_EDITABLE;
}
