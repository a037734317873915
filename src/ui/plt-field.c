#include "plt-field.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-entry-suggest.h"
#include "plt-gtk-compat.h"
#include "plt-ref-button.h"
#include "plt-register-custom.h"
#include "plt-register-editing.h"
#include "plt-rows.h"

struct _PltField
{
  GtkWidget parent_instance;

  PltSession *session;
  PltRecord *record;
  const PltColumn *column;
  guint index;
  gulong handler;
  char *shown; /* text last taken from the record; what differs was typed */
  gboolean loading;

  GtkWidget *box;
  GtkWidget *editor;
  GtkWidget *message;
  GtkWidget *popover; /* of the icon, made when it is first pressed */
};

G_DEFINE_FINAL_TYPE (PltField, plt_field, GTK_TYPE_WIDGET)

static void
set_message (PltField *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
write_text (PltField *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  if (plt_register_write_cell (self->session, self->record, self->column, text, &error))
    {
      set_message (self, NULL);
      return TRUE;
    }
  set_message (self, error->message);
  return FALSE;
}

static gboolean
write_value (PltField *self, const PltValue *value)
{
  g_autoptr (GError) error = NULL;

  if (plt_register_write_value (self->session, self->record, self->column, value, &error))
    {
      set_message (self, NULL);
      return TRUE;
    }
  set_message (self, error->message);
  return FALSE;
}

/* What is in the editor now, NULL for editors that write at once. */
static char *
typed_text (PltField *self)
{
  if (GTK_IS_EDITABLE (self->editor))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->editor)));
  if (GTK_IS_TEXT_VIEW (self->editor))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
  return NULL;
}

static guint
choice_offset (PltField *self)
{
  return (self->column->flags & PLT_COLUMN_REQUIRED) != 0 ? 0 : 1;
}

static guint
choice_index (PltField *self, const char *id)
{
  for (guint i = 0; self->column->choices[i].id != NULL; i++)
    if (g_str_equal (self->column->choices[i].id, id))
      return i + choice_offset (self);
  return choice_offset (self) == 1 ? 0 : GTK_INVALID_LIST_POSITION;
}

static gboolean
flag_is_set (const char *flags, const char *id)
{
  g_auto (GStrv) ids = g_strsplit (flags, ",", -1);

  return g_strv_contains ((const char *const *) ids, id);
}

static void
show_flags (PltField *self, const PltValue *value)
{
  GtkWidget *popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->editor)));
  GtkWidget *box = gtk_popover_get_child (GTK_POPOVER (popover));
  g_autofree char *text = plt_column_format (self->column, value);
  guint i = 0;

  for (GtkWidget *check = gtk_widget_get_first_child (box); check != NULL;
       check = gtk_widget_get_next_sibling (check), i++)
    gtk_check_button_set_active (
        GTK_CHECK_BUTTON (check),
        flag_is_set (plt_value_get_text (value), self->column->choices[i].id));
  gtk_label_set_label (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (self->editor))),
                       *text != '\0' ? text : _ ("None"));
  gtk_widget_set_tooltip_text (self->editor, *text != '\0' ? text : NULL);
}

/* A person knows a choice by its title, which is read back as well. */
static char *
edit_text (const PltColumn *column, const PltValue *value)
{
  if (column->type == PLT_COLUMN_CHOICE || column->type == PLT_COLUMN_FLAGS)
    return plt_column_format (column, value);
  return plt_column_format_edit (column, value);
}

/* A date that nobody typed may be counted all the same. */
static void
show_hint (PltField *self)
{
  g_autofree char *hint
      = plt_session_get_hint (self->session, plt_record_get_table (self->record)->id,
                              plt_record_get_id (self->record), self->column->id);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor), hint);
  gtk_widget_set_tooltip_text (self->editor,
                               hint != NULL ? _ ("Computed, as long as nothing is typed") : NULL);
}

static void
refresh (PltField *self)
{
  const PltValue *value = plt_record_get_at (self->record, self->index);
  g_autofree char *text = edit_text (self->column, value);

  self->loading = TRUE;
  if (GTK_IS_EDITABLE (self->editor))
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  else if (GTK_IS_TEXT_VIEW (self->editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor)), text, -1);
  else if (GTK_IS_CHECK_BUTTON (self->editor))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->editor), value->integer != 0);
  else if (GTK_IS_DROP_DOWN (self->editor))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor),
                                choice_index (self, plt_value_get_text (value)));
  else if (PLT_IS_REF_BUTTON (self->editor))
    plt_ref_button_set_chosen (PLT_REF_BUTTON (self->editor), value->integer);
  else if (GTK_IS_MENU_BUTTON (self->editor))
    show_flags (self, value);
  else
    {
      g_autofree char *shown
          = plt_store_format_value (plt_session_get_store (self->session), self->column, value);

      gtk_label_set_label (GTK_LABEL (self->editor), *shown != '\0' ? shown : "—");
    }
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  self->loading = FALSE;
  set_message (self, NULL);
}

gboolean
plt_field_commit (PltField *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (PLT_IS_FIELD (self), FALSE);

  text = typed_text (self);
  if (text == NULL || g_strcmp0 (text, self->shown) == 0)
    return TRUE;
  if (plt_record_is_deleted (self->record) || !write_text (self, text))
    return FALSE;
  refresh (self); /* "9h" is now "9h00" */
  return TRUE;
}

static gboolean
is_typing (PltField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autofree char *text = typed_text (self);

  return text != NULL && g_strcmp0 (text, self->shown) != 0 && focus != NULL
         && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* A value that came from elsewhere replaces what is shown, but not what is being typed. */
static void
on_record_changed (PltField *self)
{
  if (!is_typing (self))
    refresh (self);
}

static void
on_commit (PltField *self)
{
  if (self->box != NULL) /* else the focus leaves because the field goes */
    plt_field_commit (self);
}

static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer data)
{
  PltField *self = data;
  g_autofree char *text = typed_text (self);

  if (g_strcmp0 (text, self->shown) == 0)
    return FALSE;
  refresh (self);
  return TRUE;
}

static void
on_toggled (PltField *self)
{
  PltValue value
      = plt_value_integer (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->editor)));

  if (!self->loading)
    write_value (self, &value);
}

static void
on_selected (PltField *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));
  guint offset = choice_offset (self);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (self->loading || position == GTK_INVALID_LIST_POSITION)
    return;
  value = plt_value_text (position < offset ? "" : self->column->choices[position - offset].id);
  if (!plt_value_equal (&value, plt_record_get_at (self->record, self->index)))
    write_value (self, &value);
}

static void
on_chosen (PltField *self, gint64 id)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (id != 0)
    value = plt_value_integer (id);
  write_value (self, &value);
}

static void
on_flag_toggled (PltField *self)
{
  GtkWidget *popover, *box, *check;
  g_autoptr (GString) ids = g_string_new (NULL);
  g_auto (PltValue) value = PLT_VALUE_INIT;

  if (self->loading)
    return;
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->editor)));
  box = gtk_popover_get_child (GTK_POPOVER (popover));
  check = gtk_widget_get_first_child (box);
  for (guint i = 0; check != NULL; check = gtk_widget_get_next_sibling (check), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "", self->column->choices[i].id);
  value = plt_value_text (ids->str);
  write_value (self, &value);
}

static void
on_day_selected (GtkCalendar *calendar, PltField *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *iso = g_date_time_format (day, "%Y-%m-%d");

  if (self->loading)
    return;
  if (write_text (self, iso))
    refresh (self);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

/* Shows the popover of the icon with `child`, which it keeps. */
static void
pop_up (PltField *self, GtkEntryIconPosition where, GtkWidget *child)
{
  GdkRectangle area;
  graphene_rect_t bounds;

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_new ();
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_child (GTK_POPOVER (self->popover), child);
  gtk_entry_get_icon_area (GTK_ENTRY (self->editor), where, &area);
  if (gtk_widget_compute_bounds (self->editor, GTK_WIDGET (self), &bounds))
    {
      area.x += (int) bounds.origin.x;
      area.y += (int) bounds.origin.y;
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
on_calendar_icon (GtkEntry *entry, GtkEntryIconPosition where, PltField *self)
{
  GtkWidget *calendar = gtk_calendar_new ();
  PltDate date
      = plt_date_from_iso (plt_value_get_text (plt_record_get_at (self->record, self->index)));

  if (date != PLT_DATE_NONE)
    {
      g_autoptr (GDateTime) day = NULL;
      int y, m, d;

      plt_date_to_ymd (date, &y, &m, &d);
      day = g_date_time_new_local (y, m, d, 12, 0, 0);
      gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
    }
  g_signal_connect (calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  pop_up (self, where, calendar);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PltField) self = data;
  g_autoptr (GFile) file = plt_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && write_text (self, path))
    refresh (self);
}

static void
on_file_icon (GtkEntry *entry, GtkEntryIconPosition where, PltField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  PltFileRequest request = { .title = plt_column_title (self->column) };

  plt_file_open_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &request, NULL,
                       on_file_chosen, g_object_ref (self));
}

static void
on_proposal (GtkWidget *button, PltField *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->editor), gtk_button_get_label (GTK_BUTTON (button)));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  plt_field_commit (self);
}

static void
on_proposals_icon (GtkEntry *entry, GtkEntryIconPosition where, PltField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (const PltChoice *choice = self->column->choices; choice->id != NULL; choice++)
    {
      GtkWidget *button = gtk_button_new_with_label (plt_choice_title (choice));

      gtk_widget_add_css_class (button, "flat");
      g_signal_connect (button, "clicked", G_CALLBACK (on_proposal), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  pop_up (self, where, box);
}

static void
add_icon (PltField *self, const char *icon, const char *tooltip, GCallback pressed)
{
  GtkEntry *entry = GTK_ENTRY (self->editor);

  gtk_entry_set_icon_from_icon_name (entry, GTK_ENTRY_ICON_SECONDARY, icon);
  gtk_entry_set_icon_tooltip_text (entry, GTK_ENTRY_ICON_SECONDARY, tooltip);
  g_signal_connect (entry, "icon-press", pressed, self);
}

static void
watch_focus (PltField *self, GtkWidget *editor)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_commit), self);
  gtk_widget_add_controller (editor, focus);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (on_escape, self, NULL)));
  gtk_widget_add_controller (editor, keys);
}

/* What the table offers for this column beyond its own choices: story days, costumes. */
static GStrv
propose (gpointer data)
{
  PltField *self = data;
  const PltRegisterCustom *custom
      = plt_register_custom_find (plt_record_get_table (self->record)->id);

  return custom != NULL && custom->complete != NULL
             ? custom->complete (self->session, self->record, self->column)
             : NULL;
}

static GtkWidget *
new_entry (PltField *self)
{
  self->editor = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->editor), 8);
  if (plt_column_is_number (self->column))
    gtk_widget_add_css_class (self->editor, "numeric");
  if (self->column->type == PLT_COLUMN_DATE)
    {
      add_icon (self, "plt-calendar-symbolic", _ ("Choose a day"), G_CALLBACK (on_calendar_icon));
      g_signal_connect_object (self->session, "changed", G_CALLBACK (show_hint), self,
                               G_CONNECT_SWAPPED);
      show_hint (self);
    }
  else if (self->column->type == PLT_COLUMN_FILE)
    add_icon (self, "document-open-symbolic", _ ("Choose a file"), G_CALLBACK (on_file_icon));
  else if (self->column->choices != NULL)
    add_icon (self, "pan-down-symbolic", _ ("Proposals"), G_CALLBACK (on_proposals_icon));
  else if (self->column->type == PLT_COLUMN_TEXT)
    plt_entry_suggest_attach (GTK_ENTRY (self->editor), propose, self);
  g_signal_connect_swapped (self->editor, "activate", G_CALLBACK (on_commit), self);
  watch_focus (self, self->editor);
  return self->editor;
}

static GtkWidget *
new_text_view (PltField *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->editor = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->editor), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->editor);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 64);
  gtk_widget_add_css_class (scroller, "text-field");
  watch_focus (self, self->editor);
  return scroller;
}

static GtkWidget *
new_drop_down (PltField *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  if (choice_offset (self) == 1)
    g_strv_builder_add (builder, "—");
  for (const PltChoice *choice = self->column->choices; choice->id != NULL; choice++)
    g_strv_builder_add (builder, plt_choice_title (choice));
  titles = g_strv_builder_end (builder);
  self->editor = gtk_drop_down_new_from_strings ((const char *const *) titles);
  g_signal_connect_swapped (self->editor, "notify::selected", G_CALLBACK (on_selected), self);
  return self->editor;
}

static GtkWidget *
new_flags (PltField *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (NULL); /* many flags do not make the form wide */

  for (const PltChoice *choice = self->column->choices; choice->id != NULL; choice++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (plt_choice_title (choice));

      g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_flag_toggled), self);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  self->editor = gtk_menu_button_new ();
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->editor), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (self->editor), TRUE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->editor), popover);
  return self->editor;
}

static GtkWidget *
new_reference (PltField *self)
{
  self->editor = plt_ref_button_new (self->session, plt_table_find (self->column->reference),
                                     (self->column->flags & PLT_COLUMN_REQUIRED) == 0);
  plt_ref_button_set_name (PLT_REF_BUTTON (self->editor), plt_column_title (self->column));
  g_signal_connect_swapped (self->editor, "chosen", G_CALLBACK (on_chosen), self);
  return self->editor;
}

static GtkWidget *
new_label (PltField *self)
{
  self->editor = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->editor), 0);
  gtk_label_set_wrap (GTK_LABEL (self->editor), TRUE);
  gtk_label_set_selectable (GTK_LABEL (self->editor), TRUE);
  gtk_widget_set_can_focus (self->editor, FALSE);
  gtk_widget_add_css_class (self->editor, "read-only");
  return self->editor;
}

static GtkWidget *
build (PltField *self)
{
  if ((self->column->flags & PLT_COLUMN_READ_ONLY) != 0 || plt_session_is_read_only (self->session))
    return new_label (self);
  switch (self->column->type)
    {
    case PLT_COLUMN_LONG_TEXT:
      return new_text_view (self);
    case PLT_COLUMN_BOOLEAN:
      self->editor = gtk_check_button_new ();
      gtk_widget_set_halign (self->editor, GTK_ALIGN_START);
      g_signal_connect_swapped (self->editor, "toggled", G_CALLBACK (on_toggled), self);
      return self->editor;
    case PLT_COLUMN_CHOICE:
      return (self->column->flags & PLT_COLUMN_OPEN) != 0 ? new_entry (self) : new_drop_down (self);
    case PLT_COLUMN_FLAGS:
      return new_flags (self);
    case PLT_COLUMN_REFERENCE:
      return new_reference (self);
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_INTEGER:
    case PLT_COLUMN_MONEY:
    case PLT_COLUMN_RATE:
    case PLT_COLUMN_QUANTITY:
    case PLT_COLUMN_CLOCK:
    case PLT_COLUMN_DURATION:
    case PLT_COLUMN_SECONDS:
    case PLT_COLUMN_EIGHTHS:
    case PLT_COLUMN_COORDINATE:
    case PLT_COLUMN_DATE:
    case PLT_COLUMN_FILE:
    case PLT_COLUMN_FORMULA:
    default:
      return new_entry (self);
    }
}

GtkWidget *
plt_field_new (PltSession *session, PltRecord *record, const PltColumn *column)
{
  PltField *self = g_object_new (PLT_TYPE_FIELD, NULL);
  g_autofree char *detail = g_strdup_printf ("changed::%s", column->id);
  GtkWidget *editor;

  self->session = g_object_ref (session);
  self->record = g_object_ref (record);
  self->column = column;
  self->index = (guint) plt_table_column_index (plt_record_get_table (record), column->id);
  editor = build (self);
  gtk_widget_set_hexpand (editor, TRUE);
  gtk_box_prepend (GTK_BOX (self->box), editor);
  plt_a11y_set_name (self->editor, plt_column_title (column));
  if (column->help != NULL)
    {
      gtk_widget_set_tooltip_text (self->editor, _ (column->help));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (column->help), -1);
    }
  self->handler = g_signal_connect_swapped (record, detail, G_CALLBACK (on_record_changed), self);
  refresh (self);
  return GTK_WIDGET (self);
}

void
plt_field_set_name (PltField *self, const char *name)
{
  g_return_if_fail (PLT_IS_FIELD (self));

  plt_a11y_set_name (self->editor, name);
}

const PltColumn *
plt_field_get_column (PltField *self)
{
  g_return_val_if_fail (PLT_IS_FIELD (self), NULL);

  return self->column;
}

const char *
plt_field_get_message (PltField *self)
{
  g_return_val_if_fail (PLT_IS_FIELD (self), "");

  return gtk_label_get_label (GTK_LABEL (self->message));
}

GtkWidget *
plt_field_get_editor (PltField *self)
{
  g_return_val_if_fail (PLT_IS_FIELD (self), NULL);

  return self->editor;
}

static void
plt_field_dispose (GObject *object)
{
  PltField *self = PLT_FIELD (object);

  if (self->record != NULL)
    g_clear_signal_handler (&self->handler, self->record);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_field_parent_class)->dispose (object);
}

static void
plt_field_finalize (GObject *object)
{
  g_free (PLT_FIELD (object)->shown);

  G_OBJECT_CLASS (plt_field_parent_class)->finalize (object);
}

static void
plt_field_class_init (PltFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_field_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_field_init (PltField *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->message = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "message-error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
