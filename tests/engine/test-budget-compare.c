/* Versions of the devis side by side: what is matched with what, what changed, and that every
 * version adds up, also after edits by chance. */
#include "plt-budget-compare.h"

#include "plt-budget-version.h"
#include "plt-load.h"
#include "plt-rows.h"
#include "plt-test-papers.h"

typedef struct
{
  PltStore *store;
  PltFacts *facts;
  PltPlan *plan;
  PltBudgetCompare *compare;
  gint64 ids[PLT_COMPARE_MAX];
  guint n;
} Fixture;

static void
reload (Fixture *self)
{
  g_clear_pointer (&self->compare, plt_budget_compare_free);
  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  self->facts = plt_facts_load (self->store, NULL);
  self->plan = plt_plan_new (self->facts, 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->store = plt_test_store_papers ();
  reload (self);
  self->ids[0] = self->facts->production.budget;
  self->n = 1;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_budget_compare_free (self->compare);
  plt_plan_free (self->plan);
  plt_facts_free (self->facts);
  g_object_unref (self->store);
}

/* One more version, a copy of the last. */
static gint64
add_version (Fixture *self)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) ids = NULL;
  gint64 handle;

  reload (self);
  handle = plt_budget_copy (self->facts, self->ids[self->n - 1], NULL, batch, NULL);
  g_assert_true (plt_store_apply (self->store, "Copy", NULL, batch, &ids, NULL));
  self->ids[self->n++] = g_array_index (ids, gint64, -handle - 1);
  reload (self);
  return self->ids[self->n - 1];
}

static void
compare (Fixture *self)
{
  reload (self);
  self->compare = plt_budget_compare_new (self->facts, self->plan, self->ids, self->n);
}

static gint64
line_of (const Fixture *self, gint64 budget, const char *label)
{
  for (guint i = 0; i < self->facts->lines.n; i++)
    if (self->facts->lines.items[i].budget == budget
        && g_str_equal (self->facts->lines.items[i].label, label))
      return self->facts->lines.items[i].id;
  g_error ("no line %s", label);
}

static char *
account_of (const Fixture *self, gint64 budget, const char *code)
{
  for (guint i = 0; i < self->facts->accounts.n; i++)
    if (self->facts->accounts.items[i].budget == budget
        && g_str_equal (self->facts->accounts.items[i].code, code))
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->facts->accounts.items[i].id);
  g_error ("no account %s", code);
}

static void
set (Fixture *self, gint64 budget, const char *label, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;

  plt_store_set (self->store, "budget_line", line_of (self, budget, label), column, text, &error);
  g_assert_no_error (error);
}

static const PltCompareRow *
find (const Fixture *self, PltCompareKind kind, const char *name)
{
  for (guint i = 0; i < self->compare->rows->len; i++)
    {
      const PltCompareRow *row = &g_array_index (self->compare->rows, PltCompareRow, i);

      if (row->kind == kind
          && (g_str_equal (row->name, name)
              || (kind != PLT_COMPARE_LINE && g_str_equal (row->code, name))))
        return row;
    }
  return NULL;
}

/* Every account is the sum of what stands one level below it, every total the sum of its parts. */
static void
assert_adds_up (const Fixture *self)
{
  const GArray *rows = self->compare->rows;

  for (guint v = 0; v < self->n; v++)
    {
      g_autofree PltMoney *sums = g_new0 (PltMoney, rows->len);
      PltMoney posts = 0, total = 0;

      for (guint i = 0; i < rows->len; i++)
        {
          const PltCompareRow *row = &g_array_index (rows, PltCompareRow, i);
          PltMoney amount = row->amounts[v] != PLT_UNKNOWN ? row->amounts[v] : 0;

          if (row->parent != G_MAXUINT)
            {
              g_assert_cmpuint (row->parent, <, i);
              sums[row->parent] += amount;
            }
          else if (row->kind == PLT_COMPARE_ACCOUNT || row->kind == PLT_COMPARE_UNPOSTED)
            posts += amount;
          else if (row->kind == PLT_COMPARE_PERCENT)
            total += amount;
          else if (row->kind == PLT_COMPARE_SUBTOTAL)
            {
              g_assert_cmpint (amount, ==, posts);
              total += amount;
            }
          else
            g_assert_cmpint (amount, ==, total);
        }
      for (guint i = 0; i < rows->len; i++)
        if (g_array_index (rows, PltCompareRow, i).kind == PLT_COMPARE_ACCOUNT)
          g_assert_cmpint (g_array_index (rows, PltCompareRow, i).amounts[v], ==, sums[i]);
      g_assert_cmpint (g_array_index (rows, PltCompareRow, rows->len - 1).amounts[v], ==,
                       self->compare->budgets[v]->total);
    }
}

static void
test_same (Fixture *self, gconstpointer data)
{
  add_version (self);
  compare (self);
  assert_adds_up (self);
  for (guint i = 0; i < self->compare->rows->len; i++)
    {
      const PltCompareRow *row = &g_array_index (self->compare->rows, PltCompareRow, i);

      g_assert_false (plt_compare_differs (row, 0, 1));
      g_assert_true (row->has[0] && row->has[1]);
      g_assert_cmpuint (row->pair, ==, G_MAXUINT);
    }
}

/* Nora 500 €, two days more, the camera is renamed, the drone gone, a grip new, the canteen in post
 * 7 from account 66, the price of the DP written as a formula. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *label;
    guint changes;
    gboolean before, after;
  } cases[] = {
    { "Nora", PLT_LINE_RATE | PLT_LINE_DURATION, TRUE, TRUE },
    { "Caméra, optiques et filtres", PLT_LINE_LABEL, TRUE, TRUE },
    { "Le pilote", 0, TRUE, TRUE },
    { "Directeur de la photographie", PLT_LINE_FORMULA, TRUE, TRUE },
    { "Location de la ferme", PLT_LINE_UNIT | PLT_LINE_MODE, TRUE, TRUE },
    { "Drone et pilote", 0, TRUE, FALSE },
    { "Machinerie", 0, FALSE, TRUE },
  };
  gint64 second = add_version (self);
  g_autofree char *budget = g_strdup_printf ("%" G_GINT64_FORMAT, second);
  g_autofree char *seven = account_of (self, second, "7");
  g_autofree char *camera = account_of (self, second, "71");
  const PltCompareRow *row, *other;
  PltMoney nora;

  set (self, second, "Nora", "rate_cents", "500");
  set (self, second, "Nora", "duration", "jours(role)+2");
  set (self, second, "Directeur de la photographie", "duration",
       "jours_tournage*0+semaines_tournage");
  set (self, second, "Location de la ferme", "unit", "nuit");
  set (self, second, "Location de la ferme", "mode", "participation");
  set (self, second, "Cantine", "account", seven);
  set (self, second, "Caméra et optiques", "label", "Caméra, optiques et filtres");
  plt_store_delete (self->store, "budget_line", line_of (self, second, "Drone et pilote"), NULL);
  PLT_TEST_INSERT (self->store, "budget_line", "budget", budget, "account", camera, "label",
                   "Machinerie", "rate_cents", "640");
  compare (self);
  assert_adds_up (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      row = find (self, PLT_COMPARE_LINE, cases[i].label);
      g_assert_nonnull (row);
      g_test_message ("%s", cases[i].label);
      g_assert_cmpuint (plt_compare_line_changes (row, 0, 1), ==, cases[i].changes);
      g_assert_cmpint (row->has[0], ==, cases[i].before);
      g_assert_cmpint (row->has[1], ==, cases[i].after);
      g_assert_cmpint (plt_compare_differs (row, 0, 1), ==,
                       (cases[i].changes & ~(guint) PLT_LINE_FORMULA) != 0 || !cases[i].before
                           || !cases[i].after);
    }
  row = find (self, PLT_COMPARE_LINE, "Nora");
  nora = row->amounts[0];
  g_assert_cmpint (nora % 41825, ==, 0);
  g_assert_cmpint (row->amounts[1], ==, (nora / 41825 + 2) * 50000);
  g_assert_cmpint (plt_compare_change (row, 0, 1), ==, row->amounts[1] - nora);
  row = find (self, PLT_COMPARE_LINE, "Drone et pilote");
  g_assert_cmpint (plt_compare_change (row, 0, 1), ==, -90000);
  g_assert_cmpint (plt_compare_change_e6 (row, 0, 1), ==, -1000000);
  row = find (self, PLT_COMPARE_LINE, "Machinerie");
  g_assert_cmpint (plt_compare_change (row, 0, 1), ==, 64000);
  g_assert_true (plt_compare_change_e6 (row, 0, 1) == PLT_UNKNOWN); /* of nothing */
  /* the canteen went to another account: two rows that know each other */
  row = find (self, PLT_COMPARE_LINE, "Cantine");
  g_assert_true (row->has[0] && !row->has[1]);
  other = &g_array_index (self->compare->rows, PltCompareRow, row->pair);
  g_assert_true (!other->has[0] && other->has[1]);
  g_assert_cmpint (row->amounts[0], ==, other->amounts[1]);
}

/* A version that comes back to what an older one had finds its line again, and new lines stand
 * behind their neighbours. */
static void
test_four (Fixture *self, gconstpointer data)
{
  gint64 second = add_version (self), third, fourth;
  g_autofree char *of_third = NULL;
  g_autofree char *crew = NULL;
  const PltCompareRow *row, *before;
  PltMoney change;

  g_assert_true (
      plt_store_delete (self->store, "budget_line", line_of (self, second, "Figurants"), NULL));
  third = add_version (self);
  of_third = g_strdup_printf ("%" G_GINT64_FORMAT, third);
  crew = account_of (self, third, "34");
  PLT_TEST_INSERT (self->store, "budget_line", "budget", of_third, "account", crew, "code", "34-01",
                   "label", "Figurants", "quantity", "20", "rate_cents", "107", "unit", "jour");
  PLT_TEST_INSERT (self->store, "account", "budget", of_third, "code", "36", "name", "Voix",
                   "parent", crew);
  reload (self);
  fourth = add_version (self);
  plt_store_set (self->store, "budget", fourth, "overheads_e6", "8 %", NULL);
  compare (self);
  assert_adds_up (self);
  row = find (self, PLT_COMPARE_LINE, "Figurants");
  g_assert_true (row->has[0] && !row->has[1] && row->has[2] && row->has[3]);
  g_assert_cmpint (row->amounts[2], ==, 214000);
  g_assert_cmpint (plt_compare_change (row, 0, 1), ==, -row->amounts[0]);
  row = find (self, PLT_COMPARE_ACCOUNT, "36");
  g_assert_cmpuint (row->level, ==, 3);
  before = &g_array_index (self->compare->rows, PltCompareRow, row->parent);
  g_assert_cmpstr (before->code, ==, "34");
  row = find (self, PLT_COMPARE_SUBTOTAL, "");
  before = row + 1; /* the overheads */
  g_assert_cmpint (before->kind, ==, PLT_COMPARE_PERCENT);
  g_assert_true (
      plt_money_apply_rate (row->amounts[3], 80000, PLT_RATE_ONE, PLT_ROUND_HALF_UP, &change));
  g_assert_cmpint (before->amounts[3], ==, change);
}

/* A transfer shows in both accounts, and leaves the total alone. */
static void
test_transfer (Fixture *self, gconstpointer data)
{
  gint64 second = add_version (self);
  PltTransferAsk ask = { "66", "71", 20000, "Repas chez l’habitant", NULL, PLT_DATE_NONE };
  g_autoptr (PltBudget) budget = plt_budget_new (self->facts, second, self->plan);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  guint n = 0;

  g_assert_cmpint (plt_budget_transfer (self->facts, budget, &ask, batch, NULL), !=, 0);
  g_assert_true (plt_store_apply (self->store, "Transfer", NULL, batch, NULL, NULL));
  compare (self);
  assert_adds_up (self);
  for (guint i = 0; i < self->compare->rows->len; i++)
    {
      const PltCompareRow *row = &g_array_index (self->compare->rows, PltCompareRow, i);

      if (row->kind == PLT_COMPARE_TRANSFERS)
        {
          g_assert_cmpint (row->amounts[0], ==, 0);
          g_assert_cmpint (ABS (row->amounts[1]), ==, 20000);
          n++;
        }
      if (row->kind == PLT_COMPARE_TOTAL)
        g_assert_cmpint (plt_compare_change (row, 0, 1), ==, 0);
    }
  g_assert_cmpuint (n, ==, 2);
}

/* Edits by chance in a chain of versions: they add up, and each line of each version has a row. */
static void
test_chance (Fixture *self, gconstpointer data)
{
  static const char *const columns[] = { "quantity", "duration", "rate_cents", "label", "code" };
  static const char *const texts[] = { "3", "7,5", "120,55", "12", "99-99" };
  GRand *rand = g_rand_new_with_seed (2026);

  while (self->n < PLT_COMPARE_MAX)
    {
      gint64 budget = add_version (self);

      for (guint i = 0; i < self->facts->lines.n; i++)
        {
          const PltLineFacts *line = &self->facts->lines.items[i];
          int way = g_rand_int_range (rand, 0, 12);

          if (line->budget != budget)
            continue;
          if (way < 5)
            g_assert_true (plt_store_set (self->store, "budget_line", line->id, columns[way],
                                          texts[way], NULL));
          else if (way == 5)
            g_assert_true (plt_store_delete (self->store, "budget_line", line->id, NULL));
        }
      reload (self);
    }
  g_rand_free (rand);
  compare (self);
  assert_adds_up (self);
  for (guint v = 0; v < self->n; v++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint i = 0; i < self->compare->rows->len; i++)
        {
          const PltCompareRow *row = &g_array_index (self->compare->rows, PltCompareRow, i);

          if (row->lines[v] != NULL)
            g_assert_true (g_hash_table_add (seen, (gpointer) row->lines[v]));
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, self->compare->budgets[v]->lines->len);
    }
}

/* A version that is not there is an empty one. */
static void
test_nothing (Fixture *self, gconstpointer data)
{
  const PltCompareRow *total;

  self->ids[1] = 999;
  self->n = 2;
  compare (self);
  assert_adds_up (self);
  total = &g_array_index (self->compare->rows, PltCompareRow, self->compare->rows->len - 1);
  g_assert_cmpint (total->amounts[1], ==, 0);
  g_assert_false (total->has[1]);
  g_assert_cmpint (plt_compare_change_e6 (total, 0, 1), ==, -1000000);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/budget-compare/same", test_same);
  TEST ("/budget-compare/changes", test_changes);
  TEST ("/budget-compare/four", test_four);
  TEST ("/budget-compare/transfer", test_transfer);
  TEST ("/budget-compare/chance", test_chance);
  TEST ("/budget-compare/nothing", test_nothing);
  return g_test_run ();
}
