#include "plt-finance-summary.h"

#include <glib/gi18n-lib.h>

#include "plt-devis-figures.h"
#include "plt-finance-model.h"
#include "plt-issues-pane.h"
#include "plt-share-bar.h"

/* Surest first, as the bar shows them, on the grounds of the cells of the grid. */
static const struct
{
  PltFundingStatus status;
  const char *id;
  PltGridFill fill;
} statuses[PLT_N_FUNDING_STATUSES] = {
  { PLT_FUNDING_ACQUIRED, "acquis", PLT_GRID_FILL_SURE },
  { PLT_FUNDING_CONFIRMED, "confirme", PLT_GRID_FILL_PROMISED },
  { PLT_FUNDING_ASKED, "demande", PLT_GRID_FILL_ASKED },
  { PLT_FUNDING_HOPED, "espere", PLT_GRID_FILL_HOPED },
};

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
find_choice (const char *column, const char *id)
{
  const PltChoice *choices = plt_table_column (plt_table_find ("funding_source"), column)->choices;

  while (choices->id != NULL && !g_str_equal (choices->id, id))
    choices++;
  return choices;
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
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 4);
  gtk_box_append (GTK_BOX (self->box), self->grid);
  self->row = 0;
}

static GtkWidget *
put (PltFinanceSummary *self, int column, const char *text, float xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "numeric");
  if (column == 1)
    {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    }
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, self->row, 1, 1);
  return label;
}

/* "Regions    32 000,00 €    22,1 %", with a bar below when `bar`. */
static void
put_share (PltFinanceSummary *self, const char *name, PltMoney part, PltMoney whole, gboolean bar)
{
  g_autofree char *amount = plt_devis_format_money (part);
  g_autofree char *share = plt_devis_format_share (plt_devis_share_e6 (part, whole));

  put (self, 1, name, 0, NULL);
  put (self, 2, amount, 1, NULL);
  put (self, 3, share, 1, "dim-label");
  self->row++;
  if (bar)
    {
      GtkWidget *widget = plt_share_bar_new ();
      g_autofree char *words = g_strdup_printf ("%s : %s", name, share);

      plt_share_bar_set (PLT_SHARE_BAR (widget), &part, 1, whole, words);
      gtk_grid_attach (GTK_GRID (self->grid), widget, 1, self->row++, 3, 1);
    }
}

static void
put_rate (PltFinanceSummary *self, const char *name, PltMoney amount, PltMoney whole)
{
  g_autofree char *money = plt_devis_format_money (amount);
  g_autofree char *rate = plt_devis_format_share (plt_devis_share_e6 (amount, whole));

  put (self, 1, name, 0, NULL);
  put (self, 2, money, 1, NULL);
  put (self, 3, rate, 1, "total");
  self->row++;
}

/* ---- against the devis ---- */

static void
fill_bar (PltFinanceSummary *self, const PltFinancePlan *plan)
{
  GtkWidget *bar = plt_share_bar_new ();
  gint64 parts[PLT_N_FUNDING_STATUSES];
  PltGridFill fills[PLT_N_FUNDING_STATUSES];
  g_autoptr (GString) words = g_string_new (gtk_label_get_label (GTK_LABEL (self->gap)));

  for (guint i = 0; i < PLT_N_FUNDING_STATUSES; i++)
    {
      g_autofree char *share = plt_devis_format_share (
          plt_devis_share_e6 (plan->by_status[statuses[i].status], plan->cost));

      parts[i] = plan->by_status[statuses[i].status];
      fills[i] = statuses[i].fill;
      g_string_append_printf (words, "\n%s : %s",
                              plt_choice_title (find_choice ("status", statuses[i].id)), share);
    }
  plt_share_bar_set_fills (PLT_SHARE_BAR (bar), fills, G_N_ELEMENTS (fills));
  plt_share_bar_set_hatched (PLT_SHARE_BAR (bar), TRUE);
  plt_share_bar_set (PLT_SHARE_BAR (bar), parts, G_N_ELEMENTS (parts),
                     plan->cost != PLT_UNKNOWN ? plan->cost : plan->total, words->str);
  gtk_widget_add_css_class (bar, "large");
  gtk_box_append (GTK_BOX (self->box), bar);
}

static void
fill_against_budget (PltFinanceSummary *self, const PltFinancePlan *plan)
{
  g_autofree char *words = plt_finance_plan_gap_text (plan);

  self->gap = add_label (self, words, "gap");
  if (plan->gap == 0)
    gtk_widget_add_css_class (self->gap, "success-text");
  fill_bar (self, plan);
  begin_grid (self, NULL);
  put_share (self, _ ("Budget"), plan->cost, plan->cost, FALSE);
  put_share (self, _ ("Financing"), plan->total, plan->cost, FALSE);
  if (plan->gap != PLT_UNKNOWN && plan->gap != 0)
    put_share (self, plan->gap > 0 ? _ ("Missing") : _ ("Too much"), ABS (plan->gap), plan->cost,
               FALSE);
}

static void
put_swatch (PltFinanceSummary *self, PltGridFill fill)
{
  GtkWidget *swatch = plt_share_bar_new ();
  const gint64 one = 1;

  plt_share_bar_set_fills (PLT_SHARE_BAR (swatch), &fill, 1);
  plt_share_bar_set (PLT_SHARE_BAR (swatch), &one, 1, 1, "");
  gtk_widget_set_tooltip_text (swatch, NULL);
  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_set_halign (swatch, GTK_ALIGN_CENTER);
  gtk_grid_attach (GTK_GRID (self->grid), swatch, 0, self->row, 1, 1);
}

static void
fill_statuses (PltFinanceSummary *self, const PltFinancePlan *plan)
{
  const PltMoney acquired = plan->by_status[PLT_FUNDING_ACQUIRED];
  const PltMoney confirmed = acquired + plan->by_status[PLT_FUNDING_CONFIRMED];

  begin_grid (self, _ ("How sure it is"));
  for (guint i = 0; i < PLT_N_FUNDING_STATUSES; i++)
    {
      put_swatch (self, statuses[i].fill);
      put_share (self, plt_choice_title (find_choice ("status", statuses[i].id)),
                 plan->by_status[statuses[i].status], plan->cost, FALSE);
    }
  begin_grid (self, _ ("Financed rate"));
  put_rate (self, _ ("Acquired only"), acquired, plan->cost);
  put_rate (self, _ ("Acquired and confirmed"), confirmed, plan->cost);
  put_rate (self, _ ("All sources"), plan->total, plan->cost);
}

/* ---- shares of the plan ---- */

static void
put_part (PltFinanceSummary *self, const char *name, PltMoney part, const PltFinancePlan *plan)
{
  if (part != 0)
    put_share (self, name, part, plan->total, TRUE);
}

static void
fill_shares (PltFinanceSummary *self, const PltFinancePlan *plan)
{
  if (plan->total == 0)
    return;
  begin_grid (self, _ ("Shares of the plan"));
  put_part (self, _ ("Producers"), plan->producers, plan);
  put_part (self, _ ("Public money"), plan->public_money, plan);
  put_part (self, _ ("Perhaps public"), plan->unsure_money, plan);
  put_part (self, _ ("Broadcasters"), plan->broadcasters, plan);
  put_part (self, _ ("French money"), plan->total - plan->foreign, plan);
  put_part (self, _ ("Foreign money"), plan->foreign, plan);
  put_part (self, _ ("In kind"), plan->in_kind, plan);
  put_part (self, _ ("Participation"), plan->participation, plan);
  begin_grid (self, _ ("Who pays"));
  for (guint i = 0; i < plan->groups->len; i++)
    {
      const PltFinanceLine *line = &g_array_index (plan->groups, PltFinanceLine, i);

      if (line->source == NULL && line->amount != 0 && line->amount != PLT_UNKNOWN)
        put_share (self, plt_choice_title (find_choice ("group", line->id)), line->amount,
                   plan->total, TRUE);
    }
}

/* ---- rules ---- */

/* A tenth of a percent is enough here. */
static char *
format_value (PltCheckUnit unit, gint64 value)
{
  if (unit == PLT_CHECK_RATE && value != PLT_UNKNOWN)
    return plt_devis_format_share ((value + 500) / 1000 * 1000);
  return plt_finance_format_value (unit, value);
}

char *
plt_finance_check_text (const PltFinanceCheck *check)
{
  g_autofree char *have = format_value (check->unit, check->have);
  g_autofree char *limit = NULL;

  if (check->limit == PLT_UNKNOWN)
    return g_steal_pointer (&have);
  limit = format_value (check->unit, check->limit);
  if (check->source == NULL) /* no law says it: both sides are the same money */
    return g_strdup_printf (_ ("%s · expected %s"), have, limit);
  /* Translators: the figure of the plan, and what it may be */
  return g_strdup_printf (_ ("%s · limit %s"), have, limit);
}

const char *
plt_finance_check_state (PltCheckState state)
{
  return state == PLT_CHECK_HELD     ? _ ("Held")
         : state == PLT_CHECK_BROKEN ? _ ("Not held")
                                     : _ ("Not known");
}

static void
on_check_clicked (GtkButton *button, PltFinanceSummary *self)
{
  plt_session_open_ref (self->session,
                        *(PltRef *) g_object_get_data (G_OBJECT (button), "plt-ref"));
}

static GtkWidget *
small_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_check (PltFinanceSummary *self, const PltFinanceCheck *check)
{
  static const char *const icons[]
      = { "object-select-symbolic", "plt-warning-symbolic", "dialog-question-symbolic" };
  static const char *const styles[] = { "info", "warning", "dim-label" };
  g_autofree char *figures = plt_finance_check_text (check);
  g_autofree char *line
      = g_strdup_printf ("%s · %s", plt_finance_check_state (check->state), figures);
  g_autofree char *source = check->source == NULL || *check->source == '\0' ? NULL
                            : check->sure ? g_strdup (check->source)
                                          : g_strdup_printf (_ ("%s (to verify)"), check->source);
  g_autofree char *name = g_strdup_printf ("%s : %s", check->label, line);
  const PltRef ref = check->ref;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (icons[check->state]);

  gtk_widget_add_css_class (icon, styles[check->state]);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), small_label (check->label, NULL));
  gtk_box_append (GTK_BOX (texts), small_label (line, "numeric"));
  if (source != NULL)
    gtk_box_append (GTK_BOX (texts), small_label (source, "dim-label"));
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, source != NULL ? source : _ ("Go to what can be changed"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "plt-ref", g_memdup2 (&ref, sizeof ref), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_check_clicked), self);
  gtk_box_append (GTK_BOX (self->box), button);
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

static void
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
}

static void
fill_checks (PltFinanceSummary *self, const PltFinancePlan *plan)
{
  static const PltCheckState order[] = { PLT_CHECK_BROKEN, PLT_CHECK_UNKNOWN, PLT_CHECK_HELD };

  gtk_widget_add_css_class (add_label (self, _ ("Checks"), "group-heading"), "flush");
  for (guint s = 0; s < G_N_ELEMENTS (order); s++)
    for (guint i = 0; i < plan->checks->len; i++)
      if (g_array_index (plan->checks, PltFinanceCheck, i).state == order[s])
        add_check (self, &g_array_index (plan->checks, PltFinanceCheck, i));
  fill_issues (self);
}

void
plt_finance_summary_show (PltFinanceSummary *self, const PltFinancePlan *plan)
{
  GtkWidget *child;

  g_return_if_fail (PLT_IS_FINANCE_SUMMARY (self));

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  self->gap = NULL;
  fill_against_budget (self, plan);
  fill_statuses (self, plan);
  fill_checks (self, plan);
  fill_shares (self, plan);
}

GtkWidget *
plt_finance_summary_new (PltSession *session)
{
  PltFinanceSummary *self = g_object_new (PLT_TYPE_FINANCE_SUMMARY, NULL);

  self->session = g_object_ref (session);
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
