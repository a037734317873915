/* Amounts of rows, accounts that are not detailed, totals compared. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-devis-csv-private.h"
#include "plt-money.h"

#define ONE 1000000

/* What the rows of an account and of those below it make. */
typedef struct
{
  PltMoney amounts;
  PltMoney beside;  /* charges of these rows */
  PltMoney arrived; /* charges that are sent to it */
  guint n_lines;
  guint n_accounts;      /* rows of accounts strictly below, with an amount */
  guint n_names;         /* rows of the account itself that are not called as it is */
  const char *last_name; /* of these */
  gboolean fed;          /* by the profiles of lines that the sheet has */
} Sum;

typedef struct
{
  PltDevisReading *reading;
  GHashTable *sums; /* account id -> Sum */
  Sum all;
  PltMoney after;
} Checking;

/* Decimal zeros at the end become an exponent, so that the product fits. */
static guint
strip_zeros (unsigned __int128 *value)
{
  guint n = 0;

  for (; *value != 0 && *value % 10 == 0; n++)
    *value /= 10;
  return n;
}

gboolean
plt_devis_multiply (
    gint64 quantity_e6, gint64 duration_e6, gint64 times_e6, gint64 rate, gint64 *out)
{
  const gint64 factors[] = { quantity_e6, duration_e6, times_e6, rate };
  unsigned __int128 product = 1;
  gboolean negative = FALSE;
  int exponent = -18;

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      unsigned __int128 factor = (unsigned __int128) ABS ((__int128) factors[i]);

      if (factor == 0)
        {
          *out = 0;
          return TRUE;
        }
      negative ^= factors[i] < 0;
      exponent += (int) strip_zeros (&factor);
      if (__builtin_mul_overflow (product, factor, &product))
        return FALSE;
      exponent += (int) strip_zeros (&product);
    }
  for (; exponent > 0; exponent--)
    if (__builtin_mul_overflow (product, (unsigned __int128) 10, &product))
      return FALSE;
  for (; exponent < -1 && product != 0; exponent++)
    product /= 10;
  if (exponent < 0)
    product = (product + 5) / 10;
  if (product > (unsigned __int128) G_MAXINT64)
    return FALSE;
  *out = negative ? -(gint64) product : (gint64) product;
  return TRUE;
}

static void
add (PltMoney *sum, PltMoney amount)
{
  if (amount != PLT_UNKNOWN && !plt_money_add (*sum, amount, sum))
    *sum = amount > 0 ? G_MAXINT64 : G_MININT64 + 1;
}

static Sum *
sum_of (Checking *self, const PltAccountFacts *account)
{
  Sum *sum = g_hash_table_lookup (self->sums, PLT_ID_TO_POINTER (account->id));

  if (sum == NULL)
    {
      sum = g_new0 (Sum, 1);
      g_hash_table_insert (self->sums, PLT_ID_TO_POINTER (account->id), sum);
    }
  return sum;
}

/* What the sheet says a line amounts to, or what its parts make. */
static PltMoney
amount_of (const PltDevisRow *row)
{
  gint64 quantity = row->has[PLT_DEVIS_QUANTITY] ? row->e6[PLT_DEVIS_QUANTITY] : ONE;
  gint64 duration = row->has[PLT_DEVIS_DURATION] ? row->e6[PLT_DEVIS_DURATION] : ONE;
  gint64 times = row->has[PLT_DEVIS_TIMES] ? row->e6[PLT_DEVIS_TIMES] : ONE;
  PltMoney amount;

  if (row->said != PLT_UNKNOWN)
    return row->said;
  if (!row->has[PLT_DEVIS_RATE] || row->percent
      || !plt_devis_multiply (quantity, duration, times, row->e6[PLT_DEVIS_RATE], &amount))
    return PLT_UNKNOWN;
  /* the rate is in millionths of euros here, not in centimes */
  return (amount + (amount < 0 ? -5000 : 5000)) / 10000;
}

/* The account that the profile of a line here feeds, and those it is in. */
static void
count_profile (Checking *self, const PltDevisRow *row)
{
  const PltFacts *facts = self->reading->facts;
  const PltProfileFacts *profile
      = row->line != NULL ? PLT_FACTS_FIND (facts->profiles, PltProfileFacts, row->line->profile)
                          : NULL;
  const PltAccountFacts *account
      = profile != NULL ? plt_devis_index_account_by_code (self->reading->index, profile->account)
                        : NULL;

  for (guint depth = 0; account != NULL && depth < 16; depth++)
    {
      sum_of (self, account)->fed = TRUE;
      account = plt_devis_index_parent (self->reading->index, account);
    }
}

static void
count_line (Checking *self, const PltDevisRow *row)
{
  PltMoney amount = amount_of (row);
  const PltAccountFacts *account = row->account;

  count_profile (self, row);
  add (&self->all.amounts, amount);
  add (&self->all.beside, row->charges);
  add (&self->all.arrived, row->target != NULL ? row->charges : 0);
  for (guint depth = 0; account != NULL && depth < 16; depth++)
    {
      Sum *sum = sum_of (self, account);

      add (&sum->amounts, amount);
      add (&sum->beside, row->charges);
      sum->n_lines++;
      account = plt_devis_index_parent (self->reading->index, account);
    }
  account = row->target;
  for (guint depth = 0; account != NULL && depth < 16; depth++)
    {
      add (&sum_of (self, account)->arrived, row->charges);
      account = plt_devis_index_parent (self->reading->index, account);
    }
}

/* A percentage that the devis counts in that account. */
static void
count_within (Checking *self, const PltDevisRow *row)
{
  const PltAccountFacts *account = row->account;

  if (row->said == PLT_UNKNOWN)
    return;
  add (&self->all.amounts, row->said);
  for (guint depth = 0; account != NULL && depth < 16; depth++)
    {
      Sum *sum = sum_of (self, account);

      add (&sum->amounts, row->said);
      sum->n_lines++;
      account = plt_devis_index_parent (self->reading->index, account);
    }
}

static void
count_account (Checking *self, const PltDevisRow *row)
{
  const PltAccountFacts *account = row->account;
  g_autofree char *name = plt_sheet_fold (account->name);
  Sum *sum = sum_of (self, account);

  if (*row->folded != '\0' && strcmp (row->folded, name) != 0
      && g_strcmp0 (sum->last_name, row->folded) != 0)
    {
      sum->n_names++;
      sum->last_name = row->folded;
    }
  for (guint depth = 0; row->said != PLT_UNKNOWN && row->said != 0 && depth < 16; depth++)
    {
      account = plt_devis_index_parent (self->reading->index, account);
      if (account == NULL)
        break;
      sum_of (self, account)->n_accounts++;
    }
}

static void
make_line (Checking *self, PltDevisRow *row, const char *sentence)
{
  row->kind = PLT_ROW_LINE;
  row->line = plt_devis_index_line_of (self->reading->index, row->account, row->folded);
  if (row->line == NULL && *row->folded == '\0')
    row->label = row->account->name;
  if (sentence != NULL)
    plt_devis_say (row->entry, FALSE, sentence);
  count_line (self, row);
}

/* What an account amounts to in the devis that is changed; 0 in a new version, which has only what
 * the sheet has. */
static PltMoney
present_of (const PltDevisReading *self, const PltAccountFacts *account)
{
  PltMoney sum = 0;

  if (self->options->version != NULL)
    return 0;
  if (self->options->account != NULL)
    return self->options->account (self->options->value_data, account->id);
  for (guint i = 0; i < self->facts->lines.n; i++)
    {
      const PltLineFacts *line = &self->facts->lines.items[i];
      const PltAccountFacts *of = plt_devis_index_account (self->index, line->account);

      for (guint depth = 0; of != NULL && of != account && depth < 16; depth++)
        of = plt_devis_index_parent (self->index, of);
      if (of == account)
        add (&sum, plt_devis_value_of (self, line).amount);
    }
  return sum;
}

/* Charges that are counted, but in no line. */
static void
count_beside (Checking *self, const PltAccountFacts *account, PltMoney amount)
{
  add (&self->all.beside, amount);
  for (guint depth = 0; account != NULL && depth < 16; depth++)
    {
      add (&sum_of (self, account)->beside, amount);
      account = plt_devis_index_parent (self->reading->index, account);
    }
}

/* An account without rows below it: one line, unless that would count it twice. */
static void
take_account (Checking *self, PltDevisRow *row)
{
  PltMoney present = present_of (self->reading, row->account);
  const PltLineFacts *line
      = plt_devis_index_line_of (self->reading->index, row->account, row->folded);

  if (sum_of (self, row->account)->fed)
    {
      row->kind = PLT_ROW_OTHER;
      add (&self->reading->plan->contributions, row->said);
      count_beside (self, row->account, row->said);
      plt_devis_say (row->entry, TRUE,
                     _ ("The profiles of its lines count these contributions: the amount of the "
                        "sheet is not added to them."));
    }
  else if (present == row->said)
    {
      row->kind = PLT_ROW_OTHER;
      row->entry->outcome = PLT_DEVIS_AGREES;
      row->entry->amount = present;
      count_beside (self, row->account, present);
    }
  else if (present != 0 && line == NULL)
    {
      row->kind = PLT_ROW_OTHER;
      count_beside (self, row->account, row->said);
      plt_devis_reject (row, _ ("This account has lines here that the sheet does not have: import "
                                "into a new version, or give the lines."));
    }
  else
    make_line (self, row, _ ("Nothing of this account is detailed: its amount becomes one line."));
}

/* The row of an account: lines when several names stand under one code, or when nothing is below.
 */
static void
decide_account (Checking *self, PltDevisRow *row)
{
  const Sum *sum = sum_of (self, row->account);
  g_autofree char *name = plt_sheet_fold (row->account->name);
  gboolean named = *row->folded == '\0' || strcmp (row->folded, name) == 0;

  if (row->said == PLT_UNKNOWN && row->has[PLT_DEVIS_RATE] && sum->n_lines == 0
      && sum->n_accounts == 0)
    make_line (self, row, NULL);
  else if (row->said == PLT_UNKNOWN)
    row->entry->outcome = PLT_DEVIS_HEADING;
  else if (!named && sum->n_names > 1)
    make_line (self, row, NULL);
  else if (row->said != 0 && sum->n_lines == 0 && sum->n_accounts == 0 && sum->arrived != row->said)
    take_account (self, row);
}

/* ---- totals ---- */

static PltMoney
nearest (PltMoney said, const PltMoney *sums, guint n)
{
  PltMoney best = sums[0];

  for (guint i = 1; i < n; i++)
    if (ABS ((__int128) said - sums[i]) < ABS ((__int128) said - best))
      best = sums[i];
  return best;
}

/* `n_plain` of the sums are those to name where none agrees. */
static void
compare (PltDevisRow *row, const PltMoney *sums, guint n, guint n_plain)
{
  g_autofree char *said = NULL, *made = NULL, *gap = NULL, *sentence = NULL;
  PltMoney best = nearest (row->said, sums, n), difference;

  if (best != row->said)
    best = nearest (row->said, sums, n_plain);
  row->entry->amount = best;
  row->entry->outcome = best == row->said ? PLT_DEVIS_AGREES : PLT_DEVIS_DIFFERS;
  if (best == row->said)
    return;
  if (!plt_money_sub (row->said, best, &difference))
    difference = G_MAXINT64;
  said = plt_money_format (row->said);
  made = plt_money_format (best);
  gap = plt_money_format (difference);
  sentence = g_strdup_printf (_ ("The sheet says %s, its rows make %s: a difference of %s."), said,
                              made, gap);
  plt_devis_say (row->entry, TRUE, sentence);
}

static guint
sums_of (const Sum *sum, PltMoney *sums)
{
  sums[0] = sums[1] = sums[2] = sum->amounts;
  add (&sums[1], sum->beside);
  add (&sums[2], sum->arrived);
  return 3;
}

static guint
sums_of_all (const Checking *self, PltMoney *sums)
{
  guint n = sums_of (&self->all, sums);

  for (guint i = 0; i < n; i++)
    {
      sums[n + i] = sums[i];
      add (&sums[n + i], self->after);
    }
  return 2 * n;
}

static void
note_total (Checking *self, const PltDevisRow *row)
{
  if (self->reading->plan->read == PLT_UNKNOWN)
    self->reading->plan->read = row->said;
}

static void
check_row (Checking *self, PltDevisRow *row)
{
  PltMoney sums[9];
  guint n, n_plain = 3; /* without what comes after the posts */

  if (row->said == PLT_UNKNOWN)
    {
      row->entry->outcome = PLT_DEVIS_PASSED;
      return;
    }
  if (row->kind == PLT_ROW_GRAND)
    {
      n = sums_of_all (self, sums);
      note_total (self, row);
    }
  else if (row->kind == PLT_ROW_BARE)
    {
      n = sums_of_all (self, sums);
      if (row->account != NULL)
        n_plain = n += sums_of (sum_of (self, row->account), sums + n);
      if (row->account == NULL || nearest (row->said, sums, n) == sums[0])
        note_total (self, row);
    }
  else
    n = sums_of (sum_of (self, row->account), sums);
  compare (row, sums, n, n_plain);
}

/* Counted: what has an account, whether it can be taken or not: the sheet is compared with itself.
 */
static gboolean
is_counted (const PltDevisRow *row)
{
  return row->kind == PLT_ROW_LINE
         || (row->entry->outcome == PLT_DEVIS_REJECTED && row->kind != PLT_ROW_ACCOUNT);
}

void
plt_devis_check (PltDevisReading *reading)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  Checking self = { .reading = reading, .sums = sums };

  for (guint i = 0; i < reading->rows->len; i++)
    {
      const PltDevisRow *row = reading->rows->pdata[i];

      if (is_counted (row))
        count_line (&self, row);
      else if (row->kind == PLT_ROW_ACCOUNT)
        count_account (&self, row);
      else if (row->kind == PLT_ROW_AFTER && row->account != NULL)
        count_within (&self, row);
      else if (row->kind == PLT_ROW_AFTER)
        add (&self.after, row->said);
    }
  for (guint i = 0; i < reading->rows->len; i++)
    {
      PltDevisRow *row = reading->rows->pdata[i];

      if (row->kind == PLT_ROW_ACCOUNT && row->entry->outcome != PLT_DEVIS_REJECTED)
        decide_account (&self, row);
    }
  for (guint i = 0; i < reading->rows->len; i++)
    {
      PltDevisRow *row = reading->rows->pdata[i];

      if (row->kind == PLT_ROW_TOTAL || row->kind == PLT_ROW_BARE || row->kind == PLT_ROW_GRAND
          || (row->kind == PLT_ROW_ACCOUNT && row->entry->outcome == PLT_DEVIS_PASSED))
        check_row (&self, row);
    }
}
