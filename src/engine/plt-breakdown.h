/* The dépouillement as figures and as edits: statistics of the séquences, what belongs to a décor,
 * elements added, merged and found again, numbers of new séquences.
 *
 * A séquence that was cut (status "supprimee") keeps its row and its elements and counts nowhere.
 * Screen time is the préminutage, else the automatic estimate; a séquence without either is counted
 * as untimed, never as zero. Edits are put in a PltBatch, to be applied as one command. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/**
 * PltMeasure:
 * @n: séquences
 * @eighths: pages of what is known
 * @seconds: screen time of what is known
 * @n_untimed: séquences without a screen time
 * @n_unpaged: séquences without a length in pages
 */
typedef struct
{
  guint n;
  gint64 eighths, seconds;
  guint n_untimed, n_unpaged;
} PltMeasure;

#define PLT_N_EFFECT_CLASSES (PLT_EFFECT_DUSK + 1)

/**
 * PltBreakdownStats:
 * @total: the whole film
 * @effects: by PltEffectClass, PLT_EFFECT_NONE for what has no effect yet
 * @night: of the two night classes
 * @outside: of what is played outdoors, or half so
 * @n_sets: décors that are played in; @n_sub_sets: and sous-décors
 * @n_roles: elements of the families of roles that occur
 * @n_with_elements: séquences with at least one element
 */
typedef struct
{
  PltMeasure total;
  PltMeasure effects[PLT_N_EFFECT_CLASSES];
  PltMeasure night;
  PltMeasure outside;
  guint n_sets, n_sub_sets;
  guint n_roles;
  guint n_with_elements;
} PltBreakdownStats;

gboolean plt_sequence_is_cut (const PltSequenceFacts *sequence);
/* A series, or anything whose séquences name episodes all the same. */
gboolean plt_facts_has_episodes (const PltFacts *facts);
void plt_measure_add (PltMeasure *self, const PltSequenceFacts *sequence); /* counts it in */
void plt_breakdown_stats (const PltFacts *facts, PltBreakdownStats *stats);
/* Of the séquences played in that décor or sous-décor, those of its sous-décors included. */
PltMeasure plt_breakdown_measure_set (const PltFacts *facts, gint64 set);
/* `part` of `whole` in thousandths, halves up; 0 when there is no whole. */
guint plt_per_mille (gint64 part, gint64 whole);

/* (transfer container) (element-type PltSequenceFacts): where that element occurs, in order, cut
 * séquences included. */
GPtrArray *plt_breakdown_sequences_of (const PltFacts *facts, gint64 element);
/* (transfer container) (element-type PltOccurrenceFacts): what a séquence has of a category: by
 * number, then by name. */
GPtrArray *plt_breakdown_elements_of (const PltFacts *facts, gint64 sequence, gint64 category);
/* "1, 2, 4": numbers of the roles of a séquence; a role without a number is named. */
char *plt_breakdown_role_numbers (const PltFacts *facts, gint64 sequence);

/**
 * plt_breakdown_add_element:
 * @text: what was typed: "Dockers", or "Dockers x12" for twelve
 *
 * Adds to @batch that the element occurs in the séquence, with what it always brings
 * (plt-element-links.h) and the hazard of its category; a box confirmed empty no longer is. Makes
 * the element when its category has none of that name, whatever case and accents.
 *
 * Returns: FALSE with PLT_ERROR_INVALID for an empty name or no number, PLT_ERROR_CONFLICT when it
 * is in the séquence already
 */
gboolean plt_breakdown_add_element (const PltFacts *facts,
                                    gint64 sequence,
                                    gint64 category,
                                    const char *text,
                                    PltBatch *batch,
                                    GError **error);

/**
 * plt_breakdown_merge_elements:
 * @keep: the element that stays
 * @others: elements that become it
 *
 * Every séquence, engagement, line of the devis and call of the others goes to @keep, then they are
 * deleted. Where both occur in a séquence what @keep does not say (quantity, costume, note) is
 * taken from the other.
 */
void plt_breakdown_merge_elements (
    const PltFacts *facts, gint64 keep, const gint64 *others, guint n_others, PltBatch *batch);

/* (transfer full): a number for a séquence put in after `before` (0: at the head): "12A" after 12,
 * "13" when it is the last one. No séquence has it, cut ones included. `nth` counts from 0 when
 * several are put in at once. */
char *plt_breakdown_number_after (const PltFacts *facts, gint64 before, guint nth);
/* Numbers those séquences one after the other from `first`; FALSE with PLT_ERROR_CONFLICT when
 * another séquence has one of the numbers, or when the numbers are locked. */
gboolean plt_breakdown_renumber (const PltFacts *facts,
                                 const gint64 *sequences,
                                 guint n_sequences,
                                 gint64 first,
                                 PltBatch *batch,
                                 GError **error);

G_END_DECLS
