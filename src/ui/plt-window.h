/* PltWindow: the window of one production, or the start page while it has none.
 *
 * Head, sidebar, the view, the side pane and the status bar; the actions "win." are in
 * plt-window-actions.c. It decides nothing about a production: it shows the session's state and
 * calls its functions. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"
#include "plt-view.h"

G_BEGIN_DECLS

#define PLT_TYPE_WINDOW (plt_window_get_type ())
G_DECLARE_FINAL_TYPE (PltWindow, plt_window, PLT, WINDOW, GtkApplicationWindow)

PltWindow *plt_window_new (GtkApplication *application);
/* Shows that production instead of the start page. Once. */
void plt_window_set_session (PltWindow *self, PltSession *session);
PltSession *plt_window_get_session (PltWindow *self); /* (nullable) */
/* The sentence of the bar above the view: why this production is only read; NULL takes it away. */
void plt_window_set_banner (PltWindow *self, const char *sentence);

PltView *plt_window_get_view (PltWindow *self); /* (nullable): the one shown */
gboolean plt_window_show_view (PltWindow *self, const char *view, const char *page);
/* Into the form of what is selected, in the side pane: at that column, NULL for the first. */
void plt_window_focus_form (PltWindow *self, const char *column);
gboolean plt_window_open_ref (PltWindow *self, PltRef ref);
void plt_window_toast (PltWindow *self, const char *text, const char *button, const char *action);
const char *plt_window_get_toast (PltWindow *self); /* "" when none is shown */

G_END_DECLS
