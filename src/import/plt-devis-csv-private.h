/* What the parts of the reading of a devis share. */
#pragma once

#include "plt-devis-csv.h"
#include "plt-facts.h"
#include "plt-sheet-number.h"
#include "plt-sheet-words.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_DEVIS_CODE,
  PLT_DEVIS_LABEL,
  PLT_DEVIS_QUANTITY,
  PLT_DEVIS_DURATION,
  PLT_DEVIS_TIMES,
  PLT_DEVIS_UNIT,
  PLT_DEVIS_RATE,
  PLT_DEVIS_AMOUNT,
  PLT_DEVIS_CHARGES_RATE,
  PLT_DEVIS_CHARGES,
  PLT_DEVIS_TARGET,
  PLT_DEVIS_TOTAL,
  PLT_DEVIS_NOTE,
  PLT_DEVIS_PHASE,
  PLT_DEVIS_N_FIELDS
} PltDevisField;

/* Which column of a table holds what, from 0; -1 for none. */
typedef struct
{
  int columns[PLT_DEVIS_N_FIELDS];
  guint n;
} PltDevisHeader;

/* ---- words ---- */

gboolean plt_devis_header_read (const PltSheetWords *words,
                                const char *const *given,
                                const PltSheetRow *row,
                                PltDevisHeader *header,
                                GPtrArray *remarks);
/* A header of the columns that were given by number alone; FALSE when they do not make one. */
gboolean plt_devis_header_given (const PltSheetWords *words,
                                 const char *const *given,
                                 PltDevisHeader *header,
                                 GError **error);
gboolean plt_devis_field_find (const PltSheetWords *words, const char *code, PltDevisField *field);

/* ---- finding ---- */

typedef struct
{
  const PltAccountFacts *account; /* of the line too */
  const PltLineFacts *line;
  gboolean by_label;
} PltDevisFound;

typedef struct _PltDevisIndex PltDevisIndex;
PltDevisIndex *plt_devis_index_new (const PltFacts *facts,
                                    const PltSheetWords *words,
                                    gint64 budget,
                                    const char *const *maps,
                                    GError **error);
void plt_devis_index_free (PltDevisIndex *self);
const PltAccountFacts *plt_devis_index_account (const PltDevisIndex *self, gint64 id);
const PltAccountFacts *plt_devis_index_parent (const PltDevisIndex *self,
                                               const PltAccountFacts *account);
gboolean plt_devis_index_has_children (const PltDevisIndex *self, const PltAccountFacts *account);
/* (nullable): by its code alone, in any form */
const PltAccountFacts *plt_devis_index_account_by_code (const PltDevisIndex *self,
                                                        const char *code);
const PltAccountFacts *plt_devis_index_account_by_name (const PltDevisIndex *self,
                                                        const char *folded);
/* (nullable): the line of that account with that label, when there is one only */
const PltLineFacts *plt_devis_index_line_of (const PltDevisIndex *self,
                                             const PltAccountFacts *account,
                                             const char *folded);

/**
 * plt_devis_index_find:
 * @code: as written, "" for none
 * @folded: the label
 * @context: (nullable): the account whose rows are being read
 * @has_amount: a row without one is taken for an account first
 *
 * `found` is left empty when nothing here is called so. Returns: FALSE with the sentence that says
 * between what it cannot choose.
 */
gboolean plt_devis_index_find (const PltDevisIndex *self,
                               const char *code,
                               const char *folded,
                               const PltAccountFacts *context,
                               gboolean has_amount,
                               PltDevisFound *found,
                               char **problem);
/* (nullable): the account that a code nobody has begins with; an account that is a mere post with
 * accounts of its own is none */
const PltAccountFacts *plt_devis_index_prefix (const PltDevisIndex *self, const char *code);

/* ---- rows ---- */

typedef enum
{
  PLT_ROW_LINE,
  PLT_ROW_ACCOUNT, /* with an amount: a subtotal, or a line when nothing is below it */
  PLT_ROW_TOTAL,   /* of an account */
  PLT_ROW_BARE,    /* "Total" alone: of the account or of everything */
  PLT_ROW_GRAND,
  PLT_ROW_AFTER, /* after the nine posts */
  PLT_ROW_OTHER,
} PltDevisRowKind;

typedef struct
{
  PltDevisEntry *entry; /* of the plan */
  PltDevisRowKind kind;
  const PltAccountFacts *account; /* (nullable) */
  const PltLineFacts *line;       /* (nullable) */
  const char *code, *label, *note;
  char *folded; /* label */
  char *unit;   /* (nullable): id, or as written */
  gboolean strange_unit;
  const char *phase; /* (nullable): id */
  gboolean has[PLT_DEVIS_N_FIELDS];
  gint64 e6[PLT_DEVIS_N_FIELDS]; /* numbers; a rate of charges of 1 is 100 % */
  gboolean percent;              /* the rate is written with % */
  const PltAccountFacts *target; /* (nullable): where its charges go */
  gint64 said;                   /* centimes: its amount, or else its total; PLT_UNKNOWN */
  gint64 charges;                /* centimes, 0 */
  const char *column;            /* of budget, of a row after the posts */
} PltDevisRow;

typedef struct
{
  PltStore *store;
  const PltDevisOptions *options;
  PltFacts *facts;
  const PltBudgetFacts *budget;
  PltSheetWords *words;
  PltDevisIndex *index;
  PltDevisPlan *plan;
  GPtrArray *rows;   /* PltDevisRow */
  GHashTable *taken; /* ids of lines that a row stands for */
  PltDecimalSign sign;
  guint n_own_charges; /* lines whose contributions the sheet does not have */
} PltDevisReading;

void plt_devis_row_free (gpointer self);
gboolean plt_devis_rows_read (PltDevisReading *self, const PltSheet *sheet, GError **error);
/* Adds a sentence to what is said of a row. */
void plt_devis_say (PltDevisEntry *entry, gboolean attention, const char *sentence);
void plt_devis_reject (PltDevisRow *row, const char *sentence);
char *plt_devis_account_name (const PltAccountFacts *account); /* "21 Producteurs" */

/* ---- amounts, checks, edits ---- */

/* q × d × t × rate, half up; FALSE beyond 64 bits */
gboolean plt_devis_multiply (
    gint64 quantity_e6, gint64 duration_e6, gint64 times_e6, gint64 rate, gint64 *out);
/* What a line is worth now. */
PltDevisValue plt_devis_value_of (const PltDevisReading *self, const PltLineFacts *line);
/* Accounts without rows below them become lines; then every total is compared with its rows. */
void plt_devis_check (PltDevisReading *self);
/* The numbers of every line, and the batch. */
gboolean plt_devis_write (PltDevisReading *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltDevisIndex, plt_devis_index_free)

G_END_DECLS
