/* Ten thousand networks by chance against the reference, and what must hold of any plan. */
#include "plt-error.h"
#include "plt-test-network.h"

#include <string.h>

#define N_NETWORKS 10000

static char *
say (const TestNetwork *net)
{
  static const char *const kinds[] = { "FS", "SS", "FF", "SF" };
  const PltNetworkInput *input = &net->input;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s start %d end %d calendars %u\n",
                          input->backward ? "backward" : "forward", input->start, input->end,
                          input->n_calendars);
  for (guint i = 0; i < input->n_tasks; i++)
    {
      const PltNetworkTask *t = &input->tasks[i];

      g_string_append_printf (
          text, "%u: parent %d days %d%s%s cal %u constraint %d %d deadline %d state %d %d %d\n", i,
          t->parent, t->days, t->unit ? "c" : "w", t->morning ? "m" : "", t->calendar,
          (int) t->constraint, t->date, t->deadline, (int) t->state, t->start, t->finish);
    }
  for (guint i = 0; i < input->n_links; i++)
    g_string_append_printf (text, "%u %s%+d%s %u\n", input->links[i].from,
                            kinds[input->links[i].kind], input->links[i].lag,
                            input->links[i].unit ? "c" : "w", input->links[i].to);
  return g_string_free (text, FALSE);
}

#define CHECK(what, task, got, want)                                                               \
  if ((got) != (want))                                                                             \
    {                                                                                              \
      g_autofree char *net_text = say (net);                                                       \
      g_test_message ("%s", net_text);                                                             \
      g_error ("%s of %u: %d, not %d", what, (guint) (task), (int) (got), (int) (want));           \
    }

static void
compare (const TestNetwork *net, const PltNetworkPlan *plan)
{
  TestDates dates;

  test_network_reference (&net->input, &dates);
  for (guint i = 0; i < net->input.n_tasks; i++)
    {
      const PltNetworkDates *got = &plan->tasks[i];

      if (test_network_is_group (&net->input, i))
        continue;
      CHECK ("outside", i, plan->outside[i], 0);
      CHECK ("early", i, got->early_start, dates.early[i]);
      CHECK ("late", i, got->late_start, dates.late[i]);
      CHECK ("start", i, got->start, dates.place[i]);
      CHECK ("finish", i, got->finish, dates.finish[i]);
      CHECK ("slack", i, got->slack, dates.slack[i]);
      if (dates.free_after[i] >= 0)
        {
          CHECK ("free after", i, got->free_after, dates.free_after[i]);
          CHECK ("free before", i, got->free_before, dates.free_before[i]);
        }
    }
  for (guint i = 0; i < net->input.n_links; i++)
    CHECK ("broken link", i, (plan->links[i] & PLT_NETWORK_BROKEN) != 0, dates.broken[i]);
}

static void
compare_groups (const TestNetwork *net, const PltNetworkPlan *plan)
{
  for (guint i = 0; i < net->input.n_tasks; i++)
    {
      PltDate first = G_MAXINT32, last = G_MININT32;

      for (guint j = 0; j < net->input.n_tasks; j++)
        if (net->input.tasks[j].parent == (int) i)
          {
            first = MIN (first, plan->tasks[j].start);
            last = MAX (last, plan->tasks[j].finish);
          }
      if (first == G_MAXINT32)
        continue;
      CHECK ("group start", i, plan->tasks[i].start, first);
      CHECK ("group finish", i, plan->tasks[i].finish, last);
    }
}

static void
test_reference (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  guint n_circles = 0, n_negative = 0, n_broken = 0, n_backward = 0, n_groups = 0;

  for (guint n = 0; n < N_NETWORKS;)
    {
      TestNetwork net;
      g_autoptr (GError) error = NULL;
      g_autoptr (PltNetwork) network = NULL;
      g_autoptr (PltNetworkPlan) plan = NULL;

      test_network_random (&net, rand);
      network = plt_network_new (&net.input, &error);
      if (test_network_has_circle (&net.input))
        {
          g_autoptr (GArray) path = plt_network_find_cycle (&net.input);

          g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
          g_assert_cmpuint (path->len, >=, 2);
          g_assert_cmpuint (g_array_index (path, guint, 0), ==,
                            g_array_index (path, guint, path->len - 1));
          n_circles++;
          continue;
        }
      g_assert_no_error (error);
      plan = plt_network_schedule (network);
      compare (&net, plan);
      compare_groups (&net, plan);
      n++;
      n_backward += net.input.backward;
      for (guint i = 0; i < net.input.n_tasks; i++)
        {
          n_negative += plan->tasks[i].slack < 0;
          n_groups += plt_network_is_group (network, i);
        }
      for (guint i = 0; i < net.input.n_links; i++)
        n_broken += (plan->links[i] & PLT_NETWORK_BROKEN) != 0;
    }
  /* The family has something of everything. */
  g_test_message ("%u circles, %u negative, %u broken, %u backward, %u groups", n_circles,
                  n_negative, n_broken, n_backward, n_groups);
  g_assert_cmpuint (n_circles, >, 100);
  g_assert_cmpuint (n_negative, >, 1000);
  g_assert_cmpuint (n_broken, >, 500);
  g_assert_cmpuint (n_backward, >, 3000);
  g_assert_cmpuint (n_groups, >, 3000);
}

/* Of any plan: no free task on a closed day, the same twice, links kept unless something is pinned,
 * critical exactly when there is no slack. */
static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (808);

  for (guint n = 0; n < 2000; n++)
    {
      TestNetwork memory, *net = &memory;
      g_autoptr (PltNetwork) network = NULL;
      g_autoptr (PltNetworkPlan) plan = NULL, again = NULL;
      gboolean is_short = FALSE;

      test_network_random (net, rand);
      network = plt_network_new (&net->input, NULL);
      if (network == NULL)
        continue;
      plan = plt_network_schedule (network);
      again = plt_network_schedule (network);
      g_assert_cmpmem (plan->tasks, plan->n_tasks * sizeof *plan->tasks, again->tasks,
                       again->n_tasks * sizeof *again->tasks);
      g_assert_cmpmem (plan->links, plan->n_links, again->links, again->n_links);
      for (guint i = 0; i < plan->n_tasks; i++)
        is_short = is_short || plan->tasks[i].slack < 0;
      for (guint i = 0; i < plan->n_tasks; i++)
        {
          const PltNetworkDates *dates = &plan->tasks[i];

          if (plt_network_is_group (network, i) || net->tasks[i].state != PLT_NETWORK_FREE)
            continue;
          g_assert_true (test_network_is_open (&net->input, i, dates->start));
          g_assert_true (test_network_is_open (&net->input, i, dates->finish));
          g_assert_true (plt_network_is_open (network, i, dates->start));
          g_assert_cmpint (plt_network_open_days (network, i, dates->start, dates->finish), ==,
                           MAX (net->tasks[i].days, 1));
          g_assert_cmpint (dates->critical, ==, dates->slack <= 0);
          g_assert_cmpint (dates->start, >=, dates->early_start);
          if (!is_short)
            g_assert_cmpint (dates->start, <=, dates->late_start);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/reference", test_reference);
  g_test_add_func ("/network/properties", test_properties);
  return g_test_run ();
}
