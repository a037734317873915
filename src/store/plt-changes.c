#include "plt-changes.h"

#include <string.h>

#include "plt-table.h"

typedef struct
{
  gint64 id;
  PltChangeKind kind;
} Entry;

typedef struct
{
  const PltTable *table;
  GArray *log;    /* of Entry, while the command runs */
  GArray *ids[3]; /* of gint64, by PltChangeKind, ascending; NULL when none */
} TableChanges;

struct _PltChanges
{
  gatomicrefcount references;
  GPtrArray *tables; /* of TableChanges, those concerned */
  TableChanges *last;
};

static void
table_changes_free (TableChanges *self)
{
  g_clear_pointer (&self->log, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->ids); i++)
    g_clear_pointer (&self->ids[i], g_array_unref);
  g_free (self);
}

PltChanges *
plt_changes_new (void)
{
  PltChanges *self = g_new0 (PltChanges, 1);

  g_atomic_ref_count_init (&self->references);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_changes_free);
  return self;
}

PltChanges *
plt_changes_ref (PltChanges *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
plt_changes_unref (PltChanges *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->tables);
  g_free (self);
}

static TableChanges *
find (const PltChanges *self, const char *table)
{
  for (guint i = 0; i < self->tables->len; i++)
    {
      TableChanges *changes = g_ptr_array_index (self->tables, i);

      if (strcmp (changes->table->id, table) == 0)
        return changes;
    }
  return NULL;
}

static TableChanges *
find_or_add (PltChanges *self, const char *table)
{
  TableChanges *changes = find (self, table);
  const PltTable *descriptor;

  if (changes != NULL)
    return changes;
  descriptor = plt_table_find (table);
  if (descriptor == NULL)
    return NULL;
  changes = g_new0 (TableChanges, 1);
  changes->table = descriptor;
  changes->log = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_ptr_array_add (self->tables, changes);
  return changes;
}

void
plt_changes_log (PltChanges *self, const char *table, PltChangeKind kind, gint64 id)
{
  Entry entry = { id, kind };

  if (self->last == NULL || strcmp (self->last->table->id, table) != 0)
    {
      TableChanges *changes = find_or_add (self, table);

      if (changes == NULL)
        return;
      self->last = changes;
    }
  g_array_append_val (self->last->log, entry);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  gint64 x = ((const Entry *) a)->id;
  gint64 y = ((const Entry *) b)->id;

  return (x > y) - (x < y);
}

static void
add_id (TableChanges *self, PltChangeKind kind, gint64 id)
{
  if (self->ids[kind] == NULL)
    self->ids[kind] = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (self->ids[kind], id);
}

/* Returns FALSE when nothing has become of the table in the end. */
static gboolean
finish_table (TableChanges *self)
{
  const Entry *entries;
  guint n = self->log->len;

  g_array_sort (self->log, compare_entries); /* stable: first and last stay first and last */
  entries = (const Entry *) (gconstpointer) self->log->data;
  for (guint first = 0, last; first < n; first = last + 1)
    {
      gboolean before = entries[first].kind != PLT_CHANGE_INSERTED;
      gboolean after;

      for (last = first; last + 1 < n && entries[last + 1].id == entries[first].id;)
        last++;
      after = entries[last].kind != PLT_CHANGE_DELETED;
      if (before && after)
        add_id (self, PLT_CHANGE_UPDATED, entries[first].id);
      else if (before)
        add_id (self, PLT_CHANGE_DELETED, entries[first].id);
      else if (after)
        add_id (self, PLT_CHANGE_INSERTED, entries[first].id);
    }
  g_clear_pointer (&self->log, g_array_unref);
  return self->ids[0] != NULL || self->ids[1] != NULL || self->ids[2] != NULL;
}

void
plt_changes_finish (PltChanges *self)
{
  self->last = NULL;
  for (guint i = 0; i < self->tables->len;)
    if (finish_table (g_ptr_array_index (self->tables, i)))
      i++;
    else
      g_ptr_array_remove_index (self->tables, i);
}

gboolean
plt_changes_is_empty (const PltChanges *self)
{
  return self->tables->len == 0;
}

const GArray *
plt_changes_get (const PltChanges *self, const char *table, PltChangeKind kind)
{
  const TableChanges *changes = find (self, table);

  return changes == NULL ? NULL : changes->ids[kind];
}

const GArray *
plt_changes_inserted (const PltChanges *self, const char *table)
{
  return plt_changes_get (self, table, PLT_CHANGE_INSERTED);
}

const GArray *
plt_changes_updated (const PltChanges *self, const char *table)
{
  return plt_changes_get (self, table, PLT_CHANGE_UPDATED);
}

const GArray *
plt_changes_deleted (const PltChanges *self, const char *table)
{
  return plt_changes_get (self, table, PLT_CHANGE_DELETED);
}

gboolean
plt_changes_touch (const PltChanges *self, const char *table)
{
  return find (self, table) != NULL;
}
