#include "plt-held-list.h"

struct _PltHeldList
{
  GObject parent_instance;

  GListModel *rows;
  GPtrArray *held; /* PltRecord or NULL, one a row */
};

static void plt_held_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PltHeldList,
                               plt_held_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, plt_held_list_iface_init))

static void
release (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

static void
on_items_changed (GListModel *rows, guint position, guint removed, guint added, PltHeldList *self)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->held, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->held, (int) (position + i), NULL);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

GListModel *
plt_held_list_new (PltQueryModel *rows)
{
  PltHeldList *self = g_object_new (PLT_TYPE_HELD_LIST, NULL);

  self->rows = G_LIST_MODEL (g_object_ref (rows));
  g_ptr_array_set_size (self->held, (int) g_list_model_get_n_items (self->rows));
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (on_items_changed), self, 0);
  return G_LIST_MODEL (self);
}

static GType
get_item_type (GListModel *model)
{
  return PLT_TYPE_RECORD;
}

static guint
get_n_items (GListModel *model)
{
  return PLT_HELD_LIST (model)->held->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PltHeldList *self = PLT_HELD_LIST (model);

  if (position >= self->held->len)
    return NULL;
  if (g_ptr_array_index (self->held, position) == NULL)
    g_ptr_array_index (self->held, position) = g_list_model_get_item (self->rows, position);
  return g_object_ref (g_ptr_array_index (self->held, position));
}

static void
plt_held_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
plt_held_list_finalize (GObject *object)
{
  PltHeldList *self = PLT_HELD_LIST (object);

  g_ptr_array_unref (self->held);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (plt_held_list_parent_class)->finalize (object);
}

static void
plt_held_list_class_init (PltHeldListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_held_list_finalize;
}

static void
plt_held_list_init (PltHeldList *self)
{
  self->held = g_ptr_array_new_with_free_func (release);
}
