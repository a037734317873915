/* The devis computed: lines, contributions, accounts, posts, percentages, totals.
 *
 * amount of a line = quantity × duration × times × rate, rounded half up to the centime once, at
 * the end. Contributions of a line by its profile: with the overall rate = amount × rate, half up,
 * posted to the account of the profile; one by one = plt-contribution-table.h on the wage of one
 * person, times the people, posted to the sub-posts that the contributions name (poste 4). A
 * transfer takes its amount from one account and gives it to another.
 *
 * Percentages (overheads, contingency, producer, financial costs): rate × base, half up. One that
 * is counted within the posts (it names an account) is part of its own base: a producer at 5 % of
 * posts 1 to 9 is 5 % of a sum that holds him, so that base = rest / (1 − the rates within it).
 * None is counted on one that stands after the posts: "numeraire" is the cash of posts 1 to 9.
 *
 * A rate that is typed on a line whose rate formula is that of its link is typed over it, and wins.
 *
 * A line of which there is nothing (a factor of zero) costs nothing, whatever its rate.
 *
 * A line with an unknown rate, a wrong formula or a profile without rate counts nothing, is an
 * issue on its cell, and makes the totals above it incomplete: nothing is guessed, nothing is
 * silently zero.
 *
 * Names for formulas: the globals of the budget (SEM_TOURNAGE), and of the plan de travail
 * jours_tournage, semaines_tournage (weeks of 5 days begun), nuits, sequences, decors, minutage
 * (minutes), pages, figurants (people × days). Functions: jours(role), semaines(role),
 * attente(role) for the line's own role or jours("NORA") by name; semaines(preparation),
 * semaines(tournage), semaines(finitions); payes(role) days worked and paid waiting by the day out
 * of days, essayages(role), repetitions(role), voyages(role), postsynchro(role); of the line's
 * engagement or of somebody by name preparation(engagement), tournage(engagement) and
 * finitions(engagement) in the unit of the line, tarif(engagement) and majorations(engagement) in
 * euros, majorations(fonction) over the whole plan (plt-crew.h); figurants(J2) on one day; bareme:
 * the rate of the line's function in the pay scale, in its unit, at the date of the budget (else of
 * the first shooting day), and bareme("Scripte") of another one (plt-rates.h); ligne("21-01")
 * amount, in euros; nombre("21-01") and duree("21-01") of another line; compte("23") what its lines
 * and the contributions of profiles that name it come to, in euros: before transfers and
 * percentages, and one-by-one contributions whole at the account of their profile.
 *
 * Formulas are parsed once; plt_budget_recompute() runs them all again. */
#pragma once

#include "plt-plan.h"

G_BEGIN_DECLS

typedef struct
{
  const PltLineFacts *line;
  gint64 quantity_e6, duration_e6, times_e6; /* PLT_UNKNOWN when wrong */
  PltMoney rate;                             /* PLT_UNKNOWN when it is missing or wrong */
  PltMoney amount;                           /* PLT_UNKNOWN when it cannot be known */
  PltMoney contributions;                    /* 0 without a profile */
  gboolean linked;                           /* its numbers come from the plan or from globals */
  gboolean overridden;                       /* a number was typed over what its link says */
  gboolean no_contribution_rate; /* its profile has no rate: the contributions are not all there */
  char *error;                   /* (nullable): one sentence */
  const char *error_rule;        /* (nullable): what is wrong, as plt_check_budget() names it */
  const char *error_column; /* (nullable): of the line: "quantity" .. "rate_cents", "profile" */
} PltBudgetLine;

typedef struct
{
  const PltAccountFacts *account;
  guint level;            /* 1 = post */
  guint n_lines;          /* below it, at any depth */
  PltMoney lines;         /* its own lines */
  PltMoney contributions; /* posted to it */
  PltMoney percentages;   /* producer, financial costs: those that name it */
  PltMoney transfers;     /* received less given */
  PltMoney total;         /* with everything below */
  gboolean incomplete;    /* something below it counts nothing because it is not known */
} PltBudgetAccount;

typedef enum
{
  PLT_PERCENT_OVERHEADS,
  PLT_PERCENT_CONTINGENCY,
  PLT_PERCENT_PRODUCER,
  PLT_PERCENT_FINANCIAL,
  PLT_N_PERCENTS,
} PltPercent;

/**
 * PltBudgetPercent:
 * @rate_e6: PLT_UNKNOWN when none was given
 * @base: what it was counted on
 * @amount: 0 without a rate
 * @account: (nullable): within the posts, there
 * @wrong: it cannot be counted (all of a sum that holds it, or beyond 64 bits): 0, and the total is
 * incomplete
 */
typedef struct
{
  gint64 rate_e6;
  PltMoney base, amount;
  const PltAccountFacts *account;
  const char *base_id, *mode;
  gboolean wrong;
} PltBudgetPercent;

typedef enum
{
  PLT_MODE_CASH,
  PLT_MODE_IN_KIND,
  PLT_MODE_PARTICIPATION,
  PLT_N_MODES,
} PltMode;

typedef struct
{
  const PltBudgetFacts *budget; /* NULL when there is none */
  GPtrArray *lines;             /* PltBudgetLine, in the order of the accounts, then of the lines */
  GPtrArray
      *accounts; /* PltBudgetAccount, in the order of the template, children after their parent */
  GHashTable *line_index;    /* line id -> PltBudgetLine */
  GHashTable *account_index; /* account id -> PltBudgetAccount */
  PltBudgetPercent percents[PLT_N_PERCENTS];
  PltMoney subtotal; /* posts 1 to 9 */
  PltMoney overheads, contingency;
  PltMoney total;
  PltMoney by_mode[PLT_N_MODES]; /* of the total, contributions with their line */
  PltMoney abroad;               /* of the lines, contributions included */
  PltMoney unposted; /* contributions whose profile names an account the budget does not have; in
                        the subtotal */
  guint n_wrong;     /* lines and globals that count nothing because they are not known */
  gboolean incomplete;
  struct _PltBudgetModel *model; /* what it is computed from */
} PltBudget;

PltBudget *plt_budget_new (const PltFacts *facts,
                           gint64 budget,
                           const PltPlan *plan); /* 0: the production's current one */
void plt_budget_free (PltBudget *self);
void plt_budget_recompute (PltBudget *self);
const PltBudgetLine *plt_budget_find_line (const PltBudget *self, gint64 line);
const PltBudgetAccount *plt_budget_find_account (const PltBudget *self, gint64 account);
/* (nullable): by its code */
const PltBudgetAccount *plt_budget_account_by_code (const PltBudget *self, const char *code);
/* What a formula gives in that devis, in the line it stands in (nullable: as a variable's). */
gboolean plt_budget_eval (const PltFacts *facts,
                          const PltPlan *plan,
                          gint64 budget,
                          const PltLineFacts *line,
                          const char *formula,
                          gint64 *e6,
                          GError **error);
/* What of the contributions of a line, by its place in `lines`, is posted to that account; account
 * 0: what no account of the budget takes. */
PltMoney plt_budget_posted (const PltBudget *self, guint line, gint64 account);
/* The same in a devis that is computed already; its plan must still be there. */
gboolean plt_budget_value (const PltBudget *self,
                           const PltLineFacts *line,
                           const char *formula,
                           gint64 *e6,
                           GError **error);
/* Value of a global, and FALSE with the sentence it would get. */
gboolean
plt_budget_global (const PltBudget *self, gint64 global, gint64 *e6, const char **error_text);

/**
 * plt_budget_try:
 * @cell: a formula of a line (quantity, duration, times, rate_formula) or the value of a global
 * @text: what might stand there
 *
 * Computes the devis as if it did, until plt_budget_recompute() or the next try: the figures of
 * @self are those of the try. Every other cell stays as it is parsed.
 *
 * Returns: FALSE with the sentence the cell would get
 */
gboolean plt_budget_try (PltBudget *self, PltRef cell, const char *text, GError **error);

/**
 * PltBudgetOrigin: one name of a formula, where it comes from.
 * @name: as written
 * @e6: its value, PLT_UNKNOWN when it has none
 * @ref: what it is: a global, a line, an account, a role, the plan
 */
typedef struct
{
  char *name;
  gint64 e6;
  PltRef ref;
} PltBudgetOrigin;

/* (transfer full) (element-type PltBudgetOrigin): the names in a cell of a line or of a global, in
 * their order; empty for a plain number. */
GArray *plt_budget_origins (const PltBudget *self, PltRef cell);

/* The day whose rates and contributions a devis is counted with: its own, else the first shooting
 * day; PLT_DATE_NONE when neither is known. */
PltDate plt_budget_date (const PltBudget *self);

guint plt_account_post (const PltFacts *facts,
                        const PltAccountFacts *account); /* 1..9, 0 after the posts */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBudget, plt_budget_free)

G_END_DECLS
