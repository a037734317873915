/* A screenplay file of any format that is known, as a PltScript.
 *
 * The format is recognised from the content, never from the name. What cannot be a screenplay is
 * refused with one sentence that names the file: empty, larger than PLT_SCRIPT_MAX_BYTES (without
 * reading it), of more than PLT_SCRIPT_MAX_SCENES, binary, of a format that has to be converted
 * first, damaged, or without a single heading. Nothing partial is ever returned.
 *
 * Safe to call from a thread: it touches no shared state. */
#pragma once

#include "plt-script.h"

G_BEGIN_DECLS

#define PLT_SCRIPT_MAX_BYTES (64 * 1024 * 1024)
#define PLT_SCRIPT_MAX_SCENES 20000

/**
 * plt_script_read:
 * @path: of a file
 *
 * Returns: (transfer full): NULL with an error
 */
PltScript *plt_script_read (const char *path, GError **error);

/**
 * plt_script_read_bytes:
 * @name: what the sentences call it
 */
PltScript *
plt_script_read_bytes (const char *bytes, gsize length, const char *name, GError **error);

G_END_DECLS
