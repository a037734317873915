/* Which financeurs the production may ask: each criterion met, not met or unknown, with the reason
 * in French and where to say what is missing; a note; the next deadline. Pure.
 *
 * What is unknown never counts as met. The note is the part of the criteria that are met, a
 * mandatory one weighing two and another one, in hundredths; it compares schemes and promises
 * nothing. What only the producer knows ("a-dire") is answered by a row of `parameter` named
 * plt_eligibility_parameter(), of value "oui" or "non".
 *
 * Places: the postcodes of the locations of the décors that séquences are played in. Broadcasters
 * and distributors: the sources of their group; only "confirme" and "acquis" are engagements. */
#pragma once

#include "plt-budget.h"
#include "plt-funding-catalogue.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_CRITERION_UNKNOWN,
  PLT_CRITERION_MET,
  PLT_CRITERION_FAILED,
} PltCriterionState;

/**
 * PltStanding: what the criteria amount to
 * @PLT_STANDING_OPEN: every mandatory criterion is met
 * @PLT_STANDING_INCOMPLETE: none has failed, some are unknown
 * @PLT_STANDING_CLOSED: one has failed
 */
typedef enum
{
  PLT_STANDING_OPEN,
  PLT_STANDING_INCOMPLETE,
  PLT_STANDING_CLOSED,
} PltStanding;

/**
 * PltCriterionResult:
 * @reason: (owned): in French: what it is now, what is missing
 * @ref: where it is entered; its table is %NULL where there is no place
 */
typedef struct
{
  const PltCriterion *criterion;
  PltCriterionState state;
  char *reason;
  PltRef ref;
} PltCriterionResult;

/**
 * PltEligibility: one scheme for this production
 * @note: 0 to 100
 * @deadline: the next one, %PLT_DATE_NONE
 * @days_left: to it, -1 without one
 * @application: (nullable): the last one made for it
 * @closed_reason: (nullable): that of the first mandatory criterion that failed
 */
typedef struct
{
  const PltScheme *scheme;
  GArray *results; /* PltCriterionResult */
  PltStanding standing;
  guint note, n_met, n_failed, n_unknown;
  PltDate deadline;
  gint64 days_left;
  const PltApplicationFacts *application;
  const char *closed_reason;
} PltEligibility;

/* (transfer full) (element-type PltEligibility): open ones first, then incomplete, then closed; by
 * note, then as the catalogue has them. `today` PLT_DATE_NONE: no deadlines, and whether shooting
 * has begun is not known. */
GPtrArray *plt_eligibility_list (const PltFacts *facts,
                                 const PltPlan *plan,
                                 const PltBudget *budget,
                                 const PltFundingCatalogue *catalogue,
                                 PltDate today);
/* (nullable): that of the scheme in the list */
const PltEligibility *plt_eligibility_find (const GPtrArray *list, const char *code);
const char *plt_standing_title (PltStanding standing); /* static, French */
/* (transfer full): "financeur.sud-long.3" */
char *plt_eligibility_parameter (const PltScheme *scheme, const PltCriterion *criterion);

G_END_DECLS
