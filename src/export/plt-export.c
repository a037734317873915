#include "plt-export.h"

#include <glib/gi18n-lib.h>

#include "plt-document-csv.h"
#include "plt-error.h"
#include "plt-ics.h"
#include "plt-text-export.h"
#include "plt-xlsx.h"

static gboolean
write_csv (const PltDocument *document, const char *path, GError **error)
{
  return plt_csv_write_document (document, NULL, path, error);
}

static const struct
{
  const char *ending;
  gboolean (*write) (const PltDocument *document, const char *path, GError **error);
} writers[] = {
  { ".xlsx", plt_xlsx_write },
  { ".csv", write_csv },
  { ".txt", plt_text_write_document },
  { ".ics", plt_ics_write },
};

static int
find_writer (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_has_suffix (lower, writers[i].ending))
      return (int) i;
  return -1;
}

/**
 * plt_export_knows:
 * @path: name of a file
 *
 * Returns: whether its ending is one this library writes
 */
gboolean
plt_export_knows (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);
  return find_writer (path) >= 0;
}

/**
 * plt_export_write:
 * @path: ends in .xlsx, .csv (the first table), .txt or .ics (its dates); replaced, or left as it
 * was
 *
 * Returns: %FALSE with PLT_ERROR_USAGE when the ending is another, or with what the writer met
 */
gboolean
plt_export_write (const PltDocument *document, const char *path, GError **error)
{
  g_return_val_if_fail (document != NULL && path != NULL, FALSE);

  int writer = find_writer (path);
  if (writer < 0)
    {
      g_autofree char *name = g_filename_display_name (path);
      g_set_error (error, PLT_ERROR, PLT_ERROR_USAGE,
                   _ ("The format of “%s” is not known. Give it a name that ends in .pdf, .xlsx, "
                      ".csv, .png, .txt or .ics."),
                   name);
      return FALSE;
    }
  return writers[writer].write (document, path, error);
}
