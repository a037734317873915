#include "plt-command-palette.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-rows.h"
#include "plt-shortcuts.h"
#include "plt-text.h"
#include "plt-views.h"

#define MAX_ROWS_FOUND 40

/* One thing that can be reached. */
#define PLT_TYPE_PALETTE_ITEM (plt_palette_item_get_type ())
G_DECLARE_FINAL_TYPE (PltPaletteItem, plt_palette_item, PLT, PALETTE_ITEM, GObject)

struct _PltPaletteItem
{
  GObject parent_instance;

  char *title;
  char *where; /* what it is: "View", "Location", "Editing" */
  char *keys;
  const char *icon;
  const PltViewInfo *view; /* a view, or a page of it */
  char *page;
  const char *action; /* a detailed action name */
  PltRef ref;         /* a row */
};

G_DEFINE_FINAL_TYPE (PltPaletteItem, plt_palette_item, G_TYPE_OBJECT)

static void
plt_palette_item_finalize (GObject *object)
{
  PltPaletteItem *self = PLT_PALETTE_ITEM (object);

  g_free (self->title);
  g_free (self->where);
  g_free (self->keys);
  g_free (self->page);

  G_OBJECT_CLASS (plt_palette_item_parent_class)->finalize (object);
}

static void
plt_palette_item_class_init (PltPaletteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plt_palette_item_finalize;
}

static void
plt_palette_item_init (PltPaletteItem *self)
{
}

static PltPaletteItem *
new_item (const char *title, const char *where, const char *icon)
{
  PltPaletteItem *item = g_object_new (PLT_TYPE_PALETTE_ITEM, NULL);

  item->title = g_strdup (title);
  item->where = g_strdup (where);
  item->icon = icon;
  return item;
}

struct _PltCommandPalette
{
  GtkWindow parent_instance;

  PltWindow *window; /* transient-for, which outlives it */
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *pages; /* GtkStack: the list, or a word that nothing was found */
  GListStore *items;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (PltCommandPalette, plt_command_palette, GTK_TYPE_WINDOW)

static gboolean
matches (const char *text, const char *title)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !plt_text_contains (title, words[i]))
      return FALSE;
  return TRUE;
}

static void
take (PltCommandPalette *self, PltPaletteItem *item)
{
  g_list_store_append (self->items, item);
  g_object_unref (item);
}

static void
add_pages (PltCommandPalette *self, const PltViewInfo *view, const char *text)
{
  g_auto (GStrv) tables = g_strsplit (view->tables != NULL ? view->tables : "", ",", -1);

  if (tables[0] == NULL || tables[1] == NULL)
    return;
  for (guint i = 0; tables[i] != NULL; i++)
    {
      const PltTable *table = plt_table_find (tables[i]);
      g_autofree char *title = NULL;
      PltPaletteItem *item;

      if (table == NULL || !matches (text, plt_table_title (table)))
        continue;
      item = new_item (plt_table_title (table), _ (view->title), view->icon);
      item->view = view;
      item->ref.table = table->id;
      take (self, item);
    }
}

static void
add_views (PltCommandPalette *self, const char *text)
{
  const char *kind = plt_session_get_facts (plt_window_get_session (self->window))->production.kind;

  for (const PltViewInfo *view = plt_views (); view->id != NULL; view++)
    {
      if (!plt_view_info_is_for (view, kind))
        continue;
      if (matches (text, _ (view->title)))
        {
          PltPaletteItem *item = new_item (_ (view->title), _ ("View"), view->icon);

          item->view = view;
          take (self, item);
        }
      if (*text != '\0')
        add_pages (self, view, text);
    }
}

static gboolean
action_is_there (PltCommandPalette *self, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GActionGroup *group = NULL;
  const char *dot;

  if (!g_action_parse_detailed_name (detailed, &name, &target, NULL))
    return FALSE;
  dot = strchr (name, '.');
  if (dot == NULL)
    return FALSE;
  if (g_str_has_prefix (name, "win."))
    group = G_ACTION_GROUP (self->window);
  else if (g_str_has_prefix (name, "app."))
    group = G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self->window)));
  else if (plt_window_get_view (self->window) != NULL)
    group = plt_view_get_actions (plt_window_get_view (self->window));
  return group != NULL && g_action_group_has_action (group, dot + 1)
         && g_action_group_get_action_enabled (group, dot + 1);
}

static void
add_actions (PltCommandPalette *self, const char *text)
{
  for (const PltShortcut *s = plt_shortcuts (); s->action != NULL; s++)
    {
      PltPaletteItem *item;

      if (s->quiet || !matches (text, _ (s->title)) || !action_is_there (self, s->action))
        continue;
      item = new_item (_ (s->title), _ (s->group), "system-run-symbolic");
      item->action = s->action;
      item->keys = plt_shortcut_keys_label (s);
      take (self, item);
    }
}

/* What a row is called; of one that has only a number for a name, the words that were found. */
static char *
title_of_row (PltStore *store, const PltTable *table, gint64 id, const char *text)
{
  g_autofree char *label = plt_rows_label (store, table, id);
  g_autoptr (PltRecord) record = NULL;

  for (const char *p = label; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_ascii_isdigit (*p) && !g_unichar_isspace (g_utf8_get_char (p))) /* "1 897" */
      return g_steal_pointer (&label);
  record = plt_store_get_record (store, table->id, id);
  for (const PltColumn *column = table->columns; record != NULL && column->id != NULL; column++)
    if ((column->flags & PLT_COLUMN_SEARCHED) != 0 && plt_column_is_text (column))
      {
        const char *value = plt_record_get_text (record, column->id);

        if (*value != '\0' && (matches (text, value) || *label == '\0'))
          return plt_text_squeeze (value);
      }
  return g_steal_pointer (&label);
}

static void
add_rows (PltCommandPalette *self, const char *text)
{
  PltStore *store = plt_session_get_store (plt_window_get_session (self->window));
  g_autoptr (GArray) found = plt_store_search (store, text, MAX_ROWS_FOUND);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const PltRef ref = g_array_index (found, PltRef, i);
      const PltTable *table = plt_table_find (ref.table);
      const PltViewInfo *view = plt_views_find_table (ref.table);
      g_autofree char *label = title_of_row (store, table, ref.id, text);
      PltPaletteItem *item;

      if (view == NULL)
        continue;
      item = new_item (*label != '\0' ? label : "—", _ (table->singular), view->icon);
      item->ref = ref;
      take (self, item);
    }
}

static void
update (PltCommandPalette *self)
{
  g_autofree char *text = plt_text_squeeze (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  g_list_store_remove_all (self->items);
  add_views (self, text);
  if (*text != '\0')
    add_rows (self, text);
  add_actions (self, text);
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->pages),
      g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0 ? "found" : "nothing");
}

void
plt_command_palette_activate (PltCommandPalette *self, guint position)
{
  g_autoptr (PltPaletteItem) item = NULL;
  g_autoptr (PltWindow) window = NULL;

  g_return_if_fail (PLT_IS_COMMAND_PALETTE (self));

  item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  if (item == NULL)
    return;
  window = g_object_ref (self->window);
  gtk_window_destroy (GTK_WINDOW (self));
  if (item->action != NULL)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_action_parse_detailed_name (item->action, &name, &target, NULL);
      gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
    }
  else if (item->view != NULL)
    {
      plt_window_show_view (window, item->view->id, item->ref.table);
      plt_view_grab_content_focus (plt_window_get_view (window));
    }
  else
    plt_session_open_ref (plt_window_get_session (window), item->ref);
}

void
plt_command_palette_set_text (PltCommandPalette *self, const char *text)
{
  g_return_if_fail (PLT_IS_COMMAND_PALETTE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  update (self);
}

guint
plt_command_palette_get_n_found (PltCommandPalette *self)
{
  g_return_val_if_fail (PLT_IS_COMMAND_PALETTE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

const char *
plt_command_palette_get_title (PltCommandPalette *self, guint position)
{
  g_autoptr (PltPaletteItem) item = NULL;

  g_return_val_if_fail (PLT_IS_COMMAND_PALETTE (self), NULL);

  item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  return item != NULL ? item->title : NULL;
}

static void
on_activate (PltCommandPalette *self)
{
  plt_command_palette_activate (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_row_activated (GtkListView *list, guint position, PltCommandPalette *self)
{
  plt_command_palette_activate (self, position);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        PltCommandPalette *self)
{
  guint n = plt_command_palette_get_n_found (self);
  guint at = gtk_single_selection_get_selected (self->selection);
  gint64 step;

  switch (key)
    {
    case GDK_KEY_Down:
      step = 1;
      break;
    case GDK_KEY_Up:
      step = -1;
      break;
    case GDK_KEY_Page_Down:
      step = 8;
      break;
    case GDK_KEY_Page_Up:
      step = -8;
      break;
    default:
      return FALSE;
    }
  if (n == 0)
    return TRUE;
  at = (guint) CLAMP ((gint64) at + step, 0, (gint64) n - 1);
  gtk_single_selection_set_selected (self->selection, at);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", at);
  return TRUE;
}

static void
setup_row (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *where = gtk_label_new (NULL);
  GtkWidget *keys = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (where, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (where), 0);
  gtk_widget_set_hexpand (where, TRUE);
  gtk_widget_add_css_class (keys, "keys");
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), where);
  gtk_box_append (GTK_BOX (box), keys);
  gtk_list_item_set_child (list_item, box);
}

static void
bind_row (GtkListItemFactory *factory, GtkListItem *list_item)
{
  PltPaletteItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *title = gtk_widget_get_next_sibling (icon);
  GtkWidget *where = gtk_widget_get_next_sibling (title);
  GtkWidget *keys = gtk_widget_get_next_sibling (where);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), item->icon);
  gtk_label_set_label (GTK_LABEL (title), item->title);
  gtk_label_set_label (GTK_LABEL (where), item->where);
  gtk_label_set_label (GTK_LABEL (keys), item->keys != NULL ? item->keys : "");
}

PltCommandPalette *
plt_command_palette_present (PltWindow *window)
{
  PltCommandPalette *self;

  g_return_val_if_fail (PLT_IS_WINDOW (window), NULL);

  self = g_object_new (PLT_TYPE_COMMAND_PALETTE, "transient-for", window, NULL);
  self->window = window;
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entry);
  return self;
}

static void
plt_command_palette_dispose (GObject *object)
{
  PltCommandPalette *self = PLT_COMMAND_PALETTE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (plt_command_palette_parent_class)->dispose (object);
}

static void
plt_command_palette_class_init (PltCommandPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_command_palette_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static void
plt_command_palette_init (PltCommandPalette *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *nothing = gtk_label_new (_ ("Nothing has these words. Write fewer of them, or another "
                                         "one."));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->items = g_list_store_new (PLT_TYPE_PALETTE_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), NULL);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_set_focusable (self->list, FALSE);
  plt_a11y_set_name (self->list, _ ("Found"));
  g_signal_connect (self->list, "activate", G_CALLBACK (on_row_activated), self);

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text",
                _ ("A view, an action, a sequence, a person, a line…"), NULL);
  plt_a11y_set_name (self->entry, _ ("Search everything"));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_label_set_wrap (GTK_LABEL (nothing), TRUE);
  gtk_widget_add_css_class (nothing, "dim-label");
  self->pages = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->pages), scroller, "found");
  gtk_stack_add_named (GTK_STACK (self->pages), nothing, "nothing");
  gtk_widget_set_vexpand (self->pages, TRUE);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->pages);
  gtk_widget_add_css_class (box, "palette");
  gtk_window_set_child (GTK_WINDOW (self), box);
  gtk_window_set_decorated (GTK_WINDOW (self), FALSE);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Command Palette"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 420);
}
