#include "plt-devis-add.h"

#include <glib/gi18n-lib.h>

#include "plt-devis-proposals.h"
#include "plt-dialog.h"
#include "plt-text.h"

#define DATA "plt-devis-add"

typedef struct
{
  PltDialog *dialog;
  PltDevisModel *model;
  PltSession *session;
  gint64 account, after;
  PltDevisLineAdded added;
  gpointer user_data;
  GtkWidget *search;
  GtkWidget *list;
  GtkSingleSelection *found;
  char *shown; /* (nullable): what the list answers */
} DevisAdd;

static void
devis_add_free (gpointer data)
{
  DevisAdd *self = data;

  g_clear_object (&self->model);
  g_clear_object (&self->session);
  g_free (self->shown);
  g_free (self);
}

static void
update (DevisAdd *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autoptr (GListStore) list = plt_devis_proposals (self->session, self->account, text);

  plt_set_str (&self->shown, text);
  gtk_single_selection_set_model (self->found, G_LIST_MODEL (list));
  /* What the template proposes is meant rather than a line of one's own, which stands above. */
  if (g_list_model_get_n_items (G_LIST_MODEL (list)) > 1)
    {
      g_autoptr (PltDevisProposal) first = g_list_model_get_item (G_LIST_MODEL (list), 0);

      gtk_single_selection_set_selected (self->found,
                                         *plt_devis_proposal_get_code (first) == '\0' ? 1 : 0);
    }
  plt_dialog_set_accept_enabled (self->dialog, g_list_model_get_n_items (G_LIST_MODEL (list)) > 0);
  plt_dialog_set_message (self->dialog, NULL);
}

static void
add (DevisAdd *self)
{
  PltDevisProposal *proposal = gtk_single_selection_get_selected_item (self->found);
  g_autoptr (GError) error = NULL;
  gint64 line;

  if (proposal == NULL)
    return;
  line = plt_devis_proposal_add (proposal, self->model, self->after, &error);
  if (line == 0)
    {
      plt_dialog_set_message (self->dialog, error->message);
      return;
    }
  self->added (line, self->user_data);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

/* Enter right behind the last letter: the list waits a moment for the next one. */
static void
on_entered (DevisAdd *self)
{
  if (g_strcmp0 (self->shown, gtk_editable_get_text (GTK_EDITABLE (self->search))) != 0)
    update (self);
  add (self);
}

static void
on_activate (GtkListView *list, guint position, DevisAdd *self)
{
  gtk_single_selection_set_selected (self->found, position);
  add (self);
}

/* ---- the list ---- */

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *code = new_label ("dim-label");
  GtkWidget *label = new_label (NULL);
  GtkWidget *account = new_label ("dim-label");

  gtk_label_set_width_chars (GTK_LABEL (code), 8);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (account), 28);
  gtk_box_append (GTK_BOX (row), code);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), account);
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  PltDevisProposal *proposal = gtk_list_item_get_item (item);
  GtkWidget *code = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_next_sibling (code);
  GtkWidget *account = gtk_widget_get_next_sibling (label);
  const gboolean own = *plt_devis_proposal_get_code (proposal) == '\0';
  g_autofree char *quoted
      = own ? g_strdup_printf (_ ("New line “%s”"), plt_devis_proposal_get_label (proposal)) : NULL;

  gtk_label_set_label (GTK_LABEL (code), own ? "+" : plt_devis_proposal_get_code (proposal));
  gtk_label_set_label (GTK_LABEL (label), own ? quoted : plt_devis_proposal_get_label (proposal));
  gtk_label_set_label (GTK_LABEL (account), plt_devis_proposal_get_account (proposal));
}

/* The arrows walk in the list while one types. */
static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        DevisAdd *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  const guint at = gtk_single_selection_get_selected (self->found);
  guint to = at;

  if (n == 0)
    return FALSE;
  if (keyval == GDK_KEY_Down)
    to = MIN (at + 1, n - 1);
  else if (keyval == GDK_KEY_Up)
    to = at > 0 ? at - 1 : 0;
  else
    return FALSE;
  gtk_single_selection_set_selected (self->found, to);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", to);
  return TRUE;
}

static GtkWidget *
new_list (DevisAdd *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->found = gtk_single_selection_new (NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (self->found), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Proposed lines"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "palette");
  return scroller;
}

static GtkWidget *
build (DevisAdd *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _ ("Type what the line pays for"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Line to add"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (on_entered), self);
  g_signal_connect_swapped (self->search, "stop-search", G_CALLBACK (gtk_window_destroy),
                            self->dialog);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->search, keys);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), new_list (self));
  gtk_widget_add_css_class (box, "dialog-content");
  return box;
}

GListModel *
plt_devis_add_get_found (GtkWindow *dialog)
{
  DevisAdd *self = g_object_get_data (G_OBJECT (dialog), DATA);

  return G_LIST_MODEL (self->found);
}

void
plt_devis_add_set_text (GtkWindow *dialog, const char *text)
{
  DevisAdd *self = g_object_get_data (G_OBJECT (dialog), DATA);

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  update (self);
}

GtkWindow *
plt_devis_add_present (GtkWidget *owner,
                       PltDevisModel *model,
                       PltSession *session,
                       gint64 account,
                       gint64 after,
                       PltDevisLineAdded added,
                       gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  DevisAdd *self = g_new0 (DevisAdd, 1);

  self->model = g_object_ref (model);
  self->session = g_object_ref (session);
  self->account = account;
  self->after = after;
  self->added = added;
  self->user_data = user_data;
  self->dialog = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Add a Line"),
                                 _ ("_Add"));
  g_object_set_data_full (G_OBJECT (self->dialog), DATA, self, devis_add_free);
  g_signal_connect_swapped (self->dialog, "accepted", G_CALLBACK (add), self);
  plt_dialog_set_content (self->dialog, build (self));
  gtk_window_set_default_size (GTK_WINDOW (self->dialog), 640, 480);
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  gtk_widget_grab_focus (self->search);
  return GTK_WINDOW (self->dialog);
}
