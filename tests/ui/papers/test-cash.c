/* The trésorerie in a window: the curve and its events, the table, what is tried and kept. */
#include "plt-cash-head.h"
#include "plt-cash-mark.h"
#include "plt-cash-view.h"
#include "plt-document.h"
#include "plt-grid.h"
#include "plt-rows.h"
#include "plt-test-papers.h"
#include "plt-test-window.h"
#include "plt-views.h"

typedef struct
{
  PltWindow *window;
  PltSession *session;
  PltCashView *view;
  PltCashForecast *forecast;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();

  fixture->window = plt_test_window_new (store);
  fixture->session = plt_window_get_session (fixture->window);
  g_assert_true (plt_window_show_view (fixture->window, "cash", NULL));
  plt_test_settle ();
  fixture->view = PLT_CASH_VIEW (plt_window_get_view (fixture->window));
  fixture->forecast = plt_cash_view_get_forecast (fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plt_test_window_close (fixture->window);
}

static PltGridModel *
model_of (Fixture *fixture)
{
  return PLT_GRID_MODEL (plt_cash_forecast_get_model (fixture->forecast));
}

static const PltCashLine *
line_of (Fixture *fixture)
{
  return plt_cash_curve_get_line (plt_cash_forecast_get_curve (fixture->forecast));
}

static char *
cell_text (PltGridModel *model, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (model, row, column, &cell);
  return g_strdup (cell.text);
}

static int
find_row (PltGridModel *model, const char *label)
{
  for (guint i = 0; i < plt_grid_model_get_n_rows (model); i++)
    {
      g_autofree char *text = cell_text (model, i, 0);

      if (g_str_equal (text, label))
        return (int) i;
    }
  return -1;
}

static gint64
number (PltGridModel *model, const char *label, guint column)
{
  gint64 value = PLT_UNKNOWN;
  int row = find_row (model, label);

  g_assert_cmpint (row, >=, 0);
  g_assert_true (plt_grid_model_get_number (model, (guint) row, column, &value));
  return value;
}

/* ---- what is shown ---- */

/* Curve, table and headline say what the engine says. */
static void
test_shown (Fixture *fixture, gconstpointer data)
{
  const PltCashPlan *plan = plt_session_get_cash_plan (fixture->session);
  PltCashCurve *curve = plt_cash_forecast_get_curve (fixture->forecast);
  g_autoptr (GArray) periods = plt_cash_plan_periods (plan, PLT_CASH_BY_MONTH);
  g_autofree char *lowest = plt_money_format (plan->lowest_before_credits);
  g_autofree char *need = plt_money_format (plan->need);

  g_assert_cmpuint (periods->len, >, 2);
  for (guint i = 0; i < periods->len; i++)
    g_assert_cmpint (number (model_of (fixture), "Balance at the end of the period", i + 1), ==,
                     g_array_index (periods, PltCashPeriod, i).balance);
  for (guint i = 0; i < plan->n_days; i++)
    g_assert_cmpint (plt_cash_line_balance_at (line_of (fixture), plan->first + (PltDate) i), ==,
                     plan->days[i]);
  g_assert_cmpint (plan->need, >, 0);
  g_assert_nonnull (g_strrstr (plt_cash_forecast_get_headline (fixture->forecast), need));
  g_assert_nonnull (g_strrstr (plt_cash_curve_get_alternative (curve), lowest));
  g_assert_cmpuint (line_of (fixture)->marks->len, >, 0);
  for (guint i = 0; i < line_of (fixture)->marks->len; i++)
    g_assert_nonnull (plt_cash_curve_get_mark (
        curve, g_array_index (line_of (fixture)->marks, PltCashLineMark, i).key));
}

static void
test_weeks (Fixture *fixture, gconstpointer data)
{
  const guint months = plt_grid_model_get_n_columns (model_of (fixture));

  plt_test_activate (fixture->window, "view.cash-weeks");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_columns (model_of (fixture)), >, months);
  plt_test_activate (fixture->window, "view.cash-weeks");
  plt_test_settle ();
  g_assert_cmpuint (plt_grid_model_get_n_columns (model_of (fixture)), ==, months);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  GtkWidget *curve = GTK_WIDGET (plt_cash_forecast_get_curve (fixture->forecast));

  for (guint i = 0; i < 3; i++)
    plt_test_activate (fixture->window, "view.cash-zoom-in");
  plt_test_settle ();
  plt_test_activate (fixture->window, "view.cash-zoom-out");
  plt_test_activate (fixture->window, "view.cash-zoom-all");
  plt_test_settle ();
  g_assert_true (gtk_widget_get_mapped (curve));
}

/* The side pane takes the cell with the cursor apart, and leads to where it comes from. */
static void
test_why (Fixture *fixture, gconstpointer data)
{
  PltGrid *grid = plt_cash_forecast_get_grid (fixture->forecast);
  PltCashSide *side = plt_cash_forecast_get_side (fixture->forecast);
  const int row = find_row (model_of (fixture), "Total of the receipts");
  const guint total = plt_grid_model_get_n_columns (model_of (fixture)) - 1;
  PltCashMoves *moves = plt_cash_side_get_moves (side);

  plt_grid_set_cursor (grid, (guint) row, total);
  plt_test_settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (side)));
  g_assert_cmpint (plt_cash_moves_total (moves), ==,
                   number (model_of (fixture), "Total of the receipts", total));
  plt_grid_set_cursor (plt_cash_side_get_grid (side), 0, 0);
  g_signal_emit_by_name (plt_cash_side_get_grid (side), "cell-activated", 0, 0);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (fixture->window))->id, ==, "finance");
}

/* Asked for, it comes back whatever the side pane shows, and goes when it is asked for again. */
static void
test_side (Fixture *fixture, gconstpointer data)
{
  GtkWidget *side = GTK_WIDGET (plt_cash_forecast_get_side (fixture->forecast));

  plt_test_activate (fixture->window, "win.issues");
  plt_test_settle ();
  g_assert_false (gtk_widget_get_mapped (side));
  g_signal_emit_by_name (plt_cash_forecast_get_grid (fixture->forecast), "cell-activated", 2, 1);
  plt_test_settle ();
  g_assert_true (gtk_widget_get_mapped (side));
  plt_test_activate (fixture->window, "view.why");
  plt_test_settle ();
  g_assert_false (gtk_widget_get_mapped (side));
  plt_test_activate (fixture->window, "view.why");
  plt_test_settle ();
  g_assert_true (gtk_widget_get_mapped (side));
}

/* The keys alone go from the table to the curve and on to its events. */
static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *curve = GTK_WIDGET (plt_cash_forecast_get_curve (fixture->forecast));

  g_assert_true (plt_view_grab_content_focus (PLT_VIEW (fixture->view)));
  g_assert_true (plt_view_focus_next_part (PLT_VIEW (fixture->view)));
  g_assert_true (gtk_widget_has_focus (curve));
  g_assert_false (plt_view_focus_next_part (PLT_VIEW (fixture->view)));
  g_assert_true (gtk_widget_child_focus (curve, GTK_DIR_TAB_FORWARD));
  g_assert_true (PLT_IS_CASH_MARK (gtk_root_get_focus (GTK_ROOT (gtk_widget_get_root (curve)))));
}

/* A day chosen on the curve is a column of the table, and is shaded. */
static void
test_day (Fixture *fixture, gconstpointer data)
{
  const PltCashPlan *plan = plt_session_get_cash_plan (fixture->session);
  PltGrid *grid = plt_cash_forecast_get_grid (fixture->forecast);
  guint row, column;
  PltDate from, to;

  g_signal_emit_by_name (plt_cash_forecast_get_curve (fixture->forecast), "day-chosen",
                         plan->lowest_date);
  plt_test_settle ();
  g_assert_true (plt_grid_get_cursor (grid, &row, &column));
  g_assert_true (plt_cash_model_get_days (plt_cash_forecast_get_model (fixture->forecast), column,
                                          &from, &to));
  g_assert_cmpint (from, <=, plan->lowest_date);
  g_assert_cmpint (to, >=, plan->lowest_date);
}

static void
test_source (Fixture *fixture, gconstpointer data)
{
  PltGrid *grid = plt_cash_forecast_get_grid (fixture->forecast);
  PltCashModel *model = plt_cash_forecast_get_model (fixture->forecast);
  PltRef ref = { NULL };
  guint row;

  for (row = 0; ref.table == NULL && row < plt_grid_model_get_n_rows (model_of (fixture)); row++)
    ref = plt_cash_model_get_ref (model, row);
  g_assert_cmpstr (ref.table, ==, "funding_source");
  g_signal_emit_by_name (grid, "cell-activated", row - 1, 0);
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_info (plt_window_get_view (fixture->window))->id, ==, "finance");
  g_assert_cmpint (plt_session_get_selection (fixture->session).id, ==, ref.id);
}

/* A movement typed in the register moves the table; undo moves it back. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  PltGridModel *model = model_of (fixture);
  guint total = plt_grid_model_get_n_columns (model) - 1;
  gint64 before = number (model, "Total of the payments", total);
  PltStore *store = plt_test_window_store (fixture->window);

  PLT_TEST_INSERT (store, "cash_entry", "date", "20/10/2026", "label", "Caution", "amount_cents",
                   "-100,00", "kind", "reel");
  plt_test_settle ();
  total = plt_grid_model_get_n_columns (model) - 1;
  g_assert_cmpint (number (model, "Total of the payments", total), ==, before + 10000);
  g_assert_cmpint (line_of (fixture)->real_until, ==, plt_date_from_ymd (2026, 10, 20));
  g_assert_true (plt_session_undo (fixture->session));
  plt_test_settle ();
  total = plt_grid_model_get_n_columns (model) - 1;
  g_assert_cmpint (number (model, "Total of the payments", total), ==, before);
}

/* ---- what is tried ---- */

static GtkWidget *
first_day (Fixture *fixture)
{
  GtkWidget *mark = plt_cash_curve_get_mark (plt_cash_forecast_get_curve (fixture->forecast),
                                             "event:premier-jour");

  g_assert_nonnull (mark);
  return mark;
}

/* The arrows move an event: the plan is another one, the old curve stays below, a line of words
 * says it, and Escape gives it up. Nothing is written. */
static void
test_try (Fixture *fixture, gconstpointer data)
{
  const PltCashPlan *base = plt_session_get_cash_plan (fixture->session);
  PltCashCurve *curve = plt_cash_forecast_get_curve (fixture->forecast);
  const PltDate from = plt_cash_line_find_mark (line_of (fixture), "event:premier-jour")->date;
  const PltMoney need = base->need;

  g_assert_true (gtk_widget_grab_focus (first_day (fixture)));
  g_signal_emit_by_name (first_day (fixture), "nudge", 7);
  g_signal_emit_by_name (first_day (fixture), "nudge", 7);
  g_signal_emit_by_name (first_day (fixture), "nudge", -1);
  plt_test_settle ();
  g_assert_true (plt_cash_forecast_is_trying (fixture->forecast));
  g_assert_cmpint (plt_cash_line_find_mark (line_of (fixture), "event:premier-jour")->date, ==,
                   from + 13);
  g_assert_nonnull (plt_cash_curve_get_ghost (curve));
  g_assert_nonnull (g_strrstr (plt_cash_forecast_get_words (fixture->forecast), "13 days later"));
  g_assert_false (plt_cash_forecast_can_apply (fixture->forecast));
  g_assert_true (gtk_widget_has_focus (first_day (fixture)));
  g_signal_emit_by_name (first_day (fixture), "cancel");
  plt_test_settle ();
  g_assert_false (plt_cash_forecast_is_trying (fixture->forecast));
  g_assert_null (plt_cash_curve_get_ghost (curve));
  g_assert_cmpint (plt_cash_forecast_get_plan (fixture->forecast)->need, ==, need);
  g_assert_cmpstr (plt_cash_forecast_get_words (fixture->forecast), ==, "");
}

/* Kept in a new scenario as one command, which undo takes away whole. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  PltStore *store = plt_test_window_store (fixture->window);
  const PltFacts *facts;
  GtkWindow *dialog;

  g_signal_emit_by_name (first_day (fixture), "nudge", 14);
  dialog = plt_cash_forecast_keep (fixture->forecast);
  g_assert_nonnull (dialog);
  plt_test_settle ();
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_false (plt_cash_forecast_is_trying (fixture->forecast));
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->scenarios.n, ==, 1);
  g_assert_cmpstr (facts->scenarios.items[0].kind, ==, "tresorerie");
  g_assert_cmpuint (facts->scenario_changes.n, ==, 1);
  g_assert_cmpint (facts->scenario_changes.items[0].offset_days, ==, 14);
  g_assert_true (plt_store_can_undo (store));
  g_assert_true (plt_session_undo (fixture->session));
  plt_test_settle ();
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->scenarios.n, ==, 0);
  g_assert_cmpuint (facts->scenario_changes.n, ==, 0);
}

/* An instalment that is moved can be moved in the plan of financing itself. */
static void
test_apply (Fixture *fixture, gconstpointer data)
{
  const PltCashPlan *plan = plt_session_get_cash_plan (fixture->session);
  gint64 instalment = 0;
  PltDate from = PLT_DATE_NONE;
  g_autofree char *key = NULL;

  for (guint i = 0; instalment == 0 && i < plan->moves->len; i++)
    {
      const PltCashMove *move = &g_array_index (plan->moves, PltCashMove, i);

      if (move->state != PLT_CASH_REAL && g_strcmp0 (move->ref.table, "instalment") == 0)
        {
          instalment = move->ref.id;
          from = move->date;
        }
    }
  g_assert_cmpint (instalment, >, 0);
  key = g_strdup_printf ("instalment:%" G_GINT64_FORMAT, instalment);
  g_signal_emit_by_name (
      plt_cash_curve_get_mark (plt_cash_forecast_get_curve (fixture->forecast), key), "nudge", 30);
  g_assert_true (plt_cash_forecast_can_apply (fixture->forecast));
  plt_test_activate (fixture->window, "view.cash-apply");
  plt_test_settle ();
  g_assert_false (plt_cash_forecast_is_trying (fixture->forecast));
  g_assert_cmpint (plt_cash_line_find_mark (line_of (fixture), key)->date, ==, from + 30);
  g_assert_cmpint (plt_cash_line_find_mark (line_of (fixture), key)->base, ==, from + 30);
  g_assert_true (plt_session_undo (fixture->session));
  plt_test_settle ();
  g_assert_cmpint (plt_cash_line_find_mark (line_of (fixture), key)->date, ==, from);
}

/* What can be done says its effect before it is chosen; chosen, it is tried. */
static void
test_measures (Fixture *fixture, gconstpointer data)
{
  PltCashSide *side = plt_cash_forecast_get_side (fixture->forecast);
  const PltCashMeasure *measure;

  g_assert_cmpuint (plt_session_get_cash_plan (fixture->session)->criticals->len, >, 0);
  plt_test_activate (fixture->window, "view.cash-measures");
  plt_test_settle ();
  g_assert_true (plt_cash_side_shows_measures (side));
  g_assert_cmpuint (plt_cash_side_count_measures (side), >, 0);
  plt_cash_side_choose_measure (side, 0);
  plt_test_settle ();
  measure = plt_cash_side_get_measure (side, 0);
  g_assert_true (plt_cash_forecast_is_trying (fixture->forecast));
  g_assert_cmpint (plt_cash_forecast_get_plan (fixture->forecast)->lowest, ==,
                   measure->lowest_after);
  g_assert_cmpint (plt_cash_forecast_get_plan (fixture->forecast)->lowest_date, ==,
                   measure->lowest_date_after);
  plt_test_activate (fixture->window, "view.cash-cancel");
  plt_test_settle ();
  g_assert_false (plt_cash_forecast_is_trying (fixture->forecast));
}

/* ---- scenarios ---- */

static gint64
add_scenario (Fixture *fixture, const char *name, const char *days)
{
  PltStore *store = plt_test_window_store (fixture->window);
  const gint64 id = PLT_TEST_INSERT (store, "scenario", "name", name, "kind", "tresorerie");
  g_autofree char *ref = g_strdup_printf ("#%" G_GINT64_FORMAT, id);

  PLT_TEST_INSERT (store, "scenario_change", "scenario", ref, "kind", "evenement-decale", "event",
                   "premier-jour", "offset_days", days);
  plt_test_settle ();
  return id;
}

static void
test_scenarios (Fixture *fixture, gconstpointer data)
{
  PltCashScenarios *page = plt_cash_view_get_scenarios (fixture->view);
  const gint64 one = add_scenario (fixture, "Plus tard", "30");
  const gint64 two = add_scenario (fixture, "Plus tôt", "-10");
  PltCashCurve *curve = plt_cash_scenarios_get_curve (page);
  const PltFacts *facts;

  plt_view_show_page (PLT_VIEW (fixture->view), "scenarios");
  plt_cash_scenarios_select (page, one);
  plt_test_settle ();
  g_assert_cmpint (plt_cash_scenarios_get_selected (page), ==, one);
  g_assert_cmpuint (
      plt_grid_model_get_n_rows (PLT_GRID_MODEL (plt_cash_scenarios_get_table (page))), >, 5);
  g_assert_nonnull (plt_cash_curve_get_ghost (curve));
  g_assert_cmpint (
      plt_cash_line_find_mark (plt_cash_curve_get_line (curve), "event:premier-jour")->date, ==,
      plt_cash_line_find_mark (plt_cash_curve_get_ghost (curve), "event:premier-jour")->date + 30);
  plt_cash_scenarios_compare_with (page, two);
  g_assert_cmpstr (plt_cash_scenarios_get_words (page), !=, "");
  plt_test_activate (fixture->window, "view.cash-duplicate-scenario");
  plt_test_settle ();
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->scenarios.n, ==, 3);
  g_assert_cmpuint (facts->scenario_changes.n, ==, 3);
  plt_test_activate (fixture->window, "view.cash-delete-scenario");
  plt_test_settle ();
  facts = plt_session_get_facts (fixture->session);
  g_assert_cmpuint (facts->scenarios.n, ==, 2);
  g_assert_cmpuint (facts->scenario_changes.n, ==, 2);
  plt_cash_scenarios_select (page, one);
  plt_test_activate (fixture->window, "view.cash-try");
  plt_test_settle ();
  g_assert_cmpstr (plt_view_get_page (PLT_VIEW (fixture->view)), ==, "forecast");
  g_assert_true (plt_cash_forecast_is_trying (fixture->forecast));
}

/* A rename is one command; so is a new one. */
static void
test_rename (Fixture *fixture, gconstpointer data)
{
  PltCashScenarios *page = plt_cash_view_get_scenarios (fixture->view);
  const gint64 one = add_scenario (fixture, "Plus tard", "30");
  GtkWidget *dialog;

  plt_view_show_page (PLT_VIEW (fixture->view), "scenarios");
  plt_cash_scenarios_select (page, one);
  plt_test_activate (fixture->window, "view.cash-rename-scenario");
  plt_test_settle ();
  dialog = plt_test_toplevel (g_type_from_name ("PltDialog"));
  gtk_editable_set_text (GTK_EDITABLE (plt_test_find_widget (dialog, GTK_TYPE_ENTRY)), "Été");
  g_signal_emit_by_name (dialog, "accepted");
  plt_test_settle ();
  g_assert_cmpstr (plt_session_get_facts (fixture->session)->scenarios.items[0].name, ==, "Été");
  g_assert_true (plt_session_undo (fixture->session));
  g_assert_cmpstr (plt_session_get_facts (fixture->session)->scenarios.items[0].name, ==,
                   "Plus tard");
}

static void
test_document (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PltDocument) document = NULL;

  document = plt_view_get_document (PLT_VIEW (fixture->view), NULL);
  g_assert_cmpstr (plt_document_get_info (document)->title, ==, "Plan de trésorerie");
  g_clear_pointer (&document, plt_document_free);
  plt_view_show_page (PLT_VIEW (fixture->view), "cash_entry");
  document = plt_view_get_document (PLT_VIEW (fixture->view), NULL);
  g_assert_nonnull (document);
}

static int
least_width (Fixture *fixture, const char *page)
{
  int least = 0;

  plt_view_show_page (PLT_VIEW (fixture->view), page);
  plt_test_settle ();
  gtk_widget_measure (plt_view_get_page_child (PLT_VIEW (fixture->view), page),
                      GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least;
}

/* Names as long as they may be: with the side pane, 850 pixels are left of the set laptop. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  static const char name[]
      = "Chaîne Horizon paie deux mois plus tard et la Région ne vient qu’après "
        "l’acceptation du film par toutes les chaînes";
  PltStore *store = plt_test_window_store (fixture->window);
  const gint64 scenario = add_scenario (fixture, name, "30");
  PltCashScenarios *page = plt_cash_view_get_scenarios (fixture->view);

  PLT_TEST_INSERT (store, "payment_profile", "code", "long", "name", name, "kind", "fournisseur");
  plt_test_settle ();
  plt_cash_scenarios_select (page, scenario);
  g_assert_cmpint (least_width (fixture, "scenarios"), <=, 850);
  g_assert_true (
      plt_view_select_ref (PLT_VIEW (fixture->view), (PltRef){ "payment_profile", 1, NULL }));
  g_assert_cmpint (least_width (fixture, "payment_profile"), <=, 850);
}

/* Three critical periods leave the words their place, and do not make the window wider. */
static void
test_criticals (Fixture *fixture, gconstpointer data)
{
  GtkWidget *head = g_object_ref_sink (plt_cash_head_new ());
  g_autoptr (GArray) criticals = g_array_new (FALSE, FALSE, sizeof (PltCashCritical));
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (PltCashCredit));
  const PltDate from = plt_date_from_ymd (2027, 10, 22);
  PltCashPlan plan = { .criticals = criticals, .credits = credits, .need = 95799193 };
  int least, least_height, one_height;

  plan.first = plan.lowest_date = plan.lowest_before_credits_date = from;
  for (int i = 0; i < 3; i++)
    {
      PltCashCritical critical
          = { from + 40 * i, from + 40 * i + 20, from + 40 * i, -17187836, 7187836 };

      g_array_append_val (criticals, critical);
      if (i == 0)
        {
          plt_cash_head_show (PLT_CASH_HEAD (head), &plan);
          gtk_widget_measure (head, GTK_ORIENTATION_VERTICAL, 850, &one_height, NULL, NULL, NULL);
        }
    }
  plt_cash_head_show (PLT_CASH_HEAD (head), &plan);
  gtk_widget_measure (head, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (head, GTK_ORIENTATION_VERTICAL, 850, &least_height, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 500);
  g_assert_cmpint (least_height, >, one_height);
  g_assert_nonnull (plt_cash_head_get_chip (PLT_CASH_HEAD (head), 2));
  g_object_unref (head);
}

static void
assert_subtitle (Fixture *fixture, const char *subtitle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltDocument) document = plt_view_get_document (PLT_VIEW (fixture->view), &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plt_document_get_info (document)->subtitle, ==, subtitle);
}

/* The paper is what is shown: weeks, the scenario tried; what is kept nowhere has none. */
static void
test_document_shown (Fixture *fixture, gconstpointer data)
{
  const gint64 scenario = add_scenario (fixture, "Plus tard", "30");
  g_autoptr (PltDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  assert_subtitle (fixture, "Par mois, toutes taxes comprises");
  plt_cash_forecast_set_step (fixture->forecast, PLT_CASH_BY_WEEK);
  assert_subtitle (fixture, "Par semaine, toutes taxes comprises");
  plt_view_show_page (PLT_VIEW (fixture->view), "scenarios");
  plt_cash_scenarios_select (plt_cash_view_get_scenarios (fixture->view), scenario);
  assert_subtitle (fixture, "Comparés au plan tel qu’il est");
  plt_test_activate (fixture->window, "view.cash-try");
  plt_test_settle ();
  assert_subtitle (fixture, "Par semaine, toutes taxes comprises · scénario : Plus tard");
  g_signal_emit_by_name (first_day (fixture), "nudge", 1);
  document = plt_view_get_document (PLT_VIEW (fixture->view), &error);
  g_assert_null (document);
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  plt_cash_forecast_cancel (fixture->forecast);
  plt_cash_forecast_set_step (fixture->forecast, PLT_CASH_BY_MONTH);
  assert_subtitle (fixture, "Par mois, toutes taxes comprises");
}

/* From an arrow to the new curve, table and words; what it takes is told, and far below a frame of
 * a tenth of a second even here. */
static void
test_speed (Fixture *fixture, gconstpointer data)
{
  gint64 begin;

  g_signal_emit_by_name (first_day (fixture), "nudge", 1);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    g_signal_emit_by_name (first_day (fixture), "nudge", 1);
  g_test_message ("an arrow: %.2f ms", (double) (g_get_monotonic_time () - begin) / 20000);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 2 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  plt_test_window_init (&argc, &argv);
#define ADD(name, function)                                                                        \
  g_test_add ("/ui/cash/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("shown", test_shown);
  ADD ("weeks", test_weeks);
  ADD ("zoom", test_zoom);
  ADD ("why", test_why);
  ADD ("side", test_side);
  ADD ("keys", test_keys);
  ADD ("day", test_day);
  ADD ("source", test_source);
  ADD ("follows", test_follows);
  ADD ("try", test_try);
  ADD ("keep", test_keep);
  ADD ("apply", test_apply);
  ADD ("measures", test_measures);
  ADD ("scenarios", test_scenarios);
  ADD ("rename", test_rename);
  ADD ("document", test_document);
  ADD ("document-shown", test_document_shown);
  ADD ("narrow", test_narrow);
  ADD ("criticals", test_criticals);
  ADD ("speed", test_speed);
#undef ADD
  return g_test_run ();
}
