/* The talent-scheduling problem, solved exactly. Pure.
 *
 * Scenes of whole days are shot one after the other; an actor is paid for every day from his first
 * scene to his last one. Wanted: the order that costs least. It is what is left of a plan de
 * travail when days have no capacity, places no moves and people no diary: a proven answer to a
 * smaller question, and the measure of how good the answer to the real one may be.
 *
 * Formulation: Cheng, Diamond and Lin (1993); de la Banda, Stuckey and Chu (2011); Qin, Zhang, Lim
 * and Liang (2016). Cost = unavoidable part (every actor's own scenes) + extra part (days an actor
 * is held between them). Only the extra part depends on the order.
 *
 * Deterministic: the same problem and options give the same answer, counted in nodes, not seconds.
 * Takes 128 MiB at most. A search that gives up says what it has, and what no order is below.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLT_TALENT_MAX 64 /* scenes, and actors */

/**
 * PltTalentProblem:
 * @n_scenes: at most %PLT_TALENT_MAX
 * @n_actors: at most %PLT_TALENT_MAX
 * @duration: of each scene, in days, 0 or more
 * @pay: of each actor, a day, 0 or more
 * @cast: of each scene: bit a is set when actor a plays in it
 */
typedef struct
{
  guint n_scenes, n_actors;
  guint32 duration[PLT_TALENT_MAX];
  gint64 pay[PLT_TALENT_MAX];
  guint64 cast[PLT_TALENT_MAX];
} PltTalentProblem;

/* How far a search has come: @cost of the best order known, and no order costs less than @bound. */
typedef struct
{
  gint64 cost, bound;
  guint64 nodes;
} PltTalentProgress;

/**
 * PltTalentOptions:
 * @max_nodes: the search gives up after so many, 0 for never
 * @stop: (nullable): told now and then how far the search has come; TRUE gives up
 * @data: for @stop
 */
typedef struct
{
  guint64 max_nodes;
  gboolean (*stop) (const PltTalentProgress *progress, gpointer data);
  gpointer data;
} PltTalentOptions;

/**
 * PltTalentResult:
 * @cost: of @order
 * @extra: the part of @cost that is paid for waiting
 * @bound: no order costs less than this; equals @cost when @proven
 * @proven: no order costs less than @cost
 * @nodes: of the search
 * @order: scenes, first to last
 */
typedef struct
{
  gint64 cost, extra, bound;
  gboolean proven;
  guint64 nodes;
  guint8 order[PLT_TALENT_MAX];
} PltTalentResult;

gint64 plt_talent_cost (const PltTalentProblem *problem, const guint8 *order); /* of an order */
/* @options (nullable). FALSE when @problem is not one: too many scenes or actors, a pay below zero,
 * or a cost for everybody on every day that goes beyond 2^53. */
gboolean plt_talent_solve (const PltTalentProblem *problem,
                           const PltTalentOptions *options,
                           PltTalentResult *result);

/**
 * plt_talent_parse:
 * @text: an instance as MiniZinc data has it: numScenes, numActors, ia, c, d
 *
 * Returns: FALSE with PLT_ERROR_INVALID and a sentence that says what is missing
 */
gboolean plt_talent_parse (const char *text, PltTalentProblem *problem, GError **error);

G_END_DECLS
