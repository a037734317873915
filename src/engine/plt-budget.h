/* The devis computed: lines, contributions, accounts, posts, totals.
 *
 * amount of a line = quantity × duration × rate, rounded half up to the centime once, at the end.
 * contributions of a line = amount × employer rate of its profile, rounded half up; posted to the
 * account of the profile (poste 4). Overheads (frais généraux) and contingency (imprévus) = rate ×
 * total of posts 1 to 9, rounded half up. A line with an unknown rate, a wrong formula or a profile
 * without rate counts nothing and is an issue: nothing is guessed.
 *
 * Names for formulas: the globals of the budget, and of the plan de travail jours_tournage,
 * semaines_tournage (weeks of 5 days begun), nuits, sequences, decors, minutage (minutes), pages,
 * figurants (people × days); jours(role) and semaines(role) for the line's own role, jours("NORA")
 * for a role by name. */
#pragma once

#include "plt-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const PltLineFacts *line;
  gint64 quantity_e6, duration_e6; /* PLT_UNKNOWN when wrong */
  PltMoney amount;                 /* PLT_UNKNOWN when it cannot be known */
  PltMoney contributions;          /* 0 without a profile */
  gboolean linked;                 /* its numbers come from the plan or from globals */
  char *error;                     /* (nullable): one sentence */
} PltBudgetLine;

typedef struct
{
  const PltAccountFacts *account;
  guint level;            /* 1 = post */
  guint n_lines;          /* below it, at any depth */
  PltMoney lines;         /* its own lines */
  PltMoney contributions; /* posted to it */
  PltMoney total;         /* with everything below */
} PltBudgetAccount;

typedef struct
{
  const PltBudgetFacts *budget; /* NULL when there is none */
  GPtrArray *lines;             /* PltBudgetLine, in the order of the accounts, then of the lines */
  GPtrArray
      *accounts; /* PltBudgetAccount, in the order of the template, children after their parent */
  GHashTable *line_index;    /* line id -> PltBudgetLine */
  GHashTable *account_index; /* account id -> PltBudgetAccount */
  PltMoney subtotal;         /* posts 1 to 9 */
  PltMoney overheads, contingency;
  PltMoney total;
  PltMoney unposted; /* contributions whose profile names an account the budget does not have; in
                        the subtotal */
} PltBudget;

PltBudget *plt_budget_new (const PltFacts *facts,
                           gint64 budget,
                           const PltPlan *plan); /* 0: the production's current one */
void plt_budget_free (PltBudget *self);
const PltBudgetLine *plt_budget_find_line (const PltBudget *self, gint64 line);
const PltBudgetAccount *plt_budget_find_account (const PltBudget *self, gint64 account);
/* What a formula gives in that devis, in the line it stands in (nullable: as a variable's). */
gboolean plt_budget_eval (const PltFacts *facts,
                          const PltPlan *plan,
                          gint64 budget,
                          const PltLineFacts *line,
                          const char *formula,
                          gint64 *e6,
                          GError **error);
guint plt_account_post (const PltFacts *facts,
                        const PltAccountFacts *account); /* 1..9, 0 after the posts */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBudget, plt_budget_free)

G_END_DECLS
