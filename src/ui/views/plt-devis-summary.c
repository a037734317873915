#include "plt-devis-summary.h"

#include <glib/gi18n-lib.h>

#include "plt-devis-figures.h"
#include "plt-share-bar.h"

enum
{
  COLUMN_CODE,
  COLUMN_NAME,
  COLUMN_BAR,
  COLUMN_AMOUNT,
  COLUMN_SHARE,
  COLUMN_DAY,
  COLUMN_MINUTE,
};

struct _PltDevisSummary
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *scroller;
  GtkWidget *grid;
  int row; /* the next one while it is filled */
};

G_DEFINE_FINAL_TYPE (PltDevisSummary, plt_devis_summary, GTK_TYPE_WIDGET)

static GtkWidget *
put (PltDevisSummary *self, int column, const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, self->row, 1, 1);
  return label;
}

static void
put_head (PltDevisSummary *self)
{
  put (self, COLUMN_NAME, _ ("Post"), 0, "group-heading");
  put (self, COLUMN_AMOUNT, _ ("Amount"), 1, "group-heading");
  put (self, COLUMN_SHARE, _ ("Share"), 1, "group-heading");
  put (self, COLUMN_DAY, _ ("A shooting day"), 1, "group-heading");
  put (self, COLUMN_MINUTE, _ ("A minute"), 1, "group-heading");
  self->row++;
}

static void
put_rule (PltDevisSummary *self)
{
  GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_grid_attach (GTK_GRID (self->grid), rule, 0, self->row++, COLUMN_MINUTE + 1, 1);
}

static void
on_post_clicked (GtkButton *button, PltDevisSummary *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "plt-account");

  plt_session_open_ref (self->session, (PltRef){ "account", *id, NULL });
}

static void
put_post_name (PltDevisSummary *self, const PltAccountFacts *account)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (account->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show this post in the budget"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  account->name, -1);
  g_object_set_data_full (G_OBJECT (button), "plt-account",
                          g_memdup2 (&account->id, sizeof account->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_post_clicked), self);
  put (self, COLUMN_CODE, account->code, 1, NULL);
  gtk_grid_attach (GTK_GRID (self->grid), button, COLUMN_NAME, self->row, 1, 1);
}

static void
put_figures (PltDevisSummary *self, PltMoney amount, const char *css_class, const char *name)
{
  const PltFigures figures = plt_session_get_figures (self->session);
  const PltMoney total = figures.budget;
  g_autofree char *money = plt_devis_format_money (amount);
  g_autofree char *share = plt_devis_format_share (plt_devis_share_e6 (amount, total));
  g_autofree char *day = plt_devis_format_money (plt_devis_per_day (amount, figures.days));
  g_autofree char *minute = plt_devis_format_money (plt_devis_per_minute (amount, figures.seconds));

  put (self, COLUMN_AMOUNT, money, 1, css_class);
  put (self, COLUMN_SHARE, share, 1, css_class);
  put (self, COLUMN_DAY, day, 1, css_class);
  put (self, COLUMN_MINUTE, minute, 1, css_class);
  if (name != NULL)
    {
      GtkWidget *bar = plt_share_bar_new ();
      g_autofree char *words = g_strdup_printf ("%s : %s", name, share);

      plt_share_bar_set (PLT_SHARE_BAR (bar), &amount, 1, total, words);
      gtk_widget_set_hexpand (bar, TRUE);
      gtk_grid_attach (GTK_GRID (self->grid), bar, COLUMN_BAR, self->row, 1, 1);
    }
  self->row++;
}

static void
put_total (PltDevisSummary *self, const char *name, PltMoney amount, gboolean bar, gboolean bold)
{
  gtk_widget_add_css_class (put (self, COLUMN_NAME, name, 0, bold ? "total" : "after-post"),
                            "name");
  put_figures (self, amount, bold ? "total" : NULL, bar ? name : NULL);
}

static void
put_unknown_rate (PltDevisSummary *self, const char *name)
{
  put (self, COLUMN_NAME, name, 0, "after-post");
  put (self, COLUMN_AMOUNT, "—", 1, NULL);
  put (self, COLUMN_BAR, _ ("The rate is not known."), 0, "dim-label");
  self->row++;
}

static void
put_rate (PltDevisSummary *self, const char *name, gint64 rate_e6, PltMoney amount)
{
  if (rate_e6 == PLT_UNKNOWN)
    put_unknown_rate (self, name);
  else
    put_total (self, name, amount, TRUE, FALSE);
}

void
plt_devis_summary_refresh (PltDevisSummary *self)
{
  const PltBudget *budget;
  GtkWidget *child;

  g_return_if_fail (PLT_IS_DEVIS_SUMMARY (self));

  budget = plt_session_get_budget (self->session);
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  self->row = 0;
  if (budget->budget == NULL)
    {
      put (self, COLUMN_NAME, _ ("There is no budget yet."), 0, NULL);
      return;
    }
  put_head (self);
  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (budget->accounts, i);

      if (account->level > 1)
        continue;
      put_post_name (self, account->account);
      put_figures (self, account->total, NULL, account->account->name);
    }
  if (budget->unposted != 0)
    put_total (self, _ ("Social charges without an account"), budget->unposted, TRUE, FALSE);
  put_rule (self);
  put_total (self, _ ("Total of posts 1 to 9"), budget->subtotal, FALSE, TRUE);
  put_rate (self, _ ("Overheads"), budget->budget->overheads_e6, budget->overheads);
  put_rate (self, _ ("Contingency"), budget->budget->contingency_e6, budget->contingency);
  put_rule (self);
  put_total (self, _ ("Total"), budget->total, FALSE, TRUE);
}

gboolean
plt_devis_summary_grab_focus (PltDevisSummary *self)
{
  g_return_val_if_fail (PLT_IS_DEVIS_SUMMARY (self), FALSE);

  return gtk_widget_child_focus (self->grid, GTK_DIR_TAB_FORWARD);
}

GtkWidget *
plt_devis_summary_new (PltSession *session)
{
  PltDevisSummary *self = g_object_new (PLT_TYPE_DEVIS_SUMMARY, NULL);

  self->session = g_object_ref (session);
  plt_devis_summary_refresh (self);
  return GTK_WIDGET (self);
}

static void
plt_devis_summary_dispose (GObject *object)
{
  PltDevisSummary *self = PLT_DEVIS_SUMMARY (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_devis_summary_parent_class)->dispose (object);
}

static void
plt_devis_summary_class_init (PltDevisSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_devis_summary_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-devis-summary");
}

static void
plt_devis_summary_init (PltDevisSummary *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 16);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 2);
  gtk_widget_set_valign (self->grid, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->grid, "summary");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->grid);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
