/* What accepting writes, and the account against the plan. */
#include <string.h>

#include "plt-bank-match-private.h"
#include "plt-money.h"

#define TAG "relevé "

/* ---- several movements of one entry ---- */

/* 12 of "F-2031 · relevé 12", 0 without a tag */
static gint64
tag_of (const char *reference)
{
  const char *tag = reference != NULL ? g_strrstr (reference, TAG) : NULL;

  return tag != NULL ? g_ascii_strtoll (tag + strlen (TAG), NULL, 10) : 0;
}

const PltBankFacts *
plt_bank_tag_entry (const PltFacts *facts, const PltCashFacts *cash)
{
  gint64 id = tag_of (cash->reference);
  const PltBankFacts *entry = id > 0 ? PLT_FACTS_FIND (facts->bank, PltBankFacts, id) : NULL;

  return entry != NULL && entry->cash_entry != 0 ? entry : NULL;
}

GArray *
plt_bank_entry_movements (const PltFacts *facts, const PltBankFacts *entry)
{
  GArray *movements;

  g_return_val_if_fail (facts != NULL && entry != NULL, NULL);

  movements = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (entry->cash_entry == 0)
    return movements;
  g_array_append_val (movements, entry->cash_entry);
  for (guint i = 0; i < facts->cash.n; i++)
    {
      const PltCashFacts *cash = &facts->cash.items[i];

      if (cash->id != entry->cash_entry && plt_bank_tag_entry (facts, cash) == entry)
        g_array_append_val (movements, cash->id);
    }
  return movements;
}

/* ---- writing ---- */

/* The reference of the movement, else that of the bank, and the tag of a group. */
static void
set_reference (PltBatch *batch, const PltBankFacts *entry, const char *own, gboolean several)
{
  const char *reference = own != NULL && *own != '\0' ? own
                          : entry->reference != NULL  ? entry->reference
                                                      : "";
  g_autofree char *tagged = several ? g_strdup_printf ("%s%s" TAG "%" G_GINT64_FORMAT, reference,
                                                       *reference != '\0' ? " · " : "", entry->id)
                                    : NULL;

  plt_batch_set_text (batch, "reference", tagged != NULL ? tagged : reference);
}

/* Of what was paid, in proportion. */
static PltMoney
vat_of (const PltBankCandidate *candidate, PltMoney amount)
{
  PltMoney vat;

  if (candidate->vat == 0 || amount == candidate->amount)
    return candidate->vat;
  if (!plt_money_apply_rate (amount, candidate->vat, candidate->amount, PLT_ROUND_HALF_UP, &vat))
    return 0;
  return vat;
}

/* A movement that is there: becomes real, with the date and the amount of the bank. */
static gint64
write_movement (const PltBankMatch *self,
                const PltBankFacts *entry,
                const PltBankCandidate *candidate,
                PltMoney amount,
                gboolean several,
                PltBatch *batch)
{
  const PltCashFacts *cash = PLT_FACTS_FIND (self->facts->cash, PltCashFacts, candidate->ref.id);

  plt_batch_update (batch, "cash_entry", candidate->ref.id);
  plt_batch_set_text (batch, "kind", "reel");
  plt_batch_set_date (batch, "date", entry->date);
  if (amount != candidate->amount)
    {
      plt_batch_set_integer (batch, "amount_cents", amount);
      if (candidate->vat != 0)
        plt_batch_set_integer (batch, "vat_cents", vat_of (candidate, amount));
    }
  set_reference (batch, entry, cash != NULL ? cash->reference : NULL, several);
  return candidate->ref.id;
}

/* The handle of a new movement that names what it pays. */
static gint64
write_payment (const PltBankMatch *self,
               const PltBankFacts *entry,
               const PltBankCandidate *candidate,
               PltMoney amount,
               gboolean several,
               PltBatch *batch)
{
  gint64 handle = plt_batch_insert (batch, "cash_entry");

  plt_batch_set_date (batch, "date", entry->date);
  plt_batch_set_text (batch, "label", *candidate->label != '\0' ? candidate->label : entry->label);
  plt_batch_set_integer (batch, "amount_cents", amount);
  plt_batch_set_text (batch, "kind", "reel");
  plt_batch_set_integer (batch, candidate->ref.table, candidate->ref.id);
  if (candidate->account != 0)
    plt_batch_set_integer (batch, "account", candidate->account);
  if (candidate->vat != 0)
    plt_batch_set_integer (batch, "vat_cents", vat_of (candidate, amount));
  set_reference (batch, entry, NULL, several);
  /* paid in full: the plan de financement says when */
  if (strcmp (candidate->ref.table, "instalment") == 0 && ABS (amount) >= ABS (candidate->amount))
    {
      plt_batch_update (batch, "instalment", candidate->ref.id);
      plt_batch_set_date (batch, "paid_date", entry->date);
    }
  return handle;
}

static void
link (PltBatch *batch, const PltBankFacts *entry, gint64 movement)
{
  plt_batch_update (batch, "bank_entry", entry->id);
  plt_batch_set_integer (batch, "cash_entry", movement);
}

gboolean
plt_bank_match_accept (const PltBankMatch *self,
                       const PltBankFacts *entry,
                       const guint *members,
                       guint n_members,
                       PltBatch *batch)
{
  PltMoney sum = 0;
  gint64 first = 0;

  g_return_val_if_fail (self != NULL && entry != NULL && batch != NULL, FALSE);

  if (n_members == 0 || !plt_bank_amount_counts (entry->amount_cents))
    return FALSE;
  for (guint i = 0; i < n_members; i++)
    {
      g_return_val_if_fail (members[i] < self->candidates->len, FALSE);
      sum += g_array_index (self->candidates, PltBankCandidate, members[i]).amount;
    }
  if (n_members > 1 && sum != entry->amount_cents)
    return FALSE;
  for (guint i = 0; i < n_members; i++)
    {
      const PltBankCandidate *candidate
          = &g_array_index (self->candidates, PltBankCandidate, members[i]);
      PltMoney amount = n_members > 1 ? candidate->amount : entry->amount_cents;
      gboolean there = strcmp (candidate->ref.table, "cash_entry") == 0;
      gint64 id = (there ? write_movement : write_payment) (self, entry, candidate, amount,
                                                            n_members > 1, batch);

      if (i == 0)
        first = id;
    }
  link (batch, entry, first);
  return TRUE;
}

guint
plt_bank_match_accept_sure (const PltBankMatch *self, PltBatch *batch)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL && batch != NULL, 0);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const PltBankMatchEntry *entry = &g_array_index (self->entries, PltBankMatchEntry, i);
      const PltBankProposal *first = entry->proposals->len > 0 ? entry->proposals->pdata[0] : NULL;

      if (first != NULL && first->sure)
        n += plt_bank_match_accept (self, entry->entry, (const guint *) first->members->data,
                                    first->members->len, batch);
    }
  return n;
}

void
plt_bank_entry_create (const PltBankFacts *entry, gint64 account, PltBatch *batch)
{
  gint64 handle;

  g_return_if_fail (entry != NULL && batch != NULL);

  handle = plt_batch_insert (batch, "cash_entry");
  plt_batch_set_date (batch, "date", entry->date);
  plt_batch_set_text (batch, "label", entry->label);
  plt_batch_set_integer (batch, "amount_cents", entry->amount_cents);
  plt_batch_set_text (batch, "kind", "reel");
  if (account != 0)
    plt_batch_set_integer (batch, "account", account);
  set_reference (batch, entry, NULL, FALSE);
  link (batch, entry, handle);
}

void
plt_bank_entry_ignore (const PltBankFacts *entry, const char *note, PltBatch *batch)
{
  g_autofree char *text = NULL;
  const char *own = note != NULL && *note != '\0' ? note : entry->note;

  g_return_if_fail (entry != NULL && batch != NULL);

  text = own != NULL && *own != '\0' ? g_strdup_printf (PLT_BANK_IGNORED " : %s", own)
                                     : g_strdup (PLT_BANK_IGNORED);
  plt_batch_update (batch, "bank_entry", entry->id);
  plt_batch_set_text (batch, "note", text);
}

void
plt_bank_entry_reopen (const PltBankFacts *entry, PltBatch *batch)
{
  g_return_if_fail (entry != NULL && batch != NULL);

  plt_batch_update (batch, "bank_entry", entry->id);
  if (entry->cash_entry != 0)
    plt_batch_set_null (batch, "cash_entry");
  if (entry->note != NULL && g_str_has_prefix (entry->note, PLT_BANK_IGNORED))
    {
      const char *rest = entry->note + strlen (PLT_BANK_IGNORED);

      rest += strspn (rest, " :");
      plt_batch_set_text (batch, "note", rest);
    }
}

/* ---- the account against the plan ---- */

static void
add_to (PltMoney *sum, PltMoney amount)
{
  if (*sum != PLT_UNKNOWN && amount != PLT_UNKNOWN && !plt_money_add (*sum, amount, sum))
    *sum = PLT_UNKNOWN;
}

/* The last entry of each account; ids grow in the order in which they were read. */
static GHashTable *
last_entries (const PltFacts *facts)
{
  GHashTable *last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < facts->bank.n; i++)
    {
      const PltBankFacts *entry = &facts->bank.items[i];
      const PltBankFacts *before = g_hash_table_lookup (last, entry->bank_account);

      if (before == NULL || entry->date > before->date
          || (entry->date == before->date && entry->id > before->id))
        g_hash_table_insert (last, (gpointer) entry->bank_account, (gpointer) entry);
    }
  return last;
}

static void
count_entries (const PltFacts *facts, PltBankBalance *balance)
{
  for (guint i = 0; i < facts->bank.n; i++)
    {
      const PltBankFacts *entry = &facts->bank.items[i];

      if (balance->date == PLT_DATE_NONE || entry->date > balance->date)
        balance->date = entry->date;
      switch (plt_bank_entry_state (entry))
        {
        case PLT_BANK_OPEN:
          balance->n_open++;
          add_to (&balance->open, entry->amount_cents);
          break;
        case PLT_BANK_MATCHED:
          balance->n_matched++;
          break;
        case PLT_BANK_IGNORED_STATE:
        default:
          balance->n_ignored++;
          add_to (&balance->ignored, entry->amount_cents);
          break;
        }
    }
}

PltBankBalance
plt_bank_balance (const PltFacts *facts)
{
  PltBankBalance balance = { .date = PLT_DATE_NONE, .bank = 0, .movements = PLT_UNKNOWN };
  g_autoptr (GHashTable) last = NULL;
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (facts != NULL, balance);

  last = last_entries (facts);
  count_entries (facts, &balance);
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const PltBankFacts *entry = value;

      if (entry->balance_cents == PLT_UNKNOWN)
        balance.bank = PLT_UNKNOWN;
      add_to (&balance.bank, entry->balance_cents);
    }
  if (balance.date == PLT_DATE_NONE)
    balance.bank = PLT_UNKNOWN;
  if (facts->production.opening_cents == PLT_UNKNOWN)
    return balance;
  balance.movements = facts->production.opening_cents;
  for (guint i = 0; i < facts->cash.n; i++)
    {
      const PltCashFacts *cash = &facts->cash.items[i];

      if (g_strcmp0 (cash->kind, "reel") == 0 && cash->date <= balance.date
          && (facts->production.opening_date == PLT_DATE_NONE
              || cash->date >= facts->production.opening_date))
        add_to (&balance.movements, cash->amount_cents);
    }
  return balance;
}
