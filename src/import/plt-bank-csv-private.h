/* What the parts of the reading of a statement share. */
#pragma once

#include "plt-bank-csv.h"
#include "plt-sheet-number.h"
#include "plt-sheet-words.h"
#include "plt-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_BANK_DATE,           /* of the entry in the books */
  PLT_BANK_OPERATION_DATE, /* of what happened: where the other is missing */
  PLT_BANK_VALUE_DATE,
  PLT_BANK_LABEL,
  PLT_BANK_DETAIL, /* more words: joined to the label; several */
  PLT_BANK_DEBIT,
  PLT_BANK_CREDIT,
  PLT_BANK_AMOUNT,
  PLT_BANK_DIRECTION,
  PLT_BANK_BALANCE,
  PLT_BANK_REFERENCE,
  PLT_BANK_CURRENCY,
  PLT_BANK_ACCOUNT,
  PLT_BANK_N_FIELDS
} PltBankField;

#define PLT_BANK_MAX_DETAILS 4

/* Which column holds what, from 0; -1 for none. */
typedef struct
{
  int columns[PLT_BANK_N_FIELDS];
  int details[PLT_BANK_MAX_DETAILS];
  guint n_details;
  guint row; /* of the sheet's rows: data begin at it */
} PltBankHeader;

gboolean plt_bank_header_read (const PltSheetWords *words,
                               const char *const *given,
                               const PltSheetRow *row,
                               PltBankHeader *header);
/* By what the columns hold; FALSE when that does not tell. */
gboolean plt_bank_header_guess (const PltSheet *sheet, PltBankHeader *header);
char *plt_bank_header_describe (const PltBankHeader *header, const PltSheetRow *titles);

/* Reading of cells. */
gboolean plt_bank_date_read (const PltSheetCell *cell, PltDate *date);
gboolean plt_bank_is_amount (const char *text); /* a number with decimals, or any number signed */

PltBankStatement *plt_bank_statement_new (const char *format);
PltBankRow *plt_bank_statement_add (PltBankStatement *self, guint row); /* (transfer none) */
void plt_bank_row_say (PltBankRow *self, const char *sentence);
/* Order, balances, sums; the last step of every reader. */
void plt_bank_statement_finish (PltBankStatement *self);

gboolean plt_bank_is_ofx (const char *bytes, gsize length);
PltBankStatement *
plt_bank_read_ofx (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
