/* Reading a file that a person has chosen: its bytes, or one sentence that names it and says what
 * to do. What is not a file (a folder, a pipe that nobody writes to) is refused, and does not
 * hang; what is larger than the caller takes is refused without being read. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the bytes and a NUL after them; PLT_ERROR_NOT_FOUND, _INVALID, _TOO_BIG,
 * _FAILED */
char *plt_file_bytes_read (const char *path, gsize most, gsize *length, GError **error);

G_END_DECLS
