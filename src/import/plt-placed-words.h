/* Words that the end of a line cuts. A hyphen there is part of the word (là-bas) or only of the
 * setting (pré-fère): the rest of the script knows one of them, else pronouns keep it (dit-il), and
 * else it goes where lines are cut often. Private to the readers of text with places. */
#pragma once

#include "plt-placed-text.h"

G_BEGIN_DECLS

typedef struct _PltPlacedWords PltPlacedWords;

PltPlacedWords *plt_placed_words_new (const PltPlacedText *text);
void plt_placed_words_free (PltPlacedWords *self);
/* Appends a line to the line before it, with a space, or without and perhaps without its hyphen. */
void plt_placed_words_join (const PltPlacedWords *self, GString *text, const char *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltPlacedWords, plt_placed_words_free)

G_END_DECLS
