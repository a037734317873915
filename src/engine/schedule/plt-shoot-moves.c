#include "plt-shoot-moves.h"

#include <string.h>

#define DRAWS 20      /* until a change is found that may be worth an account */
#define LOOSE 13      /* of 256 changes do not look at the length of days */
#define RUN_LENGTH 10 /* places that the contents of a day may move with those between */
#define draw_below plt_shoot_moves_draw_below
#define draw_sequence plt_shoot_moves_draw_sequence
#define draw_day plt_shoot_moves_draw_day

typedef enum
{
  TRY_SINGLE,
  TRY_SWAP,
  TRY_PUSH,
  TRY_ROUND,
  TRY_BLOCK,
  TRY_BLOCKS,
  TRY_TWO_DAYS,
  TRY_THREE_DAYS,
  TRY_RUN,
  N_TRIES
} Try;

/* Movable séquences that go together. */
typedef struct
{
  gint item[PLT_SHOOT_MAX_SEQUENCES];
  guint n;
  gint minutes;
  PltShootMask fits;
} Group;

/* ---- chance ---- */

/* One bit of @mask, which is not 0. */
static gint
draw_bit (PltShootMoves *self, PltShootMask mask)
{
  guint64 low = (guint64) mask, high = (guint64) (mask >> 64);
  guint n_low = (guint) __builtin_popcountll (low);
  guint n = n_low + (high != 0 ? (guint) __builtin_popcountll (high) : 0);
  gint shift = 0;

  n = draw_below (self, n);
  if (n >= n_low)
    {
      n -= n_low;
      low = high;
      shift = 64;
    }
  while (n-- > 0)
    low &= low - 1;
  return shift + __builtin_ctzll (low);
}

/* Where @q may go, of the days @fits: those of its set, of one of its roles, any used one, any; and
 * seldom, or when there is none, a day without choice. May be its own. */
static gint
draw_target (PltShootMoves *self, gint q, PltShootMask fits)
{
  const PltShootSequence *sequence = &self->problem->sequences[q];
  const PltShootState *state = self->state;
  guint kind = draw_below (self, 256);
  PltShootMask days = 0;

  if (state->plan.day[q] >= 0)
    fits &= ~PLT_SHOOT_BIT (state->plan.day[q]);
  if (kind < 79)
    days = fits & state->shot[sequence->set];
  else if (kind < 158 && sequence->roles != 0)
    days = fits & state->works[draw_bit (self, sequence->roles)];
  if (days == 0 && kind < 237)
    days = fits & state->used;
  if (days == 0 && kind < 253)
    days = fits;
  return days != 0 ? draw_bit (self, days) : draw_day (self);
}

/* ---- room ---- */

static inline gint
minutes_of (const PltShootMoves *self, gint q)
{
  return self->problem->sequences[q].minutes;
}

static inline gboolean
suits (const PltShootMoves *self, gint q, gint day)
{
  return (self->fits[q] >> day & 1) != 0;
}

/* Unit moves are not counted. */
static inline gboolean
has_room (const PltShootMoves *self, gint day, gint more)
{
  gint limit = self->problem->days[day].limit;

  return limit == 0 || more <= 0 || self->loose
         || self->state->content[day].minutes + more <= limit;
}

/* A séquence of @day that makes room there for @minutes, and may go to @to instead; @to -1:
 * anywhere. -1: none. */
static gint
draw_partner (PltShootMoves *self, gint day, gint to, gint minutes)
{
  const guint16 *members = plt_shoot_state_members (self->state, day);
  guint n = self->state->content[day].n, at = n > 0 ? draw_below (self, n) : 0;

  for (guint i = 0; i < n; i++)
    {
      gint q = members[at], more = minutes - minutes_of (self, q);

      if (self->can_move[q] && has_room (self, day, more)
          && (to < 0 || (suits (self, q, to) && has_room (self, to, -more))))
        return q;
      at = at + 1 < n ? at + 1 : 0;
    }
  return -1;
}

/* ---- séquences; each kind FALSE when it came to nothing, and moved nothing ---- */

static gboolean
swap_with (PltShootMoves *self, gint q, gint to)
{
  gint from = self->state->plan.day[q], partner;

  if (from < 0 || to == from)
    return FALSE;
  partner = draw_partner (self, to, from, minutes_of (self, q));
  if (partner < 0)
    return FALSE;
  plt_shoot_state_move (self->state, q, to);
  plt_shoot_state_move (self->state, partner, from);
  return TRUE;
}

static gboolean
try_single (PltShootMoves *self)
{
  gint q = draw_sequence (self), to = draw_target (self, q, self->fits[q]);

  if (to == self->state->plan.day[q])
    return FALSE;
  if (!has_room (self, to, minutes_of (self, q)))
    return swap_with (self, q, to);
  plt_shoot_state_move (self->state, q, to);
  return TRUE;
}

static gboolean
try_swap (PltShootMoves *self)
{
  gint q = draw_sequence (self);

  return swap_with (self, q, draw_target (self, q, self->fits[q]));
}

/* One takes the place of a second one, which goes elsewhere; @round: in exchange for a third one,
 * which goes where the first one was. */
static gboolean
try_push (PltShootMoves *self, gboolean round)
{
  gint q = draw_sequence (self), from = self->state->plan.day[q];
  gint to = draw_target (self, q, self->fits[q]), next, second, third;

  if (from < 0 || to == from)
    return FALSE;
  second = draw_partner (self, to, -1, minutes_of (self, q));
  if (second < 0)
    return FALSE;
  next = draw_target (self, second, self->fits[second] & ~PLT_SHOOT_BIT (from));
  if (next == from || next == to)
    return FALSE;
  if (!round && !has_room (self, next, minutes_of (self, second)))
    return FALSE;
  if (round)
    {
      third = draw_partner (self, next, -1, minutes_of (self, second));
      if (third < 0 || !suits (self, third, from)
          || !has_room (self, from, minutes_of (self, third) - minutes_of (self, q)))
        return FALSE;
      plt_shoot_state_move (self->state, third, from);
    }
  plt_shoot_state_move (self->state, q, to);
  plt_shoot_state_move (self->state, second, next);
  return TRUE;
}

/* ---- what stands of a set on a day ---- */

static void
add (const PltShootMoves *self, Group *group, gint q)
{
  group->item[group->n++] = q;
  group->minutes += minutes_of (self, q);
  group->fits &= self->fits[q];
}

static void
move_group (PltShootMoves *self, const Group *group, gint day)
{
  for (guint i = 0; i < group->n; i++)
    plt_shoot_state_move (self->state, group->item[i], day);
}

static void
list_block (const PltShootMoves *self, gint q, Group *block)
{
  gint set = self->problem->sequences[q].set, day = self->state->plan.day[q];

  block->n = 0;
  block->minutes = 0;
  block->fits = PLT_SHOOT_ALL;
  for (guint i = self->of_set[set]; i < self->of_set[set + 1]; i++)
    if (self->state->plan.day[self->by_set[i]] == day)
      add (self, block, self->by_set[i]);
}

static gboolean
try_block (PltShootMoves *self)
{
  gint q = draw_sequence (self), to;
  Group block;

  list_block (self, q, &block);
  to = draw_target (self, q, block.fits);
  if (to == self->state->plan.day[q] || !has_room (self, to, block.minutes))
    return FALSE;
  move_group (self, &block, to);
  return TRUE;
}

static gboolean
try_blocks (PltShootMoves *self)
{
  gint q = draw_sequence (self), from = self->state->plan.day[q], to, at;
  Group block, other;

  list_block (self, q, &block);
  if (from < 0 || block.fits == 0)
    return FALSE;
  to = draw_target (self, q, block.fits);
  if (to == from || self->state->content[to].n == 0)
    return FALSE;
  at = plt_shoot_state_members (self->state, to)[draw_below (self, self->state->content[to].n)];
  if (!self->can_move[at] || self->problem->sequences[at].set == self->problem->sequences[q].set)
    return FALSE;
  list_block (self, at, &other);
  if (!(other.fits >> from & 1) || !has_room (self, to, block.minutes - other.minutes)
      || !has_room (self, from, other.minutes - block.minutes))
    return FALSE;
  move_group (self, &block, to);
  move_group (self, &other, from);
  return TRUE;
}

/* ---- days ---- */

static void
list_day (const PltShootMoves *self, gint day, Group *group)
{
  const guint16 *members = plt_shoot_state_members (self->state, day);

  group->n = 0;
  group->minutes = 0;
  group->fits = self->open_days;
  for (guint i = 0; i < self->state->content[day].n; i++)
    if (self->can_move[members[i]])
      add (self, group, members[i]);
}

void
plt_shoot_moves_swap_days (PltShootMoves *self, gint a, gint b)
{
  Group of_a, of_b;

  list_day (self, a, &of_a);
  list_day (self, b, &of_b);
  move_group (self, &of_a, b);
  move_group (self, &of_b, a);
}

/* The contents of @n days go round, each to a day that suits all of them. */
static gboolean
try_days (PltShootMoves *self, guint n)
{
  Group groups[3];
  gint days[3];
  PltShootMask others = self->open_days;

  days[0] = draw_day (self);
  for (guint i = 0; i < n; i++)
    {
      PltShootMask where;

      list_day (self, days[i], &groups[i]);
      others &= ~PLT_SHOOT_BIT (days[i]);
      where = groups[i].fits & others;
      if (i + 1 == n)
        break;
      if (groups[i].n == 0 || where == 0)
        return FALSE;
      days[i + 1] = draw_bit (self, where);
    }
  if (!(groups[n - 1].fits >> days[0] & 1))
    return FALSE;
  for (guint i = 0; i < n; i++)
    move_group (self, &groups[i], days[(i + 1) % n]);
  return TRUE;
}

/* The contents of one day go elsewhere, and those between move up. */
static gboolean
try_run (PltShootMoves *self)
{
  gint from = (gint) draw_below (self, self->n_open);
  gint far = from + (gint) draw_below (self, 2 * RUN_LENGTH + 1) - RUN_LENGTH;
  gint to = CLAMP (far, 0, (gint) self->n_open - 1);
  gint step = from < to ? 1 : -1;
  gint16 day[PLT_SHOOT_MAX_SEQUENCES];

  memcpy (day, self->state->plan.day, sizeof day);
  for (guint i = 0; from != to && i < self->n_movable; i++)
    {
      gint q = self->movable[i], place = day[q] < 0 ? -1 : self->place[day[q]];

      if (place == from)
        plt_shoot_state_move (self->state, q, self->open[to]);
      else if (place >= 0 && (place - from) * step > 0 && (to - place) * step >= 0)
        plt_shoot_state_move (self->state, q, self->open[place - step]);
    }
  return from != to;
}

/* ---- all together ---- */

static gboolean
try (PltShootMoves *self, Try kind)
{
  switch (kind)
    {
    case TRY_SINGLE:
      return try_single (self);
    case TRY_SWAP:
      return try_swap (self);
    case TRY_PUSH:
      return try_push (self, FALSE);
    case TRY_ROUND:
      return try_push (self, TRUE);
    case TRY_BLOCK:
      return try_block (self);
    case TRY_BLOCKS:
      return try_blocks (self);
    case TRY_TWO_DAYS:
      return try_days (self, 2);
    case TRY_THREE_DAYS:
      return try_days (self, 3);
    case TRY_RUN:
    default:
      return try_run (self);
    }
}

void
plt_shoot_moves_try (PltShootMoves *self)
{
  static const guint8 SHARES[N_TRIES] = {
    [TRY_SINGLE] = 40, [TRY_SWAP] = 20,     [TRY_PUSH] = 6,       [TRY_ROUND] = 6, [TRY_BLOCK] = 8,
    [TRY_BLOCKS] = 6,  [TRY_TWO_DAYS] = 12, [TRY_THREE_DAYS] = 6, [TRY_RUN] = 1,
  };
  guint sum = 0;

  for (guint k = 0; k < N_TRIES; k++)
    sum += SHARES[k];
  for (guint i = 0; i < DRAWS; i++)
    {
      guint at = draw_below (self, sum), kind = 0;

      while (at >= SHARES[kind])
        at -= SHARES[kind++];
      self->loose = self->state->units > 0 || draw_below (self, 256) < LOOSE;
      if (try (self, (Try) kind))
        return;
    }
}

/* ---- what moves ---- */

/* Nothing that is known of the day alone is against it. */
static gboolean
day_suits (const PltShootProblem *problem, const PltShootSequence *sequence, gint day)
{
  const PltShootDay *row = &problem->days[day];
  PltShootMask bit = PLT_SHOOT_BIT (day);

  if (!(sequence->allowed & problem->sets[sequence->set].available & bit)
      || !(row->sites >> sequence->site & 1)
      || (row->kind == PLT_SHOOT_DAY_ONLY && sequence->light == PLT_SHOOT_NIGHT)
      || (row->kind == PLT_SHOOT_NIGHT_ONLY && sequence->light == PLT_SHOOT_DAY))
    return FALSE;
  for (guint r = 0; r < problem->n_roles; r++)
    if ((sequence->roles >> r & 1) && !(problem->roles[r].available & bit))
      return FALSE;
  return TRUE;
}

static void
list_fits (PltShootMoves *self)
{
  for (guint i = 0; i < self->n_movable; i++)
    for (guint j = 0; j < self->n_open; j++)
      {
        gint q = self->movable[i], day = self->open[j];

        if (day_suits (self->problem, &self->problem->sequences[q], day))
          self->fits[q] |= PLT_SHOOT_BIT (day);
      }
}

void
plt_shoot_moves_init (PltShootMoves *self,
                      PltShootState *state,
                      const PltShootPlan *start,
                      guint64 seed)
{
  const PltShootProblem *problem = state->problem;
  guint n = 0;

  memset (self, 0, sizeof *self);
  self->state = state;
  self->problem = problem;
  self->random = seed;
  for (guint d = 0; d < problem->n_days; d++)
    {
      gboolean open = !problem->days[d].locked && problem->days[d].kind != PLT_SHOOT_CLOSED;

      self->place[d] = open ? (gint) self->n_open : -1;
      if (!open)
        continue;
      self->open[self->n_open++] = (gint) d;
      self->open_days |= PLT_SHOOT_BIT (d);
    }
  for (guint q = 0; q < problem->n_sequences; q++)
    {
      self->can_move[q] = !problem->sequences[q].locked
                          && (start->day[q] < 0 || !problem->days[start->day[q]].locked);
      if (self->can_move[q])
        self->movable[self->n_movable++] = (gint) q;
    }
  for (guint s = 0; s < problem->n_sets; s++)
    {
      self->of_set[s] = n;
      for (guint i = 0; i < self->n_movable; i++)
        if (problem->sequences[self->movable[i]].set == (gint) s)
          self->by_set[n++] = self->movable[i];
    }
  self->of_set[problem->n_sets] = n;
  list_fits (self);
}
