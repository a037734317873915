#include "plt-cash-mark.h"

#include <glib/gi18n-lib.h>

#include "plt-text.h"

#define MOST_CHARS 22

struct _PltCashMark
{
  GtkWidget parent_instance;

  GtkWidget *label;
  char *key;
  char *title;
  char *description;
  char *tooltip;
  PltDate date;
  gboolean narrow, small;
};

G_DEFINE_FINAL_TYPE (PltCashMark, plt_cash_mark, GTK_TYPE_WIDGET)

enum
{
  NUDGE,
  RESET,
  CANCEL,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

GtkWidget *
plt_cash_mark_new (const char *key)
{
  PltCashMark *self = g_object_new (PLT_TYPE_CASH_MARK, NULL);

  self->key = g_strdup (key);
  return GTK_WIDGET (self);
}

const char *
plt_cash_mark_get_key (PltCashMark *self)
{
  g_return_val_if_fail (PLT_IS_CASH_MARK (self), NULL);

  return self->key;
}

PltDate
plt_cash_mark_get_date (PltCashMark *self)
{
  g_return_val_if_fail (PLT_IS_CASH_MARK (self), PLT_DATE_NONE);

  return self->date;
}

static void
update_text (PltCashMark *self)
{
  gtk_label_set_label (GTK_LABEL (self->label), self->narrow ? "◆" : self->title);
  gtk_label_set_ellipsize (GTK_LABEL (self->label),
                           self->narrow ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}

void
plt_cash_mark_set_narrow (PltCashMark *self, gboolean narrow)
{
  g_return_if_fail (PLT_IS_CASH_MARK (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  update_text (self);
}

gboolean
plt_cash_mark_is_small (PltCashMark *self)
{
  g_return_val_if_fail (PLT_IS_CASH_MARK (self), FALSE);

  return self->small;
}

/* "lun. 12 mai 2027, 14 days later than in the data, 6 movements" */
static char *
describe (const PltCashLineMark *mark)
{
  g_autofree char *date = plt_date_format_day (mark->date);
  const int days = mark->date - mark->base;
  GString *text = g_string_new (date);

  if (days > 0)
    g_string_append_printf (text, ngettext (", %d day later", ", %d days later", (gulong) days),
                            days);
  else if (days < 0)
    g_string_append_printf (
        text, ngettext (", %d day earlier", ", %d days earlier", (gulong) -days), -days);
  if (mark->n > 0)
    g_string_append_printf (text, ngettext (", %u movement", ", %u movements", mark->n), mark->n);
  return g_string_free (text, FALSE);
}

void
plt_cash_mark_show (PltCashMark *self, const PltCashLineMark *mark)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);
  g_autofree char *description = describe (mark);

  g_return_if_fail (PLT_IS_CASH_MARK (self));

  self->date = mark->date;
  if (plt_set_str (&self->title, mark->title))
    {
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, mark->title, -1);
      update_text (self);
    }
  if (plt_set_str (&self->description, description))
    {
      g_autofree char *tooltip
          = g_strdup_printf ("%s\n%s\n%s", mark->title, description,
                             _ ("Drag it, or move it with the arrows, to try another date."));

      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, description,
                                      GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) mark->date, -1);
      plt_set_str (&self->tooltip, tooltip);
    }
  self->small = mark->small;
  if (mark->date != mark->base)
    gtk_widget_add_css_class (GTK_WIDGET (self), "moved");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "moved");
}

const char *
plt_cash_mark_get_tooltip (PltCashMark *self)
{
  g_return_val_if_fail (PLT_IS_CASH_MARK (self), NULL);

  return self->tooltip;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltCashMark *self)
{
  const int step = (state & GDK_SHIFT_MASK) != 0 ? 7 : 1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      g_signal_emit (self, signals[NUDGE], 0, -step);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      g_signal_emit (self, signals[NUDGE], 0, step);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      g_signal_emit (self, signals[RESET], 0);
      return TRUE;
    case GDK_KEY_Escape:
      g_signal_emit (self, signals[CANCEL], 0);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[ACTIVATE], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
plt_cash_mark_dispose (GObject *object)
{
  g_clear_pointer (&PLT_CASH_MARK (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (plt_cash_mark_parent_class)->dispose (object);
}

static void
plt_cash_mark_finalize (GObject *object)
{
  PltCashMark *self = PLT_CASH_MARK (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->description);
  g_free (self->tooltip);

  G_OBJECT_CLASS (plt_cash_mark_parent_class)->finalize (object);
}

static void
plt_cash_mark_class_init (PltCashMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_cash_mark_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_cash_mark_finalize;
  signals[NUDGE] = g_signal_new ("nudge", PLT_TYPE_CASH_MARK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[RESET] = g_signal_new ("reset", PLT_TYPE_CASH_MARK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[CANCEL] = g_signal_new ("cancel", PLT_TYPE_CASH_MARK, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", PLT_TYPE_CASH_MARK, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-cash-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
plt_cash_mark_init (PltCashMark *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), MOST_CHARS);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "ew-resize");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
