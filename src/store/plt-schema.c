#include "plt-schema.h"

#include <stdlib.h>
#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "plt-sql-resources.h"
#include "plt-store.h"

#define RESOURCE_FOLDER "/org/plateau/Plateau/sql/"

/* One row of sqlite_schema. */
typedef struct
{
  char *key;  /* type, blank, name: what it is ordered and named by */
  char *text; /* table and squeezed SQL */
} Item;

struct _PltSchema
{
  char **steps;
  int n_steps;
  GPtrArray **items; /* by version - 1, of Item; found when first asked for */
};

static void
item_free (Item *item)
{
  g_free (item->key);
  g_free (item->text);
  g_free (item);
}

PltSchema *
plt_schema_new (const char *const *steps, guint n_steps)
{
  PltSchema *self = g_new0 (PltSchema, 1);

  self->n_steps = (int) n_steps;
  self->steps = g_new0 (char *, n_steps + 1);
  for (guint i = 0; i < n_steps; i++)
    self->steps[i] = g_strdup (steps[i]);
  self->items = g_new0 (GPtrArray *, n_steps);
  return self;
}

void
plt_schema_free (PltSchema *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < self->n_steps; i++)
    g_clear_pointer (&self->items[i], g_ptr_array_unref);
  g_free (self->items);
  g_strfreev (self->steps);
  g_free (self);
}

/* Files are named NNNN-what.sql, without a gap: a build that breaks this must not start. */
static PltSchema *
load_default (void)
{
  GResource *resource = plt_sql_get_resource ();
  g_auto (GStrv) names = g_resource_enumerate_children (resource, RESOURCE_FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  guint n = g_strv_length (names);

  g_ptr_array_set_size (steps, (int) n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes
          = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      gulong version = strtoul (names[i], NULL, 10);
      gsize size;
      const char *sql = g_bytes_get_data (bytes, &size);

      if (version < 1 || version > n || g_ptr_array_index (steps, version - 1) != NULL)
        g_error ("The migrations in the resources are not numbered 1 to %u.", n);
      g_ptr_array_index (steps, version - 1) = g_strndup (sql, size);
    }
  return plt_schema_new ((const char *const *) steps->pdata, n);
}

PltSchema *
plt_schema_get_default (void)
{
  static gsize once = 0;
  static PltSchema *schema = NULL;

  if (g_once_init_enter (&once))
    {
      schema = load_default ();
      g_assert (schema->n_steps == PLT_SCHEMA_VERSION);
      g_once_init_leave (&once, 1);
    }
  return schema;
}

int
plt_schema_get_version (PltSchema *self)
{
  return self->n_steps;
}

const char *
plt_schema_get_step (PltSchema *self, int version)
{
  g_return_val_if_fail (version >= 1 && version <= self->n_steps, NULL);

  return self->steps[version - 1];
}

gboolean
plt_schema_run_step (PltSchema *self, PltDb *db, int version, GError **error)
{
  g_autofree char *pragma = g_strdup_printf ("PRAGMA user_version=%d", version);

  return plt_db_exec (db, plt_schema_get_step (self, version), error)
         && plt_db_exec (db, pragma, error);
}

gboolean
plt_schema_make (PltSchema *self, PltDb *db, int version, GError **error)
{
  if (!plt_db_exec (db, "PRAGMA application_id=" G_STRINGIFY (PLT_APPLICATION_ID), error))
    return FALSE;
  for (int step = 1; step <= version; step++)
    if (!plt_schema_run_step (self, db, step, error))
      return FALSE;
  return TRUE;
}

/* ---- comparing ---- */

/* Runs of blanks outside quotes become one blank. */
static char *
squeeze_sql (const char *sql)
{
  GString *out = g_string_sized_new (strlen (sql));
  char quote = '\0';

  for (const char *p = sql; *p != '\0'; p++)
    {
      if (quote == '\0' && g_ascii_isspace (*p))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          continue;
        }
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '"' || *p == '\'' || *p == '`')
        quote = *p;
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static GPtrArray *
read_items (PltDb *db, GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  PltStmt *stmt = plt_db_prepare (
      db, "SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name", error);
  PltStep step = PLT_STEP_ERROR;

  if (stmt == NULL)
    return NULL;
  while ((step = plt_db_step (db, stmt, error)) == PLT_STEP_ROW)
    {
      g_autofree char *sql = squeeze_sql (plt_stmt_text (stmt, 3));
      Item *item = g_new0 (Item, 1);

      item->key = g_strdup_printf ("%s “%s”", plt_stmt_text (stmt, 0), plt_stmt_text (stmt, 1));
      item->text = g_strdup_printf ("%s: %s", plt_stmt_text (stmt, 2), sql);
      g_ptr_array_add (items, item);
    }
  sqlite3_reset (stmt);
  return step == PLT_STEP_DONE ? g_steal_pointer (&items) : NULL;
}

static GPtrArray *
expected_items (PltSchema *self, int version, GError **error)
{
  GPtrArray **items = &self->items[version - 1];
  g_autoptr (PltDb) db = NULL;

  if (*items != NULL)
    return *items;
  db = plt_db_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (db == NULL || !plt_db_exec (db, "BEGIN", error) || !plt_schema_make (self, db, version, error)
      || !plt_db_exec (db, "COMMIT", error))
    return NULL;
  *items = read_items (db, error);
  return *items;
}

/**
 * plt_schema_compare:
 * @self: a schema
 * @db: a database
 * @version: what its user_version says, between 1 and the newest
 * @error: PLT_ERROR when @db could not be read
 *
 * Returns: (transfer full) (nullable): what differs first, for a sentence: `trigger “x”`
 */
char *
plt_schema_compare (PltSchema *self, PltDb *db, int version, GError **error)
{
  g_autoptr (GPtrArray) found = read_items (db, error);
  GPtrArray *expected = found == NULL ? NULL : expected_items (self, version, error);

  if (expected == NULL)
    return NULL;
  for (guint i = 0; i < found->len || i < expected->len; i++)
    {
      const Item *a = i < expected->len ? g_ptr_array_index (expected, i) : NULL;
      const Item *b = i < found->len ? g_ptr_array_index (found, i) : NULL;
      int order = a == NULL ? 1 : b == NULL ? -1 : strcmp (a->key, b->key);

      if (order < 0)
        return g_strdup (a->key);
      if (order > 0 || strcmp (a->text, b->text) != 0)
        return g_strdup (b->key);
    }
  return NULL;
}
