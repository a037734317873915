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

struct _PltLoadModel
{
  GObject parent;

  PltRetroModel *plan;
  PltRetroLoad *load;
  GArray *away;      /* PltRetroAway */
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

/* Loads of people come first: a title stands before them, and before the teams. */
static guint
n_people_loads (PltLoadModel *self)
{
  guint n = 0;

  while (n < self->load->loads->len
         && ((const PltNetworkLoad *) self->load->loads->pdata[n])->resource < self->load->n_people)
    n++;
  return n;
}

/* NULL for a title. */
static const PltNetworkLoad *
load_of (PltLoadModel *self, guint row)
{
  guint people = n_people_loads (self), teams = self->load->loads->len - people;

  if (people > 0)
    {
      if (row == 0)
        return NULL;
      if (row <= people)
        return self->load->loads->pdata[row - 1];
      row -= people + 1;
    }
  return row == 0 || row > teams ? NULL : self->load->loads->pdata[people + row - 1];
}

static guint
count_rows (PltLoadModel *self)
{
  guint people = n_people_loads (self), teams = self->load->loads->len - people;

  return (people > 0 ? people + 1 : 0) + (teams > 0 ? teams + 1 : 0);
}

static const PltNetworkResource *
resource_of (PltLoadModel *self, guint row)
{
  const PltNetworkLoad *load = load_of (self, row);

  return load != NULL ? &g_array_index (self->load->resources, PltNetworkResource, load->resource)
                      : NULL;
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
  return self->load->first + (PltDate) (7 * (column - COLUMN_WEEKS));
}

guint
plt_load_model_find_week (PltLoadModel *self, PltDate date)
{
  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), COLUMN_WEEKS);

  if (self->load->first == PLT_DATE_NONE || date < self->load->first)
    return COLUMN_WEEKS;
  return COLUMN_WEEKS + MIN ((guint) (date - self->load->first) / 7, self->load->n_weeks - 1);
}

const PltRetroLoad *
plt_load_model_get_load (PltLoadModel *self)
{
  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), NULL);

  return self->load;
}

guint
plt_load_model_find_work (PltLoadModel *self, guint row)
{
  const PltNetworkLoad *load;
  gboolean over;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), COLUMN_WEEKS);

  load = load_of (self, row);
  for (guint i = 0; load != NULL && i < self->load->n_weeks; i++)
    if (plt_retro_load_week (load, monday_of (self, COLUMN_WEEKS + i), &over) > 0)
      return COLUMN_WEEKS + i;
  return COLUMN_WEEKS;
}

PltRetroWeek *
plt_load_model_get_week (PltLoadModel *self, guint row, guint column)
{
  const PltNetworkLoad *load;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), NULL);

  load = load_of (self, row);
  return load != NULL && column >= COLUMN_WEEKS
             ? plt_retro_week_new (self->load, load->resource, monday_of (self, column))
             : NULL;
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
  PltDate monday = monday_of (self, column);
  gboolean over;

  return load != NULL && load->resource < self->load->n_people
         && plt_retro_load_week (load, monday, &over) > 0
         && (over || is_away (self, load->resource, monday));
}

gboolean
plt_load_model_find_marked (PltLoadModel *self, guint *row, guint *column)
{
  guint n, at;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), FALSE);

  n = self->n_rows * self->load->n_weeks;
  at = *row * self->load->n_weeks + MAX (*column, COLUMN_WEEKS) - COLUMN_WEEKS;
  for (guint i = 1; i <= n; i++)
    {
      guint next = (at + i) % n;

      if (is_marked (self, next / self->load->n_weeks, COLUMN_WEEKS + next % self->load->n_weeks))
        {
          *row = next / self->load->n_weeks;
          *column = COLUMN_WEEKS + next % self->load->n_weeks;
          return TRUE;
        }
    }
  return FALSE;
}

char *
plt_load_model_get_summary (PltLoadModel *self)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (PLT_IS_LOAD_MODEL (self), NULL);

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
  else if (n == 0)
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
      out->title = column == COLUMN_NAME ? _ ("Person, team") : _ ("Days");
      out->flags |= PLT_GRID_COLUMN_FROZEN;
      out->width = column == COLUMN_NAME ? 24 : 7;
      out->align = column == COLUMN_NAME ? PLT_GRID_ALIGN_START : PLT_GRID_ALIGN_END;
      return;
    }
  out->id = self->ids->pdata[column - COLUMN_WEEKS];
  out->title = self->titles->pdata[column - COLUMN_WEEKS];
  out->tooltip = self->names->pdata[column - COLUMN_WEEKS];
  plt_date_to_ymd (monday_of (self, column), &year, &month, &day);
  if (day <= 7)
    out->flags |= PLT_GRID_COLUMN_EDGE; /* a month begins */
}

static gint64
get_key (PltGridModel *model, guint row)
{
  const PltNetworkLoad *load = load_of (PLT_LOAD_MODEL (model), row);

  return load != NULL ? (gint64) load->resource + 1 : -1 - (gint64) row;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind
      = load_of (PLT_LOAD_MODEL (model), row) != NULL ? PLT_GRID_ROW_NORMAL : PLT_GRID_ROW_GROUP;
}

static void
get_week_cell (PltLoadModel *self, guint row, guint column, PltGridCell *cell)
{
  const PltNetworkLoad *load = load_of (self, row);
  gboolean over;
  gint64 tenths = plt_retro_load_week (load, monday_of (self, column), &over);
  g_autofree char *days = NULL;

  if (tenths == 0)
    return;
  over = is_marked (self, row, column);
  days = plt_number_format (tenths, 1, 0);
  plt_grid_cell_take_text (cell, over ? g_strconcat ("▲ ", days, NULL) : g_strdup (days));
  cell->fill = over ? PLT_GRID_FILL_ERROR : PLT_GRID_FILL_WORK;
  cell->flags |= PLT_GRID_CELL_SURFACE;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  PltLoadModel *self = PLT_LOAD_MODEL (model);
  const PltNetworkLoad *load = load_of (self, row);
  gint64 total = 0;
  gboolean over;

  cell->flags |= PLT_GRID_CELL_READONLY;
  if (load == NULL)
    {
      if (column == COLUMN_NAME)
        cell->text = row == 0 && n_people_loads (self) > 0 ? _ ("People") : _ ("Teams");
      return;
    }
  if (column == COLUMN_NAME)
    {
      cell->text = resource_of (self, row)->name;
      return;
    }
  if (column >= COLUMN_WEEKS)
    {
      get_week_cell (self, row, column, cell);
      return;
    }
  for (guint i = 0; i < self->titles->len; i++)
    total += plt_retro_load_week (load, monday_of (self, COLUMN_WEEKS + i), &over);
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
  for (guint i = 0; i < self->load->n_weeks; i++)
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

static void
on_plan_shown (PltLoadModel *self)
{
  guint before = self->n_rows;

  g_clear_pointer (&self->load, plt_retro_load_free);
  self->load = plt_retro_load_new (plt_retro_model_get_retro (self->plan));
  g_clear_pointer (&self->away, g_array_unref);
  self->away = plt_retro_away_new (self->load);
  make_titles (self);
  self->n_rows = count_rows (self);
  plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->n_rows);
}

static void
plt_load_model_finalize (GObject *object)
{
  PltLoadModel *self = PLT_LOAD_MODEL (object);

  g_clear_pointer (&self->load, plt_retro_load_free);
  g_clear_pointer (&self->away, g_array_unref);
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
  on_plan_shown (self);
  return self;
}
