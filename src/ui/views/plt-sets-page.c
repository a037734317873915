#include "plt-sets-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-add-row.h"
#include "plt-breakdown.h"
#include "plt-dialog.h"
#include "plt-empty-state.h"
#include "plt-set-tree.h"
#include "plt-sets.h"
#include "plt-view.h"

struct _PltSetsPage
{
  GtkWidget parent_instance;

  PltSession *session;
  PltSetTree *tree;

  GtkWidget *stack; /* empty, grid */
  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (PltSetsPage, plt_sets_page, GTK_TYPE_WIDGET)

PltGrid *
plt_sets_page_get_grid (PltSetsPage *self)
{
  g_return_val_if_fail (PLT_IS_SETS_PAGE (self), NULL);

  return PLT_GRID (self->grid);
}

void
plt_sets_page_refresh (PltSetsPage *self)
{
  g_return_if_fail (PLT_IS_SETS_PAGE (self));

  plt_set_tree_refresh (self->tree);
  gtk_stack_set_visible_child_name (
      GTK_STACK (self->stack),
      plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->tree)) > 0 ? "grid" : "empty");
}

gboolean
plt_sets_page_select (PltSetsPage *self, gint64 set)
{
  int row;

  g_return_val_if_fail (PLT_IS_SETS_PAGE (self), FALSE);

  plt_sets_page_refresh (self);
  row = plt_set_tree_reveal (self->tree, set);
  if (row >= 0)
    plt_grid_set_cursor (PLT_GRID (self->grid), (guint) row, 0);
  gtk_widget_grab_focus (self->grid);
  return row >= 0;
}

gboolean
plt_sets_page_grab_focus (PltSetsPage *self)
{
  g_return_val_if_fail (PLT_IS_SETS_PAGE (self), FALSE);

  if (plt_grid_model_get_n_rows (PLT_GRID_MODEL (self->tree)) > 0)
    return gtk_widget_grab_focus (self->grid);
  return gtk_widget_child_focus (self->stack, GTK_DIR_TAB_FORWARD);
}

/* ---- selection ---- */

void
plt_sets_page_show_selection (PltSetsPage *self)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (self), PLT_TYPE_VIEW);
  guint row, column;
  gint64 set;

  g_return_if_fail (PLT_IS_SETS_PAGE (self));

  if (view == NULL || !gtk_widget_get_mapped (self->grid))
    return;
  plt_view_set_summary (PLT_VIEW (view), plt_grid_get_selection_summary (PLT_GRID (self->grid)));
  if (!plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  set = plt_set_tree_get_set (self->tree, row);
  if (set != 0)
    plt_session_select (self->session, "set", set, plt_set_tree_get_column (column));
}

static GArray *
selected_sets (PltSetsPage *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first, n;

  if (!plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n))
    return ids;
  for (guint i = first; i < first + n; i++)
    {
      gint64 set = plt_set_tree_get_set (self->tree, i);

      if (set != 0)
        g_array_append_val (ids, set);
    }
  return ids;
}

/* ---- rows ---- */

static void
on_added (gint64 id, gpointer data)
{
  plt_sets_page_select (data, id);
}

GtkWindow *
plt_sets_page_add (PltSetsPage *self)
{
  g_return_val_if_fail (PLT_IS_SETS_PAGE (self), NULL);

  return plt_add_row_present (GTK_WIDGET (self), self->session, plt_table_find ("set"), NULL,
                              on_added, self);
}

void
plt_sets_page_delete (PltSetsPage *self)
{
  guint first, n;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLT_IS_SETS_PAGE (self));

  if (plt_grid_get_selected_rows (PLT_GRID (self->grid), &first, &n)
      && !plt_grid_model_delete_rows (PLT_GRID_MODEL (self->tree), first, n, &error)
      && error != NULL)
    plt_session_take_error (self->session, g_steal_pointer (&error));
}

void
plt_sets_page_set_apart (PltSetsPage *self)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PLT_IS_SETS_PAGE (self));

  ids = selected_sets (self);
  if (ids->len == 0)
    return;
  if (plt_set_tree_move (self->tree, g_array_index (ids, gint64, 0), 0, &error))
    plt_sets_page_select (self, g_array_index (ids, gint64, 0));
  else
    plt_session_take_error (self->session, g_steal_pointer (&error));
}

void
plt_sets_page_edit_parent (PltSetsPage *self)
{
  guint row, column, n;

  g_return_if_fail (PLT_IS_SETS_PAGE (self));

  if (!plt_grid_get_cursor (PLT_GRID (self->grid), &row, &column))
    return;
  n = plt_grid_model_get_n_columns (PLT_GRID_MODEL (self->tree));
  for (column = 0; column < n; column++)
    if (g_strcmp0 (plt_set_tree_get_column (column), "parent") == 0)
      break;
  plt_grid_set_cursor (PLT_GRID (self->grid), row, column);
  gtk_widget_grab_focus (self->grid);
  plt_grid_edit (PLT_GRID (self->grid));
}

/* ---- merging ---- */

typedef struct
{
  PltSession *session;
  PltDialog *dialog;
  GArray *selected;   /* gint64: what is merged */
  GArray *candidates; /* gint64: what may stay */
  GtkWidget *keep;    /* drop-down over the candidates */
} Merge;

static void
merge_free (Merge *self)
{
  g_object_unref (self->session);
  g_array_unref (self->selected);
  g_array_unref (self->candidates);
  g_free (self);
}

static void
on_merge (Merge *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->keep));
  gint64 keep = g_array_index (self->candidates, gint64, place);
  const PltSetFacts *kept = PLT_FACTS_FIND (facts->sets, PltSetFacts, keep);
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->selected->len; i++)
    if (g_array_index (self->selected, gint64, i) != keep)
      g_array_append_val (others, g_array_index (self->selected, gint64, i));
  /* Translators: %s is the name of the set that stays */
  label = g_strdup_printf (_ ("Merge sets into %s"), kept != NULL ? kept->name : "");
  if (kept != NULL
      && plt_sets_merge (facts, keep, (const gint64 *) others->data, others->len, batch, &error)
      && plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, &error))
    {
      plt_session_toast (self->session, label, _ ("Undo"), "win.undo");
      gtk_window_destroy (GTK_WINDOW (self->dialog));
    }
  else
    plt_dialog_set_message (self->dialog,
                            error != NULL ? error->message : _ ("That could not be done."));
}

/* "MAISON / CUISINE · 3 sequences" */
static char *
phrase_of (const PltFacts *facts, gint64 id)
{
  const PltSetFacts *set = PLT_FACTS_FIND (facts->sets, PltSetFacts, id);
  const PltSetFacts *parent = PLT_FACTS_FIND (facts->sets, PltSetFacts, set->parent);
  guint n = plt_breakdown_measure_set (facts, id).n;
  g_autofree char *count = g_strdup_printf (ngettext ("%u sequence", "%u sequences", n), n);

  return g_strconcat (parent != NULL ? parent->name : "", parent != NULL ? " / " : "", set->name,
                      " · ", count, NULL);
}

static gboolean
holds (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* One set is merged with any other; of several, one stays. */
static void
find_candidates (Merge *self, const PltFacts *facts)
{
  for (guint i = 0; i < facts->sets.n; i++)
    if (holds (self->selected, facts->sets.items[i].id) == (self->selected->len > 1))
      g_array_append_val (self->candidates, facts->sets.items[i].id);
}

static GtkWidget *
new_merge_content (Merge *self, const PltFacts *facts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Set that stays"));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  guint best = 0, most = 0;

  for (guint i = 0; i < self->selected->len; i++)
    {
      g_autofree char *phrase = phrase_of (facts, g_array_index (self->selected, gint64, i));
      GtkWidget *line = gtk_label_new (phrase);

      gtk_label_set_xalign (GTK_LABEL (line), 0);
      gtk_box_append (GTK_BOX (box), line);
    }
  for (guint i = 0; i < self->candidates->len; i++)
    {
      gint64 id = g_array_index (self->candidates, gint64, i);
      guint n = plt_breakdown_measure_set (facts, id).n + 1;
      char *phrase = phrase_of (facts, id);

      g_strv_builder_add (builder, phrase);
      g_free (phrase);
      if (n > most && self->selected->len > 1)
        {
          most = n;
          best = i;
        }
    }
  names = g_strv_builder_end (builder);
  self->keep = gtk_drop_down_new_from_strings ((const char *const *) names);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->keep), TRUE);
  gtk_drop_down_set_expression (
      GTK_DROP_DOWN (self->keep),
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->keep), best);
  gtk_widget_set_hexpand (self->keep, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->keep);
  plt_a11y_set_name (self->keep, _ ("Set that stays"));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), self->keep);
  gtk_box_append (GTK_BOX (box), row);
  gtk_widget_add_css_class (box, "dialog-content");
  return box;
}

GtkWindow *
plt_sets_page_merge (PltSetsPage *self)
{
  const PltFacts *facts;
  g_autoptr (GArray) selected = NULL;
  GtkRoot *root;
  Merge *work;

  g_return_val_if_fail (PLT_IS_SETS_PAGE (self), NULL);

  facts = plt_session_get_facts (self->session);
  root = gtk_widget_get_root (GTK_WIDGET (self));
  selected = selected_sets (self);
  if (selected->len == 0 || facts->sets.n < 2)
    {
      plt_session_toast (self->session, _ ("Select the sets to merge first."), NULL, NULL);
      return NULL;
    }
  work = g_new0 (Merge, 1);
  work->session = g_object_ref (self->session);
  work->selected = g_steal_pointer (&selected);
  work->candidates = g_array_new (FALSE, FALSE, sizeof (gint64));
  find_candidates (work, facts);
  work->dialog = plt_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Merge Sets"),
                                 _ ("_Merge"));
  g_object_set_data_full (G_OBJECT (work->dialog), "plt-merge", work, (GDestroyNotify) merge_free);
  plt_dialog_set_content (work->dialog, new_merge_content (work, facts));
  g_signal_connect_swapped (work->dialog, "accepted", G_CALLBACK (on_merge), work);
  gtk_window_present (GTK_WINDOW (work->dialog));
  return GTK_WINDOW (work->dialog);
}

/* ---- the object ---- */

static void
on_activated (PltGrid *grid, guint row, guint column, PltSetsPage *self)
{
  gint64 set = plt_set_tree_get_set (self->tree, row);
  const PltFacts *facts = plt_session_get_facts (self->session);

  /* The figures lead to the first séquence they are made of. */
  for (guint i = 0; set != 0 && i < facts->sequences.n; i++)
    if (facts->sequences.items[i].set == set || facts->sequences.items[i].sub_set == set)
      {
        plt_session_open_ref (self->session,
                              (PltRef){ "sequence", facts->sequences.items[i].id, NULL });
        return;
      }
}

GtkWidget *
plt_sets_page_new (PltSession *session)
{
  PltSetsPage *self = g_object_new (PLT_TYPE_SETS_PAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->tree = plt_set_tree_new (session);
  self->grid = plt_grid_new (PLT_GRID_MODEL (self->tree));
  plt_a11y_set_name (self->grid, _ ("Sets"));
  g_menu_append (menu, _ ("Make It a Part of…"), "view.set-below");
  g_menu_append (menu, _ ("Make It a Set of Its Own"), "view.set-apart");
  g_menu_append (menu, _ ("Merge Sets…"), "view.merge-elements");
  plt_grid_set_extra_menu (PLT_GRID (self->grid), G_MENU_MODEL (menu));
  g_signal_connect_object (self->grid, "selection-changed",
                           G_CALLBACK (plt_sets_page_show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "cell-activated", G_CALLBACK (on_activated), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-location-symbolic", _ ("There is no set yet"),
                           _ ("Sets come with the screenplay, or when one is "
                              "typed in the table of sequences."),
                           plt_session_is_read_only (session) ? NULL : _ ("_Add a Set"),
                           "view.add-row"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "grid");
  return GTK_WIDGET (self);
}

static void
plt_sets_page_dispose (GObject *object)
{
  PltSetsPage *self = PLT_SETS_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->tree);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_sets_page_parent_class)->dispose (object);
}

static void
plt_sets_page_class_init (PltSetsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_sets_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-sets-page");
}

static void
plt_sets_page_init (PltSetsPage *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
