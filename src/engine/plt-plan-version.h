/* Versions of the plan de travail: which are frozen, which one a word names, which one replaces
 * which.
 *
 * A version of status "publiee" or "archivee" is frozen: it is what people were given, and its days
 * and strips are never changed again. The production goes on with a version of status "brouillon",
 * its working plan. */
#pragma once

#include "plt-facts.h"

G_BEGIN_DECLS

/* Whether the days and strips of that version may no longer be changed; FALSE when there is none.
 */
gboolean plt_schedule_is_frozen (const PltFacts *facts, gint64 schedule);
/* (transfer full): the sentence that refuses a change of a frozen version */
char *plt_schedule_frozen_sentence (const PltScheduleFacts *schedule);

/**
 * PltScheduleWord: what a number alone means.
 * @PLT_SCHEDULE_WORD_ID: the id of the row, as parameters of papers keep it
 * @PLT_SCHEDULE_WORD_VERSION: the version, then the id, as people type it
 */
typedef enum
{
  PLT_SCHEDULE_WORD_ID,
  PLT_SCHEDULE_WORD_VERSION,
} PltScheduleWord;

/* (nullable): the version that `word` names: "v3", "#12" (its id), a number, or a name without
 * regard to case and accents; PLT_ERROR_NOT_FOUND when there is none, PLT_ERROR_CONFLICT when
 * several have that name. */
const PltScheduleFacts *plt_schedule_find (const PltFacts *facts,
                                           const char *word,
                                           PltScheduleWord meaning,
                                           GError **error);
/* (nullable): the published or archived version of the highest number, `but` (an id) left out */
const PltScheduleFacts *plt_schedule_last_published (const PltFacts *facts, gint64 but);
/* (nullable): the version that it replaces */
const PltScheduleFacts *plt_schedule_replaced (const PltFacts *facts,
                                               const PltScheduleFacts *schedule);
gint64 plt_schedule_number (const PltScheduleFacts *schedule); /* its version, 1 when not known */

G_END_DECLS
