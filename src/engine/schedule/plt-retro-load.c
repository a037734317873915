#include "plt-retro-load.h"

static void
assign (PltRetroLoad *self, char *key, char *name, gint64 id, guint task, int percent)
{
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, key));
  PltNetworkAssignment assignment = { .task = task, .percent = percent };

  g_ptr_array_add (self->names, name);
  if (at == 0)
    {
      PltNetworkResource resource = { .id = id, .name = name, .capacity = PLT_NETWORK_FULL_DAY };

      g_array_append_val (self->resources, resource);
      at = self->resources->len;
      g_hash_table_insert (self->known, g_strdup (key), GUINT_TO_POINTER (at));
    }
  g_free (key);
  assignment.resource = at - 1;
  g_array_append_val (self->assignments, assignment);
}

static void
add_people (PltRetroLoad *self)
{
  const PltFacts *facts = self->retro->facts;

  for (guint i = 0; i < facts->task_people.n; i++)
    {
      const PltTaskPersonFacts *of = &facts->task_people.items[i];
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, of->person);
      int task = plt_retro_index (self->retro, of->task);
      gint64 share = of->share_e6 != PLT_UNKNOWN ? of->share_e6 : PLT_RATE_ONE;

      if (task < 0 || task >= (int) self->retro->schedule->n_tasks || person == NULL
          || plt_network_is_group (self->retro->network, (guint) task))
        continue;
      assign (self, g_strdup_printf ("p%" G_GINT64_FORMAT, person->id),
              plt_facts_person_name (person), person->id, (guint) task,
              (int) (CLAMP (share, 0, 10 * PLT_RATE_ONE) / (PLT_RATE_ONE / 100)));
    }
  self->n_people = self->resources->len;
}

static void
add_teams (PltRetroLoad *self)
{
  for (guint i = 0; i < self->retro->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->retro->rows, PltRetroRow, i);

      if (row->kind == PLT_RETRO_TASK && row->index >= 0 && row->task != NULL
          && row->task->team != NULL && *row->task->team != '\0')
        assign (self, g_strconcat ("t", row->task->team, NULL), g_strdup (row->task->team), 0,
                (guint) row->index, PLT_NETWORK_FULL_DAY);
    }
}

gint64
plt_retro_load_sum (const PltNetworkLoad *load, PltDate from, PltDate to, gboolean *over)
{
  gint64 sum = 0;

  *over = FALSE;
  for (PltDate date = MAX (from, load->first);
       date <= to && date < load->first + (PltDate) load->days->len; date++)
    {
      gint32 percent = g_array_index (load->days, gint32, date - load->first);

      sum += percent;
      *over = *over || percent > PLT_NETWORK_FULL_DAY;
    }
  return (sum + 5) / 10;
}

gint64
plt_retro_load_week (const PltNetworkLoad *load, PltDate monday, gboolean *over)
{
  return plt_retro_load_sum (load, monday, monday + 6, over);
}

static void
find_weeks (PltRetroLoad *self)
{
  PltDate first = G_MAXINT32, last = G_MININT32;

  self->first = PLT_DATE_NONE;
  for (guint i = 0; i < self->loads->len; i++)
    {
      const PltNetworkLoad *load = self->loads->pdata[i];

      first = MIN (first, load->first);
      last = MAX (last, load->first + (PltDate) load->days->len - 1);
    }
  if (self->loads->len == 0)
    return;
  self->first = first - plt_date_weekday (first) + 1;
  self->n_weeks = (guint) CLAMP ((last - self->first) / 7 + 1, 1, PLT_RETRO_LOAD_MOST_WEEKS);
}

PltRetroLoad *
plt_retro_load_new (const PltRetro *retro)
{
  PltRetroLoad *self = g_new0 (PltRetroLoad, 1);
  PltNetworkTeam team;

  self->retro = retro;
  self->resources = g_array_new (FALSE, TRUE, sizeof (PltNetworkResource));
  self->assignments = g_array_new (FALSE, TRUE, sizeof (PltNetworkAssignment));
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (retro->network != NULL)
    {
      add_people (self);
      add_teams (self);
    }
  team = (PltNetworkTeam){ (const PltNetworkResource *) (gconstpointer) self->resources->data,
                           self->resources->len,
                           (const PltNetworkAssignment *) (gconstpointer) self->assignments->data,
                           self->assignments->len };
  if (self->assignments->len > 0)
    {
      self->loads = plt_network_load (retro->network, retro->schedule, &team);
      self->overloads = plt_network_overloads (retro->network, retro->schedule, &team);
    }
  else
    {
      self->loads = g_ptr_array_new ();
      self->overloads = g_ptr_array_new ();
    }
  find_weeks (self);
  return self;
}

void
plt_retro_load_free (PltRetroLoad *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->resources);
  g_array_unref (self->assignments);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->loads);
  g_ptr_array_unref (self->overloads);
  g_free (self);
}
