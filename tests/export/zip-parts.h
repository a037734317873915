/* Zip files as tables of parts, for tests of what is written into them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full) (element-type utf8 utf8): name -> text. */
GHashTable *zip_parts_read (const char *path);
void zip_parts_write (GHashTable *parts, const char *path);

G_END_DECLS
