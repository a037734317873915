#include "plt-file-bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "plt-error.h"

static char *
read_all (int fd, gsize size, gsize *length, const char *name, GError **error)
{
  g_autofree char *bytes = g_try_malloc (size + 1);

  if (bytes == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
                   _ ("There is not enough memory to read “%s”: close other programs first."),
                   name);
      return NULL;
    }
  *length = 0;
  while (*length < size)
    {
      gssize n = read (fd, bytes + *length, size - *length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
                       _ ("“%s” could not be read (%s): copy it elsewhere and try again."), name,
                       g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        break;
      *length += (gsize) n;
    }
  bytes[*length] = '\0';
  return g_steal_pointer (&bytes);
}

/**
 * plt_file_bytes_read:
 * @path: a name of a file, in the encoding of file names
 * @most: bytes
 * @length: (out): number of bytes
 * @error: see the header
 *
 * Returns: (transfer full) (nullable): the bytes
 */
char *
plt_file_bytes_read (const char *path, gsize most, gsize *length, GError **error)
{
  g_autofree char *name = NULL;
  char *bytes = NULL;
  struct stat info;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_filename_display_basename (path);
  /* Without blocking: a pipe that nobody writes to must not hang us. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0 || fstat (fd, &info) != 0)
    {
      int code = errno;

      if (fd >= 0)
        g_close (fd, NULL);
      g_set_error (error, PLT_ERROR, code == ENOENT ? PLT_ERROR_NOT_FOUND : PLT_ERROR_FAILED,
                   _ ("“%s” could not be opened (%s): check its name and its permissions."), path,
                   g_strerror (code));
      return NULL;
    }
  if (!S_ISREG (info.st_mode))
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("“%s” is not a file: choose a file."),
                 name);
  else if ((guint64) info.st_size > most)
    g_set_error (error, PLT_ERROR, PLT_ERROR_TOO_BIG,
                 _ ("“%s” is larger than %d MB: choose another file, or cut it in parts."), name,
                 (int) (most / (1024 * 1024)));
  else
    bytes = read_all (fd, (gsize) info.st_size, length, name, error);
  g_close (fd, NULL);
  return bytes;
}
