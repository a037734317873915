#include "plt-bank-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-bank-csv-private.h"
#include "plt-error.h"
#include "plt-money.h"
#include "plt-text.h"

/* ---- the statement ---- */

static void
row_free (gpointer data)
{
  PltBankRow *self = data;

  g_free (self->account);
  g_free (self->label);
  g_free (self->reference);
  g_free (self->message);
  g_free (self->like);
  g_free (self);
}

PltBankStatement *
plt_bank_statement_new (const char *format)
{
  PltBankStatement *self = g_new0 (PltBankStatement, 1);

  self->format = format;
  self->sheet = g_strdup ("");
  self->columns = g_strdup ("");
  self->account = g_strdup ("");
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->remarks = g_ptr_array_new_with_free_func (g_free);
  self->opening = self->closing = PLT_UNKNOWN;
  self->first = self->last = PLT_DATE_NONE;
  return self;
}

void
plt_bank_statement_free (PltBankStatement *self)
{
  g_free (self->sheet);
  g_free (self->columns);
  g_free (self->account);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->remarks);
  g_clear_pointer (&self->batch, plt_batch_free);
  g_free (self);
}

PltBankRow *
plt_bank_statement_add (PltBankStatement *self, guint row)
{
  PltBankRow *entry = g_new0 (PltBankRow, 1);

  entry->row = row;
  entry->date = entry->value_date = PLT_DATE_NONE;
  entry->amount = entry->balance = PLT_UNKNOWN;
  entry->account = g_strdup ("");
  entry->label = g_strdup ("");
  entry->reference = g_strdup ("");
  entry->message = g_strdup ("");
  g_ptr_array_add (self->rows, entry);
  return entry;
}

void
plt_bank_row_say (PltBankRow *self, const char *sentence)
{
  char *joined = g_strconcat (self->message, *self->message != '\0' ? " " : "", sentence, NULL);

  g_free (self->message);
  self->message = joined;
}

static gboolean
is_read (const PltBankRow *row)
{
  return row->outcome == PLT_BANK_NEW || row->outcome == PLT_BANK_KNOWN;
}

/* ---- order and balances ---- */

/* How many balances are not the one before and the amount, read downwards or upwards. */
static guint
count_breaks (const PltBankStatement *self, gboolean upwards, guint *n_checked)
{
  PltMoney before = PLT_UNKNOWN;
  guint n = 0;

  *n_checked = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltBankRow *row = self->rows->pdata[upwards ? self->rows->len - 1 - i : i];
      PltMoney due;

      if (row->outcome == PLT_BANK_PASSED)
        continue;
      if (row->outcome == PLT_BANK_NEW && row->balance != PLT_UNKNOWN && before != PLT_UNKNOWN
          && plt_money_add (before, row->amount, &due))
        {
          (*n_checked)++;
          n += due != row->balance;
        }
      before = row->outcome == PLT_BANK_NEW ? row->balance : PLT_UNKNOWN;
    }
  return n;
}

static void
find_dates (PltBankStatement *self, PltDate *top, PltDate *bottom)
{
  *top = *bottom = PLT_DATE_NONE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltBankRow *row = self->rows->pdata[i];

      if (row->outcome != PLT_BANK_NEW)
        continue;
      if (*top == PLT_DATE_NONE)
        *top = row->date;
      *bottom = row->date;
      if (self->first == PLT_DATE_NONE || row->date < self->first)
        self->first = row->date;
      if (self->last == PLT_DATE_NONE || row->date > self->last)
        self->last = row->date;
    }
}

static void
put_in_order (PltBankStatement *self)
{
  PltDate top, bottom;
  guint n_checked, down = count_breaks (self, FALSE, &n_checked);
  guint up = count_breaks (self, TRUE, &n_checked);

  find_dates (self, &top, &bottom);
  if (n_checked > 0 && down != up ? up > down : top <= bottom)
    return;
  for (guint i = 0, j = self->rows->len; i + 1 < j; i++)
    {
      gpointer swapped = self->rows->pdata[i];

      self->rows->pdata[i] = self->rows->pdata[--j];
      self->rows->pdata[j] = swapped;
    }
}

static void
say_break (PltBankRow *row, PltMoney due)
{
  g_autofree char *written = plt_money_format (row->balance);
  g_autofree char *counted = plt_money_format (due);
  g_autofree char *sentence
      = g_strdup_printf (_ ("The balance written is %s; the one before and this amount make %s: an "
                            "entry is missing before it, or an amount is wrong."),
                         written, counted);

  row->attention = TRUE;
  plt_bank_row_say (row, sentence);
}

/* The balance of each row against the one before; the sum against those of the head. */
static void
check_balances (PltBankStatement *self)
{
  guint n_checked, n = count_breaks (self, FALSE, &n_checked);
  PltMoney before = self->opening, due;

  if (n_checked > 0 && n * 2 > n_checked)
    {
      g_ptr_array_add (self->remarks,
                       g_strdup (_ ("The column of balances does not follow the entries: it was "
                                    "not checked.")));
      for (guint i = 0; i < self->rows->len; i++)
        ((PltBankRow *) self->rows->pdata[i])->balance = PLT_UNKNOWN;
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      PltBankRow *row = self->rows->pdata[i];

      if (row->outcome == PLT_BANK_PASSED)
        continue;
      if (row->outcome == PLT_BANK_NEW && row->balance != PLT_UNKNOWN && before != PLT_UNKNOWN
          && plt_money_add (before, row->amount, &due) && due != row->balance)
        say_break (row, due);
      before = row->outcome == PLT_BANK_NEW ? row->balance : PLT_UNKNOWN;
    }
}

static void
check_sum (PltBankStatement *self)
{
  PltMoney sum = self->opening;
  gboolean fine = TRUE;
  g_autofree char *due = NULL, *written = NULL;

  if (self->opening == PLT_UNKNOWN || self->closing == PLT_UNKNOWN)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltBankRow *row = self->rows->pdata[i];

      if (row->outcome == PLT_BANK_NEW)
        fine = fine && plt_money_add (sum, row->amount, &sum);
    }
  if (!fine || sum == self->closing)
    return;
  due = plt_money_format (sum);
  written = plt_money_format (self->closing);
  g_ptr_array_add (self->remarks,
                   g_strdup_printf (_ ("The opening balance and the entries make %s; the file says "
                                       "%s at the end: an entry is missing or was not read."),
                                    due, written));
}

static void
count (PltBankStatement *self)
{
  memset (self->n, 0, sizeof self->n);
  for (guint i = 0; i < self->rows->len; i++)
    self->n[((const PltBankRow *) self->rows->pdata[i])->outcome]++;
}

void
plt_bank_statement_finish (PltBankStatement *self)
{
  put_in_order (self);
  check_balances (self);
  check_sum (self);
  count (self);
}

/* ---- what the production has ---- */

static char *
key_of (const char *account, PltDate date, PltMoney amount)
{
  return g_strdup_printf ("%s\037%d\037%" G_GINT64_FORMAT, account, date, amount);
}

static char *
full_key_of (const char *key, const char *label, const char *reference)
{
  g_autofree char *folded = plt_text_fold (label);
  g_autofree char *squeezed = plt_text_squeeze (folded);

  return g_strdup_printf ("%s\037%s\037%s", key, squeezed, reference);
}

static void
add_to (GHashTable *table, const char *key, gpointer value)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), list);
    }
  g_ptr_array_add (list, value);
}

/* The entry that is taken counts once. */
static const PltBankFacts *
take (GHashTable *table, const char *key, GHashTable *taken)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_hash_table_add (taken, list->pdata[i]))
      return list->pdata[i];
  return NULL;
}

char *
plt_bank_statement_account (const PltBankStatement *self, const PltFacts *facts)
{
  const char *only = "";

  g_return_val_if_fail (self != NULL && facts != NULL, NULL);

  if (*self->account != '\0')
    return g_strdup (self->account);
  for (guint i = 0; i < facts->bank.n; i++)
    {
      const char *account = facts->bank.items[i].bank_account;

      if (*only != '\0' && strcmp (only, account) != 0)
        return g_strdup ("");
      only = account;
    }
  return g_strdup (only);
}

/* The accounts that the rows say, when there are several. */
static gboolean
has_several_accounts (const PltBankStatement *self)
{
  const char *only = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltBankRow *row = self->rows->pdata[i];

      if (!is_read (row) || *row->account == '\0')
        continue;
      if (only != NULL && strcmp (only, row->account) != 0)
        return TRUE;
      only = row->account;
    }
  return FALSE;
}

static void
write_row (PltBatch *batch, const PltBankRow *row, const char *account)
{
  plt_batch_insert (batch, "bank_entry");
  plt_batch_set_text (batch, "bank_account", account);
  plt_batch_set_date (batch, "date", row->date);
  if (row->value_date != PLT_DATE_NONE)
    plt_batch_set_date (batch, "value_date", row->value_date);
  plt_batch_set_text (batch, "label", row->label);
  plt_batch_set_integer (batch, "amount_cents", row->amount);
  if (row->balance != PLT_UNKNOWN)
    plt_batch_set_integer (batch, "balance_cents", row->balance);
  plt_batch_set_text (batch, "reference", row->reference);
}

static void
add_sums (PltBankStatement *self, const PltBankRow *row)
{
  PltMoney *sum = row->amount > 0 ? &self->in : &self->out;

  if (!plt_money_add (*sum, row->amount, sum))
    *sum = row->amount > 0 ? G_MAXINT64 : -G_MAXINT64;
}

gboolean
plt_bank_statement_plan (PltBankStatement *self,
                         const PltFacts *facts,
                         const char *account,
                         GError **error)
{
  g_autoptr (GHashTable) full
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) near
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autofree char *own = NULL;

  g_return_val_if_fail (self != NULL && facts != NULL, FALSE);

  if (account != NULL && *account != '\0' && has_several_accounts (self))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("The file has the entries of several accounts: leave the account empty, each "
                      "entry says its own."));
      return FALSE;
    }
  own = account != NULL && *account != '\0' ? g_strdup (account)
                                            : plt_bank_statement_account (self, facts);
  for (guint i = 0; i < facts->bank.n; i++)
    {
      const PltBankFacts *entry = &facts->bank.items[i];
      g_autofree char *key = key_of (entry->bank_account, entry->date, entry->amount_cents);
      g_autofree char *full_key = full_key_of (key, entry->label, entry->reference);

      add_to (near, key, (gpointer) entry);
      add_to (full, full_key, (gpointer) entry);
    }
  g_clear_pointer (&self->batch, plt_batch_free);
  self->batch = plt_batch_new ();
  self->in = self->out = 0;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        PltBankRow *row = self->rows->pdata[i];
        const char *of
            = (account == NULL || *account == '\0') && *row->account != '\0' ? row->account : own;
        g_autofree char *key = NULL;
        g_autofree char *full_key = NULL;
        const PltBankFacts *found;

        if (!is_read (row) || (pass == 1 && row->outcome == PLT_BANK_KNOWN))
          continue;
        key = key_of (of, row->date, row->amount);
        full_key = full_key_of (key, row->label, row->reference);
        if (pass == 0)
          {
            row->outcome = take (full, full_key, taken) != NULL ? PLT_BANK_KNOWN : PLT_BANK_NEW;
            g_clear_pointer (&row->like, g_free);
            continue;
          }
        found = take (near, key, taken);
        row->like = found != NULL ? g_strdup (found->label) : NULL;
        write_row (self->batch, row, of);
        add_sums (self, row);
      }
  count (self);
  return TRUE;
}

/* ---- words ---- */

char *
plt_bank_row_describe (const PltBankRow *row)
{
  g_autofree char *shown = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  if (row->like == NULL)
    return g_strdup (row->message);
  shown = plt_text_excerpt (row->like, 60);
  return g_strdup_printf (_ ("%s%sThe same amount is there that day as “%s”: if it is the same, "
                             "delete one of the two."),
                          row->message, *row->message != '\0' ? " " : "", shown);
}

const char *
plt_bank_outcome_title (PltBankOutcome outcome)
{
  switch (outcome)
    {
    case PLT_BANK_NEW:
      return C_ ("bank entry", "new");
    case PLT_BANK_KNOWN:
      return C_ ("bank entry", "already there");
    case PLT_BANK_REJECTED:
      return C_ ("bank entry", "unreadable");
    case PLT_BANK_PASSED:
    default:
      return C_ ("bank entry", "no entry");
    }
}

char *
plt_bank_outcome_format (PltBankOutcome outcome, guint n)
{
  switch (outcome)
    {
    case PLT_BANK_NEW:
      return g_strdup_printf (ngettext ("%u new entry", "%u new entries", n), n);
    case PLT_BANK_KNOWN:
      return g_strdup_printf (_ ("%u already there"), n);
    case PLT_BANK_REJECTED:
      return g_strdup_printf (ngettext ("%u unreadable row", "%u unreadable rows", n), n);
    case PLT_BANK_PASSED:
    default:
      return g_strdup_printf (ngettext ("%u row that is no entry", "%u rows that are no entry", n),
                              n);
    }
}

char *
plt_bank_statement_describe (const PltBankStatement *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < PLT_BANK_N_OUTCOMES; i++)
    if (self->n[i] > 0)
      {
        g_autofree char *part = plt_bank_outcome_format ((PltBankOutcome) i, self->n[i]);

        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", part);
      }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : g_strdup (_ ("No entries"));
}

char *
plt_bank_statement_describe_totals (const PltBankStatement *self)
{
  g_autofree char *first = NULL, *last = NULL, *in = NULL, *out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->first == PLT_DATE_NONE)
    return g_strdup (_ ("The file has no entry that can be read."));
  first = plt_date_format_numeric (self->first);
  last = plt_date_format_numeric (self->last);
  in = plt_money_format (self->in);
  out = plt_money_format (-self->out);
  /* Translators: two dates, then two amounts of money */
  return g_strdup_printf (_ ("From %s to %s. New entries: %s received, %s paid."), first, last, in,
                          out);
}
