#include "plt-story-model.h"

#include <glib/gi18n-lib.h>

#include "plt-breakdown.h"
#include "plt-chronology.h"
#include "plt-effect-swatch.h"
#include "plt-text.h"
#include "plt-time.h"

enum
{
  COLUMN_NUMBER,
  COLUMN_DAY,
  COLUMN_EFFECT,
  COLUMN_SET,
  COLUMN_SYNOPSIS,
  COLUMN_COSTUMES,
  N_STORY_COLUMNS,
};

static const struct
{
  const char *id;
  const char *title;
  guint width;
} columns[N_STORY_COLUMNS] = {
  { "number", N_ ("No."), 17 },        { "day", N_ ("Story day"), 10 },
  { "effect", N_ ("Effect"), 7 },      { "set", N_ ("Set"), 30 },
  { "synopsis", N_ ("Synopsis"), 44 }, { "costumes", N_ ("Costumes"), 28 },
};

/* A day, or a séquence, copied out of the facts. */
typedef struct
{
  gboolean is_day;
  gint64 id; /* of the row; 0 for a day without one */
  gint64 key;
  guint group;      /* which day it is, or is of, from 0 */
  char *name;       /* of the day; number of the séquence */
  char *day;        /* of the séquence */
  char *set;        /* of the séquence; moment of the day */
  char *synopsis;   /* of the séquence */
  char *costumes;   /* of the séquence; length of the day */
  char *count;      /* of the day */
  const char *code; /* of the effect, static */
  PltEffectClass effect;
} Line;

struct _PltStoryModel
{
  GObject parent_instance;

  PltSession *session;
  GPtrArray *lines;   /* Line: all of them */
  GPtrArray *rows;    /* Line: those shown, borrowed */
  GHashTable *closed; /* keys of days that are folded */
  guint unplaced;     /* 1 when the first day is that of séquences without one */
};

static void plt_story_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltStoryModel,
                               plt_story_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_story_model_iface_init))

static void
line_free (gpointer data)
{
  Line *self = data;

  g_free (self->name);
  g_free (self->day);
  g_free (self->set);
  g_free (self->synopsis);
  g_free (self->costumes);
  g_free (self->count);
  g_free (self);
}

static const Line *
line_at (PltGridModel *model, guint row)
{
  return g_ptr_array_index (PLT_STORY_MODEL (model)->rows, row);
}

/* ---- reading the session ---- */

/* "NORA 1 · MILO 2A": who wears what; a role without a number of a costume is left out. */
static char *
costumes_of (const PltFacts *facts, gint64 sequence)
{
  GString *text = g_string_new (NULL);
  guint n;
  const PltOccurrenceFacts *const *occurrences = plt_facts_occurrences_of (facts, sequence, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrences[i]->element);

      if (element != NULL && *occurrences[i]->costume != '\0')
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "", element->name,
                                occurrences[i]->costume);
    }
  return g_string_free (text, FALSE);
}

static char *
length_of (const PltStoryGroup *group)
{
  gint64 eighths = 0, seconds = 0;
  g_autofree char *pages = NULL;
  g_autofree char *length = NULL;

  for (guint i = 0; i < group->sequences->len; i++)
    {
      const PltSequenceFacts *sequence = g_ptr_array_index (group->sequences, i);
      gint64 played = plt_sequence_seconds (sequence);

      eighths += sequence->eighths != PLT_UNKNOWN ? sequence->eighths : 0;
      seconds += played != PLT_UNKNOWN ? played : 0;
    }
  pages = plt_eighths_format (eighths);
  length = plt_seconds_format (seconds);
  /* Translators: a length in pages and in minutes: "3 2/8 p · 4:10" */
  return g_strdup_printf (_ ("%s p · %s"), pages, length);
}

static Line *
day_line (const PltStoryGroup *group, guint index)
{
  Line *line = g_new0 (Line, 1);

  line->is_day = TRUE;
  line->id = group->day != NULL ? group->day->id : 0;
  line->key = group->day != NULL     ? -2 * group->day->id
              : *group->name != '\0' ? -2 * (gint64) g_str_hash (group->name) - 1
                                     : G_MININT64 + 1;
  line->group = index;
  line->name = g_strdup (group->name);
  line->set = g_strdup (group->day != NULL ? group->day->moment : "");
  line->costumes = length_of (group);
  line->count = g_strdup_printf (ngettext ("%u sequence", "%u sequences", group->sequences->len),
                                 group->sequences->len);
  line->code = "";
  return line;
}

static Line *
sequence_line (const PltFacts *facts, const PltSequenceFacts *sequence, guint index)
{
  Line *line = g_new0 (Line, 1);

  line->id = line->key = sequence->id;
  line->group = index;
  line->name = g_strdup (sequence->number);
  line->day = g_strdup (sequence->story_day);
  line->set = plt_facts_set_name (facts, sequence);
  line->synopsis = g_strdup (sequence->synopsis);
  line->costumes = costumes_of (facts, sequence->id);
  line->code = plt_effect_code (sequence->int_ext, sequence->effect);
  line->effect = plt_effect_class (sequence->int_ext, sequence->effect);
  return line;
}

static gpointer
key_pointer (const Line *line)
{
  return PLT_ID_TO_POINTER (line->key);
}

static void
show_rows (PltStoryModel *self)
{
  gboolean open = TRUE;

  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);

      if (line->is_day)
        open = !g_hash_table_contains (self->closed, key_pointer (line));
      if (line->is_day || open)
        g_ptr_array_add (self->rows, line);
    }
}

void
plt_story_model_refresh (PltStoryModel *self)
{
  const PltFacts *facts;
  g_autoptr (GPtrArray) groups = NULL;
  guint before;

  g_return_if_fail (PLT_IS_STORY_MODEL (self));

  facts = plt_session_get_facts (self->session);
  groups = plt_chronology_new (facts);
  before = self->rows->len;
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->lines, 0);
  self->unplaced = 0;
  for (guint i = 0; i < groups->len; i++)
    {
      const PltStoryGroup *group = g_ptr_array_index (groups, i);

      if (*group->name == '\0')
        self->unplaced = 1;
      g_ptr_array_add (self->lines, day_line (group, i));
      for (guint j = 0; j < group->sequences->len; j++)
        g_ptr_array_add (self->lines,
                         sequence_line (facts, g_ptr_array_index (group->sequences, j), i));
    }
  show_rows (self);
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->rows->len);
}

PltRef
plt_story_model_get_ref (PltStoryModel *self, guint row)
{
  const Line *line;

  g_return_val_if_fail (PLT_IS_STORY_MODEL (self), (PltRef){ NULL });

  if (row >= self->rows->len)
    return (PltRef){ NULL };
  line = line_at (PLT_GRID_MODEL (self), row);
  if (line->id == 0)
    return (PltRef){ NULL };
  return (PltRef){ line->is_day ? "story_day" : "sequence", line->id, NULL };
}

GStrv
plt_story_model_days (PltStoryModel *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (PLT_IS_STORY_MODEL (self), NULL);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      if (line->is_day && *line->name != '\0')
        g_strv_builder_add (builder, line->name);
    }
  return g_strv_builder_end (builder);
}

static void
open_or_close (PltStoryModel *self, const Line *line)
{
  guint before = self->rows->len;

  if (!g_hash_table_remove (self->closed, key_pointer (line)))
    g_hash_table_add (self->closed, key_pointer (line));
  show_rows (self);
  plt_grid_model_rows_changed (PLT_GRID_MODEL (self), 0, before, self->rows->len);
}

int
plt_story_model_reveal (PltStoryModel *self, PltRef ref)
{
  gboolean day;
  const Line *above = NULL;

  g_return_val_if_fail (PLT_IS_STORY_MODEL (self), -1);

  day = g_strcmp0 (ref.table, "story_day") == 0;
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);

      if (line->is_day)
        above = line;
      if (line->is_day == day && line->id == ref.id && !day
          && g_hash_table_contains (self->closed, key_pointer (above)))
        open_or_close (self, above);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Line *line = line_at (PLT_GRID_MODEL (self), i);

      if (line->is_day == day && line->id == ref.id && ref.id != 0)
        return (int) i;
    }
  return -1;
}

/* ---- changes ---- */

/* Those that are made by one gesture become one step of the history. */
static gboolean
apply (
    PltStoryModel *self, const char *label, const char *merge_key, PltBatch *batch, GError **error)
{
  return plt_batch_get_n_edits (batch) == 0
         || plt_store_apply (plt_session_get_store (self->session), label, merge_key, batch, NULL,
                             error);
}

gboolean
plt_story_model_place (PltStoryModel *self,
                       const gint64 *sequences,
                       guint n_sequences,
                       const char *day,
                       GError **error)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  g_return_val_if_fail (PLT_IS_STORY_MODEL (self) && day != NULL, FALSE);

  plt_chronology_place (plt_session_get_facts (self->session), sequences, n_sequences, day, batch);
  label
      = *day != '\0'
            ? g_strdup_printf (
                ngettext ("Put %u sequence on %s", "Put %u sequences on %s", n_sequences),
                n_sequences, day)
            : g_strdup_printf (ngettext ("Take %u sequence out of its story day",
                                         "Take %u sequences out of their story days", n_sequences),
                               n_sequences);
  return apply (self, label, NULL, batch, error);
}

static gboolean
set_text (PltGridModel *model, guint row, guint column, const char *text, GError **error)
{
  PltStoryModel *self = PLT_STORY_MODEL (model);
  const PltFacts *facts = plt_session_get_facts (self->session);
  const Line *line = line_at (model, row);
  g_autoptr (PltBatch) batch = NULL;
  g_autofree char *label = NULL;

  if (!plt_grid_model_is_editable (model, row, column))
    return plt_grid_model_refuse (error);
  if (!line->is_day)
    {
      g_autofree char *day = plt_text_squeeze (text);

      return plt_story_model_place (self, &line->id, 1, day, error);
    }
  batch = plt_batch_new ();
  if (column == COLUMN_NUMBER)
    {
      label = g_strdup_printf (_ ("Rename the story day %s"), line->name);
      return plt_chronology_rename (facts, line->name, text, batch, error)
             && apply (self, label, NULL, batch, error);
    }
  label = g_strdup_printf (_ ("When %s is"), line->name);
  plt_chronology_set_moment (facts, line->name, text, batch);
  return apply (self, label, NULL, batch, error);
}

/* Pasted and filled: séquences on days, and nothing else. Edits of one text are one batch. */
static gboolean
set_many (
    PltGridModel *model, const PltGridEdit *edits, guint n_edits, guint n_new_rows, GError **error)
{
  PltStoryModel *self = PLT_STORY_MODEL (model);
  g_autoptr (GHashTable) by_day
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  g_autofree char *merge_key
      = g_strdup_printf ("story-place-%" G_GINT64_FORMAT, g_get_monotonic_time ());
  GHashTableIter iter;
  gpointer day, ids;

  if (n_new_rows > 0)
    return plt_grid_model_refuse (error);
  for (guint i = 0; i < n_edits; i++)
    {
      const Line *line = line_at (model, (guint) edits[i].row);
      g_autofree char *text = plt_text_squeeze (edits[i].text);
      GArray *list = g_hash_table_lookup (by_day, text);

      if (line->is_day || edits[i].column != COLUMN_DAY)
        return plt_grid_model_refuse (error);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (gint64));
          g_hash_table_insert (by_day, g_steal_pointer (&text), list);
        }
      g_array_append_val (list, line->id);
    }
  g_hash_table_iter_init (&iter, by_day);
  while (g_hash_table_iter_next (&iter, &day, &ids))
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autofree char *label
          = g_strdup_printf (ngettext ("Put %u sequence in its story day",
                                       "Put %u sequences in their story days", n_edits),
                             n_edits);

      plt_chronology_place (plt_session_get_facts (self->session),
                            (const gint64 *) (void *) ((GArray *) ids)->data, ((GArray *) ids)->len,
                            day, batch);
      if (!apply (self, label, merge_key, batch, error))
        return FALSE;
    }
  return TRUE;
}

/* Where a day goes that is dropped before row `to`: counted without the group of none. */
static guint
place_for (PltStoryModel *self, const Line *moved, guint row, guint to)
{
  const Line *there
      = line_at (PLT_GRID_MODEL (self), MIN (to < row ? to : to - 1, self->rows->len - 1));
  guint place = there->group;

  if (to >= row)
    place = there->group == moved->group ? moved->group + 2 : there->group + 1;
  return place > self->unplaced ? place - self->unplaced : 0;
}

static gboolean
move_day (PltStoryModel *self, guint row, guint to, GError **error)
{
  const Line *line = line_at (PLT_GRID_MODEL (self), row);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = g_strdup_printf (_ ("Move the story day %s"), line->name);

  if (*line->name == '\0' || to == row)
    return plt_grid_model_refuse (error);
  plt_chronology_move (plt_session_get_facts (self->session), line->name,
                       place_for (self, line, row, to), batch);
  return apply (self, label, NULL, batch, error);
}

static gboolean
move_rows (PltGridModel *model, guint first, guint n, guint to, GError **error)
{
  PltStoryModel *self = PLT_STORY_MODEL (model);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *day = NULL;

  if (line_at (model, first)->is_day)
    return move_day (self, first, to, error);
  for (guint i = first; i < first + n && i < self->rows->len; i++)
    if (!line_at (model, i)->is_day)
      g_array_append_val (ids, line_at (model, i)->id);
  if (to == 0)
    return plt_grid_model_refuse (error);
  for (guint i = MIN (to, self->rows->len); i > 0 && day == NULL; i--)
    if (line_at (model, i - 1)->is_day)
      day = g_strdup (line_at (model, i - 1)->name);
  return plt_story_model_place (self, (const gint64 *) (void *) ids->data, ids->len, day, error);
}

/* ---- the grid's questions ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_STORY_MODEL (model)->rows->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return N_STORY_COLUMNS;
}

static void
get_column (PltGridModel *model, guint column, PltGridColumn *out)
{
  out->id = columns[column].id;
  out->title = _ (columns[column].title);
  out->width = columns[column].width;
  out->flags = PLT_GRID_COLUMN_UNSORTED;
  if (column == COLUMN_NUMBER)
    out->flags |= PLT_GRID_COLUMN_FROZEN;
  if (column <= COLUMN_DAY || column == COLUMN_SET)
    out->flags |= PLT_GRID_COLUMN_EDITABLE;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return line_at (model, row)->key;
}

static void
get_row (PltGridModel *model, guint row, PltGridRow *out)
{
  const Line *line = line_at (model, row);

  out->kind = line->is_day ? PLT_GRID_ROW_GROUP : PLT_GRID_ROW_NORMAL;
  out->level = line->is_day ? 0 : 1;
  out->expandable = line->is_day;
  out->expanded = line->is_day
                  && !g_hash_table_contains (PLT_STORY_MODEL (model)->closed, key_pointer (line));
}

static void
get_day_cell (const Line *line, guint column, PltGridCell *cell)
{
  switch (column)
    {
    case COLUMN_NUMBER:
      cell->text = *line->name != '\0' ? line->name : _ ("Without a story day");
      cell->flags |= PLT_GRID_CELL_BOLD;
      break;
    case COLUMN_DAY:
      cell->text = line->count;
      break;
    case COLUMN_SET:
      cell->text = *line->set != '\0' || *line->name == '\0' ? line->set : _ ("when it is…");
      if (*line->set == '\0')
        cell->flags |= PLT_GRID_CELL_MUTED;
      break;
    case COLUMN_COSTUMES:
      cell->text = line->costumes;
      break;
    default:
      break;
    }
  if ((column != COLUMN_NUMBER && column != COLUMN_SET) || *line->name == '\0')
    cell->flags |= PLT_GRID_CELL_READONLY;
}

static void
get_cell (PltGridModel *model, guint row, guint column, PltGridCell *cell)
{
  const Line *line = line_at (model, row);
  const char *const texts[N_STORY_COLUMNS]
      = { line->name, line->day, line->code, line->set, line->synopsis, line->costumes };

  if (line->is_day)
    {
      get_day_cell (line, column, cell);
    }
  else
    {
      cell->text = texts[column];
      if (column == COLUMN_EFFECT)
        cell->fill = plt_effect_fill (line->effect);
      if (column != COLUMN_DAY)
        cell->flags |= PLT_GRID_CELL_READONLY;
    }
  if (plt_session_is_read_only (PLT_STORY_MODEL (model)->session))
    cell->flags |= PLT_GRID_CELL_READONLY;
}

static char *
get_edit_text (PltGridModel *model, guint row, guint column)
{
  const Line *line = line_at (model, row);
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  if (line->is_day && (column == COLUMN_NUMBER || column == COLUMN_SET))
    return g_strdup (column == COLUMN_NUMBER ? line->name : line->set);
  get_cell (model, row, column, &cell);
  return g_strdup (cell.text);
}

static GStrv
get_completions (PltGridModel *model, guint row, guint column)
{
  return column == COLUMN_DAY ? plt_story_model_days (PLT_STORY_MODEL (model)) : NULL;
}

static gboolean
toggle (PltGridModel *model, guint row, guint column, GError **error)
{
  const Line *line = line_at (model, row);

  if (!line->is_day)
    return FALSE;
  open_or_close (PLT_STORY_MODEL (model), line);
  return TRUE;
}

static gboolean
delete_rows (PltGridModel *model, guint first, guint n, GError **error)
{
  PltStoryModel *self = PLT_STORY_MODEL (model);
  const Line *line = line_at (model, first);
  guint held = 0;

  for (guint i = 0; i < self->lines->len; i++)
    held += !((Line *) self->lines->pdata[i])->is_day
            && ((Line *) self->lines->pdata[i])->group == line->group;
  if (!line->is_day || line->id == 0)
    return plt_grid_model_refuse (error);
  if (held > 0)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("The day “%s” has sequences; put them on another day first."), line->name);
      return FALSE;
    }
  return plt_session_delete (self->session, "story_day", &line->id, 1, error);
}

static guint
get_abilities (PltGridModel *model)
{
  return plt_session_is_read_only (PLT_STORY_MODEL (model)->session)
             ? PLT_GRID_CAN_NOTHING
             : PLT_GRID_CAN_MOVE | PLT_GRID_CAN_DELETE;
}

static void
plt_story_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = get_column;
  iface->get_key = get_key;
  iface->get_row = get_row;
  iface->get_cell = get_cell;
  iface->get_edit_text = get_edit_text;
  iface->get_completions = get_completions;
  iface->set_text = set_text;
  iface->set_many = set_many;
  iface->move_rows = move_rows;
  iface->delete_rows = delete_rows;
  iface->toggle = toggle;
  iface->get_abilities = get_abilities;
}

/* ---- the object ---- */

PltStoryModel *
plt_story_model_new (PltSession *session)
{
  PltStoryModel *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_STORY_MODEL, NULL);
  self->session = g_object_ref (session);
  return self;
}

static void
plt_story_model_finalize (GObject *object)
{
  PltStoryModel *self = PLT_STORY_MODEL (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->closed);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_story_model_parent_class)->finalize (object);
}

static void
plt_story_model_class_init (PltStoryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_story_model_finalize;
}

static void
plt_story_model_init (PltStoryModel *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->rows = g_ptr_array_new ();
  self->closed = g_hash_table_new (NULL, NULL);
}
