/* The model a devis is computed from: cells with their formulas, and the nodes their names lead to.
 */
#pragma once

#include "labour/plt-contribution-table.h"
#include "plt-budget.h"
#include "plt-formula.h"
#include "plt-presence.h"
#include "plt-rates.h"

G_BEGIN_DECLS

#define PLT_BUDGET_ONE G_GINT64_CONSTANT (1000000)

typedef enum
{
  PLT_CELL_QUANTITY,
  PLT_CELL_DURATION,
  PLT_CELL_TIMES,
  PLT_CELL_RATE,
  PLT_N_CELLS,
} PltCellKind;

typedef enum
{
  PLT_NODE_FIXED,   /* of the plan: its value is known */
  PLT_NODE_GLOBAL,  /* index of a global */
  PLT_NODE_LINE,    /* amount of a line, in euros */
  PLT_NODE_COUNT,   /* quantity of a line */
  PLT_NODE_LENGTH,  /* duration of a line */
  PLT_NODE_ACCOUNT, /* total of an account, in euros */
  PLT_NODE_WRONG,   /* a bad name: its sentence is in `error` */
} PltNodeKind;

/* What a name of a formula means. */
typedef struct
{
  PltNodeKind kind;
  guint index;
  gint64 e6;
  PltRef ref;
  char *error;
  gboolean missing; /* the scale has no such rate, at that date or at all */
} PltNode;

/* A formula in its place. A plain number has none. */
typedef struct
{
  PltFormula *formula; /* (nullable) */
  PltNode *nodes;      /* of its refs */
  gint64 number_e6;    /* without a formula */
  char *parse_error;   /* (nullable) */
} PltCell;

typedef enum
{
  PLT_STATE_NEW,
  PLT_STATE_OPEN, /* being computed: met again, it is a cycle */
  PLT_STATE_DONE,
  PLT_STATE_CYCLE, /* of an account: a formula of what is in it names it */
} PltState;

typedef struct
{
  const PltGlobalFacts *global;
  PltCell cell;
  PltState state;
  gint64 e6; /* PLT_UNKNOWN when wrong */
  char *error;
} PltGlobalNode;

typedef struct
{
  PltBudgetLine *result;
  const PltProfileFacts *profile; /* (nullable) */
  PltContributionTable *table;    /* (nullable), borrowed: one by one */
  guint account;                  /* index */
  guint posting;                  /* index of the account of its profile, G_MAXUINT for none */
  PltCell cells[PLT_N_CELLS];
  PltState state;
  PltMode mode;
} PltLineNode;

struct _PltBudgetModel
{
  const PltFacts *facts;
  const PltPlan *plan; /* only while names are looked up */
  PltBudget *result;
  PltDate date;              /* of rates and contributions */
  GPtrArray *globals;        /* PltGlobalNode */
  GPtrArray *lines;          /* PltLineNode, as result->lines */
  GHashTable *global_names;  /* name -> index + 1 */
  GHashTable *line_codes;    /* code -> index + 1 */
  GHashTable *account_codes; /* code -> index + 1 */
  GHashTable *tables;        /* profile id -> PltContributionTable */
  guint *parents;            /* of accounts: index, G_MAXUINT for none */
  PltState *account_states;
  PltRates *rates; /* (nullable): once a formula asked for them; these too: */
  PltLetters *letters;
  PltPresenceTable *presences;
  gint64 background_e6;   /* people x days, PLT_UNKNOWN until asked */
  gboolean with_accounts; /* a formula names an account: totals may be needed early */
};

typedef struct _PltBudgetModel PltBudgetModel;

/* ---- names ---- */

/* What a ref of a formula of that line (nullable: of a global) means. */
void plt_budget_resolve (PltBudgetModel *model,
                         const PltLineFacts *line,
                         const PltFormulaRef *ref,
                         PltNode *node);
/* The element a call is about: the line's own role, or one by its name. NULL with an error in the
 * node; NULL without one: a role that occurs nowhere. */
const PltPresence *plt_budget_find_role (PltBudgetModel *model,
                                         const PltLineFacts *line,
                                         const char *argument,
                                         PltNode *node);
/* TRUE when it is a call about a role or an engagement. */
gboolean plt_budget_resolve_people (PltBudgetModel *model,
                                    const PltLineFacts *line,
                                    const PltFormulaRef *ref,
                                    PltNode *node);
void plt_budget_cell_set (PltBudgetModel *model,
                          PltCell *cell,
                          const PltLineFacts *line,
                          const char *text);
void plt_budget_cell_clear (PltCell *cell);

/* A rate was typed on a line whose formula is still that of its link: it wins. */
gboolean plt_budget_rate_is_typed (const PltLineFacts *line);

/* ---- computing ---- */

void plt_budget_compute (PltBudgetModel *model);
gint64 plt_budget_node_value (PltBudgetModel *model, const PltNode *node, GError **error);
void plt_budget_compute_percents (PltBudgetModel *model);
void plt_budget_saturating_add (PltMoney *total, PltMoney amount);

G_END_DECLS
