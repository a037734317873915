#include "plt-text-export.h"

#include <string.h>

#include "plt-document-dump.h"
#include "plt-export-file.h"

/**
 * plt_text_write_document:
 * @path: replaced, or left as it was
 *
 * Returns: %FALSE with one sentence when it cannot be written
 */
gboolean
plt_text_write_document (const PltDocument *document, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  g_autofree char *text = plt_document_dump (document, PLT_DUMP_PLAIN);
  return plt_export_write_bytes (path, text, strlen (text), error);
}
