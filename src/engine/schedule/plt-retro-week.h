/* What one person or team does in a week of a rétroplanning, and why it is too much: the tasks with
 * what they take of each day, the rooms in which the person is booked and the person's own dates,
 * and the days on which the register of availability says that the person is not there.
 *
 * Somebody who is twice on a task has one line of it, with both parts. Shooting days of a contract
 * are not counted: whoever works on a shoot for the plan is put on its task.
 *
 * Rooms and dates take nothing of a day in the sum: the task that a room is booked for does. */
#pragma once

#include "plt-retro-load.h"

G_BEGIN_DECLS

#define PLT_RETRO_WEEK_DAYS 7

typedef enum
{
  PLT_RETRO_WORK_TASK,
  PLT_RETRO_WORK_ROOM,
  PLT_RETRO_WORK_EVENT,
  PLT_RETRO_WORK_AWAY,
  PLT_RETRO_WORK_USE, /* of a room: plt-retro-rooms.h */
} PltRetroWorkKind;

/**
 * PltRetroWork:
 * @ref: the row to open: "task", "room_booking", "event", "availability", "screening"
 * @name: of the task or the room; text of the event, its kind without one; note of the absence
 * @percent: of each day from Monday, for a task
 * @days: on which days from Monday it is, one bit a day
 */
typedef struct
{
  PltRetroWorkKind kind;
  PltRef ref;
  const char *name;
  int percent[PLT_RETRO_WEEK_DAYS];
  guint days;
} PltRetroWork;

/**
 * PltRetroWeek:
 * @lines: (element-type PltRetroWork): tasks by their first day, then rooms, events, absences
 * @percent: sum of the tasks, by day from Monday
 * @away: days on which somebody should work and is not there, one bit a day
 * @twice: days on which a room is taken twice at once
 */
typedef struct
{
  PltDate monday;
  GArray *lines;
  int percent[PLT_RETRO_WEEK_DAYS];
  guint away, twice;
} PltRetroWeek;

/* A day on which somebody should work and is not there. */
typedef struct
{
  guint resource;
  PltDate date;
} PltRetroAway;

/* By person, then by date. (transfer full) (element-type PltRetroAway) */
GArray *plt_retro_away_new (const PltRetroLoad *load);
/* `resource`: index in load->resources. Borrows from the facts. (transfer full) */
PltRetroWeek *plt_retro_week_new (const PltRetroLoad *load, guint resource, PltDate monday);
void plt_retro_week_free (PltRetroWeek *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltRetroWeek, plt_retro_week_free)
/* More than a day of work, work while away, a room taken twice, that day from Monday. */
gboolean plt_retro_week_is_over (const PltRetroWeek *self, guint day);

G_END_DECLS
