#include "plt-entry-suggest.h"

#include "plt-grid-completion.h"

#define MAX_SHOWN 12

typedef struct
{
  GtkWidget *entry; /* which owns this */
  PltEntrySuggestFunc function;
  gpointer data;
  PltGridCompletion *completion; /* while the list is open */
  GtkWidget *popover;            /* made when first needed */
  GtkWidget *list;
} Suggest;

static void
suggest_free (Suggest *self)
{
  g_clear_pointer (&self->completion, plt_grid_completion_free);
  g_free (self);
}

static gboolean
is_open (Suggest *self)
{
  return self->popover != NULL && gtk_widget_get_visible (self->popover);
}

static void
close_list (Suggest *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->completion, plt_grid_completion_free);
}

static void
take_row (Suggest *self, GtkListBoxRow *row)
{
  g_autofree char *text
      = g_strdup (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));

  close_list (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  close_list (self);
  g_signal_emit_by_name (self->entry, "activate");
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, Suggest *self)
{
  take_row (self, row);
}

static void
create_list (Suggest *self)
{
  self->list = gtk_list_box_new ();
  gtk_widget_set_can_focus (self->list, FALSE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), TRUE);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  self->popover = gtk_popover_new ();
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_add_css_class (self->popover, "suggestions");
  gtk_widget_set_can_focus (self->popover, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->list);
  gtk_widget_set_parent (self->popover, self->entry);
}

static void
fill_list (Suggest *self, const char *text)
{
  g_autofree const char **matches = plt_grid_completion_match (self->completion, text, MAX_SHOWN);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; matches[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (matches[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_list_box_append (GTK_LIST_BOX (self->list), label);
    }
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  if (gtk_widget_get_first_child (self->list) == NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else if (gtk_widget_get_mapped (self->entry))
    {
      gtk_popover_popup (GTK_POPOVER (self->popover));
      gtk_popover_present (GTK_POPOVER (self->popover)); /* as high as it is now */
    }
}

static void
open_list (Suggest *self, const char *text)
{
  if (self->completion == NULL)
    {
      g_auto (GStrv) names = self->function (self->data);

      if (names == NULL || names[0] == NULL)
        return;
      self->completion = plt_grid_completion_new ((const char *const *) names);
    }
  if (self->popover == NULL)
    create_list (self);
  fill_list (self, text);
}

static void
on_changed (Suggest *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkWidget *inside = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));

  if (*text == '\0' || !gtk_widget_has_focus (inside))
    close_list (self);
  else
    open_list (self, text);
}

static void
step (Suggest *self, int by)
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
        Suggest *self)
{
  GtkListBoxRow *row;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (!is_open (self))
    {
      if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
        return FALSE;
      open_list (self, "");
      return is_open (self);
    }
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      step (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      close_list (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
      if (row == NULL)
        {
          close_list (self);
          return FALSE;
        }
      take_row (self, row);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
on_destroy (Suggest *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

void
plt_entry_suggest_attach (GtkEntry *entry, PltEntrySuggestFunc function, gpointer user_data)
{
  Suggest *self;
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (GTK_IS_ENTRY (entry) && function != NULL);

  self = g_new0 (Suggest, 1);
  self->entry = GTK_WIDGET (entry);
  self->function = function;
  self->data = user_data;
  g_object_set_data_full (G_OBJECT (entry), "plt-entry-suggest", self,
                          (GDestroyNotify) suggest_free);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (close_list), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (entry, "destroy", G_CALLBACK (on_destroy), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

void
plt_entry_suggest_close (GtkEntry *entry)
{
  Suggest *self = g_object_get_data (G_OBJECT (entry), "plt-entry-suggest");

  if (self != NULL)
    close_list (self);
}
