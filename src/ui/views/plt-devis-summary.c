#include "plt-devis-summary.h"

#include <glib/gi18n-lib.h>

#include "plt-devis-figures.h"
#include "plt-devis-model.h"
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
  int row;          /* the next one while it is filled */
  PltMoney largest; /* the longest bar */
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
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
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
put_figures (PltDevisSummary *self,
             PltMoney amount,
             gboolean incomplete,
             const char *css_class,
             const char *name)
{
  const PltFigures figures = plt_session_get_figures (self->session);
  const PltMoney total = figures.budget;
  g_autofree char *known = plt_devis_format_money (amount);
  g_autofree char *money = g_strconcat (incomplete ? "? " : "", known, NULL);
  GtkWidget *label;
  g_autofree char *share = plt_devis_format_share (plt_devis_share_e6 (amount, total));
  g_autofree char *day = plt_devis_format_money (plt_devis_per_day (amount, figures.days));
  g_autofree char *minute = plt_devis_format_money (plt_devis_per_minute (amount, figures.seconds));

  label = put (self, COLUMN_AMOUNT, money, 1, css_class);
  if (incomplete)
    gtk_widget_set_tooltip_text (label, _ ("Incomplete: some of its lines are not all counted."));
  put (self, COLUMN_SHARE, share, 1, css_class);
  put (self, COLUMN_DAY, day, 1, css_class);
  put (self, COLUMN_MINUTE, minute, 1, css_class);
  if (name != NULL)
    {
      GtkWidget *bar = plt_share_bar_new ();
      g_autofree char *words = g_strdup_printf ("%s : %s", name, share);

      plt_share_bar_set (PLT_SHARE_BAR (bar), &amount, 1, self->largest, words);
      gtk_widget_set_hexpand (bar, TRUE);
      gtk_grid_attach (GTK_GRID (self->grid), bar, COLUMN_BAR, self->row, 1, 1);
    }
  self->row++;
}

static void
put_total (PltDevisSummary *self,
           const char *name,
           PltMoney amount,
           gboolean incomplete,
           gboolean bar,
           gboolean bold)
{
  gtk_widget_add_css_class (put (self, COLUMN_NAME, name, 0, bold ? "total" : "after-post"),
                            "name");
  put_figures (self, amount, incomplete, bold ? "total" : NULL, bar ? name : NULL);
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
put_percents (PltDevisSummary *self, const PltBudget *budget)
{
  static const PltDevisKind kinds[PLT_N_PERCENTS]
      = { PLT_DEVIS_OVERHEADS, PLT_DEVIS_CONTINGENCY, PLT_DEVIS_PRODUCER, PLT_DEVIS_FINANCIAL };
  const gint64 rates[PLT_N_PERCENTS]
      = { budget->budget->overheads_e6, budget->budget->contingency_e6, budget->budget->producer_e6,
          budget->budget->financial_e6 };

  for (PltPercent i = 0; i < PLT_N_PERCENTS; i++)
    {
      const gboolean asked = i == PLT_PERCENT_OVERHEADS || i == PLT_PERCENT_CONTINGENCY;

      if (rates[i] == PLT_UNKNOWN && asked)
        put_unknown_rate (self, plt_devis_total_title (kinds[i]));
      else if (rates[i] != PLT_UNKNOWN && budget->percents[i].account == NULL)
        put_total (self, plt_devis_total_title (kinds[i]), budget->percents[i].amount, FALSE, TRUE,
                   FALSE);
    }
}

static void
put_posts (PltDevisSummary *self, const PltBudget *budget)
{
  self->largest = MAX (budget->overheads, budget->contingency);
  for (guint i = 0; i < budget->accounts->len; i++)
    if (((const PltBudgetAccount *) budget->accounts->pdata[i])->level == 1)
      self->largest
          = MAX (self->largest, ((const PltBudgetAccount *) budget->accounts->pdata[i])->total);
  for (guint i = 0; i < budget->accounts->len; i++)
    {
      const PltBudgetAccount *account = g_ptr_array_index (budget->accounts, i);

      if (account->level > 1)
        continue;
      put_post_name (self, account->account);
      put_figures (self, account->total, account->incomplete, NULL, account->account->name);
    }
  if (budget->unposted != 0)
    put_total (self, _ ("Social charges without an account"), budget->unposted, TRUE, TRUE, FALSE);
}

/* ---- splits ---- */

static void
put_heading (PltDevisSummary *self, const char *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-heading");
  gtk_widget_set_margin_top (label, 16);
  gtk_grid_attach (GTK_GRID (self->grid), label, COLUMN_NAME, self->row++,
                   COLUMN_AMOUNT - COLUMN_NAME, 1);
}

/* One part of a split, in its own bar of the whole. */
static void
put_part (PltDevisSummary *self, const char *name, PltMoney amount)
{
  if (amount != 0)
    put_total (self, name, amount, FALSE, TRUE, FALSE);
}

/* Lines with their contributions, by phase. */
static void
put_phases (PltDevisSummary *self, const PltBudget *budget)
{
  const PltColumn *column = plt_table_column (plt_table_find ("budget_line"), "phase");

  put_heading (self, _ ("Lines by phase, with their social charges"));
  for (guint i = 0; column->choices[i].id != NULL; i++)
    {
      PltMoney sum = 0;

      for (guint l = 0; l < budget->lines->len; l++)
        {
          const PltBudgetLine *line = g_ptr_array_index (budget->lines, l);

          if (line->amount == PLT_UNKNOWN
              || g_strcmp0 (line->line->phase, column->choices[i].id) != 0
              || !plt_money_add (sum, line->amount, &sum)
              || !plt_money_add (sum, line->contributions, &sum))
            continue;
        }
      put_part (self, plt_choice_title (&column->choices[i]), sum);
    }
}

static void
put_splits (PltDevisSummary *self, const PltBudget *budget)
{
  static const char *const modes[PLT_N_MODES] = { "numeraire", "nature", "participation" };

  self->largest = budget->total;
  put_heading (self, _ ("How it is borne"));
  for (PltMode i = 0; i < PLT_N_MODES; i++)
    put_part (self, plt_devis_choice_title ("overheads_mode", modes[i]), budget->by_mode[i]);
  if (budget->abroad != 0)
    {
      put_heading (self, _ ("Where it is spent"));
      put_part (self, plt_devis_place_title (FALSE), budget->total - budget->abroad);
      put_part (self, plt_devis_place_title (TRUE), budget->abroad);
    }
  put_phases (self, budget);
}

/* What is left below what the film may cost. */
static void
put_ceiling (PltDevisSummary *self, const PltBudget *budget)
{
  const PltMoney ceiling = budget->budget->ceiling_cents;
  PltMoney left;

  if (ceiling == PLT_UNKNOWN || !plt_money_sub (ceiling, budget->total, &left))
    return;
  put_total (self, _ ("Ceiling"), ceiling, FALSE, FALSE, FALSE);
  put_total (self, left < 0 ? _ ("Beyond the ceiling") : _ ("Left below the ceiling"), ABS (left),
             FALSE, FALSE, TRUE);
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
  put_posts (self, budget);
  put_rule (self);
  put_total (self, _ ("Total of posts 1 to 9"), budget->subtotal, budget->incomplete, FALSE, TRUE);
  put_percents (self, budget);
  put_rule (self);
  put_total (self, _ ("Total"), budget->total, budget->incomplete, FALSE, TRUE);
  put_ceiling (self, budget);
  put_splits (self, budget);
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
