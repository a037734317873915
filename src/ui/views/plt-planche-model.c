#include "plt-planche-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-paths.h"
#include "plt-plan-version.h"
#include "plt-planche-edit.h"
#include "plt-text.h"

enum
{
  LEFT_CODE,
  LEFT_NAME,
  LEFT_PLAYER,
  LEFT_WORKED,
  LEFT_WAITING,
  LEFT_PAID,
  N_LEFT,
};

#define BAND_KEY(band) (-1000 - (gint64) (band))
#define LINE_KEY(line) (-1 - (gint64) (line))
#define DETAILS_KEY BAND_KEY (PLT_PLANCHE_N_BANDS)

typedef struct
{
  const char *text; /* of the strings of the model */
  guint16 span, before;
  guint8 flags, fill;
} Cell;

typedef enum
{
  ROW_LINE,
  ROW_GROUP,
  ROW_ELEMENT,
} RowKind;

typedef struct
{
  RowKind kind;
  int what; /* a line, a band, or PLT_PLANCHE_N_BANDS for the details of the séquences */
  gint64 key;
  gint64 element;
  gboolean expanded;
  const char *left[N_LEFT];
  Cell *cells; /* one a column of the planche */
} Row;

typedef struct
{
  char *id, *title;
  const char *tooltip; /* of the strings */
  gint64 day, strip, sequence;
  PltDate date;
  guint first; /* column of the planche that its day begins with */
  gboolean off;
} Column;

struct _PltPlancheModel
{
  GObject parent_instance;

  PltSession *session;
  GStringChunk *strings;
  GPtrArray *rows;    /* Row */
  GPtrArray *columns; /* Column */
  guint n_frozen_rows;
  gboolean frozen_plan; /* a published version */
  gboolean hide_empty, days_off;
  gboolean closed[PLT_PLANCHE_N_BANDS + 1];
};

static void plt_planche_model_grid_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltPlancheModel,
                               plt_planche_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_planche_model_grid_init))

static const char *const line_titles[PLT_PLANCHE_N_LINES] = {
  [PLT_PLANCHE_WEEK] = N_ ("Week"),
  [PLT_PLANCHE_DAY] = N_ ("Shooting day"),
  [PLT_PLANCHE_DATE] = N_ ("Date"),
  [PLT_PLANCHE_TYPE] = N_ ("Kind of day"),
  [PLT_PLANCHE_PLACE] = N_ ("Location"),
  [PLT_PLANCHE_ADDRESS] = N_ ("Address"),
  [PLT_PLANCHE_HOURS] = N_ ("Hours"),
  [PLT_PLANCHE_SUN] = N_ ("Sun times"),
  [PLT_PLANCHE_SET] = N_ ("Set"),
  [PLT_PLANCHE_EFFECT] = N_ ("Effect"),
  [PLT_PLANCHE_NUMBER] = N_ ("Sequence"),
  [PLT_PLANCHE_SYNOPSIS] = N_ ("Synopsis"),
  [PLT_PLANCHE_STORY_DAY] = N_ ("Story day"),
  [PLT_PLANCHE_LENGTH] = N_ ("Length"),
  [PLT_PLANCHE_PAGES] = N_ ("Pages"),
  [PLT_PLANCHE_SHOTS] = N_ ("Shots"),
  [PLT_PLANCHE_TIME] = N_ ("Shooting time"),
  [PLT_PLANCHE_NOTE] = N_ ("Note of the day"),
};

/* Those that stay at the top, then those that scroll. */
static const PltPlancheLine head_lines[]
    = { PLT_PLANCHE_WEEK,  PLT_PLANCHE_DAY, PLT_PLANCHE_DATE,   PLT_PLANCHE_PLACE,
        PLT_PLANCHE_HOURS, PLT_PLANCHE_SET, PLT_PLANCHE_EFFECT, PLT_PLANCHE_NUMBER };
static const PltPlancheLine detail_lines[]
    = { PLT_PLANCHE_SYNOPSIS, PLT_PLANCHE_STORY_DAY, PLT_PLANCHE_LENGTH,
        PLT_PLANCHE_PAGES,    PLT_PLANCHE_SHOTS,     PLT_PLANCHE_TIME,
        PLT_PLANCHE_SUN,      PLT_PLANCHE_TYPE,      PLT_PLANCHE_NOTE };

static const char *const band_titles[PLT_PLANCHE_N_BANDS] = {
  [PLT_PLANCHE_ROLES] = N_ ("Roles"),
  [PLT_PLANCHE_SILHOUETTES] = N_ ("Featured extras"),
  [PLT_PLANCHE_STUNTS] = N_ ("Doubles and stunts"),
  [PLT_PLANCHE_EXTRAS] = N_ ("Extras"),
  [PLT_PLANCHE_CHILDREN] = N_ ("Children"),
  [PLT_PLANCHE_ANIMALS] = N_ ("Animals"),
  [PLT_PLANCHE_VEHICLES] = N_ ("Picture vehicles"),
  [PLT_PLANCHE_WEAPONS] = N_ ("Weapons"),
  [PLT_PLANCHE_PROPS] = N_ ("Props"),
  [PLT_PLANCHE_SET_DRESSING] = N_ ("Set dressing"),
  [PLT_PLANCHE_SFX] = N_ ("Special effects"),
  [PLT_PLANCHE_VFX] = N_ ("Visual effects"),
  [PLT_PLANCHE_EQUIPMENT] = N_ ("Special equipment"),
  [PLT_PLANCHE_CREW] = N_ ("Crew and reinforcements"),
  [PLT_PLANCHE_COSTUMES] = N_ ("Costumes, make-up and hair"),
  [PLT_PLANCHE_UNIT] = N_ ("Unit and safety"),
  [PLT_PLANCHE_OTHER] = N_ ("Others"),
};

/* ---- making ---- */

static void
row_free (gpointer data)
{
  g_free (((Row *) data)->cells);
  g_free (data);
}

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->id);
  g_free (column->title);
  g_free (column);
}

static const char *
keep (PltPlancheModel *self, const char *text)
{
  return *text != '\0' ? g_string_chunk_insert_const (self->strings, text) : "";
}

static const char *
keep_number (PltPlancheModel *self, guint number)
{
  char text[16];

  g_snprintf (text, sizeof text, "%u", number);
  return keep (self, text);
}

static Row *
add_row (PltPlancheModel *self, RowKind kind, int what, gint64 key)
{
  Row *row = g_new0 (Row, 1);

  row->kind = kind;
  row->what = what;
  row->key = key;
  for (guint i = 0; i < N_LEFT; i++)
    row->left[i] = "";
  row->cells = g_new0 (Cell, MAX (self->columns->len, 1));
  for (guint c = 0; c < self->columns->len; c++)
    {
      const Column *column = self->columns->pdata[c];

      row->cells[c].text = "";
      row->cells[c].flags = PLT_GRID_CELL_CENTER | PLT_GRID_CELL_READONLY;
      if (column->off && kind != ROW_GROUP)
        row->cells[c].fill = PLT_GRID_FILL_OFF;
    }
  g_ptr_array_add (self->rows, row);
  return row;
}

/* "J3 mar. 12 mai, 12A": what stands read aloud before a cell. */
static char *
column_title (const PltPlanche *planche, guint c)
{
  g_autofree char *day
      = plt_planche_text (planche, PLT_PLANCHE_DAY, plt_planche_day (planche, c)->first);
  g_autofree char *number = plt_planche_text (planche, PLT_PLANCHE_NUMBER, c);

  if (plt_planche_day (planche, c)->off)
    return plt_planche_off_text (planche, ((PltPlancheColumn *) planche->columns->pdata[c])->day);
  return g_strdup_printf ("%s%s%s", day, *number != '\0' ? " \302\267 " : "", number);
}

static void
add_column (PltPlancheModel *self, GPtrArray *columns, const PltPlanche *planche, guint c)
{
  const PltPlancheDay *day = plt_planche_day (planche, c);
  const PltStripFacts *strip = plt_planche_strip (planche, c);
  Column *column = g_new0 (Column, 1);
  g_autofree char *set = plt_planche_text (planche, PLT_PLANCHE_SET, c);

  column->title = column_title (planche, c);
  column->tooltip = keep (self, set);
  column->off = day->off;
  column->first = day->first;
  column->date = day->date;
  column->day = day->plan != NULL ? day->plan->day->id : 0;
  column->strip = strip != NULL ? strip->id : 0;
  column->sequence = strip != NULL ? strip->sequence : 0;
  column->id = column->strip != 0 ? g_strdup_printf ("strip%" G_GINT64_FORMAT, column->strip)
               : column->day != 0 ? g_strdup_printf ("day%" G_GINT64_FORMAT, column->day)
                                  : g_strdup_printf ("date%d", (int) day->date);
  g_ptr_array_add (columns, column);
}

static guint8
fill_of (PltEffectClass effect)
{
  static const guint8 fills[]
      = { PLT_GRID_FILL_NONE,      PLT_GRID_FILL_INT_DAY,   PLT_GRID_FILL_EXT_DAY,
          PLT_GRID_FILL_INT_NIGHT, PLT_GRID_FILL_EXT_NIGHT, PLT_GRID_FILL_DAWN,
          PLT_GRID_FILL_DUSK };

  return fills[CLAMP ((int) effect, 0, (int) G_N_ELEMENTS (fills) - 1)];
}

static gboolean
can_edit_line (const PltPlancheModel *self, PltPlancheLine line, const Column *column)
{
  return !plt_session_is_read_only (self->session)
         && plt_planche_can_edit (line, column->day, column->strip, column->sequence)
         && !(self->frozen_plan && plt_planche_edits_plan (line));
}

static void
add_line (PltPlancheModel *self, const PltPlanche *planche, PltPlancheLine line)
{
  Row *row = add_row (self, ROW_LINE, line, LINE_KEY (line));

  row->left[LEFT_NAME] = _ (line_titles[line]);
  for (guint c = 0; c < self->columns->len;)
    {
      const Column *column = self->columns->pdata[c];
      guint span = MAX (plt_planche_span (planche, line, c), 1);
      g_autofree char *text = column->off && line == PLT_PLANCHE_SET
                                  ? g_strdup ("") /* too narrow: the tooltip says it */
                                  : plt_planche_text (planche, line, c);
      guint8 flags = row->cells[c].flags;

      if (can_edit_line (self, line, column))
        flags &= (guint8) ~PLT_GRID_CELL_READONLY;
      if (line <= PLT_PLANCHE_DATE || line == PLT_PLANCHE_NUMBER)
        flags |= PLT_GRID_CELL_BOLD;
      for (guint i = 0; i < span; i++)
        {
          Cell *cell = &row->cells[c + i];

          cell->text = keep (self, text);
          cell->flags = flags;
          cell->span = (guint16) span;
          cell->before = (guint16) i;
          if (line == PLT_PLANCHE_WEEK)
            cell->fill = PLT_GRID_FILL_NONE;
        }
      if (line == PLT_PLANCHE_EFFECT && !column->off)
        {
          row->cells[c].fill = fill_of (plt_planche_effect (planche, c));
          row->cells[c].flags |= PLT_GRID_CELL_SURFACE;
        }
      c += span;
    }
}

static void
add_element (PltPlancheModel *self, const PltPlanche *planche, const PltPlancheRow *of)
{
  const PltElementFacts *element = of->presence->element;
  gboolean played = of->cells != NULL && plt_presence_row_is_role (of->cells);
  Row *row = add_row (self, ROW_ELEMENT, 0, element->id);

  row->element = element->id;
  row->left[LEFT_CODE] = keep (self, of->code);
  row->left[LEFT_NAME] = keep (self, element->name);
  row->left[LEFT_PLAYER] = keep (self, of->player);
  row->left[LEFT_WORKED] = keep_number (self, of->worked);
  if (played)
    {
      row->left[LEFT_WAITING] = keep_number (self, of->waiting);
      row->left[LEFT_PAID] = keep_number (self, of->paid);
    }
  for (guint c = 0; c < self->columns->len; c++)
    {
      const Column *column = self->columns->pdata[c];
      PltPlancheMark mark = plt_planche_mark (planche, of, c);
      g_autofree char *text = plt_planche_mark_text (of, &mark);
      Cell *cell = &row->cells[c];

      cell->text = keep (self, text);
      if (mark.occurrence != NULL)
        cell->fill = PLT_GRID_FILL_MARK;
      else if (mark.letter != NULL)
        cell->flags |= PLT_GRID_CELL_MUTED;
      if (column->sequence != 0 && !plt_session_is_read_only (self->session))
        cell->flags &= (guint8) ~PLT_GRID_CELL_READONLY;
    }
}

static void
add_group (PltPlancheModel *self, int what, const char *title)
{
  Row *row = add_row (self, ROW_GROUP, what, BAND_KEY (what));

  row->expanded = !self->closed[what];
  row->left[LEFT_NAME] = title;
}

/* A closed band says how many of its elements each séquence has. */
static void
add_band (PltPlancheModel *self, const PltPlanche *planche, const PltPlancheBand *band)
{
  Row *row;

  add_group (self, band->kind, _ (band_titles[band->kind]));
  row = self->rows->pdata[self->rows->len - 1];
  row->left[LEFT_CODE] = keep_number (self, band->rows->len);
  if (!self->closed[band->kind])
    {
      for (guint i = 0; i < band->rows->len; i++)
        add_element (self, planche, band->rows->pdata[i]);
      return;
    }
  for (guint c = 0; c < self->columns->len; c++)
    {
      guint n = plt_planche_count (planche, band, c);

      if (n > 0)
        row->cells[c].text = keep_number (self, n);
    }
}

static void
fill (PltPlancheModel *self, const PltPlanche *planche)
{
  g_ptr_array_set_size (self->rows, 0);
  self->n_frozen_rows = 0;
  if (planche->columns->len == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (head_lines); i++)
    if (head_lines[i] != PLT_PLANCHE_PLACE || !plt_planche_is_empty (planche, PLT_PLANCHE_PLACE))
      add_line (self, planche, head_lines[i]);
  self->n_frozen_rows = self->rows->len;
  add_group (self, PLT_PLANCHE_N_BANDS, _ ("Sequences"));
  for (guint i = 0; i < G_N_ELEMENTS (detail_lines) && !self->closed[PLT_PLANCHE_N_BANDS]; i++)
    add_line (self, planche, detail_lines[i]);
  for (guint i = 0; i < planche->bands->len; i++)
    add_band (self, planche, planche->bands->pdata[i]);
}

static gboolean
same_columns (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const Column *one = a->pdata[i], *two = b->pdata[i];

      if (strcmp (one->id, two->id) != 0 || strcmp (one->title, two->title) != 0
          || one->first != two->first || one->off != two->off)
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_rows (const GArray *keys, const GPtrArray *rows)
{
  if (keys->len != rows->len)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (keys, gint64, i) != ((const Row *) rows->pdata[i])->key)
      return FALSE;
  return TRUE;
}

static PltPlanche *
make_planche (PltPlancheModel *self, PltLetters **letters)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltPlan *plan = plt_session_get_plan (self->session);
  g_autofree char *shipped
      = plt_paths_read ("referentials/" PLT_LETTERS_REFERENTIAL ".tsv", NULL, NULL);

  *letters = plt_letters_new (facts, shipped);
  self->frozen_plan = plan->schedule != NULL && plt_schedule_is_frozen (facts, plan->schedule->id);
  return plt_planche_new (plan, &(PltPlancheOptions){ .days_off = self->days_off,
                                                      .unplaced = !self->hide_empty,
                                                      .letters = *letters });
}

void
plt_planche_model_refresh (PltPlancheModel *self)
{
  g_autoptr (PltLetters) letters = NULL;
  g_autoptr (PltPlanche) planche = NULL;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func (column_free);
  GStringChunk *strings;
  guint n_before;

  g_return_if_fail (PLT_IS_PLANCHE_MODEL (self));

  planche = make_planche (self, &letters);
  for (guint i = 0; i < self->rows->len; i++)
    g_array_append_val (keys, ((Row *) self->rows->pdata[i])->key);
  n_before = self->rows->len;
  strings = self->strings;
  self->strings = g_string_chunk_new (4096);
  for (guint c = 0; c < planche->columns->len; c++)
    add_column (self, columns, planche, c);
  if (!same_columns (self->columns, columns))
    {
      /* no rows while the columns change, so that none is read with the wrong ones */
      g_ptr_array_set_size (self->rows, 0);
      self->n_frozen_rows = 0;
      plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, n_before, 0);
      n_before = 0;
      g_array_set_size (keys, 0);
      before = g_steal_pointer (&self->columns);
      self->columns = g_steal_pointer (&columns);
      plt_grid_model_columns_changed (PLT_GRID_MODEL (self));
    }
  else
    {
      before = g_steal_pointer (&self->columns);
      self->columns = g_steal_pointer (&columns);
      /* the grid borrows titles and ids until the columns change */
      for (guint c = 0; c < before->len; c++)
        {
          Column *old = before->pdata[c], *new = self->columns->pdata[c];
          char *id = new->id, *title = new->title;

          new->id = old->id;
          new->title = old->title;
          old->id = id;
          old->title = title;
        }
    }
  fill (self, planche);
  g_string_chunk_free (strings);
  if (same_rows (keys, self->rows))
    plt_grid_model_cells_changed (PLT_GRID_MODEL (self), 0, self->rows->len);
  else
    plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, n_before, self->rows->len);
}

void
plt_planche_model_set_hide_empty (PltPlancheModel *self, gboolean hide_empty)
{
  g_return_if_fail (PLT_IS_PLANCHE_MODEL (self));

  self->hide_empty = hide_empty;
}

void
plt_planche_model_set_days_off (PltPlancheModel *self, gboolean days_off)
{
  g_return_if_fail (PLT_IS_PLANCHE_MODEL (self));

  self->days_off = days_off;
}

/* ---- finding ---- */

static const Column *
column_at (const PltPlancheModel *self, guint column)
{
  return column >= N_LEFT && column - N_LEFT < self->columns->len
             ? self->columns->pdata[column - N_LEFT]
             : NULL;
}

static gboolean
is_of_day (const Row *row)
{
  return row->kind == ROW_LINE && (row->what < PLT_PLANCHE_SET || row->what == PLT_PLANCHE_NOTE);
}

PltRef
plt_planche_model_get_ref (PltPlancheModel *self, guint at, guint column)
{
  const Row *row;
  const Column *found;

  g_return_val_if_fail (PLT_IS_PLANCHE_MODEL (self), (PltRef){ NULL });

  if (at >= self->rows->len)
    return (PltRef){ NULL };
  row = self->rows->pdata[at];
  found = column_at (self, column);
  if (found == NULL)
    return row->element != 0 ? (PltRef){ "element", row->element, NULL } : (PltRef){ NULL };
  if (found->strip != 0 && !is_of_day (row))
    return (PltRef){ "strip", found->strip, NULL };
  return found->day != 0 ? (PltRef){ "shooting_day", found->day, NULL } : (PltRef){ NULL };
}

int
plt_planche_model_find_column (PltPlancheModel *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_PLANCHE_MODEL (self), -1);

  for (guint c = 0; c < self->columns->len && ref.table != NULL; c++)
    {
      const Column *column = self->columns->pdata[c];

      if ((g_str_equal (ref.table, "shooting_day") && column->day == ref.id)
          || (g_str_equal (ref.table, "strip") && column->strip == ref.id)
          || (g_str_equal (ref.table, "sequence") && column->sequence == ref.id && ref.id != 0))
        return (int) (N_LEFT + c);
    }
  return -1;
}

int
plt_planche_model_find_row (PltPlancheModel *self, gint64 element)
{
  g_return_val_if_fail (PLT_IS_PLANCHE_MODEL (self), -1);

  for (guint i = 0; i < self->rows->len; i++)
    if (((const Row *) self->rows->pdata[i])->element == element && element != 0)
      return (int) i;
  return -1;
}

int
plt_planche_model_step_day (PltPlancheModel *self, guint column, int step)
{
  int c = MAX ((int) column - N_LEFT, 0), n = (int) self->columns->len;
  guint first;

  g_return_val_if_fail (PLT_IS_PLANCHE_MODEL (self), -1);

  if (n == 0)
    return -1;
  if (column < N_LEFT)
    return step > 0 ? N_LEFT : -1;
  first = ((const Column *) self->columns->pdata[MIN (c, n - 1)])->first;
  for (c += step; c >= 0 && c < n; c += step)
    {
      const Column *found = self->columns->pdata[c];

      if (found->first != first && !found->off)
        return (int) (N_LEFT + found->first);
    }
  return -1;
}

/* "J12", "12/04" with or without its year: the column of a day, -1. */
static int
find_day (PltPlancheModel *self, const char *text)
{
  guint64 number = 0;
  PltDate date = PLT_DATE_NONE;
  g_autofree char *title = NULL;

  if (strchr ("JjDd", text[0]) != NULL
      && g_ascii_string_to_unsigned (text + 1, 10, 1, 9999, &number, NULL))
    title = g_strdup_printf ("J%u", (guint) number);
  else
    date = plt_planche_read_date (text, self->columns->len > 0
                                            ? ((const Column *) self->columns->pdata[0])->date
                                            : PLT_DATE_NONE);
  for (guint r = 0; title != NULL && r < self->n_frozen_rows; r++)
    {
      const Row *row = self->rows->pdata[r];

      for (guint c = 0; row->what == PLT_PLANCHE_DAY && c < self->columns->len; c++)
        if (g_str_equal (row->cells[c].text, title))
          return (int) (N_LEFT + c);
    }
  for (guint c = 0; date != PLT_DATE_NONE && c < self->columns->len; c++)
    if (((const Column *) self->columns->pdata[c])->date == date)
      return (int) (N_LEFT + c);
  return -1;
}

static int
find_line (const PltPlancheModel *self, PltPlancheLine line)
{
  for (guint r = 0; r < self->rows->len; r++)
    {
      const Row *row = self->rows->pdata[r];

      if (row->kind == ROW_LINE && row->what == (int) line)
        return (int) r;
    }
  return -1;
}

/* A séquence by its number, as people write it: "12a". */
static int
find_number (const PltPlancheModel *self, const char *text)
{
  int r = find_line (self, PLT_PLANCHE_NUMBER);
  const Row *row = r >= 0 ? self->rows->pdata[r] : NULL;

  for (guint c = 0; row != NULL && c < self->columns->len; c++)
    {
      const char *number = row->cells[c].text, *space = strchr (number, ' ');
      gsize length = space != NULL ? (gsize) (space - number) : strlen (number);

      if (length == strlen (text) && g_ascii_strncasecmp (number, text, length) == 0 && length > 0)
        return (int) (N_LEFT + c);
    }
  return -1;
}

static const char *
text_at (const PltPlancheModel *self, guint r, guint column)
{
  const Row *row = self->rows->pdata[r];

  return column < N_LEFT                          ? row->left[column]
         : row->cells[column - N_LEFT].before > 0 ? ""
                                                  : row->cells[column - N_LEFT].text;
}

static gboolean
find_words (const PltPlancheModel *self, const char *text, guint *row, guint *column, int step)
{
  guint n_columns = N_LEFT + self->columns->len, n = self->rows->len * n_columns;
  guint at = *row * n_columns + *column;

  for (guint i = 0; i < n; i++)
    {
      at = (at + (step > 0 ? 1 : n - 1)) % n;
      if (!plt_text_contains (text_at (self, at / n_columns, at % n_columns), text))
        continue;
      *row = at / n_columns;
      *column = at % n_columns;
      return TRUE;
    }
  return FALSE;
}

gboolean
plt_planche_model_search (
    PltPlancheModel *self, const char *text, guint *row, guint *column, int step)
{
  g_autofree char *wanted = NULL;
  int day, number;

  g_return_val_if_fail (PLT_IS_PLANCHE_MODEL (self) && text != NULL, FALSE);

  wanted = plt_text_squeeze (text);
  if (*wanted == '\0' || self->rows->len == 0)
    return FALSE;
  day = find_day (self, wanted);
  number = day < 0 ? find_number (self, wanted) : -1;
  if (day < 0 && number < 0)
    return find_words (self, wanted, row, column, step);
  *row = (guint) MAX (find_line (self, day >= 0 ? PLT_PLANCHE_DAY : PLT_PLANCHE_NUMBER), 0);
  *column = (guint) MAX (day, number);
  return TRUE;
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_PLANCHE_MODEL (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_LEFT + PLT_PLANCHE_MODEL (model)->columns->len;
}

static guint
get_n_frozen_rows (PltGridModel *model)
{
  return PLT_PLANCHE_MODEL (model)->n_frozen_rows;
}

static void
get_column (PltGridModel *model, guint at, PltGridColumn *out)
{
  static const struct
  {
    const char *id, *title;
    guint width;
    PltGridAlign align;
  } left[N_LEFT] = {
    { "code", N_ ("No."), 4, PLT_GRID_ALIGN_END },
    { "name", N_ ("Element"), 16, PLT_GRID_ALIGN_START },
    { "player", N_ ("Player"), 13, PLT_GRID_ALIGN_START },
    { "worked", N_ ("Days worked"), 3, PLT_GRID_ALIGN_END },
    { "waiting", N_ ("Days of waiting"), 3, PLT_GRID_ALIGN_END },
    { "paid", N_ ("Days paid"), 3, PLT_GRID_ALIGN_END },
  };
  const Column *column = column_at (PLT_PLANCHE_MODEL (model), at);

  out->flags = PLT_GRID_COLUMN_UNSORTED;
  if (column == NULL)
    {
      out->id = left[at].id;
      out->title = _ (left[at].title);
      out->width = left[at].width;
      out->align = left[at].align;
      out->flags |= PLT_GRID_COLUMN_FROZEN;
      return;
    }
  out->id = column->id;
  out->title = column->title;
  out->width = column->off ? 1 : 8;
  out->align = PLT_GRID_ALIGN_CENTER;
  if (column->first == at - N_LEFT)
    out->flags |= PLT_GRID_COLUMN_EDGE;
  if (!column->off)
    out->flags |= PLT_GRID_COLUMN_EDITABLE | PLT_GRID_COLUMN_TOGGLE;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return ((Row *) PLT_PLANCHE_MODEL (model)->rows->pdata[row])->key;
}

/* What heads the columns at the left; NULL over the names. */
static const char *
left_heading (guint column)
{
  switch (column)
    {
    case LEFT_CODE:
      return _ ("No.");
    case LEFT_PLAYER:
      return _ ("Player");
    case LEFT_WORKED:
      /* Translators: head of a narrow column: days worked */
      return _ ("W");
    case LEFT_WAITING:
      /* Translators: head of a narrow column: days of waiting, held */
      return _ ("H");
    case LEFT_PAID:
      /* Translators: head of a narrow column: days paid */
      return _ ("P");
    default:
      return NULL;
    }
}

static void
get_left_cell (const PltPlancheModel *self, const Row *row, guint column, PltGridCell *out)
{
  out->flags = PLT_GRID_CELL_READONLY;
  out->text = row->left[column];
  if (row->kind == ROW_LINE)
    out->flags |= PLT_GRID_CELL_MUTED;
  if (row->kind == ROW_LINE && row->what == PLT_PLANCHE_NUMBER && left_heading (column) != NULL)
    out->text = left_heading (column);
}

static void
get_cell (PltGridModel *model, guint at, guint column, PltGridCell *out)
{
  const PltPlancheModel *self = PLT_PLANCHE_MODEL (model);
  const Row *row = self->rows->pdata[at];
  const Cell *cell;

  if (column < N_LEFT)
    {
      get_left_cell (self, row, column, out);
      return;
    }
  cell = &row->cells[column - N_LEFT];
  out->text = cell->text;
  out->flags = cell->flags;
  out->fill = (PltGridFill) cell->fill;
  out->span = cell->span;
  out->before = cell->before;
  if (cell->text[0] == '\0' && cell->fill == PLT_GRID_FILL_OFF)
    out->message = column_at (self, column)->title;
  else if (row->kind == ROW_ELEMENT && cell->text[0] != '\0')
    out->message = column_at (self, column)->tooltip;
  else if (row->kind == ROW_LINE && cell->text[0] != '\0')
    out->message = cell->text;
}

static void
get_row (PltGridModel *model, guint at, PltGridRow *out)
{
  const Row *row = PLT_PLANCHE_MODEL (model)->rows->pdata[at];

  if (row->kind != ROW_GROUP)
    return;
  out->kind = PLT_GRID_ROW_GROUP;
  out->expandable = TRUE;
  out->expanded = row->expanded;
}

/* What is covered is copied once. */
static char *
get_edit_text (PltGridModel *model, guint at, guint column)
{
  return g_strdup (text_at (PLT_PLANCHE_MODEL (model), at, column));
}

static PltPlancheEdit
edit_of (const PltPlancheModel *self, const Row *row, const Column *column)
{
  return (PltPlancheEdit){ .day = column->day,
                           .strip = column->strip,
                           .sequence = column->sequence,
                           .element = row->kind == ROW_ELEMENT ? row->element : 0,
                           .line = row->kind == ROW_LINE ? (PltPlancheLine) row->what : 0 };
}

static gboolean
set_text (PltGridModel *model, guint at, guint column, const char *text, GError **error)
{
  PltPlancheModel *self = PLT_PLANCHE_MODEL (model);
  const Row *row = self->rows->pdata[at];
  const Column *found = column_at (self, column);
  PltPlancheEdit edit;

  if (found == NULL || row->kind == ROW_GROUP)
    return plt_grid_model_refuse (error);
  edit = edit_of (self, row, found);
  return plt_planche_edit_apply (self->session, &edit, 1, &text, error);
}

static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltPlancheModel *self = PLT_PLANCHE_MODEL (model);
  g_autofree PltPlancheEdit *what = g_new0 (PltPlancheEdit, MAX (n_edits, 1));
  g_autofree const char **texts = g_new0 (const char *, MAX (n_edits, 1));
  guint n = 0;

  for (guint i = 0; i < n_edits; i++)
    {
      const Row *row
          = (guint) edits[i].row < self->rows->len ? self->rows->pdata[edits[i].row] : NULL;
      const Column *column = column_at (self, (guint) edits[i].column);

      if (row == NULL || column == NULL || row->kind == ROW_GROUP)
        return plt_grid_model_refuse (error);
      if (row->cells[edits[i].column - N_LEFT].before > 0)
        continue; /* covered: its first cell says it */
      what[n] = edit_of (self, row, column);
      texts[n++] = edits[i].text;
    }
  return plt_planche_edit_apply (self->session, what, n, texts, error);
}

static gboolean
toggle (PltGridModel *model, guint at, guint column, GError **error)
{
  PltPlancheModel *self = PLT_PLANCHE_MODEL (model);
  Row *row = self->rows->pdata[at];
  const Column *found = column_at (self, column);
  PltPlancheEdit edit;

  if (row->kind == ROW_GROUP)
    {
      self->closed[row->what] = !self->closed[row->what];
      plt_planche_model_refresh (self);
      return TRUE;
    }
  if (row->kind != ROW_ELEMENT || found == NULL || found->sequence == 0)
    return FALSE;
  edit = edit_of (self, row, found);
  return plt_planche_edit_toggle (self->session, &edit, error);
}

static void
plt_planche_model_grid_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_n_frozen_rows = get_n_frozen_rows;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_cell = get_cell;
  iface->get_row = get_row;
  iface->get_edit_text = get_edit_text;
  iface->set_text = set_text;
  iface->set_many = set_many;
  iface->toggle = toggle;
}

/* ---- the object ---- */

PltPlancheModel *
plt_planche_model_new (PltSession *session)
{
  static const PltPlancheBandKind closed[]
      = { PLT_PLANCHE_PROPS,    PLT_PLANCHE_SET_DRESSING, PLT_PLANCHE_CREW,
          PLT_PLANCHE_COSTUMES, PLT_PLANCHE_UNIT,         PLT_PLANCHE_OTHER };
  PltPlancheModel *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_PLANCHE_MODEL, NULL);
  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    self->closed[closed[i]] = TRUE;
  return self;
}

static void
plt_planche_model_finalize (GObject *object)
{
  PltPlancheModel *self = PLT_PLANCHE_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_string_chunk_free (self->strings);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (plt_planche_model_parent_class)->finalize (object);
}

static void
plt_planche_model_class_init (PltPlancheModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_planche_model_finalize;
}

static void
plt_planche_model_init (PltPlancheModel *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->strings = g_string_chunk_new (4096);
  self->hide_empty = self->days_off = TRUE;
}
