#include "plt-retro-week.h"

#include "plt-availability.h"
#include "plt-retro-private.h"

static PltRetroWork *
add (PltRetroWeek *self, PltRetroWorkKind kind, const char *table, gint64 id, const char *name)
{
  PltRetroWork line = { .kind = kind, .ref = { table, id, NULL }, .name = name };

  g_array_append_val (self->lines, line);
  return &g_array_index (self->lines, PltRetroWork, self->lines->len - 1);
}

static gboolean
is_in (PltDate date, PltDate from, PltDate to)
{
  return (from == PLT_DATE_NONE || date >= from) && (to == PLT_DATE_NONE || date <= to);
}

static guint
days_of (const PltRetroWeek *self, PltDate from, PltDate to)
{
  guint days = 0;

  for (guint i = 0; i < PLT_RETRO_WEEK_DAYS; i++)
    if (is_in (self->monday + (PltDate) i, from, to))
      days |= 1u << i;
  return days;
}

static PltRetroWork *
find (PltRetroWeek *self, const char *table, gint64 id)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PltRetroWork *line = &g_array_index (self->lines, PltRetroWork, i);

      if (line->ref.id == id && g_strcmp0 (line->ref.table, table) == 0)
        return line;
    }
  return NULL;
}

static void
add_tasks (PltRetroWeek *self, const PltRetroLoad *load, guint resource)
{
  const PltRetro *retro = load->retro;

  for (guint i = 0; i < load->assignments->len; i++)
    {
      const PltNetworkAssignment *one = &g_array_index (load->assignments, PltNetworkAssignment, i);
      const PltNetworkDates *dates = &retro->schedule->tasks[one->task];
      const PltNetworkTask *task = &retro->input.tasks[one->task];
      PltRetroWork *line;

      if (one->resource != resource || one->percent <= 0 || task->days <= 0
          || dates->start > self->monday + 6 || dates->finish < self->monday)
        continue;
      line = find (self, "task", task->id);
      if (line == NULL)
        line = add (self, PLT_RETRO_WORK_TASK, "task", task->id, task->name);
      for (guint day = 0; day < PLT_RETRO_WEEK_DAYS; day++)
        if (is_in (self->monday + (PltDate) day, dates->start, dates->finish)
            && plt_network_is_open (retro->network, one->task, self->monday + (PltDate) day))
          {
            const int percent = MIN (one->percent, G_MAXINT16);

            line->percent[day] = MIN (line->percent[day] + percent, G_MAXINT16);
            self->percent[day] = MIN (self->percent[day] + percent, G_MAXINT16);
            line->days |= 1u << day;
          }
      if (line->days == 0)
        g_array_set_size (self->lines, self->lines->len - 1);
    }
}

static void
add_rooms (PltRetroWeek *self, const PltFacts *facts, gint64 person)
{
  for (guint i = 0; i < facts->bookings.n; i++)
    {
      const PltBookingFacts *one = &facts->bookings.items[i];
      guint days = plt_retro_booking_counts (one) && one->person == person
                       ? days_of (self, one->from_date,
                                  one->to_date != PLT_DATE_NONE ? one->to_date : one->from_date)
                       : 0;

      if (days != 0)
        add (self, PLT_RETRO_WORK_ROOM, "room_booking", one->id, one->room)->days = days;
    }
}

static void
add_events (PltRetroWeek *self, const PltFacts *facts, gint64 person)
{
  for (guint i = 0; i < facts->events.n; i++)
    {
      const PltEventFacts *one = &facts->events.items[i];
      guint days = one->person == person && one->date != PLT_DATE_NONE
                       ? days_of (self, one->date, one->date)
                       : 0;

      if (days != 0)
        add (self, PLT_RETRO_WORK_EVENT, "event", one->id,
             one->text != NULL && *one->text != '\0' ? one->text : one->kind)
            ->days
            = days;
    }
}

/* (transfer none) (nullable): what says that the person is not there that day */
static const PltAvailabilityFacts *
find_absence (const PltFacts *facts, const PltAvailability *index, gint64 person, PltDate date)
{
  PltAvailabilityAnswer answer = plt_availability_ask (index, PLT_AVAILABILITY_PERSON, person, date,
                                                       PLT_UNKNOWN, PLT_UNKNOWN);

  return answer.answer == PLT_AVAILABLE_NO && g_strcmp0 (answer.row.table, "availability") == 0
             ? PLT_FACTS_FIND (facts->availability, PltAvailabilityFacts, answer.row.id)
             : NULL;
}

GArray *
plt_retro_away_new (const PltRetroLoad *load)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PltRetroAway));
  const PltFacts *facts = load->retro->facts;
  g_autoptr (PltAvailability) index = plt_availability_new (facts);

  for (guint i = 0; i < load->loads->len; i++)
    {
      const PltNetworkLoad *one = load->loads->pdata[i];
      gint64 person = g_array_index (load->resources, PltNetworkResource, one->resource).id;

      if (one->resource >= load->n_people
          || !plt_availability_is_limited (index, PLT_AVAILABILITY_PERSON, person))
        continue;
      for (guint day = 0; day < one->days->len; day++)
        {
          PltRetroAway away = { one->resource, one->first + (PltDate) day };

          if (g_array_index (one->days, gint32, day) > 0
              && find_absence (facts, index, person, away.date) != NULL)
            g_array_append_val (found, away);
        }
    }
  return found;
}

static void
add_absences (PltRetroWeek *self, const PltFacts *facts, gint64 person)
{
  g_autoptr (PltAvailability) index = plt_availability_new (facts);

  if (!plt_availability_is_limited (index, PLT_AVAILABILITY_PERSON, person))
    return;
  for (guint day = 0; day < PLT_RETRO_WEEK_DAYS; day++)
    {
      const PltAvailabilityFacts *window
          = find_absence (facts, index, person, self->monday + (PltDate) day);
      PltRetroWork *line = window != NULL ? find (self, "availability", window->id) : NULL;

      if (window == NULL)
        continue;
      if (line == NULL)
        line = add (self, PLT_RETRO_WORK_AWAY, "availability", window->id, window->note);
      line->days |= 1u << day;
      if (self->percent[day] > 0)
        self->away |= 1u << day;
    }
}

PltRetroWeek *
plt_retro_week_new (const PltRetroLoad *load, guint resource, PltDate monday)
{
  PltRetroWeek *self = g_new0 (PltRetroWeek, 1);
  const PltNetworkResource *of = &g_array_index (load->resources, PltNetworkResource, resource);

  self->monday = monday;
  self->lines = g_array_new (FALSE, TRUE, sizeof (PltRetroWork));
  add_tasks (self, load, resource);
  if (resource < load->n_people)
    {
      add_rooms (self, load->retro->facts, of->id);
      add_events (self, load->retro->facts, of->id);
      add_absences (self, load->retro->facts, of->id);
    }
  return self;
}

void
plt_retro_week_free (PltRetroWeek *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lines);
  g_free (self);
}

gboolean
plt_retro_week_is_over (const PltRetroWeek *self, guint day)
{
  return self->percent[day] > PLT_NETWORK_FULL_DAY
         || ((self->away | self->twice) & (1u << day)) != 0;
}
