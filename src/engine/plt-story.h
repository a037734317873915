/* The order of the story, which is not that of the film: story days, costumes and continuity.
 *
 * A séquence names its story day ("J1", "N2", "FB 1998"). Days of the table story_day come in their
 * order; days that only séquences name come after, in the natural order of their names (J1, J2,
 * J10, N1). Within a day the séquences keep the order of the film. */
#pragma once

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

/* (transfer container) (element-type utf8): names of the days, each once, in the order of the
 * story; of the facts. Cut séquences name none. */
GPtrArray *plt_story_days (const PltFacts *facts);
/* (transfer container) (element-type PltSequenceFacts): of a day; "" for those without a day. */
GPtrArray *plt_story_sequences (const PltFacts *facts, const char *day);
/* (transfer container) (element-type PltSequenceFacts): of the whole film in the order of the
 * story, those without a day last; cut ones left out. */
GPtrArray *plt_story_order (const PltFacts *facts);
/* (nullable): the row of the table, NULL for a day that only séquences name */
const PltStoryDayFacts *plt_story_day_find (const PltFacts *facts, const char *day);
/* Adds rows of story_day for the days that only séquences name, after the others; gives how many.
 */
guint plt_story_list_days (const PltFacts *facts, PltBatch *batch);

/**
 * PltCostumeNote:
 * @sequence: where, in the order of the story
 * @occurrence: the role there
 * @costume: its costume as the séquence has it, "" for none
 * @suggestion: what it would be: that of the same story day, of the séquence nearest in it; "" when
 *   there is one already or nothing says so
 */
typedef struct
{
  const PltSequenceFacts *sequence;
  const PltOccurrenceFacts *occurrence;
  const char *costume;
  const char *suggestion;
} PltCostumeNote;

/* (transfer full) (element-type PltCostumeNote): of a role; `order` as plt_story_order() gives it.
 */
GArray *plt_story_costumes (const PltFacts *facts, const GPtrArray *order, gint64 role);
/* Writes the suggestions of a role, or of all roles (0); gives how many. */
guint plt_story_apply_costumes (const PltFacts *facts, gint64 role, PltBatch *batch);
/* The costumes of an occurrence, cut apart: "1, 2A" is 1 and 2A. (transfer full) */
char **plt_story_costume_numbers (const char *costume);

G_END_DECLS
