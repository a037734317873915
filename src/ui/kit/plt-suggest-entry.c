#include "plt-suggest-entry.h"

#include "plt-a11y.h"
#include "plt-grid-completion.h"

#define MAX_SHOWN 12

struct _PltSuggestEntry
{
  GtkWidget parent_instance;

  PltSuggestFunc function;
  gpointer data;
  PltGridCompletion *completion; /* while the list is open */
  gboolean quiet;                /* the text is ours, not the user's */

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *message;
  GtkWidget *popover; /* made when first needed */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltSuggestEntry, plt_suggest_entry, GTK_TYPE_WIDGET)

enum
{
  ACCEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

const char *
plt_suggest_entry_get_text (PltSuggestEntry *self)
{
  g_return_val_if_fail (PLT_IS_SUGGEST_ENTRY (self), "");

  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

void
plt_suggest_entry_set_text (PltSuggestEntry *self, const char *text)
{
  g_return_if_fail (PLT_IS_SUGGEST_ENTRY (self));

  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->quiet = FALSE;
}

void
plt_suggest_entry_set_message (PltSuggestEntry *self, const char *message)
{
  g_return_if_fail (PLT_IS_SUGGEST_ENTRY (self));

  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
      message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

const char *
plt_suggest_entry_get_message (PltSuggestEntry *self)
{
  g_return_val_if_fail (PLT_IS_SUGGEST_ENTRY (self), "");

  return gtk_label_get_label (GTK_LABEL (self->message));
}

/* ---- the list ---- */

static gboolean
is_open (PltSuggestEntry *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
close_list (PltSuggestEntry *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->completion, plt_grid_completion_free);
}

gboolean
plt_suggest_entry_commit (PltSuggestEntry *self)
{
  g_autofree char *text = NULL;
  gboolean taken = FALSE;

  g_return_val_if_fail (PLT_IS_SUGGEST_ENTRY (self), FALSE);

  text = g_strstrip (g_strdup (plt_suggest_entry_get_text (self)));
  close_list (self);
  if (*text == '\0')
    return TRUE;
  plt_suggest_entry_set_message (self, NULL);
  g_signal_emit (self, signals[ACCEPT], 0, text, &taken);
  if (taken)
    plt_suggest_entry_set_text (self, "");
  return taken;
}

static void
take_row (PltSuggestEntry *self, GtkListBoxRow *row)
{
  plt_suggest_entry_set_text (self,
                              gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));
  plt_suggest_entry_commit (self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, PltSuggestEntry *self)
{
  take_row (self, row);
}

static void
create_list (PltSuggestEntry *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_widget_set_can_focus (self->list, FALSE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_NEVER);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_add_css_class (self->popover, "suggestions");
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scroller);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
fill_list (PltSuggestEntry *self)
{
  g_autofree const char **matches = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  matches
      = plt_grid_completion_match (self->completion, plt_suggest_entry_get_text (self), MAX_SHOWN);
  for (guint i = 0; matches[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (matches[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  if (gtk_widget_get_first_child (self->list) == NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
open_list (PltSuggestEntry *self)
{
  if (self->function == NULL)
    return;
  if (self->popover == NULL)
    create_list (self);
  if (self->completion == NULL)
    {
      g_auto (GStrv) names = self->function (self->data);

      self->completion = plt_grid_completion_new ((const char *const *) names);
    }
  fill_list (self);
}

static void
on_changed (PltSuggestEntry *self)
{
  if (self->quiet)
    return;
  plt_suggest_entry_set_message (self, NULL);
  if (*plt_suggest_entry_get_text (self) == '\0')
    close_list (self);
  else
    open_list (self);
}

/* ---- keys ---- */

static void
step (PltSuggestEntry *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  int at = row != NULL ? gtk_list_box_row_get_index (row) + by : by > 0 ? 0 : -1;

  row = at >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), at) : NULL;
  if (row != NULL || by < 0)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltSuggestEntry *self)
{
  GtkListBoxRow *row;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if (is_open (self))
        step (self, 1);
      else
        open_list (self);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      if (!is_open (self))
        return FALSE;
      step (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      if (is_open (self))
        close_list (self);
      else if (*plt_suggest_entry_get_text (self) != '\0')
        {
          plt_suggest_entry_set_text (self, "");
          plt_suggest_entry_set_message (self, NULL);
        }
      else
        return FALSE;
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      row = is_open (self) ? gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) : NULL;
      if (row != NULL)
        take_row (self, row);
      else
        plt_suggest_entry_commit (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_focus_left (PltSuggestEntry *self)
{
  close_list (self);
}

/* ---- the object ---- */

void
plt_suggest_entry_set_source (PltSuggestEntry *self, PltSuggestFunc function, gpointer user_data)
{
  g_return_if_fail (PLT_IS_SUGGEST_ENTRY (self));

  self->function = function;
  self->data = user_data;
}

GtkWidget *
plt_suggest_entry_new (const char *placeholder, const char *name)
{
  PltSuggestEntry *self = g_object_new (PLT_TYPE_SUGGEST_ENTRY, NULL);

  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), placeholder);
  plt_a11y_set_name (self->entry, name);
  return GTK_WIDGET (self);
}

static void
plt_suggest_entry_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (PLT_SUGGEST_ENTRY (widget)->box, orientation, for_size, minimum, natural,
                      NULL, NULL);
}

static void
plt_suggest_entry_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltSuggestEntry *self = PLT_SUGGEST_ENTRY (widget);

  gtk_widget_allocate (self->box, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static gboolean
plt_suggest_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLT_SUGGEST_ENTRY (widget)->entry);
}

static void
plt_suggest_entry_dispose (GObject *object)
{
  PltSuggestEntry *self = PLT_SUGGEST_ENTRY (object);

  g_clear_pointer (&self->completion, plt_grid_completion_free);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_suggest_entry_parent_class)->dispose (object);
}

static void
plt_suggest_entry_class_init (PltSuggestEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_suggest_entry_dispose;
  widget_class->measure = plt_suggest_entry_measure;
  widget_class->size_allocate = plt_suggest_entry_size_allocate;
  widget_class->grab_focus = plt_suggest_entry_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "plt-suggest-entry");
  signals[ACCEPT] = g_signal_new ("accept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                  G_TYPE_STRING);
}

static void
plt_suggest_entry_init (PltSuggestEntry *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_widget_set_hexpand (self->entry, TRUE);
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_add_css_class (self->message, "message-error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  gtk_widget_add_controller (self->entry, keys);
  gtk_widget_add_controller (self->entry, focus);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
