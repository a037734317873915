#include "plt-callsheet-head.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-call-delivery.h"
#include "plt-call-follow.h"
#include "plt-callsheet-changes.h"
#include "plt-callsheet-commands.h"

#define MAX_SAID 3  /* changes that are told in a line */
#define MAX_NAMES 4 /* people who are named in a line */
#define REF "plt-ref"

/* A line over the form: a sentence, a list behind it, a button. */
typedef struct
{
  GtkWidget *bar;
  GtkWidget *text;
  GtkWidget *more; /* GtkMenuButton with the list */
  GtkWidget *list;
  GtkWidget *button;
} Line;

struct _PltCallsheetHead
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *box;
  GtkWidget *status;
  GtkWidget *status_icon;
  GtkWidget *buttons;
  Line plan;
  Line changes;
  Line waiting;
};

G_DEFINE_FINAL_TYPE (PltCallsheetHead, plt_callsheet_head, GTK_TYPE_WIDGET)

enum
{
  GO_TO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
plt_callsheet_head_new (PltSession *session)
{
  PltCallsheetHead *self = g_object_new (PLT_TYPE_CALLSHEET_HEAD, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/* ---- state ---- */

static void
add_button (PltCallsheetHead *self, const char *label, const char *action, gboolean suggested)
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
  g_autofree char *sent = sheet->sent_date != PLT_DATE_NONE
                              ? plt_date_format_short (sheet->sent_date)
                              : g_strdup ("—");
  g_autofree char *approved = plt_date_format_short (sheet->approved_date);

  switch (plt_callsheet_state (sheet))
    {
    case PLT_SHEET_SENT:
      /* Translators: state of a call sheet, day on which it was sent */
      return g_strdup_printf (
          _ ("%s, on %s: a correction makes a new version that cancels and replaces it."), state,
          sent);
    case PLT_SHEET_REPLACED:
      return g_strdup_printf (_ ("%s: a newer version cancels and replaces this sheet."), state);
    case PLT_SHEET_APPROVED:
      if (*sheet->approved_by != '\0' && *approved != '\0')
        /* Translators: state of a call sheet, who approved it, when */
        return g_strdup_printf (_ ("%s by %s on %s: ready to be sent."), state, sheet->approved_by,
                                approved);
      return g_strdup_printf (_ ("%s: ready to be sent."), state);
    case PLT_SHEET_DRAFT:
    case PLT_SHEET_NONE:
    default:
      if (*sheet->reason != '\0')
        /* Translators: state of a call sheet, why it was corrected */
        return g_strdup_printf (_ ("%s, cancels and replaces: %s"), state, sheet->reason);
      return g_steal_pointer (&state);
    }
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
    case PLT_SHEET_REPLACED:
      return "plt-history-symbolic";
    case PLT_SHEET_DRAFT:
    case PLT_SHEET_NONE:
    default:
      return "document-edit-symbolic";
    }
}

static void
show_state (PltCallsheetHead *self, const PltSheetFacts *sheet)
{
  PltSheetState state = plt_callsheet_state (sheet);
  g_autofree char *text = status_sentence (sheet);
  GtkWidget *child;

  gtk_label_set_label (GTK_LABEL (self->status), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->status_icon), state_icon (state));
  while ((child = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), child);
  if (plt_session_is_read_only (self->session))
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
  else if (state == PLT_SHEET_SENT)
    add_button (self, _ ("_Correct: new version…"), "view.sheet-correct", TRUE);
}

/* ---- lines ---- */

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, PltCallsheetHead *self)
{
  PltRef ref = *(const PltRef *) g_object_get_data (G_OBJECT (row), REF);
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  if (ref.table != NULL && ref.id != 0)
    g_signal_emit (self, signals[GO_TO], 0, &ref);
}

static void
init_line (PltCallsheetHead *self, Line *line, const char *button, const char *action)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  line->bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  line->text = gtk_label_new (NULL);
  line->more = gtk_menu_button_new ();
  line->list = gtk_list_box_new ();
  line->button = gtk_button_new_with_mnemonic (button);
  gtk_label_set_xalign (GTK_LABEL (line->text), 0);
  gtk_label_set_wrap (GTK_LABEL (line->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (line->text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (line->text, TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (line->list), GTK_SELECTION_NONE);
  g_signal_connect (line->list, "row-activated", G_CALLBACK (on_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), line->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (line->more), popover);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (line->more), _ ("Details"));
  plt_a11y_set_name (line->more, _ ("Details"));
  gtk_widget_set_valign (line->more, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (line->button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (line->button), action);
  gtk_box_append (GTK_BOX (line->bar), line->text);
  gtk_box_append (GTK_BOX (line->bar), line->more);
  gtk_box_append (GTK_BOX (line->bar), line->button);
  gtk_widget_add_css_class (line->bar, "callsheet-line");
  gtk_widget_set_visible (line->bar, FALSE);
  gtk_box_append (GTK_BOX (self->box), line->bar);
}

static void
show_line (Line *line, const char *text)
{
  gtk_label_set_label (GTK_LABEL (line->text), text);
  gtk_widget_set_visible (line->bar, *text != '\0');
}

static void
clear_list (Line *line)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (line->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (line->list), child);
}

static void
add_item (Line *line, const char *text, PltRef ref)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (row), REF, g_memdup2 (&ref, sizeof ref), g_free);
  gtk_list_box_append (GTK_LIST_BOX (line->list), row);
}

/* Fills the list of a line and gives the first of it in a row: "PAT : 8h00 → 9h00 ; …" */
static char *
fill_changes (PltCallsheetHead *self, Line *line, const GPtrArray *changes)
{
  GString *said = g_string_new (NULL);

  clear_list (line);
  for (guint i = 0; i < changes->len; i++)
    {
      const PltCallChange *change = changes->pdata[i];
      g_autofree char *text = plt_callsheet_change_text (self->session, change);

      add_item (line, text, change->ref);
      if (i < MAX_SAID)
        g_string_append_printf (said, "%s%s", i > 0 ? " ; " : "", text);
    }
  if (changes->len > MAX_SAID)
    g_string_append (said, " ; …");
  return g_string_free (said, FALSE);
}

static void
show_plan (PltCallsheetHead *self, const PltSheetFacts *sheet)
{
  g_autoptr (GPtrArray) changes = plt_call_follow_changes (
      plt_session_get_facts (self->session), plt_session_get_plan (self->session), sheet->id);
  g_autofree char *said = fill_changes (self, &self->plan, changes);
  g_autofree char *text = NULL;
  gboolean locked = plt_callsheet_is_locked (sheet);

  if (changes->len == 0)
    {
      show_line (&self->plan, "");
      return;
    }
  /* Translators: %s is what would change on the call sheet */
  text = g_strdup_printf (locked ? _ ("The schedule has moved since it was sent: %s")
                                 : _ ("The schedule has moved: %s"),
                          said);
  show_line (&self->plan, text);
  gtk_button_set_label (GTK_BUTTON (self->plan.button),
                        locked ? _ ("_Correct…") : _ ("_Follow the schedule"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->plan.button),
                                  locked ? "view.sheet-correct" : "view.sheet-follow");
}

static void
show_changes (PltCallsheetHead *self)
{
  const GPtrArray *changes = plt_callsheet_changes_get (self->session);
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;

  if (changes == NULL)
    {
      show_line (&self->changes, "");
      return;
    }
  said = fill_changes (self, &self->changes, changes);
  if (changes->len == 0)
    text = g_strdup (_ ("Nothing is different from the version that was sent yet."));
  else
    text = g_strdup_printf (ngettext ("%u change since the version that was sent: %s",
                                      "%u changes since the version that was sent: %s",
                                      changes->len),
                            changes->len, said);
  gtk_widget_set_visible (self->changes.more, changes->len > 0);
  show_line (&self->changes, text);
}

static void
show_waiting (PltCallsheetHead *self, const PltSheetFacts *sheet)
{
  g_autoptr (GPtrArray) names
      = plt_call_delivery_waiting (plt_session_get_facts (self->session), sheet->id);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *text = NULL;

  clear_list (&self->waiting);
  if (plt_callsheet_state (sheet) != PLT_SHEET_SENT || names->len == 0)
    {
      show_line (&self->waiting, "");
      return;
    }
  for (guint i = 0; i < names->len; i++)
    {
      add_item (&self->waiting, names->pdata[i], (PltRef){ NULL });
      if (i < MAX_NAMES)
        g_string_append_printf (said, "%s%s", i > 0 ? ", " : "", (const char *) names->pdata[i]);
    }
  if (names->len > MAX_NAMES)
    g_string_append (said, ", …");
  /* Translators: who has not received the call sheet; then their names */
  text = g_strdup_printf (ngettext ("%u person has not received this version: %s",
                                    "%u people have not received this version: %s", names->len),
                          names->len, said->str);
  show_line (&self->waiting, text);
}

void
plt_callsheet_head_show (PltCallsheetHead *self, const PltSheetFacts *sheet)
{
  gboolean writable;

  g_return_if_fail (PLT_IS_CALLSHEET_HEAD (self) && sheet != NULL);

  writable = !plt_session_is_read_only (self->session);
  show_state (self, sheet);
  show_plan (self, sheet);
  show_changes (self);
  show_waiting (self, sheet);
  gtk_widget_set_visible (self->plan.button, writable);
}

static const char *
said_by (const Line *line)
{
  return gtk_widget_get_visible (line->bar) ? gtk_label_get_label (GTK_LABEL (line->text)) : "";
}

const char *
plt_callsheet_head_get_plan (PltCallsheetHead *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_HEAD (self), "");

  return said_by (&self->plan);
}

const char *
plt_callsheet_head_get_changes (PltCallsheetHead *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_HEAD (self), "");

  return said_by (&self->changes);
}

const char *
plt_callsheet_head_get_waiting (PltCallsheetHead *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_HEAD (self), "");

  return said_by (&self->waiting);
}

static void
plt_callsheet_head_dispose (GObject *object)
{
  PltCallsheetHead *self = PLT_CALLSHEET_HEAD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_callsheet_head_parent_class)->dispose (object);
}

static void
plt_callsheet_head_class_init (PltCallsheetHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_callsheet_head_dispose;
  signals[GO_TO] = g_signal_new ("go-to", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_callsheet_head_init (PltCallsheetHead *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->status_icon = gtk_image_new ();
  self->status = gtk_label_new (NULL);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_label_set_xalign (GTK_LABEL (self->status), 0);
  gtk_label_set_wrap (GTK_LABEL (self->status), TRUE);
  gtk_widget_set_hexpand (self->status, TRUE);
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), self->status_icon);
  gtk_box_append (GTK_BOX (line), self->status);
  gtk_box_append (GTK_BOX (line), self->buttons);
  gtk_widget_add_css_class (line, "register-bar");
  gtk_box_append (GTK_BOX (self->box), line);
  init_line (self, &self->plan, _ ("_Follow the schedule"), "view.sheet-follow");
  init_line (self, &self->changes, "", NULL);
  gtk_widget_set_visible (self->changes.button, FALSE);
  init_line (self, &self->waiting, _ ("_Distribution"), "view.sheet-deliveries");
  gtk_widget_add_css_class (self->plan.bar, "warning");
  gtk_widget_add_css_class (self->waiting.bar, "warning");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
