#include "plt-calendar-cell.h"

#include "plt-a11y.h"

#define LINES 6

struct _PltCalendarCell
{
  GtkWidget parent_instance;

  GtkWidget *number, *head, *lines[LINES];
  PltDate date;
  gint64 day;
  char *speech;
};

G_DEFINE_FINAL_TYPE (PltCalendarCell, plt_calendar_cell, GTK_TYPE_WIDGET)

GtkWidget *
plt_calendar_cell_new (void)
{
  return g_object_new (PLT_TYPE_CALENDAR_CELL, NULL);
}

static void
set_class (PltCalendarCell *self, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

void
plt_calendar_cell_show (PltCalendarCell *self, const PltCalendarDate *date)
{
  g_return_if_fail (PLT_IS_CALENDAR_CELL (self) && date != NULL);

  self->date = date->date;
  self->day = date->day;
  g_free (self->speech);
  self->speech = g_strdup (date->speech);
  gtk_label_set_label (GTK_LABEL (self->number), date->number);
  gtk_label_set_label (GTK_LABEL (self->head), date->head);
  for (guint i = 0; i < LINES; i++)
    {
      gboolean last = i + 1 == LINES && date->lines->len > LINES;
      const char *text = i < date->lines->len ? date->lines->pdata[i] : "";

      gtk_label_set_label (GTK_LABEL (self->lines[i]), last ? "…" : text);
      gtk_widget_set_visible (self->lines[i], *text != '\0');
      if (*text == '!')
        gtk_widget_add_css_class (self->lines[i], "warning-text");
      else
        gtk_widget_remove_css_class (self->lines[i], "warning-text");
      if (i < date->n_notes)
        gtk_widget_add_css_class (self->lines[i], "calendar-note");
      else
        gtk_widget_remove_css_class (self->lines[i], "calendar-note");
    }
  set_class (self, "outside", (date->flags & PLT_CALENDAR_OUTSIDE) != 0);
  set_class (self, "off", (date->flags & PLT_CALENDAR_OFF) != 0);
  set_class (self, "shoots", (date->flags & PLT_CALENDAR_SHOOTS) != 0);
  set_class (self, "night", (date->flags & PLT_CALENDAR_NIGHT) != 0);
  set_class (self, "warns", (date->flags & PLT_CALENDAR_WARNS) != 0);
  plt_a11y_set_name (GTK_WIDGET (self), date->speech);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), date->lines->len > 0 ? date->speech : NULL);
}

PltDate
plt_calendar_cell_get_date (PltCalendarCell *self)
{
  g_return_val_if_fail (PLT_IS_CALENDAR_CELL (self), PLT_DATE_NONE);

  return self->date;
}

gint64
plt_calendar_cell_get_day (PltCalendarCell *self)
{
  g_return_val_if_fail (PLT_IS_CALENDAR_CELL (self), 0);

  return self->day;
}

const char *
plt_calendar_cell_get_speech (PltCalendarCell *self)
{
  g_return_val_if_fail (PLT_IS_CALENDAR_CELL (self), "");

  return self->speech;
}

/* What does not fit below is cut off: a cell asks for its head and one line only. */
static void
plt_calendar_cell_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  PltCalendarCell *self = PLT_CALENDAR_CELL (widget);
  int number, line;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 60;
      *natural = 140;
      return;
    }
  gtk_widget_measure (self->number, orientation, -1, &number, NULL, NULL, NULL);
  gtk_widget_measure (self->head, orientation, -1, &line, NULL, NULL, NULL);
  *minimum = MAX (number, line) + line;
  *natural = MAX (number, line) + 4 * line;
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (width, 1), height }, -1);
}

static void
plt_calendar_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PltCalendarCell *self = PLT_CALENDAR_CELL (widget);
  int top, number;

  gtk_widget_measure (self->number, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &number, NULL, NULL);
  gtk_widget_measure (self->number, GTK_ORIENTATION_VERTICAL, -1, &top, NULL, NULL, NULL);
  place (self->number, 0, 0, number, top);
  place (self->head, number + 6, 0, width - number - 6, top);
  for (guint i = 0; i < LINES; i++)
    {
      int line;

      if (!gtk_widget_get_visible (self->lines[i]))
        continue;
      gtk_widget_measure (self->lines[i], GTK_ORIENTATION_VERTICAL, width, &line, NULL, NULL, NULL);
      gtk_widget_set_child_visible (self->lines[i], top + line <= height);
      place (self->lines[i], 0, top, width, line);
      top += line;
    }
}

static void
plt_calendar_cell_dispose (GObject *object)
{
  PltCalendarCell *self = PLT_CALENDAR_CELL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->speech, g_free);
  G_OBJECT_CLASS (plt_calendar_cell_parent_class)->dispose (object);
}

static void
plt_calendar_cell_class_init (PltCalendarCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_calendar_cell_dispose;
  widget_class->measure = plt_calendar_cell_measure;
  widget_class->size_allocate = plt_calendar_cell_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "plt-calendar-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static GtkWidget *
add_label (PltCalendarCell *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
plt_calendar_cell_init (PltCalendarCell *self)
{
  self->number = add_label (self, "calendar-number");
  gtk_label_set_ellipsize (GTK_LABEL (self->number), PANGO_ELLIPSIZE_NONE);
  self->head = add_label (self, "calendar-head");
  for (guint i = 0; i < LINES; i++)
    {
      self->lines[i] = add_label (self, "calendar-line");
      gtk_label_set_wrap (GTK_LABEL (self->lines[i]), TRUE);
      gtk_label_set_lines (GTK_LABEL (self->lines[i]), 2);
    }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
