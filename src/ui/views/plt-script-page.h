/* PltScriptPage: the text of one version of the screenplay, as it looks on its page, to be read.
 *
 * The margins are those of a screenplay: a line is 60 signs of Courier Prime; the number of a
 * séquence stands left of its heading and is the production's, not the one written in the file.
 *
 * Signal: sequence-shown (gint64 id): the user scrolled or moved the cursor into that séquence. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_SCRIPT_PAGE (plt_script_page_get_type ())
G_DECLARE_FINAL_TYPE (PltScriptPage, plt_script_page, PLT, SCRIPT_PAGE, GtkWidget)

GtkWidget *plt_script_page_new (PltSession *session);
/* Shows the text of that row of script_version, 0 for nothing. Reads it again only when it, or a
 * number in it, changed. */
void plt_script_page_show (PltScriptPage *self, gint64 version);
void plt_script_page_reload (PltScriptPage *self); /* the text itself changed */
gboolean plt_script_page_is_empty (PltScriptPage *self);

/* FALSE when that séquence is not in this version. */
gboolean plt_script_page_go_to_sequence (PltScriptPage *self, gint64 sequence);
/* To what stood on that line of the file, and selects it. */
gboolean plt_script_page_go_to_line (PltScriptPage *self, guint line);
gint64 plt_script_page_get_sequence (PltScriptPage *self); /* where the user is, 0 before any */
/* Selects the next place with that text after the cursor, from the head again at the end. */
gboolean plt_script_page_find (PltScriptPage *self, const char *text, gboolean from_here);
GtkTextView *plt_script_page_get_text (PltScriptPage *self);

G_END_DECLS
