#define _GNU_SOURCE
#include "plt-file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* SQLite locks 512 bytes from 1 GiB on; this one lies just below 2 GiB, where 32-bit offsets end.
 */
#define LOCK_BYTE 0x7fffff00

typedef struct
{
  int fd;
  gboolean writing;
} Descriptor;

/* One file that this process has open, however often. */
typedef struct
{
  dev_t device;
  ino_t inode;
  guint openings;
  GArray *waiting; /* of Descriptor: to be used again, or closed with the last opening */
} Shared;

struct _PltFile
{
  int fd;
  gboolean writing;
  Shared *shared;
};

static GMutex mutex;
static GPtrArray *all_shared; /* few: searched one by one */

/* ---- sentences ---- */

static void
set_errno_error (int code, const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autofree char *folder = g_filename_display_name (folder_path);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      if (g_file_test (folder_path, G_FILE_TEST_IS_DIR))
        g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                     _ ("There is no file “%s”. Check its name."), name);
      else
        g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                     _ ("There is no folder “%s”. Make it first, or choose another."), folder);
      break;
    case EEXIST:
      g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                   _ ("There is a file “%s” already. Choose another name."), name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
                   _ ("You may not write “%s” in its folder. Choose a folder of your own, or ask "
                      "for the right to write there."),
                   name);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_FULL,
                           _ ("The disk is full. Free some space and try again: nothing was "
                              "changed."));
      break;
    case ENAMETOOLONG:
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                   _ ("The name “%s” is too long. Choose a shorter one."), name);
      break;
    default:
      g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
                   _ ("“%s” could not be used (%s). Check the disk and try again."), name,
                   g_strerror (code));
      break;
    }
}

static void
set_unreadable_error (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED,
               _ ("You may not read “%s”. Ask its owner for the right to."), name);
}

static void
set_read_only_error (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, PLT_ERROR, PLT_ERROR_READ_ONLY,
               _ ("“%s” or its folder may only be read. Open it to read, or save a copy where you "
                  "may write."),
               name);
}

/* ---- opening ---- */

/* The mutex is held. */
static Shared *
find_shared (const struct stat *info)
{
  for (guint i = 0; all_shared != NULL && i < all_shared->len; i++)
    {
      Shared *shared = g_ptr_array_index (all_shared, i);

      if (shared->device == info->st_dev && shared->inode == info->st_ino)
        return shared;
    }
  return NULL;
}

static Shared *
acquire_shared (const struct stat *info)
{
  Shared *shared;

  g_mutex_lock (&mutex);
  shared = find_shared (info);
  if (shared == NULL)
    {
      shared = g_new0 (Shared, 1);
      shared->device = info->st_dev;
      shared->inode = info->st_ino;
      shared->waiting = g_array_new (FALSE, FALSE, sizeof (Descriptor));
      if (all_shared == NULL)
        all_shared = g_ptr_array_new ();
      g_ptr_array_add (all_shared, shared);
    }
  shared->openings++;
  g_mutex_unlock (&mutex);
  return shared;
}

static void
release_shared (Shared *shared, Descriptor descriptor)
{
  g_mutex_lock (&mutex);
  g_array_append_val (shared->waiting, descriptor);
  shared->openings--;
  if (shared->openings == 0)
    {
      for (guint i = 0; i < shared->waiting->len; i++)
        close (g_array_index (shared->waiting, Descriptor, i).fd);
      g_array_unref (shared->waiting);
      g_ptr_array_remove_fast (all_shared, shared);
      g_free (shared);
      if (all_shared->len == 0)
        g_clear_pointer (&all_shared, g_ptr_array_unref);
    }
  g_mutex_unlock (&mutex);
}

/* One that waits to be closed will do: whoever opens and closes readers beside a writer for hours
 * does not run out of descriptors. -1 when there is none. */
static int
reuse_descriptor (const char *path, gboolean writing)
{
  struct stat info;
  Shared *shared;
  int fd = -1;

  if (stat (path, &info) != 0)
    return -1;
  g_mutex_lock (&mutex);
  shared = find_shared (&info);
  for (guint i = 0; shared != NULL && fd < 0 && i < shared->waiting->len; i++)
    if (g_array_index (shared->waiting, Descriptor, i).writing == writing)
      {
        fd = g_array_index (shared->waiting, Descriptor, i).fd;
        g_array_remove_index_fast (shared->waiting, i);
      }
  g_mutex_unlock (&mutex);
  return fd;
}

static gboolean
folder_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (folder, W_OK) == 0;
}

static int
open_descriptor (const char *path, gboolean writing, GError **error)
{
  int flags = (writing ? O_RDWR : O_RDONLY) | O_CLOEXEC | O_NOCTTY | O_NONBLOCK;
  int fd = reuse_descriptor (path, writing);
  int code;

  if (fd >= 0)
    return fd;
  fd = g_open (path, flags, 0);
  code = errno;
  if (fd >= 0)
    return fd;
  if (code == EISDIR)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, PLT_ERROR, PLT_ERROR_FOREIGN,
                   _ ("“%s” is a folder. Choose a production, a file that ends in .plateau."),
                   name);
    }
  else if (code != EACCES && code != EPERM && code != EROFS)
    set_errno_error (code, path, error);
  else if (writing && g_access (path, R_OK) == 0)
    set_read_only_error (path, error);
  else
    set_unreadable_error (path, error);
  return -1;
}

/**
 * plt_file_open:
 * @path: an absolute file name
 * @writing: whether the production is to be changed
 * @error: PLT_ERROR_NOT_FOUND, PLT_ERROR_READ_ONLY, PLT_ERROR_FOREIGN, PLT_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the file, which is an ordinary one
 */
PltFile *
plt_file_open (const char *path, gboolean writing, GError **error)
{
  struct stat info;
  g_autoptr (PltFile) self = NULL;
  int fd = open_descriptor (path, writing, error);

  if (fd < 0)
    return NULL;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, PLT_ERROR, PLT_ERROR_FOREIGN,
                   _ ("“%s” is not an ordinary file. Choose a production, a file that ends in "
                      ".plateau."),
                   name);
      close (fd);
      return NULL;
    }
  self = g_new0 (PltFile, 1);
  self->fd = fd;
  self->writing = writing;
  self->shared = acquire_shared (&info);
  if (writing && !folder_is_writable (path))
    {
      set_read_only_error (path, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
plt_file_close (PltFile *self)
{
  struct flock lock = { .l_type = F_UNLCK, .l_whence = SEEK_SET, .l_start = LOCK_BYTE, .l_len = 1 };

  if (self == NULL)
    return;
  if (self->writing)
    fcntl (self->fd, F_OFD_SETLK, &lock);
  release_shared (self->shared, (Descriptor){ self->fd, self->writing });
  g_free (self);
}

/**
 * plt_file_lock:
 * @self: a file opened for writing
 * @error: PLT_ERROR_LOCKED when somebody writes in it; PLT_ERROR_FAILED where files cannot be
 * locked
 *
 * Keeps others from opening the file for writing until plt_file_close(). Does not wait.
 */
gboolean
plt_file_lock (PltFile *self, GError **error)
{
  struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_BYTE, .l_len = 1 };

  g_return_val_if_fail (self->writing, FALSE);

  if (fcntl (self->fd, F_OFD_SETLK, &lock) == 0)
    return TRUE;
  if (errno == EAGAIN || errno == EACCES)
    g_set_error_literal (
        error, PLT_ERROR, PLT_ERROR_LOCKED,
        _ ("The production is open in another window or on another computer. Close "
           "it there, or open it here to read."));
  else
    g_set_error (
        error, PLT_ERROR, PLT_ERROR_FAILED,
        _ ("The production lies on a disk that cannot keep others from writing in it (%s). "
           "Copy it to a disk of this computer and open the copy."),
        g_strerror (errno));
  return FALSE;
}

gint64
plt_file_get_size (PltFile *self)
{
  struct stat info;

  return fstat (self->fd, &info) == 0 ? (gint64) info.st_size : -1;
}

gssize
plt_file_read_head (PltFile *self, guint8 *bytes, gsize n)
{
  return pread (self->fd, bytes, n, 0);
}

gboolean
plt_file_is (PltFile *self, const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && info.st_dev == self->shared->device
         && info.st_ino == self->shared->inode;
}

/* ---- new files ---- */

char *
plt_file_make_draft (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = -1;

  for (guint attempt = 0; attempt < 16; attempt++)
    {
      g_autofree char *draft = g_strdup_printf ("%s/.plateau-%08x.draft", folder, g_random_int ());

      fd = g_open (draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (fd >= 0)
        {
          close (fd);
          return g_steal_pointer (&draft);
        }
      if (errno != EEXIST)
        break;
    }
  set_errno_error (errno, path, error);
  return NULL;
}

/* Where there is no renameat2() or the file system does not know it, a hard link refuses as well;
 * where there are no hard links either, looking first has to do. */
static int
rename_without_replacing (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return -1;
  if (link (from, to) == 0)
    return unlink (from);
  if (errno == EEXIST)
    return -1;
  if (g_file_test (to, G_FILE_TEST_EXISTS))
    {
      errno = EEXIST;
      return -1;
    }
  return g_rename (from, to);
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return ok;
}

/**
 * plt_file_publish_draft:
 * @draft: what plt_file_make_draft() gave, written and closed
 * @path: the name it is to have, in the same folder
 * @replace: whether a file of that name may be replaced
 * @error: PLT_ERROR
 *
 * Either the whole file stands under @path, durably, or nothing has changed.
 */
gboolean
plt_file_publish_draft (const char *draft, const char *path, gboolean replace, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (draft, O_RDWR)
      || (replace ? g_rename (draft, path) : rename_without_replacing (draft, path)) != 0)
    {
      set_errno_error (errno, path, error);
      plt_file_discard_draft (draft);
      return FALSE;
    }
  sync_path (folder, O_RDONLY | O_DIRECTORY); /* some file systems cannot: no reason to fail */
  return TRUE;
}

void
plt_file_discard_draft (const char *draft)
{
  g_autofree char *journal = g_strconcat (draft, "-journal", NULL);

  g_unlink (draft);
  g_unlink (journal);
}
