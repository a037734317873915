/* Who is in which room, week by week: bookings that count (dated, not cancelled) and screenings by
 * room, and where two of them are at once, by the rules of the finding retro.room-twice
 * (plt-retro-post.h): same room of the same supplier, hours separate where both have them; a
 * screening, which names no supplier, in a room booked for another task.
 *
 * A day counts where the room is in use: every day of a booking but the Saturdays and Sundays
 * between its first and last day on which its task is not worked on. */
#pragma once

#include "plt-retro-week.h"

G_BEGIN_DECLS

/**
 * PltRetroRoomUse:
 * @ref: "room_booking" or "screening"
 * @name: of the task, else of the screening, else ""
 * @task: index in the network, PLT_NETWORK_NONE without one
 * @from: first day, @to the last one
 * @start: minutes, with @end PLT_UNKNOWN where nobody said
 */
typedef struct
{
  PltRef ref;
  const char *name;
  int task;
  PltDate from, to;
  gint64 start, end;
} PltRetroRoomUse;

/**
 * PltRetroRoom:
 * @name: as it is written the first time
 * @supplier: "" where nobody said
 * @uses: (element-type PltRetroRoomUse): by their first day
 */
typedef struct
{
  const char *name, *supplier;
  GArray *uses;
} PltRetroRoom;

/* Two uses of a room at once, and on which days. */
typedef struct
{
  guint room, first, second;
  PltDate from, to;
} PltRetroRoomTwice;

/**
 * PltRetroRooms:
 * @rooms: (element-type PltRetroRoom): by their name
 * @twice: (element-type PltRetroRoomTwice): by room, then by day
 * @first: first day of all, PLT_DATE_NONE without any; @last the last one
 */
typedef struct
{
  const PltRetro *retro;
  GPtrArray *rooms;
  GArray *twice;
  PltDate first, last;
} PltRetroRooms;

/* (transfer full): borrows from the rétroplanning */
PltRetroRooms *plt_retro_rooms_new (const PltRetro *retro);
void plt_retro_rooms_free (PltRetroRooms *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRetroRooms, plt_retro_rooms_free)
/* Days of that week on which the room is in use, and whether it is taken twice on one. */
guint plt_retro_rooms_days (const PltRetroRooms *self, guint room, PltDate monday, gboolean *twice);
/* The uses of that week, as lines of kind PLT_RETRO_WORK_USE. (transfer full) */
PltRetroWeek *plt_retro_rooms_week (const PltRetroRooms *self, guint room, PltDate monday);
/* "“Montage” and “Mixage” are both in “Salle 1” from 11/10/2027 to 15/10/2027": the first time in
 * that week. (transfer full) (nullable) */
char *plt_retro_rooms_why (const PltRetroRooms *self, guint room, PltDate monday);

G_END_DECLS
