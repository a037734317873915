#include "plt-placed-words.h"

#include <string.h>

#include "plt-text.h"

struct _PltPlacedWords
{
  GHashTable *known; /* (nullable): words as folded, when a line ends with a hyphen */
  gboolean cuts;     /* lines often end with one */
};

/* Bytes of the hyphen at the end of `text`, after a letter; 0: none. */
static gsize
hyphen_length (const char *text, gsize length, gboolean *soft)
{
  static const char *const hyphens[] = { "-", "\302\255", "\342\200\220" };

  *soft = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (hyphens); i++)
    {
      gsize n = strlen (hyphens[i]);
      const char *before;

      if (length <= n || memcmp (text + length - n, hyphens[i], n) != 0)
        continue;
      before = g_utf8_find_prev_char (text, text + length - n);
      *soft = i == 1;
      return before != NULL && g_unichar_isalpha (g_utf8_get_char (before)) ? n : 0;
    }
  return 0;
}

static gboolean
begins_small (const char *text)
{
  return g_unichar_islower (g_utf8_get_char (text));
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalpha (c) || c == '-' || c == 0x2010;
}

/* Where the word that ends at `end` begins. */
static const char *
begin_of_word (const char *text, const char *end)
{
  const char *p = end;

  while (p > text)
    {
      const char *before = g_utf8_prev_char (p);

      if (!is_of_word (g_utf8_get_char (before)))
        break;
      p = before;
    }
  return p;
}

static const char *
end_of_word (const char *text)
{
  while (*text != '\0' && is_of_word (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static void
learn (GHashTable *known, const char *text)
{
  g_autofree char *folded = plt_text_fold (text);
  const char *p = folded;

  while (*p != '\0')
    {
      const char *end = end_of_word (p);

      /* The last word of a line is perhaps cut. */
      if (end > p && !(*end == '\0' && end[-1] == '-'))
        g_hash_table_add (known, g_strndup (p, (gsize) (end - p)));
      p = *end != '\0' ? g_utf8_next_char (end) : end;
    }
}

PltPlacedWords *
plt_placed_words_new (const PltPlacedText *text)
{
  PltPlacedWords *self = g_new0 (PltPlacedWords, 1);
  guint cuts = 0;
  gboolean soft;

  for (guint i = 0; i + 1 < text->lines->len; i++)
    {
      const PltPlacedLine *line = g_ptr_array_index (text->lines, i);
      const PltPlacedLine *next = g_ptr_array_index (text->lines, i + 1);

      cuts
          += hyphen_length (line->text, strlen (line->text), &soft) > 0 && begins_small (next->text)
                 ? 1
                 : 0;
    }
  self->cuts = cuts >= 3 && cuts * 60 > text->lines->len;
  if (cuts == 0)
    return self;
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < text->lines->len; i++)
    learn (self->known, ((const PltPlacedLine *) g_ptr_array_index (text->lines, i))->text);
  return self;
}

void
plt_placed_words_free (PltPlacedWords *self)
{
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_free (self);
}

static gboolean
is_pronoun (const char *folded)
{
  static const char *const pronouns[]
      = { "je",     "tu",      "il",     "elle",   "on",  "nous", "vous",      "ils",
          "elles",  "ce",      "ci",     "la",     "moi", "toi",  "lui",       "leur",
          "le",     "les",     "y",      "en",     "t",   "meme", "memes",     "dela",
          "dessus", "dessous", "dedans", "dehors", "bas", "haut", "vous-meme", NULL };

  return g_strv_contains (pronouns, folded);
}

/* Whether the hyphen between the two halves is only of the setting. */
static gboolean
is_cut (const PltPlacedWords *self, const char *half, gsize half_length, const char *rest)
{
  const char *end = end_of_word (rest);
  g_autofree char *first = g_strndup (half, half_length);
  g_autofree char *second = g_strndup (rest, (gsize) (end - rest));
  g_autofree char *one = plt_text_fold (first);
  g_autofree char *two = plt_text_fold (second);
  g_autofree char *apart = g_strconcat (one, "-", two, NULL);
  g_autofree char *together = g_strconcat (one, two, NULL);

  if (self->known == NULL || g_hash_table_contains (self->known, apart))
    return FALSE;
  if (g_hash_table_contains (self->known, together))
    return TRUE;
  return self->cuts && !is_pronoun (two);
}

void
plt_placed_words_join (const PltPlacedWords *self, GString *text, const char *next)
{
  gboolean soft;
  gsize hyphen = hyphen_length (text->str, text->len, &soft);
  const char *end, *word;

  if (hyphen == 0)
    {
      if (text->len > 0 && text->str[text->len - 1] != '-')
        g_string_append_c (text, ' ');
      g_string_append (text, next);
      return;
    }
  end = text->str + text->len - hyphen;
  word = begin_of_word (text->str, end);
  if (soft || (begins_small (next) && is_cut (self, word, (gsize) (end - word), next)))
    g_string_truncate (text, text->len - hyphen);
  g_string_append (text, next);
}
