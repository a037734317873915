#include "plt-report-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-document-kind.h"
#include "plt-document-output.h"
#include "plt-empty-state.h"
#include "plt-report-days.h"
#include "plt-report-return.h"
#include "plt-today.h"

struct _PltReportView
{
  PltView parent_instance;

  guint day;
  gboolean chosen; /* by somebody, else the day that comes next */
  GtkWidget *log_stack, *day_stack;
  GtkWidget *buttons[3]; /* begin, finish, give back */
  GtkWidget *log_days, *day_days, *log, *day_page, *incidents, *conformity;
};

G_DEFINE_FINAL_TYPE (PltReportView, plt_report_view, PLT_TYPE_VIEW)

static PltSession *
session_of (gpointer self)
{
  return plt_view_get_session (PLT_VIEW (self));
}

static PltReportBook *
new_book (gpointer self)
{
  return plt_report_book_new (plt_session_get_facts (session_of (self)),
                              plt_session_get_plan (session_of (self)));
}

static const PltReportDay *
day_of (PltReportView *self, const PltReportBook *book)
{
  return self->day < book->days->len ? book->days->pdata[self->day] : NULL;
}

PltReportLogPage *
plt_report_view_get_log (PltReportView *self)
{
  g_return_val_if_fail (PLT_IS_REPORT_VIEW (self), NULL);

  return PLT_REPORT_LOG_PAGE (self->log);
}

PltReportDayPage *
plt_report_view_get_day_page (PltReportView *self)
{
  g_return_val_if_fail (PLT_IS_REPORT_VIEW (self), NULL);

  return PLT_REPORT_DAY_PAGE (self->day_page);
}

PltConformityPage *
plt_report_view_get_conformity (PltReportView *self)
{
  g_return_val_if_fail (PLT_IS_REPORT_VIEW (self), NULL);

  return PLT_CONFORMITY_PAGE (self->conformity);
}

guint
plt_report_view_get_day (PltReportView *self)
{
  g_return_val_if_fail (PLT_IS_REPORT_VIEW (self), 0);

  return self->day;
}

static gboolean
is_page (gpointer self, const char *id)
{
  return g_strcmp0 (plt_view_get_page (PLT_VIEW (self)), id) == 0;
}

/* ---- what is shown ---- */

/* Today, else the first day to come, else the last one with a report. */
static guint
usual_day (const PltReportBook *book)
{
  PltDate today = plt_today ();
  guint last = 0;

  for (guint i = 0; i < book->days->len; i++)
    {
      const PltReportDay *day = book->days->pdata[i];

      if (day->report != NULL)
        last = i;
      if (day->date != PLT_DATE_NONE && day->date >= today)
        return day->date == today || last == 0 ? i : last;
    }
  return last;
}

/* A button that does nothing now takes no room. */
static void
set_offered (PltReportView *self, guint button, const char *action, gboolean offered)
{
  plt_view_set_action_enabled (PLT_VIEW (self), action, offered);
  gtk_widget_set_visible (self->buttons[button], offered);
}

static void
update_actions (PltReportView *self, const PltReportBook *book)
{
  const PltReportDay *day = day_of (self, book);
  gboolean writable = !plt_session_is_read_only (session_of (self)) && day != NULL;
  gboolean typing = writable && is_page (self, "log");
  gboolean dated = is_page (self, "log") || is_page (self, "production");
  gboolean begun = day != NULL && day->report != NULL;
  static const char *const keys[] = {
    "log-shot",   "log-sequence", "log-hour",  "log-kept", "log-kept-last", "log-complete",
    "log-retake", "log-meal",     "log-setup", "log-wait", "log-incident",  "log-note",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    plt_view_set_action_enabled (PLT_VIEW (self), keys[i], typing);
  set_offered (self, 0, "report-begin", writable && dated && !begun && day->date != PLT_DATE_NONE);
  set_offered (self, 1, "report-finish",
               writable && dated && begun && strcmp (day->report->status, "en-cours") == 0);
  set_offered (self, 2, "report-give-back",
               writable && dated && begun && day->day != NULL && !plt_report_is_given (book, day));
  plt_view_set_action_enabled (PLT_VIEW (self), "add-row",
                               writable && (is_page (self, "incidents") || begun));
  plt_view_set_action_enabled (PLT_VIEW (self), "document-pdf", TRUE);
}

static void
show_all (PltReportView *self)
{
  g_autoptr (PltReportBook) book = new_book (self);
  const PltReportDay *day;
  const char *page;

  if (!self->chosen || self->day >= book->days->len)
    self->day = usual_day (book);
  day = day_of (self, book);
  page = book->days->len > 0 ? "days" : "empty";
  gtk_stack_set_visible_child_name (GTK_STACK (self->log_stack), page);
  gtk_stack_set_visible_child_name (GTK_STACK (self->day_stack), page);
  plt_report_days_show (PLT_REPORT_DAYS (self->log_days), book, self->day);
  plt_report_days_show (PLT_REPORT_DAYS (self->day_days), book, self->day);
  plt_report_log_page_show (PLT_REPORT_LOG_PAGE (self->log), book, day);
  plt_report_day_page_show (PLT_REPORT_DAY_PAGE (self->day_page), day);
  plt_conformity_page_refresh (PLT_CONFORMITY_PAGE (self->conformity));
  update_actions (self, book);
}

void
plt_report_view_show_day (PltReportView *self, guint day)
{
  g_return_if_fail (PLT_IS_REPORT_VIEW (self));

  self->day = day;
  self->chosen = TRUE;
  show_all (self);
}

/* A line of the day that is left would stay in the side pane, to be changed by mistake. */
static void
on_chosen (PltReportDays *days, PltReportView *self)
{
  guint chosen = plt_report_days_get_chosen (days);

  if (chosen != self->day)
    plt_session_select (session_of (self), NULL, 0, NULL);
  plt_report_view_show_day (self, chosen);
}

/* ---- the log ---- */

static PltLogBar *
bar_of (gpointer self)
{
  return plt_report_log_page_get_bar (plt_report_view_get_log (self));
}

static void
on_shot (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_log_bar_propose (bar_of (data), PLT_LOG_NEXT_SHOT);
}

static void
on_sequence (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_log_bar_propose (bar_of (data), PLT_LOG_NEXT_SEQUENCE);
}

static void
on_hour (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_report_log_page_stamp (plt_report_view_get_log (data));
}

static void
on_kept (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_log_bar_toggle_kept (bar_of (data));
}

/* Of the take that was written last: it is often decided once it is over. */
static void
on_kept_last (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (PltReportBook) book = new_book (data);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltReportDay *day = day_of (data, book);
  const PltLogFacts *last = day != NULL && day->report != NULL
                                ? plt_log_last (book->facts, day->report->id, TRUE)
                                : NULL;

  if (last == NULL)
    return;
  plt_batch_update (batch, "log_entry", last->id);
  plt_batch_set_integer (batch, "kept", !last->kept);
  g_clear_pointer (&book, plt_report_book_free);
  plt_session_apply (session_of (data), _ ("Kept"), NULL, batch, NULL);
}

/* Named "log-KIND" after the line it writes. */
static void
on_line (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  static const char *const kinds[][2] = {
    { "log-complete", PLT_LOG_COMPLETE },
    { "log-retake", PLT_LOG_RETAKE },
    { "log-meal", "repas" },
    { "log-setup", "installation" },
    { "log-wait", "attente" },
    { "log-incident", "incident" },
    { "log-note", "note" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), kinds[i][0]))
      plt_log_bar_write (bar_of (data), kinds[i][1]);
}

/* ---- the report ---- */

static void
on_begin (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (PltReportBook) book = new_book (data);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltReportDay *day = day_of (data, book);

  if (day == NULL || day->report != NULL)
    return;
  plt_report_open (book, day, batch);
  g_clear_pointer (&book, plt_report_book_free);
  PLT_REPORT_VIEW (data)->chosen = TRUE;
  plt_session_apply (session_of (data), _ ("Begin the Report"), NULL, batch, NULL);
}

static void
on_finish (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (PltReportBook) book = new_book (data);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltReportDay *day = day_of (data, book);

  if (day == NULL || day->report == NULL)
    return;
  plt_batch_update (batch, "day_report", day->report->id);
  plt_batch_set_text (batch, "status", "termine");
  g_clear_pointer (&book, plt_report_book_free);
  plt_session_apply (session_of (data), _ ("Finish the Report"), NULL, batch, NULL);
}

static void
on_give_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (PltReportBook) book = new_book (data);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltReportDay *day = day_of (data, book);
  GError *error = NULL;

  if (day == NULL)
    return;
  if (!plt_report_give_back (book, day, batch, &error))
    {
      plt_session_take_error (session_of (data), error);
      return;
    }
  g_clear_pointer (&book, plt_report_book_free);
  if (plt_batch_get_n_edits (batch) == 0)
    plt_session_toast (session_of (data), _ ("The schedule knows all of it already."), NULL, NULL);
  else if (plt_session_apply (session_of (data), _ ("Give the Report Back to the Schedule"), NULL,
                              batch, NULL))
    plt_session_toast (session_of (data),
                       _ ("The schedule knows what was shot; what is left is in its pool."),
                       _ ("Undo"), "win.undo");
}

static PltRegister *
register_of (gpointer self)
{
  GtkWidget *page = plt_view_get_page_child (PLT_VIEW (self), plt_view_get_page (PLT_VIEW (self)));
  GtkRoot *root = gtk_widget_get_root (self);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (PLT_IS_REGISTER (page))
    return PLT_REGISTER (page);
  if (is_page (self, "log"))
    return plt_report_log_page_get_register (plt_report_view_get_log (self));
  focus = focus != NULL && gtk_widget_is_ancestor (focus, page)
              ? gtk_widget_get_ancestor (focus, PLT_TYPE_REGISTER)
              : NULL;
  return focus != NULL ? PLT_REGISTER (focus) : NULL;
}

static void
on_add_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (register_of (data) != NULL)
    plt_register_add_row (register_of (data));
}

static void
on_delete_row (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (register_of (data) != NULL)
    plt_register_delete_rows (register_of (data));
}

/* ---- the papers ---- */

static PltDocument *
plt_report_view_get_document (PltView *view, GError **error)
{
  PltReportView *self = PLT_REPORT_VIEW (view);
  PltStore *store = plt_session_get_store (session_of (self));
  g_autoptr (PltParams) params = plt_params_new ();
  g_autoptr (PltReportBook) book = NULL;
  const PltReportDay *day;

  if (is_page (self, "production"))
    return plt_report_day_page_get_document (plt_report_view_get_day_page (self), error);
  if (is_page (self, "incidents"))
    return plt_document_build (store, "registre-incidents", params, error);
  if (is_page (self, "conformity"))
    return plt_document_build (store, "grille-conformite", params, error);
  book = new_book (self);
  day = day_of (self, book);
  if (day != NULL && (day->number > 0 || day->date != PLT_DATE_NONE))
    {
      g_autofree char *name
          = day->number > 0 ? g_strdup_printf ("J%u", day->number) : plt_date_to_iso (day->date);

      plt_params_set (params, plt_document_kind_find ("rapport-horaire"), "day", name, NULL);
    }
  return plt_document_build (store, "rapport-horaire", params, error);
}

static void
on_pdf (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GError *error = NULL;
  PltDocument *document = plt_report_view_get_document (data, &error);

  if (document == NULL)
    plt_session_take_error (session_of (data), error);
  else
    plt_document_output_save (data, session_of (data), document, "pdf", NULL, NULL);
}

static const GActionEntry entries[] = {
  { "log-shot", on_shot },
  { "log-sequence", on_sequence },
  { "log-hour", on_hour },
  { "log-kept", on_kept },
  { "log-kept-last", on_kept_last },
  { "log-complete", on_line },
  { "log-retake", on_line },
  { "log-meal", on_line },
  { "log-setup", on_line },
  { "log-wait", on_line },
  { "log-incident", on_line },
  { "log-note", on_line },
  { "report-begin", on_begin },
  { "report-finish", on_finish },
  { "report-give-back", on_give_back },
  { "add-row", on_add_row },
  { "delete-row", on_delete_row },
  { "document-pdf", on_pdf },
};

/* ---- the view ---- */

static void
plt_report_view_refresh (PltView *view)
{
  show_all (PLT_REPORT_VIEW (view));
}

static void
plt_report_view_page_shown (PltView *view, const char *page)
{
  g_autoptr (PltReportBook) book = NULL;

  if (PLT_REPORT_VIEW (view)->buttons[2] == NULL) /* it is being built */
    return;
  book = new_book (view);
  if (is_page (view, "log"))
    plt_report_log_page_show (plt_report_view_get_log (PLT_REPORT_VIEW (view)), book,
                              day_of (PLT_REPORT_VIEW (view), book));
  update_actions (PLT_REPORT_VIEW (view), book);
}

static gboolean
plt_report_view_grab_content_focus (PltView *view)
{
  PltReportView *self = PLT_REPORT_VIEW (view);

  if (is_page (self, "log"))
    return plt_log_bar_grab_focus (bar_of (self));
  if (is_page (self, "conformity"))
    return plt_conformity_page_grab_focus (PLT_CONFORMITY_PAGE (self->conformity));
  if (is_page (self, "incidents"))
    return plt_register_grab_focus (PLT_REGISTER (self->incidents));
  return plt_report_days_grab_focus (PLT_REPORT_DAYS (self->day_days));
}

static gboolean
plt_report_view_focus_next_part (PltView *view)
{
  PltReportView *self = PLT_REPORT_VIEW (view);

  return is_page (self, "log")
         && plt_report_log_page_focus_next_part (PLT_REPORT_LOG_PAGE (self->log));
}

/* The report a row belongs to: 0 for none. */
static gint64
report_of_ref (const PltFacts *facts, PltRef ref)
{
  const PltLogFacts *line = NULL;
  const PltCardFacts *card = NULL;
  const PltDelayFacts *delay = NULL;

  if (g_strcmp0 (ref.table, "day_report") == 0)
    return ref.id;
  if (g_strcmp0 (ref.table, "log_entry") == 0)
    line = PLT_FACTS_FIND (facts->log, PltLogFacts, ref.id);
  else if (g_strcmp0 (ref.table, "media_card") == 0)
    card = PLT_FACTS_FIND (facts->cards, PltCardFacts, ref.id);
  else if (g_strcmp0 (ref.table, "day_delay") == 0)
    delay = PLT_FACTS_FIND (facts->delays, PltDelayFacts, ref.id);
  if (line != NULL)
    return line->day_report;
  if (card != NULL)
    return card->day_report;
  return delay != NULL ? delay->day_report : 0;
}

static gboolean
show_report (PltReportView *self, gint64 report)
{
  g_autoptr (PltReportBook) book = new_book (self);

  for (guint i = 0; report != 0 && i < book->days->len; i++)
    {
      const PltReportDay *day = book->days->pdata[i];

      if (day->report == NULL || day->report->id != report)
        continue;
      g_clear_pointer (&book, plt_report_book_free);
      plt_report_view_show_day (self, i);
      return TRUE;
    }
  return FALSE;
}

static gboolean
go_to (PltView *view, PltRef ref)
{
  PltReportView *self = PLT_REPORT_VIEW (view);

  if (g_strcmp0 (ref.table, "incident") == 0)
    {
      plt_view_show_page (view, "incidents");
      return ref.id == 0 || plt_register_select_ref (PLT_REGISTER (self->incidents), ref);
    }
  if (g_strcmp0 (ref.table, "conformity") == 0)
    {
      plt_view_show_page (view, "conformity");
      return ref.id == 0
             || plt_conformity_page_select_ref (PLT_CONFORMITY_PAGE (self->conformity), ref);
    }
  if (ref.id == 0)
    return ref.table != NULL;
  if (!show_report (self, report_of_ref (plt_session_get_facts (session_of (self)), ref)))
    return FALSE;
  if (g_strcmp0 (ref.table, "log_entry") == 0)
    {
      plt_view_show_page (view, "log");
      return plt_register_select_ref (
          plt_report_log_page_get_register (plt_report_view_get_log (self)), ref);
    }
  plt_view_show_page (view, "production");
  return plt_report_day_page_select_ref (plt_report_view_get_day_page (self), ref);
}

/* The registers of a page that appears choose rows of their own: what was asked for comes last. */
static gboolean
plt_report_view_select_ref (PltView *view, PltRef ref)
{
  if (!go_to (view, ref))
    return FALSE;
  if (ref.id != 0)
    plt_session_select (session_of (view), ref.table, ref.id, ref.column);
  return TRUE;
}

/* ---- building ---- */

static GtkWidget *
new_day_stack (GtkWidget *days, GtkWidget *page)
{
  GtkWidget *stack = gtk_stack_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), days);
  gtk_box_append (GTK_BOX (box), page);
  gtk_stack_add_named (GTK_STACK (stack), box, "days");
  gtk_stack_add_named (GTK_STACK (stack),
                       plt_empty_state_new ("plt-report-symbolic", _ ("Reports"),
                                            _ ("There is one report a shooting day: plan the days "
                                               "first."),
                                            _ ("Go to the _schedule"), "win.go::plan"),
                       "empty");
  return stack;
}

static GtkWidget *
add_button (PltReportView *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  plt_view_add_header_widget (PLT_VIEW (self), NULL, button);
  return button;
}

static void
plt_report_view_session_set (PltView *view, PltSession *session)
{
  PltReportView *self = PLT_REPORT_VIEW (view);

  self->log_days = plt_report_days_new ();
  self->day_days = plt_report_days_new ();
  self->log = plt_report_log_page_new (session);
  self->day_page = plt_report_day_page_new (session);
  self->incidents = plt_register_new (session, "incident",
                                      "date,name,kind,sequence,lost_minutes,cost_cents,account,"
                                      "decided_by,measure,people,schedule,closed_date");
  self->conformity = plt_conformity_page_new (session);
  g_signal_connect (self->log_days, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect (self->day_days, "chosen", G_CALLBACK (on_chosen), self);
  self->log_stack = new_day_stack (self->log_days, self->log);
  self->day_stack = new_day_stack (self->day_days, self->day_page);
  plt_view_add_page (view, "log", _ ("Log of the day"), self->log_stack);
  plt_view_add_page (view, "production", _ ("Production report"), self->day_stack);
  plt_view_add_page (view, "incidents", _ ("Incidents"), self->incidents);
  plt_view_add_page (view, "conformity", _ ("Conformity"), self->conformity);
  self->buttons[0] = add_button (self, _ ("_Begin the report"), "view.report-begin");
  self->buttons[1] = add_button (self, _ ("_Finish the report"), "view.report-finish");
  self->buttons[2] = add_button (self, _ ("_Give back to the schedule"), "view.report-give-back");
  add_button (self, _ ("_PDF…"), "view.document-pdf");
}

static void
plt_report_view_class_init (PltReportViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  view_class->session_set = plt_report_view_session_set;
  view_class->refresh = plt_report_view_refresh;
  view_class->select_ref = plt_report_view_select_ref;
  view_class->grab_content_focus = plt_report_view_grab_content_focus;
  view_class->focus_next_part = plt_report_view_focus_next_part;
  view_class->page_shown = plt_report_view_page_shown;
  view_class->get_document = plt_report_view_get_document;
}

static void
plt_report_view_init (PltReportView *self)
{
  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
}
