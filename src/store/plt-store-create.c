/* Making a production: in a file, in memory, as a copy of one that is open. */
#include "plt-store-internal.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "plt-migrate.h"
#include "plt-rows.h"

typedef struct
{
  const char *title;
  const char *kind;
  const PltBatch *defaults;
} Birth;

static gboolean
insert_production (PltStore *self, const Birth *birth, GError **error)
{
  const PltTable *table = plt_table_find ("production");
  g_auto (PltValue) title = PLT_VALUE_INIT;
  g_auto (PltValue) kind = PLT_VALUE_INIT;

  if (!plt_column_parse (plt_table_column (table, "title"), birth->title, &title, error)
      || !plt_column_parse (plt_table_column (table, "kind"), birth->kind, &kind, error))
    return FALSE;
  return plt_rows_insert (self, table,
                          (PltEditValue[]){ { plt_table_column (table, "title"), title },
                                            { plt_table_column (table, "kind"), kind } },
                          2, error)
         != 0;
}

static gboolean
give_birth (PltStore *self, gpointer data, GError **error)
{
  const Birth *birth = data;

  return plt_schema_make (self->schema, self->db, plt_schema_get_version (self->schema), error)
         && insert_production (self, birth, error)
         && (birth->defaults == NULL || plt_rows_apply_batch (self, birth->defaults, NULL, error));
}

/* `path`: an empty file, or ":memory:" */
static PltStore *
make (const char *path, Birth *birth, GError **error)
{
  PltDb *db = plt_db_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  g_autoptr (PltStore) store = NULL;

  if (db == NULL)
    return NULL;
  store = plt_store_new_taking (db, plt_schema_get_default (), NULL, NULL);
  return plt_store_write (store, give_birth, birth, NULL, error) ? g_steal_pointer (&store) : NULL;
}

/**
 * plt_store_create:
 * @path: where the production is to be
 * @title: its title, not empty
 * @kind: one of the kinds of the column `kind` of `production`
 * @defaults: (nullable): rows to begin with, not in the history
 * @error: PLT_ERROR_CONFLICT when there is such a file, PLT_ERROR_NOT_FOUND when there is no such
 * folder, PLT_ERROR_INVALID for a wrong kind, PLT_ERROR_READ_ONLY, PLT_ERROR_FULL,
 * PLT_ERROR_FAILED; there is no new file then
 *
 * The production is made under another name in the same folder and gets its own when it is whole.
 *
 * Returns: (transfer full) (nullable): the store, open for writing
 */
PltStore *
plt_store_create (
    const char *path, const char *title, const char *kind, const PltBatch *defaults, GError **error)
{
  Birth birth = { title, kind, defaults };
  g_autofree char *absolute = NULL;
  g_autofree char *draft = NULL;
  g_autoptr (PltStore) store = NULL;

  g_return_val_if_fail (path != NULL && title != NULL && kind != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  draft = plt_file_make_draft (absolute, error);
  if (draft == NULL)
    return NULL;
  store = make (draft, &birth, error);
  if (store == NULL)
    {
      plt_file_discard_draft (draft);
      return NULL;
    }
  g_clear_object (&store);
  return plt_file_publish_draft (draft, absolute, FALSE, error)
             ? plt_store_open (absolute, PLT_OPEN_WRITE, error)
             : NULL;
}

/**
 * plt_store_new_in_memory:
 * @error: PLT_ERROR
 *
 * Returns: (transfer full) (nullable): an untitled short film that is nowhere but in memory
 */
PltStore *
plt_store_new_in_memory (GError **error)
{
  Birth birth = { _ ("Untitled"), "court-metrage", NULL };

  return make (":memory:", &birth, error);
}

/**
 * plt_store_save_copy:
 * @self: a store, with no command running
 * @path: where the copy is to be; a file of that name is replaced, but never one that is open
 * @error: PLT_ERROR_CONFLICT, PLT_ERROR_LOCKED, PLT_ERROR_NOT_FOUND, PLT_ERROR_READ_ONLY,
 * PLT_ERROR_FULL, PLT_ERROR_FAILED; nothing was changed then
 *
 * Writes the whole production, history and snapshots included.
 */
gboolean
plt_store_save_copy (PltStore *self, const char *path, GError **error)
{
  g_autofree char *absolute = NULL;

  g_return_val_if_fail (PLT_IS_STORE (self) && path != NULL && !self->in_command, FALSE);

  absolute = g_canonicalize_filename (path, NULL);
  if (self->file != NULL && plt_file_is (self->file, absolute))
    {
      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                           _ ("A production cannot be copied onto itself. Choose another name."));
      return FALSE;
    }
  if (g_file_test (absolute, G_FILE_TEST_EXISTS))
    {
      g_autoptr (PltFile) other = plt_file_open (absolute, TRUE, error);

      if (other == NULL || !plt_file_lock (other, error))
        return FALSE;
    }
  return plt_db_copy_to_file (self->db, absolute, TRUE, error);
}
