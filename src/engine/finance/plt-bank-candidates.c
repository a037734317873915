/* What an entry of the bank may be, and the words by which it is known. */
#include <string.h>

#include "plt-bank-match-private.h"
#include "plt-text.h"

#define MIN_WORD 3

PltBankState
plt_bank_entry_state (const PltBankFacts *entry)
{
  if (entry->cash_entry != 0)
    return PLT_BANK_MATCHED;
  return entry->note != NULL && g_str_has_prefix (entry->note, PLT_BANK_IGNORED)
             ? PLT_BANK_IGNORED_STATE
             : PLT_BANK_OPEN;
}

/* ---- words ---- */

GStrv
plt_bank_words_of (const char *text, GHashTable *common)
{
  g_autofree char *folded = plt_text_fold (text);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (char *p = folded; *p != '\0';)
    {
      char *start = p;
      gboolean last;

      /* letters of other scripts are bytes beyond ASCII: part of a word */
      while (*p != '\0' && (g_ascii_isalnum (*p) || (guchar) *p >= 0x80))
        p++;
      last = *p == '\0';
      *p = '\0';
      if (p - start >= MIN_WORD && strspn (start, "0123456789") != (gsize) (p - start)
          && (common == NULL || !g_hash_table_contains (common, start))
          && g_hash_table_add (seen, start))
        g_strv_builder_add (builder, start);
      if (!last)
        p++;
    }
  return g_strv_builder_end (builder);
}

char *
plt_bank_reference_of (const char *text)
{
  g_autofree char *folded = plt_text_fold (text != NULL ? text : "");
  char *to = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      *to++ = *p;
  *to = '\0';
  return g_steal_pointer (&folded);
}

/* ---- candidates ---- */

gboolean
plt_bank_amount_counts (PltMoney amount)
{
  return amount != PLT_UNKNOWN && amount != 0 && ABS (amount) <= PLT_BANK_MAX_AMOUNT;
}

typedef struct
{
  const PltFacts *facts;
  GArray *candidates;
  GHashTable *common;
} Maker;

static PltBankCandidate *
add (Maker *self, const char *table, gint64 id, PltDate date, PltMoney amount, PltMoney vat)
{
  PltBankCandidate candidate = {
    .ref = { table, id, NULL }, .date = date, .amount = amount, .vat = vat == PLT_UNKNOWN ? 0 : vat
  };

  g_array_append_val (self->candidates, candidate);
  return &g_array_index (self->candidates, PltBankCandidate, self->candidates->len - 1);
}

static void
name (Maker *self,
      PltBankCandidate *candidate,
      const char *label,
      const char *more,
      const char *reference,
      char *family)
{
  g_autofree char *all = g_strconcat (label, " ", more, NULL);

  candidate->label = g_strdup (label);
  candidate->words = plt_bank_words_of (all, self->common);
  candidate->reference = plt_bank_reference_of (reference);
  candidate->family = family;
}

/* "Région Bretagne, 2e versement" */
static char *
instalment_label (const PltFundingFacts *source, const PltInstalmentFacts *instalment)
{
  const char *label = instalment->label != NULL ? instalment->label : "";

  if (source == NULL)
    return g_strdup (label);
  return *label != '\0' ? g_strdup_printf ("%s, %s", source->name, label) : g_strdup (source->name);
}

static void
name_instalment (Maker *self, PltBankCandidate *candidate)
{
  const PltInstalmentFacts *instalment
      = PLT_FACTS_FIND (self->facts->instalments, PltInstalmentFacts, candidate->ref.id);
  const PltFundingFacts *source
      = instalment != NULL
            ? PLT_FACTS_FIND (self->facts->funding, PltFundingFacts, instalment->funding_source)
            : NULL;
  g_autofree char *label
      = instalment != NULL ? instalment_label (source, instalment) : g_strdup ("");

  name (self, candidate, label, source != NULL && source->funder != NULL ? source->funder : "", "",
        g_strdup_printf ("source %" G_GINT64_FORMAT, source != NULL ? source->id : 0));
}

static void
name_line (Maker *self, PltBankCandidate *candidate)
{
  const PltLineFacts *line = PLT_FACTS_FIND (self->facts->lines, PltLineFacts, candidate->ref.id);
  const PltEngagementFacts *engagement
      = line != NULL && line->engagement != 0
            ? PLT_FACTS_FIND (self->facts->engagements, PltEngagementFacts, line->engagement)
            : NULL;
  const PltPersonFacts *person
      = engagement != NULL
            ? PLT_FACTS_FIND (self->facts->people, PltPersonFacts, engagement->person)
            : NULL;
  g_autofree char *person_name = person != NULL ? plt_facts_person_name (person) : g_strdup ("");

  if (line == NULL)
    {
      name (self, candidate, "", "", "", g_strdup (""));
      return;
    }
  candidate->account = line->account;
  name (self, candidate, line->label, person_name, "",
        g_strdup (line->payee != NULL ? line->payee : ""));
}

static void
name_credit (Maker *self, PltBankCandidate *candidate)
{
  const PltCreditFacts *credit
      = PLT_FACTS_FIND (self->facts->credits, PltCreditFacts, candidate->ref.id);

  name (self, candidate, credit != NULL ? credit->name : "",
        credit != NULL && credit->bank != NULL ? credit->bank : "", "",
        g_strdup_printf ("credit %" G_GINT64_FORMAT, candidate->ref.id));
}

/* What the movement itself says, and what the instalment, line or credit that it names says. */
static void
name_movement (Maker *self, PltBankCandidate *candidate, const PltCashFacts *cash)
{
  PltBankCandidate of = { .ref = { NULL, 0, NULL } };
  g_auto (GStrv) more = NULL;
  g_autofree char *words = NULL;

  if (cash->instalment != 0)
    {
      of.ref.id = cash->instalment;
      name_instalment (self, &of);
    }
  else if (cash->budget_line != 0)
    {
      of.ref.id = cash->budget_line;
      name_line (self, &of);
    }
  else if (cash->credit_line != 0)
    {
      of.ref.id = cash->credit_line;
      name_credit (self, &of);
    }
  more = of.words;
  words = more != NULL ? g_strjoinv (" ", more) : g_strdup ("");
  candidate->account = cash->account;
  name (self, candidate, cash->label, words, cash->reference,
        of.family != NULL ? of.family : g_strdup (""));
  g_free (of.label);
  g_free (of.reference);
}

static void
add_movements (Maker *self)
{
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->facts->bank.n; i++)
    {
      gint64 movement = self->facts->bank.items[i].cash_entry;

      if (movement != 0)
        g_hash_table_add (linked, PLT_ID_TO_POINTER (movement));
    }
  for (guint i = 0; i < self->facts->cash.n; i++)
    {
      const PltCashFacts *cash = &self->facts->cash.items[i];
      PltBankCandidate *candidate;

      if (!plt_bank_amount_counts (cash->amount_cents)
          || g_hash_table_contains (linked, PLT_ID_TO_POINTER (cash->id))
          || plt_bank_tag_entry (self->facts, cash) != NULL)
        continue;
      candidate
          = add (self, "cash_entry", cash->id, cash->date, cash->amount_cents, cash->vat_cents);
      candidate->real = g_strcmp0 (cash->kind, "reel") == 0;
      name_movement (self, candidate, cash);
    }
}

static int
compare_forecasts (gconstpointer a, gconstpointer b)
{
  const PltBankForecast *x = a, *y = b;
  int tables = strcmp (x->ref.table, y->ref.table);

  if (tables != 0)
    return tables;
  if (x->ref.id != y->ref.id)
    return x->ref.id < y->ref.id ? -1 : 1;
  return (x->date > y->date) - (x->date < y->date);
}

/* A payment of the plan may be in parts, of its own and of its VAT: those of one day are one. */
static void
add_forecasts (Maker *self, const PltBankForecast *forecasts, guint n)
{
  static const char *const tables[] = { "instalment", "budget_line", "credit_line" };
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (PltBankForecast));

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < G_N_ELEMENTS (tables); j++)
      if (g_strcmp0 (forecasts[i].ref.table, tables[j]) == 0
          && plt_bank_amount_counts (forecasts[i].amount)
          && plt_bank_amount_counts (forecasts[i].vat != 0 ? forecasts[i].vat : 1))
        {
          PltBankForecast kept = forecasts[i];

          kept.ref.table = tables[j];
          g_array_append_val (sorted, kept);
        }
  g_array_sort (sorted, compare_forecasts);
  for (guint i = 0; i < sorted->len;)
    {
      PltBankForecast sum = g_array_index (sorted, PltBankForecast, i++);
      PltBankCandidate *candidate;

      while (i < sorted->len
             && compare_forecasts (&sum, &g_array_index (sorted, PltBankForecast, i)) == 0
             && (g_array_index (sorted, PltBankForecast, i).amount < 0) == (sum.amount < 0))
        {
          sum.amount += g_array_index (sorted, PltBankForecast, i).amount;
          sum.vat += g_array_index (sorted, PltBankForecast, i++).vat;
        }
      if (!plt_bank_amount_counts (sum.amount))
        continue;
      candidate = add (self, sum.ref.table, sum.ref.id, sum.date, sum.amount, sum.vat);
      if (g_str_equal (sum.ref.table, "instalment"))
        name_instalment (self, candidate);
      else if (g_str_equal (sum.ref.table, "budget_line"))
        name_line (self, candidate);
      else
        name_credit (self, candidate);
    }
}

static void
clear_candidate (gpointer data)
{
  PltBankCandidate *self = data;

  g_free (self->label);
  g_free (self->family);
  g_free (self->reference);
  g_strfreev (self->words);
}

GArray *
plt_bank_candidates_new (const PltFacts *facts,
                         const PltBankForecast *forecasts,
                         guint n_forecasts,
                         GHashTable *common)
{
  Maker self = { facts, g_array_new (FALSE, TRUE, sizeof (PltBankCandidate)), common };

  g_array_set_clear_func (self.candidates, clear_candidate);
  add_movements (&self);
  add_forecasts (&self, forecasts, n_forecasts);
  return self.candidates;
}
