/* PltLinks: what hangs together with the selected row, below its form: of a séquence its elements
 * by category, of an element or a décor the séquences it occurs in, of a task who works on it, its
 * links, rooms and screenings. Each is a door. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

#define PLT_TYPE_LINKS (plt_links_get_type ())
G_DECLARE_FINAL_TYPE (PltLinks, plt_links, PLT, LINKS, GtkWidget)

GtkWidget *plt_links_new (PltSession *session);
/* Shows those of that row; hides itself when its table has none. */
void plt_links_show (PltLinks *self, PltRef ref);

/* Whether they are asked for before the form: those of a task are. */
gboolean plt_links_come_first (PltRef ref);

/* A button that is a line of text and opens a row. */
GtkWidget *plt_link_button_new (PltSession *session, const char *text, PltRef ref);
void plt_links_add_heading (GtkBox *box, const char *text);

G_END_DECLS
