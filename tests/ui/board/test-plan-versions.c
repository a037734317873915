/* Versions of the plan de travail in a window: published, compared, looked at, deleted. */
#include "plt-dialog.h"
#include "plt-document.h"
#include "plt-grid.h"
#include "plt-load.h"
#include "plt-params-form.h"
#include "plt-plan-compare-page.h"
#include "plt-plan-compare-table.h"
#include "plt-plan-versions.h"
#include "plt-plan-view.h"
#include "plt-publish-plan.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-test-window.h"

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltStore *store;
  PltView *view;
  PltPlanComparePage *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  self->window = plt_test_window_new (store);
  self->store = plt_test_window_store (self->window);
  g_assert_true (plt_window_show_view (self->window, "plan", "compare"));
  plt_test_settle ();
  self->view = plt_window_get_view (self->window);
  self->session = plt_view_get_session (self->view);
  self->page = PLT_PLAN_COMPARE_PAGE (
      plt_test_find_widget (GTK_WIDGET (self->view), PLT_TYPE_PLAN_COMPARE_PAGE));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_test_window_close (self->window);
}

static guint
n_versions (Fixture *self)
{
  return plt_session_get_facts (self->session)->schedules.n;
}

/* The newest window: fills what is given and accepts. */
static void
publish (Fixture *self, const char *reason)
{
  GtkWidget *dialog;

  plt_test_activate (self->window, "view.publish-plan");
  plt_test_settle ();
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (gtk_window_get_focus (GTK_WINDOW (dialog))), reason);
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
}

/* Séquence 1 goes to the second day of the plan that is worked on. */
static void
move (Fixture *self)
{
  const PltFacts *facts = plt_session_get_facts (self->session);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, facts->production.schedule);
  const PltStripFacts *strip = ((const PltDayPlan *) plan->days->pdata[0])->strips->pdata[0];
  g_autofree char *day
      = g_strdup_printf ("%" G_GINT64_FORMAT, ((const PltDayPlan *) plan->days->pdata[1])->day->id);

  g_assert_true (plt_store_set (self->store, "strip", strip->id, "day", day, plt_test_error ()));
  plt_test_settle ();
}

static void
test_publish (Fixture *self, gconstpointer data)
{
  gint64 before, after;
  const PltFacts *facts;

  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (self->page), "nothing to compare with"));
  publish (self, "Première diffusion");
  facts = plt_session_get_facts (self->session);
  g_assert_cmpuint (n_versions (self), ==, 2);
  plt_plan_compare_page_get (self->page, &before, &after);
  g_assert_cmpint (after, ==, facts->production.schedule);
  g_assert_cmpint (before, !=, after);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (self->page), "No sequence changes its day"));
  g_assert_cmpuint (plt_plan_compare_page_get_n_rows (self->page), ==, 0);
  plt_plan_compare_page_set_all (self->page, TRUE);
  g_assert_cmpuint (plt_plan_compare_page_get_n_rows (self->page), ==, 6);
  plt_plan_compare_page_set_all (self->page, FALSE);

  move (self);
  g_assert_cmpuint (plt_plan_compare_page_get_n_rows (self->page), ==, 1);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (self->page), "1 sequence changes its day"));
  publish (self, "Marée");
  facts = plt_session_get_facts (self->session);
  g_assert_cmpuint (facts->changes.n, ==, 1);
  g_assert_cmpstr (facts->changes.items[0].reason, ==, "Marée");
  /* nobody chose: the version just published is the one to compare with */
  plt_plan_compare_page_get (self->page, &before, &after);
  g_assert_cmpint (before, ==, facts->changes.items[0].schedule);
  g_assert_cmpuint (plt_plan_compare_page_get_n_rows (self->page), ==, 0);

  plt_test_activate (self->window, "win.undo");
  plt_test_activate (self->window, "win.undo");
  plt_test_activate (self->window, "win.undo");
  plt_test_settle ();
  g_assert_cmpuint (n_versions (self), ==, 1);
  g_assert_nonnull (plt_test_find_label (GTK_WIDGET (self->page), "nothing to compare with"));
}

/* What cannot be published stays in the window, with the sentence. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *entry;

  plt_test_activate (self->window, "view.publish-plan");
  plt_test_settle ();
  dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  entry = plt_test_find_widget (dialog, GTK_TYPE_ENTRY); /* the number comes first */
  gtk_editable_set_text (GTK_EDITABLE (entry), "deux");
  g_signal_emit_by_name (dialog, "accepted");
  g_assert_nonnull (plt_test_find_label (dialog, "between 1 and 9999"));
  g_assert_cmpuint (n_versions (self), ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
  plt_test_settle ();
}

/* From the list to the strip, and to the paper of what is shown. */
static void
test_going_on (Fixture *self, gconstpointer data)
{
  g_autoptr (PltDocument) comparison = NULL;
  g_autoptr (PltDocument) plan = NULL;
  GtkWidget *switcher, *grid;

  publish (self, "");
  move (self);
  comparison = PLT_VIEW_GET_CLASS (self->view)->get_document (self->view, plt_test_error ());
  g_assert_cmpstr (plt_document_get_info (comparison)->title, ==,
                   "Comparatif des plans de travail");
  plt_plan_compare_page_show_history (self->page);
  plt_test_settle ();
  switcher = plt_test_find_widget (GTK_WIDGET (self->page), GTK_TYPE_STACK_SWITCHER);
  grid = plt_test_find_widget (
      gtk_stack_get_child_by_name (gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher)),
                                   "sequences"),
      PLT_TYPE_GRID);
  g_signal_emit_by_name (grid, "cell-activated", 0u, 0u);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (self->view), ==, "board");
  plan = PLT_VIEW_GET_CLASS (self->view)->get_document (self->view, plt_test_error ());
  g_assert_cmpstr (plt_document_get_info (plan)->title, ==, "Plan de travail");
}

/* A published version stays; a copy goes after a question. */
static void
test_delete (Fixture *self, gconstpointer data)
{
  const PltFacts *facts;
  gint64 published = 0, copy;
  GtkWidget *button;

  publish (self, "");
  facts = plt_session_get_facts (self->session);
  for (guint i = 0; i < facts->schedules.n; i++)
    if (facts->schedules.items[i].id != facts->production.schedule)
      published = facts->schedules.items[i].id;
  plt_plan_delete_ask (GTK_WINDOW (self->window), self->session, published);
  plt_test_settle ();
  g_assert_cmpuint (n_versions (self), ==, 2);

  plt_session_look_at_schedule (self->session, published);
  g_assert_true (plt_plan_duplicate (self->session, plt_test_error ()));
  copy = plt_session_get_schedule_id (self->session);
  g_assert_cmpuint (n_versions (self), ==, 3);
  plt_test_activate (self->window, "view.delete-plan");
  plt_test_settle ();
  button = plt_test_find_label (plt_test_toplevel (GTK_TYPE_WINDOW), "_Delete");
  g_assert_nonnull (button);
  button = gtk_widget_get_ancestor (button, GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  plt_test_settle ();
  g_assert_cmpuint (n_versions (self), ==, 2);
  g_assert_cmpint (plt_session_get_schedule_id (self->session), !=, copy);
}

/* The papers of a plan begin with the version that is looked at. */
static void
test_papers (Fixture *self, gconstpointer data)
{
  const PltFacts *facts;
  g_autoptr (PltParams) params = NULL;
  g_autofree char *id = NULL;
  GtkWidget *form;
  gint64 published = 0;

  publish (self, "");
  facts = plt_session_get_facts (self->session);
  for (guint i = 0; i < facts->schedules.n; i++)
    if (facts->schedules.items[i].id != facts->production.schedule)
      published = facts->schedules.items[i].id;
  form = g_object_ref_sink (plt_params_form_new (self->session));
  plt_params_form_show (PLT_PARAMS_FORM (form), plt_document_kind_find ("plan-de-travail-liste"));
  params = plt_params_form_get_params (PLT_PARAMS_FORM (form));
  g_assert_null (plt_params_get (params, "plan"));
  g_clear_pointer (&params, plt_params_free);
  plt_session_look_at_schedule (self->session, published);
  params = plt_params_form_get_params (PLT_PARAMS_FORM (form));
  id = g_strdup_printf ("%" G_GINT64_FORMAT, published);
  g_assert_cmpstr (plt_params_get (params, "plan"), ==, id);
  g_object_unref (form);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/plan-versions/publish", test_publish);
  TEST ("/plan-versions/refused", test_refused);
  TEST ("/plan-versions/going-on", test_going_on);
  TEST ("/plan-versions/delete", test_delete);
  TEST ("/plan-versions/papers", test_papers);
  return g_test_run ();
}
