/* Simulations: worked out by hand on a small devis, checked by computing the devis that the batch
 * makes of it, and by chance.
 *
 * The small devis: SEM weeks (6), account 2: chief 2 000 € a week × SEM, assistant 1 000 € × SEM,
 * both with 50 % of contributions in account 4; account 7: camera 300 € × DAYS (20), grip 5 ×
 * 111,11 €; overheads 10 %. Posts: 2 = 18 000, 4 = 9 000, 7 = 6 555,55; 33 555,55; total 36 911,11.
 */
#include "plt-budget-reach.h"

#include "plt-load.h"
#include "plt-rows.h"
#include "plt-test-store.h"

#define E6 G_GINT64_CONSTANT (1000000)
#define FREE PLT_UNKNOWN

static const char *const rows[] = {
  "production | title = Essai | budget = ^devis",
  "p: contribution_profile | code = t | name = T | method = global | employer_e6 = 50 % | account "
  "= 4",
  "devis: budget | name = Devis | overheads_e6 = 10 % | ceiling_cents = 35000",
  "c2: account | budget = @devis | code = 2 | name = Personnel",
  "c4: account | budget = @devis | code = 4 | name = Charges",
  "c7: account | budget = @devis | code = 7 | name = Technique",
  "budget_global | budget = @devis | name = SEM | value = 6 | movable = oui | least = 4 | most = 8",
  "budget_global | budget = @devis | name = DAYS | value = 20 | movable = oui | least = SEM*2",
  "budget_global | budget = @devis | name = RIEN | value = 3 | movable = non",
  "budget_global | budget = @devis | name = FORMULE | value = SEM*5",
  "budget_line | budget = @devis | account = @c2 | code = 2-1 | label = Chef | duration = SEM"
  " | unit = semaine | rate_cents = 2000 | profile = @p",
  "budget_line | budget = @devis | account = @c2 | code = 2-2 | label = Assistant | duration = SEM"
  " | unit = semaine | rate_cents = 1000 | profile = @p",
  "budget_line | budget = @devis | account = @c7 | code = 7-1 | label = Caméra | duration = DAYS"
  " | unit = jour | rate_cents = 300",
  "budget_line | budget = @devis | account = @c7 | code = 7-2 | label = Machinerie | quantity = 5"
  " | rate_cents = 111,11",
  NULL,
};

typedef struct
{
  PltStore *store;
  PltFacts *facts;
  PltPlan *plan;
  PltReach reach;
} Fixture;

static void
reload (Fixture *self)
{
  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  self->facts = plt_facts_load (self->store, NULL);
  self->plan = plt_plan_new (self->facts, 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->store = plt_test_store_lines (rows);
  reload (self);
  plt_reach_init (&self->reach);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_reach_clear (&self->reach);
  plt_plan_free (self->plan);
  plt_facts_free (self->facts);
  g_object_unref (self->store);
}

static PltRef
global (const Fixture *self, const char *name)
{
  for (guint i = 0; i < self->facts->globals.n; i++)
    if (g_str_equal (self->facts->globals.items[i].name, name))
      return (PltRef){ "budget_global", self->facts->globals.items[i].id, "value" };
  g_error ("no variable %s", name);
}

static PltRef
line (const Fixture *self, const char *code, const char *column)
{
  for (guint i = 0; i < self->facts->lines.n; i++)
    if (g_str_equal (self->facts->lines.items[i].code, code))
      return (PltRef){ "budget_line", self->facts->lines.items[i].id, column };
  g_error ("no line %s", code);
}

static void
run (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  plt_reach_run (&self->reach, self->facts, self->plan, 0, &error);
  g_assert_no_error (error);
}

static const PltReachMover *
mover (const Fixture *self, guint index)
{
  return &g_array_index (self->reach.movers, PltReachMover, index);
}

/* The devis with the batch in it has the figures that were told, and undo takes it back. */
static void
assert_exact (Fixture *self)
{
  g_autoptr (PltBudget) before = plt_budget_new (self->facts, 0, self->plan);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBudget) after = NULL;
  g_autofree char *checksum = plt_store_checksum (self->store);
  g_autoptr (GError) error = NULL;
  const PltReach *reach = &self->reach;

  g_assert_cmpint (reach->total_before, ==, before->total);
  plt_reach_propose (reach, before, batch);
  if (plt_batch_get_n_edits (batch) == 0)
    {
      g_assert_cmpint (reach->total_after, ==, before->total);
      return;
    }
  plt_store_apply (self->store, "Simulation", NULL, batch, NULL, &error);
  g_assert_no_error (error);
  plt_assert_undo_redo (self->store, checksum);
  g_clear_pointer (&before, plt_budget_free);
  reload (self);
  after = plt_budget_new (self->facts, 0, self->plan);
  g_assert_cmpint (reach->total_after, ==, after->total);
  g_assert_cmpint (reach->after, ==,
                   *reach->aim == '\0' ? after->total
                                       : plt_budget_account_by_code (after, reach->aim)->total);
  if (reach->keep != NULL)
    g_assert_cmpint (reach->kept_after, ==,
                     *reach->keep == '\0' ? after->total
                                          : plt_budget_account_by_code (after, reach->keep)->total);
}

/* 36 911,11 to 35 000: one day of camera is 330 €, six of them 1 980: 34 931,11. */
static void
test_days (Fixture *self, gconstpointer data)
{
  self->reach.target = 3500000;
  plt_reach_add (&self->reach, global (self, "DAYS"), FREE, FREE, FREE);
  run (self);
  g_assert_true (self->reach.reached);
  g_assert_cmpint (self->reach.before, ==, 3691111);
  g_assert_cmpint (mover (self, 0)->after, ==, 14 * E6);
  g_assert_cmpint (self->reach.after, ==, 3493111);
  g_assert_cmpint (mover (self, 0)->fate, ==, PLT_REACH_MOVED);
  assert_exact (self);
}

/* To the centime: the rate of the camera is 20 × 1,10 = 22 centimes of the total for a centime of
 * its own, that of the grip 5 × 1,10 = 5,5: 35 000,00 less at most 5 centimes. */
static void
test_centimes (Fixture *self, gconstpointer data)
{
  self->reach.target = 3500000;
  plt_reach_add (&self->reach, line (self, "7-1", "rate_cents"), FREE, FREE, FREE);
  plt_reach_add (&self->reach, line (self, "7-2", "rate_cents"), FREE, FREE, FREE);
  run (self);
  g_assert_true (self->reach.reached);
  g_assert_cmpint (self->reach.after, <=, 3500000);
  g_assert_cmpint (self->reach.after, >=, 3500000 - 6);
  g_assert_cmpint (mover (self, 0)->after % 10000, ==, 0);
  /* both gave, by about the same part of what they were */
  g_assert_cmpint (ABS (mover (self, 0)->after * 1000 / mover (self, 0)->before
                        - mover (self, 1)->after * 1000 / mover (self, 1)->before),
                   <=, 2);
  assert_exact (self);
}

/* Below the ceiling already: nothing moves, unless it is to come up to it. */
static void
test_up (Fixture *self, gconstpointer data)
{
  self->reach.target = 4000000;
  plt_reach_add (&self->reach, global (self, "DAYS"), FREE, FREE, FREE);
  plt_reach_add (&self->reach, line (self, "7-2", "rate_cents"), FREE, 200 * E6, FREE);
  run (self);
  g_assert_true (self->reach.reached);
  g_assert_cmpint (self->reach.after, ==, 3691111);
  g_assert_cmpint (mover (self, 0)->fate, ==, PLT_REACH_STAYED);
  self->reach.up = TRUE;
  run (self);
  g_assert_true (self->reach.reached);
  g_assert_cmpint (self->reach.after, <=, 4000000);
  g_assert_cmpint (self->reach.after, >, 4000000 - 6);
  g_assert_cmpint (mover (self, 0)->after, >, 20 * E6);
  g_assert_cmpint (mover (self, 1)->after, <=, 200 * E6);
  assert_exact (self);
}

/* The variables that may move, between their bounds: SEM 4 and DAYS 12 leave 4 × 3 000 × 1,5 +
 * 3 600 + 555,55 = 22 155,55, total 24 371,11 (24 371,105): 20 000 cannot be reached. */
static void
test_out_of_reach (Fixture *self, gconstpointer data)
{
  g_autoptr (PltBudget) budget = plt_budget_new (self->facts, 0, self->plan);
  g_autoptr (GError) error = NULL;

  g_assert_true (plt_reach_add_movable (&self->reach, budget, &error));
  g_assert_cmpuint (self->reach.movers->len, ==, 2);
  self->reach.target = 2000000;
  run (self);
  g_assert_false (self->reach.reached);
  g_assert_cmpint (self->reach.after, ==, 2437111);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (mover (self, i)->fate, ==, PLT_REACH_AT_LEAST);
  assert_exact (self);
}

/* Account 2 to 15 000 while the total stays: SEM 5 saves 3 000 and 1 500 of contributions; they go
 * to the camera, 15 days of 300 €. */
static void
test_keep_total (Fixture *self, gconstpointer data)
{
  self->reach.aim = "2";
  self->reach.target = 1500000;
  self->reach.keep = PLT_REACH_TOTAL;
  plt_reach_add (&self->reach, global (self, "SEM"), FREE, FREE, FREE);
  plt_reach_add (&self->reach, global (self, "DAYS"), FREE, FREE, FREE);
  run (self);
  g_assert_true (self->reach.reached);
  g_assert_cmpint (mover (self, 0)->after, ==, 5 * E6);
  g_assert_cmpint (mover (self, 1)->after, ==, 35 * E6);
  g_assert_cmpint (self->reach.after, ==, 1500000);
  g_assert_cmpint (self->reach.kept_after, ==, self->reach.kept_before);
  assert_exact (self);
}

/* The same with at most 30 days: the total cannot be kept, and the days are what bounds it. */
static void
test_cannot_keep (Fixture *self, gconstpointer data)
{
  self->reach.aim = "2";
  self->reach.target = 1500000;
  self->reach.keep = PLT_REACH_TOTAL;
  plt_reach_add (&self->reach, global (self, "SEM"), FREE, FREE, FREE);
  plt_reach_add (&self->reach, global (self, "DAYS"), FREE, 30 * E6, FREE);
  run (self);
  g_assert_false (self->reach.reached);
  g_assert_cmpint (self->reach.after, ==, 1500000);
  g_assert_cmpint (self->reach.kept_after, ==, self->reach.kept_before - 165000);
  g_assert_cmpint (mover (self, 1)->fate, ==, PLT_REACH_AT_MOST);
  assert_exact (self);
}

/* The total to 35 000 while post 4 stays: salaries pay contributions there and are held. */
static void
test_keep_post (Fixture *self, gconstpointer data)
{
  self->reach.target = 3500000;
  self->reach.keep = "4";
  plt_reach_add (&self->reach, global (self, "SEM"), FREE, FREE, FREE);
  plt_reach_add (&self->reach, global (self, "DAYS"), FREE, FREE, FREE);
  plt_reach_add (&self->reach, global (self, "RIEN"), FREE, FREE, FREE);
  run (self);
  g_assert_true (self->reach.reached);
  g_assert_cmpint (mover (self, 0)->fate, ==, PLT_REACH_HELD);
  g_assert_cmpint (mover (self, 0)->after, ==, 6 * E6);
  g_assert_cmpint (mover (self, 1)->after, ==, 14 * E6);
  g_assert_cmpint (mover (self, 2)->fate, ==, PLT_REACH_NO_EFFECT);
  g_assert_cmpint (self->reach.kept_after, ==, 900000);
  assert_exact (self);
}

/* Half weeks, though the value is whole. */
static void
test_step (Fixture *self, gconstpointer data)
{
  self->reach.target = 3500000;
  plt_reach_add (&self->reach, global (self, "SEM"), FREE, FREE, E6 / 2);
  run (self);
  g_assert_cmpint (mover (self, 0)->after, ==, 5500000); /* 34 436,11; 6 weeks is too much */
  g_assert_cmpint (self->reach.after, ==, 3443611);
  assert_exact (self);
}

static void
test_refused (Fixture *self, gconstpointer data)
{
  const struct
  {
    const char *aim, *keep;
    PltMoney target;
    PltRef cell;
    gint64 least, most, step;
    PltError code;
    const char *part;
  } cases[] = {
    { "9", NULL, 1, global (self, "SEM"), FREE, FREE, FREE, PLT_ERROR_NOT_FOUND, "9" },
    { "", "9", 1, global (self, "SEM"), FREE, FREE, FREE, PLT_ERROR_NOT_FOUND, "9" },
    { "", "", 1, global (self, "SEM"), FREE, FREE, FREE, PLT_ERROR_INVALID, "kept" },
    { "", NULL, -1, global (self, "SEM"), FREE, FREE, FREE, PLT_ERROR_INVALID, "zero" },
    { "", NULL, 1, global (self, "FORMULE"), FREE, FREE, FREE, PLT_ERROR_INVALID, "FORMULE" },
    { "", NULL, 1, line (self, "2-1", "duration"), FREE, FREE, FREE, PLT_ERROR_INVALID, "Chef" },
    { "", NULL, 1, line (self, "2-1", "label"), FREE, FREE, FREE, PLT_ERROR_NOT_FOUND, "move" },
    { "",
      NULL,
      1,
      { "budget_global", 99, "value" },
      FREE,
      FREE,
      FREE,
      PLT_ERROR_NOT_FOUND,
      "move" },
    { "", NULL, 1, global (self, "SEM"), 9 * E6, 8 * E6, FREE, PLT_ERROR_INVALID, "least" },
    { "", NULL, 1, global (self, "SEM"), FREE, FREE, 0, PLT_ERROR_INVALID, "step" },
  };
  g_autoptr (GError) none = NULL;

  g_assert_false (plt_reach_run (&self->reach, self->facts, self->plan, 0, &none));
  plt_assert_says (none, PLT_ERROR_INVALID, "Choose what may move");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (PltReach) reach;
      g_autoptr (GError) error = NULL;

      plt_reach_init (&reach);
      reach.aim = cases[i].aim;
      reach.keep = cases[i].keep;
      reach.target = cases[i].target;
      plt_reach_add (&reach, cases[i].cell, cases[i].least, cases[i].most, cases[i].step);
      g_assert_false (plt_reach_run (&reach, self->facts, self->plan, 0, &error));
      plt_assert_says (error, cases[i].code, cases[i].part);
    }
  g_clear_error (&none);
  g_assert_true (plt_store_set (self->store, "budget", 1, "status", "verrouille", NULL));
  reload (self);
  plt_reach_add (&self->reach, global (self, "SEM"), FREE, FREE, FREE);
  g_assert_false (plt_reach_run (&self->reach, self->facts, self->plan, 0, &none));
  plt_assert_says (none, PLT_ERROR_CONFLICT, "locked");
}

/* Part of the devis is not known: what is reached is not enough. */
static void
test_incomplete (Fixture *self, gconstpointer data)
{
  g_assert_true (plt_store_set (self->store, "budget_line", line (self, "7-2", NULL).id, "quantity",
                                "INCONNU", NULL));
  reload (self);
  self->reach.target = 3500000;
  plt_reach_add (&self->reach, global (self, "DAYS"), FREE, FREE, FREE);
  run (self);
  g_assert_true (self->reach.incomplete);
  g_assert_false (self->reach.reached);
}

/* Any target between the bounds is met within a day of camera; twice the same gives the same. */
static void
test_chance (Fixture *self, gconstpointer data)
{
  GRand *rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 60; i++)
    {
      PltMoney target = g_rand_int_range (rand, 2437111, 6000000);
      g_auto (PltReach) reach;
      g_auto (PltReach) again;
      PltReach *both[] = { &reach, &again };

      for (guint j = 0; j < 2; j++)
        {
          plt_reach_init (both[j]);
          both[j]->target = target;
          both[j]->up = TRUE;
          plt_reach_add (both[j], global (self, "SEM"), 4 * E6, 8 * E6, FREE);
          plt_reach_add (both[j], global (self, "DAYS"), 12 * E6, 60 * E6, FREE);
          g_assert_true (plt_reach_run (both[j], self->facts, self->plan, 0, NULL));
        }
      g_test_message ("%" G_GINT64_FORMAT ": %" G_GINT64_FORMAT " with SEM %" G_GINT64_FORMAT
                      ", DAYS %" G_GINT64_FORMAT,
                      target, reach.after, g_array_index (reach.movers, PltReachMover, 0).after,
                      g_array_index (reach.movers, PltReachMover, 1).after);
      g_assert_true (reach.reached);
      g_assert_cmpint (reach.after, <=, target);
      for (guint m = 0; m < 2; m++)
        {
          const PltReachMover *moved = &g_array_index (reach.movers, PltReachMover, m);

          g_assert_cmpint (moved->after, ==, g_array_index (again.movers, PltReachMover, m).after);
          g_assert_cmpint (moved->after % E6, ==, 0);
        }
      /* a day more would be too much, where there is one */
      if (g_array_index (reach.movers, PltReachMover, 1).after < 60 * E6)
        g_assert_cmpint (reach.after + 33000, >, target);
    }
  g_rand_free (rand);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/budget-reach/days", test_days);
  TEST ("/budget-reach/centimes", test_centimes);
  TEST ("/budget-reach/up", test_up);
  TEST ("/budget-reach/out-of-reach", test_out_of_reach);
  TEST ("/budget-reach/keep-total", test_keep_total);
  TEST ("/budget-reach/cannot-keep", test_cannot_keep);
  TEST ("/budget-reach/keep-post", test_keep_post);
  TEST ("/budget-reach/step", test_step);
  TEST ("/budget-reach/refused", test_refused);
  TEST ("/budget-reach/incomplete", test_incomplete);
  TEST ("/budget-reach/chance", test_chance);
  return g_test_run ();
}
