#include "plt-report-log-page.h"

#include <glib/gi18n-lib.h>

#include "plt-field.h"
#include "plt-report-days.h"
#include "plt-time.h"

#define COLUMNS "start_minutes,kind,sequence,shot,take,take_seconds,kept,remark,card,lens"
#define N_HOURS 7

struct _PltReportLogPage
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 report;
  guint n_lines, last_source;
  PltDate date;

  GtkWidget *box, *title, *figures, *hours, *none, *lines, *keys, *bar;
};

G_DEFINE_FINAL_TYPE (PltReportLogPage, plt_report_log_page, GTK_TYPE_WIDGET)

/* ---- the hours of the day ---- */

static void
fill_hours (PltReportLogPage *self)
{
  static const char *const columns[N_HOURS]
      = { "crew_minutes",     "pat_minutes",       "first_shot_minutes", "meal_minutes",
          "meal_end_minutes", "last_shot_minutes", "end_minutes" };
  g_autoptr (PltRecord) record = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->hours)) != NULL)
    gtk_box_remove (GTK_BOX (self->hours), child);
  if (self->report != 0)
    record
        = plt_store_get_record (plt_session_get_store (self->session), "day_report", self->report);
  for (guint i = 0; record != NULL && i < N_HOURS; i++)
    {
      const PltColumn *column = plt_table_column (plt_table_find ("day_report"), columns[i]);
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *label = gtk_label_new (_ (column->title));
      GtkWidget *field = plt_field_new (self->session, record, column);
      GtkWidget *editor = plt_field_get_editor (PLT_FIELD (field));
      g_autofree char *name = NULL;

      /* Translators: an hour of the day above its log: "Meal, hour of the day" */
      name = g_strdup_printf (_ ("%s, hour of the day"), _ (column->title));
      plt_field_set_name (PLT_FIELD (field), name);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim-label");
      if (GTK_IS_EDITABLE (editor))
        {
          gtk_editable_set_width_chars (GTK_EDITABLE (editor), 6);
          gtk_editable_set_max_width_chars (GTK_EDITABLE (editor), 7);
        }
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), field);
      gtk_box_append (GTK_BOX (self->hours), box);
    }
  gtk_widget_set_visible (self->hours, record != NULL);
}

static char *
figures_of (const PltReportDay *day)
{
  g_autofree char *kept = plt_seconds_format (day->today.kept_seconds);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u sequence complete",
                                       "%u sequences complete", day->today.complete),
                          day->today.complete);
  if (day->today.partly > 0)
    g_string_append_printf (text, _ (", %u in part"), day->today.partly);
  g_string_append (text, " · ");
  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, "%u camera shot", "%u camera shots", day->today.shots),
      day->today.shots);
  g_string_append (text, " · ");
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u take", "%u takes", day->today.takes),
                          day->today.takes);
  if (day->today.kept_seconds > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _ ("%s kept"), kept);
    }
  if (day->pat_late != PLT_UNKNOWN && day->pat_late != 0)
    {
      g_autofree char *late = plt_duration_format (ABS (day->pat_late));

      g_string_append (text, " · ");
      g_string_append_printf (text, day->pat_late > 0 ? _ ("PAT %s late") : _ ("PAT %s in advance"),
                              late);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The line that was written last is seen, whoever wrote it; once the rows are up to date. */
static void
show_last (gpointer data)
{
  PltReportLogPage *self = data;
  guint n = g_list_model_get_n_items (
      G_LIST_MODEL (plt_register_get_rows (PLT_REGISTER (self->lines))));

  self->last_source = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return; /* what is selected elsewhere stays */
  if (n > self->n_lines)
    plt_grid_set_cursor (plt_register_get_grid (PLT_REGISTER (self->lines)), n - 1, 0);
  self->n_lines = n;
}

void
plt_report_log_page_show (PltReportLogPage *self,
                          const PltReportBook *book,
                          const PltReportDay *day)
{
  gint64 report = day != NULL && day->report != NULL ? day->report->id : 0;
  g_autofree char *title = NULL;
  g_autofree char *figures = NULL;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, report != 0 ? report : -1);

  g_return_if_fail (PLT_IS_REPORT_LOG_PAGE (self));

  title = day != NULL ? plt_report_day_title (day) : g_strdup ("");
  figures = day != NULL ? figures_of (day) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->figures), figures);
  if (report != self->report)
    {
      self->report = report;
      fill_hours (self);
      plt_register_set_filter (PLT_REGISTER (self->lines), "day_report", id);
    }
  if (self->last_source == 0)
    self->last_source = g_idle_add_once (show_last, self);
  gtk_widget_set_visible (self->lines, report != 0);
  gtk_widget_set_visible (self->none, report == 0);
  plt_log_bar_show (PLT_LOG_BAR (self->bar), book, day);
  self->date = day != NULL ? day->date : PLT_DATE_NONE;
}

PltLogBar *
plt_report_log_page_get_bar (PltReportLogPage *self)
{
  g_return_val_if_fail (PLT_IS_REPORT_LOG_PAGE (self), NULL);

  return PLT_LOG_BAR (self->bar);
}

PltRegister *
plt_report_log_page_get_register (PltReportLogPage *self)
{
  g_return_val_if_fail (PLT_IS_REPORT_LOG_PAGE (self), NULL);

  return PLT_REGISTER (self->lines);
}

const char *
plt_report_log_page_get_figures (PltReportLogPage *self)
{
  g_return_val_if_fail (PLT_IS_REPORT_LOG_PAGE (self), "");

  return gtk_label_get_label (GTK_LABEL (self->figures));
}

static GtkWidget *
focus_of (PltReportLogPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

void
plt_report_log_page_stamp (PltReportLogPage *self)
{
  GtkWidget *focus, *field;
  gint64 minutes;
  g_autofree char *text = NULL;

  g_return_if_fail (PLT_IS_REPORT_LOG_PAGE (self));

  focus = focus_of (self);
  field = focus != NULL && gtk_widget_is_ancestor (focus, self->hours)
              ? gtk_widget_get_ancestor (focus, PLT_TYPE_FIELD)
              : NULL;
  if (field == NULL || !GTK_IS_EDITABLE (plt_field_get_editor (PLT_FIELD (field))))
    {
      plt_log_bar_stamp (PLT_LOG_BAR (self->bar));
      return;
    }
  minutes = plt_log_now (self->date);
  if (minutes == PLT_UNKNOWN)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      minutes = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
    }
  text = plt_clock_format (minutes);
  gtk_editable_set_text (GTK_EDITABLE (plt_field_get_editor (PLT_FIELD (field))), text);
  plt_field_commit (PLT_FIELD (field));
}

gboolean
plt_report_log_page_focus_next_part (PltReportLogPage *self)
{
  GtkWidget *focus = focus_of (self);

  g_return_val_if_fail (PLT_IS_REPORT_LOG_PAGE (self), FALSE);

  if (focus == NULL || gtk_widget_is_ancestor (focus, self->bar))
    return FALSE;
  if (gtk_widget_is_ancestor (focus, self->hours) && self->report != 0)
    return plt_register_grab_focus (PLT_REGISTER (self->lines));
  if (gtk_widget_is_ancestor (focus, self->lines))
    return plt_log_bar_grab_focus (PLT_LOG_BAR (self->bar));
  return self->report != 0 && gtk_widget_child_focus (self->hours, GTK_DIR_TAB_FORWARD);
}

/* ---- the widget ---- */

/* What the keys do, in a line: a set has no time for a manual. */
static GtkWidget *
new_keys (void)
{
  GtkWidget *label = gtk_label_new (
      _ ("Enter: take · F3: next shot · F4: next sequence · F5: present hour · F7: kept · ⇧F3: "
         "complete · ⇧F4: to shoot again · ⇧F5: meal · Ctrl+F5: setting up · ⇧F7: waiting · F12: "
         "incident · ⇧F12: note"));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "log-keys");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
plt_report_log_page_dispose (GObject *object)
{
  PltReportLogPage *self = PLT_REPORT_LOG_PAGE (object);

  g_clear_handle_id (&self->last_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_report_log_page_parent_class)->dispose (object);
}

static void
plt_report_log_page_class_init (PltReportLogPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_report_log_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_report_log_page_init (PltReportLogPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = gtk_label_new ("");
  self->figures = gtk_label_new ("");
  self->hours = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_label_set_xalign (GTK_LABEL (self->figures), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->figures), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->figures, TRUE);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->figures);
  gtk_widget_add_css_class (head, "register-bar");
  gtk_widget_add_css_class (self->hours, "log-hours");
  gtk_widget_add_css_class (self->box, "on-set");
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->hours);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
plt_report_log_page_new (PltSession *session)
{
  PltReportLogPage *self = g_object_new (PLT_TYPE_REPORT_LOG_PAGE, NULL);

  self->session = g_object_ref (session);
  self->lines = plt_register_new (session, "log_entry", COLUMNS);
  self->none = gtk_label_new (_ ("No report yet. The first line that is typed below begins it; so "
                                 "does “Begin the report”."));
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_widget_set_vexpand (self->none, TRUE);
  gtk_widget_set_vexpand (self->lines, TRUE);
  self->bar = plt_log_bar_new (session);
  self->keys = new_keys ();
  gtk_box_append (GTK_BOX (self->box), self->none);
  gtk_box_append (GTK_BOX (self->box), self->lines);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->keys);
  return GTK_WIDGET (self);
}
