#include "plt-suggest-entry.h"

#include "plt-a11y.h"

struct _PltSuggestEntry
{
  GtkWidget parent_instance;

  PltEntrySuggestFunc function;
  gpointer data;
  gboolean quiet; /* the text is ours, not the user's */

  GtkWidget *box;
  GtkWidget *entry;
  GtkWidget *message;
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
  plt_entry_suggest_close (GTK_ENTRY (self->entry));
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

gboolean
plt_suggest_entry_commit (PltSuggestEntry *self)
{
  g_autofree char *text = NULL;
  gboolean taken = FALSE;

  g_return_val_if_fail (PLT_IS_SUGGEST_ENTRY (self), FALSE);

  text = g_strstrip (g_strdup (plt_suggest_entry_get_text (self)));
  plt_entry_suggest_close (GTK_ENTRY (self->entry));
  if (*text == '\0')
    return TRUE;
  plt_suggest_entry_set_message (self, NULL);
  g_signal_emit (self, signals[ACCEPT], 0, text, &taken);
  if (taken)
    plt_suggest_entry_set_text (self, "");
  return taken;
}

static GStrv
propose (gpointer data)
{
  PltSuggestEntry *self = data;

  return self->function != NULL ? self->function (self->data) : NULL;
}

static void
on_changed (PltSuggestEntry *self)
{
  if (!self->quiet)
    plt_suggest_entry_set_message (self, NULL);
}

/* Escape, once the list is closed. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltSuggestEntry *self)
{
  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || *plt_suggest_entry_get_text (self) == '\0')
    return FALSE;
  plt_suggest_entry_set_text (self, "");
  plt_suggest_entry_set_message (self, NULL);
  return TRUE;
}

/* ---- the object ---- */

void
plt_suggest_entry_set_source (PltSuggestEntry *self,
                              PltEntrySuggestFunc function,
                              gpointer user_data)
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
  gtk_widget_allocate (PLT_SUGGEST_ENTRY (widget)->box, width, height, baseline, NULL);
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
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (plt_suggest_entry_commit), self);
  gtk_widget_add_controller (self->entry, keys);
  plt_entry_suggest_attach (GTK_ENTRY (self->entry), propose, self);
  gtk_box_append (GTK_BOX (self->box), self->entry);
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
