#include "plt-element-box.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-field.h"
#include "plt-links.h"
#include "plt-suggest-entry.h"

#define QUANTITY_CHARS 3
#define NAME_CHARS 12 /* asked for: a name takes all the room there is */

struct _PltElementBox
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 category;
  gint64 sequence;
  GPtrArray *fields; /* PltField, borrowed from the rows */
  GString *shown;    /* occurrences and names: what the rows say now */
  guint n;
  PltBoxState state;

  GtkWidget *box;
  GtkWidget *code;
  GtkWidget *name;
  GtkWidget *count;
  GtkWidget *rows;
  GtkWidget *foot;
  GtkWidget *entry;
  GtkWidget *nothing; /* button: "Néant" */
};

enum
{
  LEAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PltElementBox, plt_element_box, GTK_TYPE_WIDGET)

gint64
plt_element_box_get_category (PltElementBox *self)
{
  g_return_val_if_fail (PLT_IS_ELEMENT_BOX (self), 0);

  return self->category;
}

guint
plt_element_box_get_n_elements (PltElementBox *self)
{
  g_return_val_if_fail (PLT_IS_ELEMENT_BOX (self), 0);

  return self->n;
}

GtkWidget *
plt_element_box_get_entry (PltElementBox *self)
{
  g_return_val_if_fail (PLT_IS_ELEMENT_BOX (self), NULL);

  return self->entry;
}

PltBoxState
plt_element_box_get_state (PltElementBox *self)
{
  g_return_val_if_fail (PLT_IS_ELEMENT_BOX (self), PLT_BOX_TODO);

  return self->state;
}

/* ---- changes ---- */

static char *
number_of (PltElementBox *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, self->sequence);

  return g_strdup (sequence != NULL ? sequence->number : "");
}

gboolean
plt_element_box_add (PltElementBox *self, const char *text)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (PLT_IS_ELEMENT_BOX (self) && text != NULL, FALSE);

  number = number_of (self);
  /* Translators: an element and the number of a sequence: "Add Dockers to sequence 12" */
  label = g_strdup_printf (_ ("Add %s to sequence %s"), text, number);
  if (self->sequence != 0
      && plt_breakdown_add_element (plt_session_get_facts (self->session), self->sequence,
                                    self->category, text, batch, &error)
      && plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, &error))
    return TRUE;
  plt_suggest_entry_set_message (PLT_SUGGEST_ENTRY (self->entry),
                                 error != NULL ? error->message : NULL);
  return FALSE;
}

static gboolean
toggle_nothing (PltElementBox *self)
{
  const PltFacts *facts;
  const PltCategoryFacts *category;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (PLT_IS_ELEMENT_BOX (self), FALSE);

  facts = plt_session_get_facts (self->session);
  category = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, self->category);
  if (category == NULL || self->sequence == 0 || plt_session_is_read_only (self->session))
    return FALSE;
  number = number_of (self);
  if (self->state == PLT_BOX_TODO)
    {
      plt_progress_confirm (facts, self->sequence, self->category, batch);
      /* Translators: a category and the number of a sequence: "Nothing needed: Animals, sequence
       * 12" */
      label = g_strdup_printf (_ ("Nothing needed: %s, sequence %s"), category->name, number);
    }
  else
    {
      plt_progress_unconfirm (facts, self->sequence, self->category, batch);
      /* Translators: a category and the number of a sequence: "Open again: Animals, sequence 12" */
      label = g_strdup_printf (_ ("Open again: %s, sequence %s"), category->name, number);
    }
  return plt_batch_get_n_edits (batch) > 0
         && plt_session_apply (self->session, label, NULL, batch, NULL);
}

static void
on_nothing (PltElementBox *self)
{
  toggle_nothing (self);
}

/* The hyphen does it too: on a French keyboard Ctrl+0 takes three fingers. */
gboolean
plt_element_box_press_key (PltElementBox *self, guint keyval, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean typing = focus != NULL && gtk_widget_is_ancestor (focus, self->entry);
  gboolean empty = typing && *plt_suggest_entry_get_text (PLT_SUGGEST_ENTRY (self->entry)) == '\0';
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if ((modifiers == GDK_CONTROL_MASK
       && (keyval == GDK_KEY_0 || keyval == GDK_KEY_KP_0 || keyval == GDK_KEY_agrave))
      || (modifiers == 0 && empty && (keyval == GDK_KEY_minus || keyval == GDK_KEY_KP_Subtract)))
    {
      if (toggle_nothing (self) && self->state == PLT_BOX_NOTHING)
        g_signal_emit (self, signals[LEAVE], 0, 1, TRUE);
      return TRUE;
    }
  if (modifiers == 0 && empty
      && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter))
    {
      g_signal_emit (self, signals[LEAVE], 0, 1, FALSE);
      return TRUE;
    }
  if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_Down || keyval == GDK_KEY_Up))
    {
      g_signal_emit (self, signals[LEAVE], 0, keyval == GDK_KEY_Down ? 1 : -1, FALSE);
      return TRUE;
    }
  return FALSE;
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltElementBox *self)
{
  return plt_element_box_press_key (self, keyval, state);
}

static gboolean
on_accept (PltSuggestEntry *entry, const char *text, PltElementBox *self)
{
  return plt_element_box_add (self, text);
}

void
plt_element_box_remove (PltElementBox *self, gint64 occurrence)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltFacts *facts;
  const PltOccurrenceFacts *found;
  const PltElementFacts *element;
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (PLT_IS_ELEMENT_BOX (self));

  facts = plt_session_get_facts (self->session);
  found = PLT_FACTS_FIND (facts->occurrences, PltOccurrenceFacts, occurrence);
  element
      = found != NULL ? PLT_FACTS_FIND (facts->elements, PltElementFacts, found->element) : NULL;
  if (element == NULL)
    return;
  number = number_of (self);
  /* Translators: an element and the number of a sequence: "Remove Dockers from sequence 12" */
  label = g_strdup_printf (_ ("Remove %s from sequence %s"), element->name, number);
  plt_batch_delete (batch, "sequence_element", occurrence);
  gtk_widget_grab_focus (self->entry); /* the button goes */
  if (plt_session_apply (self->session, label, NULL, batch, NULL))
    plt_session_toast (self->session, label, _ ("Undo"), "win.undo");
}

static void
on_remove (GtkButton *button, PltElementBox *self)
{
  plt_element_box_remove (self, *(gint64 *) g_object_get_data (G_OBJECT (button), "plt-row"));
}

gboolean
plt_element_box_commit (PltElementBox *self)
{
  gboolean all;

  g_return_val_if_fail (PLT_IS_ELEMENT_BOX (self), FALSE);

  all = plt_suggest_entry_commit (PLT_SUGGEST_ENTRY (self->entry));
  for (guint i = 0; i < self->fields->len; i++)
    all = plt_field_commit (g_ptr_array_index (self->fields, i)) && all;
  return all;
}

/* ---- what is shown ---- */

static GStrv
propose (gpointer data)
{
  PltElementBox *self = data;
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < facts->elements.n; i++)
    if (facts->elements.items[i].category == self->category
        && plt_facts_find_occurrence (facts, self->sequence, facts->elements.items[i].id) == NULL)
      g_strv_builder_add (builder, facts->elements.items[i].name);
  return g_strv_builder_end (builder);
}

static void
add_field (
    PltElementBox *self, GtkWidget *row, PltRecord *record, const char *column, const char *element)
{
  const PltColumn *found = plt_table_column (plt_record_get_table (record), column);
  GtkWidget *field = plt_field_new (self->session, record, found);
  GtkWidget *editor = plt_field_get_editor (PLT_FIELD (field));
  /* Translators: a field and the element it belongs to: "Quantity of Dockers" */
  g_autofree char *name = g_strdup_printf (_ ("%s of %s"), plt_column_title (found), element);

  if (GTK_IS_EDITABLE (editor))
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (editor), QUANTITY_CHARS);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (editor), QUANTITY_CHARS);
      gtk_editable_set_alignment (GTK_EDITABLE (editor), 1);
    }
  if (GTK_IS_ENTRY (editor))
    gtk_entry_set_placeholder_text (GTK_ENTRY (editor),
                                    g_str_equal (column, "quantity") ? _ ("qty") : _ ("cost."));
  gtk_widget_set_valign (field, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (field, name);
  plt_a11y_set_name (editor, name);
  gtk_box_append (GTK_BOX (row), field);
  g_ptr_array_add (self->fields, field);
}

static void
add_row (PltElementBox *self,
         const PltElementFacts *element,
         const PltOccurrenceFacts *occurrence,
         gboolean role)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autoptr (PltRecord) record = plt_store_get_record (plt_session_get_store (self->session),
                                                       "sequence_element", occurrence->id);
  g_autofree char *text
      = element->number != PLT_UNKNOWN
            ? g_strdup_printf ("%" G_GINT64_FORMAT " %s", element->number, element->name)
            : g_strdup (element->name);
  g_autofree char *hint = g_strdup_printf (_ ("Remove %s"), element->name);
  GtkWidget *door
      = plt_link_button_new (self->session, text, (PltRef){ "element", element->id, NULL });

  gtk_label_set_max_width_chars (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (door))), NAME_CHARS);
  gtk_widget_set_hexpand (door, TRUE);
  gtk_widget_set_tooltip_text (door, *element->description != '\0' ? element->description : text);
  gtk_box_append (GTK_BOX (row), door);
  if (record != NULL)
    add_field (self, row, record, role ? "costume" : "quantity", element->name);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "quiet");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, hint);
  plt_a11y_set_name (remove, hint);
  gtk_widget_set_visible (remove, !plt_session_is_read_only (self->session));
  g_object_set_data_full (G_OBJECT (remove), "plt-row",
                          g_memdup2 (&occurrence->id, sizeof occurrence->id), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->rows), row);
}

/* What the rows say is written to `text`; with `rows`, rows are made of it. */
static guint
walk (PltElementBox *self, const PltFacts *facts, gboolean rows, GString *text)
{
  const PltCategoryFacts *category
      = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, self->category);
  gboolean role = category != NULL && g_str_equal (category->family, "roles");
  g_autoptr (GPtrArray) occurrences
      = plt_breakdown_elements_of (facts, self->sequence, self->category);

  for (guint i = 0; i < occurrences->len; i++)
    {
      const PltOccurrenceFacts *occurrence = g_ptr_array_index (occurrences, i);
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrence->element);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n",
                              occurrence->id, element->number, element->name);
      if (rows)
        add_row (self, element, occurrence, role);
    }
  return occurrences->len;
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Filled, néant or to be done: by a word and a sign, not by the colour alone. */
static void
show_state (PltElementBox *self, const PltCategoryFacts *category)
{
  gboolean nothing, counted = plt_progress_counts (category);
  g_autofree char *name = NULL;

  self->state = self->n > 0 ? PLT_BOX_FILLED
                            : plt_progress_box (plt_session_get_progress (self->session),
                                                self->sequence, self->category);
  nothing = self->state == PLT_BOX_NOTHING;
  set_class (GTK_WIDGET (self), "filled", self->state == PLT_BOX_FILLED);
  set_class (GTK_WIDGET (self), "nothing", nothing);
  set_class (GTK_WIDGET (self), "todo", self->state == PLT_BOX_TODO && counted);
  gtk_button_set_label (GTK_BUTTON (self->nothing),
                        nothing ? _ ("✓ Nothing needed") : _ ("Nothing needed"));
  gtk_widget_set_visible (self->nothing, nothing
                                             || (self->state == PLT_BOX_TODO && counted
                                                 && !plt_session_is_read_only (self->session)));
  gtk_widget_set_tooltip_text (
      self->nothing, nothing ? _ ("Somebody checked that nothing is needed; click to open "
                                  "the box again (Ctrl+0)")
                             : _ ("Confirm that nothing is needed (hyphen or Ctrl+0)"));
  name = g_strdup_printf ("%s, %s", category->name,
                          nothing                         ? _ ("nothing needed")
                          : self->state == PLT_BOX_FILLED ? _ ("filled")
                                                          : _ ("to do"));
  plt_a11y_set_name (GTK_WIDGET (self), name);
}

void
plt_element_box_show (PltElementBox *self, gint64 sequence)
{
  const PltFacts *facts;
  const PltCategoryFacts *category;
  g_autoptr (GString) now = g_string_new (NULL);
  g_autofree char *count = NULL;
  GtkWidget *row;

  g_return_if_fail (PLT_IS_ELEMENT_BOX (self));

  facts = plt_session_get_facts (self->session);
  category = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, self->category);
  if (category == NULL)
    return;
  if (sequence != self->sequence)
    plt_suggest_entry_set_message (PLT_SUGGEST_ENTRY (self->entry), NULL);
  self->sequence = sequence;
  gtk_label_set_label (GTK_LABEL (self->code), category->code);
  gtk_label_set_label (GTK_LABEL (self->name), category->name);
  self->n = walk (self, facts, FALSE, now);
  if (!g_string_equal (now, self->shown))
    {
      g_ptr_array_set_size (self->fields, 0);
      while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
        gtk_box_remove (GTK_BOX (self->rows), row);
      g_string_truncate (self->shown, 0);
      walk (self, facts, TRUE, self->shown);
    }
  count = self->n > 0 ? g_strdup_printf ("%u", self->n) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (self->count), count);
  show_state (self, category);
}

/* ---- the object ---- */

GtkWidget *
plt_element_box_new (PltSession *session, gint64 category)
{
  PltElementBox *self = g_object_new (PLT_TYPE_ELEMENT_BOX, NULL);
  const PltCategoryFacts *facts;
  g_autofree char *name = NULL;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->category = category;
  facts = PLT_FACTS_FIND (plt_session_get_facts (session)->categories, PltCategoryFacts, category);
  /* Translators: %s is a category of elements: "Add: Costumes" */
  name = g_strdup_printf (_ ("Add: %s"), facts != NULL ? facts->name : "");
  self->entry = plt_suggest_entry_new (_ ("Add…"), name);
  plt_suggest_entry_set_source (PLT_SUGGEST_ENTRY (self->entry), propose, self);
  g_signal_connect (self->entry, "accept", G_CALLBACK (on_accept), self);
  gtk_widget_set_visible (self->entry, !plt_session_is_read_only (session));
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_box_prepend (GTK_BOX (self->foot), self->entry);
  return GTK_WIDGET (self);
}

static void
plt_element_box_dispose (GObject *object)
{
  PltElementBox *self = PLT_ELEMENT_BOX (object);

  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_element_box_parent_class)->dispose (object);
}

static void
plt_element_box_finalize (GObject *object)
{
  PltElementBox *self = PLT_ELEMENT_BOX (object);

  g_ptr_array_unref (self->fields);
  g_string_free (self->shown, TRUE);

  G_OBJECT_CLASS (plt_element_box_parent_class)->finalize (object);
}

static void
plt_element_box_class_init (PltElementBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_element_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_element_box_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-element-box");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[LEAVE] = g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
plt_element_box_init (PltElementBox *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->fields = g_ptr_array_new ();
  self->shown = g_string_new (NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->code = gtk_label_new (NULL);
  self->name = gtk_label_new (NULL);
  self->count = gtk_label_new (NULL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->code, "category-code");
  gtk_widget_add_css_class (self->name, "box-title");
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (self->name), NAME_CHARS);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_set_vexpand (self->rows, TRUE);
  gtk_box_append (GTK_BOX (head), self->code);
  gtk_box_append (GTK_BOX (head), self->name);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->nothing = gtk_button_new_with_label ("");
  gtk_widget_add_css_class (self->nothing, "flat");
  gtk_widget_add_css_class (self->nothing, "box-nothing");
  gtk_widget_set_valign (self->nothing, GTK_ALIGN_START);
  gtk_widget_set_focus_on_click (self->nothing, FALSE);
  g_signal_connect_swapped (self->nothing, "clicked", G_CALLBACK (on_nothing), self);
  gtk_box_append (GTK_BOX (self->foot), self->nothing);
  gtk_box_append (GTK_BOX (self->box), self->foot);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
