/* What the middle adds at least: the greatest of some bounds, each valid by itself.
 *
 * 1. Each end apart (Cheng, Diamond and Lin 1993; Qin et al. 2016). Take the actors anchored at the
 *    head in the order in which they leave: each has waited through all scenes that need one who
 *    left before and not him. The least sum over all orders is found over subsets of the actors, in
 *    groups of at most GROUP. The same at the tail, the other way round; the two sums add up, for
 *    they are the waiting of different actors.
 *
 * 2. Head against tail. Take the actors of the head and the free ones, "leavers", in the order of
 *    their last scenes. While the set X of them is still to leave, whoever left has no scene to
 *    come: all of those are shot, and everybody who plays in them has come. So there are on the
 *    place, whatever the order of scenes: leavers of the head in X; leavers anchored nowhere in X
 *    who met one who left; actors of the tail who met one who left. A scene shot meanwhile pays for
 *    all of these but its own cast. It is shot before the first of its own leavers leaves, that is
 *    in some X' that holds the X of that moment: it pays at least the cheapest of these X'. Every
 *    scene is charged when its first leaver leaves, those without one the cheapest of all X'; the
 *    least over all orders of leaving is again found over subsets.
 *
 * 3. Tail against head: 2 in the mirror.
 *
 * Where more actors may leave than are looked at together, the cheaper of them are not counted:
 * leaving an actor out makes no order dearer. FEW are looked at first, which is often enough. */
#include "plt-talent-solver.h"

#include <string.h>

#define GROUP 9
#define FEW 5

PltTalentState
plt_talent_begin (const PltTalentSolver *self)
{
  PltTalentState state = { .middle = plt_talent_bits (self->n) };

  state.free = self->m == 0 ? 0 : plt_talent_bits (self->m);
  return state;
}

void
plt_talent_find_groups (const PltTalentSolver *self,
                        const PltTalentState *state,
                        PltTalentGroups *groups)
{
  guint64 open = state->at_head | state->at_tail | state->free;
  guint64 seen = 0;

  groups->n = 0;
  for (guint64 middle = state->middle; middle != 0; middle &= middle - 1)
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

/* What actors who are on both sides wait. */
static gint64
waiting_of (const PltTalentSolver *self, guint64 actors, guint64 middle)
{
  gint64 total = plt_talent_duration_of (self, middle), waiting = 0;

  for (; actors != 0; actors &= actors - 1)
    {
      guint a = (guint) __builtin_ctzll (actors);

      waiting += self->pay[a] * (total - plt_talent_duration_of (self, middle & self->scenes[a]));
    }
  return waiting;
}

PltTalentState
plt_talent_place (const PltTalentSolver *self,
                  const PltTalentState *from,
                  const PltTalentGroups *groups,
                  guint g,
                  gboolean at_head,
                  gint64 *charge)
{
  guint64 here = at_head ? from->at_head : from->at_tail;
  guint64 there = at_head ? from->at_tail : from->at_head;
  guint64 cast = groups->cast[g];
  guint64 left = groups->others[g];
  guint64 held = cast & there; /* on both sides from now on */
  PltTalentState to = { .middle = from->middle & ~groups->scenes[g] };

  *charge = groups->duration[g] * plt_talent_pay_of (self, here & ~cast)
            + waiting_of (self, held, to.middle);
  here = (here | cast) & left & ~there;
  there = there & left & ~held;
  to.at_head = at_head ? here : there;
  to.at_tail = at_head ? there : here;
  to.free = from->free & left & ~cast;
  return to;
}

/* ---- each end apart ---- */

static gint64
bound_of_some (const PltTalentSolver *self,
               const guint8 *actors,
               guint k,
               const PltTalentGroups *groups)
{
  gint64 within[1 << GROUP], least[1 << GROUP];
  guint n_sets = 1u << k;
  gint64 total = 0;

  /* days of the scenes whose actors, of these, are all within a set */
  memset (within, 0, n_sets * sizeof within[0]);
  for (guint g = 0; g < groups->n; g++)
    {
      guint set = 0;

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
bound_of_side (const PltTalentSolver *self, guint64 anchored, const PltTalentGroups *groups)
{
  guint8 actors[PLT_TALENT_MAX];
  guint n = 0;
  gint64 bound = 0;

  for (; anchored != 0; anchored &= anchored - 1)
    actors[n++] = (guint8) __builtin_ctzll (anchored);
  while (n > 1)
    {
      guint k = n <= GROUP ? n : MIN (n / 2 + n % 2, GROUP);

      bound += bound_of_some (self, actors + n - k, k, groups);
      n -= k;
    }
  return bound;
}

/* ---- one end against the other ---- */

typedef struct
{
  guint k;
  guint8 actor[PLT_TALENT_LATTICE];
  guint64 met[PLT_TALENT_LATTICE]; /* who plays with him */
} Leavers;

/* As many as there may be `most` of, the dearest first. */
static void
add_leavers (const PltTalentSolver *self, Leavers *leavers, guint64 actors, guint most)
{
  guint8 dearest[PLT_TALENT_MAX];
  guint n = 0;

  for (; actors != 0; actors &= actors - 1)
    {
      guint a = (guint) __builtin_ctzll (actors), i;

      for (i = n++; i > 0 && self->pay[a] > self->pay[dearest[i - 1]]; i--)
        dearest[i] = dearest[i - 1];
      dearest[i] = (guint8) a;
    }
  for (guint i = 0; i < n && leavers->k < most; i++)
    leavers->actor[leavers->k++] = dearest[i];
}

/* Who is on the place while a set of leavers is still to leave, for all sets. */
static void
find_waiting (PltTalentSolver *self, const Leavers *leavers, guint64 here, guint64 there)
{
  guint64 *waiting = self->scratch.waiting;
  guint full = (1u << leavers->k) - 1;
  guint64 counted = there;

  for (guint i = 0; i < leavers->k; i++)
    counted |= G_GUINT64_CONSTANT (1) << leavers->actor[i];
  waiting[full] = here & counted;
  for (guint set = full; set-- > 0;)
    {
      guint i = (guint) __builtin_ctz (full & ~set);

      /* one who left stays in his own met, and so in all smaller sets' until taken out below */
      waiting[set] = waiting[set | 1u << i] | leavers->met[i];
    }
  for (guint set = 0; set <= full; set++)
    {
      guint64 left = 0;

      for (guint gone = full & ~set; gone != 0; gone &= gone - 1)
        left |= G_GUINT64_CONSTANT (1) << leavers->actor[__builtin_ctz (gone)];
      waiting[set] &= counted & ~left;
    }
}

/* Charges a group at the leaving of its leavers `own`; returns the cheapest of all moments. */
static gint64
charge_group (PltTalentSolver *self, guint full, guint own, guint64 cast, gint64 duration)
{
  PltTalentScratch *scratch = &self->scratch;
  gint64 *cheapest = scratch->cheapest;
  guint16 *sets = scratch->sets;
  guint n = 1;

  /* those that hold `own`, each with its supersets after it: bit by bit */
  sets[0] = (guint16) own;
  for (guint rest = full & ~own; rest != 0; rest &= rest - 1, n *= 2)
    for (guint i = 0; i < n; i++)
      sets[n + i] = (guint16) (sets[i] | (rest & -rest));
  for (guint i = 0; i < n; i++)
    cheapest[i] = plt_talent_pay_of (self, scratch->waiting[sets[i]] & ~cast);
  for (guint half = 1; half < n; half *= 2)
    for (guint i = 0; i < n; i += 2 * half)
      for (guint j = i; j < i + half; j++)
        cheapest[j] = MIN (cheapest[j], cheapest[j + half]);
  for (guint i = 0; i < n; i++)
    cheapest[i] *= duration;
  for (guint rest = own; rest != 0; rest &= rest - 1)
    {
      gint64 *cost = scratch->cost[__builtin_ctz (rest)];

      for (guint i = 0; i < n; i++)
        cost[sets[i]] += cheapest[i];
    }
  return cheapest[0];
}

static gint64
bound_of_leaving (PltTalentSolver *self,
                  const PltTalentGroups *groups,
                  guint64 here,
                  guint64 there,
                  guint64 free,
                  guint most)
{
  PltTalentScratch *scratch = &self->scratch;
  Leavers leavers = { .k = 0 };
  guint own[PLT_TALENT_MAX];
  guint full;
  gint64 total = 0;

  add_leavers (self, &leavers, here, most);
  add_leavers (self, &leavers, free, most);
  full = (1u << leavers.k) - 1;
  for (guint g = 0; g < groups->n; g++)
    {
      own[g] = 0;
      for (guint i = 0; i < leavers.k; i++)
        if (groups->cast[g] >> leavers.actor[i] & 1)
          {
            own[g] |= 1u << i;
            leavers.met[i] |= groups->cast[g];
          }
    }
  find_waiting (self, &leavers, here, there);
  for (guint i = 0; i < leavers.k; i++)
    memset (scratch->cost[i], 0, (full + 1) * sizeof scratch->cost[i][0]);
  for (guint g = 0; g < groups->n; g++)
    {
      gint64 cheapest = charge_group (self, full, own[g], groups->cast[g], groups->duration[g]);

      total += own[g] == 0 ? cheapest : 0;
    }
  scratch->least[full] = 0;
  for (guint set = full; set-- > 0;)
    {
      gint64 least = G_MAXINT64;

      for (guint gone = full & ~set; gone != 0; gone &= gone - 1)
        {
          guint before = set | (gone & -gone);

          least = MIN (least, scratch->least[before] + scratch->cost[__builtin_ctz (gone)][before]);
        }
      scratch->least[set] = least;
    }
  return total + scratch->least[0];
}

gint64
plt_talent_bound (
    PltTalentSolver *self, const PltTalentState *state, gint64 known, gint64 enough, guint *n_tried)
{
  gboolean turned = __builtin_popcountll (state->at_head) > __builtin_popcountll (state->at_tail);
  guint64 here = turned ? state->at_tail : state->at_head;
  guint64 there = turned ? state->at_head : state->at_tail;
  guint64 free = state->free;
  PltTalentGroups groups;

  plt_talent_find_groups (self, state, &groups);
  for (; known < enough && *n_tried < PLT_TALENT_BOUNDS; ++*n_tried)
    {
      gint64 bound = 0;

      if (*n_tried == 0)
        bound = bound_of_side (self, here, &groups) + bound_of_side (self, there, &groups);
      else if (*n_tried == 1)
        bound = bound_of_leaving (self, &groups, here, there, free, FEW);
      else if (*n_tried == 2)
        bound = bound_of_leaving (self, &groups, there, here, free, FEW);
      else if (*n_tried == 3 && __builtin_popcountll (here | free) > FEW)
        bound = bound_of_leaving (self, &groups, here, there, free, PLT_TALENT_LATTICE);
      else if (*n_tried == 4 && __builtin_popcountll (there | free) > FEW)
        bound = bound_of_leaving (self, &groups, there, here, free, PLT_TALENT_LATTICE);
      known = MAX (known, bound);
    }
  return known;
}
