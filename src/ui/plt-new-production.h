/* The dialog that makes a production: title, kind, file; empty, or from a screenplay. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* `script` (nullable): a screenplay to begin with. */
GtkWindow *plt_new_production_present (GtkWindow *parent, GFile *script);

G_END_DECLS
