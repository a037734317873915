#include "plt-brings-box.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-element-links.h"
#include "plt-suggest-entry.h"
#include "plt-text.h"

/* One line: who brings, what, and the entry for more. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *title;
  GtkWidget *chips;
  GtkWidget *entry; /* PltSuggestEntry */
} Line;

struct _PltBringsBox
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 element, category;
  GString *shown; /* what the chips are made of */

  GtkWidget *box;
  Line lines[2]; /* of the element, of its category */
  GtkWidget *missing;
  GtkWidget *missing_text;
};

G_DEFINE_FINAL_TYPE (PltBringsBox, plt_brings_box, GTK_TYPE_WIDGET)

/* ---- changes ---- */

/* "Chaperone x2": the name is cut, the quantity read; PLT_UNKNOWN without one. */
static char *
split (const char *text, gint64 *quantity)
{
  char *name = plt_text_squeeze (text);
  char *sign = strrchr (name, ' ');

  *quantity = PLT_UNKNOWN;
  if (sign == NULL || sign[1] != 'x' || !g_ascii_isdigit (sign[2]))
    return name;
  *quantity = g_ascii_strtoll (sign + 2, NULL, 10);
  *sign = '\0';
  return name;
}

static const PltElementFacts *
find_element (const PltFacts *facts, const char *name)
{
  g_autofree char *wanted = plt_text_fold (name);

  for (guint i = 0; i < facts->elements.n; i++)
    {
      g_autofree char *folded = plt_text_fold (facts->elements.items[i].name);

      if (strcmp (folded, wanted) == 0)
        return &facts->elements.items[i];
    }
  return NULL;
}

gboolean
plt_brings_box_add (PltBringsBox *self, gboolean of_category, const char *text)
{
  const PltFacts *facts;
  const PltElementFacts *brought;
  gint64 quantity;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *message = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  Line *line;

  g_return_val_if_fail (PLT_IS_BRINGS_BOX (self) && text != NULL, FALSE);

  line = &self->lines[of_category ? 1 : 0];
  facts = plt_session_get_facts (self->session);
  name = split (text, &quantity);
  brought = find_element (facts, name);
  if (brought == NULL)
    message = g_strdup_printf (_ ("There is no element “%s”; add it in its category first."), name);
  else if (!of_category && brought->id == self->element)
    message = g_strdup_printf (_ ("“%s” cannot bring itself."), brought->name);
  plt_suggest_entry_set_message (PLT_SUGGEST_ENTRY (line->entry), message);
  if (message != NULL)
    return FALSE;
  plt_batch_insert (batch, "element_link");
  plt_batch_set_integer (batch, of_category ? "category" : "element",
                         of_category ? self->category : self->element);
  plt_batch_set_integer (batch, "brings", brought->id);
  if (quantity != PLT_UNKNOWN)
    plt_batch_set_integer (batch, "quantity", quantity);
  /* Translators: %s is the name of an element that always comes along with another one */
  label = g_strdup_printf (_ ("Always bring %s"), brought->name);
  if (plt_store_apply (plt_session_get_store (self->session), label, NULL, batch, NULL, &error))
    return TRUE;
  plt_suggest_entry_set_message (PLT_SUGGEST_ENTRY (line->entry), error->message);
  return FALSE;
}

void
plt_brings_box_fill (PltBringsBox *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  guint n;

  g_return_if_fail (PLT_IS_BRINGS_BOX (self));

  n = plt_links_apply (plt_session_get_facts (self->session), 0, batch);
  label = g_strdup_printf (ngettext ("Add what is always brought to %u sequence",
                                     "Add what is always brought to %u sequences", n),
                           n);
  if (n > 0 && plt_session_apply (self->session, label, NULL, batch, NULL))
    plt_session_toast (self->session, label, _ ("Undo"), "win.undo");
}

static gboolean
on_accept_element (PltSuggestEntry *entry, const char *text, PltBringsBox *self)
{
  return plt_brings_box_add (self, FALSE, text);
}

static gboolean
on_accept_category (PltSuggestEntry *entry, const char *text, PltBringsBox *self)
{
  return plt_brings_box_add (self, TRUE, text);
}

static void
on_remove (GtkButton *button, PltBringsBox *self)
{
  gint64 link = *(gint64 *) g_object_get_data (G_OBJECT (button), "plt-link");

  plt_session_delete (self->session, "element_link", &link, 1, NULL);
}

static GStrv
propose (gpointer data)
{
  PltBringsBox *self = data;
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < facts->elements.n; i++)
    if (facts->elements.items[i].id != self->element)
      g_strv_builder_add (builder, facts->elements.items[i].name);
  return g_strv_builder_end (builder);
}

/* ---- what is shown ---- */

static void
add_chip (PltBringsBox *self, Line *line, const PltLinkFacts *link, const char *text)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *hint = g_strdup_printf (_ ("Remove %s"), text);

  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_add_css_class (remove, "quiet");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, hint);
  plt_a11y_set_name (remove, hint);
  gtk_widget_set_visible (remove, !plt_session_is_read_only (self->session));
  g_object_set_data_full (G_OBJECT (remove), "plt-link", g_memdup2 (&link->id, sizeof link->id),
                          g_free);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (GTK_BOX (chip), gtk_label_new (text));
  gtk_box_append (GTK_BOX (chip), remove);
  gtk_box_append (GTK_BOX (line->chips), chip);
}

static char *
text_of (const PltFacts *facts, const PltLinkFacts *link)
{
  const PltElementFacts *brought = PLT_FACTS_FIND (facts->elements, PltElementFacts, link->brings);
  const char *name = brought != NULL ? brought->name : "";

  return link->quantity != PLT_UNKNOWN && link->quantity > 0
             ? g_strdup_printf ("%s × %" G_GINT64_FORMAT, name, link->quantity)
             : g_strdup (name);
}

static gboolean
is_on_line (PltBringsBox *self, const PltLinkFacts *link, gboolean of_category)
{
  return of_category ? self->category != 0 && link->category == self->category
                     : self->element != 0 && link->element == self->element;
}

static void
fill_chips (PltBringsBox *self, const PltFacts *facts)
{
  g_autoptr (GString) now = g_string_new (NULL);
  GtkWidget *child;

  g_string_append_printf (now, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", self->element,
                          self->category);
  for (guint i = 0; i < facts->links.n; i++)
    {
      g_autofree char *text = text_of (facts, &facts->links.items[i]);

      for (guint j = 0; j < G_N_ELEMENTS (self->lines); j++)
        if (is_on_line (self, &facts->links.items[i], j == 1))
          g_string_append_printf (now, "%u %" G_GINT64_FORMAT " %s\n", j, facts->links.items[i].id,
                                  text);
    }
  if (g_string_equal (now, self->shown))
    return;
  g_string_assign (self->shown, now->str);
  for (guint j = 0; j < G_N_ELEMENTS (self->lines); j++)
    {
      while ((child = gtk_widget_get_first_child (self->lines[j].chips)) != NULL)
        gtk_box_remove (GTK_BOX (self->lines[j].chips), child);
      for (guint i = 0; i < facts->links.n; i++)
        if (is_on_line (self, &facts->links.items[i], j == 1))
          {
            g_autofree char *text = text_of (facts, &facts->links.items[i]);

            add_chip (self, &self->lines[j], &facts->links.items[i], text);
          }
    }
}

/* Everything that is missing anywhere, not only of this element: one button mends it all. */
static void
show_missing (PltBringsBox *self, const PltFacts *facts)
{
  g_autoptr (GArray) missing = plt_links_missing (facts);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  const PltSequenceFacts *last = NULL;
  guint n = 0;

  for (guint i = 0; i < missing->len; i++)
    {
      const PltLinkMissing *one = &g_array_index (missing, PltLinkMissing, i);

      if (one->sequence != last)
        g_string_append_printf (text, "%s%s", n++ > 0 ? ", " : "", one->sequence->number);
      last = one->sequence;
    }
  /* Translators: sequences where something that is always brought along is missing */
  sentence = g_strdup_printf (ngettext ("Missing in sequence %s", "Missing in sequences %s", n),
                              text->str);
  gtk_label_set_label (GTK_LABEL (self->missing_text), sentence);
  gtk_widget_set_tooltip_text (self->missing_text, sentence);
  gtk_widget_set_visible (self->missing, n > 0);
}

void
plt_brings_box_show (PltBringsBox *self, gint64 element, gint64 category)
{
  const PltFacts *facts;
  const PltElementFacts *found;
  const PltCategoryFacts *group;
  g_autofree char *one = NULL;
  g_autofree char *all = NULL;

  g_return_if_fail (PLT_IS_BRINGS_BOX (self));

  facts = plt_session_get_facts (self->session);
  found = PLT_FACTS_FIND (facts->elements, PltElementFacts, element);
  group = PLT_FACTS_FIND (facts->categories, PltCategoryFacts,
                          found != NULL ? found->category : category);
  self->element = found != NULL ? found->id : 0;
  self->category = group != NULL ? group->id : 0;
  /* Translators: an element and, after it, what always comes along with it */
  one = g_strdup_printf (_ ("%s always brings:"), found != NULL ? found->name : "");
  all = g_strdup_printf (_ ("Everything in %s always brings:"), group != NULL ? group->name : "");
  gtk_label_set_label (GTK_LABEL (self->lines[0].title), one);
  gtk_label_set_label (GTK_LABEL (self->lines[1].title), all);
  gtk_widget_set_visible (self->lines[0].box, self->element != 0);
  gtk_widget_set_visible (self->lines[1].box, self->category != 0);
  fill_chips (self, facts);
  show_missing (self, facts);
  gtk_widget_set_visible (GTK_WIDGET (self), self->category != 0);
}

/* ---- the object ---- */

static void
init_line (PltBringsBox *self, Line *line, const char *name, GCallback accept)
{
  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  line->title = gtk_label_new (NULL);
  line->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  line->entry = plt_suggest_entry_new (_ ("Add…"), name);
  plt_suggest_entry_set_source (PLT_SUGGEST_ENTRY (line->entry), propose, self);
  g_signal_connect (line->entry, "accept", accept, self);
  gtk_label_set_ellipsize (GTK_LABEL (line->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (line->title, "dim-label");
  gtk_widget_set_hexpand (line->entry, TRUE);
  gtk_widget_set_size_request (line->entry, 120, -1);
  gtk_box_append (GTK_BOX (line->box), line->title);
  gtk_box_append (GTK_BOX (line->box), line->chips);
  gtk_box_append (GTK_BOX (line->box), line->entry);
  gtk_box_append (GTK_BOX (self->box), line->box);
}

GtkWidget *
plt_brings_box_new (PltSession *session)
{
  PltBringsBox *self = g_object_new (PLT_TYPE_BRINGS_BOX, NULL);
  gboolean writable;

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  writable = !plt_session_is_read_only (session);
  for (guint i = 0; i < G_N_ELEMENTS (self->lines); i++)
    gtk_widget_set_visible (self->lines[i].entry, writable);
  gtk_widget_set_sensitive (self->missing, writable);
  return GTK_WIDGET (self);
}

static void
plt_brings_box_dispose (GObject *object)
{
  PltBringsBox *self = PLT_BRINGS_BOX (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_brings_box_parent_class)->dispose (object);
}

static void
plt_brings_box_finalize (GObject *object)
{
  g_string_free (PLT_BRINGS_BOX (object)->shown, TRUE);

  G_OBJECT_CLASS (plt_brings_box_parent_class)->finalize (object);
}

static void
plt_brings_box_class_init (PltBringsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_brings_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_brings_box_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-brings-box");
}

static void
plt_brings_box_init (PltBringsBox *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Add It There"));

  self->shown = g_string_new (NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  init_line (self, &self->lines[0], _ ("What the element always brings"),
             G_CALLBACK (on_accept_element));
  init_line (self, &self->lines[1], _ ("What the category always brings"),
             G_CALLBACK (on_accept_category));
  self->missing = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->missing_text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->missing_text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->missing_text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->missing_text, "warning-text");
  gtk_widget_set_hexpand (self->missing_text, TRUE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (plt_brings_box_fill), self);
  gtk_box_append (GTK_BOX (self->missing), self->missing_text);
  gtk_box_append (GTK_BOX (self->missing), button);
  gtk_box_append (GTK_BOX (self->box), self->missing);
  gtk_widget_add_css_class (self->box, "register-bar");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
