/* Where the program's data is: referentials and examples.
 *
 * A file of the user's own in $XDG_DATA_HOME/plateau comes first, then $PLATEAU_DATADIR, the
 * installed folder, and the source folder when the program runs where it was built. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) (nullable): full path of a file such as "referentials/jours-feries.tsv", NULL
 * when there is none */
char *plt_paths_find (const char *name);
char *plt_paths_read (const char *name, gsize *length, GError **error);

G_END_DECLS
