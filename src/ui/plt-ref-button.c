#include "plt-ref-button.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-query-model.h"
#include "plt-rows.h"

struct _PltRefButton
{
  GtkWidget parent_instance;

  PltSession *session;
  const PltTable *table;
  gboolean may_be_empty;
  gint64 chosen;
  char *name;

  GtkWidget *button; /* GtkMenuButton */
  GtkWidget *label;
  GtkWidget *search;
  GtkWidget *list;
  GtkWidget *add;
  PltQueryModel *model; /* while the list is open */
};

G_DEFINE_FINAL_TYPE (PltRefButton, plt_ref_button, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_name (PltRefButton *self)
{
  /* Translators: a title and what it stands for: "Set: KITCHEN" */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), self->name != NULL ? self->name : "",
                                           gtk_label_get_label (GTK_LABEL (self->label)));

  plt_a11y_set_name (self->button, text);
}

void
plt_ref_button_set_name (PltRefButton *self, const char *name)
{
  g_return_if_fail (PLT_IS_REF_BUTTON (self));

  g_free (self->name);
  self->name = g_strdup (name);
  update_name (self);
}

void
plt_ref_button_set_chosen (PltRefButton *self, gint64 id)
{
  g_autofree char *label = NULL;

  g_return_if_fail (PLT_IS_REF_BUTTON (self));

  self->chosen = id;
  if (id != 0)
    label = plt_rows_label (plt_session_get_store (self->session), self->table, id);
  gtk_label_set_label (GTK_LABEL (self->label),
                       label != NULL && *label != '\0' ? label : _ ("None"));
  if (id == 0)
    gtk_widget_add_css_class (self->label, "dim-label");
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
  update_name (self);
}

gint64
plt_ref_button_get_chosen (PltRefButton *self)
{
  g_return_val_if_fail (PLT_IS_REF_BUTTON (self), 0);

  return self->chosen;
}

static void
choose (PltRefButton *self, gint64 id)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  if (id == self->chosen)
    return;
  plt_ref_button_set_chosen (self, id);
  g_signal_emit (self, signals[CHOSEN], 0, id);
}

static void
on_none (PltRefButton *self)
{
  choose (self, 0);
}

static void
on_row_activated (GtkListView *list, guint position, PltRefButton *self)
{
  g_autoptr (PltRecord) record
      = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  if (record != NULL)
    choose (self, plt_record_get_id (record));
}

/* The column that alone names and makes a row of the table, NULL when more is needed. */
static const PltColumn *
sole_name (const PltTable *table)
{
  const PltColumn *name = table->label != NULL ? plt_table_column (table, table->label) : NULL;

  if (name == NULL || name->type != PLT_COLUMN_TEXT)
    return NULL;
  for (const PltColumn *column = table->columns; column->id != NULL; column++)
    if (column != name && (column->flags & PLT_COLUMN_REQUIRED) != 0 && column->initial == NULL)
      return NULL;
  return name;
}

static void
on_add (PltRefButton *self)
{
  const PltColumn *name = sole_name (self->table);
  GError *error = NULL;
  gint64 id;

  id = plt_store_insert (plt_session_get_store (self->session), self->table->id, &error, name->id,
                         gtk_editable_get_text (GTK_EDITABLE (self->search)), NULL);
  if (id == 0)
    plt_session_take_error (self->session, error);
  else
    choose (self, id);
}

static void
on_search_changed (PltRefButton *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean may_add = *text != '\0' && !plt_session_is_read_only (self->session)
                     && sole_name (self->table) != NULL;

  if (self->model != NULL)
    plt_query_model_set_search (self->model, text);
  gtk_widget_set_visible (self->add, may_add);
  if (may_add)
    {
      /* Translators: %s is what was typed; the button adds a row of that name */
      g_autofree char *label = g_strdup_printf (_ ("Add “%s”"), text);

      gtk_button_set_label (GTK_BUTTON (self->add), label);
    }
}

static void
on_search_activate (PltRefButton *self)
{
  g_autoptr (PltRecord) first = NULL;

  if (self->model != NULL)
    first = g_list_model_get_item (G_LIST_MODEL (self->model), 0);
  if (first != NULL)
    choose (self, plt_record_get_id (first));
  else if (gtk_widget_get_visible (self->add))
    on_add (self);
}

static void
setup_row (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_row (GtkListItemFactory *factory, GtkListItem *item, PltRefButton *self)
{
  PltRecord *record = gtk_list_item_get_item (item);
  g_autofree char *label = plt_rows_label (plt_session_get_store (self->session), self->table,
                                           plt_record_get_id (record));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), label);
}

/* The list lives while it is open: a form with ten references costs nothing until one is used. */
static void
on_popover_shown (GtkWidget *popover, PltRefButton *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->model = plt_query_model_new (plt_session_get_store (self->session), self->table->id);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  selection
      = GTK_SELECTION_MODEL (gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), selection);
  gtk_widget_grab_focus (self->search);
}

static void
on_popover_closed (GtkWidget *popover, PltRefButton *self)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_clear_object (&self->model);
}

static GtkWidget *
new_popover (PltRefButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row), self);
  self->search = gtk_search_entry_new ();
  plt_a11y_set_name (self->search, _ ("Search"));
  self->list = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  plt_a11y_set_name (self->list, plt_table_title (self->table));
  self->add = gtk_button_new ();
  gtk_widget_add_css_class (self->add, "flat");
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (on_search_changed), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_search_activate), self);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add), self);
  g_signal_connect (self->list, "activate", G_CALLBACK (on_row_activated), self);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 280);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_size_request (scroller, 240, 96);
  gtk_box_append (GTK_BOX (box), self->search);
  if (self->may_be_empty)
    {
      GtkWidget *none = gtk_button_new_with_label (_ ("None"));

      gtk_widget_add_css_class (none, "flat");
      g_signal_connect_swapped (none, "clicked", G_CALLBACK (on_none), self);
      gtk_box_append (GTK_BOX (box), none);
    }
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_widget_set_visible (self->add, FALSE);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect (popover, "show", G_CALLBACK (on_popover_shown), self);
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed), self);
  return popover;
}

static void
create_popup (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, new_popover (data));
}

GtkWidget *
plt_ref_button_new (PltSession *session, const PltTable *table, gboolean may_be_empty)
{
  PltRefButton *self = g_object_new (PLT_TYPE_REF_BUTTON, NULL);

  self->session = g_object_ref (session);
  self->table = table;
  self->may_be_empty = may_be_empty;
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup, self, NULL);
  plt_ref_button_set_chosen (self, 0);
  return GTK_WIDGET (self);
}

static void
plt_ref_button_dispose (GObject *object)
{
  PltRefButton *self = PLT_REF_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_ref_button_parent_class)->dispose (object);
}

static void
plt_ref_button_finalize (GObject *object)
{
  g_free (PLT_REF_BUTTON (object)->name);

  G_OBJECT_CLASS (plt_ref_button_parent_class)->finalize (object);
}

static void
plt_ref_button_class_init (PltRefButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_ref_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_ref_button_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
plt_ref_button_init (PltRefButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), arrow);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  /* The button keeps its child in a box of its own, in the middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (box), GTK_ALIGN_FILL);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}
