/* Imports that say what they would do before they do it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-script.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* Asks for a CSV file, shows what it would change in that table, then changes it. */
void plt_import_csv_present (GtkWindow *parent, PltSession *session, const char *table);
/* The second half of it, from a text: NULL with a message shown when it is refused. */
GtkWindow *plt_import_csv_preview (
    GtkWindow *parent, PltSession *session, const char *table, const char *text, gsize length);

/* Asks for a screenplay, shows what it would change, then changes it and shows the report. */
void plt_import_script_present (GtkWindow *parent, PltSession *session);
/* The second half of it. @script (transfer full): kept, so that it can be planned anew when the
 * user says what a line is. */
GtkWindow *plt_import_script_preview (GtkWindow *parent,
                                      PltSession *session,
                                      PltScript *script,
                                      const char *name);
/* Without asking: all of the script as one command. */
gboolean plt_import_script_apply (PltStore *store,
                                  const PltScript *script,
                                  const char *name,
                                  GError **error);

/* Reads a screenplay in a thread; PltScript (transfer full) from the finish. */
void plt_import_script_read_async (GtkWindow *parent,
                                   GFile *file,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
PltScript *plt_import_script_read_finish (GAsyncResult *result, GError **error);

/* "24 sequences, 9 roles, 15 pages": what a screenplay holds. */
char *plt_import_script_describe (const PltScript *script);

G_END_DECLS
