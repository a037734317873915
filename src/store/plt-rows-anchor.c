/* A task that follows the shooting days or a date of the production has its dates from there: dates
 * typed on it would be kept and mean nothing, so they are refused with the place where they are
 * changed, whoever types them (a register, a form, a CSV file, the command line). The length of one
 * that lasts from the first shooting day to the last likewise.
 *
 * As long as what it follows has no date, what is typed holds, and is not refused. Emptying is
 * never refused, nor is a new row, nor a group, whose dates are those of its tasks. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAYS                                                                                       \
  "SELECT 1 FROM \"shooting_day\" d JOIN \"production\" p ON p.\"schedule\" = d.\"schedule\" "     \
  "WHERE coalesce(d.\"date\", '') <> '' AND d.\"kind\" IN ('tournage', 'reserve')"
/* Before there are days, the production says when the shoot begins. */
#define START                                                                                      \
  "SELECT 1 FROM \"production\" WHERE coalesce(\"start_date\", '') <> '' UNION ALL " DAYS

/* What a task may follow, what finds a row when that has a date, and when it has a length too. */
static const struct
{
  const char *anchor, *has_date, *has_length;
  gboolean is_production;
} anchors[] = {
  { "tournage", START, DAYS, FALSE },
  { "premier-jour", START, NULL, FALSE },
  { "fin-tournage", DAYS, NULL, FALSE },
  { "visa", "SELECT 1 FROM \"production\" WHERE coalesce(\"visa_date\", '') <> ''", NULL, TRUE },
  { "sortie", "SELECT 1 FROM \"production\" WHERE coalesce(\"release_date\", '') <> ''", NULL,
    TRUE },
};

static const PltValue *
value_of (const PltTable *table, const PltValue *values, const char *column)
{
  return &values[plt_table_column_index (table, column)];
}

static gboolean
is_typed (const PltTable *table, const PltValue *values, const gboolean *changed, const char *id)
{
  const PltValue *value = value_of (table, values, id);

  return changed[plt_table_column_index (table, id)] && value->kind != PLT_VALUE_NULL
         && (value->kind != PLT_VALUE_TEXT || *value->text != '\0');
}

/* Whether the statement finds a row; -1 with the error when it cannot be run. */
static int
finds (PltStore *store, const char *sql, gint64 id, GError **error)
{
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, sql, error);
  PltStep step;

  if (stmt == NULL)
    return -1;
  if (id != 0)
    plt_stmt_bind_int (stmt, 1, id);
  step = plt_db_step (db, stmt, error);
  sqlite3_reset (stmt);
  return step == PLT_STEP_ERROR ? -1 : step == PLT_STEP_ROW;
}

gboolean
plt_rows_check_anchor (PltStore *store,
                       const PltTable *table,
                       gint64 id,
                       const PltValue *values,
                       const gboolean *changed,
                       GError **error)
{
  const char *anchor, *sql = NULL;
  guint at = 0;
  int is_group, has_date;

  if (strcmp (table->id, "task") != 0)
    return TRUE;
  anchor = plt_value_get_text (value_of (table, values, "anchor"));
  while (at < G_N_ELEMENTS (anchors) && strcmp (anchors[at].anchor, anchor) != 0)
    at++;
  if (at == G_N_ELEMENTS (anchors))
    return TRUE;
  if (is_typed (table, values, changed, "start_date")
      || is_typed (table, values, changed, "end_date"))
    sql = anchors[at].has_date;
  else if (is_typed (table, values, changed, "duration_days")
           && value_of (table, values, "milestone")->integer == 0)
    sql = anchors[at].has_length;
  if (sql == NULL)
    return TRUE;
  is_group = finds (store, "SELECT 1 FROM \"task\" WHERE \"parent\" = ?1 LIMIT 1", id, error);
  has_date = is_group == 0 ? finds (store, sql, 0, error) : 0;
  if (is_group < 0 || has_date < 0)
    return FALSE;
  if (is_group > 0 || has_date == 0)
    return TRUE;
  g_set_error (error, PLT_ERROR, PLT_ERROR_CONFLICT,
               anchors[at].is_production
                   ? _ ("“%s” has its date from the production: change it there, or empty what the "
                        "task follows.")
                   : _ ("“%s” follows the shooting days: move them in the plan de travail, or "
                        "empty what the task follows."),
               plt_value_get_text (value_of (table, values, "name")));
  return FALSE;
}
