/* What a drag would move, before the drop: by hand, and on networks by chance against the plan that
 * would really come of it. */
#include "plt-network.h"
#include "plt-test-network.h"

#include <string.h>

#define NONE PLT_DATE_NONE

static PltDate
june (int number)
{
  return plt_date_from_ymd (2026, 6, number);
}

static const PltNetworkMove *
find_move (const PltNetworkPreview *preview, guint task)
{
  for (guint i = 0; i < preview->moves->len; i++)
    if (g_array_index (preview->moves, PltNetworkMove, i).task == task)
      return &g_array_index (preview->moves, PltNetworkMove, i);
  return NULL;
}

static gboolean
has_issue (const PltNetworkPreview *preview, const char *rule, gint64 id)
{
  for (guint i = 0; i < preview->issues->len; i++)
    {
      const PltIssue *issue = preview->issues->pdata[i];

      if (g_str_equal (issue->rule, rule) && issue->ref.id == id)
        return TRUE;
    }
  return FALSE;
}

/* Casting, lectures, tournage, montage one after the other from Monday 1 June 2026; the editing has
 * its own end. */
static PltNetworkTask tasks[5];
static const PltNetworkLink links[] = { { .id = 1, .from = 0, .to = 1 },
                                        { .id = 2, .from = 1, .to = 2 },
                                        { .id = 3, .from = 2, .to = 3 } };
static PltNetworkInput input;

static PltNetworkPreview *
drag (PltNetworkInput *in, guint task, PltDate start, int days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetwork) network = plt_network_new (in, &error);
  g_autoptr (PltNetworkPlan) plan = NULL;
  const PltNetworkChange change = { task, start, days };

  g_assert_no_error (error);
  plan = plt_network_schedule (network);
  return plt_network_move (network, plan, &change, 1);
}

static void
set_up (void)
{
  static const char *const names[] = { "Casting", "Lectures", "Tournage", "Montage", "Affiche" };

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    tasks[i] = PLT_NETWORK_TASK (i + 1, names[i], 5);
  input = (PltNetworkInput){ tasks, 5, links, 3, NULL, 0, june (1), NONE, FALSE };
}

static void
test_forwards (void)
{
  g_autoptr (PltNetworkPreview) preview = NULL;
  const PltNetworkMove *move;

  set_up ();
  preview = drag (&input, 1, june (10), -1);
  g_assert_cmpuint (preview->moves->len, ==, 3);
  g_assert_cmpuint (preview->issues->len, ==, 0);
  g_assert_null (find_move (preview, 0));
  g_assert_null (find_move (preview, 4));
  move = find_move (preview, 1);
  g_assert_cmpint (move->from_start, ==, june (8));
  g_assert_cmpint (move->to_start, ==, june (10));
  g_assert_cmpint (move->to_finish, ==, june (16));
  g_assert_cmpint (find_move (preview, 2)->to_start, ==, june (17));
  g_assert_cmpint (find_move (preview, 3)->to_finish, ==, june (30));
  plt_network_preview_free (g_steal_pointer (&preview));

  /* On a Saturday it goes to the Monday; longer, what follows follows. */
  preview = drag (&input, 1, june (13), -1);
  g_assert_cmpint (find_move (preview, 1)->to_start, ==, june (15));
  plt_network_preview_free (g_steal_pointer (&preview));
  preview = drag (&input, 1, NONE, 7);
  g_assert_cmpint (find_move (preview, 1)->to_start, ==, june (8));
  g_assert_cmpint (find_move (preview, 1)->to_finish, ==, june (16));
  g_assert_cmpint (find_move (preview, 2)->to_start, ==, june (17));
  plt_network_preview_free (g_steal_pointer (&preview));

  /* Before what it needs, and before the plan. */
  preview = drag (&input, 1, june (4), -1);
  g_assert_cmpint (find_move (preview, 2)->to_start, ==, june (11));
  g_assert_true (has_issue (preview, "network.locked", 2));
  plt_network_preview_free (g_steal_pointer (&preview));
  preview = drag (&input, 0, plt_date_from_ymd (2026, 5, 29), -1);
  g_assert_true (has_issue (preview, "network.before-start", 1));
}

/* From the end, what comes before goes along. */
static void
test_backwards (void)
{
  g_autoptr (PltNetworkPreview) preview = NULL;

  set_up ();
  input.backward = TRUE;
  input.start = NONE;
  input.end = june (26);
  preview = drag (&input, 2, june (10), -1);
  g_assert_cmpint (find_move (preview, 2)->from_start, ==, june (15));
  g_assert_cmpint (find_move (preview, 1)->to_start, ==, june (3));
  g_assert_cmpint (find_move (preview, 1)->to_finish, ==, june (9));
  g_assert_nonnull (find_move (preview, 0));
  g_assert_null (find_move (preview, 3));
  g_assert_cmpuint (preview->issues->len, ==, 0);
  plt_network_preview_free (g_steal_pointer (&preview));

  /* Later than the end lets it: the end slips, and is named. */
  preview = drag (&input, 2, june (17), -1);
  g_assert_cmpint (find_move (preview, 3)->to_finish, ==, june (30));
  g_assert_cmpint (find_move (preview, 1)->to_finish, ==, june (16));
  g_assert_true (has_issue (preview, "network.end", 4));
}

static void
test_what_stays (void)
{
  g_autoptr (PltNetworkPreview) preview = NULL;

  set_up ();
  tasks[0].state = PLT_NETWORK_DONE;
  tasks[0].start = june (1);
  tasks[0].finish = june (5);
  tasks[2].state = PLT_NETWORK_LOCKED;
  tasks[2].start = june (15);
  tasks[2].finish = june (19);
  tasks[4].state = PLT_NETWORK_STARTED;
  tasks[4].start = june (2);
  preview = drag (&input, 1, june (10), -1);
  g_assert_cmpuint (preview->moves->len, ==, 1);
  g_assert_true (has_issue (preview, "network.locked", 3));
  plt_network_preview_free (g_steal_pointer (&preview));
  for (guint i = 0; i < 5; i += 2)
    {
      preview = drag (&input, i, june (24), -1);
      g_assert_true (has_issue (preview, "network.held", i + 1));
      g_assert_cmpuint (preview->moves->len, ==, 0);
      plt_network_preview_free (g_steal_pointer (&preview));
    }
  preview = drag (&input, 4, NONE, 8);
  g_assert_cmpint (find_move (preview, 4)->to_finish, ==, june (11));
  plt_network_preview_free (g_steal_pointer (&preview));
  preview = drag (&input, 1, plt_date_from_ymd (2226, 6, 1), -1);
  g_assert_true (has_issue (preview, "network.outside", 2));
  g_assert_cmpuint (preview->moves->len, ==, 0);
  plt_network_preview_free (g_steal_pointer (&preview));
  preview = drag (&input, 77, june (24), -1);
  g_assert_cmpuint (preview->moves->len, ==, 0);
}

/* A group takes its tasks along. */
static void
test_group (void)
{
  g_autoptr (PltNetworkPreview) preview = NULL;

  set_up ();
  tasks[0].parent = tasks[1].parent = 4;
  preview = drag (&input, 4, june (3), -1);
  g_assert_cmpint (find_move (preview, 0)->to_start, ==, june (3));
  g_assert_cmpint (find_move (preview, 1)->to_start, ==, june (10));
  g_assert_cmpint (find_move (preview, 2)->to_start, ==, june (17));
  g_assert_cmpint (find_move (preview, 4)->to_finish, ==, june (16));
  g_assert_cmpuint (preview->issues->len, ==, 0);
}

static gboolean
is_short (const PltNetworkPlan *plan)
{
  for (guint i = 0; i < plan->n_tasks; i++)
    if (plan->tasks[i].slack < 0)
      return TRUE;
  return FALSE;
}

static void
assert_same_dates (const PltNetworkPlan *one, const PltNetworkPlan *two)
{
  for (guint i = 0; i < one->n_tasks; i++)
    {
      g_assert_cmpint (one->tasks[i].start, ==, two->tasks[i].start);
      g_assert_cmpint (one->tasks[i].finish, ==, two->tasks[i].finish);
    }
}

/* The preview is the plan with the task locked there; back where it was, nothing has moved. */
static void
test_chance (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (88);
  guint n_tried = 0, n_back = 0;

  for (guint n = 0; n < 4000; n++)
    {
      TestNetwork net;
      g_autoptr (PltNetwork) network = NULL, after = NULL;
      g_autoptr (PltNetworkPlan) plan = NULL, locked = NULL;
      g_autoptr (PltNetworkPreview) there = NULL, back = NULL;
      PltNetworkChange change = { 0, NONE, -1 };
      PltNetworkTask *task;

      test_network_random (&net, rand);
      change.task = (guint) g_rand_int_range (rand, 0, (gint32) net.input.n_tasks);
      task = &net.tasks[change.task];
      if (task->state != PLT_NETWORK_FREE || test_network_is_group (&net.input, change.task))
        continue;
      task->constraint = PLT_NETWORK_AS_PLAN;
      task->date = NONE;
      if (net.input.start == NONE)
        net.input.start = plt_date_from_ymd (2027, 3, 20);
      network = plt_network_new (&net.input, NULL);
      if (network == NULL)
        continue;
      plan = plt_network_schedule (network);
      change.start = plan->tasks[change.task].start + g_rand_int_range (rand, -12, 13);
      there = plt_network_move (network, plan, &change, 1);
      change.start = plan->tasks[change.task].start;
      back = plt_network_move (network, plan, &change, 1);
      if (!is_short (plan))
        {
          g_assert_cmpuint (back->moves->len, ==, 0);
          assert_same_dates (back->plan, plan);
          n_back++;
        }
      task->state = PLT_NETWORK_LOCKED;
      task->start = there->plan->tasks[change.task].start;
      after = plt_network_new (&net.input, NULL);
      locked = plt_network_schedule (after);
      assert_same_dates (there->plan, locked);
      n_tried++;
    }
  g_assert_cmpuint (n_tried, >, 1500);
  g_assert_cmpuint (n_back, >, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-move/forwards", test_forwards);
  g_test_add_func ("/network-move/backwards", test_backwards);
  g_test_add_func ("/network-move/what-stays", test_what_stays);
  g_test_add_func ("/network-move/group", test_group);
  g_test_add_func ("/network-move/chance", test_chance);
  return g_test_run ();
}
