#include "plt-sheet-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-effect-swatch.h"
#include "plt-empty-state.h"
#include "plt-field.h"
#include "plt-sequence-list.h"

#define LIST_WIDTH 168

struct _PltSheetPage
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 sequence;
  gboolean following;
  GPtrArray *fields;  /* PltField, borrowed from the head */
  GArray *categories; /* gint64: those there are boxes for, in order */

  GtkWidget *stack; /* empty, sheet */
  GtkWidget *list;
  GtkWidget *number;
  GtkWidget *effect;
  GtkWidget *set;
  GtkWidget *place;
  GtkWidget *progress;
  GtkWidget *progress_text;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *scroller;
  GtkWidget *head;
  GtkWidget *boxes;
};

G_DEFINE_FINAL_TYPE (PltSheetPage, plt_sheet_page, GTK_TYPE_WIDGET)

/* The head of the paper: where each field stands. */
static const struct
{
  const char *column;
  int x, y, width;
  int chars;
} places[] = {
  { "number", 0, 0, 1, 5 },  { "int_ext", 1, 0, 1, 7 },        { "effect", 2, 0, 1, 9 },
  { "set", 3, 0, 2, 16 },    { "sub_set", 5, 0, 1, 14 },       { "story_day", 0, 1, 1, 5 },
  { "eighths", 1, 1, 1, 6 }, { "premin_seconds", 2, 1, 1, 6 }, { "shooting_minutes", 3, 1, 1, 7 },
  { "shots", 4, 1, 1, 5 },   { "location", 5, 1, 1, 14 },      { "synopsis", 0, 2, 3, 30 },
  { "note", 3, 2, 2, 20 },   { "status", 5, 2, 1, 10 },        { "hazards", 5, 3, 1, 10 },
};

gint64
plt_sheet_page_get_sequence (PltSheetPage *self)
{
  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), 0);

  return self->sequence;
}

gboolean
plt_sheet_page_commit (PltSheetPage *self)
{
  gboolean all = TRUE;
  GtkWidget *child, *next;

  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    all = plt_field_commit (g_ptr_array_index (self->fields, i)) && all;
  for (child = gtk_widget_get_first_child (self->boxes); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      all = plt_element_box_commit (
                PLT_ELEMENT_BOX (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))))
            && all;
    }
  return all;
}

/* ---- what is shown ---- */

static void
add_field (PltSheetPage *self, PltRecord *record, guint i)
{
  const PltColumn *column = plt_table_column (plt_record_get_table (record), places[i].column);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (plt_column_title (column));
  GtkWidget *field = plt_field_new (self->session, record, column);
  GtkWidget *editor = plt_field_get_editor (PLT_FIELD (field));
  gboolean tall = column->type == PLT_COLUMN_LONG_TEXT;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "sheet-label");
  if (GTK_IS_EDITABLE (editor))
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (editor), places[i].chars);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (editor), places[i].chars);
    }
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), field);
  gtk_grid_attach (GTK_GRID (self->head), box, places[i].x, places[i].y, places[i].width,
                   tall ? 2 : 1);
  g_ptr_array_add (self->fields, field);
}

static void
fill_head (PltSheetPage *self)
{
  GtkWidget *child;
  g_autoptr (PltRecord) record = NULL;

  g_ptr_array_set_size (self->fields, 0);
  while ((child = gtk_widget_get_first_child (self->head)) != NULL)
    gtk_grid_remove (GTK_GRID (self->head), child);
  record = plt_store_get_record (plt_session_get_store (self->session), "sequence", self->sequence);
  if (record == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_field (self, record, i);
}

static gboolean
has_these_boxes (PltSheetPage *self, const PltFacts *facts)
{
  if (self->categories->len != facts->categories.n)
    return FALSE;
  for (guint i = 0; i < facts->categories.n; i++)
    if (g_array_index (self->categories, gint64, i) != facts->categories.items[i].id)
      return FALSE;
  return TRUE;
}

static void
make_boxes (PltSheetPage *self, const PltFacts *facts)
{
  GtkWidget *child;

  if (has_these_boxes (self, facts))
    return;
  while ((child = gtk_widget_get_first_child (self->boxes)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->boxes), child);
  g_array_set_size (self->categories, 0);
  for (guint i = 0; i < facts->categories.n; i++)
    {
      GtkWidget *box = plt_element_box_new (self->session, facts->categories.items[i].id);

      gtk_flow_box_append (GTK_FLOW_BOX (self->boxes), box);
      gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
      g_array_append_val (self->categories, facts->categories.items[i].id);
    }
}

static void
show_boxes (PltSheetPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->boxes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    plt_element_box_show (
        PLT_ELEMENT_BOX (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))),
        self->sequence);
}

static void
show_bar (PltSheetPage *self, const PltFacts *facts)
{
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, self->sequence);
  guint index = (guint) (sequence - facts->sequences.items);
  g_autofree char *set = plt_facts_set_name (facts, sequence);
  g_autofree char *title = g_strdup_printf (_ ("Sequence %s"), sequence->number);
  /* Translators: "sheet 12 of 24" */
  g_autofree char *place = g_strdup_printf (_ ("%u of %u"), index + 1, facts->sequences.n);
  g_autofree char *progress = NULL;
  g_autofree char *part = NULL;
  PltBreakdownStats stats;

  plt_breakdown_stats (facts, &stats);
  progress = g_strdup_printf (_ ("%u of %u sequences have elements"), stats.n_with_elements,
                              stats.total.n);
  gtk_label_set_label (GTK_LABEL (self->number), title);
  plt_effect_swatch_set (PLT_EFFECT_SWATCH (self->effect), sequence->int_ext, sequence->effect);
  gtk_label_set_label (GTK_LABEL (self->set), set);
  gtk_label_set_label (GTK_LABEL (self->place), place);
  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (self->progress), MAX (stats.total.n, 1));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->progress), stats.n_with_elements);
  gtk_widget_set_tooltip_text (self->progress, progress);
  plt_a11y_set_name (self->progress, progress);
  part = g_strdup_printf ("%u/%u", stats.n_with_elements, stats.total.n);
  gtk_label_set_label (GTK_LABEL (self->progress_text), part);
  gtk_widget_set_tooltip_text (self->progress_text, progress);
  gtk_widget_set_sensitive (self->previous, index > 0);
  gtk_widget_set_sensitive (self->next, index + 1 < facts->sequences.n);
}

void
plt_sheet_page_refresh (PltSheetPage *self)
{
  const PltFacts *facts;

  g_return_if_fail (PLT_IS_SHEET_PAGE (self));

  facts = plt_session_get_facts (self->session);
  if (PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, self->sequence) == NULL)
    {
      self->sequence = facts->sequences.n > 0 ? facts->sequences.items[0].id : 0;
      fill_head (self);
    }
  self->following = TRUE;
  plt_sequence_list_refresh (PLT_SEQUENCE_LIST (self->list));
  plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), self->sequence);
  self->following = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->sequence != 0 ? "sheet" : "empty");
  if (self->sequence == 0)
    return;
  make_boxes (self, facts);
  show_boxes (self);
  show_bar (self, facts);
}

gboolean
plt_sheet_page_show (PltSheetPage *self, gint64 sequence)
{
  const PltFacts *facts;

  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  facts = plt_session_get_facts (self->session);
  if (sequence == self->sequence)
    return TRUE;
  if (PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequence) == NULL
      || !plt_sheet_page_commit (self))
    {
      plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), self->sequence);
      return FALSE;
    }
  self->sequence = sequence;
  fill_head (self);
  plt_sheet_page_refresh (self);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  plt_session_select (self->session, "sequence", sequence, NULL);
  return TRUE;
}

gboolean
plt_sheet_page_turn (PltSheetPage *self, int step)
{
  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  return plt_sheet_page_show (self,
                              plt_sequence_list_get_beside (PLT_SEQUENCE_LIST (self->list), step));
}

PltElementBox *
plt_sheet_page_get_box (PltSheetPage *self, const char *category_code)
{
  const PltFacts *facts;

  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), NULL);

  facts = plt_session_get_facts (self->session);
  for (GtkWidget *child = gtk_widget_get_first_child (self->boxes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PltElementBox *box
          = PLT_ELEMENT_BOX (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child)));
      const PltCategoryFacts *category = PLT_FACTS_FIND (facts->categories, PltCategoryFacts,
                                                         plt_element_box_get_category (box));

      if (category != NULL && g_str_equal (category->code, category_code))
        return box;
    }
  return NULL;
}

gboolean
plt_sheet_page_grab_focus (PltSheetPage *self)
{
  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  return self->sequence != 0 && plt_sequence_list_grab_focus (PLT_SEQUENCE_LIST (self->list));
}

/* ---- what the user does ---- */

static void
on_list (PltSheetPage *self, gint64 sequence)
{
  if (!self->following)
    plt_sheet_page_show (self, sequence);
}

static void
on_previous (PltSheetPage *self)
{
  plt_sheet_page_turn (self, -1);
}

static void
on_next (PltSheetPage *self)
{
  plt_sheet_page_turn (self, 1);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltSheetPage *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (keyval != GDK_KEY_Page_Up && keyval != GDK_KEY_KP_Page_Up && keyval != GDK_KEY_Page_Down
      && keyval != GDK_KEY_KP_Page_Down)
    return FALSE;
  plt_sheet_page_turn (self, keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up ? -1 : 1);
  return TRUE;
}

/* ---- building ---- */

static GtkWidget *
new_turner (PltSheetPage *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  plt_a11y_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_bar (PltSheetPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->number = gtk_label_new (NULL);
  self->effect = plt_effect_swatch_new ("", "");
  self->set = gtk_label_new (NULL);
  self->place = gtk_label_new (NULL);
  self->progress = gtk_level_bar_new ();
  self->progress_text = gtk_label_new (NULL);
  self->previous = new_turner (self, "go-previous-symbolic", _ ("Previous sheet (Page Up)"),
                               G_CALLBACK (on_previous));
  self->next
      = new_turner (self, "go-next-symbolic", _ ("Next sheet (Page Down)"), G_CALLBACK (on_next));
  gtk_widget_add_css_class (self->number, "sheet-title");
  gtk_label_set_xalign (GTK_LABEL (self->set), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->set), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->set, TRUE);
  gtk_widget_add_css_class (self->place, "numeric");
  gtk_widget_add_css_class (self->place, "dim-label");
  gtk_widget_add_css_class (self->progress_text, "dim-label");
  gtk_widget_add_css_class (self->progress_text, "numeric");
  gtk_widget_set_size_request (self->progress, 80, -1);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (bar), self->previous);
  gtk_box_append (GTK_BOX (bar), self->next);
  gtk_box_append (GTK_BOX (bar), self->place);
  gtk_box_append (GTK_BOX (bar), self->number);
  gtk_box_append (GTK_BOX (bar), self->effect);
  gtk_box_append (GTK_BOX (bar), self->set);
  gtk_box_append (GTK_BOX (bar), self->progress);
  gtk_box_append (GTK_BOX (bar), self->progress_text);
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

static GtkWidget *
new_sheet (PltSheetPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->head = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->head), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->head), 8);
  self->boxes = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->boxes), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->boxes), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->boxes), 6);
  plt_a11y_set_name (self->boxes, _ ("Elements by category"));
  gtk_box_append (GTK_BOX (content), self->head);
  gtk_box_append (GTK_BOX (content), self->boxes);
  gtk_widget_add_css_class (content, "sheet-content");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (column), new_bar (self));
  gtk_box_append (GTK_BOX (column), self->scroller);
  return column;
}

GtkWidget *
plt_sheet_page_new (PltSession *session)
{
  PltSheetPage *self = g_object_new (PLT_TYPE_SHEET_PAGE, NULL);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->list = plt_sequence_list_new (session);
  gtk_widget_set_size_request (self->list, 150, -1);
  g_signal_connect_swapped (self->list, "sequence-selected", G_CALLBACK (on_list), self);
  gtk_paned_set_start_child (GTK_PANED (paned), self->list);
  gtk_paned_set_end_child (GTK_PANED (paned), new_sheet (self));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (paned), TRUE);
  plt_sequence_list_set_width (PLT_SEQUENCE_LIST (self->list), GTK_PANED (paned), LIST_WIDTH);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-breakdown-symbolic", _ ("There is no sequence yet"),
                           _ ("Each sequence of the screenplay has a sheet here."),
                           plt_session_is_read_only (session) ? NULL : _ ("_Open a Screenplay…"),
                           "win.import-script"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), paned, "sheet");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  return GTK_WIDGET (self);
}

static void
plt_sheet_page_dispose (GObject *object)
{
  PltSheetPage *self = PLT_SHEET_PAGE (object);

  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_sheet_page_parent_class)->dispose (object);
}

static void
plt_sheet_page_finalize (GObject *object)
{
  g_ptr_array_unref (PLT_SHEET_PAGE (object)->fields);
  g_array_unref (PLT_SHEET_PAGE (object)->categories);

  G_OBJECT_CLASS (plt_sheet_page_parent_class)->finalize (object);
}

static void
plt_sheet_page_class_init (PltSheetPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_sheet_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_sheet_page_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-sheet-page");
}

static void
plt_sheet_page_init (PltSheetPage *self)
{
  self->fields = g_ptr_array_new ();
  self->categories = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
