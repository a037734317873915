#include "plt-report-day-page.h"

#include <glib/gi18n-lib.h>

#include "plt-document-kind.h"

#define KIND "rapport-de-production"
#define FORM_WIDTH 320

struct _PltReportDayPage
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 report;
  char *day; /* as the paper names it */
  guint build_source;

  GtkWidget *panes, *stack, *form, *strips, *cards, *delays, *preview;
};

G_DEFINE_FINAL_TYPE (PltReportDayPage, plt_report_day_page, GTK_TYPE_WIDGET)

/* ---- the paper ---- */

PltDocument *
plt_report_day_page_get_document (PltReportDayPage *self, GError **error)
{
  g_autoptr (PltParams) params = plt_params_new ();

  g_return_val_if_fail (PLT_IS_REPORT_DAY_PAGE (self), NULL);

  if (self->day != NULL)
    plt_params_set (params, plt_document_kind_find (KIND), "day", self->day, NULL);
  return plt_document_build (plt_session_get_store (self->session), KIND, params, error);
}

static void
build (gpointer data)
{
  PltReportDayPage *self = data;
  GError *error = NULL;
  PltDocument *document;

  self->build_source = 0;
  document = plt_report_day_page_get_document (self, &error);
  plt_preview_take (PLT_PREVIEW (self->preview), document, error);
}

static void
on_paper_activated (PltPageView *pages, const PltRef *ref, PltReportDayPage *self)
{
  if (!plt_report_day_page_select_ref (self, *ref))
    plt_session_open_ref (self->session, *ref);
}

/* ---- what is shown ---- */

void
plt_report_day_page_show (PltReportDayPage *self, const PltReportDay *day)
{
  gint64 report = day != NULL && day->report != NULL ? day->report->id : 0;
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, report != 0 ? report : -1);

  g_autofree char *of_day = g_strdup_printf (
      "%" G_GINT64_FORMAT, day != NULL && day->day != NULL ? day->day->day->id : (gint64) -1);

  g_return_if_fail (PLT_IS_REPORT_DAY_PAGE (self));

  g_clear_pointer (&self->day, g_free);
  if (day != NULL && day->number > 0)
    self->day = g_strdup_printf ("J%u", day->number);
  else if (day != NULL && day->date != PLT_DATE_NONE)
    self->day = plt_date_to_iso (day->date);
  if (report != self->report)
    {
      self->report = report;
      plt_form_show (PLT_FORM (self->form), "day_report", report);
      plt_register_set_filter (PLT_REGISTER (self->cards), "day_report", id);
      plt_register_set_filter (PLT_REGISTER (self->delays), "day_report", id);
    }
  plt_register_set_filter (PLT_REGISTER (self->strips), "day", of_day);
  gtk_widget_set_sensitive (self->stack, report != 0);
  if (self->build_source == 0)
    self->build_source = g_idle_add_once (build, self);
}

gboolean
plt_report_day_page_select_ref (PltReportDayPage *self, PltRef ref)
{
  GtkWidget *found = NULL;

  g_return_val_if_fail (PLT_IS_REPORT_DAY_PAGE (self), FALSE);

  if (g_strcmp0 (ref.table, "day_report") == 0 && ref.id == self->report)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "fields");
      plt_form_focus (PLT_FORM (self->form), ref.column);
      return TRUE;
    }
  if (g_strcmp0 (ref.table, "media_card") == 0)
    found = self->cards;
  else if (g_strcmp0 (ref.table, "day_delay") == 0)
    found = self->delays;
  else if (g_strcmp0 (ref.table, "strip") == 0 && g_strcmp0 (ref.column, "useful_seconds") == 0)
    found = self->strips;
  if (found == NULL)
    return FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), found);
  return plt_register_select_ref (PLT_REGISTER (found), ref);
}

PltPreview *
plt_report_day_page_get_preview (PltReportDayPage *self)
{
  g_return_val_if_fail (PLT_IS_REPORT_DAY_PAGE (self), NULL);

  return PLT_PREVIEW (self->preview);
}

/* ---- the widget ---- */

static void
plt_report_day_page_dispose (GObject *object)
{
  PltReportDayPage *self = PLT_REPORT_DAY_PAGE (object);

  g_clear_handle_id (&self->build_source, g_source_remove);
  g_clear_pointer (&self->panes, gtk_widget_unparent);
  g_clear_object (&self->session);
  g_clear_pointer (&self->day, g_free);

  G_OBJECT_CLASS (plt_report_day_page_parent_class)->dispose (object);
}

static void
plt_report_day_page_class_init (PltReportDayPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_report_day_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_report_day_page_init (PltReportDayPage *self)
{
}

GtkWidget *
plt_report_day_page_new (PltSession *session)
{
  PltReportDayPage *self = g_object_new (PLT_TYPE_REPORT_DAY_PAGE, NULL);
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *tabs = gtk_stack_switcher_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->session = g_object_ref (session);
  self->stack = gtk_stack_new ();
  self->form = plt_form_new (session);
  self->strips
      = plt_register_new (session, "strip", "sequence,shot,shots_done,useful_seconds,note");
  self->cards = plt_register_new (session, "media_card",
                                  "name,backups,verified,size_mb,kind,length_seconds,places,freed,"
                                  "author,backup_minutes");
  self->delays
      = plt_register_new (session, "day_delay", "delay_minutes,cause,start_minutes,text,note");
  self->preview = plt_preview_new ();
  g_signal_connect (plt_preview_get_pages (PLT_PREVIEW (self->preview)), "activated",
                    G_CALLBACK (on_paper_activated), self);
  gtk_widget_add_css_class (self->form, "report-fields");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_stack_add_titled (GTK_STACK (self->stack), scroller, "fields", _ ("Fields"));
  gtk_stack_add_titled (GTK_STACK (self->stack), self->strips, "strips", _ ("Sequences"));
  gtk_stack_add_titled (GTK_STACK (self->stack), self->cards, "cards", _ ("Cards"));
  gtk_stack_add_titled (GTK_STACK (self->stack), self->delays, "delays", _ ("Delays"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (tabs), GTK_STACK (self->stack));
  gtk_widget_add_css_class (bar, "register-bar");
  gtk_box_append (GTK_BOX (bar), tabs);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (left), bar);
  gtk_box_append (GTK_BOX (left), self->stack);
  self->panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_paned_set_start_child (GTK_PANED (self->panes), left);
  gtk_paned_set_end_child (GTK_PANED (self->panes), self->preview);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_position (GTK_PANED (self->panes), FORM_WIDTH);
  gtk_paned_set_wide_handle (GTK_PANED (self->panes), TRUE);
  gtk_widget_set_parent (self->panes, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
