#include "plt-presence-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-paths.h"
#include "plt-plan-version.h"
#include "plt-text.h"

#define LEFT 2 /* number, name */

typedef enum
{
  ROW_NUMBERS, /* of the shooting days */
  ROW_WEEKS,
  ROW_ELEMENT,
  ROW_SUM, /* of the roles */
  ROW_CATEGORY,
} RowKind;

typedef struct
{
  RowKind kind;
  gint64 element;
  char *number, *name;
  PltPresenceCell *cells; /* one a column of the table */
  char *totals[8];
} Row;

typedef struct
{
  char *id, *title, *tooltip, *number, *week;
  gint64 day; /* 0: a date with events only */
  guint n_roles;
} Column;

struct _PltPresenceModel
{
  GObject parent_instance;

  PltSession *session;
  PltLetters *letters;
  GPtrArray *columns, *rows;
  gboolean international, all;
};

static const struct
{
  const char *id, *title, *tooltip;
  guint width;
} totals[] = {
  { "worked", N_ ("Days"), N_ ("Days of shooting"), 6 },
  { "waiting", N_ ("Waiting"), N_ ("Days of paid waiting"), 8 },
  { "other", N_ ("Others"), N_ ("Fittings, rehearsals, travel, dubbing"), 7 },
  { "paid", N_ ("Paid"), N_ ("Days whose letter is paid"), 6 },
  { "promised", N_ ("Guaranteed"), N_ ("Days that the contract guarantees"), 9 },
  { "span", N_ ("Span"),
    N_ ("Shooting days from the first to the last; marked when they are more than twice the days "
        "of shooting"),
    6 },
  { "first", N_ ("First"), N_ ("First day of shooting"), 9 },
  { "last", N_ ("Last"), N_ ("Last day of shooting"), 9 },
};
#define SPAN 5

static void plt_presence_model_grid_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltPresenceModel,
                               plt_presence_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_presence_model_grid_init))

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->number);
  g_free (row->name);
  g_free (row->cells);
  for (guint i = 0; i < G_N_ELEMENTS (row->totals); i++)
    g_free (row->totals[i]);
  g_free (row);
}

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->id);
  g_free (column->title);
  g_free (column->tooltip);
  g_free (column->number);
  g_free (column->week);
  g_free (column);
}

/* ---- reading the session ---- */

/* "12/4", or the number of a day without date. */
static char *
title_of (const PltPresenceColumn *column)
{
  int month, day;

  if (column->date == PLT_DATE_NONE)
    return column->day != NULL && column->day->number > 0
               ? g_strdup_printf (_ ("D%u"), column->day->number)
               : g_strdup ("\342\200\223");
  plt_date_to_ymd (column->date, NULL, &month, &day);
  return g_strdup_printf ("%d/%d", day, month);
}

static char *
number_of (const PltPresenceColumn *column)
{
  if (column->day == NULL)
    return g_strdup ("");
  if (column->day->number == 0)
    return g_strdup ("\302\267");
  return g_strdup_printf (column->day->day->unit > 1 ? _ ("D%u u2") : _ ("D%u"),
                          column->day->number);
}

static Column *
new_column (const PltPresenceColumn *from, guint at)
{
  Column *column = g_new0 (Column, 1);

  column->title = title_of (from);
  column->number = number_of (from);
  column->week = from->date != PLT_DATE_NONE
                     ? g_strdup_printf ("%d", plt_date_iso_week (from->date))
                     : g_strdup ("");
  column->n_roles = from->n_roles;
  if (from->day != NULL)
    {
      column->day = from->day->day->id;
      column->id = g_strdup_printf ("day-%" G_GINT64_FORMAT, column->day);
    }
  else
    column->id = g_strdup_printf ("date-%d", from->date);
  if (from->date != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_format_long (from->date);

      column->tooltip = from->day != NULL ? g_strdup_printf ("%s\302\240: %s", column->number, date)
                                          : g_steal_pointer (&date);
    }
  return column;
}

static char *
count_text (guint n)
{
  return n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
}

static char *
column_name (const PltPresenceTable *table, int at)
{
  const PltPresenceColumn *column = at >= 0 ? table->columns->pdata[at] : NULL;

  if (column == NULL)
    return g_strdup ("");
  return column->date != PLT_DATE_NONE ? plt_date_format_short (column->date) : title_of (column);
}

static Row *
add_row (GPtrArray *rows, RowKind kind, const char *name)
{
  Row *row = g_new0 (Row, 1);

  row->kind = kind;
  row->number = g_strdup ("");
  row->name = g_strdup (name);
  for (guint i = 0; i < G_N_ELEMENTS (row->totals); i++)
    row->totals[i] = g_strdup ("");
  g_ptr_array_add (rows, row);
  return row;
}

static void
add_element (GPtrArray *rows, const PltPresenceTable *table, const PltPresenceRow *from)
{
  Row *row = add_row (rows, ROW_ELEMENT, from->element->name);
  char *texts[] = {
    count_text (from->n_worked),
    count_text (from->n_waiting),
    count_text (from->n_fitting + from->n_rehearsal + from->n_travel + from->n_dubbing),
    count_text (from->n_paid),
    from->n_guaranteed != PLT_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, from->n_guaranteed)
                                      : g_strdup (""),
    /* a word besides the colour */
    from->costly ? g_strdup_printf ("%u !", from->n_span) : count_text (from->n_span),
    column_name (table, from->first),
    column_name (table, from->last),
  };

  row->element = from->element->id;
  g_free (row->number);
  row->number = from->element->number != PLT_UNKNOWN
                    ? g_strdup_printf ("%" G_GINT64_FORMAT, from->element->number)
                    : g_strdup (from->category->code);
  row->cells = g_memdup2 (from->cells, sizeof (PltPresenceCell) * MAX (table->columns->len, 1));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_free (row->totals[i]);
      row->totals[i] = texts[i];
    }
}

static void
add_sum (GPtrArray *rows, const PltPresenceTable *table)
{
  Row *row = add_row (rows, ROW_SUM, _ ("Roles on the day"));
  guint sums[4] = { 0 };

  for (guint i = 0; i < table->rows->len; i++)
    {
      const PltPresenceRow *from = table->rows->pdata[i];

      if (!plt_presence_row_is_role (from))
        continue;
      sums[0] += from->n_worked;
      sums[1] += from->n_waiting;
      sums[2] += from->n_fitting + from->n_rehearsal + from->n_travel + from->n_dubbing;
      sums[3] += from->n_paid;
    }
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_free (row->totals[i]);
      row->totals[i] = count_text (sums[i]);
    }
}

static GPtrArray *
read_rows (const PltPresenceModel *self, const PltPresenceTable *table)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_free);
  const PltCategoryFacts *category = NULL;
  guint i = 0;

  if (table->columns->len == 0 || table->rows->len == 0)
    return rows;
  add_row (rows, ROW_NUMBERS, _ ("Shooting day"));
  add_row (rows, ROW_WEEKS, _ ("Week"));
  for (; i < table->rows->len && plt_presence_row_is_role (table->rows->pdata[i]); i++)
    add_element (rows, table, table->rows->pdata[i]);
  if (i > 0)
    add_sum (rows, table);
  for (; self->all && i < table->rows->len; i++)
    {
      const PltPresenceRow *row = table->rows->pdata[i];

      if (row->category != category)
        add_row (rows, ROW_CATEGORY, row->category->name)->element = row->category->id;
      category = row->category;
      add_element (rows, table, row);
    }
  return rows;
}

static gboolean
same_columns (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    {
      const Column *x = a->pdata[i], *y = b->pdata[i];

      same = strcmp (x->id, y->id) == 0 && strcmp (x->title, y->title) == 0
             && g_strcmp0 (x->tooltip, y->tooltip) == 0;
    }
  return same;
}

/* What may differ between columns of the same titles. */
static void
take_figures (GPtrArray *to, const GPtrArray *from)
{
  for (guint i = 0; i < to->len; i++)
    {
      Column *kept = to->pdata[i];
      const Column *read = from->pdata[i];

      plt_set_str (&kept->number, read->number);
      kept->n_roles = read->n_roles;
    }
}

static gint64
key_of (const Row *row)
{
  switch (row->kind)
    {
    case ROW_ELEMENT:
      return row->element;
    case ROW_CATEGORY:
      return -100 - row->element;
    case ROW_NUMBERS:
    case ROW_WEEKS:
    case ROW_SUM:
    default:
      return -1 - (gint64) row->kind;
    }
}

static gboolean
same_rows (const GPtrArray *a, const GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = key_of (a->pdata[i]) == key_of (b->pdata[i]);
  return same;
}

void
plt_presence_model_refresh (PltPresenceModel *self)
{
  const PltFacts *facts;
  const PltPlan *plan;
  g_autofree char *shipped = NULL;
  g_autoptr (PltPresenceTable) table = NULL;
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);
  GPtrArray *rows, *before_rows = self->rows, *before_columns = self->columns;

  g_return_if_fail (PLT_IS_PRESENCE_MODEL (self));

  facts = plt_session_get_facts (self->session);
  plan = plt_session_get_plan (self->session);
  shipped = plt_paths_read ("referentials/" PLT_LETTERS_REFERENTIAL ".tsv", NULL, NULL);
  g_clear_pointer (&self->letters, plt_letters_free);
  self->letters = plt_letters_new (facts, shipped);
  table = plt_presence_table_new (plan, self->letters);
  for (guint i = 0; i < table->columns->len; i++)
    g_ptr_array_add (columns, new_column (table->columns->pdata[i], i));
  rows = read_rows (self, table);
  if (same_columns (before_columns, columns))
    {
      /* the grid holds the titles of the columns it knows */
      take_figures (before_columns, columns);
      self->rows = rows;
      if (same_rows (before_rows, rows))
        plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, rows->len);
      else
        plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before_rows->len, rows->len);
    }
  else
    {
      /* no rows while the columns change, so that none is read with the wrong ones */
      self->rows = g_ptr_array_new_with_free_func (row_free);
      plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before_rows->len, 0);
      self->columns = columns;
      plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
      g_ptr_array_unref (self->rows);
      self->rows = rows;
      plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, 0, rows->len);
    }
  g_ptr_array_unref (before_rows);
  g_ptr_array_unref (self->columns == columns ? before_columns : columns);
}

PltPresenceModel *
plt_presence_model_new (PltSession *session)
{
  PltPresenceModel *self = g_object_new (PLT_TYPE_PRESENCE_MODEL, NULL);

  self->session = g_object_ref (session);
  return self;
}

void
plt_presence_model_set_international (PltPresenceModel *self, gboolean international)
{
  g_return_if_fail (PLT_IS_PRESENCE_MODEL (self));

  self->international = international;
  plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, self->rows->len);
}

void
plt_presence_model_set_all (PltPresenceModel *self, gboolean all)
{
  g_return_if_fail (PLT_IS_PRESENCE_MODEL (self));

  if (self->all == all)
    return;
  self->all = all;
  plt_presence_model_refresh (self);
}

PltRef
plt_presence_model_get_ref (PltPresenceModel *self, guint row, guint column)
{
  const Row *found;

  g_return_val_if_fail (PLT_IS_PRESENCE_MODEL (self), ((PltRef){ NULL }));

  if (row >= self->rows->len)
    return (PltRef){ NULL };
  found = self->rows->pdata[row];
  if (found->kind == ROW_ELEMENT)
    return (PltRef){ "element", found->element, NULL };
  if (column >= LEFT && column - LEFT < self->columns->len
      && ((const Column *) self->columns->pdata[column - LEFT])->day != 0)
    return (PltRef){ "shooting_day", ((const Column *) self->columns->pdata[column - LEFT])->day,
                     NULL };
  return (PltRef){ NULL };
}

guint
plt_presence_model_first_day (PltPresenceModel *self)
{
  g_return_val_if_fail (PLT_IS_PRESENCE_MODEL (self), LEFT);

  for (guint i = 0; i < self->columns->len; i++)
    if (((const Column *) self->columns->pdata[i])->day != 0)
      return LEFT + i;
  return LEFT;
}

int
plt_presence_model_find_ref (PltPresenceModel *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_PRESENCE_MODEL (self), -1);

  for (guint i = 0; i < self->rows->len && g_strcmp0 (ref.table, "element") == 0; i++)
    {
      const Row *row = self->rows->pdata[i];

      if (row->kind == ROW_ELEMENT && row->element == ref.id)
        return (int) i;
    }
  return -1;
}

/* What a meaning is called in the language of the window. */
static const char *
name_of (PltMeaning meaning)
{
  return plt_choice_title (plt_column_find_choice (
      plt_table_column (plt_table_find ("presence"), "meaning"), plt_meaning_id (meaning)));
}

char *
plt_presence_model_legend (PltPresenceModel *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (PLT_IS_PRESENCE_MODEL (self), NULL);

  for (guint i = 1; self->letters != NULL && i < PLT_N_MEANINGS; i++)
    {
      const char *letter = plt_letters_get (self->letters, (PltMeaning) i, self->international);

      if (*letter != '\0')
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? " \302\267 " : "", letter,
                                name_of ((PltMeaning) i));
    }
  return g_string_free (text, FALSE);
}

/* ---- changes ---- */

/* The row and column of the table that a cell of the grid shows. FALSE with a sentence when nothing
 * can be typed there. */
static gboolean
locate (
    PltPresenceModel *self, const PltGridEdit *edit, const Row **row, guint *column, GError **error)
{
  if (edit->row < 0 || (guint) edit->row >= self->rows->len || edit->column < LEFT
      || (guint) edit->column - LEFT >= self->columns->len)
    return plt_grid_model_refuse (error);
  *row = self->rows->pdata[edit->row];
  *column = (guint) edit->column - LEFT;
  return (*row)->kind == ROW_ELEMENT || plt_grid_model_refuse (error);
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltPresenceModel *self = PLT_PRESENCE_MODEL (model);
  const PltPlan *plan = plt_session_get_plan (self->session);
  g_autoptr (PltPresenceTable) table = plt_presence_table_new (plan, self->letters);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (n_new_rows > 0)
    return plt_grid_model_refuse (error);
  if (plan->schedule != NULL && plt_schedule_is_frozen (plan->facts, plan->schedule->id))
    {
      g_autofree char *sentence = plt_schedule_frozen_sentence (plan->schedule);

      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, sentence);
      return FALSE;
    }
  for (guint i = 0; i < n_edits; i++)
    {
      const PltPresenceRow *found;
      const Row *row = NULL;
      guint column = 0;
      PltMeaning meaning;

      if (!locate (self, &edits[i], &row, &column, error))
        return FALSE;
      if (!plt_letters_parse (self->letters, edits[i].text, &meaning))
        {
          g_autofree char *legend = plt_presence_model_legend (self);

          g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                       _ ("“%s” is no letter of presence. There are: %s."), edits[i].text, legend);
          return FALSE;
        }
      found = plt_presence_table_find (table, row->element);
      if (found == NULL)
        return plt_grid_model_refuse (error);
      /* emptying a block passes over the dates of events */
      if (meaning == PLT_MEANING_NONE && found->cells[column].typed == 0)
        continue;
      if (!plt_presence_type (table, found, column, meaning, batch, error))
        return FALSE;
    }
  if (plt_batch_get_n_edits (batch) == 0)
    return TRUE;
  label = n_edits == 1
              /* Translators: a role: "Presence of NORA" */
              ? g_strdup_printf (_ ("Presence of %s"),
                                 ((const Row *) self->rows->pdata[edits[0].row])->name)
              : g_strdup_printf (ngettext ("Change %u presence", "Change %u presences", n_edits),
                                 n_edits);
  return plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, error);
}

static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  const PltGridEdit edit = { (int) row, (int) column, text };

  return set_many (model, &edit, 1, 0, error);
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_PRESENCE_MODEL (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return LEFT + PLT_PRESENCE_MODEL (model)->columns->len + (guint) G_N_ELEMENTS (totals);
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  PltPresenceModel *self = PLT_PRESENCE_MODEL (model);
  const Column *column;

  out->flags = PLT_GRID_COLUMN_UNSORTED;
  if (at < LEFT)
    {
      out->id = at == 0 ? "number" : "name";
      out->title = at == 0 ? _ ("No.") : _ ("Role");
      out->width = at == 0 ? 5 : 20;
      out->align = at == 0 ? PLT_GRID_ALIGN_END : PLT_GRID_ALIGN_START;
      out->flags |= PLT_GRID_COLUMN_FROZEN;
      return;
    }
  if (at - LEFT >= self->columns->len)
    {
      guint total = at - LEFT - self->columns->len;

      out->id = totals[total].id;
      out->title = _ (totals[total].title);
      out->tooltip = _ (totals[total].tooltip);
      out->width = totals[total].width;
      out->align = PLT_GRID_ALIGN_END;
      return;
    }
  column = self->columns->pdata[at - LEFT];
  out->id = column->id;
  out->title = column->title;
  out->tooltip = column->tooltip;
  out->width = 4;
  out->align = PLT_GRID_ALIGN_CENTER;
  out->flags |= PLT_GRID_COLUMN_EDITABLE;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return key_of (PLT_PRESENCE_MODEL (model)->rows->pdata[row]);
}

static PltGridFill
fill_of (PltMeaning meaning)
{
  switch (meaning)
    {
    case PLT_MEANING_SHOOTS:
    case PLT_MEANING_CALLED_BACK:
      return PLT_GRID_FILL_WORK;
    case PLT_MEANING_WAITS:
      return PLT_GRID_FILL_WAIT;
    case PLT_MEANING_FITTING:
    case PLT_MEANING_REHEARSAL:
    case PLT_MEANING_TRAVEL:
    case PLT_MEANING_DUBBING:
      return PLT_GRID_FILL_MEET;
    case PLT_MEANING_FREE:
    case PLT_MEANING_RELEASED:
    case PLT_MEANING_DAY_OFF:
    case PLT_MEANING_NONE:
    case PLT_N_MEANINGS:
    default:
      return PLT_GRID_FILL_NONE;
    }
}

static void
show_presence (PltPresenceModel *self,
               const PltPresenceCell *from,
               gboolean is_day,
               PltGridCell *cell)
{
  PltMeaning meaning = (PltMeaning) from->meaning;

  plt_grid_cell_take_text (cell, plt_presence_cell_text (from, self->letters, self->international));
  cell->fill = fill_of (meaning);
  if (plt_meaning_is_work (meaning))
    cell->flags |= PLT_GRID_CELL_BOLD;
  else if (cell->fill == PLT_GRID_FILL_NONE)
    cell->flags |= PLT_GRID_CELL_MUTED;
  if (!is_day)
    cell->flags |= PLT_GRID_CELL_READONLY;
  if ((from->flags & PLT_PRESENCE_TYPED) != 0)
    {
      cell->flags |= PLT_GRID_CELL_TYPED;
      plt_grid_cell_take_message (
          cell, g_strdup_printf (
                    _ ("%s, typed. Without it: %s. Delete takes it back."), name_of (meaning),
                    from->derived != PLT_MEANING_NONE ? name_of ((PltMeaning) from->derived)
                                                      : _ ("nothing")));
    }
  else if (meaning != PLT_MEANING_NONE)
    cell->message = name_of (meaning);
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *cell)
{
  PltPresenceModel *self = PLT_PRESENCE_MODEL (model);
  const Row *row = self->rows->pdata[at];
  const Column *day;

  if (column < LEFT || column - LEFT >= self->columns->len)
    {
      guint total = column - LEFT - self->columns->len;

      cell->flags |= PLT_GRID_CELL_READONLY;
      cell->text = column == 0 ? row->number : column == 1 ? row->name : row->totals[total];
      if (column == 1 || column == LEFT + self->columns->len)
        cell->flags |= PLT_GRID_CELL_BOLD;
      if (column >= LEFT && total == SPAN && strchr (cell->text, '!') != NULL)
        {
          cell->fill = PLT_GRID_FILL_WARNING;
          cell->message = _ ("More than twice the days of shooting: it costs to keep them.");
        }
      return;
    }
  day = self->columns->pdata[column - LEFT];
  if (row->kind == ROW_ELEMENT)
    {
      show_presence (self, &row->cells[column - LEFT], day->day != 0, cell);
      return;
    }
  cell->flags |= PLT_GRID_CELL_READONLY;
  if (row->kind == ROW_NUMBERS)
    cell->text = day->number;
  else if (row->kind == ROW_WEEKS)
    cell->text = day->week;
  else if (row->kind == ROW_SUM)
    plt_grid_cell_take_text (cell, count_text (day->n_roles));
}

static char *
get_edit_text (PltGridModel *model, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  get_cell (model, row, column, &cell);
  return g_strdup (cell.text);
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  static const PltGridRowKind kinds[] = { [ROW_NUMBERS] = PLT_GRID_ROW_SUBTOTAL,
                                          [ROW_WEEKS] = PLT_GRID_ROW_SUBTOTAL,
                                          [ROW_ELEMENT] = PLT_GRID_ROW_NORMAL,
                                          [ROW_SUM] = PLT_GRID_ROW_TOTAL,
                                          [ROW_CATEGORY] = PLT_GRID_ROW_GROUP };

  out->kind = kinds[((const Row *) PLT_PRESENCE_MODEL (model)->rows->pdata[row])->kind];
}

static void
plt_presence_model_grid_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_row = get_row;
  iface->get_edit_text = get_edit_text;
  iface->set_text = set_text;
  iface->set_many = set_many;
}

static void
plt_presence_model_finalize (GObject *object)
{
  PltPresenceModel *self = PLT_PRESENCE_MODEL (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->letters, plt_letters_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plt_presence_model_parent_class)->finalize (object);
}

static void
plt_presence_model_class_init (PltPresenceModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_presence_model_finalize;
}

static void
plt_presence_model_init (PltPresenceModel *self)
{
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
}
