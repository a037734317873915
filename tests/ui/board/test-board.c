/* The stripboard in a window: keys and mouse change the plan, each time as one step that can be
 * undone; nothing is left behind when the window closes. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-board-private.h"
#include "plt-dialog.h"
#include "plt-document.h"
#include "plt-form.h"
#include "plt-grid.h"
#include "plt-plan-days.h"
#include "plt-plan-versions.h"
#include "plt-plan-view.h"
#include "plt-test-board.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

/* ---- keys ---- */

static void
test_walk (Fixture *self, gconstpointer data)
{
  PltBoardCoord at;

  go_to (self, "1");
  press (self, GDK_KEY_Down, 0);
  press (self, GDK_KEY_Down, 0);
  at = plt_board_get_cursor (self->board);
  g_assert_cmpint (at.lane, ==, 2);
  g_assert_cmpint (at.index, ==, PLT_BOARD_HEAD);
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "shooting_day");
  press (self, GDK_KEY_Left, 0);
  at = plt_board_get_cursor (self->board);
  g_assert_cmpint (at.lane, ==, 0);
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "sequence");
  go_to (self, "1");
  press (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  {
    g_autoptr (GArray) keys = plt_board_get_selected (self->board);

    g_assert_cmpuint (keys->len, ==, 2);
  }
  g_assert_nonnull (strstr (plt_view_get_summary (PLT_VIEW (self->view)), "2 strips"));
}

static void
test_move (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *number;
    guint keyval;
    GdkModifierType modifiers;
    const char *after;
  } cases[] = {
    { "2", GDK_KEY_Right, GDK_CONTROL_MASK, "4A|1|3 2" },
    { "2", GDK_KEY_Page_Down, GDK_ALT_MASK, "4A|1|3 2" },
    { "3", GDK_KEY_Left, GDK_CONTROL_MASK, "4A|1 2 3|" },
    { "1", GDK_KEY_Down, GDK_CONTROL_MASK, "4A|2 1|3" },
    { "2", GDK_KEY_Up, GDK_CONTROL_MASK, "4A|2 1|3" },
    { "4A", GDK_KEY_Right, GDK_CONTROL_MASK, "|1 2 4A|3" },
    { "1", GDK_KEY_Left, GDK_CONTROL_MASK, "1 4A|2|3" },
    { "1", GDK_KEY_p, 0, "1 4A|2|3" },
    { "1", GDK_KEY_Delete, 0, "1 4A|2|3" },
    { "1", GDK_KEY_d, GDK_CONTROL_MASK, "4A|1:1/2 1:2/2 2|3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = plt_store_checksum (self->store);

      go_to (self, cases[i].number);
      press (self, cases[i].keyval, cases[i].modifiers);
      assert_board (self, cases[i].after);
      plt_assert_undo_redo (self->store, before);
      g_assert_true (plt_session_undo (self->session));
      plt_test_settle ();
      assert_board (self, "4A|1 2|3");
    }
}

/* Several go together, in the order of the board, and stay selected where they come. */
static void
test_move_many (Fixture *self, gconstpointer data)
{
  go_to (self, "1");
  press (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_board (self, "4A||3 1 2");
  press (self, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_board (self, "4A||1 2 3");
  press (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  assert_board (self, "1 2 4A||3");
  g_assert_true (plt_session_undo (self->session));
  g_assert_true (plt_session_undo (self->session));
  g_assert_true (plt_session_undo (self->session));
  g_assert_true (plt_session_undo (self->session));
  assert_board (self, "4A|1 2|3");
}

static void
test_lock (Fixture *self, gconstpointer data)
{
  go_to (self, "1");
  press (self, GDK_KEY_l, 0);
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_board (self, "4A|1 2|3");
  g_assert_nonnull (strstr (plt_window_get_toast (self->window), "locked"));
  press (self, GDK_KEY_l, 0);
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_board (self, "4A|2|3 1");
}

static void
test_day (Fixture *self, gconstpointer data)
{
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
  press (self, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_board (self, "4A|3|1 2");
  g_assert_true (plt_session_undo (self->session));
  plt_board_set_cursor (self->board, (PltBoardCoord){ 2, PLT_BOARD_HEAD });
  press (self, GDK_KEY_l, 0);
  go_to (self, "1");
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_board (self, "4A|1 2|3");
  g_assert_nonnull (strstr (plt_window_get_toast (self->window), "D2"));
  plt_board_set_cursor (self->board, (PltBoardCoord){ 2, PLT_BOARD_HEAD });
  press (self, GDK_KEY_l, 0);
  press (self, GDK_KEY_Delete, 0);
  assert_board (self, "3 4A|1 2");
  g_assert_true (plt_session_undo (self->session));
  assert_board (self, "4A|1 2|3");
}

static void
test_banner (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  go_to (self, "2");
  press (self, GDK_KEY_Insert, 0);
  g_assert_nonnull (self->board->menu);
  plt_test_settle ();
  {
    GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->board));
    GtkWidget *first, *second;

    gtk_widget_child_focus (self->board->menu, GTK_DIR_TAB_FORWARD);
    first = gtk_root_get_focus (root);
    g_signal_emit_by_name (root, "move-focus", GTK_DIR_DOWN); /* as the arrow of the menu does */
    second = gtk_root_get_focus (root);
    g_assert_true (first != second);
    g_assert_true (gtk_widget_is_ancestor (second, self->board->menu));
  }
  gtk_popover_popdown (GTK_POPOVER (self->board->menu));
  plt_test_settle ();
  before = plt_store_checksum (self->store);
  gtk_widget_activate_action (GTK_WIDGET (self->board), "board.insert-meal", NULL);
  assert_board (self, "4A|1 Meal 2|3");
  g_assert_cmpint (plt_board_get_cursor (self->board).index, ==, 1); /* to be named at once */
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "strip");
  plt_assert_undo_redo (self->store, before);
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, 1 });
  press (self, GDK_KEY_Delete, 0);
  assert_board (self, "4A|1 2|3");
}

/* Enter leads to the form of the strip, or of the day. */
static void
test_open (Fixture *self, gconstpointer data)
{
  GtkWidget *focus;

  go_to (self, "2");
  press (self, GDK_KEY_Return, 0);
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_nonnull (focus);
  g_assert_nonnull (gtk_widget_get_ancestor (focus, PLT_TYPE_FORM));
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "strip");
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
  press (self, GDK_KEY_Return, 0);
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, PLT_TYPE_FORM));
  g_assert_cmpstr (plt_session_get_selection (self->session).table, ==, "shooting_day");
}

static void
test_finder (Fixture *self, gconstpointer data)
{
  PltBoardCoord at;

  press (self, GDK_KEY_KP_4, 0);
  g_assert_nonnull (self->board->finder);
  at = plt_board_get_cursor (self->board);
  g_assert_cmpint (at.lane, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (self->board->finder), "3");
  at = plt_board_get_cursor (self->board);
  g_assert_cmpint (at.lane, ==, 2);
  gtk_editable_set_text (GTK_EDITABLE (self->board->finder), "77");
  g_assert_true (gtk_widget_has_css_class (self->board->finder, "error"));
  plt_board_close_finder (self->board);
  g_assert_null (self->board->finder);
}

static void
test_search (Fixture *self, gconstpointer data)
{
  PltBoardCoord at;

  g_assert_cmpuint (plt_board_set_search (self->board, "cuisine"), ==, 2);
  g_assert_true (plt_board_search_next (self->board, 1));
  at = plt_board_get_cursor (self->board);
  g_assert_cmpint (at.lane, ==, 0);
  g_assert_true (plt_board_search_next (self->board, 1));
  at = plt_board_get_cursor (self->board);
  g_assert_cmpint (at.lane, ==, 1);
  g_assert_cmpint (at.index, ==, 1);
  g_assert_true (plt_board_search_next (self->board, 1)); /* around */
  g_assert_cmpint (plt_board_get_cursor (self->board).lane, ==, 0);
  g_assert_true (plt_board_search_next (self->board, -1));
  g_assert_cmpint (plt_board_get_cursor (self->board).lane, ==, 1);
  g_assert_cmpuint (plt_board_set_search (self->board, "nulle part"), ==, 0);
  g_assert_false (plt_board_search_next (self->board, 1));
}

static void
test_zoom (Fixture *self, gconstpointer data)
{
  int row = self->board->geometry.row_height;

  press (self, GDK_KEY_plus, GDK_CONTROL_MASK);
  press (self, GDK_KEY_plus, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_cmpint (plt_board_get_zoom (self->board), ==, 120);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->board));
  g_assert_cmpint (self->board->geometry.row_height, >, row);
  press (self, GDK_KEY_0, GDK_CONTROL_MASK);
  g_assert_cmpint (plt_board_get_zoom (self->board), ==, 100);
}

/* ---- the mouse ---- */

static PltBoardRect
place_of (Fixture *self, int lane, int index)
{
  return plt_board_geometry_rect (&self->board->geometry, (PltBoardCoord){ lane, index });
}

static void
test_drag (Fixture *self, gconstpointer data)
{
  PltBoardRect from = place_of (self, 1, 1);
  PltBoardRect to = place_of (self, 2, 0);
  g_autofree char *before = plt_store_checksum (self->store);

  g_assert_true (plt_board_drag_press (self->board, from.x + 80, from.y + 5));
  plt_board_drag_motion (self->board, from.x + 82, from.y + 6);
  g_assert_false (self->board->drag.active); /* not far enough */
  plt_board_drag_motion (self->board, to.x + 80, to.y + 2);
  g_assert_true (self->board->drag.active);
  g_assert_cmpint (self->board->drag.to.lane, ==, 2);
  g_assert_cmpint (self->board->drag.to.index, ==, 0);
  g_assert_nonnull (self->board->drag.preview);
  g_assert_cmpuint (self->board->drag.preview->changes->len, ==, 2);
  g_assert_nonnull (plt_session_get_preview (self->session));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->board));
  while (self->board->drag.ends->len < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (plt_board_drag_release (self->board));
  plt_test_settle ();
  assert_board (self, "4A|1|2 3");
  g_assert_null (plt_session_get_preview (self->session));
  plt_assert_undo_redo (self->store, before);
}

static void
test_drag_cancelled (Fixture *self, gconstpointer data)
{
  PltBoardRect from = place_of (self, 1, 0);
  g_autofree char *before = plt_store_checksum (self->store);
  g_autofree char *after = NULL;

  plt_board_drag_press (self->board, from.x + 80, from.y + 5);
  plt_board_drag_motion (self->board, 20, 200);
  g_assert_cmpint (self->board->drag.to.lane, ==, 0);
  press (self, GDK_KEY_Escape, 0);
  g_assert_false (self->board->drag.active);
  g_assert_false (plt_board_drag_release (self->board));
  after = plt_store_checksum (self->store);
  g_assert_cmpstr (before, ==, after);

  /* and when the plan changes under it */
  plt_board_drag_press (self->board, from.x + 80, from.y + 5);
  plt_board_drag_motion (self->board, 20, 200);
  PLT_TEST_INSERT (self->store, "set", "name", "PHARE");
  g_assert_false (self->board->drag.active);
}

/* All that is selected goes, and a locked day refuses it with its name. */
static void
test_drag_refused (Fixture *self, gconstpointer data)
{
  PltBoardRect from = place_of (self, 1, 0);
  PltBoardRect to = place_of (self, 2, 0);

  plt_board_set_cursor (self->board, (PltBoardCoord){ 2, PLT_BOARD_HEAD });
  press (self, GDK_KEY_l, 0);
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, 0 });
  press (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  plt_board_drag_press (self->board, from.x + 80, from.y + 5);
  plt_board_drag_motion (self->board, to.x + 80, to.y + 5);
  g_assert_cmpuint (self->board->drag.keys->len, ==, 2);
  g_assert_nonnull (strstr (self->board->drag.preview->refusal, "D2"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->board));
  plt_board_drag_release (self->board);
  assert_board (self, "4A|1 2|3");
  g_assert_nonnull (strstr (plt_window_get_toast (self->window), "D2"));
}

/* What is locked in its place is not taken up, and it is said why. */
static void
test_drag_locked (Fixture *self, gconstpointer data)
{
  PltBoardRect from = place_of (self, 1, 0);

  go_to (self, "1");
  press (self, GDK_KEY_l, 0);
  plt_board_drag_press (self->board, from.x + 80, from.y + 5);
  plt_board_drag_motion (self->board, from.x + 80, from.y + 90);
  g_assert_false (self->board->drag.active);
  g_assert_nonnull (strstr (plt_window_get_toast (self->window), "sequence 1"));
  g_assert_false (plt_board_drag_release (self->board));
}

/* ---- assistive technology ---- */

static void
test_accessible (Fixture *self, gconstpointer data)
{
  GtkWidget *cursor;

  go_to (self, "3");
  cursor = self->board->cursors[self->board->turn];
  g_assert_true (gtk_widget_has_focus (cursor));
  g_assert_cmpstr (plt_item_cursor_get_label (PLT_ITEM_CURSOR (cursor)), ==,
                   "sequence 3, E/N, QUAI, roles 1 2, 3/8 p., shooting 3\342\200\257h");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  press (self, GDK_KEY_Up, 0);
  g_assert_true (self->board->cursors[self->board->turn] != cursor); /* the focus moved */
}

/* ---- the view ---- */

static void
test_pages (Fixture *self, gconstpointer data)
{
  static const char *const pages[] = { "list", "presence", "days", "board" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      plt_view_show_page (PLT_VIEW (self->view), pages[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->view));
      g_assert_true (plt_view_grab_content_focus (PLT_VIEW (self->view)));
    }
  g_assert_true (plt_view_select_ref (PLT_VIEW (self->view), (PltRef){ "shooting_day", 2, NULL }));
  g_assert_cmpint (plt_board_get_cursor (self->board).lane, ==, 2);
  g_assert_false (plt_view_select_ref (PLT_VIEW (self->view), (PltRef){ "strip", 99, NULL }));
}

static void
test_document (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = plt_view_get_document (PLT_VIEW (self->view), &error);

  g_assert_no_error (error);
  g_assert_nonnull (document);
}

static void
test_versions (Fixture *self, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (self->store);
  gint64 first = plt_session_get_schedule_id (self->session);

  plt_test_activate (self->window, "view.duplicate-plan");
  plt_test_settle ();
  g_assert_cmpint (plt_session_get_schedule_id (self->session), !=, first);
  assert_board (self, "4A|1 2|3");
  go_to (self, "1");
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_board (self, "4A|2|3 1");
  plt_session_look_at_schedule (self->session, 0);
  assert_board (self, "4A|1 2|3");
  plt_test_activate (self->window, "view.choose-plan"); /* it is the one already */
  g_assert_nonnull (strstr (plt_window_get_toast (self->window), "already"));
  g_assert_true (plt_session_undo (self->session));
  plt_assert_undo_redo (self->store, before);
}

static void
test_add_days (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = plt_store_checksum (self->store);
  GtkWidget *dialog;

  plt_test_activate (self->window, "view.add-days");
  plt_test_settle ();
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (plt_test_find_widget (dialog, GTK_TYPE_ENTRY)),
                         "16/04/2027");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  /* Friday, then Monday to Thursday */
  assert_board (self, "4A|1 2|3|||||");
  {
    g_autofree char *dates = plt_test_rows (self->store, "shooting_day", "date");

    g_assert_cmpstr (dates, ==,
                     "12/04/2027|13/04/2027|16/04/2027|19/04/2027|20/04/2027|21/04/2027|"
                     "22/04/2027");
  }
  plt_assert_undo_redo (self->store, before);
}

/* Without days there is one sentence and one button; the first days make the plan too. */
static void
test_empty (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltWindow *window;
  g_autoptr (GError) error = NULL;

  PLT_TEST_INSERT (store, "sequence", "number", "1");
  window = plt_test_window_new (store);
  g_assert_true (plt_window_show_view (window, "plan", NULL));
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (window), "Add Days…"));
  g_assert_true (plt_plan_days_add (plt_window_get_session (window),
                                    plt_date_from_ymd (2027, 4, 12), 2, 0xc0, &error));
  g_assert_no_error (error);
  plt_test_settle ();
  g_assert_cmpuint (plt_session_get_plan (plt_window_get_session (window))->n_shooting_days, ==, 2);
  plt_test_window_close (window);
}

/* ---- a whole round, at random ---- */

static void
test_random (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint keyval;
    GdkModifierType modifiers;
  } keys[] = {
    { GDK_KEY_Up, 0 },
    { GDK_KEY_Down, 0 },
    { GDK_KEY_Left, 0 },
    { GDK_KEY_Right, 0 },
    { GDK_KEY_Down, GDK_SHIFT_MASK },
    { GDK_KEY_Up, GDK_CONTROL_MASK },
    { GDK_KEY_Down, GDK_CONTROL_MASK },
    { GDK_KEY_Left, GDK_CONTROL_MASK },
    { GDK_KEY_Right, GDK_CONTROL_MASK },
    { GDK_KEY_p, 0 },
    { GDK_KEY_l, 0 },
    { GDK_KEY_d, GDK_CONTROL_MASK },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (412);
  g_autofree char *before = plt_store_checksum (self->store);
  g_autofree char *after = NULL;
  guint n_before = 0, n = 0;
  g_autoptr (GPtrArray) history = plt_store_history (self->store);

  n_before = history->len;
  for (guint i = 0; i < 300; i++)
    {
      guint key = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (keys));

      plt_board_press_key (self->board, keys[key].keyval, keys[key].modifiers);
    }
  plt_test_settle ();
  g_clear_pointer (&history, g_ptr_array_unref);
  history = plt_store_history (self->store);
  for (n = history->len; n > n_before; n--)
    g_assert_true (plt_session_undo (self->session));
  after = plt_store_checksum (self->store);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (history->len, >, n_before + 20);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, Fixture, NULL, plt_test_board_set_up, test, plt_test_board_tear_down)

int
main (int argc, char *argv[])
{
  plt_test_window_init (&argc, &argv);
  ADD ("/ui/board/walk", test_walk);
  ADD ("/ui/board/move", test_move);
  ADD ("/ui/board/move-many", test_move_many);
  ADD ("/ui/board/lock", test_lock);
  ADD ("/ui/board/day", test_day);
  ADD ("/ui/board/banner", test_banner);
  ADD ("/ui/board/open", test_open);
  ADD ("/ui/board/finder", test_finder);
  ADD ("/ui/board/search", test_search);
  ADD ("/ui/board/zoom", test_zoom);
  ADD ("/ui/board/drag", test_drag);
  ADD ("/ui/board/drag/cancelled", test_drag_cancelled);
  ADD ("/ui/board/drag/refused", test_drag_refused);
  ADD ("/ui/board/drag/locked", test_drag_locked);
  ADD ("/ui/board/accessible", test_accessible);
  ADD ("/ui/plan/pages", test_pages);
  ADD ("/ui/plan/document", test_document);
  ADD ("/ui/plan/versions", test_versions);
  ADD ("/ui/plan/add-days", test_add_days);
  g_test_add_func ("/ui/plan/empty", test_empty);
  ADD ("/ui/board/random", test_random);
  return g_test_run ();
}
