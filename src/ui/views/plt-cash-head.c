#include "plt-cash-head.h"

#include <glib/gi18n-lib.h>

#include "plt-cash-what-if.h"
#include "plt-text.h"

#define MOST_CHIPS 3

struct _PltCashHead
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *chips;
  char *shown; /* what the chips say, so that they stay while they say it */
};

G_DEFINE_FINAL_TYPE (PltCashHead, plt_cash_head, GTK_TYPE_WIDGET)

static guint critical_chosen;

const char *
plt_cash_head_get_text (PltCashHead *self)
{
  g_return_val_if_fail (PLT_IS_CASH_HEAD (self), "");

  return gtk_label_get_label (GTK_LABEL (self->label));
}

GtkWidget *
plt_cash_head_get_chip (PltCashHead *self, guint critical)
{
  GtkWidget *chip;

  g_return_val_if_fail (PLT_IS_CASH_HEAD (self), NULL);

  chip = gtk_widget_get_first_child (self->chips);
  for (guint i = 0; chip != NULL && i < critical; i++)
    chip = gtk_widget_get_next_sibling (chip);
  return chip;
}

static char *
head_text (const PltCashPlan *plan)
{
  g_autofree char *need = plt_cash_need_text (plan);
  g_autofree char *final = plt_money_format (plan->final);
  GString *text = g_string_new (need);

  if (plan->need <= 0 && plan->lowest_date != PLT_DATE_NONE)
    {
      g_autofree char *lowest = plt_money_format (plan->lowest);
      g_autofree char *when = plt_cash_day_text (plan->lowest_date);

      /* Translators: the lowest point of the cash flow and its day */
      g_string_append_printf (text, _ (" · lowest point %s on %s"), lowest, when);
    }
  g_string_append_printf (text, _ (" · %s at the end"), final);
  if (plan->credits->len > 0)
    {
      g_autofree char *cost = plt_money_format (plt_cash_credit_cost (plan));

      g_string_append_printf (text, _ (" · the credits cost %s"), cost);
    }
  if (plan->incomplete)
    g_string_append (text, _ (" · not certain: something is not known yet"));
  return g_string_free (text, FALSE);
}

static void
on_chip (GtkButton *chip, PltCashHead *self)
{
  g_signal_emit (self, critical_chosen, 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "plt-index")));
}

static char *
chip_text (const PltCashCritical *critical)
{
  g_autofree char *from = plt_cash_day_text (critical->from);
  g_autofree char *to = plt_cash_day_text (critical->to);
  g_autofree char *missing = plt_money_format (critical->missing);

  if (critical->from == critical->to)
    return g_strdup_printf (_ ("▼ %s: %s missing"), from, missing);
  /* Translators: a critical period and what is missing in it */
  return g_strdup_printf (_ ("▼ %s → %s: %s missing"), from, to, missing);
}

static void
show_chips (PltCashHead *self, const PltCashPlan *plan)
{
  g_autoptr (GString) all = g_string_new (NULL);
  GtkWidget *child;

  for (guint i = 0; i < plan->criticals->len; i++)
    {
      g_autofree char *text = chip_text (&g_array_index (plan->criticals, PltCashCritical, i));

      g_string_append_printf (all, "%s\n", text);
    }
  if (!plt_set_str (&self->shown, all->str))
    return;
  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  for (guint i = 0; i < plan->criticals->len && i < MOST_CHIPS; i++)
    {
      g_autofree char *text = chip_text (&g_array_index (plan->criticals, PltCashCritical, i));
      GtkWidget *chip = gtk_button_new_with_label (text);

      gtk_widget_add_css_class (chip, "cash-critical");
      gtk_widget_set_tooltip_text (chip, _ ("What to do?"));
      g_object_set_data (G_OBJECT (chip), "plt-index", GUINT_TO_POINTER (i));
      g_signal_connect (chip, "clicked", G_CALLBACK (on_chip), self);
      gtk_box_append (GTK_BOX (self->chips), chip);
    }
  if (plan->criticals->len > MOST_CHIPS)
    {
      g_autofree char *more = g_strdup_printf ("+%u", plan->criticals->len - MOST_CHIPS);
      GtkWidget *label = gtk_label_new (more);

      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_tooltip_text (label, all->str);
      gtk_box_append (GTK_BOX (self->chips), label);
    }
}

void
plt_cash_head_show (PltCashHead *self, const PltCashPlan *plan)
{
  g_autofree char *text = NULL;
  const gboolean critical = plan->criticals->len > 0;

  g_return_if_fail (PLT_IS_CASH_HEAD (self));

  text = plan->first != PLT_DATE_NONE ? head_text (plan) : g_strdup (_ ("Nothing has a date yet."));
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), critical         ? "plt-error-symbolic"
                                                        : plan->need > 0 ? "plt-warning-symbolic"
                                                                         : "plt-info-symbolic");
  gtk_widget_set_css_classes (self->icon, (const char *[]){ critical         ? "error"
                                                            : plan->need > 0 ? "warning"
                                                                             : "info",
                                                            NULL });
  show_chips (self, plan);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), plan->criticals->len > 1
                                                                  ? GTK_ORIENTATION_VERTICAL
                                                                  : GTK_ORIENTATION_HORIZONTAL);
}

GtkWidget *
plt_cash_head_new (void)
{
  return g_object_new (PLT_TYPE_CASH_HEAD, NULL);
}

static void
plt_cash_head_dispose (GObject *object)
{
  g_clear_pointer (&PLT_CASH_HEAD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_cash_head_parent_class)->dispose (object);
}

static void
plt_cash_head_finalize (GObject *object)
{
  g_free (PLT_CASH_HEAD (object)->shown);

  G_OBJECT_CLASS (plt_cash_head_parent_class)->finalize (object);
}

static void
plt_cash_head_class_init (PltCashHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_cash_head_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_cash_head_finalize;
  critical_chosen = g_signal_new ("critical-chosen", PLT_TYPE_CASH_HEAD, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-cash-head");
}

static void
plt_cash_head_init (PltCashHead *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_lines (GTK_LABEL (self->label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_add_css_class (self->label, "headline");
  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_set_valign (self->chips, GTK_ALIGN_CENTER);
  /* one period stands beside the words, several below them; what has no room is scrolled to */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->chips);
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_add_css_class (self->box, "register-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
