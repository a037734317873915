/* Branch and bound from both ends, with a memory.
 *
 * Scenes are added at the head and at the tail in turn, so that actors are soon anchored on both
 * sides and charged for the whole middle. What head and tail cost does not depend on their order
 * any more, only on their sets; what the middle adds depends on the state alone. So for every
 * state met the least that its middle adds is remembered, as far as it is known: from the bound,
 * then from the search of it.
 *
 * The search is made with rising limits: below half of the best cost known, below three quarters
 * and so on. A search that finds nothing below its limit has proven it: a search that is given up
 * still says what no order can be below, and those before the last are cheap. Each begins with no
 * memory: what a lower limit has taught of the states is so near to that limit that it would hide
 * which of them is the most hopeful, and the order of trying them is worth a factor of two. */
#include "plt-talent-solver.h"

#include <string.h>

#define ASK_EVERY 256
#define MANY 300000 /* nodes after which the last steps are small too */

typedef struct
{
  PltTalentState state;
  gint64 charge;
  gint64 least;   /* charge and what the middle adds */
  guint64 scenes; /* put there together */
} Child;

static gboolean
should_stop (PltTalentSolver *self)
{
  if (self->max_nodes != 0 && self->nodes >= self->max_nodes)
    self->stopped = TRUE;
  else if (self->nodes % ASK_EVERY == 1 && self->options != NULL && self->options->stop != NULL)
    {
      const PltTalentProgress progress = { .cost = self->unavoidable + self->best,
                                           .bound = self->unavoidable + self->proven,
                                           .nodes = self->nodes };

      self->stopped = self->options->stop (&progress, self->options->data);
    }
  return self->stopped;
}

static void
push (PltTalentSolver *self, guint64 scenes, gboolean at_head)
{
  for (; scenes != 0; scenes &= scenes - 1)
    if (at_head)
      self->head[self->n_head++] = (guint8) __builtin_ctzll (scenes);
    else
      self->tail[self->n_tail++] = (guint8) __builtin_ctzll (scenes);
}

static void
pop (PltTalentSolver *self, guint64 scenes, gboolean at_head)
{
  *(at_head ? &self->n_head : &self->n_tail) -= (guint) __builtin_popcountll (scenes);
}

/* The middle in any order completes the answer. */
static void
keep_best (PltTalentSolver *self, guint64 middle, gint64 extra)
{
  guint n = self->n_head;

  self->best = extra;
  self->limit = extra;
  memcpy (self->best_order, self->head, self->n_head);
  for (; middle != 0; middle &= middle - 1)
    self->best_order[n++] = (guint8) __builtin_ctzll (middle);
  for (guint i = 0; i < self->n_tail; i++)
    self->best_order[self->n - 1 - i] = self->tail[i];
}

/* Groups that need not be tried at the end where `here` are anchored.
 *
 * Let s hold everybody who is anchored at this end only. Where it stands next, nobody waits but
 * those who wait in any case. Taking it out of a later place and putting it before t makes nobody
 * come sooner when all its cast is here already or comes with t: so t need not stand next unless s
 * does not either. */
static guint64
find_dominated (const PltTalentGroups *groups, guint64 here)
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

/* What is known of the child, and what the bounds not yet tried add to that. */
static void
weigh (PltTalentSolver *self, Child *child, gint64 extra)
{
  gint64 enough = self->limit - extra - child->charge;
  PltTalentKnown known = plt_talent_table_get (self->table, &child->state);

  if (known.least < enough && known.n_tried < PLT_TALENT_BOUNDS)
    {
      known.least = plt_talent_bound (self, &child->state, known.least, enough, &known.n_tried);
      plt_talent_table_put (self->table, &child->state, &known);
    }
  child->least = child->charge + known.least;
}

static guint
list_children (PltTalentSolver *self,
               const PltTalentState *state,
               gint64 extra,
               gboolean at_head,
               Child *children,
               gint64 *least)
{
  PltTalentGroups groups;
  guint64 dominated;
  guint n = 0;

  plt_talent_find_groups (self, state, &groups);
  dominated = find_dominated (&groups, at_head ? state->at_head : state->at_tail);
  for (guint g = 0; g < groups.n; g++)
    {
      Child child = { .scenes = groups.scenes[g] };
      guint i;

      if (dominated >> g & 1)
        continue;
      child.state = plt_talent_place (self, state, &groups, g, at_head, &child.charge);
      weigh (self, &child, extra);
      if (extra + child.least >= self->limit)
        {
          *least = MIN (*least, child.least);
          continue;
        }
      for (i = n++; i > 0 && child.least < children[i - 1].least; i--)
        children[i] = children[i - 1];
      children[i] = child;
    }
  return n;
}

static void
remember (PltTalentSolver *self, const PltTalentState *state, gint64 least, guint64 nodes)
{
  const PltTalentKnown known = { .least = least, .effort = 64 - (guint) __builtin_clzll (nodes) };

  plt_talent_table_put (self->table, state, &known);
}

/* The least that the middle adds to `extra`, or something that reaches the limit with it. */
static gint64
search (PltTalentSolver *self, const PltTalentState *state, gint64 extra, gboolean at_head)
{
  Child children[PLT_TALENT_MAX];
  guint64 before = self->nodes;
  gint64 least = G_MAXINT64;
  guint n;

  self->nodes++;
  if (should_stop (self))
    return 0;
  if ((state->at_head | state->at_tail | state->free) == 0)
    {
      keep_best (self, state->middle, extra);
      return 0;
    }
  n = list_children (self, state, extra, at_head, children, &least);
  for (guint i = 0; i < n; i++)
    {
      Child *child = &children[i];

      /* a brother may have learnt more of it, and found a better order */
      child->least = MAX (child->least,
                          child->charge + plt_talent_table_get (self->table, &child->state).least);
      if (extra + child->least < self->limit)
        {
          gint64 added;

          push (self, child->scenes, at_head);
          added = search (self, &child->state, extra + child->charge, !at_head);
          pop (self, child->scenes, at_head);
          if (self->stopped)
            return 0;
          child->least = MAX (child->least, child->charge + added);
        }
      least = MIN (least, child->least);
    }
  remember (self, state, least, self->nodes - before);
  return least;
}

/* Halves what is left to prove; the last eighth in one step, but for hard ones. */
static gint64
next_limit (const PltTalentSolver *self)
{
  gint64 gap = self->best - self->proven;

  if (gap > self->best / 7 || (gap > self->best / 28 && self->nodes > MANY))
    return self->proven + MAX (gap / 2, 1);
  return self->best;
}

void
plt_talent_search (PltTalentSolver *self)
{
  const PltTalentState state = plt_talent_begin (self);

  while (self->proven < self->best && !self->stopped)
    {
      gint64 least;

      self->limit = next_limit (self);
      self->table = plt_talent_table_new ();
      least = search (self, &state, 0, TRUE);
      g_clear_pointer (&self->table, plt_talent_table_free);
      if (!self->stopped)
        self->proven = MIN (self->best, MAX (self->limit, least));
    }
}
