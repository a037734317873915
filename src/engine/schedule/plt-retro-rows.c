/* Rows in the order they are shown: phases, their groups and tasks, milestones of registers. */
#include <string.h>

#include "plt-retro-crew.h"
#include "plt-retro-private.h"

static const char *const phases[PLT_RETRO_N_PHASES]
    = { "developpement", "preparation", "tournage", "postproduction", "diffusion" };

typedef struct
{
  PltRetro *self;
  guint *child_first, *children; /* tasks of the facts by parent; the last one: those without */
  GHashTable *late, *drift, *base;
  GArray *lates, *drifts;
} Rows;

const char *
plt_retro_phase_id (guint phase)
{
  return phase < PLT_RETRO_N_PHASES ? phases[phase] : "";
}

/* One that the table does not know goes with the preparation, as it does by default. */
static guint
phase_of (const char *phase)
{
  for (guint i = 0; i < PLT_RETRO_N_PHASES; i++)
    if (strcmp (phase, phases[i]) == 0)
      return i;
  return 1;
}

/* ---- one row ---- */

static void
set_state (const Rows *rows, PltRetroRow *row, const PltNetworkTask *task)
{
  guint late = GPOINTER_TO_UINT (g_hash_table_lookup (rows->late, GINT_TO_POINTER (row->index)));

  if (task->state == PLT_NETWORK_DONE || task->progress >= 100)
    row->state = PLT_RETRO_DONE;
  else if (late > 0)
    {
      row->state = PLT_RETRO_LATE;
      row->late_days = g_array_index (rows->lates, PltNetworkLate, late - 1).days;
    }
  else if (task->state == PLT_NETWORK_STARTED || task->progress > 0)
    row->state = PLT_RETRO_UNDER_WAY;
}

static void
set_baseline (const Rows *rows, PltRetroRow *row)
{
  const PltBaselineTaskFacts *base
      = row->task != NULL ? g_hash_table_lookup (rows->base, &row->task->id) : NULL;
  guint drift = GPOINTER_TO_UINT (g_hash_table_lookup (rows->drift, GINT_TO_POINTER (row->index)));

  row->baseline_start = row->baseline_finish = PLT_DATE_NONE;
  if (base == NULL)
    return;
  row->in_baseline = TRUE;
  row->baseline_start = base->start_date != PLT_DATE_NONE ? base->start_date : base->end_date;
  row->baseline_finish = base->end_date != PLT_DATE_NONE ? base->end_date : base->start_date;
  if (drift > 0)
    {
      const PltNetworkDrift *found = &g_array_index (rows->drifts, PltNetworkDrift, drift - 1);

      row->start_drift = found->start_days;
      row->finish_drift = found->finish_days;
    }
}

static gboolean
has_place (const PltRetro *self, const PltNetworkTask *task, guint index)
{
  const PltTaskFacts *row;

  if (task->state != PLT_NETWORK_FREE || task->constraint >= PLT_NETWORK_START_FROM)
    return TRUE;
  if (self->data->is_adrift)
    return FALSE;
  if (self->input.end != PLT_DATE_NONE || self->input.start != PLT_DATE_NONE)
    return TRUE;
  if (index >= self->facts->tasks.n)
    return TRUE;
  row = &self->facts->tasks.items[index];
  return g_hash_table_contains (self->data->linked, &row->id) || plt_retro_is_dated (row)
         || row->deadline_date != PLT_DATE_NONE;
}

static PltRetroRow
row_of (const Rows *rows, guint index, guint depth)
{
  PltRetro *self = rows->self;
  const PltNetworkTask *task = &self->input.tasks[index];
  gboolean is_own = index >= self->facts->tasks.n;
  PltRetroRow row = {
    .kind = PLT_RETRO_TASK,
    .ref = is_own ? (PltRef){ "production", self->facts->production.id, "delivery_date" }
                  : (PltRef){ "task", task->id, NULL },
    .task = is_own ? NULL : &self->facts->tasks.items[index],
    .index = (int) index,
    .name = task->name,
    .depth = depth,
    .dates = self->schedule->tasks[index],
    .days = task->days,
    .calendar_days = task->unit == PLT_NETWORK_CALENDAR,
    .is_dated = has_place (self, task, index) && !self->schedule->outside[index],
    .is_held = task->state != PLT_NETWORK_FREE,
    .progress = task->progress,
  };

  row.phase = is_own ? phases[3] : row.task->phase;
  if (plt_network_is_group (self->network, index))
    row.kind = PLT_RETRO_GROUP;
  else if (task->days == 0)
    row.kind = PLT_RETRO_MILESTONE;
  row.people = is_own ? g_strdup ("") : plt_retro_crew_text (self->facts, task->id);
  set_state (rows, &row, task);
  set_baseline (rows, &row);
  return row;
}

/* ---- groups ---- */

/* What a phase or a group is made of, from the rows below it. */
static void
sum_up (GArray *rows, guint at)
{
  PltRetroRow *row = &g_array_index (rows, PltRetroRow, at);
  gint64 days = 0, done = 0;
  guint n = 0, n_done = 0;
  gboolean begun = FALSE, late = FALSE, is_critical = FALSE;
  int slack = G_MAXINT;

  row->n_below = rows->len - at - 1;
  row->dates.start = row->dates.finish = PLT_DATE_NONE;
  for (guint i = at + 1; i < rows->len; i++)
    {
      const PltRetroRow *one = &g_array_index (rows, PltRetroRow, i);
      gint64 weight = MAX (one->days, 1);

      if (one->kind == PLT_RETRO_GROUP)
        continue;
      n++;
      n_done += one->state == PLT_RETRO_DONE;
      begun |= one->progress > 0 || one->state == PLT_RETRO_UNDER_WAY;
      late |= one->state == PLT_RETRO_LATE;
      is_critical |= one->dates.critical;
      slack = MIN (slack, one->dates.slack);
      days += weight;
      done += weight * one->progress;
      if (!one->is_dated)
        continue;
      row->is_dated = TRUE;
      row->dates.start = row->dates.start == PLT_DATE_NONE
                             ? one->dates.start
                             : MIN (row->dates.start, one->dates.start);
      row->dates.finish = MAX (row->dates.finish, one->dates.finish);
    }
  row->progress = days > 0 ? (int) (done / days) : 0;
  row->dates.slack = n > 0 ? slack : 0;
  row->dates.critical = is_critical;
  row->state = n > 0 && n_done == n ? PLT_RETRO_DONE
               : late               ? PLT_RETRO_LATE
               : begun              ? PLT_RETRO_UNDER_WAY
                                    : PLT_RETRO_TO_COME;
}

static void
add_tree (Rows *rows, guint index, guint depth)
{
  PltRetro *self = rows->self;
  PltRetroRow row = row_of (rows, index, depth);
  guint at = self->rows->len;

  g_array_append_val (self->rows, row);
  if (index >= self->facts->tasks.n)
    return;
  for (guint i = rows->child_first[index]; i < rows->child_first[index + 1]; i++)
    add_tree (rows, rows->children[i], depth + 1);
  if (self->rows->len > at + 1)
    {
      PltNetworkDates dates = self->schedule->tasks[index];

      sum_up (self->rows, at);
      g_array_index (self->rows, PltRetroRow, at).dates = dates;
    }
}

static void
add_phase (Rows *rows, guint phase)
{
  PltRetro *self = rows->self;
  guint n = self->facts->tasks.n, at = self->rows->len;
  PltRetroRow head = { .kind = PLT_RETRO_PHASE,
                       .ref = { "production", self->facts->production.id, NULL },
                       .index = PLT_NETWORK_NONE,
                       .name = phases[phase],
                       .phase = phases[phase],
                       .baseline_start = PLT_DATE_NONE,
                       .baseline_finish = PLT_DATE_NONE,
                       .people = g_strdup ("") };

  g_array_append_val (self->rows, head);
  for (guint i = rows->child_first[n]; i < rows->child_first[n + 1]; i++)
    if (phase_of (self->facts->tasks.items[rows->children[i]].phase) == phase)
      add_tree (rows, rows->children[i], 1);
  if (phase == 3 && self->data->delivery >= (int) n)
    add_tree (rows, (guint) self->data->delivery, 1);
  if (self->rows->len == at + 1)
    g_array_set_size (self->rows, at);
  else
    sum_up (self->rows, at);
}

/* ---- the whole ---- */

static void
collect_children (Rows *rows)
{
  const PltRetro *self = rows->self;
  guint n = self->facts->tasks.n;
  g_autofree guint *next = NULL;

  rows->child_first = g_new0 (guint, n + 2);
  rows->children = g_new0 (guint, n + 1);
  for (guint i = 0; i < n; i++)
    rows->child_first[(self->input.tasks[i].parent >= 0 ? (guint) self->input.tasks[i].parent : n)
                      + 1]++;
  for (guint i = 0; i <= n; i++)
    rows->child_first[i + 1] += rows->child_first[i];
  next = g_memdup2 (rows->child_first, (n + 2) * sizeof *next);
  for (guint i = 0; i < n; i++)
    rows->children[next[self->input.tasks[i].parent >= 0 ? (guint) self->input.tasks[i].parent
                                                         : n]++]
        = i;
}

static const PltBaselineFacts *
find_baseline (const PltFacts *facts, gint64 wanted)
{
  const PltBaselineFacts *latest = NULL;

  if (wanted != 0)
    return wanted > 0 ? PLT_FACTS_FIND (facts->baselines, PltBaselineFacts, wanted) : NULL;
  for (guint i = 0; i < facts->baselines.n; i++)
    if (latest == NULL || facts->baselines.items[i].date >= latest->date)
      latest = &facts->baselines.items[i];
  return latest;
}

static void
compare_with_baseline (Rows *rows, gint64 wanted)
{
  PltRetro *self = rows->self;
  const PltFacts *facts = self->facts;
  g_autoptr (GArray) baseline = g_array_new (FALSE, FALSE, sizeof (PltNetworkBaseline));

  self->baseline = find_baseline (facts, wanted);
  for (guint i = 0; i < facts->baseline_tasks.n && self->baseline != NULL; i++)
    {
      const PltBaselineTaskFacts *row = &facts->baseline_tasks.items[i];
      PltNetworkBaseline one
          = { row->task, row->start_date != PLT_DATE_NONE ? row->start_date : row->end_date,
              row->end_date != PLT_DATE_NONE ? row->end_date : row->start_date };

      if (row->baseline != self->baseline->id || one.start == PLT_DATE_NONE)
        continue;
      g_hash_table_insert (rows->base, (gpointer) &row->task, (gpointer) row);
      g_array_append_val (baseline, one);
    }
  rows->drifts = plt_network_drift (self->network, self->schedule,
                                    (const PltNetworkBaseline *) (gconstpointer) baseline->data,
                                    baseline->len);
  for (guint i = 0; i < rows->drifts->len; i++)
    g_hash_table_insert (rows->drift,
                         GINT_TO_POINTER (g_array_index (rows->drifts, PltNetworkDrift, i).task),
                         GUINT_TO_POINTER (i + 1));
}

void
plt_retro_add_rows (PltRetro *self, const PltRetroOptions *options)
{
  g_autoptr (GHashTable) late = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) drift = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) base = g_hash_table_new (g_int64_hash, g_int64_equal);
  Rows rows = { .self = self, .late = late, .drift = drift, .base = base };

  rows.lates = plt_network_late (self->network, self->schedule, options->today);
  for (guint i = 0; i < rows.lates->len; i++)
    g_hash_table_insert (late,
                         GINT_TO_POINTER ((int) g_array_index (rows.lates, PltNetworkLate, i).task),
                         GUINT_TO_POINTER (i + 1));
  compare_with_baseline (&rows, options->baseline);
  collect_children (&rows);
  for (guint phase = 0; phase < PLT_RETRO_N_PHASES; phase++)
    add_phase (&rows, phase);
  g_array_unref (rows.lates);
  g_array_unref (rows.drifts);
  g_free (rows.child_first);
  g_free (rows.children);
}
