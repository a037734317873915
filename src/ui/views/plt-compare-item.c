#include "plt-compare-item.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-import-plan.h"

#define INDENT 32 /* of speech */
#define CUE_INDENT 72

struct _PltCompareItem
{
  GObject parent_instance;

  const PltCompareSequence *sequence; /* one of the two */
  const PltCompareRow *row;
};

G_DEFINE_FINAL_TYPE (PltCompareItem, plt_compare_item, G_TYPE_OBJECT)

static void
plt_compare_item_class_init (PltCompareItemClass *klass)
{
}

static void
plt_compare_item_init (PltCompareItem *self)
{
}

PltCompareItem *
plt_compare_item_new_sequence (const PltCompareSequence *sequence)
{
  PltCompareItem *self = g_object_new (PLT_TYPE_COMPARE_ITEM, NULL);

  self->sequence = sequence;
  return self;
}

PltCompareItem *
plt_compare_item_new_row (const PltCompareRow *row)
{
  PltCompareItem *self = g_object_new (PLT_TYPE_COMPARE_ITEM, NULL);

  self->row = row;
  return self;
}

const PltCompareRow *
plt_compare_item_get_row (PltCompareItem *self)
{
  g_return_val_if_fail (PLT_IS_COMPARE_ITEM (self), NULL);

  return self->row;
}

gboolean
plt_compare_item_is_change (PltCompareItem *self)
{
  g_return_val_if_fail (PLT_IS_COMPARE_ITEM (self), FALSE);

  return self->row != NULL && self->row->state != PLT_COMPARE_SAME;
}

/* ---- the widget ---- */

struct _PltCompareRowWidget
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *title;   /* of a séquence */
  GtkWidget *pair;    /* of paragraphs */
  GtkWidget *text[2]; /* old, new */
  GtkWidget *sign;    /* between them */
};

G_DEFINE_FINAL_TYPE (PltCompareRowWidget, plt_compare_row, GTK_TYPE_WIDGET)

static char *
describe_sequence (const PltCompareSequence *sequence, const PltFacts *facts)
{
  const PltSequenceFacts *found
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequence->sequence);
  g_autofree char *set = found != NULL ? plt_facts_set_name (facts, found) : NULL;
  g_autofree char *name
      = found != NULL ? g_strjoin ("  ", found->number,
                                   plt_effect_code (found->int_ext, found->effect), set, NULL)
                      : g_strdup (_ ("Before the first sequence"));
  const char *state = NULL;

  switch (sequence->state)
    {
    case PLT_COMPARE_CHANGED:
      state = plt_import_change_title (PLT_IMPORT_CHANGED);
      break;
    case PLT_COMPARE_ADDED:
      state = plt_import_change_title (PLT_IMPORT_ADDED);
      break;
    case PLT_COMPARE_CUT:
      state = plt_import_change_title (PLT_IMPORT_CUT);
      break;
    case PLT_COMPARE_SAME:
    default:
      break;
    }
  if (sequence->moved && state == NULL)
    return g_strjoin ("  ·  ", name, plt_import_change_title (PLT_IMPORT_MOVED), NULL);
  if (sequence->moved)
    return g_strjoin ("  ·  ", name, state, plt_import_change_title (PLT_IMPORT_MOVED), NULL);
  return g_strjoin ("  ·  ", name, state, NULL);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* Struck through on a red ground, or underlined on a green one. */
static void
mark (PangoAttrList *list, gboolean old, guint start, guint end)
{
  if (start == end)
    return;
  if (old)
    add_attribute (list, pango_attr_strikethrough_new (TRUE), start, end);
  else
    add_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
  add_attribute (list,
                 old ? pango_attr_background_new (0xd000, 0x3000, 0x3000)
                     : pango_attr_background_new (0x2000, 0xa000, 0x5000),
                 start, end);
  add_attribute (list, pango_attr_background_alpha_new (0x3000), start, end);
}

static PangoAttrList *
new_marks (const PltCompareRow *row, const PltCompareSource *source, gboolean old, const char *text)
{
  PangoAttrList *list = pango_attr_list_new ();

  if (row->state == PLT_COMPARE_ADDED || row->state == PLT_COMPARE_CUT)
    mark (list, old, 0, (guint) strlen (text));
  for (guint i = row->first_run; i < row->first_run + row->n_runs; i++)
    {
      const PltDiffRun *run = &g_array_index (source->compare->runs, PltDiffRun, i);

      if (old && run->kind == PLT_DIFF_DELETED)
        mark (list, TRUE, run->old_start, run->old_end);
      if (!old && run->kind == PLT_DIFF_INSERTED)
        mark (list, FALSE, run->new_start, run->new_end);
    }
  return list;
}

static void
show_paragraph (GtkWidget *label,
                const PltBlockFacts *block,
                const PltCompareRow *row,
                const PltCompareSource *source,
                gboolean old)
{
  const char *kind = block != NULL ? block->kind : "";
  const char *text = block != NULL ? block->text : "";
  PangoAttrList *marks = new_marks (row, source, old, text);
  int indent = 0;

  if (g_str_equal (kind, "heading"))
    add_attribute (marks, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0, G_MAXUINT);
  if (g_str_equal (kind, "character"))
    indent = CUE_INDENT;
  else if (g_str_equal (kind, "dialogue") || g_str_equal (kind, "parenthetical"))
    indent = INDENT;
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_attributes (GTK_LABEL (label), marks);
  gtk_widget_set_margin_start (label, indent);
  pango_attr_list_unref (marks);
}

static const char *
sign_of (PltCompareState state)
{
  switch (state)
    {
    case PLT_COMPARE_CHANGED:
      return "≠";
    case PLT_COMPARE_ADDED:
      return "+";
    case PLT_COMPARE_CUT:
      return "−";
    case PLT_COMPARE_SAME:
    default:
      return "";
    }
}

void
plt_compare_row_show (PltCompareRowWidget *self,
                      PltCompareItem *item,
                      const PltCompareSource *source)
{
  const PltCompareRow *row = item->row;

  gtk_widget_set_visible (self->title, row == NULL);
  gtk_widget_set_visible (self->pair, row != NULL);
  if (row == NULL)
    {
      g_autofree char *title = describe_sequence (item->sequence, source->facts);

      gtk_label_set_label (GTK_LABEL (self->title), title);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->sign), sign_of (row->state));
  show_paragraph (self->text[0],
                  row->old_block >= 0 ? &source->old_text->blocks.items[row->old_block] : NULL, row,
                  source, TRUE);
  show_paragraph (self->text[1],
                  row->new_block >= 0 ? &source->new_text->blocks.items[row->new_block] : NULL, row,
                  source, FALSE);
}

GtkWidget *
plt_compare_row_new (void)
{
  return g_object_new (PLT_TYPE_COMPARE_ROW, NULL);
}

static void
plt_compare_row_dispose (GObject *object)
{
  g_clear_pointer (&PLT_COMPARE_ROW (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (plt_compare_row_parent_class)->dispose (object);
}

static void
plt_compare_row_class_init (PltCompareRowWidgetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_compare_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-compare-row");
}

static void
plt_compare_row_init (PltCompareRowWidget *self)
{
  GtkWidget *halves[2];

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "sequence-number");
  gtk_widget_add_css_class (self->title, "compare-title");
  self->pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->sign = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->sign), 3);
  gtk_widget_set_valign (self->sign, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->sign, "dim-label");
  for (guint i = 0; i < 2; i++)
    {
      /* a box of its own each, so that both halves are of one width whatever the indent */
      halves[i] = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      self->text[i] = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->text[i]), 0);
      gtk_label_set_yalign (GTK_LABEL (self->text[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (self->text[i]), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (self->text[i]), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (self->text[i]), 20);
      gtk_widget_set_hexpand (self->text[i], TRUE);
      gtk_widget_add_css_class (self->text[i], "compare-text");
      gtk_box_append (GTK_BOX (halves[i]), self->text[i]);
      gtk_widget_set_hexpand (halves[i], TRUE);
    }
  {
    GtkWidget *grid = gtk_grid_new ();

    gtk_grid_attach (GTK_GRID (grid), halves[0], 0, 0, 10, 1);
    gtk_grid_attach (GTK_GRID (grid), self->sign, 10, 0, 1, 1);
    gtk_grid_attach (GTK_GRID (grid), halves[1], 11, 0, 10, 1);
    gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
    gtk_widget_set_hexpand (grid, TRUE);
    gtk_box_append (GTK_BOX (self->pair), grid);
  }
  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->pair);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
