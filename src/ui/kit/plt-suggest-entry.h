/* PltSuggestEntry: an entry in which a name is typed, with a list below it of the names there are.
 *
 * The list is that of plt-entry-suggest. Enter takes what is chosen there, or what was typed as it
 * stands; Escape closes the list, then empties the entry. What is refused stays, with the sentence
 * that says why below it.
 *
 * Signal: accept (const char *text) -> gboolean: TRUE when it was taken; the entry is emptied. */
#pragma once

#include "plt-entry-suggest.h"

G_BEGIN_DECLS

#define PLT_TYPE_SUGGEST_ENTRY (plt_suggest_entry_get_type ())
G_DECLARE_FINAL_TYPE (PltSuggestEntry, plt_suggest_entry, PLT, SUGGEST_ENTRY, GtkWidget)

GtkWidget *plt_suggest_entry_new (const char *placeholder, const char *name);
/* Asked each time the list is opened. */
void plt_suggest_entry_set_source (PltSuggestEntry *self,
                                   PltEntrySuggestFunc function,
                                   gpointer user_data);
void plt_suggest_entry_set_message (PltSuggestEntry *self, const char *message); /* NULL: none */
const char *plt_suggest_entry_get_message (PltSuggestEntry *self); /* "" when there is none */
const char *plt_suggest_entry_get_text (PltSuggestEntry *self);
void plt_suggest_entry_set_text (PltSuggestEntry *self, const char *text);
/* As Enter does; TRUE when there is nothing left in it. */
gboolean plt_suggest_entry_commit (PltSuggestEntry *self);

G_END_DECLS
