#include "plt-retro.h"

#include <string.h>

#include "plt-retro-private.h"

static void
clear_row (gpointer data)
{
  g_free (((PltRetroRow *) data)->people);
}

static PltRetroData *
data_new (void)
{
  PltRetroData *data = g_new0 (PltRetroData, 1);

  data->tasks = g_array_new (FALSE, FALSE, sizeof (PltNetworkTask));
  data->links = g_array_new (FALSE, FALSE, sizeof (PltNetworkLink));
  data->calendars = g_array_new (FALSE, FALSE, sizeof (PltNetworkCalendar));
  data->spans = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  data->strings = g_ptr_array_new_with_free_func (g_free);
  data->index = g_hash_table_new (g_int64_hash, g_int64_equal);
  data->calendar = g_hash_table_new (g_int64_hash, g_int64_equal);
  data->linked = g_hash_table_new (g_int64_hash, g_int64_equal);
  data->delivery = PLT_NETWORK_NONE;
  return data;
}

static void
data_free (PltRetroData *data)
{
  g_array_unref (data->tasks);
  g_array_unref (data->links);
  g_array_unref (data->calendars);
  g_ptr_array_unref (data->spans);
  g_ptr_array_unref (data->strings);
  g_hash_table_unref (data->index);
  g_hash_table_unref (data->calendar);
  g_hash_table_unref (data->linked);
  g_free (data->numbers);
  g_free (data);
}

/* ---- the head ---- */

/* Days that a task of the chain can slip, in working days: of its own calendar, of the delivery's
 * when it lasts calendar days. */
static int
slack_of (const PltRetro *self, guint task)
{
  const PltNetworkDates *dates = &self->schedule->tasks[task];
  PltDate from
      = self->input.tasks[task].state == PLT_NETWORK_FREE ? dates->early_finish : dates->finish;

  if (self->input.tasks[task].unit == PLT_NETWORK_WORKING || dates->slack <= 0)
    return dates->slack;
  return plt_network_open_days (self->network, (guint) self->data->delivery, from + 1,
                                from + dates->slack);
}

/* Back from the delivery by the link whose task has the least slack, up to what is held. */
static void
follow_margin (PltRetro *self)
{
  GArray *chain = self->head.chain;
  int at = self->data->delivery;
  guint n = 0;

  while (at >= 0 && n++ < self->input.n_tasks)
    {
      int next = PLT_NETWORK_NONE, slack = G_MAXINT;
      guint task = (guint) at;

      g_array_prepend_val (chain, task);
      if (self->input.tasks[at].state != PLT_NETWORK_FREE)
        break;
      for (guint i = 0; i < self->input.n_links; i++)
        {
          const PltNetworkLink *link = &self->input.links[i];

          /* What is held has the slack of what it can be moved by: it bounds when it touches. */
          if ((int) link->to != at || plt_network_is_group (self->network, link->from)
              || self->input.tasks[link->from].state == PLT_NETWORK_DONE)
            continue;
          if (slack_of (self, link->from) < slack)
            {
              slack = slack_of (self, link->from);
              next = (int) link->from;
            }
        }
      at = next;
    }
}

/* What the whole chain can slip is what its tightest task can. */
static int
margin_of (const PltRetro *self)
{
  int margin = slack_of (self, (guint) self->data->delivery);

  for (guint i = 0; i < self->head.chain->len; i++)
    margin = MIN (margin, slack_of (self, g_array_index (self->head.chain, guint, i)));
  return MAX (margin, 0);
}

static void
count_tasks (PltRetro *self, PltRetroHead *head)
{
  gint64 days = 0, done = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);

      if (row->task == NULL || row->kind == PLT_RETRO_GROUP)
        continue;
      head->n_tasks++;
      head->n_done += row->state == PLT_RETRO_DONE;
      head->n_late += row->state == PLT_RETRO_LATE;
      head->n_critical += row->dates.critical;
      days += MAX (row->days, 1);
      done += (gint64) MAX (row->days, 1) * row->progress;
    }
  head->progress = days > 0 ? (int) (done / days) : 0;
}

/* What nobody began by its latest start: the days gone since then are missing at the end. */
static void
find_behind (PltRetro *self, PltDate today)
{
  PltRetroHead *head = &self->head;

  for (guint i = 0; i < self->facts->tasks.n && today != PLT_DATE_NONE; i++)
    {
      const PltNetworkTask *task = &self->input.tasks[i];
      const PltNetworkDates *dates = &self->schedule->tasks[i];
      int days;

      if (task->state != PLT_NETWORK_FREE || plt_network_is_group (self->network, i)
          || self->schedule->outside[i] || dates->late_start >= today)
        continue;
      days = plt_network_open_days (self->network, (guint) self->data->delivery, dates->late_start,
                                    today - 1);
      if (days <= head->behind)
        continue;
      head->behind = days;
      head->behind_task = &self->facts->tasks.items[i];
    }
}

void
plt_retro_add_head (PltRetro *self, PltDate today)
{
  PltRetroHead *head = &self->head;
  g_autoptr (GPtrArray) shortages = plt_network_shortages (self->network, self->schedule);

  count_tasks (self, head);
  head->start = self->data->is_adrift ? PLT_DATE_NONE : self->schedule->start;
  if (self->data->delivery >= 0)
    {
      const PltNetworkDates *dates = &self->schedule->tasks[self->data->delivery];

      head->reached = dates->early_finish;
      if (!self->data->is_adrift)
        find_behind (self, today);
    }
  if (shortages->len > 0)
    {
      const PltNetworkShortage *worst = shortages->pdata[0];

      head->missing = worst->days;
      head->margin = 0;
      head->missed
          = worst->task < self->facts->tasks.n ? &self->facts->tasks.items[worst->task] : NULL;
      for (guint i = 0; i < worst->chain->len; i++)
        g_array_append_val (head->chain, g_array_index (worst->chain, PltNetworkStep, i).task);
      return;
    }
  follow_margin (self);
  if (self->data->delivery >= 0)
    head->margin = margin_of (self);
}

/* ---- the whole ---- */

static void
number_rows (PltRetro *self)
{
  guint number = 0;

  self->data->numbers = g_new0 (guint, self->input.n_tasks + 1);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);

      if (row->task != NULL && row->index >= 0)
        self->data->numbers[row->index] = ++number;
    }
}

PltRetro *
plt_retro_new (const PltFacts *facts, const PltPlan *plan, const PltRetroOptions *options)
{
  static const PltRetroOptions usual = { .today = PLT_DATE_NONE };
  PltRetro *self = g_new0 (PltRetro, 1);
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (facts != NULL, NULL);

  options = options != NULL ? options : &usual;
  self->facts = facts;
  self->rows = g_array_new (FALSE, FALSE, sizeof (PltRetroRow));
  g_array_set_clear_func (self->rows, clear_row);
  self->issues = plt_issues_new ();
  self->data = data_new ();
  self->head.delivery = facts->production.delivery_date;
  self->head.reached = self->head.start = PLT_DATE_NONE;
  self->head.chain = g_array_new (FALSE, FALSE, sizeof (guint));

  self->data->today = options->today;
  plt_retro_build (self, plan, options->today);
  self->network = plt_network_new (&self->input, &error);
  if (self->network == NULL && self->input.n_tasks > 0 && self->input.start == PLT_DATE_NONE
      && self->input.end == PLT_DATE_NONE)
    { /* its tasks are rows all the same, without dates: any first day does */
      g_clear_error (&error);
      self->data->is_adrift = TRUE;
      self->input.start = options->today != PLT_DATE_NONE ? options->today + 1 : 0;
      self->input.backward = FALSE;
      self->network = plt_network_new (&self->input, &error);
    }
  if (self->network == NULL)
    {
      g_ptr_array_add (self->issues,
                       plt_issue_new ("retro.network", PLT_SEVERITY_ERROR,
                                      (PltRef){ "production", facts->production.id, NULL }, NULL,
                                      "%s", error->message));
      memset (&self->input, 0, sizeof self->input);
      self->input.start = self->input.end = PLT_DATE_NONE;
      self->network = plt_network_new (&self->input, NULL);
      self->schedule = plt_network_schedule (self->network);
      return self;
    }
  self->schedule = plt_network_schedule (self->network);
  plt_retro_add_rows (self, options);
  number_rows (self);
  plt_retro_add_head (self, options->today);
  if (options->with_registers)
    plt_retro_add_registers (self, plan, options->today);
  if (!options->without_issues)
    plt_retro_add_issues (self, options->today);
  return self;
}

void
plt_retro_free (PltRetro *self)
{
  if (self == NULL)
    return;
  plt_network_plan_free (self->schedule);
  plt_network_free (self->network);
  g_array_unref (self->rows);
  g_array_unref (self->head.chain);
  g_ptr_array_unref (self->issues);
  data_free (self->data);
  g_free (self);
}

int
plt_retro_index (const PltRetro *self, gint64 task)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->data->index, &task));

  /* a network that could not be made has none of them */
  return self->network == NULL || place <= self->input.n_tasks ? (int) place - 1 : -1;
}

const PltRetroRow *
plt_retro_find (const PltRetro *self, gint64 task)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);

      if (row->task != NULL && row->task->id == task)
        return row;
    }
  return NULL;
}
