/* PltScriptPage: the text of one version of the screenplay, as it looks on its page, to be read,
 * with the words that are tagged and those that are proposed.
 *
 * The margins are those of a screenplay: a line is 60 signs of Courier Prime; the number of a
 * séquence stands left of its heading and is the production's, not the one written in the file.
 *
 * Signals:
 *   sequence-shown (gint64 id)  the user scrolled or moved the cursor into that séquence
 *   cursor-moved                the cursor or the selection is elsewhere */
#pragma once

#include <gtk/gtk.h>

#include "plt-marked-text.h"
#include "plt-script-blocks.h"
#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_SCRIPT_PAGE (plt_script_page_get_type ())
G_DECLARE_FINAL_TYPE (PltScriptPage, plt_script_page, PLT, SCRIPT_PAGE, GtkWidget)

GtkWidget *plt_script_page_new (PltSession *session);
/* Shows the text of that row of script_version, 0 for nothing. Reads it again only when it, or a
 * number in it, changed. */
void plt_script_page_show (PltScriptPage *self, gint64 version);
gboolean plt_script_page_is_empty (PltScriptPage *self);

/* FALSE when that séquence is not in this version. */
gboolean plt_script_page_go_to_sequence (PltScriptPage *self, gint64 sequence);
/* To what stood on that line of the file, and selects it. */
gboolean plt_script_page_go_to_line (PltScriptPage *self, guint line);
gint64 plt_script_page_get_sequence (PltScriptPage *self); /* where the user is, 0 before any */
/* Selects the next place with that text after the cursor, from the head again at the end. */
gboolean plt_script_page_find (PltScriptPage *self, const char *text, gboolean from_here);
GtkTextView *plt_script_page_get_text (PltScriptPage *self);

/* ---- words ---- */

/* Passages to show as proposed, instead of those before; NULL for none. Their mark has `id`. */
void plt_script_page_set_proposed (PltScriptPage *self, const PltPassage *passages, guint n);
/* What keys act on: the selection without the spaces at its ends, or the word at the cursor, or the
 * one at `at` (nullable). FALSE with a sentence when it is no words of one paragraph. */
gboolean plt_script_page_get_passage (PltScriptPage *self,
                                      const GtkTextIter *at,
                                      PltPassage *passage,
                                      GError **error);
/* The words themselves, on one line; "" when they are not shown. */
char *plt_script_page_get_words (PltScriptPage *self, const PltPassage *passage);
/* (transfer full) (element-type gint64): ids of the tags at the cursor, or at `at`, the shortest
 * first. */
GArray *plt_script_page_get_tags (PltScriptPage *self, const GtkTextIter *at);
/* Selects those words where they are. */
void plt_script_page_select (PltScriptPage *self, const PltPassage *passage);
/* The text that is shown, with its tags. */
const PltFacts *plt_script_page_get_facts (PltScriptPage *self);
/* To the heading `step` séquences further; FALSE at the ends. */
gboolean plt_script_page_turn (PltScriptPage *self, int step);
/* To those words, and selects them; FALSE when they are not in this version. */
gboolean plt_script_page_go_to (PltScriptPage *self, const PltPassage *passage);
/* Where they are on the screen, for what is opened beside them. */
void plt_script_page_get_rectangle (PltScriptPage *self,
                                    const PltPassage *passage,
                                    GdkRectangle *rectangle);

G_END_DECLS
