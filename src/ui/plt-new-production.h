/* The dialog that makes a production: title, kind, file; empty, or from a screenplay. */
#pragma once

#include <gtk/gtk.h>

#include "plt-script.h"

G_BEGIN_DECLS

/* `script` (nullable) (transfer full): a screenplay to begin with, and where it came from. */
GtkWindow *plt_new_production_present (GtkWindow *parent, PltScript *script, GFile *source);
/* Reads that screenplay first, and says what is wrong with it. */
void plt_new_production_from_file (GtkWindow *parent, GFile *source);

G_END_DECLS
