#include "plt-test-network.h"

#include <stdio.h>
#include <string.h>

/* ---- what a day is ---- */

static gboolean
calendar_is_open (const PltNetworkCalendar *calendar, PltDate day)
{
  for (guint i = 0; i < calendar->n_opened; i++)
    if (calendar->opened[i].from <= day && day <= calendar->opened[i].to)
      return TRUE;
  for (guint i = 0; i < calendar->n_closed; i++)
    if (calendar->closed[i].from <= day && day <= calendar->closed[i].to)
      return FALSE;
  return (calendar->weekdays & (1u << (plt_date_weekday (day) - 1))) != 0;
}

static gboolean
is_open (const PltNetworkInput *input, guint calendar, PltNetworkUnit unit, PltDate day)
{
  if (unit == PLT_NETWORK_CALENDAR)
    return TRUE;
  if (input->n_calendars == 0)
    return plt_date_weekday (day) <= 5;
  return calendar_is_open (&input->calendars[calendar], day);
}

gboolean
test_network_is_open (const PltNetworkInput *input, guint task, PltDate day)
{
  return is_open (input, input->tasks[task].calendar, input->tasks[task].unit, day);
}

static PltDate
next_open (const PltNetworkInput *input, guint task, PltDate day)
{
  while (!test_network_is_open (input, task, day))
    day++;
  return day;
}

static PltDate
last_open (const PltNetworkInput *input, guint task, PltDate day)
{
  while (!test_network_is_open (input, task, day))
    day--;
  return day;
}

static PltDate
finish_from (const PltNetworkInput *input, guint task, PltDate start)
{
  PltDate day = start;

  for (int worked = test_network_is_open (input, task, day) ? 1 : 0;
       worked < input->tasks[task].days;)
    worked += test_network_is_open (input, task, ++day) ? 1 : 0;
  return day;
}

static PltDate
start_from (const PltNetworkInput *input, guint task, PltDate finish)
{
  PltDate day = finish;

  for (int worked = test_network_is_open (input, task, day) ? 1 : 0;
       worked < input->tasks[task].days;)
    worked += test_network_is_open (input, task, --day) ? 1 : 0;
  return day;
}

/* Days from one to the other, of the task's calendar, below 0 backwards. */
static int
open_between (const PltNetworkInput *input, guint task, PltDate from, PltDate to)
{
  int n = 0;

  for (PltDate day = from; day < to; day++)
    n += test_network_is_open (input, task, day) ? 1 : 0;
  for (PltDate day = to; day < from; day++)
    n -= test_network_is_open (input, task, day) ? 1 : 0;
  return n;
}

/* ---- groups ---- */

gboolean
test_network_is_group (const PltNetworkInput *input, guint task)
{
  for (guint i = 0; i < input->n_tasks; i++)
    if (input->tasks[i].parent == (int) task)
      return TRUE;
  return FALSE;
}

static gboolean
is_part (const PltNetworkInput *input, guint task, guint of)
{
  for (int at = (int) task; at >= 0; at = input->tasks[at].parent)
    if (at == (int) of)
      return TRUE;
  return FALSE;
}

gboolean
test_network_is_ignored (const PltNetworkInput *input, const PltNetworkLink *link)
{
  return (test_network_is_group (input, link->from)
          && (link->kind == PLT_NETWORK_SS || link->kind == PLT_NETWORK_SF))
         || (test_network_is_group (input, link->to)
             && (link->kind == PLT_NETWORK_FF || link->kind == PLT_NETWORK_SF));
}

/* The link holds between these two, of which each may be part of a group. */
static gboolean
joins (const PltNetworkInput *input, const PltNetworkLink *link, guint from, guint to)
{
  return !test_network_is_ignored (input, link) && !test_network_is_group (input, from)
         && !test_network_is_group (input, to) && is_part (input, from, link->from)
         && is_part (input, to, link->to);
}

gboolean
test_network_has_circle (const PltNetworkInput *input)
{
  gboolean before[TEST_MAX_TASKS][TEST_MAX_TASKS] = { { FALSE } };
  guint n = input->n_tasks;

  for (guint i = 0; i < input->n_links; i++)
    for (guint a = 0; a < n; a++)
      for (guint b = 0; b < n; b++)
        before[a][b] = before[a][b] || joins (input, &input->links[i], a, b);
  for (guint k = 0; k < n; k++)
    for (guint a = 0; a < n; a++)
      for (guint b = 0; b < n; b++)
        before[a][b] = before[a][b] || (before[a][k] && before[k][b]);
  for (guint a = 0; a < n; a++)
    if (before[a][a])
      return TRUE;
  return FALSE;
}

/* ---- whether a place is good ---- */

typedef struct
{
  const PltNetworkInput *input;
  PltDate start, end; /* of the plan */
  PltDate s[TEST_MAX_TASKS], f[TEST_MAX_TASKS];
} Places;

static PltDate
begins (const PltNetworkTask *task, PltDate start)
{
  return task->days == 0 && !task->morning ? start + 1 : start;
}

static PltDate
ends (const PltNetworkTask *task, PltDate finish)
{
  return task->days == 0 && task->morning ? finish : finish + 1;
}

static gboolean
keeps_link (const Places *at, const PltNetworkLink *link, guint from, guint to)
{
  const PltNetworkTask *a = &at->input->tasks[from], *b = &at->input->tasks[to];
  gboolean of_end = link->kind == PLT_NETWORK_FS || link->kind == PLT_NETWORK_FF;
  gboolean at_start = link->kind == PLT_NETWORK_FS || link->kind == PLT_NETWORK_SS;
  PltDate x = of_end ? ends (a, at->f[from]) : begins (a, at->s[from]);
  PltDate y = at_start ? begins (b, at->s[to]) : ends (b, at->f[to]);
  guint calendar = at->input->tasks[link->to].calendar;
  int n = 0;

  if (link->lag == 0)
    return y >= x;
  for (PltDate day = x; day < y; day++)
    n += is_open (at->input, calendar, link->unit, day) ? 1 : 0;
  for (PltDate day = y; day < x; day++)
    n -= is_open (at->input, calendar, link->unit, day) ? 1 : 0;
  return n >= link->lag;
}

static gboolean
keeps_low (const Places *at, guint task)
{
  const PltNetworkInput *input = at->input;
  const PltNetworkTask *self = &input->tasks[task];

  if (at->s[task] < at->start)
    return FALSE;
  for (int i = (int) task; i >= 0; i = input->tasks[i].parent)
    if (input->tasks[i].date != PLT_DATE_NONE
        && input->tasks[i].constraint == PLT_NETWORK_START_FROM
        && at->s[task] < input->tasks[i].date)
      return FALSE;
  if (self->date != PLT_DATE_NONE
      && ((self->constraint == PLT_NETWORK_FINISH_FROM && at->f[task] < self->date)
          || (self->constraint == PLT_NETWORK_START_ON
              && at->s[task] < next_open (input, task, self->date))
          || (self->constraint == PLT_NETWORK_FINISH_ON
              && at->f[task] < last_open (input, task, self->date))))
    return FALSE;
  for (guint i = 0; i < input->n_links; i++)
    for (guint a = 0; a < input->n_tasks; a++)
      if (joins (input, &input->links[i], a, task) && !keeps_link (at, &input->links[i], a, task))
        return FALSE;
  return TRUE;
}

static gboolean
is_free (const PltNetworkInput *input, guint task)
{
  const PltNetworkTask *self = &input->tasks[task];

  return self->state == PLT_NETWORK_FREE
         || (self->start == PLT_DATE_NONE && self->finish == PLT_DATE_NONE);
}

static gboolean
binds (const PltNetworkInput *input, guint second, const PltNetworkLink *link)
{
  gboolean at_start = link->kind == PLT_NETWORK_FS || link->kind == PLT_NETWORK_SS;
  PltNetworkState state = input->tasks[second].state;

  return is_free (input, second)
         || (state != PLT_NETWORK_DONE && (state != PLT_NETWORK_STARTED || !at_start));
}

static gboolean
keeps_high (const Places *at, guint task)
{
  const PltNetworkInput *input = at->input;
  const PltNetworkTask *self = &input->tasks[task];

  if (at->f[task] > at->end)
    return FALSE;
  for (int i = (int) task; i >= 0; i = input->tasks[i].parent)
    if ((input->tasks[i].deadline != PLT_DATE_NONE && at->f[task] > input->tasks[i].deadline)
        || (input->tasks[i].date != PLT_DATE_NONE
            && input->tasks[i].constraint == PLT_NETWORK_FINISH_BY
            && at->f[task] > input->tasks[i].date))
      return FALSE;
  if (self->date != PLT_DATE_NONE
      && ((self->constraint == PLT_NETWORK_START_BY && at->s[task] > self->date)
          || (self->constraint == PLT_NETWORK_START_ON
              && at->s[task] > next_open (input, task, self->date))
          || (self->constraint == PLT_NETWORK_FINISH_ON
              && at->f[task] > last_open (input, task, self->date))))
    return FALSE;
  for (guint i = 0; i < input->n_links; i++)
    for (guint b = 0; b < input->n_tasks; b++)
      if (joins (input, &input->links[i], task, b) && binds (input, b, &input->links[i])
          && !keeps_link (at, &input->links[i], task, b))
        return FALSE;
  return TRUE;
}

static void
put (Places *at, guint task, PltDate start)
{
  at->s[task] = start;
  at->f[task] = finish_from (at->input, task, start);
}

/* One open day further, forwards or back. */
static void
step (Places *at, guint task, int by)
{
  PltDate day = at->s[task] + by;

  put (at, task, by > 0 ? next_open (at->input, task, day) : last_open (at->input, task, day));
}

/* ---- the passes ---- */

static void
pin (Places *at, guint task)
{
  const PltNetworkTask *self = &at->input->tasks[task];
  PltDate start = self->start, finish = self->finish;

  if (start == PLT_DATE_NONE)
    start = start_from (at->input, task, finish);
  else if (finish == PLT_DATE_NONE || self->state == PLT_NETWORK_STARTED)
    finish = finish_from (at->input, task, start);
  at->s[task] = start;
  at->f[task] = self->days == 0 ? start : MAX (start, finish);
}

static void
begin_at (Places *at, PltDate day, int by)
{
  for (guint i = 0; i < at->input->n_tasks; i++)
    if (test_network_is_group (at->input, i))
      at->s[i] = at->f[i] = 0;
    else if (is_free (at->input, i))
      put (at, i, by > 0 ? next_open (at->input, i, day) : last_open (at->input, i, day));
    else
      pin (at, i);
}

/* Moves those of `which` day by day until nothing has to move any more. */
static void
relax (Places *at, const gboolean *which, int by, const PltDate *floor)
{
  for (gboolean moved = TRUE; moved;)
    {
      moved = FALSE;
      for (guint i = 0; i < at->input->n_tasks; i++)
        while (which[i] && (floor == NULL || at->s[i] > floor[i])
               && !(by > 0 ? keeps_low (at, i) : keeps_high (at, i)))
          {
            step (at, i, by);
            moved = TRUE;
          }
    }
}

static void
take (PltDate date, PltDate *first, PltDate *last)
{
  if (date == PLT_DATE_NONE)
    return;
  *first = MIN (*first, date);
  *last = MAX (*last, date);
}

static void
known (const PltNetworkInput *input, gboolean only_pinned, PltDate *first, PltDate *last)
{
  *first = G_MAXINT32;
  *last = G_MININT32;
  take (input->start, first, last);
  take (input->end, first, last);
  for (guint i = 0; i < input->n_tasks; i++)
    {
      take (input->tasks[i].deadline, first, last);
      take (input->tasks[i].date, first, last);
    }
  for (guint i = 0; i < input->n_tasks && only_pinned; i++)
    {
      take (input->tasks[i].start, first, last);
      take (input->tasks[i].finish, first, last);
    }
}

static void
pass_early (Places *at, const gboolean *movable, PltDate *early)
{
  begin_at (at, at->start, 1);
  relax (at, movable, 1, NULL);
  for (guint i = 0; i < at->input->n_tasks; i++)
    early[i] = at->s[i];
}

static void
pass_late (Places *at, const gboolean *movable, PltDate *late)
{
  begin_at (at, at->end, -1);
  relax (at, movable, -1, NULL);
  for (guint i = 0; i < at->input->n_tasks; i++)
    late[i] = at->s[i];
}

/* Where a pinned task could go, for its slack: as a free one, the others being late. */
static PltDate
late_of_pinned (const Places *late, guint task)
{
  Places at = *late;

  put (&at, task, last_open (at.input, task, at.end));
  while (!keeps_high (&at, task))
    step (&at, task, -1);
  return at.s[task];
}

static int
room (const Places *place, guint task, int by)
{
  Places at = *place;
  int n = 0;

  if (!test_network_is_open (at.input, task, at.s[task]))
    put (&at, task, next_open (at.input, task, at.s[task]));
  else
    put (&at, task, at.s[task]);
  for (;; n++)
    {
      step (&at, task, by);
      if (by > 0 ? !keeps_high (&at, task) : !keeps_low (&at, task))
        return n;
    }
}

void
test_network_reference (const PltNetworkInput *input, TestDates *dates)
{
  Places early = { .input = input }, late = { .input = input }, place = { .input = input };
  gboolean movable[TEST_MAX_TASKS], some[TEST_MAX_TASKS];
  PltDate first, last;

  known (input, FALSE, &first, &last);
  if (first > last)
    known (input, TRUE, &first, &last);
  for (guint i = 0; i < input->n_tasks; i++)
    {
      const PltNetworkTask *task = &input->tasks[i];
      gboolean is_late = task->constraint == PLT_NETWORK_LATE
                         || (input->backward && task->constraint != PLT_NETWORK_EARLY);

      movable[i] = !test_network_is_group (input, i) && is_free (input, i);
      some[i] = movable[i] && is_late != input->backward;
    }
  early.start = late.start = input->start != PLT_DATE_NONE ? input->start : first;
  early.end = late.end = input->end != PLT_DATE_NONE ? input->end : last;
  if (!input->backward)
    {
      pass_early (&early, movable, dates->early);
      if (input->end == PLT_DATE_NONE)
        {
          late.end = G_MININT32;
          for (guint i = 0; i < input->n_tasks; i++)
            if (!test_network_is_group (input, i))
              late.end = MAX (late.end, early.f[i]);
        }
      pass_late (&late, movable, dates->late);
      place = early;
      place.end = late.end;
      for (guint i = 0; i < input->n_tasks; i++)
        if (some[i])
          put (&place, i, MAX (last_open (input, i, late.end), early.s[i]));
      relax (&place, some, -1, dates->early);
    }
  else
    {
      pass_late (&late, movable, dates->late);
      if (input->start == PLT_DATE_NONE)
        {
          gboolean any = FALSE;

          early.start = G_MAXINT32;
          for (guint i = 0; i < input->n_tasks; i++)
            if (movable[i])
              {
                early.start = MIN (early.start, late.s[i]);
                any = TRUE;
              }
          early.start = any ? early.start : first;
        }
      pass_early (&early, movable, dates->early);
      place = late;
      place.start = early.start;
      for (guint i = 0; i < input->n_tasks; i++)
        if (movable[i])
          put (&place, i, some[i] ? early.s[i] : MAX (late.s[i], early.s[i]));
      relax (&place, some, 1, NULL);
    }
  for (guint i = 0; i < input->n_tasks; i++)
    {
      if (test_network_is_group (input, i))
        continue;
      dates->place[i] = place.s[i];
      dates->finish[i] = place.f[i];
      dates->slack[i] = input->tasks[i].state == PLT_NETWORK_DONE && !movable[i]
                            ? 0
                            : open_between (input, i, early.s[i],
                                            movable[i] ? late.s[i] : late_of_pinned (&late, i));
      dates->free_after[i] = movable[i] ? room (&place, i, 1) : -1;
      dates->free_before[i] = movable[i] ? room (&place, i, -1) : -1;
    }
  for (guint i = 0; i < input->n_links; i++)
    {
      dates->broken[i] = FALSE;
      for (guint a = 0; a < input->n_tasks; a++)
        for (guint b = 0; b < input->n_tasks; b++)
          if (joins (input, &input->links[i], a, b) && !keeps_link (&place, &input->links[i], a, b))
            dates->broken[i] = TRUE;
    }
}

/* ---- by chance ---- */

static gboolean
chance (GRand *rand, int percent)
{
  return g_rand_int_range (rand, 0, 100) < percent;
}

static PltDate
some_day (GRand *rand, int from, int to)
{
  return plt_date_from_ymd (2027, 4, 1) + g_rand_int_range (rand, from, to + 1);
}

static void
random_calendars (TestNetwork *self, GRand *rand)
{
  static const guint weeks[] = { 0x1f, 0x1f, 0x3f, 0x7f, 0x15, 0x0f };

  self->input.n_calendars = (guint) g_rand_int_range (rand, 0, TEST_MAX_CALENDARS + 1);
  self->input.calendars = self->calendars;
  for (guint c = 0; c < self->input.n_calendars; c++)
    {
      PltNetworkCalendar *calendar = &self->calendars[c];

      calendar->name = "calendrier";
      calendar->weekdays = weeks[g_rand_int_range (rand, 0, G_N_ELEMENTS (weeks))];
      calendar->closed = self->closed[c];
      calendar->opened = self->opened[c];
      calendar->n_closed = (guint) g_rand_int_range (rand, 0, 4);
      calendar->n_opened = (guint) g_rand_int_range (rand, 0, 3);
      for (guint i = 0; i < calendar->n_closed; i++)
        {
          self->closed[c][i].from = some_day (rand, -40, 80);
          self->closed[c][i].to = self->closed[c][i].from + g_rand_int_range (rand, -1, 9);
        }
      for (guint i = 0; i < calendar->n_opened; i++)
        {
          self->opened[c][i].from = some_day (rand, -40, 80);
          self->opened[c][i].to = self->opened[c][i].from + g_rand_int_range (rand, 0, 3);
        }
    }
}

static void
random_task (TestNetwork *self, guint i, GRand *rand)
{
  PltNetworkTask *task = &self->tasks[i];

  snprintf (self->names[i], sizeof self->names[i], "T%u", i + 1);
  *task = PLT_NETWORK_TASK (i + 1, self->names[i], g_rand_int_range (rand, 0, 9));
  if (chance (rand, 15))
    task->days = 0;
  task->morning = chance (rand, 50);
  task->unit = chance (rand, 20) ? PLT_NETWORK_CALENDAR : PLT_NETWORK_WORKING;
  task->calendar = self->input.n_calendars > 0
                       ? (guint) g_rand_int_range (rand, 0, (gint32) self->input.n_calendars)
                       : 0;
  if (i > 0 && chance (rand, 20))
    task->parent = g_rand_int_range (rand, 0, (gint32) i);
  if (chance (rand, 35))
    task->constraint = (PltNetworkConstraint) g_rand_int_range (rand, 0, PLT_NETWORK_N_CONSTRAINTS);
  if (task->constraint >= PLT_NETWORK_START_FROM && chance (rand, 95))
    task->date = some_day (rand, -10, 60);
  if (chance (rand, 15))
    task->deadline = some_day (rand, 0, 70);
  if (chance (rand, 20))
    {
      task->state = (PltNetworkState) g_rand_int_range (rand, 1, 4);
      if (chance (rand, 85))
        task->start = some_day (rand, -10, 50);
      if (chance (rand, 60))
        task->finish = some_day (rand, -5, 60);
    }
}

void
test_network_random (TestNetwork *self, GRand *rand)
{
  PltNetworkInput *input = &self->input;

  memset (self, 0, sizeof *self);
  random_calendars (self, rand);
  input->n_tasks = (guint) g_rand_int_range (rand, 1, 11);
  input->tasks = self->tasks;
  for (guint i = 0; i < input->n_tasks; i++)
    random_task (self, i, rand);
  input->links = self->links;
  input->n_links
      = (guint) g_rand_int_range (rand, 0, (gint32) MIN (input->n_tasks * 2, TEST_MAX_LINKS) + 1);
  for (guint i = 0; i < input->n_links; i++)
    {
      guint a = (guint) g_rand_int_range (rand, 0, (gint32) input->n_tasks);
      guint b = (guint) g_rand_int_range (rand, 0, (gint32) input->n_tasks);
      gboolean any = chance (rand, 3);

      self->links[i] = (PltNetworkLink){
        .id = i + 1,
        .from = any ? a : MIN (a, b),
        .to = any ? b : MAX (a, b),
        .kind = (PltNetworkKind) (chance (rand, 50) ? 0 : g_rand_int_range (rand, 0, 4)),
        .lag = chance (rand, 50) ? 0 : g_rand_int_range (rand, -5, 8),
        .unit = chance (rand, 30) ? PLT_NETWORK_CALENDAR : PLT_NETWORK_WORKING,
      };
      if (self->links[i].from == self->links[i].to && !any)
        {
          i--;
          input->n_links--;
        }
    }
  input->backward = chance (rand, 50);
  input->start = chance (rand, input->backward ? 40 : 85) ? some_day (rand, -5, 10) : PLT_DATE_NONE;
  input->end = chance (rand, input->backward ? 85 : 30) ? some_day (rand, 20, 80) : PLT_DATE_NONE;
  if (input->start == PLT_DATE_NONE && input->end == PLT_DATE_NONE)
    input->start = some_day (rand, 0, 0);
}
