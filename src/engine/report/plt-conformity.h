/* The conformity grid: every séquence that was shot against length, art charter, technical charter
 * and accessibility.
 *
 * Somebody judges; of the length the grid says what follows from the figures: the useful length of
 * all days against the pré-minutage, within the tolerance of the referential "minutage" (usage).
 * Unknown stays unknown. */
#pragma once

#include "plt-batch.h"
#include "plt-report.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_CONFORMITY_LENGTH,
  PLT_CONFORMITY_ART,
  PLT_CONFORMITY_TECHNIQUE,
  PLT_CONFORMITY_ACCESS,
  PLT_N_CRITERIA,
} PltCriterion;

/**
 * PltConformityRow:
 * @state: PltReportState of the séquence as a whole: complete or partly
 * @useful: of all days, PLT_UNKNOWN when none is known; @excess: beyond the pré-minutage,
 *   negative when shorter
 * @within: the length is within the tolerance; only where @judged
 * @checks: (nullable): the row for each criterion
 */
typedef struct
{
  const PltSequenceFacts *sequence;
  gboolean complete;
  gint64 seconds, useful, excess;
  gboolean judged, within;
  const PltConformityFacts *checks[PLT_N_CRITERIA];
} PltConformityRow;

/* (transfer full) (element-type PltConformityRow): séquences shot, whole or in part, in the order
 * of the film. */
GArray *plt_conformity_new (const PltReportBook *book);
/* Thousandths of the pré-minutage, PLT_UNKNOWN without the referential. */
gint64 plt_conformity_tolerance (const PltFacts *facts);

/* Puts the state of that cell in the batch; "" takes the row away. */
void plt_conformity_set (const PltFacts *facts,
                         gint64 sequence,
                         PltCriterion criterion,
                         const char *state,
                         PltDate date,
                         const char *author,
                         PltBatch *batch);
/* (nullable): the row of that cell */
const PltConformityFacts *
plt_conformity_find (const PltFacts *facts, gint64 sequence, PltCriterion criterion);

G_END_DECLS
