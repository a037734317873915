#include "plt-script-match.h"

#include <stdlib.h>
#include <string.h>

#include "plt-heading.h"
#include "plt-sequence-number.h"
#include "plt-text.h"

#define MAX_PAIRS 1000000 /* above it, only numbers and headings are compared */
#define SHORTEST_WORD 4
#define LIKE_TWINS 850
#define LIKE_WITH_NUMBER 300
#define LIKE_WITH_HEADING 200
#define LIKE_ALONE 500
#define CONTAINED 700
#define LEAST_WORDS 8 /* to know a text by */
#define WINDOW 8      /* places to look at in a great group of one heading */

/* ---- sketches ---- */

static void
clear_sketch (gpointer data)
{
  PltSceneSketch *self = data;

  g_free (self->number);
  g_free (self->heading);
  g_array_unref (self->words);
}

GArray *
plt_scene_sketches_new (void)
{
  GArray *sketches = g_array_new (FALSE, FALSE, sizeof (PltSceneSketch));

  g_array_set_clear_func (sketches, clear_sketch);
  return sketches;
}

void
plt_scene_sketches_add (GArray *sketches, const char *number, const char *heading)
{
  PltSceneSketch sketch = { plt_sequence_number_key (number), g_strdup (heading), FALSE,
                            g_array_new (FALSE, FALSE, sizeof (guint32)) };

  g_array_append_val (sketches, sketch);
}

/* Words are runs of at least SHORTEST_WORD bytes of letters and figures, small letters as capitals:
 * shorter ones are in every text. FNV-1a hashes stand for them. */
void
plt_scene_sketch_add_text (PltSceneSketch *self, const char *text)
{
  guint32 hash = 2166136261u;
  guint n = 0;
  for (const guchar *p = (const guchar *) text;; p++)
    {
      if (g_ascii_isalnum ((char) *p) || *p >= 0x80)
        {
          hash = (hash ^ (guchar) g_ascii_toupper ((char) *p)) * 16777619u;
          n++;
          continue;
        }
      if (n >= SHORTEST_WORD)
        g_array_append_val (self->words, hash);
      hash = 2166136261u;
      n = 0;
      if (*p == '\0')
        break;
    }
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint32 one = *(const guint32 *) a;
  guint32 two = *(const guint32 *) b;

  return one < two ? -1 : one > two;
}

void
plt_scene_sketch_close (PltSceneSketch *self)
{
  g_array_sort (self->words, compare_hashes);
}

char *
plt_scene_heading_key (const char *int_ext,
                       const char *set,
                       const char *sub_set,
                       const char *effect)
{
  g_autofree char *all = g_strjoin ("|", int_ext, set, sub_set, effect, NULL);

  return strlen (all) > 3 ? plt_text_fold (all) : g_strdup ("");
}

gboolean
plt_scene_is_omitted (const PltScene *scene)
{
  g_auto (PltHeading) heading = { NULL };

  if (scene->int_ext[0] != '\0' || scene->set[0] != '\0' || scene->heading[0] == '\0')
    return FALSE;
  plt_heading_parse (scene->heading, -1, TRUE, &heading);
  return heading.omitted;
}

GArray *
plt_scene_sketches_of (const PltScript *script)
{
  GArray *sketches = plt_scene_sketches_new ();

  for (guint i = 0; i < script->scenes->len; i++)
    {
      const PltScene *scene = g_ptr_array_index (script->scenes, i);
      g_autofree char *key
          = plt_scene_heading_key (scene->int_ext, scene->set, scene->sub_set, scene->effect);
      PltSceneSketch *sketch;

      plt_scene_sketches_add (sketches, scene->number, key);
      sketch = &g_array_index (sketches, PltSceneSketch, i);
      sketch->omitted = plt_scene_is_omitted (scene);
      for (guint p = scene->first + 1; p < scene->first + scene->n_paragraphs; p++)
        {
          const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, p);

          if (paragraph->kind != PLT_PARAGRAPH_NOTE && paragraph->kind != PLT_PARAGRAPH_BONEYARD)
            plt_scene_sketch_add_text (sketch, paragraph->text);
        }
      plt_scene_sketch_close (sketch);
    }
  return sketches;
}

guint
plt_scene_common_words (const GArray *a, const GArray *b)
{
  guint common = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint32 one = g_array_index (a, guint32, i);
      guint32 two = g_array_index (b, guint32, j);

      common += one == two ? 1 : 0;
      i += one <= two ? 1 : 0;
      j += two <= one ? 1 : 0;
    }
  return common;
}

guint
plt_scene_likeness (const PltSceneSketch *a, const PltSceneSketch *b)
{
  guint total = a->words->len + b->words->len;

  if (total == 0)
    return 1000;
  return (guint) ((guint64) plt_scene_common_words (a->words, b->words) * 2000 / total);
}

/* ---- matching ---- */

typedef struct
{
  const GArray *old_sketches, *new_sketches;
  gint *old_of;     /* by new scene */
  guint8 *old_used; /* by old scene */
} Matcher;

static const PltSceneSketch *
old_at (const Matcher *self, guint i)
{
  return &g_array_index (self->old_sketches, PltSceneSketch, i);
}

static const PltSceneSketch *
new_at (const Matcher *self, guint i)
{
  return &g_array_index (self->new_sketches, PltSceneSketch, i);
}

static void
pair (Matcher *self, guint old_scene, guint new_scene)
{
  self->old_of[new_scene] = (gint) old_scene;
  self->old_used[old_scene] = TRUE;
}

static gboolean
same_heading (const PltSceneSketch *a, const PltSceneSketch *b)
{
  return a->heading[0] != '\0' && strcmp (a->heading, b->heading) == 0;
}

static void
match_omitted (Matcher *self)
{
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = self->old_sketches->len; i-- > 0;)
    if (old_at (self, i)->number[0] != '\0')
      g_hash_table_insert (by_number, old_at (self, i)->number, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->new_sketches->len; i++)
    {
      guint found
          = new_at (self, i)->omitted
                ? GPOINTER_TO_UINT (g_hash_table_lookup (by_number, new_at (self, i)->number))
                : 0;

      if (found != 0 && !self->old_used[found - 1])
        pair (self, found - 1, i);
    }
}

/* "number|heading|words", or without the number; NULL when there is nothing to know it by. */
static char *
exact_key (const PltSceneSketch *sketch, gboolean with_number)
{
  guint64 hash = 1469598103934665603u;

  if (sketch->heading[0] == '\0' || (with_number && sketch->number[0] == '\0'))
    return NULL;
  for (guint i = 0; i < sketch->words->len; i++)
    hash = (hash ^ g_array_index (sketch->words, guint32, i)) * 1099511628211u;
  return g_strdup_printf ("%s|%s|%u|%" G_GINT64_MODIFIER "x", with_number ? sketch->number : "",
                          sketch->heading, sketch->words->len, hash);
}

/* Scenes that say the same, in their order: the first with the first. */
static void
match_exact (Matcher *self, gboolean with_number)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *next = g_new0 (guint, self->old_sketches->len + 1);

  for (guint i = self->old_sketches->len; i-- > 0;)
    {
      char *key = self->old_used[i] ? NULL : exact_key (old_at (self, i), with_number);

      if (key == NULL)
        continue;
      next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (first, key));
      g_hash_table_replace (first, key, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < self->new_sketches->len; i++)
    {
      g_autofree char *key
          = self->old_of[i] >= 0 ? NULL : exact_key (new_at (self, i), with_number);
      guint found = key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (first, key)) : 0;

      if (found == 0)
        continue;
      pair (self, found - 1, i);
      g_hash_table_replace (first, g_steal_pointer (&key), GUINT_TO_POINTER (next[found - 1]));
    }
}

/* By number; `surely`: only where the scene is still the same. */
static void
match_numbers (Matcher *self, gboolean surely)
{
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = self->old_sketches->len; i-- > 0;)
    if (!self->old_used[i] && old_at (self, i)->number[0] != '\0')
      g_hash_table_insert (by_number, old_at (self, i)->number, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->new_sketches->len; i++)
    {
      guint found;

      if (self->old_of[i] >= 0 || new_at (self, i)->number[0] == '\0')
        continue;
      found = GPOINTER_TO_UINT (g_hash_table_lookup (by_number, new_at (self, i)->number));
      if (found == 0 || self->old_used[found - 1])
        continue;
      if (!surely || same_heading (old_at (self, found - 1), new_at (self, i))
          || plt_scene_likeness (old_at (self, found - 1), new_at (self, i)) >= LIKE_WITH_NUMBER)
        pair (self, found - 1, i);
    }
}

typedef struct
{
  guint old_scene, new_scene;
  guint likeness;
  gboolean same_number;
  guint distance; /* in places, to prefer what stayed where it was */
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *two = b;

  if (one->likeness != two->likeness)
    return one->likeness > two->likeness ? -1 : 1;
  if (one->same_number != two->same_number)
    return one->same_number ? -1 : 1;
  if (one->distance != two->distance)
    return one->distance < two->distance ? -1 : 1;
  return one->new_scene < two->new_scene ? -1 : one->new_scene > two->new_scene;
}

static void
take_best (Matcher *self, GArray *candidates)
{
  g_array_sort (candidates, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (self->old_of[candidate->new_scene] < 0 && !self->old_used[candidate->old_scene])
        pair (self, candidate->old_scene, candidate->new_scene);
    }
  g_array_set_size (candidates, 0);
}

static void
add_candidate (Matcher *self, GArray *candidates, guint old_scene, guint new_scene, guint least)
{
  Candidate candidate
      = { old_scene, new_scene,
          plt_scene_likeness (old_at (self, old_scene), new_at (self, new_scene)),
          strcmp (old_at (self, old_scene)->number, new_at (self, new_scene)->number) == 0,
          (guint) ABS ((gint) old_scene - (gint) new_scene) };

  if (candidate.likeness >= least)
    g_array_append_val (candidates, candidate);
}

/* (element-type guint): the scenes left over, by heading */
static GHashTable *
group_by_heading (const GArray *sketches, const guint8 *used, const gint *taken)
{
  GHashTable *groups
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < sketches->len; i++)
    {
      const PltSceneSketch *sketch = &g_array_index (sketches, PltSceneSketch, i);
      GArray *group;

      if ((used != NULL && used[i]) || (taken != NULL && taken[i] >= 0)
          || sketch->heading[0] == '\0')
        continue;
      group = g_hash_table_lookup (groups, sketch->heading);
      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (groups, sketch->heading, group);
        }
      g_array_append_val (group, i);
    }
  return groups;
}

/* Each of `fresh` with those of `left` that are at most `window` places from its own. */
static void
add_group (Matcher *self,
           GArray *candidates,
           const GArray *left,
           const GArray *fresh,
           guint least,
           guint window)
{
  for (guint i = 0; i < fresh->len; i++)
    {
      guint place = (guint) ((guint64) i * left->len / fresh->len);
      guint from = place > window ? place - window : 0;
      guint to = left->len - place > window ? place + window : left->len;

      for (guint j = from; j < to; j++)
        add_candidate (self, candidates, g_array_index (left, guint, j),
                       g_array_index (fresh, guint, i), least);
    }
}

/* `twins`: only scenes whose text hardly changed. */
static void
match_headings (Matcher *self, gboolean twins)
{
  g_autoptr (GHashTable) old_groups = group_by_heading (self->old_sketches, self->old_used, NULL);
  g_autoptr (GHashTable) new_groups = group_by_heading (self->new_sketches, NULL, self->old_of);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  GHashTableIter iter;
  gpointer key, value;
  guint64 pairs = 0;

  g_hash_table_iter_init (&iter, new_groups);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const GArray *fresh = value;
      const GArray *left = g_hash_table_lookup (old_groups, key);

      if (left == NULL)
        continue;
      pairs += (guint64) left->len * fresh->len;
      add_group (self, candidates, left, fresh,
                 twins                               ? LIKE_TWINS
                 : left->len == 1 && fresh->len == 1 ? 0
                                                     : LIKE_WITH_HEADING,
                 pairs > MAX_PAIRS ? WINDOW : G_MAXUINT);
    }
  take_best (self, candidates);
}

/* How much of the shorter text is in the longer one, when there is enough of it to be known by. */
static guint
containment (const PltSceneSketch *a, const PltSceneSketch *b)
{
  guint least = MIN (a->words->len, b->words->len);

  return least < LEAST_WORDS
             ? 0
             : (guint) ((guint64) plt_scene_common_words (a->words, b->words) * 1000 / least);
}

static void
match_likeness (Matcher *self)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  guint64 old_left = 0, new_left = 0;

  for (guint i = 0; i < self->old_sketches->len; i++)
    old_left += self->old_used[i] ? 0 : 1;
  for (guint i = 0; i < self->new_sketches->len; i++)
    new_left += self->old_of[i] < 0 ? 1 : 0;
  if (old_left * new_left > MAX_PAIRS)
    return;
  for (guint i = 0; i < self->new_sketches->len; i++)
    for (guint j = 0; self->old_of[i] < 0 && j < self->old_sketches->len; j++)
      if (!self->old_used[j] && new_at (self, i)->words->len > 0
          && old_at (self, j)->words->len > 0)
        add_candidate (self, candidates, j, i,
                       containment (old_at (self, j), new_at (self, i)) >= CONTAINED ? 0
                                                                                     : LIKE_ALONE);
  take_best (self, candidates);
}

gint *
plt_script_match (const GArray *old_sketches, const GArray *new_sketches)
{
  Matcher self = { old_sketches, new_sketches };
  g_autofree guint8 *used = g_malloc0 (old_sketches->len + 1);

  self.old_used = used;
  self.old_of = g_new (gint, new_sketches->len + 1);
  for (guint i = 0; i < new_sketches->len; i++)
    self.old_of[i] = -1;
  match_omitted (&self);
  match_exact (&self, TRUE);
  match_exact (&self, FALSE);
  match_headings (&self, TRUE);
  match_numbers (&self, TRUE);
  match_headings (&self, FALSE);
  match_likeness (&self);
  match_numbers (&self, FALSE);
  return self.old_of;
}
