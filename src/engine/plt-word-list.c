#include "plt-word-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-referential.h"

/* One form of a row: its words, folded and exact, one after the other in `forms`. */
typedef struct
{
  guint n;
  int entry; /* -1 for an excluded expression */
  gsize *folded, *exact;
} Pattern;

struct _PltWordList
{
  GPtrArray *entries;                    /* PltWordEntry */
  guint n[PLT_N_LANGUAGES];              /* rows */
  GHashTable *patterns[PLT_N_LANGUAGES]; /* first word, folded -> GPtrArray of Pattern */
  GString *forms;
  PltWords *words; /* while it is filled */
};

static void
free_entry (gpointer data)
{
  PltWordEntry *entry = data;

  g_free (entry->name);
  g_free (entry->key);
  g_free (entry->category);
  g_free (entry->hazard);
  g_free (entry->reason);
  g_free (entry);
}

static void
free_pattern (gpointer data)
{
  Pattern *pattern = data;

  g_free (pattern->folded);
  g_free (pattern->exact);
  g_free (pattern);
}

static PltWordList *
list_new (void)
{
  PltWordList *self = g_new0 (PltWordList, 1);

  self->entries = g_ptr_array_new_with_free_func (free_entry);
  for (guint i = 0; i < PLT_N_LANGUAGES; i++)
    self->patterns[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                               (GDestroyNotify) g_ptr_array_unref);
  self->forms = g_string_new (NULL);
  return self;
}

void
plt_word_list_free (PltWordList *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->entries);
  for (guint i = 0; i < PLT_N_LANGUAGES; i++)
    g_hash_table_unref (self->patterns[i]);
  g_string_free (self->forms, TRUE);
  g_free (self);
}

/* ---- forms ---- */

static gsize
keep_form (PltWordList *self, const char *form)
{
  gsize at = self->forms->len;

  g_string_append_len (self->forms, form, (gssize) strlen (form) + 1);
  return at;
}

static gboolean
same_pattern (const PltWordList *self, const Pattern *pattern, const PltWords *words)
{
  if (pattern->n != plt_words_get_n (words))
    return FALSE;
  for (guint i = 0; i < pattern->n; i++)
    if (strcmp (self->forms->str + pattern->exact[i], plt_words_exact (words, i)) != 0)
      return FALSE;
  return TRUE;
}

static void
add_pattern (PltWordList *self, PltLanguage language, const char *text, int entry)
{
  GPtrArray *patterns;
  Pattern *pattern;
  const char *first;
  guint at = 0;

  plt_words_cut (self->words, text);
  if (plt_words_get_n (self->words) == 0)
    return;
  first = plt_words_folded (self->words, 0);
  patterns = g_hash_table_lookup (self->patterns[language], first);
  if (patterns == NULL)
    {
      patterns = g_ptr_array_new_with_free_func (free_pattern);
      g_hash_table_insert (self->patterns[language], g_strdup (first), patterns);
    }
  for (guint i = 0; i < patterns->len; i++)
    if (same_pattern (self, patterns->pdata[i], self->words))
      {
        /* the first row that has it keeps it; an excluded one may be a row of its own */
        pattern = patterns->pdata[i];
        if (pattern->entry < 0)
          pattern->entry = entry;
        return;
      }
  pattern = g_new0 (Pattern, 1);
  pattern->n = plt_words_get_n (self->words);
  pattern->entry = entry;
  pattern->folded = g_new (gsize, pattern->n);
  pattern->exact = g_new (gsize, pattern->n);
  for (guint i = 0; i < pattern->n; i++)
    {
      pattern->folded[i] = keep_form (self, plt_words_folded (self->words, i));
      pattern->exact[i] = keep_form (self, plt_words_exact (self->words, i));
    }
  /* the longest first */
  while (at < patterns->len && ((Pattern *) patterns->pdata[at])->n >= pattern->n)
    at++;
  g_ptr_array_insert (patterns, (int) at, pattern);
}

static char *
with_ending (const char *word, gsize cut, const char *ending)
{
  return g_strdup_printf ("%.*s%s", (int) (strlen (word) - cut), word, ending);
}

/* The plural of a word: one form, or two where the rule has exceptions. */
static void
make_plural (PltLanguage language, const char *word, char *plurals[2])
{
  gsize length = strlen (word);
  char last = length > 0 ? word[length - 1] : '\0';
  gboolean hissing = last == 's' || last == 'x' || last == 'z';

  plurals[0] = plurals[1] = NULL;
  if (language == PLT_LANGUAGE_ENGLISH)
    {
      if (hissing || g_str_has_suffix (word, "ch") || g_str_has_suffix (word, "sh"))
        plurals[0] = with_ending (word, 0, "es");
      else if (last == 'y' && length > 1 && strchr ("aeiou", word[length - 2]) == NULL)
        plurals[0] = with_ending (word, 1, "ies");
      else
        plurals[0] = with_ending (word, 0, "s");
    }
  else if (hissing)
    plurals[0] = g_strdup (word);
  else if (g_str_has_suffix (word, "au") || g_str_has_suffix (word, "eu")
           || g_str_has_suffix (word, "ou"))
    {
      plurals[0] = with_ending (word, 0, "x");
      plurals[1] = with_ending (word, 0, "s");
    }
  else if (g_str_has_suffix (word, "al"))
    {
      plurals[0] = with_ending (word, 1, "ux");
      plurals[1] = with_ending (word, 0, "s");
    }
  else
    plurals[0] = with_ending (word, 0, "s");
}

static gboolean
is_preposition (const char *word)
{
  static const char *const words[] = { "de", "d",    "du",   "des",  "à",    "au", "aux", "en",
                                       "et", "pour", "sans", "avec", "sous", "of", "and", "in" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return FALSE;
}

/* "fausse barbe de père": "fausses barbes de père" and "fausses barbe de père"; in English the last
 * word before a preposition. */
static void
add_plurals (PltWordList *self, PltLanguage language, const char *text, int entry)
{
  g_auto (GStrv) words = g_strsplit_set (text, " -'", -1);
  guint n = g_strv_length (words), head = n;

  for (guint i = 0; i < n; i++)
    if (is_preposition (words[i]))
      {
        head = i;
        break;
      }
  for (guint variant = 0; variant < 4 && head > 0; variant++)
    {
      g_autoptr (GString) plural = g_string_new (NULL);
      gboolean all = variant < 2;

      for (guint i = 0; i < n; i++)
        {
          char *forms[2] = { NULL, NULL };
          gboolean marked
              = language == PLT_LANGUAGE_ENGLISH ? i + 1 == head : i < head && (all || i == 0);

          if (marked)
            make_plural (language, words[i], forms);
          g_string_append_printf (plural, "%s%s", i > 0 ? " " : "",
                                  !marked                                  ? words[i]
                                  : (variant & 1) == 1 && forms[1] != NULL ? forms[1]
                                                                           : forms[0]);
          g_free (forms[0]);
          g_free (forms[1]);
        }
      add_pattern (self, language, plural->str, entry);
    }
}

static void
add_noun (PltWordList *self, PltLanguage language, const char *text, int entry)
{
  g_autofree char *plain = g_strdup (text);
  char *quote;

  while ((quote = strstr (plain, "’")) != NULL)
    {
      *quote = ' ';
      memmove (quote + 1, quote + strlen ("’"), strlen (quote + strlen ("’")) + 1);
    }
  add_pattern (self, language, plain, entry);
  add_plurals (self, language, plain, entry);
}

/* The forms of a verb of the first group, or of a regular English one, that a script is written in;
 * what follows the verb stays as it is ("tirer une balle"). */
static void
add_verb (PltWordList *self, PltLanguage language, const char *text, int entry)
{
  static const char *const french[] = { "e",   "es", "ent",   "er", "ez", "ait", "aient",
                                        "ant", "a",  "èrent", "é",  "ée", "és",  "ées" };
  static const char *const english[] = { "s", "es", "ed", "ing" };
  g_autofree char *verb = g_strndup (text, strcspn (text, " "));
  const char *rest = text + strlen (verb);
  gboolean fr = language == PLT_LANGUAGE_FRENCH;
  const char *const *endings = fr ? french : english;
  gsize n = fr ? G_N_ELEMENTS (french) : G_N_ELEMENTS (english);
  gsize cut = fr ? 2 : 0;

  add_pattern (self, language, text, entry);
  if (strlen (verb) <= 3 || (fr && !g_str_has_suffix (verb, "er")))
    return;
  for (gsize i = 0; i < n; i++)
    {
      gboolean soft = fr && verb[strlen (verb) - 3] == 'g' && endings[i][0] == 'a';
      gboolean mute = !fr && g_str_has_suffix (verb, "e") && i > 0;
      g_autofree char *stem = with_ending (verb, mute ? 1 : cut, "");
      g_autofree char *form = g_strconcat (stem, soft ? "e" : "", endings[i], rest, NULL);

      add_pattern (self, language, form, entry);
    }
}

/* ---- rows ---- */

static char *
capitalised (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *head = g_strndup (text, (gsize) (rest - text));
  g_autofree char *capital = g_utf8_strup (head, -1);

  return g_strconcat (capital, rest, NULL);
}

static void
add_forms (PltWordList *self, PltLanguage language, const char *nature, const char *text, int entry)
{
  if (*text == '\0')
    return;
  if (*nature == 'n')
    add_noun (self, language, text, entry);
  else if (*nature == 'v')
    add_verb (self, language, text, entry);
  else
    add_pattern (self, language, text, entry);
}

static void
add_row (PltWordList *self, const PltReferential *table, guint row)
{
  const char *word = plt_referential_get (table, row, "mot");
  const char *name = plt_referential_get (table, row, "nom");
  const char *nature = plt_referential_get (table, row, "nature");
  PltLanguage language = strcmp (plt_referential_get (table, row, "langue"), "en") == 0
                             ? PLT_LANGUAGE_ENGLISH
                             : PLT_LANGUAGE_FRENCH;
  g_auto (GStrv) forms = g_strsplit (plt_referential_get (table, row, "formes"), "|", -1);
  g_auto (GStrv) but = g_strsplit (plt_referential_get (table, row, "sauf"), "|", -1);
  PltWordEntry *entry = g_new0 (PltWordEntry, 1);
  int index = (int) self->entries->len;

  entry->hazard_only = strcmp (name, "-") == 0;
  entry->name = capitalised (*name != '\0' && !entry->hazard_only ? name : word);
  entry->key = plt_element_key (entry->name, TRUE);
  entry->category = g_strdup (plt_referential_get (table, row, "categorie"));
  entry->hazard = g_strdup (plt_referential_get (table, row, "risque"));
  entry->reason = g_strdup (plt_referential_get (table, row, "motif"));
  g_ptr_array_add (self->entries, entry);
  self->n[language]++;
  add_forms (self, language, nature, word, index);
  for (guint i = 0; forms[i] != NULL; i++)
    add_forms (self, language, *nature == 'v' ? "x" : nature, forms[i], index);
  for (guint i = 0; but[i] != NULL; i++)
    add_forms (self, language, "n", but[i], -1);
}

PltWordList *
plt_word_list_load (const char *content, GError **error)
{
  static const char *const columns[]
      = { "langue", "nature", "mot", "formes", "nom", "categorie", "risque", "motif", "sauf" };
  g_autoptr (PltReferential) table = plt_referential_parse (content);
  g_autoptr (PltWordList) self = list_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (!plt_referential_has_column (table, columns[i]))
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                     _ ("The list of words has no column “%s”. Copy the list that comes with "
                        "Plateau and change its rows."),
                     columns[i]);
        return NULL;
      }
  self->words = plt_words_new ();
  for (guint i = 0; i < plt_referential_n_rows (table); i++)
    add_row (self, table, i);
  g_clear_pointer (&self->words, plt_words_free);
  return g_steal_pointer (&self);
}

PltWordList *
plt_word_list_open (const PltFacts *facts, const char *shipped)
{
  PltWordList *list = NULL;

  for (guint i = 0; i < facts->referentials.n && list == NULL; i++)
    if (strcmp (facts->referentials.items[i].name, PLT_WORD_LIST_REFERENTIAL) == 0)
      list = plt_word_list_load (facts->referentials.items[i].content, NULL);
  if (list == NULL && shipped != NULL)
    list = plt_word_list_load (shipped, NULL);
  return list != NULL ? list : list_new ();
}

guint
plt_word_list_get_n (const PltWordList *self, PltLanguage language)
{
  return self->n[language];
}

/* ---- matching ---- */

/* Whether an entry's form is the word's but for the accent of its capital: "Echelle". */
static gboolean
differs_by_capital (const char *exact, const char *folded)
{
  const char *rest = exact + 1;

  if (*exact != *folded || (guchar) *exact >= 0x80)
    return FALSE;
  while (*rest != '\0' && g_unichar_ismark (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  return strcmp (rest, folded + 1) == 0;
}

static gboolean
word_is (const PltWordList *self,
         const Pattern *pattern,
         guint i,
         const PltWords *words,
         guint at,
         gboolean loose)
{
  const PltWord *word = plt_words_get (words, at);
  const char *folded = plt_words_folded (words, at);
  const char *exact = self->forms->str + pattern->exact[i];

  if (strcmp (self->forms->str + pattern->folded[i], folded) != 0)
    return FALSE;
  if (strcmp (exact, plt_words_exact (words, at)) == 0)
    return TRUE;
  if ((word->flags & PLT_WORD_ACCENTED) != 0)
    return FALSE;
  return loose || (word->flags & PLT_WORD_UPPER) != 0
         || ((word->flags & PLT_WORD_CAPITAL) != 0 && differs_by_capital (exact, folded));
}

static guint
match_at (const PltWordList *self,
          const GPtrArray *patterns,
          const PltWords *words,
          guint at,
          gboolean loose,
          const PltWordEntry **entry)
{
  guint left = plt_words_get_n (words) - at;

  *entry = NULL;
  for (guint i = 0; patterns != NULL && i < patterns->len; i++)
    {
      const Pattern *pattern = patterns->pdata[i];
      guint j = 0;

      if (pattern->n > left)
        continue;
      while (j < pattern->n && word_is (self, pattern, j, words, at + j, loose)
             && (j == 0 || (plt_words_get (words, at + j)->flags & PLT_WORD_JOINED) != 0))
        j++;
      if (j < pattern->n)
        continue;
      if (pattern->entry >= 0)
        *entry = self->entries->pdata[pattern->entry];
      return pattern->n;
    }
  return 0;
}

guint
plt_word_list_match (const PltWordList *self,
                     PltLanguage language,
                     const PltWords *words,
                     guint at,
                     gboolean loose,
                     const PltWordEntry **entry)
{
  GHashTable *patterns = self->patterns[language];
  guint n = match_at (self, g_hash_table_lookup (patterns, plt_words_folded (words, at)), words, at,
                      loose, entry);

  /* "une chute" gives way to "chute d’eau", which ends later */
  for (guint skipped = 1;
       skipped < n && plt_word_is_article (plt_words_folded (words, at + skipped - 1)); skipped++)
    {
      const PltWordEntry *longer;
      guint inner
          = match_at (self, g_hash_table_lookup (patterns, plt_words_folded (words, at + skipped)),
                      words, at + skipped, loose, &longer);

      if (skipped + inner > n)
        {
          *entry = longer;
          return skipped + inner;
        }
    }
  return n;
}
