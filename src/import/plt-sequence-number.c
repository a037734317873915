#include "plt-sequence-number.h"

#include <string.h>

#include "plt-text.h"

static const char *const latin[] = { "bis", "ter", "quater", "quinquies", "sexies", "septies" };

/* What follows the episode. */
static const char *
own_part (const char *number)
{
  const char *slash = strrchr (number, '/');

  return slash != NULL ? slash + 1 : number;
}

/**
 * plt_sequence_number_key:
 * @number: as written
 *
 * Returns: (transfer full): without case, accents and spaces
 */
char *
plt_sequence_number_key (const char *number)
{
  char *key = plt_text_fold (number);
  char *to = key;

  for (const char *p = key; *p != '\0'; p++)
    if (*p != ' ')
      *to++ = *p;
  *to = '\0';
  return key;
}

/* The key, with "bis4" for "quater", so that Latin counts sort as they count. */
static char *
sort_form (const char *number)
{
  g_autofree char *key = plt_sequence_number_key (number);

  for (guint i = 0; i < G_N_ELEMENTS (latin); i++)
    {
      gsize length = strlen (key), n = strlen (latin[i]);

      if (length > n && strcmp (key + length - n, latin[i]) == 0
          && g_ascii_isdigit (key[length - n - 1]))
        return g_strdup_printf ("%.*sbis%u", (int) (length - n), key, i + 2);
    }
  return g_steal_pointer (&key);
}

/**
 * plt_sequence_number_compare:
 * @a: a number
 * @b: a number
 *
 * Returns: less than, equal to or greater than 0 as @a comes before, is, or comes after @b: 7 <
 * 7Bis < 7Ter < 8, 12 < 12A < 12AA < 12B
 */
int
plt_sequence_number_compare (const char *a, const char *b)
{
  g_autofree char *one = sort_form (a);
  g_autofree char *two = sort_form (b);

  return plt_text_compare (one, two);
}

/**
 * plt_sequence_number_episode:
 * @number: as written
 *
 * Returns: (transfer full): what stands before the stroke
 */
char *
plt_sequence_number_episode (const char *number)
{
  const char *own = own_part (number);

  return own == number ? g_strdup ("") : g_strndup (number, (gsize) (own - number) - 1);
}

static const char *
figures_of (const char *number)
{
  const char *own = own_part (number);

  return own + strcspn (own, "0123456789");
}

guint
plt_sequence_number_figure (const char *number)
{
  return (guint) MIN (g_ascii_strtoull (figures_of (number), NULL, 10), G_MAXINT);
}

char *
plt_sequence_number_with_figure (const char *number, guint figure)
{
  g_autofree char *stem = g_strndup (number, (gsize) (own_part (number) - number));

  return g_strdup_printf ("%s%u", stem, figure);
}

/* "Ter" for a "Bis", written as that is; NULL when the suffix is no Latin count, or the last. */
static char *
next_latin (const char *suffix)
{
  g_autofree char *folded = plt_sequence_number_key (suffix);
  gsize spaces = strspn (suffix, " ");

  for (guint i = 0; i + 1 < G_N_ELEMENTS (latin); i++)
    if (strcmp (folded, latin[i]) == 0)
      {
        const char *word = suffix + spaces;
        g_autofree char *next = g_strdup (latin[i + 1]);

        if (g_ascii_isupper (word[0]))
          next[0] = g_ascii_toupper (next[0]);
        for (gsize k = 1; g_ascii_isupper (word[1]) && next[k] != '\0'; k++)
          next[k] = g_ascii_toupper (next[k]);
        return g_strdup_printf ("%.*s%s", (int) spaces, suffix, next);
      }
  return NULL;
}

/* The next one by the same count: 12 -> 12A, 12A -> 12B, 7Bis -> 7Ter; NULL at its end. */
static char *
successor (const char *number)
{
  const char *figures = figures_of (number);
  const char *suffix = figures + strspn (figures, "0123456789");
  gsize n = strlen (number);
  char *next;

  if (*suffix == '\0')
    return g_strconcat (number, "A", NULL);
  next = next_latin (suffix);
  if (next != NULL)
    {
      g_autofree char *taken = next;

      return g_strdup_printf ("%.*s%s", (int) (suffix - number), number, taken);
    }
  if (!g_ascii_isalpha (number[n - 1]) || g_ascii_toupper (number[n - 1]) == 'Z'
      || strlen (suffix) > 2)
    return NULL;
  next = g_strdup (number);
  next[n - 1]++;
  return next;
}

typedef struct
{
  const char *before, *after;
  PltNumberTaken taken;
  gpointer data;
  gboolean ordered; /* the neighbours are in the order of their numbers */
} Gap;

/* Whether it is below what follows; 7A is after 7, whatever follows, when those are not in order.
 */
static gboolean
fits (const Gap *self, const char *number)
{
  return !self->ordered || plt_sequence_number_compare (number, self->after) < 0;
}

static char *
after_the_one_before (const Gap *self)
{
  char *number = successor (self->before);

  while (number != NULL && fits (self, number))
    {
      char *next;

      if (!self->taken (number, self->data))
        return number;
      next = successor (number);
      g_free (number);
      number = next;
    }
  g_free (number);
  return NULL;
}

static char *
with_letter (const Gap *self, const char *prefix, const char *number, gboolean in_front)
{
  for (char letter = 'A'; letter <= 'Z'; letter++)
    {
      char *made = in_front ? g_strdup_printf ("%s%c%s", prefix, letter, number)
                            : g_strdup_printf ("%s%c", number, letter);

      if (!self->taken (made, self->data) && (in_front || fits (self, made)))
        return made;
      g_free (made);
    }
  return NULL;
}

/* 7A1, or the first behind those that are taken, found by halves: a damaged script gives one number
 * to thousands. */
static char *
with_count (const Gap *self)
{
  guint low = 0, high = 1;

  for (;;)
    {
      guint i = high - low > 1 ? low + (high - low) / 2 : high;
      g_autofree char *made = g_strdup_printf ("%sA%u", self->before, i);
      gboolean taken = self->taken (made, self->data);

      if (!taken && i == low + 1)
        return g_steal_pointer (&made);
      if (taken && i == high)
        high *= 2;
      if (taken)
        low = i;
      else
        high = i;
    }
}

char *
plt_sequence_number_between (const char *before,
                             const char *after,
                             PltNumberTaken taken,
                             gpointer data)
{
  const Gap gap = { before, after, taken, data,
                    after[0] != '\0'
                        && (before[0] == '\0' || plt_sequence_number_compare (before, after) < 0) };
  char *made = NULL;

  g_return_val_if_fail (before != NULL && after != NULL && taken != NULL, NULL);

  if (before[0] != '\0')
    {
      made = after_the_one_before (&gap);
      if (made == NULL)
        made = with_letter (&gap, "", before, FALSE);
    }
  if (made == NULL && after[0] != '\0')
    {
      g_autofree char *stem = g_strndup (after, (gsize) (own_part (after) - after));

      made = with_letter (&gap, stem, own_part (after), TRUE);
    }
  return made != NULL ? made : with_count (&gap);
}
