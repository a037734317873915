/* PltTimeline: the link that is chosen. */
#include <glib/gi18n-lib.h>

#include "plt-timeline-private.h"

char *
plt_timeline_words_of_link (PltNetworkKind kind, const char *first, const char *second)
{
  switch (kind)
    {
    case PLT_NETWORK_SS:
      return g_strdup_printf (_ ("After the beginning of “%s”, “%s” may begin"), first, second);
    case PLT_NETWORK_FF:
      return g_strdup_printf (_ ("After the end of “%s”, “%s” may end"), first, second);
    case PLT_NETWORK_SF:
      return g_strdup_printf (_ ("After the beginning of “%s”, “%s” may end"), first, second);
    case PLT_NETWORK_FS:
    case PLT_NETWORK_N_KINDS:
    default:
      return g_strdup_printf (_ ("After the end of “%s”, “%s” may begin"), first, second);
    }
}

static const PltGanttLink *
link_of (PltTimeline *self, int link)
{
  return self->gantt != NULL && link >= 0 && (guint) link < self->gantt->links->len
             ? &g_array_index (self->gantt->links, PltGanttLink, link)
             : NULL;
}

static const char *
label_of (PltTimeline *self, guint row)
{
  return g_array_index (self->gantt->rows, PltGanttRow, row).label;
}

char *
plt_timeline_link_words (PltTimeline *self, guint at)
{
  const PltGanttLink *link;

  g_return_val_if_fail (PLT_IS_TIMELINE (self), NULL);

  link = link_of (self, (int) at);
  g_return_val_if_fail (link != NULL, NULL);

  return plt_timeline_words_of_link (link->kind, label_of (self, link->from),
                                     label_of (self, link->to));
}

char *
plt_timeline_link_details (PltTimeline *self, guint at)
{
  const PltGanttLink *link = link_of (self, (int) at);

  return link != NULL && self->describe_link != NULL
             ? self->describe_link (link->from, link->to, self->describe_link_data)
             : NULL;
}

void
plt_timeline_set_describe_link (PltTimeline *self, PltTimelineDescribeLink describe, gpointer data)
{
  g_return_if_fail (PLT_IS_TIMELINE (self));

  self->describe_link = describe;
  self->describe_link_data = data;
}

void
plt_timeline_set_link (PltTimeline *self, int from, int to)
{
  int found = -1;

  g_return_if_fail (PLT_IS_TIMELINE (self));

  for (guint i = 0; self->gantt != NULL && from >= 0 && i < self->gantt->links->len; i++)
    {
      const PltGanttLink *link = link_of (self, (int) i);

      if ((int) link->from == from && (int) link->to == to)
        found = (int) i;
    }
  self->link = found;
  plt_timeline_tell (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
plt_timeline_get_link (PltTimeline *self, int *from, int *to)
{
  const PltGanttLink *link;

  g_return_val_if_fail (PLT_IS_TIMELINE (self), FALSE);

  link = link_of (self, self->link);
  if (link == NULL)
    return FALSE;
  *from = (int) link->from;
  *to = (int) link->to;
  return TRUE;
}

int
plt_timeline_link_at (PltTimeline *self, double x, double y)
{
  return self->gantt != NULL ? plt_gantt_view_link (&self->view, self->gantt, x, y, self->link)
                             : -1;
}

/* As a person does; -1 leaves the one there is. */
void
plt_timeline_choose_link (PltTimeline *self, int at)
{
  const PltGanttLink *link = link_of (self, at);

  if (link == NULL && self->link < 0)
    return;
  self->link = link != NULL ? at : -1;
  plt_timeline_emit_link_chosen (self, link != NULL ? (int) link->from : -1,
                                 link != NULL ? (int) link->to : -1);
  plt_timeline_tell (self, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
plt_timeline_step_link (PltTimeline *self, int way)
{
  const int n = self->gantt != NULL ? (int) self->gantt->links->len : 0;
  int at = self->link >= 0 ? self->link : (way > 0 ? -1 : n);

  for (int i = 0; i < n; i++)
    {
      const PltGanttLink *link;

      at = (at + way + n) % n;
      link = link_of (self, at);
      if ((int) link->from != self->cursor && (int) link->to != self->cursor)
        continue;
      plt_timeline_choose_link (self, at);
      return;
    }
}
