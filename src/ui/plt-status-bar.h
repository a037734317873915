/* PltStatusBar: the four figures that matter, when the file was last written, and what the view
 * says of its selection. While something is dragged it shows what would become of the figures. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_STATUS_BAR (plt_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (PltStatusBar, plt_status_bar, PLT, STATUS_BAR, GtkWidget)

GtkWidget *plt_status_bar_new (PltSession *session);
void plt_status_bar_set_summary (PltStatusBar *self, const char *summary);
/* "24 sequences · 5 d · 18:40 · 96 420,00 €", and of a drag what it changes. */
char *plt_figures_to_text (const PltFigures *figures);
char *plt_figures_difference (const PltFigures *before, const PltFigures *after);

G_END_DECLS
