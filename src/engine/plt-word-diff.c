#include "plt-word-diff.h"

#include <string.h>

/* ---- sequences ---- */

typedef struct
{
  const guint32 *old, *new;
  gint n_old, n_new;
  GArray *rounds; /* gint *: the furthest reach of each diagonal, a round a difference */
} Myers;

static void
add_run (
    GArray *runs, PltDiffKind kind, guint old_start, guint old_end, guint new_start, guint new_end)
{
  PltDiffRun run = { kind, old_start, old_end, new_start, new_end };
  PltDiffRun *last = runs->len > 0 ? &g_array_index (runs, PltDiffRun, runs->len - 1) : NULL;

  if (old_start == old_end && new_start == new_end)
    return;
  if (last != NULL && last->kind == kind)
    {
      last->old_end = old_end;
      last->new_end = new_end;
    }
  else
    g_array_append_val (runs, run);
}

/* Diagonal k = old - new; `reach` has room for [-d, d], k at k + d. */
static gint
step (const Myers *self, const gint *before, gint d, gint k)
{
  gint old;

  if (d == 0)
    old = 0;
  else if (k == -d || (k != d && before[k - 1 + d - 1] < before[k + 1 + d - 1]))
    old = before[k + 1 + d - 1];
  else
    old = before[k - 1 + d - 1] + 1;
  while (old < self->n_old && old - k < self->n_new && old - k >= 0
         && self->old[old] == self->new[old - k])
    old++;
  return old;
}

/* Walks back from the end and adds the runs from the start. */
static void
trace (const Myers *self, guint offset, GArray *runs)
{
  gint d = (gint) self->rounds->len - 1;
  gint old = self->n_old, new = self->n_new;
  g_autoptr (GArray) backwards = g_array_new (FALSE, FALSE, sizeof (PltDiffRun));

  for (; d > 0; d--)
    {
      const gint *before = g_array_index (self->rounds, gint *, d - 1);
      gint k = old - new;
      gboolean down = k == -d || (k != d && before[k - 1 + d - 1] < before[k + 1 + d - 1]);
      gint from_old = down ? before[k + 1 + d - 1] : before[k - 1 + d - 1];
      gint from_new = down ? from_old - (k + 1) : from_old - (k - 1);
      gint start_old = down ? from_old : from_old + 1;
      gint start_new = down ? from_new + 1 : from_new;
      PltDiffRun equal
          = { PLT_DIFF_EQUAL, (guint) start_old, (guint) old, (guint) start_new, (guint) new };
      PltDiffRun change = { down ? PLT_DIFF_INSERTED : PLT_DIFF_DELETED, (guint) from_old,
                            (guint) start_old, (guint) from_new, (guint) start_new };

      g_array_append_val (backwards, equal);
      g_array_append_val (backwards, change);
      old = from_old;
      new = from_new;
    }
  add_run (runs, PLT_DIFF_EQUAL, offset, offset + (guint) old, offset, offset + (guint) new);
  for (guint i = backwards->len; i-- > 0;)
    {
      const PltDiffRun *run = &g_array_index (backwards, PltDiffRun, i);

      add_run (runs, run->kind, offset + run->old_start, offset + run->old_end,
               offset + run->new_start, offset + run->new_end);
    }
}

static void
clear_round (gpointer data)
{
  g_free (*(gint **) data);
}

/* FALSE when it takes more than the bound. */
static gboolean
search (Myers *self)
{
  gint most = MIN (self->n_old + self->n_new, PLT_DIFF_MOST);

  for (gint d = 0; d <= most; d++)
    {
      const gint *before = d > 0 ? g_array_index (self->rounds, gint *, d - 1) : NULL;
      gint *reach = g_new (gint, 2 * (gsize) d + 1);

      for (gint k = -d; k <= d; k++)
        reach[k + d] = -1;
      g_array_append_val (self->rounds, reach);
      for (gint k = -d; k <= d; k += 2)
        {
          gint old = step (self, before, d, k);

          reach[k + d] = old;
          if (k == self->n_old - self->n_new && old >= self->n_old)
            return TRUE;
        }
    }
  return FALSE;
}

/* Deleted before inserted, in each change. */
static GArray *
tidy (GArray *runs)
{
  GArray *tidied = g_array_new (FALSE, FALSE, sizeof (PltDiffRun));

  for (guint i = 0; i < runs->len;)
    {
      PltDiffRun change = g_array_index (runs, PltDiffRun, i);

      if (change.kind == PLT_DIFF_EQUAL)
        {
          add_run (tidied, PLT_DIFF_EQUAL, change.old_start, change.old_end, change.new_start,
                   change.new_end);
          i++;
          continue;
        }
      for (; i < runs->len && g_array_index (runs, PltDiffRun, i).kind != PLT_DIFF_EQUAL; i++)
        {
          change.old_end = g_array_index (runs, PltDiffRun, i).old_end;
          change.new_end = g_array_index (runs, PltDiffRun, i).new_end;
        }
      add_run (tidied, PLT_DIFF_DELETED, change.old_start, change.old_end, change.new_start,
               change.new_start);
      add_run (tidied, PLT_DIFF_INSERTED, change.old_end, change.old_end, change.new_start,
               change.new_end);
    }
  g_array_unref (runs);
  return tidied;
}

GArray *
plt_sequence_diff (const guint32 *old, guint n_old, const guint32 *new, guint n_new)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (PltDiffRun));
  guint start = 0, end = 0, least = MIN (n_old, n_new);
  Myers myers = { NULL };

  while (start < least && old[start] == new[start])
    start++;
  while (end < least - start && old[n_old - 1 - end] == new[n_new - 1 - end])
    end++;
  myers = (Myers){ old + start, new + start, (gint) (n_old - start - end),
                   (gint) (n_new - start - end), NULL };
  add_run (runs, PLT_DIFF_EQUAL, 0, start, 0, start);
  if (myers.n_old > 0 && myers.n_new > 0)
    {
      myers.rounds = g_array_new (FALSE, FALSE, sizeof (gint *));
      g_array_set_clear_func (myers.rounds, clear_round);
      if (search (&myers))
        trace (&myers, start, runs);
      else
        {
          add_run (runs, PLT_DIFF_DELETED, start, n_old - end, start, start);
          add_run (runs, PLT_DIFF_INSERTED, n_old - end, n_old - end, start, n_new - end);
        }
      g_array_unref (myers.rounds);
    }
  else
    {
      add_run (runs, PLT_DIFF_DELETED, start, n_old - end, start, start);
      add_run (runs, PLT_DIFF_INSERTED, n_old - end, n_old - end, start, n_new - end);
    }
  add_run (runs, PLT_DIFF_EQUAL, n_old - end, n_old, n_new - end, n_new);
  return tidy (runs);
}

/* ---- words ---- */

typedef struct
{
  GArray *numbers; /* guint32: which word it is */
  GArray *ends;    /* guint: bytes, the space behind it included */
  GArray *marks;   /* guint8: no letter and no figure */
} Words;

static void
clear_words (Words *self)
{
  g_array_unref (self->numbers);
  g_array_unref (self->ends);
  g_array_unref (self->marks);
}

static gboolean
is_in_word (gunichar sign)
{
  return g_unichar_isalnum (sign) || g_unichar_ismark (sign);
}

/* Equal words get equal numbers, by the table. */
static void
split (Words *self, const char *text, GHashTable *known)
{
  const char *p = text;

  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (guint8));
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  while (*p != '\0')
    {
      const char *start = p;
      guint8 mark = !is_in_word (g_utf8_get_char (p));
      char *word;
      guint32 number;
      guint end;

      p = g_utf8_next_char (p);
      while (!mark && *p != '\0' && is_in_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word = g_strndup (start, (gsize) (p - start));
      number = GPOINTER_TO_UINT (g_hash_table_lookup (known, word));
      if (number == 0)
        {
          number = g_hash_table_size (known) + 1;
          g_hash_table_insert (known, word, GUINT_TO_POINTER (number));
        }
      else
        g_free (word);
      while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      end = (guint) (p - text);
      g_array_append_val (self->numbers, number);
      g_array_append_val (self->ends, end);
      g_array_append_val (self->marks, mark);
    }
}

/* A lone mark between two changes is a part of them. */
static GArray *
join_over_marks (GArray *runs, const Words *old)
{
  for (guint i = 1; i + 1 < runs->len; i++)
    {
      PltDiffRun *run = &g_array_index (runs, PltDiffRun, i);
      PltDiffRun added;

      if (run->kind != PLT_DIFF_EQUAL || run->old_end != run->old_start + 1
          || !g_array_index (old->marks, guint8, run->old_start))
        continue;
      added = (PltDiffRun){ PLT_DIFF_INSERTED, run->old_end, run->old_end, run->new_start,
                            run->new_end };
      run->kind = PLT_DIFF_DELETED;
      run->new_end = run->new_start;
      g_array_insert_val (runs, i + 1, added);
      i++;
    }
  return tidy (runs);
}

static guint
byte_at (const Words *words, guint place)
{
  return place == 0 ? 0 : g_array_index (words->ends, guint, place - 1);
}

GArray *
plt_word_diff (const char *old_text, const char *new_text)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Words old, new;
  GArray *runs;

  g_return_val_if_fail (old_text != NULL && new_text != NULL, NULL);

  split (&old, old_text, known);
  split (&new, new_text, known);
  runs = plt_sequence_diff ((const guint32 *) (gpointer) old.numbers->data, old.numbers->len,
                            (const guint32 *) (gpointer) new.numbers->data, new.numbers->len);
  runs = join_over_marks (runs, &old);
  for (guint i = 0; i < runs->len; i++)
    {
      PltDiffRun *run = &g_array_index (runs, PltDiffRun, i);

      run->old_start = byte_at (&old, run->old_start);
      run->old_end = byte_at (&old, run->old_end);
      run->new_start = byte_at (&new, run->new_start);
      run->new_end = byte_at (&new, run->new_end);
    }
  clear_words (&old);
  clear_words (&new);
  return runs;
}
