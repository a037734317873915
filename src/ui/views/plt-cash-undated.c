#include "plt-cash-undated.h"

#include <glib/gi18n-lib.h>

#define LIST_HEIGHT 150

struct _PltCashUndated
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *expander;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltCashUndated, plt_cash_undated, GTK_TYPE_WIDGET)

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, PltCashUndated *self)
{
  const PltRef *ref = g_object_get_data (G_OBJECT (row), "plt-ref");

  if (ref->table != NULL)
    plt_session_open_ref (self->session, *ref);
}

static void
on_go (GtkButton *button, GtkListBoxRow *row)
{
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
}

static GtkWidget *
new_row (const PltCashPlanRow *undated)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *go = gtk_button_new_with_label (_ ("Go to"));
  const char *way = undated->incoming ? _ ("receipt") : _ ("payment");
  g_autofree char *amount = plt_money_format (undated->total);
  g_autofree char *text = g_strdup_printf ("%s, %s, %s", undated->label, way, amount);
  GtkWidget *label = gtk_label_new (undated->label);
  GtkWidget *kind = gtk_label_new (way);
  GtkWidget *money = gtk_label_new (amount);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (money), 14);
  gtk_label_set_xalign (GTK_LABEL (money), 1);
  gtk_widget_add_css_class (money, "numeric");
  gtk_widget_add_css_class (go, "flat");
  gtk_widget_set_sensitive (go, undated->ref.table != NULL);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_box_append (GTK_BOX (box), money);
  gtk_box_append (GTK_BOX (box), go);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), "plt-ref", g_memdup2 (&undated->ref, sizeof undated->ref),
                          g_free);
  g_signal_connect_object (go, "clicked", G_CALLBACK (on_go), row, 0);
  return row;
}

static void
add (PltMoney *total, PltMoney amount)
{
  if (amount != PLT_UNKNOWN && !plt_money_add (*total, amount, total))
    *total = G_MAXINT64;
}

static char *
title_text (const PltCashPlan *plan)
{
  PltMoney in = 0, out = 0;
  g_autofree char *received = NULL;
  g_autofree char *paid = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->undated->len; i++)
    {
      const PltCashPlanRow *row = plan->undated->pdata[i];

      add (row->incoming ? &in : &out, row->total);
    }
  g_string_append_printf (
      text,
      ngettext ("%u amount has no date: it is neither in the table nor in the curve.",
                "%u amounts have no date: they are neither in the table nor in the curve.",
                plan->undated->len),
      plan->undated->len);
  received = plt_money_format (in);
  paid = plt_money_format (out);
  if (in != 0)
    g_string_append_printf (text, _ (" Receipts %s."), received);
  if (out != 0)
    g_string_append_printf (text, _ (" Payments %s."), paid);
  return g_string_free (text, FALSE);
}

void
plt_cash_undated_show (PltCashUndated *self, const PltCashPlan *plan)
{
  GtkWidget *child;
  g_autofree char *title = NULL;

  g_return_if_fail (PLT_IS_CASH_UNDATED (self));

  title = title_text (plan);
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < plan->undated->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (plan->undated->pdata[i]));
  gtk_expander_set_label (GTK_EXPANDER (self->expander), title);
  gtk_widget_set_visible (GTK_WIDGET (self), plan->undated->len > 0);
}

GtkWidget *
plt_cash_undated_new (PltSession *session)
{
  PltCashUndated *self = g_object_new (PLT_TYPE_CASH_UNDATED, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
plt_cash_undated_dispose (GObject *object)
{
  PltCashUndated *self = PLT_CASH_UNDATED (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_cash_undated_parent_class)->dispose (object);
}

static void
plt_cash_undated_class_init (PltCashUndatedClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_cash_undated_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-cash-undated");
}

static void
plt_cash_undated_init (PltCashUndated *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "undated");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Amounts without a date"), -1);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), scroller);
  gtk_widget_add_css_class (self->expander, "undated-title");
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
}
