#include "plt-callsheet-view.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-callsheet-changes.h"
#include "plt-callsheet-commands.h"
#include "plt-callsheet-days.h"
#include "plt-callsheet-deliveries.h"
#include "plt-callsheet.h"
#include "plt-dialog.h"
#include "plt-document-output.h"
#include "plt-empty-state.h"
#include "plt-paper-trail.h"
#include "plt-today.h"

#define FORM_WIDTH 400   /* the paper has the rest: it is to be read */
#define LEAST_HEIGHT 420 /* above what the lines of the head can take at that width */

struct _PltCallsheetView
{
  PltView parent_instance;

  gint64 day;

  GtkWidget *stack; /* days, empty */
  GtkWidget *days;
  GtkWidget *centre; /* form, none */
  GtkWidget *form_box;
  GtkWidget *head;
  GtkWidget *form;
  GtkWidget *panes;
  GtkWidget *paper;
  GMenu *outputs;
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

PltCallsheetHead *
plt_callsheet_view_get_head (PltCallsheetView *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_VIEW (self), NULL);

  return PLT_CALLSHEET_HEAD (self->head);
}

PltCallsheetPaper *
plt_callsheet_view_get_paper (PltCallsheetView *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_VIEW (self), NULL);

  return PLT_CALLSHEET_PAPER (self->paper);
}

PltPreview *
plt_callsheet_view_get_preview (PltCallsheetView *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_VIEW (self), NULL);

  return plt_callsheet_paper_get_preview (PLT_CALLSHEET_PAPER (self->paper));
}

const char *
plt_callsheet_view_get_state (PltCallsheetView *self, gint64 day)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_VIEW (self), "");

  return plt_callsheet_days_get_state (PLT_CALLSHEET_DAYS (self->days), day);
}

/* ---- the paper ---- */

static PltPageView *
pages_of (PltCallsheetView *self)
{
  return plt_preview_get_pages (plt_callsheet_view_get_preview (self));
}

static PltDocument *
plt_callsheet_view_get_document (PltView *view, GError **error)
{
  PltCallsheetPaper *paper = PLT_CALLSHEET_PAPER (PLT_CALLSHEET_VIEW (view)->paper);
  g_autoptr (PltParams) params = NULL;

  plt_callsheet_form_commit (PLT_CALLSHEET_FORM (PLT_CALLSHEET_VIEW (view)->form));
  params = plt_callsheet_paper_get_params (paper);
  return plt_document_build (plt_session_get_store (plt_view_get_session (view)),
                             plt_callsheet_paper_get_kind (paper)->id, params, error);
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
  plt_page_view_mark (pages_of (self), *ref);
  plt_session_select (session_of (self), ref->table, ref->id, ref->column);
}

static void
on_form_typing (PltCallsheetForm *form,
                PltRecord *record,
                gpointer column,
                const char *text,
                PltCallsheetView *self)
{
  plt_callsheet_paper_type (PLT_CALLSHEET_PAPER (self->paper), record, column, text);
}

/* ---- what is shown ---- */

static void
update_actions (PltCallsheetView *self)
{
  gboolean writable = !plt_session_is_read_only (session_of (self)) && self->day != 0;
  PltSheetState state = plt_callsheet_state (sheet_of (self));
  gboolean open = state == PLT_SHEET_DRAFT || state == PLT_SHEET_APPROVED;
  const struct
  {
    const char *name;
    gboolean enabled;
  } states[] = {
    { "sheet-make", writable && (state == PLT_SHEET_NONE || state == PLT_SHEET_DRAFT) },
    { "sheet-approve", writable && state == PLT_SHEET_DRAFT },
    { "sheet-reopen", writable && state == PLT_SHEET_APPROVED },
    { "sheet-send", writable && open },
    { "sheet-correct", writable && state == PLT_SHEET_SENT },
    { "sheet-follow", writable && open },
    { "sheet-give-back", writable && open },
    { "sheet-deliveries", state != PLT_SHEET_NONE },
    { "delivery-propose", writable && state != PLT_SHEET_NONE },
    { "delivery-given", writable && state != PLT_SHEET_NONE },
    { "delivery-received", writable && state != PLT_SHEET_NONE },
    { "document-pdf", self->day != 0 },
    { "document-print", self->day != 0 },
    { "document-xlsx", self->day != 0 },
    { "document-ics", self->day != 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    plt_view_set_action_enabled (PLT_VIEW (self), states[i].name, states[i].enabled);
}

static void
show_sheet (PltCallsheetView *self)
{
  const PltSheetFacts *sheet = self->day != 0 ? sheet_of (self) : NULL;

  plt_callsheet_changes_look_at (session_of (self), sheet != NULL ? sheet->id : 0);
  plt_callsheet_form_show (PLT_CALLSHEET_FORM (self->form), sheet != NULL ? sheet->id : 0);
  plt_callsheet_form_refresh (PLT_CALLSHEET_FORM (self->form));
  sheet = self->day != 0 ? sheet_of (self) : NULL; /* the form may have written what was typed */
  if (sheet != NULL)
    plt_callsheet_head_show (PLT_CALLSHEET_HEAD (self->head), sheet);
  gtk_stack_set_visible_child_name (GTK_STACK (self->centre), sheet != NULL ? "form" : "none");
  update_actions (self);
  plt_callsheet_paper_show (PLT_CALLSHEET_PAPER (self->paper), self->day,
                            sheet != NULL ? sheet->id : 0);
}

void
plt_callsheet_view_show_day (PltCallsheetView *self, gint64 day)
{
  g_return_if_fail (PLT_IS_CALLSHEET_VIEW (self));

  if (!plt_callsheet_days_show (PLT_CALLSHEET_DAYS (self->days), day))
    return;
  self->day = day;
  plt_page_view_mark (pages_of (self), (PltRef){ NULL });
  plt_page_view_show_page (pages_of (self), 0);
  plt_session_select (session_of (self), "shooting_day", day, NULL);
  show_sheet (self);
}

/* Nothing that was typed is left behind: FALSE, which is told, when something of it was refused. */
static gboolean
commit (PltCallsheetView *self)
{
  if (plt_callsheet_form_commit (PLT_CALLSHEET_FORM (self->form)))
    return TRUE;
  plt_session_toast (
      session_of (self),
      _ ("Something that was typed could not be read: correct it, or give it up with "
         "Escape."),
      NULL, NULL);
  return FALSE;
}

static void
on_day_chosen (PltCallsheetDays *days, gint64 day, PltCallsheetView *self)
{
  if (day == self->day)
    return;
  if (commit (self))
    plt_callsheet_view_show_day (self, day);
  else
    plt_callsheet_days_show (days, self->day);
}

static void
step_day (PltCallsheetView *self, int by)
{
  gint64 day = plt_callsheet_days_step (PLT_CALLSHEET_DAYS (self->days), self->day, by);

  if (day != 0 && commit (self))
    plt_callsheet_view_show_day (self, day);
}

/* ---- what is done with the sheet ---- */

static void
tell (PltCallsheetView *self, const char *text)
{
  plt_session_toast (session_of (self), text, _ ("Undo"), "win.undo");
}

static void
on_make (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;
  gboolean again = sheet_of (self) != NULL;

  if (!commit (self))
    return;
  if (plt_callsheet_make_command (session_of (self), self->day) != 0)
    tell (self, again ? _ ("The sheet was made again from the schedule.")
                      : _ ("The sheet was made from the schedule."));
}

static void
on_approve (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;
  const PltProductionFacts *production;
  g_autofree char *who = NULL;

  if (!commit (self))
    return;
  production = &plt_session_get_facts (session_of (self))->production;
  who = g_strdup (*production->production_manager != '\0' ? production->production_manager
                                                          : production->company);
  if (plt_callsheet_approve_command (session_of (self), sheet_id (self), who))
    tell (self, _ ("The sheet is approved: it can be sent."));
}

static void
on_reopen (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_callsheet_reopen_command (session_of (data), sheet_id (data));
}

static void
on_send (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (!commit (data))
    return;
  if (plt_callsheet_send_command (session_of (data), sheet_id (data), plt_today ()))
    tell (data, _ ("The sheet is marked as sent and locked."));
}

static void
on_follow (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;
  g_autofree char *said = NULL;

  if (!commit (self))
    return;
  said = g_strdup (plt_callsheet_head_get_plan (PLT_CALLSHEET_HEAD (self->head)));
  if (plt_callsheet_follow_command (session_of (self), sheet_id (self)))
    {
      /* Translators: %s: "The schedule has moved: PAT 8h00 → 9h00" */
      g_autofree char *text = g_strdup_printf (_ ("The sheet follows. %s"), said);

      tell (self, text);
    }
  else
    plt_session_toast (session_of (self), _ ("The sheet says what the schedule says."), NULL, NULL);
}

static void
on_give_back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;
  PltRef place = plt_callsheet_form_get_place (PLT_CALLSHEET_FORM (self->form));

  if (place.table == NULL)
    place = plt_session_get_selection (session_of (self));
  if (!plt_callsheet_give_back_command (session_of (self), place))
    plt_session_toast (session_of (self), _ ("No hour that was typed is selected."), NULL, NULL);
}

/* ---- a correction ---- */

static void
on_reason (PltDialog *dialog, PltCallsheetView *self)
{
  GtkWidget *entry = g_object_get_data (G_OBJECT (dialog), "plt-entry");
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*reason == '\0')
    {
      plt_dialog_set_message (dialog, _ ("Say why: it stands on the sheet that is sent."));
      return;
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  if (plt_callsheet_correct_command (session_of (self), sheet_id (self), reason) != 0)
    tell (self, _ ("A new version was made; it cancels and replaces the one that was sent."));
}

static void
on_correct (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  PltDialog *dialog = plt_dialog_new (GTK_WINDOW (root), _ ("Correct the call sheet"),
                                      _ ("Make the _new version"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Reason of the correction"));
  GtkWidget *entry = gtk_entry_new ();
  const char *said = plt_callsheet_head_get_plan (PLT_CALLSHEET_HEAD (self->head));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 48);
  if (*said != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), _ ("The schedule has moved"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Reason of the correction"), -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_widget_add_css_class (box, "dialog-content");
  plt_dialog_set_content (dialog, box);
  g_object_set_data (G_OBJECT (dialog), "plt-entry", entry);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (on_reason), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

/* ---- going about ---- */

static void
on_next_day (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_day (data, 1);
}

static void
on_previous_day (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  step_day (data, -1);
}

static void
on_next_block (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_callsheet_form_step (plt_callsheet_view_get_form (data), 1);
}

static void
on_previous_block (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_callsheet_form_step (plt_callsheet_view_get_form (data), -1);
}

/* ---- who receives it ---- */

static void
on_deliveries (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_callsheet_deliveries_show (plt_callsheet_view_get_form (data));
}

static void
on_propose (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;

  if (!commit (self))
    return;
  plt_callsheet_deliveries_propose (session_of (self), sheet_id (self));
  plt_callsheet_deliveries_show (plt_callsheet_view_get_form (self));
}

static void
on_given (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;

  if (!commit (self))
    return;
  plt_callsheet_deliveries_mark (session_of (self), plt_callsheet_view_get_form (self), FALSE);
}

static void
on_received (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;

  if (!commit (self))
    return;
  plt_callsheet_deliveries_mark (session_of (self), plt_callsheet_view_get_form (self), TRUE);
}

/* ---- what is given out ---- */

static void
note (gpointer data)
{
  PltCallsheetView *self = data;
  PltCallsheetPaper *paper = PLT_CALLSHEET_PAPER (self->paper);
  g_autoptr (PltParams) params = plt_callsheet_paper_get_params (paper);

  plt_paper_trail_note (plt_session_get_store (session_of (self)),
                        plt_callsheet_paper_get_kind (paper), params);
}

static void
save (PltCallsheetView *self, const char *format)
{
  GError *error = NULL;
  PltDocument *document = plt_callsheet_view_get_document (PLT_VIEW (self), &error);

  if (document == NULL)
    plt_session_take_error (session_of (self), error);
  else
    plt_document_output_save (GTK_WIDGET (self), session_of (self), document, format, note,
                              G_OBJECT (self));
}

static void
on_pdf (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save (data, "pdf");
}

static void
on_xlsx (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save (data, "xlsx");
}

static void
on_ics (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  save (data, "ics");
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

/* Another paper of the same day, as PDF. */
static void
on_output (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PltCallsheetView *self = data;
  const PltDocumentKind *kind = plt_document_kind_find (g_variant_get_string (parameter, NULL));
  g_autoptr (PltParams) params = NULL;
  GError *error = NULL;
  PltDocument *document;

  if (kind == NULL || self->day == 0)
    return;
  if (!commit (self))
    return;
  params = plt_callsheet_paper_params_of (PLT_CALLSHEET_PAPER (self->paper), kind);
  document
      = plt_document_build (plt_session_get_store (session_of (self)), kind->id, params, &error);
  if (document == NULL)
    plt_session_take_error (session_of (self), error);
  else
    plt_document_output_save (GTK_WIDGET (self), session_of (self), document, "pdf", NULL, NULL);
}

static const GActionEntry entries[] = {
  { "sheet-make", on_make },
  { "sheet-approve", on_approve },
  { "sheet-reopen", on_reopen },
  { "sheet-send", on_send },
  { "sheet-correct", on_correct },
  { "sheet-follow", on_follow },
  { "sheet-give-back", on_give_back },
  { "sheet-next-day", on_next_day },
  { "sheet-previous-day", on_previous_day },
  { "sheet-next-block", on_next_block },
  { "sheet-previous-block", on_previous_block },
  { "sheet-deliveries", on_deliveries },
  { "delivery-propose", on_propose },
  { "delivery-given", on_given },
  { "delivery-received", on_received },
  { "document-pdf", on_pdf },
  { "document-xlsx", on_xlsx },
  { "document-ics", on_ics },
  { "document-print", on_print },
  { "sheet-output", on_output, "s" },
};

/* ---- the view ---- */

static void
plt_callsheet_view_refresh (PltView *view)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (view);

  self->day
      = plt_callsheet_days_fill (PLT_CALLSHEET_DAYS (self->days), session_of (self), self->day);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->day != 0 ? "days" : "empty");
  show_sheet (self);
}

/* The sheet that a row belongs to, 0 when to none. */
static gint64
sheet_of_ref (const PltFacts *facts, PltRef ref)
{
  if (g_strcmp0 (ref.table, "call_sheet") == 0)
    return ref.id;
  if (g_strcmp0 (ref.table, "call") == 0)
    {
      const PltCallFacts *call = PLT_FACTS_FIND (facts->calls, PltCallFacts, ref.id);

      return call != NULL ? call->call_sheet : 0;
    }
  if (g_strcmp0 (ref.table, "call_note") == 0)
    {
      const PltCallNoteFacts *need = PLT_FACTS_FIND (facts->call_notes, PltCallNoteFacts, ref.id);

      return need != NULL ? need->call_sheet : 0;
    }
  if (g_strcmp0 (ref.table, "sheet_delivery") == 0)
    {
      const PltDeliveryFacts *delivery
          = PLT_FACTS_FIND (facts->deliveries, PltDeliveryFacts, ref.id);

      return delivery != NULL ? delivery->call_sheet : 0;
    }
  return 0;
}

static gboolean
plt_callsheet_view_select_ref (PltView *view, PltRef ref)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (view);
  const PltFacts *facts = plt_session_get_facts (session_of (self));
  const PltSheetFacts *sheet
      = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, sheet_of_ref (facts, ref));

  if (ref.table != NULL && ref.id == 0)
    return TRUE;
  if (sheet == NULL || !plt_callsheet_days_show (PLT_CALLSHEET_DAYS (self->days), sheet->day))
    return FALSE;
  plt_callsheet_view_show_day (self, sheet->day);
  if (!plt_callsheet_form_go_to (PLT_CALLSHEET_FORM (self->form), ref))
    return FALSE;
  plt_session_select (session_of (self), ref.table, ref.id, ref.column);
  return TRUE;
}

static gboolean
plt_callsheet_view_grab_content_focus (PltView *view)
{
  return plt_callsheet_days_grab (PLT_CALLSHEET_DAYS (PLT_CALLSHEET_VIEW (view)->days));
}

/* Days, form, paper. */
static gboolean
plt_callsheet_view_focus_next_part (PltView *view)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (view);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return FALSE;
  if (gtk_widget_is_ancestor (focus, self->days))
    return gtk_widget_child_focus (self->centre, GTK_DIR_TAB_FORWARD);
  if (gtk_widget_is_ancestor (focus, self->centre))
    return gtk_widget_grab_focus (GTK_WIDGET (pages_of (self)));
  return FALSE;
}

/* What can be printed for the day besides the sheet: what of it is there. */
static void
fill_outputs (PltCallsheetView *self)
{
  static const char *const kinds[] = { "convocation", "jour-a-jour", "feuille-de-mouvements" };
  g_autoptr (GMenu) papers = g_menu_new ();
  g_autoptr (GMenu) files = g_menu_new ();

  g_menu_append (files, _ ("_XLSX…"), "view.document-xlsx");
  g_menu_append (files, _ ("_ICS for Calendars…"), "view.document-ics");
  g_menu_append_section (self->outputs, NULL, G_MENU_MODEL (files));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const PltDocumentKind *kind = plt_document_kind_find (kinds[i]);
      g_autofree char *label = kind != NULL ? g_strdup_printf ("%s…", kind->title) : NULL;
      g_autofree char *action = g_strdup_printf ("view.sheet-output::%s", kinds[i]);

      if (kind != NULL)
        g_menu_append (papers, label, action);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (papers)) > 0)
    g_menu_append_section (self->outputs, NULL, G_MENU_MODEL (papers));
}

static void
on_go_to (PltCallsheetHead *head, const PltRef *ref, PltCallsheetView *self)
{
  plt_callsheet_form_go_to (PLT_CALLSHEET_FORM (self->form), *ref);
}

static void
plt_callsheet_view_session_set (PltView *view, PltSession *session)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (view);

  self->head = plt_callsheet_head_new (session);
  g_signal_connect (self->head, "go-to", G_CALLBACK (on_go_to), self);
  self->form = plt_callsheet_form_new (session);
  gtk_widget_set_vexpand (self->form, TRUE);
  g_signal_connect (self->form, "focused", G_CALLBACK (on_form_focused), self);
  g_signal_connect (self->form, "typing", G_CALLBACK (on_form_typing), self);
  gtk_box_append (GTK_BOX (self->form_box), self->head);
  gtk_box_append (GTK_BOX (self->form_box), self->form);
  self->paper = plt_callsheet_paper_new (session);
  g_signal_connect (pages_of (self), "activated", G_CALLBACK (on_paper_activated), self);
  gtk_paned_set_end_child (GTK_PANED (self->panes), self->paper);
}

/* ---- building ---- */

/* Return or a double click on a day: to its sheet, or to the button that makes it. */
static void
on_day_entered (PltCallsheetView *self)
{
  gtk_widget_child_focus (self->centre, GTK_DIR_TAB_FORWARD);
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
add_outputs (PltCallsheetView *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->outputs = g_menu_new ();
  fill_outputs (self);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Other papers"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (self->outputs));
  plt_a11y_set_name (button, _ ("Other papers of this day"));
  plt_view_add_header_widget (PLT_VIEW (self), NULL, button);
}

static void
plt_callsheet_view_dispose (GObject *object)
{
  PltCallsheetView *self = PLT_CALLSHEET_VIEW (object);

  g_clear_object (&self->outputs);

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
  view_class->focus_next_part = plt_callsheet_view_focus_next_part;
  view_class->get_document = plt_callsheet_view_get_document;
}

static void
plt_callsheet_view_init (PltCallsheetView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *empty
      = plt_empty_state_new ("plt-callsheet-symbolic", _ ("Call sheets"),
                             _ ("There is one call sheet a shooting day: plan the days first."),
                             _ ("Go to the _schedule"), "win.go::plan");

  plt_view_add_actions (PLT_VIEW (self), entries, G_N_ELEMENTS (entries));
  plt_view_set_carries_form (PLT_VIEW (self), TRUE);
  add_header_button (self, _ ("_PDF…"), "view.document-pdf", TRUE);
  add_header_button (self, _ ("P_rint…"), "view.document-print", FALSE);
  add_outputs (self);
  self->panes = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->days = plt_callsheet_days_new ();
  g_signal_connect (self->days, "chosen", G_CALLBACK (on_day_chosen), self);
  g_signal_connect_swapped (self->days, "entered", G_CALLBACK (on_day_entered), self);
  gtk_paned_set_start_child (GTK_PANED (self->panes), new_centre (self));
  gtk_paned_set_shrink_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_resize_start_child (GTK_PANED (self->panes), FALSE);
  gtk_paned_set_position (GTK_PANED (self->panes), FORM_WIDTH);
  gtk_widget_set_size_request (self->panes, -1, LEAST_HEIGHT);
  gtk_paned_set_wide_handle (GTK_PANED (self->panes), TRUE);
  gtk_widget_set_hexpand (self->panes, TRUE);
  gtk_box_append (GTK_BOX (box), self->days);
  gtk_box_append (GTK_BOX (box), self->panes);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), box, "days");
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  plt_view_add_page (PLT_VIEW (self), "sheet", _ ("Call sheets"), self->stack);
}
