#include "plt-export-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * plt_export_set_error:
 * @path: what was to be written
 * @code: an errno, or 0 when the reason is not known
 *
 * The sentence does not depend on the words of the system: it names the file and what to do.
 */
void
plt_export_set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, PLT_ERROR, PLT_ERROR_FULL,
                   _ ("“%s” was not written: the disk is full. Free some space and export again."),
                   name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (
          error, PLT_ERROR, PLT_ERROR_READ_ONLY,
          _ ("“%s” was not written: this folder or file may not be written. Choose another "
             "folder."),
          name);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("“%s” was not written: its folder does not exist. Choose another folder."),
                   name);
      break;
    case EISDIR:
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("“%s” was not written: it is a folder. Choose another name."), name);
      break;
    case 0:
      g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
                   _ ("“%s” was not written. Check the space left on the disk and export again."),
                   name);
      break;
    default:
      g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
                   _ ("“%s” was not written: %s. Choose another folder or export again."), name,
                   g_strerror (code));
    }
}

/**
 * plt_export_begin:
 * @path: what is to be written
 *
 * Returns: (transfer full) (nullable): path of an empty file in the same folder; %NULL with one
 * sentence when that folder cannot be written
 */
char *
plt_export_begin (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL && path[0] != '\0', NULL);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      plt_export_set_error (error, path, EISDIR);
      return NULL;
    }
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".plateau-XXXXXX", NULL);
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);
  if (fd < 0)
    {
      plt_export_set_error (error, path, errno);
      return NULL;
    }
  close (fd);
  return g_steal_pointer (&temporary);
}

/**
 * plt_export_discard:
 * @temporary: (transfer full): from plt_export_begin(); removed
 */
void
plt_export_discard (char *temporary)
{
  g_autofree char *owned = temporary;
  g_unlink (owned);
}

static int
flush_to_disk (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CLOEXEC, 0);
  if (fd < 0)
    return errno;
  int code = fsync (fd) == 0 ? 0 : errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code;
}

/**
 * plt_export_commit:
 * @temporary: (transfer full): from plt_export_begin(), written and closed
 * @path: replaced by it
 *
 * Returns: %FALSE with one sentence, @path untouched and @temporary removed, when the disk refuses
 */
gboolean
plt_export_commit (char *temporary, const char *path, GError **error)
{
  g_autofree char *owned = temporary;
  int code = flush_to_disk (owned);
  if (code == 0 && g_rename (owned, path) != 0)
    code = errno;
  if (code == 0)
    return TRUE;

  g_unlink (owned);
  plt_export_set_error (error, path, code);
  return FALSE;
}

static int
write_all (const char *path, const char *bytes, gsize length)
{
  int fd = g_open (path, O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
  if (fd < 0)
    return errno;
  int code = 0;
  while (length > 0 && code == 0)
    {
      gssize written = write (fd, bytes, length);
      if (written > 0)
        {
          bytes += written;
          length -= (gsize) written;
        }
      else if (errno != EINTR)
        code = errno;
    }
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code;
}

/**
 * plt_export_write_bytes:
 * @path: written whole, or left as it was
 *
 * Returns: %FALSE with one sentence when it cannot be written
 */
gboolean
plt_export_write_bytes (const char *path, const char *bytes, gsize length, GError **error)
{
  char *temporary = plt_export_begin (path, error);
  if (temporary == NULL)
    return FALSE;

  int code = write_all (temporary, bytes, length);
  if (code == 0)
    return plt_export_commit (temporary, path, error);
  plt_export_discard (temporary);
  plt_export_set_error (error, path, code);
  return FALSE;
}
