/* Branch and bound from both ends.
 *
 * A state is (L, R, Q): the scenes put at the head, at the tail, and those still to place between.
 * What L and R cost does not depend on their order any more, only on their sets: states that are
 * met again at no lower cost are cut (a hash table). Scenes are added at the two ends in turn, so
 * that actors are soon anchored on both sides and cost their whole day for all of Q.
 *
 * Bound of what Q adds at least:
 *   actors anchored on both sides: held in every scene of Q that is not theirs;
 *   actors anchored on one side: whoever leaves last has waited through all scenes of Q that need
 *   one who left before and not him. The least sum over all orders of leaving is found over subsets
 *   of actors, in groups of at most GROUP actors. Actors anchored nowhere are not counted.
 *
 * Before that, scenes of the same cast are joined (they stand together in some best order), actors
 * of one joined scene are dropped (they never wait), actors of the same scenes are joined. */
#include "plt-talent.h"

#include <string.h>

#define GROUP 9
#define TABLE_BITS 21
#define STOP_EVERY 2048

typedef struct
{
  guint64 middle, low, high; /* of a State */
  gint64 extra;
} Entry;

typedef struct
{
  guint n, m;                     /* joined scenes and actors */
  guint64 cast[PLT_TALENT_MAX];   /* of a scene */
  guint64 scenes[PLT_TALENT_MAX]; /* of an actor */
  gint64 duration[PLT_TALENT_MAX];
  gint64 pay[PLT_TALENT_MAX];
  gint64 pay_sums[8][256];      /* of eight actors */
  gint64 duration_sums[8][256]; /* of eight scenes */

  gint64 best; /* extra */
  guint8 best_order[PLT_TALENT_MAX];
  guint8 head[PLT_TALENT_MAX], tail[PLT_TALENT_MAX];
  guint n_head, n_tail;

  Entry *table;
  guint64 nodes, max_nodes;
  gboolean stopped;
  const PltTalentOptions *options;
} Solver;

static inline gint64
pay_of (const Solver *self, guint64 actors)
{
  gint64 sum = 0;

  for (guint i = 0; actors != 0; i++, actors >>= 8)
    sum += self->pay_sums[i][actors & 0xff];
  return sum;
}

static inline gint64
duration_of (const Solver *self, guint64 scenes)
{
  gint64 sum = 0;

  for (guint i = 0; scenes != 0; i++, scenes >>= 8)
    sum += self->duration_sums[i][scenes & 0xff];
  return sum;
}

static guint64
cast_of (const Solver *self, guint64 scenes)
{
  guint64 cast = 0;

  for (; scenes != 0; scenes &= scenes - 1)
    cast |= self->cast[__builtin_ctzll (scenes)];
  return cast;
}

static guint64
all_scenes (const Solver *self)
{
  return self->n == 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << self->n) - 1;
}

/* ---- the first answer ---- */

static gint64
extra_of (const Solver *self, const guint8 *order)
{
  guint64 rest[PLT_TALENT_MAX + 1];
  guint64 seen = 0;
  gint64 extra = 0;

  rest[self->n] = 0;
  for (guint i = self->n; i-- > 0;)
    rest[i] = rest[i + 1] | self->cast[order[i]];
  for (guint i = 0; i < self->n; i++)
    {
      guint64 waiting = seen & rest[i + 1] & ~self->cast[order[i]];

      extra += self->duration[order[i]] * pay_of (self, waiting);
      seen |= self->cast[order[i]];
    }
  return extra;
}

static guint32
next_random (guint64 *state)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005)
           + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint32) (*state >> 33);
}

static void
move_scene (guint8 *order, guint from, guint to)
{
  guint8 scene = order[from];

  if (from < to)
    memmove (order + from, order + from + 1, to - from);
  else
    memmove (order + to + 1, order + to, from - to);
  order[to] = scene;
}

/* Threshold accepting: moves of one scene, and turning a run round. */
static void
find_first (Solver *self)
{
  guint8 order[PLT_TALENT_MAX] = { 0 };
  guint8 trial[PLT_TALENT_MAX];
  guint64 random = 20160101;
  guint n_steps = 60 * self->n * self->n;
  gint64 cost;
  gint64 threshold;

  for (guint i = 0; i < self->n; i++)
    order[i] = (guint8) i;
  self->best = extra_of (self, order);
  memcpy (self->best_order, order, self->n);
  if (self->n < 3)
    return;
  for (guint round = 0; round < 3; round++)
    {
      memcpy (order, self->best_order, self->n);
      cost = self->best;
      threshold = self->best / self->n; /* rounded down */
      for (guint step = 0; step < n_steps; step++)
        {
          guint a = next_random (&random) % self->n, b = next_random (&random) % self->n;
          gint64 now;

          if (a == b)
            continue;
          memcpy (trial, order, self->n);
          if (next_random (&random) % 3 != 0)
            move_scene (trial, a, b);
          else
            for (guint i = MIN (a, b), j = MAX (a, b); i < j; i++, j--)
              {
                guint8 scene = trial[i];

                trial[i] = trial[j];
                trial[j] = scene;
              }
          now = extra_of (self, trial);
          if (now <= cost + (gint64) ((__int128) threshold * (n_steps - step) / n_steps))
            {
              cost = now;
              memcpy (order, trial, self->n);
              if (cost < self->best)
                {
                  self->best = cost;
                  memcpy (self->best_order, order, self->n);
                }
            }
        }
    }
}

/* Scenes of the middle that say the same of whoever is not anchored on both sides stand together in
 * some best order: one group each. */
typedef struct
{
  guint64 cast[PLT_TALENT_MAX];
  guint64 scenes[PLT_TALENT_MAX];
  gint64 duration[PLT_TALENT_MAX];
  guint64 others[PLT_TALENT_MAX]; /* cast of all the other groups together */
  guint n;
} Groups;

static void
find_groups (const Solver *self, guint64 middle, guint64 open, Groups *groups)
{
  guint64 seen = 0;

  groups->n = 0;
  for (; middle != 0; middle &= middle - 1)
    {
      guint scene = (guint) __builtin_ctzll (middle);
      guint64 cast = self->cast[scene] & open;
      guint g = 0;

      while (g < groups->n && groups->cast[g] != cast)
        g++;
      if (g == groups->n)
        {
          groups->cast[g] = cast;
          groups->scenes[g] = 0;
          groups->duration[g] = 0;
          groups->n++;
        }
      groups->scenes[g] |= middle & -middle;
      groups->duration[g] += self->duration[scene];
    }
  for (guint g = 0; g < groups->n; g++)
    {
      groups->others[g] = seen;
      seen |= groups->cast[g];
    }
  seen = 0;
  for (guint g = groups->n; g-- > 0;)
    {
      groups->others[g] |= seen;
      seen |= groups->cast[g];
    }
}

/* ---- the bound ---- */

/* The least that those actors wait, all anchored on the same side, when group `but` is placed. */
static gint64
bound_of_some (const Solver *self, const guint8 *actors, guint k, const Groups *groups, guint but)
{
  gint64 within[1 << GROUP], least[1 << GROUP];
  guint n_sets = 1u << k;
  gint64 total = 0;

  /* days of the scenes whose actors, of these, are all within a set */
  memset (within, 0, n_sets * sizeof within[0]);
  for (guint g = 0; g < groups->n; g++)
    {
      guint set = 0;

      if (g == but)
        continue;
      for (guint i = 0; i < k; i++)
        set |= (guint) (groups->cast[g] >> actors[i] & 1) << i;
      within[set] += groups->duration[g];
      total += groups->duration[g];
    }
  for (guint i = 0; i < k; i++)
    for (guint set = 1u << i; set < n_sets; set = (set + 1) | 1u << i)
      within[set] += within[set ^ 1u << i];
  /* so total - within[complement] are the days that touch somebody of a set */
  least[0] = 0;
  for (guint set = 1; set < n_sets; set++)
    {
      gint64 touching = total - within[(n_sets - 1) ^ set];

      least[set] = G_MAXINT64;
      for (guint rest = set; rest != 0; rest &= rest - 1)
        {
          guint i = (guint) __builtin_ctz (rest);
          gint64 own = total - within[(n_sets - 1) ^ (1u << i)];
          gint64 cost = least[set ^ 1u << i] + self->pay[actors[i]] * (touching - own);

          least[set] = MIN (least[set], cost);
        }
    }
  return least[n_sets - 1];
}

static gint64
bound_of_side (const Solver *self, guint64 anchored, const Groups *groups, guint but)
{
  guint8 actors[PLT_TALENT_MAX];
  guint n = 0;
  gint64 bound = 0;

  for (; anchored != 0; anchored &= anchored - 1)
    actors[n++] = (guint8) __builtin_ctzll (anchored);
  while (n > 1)
    {
      guint k = n <= GROUP ? n : MIN (n / 2 + n % 2, GROUP);

      bound += bound_of_some (self, actors + n - k, k, groups, but);
      n -= k;
    }
  return bound;
}

/* What actors who are on both sides wait. */
static gint64
waiting_of (const Solver *self, guint64 actors, guint64 middle)
{
  gint64 total = duration_of (self, middle), waiting = 0;

  for (; actors != 0; actors &= actors - 1)
    {
      guint a = (guint) __builtin_ctzll (actors);

      waiting += self->pay[a] * (total - duration_of (self, middle & self->scenes[a]));
    }
  return waiting;
}

/* ---- the search ---- */

/* Who may still change what the order of the middle costs: not those who are anchored on both
 * sides, who wait through all of it. */
typedef struct
{
  guint64 middle;  /* scenes */
  guint64 at_head; /* actors anchored at the head only */
  guint64 at_tail; /* at the tail only */
  guint64 free;    /* actors of the middle anchored nowhere */
  gint64 extra;    /* of what is placed, and of all waiting that is sure to come */
} State;

/* TRUE when the state was met before at no higher cost. A state and its mirror are one. */
static gboolean
is_known (Solver *self, const State *state)
{
  guint64 low = MIN (state->at_head, state->at_tail), high = MAX (state->at_head, state->at_tail);
  guint64 hash = state->middle * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  Entry *entry;

  hash = (hash ^ hash >> 32 ^ low) * G_GUINT64_CONSTANT (0xc2b2ae3d27d4eb4f);
  hash = (hash ^ hash >> 29 ^ high) * G_GUINT64_CONSTANT (0x165667b19e3779f9);
  hash ^= hash >> 32;
  entry = &self->table[hash & ((1u << TABLE_BITS) - 1)];
  if (state->middle != 0 && entry->middle == state->middle && entry->low == low
      && entry->high == high && entry->extra <= state->extra)
    return TRUE;
  *entry = (Entry){ state->middle, low, high, state->extra };
  return FALSE;
}

/* The middle in any order completes the answer. */
static void
keep_best (Solver *self, const State *state)
{
  guint n = self->n_head;

  self->best = state->extra;
  memcpy (self->best_order, self->head, self->n_head);
  for (guint64 q = state->middle; q != 0; q &= q - 1)
    self->best_order[n++] = (guint8) __builtin_ctzll (q);
  for (guint i = 0; i < self->n_tail; i++)
    self->best_order[self->n - 1 - i] = self->tail[i];
}

typedef struct
{
  State state;
  gint64 bound;
  guint64 scenes; /* put there together */
} Child;

static gboolean
should_stop (Solver *self)
{
  if (!self->stopped && self->max_nodes != 0 && self->nodes >= self->max_nodes)
    self->stopped = TRUE;
  if (!self->stopped && self->nodes % STOP_EVERY == 0 && self->options != NULL
      && self->options->stop != NULL && self->options->stop (self->options->data))
    self->stopped = TRUE;
  return self->stopped;
}

/* Groups that need not be tried at the end where `here` are anchored.
 *
 * Let s hold everybody who is anchored at this end only. Where it stands next, nobody waits but
 * those who wait in any case. Taking it out of a later place and putting it before t makes nobody
 * come sooner when all its cast is here already or comes with t: so t need not stand next unless s
 * does not either. */
static guint64
find_dominated (const Groups *groups, guint64 here)
{
  guint64 dominated = 0;

  for (guint s = 0; s < groups->n; s++)
    {
      guint64 comes = groups->cast[s] & ~here;

      if ((dominated >> s & 1) != 0 || (here & ~groups->cast[s]) != 0)
        continue;
      for (guint t = 0; t < groups->n; t++)
        if (t != s && (comes & ~groups->cast[t]) == 0)
          dominated |= G_GUINT64_CONSTANT (1) << t;
    }
  return dominated;
}

/* The state after group `g` stands at that end. */
static State
place_group (const Solver *self, const State *from, const Groups *groups, guint g, gboolean at_head)
{
  guint64 here = at_head ? from->at_head : from->at_tail;
  guint64 there = at_head ? from->at_tail : from->at_head;
  guint64 cast = groups->cast[g];
  guint64 left = groups->others[g];
  guint64 held;
  State to = { .middle = from->middle & ~groups->scenes[g] };

  to.extra = from->extra + groups->duration[g] * pay_of (self, here & ~cast);
  held = cast & there; /* on both sides from now on */
  to.extra += waiting_of (self, held, to.middle);
  here = (here | cast) & left & ~there;
  there = there & left & ~held;
  to.at_head = at_head ? here : there;
  to.at_tail = at_head ? there : here;
  to.free = from->free & left & ~cast;
  return to;
}

static void
search (Solver *self, const State *state, gboolean at_head)
{
  Child children[PLT_TALENT_MAX];
  Groups groups;
  guint64 dominated;
  guint n = 0;
  guint8 *stack = at_head ? self->head : self->tail;
  guint *n_stack = at_head ? &self->n_head : &self->n_tail;

  self->nodes++;
  if (should_stop (self))
    return;
  if ((state->at_head | state->at_tail | state->free) == 0)
    {
      if (state->extra < self->best)
        keep_best (self, state);
      return;
    }
  find_groups (self, state->middle, state->at_head | state->at_tail | state->free, &groups);
  dominated = find_dominated (&groups, at_head ? state->at_head : state->at_tail);
  for (guint g = 0; g < groups.n; g++)
    {
      Child child = { .scenes = groups.scenes[g] };

      if (dominated >> g & 1)
        continue;
      child.state = place_group (self, state, &groups, g, at_head);
      child.bound = child.state.extra;
      if (child.bound >= self->best)
        continue;
      child.bound += bound_of_side (self, child.state.at_head, &groups, g);
      if (child.bound >= self->best)
        continue;
      child.bound += bound_of_side (self, child.state.at_tail, &groups, g);
      if (child.bound >= self->best)
        continue;
      children[n++] = child;
    }
  for (guint i = 1; i < n; i++)
    for (guint j = i; j > 0 && children[j].bound < children[j - 1].bound; j--)
      {
        Child child = children[j];

        children[j] = children[j - 1];
        children[j - 1] = child;
      }
  for (guint i = 0; i < n && !self->stopped; i++)
    {
      guint before = *n_stack;

      if (children[i].bound >= self->best)
        break;
      if (is_known (self, &children[i].state))
        continue;
      for (guint64 q = children[i].scenes; q != 0; q &= q - 1)
        stack[(*n_stack)++] = (guint8) __builtin_ctzll (q);
      search (self, &children[i].state, !at_head);
      *n_stack = before;
    }
}

/* ---- the problem, made smaller ---- */

typedef struct
{
  guint8 scenes[PLT_TALENT_MAX][PLT_TALENT_MAX]; /* of each joined scene */
  guint n_scenes[PLT_TALENT_MAX];
  gint64 unavoidable;
} Joined;

static void
begin_joining (const PltTalentProblem *problem, Solver *self, Joined *joined)
{
  self->n = problem->n_scenes;
  for (guint i = 0; i < problem->n_scenes; i++)
    {
      self->cast[i] = problem->cast[i];
      self->duration[i] = problem->duration[i];
      joined->scenes[i][0] = (guint8) i;
      joined->n_scenes[i] = 1;
    }
}

/* Joins what says the same of `actors`. What was joined before stays together, so that whoever
 * plays only there never waits. */
static void
join_scenes (guint64 actors, Solver *self, Joined *joined)
{
  guint n = 0;

  for (guint i = 0; i < self->n; i++)
    {
      guint64 cast = self->cast[i] & actors;
      guint k = 0;

      while (k < n && self->cast[k] != cast)
        k++;
      if (k == n)
        {
          self->cast[k] = cast;
          self->duration[k] = self->duration[i];
          memmove (joined->scenes[k], joined->scenes[i], sizeof joined->scenes[k]);
          joined->n_scenes[k] = joined->n_scenes[i];
          n++;
        }
      else
        {
          self->duration[k] += self->duration[i];
          memcpy (joined->scenes[k] + joined->n_scenes[k], joined->scenes[i], joined->n_scenes[i]);
          joined->n_scenes[k] += joined->n_scenes[i];
        }
    }
  self->n = n;
}

/* Who plays in two joined scenes at least; the others never wait. */
static guint64
find_waiting (const PltTalentProblem *problem, guint64 actors, const Solver *self)
{
  guint64 waiting = 0;

  for (guint a = 0; a < problem->n_actors; a++)
    {
      guint n = 0;

      for (guint k = 0; k < self->n; k++)
        n += self->cast[k] >> a & 1;
      if (n >= 2)
        waiting |= G_GUINT64_CONSTANT (1) << a;
    }
  return waiting & actors;
}

/* Numbers the actors that are left anew; those of the same scenes become one. */
static void
join_actors (const PltTalentProblem *problem, guint64 actors, Solver *self)
{
  guint64 cast[PLT_TALENT_MAX] = { 0 };

  self->m = 0;
  for (guint a = 0; a < problem->n_actors; a++)
    {
      guint64 scenes = 0;
      guint k;

      if ((actors >> a & 1) == 0)
        continue;
      for (guint i = 0; i < self->n; i++)
        scenes |= (self->cast[i] >> a & 1) << i;
      for (k = 0; k < self->m && self->scenes[k] != scenes; k++)
        ;
      if (k == self->m)
        {
          self->scenes[k] = scenes;
          self->pay[k] = 0;
          self->m++;
        }
      self->pay[k] += problem->pay[a];
    }
  for (guint k = 0; k < self->m; k++)
    for (guint64 q = self->scenes[k]; q != 0; q &= q - 1)
      cast[__builtin_ctzll (q)] |= G_GUINT64_CONSTANT (1) << k;
  memcpy (self->cast, cast, sizeof cast);
  for (guint k = 0; k < self->m; k++)
    for (guint set = 0; set < 256; set++)
      if (set >> (k % 8) & 1)
        self->pay_sums[k / 8][set] += self->pay[k];
}

static void
reduce (const PltTalentProblem *problem, Solver *self, Joined *joined)
{
  guint64 actors
      = problem->n_actors == 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << problem->n_actors) - 1;
  guint64 before;

  for (guint i = 0; i < problem->n_scenes; i++)
    for (guint a = 0; a < problem->n_actors; a++)
      if (problem->cast[i] >> a & 1)
        joined->unavoidable += (gint64) problem->duration[i] * problem->pay[a];
  begin_joining (problem, self, joined);
  do
    {
      before = actors;
      join_scenes (actors, self, joined);
      actors = find_waiting (problem, actors, self);
    }
  while (actors != before);
  join_actors (problem, actors, self);
  for (guint k = 0; k < self->n; k++)
    for (guint set = 0; set < 256; set++)
      if (set >> (k % 8) & 1)
        self->duration_sums[k / 8][set] += self->duration[k];
}

/* ---- public ---- */

gint64
plt_talent_cost (const PltTalentProblem *problem, const guint8 *order)
{
  gint64 cost = 0;

  for (guint a = 0; a < problem->n_actors; a++)
    {
      gint64 days = 0, since = 0;
      gboolean begun = FALSE;

      for (guint i = 0; i < problem->n_scenes; i++)
        {
          if (begun || (problem->cast[order[i]] >> a & 1) != 0)
            since += problem->duration[order[i]];
          if ((problem->cast[order[i]] >> a & 1) == 0)
            continue;
          begun = TRUE;
          days += since;
          since = 0;
        }
      cost += days * problem->pay[a];
    }
  return cost;
}

static gboolean
is_problem (const PltTalentProblem *problem)
{
  if (problem->n_scenes == 0 || problem->n_scenes > PLT_TALENT_MAX
      || problem->n_actors > PLT_TALENT_MAX)
    return FALSE;
  for (guint a = 0; a < problem->n_actors; a++)
    if (problem->pay[a] < 0 || problem->pay[a] > G_GINT64_CONSTANT (1000000000000))
      return FALSE;
  return TRUE;
}

gboolean
plt_talent_solve (const PltTalentProblem *problem,
                  const PltTalentOptions *options,
                  PltTalentResult *result)
{
  Joined joined = { .unavoidable = 0 };
  Solver self = { .options = options };
  guint n = 0;

  g_return_val_if_fail (problem != NULL && result != NULL, FALSE);

  if (!is_problem (problem))
    return FALSE;
  self.max_nodes = options != NULL ? options->max_nodes : 0;
  reduce (problem, &self, &joined);
  find_first (&self);
  if (self.best > 0)
    {
      self.table = g_new0 (Entry, (gsize) 1 << TABLE_BITS);
      State state = { .middle = all_scenes (&self) };

      state.free = cast_of (&self, state.middle);
      search (&self, &state, TRUE);
      g_free (self.table);
    }
  for (guint i = 0; i < self.n; i++)
    for (guint k = 0; k < joined.n_scenes[self.best_order[i]]; k++)
      result->order[n++] = joined.scenes[self.best_order[i]][k];
  result->extra = self.best;
  result->cost = joined.unavoidable + self.best;
  result->proven = !self.stopped;
  result->bound = result->proven ? result->cost : joined.unavoidable;
  result->nodes = self.nodes;
  return TRUE;
}
