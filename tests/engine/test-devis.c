/* The devis as a whole: names, units, percentages within the posts, transfers, tries, bad input;
 * the published posts of a real devis. */
#include "plt-budget.h"

#include <string.h>

#define E6 G_GINT64_CONSTANT (1000000)

typedef struct
{
  PltFacts *facts;
  PltPlan *plan;
  PltBudgetFacts *budget;
} Fixture;

static PltAccountFacts *
add_account (Fixture *self, gint64 id, const char *code, gint64 parent)
{
  PltAccountFacts *account = PLT_FACTS_ADD (self->facts->accounts, PltAccountFacts, id);

  account->budget = 1;
  account->code = account->name = code;
  account->parent = parent;
  account->mark = "cnc";
  return account;
}

static PltLineFacts *
add_line (Fixture *self, gint64 id, gint64 account, const char *quantity, PltMoney rate)
{
  PltLineFacts *line = PLT_FACTS_ADD (self->facts->lines, PltLineFacts, id);

  line->budget = 1;
  line->account = account;
  line->code = line->label = line->event = line->note = line->tax_credit = line->phase = "";
  line->times = line->rate_formula = line->payee = line->function = line->scale = "";
  line->link_quantity = line->link_duration = line->link_rate = "";
  line->quantity = quantity;
  line->duration = "1";
  line->unit = "jour";
  line->mode = "numeraire";
  line->rate_cents = rate;
  line->vat_e6 = line->offset_days = PLT_UNKNOWN;
  line->payment_date = PLT_DATE_NONE;
  return line;
}

static void
add_global (Fixture *self, gint64 id, const char *name, const char *value)
{
  PltGlobalFacts *global = PLT_FACTS_ADD (self->facts->globals, PltGlobalFacts, id);

  global->budget = 1;
  global->name = name;
  global->value = value;
  global->label = global->unit = global->least = global->most = "";
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->facts = plt_facts_new ();
  self->facts->production.budget = 1;
  self->budget = PLT_FACTS_ADD (self->facts->budgets, PltBudgetFacts, 1);
  self->budget->name = self->budget->template_name = self->budget->status = self->budget->note = "";
  self->budget->date = PLT_DATE_NONE;
  self->budget->overheads_e6 = self->budget->contingency_e6 = PLT_UNKNOWN;
  self->budget->producer_e6 = self->budget->financial_e6 = self->budget->ceiling_cents
      = PLT_UNKNOWN;
  self->budget->overheads_base = self->budget->contingency_base = "postes-1-9";
  self->budget->producer_base = self->budget->financial_base = "postes-1-9";
  self->budget->overheads_mode = self->budget->contingency_mode = "numeraire";
  self->budget->producer_mode = self->budget->financial_mode = "numeraire";
  self->budget->producer_account = self->budget->financial_account = "";
  self->plan = plt_plan_new (self->facts, 0);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_plan_free (self->plan);
  plt_facts_free (self->facts);
}

static PltMoney
total_of (const PltBudget *budget, const char *code)
{
  const PltBudgetAccount *account = plt_budget_account_by_code (budget, code);

  g_assert_nonnull (account);
  return account->total;
}

/* Posts 1 and 2 of a published devis: 612 500 and 1 492 848 (a line of 29 by difference). */
static void
test_published (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *code;
    gint64 euros;
  } lines[] = { { "11", 75000 },   { "12", 302500 },  { "13", 100000 }, { "14", 50000 },
                { "15", 7000 },    { "16", 9000 },    { "17", 9000 },   { "18", 5000 },
                { "19", 55000 },   { "21", 263325 },  { "22", 100000 }, { "231", 109092 },
                { "232", 105000 }, { "233", 116945 }, { "234", 3500 },  { "235", 119293 },
                { "26", 106471 },  { "236", 34042 },  { "237", 64285 }, { "238", 72623 },
                { "24", 210337 },  { "25", 135728 },  { "27", 24000 },  { "28", 23000 },
                { "29", 5207 } };
  g_autoptr (PltBudget) budget = NULL;

  add_account (self, 1, "1", 0);
  add_account (self, 2, "2", 0);
  add_account (self, 3, "23", 2);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      gint64 parent = lines[i].code[0] == '1' ? 1 : strncmp (lines[i].code, "23", 2) == 0 ? 3 : 2;

      add_account (self, 100 + i, lines[i].code, parent);
      add_line (self, i + 1, 100 + i, "1", lines[i].euros * 100);
    }
  budget = plt_budget_new (self->facts, 0, self->plan);
  g_assert_cmpint (total_of (budget, "1"), ==, 61250000);
  g_assert_cmpint (total_of (budget, "23"), ==, 62478000);
  g_assert_cmpint (total_of (budget, "2"), ==, 149284800);
  g_assert_cmpint (budget->subtotal, ==, 61250000 + 149284800);
  g_assert_false (budget->incomplete);
}

/* What formulas give: millionths of the number, centimes of the amount at 100 € */
static void
test_formulas (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *quantity, *duration, *times, *unit;
    PltMoney amount; /* PLT_UNKNOWN: refused, on that column */
    const char *column;
  } cases[] = {
    { "2", "3", "", "jour", 60000, NULL },
    { "2", "3", "1,5", "jour", 90000, NULL },
    { "2", "3", "4", "jour", 240000, NULL },
    { "1", "2 sem", "", "jour", 100000, NULL },         /* ten days */
    { "1", "2 sem + 2 j", "", "semaine", 24000, NULL }, /* 2,4 weeks */
    { "1", "10 jours", "", "semaine", 20000, NULL },
    { "1", "4 h", "", "jour", 5000, NULL },
    { "1", "1 mois", "", "semaine", 43333, NULL }, /* 52 weeks in 12 months */
    { "SEM*2", "1", "", "jour", 120000, NULL },
    { "1", "SEM sem", "", "jour", PLT_UNKNOWN, "duration" }, /* a unit follows a number only */
    { "ligne(\"A\")/100", "1", "", "jour", 70000, NULL },    /* line A is 700 € */
    { "compte(\"1\")/100", "1", "", "jour", 70000, NULL },
    { "nombre(\"A\")", "duree(\"A\")", "", "jour", 70000, NULL },
    { "1 200", "1", "", "jour", 12000000, NULL },
    { "1", "2 sem", "", "km", PLT_UNKNOWN, "duration" }, /* kilometres are no time */
    { "1", "3 repas", "", "jour", PLT_UNKNOWN, "duration" },
    { "1", "2 sem + 1", "", "jour", PLT_UNKNOWN, "duration" },
    { "1/0", "1", "", "jour", PLT_UNKNOWN, "quantity" },
    { "-1", "1", "", "jour", PLT_UNKNOWN, "quantity" },
    { "1", "-2", "", "jour", PLT_UNKNOWN, "duration" },
    { "NULLE_PART", "1", "", "jour", PLT_UNKNOWN, "quantity" },
    { "ligne(\"Z\")", "1", "", "jour", PLT_UNKNOWN, "quantity" },
    { "ligne(\"X\")", "1", "", "jour", PLT_UNKNOWN, "quantity" },      /* itself */
    { "compte(\"2\")/100", "1", "", "jour", PLT_UNKNOWN, "quantity" }, /* holds it */
    { "compte(\"2\")*0+1", "1", "", "jour", PLT_UNKNOWN, "quantity" },
    { "BOUCLE", "1", "", "jour", PLT_UNKNOWN, "quantity" },
    { "1", "1", "(", "jour", PLT_UNKNOWN, "times" },
    { "9000000000000", "9000000000000", "", "jour", PLT_UNKNOWN, "rate_cents" },
  };
  PltLineFacts *line;

  add_account (self, 1, "1", 0);
  add_account (self, 2, "2", 0);
  add_global (self, 1, "SEM", "6");
  add_global (self, 2, "BOUCLE", "RETOUR + 1");
  add_global (self, 3, "RETOUR", "BOUCLE");
  line = add_line (self, 1, 1, "7", 10000);
  line->code = "A";
  add_line (self, 2, 2, "1", 10000)->code = "X";
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBudget) budget = NULL;
      const PltBudgetLine *result;

      line = &self->facts->lines.items[1];
      line->quantity = cases[i].quantity;
      line->duration = cases[i].duration;
      line->times = cases[i].times;
      line->unit = cases[i].unit;
      budget = plt_budget_new (self->facts, 0, self->plan);
      result = plt_budget_find_line (budget, 2);
      g_test_message ("%s × %s × %s: %s", cases[i].quantity, cases[i].duration, cases[i].times,
                      result->error != NULL ? result->error : "");
      g_assert_cmpint (result->amount, ==, cases[i].amount);
      g_assert_cmpstr (result->error_column, ==, cases[i].column);
      /* the rest is computed all the same */
      g_assert_cmpint (total_of (budget, "1"), ==, 70000);
      g_assert_cmpint (plt_budget_account_by_code (budget, "2")->incomplete, ==,
                       cases[i].amount == PLT_UNKNOWN);
      g_assert_true (budget->incomplete == (cases[i].amount == PLT_UNKNOWN));
    }
}

/* However long the chain of names, the stack is not spent on it. */
static void
test_long_chain (Fixture *self, gconstpointer data)
{
  const gint64 n = 100000;
  g_autoptr (PltBudget) budget = NULL;
  const char *error;
  gint64 e6;

  add_account (self, 1, "1", 0);
  add_line (self, 1, 1, "V1", 100);
  for (gint64 i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("V%" G_GINT64_FORMAT, i);
      g_autofree char *value
          = i < n ? g_strdup_printf ("V%" G_GINT64_FORMAT "+1", i + 1) : g_strdup ("1");

      add_global (self, i, g_string_chunk_insert (self->facts->strings, name),
                  g_string_chunk_insert (self->facts->strings, value));
    }
  for (gint64 i = 2; i <= n; i++) /* line 2 needs line 3, that needs line 4... */
    {
      g_autofree char *code = g_strdup_printf ("L%" G_GINT64_FORMAT, i);
      g_autofree char *next
          = i < n ? g_strdup_printf ("nombre(\"L%" G_GINT64_FORMAT "\")", i + 1) : g_strdup ("3");
      PltLineFacts *line
          = add_line (self, i, 1, g_string_chunk_insert (self->facts->strings, next), 1);

      line->code = g_string_chunk_insert (self->facts->strings, code);
    }
  budget = plt_budget_new (self->facts, 0, self->plan);
  g_assert_cmpint (plt_budget_find_line (budget, 1)->amount, ==, n * 100);
  g_assert_cmpint (plt_budget_find_line (budget, 2)->amount, ==, 3);
  g_assert_cmpint (total_of (budget, "1"), ==, n * 100 + (n - 1) * 3);

  /* closed on itself, each of them says so */
  g_clear_pointer (&budget, plt_budget_free);
  self->facts->globals.items[n - 1].value = "V1";
  budget = plt_budget_new (self->facts, 0, self->plan);
  g_assert_false (plt_budget_global (budget, n / 2, &e6, &error));
  g_assert_nonnull (error);
  g_assert_true (plt_budget_find_line (budget, 1)->amount == PLT_UNKNOWN);
}

/* B = 5 000 000 with the producer's 5 % in it, 7 % of overheads and 10 % of contingency: 5 850 000.
 */
static void
test_percents (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBudget) budget = NULL;

  add_account (self, 1, "2", 0);
  add_account (self, 2, "21", 1);
  add_line (self, 1, 1, "1", 475000000);
  self->budget->overheads_e6 = 70000;
  self->budget->contingency_e6 = 100000;
  self->budget->producer_e6 = 50000;
  self->budget->producer_account = "21";
  self->budget->producer_mode = "participation";
  budget = plt_budget_new (self->facts, 0, self->plan);
  g_assert_cmpint (total_of (budget, "21"), ==, 25000000);
  g_assert_cmpint (budget->subtotal, ==, 500000000);
  g_assert_cmpint (budget->overheads, ==, 35000000);
  g_assert_cmpint (budget->contingency, ==, 50000000);
  g_assert_cmpint (budget->total, ==, 585000000);
  g_assert_cmpint (budget->by_mode[PLT_MODE_PARTICIPATION], ==, 25000000);
  g_assert_cmpint (budget->by_mode[PLT_MODE_CASH], ==, 560000000);
}

/* A base without the ninth post: 7 % of 800, not of 1 000. */
static void
test_bases (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBudget) budget = NULL;

  add_account (self, 1, "8", 0);
  add_account (self, 2, "9", 0);
  add_line (self, 1, 1, "1", 80000);
  add_line (self, 2, 2, "1", 20000);
  self->budget->overheads_e6 = 70000;
  self->budget->overheads_base = "postes-1-8";
  budget = plt_budget_new (self->facts, 0, self->plan);
  g_assert_cmpint (budget->overheads, ==, 5600);
  g_assert_cmpint (budget->total, ==, 105600);
}

static void
test_transfers (Fixture *self, gconstpointer data)
{
  PltTransferFacts *transfer = PLT_FACTS_ADD (self->facts->transfers, PltTransferFacts, 1);
  g_autoptr (PltBudget) budget = NULL;

  add_account (self, 1, "2", 0);
  add_account (self, 2, "21", 1);
  add_account (self, 3, "3", 0);
  add_line (self, 1, 2, "1", 100000);
  add_line (self, 2, 3, "1", 50000);
  transfer->budget = 1;
  transfer->date = PLT_DATE_NONE;
  transfer->from_account = 2;
  transfer->to_account = 3;
  transfer->amount_cents = 30000;
  transfer->reason = transfer->author = "";
  budget = plt_budget_new (self->facts, 0, self->plan);
  g_assert_cmpint (total_of (budget, "2"), ==, 70000);
  g_assert_cmpint (total_of (budget, "3"), ==, 80000);
  g_assert_cmpint (budget->total, ==, 150000);
}

/* What might stand in a cell, before it does; then as it was. */
static void
test_try (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBudget) budget = NULL;
  g_autoptr (GArray) origins = NULL;
  g_autoptr (GError) error = NULL;

  add_account (self, 1, "2", 0);
  add_global (self, 1, "SEM", "6");
  add_line (self, 1, 1, "SEM", 10000);
  budget = plt_budget_new (self->facts, 0, self->plan);
  g_assert_cmpint (budget->total, ==, 60000);
  g_assert_true (plt_budget_find_line (budget, 1)->linked);
  g_assert_true (plt_budget_try (budget, (PltRef){ "budget_global", 1, "value" }, "7,5", &error));
  g_assert_cmpint (budget->total, ==, 75000);
  g_assert_true (plt_budget_try (budget, (PltRef){ "budget_line", 1, "duration" }, "2", &error));
  g_assert_cmpint (budget->total, ==, 120000);
  g_assert_false (plt_budget_try (budget, (PltRef){ "budget_line", 1, "duration" }, "2*", &error));
  g_assert_nonnull (error);
  plt_budget_recompute (budget);
  g_assert_cmpint (budget->total, ==, 60000);
  origins = plt_budget_origins (budget, (PltRef){ "budget_line", 1, "quantity" });
  g_assert_cmpuint (origins->len, ==, 1);
  g_assert_cmpstr (g_array_index (origins, PltBudgetOrigin, 0).name, ==, "SEM");
  g_assert_cmpint (g_array_index (origins, PltBudgetOrigin, 0).e6, ==, 6 * E6);
  g_assert_cmpstr (g_array_index (origins, PltBudgetOrigin, 0).ref.table, ==, "budget_global");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  TEST ("/devis/published", test_published);
  TEST ("/devis/formulas", test_formulas);
  TEST ("/devis/long-chain", test_long_chain);
  TEST ("/devis/percents", test_percents);
  TEST ("/devis/bases", test_bases);
  TEST ("/devis/transfers", test_transfers);
  TEST ("/devis/try", test_try);
  return g_test_run ();
}
