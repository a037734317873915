/* Shared by the files plt-heading*.c. */
#pragma once

#include <glib.h>

/* A line folded for comparison: one ASCII byte a character. Letters are capitals without accents,
 * every kind of space is ' ', every apostrophe '\'', en and em dashes and "--" are FOLD_DASH, the
 * rest of Unicode is FOLD_OTHER. `at` leads back to the bytes of the source. */
#define FOLD_MAX 400
#define FOLD_DASH '\002'
#define FOLD_OTHER '\001'

typedef struct
{
  const char *source;
  char fold[FOLD_MAX + 2];
  guint16 at[FOLD_MAX + 2];
  guint n;
  gboolean lower; /* has a small letter */
  gboolean upper; /* has a capital */
} PltFolded;

/**
 * PltEffectKind:
 * @PLT_EFFECT_NOT: not words of time
 * @PLT_EFFECT_FILLER: only words that go with others ("LA", "FIN", "DE")
 * @PLT_EFFECT_TIME: places the séquence after another ("PLUS TARD", "CONTINUOUS")
 * @PLT_EFFECT_LIGHT: says the light ("JOUR", "FIN DE JOURNÉE")
 */
typedef enum
{
  PLT_EFFECT_NOT,
  PLT_EFFECT_FILLER,
  PLT_EFFECT_TIME,
  PLT_EFFECT_LIGHT,
} PltEffectKind;

/* FALSE when the line is longer than FOLD_MAX characters (folded up to there). */
gboolean plt_folded_init (PltFolded *self, const char *line, gsize length);
char *plt_folded_slice (const PltFolded *self, guint from, guint to); /* as written */
char *plt_folded_slice_upper (const PltFolded *self, guint from, guint to);

/* What the words of [from, to) say; `canonical` gets a static French word or NULL, `english`
 * whether they are English. */
PltEffectKind plt_effect_phrase_full (
    const PltFolded *line, guint from, guint to, const char **canonical, gboolean *english);
PltEffectKind plt_effect_phrase (const PltFolded *line, guint from, guint to);
/* The same for one word that may stand without a separator beside the set; NULL when it may not. */
const char *plt_effect_bare_word (const PltFolded *line, guint from, guint to, gboolean *french);
/* A word after or before which an effect word belongs to a name: CAFÉ DU, NUIT DE. */
gboolean plt_effect_is_link (const PltFolded *line, guint from, guint to);
/* FLASHBACK, RÊVE, 1944: no place wherever it stands. */
gboolean plt_heading_is_unreal (const PltFolded *line, guint from, guint to);
guint plt_heading_unreal_end (const PltFolded *line, guint from); /* `from`: none begins there */
/* What may follow the effect without being a sous-décor: those, and PLUIE, INSERT. */
gboolean plt_heading_is_modifier (const PltFolded *line, guint from, guint to);
gboolean plt_heading_is_continued (const PltFolded *line, guint from, guint to); /* SUITE, CONT'D */
gboolean plt_heading_is_same_set (const PltFolded *line, guint from, guint to);  /* MÊME DÉCOR */
gboolean plt_heading_is_omitted (const PltFolded *line, guint from, guint to);

/* ---- the reading of one line ---- */

#define PLT_HEADING_PIECES 8

typedef struct
{
  guint from, to;
} PltSpan;

/* The state of reading one line. Everything before `line` begins as zero; `line` is
 * large and is filled by folding. */
typedef struct
{
  guint from, to;  /* what is left to read */
  PltSpan episode; /* "ÉP. 3" before the number */
  PltSpan number;
  PltSpan text;
  PltSpan set[PLT_HEADING_PIECES];
  guint n_set;
  const char *int_ext;
  char *effect;
  gboolean keyword;       /* SÉQUENCE, SCÈNE */
  gboolean number_closed; /* by a sign or a wide space */
  gboolean number_dashed; /* by / or a dash */
  gboolean number_sharp;  /* #12# */
  gboolean dashed_effect; /* the effect stands after a dash */
  gboolean lit;           /* the effect is a light, not only a moment */
  gboolean omitted;
  gboolean same_set;      /* MÊME DÉCOR */
  gboolean english;       /* the effect */
  gboolean outside_first; /* EXT/INT */
  PltFolded line;
} PltHeadingParser;

typedef struct
{
  PltSpan spans[PLT_HEADING_PIECES];
  char before[PLT_HEADING_PIECES]; /* the separator before each */
  guint n;
} PltHeadingPieces;

/* ---- small readings ---- */

static inline char
at (const PltHeadingParser *self, guint i)
{
  return i < self->line.n ? self->line.fold[i] : '\0';
}

static inline gboolean
is_word (char c)
{
  return g_ascii_isalnum (c) || c == FOLD_OTHER;
}

gboolean plt_heading_is_separator (char c);
guint plt_heading_skip_spaces (const PltHeadingParser *self, guint i);
guint plt_heading_skip_separators (const PltHeadingParser *self, guint i);
gboolean plt_heading_starts (const PltHeadingParser *self, guint i, const char *word);
void plt_heading_trim (const PltHeadingParser *self, PltSpan *span);

/* plt-heading-place.c: the number, INT and EXT */
enum
{
  PLT_PLACE_INSIDE = 1,
  PLT_PLACE_OUTSIDE = 2,
};

void plt_heading_read_leading_number (PltHeadingParser *self);
void plt_heading_read_trailing_number (PltHeadingParser *self);
guint plt_heading_read_place (const PltHeadingParser *self, guint i, guint *end); /* 0: none */
const char *plt_heading_place_name (guint places);
const char *plt_heading_letter_light (char c); /* (nullable): J is JOUR */
/* Where the INT/EXT token at `i` ends, `i` when there is none; `light` is that of "I/N". */
guint plt_heading_read_int_ext (const PltHeadingParser *self,
                                guint i,
                                const char **int_ext,
                                const char **light);

/* plt-heading-pieces.c: the line cut at its separators, and the effect among them */
gboolean plt_heading_is_effect (const PltHeadingParser *self, guint from, guint to);
void plt_heading_take_effect (PltHeadingParser *self, guint from, guint to);
void plt_heading_cut (const PltHeadingParser *self, guint from, guint to, PltHeadingPieces *pieces);
void plt_heading_drop_piece (PltHeadingPieces *pieces, guint index);
void plt_heading_take_brackets (PltHeadingParser *self, PltSpan *piece);
void plt_heading_find_effect (PltHeadingParser *self, PltHeadingPieces *pieces);
