/* The words of a text, each with its place and the forms it is compared by.
 *
 * A word is a run of letters and digits with their combining marks; what stands between two words
 * either holds them together (a space, a hyphen, an apostrophe) or parts them (a comma, a full
 * stop). Places count characters, as the tags of a paragraph do. A word has two forms, both in
 * lower case: folded, without accents (œ is oe), and exact, with them. The memory is kept from one
 * text to the next: a whole script is cut with two buffers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PLT_WORD_UPPER = 1 << 0,    /* two letters or more, none of them lower case */
  PLT_WORD_CAPITAL = 1 << 1,  /* begins with a capital */
  PLT_WORD_ACCENTED = 1 << 2, /* has an accent or a ligature: its forms differ */
  PLT_WORD_NUMBER = 1 << 3,   /* digits alone */
  PLT_WORD_JOINED = 1 << 4,   /* only a space, a hyphen or an apostrophe since the word before */
  PLT_WORD_ELIDED = 1 << 5,   /* an apostrophe follows: l’, d’ */
  PLT_WORD_FIRST = 1 << 6,    /* begins a sentence */
  PLT_WORD_BRACKET = 1 << 7,  /* a bracket or a comma opens just before it */
} PltWordFlags;

typedef struct
{
  guint start, end; /* characters of the text; `end` is one after */
  gsize byte, n_bytes;
  gsize folded, exact; /* where the forms are in the buffer of the words */
  PltWordFlags flags;
} PltWord;

typedef struct _PltWords PltWords;

PltWords *plt_words_new (void);
void plt_words_free (PltWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltWords, plt_words_free)

void plt_words_cut (PltWords *self, const char *text); /* valid UTF-8; replaces what was there */
guint plt_words_get_n (const PltWords *self);
const PltWord *plt_words_get (const PltWords *self, guint index);
const char *plt_words_folded (const PltWords *self, guint index); /* until the next cut */
const char *plt_words_exact (const PltWords *self, guint index);

/* Whether a word is an article or a possessive that a name of an element does without: le, une,
 * d’, ses, the. `folded` as plt_words_folded() gives it. */
gboolean plt_word_is_article (const char *folded);

/**
 * plt_word_singular:
 * @folded: a word in lower case, without accents
 * @out: (array fixed-size=64): its form without the sign of the plural, cut when it is longer
 *
 * Rule of French spelling, as far as two spellings of one element go: eaux is eau, chevaux cheval,
 * jeux jeu, dockers docker; words of three letters stay.
 */
void plt_word_singular (const char *folded, char out[64]);

/**
 * plt_element_key:
 * @name: name of an element, or the words that were tagged
 * @plural: whether the plural counts as the same: not for names of people
 *
 * Returns: (transfer full): what two spellings of one element have in common: words in lower case
 * without accents and articles, parted by spaces; "" when no word is left
 */
char *plt_element_key (const char *name, gboolean plural);

G_END_DECLS
