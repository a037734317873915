/* Which paragraph of the new draft is which of the old one, to the letter and within its group. */
#include <string.h>

#include "plt-anchor-private.h"

#define MOST_REPEATS 64 /* of a paragraph, to be told apart by their neighbours */

static gboolean
same (const PltAnchorAlignment *self, guint old, guint new)
{
  return strcmp (plt_anchor_paragraph (self->old, old)->text,
                 plt_anchor_paragraph (self->new, new)->text)
         == 0;
}

static void
pair (PltAnchorAlignment *self, guint old, guint new, gboolean sure)
{
  self->image[old] = (gint) new;
  self->source[new] = (gint) old;
  self->sure[old] = sure;
}

/* ---- repeated paragraphs ---- */

/* How many neighbours say that `new` is `old`. */
static guint
neighbours (const PltAnchorAlignment *self, guint old, guint new)
{
  guint n = 0;

  if (old > 0 && new > 0 && self->image[old - 1] == (gint) new - 1)
    n++;
  if (old + 1 < self->old->len && new + 1 < self->new->len
      && self->image[old + 1] == (gint) new + 1)
    n++;
  return n;
}

/* The free one of `candidates` that most neighbours speak for; `least` of them at least. */
static void
pair_repeated (PltAnchorAlignment *self, guint old, const GArray *candidates, guint least)
{
  gint best = -1;
  guint most = 0;
  gboolean alone = TRUE;

  for (guint i = 0; i < candidates->len && i < MOST_REPEATS; i++)
    {
      guint new = g_array_index (candidates, guint, i);
      guint n;

      if (self->source[new] >= 0)
        continue;
      n = neighbours (self, old, new);
      if (n < least)
        continue;
      if (best >= 0 && n == most)
        alone = FALSE;
      if (best < 0 || n > most)
        {
          alone = TRUE;
          best = (gint) new;
          most = n;
        }
    }
  if (best >= 0)
    pair (self, old, (guint) best, alone && most > 0);
}

/* ---- groups ---- */

static GHashTable *
index_by_text (const GArray *paragraphs, const GArray *indexes, guint from, guint to)
{
  GHashTable *by_text
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = from; i < to; i++)
    {
      guint index = g_array_index (indexes, guint, i);
      const char *text = plt_anchor_paragraph (paragraphs, index)->text;
      GArray *list = g_hash_table_lookup (by_text, text);

      if (list == NULL)
        {
          list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_text, (gpointer) text, list);
        }
      g_array_append_val (list, index);
    }
  return by_text;
}

/* What is between the equal beginning and the equal end of a group. */
static void
align_middle (
    PltAnchorAlignment *self, const PltAnchorGroup *group, guint from, guint old_to, guint new_to)
{
  g_autoptr (GHashTable) old_texts = index_by_text (self->old, group->old, from, old_to);
  g_autoptr (GHashTable) new_texts = index_by_text (self->new, group->new, from, new_to);

  for (guint i = from; i < old_to; i++)
    {
      guint old = g_array_index (group->old, guint, i);
      const char *text = plt_anchor_paragraph (self->old, old)->text;
      const GArray *left = g_hash_table_lookup (old_texts, text);
      const GArray *right = g_hash_table_lookup (new_texts, text);

      if (right == NULL || left->len != right->len || g_array_index (left, guint, 0) != old)
        continue;
      for (guint k = 0; k < left->len; k++)
        pair (self, g_array_index (left, guint, k), g_array_index (right, guint, k), TRUE);
    }
  for (guint least = 3; least-- > 0;)
    for (guint i = from; i < old_to; i++)
      {
        guint old = g_array_index (group->old, guint, i);
        const GArray *right
            = g_hash_table_lookup (new_texts, plt_anchor_paragraph (self->old, old)->text);

        if (right != NULL && self->image[old] < 0)
          pair_repeated (self, old, right, least);
      }
}

static void
align_group (PltAnchorAlignment *self, const PltAnchorGroup *group)
{
  guint old_to = group->old->len, new_to = group->new->len, from = 0;

  while (from < old_to && from < new_to
         && same (self, g_array_index (group->old, guint, from),
                  g_array_index (group->new, guint, from)))
    {
      pair (self, g_array_index (group->old, guint, from), g_array_index (group->new, guint, from),
            TRUE);
      from++;
    }
  while (old_to > from && new_to > from
         && same (self, g_array_index (group->old, guint, old_to - 1),
                  g_array_index (group->new, guint, new_to - 1)))
    {
      old_to--;
      new_to--;
      pair (self, g_array_index (group->old, guint, old_to),
            g_array_index (group->new, guint, new_to), TRUE);
    }
  if (from < old_to && from < new_to)
    align_middle (self, group, from, old_to, new_to);
}

static void
group_free (gpointer data)
{
  PltAnchorGroup *self = data;

  g_array_unref (self->old);
  g_array_unref (self->new);
  g_free (self);
}

static PltAnchorGroup *
find_group (PltAnchorAlignment *self, gint number)
{
  PltAnchorGroup *group = g_hash_table_lookup (self->groups, GINT_TO_POINTER (number));

  if (group != NULL)
    return group;
  group = g_new (PltAnchorGroup, 1);
  group->old = g_array_new (FALSE, FALSE, sizeof (guint));
  group->new = g_array_new (FALSE, FALSE, sizeof (guint));
  g_hash_table_insert (self->groups, GINT_TO_POINTER (number), group);
  return group;
}

void
plt_anchor_align (PltAnchorAlignment *self, const GArray *old, const GArray *new)
{
  GHashTableIter iter;
  gpointer group;

  self->old = old;
  self->new = new;
  self->groups = g_hash_table_new_full (NULL, NULL, NULL, group_free);
  self->image = g_new (gint, old->len + 1);
  self->sure = g_new0 (guint8, old->len + 1);
  self->source = g_new (gint, new->len + 1);
  for (guint i = 0; i < old->len; i++)
    {
      self->image[i] = -1;
      g_array_append_val (find_group (self, plt_anchor_paragraph (old, i)->group)->old, i);
    }
  for (guint i = 0; i < new->len; i++)
    {
      self->source[i] = -1;
      g_array_append_val (find_group (self, plt_anchor_paragraph (new, i)->group)->new, i);
    }
  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    align_group (self, group);
}

void
plt_anchor_alignment_clear (PltAnchorAlignment *self)
{
  g_clear_pointer (&self->groups, g_hash_table_unref);
  g_clear_pointer (&self->image, g_free);
  g_clear_pointer (&self->sure, g_free);
  g_clear_pointer (&self->source, g_free);
}
