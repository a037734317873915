/* Up to four versions of the devis side by side. Pure.
 *
 * Every version is computed on the same plan. Rows stand in the order of the first version, what
 * only later ones have stands after its neighbour there: post, sub-posts, and below each account
 * its lines, then what else it holds (contributions posted to it, percentages counted in it,
 * transfers), so that in every version an account is the sum of the rows one level below it. Then
 * contributions without an account, the total of the posts, each percentage after the posts, and
 * the total.
 *
 * Accounts are matched by their code. Lines are matched within the account of the same code: by
 * code and label, then by code, then by label, then by role or engagement, then by what is in their
 * cells (a line whose label alone was changed); and each version with the nearest one before it
 * that has the line. A line that has the same code and label in another account has gone there: it
 * is two rows that know each other.
 *
 * Amounts are centimes. A row that a version does not have counts 0 there and has no amount. */
#pragma once

#include "plt-budget.h"

G_BEGIN_DECLS

#define PLT_COMPARE_MAX 4

typedef enum
{
  PLT_COMPARE_ACCOUNT,
  PLT_COMPARE_LINE,
  PLT_COMPARE_CONTRIBUTIONS, /* posted to the account above */
  PLT_COMPARE_WITHIN,        /* percentages counted in the account above */
  PLT_COMPARE_TRANSFERS,     /* received less given by the account above */
  PLT_COMPARE_UNPOSTED,      /* contributions without an account */
  PLT_COMPARE_SUBTOTAL,      /* posts 1 to 9 */
  PLT_COMPARE_PERCENT,       /* after the posts */
  PLT_COMPARE_TOTAL,
} PltCompareKind;

/* What differs between a line of one version and of another. */
typedef enum
{
  PLT_LINE_LABEL = 1 << 0,
  PLT_LINE_QUANTITY = 1 << 1,
  PLT_LINE_DURATION = 1 << 2,
  PLT_LINE_TIMES = 1 << 3,
  PLT_LINE_UNIT = 1 << 4,
  PLT_LINE_RATE = 1 << 5,
  PLT_LINE_MODE = 1 << 6,
  PLT_LINE_PROFILE = 1 << 7,
  PLT_LINE_FORMULA = 1 << 8, /* written otherwise, the same number */
} PltLineChange;

/**
 * PltCompareRow:
 * @level: 1 for a post and for what stands after the posts; a line one more than its account
 * @code: of the account or line
 * @name: of the last version that has it; "" for what is no account nor line
 * @has: whether that version has it
 * @amounts: PLT_UNKNOWN when it is not known, 0 when the version does not have it
 * @incomplete: something in it counts nothing because it is not known
 * @accounts: (nullable): of an account row, and of what else it holds
 * @lines: (nullable): of a line
 * @contributions: of a line: posted elsewhere, not in @amounts
 * @percent: of PLT_COMPARE_PERCENT
 * @parent: index of the account it stands in, G_MAXUINT for none
 * @pair: index of the row of the same line in another account, G_MAXUINT for none
 */
typedef struct
{
  PltCompareKind kind;
  guint level;
  const char *code, *name;
  gboolean has[PLT_COMPARE_MAX];
  PltMoney amounts[PLT_COMPARE_MAX];
  gboolean incomplete[PLT_COMPARE_MAX];
  const PltBudgetAccount *accounts[PLT_COMPARE_MAX];
  const PltBudgetLine *lines[PLT_COMPARE_MAX];
  PltMoney contributions[PLT_COMPARE_MAX];
  PltPercent percent;
  guint parent, pair;
} PltCompareRow;

typedef struct
{
  guint n;
  PltBudget *budgets[PLT_COMPARE_MAX];
  GArray *rows; /* PltCompareRow */
} PltBudgetCompare;

/* (transfer full): `ids` are versions, the first `n` (1 to PLT_COMPARE_MAX) of which are compared;
 * the facts and the plan must outlive it. A version that does not exist is an empty one. */
PltBudgetCompare *
plt_budget_compare_new (const PltFacts *facts, const PltPlan *plan, const gint64 *ids, guint n);
void plt_budget_compare_free (PltBudgetCompare *self);
/* Centimes more in `to` than in `from`; PLT_UNKNOWN when one of them is not known. */
PltMoney plt_compare_change (const PltCompareRow *row, guint from, guint to);
/* The same as a share of `from`, in millionths, half up; PLT_UNKNOWN when `from` is 0 or one is not
 * known. */
gint64 plt_compare_change_e6 (const PltCompareRow *row, guint from, guint to);
/* PltLineChange flags of a line that both versions have, 0 otherwise. */
guint plt_compare_line_changes (const PltCompareRow *row, guint from, guint to);
/* Whether a row is another in `to`: there or not, its amount, or what a line says; not a formula
 * that gives the same number (a locked version has the numbers themselves). */
gboolean plt_compare_differs (const PltCompareRow *row, guint from, guint to);

/* N_() msgid of a row that is no account and no line, its name otherwise. */
const char *plt_compare_title (const PltCompareRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBudgetCompare, plt_budget_compare_free)

G_END_DECLS
