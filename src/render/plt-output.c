#include "plt-output.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"

static void
set_error (GError **error, const GError *from, const char *name)
{
  if (g_error_matches (from, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, PLT_ERROR, PLT_ERROR_FULL,
                 _ ("“%s” was not written because the disk is full. Make room or choose another "
                    "folder, then try again."),
                 name);
  else if (g_error_matches (from, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (from, G_FILE_ERROR, G_FILE_ERROR_PERM)
           || g_error_matches (from, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
                 _ ("“%s” was not written because its folder may not be written to. Choose "
                    "another folder."),
                 name);
  else if (g_error_matches (from, G_FILE_ERROR, G_FILE_ERROR_NOENT)
           || g_error_matches (from, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("“%s” was not written because its folder does not exist. Choose another "
                    "folder."),
                 name);
  else if (g_error_matches (from, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” is a folder. Choose the name of a file."), name);
  else
    g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
                 _ ("“%s” was not written (%s). Choose another folder, then try again."), name,
                 from->message);
}

/**
 * plt_output_take_error:
 * @from: (transfer full): of domain G_FILE_ERROR, or any other
 */
void
plt_output_take_error (GError **error, GError *from, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);
  set_error (error, from, name);
  g_error_free (from);
}

/**
 * plt_output_write:
 * @error: PLT_ERROR_FULL, READ_ONLY, NOT_FOUND, INVALID (a folder) or FAILED
 *
 * Returns: %FALSE when nothing was written
 */
gboolean
plt_output_write (const char *path, GBytes *bytes, GError **error)
{
  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  GError *failure = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error_literal (&failure, G_FILE_ERROR, G_FILE_ERROR_ISDIR, "");
  else
    g_file_set_contents_full (path, data, (gssize) length,
                              G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                              &failure);
  if (failure == NULL)
    return TRUE;
  plt_output_take_error (error, failure, path);
  return FALSE;
}

/**
 * plt_output_append:
 * @array: a GByteArray
 *
 * A cairo_write_func_t.
 */
cairo_status_t
plt_output_append (void *array, const unsigned char *data, unsigned int length)
{
  GByteArray *bytes = array;
  if (length > G_MAXUINT - bytes->len - 1)
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

gboolean
plt_output_check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
               _ ("The document could not be drawn (%s). Try again with fewer pages or a lower "
                  "resolution."),
               cairo_status_to_string (status));
  return FALSE;
}
