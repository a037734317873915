/* Labels: how a row is named where it is referred to, and how it is found by that name.
 *
 * A label joins the columns that the descriptor lists by " · ": a category is "RO · Rôles". A
 * person and a script version read as one name: "Ada Martin", "2 La Passe". Parts that are empty
 * are left out; a row that has none of them is named by its kind and number, "shooting day 7", so
 * that every row can be pointed at.
 *
 * Labels are cached as they are asked for, and dropped as plt-rows-private.h says. Names are found
 * without regard to case and accents, unless only these tell two rows apart. */
#include "plt-rows-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-date.h"
#include "plt-text.h"

static char *
find_label (PltStore *store, const PltTable *table, gint64 id, guint depth, gboolean *cut);

static const char *
separator_of (const PltTable *table)
{
  static const char *const one_name[] = { "person", "script_version" };

  for (guint i = 0; i < G_N_ELEMENTS (one_name); i++)
    if (strcmp (table->id, one_name[i]) == 0)
      return " ";
  return " · ";
}

static char *
format_part (
    PltStore *store, const PltColumn *column, const PltValue *value, guint depth, gboolean *cut)
{
  switch (column->type)
    {
    case PLT_COLUMN_REFERENCE:
      if (value->kind != PLT_VALUE_INTEGER)
        return g_strdup ("");
      if (depth >= PLT_ROWS_DEPTH)
        {
          *cut = TRUE;
          return g_strdup ("");
        }
      return find_label (store, plt_table_find (column->reference), value->integer, depth + 1, cut);
    case PLT_COLUMN_DATE:
      {
        PltDate date = plt_date_from_iso (plt_value_get_text (value));

        return date == PLT_DATE_NONE ? g_strdup ("") : plt_date_format_short (date);
      }
    case PLT_COLUMN_TEXT:
    case PLT_COLUMN_LONG_TEXT:
      return g_strdup (plt_value_get_text (value));
    default:
      return plt_column_format (column, value);
    }
}

/* Puts the parts together; `values` are those of the label columns. */
static char *
compose (PltStore *store,
         PltTableCache *cache,
         gint64 id,
         const PltValue *values,
         guint depth,
         gboolean *cut)
{
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < cache->label_columns->len; i++)
    {
      const PltColumn *column = g_array_index (cache->label_columns, const PltColumn *, i);
      g_autofree char *part = format_part (store, column, &values[i], depth, cut);

      if (*part == '\0')
        continue;
      if (label->len > 0)
        g_string_append (label, separator_of (cache->table));
      g_string_append (label, part);
    }
  if (label->len == 0)
    g_string_append_printf (label, "%s %" G_GINT64_FORMAT,
                            g_dgettext (GETTEXT_PACKAGE, cache->table->singular), id);
  return g_string_free (label, FALSE);
}

/* (nullable): NULL when there is no such row */
static char *
read_label (PltStore *store, PltTableCache *cache, gint64 id, guint depth, gboolean *cut)
{
  PltDb *db = plt_store_get_db (store);
  PltStmt *stmt = plt_db_prepare (db, cache->label_sql, NULL);
  guint n = cache->label_columns->len;
  PltValue values[8] = { 0 };
  char *label = NULL;
  gboolean found;

  g_assert (n <= G_N_ELEMENTS (values));
  if (stmt == NULL)
    return NULL;
  plt_stmt_bind_int (stmt, 1, id);
  found = plt_db_step (db, stmt, NULL) == PLT_STEP_ROW;
  for (guint i = 0; found && i < n; i++)
    values[i] = plt_stmt_value (stmt, (int) i + 1);
  sqlite3_reset (stmt); /* before another label of the same table is read */

  if (found)
    label = compose (store, cache, id, values, depth, cut);
  plt_rows_clear_values (values, n);
  return label;
}

static char *
find_label (PltStore *store, const PltTable *table, gint64 id, guint depth, gboolean *cut)
{
  PltTableCache *cache = plt_rows_cache (store, table);
  const char *known = g_hash_table_lookup (cache->labels, &id);
  gboolean cut_here = FALSE;
  char *label;

  if (known != NULL)
    return g_strdup (known);
  label = read_label (store, cache, id, depth, &cut_here);
  if (label == NULL)
    return g_strdup ("");
  if (!cut_here && !plt_store_in_command (store))
    g_hash_table_insert (cache->labels, g_memdup2 (&id, sizeof id), g_strdup (label));
  *cut |= cut_here;
  return label;
}

/**
 * plt_rows_label:
 * @store: a store
 * @table: its table
 * @id: a row
 *
 * Returns: (transfer full): the row's name, "" when there is no such row.
 */
char *
plt_rows_label (PltStore *store, const PltTable *table, gint64 id)
{
  gboolean cut = FALSE;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL, NULL);

  return find_label (store, table, id, 0, &cut);
}

/* ---- the other way: rows by name ---- */

static gboolean
is_digits (const char *text)
{
  const char *p = text;

  while (g_ascii_isdigit (*p))
    p++;
  return p > text && *p == '\0';
}

/* Takes `key`. A name that several rows have leads to 0. */
static void
add_name (GHashTable *names, char *key, gint64 id)
{
  gint64 *known = g_hash_table_lookup (names, key);

  if (known != NULL)
    {
      *known = *known == id ? id : 0;
      g_free (key);
      return;
    }
  g_hash_table_insert (names, key, g_memdup2 (&id, sizeof id));
}

static gboolean
read_names (PltStore *store, PltTableCache *cache, GError **error)
{
  PltDb *db = plt_store_get_db (store);
  g_autoptr (PltStmt) stmt = plt_db_prepare_fresh (db, cache->labels_sql, error);
  guint n = cache->label_columns->len;
  gboolean in_command = plt_store_in_command (store);
  PltStep step = PLT_STEP_ERROR;

  g_clear_pointer (&cache->exact, g_hash_table_unref);
  g_clear_pointer (&cache->folded, g_hash_table_unref);
  if (stmt == NULL)
    return FALSE;
  cache->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  cache->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  cache->has_numeric_labels = FALSE;
  while ((step = plt_db_step (db, stmt, error)) == PLT_STEP_ROW)
    {
      gint64 id = plt_stmt_int (stmt, 0, 0);
      PltValue values[8] = { 0 };
      g_autofree char *label = NULL;
      char *squeezed;
      gboolean cut = FALSE;

      for (guint i = 0; i < n; i++)
        values[i] = plt_stmt_value (stmt, (int) i + 1);
      label = compose (store, cache, id, values, 0, &cut);
      plt_rows_clear_values (values, n);
      squeezed = plt_text_squeeze (label);
      cache->has_numeric_labels |= is_digits (squeezed);
      add_name (cache->folded, plt_text_fold (squeezed), id);
      add_name (cache->exact, squeezed, id);
      if (!in_command)
        g_hash_table_replace (cache->labels, g_memdup2 (&id, sizeof id), g_steal_pointer (&label));
    }
  return step == PLT_STEP_DONE;
}

static gboolean
ensure_names (PltStore *store, PltTableCache *cache, GError **error)
{
  /* Inside a command they are read each time: what is there now may be rolled back. */
  if (cache->exact != NULL && !plt_store_in_command (store))
    return TRUE;
  return read_names (store, cache, error);
}

/**
 * plt_rows_find_label:
 * @store: a store
 * @table: its table
 * @label: the name of a row, spaces, case and accents aside
 * @error: return location
 *
 * Returns: the row's id; 0 with PLT_ERROR_NOT_FOUND or, when several rows have that name,
 * PLT_ERROR_CONFLICT.
 */
gint64
plt_rows_find_label (PltStore *store, const PltTable *table, const char *label, GError **error)
{
  PltTableCache *cache;
  g_autofree char *squeezed = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *noun = NULL;
  gint64 *exact, *loose;
  gint64 id = 0;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL && label != NULL, 0);

  cache = plt_rows_cache (store, table);
  if (!ensure_names (store, cache, error))
    return 0;
  squeezed = plt_text_squeeze (label);
  folded = plt_text_fold (squeezed);
  exact = g_hash_table_lookup (cache->exact, squeezed);
  loose = g_hash_table_lookup (cache->folded, folded);
  if (exact != NULL)
    id = *exact;
  else if (loose != NULL)
    id = *loose;

  if (id == 0)
    {
      gboolean several = exact != NULL || loose != NULL;

      noun = plt_rows_noun (table, several ? 2 : 1);
      if (several)
        g_set_error (
            error, PLT_ERROR, PLT_ERROR_CONFLICT,
            _ ("Several %s are called “%s”; give the row number instead, for example #12."), noun,
            squeezed);
      else
        g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                     _ ("There is no %s called “%s”; add it first, or give the name of one that "
                        "exists."),
                     noun, squeezed);
    }
  if (plt_store_in_command (store))
    {
      g_clear_pointer (&cache->exact, g_hash_table_unref);
      g_clear_pointer (&cache->folded, g_hash_table_unref);
    }
  return id;
}

char *
plt_rows_unique_label (PltStore *store, const PltTable *table, gint64 id)
{
  g_autofree char *label = plt_rows_label (store, table, id);

  if (plt_rows_find_label (store, table, label, NULL) == id)
    return g_steal_pointer (&label);
  return g_strdup_printf ("#%" G_GINT64_FORMAT, id);
}

static void
add_label_tables (const PltTable *table, guint depth, GHashTable *tables)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (const PltColumn *));
  guint n = plt_rows_columns_of (table, table->label, columns);

  g_hash_table_add (tables, (gpointer) table);
  for (guint i = 0; i < n && depth < PLT_ROWS_DEPTH; i++)
    {
      const PltColumn *column = g_array_index (columns, const PltColumn *, i);

      if (column->type == PLT_COLUMN_REFERENCE)
        add_label_tables (plt_table_find (column->reference), depth + 1, tables);
    }
}

void
plt_rows_label_tables (const PltTable *table, GHashTable *tables)
{
  add_label_tables (table, 0, tables);
}
