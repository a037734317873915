/* Who cannot do what the rétroplanning asks: too much on one day, or not there. */
#include "plt-retro-post.h"

#include <glib/gi18n-lib.h>

#include "plt-availability.h"
#include "plt-retro-load.h"
#include "plt-retro-private.h"

#define MANY_NAMES 4
#define MOST_DAYS 3700 /* of a booking that are looked at */

/* ---- too much ---- */

/* The row that gives the person the last of these tasks: the one to change. */
static gint64
row_of (const PltRetro *self, gint64 person, const GArray *tasks)
{
  const PltFacts *facts = self->facts;

  for (guint t = tasks->len; t-- > 0;)
    for (guint i = 0; i < facts->task_people.n; i++)
      if (facts->task_people.items[i].person == person
          && plt_retro_index (self, facts->task_people.items[i].task)
                 == (int) g_array_index (tasks, guint, t))
        return facts->task_people.items[i].id;
  return 0;
}

static char *
names_of (const PltRetro *self, const GArray *tasks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (tasks->len, MANY_NAMES); i++)
    g_string_append_printf (text, "%s“%s”", i > 0 ? ", " : "",
                            plt_retro_name (self, g_array_index (tasks, guint, i)));
  if (tasks->len > MANY_NAMES)
    g_string_append (text, ", …");
  return g_string_free (text, FALSE);
}

static void
check_load (const PltRetro *self, PltDate today, GPtrArray *issues)
{
  g_autoptr (PltRetroLoad) load = plt_retro_load_new (self);

  for (guint i = 0; i < load->overloads->len; i++)
    {
      const PltNetworkOverload *over = load->overloads->pdata[i];
      const PltNetworkResource *person
          = &g_array_index (load->resources, PltNetworkResource, over->resource);
      g_autofree char *from = plt_date_format_numeric (over->from);
      g_autofree char *to = plt_date_format_numeric (over->to);
      g_autofree char *names = names_of (self, over->tasks);
      gint64 row = row_of (self, person->id, over->tasks);

      if (over->resource >= load->n_people || (today != PLT_DATE_NONE && over->to < today))
        continue;
      plt_issues_add (
          issues, "retro.overload", PLT_SEVERITY_WARNING,
          row != 0 ? (PltRef){ "task_person", row, "share_e6" }
                   : (PltRef){ "person", person->id, NULL },
          NULL,
          _ ("%s has up to %d %% of a day of work from %s to %s, in %s: move one of them, or give "
             "a part of it to somebody else."),
          person->name, over->peak, from, to, names);
    }
}

/* ---- not there ---- */

/* Only what the register of availability says: a contract of the shoot does not rule the post. */
static gboolean
is_away (const PltAvailability *index, gint64 person, PltDate date, gint64 from, gint64 to)
{
  PltAvailabilityAnswer answer
      = plt_availability_ask (index, PLT_AVAILABILITY_PERSON, person, date, from, to);

  return g_strcmp0 (answer.row.table, "availability") == 0
         && (answer.answer == PLT_AVAILABLE_NO
             || (answer.answer == PLT_AVAILABLE_PARTLY && from != PLT_UNKNOWN));
}

static gboolean
may_be_away (const PltRetro *self, const PltAvailability *index, gint64 person)
{
  return PLT_FACTS_FIND (self->facts->people, PltPersonFacts, person) != NULL
         && plt_availability_is_limited (index, PLT_AVAILABILITY_PERSON, person);
}

static void
check_task (const PltRetro *self,
            const PltAvailability *index,
            const PltTaskPersonFacts *one,
            PltDate today,
            GPtrArray *issues)
{
  const PltRetroRow *row = plt_retro_find (self, one->task);
  g_autofree char *name = NULL, *date = NULL;
  PltDate first = PLT_DATE_NONE;
  guint n = 0;

  if (row == NULL || row->kind != PLT_RETRO_TASK || !row->is_dated || row->index < 0
      || row->state == PLT_RETRO_DONE || !may_be_away (self, index, one->person))
    return;
  for (PltDate day = row->dates.start; day <= row->dates.finish; day++)
    if ((today == PLT_DATE_NONE || day >= today)
        && plt_network_is_open (self->network, (guint) row->index, day)
        && is_away (index, one->person, day, PLT_UNKNOWN, PLT_UNKNOWN))
      {
        first = n++ == 0 ? day : first;
      }
  if (n == 0)
    return;
  name = plt_facts_person_name (PLT_FACTS_FIND (self->facts->people, PltPersonFacts, one->person));
  date = plt_date_format_numeric (first);
  plt_issues_add (issues, "retro.person-away", PLT_SEVERITY_WARNING,
                  (PltRef){ "task_person", one->id, "person" }, NULL,
                  ngettext ("%s is not available on %u day of “%s”, first on %s: move the task, or "
                            "give it to somebody else.",
                            "%s is not available on %u days of “%s”, first on %s: move the task, "
                            "or give it to somebody else.",
                            n),
                  name, n, row->name, date);
}

static void
check_technician (const PltRetro *self,
                  const PltAvailability *index,
                  const PltBookingFacts *one,
                  PltDate today,
                  GPtrArray *issues)
{
  PltDate last;

  if (!plt_retro_booking_counts (one) || !may_be_away (self, index, one->person))
    return;
  last = one->to_date != PLT_DATE_NONE ? one->to_date : one->from_date;
  last = MIN (last, one->from_date + MOST_DAYS);
  for (PltDate day = MAX (one->from_date, today); day <= last; day++)
    if (is_away (index, one->person, day, one->start_minutes, one->end_minutes))
      {
        g_autofree char *name = plt_facts_person_name (
            PLT_FACTS_FIND (self->facts->people, PltPersonFacts, one->person));
        g_autofree char *date = plt_date_format_numeric (day);

        plt_issues_add (issues, "retro.technician-away", PLT_SEVERITY_WARNING,
                        (PltRef){ "room_booking", one->id, "person" }, NULL,
                        _ ("%s is booked in “%s” on %s and is not available then: choose another "
                           "day or another technician."),
                        name, one->room, date);
        return;
      }
}

void
plt_retro_check_people (const PltRetro *self, PltDate today, GPtrArray *issues)
{
  g_autoptr (PltAvailability) index = plt_availability_new (self->facts);

  check_load (self, today, issues);
  for (guint i = 0; i < self->facts->task_people.n; i++)
    check_task (self, index, &self->facts->task_people.items[i], today, issues);
  for (guint i = 0; i < self->facts->bookings.n; i++)
    check_technician (self, index, &self->facts->bookings.items[i], today, issues);
}
