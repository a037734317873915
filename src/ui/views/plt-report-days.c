#include "plt-report-days.h"

#include <glib/gi18n-lib.h>

#include "plt-report-return.h"
#include "plt-today.h"

#define LIST_WIDTH 156

struct _PltReportDays
{
  GtkWidget parent_instance;

  GtkWidget *scroller, *list;
  guint chosen;
  gboolean filling;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PltReportDays, plt_report_days, GTK_TYPE_WIDGET)

char *
plt_report_day_title (const PltReportDay *day)
{
  g_autofree char *date
      = day->date != PLT_DATE_NONE ? plt_date_format_short (day->date) : g_strdup ("—");

  if (day->number == 0)
    return g_steal_pointer (&date);
  /* Translators: a shooting day by its number, "J2" in French, and its date */
  return g_strdup_printf (_ ("D%u · %s"), day->number, date);
}

char *
plt_report_state_text (const PltReportBook *book, const PltReportDay *day, PltDate today)
{
  const PltColumn *column = plt_table_column (plt_table_find ("day_report"), "status");

  if (day->report == NULL)
    return g_strdup (day->date != PLT_DATE_NONE && day->date < today ? _ ("Missing")
                                                                     : _ ("To come"));
  if (g_strcmp0 (day->report->status, "en-cours") != 0 && plt_report_is_given (book, day))
    return g_strdup_printf (_ ("%s, in the schedule"), plt_choice_title (plt_column_find_choice (
                                                           column, day->report->status)));
  return g_strdup (plt_choice_title (plt_column_find_choice (column, day->report->status)));
}

static const char *
icon_of (const PltReportDay *day, PltDate today)
{
  if (day->report == NULL)
    return day->date != PLT_DATE_NONE && day->date < today ? "plt-warning-symbolic"
                                                           : "plt-dot-symbolic";
  return g_strcmp0 (day->report->status, "en-cours") == 0 ? "document-edit-symbolic"
                                                          : "object-select-symbolic";
}

static GtkWidget *
new_row (const PltReportBook *book, const PltReportDay *day)
{
  PltDate today = plt_today ();
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_of (day, today));
  g_autofree char *title = plt_report_day_title (day);
  g_autofree char *state = plt_report_state_text (book, day, today);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, state);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *below = gtk_label_new (state);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (below), 0);
  gtk_label_set_ellipsize (GTK_LABEL (below), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (below, "row-state");
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), below);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

void
plt_report_days_show (PltReportDays *self, const PltReportBook *book, guint chosen)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, self->list);
  GtkListBoxRow *row;
  GtkWidget *child;

  g_return_if_fail (PLT_IS_REPORT_DAYS (self));

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < book->days->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (book, book->days->pdata[i]));
  self->chosen = chosen;
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) chosen);
  if (row != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  self->filling = FALSE;
}

guint
plt_report_days_get_chosen (PltReportDays *self)
{
  g_return_val_if_fail (PLT_IS_REPORT_DAYS (self), 0);

  return self->chosen;
}

gboolean
plt_report_days_grab_focus (PltReportDays *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, PltReportDays *self)
{
  if (self->filling || row == NULL || (guint) gtk_list_box_row_get_index (row) == self->chosen)
    return;
  self->chosen = (guint) gtk_list_box_row_get_index (row);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
plt_report_days_dispose (GObject *object)
{
  PltReportDays *self = PLT_REPORT_DAYS (object);

  self->filling = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_report_days_parent_class)->dispose (object);
}

static void
plt_report_days_class_init (PltReportDaysClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_report_days_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
plt_report_days_init (PltReportDays *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "papers");
  gtk_widget_add_css_class (self->list, "days");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Shooting days"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (self->scroller, LIST_WIDTH, -1);
  gtk_widget_add_css_class (self->scroller, "papers-list");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
plt_report_days_new (void)
{
  return g_object_new (PLT_TYPE_REPORT_DAYS, NULL);
}
