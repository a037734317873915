#include "plt-script-pane.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-effect-swatch.h"
#include "plt-time.h"

struct _PltScriptPane
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 sequence;
  gboolean stale; /* not shown when the session changed */

  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *number;
  GtkWidget *effect;
  GtkWidget *set;
  GtkWidget *facts;
  GtkWidget *progress;
  GtkWidget *progress_text;
  GtkWidget *show_elements; /* toggles */
  GtkWidget *show_proposals;
  GtkWidget *stack; /* elements, places, proposals */
  GtkWidget *elements;
  GtkWidget *places;
  GtkWidget *proposals;
};

G_DEFINE_FINAL_TYPE (PltScriptPane, plt_script_pane, GTK_TYPE_WIDGET)

enum
{
  PLACE_CHOSEN,
  PROPOSALS_SHOWN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

PltSequenceElements *
plt_script_pane_get_elements (PltScriptPane *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_PANE (self), NULL);

  return PLT_SEQUENCE_ELEMENTS (self->elements);
}

PltElementPlaces *
plt_script_pane_get_places (PltScriptPane *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_PANE (self), NULL);

  return PLT_ELEMENT_PLACES (self->places);
}

PltProposalList *
plt_script_pane_get_proposals (PltScriptPane *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_PANE (self), NULL);

  return PLT_PROPOSAL_LIST (self->proposals);
}

static const char *
shown (PltScriptPane *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

gboolean
plt_script_pane_has_proposals (PltScriptPane *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_PANE (self), FALSE);

  return g_str_equal (shown (self), "proposals") && gtk_widget_get_mapped (GTK_WIDGET (self));
}

gboolean
plt_script_pane_grab_focus (PltScriptPane *self)
{
  g_return_val_if_fail (PLT_IS_SCRIPT_PANE (self), FALSE);

  if (g_str_equal (shown (self), "places"))
    return plt_element_places_grab_focus (PLT_ELEMENT_PLACES (self->places));
  if (g_str_equal (shown (self), "proposals"))
    return plt_proposal_list_grab_focus (PLT_PROPOSAL_LIST (self->proposals));
  return plt_sequence_elements_grab_focus (PLT_SEQUENCE_ELEMENTS (self->elements));
}

/* ---- the head ---- */

static void
append_fact (GString *text, const char *fact)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, fact);
}

/* "p. 12 · 1 2/8 · 1:20 · J2": where it is, how long, when in the story. */
static char *
facts_of (const PltSequenceFacts *sequence)
{
  GString *text = g_string_new (NULL);

  if (sequence->page != PLT_UNKNOWN && sequence->page > 0)
    {
      /* Translators: the page of the screenplay, short: "p. 12" */
      g_autofree char *page = g_strdup_printf (_ ("p. %d"), (int) sequence->page);

      append_fact (text, page);
    }
  if (sequence->eighths != PLT_UNKNOWN)
    {
      g_autofree char *eighths = plt_eighths_format (sequence->eighths);
      /* Translators: a length in pages, short: "1 2/8 p." */
      g_autofree char *length = g_strdup_printf (_ ("%s p."), eighths);

      append_fact (text, length);
    }
  if (sequence->premin_seconds != PLT_UNKNOWN)
    {
      g_autofree char *seconds = plt_seconds_format (sequence->premin_seconds);

      append_fact (text, seconds);
    }
  else if (sequence->estimate_seconds != PLT_UNKNOWN)
    {
      g_autofree char *seconds = plt_seconds_format (sequence->estimate_seconds);
      /* Translators: a length that was estimated, short: "est. 1:20" */
      g_autofree char *estimate = g_strdup_printf (_ ("est. %s"), seconds);

      append_fact (text, estimate);
    }
  if (*sequence->story_day != '\0')
    append_fact (text, sequence->story_day);
  return g_string_free (text, FALSE);
}

static void
show_progress (PltScriptPane *self)
{
  PltBoxCount count
      = plt_progress_of_sequence (plt_session_get_progress (self->session), self->sequence);
  guint done = count.filled + count.nothing;
  g_autofree char *text = g_strdup_printf ("%u/%u", done, count.n);
  g_autofree char *spoken = g_strdup_printf (
      _ ("%u of %u boxes of the sheet are filled or confirmed empty"), done, count.n);

  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (self->progress), MAX (count.n, 1));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->progress), done);
  gtk_label_set_label (GTK_LABEL (self->progress_text), text);
  gtk_widget_set_tooltip_text (self->progress, spoken);
  gtk_widget_set_tooltip_text (self->progress_text, spoken);
  plt_a11y_set_name (self->progress, spoken);
}

static void
show_head (PltScriptPane *self, const PltFacts *facts)
{
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, self->sequence);
  g_autofree char *set = NULL;
  g_autofree char *text = NULL;
  g_autofree char *number = NULL;

  gtk_widget_set_visible (self->head, sequence != NULL);
  if (sequence == NULL)
    return;
  set = plt_facts_set_name (facts, sequence);
  text = facts_of (sequence);
  number = g_strdup_printf (_ ("Sequence %s"), sequence->number);
  gtk_label_set_label (GTK_LABEL (self->number), number);
  plt_effect_swatch_set (PLT_EFFECT_SWATCH (self->effect), sequence->int_ext, sequence->effect);
  gtk_label_set_label (GTK_LABEL (self->set), set);
  gtk_widget_set_visible (self->set, *set != '\0');
  gtk_label_set_label (GTK_LABEL (self->facts), text);
  gtk_widget_set_visible (self->facts, *text != '\0');
  show_progress (self);
}

static void
show_counts (PltScriptPane *self)
{
  GPtrArray *all = plt_session_get_proposals (self->session);
  gboolean film = plt_proposal_list_is_film (PLT_PROPOSAL_LIST (self->proposals));
  guint here = 0;
  g_autofree char *elements = NULL;
  g_autofree char *proposals = NULL;

  for (guint i = 0; i < all->len; i++)
    here += ((const PltProposal *) g_ptr_array_index (all, i))->sequence == self->sequence ? 1 : 0;
  /* Translators: a tab, and how many there are */
  elements = g_strdup_printf (_ ("Elements %u"),
                              plt_sequence_elements_get_n (PLT_SEQUENCE_ELEMENTS (self->elements)));
  /* Translators: a tab, and how many there are */
  proposals = g_strdup_printf (_ ("Proposals %u"), film ? all->len : here);
  gtk_button_set_label (GTK_BUTTON (self->show_elements), elements);
  gtk_button_set_label (GTK_BUTTON (self->show_proposals), proposals);
}

/* ---- what is shown ---- */

static void
fill (PltScriptPane *self)
{
  self->stale = FALSE;
  show_head (self, plt_session_get_text (self->session));
  plt_sequence_elements_show (PLT_SEQUENCE_ELEMENTS (self->elements), self->sequence);
  if (g_str_equal (shown (self), "places"))
    plt_element_places_show (PLT_ELEMENT_PLACES (self->places),
                             plt_element_places_get_element (PLT_ELEMENT_PLACES (self->places)));
  plt_proposal_list_show (PLT_PROPOSAL_LIST (self->proposals), self->sequence);
  show_counts (self);
}

void
plt_script_pane_show_sequence (PltScriptPane *self, gint64 sequence)
{
  g_return_if_fail (PLT_IS_SCRIPT_PANE (self));

  self->sequence = sequence;
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

static void
show_page (PltScriptPane *self, const char *page)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (g_str_equal (page, "proposals")
                                                       ? self->show_proposals
                                                       : self->show_elements),
                                TRUE);
  g_signal_emit (self, signals[PROPOSALS_SHOWN], 0);
}

void
plt_script_pane_show_element (PltScriptPane *self, gint64 element)
{
  g_return_if_fail (PLT_IS_SCRIPT_PANE (self));

  plt_element_places_show (PLT_ELEMENT_PLACES (self->places), element);
  show_page (self, "places");
}

void
plt_script_pane_show_proposals (PltScriptPane *self, gboolean film)
{
  g_return_if_fail (PLT_IS_SCRIPT_PANE (self));

  plt_proposal_list_set_film (PLT_PROPOSAL_LIST (self->proposals), film);
  show_page (self, "proposals");
}

/* ---- what the user does ---- */

static void
on_element (PltScriptPane *self, gint64 element)
{
  plt_script_pane_show_element (self, element);
  plt_element_places_grab_focus (PLT_ELEMENT_PLACES (self->places));
}

static void
on_back (PltScriptPane *self)
{
  show_page (self, "elements");
  plt_sequence_elements_grab_focus (PLT_SEQUENCE_ELEMENTS (self->elements));
}

static void
on_place (PltScriptPane *self, gint64 sequence, const PltPassage *passage)
{
  g_signal_emit (self, signals[PLACE_CHOSEN], 0, sequence, passage);
}

static void
on_page (GtkToggleButton *button, PltScriptPane *self)
{
  if (GTK_WIDGET (button) == self->show_elements && g_str_equal (shown (self), "places"))
    return; /* which are a page of the elements */
  if (gtk_toggle_button_get_active (button))
    show_page (self, GTK_WIDGET (button) == self->show_proposals ? "proposals" : "elements");
}

/* The places are below the elements: pressed again, it leads back to them. */
static void
on_elements_clicked (PltScriptPane *self)
{
  if (g_str_equal (shown (self), "places"))
    show_page (self, "elements");
}

/* ---- the object ---- */

GtkWidget *
plt_script_pane_new (PltSession *session)
{
  PltScriptPane *self = g_object_new (PLT_TYPE_SCRIPT_PANE, NULL);
  GtkStack *stack = GTK_STACK (self->stack);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->elements = plt_sequence_elements_new (session);
  self->places = plt_element_places_new (session);
  self->proposals = plt_proposal_list_new (session);
  gtk_stack_add_named (stack, self->elements, "elements");
  gtk_stack_add_named (stack, self->places, "places");
  gtk_stack_add_named (stack, self->proposals, "proposals");
  g_signal_connect_swapped (self->elements, "element-activated", G_CALLBACK (on_element), self);
  g_signal_connect_swapped (self->places, "place-chosen", G_CALLBACK (on_place), self);
  g_signal_connect_swapped (self->places, "back", G_CALLBACK (on_back), self);
  g_signal_connect_swapped (self->proposals, "place-chosen", G_CALLBACK (on_place), self);
  g_signal_connect_swapped (self->proposals, "scope-changed", G_CALLBACK (show_counts), self);
  return GTK_WIDGET (self);
}

static gboolean
plt_script_pane_grab (GtkWidget *widget)
{
  return plt_script_pane_grab_focus (PLT_SCRIPT_PANE (widget));
}

static void
plt_script_pane_map (GtkWidget *widget)
{
  PltScriptPane *self = PLT_SCRIPT_PANE (widget);

  GTK_WIDGET_CLASS (plt_script_pane_parent_class)->map (widget);
  if (self->stale)
    fill (self);
  g_signal_emit (self, signals[PROPOSALS_SHOWN], 0);
}

static void
plt_script_pane_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plt_script_pane_parent_class)->unmap (widget);
  g_signal_emit (widget, signals[PROPOSALS_SHOWN], 0);
}

static void
plt_script_pane_dispose (GObject *object)
{
  PltScriptPane *self = PLT_SCRIPT_PANE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_script_pane_parent_class)->dispose (object);
}

static void
plt_script_pane_class_init (PltScriptPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plt_script_pane_dispose;
  widget_class->grab_focus = plt_script_pane_grab;
  widget_class->map = plt_script_pane_map;
  widget_class->unmap = plt_script_pane_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plt-script-pane");
  signals[PLACE_CHOSEN]
      = g_signal_new ("place-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_POINTER);
  signals[PROPOSALS_SHOWN] = g_signal_new ("proposals-shown", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
make_head (PltScriptPane *self)
{
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *last = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->number = gtk_label_new (NULL);
  self->effect = plt_effect_swatch_new ("", "");
  self->set = gtk_label_new (NULL);
  self->facts = gtk_label_new (NULL);
  self->progress = gtk_level_bar_new ();
  self->progress_text = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "sheet-title");
  gtk_label_set_xalign (GTK_LABEL (self->set), 0);
  gtk_label_set_wrap (GTK_LABEL (self->set), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->facts), 0);
  gtk_label_set_wrap (GTK_LABEL (self->facts), TRUE);
  gtk_widget_add_css_class (self->facts, "dim-label");
  gtk_widget_add_css_class (self->facts, "numeric");
  gtk_widget_add_css_class (self->progress_text, "dim-label");
  gtk_widget_add_css_class (self->progress_text, "numeric");
  gtk_widget_set_hexpand (self->progress, TRUE);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (first), self->number);
  gtk_box_append (GTK_BOX (first), self->effect);
  gtk_box_append (GTK_BOX (last), self->progress);
  gtk_box_append (GTK_BOX (last), self->progress_text);
  gtk_box_append (GTK_BOX (self->head), first);
  gtk_box_append (GTK_BOX (self->head), self->set);
  gtk_box_append (GTK_BOX (self->head), self->facts);
  gtk_box_append (GTK_BOX (self->head), last);
  gtk_widget_add_css_class (self->head, "pane-head");
}

static GtkWidget *
new_switch (PltScriptPane *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->show_elements = gtk_toggle_button_new ();
  self->show_proposals = gtk_toggle_button_new ();
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->show_elements), TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->show_proposals),
                               GTK_TOGGLE_BUTTON (self->show_elements));
  gtk_widget_add_css_class (self->show_elements, "tab");
  gtk_widget_add_css_class (self->show_proposals, "tab");
  g_signal_connect (self->show_elements, "toggled", G_CALLBACK (on_page), self);
  g_signal_connect (self->show_proposals, "toggled", G_CALLBACK (on_page), self);
  g_signal_connect_swapped (self->show_elements, "clicked", G_CALLBACK (on_elements_clicked), self);
  gtk_box_append (GTK_BOX (box), self->show_elements);
  gtk_box_append (GTK_BOX (box), self->show_proposals);
  gtk_widget_add_css_class (box, "pane-tabs");
  return box;
}

static void
plt_script_pane_init (PltScriptPane *self)
{
  self->stale = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  make_head (self);
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), new_switch (self));
  gtk_box_append (GTK_BOX (self->box), self->stack);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
