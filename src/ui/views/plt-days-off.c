#include "plt-days-off.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-calendar.h"
#include "plt-today.h"

#define MOST_DAYS 7400 /* twenty years */

enum
{
  COLUMN_DAY,
  COLUMN_NAME,
  COLUMN_KIND,
  N_COLUMNS
};

typedef struct
{
  PltDate date;
  char *name;
  const char *kind; /* translated */
} Day;

/* ---- the list ---- */

#define PLT_TYPE_DAYS_OFF_MODEL (plt_days_off_model_get_type ())
G_DECLARE_FINAL_TYPE (PltDaysOffModel, plt_days_off_model, PLT, DAYS_OFF_MODEL, GObject)

struct _PltDaysOffModel
{
  GObject parent;

  GArray *days; /* Day */
};

static void plt_days_off_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltDaysOffModel,
                               plt_days_off_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_days_off_model_iface_init))

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_DAYS_OFF_MODEL (model)->days->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  static const char *const ids[] = { "day", "name", "kind" };
  static const guint widths[] = { 20, 36, 24 };
  const char *const titles[] = { _ ("Day"), _ ("Name"), _ ("Kind") };

  out->id = ids[column];
  out->title = titles[column];
  out->width = widths[column];
  out->flags = PLT_GRID_COLUMN_UNSORTED;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return g_array_index (PLT_DAYS_OFF_MODEL (model)->days, Day, row).date;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  const Day *day = &g_array_index (PLT_DAYS_OFF_MODEL (model)->days, Day, row);

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (column == COLUMN_DAY)
    plt_grid_cell_take_text (cell, plt_date_format_day (day->date));
  else
    cell->text = column == COLUMN_NAME ? day->name : day->kind;
  if (plt_date_weekday (day->date) > 5)
    cell->flags |= PLT_GRID_CELL_MUTED; /* a week end anyway */
}

static void
plt_days_off_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
}

static void
clear_day (gpointer data)
{
  g_free (((Day *) data)->name);
}

static void
plt_days_off_model_finalize (GObject *object)
{
  g_array_unref (PLT_DAYS_OFF_MODEL (object)->days);

  G_OBJECT_CLASS (plt_days_off_model_parent_class)->finalize (object);
}

static void
plt_days_off_model_class_init (PltDaysOffModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_days_off_model_finalize;
}

static void
plt_days_off_model_init (PltDaysOffModel *self)
{
  self->days = g_array_new (FALSE, TRUE, sizeof (Day));
  g_array_set_clear_func (self->days, clear_day);
}

static void
add_day (PltDaysOffModel *self, const PltCalendar *calendar, PltDate date)
{
  const PltHoliday *holiday
      = plt_calendar_holiday (calendar, date, plt_calendar_territory (calendar), FALSE);
  const PltPeriodFacts *closed = plt_calendar_period (calendar, date, "fermeture");
  const PltPeriodFacts *local = plt_calendar_period (calendar, date, "chome");
  Day day = { date, NULL, NULL };

  if (holiday != NULL)
    day = (Day){ date, g_strdup (holiday->name), _ ("Public holiday") };
  else if (closed != NULL)
    day = (Day){ date, g_strdup (closed->name), _ ("Closed") };
  else if (local != NULL)
    day = (Day){ date, g_strdup (local->name), _ ("Local day off") };
  if (day.name != NULL)
    g_array_append_val (self->days, day);
}

static void
fill (PltDaysOffModel *self, const PltFacts *facts, PltDate from, PltDate to)
{
  g_autoptr (PltCalendar) calendar = plt_calendar_new (facts);
  guint before = self->days->len;

  g_array_set_size (self->days, 0);
  for (PltDate date = from; date <= to && date < from + MOST_DAYS; date++)
    add_day (self, calendar, date);
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->days->len);
}

/* ---- the page ---- */

struct _PltDaysOff
{
  GtkWidget parent_instance;

  PltRetroModel *plan;
  PltDaysOffModel *model;
  PltSession *session;
  GtkWidget *box, *label, *grid;
  gboolean placed;
};

G_DEFINE_FINAL_TYPE (PltDaysOff, plt_days_off, GTK_TYPE_WIDGET)

PltGrid *
plt_days_off_get_grid (PltDaysOff *self)
{
  g_return_val_if_fail (PLT_IS_DAYS_OFF (self), NULL);

  return PLT_GRID (self->grid);
}

static const char *
territory_title (const char *id)
{
  const PltColumn *column = plt_table_column (plt_table_find ("production"), "territory");

  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (g_strcmp0 (choice->id, id) == 0)
      return plt_choice_title (choice);
  return "";
}

/* From the first of January of the year in which the plan begins to the end of its last one. */
static void
show (PltDaysOff *self)
{
  const PltRetro *retro = plt_retro_model_get_retro (self->plan);
  g_autoptr (PltCalendar) calendar = plt_calendar_new (retro->facts);
  g_autofree char *text = NULL;
  PltDate from = G_MAXINT32, to = G_MININT32;
  int first, last, month, day;

  for (guint i = 0; i < retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (retro->rows, PltRetroRow, i);

      from = row->is_dated ? MIN (from, row->dates.start) : from;
      to = row->is_dated ? MAX (to, row->dates.finish) : to;
    }
  if (from > to)
    from = to = plt_today ();
  plt_date_to_ymd (from, &first, &month, &day);
  plt_date_to_ymd (to, &last, &month, &day);
  fill (self->model, retro->facts, plt_date_from_ymd (first, 1, 1),
        plt_date_from_ymd (last, 12, 31));
  text = g_strdup_printf (
      _ ("Public holidays of: %s (chosen in Production), closings and local days off"),
      territory_title (plt_territory_id (plt_calendar_territory (calendar))));
  gtk_label_set_label (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, text);
}

/* Nothing is counted for a page that nobody looks at. */
static void
on_plan_shown (PltDaysOff *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

/* The next day off, when it is first looked at. */
static void
on_map (PltDaysOff *self)
{
  show (self);
  if (self->placed)
    return;
  self->placed = TRUE;
  for (guint i = 0; i < self->model->days->len; i++)
    if (g_array_index (self->model->days, Day, i).date >= plt_today ())
      {
        plt_grid_set_cursor (PLT_GRID (self->grid), i, 0);
        return;
      }
}

static void
on_activated (PltGrid *grid, guint row, guint column, PltDaysOff *self)
{
  plt_session_open_ref (self->session, (PltRef){ "production", 1, "territory" });
}

static void
plt_days_off_dispose (GObject *object)
{
  PltDaysOff *self = PLT_DAYS_OFF (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->plan);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_days_off_parent_class)->dispose (object);
}

static void
plt_days_off_class_init (PltDaysOffClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_days_off_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
plt_days_off_init (PltDaysOff *self)
{
}

/**
 * plt_days_off_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
plt_days_off_new (PltSession *session, PltRetroModel *plan)
{
  PltDaysOff *self = g_object_new (PLT_TYPE_DAYS_OFF, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->session = g_object_ref (session);
  self->plan = g_object_ref (plan);
  self->model = g_object_new (PLT_TYPE_DAYS_OFF_MODEL, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (self->label, 12);
  gtk_widget_set_margin_top (self->label, 6);
  gtk_widget_set_margin_bottom (self->label, 6);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->model));
  plt_a11y_set_name (self->grid, _ ("Days off"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (plan, "shown", G_CALLBACK (on_plan_shown), self, G_CONNECT_SWAPPED);
  g_signal_connect (self->grid, "cell-activated", G_CALLBACK (on_activated), self);
  g_signal_connect (self, "map", G_CALLBACK (on_map), NULL);
  return GTK_WIDGET (self);
}
