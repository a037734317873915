#include "plt-callsheet-days.h"

#include <glib/gi18n-lib.h>

#include "plt-call-follow.h"
#include "plt-callsheet-commands.h"
#include "plt-callsheet.h"
#include "plt-today.h"

#define LIST_WIDTH 132
#define ROW "plt-row"

typedef struct
{
  gint64 day;
  GtkWidget *state;
} Row;

struct _PltCallsheetDays
{
  GtkWidget parent_instance;

  gboolean filling;
  GtkWidget *scroller;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltCallsheetDays, plt_callsheet_days, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  ENTERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
plt_callsheet_days_new (void)
{
  return g_object_new (PLT_TYPE_CALLSHEET_DAYS, NULL);
}

static Row *
row_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ROW);
}

static GtkListBoxRow *
find_row (PltCallsheetDays *self, gint64 day)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (row_of (row)->day == day)
      return row;
  return NULL;
}

static const char *
state_icon (PltSheetState state, gboolean behind)
{
  if (behind)
    return "view-refresh-symbolic";
  switch (state)
    {
    case PLT_SHEET_APPROVED:
      return "object-select-symbolic";
    case PLT_SHEET_SENT:
      return "mail-send-symbolic";
    case PLT_SHEET_DRAFT:
      return "document-edit-symbolic";
    case PLT_SHEET_REPLACED:
      return "plt-history-symbolic";
    case PLT_SHEET_NONE:
    default:
      return "plt-dot-symbolic";
    }
}

static GtkWidget *
new_row (PltSession *session, const PltDayPlan *day, const PltSheetFacts *sheet)
{
  gboolean behind = sheet != NULL
                    && plt_call_is_behind (plt_session_get_facts (session),
                                           plt_session_get_plan (session), sheet->id);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (state_icon (plt_callsheet_state (sheet), behind));
  g_autofree char *date = plt_date_format_short (day->day->date);
  /* Translators: a shooting day by its number, "J2" in French, and its date */
  g_autofree char *title
      = g_strdup_printf (_ ("D%u · %s"), day->number, *date != '\0' ? date : "—");
  g_autofree char *stands = plt_callsheet_state_text (sheet);
  /* Translators: a call sheet ("Draft v1") that the schedule has left behind */
  g_autofree char *state
      = behind ? g_strdup_printf (_ ("%s, to follow"), stands) : g_strdup (stands);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, state);
  GtkWidget *label = gtk_label_new (title);
  Row *data = g_new0 (Row, 1);

  data->day = day->day->id;
  data->state = gtk_label_new (state);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (data->state), 0);
  gtk_label_set_wrap (GTK_LABEL (data->state), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (data->state), 14);
  gtk_widget_add_css_class (data->state, "row-state");
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  if (behind)
    gtk_widget_add_css_class (icon, "warning");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), data->state);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), ROW, data, g_free);
  return row;
}

/* The day that comes next, or the first one. */
static gint64
first_choice (const PltPlan *plan)
{
  PltDate today = plt_today ();
  gint64 first = 0;

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (day->number == 0)
        continue;
      if (day->day->date != PLT_DATE_NONE && day->day->date >= today)
        return day->day->id;
      if (first == 0)
        first = day->day->id;
    }
  return first;
}

gint64
plt_callsheet_days_fill (PltCallsheetDays *self, PltSession *session, gint64 day)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltPlan *plan = plt_session_get_plan (session);
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, self->list);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *of = plan->days->pdata[i];

      if (of->number > 0)
        gtk_list_box_append (GTK_LIST_BOX (self->list),
                             new_row (session, of, plt_callsheet_of_day (facts, of->day->id)));
    }
  if (find_row (self, day) == NULL)
    day = first_choice (plan);
  if (day != 0)
    plt_callsheet_days_show (self, day);
  if (day != 0 && focused)
    gtk_widget_grab_focus (GTK_WIDGET (find_row (self, day)));
  self->filling = FALSE;
  return day;
}

gboolean
plt_callsheet_days_show (PltCallsheetDays *self, gint64 day)
{
  GtkListBoxRow *row = find_row (self, day);
  gboolean filling = self->filling;

  if (row == NULL)
    return FALSE;
  self->filling = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  self->filling = filling;
  return TRUE;
}

gint64
plt_callsheet_days_step (PltCallsheetDays *self, gint64 day, int by)
{
  GtkListBoxRow *row = find_row (self, day);

  row = row != NULL ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                                     gtk_list_box_row_get_index (row) + by)
                    : NULL;
  return row != NULL ? row_of (row)->day : 0;
}

gboolean
plt_callsheet_days_grab (PltCallsheetDays *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

const char *
plt_callsheet_days_get_state (PltCallsheetDays *self, gint64 day)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_CALLSHEET_DAYS (self), "");

  row = find_row (self, day);
  return row != NULL ? gtk_label_get_label (GTK_LABEL (row_of (row)->state)) : "";
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, PltCallsheetDays *self)
{
  if (!self->filling && row != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, row_of (row)->day);
}

static void
on_row_activated (PltCallsheetDays *self)
{
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
plt_callsheet_days_dispose (GObject *object)
{
  PltCallsheetDays *self = PLT_CALLSHEET_DAYS (object);

  self->filling = TRUE;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_callsheet_days_parent_class)->dispose (object);
}

static void
plt_callsheet_days_class_init (PltCallsheetDaysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_callsheet_days_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[ENTERED] = g_signal_new ("entered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_callsheet_days_init (PltCallsheetDays *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_widget_add_css_class (self->list, "papers");
  gtk_widget_add_css_class (self->list, "days");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Shooting days"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (self->scroller, LIST_WIDTH, -1);
  gtk_widget_add_css_class (self->scroller, "papers-list");
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
