/* A devis from a spreadsheet: a dialog that reads the file, shows what would become of each row,
 * asks where rejected rows belong, and then does it as one step of undo, into a new version of the
 * devis shown or into it. */
#pragma once

#include <gtk/gtk.h>

#include "plt-devis-import-list.h"
#include "plt-session.h"

G_BEGIN_DECLS

/* Asks for a file, then opens the dialog. */
void plt_devis_import_present (GtkWindow *parent, PltSession *session);
/* The second half of it: reads `file` in a thread and shows how far it is. The dialog. */
GtkWindow *plt_devis_import_open (GtkWindow *parent, PltSession *session, GFile *file);

/* Of that dialog, for tests: the list of rows, and what its controls do. */
PltDevisImportList *plt_devis_import_get_list (GtkWindow *dialog);
const PltDevisPlan *plt_devis_import_get_plan (GtkWindow *dialog); /* NULL while it reads */
void plt_devis_import_set_new_version (GtkWindow *dialog, gboolean anew);
void plt_devis_import_say_where (GtkWindow *dialog, const char *code);

G_END_DECLS
