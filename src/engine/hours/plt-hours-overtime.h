/* What the hours really cost beyond the contracts, against what the devis foresees, and the lines
 * of the devis that carry the difference. Pure.
 *
 * Of each week that has hours: real = what they are paid, never less than what the contract pays;
 * foreseen = the same of the hours of the plan for the dates that have real hours, where the devis
 * has a line of premiums for that engagement (plt-budget-links.h), else the contract alone. The
 * difference of a sub-post goes to one line for each contribution profile: code "HS-235" for the
 * people of sub-post 235, in sub-post 28 (performers: in 31). It is a line like any other: its
 * contributions, the totals and the plan de trésorerie follow it. Taken again it is set to what the
 * hours say then; without a change nothing is written.
 *
 * Weeks whose pay is not known count nothing and are told of. */
#pragma once

#include "plt-batch.h"
#include "plt-budget.h"
#include "plt-hours.h"

G_BEGIN_DECLS

#define PLT_OVERTIME_CODE "HS-"

/**
 * PltOvertimeLine: a sub-post (@person NULL), or somebody of it
 * @foreseen_minutes, @real_minutes: overtime of all kinds, sixth day included
 * @foreseen, @real: gross; @extra: what goes to the devis
 * @n_unknown: weeks that count nothing
 * @unknown: (nullable): why the first of them does not
 * Of a sub-post:
 * @code: "HS-235", @account: where its line goes, 0: the devis has no such place
 * @line: of the devis, 0; @in_devis: what it says, 0
 */
typedef struct
{
  const PltHoursPerson *person;
  char *code, *name;
  gint64 account, profile, line;
  gint64 foreseen_minutes, real_minutes, worked;
  PltMoney foreseen, real, extra, in_devis;
  guint n_weeks, n_unknown;
  const char *unknown;
} PltOvertimeLine;

/**
 * PltOvertime:
 * @lines: (element-type PltOvertimeLine): each sub-post before its people
 * @last: last date with hours, PLT_DATE_NONE
 */
typedef struct
{
  const PltFacts *facts;
  const PltBudget *budget;
  PltHours *planned;
  GPtrArray *lines;
  PltMoney extra, in_devis;
  guint n_unknown;
  PltDate last;
} PltOvertime;

/* The hours and the budget must outlive it. */
PltOvertime *plt_overtime_new (const PltHours *hours, const PltBudget *budget);
void plt_overtime_free (PltOvertime *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltOvertime, plt_overtime_free)

/* Adds the edits; `n` (out): how many lines are added or changed. FALSE with a sentence when the
 * devis is locked, or when there is none. */
gboolean plt_overtime_apply (const PltOvertime *self, PltBatch *batch, guint *n, GError **error);

G_END_DECLS
