/* The words of headings: lights and moments in French and English, and folding a line for them. */
#include <string.h>

#include "plt-heading-private.h"

typedef enum
{
  BARE = 1 << 0,   /* may stand beside the set without a separator: INT HOUSE DAY */
  FRENCH = 1 << 1, /* and before it: INT. JOUR CUISINE */
  ENGLISH = 1 << 2,
  SILENT = 1 << 3, /* changes nothing: (PRESENT) DAY, LA NUIT */
} WordFlags;

typedef struct
{
  const char *word; /* folded; may be several words */
  const char *canonical;
  PltEffectKind kind;
  guint flags;
} EffectWord;

#define LIGHT(word_, canonical_, flags_)                                                           \
  {                                                                                                \
    word_, canonical_, PLT_EFFECT_LIGHT, flags_                                                    \
  }
#define TIME(word_)                                                                                \
  {                                                                                                \
    word_, NULL, PLT_EFFECT_TIME, 0                                                                \
  }
#define ENGLISH_TIME(word_)                                                                        \
  {                                                                                                \
    word_, NULL, PLT_EFFECT_TIME, ENGLISH                                                          \
  }
#define FILLER(word_)                                                                              \
  {                                                                                                \
    word_, NULL, PLT_EFFECT_FILLER, 0                                                              \
  }

static const EffectWord effect_words[] = {
  LIGHT ("JOUR", "JOUR", BARE | FRENCH),
  LIGHT ("NUIT", "NUIT", BARE | FRENCH),
  LIGHT ("AUBE", "AUBE", BARE | FRENCH),
  LIGHT ("MATIN", "MATIN", BARE | FRENCH),
  LIGHT ("SOIR", "SOIR", BARE | FRENCH),
  LIGHT ("CREPUSCULE", "CRÉPUSCULE", BARE | FRENCH),
  LIGHT ("DAY", "JOUR", BARE | ENGLISH),
  LIGHT ("NIGHT", "NUIT", BARE | ENGLISH),
  LIGHT ("DAWN", "AUBE", BARE | ENGLISH),
  LIGHT ("SUNRISE", "AUBE", BARE | ENGLISH),
  LIGHT ("MORNING", "MATIN", BARE | ENGLISH),
  LIGHT ("EVENING", "SOIR", BARE | ENGLISH),
  LIGHT ("DUSK", "CRÉPUSCULE", BARE | ENGLISH),
  LIGHT ("SUNSET", "CRÉPUSCULE", BARE | ENGLISH),
  LIGHT ("TWILIGHT", "CRÉPUSCULE", BARE | ENGLISH),
  LIGHT ("MAGIC HOUR", "CRÉPUSCULE", ENGLISH),
  LIGHT ("AFTERNOON", "APRÈS-MIDI", BARE | ENGLISH),
  LIGHT ("NOON", "MIDI", BARE | ENGLISH),
  LIGHT ("MIDNIGHT", "NUIT", BARE | ENGLISH),
  LIGHT ("DAYTIME", "JOUR", ENGLISH),
  LIGHT ("NIGHTTIME", "NUIT", ENGLISH),
  LIGHT ("JOURNEE", "JOUR", 0),
  LIGHT ("MATINEE", "MATIN", 0),
  LIGHT ("SOIREE", "SOIR", 0),
  LIGHT ("MIDI", "MIDI", 0),
  LIGHT ("MINUIT", "NUIT", 0),
  LIGHT ("AURORE", "AUBE", 0),
  LIGHT ("APRES-MIDI", "APRÈS-MIDI", 0),
  LIGHT ("APRES MIDI", "APRÈS-MIDI", 0),
  LIGHT ("PETIT MATIN", "PETIT MATIN", 0),
  LIGHT ("PETIT JOUR", "AUBE", 0),
  LIGHT ("FIN DE JOURNEE", "FIN DE JOURNÉE", 0),
  LIGHT ("FIN DU JOUR", "FIN DE JOURNÉE", 0),
  LIGHT ("END OF DAY", "FIN DE JOURNÉE", ENGLISH),
  LIGHT ("FIN D'APRES-MIDI", "FIN D’APRÈS-MIDI", 0),
  LIGHT ("NUIT AMERICAINE", "NUIT AMÉRICAINE", 0),
  LIGHT ("DAY FOR NIGHT", "NUIT AMÉRICAINE", ENGLISH),
  LIGHT ("ENTRE CHIEN ET LOUP", "ENTRE CHIEN ET LOUP", 0),
  LIGHT ("LEVER DU JOUR", "AUBE", 0),
  LIGHT ("LEVER DU SOLEIL", "AUBE", 0),
  LIGHT ("LEVER DE SOLEIL", "AUBE", 0),
  LIGHT ("COUCHER DU SOLEIL", "CRÉPUSCULE", 0),
  LIGHT ("COUCHER DE SOLEIL", "CRÉPUSCULE", 0),
  LIGHT ("TOMBEE DE LA NUIT", "CRÉPUSCULE", 0),
  LIGHT ("TOMBEE DU JOUR", "CRÉPUSCULE", 0),
  ENGLISH_TIME ("LATER"),
  ENGLISH_TIME ("CONTINUOUS"),
  ENGLISH_TIME ("CONTINUED"),
  TIME ("CONTINU"),
  TIME ("CONTINUITE"),
  TIME ("SIMULTANEMENT"),
  TIME ("PEU APRES"),
  TIME ("JUSTE APRES"),
  ENGLISH_TIME ("SAME"),
  TIME ("TARD"),
  TIME ("TOT"),
  TIME ("LENDEMAIN"),
  TIME ("VEILLE"),
  ENGLISH_TIME ("EARLIER"),
  ENGLISH_TIME ("NEXT DAY"),
  ENGLISH_TIME ("MOMENTS AFTER"),
  TIME ("MEME MOMENT"),
  TIME ("MEME TEMPS"),
  TIME ("MEME HEURE"),
  TIME ("AU MEME INSTANT"),
  FILLER ("A"),
  FILLER ("AN"),
  { "THE", NULL, PLT_EFFECT_FILLER, SILENT },
  FILLER ("THAT"),
  FILLER ("OF"),
  FILLER ("IN"),
  FILLER ("NEXT"),
  FILLER ("FOLLOWING"),
  FILLER ("ANOTHER"),
  { "PRESENT", NULL, PLT_EFFECT_FILLER, SILENT },
  FILLER ("EARLY"),
  FILLER ("LATE"),
  FILLER ("MID"),
  FILLER ("BEFORE"),
  FILLER ("JUST"),
  FILLER ("BIT"),
  FILLER ("FEW"),
  FILLER ("TIME"),
  FILLER ("MOMENT"),
  FILLER ("MOMENTS"),
  FILLER ("SECOND"),
  FILLER ("SECONDS"),
  FILLER ("MINUTE"),
  FILLER ("MINUTES"),
  FILLER ("HOUR"),
  FILLER ("HOURS"),
  FILLER ("DAYS"),
  FILLER ("WEEK"),
  FILLER ("WEEKS"),
  FILLER ("MONTH"),
  FILLER ("MONTHS"),
  FILLER ("YEAR"),
  FILLER ("YEARS"),
  FILLER ("ONE"),
  FILLER ("TWO"),
  FILLER ("THREE"),
  FILLER ("FOUR"),
  FILLER ("FIVE"),
  FILLER ("TEN"),
  { "LE", NULL, PLT_EFFECT_FILLER, SILENT },
  { "LA", NULL, PLT_EFFECT_FILLER, SILENT },
  { "LES", NULL, PLT_EFFECT_FILLER, SILENT },
  { "DE", NULL, PLT_EFFECT_FILLER, SILENT },
  FILLER ("DU"),
  { "EN", NULL, PLT_EFFECT_FILLER, SILENT },
  { "AU", NULL, PLT_EFFECT_FILLER, SILENT },
  FILLER ("ET"),
  FILLER ("PUIS"),
  FILLER ("DANS"),
  FILLER ("PENDANT"),
  FILLER ("SUIVANT"),
  FILLER ("SUIVANTE"),
  FILLER ("PRECEDENT"),
  FILLER ("PRECEDENTE"),
  FILLER ("UN"),
  FILLER ("UNE"),
  FILLER ("PEU"),
  FILLER ("PLUS"),
  FILLER ("TRES"),
  FILLER ("MEME"),
  FILLER ("FIN"),
  FILLER ("DEBUT"),
  FILLER ("MILIEU"),
  FILLER ("PLEIN"),
  FILLER ("PLEINE"),
  FILLER ("PETIT"),
  FILLER ("AUTRE"),
  FILLER ("APRES"),
  FILLER ("AVANT"),
  FILLER ("VERS"),
  FILLER ("QUELQUES"),
  FILLER ("DEUX"),
  FILLER ("TROIS"),
  FILLER ("QUATRE"),
  FILLER ("CINQ"),
  FILLER ("DIX"),
  FILLER ("VINGT"),
  FILLER ("INSTANT"),
  FILLER ("INSTANTS"),
  FILLER ("SECONDES"),
  FILLER ("HEURE"),
  FILLER ("HEURES"),
  FILLER ("JOURS"),
  FILLER ("SEMAINE"),
  FILLER ("SEMAINES"),
  FILLER ("MOIS"),
  FILLER ("AN"),
  FILLER ("ANS"),
  FILLER ("ANNEES"),
};

static const char *const link_words[]
    = { "DE",     "DU",  "DES",  "D",     "LA",     "LE",    "LES",  "L",   "ET",
        "AU",     "AUX", "A",    "OF",    "THE",    "UN",    "UNE",  "AND", "POUR",
        "CHAQUE", "MI",  "DEMI", "PLEIN", "PLEINE", "BELLE", "BEAU", NULL };
/* Never a place. */
static const char *const unreal_words[] = {
  "FLASHBACK",         "FLASH-BACK", "FLASH BACK", "FLASH",     "FLASHFORWARD", "FLASH-FORWARD",
  "FLASH FORWARD",     "REVE",       "DREAM",      "CAUCHEMAR", "SOUVENIR",     "FANTASME",
  "RETOUR AU PRESENT", "NIGHTMARE",  NULL
};
/* No place after the effect. */
static const char *const modifier_words[]
    = { "PRESENT", "PAST",      "PASSE",         "STOCK",      "INSERT",
        "MONTAGE", "VARIOUS",   "TRAVELING",     "TRAVELLING", "DRIVING",
        "POV",     "SUBJECTIF", "VARIOUS SHOTS", "ARCHIVES",   "RETOUR",
        "RAIN",    "PLUIE",     "EN ROULANT",    "NEIGE",      NULL };
static const char *const continued_words[]
    = { "SUITE", "SUITE ET FIN", "CONT'D", "CONTD", "CONT", "CONTINUED", "A SUIVRE", NULL };
static const char *const omitted_words[]
    = { "OMISE",      "OMIS",      "OMISES",  "OMITTED", "OMIT",   "SUPPRIMEE",         "SUPPRIME",
        "SUPPRIMEES", "SUPPRIMES", "DELETED", "ANNULEE", "COUPEE", "COUPEE AU MONTAGE", NULL };
static const char *const same_set_words[]
    = { "MEME DECOR", "MEME LIEU", "MEME ENDROIT", "MEME SET", "SAME SET", "SAME LOCATION", NULL };

/* ---- folding ---- */

#define BYTES_MAX 8000 /* accents written apart are bytes without a folded character */

/* U+00C0 to U+00FF: the letter without its accent, small letters as capitals. */
static const char latin1_letters[] = "AAAAAAACEEEEIIII"
                                     "DNOOOOO\001OUUUUYTS"
                                     "AAAAAAACEEEEIIII"
                                     "DNOOOOO\001OUUUUYTY";

static char
fold_unichar (gunichar c, gboolean *lower, gboolean *upper)
{
  if (c >= 0xC0 && c <= 0xFF)
    {
      char letter = latin1_letters[c - 0xC0];

      if (letter != FOLD_OTHER)
        *(c >= 0xDF ? lower : upper) = TRUE;
      return letter;
    }
  switch (c)
    {
    case 0xA0:
    case 0x202F:
    case 0x2009:
    case 0x2003:
    case 0x2002:
    case 0xFEFF:
      return ' ';
    case 0xB0: /* N° */
    case 0xBA:
      return 'O';
    case 0x2018:
    case 0x2019:
    case 0x2BC:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return FOLD_DASH;
    case 0x178:
      *upper = TRUE;
      return 'Y';
    default:
      if (g_unichar_islower (c))
        *lower = TRUE;
      else if (g_unichar_isupper (c))
        *upper = TRUE;
      return FOLD_OTHER;
    }
}

static void
push (PltFolded *self, char c, gsize at)
{
  self->fold[self->n] = c;
  self->at[self->n] = (guint16) at;
  self->n++;
}

gboolean
plt_folded_init (PltFolded *self, const char *line, gsize length)
{
  const char *end = line + length;
  const char *p = line;

  self->source = line;
  self->n = 0;
  self->lower = self->upper = FALSE;
  while (p < end && self->n < FOLD_MAX && p - line < BYTES_MAX)
    {
      unsigned char c = (unsigned char) *p;
      gsize at = (gsize) (p - line);

      if (c >= 'a' && c <= 'z')
        {
          self->lower = TRUE;
          push (self, (char) (c - 32), at);
          p++;
        }
      else if (c < 0x80)
        {
          if (c >= 'A' && c <= 'Z')
            self->upper = TRUE;
          if (c == '-' && self->n > 0 && self->fold[self->n - 1] == '-')
            self->fold[self->n - 1] = FOLD_DASH;
          else
            push (self, c < ' ' ? ' ' : (char) c, at);
          p++;
        }
      else
        {
          gunichar u = g_utf8_get_char (p);

          p = g_utf8_next_char (p);
          if (u >= 0x300 && u <= 0x36F)
            continue; /* accent of a letter already there */
          if (u == 0x152 || u == 0x153)
            {
              *(u == 0x153 ? &self->lower : &self->upper) = TRUE;
              push (self, 'O', at);
              push (self, 'E', at);
            }
          else
            push (self, fold_unichar (u, &self->lower, &self->upper), at);
        }
    }
  self->fold[self->n] = '\0';
  self->at[self->n] = (guint16) MIN ((gsize) (p - line), G_MAXUINT16);
  return p >= end;
}

char *
plt_folded_slice (const PltFolded *self, guint from, guint to)
{
  if (from >= to)
    return g_strdup ("");
  return g_strndup (self->source + self->at[from], (gsize) (self->at[to] - self->at[from]));
}

char *
plt_folded_slice_upper (const PltFolded *self, guint from, guint to)
{
  if (from >= to)
    return g_strdup ("");
  return g_utf8_strup (self->source + self->at[from], self->at[to] - self->at[from]);
}

/* ---- words ---- */

static gboolean
is_word_char (char c)
{
  return g_ascii_isalnum (c) || c == FOLD_OTHER;
}

static gboolean
equals (const PltFolded *line, guint from, guint to, const char *word)
{
  gsize n = strlen (word);

  return to - from == n && memcmp (line->fold + from, word, n) == 0;
}

static gboolean
is_in (const PltFolded *line, guint from, guint to, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (equals (line, from, to, words[i]))
      return TRUE;
  return FALSE;
}

/* The entries by their first letter: those of letter c stand in order[first[c - 'A']] and on. */
static guint8 order[G_N_ELEMENTS (effect_words)];
static guint8 first[27];

G_STATIC_ASSERT (G_N_ELEMENTS (effect_words) < 256);

static void
sort_entries (void)
{
  static gsize done = 0;
  guint8 n = 0;

  if (!g_once_init_enter (&done))
    return;
  for (guint letter = 0; letter < 26; letter++)
    {
      first[letter] = n;
      for (guint i = 0; i < G_N_ELEMENTS (effect_words); i++)
        if (effect_words[i].word[0] == (char) ('A' + letter))
          order[n++] = (guint8) i;
    }
  first[26] = n;
  g_once_init_leave (&done, 1);
}

/* The longest entry that begins at `from` and ends at a word's end, at most at `to`. */
static const EffectWord *
longest_entry (const PltFolded *line, guint from, guint to, guint *end)
{
  const EffectWord *best = NULL;
  gsize best_length = 0;
  char letter = line->fold[from];

  *end = from;
  if (letter < 'A' || letter > 'Z')
    return NULL;
  sort_entries ();
  for (guint i = first[letter - 'A']; i < first[letter - 'A' + 1]; i++)
    {
      const EffectWord *entry = &effect_words[order[i]];
      gsize n = strlen (entry->word);

      if (n <= best_length || from + n > to || memcmp (line->fold + from, entry->word, n) != 0)
        continue;
      if (from + n < to && is_word_char (line->fold[from + n]))
        continue;
      best = entry;
      best_length = n;
    }
  *end = from + (guint) best_length;
  return best;
}

PltEffectKind
plt_effect_phrase_full (
    const PltFolded *line, guint from, guint to, const char **canonical, gboolean *english)
{
  PltEffectKind kind = PLT_EFFECT_NOT;
  const char *word = NULL;
  guint entries = 0;
  guint i = from;

  *canonical = NULL;
  *english = FALSE;
  while (i < to)
    {
      const EffectWord *entry;
      guint end;

      /* Brackets inside: "[THE NEXT] MORNING". D' and L' are fillers too, and numbers: the light of
       * "JOUR 2" is JOUR. */
      if (strchr (" ()[].", line->fold[i]))
        {
          i++;
          continue;
        }
      if (i + 1 < to && line->fold[i + 1] == '\'' && strchr ("DL", line->fold[i]))
        {
          i += 2;
          continue;
        }
      if (g_ascii_isdigit (line->fold[i]))
        {
          while (i < to && (g_ascii_isdigit (line->fold[i]) || line->fold[i] == 'H'))
            i++;
          if (i < to && is_word_char (line->fold[i]))
            return PLT_EFFECT_NOT;
          kind = MAX (kind, PLT_EFFECT_FILLER);
          continue;
        }
      entry = longest_entry (line, i, to, &end);
      if (entry == NULL)
        return PLT_EFFECT_NOT;
      i = end;
      if (entry->flags & SILENT)
        continue;
      entries++;
      *english |= (entry->flags & ENGLISH) != 0;
      if (entry->kind > kind || word == NULL)
        word = entry->canonical;
      kind = MAX (kind, entry->kind);
    }
  if (entries == 1)
    *canonical = word;
  return kind;
}

PltEffectKind
plt_effect_phrase (const PltFolded *line, guint from, guint to)
{
  const char *canonical;
  gboolean english;

  return plt_effect_phrase_full (line, from, to, &canonical, &english);
}

const char *
plt_effect_bare_word (const PltFolded *line, guint from, guint to, gboolean *french)
{
  guint end;
  const EffectWord *entry = longest_entry (line, from, to, &end);

  if (entry == NULL || end != to || !(entry->flags & BARE))
    return NULL;
  *french = (entry->flags & FRENCH) != 0;
  return entry->canonical;
}

gboolean
plt_effect_is_link (const PltFolded *line, guint from, guint to)
{
  return is_in (line, from, to, link_words);
}

gboolean
plt_heading_is_unreal (const PltFolded *line, guint from, guint to)
{
  guint digits = 0;

  for (guint i = from; i < to; i++)
    digits += g_ascii_isdigit (line->fold[i]) ? 1 : 0;
  return (digits == 4 && digits == to - from) || is_in (line, from, to, unreal_words);
}

guint
plt_heading_unreal_end (const PltFolded *line, guint from)
{
  guint longest = from;

  for (guint i = 0; unreal_words[i] != NULL; i++)
    {
      guint end = from + (guint) strlen (unreal_words[i]);

      if (end > longest && end <= line->n && equals (line, from, end, unreal_words[i])
          && !is_word_char (line->fold[end]))
        longest = end;
    }
  return longest;
}

gboolean
plt_heading_is_modifier (const PltFolded *line, guint from, guint to)
{
  return plt_heading_is_unreal (line, from, to) || is_in (line, from, to, modifier_words);
}

gboolean
plt_heading_is_continued (const PltFolded *line, guint from, guint to)
{
  return is_in (line, from, to, continued_words);
}

gboolean
plt_heading_is_same_set (const PltFolded *line, guint from, guint to)
{
  return is_in (line, from, to, same_set_words);
}

gboolean
plt_heading_is_omitted (const PltFolded *line, guint from, guint to)
{
  static const char *const said[] = { "SCENE ", "SCENES ", "SEQUENCE ", "SEQUENCES " };

  while (from < to && strchr ("([ .", line->fold[from]))
    from++;
  while (to > from && strchr (")] .", line->fold[to - 1]))
    to--;
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      guint n = (guint) strlen (said[i]);

      if (to - from > n && memcmp (line->fold + from, said[i], n) == 0)
        {
          from += n;
          break;
        }
    }
  return is_in (line, from, to, omitted_words);
}
