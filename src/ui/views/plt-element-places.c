#include "plt-element-places.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-effect-swatch.h"
#include "plt-sequence-list.h"

#define MAX_PASSAGES 4 /* of one séquence; a role speaks often */
#define BEFORE 24      /* signs of an excerpt */
#define AFTER 40

struct _PltElementPlaces
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 element;

  GtkWidget *box;
  GtkWidget *back;
  GtkWidget *title;
  GtkWidget *counts;
  GtkWidget *stack; /* empty, list */
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltElementPlaces, plt_element_places, GTK_TYPE_WIDGET)

enum
{
  PLACE_CHOSEN,
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Where a row leads; without a block to the séquence. */
typedef struct
{
  gint64 sequence;
  PltPassage passage;
} Place;

gint64
plt_element_places_get_element (PltElementPlaces *self)
{
  g_return_val_if_fail (PLT_IS_ELEMENT_PLACES (self), 0);

  return self->element;
}

GtkListBox *
plt_element_places_get_list (PltElementPlaces *self)
{
  g_return_val_if_fail (PLT_IS_ELEMENT_PLACES (self), NULL);

  return GTK_LIST_BOX (self->list);
}

gboolean
plt_element_places_grab_focus (PltElementPlaces *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_ELEMENT_PLACES (self), FALSE);

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->back);
}

/* ---- excerpts ---- */

/* Back or on to the nearest space, so that no word is cut. */
static guint
whole_words (const gunichar *signs, guint at, guint limit, int step)
{
  while (at != limit && !g_unichar_isspace (signs[step < 0 ? at - 1 : at]))
    at = (guint) ((int) at + step);
  return at;
}

char *
plt_passage_excerpt (const char *text, guint start, guint length, PangoAttrList **attributes)
{
  glong n;
  g_autofree gunichar *signs = g_utf8_to_ucs4_fast (text, -1, &n);
  guint end, first, last;
  g_autofree char *before = NULL;
  g_autofree char *words = NULL;
  g_autofree char *after = NULL;
  GString *all = g_string_new (NULL);

  start = MIN (start, (guint) n);
  end = MIN (start + length, (guint) n);
  first = start > BEFORE ? whole_words (signs, start - BEFORE, start, 1) : 0;
  last = end + AFTER < (guint) n ? whole_words (signs, end + AFTER, end, -1) : (guint) n;
  while (first > 0 && first < start && g_unichar_isspace (signs[first]))
    first++;
  while (last < (guint) n && last > end && g_unichar_isspace (signs[last - 1]))
    last--;
  for (guint i = first; i < last; i++)
    if (signs[i] == '\n')
      signs[i] = ' ';
  before = g_ucs4_to_utf8 (signs + first, (glong) (start - first), NULL, NULL, NULL);
  words = g_ucs4_to_utf8 (signs + start, (glong) (end - start), NULL, NULL, NULL);
  after = g_ucs4_to_utf8 (signs + end, (glong) (last - end), NULL, NULL, NULL);
  g_string_append (all, first > 0 ? "…" : "");
  g_string_append (all, before);
  if (attributes != NULL)
    {
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) all->len;
      bold->end_index = (guint) (all->len + strlen (words));
      *attributes = pango_attr_list_new ();
      pango_attr_list_insert (*attributes, bold);
    }
  g_string_append (all, words);
  g_string_append (all, after);
  g_string_append (all, last < (guint) n ? "…" : "");
  return g_string_free (all, FALSE);
}

char *
plt_block_excerpt (const PltFacts *facts,
                   const PltBlockFacts *block,
                   guint start,
                   guint length,
                   PangoAttrList **attributes)
{
  const PltBlockFacts *end = facts->blocks.items + facts->blocks.n;
  g_autofree char *speech = NULL;

  if (g_str_equal (block->kind, "character"))
    for (const PltBlockFacts *next = block + 1;
         next < end && speech == NULL && !g_str_equal (next->kind, "character")
         && !g_str_equal (next->kind, "action");
         next++)
      if (g_str_equal (next->kind, "dialogue"))
        speech = g_strdup_printf ("%s — %s", block->text, next->text);
  return plt_passage_excerpt (speech != NULL ? speech : block->text, start, length, attributes);
}

/* ---- the rows ---- */

static void
append_row (PltElementPlaces *self, GtkWidget *child, const char *spoken, const Place *place)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  plt_a11y_set_name (row, spoken);
  g_object_set_data_full (G_OBJECT (row), "plt-place", g_memdup2 (place, sizeof *place), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* "J3 J7": the days of the plan it is shot on. */
static char *
days_of (const PltPlan *plan, gint64 sequence)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = g_ptr_array_index (plan->days, i);

      for (guint j = 0; j < day->strips->len; j++)
        if (((const PltStripFacts *) g_ptr_array_index (day->strips, j))->sequence == sequence
            && day->number > 0)
          {
            g_string_append (text, text->len > 0 ? " " : "");
            g_string_append_printf (text, _ ("D%u"), day->number);
            break;
          }
    }
  return g_string_free (text, FALSE);
}

static void
add_sequence (PltElementPlaces *self, const PltFacts *facts, const PltSequenceFacts *sequence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *set = plt_facts_set_name (facts, sequence);
  g_autofree char *days = days_of (plt_session_get_plan (self->session), sequence->id);
  g_autofree char *phrase = plt_sequence_phrase (facts, sequence);
  g_autofree char *spoken = g_strjoin (" ", phrase, days, NULL);
  GtkWidget *number = gtk_label_new (sequence->number);
  GtkWidget *name = gtk_label_new (set);
  GtkWidget *shot = gtk_label_new (days);
  const Place place = { sequence->id, { 0 } };

  gtk_label_set_width_chars (GTK_LABEL (number), 4);
  gtk_label_set_xalign (GTK_LABEL (number), 1);
  gtk_widget_add_css_class (number, "sequence-number");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (name, set);
  gtk_widget_add_css_class (shot, "keys");
  gtk_label_set_ellipsize (GTK_LABEL (shot), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (shot), 8);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), plt_effect_swatch_new (sequence->int_ext, sequence->effect));
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), shot);
  append_row (self, box, spoken, &place);
}

static GtkWidget *
new_excerpt (const char *text, PangoAttrList *attributes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_add_css_class (label, "excerpt");
  return label;
}

static void
add_passage (PltElementPlaces *self,
             const PltFacts *facts,
             const PltBlockFacts *block,
             const PltTagFacts *tag)
{
  PangoAttrList *attributes = NULL;
  g_autofree char *text
      = plt_block_excerpt (facts, block, (guint) tag->start, (guint) tag->length, &attributes);
  const Place place = { block->sequence, { block->id, (guint) tag->start, (guint) tag->length } };

  append_row (self, new_excerpt (text, attributes), text, &place);
  pango_attr_list_unref (attributes);
}

static guint
add_passages (PltElementPlaces *self, const PltFacts *facts, gint64 sequence)
{
  guint n = 0;

  for (guint i = 0; i < facts->tags.n; i++)
    {
      const PltTagFacts *tag = &facts->tags.items[i];
      const PltBlockFacts *block
          = tag->element == self->element
                ? PLT_FACTS_FIND (facts->blocks, PltBlockFacts, tag->script_block)
                : NULL;

      if (block == NULL || block->sequence != sequence)
        continue;
      if (n < MAX_PASSAGES)
        add_passage (self, facts, block, tag);
      n++;
    }
  if (n > MAX_PASSAGES)
    {
      const Place place = { sequence, { 0 } };
      g_autofree char *more = g_strdup_printf (
          ngettext ("and %u more", "and %u more", n - MAX_PASSAGES), n - MAX_PASSAGES);

      append_row (self, new_excerpt (more, NULL), more, &place);
    }
  return n;
}

static void
show_counts (PltElementPlaces *self, guint n_sequences, guint n_passages)
{
  const PltPresence *presence
      = plt_plan_presence (plt_session_get_plan (self->session), self->element);
  guint days = presence != NULL ? presence->n_worked : 0;
  g_autofree char *sequences
      = g_strdup_printf (ngettext ("%u sequence", "%u sequences", n_sequences), n_sequences);
  g_autofree char *passages
      = g_strdup_printf (ngettext ("%u passage", "%u passages", n_passages), n_passages);
  g_autofree char *shot = g_strdup_printf (ngettext ("%u day", "%u days", days), days);
  g_autofree char *all = g_strjoin (" · ", sequences, passages, shot, NULL);

  gtk_label_set_label (GTK_LABEL (self->counts), all);
}

void
plt_element_places_show (PltElementPlaces *self, gint64 element)
{
  const PltFacts *facts;
  const PltElementFacts *found;
  const PltCategoryFacts *category;
  g_autoptr (GPtrArray) sequences = NULL;
  g_autofree char *title = NULL;
  GtkWidget *row;
  guint passages = 0;

  g_return_if_fail (PLT_IS_ELEMENT_PLACES (self));

  facts = plt_session_get_text (self->session);
  found = PLT_FACTS_FIND (facts->elements, PltElementFacts, element);
  self->element = found != NULL ? element : 0;
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (found == NULL)
    return;
  category = PLT_FACTS_FIND (facts->categories, PltCategoryFacts, found->category);
  title = g_strdup_printf ("%s · %s", category != NULL ? category->code : "", found->name);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  plt_a11y_set_name (self->list, title);
  sequences = plt_breakdown_sequences_of (facts, element);
  for (guint i = 0; i < sequences->len; i++)
    {
      const PltSequenceFacts *sequence = g_ptr_array_index (sequences, i);

      add_sequence (self, facts, sequence);
      passages += add_passages (self, facts, sequence->id);
    }
  show_counts (self, sequences->len, passages);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), sequences->len > 0 ? "list" : "empty");
}

/* ---- what the user does ---- */

static void
choose (PltElementPlaces *self, GtkListBoxRow *row)
{
  const Place *place = g_object_get_data (G_OBJECT (row), "plt-place");

  g_signal_emit (self, signals[PLACE_CHOSEN], 0, place->sequence,
                 place->passage.block != 0 ? &place->passage : NULL);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, PltElementPlaces *self)
{
  choose (self, row);
}

static void
go_back (PltElementPlaces *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltElementPlaces *self)
{
  if (keyval != GDK_KEY_Escape && keyval != GDK_KEY_BackSpace)
    return FALSE;
  go_back (self);
  return TRUE;
}

/* ---- the object ---- */

GtkWidget *
plt_element_places_new (PltSession *session)
{
  PltElementPlaces *self = g_object_new (PLT_TYPE_ELEMENT_PLACES, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
plt_element_places_dispose (GObject *object)
{
  PltElementPlaces *self = PLT_ELEMENT_PLACES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_element_places_parent_class)->dispose (object);
}

static void
plt_element_places_class_init (PltElementPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_element_places_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[PLACE_CHOSEN]
      = g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_POINTER);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
new_head (PltElementPlaces *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *name = _ ("Back to the elements of the sequence");

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  self->title = gtk_label_new (NULL);
  self->counts = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->back, "flat");
  gtk_widget_set_valign (self->back, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->back, name);
  plt_a11y_set_name (self->back, name);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (go_back), self);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->title, "headline");
  gtk_label_set_xalign (GTK_LABEL (self->counts), 0);
  gtk_widget_add_css_class (self->counts, "keys");
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->counts);
  gtk_box_append (GTK_BOX (head), self->back);
  gtk_box_append (GTK_BOX (head), words);
  gtk_widget_add_css_class (head, "pane-adder");
  return head;
}

static void
plt_element_places_init (PltElementPlaces *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *empty = gtk_label_new (_ ("It is in no sequence."));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (self->list, "categories");
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->box, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (empty, "dim-label");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), empty, "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), scroller, "list");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), new_head (self));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
