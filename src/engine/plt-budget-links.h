/* Lines of the devis that follow the plan de travail and the engagements: which ones it lacks, and
 * taking up again the link of those that were typed over.
 *
 * A role becomes a line of poste 3: days worked by the plan, paid waiting too when the engagement
 * says so, never less than its guaranteed days. The background becomes one line of people × days.
 * A crew member becomes up to three lines of poste 2 (preparation, shooting, finishing), or fills
 * the line of the template that has the same function; the rate is that of the engagement, else of
 * the pay scale. The premiums of the planned hours become a line of sub-post 28.
 *
 * In which sub-post a role belongs is our own custom: a third of the shooting days or more is a
 * leading role (31), three days or more a second one (32), else a small one (33). */
#pragma once

#include "plt-batch.h"
#include "plt-budget.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_LINK_ROLE,
  PLT_LINK_BACKGROUND,
  PLT_LINK_CREW,
  PLT_LINK_PREMIUMS,
} PltLinkKind;

/**
 * PltBudgetLink: a line that may be added to the devis.
 * @line: of the devis, to be filled; 0: to be made
 * @account: where it goes
 * @duration: formula; @quantity is one too
 * @rate_formula: (nullable): %NULL when nobody knows the rate
 * @amount: what it would cost, PLT_UNKNOWN when it cannot be known
 * @why_not: (nullable): the sentence of its wrong cell
 */
typedef struct
{
  PltLinkKind kind;
  gint64 line, account, role, engagement, profile;
  char *label, *quantity, *duration;
  const char *rate_formula, *unit, *phase, *payee, *scale;
  char *function; /* of the pay scale, "" */
  PltMoney amount;
  char *why_not;
} PltBudgetLink;

/* (transfer full) (element-type PltBudgetLink): what the devis does not follow yet, roles first.
 * `plan` is the one the budget was computed with. */
GPtrArray *
plt_budget_find_links (const PltBudget *budget, const PltPlan *plan, const PltFacts *facts);
/* As edits of a batch. Returns the line, or its handle. */
gint64 plt_budget_add_link (const PltBudget *budget, const PltBudgetLink *link, PltBatch *batch);

/* The code of the sub-post that pays somebody of the crew, by function and department. */
const char *plt_budget_post_of_crew (const PltEngagementFacts *engagement);

/* Makes these lines follow their link again (NULL: all of the budget); returns how many change. */
guint plt_budget_relink (const PltBudget *budget, const gint64 *lines, guint n, PltBatch *batch);
/* Makes the rate of a line follow the pay scale: a function of it, a base, the unit of the line. */
void plt_budget_link_scale (
    gint64 line, const char *function, const char *scale, const char *unit, PltBatch *batch);

G_END_DECLS
