#include "plt-load-model.h"

#include <glib/gi18n-lib.h>

#include "plt-number.h"

enum
{
  COLUMN_NAME,
  COLUMN_TOTAL,
  COLUMN_WEEKS = PLT_LOAD_FIRST_WEEK,
};

#define WEEK_WIDTH 6

typedef enum
{
  SECTION_PEOPLE,
  SECTION_ROOMS,
  SECTION_TEAMS,
  N_SECTIONS,
} Section;

struct _PltLoadModel
{
  GObject parent;

  PltRetroModel *plan;
  PltRetroLoad *load;   /* NULL while nobody looks and the plan changed */
  PltRetroRooms *rooms; /* with the load */
  GArray *away;         /* PltRetroAway */
  PltDate first;        /* Monday of the first week */
  guint n_weeks;
  guint sizes[N_SECTIONS];
  gboolean active;
  GPtrArray *titles; /* of the weeks, as are ids and names */
  GPtrArray *ids, *names;
  guint n_rows;
};

static void plt_load_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltLoadModel,
                               plt_load_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_load_model_iface_init))

/* People, rooms, teams: each has a title above its rows where it has any. Without a load the plan
 * changed while nobody looked: rows keep their number until somebody does. */
static guint
size_of (PltLoadModel *self, Section section)
{
  guint people = 0;

  if (self->load == NULL)
    return 0;
  while (people < self->load->loads->len
         && ((const PltNetworkLoad *) self->load->loads->pdata[people])->resource
                < self->load->n_people)
    people++;
  if (section == SECTION_PEOPLE)
    return people;
  return section == SECTION_ROOMS ? self->rooms->rooms->len : self->load->loads->len - people;
}

/* FALSE for a title. */
static gboolean
find_row (PltLoadModel *self, guint row, Section *section, guint *at)
{
  for (*section = 0; *section < N_SECTIONS; (*section)++)
    {
      guint n = self->sizes[*section];

      if (n == 0)
        continue;
      if (row <= n)
        {
          *at = row - 1;
          return row > 0;
        }
      row -= n + 1;
    }
  return FALSE;
}

/* NULL for a title and a room. */
static const PltNetworkLoad *
load_of (PltLoadModel *self, guint row)
{
  Section section;
  guint at;

  if (self->load == NULL || !find_row (self, row, &section, &at) || section == SECTION_ROOMS)
    return NULL;
  return self->load->loads
      ->pdata[section == SECTION_PEOPLE ? at : self->sizes[SECTION_PEOPLE] + at];
}

/* -1 for what is not one. */
static int
room_of (PltLoadModel *self, guint row)
{
  Section section;
  guint at;

  return self->load != NULL && find_row (self, row, &section, &at) && section == SECTION_ROOMS
             ? (int) at
             : -1;
}

static guint
count_rows (PltLoadModel *self)
{
  guint n = 0;

  for (Section section = 0; section < N_SECTIONS; section++)
    {
      self->sizes[section] = size_of (self, section);
      n += self->sizes[section] > 0 ? self->sizes[section] + 1 : 0;
    }
  return n;
}

static const PltNetworkResource *
resource_of (PltLoadModel *self, guint row)
{
  const PltNetworkLoad *load = load_of (self, row);

  return load != NULL ? &g_array_index (self->load->resources, PltNetworkResource, load->resource)
                      : NULL;
}

/* "Salle 1, Les Forges" */
static char *
room_name (PltLoadModel *self, guint row)
{
  const PltRetroRoom *room = self->rooms->rooms->pdata[room_of (self, row)];

  return *room->supplier != '\0' ? g_strdup_printf ("%s, %s", room->name, room->supplier)
                                 : g_strdup (room->name);
}

char *
plt_load_model_get_name (PltLoadModel *self, guint row)
{
  const PltNetworkResource *resource;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), NULL);

  if (room_of (self, row) >= 0)
    return room_name (self, row);
  resource = resource_of (self, row);
  return g_strdup (resource != NULL ? resource->name : "");
}

const char *
plt_load_what_counts (void)
{
  return _ ("Counted: the tasks of the plan. Not counted: the shooting days of a contract; put "
            "whoever works on the shoot on its task.");
}

gint64
plt_load_model_get_person (PltLoadModel *self, guint row, const char **name)
{
  const PltNetworkResource *resource;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), 0);

  resource = resource_of (self, row);
  *name = resource != NULL ? resource->name : "";
  return resource != NULL ? resource->id : 0;
}

static PltDate
monday_of (PltLoadModel *self, guint column)
{
  return self->first + (PltDate) (7 * (column - COLUMN_WEEKS));
}

guint
plt_load_model_find_week (PltLoadModel *self, PltDate date)
{
  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), COLUMN_WEEKS);

  if (self->n_weeks == 0 || date < self->first)
    return COLUMN_WEEKS;
  return COLUMN_WEEKS + MIN ((guint) (date - self->first) / 7, self->n_weeks - 1);
}

const PltRetroLoad *
plt_load_model_get_load (PltLoadModel *self)
{
  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), NULL);

  return self->load;
}

/* What stands in a week: tenths of a day of work, days of a room. */
static gint64
amount_of (PltLoadModel *self, guint row, guint column, gboolean *over)
{
  const PltNetworkLoad *load = load_of (self, row);
  int room = room_of (self, row);

  *over = FALSE;
  if (room >= 0)
    return 10 * plt_retro_rooms_days (self->rooms, (guint) room, monday_of (self, column), over);
  return load != NULL ? plt_retro_load_week (load, monday_of (self, column), over) : 0;
}

guint
plt_load_model_find_work (PltLoadModel *self, guint row)
{
  gboolean over;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), COLUMN_WEEKS);

  for (guint i = 0; i < self->n_weeks; i++)
    if (amount_of (self, row, COLUMN_WEEKS + i, &over) > 0)
      return COLUMN_WEEKS + i;
  return COLUMN_WEEKS;
}

PltRetroWeek *
plt_load_model_get_week (PltLoadModel *self, guint row, guint column)
{
  const PltNetworkLoad *load;
  int room;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), NULL);

  load = load_of (self, row);
  room = room_of (self, row);
  if (column < COLUMN_WEEKS)
    return NULL;
  if (room >= 0)
    return plt_retro_rooms_week (self->rooms, (guint) room, monday_of (self, column));
  return load != NULL ? plt_retro_week_new (self->load, load->resource, monday_of (self, column))
                      : NULL;
}

PltRef
plt_load_model_get_use (PltLoadModel *self, guint row, guint column)
{
  const PltRetroRoom *room;
  PltDate monday;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), ((PltRef){ NULL, 0, NULL }));

  if (room_of (self, row) < 0)
    return (PltRef){ NULL, 0, NULL };
  room = self->rooms->rooms->pdata[room_of (self, row)];
  monday = monday_of (self, MAX (column, COLUMN_WEEKS));
  for (guint i = 0; column >= COLUMN_WEEKS && i < room->uses->len; i++)
    {
      const PltRetroRoomUse *use = &g_array_index (room->uses, PltRetroRoomUse, i);

      if (use->from <= monday + 6 && use->to >= monday)
        return use->ref;
    }
  return g_array_index (room->uses, PltRetroRoomUse, 0).ref;
}

char *
plt_load_model_get_week_name (PltLoadModel *self, guint column)
{
  PltDate monday;
  g_autofree char *from = NULL, *to = NULL;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), NULL);

  monday = monday_of (self, MAX (column, COLUMN_WEEKS));
  from = plt_date_format_short (monday);
  to = plt_date_format_day (monday + 6);
  /* Translators: the number of a week, its Monday and its Sunday */
  return g_strdup_printf (_ ("week %d, from %s to %s"), plt_date_iso_week (monday), from, to);
}

static gboolean
is_away (PltLoadModel *self, guint resource, PltDate monday)
{
  for (guint i = 0; i < self->away->len; i++)
    {
      const PltRetroAway *away = &g_array_index (self->away, PltRetroAway, i);

      if (away->resource == resource && away->date >= monday && away->date <= monday + 6)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_marked (PltLoadModel *self, guint row, guint column)
{
  const PltNetworkLoad *load = load_of (self, row);
  gboolean over;

  if (amount_of (self, row, column, &over) == 0 || (load == NULL && room_of (self, row) < 0))
    return FALSE;
  if (load == NULL)
    return over;
  return load->resource < self->load->n_people
         && (over || is_away (self, load->resource, monday_of (self, column)));
}

gboolean
plt_load_model_find_marked (PltLoadModel *self, guint *row, guint *column)
{
  guint n, at;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), FALSE);

  n = self->n_rows * self->n_weeks;
  at = *row * self->n_weeks + MAX (*column, COLUMN_WEEKS) - COLUMN_WEEKS;
  for (guint i = 1; i <= n; i++)
    {
      guint next = (at + i) % n;

      if (is_marked (self, next / self->n_weeks, COLUMN_WEEKS + next % self->n_weeks))
        {
          *row = next / self->n_weeks;
          *column = COLUMN_WEEKS + next % self->n_weeks;
          return TRUE;
        }
    }
  return FALSE;
}

static void
add_rooms_twice (PltLoadModel *self, GString *text)
{
  const GArray *twice = self->rooms->twice;
  g_autofree char *why = NULL;

  if (twice->len == 0)
    return;
  why = plt_retro_rooms_why (self->rooms, g_array_index (twice, PltRetroRoomTwice, 0).room,
                             g_array_index (twice, PltRetroRoomTwice, 0).from);
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", why);
  if (twice->len > 1)
    g_string_append_printf (text,
                            ngettext (" · and %u more", " · and %u more", (gulong) twice->len - 1),
                            twice->len - 1);
}

char *
plt_load_model_get_summary (PltLoadModel *self)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), NULL);

  if (self->load == NULL)
    return g_string_free (text, FALSE);
  for (guint i = 0; i < self->load->overloads->len; i++)
    {
      const PltNetworkOverload *over = self->load->overloads->pdata[i];
      g_autofree char *from = NULL, *to = NULL;

      if (over->resource >= self->load->n_people)
        continue;
      if (n++ >= 3)
        continue;
      from = plt_date_format_short (over->from);
      to = plt_date_format_day (over->to);
      /* Translators: a person, two dates, and how much of a day in per cent */
      g_string_append_printf (
          text, _ ("%s%s from %s to %s: up to %d %%"), text->len > 0 ? " · " : "",
          g_array_index (self->load->resources, PltNetworkResource, over->resource).name, from, to,
          over->peak);
    }
  if (n > 3)
    g_string_append_printf (text, ngettext (" · and %u more", " · and %u more", n - 3), n - 3);
  if (self->away->len > 0)
    g_string_append_printf (
        text,
        ngettext ("%s%u day of work while away", "%s%u days of work while away", self->away->len),
        n > 0 ? " · " : "", self->away->len);
  add_rooms_twice (self, text);
  if (text->len == 0)
    g_string_append (text, self->n_rows > 0 ? _ ("Nobody has more than a day of work on one day.")
                                            : _ ("No task has a person or a team yet."));
  return g_string_free (text, FALSE);
}

/* ---- as a grid ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_LOAD_MODEL (model)->n_rows;
}

static guint
get_n_columns (PltGridModel *model)
{
  return COLUMN_WEEKS + PLT_LOAD_MODEL (model)->titles->len;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  static const char *const ids[] = { "name", "total" };
  PltLoadModel *self = PLT_LOAD_MODEL (model);
  int year, month, day;

  out->flags = PLT_GRID_COLUMN_UNSORTED;
  out->align = PLT_GRID_ALIGN_END;
  out->width = WEEK_WIDTH;
  if (column < COLUMN_WEEKS)
    {
      out->id = ids[column];
      out->title = column == COLUMN_NAME ? _ ("Person, room, team") : _ ("Days");
      out->flags |= PLT_GRID_COLUMN_FROZEN;
      out->width = column == COLUMN_NAME ? 24 : 7;
      out->align = column == COLUMN_NAME ? PLT_GRID_ALIGN_START : PLT_GRID_ALIGN_END;
      out->tooltip = column == COLUMN_TOTAL ? plt_load_what_counts () : NULL;
      return;
    }
  out->id = self->ids->pdata[column - COLUMN_WEEKS];
  out->title = self->titles->pdata[column - COLUMN_WEEKS];
  out->tooltip = self->names->pdata[column - COLUMN_WEEKS];
  plt_date_to_ymd (monday_of (self, column), &year, &month, &day);
  if (day <= 7)
    out->flags |= PLT_GRID_COLUMN_EDGE; /* a month begins */
}

#define ROOM_KEYS ((gint64) 1 << 32)

static gint64
get_key (PltGridModel *model, guint row)
{
  PltLoadModel *self = PLT_LOAD_MODEL (model);
  const PltNetworkLoad *load = load_of (self, row);
  Section section;
  guint at;

  if (load != NULL)
    return (gint64) load->resource + 1;
  return find_row (self, row, &section, &at) ? ROOM_KEYS + at : -1 - (gint64) section;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  Section section;
  guint at;

  out->kind = find_row (PLT_LOAD_MODEL (model), row, &section, &at) ? PLT_GRID_ROW_NORMAL
                                                                    : PLT_GRID_ROW_GROUP;
}

static void
get_week_cell (PltLoadModel *self, guint row, guint column, PltGridCell *cell)
{
  gboolean over;
  gint64 tenths = amount_of (self, row, column, &over);
  g_autofree char *days = NULL;

  if (tenths == 0)
    return;
  over = is_marked (self, row, column);
  days = plt_number_format (tenths, 1, 0);
  plt_grid_cell_take_text (cell, over ? g_strconcat ("▲ ", days, NULL) : g_strdup (days));
  cell->fill = over ? PLT_GRID_FILL_ERROR : PLT_GRID_FILL_WORK;
  cell->flags |= PLT_GRID_CELL_SURFACE;
  if (over && room_of (self, row) >= 0)
    plt_grid_cell_take_message (cell, plt_retro_rooms_why (self->rooms, (guint) room_of (self, row),
                                                           monday_of (self, column)));
}

static const char *
section_title (Section section)
{
  if (section == SECTION_PEOPLE)
    return _ ("People");
  return section == SECTION_ROOMS ? _ ("Rooms and equipment") : _ ("Teams");
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  PltLoadModel *self = PLT_LOAD_MODEL (model);
  gint64 total = 0;
  Section section;
  guint at;
  gboolean over;

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (!find_row (self, row, &section, &at))
    {
      if (column == COLUMN_NAME && section < N_SECTIONS)
        cell->text = section_title (section);
      return;
    }
  if (self->load == NULL)
    return;
  if (column == COLUMN_NAME)
    {
      plt_grid_cell_take_text (cell, plt_load_model_get_name (self, row));
      return;
    }
  if (column >= COLUMN_WEEKS)
    {
      get_week_cell (self, row, column, cell);
      return;
    }
  for (guint i = 0; i < self->titles->len; i++)
    total += amount_of (self, row, COLUMN_WEEKS + i, &over);
  plt_grid_cell_take_text (cell, plt_number_format (total, 1, 0));
  cell->flags |= PLT_GRID_CELL_BOLD;
}

static void
plt_load_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
}

/* ---- the object ---- */

/* "S19 10/05", with its year where one begins. */
static void
make_titles (PltLoadModel *self)
{
  int shown = 0;

  g_ptr_array_set_size (self->titles, 0);
  g_ptr_array_set_size (self->ids, 0);
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; i < self->n_weeks; i++)
    {
      PltDate monday = monday_of (self, COLUMN_WEEKS + i);
      int year, month, day;

      plt_date_to_ymd (monday, &year, &month, &day);
      g_ptr_array_add (
          self->titles,
          year != shown
              /* Translators: the number of a week and its Monday: "W19 10/05/27" */
              ? g_strdup_printf (_ ("W%d %02d/%02d/%02d"), plt_date_iso_week (monday), day, month,
                                 year % 100)
              /* Translators: the same without its year: "W19 10/05" */
              : g_strdup_printf (_ ("W%d %02d/%02d"), plt_date_iso_week (monday), day, month));
      g_ptr_array_add (self->ids, plt_date_to_iso (monday));
      g_ptr_array_add (self->names, plt_load_model_get_week_name (self, COLUMN_WEEKS + i));
      shown = year;
    }
}

/* The weeks of the work and of the rooms. */
static void
find_weeks (PltLoadModel *self)
{
  PltDate first = self->rooms->first, last = self->rooms->last;

  self->n_weeks = 0;
  self->first = 0;
  if (self->load->first != PLT_DATE_NONE)
    {
      PltDate end = self->load->first + 7 * (PltDate) self->load->n_weeks - 1;

      first = first == PLT_DATE_NONE ? self->load->first : MIN (first, self->load->first);
      last = last == PLT_DATE_NONE ? end : MAX (last, end);
    }
  if (first == PLT_DATE_NONE)
    return;
  self->first = first - plt_date_weekday (first) + 1;
  self->n_weeks = (guint) CLAMP ((last - self->first) / 7 + 1, 1, PLT_RETRO_LOAD_MOST_WEEKS);
}

static void
forget (PltLoadModel *self)
{
  g_clear_pointer (&self->load, plt_retro_load_free);
  g_clear_pointer (&self->rooms, plt_retro_rooms_free);
  g_clear_pointer (&self->away, g_array_unref);
}

static void
count (PltLoadModel *self)
{
  const PltRetro *retro = plt_retro_model_get_retro (self->plan);
  guint before = self->n_rows;

  forget (self);
  self->load = plt_retro_load_new (retro);
  self->rooms = plt_retro_rooms_new (retro);
  self->away = plt_retro_away_new (self->load);
  find_weeks (self);
  make_titles (self);
  self->n_rows = count_rows (self);
  plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->n_rows);
}

/* What was counted borrows from the plan of before. */
static void
on_plan_shown (PltLoadModel *self)
{
  if (self->active)
    count (self);
  else
    forget (self);
}

void
plt_load_model_set_active (PltLoadModel *self, gboolean active)
{
  g_return_if_fail (PLT_IS_LOAD_MODEL (self));

  self->active = active;
  if (active && self->load == NULL)
    count (self);
}

static void
plt_load_model_finalize (GObject *object)
{
  PltLoadModel *self = PLT_LOAD_MODEL (object);

  forget (self);
  g_ptr_array_unref (self->titles);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->names);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (plt_load_model_parent_class)->finalize (object);
}

static void
plt_load_model_class_init (PltLoadModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_load_model_finalize;
}

static void
plt_load_model_init (PltLoadModel *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
}

/**
 * plt_load_model_new:
 *
 * Returns: (transfer full)
 */
PltLoadModel *
plt_load_model_new (PltRetroModel *plan)
{
  PltLoadModel *self;

  g_return_val_if_fail (PLT_IS_RETRO_MODEL (plan), NULL);

  self = g_object_new (PLT_TYPE_LOAD_MODEL, NULL);
  self->plan = g_object_ref (plan);
  g_signal_connect_object (plan, "shown", G_CALLBACK (on_plan_shown), self, G_CONNECT_SWAPPED);
  return self;
}
