#include "plt-sequence-list.h"

#include <glib/gi18n-lib.h>

#include "plt-breakdown.h"
#include "plt-effect-swatch.h"
#include "plt-text.h"
#include "plt-time.h"

#define WIDE_WINDOW 1600
#define WIDE_LIST 312
#define EIGHTHS_FROM 210 /* below it the room goes to the names of décors */

struct _PltSequenceList
{
  GtkWidget parent_instance;

  PltSession *session;
  gboolean quiet; /* the selection is ours, not the user's */
  gboolean short_lines;

  GtkWidget *box;
  GtkWidget *filter; /* (nullable) */
  GtkWidget *scroller;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PltSequenceList, plt_sequence_list, GTK_TYPE_WIDGET)

enum
{
  SEQUENCE_SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The parts of one line; they live as long as it. */
typedef struct
{
  gint64 id;
  GtkWidget *number;
  GtkWidget *effect;
  GtkWidget *set;
  GtkWidget *eighths;
  GtkWidget *progress;
} Line;

/* Nothing, up to a half, more, all. */
static const char *const discs[] = { "○", "◔", "◑", "◕", "●" };

static Line *
line_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "plt-line");
}

char *
plt_sequence_phrase (const PltFacts *facts, const PltSequenceFacts *sequence)
{
  g_autofree char *set = plt_facts_set_name (facts, sequence);
  const char *code = plt_effect_code (sequence->int_ext, sequence->effect);

  return g_strjoin (" ", sequence->number, code, set, NULL);
}

static GtkWidget *
new_row (gboolean short_lines)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Line *line = g_new0 (Line, 1);

  line->number = gtk_label_new (NULL);
  line->effect = plt_effect_swatch_new ("", "");
  line->set = gtk_label_new (NULL);
  line->eighths = gtk_label_new (NULL);
  line->progress = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (line->number), 4);
  gtk_label_set_xalign (GTK_LABEL (line->number), 1);
  gtk_widget_add_css_class (line->number, "sequence-number");
  gtk_label_set_xalign (GTK_LABEL (line->set), 0);
  gtk_label_set_ellipsize (GTK_LABEL (line->set), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (line->set, TRUE);
  gtk_widget_add_css_class (line->eighths, "numeric");
  gtk_widget_add_css_class (line->eighths, "dim-label");
  gtk_widget_set_visible (line->eighths, !short_lines);
  gtk_box_append (GTK_BOX (box), line->number);
  gtk_box_append (GTK_BOX (box), line->effect);
  gtk_box_append (GTK_BOX (box), line->set);
  gtk_box_append (GTK_BOX (box), line->eighths);
  gtk_widget_add_css_class (line->progress, "progress-disc");
  gtk_box_append (GTK_BOX (box), line->progress);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "plt-line", line, g_free);
  return row;
}

/* A tooltip that is set asks where the pointer is, each time: only where it changed. */
static void
set_tooltip (GtkWidget *widget, const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

static void
fill_progress (Line *line, PltBoxCount count)
{
  guint done = count.filled + count.nothing;
  guint disc = count.n == 0      ? 0
               : done >= count.n ? G_N_ELEMENTS (discs) - 1
                                 : (done * 4 + count.n - 1) / count.n;
  g_autofree char *text = g_strdup_printf (
      _ ("%u of %u boxes of the sheet are filled or confirmed empty"), done, count.n);

  gtk_label_set_label (GTK_LABEL (line->progress), discs[MIN (disc, done < count.n ? 3 : 4)]);
  set_tooltip (line->progress, text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_widget_get_ancestor (line->progress, GTK_TYPE_LIST_BOX_ROW)),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
fill_row (GtkListBoxRow *row, const PltFacts *facts, const PltSequenceFacts *sequence)
{
  Line *line = line_of (row);
  g_autofree char *set = plt_facts_set_name (facts, sequence);
  g_autofree char *phrase = plt_sequence_phrase (facts, sequence);
  g_autofree char *eighths
      = sequence->eighths != PLT_UNKNOWN ? plt_eighths_format (sequence->eighths) : g_strdup ("");

  line->id = sequence->id;
  gtk_label_set_label (GTK_LABEL (line->number), sequence->number);
  plt_effect_swatch_set (PLT_EFFECT_SWATCH (line->effect), sequence->int_ext, sequence->effect);
  gtk_label_set_label (GTK_LABEL (line->set), set);
  set_tooltip (line->set, phrase);
  gtk_label_set_label (GTK_LABEL (line->eighths), eighths);
  if (plt_sequence_is_cut (sequence))
    gtk_widget_add_css_class (GTK_WIDGET (row), "cut");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "cut");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, phrase, -1);
}

void
plt_sequence_list_refresh (PltSequenceList *self)
{
  const PltFacts *facts;
  GtkListBox *list;
  GtkListBoxRow *row;
  gint64 selected;
  const PltProgress *progress;

  g_return_if_fail (PLT_IS_SEQUENCE_LIST (self));

  facts = plt_session_get_facts (self->session);
  progress = plt_session_get_progress (self->session);
  list = GTK_LIST_BOX (self->list);
  selected = plt_sequence_list_get_selected (self);
  self->quiet = TRUE;
  for (guint i = 0; i < facts->sequences.n; i++)
    {
      row = gtk_list_box_get_row_at_index (list, (int) i);
      if (row == NULL)
        {
          gtk_list_box_append (list, new_row (self->short_lines));
          row = gtk_list_box_get_row_at_index (list, (int) i);
        }
      fill_row (row, facts, &facts->sequences.items[i]);
      fill_progress (line_of (row),
                     plt_progress_of_sequence (progress, facts->sequences.items[i].id));
    }
  while ((row = gtk_list_box_get_row_at_index (list, (int) facts->sequences.n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  self->quiet = FALSE;
  plt_sequence_list_select (self, selected);
}

static GtkListBoxRow *
find_row (PltSequenceList *self, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (line_of (row)->id == id)
      return row;
  return NULL;
}

static void
reveal (PltSequenceList *self, GtkListBoxRow *row)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds) && bounds.size.height > 0)
    gtk_adjustment_clamp_page (adjustment, (double) bounds.origin.y,
                               (double) (bounds.origin.y + bounds.size.height));
}

void
plt_sequence_list_select (PltSequenceList *self, gint64 id)
{
  GtkRoot *root;
  GtkWidget *focus;
  GtkListBoxRow *row;

  g_return_if_fail (PLT_IS_SEQUENCE_LIST (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  row = id != 0 ? find_row (self, id) : NULL;
  self->quiet = TRUE;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
  if (row != NULL && focus != NULL && gtk_widget_is_ancestor (focus, self->list))
    gtk_widget_grab_focus (GTK_WIDGET (row)); /* the arrows go on from there */
  self->quiet = FALSE;
  if (row != NULL)
    reveal (self, row);
}

gint64
plt_sequence_list_get_selected (PltSequenceList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_SEQUENCE_LIST (self), 0);

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  return row != NULL ? line_of (row)->id : 0;
}

gint64
plt_sequence_list_get_beside (PltSequenceList *self, int step)
{
  const PltFacts *facts;
  gint64 selected = plt_sequence_list_get_selected (self);
  int n;

  facts = plt_session_get_facts (self->session);
  n = (int) facts->sequences.n;
  for (int i = 0; i < n; i++)
    if (facts->sequences.items[i].id == selected)
      return facts->sequences.items[CLAMP (i + step, 0, n - 1)].id;
  return n > 0 ? facts->sequences.items[0].id : 0;
}

gboolean
plt_sequence_list_grab_focus (PltSequenceList *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (PLT_IS_SEQUENCE_LIST (self), FALSE);

  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
on_first_map (GtkWidget *widget, GtkPaned *paned)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (root != NULL && gtk_widget_get_width (GTK_WIDGET (root)) >= WIDE_WINDOW)
    gtk_paned_set_position (paned, WIDE_LIST);
  g_signal_handlers_disconnect_by_func (widget, on_first_map, paned);
}

static void
on_width (PltSequenceList *self, GParamSpec *pspec, GtkPaned *paned)
{
  gboolean short_lines = gtk_paned_get_position (paned) < EIGHTHS_FROM;
  GtkListBoxRow *row;

  if (short_lines == self->short_lines)
    return;
  self->short_lines = short_lines;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    gtk_widget_set_visible (line_of (row)->eighths, !short_lines);
}

void
plt_sequence_list_set_width (PltSequenceList *self, GtkPaned *paned, int narrow)
{
  g_return_if_fail (PLT_IS_SEQUENCE_LIST (self) && GTK_IS_PANED (paned));

  g_signal_connect_object (paned, "notify::position", G_CALLBACK (on_width), self,
                           G_CONNECT_SWAPPED);
  gtk_paned_set_position (paned, narrow);
  g_signal_connect_object (self, "map", G_CALLBACK (on_first_map), paned, 0);
}

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, PltSequenceList *self)
{
  if (!self->quiet && row != NULL)
    g_signal_emit (self, signals[SEQUENCE_SELECTED], 0, line_of (row)->id);
}

/* ---- the filter ---- */

static gboolean
passes (GtkListBoxRow *row, gpointer data)
{
  PltSequenceList *self = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter));
  const PltFacts *facts;
  const PltSequenceFacts *sequence;
  g_autofree char *phrase = NULL;

  if (*text == '\0')
    return TRUE;
  facts = plt_session_get_facts (self->session);
  sequence = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, line_of (row)->id);
  if (sequence == NULL)
    return FALSE;
  phrase = plt_sequence_phrase (facts, sequence);
  return plt_text_contains (phrase, text) || plt_text_contains (sequence->synopsis, text);
}

static void
on_filter_stopped (PltSequenceList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  plt_sequence_list_grab_focus (self);
}

/* The first one that is listed. */
static void
on_filter_taken (PltSequenceList *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
        return;
      }
}

static gboolean
on_filter_key (GtkEventControllerKey *controller,
               guint keyval,
               guint keycode,
               GdkModifierType state,
               PltSequenceList *self)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  on_filter_taken (self);
  return TRUE;
}

void
plt_sequence_list_set_filterable (PltSequenceList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (PLT_IS_SEQUENCE_LIST (self) && self->filter == NULL);

  self->filter = gtk_search_entry_new ();
  g_object_set (self->filter, "placeholder-text", _ ("Number, set, words"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->filter), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filter the sequences"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_filter_key), self);
  gtk_widget_add_controller (self->filter, keys);
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (gtk_list_box_invalidate_filter),
                            self->list);
  g_signal_connect_swapped (self->filter, "stop-search", G_CALLBACK (on_filter_stopped), self);
  g_signal_connect_swapped (self->filter, "activate", G_CALLBACK (on_filter_taken), self);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), passes, self, NULL);
  gtk_widget_add_css_class (self->filter, "list-filter");
  gtk_box_prepend (GTK_BOX (self->box), self->filter);
}

GtkEditable *
plt_sequence_list_get_filter (PltSequenceList *self)
{
  g_return_val_if_fail (PLT_IS_SEQUENCE_LIST (self), NULL);

  return self->filter != NULL ? GTK_EDITABLE (self->filter) : NULL;
}

GtkWidget *
plt_sequence_list_new (PltSession *session)
{
  PltSequenceList *self = g_object_new (PLT_TYPE_SEQUENCE_LIST, NULL);

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
plt_sequence_list_dispose (GObject *object)
{
  PltSequenceList *self = PLT_SEQUENCE_LIST (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_sequence_list_parent_class)->dispose (object);
}

/* A film has a hundred lines: Tab goes to the one that is selected, and from it out of the list. */
static gboolean
plt_sequence_list_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PltSequenceList *self = PLT_SEQUENCE_LIST (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean in_list = focus != NULL && gtk_widget_is_ancestor (focus, self->list);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (plt_sequence_list_parent_class)->focus (widget, direction);
  if (in_list)
    return direction == GTK_DIR_TAB_BACKWARD && self->filter != NULL
           && gtk_widget_grab_focus (self->filter);
  if (focus != NULL && self->filter != NULL
      && (focus == self->filter || gtk_widget_is_ancestor (focus, self->filter)))
    return direction == GTK_DIR_TAB_FORWARD && plt_sequence_list_grab_focus (self);
  if (direction == GTK_DIR_TAB_FORWARD && self->filter != NULL)
    return gtk_widget_grab_focus (self->filter);
  return plt_sequence_list_grab_focus (self);
}

static void
plt_sequence_list_class_init (PltSequenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_sequence_list_dispose;
  GTK_WIDGET_CLASS (klass)->focus = plt_sequence_list_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-sequence-list");
  signals[SEQUENCE_SELECTED]
      = g_signal_new ("sequence-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
plt_sequence_list_init (PltSequenceList *self)
{
  self->scroller = gtk_scrolled_window_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sequences"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
