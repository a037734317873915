/* The page of the bank, that of the credits and that of the ways of paying: in a real window, from
 * an empty production to an imported statement, by what the keys and the buttons do. */
#include <glib/gstdio.h>

#include "plt-bank-import.h"
#include "plt-bank-page.h"
#include "plt-cash-view.h"
#include "plt-credits-page.h"
#include "plt-dialog.h"
#include "plt-payments-page.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

/* A statement: what is sure (a real movement of that day), what nobody expects, a small part. */
#define STATEMENT                                                                                  \
  "Compte courant n° : 0001234;\n\nDate;Libellé;Débit;Crédit;Solde\n"                          \
  "02/03/2026;CB PARKING GARE;45,00;;955,00\n03/03/2026;FRAIS TENUE DE COMPTE;12,50;;942,50\n"     \
  "04/03/2026;PRLV LOUEUR;77,70;;864,80\n"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltSession *session;
  PltView *view;
  PltBankPage *page;
  GtkWindow *dialog;
  char *folder, *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  self->store = store;
  PLT_TEST_INSERT (store, "cash_entry", "date", "01/03/2026", "label", "Parking", "amount_cents",
                   "-45,00", "kind", "Real");
  PLT_TEST_INSERT (store, "cash_entry", "date", "25/04/2026", "label", "Loueur d’optiques",
                   "amount_cents", "-77,70", "kind", "Planned");
  self->window = plt_test_window_new (store);
  self->session = plt_window_get_session (self->window);
  g_assert_true (plt_window_show_view (self->window, "cash", "bank_entry"));
  plt_test_settle ();
  self->view = plt_window_get_view (self->window);
  self->page = PLT_BANK_PAGE (plt_view_get_page_child (self->view, "bank_entry"));
  self->folder = g_dir_make_tmp ("plateau-bank-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "Relevé.csv", NULL);
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

/* The dialog on that text, once it has read it; NULL when it was refused. */
static void
open (Fixture *self, const char *text)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
  self->dialog = plt_bank_import_open (GTK_WINDOW (self->window), self->session, file);
  g_object_add_weak_pointer (G_OBJECT (self->dialog), (gpointer *) &self->dialog);
  for (guint i = 0; self->dialog != NULL && plt_bank_import_get_statement (self->dialog) == NULL
                    && gtk_widget_get_mapped (GTK_WIDGET (self->dialog)) && i < 10000;
       i++)
    g_main_context_iteration (NULL, TRUE);
  plt_test_settle ();
}

static void
import (Fixture *self)
{
  open (self, STATEMENT);
  g_signal_emit_by_name (self->dialog, "accepted");
  plt_test_settle ();
  g_assert_null (self->dialog);
}

static gint64
entry_of (Fixture *self, guint index)
{
  return plt_session_get_facts (self->session)->bank.items[index].id;
}

/* ---- the import ---- */

static void
test_import (Fixture *self, gconstpointer data)
{
  guint steps = plt_test_n_steps (self->store);
  g_autofree char *before = plt_store_checksum (self->store);

  open (self, STATEMENT);
  g_assert_cmpuint (plt_bank_import_get_statement (self->dialog)->n[PLT_BANK_NEW], ==, 3);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (self->dialog), "+ 3 new entries"));
  plt_bank_import_set_account (self->dialog, "Courant");
  g_signal_emit_by_name (self->dialog, "accepted");
  plt_test_settle ();
  g_assert_null (self->dialog);
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, steps + 1);
  plt_assert_undo_redo (self->store, before);
  plt_assert_rows (self->store, "bank_entry", "bank_account", "Courant|Courant|Courant");

  /* the same again: nothing to import */
  open (self, STATEMENT);
  plt_bank_import_set_account (self->dialog, "Courant");
  g_assert_cmpuint (plt_bank_import_get_statement (self->dialog)->n[PLT_BANK_KNOWN], ==, 3);
  g_assert_nonnull (plt_test_find_label (
      GTK_WIDGET (self->dialog),
      "The production has all of these entries already: there is nothing to import."));
  gtk_window_destroy (self->dialog);
  plt_test_settle ();
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  guint steps = plt_test_n_steps (self->store);

  open (self, "bonjour\n");
  g_assert_null (self->dialog);
  gtk_window_destroy (GTK_WINDOW (plt_test_toplevel (GTK_TYPE_WINDOW)));
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, steps);
}

/* ---- matching ---- */

static void
test_match (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  guint steps;

  import (self);
  g_assert_cmpuint (plt_bank_page_get_match (self->page)->n_sure, ==, 1);
  before = plt_store_checksum (self->store);
  steps = plt_test_n_steps (self->store);

  /* the sure one, as one step; nothing sure is left */
  g_assert_true (plt_bank_page_accept_sure (self->page));
  plt_test_settle ();
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, steps + 1);
  plt_assert_undo_redo (self->store, before);
  g_assert_false (plt_bank_page_accept_sure (self->page));
  plt_assert_cell (self->store, "cash_entry",
                   plt_session_get_facts (self->session)->bank.items[0].cash_entry, "date",
                   "02/03/2026");

  /* one by one: nothing expected, so a movement is made; the next one is chosen by itself */
  g_assert_true (plt_bank_page_select (self->page, entry_of (self, 1)));
  plt_test_settle ();
  g_assert_cmpuint (plt_bank_page_get_n_offers (self->page), ==, 0);
  g_assert_false (plt_bank_page_accept (self->page, 0));
  g_assert_true (plt_bank_page_create (self->page));
  plt_test_settle ();
  g_assert_cmpint (plt_session_get_selection (self->session).id, ==, entry_of (self, 2));
  g_assert_cmpuint (plt_bank_page_get_n_offers (self->page), ==, 1);
  g_assert_true (plt_bank_page_accept (self->page, 0));
  plt_test_settle ();
  g_assert_cmpuint (plt_bank_page_get_match (self->page)->entries->len, ==, 0);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (plt_session_get_facts (self->session)->bank.items[i].cash_entry, !=, 0);
}

/* Another movement looked for by its name; ignored; opened again. */
static void
test_choose (Fixture *self, gconstpointer data)
{
  import (self);
  g_assert_true (plt_bank_page_select (self->page, entry_of (self, 1)));
  plt_test_settle ();
  plt_bank_page_look_for (self->page, "loueur");
  g_assert_cmpuint (plt_bank_page_get_n_offers (self->page), ==, 1);
  plt_bank_page_look_for (self->page, "girafe");
  g_assert_cmpuint (plt_bank_page_get_n_offers (self->page), ==, 0);
  plt_bank_page_look_for (self->page, "LOUEUR");
  g_assert_true (plt_bank_page_accept (self->page, 0));
  plt_test_settle ();
  /* the movement has become what the bank says */
  plt_assert_cell (self->store, "cash_entry",
                   plt_session_get_facts (self->session)->bank.items[1].cash_entry, "kind", "reel");

  g_assert_true (plt_bank_page_select (self->page, entry_of (self, 2)));
  plt_test_settle ();
  g_assert_true (plt_bank_page_ignore (self->page));
  plt_test_settle ();
  g_assert_cmpint (plt_bank_entry_state (&plt_session_get_facts (self->session)->bank.items[2]), ==,
                   PLT_BANK_IGNORED_STATE);
  g_assert_true (plt_bank_page_select (self->page, entry_of (self, 2)));
  plt_test_settle ();
  g_assert_true (plt_bank_page_ignore (self->page));
  plt_test_settle ();
  g_assert_cmpint (plt_bank_entry_state (&plt_session_get_facts (self->session)->bank.items[2]), ==,
                   PLT_BANK_OPEN);
}

/* The bank's balance against the movements: the difference is what is left to match. */
static void
test_balance (Fixture *self, gconstpointer data)
{
  import (self);
  g_assert_nonnull (strstr (plt_bank_page_get_balance (self->page), "864,80"));
  g_assert_true (plt_bank_page_accept_sure (self->page));
  g_assert_true (
      plt_store_set (self->store, "production", 1, "opening_cents", "1000,00", plt_test_error ()));
  plt_test_settle ();
  g_assert_nonnull (strstr (plt_bank_page_get_balance (self->page), "955,00"));
  g_assert_nonnull (strstr (plt_bank_page_get_balance (self->page), "90,20"));
}

/* ---- credits and ways of paying ---- */

static void
test_credits (Fixture *self, gconstpointer data)
{
  PltCreditsPage *page;

  plt_view_show_page (self->view, "credit_line");
  plt_test_settle ();
  page = PLT_CREDITS_PAGE (plt_view_get_page_child (self->view, "credit_line"));
  g_assert_cmpstr (plt_credits_page_get_headline (page), !=, "");
  PLT_TEST_INSERT (self->store, "credit_line", "name", "Crédit relais", "limit_cents", "5000,00",
                   "interest_e6", "6 %");
  plt_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                        plt_register_get_rows (plt_credits_page_get_register (page)))),
                    ==, 1);
}

static void
test_payments (Fixture *self, gconstpointer data)
{
  PltPaymentsPage *page;
  const PltFacts *facts;
  g_autofree char *before = plt_store_checksum (self->store);
  gint64 profile;
  guint n = 0;

  plt_view_show_page (self->view, "payment_profile");
  plt_test_settle ();
  page = PLT_PAYMENTS_PAGE (plt_view_get_page_child (self->view, "payment_profile"));
  g_assert_false (plt_payments_page_assign (page, FALSE)); /* nothing is chosen */
  g_assert_true (plt_payments_page_add_usual (page));
  plt_test_settle ();
  plt_assert_undo_redo (self->store, before);
  plt_assert_rows (self->store, "payment_profile", "code", "AUT|CAU|CPT|FOU|SAL|SANS");
  g_assert_false (plt_payments_page_add_usual (page)); /* they are there */

  profile = plt_test_find (self->store, "payment_profile", "FOU · Fournisseurs");
  g_assert_true (plt_register_select_ref (plt_payments_page_get_register (page),
                                          (PltRef){ "payment_profile", profile, NULL }));
  plt_grid_select (plt_register_get_grid (plt_payments_page_get_lines (page)), 0, 0, 2, 1);
  plt_test_settle ();
  g_assert_true (plt_payments_page_assign (page, FALSE));
  plt_test_settle ();
  facts = plt_session_get_facts (self->session);
  for (guint i = 0; i < facts->lines.n; i++)
    n += facts->lines.items[i].payment == profile;
  g_assert_cmpuint (n, ==, 2);
  plt_grid_select (plt_register_get_grid (plt_payments_page_get_lines (page)), 0, 0, 1, 1);
  g_assert_true (plt_payments_page_assign (page, TRUE));
  plt_test_settle ();
  facts = plt_session_get_facts (self->session);
  n = 0;
  for (guint i = 0; i < facts->lines.n; i++)
    n += facts->lines.items[i].payment == profile;
  g_assert_cmpuint (n, ==, 1);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
  TEST ("/ui/bank/import", test_import);
  TEST ("/ui/bank/refused", test_refused);
  TEST ("/ui/bank/match", test_match);
  TEST ("/ui/bank/choose", test_choose);
  TEST ("/ui/bank/balance", test_balance);
  TEST ("/ui/bank/credits", test_credits);
  TEST ("/ui/bank/payments", test_payments);
  return g_test_run ();
}
