/* The optimiser in its window: a search, what it offers, taking a part of it, undoing it. */
#include "plt-dialog.h"
#include "plt-optimise-dialog.h"
#include "plt-optimise-offer.h"
#include "plt-optimise-settings.h"
#include "plt-plan-view.h"
#include "plt-rows.h"
#include "plt-test-store.h"
#include "plt-test-window.h"

#define WAIT_STEPS 400

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltStore *store;
  GtkWidget *dialog;
  GtkWidget *button; /* it has the focus at the beginning */
} Fixture;

/* A plan that costs more than it must: the role of every day plays on the first and the last. */
static const char *const lines[] = {
  "production | schedule = ^plan",
  "ro: element_category | code = RO | name = Rôles | family = roles",
  "ada: element | category = @ro | number = 1 | name = ADA",
  "bob: element | category = @ro | number = 2 | name = BOB",
  "set: set | name = CUISINE",
  "s1: sequence | number = 1 | int_ext = INT | effect = JOUR | set = @set | shooting_minutes = 3 h",
  "s2: sequence | number = 2 | int_ext = INT | effect = JOUR | set = @set | shooting_minutes = 3 h",
  "s3: sequence | number = 3 | int_ext = INT | effect = JOUR | set = @set | shooting_minutes = 3 h",
  "sequence_element | sequence = @s1 | element = @ada",
  "sequence_element | sequence = @s2 | element = @bob",
  "sequence_element | sequence = @s3 | element = @ada",
  "anna: person | last_name = Le Goff | first_name = Anna",
  "engagement | person = @anna | role = @ada | department = interpretation | unit = jour"
  " | rate_cents = 1 000 | hold = attente",
  "plan: schedule | name = Plan | day_minutes = 8 h",
  "j1: shooting_day | schedule = @plan | date = 10/05/2038 | start_minutes = 9h00 | end_minutes = "
  "18h00",
  "j2: shooting_day | schedule = @plan | date = 11/05/2038 | start_minutes = 9h00 | end_minutes = "
  "18h00",
  "j3: shooting_day | schedule = @plan | date = 12/05/2038 | start_minutes = 9h00 | end_minutes = "
  "18h00",
  "strip | schedule = @plan | day = @j1 | sequence = @s1",
  "strip | schedule = @plan | day = @j2 | sequence = @s2",
  "strip | schedule = @plan | day = @j3 | sequence = @s3",
  NULL,
};

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_lines (lines);

  self->window = plt_test_window_new (store);
  self->store = plt_test_window_store (self->window);
  g_assert_true (plt_window_show_view (self->window, "plan", "board"));
  plt_test_settle ();
  self->session = plt_view_get_session (plt_window_get_view (self->window));
  plt_test_activate (self->window, "view.optimise");
  plt_test_settle ();
  self->dialog = plt_test_toplevel (PLT_TYPE_DIALOG);
  g_assert_nonnull (self->dialog);
  self->button = gtk_window_get_focus (GTK_WINDOW (self->dialog));
  g_assert_true (GTK_IS_BUTTON (self->button));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_test_window_close (self->window);
}

static PltOptimiseOffer *
offer_of (Fixture *self)
{
  return PLT_OPTIMISE_OFFER (plt_test_find_widget (self->dialog, PLT_TYPE_OPTIMISE_OFFER));
}

/* One second of search, by the keyboard. */
static void
search (Fixture *self)
{
  GtkWidget *seconds = plt_test_find_widget (self->dialog, GTK_TYPE_SPIN_BUTTON);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (seconds), 1);
  gtk_widget_activate (self->button);
  for (guint i = 0; i < WAIT_STEPS && plt_optimise_offer_get_accepted (offer_of (self)) == NULL;
       i++)
    {
      g_usleep (10000);
      plt_test_settle ();
    }
  g_assert_nonnull (plt_optimise_offer_get_accepted (offer_of (self)));
}

static char *
days_of (Fixture *self)
{
  return plt_test_rows (self->store, "strip", "day");
}

/* Nine hours do not fit in eight: two days are enough, and ADA need not wait. */
static void
test_apply (Fixture *self, gconstpointer data)
{
  g_autofree char *before = days_of (self);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  const PltPlan *plan;

  search (self);
  g_assert_cmpuint (plt_optimise_offer_count (offer_of (self)), >, 0);
  g_assert_nonnull (plt_test_find_label (self->dialog, "Gain: "));
  g_signal_emit_by_name (self->dialog, "accepted");
  plt_test_settle ();
  g_assert_null (plt_test_toplevel (PLT_TYPE_DIALOG));
  after = days_of (self);
  g_assert_cmpstr (after, !=, before);
  plan = plt_session_get_plan (self->session);
  g_assert_cmpuint (plan->unplaced->len, ==, 0);
  g_assert_cmpuint (plt_plan_presence (plan, plt_test_find (self->store, "element", "ADA"))->n_held,
                    ==, 0);
  plt_test_activate (self->window, "win.undo");
  plt_test_settle ();
  undone = days_of (self);
  g_assert_cmpstr (undone, ==, before);
}

/* Nothing accepted, nothing done. */
static void
test_leave (Fixture *self, gconstpointer data)
{
  g_autofree char *before = days_of (self);
  g_autofree char *after = NULL;

  search (self);
  plt_optimise_offer_accept_all (offer_of (self), FALSE);
  g_assert_cmpuint (plt_optimise_offer_count (offer_of (self)), ==, 0);
  g_signal_emit_by_name (self->dialog, "accepted");
  plt_test_settle ();
  g_assert_true (plt_test_toplevel (PLT_TYPE_DIALOG) == self->dialog);
  after = days_of (self);
  g_assert_cmpstr (after, ==, before);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

/* A weight that was typed is kept in the production; one that cannot be read stops the search. */
static void
test_weights (Fixture *self, gconstpointer data)
{
  PltOptimiseSettings *settings
      = PLT_OPTIMISE_SETTINGS (plt_test_find_widget (self->dialog, PLT_TYPE_OPTIMISE_SETTINGS));
  GtkWidget *entry = NULL;
  GtkWidget *grid = plt_test_find_widget (GTK_WIDGET (settings), GTK_TYPE_GRID);

  for (GtkWidget *child = gtk_widget_get_first_child (grid); child != NULL && entry == NULL;
       child = gtk_widget_get_next_sibling (child))
    entry = GTK_IS_ENTRY (child) ? child : NULL;
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "beaucoup");
  g_assert_false (plt_optimise_settings_check (settings, NULL));
  gtk_editable_set_text (GTK_EDITABLE (entry), "1 234,56");
  g_assert_true (plt_optimise_settings_check (settings, NULL));
  gtk_widget_grab_focus (self->button);
  search (self);
  g_assert_cmpint (plt_rows_count (self->store, plt_table_find ("plan_weight")), ==, 1);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
}

/* Closed in the middle of a search: nothing happens, nothing is lost. */
static void
test_close (Fixture *self, gconstpointer data)
{
  g_autofree char *before = days_of (self);
  g_autofree char *after = NULL;

  gtk_widget_activate (self->button);
  gtk_window_destroy (GTK_WINDOW (self->dialog));
  for (guint i = 0; i < 60; i++)
    {
      g_usleep (10000);
      plt_test_settle ();
    }
  after = days_of (self);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/optimise/apply", test_apply);
  TEST ("/optimise/leave", test_leave);
  TEST ("/optimise/weights", test_weights);
  TEST ("/optimise/close", test_close);
  return g_test_run ();
}
