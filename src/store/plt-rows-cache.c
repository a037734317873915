/* What is kept about each table for a store, and small readings of descriptors. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

typedef struct
{
  GHashTable *tables; /* const PltTable * -> PltTableCache */
  gint64 generation;  /* of the labels in it */
} StoreCache;

static void
table_cache_free (gpointer data)
{
  PltTableCache *self = data;

  g_free (self->read_sql);
  g_free (self->label_sql);
  g_free (self->labels_sql);
  g_free (self->insert_sql);
  g_array_unref (self->label_columns);
  g_array_unref (self->agreements);
  g_ptr_array_unref (self->unique);
  g_hash_table_unref (self->labels);
  g_clear_pointer (&self->exact, g_hash_table_unref);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_free (self);
}

static void
store_cache_free (gpointer data)
{
  StoreCache *self = data;

  g_hash_table_unref (self->tables);
  g_free (self);
}

static char *
build_insert (const PltTable *table)
{
  g_autoptr (GString) marks = g_string_new (NULL);
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (", table->id);
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    {
      gboolean first = column == table->columns;

      g_string_append_printf (sql, "%s\"%s\"", first ? "" : ", ", column->id);
      g_string_append (marks, first ? "?" : ", ?");
    }
  g_string_append_printf (sql, ") VALUES (%s)", marks->str);
  return g_string_free (sql, FALSE);
}

static void
build_texts (PltTableCache *self)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) label = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns; i++)
    g_string_append_printf (all, "%s\"%s\"", i == 0 ? "" : ", ", self->table->columns[i].id);
  for (guint i = 0; i < self->label_columns->len; i++)
    g_string_append_printf (label, ", \"%s\"",
                            g_array_index (self->label_columns, const PltColumn *, i)->id);

  self->read_sql
      = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"id\" = ?", all->str, self->table->id);
  self->label_sql = g_strdup_printf ("SELECT \"id\"%s FROM \"%s\" WHERE \"id\" = ?", label->str,
                                     self->table->id);
  self->labels_sql = g_strdup_printf ("SELECT \"id\"%s FROM \"%s\" ORDER BY \"id\"", label->str,
                                      self->table->id);
  self->insert_sql = build_insert (self->table);
}

/* A reference whose rows cannot live without the row they refer to: what they belong to. */
static gboolean
is_owner (const PltColumn *column)
{
  return column->type == PLT_COLUMN_REFERENCE && column->deletion == PLT_DELETE_FOLLOWS
         && (column->flags & PLT_COLUMN_REQUIRED) != 0;
}

static const PltColumn *
find_owner (const PltTable *table, const char *reference)
{
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (is_owner (column) && strcmp (column->reference, reference) == 0)
      return column;
  return NULL;
}

/* Two columns that belong to the same kind of row must belong to the same one. That follows from
 * the descriptors; that a part of set is a part of the set beside it does not. */
static void
find_agreements (PltTableCache *self)
{
  const PltTable *table = self->table;

  for (const PltColumn *sibling = table->columns; sibling->id != NULL; sibling++)
    {
      if (!is_owner (sibling))
        continue;
      for (const PltColumn *column = table->columns; column->id != NULL; column++)
        {
          PltAgreement agreement = { column, sibling, NULL };

          if (column == sibling || column->type != PLT_COLUMN_REFERENCE)
            continue;
          agreement.owner = find_owner (plt_table_find (column->reference), sibling->reference);
          if (agreement.owner != NULL)
            g_array_append_val (self->agreements, agreement);
        }
    }

  if (strcmp (table->id, "sequence") == 0)
    {
      PltAgreement agreement
          = { plt_table_column (table, "sub_set"), plt_table_column (table, "set"),
              plt_table_column (plt_table_find ("set"), "parent") };

      g_array_append_val (self->agreements, agreement);
    }
}

static void
find_unique (PltTableCache *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->table->columns[i].flags & PLT_COLUMN_UNIQUE)
      {
        GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

        g_array_append_val (columns, i);
        g_ptr_array_add (self->unique, columns);
      }
  if (self->table->unique != NULL)
    {
      GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));
      g_auto (GStrv) names = g_strsplit (self->table->unique, ",", -1);

      for (char **name = names; *name != NULL; name++)
        {
          guint index = (guint) plt_table_column_index (self->table, *name);

          g_array_append_val (columns, index);
        }
      g_ptr_array_add (self->unique, columns);
    }
}

static GHashTable *
new_labels (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
}

static PltTableCache *
table_cache_new (const PltTable *table)
{
  PltTableCache *self = g_new0 (PltTableCache, 1);

  self->table = table;
  self->n_columns = plt_table_n_columns (table);
  self->label_columns = g_array_new (FALSE, FALSE, sizeof (const PltColumn *));
  self->agreements = g_array_new (FALSE, FALSE, sizeof (PltAgreement));
  self->unique = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->labels = new_labels ();
  plt_rows_columns_of (table, table->label, self->label_columns);
  build_texts (self);
  find_agreements (self);
  find_unique (self);
  return self;
}

static void
forget_labels (StoreCache *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->tables);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      PltTableCache *cache = value;

      g_hash_table_remove_all (cache->labels);
      g_clear_pointer (&cache->exact, g_hash_table_unref);
      g_clear_pointer (&cache->folded, g_hash_table_unref);
    }
}

gint64
plt_rows_generation (PltStore *store)
{
  return sqlite3_total_changes64 (plt_db_handle (plt_store_get_db (store)));
}

PltTableCache *
plt_rows_cache (PltStore *store, const PltTable *table)
{
  static GQuark quark = 0;
  StoreCache *self;
  PltTableCache *cache;
  gint64 generation = plt_rows_generation (store);

  if (quark == 0)
    quark = g_quark_from_static_string ("plt-rows-cache");
  self = g_object_get_qdata (G_OBJECT (store), quark);
  if (self == NULL)
    {
      self = g_new0 (StoreCache, 1);
      self->tables = g_hash_table_new_full (NULL, NULL, NULL, table_cache_free);
      g_object_set_qdata_full (G_OBJECT (store), quark, self, store_cache_free);
    }
  if (self->generation != generation)
    {
      forget_labels (self);
      self->generation = generation;
    }
  cache = g_hash_table_lookup (self->tables, table);
  if (cache == NULL)
    {
      cache = table_cache_new (table);
      g_hash_table_insert (self->tables, (gpointer) table, cache);
    }
  return cache;
}

PltReading *
plt_rows_begin_reading (PltStore *store)
{
  PltDb *db = plt_store_get_db (store);

  if (!sqlite3_get_autocommit (plt_db_handle (db)))
    return NULL;
  return plt_db_exec (db, "BEGIN", NULL) ? db : NULL;
}

void
plt_rows_end_reading (PltReading *reading)
{
  if (!plt_db_exec (reading, "COMMIT", NULL))
    plt_db_exec (reading, "ROLLBACK", NULL);
}

/* ---- descriptors ---- */

/**
 * plt_rows_columns_of:
 * @table: a table
 * @list: (nullable): column ids by comma
 * @columns: (element-type PltColumn): receives the columns
 *
 * Returns: how many were appended.
 */
guint
plt_rows_columns_of (const PltTable *table, const char *list, GArray *columns)
{
  g_auto (GStrv) names = g_strsplit (list != NULL ? list : "", ",", -1);
  guint n = 0;

  for (char **name = names; *name != NULL; name++)
    {
      const PltColumn *column = plt_table_column (table, *name);

      if (column == NULL)
        continue;
      g_array_append_val (columns, column);
      n++;
    }
  return n;
}

/**
 * plt_rows_normal_value:
 * @column: a column
 * @value: what was given for it
 *
 * Returns: (transfer full): the one way that value is stored: nothing is "" where text is stored
 * and no where yes or no is, and "" is nothing where a number is.
 */
PltValue
plt_rows_normal_value (const PltColumn *column, const PltValue *value)
{
  gboolean text = plt_column_is_text (column);

  if (text && value->kind == PLT_VALUE_NULL)
    return plt_value_text ("");
  if (column->type == PLT_COLUMN_BOOLEAN && value->kind == PLT_VALUE_NULL)
    return plt_value_integer (0);
  if (!text && value->kind == PLT_VALUE_TEXT && *value->text == '\0')
    return plt_rows_normal_value (column, &(const PltValue) PLT_VALUE_INIT);
  return plt_value_copy (value);
}

void
plt_rows_clear_values (PltValue *values, guint n)
{
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
}

void
plt_rows_no_column (const PltTable *table, const char *column, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (const PltColumn *c = table->columns; c->id != NULL; c++)
    g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", c->id);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("The table “%s” has no column “%s”. Its columns are: %s."), table->id, column,
               known->str);
}

void
plt_rows_no_row (const PltTable *table, gint64 id, GError **error)
{
  g_autofree char *noun = plt_rows_noun (table, 1);

  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no %s with the row number %" PRId64 "; it may have been deleted."),
               noun, id);
}

const PltTable *
plt_rows_find_table (const char *id, GError **error)
{
  const PltTable *table = plt_table_find (id);
  g_autoptr (GString) known = NULL;

  if (table != NULL)
    return table;
  known = g_string_new (NULL);
  for (const PltTable *const *t = plt_tables (); *t != NULL; t++)
    g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", (*t)->id);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no table “%s”. The tables are: %s."), id, known->str);
  return NULL;
}

char *
plt_rows_noun (const PltTable *table, guint n)
{
  const char *noun = g_dgettext (GETTEXT_PACKAGE, n == 1 ? table->singular : table->title);
  gunichar first = g_utf8_get_char (noun);
  GString *lowered = g_string_new (NULL);

  g_string_append_unichar (lowered, g_unichar_tolower (first));
  g_string_append (lowered, g_utf8_next_char (noun));
  return g_string_free (lowered, FALSE);
}

char *
plt_rows_describe (PltStore *store, const PltTable *table, gint64 id)
{
  g_autofree char *noun = plt_rows_noun (table, 1);
  g_autofree char *label = plt_rows_label (store, table, id);

  /* Translators: a kind of row and its name: sequence “12” */
  return g_strdup_printf (_ ("%s “%s”"), noun, label);
}
