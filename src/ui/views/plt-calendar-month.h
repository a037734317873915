/* PltCalendarMonth: a month of the plan as a calendar shows it, as values: weeks from Monday, each
 * date with the words that stand in it. Knows no GTK; copies what it needs. */
#pragma once

#include "plt-agenda.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_CALENDAR_OUTSIDE = 1 << 0, /* of another month */
  PLT_CALENDAR_OFF = 1 << 1,     /* Sunday, public holiday, closing */
  PLT_CALENDAR_SHOOTS = 1 << 2,
  PLT_CALENDAR_NIGHT = 1 << 3,
  PLT_CALENDAR_WARNS = 1 << 4,  /* something the day needs cannot be had */
  PLT_CALENDAR_LOCKED = 1 << 5, /* its day keeps its date */
  PLT_CALENDAR_SCHOOL = 1 << 6, /* school holidays */
} PltCalendarFlags;

/**
 * PltCalendarDate:
 * @flags: PltCalendarFlags
 * @number: "12"
 * @head: "D3 · night", "" for none
 * @lines: (element-type utf8): holiday, closing, school holidays; then what is missing; then place,
 * sets, séquences, events
 * @n_notes: how many of the lines are what the calendar says of the date
 * @speech: all of it in one sentence, for assistive technology
 * @day: row of its first day of the plan, 0
 * @event: row of its first event, 0
 */
typedef struct
{
  PltDate date;
  guint flags;
  char *number, *head, *speech;
  GPtrArray *lines;
  guint n_notes;
  gint64 day, event;
} PltCalendarDate;

typedef struct
{
  int year, month;
  guint n_weeks;
  char *title;                  /* "avril 2027" */
  PltCalendarDate dates[6 * 7]; /* of n_weeks; the others are empty */
} PltCalendarMonth;

PltCalendarMonth *plt_calendar_month_new (const PltAgenda *agenda, int year, int month);
void plt_calendar_month_free (PltCalendarMonth *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltCalendarMonth, plt_calendar_month_free)
/* "D4, D5": days of the plan without a date, "" when there are none. (transfer full) */
char *plt_calendar_undated (const PltAgenda *agenda);

G_END_DECLS
