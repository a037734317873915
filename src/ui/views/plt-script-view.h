/* PltScriptView: the screenplay: its text beside the list of séquences, its versions, and the
 * report of its import. */
#pragma once

#include "plt-script-desk.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_SCRIPT_VIEW (plt_script_view_get_type ())
G_DECLARE_FINAL_TYPE (PltScriptView, plt_script_view, PLT, SCRIPT_VIEW, PltView)

PltScriptDesk *plt_script_view_get_desk (PltScriptView *self);
PltScriptPage *plt_script_view_get_page (PltScriptView *self);
PltSequenceList *plt_script_view_get_list (PltScriptView *self);
/* Shows the text of that version, 0 for the production's current one. */
void plt_script_view_show_version (PltScriptView *self, gint64 version);
gint64 plt_script_view_get_version (PltScriptView *self);

G_END_DECLS
