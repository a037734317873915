#include "plt-view.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-document.h"
#include "plt-views.h"

#define HEAD_GAPS 48 /* between the parts of the head, and at its ends */

typedef struct
{
  const PltViewInfo *info;
  PltSession *session;
  char *summary;
  GSimpleActionGroup *actions;
  gboolean stale;
  GtkWidget *pane; /* (nullable): shown by the window, not in here */
  char *pane_title;
  gboolean carries_form;

  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *title; /* the sidebar says it too: it gives way to the names of the pages */
  int title_width;
  GtkWidget *pages; /* scrolls the switcher */
  GtkWidget *switcher;
  guint more_idle;
  GtkWidget *more; /* the list of all pages, where the switcher has no room */
  GtkWidget *header_end;
  GtkWidget *stack;
} PltViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PltView, plt_view, GTK_TYPE_WIDGET)

enum
{
  PROP_INFO = 1,
  PROP_SESSION,
  PROP_SUMMARY,
  PROP_PANE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

#define PRIVATE(self) ((PltViewPrivate *) plt_view_get_instance_private (self))
#define CLASS(self) PLT_VIEW_GET_CLASS (self)

const PltViewInfo *
plt_view_get_info (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), NULL);

  return PRIVATE (self)->info;
}

const char *
plt_view_get_title (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), NULL);

  return PRIVATE (self)->info != NULL ? _ (PRIVATE (self)->info->title) : "";
}

PltSession *
plt_view_get_session (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), NULL);

  return PRIVATE (self)->session;
}

static void
refresh_now (PltView *self)
{
  PltViewPrivate *priv = PRIVATE (self);

  priv->stale = FALSE;
  if (priv->session != NULL && CLASS (self)->refresh != NULL)
    CLASS (self)->refresh (self);
}

void
plt_view_queue_refresh (PltView *self)
{
  g_return_if_fail (PLT_IS_VIEW (self));

  PRIVATE (self)->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh_now (self);
}

void
plt_view_set_session (PltView *self, PltSession *session)
{
  PltViewPrivate *priv;

  g_return_if_fail (PLT_IS_VIEW (self) && (session == NULL || PLT_IS_SESSION (session)));

  priv = PRIVATE (self);
  if (session == NULL || session == priv->session)
    return;
  g_return_if_fail (priv->session == NULL);

  priv->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (plt_view_queue_refresh), self,
                           G_CONNECT_SWAPPED);
  if (CLASS (self)->session_set != NULL)
    CLASS (self)->session_set (self, session);
  plt_view_queue_refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/* The button that is pressed is one that is seen. */
static void
show_pressed (PltView *self)
{
  PltViewPrivate *priv = PRIVATE (self);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (priv->pages));

  for (GtkWidget *button = gtk_widget_get_first_child (priv->switcher); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      graphene_rect_t place;

      if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button))
          && gtk_widget_compute_bounds (button, priv->switcher, &place))
        gtk_adjustment_clamp_page (across, (double) graphene_rect_get_x (&place),
                                   (double) graphene_rect_get_x (&place)
                                       + (double) graphene_rect_get_width (&place));
    }
}

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* By the width of the whole head, which does not change with what is hidden in it. */
static void
update_title (PltView *self)
{
  PltViewPrivate *priv = PRIVATE (self);
  int room = gtk_widget_get_width (priv->head);
  int rest = natural_width (priv->switcher) + natural_width (priv->header_end) + HEAD_GAPS;

  if (gtk_widget_get_visible (priv->title))
    priv->title_width = natural_width (priv->title);
  gtk_widget_set_visible (priv->title, room <= 0 || priv->title_width + rest <= room);
}

/* The list is there while the switcher is cut. It takes room itself, so it does not come and go. */
static void
update_more (PltView *self)
{
  PltViewPrivate *priv = PRIVATE (self);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (priv->pages));

  gtk_widget_set_visible (
      priv->more, gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across) > 1);
}

static gboolean
update_more_idle (gpointer data)
{
  PltView *self = data;

  PRIVATE (self)->more_idle = 0;
  update_title (self);
  update_more (self);
  show_pressed (self);
  return G_SOURCE_REMOVE;
}

/* Not while widgets are given their places. */
static void
queue_more (PltView *self)
{
  PltViewPrivate *priv = PRIVATE (self);

  if (priv->box != NULL && priv->more_idle == 0)
    priv->more_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_more_idle, self, NULL);
}

static void
on_show_page (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  plt_view_show_page (data, g_variant_get_string (parameter, NULL));
  plt_view_grab_content_focus (data);
}

static void
update_head (PltView *self)
{
  PltViewPrivate *priv = PRIVATE (self);
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (GTK_STACK (priv->stack));
  const char *page = gtk_stack_get_visible_child_name (GTK_STACK (priv->stack));

  gtk_widget_set_visible (priv->pages, g_list_model_get_n_items (G_LIST_MODEL (pages)) > 1);
  for (GtkWidget *child = gtk_widget_get_first_child (priv->header_end); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *of = g_object_get_data (G_OBJECT (child), "plt-page");

      gtk_widget_set_visible (child, of == NULL || g_strcmp0 (of, page) == 0);
    }
}

static void
on_page_shown (PltView *self)
{
  PltViewPrivate *priv = PRIVATE (self);
  const char *page = gtk_stack_get_visible_child_name (GTK_STACK (priv->stack));

  update_head (self);
  show_pressed (self);
  if (page != NULL && CLASS (self)->page_shown != NULL)
    CLASS (self)->page_shown (self, page);
}

void
plt_view_add_page (PltView *self, const char *id, const char *title, GtkWidget *child)
{
  g_autoptr (GMenuItem) item = NULL;
  GMenuModel *menu;

  g_return_if_fail (PLT_IS_VIEW (self) && id != NULL && GTK_IS_WIDGET (child));

  item = g_menu_item_new (title, NULL);
  g_menu_item_set_action_and_target (item, "page.show", "s", id);
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (PRIVATE (self)->more));
  g_menu_append_item (G_MENU (menu), item);
  gtk_stack_add_titled (GTK_STACK (PRIVATE (self)->stack), child, id, title);
  update_head (self);
}

void
plt_view_show_page (PltView *self, const char *id)
{
  GtkStack *stack;

  g_return_if_fail (PLT_IS_VIEW (self) && id != NULL);

  stack = GTK_STACK (PRIVATE (self)->stack);
  if (gtk_stack_get_child_by_name (stack, id) != NULL)
    gtk_stack_set_visible_child_name (stack, id);
}

const char *
plt_view_get_page (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (PRIVATE (self)->stack));
}

GtkWidget *
plt_view_get_page_child (PltView *self, const char *id)
{
  g_return_val_if_fail (PLT_IS_VIEW (self) && id != NULL, NULL);

  return gtk_stack_get_child_by_name (GTK_STACK (PRIVATE (self)->stack), id);
}

GtkSelectionModel *
plt_view_get_pages (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), NULL);

  return gtk_stack_get_pages (GTK_STACK (PRIVATE (self)->stack));
}

void
plt_view_add_header_widget (PltView *self, const char *page, GtkWidget *widget)
{
  g_return_if_fail (PLT_IS_VIEW (self) && GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), "plt-page", g_strdup (page), g_free);
  gtk_box_append (GTK_BOX (PRIVATE (self)->header_end), widget);
  update_head (self);
}

void
plt_view_set_summary (PltView *self, const char *summary)
{
  PltViewPrivate *priv;

  g_return_if_fail (PLT_IS_VIEW (self));

  priv = PRIVATE (self);
  if (g_strcmp0 (priv->summary, summary) == 0)
    return;
  g_free (priv->summary);
  priv->summary = g_strdup (summary);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

const char *
plt_view_get_summary (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), NULL);

  return PRIVATE (self)->summary;
}

void
plt_view_set_pane (PltView *self, const char *title, GtkWidget *pane)
{
  PltViewPrivate *priv;

  g_return_if_fail (PLT_IS_VIEW (self) && (pane == NULL || GTK_IS_WIDGET (pane)));

  priv = PRIVATE (self);
  if (pane == priv->pane)
    return;
  g_free (priv->pane_title);
  priv->pane_title = g_strdup (title);
  if (pane != NULL)
    g_object_ref_sink (pane);
  g_clear_object (&priv->pane);
  priv->pane = pane;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE]);
}

GtkWidget *
plt_view_get_pane (PltView *self, const char **title)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), NULL);

  if (title != NULL)
    *title = PRIVATE (self)->pane_title;
  return PRIVATE (self)->pane;
}

void
plt_view_set_carries_form (PltView *self, gboolean carries)
{
  g_return_if_fail (PLT_IS_VIEW (self));

  PRIVATE (self)->carries_form = carries;
}

gboolean
plt_view_carries_form (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), FALSE);

  return PRIVATE (self)->carries_form;
}

void
plt_view_add_actions (PltView *self, const GActionEntry *entries, int n_entries)
{
  g_return_if_fail (PLT_IS_VIEW (self));

  g_action_map_add_action_entries (G_ACTION_MAP (PRIVATE (self)->actions), entries, n_entries,
                                   self);
}

void
plt_view_set_action_enabled (PltView *self, const char *action, gboolean enabled)
{
  GAction *found;

  g_return_if_fail (PLT_IS_VIEW (self));

  found = g_action_map_lookup_action (G_ACTION_MAP (PRIVATE (self)->actions), action);
  g_return_if_fail (G_IS_SIMPLE_ACTION (found));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

GActionGroup *
plt_view_get_actions (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), NULL);

  return G_ACTION_GROUP (PRIVATE (self)->actions);
}

gboolean
plt_view_grab_content_focus (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), FALSE);

  if (CLASS (self)->grab_content_focus != NULL && CLASS (self)->grab_content_focus (self))
    return TRUE;
  return gtk_widget_child_focus (PRIVATE (self)->stack, GTK_DIR_TAB_FORWARD);
}

gboolean
plt_view_focus_next_part (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), FALSE);

  return CLASS (self)->focus_next_part != NULL && CLASS (self)->focus_next_part (self);
}

gboolean
plt_view_select_ref (PltView *self, PltRef ref)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), FALSE);

  if (PRIVATE (self)->stale)
    refresh_now (self);
  return CLASS (self)->select_ref != NULL && CLASS (self)->select_ref (self, ref);
}

gboolean
plt_view_start_search (PltView *self)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), FALSE);

  return CLASS (self)->start_search != NULL && CLASS (self)->start_search (self);
}

PltDocument *
plt_view_get_document (PltView *self, GError **error)
{
  g_return_val_if_fail (PLT_IS_VIEW (self), NULL);

  if (CLASS (self)->get_document != NULL)
    return CLASS (self)->get_document (self, error);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no table to export in “%s”; choose a view with a table."),
               plt_view_get_title (self));
  return NULL;
}

static void
plt_view_map (GtkWidget *widget)
{
  PltView *self = PLT_VIEW (widget);

  if (PRIVATE (self)->stale)
    refresh_now (self);
  GTK_WIDGET_CLASS (plt_view_parent_class)->map (widget);
}

static void
plt_view_constructed (GObject *object)
{
  PltView *self = PLT_VIEW (object);

  G_OBJECT_CLASS (plt_view_parent_class)->constructed (object);
  gtk_label_set_label (GTK_LABEL (PRIVATE (self)->title), plt_view_get_title (self));
}

static void
plt_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PltViewPrivate *priv = PRIVATE (PLT_VIEW (object));

  switch (id)
    {
    case PROP_INFO:
      g_value_set_pointer (value, (gpointer) priv->info);
      break;
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, priv->summary);
      break;
    case PROP_PANE:
      g_value_set_object (value, priv->pane);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plt_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PltView *self = PLT_VIEW (object);

  switch (id)
    {
    case PROP_INFO:
      PRIVATE (self)->info = g_value_get_pointer (value);
      break;
    case PROP_SESSION:
      plt_view_set_session (self, g_value_get_object (value));
      break;
    case PROP_SUMMARY:
      plt_view_set_summary (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plt_view_dispose (GObject *object)
{
  PltViewPrivate *priv = PRIVATE (PLT_VIEW (object));

  g_clear_handle_id (&priv->more_idle, g_source_remove);
  g_clear_pointer (&priv->box, gtk_widget_unparent);
  g_clear_object (&priv->pane);
  g_clear_object (&priv->actions);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (plt_view_parent_class)->dispose (object);
}

static void
plt_view_finalize (GObject *object)
{
  g_free (PRIVATE (PLT_VIEW (object))->summary);
  g_free (PRIVATE (PLT_VIEW (object))->pane_title);

  G_OBJECT_CLASS (plt_view_parent_class)->finalize (object);
}

static void
plt_view_class_init (PltViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = plt_view_constructed;
  object_class->get_property = plt_view_get_property;
  object_class->set_property = plt_view_set_property;
  object_class->dispose = plt_view_dispose;
  object_class->finalize = plt_view_finalize;
  widget_class->map = plt_view_map;

  properties[PROP_INFO] = g_param_spec_pointer (
      "info", NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, PLT_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUMMARY]
      = g_param_spec_string ("summary", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PANE] = g_param_spec_object ("pane", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-view");
}

static GtkWidget *
new_more (PltView *self)
{
  static const GActionEntry entries[] = { { "show", on_show_page, "s" } };
  PltViewPrivate *priv = PRIVATE (self);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  priv->more = gtk_menu_button_new ();
  gtk_widget_insert_action_group (priv->more, "page", G_ACTION_GROUP (group));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (priv->more), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (priv->more), "pan-down-symbolic");
  gtk_widget_set_tooltip_text (priv->more, _ ("All parts of this view"));
  plt_a11y_set_name (priv->more, _ ("All parts of this view"));
  gtk_widget_add_css_class (priv->more, "flat");
  gtk_widget_set_valign (priv->more, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (priv->more, FALSE);
  return priv->more;
}

static void
plt_view_init (PltView *self)
{
  PltViewPrivate *priv = PRIVATE (self);

  priv->actions = g_simple_action_group_new ();
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  priv->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  priv->title = gtk_label_new (NULL);
  priv->pages = gtk_scrolled_window_new ();
  priv->switcher = gtk_stack_switcher_new ();
  priv->header_end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  priv->stack = gtk_stack_new ();

  gtk_widget_add_css_class (priv->head, "view-head");
  gtk_widget_add_css_class (priv->title, "view-title");
  gtk_label_set_xalign (GTK_LABEL (priv->title), 0);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (priv->switcher), GTK_STACK (priv->stack));
  gtk_widget_set_hexpand (priv->header_end, TRUE);
  gtk_widget_set_halign (priv->header_end, GTK_ALIGN_END);
  gtk_widget_set_valign (priv->header_end, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (priv->switcher, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (priv->head), priv->title);
  /* Many pages do not make the window wide: what has no room is scrolled to. */
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->pages), priv->switcher);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (priv->pages), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (priv->pages), TRUE);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (priv->pages)),
                           "changed", G_CALLBACK (queue_more), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (priv->head), priv->pages);
  gtk_box_append (GTK_BOX (priv->head), new_more (self));
  gtk_box_append (GTK_BOX (priv->head), priv->header_end);
  gtk_widget_set_vexpand (priv->stack, TRUE);
  gtk_stack_set_hhomogeneous (GTK_STACK (priv->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (priv->stack), FALSE);
  gtk_box_append (GTK_BOX (priv->box), priv->head);
  gtk_box_append (GTK_BOX (priv->box), priv->stack);
  gtk_widget_set_parent (priv->box, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (priv->stack, "notify::visible-child", G_CALLBACK (on_page_shown), self);
}
