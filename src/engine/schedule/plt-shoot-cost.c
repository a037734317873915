/* The cost of a plan, as plt-shoot.h says it, one rule after the other. The search has its own,
 * quick account (plt-shoot-state.c); a test holds the two together. */
#include "plt-shoot.h"

#include <string.h>

typedef struct
{
  const PltShootProblem *problem;
  const PltShootPlan *plan;
  PltShootCost *cost;
  GArray *breaches; /* (nullable) */
  /* séquences by day: those of day d are order[start[d]] .. order[start[d + 1] - 1] */
  guint start[PLT_SHOOT_MAX_DAYS + 1];
  guint order[PLT_SHOOT_MAX_SEQUENCES];
} Account;

static const PltShootBreach NO_BREACH = {
  .sequence = -1, .other = -1, .role = -1, .set = -1, .site = -1, .day = -1, .precedence = -1
};

static void
break_rule (Account *self, PltShootBreach breach, PltShootRule rule, gint64 units)
{
  breach.rule = rule;
  breach.units = units;
  self->cost->units += units;
  self->cost->term[PLT_SHOOT_TERM_BROKEN] += units * self->problem->weights.hard;
  if (self->breaches != NULL)
    g_array_append_val (self->breaches, breach);
}

static gint64
half_hours (gint minutes)
{
  return (minutes + PLT_SHOOT_HALF_HOUR - 1) / PLT_SHOOT_HALF_HOUR;
}

static void
pay_for_day (Account *self, PltShootTerm term, guint day, gint64 amount)
{
  self->cost->term[term] += amount;
  self->cost->day[day] += amount;
}

static void
sort_by_day (Account *self)
{
  guint n = 0;

  for (guint d = 0; d < self->problem->n_days; d++)
    {
      self->start[d] = n;
      for (guint q = 0; q < self->problem->n_sequences; q++)
        if (self->plan->day[q] == (gint) d)
          self->order[n++] = q;
    }
  self->start[self->problem->n_days] = n;
}

static gboolean
is_used (const Account *self, gint day)
{
  return self->start[day + 1] > self->start[day];
}

/* Of the unit of @day; -1 when there is none. */
static gint
used_day_before (const Account *self, gint day)
{
  guint unit = self->problem->days[day].unit;

  do
    day--;
  while (day >= 0 && (!is_used (self, day) || self->problem->days[day].unit != unit));
  return day;
}

/* The first of the days of that date. */
static gint
first_of_date (const PltShootProblem *problem, gint day)
{
  while (day > 0 && problem->days[day - 1].date == problem->days[day].date)
    day--;
  return day;
}

/* Dates with a used day, from the one of @first to the one of @last. */
static guint
used_dates (const Account *self, gint first, gint last)
{
  const PltShootDay *days = self->problem->days;
  gint date = 0;
  guint n = 0;

  for (gint d = 0; d < (gint) self->problem->n_days; d++)
    if (is_used (self, d) && days[d].date != date && days[d].date >= days[first].date
        && days[d].date <= days[last].date)
      {
        date = days[d].date;
        n++;
      }
  return n;
}

static guint64
sites_of (const Account *self, gint day)
{
  guint64 sites = 0;

  for (guint i = self->start[day]; i < self->start[day + 1]; i++)
    sites |= G_GUINT64_CONSTANT (1) << self->problem->sequences[self->order[i]].site;
  return sites;
}

/* The shortest way from one of @a to one of @b. */
static gint
nearest (const PltShootProblem *problem, guint64 a, guint64 b, gint *site)
{
  gint best = G_MAXINT;

  for (guint i = 0; i < problem->n_sites; i++)
    for (guint j = 0; j < problem->n_sites; j++)
      if ((a >> i & 1) && (b >> j & 1) && problem->km[i * problem->n_sites + j] < best)
        {
          best = problem->km[i * problem->n_sites + j];
          *site = (gint) j;
        }
  return best;
}

/* Of the shortest tree over @sites: each time, the nearest one is joined. */
static gint
tree_km (const PltShootProblem *problem, guint64 sites)
{
  guint64 joined = sites & (~sites + 1);
  gint sum = 0, site = 0;

  for (sites &= ~joined; sites != 0; sites &= ~(G_GUINT64_CONSTANT (1) << site))
    {
      sum += nearest (problem, joined, sites, &site);
      joined |= G_GUINT64_CONSTANT (1) << site;
    }
  return sum;
}

/* ---- days ---- */

static gint
count_minutes (const Account *self, gint day, PltShootLight light)
{
  gint minutes = 0;

  for (guint i = self->start[day]; i < self->start[day + 1]; i++)
    if (self->problem->sequences[self->order[i]].light == light)
      minutes += self->problem->sequences[self->order[i]].minutes;
  return minutes;
}

static gboolean
has_light (const Account *self, gint day, PltShootLight light)
{
  for (guint i = self->start[day]; i < self->start[day + 1]; i++)
    if (self->problem->sequences[self->order[i]].light == light)
      return TRUE;
  return FALSE;
}

static void
account_for_length (Account *self, guint d)
{
  const PltShootWeights *weights = &self->problem->weights;
  const PltShootDay *day = &self->problem->days[d];
  PltShootBreach breach = NO_BREACH;
  gint moves = __builtin_popcountll (sites_of (self, (gint) d)) - 1;
  gint night = count_minutes (self, (gint) d, PLT_SHOOT_NIGHT);
  gint dawn = count_minutes (self, (gint) d, PLT_SHOOT_DAWN);
  gint load = count_minutes (self, (gint) d, PLT_SHOOT_DAY) + night + dawn
              + count_minutes (self, (gint) d, PLT_SHOOT_FREE) + moves * weights->move_minutes;

  breach.day = (gint) d;
  pay_for_day (self, PLT_SHOOT_TERM_DAYS, d, day->price);
  pay_for_day (self, PLT_SHOOT_TERM_MOVES, d, moves * weights->day_move);
  if (load > day->capacity)
    pay_for_day (self, PLT_SHOOT_TERM_OVERTIME, d,
                 (load - day->capacity) * weights->overtime_minute);
  if (has_light (self, (gint) d, PLT_SHOOT_NIGHT))
    pay_for_day (self, PLT_SHOOT_TERM_NIGHTS, d,
                 weights->night_day + night * weights->night_minute);
  if (day->limit > 0 && load > day->limit)
    break_rule (self, breach, PLT_SHOOT_RULE_LIMIT, half_hours (load - day->limit));
  if (weights->dawn_minutes > 0 && dawn > weights->dawn_minutes)
    break_rule (self, breach, PLT_SHOOT_RULE_DAWN, half_hours (dawn - weights->dawn_minutes));
}

static gboolean
is_rested (const Account *self, gint last, gint day)
{
  const PltShootDay *before = &self->problem->days[last], *now = &self->problem->days[day];

  if (before->end > 0 && now->end > 0)
    return (now->date - before->date) * 24 * 60 + now->begin - before->end
           >= self->problem->weights.rest_minutes;
  return now->date - before->date > 1 || !has_light (self, last, PLT_SHOOT_NIGHT)
         || !has_light (self, day, PLT_SHOOT_DAY);
}

static void
account_for_places (Account *self, guint d)
{
  const PltShootProblem *problem = self->problem;
  guint64 sites = sites_of (self, (gint) d), before;
  PltShootBreach breach = NO_BREACH;
  gint last = used_day_before (self, (gint) d), km = 0, site;

  breach.day = (gint) d;
  for (guint i = 0; i < problem->n_sites; i++)
    if ((sites & ~problem->days[d].sites) >> i & 1)
      {
        breach.site = (gint) i;
        break_rule (self, breach, PLT_SHOOT_RULE_SITE_CLOSED, 1);
      }
  breach.site = -1;
  if (problem->km != NULL)
    km = tree_km (problem, sites);
  if (last >= 0)
    {
      before = sites_of (self, last);
      if ((before & sites) == 0)
        {
          pay_for_day (self, PLT_SHOOT_TERM_MOVES, d, problem->weights.night_move);
          if (problem->km != NULL)
            km += nearest (problem, before, sites, &site);
        }
      if (!is_rested (self, last, (gint) d))
        break_rule (self, breach, PLT_SHOOT_RULE_REST, 1);
    }
  pay_for_day (self, PLT_SHOOT_TERM_DISTANCE, d, km * problem->weights.km);
}

static gint
week_of (const PltShootProblem *problem, guint day)
{
  return (problem->days[day].date - 1) / 7;
}

static void
account_for_weeks (Account *self)
{
  const PltShootProblem *problem = self->problem;
  PltShootBreach breach = NO_BREACH;

  for (guint first = 0, next; first < problem->n_days; first = next)
    {
      gint n[PLT_SHOOT_MAX_UNITS] = { 0 }, over = 0;

      for (next = first;
           next < problem->n_days && week_of (problem, next) == week_of (problem, first); next++)
        n[problem->days[next].unit] += is_used (self, (gint) next);
      for (guint i = 0; i < PLT_SHOOT_MAX_UNITS; i++)
        over += MAX (n[i] - problem->weights.week_days, 0);
      breach.day = (gint) first;
      if (problem->weights.week_days > 0 && over > 0)
        break_rule (self, breach, PLT_SHOOT_RULE_WEEK, over);
    }
}

/* ---- roles ---- */

/* @works: of the first day of each date, whether the role does on that date. */
static gint64
span_price (const Account *self, const PltShootRole *role, const gboolean *works)
{
  const PltShootProblem *problem = self->problem;
  gint64 price = role->idle > 0 ? role->idle : role->pay, sum = 0;
  gint last = -1;

  for (gint d = 0; d < (gint) problem->n_days; d++)
    {
      if (!works[d])
        continue;
      if (last >= 0)
        {
          gint64 idle = role->calendar ? problem->days[d].date - problem->days[last].date - 1
                                       : (gint64) used_dates (self, last, d) - 2;

          if (role->rule == PLT_SHOOT_PAY_DROP && idle > role->drop_after)
            sum += MIN (idle * price, role->drop_price);
          else
            sum += idle * price;
        }
      sum += role->pay;
      last = d;
    }
  return sum;
}

/* Used dates between the first and the last one worked, without work. */
static gint64
count_waiting (const Account *self, const gboolean *works)
{
  gint first = -1, last = -1;
  gint64 n = 0;

  for (gint d = 0; d < (gint) self->problem->n_days; d++)
    if (works[d])
      {
        first = first < 0 ? d : first;
        last = d;
        n++;
      }
  return n > 1 ? (gint64) used_dates (self, first, last) - n : 0;
}

static gint64
weekly_price (const PltShootProblem *problem, const PltShootRole *role, const gboolean *works)
{
  gint64 sum = 0;

  for (guint first = 0, next; first < problem->n_days; first = next)
    {
      gint n = 0;

      for (next = first;
           next < problem->n_days && week_of (problem, next) == week_of (problem, first); next++)
        n += works[next];
      if (n > 0)
        sum += MAX (n, role->weekly_minimum) * role->pay;
    }
  return sum;
}

static gint64
rule_price (const Account *self, const PltShootRole *role, const gboolean *works)
{
  gint64 n = 0;

  for (guint d = 0; d < self->problem->n_days; d++)
    n += works[d];
  switch (role->rule)
    {
    case PLT_SHOOT_PAY_SPAN:
    case PLT_SHOOT_PAY_DROP:
      return span_price (self, role, works);
    case PLT_SHOOT_PAY_WEEKLY:
      return weekly_price (self->problem, role, works);
    case PLT_SHOOT_PAY_FLAT:
      return n > 0 ? role->pay : 0;
    case PLT_SHOOT_PAY_DAYS:
    default:
      return n * role->pay;
    }
}

static void
pay_role (Account *self, guint r, const gboolean *works)
{
  const PltShootRole *role = &self->problem->roles[r];
  gint64 price = rule_price (self, role, works), waiting = count_waiting (self, works);

  if (price > 0 && role->rule != PLT_SHOOT_PAY_FLAT)
    price = MAX (price, role->guaranteed * role->pay);
  self->cost->role[r] = price;
  self->cost->term[PLT_SHOOT_TERM_ROLES] += price;
  if (role->rule != PLT_SHOOT_PAY_SPAN && role->rule != PLT_SHOOT_PAY_DROP)
    self->cost->term[PLT_SHOOT_TERM_WISHES] += waiting * role->wait;
}

static void
account_for_child (Account *self, guint r, guint d, gint minutes, gboolean night)
{
  const PltShootRole *role = &self->problem->roles[r];
  PltShootBreach breach = NO_BREACH;
  gint limit = role->child_minutes, of_day = self->problem->days[d].child_minutes;

  if (self->problem->days[d].holiday && role->child_minutes_holiday > 0)
    limit = role->child_minutes_holiday;
  breach.role = (gint) r;
  breach.day = (gint) d;
  if (of_day > 0 && (limit == 0 || of_day < limit))
    limit = of_day;
  if (limit > 0 && minutes > limit)
    break_rule (self, breach, PLT_SHOOT_RULE_CHILD_MINUTES, half_hours (minutes - limit));
  if (night && !role->child_night)
    break_rule (self, breach, PLT_SHOOT_RULE_CHILD_NIGHT, 1);
}

static void
account_for_role (Account *self, guint r)
{
  const PltShootProblem *problem = self->problem;
  const PltShootRole *role = &problem->roles[r];
  gboolean works[PLT_SHOOT_MAX_DAYS] = { FALSE }; /* of the first day of each date */
  PltShootBreach breach = NO_BREACH;

  breach.role = (gint) r;
  for (guint d = 0; d < problem->n_days; d++)
    {
      gint date = first_of_date (problem, (gint) d);
      gboolean here = FALSE, night = FALSE;
      gint minutes = 0;

      for (guint i = self->start[d]; i < self->start[d + 1]; i++)
        if (problem->sequences[self->order[i]].roles >> r & 1)
          {
            here = TRUE;
            minutes += problem->sequences[self->order[i]].minutes;
            night |= problem->sequences[self->order[i]].light == PLT_SHOOT_NIGHT;
          }
      breach.day = (gint) d;
      if (here && !(role->available >> d & 1))
        break_rule (self, breach, PLT_SHOOT_RULE_ROLE_AWAY, 1);
      if (here && works[date])
        break_rule (self, breach, PLT_SHOOT_RULE_TWICE, 1);
      if (here && role->child)
        account_for_child (self, r, d, minutes, night);
      works[date] |= here;
    }
  pay_role (self, r, works);
}

/* ---- sets ---- */

static gboolean
set_is_shot (const Account *self, guint set, gint day)
{
  for (guint i = self->start[day]; i < self->start[day + 1]; i++)
    if (self->problem->sequences[self->order[i]].set == (gint) set)
      return TRUE;
  return FALSE;
}

static void
account_for_set (Account *self, guint set)
{
  const PltShootSet *row = &self->problem->sets[set];
  PltShootBreach breach = NO_BREACH;
  gint64 stays = 0;
  gint last = -1;

  breach.set = (gint) set;
  for (gint d = 0; d < (gint) self->problem->n_days; d++)
    {
      if (!set_is_shot (self, set, d))
        continue;
      stays += last < 0 || used_day_before (self, d) > last;
      last = d;
      breach.day = d;
      if (!(row->available >> d & 1))
        break_rule (self, breach, PLT_SHOOT_RULE_SET_CLOSED, 1);
    }
  if (stays > 1)
    self->cost->set[set] = (stays - 1) * row->return_price;
  self->cost->term[PLT_SHOOT_TERM_RETURNS] += self->cost->set[set];
}

/* ---- séquences ---- */

static gboolean
light_fits (PltShootDayKind kind, PltShootLight light)
{
  switch (kind)
    {
    case PLT_SHOOT_CLOSED:
      return FALSE;
    case PLT_SHOOT_DAY_ONLY:
      return light != PLT_SHOOT_NIGHT;
    case PLT_SHOOT_NIGHT_ONLY:
      return light != PLT_SHOOT_DAY;
    case PLT_SHOOT_ANY:
    default:
      return TRUE;
    }
}

static gboolean
is_covered (const Account *self, const PltShootSequence *sequence, gint day)
{
  if (sequence->cover < 0)
    return FALSE;
  for (gint d = day; d < (gint) self->problem->n_days; d++)
    if (set_is_shot (self, (guint) sequence->cover, d))
      return TRUE;
  return FALSE;
}

static void
account_for_sequence (Account *self, guint q)
{
  const PltShootProblem *problem = self->problem;
  const PltShootSequence *sequence = &problem->sequences[q];
  PltShootBreach breach = NO_BREACH;
  gint day = self->plan->day[q];

  breach.sequence = (gint) q;
  breach.day = day;
  if (problem->reference.day[q] >= 0 && problem->reference.day[q] != day)
    self->cost->term[PLT_SHOOT_TERM_STABILITY] += problem->weights.stability;
  if (day < 0)
    {
      break_rule (self, breach, PLT_SHOOT_RULE_UNPLACED, PLT_SHOOT_UNPLACED_UNITS);
      return;
    }
  self->cost->term[PLT_SHOOT_TERM_WISHES] += day * sequence->late;
  if (sequence->exposure > 0 && !is_covered (self, sequence, day))
    self->cost->term[PLT_SHOOT_TERM_EXPOSURE] += sequence->exposure;
  if (!(sequence->allowed >> day & 1))
    break_rule (self, breach, PLT_SHOOT_RULE_NOT_ALLOWED, 1);
  if (!light_fits (problem->days[day].kind, sequence->light))
    break_rule (self, breach, PLT_SHOOT_RULE_LIGHT, 1);
}

static gboolean
order_is_kept (const PltShootProblem *problem, const PltShootPrecedence *precedence, gint a, gint b)
{
  gint days;

  if (a < 0 || b < 0)
    return TRUE;
  days = problem->days[b].date - problem->days[a].date;
  switch (precedence->order)
    {
    case PLT_SHOOT_BEFORE:
      return days >= 0;
    case PLT_SHOOT_DAYS_BEFORE:
      return days > 0;
    case PLT_SHOOT_WITHIN:
      return ABS (days) <= precedence->days;
    case PLT_SHOOT_SAME_DAY:
    default:
      return a == b;
    }
}

static void
account_for_precedence (Account *self, guint i)
{
  const PltShootPrecedence *precedence = &self->problem->precedences[i];
  PltShootBreach breach = NO_BREACH;

  if (order_is_kept (self->problem, precedence, self->plan->day[precedence->a],
                     self->plan->day[precedence->b]))
    return;
  breach.sequence = precedence->a;
  breach.other = precedence->b;
  breach.precedence = (gint) i;
  breach.day = self->plan->day[precedence->a];
  if (precedence->price > 0)
    self->cost->term[PLT_SHOOT_TERM_WISHES] += precedence->price;
  else
    break_rule (self, breach, PLT_SHOOT_RULE_ORDER, 1);
}

void
plt_shoot_cost (const PltShootProblem *problem,
                const PltShootPlan *plan,
                PltShootCost *cost,
                GArray *breaches)
{
  Account self = { .problem = problem, .plan = plan, .cost = cost, .breaches = breaches };

  sort_by_day (&self);
  memset (cost, 0, sizeof *cost);
  for (guint q = 0; q < problem->n_sequences; q++)
    account_for_sequence (&self, q);
  for (guint d = 0; d < problem->n_days; d++)
    if (is_used (&self, (gint) d))
      {
        account_for_length (&self, d);
        account_for_places (&self, d);
      }
  account_for_weeks (&self);
  for (guint r = 0; r < problem->n_roles; r++)
    account_for_role (&self, r);
  for (guint s = 0; s < problem->n_sets; s++)
    account_for_set (&self, s);
  for (guint i = 0; i < problem->n_precedences; i++)
    account_for_precedence (&self, i);
  for (guint t = 0; t < PLT_SHOOT_N_TERMS; t++)
    cost->total += cost->term[t];
}
