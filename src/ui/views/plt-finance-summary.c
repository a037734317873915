#include "plt-finance-summary.h"

#include <glib/gi18n-lib.h>

#include "plt-devis-figures.h"
#include "plt-issues-pane.h"
#include "plt-share-bar.h"

/* Statuses that count, surest first, as the bar shows them. */
static const char *const statuses[] = { "acquis", "confirme", "demande", "espere" };

struct _PltFinanceSummary
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *gap;
  GtkWidget *grid; /* the one that is being filled */
  int row;
};

G_DEFINE_FINAL_TYPE (PltFinanceSummary, plt_finance_summary, GTK_TYPE_WIDGET)

const char *
plt_finance_summary_get_gap (PltFinanceSummary *self)
{
  g_return_val_if_fail (PLT_IS_FINANCE_SUMMARY (self), "");

  return self->gap != NULL ? gtk_label_get_label (GTK_LABEL (self->gap)) : "";
}

static const PltChoice *
choices_of (const char *column)
{
  return plt_table_column (plt_table_find ("funding_source"), column)->choices;
}

static GtkWidget *
add_label (PltFinanceSummary *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
begin_grid (PltFinanceSummary *self, const char *heading)
{
  if (heading != NULL)
    gtk_widget_add_css_class (add_label (self, heading, "group-heading"), "flush");
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_box_append (GTK_BOX (self->box), self->grid);
  self->row = 0;
}

static void
put (PltFinanceSummary *self, int column, const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "numeric");
  if (column == 0)
    {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, self->row, 1, 1);
}

/* "Regions    32 000,00 €    22,1 %", with a bar below when `part` is not 0. */
static void
put_share (PltFinanceSummary *self, const char *name, PltMoney part, PltMoney whole, gboolean bar)
{
  g_autofree char *amount = plt_devis_format_money (part);
  g_autofree char *share = plt_devis_format_share (plt_devis_share_e6 (part, whole));

  put (self, 0, name, 0, NULL);
  put (self, 1, amount, 1, NULL);
  put (self, 2, share, 1, "dim-label");
  self->row++;
  if (bar)
    {
      GtkWidget *widget = plt_share_bar_new ();
      g_autofree char *words = g_strdup_printf ("%s : %s", name, share);

      plt_share_bar_set (PLT_SHARE_BAR (widget), &part, 1, whole, words);
      gtk_grid_attach (GTK_GRID (self->grid), widget, 0, self->row++, 3, 1);
    }
}

static void
fill_against_budget (PltFinanceSummary *self, const PltFinanceFigures *figures)
{
  const PltChoice *choices = choices_of ("status");
  gint64 parts[G_N_ELEMENTS (statuses)] = { 0 };
  GtkWidget *bar = plt_share_bar_new ();
  g_autofree char *words = plt_finance_gap_text (figures);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    for (guint j = 0; choices[j].id != NULL; j++)
      if (g_str_equal (choices[j].id, statuses[i]))
        parts[i] = figures->by_status[j];
  self->gap = add_label (self, words, "gap");
  if (figures->budget != PLT_UNKNOWN && figures->budget == figures->total)
    gtk_widget_add_css_class (self->gap, "success-text");
  plt_share_bar_set (PLT_SHARE_BAR (bar), parts, G_N_ELEMENTS (parts),
                     figures->budget != PLT_UNKNOWN ? figures->budget : figures->total, words);
  gtk_widget_add_css_class (bar, "large");
  gtk_box_append (GTK_BOX (self->box), bar);
  begin_grid (self, NULL);
  put_share (self, _ ("Budget"), figures->budget, figures->budget, FALSE);
  put_share (self, _ ("Financing"), figures->total, figures->budget, FALSE);
}

static void
fill_statuses (PltFinanceSummary *self, const PltFinanceFigures *figures)
{
  const PltChoice *choices = choices_of ("status");
  PltMoney sure = 0;

  begin_grid (self, _ ("How sure it is"));
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    for (guint j = 0; choices[j].id != NULL; j++)
      if (g_str_equal (choices[j].id, statuses[i]))
        {
          put_share (self, plt_choice_title (&choices[j]), figures->by_status[j], figures->budget,
                     FALSE);
          if (i < 2)
            sure += figures->by_status[j];
        }
  put_share (self, _ ("Acquired and confirmed"), sure, figures->budget, TRUE);
}

static void
fill_groups (PltFinanceSummary *self, const PltFinanceFigures *figures)
{
  const PltChoice *choices = choices_of ("group");

  begin_grid (self, _ ("Who pays"));
  for (guint i = 0; choices[i].id != NULL && i < PLT_FINANCE_MAX; i++)
    if (figures->by_group[i] != 0)
      put_share (self, plt_choice_title (&choices[i]), figures->by_group[i],
                 figures->budget != PLT_UNKNOWN ? figures->budget : figures->total, TRUE);
}

static void
on_issue_activated (GtkListBox *list, GtkListBoxRow *row, PltSession *session)
{
  plt_session_open_ref (session, *(PltRef *) g_object_get_data (G_OBJECT (row), "plt-ref"));
}

static gboolean
is_ours (const PltIssue *issue)
{
  return g_strcmp0 (issue->ref.table, "funding_source") == 0
         || g_strcmp0 (issue->ref.table, "instalment") == 0;
}

static guint
fill_issues (PltFinanceSummary *self)
{
  const GPtrArray *issues = plt_session_get_issues (self->session);
  GtkWidget *list = gtk_list_box_new ();
  guint n = 0;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "issues");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Issues of the financing"), -1);
  for (guint i = 0; i < issues->len; i++)
    {
      const PltIssue *issue = g_ptr_array_index (issues, i);
      GtkWidget *row;

      if (!is_ours (issue) || issue->ref.id == 0) /* the gap is said above */
        continue;
      row = plt_issue_row_new (issue);
      g_object_set_data_full (G_OBJECT (row), "plt-ref", g_memdup2 (&issue->ref, sizeof issue->ref),
                              g_free);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      n++;
    }
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_issue_activated), self->session,
                           0);
  gtk_box_append (GTK_BOX (self->box), list);
  gtk_widget_set_visible (list, n > 0);
  return n;
}

static void
add_check (PltFinanceSummary *self, gboolean fine, const char *text)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon
      = gtk_image_new_from_icon_name (fine ? "object-select-symbolic" : "plt-warning-symbolic");
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (icon, fine ? "info" : "warning");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
fill_checks (PltFinanceSummary *self, const PltFinanceFigures *figures)
{
  gtk_widget_add_css_class (add_label (self, _ ("Checks"), "group-heading"), "flush");
  if (figures->in_kind != 0 || figures->budget_in_kind != 0)
    {
      g_autofree char *mine = plt_money_format (figures->in_kind);
      g_autofree char *theirs = plt_money_format (figures->budget_in_kind);
      g_autofree char *text
          = figures->in_kind == figures->budget_in_kind
                ? g_strdup_printf (
                    _ ("In kind and participation: %s, in the budget as in the financing."), mine)
                : g_strdup_printf (
                    _ ("In kind and participation: %s in the financing, %s in the budget."), mine,
                    theirs);

      add_check (self, figures->in_kind == figures->budget_in_kind, text);
    }
  if (figures->n_unknown > 0)
    {
      g_autofree char *text = g_strdup_printf (
          ngettext ("%u source has no amount: it counts nothing.",
                    "%u sources have no amount: they count nothing.", figures->n_unknown),
          figures->n_unknown);

      add_check (self, FALSE, text);
    }
  if (fill_issues (self) == 0)
    add_check (self, TRUE, _ ("The instalments of each source add up to its amount."));
}

void
plt_finance_summary_refresh (PltFinanceSummary *self)
{
  PltFinanceFigures figures;
  GtkWidget *child;

  g_return_if_fail (PLT_IS_FINANCE_SUMMARY (self));

  figures = plt_finance_figures (plt_session_get_facts (self->session),
                                 plt_session_get_budget (self->session));
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->gap = NULL;
  fill_against_budget (self, &figures);
  fill_statuses (self, &figures);
  fill_groups (self, &figures);
  fill_checks (self, &figures);
}

GtkWidget *
plt_finance_summary_new (PltSession *session)
{
  PltFinanceSummary *self = g_object_new (PLT_TYPE_FINANCE_SUMMARY, NULL);

  self->session = g_object_ref (session);
  plt_finance_summary_refresh (self);
  return GTK_WIDGET (self);
}

static void
plt_finance_summary_dispose (GObject *object)
{
  PltFinanceSummary *self = PLT_FINANCE_SUMMARY (object);

  self->gap = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_finance_summary_parent_class)->dispose (object);
}

static void
plt_finance_summary_class_init (PltFinanceSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_finance_summary_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-finance-summary");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plt_finance_summary_init (PltFinanceSummary *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_add_css_class (self->box, "summary");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Financing against the budget"), -1);
}
