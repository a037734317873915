#include "plt-elements-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-brings-box.h"
#include "plt-dialog.h"
#include "plt-effect-swatch.h"
#include "plt-merge-elements.h"
#include "plt-sequence-list.h"

#define LIST_WIDTH 196
#define COLUMNS "number,name,description,note,category"

struct _PltElementsPage
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 category; /* 0: all of them */
  gboolean filling;

  GtkWidget *paned;
  GtkWidget *list;
  GtkWidget *elements; /* PltRegister */
  GtkWidget *brings;
};

G_DEFINE_FINAL_TYPE (PltElementsPage, plt_elements_page, GTK_TYPE_WIDGET)

PltRegister *
plt_elements_page_get_register (PltElementsPage *self)
{
  g_return_val_if_fail (PLT_IS_ELEMENTS_PAGE (self), NULL);

  return PLT_REGISTER (self->elements);
}

/* What the element with the cursor, or its category, always brings. */
static void
show_brings (PltElementsPage *self)
{
  PltRegister *list = PLT_REGISTER (self->elements);
  guint row, column;
  gint64 element = 0;

  if (plt_grid_get_cursor (plt_register_get_grid (list), &row, &column))
    element = plt_query_model_get_id (plt_register_get_rows (list), row);
  plt_brings_box_show (PLT_BRINGS_BOX (self->brings), element, self->category);
}

/* ---- the categories ---- */

static GtkWidget *
new_category_row (gint64 id, const char *code, const char *name, guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *left = gtk_label_new (code);
  GtkWidget *middle = gtk_label_new (name);
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");
  GtkWidget *right = gtk_label_new (count);
  g_autofree char *spoken = g_strdup_printf ("%s %u", name, n);

  gtk_label_set_width_chars (GTK_LABEL (left), 4);
  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_widget_add_css_class (left, "category-code");
  gtk_label_set_xalign (GTK_LABEL (middle), 0);
  gtk_label_set_ellipsize (GTK_LABEL (middle), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_widget_add_css_class (right, "numeric");
  gtk_widget_add_css_class (right, "dim-label");
  gtk_box_append (GTK_BOX (box), left);
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), right);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  plt_a11y_set_name (row, spoken);
  g_object_set_data_full (G_OBJECT (row), "plt-category", g_memdup2 (&id, sizeof id), g_free);
  return row;
}

static gint64
category_of (GtkListBoxRow *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "plt-category");
}

static guint
count_elements (const PltFacts *facts, gint64 category)
{
  guint n = 0;

  for (guint i = 0; i < facts->elements.n; i++)
    n += category == 0 || facts->elements.items[i].category == category ? 1 : 0;
  return n;
}

void
plt_elements_page_refresh (PltElementsPage *self)
{
  const PltFacts *facts;
  GtkWidget *row;

  g_return_if_fail (PLT_IS_ELEMENTS_PAGE (self));

  facts = plt_session_get_facts (self->session);
  self->filling = TRUE;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  gtk_list_box_append (GTK_LIST_BOX (self->list),
                       new_category_row (0, "", _ ("All categories"), count_elements (facts, 0)));
  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];

      gtk_list_box_append (GTK_LIST_BOX (self->list),
                           new_category_row (category->id, category->code, category->name,
                                             count_elements (facts, category->id)));
    }
  if (PLT_FACTS_FIND (facts->categories, PltCategoryFacts, self->category) == NULL)
    self->category = 0;
  for (row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (category_of (GTK_LIST_BOX_ROW (row)) == self->category)
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  self->filling = FALSE;
  show_brings (self);
}

void
plt_elements_page_choose_category (PltElementsPage *self, gint64 category)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLT_IS_ELEMENTS_PAGE (self));

  self->category = category;
  text = category != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, category) : NULL;
  plt_register_set_filter (PLT_REGISTER (self->elements), "category", text);
  show_brings (self);
}

static void
on_category (GtkListBox *list, GtkListBoxRow *row, PltElementsPage *self)
{
  if (row != NULL && !self->filling)
    plt_elements_page_choose_category (self, category_of (row));
}

gboolean
plt_elements_page_select (PltElementsPage *self, PltRef ref)
{
  const PltFacts *facts;
  const PltElementFacts *element;

  g_return_val_if_fail (PLT_IS_ELEMENTS_PAGE (self), FALSE);

  facts = plt_session_get_facts (self->session);
  element = PLT_FACTS_FIND (facts->elements, PltElementFacts, ref.id);
  if (element != NULL && self->category != 0 && element->category != self->category)
    {
      plt_elements_page_choose_category (self, 0);
      plt_elements_page_refresh (self);
    }
  return plt_register_select_ref (PLT_REGISTER (self->elements), ref);
}

/* ---- where it occurs ---- */

static void
on_where_activated (GtkListBox *list, GtkListBoxRow *row, PltSession *session)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "plt-sequence");
  g_autoptr (PltSession) held = g_object_ref (session);

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (list))));
  plt_session_open_ref (held, (PltRef){ "sequence", id, NULL });
}

static GtkWidget *
new_where_row (const PltFacts *facts, const PltSequenceFacts *sequence)
{
  g_autofree char *phrase = plt_sequence_phrase (facts, sequence);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *set = plt_facts_set_name (facts, sequence);
  GtkWidget *number = gtk_label_new (sequence->number);
  GtkWidget *name = gtk_label_new (set);
  GtkWidget *synopsis = gtk_label_new (sequence->synopsis);

  gtk_label_set_width_chars (GTK_LABEL (number), 5);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_add_css_class (number, "sequence-number");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (synopsis), 0);
  gtk_label_set_ellipsize (GTK_LABEL (synopsis), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (synopsis, TRUE);
  gtk_widget_add_css_class (synopsis, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), plt_effect_swatch_new (sequence->int_ext, sequence->effect));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), synopsis);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  plt_a11y_set_name (row, phrase);
  g_object_set_data_full (G_OBJECT (row), "plt-sequence",
                          g_memdup2 (&sequence->id, sizeof sequence->id), g_free);
  return row;
}

GtkWindow *
plt_elements_show_where (GtkWindow *parent, PltSession *session, gint64 element)
{
  const PltFacts *facts = plt_session_get_facts (session);
  const PltElementFacts *found = PLT_FACTS_FIND (facts->elements, PltElementFacts, element);
  g_autoptr (GPtrArray) sequences = plt_breakdown_sequences_of (facts, element);
  GtkWidget *scroller, *list;
  g_autofree char *title = NULL;
  PltDialog *dialog;

  if (found == NULL)
    return NULL;
  if (sequences->len == 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("“%s” is in no sequence."), found->name);

      plt_session_toast (session, text, NULL, NULL);
      return NULL;
    }
  title = g_strdup_printf (
      ngettext ("“%s” is in %u sequence", "“%s” is in %u sequences", sequences->len), found->name,
      sequences->len);
  dialog = plt_dialog_new (parent, title, NULL);
  scroller = gtk_scrolled_window_new ();
  list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  plt_a11y_set_name (list, title);
  for (guint i = 0; i < sequences->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         new_where_row (facts, g_ptr_array_index (sequences, i)));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_where_activated), session, 0);
  gtk_widget_add_css_class (list, "categories");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scroller, "dialog-content");
  gtk_widget_set_vexpand (scroller, TRUE);
  plt_dialog_set_content (dialog, scroller);
  gtk_window_set_default_size (GTK_WINDOW (dialog), 620, 420);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)));
  return GTK_WINDOW (dialog);
}

static void
on_cell_activated (PltGrid *grid, guint row, guint column, PltElementsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  plt_elements_show_where (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->session,
      plt_query_model_get_id (plt_register_get_rows (PLT_REGISTER (self->elements)), row));
}

GtkWindow *
plt_elements_page_merge (PltElementsPage *self)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  PltQueryModel *rows;
  guint first, n;
  GtkRoot *root;

  g_return_val_if_fail (PLT_IS_ELEMENTS_PAGE (self), NULL);

  rows = plt_register_get_rows (PLT_REGISTER (self->elements));
  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (plt_grid_get_selected_rows (plt_register_get_grid (PLT_REGISTER (self->elements)), &first,
                                  &n))
    for (guint i = first; i < first + n && i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
      {
        gint64 id = plt_query_model_get_id (rows, i);

        g_array_append_val (ids, id);
      }
  if (ids->len == 0 || !GTK_IS_WINDOW (root))
    {
      plt_session_toast (self->session, _ ("Select the elements to merge first."), NULL, NULL);
      return NULL;
    }
  return plt_merge_elements_present (GTK_WINDOW (root), self->session, (const gint64 *) ids->data,
                                     ids->len);
}

/* ---- the object ---- */

GtkWidget *
plt_elements_page_new (PltSession *session)
{
  PltElementsPage *self = g_object_new (PLT_TYPE_ELEMENTS_PAGE, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  plt_a11y_set_name (self->list, _ ("Categories"));
  gtk_widget_add_css_class (self->list, "categories");
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_category), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, 150, -1);
  self->elements = plt_register_new (session, "element", COLUMNS);
  g_signal_connect_object (plt_register_get_grid (PLT_REGISTER (self->elements)), "cell-activated",
                           G_CALLBACK (on_cell_activated), self, 0);
  gtk_paned_set_start_child (GTK_PANED (self->paned), scroller);
  g_signal_connect_object (plt_register_get_grid (PLT_REGISTER (self->elements)),
                           "selection-changed", G_CALLBACK (show_brings), self, G_CONNECT_SWAPPED);
  self->brings = plt_brings_box_new (session);
  gtk_widget_set_vexpand (self->elements, TRUE);
  gtk_box_append (GTK_BOX (right), self->elements);
  gtk_box_append (GTK_BOX (right), self->brings);
  gtk_paned_set_end_child (GTK_PANED (self->paned), right);
  gtk_paned_set_resize_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (self->paned), TRUE);
  gtk_paned_set_position (GTK_PANED (self->paned), LIST_WIDTH);
  return GTK_WIDGET (self);
}

static void
plt_elements_page_dispose (GObject *object)
{
  PltElementsPage *self = PLT_ELEMENTS_PAGE (object);

  g_clear_pointer (&self->paned, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_elements_page_parent_class)->dispose (object);
}

static void
plt_elements_page_class_init (PltElementsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_elements_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-elements-page");
}

static void
plt_elements_page_init (PltElementsPage *self)
{
  self->paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_parent (self->paned, GTK_WIDGET (self));
}
