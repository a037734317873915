/* The tree of décors as edits: a décor becomes part of another one, a part becomes a décor of its
 * own, two décors become one.
 *
 * The tree has two levels: a décor, and the sous-décors it has. A séquence names both (`set`,
 * `sub_set`), and the sous-décor it names belongs to the décor it names: every edit here keeps that
 * so. Nothing of a séquence is lost but the name of the décor that goes. Edits are put in a
 * PltBatch, to be applied as one command. */
#pragma once

#include "plt-breakdown.h"

G_BEGIN_DECLS

/**
 * plt_sets_move:
 * @parent: the décor it becomes a part of; 0: a décor of its own
 *
 * Its séquences go with it.
 *
 * Returns: FALSE with PLT_ERROR_INVALID when @parent is a sous-décor or @set has sous-décors of its
 * own, PLT_ERROR_CONFLICT when there is one of that name already (merge them then)
 */
gboolean
plt_sets_move (const PltFacts *facts, gint64 set, gint64 parent, PltBatch *batch, GError **error);

/**
 * plt_sets_merge:
 * @keep: the décor or sous-décor that stays
 * @others: those that become it
 *
 * Séquences of the others are played in @keep; their sous-décors become those of @keep, or the one
 * of the same name. A location or a note that @keep does not have is taken from the first other
 * that has one.
 *
 * Returns: FALSE with PLT_ERROR_INVALID when a décor that has sous-décors would become a sous-décor
 */
gboolean plt_sets_merge (const PltFacts *facts,
                         gint64 keep,
                         const gint64 *others,
                         guint n_others,
                         PltBatch *batch,
                         GError **error);

/* (transfer full): "I/J 3 · I/N 1": the effects of the séquences played in that décor or
 * sous-décor, those of its sous-décors included, in the order they come in; "" without any. */
char *plt_sets_effects (const PltFacts *facts, gint64 set);
/* Of those séquences the ones of that effect ("I/J"); set 0: of the whole film. */
PltMeasure plt_sets_measure_effect (const PltFacts *facts, gint64 set, const char *code);
/* (transfer container) (element-type utf8): the effects of the film, each once, in the order they
 * come in; "" for what has none yet comes last. */
GPtrArray *plt_sets_codes (const PltFacts *facts);

G_END_DECLS
