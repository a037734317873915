#include "plt-words.h"

#include <string.h>

struct _PltWords
{
  GArray *words;  /* PltWord */
  GString *forms; /* folded and exact, each ended by '\0' */
};

PltWords *
plt_words_new (void)
{
  PltWords *self = g_new0 (PltWords, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (PltWord));
  self->forms = g_string_new (NULL);
  return self;
}

void
plt_words_free (PltWords *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->words);
  g_string_free (self->forms, TRUE);
  g_free (self);
}

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum ((char) c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static gboolean
is_joint (gunichar c)
{
  return c == ' ' || c == '-' || c == 0x00A0 || c == 0x202F || c == 0x2010 || c == 0x2011
         || c == '\t' || c == '\n' || is_apostrophe (c);
}

/* Takes a letter apart into its base and its marks; a ligature into two letters. */
static void
append_forms (GString *folded, GString *exact, gunichar c, PltWordFlags *flags)
{
  gunichar base = g_unichar_tolower (c), mark;
  const char *plain = base == 0x0153 ? "oe" : base == 0x00E6 ? "ae" : base == 0x00DF ? "ss" : NULL;

  if (plain != NULL)
    {
      g_string_append (folded, plain);
      g_string_append (exact, plain);
      return;
    }
  if (g_unichar_ismark (base))
    {
      g_string_append_unichar (exact, base);
      *flags |= PLT_WORD_ACCENTED;
      return;
    }
  /* at most two marks in the languages of a script; those of others stay letters of their own */
  if (g_unichar_decompose (base, &base, &mark) && mark != 0)
    {
      gunichar inner = base, second = 0;

      if (g_unichar_decompose (base, &inner, &second) && second != 0)
        base = inner;
      else
        second = 0;
      g_string_append_unichar (folded, base);
      g_string_append_unichar (exact, base);
      if (second != 0)
        g_string_append_unichar (exact, second);
      g_string_append_unichar (exact, mark);
      *flags |= PLT_WORD_ACCENTED;
      return;
    }
  g_string_append_unichar (folded, base);
  g_string_append_unichar (exact, base);
}

/* One word, from `p`; `word` has its start. Returns where it ends. */
static const char *
cut_word (PltWords *self, const char *p, GString *exact, PltWord *word)
{
  guint letters = 0, lower = 0, digits = 0;
  guint at = word->start;

  g_string_truncate (exact, 0);
  word->folded = self->forms->len;
  while (*p != '\0')
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      if (!is_letter (c))
        break;
      if (c < 0x80)
        {
          char plain = g_ascii_tolower ((char) c);

          g_string_append_c (self->forms, plain);
          g_string_append_c (exact, plain);
          letters += g_ascii_isalpha ((char) c);
          lower += g_ascii_islower ((char) c);
          digits += g_ascii_isdigit ((char) c);
        }
      else
        {
          append_forms (self->forms, exact, c, &word->flags);
          letters += g_unichar_isalpha (c);
          lower += g_unichar_islower (c);
        }
      if (at == word->start && g_unichar_isupper (c))
        word->flags |= PLT_WORD_CAPITAL;
      p = g_utf8_next_char (p);
      at++;
    }
  word->end = at;
  if (letters >= 2 && lower == 0)
    word->flags |= PLT_WORD_UPPER;
  if (digits > 0 && letters == 0)
    word->flags |= PLT_WORD_NUMBER;
  g_string_append_c (self->forms, '\0');
  word->exact = word->folded;
  if ((word->flags & PLT_WORD_ACCENTED) != 0)
    {
      word->exact = self->forms->len;
      g_string_append_len (self->forms, exact->str, (gssize) exact->len + 1);
    }
  return p;
}

void
plt_words_cut (PltWords *self, const char *text)
{
  g_autoptr (GString) exact = g_string_new (NULL);
  gboolean joined = FALSE, first = TRUE, bracket = FALSE;
  guint at = 0;

  g_array_set_size (self->words, 0);
  g_string_truncate (self->forms, 0);
  for (const char *p = text; *p != '\0';)
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      PltWord word = { 0 };
      const char *end;

      if (!is_letter (c))
        {
          if (is_apostrophe (c) && self->words->len > 0 && joined
              && g_array_index (self->words, PltWord, self->words->len - 1).end == at)
            g_array_index (self->words, PltWord, self->words->len - 1).flags |= PLT_WORD_ELIDED;
          if (!is_joint (c))
            joined = FALSE;
          bracket |= c == '(' || c == ',' || c == '[' || c == 0x2013 || c == 0x2014;
          first |= c == '.' || c == '!' || c == '?' || c == 0x2026 || c == '\n';
          p = g_utf8_next_char (p);
          at++;
          continue;
        }
      word.start = at;
      word.byte = (gsize) (p - text);
      word.flags = (joined ? PLT_WORD_JOINED : 0) | (first ? PLT_WORD_FIRST : 0)
                   | (bracket ? PLT_WORD_BRACKET : 0);
      end = cut_word (self, p, exact, &word);
      word.n_bytes = (gsize) (end - p);
      g_array_append_val (self->words, word);
      p = end;
      at = word.end;
      joined = TRUE;
      first = bracket = FALSE;
    }
}

guint
plt_words_get_n (const PltWords *self)
{
  return self->words->len;
}

const PltWord *
plt_words_get (const PltWords *self, guint index)
{
  return &g_array_index (self->words, PltWord, index);
}

const char *
plt_words_folded (const PltWords *self, guint index)
{
  return self->forms->str + plt_words_get (self, index)->folded;
}

const char *
plt_words_exact (const PltWords *self, guint index)
{
  return self->forms->str + plt_words_get (self, index)->exact;
}

gboolean
plt_word_is_article (const char *folded)
{
  static const char *const articles[]
      = { "a",   "an",  "ce",  "ces", "cet", "cette", "d",     "de",   "des",   "du",
          "her", "his", "its", "l",   "la",  "le",    "les",   "leur", "leurs", "ma",
          "mes", "mon", "sa",  "ses", "son", "the",   "their", "un",   "une" };

  for (gsize i = 0; i < G_N_ELEMENTS (articles); i++)
    if (strcmp (articles[i], folded) == 0)
      return TRUE;
  return FALSE;
}

void
plt_word_singular (const char *folded, char out[64])
{
  gsize length = g_strlcpy (out, folded, 64);

  length = MIN (length, 63);
  if (length <= 3)
    return;
  if (length > 4 && strcmp (out + length - 4, "eaux") == 0)
    out[length - 1] = '\0';
  else if (length > 4 && strcmp (out + length - 3, "aux") == 0)
    strcpy (out + length - 2, "l");
  else if (out[length - 1] == 's' || out[length - 1] == 'x')
    out[length - 1] = '\0';
}

char *
plt_element_key (const char *name, gboolean plural)
{
  g_autoptr (PltWords) words = plt_words_new ();
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *key = g_string_new (NULL);
  guint first = 0;

  plt_words_cut (words, valid);
  while (first + 1 < plt_words_get_n (words)
         && plt_word_is_article (plt_words_folded (words, first)))
    first++;
  for (guint i = first; i < plt_words_get_n (words); i++)
    {
      char singular[64];

      if (key->len > 0)
        g_string_append_c (key, ' ');
      if (plural)
        {
          plt_word_singular (plt_words_folded (words, i), singular);
          g_string_append (key, singular);
        }
      else
        g_string_append (key, plt_words_folded (words, i));
    }
  return g_string_free (key, FALSE);
}
