/* SQL from descriptors: the queries that list rows.
 *
 * Every identifier is quoted, every value is bound. An order by a reference follows the order of
 * the table it refers to, through joins, up to PLT_ROWS_DEPTH deep; the id of the referred row then
 * keeps together what belongs together. Empty comes first, choices come in the order of their
 * descriptor, text in French order; the row's own id breaks the last ties. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GString *joins;
  GString *order;
  guint n_aliases;
  GHashTable *tables; /* (nullable): receives the tables joined */
} OrderBuilder;

static void add_key (OrderBuilder *self, gboolean descending, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
add_key (OrderBuilder *self, gboolean descending, const char *format, ...)
{
  va_list args;

  g_string_append (self->order, self->order->len > 0 ? ", " : " ORDER BY ");
  va_start (args, format);
  g_string_append_vprintf (self->order, format, args);
  va_end (args);
  if (descending)
    g_string_append (self->order, " DESC");
}

/* Places of the choices as they are described; empty before them, what is not among them after. */
static void
add_choice_key (OrderBuilder *self, guint alias, const PltColumn *column, gboolean descending)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  guint i;

  g_string_append_printf (sql, "CASE t%u.\"%s\" WHEN '' THEN -1", alias, column->id);
  for (i = 0; column->choices[i].id != NULL; i++)
    {
      char *literal = sqlite3_mprintf (" WHEN %Q THEN %u", column->choices[i].id, i);

      g_string_append (sql, literal);
      sqlite3_free (literal);
    }
  g_string_append_printf (sql, " ELSE %u END", i);
  add_key (self, descending, "%s", sql->str);
  if (column->flags & PLT_COLUMN_OPEN)
    add_key (self, descending, "plt_text_key (t%u.\"%s\")", alias, column->id);
}

static gboolean add_order (OrderBuilder *self,
                           const PltTable *table,
                           guint alias,
                           const char *order,
                           gboolean descending,
                           guint depth,
                           GError **error);

static void
add_reference_key (
    OrderBuilder *self, guint alias, const PltColumn *column, gboolean descending, guint depth)
{
  const PltTable *referred = plt_table_find (column->reference);

  if (depth < PLT_ROWS_DEPTH && referred->order != NULL)
    {
      guint joined = ++self->n_aliases;

      g_string_append_printf (self->joins, " LEFT JOIN \"%s\" AS t%u ON t%u.\"id\" = t%u.\"%s\"",
                              referred->id, joined, joined, alias, column->id);
      if (self->tables != NULL)
        g_hash_table_add (self->tables, (gpointer) referred);
      add_key (self, descending, "t%u.\"%s\" IS NOT NULL", alias, column->id);
      add_order (self, referred, joined, referred->order, descending, depth + 1, NULL);
    }
  add_key (self, descending, "t%u.\"%s\"", alias, column->id);
}

static gboolean
add_order (OrderBuilder *self,
           const PltTable *table,
           guint alias,
           const char *order,
           gboolean descending,
           guint depth,
           GError **error)
{
  g_auto (GStrv) names = g_strsplit (order, ",", -1);

  for (char **name = names; *name != NULL; name++)
    {
      const char *id = g_strstrip (*name);
      gboolean reversed = *id == '-';
      gboolean down = descending != reversed;
      const PltColumn *column;

      id += reversed ? 1 : 0;
      if (g_str_equal (id, "id"))
        {
          add_key (self, down, "t%u.\"id\"", alias);
          continue;
        }
      column = plt_table_column (table, id);
      if (column == NULL)
        {
          plt_rows_no_column (table, id, error);
          return FALSE;
        }
      if (column->type == PLT_COLUMN_REFERENCE)
        add_reference_key (self, alias, column, down, depth);
      else if (column->type == PLT_COLUMN_CHOICE)
        add_choice_key (self, alias, column, down);
      else if (plt_column_is_text (column) && column->type != PLT_COLUMN_DATE)
        add_key (self, down, "plt_text_key (t%u.\"%s\")", alias, column->id);
      else
        add_key (self, down, "t%u.\"%s\"", alias, column->id);
    }
  return TRUE;
}

gboolean
plt_rows_build_select (const PltTable *table,
                       const char *columns,
                       const PltFilter *filters,
                       guint n_filters,
                       const char *order,
                       GString *sql,
                       GError **error)
{
  g_autoptr (GString) joins = g_string_new (NULL);
  g_autoptr (GString) keys = g_string_new (NULL);
  OrderBuilder builder = { joins, keys, 0, NULL };

  if (order == NULL)
    order = table->order;
  if (order != NULL && *order != '\0' && !add_order (&builder, table, 0, order, FALSE, 0, error))
    return FALSE;
  add_key (&builder, FALSE, "t0.\"id\"");

  g_string_append_printf (sql, "SELECT %s FROM \"%s\" AS t0%s", columns, table->id, joins->str);
  for (guint i = 0; i < n_filters; i++)
    {
      if (!g_str_equal (filters[i].column, "id")
          && plt_table_column (table, filters[i].column) == NULL)
        {
          plt_rows_no_column (table, filters[i].column, error);
          return FALSE;
        }
      g_string_append_printf (sql, " %s t0.\"%s\" IS ?", i == 0 ? "WHERE" : "AND",
                              filters[i].column);
    }
  g_string_append (sql, keys->str);
  return TRUE;
}

void
plt_rows_bind_filters (PltStmt *stmt,
                       const PltTable *table,
                       const PltFilter *filters,
                       guint n_filters)
{
  for (guint i = 0; i < n_filters; i++)
    {
      const PltColumn *column = plt_table_column (table, filters[i].column);
      g_auto (PltValue) value = PLT_VALUE_INIT;

      if (column != NULL)
        value = plt_rows_normal_value (column, &filters[i].value);
      else
        value = plt_value_copy (&filters[i].value);
      plt_stmt_bind_value (stmt, (int) i + 1, &value);
    }
}

void
plt_rows_order_tables (const PltTable *table, const char *order, GHashTable *tables)
{
  g_autoptr (GString) joins = g_string_new (NULL);
  g_autoptr (GString) keys = g_string_new (NULL);
  OrderBuilder builder = { joins, keys, 0, tables };

  if (order == NULL)
    order = table->order;
  if (order != NULL && *order != '\0')
    add_order (&builder, table, 0, order, FALSE, 0, NULL);
}
