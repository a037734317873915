#include "plt-links.h"

#include <glib/gi18n-lib.h>

#include "plt-breakdown.h"
#include "plt-effect-swatch.h"
#include "plt-task-links.h"

struct _PltLinks
{
  GtkWidget parent_instance;

  PltSession *session;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (PltLinks, plt_links, GTK_TYPE_WIDGET)

typedef struct
{
  PltSession *session;
  PltRef ref;
} Door;

static void
door_free (gpointer data, GClosure *closure)
{
  Door *door = data;

  g_object_unref (door->session);
  g_free (door);
}

static void
on_open (GtkButton *button, Door *door)
{
  /* The row may go, and this button with it, while it is opened. */
  g_autoptr (PltSession) session = g_object_ref (door->session);

  plt_session_open_ref (session, door->ref);
}

static GtkWidget *
new_door (PltSession *session, GtkWidget *child, const char *name, PltRef ref)
{
  GtkWidget *button = gtk_button_new ();
  Door *door = g_new (Door, 1);

  *door = (Door){ g_object_ref (session), ref };
  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "door");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (on_open), door, door_free, 0);
  return button;
}

GtkWidget *
plt_link_button_new (PltSession *session, const char *text, PltRef ref)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return new_door (session, label, text, ref);
}

void
plt_links_add_heading (GtkBox *box, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "group-heading");
  gtk_widget_add_css_class (label, "flush");
  gtk_box_append (box, label);
}

/* ---- the elements of a séquence ---- */

static void
append_element (GString *text, const PltElementFacts *element, const PltOccurrenceFacts *occurrence)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  if (element->number != PLT_UNKNOWN)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " ", element->number);
  g_string_append (text, element->name);
  if (occurrence->quantity != PLT_UNKNOWN && occurrence->quantity > 1)
    g_string_append_printf (text, " ×%" G_GINT64_FORMAT, occurrence->quantity);
}

static void
add_category (PltLinks *self,
              const PltFacts *facts,
              const PltCategoryFacts *category,
              gint64 sequence)
{
  g_autoptr (GPtrArray) occurrences = plt_breakdown_elements_of (facts, sequence, category->id);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *row, *code, *label;

  for (guint i = 0; i < occurrences->len; i++)
    {
      const PltOccurrenceFacts *occurrence = g_ptr_array_index (occurrences, i);

      append_element (text, PLT_FACTS_FIND (facts->elements, PltElementFacts, occurrence->element),
                      occurrence);
    }
  if (text->len == 0)
    return;
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  code = gtk_label_new (category->code);
  label = gtk_label_new (text->str);
  gtk_label_set_width_chars (GTK_LABEL (code), 4);
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_widget_set_valign (code, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (code, category->name);
  gtk_widget_add_css_class (code, "category-code");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), code);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (self->box), row);
}

static void
show_elements (PltLinks *self, const PltFacts *facts, gint64 sequence)
{
  PltRef sheet = { "sequence_element", 0, NULL };
  const PltOccurrenceFacts *const *occurrences;
  guint n;
  GtkWidget *empty;

  plt_links_add_heading (GTK_BOX (self->box), _ ("Elements"));
  for (guint i = 0; i < facts->categories.n; i++)
    add_category (self, facts, &facts->categories.items[i], sequence);
  occurrences = plt_facts_occurrences_of (facts, sequence, &n);
  if (n > 0)
    sheet.id = occurrences[0]->id;
  if (sheet.id == 0)
    {
      empty = gtk_label_new (_ ("Nothing is listed for this sequence yet."));
      gtk_label_set_xalign (GTK_LABEL (empty), 0);
      gtk_label_set_wrap (GTK_LABEL (empty), TRUE);
      gtk_widget_add_css_class (empty, "dim-label");
      gtk_box_append (GTK_BOX (self->box), empty);
    }
  gtk_box_append (GTK_BOX (self->box),
                  plt_link_button_new (self->session, _ ("Open the sheet of the sequence"), sheet));
}

/* ---- the séquences of an element or of a décor ---- */

static void
add_sequence (PltLinks *self, const PltFacts *facts, const PltSequenceFacts *sequence)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *number = gtk_label_new (sequence->number);
  g_autofree char *name = plt_facts_set_name (facts, sequence);
  g_autofree char *phrase = g_strjoin (" ", sequence->number, name, NULL);
  GtkWidget *set = gtk_label_new (name);

  gtk_label_set_width_chars (GTK_LABEL (number), 4);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_add_css_class (number, "sequence-number");
  gtk_label_set_xalign (GTK_LABEL (set), 0);
  gtk_label_set_ellipsize (GTK_LABEL (set), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (set, TRUE);
  gtk_box_append (GTK_BOX (row), number);
  gtk_box_append (GTK_BOX (row), plt_effect_swatch_new (sequence->int_ext, sequence->effect));
  gtk_box_append (GTK_BOX (row), set);
  gtk_box_append (GTK_BOX (self->box), new_door (self->session, row, phrase,
                                                 (PltRef){ "sequence", sequence->id, NULL }));
}

static void
show_sequences (PltLinks *self, const PltFacts *facts, const GPtrArray *sequences)
{
  g_autofree char *heading = g_strdup_printf (
      ngettext ("In %u sequence", "In %u sequences", sequences->len), sequences->len);

  plt_links_add_heading (GTK_BOX (self->box), sequences->len > 0 ? heading : _ ("In no sequence"));
  for (guint i = 0; i < sequences->len; i++)
    add_sequence (self, facts, g_ptr_array_index (sequences, i));
}

void
plt_links_show (PltLinks *self, PltRef ref)
{
  const PltFacts *facts;
  GtkWidget *child;
  gboolean any = TRUE;

  g_return_if_fail (PLT_IS_LINKS (self));

  facts = plt_session_get_facts (self->session);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (g_strcmp0 (ref.table, "sequence") == 0)
    show_elements (self, facts, ref.id);
  else if (g_strcmp0 (ref.table, "element") == 0)
    {
      g_autoptr (GPtrArray) sequences = plt_breakdown_sequences_of (facts, ref.id);

      show_sequences (self, facts, sequences);
    }
  else if (g_strcmp0 (ref.table, "set") == 0)
    {
      g_autoptr (GPtrArray) sequences = g_ptr_array_new ();

      for (guint i = 0; i < facts->sequences.n; i++)
        if (facts->sequences.items[i].set == ref.id || facts->sequences.items[i].sub_set == ref.id)
          g_ptr_array_add (sequences, &facts->sequences.items[i]);
      show_sequences (self, facts, sequences);
    }
  else if (g_strcmp0 (ref.table, "task") == 0)
    plt_task_links_fill (GTK_BOX (self->box), self->session, ref.id);
  else
    any = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

gboolean
plt_links_come_first (PltRef ref)
{
  return g_strcmp0 (ref.table, "task") == 0;
}

GtkWidget *
plt_links_new (PltSession *session)
{
  PltLinks *self = g_object_new (PLT_TYPE_LINKS, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
plt_links_dispose (GObject *object)
{
  PltLinks *self = PLT_LINKS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_links_parent_class)->dispose (object);
}

static void
plt_links_class_init (PltLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_links_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-links");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plt_links_init (PltLinks *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
