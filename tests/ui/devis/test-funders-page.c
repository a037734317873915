/* The page of the financeurs in a window: the list and its filters, one of them with its reasons,
 * an application from the first day to the answer. */
#include "plt-dialog.h"
#include "plt-funders-page.h"
#include "plt-test-devis.h"
#include "plt-test-window.h"
#include "plt-views.h"

typedef struct
{
  PltWindow *window;
  PltStore *store;
  PltSession *session;
  PltFundersPage *page;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_devis_store ();

  fixture->store = store;
  fixture->window = plt_test_window_new (store);
  g_assert_true (plt_window_show_view (fixture->window, "finance", "funders"));
  plt_test_settle ();
  fixture->session = plt_window_get_session (fixture->window);
  fixture->page = PLT_FUNDERS_PAGE (
      plt_view_get_page_child (plt_window_get_view (fixture->window), "funders"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static gboolean
says (Fixture *fixture, const char *words)
{
  g_autofree char *text = plt_funders_detail_get_text (plt_funders_page_get_detail (fixture->page));

  return strstr (text, words) != NULL;
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_button (GTK_WIDGET (fixture->page), label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  plt_test_settle ();
}

/* ---- list ---- */

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  const guint all = plt_funders_page_count_shown (fixture->page);
  guint open, verify;

  g_assert_cmpuint (all, >=, 45);
  plt_funders_page_set_filter (fixture->page, PLT_FUNDERS_OPEN, TRUE);
  open = plt_funders_page_count_shown (fixture->page);
  g_assert_cmpuint (open, >, 0);
  g_assert_cmpuint (open, <, all);
  plt_funders_page_set_filter (fixture->page, PLT_FUNDERS_VERIFY, TRUE);
  verify = plt_funders_page_count_shown (fixture->page);
  g_assert_cmpuint (verify, >, 0);
  g_assert_cmpuint (verify, <, open);
  plt_funders_page_set_filter (fixture->page, PLT_FUNDERS_APPLIED, TRUE);
  g_assert_cmpuint (plt_funders_page_count_shown (fixture->page), ==, 0);
  for (guint i = 0; i < PLT_FUNDERS_N_FILTERS; i++)
    plt_funders_page_set_filter (fixture->page, i, FALSE);
  plt_funders_page_set_search (fixture->page, "eurimages");
  g_assert_cmpuint (plt_funders_page_count_shown (fixture->page), ==, 1);
  plt_funders_page_set_search (fixture->page, "personne de ce nom");
  g_assert_cmpuint (plt_funders_page_count_shown (fixture->page), ==, 0);
  plt_funders_page_set_search (fixture->page, "");
  g_assert_cmpuint (plt_funders_page_count_shown (fixture->page), ==, all);
}

static void
test_detail (Fixture *fixture, gconstpointer data)
{
  g_assert_true (plt_funders_page_select (fixture->page, "sud-long"));
  plt_test_settle ();
  g_assert_true (says (fixture, "Région Sud"));
  g_assert_true (says (fixture, "31 janvier, 15 avril, 30 septembre"));
  g_assert_true (says (fixture, "22/11/2026")); /* the day it was checked */
  g_assert_false (says (fixture, "To verify: this was not read"));
  g_assert_true (plt_funders_page_select (fixture->page, "mayotte"));
  plt_test_settle ();
  g_assert_true (says (fixture, "To verify: this was not read"));
  g_assert_false (plt_funders_page_select (fixture->page, "personne"));
}

/* What only the producer knows: one step, asked again, undone. */
static void
test_said (Fixture *fixture, gconstpointer data)
{
  const guint steps = plt_test_n_steps (fixture->store);

  plt_funders_page_select (fixture->page, "mecenat");
  plt_test_settle ();
  plt_funders_page_select (fixture->page, "ulule");
  plt_test_settle ();
  g_assert_true (says (fixture, "répondre oui ou non"));
  click (fixture, "Yes");
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  g_assert_true (says (fixture, "Répondu par la production : oui."));
  click (fixture, "No");
  g_assert_true (says (fixture, "Répondu par la production : non."));
  g_assert_cmpuint (plt_session_get_facts (fixture->session)->parameters.n, ==, 1);
  plt_test_activate (fixture->window, "win.undo");
  plt_test_settle ();
  g_assert_true (says (fixture, "Répondu par la production : oui."));
}

/* ---- an application ---- */

static const PltApplicationFacts *
application (Fixture *fixture)
{
  const PltFacts *facts = plt_session_get_facts (fixture->session);

  g_assert_cmpuint (facts->applications.n, >, 0);
  return &facts->applications.items[facts->applications.n - 1];
}

static GtkWidget *
nth_entry (GtkWidget *root, int *n)
{
  if (GTK_IS_ENTRY (root) && (*n)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = nth_entry (child, n);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (GtkWidget *dialog, int n, const char *text)
{
  GtkWidget *entry = nth_entry (dialog, &n);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
accept (GtkWidget *dialog)
{
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
}

static void
test_application (Fixture *fixture, gconstpointer data)
{
  const PltFacts *facts;
  const guint steps = plt_test_n_steps (fixture->store);
  const guint sources = plt_session_get_facts (fixture->session)->funding.n;
  GtkWidget *dialog;

  plt_funders_page_select (fixture->page, "mecenat");
  plt_test_settle ();
  g_assert_true (says (fixture, "No application yet"));
  click (fixture, "Apply…");
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  type (dialog, 0, "douze"); /* no amount: said, and the dialog stays */
  accept (dialog);
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps);
  type (dialog, 0, "12 000");
  type (dialog, 1, "15/01/2031");
  accept (dialog);
  g_assert_cmpuint (plt_test_n_steps (fixture->store), ==, steps + 1);
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->funding.n, ==, sources + 1);
  g_assert_cmpint (application (fixture)->asked_cents, ==, 1200000);
  g_assert_true (says (fixture, "Documents: 0 of 2, 2 needed are missing"));

  /* the list of documents, from the keyboard as with the mouse */
  g_assert_true (gtk_widget_activate (gtk_widget_get_ancestor (
      plt_test_find_label (GTK_WIDGET (fixture->page), "Page de présentation et vidéo"),
      GTK_TYPE_CHECK_BUTTON)));
  plt_test_settle ();
  g_assert_true (says (fixture, "Documents: 1 of 2, 1 needed are missing"));
  click (fixture, "Given In Today");
  g_assert_cmpint (application (fixture)->filed_date, !=, PLT_DATE_NONE);
  click (fixture, "File Complete Today");
  g_assert_cmpint (application (fixture)->complete_date, !=, PLT_DATE_NONE);
  g_assert_true (says (fixture, "Documents: 2 of 2, 0 needed are missing"));
  click (fixture, "Answer…");
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  type (dialog, 1, "9 000");
  accept (dialog);
  g_assert_cmpstr (application (fixture)->answer, ==, "accorde");
  g_assert_cmpint (application (fixture)->granted_cents, ==, 900000);
  facts = plt_session_get_facts (fixture->session);
  {
    const PltFundingFacts *source
        = PLT_FACTS_FIND (facts->funding, PltFundingFacts, application (fixture)->funding_source);

    g_assert_cmpstr (source->status, ==, "confirme");
    g_assert_cmpint (source->amount_cents, ==, 900000);
  }
  plt_funders_page_set_filter (fixture->page, PLT_FUNDERS_APPLIED, TRUE);
  g_assert_cmpuint (plt_funders_page_count_shown (fixture->page), ==, 1);
  /* the door of a finding comes here */
  plt_funders_page_select (fixture->page, "sud-long");
  g_assert_true (
      plt_view_select_ref (plt_window_get_view (fixture->window),
                           (PltRef){ "funding_application", application (fixture)->id, NULL }));
  plt_test_settle ();
  g_assert_true (says (fixture, "Mécénat et partenariats de marque"));
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/funders/filters", test_filters);
  TEST ("/funders/detail", test_detail);
  TEST ("/funders/said", test_said);
  TEST ("/funders/application", test_application);
  return g_test_run ();
}
