#include "plt-finance-tax-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-figures.h"
#include "plt-row-splice.h"
#include "plt-rows.h"

/* What is shown of one expense: its own strings, for the estimate goes. */
typedef struct
{
  gint64 id;
  char *code, *label, *box, *category, *category_title, *reason, *source;
  PltMoney paid, eligible, at_stake, limit;
  PltTaxStanding standing;
  gboolean sure;
} Line;

struct _PltFinanceTaxLines
{
  GObject parent;

  PltSession *session;
  GPtrArray *lines; /* Line: all */
  GPtrArray *shown; /* Line, of `lines` */
  GArray *keys;
  char *category; /* (nullable) */
  int standing;
};

static void plt_finance_tax_lines_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltFinanceTaxLines,
                               plt_finance_tax_lines,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_finance_tax_lines_iface_init))

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->code);
  g_free (line->label);
  g_free (line->box);
  g_free (line->category);
  g_free (line->category_title);
  g_free (line->reason);
  g_free (line->source);
  g_free (line);
}

static const Line *
line_at (PltGridModel *model, guint row)
{
  PltFinanceTaxLines *self = PLT_FINANCE_TAX_LINES (model);

  return row < self->shown->len ? g_ptr_array_index (self->shown, row) : NULL;
}

static const PltColumn *
box_column (void)
{
  return plt_table_column (plt_table_find ("budget_line"), "tax_credit");
}

/* ---- rows ---- */

static void
apply_filter (PltFinanceTaxLines *self)
{
  g_autoptr (GArray) before = self->keys;

  g_ptr_array_set_size (self->shown, 0);
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);

      if ((self->category != NULL && strcmp (self->category, line->category) != 0)
          || (self->standing >= 0 && (int) line->standing != self->standing))
        continue;
      g_ptr_array_add (self->shown, line);
      g_array_append_val (self->keys, line->id);
    }
  plt_row_splice (PLT_GRID_MODEL (self), before, self->keys);
}

static const char *
category_title (const PltTaxSpend *spend, const char *id)
{
  for (guint i = 0; i < spend->categories->len; i++)
    if (strcmp (g_array_index (spend->categories, PltTaxCategory, i).id, id) == 0)
      return g_array_index (spend->categories, PltTaxCategory, i).title;
  return "";
}

static Line *
line_new (const PltTaxSpend *spend, const PltTaxExpense *expense)
{
  Line *line = g_new0 (Line, 1);
  const PltLineFacts *of = expense->line->line;

  line->id = of->id;
  line->code = g_strdup (of->code);
  line->label = g_strdup (of->label);
  line->box = g_strdup (of->tax_credit);
  line->category = g_strdup (expense->category);
  line->category_title = g_strdup (category_title (spend, expense->category));
  line->reason = g_strdup (expense->reason);
  line->source = g_strdup (expense->source);
  line->paid = expense->paid;
  line->eligible = expense->eligible;
  line->at_stake = expense->at_stake;
  line->limit = expense->limit;
  line->standing = expense->standing;
  line->sure = expense->sure;
  return line;
}

void
plt_finance_tax_lines_fill (PltFinanceTaxLines *self, const PltTaxEstimate *estimate)
{
  g_return_if_fail (PLT_IS_FINANCE_TAX_LINES (self));

  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->lines, 0);
  for (guint i = 0; estimate != NULL && i < estimate->spend->expenses->len; i++)
    g_ptr_array_add (
        self->lines,
        line_new (estimate->spend, &g_array_index (estimate->spend->expenses, PltTaxExpense, i)));
  apply_filter (self);
}

void
plt_finance_tax_lines_filter (PltFinanceTaxLines *self, const char *category, int standing)
{
  g_return_if_fail (PLT_IS_FINANCE_TAX_LINES (self));

  g_free (self->category);
  self->category = g_strdup (category);
  self->standing = standing;
  apply_filter (self);
}

gint64
plt_finance_tax_lines_get_id (PltFinanceTaxLines *self, guint row)
{
  const Line *line;

  g_return_val_if_fail (PLT_IS_FINANCE_TAX_LINES (self), 0);

  line = line_at (PLT_GRID_MODEL (self), row);
  return line != NULL ? line->id : 0;
}

char *
plt_finance_tax_lines_get_summary (PltFinanceTaxLines *self)
{
  PltMoney paid = 0, eligible = 0;
  g_autofree char *all = NULL;
  g_autofree char *taken = NULL;

  g_return_val_if_fail (PLT_IS_FINANCE_TAX_LINES (self), NULL);

  for (guint i = 0; i < self->shown->len; i++)
    {
      const Line *line = g_ptr_array_index (self->shown, i);

      if (line->paid != PLT_UNKNOWN)
        plt_money_add (paid, line->paid, &paid);
      if (line->eligible != PLT_UNKNOWN)
        plt_money_add (eligible, line->eligible, &eligible);
    }
  all = plt_money_format (paid);
  taken = plt_money_format (eligible);
  return g_strdup_printf (
      ngettext ("%u line · %s counted of %s", "%u lines · %s counted of %s", self->shown->len),
      self->shown->len, taken, all);
}

/* ---- as a grid ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_FINANCE_TAX_LINES (model)->shown->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_TAX_LINE_N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  static const struct
  {
    const char *id, *title;
    guint width;
    PltGridAlign align;
    guint flags;
  } columns[PLT_TAX_LINE_N_COLUMNS] = {
    [PLT_TAX_LINE_CODE] = { "code", N_ ("Code"), 7, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN },
    [PLT_TAX_LINE_LABEL]
    = { "label", N_ ("Label"), 24, PLT_GRID_ALIGN_START, PLT_GRID_COLUMN_FROZEN },
    [PLT_TAX_LINE_PAID]
    = { "paid", N_ ("With charges"), 13, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER },
    [PLT_TAX_LINE_ELIGIBLE]
    = { "eligible", N_ ("Taken"), 13, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER },
    [PLT_TAX_LINE_BOX] = { "tax_credit", N_ ("Tax credit"), 11, PLT_GRID_ALIGN_START,
                           PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_CHOICES },
    [PLT_TAX_LINE_STANDING] = { "standing", N_ ("How it is taken"), 17, PLT_GRID_ALIGN_START, 0 },
    [PLT_TAX_LINE_AT_STAKE]
    = { "at_stake", N_ ("At stake"), 13, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER },
    [PLT_TAX_LINE_LIMIT] = { "limit", N_ ("Limit of one"), 12, PLT_GRID_ALIGN_END, 0 },
    [PLT_TAX_LINE_CATEGORY] = { "category", N_ ("Category"), 24, PLT_GRID_ALIGN_START, 0 },
    [PLT_TAX_LINE_REASON] = { "reason", N_ ("Why"), 44, PLT_GRID_ALIGN_START, 0 },
    [PLT_TAX_LINE_SOURCE] = { "source", N_ ("Where it is written"), 34, PLT_GRID_ALIGN_START, 0 },
  };

  out->id = columns[at].id;
  out->title = _ (columns[at].title);
  out->width = columns[at].width;
  out->align = columns[at].align;
  out->flags = columns[at].flags | PLT_GRID_COLUMN_UNSORTED;
  out->unit = (columns[at].flags & PLT_GRID_COLUMN_NUMBER) != 0 ? "money" : NULL;
  if (plt_session_is_read_only (PLT_FINANCE_TAX_LINES (model)->session))
    out->flags &= ~(guint) PLT_GRID_COLUMN_EDITABLE;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return line_at (model, row)->id;
}

static PltMoney
amount_of (const Line *line, guint column)
{
  switch (column)
    {
    case PLT_TAX_LINE_PAID:
      return line->paid;
    case PLT_TAX_LINE_ELIGIBLE:
      return line->eligible;
    case PLT_TAX_LINE_AT_STAKE:
      return line->at_stake != 0 ? line->at_stake : PLT_UNKNOWN;
    default:
      return line->limit;
    }
}

static void
put_standing (const Line *line, PltGridCell *cell)
{
  cell->text = plt_tax_standing_title (line->standing);
  if (line->standing == PLT_TAX_UNDECIDED || line->standing == PLT_TAX_UNKNOWN)
    cell->fill = PLT_GRID_FILL_WARNING;
  else if (line->standing == PLT_TAX_TAKEN)
    cell->fill = PLT_GRID_FILL_PROMISED;
  else if (line->standing == PLT_TAX_LIMITED || line->standing == PLT_TAX_CONDITIONAL)
    cell->fill = PLT_GRID_FILL_ASKED;
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  const Line *line = line_at (model, at);
  const PltValue box = { PLT_VALUE_TEXT, 0, line->box };

  if (column != PLT_TAX_LINE_BOX)
    cell->flags |= PLT_GRID_CELL_READONLY;
  switch (column)
    {
    case PLT_TAX_LINE_CODE:
      cell->text = line->code;
      break;
    case PLT_TAX_LINE_LABEL:
      cell->text = line->label;
      break;
    case PLT_TAX_LINE_BOX:
      if (*line->box != '\0')
        plt_grid_cell_take_text (cell, plt_column_format (box_column (), &box));
      break;
    case PLT_TAX_LINE_STANDING:
      put_standing (line, cell);
      if (cell->message == NULL && line->reason != NULL && *line->reason != '\0')
        cell->message = line->reason; /* its column may lie beyond the edge of the window */
      break;
    case PLT_TAX_LINE_CATEGORY:
      cell->text = line->category_title;
      break;
    case PLT_TAX_LINE_REASON:
      cell->text = cell->message = line->reason != NULL ? line->reason : "";
      break;
    case PLT_TAX_LINE_SOURCE:
      cell->text = line->source != NULL ? line->source : "";
      if (!line->sure)
        {
          cell->flags |= PLT_GRID_CELL_MUTED;
          cell->message = _ ("to verify");
        }
      break;
    default:
      if (amount_of (line, column) != PLT_UNKNOWN)
        plt_grid_cell_take_text (cell, plt_money_format (amount_of (line, column)));
      else if (column == PLT_TAX_LINE_PAID || column == PLT_TAX_LINE_ELIGIBLE)
        cell->text = "—";
    }
}

static gboolean
get_number (PltGridModel *model, guint at, guint column, gint64 *number)
{
  if (column != PLT_TAX_LINE_PAID && column != PLT_TAX_LINE_ELIGIBLE
      && column != PLT_TAX_LINE_AT_STAKE)
    return FALSE;
  *number = amount_of (line_at (model, at), column);
  return *number != PLT_UNKNOWN;
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return plt_money_format (number);
}

static GStrv
get_completions (PltGridModel *model, guint at, guint column)
{
  return column == PLT_TAX_LINE_BOX ? plt_choice_titles (box_column ()) : NULL;
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltStore *store = plt_session_get_store (PLT_FINANCE_TAX_LINES (model)->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = g_strdup_printf (
      ngettext ("Change the tax credit of %u line", "Change the tax credit of %u lines", n_edits),
      n_edits);

  for (guint i = 0; i < n_edits; i++)
    {
      const Line *line = line_at (model, (guint) edits[i].row);
      g_auto (PltValue) value = PLT_VALUE_INIT;

      if (line == NULL || edits[i].column != PLT_TAX_LINE_BOX)
        return plt_grid_model_refuse (error);
      if (!plt_store_parse_value (store, box_column (), edits[i].text, &value, error))
        return FALSE;
      plt_batch_update (batch, "budget_line", line->id);
      plt_batch_set_value (batch, "tax_credit", &value);
    }
  return plt_store_apply (store, label, NULL, batch, NULL, error);
}

static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  const PltGridEdit edit = { (int) row, (int) column, (char *) text };

  return set_many (model, &edit, 1, 0, error);
}

static void
plt_finance_tax_lines_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_number = get_number;
  iface->format_number = format_number;
  iface->get_completions = get_completions;
  iface->set_text = set_text;
  iface->set_many = set_many;
}

static void
plt_finance_tax_lines_finalize (GObject *object)
{
  PltFinanceTaxLines *self = PLT_FINANCE_TAX_LINES (object);

  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->lines);
  g_array_unref (self->keys);
  g_free (self->category);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_finance_tax_lines_parent_class)->finalize (object);
}

static void
plt_finance_tax_lines_class_init (PltFinanceTaxLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_finance_tax_lines_finalize;
}

static void
plt_finance_tax_lines_init (PltFinanceTaxLines *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->shown = g_ptr_array_new ();
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->standing = -1;
}

PltFinanceTaxLines *
plt_finance_tax_lines_new (PltSession *session)
{
  PltFinanceTaxLines *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_FINANCE_TAX_LINES, NULL);
  self->session = g_object_ref (session);
  return self;
}
