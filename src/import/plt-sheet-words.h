/* Words that tables of other programs are written with: titles of columns, units, totals.
 *
 * They come from a referential with the columns nature, code and mots: the words of a row are
 * separated by |, all stand for its code, and natures do not mix. Words are compared folded. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PltSheetWords PltSheetWords;

PltSheetWords *plt_sheet_words_new (const char *referential); /* its content */
void plt_sheet_words_free (PltSheetWords *self);
/* (nullable): the code of a word, both compared folded */
const char *plt_sheet_words_find (const PltSheetWords *self, const char *nature, const char *text);
/* (nullable): that of the longest word that `folded` begins with; `rest` (out) what follows it */
const char *plt_sheet_words_begin (const PltSheetWords *self,
                                   const char *nature,
                                   const char *folded,
                                   const char **rest);
/* Lower case, without accents, spaces squeezed, without the sign of the euro and ( ) [ ] : ; * */
char *plt_sheet_fold (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltSheetWords, plt_sheet_words_free)

G_END_DECLS
