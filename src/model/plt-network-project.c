#include "plt-network-project.h"

PltNetworkProject *
plt_network_project_new (void)
{
  PltNetworkProject *self = g_new0 (PltNetworkProject, 1);

  self->tasks = g_array_new (FALSE, FALSE, sizeof (PltNetworkTask));
  self->planned = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  self->links = g_array_new (FALSE, FALSE, sizeof (PltNetworkLink));
  self->calendars = g_array_new (FALSE, FALSE, sizeof (PltNetworkCalendar));
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->spans = g_ptr_array_new_with_free_func (g_free);
  self->strings = g_string_chunk_new (4096);
  self->start = self->end = PLT_DATE_NONE;
  self->title = "";
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
