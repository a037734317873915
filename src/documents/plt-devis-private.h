/* What the papers of the devis begin with, and the parts they share.
 *
 * The rows of the detail are known before any of it is written: formulas look ahead. Alive means
 * that the workbook computes the figure again; what cannot be, is its value: figures whose lines or
 * rates are not printed, and names of formulas that a spreadsheet would call a cycle (listed on the
 * sheet of facts, "valeur figée"). */
#pragma once

#include "plt-budget-sheet.h"
#include "plt-contribution-sheet.h"
#include "plt-paper.h"

G_BEGIN_DECLS

#define PLT_DEVIS_NO_REF ((PltRef){ NULL, 0, NULL })
#define PLT_DEVIS_NOWHERE "→ –" /* contributions whose account the devis does not have */
#define PLT_DEVIS_TO_PRICE "à chiffrer"
#define PLT_DEVIS_WRONG "erreur"
#define PLT_DEVIS_TO_FIX "à fixer"
#define PLT_DEVIS_PARTIAL "incomplet" /* a contribution counted one by one has no rate */
#define PLT_DEVIS_DETAIL "Détail"
#define PLT_DEVIS_FACTS "Faits du plan"
#define PLT_DEVIS_RATES "Taux de charges"
#define PLT_DEVIS_VARIABLES "Variables"

typedef enum
{
  PLT_DEVIS_POSTS,
  PLT_DEVIS_ACCOUNTS,
  PLT_DEVIS_LINES,
} PltDevisLevel;

typedef enum
{
  PLT_DEVIS_CODE,
  PLT_DEVIS_LABEL,
  PLT_DEVIS_QUANTITY,
  PLT_DEVIS_DURATION,
  PLT_DEVIS_UNIT,
  PLT_DEVIS_TIMES,
  PLT_DEVIS_RATE,
  PLT_DEVIS_AMOUNT,
  PLT_DEVIS_CHARGES_RATE,
  PLT_DEVIS_CHARGES,
  PLT_DEVIS_TARGET,
  PLT_DEVIS_MODE,
  PLT_DEVIS_PLACE,
  PLT_DEVIS_TOTAL,
  PLT_DEVIS_N_COLUMNS,
} PltDevisColumn;

typedef enum
{
  PLT_DEVIS_ROW_ACCOUNT,
  PLT_DEVIS_ROW_LINE,
  PLT_DEVIS_ROW_TRANSFER,
  PLT_DEVIS_ROW_PERCENT,
  PLT_DEVIS_ROW_UNPOSTED, /* contributions without an account */
} PltDevisRowKind;

/* A row of the detail. */
typedef struct
{
  PltDevisRowKind kind;
  guint row;     /* in its table, the header counted */
  guint account; /* index; of a line, a transfer, a percentage too */
  guint line;    /* index */
  guint end;     /* of an account: the row after the last one below it */
  const PltTransferFacts *transfer;
  PltPercent percent;
} PltDevisRow;

/* Contributions counted one by one: a sheet a profile. */
typedef struct
{
  const PltProfileFacts *profile;
  const PltContributionTable *table;
  char *name;         /* of the sheet */
  GArray *lines;      /* guint: indices */
  GHashTable *rows;   /* index -> row of its sheet */
  guint first_value;  /* row of its first ceiling in the sheet of ceilings */
  guint total_column; /* what the line owes */
} PltDevisDetailed;

typedef struct
{
  PltPaperSource source;
  PltDevisLevel level;
  gboolean all, with_rates, with_variables;
  GArray *rows;             /* PltDevisRow */
  GHashTable *line_rows;    /* line id -> row */
  GHashTable *account_rows; /* account id -> index in rows + 1 */
  GHashTable *named_lines;  /* ids of lines that formulas name */
  GHashTable *named_accounts;
  GHashTable *facts;                /* name as the workbook has it -> row of the sheet of facts */
  GPtrArray *fact_names;            /* of the rows, in their order */
  GArray *fact_values;              /* gint64, millionths */
  GPtrArray *fact_origins;          /* what each is */
  GHashTable *profile_rows;         /* profile id -> row of the sheet of rates */
  GPtrArray *detailed;              /* PltDevisDetailed */
  int columns[PLT_DEVIS_N_COLUMNS]; /* place of each in the table, -1 when it has none */
  guint n_columns;
  gboolean incomplete; /* something in use counts nothing because it is not known */
} PltDevisPaper;

/* ---- plt-devis-source.c ---- */

/* The parameters that the papers of the devis have; "version" is the first. */
#define PLT_DEVIS_VERSION_PARAM                                                                    \
  {                                                                                                \
    "version", N_ ("Version of the budget"), PLT_PARAM_REFERENCE, "budget", NULL, NULL, NULL       \
  }

gboolean
plt_devis_open (PltDevisPaper *self, PltStore *store, const PltParams *params, GError **error);
void plt_devis_close (PltDevisPaper *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PltDevisPaper, plt_devis_close)
/* Finds the rows of the detail, and what its formulas name. */
void plt_devis_prepare (PltDevisPaper *self);
/* An empty paper with title, version and "Devis au ..." at its head. */
PltDocument *
plt_devis_paper_new (const PltDevisPaper *self, const char *title, PltOrientation orientation);
/* The document of a production without a devis. (nullable) (transfer full) */
PltDocument *plt_devis_paper_empty (const PltDevisPaper *self, const char *title);
void plt_devis_add_head (const PltDevisPaper *self, PltDocument *document);
void plt_devis_add_signatures (const PltDevisPaper *self, PltDocument *document);
gboolean plt_devis_is_idle (const PltBudgetLine *line);
/* In use, and counts nothing or not all. */
gboolean plt_devis_is_unknown (const PltDevisPaper *self, guint line);
const PltProfileFacts *plt_devis_profile (const PltDevisPaper *self, guint line);
const PltBudgetLine *plt_devis_line (const PltDevisPaper *self, guint line);
const PltBudgetAccount *plt_devis_account (const PltDevisPaper *self, guint account);
/* The rows of lines are there, and so are their rates: sums of them are alive. */
gboolean plt_devis_is_alive (const PltDevisPaper *self);
/* What a percentage of the devis is called, and what it is counted on. */
const char *plt_devis_percent_title (PltPercent percent);
const char *plt_devis_base_title (const char *base);

/* A row that the total of the posts adds up. */
gboolean plt_devis_is_post (const PltDevisPaper *self, const PltDevisRow *row);
/* A title that says when its total is incomplete, on paper and in the workbook. */
PltDocCell *
plt_devis_add_total_title (const PltDevisPaper *self, PltDocTable *table, const char *title);

/* ---- plt-devis-formulas.c ---- */

/* What stands for a name of a formula; `data` is a PltDevisNaming. */
typedef struct
{
  PltDevisPaper *paper;
  const PltLineFacts *line; /* (nullable): the formula stands in */
  gboolean may_wait;        /* the cell may look at accounts that hold contributions */
} PltDevisNaming;
char *plt_devis_name (gpointer data, const PltBudgetName *name);
/* (transfer full) (nullable): "=..." of a cell of a line or of a global; NULL for its value */
char *plt_devis_line_formula (PltDevisPaper *self, guint line, const char *column);
char *plt_devis_global_formula (PltDevisPaper *self, gint64 global);
/* (nullable) (transfer full): the total of an account, the row of `index` in rows */
char *plt_devis_account_formula (const PltDevisPaper *self, guint index);
/* (nullable) (transfer full): what a percentage within the posts is counted on */
char *plt_devis_base_formula (const PltDevisPaper *self, PltPercent percent);
/* (transfer full): lines and contributions of a mode ("num"), without percentages */
char *plt_devis_mode_formula (const PltDevisPaper *self, PltDevisColumn column, const char *word);
/* (transfer full): a condition that is true while something counts nothing */
char *plt_devis_incomplete_formula (const PltDevisPaper *self);
const char *plt_devis_mode_word (const char *mode);

/* ---- the parts ---- */

void plt_devis_add_recap (PltDevisPaper *self, PltDocument *document, gboolean with_detail);
void plt_devis_add_chart (const PltDevisPaper *self, PltDocument *document);
void plt_devis_add_detail (PltDevisPaper *self, PltDocument *document);
void plt_devis_add_variables (PltDevisPaper *self, PltDocument *document);
void plt_devis_add_workings (PltDevisPaper *self, PltDocument *document);
void plt_devis_warn (const PltDevisPaper *self, PltDocument *document);
void plt_devis_add_notes (const PltDevisPaper *self, PltDocument *document);

G_END_DECLS
