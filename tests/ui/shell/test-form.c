/* The form: an editor for each column, what is typed is committed or refused in its place. */
#include "plt-form.h"
#include "plt-ref-button.h"
#include "plt-rows.h"
#include "plt-side-pane.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltForm *form;
  gint64 sequence;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  GtkWidget *pane;

  PLT_TEST_INSERT (store, "set", "name", "CAFÉ DU PORT");
  fixture->sequence = PLT_TEST_INSERT (store, "sequence", "number", "12", "eighths", "1 2/8");
  fixture->store = store;
  fixture->window = plt_test_window_new (store);
  pane = plt_test_find_widget (GTK_WIDGET (fixture->window), PLT_TYPE_SIDE_PANE);
  plt_session_select (plt_window_get_session (fixture->window), "sequence", fixture->sequence,
                      NULL);
  plt_test_settle ();
  fixture->form = plt_side_pane_get_form (PLT_SIDE_PANE (pane));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static PltField *
field (Fixture *fixture, const char *column)
{
  PltField *found = plt_form_get_field (fixture->form, column);

  g_assert_nonnull (found);
  return found;
}

static void
type (Fixture *fixture, const char *column, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (plt_field_get_editor (field (fixture, column))), text);
}

static const char *
shown (Fixture *fixture, const char *column)
{
  return gtk_editable_get_text (GTK_EDITABLE (plt_field_get_editor (field (fixture, column))));
}

static void
assert_cell (Fixture *fixture, const char *column, const char *expected)
{
  g_autofree char *text = plt_test_cell (fixture->store, "sequence", fixture->sequence, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_commit (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (shown (fixture, "number"), ==, "12");
  type (fixture, "eighths", "3/8");
  g_signal_emit_by_name (plt_field_get_editor (field (fixture, "eighths")), "activate");
  assert_cell (fixture, "eighths", "3/8");
  type (fixture, "shooting_minutes", "1h20");
  g_assert_true (plt_form_commit (fixture->form));
  assert_cell (fixture, "shooting_minutes", "1 h 20");
  g_assert_cmpstr (shown (fixture, "shooting_minutes"), ==, "1 h 20");
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpstr (shown (fixture, "shooting_minutes"), ==, "");
}

static void
test_refuse (Fixture *fixture, gconstpointer data)
{
  type (fixture, "eighths", "a bit");
  g_assert_false (plt_field_commit (field (fixture, "eighths")));
  g_assert_cmpstr (plt_field_get_message (field (fixture, "eighths")), !=, "");
  g_assert_cmpstr (shown (fixture, "eighths"), ==, "a bit"); /* nothing typed is lost */
  assert_cell (fixture, "eighths", "1 2/8");
  type (fixture, "eighths", "2");
  g_assert_true (plt_field_commit (field (fixture, "eighths")));
  g_assert_cmpstr (plt_field_get_message (field (fixture, "eighths")), ==, "");

  type (fixture, "number", "");
  g_assert_false (plt_form_commit (fixture->form));
  assert_cell (fixture, "number", "12");
}

/* A change from elsewhere is shown at once, but not over what is being typed. */
static void
test_follow (Fixture *fixture, gconstpointer data)
{
  g_assert_true (plt_store_set (fixture->store, "sequence", fixture->sequence, "number", "12A",
                                plt_test_error ()));
  g_assert_cmpstr (shown (fixture, "number"), ==, "12A");
  gtk_widget_grab_focus (plt_field_get_editor (field (fixture, "number")));
  type (fixture, "number", "12B");
  g_assert_true (plt_store_set (fixture->store, "sequence", fixture->sequence, "number", "13",
                                plt_test_error ()));
  g_assert_cmpstr (shown (fixture, "number"), ==, "12B");
}

static void
test_choice (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = plt_field_get_editor (field (fixture, "status"));

  g_assert_true (GTK_IS_DROP_DOWN (editor));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), 0); /* none: the column is not required */
  assert_cell (fixture, "status", "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (editor), 3);
  assert_cell (fixture, "status", "tournee");
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (editor)), !=, 3);
}

static void
test_reference (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = plt_field_get_editor (field (fixture, "set"));
  gint64 set = plt_test_find (fixture->store, "set", "CAFÉ DU PORT");

  g_assert_true (PLT_IS_REF_BUTTON (editor));
  g_signal_emit_by_name (editor, "chosen", set);
  assert_cell (fixture, "set", "CAFÉ DU PORT");
  g_assert_cmpint (plt_ref_button_get_chosen (PLT_REF_BUTTON (editor)), ==, set);
  g_signal_emit_by_name (editor, "chosen", (gint64) 0);
  assert_cell (fixture, "set", "");
}

static void
test_long_text (Fixture *fixture, gconstpointer data)
{
  GtkWidget *editor = plt_field_get_editor (field (fixture, "synopsis"));

  g_assert_true (GTK_IS_TEXT_VIEW (editor));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)),
                            "Nora attend.\nIl pleut.", -1);
  g_assert_true (plt_field_commit (field (fixture, "synopsis")));
  assert_cell (fixture, "synopsis", "Nora attend.\nIl pleut.");
}

/* Choosing another row commits what was being typed in the first one. */
static void
test_other_row (Fixture *fixture, gconstpointer data)
{
  gint64 other = PLT_TEST_INSERT (fixture->store, "sequence", "number", "13");

  type (fixture, "story_day", "J2");
  plt_session_select (plt_window_get_session (fixture->window), "sequence", other, NULL);
  plt_test_settle ();
  assert_cell (fixture, "story_day", "J2");
  g_assert_cmpstr (shown (fixture, "number"), ==, "13");
  g_assert_cmpstr (shown (fixture, "story_day"), ==, "");
}

static void
test_deleted_row (Fixture *fixture, gconstpointer data)
{
  g_assert_true (
      plt_store_delete (fixture->store, "sequence", fixture->sequence, plt_test_error ()));
  plt_test_settle ();
  g_assert_null (plt_form_get_field (fixture->form, "number"));
  plt_test_activate (fixture->window, "win.undo");
  g_assert_cmpstr (shown (fixture, "number"), ==, "12");
}

/* Every table has a form, every column that is not hidden an editor in it. */
static void
test_every_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autoptr (PltSession) session = plt_session_new (store);
  g_autoptr (GtkWidget) form = g_object_ref_sink (plt_form_new (session));

  for (const PltTable *const *t = plt_tables (); *t != NULL; t++)
    {
      g_autoptr (GArray) ids = plt_rows_ids (store, *t, NULL, 0, NULL, NULL);

      if (ids->len == 0)
        continue;
      plt_form_show (PLT_FORM (form), (*t)->id, g_array_index (ids, gint64, 0));
      for (const PltColumn *column = (*t)->columns; column->id != NULL; column++)
        g_assert_true ((plt_form_get_field (PLT_FORM (form), column->id) != NULL)
                       == ((column->flags & PLT_COLUMN_HIDDEN) == 0
                           || (column->flags & PLT_COLUMN_IN_FORM) != 0));
    }
  plt_form_show (PLT_FORM (form), NULL, 0);
  g_assert_false (plt_store_can_undo (store)); /* looking changes nothing */
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define ADD(name, function) g_test_add ("/form/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("commit", test_commit);
  ADD ("refuse", test_refuse);
  ADD ("follow", test_follow);
  ADD ("choice", test_choice);
  ADD ("reference", test_reference);
  ADD ("long-text", test_long_text);
  ADD ("other-row", test_other_row);
  ADD ("deleted-row", test_deleted_row);
  ADD ("every-table", test_every_table);
  return g_test_run ();
}
