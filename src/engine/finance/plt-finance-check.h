/* A rule that was checked: whether it holds, on what figure, and where it is written. */
#pragma once

#include "plt-issue.h"
#include "plt-referential.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_CHECK_HELD,
  PLT_CHECK_BROKEN,
  PLT_CHECK_UNKNOWN, /* something that it needs is not known */
} PltCheckState;

typedef enum
{
  PLT_CHECK_MONEY,
  PLT_CHECK_RATE,
  PLT_CHECK_COUNT,
  PLT_CHECK_DATE,
} PltCheckUnit;

/**
 * PltFinanceCheck:
 * @rule: static id, "finance.aides-publiques"
 * @label: in French
 * @have: what the plan has, %PLT_UNKNOWN
 * @limit: what it may have at most, or at least; %PLT_UNKNOWN without one
 * @source: (nullable): where that is written
 * @sure: read there
 * @quiet: broken, it is no issue of its own: another says it better
 * @ref: what to change: the door of the finding
 */
typedef struct
{
  const char *rule, *label;
  gint64 have, limit;
  PltCheckUnit unit;
  PltCheckState state;
  const char *source;
  gboolean sure, quiet;
  PltRef ref;
} PltFinanceCheck;

/* "36,6 %", "1 200,00 €", "14/09/2026", "5"; "—" when it is not known. */
char *plt_finance_format_value (PltCheckUnit unit, gint64 value);

G_END_DECLS
