#include "plt-proposal-rows.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-element-places.h"

static void
line_free (gpointer data)
{
  PltProposalLine *line = data;

  g_free (line->key);
  g_free (line->word);
  g_free (line);
}

PltProposalLine *
plt_proposal_row_line (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "plt-line") : NULL;
}

static GtkWidget *
new_code (const PltCategoryFacts *category)
{
  GtkWidget *code = gtk_label_new (category->code);

  gtk_label_set_width_chars (GTK_LABEL (code), 4);
  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_widget_set_tooltip_text (code, category->name);
  gtk_widget_add_css_class (code, "category-code");
  return code;
}

static GtkWidget *
new_row (GtkWidget *child, PltProposalLine *line)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  g_object_set_data_full (G_OBJECT (row), "plt-line", line, line_free);
  return row;
}

void
plt_proposal_heading_update (GtkWidget *row,
                             const PltCategoryFacts *category,
                             guint n,
                             gboolean unfolded)
{
  PltProposalLine *line = plt_proposal_row_line (GTK_LIST_BOX_ROW (row));
  g_autofree char *count = g_strdup_printf ("%u", n);
  /* Translators: a category and how many proposals: "Props: 12 proposals" */
  g_autofree char *spoken
      = g_strdup_printf (ngettext ("%s: %u proposal", "%s: %u proposals", n), category->name, n);

  gtk_label_set_label (GTK_LABEL (line->count), count);
  plt_a11y_set_name (row, spoken);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, unfolded, -1);
}

GtkWidget *
plt_proposal_heading_new (const PltCategoryFacts *category, const char *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *name = gtk_label_new (category->name);
  PltProposalLine *line = g_new0 (PltProposalLine, 1);
  GtkWidget *row;

  line->key = g_strdup (key);
  line->category = category->id;
  line->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (line->count, "numeric");
  gtk_widget_add_css_class (line->count, "dim-label");
  gtk_box_append (GTK_BOX (box), new_code (category));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), line->count);
  line->head = box;
  row = new_row (box, line);
  gtk_widget_add_css_class (row, "heading-row");
  return row;
}

static char *
name_of (const PltProposal *proposal)
{
  if (proposal->quantity != PLT_UNKNOWN && proposal->quantity > 1)
    return g_strdup_printf ("%s ×%" G_GINT64_FORMAT, proposal->name, proposal->quantity);
  return g_strdup (proposal->name);
}

static GtkWidget *
new_small (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* Where in the film and how often: "12 · 3×". */
static char *
where_of (const PltFacts *facts, const PltProposal *proposal, gboolean film)
{
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, proposal->sequence);
  GString *text = g_string_new (NULL);

  if (film && sequence != NULL)
    /* Translators: short for sequence, and its number: "seq. 12" */
    g_string_append_printf (text, _ ("seq. %s"), sequence->number);
  if (proposal->n > 1)
    g_string_append_printf (text, "%s%u×", text->len > 0 ? " · " : "", proposal->n);
  return g_string_free (text, FALSE);
}

GtkWidget *
plt_proposal_row_new (const PltFacts *facts,
                      const PltProposal *proposal,
                      const PltCategoryFacts *category,
                      gboolean film,
                      const char *key)
{
  const PltBlockFacts *block = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, proposal->block);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  PangoAttrList *attributes = NULL;
  g_autofree char *excerpt = block != NULL ? plt_block_excerpt (facts, block, proposal->start,
                                                                proposal->length, &attributes)
                                           : g_strdup ("");
  g_autofree char *text = name_of (proposal);
  g_autofree char *place = where_of (facts, proposal, film);
  g_autofree char *spoken
      = g_strdup_printf ("%s %s, %s %s %s", category->name, text, place, proposal->reason, excerpt);
  GtkWidget *name = gtk_label_new (text);
  GtkWidget *where = gtk_label_new (place);
  GtkWidget *words = new_small (excerpt, "excerpt");
  PltProposalLine *line = g_new0 (PltProposalLine, 1);
  GtkWidget *row;

  line->key = g_strdup (key);
  line->word = g_strdup (proposal->word);
  line->category = proposal->category;
  line->sequence = proposal->sequence;
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "headline");
  gtk_widget_add_css_class (where, "keys");
  gtk_label_set_attributes (GTK_LABEL (words), attributes);
  g_clear_pointer (&attributes, pango_attr_list_unref);
  gtk_box_append (GTK_BOX (head), new_code (category));
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), where);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), new_small (proposal->reason, "reason"));
  line->head = head;
  row = new_row (box, line);
  plt_a11y_set_name (row, spoken);
  return row;
}
