/* A devis from a spreadsheet, CSV or XLSX, into a devis of the production: planned first, as data
 * to show, then applied as one step of undo or thrown away.
 *
 * Columns are found by their titles (data/referentials/import-devis.tsv), in whatever row they
 * stand; a row of titles further down begins a new table. Rows are found by code, in the forms
 * "21-01", "21.01", "2101", "2.1", or by label without accents and capitals; a code and a label
 * that contradict one another, or a label that several lines have, are refused with a sentence that
 * says how to tell (maps). What is done with each row is in the plan:
 *
 * - the row of a line updates it, or makes a line in the account that its code begins with or that
 *   it stands under;
 * - the row of an account, of a total or of a subtotal is no line: it checks the sum of the rows
 *   below it. Where no row is below it, its amount becomes one line of that account; but not where
 *   the devis that is changed details it, nor where the profiles of its lines count it: that would
 *   be twice;
 * - what comes after the nine posts (frais généraux, imprévus) sets the rate of the devis when it
 *   has one;
 * - a row with a number that cannot be read is rejected whole and kept in the plan.
 *
 * An amount is quantity × duration × times × rate, half up to the centime. When the sheet's own
 * amount differs and is an exact multiple, the multiple becomes the factor; without a rate the
 * amount gives it, or is a lump sum. Each of these is said. A number that a line of the production
 * gets from a formula is left as it is while both agree, and replaced, which is said, when they do
 * not.
 *
 * The charges of a line come from its profile. A new line gets the only profile of the rate that
 * the sheet says; charges that no profile gives are said and not taken: they would be counted twice
 * in post 4. */
#pragma once

#include "plt-batch.h"
#include "plt-sheet.h"
#include "plt-store.h"

G_BEGIN_DECLS

#define PLT_DEVIS_WORDS "import-devis" /* the referential of the words */

/**
 * PltDevisOutcome:
 * @PLT_DEVIS_CREATED: a new line
 * @PLT_DEVIS_UPDATED: a line, or a rate after the nine posts, that changes
 * @PLT_DEVIS_UNCHANGED: a line that says the same
 * @PLT_DEVIS_REJECTED: nothing is done with the row
 * @PLT_DEVIS_AGREES: a total that is the sum of its rows
 * @PLT_DEVIS_DIFFERS: a total that is not
 * @PLT_DEVIS_HEADING: the row of an account without an amount
 * @PLT_DEVIS_PASSED: a row that is no line: titles again, a comment, a cost by minute
 * @PLT_DEVIS_ABSENT: a line of the devis, with an amount, that the sheet does not have; row 0
 */
typedef enum
{
  PLT_DEVIS_CREATED,
  PLT_DEVIS_UPDATED,
  PLT_DEVIS_UNCHANGED,
  PLT_DEVIS_REJECTED,
  PLT_DEVIS_AGREES,
  PLT_DEVIS_DIFFERS,
  PLT_DEVIS_HEADING,
  PLT_DEVIS_PASSED,
  PLT_DEVIS_ABSENT,
} PltDevisOutcome;
#define PLT_DEVIS_N_OUTCOMES 9

/**
 * PltDevisEntry: what becomes of one row.
 * @row: of the sheet, from 1; 0 for a line of the devis
 * @code: of the line or account here, else as written
 * @label: as written
 * @account: code of the account, "" when it has none
 * @line: row of budget_line, 0 when it is new or none
 * @read: centimes the sheet says; PLT_UNKNOWN
 * @amount: centimes the line will have, or the sum that was compared; PLT_UNKNOWN
 * @attention: the message says more than what was done
 * @message: "" or whole sentences, translated
 */
typedef struct
{
  guint row;
  PltDevisOutcome outcome;
  char *code, *label, *account;
  gint64 line;
  gint64 read, amount;
  gboolean attention;
  char *message;
} PltDevisEntry;

/**
 * PltDevisPlan:
 * @sheet: name of the sheet of a workbook, "" for CSV
 * @columns: "Code, Libellé, Montant €": titles that were understood
 * @entries: (element-type PltDevisEntry): in the order of the rows, then absent lines
 * @remarks: (element-type utf8): about the sheet as a whole
 * @n: entries by outcome
 * @read: total of the sheet in centimes, PLT_UNKNOWN when it has none
 * @amount: sum of the lines that are taken from the sheet
 * @refused: sum of the readable amounts of the rejected rows
 * @absent: sum of the absent lines
 * @contributions: that the sheet has beside these lines
 * @charges: those of them that no profile gives
 * @percentages: of the sheet, that the devis counts itself within the posts
 * @budget: row of the devis, or the handle of a new version
 * @batch: does it
 */
typedef struct
{
  char *sheet;
  char *columns;
  GPtrArray *entries;
  GPtrArray *remarks;
  guint n[PLT_DEVIS_N_OUTCOMES];
  gint64 read, amount, refused, absent, contributions, charges, percentages;
  gint64 budget;
  PltBatch *batch;
} PltDevisPlan;

/* What a line of the production is worth now, computed; PLT_UNKNOWN for what is not known. */
typedef struct
{
  gint64 quantity_e6, duration_e6, times_e6;
  gint64 rate, amount; /* centimes */
} PltDevisValue;
typedef gboolean (*PltDevisValueFunc) (gpointer data, gint64 line, PltDevisValue *value);
/* Centimes that an account amounts to now, with all that is below it and what is posted to it. */
typedef gint64 (*PltDevisAccountFunc) (gpointer data, gint64 account);
typedef void (*PltDevisProgressFunc) (gpointer data, guint done, guint all);

/**
 * PltDevisOptions:
 * @budget: the devis; 0 for the production's current one
 * @version: (nullable): name of the new version to be made from it; NULL changes it
 * @sheet: (nullable): name or number of the sheet; NULL takes the one that looks most like a devis
 * @words: content of the referential PLT_DEVIS_WORDS
 * @maps: (nullable): NULL-terminated "CODE OR LABEL OF THE SHEET=CODE HERE"
 * @columns: (nullable): NULL-terminated "DATUM=TITLE" or "DATUM=NUMBER OF THE COLUMN"; the data are
 * the codes of the referential
 * @value: (nullable): without it only plain numbers are known
 * @account: (nullable): without it the lines of an account are all that is known of it
 * @progress: (nullable): called now and then
 */
typedef struct
{
  gint64 budget;
  const char *version;
  const char *sheet;
  const char *words;
  const char *const *maps;
  const char *const *columns;
  PltDevisValueFunc value;
  PltDevisAccountFunc account;
  gpointer value_data;
  GCancellable *cancellable;
  PltDevisProgressFunc progress;
  gpointer progress_data;
} PltDevisOptions;

/**
 * plt_devis_plan:
 *
 * Reads only. Returns: (transfer full): NULL with an error when the sheet is no devis
 */
PltDevisPlan *plt_devis_plan (PltStore *store,
                              const PltSheetBook *book,
                              const PltDevisOptions *options,
                              GError **error);
void plt_devis_plan_free (PltDevisPlan *self);
gboolean plt_devis_plan_is_empty (const PltDevisPlan *self); /* applying it would change nothing */
const char *plt_devis_outcome_title (PltDevisOutcome outcome);     /* "added": translated */
char *plt_devis_outcome_format (PltDevisOutcome outcome, guint n); /* "3 added" */
char *plt_devis_plan_describe (const PltDevisPlan *self);          /* "12 added, 3 as they are" */
char *plt_devis_plan_describe_totals (const PltDevisPlan *self);   /* one or more sentences */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltDevisPlan, plt_devis_plan_free)

G_END_DECLS
