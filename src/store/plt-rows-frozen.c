/* Published versions of the plan de travail take no more changes: neither their days, strips and
 * typed presence, nor what they say of themselves but their note. Rows that go because a row of the
 * film goes (a séquence that is deleted takes its strips along) are not held back.
 *
 * A version whose status was only typed, without a date of publication, gets its status back.
 *
 * Locked and archived versions of the devis likewise: neither their accounts, variables, lines and
 * transfers, nor what they say of themselves but their name, their note and their status, which
 * unlocks them. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define FROZEN "s.\"status\" IN ('publiee', 'archivee')"
#define LOCKED "s.\"status\" IN ('verrouille', 'archive')"
#define OF_BUDGET(table_)                                                                          \
  {                                                                                                \
    table_, "budget",                                                                              \
        "SELECT s.\"version\" FROM \"" table_                                                      \
        "\" x JOIN \"budget\" s ON s.\"id\" = x.\"budget\" WHERE x.\"id\" = ?1 AND " LOCKED,       \
        "SELECT s.\"version\" FROM \"budget\" s WHERE s.\"id\" = ?1 AND " LOCKED                   \
  }

/* Where a row of a table finds its version: ?1 is the row, or what the column holds. */
static const struct
{
  const char *table, *column;
  const char *of_row, *of_value;
} paths[] = {
  { "strip", "schedule",
    "SELECT s.\"version\" FROM \"strip\" x JOIN \"schedule\" s ON s.\"id\" = x.\"schedule\" WHERE "
    "x.\"id\" = ?1 AND " FROZEN,
    "SELECT s.\"version\" FROM \"schedule\" s WHERE s.\"id\" = ?1 AND " FROZEN },
  { "shooting_day", "schedule",
    "SELECT s.\"version\" FROM \"shooting_day\" x JOIN \"schedule\" s ON s.\"id\" = "
    "x.\"schedule\" WHERE x.\"id\" = ?1 AND " FROZEN,
    "SELECT s.\"version\" FROM \"schedule\" s WHERE s.\"id\" = ?1 AND " FROZEN },
  { "presence", "day",
    "SELECT s.\"version\" FROM \"presence\" x JOIN \"shooting_day\" d ON d.\"id\" = x.\"day\" JOIN "
    "\"schedule\" s ON s.\"id\" = d.\"schedule\" WHERE x.\"id\" = ?1 AND " FROZEN,
    "SELECT s.\"version\" FROM \"shooting_day\" d JOIN \"schedule\" s ON s.\"id\" = "
    "d.\"schedule\" WHERE d.\"id\" = ?1 AND " FROZEN },
  { "schedule", NULL, "SELECT s.\"version\" FROM \"schedule\" s WHERE s.\"id\" = ?1 AND " FROZEN,
    NULL },
  OF_BUDGET ("account"),
  OF_BUDGET ("budget_global"),
  OF_BUDGET ("budget_line"),
  OF_BUDGET ("budget_transfer"),
  { "budget", NULL, "SELECT s.\"version\" FROM \"budget\" s WHERE s.\"id\" = ?1 AND " LOCKED,
    NULL },
};

static gboolean
refuse (const char *sql, gint64 version, GError **error)
{
  if (strstr (sql, LOCKED) != NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
                 _ ("Version %d of the budget is locked and cannot be changed. Unlock it, or copy "
                    "it and edit the copy."),
                 (int) version);
  else
    g_set_error (
        error, PLT_ERROR, PLT_ERROR_CONFLICT,
        _ ("Version %d of the schedule is published and cannot be changed. Edit the working "
           "schedule, or copy this version and edit the copy."),
        (int) version);
  return FALSE;
}

/* FALSE with the sentence when the statement finds a frozen version. */
static gboolean
ask (PltStore *store, const char *sql, gint64 id, GError **error)
{
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, sql, error);
  gboolean found;
  gint64 version = 1;

  if (stmt == NULL)
    return FALSE;
  plt_stmt_bind_int (stmt, 1, id);
  found = plt_db_step (db, stmt, NULL) == PLT_STEP_ROW;
  if (found)
    version = plt_stmt_int (stmt, 0, 1);
  sqlite3_reset (stmt);
  return !found || refuse (sql, version, error);
}

static int
find_path (const PltTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    if (strcmp (paths[i].table, table->id) == 0)
      return (int) i;
  return -1;
}

gboolean
plt_rows_may_change (PltStore *store, const PltTable *table, gint64 id, GError **error)
{
  int path = find_path (table);

  return path < 0 || ask (store, paths[path].of_row, id, error);
}

static gboolean
check_budget (
    PltStore *store, const PltTable *table, gint64 id, const gboolean *changed, GError **error)
{
  static const char *const free[] = { "name", "note", "status", NULL };

  for (guint i = 0; table->columns[i].id != NULL; i++)
    if (changed[i] && !g_strv_contains (free, table->columns[i].id))
      return plt_rows_may_change (store, table, id, error);
  return TRUE;
}

/* What may be written into a frozen version itself. */
static gboolean
check_schedule (PltStore *store,
                const PltTable *table,
                gint64 id,
                const PltValue *values,
                const gboolean *changed,
                GError **error)
{
  gsize published = (gsize) plt_table_column_index (table, "published_date");
  gboolean typed = *plt_value_get_text (&values[published]) == '\0' && !changed[published];

  for (guint i = 0; table->columns[i].id != NULL; i++)
    {
      const char *column = table->columns[i].id;

      if (!changed[i] || strcmp (column, "note") == 0 || (typed && strcmp (column, "status") == 0))
        continue;
      return plt_rows_may_change (store, table, id, error);
    }
  return TRUE;
}

gboolean
plt_rows_check_frozen (PltStore *store,
                       const PltTable *table,
                       gint64 id,
                       const PltValue *values,
                       const gboolean *changed,
                       GError **error)
{
  int path = find_path (table);
  const PltValue *owner;
  gboolean any = FALSE;

  if (path < 0)
    return TRUE;
  if (paths[path].column == NULL)
    return id == 0
           || (strcmp (table->id, "budget") == 0
                   ? check_budget (store, table, id, changed, error)
                   : check_schedule (store, table, id, values, changed, error));
  for (guint i = 0; table->columns[i].id != NULL; i++)
    any |= changed[i];
  if (!any)
    return TRUE;
  owner = &values[plt_table_column_index (table, paths[path].column)];
  return (id == 0 || ask (store, paths[path].of_row, id, error))
         && (owner->kind != PLT_VALUE_INTEGER
             || ask (store, paths[path].of_value, owner->integer, error));
}
