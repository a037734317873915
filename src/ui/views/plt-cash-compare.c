#include "plt-cash-compare.h"

#include <glib/gi18n-lib.h>

#include "plt-cash-what-if.h"
#include "plt-text.h"

typedef enum
{
  FIGURE_NEED,
  FIGURE_NEED_DATE,
  FIGURE_LOWEST,
  FIGURE_LOWEST_DATE,
  FIGURE_CRITICALS,
  FIGURE_MISSING,
  FIGURE_COST,
  FIGURE_IN,
  FIGURE_OUT,
  FIGURE_FINAL,
  FIGURE_LAST,
  N_FIGURES
} Figure;

typedef enum
{
  KIND_MONEY,
  KIND_DATE,
  KIND_COUNT,
} Kind;

static const struct
{
  const char *title;
  Kind kind;
} figures[N_FIGURES] = {
  [FIGURE_NEED] = { N_ ("Greatest need"), KIND_MONEY },
  [FIGURE_NEED_DATE] = { N_ ("Day of the greatest need"), KIND_DATE },
  [FIGURE_LOWEST] = { N_ ("Lowest point, credits drawn"), KIND_MONEY },
  [FIGURE_LOWEST_DATE] = { N_ ("Day of the lowest point"), KIND_DATE },
  [FIGURE_CRITICALS] = { N_ ("Critical periods"), KIND_COUNT },
  [FIGURE_MISSING] = { N_ ("Missing at the worst moment"), KIND_MONEY },
  [FIGURE_COST] = { N_ ("Cost of the credits"), KIND_MONEY },
  [FIGURE_IN] = { N_ ("Receipts, credits included"), KIND_MONEY },
  [FIGURE_OUT] = { N_ ("Payments, credits included"), KIND_MONEY },
  [FIGURE_FINAL] = { N_ ("Balance at the end"), KIND_MONEY },
  [FIGURE_LAST] = { N_ ("Last movement"), KIND_DATE },
};

enum
{
  COLUMN_TITLE,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_CHANGE,
  N_COLUMNS
};

struct _PltCashCompare
{
  GObject parent_instance;

  char *names[2];
  gint64 values[2][N_FIGURES];
  gboolean filled;
};

static void plt_cash_compare_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltCashCompare,
                               plt_cash_compare,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_cash_compare_iface_init))

PltCashCompare *
plt_cash_compare_new (void)
{
  return g_object_new (PLT_TYPE_CASH_COMPARE, NULL);
}

static void
read_figures (const PltCashPlan *plan, gint64 *values)
{
  PltMoney missing = 0;

  for (guint i = 0; i < plan->criticals->len; i++)
    missing = MAX (missing, g_array_index (plan->criticals, PltCashCritical, i).missing);
  values[FIGURE_NEED] = plan->need;
  values[FIGURE_NEED_DATE] = plan->need > 0 ? plan->lowest_before_credits_date : PLT_DATE_NONE;
  values[FIGURE_LOWEST] = plan->lowest;
  values[FIGURE_LOWEST_DATE] = plan->lowest_date;
  values[FIGURE_CRITICALS] = plan->criticals->len;
  values[FIGURE_MISSING] = missing;
  values[FIGURE_COST] = plt_cash_credit_cost (plan);
  values[FIGURE_IN] = plan->total_in;
  values[FIGURE_OUT] = plan->total_out;
  values[FIGURE_FINAL] = plan->final;
  values[FIGURE_LAST] = plan->last;
}

void
plt_cash_compare_show (PltCashCompare *self,
                       const PltCashPlan *before,
                       const char *before_name,
                       const PltCashPlan *after,
                       const char *after_name)
{
  gboolean renamed;

  g_return_if_fail (PLT_IS_CASH_COMPARE (self));

  renamed = plt_set_str (&self->names[0], before_name);
  renamed |= plt_set_str (&self->names[1], after_name);
  read_figures (before, self->values[0]);
  read_figures (after, self->values[1]);
  if (renamed)
    plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
  if (self->filled)
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, N_FIGURES);
  else
    {
      self->filled = TRUE;
      plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, 0, N_FIGURES);
    }
}

/* ---- words ---- */

static char *
format_value (Kind kind, gint64 value)
{
  switch (kind)
    {
    case KIND_DATE:
      return value != PLT_DATE_NONE ? plt_cash_day_text ((PltDate) value) : g_strdup ("—");
    case KIND_COUNT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    case KIND_MONEY:
    default:
      return plt_money_format (value);
    }
}

static char *
format_change (Kind kind, gint64 before, gint64 after)
{
  gint64 change;

  if (kind == KIND_DATE && (before == PLT_DATE_NONE || after == PLT_DATE_NONE))
    return g_strdup (before == after ? "=" : "");
  if (before == after)
    return g_strdup ("=");
  if (__builtin_sub_overflow (after, before, &change))
    return g_strdup ("");
  if (kind == KIND_DATE)
    return change > 0
               ? g_strdup_printf (ngettext ("%d day later", "%d days later", (gulong) change),
                                  (int) change)
               : g_strdup_printf (ngettext ("%d day earlier", "%d days earlier", (gulong) -change),
                                  (int) -change);
  if (kind == KIND_COUNT)
    return g_strdup_printf ("%+d", (int) change);
  {
    g_autofree char *money = plt_money_format (change);

    return g_strdup_printf ("%s%s", change > 0 ? "+" : "", money);
  }
}

char *
plt_cash_compare_words (const PltCashPlan *before, const PltCashPlan *after)
{
  g_autofree char *need = plt_cash_compare_text (after, before);
  g_autofree char *final = format_change (KIND_MONEY, before->final, after->final);
  g_autofree char *cost
      = format_change (KIND_MONEY, plt_cash_credit_cost (before), plt_cash_credit_cost (after));
  GString *text = g_string_new (need);

  g_string_append_printf (text, _ (" · balance at the end %s"), final);
  g_string_append_printf (text, _ (" · cost of the credits %s"), cost);
  return g_string_free (text, FALSE);
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_CASH_COMPARE (model)->filled ? N_FIGURES : 0;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  PltCashCompare *self = PLT_CASH_COMPARE (model);
  static const char *const ids[N_COLUMNS] = { "title", "before", "after", "change" };

  out->id = ids[column];
  out->flags = PLT_GRID_COLUMN_UNSORTED;
  out->width = column == COLUMN_TITLE ? 18 : 13;
  out->align = column == COLUMN_TITLE ? PLT_GRID_ALIGN_START : PLT_GRID_ALIGN_END;
  if (column == COLUMN_TITLE)
    {
      out->title = _ ("Figure");
      out->flags |= PLT_GRID_COLUMN_FROZEN;
    }
  else if (column == COLUMN_CHANGE)
    out->title = _ ("Difference");
  else
    out->title
        = self->names[column - COLUMN_BEFORE] != NULL ? self->names[column - COLUMN_BEFORE] : "";
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return row;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  PltCashCompare *self = PLT_CASH_COMPARE (model);
  const Kind kind = figures[row].kind;
  const gint64 before = self->values[0][row], after = self->values[1][row];

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (column == COLUMN_TITLE)
    cell->text = _ (figures[row].title);
  else if (column == COLUMN_CHANGE)
    {
      plt_grid_cell_take_text (cell, format_change (kind, before, after));
      cell->flags |= before == after ? PLT_GRID_CELL_MUTED : PLT_GRID_CELL_BOLD;
    }
  else
    plt_grid_cell_take_text (cell, format_value (kind, column == COLUMN_BEFORE ? before : after));
}

static void
plt_cash_compare_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
}

static void
plt_cash_compare_finalize (GObject *object)
{
  PltCashCompare *self = PLT_CASH_COMPARE (object);

  g_free (self->names[0]);
  g_free (self->names[1]);

  G_OBJECT_CLASS (plt_cash_compare_parent_class)->finalize (object);
}

static void
plt_cash_compare_class_init (PltCashCompareClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_cash_compare_finalize;
}

static void
plt_cash_compare_init (PltCashCompare *self)
{
}
