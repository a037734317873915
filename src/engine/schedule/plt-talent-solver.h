/* What the parts of the exact core share: the problem made smaller, the bounds, what is remembered
 * of states met before. Only for plt-talent-*.c and their tests. */
#pragma once

#include "plt-talent.h"

G_BEGIN_DECLS

#define PLT_TALENT_LATTICE 9 /* actors whose order of leaving is looked into together */
#define PLT_TALENT_BOUNDS 5  /* there are */

/**
 * PltTalentState:
 * @middle: scenes still to place, between those put at the head and those put at the tail
 * @at_head: actors of both the head and the middle, not of the tail
 * @at_tail: actors of both the tail and the middle, not of the head
 * @free: actors of the middle alone
 *
 * Who is of the head and of the tail waits through all of the middle whatever its order: that is
 * charged when it comes about, and he is in none of the sets. What the middle still costs depends
 * on nothing but these four.
 */
typedef struct
{
  guint64 middle, at_head, at_tail, free;
} PltTalentState;

/* Scenes of the middle that say the same of the actors of the state stand together in some best
 * order: one group each. */
typedef struct
{
  guint64 cast[PLT_TALENT_MAX];
  guint64 scenes[PLT_TALENT_MAX];
  gint64 duration[PLT_TALENT_MAX];
  guint64 others[PLT_TALENT_MAX]; /* cast of all the other groups together */
  guint n;
} PltTalentGroups;

typedef struct
{
  gint64 cost[PLT_TALENT_LATTICE][1 << PLT_TALENT_LATTICE];
  gint64 cheapest[1 << PLT_TALENT_LATTICE];
  gint64 least[1 << PLT_TALENT_LATTICE];
  guint64 waiting[1 << PLT_TALENT_LATTICE];
  guint16 sets[1 << PLT_TALENT_LATTICE];
} PltTalentScratch;

typedef struct _PltTalentTable PltTalentTable;

typedef struct
{
  guint n, m;                     /* joined scenes and actors */
  guint64 cast[PLT_TALENT_MAX];   /* of a scene */
  guint64 scenes[PLT_TALENT_MAX]; /* of an actor */
  gint64 duration[PLT_TALENT_MAX];
  gint64 pay[PLT_TALENT_MAX];
  gint64 pay_sums[8][256];      /* of eight actors */
  gint64 duration_sums[8][256]; /* of eight scenes */
  gint64 unavoidable;

  guint8 joined[PLT_TALENT_MAX][PLT_TALENT_MAX]; /* scenes of each joined one */
  guint n_joined[PLT_TALENT_MAX];

  gint64 best; /* extra part of the best order known */
  guint8 best_order[PLT_TALENT_MAX];
  guint8 head[PLT_TALENT_MAX], tail[PLT_TALENT_MAX];
  guint n_head, n_tail;

  gint64 limit;  /* what costs so much or more is of no interest now */
  gint64 proven; /* no order has less extra */
  PltTalentTable *table;
  guint64 nodes, max_nodes;
  gboolean stopped;
  const PltTalentOptions *options;
  PltTalentScratch scratch;
} PltTalentSolver;

static inline gint64
plt_talent_pay_of (const PltTalentSolver *self, guint64 actors)
{
  gint64 sum = self->pay_sums[0][actors & 0xff] + self->pay_sums[1][actors >> 8 & 0xff];

  actors >>= 16;
  for (guint i = 2; actors != 0; i++, actors >>= 8)
    sum += self->pay_sums[i][actors & 0xff];
  return sum;
}

static inline gint64
plt_talent_duration_of (const PltTalentSolver *self, guint64 scenes)
{
  gint64 sum = 0;

  for (guint i = 0; scenes != 0; i++, scenes >>= 8)
    sum += self->duration_sums[i][scenes & 0xff];
  return sum;
}

static inline guint64
plt_talent_bits (guint n)
{
  return n == 64 ? G_MAXUINT64 : (G_GUINT64_CONSTANT (1) << n) - 1;
}

/* plt-talent-reduce.c: fills in all of @self up to n_joined; @self is zero. */
void plt_talent_reduce (PltTalentSolver *self, const PltTalentProblem *problem);
/* plt-talent-first.c: fills in best and best_order. */
void plt_talent_find_first (PltTalentSolver *self);

/* plt-talent-bound.c */
PltTalentState plt_talent_begin (const PltTalentSolver *self); /* nothing placed */
void plt_talent_find_groups (const PltTalentSolver *self,
                             const PltTalentState *state,
                             PltTalentGroups *groups);
/* The state after group @g stands next at that end; @charge is what is then sure to be paid. */
PltTalentState plt_talent_place (const PltTalentSolver *self,
                                 const PltTalentState *from,
                                 const PltTalentGroups *groups,
                                 guint g,
                                 gboolean at_head,
                                 gint64 *charge);
/* The least that the middle of @state may add: the greatest of @known and of PLT_TALENT_BOUNDS
 * bounds, of which the first @n_tried were tried before. Stops at @enough. */
gint64 plt_talent_bound (PltTalentSolver *self,
                         const PltTalentState *state,
                         gint64 known,
                         gint64 enough,
                         guint *n_tried);

/**
 * PltTalentKnown:
 * @least: no order of the middle adds less
 * @n_tried: bounds that were tried to know it
 * @effort: of searching it, the logarithm of nodes; 0 when it was not searched
 */
typedef struct
{
  gint64 least;
  guint n_tried, effort;
} PltTalentKnown;

/* plt-talent-table.c: what is known of states, as much as a bounded table holds. */
PltTalentTable *plt_talent_table_new (void);
void plt_talent_table_free (PltTalentTable *self);
/* All 0 when nothing is known. */
PltTalentKnown plt_talent_table_get (const PltTalentTable *self, const PltTalentState *state);
/* Adds to what is known, or forgets something less dear for it. At least one bound or node. */
void plt_talent_table_put (PltTalentTable *self,
                           const PltTalentState *state,
                           const PltTalentKnown *known);

/* plt-talent-search.c: betters best and proven until they meet or the caller has had enough. */
void plt_talent_search (PltTalentSolver *self);

G_END_DECLS
