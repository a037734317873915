/* PltCallsheetHead: what stands over the form of a feuille de service: its state and what may be
 * done with it; where the plan has left it behind; what a correction changed; who has not received
 * the latest version. Its buttons are actions of the view.
 *
 * Signal: go-to (const PltRef *): something in it stands for that row. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_CALLSHEET_HEAD (plt_callsheet_head_get_type ())
G_DECLARE_FINAL_TYPE (PltCallsheetHead, plt_callsheet_head, PLT, CALLSHEET_HEAD, GtkWidget)

GtkWidget *plt_callsheet_head_new (PltSession *session);
void plt_callsheet_head_show (PltCallsheetHead *self, const PltSheetFacts *sheet);
/* What each of its lines says, "" while it is not shown; for tests. */
const char *plt_callsheet_head_get_plan (PltCallsheetHead *self);
const char *plt_callsheet_head_get_changes (PltCallsheetHead *self);
const char *plt_callsheet_head_get_waiting (PltCallsheetHead *self);

G_END_DECLS
