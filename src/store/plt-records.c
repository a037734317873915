/* Records: one object a row for as long as somebody holds it, and their refresh after a command.
 *
 * A record shows, beside the values of its row, the labels of the rows it refers to. So it is read
 * again when its own row was written, and also when a row was written that it refers to, directly
 * or through labels that are made of labels. Everything to be read again is found first and read
 * then, for a handler may run commands of its own and let records come and go. */
#include "plt-store-internal.h"

#include <string.h>

typedef struct
{
  gint64 id;
  const PltTable *table;
  PltRecord *record; /* not owned */
  PltStore *store;
} Live;

/* Rows whose label may be different now: those ids, or any when `ids` is NULL. */
typedef struct
{
  GHashTable *ids;
} Touched;

static GHashTable *
live_of (PltStore *self, const PltTable *table)
{
  return self->live == NULL ? NULL : g_hash_table_lookup (self->live, table);
}

static void
record_gone_cb (gpointer data, GObject *where_it_was)
{
  Live *live = data;
  GHashTable *records = live_of (live->store, live->table);

  g_hash_table_remove (records, &live->id);
}

static void
keep_track (PltStore *self, const PltTable *table, PltRecord *record)
{
  GHashTable *records = live_of (self, table);
  Live *live = g_new0 (Live, 1);

  if (self->live == NULL)
    self->live = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  if (records == NULL)
    {
      records = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
      g_hash_table_insert (self->live, (gpointer) table, records);
    }
  live->id = plt_record_get_id (record);
  live->table = table;
  live->record = record;
  live->store = self;
  g_object_weak_ref (G_OBJECT (record), record_gone_cb, live);
  g_hash_table_insert (records, &live->id, live);
}

void
plt_records_forget (PltStore *self)
{
  GHashTableIter tables, rows;
  gpointer records, live;

  if (self->live == NULL)
    return;
  g_hash_table_iter_init (&tables, self->live);
  while (g_hash_table_iter_next (&tables, NULL, &records))
    {
      g_hash_table_iter_init (&rows, records);
      while (g_hash_table_iter_next (&rows, NULL, &live))
        g_object_weak_unref (G_OBJECT (((Live *) live)->record), record_gone_cb, live);
    }
  g_clear_pointer (&self->live, g_hash_table_unref);
}

/* FALSE when there is no such row, and then without error. */
static gboolean
read_into (PltStore *self, PltRecord *record, GError **error)
{
  const PltTable *table = plt_record_get_table (record);
  guint n = plt_table_n_columns (table);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  g_autofree char **labels = g_new0 (char *, n);

  if (plt_rows_read_with_labels (self, table, plt_record_get_id (record), values, labels, error))
    {
      plt_record_update (record, values, labels);
      return TRUE;
    }
  for (guint i = 0; i < n; i++)
    {
      plt_value_clear (&values[i]);
      g_free (labels[i]);
    }
  return FALSE;
}

/**
 * plt_store_get_record:
 * @self: a store
 * @table: id of a table
 * @id: id of a row
 *
 * Returns: (transfer full) (nullable): the object of that row; %NULL when there is no such row
 */
PltRecord *
plt_store_get_record (PltStore *self, const char *table, gint64 id)
{
  const PltTable *descriptor;
  GHashTable *records;
  Live *live;
  g_autoptr (PltRecord) record = NULL;

  g_return_val_if_fail (PLT_IS_STORE (self), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  descriptor = plt_table_find (table);
  g_return_val_if_fail (descriptor != NULL, NULL);
  records = live_of (self, descriptor);
  live = records == NULL ? NULL : g_hash_table_lookup (records, &id);
  if (live != NULL)
    return plt_record_is_deleted (live->record) ? NULL : g_object_ref (live->record);
  record = plt_record_new (descriptor, id);
  if (!read_into (self, record, NULL))
    return NULL;
  keep_track (self, descriptor, record);
  return g_steal_pointer (&record);
}

PltRecord *
plt_store_get_production (PltStore *self)
{
  g_return_val_if_fail (PLT_IS_STORE (self), NULL);

  return plt_store_get_record (self, "production",
                               plt_db_int (self->db, "SELECT min(id) FROM production", 0));
}

/* ---- refresh ---- */

static void
touched_free (Touched *touched)
{
  g_clear_pointer (&touched->ids, g_hash_table_unref);
  g_free (touched);
}

static void
add_ids (GHashTable *set, const GArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_add (set, &g_array_index (ids, gint64, i));
}

static Touched *
touch_written (const PltChanges *changes, const char *table)
{
  Touched *touched = g_new0 (Touched, 1);

  touched->ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  add_ids (touched->ids, plt_changes_inserted (changes, table));
  add_ids (touched->ids, plt_changes_updated (changes, table));
  add_ids (touched->ids, plt_changes_deleted (changes, table));
  return touched;
}

static gboolean
names_column (const char *list, const char *column)
{
  gsize n = strlen (column);

  for (const char *at = list; at != NULL && *at != '\0';)
    {
      gsize length = strcspn (at, ",");

      if (length == n && strncmp (at, column, n) == 0)
        return TRUE;
      at += length + (at[length] == ',' ? 1 : 0);
    }
  return FALSE;
}

/* Whether labels of `table` are made of labels of a touched table. */
static gboolean
label_is_touched (const PltTable *table, GHashTable *touched)
{
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (column->type == PLT_COLUMN_REFERENCE && names_column (table->label, column->id)
        && g_hash_table_contains (touched, plt_table_find (column->reference)))
      return TRUE;
  return FALSE;
}

/* (element-type PltTable Touched): tables with rows whose label may be different. */
static GHashTable *
find_touched (const PltChanges *changes)
{
  GHashTable *touched = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) touched_free);
  gboolean grows = TRUE;

  for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
    if (plt_changes_touch (changes, (*table)->id))
      g_hash_table_insert (touched, (gpointer) *table, touch_written (changes, (*table)->id));
  while (grows)
    {
      grows = FALSE;
      for (const PltTable *const *table = plt_tables (); *table != NULL; table++)
        {
          const Touched *so_far = g_hash_table_lookup (touched, *table);

          if ((so_far != NULL && so_far->ids == NULL) || !label_is_touched (*table, touched))
            continue;
          g_hash_table_replace (touched, (gpointer) *table, g_new0 (Touched, 1));
          grows = TRUE;
        }
    }
  return touched;
}

/* The tables that the references of `table` lead to, by column; NULL where nothing is touched. */
static gboolean
find_references (const PltTable *table, GHashTable *touched, const Touched **by_column)
{
  gboolean any = FALSE;

  for (guint i = 0; table->columns[i].id != NULL; i++)
    {
      const PltColumn *column = &table->columns[i];

      by_column[i] = column->type == PLT_COLUMN_REFERENCE
                         ? g_hash_table_lookup (touched, plt_table_find (column->reference))
                         : NULL;
      any = any || by_column[i] != NULL;
    }
  return any;
}

static gboolean
refers_to_touched (PltRecord *record, const Touched *const *by_column, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      const PltValue *value = by_column[i] == NULL ? NULL : plt_record_get_at (record, i);

      if (value != NULL && value->kind == PLT_VALUE_INTEGER
          && (by_column[i]->ids == NULL
              || g_hash_table_contains (by_column[i]->ids, &value->integer)))
        return TRUE;
    }
  return FALSE;
}

static void
collect_written (GHashTable *records, const GArray *ids, GHashTable *found)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      Live *live = g_hash_table_lookup (records, &g_array_index (ids, gint64, i));

      if (live != NULL)
        g_hash_table_add (found, g_object_ref (live->record));
    }
}

static void
collect_referring (GHashTable *records,
                   const PltTable *table,
                   GHashTable *touched,
                   GHashTable *found)
{
  guint n = plt_table_n_columns (table);
  g_autofree const Touched **by_column = g_new0 (const Touched *, n);
  GHashTableIter iterator;
  gpointer value;

  if (!find_references (table, touched, by_column))
    return;
  g_hash_table_iter_init (&iterator, records);
  while (g_hash_table_iter_next (&iterator, NULL, &value))
    {
      PltRecord *record = ((Live *) value)->record;

      if (!plt_record_is_deleted (record) && refers_to_touched (record, by_column, n)
          && !g_hash_table_contains (found, record))
        g_hash_table_add (found, g_object_ref (record));
    }
}

/* What the file cannot give just now stays as it was. */
static void
refresh (PltStore *self, PltRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (read_into (self, record, &error))
    plt_record_set_deleted (record, FALSE);
  else if (error == NULL)
    plt_record_set_deleted (record, TRUE);
}

void
plt_records_refresh (PltStore *self, PltChanges *changes)
{
  g_autoptr (GHashTable) found = NULL; /* (element-type PltRecord), owned */
  g_autoptr (GHashTable) touched = NULL;
  GHashTableIter iterator;
  gpointer table, live, record;

  if (self->live == NULL || plt_changes_is_empty (changes))
    return;
  found = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  touched = find_touched (changes);
  g_hash_table_iter_init (&iterator, self->live);
  while (g_hash_table_iter_next (&iterator, &table, &live))
    {
      const char *id = ((const PltTable *) table)->id;

      if (g_hash_table_size (live) == 0)
        continue;
      collect_written (live, plt_changes_inserted (changes, id), found);
      collect_written (live, plt_changes_updated (changes, id), found);
      collect_written (live, plt_changes_deleted (changes, id), found);
      collect_referring (live, table, touched, found);
    }
  g_hash_table_iter_init (&iterator, found);
  while (g_hash_table_iter_next (&iterator, &record, NULL))
    refresh (self, record);
}
