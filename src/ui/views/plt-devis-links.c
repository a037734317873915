#include "plt-devis-links.h"

#include <glib/gi18n-lib.h>

#include "plt-budget-links.h"
#include "plt-devis-figures.h"
#include "plt-error.h"

struct _PltDevisLinks
{
  GObject parent;

  PltSession *session;
  GPtrArray *links; /* of PltBudgetLink */
  GArray *taken;    /* of gboolean, one a link */
};

static void plt_devis_links_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltDevisLinks,
                               plt_devis_links,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_devis_links_iface_init))

static const PltBudgetLink *
link_at (PltDevisLinks *self, guint row)
{
  return g_ptr_array_index (self->links, row);
}

static gboolean *
taken_at (PltDevisLinks *self, guint row)
{
  return &g_array_index (self->taken, gboolean, row);
}

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_DEVIS_LINKS (model)->links->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_DEVIS_LINKS_N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  static const PltGridColumn columns[PLT_DEVIS_LINKS_N_COLUMNS] = {
    { "taken", N_ ("Add"), N_ ("Space takes the line or leaves it."), 7, PLT_GRID_ALIGN_CENTER,
      PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_TOGGLE, NULL },
    { "label", N_ ("Line"), NULL, 22, 0, 0, NULL },
    { "account", N_ ("Account"), NULL, 20, 0, 0, NULL },
    { "count", N_ ("Follows"), N_ ("Its number and duration."), 17, 0, 0, NULL },
    { "rate", N_ ("Rate"), NULL, 12, 0, 0, NULL },
    { "amount", N_ ("Amount"), NULL, 11, PLT_GRID_ALIGN_END, PLT_GRID_COLUMN_NUMBER, "money" },
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

static char *
account_title (PltDevisLinks *self, gint64 account)
{
  const PltAccountFacts *found
      = PLT_FACTS_FIND (plt_session_get_facts (self->session)->accounts, PltAccountFacts, account);

  return found != NULL ? g_strdup_printf ("%s · %s", found->code, found->name) : g_strdup ("");
}

/* "2 × jours(role)", "figurants" */
static char *
count_text (const PltBudgetLink *link)
{
  if (g_strcmp0 (link->quantity, "1") == 0)
    return g_strdup (link->duration);
  if (g_strcmp0 (link->duration, "1") == 0)
    return g_strdup (link->quantity);
  return g_strdup_printf ("%s × %s", link->quantity, link->duration);
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  PltDevisLinks *self = PLT_DEVIS_LINKS (model);
  const PltBudgetLink *link = link_at (self, at);

  if (column != PLT_DEVIS_LINKS_TAKEN)
    cell->flags |= PLT_GRID_CELL_READONLY;
  switch (column)
    {
    case PLT_DEVIS_LINKS_TAKEN:
      cell->text = *taken_at (self, at) ? C_ ("boolean", "Yes") : C_ ("boolean", "No");
      break;
    case PLT_DEVIS_LINKS_LABEL:
      cell->text = link->label;
      break;
    case PLT_DEVIS_LINKS_ACCOUNT:
      plt_grid_cell_take_text (cell, account_title (self, link->account));
      break;
    case PLT_DEVIS_LINKS_COUNT:
      plt_grid_cell_take_text (cell, count_text (link));
      break;
    case PLT_DEVIS_LINKS_RATE:
      cell->text = link->rate_formula != NULL ? link->rate_formula : "—";
      cell->message = *link->function != '\0' ? link->function : NULL;
      break;
    default:
      plt_grid_cell_take_text (cell, plt_devis_format_money (link->amount));
      if (link->amount != PLT_UNKNOWN)
        break;
      cell->flags |= PLT_GRID_CELL_INVALID;
      cell->message = link->why_not != NULL
                          ? link->why_not
                          : _ ("Nobody knows its rate yet: type it in the budget.");
    }
  if (!*taken_at (self, at))
    cell->flags |= PLT_GRID_CELL_MUTED;
}

static gboolean
get_number (PltGridModel *model, guint at, guint column, gint64 *number)
{
  *number = column == PLT_DEVIS_LINKS_AMOUNT ? link_at (PLT_DEVIS_LINKS (model), at)->amount
                                             : PLT_UNKNOWN;
  return *number != PLT_UNKNOWN;
}

static char *
format_number (PltGridModel *model, guint column, gint64 number)
{
  return plt_money_format (number);
}

static gboolean
toggle (PltGridModel *model, guint row, guint column, GError **error)
{
  PltDevisLinks *self = PLT_DEVIS_LINKS (model);

  if (column != PLT_DEVIS_LINKS_TAKEN)
    return FALSE;
  *taken_at (self, row) = !*taken_at (self, row);
  plt_grid_model_cells_changed (model, row, 1);
  return TRUE;
}

void
plt_devis_links_take_all (PltDevisLinks *self, gboolean taken)
{
  g_return_if_fail (PLT_IS_DEVIS_LINKS (self));

  for (guint i = 0; i < self->taken->len; i++)
    *taken_at (self, i) = taken;
  plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, self->taken->len);
}

guint
plt_devis_links_count_taken (PltDevisLinks *self, PltMoney *amount)
{
  guint n = 0;

  g_return_val_if_fail (PLT_IS_DEVIS_LINKS (self), 0);

  *amount = 0;
  for (guint i = 0; i < self->taken->len; i++)
    {
      if (!*taken_at (self, i))
        continue;
      n++;
      if (link_at (self, i)->amount != PLT_UNKNOWN
          && !plt_money_add (*amount, link_at (self, i)->amount, amount))
        *amount = G_MAXINT64;
    }
  return n;
}

gboolean
plt_devis_links_apply (PltDevisLinks *self, GError **error)
{
  const PltBudget *budget = plt_session_get_budget (self->session);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  guint n = 0;

  g_return_val_if_fail (PLT_IS_DEVIS_LINKS (self), FALSE);

  for (guint i = 0; i < self->taken->len; i++)
    if (*taken_at (self, i))
      {
        plt_budget_add_link (budget, link_at (self, i), batch);
        n++;
      }
  if (n == 0)
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("Take at least one line."));
      return FALSE;
    }
  label = g_strdup_printf (
      ngettext ("Add %u line that follows the plan", "Add %u lines that follow the plan", n), n);
  return plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, error);
}

static void
plt_devis_links_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_number = get_number;
  iface->format_number = format_number;
  iface->toggle = toggle;
}

static void
plt_devis_links_finalize (GObject *object)
{
  PltDevisLinks *self = PLT_DEVIS_LINKS (object);

  g_ptr_array_unref (self->links);
  g_array_unref (self->taken);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_devis_links_parent_class)->finalize (object);
}

static void
plt_devis_links_class_init (PltDevisLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_devis_links_finalize;
}

static void
plt_devis_links_init (PltDevisLinks *self)
{
}

/**
 * plt_devis_links_new:
 * @session: the production
 *
 * Returns: (transfer full): what its devis does not follow as it is now; all of it taken
 */
PltDevisLinks *
plt_devis_links_new (PltSession *session)
{
  PltDevisLinks *self;
  gboolean yes = TRUE;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_DEVIS_LINKS, NULL);
  self->session = g_object_ref (session);
  self->links
      = plt_budget_find_links (plt_session_get_budget (session), plt_session_get_plan (session),
                               plt_session_get_facts (session));
  self->taken = g_array_new (FALSE, FALSE, sizeof (gboolean));
  for (guint i = 0; i < self->links->len; i++)
    g_array_append_val (self->taken, yes);
  return self;
}
