#include "config.h"

#include "plt-paths.h"

#include <glib/gi18n-lib.h>

#include "plt-error.h"

/**
 * plt_paths_find:
 * @name: a path below the data folder
 *
 * Returns: (transfer full) (nullable): the first that exists
 */
char *
plt_paths_find (const char *name)
{
  g_autofree char *own = g_build_filename (g_get_user_data_dir (), "plateau", NULL);
  const char *folders[] = { own, g_getenv ("PLATEAU_DATADIR"), PLT_DATADIR, PLT_SOURCE_DATADIR };

  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = NULL;

      if (folders[i] == NULL || *folders[i] == '\0')
        continue;
      path = g_build_filename (folders[i], name, NULL);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/**
 * plt_paths_read:
 * @name: a path below the data folder
 * @length: (out) (optional): bytes
 *
 * Returns: (transfer full) (nullable): the content, %NULL with PLT_ERROR_NOT_FOUND or
 * PLT_ERROR_FAILED
 */
char *
plt_paths_read (const char *name, gsize *length, GError **error)
{
  g_autofree char *path = plt_paths_find (name);
  g_autoptr (GError) problem = NULL;
  char *content;

  if (path == NULL)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                   _ ("The file “%s” of Plateau's data is missing. Install Plateau again, or set "
                      "PLATEAU_DATADIR to "
                      "its data folder."),
                   name);
      return NULL;
    }
  if (!g_file_get_contents (path, &content, length, &problem))
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_FAILED, _ ("“%s” cannot be read: %s"), path,
                   problem->message);
      return NULL;
    }
  return content;
}
