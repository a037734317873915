/* Tagging in the text of the screenplay: letters, the picker, removal, proposals, where an element
 * occurs, and what refuses. */
#include "plt-category-look.h"
#include "plt-import-dialogs.h"
#include "plt-rows.h"
#include "plt-script-read.h"
#include "plt-script-view.h"
#include "plt-side-pane.h"
#include "plt-tag-picker.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

static const char draft[]
    = "Title: Le Quai\n\n"
      "INT. CAFÉ - JOUR #1#\n\nNora pose une lanterne près de l’accordéon.\n\n"
      "NORA\nElle marche encore.\n\n"
      "EXT. QUAI - NUIT #2#\n\nNora reprend la lanterne et la pose. La lanterne fume.\n\n"
      "INT. HANGAR - JOUR #3#\n\nUne lanterne brûle.\n\n";

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltSession *session;
  PltScriptView *view;
  PltScriptDesk *desk;
  PltScriptPage *page;
  PltScriptPane *pane;
  char *before;
} Fixture;

static void
import (PltStore *store, const char *text)
{
  g_autoptr (PltScript) script
      = plt_script_read_bytes (text, strlen (text), "quai.fountain", plt_test_error ());

  g_assert_true (plt_import_script_apply (store, script, "quai.fountain", plt_test_error ()));
}

static void
open_window (Fixture *fixture, PltStore *store)
{
  fixture->store = store;
  fixture->window = plt_test_window_new (store);
  fixture->session = plt_window_get_session (fixture->window);
  g_assert_true (plt_window_show_view (fixture->window, "script", NULL));
  plt_test_settle ();
  fixture->view = PLT_SCRIPT_VIEW (plt_window_get_view (fixture->window));
  fixture->desk = plt_script_view_get_desk (fixture->view);
  fixture->page = plt_script_desk_get_page (fixture->desk);
  fixture->pane = plt_script_desk_get_pane (fixture->desk);
  fixture->before = plt_store_checksum (store);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  PLT_TEST_INSERT (store, "element_category", "code", "RO", "name", "Rôles", "family", "roles",
                   "color", "#b3261e");
  PLT_TEST_INSERT (store, "element_category", "code", "AC", "name", "Accessoires", "color",
                   "#6a1b9a");
  PLT_TEST_INSERT (store, "element_category", "code", "MU", "name", "Musique");
  import (store, draft);
  open_window (fixture, store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
  g_free (fixture->before);
}

static void
assert_unchanged (Fixture *fixture)
{
  g_autofree char *now = plt_store_checksum (fixture->store);

  g_assert_cmpstr (now, ==, fixture->before);
}

static gint64
sequence (Fixture *fixture, const char *number)
{
  return plt_test_find (fixture->store, "sequence", number);
}

static gint64
category (Fixture *fixture, const char *code)
{
  const PltFacts *facts = plt_session_get_facts (fixture->session);

  for (guint i = 0; i < facts->categories.n; i++)
    if (g_str_equal (facts->categories.items[i].code, code))
      return facts->categories.items[i].id;
  g_assert_not_reached ();
}

/* ---- hands ---- */

static GtkWidget *
text_of (Fixture *fixture)
{
  return GTK_WIDGET (plt_script_page_get_text (fixture->page));
}

static GtkTextBuffer *
buffer_of (Fixture *fixture)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (text_of (fixture)));
}

/* The `nth` place with that text, from 0. */
static void
find_text (Fixture *fixture, const char *text, guint nth, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_start_iter (buffer_of (fixture), end);
  for (guint i = 0; i <= nth; i++)
    {
      GtkTextIter from = *end;

      g_assert_true (gtk_text_iter_forward_search (&from, text, 0, start, end, NULL));
    }
}

static void
select_text (Fixture *fixture, const char *text, guint nth)
{
  GtkTextIter start, end;

  find_text (fixture, text, nth, &start, &end);
  gtk_text_buffer_select_range (buffer_of (fixture), &start, &end);
}

static void
place_in (Fixture *fixture, const char *text, guint nth, int inside)
{
  GtkTextIter start, end;

  find_text (fixture, text, nth, &start, &end);
  gtk_text_iter_forward_chars (&start, inside);
  gtk_text_buffer_place_cursor (buffer_of (fixture), &start);
}

/* As the window would send it, to the controllers of one widget; whether one took it. */
static gboolean
press_on (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, state, &taken);
      if (taken)
        {
          plt_test_settle ();
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
press (Fixture *fixture, guint keyval)
{
  return press_on (text_of (fixture), keyval, 0);
}

static guint
n_tags (Fixture *fixture)
{
  return (guint) plt_rows_count (fixture->store, plt_table_find ("script_tag"));
}

static char *
selected_text (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_selection_bounds (buffer_of (fixture), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (fixture), &start, &end, FALSE);
}

static const PltMark *
marks (Fixture *fixture, guint *n)
{
  return plt_marked_text_get_marks (PLT_MARKED_TEXT (text_of (fixture)), n);
}

/* ---- letters ---- */

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  guint steps = plt_test_n_steps (fixture->store);
  g_autofree char *tagged = NULL;
  const PltMark *drawn;
  guint n;

  select_text (fixture, "lanterne", 0);
  g_assert_true (press (fixture, GDK_KEY_a));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  plt_assert_rows (fixture->store, "script_tag", "text", "lanterne");
  plt_assert_rows (fixture->store, "script_tag", "element", "Lanterne");
  plt_assert_rows (fixture->store, "script_tag", "start", "14"); /* "Nora pose une " */
  g_assert_nonnull (strstr (plt_window_get_toast (fixture->window), "lanterne"));
  g_assert_nonnull (strstr (plt_window_get_toast (fixture->window), "Accessoires"));
  drawn = marks (fixture, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (drawn[0].code, ==, "AC");
  g_assert_cmpint (drawn[0].kind, ==, PLT_MARK_TAG);
  g_assert_cmpuint (plt_sequence_elements_get_n (plt_script_pane_get_elements (fixture->pane)), ==,
                    2); /* and NORA, who speaks */
  tagged = plt_store_checksum (fixture->store);
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
  marks (fixture, &n);
  g_assert_cmpuint (n, ==, 0);
  plt_test_activate (fixture->window, "win.redo");
  {
    g_autofree char *again = plt_store_checksum (fixture->store);

    g_assert_cmpstr (again, ==, tagged);
  }
}

/* Without a selection it is the word at the cursor, without what is elided before it. */
static void
test_word_at_the_cursor (Fixture *fixture, gconstpointer data)
{
  place_in (fixture, "accordéon", 0, 3);
  g_assert_true (press (fixture, GDK_KEY_U)); /* with the capitals locked */
  plt_assert_rows (fixture->store, "script_tag", "text", "accordéon");
  plt_assert_rows (fixture->store, "script_tag", "start", "33"); /* "…lanterne près de l’" */
  g_assert_cmpint (plt_test_find (fixture->store, "element", "Accordéon"), !=, 0);
}

/* Selecting word by word takes the apostrophe along; before it stands nothing to tag. */
static void
test_elisions_are_left_out (Fixture *fixture, gconstpointer data)
{
  select_text (fixture, "’accordéon.", 0);
  g_assert_true (press (fixture, GDK_KEY_u));
  plt_assert_rows (fixture->store, "script_tag", "start", "33");
  g_assert_cmpint (plt_test_find (fixture->store, "element", "Accordéon"), !=, 0);
  plt_test_activate (fixture->window, "win.undo");
  place_in (fixture, "l’accordéon", 0, 0);
  g_assert_true (press (fixture, GDK_KEY_u));
  plt_assert_rows (fixture->store, "script_tag", "text", "accordéon");
}

static void
test_spaces_are_left_out (Fixture *fixture, gconstpointer data)
{
  select_text (fixture, " lanterne ", 0);
  g_assert_true (press (fixture, GDK_KEY_a));
  plt_assert_rows (fixture->store, "script_tag", "start", "14");
  plt_assert_rows (fixture->store, "script_tag", "length", "8");
}

static void
test_letters_that_do_nothing (Fixture *fixture, gconstpointer data)
{
  select_text (fixture, "lanterne", 0);
  g_assert_false (press (fixture, GDK_KEY_z)); /* this production has no VFX */
  g_assert_false (press (fixture, GDK_KEY_y)); /* nobody has */
  g_assert_false (press_on (text_of (fixture), GDK_KEY_a, GDK_CONTROL_MASK));
  assert_unchanged (fixture);
  select_text (fixture, "l’accordéon.\nNORA", 0); /* two paragraphs */
  g_assert_true (press (fixture, GDK_KEY_a));
  g_assert_nonnull (strstr (plt_window_get_toast (fixture->window), "one paragraph"));
  place_in (fixture, "\n", 0, 1); /* an empty place has no word */
  select_text (fixture, " ", 3);
  g_assert_true (press (fixture, GDK_KEY_a));
  assert_unchanged (fixture);
}

/* A heading is shown with the production's number and without the file's: places still count the
 * signs of the stored text. */
static void
test_heading (Fixture *fixture, gconstpointer data)
{
  const PltFacts *facts;
  g_autofree char *words = NULL;

  select_text (fixture, "HANGAR", 0);
  g_assert_true (press (fixture, GDK_KEY_a));
  facts = plt_session_get_text (fixture->session);
  g_assert_cmpuint (facts->tags.n, ==, 1);
  words = plt_tagging_words (
      PLT_FACTS_FIND (facts->blocks, PltBlockFacts, facts->tags.items[0].script_block)->text,
      (guint) facts->tags.items[0].start, (guint) facts->tags.items[0].length);
  g_assert_cmpstr (words, ==, "HANGAR");
  {
    guint n;
    const PltMark *drawn = marks (fixture, &n);
    GtkTextIter start, end;

    find_text (fixture, "HANGAR", 0, &start, &end);
    g_assert_cmpint (drawn[0].start, ==, gtk_text_iter_get_offset (&start));
    g_assert_cmpint (drawn[0].end, ==, gtk_text_iter_get_offset (&end));
    g_assert_true (drawn[0].outer);
  }
}

/* ---- the picker ---- */

static PltTagPicker *
open_picker (Fixture *fixture)
{
  GtkWidget *picker;

  g_assert_true (press (fixture, GDK_KEY_slash));
  picker = plt_test_find_widget (GTK_WIDGET (fixture->page), PLT_TYPE_TAG_PICKER);
  g_assert_nonnull (picker);
  return PLT_TAG_PICKER (picker);
}

static void
test_picker_category (Fixture *fixture, gconstpointer data)
{
  PltTagPicker *picker;

  select_text (fixture, "lanterne", 0);
  picker = open_picker (fixture);
  g_assert_cmpstr (gtk_editable_get_text (plt_tag_picker_get_name (picker)), ==, "lanterne");
  gtk_editable_set_text (plt_tag_picker_get_name (picker), "Lampe tempête");
  gtk_editable_set_text (plt_tag_picker_get_search (picker), "access");
  plt_tag_picker_take (picker);
  plt_test_settle ();
  plt_assert_rows (fixture->store, "script_tag", "text", "lanterne");
  plt_assert_rows (fixture->store, "script_tag", "element", "Lampe tempête");
  g_assert_null (plt_test_find_widget (GTK_WIDGET (fixture->page), PLT_TYPE_TAG_PICKER));
}

/* What is called alike comes first, and is taken by Enter. */
static void
test_picker_element (Fixture *fixture, gconstpointer data)
{
  PltTagPicker *picker;

  select_text (fixture, "lanterne", 0);
  g_assert_true (press (fixture, GDK_KEY_a));
  select_text (fixture, "La lanterne fume", 0);
  picker = open_picker (fixture);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (picker), "Lanterne — Accessoires"));
  plt_tag_picker_take (picker);
  plt_test_settle ();
  plt_assert_rows (fixture->store, "script_tag", "element", "Lanterne|Lanterne");
  plt_assert_rows (fixture->store, "script_tag", "text", "lanterne|La lanterne fume");
}

static void
test_picker_letter (Fixture *fixture, gconstpointer data)
{
  PltTagPicker *picker;

  select_text (fixture, "accordéon", 0);
  picker = open_picker (fixture);
  gtk_editable_set_text (plt_tag_picker_get_search (picker), "u");
  plt_tag_picker_take (picker);
  plt_test_settle ();
  g_assert_cmpint (plt_session_get_facts (fixture->session)->elements.n, ==, 2);
  plt_assert_cell (fixture->store, "element",
                   plt_test_find (fixture->store, "element", "Accordéon"), "category",
                   "MU · Musique");
}

/* ---- removing, everywhere ---- */

static void
tag_lantern (Fixture *fixture)
{
  select_text (fixture, "lanterne", 0);
  g_assert_true (press (fixture, GDK_KEY_a));
}

static void
activate_tag (Fixture *fixture, const char *action)
{
  const PltFacts *facts = plt_session_get_text (fixture->session);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, "x",
                                             facts->tags.items[0].id));
  plt_test_settle ();
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  guint occurrences;

  tag_lantern (fixture);
  occurrences = plt_session_get_facts (fixture->session)->occurrences.n;
  g_assert_true (press (fixture, GDK_KEY_Delete));
  g_assert_nonnull (
      plt_test_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_POPOVER_MENU)); /* asks first */
  g_assert_cmpuint (n_tags (fixture), ==, 1);
  gtk_popover_popdown (
      GTK_POPOVER (plt_test_find_widget (GTK_WIDGET (fixture->page), GTK_TYPE_POPOVER_MENU)));
  activate_tag (fixture, "tag.remove");
  g_assert_cmpuint (n_tags (fixture), ==, 0);
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->occurrences.n, ==, occurrences);
  plt_test_activate (fixture->window, "win.undo");
  activate_tag (fixture, "tag.remove-both");
  g_assert_cmpuint (n_tags (fixture), ==, 0);
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->occurrences.n, ==, occurrences - 1);
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpuint (n_tags (fixture), ==, 1);
  place_in (fixture, "encore", 0, 1);
  g_assert_true (press (fixture, GDK_KEY_BackSpace)); /* there is none */
  g_assert_cmpuint (n_tags (fixture), ==, 1);
}

static void
test_everywhere (Fixture *fixture, gconstpointer data)
{
  guint steps;

  tag_lantern (fixture);
  steps = plt_test_n_steps (fixture->store);
  plt_test_activate (fixture->window, "view.tag-everywhere");
  g_assert_cmpuint (n_tags (fixture), ==, 4);
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  plt_test_activate (fixture->window, "view.tag-everywhere"); /* says there is no more */
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
}

/* A place that was guessed is shown as such until somebody says it is right. */
static void
test_to_check (Fixture *fixture, gconstpointer data)
{
  guint n;

  tag_lantern (fixture);
  g_assert_true (plt_store_set (fixture->store, "script_tag",
                                plt_session_get_text (fixture->session)->tags.items[0].id, "state",
                                "a-verifier", plt_test_error ()));
  plt_test_settle ();
  g_assert_cmpint (marks (fixture, &n)[0].kind, ==, PLT_MARK_CHECK);
  activate_tag (fixture, "tag.confirm");
  g_assert_cmpint (marks (fixture, &n)[0].kind, ==, PLT_MARK_TAG);
}

/* ---- where it occurs ---- */

static void
test_places (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = plt_element_places_get_list (plt_script_pane_get_places (fixture->pane));
  g_autofree char *words = NULL;

  tag_lantern (fixture);
  plt_test_activate (fixture->window, "view.tag-everywhere");
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->pane), "3 sequences · 4 passages"));
  /* séquence 1, its passage, séquence 2, two passages, séquence 3, its passage */
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 6));
  g_assert_null (gtk_list_box_get_row_at_index (list, 7));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 4));
  plt_test_settle ();
  words = selected_text (fixture);
  g_assert_cmpstr (words, ==, "lanterne");
  g_assert_cmpint (plt_script_page_get_sequence (fixture->page), ==, sequence (fixture, "2"));
  g_assert_cmpint (plt_sequence_list_get_selected (plt_script_view_get_list (fixture->view)), ==,
                   sequence (fixture, "2"));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 5));
  plt_test_settle ();
  g_assert_cmpint (plt_script_page_get_sequence (fixture->page), ==, sequence (fixture, "3"));
  g_assert_true (press_on (
      gtk_widget_get_first_child (GTK_WIDGET (plt_script_pane_get_places (fixture->pane))),
      GDK_KEY_Escape, 0));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (plt_script_pane_get_elements (fixture->pane))));
}

/* The pane is about the séquence the cursor is in, and adds to it by typing. */
static void
test_pane_follows (Fixture *fixture, gconstpointer data)
{
  PltSequenceElements *elements = plt_script_pane_get_elements (fixture->pane);

  plt_session_select (fixture->session, "sequence", sequence (fixture, "3"), NULL);
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->pane), "Sequence 3"));
  g_assert_cmpuint (plt_sequence_elements_get_n (elements), ==, 0);
  plt_sequence_elements_choose_category (elements, "AC");
  g_assert_true (plt_sequence_elements_add (elements, "Bidons x3"));
  plt_test_settle ();
  g_assert_cmpuint (plt_sequence_elements_get_n (elements), ==, 1);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (elements), "×3"));
  g_assert_false (plt_sequence_elements_add (elements, "bidons")); /* it is there */
}

/* Delete takes the element out with its tags in the séquence, and leaves the others. */
static void
test_pane_takes_out (Fixture *fixture, gconstpointer data)
{
  PltSequenceElements *elements = plt_script_pane_get_elements (fixture->pane);
  GtkListBox *list = plt_sequence_elements_get_list (elements);

  tag_lantern (fixture);
  plt_test_activate (fixture->window, "view.tag-everywhere");
  plt_session_select (fixture->session, "sequence", sequence (fixture, "3"), NULL);
  plt_test_settle ();
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 1)); /* below its heading */
  g_assert_true (press_on (GTK_WIDGET (list), GDK_KEY_Delete, 0));
  g_assert_cmpuint (plt_sequence_elements_get_n (elements), ==, 0);
  g_assert_cmpuint (n_tags (fixture), ==, 3);
}

/* ---- proposals ---- */

static guint
n_proposed (Fixture *fixture, const char *name)
{
  GPtrArray *all = plt_session_get_proposals (fixture->session);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    n += g_str_equal (((const PltProposal *) g_ptr_array_index (all, i))->name, name) ? 1 : 0;
  return n;
}

static void
choose_proposal (Fixture *fixture, const char *name)
{
  GtkListBox *list = plt_proposal_list_get_list (plt_script_pane_get_proposals (fixture->pane));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (plt_test_find_label (GTK_WIDGET (row), name) != NULL)
      {
        gtk_list_box_select_row (list, row);
        gtk_widget_grab_focus (GTK_WIDGET (row));
        plt_test_settle ();
        return;
      }
  g_error ("%s is not proposed", name);
}

/* The lantern is known from séquence 1: it is proposed where it is named again. */
static void
show_proposals (Fixture *fixture, gboolean film)
{
  PltProposalList *list = plt_script_pane_get_proposals (fixture->pane);

  tag_lantern (fixture);
  plt_session_select (fixture->session, "sequence", sequence (fixture, "2"), NULL);
  plt_test_activate (fixture->window, "view.proposals");
  plt_proposal_list_set_film (list, film);
  if (film)
    plt_proposal_list_unfold (list, category (fixture, "AC"), TRUE);
  plt_test_settle ();
  g_assert_cmpuint (n_proposed (fixture, "Lanterne"), ==, 2);
}

/* A row that has the keys and was not chosen is the one that is meant. */
static void
test_answer_the_focus (Fixture *fixture, gconstpointer data)
{
  PltProposalList *proposals = plt_script_pane_get_proposals (fixture->pane);
  GtkListBox *list = plt_proposal_list_get_list (proposals);
  guint n;

  show_proposals (fixture, FALSE);
  n = plt_session_get_proposals (fixture->session)->len;
  gtk_list_box_select_row (list, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  g_assert_true (press_on (GTK_WIDGET (list), GDK_KEY_n, 0));
  g_assert_cmpuint (plt_session_get_proposals (fixture->session)->len, ==, n - 1);
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;
  guint steps, n_marks, n_after;

  show_proposals (fixture, FALSE);
  list = GTK_WIDGET (plt_proposal_list_get_list (plt_script_pane_get_proposals (fixture->pane)));
  marks (fixture, &n_marks);
  g_assert_cmpuint (n_marks, >, 1); /* what is proposed is marked in the text */
  choose_proposal (fixture, "Lanterne");
  {
    g_autofree char *words = selected_text (fixture); /* and gone to */

    g_assert_cmpstr (words, ==, "lanterne");
  }
  steps = plt_test_n_steps (fixture->store);
  g_assert_true (press_on (list, GDK_KEY_y, 0));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpuint (n_proposed (fixture, "Lanterne"), ==, 1);
  g_assert_cmpuint (n_tags (fixture), ==, 3); /* both places of séquence 2 */
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpuint (n_proposed (fixture, "Lanterne"), ==, 2);
  g_assert_cmpuint (n_tags (fixture), ==, 1);
  plt_test_activate (fixture->window, "win.pane"); /* without the pane nothing is marked */
  marks (fixture, &n_after);
  g_assert_cmpuint (n_after, ==, 1);
}

static void
test_refuse (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list;

  show_proposals (fixture, FALSE);
  list = GTK_WIDGET (plt_proposal_list_get_list (plt_script_pane_get_proposals (fixture->pane)));
  choose_proposal (fixture, "Lanterne");
  g_assert_true (press_on (list, GDK_KEY_n, 0));
  g_assert_cmpuint (n_proposed (fixture, "Lanterne"), ==, 1); /* in séquence 3 */
  plt_test_activate (fixture->window, "win.undo");
  choose_proposal (fixture, "Lanterne");
  g_assert_true (press_on (list, GDK_KEY_N, GDK_SHIFT_MASK));
  g_assert_cmpuint (n_proposed (fixture, "Lanterne"), ==, 0);
  g_assert_cmpuint (n_tags (fixture), ==, 1);
}

/* The line of a category answers for all of it, as one step; other kinds stay. */
static void
test_refuse_by_kind (Fixture *fixture, gconstpointer data)
{
  PltProposalList *proposals = plt_script_pane_get_proposals (fixture->pane);
  GtkWidget *list = GTK_WIDGET (plt_proposal_list_get_list (proposals));
  guint steps, roles;

  show_proposals (fixture, TRUE);
  roles = n_proposed (fixture, "NORA");
  g_assert_cmpuint (roles, >, 0); /* named in the action of séquence 2 */
  choose_proposal (fixture, "Accessoires");
  steps = plt_test_n_steps (fixture->store);
  g_assert_true (press_on (list, GDK_KEY_Delete, 0));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpuint (n_proposed (fixture, "Lanterne"), ==, 0);
  g_assert_cmpuint (n_proposed (fixture, "NORA"), ==, roles);
  plt_test_activate (fixture->window, "win.undo");
  g_assert_true (
      plt_proposal_list_answer_category (proposals, category (fixture, "AC"), PLT_ANSWER_ACCEPT));
  plt_test_settle ();
  g_assert_cmpuint (n_tags (fixture), >=, 4); /* and what the list of words knows */
  g_assert_cmpuint (n_proposed (fixture, "Lanterne"), ==, 0);
  g_assert_cmpuint (n_proposed (fixture, "NORA"), ==, roles);
}

/* Folded, a category is one line. */
static void
test_fold (Fixture *fixture, gconstpointer data)
{
  PltProposalList *proposals = plt_script_pane_get_proposals (fixture->pane);
  GtkListBox *list = plt_proposal_list_get_list (proposals);

  show_proposals (fixture, TRUE);
  choose_proposal (fixture, "Accessoires");
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (list), "Lanterne"));
  g_assert_true (press_on (GTK_WIDGET (list), GDK_KEY_Left, 0));
  g_assert_null (plt_test_find_label (GTK_WIDGET (list), "Lanterne"));
  g_assert_true (press_on (GTK_WIDGET (list), GDK_KEY_Right, 0));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (list), "Lanterne"));
}

static void
test_hint (Fixture *fixture, gconstpointer data)
{
  GtkWidget *hint = plt_test_find_label (GTK_WIDGET (fixture->desk), "found in the text");

  g_assert_nonnull (hint); /* NORA, at least */
  g_assert_true (gtk_widget_get_mapped (hint));
  g_signal_emit_by_name (gtk_widget_get_next_sibling (hint), "clicked");
  plt_test_settle ();
  g_assert_false (gtk_widget_get_mapped (hint));
  g_assert_true (plt_script_pane_has_proposals (fixture->pane));
  g_assert_true (plt_proposal_list_is_film (plt_script_pane_get_proposals (fixture->pane)));
  assert_unchanged (fixture); /* nothing is applied by looking */
}

/* ---- what refuses ---- */

static void
test_older_version (Fixture *fixture, gconstpointer data)
{
  gint64 first = plt_script_view_get_version (fixture->view);

  tag_lantern (fixture);
  import (fixture->store, "Title: Le Quai\n\nINT. CAFÉ - JOUR #1#\n\nNora pose une bougie.\n\n");
  plt_test_settle ();
  g_free (fixture->before);
  fixture->before = plt_store_checksum (fixture->store);
  plt_script_view_show_version (fixture->view, first);
  plt_test_settle ();
  select_text (fixture, "accordéon", 0);
  g_assert_true (press (fixture, GDK_KEY_a));
  g_assert_nonnull (strstr (plt_window_get_toast (fixture->window), "not the current one"));
  g_assert_true (press (fixture, GDK_KEY_slash));
  g_assert_null (plt_test_find_widget (GTK_WIDGET (fixture->page), PLT_TYPE_TAG_PICKER));
  assert_unchanged (fixture);
  plt_script_view_show_version (fixture->view, 0);
  plt_test_settle ();
  select_text (fixture, "bougie", 0);
  g_assert_true (press (fixture, GDK_KEY_a));
  g_assert_cmpint (plt_test_find (fixture->store, "element", "Bougie"), !=, 0);
}

static void
test_read_only (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autofree char *path = g_strdup (plt_store_get_path (store));
  g_autoptr (PltStore) read = NULL;
  Fixture fixture = { NULL };

  PLT_TEST_INSERT (store, "element_category", "code", "AC", "name", "Accessoires");
  import (store, draft);
  read = plt_store_open (path, PLT_OPEN_READ, plt_test_error ());
  open_window (&fixture, read);
  select_text (&fixture, "lanterne", 0);
  g_assert_true (press (&fixture, GDK_KEY_a));
  g_assert_nonnull (strstr (plt_window_get_toast (fixture.window), "read only"));
  assert_unchanged (&fixture);
  tear_down (&fixture, NULL);
}

/* ---- going about ---- */

static void
test_parts (Fixture *fixture, gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (fixture->window);
  GtkWidget *list = GTK_WIDGET (plt_script_view_get_list (fixture->view));

  g_assert_true (plt_view_grab_content_focus (PLT_VIEW (fixture->view)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), list));
  gtk_window_set_focus_visible (GTK_WINDOW (root), FALSE); /* after the mouse */
  plt_test_activate (fixture->window, "win.focus-next");
  g_assert_true (gtk_window_get_focus_visible (GTK_WINDOW (root)));
  g_assert_true (gtk_root_get_focus (root) == text_of (fixture));
  plt_test_activate (fixture->window, "win.focus-next");
  g_assert_true (gtk_widget_is_ancestor (
      gtk_root_get_focus (root),
      plt_test_find_widget (GTK_WIDGET (fixture->window), PLT_TYPE_SIDE_PANE)));
  g_assert_true (plt_window_show_view (fixture->window, "home", NULL));
  plt_test_settle (); /* what the view had in the side pane goes with it */
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->pane)));
  g_assert_true (plt_window_show_view (fixture->window, "script", NULL));
  plt_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->pane)));
}

static void
test_turn (Fixture *fixture, gconstpointer data)
{
  g_assert_true (plt_script_page_go_to_sequence (fixture->page, sequence (fixture, "1")));
  g_assert_true (press_on (text_of (fixture), GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpint (plt_script_page_get_sequence (fixture->page), ==, sequence (fixture, "2"));
  g_assert_true (press_on (text_of (fixture), GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_false (press_on (text_of (fixture), GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_true (press_on (text_of (fixture), GDK_KEY_Up, GDK_ALT_MASK));
  g_assert_cmpint (plt_sequence_list_get_selected (plt_script_view_get_list (fixture->view)), ==,
                   sequence (fixture, "2"));
}

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  PltSequenceList *list = plt_script_view_get_list (fixture->view);

  gtk_editable_set_text (plt_sequence_list_get_filter (list), "hangar");
  plt_test_settle ();
  g_assert_true (gtk_widget_get_mapped (plt_test_find_label (GTK_WIDGET (list), "HANGAR")));
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_ancestor (
      plt_test_find_label (GTK_WIDGET (list), "QUAI"), GTK_TYPE_LIST_BOX_ROW)));
  g_signal_emit_by_name (plt_sequence_list_get_filter (list), "activate");
  g_assert_cmpint (plt_sequence_list_get_selected (list), ==, sequence (fixture, "3"));
}

/* A double click takes the word that is clicked, not what is elided before it. */
static void
test_double_click (Fixture *fixture, gconstpointer data)
{
  GtkTextIter at, start, end;
  gboolean stop = FALSE;
  g_autofree char *words = NULL;

  find_text (fixture, "accordéon", 0, &at, &end);
  gtk_text_iter_forward_chars (&at, 3);
  g_signal_emit_by_name (text_of (fixture), "extend-selection", GTK_TEXT_EXTEND_SELECTION_WORD, &at,
                         &start, &end, &stop);
  g_assert_true (stop);
  words = gtk_text_iter_get_text (&start, &end);
  g_assert_cmpstr (words, ==, "accordéon");
}

/* ---- the table of letters, the marks ---- */

static void
test_letters (void)
{
  guint n;
  const PltCategoryLetter *letters = plt_category_letters (&n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_unichar_islower (letters[i].letter));
      g_assert_cmpuint (plt_category_letter (letters[i].code), ==, letters[i].letter);
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (letters[i].letter, !=, letters[j].letter);
    }
  g_assert_cmpuint (plt_category_letter ("ECO"), ==, 0);
}

static void
test_colors (void)
{
  const PltCategoryFacts dark_blue = { .id = 1, .color = "#283593" };
  const PltCategoryFacts none = { .id = 2, .color = "" };
  GdkRGBA on_white = plt_category_color (&dark_blue, FALSE);
  GdkRGBA on_black = plt_category_color (&dark_blue, TRUE);
  GdkRGBA muted = plt_category_color (&none, TRUE);

  g_assert_cmpfloat_with_epsilon (on_white.blue, 0x93 / 255.0, 0.005); /* as it is written */
  g_assert_cmpfloat (on_black.blue, >, on_white.blue);                 /* lightened */
  g_assert_cmpfloat (on_black.red, >, on_white.red);
  g_assert_cmpfloat (muted.red, >, 0.5);
}

/* Passages that overlap lie below each other; the shortest one is the one that is meant. */
static void
test_marks (void)
{
  g_autoptr (GtkWidget) text = g_object_ref_sink (plt_marked_text_new ());
  GArray *array = g_array_new (FALSE, FALSE, sizeof (PltMark));
  const PltMark three[] = { { .start = 4, .end = 8, .id = 1, .code = "AC" },
                            { .start = 0, .end = 20, .id = 2, .code = "DE" },
                            { .start = 6, .end = 12, .id = 3, .code = "RO" },
                            { .start = 30, .end = 31, .id = 4, .code = "RO" } };
  g_autoptr (GPtrArray) at = NULL;
  g_autoptr (GPtrArray) behind = NULL;
  const PltMark *sorted;
  guint n;

  g_array_append_vals (array, three, G_N_ELEMENTS (three));
  plt_marked_text_take_marks (PLT_MARKED_TEXT (text), array);
  sorted = plt_marked_text_get_marks (PLT_MARKED_TEXT (text), &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (sorted[0].id, ==, 2);
  g_assert_cmpuint (sorted[0].lane, ==, 0);
  g_assert_cmpuint (sorted[1].lane, ==, 1);
  g_assert_cmpuint (sorted[2].lane, ==, 2);
  g_assert_cmpuint (sorted[3].lane, ==, 0);
  at = plt_marked_text_marks_at (PLT_MARKED_TEXT (text), 7);
  g_assert_cmpuint (at->len, ==, 3);
  g_assert_cmpint (((const PltMark *) g_ptr_array_index (at, 0))->id, ==, 1);
  g_assert_cmpint (((const PltMark *) g_ptr_array_index (at, 2))->id, ==, 2);
  behind = plt_marked_text_marks_at (PLT_MARKED_TEXT (text), 20);
  g_assert_cmpuint (behind->len, ==, 0);
}

static void
test_excerpt (void)
{
  PangoAttrList *attributes = NULL;
  g_autofree char *all = plt_passage_excerpt ("Une lanterne\nbrûle.", 4, 8, &attributes);
  g_autofree char *cut = plt_passage_excerpt (
      "Au bout de la jetée mouillée par les embruns, le feu vert cligne deux fois puis une "
      "troisième, et la nuit revient.",
      49, 8, NULL);
  g_autofree char *beyond = plt_passage_excerpt ("Court.", 40, 8, NULL);

  g_assert_cmpstr (all, ==, "Une lanterne brûle.");
  pango_attr_list_unref (attributes);
  g_assert_true (g_str_has_prefix (cut, "…par les"));
  g_assert_nonnull (strstr (cut, "feu vert"));
  g_assert_true (g_str_has_suffix (cut, "…"));
  g_assert_cmpstr (beyond, ==, "Court.");
}

/* A cue alone says nothing of the place: what is said follows. */
static void
test_excerpt_of_cue (Fixture *fixture, gconstpointer data)
{
  const PltFacts *facts = plt_session_get_text (fixture->session);

  for (guint i = 0; i < facts->blocks.n; i++)
    if (g_str_equal (facts->blocks.items[i].kind, "character"))
      {
        g_autofree char *excerpt = plt_block_excerpt (facts, &facts->blocks.items[i], 0, 4, NULL);

        g_assert_cmpstr (excerpt, ==, "NORA — Elle marche encore.");
        return;
      }
  g_assert_not_reached ();
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  TEST ("/tagging/letter", test_letter);
  TEST ("/tagging/word", test_word_at_the_cursor);
  TEST ("/tagging/spaces", test_spaces_are_left_out);
  TEST ("/tagging/elisions", test_elisions_are_left_out);
  TEST ("/tagging/nothing", test_letters_that_do_nothing);
  TEST ("/tagging/heading", test_heading);
  TEST ("/tagging/picker/category", test_picker_category);
  TEST ("/tagging/picker/element", test_picker_element);
  TEST ("/tagging/picker/letter", test_picker_letter);
  TEST ("/tagging/remove", test_remove);
  TEST ("/tagging/everywhere", test_everywhere);
  TEST ("/tagging/check", test_to_check);
  TEST ("/tagging/places", test_places);
  TEST ("/tagging/pane/follows", test_pane_follows);
  TEST ("/tagging/pane/takes-out", test_pane_takes_out);
  TEST ("/tagging/proposals/accept", test_accept);
  TEST ("/tagging/proposals/focus", test_answer_the_focus);
  TEST ("/tagging/proposals/refuse", test_refuse);
  TEST ("/tagging/proposals/kind", test_refuse_by_kind);
  TEST ("/tagging/proposals/fold", test_fold);
  TEST ("/tagging/proposals/hint", test_hint);
  TEST ("/tagging/older", test_older_version);
  g_test_add_func ("/tagging/read-only", test_read_only);
  TEST ("/tagging/parts", test_parts);
  TEST ("/tagging/turn", test_turn);
  TEST ("/tagging/filter", test_filter);
  TEST ("/tagging/double-click", test_double_click);
  g_test_add_func ("/tagging/letters", test_letters);
  g_test_add_func ("/tagging/colors", test_colors);
  g_test_add_func ("/tagging/marks", test_marks);
  g_test_add_func ("/tagging/excerpt", test_excerpt);
  TEST ("/tagging/cue", test_excerpt_of_cue);
  return g_test_run ();
}
