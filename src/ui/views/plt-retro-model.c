#include "plt-retro-model.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-retro-commands.h"
#include "plt-retro-gantt.h"
#include "plt-retro-model-private.h"
#include "plt-retro-paper.h"
#include "plt-row-splice.h"
#include "plt-text.h"
#include "plt-timeline-hit.h"
#include "plt-today.h"
#include "plt-views.h"

#define KEY_REGISTERS (-100)
#define KEY_OWN (-101)
#define SHOOT 2              /* the phase of the shoot */
#define KEY_REGISTER (-1000) /* and below: those of registers */
#define ROOM 400             /* days before and behind everything */
#define MOST_DAYS (30 * 366) /* a date mistyped by a century */
#define REGISTER_STRIDE G_GINT64_CONSTANT (10000000000)

static void plt_retro_model_iface_init (PltGridModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltRetroModel,
                               plt_retro_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (PLT_TYPE_GRID_MODEL,
                                                      plt_retro_model_iface_init))

static guint shown;

static const PltRetroLine *
line_at (PltRetroModel *self, guint row)
{
  return &g_array_index (self->lines, PltRetroLine, row);
}

const PltRetroLine *
plt_retro_model_get_line (PltRetroModel *self, guint row)
{
  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), NULL);

  return row < self->lines->len ? line_at (self, row) : NULL;
}

const PltRetro *
plt_retro_model_get_retro (PltRetroModel *self)
{
  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), NULL);

  return self->retro;
}

PltStore *
plt_retro_model_get_store (PltRetroModel *self)
{
  return plt_session_get_store (self->session);
}

const PltTaskFacts *
plt_retro_model_get_task (PltRetroModel *self, guint row)
{
  const PltRetroLine *line = plt_retro_model_get_line (self, row);

  return line != NULL && line->row != NULL ? line->row->task : NULL;
}

static int
find_key (PltGridModel *model, gint64 key)
{
  PltRetroModel *self = PLT_RETRO_MODEL (model);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->places, PLT_ID_TO_POINTER (key))) - 1;
}

int
plt_retro_model_find_task (PltRetroModel *self, gint64 task)
{
  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), -1);

  return find_key (PLT_GRID_MODEL (self), task);
}

int
plt_retro_model_find_index (PltRetroModel *self, guint index)
{
  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), -1);

  return index < self->n_index ? self->by_index[index] - 1 : -1;
}

gboolean
plt_retro_model_is_rebuilding (PltRetroModel *self)
{
  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), FALSE);

  return self->rebuilding;
}

PltRef
plt_retro_model_get_ref (PltRetroModel *self, guint row)
{
  const PltRetroLine *line = plt_retro_model_get_line (self, row);

  return line != NULL && line->row != NULL ? line->row->ref : (PltRef){ NULL };
}

/* What the date is of, where the title of its table does not say it: "permit: Lycée Voltaire". */
static char *
register_name (const PltRetroRow *row)
{
  static const struct
  {
    const char *table, *title;
  } names[] = {
    { "location", N_ ("permit") },
    { "element", N_ ("permit") },
    { "task", N_ ("deliverable") },
    { "event", N_ ("appointment") },
  };
  const PltTable *table = plt_table_find (row->ref.table);
  const char *title = table != NULL ? _ (table->singular) : "";

  if (g_strcmp0 (row->ref.table, "screening") == 0) /* "Projection de travail" says it */
    return g_strdup (row->name);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (row->ref.table, names[i].table) == 0)
      title = _ (names[i].title);
  /* Translators: what a row of a register is, and its name: "permit: Lycée Voltaire" */
  return g_strdup_printf (_ ("%s: %s"), title, row->name);
}

char *
plt_retro_model_get_name (PltRetroModel *self, guint at)
{
  const PltRetroLine *line = plt_retro_model_get_line (self, at);
  const PltRetroRow *row = line->row;
  guint phase;

  if (row == NULL)
    return g_strdup (_ ("Dates of other registers"));
  switch (row->kind)
    {
    case PLT_RETRO_PHASE:
      phase = plt_retro_paper_phase_number (row->phase);
      return g_strdup (phase < PLT_RETRO_N_PHASES ? plt_phase_title ((int) phase) : row->phase);
    case PLT_RETRO_REGISTER:
      return register_name (row);
    case PLT_RETRO_MILESTONE:
      return g_strdup (row->task != NULL ? row->name : _ ("Delivery (PAD)"));
    case PLT_RETRO_GROUP:
    case PLT_RETRO_TASK:
    default:
      return g_strdup (row->name);
    }
}

/* ---- which rows ---- */

static gint64
key_of (const PltRetroRow *row)
{
  guint table = 0;

  if (row->kind == PLT_RETRO_PHASE)
    return -1 - (gint64) plt_retro_paper_phase_number (row->phase);
  if (row->kind != PLT_RETRO_REGISTER)
    return row->task != NULL ? row->task->id : KEY_OWN;
  while (plt_tables ()[table] != NULL && strcmp (plt_tables ()[table]->id, row->ref.table) != 0)
    table++;
  return KEY_REGISTER - (gint64) table * REGISTER_STRIDE - row->ref.id;
}

static gboolean
has_person (const PltFacts *facts, const PltRetroRow *row, gint64 person)
{
  for (guint i = 0; row->task != NULL && i < facts->task_people.n; i++)
    if (facts->task_people.items[i].task == row->task->id
        && facts->task_people.items[i].person == person)
      return TRUE;
  return FALSE;
}

static gboolean
passes_filter (PltRetroModel *self, const PltRetroRow *row)
{
  const char *value = self->filter != NULL ? strchr (self->filter, ':') : NULL;

  if (self->filter == NULL)
    return TRUE;
  if (strcmp (self->filter, "late") == 0)
    return row->state == PLT_RETRO_LATE;
  if (strcmp (self->filter, "critical") == 0)
    return row->index >= 0 && row->dates.critical;
  if (g_str_has_prefix (self->filter, "phase:"))
    return g_strcmp0 (row->phase, value + 1) == 0;
  if (g_str_has_prefix (self->filter, "team:"))
    return row->task != NULL && strcmp (row->task->team, value + 1) == 0;
  if (g_str_has_prefix (self->filter, "person:"))
    return has_person (self->retro->facts, row, g_ascii_strtoll (value + 1, NULL, 10));
  return TRUE;
}

static gboolean
matches (PltRetroModel *self, const PltRetroRow *row)
{
  g_autofree char *folded = NULL;

  if (row->kind == PLT_RETRO_PHASE || !passes_filter (self, row))
    return FALSE;
  if (self->search == NULL)
    return TRUE;
  folded = plt_text_fold (row->name);
  return strstr (folded, self->search) != NULL;
}

static gboolean
any_matches (const guint8 *wanted, guint first, guint n)
{
  for (guint i = first; i < first + n; i++)
    if (wanted[i])
      return TRUE;
  return FALSE;
}

static void
add_line (PltRetroModel *self, const PltRetroRow *row, gint64 key, guint level, guint n_below)
{
  PltRetroLine line = { key, row, level, n_below > 0,
                        !g_hash_table_contains (self->collapsed, PLT_ID_TO_POINTER (key)) };

  g_array_append_val (self->lines, line);
}

/* The shooting days of the plan de travail are the phase of the shoot where no task is of it. */
static void
find_shoot (PltRetroModel *self)
{
  const PltPlan *plan = plt_session_get_plan (self->session);
  const char *const phase = plt_retro_phase_id (SHOOT);

  self->shoot = (PltRetroRow){ .kind = PLT_RETRO_PHASE,
                               .index = PLT_NETWORK_NONE,
                               .name = phase,
                               .phase = phase,
                               .is_held = TRUE,
                               .baseline_start = PLT_DATE_NONE,
                               .baseline_finish = PLT_DATE_NONE,
                               .people = (char *) "" };
  for (guint i = 0; i < self->retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->retro->rows, PltRetroRow, i);

      if (row->kind == PLT_RETRO_PHASE && strcmp (row->phase, phase) == 0)
        return;
    }
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];

      if (day->number == 0 || day->day->date == PLT_DATE_NONE)
        continue;
      if (!self->shoot.is_dated)
        {
          self->shoot.ref = (PltRef){ "shooting_day", day->day->id, NULL };
          self->shoot.dates.start = day->day->date;
        }
      self->shoot.is_dated = TRUE;
      self->shoot.dates.start = MIN (self->shoot.dates.start, day->day->date);
      self->shoot.dates.finish = MAX (self->shoot.dates.finish, day->day->date);
    }
}

/* Before the phases that come after it. */
static void
add_shoot (PltRetroModel *self, const PltRetroRow *next, gboolean *added)
{
  if (*added || !self->shoot.is_dated
      || (next != NULL && next->kind == PLT_RETRO_PHASE
          && plt_retro_paper_phase_number (next->phase) < SHOOT)
      || (next != NULL && next->depth > 0 && next->kind != PLT_RETRO_REGISTER))
    return;
  *added = TRUE;
  add_line (self, &self->shoot, key_of (&self->shoot), 0, 0);
}

/* All that a filter leaves, unfolded; without one what is not folded away. */
static void
collect (PltRetroModel *self)
{
  const GArray *rows = self->retro->rows;
  g_autofree guint8 *wanted = g_new0 (guint8, rows->len + 1);
  gboolean headed = FALSE;
  gboolean filtered
      = self->filter != NULL || self->search != NULL || self->sort != PLT_GRID_SORT_NONE;
  gboolean shot = filtered; /* the shooting days are in no filter */

  for (guint i = 0; i < rows->len; i++)
    wanted[i] = matches (self, &g_array_index (rows, PltRetroRow, i));
  for (guint i = 0; i < rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (rows, PltRetroRow, i);
      gint64 key = key_of (row);

      if (!wanted[i] && !any_matches (wanted, i + 1, row->n_below))
        continue;
      add_shoot (self, row, &shot);
      if (row->kind == PLT_RETRO_REGISTER && !headed)
        {
          headed = TRUE;
          add_line (self, NULL, KEY_REGISTERS, 0, 1);
        }
      if (row->kind == PLT_RETRO_REGISTER && !filtered
          && g_hash_table_contains (self->collapsed, PLT_ID_TO_POINTER (KEY_REGISTERS)))
        break;
      add_line (self, row, key, row->depth, row->n_below);
      if (!filtered && g_hash_table_contains (self->collapsed, PLT_ID_TO_POINTER (key)))
        i += row->n_below;
    }
  add_shoot (self, NULL, &shot);
}

static void
rebuild (PltRetroModel *self)
{
  g_autoptr (GArray) before = self->keys;

  g_array_set_size (self->lines, 0);
  collect (self);
  if (self->sort != PLT_GRID_SORT_NONE)
    plt_retro_sort_lines (self);
  self->keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), self->lines->len);
  g_hash_table_remove_all (self->places);
  g_free (self->by_index);
  self->n_index = self->retro->input.n_tasks;
  self->by_index = g_new0 (gint, self->n_index + 1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PltRetroLine *line = line_at (self, i);

      g_array_append_val (self->keys, line->key);
      g_hash_table_insert (self->places, PLT_ID_TO_POINTER (line->key),
                           GINT_TO_POINTER ((int) i + 1));
      if (line->row != NULL && line->row->index >= 0)
        self->by_index[line->row->index] = (int) i + 1;
    }
  self->rebuilding = TRUE;
  plt_row_splice (PLT_GRID_MODEL (self), before, self->keys);
  self->rebuilding = FALSE;
  g_signal_emit (self, shown, 0);
}

static void
compute (PltRetroModel *self)
{
  /* its findings are those of the session, looked for when there is time */
  const PltRetroOptions options = { plt_today (), self->baseline, TRUE, TRUE };
  PltRetro *retro = plt_retro_new (plt_session_get_facts (self->session),
                                   plt_session_get_plan (self->session), &options);

  g_clear_pointer (&self->retro, plt_retro_free);
  self->retro = retro;
  find_shoot (self);
  rebuild (self);
}

/* ---- what is shown ---- */

static char *
none_if_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

void
plt_retro_model_set_filter (PltRetroModel *self, const char *filter)
{
  g_return_if_fail (PLT_IS_RETRO_MODEL (self));

  g_free (self->filter);
  self->filter = none_if_empty (filter);
  rebuild (self);
}

const char *
plt_retro_model_get_filter (PltRetroModel *self)
{
  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), "");

  return self->filter != NULL ? self->filter : "";
}

void
plt_retro_model_set_search (PltRetroModel *self, const char *text)
{
  g_return_if_fail (PLT_IS_RETRO_MODEL (self));

  g_free (self->search);
  self->search = text != NULL && *text != '\0' ? plt_text_fold (text) : NULL;
  rebuild (self);
}

void
plt_retro_model_set_baseline (PltRetroModel *self, gint64 baseline)
{
  g_return_if_fail (PLT_IS_RETRO_MODEL (self));

  self->baseline = baseline;
  compute (self);
}

void
plt_retro_model_expand (PltRetroModel *self, guint row, gboolean expanded)
{
  const PltRetroLine *line = plt_retro_model_get_line (self, row);

  if (line == NULL || !line->expandable || line->expanded == expanded)
    return;
  if (expanded)
    g_hash_table_remove (self->collapsed, PLT_ID_TO_POINTER (line->key));
  else
    g_hash_table_add (self->collapsed, PLT_ID_TO_POINTER (line->key));
  rebuild (self);
}

void
plt_retro_model_expand_all (PltRetroModel *self, gboolean expanded)
{
  g_return_if_fail (PLT_IS_RETRO_MODEL (self));

  g_hash_table_remove_all (self->collapsed);
  for (guint i = 0; !expanded && i < self->retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->retro->rows, PltRetroRow, i);

      if (row->n_below > 0)
        g_hash_table_add (self->collapsed, PLT_ID_TO_POINTER (key_of (row)));
    }
  if (!expanded)
    g_hash_table_add (self->collapsed, PLT_ID_TO_POINTER ((gint64) KEY_REGISTERS));
  rebuild (self);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  gintptr one = (gintptr) a, two = (gintptr) b;

  return one < two ? -1 : one > two;
}

char *
plt_retro_model_get_folded (PltRetroModel *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GList) keys = NULL;

  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), NULL);

  keys = g_list_sort (g_hash_table_get_keys (self->collapsed), compare_keys);
  for (GList *at = keys; at != NULL; at = at->next)
    g_string_append_printf (text, "%s%" G_GINTPTR_FORMAT, text->len > 0 ? "," : "",
                            (gintptr) at->data);
  return g_string_free (text, FALSE);
}

void
plt_retro_model_set_folded (PltRetroModel *self, const char *folded)
{
  g_auto (GStrv) keys = NULL;

  g_return_if_fail (PLT_IS_RETRO_MODEL (self));

  keys = g_strsplit (folded, ",", -1);
  g_hash_table_remove_all (self->collapsed);
  for (guint i = 0; keys[i] != NULL; i++)
    if (*keys[i] != '\0')
      g_hash_table_add (self->collapsed, PLT_ID_TO_POINTER (g_ascii_strtoll (keys[i], NULL, 10)));
  rebuild (self);
}

int
plt_retro_model_reveal (PltRetroModel *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), -1);

  for (guint i = 0; i < self->retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->retro->rows, PltRetroRow, i);
      gint64 key = key_of (row);
      int at;

      if (row->kind == PLT_RETRO_PHASE || row->ref.id != ref.id
          || g_strcmp0 (row->ref.table, ref.table) != 0)
        continue;
      at = find_key (PLT_GRID_MODEL (self), key);
      if (at >= 0)
        return at;
      g_hash_table_remove_all (self->collapsed);
      g_clear_pointer (&self->filter, g_free);
      g_clear_pointer (&self->search, g_free);
      rebuild (self);
      return find_key (PLT_GRID_MODEL (self), key);
    }
  return -1;
}

/* ---- the calendar ---- */

static guint8
can_of (PltRetroModel *self, const PltRetroLine *line)
{
  const PltRetroRow *row = line->row;
  gboolean moves;

  if (row == NULL || row->task == NULL || !row->is_dated
      || plt_session_is_read_only (self->session))
    return 0;
  /* what follows the plan de travail is not moved, but dragging it says where it is */
  moves = row->state != PLT_RETRO_DONE;
  return (guint8) (PLT_TIMELINE_CAN_LINK | (moves ? PLT_TIMELINE_CAN_MOVE : 0)
                   | (moves && row->kind == PLT_RETRO_TASK ? PLT_TIMELINE_CAN_RESIZE : 0));
}

static void
hold (PltDate date, PltDate *from, PltDate *to)
{
  if (date == PLT_DATE_NONE)
    return;
  *from = *from == PLT_DATE_NONE ? date : MIN (*from, date);
  *to = *to == PLT_DATE_NONE ? date : MAX (*to, date);
}

/* All that is drawn: bars, what the baseline says of them, and what they may not pass. */
static void
find_span (PltRetroModel *self, PltDate *from, PltDate *to)
{
  *from = *to = PLT_DATE_NONE;
  for (guint i = 0; i < self->retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->retro->rows, PltRetroRow, i);

      if (!row->is_dated)
        continue;
      hold (row->dates.start, from, to);
      hold (row->dates.finish, from, to);
      if (row->in_baseline)
        {
          hold (row->baseline_start, from, to);
          hold (row->baseline_finish, from, to);
        }
      if (row->task != NULL)
        hold (row->task->deadline_date, from, to);
    }
  if (self->shoot.is_dated)
    {
      hold (self->shoot.dates.start, from, to);
      hold (self->shoot.dates.finish, from, to);
    }
  if (*from != PLT_DATE_NONE)
    *to = MIN (*to, *from + MOST_DAYS);
}

static void
add_bar (PltRetroModel *self, PltGantt *gantt, guint at)
{
  const PltRetroLine *line = line_at (self, at);
  g_autofree char *name = plt_retro_model_get_name (self, at);
  PltGanttRow *row = plt_gantt_row (gantt, name);

  row->depth = line->level;
  if (line->row == NULL)
    {
      row->flags = PLT_GANTT_GROUP;
      return;
    }
  plt_retro_gantt_bar (row, line->row);
  if (row->flags & PLT_GANTT_MILESTONE && line->row->is_dated)
    {
      g_autofree char *date = plt_date_format_short (line->row->dates.finish);
      g_autofree char *text = g_strdup_printf ("%s · %s", name, date);

      row->beside = plt_gantt_text (gantt, text);
    }
  else
    row->beside = plt_gantt_text (gantt, name);
}

PltGantt *
plt_retro_model_make_gantt (
    PltRetroModel *self, PltDate today, guint8 **can, PltDate *from, PltDate *to)
{
  PltDate first, last;
  PltGantt *gantt;
  g_autofree gint *places = NULL;

  g_return_val_if_fail (PLT_IS_RETRO_MODEL (self), NULL);

  find_span (self, from, to);
  first = *from != PLT_DATE_NONE ? *from : today;
  last = *to != PLT_DATE_NONE ? *to : today;
  gantt = plt_gantt_new (MIN (first, today) - ROOM, MAX (last, today) + ROOM);
  gantt->today = today;
  gantt->chart_only = TRUE;
  places = g_new (gint, self->n_index + 1);
  for (guint i = 0; i < self->n_index; i++)
    places[i] = self->by_index[i] - 1;
  *can = g_new0 (guint8, self->lines->len + 1);
  for (guint i = 0; i < self->lines->len; i++)
    {
      add_bar (self, gantt, i);
      (*can)[i] = can_of (self, line_at (self, i));
    }
  plt_retro_gantt_links (gantt, self->retro, places);
  plt_retro_gantt_days_off (gantt, self->retro->facts);
  plt_retro_gantt_calendars (gantt, self->retro, places);
  return gantt;
}

/* ---- as a grid ---- */

static guint
get_n_rows (PltGridModel *model)
{
  return PLT_RETRO_MODEL (model)->lines->len;
}

static guint
get_n_columns (PltGridModel *model)
{
  return PLT_RETRO_N_COLUMNS;
}

static gint64
get_key (PltGridModel *model, guint row)
{
  return line_at (PLT_RETRO_MODEL (model), row)->key;
}

static void
get_row (PltGridModel *model, guint at, PltGridRow *out)
{
  const PltRetroLine *line = line_at (PLT_RETRO_MODEL (model), at);

  out->kind = line->row == NULL || line->row->kind == PLT_RETRO_PHASE
                      || line->row->kind == PLT_RETRO_GROUP
                  ? PLT_GRID_ROW_GROUP
                  : PLT_GRID_ROW_NORMAL;
  out->level = line->level;
  out->expandable = line->expandable;
  out->expanded = line->expanded;
}

static gboolean
toggle (PltGridModel *model, guint row, guint column, GError **error)
{
  PltRetroModel *self = PLT_RETRO_MODEL (model);

  if (!line_at (self, row)->expandable)
    return FALSE;
  plt_retro_model_expand (self, row, !line_at (self, row)->expanded);
  return TRUE;
}

static guint
get_abilities (PltGridModel *model)
{
  if (plt_session_is_read_only (PLT_RETRO_MODEL (model)->session))
    return PLT_GRID_CAN_SORT;
  return PLT_GRID_CAN_INSERT | PLT_GRID_CAN_DELETE | PLT_GRID_CAN_SORT;
}

/* A view of the rows, that is left again: nothing is written. */
static void
sort (PltGridModel *model, guint column, PltGridSort direction)
{
  PltRetroModel *self = PLT_RETRO_MODEL (model);

  if (direction != PLT_GRID_SORT_NONE && !plt_retro_is_sortable (column))
    return;
  self->sort = direction;
  self->sort_column = column;
  rebuild (self);
  plt_grid_model_sort_changed (model);
}

static PltGridSort
get_sort (PltGridModel *model, guint *column)
{
  *column = PLT_RETRO_MODEL (model)->sort_column;
  return PLT_RETRO_MODEL (model)->sort;
}

static void
plt_retro_model_iface_init (PltGridModelInterface *iface)
{
  iface->get_n_rows = get_n_rows;
  iface->get_n_columns = get_n_columns;
  iface->get_column = plt_retro_get_column;
  iface->get_key = get_key;
  iface->find_key = find_key;
  iface->get_row = get_row;
  iface->get_cell = plt_retro_get_cell;
  iface->get_edit_text = plt_retro_get_edit_text;
  iface->toggle = toggle;
  iface->set_text = plt_retro_set_text;
  iface->set_many = plt_retro_set_many;
  iface->insert_rows = plt_retro_insert_rows;
  iface->delete_rows = plt_retro_delete_rows;
  iface->get_completions = plt_retro_get_completions;
  iface->get_abilities = get_abilities;
  iface->sort = sort;
  iface->get_sort = get_sort;
}

static void
plt_retro_model_dispose (GObject *object)
{
  g_clear_object (&PLT_RETRO_MODEL (object)->session);

  G_OBJECT_CLASS (plt_retro_model_parent_class)->dispose (object);
}

static void
plt_retro_model_finalize (GObject *object)
{
  PltRetroModel *self = PLT_RETRO_MODEL (object);

  g_clear_pointer (&self->retro, plt_retro_free);
  g_array_unref (self->lines);
  g_array_unref (self->keys);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->collapsed);
  g_free (self->by_index);
  g_free (self->filter);
  g_free (self->search);

  G_OBJECT_CLASS (plt_retro_model_parent_class)->finalize (object);
}

static void
plt_retro_model_class_init (PltRetroModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_retro_model_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_retro_model_finalize;
  shown = g_signal_new ("shown", PLT_TYPE_RETRO_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                        G_TYPE_NONE, 0);
}

static void
plt_retro_model_init (PltRetroModel *self)
{
  self->lines = g_array_new (FALSE, TRUE, sizeof (PltRetroLine));
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->places = g_hash_table_new (g_direct_hash, g_direct_equal);
  self->collapsed = g_hash_table_new (g_direct_hash, g_direct_equal);
}

/**
 * plt_retro_model_new:
 * @session: the production
 *
 * Returns: (transfer full): everything unfolded, against the latest baseline
 */
PltRetroModel *
plt_retro_model_new (PltSession *session)
{
  PltRetroModel *self;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self = g_object_new (PLT_TYPE_RETRO_MODEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (compute), self, G_CONNECT_SWAPPED);
  compute (self);
  return self;
}
