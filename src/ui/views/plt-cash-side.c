#include "plt-cash-side.h"

#include <glib/gi18n-lib.h>

#include "plt-cash-what-if.h"
#include "plt-text.h"

struct _PltCashSide
{
  GtkWidget parent_instance;

  PltSession *session;
  PltCashMoves *moves;
  GPtrArray *measures; /* (nullable) PltCashMeasure */
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *stack; /* why, nothing, measures */
  GtkWidget *grid;
  GtkWidget *list;
  char *shown; /* the cell it is about */
};

G_DEFINE_FINAL_TYPE (PltCashSide, plt_cash_side, GTK_TYPE_WIDGET)

static guint measure_chosen;

/* ---- why ---- */

/* (nullable): what stands in the cell; of a label, in its total. */
static char *
cell_amount (PltCashModel *table, guint row, guint column)
{
  PltGridModel *model = PLT_GRID_MODEL (table);
  const guint at = column > 0 ? column : plt_grid_model_get_n_columns (model) - 1;
  gint64 number;

  return row < plt_grid_model_get_n_rows (model)
                 && plt_grid_model_get_number (model, row, at, &number)
             ? plt_money_format (number)
             : NULL;
}

void
plt_cash_side_show_why (
    PltCashSide *self, const PltCashPlan *plan, PltCashModel *table, guint row, guint column)
{
  g_autofree char *cell = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *heading = NULL;
  PltDate from, to;

  g_return_if_fail (PLT_IS_CASH_SIDE (self));

  cell = plt_cash_model_cell_title (table, row, column);
  if (plt_cash_model_get_days (table, column, &from, &to))
    plt_cash_moves_show (self->moves, plt_session_get_facts (self->session), plan, table, row, from,
                         to);
  else
    plt_cash_moves_clear (self->moves);
  amount = cell_amount (table, row, column);
  /* Translators: a cell of the cash plan and its amount: "Canal Azur · nov. 2026 = 22 600,00 €" */
  heading = amount != NULL ? g_strdup_printf (_ ("%s = %s"), cell, amount) : g_strdup (cell);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_widget_set_tooltip_text (self->heading, heading);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    plt_cash_moves_count (self->moves) > 0 ? "why" : "nothing");
  if (plt_set_str (&self->shown, cell) && plt_cash_moves_count (self->moves) > 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), 0, 0); /* another cell is read from its top */
}

static void
on_activated (PltCashSide *self)
{
  guint row, column;
  PltRef ref = { NULL };

  if (plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    ref = plt_cash_moves_get_ref (self->moves, row);
  if (ref.table != NULL && ref.id != 0)
    plt_session_open_ref (self->session, ref);
  else
    plt_grid_show_notice (PLT_GRID (self->grid), _ ("There is nowhere else to go from here."));
}

/* ---- what can be done ---- */

static char *
effect_text (const PltCashMeasure *measure)
{
  g_autofree char *lowest = plt_money_format (measure->lowest_after);
  g_autofree char *when = plt_cash_day_text (measure->lowest_date_after);
  g_autofree char *missing = plt_money_format (measure->missing_after);
  GString *text = g_string_new (NULL);

  /* Translators: what a measure leads to: the lowest point of the cash flow and its day */
  g_string_append_printf (text, _ ("Lowest point %s on %s"), lowest, when);
  g_string_append (text, " · ");
  if (measure->missing_after > 0)
    g_string_append_printf (text, _ ("%s still missing"), missing);
  else
    g_string_append (text, _ ("nothing is missing any more"));
  g_string_append (text, " · ");
  if (measure->cost == PLT_UNKNOWN)
    g_string_append (text, _ ("its cost is not known"));
  else if (measure->cost == 0)
    g_string_append (text, _ ("costs nothing"));
  else
    {
      g_autofree char *cost = plt_money_format (measure->cost);

      g_string_append_printf (text, measure->cost > 0 ? _ ("costs %s") : _ ("saves %s"),
                              measure->cost > 0 ? cost : cost + 1);
    }
  return g_string_free (text, FALSE);
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_measure (const PltCashMeasure *measure)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *effect = effect_text (measure);
  g_autofree char *name = g_strdup_printf ("%s, %s", measure->label, effect);

  gtk_box_append (GTK_BOX (box), new_label (measure->label, "headline"));
  gtk_box_append (GTK_BOX (box), new_label (effect, "dim-label"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

void
plt_cash_side_show_measures (PltCashSide *self,
                             const PltCashCritical *critical,
                             GPtrArray *measures)
{
  g_autofree char *from = plt_cash_day_text (critical->from);
  g_autofree char *to = plt_cash_day_text (critical->to);
  g_autofree char *missing = plt_money_format (critical->missing);
  g_autofree char *heading = NULL;
  GtkWidget *child;

  g_return_if_fail (PLT_IS_CASH_SIDE (self));

  /* Translators: what is missing in a critical period */
  heading = g_strdup_printf (_ ("What to do? %s missing from %s to %s"), missing, from, to);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  gtk_widget_set_tooltip_text (self->heading, heading);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  self->measures = g_ptr_array_ref (measures);
  for (guint i = 0; i < measures->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_measure (measures->pdata[i]));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "measures");
  g_clear_pointer (&self->shown, g_free);
}

const PltCashMeasure *
plt_cash_side_get_measure (PltCashSide *self, guint index)
{
  g_return_val_if_fail (PLT_IS_CASH_SIDE (self), NULL);

  return self->measures != NULL && index < self->measures->len ? self->measures->pdata[index]
                                                               : NULL;
}

guint
plt_cash_side_count_measures (PltCashSide *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SIDE (self), 0);

  return self->measures != NULL ? self->measures->len : 0;
}

gboolean
plt_cash_side_shows_measures (PltCashSide *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SIDE (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "measures") == 0;
}

void
plt_cash_side_choose_measure (PltCashSide *self, guint index)
{
  g_return_if_fail (PLT_IS_CASH_SIDE (self));

  gtk_list_box_select_row (
      GTK_LIST_BOX (self->list),
      index == G_MAXUINT ? NULL
                         : gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) index));
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, PltCashSide *self)
{
  g_signal_emit (self, measure_chosen, 0,
                 row != NULL ? (guint) gtk_list_box_row_get_index (row) : G_MAXUINT);
}

/* ---- building ---- */

PltCashMoves *
plt_cash_side_get_moves (PltCashSide *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SIDE (self), NULL);

  return self->moves;
}

PltGrid *
plt_cash_side_get_grid (PltCashSide *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SIDE (self), NULL);

  return PLT_GRID (self->grid);
}

gboolean
plt_cash_side_grab_focus (PltCashSide *self)
{
  g_return_val_if_fail (PLT_IS_CASH_SIDE (self), FALSE);

  return plt_cash_side_shows_measures (self)
             ? gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD)
             : gtk_widget_grab_focus (self->grid);
}

static GtkWidget *
new_head (PltCashSide *self)
{
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->heading), 20);
  gtk_widget_add_css_class (self->heading, "sub-heading");
  return self->heading;
}

static GtkWidget *
new_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static GtkWidget *
new_measures (PltCashSide *self)
{
  GtkWidget *scroller;

  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "cash-measures");
  gtk_list_box_set_placeholder (
      GTK_LIST_BOX (self->list),
      new_label (_ ("Nothing that is known helps: look for a source more, or spend later."),
                 "dim-label"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Possible measures"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  scroller = new_scroller (self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  return scroller;
}

GtkWidget *
plt_cash_side_new (PltSession *session)
{
  PltCashSide *self = g_object_new (PLT_TYPE_CASH_SIDE, NULL);
  GtkWidget *nothing;

  self->session = g_object_ref (session);
  self->moves = plt_cash_moves_new ();
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->moves));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Movements of the cell"), -1);
  g_signal_connect_swapped (self->grid, "cell-activated", G_CALLBACK (on_activated), self);
  nothing = new_label (_ ("Nothing moves here."), "dim-label");
  gtk_widget_add_css_class (nothing, "sub-heading");
  gtk_widget_set_valign (nothing, GTK_ALIGN_START);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), new_scroller (self->grid), "why");
  gtk_stack_add_named (GTK_STACK (self->stack), nothing, "nothing");
  gtk_stack_add_named (GTK_STACK (self->stack), new_measures (self), "measures");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), new_head (self));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

static void
plt_cash_side_dispose (GObject *object)
{
  PltCashSide *self = PLT_CASH_SIDE (object);

  if (self->grid != NULL)
    g_signal_handlers_disconnect_by_data (self->grid, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->grid = self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_object (&self->moves);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_cash_side_parent_class)->dispose (object);
}

static void
plt_cash_side_finalize (GObject *object)
{
  g_free (PLT_CASH_SIDE (object)->shown);

  G_OBJECT_CLASS (plt_cash_side_parent_class)->finalize (object);
}

static void
plt_cash_side_class_init (PltCashSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_cash_side_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_cash_side_finalize;
  measure_chosen = g_signal_new ("measure-chosen", PLT_TYPE_CASH_SIDE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-cash-side");
}

static void
plt_cash_side_init (PltCashSide *self)
{
}
