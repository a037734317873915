/* A statement of a bank account, in the CSV or XLSX that any French bank lets its customers
 * download, or in OFX: read first, as data to show, then compared with what the production has
 * already, then written as one step of undo into the table bank_entry.
 *
 * The row of titles is looked for among the lines that banks write before it; columns are known by
 * their titles (data/referentials/import-banque.tsv). A file without titles is read when one column
 * alone holds dates, one amounts and one words. Dates as 12/05/2026, 12/05/26, 2026-05-12, with or
 * without a time, or the day numbers of a spreadsheet. Amounts in one signed column, in two columns
 * debit and credit, whatever sign is written there, or in one column beside its direction; euros
 * alone, to the centime.
 *
 * Positive: received. Negative: paid.
 *
 * A row is read, or passed over (a balance, a total, titles again), or rejected with a sentence
 * that says why: nothing is left out in silence. A row that holds a label alone goes on with the
 * one before it. Where the bank writes its balance, each balance has to be the one before it and
 * the amount; the order of the file, oldest or newest first, is the one in which most are.
 *
 * A row is known already when the production has as many of the same account, date, amount, label
 * and reference. The same day and amount under another label is taken, and said. */
#pragma once

#include <gio/gio.h>

#include "plt-batch.h"
#include "plt-facts.h"

G_BEGIN_DECLS

#define PLT_BANK_WORDS "import-banque" /* the referential of the words */
#define PLT_BANK_MAX_LABEL 300         /* signs of a label or a reference that are kept */

/**
 * PltBankOutcome:
 * @PLT_BANK_NEW: is or will be an entry
 * @PLT_BANK_KNOWN: the production has it
 * @PLT_BANK_REJECTED: an entry that cannot be read
 * @PLT_BANK_PASSED: no entry
 */
typedef enum
{
  PLT_BANK_NEW,
  PLT_BANK_KNOWN,
  PLT_BANK_REJECTED,
  PLT_BANK_PASSED,
} PltBankOutcome;
#define PLT_BANK_N_OUTCOMES 4

/**
 * PltBankRow:
 * @row: of the file, from 1
 * @account: as the row says, "" when it says none
 * @amount: centimes, PLT_UNKNOWN when it was not read
 * @balance: after it, PLT_UNKNOWN
 * @attention: the message says more than what was done
 * @message: "" or whole sentences, translated
 * @like: (nullable): of a new row: another label that the production has that day, of that amount
 */
typedef struct
{
  guint row;
  PltBankOutcome outcome;
  PltDate date, value_date;
  char *account, *label, *reference;
  PltMoney amount, balance;
  gboolean attention;
  char *message;
  char *like;
} PltBankRow;

/**
 * PltBankStatement:
 * @format: "CSV", "XLSX", "OFX"; static
 * @sheet: name of the sheet of a workbook, else ""
 * @columns: "Date, Libellé, Débit": titles that were understood
 * @account: that the head of the file says, ""
 * @rows: (element-type PltBankRow): in the order of time, those without a date where they stand
 * @remarks: (element-type utf8): about the statement as a whole
 * @opening, @closing: balances the file says, PLT_UNKNOWN
 * @n: rows by outcome
 * @first, @last: dates of the rows that were read, PLT_DATE_NONE
 * @in, @out: sums of the new rows; @out is negative
 * @batch: (nullable): writes the new rows; of plt_bank_statement_plan()
 */
typedef struct
{
  const char *format;
  char *sheet, *columns, *account;
  GPtrArray *rows, *remarks;
  PltMoney opening, closing;
  guint n[PLT_BANK_N_OUTCOMES];
  PltDate first, last;
  PltMoney in, out;
  PltBatch *batch;
} PltBankStatement;

/**
 * PltBankOptions:
 * @words: content of the referential PLT_BANK_WORDS
 * @sheet: (nullable): name or number of the sheet; NULL takes the one with most entries
 * @columns: (nullable): NULL-terminated "DATUM=TITLE" or "DATUM=NUMBER OF THE COLUMN"; the data are
 * the codes of the referential
 */
typedef struct
{
  const char *words;
  const char *sheet;
  const char *const *columns;
  GCancellable *cancellable;
} PltBankOptions;

/**
 * plt_bank_read:
 * @name: of the file, for the sentences
 *
 * Thread-safe. Returns: (transfer full): NULL with an error when the file is no statement
 */
PltBankStatement *plt_bank_read (const char *bytes,
                                 gsize length,
                                 const char *name,
                                 const PltBankOptions *options,
                                 GError **error);
void plt_bank_statement_free (PltBankStatement *self);

/**
 * plt_bank_statement_plan:
 * @account: (nullable): name of the account for all rows; NULL takes what the rows, then the head
 * of the file, then the production says when it has one account only
 *
 * Says of each row whether the production has it, and makes the batch. May be called again.
 * Returns: FALSE with PLT_ERROR_CONFLICT when the file has several accounts and one is given
 */
gboolean plt_bank_statement_plan (PltBankStatement *self,
                                  const PltFacts *facts,
                                  const char *account,
                                  GError **error);
/* (transfer full): the account that plt_bank_statement_plan() takes for rows that say none; "" */
char *plt_bank_statement_account (const PltBankStatement *self, const PltFacts *facts);
char *plt_bank_row_describe (const PltBankRow *row); /* (transfer full): "" or sentences */

const char *plt_bank_outcome_title (PltBankOutcome outcome);         /* "new": translated */
char *plt_bank_outcome_format (PltBankOutcome outcome, guint n);     /* "3 new" */
char *plt_bank_statement_describe (const PltBankStatement *self);    /* "12 new, 3 known" */
char *plt_bank_statement_describe_totals (const PltBankStatement *); /* sentences */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltBankStatement, plt_bank_statement_free)

G_END_DECLS
