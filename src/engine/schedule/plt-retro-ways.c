#include "plt-retro-ways.h"

#include <string.h>

#include "plt-retro-private.h"
#include "plt-text.h"

#define MANY_TASKS 24 /* of a chain: the longest ones */
#define MANY_DAYS 3660

typedef struct
{
  const PltRetro *self;
  const PltNetworkTemplate *template;
  int need;
  GPtrArray *ways;
} Search;

/* Working days until something is missed; below 0, that are missing. */
static int
margin_of (const PltRetro *self)
{
  const PltRetroHead *head = &self->head;
  int lack = MAX (head->missing, head->behind);

  return lack > 0 ? -lack : head->margin;
}

/* ---- trying ---- */

static PltDate
open_later (const PltRetro *self, guint task, PltDate date, int days)
{
  int step = days > 0 ? 1 : -1;

  for (int i = 0; i < MANY_DAYS && days != 0; i++)
    {
      date += step;
      if (plt_network_is_open (self->network, task, date))
        days -= step;
    }
  return date;
}

static void
unlock (PltTaskFacts *task, int days)
{
  if (strcmp (task->placing, "debut-le") == 0 || strcmp (task->placing, "fin-le") == 0)
    {
      task->placing = "";
      task->placing_date = PLT_DATE_NONE;
    }
  task->locked = FALSE;
  task->start_date = task->end_date = PLT_DATE_NONE;
  if (task->duration_days == PLT_UNKNOWN && days > 0)
    task->duration_days = days;
}

/* What is missed by a date of its own, whichever has it. */
static void
put_later (PltTaskFacts *task, const PltRetroWay *way)
{
  if (task->deadline_date != PLT_DATE_NONE && way->was == 0)
    task->deadline_date = way->date;
  else if (task->placing_date != PLT_DATE_NONE)
    task->placing_date = way->date;
  else
    {
      task->start_date = way->date;
      task->end_date = PLT_DATE_NONE;
    }
}

static void
do_way (PltRetroTrial *trial, const PltRetroWay *way)
{
  const PltFacts *old = trial->before->facts;
  const PltTaskFacts *one
      = way->task > 0 ? PLT_FACTS_FIND (old->tasks, PltTaskFacts, way->task) : NULL;
  const PltTaskLinkFacts *two
      = way->link > 0 ? PLT_FACTS_FIND (old->task_links, PltTaskLinkFacts, way->link) : NULL;
  PltTaskFacts *task = one != NULL ? &trial->facts->tasks.items[one - old->tasks.items] : NULL;
  PltTaskLinkFacts *link
      = two != NULL ? &trial->facts->task_links.items[two - old->task_links.items] : NULL;

  if (way->kind == PLT_RETRO_WAY_DELIVERY)
    trial->facts->production.delivery_date = way->date;
  else if (link != NULL && way->kind == PLT_RETRO_WAY_LESS_LAG)
    link->lag_days = way->becomes;
  else if (link != NULL && way->kind == PLT_RETRO_WAY_PARALLEL)
    {
      link->kind = "debut-debut";
      link->lag_days = way->becomes;
      link->lag_unit = "ouvres";
    }
  else if (task == NULL)
    return;
  else if (way->kind == PLT_RETRO_WAY_SHORTER)
    task->duration_days = way->becomes;
  else if (way->kind == PLT_RETRO_WAY_UNLOCK)
    unlock (task, way->was);
  else if (way->kind == PLT_RETRO_WAY_EARLIER)
    task->placing_date = way->date;
  else if (way->kind == PLT_RETRO_WAY_LATER)
    put_later (task, way);
}

PltRetroTrial *
plt_retro_trial_new (const PltRetro *self,
                     const PltPlan *plan,
                     const PltRetroWay *const *ways,
                     guint n_ways,
                     PltDate today)
{
  const PltRetroOptions quiet = { .today = today, .baseline = -1, .without_issues = TRUE };
  PltRetroTrial *trial = g_new0 (PltRetroTrial, 1);
  PltFacts *facts = g_memdup2 (self->facts, sizeof *facts);

  /* Everything but the tasks and the links is that of the facts. */
  facts->tasks.items = g_memdup2 (facts->tasks.items, facts->tasks.n * sizeof (PltTaskFacts));
  facts->task_links.items
      = g_memdup2 (facts->task_links.items, facts->task_links.n * sizeof (PltTaskLinkFacts));
  trial->before = self;
  trial->facts = facts;
  for (guint i = 0; i < n_ways; i++)
    do_way (trial, ways[i]);
  trial->after = plt_retro_new (facts, plan, &quiet);
  trial->margin = margin_of (trial->after);
  trial->gain = trial->margin - margin_of (self);
  return trial;
}

void
plt_retro_trial_free (PltRetroTrial *self)
{
  if (self == NULL)
    return;
  plt_retro_free (self->after);
  g_free (self->facts->tasks.items);
  g_free (self->facts->task_links.items);
  g_free (self->facts); /* its other lists are those of the facts it was made from */
  g_free (self);
}

/* ---- writing ---- */

static void
write_task (const PltTaskFacts *was, const PltTaskFacts *is, PltBatch *batch)
{
  if (memcmp (was, is, sizeof *is) == 0)
    return;
  plt_batch_update (batch, "task", is->id);
  if (was->duration_days != is->duration_days)
    plt_batch_set_integer (batch, "duration_days", is->duration_days);
  if (was->locked != is->locked)
    plt_batch_set_integer (batch, "locked", is->locked);
  if (was->placing != is->placing)
    plt_batch_set_text (batch, "placing", is->placing);
  if (was->placing_date != is->placing_date)
    plt_batch_set_date (batch, "placing_date", is->placing_date);
  if (was->deadline_date != is->deadline_date)
    plt_batch_set_date (batch, "deadline_date", is->deadline_date);
  if (was->start_date != is->start_date)
    plt_batch_set_date (batch, "start_date", is->start_date);
  if (was->end_date != is->end_date)
    plt_batch_set_date (batch, "end_date", is->end_date);
}

static void
write_link (const PltTaskLinkFacts *was, const PltTaskLinkFacts *is, PltBatch *batch)
{
  if (memcmp (was, is, sizeof *is) == 0)
    return;
  plt_batch_update (batch, "task_link", is->id);
  plt_batch_set_text (batch, "kind", is->kind);
  plt_batch_set_integer (batch, "lag_days", is->lag_days);
  plt_batch_set_text (batch, "lag_unit", is->lag_unit);
}

void
plt_retro_trial_write (const PltRetroTrial *self, PltBatch *batch)
{
  const PltFacts *was = self->before->facts, *is = self->facts;
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (PltNetworkMove));

  if (was->production.delivery_date != is->production.delivery_date)
    {
      plt_batch_update (batch, "production", is->production.id);
      plt_batch_set_date (batch, "delivery_date", is->production.delivery_date);
    }
  for (guint i = 0; i < is->tasks.n; i++)
    write_task (&was->tasks.items[i], &is->tasks.items[i], batch);
  for (guint i = 0; i < is->task_links.n; i++)
    write_link (&was->task_links.items[i], &is->task_links.items[i], batch);
  plt_retro_collect_moves (self->before, self->after, moves);
  plt_retro_write_moves (self->after, moves, batch);
}

/* ---- what is usual ---- */

/* (nullable): by its code, else by its name */
static const PltNetworkTemplateRow *
usual_of (const Search *search, const PltTaskFacts *task, guint *at)
{
  const GArray *rows = search->template != NULL ? search->template->rows : NULL;
  g_autofree char *name = plt_text_fold (task->name);

  for (guint i = 0; rows != NULL && *task->code != '\0' && i < rows->len; i++)
    if (strcmp (g_array_index (rows, PltNetworkTemplateRow, i).code, task->code) == 0)
      {
        *at = i;
        return &g_array_index (rows, PltNetworkTemplateRow, i);
      }
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const PltNetworkTemplateRow *row = &g_array_index (rows, PltNetworkTemplateRow, i);
      g_autofree char *label = plt_text_fold (row->label);

      if (strcmp (label, name) != 0)
        continue;
      *at = i;
      return row;
    }
  return NULL;
}

static PltRetroWay *
add_way (Search *search, PltRetroWayKind kind, gint64 task, gint64 link, int days)
{
  PltRetroWay *way = g_new0 (PltRetroWay, 1);

  way->kind = kind;
  way->task = task;
  way->link = link;
  way->days = days;
  way->date = PLT_DATE_NONE;
  g_ptr_array_add (search->ways, way);
  return way;
}

static void
add_shorter (Search *search, guint task, int most)
{
  const PltTaskFacts *facts = &search->self->facts->tasks.items[task];
  const PltNetworkTask *of = &search->self->input.tasks[task];
  guint at;
  const PltNetworkTemplateRow *row = usual_of (search, facts, &at);
  gboolean is_known = row != NULL && row->days > 0 && row->unit == of->unit;
  int least = is_known ? MAX (MIN (row->least, row->days), 1) : (of->days + 1) / 2;
  int days = MIN (most, of->days - least);
  PltRetroWay *way;

  if (of->days <= 0)
    return;
  way = add_way (search, days > 0 ? PLT_RETRO_WAY_SHORTER : PLT_RETRO_WAY_LEAST, facts->id, 0,
                 MAX (days, 0));
  way->was = of->days;
  way->becomes = of->days - way->days;
  way->least = least;
  way->usual = is_known ? row->days : 0;
  way->most = is_known ? row->most : 0;
}

/* Where the template lets the second task begin before the first is over. */
static void
add_parallel (Search *search, guint link)
{
  const PltRetro *self = search->self;
  const PltNetworkLink *of = &self->input.links[link];
  guint from, to;
  PltRetroWay *way;

  if (search->template == NULL || of->id <= 0 || of->kind != PLT_NETWORK_FS
      || usual_of (search, &self->facts->tasks.items[of->from], &from) == NULL
      || usual_of (search, &self->facts->tasks.items[of->to], &to) == NULL)
    return;
  for (guint i = 0; i < search->template->links->len; i++)
    {
      const PltNetworkLink *usual = &g_array_index (search->template->links, PltNetworkLink, i);

      if (usual->kind != PLT_NETWORK_SS || usual->from != from || usual->to != to
          || usual->unit != PLT_NETWORK_WORKING)
        continue;
      way = add_way (search, PLT_RETRO_WAY_PARALLEL, self->input.tasks[of->to].id, of->id, 0);
      way->becomes = MIN (usual->lag, self->input.tasks[of->from].days);
      way->days = self->input.tasks[of->from].days + of->lag - way->becomes;
      if (way->days <= 0)
        g_ptr_array_remove_index (search->ways, search->ways->len - 1);
      return;
    }
}

/* ---- the ways of a shortage ---- */

static gint64
task_id (const Search *search, int task)
{
  return task >= 0 && (guint) task < search->self->facts->tasks.n
             ? search->self->facts->tasks.items[task].id
             : 0;
}

static void
add_unlock (Search *search, const PltNetworkWay *network)
{
  const PltNetworkTask *task = &search->self->input.tasks[network->task];
  PltRetroWay *way;

  if (task->keeper != PLT_NETWORK_BY_HAND)
    {
      add_way (search,
               task->keeper == PLT_NETWORK_BY_SHOOT ? PLT_RETRO_WAY_SHOOT
                                                    : PLT_RETRO_WAY_PRODUCTION,
               task->id, 0, network->days);
      return;
    }
  way = add_way (search, PLT_RETRO_WAY_UNLOCK, task->id, 0, network->days);
  way->was = task->days;
}

static void
add_later (Search *search, const PltNetworkShortage *shortage)
{
  const PltRetro *self = search->self;
  const PltFacts *facts = self->facts;
  guint task = shortage->task;
  PltRetroWay *way;

  if (shortage->bound == PLT_NETWORK_BOUND_END || task >= facts->tasks.n
      || (int) task == self->data->delivery)
    {
      if (facts->production.delivery_date == PLT_DATE_NONE || self->data->delivery < 0)
        return;
      way = add_way (search, PLT_RETRO_WAY_DELIVERY, 0, 0, search->need);
      way->date = open_later (self, (guint) self->data->delivery, facts->production.delivery_date,
                              search->need);
      return;
    }
  if (self->input.tasks[task].keeper != PLT_NETWORK_BY_HAND)
    return;
  way = add_way (search, PLT_RETRO_WAY_LATER, task_id (search, (int) task), 0, shortage->days);
  way->was = shortage->bound == PLT_NETWORK_BOUND_DEADLINE ? 0 : 1;
  way->date = shortage->bound == PLT_NETWORK_BOUND_LOCK
                  ? open_later (self, task, self->schedule->tasks[task].start, shortage->days)
                  : shortage->reached;
}

static void
add_shortage_way (Search *search, const PltNetworkShortage *shortage, const PltNetworkWay *network)
{
  const PltRetro *self = search->self;
  const PltNetworkInput *input = &self->input;
  gint64 id = task_id (search, network->task);
  PltRetroWay *way;

  switch (network->remedy)
    {
    case PLT_NETWORK_LESS_LAG:
      if (input->links[network->link].id <= 0)
        return;
      way = add_way (search, PLT_RETRO_WAY_LESS_LAG, 0, input->links[network->link].id,
                     network->days);
      way->was = input->links[network->link].lag;
      way->becomes = way->was - network->days;
      return;
    case PLT_NETWORK_UNLOCK:
      add_unlock (search, network);
      return;
    case PLT_NETWORK_EARLIER_DATE:
      if (id == 0)
        return;
      way = add_way (search, PLT_RETRO_WAY_EARLIER, id, 0, network->days);
      way->date = open_later (self, (guint) network->task,
                              self->facts->tasks.items[network->task].placing_date, -network->days);
      return;
    case PLT_NETWORK_EARLIER_START:
      add_way (search, PLT_RETRO_WAY_COUNTED, 0, 0, network->days);
      return;
    case PLT_NETWORK_LATER_BOUND:
      add_later (search, shortage);
      return;
    case PLT_NETWORK_SHORTEN: /* by tasks of the chain: see search_chain() */
    default:
      return;
    }
}

/* Tasks that help when they are shorter, the longest ones of them, and links that need not wait. */
static void
search_chain (Search *search, const GArray *chain, const GArray *links)
{
  const PltRetro *self = search->self;
  guint n = 0;

  for (guint i = 0; i < chain->len && n < MANY_TASKS; i++)
    {
      guint task = g_array_index (chain, guint, i);

      if (task >= self->facts->tasks.n || plt_network_is_group (self->network, task)
          || (self->input.tasks[task].state != PLT_NETWORK_FREE
              && self->input.tasks[task].state != PLT_NETWORK_STARTED)
          || self->input.tasks[task].days == 0)
        continue;
      add_shorter (search, task, search->need);
      n++;
    }
  for (guint i = 0; i < links->len; i++)
    add_parallel (search, g_array_index (links, guint, i));
}

static void
search_shortage (Search *search, const PltNetworkShortage *shortage)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < shortage->ways->len; i++)
    {
      const PltNetworkWay *way = &g_array_index (shortage->ways, PltNetworkWay, i);
      guint task = (guint) way->task;

      if (way->remedy == PLT_NETWORK_SHORTEN)
        g_array_append_val (chain, task);
      else
        add_shortage_way (search, shortage, way);
    }
  for (guint i = 0; i < shortage->chain->len; i++)
    {
      int link = g_array_index (shortage->chain, PltNetworkStep, i).link;
      guint at = (guint) link;

      if (link >= 0)
        g_array_append_val (links, at);
    }
  search_chain (search, chain, links);
}

/* Counted back from the delivery the plan begins before today: from what is furthest behind, by
 * what leaves it the least days, up to the delivery. */
static void
search_behind (Search *search)
{
  const PltRetro *self = search->self;
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (guint));
  int at = plt_retro_index (self, self->head.behind_task->id);
  PltRetroWay *way;

  for (guint n = 0; at >= 0 && n < self->input.n_tasks; n++)
    {
      guint task = (guint) at, best = G_MAXUINT;

      g_array_append_val (chain, task);
      at = PLT_NETWORK_NONE;
      for (guint i = 0; i < self->input.n_links; i++)
        {
          const PltNetworkLink *link = &self->input.links[i];
          const PltNetworkDates *dates = &self->schedule->tasks[link->to];

          if (link->from != task || self->input.tasks[link->to].state == PLT_NETWORK_DONE)
            continue;
          if (best == G_MAXUINT
              || dates->late_start < self->schedule->tasks[self->input.links[best].to].late_start)
            best = i;
        }
      if (best == G_MAXUINT)
        break;
      g_array_append_val (links, best);
      at = (int) self->input.links[best].to;
    }
  search_chain (search, chain, links);
  if (self->head.delivery == PLT_DATE_NONE || self->data->delivery < 0)
    return;
  way = add_way (search, PLT_RETRO_WAY_DELIVERY, 0, 0, search->need);
  way->date = open_later (self, (guint) self->data->delivery, self->head.delivery, search->need);
}

/* ---- the order ---- */

gboolean
plt_retro_way_is_door (const PltRetroWay *way)
{
  return way->kind == PLT_RETRO_WAY_SHOOT || way->kind == PLT_RETRO_WAY_PRODUCTION
         || way->kind == PLT_RETRO_WAY_COUNTED;
}

/* The work first, then what others have to agree to. */
static int
rank (const PltRetroWay *way)
{
  if (way->kind == PLT_RETRO_WAY_LEAST)
    return 3;
  if (plt_retro_way_is_door (way))
    return 2;
  return way->kind == PLT_RETRO_WAY_DELIVERY || way->kind == PLT_RETRO_WAY_LATER ? 1 : 0;
}

static int
compare_ways (gconstpointer a, gconstpointer b)
{
  const PltRetroWay *one = *(const PltRetroWay *const *) a;
  const PltRetroWay *two = *(const PltRetroWay *const *) b;

  if (rank (one) != rank (two))
    return rank (one) - rank (two);
  if (one->gain != two->gain)
    return two->gain - one->gain;
  if (one->days != two->days)
    return two->days - one->days;
  if (one->kind != two->kind)
    return (int) one->kind - (int) two->kind;
  return one->task < two->task ? -1 : one->task > two->task;
}

GPtrArray *
plt_retro_ways (const PltRetro *self,
                const PltPlan *plan,
                const PltNetworkTemplate *template,
                PltDate today)
{
  Search search = { .self = self, .template = template, .need = -margin_of (self) };

  search.ways = g_ptr_array_new_with_free_func (g_free);
  if (self->head.missing > 0)
    {
      g_autoptr (GPtrArray) shortages = plt_network_shortages (self->network, self->schedule);

      search_shortage (&search, shortages->pdata[0]);
    }
  else if (self->head.behind > 0)
    search_behind (&search);
  for (guint i = 0; i < search.ways->len; i++)
    {
      PltRetroWay *way = search.ways->pdata[i];
      const PltRetroWay *const one[] = { way };
      g_autoptr (PltRetroTrial) trial = NULL;

      if (plt_retro_way_is_door (way) || way->kind == PLT_RETRO_WAY_LEAST)
        continue;
      trial = plt_retro_trial_new (self, plan, one, 1, today);
      way->gain = trial->gain;
      way->margin = trial->margin;
    }
  g_ptr_array_sort (search.ways, compare_ways);
  return search.ways;
}
