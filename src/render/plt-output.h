/* Writing a finished file: in full or not at all.
 *
 * The bytes go to a temporary file beside the target, which takes the target's place once they are
 * on the disk. What was there before stays when anything fails. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

gboolean plt_output_write (const char *path, GBytes *bytes, GError **error);

/* A sentence for a failure of GLib's file functions on `path`; `from` is taken. */
void plt_output_take_error (GError **error, GError *from, const char *path);

cairo_status_t plt_output_append (void *array, const unsigned char *data, unsigned int length);
gboolean plt_output_check (cairo_status_t status, GError **error);

G_END_DECLS
