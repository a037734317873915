/* Imports that say what they would do before they do it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* Asks for a CSV file, shows what it would change in that table, then changes it. */
void plt_import_csv_present (GtkWindow *parent, PltSession *session, const char *table);
/* The second half of it, from a text: NULL with a message shown when it is refused. */
GtkWindow *plt_import_csv_preview (
    GtkWindow *parent, PltSession *session, const char *table, const char *text, gsize length);

G_END_DECLS
