#include "plt-raccords-box.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-field.h"
#include "plt-suggest-entry.h"
#include "plt-text.h"

struct _PltRaccordsBox
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 sequence;
  GPtrArray *fields; /* PltField, borrowed from the rows */
  GArray *ids;       /* gint64: the raccords the rows are of */

  GtkWidget *box;
  GtkWidget *count;
  GtkWidget *rows;
  GtkWidget *foot;
  GtkWidget *with, *element; /* PltSuggestEntry */
  GtkWidget *description;
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (PltRaccordsBox, plt_raccords_box, GTK_TYPE_WIDGET)

guint
plt_raccords_box_get_n_rows (PltRaccordsBox *self)
{
  g_return_val_if_fail (PLT_IS_RACCORDS_BOX (self), 0);

  return self->ids->len;
}

/* ---- changes ---- */

static void
set_message (PltRaccordsBox *self, const char *message)
{
  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

static const char *
number_of (PltRaccordsBox *self)
{
  const PltSequenceFacts *sequence = PLT_FACTS_FIND (
      plt_session_get_facts (self->session)->sequences, PltSequenceFacts, self->sequence);

  return sequence != NULL ? sequence->number : "";
}

static gint64
find_sequence (const PltFacts *facts, const char *number)
{
  for (guint i = 0; i < facts->sequences.n; i++)
    if (plt_text_compare (facts->sequences.items[i].number, number) == 0)
      return facts->sequences.items[i].id;
  return 0;
}

static gint64
find_element (const PltFacts *facts, const char *name)
{
  g_autofree char *wanted = plt_text_fold (name);

  for (guint i = 0; i < facts->elements.n; i++)
    {
      g_autofree char *folded = plt_text_fold (facts->elements.items[i].name);

      if (g_str_equal (folded, wanted))
        return facts->elements.items[i].id;
    }
  return 0;
}

gboolean
plt_raccords_box_add (PltRaccordsBox *self,
                      const char *with,
                      const char *element,
                      const char *description)
{
  const PltFacts *facts;
  gint64 with_id, element_id;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;

  g_return_val_if_fail (PLT_IS_RACCORDS_BOX (self), FALSE);

  facts = plt_session_get_facts (self->session);
  with_id = *with != '\0' ? find_sequence (facts, with) : 0;
  element_id = *element != '\0' ? find_element (facts, element) : 0;
  if (*with != '\0' && (with_id == 0 || with_id == self->sequence))
    message = g_strdup_printf (_ ("There is no other sequence %s."), with);
  else if (*element != '\0' && element_id == 0)
    message = g_strdup_printf (_ ("There is no element “%s”; add it in its box first."), element);
  else if (*description == '\0')
    message = g_strdup (_ ("Say what must match: a stain, a bandage, an open door."));
  set_message (self, message);
  if (message != NULL)
    return FALSE;
  plt_batch_insert (batch, "raccord");
  plt_batch_set_integer (batch, "sequence", self->sequence);
  if (with_id != 0)
    plt_batch_set_integer (batch, "with_sequence", with_id);
  if (element_id != 0)
    plt_batch_set_integer (batch, "element", element_id);
  plt_batch_set_text (batch, "description", description);
  /* Translators: %s is the number of a sequence */
  label = g_strdup_printf (_ ("Add a continuity point to sequence %s"), number_of (self));
  if (plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, &error))
    return TRUE;
  set_message (self, error->message);
  return FALSE;
}

void
plt_raccords_box_remove (PltRaccordsBox *self, gint64 raccord)
{
  g_return_if_fail (PLT_IS_RACCORDS_BOX (self));

  gtk_widget_grab_focus (self->description); /* the button goes */
  plt_session_delete (self->session, "raccord", &raccord, 1, NULL);
}

static void
on_remove (GtkButton *button, PltRaccordsBox *self)
{
  plt_raccords_box_remove (self, *(gint64 *) g_object_get_data (G_OBJECT (button), "plt-row"));
}

gboolean
plt_raccords_box_commit (PltRaccordsBox *self)
{
  const char *with, *element, *description;
  gboolean all = TRUE;

  g_return_val_if_fail (PLT_IS_RACCORDS_BOX (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    all = plt_field_commit (g_ptr_array_index (self->fields, i)) && all;
  with = plt_suggest_entry_get_text (PLT_SUGGEST_ENTRY (self->with));
  element = plt_suggest_entry_get_text (PLT_SUGGEST_ENTRY (self->element));
  description = gtk_editable_get_text (GTK_EDITABLE (self->description));
  if (*with == '\0' && *element == '\0' && *description == '\0')
    {
      set_message (self, NULL);
      return all;
    }
  if (!plt_raccords_box_add (self, with, element, description))
    return FALSE;
  plt_suggest_entry_set_text (PLT_SUGGEST_ENTRY (self->with), "");
  plt_suggest_entry_set_text (PLT_SUGGEST_ENTRY (self->element), "");
  gtk_editable_set_text (GTK_EDITABLE (self->description), "");
  return all;
}

static void
on_activate (PltRaccordsBox *self)
{
  if (plt_raccords_box_commit (self))
    gtk_widget_grab_focus (self->with);
}

/* What was chosen stays in its entry until the line is whole, and the next one is typed. */
static gboolean
on_accept (PltSuggestEntry *entry, const char *text, PltRaccordsBox *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (entry) == self->with ? self->element : self->description);
  return FALSE;
}

static GStrv
propose_sequences (gpointer data)
{
  PltRaccordsBox *self = data;
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < facts->sequences.n; i++)
    if (facts->sequences.items[i].id != self->sequence)
      g_strv_builder_add (builder, facts->sequences.items[i].number);
  return g_strv_builder_end (builder);
}

/* What is in this séquence comes first to the mind; anything may be meant. */
static GStrv
propose_elements (gpointer data)
{
  PltRaccordsBox *self = data;
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n;
  const PltOccurrenceFacts *const *there = plt_facts_occurrences_of (facts, self->sequence, &n);

  for (guint i = 0; i < n; i++)
    {
      const PltElementFacts *element
          = PLT_FACTS_FIND (facts->elements, PltElementFacts, there[i]->element);

      if (element != NULL)
        g_strv_builder_add (builder, element->name);
    }
  return g_strv_builder_end (builder);
}

/* ---- what is shown ---- */

static void
add_field (PltRaccordsBox *self, GtkWidget *row, PltRecord *record, const char *column)
{
  const PltColumn *found = plt_table_column (plt_record_get_table (record), column);
  GtkWidget *field = plt_field_new (self->session, record, found);

  gtk_widget_set_tooltip_text (field, plt_column_title (found));
  gtk_widget_set_hexpand (field, g_str_equal (column, "description"));
  gtk_widget_set_valign (field, GTK_ALIGN_START);
  gtk_widget_set_size_request (field, g_str_equal (column, "with_sequence") ? 90 : 150, -1);
  gtk_box_append (GTK_BOX (row), field);
  g_ptr_array_add (self->fields, field);
}

static void
add_row (PltRaccordsBox *self, gint64 id)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autoptr (PltRecord) record
      = plt_store_get_record (plt_session_get_store (self->session), "raccord", id);

  if (record != NULL)
    {
      add_field (self, row, record, "with_sequence");
      add_field (self, row, record, "element");
      add_field (self, row, record, "description");
    }
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "quiet");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _ ("Remove this continuity point"));
  plt_a11y_set_name (remove, _ ("Remove this continuity point"));
  gtk_widget_set_visible (remove, !plt_session_is_read_only (self->session));
  g_object_set_data_full (G_OBJECT (remove), "plt-row", g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (self->rows), row);
}

static gboolean
has_these (PltRaccordsBox *self, const GArray *ids)
{
  gboolean same = ids->len == self->ids->len;

  for (guint i = 0; same && i < ids->len; i++)
    same = g_array_index (ids, gint64, i) == g_array_index (self->ids, gint64, i);
  return same;
}

void
plt_raccords_box_show (PltRaccordsBox *self, gint64 sequence)
{
  const PltFacts *facts;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *count = NULL;
  GtkWidget *row;

  g_return_if_fail (PLT_IS_RACCORDS_BOX (self));

  facts = plt_session_get_facts (self->session);
  if (sequence != self->sequence)
    set_message (self, NULL);
  self->sequence = sequence;
  for (guint i = 0; i < facts->raccords.n; i++)
    if (facts->raccords.items[i].sequence == sequence)
      g_array_append_val (ids, facts->raccords.items[i].id);
  count = ids->len > 0 ? g_strdup_printf ("%u", ids->len) : g_strdup ("");
  gtk_label_set_label (GTK_LABEL (self->count), count);
  if (has_these (self, ids))
    return;
  g_ptr_array_set_size (self->fields, 0);
  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), row);
  g_array_set_size (self->ids, 0);
  g_array_append_vals (self->ids, ids->data, ids->len);
  for (guint i = 0; i < ids->len; i++)
    add_row (self, g_array_index (ids, gint64, i));
}

/* ---- the object ---- */

GtkWidget *
plt_raccords_box_new (PltSession *session)
{
  PltRaccordsBox *self = g_object_new (PLT_TYPE_RACCORDS_BOX, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  gtk_widget_set_visible (self->foot, !plt_session_is_read_only (session));
  return GTK_WIDGET (self);
}

static void
plt_raccords_box_dispose (GObject *object)
{
  PltRaccordsBox *self = PLT_RACCORDS_BOX (object);

  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_raccords_box_parent_class)->dispose (object);
}

static void
plt_raccords_box_finalize (GObject *object)
{
  g_ptr_array_unref (PLT_RACCORDS_BOX (object)->fields);
  g_array_unref (PLT_RACCORDS_BOX (object)->ids);

  G_OBJECT_CLASS (plt_raccords_box_parent_class)->finalize (object);
}

static void
plt_raccords_box_class_init (PltRaccordsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_raccords_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_raccords_box_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-element-box");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_foot (PltRaccordsBox *self)
{
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->with = plt_suggest_entry_new (_ ("with seq."), _ ("Matches sequence"));
  plt_suggest_entry_set_source (PLT_SUGGEST_ENTRY (self->with), propose_sequences, self);
  g_signal_connect (self->with, "accept", G_CALLBACK (on_accept), self);
  self->element = plt_suggest_entry_new (_ ("element"), _ ("Element that must match"));
  plt_suggest_entry_set_source (PLT_SUGGEST_ENTRY (self->element), propose_elements, self);
  g_signal_connect (self->element, "accept", G_CALLBACK (on_accept), self);
  self->description = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->description), _ ("what must match…"));
  plt_a11y_set_name (self->description, _ ("What must match"));
  gtk_widget_set_hexpand (self->description, TRUE);
  g_signal_connect_swapped (self->description, "activate", G_CALLBACK (on_activate), self);
  gtk_widget_set_size_request (self->with, 90, -1);
  gtk_widget_set_size_request (self->element, 150, -1);
  gtk_widget_set_valign (self->description, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->foot), self->with);
  gtk_box_append (GTK_BOX (self->foot), self->element);
  gtk_box_append (GTK_BOX (self->foot), self->description);
}

static void
plt_raccords_box_init (PltRaccordsBox *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (_ ("Continuity with other sequences"));

  self->fields = g_ptr_array_new ();
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->count = gtk_label_new (NULL);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->message = gtk_label_new (NULL);
  make_foot (self);
  gtk_widget_add_css_class (name, "box-title");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_widget_add_css_class (self->message, "message-error");
  gtk_widget_set_visible (self->message, FALSE);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->foot);
  gtk_box_append (GTK_BOX (self->box), self->message);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  plt_a11y_set_name (GTK_WIDGET (self), _ ("Continuity with other sequences"));
}
