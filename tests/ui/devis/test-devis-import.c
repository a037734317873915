/* The dialog that takes a devis from a spreadsheet: what it shows, where a row belongs, a new
 * version or the one shown, undo; a file that is no devis; a dialog that is closed while it
 * reads. */
#include <glib/gstdio.h>

#include "plt-devis-import.h"
#include "plt-devis-view.h"
#include "plt-dialog.h"
#include "plt-test-devis.h"
#include "plt-test-window.h"

#define SHEET                                                                                      \
  "Code;Libellé;Nombre;Tarif;Montant\n;Chien dressé;2;300;600\n11;Sujet;;;1500\n"                \
  "11-01;Option;1;1500;1500\n;Total général;;;2100\n"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltSession *session;
  GtkWindow *dialog;
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_devis_store ();

  self->store = store;
  self->window = plt_test_window_new (store);
  self->session = plt_window_get_session (self->window);
  self->folder = g_dir_make_tmp ("plateau-devis-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "Devis reçu.csv", NULL);
  g_assert_true (plt_window_show_view (self->window, "budget", "detail"));
  plt_test_settle ();
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_test_window_close (self->window);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

/* The dialog on that text, once it has read it. */
static void
open (Fixture *self, const char *text)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  self->dialog = plt_devis_import_open (GTK_WINDOW (self->window), self->session, file);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  for (guint i = 0; self->dialog != NULL && plt_devis_import_get_plan (self->dialog) == NULL
                    && gtk_widget_get_mapped (GTK_WIDGET (self->dialog)) && i < 10000;
       i++)
    g_main_context_iteration (NULL, TRUE);
  plt_test_settle ();
}

static void
accept (Fixture *self)
{
  g_signal_emit_by_name (self->dialog, "accepted");
  plt_test_settle ();
  g_assert_null (self->dialog);
}

/* Rejected rows come first; one is told where it belongs; the version shown is changed in one
 * step. */
static void
test_current (Fixture *self, gconstpointer data)
{
  const guint steps = plt_test_n_steps (self->store);
  g_autofree char *before = plt_store_checksum (self->store);
  PltDevisImportList *list;
  gint64 line;

  open (self, SHEET);
  list = plt_devis_import_get_list (self->dialog);
  plt_devis_import_set_new_version (self->dialog, FALSE);
  plt_test_settle ();
  /* the rejected one, the changed one, the two lines that are not in the sheet */
  g_assert_cmpuint (plt_devis_import_list_get_n_shown (list), ==, 4);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (self->dialog), "✗ 1 row rejected"));
  plt_devis_import_list_choose (list, 0);
  g_assert_cmpint (plt_devis_import_list_get_chosen (list)->outcome, ==, PLT_DEVIS_REJECTED);
  plt_devis_import_say_where (self->dialog, "77");
  g_assert_nonnull (
      plt_test_find_label (GTK_WIDGET (self->dialog), "This budget has no account or line “77”."));
  plt_devis_import_list_choose (list, 0);
  plt_devis_import_say_where (self->dialog, "23");
  g_assert_cmpuint (plt_devis_import_get_plan (self->dialog)->n[PLT_DEVIS_REJECTED], ==, 0);
  g_assert_cmpuint (plt_devis_import_get_plan (self->dialog)->n[PLT_DEVIS_CREATED], ==, 1);
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, steps);

  accept (self);
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, steps + 1);
  line = plt_test_find (self->store, "budget_line", "Chien dressé");
  plt_assert_cell (self->store, "budget_line", line, "account", "23 · Vide");
  plt_test_activate (self->window, "win.undo");
  plt_test_settle ();
  {
    g_autofree char *after = plt_store_checksum (self->store);

    g_assert_cmpstr (after, ==, before);
  }
}

/* A new version is made, named after the file, and shown; the old one is as it was. */
static void
test_new_version (Fixture *self, gconstpointer data)
{
  const gint64 own = plt_session_get_budget_id (self->session);
  const PltMoney before = plt_session_get_budget (self->session)->subtotal;

  open (self, SHEET);
  accept (self);
  g_assert_cmpint (plt_session_get_budget_id (self->session), !=, own);
  g_assert_cmpstr (plt_session_get_budget (self->session)->budget->name, ==, "Devis reçu");
  g_assert_cmpint (plt_session_get_budget (self->session)->subtotal, ==, 150000);
  plt_session_look_at_budget (self->session, 0);
  plt_test_settle ();
  g_assert_cmpint (plt_session_get_budget (self->session)->subtotal, ==, before);
}

/* A total that is not the sum of its rows is told; so is a devis that says all of it already. */
static void
test_told (Fixture *self, gconstpointer data)
{
  open (self, "Code;Libellé;Montant\n11-01;Option;1000\n;Total général;1 200\n");
  plt_devis_import_set_new_version (self->dialog, FALSE);
  plt_test_settle ();
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (self->dialog), "Σ≠ 1 sum that differs"));
  g_assert_nonnull (plt_test_find_label (
      GTK_WIDGET (self->dialog), "The budget says all of it already: there is nothing to import."));
  gtk_window_destroy (self->dialog);
  plt_test_settle ();
  g_assert_null (self->dialog);
}

/* A file without titles is told in the dialog; nothing can be accepted. */
static void
test_no_devis (Fixture *self, gconstpointer data)
{
  const guint steps = plt_test_n_steps (self->store);
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  g_assert_true (g_file_set_contents (self->path, "une;lettre\nau;producteur\n", -1, NULL));
  self->dialog = plt_devis_import_open (GTK_WINDOW (self->window), self->session, file);
  for (guint i = 0; i < 10000
                    && plt_test_find_label (GTK_WIDGET (self->dialog),
                                            "No row names the columns of a budget. Give the sheet "
                                            "a row with titles such as Code, Libellé, Quantité, "
                                            "Tarif and Montant, or say which column is which.")
                           == NULL;
       i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (plt_devis_import_get_plan (self->dialog));
  g_signal_emit_by_name (self->dialog, "accepted");
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, steps);
  gtk_window_destroy (self->dialog);
}

static void
test_closed_while_reading (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("Code;Libellé;Montant\n");
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "11-%u;Ligne;1\n", i);
  g_assert_true (g_file_set_contents (self->path, text->str, -1, NULL));
  self->dialog = plt_devis_import_open (GTK_WINDOW (self->window), self->session, file);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  gtk_window_destroy (self->dialog);
  for (guint i = 0; i < 10000 && self->dialog != NULL; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (self->dialog);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/devis-import/current", test_current },
    { "/devis-import/new-version", test_new_version },
    { "/devis-import/told", test_told },
    { "/devis-import/no-devis", test_no_devis },
    { "/devis-import/closed-while-reading", test_closed_while_reading },
  };

  plt_test_window_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
