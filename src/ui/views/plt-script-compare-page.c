#include "plt-script-compare-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-compare-item.h"
#include "plt-empty-state.h"
#include "plt-load.h"
#include "plt-rows.h"
#include "plt-script-compare.h"

#define CONTEXT 1 /* paragraphs that stayed, shown beside one that changed */

struct _PltScriptComparePage
{
  GtkWidget parent_instance;

  PltSession *session;
  GArray *versions; /* gint64, as the two lists show them */
  gint64 shown[2];  /* old, new: compared now */
  gboolean filling;

  PltFacts *texts[2];
  PltScriptCompare *compare;

  GtkWidget *stack; /* empty, pages */
  GtkWidget *chosen[2];
  GtkWidget *all;
  GtkWidget *summary;
  GtkWidget *list;
  GListStore *items;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (PltScriptComparePage, plt_script_compare_page, GTK_TYPE_WIDGET)

enum
{
  BLOCK_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- rows ---- */

static gboolean
is_near_change (const PltScriptCompare *compare, const PltCompareSequence *sequence, guint row)
{
  guint first = sequence->first_row, last = sequence->first_row + sequence->n_rows;

  for (guint i = row < first + CONTEXT ? first : row - CONTEXT; i < last && i <= row + CONTEXT; i++)
    if (g_array_index (compare->rows, PltCompareRow, i).state != PLT_COMPARE_SAME)
      return TRUE;
  return FALSE;
}

static void
add_sequence (PltScriptComparePage *self, GPtrArray *items, const PltCompareSequence *sequence)
{
  gboolean all = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->all));
  guint end = sequence->first_row + sequence->n_rows;

  if (!all && sequence->state == PLT_COMPARE_SAME && !sequence->moved)
    return;
  g_ptr_array_add (items, plt_compare_item_new_sequence (sequence));
  for (guint i = sequence->first_row; i < end; i++)
    if (all || is_near_change (self->compare, sequence, i))
      g_ptr_array_add (
          items, plt_compare_item_new_row (&g_array_index (self->compare->rows, PltCompareRow, i)));
}

static void
fill (PltScriptComparePage *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->compare != NULL && i < self->compare->sequences->len; i++)
    add_sequence (self, items, &g_array_index (self->compare->sequences, PltCompareSequence, i));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
}

static void add_count (GString *text, guint n, const char *format, ...) G_GNUC_PRINTF (3, 4);

static void
add_count (GString *text, guint n, const char *format, ...)
{
  va_list arguments;

  if (n == 0)
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static void
update_summary (PltScriptComparePage *self)
{
  const PltScriptCompare *found = self->compare;
  g_autoptr (GString) text = g_string_new (NULL);

  if (found != NULL)
    {
      add_count (text, found->changed,
                 ngettext ("%u sequence changed", "%u sequences changed", found->changed),
                 found->changed);
      add_count (text, found->added, ngettext ("%u added", "%u added", found->added), found->added);
      add_count (text, found->cut, ngettext ("%u cut", "%u cut", found->cut), found->cut);
      add_count (text, found->moved, ngettext ("%u moved", "%u moved", found->moved), found->moved);
      add_count (text, found->same, ngettext ("%u the same", "%u the same", found->same),
                 found->same);
    }
  gtk_label_set_label (GTK_LABEL (self->summary), text->str);
}

static void
compare (PltScriptComparePage *self)
{
  PltStore *store = plt_session_get_store (self->session);

  g_list_store_remove_all (self->items); /* they point into what goes */
  g_clear_pointer (&self->compare, plt_script_compare_free);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_clear_pointer (&self->texts[i], plt_facts_free);
      self->texts[i] = plt_facts_new ();
      if (self->shown[i] != 0
          && !plt_facts_load_text (self->texts[i], store, self->shown[i], &error))
        {
          plt_session_take_error (self->session, g_steal_pointer (&error));
          return;
        }
    }
  self->compare = plt_script_compare (self->texts[0]->blocks.items, self->texts[0]->blocks.n,
                                      self->texts[1]->blocks.items, self->texts[1]->blocks.n);
  fill (self);
  update_summary (self);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, plt_compare_row_new ());
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, PltScriptComparePage *self)
{
  const PltCompareSource source
      = { plt_session_get_facts (self->session), self->texts[0], self->texts[1], self->compare };

  plt_compare_row_show (PLT_COMPARE_ROW (gtk_list_item_get_child (item)),
                        PLT_COMPARE_ITEM (gtk_list_item_get_item (item)), &source);
}

/* ---- versions ---- */

static guint
place_of (PltScriptComparePage *self, gint64 version)
{
  for (guint i = 0; i < self->versions->len; i++)
    if (g_array_index (self->versions, gint64, i) == version)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_chosen (PltScriptComparePage *self)
{
  for (guint i = 0; i < 2; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->chosen[i]), place_of (self, self->shown[i]));
}

static void
on_chosen (PltScriptComparePage *self)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < 2 && !self->filling; i++)
    {
      guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->chosen[i]));
      gint64 version
          = place < self->versions->len ? g_array_index (self->versions, gint64, place) : 0;

      changed = changed || version != self->shown[i];
      self->shown[i] = version;
    }
  if (changed)
    compare (self);
}

void
plt_script_compare_page_show (PltScriptComparePage *self, gint64 old_version, gint64 version)
{
  g_return_if_fail (PLT_IS_SCRIPT_COMPARE_PAGE (self));

  self->shown[0] = old_version;
  self->shown[1] = version;
  self->filling = TRUE;
  show_chosen (self);
  self->filling = FALSE;
  compare (self);
}

/* Version numbers in their order; the labels are those of every list. */
static gboolean
read_versions (PltScriptComparePage *self)
{
  PltStore *store = plt_session_get_store (self->session);
  const PltTable *table = plt_table_find ("script_version");
  g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, "number", NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (ids == NULL
      || (ids->len == self->versions->len
          && memcmp (ids->data, self->versions->data, ids->len * sizeof (gint64)) == 0))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *label = plt_rows_label (store, table, g_array_index (ids, gint64, i));
      g_autofree char *name = g_strdup_printf (_ ("Version %s"), label);

      gtk_string_list_append (names, name);
    }
  self->filling = TRUE;
  g_array_set_size (self->versions, 0);
  g_array_append_vals (self->versions, ids->data, ids->len);
  for (guint i = 0; i < 2; i++)
    gtk_drop_down_set_model (GTK_DROP_DOWN (self->chosen[i]), G_LIST_MODEL (names));
  self->filling = FALSE;
  return TRUE;
}

/* The current version beside the one before it, where nobody chose or the choice is gone. */
static void
choose (PltScriptComparePage *self)
{
  gint64 current = plt_session_get_facts (self->session)->production.script_version;
  guint place = place_of (self, current);

  if (place == GTK_INVALID_LIST_POSITION)
    place = self->versions->len - 1;
  if (place_of (self, self->shown[1]) == GTK_INVALID_LIST_POSITION)
    self->shown[1] = g_array_index (self->versions, gint64, place);
  if (place_of (self, self->shown[0]) == GTK_INVALID_LIST_POSITION)
    self->shown[0] = g_array_index (self->versions, gint64, place > 0 ? place - 1 : 0);
}

void
plt_script_compare_page_text_changed (PltScriptComparePage *self)
{
  g_return_if_fail (PLT_IS_SCRIPT_COMPARE_PAGE (self));

  g_clear_pointer (&self->compare, plt_script_compare_free);
}

void
plt_script_compare_page_refresh (PltScriptComparePage *self)
{
  gboolean changed;

  g_return_if_fail (PLT_IS_SCRIPT_COMPARE_PAGE (self));

  changed = read_versions (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->versions->len > 1 ? "pages" : "empty");
  if (self->versions->len < 2)
    {
      g_list_store_remove_all (self->items);
      return;
    }
  if (changed)
    {
      gint64 before[2] = { self->shown[0], self->shown[1] };

      choose (self);
      self->filling = TRUE;
      show_chosen (self);
      self->filling = FALSE;
      if (before[0] == self->shown[0] && before[1] == self->shown[1] && self->compare != NULL)
        return;
      compare (self);
    }
  else if (self->compare == NULL)
    compare (self);
}

/* ---- going through ---- */

guint
plt_script_compare_page_get_n_rows (PltScriptComparePage *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_COMPARE_PAGE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

void
plt_script_compare_page_set_all (PltScriptComparePage *self, gboolean all)
{
  g_return_if_fail (PLT_IS_SCRIPT_COMPARE_PAGE (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all), all);
}

static gboolean
is_change (PltScriptComparePage *self, guint position)
{
  g_autoptr (PltCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return plt_compare_item_is_change (item);
}

gboolean
plt_script_compare_page_step (PltScriptComparePage *self, int step)
{
  guint n, at;

  g_return_val_if_fail (PLT_IS_SCRIPT_COMPARE_PAGE (self) && step != 0, FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  at = gtk_single_selection_get_selected (self->selection);
  if (at == GTK_INVALID_LIST_POSITION)
    at = step > 0 ? G_MAXUINT : n;
  /* out of the run of changes it stands in, then to the next one */
  for (guint i = at + (guint) step; i < n; i += (guint) step)
    if (is_change (self, i) && (i == 0 || !is_change (self, i - 1)))
      {
        gtk_single_selection_set_selected (self->selection, i);
        gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", i);
        return TRUE;
      }
  return FALSE;
}

static void
on_previous (PltScriptComparePage *self)
{
  plt_script_compare_page_step (self, -1);
}

static void
on_next (PltScriptComparePage *self)
{
  plt_script_compare_page_step (self, 1);
}

static gboolean
on_step_key (GtkWidget *widget, GVariant *step, gpointer data)
{
  plt_script_compare_page_step (PLT_SCRIPT_COMPARE_PAGE (widget), g_variant_get_int32 (step));
  return TRUE;
}

static void
on_activate (PltScriptComparePage *self, guint position)
{
  g_autoptr (PltCompareItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  const PltCompareRow *row = item != NULL ? plt_compare_item_get_row (item) : NULL;
  gint64 block;

  if (row == NULL)
    return;
  block = row->new_block >= 0 ? self->texts[1]->blocks.items[row->new_block].id
                              : self->texts[0]->blocks.items[row->old_block].id;
  g_signal_emit (self, signals[BLOCK_ACTIVATED], 0, block);
}

gboolean
plt_script_compare_page_grab_focus (PltScriptComparePage *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_COMPARE_PAGE (self), FALSE);

  return self->versions->len > 1 && gtk_widget_grab_focus (self->list);
}

/* ---- the widget ---- */

static GtkWidget *
new_bar (PltScriptComparePage *self)
{
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *arrow = gtk_label_new ("→");
  GtkWidget *previous = gtk_button_new_from_icon_name ("go-up-symbolic");
  GtkWidget *next = gtk_button_new_from_icon_name ("go-down-symbolic");
  const char *const names[] = { _ ("Version at the left"), _ ("Version at the right") };

  for (guint i = 0; i < 2; i++)
    {
      self->chosen[i] = gtk_drop_down_new (NULL, NULL);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->chosen[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, names[i], -1);
      g_signal_connect_swapped (self->chosen[i], "notify::selected", G_CALLBACK (on_chosen), self);
    }
  self->all = gtk_toggle_button_new_with_label (_ ("All the text"));
  self->summary = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->all, "chip");
  gtk_widget_add_css_class (self->summary, "dim-label");
  gtk_widget_add_css_class (rows, "register-bar");
  gtk_label_set_ellipsize (GTK_LABEL (self->summary), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_set_tooltip_text (previous, _ ("Previous change (Alt+Up)"));
  gtk_widget_set_tooltip_text (next, _ ("Next change (Alt+Down)"));
  g_signal_connect_swapped (self->all, "toggled", G_CALLBACK (fill), self);
  g_signal_connect_swapped (previous, "clicked", G_CALLBACK (on_previous), self);
  g_signal_connect_swapped (next, "clicked", G_CALLBACK (on_next), self);
  gtk_box_append (GTK_BOX (bar), self->chosen[0]);
  gtk_box_append (GTK_BOX (bar), arrow);
  gtk_box_append (GTK_BOX (bar), self->chosen[1]);
  gtk_box_append (GTK_BOX (bar), self->all);
  gtk_box_append (GTK_BOX (bar), previous);
  gtk_box_append (GTK_BOX (bar), next);
  gtk_box_append (GTK_BOX (rows), bar);
  gtk_box_append (GTK_BOX (rows), self->summary);
  return rows;
}

static GtkWidget *
new_list (PltScriptComparePage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "compare-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Paragraphs of both versions"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

GtkWidget *
plt_script_compare_page_new (PltSession *session)
{
  PltScriptComparePage *self = g_object_new (PLT_TYPE_SCRIPT_COMPARE_PAGE, NULL);

  self->session = session;
  return GTK_WIDGET (self);
}

static void
plt_script_compare_page_dispose (GObject *object)
{
  PltScriptComparePage *self = PLT_SCRIPT_COMPARE_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_pointer (&self->compare, plt_script_compare_free);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->texts[i], plt_facts_free);
  g_clear_pointer (&self->versions, g_array_unref);
  G_OBJECT_CLASS (plt_script_compare_page_parent_class)->dispose (object);
}

static void
plt_script_compare_page_class_init (PltScriptComparePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_script_compare_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-script-compare");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, on_step_key, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, on_step_key, "i", -1);
  signals[BLOCK_ACTIVATED]
      = g_signal_new ("block-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
plt_script_compare_page_init (PltScriptComparePage *self)
{
  GtkWidget *pages = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->versions = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->items = g_list_store_new (PLT_TYPE_COMPARE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_box_append (GTK_BOX (pages), new_bar (self));
  gtk_box_append (GTK_BOX (pages), new_list (self));
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-script-symbolic", _ ("There is nothing to compare with yet"),
                           _ ("Import the next draft: it becomes another version, and its words "
                              "are shown here beside those of this one."),
                           _ ("_Import a Screenplay…"), "win.import-script"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), pages, "pages");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
