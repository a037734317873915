#include "plt-formula-bar.h"

#include <glib/gi18n-lib.h>

#include "plt-grid-editor.h"

struct _PltFormulaBar
{
  GtkWidget parent_instance;

  PltFormulaBarFuncs funcs;
  GtkWidget *box;
  GtkWidget *address;
  GtkWidget *editor;
  GtkWidget *message;
  char *stored; /* what the cell holds */
  gboolean editable;
  gboolean committing;
};

G_DEFINE_FINAL_TYPE (PltFormulaBar, plt_formula_bar, GTK_TYPE_WIDGET)

const char *
plt_formula_bar_get_text (PltFormulaBar *self)
{
  g_return_val_if_fail (PLT_IS_FORMULA_BAR (self), "");

  return plt_grid_editor_get_text (PLT_GRID_EDITOR (self->editor));
}

const char *
plt_formula_bar_get_message (PltFormulaBar *self)
{
  g_return_val_if_fail (PLT_IS_FORMULA_BAR (self), "");

  return gtk_label_get_label (GTK_LABEL (self->message));
}

gboolean
plt_formula_bar_is_touched (PltFormulaBar *self)
{
  g_return_val_if_fail (PLT_IS_FORMULA_BAR (self), FALSE);

  return self->editable && g_strcmp0 (self->stored, plt_formula_bar_get_text (self)) != 0;
}

void
plt_formula_bar_say (PltFormulaBar *self, const char *text, gboolean wrong)
{
  g_return_if_fail (PLT_IS_FORMULA_BAR (self));

  gtk_label_set_label (GTK_LABEL (self->message), text != NULL ? text : "");
  gtk_widget_set_tooltip_text (self->message, text);
  if (wrong)
    gtk_widget_add_css_class (self->message, "error-text");
  else
    gtk_widget_remove_css_class (self->message, "error-text");
}

static void
evaluate (PltFormulaBar *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->funcs.evaluate != NULL)
    text = self->funcs.evaluate (plt_formula_bar_get_text (self), self->funcs.user_data, &error);
  plt_formula_bar_say (self, error != NULL ? error->message : text, error != NULL);
}

gboolean
plt_formula_bar_commit (PltFormulaBar *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean fine;

  g_return_val_if_fail (PLT_IS_FORMULA_BAR (self), FALSE);

  if (self->committing || !plt_formula_bar_is_touched (self))
    return TRUE;
  text = g_strdup (plt_formula_bar_get_text (self));
  self->committing = TRUE;
  fine = self->funcs.commit (text, self->funcs.user_data, &error);
  self->committing = FALSE;
  if (fine)
    {
      g_free (self->stored);
      self->stored = g_strdup (plt_formula_bar_get_text (self));
    }
  else
    plt_formula_bar_say (self, error->message, TRUE);
  return fine;
}

static void
on_finish (PltFormulaBar *self, int move)
{
  plt_grid_editor_settle (PLT_GRID_EDITOR (self->editor));
  if (plt_formula_bar_commit (self))
    self->funcs.leave (self->funcs.user_data);
}

static void
on_finish_all (PltFormulaBar *self)
{
  on_finish (self, -1);
}

static void
on_give_up (PltFormulaBar *self)
{
  plt_grid_editor_set_text (PLT_GRID_EDITOR (self->editor), self->stored);
  evaluate (self);
  self->funcs.leave (self->funcs.user_data);
}

static void
on_left (PltFormulaBar *self)
{
  plt_formula_bar_commit (self);
}

void
plt_formula_bar_set_text (PltFormulaBar *self, const char *text)
{
  g_return_if_fail (PLT_IS_FORMULA_BAR (self));

  plt_grid_editor_set_text (PLT_GRID_EDITOR (self->editor), text);
  evaluate (self);
}

void
plt_formula_bar_show (PltFormulaBar *self,
                      const char *address,
                      const char *text,
                      gboolean editable,
                      const char *const *proposals)
{
  g_autofree char *label = g_strdup_printf (_ ("Formula bar, %s"), address);

  g_return_if_fail (PLT_IS_FORMULA_BAR (self));

  if (self->committing || plt_formula_bar_is_touched (self))
    return;
  gtk_label_set_label (GTK_LABEL (self->address), address);
  g_free (self->stored);
  self->stored = g_strdup (text);
  self->editable = editable;
  plt_grid_editor_set_text (PLT_GRID_EDITOR (self->editor), text);
  plt_grid_editor_set_proposals (PLT_GRID_EDITOR (self->editor), proposals, FALSE);
  plt_grid_editor_set_label (PLT_GRID_EDITOR (self->editor), label);
  gtk_widget_set_sensitive (self->editor, editable);
  evaluate (self);
}

static gboolean
plt_formula_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLT_FORMULA_BAR (widget)->editor);
}

GtkWidget *
plt_formula_bar_new (const PltFormulaBarFuncs *funcs)
{
  PltFormulaBar *self = g_object_new (PLT_TYPE_FORMULA_BAR, NULL);

  self->funcs = *funcs;
  return GTK_WIDGET (self);
}

static void
plt_formula_bar_dispose (GObject *object)
{
  PltFormulaBar *self = PLT_FORMULA_BAR (object);

  if (self->editor != NULL)
    g_signal_handlers_disconnect_by_data (self->editor, self);
  self->editor = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_formula_bar_parent_class)->dispose (object);
}

static void
plt_formula_bar_finalize (GObject *object)
{
  g_free (PLT_FORMULA_BAR (object)->stored);

  G_OBJECT_CLASS (plt_formula_bar_parent_class)->finalize (object);
}

static void
plt_formula_bar_class_init (PltFormulaBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_formula_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_formula_bar_finalize;
  widget_class->grab_focus = plt_formula_bar_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-formula-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plt_formula_bar_init (PltFormulaBar *self)
{
  GtkWidget *sign = gtk_label_new ("=");

  self->stored = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->address = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->address), 0);
  gtk_label_set_width_chars (GTK_LABEL (self->address), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (self->address), 20);
  gtk_label_set_ellipsize (GTK_LABEL (self->address), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (sign, "dim-label");
  self->editor = plt_grid_editor_new ("", FALSE, NULL);
  plt_grid_editor_set_words (PLT_GRID_EDITOR (self->editor), TRUE);
  gtk_widget_add_css_class (self->editor, "formula");
  gtk_widget_set_hexpand (self->editor, TRUE);
  self->message = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->message), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->message), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 60);
  gtk_widget_add_css_class (self->message, "dim-label");
  g_signal_connect_swapped (self->editor, "finish", G_CALLBACK (on_finish), self);
  g_signal_connect_swapped (self->editor, "finish-all", G_CALLBACK (on_finish_all), self);
  g_signal_connect_swapped (self->editor, "give-up", G_CALLBACK (on_give_up), self);
  g_signal_connect_swapped (self->editor, "changed", G_CALLBACK (evaluate), self);
  g_signal_connect_swapped (self->editor, "left", G_CALLBACK (on_left), self);
  gtk_box_append (GTK_BOX (self->box), self->address);
  gtk_box_append (GTK_BOX (self->box), sign);
  gtk_box_append (GTK_BOX (self->box), self->editor);
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
