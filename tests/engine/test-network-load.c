/* Load against capacity, lateness against a day, drift against a baseline: by hand, on plans from
 * Monday 1 June 2026. */
#include "plt-network-load.h"

#include <string.h>

#define NONE PLT_DATE_NONE

static PltDate
june (int number)
{
  return plt_date_from_ymd (2026, 6, number);
}

/* Montage image 5 days, montage son 5 days, étalonnage 3 days after the first, PAD. */
static PltNetworkTask tasks[4];
static const PltNetworkLink links[]
    = { { .id = 1, .from = 0, .to = 2 }, { .id = 2, .from = 2, .to = 3 } };
static PltNetworkInput input;

static PltNetwork *
set_up (void)
{
  static const char *const names[] = { "Montage image", "Montage son", "Étalonnage", "PAD" };
  static const int days[] = { 5, 5, 3, 0 };
  g_autoptr (GError) error = NULL;
  PltNetwork *network;

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    tasks[i] = PLT_NETWORK_TASK (i + 11, names[i], days[i]);
  input = (PltNetworkInput){ tasks, 4, links, 2, NULL, 0, june (1), NONE, FALSE };
  network = plt_network_new (&input, &error);
  g_assert_no_error (error);
  return network;
}

static gint32
load_on (const PltNetworkLoad *load, PltDate day)
{
  if (day < load->first || day >= load->first + (PltDate) load->days->len)
    return 0;
  return g_array_index (load->days, gint32, day - load->first);
}

static void
test_load (void)
{
  const PltNetworkSpan away = { june (9), june (9) };
  const PltNetworkCalendar own = { "Léa", PLT_NETWORK_EVERY_DAY, &away, 1, NULL, 0 };
  const PltNetworkResource people[] = { { 1, "Léa Garnier", 100, &own },
                                        { 2, "Équipe son", 200, NULL },
                                        { 3, "Salle 2", 100, NULL } };
  const PltNetworkAssignment work[] = { { 0, 0, 60 },  { 1, 0, 50 },  { 2, 0, 100 }, { 1, 1, 200 },
                                        { 3, 0, 100 }, { 2, 9, 100 }, { 9, 0, 100 } };
  const PltNetworkTeam team = { people, 3, work, G_N_ELEMENTS (work) };
  g_autoptr (PltNetwork) network = set_up ();
  g_autoptr (PltNetworkPlan) plan = plt_network_schedule (network);
  g_autoptr (GPtrArray) loads = plt_network_load (network, plan, &team);
  g_autoptr (GPtrArray) overloads = plt_network_overloads (network, plan, &team);
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  const PltNetworkOverload *overload;

  g_assert_cmpuint (loads->len, ==, 2);
  g_assert_cmpint (load_on (loads->pdata[0], june (1)), ==, 110);
  g_assert_cmpint (load_on (loads->pdata[0], june (5)), ==, 110);
  g_assert_cmpint (load_on (loads->pdata[0], june (6)), ==, 0); /* Saturday */
  g_assert_cmpint (load_on (loads->pdata[0], june (10)), ==, 100);
  g_assert_cmpint (load_on (loads->pdata[1], june (3)), ==, 200);

  /* The first week is too much; so is the day when she is away, after one that is full. */
  g_assert_cmpuint (overloads->len, ==, 2);
  overload = overloads->pdata[0];
  g_assert_cmpint (overload->from, ==, june (1));
  g_assert_cmpint (overload->to, ==, june (5));
  g_assert_cmpint (overload->peak, ==, 110);
  g_assert_cmpint (overload->capacity, ==, 100);
  g_assert_cmpuint (overload->tasks->len, ==, 2);
  g_assert_cmpuint (g_array_index (overload->tasks, guint, 1), ==, 1);
  overload = overloads->pdata[1];
  g_assert_cmpint (overload->from, ==, june (9));
  g_assert_cmpint (overload->to, ==, june (9));
  g_assert_cmpint (overload->capacity, ==, 0);
  plt_network_check_load (network, plan, &team, issues);
  g_assert_cmpuint (issues->len, ==, 2);
  g_assert_cmpstr (((const PltIssue *) issues->pdata[0])->rule, ==, "network.overload");
  g_assert_cmpint (((const PltIssue *) issues->pdata[0])->ref.id, ==, 11);
  g_assert_nonnull (strstr (((const PltIssue *) issues->pdata[0])->message,
                            "01/06/2026 to 05/06/2026: 110 % of a day for 100 % (Montage image, "
                            "Montage son)"));
}

/* A weekend without work does not part an overload in two. */
static void
test_over_a_weekend (void)
{
  const PltNetworkResource people[] = { { 1, "Salle 2", 50, NULL } };
  const PltNetworkAssignment work[] = { { 0, 0, 100 }, { 2, 0, 100 } };
  const PltNetworkTeam team = { people, 1, work, 2 };
  g_autoptr (PltNetwork) network = set_up ();
  g_autoptr (PltNetworkPlan) plan = plt_network_schedule (network);
  g_autoptr (GPtrArray) overloads = plt_network_overloads (network, plan, &team);
  const PltNetworkOverload *overload = overloads->pdata[0];

  g_assert_cmpuint (overloads->len, ==, 1);
  g_assert_cmpint (overload->from, ==, june (1));
  g_assert_cmpint (overload->to, ==, june (10));
  g_assert_cmpuint (overload->tasks->len, ==, 2);
}

static void
test_late (void)
{
  g_autoptr (PltNetwork) network = set_up ();
  g_autoptr (PltNetworkPlan) plan = NULL;
  g_autoptr (GArray) early = NULL, late = NULL;
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  const PltNetworkLate *one;

  tasks[0].progress = 40;
  plan = plt_network_schedule (network);
  /* On the evening of the 2nd two days of five are done: 40 %, and nothing of the sound. */
  early = plt_network_late (network, plan, june (2));
  g_assert_cmpuint (early->len, ==, 1);
  one = &g_array_index (early, PltNetworkLate, 0);
  g_assert_cmpuint (one->task, ==, 1);
  g_assert_cmpint (one->lateness, ==, PLT_NETWORK_NOT_STARTED);
  g_assert_cmpint (one->days, ==, 2);
  g_assert_cmpint (one->expected, ==, 40);
  /* On the 9th: the sound five days and two more, the picture three and two, the grading two. */
  late = plt_network_late (network, plan, june (9));
  g_assert_cmpuint (late->len, ==, 3);
  one = &g_array_index (late, PltNetworkLate, 0);
  g_assert_cmpuint (one->task, ==, 1);
  g_assert_cmpint (one->days, ==, 7);
  one = &g_array_index (late, PltNetworkLate, 1);
  g_assert_cmpuint (one->task, ==, 0);
  g_assert_cmpint (one->days, ==, 5);
  g_assert_cmpint (one->lateness, ==, PLT_NETWORK_NOT_FINISHED);
  g_assert_cmpint (g_array_index (late, PltNetworkLate, 2).days, ==, 2);

  tasks[0].progress = 10;
  plt_network_check_late (network, plan, june (3), issues);
  g_assert_cmpuint (issues->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (((const PltIssue *) issues->pdata[i])->rule, ==, "network.late");
  g_assert_cmpstr (((const PltIssue *) issues->pdata[0])->message, ==,
                   "“Montage image” is 3 days behind on 03/06/2026: 10 % done, 60 % expected.");
  g_assert_cmpstr (
      ((const PltIssue *) issues->pdata[1])->message, ==,
      "“Montage son” should have begun on 01/06/2026: note that it has, or put it off.");
}

static void
test_drift (void)
{
  const PltNetworkBaseline baseline[] = { { 11, june (1), june (5) },
                                          { 13, june (4), june (9) },
                                          { 14, june (15), june (15) },
                                          { 99, june (1), june (2) } };
  g_autoptr (PltNetwork) network = set_up ();
  g_autoptr (PltNetworkPlan) plan = plt_network_schedule (network);
  g_autoptr (GArray) drifts = plt_network_drift (network, plan, baseline, 4);
  const PltNetworkDrift *drift = &g_array_index (drifts, PltNetworkDrift, 0);

  g_assert_cmpuint (drifts->len, ==, 4);
  g_assert_cmpint (drift[0].task, ==, 1);
  g_assert_true (drift[0].is_new);
  g_assert_cmpint (drift[1].task, ==, 2);
  g_assert_cmpint (drift[1].start_days, ==, 2);  /* 4 June to 8 June, over a weekend */
  g_assert_cmpint (drift[1].finish_days, ==, 1); /* 9 to 10 June */
  g_assert_cmpint (drift[2].task, ==, 3);
  g_assert_cmpint (drift[2].start_days, ==, -3); /* 15 to 10 June */
  g_assert_cmpint (drift[3].task, ==, PLT_NETWORK_NONE);
  g_assert_cmpint (drift[3].id, ==, 99);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network-load/load", test_load);
  g_test_add_func ("/network-load/over-a-weekend", test_over_a_weekend);
  g_test_add_func ("/network-load/late", test_late);
  g_test_add_func ("/network-load/drift", test_drift);
  return g_test_run ();
}
