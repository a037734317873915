/* The words that make a reader think of an element: data/referentials/mots-depouillement.tsv.
 *
 * A row is a word or an expression of one language with its forms; what element it stands for, of
 * which category, what hazard it means; and the expressions in which it means something else. Where
 * several begin at the same word the longest is taken, and an excluded one takes its words away:
 * "coup de feu" is not "feu". Accents count when the text has them: "pêche" is not "péché";
 * capitals may lack theirs, and so may a text that has none at all.
 *
 * Columns: langue (fr, en) · nature (n: a noun, its plural is made; v: a French verb in -er or an
 * English one, its forms are made; x: as it stands) · mot · formes (others, by |) · nom (of the
 * element, empty: the word; "-": no element, only the hazard) · categorie (code) · risque (hazard
 * of the séquence) · motif (which sentence says why) · sauf (expressions, by |) · marque. */
#pragma once

#include "plt-facts.h"
#include "plt-words.h"

G_BEGIN_DECLS

typedef enum
{
  PLT_LANGUAGE_FRENCH,
  PLT_LANGUAGE_ENGLISH,
  PLT_N_LANGUAGES,
} PltLanguage;

/**
 * PltWordEntry:
 * @name: of the element it stands for: "Voiture de police"
 * @key: plt_element_key() of it: what a refusal is kept under
 * @category: code: "VE"
 * @hazard: id, "" for none
 * @reason: id of the sentence that says why
 * @hazard_only: whether it makes no element
 */
typedef struct
{
  char *name, *key, *category, *hazard, *reason;
  gboolean hazard_only;
} PltWordEntry;

typedef struct _PltWordList PltWordList;

#define PLT_WORD_LIST_REFERENTIAL "mots-depouillement"

/* (transfer full) (nullable): NULL with PLT_ERROR_INVALID when a column is missing. */
PltWordList *plt_word_list_load (const char *content, GError **error);
/**
 * plt_word_list_open:
 * @shipped: (nullable): content of the file that comes with the program
 *
 * Returns: (transfer full): the list the production keeps, else the one that comes with the
 * program, else an empty one
 */
PltWordList *plt_word_list_open (const PltFacts *facts, const char *shipped);
void plt_word_list_free (PltWordList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltWordList, plt_word_list_free)

guint plt_word_list_get_n (const PltWordList *self, PltLanguage language); /* rows */

/**
 * plt_word_list_match:
 * @loose: whether the text has no accents at all
 * @entry: (out) (nullable): what it is; %NULL for an excluded expression
 *
 * Returns: how many words from @at are one of the list, 0 for none
 */
guint plt_word_list_match (const PltWordList *self,
                           PltLanguage language,
                           const PltWords *words,
                           guint at,
                           gboolean loose,
                           const PltWordEntry **entry);

G_END_DECLS
