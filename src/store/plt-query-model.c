/* PltQueryModel.
 *
 *   filters, order --SQL--> ids --search--> ids --splice--> PltRecord, made when asked for
 *
 * The model holds ids only; a record is looked up when somebody asks for that position, so that
 * fifty thousand rows open as fast as their ids are read. The search looks at what a grid shows:
 * every column that is not hidden, references by label. The folded text of each row is kept while a
 * search is on; a command drops that of the rows it touched.
 *
 * The model works once a command, and only when it touched its table or one that has a part in the
 * order or in what is searched. */
#include "plt-query-model.h"

#include <string.h>

#include "plt-rows-private.h"
#include "plt-text.h"

struct _PltQueryModel
{
  GObject parent_instance;

  PltStore *store;
  const PltTable *table;
  GArray *ids;       /* of gint64, what the model shows */
  GArray *filters;   /* of PltFilter */
  char *order;       /* (nullable) */
  char *search;      /* (nullable), folded */
  PltQueryKeep keep; /* (nullable) */
  gpointer keep_data;

  GHashTable *texts;    /* id -> folded text; NULL while nothing is searched */
  GHashTable *others;   /* other tables whose rows have a part in order or texts */
  GHashTable *position; /* id -> place in `ids` + 1; NULL until asked for */
  gint64 generation;    /* of the connection when `ids` were read */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltQueryModel,
                               plt_query_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PLT_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return PLT_QUERY_MODEL (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PltQueryModel *self = PLT_QUERY_MODEL (model);

  if (position >= self->ids->len)
    return NULL;
  return plt_store_get_record (self->store, self->table->id,
                               g_array_index (self->ids, gint64, position));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- search ---- */

/* What a row shows, folded, its values apart by a character that no search can hold. */
static char *
make_text (PltQueryModel *self, PltStmt *stmt)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; self->table->columns[i].id != NULL; i++)
    {
      const PltColumn *column = &self->table->columns[i];
      g_auto (PltValue) value = PLT_VALUE_INIT;
      g_autofree char *shown = NULL;

      /* Yes and no are shown as a mark, not as a word. */
      if ((column->flags & PLT_COLUMN_HIDDEN) || column->type == PLT_COLUMN_BOOLEAN)
        continue;
      value = plt_stmt_value (stmt, (int) i + 1);
      shown = plt_store_format_value (self->store, column, &value);
      g_string_append (text, shown);
      g_string_append_c (text, '\1');
    }
  return plt_text_fold (text->str);
}

/* Keeps of `ids`, which come in the order of the same query, those whose text is searched for. */
static GArray *
read_matching (PltQueryModel *self, GArray *ids, GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (PltStmt) stmt = NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) columns = g_string_new ("\"id\"");
  PltDb *db = plt_store_get_db (self->store);

  for (const PltColumn *column = self->table->columns; column->id != NULL; column++)
    g_string_append_printf (columns, ", \"%s\"", column->id);
  sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE \"id\" = ?", columns->str, self->table->id);
  stmt = plt_db_prepare_fresh (db, sql, error);
  if (stmt == NULL)
    return NULL;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const char *text = g_hash_table_lookup (self->texts, &id);

      if (text == NULL)
        {
          char *made;

          sqlite3_reset (stmt);
          plt_stmt_bind_int (stmt, 1, id);
          if (plt_db_step (db, stmt, error) != PLT_STEP_ROW)
            return NULL;
          made = make_text (self, stmt);
          g_hash_table_insert (self->texts, g_memdup2 (&id, sizeof id), made);
          text = made;
        }
      if (strstr (text, self->search) != NULL)
        g_array_append_val (found, id);
    }
  return g_steal_pointer (&found);
}

/* ---- the query ---- */

static GArray *
read_ids (PltQueryModel *self)
{
  g_autoptr (PltReading) reading = plt_rows_begin_reading (self->store);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;
  GArray *matching;

  ids = plt_rows_ids (self->store, self->table, (const PltFilter *) (void *) self->filters->data,
                      self->filters->len, self->order, &error);
  if (ids != NULL && self->search != NULL)
    {
      matching = read_matching (self, ids, &error);
      g_array_unref (ids);
      ids = matching;
    }
  if (ids == NULL)
    {
      /* Columns were checked when they were set: what is left is a disk that fails. The rows that
       * are shown stay, and the next command says it. */
      g_debug ("The rows of %s could not be read again: %s", self->table->id, error->message);
      return g_array_ref (self->ids);
    }
  if (self->keep != NULL)
    {
      guint n = 0;

      for (guint i = 0; i < ids->len; i++)
        if (self->keep (g_array_index (ids, gint64, i), self->keep_data))
          g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
      g_array_set_size (ids, n);
    }
  return g_steal_pointer (&ids);
}

/* Replaces what lies between the common beginning and the common end. */
static void
take_ids (PltQueryModel *self, GArray *ids)
{
  g_autoptr (GArray) before = self->ids;
  const gint64 *old = (const gint64 *) (void *) before->data;
  const gint64 *new = (const gint64 *) (void *) ids->data;
  guint shorter = MIN (before->len, ids->len);
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < shorter && old[prefix] == new[prefix])
    prefix++;
  while (suffix < shorter - prefix && old[before->len - suffix - 1] == new[ids->len - suffix - 1])
    suffix++;

  if (prefix + suffix == before->len && before->len == ids->len)
    {
      self->ids = g_steal_pointer (&before);
      g_array_unref (ids);
      return;
    }
  self->ids = ids;
  g_clear_pointer (&self->position, g_hash_table_unref);
  g_list_model_items_changed (G_LIST_MODEL (self), prefix, before->len - prefix - suffix,
                              ids->len - prefix - suffix);
}

static void
refresh (PltQueryModel *self)
{
  gint64 generation = plt_rows_generation (self->store);

  /* Somebody asks while the command is still being told to others. */
  if (self->generation != generation && self->texts != NULL)
    g_hash_table_remove_all (self->texts);
  self->generation = generation;
  take_ids (self, read_ids (self));
}

static void
forget_texts (PltQueryModel *self, const GArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_hash_table_remove (self->texts, &g_array_index (ids, gint64, i));
}

static void
changed_cb (PltQueryModel *self, const PltChanges *changes, PltStore *store)
{
  gboolean own = plt_changes_touch (changes, self->table->id);
  gboolean other = FALSE;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->others);
  while (!other && g_hash_table_iter_next (&iter, &key, NULL))
    other = plt_changes_touch (changes, ((const PltTable *) key)->id);
  if (!own && !other)
    return;

  if (self->texts != NULL)
    {
      if (other)
        g_hash_table_remove_all (self->texts);
      forget_texts (self, plt_changes_updated (changes, self->table->id));
      forget_texts (self, plt_changes_deleted (changes, self->table->id));
      forget_texts (self, plt_changes_inserted (changes, self->table->id));
    }
  self->generation = plt_rows_generation (self->store);
  refresh (self);
}

/* Which other tables have a say: through the order always, through labels while searching. */
static void
find_others (PltQueryModel *self)
{
  g_hash_table_remove_all (self->others);
  plt_rows_order_tables (self->table, self->order, self->others);
  if (self->search != NULL)
    for (const PltColumn *column = self->table->columns; column->id != NULL; column++)
      if (column->type == PLT_COLUMN_REFERENCE && (column->flags & PLT_COLUMN_HIDDEN) == 0)
        plt_rows_label_tables (plt_table_find (column->reference), self->others);
  g_hash_table_remove (self->others, self->table);
}

/* ---- public ---- */

/**
 * plt_query_model_new:
 * @store: a store
 * @table: a table's id
 *
 * Returns: (transfer full): all rows of the table in its default order.
 */
PltQueryModel *
plt_query_model_new (PltStore *store, const char *table)
{
  PltQueryModel *self;
  const PltTable *found;

  g_return_val_if_fail (PLT_IS_STORE (store) && table != NULL, NULL);
  found = plt_table_find (table);
  g_return_val_if_fail (found != NULL, NULL);

  self = g_object_new (PLT_TYPE_QUERY_MODEL, NULL);
  self->store = g_object_ref (store);
  self->table = found;
  find_others (self);
  g_signal_connect_object (store, "changed::*", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

/**
 * plt_query_model_set_filter:
 * @self: a model
 * @column: a column's id
 * @value: (nullable): what the column must hold; %NULL removes the condition
 *
 * Conditions on several columns must all hold.
 */
void
plt_query_model_set_filter (PltQueryModel *self, const char *column, const PltValue *value)
{
  const PltColumn *known;
  PltFilter filter = { NULL, PLT_VALUE_INIT };

  g_return_if_fail (PLT_IS_QUERY_MODEL (self) && column != NULL);
  known = plt_table_column (self->table, column);
  g_return_if_fail (known != NULL);

  for (guint i = 0; i < self->filters->len; i++)
    {
      const PltFilter *present = &g_array_index (self->filters, PltFilter, i);

      if (strcmp (present->column, column) != 0)
        continue;
      if (value != NULL && plt_value_equal (&present->value, value))
        return;
      g_array_remove_index (self->filters, i);
      break;
    }
  if (value != NULL)
    {
      filter.column = known->id;
      filter.value = plt_value_copy (value);
      g_array_append_val (self->filters, filter);
    }
  refresh (self);
}

/**
 * plt_query_model_set_search:
 * @self: a model
 * @text: (nullable): what shown values must contain; case and accents do not count, "" is all
 */
void
plt_query_model_set_search (PltQueryModel *self, const char *text)
{
  g_autofree char *squeezed = NULL;
  g_autofree char *folded = NULL;

  g_return_if_fail (PLT_IS_QUERY_MODEL (self));

  squeezed = plt_text_squeeze (text != NULL ? text : "");
  if (*squeezed != '\0')
    folded = plt_text_fold (squeezed);
  if (!plt_set_str (&self->search, folded))
    return;
  if (self->search == NULL)
    g_clear_pointer (&self->texts, g_hash_table_unref);
  else if (self->texts == NULL)
    self->texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  find_others (self);
  refresh (self);
}

/**
 * plt_query_model_set_order:
 * @self: a model
 * @order: (nullable): as for plt_rows_ids(); %NULL is the default order of the table
 */
void
plt_query_model_set_order (PltQueryModel *self, const char *order)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_return_if_fail (PLT_IS_QUERY_MODEL (self));
  g_return_if_fail (plt_rows_build_select (self->table, "t0.\"id\"", NULL, 0, order, sql, NULL));

  if (!plt_set_str (&self->order, order))
    return;
  find_others (self);
  refresh (self);
}

/**
 * plt_query_model_set_keep:
 * @self: a model
 * @keep: (nullable): whether a row stays; %NULL: every row
 * @user_data: given to @keep, has to outlive the model or the next call of this function
 *
 * A condition besides filters and search, on what is known of a row outside its table. When that
 * changes, say so with plt_query_model_refilter(): the model follows its own tables only.
 */
void
plt_query_model_set_keep (PltQueryModel *self, PltQueryKeep keep, gpointer user_data)
{
  g_return_if_fail (PLT_IS_QUERY_MODEL (self));

  self->keep = keep;
  self->keep_data = user_data;
  refresh (self);
}

void
plt_query_model_refilter (PltQueryModel *self)
{
  g_return_if_fail (PLT_IS_QUERY_MODEL (self));

  if (self->keep != NULL)
    refresh (self);
}

const PltTable *
plt_query_model_get_table (PltQueryModel *self)
{
  g_return_val_if_fail (PLT_IS_QUERY_MODEL (self), NULL);

  return self->table;
}

/**
 * plt_query_model_find:
 * @self: a model
 * @id: a row
 *
 * Returns: its position, -1 when the model does not show it.
 */
int
plt_query_model_find (PltQueryModel *self, gint64 id)
{
  g_return_val_if_fail (PLT_IS_QUERY_MODEL (self), -1);

  if (self->position == NULL)
    {
      self->position = g_hash_table_new (g_int64_hash, g_int64_equal);
      for (guint i = 0; i < self->ids->len; i++)
        g_hash_table_insert (self->position, &g_array_index (self->ids, gint64, i),
                             GUINT_TO_POINTER (i + 1));
    }
  return GPOINTER_TO_INT (g_hash_table_lookup (self->position, &id)) - 1;
}

/**
 * plt_query_model_get_id:
 * @self: a model
 * @position: a position in it
 *
 * Returns: the id of the row there without making its record, 0 beyond the end.
 */
gint64
plt_query_model_get_id (PltQueryModel *self, guint position)
{
  g_return_val_if_fail (PLT_IS_QUERY_MODEL (self), 0);

  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

static void
clear_filter (gpointer data)
{
  plt_value_clear (&((PltFilter *) data)->value);
}

static void
plt_query_model_finalize (GObject *object)
{
  PltQueryModel *self = PLT_QUERY_MODEL (object);

  g_array_unref (self->ids);
  g_array_unref (self->filters);
  g_free (self->order);
  g_free (self->search);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_hash_table_unref (self->others);
  g_clear_pointer (&self->position, g_hash_table_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (plt_query_model_parent_class)->finalize (object);
}

static void
plt_query_model_class_init (PltQueryModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_query_model_finalize;
}

static void
plt_query_model_init (PltQueryModel *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->filters = g_array_new (FALSE, FALSE, sizeof (PltFilter));
  g_array_set_clear_func (self->filters, clear_filter);
  self->others = g_hash_table_new (NULL, NULL);
}
