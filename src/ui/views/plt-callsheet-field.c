#include "plt-callsheet-field.h"

#include <glib/gi18n-lib.h>

#include "plt-callsheet-changes.h"
#include "plt-callsheet-commands.h"
#include "plt-field.h"

struct _PltCallsheetField
{
  GtkWidget parent_instance;

  PltSession *session;
  PltRecord *record;
  const PltColumn *column;
  gboolean typing;
  gboolean lent; /* the finding stands elsewhere */

  GtkWidget *box;
  GtkWidget *pin;
  GtkWidget *changed;
  GtkWidget *field;
  GtkWidget *finding;
};

G_DEFINE_FINAL_TYPE (PltCallsheetField, plt_callsheet_field, GTK_TYPE_WIDGET)

enum
{
  TYPING,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what is typed ---- */

static gboolean
has_focus (PltCallsheetField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static void
on_entry_changed (PltCallsheetField *self)
{
  GtkWidget *editor = plt_field_get_editor (PLT_FIELD (self->field));

  if (!has_focus (self))
    return;
  self->typing = TRUE;
  g_signal_emit (self, signals[TYPING], 0, gtk_editable_get_text (GTK_EDITABLE (editor)));
}

static void
on_buffer_changed (PltCallsheetField *self)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (plt_field_get_editor (PLT_FIELD (self->field))));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  if (!has_focus (self))
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  self->typing = TRUE;
  g_signal_emit (self, signals[TYPING], 0, text);
}

static void
on_leave (PltCallsheetField *self)
{
  if (!self->typing)
    return;
  self->typing = FALSE;
  g_signal_emit (self, signals[TYPING], 0, NULL);
}

/* ---- what is shown ---- */

static void
refresh_finding (PltCallsheetField *self)
{
  const PltIssue *issue = plt_session_find_issue (
      self->session, "call_sheet", plt_record_get_id (self->record), self->column->id);

  gtk_label_set_label (GTK_LABEL (self->finding), issue != NULL ? issue->message : "");
  gtk_widget_set_visible (self->finding, issue != NULL);
  gtk_widget_set_tooltip_text (self->finding, issue != NULL ? issue->source : NULL);
  gtk_widget_remove_css_class (self->finding, "error");
  gtk_widget_remove_css_class (self->finding, "warning");
  if (issue != NULL)
    gtk_widget_add_css_class (self->finding,
                              issue->severity == PLT_SEVERITY_ERROR ? "error" : "warning");
}

void
plt_callsheet_field_refresh (PltCallsheetField *self)
{
  const PltCallChange *change;

  g_return_if_fail (PLT_IS_CALLSHEET_FIELD (self));

  change = plt_callsheet_changes_find (self->session, "call_sheet",
                                       plt_record_get_id (self->record), self->column->id);
  gtk_widget_set_visible (self->pin, plt_callsheet_is_typed (self->record, self->column));
  gtk_widget_set_visible (self->changed, change != NULL);
  if (change != NULL)
    {
      g_autofree char *before = g_strdup_printf (_ ("On the version that was sent: %s"),
                                                 *change->before != '\0' ? change->before : "—");

      gtk_widget_set_tooltip_text (self->changed, before);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->changed), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      before, -1);
    }
  refresh_finding (self);
}

static GtkWidget *
new_finding (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "finding");
  return label;
}

static GtkWidget *
new_title (PltCallsheetField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *label = gtk_label_new (plt_column_title (self->column));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, plt_column_title (self->column));
  gtk_widget_add_css_class (label, "field-title");
  self->pin = gtk_image_new_from_icon_name ("view-pin-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->pin), 12);
  gtk_widget_add_css_class (self->pin, "pin");
  gtk_widget_set_tooltip_text (
      self->pin,
      _ ("Typed: stays when the PAT or the schedule moves. Empty it, and it is computed again."));
  self->changed = gtk_label_new ("●");
  gtk_widget_add_css_class (self->changed, "changed-mark");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->pin);
  gtk_box_append (GTK_BOX (box), self->changed);
  return box;
}

/* Hours and numbers stand five in a row. */
static gboolean
is_short (const PltColumn *column)
{
  return column->type == PLT_COLUMN_CLOCK || column->type == PLT_COLUMN_INTEGER
         || column->type == PLT_COLUMN_RATE || column->type == PLT_COLUMN_DURATION;
}

static void
connect_editor (PltCallsheetField *self)
{
  GtkWidget *editor = plt_field_get_editor (PLT_FIELD (self->field));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (GTK_IS_EDITABLE (editor) && is_short (self->column))
    gtk_editable_set_width_chars (GTK_EDITABLE (editor), 4);
  if (GTK_IS_EDITABLE (editor))
    g_signal_connect_object (editor, "changed", G_CALLBACK (on_entry_changed), self,
                             G_CONNECT_SWAPPED);
  else if (GTK_IS_TEXT_VIEW (editor))
    g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), "changed",
                             G_CALLBACK (on_buffer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
plt_callsheet_field_new (PltSession *session,
                         PltRecord *record,
                         const PltColumn *column,
                         gboolean locked)
{
  PltCallsheetField *self = g_object_new (PLT_TYPE_CALLSHEET_FIELD, NULL);

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->column = column;
  self->field = plt_field_new (session, record, column);
  gtk_widget_set_hexpand (self->field, TRUE);
  gtk_widget_set_sensitive (self->field, !locked);
  if (g_str_equal (column->id, "pat_minutes"))
    gtk_widget_add_css_class (plt_field_get_editor (PLT_FIELD (self->field)), "pat");
  self->finding = new_finding ();
  gtk_box_append (GTK_BOX (self->box), new_title (self));
  gtk_box_append (GTK_BOX (self->box), self->field);
  gtk_box_append (GTK_BOX (self->box), self->finding);
  connect_editor (self);
  plt_callsheet_field_refresh (self);
  return GTK_WIDGET (self);
}

const PltColumn *
plt_callsheet_field_get_column (PltCallsheetField *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FIELD (self), NULL);

  return self->column;
}

GtkWidget *
plt_callsheet_field_get_editor (PltCallsheetField *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FIELD (self), NULL);

  return plt_field_get_editor (PLT_FIELD (self->field));
}

const char *
plt_callsheet_field_get_message (PltCallsheetField *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FIELD (self), "");

  return plt_field_get_message (PLT_FIELD (self->field));
}

GtkWidget *
plt_callsheet_field_take_finding (PltCallsheetField *self)
{
  GtkWidget *old;

  g_return_val_if_fail (PLT_IS_CALLSHEET_FIELD (self), NULL);

  old = g_object_ref (self->finding);
  gtk_box_remove (GTK_BOX (self->box), old);
  g_object_unref (old);
  self->finding = new_finding ();
  g_object_ref_sink (self->finding); /* it stands elsewhere, and may go first */
  self->lent = TRUE;
  refresh_finding (self);
  return self->finding;
}

gboolean
plt_callsheet_field_commit (PltCallsheetField *self)
{
  g_return_val_if_fail (PLT_IS_CALLSHEET_FIELD (self), FALSE);

  return plt_field_commit (PLT_FIELD (self->field));
}

void
plt_callsheet_field_focus (PltCallsheetField *self)
{
  g_return_if_fail (PLT_IS_CALLSHEET_FIELD (self));

  gtk_widget_child_focus (self->field, GTK_DIR_TAB_FORWARD);
}

static void
plt_callsheet_field_dispose (GObject *object)
{
  PltCallsheetField *self = PLT_CALLSHEET_FIELD (object);

  if (self->lent)
    g_clear_object (&self->finding);
  self->lent = FALSE;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_callsheet_field_parent_class)->dispose (object);
}

static void
plt_callsheet_field_class_init (PltCallsheetFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_callsheet_field_dispose;
  signals[TYPING] = g_signal_new ("typing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_callsheet_field_init (PltCallsheetField *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
