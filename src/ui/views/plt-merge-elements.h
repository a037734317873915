/* Two spellings of one thing become one element, in every séquence, contract and line of the devis
 * that names them, as one command. */
#pragma once

#include <gtk/gtk.h>

#include "plt-session.h"

G_BEGIN_DECLS

/* Asks which elements of the category of the first one are the same, and which name stays. Those in
 * `ids` are ticked to begin with. NULL with a sentence told when there is nothing to merge. */
GtkWindow *
plt_merge_elements_present (GtkWindow *parent, PltSession *session, const gint64 *ids, guint n_ids);
/* Does it, and offers to undo it. */
gboolean
plt_merge_elements (PltSession *session, gint64 keep, const gint64 *others, guint n_others);

G_END_DECLS
