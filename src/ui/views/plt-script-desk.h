/* PltScriptDesk: the text of the screenplay at work: the list of séquences, the page, and what goes
 * into the side pane; they follow each other, and words of the page are tagged.
 *
 * It shows the current version of the production, or another one to be read only: then nothing is
 * tagged, and a bar says so. The first time a screenplay has no tag and there are proposals, a bar
 * offers to look at them.
 *
 * Signals:
 *   version-shown  another version is looked at
 *   pane-wanted    something was asked for that is in the side pane */
#pragma once

#include <gtk/gtk.h>

#include "plt-script-page.h"
#include "plt-script-pane.h"
#include "plt-sequence-list.h"
#include "plt-tagger.h"

G_BEGIN_DECLS

#define PLT_TYPE_SCRIPT_DESK (plt_script_desk_get_type ())
G_DECLARE_FINAL_TYPE (PltScriptDesk, plt_script_desk, PLT, SCRIPT_DESK, GtkWidget)

GtkWidget *plt_script_desk_new (PltSession *session);
void plt_script_desk_refresh (PltScriptDesk *self); /* the session changed */
void plt_script_desk_shown (PltScriptDesk *self);   /* it came on the screen */
gboolean plt_script_desk_is_empty (PltScriptDesk *self);

gint64 plt_script_desk_get_version (PltScriptDesk *self);
void plt_script_desk_show_version (PltScriptDesk *self, gint64 version); /* 0: the current one */

PltScriptPage *plt_script_desk_get_page (PltScriptDesk *self);
PltSequenceList *plt_script_desk_get_list (PltScriptDesk *self);
PltScriptPane *plt_script_desk_get_pane (PltScriptDesk *self); /* not in here: in the side pane */
PltTagger *plt_script_desk_get_tagger (PltScriptDesk *self);

gboolean plt_script_desk_grab_focus (PltScriptDesk *self);
/* From the list to the page; FALSE from there. */
gboolean plt_script_desk_focus_next_part (PltScriptDesk *self);

G_END_DECLS
