#include "plt-devis-posted.h"

#include <glib/gi18n-lib.h>

#include "plt-devis-figures.h"

typedef struct
{
  PltGridRowKind kind;
  char *name, *note;
  guint n_lines; /* 0: not said */
  PltMoney base; /* PLT_UNKNOWN: not said */
  PltMoney amount;
  gboolean incomplete;
  PltRef ref;
} Row;

struct _PltDevisPosted
{
  GObject parent;

  PltSession *session;
  GArray *rows;
};

static void plt_devis_posted_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltDevisPosted,
                               plt_devis_posted,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_devis_posted_iface_init))

static const Row *
row_at (PltGridModel *model, guint row)
{
  return &g_array_index (PLT_DEVIS_POSTED (model)->rows, Row, row);
}

static void
row_clear (gpointer data)
{
  g_free (((Row *) data)->name);
  g_free (((Row *) data)->note);
}

PltRef
plt_devis_posted_get_ref (PltDevisPosted *self, guint row)
{
  g_return_val_if_fail (PLT_IS_DEVIS_POSTED (self), (PltRef){ NULL });

  return row < self->rows->len ? row_at (PLT_GRID_MODEL (self), row)->ref : (PltRef){ NULL };
}

/* ---- making the rows ---- */

static void
add_row (
    PltDevisPosted *self, PltGridRowKind kind, const char *name, PltMoney base, PltMoney amount)
{
  const Row row = { .kind = kind, .name = g_strdup (name), .base = base, .amount = amount };

  g_array_append_val (self->rows, row);
}

static Row *
last_row (PltDevisPosted *self)
{
  return &g_array_index (self->rows, Row, self->rows->len - 1);
}

static void
add_to (PltMoney *sum, PltMoney amount)
{
  if (amount != PLT_UNKNOWN && !plt_money_add (*sum, amount, sum))
    *sum = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

/* "65,3 %, account 42", or that they are counted one by one. */
static char *
describe_profile (const PltProfileFacts *profile)
{
  g_autofree char *rate = NULL;

  if (g_strcmp0 (profile->method, "detail") == 0)
    return g_strdup (_ ("Counted one by one, by the dated tables"));
  if (profile->employer_e6 == PLT_UNKNOWN)
    return g_strdup (_ ("Its rate is not known"));
  rate = plt_devis_format_rate (profile->employer_e6);
  /* Translators: an overall rate, and the account it is posted to */
  return g_strdup_printf (_ ("Overall rate of %s, account %s"), rate, profile->account);
}

static void
add_profile (PltDevisPosted *self,
             const PltBudget *budget,
             const PltProfileFacts *profile,
             Row *all)
{
  Row row = { .ref = { "contribution_profile", profile->id, NULL } };

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = g_ptr_array_index (budget->lines, i);

      if (line->line->profile != profile->id || line->amount == PLT_UNKNOWN || line->amount == 0)
        continue;
      row.n_lines++;
      row.incomplete = row.incomplete || line->no_contribution_rate;
      add_to (&row.base, line->amount);
      add_to (&row.amount, line->contributions);
    }
  if (row.n_lines == 0)
    return;
  row.name = g_strdup (profile->name);
  row.note = describe_profile (profile);
  g_array_append_val (self->rows, row);
  all->n_lines += row.n_lines;
  all->incomplete = all->incomplete || row.incomplete;
  add_to (&all->base, row.base);
  add_to (&all->amount, row.amount);
}

static void
add_profiles (PltDevisPosted *self, const PltFacts *facts, const PltBudget *budget)
{
  Row all = { 0 };

  add_row (self, PLT_GRID_ROW_GROUP, _ ("By profile"), PLT_UNKNOWN, PLT_UNKNOWN);
  for (guint i = 0; i < facts->profiles.n; i++)
    add_profile (self, budget, &facts->profiles.items[i], &all);
  add_row (self, PLT_GRID_ROW_TOTAL, _ ("Total"), all.base, all.amount);
  last_row (self)->n_lines = all.n_lines;
  last_row (self)->incomplete = all.incomplete;
}

static void
add_accounts (PltDevisPosted *self, const PltBudget *budget)
{
  PltMoney all = budget->unposted;

  add_row (self, PLT_GRID_ROW_GROUP, _ ("By sub-post where they are posted"), PLT_UNKNOWN,
           PLT_UNKNOWN);
  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (budget->accounts, i);
      g_autofree char *name = NULL;

      if (account->contributions == 0)
        continue;
      name = g_strdup_printf ("%s · %s", account->account->code, account->account->name);
      add_row (self, PLT_GRID_ROW_NORMAL, name, PLT_UNKNOWN, account->contributions);
      last_row (self)->ref = (PltRef){ "account", account->account->id, NULL };
      add_to (&all, account->contributions);
    }
  if (budget->unposted != 0)
    {
      add_row (self, PLT_GRID_ROW_NORMAL, _ ("Social charges without an account"), PLT_UNKNOWN,
               budget->unposted);
      last_row (self)->incomplete = TRUE;
      last_row (self)->note
          = g_strdup (_ ("The account of a contribution profile is not in this budget."));
    }
  add_row (self, PLT_GRID_ROW_TOTAL, _ ("Total"), PLT_UNKNOWN, all);
}

static void
rebuild (PltDevisPosted *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltBudget *budget = plt_session_get_budget (self->session);
  const guint n_before = self->rows->len;

  g_array_set_size (self->rows, 0);
  if (budget->budget != NULL)
    {
      add_profiles (self, facts, budget);
      add_accounts (self, budget);
    }
  if (n_before != self->rows->len)
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, n_before, self->rows->len);
  else
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, n_before);
}

/* ---- the grid ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_DEVIS_POSTED (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_DEVIS_POSTED_N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  static const PltGridColumn columns[PLT_DEVIS_POSTED_N_COLUMNS] = {
    { "name", N_ ("Profile or sub-post"), NULL, 36, 0, PLT_GRID_COLUMN_FROZEN, NULL },
    { "lines", N_ ("No. of lines"), N_ ("How many lines of the budget have this profile."), 9,
      PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER, "lines" },
    { "base", N_ ("Wages"), N_ ("The amounts of those lines: what is counted on."), 13,
      PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER, "money" },
    { "amount", N_ ("Employer’s charges"), NULL, 14, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER,
      "money" },
    { "rate", N_ ("Real rate"), N_ ("What the charges come to, in the end."), 9, PLT_GRID_ALIGN_END,
      0, NULL },
    { "note", N_ ("How"), NULL, 40, 0, 0, NULL },
  };

  *out = columns[at];
  out->title = _ (columns[at].title);
  out->tooltip = columns[at].tooltip != NULL ? _ (columns[at].tooltip) : NULL;
  out->flags |= PLT_GRID_COLUMN_UNSORTED;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return (gint64) row + 1;
}

static void
get_row (PltGridModel *model, guint at, PltGridRow *out)
{
  out->kind = row_at (model, at)->kind;
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  const Row *row = row_at (model, at);

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (column == PLT_DEVIS_POSTED_NAME)
    cell->text = row->name;
  else if (column == PLT_DEVIS_POSTED_LINES && row->n_lines > 0)
    plt_grid_cell_take_text (cell, g_strdup_printf ("%u", row->n_lines));
  else if (column == PLT_DEVIS_POSTED_BASE && row->base != PLT_UNKNOWN)
    plt_grid_cell_take_text (cell, plt_money_format (row->base));
  else if (column == PLT_DEVIS_POSTED_AMOUNT && row->amount != PLT_UNKNOWN)
    {
      g_autofree char *amount = plt_money_format (row->amount);

      plt_grid_cell_take_text (cell, g_strconcat (row->incomplete ? "? " : "", amount, NULL));
      if (row->incomplete)
        {
          cell->flags |= PLT_GRID_CELL_INVALID;
          cell->message = row->note != NULL ? row->note : _ ("The rate of a profile is not known.");
        }
    }
  else if (column == PLT_DEVIS_POSTED_RATE && row->base != PLT_UNKNOWN && row->base != 0)
    plt_grid_cell_take_text (cell,
                             plt_devis_format_share (plt_devis_share_e6 (row->amount, row->base)));
  else if (column == PLT_DEVIS_POSTED_NOTE && row->note != NULL)
    {
      cell->text = row->note;
      cell->flags |= PLT_GRID_CELL_MUTED;
    }
}

/* Totals are not added to what they are the total of. */
static gboolean
get_number (PltGridModel *model, guint at, guint column, gint64 *number)
{
  const Row *row = row_at (model, at);

  *number = row->kind != PLT_GRID_ROW_NORMAL    ? PLT_UNKNOWN
            : column == PLT_DEVIS_POSTED_BASE   ? row->base
            : column == PLT_DEVIS_POSTED_AMOUNT ? row->amount
            : column == PLT_DEVIS_POSTED_LINES  ? (gint64) row->n_lines
                                                : PLT_UNKNOWN;
  return *number != PLT_UNKNOWN;
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return column == PLT_DEVIS_POSTED_LINES ? g_strdup_printf ("%" G_GINT64_FORMAT, number)
                                          : plt_money_format (number);
}

static void
plt_devis_posted_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
  iface->get_number = get_number;
  iface->format_number = format_number;
}

static void
plt_devis_posted_finalize (GObject *object)
{
  PltDevisPosted *self = PLT_DEVIS_POSTED (object);

  g_array_unref (self->rows);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_devis_posted_parent_class)->finalize (object);
}

static void
plt_devis_posted_class_init (PltDevisPostedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_devis_posted_finalize;
}

static void
plt_devis_posted_init (PltDevisPosted *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
}

PltDevisPosted *
plt_devis_posted_new (PltSession *session)
{
  PltDevisPosted *self = g_object_new (PLT_TYPE_DEVIS_POSTED, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
  return self;
}
