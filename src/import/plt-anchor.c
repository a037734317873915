#include "plt-anchor.h"

#include <string.h>

#include "plt-anchor-private.h"
#include "plt-text.h"

#define CONTEXT_WORDS 4 /* looked at on each side */
#define LEAST_CONTEXT 3 /* words around that say where a passage was when it is gone */
#define LONGER_BY 3     /* words that may stand for others */
#define LEAST_MOVED 20  /* bytes of a paragraph to know it by in another group */
#define LONG_WORD 5     /* bytes: such a word of a passage is looked for alone */
#define MOST_PLACES 256 /* of one passage, compared with each other */

typedef struct
{
  guint start, end; /* bytes */
  guint32 stem;     /* hash without case, accents and the mark of number */
} Word;

typedef struct
{
  const PltAnchorAlignment *aligned;
  const GArray *tags;
  GArray *places;
  GArray **old_words, **new_words; /* of Word, by paragraph, made when first asked for */
  GHashTable *new_texts;           /* text -> GArray of guint: all new paragraphs that say it */
  GHashTable *claimed;             /* "paragraph|start|owner" */
  char *needle;                    /* the words of the passage that is looked for */
  gsize budget;
} Finder;

/* The passage that is looked for, in bytes. */
typedef struct
{
  const PltAnchorTag *tag;
  const char *text; /* of its paragraph */
  guint start, end;
  gint group;
} Passage;

typedef struct
{
  guint paragraph, start, end;
  guint score;
} Place;

static const char *
old_text (const Finder *self, guint i)
{
  return plt_anchor_paragraph (self->aligned->old, i)->text;
}

static const char *
new_text (const Finder *self, guint i)
{
  return plt_anchor_paragraph (self->aligned->new, i)->text;
}

/* FALSE when the work is at its bound. */
static gboolean
spend (Finder *self, gsize bytes)
{
  bytes += 16;
  if (self->budget < bytes)
    {
      self->budget = 0;
      return FALSE;
    }
  self->budget -= bytes;
  return TRUE;
}

/* ---- words ---- */

static guint32
stem_of (const char *text, guint start, guint end)
{
  g_autofree char *word = g_strndup (text + start, end - start);
  g_autofree char *folded = plt_text_fold (word);
  gsize n = strlen (folded);

  if (n > 3 && (folded[n - 1] == 's' || folded[n - 1] == 'x'))
    folded[n - 1] = '\0';
  return g_str_hash (folded);
}

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *start = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      gboolean inside = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (inside && start == NULL)
        start = p;
      if (!inside && start != NULL)
        {
          Word word = { (guint) (start - text), (guint) (p - text), 0 };

          word.stem = stem_of (text, word.start, word.end);
          g_array_append_val (words, word);
          start = NULL;
        }
      if (*p == '\0')
        break;
    }
  return words;
}

static const GArray *
words_of (Finder *self, GArray **words, const char *text, guint i)
{
  if (words[i] == NULL)
    {
      spend (self, strlen (text) * 8);
      words[i] = split_words (text);
    }
  return words[i];
}

/* How many words next to two places are the same, going away from them; an end met by both counts.
 */
static guint
common_context (const GArray *one, gint i, const GArray *two, gint j, gint step)
{
  guint n = 0;

  while (n < CONTEXT_WORDS)
    {
      gboolean one_ends = i < 0 || i >= (gint) one->len;
      gboolean two_ends = j < 0 || j >= (gint) two->len;

      if (one_ends || two_ends)
        return n + (one_ends && two_ends ? 1 : 0);
      if (g_array_index (one, Word, i).stem != g_array_index (two, Word, j).stem)
        return n;
      n++;
      i += step;
      j += step;
    }
  return n;
}

/* The first word that ends behind `offset`. */
static gint
word_at (const GArray *words, guint offset)
{
  guint low = 0, high = words->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (words, Word, middle).end <= offset)
        low = middle + 1;
      else
        high = middle;
    }
  return (gint) low;
}

/* The words of the old paragraph that the passage has a part of: [first, behind). */
static void
words_of_passage (const Passage *passage, const GArray *words, gint *first, gint *behind)
{
  *first = word_at (words, passage->start);
  *behind = *first;
  while (*behind < (gint) words->len && g_array_index (words, Word, *behind).start < passage->end)
    (*behind)++;
}

static guint
score_of (Finder *self, const Passage *passage, guint paragraph, guint start, guint end)
{
  guint index = passage->tag->paragraph;
  const GArray *old = words_of (self, self->old_words, passage->text, index);
  const GArray *new = words_of (self, self->new_words, new_text (self, paragraph), paragraph);
  gint first, behind, new_first, new_behind;
  Passage there = { passage->tag, new_text (self, paragraph), start, end, passage->group };

  words_of_passage (passage, old, &first, &behind);
  words_of_passage (&there, new, &new_first, &new_behind);
  return common_context (old, first - 1, new, new_first - 1, -1)
         + common_context (old, behind, new, new_behind, 1);
}

/* ---- places ---- */

static char *
claim_key (guint paragraph, guint start, gint64 owner)
{
  return g_strdup_printf ("%u|%u|%" G_GINT64_FORMAT, paragraph, start, owner);
}

static gboolean
is_claimed (Finder *self, guint paragraph, guint start, gint64 owner)
{
  g_autofree char *key = claim_key (paragraph, start, owner);

  return g_hash_table_contains (self->claimed, key);
}

/* `start` and `end` in bytes of the new paragraph. */
static void
put (Finder *self,
     const Passage *passage,
     PltAnchorState state,
     guint paragraph,
     guint start,
     guint end)
{
  guint index = (guint) (passage->tag - (const PltAnchorTag *) (gpointer) self->tags->data);
  PltAnchorPlace *place = &g_array_index (self->places, PltAnchorPlace, index);
  const char *text = new_text (self, paragraph);

  place->state = state;
  place->paragraph = paragraph;
  place->start = (guint) g_utf8_pointer_to_offset (text, text + start);
  place->length = (guint) g_utf8_pointer_to_offset (text + start, text + end);
  g_hash_table_add (self->claimed, claim_key (paragraph, start, passage->tag->owner));
}

static gboolean
has_letter_before (const char *text, guint offset)
{
  return offset > 0 && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (text + offset)));
}

static gboolean
has_letter_at (const char *text, guint offset)
{
  return g_unichar_isalnum (g_utf8_get_char (text + offset));
}

/* Whether a place ends words where the passage does. */
static gboolean
same_bounds (const Passage *passage, const char *text, guint start, guint end)
{
  return has_letter_before (passage->text, passage->start) == has_letter_before (text, start)
         && has_letter_at (passage->text, passage->end) == has_letter_at (text, end);
}

/* Adds to `found` where `text` has the words of the passage. */
static void
add_places (Finder *self, const Passage *passage, const char *text, guint paragraph, GArray *found)
{
  guint length = passage->end - passage->start;

  if (!spend (self, strlen (text)))
    return;
  for (const char *p = text; found->len < MOST_PLACES; p++)
    {
      Place place;

      p = strstr (p, self->needle);
      if (p == NULL)
        return;
      place = (Place){ paragraph, (guint) (p - text), (guint) (p - text) + length, 0 };
      if (same_bounds (passage, text, place.start, place.end))
        g_array_append_val (found, place);
    }
}

static const PltAnchorGroup *
group_of (const Finder *self, const Passage *passage)
{
  return g_hash_table_lookup (self->aligned->groups, GINT_TO_POINTER (passage->group));
}

/* Which of the places of its words in what changed of the old group the passage is, and of how
 * many: the third of five. */
static gint
place_among_old (Finder *self, const Passage *passage, guint *of)
{
  const PltAnchorGroup *group = group_of (self, passage);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Place));
  gint at = -1;

  for (guint i = 0; i < group->old->len; i++)
    {
      guint old = g_array_index (group->old, guint, i);

      if (self->aligned->image[old] < 0)
        add_places (self, passage, old_text (self, old), old, found);
    }
  for (guint i = 0; i < found->len; i++)
    {
      const Place *place = &g_array_index (found, Place, i);

      if (place->paragraph == passage->tag->paragraph && place->start == passage->start)
        at = (gint) i;
    }
  *of = found->len;
  return at;
}

/* The places in the group, of paragraphs that have an old counterpart or of those that have none.
 */
static GArray *
find_places (Finder *self, const Passage *passage, gboolean aligned)
{
  const PltAnchorGroup *group = group_of (self, passage);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < group->new->len; i++)
    {
      guint new = g_array_index (group->new, guint, i);

      if ((self->aligned->source[new] >= 0) == aligned)
        add_places (self, passage, new_text (self, new), new, found);
    }
  return found;
}

/* ---- 1: the same paragraph ---- */

static gboolean
find_same_paragraph (Finder *self, const Passage *passage)
{
  guint old = passage->tag->paragraph;
  gint new = self->aligned->image[old];

  if (new < 0)
    return FALSE;
  put (self, passage, self->aligned->sure[old] ? PLT_ANCHOR_SURE : PLT_ANCHOR_UNSURE, (guint) new,
       passage->start, passage->end);
  return TRUE;
}

/* ---- 2: the same words in what changed of the group ---- */

static gboolean
find_words (Finder *self, const Passage *passage)
{
  g_autoptr (GArray) found = find_places (self, passage, FALSE);
  gint best = -1, second = -1, same_place;
  guint n_old = 0;
  const Place *place;
  gboolean sure;

  for (guint i = 0; i < found->len; i++)
    {
      Place *candidate = &g_array_index (found, Place, i);

      if (is_claimed (self, candidate->paragraph, candidate->start, passage->tag->owner))
        continue;
      if (found->len > 1)
        candidate->score
            = score_of (self, passage, candidate->paragraph, candidate->start, candidate->end);
      if (best < 0 || candidate->score > g_array_index (found, Place, best).score)
        {
          second = best;
          best = (gint) i;
        }
      else if (second < 0 || candidate->score > g_array_index (found, Place, second).score)
        second = (gint) i;
    }
  if (best < 0)
    return FALSE;
  place = &g_array_index (found, Place, best);
  sure = second < 0 || place->score > g_array_index (found, Place, second).score;
  if (!sure)
    {
      /* Several as good: as many as there were, in the order they were. */
      same_place = place_among_old (self, passage, &n_old);
      if (same_place >= 0 && n_old == found->len
          && g_array_index (found, Place, same_place).score == place->score)
        {
          place = &g_array_index (found, Place, same_place);
          sure = TRUE;
        }
    }
  put (self, passage, sure ? PLT_ANCHOR_SURE : PLT_ANCHOR_UNSURE, place->paragraph, place->start,
       place->end);
  return TRUE;
}

/* ---- 3: the same paragraph in another group ---- */

static gboolean
find_moved_paragraph (Finder *self, const Passage *passage)
{
  const GArray *list = g_hash_table_lookup (self->new_texts, passage->text);
  gint found = -1;
  gboolean alone = TRUE;

  if (list == NULL || strlen (passage->text) < LEAST_MOVED)
    return FALSE;
  for (guint i = 0; i < list->len && i < MOST_PLACES; i++)
    {
      guint new = g_array_index (list, guint, i);

      if (self->aligned->source[new] >= 0
          || is_claimed (self, new, passage->start, passage->tag->owner))
        continue;
      alone = found < 0;
      if (found < 0)
        found = (gint) new;
    }
  if (found < 0)
    return FALSE;
  put (self, passage, alone ? PLT_ANCHOR_SURE : PLT_ANCHOR_UNSURE, (guint) found, passage->start,
       passage->end);
  return TRUE;
}

/* ---- 4: like words ---- */

/* Words [from, to) of a new paragraph stand for the passage. */
static gboolean
put_words (Finder *self,
           const Passage *passage,
           guint paragraph,
           const GArray *words,
           guint from,
           guint to)
{
  guint start = g_array_index (words, Word, from).start;

  if (is_claimed (self, paragraph, start, passage->tag->owner))
    return FALSE;
  put (self, passage, PLT_ANCHOR_UNSURE, paragraph, start, g_array_index (words, Word, to - 1).end);
  return TRUE;
}

/* "lanternes rouges" for "lanterne rouge". */
static gboolean
find_stems (Finder *self, const Passage *passage, guint paragraph, const GArray *wanted, guint n)
{
  const GArray *words = words_of (self, self->new_words, new_text (self, paragraph), paragraph);

  for (guint i = 0; n > 0 && i + n <= words->len; i++)
    {
      guint k = 0;

      while (k < n
             && g_array_index (words, Word, i + k).stem == g_array_index (wanted, Word, k).stem)
        k++;
      if (k == n && put_words (self, passage, paragraph, words, i, i + n))
        return TRUE;
    }
  return FALSE;
}

/* Other words between those that stood before and after the passage. */
static gboolean
find_replaced (Finder *self,
               const Passage *passage,
               guint paragraph,
               const GArray *old,
               gint first,
               gint behind)
{
  const GArray *words = words_of (self, self->new_words, new_text (self, paragraph), paragraph);
  guint longest = (guint) (behind - first) + LONGER_BY;

  for (guint i = 0; i < words->len; i++)
    {
      guint before = common_context (old, first - 1, words, (gint) i - 1, -1);

      for (guint k = 1; before > 0 && k <= longest && i + k <= words->len; k++)
        {
          guint after = common_context (old, behind, words, (gint) (i + k), 1);

          if (after > 0 && before + after >= LEAST_CONTEXT
              && put_words (self, passage, paragraph, words, i, i + k))
            return TRUE;
        }
    }
  return FALSE;
}

/* One of the long words of the passage. */
static gboolean
find_long_word (Finder *self, const Passage *passage, guint paragraph, const GArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      const Word *word = &g_array_index (wanted, Word, i);
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (Word));

      g_array_append_vals (one, word, 1);
      if (word->end - word->start >= LONG_WORD && find_stems (self, passage, paragraph, one, 1))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_like (Finder *self, const Passage *passage)
{
  const PltAnchorGroup *group = group_of (self, passage);
  const GArray *old = words_of (self, self->old_words, passage->text, passage->tag->paragraph);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (Word));
  gint first, behind;

  words_of_passage (passage, old, &first, &behind);
  if (first >= behind)
    return FALSE;
  g_array_append_vals (wanted, &g_array_index (old, Word, first), (guint) (behind - first));
  for (guint way = 0; way < 3; way++)
    for (guint i = 0; i < group->new->len; i++)
      {
        guint new = g_array_index (group->new, guint, i);

        if (self->aligned->source[new] >= 0)
          continue;
        if (!spend (self, strlen (new_text (self, new))))
          return FALSE;
        if (way == 0   ? find_stems (self, passage, new, wanted, wanted->len)
            : way == 1 ? find_replaced (self, passage, new, old, first, behind)
                       : find_long_word (self, passage, new, wanted))
          return TRUE;
      }
  return FALSE;
}

/* ---- 5: elsewhere in the group ---- */

static gboolean
has_other_place (const Finder *self, const Passage *passage)
{
  for (guint i = 0; i < self->tags->len; i++)
    {
      const PltAnchorTag *tag = &g_array_index (self->tags, PltAnchorTag, i);
      const PltAnchorPlace *place = &g_array_index (self->places, PltAnchorPlace, i);

      if (tag->owner == passage->tag->owner && place->state != PLT_ANCHOR_LOST
          && plt_anchor_paragraph (self->aligned->new, place->paragraph)->group == passage->group)
        return TRUE;
    }
  return FALSE;
}

static void
find_elsewhere (Finder *self, const Passage *passage)
{
  g_autoptr (GArray) found = NULL;

  if (!spend (self, self->tags->len) || has_other_place (self, passage))
    return;
  found = find_places (self, passage, TRUE);
  for (guint i = 0; i < found->len; i++)
    {
      const Place *place = &g_array_index (found, Place, i);

      if (is_claimed (self, place->paragraph, place->start, passage->tag->owner))
        continue;
      put (self, passage, PLT_ANCHOR_UNSURE, place->paragraph, place->start, place->end);
      return;
    }
}

/* ---- the whole ---- */

/* FALSE for a passage that is not in its paragraph. */
static gboolean
passage_of (Finder *self, const PltAnchorTag *tag, Passage *passage)
{
  const PltAnchorParagraph *paragraph = plt_anchor_paragraph (self->aligned->old, tag->paragraph);
  glong n = g_utf8_strlen (paragraph->text, -1);
  glong start = MIN ((glong) tag->start, n);
  glong end = MIN (start + (glong) tag->length, n);

  passage->tag = tag;
  passage->text = paragraph->text;
  passage->group = paragraph->group;
  passage->start = (guint) (g_utf8_offset_to_pointer (paragraph->text, start) - paragraph->text);
  passage->end = (guint) (g_utf8_offset_to_pointer (paragraph->text, end) - paragraph->text);
  g_free (self->needle);
  self->needle = g_strndup (paragraph->text + passage->start, passage->end - passage->start);
  return passage->end > passage->start || tag->length == 0;
}

/* What belongs to a paragraph as a whole goes to the first of its group. */
static gboolean
find_whole (Finder *self, const Passage *passage)
{
  const PltAnchorGroup *group = group_of (self, passage);

  if (group->new->len == 0)
    return FALSE;
  put (self, passage, PLT_ANCHOR_SURE, g_array_index (group->new, guint, 0), 0, 0);
  return TRUE;
}

static void
find_all (Finder *self)
{
  static gboolean (*const ways[]) (Finder *, const Passage *)
      = { find_same_paragraph, find_words, find_moved_paragraph, find_like };
  Passage passage;

  for (guint way = 0; way <= G_N_ELEMENTS (ways); way++)
    for (guint i = 0; i < self->tags->len; i++)
      {
        if (g_array_index (self->places, PltAnchorPlace, i).state != PLT_ANCHOR_LOST
            || !passage_of (self, &g_array_index (self->tags, PltAnchorTag, i), &passage))
          continue;
        if (passage.start == passage.end)
          {
            if (way == 0 && !find_same_paragraph (self, &passage))
              find_whole (self, &passage);
          }
        else if (way < G_N_ELEMENTS (ways))
          ways[way](self, &passage);
        else
          find_elsewhere (self, &passage);
      }
}

static void
index_new_texts (Finder *self)
{
  self->new_texts
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < self->aligned->new->len; i++)
    {
      const char *text = new_text (self, i);
      GArray *list
          = self->aligned->source[i] < 0 ? g_hash_table_lookup (self->new_texts, text) : NULL;

      if (self->aligned->source[i] >= 0)
        continue;
      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (self->new_texts, (gpointer) text, list);
        }
      g_array_append_val (list, i);
    }
}

static void
free_words (GArray **words, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&words[i], g_array_unref);
  g_free (words);
}

GArray *
plt_anchor_find (const GArray *old_paragraphs, const GArray *new_paragraphs, const GArray *tags)
{
  g_auto (PltAnchorAlignment) aligned = { NULL };
  Finder self = { .aligned = &aligned, .tags = tags, .budget = PLT_ANCHOR_BYTES };

  g_return_val_if_fail (old_paragraphs != NULL && new_paragraphs != NULL && tags != NULL, NULL);

  self.places = g_array_new (FALSE, TRUE, sizeof (PltAnchorPlace));
  g_array_set_size (self.places, tags->len);
  if (tags->len == 0)
    return self.places;
  plt_anchor_align (&aligned, old_paragraphs, new_paragraphs);
  self.old_words = g_new0 (GArray *, old_paragraphs->len + 1);
  self.new_words = g_new0 (GArray *, new_paragraphs->len + 1);
  self.claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index_new_texts (&self);
  find_all (&self);
  g_hash_table_unref (self.new_texts);
  g_hash_table_unref (self.claimed);
  g_free (self.needle);
  free_words (self.old_words, old_paragraphs->len);
  free_words (self.new_words, new_paragraphs->len);
  return self.places;
}
