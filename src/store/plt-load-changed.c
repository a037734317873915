/* Facts after a change, from those before it.
 *
 * A list is read anew when rows of its table came or went, when one of the tables that its order
 * goes by changed, or when a value that its order goes by did; of other lists only the rows that
 * were updated are read. */
#include "plt-load.h"

#include <string.h>

#include "plt-load-private.h"
#include "plt-rows-private.h"

#define MOST_ROWS 64 /* more than these are read with all others */

static gpointer *
items_of (const PltFacts *facts, const List *list)
{
  return G_STRUCT_MEMBER_P (facts, list->items);
}

static guint *
count_of (const PltFacts *facts, const List *list)
{
  return G_STRUCT_MEMBER_P (facts, list->n);
}

static GHashTable **
index_of (const PltFacts *facts, const List *list)
{
  return G_STRUCT_MEMBER_P (facts, list->index);
}

/* ---- what has to be read anew ---- */

static gboolean
order_changed (const PltTable *table, const PltChanges *changes)
{
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer other;

  plt_rows_order_tables (table, NULL, others);
  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &other, NULL))
    if (plt_changes_touch (changes, ((const PltTable *) other)->id))
      return TRUE;
  return FALSE;
}

static gboolean
is_anew (const List *list, const PltChanges *changes)
{
  const char *id = list->table;
  const GArray *updated = plt_changes_updated (changes, id);

  return plt_changes_inserted (changes, id) != NULL || plt_changes_deleted (changes, id) != NULL
         || (updated != NULL && updated->len > MOST_ROWS)
         || order_changed (plt_table_find (id), changes);
}

/* ---- rows at their place ---- */

static gboolean
same_field (const Field *field, gconstpointer one, gconstpointer other)
{
  const void *a = (const char *) one + field->offset, *b = (const char *) other + field->offset;

  switch (field->kind)
    {
    case FIELD_TEXT:
      return strcmp (*(const char *const *) a, *(const char *const *) b) == 0;
    case FIELD_INTEGER:
    case FIELD_REFERENCE:
      return *(const gint64 *) a == *(const gint64 *) b;
    case FIELD_DATE:
      return *(const PltDate *) a == *(const PltDate *) b;
    case FIELD_BOOLEAN:
    default:
      return *(const gboolean *) a == *(const gboolean *) b;
    }
}

/* FALSE when a value that the order goes by is another one, or is not among the fields. */
static gboolean
same_place (const List *list, gconstpointer one, gconstpointer other)
{
  const char *order = plt_table_find (list->table)->order;
  g_auto (GStrv) names = g_strsplit (order != NULL ? order : "", ",", -1);

  for (char **name = names; *name != NULL; name++)
    {
      const char *id = g_strstrip (*name);
      const Field *field = list->fields;

      id += *id == '-' ? 1 : 0;
      if (*id == '\0' || strcmp (id, "id") == 0)
        continue;
      while (field->column != NULL && strcmp (field->column, id) != 0)
        field++;
      if (field->column == NULL || !same_field (field, one, other))
        return FALSE;
    }
  return TRUE;
}

/* FALSE when the list has to be read anew, with an error or without. */
static gboolean
read_updated (
    PltStore *store, PltFacts *facts, const List *list, const GArray *updated, GError **error)
{
  g_autofree gpointer item = g_malloc (list->size);

  for (guint i = 0; i < updated->len; i++)
    {
      gint64 id = g_array_index (updated, gint64, i);
      gpointer place = (gpointer) plt_facts_lookup (*index_of (facts, list),
                                                    *items_of (facts, list), list->size, id);

      if (place == NULL || !plt_load_row (store, facts, list, id, item, error)
          || !same_place (list, place, item))
        return FALSE;
      memcpy (place, item, list->size);
    }
  return TRUE;
}

/* ---- all lists ---- */

static void
take_over (PltFacts *facts, const PltFacts *before, const List *list)
{
  guint n = *count_of (before, list);

  if (n == 0)
    return;
  *items_of (facts, list) = g_memdup2 (*items_of (before, list), n * list->size);
  *count_of (facts, list) = n;
  *index_of (facts, list) = g_hash_table_ref (*index_of (before, list));
}

static void
drop (PltFacts *facts, const List *list)
{
  g_clear_pointer (items_of (facts, list), g_free);
  g_clear_pointer (index_of (facts, list), g_hash_table_unref);
  *count_of (facts, list) = 0;
}

static gboolean
load_changed (PltStore *store,
              PltFacts *facts,
              const PltFacts *before,
              const List *list,
              const PltChanges *changes,
              GError **error)
{
  const GArray *updated = changes != NULL ? plt_changes_updated (changes, list->table) : NULL;
  g_autoptr (GError) failure = NULL;

  if (changes != NULL && is_anew (list, changes))
    return plt_load_list (store, facts, list, NULL, error);
  take_over (facts, before, list);
  if (updated == NULL || read_updated (store, facts, list, updated, &failure))
    return TRUE;
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  drop (facts, list);
  return plt_load_list (store, facts, list, NULL, error);
}

PltFacts *
plt_facts_load_changed (PltStore *store,
                        const PltFacts *before,
                        const PltChanges *changes,
                        GError **error)
{
  g_autoptr (PltFacts) facts = NULL;
  const List *list = plt_load_nth (0);

  g_return_val_if_fail (PLT_IS_STORE (store) && before != NULL, NULL);

  if (!plt_facts_may_follow (before))
    return plt_facts_load (store, error);
  facts = plt_facts_new_after (before);
  if (changes != NULL && plt_changes_touch (changes, list->table)
      && !plt_load_list (store, facts, list, NULL, error))
    return NULL;
  for (guint i = 1; (list = plt_load_nth (i)) != NULL; i++)
    if (!load_changed (store, facts, before, list, changes, error))
      return NULL;
  plt_facts_index (facts);
  return g_steal_pointer (&facts);
}
