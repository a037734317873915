/* What cannot be in the rooms booked and the screenings. */
#include "plt-retro-post.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-retro-edit.h"
#include "plt-retro-private.h"
#include "plt-text.h"

static gboolean
is (const char *text, const char *other)
{
  return text != NULL && strcmp (text, other) == 0;
}

static PltDate
last_of (const PltBookingFacts *booking)
{
  return booking->to_date != PLT_DATE_NONE ? booking->to_date : booking->from_date;
}

gboolean
plt_retro_booking_counts (const PltBookingFacts *booking)
{
  return booking->from_date != PLT_DATE_NONE && !is (booking->status, "annule");
}

/* ---- twice at once ---- */

static gboolean
has_hours (const PltBookingFacts *booking)
{
  return booking->start_minutes != PLT_UNKNOWN && booking->end_minutes != PLT_UNKNOWN
         && booking->end_minutes > booking->start_minutes;
}

gboolean
plt_retro_bookings_meet (const PltBookingFacts *a, const PltBookingFacts *b)
{
  if (a->from_date > last_of (b) || b->from_date > last_of (a))
    return FALSE;
  return !has_hours (a) || !has_hours (b)
         || (a->start_minutes < b->end_minutes && b->start_minutes < a->end_minutes);
}

typedef struct
{
  const PltBookingFacts *booking;
  char *room; /* folded, with its supplier; "" for none */
} Room;

static void
clear_room (gpointer data)
{
  g_free (((Room *) data)->room);
}

static int
compare_rooms (gconstpointer a, gconstpointer b)
{
  const PltBookingFacts *first = ((const Room *) a)->booking, *second = ((const Room *) b)->booking;

  if (first->from_date != second->from_date)
    return first->from_date < second->from_date ? -1 : 1;
  return first->id < second->id ? -1 : first->id > second->id;
}

static GArray *
collect_rooms (const PltFacts *facts)
{
  GArray *rooms = g_array_new (FALSE, FALSE, sizeof (Room));

  g_array_set_clear_func (rooms, clear_room);
  for (guint i = 0; i < facts->bookings.n; i++)
    {
      const PltBookingFacts *booking = &facts->bookings.items[i];
      g_autofree char *full = g_strconcat (booking->room, "|", booking->supplier, NULL);
      Room room = { booking, *booking->room != '\0' ? plt_text_fold (full) : g_strdup ("") };

      if (!plt_retro_booking_counts (booking))
        {
          g_free (room.room);
          continue;
        }
      g_array_append_val (rooms, room);
    }
  g_array_sort (rooms, compare_rooms);
  return rooms;
}

static char *
person_name (const PltFacts *facts, gint64 id)
{
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, id);

  return person != NULL ? plt_facts_person_name (person) : g_strdup (_ ("a technician"));
}

static void
check_twice (const PltRetro *self, const GArray *rooms, GPtrArray *issues)
{
  for (guint i = 0; i < rooms->len; i++)
    for (guint j = i + 1; j < rooms->len; j++)
      {
        const Room *a = &g_array_index (rooms, Room, i), *b = &g_array_index (rooms, Room, j);
        g_autofree char *from = NULL, *to = NULL;

        if (b->booking->from_date > last_of (a->booking))
          break;
        if (!plt_retro_bookings_meet (a->booking, b->booking))
          continue;
        from = plt_date_format_numeric (b->booking->from_date);
        to = plt_date_format_numeric (MIN (last_of (a->booking), last_of (b->booking)));
        if (*a->room != '\0' && strcmp (a->room, b->room) == 0)
          plt_issues_add (issues, "retro.room-twice", PLT_SEVERITY_WARNING,
                          (PltRef){ "room_booking", b->booking->id, "from_date" }, NULL,
                          _ ("“%s” is booked twice from %s to %s: change one of the bookings."),
                          b->booking->room, from, to);
        if (a->booking->person != 0 && a->booking->person == b->booking->person)
          {
            g_autofree char *name = person_name (self->facts, b->booking->person);

            plt_issues_add (issues, "retro.technician-twice", PLT_SEVERITY_WARNING,
                            (PltRef){ "room_booking", b->booking->id, "person" }, NULL,
                            _ ("%s is booked in “%s” and in “%s” at once, from %s to %s: change "
                               "one of the bookings."),
                            name, a->booking->room, b->booking->room, from, to);
          }
      }
}

/* ---- one booking ---- */

static void
check_dates (const PltRetro *self, const PltBookingFacts *booking, GPtrArray *issues)
{
  const PltRetroRow *row = booking->task != 0 ? plt_retro_find (self, booking->task) : NULL;
  g_autofree char *first = NULL, *last = NULL;

  if (row == NULL || !row->is_dated
      || (booking->from_date >= row->dates.start && last_of (booking) <= row->dates.finish))
    return;
  first = plt_date_format_numeric (row->dates.start);
  last = plt_date_format_numeric (row->dates.finish);
  plt_issues_add (issues, "retro.booking-outside", PLT_SEVERITY_WARNING,
                  (PltRef){ "room_booking", booking->id,
                            booking->from_date < row->dates.start ? "from_date" : "to_date" },
                  NULL,
                  _ ("“%s” is booked outside of the days of “%s”, %s to %s: move the booking or "
                     "the task."),
                  booking->room, row->name, first, last);
}

static void
check_option (const PltBookingFacts *booking, PltDate today, GPtrArray *issues)
{
  g_autofree char *date = NULL;
  int days;

  if (today == PLT_DATE_NONE || last_of (booking) < today
      || (!is (booking->status, "option") && !is (booking->status, "a-faire")))
    return;
  days = booking->from_date - today;
  if (days > PLT_RETRO_OPTION_DAYS)
    return;
  date = plt_date_format_numeric (booking->from_date);
  plt_issues_add (issues, "retro.booking-option", PLT_SEVERITY_WARNING,
                  (PltRef){ "room_booking", booking->id, "status" }, NULL,
                  _ ("“%s” begins on %s and is not confirmed: confirm it or let it go."),
                  booking->room, date);
}

/* Each room once, at its first booking that says nothing. */
static void
check_access (const GArray *rooms, PltDate today, GPtrArray *issues)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);

      if (*room->booking->accessibility != '\0')
        g_hash_table_add (seen, room->room);
    }
  for (guint i = 0; i < rooms->len; i++)
    {
      const Room *room = &g_array_index (rooms, Room, i);

      if (*room->room == '\0' || (today != PLT_DATE_NONE && last_of (room->booking) < today)
          || !g_hash_table_add (seen, room->room))
        continue;
      plt_issues_add (issues, "retro.accessibility", PLT_SEVERITY_INFO,
                      (PltRef){ "room_booking", room->booking->id, "accessibility" }, NULL,
                      _ ("Nothing says how “%s” is accessible: ask, and write it down."),
                      room->booking->room);
    }
}

/* What the people of a task need, one by one, against what the room is said to have. */
static void
check_needs (const PltRetro *self,
             gint64 task,
             PltRef ref,
             const char *room,
             const char *has,
             GPtrArray *issues)
{
  const PltTaskFacts *of
      = task != 0 ? PLT_FACTS_FIND (self->facts->tasks, PltTaskFacts, task) : NULL;
  g_autofree char *folded = plt_text_fold (has);
  g_auto (GStrv) needs = NULL;

  if (of == NULL || of->accessibility == NULL || *of->accessibility == '\0' || *has == '\0')
    return;
  needs = g_strsplit_set (of->accessibility, ",;\n", -1);
  for (guint i = 0; needs[i] != NULL; i++)
    {
      const char *need = g_strstrip (needs[i]);
      g_autofree char *wanted = plt_text_fold (need);

      if (*wanted == '\0' || strstr (folded, wanted) != NULL)
        continue;
      plt_issues_add (issues, "retro.accessibility-missing", PLT_SEVERITY_WARNING, ref, NULL,
                      _ ("“%s” needs “%s”, and of “%s” it is said: “%s”. Ask there, and write it "
                         "down, or choose another room."),
                      of->name, need, room, has);
      return;
    }
}

static void
check_booked (const PltRetro *self,
              const PltBookingFacts *booking,
              PltDate today,
              GPtrArray *issues)
{
  if (today == PLT_DATE_NONE || last_of (booking) >= today)
    check_needs (self, booking->task, (PltRef){ "room_booking", booking->id, "accessibility" },
                 booking->room, booking->accessibility, issues);
}

/* ---- screenings ---- */

/* A booking without a task may be that of the screening. */
gboolean
plt_retro_screening_meets (const PltScreeningFacts *one, const PltBookingFacts *booking)
{
  return booking->task != 0 && booking->task != one->task && one->date != PLT_DATE_NONE
         && one->date >= booking->from_date && one->date <= last_of (booking)
         && !(has_hours (booking) && one->start_minutes != PLT_UNKNOWN
              && (one->start_minutes < booking->start_minutes
                  || one->start_minutes >= booking->end_minutes));
}

/* The room of a screening, booked for something else at that hour. */
static void
check_room (const PltScreeningFacts *one, const GArray *rooms, GPtrArray *issues)
{
  g_autofree char *room = plt_text_fold (one->room);

  if (*room == '\0' || one->date == PLT_DATE_NONE)
    return;
  for (guint i = 0; i < rooms->len; i++)
    {
      const PltBookingFacts *booking = g_array_index (rooms, Room, i).booking;
      g_autofree char *booked = plt_text_fold (booking->room);
      g_autofree char *date = NULL;

      if (strcmp (room, booked) != 0 || !plt_retro_screening_meets (one, booking))
        continue;
      date = plt_date_format_numeric (one->date);
      plt_issues_add (issues, "retro.room-twice", PLT_SEVERITY_WARNING,
                      (PltRef){ "screening", one->id, "room" }, NULL,
                      _ ("“%s” is in “%s” on %s, which is booked for something else then: choose "
                         "another hour or another room."),
                      one->name, one->room, date);
      return;
    }
}

/* What is shown is there once its stage has begun: a plan that slips leaves its screenings behind.
 */
static void
check_order (const PltRetro *self, const PltScreeningFacts *one, GPtrArray *issues)
{
  const PltRetroRow *row = one->task != 0 ? plt_retro_find (self, one->task) : NULL;
  g_autofree char *date = NULL, *start = NULL;

  if (row == NULL || !row->is_dated || one->date == PLT_DATE_NONE || one->date >= row->dates.start)
    return;
  date = plt_date_format_numeric (one->date);
  start = plt_date_format_numeric (row->dates.start);
  plt_issues_add (issues, "retro.screening-early", PLT_SEVERITY_WARNING,
                  (PltRef){ "screening", one->id, "date" }, NULL,
                  _ ("“%s” is on %s, and “%s” only begins on %s: move the screening or the task."),
                  one->name, date, row->name, start);
}

/* Stages after which work is shown, by the code of the templates (practice: C3.6, C2.11). */
static const char *const shown[] = { "montage", "mixage", "masters", NULL };
/* Milestones of the templates that are screenings themselves. */
static const char *const showings[] = { "projection", "fin-mixage", "verification", NULL };

/* A screening of the stage, or a milestone for one that follows it; of a captation the director and
 * the broadcaster see the edit when they agree to it. */
static gboolean
is_shown (const PltFacts *facts, const PltTaskFacts *stage, gboolean captation)
{
  for (guint i = 0; i < facts->screenings.n; i++)
    if (facts->screenings.items[i].task == stage->id)
      return TRUE;
  for (guint i = 0; i < facts->task_links.n; i++)
    {
      const PltTaskLinkFacts *link = &facts->task_links.items[i];
      const PltTaskFacts *next = link->predecessor == stage->id
                                     ? PLT_FACTS_FIND (facts->tasks, PltTaskFacts, link->task)
                                     : NULL;

      if (next != NULL
          && (g_strv_contains (showings, next->code)
              || (captation && is (next->code, "image-arretee"))))
        return TRUE;
    }
  return FALSE;
}

static void
check_stages (const PltRetro *self, GPtrArray *issues)
{
  const char *kind = plt_retro_template_kind (self->facts->production.kind);
  gboolean captation = is (kind, "captation");

  if (is (kind, "festival")) /* nothing that is edited */
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltRetroRow *row = &g_array_index (self->rows, PltRetroRow, i);

      if (captation && !is (row->task != NULL ? row->task->code : NULL, "montage"))
        continue; /* its mix and masters are delivered within days */
      if (row->task == NULL || row->kind != PLT_RETRO_TASK || row->state == PLT_RETRO_DONE
          || !g_strv_contains (shown, row->task->code)
          || is_shown (self->facts, row->task, captation))
        continue;
      plt_issues_add (issues, "retro.screening-missing", PLT_SEVERITY_INFO,
                      (PltRef){ "task", row->task->id, "name" }, NULL,
                      _ ("No screening is planned after “%s”: add one, so that what has to be done "
                         "again is seen in time."),
                      row->name);
    }
}

static void
check_screening (const PltRetro *self,
                 const PltScreeningFacts *one,
                 const GArray *rooms,
                 PltDate today,
                 GPtrArray *issues)
{
  gboolean is_over = *one->answer != '\0'
                     || (today != PLT_DATE_NONE && one->date != PLT_DATE_NONE && one->date < today);
  int stage = plt_retro_index (self, one->reopens);

  if (*one->accessibility == '\0' && !is_over)
    plt_issues_add (issues, "retro.accessibility", PLT_SEVERITY_INFO,
                    (PltRef){ "screening", one->id, "accessibility" }, NULL,
                    _ ("Nothing says how the screening “%s” is accessible: ask who comes what they "
                       "need, and write it down."),
                    one->name);
  if (!is_over)
    {
      check_order (self, one, issues);
      check_room (one, rooms, issues);
      check_needs (self, one->task, (PltRef){ "screening", one->id, "accessibility" },
                   *one->room != '\0' ? one->room : one->name, one->accessibility, issues);
    }
  if (stage >= 0 && !plt_retro_has_rework (self->facts, one->id))
    plt_issues_add (issues, "retro.screening-rework", PLT_SEVERITY_WARNING,
                    (PltRef){ "screening", one->id, "reopens" }, NULL,
                    _ ("“%s” reopens “%s” and the plan does not have that work yet: add it."),
                    one->name, plt_retro_name (self, (guint) stage));
}

void
plt_retro_check_post (const PltRetro *self, PltDate today, GPtrArray *issues)
{
  g_autoptr (GArray) rooms = collect_rooms (self->facts);

  check_twice (self, rooms, issues);
  for (guint i = 0; i < rooms->len; i++)
    {
      check_dates (self, g_array_index (rooms, Room, i).booking, issues);
      check_option (g_array_index (rooms, Room, i).booking, today, issues);
      check_booked (self, g_array_index (rooms, Room, i).booking, today, issues);
    }
  check_access (rooms, today, issues);
  check_stages (self, issues);
  for (guint i = 0; i < self->facts->screenings.n; i++)
    check_screening (self, &self->facts->screenings.items[i], rooms, today, issues);
  plt_retro_check_people (self, today, issues);
}
