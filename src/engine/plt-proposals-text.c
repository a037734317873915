/* How the text is read for proposals: paragraph by paragraph, word by word. */
#include <string.h>

#include "plt-breakdown.h"
#include "plt-proposals-private.h"
#include "plt-text.h"

#define ADULT 16 /* authorisation below: Code du travail L7124-1; children of the trade */

void
plt_known_name_free (gpointer data)
{
  PltKnownName *name = data;

  g_free (name->key);
  g_free (name);
}

static gboolean
is_one_of (const char *word, const char *const *words)
{
  for (; *words != NULL; words++)
    if (strcmp (*words, word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
flag (const PltFinder *self, guint at, PltWordFlags wanted)
{
  return (plt_words_get (self->words, at)->flags & wanted) != 0;
}

static PltTagPlace
place_of (const PltFinder *self, const PltBlockFacts *block, guint from, guint n)
{
  guint start = plt_words_get (self->words, from)->start;

  return (PltTagPlace){ block->id, block->sequence, start,
                        plt_words_get (self->words, from + n - 1)->end - start };
}

static char *
words_of (const PltFinder *self, const PltBlockFacts *block, guint from, guint n)
{
  const PltWord *first = plt_words_get (self->words, from);
  const PltWord *last = plt_words_get (self->words, from + n - 1);

  return g_strndup (block->text + first->byte, last->byte + last->n_bytes - first->byte);
}

/* ---- numbers and ages ---- */

static const struct
{
  const char *word;
  guint value;
} numbers[] = {
  { "deux", 2 },       { "trois", 3 },      { "quatre", 4 },       { "cinq", 5 },
  { "six", 6 },        { "sept", 7 },       { "huit", 8 },         { "neuf", 9 },
  { "dix", 10 },       { "onze", 11 },      { "douze", 12 },       { "treize", 13 },
  { "quatorze", 14 },  { "quinze", 15 },    { "vingt", 20 },       { "trente", 30 },
  { "two", 2 },        { "three", 3 },      { "four", 4 },         { "five", 5 },
  { "seven", 7 },      { "eight", 8 },      { "nine", 9 },         { "ten", 10 },
  { "twelve", 12 },    { "dizaine", 10 },   { "douzaine", 12 },    { "quinzaine", 15 },
  { "vingtaine", 20 }, { "trentaine", 30 }, { "quarantaine", 40 }, { "cinquantaine", 50 },
  { "centaine", 100 }, { "dozen", 12 },     { "hundred", 100 },
};

/* The number a word says, 0 when it says none. */
static guint
number_of (const PltFinder *self, guint at)
{
  const char *word = plt_words_folded (self->words, at);

  if (flag (self, at, PLT_WORD_NUMBER))
    return strlen (word) <= 4 ? (guint) g_ascii_strtoull (word, NULL, 10) : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (strcmp (numbers[i].word, word) == 0)
      return numbers[i].value;
  return 0;
}

/* "quatre dockers", "une quinzaine de dockers". */
static gint64
quantity_before (const PltFinder *self, guint at)
{
  guint number = 0;

  if (at >= 1 && flag (self, at, PLT_WORD_JOINED))
    {
      number = number_of (self, at - 1);
      if (number == 0 && at >= 2 && flag (self, at - 1, PLT_WORD_JOINED)
          && is_one_of (plt_words_folded (self->words, at - 1),
                        (const char *const[]){ "de", "d", "of", NULL }))
        number = number_of (self, at - 2);
    }
  return number >= 2 ? number : PLT_UNKNOWN;
}

/* "MILO, 8 ans", "MILO (8 ans)", "MILO, huit ans", "âgé de 8 ans", "MILO (8)", "8-year-old". The
 * age, -1 when none is said. */
static gint
age_after (const PltFinder *self, guint at)
{
  static const char *const before[]
      = { "de", "d", "age", "agee", "aged", "environ", "about", NULL };
  static const char *const years[]
      = { "an", "ans", "year", "years", "mois", "month", "months", NULL };
  static const char *const decades[]
      = { "vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine", NULL };
  guint n = plt_words_get_n (self->words);
  guint number;

  while (at < n && is_one_of (plt_words_folded (self->words, at), before))
    at++;
  if (at + 1 < n && is_one_of (plt_words_folded (self->words, at + 1), decades))
    return 40;
  if (at >= n || (number = number_of (self, at)) == 0 || number > 110)
    return -1;
  if (at + 1 < n && is_one_of (plt_words_folded (self->words, at + 1), years)
      && flag (self, at + 1, PLT_WORD_JOINED))
    return strncmp (plt_words_folded (self->words, at + 1), "mo", 2) == 0 ? 1 : (gint) number;
  if (flag (self, at, PLT_WORD_NUMBER) && flag (self, at, PLT_WORD_BRACKET)
      && (at + 1 == n || !flag (self, at + 1, PLT_WORD_JOINED)))
    return (gint) number;
  return -1;
}

/* ---- names ---- */

/* How many words from `at` are that name. */
static guint
match_name (const PltFinder *self, guint at, const PltKnownName *name)
{
  const char *key = name->key;

  for (guint i = at; i < plt_words_get_n (self->words); i++)
    {
      const char *folded = plt_words_folded (self->words, i);
      char singular[64];
      gsize length;

      if (i > at && !flag (self, i, PLT_WORD_JOINED))
        return 0;
      if (!name->role)
        {
          plt_word_singular (folded, singular);
          folded = singular;
        }
      length = strlen (folded);
      if (strncmp (key, folded, length) != 0)
        return 0;
      if (key[length] == '\0')
        return i > at || !name->proper || flag (self, at, PLT_WORD_CAPITAL) ? i - at + 1 : 0;
      if (key[length] != ' ')
        return 0;
      key += length + 1;
    }
  return 0;
}

/* The longest known name from `at`. */
static const PltKnownName *
find_name (const PltFinder *self, guint at, guint *n)
{
  const PltKnownName *best = NULL;
  char singular[64];
  const char *firsts[2] = { plt_words_folded (self->words, at), singular };

  *n = 0;
  plt_word_singular (firsts[0], singular);
  for (guint i = 0; i < 2; i++)
    {
      const GPtrArray *names = i == 1 && strcmp (firsts[0], firsts[1]) == 0
                                   ? NULL
                                   : g_hash_table_lookup (self->names, firsts[i]);

      for (guint j = 0; names != NULL && j < names->len; j++)
        {
          guint length = match_name (self, at, names->pdata[j]);

          if (length > *n
              || (length == *n && length > 0 && ((PltKnownName *) names->pdata[j])->role))
            {
              *n = length;
              best = names->pdata[j];
            }
        }
    }
  return best;
}

/* "la voiture de Nora", "chez Nora": she is spoken of and need not be there. */
static gboolean
is_possessor (const PltFinder *self, guint at)
{
  static const char *const words[] = { "de", "d", "du", "chez", "of", "from", NULL };

  if (at >= 1 && flag (self, at, PLT_WORD_JOINED)
      && is_one_of (plt_words_folded (self->words, at - 1), words))
    return TRUE;
  /* "Nora's car" */
  return at + 1 < plt_words_get_n (self->words) && flag (self, at, PLT_WORD_ELIDED)
         && strcmp (plt_words_folded (self->words, at + 1), "s") == 0;
}

/* "comme un enfant", "des photos de navires", "ancien docker": said, and not there. */
static gboolean
is_only_said (const PltFinder *self, guint at)
{
  static const char *const simile[] = { "comme", "like", NULL };
  static const char *const former[]
      = { "ancien", "ancienne", "anciens", "ex", "futur", "future", "former", NULL };
  static const char *const pictures[]
      = { "photo",    "photos",  "photographie", "portrait",  "portraits",
          "dessin",   "dessins", "maquette",     "maquettes", "affiche",
          "affiches", "picture", "pictures",     "drawing",   NULL };
  static const char *const of[] = { "de", "d", "du", "des", "of", NULL };

  /* "comme on chasse un insecte" */
  if (at >= 4 && is_one_of (plt_words_folded (self->words, at - 4), simile)
      && strcmp (plt_words_folded (self->words, at - 3), "on") == 0)
    return TRUE;
  for (guint back = 1; back <= 2 && back <= at; back++)
    {
      const char *before = plt_words_folded (self->words, at - back);

      if (!flag (self, at - back + 1, PLT_WORD_JOINED))
        return FALSE;
      if (is_one_of (before, simile) || (back == 1 && is_one_of (before, former))
          || (back == 2 && is_one_of (before, pictures)
              && is_one_of (plt_words_folded (self->words, at - 1), of)))
        return TRUE;
    }
  return FALSE;
}

static guint
read_name (PltFinder *self, const PltBlockFacts *block, guint at)
{
  guint n;
  const PltKnownName *name = find_name (self, at, &n);
  PltTagPlace place;

  if (name == NULL)
    return 0;
  if (name->role ? is_possessor (self, at) : is_only_said (self, at))
    return n;
  place = place_of (self, block, at, n);
  plt_finder_propose_element (self, name->element, "named",
                              name->role ? PLT_UNKNOWN : quantity_before (self, at), &place);
  return n;
}

/* Whether words are people: "HOMME", "VIEILLE DAME", "PLONGEURS"; capitals after an article may as
 * well be a sound, a sign, a shot. */
static gboolean
is_people (const PltFinder *self, guint from, guint n)
{
  static const char *const people[]
      = { "homme",   "femme",    "garcon",   "fille",   "fillette",  "gamin",    "type",
          "gars",    "dame",     "vieux",    "vieille", "vieillard", "jeune",    "couple",
          "inconnu", "inconnue", "agent",    "marin",   "flic",      "voisin",   "voisine",
          "ami",     "amie",     "invite",   "patron",  "patronne",  "gens",     "man",
          "men",     "woman",    "women",    "boy",     "girl",      "guy",      "lady",
          "kid",     "child",    "children", "people",  "person",    "stranger", "officer",
          "cop",     "nurse",    "soldier",  "driver",  "old",       "young",    "couple",
          "voice",   NULL };
  static const char *const endings[] = { "eur", "euse", "ier", "iere", "iste", "ien", "ienne" };

  for (guint i = from; i < from + n; i++)
    {
      char singular[64];

      plt_word_singular (plt_words_folded (self->words, i), singular);
      if (is_one_of (singular, people) || is_one_of (plt_words_folded (self->words, i), people))
        return TRUE;
      for (gsize j = 0; self->language == PLT_LANGUAGE_FRENCH && j < G_N_ELEMENTS (endings); j++)
        if (strlen (singular) > strlen (endings[j]) + 2 && g_str_has_suffix (singular, endings[j]))
          return TRUE;
    }
  return FALSE;
}

/* A run of words in capitals that is no known name: somebody with an age, "un HOMME", "des
 * DOCKERS"; else a sign or a sound. Gives how many words. */
static guint
read_capitals (PltFinder *self, const PltBlockFacts *block, guint at)
{
  static const char *const one[] = { "un", "une", "a", "an", NULL };
  static const char *const several[] = { "des", "les", "quelques", "plusieurs", "some", NULL };
  guint n = 1;
  gint age;
  gint64 quantity = quantity_before (self, at);
  g_autofree char *words = NULL;
  g_autofree char *key = NULL;
  const char *before
      = at > 0 && flag (self, at, PLT_WORD_JOINED) ? plt_words_folded (self->words, at - 1) : "";
  const char *code = NULL;
  const PltWordEntry *entry;
  PltTagPlace place;

  if (!flag (self, at, PLT_WORD_UPPER) || plt_words_get (self->words, at)->n_bytes < 3)
    return 0;
  while (at + n < plt_words_get_n (self->words) && flag (self, at + n, PLT_WORD_JOINED)
         && flag (self, at + n, PLT_WORD_UPPER))
    n++;
  words = words_of (self, block, at, n);
  key = plt_element_key (words, FALSE);
  age = age_after (self, at + n);
  if (age < 0
      && plt_word_list_match (self->list, self->language, self->words, at, self->loose, &entry) > 0)
    return 0; /* a thing in capitals */
  if (age >= 0 && age < ADULT)
    code = "EN";
  else if (is_one_of (before, one) && (age >= 0 || is_people (self, at, n)))
    code = "SI";
  else if ((is_one_of (before, several) || quantity != PLT_UNKNOWN) && is_people (self, at, n))
    code = "FI";
  else if (age >= 0 || g_hash_table_contains (self->cues, key))
    code = "RO";
  if (code == NULL)
    return 0; /* a sign, a sound */
  place = place_of (self, block, at, n);
  plt_finder_propose_new (self, code, words, age >= 0 ? "introduced" : "capitals", quantity,
                          &place);
  return n;
}

/* ---- paragraphs ---- */

/* "06 12 34 56 78", "0612345678". Gives how many words. */
static guint
read_phone (PltFinder *self, const PltBlockFacts *block, guint at)
{
  const char *first = plt_words_folded (self->words, at);
  guint n = 1;
  gsize digits = strlen (first);
  PltTagPlace place;

  if (!flag (self, at, PLT_WORD_NUMBER) || *first != '0')
    return 0;
  while (digits < 10 && at + n < plt_words_get_n (self->words)
         && flag (self, at + n, PLT_WORD_NUMBER)
         && plt_words_get (self->words, at + n)->start
                <= plt_words_get (self->words, at + n - 1)->end + 1)
    digits += strlen (plt_words_folded (self->words, at + n++));
  if (digits != 10)
    return 0;
  place = place_of (self, block, at, n);
  plt_finder_propose_new (self, "DR", "Numéro de téléphone", "phone", PLT_UNKNOWN, &place);
  return n;
}

typedef enum
{
  READ_NAMES = 1 << 0,   /* known elements, capitals */
  READ_THINGS = 1 << 1,  /* words of every category */
  READ_HEADING = 1 << 2, /* vehicles and hazards alone */
  READ_SPOKEN = 1 << 3,  /* what has to be cleared */
} Reading;

static gboolean
is_wanted (const PltWordEntry *entry, Reading reading)
{
  if ((reading & READ_THINGS) != 0)
    return TRUE;
  if ((reading & READ_HEADING) != 0)
    return entry->hazard_only || strcmp (entry->category, "VE") == 0;
  return strcmp (entry->category, "DR") == 0;
}

static guint
read_listed (PltFinder *self, const PltBlockFacts *block, guint at, Reading reading)
{
  const PltWordEntry *entry;
  guint n = plt_word_list_match (self->list, self->language, self->words, at, self->loose, &entry);

  if (n > 0 && entry != NULL && is_wanted (entry, reading))
    {
      guint articles = 0;
      PltTagPlace place;
      g_autofree char *words = NULL;

      /* the list has "un livre" to tell it from the verb: the article is no part of the thing */
      while (articles + 1 < n
             && plt_word_is_article (plt_words_folded (self->words, at + articles)))
        articles++;
      if (is_only_said (self, at + articles))
        return n;
      place = place_of (self, block, at + articles, n - articles);
      words = words_of (self, block, at + articles, n - articles);
      plt_finder_propose_entry (self, entry, words, quantity_before (self, at + articles), &place);
    }
  return n;
}

static void
read_paragraph (PltFinder *self, const PltBlockFacts *block, Reading reading)
{
  gboolean shouted = (reading & READ_NAMES) != 0 && plt_text_is_upper (block->text);
  guint n;

  plt_words_cut (self->words, block->text);
  for (guint i = 0; i < plt_words_get_n (self->words); i += MAX (n, 1))
    {
      n = read_phone (self, block, i);
      if (n == 0 && (reading & READ_NAMES) != 0)
        n = read_name (self, block, i);
      if (n == 0 && (reading & READ_NAMES) != 0 && !shouted)
        n = read_capitals (self, block, i);
      if (n == 0)
        n = read_listed (self, block, i, reading);
    }
}

static char *
cue_name (const char *text)
{
  g_autofree char *name = g_strndup (text, strcspn (text, "(\n^"));

  return plt_text_squeeze (name);
}

/* Who speaks: a role of the production, several of them, or somebody new. */
static void
read_cue (PltFinder *self, const PltBlockFacts *block)
{
  static const char *const joints[] = { "et", "and", NULL };
  g_autofree char *name = cue_name (block->text);
  guint n, known = 0, others = 0;

  plt_words_cut (self->words, name);
  if (plt_words_get_n (self->words) == 0)
    return;
  for (guint i = 0; i < plt_words_get_n (self->words); i += MAX (n, 1))
    {
      const PltKnownName *found = find_name (self, i, &n);
      PltTagPlace place = place_of (self, block, i, MAX (n, 1));

      if (found != NULL && !is_one_of (plt_words_folded (self->words, i), joints))
        {
          plt_finder_propose_element (self, found->element, "cue", PLT_UNKNOWN, &place);
          known++;
        }
      else if (!is_one_of (plt_words_folded (self->words, i), joints)
               && !plt_word_is_article (plt_words_folded (self->words, i)))
        others++;
    }
  if (known == 0 && others > 0)
    {
      PltTagPlace place = place_of (self, block, 0, plt_words_get_n (self->words));

      plt_finder_propose_new (self, "RO", name, "cue", PLT_UNKNOWN, &place);
    }
}

static void
read_lyric (PltFinder *self, const PltBlockFacts *block)
{
  guint n;

  plt_words_cut (self->words, block->text);
  n = plt_words_get_n (self->words);
  if (n > 0)
    {
      PltTagPlace place = place_of (self, block, 0, n);

      plt_finder_propose_new (self, "MU", "Chanson", "lyric", PLT_UNKNOWN, &place);
    }
}

static void
read_block (PltFinder *self, const PltBlockFacts *block)
{
  if (strcmp (block->kind, "action") == 0)
    read_paragraph (self, block, READ_NAMES | READ_THINGS);
  else if (strcmp (block->kind, "parenthetical") == 0)
    read_paragraph (self, block, READ_THINGS);
  else if (strcmp (block->kind, "heading") == 0)
    read_paragraph (self, block, READ_HEADING);
  else if (strcmp (block->kind, "dialogue") == 0)
    read_paragraph (self, block, READ_SPOKEN);
  else if (strcmp (block->kind, "character") == 0)
    read_cue (self, block);
  else if (strcmp (block->kind, "lyric") == 0)
    read_lyric (self, block);
}

/* ---- the text as a whole ---- */

static const char *const french_words[] = { "le", "la",   "les", "des",  "une", "dans", "et", "est",
                                            "il", "elle", "sur", "avec", "qui", "pas",  NULL };
static const char *const english_words[] = { "the", "and",  "of", "to",  "is", "he", "she", "his",
                                             "her", "with", "in", "you", "at", "it", NULL };

static gboolean
is_read (const PltBlockFacts *block)
{
  return strcmp (block->kind, "action") == 0 || strcmp (block->kind, "dialogue") == 0;
}

/* Counts the small words of both languages; the first few hundred tell. */
static PltLanguage
tell_language (const PltFacts *facts, gboolean *loose)
{
  g_autoptr (PltWords) words = plt_words_new ();
  guint french = 0, english = 0, accented = 0, seen = 0;

  for (guint i = 0; i < facts->blocks.n && seen < 4000; i++)
    {
      if (!is_read (&facts->blocks.items[i]))
        continue;
      plt_words_cut (words, facts->blocks.items[i].text);
      for (guint j = 0; j < plt_words_get_n (words); j++, seen++)
        {
          const char *word = plt_words_folded (words, j);

          accented += (plt_words_get (words, j)->flags & PLT_WORD_ACCENTED) != 0;
          if (strlen (word) > 4)
            continue;
          french += is_one_of (word, french_words);
          english += is_one_of (word, english_words);
        }
    }
  /* one accent in a hundred words is far below any French text */
  *loose = accented * 100 < seen;
  return english > french ? PLT_LANGUAGE_ENGLISH : PLT_LANGUAGE_FRENCH;
}

PltLanguage
plt_proposals_language (const PltFacts *facts)
{
  gboolean loose;

  return tell_language (facts, &loose);
}

/* The ages of the roles that are named. */
static void
read_ages (PltFinder *self, const PltBlockFacts *block)
{
  guint n;

  plt_words_cut (self->words, block->text);
  for (guint i = 0; i < plt_words_get_n (self->words); i += MAX (n, 1))
    {
      const PltKnownName *name = find_name (self, i, &n);
      gint age = name != NULL && name->role ? age_after (self, i + n) : -1;

      if (age >= 0)
        g_hash_table_add (age < ADULT ? self->children : self->adults,
                          PLT_ID_TO_POINTER (name->element->id));
    }
}

static gboolean
is_adult (gpointer role, gpointer value, gpointer adults)
{
  return g_hash_table_contains (adults, role);
}

/* Names and ages that hold for the whole script, whatever séquence is read. */
static void
read_ahead (PltFinder *self)
{
  for (guint i = 0; i < self->facts->blocks.n; i++)
    {
      const PltBlockFacts *block = &self->facts->blocks.items[i];

      if (strcmp (block->kind, "character") == 0)
        {
          g_autofree char *name = cue_name (block->text);

          g_hash_table_add (self->cues, plt_element_key (name, FALSE));
        }
      else if (strcmp (block->kind, "action") == 0
               && (strpbrk (block->text, "0123456789") != NULL
                   || strstr (block->text, " ans") != NULL))
        read_ages (self, block);
    }
  /* a role of several ages has several actors: nothing is said of the séquences */
  g_hash_table_foreach_remove (self->children, is_adult, self->adults);
}

void
plt_finder_read_text (PltFinder *self, gint64 only)
{
  self->language = tell_language (self->facts, &self->loose);
  read_ahead (self);
  for (guint i = 0; i < self->facts->blocks.n; i++)
    {
      const PltBlockFacts *block = &self->facts->blocks.items[i];
      const PltSequenceFacts *sequence
          = PLT_FACTS_FIND (self->facts->sequences, PltSequenceFacts, block->sequence);

      if (sequence == NULL || plt_sequence_is_cut (sequence))
        continue;
      if (only != 0 && sequence->id != only)
        continue;
      if (self->sequence != sequence)
        g_hash_table_remove_all (self->here);
      self->sequence = sequence;
      read_block (self, block);
    }
}
