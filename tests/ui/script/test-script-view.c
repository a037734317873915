/* The screenplay: the text follows the list and the list the text, the report leads to its place,
 * a version that is not the current one says so. */
#include "plt-dialog.h"
#include "plt-import-dialogs.h"
#include "plt-register.h"
#include "plt-rows.h"
#include "plt-script-read.h"
#include "plt-script-view.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

/* Long enough for the last heading to be far below the first page. */
static char *
draft (guint n_scenes, const char *word)
{
  GString *text = g_string_new ("Title: Le Quai\n\n");

  for (guint i = 1; i <= n_scenes; i++)
    g_string_append_printf (text,
                            "INT. PIÈCE %u - JOUR #%u#\n\nNora marche dans la pièce %u. %s.\n\n"
                            "NORA\n(bas)\nIl est tard.\n\nElle sort.\n\nFONDU AU NOIR.\n\n",
                            i, i, i, word);
  return g_string_free (text, FALSE);
}

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltScriptView *view;
} Fixture;

static void
import (PltStore *store, const char *text)
{
  g_autoptr (PltScript) script
      = plt_script_read_bytes (text, strlen (text), "quai.fountain", plt_test_error ());

  g_assert_true (plt_import_script_apply (store, script, "quai.fountain", plt_test_error ()));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autofree char *text = draft (40, "Premier jet");

  PLT_TEST_INSERT (store, "element_category", "code", "RO", "name", "Rôles", "family", "roles");
  import (store, text);
  fixture->store = store;
  fixture->window = plt_test_window_new (store);
  g_assert_true (plt_window_show_view (fixture->window, "script", NULL));
  plt_test_settle ();
  fixture->view = PLT_SCRIPT_VIEW (plt_window_get_view (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static gint64
sequence (Fixture *fixture, const char *number)
{
  return plt_test_find (fixture->store, "sequence", number);
}

static GtkTextBuffer *
buffer (Fixture *fixture)
{
  return gtk_text_view_get_buffer (
      plt_script_page_get_text (plt_script_view_get_page (fixture->view)));
}

static char *
whole_text (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer (fixture), &start, &end);
  return gtk_text_buffer_get_text (buffer (fixture), &start, &end, FALSE);
}

/* The line with the cursor, which is what is shown at the head. */
static char *
line_of_cursor (Fixture *fixture)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_mark (buffer (fixture), &start,
                                    gtk_text_buffer_get_insert (buffer (fixture)));
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  gtk_text_iter_forward_to_line_end (&end);
  return gtk_text_buffer_get_text (buffer (fixture), &start, &end, FALSE);
}

/* Headings carry the number of the production, without the marks of the file; cues stand in the
 * middle, dialogue is indented. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = whole_text (fixture);
  GtkTextTagTable *tags = gtk_text_buffer_get_tag_table (buffer (fixture));
  int action, cue, dialogue, weight;

  g_assert_nonnull (strstr (text, "12\tINT. PIÈCE 12 - JOUR\n"));
  g_assert_null (strstr (text, "#12#"));
  g_object_get (gtk_text_tag_table_lookup (tags, "action"), "left-margin", &action, NULL);
  g_object_get (gtk_text_tag_table_lookup (tags, "character"), "left-margin", &cue, NULL);
  g_object_get (gtk_text_tag_table_lookup (tags, "dialogue"), "left-margin", &dialogue, NULL);
  g_object_get (gtk_text_tag_table_lookup (tags, "heading"), "weight", &weight, NULL);
  g_assert_cmpint (cue, >, dialogue);
  g_assert_cmpint (dialogue, >, action);
  g_assert_cmpint (weight, ==, PANGO_WEIGHT_BOLD);
  g_assert_false (gtk_text_view_get_editable (
      plt_script_page_get_text (plt_script_view_get_page (fixture->view))));
}

static void
test_selection_leads_the_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line = NULL;

  plt_session_select (plt_window_get_session (fixture->window), "sequence",
                      sequence (fixture, "30"), NULL);
  plt_test_settle ();
  line = line_of_cursor (fixture);
  g_assert_cmpstr (line, ==, "30\tINT. PIÈCE 30 - JOUR");
  g_assert_cmpint (plt_script_page_get_sequence (plt_script_view_get_page (fixture->view)), ==,
                   sequence (fixture, "30"));
  g_assert_cmpint (plt_sequence_list_get_selected (plt_script_view_get_list (fixture->view)), ==,
                   sequence (fixture, "30"));
}

static void
test_list_leads_the_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *line = NULL;

  g_signal_emit_by_name (plt_script_view_get_list (fixture->view), "sequence-selected",
                         sequence (fixture, "7"));
  plt_test_settle ();
  line = line_of_cursor (fixture);
  g_assert_cmpstr (line, ==, "7\tINT. PIÈCE 7 - JOUR");
  g_assert_cmpint (plt_session_get_selection (plt_window_get_session (fixture->window)).id, ==,
                   sequence (fixture, "7"));
}

static void
wait (guint ms)
{
  for (gint64 end = g_get_monotonic_time () + ms * 1000; g_get_monotonic_time () < end;)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
}

static void
test_scrolling_leads_the_list (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (
      GTK_SCROLLABLE (plt_script_page_get_text (plt_script_view_get_page (fixture->view))));
  gint64 selected;

  wait (600); /* the text is laid out, and our own scrolling is over */
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  wait (300);
  selected = plt_sequence_list_get_selected (plt_script_view_get_list (fixture->view));
  g_assert_cmpint (selected, !=, 0);
  g_assert_cmpint (selected, !=, sequence (fixture, "1"));
  g_assert_cmpint (plt_session_get_selection (plt_window_get_session (fixture->window)).id, ==,
                   selected);
  /* the text is not moved by the list that followed it */
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment),
                                  gtk_adjustment_get_upper (adjustment) / 2, 2.0);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  PltScriptPage *page = plt_script_view_get_page (fixture->view);

  g_assert_true (plt_script_page_find (page, "pièce 25.", TRUE));
  g_assert_cmpint (plt_script_page_get_sequence (page), ==, sequence (fixture, "25"));
  g_assert_false (plt_script_page_find (page, "nowhere", TRUE));
  g_assert_cmpint (plt_script_page_get_sequence (page), ==, sequence (fixture, "25"));
}

/* Another number is another heading; a word of a résumé leaves the text alone. */
static void
test_follows_the_store (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;

  g_assert_true (plt_store_set (fixture->store, "sequence", sequence (fixture, "12"), "number",
                                "12A", plt_test_error ()));
  plt_test_settle ();
  text = whole_text (fixture);
  g_assert_nonnull (strstr (text, "12A\tINT. PIÈCE 12 - JOUR\n"));
  plt_test_activate (fixture->window, "win.undo");
  after = whole_text (fixture);
  g_assert_nonnull (strstr (after, "12\tINT. PIÈCE 12 - JOUR\n"));
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  gint64 version = plt_script_view_get_version (fixture->view);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, version);
  gint64 remark;
  g_autofree char *line = NULL;
  PltRegister *report;
  GError *error = NULL;

  remark = PLT_TEST_INSERT (fixture->store, "script_remark", "script_version", id, "kind",
                            "guessed", "line", "15", "message", "Perhaps a heading.");
  g_assert_true (plt_session_get_store (plt_window_get_session (fixture->window))
                 == fixture->store);
  plt_session_open_ref (plt_window_get_session (fixture->window),
                        (PltRef){ "script_remark", remark, NULL });
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (PLT_VIEW (fixture->view)), ==, "script_remark");
  report = PLT_REGISTER (plt_view_get_page_child (PLT_VIEW (fixture->view), "script_remark"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (plt_register_get_rows (report))), ==,
                    1);
  g_assert_false (plt_grid_model_set_text (plt_grid_get_model (plt_register_get_grid (report)), 0,
                                           2, "Other words", &error));
  g_clear_error (&error);
  g_signal_emit_by_name (plt_register_get_grid (report), "cell-activated", 0u, 0u);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (PLT_VIEW (fixture->view)), ==, "text");
  line = line_of_cursor (fixture); /* line 3 is the first heading, and a scene has twelve */
  g_assert_cmpstr (line, ==, "2\tINT. PIÈCE 2 - JOUR");
}

static void
test_versions (Fixture *fixture, gconstpointer data)
{
  gint64 first = plt_script_view_get_version (fixture->view);
  g_autofree char *text = draft (40, "Second jet");
  g_autofree char *now = NULL;
  g_autofree char *old = NULL;

  import (fixture->store, text);
  plt_test_settle ();
  g_assert_cmpint (plt_script_view_get_version (fixture->view), !=, first);
  now = whole_text (fixture);
  g_assert_nonnull (strstr (now, "Second jet"));
  plt_script_view_show_version (fixture->view, first);
  plt_test_settle ();
  old = whole_text (fixture);
  g_assert_nonnull (strstr (old, "Premier jet"));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (fixture->view), "This is version 1 Le Quai"));
  plt_script_view_show_version (fixture->view, 0);
  plt_test_activate (fixture->window, "win.undo"); /* the second draft goes */
  g_assert_cmpint (plt_script_view_get_version (fixture->view), ==, first);
}

static void
test_empty (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltWindow *window = plt_test_window_new (store);

  g_assert_true (plt_window_show_view (window, "script", NULL));
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (plt_window_get_view (window)),
                                         "There is no screenplay yet"));
  plt_test_window_close (window);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  TEST ("/script/page", test_page);
  TEST ("/script/selection", test_selection_leads_the_text);
  TEST ("/script/list", test_list_leads_the_text);
  TEST ("/script/scroll", test_scrolling_leads_the_list);
  TEST ("/script/find", test_find);
  TEST ("/script/follow", test_follows_the_store);
  TEST ("/script/report", test_report);
  TEST ("/script/versions", test_versions);
  g_test_add_func ("/script/empty", test_empty);
  return g_test_run ();
}
