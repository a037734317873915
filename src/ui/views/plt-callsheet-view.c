#include "plt-callsheet-view.h"

#include <glib/gi18n-lib.h>

#include "plt-callsheet-commands.h"
#include "plt-callsheet.h"
#include "plt-document-kind.h"
#include "plt-document-output.h"
#include "plt-empty-state.h"
#include "plt-paper-trail.h"
#include "plt-today.h"

#define KIND "feuille-de-service"
#define LIST_WIDTH 150
#define FORM_WIDTH 500

struct _PltCallsheetView
{
  PltView parent_instance;

  gint64 day;
  guint build_source;
  gboolean filling;

  GtkWidget *stack; /* days, empty */
  GtkWidget *list;
  GtkWidget *status;
  GtkWidget *status_icon;
  GtkWidget *buttons;
  GtkWidget *centre; /* form, none */
  GtkWidget *form_box;
  GtkWidget *form;
  GtkWidget *preview;
};

G_DEFINE_FINAL_TYPE (PltCallsheetView, plt_callsheet_view, PLT_TYPE_VIEW)

static PltSession *
session_of (PltCallsheetView *self)
{
  return plt_view_get_session (PLT_VIEW (self));
}

static const PltSheetFacts *
sheet_of (PltCallsheetView *self)
{
  return plt_callsheet_of_day (plt_session_get_facts (session_of (self)), self->day);
}

static gint64
sheet_id (PltCallsheetView *self)
{
  const PltSheetFacts *sheet = sheet_of (self);

  return sheet != NULL ? sheet->id : 0;
}

gint64
plt_callsheet_view_get_day (PltCallsheetView *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_VIEW (self), 0);

  return self->day;
}

PltCallsheetForm *
plt_callsheet_view_get_form (PltCallsheetView *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_VIEW (self), NULL);

  return PLT_CALLSHEET_FORM (self->form);
}

PltPreview *
plt_callsheet_view_get_preview (PltCallsheetView *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_VIEW (self), NULL);

  return PLT_PREVIEW (self->preview);
}

/* ---- the paper ---- */

static PltParams *
params_of (PltCallsheetView *self)
{
  const PltDocumentKind *kind = plt_document_kind_find (KIND);
  PltParams *params = plt_params_new ();
  gint64 sheet = sheet_id (self);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, sheet != 0 ? sheet : self->day);

  plt_params_set (params, kind, sheet != 0 ? "sheet" : "day", id, NULL);
  return params;
}

static PltDocument *
plt_callsheet_view_get_document (PltView *view, GError **error)
{
  g_autoptr (PltParams) params = params_of (PLT_CALLSHEET_VIEW (view));

  return plt_document_build (plt_session_get_store (plt_view_get_session (view)), KIND, params,
                             error);
}

static void
build (gpointer data)
{
  PltCallsheetView *self = data;
  GError *error = NULL;
  PltDocument *document;

  self->build_source = 0;
  if (self->day == 0)
    return;
  document = plt_callsheet_view_get_document (PLT_VIEW (self), &error);
  plt_preview_take (PLT_PREVIEW (self->preview), document, error);
}

static void
queue_build (PltCallsheetView *self)
{
  if (self->build_source == 0)
    self->build_source = g_idle_add_once (build, self);
}

static void
on_paper_activated (PltPageView *pages, const PltRef *ref, PltCallsheetView *self)
{
  if (!plt_callsheet_form_go_to (PLT_CALLSHEET_FORM (self->form), *ref))
    plt_session_open_ref (session_of (self), *ref);
}

static void
on_form_focused (PltCallsheetForm *form, const PltRef *ref, PltCallsheetView *self)
{
  plt_page_view_mark (plt_preview_get_pages (PLT_PREVIEW (self->preview)), *ref);
  plt_session_select (session_of (self), ref->table, ref->id, ref->column);
}

/* ---- the days ---- */

typedef struct
{
  gint64 day;
  GtkWidget *state;
} Row;

static Row *
row_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "plt-row");
}

static GtkListBoxRow *
find_row (PltCallsheetView *self, gint64 day)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (row_of (row)->day == day)
      return row;
  return NULL;
}

static const char *
state_icon (PltSheetState state)
{
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
new_row (PltCallsheetView *self, const PltDayPlan *day, const PltSheetFacts *sheet)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (state_icon (plt_callsheet_state (sheet)));
  g_autofree char *date = plt_date_format_short (day->day->date);
  /* Translators: a shooting day by its number, "J2" in French, and its date */
  g_autofree char *title
      = g_strdup_printf (_ ("D%u · %s"), day->number, *date != '\0' ? date : "—");
  g_autofree char *state = plt_callsheet_state_text (sheet);
  g_autofree char *name = g_strdup_printf ("%s: %s", title, state);
  GtkWidget *label = gtk_label_new (title);
  Row *data = g_new0 (Row, 1);

  data->day = day->day->id;
  data->state = gtk_label_new (state);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (data->state), 0);
  gtk_widget_add_css_class (data->state, "row-state");
  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), data->state);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "plt-row", data, g_free);
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

static void
fill_list (PltCallsheetView *self)
{
  const PltFacts *facts = plt_session_get_facts (session_of (self));
  const PltPlan *plan = plt_session_get_plan (session_of (self));
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, self->list);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (day->number > 0)
        gtk_list_box_append (GTK_LIST_BOX (self->list),
                             new_row (self, day, plt_callsheet_of_day (facts, day->day->id)));
    }
  if (find_row (self, self->day) == NULL)
    self->day = first_choice (plan);
  if (self->day != 0)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), find_row (self, self->day));
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (find_row (self, self->day)));
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->day != 0 ? "days" : "empty");
  self->filling = FALSE;
}

const char *
plt_callsheet_view_get_state (PltCallsheetView *self, gint64 day)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_CALLSHEET_VIEW (self), "");

  row = find_row (self, day);
  return row != NULL ? gtk_label_get_label (GTK_LABEL (row_of (row)->state)) : "";
}

/* ---- the head of the sheet ---- */

static void
add_button (PltCallsheetView *self, const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static char *
status_sentence (const PltSheetFacts *sheet)
{
  g_autofree char *state = plt_callsheet_state_text (sheet);
  g_autofree char *date = sheet->sent_date != PLT_DATE_NONE
                              ? plt_date_format_short (sheet->sent_date)
                              : g_strdup ("—");

  switch (plt_callsheet_state (sheet))
    {
    case PLT_SHEET_SENT:
      /* Translators: state of a call sheet, day on which it was sent */
      return g_strdup_printf (
          _ ("%s, on %s: a correction makes a new version that cancels and replaces it."), state,
          date);
    case PLT_SHEET_REPLACED:
      return g_strdup_printf (_ ("%s: a newer version cancels and replaces this sheet."), state);
    case PLT_SHEET_APPROVED:
      return g_strdup_printf (_ ("%s: ready to be sent."), state);
    case PLT_SHEET_DRAFT:
    case PLT_SHEET_NONE:
    default:
      return g_steal_pointer (&state);
    }
}

static void
fill_head (PltCallsheetView *self, const PltSheetFacts *sheet)
{
  PltSheetState state = plt_callsheet_state (sheet);
  g_autofree char *text = status_sentence (sheet);
  GtkWidget *child;

  gtk_label_set_label (GTK_LABEL (self->status), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->status_icon), state_icon (state));
  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
  if (plt_session_is_read_only (session_of (self)))
    return;
  if (state == PLT_SHEET_DRAFT)
    {
      add_button (self, _ ("Make _again"), "view.sheet-make", FALSE);
      gtk_widget_set_tooltip_text (gtk_widget_get_last_child (self->buttons),
                                   _ ("Begins again from the schedule, as a new version: hours "
                                      "that were typed are computed again."));
      add_button (self, _ ("_Approve"), "view.sheet-approve", TRUE);
    }
  else if (state == PLT_SHEET_APPROVED)
    {
      add_button (self, _ ("Back to a _draft"), "view.sheet-reopen", FALSE);
      add_button (self, _ ("Mark as _sent"), "view.sheet-send", TRUE);
    }
  else
    add_button (self, _ ("_Correct: new version"), "view.sheet-correct", TRUE);
}

static void
update_actions (PltCallsheetView *self)
{
  gboolean writable = !plt_session_is_read_only (session_of (self)) && self->day != 0;
  PltSheetState state = plt_callsheet_state (sheet_of (self));
  const struct
  {
    const char *name;
    gboolean enabled;
  } states[] = {
    { "sheet-make", writable && (state == PLT_SHEET_NONE || state == PLT_SHEET_DRAFT) },
    { "sheet-approve", writable && state == PLT_SHEET_DRAFT },
    { "sheet-reopen", writable && state == PLT_SHEET_APPROVED },
    { "sheet-send", writable && (state == PLT_SHEET_APPROVED || state == PLT_SHEET_DRAFT) },
    { "sheet-correct", writable && (state == PLT_SHEET_SENT || state == PLT_SHEET_REPLACED) },
    { "document-pdf", self->day != 0 },
    { "document-print", self->day != 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    plt_view_set_action_enabled (PLT_VIEW (self), states[i].name, states[i].enabled);
}

static void
show_sheet (PltCallsheetView *self)
{
  const PltSheetFacts *sheet = self->day != 0 ? sheet_of (self) : NULL;

  plt_callsheet_form_show (PLT_CALLSHEET_FORM (self->form), sheet != NULL ? sheet->id : 0);
  plt_callsheet_form_refresh (PLT_CALLSHEET_FORM (self->form));
  sheet = self->day != 0 ? sheet_of (self) : NULL; /* the form may have written what was typed */
  if (sheet != NULL)
    fill_head (self, sheet);
  gtk_stack_set_visible_child_name (GTK_STACK (self->centre), sheet != NULL ? "form" : "none");
  update_actions (self);
  queue_build (self);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, PltCallsheetView *self)
{
  if (self->filling || row == NULL || row_of (row)->day == self->day)
    return;
  plt_callsheet_view_show_day (self, row_of (row)->day);
}

void
plt_callsheet_view_show_day (PltCallsheetView *self, gint64 day)
{
  GtkListBoxRow *row;

  g_return_if_fail (PLT_IS_CALLSHEET_VIEW (self));

  row = find_row (self, day);
  if (row == NULL)
    return;
  self->day = day;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  plt_page_view_mark (plt_preview_get_pages (PLT_PREVIEW (self->preview)), (PltRef){ NULL });
  plt_page_view_show_page (plt_preview_get_pages (PLT_PREVIEW (self->preview)), 0);
  plt_session_select (session_of (self), "shooting_day", day, NULL);
  show_sheet (self);
}

/* ---- actions ---- */

static void
on_make (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;
  gboolean again = sheet_of (self) != NULL;

  if (plt_callsheet_make_command (session_of (self), self->day) != 0)
    plt_session_toast (session_of (self),
                       again ? _ ("The sheet was made again from the schedule.")
                             : _ ("The sheet was made from the schedule."),
                       _ ("Undo"), "win.undo");
}

static void
on_approve (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_callsheet_approve_command (session_of (data), sheet_id (data));
}

static void
on_reopen (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_callsheet_reopen_command (session_of (data), sheet_id (data));
}

static void
on_send (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltDate today = plt_today ();

  if (plt_callsheet_send_command (session_of (data), sheet_id (data), today))
    plt_session_toast (session_of (data), _ ("The sheet is marked as sent and locked."), _ ("Undo"),
                       "win.undo");
}

static void
on_correct (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (plt_callsheet_correct_command (session_of (data), sheet_id (data)) != 0)
    plt_session_toast (session_of (data),
                       _ ("A new version was made; it cancels and replaces the one that was sent."),
                       _ ("Undo"), "win.undo");
}

static void
note (gpointer data)
{
  PltCallsheetView *self = data;
  g_autoptr (PltParams) params = params_of (self);

  plt_paper_trail_note (plt_session_get_store (session_of (self)), plt_document_kind_find (KIND),
                        params);
}

static void
on_pdf (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GError *error = NULL;
  PltDocument *document = plt_callsheet_view_get_document (data, &error);

  if (document == NULL)
    plt_session_take_error (session_of (data), error);
  else
    plt_document_output_save (data, session_of (data), document, "pdf", note, data);
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GError *error = NULL;
  PltDocument *document = plt_callsheet_view_get_document (data, &error);

  if (document == NULL)
    plt_session_take_error (session_of (data), error);
  else
    plt_document_output_print (data, session_of (data), document, note, data);
}

static const GActionEntry entries[] = {
  { "sheet-make", on_make },      { "sheet-approve", on_approve }, { "sheet-reopen", on_reopen },
  { "sheet-send", on_send },      { "sheet-correct", on_correct }, { "document-pdf", on_pdf },
  { "document-print", on_print },
};

/* ---- the view ---- */

static void
plt_callsheet_view_refresh (PltView *view)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (view);

  fill_list (self);
  show_sheet (self);
}

static gint64
day_of_ref (PltCallsheetView *self, PltRef ref)
{
  const PltFacts *facts = plt_session_get_facts (session_of (self));
  const PltSheetFacts *sheet = NULL;
  gint64 id = 0;

  if (g_strcmp0 (ref.table, "call_sheet") == 0)
    id = ref.id;
  else if (g_strcmp0 (ref.table, "call") == 0)
    {
      const PltCallFacts *call = PLT_FACTS_FIND (facts->calls, PltCallFacts, ref.id);

      id = call != NULL ? call->call_sheet : 0;
    }
  else if (g_strcmp0 (ref.table, "call_note") == 0)
    {
      const PltCallNoteFacts *call_note
          = PLT_FACTS_FIND (facts->call_notes, PltCallNoteFacts, ref.id);

      id = call_note != NULL ? call_note->call_sheet : 0;
    }
  sheet = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, id);
  return sheet != NULL ? sheet->day : 0;
}

static gboolean
plt_callsheet_view_select_ref (PltView *view, PltRef ref)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (view);
  gint64 day = day_of_ref (self, ref);

  if (ref.table != NULL && ref.id == 0)
    return TRUE;
  if (day == 0 || find_row (self, day) == NULL)
    return FALSE;
  plt_callsheet_view_show_day (self, day);
  if (!plt_callsheet_form_go_to (PLT_CALLSHEET_FORM (self->form), ref))
    return FALSE;
  plt_session_select (session_of (self), ref.table, ref.id, ref.column);
  return TRUE;
}

static gboolean
plt_callsheet_view_grab_content_focus (PltView *view)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (view);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
plt_callsheet_view_session_set (PltView *view, PltSession *session)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (view);

  self->form = plt_callsheet_form_new (session);
  gtk_widget_set_vexpand (self->form, TRUE);
  g_signal_connect (self->form, "focused", G_CALLBACK (on_form_focused), self);
  gtk_box_append (GTK_BOX (self->form_box), self->form);
}

/* ---- building ---- */

/* Return or a double click on a day: to its sheet, or to the button that makes it. */
static void
on_row_activated (PltCallsheetView *self)
{
  gtk_widget_child_focus (self->centre, GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
new_list (PltCallsheetView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "papers");
  gtk_widget_add_css_class (self->list, "days");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Shooting days"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_widget_add_css_class (scroller, "papers-list");
  return scroller;
}

static GtkWidget *
new_head (PltCallsheetView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->status_icon = gtk_image_new ();
  self->status = gtk_label_new (NULL);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_label_set_xalign (GTK_LABEL (self->status), 0);
  gtk_label_set_wrap (GTK_LABEL (self->status), TRUE);
  gtk_widget_set_hexpand (self->status, TRUE);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->status_icon);
  gtk_box_append (GTK_BOX (box), self->status);
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_widget_add_css_class (box, "register-bar");
  return box;
}

static GtkWidget *
new_centre (PltCallsheetView *self)
{
  GtkWidget *none = plt_empty_state_new (
      "plt-callsheet-symbolic", _ ("No call sheet for this day yet"),
      _ ("It is made from the schedule in one step: who is called, when, with what. The paper at "
         "the right shows what it would say."),
      _ ("_Make the sheet"), "view.sheet-make");

  self->centre = gtk_stack_new ();
  self->form_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->form_box), new_head (self));
  gtk_stack_add_named (GTK_STACK (self->centre), self->form_box, "form");
  gtk_stack_add_named (GTK_STACK (self->centre), none, "none");
  return self->centre;
}

static void
add_header_button (PltCallsheetView *self,
                   const char *label,
                   const char *action,
                   gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  plt_view_add_header_widget (PLT_VIEW (self), NULL, button);
}

static void
plt_callsheet_view_dispose (GObject *object)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (object);

  g_clear_handle_id (&self->build_source, g_source_remove);
  self->filling = TRUE;

  G_OBJECT_CLASS (plt_callsheet_view_parent_class)->dispose (object);
}

static void
plt_callsheet_view_class_init (PltCallsheetViewClass *klass)
{
  PltViewClass *view_class = PLT_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_callsheet_view_dispose;
  view_class->session_set = plt_callsheet_view_session_set;
  view_class->refresh = plt_callsheet_view_refresh;
  view_class->select_ref = plt_callsheet_view_select_ref;
  view_class->grab_content_focus = plt_callsheet_view_grab_content_focus;
  view_class->get_document = plt_callsheet_view_get_document;
}

static void
plt_callsheet_view_init (PltCallsheetView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *empty
      = plt_empty_state_new ("plt-callsheet-symbolic", _ ("Call sheets"),
                             _ ("There is one call sheet a shooting day: plan the days first."),
                             _ ("Go to the _schedule"), "win.go::plan");

  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
  add_header_button (self, _ ("_PDF…"), "view.document-pdf", TRUE);
  add_header_button (self, _ ("P_rint…"), "view.document-print", FALSE);
  self->preview = plt_preview_new ();
  g_signal_connect (plt_preview_get_pages (PLT_PREVIEW (self->preview)), "activated",
                    G_CALLBACK (on_paper_activated), self);
  gtk_paned_set_start_child (GTK_PANED (panes), new_centre (self));
  gtk_paned_set_end_child (GTK_PANED (panes), self->preview);
  gtk_paned_set_shrink_start_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (panes), FALSE);
  gtk_paned_set_position (GTK_PANED (panes), FORM_WIDTH);
  gtk_paned_set_wide_handle (GTK_PANED (panes), TRUE);
  gtk_widget_set_hexpand (panes, TRUE);
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_box_append (GTK_BOX (box), panes);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), box, "days");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  plt_view_add_page (PLT_VIEW (self), "sheet", _ ("Call sheets"), self->stack);
}
