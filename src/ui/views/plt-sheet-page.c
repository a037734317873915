#include "plt-sheet-page.h"

#include <glib/gi18n-lib.h>

#include "plt-a11y.h"
#include "plt-breakdown.h"
#include "plt-effect-swatch.h"
#include "plt-empty-state.h"
#include "plt-field.h"
#include "plt-raccords-box.h"
#include "plt-sequence-list.h"
#include "plt-sheet-text.h"
#include "plt-shortcuts.h"

#define LIST_WIDTH 176
#define WIDE 940 /* from here on the text stands beside the sheet, else below it */
#define TEXT_WIDTH 380
#define TEXT_HEIGHT 190

struct _PltSheetPage
{
  GtkWidget parent_instance;

  PltSession *session;
  gint64 sequence;
  gboolean following;
  GPtrArray *fields;  /* PltField, borrowed from the head */
  GArray *categories; /* gint64: those there are boxes for, in order */

  GtkWidget *stack; /* empty, sheet */
  GtkWidget *list;
  GtkWidget *number;
  GtkWidget *effect;
  GtkWidget *set;
  GtkWidget *place;
  GtkWidget *progress; /* of the séquence */
  GtkWidget *progress_text;
  GtkWidget *film_text;
  GtkWidget *confirm;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *scroller;
  GtkWidget *head;
  GtkWidget *boxes;
  GtkWidget *raccords;
  GtkWidget *split; /* sheet, text */
  GtkWidget *text;
  int placed;    /* how the text stands, -1 before it was placed */
  guint placing; /* idle source that divides the room */
};

G_DEFINE_FINAL_TYPE (PltSheetPage, plt_sheet_page, GTK_TYPE_WIDGET)

/* The head of the paper: where each field stands, in eighteenths of its width. */
static const struct
{
  const char *column;
  int x, y, width;
  int chars;
} places[] = {
  { "number", 0, 0, 2, 4 },
  { "int_ext", 2, 0, 3, 7 },
  { "effect", 5, 0, 4, 8 },
  { "set", 9, 0, 5, 12 },
  { "sub_set", 14, 0, 4, 10 },
  { "story_day", 0, 1, 2, 4 },
  { "page", 2, 1, 2, 4 },
  { "eighths", 4, 1, 2, 4 },
  { "premin_seconds", 6, 1, 2, 5 },
  { "estimate_seconds", 8, 1, 2, 5 },
  { "shooting_minutes", 10, 1, 3, 6 },
  { "shots", 13, 1, 2, 3 },
  { "location", 15, 1, 3, 8 },
  { "synopsis", 0, 2, 8, 24 },
  { "note", 8, 2, 6, 16 },
  { "status", 14, 2, 4, 10 },
  { "hazards", 14, 3, 4, 10 },
};

/* Where the number of the episode stands when there are episodes: below the head's last line. */
#define EPISODE_LINE 4

gint64
plt_sheet_page_get_sequence (PltSheetPage *self)
{
  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), 0);

  return self->sequence;
}

static gboolean
commit (PltSheetPage *self)
{
  gboolean all = TRUE;
  GtkWidget *child, *next;

  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  for (guint i = 0; i < self->fields->len; i++)
    all = plt_field_commit (g_ptr_array_index (self->fields, i)) && all;
  for (child = gtk_widget_get_first_child (self->boxes); child != NULL; child = next)
    {
      next = gtk_widget_get_next_sibling (child);
      all = plt_element_box_commit (
                PLT_ELEMENT_BOX (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))))
            && all;
    }
  return plt_raccords_box_commit (PLT_RACCORDS_BOX (self->raccords)) && all;
}

/* ---- what is shown ---- */

static void
add_field (
    PltSheetPage *self, PltRecord *record, const char *id, int x, int y, int width, int chars)
{
  const PltColumn *column = plt_table_column (plt_record_get_table (record), id);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (plt_column_title (column));
  GtkWidget *field = plt_field_new (self->session, record, column);
  GtkWidget *editor = plt_field_get_editor (PLT_FIELD (field));
  gboolean tall = column->type == PLT_COLUMN_LONG_TEXT;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "sheet-label");
  gtk_widget_set_tooltip_text (label, plt_column_title (column));
  if (GTK_IS_EDITABLE (editor))
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (editor), chars);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (editor), chars);
    }
  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), field);
  gtk_grid_attach (GTK_GRID (self->head), box, x, y, width, tall ? 2 : 1);
  g_ptr_array_add (self->fields, field);
}

static void
fill_head (PltSheetPage *self)
{
  GtkWidget *child;
  g_autoptr (PltRecord) record = NULL;

  g_ptr_array_set_size (self->fields, 0);
  while ((child = gtk_widget_get_first_child (self->head)) != NULL)
    gtk_grid_remove (GTK_GRID (self->head), child);
  record = plt_store_get_record (plt_session_get_store (self->session), "sequence", self->sequence);
  if (record == NULL)
    return;
  if (plt_facts_has_episodes (plt_session_get_facts (self->session)))
    add_field (self, record, "episode", 0, EPISODE_LINE, 2, 6);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_field (self, record, places[i].column, places[i].x, places[i].y, places[i].width,
               places[i].chars);
}

static void on_leave (PltElementBox *from, int step, gboolean to_do, PltSheetPage *self);

static gboolean
has_these_boxes (PltSheetPage *self, const PltFacts *facts)
{
  if (self->categories->len != facts->categories.n)
    return FALSE;
  for (guint i = 0; i < facts->categories.n; i++)
    if (g_array_index (self->categories, gint64, i) != facts->categories.items[i].id)
      return FALSE;
  return TRUE;
}

static void
make_boxes (PltSheetPage *self, const PltFacts *facts)
{
  GtkWidget *child;

  if (has_these_boxes (self, facts))
    return;
  while ((child = gtk_widget_get_first_child (self->boxes)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->boxes), child);
  g_array_set_size (self->categories, 0);
  for (guint i = 0; i < facts->categories.n; i++)
    {
      GtkWidget *box = plt_element_box_new (self->session, facts->categories.items[i].id);

      g_signal_connect (box, "leave", G_CALLBACK (on_leave), self);
      gtk_flow_box_append (GTK_FLOW_BOX (self->boxes), box);
      gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
      g_array_append_val (self->categories, facts->categories.items[i].id);
    }
}

static void
show_boxes (PltSheetPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->boxes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    plt_element_box_show (
        PLT_ELEMENT_BOX (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child))),
        self->sequence);
}

static void
show_progress (PltSheetPage *self)
{
  const PltProgress *progress = plt_session_get_progress (self->session);
  PltBoxCount here = plt_progress_of_sequence (progress, self->sequence);
  PltBoxCount film = plt_progress_of_film (progress);
  guint done = here.filled + here.nothing;
  guint all = film.filled + film.nothing;
  guint finished = plt_progress_n_finished (progress);
  /* Translators: boxes of a sheet that are done: "14/27 boxes" */
  g_autofree char *text = g_strdup_printf (_ ("%u/%u boxes"), done, here.n);
  /* Translators: of all boxes of the film: "film 62 %" */
  g_autofree char *whole = g_strdup_printf (_ ("film %u %%"), plt_per_mille (all, film.n) / 10);
  g_autofree char *spoken
      = g_strdup_printf (_ ("This sheet: %u boxes filled, %u confirmed empty, %u to do"),
                         here.filled, here.nothing, here.n - done);
  g_autofree char *of_film = g_strdup_printf (
      _ ("The film: %u of %u boxes are done, %u sequences are finished"), all, film.n, finished);

  gtk_level_bar_set_max_value (GTK_LEVEL_BAR (self->progress), MAX (here.n, 1));
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->progress), done);
  gtk_widget_set_tooltip_text (self->progress, spoken);
  plt_a11y_set_name (self->progress, spoken);
  gtk_label_set_label (GTK_LABEL (self->progress_text), text);
  gtk_widget_set_tooltip_text (self->progress_text, spoken);
  gtk_label_set_label (GTK_LABEL (self->film_text), whole);
  gtk_widget_set_tooltip_text (self->film_text, of_film);
  gtk_widget_set_visible (self->confirm, !plt_session_is_read_only (self->session));
  gtk_widget_set_sensitive (self->confirm, done < here.n);
}

static void
show_bar (PltSheetPage *self, const PltFacts *facts)
{
  const PltSequenceFacts *sequence
      = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, self->sequence);
  guint index = (guint) (sequence - facts->sequences.items);
  g_autofree char *set = plt_facts_set_name (facts, sequence);
  g_autofree char *title = g_strdup_printf (_ ("Sequence %s"), sequence->number);
  /* Translators: "sheet 12 of 24" */
  g_autofree char *place = g_strdup_printf (_ ("%u of %u"), index + 1, facts->sequences.n);

  gtk_label_set_label (GTK_LABEL (self->number), title);
  plt_effect_swatch_set (PLT_EFFECT_SWATCH (self->effect), sequence->int_ext, sequence->effect);
  gtk_label_set_label (GTK_LABEL (self->set), set);
  gtk_widget_set_tooltip_text (self->set, set);
  gtk_label_set_label (GTK_LABEL (self->place), place);
  gtk_widget_set_sensitive (self->previous, index > 0);
  gtk_widget_set_sensitive (self->next, index + 1 < facts->sequences.n);
  show_progress (self);
}

/* Once the pane was given its place lengthwise or across: before that it would scale the one it had
 * the other way round. */
static gboolean
divide (gpointer data)
{
  PltSheetPage *self = data;

  self->placing = 0;
  gtk_paned_set_position (GTK_PANED (self->split),
                          self->placed == GTK_ORIENTATION_HORIZONTAL
                              ? gtk_widget_get_width (self->split) - TEXT_WIDTH
                              : gtk_widget_get_height (self->split) - TEXT_HEIGHT);
  return G_SOURCE_REMOVE;
}

/* Beside the sheet where there is room for both, else below it. */
static void
place_text (PltSheetPage *self)
{
  int width = gtk_widget_get_width (self->split);
  int height = gtk_widget_get_height (self->split);
  GtkOrientation wanted = width >= WIDE ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;

  if (width <= 0 || height <= 0 || self->placed == (int) wanted)
    return;
  self->placed = (int) wanted;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->split), wanted);
  if (self->placing == 0)
    self->placing = g_idle_add (divide, self);
}

void
plt_sheet_page_refresh (PltSheetPage *self)
{
  const PltFacts *facts;

  g_return_if_fail (PLT_IS_SHEET_PAGE (self));

  facts = plt_session_get_facts (self->session);
  if (PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, self->sequence) == NULL)
    {
      self->sequence = facts->sequences.n > 0 ? facts->sequences.items[0].id : 0;
      fill_head (self);
    }
  self->following = TRUE;
  plt_sequence_list_refresh (PLT_SEQUENCE_LIST (self->list));
  plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), self->sequence);
  self->following = FALSE;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    self->sequence != 0 ? "sheet" : "empty");
  if (self->sequence == 0)
    return;
  make_boxes (self, facts);
  show_boxes (self);
  plt_raccords_box_show (PLT_RACCORDS_BOX (self->raccords), self->sequence);
  show_bar (self, facts);
  if (gtk_widget_get_visible (self->text))
    {
      place_text (self);
      plt_sheet_text_show (PLT_SHEET_TEXT (self->text), self->sequence);
    }
}

gboolean
plt_sheet_page_show (PltSheetPage *self, gint64 sequence)
{
  const PltFacts *facts;

  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  facts = plt_session_get_facts (self->session);
  if (sequence == self->sequence)
    return TRUE;
  if (PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, sequence) == NULL || !commit (self))
    {
      plt_sequence_list_select (PLT_SEQUENCE_LIST (self->list), self->sequence);
      return FALSE;
    }
  self->sequence = sequence;
  fill_head (self);
  plt_sheet_page_refresh (self);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  plt_session_select (self->session, "sequence", sequence, NULL);
  return TRUE;
}

gboolean
plt_sheet_page_turn (PltSheetPage *self, int step)
{
  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  return plt_sheet_page_show (self,
                              plt_sequence_list_get_beside (PLT_SEQUENCE_LIST (self->list), step));
}

PltElementBox *
plt_sheet_page_get_box (PltSheetPage *self, const char *category_code)
{
  const PltFacts *facts;

  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), NULL);

  facts = plt_session_get_facts (self->session);
  for (GtkWidget *child = gtk_widget_get_first_child (self->boxes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PltElementBox *box
          = PLT_ELEMENT_BOX (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child)));
      const PltCategoryFacts *category = PLT_FACTS_FIND (facts->categories, PltCategoryFacts,
                                                         plt_element_box_get_category (box));

      if (category != NULL && g_str_equal (category->code, category_code))
        return box;
    }
  return NULL;
}

gboolean
plt_sheet_page_grab_focus (PltSheetPage *self)
{
  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  return self->sequence != 0 && plt_sequence_list_grab_focus (PLT_SEQUENCE_LIST (self->list));
}

/* ---- boxes to be done ---- */

static PltElementBox *
box_of (GtkWidget *child)
{
  return PLT_ELEMENT_BOX (gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child)));
}

static gboolean
is_to_do (PltSheetPage *self, PltElementBox *box)
{
  const PltCategoryFacts *category
      = PLT_FACTS_FIND (plt_session_get_facts (self->session)->categories, PltCategoryFacts,
                        plt_element_box_get_category (box));

  return category != NULL && plt_progress_counts (category)
         && plt_element_box_get_state (box) == PLT_BOX_TODO;
}

static gboolean
focus_box (PltSheetPage *self, GtkWidget *child)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (child == NULL || !gtk_widget_grab_focus (plt_element_box_get_entry (box_of (child))))
    return FALSE;
  if (gtk_widget_compute_bounds (child, gtk_widget_get_parent (gtk_widget_get_parent (self->boxes)),
                                 &bounds))
    {
      double top = gtk_adjustment_get_value (down) + (double) bounds.origin.y;

      gtk_adjustment_clamp_page (down, top, top + (double) bounds.size.height);
    }
  return TRUE;
}

gboolean
plt_sheet_page_focus_to_do (PltSheetPage *self)
{
  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  for (GtkWidget *child = gtk_widget_get_first_child (self->boxes); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_to_do (self, box_of (child)))
      return focus_box (self, child);
  return focus_box (self, gtk_widget_get_first_child (self->boxes));
}

gboolean
plt_sheet_page_focus_next_part (PltSheetPage *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_is_ancestor (focus, self->list)
         && plt_sheet_page_focus_to_do (self);
}

/* From box to box by the keyboard: past the last one stands what is next to do. */
static void
on_leave (PltElementBox *from, int step, gboolean to_do, PltSheetPage *self)
{
  GtkWidget *child = gtk_widget_get_parent (GTK_WIDGET (from));

  do
    child = step > 0 ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);
  while (child != NULL && to_do && !is_to_do (self, box_of (child)));
  if (child != NULL)
    focus_box (self, child);
  else if (to_do)
    {
      for (child = gtk_widget_get_first_child (self->boxes); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (is_to_do (self, box_of (child)))
          {
            focus_box (self, child);
            return;
          }
      plt_session_toast (self->session, _ ("This sheet is finished: every box is filled or empty."),
                         _ ("Next to do"), "view.next-to-do");
    }
}

gboolean
plt_sheet_page_next_to_do (PltSheetPage *self)
{
  const PltFacts *facts;
  guint at = 0;

  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  if (!commit (self))
    return FALSE;
  facts = plt_session_get_facts (self->session);
  while (at < facts->sequences.n && facts->sequences.items[at].id != self->sequence)
    at++;
  for (guint i = 1; i <= facts->sequences.n; i++)
    {
      const PltSequenceFacts *next = &facts->sequences.items[(at + i) % facts->sequences.n];
      PltBoxCount count
          = plt_progress_of_sequence (plt_session_get_progress (self->session), next->id);

      if (count.filled + count.nothing < count.n)
        return plt_sheet_page_show (self, next->id) && plt_sheet_page_focus_to_do (self);
    }
  plt_session_toast (self->session, _ ("Every sheet of the film is finished."), NULL, NULL);
  return FALSE;
}

void
plt_sheet_page_confirm_empty (PltSheetPage *self)
{
  const PltFacts *facts;
  const PltSequenceFacts *sequence;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autofree char *label = NULL;
  guint n;

  g_return_if_fail (PLT_IS_SHEET_PAGE (self));

  if (!commit (self))
    return;
  facts = plt_session_get_facts (self->session);
  sequence = PLT_FACTS_FIND (facts->sequences, PltSequenceFacts, self->sequence);
  if (sequence == NULL || (n = plt_progress_confirm (facts, self->sequence, 0, batch)) == 0)
    return;
  /* Translators: a number of boxes of a sheet and the number of its sequence */
  label = g_strdup_printf (ngettext ("Nothing needed: %u box of sequence %s",
                                     "Nothing needed: %u boxes of sequence %s", n),
                           n, sequence->number);
  if (plt_session_apply (self->session, label, NULL, batch, NULL))
    plt_session_toast (self->session, label, _ ("Undo"), "win.undo");
}

gboolean
plt_sheet_page_is_text_shown (PltSheetPage *self)
{
  g_return_val_if_fail (PLT_IS_SHEET_PAGE (self), FALSE);

  return gtk_widget_get_visible (self->text);
}

void
plt_sheet_page_show_text (PltSheetPage *self, gboolean shown)
{
  g_return_if_fail (PLT_IS_SHEET_PAGE (self));

  gtk_widget_set_visible (self->text, shown);
  if (shown && self->sequence != 0)
    {
      place_text (self);
      plt_sheet_text_show (PLT_SHEET_TEXT (self->text), self->sequence);
    }
}

/* ---- what the user does ---- */

static void
on_list (PltSheetPage *self, gint64 sequence)
{
  if (!self->following)
    plt_sheet_page_show (self, sequence);
}

static void
on_previous (PltSheetPage *self)
{
  plt_sheet_page_turn (self, -1);
}

static void
on_next (PltSheetPage *self)
{
  plt_sheet_page_turn (self, 1);
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        PltSheetPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && focus != NULL
      && gtk_widget_is_ancestor (focus, self->list))
    return plt_sheet_page_focus_to_do (self);
  if (keyval != GDK_KEY_Page_Up && keyval != GDK_KEY_KP_Page_Up && keyval != GDK_KEY_Page_Down
      && keyval != GDK_KEY_KP_Page_Down)
    return FALSE;
  plt_sheet_page_turn (self, keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up ? -1 : 1);
  return TRUE;
}

/* ---- building ---- */

static GtkWidget *
new_turner (PltSheetPage *self, const char *icon, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  plt_a11y_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", callback, self);
  return button;
}

static GtkWidget *
new_action_button (const char *label, const char *action, const char *title)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *tooltip = plt_shortcut_tooltip (action, title);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  return button;
}

/* Which séquence this is. */
static GtkWidget *
new_title_line (PltSheetPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->number = gtk_label_new (NULL);
  self->effect = plt_effect_swatch_new ("", "");
  self->set = gtk_label_new (NULL);
  self->place = gtk_label_new (NULL);
  self->previous = new_turner (self, "go-previous-symbolic", _ ("Previous sheet (Page Up)"),
                               G_CALLBACK (on_previous));
  self->next
      = new_turner (self, "go-next-symbolic", _ ("Next sheet (Page Down)"), G_CALLBACK (on_next));
  gtk_widget_add_css_class (self->number, "sheet-title");
  gtk_label_set_xalign (GTK_LABEL (self->set), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->set), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->set, TRUE);
  gtk_widget_add_css_class (self->place, "numeric");
  gtk_widget_add_css_class (self->place, "dim-label");
  gtk_box_append (GTK_BOX (bar), self->previous);
  gtk_box_append (GTK_BOX (bar), self->next);
  gtk_box_append (GTK_BOX (bar), self->place);
  gtk_box_append (GTK_BOX (bar), self->number);
  gtk_box_append (GTK_BOX (bar), self->effect);
  gtk_box_append (GTK_BOX (bar), self->set);
  return bar;
}

/* How far it is, and what to do about it. */
static GtkWidget *
new_progress_line (PltSheetPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *next
      = new_action_button (_ ("Next to do"), "view.next-to-do", _ ("Next Sequence to Break Down"));
  GtkWidget *text = gtk_toggle_button_new_with_label (_ ("Text"));
  g_autofree char *tooltip = plt_shortcut_tooltip ("view.sheet-text", _ ("Text of the Sequence"));

  self->progress = gtk_level_bar_new ();
  self->progress_text = gtk_label_new (NULL);
  self->film_text = gtk_label_new (NULL);
  gtk_widget_set_size_request (self->progress, 90, -1);
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->progress_text, "numeric");
  gtk_widget_add_css_class (self->film_text, "dim-label");
  gtk_widget_add_css_class (self->film_text, "numeric");
  gtk_label_set_xalign (GTK_LABEL (self->film_text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->film_text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->film_text, TRUE);
  self->confirm = new_action_button (_ ("Empty ones: nothing"), "view.confirm-empty",
                                     _ ("Confirm All Empty Boxes"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (text), "view.sheet-text");
  gtk_widget_set_tooltip_text (text, tooltip);
  gtk_widget_set_focus_on_click (text, FALSE);
  gtk_widget_add_css_class (text, "flat");
  gtk_box_append (GTK_BOX (bar), self->progress);
  gtk_box_append (GTK_BOX (bar), self->progress_text);
  gtk_box_append (GTK_BOX (bar), self->film_text);
  gtk_box_append (GTK_BOX (bar), self->confirm);
  gtk_box_append (GTK_BOX (bar), next);
  gtk_box_append (GTK_BOX (bar), text);
  return bar;
}

static GtkWidget *
new_bar (PltSheetPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (bar), new_title_line (self));
  gtk_box_append (GTK_BOX (bar), new_progress_line (self));
  gtk_widget_add_css_class (bar, "register-bar");
  return bar;
}

static GtkWidget *
new_sheet (PltSheetPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->head = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->head), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (self->head), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->head), 4);
  self->boxes = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->boxes), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->boxes), 2);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->boxes), 6);
  plt_a11y_set_name (self->boxes, _ ("Elements by category"));
  gtk_box_append (GTK_BOX (content), self->head);
  gtk_box_append (GTK_BOX (content), self->boxes);
  self->raccords = plt_raccords_box_new (self->session);
  gtk_box_append (GTK_BOX (content), self->raccords);
  gtk_widget_add_css_class (content, "sheet-content");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->text = plt_sheet_text_new (self->session);
  gtk_widget_set_visible (self->text, FALSE);
  self->split = gtk_paned_new (GTK_ORIENTATION_VERTICAL);
  gtk_paned_set_start_child (GTK_PANED (self->split), self->scroller);
  gtk_paned_set_end_child (GTK_PANED (self->split), self->text);
  gtk_paned_set_resize_end_child (GTK_PANED (self->split), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->split), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (self->split), TRUE);
  gtk_box_append (GTK_BOX (column), new_bar (self));
  gtk_box_append (GTK_BOX (column), self->split);
  return column;
}

GtkWidget *
plt_sheet_page_new (PltSession *session)
{
  PltSheetPage *self = g_object_new (PLT_TYPE_SHEET_PAGE, NULL);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_val_if_fail (PLT_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  self->list = plt_sequence_list_new (session);
  gtk_widget_set_size_request (self->list, 150, -1);
  g_signal_connect_swapped (self->list, "sequence-selected", G_CALLBACK (on_list), self);
  gtk_paned_set_start_child (GTK_PANED (paned), self->list);
  gtk_paned_set_end_child (GTK_PANED (paned), new_sheet (self));
  gtk_paned_set_resize_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_wide_handle (GTK_PANED (paned), TRUE);
  plt_sequence_list_set_width (PLT_SEQUENCE_LIST (self->list), GTK_PANED (paned), LIST_WIDTH);
  gtk_stack_add_named (
      GTK_STACK (self->stack),
      plt_empty_state_new ("plt-breakdown-symbolic", _ ("There is no sequence yet"),
                           _ ("Each sequence of the screenplay has a sheet here."),
                           plt_session_is_read_only (session) ? NULL : _ ("_Open a Screenplay…"),
                           "win.import-script"),
      "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), paned, "sheet");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  return GTK_WIDGET (self);
}

static void
plt_sheet_page_dispose (GObject *object)
{
  PltSheetPage *self = PLT_SHEET_PAGE (object);

  g_clear_handle_id (&self->placing, g_source_remove);
  g_ptr_array_set_size (self->fields, 0);
  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (plt_sheet_page_parent_class)->dispose (object);
}

static void
plt_sheet_page_finalize (GObject *object)
{
  g_ptr_array_unref (PLT_SHEET_PAGE (object)->fields);
  g_array_unref (PLT_SHEET_PAGE (object)->categories);

  G_OBJECT_CLASS (plt_sheet_page_parent_class)->finalize (object);
}

static void
plt_sheet_page_class_init (PltSheetPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plt_sheet_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = plt_sheet_page_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "plt-sheet-page");
}

static void
plt_sheet_page_init (PltSheetPage *self)
{
  self->fields = g_ptr_array_new ();
  self->categories = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->placed = -1;
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}
