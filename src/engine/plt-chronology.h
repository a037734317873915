/* What changes the order of the story (plt-story.h): séquences put on a day, days named, dated in
 * words and moved. A day that only séquences name gets its row when its place matters. Edits are
 * put in a PltBatch, to be applied as one command. */
#pragma once

#include "plt-story.h"

G_BEGIN_DECLS

/**
 * PltStoryGroup:
 * @name: of the day; "" for what has none
 * @day: (nullable): its row
 * @sequences: (element-type PltSequenceFacts): in the order of the film, borrowed
 */
typedef struct
{
  const char *name;
  const PltStoryDayFacts *day;
  GPtrArray *sequences;
} PltStoryGroup;

/* (transfer full) (element-type PltStoryGroup): what has no day first, when there is any, because
 * it is what is left to do; then the days in the order of the story, those without séquences too.
 * The facts have to live longer. */
GPtrArray *plt_chronology_new (const PltFacts *facts);

/**
 * plt_chronology_place:
 * @name: of the day, as typed; "" takes the séquences out of theirs
 *
 * Puts séquences on a day of the story; a day nobody named before gets its row, at the end. The
 * name is spelt as it is already.
 */
void plt_chronology_place (const PltFacts *facts,
                           const gint64 *sequences,
                           guint n_sequences,
                           const char *name,
                           PltBatch *batch);

/**
 * plt_chronology_rename:
 *
 * The day and all its séquences get the new name.
 *
 * Returns: FALSE with PLT_ERROR_INVALID for an empty name, PLT_ERROR_CONFLICT when another day has
 * it
 */
gboolean plt_chronology_rename (
    const PltFacts *facts, const char *from, const char *to, PltBatch *batch, GError **error);
/* When the day is in the story: "the next morning". */
void plt_chronology_set_moment (const PltFacts *facts,
                                const char *name,
                                const char *moment,
                                PltBatch *batch);
/* Puts a day before what is now the day at `place` (the group without a day not counted); the
 * number of days puts it last. Every day gets its row by that. */
void plt_chronology_move (const PltFacts *facts, const char *name, guint place, PltBatch *batch);

G_END_DECLS
