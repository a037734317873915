/* What every import from a file begins with: the file is asked for, read in a thread behind a bar
 * that moves and can be cancelled, and then what the import would do is shown before it is done. */
#pragma once

#include "plt-dialog.h"
#include "plt-gtk-compat.h"
#include "plt-session.h"

G_BEGIN_DECLS

/**
 * PltImportKind: one kind of import, static.
 * @reading: beside the bar, msgid
 * @failed: title of the alert when the file cannot be read, msgid
 * @content: what shows what would be done; the dialog is not on the screen yet
 * @read: in a thread: what stands in the file; @cancellable is cancelled with the dialog
 * @free_read: of what @read returned
 * @ready: takes what was read
 * @accepted: the button of the dialog
 * @free: of the import
 */
typedef struct
{
  const char *reading, *failed;
  GtkWidget *(*content) (gpointer import);
  gpointer (*read) (const char *path, GCancellable *cancellable, GError **error);
  GDestroyNotify free_read;
  void (*ready) (gpointer import, gpointer read /* (transfer full) */);
  void (*accepted) (PltDialog *dialog, gpointer import);
  GDestroyNotify free;
} PltImportKind;

typedef GtkWindow *(*PltImportOpen) (GtkWindow *parent, PltSession *session, GFile *file);

/* Asks for a file of this computer, then opens it with @open. */
void plt_import_frame_ask (GtkWindow *parent,
                           PltSession *session,
                           const PltFileRequest *request,
                           PltImportOpen open);

/**
 * plt_import_frame_open:
 * @kind: what is imported
 * @import: (transfer full): freed with the dialog
 * @dialog: (out): set before the content is made
 *
 * Shows the dialog and begins to read @file.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *plt_import_frame_open (
    GtkWindow *parent, GFile *file, const PltImportKind *kind, gpointer import, GtkWindow **dialog);
gpointer plt_import_frame_get (GtkWindow *dialog);     /* the import */
gboolean plt_import_frame_is_gone (GtkWindow *dialog); /* being taken apart */

G_END_DECLS
