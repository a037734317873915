/* The shoot on the board, through its keys: statuses, the end of a day, days, filters, looks, a
 * frozen version. Each act is one step that can be undone and done again. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-dialog.h"
#include "plt-effect-scheme.h"
#include "plt-filter-chips.h"
#include "plt-plan-done.h"
#include "plt-plan-look.h"
#include "plt-plan-shift.h"
#include "plt-register-editing.h"
#include "plt-test-board.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

static const PltBoardState *
state_of (Fixture *self)
{
  return plt_board_model_get_state (plt_board_get_model (self->board));
}

/* The first strip of that number. */
static const PltBoardStrip *
strip (Fixture *self, const char *number)
{
  const PltBoardState *state = state_of (self);

  for (guint lane = 1; lane <= state->lanes->len; lane++)
    for (int i = 0; i < plt_board_lane_n (state, (int) (lane % state->lanes->len)); i++)
      {
        const PltBoardStrip *found
            = plt_board_state_strip (state, (int) (lane % state->lanes->len), i);

        if (g_str_equal (found->number, number))
          return found;
      }
  g_assert_not_reached ();
}

static void
act (Fixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->board), action, NULL));
  plt_test_settle ();
}

static PltDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PLT_IS_DIALOG (l->data))
      return l->data;
  return NULL;
}

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *n)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*n)-- == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, n);
  return found;
}

static GtkWidget *
nth (PltDialog *dialog, GType type, guint n)
{
  GtkWidget *found = find_nth (GTK_WIDGET (dialog), type, &n);

  g_assert_nonnull (found);
  return found;
}

/* T, R, and what is said of them; what was shot stays where it is. */
static void
test_statuses (Fixture *self, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (self->store);

  go_to (self, "1");
  press (self, GDK_KEY_t, 0);
  g_assert_cmpint (strip (self, "1")->status, ==, PLT_SHOOT_DONE);
  g_assert_true (strip (self, "1")->shot);
  plt_assert_undo_redo (self->store, before);
  {
    g_autofree char *said = plt_board_strip_describe (strip (self, "1"));

    g_assert_nonnull (strstr (said, "shot"));
  }
  go_to (self, "1");
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_board (self, "4A|1 2|3");
  g_assert_nonnull (strstr (plt_window_get_toast (self->window), "shot"));
  press (self, GDK_KEY_d, GDK_CONTROL_MASK);
  assert_board (self, "4A|1 2|3");
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
  press (self, GDK_KEY_Delete, 0);
  assert_board (self, "4A|1 2|3");

  go_to (self, "2");
  press (self, GDK_KEY_r, 0);
  assert_board (self, "2 4A|1|3");
  g_assert_cmpint (strip (self, "2")->status, ==, PLT_SHOOT_POSTPONED);
  g_assert_true (strip (self, "2")->put_off);
  /* it finds another day */
  go_to (self, "2");
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_board (self, "4A|1 2|3");
  g_assert_false (strip (self, "2")->put_off);
}

static void
test_retake (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;

  go_to (self, "1");
  act (self, "board.status-retake");
  assert_board (self, "4A|1 2|3"); /* nothing was shot yet */
  g_assert_nonnull (strstr (plt_window_get_toast (self->window), "shot"));
  press (self, GDK_KEY_t, 0);
  before = plt_store_checksum (self->store);
  act (self, "board.status-retake");
  assert_board (self, "1:R1 4A|1 2|3");
  plt_assert_undo_redo (self->store, before);
  /* given up: the séquence is shot again */
  plt_board_set_cursor (self->board, (PltBoardCoord){ 0, 0 });
  press (self, GDK_KEY_Delete, 0);
  assert_board (self, "4A|1 2|3");
  g_assert_cmpint (strip (self, "1")->status, ==, PLT_SHOOT_DONE);
  plt_assert_cell (self->store, "sequence", strip (self, "1")->sequence, "status", "tournee");
}

/* What is dropped lies at the end of the pool and is not put on a day; it can be taken back. */
static void
test_dropped (Fixture *self, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (self->store);

  go_to (self, "1");
  act (self, "board.status-dropped");
  assert_board (self, "4A 1|2|3");
  plt_assert_undo_redo (self->store, before);
  go_to (self, "1");
  press (self, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_board (self, "4A 1|2|3");
  g_assert_nonnull (strstr (plt_window_get_toast (self->window), "dropped"));
  go_to (self, "4A");
  press (self, GDK_KEY_Down, GDK_CONTROL_MASK); /* not behind what was dropped */
  assert_board (self, "4A 1|2|3");
  go_to (self, "1");
  act (self, "board.status-to-do");
  assert_board (self, "1 4A|2|3");
}

/* J: all is shot but what is said otherwise, as one step. */
static void
test_day_done (Fixture *self, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (self->store);
  PltDialog *dialog;

  go_to (self, "2");
  press (self, GDK_KEY_j, 0);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (nth (dialog, GTK_TYPE_DROP_DOWN, 1)), 1);
  gtk_editable_set_text (GTK_EDITABLE (nth (dialog, GTK_TYPE_ENTRY, 1)), "beaucoup");
  g_signal_emit_by_name (dialog, "accepted");
  g_assert_true (find_dialog () == dialog); /* it says what is wrong */
  gtk_editable_set_text (GTK_EDITABLE (nth (dialog, GTK_TYPE_ENTRY, 1)), "20 min");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_null (find_dialog ());
  assert_board (self, "2:2/2 4A|1 2:1/2|3");
  g_assert_cmpint (strip (self, "1")->status, ==, PLT_SHOOT_DONE);
  g_assert_cmpint (strip (self, "2")->status, ==, PLT_SHOOT_PARTLY);
  g_assert_cmpuint (plt_board_state_lane (state_of (self), 1)->n_shot, ==, 2);
  g_assert_true (state_of (self)->started);
  g_assert_nonnull (strstr (state_of (self)->remaining, "1 day"));
  plt_assert_undo_redo (self->store, before);
  /* nothing is left to say of that day */
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
  press (self, GDK_KEY_j, 0);
  g_assert_null (find_dialog ());
}

/* H asks for what is left of the strips that are selected, one or several. */
static void
test_partly (Fixture *self, gconstpointer data)
{
  PltDialog *dialog;

  go_to (self, "1");
  press (self, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (self, GDK_KEY_h, 0);
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (nth (dialog, GTK_TYPE_ENTRY, 0)), "");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  assert_board (self, "2:2/2 4A|1 2:1/2|3");
}

/* U, a copy, a rest, other dates, each undone and done again; Shift selects days. */
static void
test_days (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *action;
    const char *after;
  } cases[] = {
    { "board.add-unit", "4A|1 2||3" },
    { "board.duplicate-day", "4A|1 2||3" },
    { "board.insert-rest", "4A|1 2||3" },
  };
  g_autofree char *before = plt_store_checksum (self->store);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
      act (self, cases[i].action);
      assert_board (self, cases[i].after);
      g_assert_cmpuint (plt_board_state_lane (state_of (self), 2)->units, ==, i == 0 ? 2 : 1);
      plt_assert_undo_redo (self->store, before);
      g_assert_true (plt_session_undo (self->session));
      plt_test_settle ();
    }
  g_assert_true (plt_plan_shift (self->session, plt_board_state_lane (state_of (self), 1)->day, 1,
                                 1u << 6 | 1u << 7, &error));
  g_assert_no_error (error);
  plt_test_settle ();
  plt_assert_undo_redo (self->store, before);
  plt_assert_rows (self->store, "shooting_day", "date", "13/04/2027|14/04/2027");
}

static void
test_shift_dialog (Fixture *self, gconstpointer data)
{
  PltDialog *dialog;

  plt_board_set_cursor (self->board, (PltBoardCoord){ 2, PLT_BOARD_HEAD });
  act (self, "board.shift-days");
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (nth (dialog, GTK_TYPE_SPIN_BUTTON, 0)), -1);
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_true (find_dialog () == dialog); /* the first day is in the way */
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (nth (dialog, GTK_TYPE_SPIN_BUTTON, 0)), 2);
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_null (find_dialog ());
  g_assert_nonnull (strstr (plt_board_state_lane (state_of (self), 2)->date, "15"));
}

static void
test_many_days (Fixture *self, gconstpointer data)
{
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
  press (self, GDK_KEY_Page_Down, GDK_SHIFT_MASK);
  press (self, GDK_KEY_l, 0);
  g_assert_true (plt_board_state_lane (state_of (self), 1)->locked);
  g_assert_true (plt_board_state_lane (state_of (self), 2)->locked);
  g_assert_true (plt_session_undo (self->session));
  plt_test_settle ();
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
  press (self, GDK_KEY_Page_Down, GDK_SHIFT_MASK);
  press (self, GDK_KEY_p, 0);
  assert_board (self, "1 2 3 4A||");
  g_assert_true (plt_session_undo (self->session));
  plt_test_settle ();
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
  press (self, GDK_KEY_Page_Down, GDK_SHIFT_MASK);
  press (self, GDK_KEY_Delete, 0);
  assert_board (self, "1 2 3 4A");
  g_assert_true (plt_session_undo (self->session));
  assert_board (self, "4A|1 2|3");
}

/* A day is sorted; its banner and what is locked stay in their places. */
static void
test_sort_day (Fixture *self, gconstpointer data)
{
  go_to (self, "3");
  press (self, GDK_KEY_Left, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Up, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Up, GDK_CONTROL_MASK);
  go_to (self, "1");
  act (self, "board.insert-meal");
  assert_board (self, "4A|3 Meal 1 2|");
  go_to (self, "2");
  press (self, GDK_KEY_Up, GDK_CONTROL_MASK);
  press (self, GDK_KEY_Up, GDK_CONTROL_MASK);
  assert_board (self, "4A|3 2 Meal 1|");
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
  act (self, "board.sort-number");
  assert_board (self, "4A|1 2 Meal 3|");
  go_to (self, "2");
  press (self, GDK_KEY_l, 0);
  plt_board_set_cursor (self->board, (PltBoardCoord){ 1, PLT_BOARD_HEAD });
  act (self, "board.sort-effect");
  assert_board (self, "4A|1 2 Meal 3|");
}

/* Numbers, a line each, are put before the cursor; what was shot is passed over. */
static void
test_paste (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) keys = NULL;

  go_to (self, "2");
  press (self, GDK_KEY_t, 0);
  keys = plt_board_read_numbers (self->board, "4A\t\tI/N\n 3 \n2\n\n99\n");
  g_assert_cmpuint (keys->len, ==, 2);
  g_assert_cmpint (g_array_index (keys, gint64, 0), ==, strip (self, "4A")->key);
  g_assert_cmpint (g_array_index (keys, gint64, 1), ==, strip (self, "3")->key);
  act (self, "board.copy");
}

/* The strips of a role stand out; the board goes on when the filter is taken away. */
static void
test_filter (Fixture *self, gconstpointer data)
{
  guint n = 0;
  GtkWidget *chips = find_nth (GTK_WIDGET (self->view), PLT_TYPE_FILTER_CHIPS, &n);
  static const struct
  {
    const char *id, *value;
    guint n;
  } cases[] = {
    { "role", "NORA", 2 },  { "role", "MILO", 1 },  { "set", "CUISINE", 2 },
    { "side", "EXT", 2 },   { "effect", "I/J", 1 }, { "status", "To shoot", 4 },
    { "place", "Lune", 0 },
  };

  g_assert_nonnull (chips);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      plt_filter_chips_clear (PLT_FILTER_CHIPS (chips));
      g_assert_null (self->board->matches);
      g_assert_true (
          plt_filter_chips_choose (PLT_FILTER_CHIPS (chips), cases[i].id, cases[i].value));
      g_assert_cmpuint (g_hash_table_size (self->board->matches), ==, cases[i].n);
    }
  plt_filter_chips_clear (PLT_FILTER_CHIPS (chips));
  /* with the search, both have to be true */
  plt_filter_chips_choose (PLT_FILTER_CHIPS (chips), "side", "INT");
  g_assert_cmpuint (plt_board_set_search (self->board, "4A"), ==, 1);
}

/* What strips say, and their colours, at once. */
static void
test_look (Fixture *self, gconstpointer data)
{
  g_autofree char *before = plt_store_checksum (self->store);
  PltDialog *dialog = PLT_DIALOG (plt_plan_look_present (GTK_WINDOW (self->window), self->session));
  guint fields = state_of (self)->fields;

  g_assert_cmphex (fields, ==, PLT_BOARD_USUAL_FIELDS);
  /* the first check button is that of the number, which cannot be taken away */
  g_assert_false (gtk_widget_get_sensitive (nth (dialog, GTK_TYPE_CHECK_BUTTON, 0)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (nth (dialog, GTK_TYPE_CHECK_BUTTON, 2)), FALSE);
  plt_test_settle ();
  g_assert_cmphex (state_of (self)->fields, ==, fields & ~(1u << PLT_BOARD_FIELD_SYNOPSIS));
  g_assert_cmpuint (self->board->geometry.hidden & 1u << PLT_BOARD_CELL_SYNOPSIS, !=, 0);
  plt_assert_undo_redo (self->store, before);
  g_assert_true (plt_session_undo (self->session));
  plt_test_settle ();
  g_assert_cmphex (state_of (self)->fields, ==, fields);
  g_assert_true (
      gtk_check_button_get_active (GTK_CHECK_BUTTON (nth (dialog, GTK_TYPE_CHECK_BUTTON, 2))));

  gtk_editable_set_text (GTK_EDITABLE (nth (dialog, GTK_TYPE_ENTRY, 0)), "blanc");
  g_signal_emit_by_name (nth (dialog, GTK_TYPE_ENTRY, 0), "activate");
  g_assert_true (gtk_widget_has_css_class (nth (dialog, GTK_TYPE_ENTRY, 0), "error"));
  gtk_editable_set_text (GTK_EDITABLE (nth (dialog, GTK_TYPE_ENTRY, 0)), "#202020");
  g_signal_emit_by_name (nth (dialog, GTK_TYPE_ENTRY, 0), "activate");
  plt_test_settle ();
  g_assert_cmphex (state_of (self)->effects.paper[0].fill, ==, 0x202020);
  g_assert_cmphex (state_of (self)->effects.paper[0].ink, ==, 0xffffff);
  g_assert_cmpfloat (self->board->colors->effects[1].fill.red, <, 0.3f);
  gtk_window_destroy (GTK_WINDOW (dialog));
  plt_test_settle ();
}

/* A version that people were given: nothing moves, and it is said why. */
static void
test_frozen (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *number;
    guint keyval;
    GdkModifierType modifiers;
  } keys[] = {
    { "1", GDK_KEY_Right, GDK_CONTROL_MASK },
    { "1", GDK_KEY_p, 0 },
    { "1", GDK_KEY_l, 0 },
    { "1", GDK_KEY_d, GDK_CONTROL_MASK },
    { "1", GDK_KEY_t, 0 },
    { "1", GDK_KEY_j, 0 },
    { "1", GDK_KEY_u, 0 },
  };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (plt_store_set (self->store, "schedule", state_of (self)->schedule, "status",
                                "publiee", NULL));
  plt_test_settle ();
  g_assert_nonnull (state_of (self)->frozen);
  before = plt_store_checksum (self->store);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      go_to (self, keys[i].number);
      press (self, keys[i].keyval, keys[i].modifiers);
      g_assert_cmpstr (plt_window_get_toast (self->window), ==, state_of (self)->frozen);
      g_assert_null (find_dialog ());
    }
  /* nor in the form or the register of days */
  {
    g_autoptr (PltRecord) day = plt_store_get_record (
        self->store, "shooting_day", plt_board_state_lane (state_of (self), 1)->day);
    g_autoptr (GError) error = NULL;

    g_assert_false (plt_register_write_cell (
        self->session, day, plt_table_column (plt_table_find ("shooting_day"), "note"), "Mer",
        &error));
    plt_assert_says (error, PLT_ERROR_READ_ONLY, state_of (self)->frozen);
  }
  after = plt_store_checksum (self->store);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, Fixture, NULL, plt_test_board_set_up, test, plt_test_board_tear_down)

int
main (int argc, char *argv[])
{
  plt_test_window_init (&argc, &argv);
  ADD ("/ui/shoot/statuses", test_statuses);
  ADD ("/ui/shoot/retake", test_retake);
  ADD ("/ui/shoot/dropped", test_dropped);
  ADD ("/ui/shoot/day-done", test_day_done);
  ADD ("/ui/shoot/partly", test_partly);
  ADD ("/ui/shoot/days", test_days);
  ADD ("/ui/shoot/shift-dialog", test_shift_dialog);
  ADD ("/ui/shoot/many-days", test_many_days);
  ADD ("/ui/shoot/sort-day", test_sort_day);
  ADD ("/ui/shoot/paste", test_paste);
  ADD ("/ui/shoot/filter", test_filter);
  ADD ("/ui/shoot/look", test_look);
  ADD ("/ui/shoot/frozen", test_frozen);
  return g_test_run ();
}
