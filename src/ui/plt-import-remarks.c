#include "plt-import-remarks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ---- a row ---- */

#define PLT_TYPE_REMARK_ROW (plt_remark_row_get_type ())
G_DECLARE_FINAL_TYPE (PltRemarkRow, plt_remark_row, PLT, REMARK_ROW, GObject)

struct _PltRemarkRow
{
  GObject parent_instance;

  const PltRemark *remark; /* of the plan */
  guint page;              /* of the paper; 0: the line says it */
};

G_DEFINE_FINAL_TYPE (PltRemarkRow, plt_remark_row, G_TYPE_OBJECT)

static void
plt_remark_row_class_init (PltRemarkRowClass *klass)
{
}

static void
plt_remark_row_init (PltRemarkRow *self)
{
}

/* ---- the widget ---- */

struct _PltImportRemarks
{
  GtkWidget parent_instance;

  const PltImportPlan *plan;
  GtkWidget *box;
  GtkWidget *scroller;
  GtkWidget *empty;
  GListStore *rows;
};

G_DEFINE_FINAL_TYPE (PltImportRemarks, plt_import_remarks, GTK_TYPE_WIDGET)

enum
{
  CORRECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
word_of (PltRemarkKind kind)
{
  switch (kind)
    {
    case PLT_REMARK_GUESSED:
      return _ ("Guessed");
    case PLT_REMARK_KEPT:
      return _ ("Kept as text");
    case PLT_REMARK_DROPPED:
    default:
      return _ ("Left out");
    }
}

/* The whole paragraph a remark is about: the remark may leave its number out. */
static const char *
paragraph_text (PltImportRemarks *self, const PltRemark *remark)
{
  const GPtrArray *paragraphs = self->plan->script->paragraphs;

  for (guint i = 0; remark->line > 0 && i < paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (paragraph->line == remark->line && strstr (paragraph->text, remark->text) != NULL)
        return paragraph->text;
    }
  return remark->text;
}

/* "remark.correct" of a row: the item it is bound to is asked for when it is used. */
static void
on_correct (GSimpleAction *action, GVariant *parameter, GtkListItem *item)
{
  PltRemarkRow *row = gtk_list_item_get_item (item);
  GtkWidget *self
      = gtk_widget_get_ancestor (gtk_list_item_get_child (item), PLT_TYPE_IMPORT_REMARKS);
  g_autofree char *text = NULL;

  if (row == NULL || self == NULL)
    return;
  text = g_strdup (paragraph_text (PLT_IMPORT_REMARKS (self), row->remark)); /* the plan may go */
  g_signal_emit (self, signals[CORRECTED], 0, text, g_variant_get_int32 (parameter));
}

static GMenuModel *
new_menu (void)
{
  GMenu *menu = g_menu_new ();
  guint n;
  const PltParagraphKind *kinds = plt_paragraph_kinds_to_say (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (plt_paragraph_kind_title (kinds[i]), NULL);

      g_menu_item_set_action_and_target (item, "remark.correct", "i", (int) kinds[i]);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
new_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item)
{

  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("correct", G_VARIANT_TYPE_INT32);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *place = new_label ("numeric");
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *message = new_label (NULL);
  GtkWidget *words = new_label ("screenplay-words");
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = new_menu ();

  gtk_label_set_width_chars (GTK_LABEL (place), 20);
  gtk_widget_set_valign (place, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (words), TRUE);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (text), message);
  gtk_box_append (GTK_BOX (text), words);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("It is…"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _ ("Say what this line is: this draft and the next ones "
                                          "are read so"));
  gtk_box_append (GTK_BOX (row), place);
  gtk_box_append (GTK_BOX (row), text);
  gtk_box_append (GTK_BOX (row), button);
  g_signal_connect (action, "activate", G_CALLBACK (on_correct), item);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (row, "remark", G_ACTION_GROUP (actions));
  gtk_list_item_set_child (item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const PltRemarkRow *row = PLT_REMARK_ROW (gtk_list_item_get_item (item));
  const PltRemark *remark = row->remark;
  GtkWidget *place = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *text = gtk_widget_get_next_sibling (place);
  GtkWidget *message = gtk_widget_get_first_child (text);
  GtkWidget *words = gtk_widget_get_next_sibling (message);
  g_autofree char *where
      = row->page > 0 ? g_strdup_printf (_ ("%s, page %u"), word_of (remark->kind), row->page)
        : remark->line > 0
            ? g_strdup_printf (_ ("%s, line %u"), word_of (remark->kind), remark->line)
            : g_strdup (word_of (remark->kind));

  gtk_label_set_label (GTK_LABEL (place), where);
  gtk_label_set_label (GTK_LABEL (message), remark->message);
  gtk_label_set_label (GTK_LABEL (words), remark->text);
  gtk_widget_set_visible (words, *remark->text != '\0');
  gtk_widget_set_visible (gtk_widget_get_next_sibling (text),
                          remark->kind == PLT_REMARK_GUESSED && *remark->text != '\0');
}

static void
add_rows (GPtrArray *rows, const PltScript *script, const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      PltRemarkRow *row = g_object_new (PLT_TYPE_REMARK_ROW, NULL);

      row->remark = g_ptr_array_index (remarks, i);
      row->page = plt_script_paper_page (script, row->remark->line);
      g_ptr_array_add (rows, row);
    }
}

void
plt_import_remarks_show (PltImportRemarks *self, const PltImportPlan *plan)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (PLT_IS_IMPORT_REMARKS (self));

  self->plan = plan;
  if (plan != NULL)
    {
      add_rows (rows, plan->script, plan->script->remarks);
      add_rows (rows, plan->script, plan->remarks);
    }
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       rows->pdata, rows->len);
  gtk_widget_set_visible (self->scroller, rows->len > 0);
  gtk_widget_set_visible (self->empty, rows->len == 0);
}

guint
plt_import_remarks_get_n (PltImportRemarks *self)
{
  g_return_val_if_fail (PLT_IS_IMPORT_REMARKS (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

GtkWidget *
plt_import_remarks_new (void)
{
  return g_object_new (PLT_TYPE_IMPORT_REMARKS, NULL);
}

static void
plt_import_remarks_dispose (GObject *object)
{
  PltImportRemarks *self = PLT_IMPORT_REMARKS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (plt_import_remarks_parent_class)->dispose (object);
}

static void
plt_import_remarks_class_init (PltImportRemarksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_import_remarks_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-import-remarks");
  signals[CORRECTED] = g_signal_new ("corrected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
plt_import_remarks_init (PltImportRemarks *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  self->rows = g_list_store_new (PLT_TYPE_REMARK_ROW);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)))),
      factory);
  gtk_widget_add_css_class (list, "rich-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remarks of the reading"), -1);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->empty = new_label ("dim-label");
  gtk_label_set_label (GTK_LABEL (self->empty),
                       _ ("Nothing had to be guessed, and nothing was left out."));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
