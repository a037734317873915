#include "plt-script-parts.h"

#include "plt-script-match.h"

#define LEAST_WORDS 8  /* to know a text by */
#define MOST_OWNERS 64 /* a word in more rests than that tells nothing */

/* ---- rests: words of one text that its counterpart does not have ---- */

typedef struct
{
  guint32 word;
  guint owner, times;
} Posting;

static const PltSceneSketch *
sketch_at (const GArray *sketches, gint i)
{
  return &g_array_index (sketches, PltSceneSketch, i);
}

/* The words of `a` that are not in `b`, each as often as it is there more often: both are sorted.
 */
static void
add_rest (GArray *postings, const GArray *a, const GArray *b, guint owner)
{
  guint j = 0;

  for (guint i = 0; i < a->len; i++)
    {
      guint32 word = g_array_index (a, guint32, i);
      Posting *last;

      while (j < b->len && g_array_index (b, guint32, j) < word)
        j++;
      if (j < b->len && g_array_index (b, guint32, j) == word)
        {
          j++;
          continue;
        }
      last = postings->len > 0 ? &g_array_index (postings, Posting, postings->len - 1) : NULL;
      if (last != NULL && last->owner == owner && last->word == word)
        last->times++;
      else
        {
          Posting posting = { word, owner, 1 };

          g_array_append_val (postings, posting);
        }
    }
}

static int
compare_postings (gconstpointer a, gconstpointer b)
{
  const Posting *one = a;
  const Posting *two = b;

  if (one->word != two->word)
    return one->word < two->word ? -1 : 1;
  return one->owner < two->owner ? -1 : one->owner > two->owner;
}

/* The first posting of `word`, or where it would be. */
static guint
find_postings (const GArray *postings, guint32 word)
{
  guint low = 0, high = postings->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (postings, Posting, middle).word < word)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The owner whose rest has most of these words, -1 when none has enough. `shared` is zero for all
 * owners before and after. */
static gint
best_owner (const GArray *postings, const GArray *words, guint *shared, GArray *touched)
{
  guint best = 0;
  gint owner = -1;

  if (words->len < LEAST_WORDS)
    return -1;
  for (guint i = 0, next; i < words->len; i = next)
    {
      guint32 word = g_array_index (words, guint32, i);
      guint from = find_postings (postings, word), to = from;

      for (next = i + 1; next < words->len && g_array_index (words, guint32, next) == word;)
        next++;
      while (to < postings->len && g_array_index (postings, Posting, to).word == word
             && to - from <= MOST_OWNERS)
        to++;
      for (guint k = from; k < to && to - from <= MOST_OWNERS; k++)
        {
          const Posting *posting = &g_array_index (postings, Posting, k);

          if (shared[posting->owner] == 0)
            g_array_append_val (touched, posting->owner);
          shared[posting->owner] += MIN (posting->times, next - i);
        }
    }
  for (guint i = 0; i < touched->len; i++)
    {
      guint candidate = g_array_index (touched, guint, i);

      if (shared[candidate] > best
          || (shared[candidate] == best && owner >= 0 && (gint) candidate < owner))
        {
          best = shared[candidate];
          owner = (gint) candidate;
        }
      shared[candidate] = 0;
    }
  g_array_set_size (touched, 0);
  return best >= LEAST_WORDS && (guint64) best * 1000 >= (guint64) words->len * PLT_PART_SHARE
             ? owner
             : -1;
}

/* ---- both ways ---- */

/* For each of `left` that has no counterpart: in whose rest it is. */
static void
find (gint *found, const GArray *left, const gint *counterpart, GArray *postings, guint n_owners)
{
  g_autofree guint *shared = g_new0 (guint, n_owners + 1);
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_sort (postings, compare_postings);
  for (guint i = 0; i < left->len; i++)
    found[i] = counterpart[i] >= 0
                   ? -1
                   : best_owner (postings, sketch_at (left, (gint) i)->words, shared, touched);
}

void
plt_scene_parts_find (PltSceneParts *self,
                      const GArray *old_sketches,
                      const GArray *new_sketches,
                      const gint *matches)
{
  g_autoptr (GArray) lost = g_array_new (FALSE, FALSE, sizeof (Posting));
  g_autoptr (GArray) gained = g_array_new (FALSE, FALSE, sizeof (Posting));
  g_autofree gint *new_of = g_new (gint, old_sketches->len + 1);

  for (guint i = 0; i < old_sketches->len; i++)
    new_of[i] = -1;
  for (guint i = 0; i < new_sketches->len; i++)
    if (matches[i] >= 0)
      {
        const GArray *before = sketch_at (old_sketches, matches[i])->words;
        const GArray *now = sketch_at (new_sketches, (gint) i)->words;

        new_of[matches[i]] = (gint) i;
        add_rest (lost, before, now, (guint) matches[i]);
        add_rest (gained, now, before, i);
      }
  self->part_of = g_new (gint, new_sketches->len + 1);
  self->joined_into = g_new (gint, old_sketches->len + 1);
  find (self->part_of, new_sketches, matches, lost, old_sketches->len);
  find (self->joined_into, old_sketches, new_of, gained, new_sketches->len);
}

void
plt_scene_parts_clear (PltSceneParts *self)
{
  g_clear_pointer (&self->part_of, g_free);
  g_clear_pointer (&self->joined_into, g_free);
}
