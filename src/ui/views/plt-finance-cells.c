/* PltFinanceModel: its columns, and what their cells say. */
#include <glib/gi18n-lib.h>

#include "plt-finance-private.h"

#define TO_TYPE PLT_GRID_COLUMN_EDITABLE
#define CHOSEN (PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_CHOICES)
#define HIDDEN PLT_GRID_COLUMN_HIDDEN

typedef enum
{
  VALUE_NONE,
  VALUE_TEXT,
  VALUE_NUMBER,
  VALUE_DATE,
} ValueKind;

typedef struct
{
  const char *column; /* of funding_source */
  const char *id;     /* of a computed one */
  const char *title;
  guint width;
  PltGridAlign align;
  guint flags;
  const char *unit;
  ValueKind kind;
  gsize offset; /* in PltFundingFacts */
} Shown;

#define AT(Kind, field) .kind = VALUE_##Kind, .offset = G_STRUCT_OFFSET (PltFundingFacts, field)
#define END .align = PLT_GRID_ALIGN_END

static const Shown shown[PLT_FINANCE_N_COLUMNS] = {
  [PLT_FINANCE_COLUMN_NAME]
  = { "name", .width = 28, .flags = TO_TYPE | PLT_GRID_COLUMN_FROZEN, AT (TEXT, name) },
  [PLT_FINANCE_COLUMN_FUNDER] = { "funder", .width = 18, .flags = TO_TYPE, AT (TEXT, funder) },
  [PLT_FINANCE_COLUMN_LINE] = { "line", .width = 18, .flags = CHOSEN, AT (TEXT, line) },
  [PLT_FINANCE_COLUMN_NATURE] = { "nature", .width = 11, .flags = CHOSEN, AT (TEXT, nature) },
  [PLT_FINANCE_COLUMN_SHARE] = { NULL, "share", N_ ("Share"), 7, END },
  [PLT_FINANCE_COLUMN_AMOUNT]
  = { "amount_cents", .width = 13, END, .unit = "money", .flags = TO_TYPE | PLT_GRID_COLUMN_NUMBER,
      AT (NUMBER, amount_cents) },
  [PLT_FINANCE_COLUMN_STATUS] = { "status", .width = 16, .flags = CHOSEN, AT (TEXT, status) },
  [PLT_FINANCE_COLUMN_DATE] = { "date", .width = 10, .flags = TO_TYPE, AT (DATE, date) },
  [PLT_FINANCE_COLUMN_VAT] = { "vat_e6", .width = 7, END, .flags = TO_TYPE, AT (NUMBER, vat_e6) },
  [PLT_FINANCE_COLUMN_OWNERSHIP]
  = { "ownership", .width = 13, .flags = CHOSEN, AT (TEXT, ownership) },
  [PLT_FINANCE_COLUMN_COUNTRY] = { "country", .width = 6, .flags = TO_TYPE, AT (TEXT, country) },
  [PLT_FINANCE_COLUMN_RANK] = { "rank", .width = 6, END, .flags = TO_TYPE, AT (NUMBER, rank) },
  [PLT_FINANCE_COLUMN_RIGHTS] = { "rights", .width = 22, .flags = TO_TYPE, AT (TEXT, rights) },
  [PLT_FINANCE_COLUMN_WINDOW] = { "window", .width = 16, .flags = CHOSEN, AT (TEXT, window) },
  [PLT_FINANCE_COLUMN_TERRITORY]
  = { "territory", .width = 14, .flags = TO_TYPE, AT (TEXT, territory) },
  [PLT_FINANCE_COLUMN_DOCUMENT]
  = { "document", .width = 16, .flags = TO_TYPE, AT (TEXT, document) },
  [PLT_FINANCE_COLUMN_NOTE] = { "note", .width = 24, .flags = TO_TYPE, AT (TEXT, note) },
  [PLT_FINANCE_COLUMN_KIND] = { "kind", .width = 16, .flags = CHOSEN | HIDDEN, AT (TEXT, kind) },
  [PLT_FINANCE_COLUMN_ASKED]
  = { "asked_cents", .width = 13, END, .unit = "money",
      .flags = TO_TYPE | HIDDEN | PLT_GRID_COLUMN_NUMBER, AT (NUMBER, asked_cents) },
  [PLT_FINANCE_COLUMN_MIRROR]
  = { "mirror", .width = 18, .flags = CHOSEN | HIDDEN, AT (TEXT, mirror) },
  [PLT_FINANCE_COLUMN_GROUP] = { "group", .width = 20, .flags = CHOSEN | HIDDEN, AT (TEXT, group) },
};

const PltColumn *
plt_finance_table_column (guint column)
{
  return column < PLT_FINANCE_N_COLUMNS && shown[column].column != NULL
             ? plt_table_column (plt_table_find ("funding_source"), shown[column].column)
             : NULL;
}

const char *
plt_finance_model_get_column_id (guint column)
{
  g_return_val_if_fail (column < PLT_FINANCE_N_COLUMNS, NULL);

  return shown[column].column;
}

void
plt_finance_get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  const Shown *column = &shown[at];

  out->id = column->column != NULL ? column->column : column->id;
  out->title = column->title != NULL ? _ (column->title)
                                     : plt_column_title (plt_finance_table_column (at));
  if (at == PLT_FINANCE_COLUMN_SHARE)
    out->tooltip = _ ("Of the budget.");
  out->width = column->width;
  out->align = column->align;
  out->unit = column->unit;
  out->flags = column->flags | PLT_GRID_COLUMN_UNSORTED;
  if (plt_session_is_read_only (PLT_FINANCE_MODEL (model)->session))
    out->flags &= ~(guint) PLT_GRID_COLUMN_EDITABLE;
}

/* The text is the facts': whoever gets this must not clear it. */
static PltValue
source_value (const PltFundingFacts *source, guint column)
{
  const Shown *of = &shown[column];
  const char *at = (const char *) source + of->offset;
  const char *text;
  gint64 number;

  switch (of->kind)
    {
    case VALUE_TEXT:
      text = *(const char *const *) (gconstpointer) at;
      if (text != NULL && *text != '\0')
        return (PltValue){ PLT_VALUE_TEXT, 0, (char *) text };
      break;
    case VALUE_NUMBER:
      number = *(const gint64 *) (gconstpointer) at;
      if (number != PLT_UNKNOWN)
        return plt_value_integer (number);
      break;
    default:
      break;
    }
  return (PltValue) PLT_VALUE_INIT;
}

gboolean
plt_finance_put_value (PltFundingFacts *source, guint column, const PltValue *value)
{
  const PltColumn *of = plt_finance_table_column (column);

  if (column == PLT_FINANCE_COLUMN_AMOUNT)
    {
      source->amount_cents = value->kind == PLT_VALUE_INTEGER ? value->integer : PLT_UNKNOWN;
      return TRUE;
    }
  if (column != PLT_FINANCE_COLUMN_STATUS && column != PLT_FINANCE_COLUMN_NATURE
      && column != PLT_FINANCE_COLUMN_OWNERSHIP)
    return FALSE;
  for (guint i = 0; value->kind == PLT_VALUE_TEXT && of->choices[i].id != NULL; i++)
    if (g_str_equal (of->choices[i].id, value->text)) /* which lives as long as the program */
      *(const char **) (gpointer) ((char *) source + shown[column].offset) = of->choices[i].id;
  return TRUE;
}

/* ---- cells ---- */

static void
put_amount (PltFinanceModel *self, PltGridCell *cell, guint column, PltMoney amount)
{
  const PltMoney whole = plt_finance_model_get_plan (self)->cost;

  if (column == PLT_FINANCE_COLUMN_AMOUNT)
    plt_grid_cell_take_text (cell, plt_devis_format_money (amount));
  else
    plt_grid_cell_take_text (cell, plt_devis_format_share (plt_devis_share_e6 (amount, whole)));
}

static gboolean
is_figure (guint column)
{
  return column == PLT_FINANCE_COLUMN_AMOUNT || column == PLT_FINANCE_COLUMN_SHARE;
}

static void
get_total_cell (PltFinanceModel *self, const PltFinanceRow *row, guint column, PltGridCell *cell)
{
  const PltFinancePlan *plan = plt_finance_model_get_plan (self);
  const gint64 gap = plan->gap != PLT_UNKNOWN ? plan->gap : 0;

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (row->kind == PLT_FINANCE_TOTAL)
    {
      if (column == PLT_FINANCE_COLUMN_NAME)
        cell->text = _ ("Total");
      else if (is_figure (column))
        put_amount (self, cell, column, plan->total);
      return;
    }
  if (column == PLT_FINANCE_COLUMN_NAME)
    cell->text = gap > 0   ? _ ("Missing against the budget")
                 : gap < 0 ? _ ("Too much against the budget")
                           : _ ("Equal to the budget");
  else if (is_figure (column))
    put_amount (self, cell, column, ABS (gap));
  if (gap != 0 && column == PLT_FINANCE_COLUMN_NAME)
    cell->fill = PLT_GRID_FILL_WARNING;
}

/* How sure it is, said by a word on a ground that deepens with it. */
static void
put_status (const PltFundingFacts *source, PltGridCell *cell)
{
  static const struct
  {
    const char *status;
    PltGridFill fill;
  } fills[] = {
    { "acquis", PLT_GRID_FILL_SURE },
    { "confirme", PLT_GRID_FILL_PROMISED },
    { "demande", PLT_GRID_FILL_ASKED },
    { "espere", PLT_GRID_FILL_HOPED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    if (g_str_equal (fills[i].status, source->status))
      cell->fill = fills[i].fill;
}

static void
put_mirror (const PltFundingFacts *source, PltGridCell *cell)
{
  g_autofree char *title = NULL;
  PltValue value = { PLT_VALUE_TEXT, 0, (char *) source->mirror };

  title = plt_column_format (plt_finance_table_column (PLT_FINANCE_COLUMN_MIRROR), &value);
  cell->flags |= PLT_GRID_CELL_LINK | PLT_GRID_CELL_READONLY;
  /* Translators: %s is what of the budget a source mirrors: "Lines in kind" */
  plt_grid_cell_take_message (
      cell, g_strdup_printf (_ ("Follows the budget: %s. “Break the Link” lets you type."), title));
}

static gboolean
is_mirror (const PltFundingFacts *source)
{
  return source->mirror != NULL && *source->mirror != '\0';
}

static void
mark_issue (PltFinanceModel *self, const PltFundingFacts *source, guint column, PltGridCell *cell)
{
  const char *of = column == PLT_FINANCE_COLUMN_NAME ? NULL : shown[column].column;
  const PltIssue *issue;

  if (column != PLT_FINANCE_COLUMN_NAME && of == NULL)
    return;
  issue = plt_session_find_issue (self->session, "funding_source", source->id, of);
  if (issue == NULL)
    return;
  cell->flags |= PLT_GRID_CELL_INVALID;
  plt_grid_cell_take_message (cell, g_strdup (issue->message));
}

static void
get_source_cell (PltFinanceModel *self, const PltFinanceRow *row, guint column, PltGridCell *cell)
{
  const PltFundingFacts *source = row->source;
  const PltValue value = source_value (source, column);
  const gboolean counts = plt_finance_counts (row);

  if (!counts)
    cell->flags |= PLT_GRID_CELL_MUTED;
  if (column == PLT_FINANCE_COLUMN_SHARE)
    {
      cell->flags |= PLT_GRID_CELL_READONLY;
      if (counts)
        put_amount (self, cell, column, row->amount);
    }
  else if (column == PLT_FINANCE_COLUMN_DATE)
    {
      if (source->date != PLT_DATE_NONE)
        plt_grid_cell_take_text (cell, plt_date_format_numeric (source->date));
    }
  else if (column == PLT_FINANCE_COLUMN_DOCUMENT && value.kind == PLT_VALUE_TEXT)
    plt_grid_cell_take_text (cell, g_path_get_basename (value.text));
  else if (column == PLT_FINANCE_COLUMN_AMOUNT && row->amount != PLT_UNKNOWN)
    put_amount (self, cell, column, row->amount);
  else if (value.kind != PLT_VALUE_NULL)
    plt_grid_cell_take_text (cell, plt_column_format (plt_finance_table_column (column), &value));
  else if (column == PLT_FINANCE_COLUMN_AMOUNT)
    {
      cell->text = "—";
      cell->message = _ ("The amount is not known: it counts nothing.");
    }
  if (column == PLT_FINANCE_COLUMN_STATUS)
    put_status (source, cell);
  if (column == PLT_FINANCE_COLUMN_AMOUNT && is_mirror (source))
    put_mirror (source, cell);
  mark_issue (self, source, column, cell);
}

void
plt_finance_get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  PltFinanceModel *self = PLT_FINANCE_MODEL (model);
  const PltFinanceRow *row = plt_finance_model_get_row (self, at);

  if (row->kind == PLT_FINANCE_SOURCE)
    get_source_cell (self, row, column, cell);
  else if (row->kind == PLT_FINANCE_GROUP)
    {
      cell->flags |= PLT_GRID_CELL_READONLY;
      if (column == PLT_FINANCE_COLUMN_NAME)
        cell->text = plt_choice_title (row->group);
      else if (is_figure (column))
        put_amount (self, cell, column, row->amount);
    }
  else
    get_total_cell (self, row, column, cell);
}

char *
plt_finance_get_edit_text (PltGridModel *model, guint at, guint column)
{
  const PltFinanceRow *row = plt_finance_model_get_row (PLT_FINANCE_MODEL (model), at);
  const PltColumn *of = plt_finance_table_column (column);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  if (row->kind == PLT_FINANCE_SOURCE && of != NULL && column != PLT_FINANCE_COLUMN_DATE)
    {
      const PltValue value = source_value (row->source, column);

      return of->type == PLT_COLUMN_CHOICE ? plt_column_format (of, &value)
                                           : plt_column_format_edit (of, &value);
    }
  plt_finance_get_cell (model, at, column, &cell);
  return g_strdup (cell.text);
}

gboolean
plt_finance_get_number (PltGridModel *model, guint at, guint column, gint64 *number)
{
  const PltFinanceRow *row = plt_finance_model_get_row (PLT_FINANCE_MODEL (model), at);

  if (column == PLT_FINANCE_COLUMN_ASKED && row->kind == PLT_FINANCE_SOURCE)
    {
      *number = row->source->asked_cents;
      return *number != PLT_UNKNOWN;
    }
  if (column != PLT_FINANCE_COLUMN_AMOUNT)
    return FALSE;
  if (row->kind == PLT_FINANCE_SOURCE && plt_finance_counts (row))
    *number = row->amount;
  else if (row->kind == PLT_FINANCE_GROUP && !row->expanded)
    *number = row->amount;
  else
    return FALSE;
  return TRUE;
}
