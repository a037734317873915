#include "plt-plan-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-board-state.h"
#include "plt-time.h"

#define DOT " \302\267 "

typedef struct
{
  PltGridRowKind kind;
  PltRef ref;
  gint64 key;
  GPtrArray *cells; /* of Cell */
} Row;

typedef struct
{
  char *text;
  guint flags;
  PltGridFill fill;
} Cell;

typedef struct
{
  char *id, *title, *tooltip;
  guint width;
  PltGridAlign align;
  guint flags;
} Column;

struct _PltPlanTable
{
  GObject parent_instance;

  PltPlanTableKind kind;
  GPtrArray *columns;
  GPtrArray *rows;
};

static void plt_plan_table_grid_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltPlanTable,
                               plt_plan_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_plan_table_grid_init))

static void
cell_free (gpointer data)
{
  g_free (((Cell *) data)->text);
  g_free (data);
}

static void
row_free (gpointer data)
{
  g_ptr_array_unref (((Row *) data)->cells);
  g_free (data);
}

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->id);
  g_free (column->title);
  g_free (column->tooltip);
  g_free (column);
}

static Column *
add_column (
    GPtrArray *columns, char *id, const char *title, guint width, PltGridAlign align, guint flags)
{
  Column *column = g_new0 (Column, 1);

  column->id = id;
  column->title = g_strdup (title);
  column->width = width;
  column->align = align;
  column->flags = flags | PLT_GRID_COLUMN_UNSORTED;
  g_ptr_array_add (columns, column);
  return column;
}

static Row *
add_row (PltPlanTable *self, PltGridRowKind kind, PltRef ref, gint64 key)
{
  Row *row = g_new0 (Row, 1);

  row->kind = kind;
  row->ref = ref;
  row->key = key;
  row->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_add (self->rows, row);
  return row;
}

static Cell *
add_cell (Row *row, const char *text)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->text = g_strdup (text);
  cell->flags = PLT_GRID_CELL_READONLY;
  g_ptr_array_add (row->cells, cell);
  return cell;
}

static PltGridFill
fill_of (int effect)
{
  static const PltGridFill fills[]
      = { PLT_GRID_FILL_NONE,      PLT_GRID_FILL_INT_DAY,   PLT_GRID_FILL_EXT_DAY,
          PLT_GRID_FILL_INT_NIGHT, PLT_GRID_FILL_EXT_NIGHT, PLT_GRID_FILL_DAWN,
          PLT_GRID_FILL_DUSK };

  return fills[CLAMP (effect, 0, (int) G_N_ELEMENTS (fills) - 1)];
}

/* ---- the list by day ---- */

static void
list_columns (GPtrArray *columns)
{
  static const struct
  {
    const char *id, *title;
    guint width;
    PltGridAlign align;
    guint flags;
  } specs[] = {
    { "number", N_ ("Sequence"), 12, PLT_GRID_ALIGN_START, 0 },
    { "effect", N_ ("Effect"), 7, PLT_GRID_ALIGN_START, 0 },
    { "set", N_ ("Set"), 26, PLT_GRID_ALIGN_START, 0 },
    { "synopsis", N_ ("Synopsis"), 44, PLT_GRID_ALIGN_START, 0 },
    { "roles", N_ ("Roles"), 14, PLT_GRID_ALIGN_START, 0 },
    { "eighths", N_ ("Pages"), 8, PLT_GRID_ALIGN_END, 0 },
    { "length", N_ ("Length"), 8, PLT_GRID_ALIGN_END, 0 },
    { "time", N_ ("Shooting time"), 12, PLT_GRID_ALIGN_END, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    add_column (columns, g_strdup (specs[i].id), _ (specs[i].title), specs[i].width, specs[i].align,
                specs[i].flags);
}

static void
list_day (PltPlanTable *self, const PltBoardLane *lane)
{
  Row *row
      = add_row (self, PLT_GRID_ROW_GROUP, (PltRef){ "shooting_day", lane->day, NULL }, -lane->day);
  g_autofree char *title = plt_board_lane_title (lane);
  g_autoptr (GString) what = g_string_new (title);

  if (lane->day == 0)
    row->ref.table = NULL;
  if (*lane->hours != '\0')
    g_string_append_printf (what, DOT "%s", lane->hours);
  if (*lane->note != '\0')
    g_string_append_printf (what, DOT "%s", lane->note);
  add_cell (row, what->str);
  for (guint i = 0; i < 4; i++)
    add_cell (row, "");
  add_cell (row, "");
  add_cell (row, lane->totals.length);
  add_cell (row, lane->totals.time)->fill
      = lane->totals.overlong ? PLT_GRID_FILL_ERROR : PLT_GRID_FILL_NONE;
}

static void
list_strip (PltPlanTable *self, const PltBoardStrip *strip)
{
  PltRef ref = { strip->id != 0 ? "strip" : "sequence",
                 strip->id != 0 ? strip->id : strip->sequence, NULL };
  /* keys of days are negative, those of strips without a row come after all of them */
  Row *row = add_row (self, PLT_GRID_ROW_NORMAL, ref,
                      strip->id != 0 ? strip->id : G_MININT64 / 2 - strip->sequence);
  g_autofree char *number = *strip->part != '\0'
                                ? g_strdup_printf ("%s" DOT "%s", strip->number, strip->part)
                                : g_strdup (strip->number);

  add_cell (row, strip->kind == PLT_BOARD_SEQUENCE ? number : strip->text)->flags
      |= strip->kind == PLT_BOARD_SEQUENCE ? PLT_GRID_CELL_BOLD : PLT_GRID_CELL_MUTED;
  add_cell (row, strip->code)->fill = fill_of (strip->effect);
  add_cell (row, strip->set);
  add_cell (row, strip->synopsis);
  add_cell (row, strip->roles);
  add_cell (row, strip->eighths);
  add_cell (row, strip->length);
  add_cell (row, strip->time);
}

static void
fill_list (PltPlanTable *self, const PltPlan *plan)
{
  g_autoptr (PltBoardState) state = plt_board_state_new (plan->facts, plan, NULL);
  guint n = state->lanes->len;

  for (guint i = 1; i <= n; i++)
    {
      const PltBoardLane *lane = state->lanes->pdata[i % n]; /* the pool last */

      if (i == n && lane->strips->len == 0)
        continue;
      list_day (self, lane);
      for (guint j = 0; j < lane->strips->len; j++)
        list_strip (self, lane->strips->pdata[j]);
    }
}

/* ---- presence ---- */

static void
presence_columns (GPtrArray *columns, const PltPlan *plan)
{
  add_column (columns, g_strdup ("number"), _ ("No."), 5, PLT_GRID_ALIGN_END,
              PLT_GRID_COLUMN_FROZEN);
  add_column (columns, g_strdup ("name"), _ ("Role"), 20, PLT_GRID_ALIGN_START,
              PLT_GRID_COLUMN_FROZEN);
  add_column (columns, g_strdup ("worked"), _ ("Days"), 6, PLT_GRID_ALIGN_END,
              PLT_GRID_COLUMN_FROZEN);
  add_column (columns, g_strdup ("held"), _ ("Waiting"), 8, PLT_GRID_ALIGN_END,
              PLT_GRID_COLUMN_FROZEN);
  for (guint i = 0; plan != NULL && i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      g_autofree char *number
          = day->number > 0 ? g_strdup_printf (_ ("D%u"), day->number) : g_strdup ("");
      g_autoptr (GString) title = g_string_new (number);
      Column *column;

      if (day->day->date != PLT_DATE_NONE)
        {
          int month, of_month;

          plt_date_to_ymd (day->day->date, NULL, &month, &of_month);
          g_string_append_printf (title, "%s%d/%d", title->len > 0 ? " " : "", of_month, month);
        }
      column = add_column (columns, g_strdup_printf ("day-%" G_GINT64_FORMAT, day->day->id),
                           title->str, 9, PLT_GRID_ALIGN_CENTER, 0);
      if (day->day->date != PLT_DATE_NONE)
        column->tooltip = plt_date_format_long (day->day->date);
    }
}

static void
presence_row (PltPlanTable *self, const PltPlan *plan, const PltPresence *presence)
{
  Row *row = add_row (self, PLT_GRID_ROW_NORMAL, (PltRef){ "element", presence->element->id, NULL },
                      presence->element->id);
  g_autofree char *number = presence->element->number != PLT_UNKNOWN
                                ? g_strdup_printf ("%" G_GINT64_FORMAT, presence->element->number)
                                : g_strdup (presence->category->code);
  g_autofree char *worked = g_strdup_printf ("%u", presence->n_worked);
  g_autofree char *held
      = presence->n_held > 0 ? g_strdup_printf ("%u", presence->n_held) : g_strdup ("");

  add_cell (row, number);
  add_cell (row, presence->element->name)->flags |= PLT_GRID_CELL_BOLD;
  add_cell (row, worked);
  add_cell (row, held);
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      gboolean between = (int) i > presence->first && (int) i < presence->last;

      if (day->number == 0)
        add_cell (row, "\302\267")->flags |= PLT_GRID_CELL_MUTED;
      else if (presence->worked[i] > 0)
        add_cell (row, "T")->flags |= PLT_GRID_CELL_BOLD;
      else if (between && presence->first >= 0)
        add_cell (row, "A")->flags |= PLT_GRID_CELL_MUTED;
      else
        add_cell (row, "");
    }
}

/* How many roles are there each day. */
static void
presence_total (PltPlanTable *self, const PltPlan *plan, guint n_roles)
{
  Row *row = add_row (self, PLT_GRID_ROW_TOTAL, (PltRef){ NULL, 0, NULL }, -1);
  g_autoptr (GArray) counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), plan->days->len);
  guint days = 0, held = 0;

  g_array_set_size (counts, plan->days->len);
  for (guint i = 0; i < n_roles; i++)
    {
      const PltPresence *presence = plan->presences->pdata[i];

      days += presence->n_worked;
      held += presence->n_held;
      for (guint j = 0; j < counts->len; j++)
        g_array_index (counts, guint, j) += presence->worked[j] > 0;
    }
  add_cell (row, "");
  add_cell (row, _ ("Roles on the day"));
  {
    g_autofree char *all = g_strdup_printf ("%u", days);
    g_autofree char *waiting = g_strdup_printf ("%u", held);

    add_cell (row, all);
    add_cell (row, waiting);
  }
  for (guint i = 0; i < counts->len; i++)
    {
      guint count = g_array_index (counts, guint, i);
      g_autofree char *text = count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("");

      add_cell (row, text);
    }
}

static void
fill_presence (PltPlanTable *self, const PltPlan *plan)
{
  guint n = 0;

  /* roles come first */
  while (n < plan->presences->len
         && strcmp (((PltPresence *) plan->presences->pdata[n])->category->family, "roles") == 0)
    presence_row (self, plan, plan->presences->pdata[n++]);
  if (n > 0)
    presence_total (self, plan, n);
}

/* ---- the table ---- */

static gboolean
columns_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Column *one = a->pdata[i], *two = b->pdata[i];

      if (strcmp (one->id, two->id) != 0 || strcmp (one->title, two->title) != 0)
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
create_columns (PltPlanTable *self, const PltPlan *plan)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);

  if (self->kind == PLT_PLAN_TABLE_LIST)
    list_columns (columns);
  else
    presence_columns (columns, plan);
  return columns;
}

PltPlanTable *
plt_plan_table_new (PltPlanTableKind kind)
{
  PltPlanTable *self = g_object_new (PLT_TYPE_PLAN_TABLE, NULL);

  self->kind = kind;
  self->columns = create_columns (self, NULL);
  return self;
}

void
plt_plan_table_fill (PltPlanTable *self, const PltPlan *plan)
{
  guint before;
  GPtrArray *columns;

  g_return_if_fail (PLT_IS_PLAN_TABLE (self) && plan != NULL);

  before = self->rows->len;
  g_ptr_array_set_size (self->rows, 0);
  columns = create_columns (self, plan);
  if (columns_equal (columns, self->columns))
    g_ptr_array_unref (columns);
  else
    {
      /* no rows while the columns change, so that none is read with the wrong ones */
      plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, 0);
      before = 0;
      g_ptr_array_unref (self->columns);
      self->columns = columns;
      plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
    }
  if (self->kind == PLT_PLAN_TABLE_LIST)
    fill_list (self, plan);
  else
    fill_presence (self, plan);
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->rows->len);
}

PltRef
plt_plan_table_get_ref (PltPlanTable *self, guint row)
{
  g_return_val_if_fail (PLT_IS_PLAN_TABLE (self), ((PltRef){ NULL }));

  return row < self->rows->len ? ((Row *) self->rows->pdata[row])->ref : (PltRef){ NULL };
}

int
plt_plan_table_find_ref (PltPlanTable *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_PLAN_TABLE (self), -1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = self->rows->pdata[i];

      if (row->ref.id == ref.id && g_strcmp0 (row->ref.table, ref.table) == 0)
        return (int) i;
    }
  return -1;
}

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_PLAN_TABLE (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_PLAN_TABLE (model)->columns->len;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  const Column *column = PLT_PLAN_TABLE (model)->columns->pdata[at];

  out->id = column->id;
  out->title = column->title;
  out->tooltip = column->tooltip;
  out->width = column->width;
  out->align = column->align;
  out->flags = column->flags;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return ((Row *) PLT_PLAN_TABLE (model)->rows->pdata[row])->key;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *out)
{
  const Row *found = PLT_PLAN_TABLE (model)->rows->pdata[row];
  const Cell *cell;

  out->flags = PLT_GRID_CELL_READONLY;
  if (column >= found->cells->len)
    return;
  cell = found->cells->pdata[column];
  out->text = cell->text;
  out->flags = cell->flags;
  out->fill = cell->fill;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  out->kind = ((Row *) PLT_PLAN_TABLE (model)->rows->pdata[row])->kind;
}

static void
plt_plan_table_grid_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_row = get_row;
}

static void
plt_plan_table_finalize (GObject *object)
{
  PltPlanTable *self = PLT_PLAN_TABLE (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (plt_plan_table_parent_class)->finalize (object);
}

static void
plt_plan_table_class_init (PltPlanTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_plan_table_finalize;
}

static void
plt_plan_table_init (PltPlanTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}
