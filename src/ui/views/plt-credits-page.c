#include "plt-credits-page.h"

#include <glib/gi18n-lib.h>

#include "plt-cash-plan.h"
#include "plt-money.h"

struct _PltCreditsPage
{
  GtkWidget parent_instance;

  PltSession *session;
  gboolean stale;
  GtkWidget *box, *headline, *reg;
};

G_DEFINE_FINAL_TYPE (PltCreditsPage, plt_credits_page, GTK_TYPE_WIDGET)

/* The need without credits, what they cost, what is missing with them. */
static char *
describe (const PltCashPlan *plan)
{
  g_autofree char *need = plt_money_format (plan->need);
  g_autofree char *date = plt_date_format_numeric (plan->lowest_before_credits_date);
  g_autofree char *lowest = plt_money_format (plan->lowest);
  g_autofree char *total = NULL;
  PltMoney cost = 0;

  if (plan->moves->len == 0)
    return g_strdup (_ ("The treasury plan has no dated payment yet: credits cost nothing."));
  for (guint i = 0; i < plan->credits->len; i++)
    if (cost != PLT_UNKNOWN
        && !plt_money_add (cost, g_array_index (plan->credits, PltCashCredit, i).cost, &cost))
      cost = PLT_UNKNOWN;
  total = cost != PLT_UNKNOWN ? plt_money_format (cost) : g_strdup ("?");
  if (plan->need == 0)
    return g_strdup (_ ("The treasury never goes below zero: no credit is needed."));
  if (plan->credits->len == 0)
    return g_strdup_printf (_ ("%s are needed at most, on %s: no credit covers them yet."), need,
                            date);
  return g_strdup_printf (_ ("%s are needed at most, on %s. The credits cost %s; with them the "
                             "lowest balance is %s."),
                          need, date, total, lowest);
}

static void
refresh (PltCreditsPage *self)
{
  g_autofree char *text = describe (plt_session_get_cash_plan (self->session));

  self->stale = FALSE;
  gtk_label_set_label (GTK_LABEL (self->headline), text);
}

static void
on_changed (PltCreditsPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
plt_credits_page_map (GtkWidget *widget)
{
  PltCreditsPage *self = PLT_CREDITS_PAGE (widget);

  GTK_WIDGET_CLASS (plt_credits_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

GtkWidget *
plt_credits_page_new (PltSession *session)
{
  PltCreditsPage *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_CREDITS_PAGE, NULL);
  self->session = session; /* whose window holds this */
  self->stale = TRUE;
  self->reg = plt_register_new (session, "credit_line", NULL);
  gtk_widget_set_vexpand (self->reg, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->reg);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

PltRegister *
plt_credits_page_get_register (PltCreditsPage *self)
{
  g_return_val_if_fail (PLT_IS_CREDITS_PAGE (self), NULL);

  return PLT_REGISTER (self->reg);
}

const char *
plt_credits_page_get_headline (PltCreditsPage *self)
{
  g_return_val_if_fail (PLT_IS_CREDITS_PAGE (self), "");

  return gtk_label_get_label (GTK_LABEL (self->headline));
}

static gboolean
plt_credits_page_grab_focus (GtkWidget *widget)
{
  return plt_register_grab_focus (PLT_REGISTER (PLT_CREDITS_PAGE (widget)->reg));
}

static void
plt_credits_page_dispose (GObject *object)
{
  PltCreditsPage *self = PLT_CREDITS_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plt_credits_page_parent_class)->dispose (object);
}

static void
plt_credits_page_class_init (PltCreditsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_credits_page_dispose;
  widget_class->map = plt_credits_page_map;
  widget_class->grab_focus = plt_credits_page_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-credits-page");
}

static void
plt_credits_page_init (PltCreditsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->headline = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->headline), 0);
  gtk_label_set_wrap (GTK_LABEL (self->headline), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->headline), GTK_NATURAL_WRAP_NONE);
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (bar), self->headline);
  gtk_box_append (GTK_BOX (self->box), bar);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
