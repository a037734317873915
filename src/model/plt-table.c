#include "plt-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const PltTable *
plt_table_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (const PltTable *const *t = plt_tables (); *t != NULL; t++)
    if (strcmp ((*t)->id, id) == 0)
      return *t;
  return NULL;
}

guint
plt_table_n_columns (const PltTable *table)
{
  guint n = 0;

  g_return_val_if_fail (table != NULL, 0);

  while (table->columns[n].id != NULL)
    n++;
  return n;
}

int
plt_table_column_index (const PltTable *table, const char *id)
{
  g_return_val_if_fail (table != NULL && id != NULL, -1);

  for (int i = 0; table->columns[i].id != NULL; i++)
    if (strcmp (table->columns[i].id, id) == 0)
      return i;
  return -1;
}

const PltColumn *
plt_table_column (const PltTable *table, const char *id)
{
  int index = plt_table_column_index (table, id);

  return index < 0 ? NULL : &table->columns[index];
}

/**
 * plt_table_title:
 * @table: a table
 *
 * Returns: its title in the user's language
 */
const char *
plt_table_title (const PltTable *table)
{
  g_return_val_if_fail (table != NULL, "");

  return g_dgettext (GETTEXT_PACKAGE, table->title);
}

gboolean
plt_column_is_text (const PltColumn *column)
{
  switch (column->type)
    {
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_LONG_TEXT:
    case PLT_COLUMN_CHOICE:
    case PLT_COLUMN_FLAGS:
    case PLT_COLUMN_DATE:
    case PLT_COLUMN_FILE:
    case PLT_COLUMN_FORMULA:
      return TRUE;
    case PLT_COLUMN_INTEGER:
    case PLT_COLUMN_BOOLEAN:
    case PLT_COLUMN_MONEY:
    case PLT_COLUMN_RATE:
    case PLT_COLUMN_QUANTITY:
    case PLT_COLUMN_CLOCK:
    case PLT_COLUMN_DURATION:
    case PLT_COLUMN_SECONDS:
    case PLT_COLUMN_EIGHTHS:
    case PLT_COLUMN_COORDINATE:
    case PLT_COLUMN_REFERENCE:
      break;
    default:
      g_assert_not_reached ();
    }
  return FALSE;
}

/* The part of a column's declaration that follows its name and type. */
static void
append_constraints (GString *sql, const PltColumn *column)
{
  gboolean required = (column->flags & PLT_COLUMN_REQUIRED) != 0;

  if (plt_column_is_text (column))
    {
      g_string_append (sql, " NOT NULL DEFAULT ''");
      if (required)
        g_string_append_printf (sql, " CHECK (\"%s\" <> '')", column->id);
    }
  else if (column->type == PLT_COLUMN_BOOLEAN)
    g_string_append_printf (sql, " NOT NULL DEFAULT 0 CHECK (\"%s\" IN (0, 1))", column->id);
  else if (required)
    g_string_append (sql, " NOT NULL");

  if (column->type == PLT_COLUMN_CHOICE && (column->flags & PLT_COLUMN_OPEN) == 0)
    {
      g_string_append_printf (sql, " CHECK (\"%s\" IN (%s", column->id, required ? "" : "''");
      for (guint i = 0; column->choices[i].id != NULL; i++)
        g_string_append_printf (sql, "%s'%s'", required && i == 0 ? "" : ", ",
                                column->choices[i].id);
      g_string_append (sql, "))");
    }
  else if (column->type == PLT_COLUMN_DATE)
    g_string_append_printf (
        sql, " CHECK (\"%s\" = '' OR \"%s\" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')",
        column->id, column->id);
  else if (column->type == PLT_COLUMN_REFERENCE)
    g_string_append_printf (sql, " REFERENCES \"%s\" (\"id\")", column->reference);
  else if (plt_column_is_number (column) && (column->flags & PLT_COLUMN_SIGNED) == 0)
    g_string_append_printf (sql, " CHECK (\"%s\" >= 0)", column->id);
}

/**
 * plt_table_ddl:
 * @table: a table
 *
 * Returns: (transfer full): the SQL that makes the table, with an index a reference. Migrations are
 * written by hand; the schema test compares what they give with this.
 */
char *
plt_table_ddl (const PltTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE \"%s\" (\n  \"id\" INTEGER PRIMARY KEY", table->id);
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    {
      g_string_append_printf (sql, ",\n  \"%s\" %s", column->id,
                              plt_column_is_text (column) ? "TEXT" : "INTEGER");
      append_constraints (sql, column);
    }
  g_string_append (sql, "\n) STRICT;\n");

  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (column->type == PLT_COLUMN_REFERENCE)
      g_string_append_printf (sql, "CREATE INDEX \"%s.%s\" ON \"%s\" (\"%s\");\n", table->id,
                              column->id, table->id, column->id);
  return g_string_free (sql, FALSE);
}

gboolean
plt_column_is_number (const PltColumn *column)
{
  return !plt_column_is_text (column) && column->type != PLT_COLUMN_REFERENCE
         && column->type != PLT_COLUMN_BOOLEAN;
}
