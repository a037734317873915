/* What a plan would become if strips were moved: computed by the engines on a copy of the strips,
 * nothing is written. Knows no GTK.
 *
 * PltBoardWhatIf is made when a drag begins: it keeps what the plan costs and finds now. Each
 * target then costs one plan, one budget and one check of the plan. The facts and the state must
 * outlive it. */
#pragma once

#include "plt-board-edit.h"
#include "plt-budget.h"

G_BEGIN_DECLS

/**
 * PltBoardChange:
 * @lane: a lane that would be different
 * @totals: what its head would say
 */
typedef struct
{
  int lane;
  PltBoardTotals totals;
} PltBoardChange;

/**
 * PltBoardPreview:
 * @refusal: (nullable): why it cannot be done; then there is nothing else
 * @changes: (element-type PltBoardChange): days whose head would be different
 * @days: difference in days that hold a séquence
 * @role_days: difference in days worked by roles
 * @cost: difference of the devis in centimes, PLT_UNKNOWN when there is none
 * @total: of the devis, PLT_UNKNOWN when there is none
 * @n_shooting_days: of the plan
 * @problems: (element-type utf8): findings that would appear, gravest first
 * @n_errors: how many of them, at the head, are errors
 * @n_solved: findings that would disappear
 */
typedef struct
{
  char *refusal;
  GPtrArray *changes;
  int days, role_days;
  PltMoney cost, total;
  guint n_shooting_days;
  GPtrArray *problems;
  guint n_errors, n_solved;
} PltBoardPreview;

typedef struct _PltBoardWhatIf PltBoardWhatIf;

PltBoardWhatIf *
plt_board_what_if_new (const PltFacts *facts, const PltBoardState *state, gint64 budget);
void plt_board_what_if_free (PltBoardWhatIf *self);
/* (transfer full) */
PltBoardPreview *plt_board_what_if_move (PltBoardWhatIf *self, const PltBoardMove *move);

void plt_board_preview_free (PltBoardPreview *self);
/* (nullable) */
const PltBoardTotals *plt_board_preview_find (const PltBoardPreview *self, int lane);
/* "+1 role-day · +2 310,00 €": the differences in words, "" when there is none. */
char *plt_board_preview_describe (const PltBoardPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBoardWhatIf, plt_board_what_if_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBoardPreview, plt_board_preview_free)

G_END_DECLS
