#include "plt-bank-match.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-bank-match-private.h"
#include "plt-money.h"
#include "plt-referential.h"
#include "plt-text.h"

#define WORTH 30 /* what is proposed */
#define SURE_REAL 70
#define SURE_FORECAST 75
#define RIVAL 10
#define MAX_PROPOSALS 5
#define COMMON_AMONG 300 /* candidates: a word that so many have tells nothing */
#define MIN_REFERENCE 4
#define NEAR_CENTS 5000

/* ---- proposals ---- */

PltBankProposal *
plt_bank_proposal_new (void)
{
  PltBankProposal *self = g_new0 (PltBankProposal, 1);

  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static void
proposal_free (gpointer data)
{
  PltBankProposal *self = data;

  g_array_unref (self->members);
  g_free (self);
}

static int
compare_proposals (gconstpointer a, gconstpointer b)
{
  const PltBankProposal *x = *(PltBankProposal *const *) a, *y = *(PltBankProposal *const *) b;

  if (x->score != y->score)
    return y->score - x->score;
  if (ABS (x->days) != ABS (y->days))
    return ABS (x->days) - ABS (y->days);
  return g_array_index (x->members, guint, 0) < g_array_index (y->members, guint, 0) ? -1 : 1;
}

/* ---- the worth of a pair ---- */

int
plt_bank_date_score (PltDate entry, PltDate candidate, int *days, guint *why)
{
  gint64 distance;

  *days = 0;
  if (candidate == PLT_DATE_NONE)
    {
      *why |= PLT_BANK_UNDATED;
      return 5;
    }
  distance = (gint64) entry - candidate;
  *days = (int) CLAMP (distance, -100000, 100000);
  distance = ABS (distance);
  if (distance <= 10)
    *why |= PLT_BANK_NEAR_DATE;
  if (distance > 31)
    *why |= PLT_BANK_FAR_DATE;
  return distance <= 3 ? 25 : distance <= 10 ? 20 : distance <= 31 ? 12 : distance <= 62 ? 5 : 0;
}

/* An entry being looked at: its words, and its text without spaces for references. */
typedef struct
{
  const PltBankFacts *entry;
  GStrv words;
  char *letters;
} Look;

static gboolean
has_word (const Look *look, const char *word)
{
  gsize n = strlen (word);

  for (guint i = 0; look->words[i] != NULL; i++)
    /* banks cut words: "PRODUC" is one of "production", but three letters are too few */
    if (strcmp (look->words[i], word) == 0
        || (n >= 5 && strlen (look->words[i]) >= 5
            && (g_str_has_prefix (look->words[i], word)
                || g_str_has_prefix (word, look->words[i]))))
      return TRUE;
  return FALSE;
}

static int
word_score (const Look *look, const PltBankCandidate *candidate, const char **word)
{
  guint n = 0, all = 0;

  for (guint i = 0; candidate->words[i] != NULL; i++, all++)
    if (has_word (look, candidate->words[i]))
      {
        if (n++ == 0 || strlen (candidate->words[i]) > strlen (*word))
          *word = candidate->words[i];
      }
  if (n == 0)
    return 0;
  return n >= 2 ? 20 : all == 1 ? 16 : strlen (*word) >= 5 ? 13 : 9;
}

static int
amount_score (PltMoney entry, const PltBankCandidate *candidate, guint *why)
{
  PltMoney due = candidate->amount;

  if ((entry < 0) != (due < 0))
    return 0;
  if (entry == due)
    {
      *why |= PLT_BANK_SAME_AMOUNT;
      return 50;
    }
  if (candidate->vat != 0 && entry == due - candidate->vat)
    {
      *why |= PLT_BANK_WITHOUT_VAT;
      return 25;
    }
  if (ABS (entry - due) <= MIN (ABS (due) / 100, NEAR_CENTS))
    {
      *why |= PLT_BANK_NEAR_AMOUNT;
      return 20;
    }
  if (ABS (entry) < ABS (due))
    {
      *why |= PLT_BANK_PART;
      return 10;
    }
  return 0;
}

/* (nullable) (transfer full) */
static PltBankProposal *
judge (const PltBankMatch *self, const Look *look, guint index)
{
  const PltBankCandidate *candidate = &g_array_index (self->candidates, PltBankCandidate, index);
  guint why = 0;
  int days = 0, score = amount_score (look->entry->amount_cents, candidate, &why);
  const char *word = NULL;
  int words;
  PltBankProposal *proposal;

  if (score == 0)
    return NULL;
  score += plt_bank_date_score (look->entry->date, candidate->date, &days, &why);
  words = word_score (look, candidate, &word);
  if (words > 0)
    why |= PLT_BANK_WORDS_AGREE;
  score += words;
  if (strlen (candidate->reference) >= MIN_REFERENCE
      && strstr (look->letters, candidate->reference) != NULL)
    {
      why |= PLT_BANK_REFERENCE_AGREES;
      score += 25;
    }
  if (score < WORTH
      || ((why & PLT_BANK_PART) && !(why & (PLT_BANK_WORDS_AGREE | PLT_BANK_REFERENCE_AGREES)))
      || ((why & PLT_BANK_FAR_DATE) && !(why & PLT_BANK_SAME_AMOUNT)))
    return NULL;
  proposal = plt_bank_proposal_new ();
  g_array_append_val (proposal->members, index);
  proposal->score = MIN (score, 100);
  proposal->days = days;
  proposal->why = why;
  proposal->word = word;
  proposal->rest = candidate->amount - look->entry->amount_cents;
  return proposal;
}

/* ---- whom to look at ---- */

typedef struct
{
  GArray *by_amount;   /* guint, by amount */
  GHashTable *by_word; /* word -> GArray of guint */
  GHashTable *families;
} Index;

static int
compare_amounts (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *candidates = data;
  PltMoney x = g_array_index (candidates, PltBankCandidate, *(const guint *) a).amount;
  PltMoney y = g_array_index (candidates, PltBankCandidate, *(const guint *) b).amount;

  if (x != y)
    return x < y ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static void
index_words (const PltBankMatch *self, Index *index, guint i)
{
  const PltBankCandidate *candidate = &g_array_index (self->candidates, PltBankCandidate, i);

  for (guint j = 0; candidate->words[j] != NULL; j++)
    /* by the first five signs, for words that the bank cut */
    {
      g_autofree char *key = g_strndup (candidate->words[j], 5);
      GArray *list = g_hash_table_lookup (index->by_word, key);

      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (index->by_word, g_steal_pointer (&key), list);
        }
      if (list->len == 0 || g_array_index (list, guint, list->len - 1) != i)
        g_array_append_val (list, i);
    }
}

static void
index_init (Index *index, const PltBankMatch *self)
{
  index->by_amount = g_array_new (FALSE, FALSE, sizeof (guint));
  index->by_word
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      g_array_append_val (index->by_amount, i);
      index_words (self, index, i);
    }
  g_array_sort_with_data (index->by_amount, compare_amounts, self->candidates);
  index->families = plt_bank_families_new (self);
}

static void
index_clear (Index *index)
{
  g_array_unref (index->by_amount);
  g_hash_table_unref (index->by_word);
  g_hash_table_unref (index->families);
}

/* The first candidate of at least that amount. */
static guint
lower_bound (const PltBankMatch *self, const Index *index, PltMoney amount)
{
  guint low = 0, high = index->by_amount->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint i = g_array_index (index->by_amount, guint, middle);

      if (g_array_index (self->candidates, PltBankCandidate, i).amount < amount)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What is near in amount, with its VAT or without, and what shares a word. */
static GHashTable *
look_for (const PltBankMatch *self, const Index *index, const Look *look, GArray *pool)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);
  PltMoney amount = look->entry->amount_cents;
  /* an amount without VAT is at least half of it with: no rate is beyond 100 % */
  PltMoney least = amount > 0 ? amount - NEAR_CENTS : amount * 13 / 10 - NEAR_CENTS;
  PltMoney most = amount > 0 ? amount * 13 / 10 + NEAR_CENTS : amount + NEAR_CENTS;

  for (guint i = lower_bound (self, index, least); i < index->by_amount->len; i++)
    {
      guint candidate = g_array_index (index->by_amount, guint, i);

      if (g_array_index (self->candidates, PltBankCandidate, candidate).amount > most)
        break;
      g_hash_table_add (found, GUINT_TO_POINTER (candidate));
    }
  for (guint i = 0; look->words[i] != NULL; i++)
    {
      g_autofree char *key = g_strndup (look->words[i], 5);
      const GArray *list = g_hash_table_lookup (index->by_word, key);

      for (guint j = 0; list != NULL && list->len <= COMMON_AMONG && j < list->len; j++)
        {
          guint candidate = g_array_index (list, guint, j);

          g_hash_table_add (found, GUINT_TO_POINTER (candidate));
          g_array_append_val (pool, candidate);
        }
    }
  return found;
}

static void
match_entry (PltBankMatch *self, const Index *index, const PltBankFacts *entry, GHashTable *common)
{
  PltBankMatchEntry made = { entry, g_ptr_array_new_with_free_func (proposal_free) };
  g_autofree char *text = g_strconcat (entry->label, " ", entry->reference, NULL);
  g_auto (GStrv) words = plt_bank_words_of (text, common);
  g_autofree char *letters = plt_bank_reference_of (text);
  const Look look = { entry, words, letters };
  g_autoptr (GArray) pool = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) found = NULL;
  GHashTableIter iter;
  gpointer key;

  if (plt_bank_amount_counts (entry->amount_cents))
    {
      found = look_for (self, index, &look, pool);
      g_hash_table_iter_init (&iter, found);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          PltBankProposal *proposal = judge (self, &look, GPOINTER_TO_UINT (key));

          if (proposal != NULL)
            g_ptr_array_add (made.proposals, proposal);
        }
      plt_bank_groups_add (self, entry, pool, index->families, made.proposals);
      g_ptr_array_sort (made.proposals, compare_proposals);
    }
  g_array_append_val (self->entries, made);
}

/* ---- what is sure ---- */

static gboolean
may_be_sure (const PltBankMatch *self, const PltBankProposal *proposal)
{
  const PltBankCandidate *candidate;

  if (!(proposal->why & PLT_BANK_SAME_AMOUNT) || (proposal->why & PLT_BANK_SEVERAL))
    return FALSE;
  candidate = &g_array_index (self->candidates, PltBankCandidate,
                              g_array_index (proposal->members, guint, 0));
  if (candidate->real)
    return proposal->score >= SURE_REAL;
  return proposal->score >= SURE_FORECAST
         && (proposal->why & (PLT_BANK_WORDS_AGREE | PLT_BANK_REFERENCE_AGREES)) != 0;
}

/* The best two scores that entries give each candidate. */
typedef struct
{
  int best, second;
} Wanted;

static void
note_wanted (Wanted *wanted, int score)
{
  if (score > wanted->best)
    {
      wanted->second = wanted->best;
      wanted->best = score;
    }
  else
    wanted->second = MAX (wanted->second, score);
}

static void
decide (PltBankMatch *self)
{
  g_autofree Wanted *wanted = g_new0 (Wanted, MAX (self->candidates->len, 1));

  for (guint i = 0; i < self->entries->len; i++)
    {
      const GPtrArray *proposals = g_array_index (self->entries, PltBankMatchEntry, i).proposals;

      for (guint j = 0; j < proposals->len; j++)
        {
          const PltBankProposal *proposal = proposals->pdata[j];

          if (proposal->members->len == 1)
            note_wanted (&wanted[g_array_index (proposal->members, guint, 0)], proposal->score);
        }
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      GPtrArray *proposals = g_array_index (self->entries, PltBankMatchEntry, i).proposals;
      PltBankProposal *first = proposals->len > 0 ? proposals->pdata[0] : NULL;
      const Wanted *want;

      if (first != NULL && may_be_sure (self, first))
        {
          want = &wanted[g_array_index (first->members, guint, 0)];
          if ((proposals->len > 1
               && ((PltBankProposal *) proposals->pdata[1])->score > first->score - RIVAL)
              || want->best > first->score || want->second > first->score - RIVAL)
            first->why |= PLT_BANK_RIVAL;
          else
            first->sure = TRUE;
          self->n_sure += first->sure;
        }
      if (proposals->len > MAX_PROPOSALS)
        g_ptr_array_set_size (proposals, MAX_PROPOSALS);
    }
}

/* ---- all ---- */

static GHashTable *
common_words (const char *words)
{
  GHashTable *common = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (PltReferential) referential = words != NULL ? plt_referential_parse (words) : NULL;

  for (guint i = 0; referential != NULL && i < plt_referential_n_rows (referential); i++)
    {
      g_auto (GStrv) list = NULL;

      if (strcmp (plt_referential_get (referential, i, "nature"), "courant") != 0)
        continue;
      list = g_strsplit (plt_referential_get (referential, i, "mots"), "|", -1);
      for (guint j = 0; list[j] != NULL; j++)
        g_hash_table_add (common, plt_text_fold (list[j]));
    }
  return common;
}

static void
clear_entry (gpointer data)
{
  g_ptr_array_unref (((PltBankMatchEntry *) data)->proposals);
}

PltBankMatch *
plt_bank_match_new (const PltFacts *facts,
                    const PltBankForecast *forecasts,
                    guint n_forecasts,
                    const char *words)
{
  PltBankMatch *self;
  g_autoptr (GHashTable) common = NULL;
  Index index;

  g_return_val_if_fail (facts != NULL && (forecasts != NULL || n_forecasts == 0), NULL);

  common = common_words (words);
  self = g_new0 (PltBankMatch, 1);
  self->facts = facts;
  self->candidates = plt_bank_candidates_new (facts, forecasts, n_forecasts, common);
  self->entries = g_array_new (FALSE, FALSE, sizeof (PltBankMatchEntry));
  g_array_set_clear_func (self->entries, clear_entry);
  index_init (&index, self);
  for (guint i = 0; i < facts->bank.n; i++)
    if (plt_bank_entry_state (&facts->bank.items[i]) == PLT_BANK_OPEN)
      match_entry (self, &index, &facts->bank.items[i], common);
  index_clear (&index);
  decide (self);
  return self;
}

void
plt_bank_match_free (PltBankMatch *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->candidates);
  g_free (self);
}

const PltBankMatchEntry *
plt_bank_match_find (const PltBankMatch *self, gint64 entry)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    if (g_array_index (self->entries, PltBankMatchEntry, i).entry->id == entry)
      return &g_array_index (self->entries, PltBankMatchEntry, i);
  return NULL;
}

/* ---- words ---- */

static char *
describe_amount (const PltBankProposal *proposal)
{
  g_autofree char *rest = plt_money_format (ABS (proposal->rest));

  if (proposal->why & PLT_BANK_SEVERAL)
    return g_strdup_printf (ngettext ("%u payment that makes the amount",
                                      "%u payments that make the amount together",
                                      proposal->members->len),
                            proposal->members->len);
  if (proposal->why & PLT_BANK_SAME_AMOUNT)
    return g_strdup (_ ("same amount"));
  if (proposal->why & PLT_BANK_WITHOUT_VAT)
    return g_strdup (_ ("same amount without VAT"));
  if (proposal->why & PLT_BANK_NEAR_AMOUNT)
    /* Translators: %s is an amount of money */
    return g_strdup_printf (_ ("%s apart"), rest);
  return g_strdup_printf (_ ("a part, %s would be left"), rest);
}

static char *
describe_date (const PltBankProposal *proposal)
{
  guint n = (guint) ABS (proposal->days);

  if (proposal->why & PLT_BANK_UNDATED)
    return g_strdup (_ ("expected without a date"));
  if (n == 0)
    return g_strdup (_ ("the same day"));
  if (proposal->days > 0)
    return g_strdup_printf (
        ngettext ("%u day later than expected", "%u days later than expected", n), n);
  return g_strdup_printf (
      ngettext ("%u day sooner than expected", "%u days sooner than expected", n), n);
}

char *
plt_bank_proposal_describe (const PltBankMatch *self, const PltBankProposal *proposal)
{
  g_autofree char *amount = NULL;
  g_autofree char *date = NULL;
  GString *text;

  g_return_val_if_fail (self != NULL && proposal != NULL, NULL);

  amount = describe_amount (proposal);
  date = describe_date (proposal);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s, %s", amount, date);
  if (proposal->word != NULL)
    {
      /* Translators: %s is a word that two labels share */
      g_autofree char *word = g_strdup_printf (_ ("“%s” in both"), proposal->word);

      g_string_append_printf (text, ", %s", word);
    }
  if (proposal->why & PLT_BANK_REFERENCE_AGREES)
    g_string_append_printf (text, ", %s", _ ("its reference is there"));
  if (proposal->why & PLT_BANK_RIVAL)
    g_string_append_printf (text, "; %s", _ ("another one is nearly as good"));
  return g_string_free (text, FALSE);
}
