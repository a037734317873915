/* The dépouillement: sheets, elements, décors, figures. */
#include "plt-breakdown-view.h"
#include "plt-brings-box.h"
#include "plt-dialog.h"
#include "plt-links.h"
#include "plt-merge-elements.h"
#include "plt-raccords-box.h"
#include "plt-register.h"
#include "plt-rows.h"
#include "plt-sequence-list.h"
#include "plt-sheet-text.h"
#include "plt-suggest-entry.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltBreakdownView *view;
  char *before;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_new ();

  PLT_TEST_INSERT (store, "element_category", "code", "RO", "name", "Rôles", "family", "roles");
  PLT_TEST_INSERT (store, "element_category", "code", "FI", "name", "Figuration");
  PLT_TEST_INSERT (store, "element_category", "code", "AN", "name", "Animaux");
  PLT_TEST_INSERT (store, "element", "category", "RO · Rôles", "number", "1", "name", "NORA");
  PLT_TEST_INSERT (store, "element", "category", "RO · Rôles", "name", "NORA JEUNE");
  PLT_TEST_INSERT (store, "element", "category", "RO · Rôles", "name", "Norah");
  PLT_TEST_INSERT (store, "location", "name", "Sète");
  PLT_TEST_INSERT (store, "set", "name", "CAFÉ", "location", "Sète");
  PLT_TEST_INSERT (store, "set", "name", "SALLE", "parent", "CAFÉ");
  PLT_TEST_INSERT (store, "set", "name", "PHARE");
  PLT_TEST_INSERT (store, "sequence", "number", "1", "int_ext", "INT", "effect", "JOUR", "set",
                   "CAFÉ", "sub_set", "SALLE", "eighths", "6/8", "premin_seconds", "0:50");
  PLT_TEST_INSERT (store, "sequence", "number", "2", "int_ext", "EXT", "effect", "NUIT", "set",
                   "PHARE", "eighths", "2/8", "premin_seconds", "0:10");
  PLT_TEST_INSERT (store, "sequence", "number", "3", "set", "CAFÉ");
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "1", "element", "NORA");
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "1", "element", "Norah", "costume", "2");
  PLT_TEST_INSERT (store, "sequence_element", "sequence", "2", "element", "Norah");
  PLT_TEST_INSERT (store, "script_version", "number", "1", "title", "V1");
  PLT_TEST_INSERT (store, "script_block", "script_version", "1 V1", "sequence", "1", "kind",
                   "heading", "text", "1. INT. CAFÉ - JOUR", "position", "1");
  PLT_TEST_INSERT (store, "script_block", "script_version", "1 V1", "sequence", "1", "kind",
                   "action", "text", "Nora entre.", "position", "2");
  g_assert_true (
      plt_store_set (store, "production", 1, "script_version", "1 V1", plt_test_error ()));
  fixture->store = store;
  fixture->before = plt_store_checksum (store);
  fixture->window = plt_test_window_new (store);
  g_assert_true (plt_window_show_view (fixture->window, "breakdown", data));
  plt_test_settle ();
  fixture->view = PLT_BREAKDOWN_VIEW (plt_window_get_view (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
  g_free (fixture->before);
}

static gint64
sequence (Fixture *fixture, const char *number)
{
  return plt_test_find (fixture->store, "sequence", number);
}

static void
assert_unchanged (Fixture *fixture)
{
  g_autofree char *now = plt_store_checksum (fixture->store);

  g_assert_cmpstr (now, ==, fixture->before);
}

static gint64
count (Fixture *fixture, const char *table)
{
  return plt_rows_count (fixture->store, plt_table_find (table));
}

/* ---- the sheet ---- */

static void
test_sheet_adds (Fixture *fixture, gconstpointer data)
{
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  PltElementBox *box = plt_sheet_page_get_box (sheet, "FI");
  PltSuggestEntry *entry = PLT_SUGGEST_ENTRY (plt_element_box_get_entry (box));
  guint steps = plt_test_n_steps (fixture->store);

  g_assert_cmpint (plt_sheet_page_get_sequence (sheet), ==, sequence (fixture, "1"));
  g_assert_cmpuint (plt_element_box_get_n_elements (box), ==, 0);
  plt_suggest_entry_set_text (entry, "Dockers x12");
  g_assert_true (plt_suggest_entry_commit (entry));
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpuint (plt_element_box_get_n_elements (box), ==, 1);
  g_assert_cmpstr (plt_suggest_entry_get_text (entry), ==, "");
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (box), "Dockers"));
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpuint (plt_element_box_get_n_elements (box), ==, 0);
  assert_unchanged (fixture);
}

/* What is refused stays as it was typed, with its sentence, and the sheet is not left. */
static void
test_sheet_refuses (Fixture *fixture, gconstpointer data)
{
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  PltSuggestEntry *entry
      = PLT_SUGGEST_ENTRY (plt_element_box_get_entry (plt_sheet_page_get_box (sheet, "RO")));

  plt_suggest_entry_set_text (entry, "nora");
  g_assert_false (plt_sheet_page_turn (sheet, 1));
  g_assert_cmpint (plt_sheet_page_get_sequence (sheet), ==, sequence (fixture, "1"));
  g_assert_cmpstr (plt_suggest_entry_get_text (entry), ==, "nora");
  g_assert_cmpstr (plt_suggest_entry_get_message (entry), !=, "");
  plt_suggest_entry_set_text (entry, "");
  g_assert_true (plt_sheet_page_turn (sheet, 1));
  g_assert_cmpint (plt_sheet_page_get_sequence (sheet), ==, sequence (fixture, "2"));
  assert_unchanged (fixture);
}

/* What was typed and not entered is written before the sheet is turned, on the sheet it is on. */
static void
test_sheet_turns (Fixture *fixture, gconstpointer data)
{
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  PltElementBox *box = plt_sheet_page_get_box (sheet, "FI");

  plt_suggest_entry_set_text (PLT_SUGGEST_ENTRY (plt_element_box_get_entry (box)), "Clients");
  g_assert_true (plt_sheet_page_turn (sheet, 1));
  g_assert_cmpuint (plt_element_box_get_n_elements (box), ==, 0);
  g_assert_true (plt_sheet_page_turn (sheet, -1));
  g_assert_cmpuint (plt_element_box_get_n_elements (box), ==, 1);
  g_assert_true (plt_sheet_page_turn (sheet, -1)); /* there is none before */
  g_assert_cmpint (plt_sheet_page_get_sequence (sheet), ==, sequence (fixture, "1"));
  g_assert_cmpint (plt_session_get_selection (plt_window_get_session (fixture->window)).id, ==,
                   sequence (fixture, "1"));
}

/* The list of a film has a hundred lines: Tab and F6 leave it at once. */
static void
test_sheet_parts (Fixture *fixture, gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (fixture->window);
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  GtkWidget *list = plt_test_find_widget (GTK_WIDGET (sheet), PLT_TYPE_SEQUENCE_LIST);

  g_assert_true (plt_sheet_page_show (sheet, sequence (fixture, "2")));
  g_assert_true (plt_view_grab_content_focus (PLT_VIEW (fixture->view)));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), list));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (sheet), GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (root), list));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), GTK_WIDGET (sheet)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (sheet), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), list));
  g_assert_cmpint (plt_sheet_page_get_sequence (sheet), ==, sequence (fixture, "2"));
  plt_test_activate (fixture->window, "win.focus-next"); /* a box to be done */
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root),
                                         GTK_WIDGET (plt_sheet_page_get_box (sheet, "FI"))));
}

static void
test_sheet_removes (Fixture *fixture, gconstpointer data)
{
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  PltElementBox *box = plt_sheet_page_get_box (sheet, "RO");
  const PltFacts *facts = plt_session_get_facts (plt_window_get_session (fixture->window));

  g_assert_cmpuint (plt_element_box_get_n_elements (box), ==, 2);
  plt_element_box_remove (box, facts->occurrences.items[0].id);
  plt_test_settle ();
  g_assert_cmpuint (plt_element_box_get_n_elements (box), ==, 1);
  g_assert_cmpstr (plt_window_get_toast (fixture->window), !=, "");
  g_assert_cmpint (count (fixture, "element"), ==, 3); /* it is only not in this séquence */
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

/* A row of an occurrence leads to its sheet. */
static void
test_open_occurrence (Fixture *fixture, gconstpointer data)
{
  const PltFacts *facts = plt_session_get_facts (plt_window_get_session (fixture->window));
  gint64 last = facts->occurrences.items[facts->occurrences.n - 1].id;

  plt_session_open_ref (plt_window_get_session (fixture->window),
                        (PltRef){ "sequence_element", last, NULL });
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (PLT_VIEW (fixture->view)), ==, "sheet");
  g_assert_cmpint (plt_sheet_page_get_sequence (plt_breakdown_view_get_sheet (fixture->view)), ==,
                   sequence (fixture, "2"));
}

/* A hyphen in the empty entry: nothing is needed, and on to the next box that is to be done. */
static void
test_sheet_nothing (Fixture *fixture, gconstpointer data)
{
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  PltElementBox *roles = plt_sheet_page_get_box (sheet, "RO");
  PltElementBox *crowd = plt_sheet_page_get_box (sheet, "FI");
  PltElementBox *dogs = plt_sheet_page_get_box (sheet, "AN");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (sheet));
  guint steps = plt_test_n_steps (fixture->store);

  g_assert_cmpint (plt_element_box_get_state (roles), ==, PLT_BOX_FILLED);
  g_assert_cmpint (plt_element_box_get_state (crowd), ==, PLT_BOX_TODO);
  g_assert_true (plt_sheet_page_focus_to_do (sheet));
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (root), plt_element_box_get_entry (crowd)));
  g_assert_true (plt_element_box_press_key (crowd, GDK_KEY_minus, 0));
  plt_test_settle ();
  g_assert_cmpint (plt_element_box_get_state (crowd), ==, PLT_BOX_NOTHING);
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_cmpint (count (fixture, "sequence_category"), ==, 1);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (root), plt_element_box_get_entry (dogs)));
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpint (plt_element_box_get_state (crowd), ==, PLT_BOX_TODO);
  assert_unchanged (fixture);
}

/* What is typed in a box that was confirmed empty opens it again, by the same step. */
static void
test_sheet_typing_fills (Fixture *fixture, gconstpointer data)
{
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  PltElementBox *crowd = plt_sheet_page_get_box (sheet, "FI");

  g_assert_true (plt_element_box_press_key (crowd, GDK_KEY_0, GDK_CONTROL_MASK));
  plt_test_settle ();
  g_assert_cmpint (plt_element_box_get_state (crowd), ==, PLT_BOX_NOTHING);
  g_assert_true (plt_element_box_add (crowd, "Dockers"));
  plt_test_settle ();
  g_assert_cmpint (plt_element_box_get_state (crowd), ==, PLT_BOX_FILLED);
  g_assert_cmpint (count (fixture, "sequence_category"), ==, 0);
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpint (plt_element_box_get_state (crowd), ==, PLT_BOX_NOTHING);
  g_assert_true (plt_element_box_press_key (crowd, GDK_KEY_0, GDK_CONTROL_MASK)); /* taken back */
  plt_test_settle ();
  g_assert_cmpint (plt_element_box_get_state (crowd), ==, PLT_BOX_TODO);
  assert_unchanged (fixture);
}

static void
test_sheet_confirm_empty (Fixture *fixture, gconstpointer data)
{
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  guint steps = plt_test_n_steps (fixture->store);

  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (sheet), "1/3 boxes"));
  plt_test_activate (fixture->window, "view.confirm-empty");
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (sheet), "3/3 boxes"));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_true (plt_sheet_page_turn (sheet, 1));
  g_assert_true (plt_sheet_page_turn (sheet, 1));
  g_assert_cmpint (plt_sheet_page_get_sequence (sheet), ==, sequence (fixture, "3"));
  plt_test_activate (fixture->window, "view.next-to-do"); /* 1 is finished: on to 2 */
  g_assert_cmpint (plt_sheet_page_get_sequence (sheet), ==, sequence (fixture, "2"));
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

static void
test_sheet_raccords (Fixture *fixture, gconstpointer data)
{
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  PltRaccordsBox *box
      = PLT_RACCORDS_BOX (plt_test_find_widget (GTK_WIDGET (sheet), PLT_TYPE_RACCORDS_BOX));

  g_assert_false (plt_raccords_box_add (box, "99", "", "mouillée"));
  g_assert_false (plt_raccords_box_add (box, "1", "", "mouillée")); /* with itself */
  g_assert_false (plt_raccords_box_add (box, "2", "Personne", "mouillée"));
  g_assert_false (plt_raccords_box_add (box, "2", "nora", ""));
  assert_unchanged (fixture);
  g_assert_true (plt_raccords_box_add (box, "2", "nora", "mouillée"));
  plt_test_settle ();
  g_assert_cmpuint (plt_raccords_box_get_n_rows (box), ==, 1);
  plt_assert_rows (fixture->store, "raccord", "with_sequence", "2");
  plt_assert_rows (fixture->store, "raccord", "element", "NORA");
  plt_raccords_box_remove (box, plt_test_find (fixture->store, "raccord", "mouillée"));
  plt_test_settle ();
  g_assert_cmpuint (plt_raccords_box_get_n_rows (box), ==, 0);
  assert_unchanged (fixture);
}

/* The text is there when it is asked for, and follows the sheet. */
static void
test_sheet_text (Fixture *fixture, gconstpointer data)
{
  PltSheetPage *sheet = plt_breakdown_view_get_sheet (fixture->view);
  PltSheetText *text
      = PLT_SHEET_TEXT (plt_test_find_widget (GTK_WIDGET (sheet), PLT_TYPE_SHEET_TEXT));
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_false (plt_sheet_page_is_text_shown (sheet));
  plt_test_activate (fixture->window, "view.sheet-text");
  g_assert_true (plt_sheet_page_is_text_shown (sheet));
  first = plt_sheet_text_get_text (text);
  g_assert_cmpstr (first, ==, "INT. CAFÉ - JOUR\nNora entre.");
  g_assert_true (plt_sheet_page_turn (sheet, 1));
  second = plt_sheet_text_get_text (text);
  g_assert_cmpstr (second, ==, "The current script has no text for this sequence.");
}

/* ---- the elements ---- */

/* Merged spellings keep every séquence they were in, as one step. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  gint64 kept = plt_test_find (fixture->store, "element", "NORA");
  gint64 others[] = { plt_test_find (fixture->store, "element", "Norah") };
  guint steps = plt_test_n_steps (fixture->store);

  g_assert_true (plt_merge_elements (plt_window_get_session (fixture->window), kept, others, 1));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  plt_assert_rows (fixture->store, "element", "name", "NORA JEUNE|NORA");
  plt_assert_rows (fixture->store, "sequence_element", "sequence", "1|2");
  plt_assert_rows (fixture->store, "sequence_element", "element", "NORA|NORA");
  plt_assert_rows (fixture->store, "sequence_element", "costume", "2|");
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

static void
test_merge_dialog (Fixture *fixture, gconstpointer data)
{
  PltElementsPage *page = plt_breakdown_view_get_elements (fixture->view);
  PltRegister *list = plt_elements_page_get_register (page);
  int last = plt_query_model_find (plt_register_get_rows (list),
                                   plt_test_find (fixture->store, "element", "Norah"));
  GtkWindow *dialog;

  g_assert_cmpint (last, ==, 1); /* NORA JEUNE, Norah, then NORA, who has a number */
  plt_grid_select (plt_register_get_grid (list), 1, 0, 2, 1);
  plt_test_activate (fixture->window, "view.merge-elements");
  dialog = GTK_WINDOW (plt_test_toplevel (PLT_TYPE_DIALOG));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "Norah · 2 sequences"));
  g_signal_emit_by_name (dialog, "accepted"); /* the one that occurs most stays */
  plt_test_settle ();
  plt_assert_rows (fixture->store, "element", "name", "NORA JEUNE|Norah");
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

static void
test_elements_counts (Fixture *fixture, gconstpointer data)
{
  PltElementsPage *page = plt_breakdown_view_get_elements (fixture->view);
  PltGridModel *model
      = plt_grid_get_model (plt_register_get_grid (plt_elements_page_get_register (page)));
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
  PltGridColumn column = { NULL };
  GtkWindow *where;

  plt_grid_model_get_column (model, 2, &column);
  g_assert_cmpstr (column.id, ==, "in_sequences");
  plt_grid_model_get_cell (model, 1, 2, &cell);
  g_assert_cmpstr (cell.text, ==, "2");
  where = plt_elements_show_where (GTK_WINDOW (fixture->window),
                                   plt_window_get_session (fixture->window),
                                   plt_test_find (fixture->store, "element", "Norah"));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (where), "PHARE"));
  gtk_window_destroy (where);
  g_assert_null (plt_elements_show_where (GTK_WINDOW (fixture->window),
                                          plt_window_get_session (fixture->window),
                                          plt_test_find (fixture->store, "element", "NORA JEUNE")));
}

static void
test_elements_category (Fixture *fixture, gconstpointer data)
{
  PltElementsPage *page = plt_breakdown_view_get_elements (fixture->view);
  PltQueryModel *rows = plt_register_get_rows (plt_elements_page_get_register (page));

  plt_elements_page_choose_category (
      page, plt_test_find (fixture->store, "element_category", "FI · Figuration"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 0);
  g_assert_true (plt_elements_page_select (
      page, (PltRef){ "element", plt_test_find (fixture->store, "element", "NORA"), NULL }));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 3);
}

/* What is always brought is said once, by an element or a category, and added where it lacks. */
static void
test_brings (Fixture *fixture, gconstpointer data)
{
  PltElementsPage *page = plt_breakdown_view_get_elements (fixture->view);
  PltRegister *list = plt_elements_page_get_register (page);
  PltBringsBox *box
      = PLT_BRINGS_BOX (plt_test_find_widget (GTK_WIDGET (page), PLT_TYPE_BRINGS_BOX));
  int row = plt_query_model_find (plt_register_get_rows (list),
                                  plt_test_find (fixture->store, "element", "Norah"));

  plt_grid_set_cursor (plt_register_get_grid (list), (guint) row, 0);
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (box), "Norah always brings:"));
  g_assert_false (plt_brings_box_add (box, FALSE, "Fantôme"));
  g_assert_false (plt_brings_box_add (box, FALSE, "norah"));
  assert_unchanged (fixture);
  g_assert_true (plt_brings_box_add (box, FALSE, "nora jeune x1"));
  plt_test_settle ();
  plt_assert_rows (fixture->store, "element_link", "brings", "NORA JEUNE");
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (box), "NORA JEUNE × 1"));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (box), "Missing in sequences 1, 2"));
  plt_brings_box_fill (box);
  plt_test_settle ();
  plt_assert_rows (fixture->store, "sequence_element", "element",
                   "NORA JEUNE|Norah|NORA|NORA JEUNE|Norah");
  plt_test_activate (fixture->window, "win.undo");
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

/* ---- the décors ---- */

static char *
set_cell (Fixture *fixture, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (plt_grid_get_model (plt_breakdown_view_get_sets (fixture->view)), row,
                           column, &cell);
  return g_strdup (cell.text);
}

static void
assert_set (Fixture *fixture, guint row, const char *expected)
{
  g_autofree char *name = set_cell (fixture, row, 0);
  g_autofree char *place = set_cell (fixture, row, 1);
  g_autofree char *n = set_cell (fixture, row, 2);
  g_autofree char *pages = set_cell (fixture, row, 3);
  g_autofree char *length = set_cell (fixture, row, 4);
  g_autofree char *all = g_strjoin ("|", name, place, n, pages, length, NULL);

  g_assert_cmpstr (all, ==, expected);
}

static void
test_sets (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = plt_grid_get_model (plt_breakdown_view_get_sets (fixture->view));
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 4);
  assert_set (fixture, 0, "CAFÉ|Sète|2|6/8|0:50");
  assert_set (fixture, 1, "SALLE|Sète|1|6/8|0:50");
  assert_set (fixture, 2, "PHARE||1|2/8|0:10");
  assert_set (fixture, 3, "Total: 2 sets||3|1|1:00");
  g_assert_true (plt_grid_model_set_text (model, 2, 1, "Agde", &error)); /* a new location */
  assert_set (fixture, 2, "PHARE|Agde|1|2/8|0:10");
  g_assert_true (plt_grid_model_set_text (model, 2, 0, "AMER", &error)); /* goes to its place */
  assert_set (fixture, 0, "AMER|Agde|1|2/8|0:10");
  g_assert_false (plt_grid_model_set_text (model, 3, 0, "x", &error));
  g_clear_error (&error);
  g_assert_false (
      plt_grid_model_delete_rows (model, 0, 1, &error)); /* séquence 2 is played there */
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
  g_assert_cmpint (count (fixture, "location"), ==, 1);
}

static void
test_sets_fold (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = plt_grid_get_model (plt_breakdown_view_get_sets (fixture->view));

  g_assert_true (plt_grid_model_toggle (model, 0, 0, NULL));
  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 3);
  assert_set (fixture, 1, "PHARE||1|2/8|0:10");
  plt_session_open_ref (plt_window_get_session (fixture->window),
                        (PltRef){ "set", plt_test_find (fixture->store, "set", "SALLE"), NULL });
  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 4); /* it is opened to show it */
}

/* A set becomes a part of another by typing its name; its séquences go with it. */
static void
test_sets_nest (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = plt_grid_get_model (plt_breakdown_view_get_sets (fixture->view));
  guint parent = plt_grid_model_get_n_columns (model) - 2;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) offered = plt_grid_model_get_completions (model, 2, parent);
  guint steps = plt_test_n_steps (fixture->store);

  g_assert_cmpstrv (offered, ((const char *const[]){ "CAFÉ", NULL }));
  g_assert_false (plt_grid_model_set_text (model, 2, parent, "GARE", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (plt_grid_model_set_text (model, 0, parent, "PHARE", &error)); /* it has a part */
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_assert_true (plt_grid_model_set_text (model, 2, parent, "café", NULL));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  plt_assert_rows (fixture->store, "sequence", "set", "CAFÉ|CAFÉ|CAFÉ");
  plt_assert_rows (fixture->store, "sequence", "sub_set", "SALLE|PHARE|");
  assert_set (fixture, 0, "CAFÉ|Sète|3|1|1:00");
  plt_grid_set_cursor (plt_breakdown_view_get_sets (fixture->view), 1, 0);
  plt_test_activate (fixture->window, "view.set-apart"); /* PHARE, the first part by name */
  assert_unchanged (fixture);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

static void
test_sets_merge (Fixture *fixture, gconstpointer data)
{
  GtkWindow *dialog;

  plt_grid_set_cursor (plt_breakdown_view_get_sets (fixture->view), 2, 0); /* PHARE */
  plt_test_activate (fixture->window, "view.merge-elements");
  dialog = GTK_WINDOW (plt_test_toplevel (PLT_TYPE_DIALOG));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "PHARE · 1 sequence"));
  g_signal_emit_by_name (dialog, "accepted"); /* into the first one: CAFÉ */
  plt_test_settle ();
  plt_assert_rows (fixture->store, "sequence", "set", "CAFÉ|CAFÉ|CAFÉ");
  plt_assert_rows (fixture->store, "set", "name", "CAFÉ|SALLE");
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

/* ---- the figures ---- */

static void
test_stats (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = plt_view_get_page_child (PLT_VIEW (fixture->view), "stats");

  g_assert_nonnull (plt_test_find_label (page, "25,0\u202f%")); /* night: 2 eighths of 8 */
  g_assert_nonnull (plt_test_find_label (page, "1 sequence without a timing"));
  g_assert_nonnull (plt_test_find_label (page, "Script supervisor"));
  g_assert_nonnull (plt_test_find_label (page, "3 sequences missing")); /* estimates */
  g_assert_nonnull (plt_test_find_label (page, "not given yet"));
  g_assert_nonnull (plt_test_find_label (page, "2/3")); /* boxes of the roles */
  g_assert_true (
      plt_store_set (fixture->store, "production", 1, "target_seconds", "2:00", plt_test_error ()));
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (page, "now −50,0\u202f%"));
}

static void
test_matrix (Fixture *fixture, gconstpointer data)
{
  PltMatrixPage *page = plt_breakdown_view_get_matrix (fixture->view);
  PltGridModel *model = plt_grid_get_model (plt_matrix_page_get_roles (page));
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 3);
  g_assert_cmpuint (plt_grid_model_get_n_columns (model), ==, 6);
  plt_grid_model_get_cell (model, 0, 3, &cell);
  g_assert_cmpstr (cell.text, ==, "●");
  plt_grid_cell_clear (&cell);
  plt_grid_model_get_cell (model, 0, 4, &cell);
  g_assert_cmpstr (cell.text, ==, "");
  g_assert_true (plt_store_set (fixture->store, "sequence", sequence (fixture, "3"), "number", "3A",
                                plt_test_error ()));
  plt_test_settle ();
  {
    PltGridColumn column = { NULL };

    plt_grid_model_get_column (model, 5, &column);
    g_assert_cmpstr (column.title, ==, "3A");
  }
}

/* Pages and minutes of each décor by effect; a cell leads to the séquences it counts. */
static void
test_set_effects (Fixture *fixture, gconstpointer data)
{
  PltGrid *grid = plt_matrix_page_get_sets (plt_breakdown_view_get_matrix (fixture->view));
  PltGridModel *model = plt_grid_get_model (grid);
  PltRegister *list = PLT_REGISTER (plt_view_get_page_child (PLT_VIEW (fixture->view), "sequence"));
  static const char *const expected[4][5]
      = { { "CAFÉ", "6/8 · 0:50", "", "0 · 0:00", "6/8 · 0:50" },
          { "SALLE", "6/8 · 0:50", "", "", "6/8 · 0:50" },
          { "PHARE", "", "2/8 · 0:10", "", "2/8 · 0:10" },
          { "Total", "6/8 · 0:50", "2/8 · 0:10", "0 · 0:00", "1 · 1:00" } };

  g_assert_cmpuint (plt_grid_model_get_n_rows (model), ==, 4);
  g_assert_cmpuint (plt_grid_model_get_n_columns (model), ==, 5); /* I/J, E/N, none, total */
  for (guint i = 0; i < 4; i++)
    for (guint j = 0; j < 5; j++)
      {
        g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

        plt_grid_model_get_cell (model, i, j, &cell);
        g_assert_cmpstr (cell.text, ==, expected[i][j]);
      }
  g_signal_emit_by_name (grid, "cell-activated", 2, 2); /* PHARE by night */
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (PLT_VIEW (fixture->view)), ==, "sequence");
  {
    g_autofree char *shown = plt_test_model (plt_register_get_rows (list), "number");

    g_assert_cmpstr (shown, ==, "2");
  }
}

static char *
story (Fixture *fixture)
{
  PltGridModel *model
      = plt_grid_get_model (plt_story_page_get_grid (plt_breakdown_view_get_story (fixture->view)));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plt_grid_model_get_n_rows (model); i++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;
      PltGridRow row = { 0 };

      plt_grid_model_get_cell (model, i, 0, &cell);
      plt_grid_model_get_row (model, i, &row);
      g_string_append_printf (text, row.kind == PLT_GRID_ROW_GROUP ? "%s[%s]" : "%s%s",
                              i > 0 ? " " : "", cell.text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_story (Fixture *fixture, const char *expected)
{
  g_autofree char *now = story (fixture);

  g_assert_cmpstr (now, ==, expected);
}

/* Séquences are put on days by typing, pasting and moving; days are named and moved. */
static void
test_story (Fixture *fixture, gconstpointer data)
{
  PltGrid *grid = plt_story_page_get_grid (plt_breakdown_view_get_story (fixture->view));
  PltGridModel *model = plt_grid_get_model (grid);
  const PltGridEdit pasted[] = { { 2, 1, "J2" }, { 3, 1, "J1" } };
  guint steps = plt_test_n_steps (fixture->store);

  assert_story (fixture, "[Without a story day] 1 2 3");
  plt_grid_select (grid, 1, 0, 1, 1);
  g_assert_cmpstr (plt_session_get_selection (plt_window_get_session (fixture->window)).table, ==,
                   "sequence");
  plt_grid_select (grid, 0, 0, 1, 1); /* what stands beside it is not of that line: it goes */
  g_assert_null (plt_session_get_selection (plt_window_get_session (fixture->window)).table);
  g_assert_true (plt_grid_model_set_text (model, 1, 1, "J1", plt_test_error ()));
  assert_story (fixture, "[Without a story day] 2 3 [J1] 1");
  plt_test_activate (fixture->window, "win.undo");
  g_assert_true (plt_grid_model_set_many (model, pasted, 2, 0, plt_test_error ()));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1); /* both days at once */
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
  plt_grid_select (grid, 2, 0, 2, 1);
  {
    GtkWindow *dialog = plt_story_page_place (plt_breakdown_view_get_story (fixture->view));
    PltSuggestEntry *entry
        = PLT_SUGGEST_ENTRY (plt_test_find_widget (GTK_WIDGET (dialog), PLT_TYPE_SUGGEST_ENTRY));

    plt_suggest_entry_set_text (entry, "N1");
    g_signal_emit_by_name (dialog, "accepted");
    plt_test_settle ();
  }
  assert_story (fixture, "[Without a story day] 1 [N1] 2 3");
  g_assert_true (plt_grid_model_set_text (model, 1, 1, "J1", plt_test_error ()));
  assert_story (fixture, "[N1] 2 3 [J1] 1");
  g_assert_true (plt_grid_model_move_rows (model, 3, 1, 2, plt_test_error ())); /* Alt+Shift+Up */
  assert_story (fixture, "[J1] 1 [N1] 2 3");
  g_assert_true (plt_grid_model_move_rows (model, 0, 1, 2, plt_test_error ())); /* and down */
  assert_story (fixture, "[N1] 2 3 [J1] 1");
  g_assert_true (plt_grid_model_move_rows (model, 2, 1, 4, plt_test_error ())); /* 3 goes to J1 */
  assert_story (fixture, "[N1] 2 [J1] 1 3");
  g_assert_true (plt_grid_model_set_text (model, 0, 0, "Nuit 1", plt_test_error ()));
  g_assert_true (plt_grid_model_set_text (model, 0, 3, "la veille", plt_test_error ()));
  assert_story (fixture, "[Nuit 1] 2 [J1] 1 3");
  plt_assert_rows (fixture->store, "sequence", "story_day", "J1|Nuit 1|J1");
  plt_assert_rows (fixture->store, "story_day", "moment", "la veille|");
  g_assert_true (plt_grid_model_toggle (model, 0, 0, NULL));
  assert_story (fixture, "[Nuit 1] [J1] 1 3");
  plt_session_open_ref (
      plt_window_get_session (fixture->window),
      (PltRef){ "story_day", plt_test_find (fixture->store, "story_day", "J1"), NULL });
  for (guint i = 0; i < 7; i++) /* each gesture was one step */
    plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

static char *
costumes (Fixture *fixture, guint row)
{
  PltGridModel *model = plt_grid_get_model (
      plt_costumes_page_get_grid (plt_breakdown_view_get_costumes (fixture->view)));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plt_grid_model_get_n_columns (model); i++)
    {
      g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

      plt_grid_model_get_cell (model, row, i, &cell);
      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell.text);
    }
  return g_string_free (text, FALSE);
}

static void
assert_costumes (Fixture *fixture, guint row, const char *expected)
{
  g_autofree char *now = costumes (fixture, row);

  g_assert_cmpstr (now, ==, expected);
}

/* The grid of costumes: in the order of the story, pasted as one step, only where a role plays. */
static void
test_costumes (Fixture *fixture, gconstpointer data)
{
  PltCostumesPage *page = plt_breakdown_view_get_costumes (fixture->view);
  PltGridModel *model = plt_grid_get_model (plt_costumes_page_get_grid (page));
  const PltGridEdit pasted[] = { { 0, 1, "1" }, { 2, 1, "2A" }, { 2, 2, "2B" }, { 0, 2, "" } };
  guint steps = plt_test_n_steps (fixture->store);
  g_autoptr (GError) error = NULL;

  /* NORA has a number and comes first, then NORA JEUNE, who plays nowhere. */
  assert_costumes (fixture, 0, "1 NORA|·||");
  assert_costumes (fixture, 2, "Norah|2|·|");
  g_assert_true (plt_grid_model_set_many (model, pasted, 4, 0, plt_test_error ()));
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  assert_costumes (fixture, 0, "1 NORA|1||");
  assert_costumes (fixture, 2, "Norah|2A|2B|");
  g_assert_false (plt_grid_model_set_text (model, 0, 3, "4", &error)); /* she is not in 3 */
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  plt_costumes_page_add_named (page);
  plt_test_settle ();
  plt_assert_rows (fixture->store, "costume", "number", "2A|2B|1"); /* by role */
  plt_test_activate (fixture->window, "win.undo");
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
  for (guint i = 1; i <= 2; i++)
    g_assert_true (plt_store_set (fixture->store, "sequence",
                                  sequence (fixture, i == 1 ? "1" : "2"), "story_day", "J1",
                                  plt_test_error ()));
  plt_test_settle ();
  plt_costumes_page_fill_days (page);
  plt_test_settle ();
  assert_costumes (fixture, 2, "Norah|2|2|");
}

static void
test_renumber (Fixture *fixture, gconstpointer data)
{
  PltRegister *list = PLT_REGISTER (plt_view_get_page_child (PLT_VIEW (fixture->view), "sequence"));
  GtkWindow *dialog;

  plt_grid_select (plt_register_get_grid (list), 1, 0, 2, 1);
  dialog = plt_breakdown_view_renumber (fixture->view);
  g_signal_emit_by_name (dialog, "accepted"); /* from 1, which is another's */
  plt_assert_rows (fixture->store, "sequence", "number", "1|2|3");
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (plt_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON)), 10);
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  plt_assert_rows (fixture->store, "sequence", "number", "1|10|11");
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

/* Locked numbers are neither given anew nor typed over; what is put in between has its own. */
static void
test_locked_numbers (Fixture *fixture, gconstpointer data)
{
  PltRegister *list = PLT_REGISTER (plt_view_get_page_child (PLT_VIEW (fixture->view), "sequence"));
  PltGridModel *model = plt_grid_get_model (plt_register_get_grid (list));
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;

  plt_test_activate (fixture->window, "view.lock-numbers");
  g_assert_true (
      plt_session_get_facts (plt_window_get_session (fixture->window))->production.numbers_locked);
  plt_grid_select (plt_register_get_grid (list), 1, 0, 2, 1);
  dialog = plt_breakdown_view_renumber (fixture->view);
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (plt_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON)), 10);
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  plt_assert_rows (fixture->store, "sequence", "number", "1|2|3");
  gtk_window_destroy (dialog);
  g_assert_false (plt_grid_model_set_text (model, 0, 0, "7", &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "locked");
  g_clear_error (&error);
  g_assert_true (plt_grid_model_insert_rows (model, 1, 1, &error));
  g_assert_no_error (error);
  plt_assert_rows (fixture->store, "sequence", "number", "1|1A|2|3");
  plt_test_activate (fixture->window, "win.undo");
  plt_test_activate (fixture->window, "win.undo");
  assert_unchanged (fixture);
}

static void
assert_shown (PltRegister *list, const char *numbers, const char *total)
{
  g_autofree char *shown = plt_test_model (plt_register_get_rows (list), "number");

  g_assert_cmpstr (shown, ==, numbers);
  if (plt_test_find_label (GTK_WIDGET (list), total) == NULL)
    g_error ("the total is not “%s”", total);
}

/* The chips narrow the rows, and the total at the foot is that of what is shown. */
static void
test_filters (Fixture *fixture, gconstpointer data)
{
  PltRegister *list = PLT_REGISTER (plt_view_get_page_child (PLT_VIEW (fixture->view), "sequence"));

  assert_shown (list, "1|2|3",
                "3 sequences · 1 p · timing 1:00 · estimate 0:00 · shooting 0\u202fmin");
  g_assert_true (plt_register_choose_filter (list, "set", "SALLE"));
  assert_shown (list, "1",
                "1 sequence · 6/8 p · timing 0:50 · estimate 0:00 · shooting 0\u202fmin");
  g_assert_true (plt_register_choose_filter (list, "set", ""));
  g_assert_true (plt_register_choose_filter (list, "role", "Norah"));
  assert_shown (list, "1|2",
                "2 sequences · 1 p · timing 1:00 · estimate 0:00 · shooting 0\u202fmin");
  g_assert_true (plt_register_choose_filter (list, "effect", "E/N"));
  assert_shown (list, "2",
                "1 sequence · 2/8 p · timing 0:10 · estimate 0:00 · shooting 0\u202fmin");
  g_assert_true (plt_register_choose_filter (list, "effect", ""));
  /* Norah comes into 3, and 3 into the list. */
  PLT_TEST_INSERT (fixture->store, "sequence_element", "sequence", "3", "element", "Norah");
  plt_test_settle ();
  assert_shown (list, "1|2|3",
                "3 sequences · 1 p · timing 1:00 · estimate 0:00 · shooting 0\u202fmin");
  g_assert_true (plt_register_choose_filter (list, "role", ""));
  g_assert_true (plt_register_choose_filter (list, "progress", "Finished"));
  assert_shown (list, "", "0 sequences · 0 p · timing 0:00 · estimate 0:00 · shooting 0\u202fmin");
  g_assert_false (plt_register_choose_filter (list, "colour", "red"));
  plt_register_select_ref (list, (PltRef){ "sequence", sequence (fixture, "2"), NULL });
  assert_shown (list, "1|2|3",
                "3 sequences · 1 p · timing 1:00 · estimate 0:00 · shooting 0\u202fmin");
}

/* The side pane shows what belongs to what is selected, as doors. */
static void
test_links (Fixture *fixture, gconstpointer data)
{
  PltSession *session = plt_window_get_session (fixture->window);
  GtkWidget *links = plt_test_find_widget (GTK_WIDGET (fixture->window), PLT_TYPE_LINKS);

  plt_session_select (session, "sequence", sequence (fixture, "1"), NULL);
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (links, "1 NORA, Norah"));
  plt_session_select (session, "element", plt_test_find (fixture->store, "element", "Norah"), NULL);
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (links, "In 2 sequences"));
  plt_session_select (session, "location", plt_test_find (fixture->store, "location", "Sète"),
                      NULL);
  plt_test_settle ();
  g_assert_false (gtk_widget_get_visible (links));
}

#define TEST(path, page, function) g_test_add (path, Fixture, page, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  TEST ("/breakdown/sheet/add", "sheet", test_sheet_adds);
  TEST ("/breakdown/sheet/refuse", "sheet", test_sheet_refuses);
  TEST ("/breakdown/sheet/turn", "sheet", test_sheet_turns);
  TEST ("/breakdown/sheet/parts", "sheet", test_sheet_parts);
  TEST ("/breakdown/sheet/remove", "sheet", test_sheet_removes);
  TEST ("/breakdown/sheet/nothing", "sheet", test_sheet_nothing);
  TEST ("/breakdown/sheet/typing-fills", "sheet", test_sheet_typing_fills);
  TEST ("/breakdown/sheet/confirm-empty", "sheet", test_sheet_confirm_empty);
  TEST ("/breakdown/sheet/raccords", "sheet", test_sheet_raccords);
  TEST ("/breakdown/sheet/text", "sheet", test_sheet_text);
  TEST ("/breakdown/sheet/open", "sequence", test_open_occurrence);
  TEST ("/breakdown/elements/merge", "element", test_merge);
  TEST ("/breakdown/elements/merge-dialog", "element", test_merge_dialog);
  TEST ("/breakdown/elements/counts", "element", test_elements_counts);
  TEST ("/breakdown/elements/brings", "element", test_brings);
  TEST ("/breakdown/elements/category", "element", test_elements_category);
  TEST ("/breakdown/sets/table", "set", test_sets);
  TEST ("/breakdown/sets/fold", "set", test_sets_fold);
  TEST ("/breakdown/sets/nest", "set", test_sets_nest);
  TEST ("/breakdown/sets/merge", "set", test_sets_merge);
  TEST ("/breakdown/stats", "stats", test_stats);
  TEST ("/breakdown/matrix/roles", "matrix", test_matrix);
  TEST ("/breakdown/matrix/sets", "matrix", test_set_effects);
  TEST ("/breakdown/story", "story_day", test_story);
  TEST ("/breakdown/costumes", "costume", test_costumes);
  TEST ("/breakdown/renumber", "sequence", test_renumber);
  TEST ("/breakdown/locked-numbers", "sequence", test_locked_numbers);
  TEST ("/breakdown/filters", "sequence", test_filters);
  TEST ("/breakdown/links", "sequence", test_links);
  return g_test_run ();
}
