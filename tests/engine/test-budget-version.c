/* Versions of the devis on a real file: copies, locking, transfers; each is one step, and what is
 * locked stays as it is. */
#include "plt-budget-version.h"

#include "plt-load.h"
#include "plt-rows.h"
#include "plt-test-papers.h"

typedef struct
{
  PltStore *store;
  PltFacts *facts;
  PltPlan *plan;
  gint64 budget;
} Fixture;

static void
reload (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->plan, plt_plan_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  self->facts = plt_facts_load (self->store, &error);
  g_assert_no_error (error);
  self->plan = plt_plan_new (self->facts, 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->store = plt_test_store_papers ();
  reload (self);
  self->budget = self->facts->production.budget;
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  plt_plan_free (self->plan);
  plt_facts_free (self->facts);
  g_object_unref (self->store);
}

static PltMoney
total (const Fixture *self, gint64 budget)
{
  g_autoptr (PltBudget) computed = plt_budget_new (self->facts, budget, self->plan);

  return computed->total;
}

/* One step that comes back as it was; gives the row of `handle`. */
static gint64
apply (Fixture *self, const PltBatch *batch, gint64 handle)
{
  g_autofree char *before = plt_store_checksum (self->store);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  guint n = plt_test_n_steps (self->store);

  plt_store_apply (self->store, "Devis", NULL, batch, &ids, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (plt_test_n_steps (self->store), ==, n + 1);
  plt_assert_undo_redo (self->store, before);
  reload (self);
  return handle < 0 ? g_array_index (ids, gint64, -handle - 1) : 0;
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

static gint64
copy (Fixture *self, gint64 budget, const char *name)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  gint64 handle = plt_budget_copy (self->facts, budget, name, batch, &error);

  g_assert_no_error (error);
  return apply (self, batch, handle);
}

static void
lock (Fixture *self, gint64 budget, guint expected)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  plt_budget_lock (self->facts, self->plan, budget, batch, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, expected);
  apply (self, batch, 0);
}

/* Every column of every row of both, but for ids, the versions and where they stand. */
static void
assert_same_rows (Fixture *self, const char *table_id, gint64 a, gint64 b)
{
  const PltTable *table = plt_table_find (table_id);
  const PltFilter filters[]
      = { { "budget", plt_value_integer (a) }, { "budget", plt_value_integer (b) } };
  g_autoptr (GArray) ids_a = plt_rows_ids (self->store, table, &filters[0], 1, NULL, NULL);
  g_autoptr (GArray) ids_b = plt_rows_ids (self->store, table, &filters[1], 1, NULL, NULL);

  g_assert_cmpuint (ids_a->len, ==, ids_b->len);
  g_assert_cmpuint (ids_a->len, >, 0);
  for (guint i = 0; i < ids_a->len; i++)
    for (guint c = 0; table->columns[c].id != NULL; c++)
      {
        const char *column = table->columns[c].id;
        g_autofree char *of_a = NULL;
        g_autofree char *of_b = NULL;

        if (g_str_equal (column, "budget") || g_str_equal (column, "position"))
          continue;
        of_a = plt_test_cell (self->store, table_id, g_array_index (ids_a, gint64, i), column);
        of_b = plt_test_cell (self->store, table_id, g_array_index (ids_b, gint64, i), column);
        g_assert_cmpstr (of_a, ==, of_b);
      }
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  PltTransferAsk ask = { "6", "7", 12345, "Cantine moins chère", "Anselme", PLT_DATE_NONE };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBudget) budget = plt_budget_new (self->facts, 0, self->plan);
  gint64 first = self->budget, second, line;
  const PltBudgetFacts *facts, *before, *after;

  PLT_TEST_INSERT (self->store, "budget_global", "budget", "1", "name", "SEM", "value",
                   "jours_tournage / 5", "label", "Semaines", "unit", "sem", "movable", "oui",
                   "least", "1", "most", "9");
  PLT_TEST_INSERT (self->store, "payment_profile", "code", "F30", "name", "À 30 jours");
  PLT_TEST_INSERT (self->store, "task", "name", "Mixage");
  line = self->facts->lines.items[0].id;
  g_assert_true (plt_store_set (self->store, "budget_line", line, "payment", "1", NULL));
  g_assert_true (plt_store_set (self->store, "budget_line", line, "task", "Mixage", NULL));
  g_assert_cmpint (plt_budget_transfer (self->facts, budget, &ask, batch, NULL), <, 0);
  apply (self, batch, 0);
  second = copy (self, first, "Variante");
  facts = PLT_FACTS_FIND (self->facts->budgets, PltBudgetFacts, second);
  g_assert_cmpstr (facts->name, ==, "Variante");
  g_assert_cmpstr (facts->status, ==, "brouillon");
  g_assert_cmpint (facts->version, ==, 5);
  g_assert_cmpint (facts->copied_from, ==, first);
  g_assert_cmpint (self->facts->production.budget, ==, first);
  assert_same_rows (self, "account", first, second);
  assert_same_rows (self, "budget_global", first, second);
  assert_same_rows (self, "budget_line", first, second);
  assert_same_rows (self, "budget_transfer", first, second);
  g_assert_cmpint (total (self, first), ==, total (self, second));
  g_assert_true (plt_budget_before (self->facts, facts)->id == first);
  g_assert_true (plt_budget_pair (self->facts, facts, &before, &after));
  g_assert_true (before->id == first && after->id == second);
  g_assert_true (plt_budget_pair (self->facts, before, &before, &after));
  g_assert_true (before->id == first && after->id == second);
  /* the head: everything but what makes it another version */
  for (guint c = 0; plt_table_find ("budget")->columns[c].id != NULL; c++)
    {
      static const char *const own[] = { "name", "version", "status", "copied_from", NULL };
      const char *column = plt_table_find ("budget")->columns[c].id;
      g_autofree char *of_a = plt_test_cell (self->store, "budget", first, column);
      g_autofree char *of_b = plt_test_cell (self->store, "budget", second, column);

      if (!g_strv_contains (own, column))
        g_assert_cmpstr (of_a, ==, of_b);
    }
}

static void
test_find (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *word;
    PltBudgetWord meaning;
    int found; /* 1 the first, 2 the second, 0 none, -1 several */
  } cases[] = {
    { "v4", PLT_BUDGET_WORD_ID, 1 },      { "V5", PLT_BUDGET_WORD_ID, 2 },
    { "4", PLT_BUDGET_WORD_VERSION, 1 },  { "1", PLT_BUDGET_WORD_ID, 1 },
    { "#1", PLT_BUDGET_WORD_VERSION, 1 }, { "ALLÉGÉ", PLT_BUDGET_WORD_ID, 2 },
    { "allege", PLT_BUDGET_WORD_ID, 2 },  { "v9", PLT_BUDGET_WORD_VERSION, 0 },
    { "", PLT_BUDGET_WORD_VERSION, 0 },   { "4", PLT_BUDGET_WORD_ID, 0 },
    { "Devis", PLT_BUDGET_WORD_ID, -1 },
  };
  gint64 second = copy (self, self->budget, "Allégé");

  copy (self, self->budget, NULL); /* of the same name */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const PltBudgetFacts *found
          = plt_budget_find_version (self->facts, cases[i].word, cases[i].meaning, &error);

      if (cases[i].found > 0)
        g_assert_cmpint (found->id, ==, cases[i].found == 1 ? self->budget : second);
      else
        g_assert_error (error, PLT_ERROR,
                        (int) (cases[i].found == 0 ? PLT_ERROR_NOT_FOUND : PLT_ERROR_CONFLICT));
    }
}

/* The locked version keeps its figures when the plan moves; its copy made before follows it. */
static void
test_lock (Fixture *self, gconstpointer data)
{
  gint64 copy_id = copy (self, self->budget, "Suite");
  PltMoney before = total (self, self->budget);
  gint64 line = line_of (self, self->budget, "Nora");
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  lock (self, self->budget, 7); /* weeks, days of the plan, roles, extras */
  g_assert_true (plt_budget_is_locked (self->facts, self->budget));
  g_assert_cmpint (total (self, self->budget), ==, before);
  plt_assert_cell (self->store, "budget_line", line, "link_duration", "jours(role)");
  for (guint i = 0; i < self->facts->strips.n; i++)
    self->facts->strips.items[i].day = 0;
  g_clear_pointer (&self->plan, plt_plan_free);
  self->plan = plt_plan_new (self->facts, 0);
  g_assert_cmpint (total (self, self->budget), ==, before);
  g_assert_cmpint (total (self, copy_id), <, before);

  g_assert_false (plt_budget_lock (self->facts, self->plan, self->budget, batch, NULL, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "locked");
}

/* What the store refuses once a version is locked, and what it takes. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *table, *label, *column, *text;
    gboolean taken;
  } cases[] = {
    { "budget_line", "Nora", "rate_cents", "500", FALSE },
    { "budget_line", "Nora", "note", "Vu", FALSE },
    { "account", NULL, "name", "Rôles", FALSE },
    { "budget_global", NULL, "value", "7", FALSE },
    { "budget", "Devis", "overheads_e6", "9 %", FALSE },
    { "budget", "Devis", "ceiling_cents", "100000", FALSE },
    { "budget", "Devis", "note", "Déposé au CNC", TRUE },
    { "budget", "Devis", "name", "Devis", TRUE },
    { "budget", "Devis", "status", "archive", TRUE },
    { "budget", "Devis", "status", "brouillon", TRUE },
    { "budget_line", "Nora", "rate_cents", "500", TRUE },
  };
  g_autoptr (GError) error = NULL;

  PLT_TEST_INSERT (self->store, "budget_global", "budget", "1", "name", "SEM", "value", "6");
  reload (self);
  lock (self, self->budget, 7);
  g_assert_cmpint (plt_store_insert (self->store, "budget_line", &error, "budget", "1", "account",
                                     "1", "label", "De trop", NULL),
                   ==, 0);
  plt_assert_says (error, PLT_ERROR_CONFLICT, "locked");
  g_clear_error (&error);
  g_assert_false (
      plt_store_delete (self->store, "budget_line", line_of (self, self->budget, "Nora"), &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "Version 4");
  g_clear_error (&error);
  g_assert_false (plt_store_delete (self->store, "budget", self->budget, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_clear_error (&error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = g_str_equal (cases[i].table, "budget_line")
                      ? line_of (self, self->budget, cases[i].label)
                      : 1;

      g_test_message ("%s.%s = %s", cases[i].table, cases[i].column, cases[i].text);
      g_assert_cmpint (
          plt_store_set (self->store, cases[i].table, id, cases[i].column, cases[i].text, &error),
          ==, cases[i].taken);
      if (cases[i].taken)
        g_assert_no_error (error);
      else
        plt_assert_says (error, PLT_ERROR_CONFLICT, "locked");
      g_clear_error (&error);
    }
}

static void
test_unlock_choose (Fixture *self, gconstpointer data)
{
  gint64 second = copy (self, self->budget, "Suite");
  g_autoptr (PltBatch) chosen = plt_batch_new ();
  g_autoptr (PltBatch) unlocked = plt_batch_new ();
  g_autofree char *followed = plt_budget_keep_reason (self->facts, self->budget);
  g_autofree char *locked = NULL;
  g_autofree char *free_to_go = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (followed);
  g_assert_false (plt_budget_unlock (self->facts, self->budget, unlocked, &error));
  plt_assert_says (error, PLT_ERROR_CONFLICT, "not locked");
  g_clear_error (&error);
  g_assert_false (plt_budget_choose (self->facts, 99, chosen, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (plt_budget_choose (self->facts, second, chosen, &error));
  apply (self, chosen, 0);
  g_assert_cmpint (self->facts->production.budget, ==, second);
  lock (self, self->budget, 7);
  locked = plt_budget_keep_reason (self->facts, self->budget);
  g_assert_nonnull (locked);
  g_assert_true (plt_budget_unlock (self->facts, self->budget, unlocked, &error));
  apply (self, unlocked, 0);
  g_assert_false (plt_budget_is_locked (self->facts, self->budget));
  free_to_go = plt_budget_keep_reason (self->facts, self->budget);
  g_assert_null (free_to_go);
}

static void
test_transfer (Fixture *self, gconstpointer data)
{
  static const struct
  {
    PltTransferAsk ask;
    PltError code;
    const char *part;
  } wrong[] = {
    { { "99", "7", 100, "Pour voir", NULL, PLT_DATE_NONE }, PLT_ERROR_NOT_FOUND, "99" },
    { { "6", "77", 100, "Pour voir", NULL, PLT_DATE_NONE }, PLT_ERROR_NOT_FOUND, "77" },
    { { "6", "6", 100, "Pour voir", NULL, PLT_DATE_NONE }, PLT_ERROR_INVALID, "no part" },
    { { "6", "66", 100, "Pour voir", NULL, PLT_DATE_NONE }, PLT_ERROR_INVALID, "no part" },
    { { "66", "6", 100, "Pour voir", NULL, PLT_DATE_NONE }, PLT_ERROR_INVALID, "no part" },
    { { "6", "7", 0, "Pour voir", NULL, PLT_DATE_NONE }, PLT_ERROR_INVALID, "above zero" },
    { { "6", "7", 100000000000, "Pour voir", NULL, PLT_DATE_NONE }, PLT_ERROR_INVALID, "holds" },
    { { "6", "7", 100, "", NULL, PLT_DATE_NONE }, PLT_ERROR_INVALID, "Say why" },
  };
  g_autoptr (PltBudget) before = plt_budget_new (self->facts, 0, self->plan);
  PltMoney six = plt_budget_account_by_code (before, "6")->total;
  PltMoney seven = plt_budget_account_by_code (before, "7")->total;
  PltMoney whole = before->total;
  PltTransferAsk ask = {
    "66", "71", 30000, "Deux jours de drone", "Anselme Guivarc’h", plt_date_from_ymd (2026, 10, 8)
  };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBudget) after = NULL;
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (plt_budget_transfer (self->facts, before, &wrong[i].ask, batch, &error), ==,
                       0);
      plt_assert_says (error, wrong[i].code, wrong[i].part);
    }
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
  id = apply (self, batch, plt_budget_transfer (self->facts, before, &ask, batch, NULL));
  plt_assert_cell (self->store, "budget_transfer", id, "reason", "Deux jours de drone");
  plt_assert_cell (self->store, "budget_transfer", id, "date", "08/10/2026");
  after = plt_budget_new (self->facts, 0, self->plan);
  g_assert_cmpint (plt_budget_account_by_code (after, "6")->total, ==, six - 30000);
  g_assert_cmpint (plt_budget_account_by_code (after, "71")->transfers, ==, 30000);
  g_assert_cmpint (plt_budget_account_by_code (after, "7")->total, ==, seven + 30000);
  g_assert_cmpint (after->total, ==, whole);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  TEST ("/budget-version/copy", test_copy);
  TEST ("/budget-version/find", test_find);
  TEST ("/budget-version/lock", test_lock);
  TEST ("/budget-version/refused", test_refused);
  TEST ("/budget-version/unlock-choose", test_unlock_choose);
  TEST ("/budget-version/transfer", test_transfer);
  return g_test_run ();
}
