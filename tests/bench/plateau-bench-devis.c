/* plateau-bench devis: a devis of 10 000 lines with 500 globals: made, recomputed, tried in one
 * cell. */
#include "plateau-bench.h"
#include "plt-budget.h"

#define N_LINES 10000
#define N_GLOBALS 500
#define N_SUB_POSTS 70
#define SHOWN_RUNS 3

static const char *
text (PltFacts *facts, const char *format, guint number)
{
  g_autofree char *filled = g_strdup_printf ("%s%u", format, number);

  return g_string_chunk_insert (facts->strings, filled);
}

static void
add_accounts (PltFacts *facts)
{
  for (guint i = 1; i <= 9 + N_SUB_POSTS; i++)
    {
      PltAccountFacts *account = PLT_FACTS_ADD (facts->accounts, PltAccountFacts, i);

      account->budget = 1;
      account->parent = i <= 9 ? 0 : (i - 10) % 9 + 1;
      account->code
          = i <= 9 ? text (facts, "", i) : text (facts, "", (i - 10) % 9 * 10 + 11 + (i - 10) / 9);
      account->name = account->code;
      account->mark = "cnc";
    }
}

/* Half of the globals name the one before. */
static void
add_globals (PltFacts *facts)
{
  for (guint i = 1; i <= N_GLOBALS; i++)
    {
      PltGlobalFacts *global = PLT_FACTS_ADD (facts->globals, PltGlobalFacts, i);
      g_autofree char *chain = g_strdup_printf ("G%u + 0,5", i - 1);

      global->budget = 1;
      global->name = text (facts, "G", i);
      global->value = i % 2 == 0 ? g_string_chunk_insert (facts->strings, chain)
                                 : text (facts, "", i % 40 + 1);
      global->label = global->unit = global->least = global->most = "";
    }
}

/* A third of the lines are plain numbers, a third name a global, a third compute with two. */
static void
add_line (PltFacts *facts, guint i)
{
  PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, i);
  g_autofree char *one = g_strdup_printf ("G%u", i % N_GLOBALS + 1);
  g_autofree char *two
      = g_strdup_printf ("(G%u + G%u) / 2", i % N_GLOBALS + 1, i * 7 % N_GLOBALS + 1);

  line->budget = 1;
  line->account = 10 + i % N_SUB_POSTS;
  line->code = line->event = line->note = line->tax_credit = line->phase = "";
  line->label = text (facts, "Ligne ", i);
  line->quantity = i % 3 == 2 ? g_string_chunk_insert (facts->strings, two) : "2";
  line->duration = i % 3 == 0 ? "3,5" : g_string_chunk_insert (facts->strings, one);
  line->unit = "jour";
  line->times = line->rate_formula = line->payee = line->function = line->scale = "";
  line->link_quantity = line->link_duration = line->link_rate = "";
  line->mode = "numeraire";
  line->rate_cents = 12345 + i;
  line->profile = i % 2 + 1;
  line->vat_e6 = line->offset_days = PLT_UNKNOWN;
  line->payment_date = PLT_DATE_NONE;
}

static PltFacts *
new_devis (void)
{
  PltFacts *facts = plt_facts_new ();
  PltBudgetFacts *budget = PLT_FACTS_ADD (facts->budgets, PltBudgetFacts, 1);

  facts->production.budget = 1;
  budget->name = budget->template_name = budget->status = budget->note = "";
  budget->date = PLT_DATE_NONE;
  budget->overheads_e6 = 70000;
  budget->contingency_e6 = 100000;
  budget->producer_e6 = budget->financial_e6 = budget->ceiling_cents = PLT_UNKNOWN;
  budget->overheads_base = budget->contingency_base = "postes-1-9";
  budget->producer_base = budget->financial_base = "postes-1-9";
  budget->overheads_mode = budget->contingency_mode = "numeraire";
  budget->producer_mode = budget->financial_mode = "numeraire";
  budget->producer_account = budget->financial_account = "";
  for (guint i = 1; i <= 2; i++)
    {
      PltProfileFacts *profile = PLT_FACTS_ADD (facts->profiles, PltProfileFacts, i);

      profile->code = profile->name = profile->deduction = "";
      profile->method = "global";
      profile->employer_e6 = i == 1 ? 653000 : 559000;
      profile->account = i == 1 ? "41" : "42";
      profile->accident_e6 = profile->mobility_e6 = PLT_UNKNOWN;
    }
  add_accounts (facts);
  add_globals (facts);
  for (guint i = 1; i <= N_LINES; i++)
    add_line (facts, i);
  return facts;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

static double
median_ms (GArray *times)
{
  g_array_sort (times, compare_times);
  return (double) g_array_index (times, gint64, times->len / 2) / 1000.0;
}

int
bench_devis (int argc, char **argv)
{
  guint runs = argc > 2 && g_str_equal (argv[1], "--runs") ? (guint) atoi (argv[2]) : 100;
  g_autoptr (PltFacts) facts = new_devis ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) again = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) tried = g_array_new (FALSE, FALSE, sizeof (gint64));
  PltMoney total = 0;

  for (guint i = 0; i < MAX (runs, SHOWN_RUNS); i++)
    {
      gint64 start = g_get_monotonic_time (), now;
      g_autoptr (PltBudget) budget = plt_budget_new (facts, 0, plan);

      now = g_get_monotonic_time () - start;
      g_array_append_val (made, now);
      start = g_get_monotonic_time ();
      plt_budget_recompute (budget);
      now = g_get_monotonic_time () - start;
      g_array_append_val (again, now);
      total = budget->total;
      start = g_get_monotonic_time ();
      if (!plt_budget_try (budget, (PltRef){ "budget_global", 1, "value" }, "12,5", NULL))
        return 1;
      now = g_get_monotonic_time () - start;
      g_array_append_val (tried, now);
    }
  g_print ("{\"lines\": %d, \"globals\": %d, \"total_cents\": %" G_GINT64_FORMAT
           ", \"make_ms\": %.3f, \"recompute_ms\": %.3f, \"try_ms\": %.3f}\n",
           N_LINES, N_GLOBALS, total, median_ms (made), median_ms (again), median_ms (tried));
  return 0;
}
