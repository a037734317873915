/* One entry that pays several. */
#include <string.h>

#include "plt-bank-match-private.h"

#define MAX_POOL 20 /* candidates among which a sum is looked for */
#define MAX_MEMBERS 6
#define MAX_STEPS 50000
#define WITHIN 20 /* days */
#define FAMILY_WITHIN 10
#define MAX_FAMILY 60

/* ---- a few that share words with the entry ---- */

typedef struct
{
  const PltBankMatch *match;
  const guint *pool;
  guint n;
  guint chosen[MAX_MEMBERS], n_chosen;
  guint found[MAX_MEMBERS], n_found; /* the first sum */
  guint n_sums, steps;
} Search;

static PltMoney
amount_of (const Search *self, guint index)
{
  return g_array_index (self->match->candidates, PltBankCandidate, self->pool[index]).amount;
}

/* The pool is of one sign: a sum only grows away from nothing. */
static void
look_for_sum (Search *self, guint from, PltMoney left)
{
  if (left == 0 && self->n_chosen >= 2)
    {
      if (self->n_sums++ == 0)
        {
          memcpy (self->found, self->chosen, sizeof self->found);
          self->n_found = self->n_chosen;
        }
      return;
    }
  for (guint i = from; i < self->n && self->n_chosen < MAX_MEMBERS; i++)
    {
      PltMoney amount = amount_of (self, i);

      if (++self->steps > MAX_STEPS || self->n_sums > 1)
        return;
      if (ABS (amount) > ABS (left))
        continue;
      self->chosen[self->n_chosen++] = self->pool[i];
      look_for_sum (self, i + 1, left - amount);
      self->n_chosen--;
    }
}

static gint64
distance (const PltBankMatch *match, const PltBankFacts *entry, guint index)
{
  PltDate date = g_array_index (match->candidates, PltBankCandidate, index).date;

  return date == PLT_DATE_NONE ? WITHIN : ABS ((gint64) entry->date - date);
}

typedef struct
{
  const PltBankMatch *match;
  const PltBankFacts *entry;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b, gpointer data)
{
  const Near *near = data;
  gint64 x = distance (near->match, near->entry, *(const guint *) a);
  gint64 y = distance (near->match, near->entry, *(const guint *) b);

  if (x != y)
    return x < y ? -1 : 1;
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* Those of the pool that may be a part, nearest in time first, each once. */
static GArray *
sift (const PltBankMatch *match, const PltBankFacts *entry, const GArray *pool)
{
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (guint));
  Near near = { match, entry };
  guint n = 0;

  for (guint i = 0; i < pool->len; i++)
    {
      guint index = g_array_index (pool, guint, i);
      const PltBankCandidate *candidate
          = &g_array_index (match->candidates, PltBankCandidate, index);

      if ((candidate->amount < 0) == (entry->amount_cents < 0)
          && ABS (candidate->amount) < ABS (entry->amount_cents)
          && distance (match, entry, index) <= WITHIN)
        g_array_append_val (kept, index);
    }
  g_array_sort_with_data (kept, compare_near, &near);
  for (guint i = 0; i < kept->len; i++)
    if (n == 0 || g_array_index (kept, guint, i) != g_array_index (kept, guint, n - 1))
      g_array_index (kept, guint, n++) = g_array_index (kept, guint, i);
  g_array_set_size (kept, MIN (n, MAX_POOL));
  return kept;
}

/* A group is worth its exact sum and the date of its farthest member. */
static void
propose (const PltBankMatch *match,
         const PltBankFacts *entry,
         const guint *members,
         guint n,
         int words,
         gboolean rival,
         GPtrArray *proposals)
{
  PltBankProposal *proposal = plt_bank_proposal_new ();
  int worst = 25;

  proposal->why = PLT_BANK_SAME_AMOUNT | PLT_BANK_SEVERAL | (rival ? PLT_BANK_RIVAL : 0)
                  | (words > 0 ? PLT_BANK_WORDS_AGREE : 0);
  g_array_append_vals (proposal->members, members, n);
  for (guint i = 0; i < n; i++)
    {
      guint why = 0;
      int days;
      int score = plt_bank_date_score (
          entry->date, g_array_index (match->candidates, PltBankCandidate, members[i]).date, &days,
          &why);

      worst = MIN (worst, score);
      if (ABS (days) > ABS (proposal->days))
        proposal->days = days;
      proposal->why |= why & PLT_BANK_UNDATED;
    }
  proposal->score = 40 + worst + words - (rival ? 15 : 0);
  g_ptr_array_add (proposals, proposal);
}

/* ---- all of one family and day ---- */

static char *
family_key (const PltBankCandidate *candidate, PltDate date)
{
  return g_strdup_printf ("%s\037%d\037%d", candidate->family, date, candidate->amount < 0);
}

GHashTable *
plt_bank_families_new (const PltBankMatch *match)
{
  GHashTable *families
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < match->candidates->len; i++)
    {
      const PltBankCandidate *candidate = &g_array_index (match->candidates, PltBankCandidate, i);
      char *key;
      GArray *list;

      if (*candidate->family == '\0' || candidate->date == PLT_DATE_NONE)
        continue;
      key = family_key (candidate, candidate->date);
      list = g_hash_table_lookup (families, key);
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (families, key, list);
        }
      else
        g_free (key);
      g_array_append_val (list, i);
    }
  return families;
}

static void
add_families (const PltBankMatch *match,
              const PltBankFacts *entry,
              GHashTable *families,
              GPtrArray *proposals)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, families);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const GArray *list = value;
      PltMoney sum = 0;

      if (list->len < 2 || list->len > MAX_FAMILY
          || distance (match, entry, g_array_index (list, guint, 0)) > FAMILY_WITHIN)
        continue;
      for (guint i = 0; i < list->len; i++)
        sum += g_array_index (match->candidates, PltBankCandidate, g_array_index (list, guint, i))
                   .amount;
      if (sum == entry->amount_cents)
        propose (match, entry, (const guint *) list->data, list->len, 0, FALSE, proposals);
    }
}

static gboolean
is_same (const PltBankProposal *proposal, const guint *members, guint n)
{
  if (proposal->members->len != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < n; j++)
        found |= g_array_index (proposal->members, guint, j) == members[i];
      if (!found)
        return FALSE;
    }
  return TRUE;
}

void
plt_bank_groups_add (const PltBankMatch *match,
                     const PltBankFacts *entry,
                     const GArray *pool,
                     GHashTable *families,
                     GPtrArray *proposals)
{
  g_autoptr (GArray) kept = sift (match, entry, pool);
  Search search = { match, (const guint *) kept->data, kept->len, .n_chosen = 0 };
  guint before = proposals->len;

  add_families (match, entry, families, proposals);
  look_for_sum (&search, 0, entry->amount_cents);
  if (search.n_sums == 0)
    return;
  for (guint i = before; i < proposals->len; i++)
    if (is_same (proposals->pdata[i], search.found, search.n_found))
      {
        PltBankProposal *proposal = proposals->pdata[i];

        proposal->score += 20;
        proposal->why |= PLT_BANK_WORDS_AGREE;
        return;
      }
  propose (match, entry, search.found, search.n_found, 20, search.n_sums > 1, proposals);
}
