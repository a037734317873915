#include "plt-network-project.h"

#include <string.h>

static const PltNetworkExtra no_extra = { "", "", { PLT_DATE_NONE, PLT_DATE_NONE } };

PltNetworkProject *
plt_network_project_new (void)
{
  PltNetworkProject *self = g_new0 (PltNetworkProject, 1);

  self->tasks = g_array_new (FALSE, FALSE, sizeof (PltNetworkTask));
  self->planned = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  self->links = g_array_new (FALSE, FALSE, sizeof (PltNetworkLink));
  self->calendars = g_array_new (FALSE, FALSE, sizeof (PltNetworkCalendar));
  self->extras = g_array_new (FALSE, FALSE, sizeof (PltNetworkExtra));
  self->assignments = g_array_new (FALSE, FALSE, sizeof (PltNetworkWork));
  self->resources = g_ptr_array_new ();
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->spans = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (4096);
  self->start = self->end = self->baseline_date = PLT_DATE_NONE;
  self->title = self->baseline_name = "";
  return self;
}

void
plt_network_project_free (PltNetworkProject *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->tasks);
  g_array_unref (self->planned);
  g_array_unref (self->links);
  g_array_unref (self->calendars);
  g_array_unref (self->extras);
  g_array_unref (self->assignments);
  g_ptr_array_unref (self->resources);
  g_ptr_array_unref (self->remarks);
  g_ptr_array_unref (self->spans);
  g_string_chunk_free (self->strings);
  g_free (self);
}

const char *
plt_network_project_text (PltNetworkProject *self, const char *text)
{
  return g_string_chunk_insert (self->strings, text != NULL ? text : "");
}

static const PltNetworkSpan *
keep_spans (PltNetworkProject *self, const GArray *spans, guint *n_spans)
{
  gpointer copy;

  *n_spans = spans != NULL ? spans->len : 0;
  if (*n_spans == 0)
    return NULL;
  copy = g_memdup2 (spans->data, spans->len * sizeof (PltNetworkSpan));
  g_ptr_array_add (self->spans, copy);
  return copy;
}

void
plt_network_project_add_calendar (PltNetworkProject *self,
                                  const char *name,
                                  guint weekdays,
                                  const GArray *closed,
                                  const GArray *opened)
{
  PltNetworkCalendar calendar
      = { plt_network_project_text (self, name), weekdays, NULL, 0, NULL, 0 };

  calendar.closed = keep_spans (self, closed, &calendar.n_closed);
  calendar.opened = keep_spans (self, opened, &calendar.n_opened);
  g_array_append_val (self->calendars, calendar);
}

static gboolean
is_within (const PltNetworkSpan *spans, guint n_spans, PltDate day)
{
  for (guint i = 0; i < n_spans; i++)
    if (spans[i].from <= day && day <= spans[i].to)
      return TRUE;
  return FALSE;
}

gboolean
plt_network_calendar_is_open (const PltNetworkCalendar *self, PltDate day)
{
  if (is_within (self->opened, self->n_opened, day))
    return TRUE;
  return !is_within (self->closed, self->n_closed, day)
         && (self->weekdays & (1u << (plt_date_weekday (day) - 1))) != 0;
}

const PltNetworkExtra *
plt_network_project_extra (const PltNetworkProject *self, guint task)
{
  return task < self->extras->len ? &g_array_index (self->extras, PltNetworkExtra, task)
                                  : &no_extra;
}

PltNetworkExtra *
plt_network_project_need_extra (PltNetworkProject *self, guint task)
{
  while (self->extras->len <= task)
    g_array_append_val (self->extras, no_extra);
  return &g_array_index (self->extras, PltNetworkExtra, task);
}

guint
plt_network_project_resource (PltNetworkProject *self, const char *name)
{
  for (guint i = 0; i < self->resources->len; i++)
    if (strcmp (self->resources->pdata[i], name) == 0)
      return i;
  g_ptr_array_add (self->resources, (gpointer) plt_network_project_text (self, name));
  return self->resources->len - 1;
}

void
plt_network_project_input (const PltNetworkProject *self, PltNetworkInput *input)
{
  *input = (PltNetworkInput){
    .tasks = (const PltNetworkTask *) (gconstpointer) self->tasks->data,
    .n_tasks = self->tasks->len,
    .links = (const PltNetworkLink *) (gconstpointer) self->links->data,
    .n_links = self->links->len,
    .calendars = (const PltNetworkCalendar *) (gconstpointer) self->calendars->data,
    .n_calendars = self->calendars->len,
    .start = self->start,
    .end = self->end,
    .backward = self->backward,
  };
}
