/* Copies of a plan de travail, and its publication.
 *
 * Publishing makes a frozen copy of the working plan: a version of status "publiee" with its days,
 * strips and typed presence, dated, signed, with the version that it replaces and one row of
 * schedule_change for each séquence whose day is another since that one. The working plan stays
 * the production's current one; it goes on under the next free number. */
#pragma once

#include "plt-plan-compare.h"

G_BEGIN_DECLS

/**
 * PltPublication:
 * @number: of the version to publish; 0 for that of the working plan
 * @date: of publication
 * @author: (nullable): who answers for it
 * @reason: (nullable): why the plan was changed, for all that moved
 * @reasons: (nullable) (element-type gint64 utf8): for single séquences, instead of @reason
 */
typedef struct
{
  gint64 number;
  PltDate date;
  const char *author, *reason;
  GHashTable *reasons; /* PLT_ID_TO_POINTER (séquence) -> text */
} PltPublication;

/* Adds a copy of the version with all that it holds, as a draft under the next free number; gives
 * its handle, 0 when there is no such version. */
gint64 plt_plan_copy (const PltFacts *facts, gint64 schedule, PltBatch *batch);
/* Gives the handle of the published version, or 0 with PLT_ERROR_NOT_FOUND, PLT_ERROR_CONFLICT or
 * PLT_ERROR_INVALID and one sentence. */
gint64 plt_plan_publish (const PltFacts *facts,
                         gint64 schedule,
                         const PltPublication *publication,
                         PltBatch *batch,
                         GError **error);
/* Why that version may not be deleted, NULL when it may: it is the current one, it was published,
 * or a call sheet stands on one of its days. (transfer full) (nullable) */
char *plt_plan_keep_reason (const PltFacts *facts, gint64 schedule);
/* The number that plt_plan_publish() gives by itself. */
gint64 plt_plan_next_number (const PltFacts *facts, gint64 schedule);

G_END_DECLS
