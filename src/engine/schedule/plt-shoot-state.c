#include "plt-shoot-state.h"

#include <string.h>

enum
{
  KIND_DAY,
  KIND_LINK, /* of a used day with the one before it */
  KIND_SET,
  KIND_COVER,
  KIND_ROLE,
  KIND_WEEK,
  KIND_SEQUENCE,
  KIND_ORDER,
  N_KINDS
};

/* ---- days as bits ---- */

/* Both halves side by side: quicker than a call where the machine's own instruction may not be
 * used. */
static inline guint
count (PltShootMask mask)
{
  const guint64 twos = G_GUINT64_CONSTANT (0x3333333333333333);
  const guint64 fours = G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);
  guint64 a = (guint64) mask, b = (guint64) (mask >> 64);

  if (mask == 0)
    return 0;
  a -= a >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  b -= b >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  a = (a & twos) + (a >> 2 & twos) + (b & twos) + (b >> 2 & twos);
  a = (a & fours) + (a >> 4 & fours);
  return (guint) (a * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

static inline gint
first_of (PltShootMask mask) /* not 0 */
{
  return (guint64) mask != 0 ? __builtin_ctzll ((guint64) mask)
                             : 64 + __builtin_ctzll ((guint64) (mask >> 64));
}

static inline gint
last_of (PltShootMask mask) /* -1 of 0 */
{
  if ((guint64) (mask >> 64) != 0)
    return 127 - __builtin_clzll ((guint64) (mask >> 64));
  return mask != 0 ? 63 - __builtin_clzll ((guint64) mask) : -1;
}

static inline PltShootMask
below (gint day)
{
  return PLT_SHOOT_BIT (day) - 1;
}

static inline PltShootMask
above (gint day)
{
  return ~below (day) & ~PLT_SHOOT_BIT (day);
}

static inline gint64
half_hours (gint minutes)
{
  return minutes > 0 ? (minutes + PLT_SHOOT_HALF_HOUR - 1) / PLT_SHOOT_HALF_HOUR : 0;
}

/* ---- the account of each piece ---- */

static gint
distance (const PltShootProblem *problem, guint64 from, guint64 to, guint *nearest)
{
  gint best = G_MAXINT;

  for (guint64 a = from; a != 0; a &= a - 1)
    for (guint64 b = to; b != 0; b &= b - 1)
      {
        guint i = (guint) __builtin_ctzll (a), j = (guint) __builtin_ctzll (b);

        if (problem->km[i * problem->n_sites + j] < best)
          {
            best = problem->km[i * problem->n_sites + j];
            *nearest = j;
          }
      }
  return best;
}

static PltShootPiece
account_for_day (const PltShootState *self, guint d)
{
  const PltShootProblem *problem = self->problem;
  const PltShootWeights *weights = &problem->weights;
  const PltShootContent *content = &self->content[d];
  const PltShootDay *day = &problem->days[d];
  guint64 joined = content->sites & (~content->sites + 1), left = content->sites & ~joined;
  PltShootPiece piece = { 0, content->n_misfit };
  gint moves, load;

  if (content->n == 0)
    return piece;
  moves = __builtin_popcountll (left);
  load = content->minutes + moves * weights->move_minutes;
  piece.money = day->price + moves * weights->day_move
                + MAX (load - day->capacity, 0) * weights->overtime_minute;
  if (content->n_night > 0)
    piece.money += weights->night_day + content->night * weights->night_minute;
  if (day->limit > 0)
    piece.units += half_hours (load - day->limit);
  if (weights->dawn_minutes > 0)
    piece.units += half_hours (content->dawn - weights->dawn_minutes);
  piece.units += __builtin_popcountll (content->sites & ~day->sites);
  while (problem->km != NULL && left != 0)
    {
      guint site = 0;

      piece.money += distance (problem, joined, left, &site) * weights->km;
      joined |= G_GUINT64_CONSTANT (1) << site;
      left &= ~(G_GUINT64_CONSTANT (1) << site);
    }
  return piece;
}

/* Days of the same unit as @day. */
static inline PltShootMask
of_unit (const PltShootState *self, gint day)
{
  return self->unit_days[self->problem->days[day].unit];
}

/* One bit a date: that of its first day. */
static inline PltShootMask
as_dates (const PltShootState *self, PltShootMask mask)
{
  for (PltShootMask left = mask & self->twins; left != 0; left &= left - 1)
    {
      gint day = first_of (left);

      mask = (mask & ~PLT_SHOOT_BIT (day)) | PLT_SHOOT_BIT (self->first_of_date[day]);
    }
  return mask;
}

static gboolean
is_rested (const PltShootState *self, guint last, guint d)
{
  const PltShootDay *before = &self->problem->days[last], *now = &self->problem->days[d];

  if (before->end > 0 && now->end > 0)
    return (now->date - before->date) * 24 * 60 + now->begin - before->end
           >= self->problem->weights.rest_minutes;
  return now->date - before->date != 1 || self->content[last].n_night == 0
         || self->content[d].n_day == 0;
}

static PltShootPiece
account_for_link (const PltShootState *self, guint d)
{
  const PltShootProblem *problem = self->problem;
  const PltShootContent *content = &self->content[d];
  PltShootPiece piece = { 0, 0 };
  gint last = last_of (self->used & below ((gint) d) & of_unit (self, (gint) d));
  guint site;

  if (content->n == 0 || last < 0)
    return piece;
  if ((self->content[last].sites & content->sites) == 0)
    {
      piece.money = problem->weights.night_move;
      if (problem->km != NULL)
        piece.money += distance (problem, self->content[last].sites, content->sites, &site)
                       * problem->weights.km;
    }
  piece.units = !is_rested (self, (guint) last, d);
  return piece;
}

static PltShootPiece
account_for_set (const PltShootState *self, guint set)
{
  const PltShootSet *row = &self->problem->sets[set];
  PltShootMask shot = self->shot[set];
  PltShootPiece piece = { 0, count (shot & ~row->available) };
  gint last = -1, stays = 0;

  for (PltShootMask left = shot; left != 0; left &= left - 1)
    {
      gint day = first_of (left);

      stays += last < 0 || (self->used & below (day) & above (last) & of_unit (self, day)) != 0;
      last = day;
    }
  if (stays > 1)
    piece.money = (stays - 1) * row->return_price;
  return piece;
}

static PltShootPiece
account_for_cover (const PltShootState *self, guint set)
{
  const PltShootProblem *problem = self->problem;
  PltShootPiece piece = { 0, 0 };
  gint last = last_of (self->shot[set]);

  for (guint i = 0; self->covers[set] != NULL && i < self->covers[set]->len; i++)
    {
      guint q = g_array_index (self->covers[set], guint, i);

      if (self->plan.day[q] > last)
        piece.money += problem->sequences[q].exposure;
    }
  return piece;
}

/* @works, @used: one bit a date. */
static gint64
span_price (const PltShootState *self,
            const PltShootRole *role,
            PltShootMask works,
            PltShootMask used)
{
  const PltShootDay *days = self->problem->days;
  gint first = first_of (works), last = last_of (works);
  gint64 price = role->idle > 0 ? role->idle : role->pay, sum = 0, n = count (works);

  if (role->rule == PLT_SHOOT_PAY_SPAN)
    return n * role->pay
           + price
                 * ((role->calendar ? days[last].date - days[first].date + 1
                                    : (gint64) count (used & ~below (first) & ~above (last)))
                    - n);
  last = -1;
  for (PltShootMask left = works; left != 0; left &= left - 1)
    {
      gint day = first_of (left);
      gint64 idle = 0;

      if (last >= 0)
        idle = role->calendar ? days[day].date - days[last].date - 1
                              : (gint64) count (used & below (day) & above (last));
      sum += role->pay
             + (idle > role->drop_after ? MIN (idle * price, role->drop_price) : idle * price);
      last = day;
    }
  return sum;
}

static gint64
rule_price (const PltShootState *self,
            const PltShootRole *role,
            PltShootMask works,
            PltShootMask used)
{
  gint64 sum = 0;

  switch (role->rule)
    {
    case PLT_SHOOT_PAY_SPAN:
    case PLT_SHOOT_PAY_DROP:
      return span_price (self, role, works, used);
    case PLT_SHOOT_PAY_WEEKLY:
      for (PltShootMask left = works, week; left != 0; left &= ~week)
        {
          week = self->week_days[self->week[first_of (left)]];
          sum += role->pay * MAX ((gint) count (left & week), role->weekly_minimum);
        }
      return sum;
    case PLT_SHOOT_PAY_FLAT:
      return role->pay;
    case PLT_SHOOT_PAY_DAYS:
    default:
      return role->pay * count (works);
    }
}

static inline gboolean
pays_waiting (const PltShootRole *role)
{
  return role->rule == PLT_SHOOT_PAY_SPAN || role->rule == PLT_SHOOT_PAY_DROP;
}

static gint64
role_price (const PltShootState *self, const PltShootRole *role, PltShootMask works)
{
  PltShootMask used;
  gint64 price;

  if (works == 0)
    return 0;
  used = as_dates (self, self->used);
  price = rule_price (self, role, works, used);
  if (role->rule != PLT_SHOOT_PAY_FLAT)
    price = MAX (price, role->guaranteed * role->pay);
  if (role->wait > 0 && !pays_waiting (role))
    price += role->wait
             * (gint64) (count (used & ~below (first_of (works)) & ~above (last_of (works)))
                         - count (works));
  return price;
}

static PltShootPiece
account_for_role (const PltShootState *self, guint r)
{
  const PltShootProblem *problem = self->problem;
  const PltShootRole *role = &problem->roles[r];
  PltShootMask works = self->works[r], dates = as_dates (self, works);
  PltShootPiece piece = { role_price (self, role, dates), count (works & ~role->available) };

  if (works != dates)
    piece.units += count (works) - count (dates);

  for (PltShootMask left = role->child ? works : 0; left != 0; left &= left - 1)
    {
      guint d = (guint) first_of (left), cell = r * problem->n_days + d;
      gint limit = role->child_minutes, of_day = problem->days[d].child_minutes;

      if (problem->days[d].holiday && role->child_minutes_holiday > 0)
        limit = role->child_minutes_holiday;
      if (of_day > 0 && (limit == 0 || of_day < limit))
        limit = of_day;
      if (limit > 0)
        piece.units += half_hours (self->role_minutes[cell] - limit);
      piece.units += self->n_role_night[cell] > 0 && !role->child_night;
    }
  return piece;
}

static PltShootPiece
account_for_week (const PltShootState *self, guint week)
{
  PltShootMask used = self->used & self->week_days[week];
  gint most = self->problem->weights.week_days, over = 0;

  for (guint i = 0; most > 0 && i < self->n_units; i++)
    over += MAX ((gint) count (used & self->unit_days[i]) - most, 0);
  return (PltShootPiece){ 0, over };
}

static PltShootPiece
account_for_sequence (const PltShootState *self, guint q)
{
  const PltShootProblem *problem = self->problem;
  const PltShootSequence *sequence = &problem->sequences[q];
  PltShootPiece piece = { 0, 0 };
  gint day = self->plan.day[q];

  if (problem->reference.day[q] >= 0 && problem->reference.day[q] != day)
    piece.money = problem->weights.stability;
  if (day < 0)
    piece.units = PLT_SHOOT_UNPLACED_UNITS;
  else
    piece.money += day * sequence->late + (sequence->cover < 0 ? sequence->exposure : 0);
  return piece;
}

static PltShootPiece
account_for_order (const PltShootState *self, guint i)
{
  const PltShootPrecedence *order = &self->problem->precedences[i];
  const PltShootDay *days = self->problem->days;
  gint a = self->plan.day[order->a], b = self->plan.day[order->b];
  gboolean broken = FALSE;

  if (a >= 0 && b >= 0)
    switch (order->order)
      {
      case PLT_SHOOT_BEFORE:
        broken = days[a].date > days[b].date;
        break;
      case PLT_SHOOT_DAYS_BEFORE:
        broken = days[a].date >= days[b].date;
        break;
      case PLT_SHOOT_WITHIN:
        broken = ABS (days[a].date - days[b].date) > order->days;
        break;
      case PLT_SHOOT_SAME_DAY:
      default:
        broken = a != b;
        break;
      }
  return (PltShootPiece){ broken ? order->price : 0, broken && order->price == 0 };
}

static PltShootPiece
account_for (const PltShootState *self, guint kind, guint index)
{
  switch (kind)
    {
    case KIND_DAY:
      return account_for_day (self, index);
    case KIND_LINK:
      return account_for_link (self, index);
    case KIND_SET:
      return account_for_set (self, index);
    case KIND_COVER:
      return account_for_cover (self, index);
    case KIND_ROLE:
      return account_for_role (self, index);
    case KIND_WEEK:
      return account_for_week (self, index);
    case KIND_SEQUENCE:
      return account_for_sequence (self, index);
    default:
      return account_for_order (self, index);
    }
}

/* ---- changes ---- */

static inline void
touch (PltShootState *self, guint kind, guint index)
{
  guint piece = self->base[kind] + index;

  if (self->dirty[piece])
    return;
  self->dirty[piece] = TRUE;
  self->touched[self->n_touched++] = piece;
}

static gint
count_misfits (const PltShootProblem *problem, const PltShootSequence *sequence, gint day)
{
  PltShootDayKind kind = problem->days[day].kind;
  gboolean misfit = kind == PLT_SHOOT_CLOSED
                    || (kind == PLT_SHOOT_DAY_ONLY && sequence->light == PLT_SHOOT_NIGHT)
                    || (kind == PLT_SHOOT_NIGHT_ONLY && sequence->light == PLT_SHOOT_DAY);

  return misfit + !(sequence->allowed >> day & 1);
}

/* The roles of @q on @day, @sign 1 or -1. */
static void
change_roles (PltShootState *self, gint q, gint day, gint sign)
{
  const PltShootProblem *problem = self->problem;
  const PltShootSequence *sequence = &problem->sequences[q];
  guint16 *n_role = &self->n_role[(guint) day * problem->n_roles];
  PltShootMask bit = PLT_SHOOT_BIT (day);

  for (guint i = self->cast_start[q]; i < self->cast_start[q + 1]; i++)
    {
      guint r = self->cast[i];

      n_role[r] = (guint16) (n_role[r] + sign);
      if (n_role[r] != (sign > 0 ? 1 : 0))
        continue;
      self->works[r] ^= bit;
      self->on[day] ^= PLT_SHOOT_BIT (r);
      touch (self, KIND_ROLE, r);
    }
  for (PltShootMask left = sequence->roles & self->children; left != 0; left &= left - 1)
    {
      guint r = (guint) first_of (left), cell = r * problem->n_days + (guint) day;

      self->role_minutes[cell] += sign * sequence->minutes;
      if (sequence->light == PLT_SHOOT_NIGHT)
        self->n_role_night[cell] = (guint16) (self->n_role_night[cell] + sign);
      touch (self, KIND_ROLE, r);
    }
}

static void
change (PltShootState *self, gint q, gint day, gint sign)
{
  const PltShootProblem *problem = self->problem;
  const PltShootSequence *sequence = &problem->sequences[q];
  PltShootContent *content = &self->content[day];
  guint16 *site = &self->n_site[(guint) day * problem->n_sites + (guint) sequence->site];
  guint16 *set = &self->n_set[(guint) sequence->set * problem->n_days + (guint) day];

  content->minutes += sign * sequence->minutes;
  content->n += (guint) sign;
  if ((self->misfits[q] >> day & 1) != 0)
    content->n_misfit += (guint) (sign * count_misfits (problem, sequence, day));
  content->n_day += sequence->light == PLT_SHOOT_DAY ? (guint) sign : 0;
  if (sequence->light == PLT_SHOOT_NIGHT)
    {
      content->n_night += (guint) sign;
      content->night += sign * sequence->minutes;
    }
  else if (sequence->light == PLT_SHOOT_DAWN)
    content->dawn += sign * sequence->minutes;
  *site = (guint16) (*site + sign);
  content->sites &= ~(G_GUINT64_CONSTANT (1) << sequence->site);
  content->sites |= (guint64) (*site > 0) << sequence->site;
  self->used = (self->used & ~PLT_SHOOT_BIT (day))
               | (content->n > 0 ? PLT_SHOOT_BIT (day) : (PltShootMask) 0);
  touch (self, KIND_DAY, (guint) day);
  *set = (guint16) (*set + sign);
  if (*set == (sign > 0 ? 1 : 0))
    {
      self->shot[sequence->set] ^= PLT_SHOOT_BIT (day);
      touch (self, KIND_SET, (guint) sequence->set);
      touch (self, KIND_COVER, (guint) sequence->set);
    }
  change_roles (self, q, day, sign);
}

static void
put (PltShootState *self, gint q, gint day)
{
  guint n = self->problem->n_sequences;
  gint from = self->plan.day[q];

  if (from >= 0)
    {
      guint16 *members = &self->member[(guint) from * n], last;

      change (self, q, from, -1);
      last = members[self->content[from].n];
      members[self->slot[q]] = last;
      self->slot[last] = self->slot[q];
    }
  self->plan.day[q] = (gint16) day;
  if (day >= 0)
    {
      self->slot[q] = (guint16) self->content[day].n;
      self->member[(guint) day * n + self->slot[q]] = (guint16) q;
      change (self, q, day, 1);
    }
}

/* Days came into use or fell out of it: what counts used days is accounted for again. */
static void
touch_used (PltShootState *self)
{
  const PltShootProblem *problem = self->problem;

  for (PltShootMask left = self->used ^ self->settled_used; left != 0; left &= left - 1)
    touch (self, KIND_WEEK, self->week[first_of (left)]);
  for (guint s = 0; s < problem->n_sets; s++)
    if (count (self->shot[s]) > 1)
      touch (self, KIND_SET, s);
  for (guint r = 0; r < problem->n_roles; r++)
    if (count (self->works[r]) > 1
        && (pays_waiting (&problem->roles[r]) ? !problem->roles[r].calendar
                                              : problem->roles[r].wait > 0))
      touch (self, KIND_ROLE, r);
}

gint64
plt_shoot_state_settle (PltShootState *self)
{
  guint n_days = self->n_touched;

  if (self->used != self->settled_used)
    touch_used (self);
  for (guint i = 0; i < n_days; i++)
    if (self->kind[self->touched[i]] == KIND_DAY)
      {
        guint d = self->index[self->touched[i]];
        PltShootMask after = self->used & above ((gint) d) & of_unit (self, (gint) d);

        touch (self, KIND_LINK, d);
        if (after != 0)
          touch (self, KIND_LINK, (guint) first_of (after));
      }
  self->settled_used = self->used;
  for (guint i = 0; i < self->n_touched; i++)
    {
      guint index = self->touched[i];
      PltShootPiece *piece = &self->piece[index], now;

      self->dirty[index] = FALSE;
      now = account_for (self, self->kind[index], self->index[index]);
      if (now.money == piece->money && now.units == piece->units)
        continue;
      if (self->n_log == self->log_size)
        {
          self->log_size = 2 * self->log_size + 64;
          self->log = g_renew (PltShootLog, self->log, self->log_size);
        }
      self->log[self->n_log++] = (PltShootLog){ index, *piece };
      self->money += now.money - piece->money;
      self->units += now.units - piece->units;
      *piece = now;
    }
  self->n_touched = 0;
  return self->money + self->units * self->problem->weights.hard;
}

void
plt_shoot_state_move (PltShootState *self, gint sequence, gint day)
{
  const PltShootSequence *row = &self->problem->sequences[sequence];

  if (self->plan.day[sequence] == day)
    return;
  if (self->n_steps == self->steps_size)
    {
      self->steps_size = 2 * self->steps_size + 64;
      self->steps = g_renew (PltShootStep, self->steps, self->steps_size);
    }
  self->steps[self->n_steps++] = (PltShootStep){ sequence, self->plan.day[sequence] };
  put (self, sequence, day);
  touch (self, KIND_SEQUENCE, (guint) sequence);
  if (row->cover >= 0)
    touch (self, KIND_COVER, (guint) row->cover);
  for (guint i = 0; self->orders[sequence] != NULL && i < self->orders[sequence]->len; i++)
    touch (self, KIND_ORDER, g_array_index (self->orders[sequence], guint, i));
}

void
plt_shoot_state_keep (PltShootState *self)
{
  self->n_log = 0;
  self->n_steps = 0;
}

void
plt_shoot_state_undo (PltShootState *self)
{
  for (guint i = self->n_steps; i-- > 0;)
    put (self, self->steps[i].sequence, self->steps[i].from);
  for (guint i = 0; i < self->n_touched; i++)
    self->dirty[self->touched[i]] = FALSE;
  self->n_touched = 0;
  for (guint i = self->n_log; i-- > 0;)
    {
      const PltShootLog *log = &self->log[i];
      PltShootPiece *piece = &self->piece[log->piece];

      self->money += log->old.money - piece->money;
      self->units += log->old.units - piece->units;
      *piece = log->old;
    }
  self->settled_used = self->used;
  plt_shoot_state_keep (self);
}

/* ---- life ---- */

static void
append_to (GArray **list, guint value)
{
  if (*list == NULL)
    *list = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (*list, value);
}

static void
index_problem (PltShootState *self)
{
  const PltShootProblem *problem = self->problem;

  for (guint d = 0; d < problem->n_days; d++)
    {
      if (d > 0 && (problem->days[d].date - 1) / 7 != (problem->days[d - 1].date - 1) / 7)
        self->n_weeks++;
      self->first_of_date[d] = (guint8) d;
      if (d > 0 && problem->days[d].date == problem->days[d - 1].date)
        {
          self->first_of_date[d] = self->first_of_date[d - 1];
          self->twins |= PLT_SHOOT_BIT (d);
        }
      self->unit_days[problem->days[d].unit] |= PLT_SHOOT_BIT (d);
      self->n_units = MAX (self->n_units, problem->days[d].unit + 1);
      self->week[d] = (guint8) self->n_weeks;
      self->week_days[self->n_weeks] |= PLT_SHOOT_BIT (d);
    }
  self->n_weeks += problem->n_days > 0;
  for (guint i = 0; i < problem->n_precedences; i++)
    {
      append_to (&self->orders[problem->precedences[i].a], i);
      append_to (&self->orders[problem->precedences[i].b], i);
    }
  for (guint r = 0; r < problem->n_roles; r++)
    if (problem->roles[r].child)
      self->children |= PLT_SHOOT_BIT (r);
  for (guint q = 0; q < problem->n_sequences; q++)
    self->cast_start[q + 1] = self->cast_start[q] + count (problem->sequences[q].roles);
  self->cast = g_new0 (guint8, self->cast_start[problem->n_sequences]);
  for (guint q = 0; q < problem->n_sequences; q++)
    {
      guint i = self->cast_start[q];

      for (PltShootMask left = problem->sequences[q].roles; left != 0; left &= left - 1)
        self->cast[i++] = (guint8) first_of (left);
      for (guint d = 0; d < problem->n_days; d++)
        if (count_misfits (problem, &problem->sequences[q], (gint) d) > 0)
          self->misfits[q] |= PLT_SHOOT_BIT (d);
    }
  for (guint q = 0; q < problem->n_sequences; q++)
    if (problem->sequences[q].cover >= 0 && problem->sequences[q].exposure > 0)
      append_to (&self->covers[problem->sequences[q].cover], q);
}

static void
make_pieces (PltShootState *self)
{
  const PltShootProblem *problem = self->problem;
  const guint sizes[N_KINDS]
      = { problem->n_days,  problem->n_days, problem->n_sets,      problem->n_sets,
          problem->n_roles, self->n_weeks,   problem->n_sequences, problem->n_precedences };
  guint n;

  for (guint k = 0; k < N_KINDS; k++)
    self->base[k + 1] = self->base[k] + sizes[k];
  n = self->base[N_KINDS];
  self->piece = g_new0 (PltShootPiece, n);
  self->kind = g_new0 (guint8, n);
  self->index = g_new0 (guint16, n);
  self->dirty = g_new0 (gboolean, n);
  self->touched = g_new0 (guint, n);
  for (guint k = 0; k < N_KINDS; k++)
    for (guint i = 0; i < sizes[k]; i++)
      {
        self->kind[self->base[k] + i] = (guint8) k;
        self->index[self->base[k] + i] = (guint16) i;
        touch (self, k, i);
      }
}

PltShootState *
plt_shoot_state_new (const PltShootProblem *problem, const PltShootPlan *plan)
{
  PltShootState *self = g_new0 (PltShootState, 1);

  self->problem = problem;
  memset (self->plan.day, -1, sizeof self->plan.day);
  self->content = g_new0 (PltShootContent, problem->n_days);
  self->member = g_new0 (guint16, problem->n_days * problem->n_sequences);
  self->slot = g_new0 (guint16, problem->n_sequences);
  self->n_site = g_new0 (guint16, problem->n_days * problem->n_sites);
  self->n_role = g_new0 (guint16, problem->n_roles * problem->n_days);
  self->n_role_night = g_new0 (guint16, problem->n_roles * problem->n_days);
  self->role_minutes = g_new0 (gint, problem->n_roles * problem->n_days);
  self->n_set = g_new0 (guint16, problem->n_sets * problem->n_days);
  self->works = g_new0 (PltShootMask, problem->n_roles);
  self->shot = g_new0 (PltShootMask, problem->n_sets);
  self->orders = g_new0 (GArray *, problem->n_sequences);
  self->covers = g_new0 (GArray *, problem->n_sets);
  index_problem (self);
  make_pieces (self);
  for (guint q = 0; q < problem->n_sequences; q++)
    put (self, (gint) q, plan->day[q]);
  plt_shoot_state_settle (self);
  plt_shoot_state_keep (self);
  return self;
}

void
plt_shoot_state_free (PltShootState *self)
{
  if (self == NULL)
    return;
  for (guint q = 0; q < self->problem->n_sequences; q++)
    g_clear_pointer (&self->orders[q], g_array_unref);
  for (guint s = 0; s < self->problem->n_sets; s++)
    g_clear_pointer (&self->covers[s], g_array_unref);
  g_free (self->log);
  g_free (self->steps);
  g_free (self->cast);
  g_free (self->content);
  g_free (self->member);
  g_free (self->slot);
  g_free (self->n_site);
  g_free (self->n_role);
  g_free (self->n_role_night);
  g_free (self->role_minutes);
  g_free (self->n_set);
  g_free (self->works);
  g_free (self->shot);
  g_free (self->orders);
  g_free (self->covers);
  g_free (self->piece);
  g_free (self->kind);
  g_free (self->index);
  g_free (self->dirty);
  g_free (self->touched);
  g_free (self);
}
