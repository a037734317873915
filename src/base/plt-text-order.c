/* The order of French text: keys, and comparing without them. */
#include "plt-text-private.h"

#include <string.h>

/* How a sort key is made, so that strcmp() orders keys:
 *
 *   what counts first, 0x01, what counts between equals, 0x01, the text itself
 *
 * First counts the folded text, each run of digits replaced by its length and its digits without
 * leading zeros. The length is written in figures that compare right: '9' for each full nine, then
 * the rest. Between equals count the accents (empty for ASCII: no accent sorts before one), and
 * last the bytes, so that only equal texts are equal. Control characters count as spaces, which
 * keeps 0x01 for the separators. */

static void
append_number (GString *key, const char *digits, gsize n)
{
  gsize rest;

  for (; n > 0 && *digits == '0'; n--)
    digits++;
  for (rest = n; rest >= 9; rest -= 9)
    g_string_append_c (key, '9');
  g_string_append_c (key, (char) ('0' + rest));
  g_string_append_len (key, digits, (gssize) n);
}

static void
append_primary (GString *key, const char *folded)
{
  for (const char *p = folded; *p != '\0';)
    {
      gsize n = strspn (p, "0123456789");

      if (n > 0)
        append_number (key, p, n);
      else
        {
          n = 1;
          g_string_append_c (key, (guchar) *p < ' ' ? ' ' : *p);
        }
      p += n;
    }
}

/**
 * plt_text_sort_key:
 * @text: any text
 *
 * Returns: (transfer full): bytes, not text: strcmp() on two keys orders as plt_text_compare()
 */
char *
plt_text_sort_key (const char *text)
{
  GString *key;
  gboolean ascii;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  ascii = plt_text_is_ascii (text);
  folded = plt_text_fold (text);
  key = g_string_sized_new (strlen (text) * (ascii ? 2 : 4) + 8);
  append_primary (key, folded);
  g_string_append_c (key, '\1');
  if (!ascii)
    {
      gsize start = key->len;

      plt_text_append_lower (key, text, FALSE);
      for (gsize i = start; i < key->len; i++)
        if ((guchar) key->str[i] < ' ')
          key->str[i] = ' ';
    }
  g_string_append_c (key, '\1');
  g_string_append (key, text);
  return g_string_free (key, FALSE);
}

/* ---- comparing without keys ----
 *
 * Nearly all pairs differ in what counts first, and nearly all letters are Latin ones that fold by
 * themselves. compare_first() walks over both texts as their keys would be written; keys are made
 * only when it cannot tell. */

#define LATIN_END 0x180
#define PUNCTUATION 0x2000
#define PUNCTUATION_END 0x2070
#define N_FOLDED (LATIN_END + PUNCTUATION_END - PUNCTUATION)

/* What one character folds to, as bytes; "" where its neighbours may have a say. */
typedef char Folded[8];

static const Folded *
get_folded (void)
{
  static Folded table[N_FOLDED];
  static gsize ready = 0;

  if (g_once_init_enter (&ready))
    {
      for (gunichar i = ' '; i < N_FOLDED; i++)
        {
          gunichar c = i < LATIN_END ? i : i - LATIN_END + PUNCTUATION;
          char text[8] = "";
          g_autofree char *folded = NULL;

          g_unichar_to_utf8 (c, text);
          folded = plt_text_fold (text);
          /* superscript figures would join the run of digits beside them */
          if (strlen (folded) < sizeof (Folded) && strpbrk (folded, "0123456789") == NULL
              && (guchar) folded[0] >= ' ')
            g_strlcpy (table[i], folded, sizeof (Folded));
        }
      g_once_init_leave (&ready, 1);
    }
  return table;
}

typedef struct
{
  const char *p;
  const char *pending; /* bytes of a character that was read */
} Walk;

/* What the character at `p` folds to; "" when it has to be looked at with its neighbours. */
static const char *
fold_one (const Folded *table, const char *p, const char **next)
{
  gunichar c = (guchar) *p;

  if (c < 0x80)
    {
      *next = p + 1;
      return c < ' ' ? " " : table[c];
    }
  c = g_utf8_get_char_validated (p, -1);
  if (c < LATIN_END)
    {
      *next = p + 2;
      return table[c];
    }
  if (c >= PUNCTUATION && c < PUNCTUATION_END)
    {
      *next = p + 3;
      return table[c - PUNCTUATION + LATIN_END];
    }
  return "";
}

/* The next byte of the key, 0 at the end, -1 when this cannot be told. Digits come as they are. */
static int
next_byte (const Folded *table, Walk *walk)
{
  if (*walk->pending == '\0')
    {
      if (*walk->p == '\0')
        return 0;
      if (g_ascii_isdigit (*walk->p))
        return *walk->p++;
      walk->pending = fold_one (table, walk->p, &walk->p);
      if (*walk->pending == '\0')
        return -1;
    }
  return (guchar) *walk->pending++;
}

/* Whether a run of digits that ends at `p` may go on in the folded text. */
static gboolean
is_open_end (const Folded *table, const char *p)
{
  const char *next;

  return *p != '\0' && (guchar) *p >= 0x80 && *fold_one (table, p, &next) == '\0';
}

/* Two runs of digits as their keys compare; moves both over them. */
static int
compare_numbers (const char **a, const char **b)
{
  gsize left, right;
  int order;

  while (**a == '0')
    (*a)++;
  while (**b == '0')
    (*b)++;
  left = strspn (*a, "0123456789");
  right = strspn (*b, "0123456789");
  order = left != right ? (left < right ? -1 : 1) : strncmp (*a, *b, left);
  *a += left;
  *b += right;
  return order;
}

static gboolean
at_digit (const Walk *walk)
{
  return *walk->pending == '\0' && g_ascii_isdigit (*walk->p);
}

/* Compares what counts first. FALSE when that cannot be told here. */
static gboolean
compare_first (const char *a, const char *b, int *order)
{
  const Folded *table = get_folded ();
  Walk left = { a, "" }, right = { b, "" };

  while (TRUE)
    {
      int l, r;

      if (at_digit (&left) && at_digit (&right))
        {
          *order = compare_numbers (&left.p, &right.p);
          if (is_open_end (table, left.p) || is_open_end (table, right.p))
            return FALSE;
          if (*order != 0)
            return TRUE;
          continue;
        }
      l = next_byte (table, &left);
      r = next_byte (table, &right);
      if (l < 0 || r < 0)
        return FALSE;
      *order = l - r;
      if (l != r || l == 0)
        return TRUE;
    }
}

/**
 * plt_text_compare:
 * @a: a text
 * @b: another
 *
 * Returns: less than, equal to or greater than 0; 0 only when both are the same bytes
 */
int
plt_text_compare (const char *a, const char *b)
{
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  int order;

  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (compare_first (a, b, &order) && order != 0)
    return order;
  if (plt_text_is_ascii (a) && plt_text_is_ascii (b))
    return strcmp (a, b);
  left = plt_text_sort_key (a);
  right = plt_text_sort_key (b);
  return strcmp (left, right);
}
