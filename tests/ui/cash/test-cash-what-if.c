/* What is tried on the plan de trésorerie, what is said of it, and what is written of it. */
#include "plt-cash-compare.h"
#include "plt-cash-what-if.h"
#include "plt-test-cash.h"

static PltDate
day (int month, int number)
{
  return plt_date_from_ymd (2027, month, number);
}

/* A source of 100 000 € in three parts and one bill of 60 000 €:
 *   1 March   + 20 000 (on a date)
 *   20 April  − 60 000
 *   3 May     + 50 000 (first shooting day)
 *   1 July    + 30 000 (on a date)
 * The need is 40 000 on 20 April. */
static PltFacts *
sample (void)
{
  PltFacts *facts = plt_test_cash_new ();
  PltPaymentFacts *payment = plt_test_cash_payment (facts, "comptant");

  facts->production.vat_regime = "franchise";
  plt_test_cash_day (facts, day (5, 3));
  plt_test_cash_day (facts, day (5, 4));
  plt_test_cash_source (facts, "Canal Azur", 10000000, 0);
  plt_test_cash_instalment (facts, 200000, "date", 0)->date = day (3, 1);
  plt_test_cash_instalment (facts, 500000, "premier-jour", 0)->label = "au tournage";
  plt_test_cash_instalment (facts, 300000, "date", 0)->date = day (7, 1);
  plt_test_cash_line (facts, 5, "facture", 6000000, day (4, 20))->payment = payment->id;
  return facts;
}

static void
test_sample (void)
{
  g_autoptr (PltFacts) facts = sample ();
  g_autoptr (PltCashPlan) plan = plt_test_cash_plan (facts, NULL, 0);

  g_assert_cmpint (plan->need, ==, 4000000);
  g_assert_cmpint (plan->lowest_before_credits_date, ==, day (4, 20));
  g_assert_cmpint (plan->final, ==, 4000000);
}

static PltCashPlan *
plan_with (PltFacts *facts, const GArray *changes)
{
  return plt_test_cash_plan (facts, (const PltScenarioChangeFacts *) (gconstpointer) changes->data,
                             changes->len);
}

/* A mark that is moved twice is one change; back where it was, none. */
static void
test_move (void)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));

  plt_cash_what_if_move (changes, "event:premier-jour", NULL, 7);
  plt_cash_what_if_move (changes, "instalment:3", NULL, -10);
  plt_cash_what_if_move (changes, "event:premier-jour", NULL, 1);
  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpint (plt_cash_what_if_days (changes, "event:premier-jour"), ==, 8);
  g_assert_cmpint (plt_cash_what_if_days (changes, "instalment:3"), ==, -10);
  g_assert_cmpint (plt_cash_what_if_days (changes, "instalment:4"), ==, 0);
  plt_cash_what_if_move (changes, "event:premier-jour", NULL, -8);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpstr (g_array_index (changes, PltScenarioChangeFacts, 0).kind, ==, "versement-decale");
}

/* Signatures and tasks are each one's own. */
static void
test_keys (void)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));
  const PltCashEvent signature = { .event = "signature", .ref = { "funding_source", 12, NULL } };
  const PltCashEvent task = { .event = "task", .ref = { "task", 7, NULL } };
  const PltCashEvent shoot = { .event = "premier-jour", .ref = { "production", 1, NULL } };
  g_autofree char *one = plt_cash_key_of_event (&signature);
  g_autofree char *two = plt_cash_key_of_event (&task);
  g_autofree char *three = plt_cash_key_of_event (&shoot);
  const PltScenarioChangeFacts *items;

  plt_cash_what_if_move (changes, one, NULL, 1);
  plt_cash_what_if_move (changes, two, NULL, 2);
  plt_cash_what_if_move (changes, three, NULL, 3);
  items = (const PltScenarioChangeFacts *) (gpointer) changes->data;
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpint (items[0].funding_source, ==, 12);
  g_assert_cmpstr (items[0].event, ==, "signature");
  g_assert_cmpint (items[1].task, ==, 7);
  g_assert_cmpstr (items[2].event, ==, "premier-jour");
  g_assert_cmpint (items[2].funding_source, ==, 0);
}

/* The first day two weeks later brings its money two weeks later, and the mark goes with it. */
static void
test_event (void)
{
  g_autoptr (PltFacts) facts = sample ();
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));
  g_autoptr (PltCashPlan) base = plt_test_cash_plan (facts, NULL, 0);
  g_autoptr (PltCashPlan) tried = NULL;
  g_autoptr (PltCashLine) line = NULL;
  g_autoptr (PltCashLine) ghost = NULL;
  const PltCashLineMark *mark;

  plt_cash_what_if_move (changes, "event:premier-jour", NULL, 14);
  tried = plan_with (facts, changes);
  line = plt_cash_line_of_plan (facts, tried, base, TRUE);
  ghost = plt_cash_line_of_plan (facts, base, base, TRUE);
  mark = plt_cash_line_find_mark (line, "event:premier-jour");
  g_assert_nonnull (mark);
  g_assert_cmpint (mark->date, ==, day (5, 17));
  g_assert_cmpint (mark->base, ==, day (5, 3));
  mark = plt_cash_line_find_mark (line, "instalment:2");
  g_assert_cmpint (mark->date, ==, day (5, 17));
  g_assert_cmpint (mark->base, ==, day (5, 3));
  g_assert_true (mark->small);
  g_assert_cmpint (plt_cash_line_balance_at (ghost, day (5, 10)), ==, 1000000);
  g_assert_cmpint (plt_cash_line_balance_at (line, day (5, 10)), ==, -4000000);
  g_assert_cmpint (plt_cash_line_balance_at (line, day (7, 2)), ==, tried->final);
}

/* The curve says of each day what the engine says. */
static void
test_line (void)
{
  g_autoptr (PltFacts) facts = sample ();
  g_autoptr (PltCashPlan) plan = plt_test_cash_plan (facts, NULL, 0);
  g_autoptr (PltCashLine) line = plt_cash_line_of_plan (facts, plan, plan, FALSE);

  for (guint i = 0; i < plan->n_days; i++)
    g_assert_cmpint (plt_cash_line_balance_at (line, plan->first + (PltDate) i), ==, plan->days[i]);
  g_assert_cmpint (line->lowest, ==, -4000000);
  g_assert_null (plt_cash_line_find_mark (line, "instalment:1"));
}

static void
test_words (void)
{
  g_autoptr (PltFacts) facts = sample ();
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));
  g_autoptr (PltCashPlan) base = plt_test_cash_plan (facts, NULL, 0);
  g_autoptr (PltCashPlan) tried = NULL;
  g_autofree char *what = NULL;
  g_autofree char *then = NULL;
  g_autofree char *same = plt_cash_compare_text (base, base);

  plt_cash_what_if_move (changes, "instalment:1", NULL, 60);
  plt_cash_what_if_move (changes, "event:premier-jour", NULL, -1);
  tried = plan_with (facts, changes);
  what = plt_cash_changes_text (facts, changes);
  then = plt_cash_compare_text (tried, base);
  g_assert_cmpstr (what, ==,
                   "Canal Azur, On a date: 60 days later · First shooting day: 1 day earlier");
  g_assert_cmpstr (then, ==,
                   "Greatest need 60\u202f000,00\u202f€ on 20 avr. 2027 instead of "
                   "40\u202f000,00\u202f€ on 20 avr. 2027");
  g_assert_cmpstr (same, ==, "Greatest need 40\u202f000,00\u202f€ on 20 avr. 2027, as before");
}

/* ---- writing ---- */

static const PltEditValue *
edit_value (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    if (g_strcmp0 (g_array_index (edit->values, PltEditValue, i).column->id, column) == 0)
      return &g_array_index (edit->values, PltEditValue, i);
  return NULL;
}

static gint64
edit_integer (const PltEdit *edit, const char *column)
{
  const PltEditValue *found = edit_value (edit, column);

  g_assert_nonnull (found);
  return found->value.integer;
}

static void
test_keep (void)
{
  g_autoptr (PltFacts) facts = sample ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));
  gint64 handle;

  plt_cash_what_if_move (changes, "event:premier-jour", NULL, 14);
  plt_cash_what_if_move (changes, "instalment:3", NULL, 30);
  handle = plt_cash_keep_new (batch, facts, "Tournage plus tard", changes);
  g_assert_cmpint (handle, ==, -1);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 3);
  g_assert_cmpstr (plt_batch_get_edit (batch, 0)->table->id, ==, "scenario");
  for (guint i = 1; i < 3; i++)
    {
      g_assert_cmpstr (plt_batch_get_edit (batch, i)->table->id, ==, "scenario_change");
      g_assert_cmpint (edit_integer (plt_batch_get_edit (batch, i), "scenario"), ==, handle);
    }
  g_assert_cmpint (edit_integer (plt_batch_get_edit (batch, 1), "offset_days"), ==, 14);
  g_assert_null (edit_value (plt_batch_get_edit (batch, 1), "instalment"));
  g_assert_cmpint (edit_integer (plt_batch_get_edit (batch, 2), "instalment"), ==, 3);
}

/* In a scenario that moves the same event already, its days are added. */
static void
test_keep_in (void)
{
  g_autoptr (PltFacts) facts = sample ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));
  PltScenarioChangeFacts *kept;

  PLT_FACTS_ADD (facts->scenarios, PltScenarioFacts, 4)->name = "Plus tard";
  facts->scenarios.items[0].kind = "tresorerie";
  kept = PLT_FACTS_ADD (facts->scenario_changes, PltScenarioChangeFacts, 9);
  *kept = plt_cash_change ("evenement-decale");
  kept->id = 9;
  kept->scenario = 4;
  kept->event = "premier-jour";
  kept->offset_days = 10;
  plt_cash_what_if_move (changes, "event:premier-jour", NULL, 4);
  plt_cash_what_if_move (changes, "event:livraison", NULL, 4);
  plt_cash_keep_in (batch, facts, 4, changes);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 2);
  g_assert_cmpint (plt_batch_get_edit (batch, 0)->kind, ==, PLT_EDIT_UPDATE);
  g_assert_cmpint (plt_batch_get_edit (batch, 0)->id, ==, 9);
  g_assert_cmpint (edit_integer (plt_batch_get_edit (batch, 0), "offset_days"), ==, 14);
  g_assert_cmpint (plt_batch_get_edit (batch, 1)->kind, ==, PLT_EDIT_INSERT);
}

/* An instalment can be moved in the data, at its date or its offset; an event cannot. */
static void
test_apply (void)
{
  g_autoptr (PltFacts) facts = sample ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));

  g_assert_false (plt_cash_can_apply (facts, changes));
  plt_cash_what_if_move (changes, "instalment:2", NULL, 30);
  plt_cash_what_if_move (changes, "instalment:3", NULL, 5);
  g_assert_true (plt_cash_can_apply (facts, changes));
  plt_cash_apply (batch, facts, changes);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 2);
  g_assert_cmpint (edit_integer (plt_batch_get_edit (batch, 0), "offset_days"), ==, 30);
  g_assert_nonnull (edit_value (plt_batch_get_edit (batch, 1), "date"));
  g_assert_null (edit_value (plt_batch_get_edit (batch, 1), "offset_days"));
  facts->instalments.items[1].paid_date = day (5, 5);
  g_assert_false (plt_cash_can_apply (facts, changes));
  facts->instalments.items[1].paid_date = PLT_DATE_NONE;
  plt_cash_what_if_move (changes, "event:premier-jour", NULL, 1);
  g_assert_false (plt_cash_can_apply (facts, changes));
}

static void
test_name (void)
{
  g_autoptr (PltFacts) facts = sample ();
  g_autofree char *first = plt_cash_scenario_name (facts, "Plus tard");
  g_autofree char *second = NULL;

  PLT_FACTS_ADD (facts->scenarios, PltScenarioFacts, 1)->name = "Plus tard";
  second = plt_cash_scenario_name (facts, "Plus tard");
  g_assert_cmpstr (first, ==, "Plus tard");
  g_assert_cmpstr (second, ==, "Plus tard 2");
}

static char *
cell_text (gpointer model, guint row, guint column)
{
  g_auto (PltGridCell) cell = PLT_GRID_CELL_INIT;

  plt_grid_model_get_cell (model, row, column, &cell);
  return g_strdup (cell.text);
}

static void
test_compare (void)
{
  g_autoptr (PltFacts) facts = sample ();
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (PltScenarioChangeFacts));
  g_autoptr (PltCashPlan) base = plt_test_cash_plan (facts, NULL, 0);
  g_autoptr (PltCashPlan) tried = NULL;
  g_autoptr (PltCashCompare) compare = plt_cash_compare_new ();
  g_autofree char *need = NULL;
  g_autofree char *when = NULL;
  g_autofree char *final = NULL;

  plt_cash_what_if_move (changes, "instalment:1", NULL, 60);
  tried = plan_with (facts, changes);
  g_assert_cmpuint (plt_grid_model_get_n_rows (PLT_GRID_MODEL (compare)), ==, 0);
  plt_cash_compare_show (compare, base, "Forecast", tried, "Late");
  need = cell_text (compare, 0, 3);
  when = cell_text (compare, 1, 3);
  final = cell_text (compare, 9, 3);
  g_assert_cmpstr (need, ==, "+20\u202f000,00\u202f€");
  g_assert_cmpstr (when, ==, "=");
  g_assert_cmpstr (final, ==, "=");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash/what-if/sample", test_sample);
  g_test_add_func ("/cash/what-if/move", test_move);
  g_test_add_func ("/cash/what-if/keys", test_keys);
  g_test_add_func ("/cash/what-if/event", test_event);
  g_test_add_func ("/cash/what-if/line", test_line);
  g_test_add_func ("/cash/what-if/words", test_words);
  g_test_add_func ("/cash/what-if/keep", test_keep);
  g_test_add_func ("/cash/what-if/keep-in", test_keep_in);
  g_test_add_func ("/cash/what-if/apply", test_apply);
  g_test_add_func ("/cash/what-if/name", test_name);
  g_test_add_func ("/cash/what-if/compare", test_compare);
  return g_test_run ();
}
