#include "plt-script-compare.h"

#include <string.h>

#define LEAST_COMMON 300 /* of 1000: the words that a changed paragraph keeps */
#define MOST_PAIRS 2500  /* paragraphs compared with each other in one change */

/* Blocks [first, first + n) of one séquence. */
typedef struct
{
  gint64 sequence;
  guint first, n;
} Group;

typedef struct
{
  const PltBlockFacts *old, *new;
  GArray *old_groups, *new_groups;    /* Group */
  GHashTable *numbers;                /* "kind|text" -> number */
  guint32 *old_numbers, *new_numbers; /* by block: equal ones are equal paragraphs */
  PltScriptCompare *result;
} Comparer;

/* ---- séquences ---- */

static GArray *
group (const PltBlockFacts *blocks, guint n)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < n; i++)
    {
      Group *last = groups->len > 0 ? &g_array_index (groups, Group, groups->len - 1) : NULL;
      /* A heading whose séquence was deleted begins a group all the same. */
      gboolean begins = last == NULL || blocks[i].sequence != last->sequence
                        || (blocks[i].sequence == 0 && strcmp (blocks[i].kind, "heading") == 0);
      Group added = { blocks[i].sequence, i, 1 };

      if (begins)
        g_array_append_val (groups, added);
      else
        last->n++;
    }
  return groups;
}

static const Group *
group_at (const GArray *groups, guint i)
{
  return &g_array_index (groups, Group, i);
}

/* What a group is known by: its row; without one the beginning is one, a heading its text. */
static char *
group_key (const PltBlockFacts *blocks, const Group *self)
{
  if (self->sequence != 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, self->sequence);
  if (strcmp (blocks[self->first].kind, "heading") != 0)
    return g_strdup ("");
  return g_strdup_printf ("=%s", blocks[self->first].text);
}

/* By new group: the old one, -1. */
static gint *
match_groups (const Comparer *self)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint *old_of = g_new (gint, self->new_groups->len + 1);

  for (guint i = self->old_groups->len; i-- > 0;)
    g_hash_table_replace (by_key, group_key (self->old, group_at (self->old_groups, i)),
                          GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->new_groups->len; i++)
    {
      g_autofree char *key = group_key (self->new, group_at (self->new_groups, i));
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, key));

      old_of[i] = (gint) found - 1;
      g_hash_table_remove (by_key, key);
    }
  return old_of;
}

/* The fewest that can be said to have moved: those outside of a longest run in the old order. */
static guint8 *
find_moved (const gint *old_of, guint n)
{
  g_autofree gint *tails = g_new (gint, n + 1);
  g_autofree gint *before = g_new (gint, n + 1);
  guint8 *moved = g_new0 (guint8, n + 1);
  guint longest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = longest;

      if (old_of[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (old_of[tails[middle]] < old_of[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? tails[low - 1] : -1;
      tails[low] = (gint) i;
      longest = MAX (longest, low + 1);
      moved[i] = TRUE;
    }
  for (gint i = longest > 0 ? tails[longest - 1] : -1; i >= 0; i = before[i])
    moved[i] = FALSE;
  return moved;
}

/* ---- paragraphs ---- */

static void
number_blocks (Comparer *self, const PltBlockFacts *blocks, guint n, guint32 *numbers)
{
  for (guint i = 0; i < n; i++)
    {
      char *key = g_strconcat (blocks[i].kind, "|", blocks[i].text, NULL);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

      if (number == 0)
        {
          number = g_hash_table_size (self->numbers) + 1;
          g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (number));
        }
      else
        g_free (key);
      numbers[i] = number;
    }
}

static void
add_row (Comparer *self, gint old, gint new)
{
  PltCompareRow row = { old, new, PLT_COMPARE_SAME, self->result->runs->len, 0 };

  if (old < 0)
    row.state = PLT_COMPARE_ADDED;
  else if (new < 0)
    row.state = PLT_COMPARE_CUT;
  else if (self->old_numbers[old] != self->new_numbers[new])
    {
      row.state = PLT_COMPARE_CHANGED;
      if (strcmp (self->old[old].text, self->new[new].text) != 0)
        {
          g_autoptr (GArray) runs = plt_word_diff (self->old[old].text, self->new[new].text);

          row.n_runs = runs->len;
          g_array_append_vals (self->result->runs, runs->data, runs->len);
        }
    }
  g_array_append_val (self->result->rows, row);
}

/* How much of two texts is common to them, 0 to 1000. */
static guint
likeness (const char *old, const char *new)
{
  g_autoptr (GArray) runs = NULL;
  gsize all = strlen (old) + strlen (new), equal = 0;

  if (all == 0)
    return 1000;
  runs = plt_word_diff (old, new);
  for (guint i = 0; i < runs->len; i++)
    {
      const PltDiffRun *run = &g_array_index (runs, PltDiffRun, i);

      if (run->kind == PLT_DIFF_EQUAL)
        equal += run->old_end - run->old_start + run->new_end - run->new_start;
    }
  return (guint) (equal * 1000 / all);
}

/* Whether one may be the changed form of the other. A heading is; of the rest the words say it. */
static guint
worth (const Comparer *self, guint old, guint new)
{
  guint like;

  if (strcmp (self->old[old].kind, self->new[new].kind) != 0)
    return strcmp (self->old[old].text, self->new[new].text) == 0 ? 1000 : 0;
  if (strcmp (self->old[old].kind, "heading") == 0)
    return 1000;
  like = likeness (self->old[old].text, self->new[new].text);
  return like >= LEAST_COMMON ? like : 0;
}

/* The pairs in order that are worth most together, in [old, old_end) and [new, new_end). */
static void
add_change (Comparer *self, guint old, guint old_end, guint new, guint new_end)
{
  guint n = old_end - old, m = new_end - new;
  g_autofree guint *best = NULL;
  g_autofree guint *here = NULL;
  gboolean few = (guint64) n * m <= MOST_PAIRS;

  if (few)
    {
      best = g_new0 (guint, (gsize) (n + 1) * (m + 1));
      here = g_new0 (guint, (gsize) (n + 1) * (m + 1));
      for (guint i = n; i-- > 0;)
        for (guint j = m; j-- > 0;)
          {
            guint at = i * (m + 1) + j;
            guint skip = MAX (best[at + m + 1], best[at + 1]);

            here[at] = worth (self, old + i, new + j);
            best[at] = here[at] > 0 ? MAX (skip, here[at] + best[at + m + 2]) : skip;
          }
    }
  for (guint i = 0, j = 0; i < n || j < m;)
    {
      guint at = i * (m + 1) + j;

      if (i < n && j < m && few && here[at] > 0 && best[at] == here[at] + best[at + m + 2])
        add_row (self, (gint) (old + i++), (gint) (new + j++));
      else if (i < n && (j == m || !few || best[at] == best[at + m + 1]))
        add_row (self, (gint) (old + i++), -1);
      else
        add_row (self, -1, (gint) (new + j++));
    }
}

/* ---- one séquence ---- */

static void
add_both (Comparer *self, const Group *old, const Group *new)
{
  g_autoptr (GArray) runs = plt_sequence_diff (self->old_numbers + old->first, old->n,
                                               self->new_numbers + new->first, new->n);

  for (guint i = 0; i < runs->len; i++)
    {
      const PltDiffRun *run = &g_array_index (runs, PltDiffRun, i);
      guint old_start = old->first + run->old_start, old_end = old->first + run->old_end;
      guint new_start = new->first + run->new_start, new_end = new->first + run->new_end;

      if (run->kind == PLT_DIFF_EQUAL)
        for (guint k = 0; old_start + k < old_end; k++)
          add_row (self, (gint) (old_start + k), (gint) (new_start + k));
      else if (run->kind == PLT_DIFF_DELETED && i + 1 < runs->len
               && g_array_index (runs, PltDiffRun, i + 1).kind == PLT_DIFF_INSERTED)
        {
          const PltDiffRun *next = &g_array_index (runs, PltDiffRun, ++i);

          add_change (self, old_start, old_end, new->first + next->new_start,
                      new->first + next->new_end);
        }
      else
        add_change (self, old_start, old_end, new_start, new_end);
    }
}

/* `old` or `new` may be NULL. */
static void
add_sequence (Comparer *self, const Group *old, const Group *new, gboolean moved)
{
  PltScriptCompare *result = self->result;
  const PltBlockFacts *first = new != NULL ? &self->new[new->first] : &self->old[old->first];
  gboolean is_front = first->sequence == 0 && strcmp (first->kind, "heading") != 0;
  PltCompareSequence added = { new != NULL ? new->sequence : old->sequence, PLT_COMPARE_SAME, moved,
                               result->rows->len, 0 };

  if (old == NULL)
    for (guint i = 0; i < new->n; i++)
      add_row (self, -1, (gint) (new->first + i));
  else if (new == NULL)
    for (guint i = 0; i < old->n; i++)
      add_row (self, (gint) (old->first + i), -1);
  else
    add_both (self, old, new);
  added.n_rows = result->rows->len - added.first_row;
  if (old == NULL || new == NULL)
    added.state = old == NULL ? PLT_COMPARE_ADDED : PLT_COMPARE_CUT;
  for (guint i = added.first_row; added.state == PLT_COMPARE_SAME && i < result->rows->len; i++)
    if (g_array_index (result->rows, PltCompareRow, i).state != PLT_COMPARE_SAME)
      added.state = PLT_COMPARE_CHANGED;
  result->same += added.state == PLT_COMPARE_SAME && !moved && !is_front ? 1 : 0;
  result->changed += added.state == PLT_COMPARE_CHANGED ? 1 : 0;
  result->added += added.state == PLT_COMPARE_ADDED ? 1 : 0;
  result->cut += added.state == PLT_COMPARE_CUT ? 1 : 0;
  result->moved += moved ? 1 : 0;
  g_array_append_val (result->sequences, added);
}

/* Those that are gone behind the one they followed. */
static void
add_cut_after (Comparer *self, gint old, const guint8 *used)
{
  for (guint i = (guint) (old + 1); i < self->old_groups->len && !used[i]; i++)
    add_sequence (self, group_at (self->old_groups, i), NULL, FALSE);
}

static void
compare (Comparer *self)
{
  g_autofree gint *old_of = match_groups (self);
  g_autofree guint8 *moved = find_moved (old_of, self->new_groups->len);
  g_autofree guint8 *used = g_new0 (guint8, self->old_groups->len + 1);

  for (guint i = 0; i < self->new_groups->len; i++)
    if (old_of[i] >= 0)
      used[old_of[i]] = TRUE;
  add_cut_after (self, -1, used);
  for (guint i = 0; i < self->new_groups->len; i++)
    {
      const Group *old = old_of[i] >= 0 ? group_at (self->old_groups, (guint) old_of[i]) : NULL;

      add_sequence (self, old, group_at (self->new_groups, i), moved[i]);
      if (old != NULL)
        add_cut_after (self, old_of[i], used);
    }
}

PltScriptCompare *
plt_script_compare (const PltBlockFacts *old_blocks,
                    guint n_old,
                    const PltBlockFacts *new_blocks,
                    guint n_new)
{
  PltScriptCompare *result = g_new0 (PltScriptCompare, 1);
  g_autoptr (GArray) old_groups = group (old_blocks, n_old);
  g_autoptr (GArray) new_groups = group (new_blocks, n_new);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint32 *old_numbers = g_new (guint32, n_old + 1);
  g_autofree guint32 *new_numbers = g_new (guint32, n_new + 1);
  Comparer self = { old_blocks, new_blocks,  old_groups,  new_groups,
                    numbers,    old_numbers, new_numbers, result };

  result->sequences = g_array_new (FALSE, FALSE, sizeof (PltCompareSequence));
  result->rows = g_array_new (FALSE, FALSE, sizeof (PltCompareRow));
  result->runs = g_array_new (FALSE, FALSE, sizeof (PltDiffRun));
  number_blocks (&self, old_blocks, n_old, old_numbers);
  number_blocks (&self, new_blocks, n_new, new_numbers);
  compare (&self);
  return result;
}

/**
 * plt_script_compare_free:
 * @self: (transfer full): a comparison
 */
void
plt_script_compare_free (PltScriptCompare *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->sequences);
  g_array_unref (self->rows);
  g_array_unref (self->runs);
  g_free (self);
}
