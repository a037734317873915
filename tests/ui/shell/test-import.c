/* Importing a screenplay: into a production, and as the beginning of one. */
#include <glib/gstdio.h>

#include "plt-dialog.h"
#include "plt-fountain.h"
#include "plt-import-changes.h"
#include "plt-import-dialogs.h"
#include "plt-import-remarks.h"
#include "plt-new-production.h"
#include "plt-rows.h"
#include "plt-script-read.h"
#include "plt-test-store.h"
#include "plt-test-window.h"
#include "plt-views.h"

static const char draft[] = "Title: Le Quai\n\n"
                            "1. INT. CAFÉ DU PORT - NUIT\n\nNora attend.\n\nNORA\nIl est tard.\n\n"
                            "2. EXT. QUAI - JOUR\n\nNora marche.\n";

static PltScript *
read_draft (void)
{
  PltScript *script
      = plt_script_read_bytes (draft, sizeof draft - 1, "quai.fountain", plt_test_error ());

  g_assert_nonnull (script);
  return script;
}

static gint64
count (PltStore *store, const char *table)
{
  return plt_rows_count (store, plt_table_find (table));
}

static void
test_preview_then_import (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltScript *script = read_draft ();
  g_autofree char *about = plt_import_script_describe (script);
  PltWindow *window;
  GtkWindow *dialog;

  PLT_TEST_INSERT (store, "element_category", "code", "RO", "name", "Rôles", "family", "roles");
  window = plt_test_window_new (store);
  dialog = plt_import_script_preview (GTK_WINDOW (window), plt_window_get_session (window), script,
                                      "quai.fountain");
  g_assert_cmpstr (about, ==, "2 sequences · 1 role · 1 page");
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "2 added"));
  g_assert_cmpint (count (store, "sequence"), ==, 0); /* nothing yet */
  /* Return imports: the button that accepts has the focus, not “Cancel”. */
  g_assert_true (gtk_window_get_focus (dialog) == gtk_window_get_default_widget (dialog));
  g_signal_emit_by_name (gtk_window_get_focus (dialog), "clicked");
  plt_test_settle ();
  g_assert_cmpint (count (store, "sequence"), ==, 2);
  g_assert_cmpint (count (store, "element"), ==, 1);
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "script");
  g_assert_cmpstr (plt_view_get_page (plt_window_get_view (window)), ==, "text");
  plt_test_activate (window, "win.undo");
  g_assert_cmpint (count (store, "sequence"), ==, 0);
  plt_test_window_close (window);
}

/* What was guessed wrongly is set right in the dialog, and the production remembers it. */
static void
test_correct_a_guess (void)
{
  static const char odd[] = "1. INT. CAFÉ - JOUR\n\nNora attend.\n\n12. LE HANGAR, NUIT\n\nRien.\n";
  static const char next[]
      = "1. INT. CAFÉ - JOUR\n\nNora attend Milo.\n\n12. LE HANGAR, NUIT\n\nRien.\n";
  g_autoptr (PltStore) store = plt_test_store_new ();
  PltScript *script
      = plt_script_read_bytes (odd, sizeof odd - 1, "odd.fountain", plt_test_error ());
  PltWindow *window = plt_test_window_new (store);
  GtkWindow *dialog = plt_import_script_preview (
      GTK_WINDOW (window), plt_window_get_session (window), script, "odd.fountain");
  PltImportRemarks *remarks
      = PLT_IMPORT_REMARKS (plt_test_find_widget (GTK_WIDGET (dialog), PLT_TYPE_IMPORT_REMARKS));

  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "2 added"));
  g_assert_cmpuint (plt_import_remarks_get_n (remarks), ==, 1);
  g_signal_emit_by_name (remarks, "corrected", "12. LE HANGAR, NUIT", PLT_PARAGRAPH_ACTION);
  plt_test_settle ();
  g_assert_cmpint (count (store, "script_correction"), ==, 1);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "1 added"));
  g_signal_emit_by_name (remarks, "corrected", "12. LE  HANGAR, NUIT", PLT_PARAGRAPH_NOTE);
  g_assert_cmpint (count (store, "script_correction"), ==, 1); /* one answer a line */
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_cmpint (count (store, "sequence"), ==, 1);

  /* the next draft, which has the line still, is read so without asking */
  dialog = plt_import_script_preview (
      GTK_WINDOW (window), plt_window_get_session (window),
      plt_script_read_bytes (next, sizeof next - 1, "odd.fountain", plt_test_error ()),
      "odd.fountain");
  remarks
      = PLT_IMPORT_REMARKS (plt_test_find_widget (GTK_WIDGET (dialog), PLT_TYPE_IMPORT_REMARKS));
  g_assert_cmpuint (plt_import_remarks_get_n (remarks), ==, 0);
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_cmpint (count (store, "sequence"), ==, 1);
  g_assert_cmpint (count (store, "script_version"), ==, 2);
  plt_test_window_close (window);
}

/* A list of what stays as it is begins short; a chip brings the rest. */
static void
test_changes (void)
{
  static const char second[]
      = "1. INT. CAFÉ DU PORT - NUIT\n\nNora attend.\n\nNORA\nIl est tard.\n\n"
        "2. EXT. QUAI - JOUR\n\nNora court sous la pluie.\n\n3. EXT. PHARE - NUIT\n\nRien.\n";
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (PltScript) first = read_draft ();
  PltWindow *window = plt_test_window_new (store);
  PltImportChanges *changes;
  GtkWindow *dialog;

  g_assert_true (plt_import_script_apply (store, first, "quai.fountain", plt_test_error ()));
  dialog = plt_import_script_preview (
      GTK_WINDOW (window), plt_window_get_session (window),
      plt_script_read_bytes (second, sizeof second - 1, "quai.fountain", plt_test_error ()),
      "quai.fountain");
  changes
      = PLT_IMPORT_CHANGES (plt_test_find_widget (GTK_WIDGET (dialog), PLT_TYPE_IMPORT_CHANGES));
  g_assert_cmpuint (plt_import_changes_get_n_shown (changes), ==, 2); /* changed, added */
  plt_import_changes_toggle (changes, PLT_IMPORT_UNCHANGED, TRUE);
  g_assert_cmpuint (plt_import_changes_get_n_shown (changes), ==, 3);
  plt_import_changes_toggle (changes, PLT_IMPORT_ADDED, FALSE);
  g_assert_cmpuint (plt_import_changes_get_n_shown (changes), ==, 2);
  gtk_window_destroy (dialog);
  dialog = plt_import_script_preview (GTK_WINDOW (window), plt_window_get_session (window),
                                      read_draft (), "quai.fountain"); /* the same again */
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "word for word"));
  g_assert_false (gtk_widget_get_sensitive (gtk_window_get_default_widget (dialog)));
  gtk_window_destroy (dialog);
  plt_test_window_close (window);
}

/* The whole way of the start page: a file, a title, a production with its séquences. */
static void
test_production_from_script (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plt-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "quai.fountain", NULL);
  g_autofree char *production = g_build_filename (folder, "Le Quai.plateau", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PltWindow *window = plt_window_new (GTK_APPLICATION (plt_test_application ()));
  GtkWindow *dialog;
  GtkWidget *title;
  GtkWidget *delivery;
  PltStore *store;

  gtk_window_present (GTK_WINDOW (window));
  dialog = plt_new_production_present (GTK_WINDOW (window), read_draft (), file);
  title = plt_test_find_widget (gtk_window_get_child (dialog), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (title)), ==, "Le Quai");
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "Le Quai.plateau"));
  delivery = gtk_grid_get_child_at (
      GTK_GRID (plt_test_find_widget (GTK_WIDGET (dialog), GTK_TYPE_GRID)), 1, 2);
  gtk_editable_set_text (GTK_EDITABLE (delivery), "bientôt");
  g_signal_emit_by_name (dialog, "accepted"); /* refused with a sentence, nothing is made */
  g_assert_false (g_file_test (production, G_FILE_TEST_EXISTS));
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "bientôt"));
  gtk_editable_set_text (GTK_EDITABLE (delivery), "18/06/2027");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_nonnull (plt_window_get_session (window));
  g_assert_cmpint (
      plt_session_get_facts (plt_window_get_session (window))->production.delivery_date, ==,
      plt_date_from_ymd (2027, 6, 18));
  store = plt_test_window_store (window);
  g_assert_cmpstr (plt_store_get_path (store), ==, production);
  g_assert_cmpint (count (store, "sequence"), ==, 2);
  g_assert_cmpint (count (store, "account"), >, 0); /* the devis of its kind */
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (window))->id, ==, "breakdown");
  plt_test_window_close (window);
  g_unlink (production);
  g_rmdir (folder);
}

static void
test_existing_file_is_kept (void)
{
  g_autofree char *folder = g_dir_make_tmp ("plt-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "quai.fountain", NULL);
  g_autofree char *production = g_build_filename (folder, "Le Quai.plateau", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  PltWindow *window = plt_window_new (GTK_APPLICATION (plt_test_application ()));
  GtkWindow *dialog;

  g_file_set_contents (production, "something else", -1, plt_test_error ());
  dialog = plt_new_production_present (GTK_WINDOW (window), read_draft (), file);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (dialog), "already a file of that name"));
  gtk_window_destroy (dialog);
  plt_test_window_close (window);
  g_unlink (production);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  g_test_add_func ("/import/preview", test_preview_then_import);
  g_test_add_func ("/import/correct", test_correct_a_guess);
  g_test_add_func ("/import/changes", test_changes);
  g_test_add_func ("/import/production", test_production_from_script);
  g_test_add_func ("/import/existing", test_existing_file_is_kept);
  return g_test_run ();
}
