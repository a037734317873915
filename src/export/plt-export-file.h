/* Writing a file that somebody will send: whole, or not at all.
 *
 * Everything is written to a temporary file beside the target and renamed over it once it is on the
 * disk. A failure leaves what stood there before, no temporary file, and one sentence. */
#pragma once

#include <glib.h>

#include "plt-error.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): an empty temporary file beside `path`, to be given to
 * plt_export_commit() or plt_export_discard(). */
char *plt_export_begin (const char *path, GError **error);
gboolean plt_export_commit (char *temporary, const char *path, GError **error); /* takes it */
void plt_export_discard (char *temporary);                                      /* takes it */

gboolean plt_export_write_bytes (const char *path, const char *bytes, gsize length, GError **error);

/* Sets the sentence that says why `path` could not be written; `code` is an errno, 0 = not known.
 */
void plt_export_set_error (GError **error, const char *path, int code);

G_END_DECLS
