#include "plt-retro-rooms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-retro-private.h"
#include "plt-text.h"

static void
room_free (gpointer data)
{
  PltRetroRoom *self = data;

  g_array_unref (self->uses);
  g_free (self);
}

static PltRetroRoom *
add_room (PltRetroRooms *self, const char *name, const char *supplier)
{
  PltRetroRoom *room = g_new0 (PltRetroRoom, 1);

  room->name = name;
  room->supplier = supplier;
  room->uses = g_array_new (FALSE, TRUE, sizeof (PltRetroRoomUse));
  g_ptr_array_add (self->rooms, room);
  return room;
}

static void
add_use (PltRetroRooms *self, PltRetroRoom *room, const PltRetroRoomUse *use)
{
  g_array_append_val (room->uses, *use);
  self->first = self->first == PLT_DATE_NONE ? use->from : MIN (self->first, use->from);
  self->last = self->last == PLT_DATE_NONE ? use->to : MAX (self->last, use->to);
}

static const char *
task_name (const PltRetro *retro, int task)
{
  return task >= 0 ? plt_retro_name (retro, (guint) task) : "";
}

/* By name with supplier, and by name alone: the first room of that name. */
static void
add_bookings (PltRetroRooms *self, GHashTable *known)
{
  const PltFacts *facts = self->retro->facts;

  for (guint i = 0; i < facts->bookings.n; i++)
    {
      const PltBookingFacts *one = &facts->bookings.items[i];
      g_autofree char *full = g_strconcat (one->room, "|", one->supplier, NULL);
      g_autofree char *key = plt_text_fold (full), *name = plt_text_fold (one->room);
      PltRetroRoomUse use = { .ref = { "room_booking", one->id, NULL } };
      PltRetroRoom *room;

      if (!plt_retro_booking_counts (one) || *one->room == '\0')
        continue;
      room = g_hash_table_lookup (known, key);
      if (room == NULL)
        {
          room = add_room (self, one->room, one->supplier);
          g_hash_table_insert (known, g_steal_pointer (&key), room);
          if (!g_hash_table_contains (known, name))
            g_hash_table_insert (known, g_steal_pointer (&name), room);
        }
      use.task = plt_retro_index (self->retro, one->task);
      use.name = task_name (self->retro, use.task);
      use.from = one->from_date;
      use.to = MAX (one->to_date != PLT_DATE_NONE ? one->to_date : one->from_date, one->from_date);
      use.start = one->start_minutes;
      use.end = one->end_minutes;
      add_use (self, room, &use);
    }
}

static void
add_screenings (PltRetroRooms *self, GHashTable *known)
{
  const PltFacts *facts = self->retro->facts;

  for (guint i = 0; i < facts->screenings.n; i++)
    {
      const PltScreeningFacts *one = &facts->screenings.items[i];
      g_autofree char *name = plt_text_fold (one->room);
      PltRetroRoomUse use = { { "screening", one->id, NULL },
                              one->name,
                              PLT_NETWORK_NONE,
                              one->date,
                              one->date,
                              one->start_minutes,
                              PLT_UNKNOWN };
      PltRetroRoom *room = g_hash_table_lookup (known, name);

      if (one->date == PLT_DATE_NONE || *name == '\0')
        continue;
      if (room == NULL)
        {
          room = add_room (self, one->room, "");
          g_hash_table_insert (known, g_steal_pointer (&name), room);
        }
      add_use (self, room, &use);
    }
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const PltRetroRoomUse *one = a, *two = b;

  if (one->from != two->from)
    return one->from < two->from ? -1 : 1;
  if (strcmp (one->ref.table, two->ref.table) != 0)
    return strcmp (one->ref.table, two->ref.table);
  return one->ref.id < two->ref.id ? -1 : one->ref.id > two->ref.id;
}

static int
compare_rooms (gconstpointer a, gconstpointer b)
{
  const PltRetroRoom *one = *(const PltRetroRoom *const *) a;
  const PltRetroRoom *two = *(const PltRetroRoom *const *) b;
  int order = plt_text_compare (one->name, two->name);

  return order != 0 ? order : plt_text_compare (one->supplier, two->supplier);
}

static gboolean
is_booking (const PltRetroRoomUse *use)
{
  return strcmp (use->ref.table, "room_booking") == 0;
}

static gboolean
meet (const PltFacts *facts, const PltRetroRoomUse *one, const PltRetroRoomUse *two)
{
  const PltRetroRoomUse *booked = is_booking (one) ? one : two, *other = booked == one ? two : one;
  const PltBookingFacts *booking
      = PLT_FACTS_FIND (facts->bookings, PltBookingFacts, booked->ref.id);

  if (!is_booking (booked))
    return FALSE; /* two screenings: one audience after the other */
  if (is_booking (other))
    return plt_retro_bookings_meet (
        booking, PLT_FACTS_FIND (facts->bookings, PltBookingFacts, other->ref.id));
  return plt_retro_screening_meets (
      PLT_FACTS_FIND (facts->screenings, PltScreeningFacts, other->ref.id), booking);
}

static void
find_twice (PltRetroRooms *self, guint at)
{
  const GArray *uses = ((const PltRetroRoom *) self->rooms->pdata[at])->uses;

  for (guint i = 0; i < uses->len; i++)
    for (guint j = i + 1; j < uses->len; j++)
      {
        const PltRetroRoomUse *one = &g_array_index (uses, PltRetroRoomUse, i);
        const PltRetroRoomUse *two = &g_array_index (uses, PltRetroRoomUse, j);
        PltRetroRoomTwice twice = { at, i, j, two->from, MIN (one->to, two->to) };

        if (two->from > one->to)
          break;
        if (meet (self->retro->facts, one, two))
          g_array_append_val (self->twice, twice);
      }
}

PltRetroRooms *
plt_retro_rooms_new (const PltRetro *retro)
{
  PltRetroRooms *self = g_new0 (PltRetroRooms, 1);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->retro = retro;
  self->rooms = g_ptr_array_new_with_free_func (room_free);
  self->twice = g_array_new (FALSE, FALSE, sizeof (PltRetroRoomTwice));
  self->first = self->last = PLT_DATE_NONE;
  add_bookings (self, known);
  add_screenings (self, known);
  g_ptr_array_sort (self->rooms, compare_rooms);
  for (guint i = 0; i < self->rooms->len; i++)
    {
      g_array_sort (((PltRetroRoom *) self->rooms->pdata[i])->uses, compare_uses);
      find_twice (self, i);
    }
  return self;
}

void
plt_retro_rooms_free (PltRetroRooms *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rooms);
  g_array_unref (self->twice);
  g_free (self);
}

/* ---- a week ---- */

static guint
days_between (PltDate monday, PltDate from, PltDate to)
{
  guint days = 0;

  for (guint day = 0; day < PLT_RETRO_WEEK_DAYS; day++)
    if (monday + (PltDate) day >= from && monday + (PltDate) day <= to)
      days |= 1u << day;
  return days;
}

static guint
days_of (const PltRetroRooms *self, const PltRetroRoomUse *use, PltDate monday)
{
  guint days = days_between (monday, use->from, use->to);

  for (guint day = 5; day < PLT_RETRO_WEEK_DAYS; day++)
    {
      PltDate date = monday + (PltDate) day;

      if (date != use->from && date != use->to
          && (use->task < 0
              || !plt_network_is_open (self->retro->network, (guint) use->task, date)))
        days &= ~(1u << day);
    }
  return days;
}

static guint
twice_of (const PltRetroRooms *self, guint room, PltDate monday)
{
  guint days = 0;

  for (guint i = 0; i < self->twice->len; i++)
    {
      const PltRetroRoomTwice *one = &g_array_index (self->twice, PltRetroRoomTwice, i);

      if (one->room == room)
        days |= days_between (monday, one->from, one->to);
    }
  return days;
}

guint
plt_retro_rooms_days (const PltRetroRooms *self, guint room, PltDate monday, gboolean *twice)
{
  const GArray *uses = ((const PltRetroRoom *) self->rooms->pdata[room])->uses;
  guint both = twice_of (self, room, monday), days = both, n = 0;

  for (guint i = 0; i < uses->len; i++)
    days |= days_of (self, &g_array_index (uses, PltRetroRoomUse, i), monday);
  for (guint day = 0; day < PLT_RETRO_WEEK_DAYS; day++)
    n += (days & (1u << day)) != 0;
  *twice = both != 0;
  return n;
}

PltRetroWeek *
plt_retro_rooms_week (const PltRetroRooms *self, guint room, PltDate monday)
{
  const GArray *uses = ((const PltRetroRoom *) self->rooms->pdata[room])->uses;
  PltRetroWeek *week = g_new0 (PltRetroWeek, 1);

  week->monday = monday;
  week->lines = g_array_new (FALSE, TRUE, sizeof (PltRetroWork));
  week->twice = twice_of (self, room, monday);
  for (guint i = 0; i < uses->len; i++)
    {
      const PltRetroRoomUse *use = &g_array_index (uses, PltRetroRoomUse, i);
      PltRetroWork line = { .kind = PLT_RETRO_WORK_USE, .ref = use->ref, .name = use->name };

      line.days
          = days_of (self, use, monday) | (days_between (monday, use->from, use->to) & week->twice);
      if (line.days != 0)
        g_array_append_val (week->lines, line);
    }
  return week;
}

static char *
use_name (const PltRetroRoomUse *use)
{
  return *use->name != '\0' ? g_strdup_printf (_ ("“%s”"), use->name)
                            : g_strdup (_ ("a booking without a task"));
}

char *
plt_retro_rooms_why (const PltRetroRooms *self, guint room, PltDate monday)
{
  const PltRetroRoom *of = self->rooms->pdata[room];

  for (guint i = 0; i < self->twice->len; i++)
    {
      const PltRetroRoomTwice *one = &g_array_index (self->twice, PltRetroRoomTwice, i);
      g_autofree char *first = NULL, *second = NULL, *from = NULL, *to = NULL;

      if (one->room != room || one->from > monday + 6 || one->to < monday)
        continue;
      first = use_name (&g_array_index (of->uses, PltRetroRoomUse, one->first));
      second = use_name (&g_array_index (of->uses, PltRetroRoomUse, one->second));
      from = plt_date_format_short (one->from);
      to = plt_date_format_day (one->to);
      return one->from == one->to ? g_strdup_printf (_ ("%s and %s are both in “%s” on %s"), first,
                                                     second, of->name, to)
                                  : g_strdup_printf (_ ("%s and %s are both in “%s” from %s to %s"),
                                                     first, second, of->name, from, to);
    }
  return NULL;
}
