/* PltAgenda: a plan on the calendar: what each date holds, for the view and the paper of months.
 *
 * A date holds the days of the plan that have it, the events, what the calendar says of it (public
 * holiday of the production's territory, closing or local day off, school holidays), and what is
 * missing: roles and sets of the séquences of that day that cannot be had, or not surely. Days of
 * the plan without a date are kept apart.
 *
 * Borrows from the plan and its facts, which must outlive it. */
#pragma once

#include "plt-availability.h"
#include "plt-calendar.h"
#include "plt-plan.h"

G_BEGIN_DECLS

/**
 * PltAgendaGap: something the day needs that cannot be had then
 * @element: (nullable): a role
 * @set: (nullable): a set
 * @answer: how, never %PLT_AVAILABLE_YES; @row says why
 */
typedef struct
{
  const PltElementFacts *element;
  const PltSetFacts *set;
  PltAvailable answer;
  PltRef row;
} PltAgendaGap;

/**
 * PltAgendaDate:
 * @days: (element-type PltDayPlan): in the order of the plan
 * @events: (element-type PltEventFacts): by hour, those without one first
 * @gaps: (element-type PltAgendaGap)
 */
typedef struct
{
  PltDate date;
  GPtrArray *days, *events, *gaps;
} PltAgendaDate;

typedef struct
{
  const PltPlan *plan;
  PltCalendar *calendar;
  GHashTable *dates;   /* date -> PltAgendaDate: those that hold something */
  GPtrArray *undated;  /* PltDayPlan */
  PltDate first, last; /* of the dates that hold something, PLT_DATE_NONE when none does */
} PltAgenda;

PltAgenda *plt_agenda_new (const PltPlan *plan);
void plt_agenda_free (PltAgenda *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltAgenda, plt_agenda_free)

/* (nullable): what that date holds; NULL when it holds nothing. */
const PltAgendaDate *plt_agenda_get (const PltAgenda *self, PltDate date);
/* (nullable): "Armistice de 1918" */
const char *plt_agenda_holiday (const PltAgenda *self, PltDate date);
/* (nullable): the name of a closing or a local day off */
const char *plt_agenda_closing (const PltAgenda *self, PltDate date);
/* (nullable): the name of the school holidays */
const char *plt_agenda_school (const PltAgenda *self, PltDate date);
/* A Sunday, a public holiday, a closing or a local day off: shown greyed. */
gboolean plt_agenda_is_off (const PltAgenda *self, PltDate date);
/* The sets of a day in the order of its strips, each once, at most `n` names and "…" after them;
 * `n` 0: all. (transfer full) */
char *plt_agenda_sets (const PltFacts *facts, const PltDayPlan *day, guint n);
/* The numbers of its séquences: "4, 4A (1/2)". (transfer full) */
char *plt_agenda_numbers (const PltFacts *facts, const PltDayPlan *day);
/* Whom or what an event is about: the role, else the person, else the place; "" for none.
 * (transfer full) */
char *plt_agenda_who (const PltFacts *facts, const PltEventFacts *event);
/* The first Monday on or before the first of that month, and the number of weeks that it touches:
 * 4 to 6. */
PltDate plt_agenda_month_start (int year, int month, guint *n_weeks);

G_END_DECLS
