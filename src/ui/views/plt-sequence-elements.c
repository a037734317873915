#include "plt-sequence-elements.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-category-look.h"
#include "plt-suggest-entry.h"

struct _PltSequenceElements
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 sequence;
  GArray *categories; /* gint64, as the drop-down has them */
  guint n;
  gboolean filling; /* what is selected is not the user's doing */

  GtkWidget *box;
  GtkWidget *adder;
  GtkWidget *category;
  GtkWidget *entry;
  GtkWidget *stack; /* empty, list */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltSequenceElements, plt_sequence_elements, GTK_TYPE_WIDGET)

enum
{
  ELEMENT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What a row stands for; headings have none. */
typedef struct
{
  gint64 element, occurrence;
} Line;

guint
plt_sequence_elements_get_n (PltSequenceElements *self)
{
  g_return_val_if_fail (PLT_IS_SEQUENCE_ELEMENTS (self), 0);

  return self->n;
}

GtkListBox *
plt_sequence_elements_get_list (PltSequenceElements *self)
{
  g_return_val_if_fail (PLT_IS_SEQUENCE_ELEMENTS (self), NULL);

  return GTK_LIST_BOX (self->list);
}

gboolean
plt_sequence_elements_grab_focus (PltSequenceElements *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_SEQUENCE_ELEMENTS (self), FALSE);

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  for (int i = 0; row == NULL; i++)
    {
      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i);
      if (row == NULL)
        return gtk_widget_child_focus (self->adder, GTK_DIR_TAB_FORWARD);
      if (!gtk_list_box_row_get_selectable (row))
        row = NULL;
    }
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  return gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* ---- adding ---- */

static gint64
chosen_category (PltSequenceElements *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->category));

  return place < self->categories->len ? g_array_index (self->categories, gint64, place) : 0;
}

void
plt_sequence_elements_choose_category (PltSequenceElements *self, const char *code)
{
  const PltFacts *facts;

  g_return_if_fail (PLT_IS_SEQUENCE_ELEMENTS (self));

  facts = plt_session_get_facts (self->session);
  for (guint i = 0; i < self->categories->len; i++)
    {
      const PltCategoryFacts *category = PLT_FACTS_FIND (
          facts->categories, PltCategoryFacts, g_array_index (self->categories, gint64, i));

      if (category != NULL && g_str_equal (category->code, code))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->category), i);
    }
}

gboolean
plt_sequence_elements_add (PltSequenceElements *self, const char *text)
{
  const PltFacts *facts;
  const PltSequenceFacts *sequence;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (PLT_IS_SEQUENCE_ELEMENTS (self) && text != NULL, FALSE);

  facts = plt_session_get_facts (self->session);
  sequence = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, self->sequence);
  if (sequence == NULL)
    return FALSE;
  label = g_strdup_printf (_ ("Add %s to sequence %s"), text, sequence->number);
  if (plt_breakdown_add_element (facts, self->sequence, chosen_category (self), text, batch, &error)
      && plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, &error))
    return TRUE;
  plt_suggest_entry_set_message (PLT_SUGGEST_ENTRY (self->entry),
                                 error != NULL ? error->message : NULL);
  return FALSE;
}

static gboolean
on_accept (PltSuggestEntry *entry, const char *text, PltSequenceElements *self)
{
  return plt_sequence_elements_add (self, text);
}

static GStrv
propose (gpointer data)
{
  PltSequenceElements *self = data;
  const PltFacts *facts = plt_session_get_facts (self->session);
  gint64 category = chosen_category (self);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < facts->elements.n; i++)
    if (facts->elements.items[i].category == category)
      g_strv_builder_add (builder, facts->elements.items[i].name);
  return g_strv_builder_end (builder);
}

static gboolean
has_these_categories (PltSequenceElements *self, const PltFacts *facts)
{
  if (self->categories->len != facts->categories.n)
    return FALSE;
  for (guint i = 0; i < facts->categories.n; i++)
    if (g_array_index (self->categories, gint64, i) != facts->categories.items[i].id)
      return FALSE;
  return TRUE;
}

static void
fill_categories (PltSequenceElements *self, const PltFacts *facts)
{
  g_autoptr (GtkStringList) names = NULL;

  if (has_these_categories (self, facts))
    return;
  names = gtk_string_list_new (NULL);
  g_array_set_size (self->categories, 0);
  for (guint i = 0; i < facts->categories.n; i++)
    {
      const PltCategoryFacts *category = &facts->categories.items[i];

      gtk_string_list_append (names, category->code);
      g_array_append_val (self->categories, category->id);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->category), G_LIST_MODEL (names));
  plt_sequence_elements_choose_category (self, "AC");
}

/* ---- taking out ---- */

/* The element leaves the séquence: its tags there go with it. */
static void
take_out (PltSequenceElements *self, const Line *line)
{
  const PltFacts *facts = plt_session_get_text (self->session);
  const PltElementFacts *element = PLT_FACTS_FIND (facts->elements, PltElementFacts, line->element);
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, self->sequence);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;

  if (element == NULL || sequence == NULL || plt_session_is_read_only (self->session))
    return;
  for (guint i = 0; i < facts->tags.n; i++)
    {
      const PltTagFacts *tag = &facts->tags.items[i];
      const PltBlockFacts *block = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, tag->script_block);

      if (tag->element == element->id && block != NULL && block->sequence == sequence->id)
        plt_batch_delete (batch, "script_tag", tag->id);
    }
  plt_batch_delete (batch, "sequence_element", line->occurrence);
  label = g_strdup_printf (_ ("Remove %s from sequence %s"), element->name, sequence->number);
  if (plt_session_apply (self->session, label, NULL, batch, NULL))
    plt_session_toast (self->session, label, _ ("Undo"), "win.undo");
}

static const Line *
line_of (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "plt-line") : NULL;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltSequenceElements *self)
{
  GtkRoot *root = gtk_widget_get_root (self->list);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  const Line *line
      = line_of (focus != NULL && GTK_IS_LIST_BOX_ROW (focus) /* Tab does not select it */
                         && gtk_widget_is_ancestor (focus, self->list)
                     ? GTK_LIST_BOX_ROW (focus)
                     : gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));

  if (line == NULL || (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  take_out (self, line);
  return TRUE;
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, PltSequenceElements *self)
{
  const Line *line = line_of (row);

  if (line != NULL)
    g_signal_emit (self, signals[ELEMENT_ACTIVATED], 0, line->element);
}

/* What is selected here has its form in the side pane: quantity, costume, note. */
static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, PltSequenceElements *self)
{
  const Line *line = line_of (row);

  if (line != NULL && !self->filling)
    plt_session_select (self->session, "sequence_element", line->occurrence, NULL);
}

/* ---- the rows ---- */

static void
add_heading (PltSequenceElements *self, const PltCategoryFacts *category, guint n)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *code = gtk_label_new (category->code);
  GtkWidget *name = gtk_label_new (category->name);
  g_autofree char *count = g_strdup_printf ("%u", n);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_width_chars (GTK_LABEL (code), 4);
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_widget_add_css_class (code, "category-code");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_tooltip_text (row, category->department);
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "heading-row");
  plt_a11y_set_name (row, category->name);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static char *
detail_of (const PltOccurrenceFacts *occurrence)
{
  GString *text = g_string_new (NULL);

  if (occurrence->quantity != PLT_UNKNOWN && occurrence->quantity != 1)
    g_string_append_printf (text, "×%" G_GINT64_FORMAT, occurrence->quantity);
  if (*occurrence->costume != '\0')
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: the costume of a role in a sequence, short: "cost. 2" */
      g_string_append_printf (text, _ ("cost. %s"), occurrence->costume);
    }
  return g_string_free (text, FALSE);
}

static void
add_row (PltSequenceElements *self, const PltFacts *facts, const PltOccurrenceFacts *occurrence)
{
  const PltElementFacts *element
      = PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrence->element);
  g_autoptr (GPtrArray) sequences = plt_breakdown_sequences_of (facts, element->id);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *text
      = element->number != PLT_UNKNOWN
            ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", element->number, element->name)
            : g_strdup (element->name);
  g_autofree char *detail = detail_of (occurrence);
  g_autofree char *often
      = g_strdup_printf (ngettext ("%u seq.", "%u seq.", sequences->len), sequences->len);
  g_autofree char *spoken = g_strjoin (", ", text, often, *detail != '\0' ? detail : NULL, NULL);
  GtkWidget *name = gtk_label_new (text);
  GtkWidget *more = gtk_label_new (detail);
  GtkWidget *count = gtk_label_new (often);
  const Line line = { element->id, occurrence->id };

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (more, "numeric");
  gtk_widget_add_css_class (count, "keys");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), more);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "inner-row");
  if (*element->description != '\0')
    gtk_widget_set_tooltip_text (row, element->description);
  plt_a11y_set_name (row, spoken);
  g_object_set_data_full (G_OBJECT (row), "plt-line", g_memdup2 (&line, sizeof line), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->n++;
}

/* Where the keys were: that row, or what took its place. */
static void
select_again (PltSequenceElements *self, gint64 element, int place, gboolean focus)
{
  GtkListBoxRow *row, *found = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (line_of (row) != NULL && (found == NULL || i <= place || line_of (row)->element == element))
      {
        found = row;
        if (line_of (row)->element == element)
          break;
      }
  if (found != NULL && (focus || (line_of (found)->element == element)))
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), found);
  if (found != NULL && focus)
    gtk_widget_grab_focus (GTK_WIDGET (found));
}

static void
fill (PltSequenceElements *self, const PltFacts *facts)
{
  GtkListBoxRow *now = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  gint64 element = line_of (now) != NULL ? line_of (now)->element : 0;
  int place = now != NULL ? gtk_list_box_row_get_index (now) : 0;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, self->list);
  GtkWidget *row;

  self->filling = TRUE;
  if (inside) /* a row that goes takes the keys along */
    gtk_widget_grab_focus (self->list);
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  self->n = 0;
  for (guint i = 0; i < facts->categories.n; i++)
    {
      g_autoptr (GPtrArray) occurrences
          = plt_breakdown_elements_of (facts, self->sequence, facts->categories.items[i].id);

      if (occurrences->len > 0)
        add_heading (self, &facts->categories.items[i], occurrences->len);
      for (guint j = 0; j < occurrences->len; j++)
        add_row (self, facts, g_ptr_array_index (occurrences, j));
    }
  if (element != 0 || inside)
    select_again (self, element, place, inside);
  self->filling = FALSE;
}

void
plt_sequence_elements_show (PltSequenceElements *self, gint64 sequence)
{
  const PltFacts *facts;

  g_return_if_fail (PLT_IS_SEQUENCE_ELEMENTS (self));

  facts = plt_session_get_facts (self->session);
  if (sequence != self->sequence)
    plt_suggest_entry_set_message (PLT_SUGGEST_ENTRY (self->entry), NULL);
  self->sequence = sequence;
  fill_categories (self, facts);
  fill (self, facts);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->n > 0 ? "list" : "empty");
}

/* ---- the object ---- */

static GtkWidget *
new_empty (void)
{
  GtkWidget *label = gtk_label_new (_ ("Nothing yet. Select words in the text and press the letter "
                                       "of a category, or type a name above."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "pane-note");
  return label;
}

GtkWidget *
plt_sequence_elements_new (PltSession *session)
{
  PltSequenceElements *self = g_object_new (PLT_TYPE_SEQUENCE_ELEMENTS, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  gtk_widget_set_visible (self->adder, !plt_session_is_read_only (session));
  return GTK_WIDGET (self);
}

static void
plt_sequence_elements_dispose (GObject *object)
{
  PltSequenceElements *self = PLT_SEQUENCE_ELEMENTS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_sequence_elements_parent_class)->dispose (object);
}

static void
plt_sequence_elements_finalize (GObject *object)
{
  g_array_unref (PLT_SEQUENCE_ELEMENTS (object)->categories);

  G_OBJECT_CLASS (plt_sequence_elements_parent_class)->finalize (object);
}

static void
plt_sequence_elements_class_init (PltSequenceElementsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_sequence_elements_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_sequence_elements_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[ELEMENT_ACTIVATED]
      = g_signal_new ("element-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
plt_sequence_elements_init (PltSequenceElements *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->categories = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->adder = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->category = gtk_drop_down_new (NULL, NULL);
  plt_a11y_set_name (self->category, _ ("Category of what is added"));
  gtk_widget_set_tooltip_text (self->category, _ ("Category of what is added"));
  self->entry = plt_suggest_entry_new (_ ("Add…"), _ ("Add an element to the sequence"));
  plt_suggest_entry_set_source (PLT_SUGGEST_ENTRY (self->entry), propose, self);
  g_signal_connect (self->entry, "accept", G_CALLBACK (on_accept), self);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_widget_set_valign (self->category, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->adder), self->category);
  gtk_box_append (GTK_BOX (self->adder), self->entry);
  gtk_widget_add_css_class (self->adder, "pane-adder");
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  plt_a11y_set_name (self->list, _ ("Elements of the sequence"));
  gtk_widget_add_css_class (self->list, "categories");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), new_empty (), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->adder);
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
