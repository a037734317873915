/* The file beneath a production: opening, the lock of the one who writes, publishing a new file.
 *
 * A PltFile is opened before SQLite opens the same path and closed after SQLite has closed it. The
 * lock is an open-file-description lock on one byte far beyond those that SQLite locks, so readers
 * are not held up, a second opening in the same process is refused too, and the kernel drops it
 * when the program dies.
 *
 * Closing any descriptor of a file drops all classic POSIX locks of the process on it, SQLite's
 * too. Descriptors of a file that is still open in this process are therefore kept and closed with
 * the last. May be used from any thread. */
#pragma once

#include <glib.h>

#include "plt-error.h"

G_BEGIN_DECLS

typedef struct _PltFile PltFile;

/* `writing`: PLT_ERROR_READ_ONLY when the file or its folder may not be written. */
PltFile *plt_file_open (const char *path, gboolean writing, GError **error);
void plt_file_close (PltFile *self);
/* PLT_ERROR_LOCKED when somebody has it. Only of a file opened for writing. */
gboolean plt_file_lock (PltFile *self, GError **error);
gint64 plt_file_get_size (PltFile *self);
gssize plt_file_read_head (PltFile *self, guint8 *bytes, gsize n); /* from the first byte */
gboolean plt_file_is (PltFile *self, const char *path);            /* `path` names the same file */

/* Makes an empty file in the folder of `path`, to be written and then published. (transfer full)
 */
char *plt_file_make_draft (const char *path, GError **error);
/* Gives a finished draft its name, durably; a file of that name is replaced only when told so. The
 * draft is gone afterwards, also after an error. */
gboolean
plt_file_publish_draft (const char *draft, const char *path, gboolean replace, GError **error);
void plt_file_discard_draft (const char *draft); /* with the journal SQLite may have left */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFile, plt_file_close)

G_END_DECLS
