/* plateau-bench cash: the treasury by day of a feature of 24 months with 5 000 lines and 60
 * instalments, made again as when an event is dragged. */
#include <stdlib.h>

#include "plateau-bench.h"
#include "plt-test-cash.h"

#define N_LINES 5000
#define N_SOURCES 15
#define N_INSTALMENTS 4
#define SHOOTING_DAYS 45
#define SHOWN_RUNS 3

static void
add_task (PltFacts *facts, const char *phase, const char *name, PltDate from, PltDate to)
{
  PltTaskFacts *task = PLT_FACTS_ADD (facts->tasks, PltTaskFacts, facts->tasks.n + 1);

  task->phase = phase;
  task->name = name;
  task->team = "";
  task->start_date = from;
  task->end_date = to;
}

/* Preparation from January 2027, shoot from June, delivery in December 2028. */
static void
add_dates (PltFacts *facts)
{
  PltDate date = plt_date_from_ymd (2027, 6, 7);

  add_task (facts, "preparation", "Préparation", plt_date_from_ymd (2027, 1, 4),
            plt_date_from_ymd (2027, 6, 4));
  add_task (facts, "postproduction", "Montage", plt_date_from_ymd (2027, 9, 1),
            plt_date_from_ymd (2028, 4, 28));
  facts->production.delivery_date = plt_date_from_ymd (2028, 12, 15);
  for (guint i = 0; i < SHOOTING_DAYS; date++)
    if (plt_date_weekday (date) <= 5)
      {
        plt_test_cash_day (facts, date);
        i++;
      }
}

/* Two in three are wages, one a supplier; a tenth has a day of its own; phases as in a film. */
static void
add_lines (PltFacts *facts)
{
  static const char *const phases[] = { "preparation", "tournage", "tournage", "finitions" };

  plt_test_cash_contributions (facts, 430000);
  plt_test_cash_payment (facts, "fournisseur")->term_days = 45;
  for (guint i = 0; i < N_LINES; i++)
    {
      PltLineFacts *line
          = plt_test_cash_line (facts, 1 + i * 9 / N_LINES, i % 3 == 0 ? "facture" : "salarie",
                                12345 + i * 7, PLT_DATE_NONE);

      line->phase = phases[i % 4];
      if (i % 3 == 0)
        {
          line->vat_e6 = 200000;
          line->payment = i % 2;
        }
      else
        line->profile = 1;
      if (i % 10 == 9)
        line->event = i % 20 == 9 ? "fin-tournage" : "livraison";
    }
}

static void
add_sources (PltFacts *facts)
{
  for (guint i = 0; i < N_SOURCES; i++)
    {
      plt_test_cash_source (facts, "Source", 10000000, i % 2 ? 100000 : PLT_UNKNOWN)->date
          = plt_date_from_ymd (2027, 2, 1);
      plt_test_cash_instalment (facts, 300000, "signature", 30);
      plt_test_cash_instalment (facts, 300000, "premier-jour", 45);
      plt_test_cash_instalment (facts, 200000, "fin-tournage", 45);
      plt_test_cash_instalment (facts, 200000, "livraison", 60);
    }
  plt_test_cash_credit (facts, 50000000, 0)->interest_e6 = 50000;
  plt_test_cash_credit (facts, 8000000, 1)->interest_e6 = 60000;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

int
bench_cash (int argc, char **argv)
{
  guint runs = argc > 2 && g_str_equal (argv[1], "--runs") ? (guint) atoi (argv[2]) : 100;
  g_autoptr (PltFacts) facts = plt_test_cash_new ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_moves = 0, n_days = 0;

  add_dates (facts);
  add_lines (facts);
  add_sources (facts);
  plan = plt_plan_new (facts, 0);
  budget = plt_budget_new (facts, 0, plan);
  for (guint i = 0; i < MAX (runs, SHOWN_RUNS); i++)
    {
      PltScenarioChangeFacts change = plt_cash_change ("evenement-decale");
      gint64 start = g_get_monotonic_time (), now;
      g_autoptr (PltCashPlan) cash = NULL;

      change.event = "premier-jour";
      change.offset_days = i % 30;
      cash = plt_cash_plan_new (facts, plan, budget, &change, 1);
      now = g_get_monotonic_time () - start;
      g_array_append_val (times, now);
      n_moves = cash->moves->len;
      n_days = cash->n_days;
    }
  g_array_sort (times, compare_times);
  g_print ("{\"bench\": \"cash\", \"lines\": %d, \"moves\": %u, \"days\": %u, \"runs\": %u, "
           "\"ms\": %.2f, \"least_ms\": %.2f, \"goal_ms\": 3}\n",
           N_LINES, n_moves, n_days, times->len,
           (double) g_array_index (times, gint64, times->len / 2) / 1000.0,
           (double) g_array_index (times, gint64, 0) / 1000.0);
  return 0;
}
