#include "plt-load-week.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-time.h"
#include "plt-table.h"

enum
{
  COLUMN_NAME,
  COLUMN_DAYS,
  COLUMN_FROM = COLUMN_DAYS + PLT_RETRO_WEEK_DAYS,
  COLUMN_TO,
  N_COLUMNS
};

typedef struct
{
  PltRetroWork work;
  char *name, *hours;
  PltDate from, to;
} Line;

struct _PltLoadWeek
{
  GObject parent;

  PltDate monday;
  GArray *lines; /* Line */
  int percent[PLT_RETRO_WEEK_DAYS];
  gboolean over[PLT_RETRO_WEEK_DAYS], twice[PLT_RETRO_WEEK_DAYS];
  gboolean is_room;
  char *titles[PLT_RETRO_WEEK_DAYS];
};

static void plt_load_week_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltLoadWeek,
                               plt_load_week,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_load_week_iface_init))

static const Line *
line_of (PltLoadWeek *self, guint row)
{
  return row < self->lines->len ? &g_array_index (self->lines, Line, row) : NULL;
}

PltRef
plt_load_week_get_ref (PltLoadWeek *self, guint row)
{
  const Line *line;

  g_return_val_if_fail (PLT_IS_LOAD_WEEK (self), ((PltRef){ NULL, 0, NULL }));

  line = line_of (self, row);
  return line != NULL ? line->work.ref : (PltRef){ NULL, 0, NULL };
}

/* ---- as a grid ---- */

/* The lines and their sum; nothing without lines. */
static guint
get_n_rows (PltGridModel *model)
{
  guint n = PLT_LOAD_WEEK (model)->lines->len;

  return n > 0 ? n + 1 : 0;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_COLUMNS;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  static const char *const ids[]
      = { "name", "d1", "d2", "d3", "d4", "d5", "d6", "d7", "from", "to" };
  PltLoadWeek *self = PLT_LOAD_WEEK (model);

  out->id = ids[column];
  out->flags = PLT_GRID_COLUMN_UNSORTED;
  out->align = PLT_GRID_ALIGN_END;
  out->width = 8;
  if (column == COLUMN_NAME)
    {
      out->title = _ ("What");
      out->flags |= PLT_GRID_COLUMN_FROZEN;
      out->align = PLT_GRID_ALIGN_START;
      out->width = 24;
    }
  else if (column < COLUMN_FROM)
    {
      const char *title = self->titles[column - COLUMN_DAYS];

      out->title = title != NULL ? title : "";
    }
  else
    {
      out->title = column == COLUMN_FROM ? _ ("From") : _ ("To");
      out->width = 10;
      out->flags |= column == COLUMN_FROM ? PLT_GRID_COLUMN_EDGE : 0;
    }
}

static gint64
get_key (PltGridModel *model, guint row)
{
  const Line *line = line_of (PLT_LOAD_WEEK (model), row);

  if (line == NULL)
    return -1;
  return line->work.ref.id * 8 + (gint64) line->work.kind
         + (g_strcmp0 (line->work.ref.table, "screening") == 0 ? 2 : 0);
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind
      = line_of (PLT_LOAD_WEEK (model), row) != NULL ? PLT_GRID_ROW_NORMAL : PLT_GRID_ROW_TOTAL;
}

static void
get_day (const PltLoadWeek *self, const Line *line, guint day, PltGridCell *cell)
{
  if ((line->work.days & (1u << day)) == 0)
    return;
  switch (line->work.kind)
    {
    case PLT_RETRO_WORK_TASK:
      /* Translators: a part of a day, in per cent */
      plt_grid_cell_take_text (cell, g_strdup_printf (_ ("%d %%"), line->work.percent[day]));
      break;
    case PLT_RETRO_WORK_AWAY:
      cell->text = _ ("away");
      cell->fill = PLT_GRID_FILL_OFF;
      cell->flags |= PLT_GRID_CELL_SURFACE;
      break;
    case PLT_RETRO_WORK_ROOM:
    case PLT_RETRO_WORK_EVENT:
    case PLT_RETRO_WORK_USE:
      cell->text = *line->hours != '\0' ? line->hours : "•";
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The triangle says it too, where colours are not seen. */
static void
get_sum (const PltLoadWeek *self, guint day, PltGridCell *cell)
{
  if (self->twice[day])
    {
      cell->text = "▲ 2×";
      cell->message = _ ("The room is taken twice at once on this day.");
      cell->fill = PLT_GRID_FILL_ERROR;
      cell->flags |= PLT_GRID_CELL_SURFACE;
    }
  if (self->percent[day] == 0)
    return;
  if (!self->over[day])
    {
      plt_grid_cell_take_text (cell, g_strdup_printf (_ ("%d %%"), self->percent[day]));
      return;
    }
  plt_grid_cell_take_text (cell, g_strdup_printf (_ ("▲ %d %%"), self->percent[day]));
  cell->fill = PLT_GRID_FILL_ERROR;
  cell->flags |= PLT_GRID_CELL_SURFACE;
  cell->message = self->percent[day] > PLT_NETWORK_FULL_DAY
                      ? _ ("More than a day of work on this day.")
                      : _ ("There is work on this day, and nobody to do it.");
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  PltLoadWeek *self = PLT_LOAD_WEEK (model);
  const Line *line = line_of (self, row);

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (line == NULL)
    {
      cell->flags |= PLT_GRID_CELL_BOLD;
      if (column == COLUMN_NAME)
        cell->text = self->is_room ? _ ("The room") : _ ("Work of the day");
      else if (column < COLUMN_FROM)
        get_sum (self, column - COLUMN_DAYS, cell);
      return;
    }
  if (column == COLUMN_NAME)
    cell->text = line->name;
  else if (column < COLUMN_FROM)
    get_day (self, line, column - COLUMN_DAYS, cell);
  else if ((column == COLUMN_FROM ? line->from : line->to) != PLT_DATE_NONE)
    plt_grid_cell_take_text (
        cell, plt_date_format_numeric (column == COLUMN_FROM ? line->from : line->to));
}

static void
plt_load_week_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
}

/* ---- what is shown ---- */

static const char *
event_title (const char *kind)
{
  const PltColumn *column = plt_table_column (plt_table_find ("event"), "kind");

  for (const PltChoice *choice = column->choices; choice->id != NULL; choice++)
    if (g_strcmp0 (choice->id, kind) == 0)
      return plt_choice_title (choice);
  return kind;
}

static char *
hours_of (gint64 start)
{
  return start != PLT_UNKNOWN ? plt_clock_format (start) : g_strdup ("");
}

/* Seen from the room: what is in it, with whom. */
static void
fill_use (Line *line, const PltFacts *facts)
{
  const PltRef ref = line->work.ref;
  const PltBookingFacts *room = strcmp (ref.table, "room_booking") == 0
                                    ? PLT_FACTS_FIND (facts->bookings, PltBookingFacts, ref.id)
                                    : NULL;
  const PltScreeningFacts *screening
      = PLT_FACTS_FIND (facts->screenings, PltScreeningFacts, ref.id);
  const PltPersonFacts *person
      = room != NULL ? PLT_FACTS_FIND (facts->people, PltPersonFacts, room->person) : NULL;
  g_autofree char *who = person != NULL ? plt_facts_person_name (person) : NULL;

  if (room != NULL)
    {
      line->name = who != NULL && *line->work.name != '\0'
                       ? g_strdup_printf ("%s, %s", line->work.name, who)
                       : g_strdup (who != NULL                ? who
                                   : *line->work.name != '\0' ? line->work.name
                                                              : _ ("A booking without a task"));
      line->hours = hours_of (room->start_minutes);
      line->from = room->from_date;
      line->to = room->to_date != PLT_DATE_NONE ? room->to_date : room->from_date;
    }
  else if (screening != NULL)
    {
      line->name = g_strdup_printf (_ ("Screening: %s"), line->work.name);
      line->hours = hours_of (screening->start_minutes);
      line->from = line->to = screening->date;
    }
}

static Line
make_line (const PltRetroLoad *load, const PltRetroWork *work)
{
  const PltFacts *facts = load->retro->facts;
  const PltBookingFacts *room = PLT_FACTS_FIND (facts->bookings, PltBookingFacts, work->ref.id);
  const PltEventFacts *event = PLT_FACTS_FIND (facts->events, PltEventFacts, work->ref.id);
  const PltAvailabilityFacts *away
      = PLT_FACTS_FIND (facts->availability, PltAvailabilityFacts, work->ref.id);
  int task = plt_retro_index (load->retro, work->ref.id);
  Line line = { *work, NULL, NULL, PLT_DATE_NONE, PLT_DATE_NONE };

  if (work->kind == PLT_RETRO_WORK_TASK && task >= 0)
    {
      line.name = g_strdup (work->name);
      line.from = load->retro->schedule->tasks[task].start;
      line.to = load->retro->schedule->tasks[task].finish;
    }
  else if (work->kind == PLT_RETRO_WORK_ROOM && room != NULL)
    {
      line.name = g_strdup_printf (_ ("Room: %s"), work->name);
      line.hours = hours_of (room->start_minutes);
      line.from = room->from_date;
      line.to = room->to_date != PLT_DATE_NONE ? room->to_date : room->from_date;
    }
  else if (work->kind == PLT_RETRO_WORK_USE)
    fill_use (&line, facts);
  else if (work->kind == PLT_RETRO_WORK_EVENT && event != NULL)
    {
      line.name = *event->text != '\0'
                      ? g_strdup_printf (_ ("%s: %s"), event_title (event->kind), event->text)
                      : g_strdup (event_title (event->kind));
      line.hours = hours_of (event->start_minutes);
      line.from = line.to = event->date;
    }
  else if (work->kind == PLT_RETRO_WORK_AWAY && away != NULL)
    {
      line.name = *away->note != '\0' ? g_strdup_printf (_ ("Not available: %s"), away->note)
                                      : g_strdup (_ ("Not available"));
      line.from = away->from_date;
      line.to = away->to_date;
    }
  if (line.name == NULL)
    line.name = g_strdup (work->name);
  if (line.hours == NULL)
    line.hours = g_strdup ("");
  return line;
}

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_free (line->hours);
}

/* "lun. 14": the month is above */
static char *
title_of (PltDate date)
{
  char *text = plt_date_format_short (date);
  char *month = strrchr (text, ' ');

  if (month != NULL)
    *month = '\0';
  return text;
}

void
plt_load_week_show (PltLoadWeek *self, const PltRetroLoad *load, const PltRetroWeek *week)
{
  guint before;

  g_return_if_fail (PLT_IS_LOAD_WEEK (self));

  before = get_n_rows (PLT_GRID_MODEL (self));
  g_array_set_size (self->lines, 0);
  for (guint i = 0; week != NULL && i < week->lines->len; i++)
    {
      Line line = make_line (load, &g_array_index (week->lines, PltRetroWork, i));

      g_array_append_val (self->lines, line);
    }
  self->is_room = week != NULL && week->lines->len > 0
                  && g_array_index (week->lines, PltRetroWork, 0).kind == PLT_RETRO_WORK_USE;
  for (guint day = 0; day < PLT_RETRO_WEEK_DAYS; day++)
    {
      self->percent[day] = week != NULL ? week->percent[day] : 0;
      self->twice[day] = week != NULL && (week->twice & (1u << day)) != 0;
      self->over[day] = week != NULL && plt_retro_week_is_over (week, day);
      g_clear_pointer (&self->titles[day], g_free);
      if (week != NULL)
        self->titles[day] = title_of (week->monday + (PltDate) day);
    }
  plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before,
                               get_n_rows (PLT_GRID_MODEL (self)));
}

/* ---- the object ---- */

static void
plt_load_week_finalize (GObject *object)
{
  PltLoadWeek *self = PLT_LOAD_WEEK (object);

  g_array_unref (self->lines);
  for (guint day = 0; day < PLT_RETRO_WEEK_DAYS; day++)
    g_free (self->titles[day]);

  G_OBJECT_CLASS (plt_load_week_parent_class)->finalize (object);
}

static void
plt_load_week_class_init (PltLoadWeekClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_load_week_finalize;
}

static void
plt_load_week_init (PltLoadWeek *self)
{
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
}

/**
 * plt_load_week_new:
 *
 * Returns: (transfer full)
 */
PltLoadWeek *
plt_load_week_new (void)
{
  return g_object_new (PLT_TYPE_LOAD_WEEK, NULL);
}
