/* The network by hand: each kind of link with lags over weekends and the holidays of May 2026,
 * backwards from a PAD, circles named, what is missing with its chain and its ways out, and inputs
 * that should not be. */
#include "plt-error.h"
#include "plt-network-days.h"
#include "plt-network.h"
#include "plt-test-film.h"

#include <string.h>

#define NONE PLT_DATE_NONE

/* 1 and 8 May 2026 are Fridays, 14 May (Ascension) a Thursday, 25 May (Pentecôte) a Monday. */
static const PltNetworkSpan may[]
    = { { 20574, 20574 }, { 20581, 20581 }, { 20587, 20587 }, { 20598, 20598 } };
static const PltNetworkCalendar france
    = { "France", PLT_NETWORK_MONDAY_TO_FRIDAY, may, G_N_ELEMENTS (may), NULL, 0 };

static PltDate
day (int month, int number)
{
  return plt_date_from_ymd (2026, month, number);
}

#define ASSERT_DATE(got, month, number)                                                            \
  do                                                                                               \
    {                                                                                              \
      g_autofree char *got_text = plt_date_to_iso (got);                                           \
      g_autofree char *want_text = plt_date_to_iso (day (month, number));                          \
      g_assert_cmpstr (got_text, ==, want_text);                                                   \
    }                                                                                              \
  while (0)

static PltNetwork *
network_of (const PltNetworkInput *input)
{
  g_autoptr (GError) error = NULL;
  PltNetwork *network = plt_network_new (input, &error);

  g_assert_no_error (error);
  return network;
}

/* The issue of a rule, which must be there. */
static const PltIssue *
find_issue (const GPtrArray *issues, const char *rule)
{
  for (guint i = 0; i < issues->len; i++)
    if (g_str_equal (((const PltIssue *) issues->pdata[i])->rule, rule))
      return issues->pdata[i];
  g_test_message ("no %s among %u", rule, issues->len);
  g_assert_not_reached ();
}

static gboolean
has_issue (const GPtrArray *issues, const char *rule)
{
  for (guint i = 0; i < issues->len; i++)
    if (g_str_equal (((const PltIssue *) issues->pdata[i])->rule, rule))
      return TRUE;
  return FALSE;
}

/* ---- the four kinds ---- */

static const struct
{
  const char *name;
  PltNetworkKind kind;
  int lag;
  PltNetworkUnit unit;
  int days; /* of the second task */
  int start[2], finish[2];
} cases[] = {
  /* The first task is on 28, 29 and 30 April; the 1st of May is a holiday before a weekend. */
  { "fs", PLT_NETWORK_FS, 0, PLT_NETWORK_WORKING, 2, { 5, 4 }, { 5, 5 } },
  { "fs over 8 May", PLT_NETWORK_FS, 0, PLT_NETWORK_WORKING, 5, { 5, 4 }, { 5, 11 } },
  { "fs+2 working", PLT_NETWORK_FS, 2, PLT_NETWORK_WORKING, 3, { 5, 6 }, { 5, 11 } },
  { "fs+2 calendar", PLT_NETWORK_FS, 2, PLT_NETWORK_CALENDAR, 2, { 5, 4 }, { 5, 5 } },
  { "fs+5 calendar", PLT_NETWORK_FS, 5, PLT_NETWORK_CALENDAR, 1, { 5, 6 }, { 5, 6 } },
  { "fs-2 working", PLT_NETWORK_FS, -2, PLT_NETWORK_WORKING, 2, { 4, 29 }, { 4, 30 } },
  { "fs-3 calendar", PLT_NETWORK_FS, -3, PLT_NETWORK_CALENDAR, 1, { 4, 28 }, { 4, 28 } },
  { "ss", PLT_NETWORK_SS, 0, PLT_NETWORK_WORKING, 4, { 4, 28 }, { 5, 4 } },
  { "ss+3 working", PLT_NETWORK_SS, 3, PLT_NETWORK_WORKING, 1, { 5, 4 }, { 5, 4 } },
  { "ss-1 working", PLT_NETWORK_SS, -1, PLT_NETWORK_WORKING, 1, { 4, 27 }, { 4, 27 } },
  { "ss-2 over a weekend", PLT_NETWORK_SS, -2, PLT_NETWORK_WORKING, 1, { 4, 24 }, { 4, 24 } },
  { "ff", PLT_NETWORK_FF, 0, PLT_NETWORK_WORKING, 5, { 4, 24 }, { 4, 30 } },
  { "ff+1 working", PLT_NETWORK_FF, 1, PLT_NETWORK_WORKING, 5, { 4, 27 }, { 5, 4 } },
  { "ff+1 calendar", PLT_NETWORK_FF, 1, PLT_NETWORK_CALENDAR, 5, { 4, 27 }, { 5, 4 } },
  { "ff-1 working", PLT_NETWORK_FF, -1, PLT_NETWORK_WORKING, 2, { 4, 28 }, { 4, 29 } },
  { "sf", PLT_NETWORK_SF, 0, PLT_NETWORK_WORKING, 3, { 4, 23 }, { 4, 27 } },
  { "sf+2 working", PLT_NETWORK_SF, 2, PLT_NETWORK_WORKING, 4, { 4, 24 }, { 4, 29 } },
  { "fs to a milestone", PLT_NETWORK_FS, 0, PLT_NETWORK_WORKING, 0, { 4, 30 }, { 4, 30 } },
  { "fs+1 to a milestone", PLT_NETWORK_FS, 1, PLT_NETWORK_WORKING, 0, { 5, 4 }, { 5, 4 } },
};

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltNetworkTask tasks[] = { PLT_NETWORK_TASK (1, "Repérages", 3),
                                 PLT_NETWORK_TASK (2, "Découpage", cases[i].days) };
      const PltNetworkLink link = { .id = 1,
                                    .from = 0,
                                    .to = 1,
                                    .kind = cases[i].kind,
                                    .lag = cases[i].lag,
                                    .unit = cases[i].unit };
      const PltNetworkInput input = { tasks, 2, &link, 1, &france, 1, day (4, 13), NONE, FALSE };
      g_autoptr (PltNetwork) network = NULL;
      g_autoptr (PltNetworkPlan) plan = NULL;

      tasks[0].constraint = PLT_NETWORK_START_ON;
      tasks[0].date = day (4, 28);
      network = network_of (&input);
      plan = plt_network_schedule (network);
      g_test_message ("%s", cases[i].name);
      ASSERT_DATE (plan->tasks[0].start, 4, 28);
      ASSERT_DATE (plan->tasks[0].finish, 4, 30);
      ASSERT_DATE (plan->tasks[1].start, cases[i].start[0], cases[i].start[1]);
      ASSERT_DATE (plan->tasks[1].finish, cases[i].finish[0], cases[i].finish[1]);
      g_assert_true ((plan->links[0] & PLT_NETWORK_DRIVING) != 0);
    }
}

/* A milestone that opens its day lets what follows begin on it; one that ends its day does not. */
static void
test_milestones (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "Feu vert", 0), PLT_NETWORK_TASK (2, "Préparation", 2),
          PLT_NETWORK_TASK (3, "Début de tournage", 0), PLT_NETWORK_TASK (4, "Tournage", 3) };
  const PltNetworkLink links[] = { { .from = 0, .to = 1 }, { .from = 2, .to = 3 } };
  const PltNetworkInput input = { tasks, 4, links, 2, &france, 1, day (4, 29), NONE, FALSE };
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;

  tasks[2].morning = TRUE;
  tasks[2].constraint = PLT_NETWORK_START_FROM;
  tasks[2].date = day (5, 8);
  network = network_of (&input);
  plan = plt_network_schedule (network);
  ASSERT_DATE (plan->tasks[0].start, 4, 29);
  ASSERT_DATE (plan->tasks[1].start, 4, 30);
  ASSERT_DATE (plan->tasks[1].finish, 5, 4);
  ASSERT_DATE (plan->tasks[2].start, 5, 11); /* the 8th is closed */
  ASSERT_DATE (plan->tasks[3].start, 5, 11);
  ASSERT_DATE (plan->tasks[3].finish, 5, 13);
}

/* Days of the calendar: a delay of the law runs on Sundays and holidays. */
static void
test_calendar_days (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "Dépôt", 1), PLT_NETWORK_TASK (2, "Instruction", 10),
          PLT_NETWORK_TASK (3, "Réponse", 1) };
  const PltNetworkLink links[] = { { .from = 0, .to = 1 }, { .from = 1, .to = 2 } };
  const PltNetworkInput input = { tasks, 3, links, 2, &france, 1, day (4, 30), NONE, FALSE };
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;

  tasks[1].unit = PLT_NETWORK_CALENDAR;
  network = network_of (&input);
  plan = plt_network_schedule (network);
  ASSERT_DATE (plan->tasks[1].start, 5, 1);
  ASSERT_DATE (plan->tasks[1].finish, 5, 10); /* a Sunday */
  ASSERT_DATE (plan->tasks[2].start, 5, 11);
}

/* ---- from the PAD ---- */

static void
test_backward (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "Montage image", 10), PLT_NETWORK_TASK (2, "Étalonnage", 5),
          PLT_NETWORK_TASK (3, "Mixage", 4), PLT_NETWORK_TASK (4, "PAD", 0),
          PLT_NETWORK_TASK (5, "Affiche", 2) };
  const PltNetworkLink links[] = { { .from = 0, .to = 1, .lag = 3 },
                                   { .from = 1, .to = 2 },
                                   { .from = 2, .to = 3 },
                                   { .from = 4, .to = 3 } };
  PltNetworkInput input = { tasks, 5, links, 4, &france, 1, NONE, day (5, 21), TRUE };
  g_autoptr (PltNetwork) network = network_of (&input);
  g_autoptr (PltNetworkPlan) plan = plt_network_schedule (network);
  g_autoptr (GPtrArray) paths = plt_network_critical_paths (network, plan);
  g_autoptr (GPtrArray) shortages = plt_network_shortages (network, plan);

  ASSERT_DATE (plan->tasks[3].start, 5, 21);
  ASSERT_DATE (plan->tasks[2].start, 5, 18);
  ASSERT_DATE (plan->tasks[2].finish, 5, 21);
  ASSERT_DATE (plan->tasks[1].start, 5, 7);
  ASSERT_DATE (plan->tasks[1].finish, 5, 15);
  ASSERT_DATE (plan->tasks[0].start, 4, 17);
  ASSERT_DATE (plan->tasks[0].finish, 4, 30);
  ASSERT_DATE (plan->tasks[4].start, 5, 20);
  ASSERT_DATE (plan->start, 4, 17);
  ASSERT_DATE (plan->finish, 5, 21);
  for (guint i = 0; i < 4; i++)
    g_assert_true (plan->tasks[i].critical);
  /* The poster could begin with the editing: from 17 April to 20 May, holidays away. */
  g_assert_false (plan->tasks[4].critical);
  ASSERT_DATE (plan->tasks[4].early_start, 4, 17);
  g_assert_cmpint (plan->tasks[4].slack, ==,
                   plt_network_open_days (network, 4, day (4, 17), day (5, 20)) - 1);
  g_assert_cmpint (plan->tasks[4].free_after, ==, 0);
  g_assert_cmpuint (shortages->len, ==, 0);
  g_assert_cmpuint (paths->len, ==, 1);
  {
    const GArray *path = paths->pdata[0];

    g_assert_cmpuint (path->len, ==, 4);
    for (guint i = 0; i < 4; i++)
      g_assert_cmpuint (g_array_index (path, guint, i), ==, i);
  }
  /* From a start that leaves five days more, each of the chain has five days. */
  g_clear_pointer (&network, plt_network_free);
  input.start = day (4, 10);
  network = network_of (&input);
  g_clear_pointer (&plan, plt_network_plan_free);
  plan = plt_network_schedule (network);
  ASSERT_DATE (plan->tasks[0].start, 4, 17);
  ASSERT_DATE (plan->tasks[0].early_start, 4, 10);
  g_assert_cmpint (plan->tasks[0].slack, ==, 5);
  g_assert_false (plan->tasks[0].critical);
}

/* As late as possible in a plan from its start, and the other way round. */
static void
test_against_the_plan (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "Assurance", 2), PLT_NETWORK_TASK (2, "Préparation", 10),
          PLT_NETWORK_TASK (3, "Tournage", 5) };
  const PltNetworkLink links[] = { { .from = 0, .to = 2 }, { .from = 1, .to = 2 } };
  PltNetworkInput input = { tasks, 3, links, 2, NULL, 0, day (6, 1), NONE, FALSE };
  g_autoptr (PltNetwork) forward = NULL, backward = NULL;
  g_autoptr (PltNetworkPlan) one = NULL, two = NULL;

  tasks[0].constraint = PLT_NETWORK_LATE;
  forward = network_of (&input);
  one = plt_network_schedule (forward);
  ASSERT_DATE (one->tasks[0].start, 6, 11);
  ASSERT_DATE (one->tasks[0].early_start, 6, 1);
  ASSERT_DATE (one->tasks[2].start, 6, 15);

  tasks[0].constraint = PLT_NETWORK_EARLY;
  input = (PltNetworkInput){ tasks, 3, links, 2, NULL, 0, day (6, 1), day (6, 26), TRUE };
  backward = network_of (&input);
  two = plt_network_schedule (backward);
  ASSERT_DATE (two->tasks[0].start, 6, 1);
  ASSERT_DATE (two->tasks[1].start, 6, 8);
  ASSERT_DATE (two->tasks[2].start, 6, 22);
}

/* ---- groups ---- */

static void
test_groups (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "Préparation", 0), PLT_NETWORK_TASK (2, "Casting", 4),
          PLT_NETWORK_TASK (3, "Décors", 7),      PLT_NETWORK_TASK (4, "Tournage", 0),
          PLT_NETWORK_TASK (5, "Studio", 3),      PLT_NETWORK_TASK (6, "Extérieurs", 2) };
  const PltNetworkLink links[] = { { .id = 9, .from = 0, .to = 3, .lag = 1 },
                                   { .id = 10, .from = 4, .to = 5 },
                                   { .id = 11, .from = 0, .to = 3, .kind = PLT_NETWORK_SS } };
  const PltNetworkInput input = { tasks, 6, links, 3, NULL, 0, day (6, 1), NONE, FALSE };
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;

  tasks[1].parent = tasks[2].parent = 0;
  tasks[4].parent = tasks[5].parent = 3;
  tasks[3].constraint = PLT_NETWORK_START_ON;
  tasks[3].date = day (6, 1);
  network = network_of (&input);
  plan = plt_network_schedule (network);
  g_assert_true (plt_network_is_group (network, 0));
  ASSERT_DATE (plan->tasks[0].start, 6, 1);
  ASSERT_DATE (plan->tasks[0].finish, 6, 9);
  ASSERT_DATE (plan->tasks[4].start, 6, 11); /* one day after the group */
  ASSERT_DATE (plan->tasks[3].start, 6, 11);
  ASSERT_DATE (plan->tasks[3].finish, 6, 17);
  g_assert_cmpint (plan->tasks[1].slack, ==, 3);
  g_assert_cmpint (plan->tasks[0].slack, ==, 0);
  g_assert_true ((plan->links[0] & PLT_NETWORK_ON_PATH) != 0);
  g_assert_true ((plan->links[2] & PLT_NETWORK_IGNORED) != 0);
  plt_network_check (network, plan, issues);
  g_assert_cmpint (find_issue (issues, "network.group-link")->ref.id, ==, 11);
  g_assert_cmpint (find_issue (issues, "network.group-date")->ref.id, ==, 4);
  g_assert_true (plt_network_would_cycle (network, 4, 1));
  g_assert_true (plt_network_would_cycle (network, 1, 0));
  g_assert_true (plt_network_would_cycle (network, 3, 2));
  g_assert_true (plt_network_would_cycle (network, 1, 1));
  g_assert_false (plt_network_would_cycle (network, 1, 2));
  g_assert_false (plt_network_would_cycle (network, 1, 5));
}

/* ---- circles ---- */

static void
test_circle (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "Tournage", 5), PLT_NETWORK_TASK (2, "Montage", 5),
          PLT_NETWORK_TASK (3, "Mixage", 5), PLT_NETWORK_TASK (4, "PAD", 0),
          PLT_NETWORK_TASK (5, "Postproduction", 0) };
  PltNetworkLink links[] = { { .from = 0, .to = 1 },
                             { .from = 1, .to = 2 },
                             { .from = 2, .to = 3 },
                             { .from = 2, .to = 1, .kind = PLT_NETWORK_FF } };
  PltNetworkInput input = { tasks, 5, links, 4, NULL, 0, day (6, 1), NONE, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) path = plt_network_find_cycle (&input), none = NULL;

  g_assert_null (plt_network_new (&input, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Montage → Mixage → Montage"));
  g_assert_null (strstr (error->message, "Tournage"));
  g_assert_cmpuint (path->len, ==, 3);
  g_clear_error (&error);

  /* Through a group: the editing waits for the whole that it is part of. */
  tasks[1].parent = 4;
  links[3] = (PltNetworkLink){ .from = 4, .to = 1 };
  g_assert_null (plt_network_new (&input, &error));
  g_assert_nonnull (strstr (error->message, "Montage → Postproduction → Montage"));
  g_clear_error (&error);

  links[3] = (PltNetworkLink){ .from = 3, .to = 3 };
  g_assert_null (plt_network_new (&input, &error));
  g_assert_nonnull (strstr (error->message, "PAD → PAD"));
  g_clear_error (&error);

  /* Parts of themselves. */
  input.n_links = 3;
  tasks[4].parent = 1;
  g_assert_null (plt_network_new (&input, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "Montage → Postproduction → Montage"));
  tasks[4].parent = PLT_NETWORK_NONE;
  none = plt_network_find_cycle (&input);
  g_assert_cmpuint (none->len, ==, 0);
}

/* ---- what is missing ---- */

static const PltNetworkWay *
find_way (const PltNetworkShortage *shortage, PltNetworkRemedy remedy)
{
  for (guint i = 0; i < shortage->ways->len; i++)
    if (g_array_index (shortage->ways, PltNetworkWay, i).remedy == remedy)
      return &g_array_index (shortage->ways, PltNetworkWay, i);
  return NULL;
}

static void
test_shortage (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (71, "Montage image", 10), PLT_NETWORK_TASK (72, "Mixage", 5),
          PLT_NETWORK_TASK (73, "Musique", 3) };
  PltNetworkLink links[]
      = { { .id = 5, .from = 0, .to = 1, .lag = 2 }, { .id = 6, .from = 2, .to = 1 } };
  const PltNetworkInput input = { tasks, 3, links, 2, &france, 1, day (5, 4), NONE, FALSE };
  g_autoptr (PltNetwork) network = NULL, shorter = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL, kept = NULL;
  g_autoptr (GPtrArray) shortages = NULL, none = NULL, issues = plt_issues_new ();
  const PltNetworkShortage *shortage;
  const PltIssue *issue;

  tasks[1].deadline = day (5, 15);
  network = network_of (&input);
  plan = plt_network_schedule (network);
  ASSERT_DATE (plan->tasks[0].finish, 5, 19);
  ASSERT_DATE (plan->tasks[1].start, 5, 22);
  ASSERT_DATE (plan->tasks[1].finish, 5, 29);
  g_assert_cmpint (plan->tasks[1].slack, ==, -9);
  g_assert_cmpint (plan->tasks[0].slack, ==, -9);
  g_assert_true (plan->tasks[0].critical);
  shortages = plt_network_shortages (network, plan);
  g_assert_cmpuint (shortages->len, ==, 1);
  shortage = shortages->pdata[0];
  g_assert_cmpuint (shortage->task, ==, 1);
  g_assert_cmpint (shortage->bound, ==, PLT_NETWORK_BOUND_DEADLINE);
  g_assert_cmpint (shortage->days, ==, 9);
  ASSERT_DATE (shortage->wanted, 5, 15);
  ASSERT_DATE (shortage->reached, 5, 29);
  g_assert_cmpuint (shortage->chain->len, ==, 2);
  g_assert_cmpuint (g_array_index (shortage->chain, PltNetworkStep, 0).task, ==, 0);
  g_assert_cmpint (g_array_index (shortage->chain, PltNetworkStep, 0).link, ==, 0);
  g_assert_cmpint (find_way (shortage, PLT_NETWORK_SHORTEN)->task, ==, 0);
  g_assert_cmpint (find_way (shortage, PLT_NETWORK_SHORTEN)->days, ==, 9);
  g_assert_cmpint (find_way (shortage, PLT_NETWORK_LESS_LAG)->days, ==, 2);
  g_assert_cmpint (find_way (shortage, PLT_NETWORK_EARLIER_START)->days, ==, 9);
  g_assert_null (find_way (shortage, PLT_NETWORK_UNLOCK));
  ASSERT_DATE (find_way (shortage, PLT_NETWORK_LATER_BOUND)->date, 5, 29);

  plt_network_check (network, plan, issues);
  g_assert_cmpuint (issues->len, ==, 1);
  issue = find_issue (issues, "network.deadline");
  g_assert_cmpint (issue->ref.id, ==, 72);
  g_assert_cmpstr (
      issue->message, ==,
      "“Mixage” finishes on 29/05/2026 at the earliest; its deadline is 15/05/2026. "
      "9 days are missing. Because of: Montage image → Mixage. What helps: shorten "
      "“Montage image” by 5 days of 10 at the most (half of it); shorten “Mixage” by 2 "
      "days of 5 at the most (half of it); wait 2 days less between “Montage image” and “Mixage”; "
      "start the plan 9 days earlier; put "
      "the date of “Mixage” off to 29/05/2026.");

  /* The first two ways together: 7 days of the editing and the lag. */
  tasks[0].days = 3;
  links[0].lag = 0;
  shorter = network_of (&input);
  kept = plt_network_schedule (shorter);
  none = plt_network_shortages (shorter, kept);
  g_assert_cmpuint (none->len, ==, 0);
  ASSERT_DATE (kept->tasks[1].finish, 5, 15);
}

/* A locked date that what comes before it runs into, the one that starts it all being locked too.
 */
static void
test_locked (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "Construction", 5), PLT_NETWORK_TASK (2, "Peinture", 4),
          PLT_NETWORK_TASK (3, "Tournage", 3), PLT_NETWORK_TASK (4, "Démontage", 2) };
  const PltNetworkLink links[] = { { .id = 1, .from = 0, .to = 1 },
                                   { .id = 2, .from = 1, .to = 2 },
                                   { .id = 3, .from = 2, .to = 3 } };
  const PltNetworkInput input = { tasks, 4, links, 3, NULL, 0, day (6, 1), NONE, FALSE };
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;
  g_autoptr (GPtrArray) shortages = NULL, issues = plt_issues_new ();
  const PltNetworkShortage *shortage;

  tasks[0].state = PLT_NETWORK_LOCKED;
  tasks[0].start = day (6, 3);
  tasks[2].state = PLT_NETWORK_LOCKED;
  tasks[2].start = day (6, 11);
  tasks[2].finish = day (6, 14); /* a Sunday, all the same */
  network = network_of (&input);
  plan = plt_network_schedule (network);
  ASSERT_DATE (plan->tasks[0].finish, 6, 9);
  ASSERT_DATE (plan->tasks[1].start, 6, 10);
  ASSERT_DATE (plan->tasks[1].finish, 6, 15);
  ASSERT_DATE (plan->tasks[2].start, 6, 11);
  ASSERT_DATE (plan->tasks[2].finish, 6, 14);
  ASSERT_DATE (plan->tasks[3].start, 6, 15);
  g_assert_cmpuint (plan->links[1] & PLT_NETWORK_BROKEN, !=, 0);
  g_assert_cmpint (plan->tasks[1].slack, ==, -3);
  shortages = plt_network_shortages (network, plan);
  g_assert_cmpuint (shortages->len, ==, 1);
  shortage = shortages->pdata[0];
  g_assert_cmpint (shortage->bound, ==, PLT_NETWORK_BOUND_LOCK);
  g_assert_cmpint (shortage->link, ==, 1);
  g_assert_cmpint (shortage->days, ==, 3);
  g_assert_true (shortage->at_start);
  ASSERT_DATE (shortage->reached, 6, 16);
  g_assert_cmpuint (shortage->chain->len, ==, 3);
  g_assert_cmpint (find_way (shortage, PLT_NETWORK_UNLOCK)->task, ==, 0);
  g_assert_cmpint (find_way (shortage, PLT_NETWORK_SHORTEN)->task, ==, 1);
  plt_network_check (network, plan, issues);
  g_assert_nonnull (
      strstr (find_issue (issues, "network.locked")->message,
              "“Tournage” is held with its start on 11/06/2026; what it needs lets it "
              "start on 16/06/2026."));
  g_assert_cmpint (find_issue (issues, "network.closed-day")->ref.id, ==, 3);
}

static void
test_bounds (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "Dossier", 5), PLT_NETWORK_TASK (2, "Agrément", 0),
          PLT_NETWORK_TASK (3, "Étude", 10) };
  const PltNetworkLink links[] = { { .id = 1, .from = 0, .to = 1 } };
  PltNetworkInput input = { tasks, 3, links, 1, NULL, 0, day (6, 1), day (6, 10), FALSE };
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;
  g_autoptr (GPtrArray) issues = plt_issues_new ();

  tasks[0].constraint = PLT_NETWORK_START_BY;
  tasks[0].date = day (5, 27);
  tasks[1].constraint = PLT_NETWORK_FINISH_ON;
  tasks[1].date = day (6, 3);
  network = network_of (&input);
  plan = plt_network_schedule (network);
  ASSERT_DATE (plan->tasks[1].start, 6, 5);
  g_assert_cmpint (plan->tasks[1].slack, ==, -2);
  plt_network_check (network, plan, issues);
  g_assert_cmpuint (issues->len, ==, 3);
  g_assert_nonnull (
      strstr (find_issue (issues, "network.end")->message, "“Étude” finishes on 12/06/2026"));
  g_assert_nonnull (find_issue (issues, "network.date"));
}

/* What has begun or is done stays, and binds nothing before it. */
static void
test_real_dates (void)
{
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "Repérages", 5), PLT_NETWORK_TASK (2, "Découpage", 5),
          PLT_NETWORK_TASK (3, "Essais", 5), PLT_NETWORK_TASK (4, "Tournage", 2) };
  const PltNetworkLink links[] = { { .id = 1, .from = 0, .to = 1 },
                                   { .id = 2, .from = 1, .to = 3 },
                                   { .id = 3, .from = 2, .to = 3 },
                                   { .id = 4, .from = 0, .to = 2 } };
  const PltNetworkInput input = { tasks, 4, links, 4, NULL, 0, day (6, 1), NONE, FALSE };
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;
  g_autoptr (GPtrArray) issues = plt_issues_new ();

  tasks[1].state = PLT_NETWORK_DONE;
  tasks[1].start = day (5, 25);
  tasks[1].finish = day (6, 2);
  tasks[2].state = PLT_NETWORK_STARTED;
  tasks[2].start = day (6, 3);
  network = network_of (&input);
  plan = plt_network_schedule (network);
  ASSERT_DATE (plan->tasks[0].start, 6, 1);
  g_assert_cmpint (plan->tasks[0].slack, ==, 4); /* up to the end of the plan */
  ASSERT_DATE (plan->tasks[1].start, 5, 25);
  ASSERT_DATE (plan->tasks[1].finish, 6, 2);
  g_assert_false (plan->tasks[1].critical);
  ASSERT_DATE (plan->tasks[2].finish, 6, 9);
  g_assert_true (plan->tasks[2].critical);
  ASSERT_DATE (plan->tasks[3].start, 6, 10);
  plt_network_check (network, plan, issues);
  g_assert_cmpuint (issues->len, ==, 2);
  g_assert_nonnull (find_issue (issues, "network.order"));
}

/* ---- hostile ---- */

static void
test_refused (void)
{
  PltNetworkTask tasks[] = { PLT_NETWORK_TASK (1, "A", 1), PLT_NETWORK_TASK (2, NULL, 1) };
  PltNetworkLink link = { .from = 0, .to = 2 };
  PltNetworkInput input = { tasks, 2, &link, 1, NULL, 0, day (6, 1), NONE, FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_null (plt_network_new (&input, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  link = (PltNetworkLink){ .from = 0, .to = 1, .kind = (PltNetworkKind) 7 };
  g_assert_null (plt_network_new (&input, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  input.n_links = 0;
  tasks[1].parent = 2;
  g_assert_null (plt_network_new (&input, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  tasks[1].parent = PLT_NETWORK_NONE;
  input.start = NONE;
  g_assert_null (plt_network_new (&input, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  input.start = day (6, 1);
  tasks[0].deadline = 40000000;
  g_assert_null (plt_network_new (&input, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
}

static void
test_empty (void)
{
  const PltNetworkInput input = { NULL, 0, NULL, 0, NULL, 0, NONE, NONE, TRUE };
  g_autoptr (PltNetwork) network = network_of (&input);
  g_autoptr (PltNetworkPlan) plan = plt_network_schedule (network);
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  g_autoptr (GPtrArray) paths = plt_network_critical_paths (network, plan);
  g_autoptr (PltNetworkPreview) preview = plt_network_move (network, plan, NULL, 0);

  plt_network_check (network, plan, issues);
  g_assert_cmpuint (issues->len + paths->len + preview->moves->len, ==, 0);
  g_assert_cmpint (plan->start, ==, NONE);
}

static void
test_hostile (void)
{
  PltNetworkTask tasks[] = { PLT_NETWORK_TASK (1, "A", 2000000), PLT_NETWORK_TASK (2, "B", 1),
                             PLT_NETWORK_TASK (3, "C", 1), PLT_NETWORK_TASK (4, "D", -4) };
  const PltNetworkLink links[] = { { .id = 1, .from = 0, .to = 1, .lag = G_MAXINT },
                                   { .id = 2, .from = 1, .to = 2, .lag = G_MININT },
                                   { .id = 3, .from = 1, .to = 2 } };
  const PltNetworkSpan opened = { day (6, 1), day (6, 2) };
  const PltNetworkCalendar calendars[]
      = { { "Usuel", PLT_NETWORK_MONDAY_TO_FRIDAY, NULL, 0, NULL, 0 },
          { "Jamais", 0, NULL, 0, NULL, 0 },
          { "Deux jours", 0, NULL, 0, &opened, 1 } };
  PltNetworkInput input = { tasks, 4, links, 3, calendars, 3, day (6, 1), NONE, FALSE };
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  guint n_cut = 0;

  tasks[2].calendar = 2;
  tasks[3].calendar = 1;
  network = network_of (&input);
  plan = plt_network_schedule (network);
  g_assert_cmpint (plt_network_open_days (network, 0, plan->tasks[0].start, plan->tasks[0].finish),
                   ==, PLT_NETWORK_MAX_DAYS);
  g_assert_true (plan->outside[2]); /* nothing is open so late */
  plt_network_check (network, plan, issues);
  for (guint i = 0; i < issues->len; i++)
    n_cut += g_str_equal (((const PltIssue *) issues->pdata[i])->rule, "network.cut");
  g_assert_cmpuint (n_cut, ==, 4);
  g_assert_cmpint (find_issue (issues, "network.outside")->ref.id, ==, 3);
  g_assert_nonnull (strstr (find_issue (issues, "network.no-working-day")->message, "Jamais"));
  g_assert_false (has_issue (issues, "network.end"));
}

/* Longer than any stack would go, and past the horizon. */
static void
test_long_chain (void)
{
  const guint n = 20000;
  g_autofree PltNetworkTask *tasks = g_new (PltNetworkTask, n);
  g_autofree PltNetworkLink *links = g_new0 (PltNetworkLink, n);
  PltNetworkInput input = { tasks, n, links, n - 1, NULL, 0, day (6, 1), NONE, FALSE };
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;
  g_autoptr (GPtrArray) paths = NULL, issues = plt_issues_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      tasks[i] = PLT_NETWORK_TASK (i + 1, "Maillon", 1);
      links[i] = (PltNetworkLink){ .from = i, .to = i + 1 };
    }
  network = network_of (&input);
  plan = plt_network_schedule (network);
  paths = plt_network_critical_paths (network, plan);
  g_assert_cmpuint (paths->len, ==, 1);
  g_assert_cmpuint (((const GArray *) paths->pdata[0])->len, ==, n);
  g_assert_cmpint (plan->tasks[n - 1].start - plan->tasks[0].start, ==,
                   (n - 1) / 5 * 7 + (n - 1) % 5);
  plt_network_check (network, plan, issues);
  g_assert_cmpuint (issues->len, ==, 0);
  /* Closed to a circle, it is named. */
  input.n_links = n;
  links[n - 1].to = 0;
  g_assert_null (plt_network_new (&input, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_CONFLICT);
  /* Two centuries of work do not fit into one. */
  input.n_links = n - 1;
  for (guint i = 0; i < n; i++)
    tasks[i].days = 4;
  g_clear_pointer (&network, plt_network_free);
  g_clear_pointer (&plan, plt_network_plan_free);
  network = network_of (&input);
  plan = plt_network_schedule (network);
  g_assert_true (plan->outside[n - 1]);
  g_assert_false (plan->outside[0]);
}

/* Each of a long chain misses a deadline: all are found, the worst ones taken apart. */
static void
test_many_shortages (void)
{
  const guint n = 2000;
  g_autofree PltNetworkTask *tasks = g_new (PltNetworkTask, n);
  g_autofree PltNetworkLink *links = g_new0 (PltNetworkLink, n);
  PltNetworkInput input = { tasks, n, links, n - 1, NULL, 0, day (6, 1), NONE, FALSE };
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;
  g_autoptr (GPtrArray) shortages = NULL, issues = plt_issues_new ();

  for (guint i = 0; i < n; i++)
    {
      tasks[i] = PLT_NETWORK_TASK (i + 1, "Maillon", 2);
      tasks[i].deadline = day (6, 1);
      links[i] = (PltNetworkLink){ .id = i + 1, .from = i, .to = i + 1 };
    }
  network = network_of (&input);
  plan = plt_network_schedule (network);
  shortages = plt_network_shortages (network, plan);
  g_assert_cmpuint (shortages->len, ==, n);
  g_assert_cmpuint (((const PltNetworkShortage *) shortages->pdata[0])->task, ==, n - 1);
  g_assert_cmpuint (((const PltNetworkShortage *) shortages->pdata[0])->chain->len, ==, n);
  g_assert_cmpuint (((const PltNetworkShortage *) shortages->pdata[n - 1])->chain->len, ==, 1);
  g_assert_cmpuint (((const PltNetworkShortage *) shortages->pdata[n - 1])->ways->len, ==, 1);
  plt_network_check (network, plan, issues);
  g_assert_cmpuint (issues->len, ==, n);
}

/* Holidays of the production, through PltCalendar. */
static void
test_closings (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  PltReferentialFacts *referential = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 1);
  g_autoptr (PltCalendar) calendar = NULL;
  g_autoptr (GArray) spans = NULL;

  referential->name = "jours-feries";
  referential->version = "2";
  referential->content = "code\tlibelle\tregle\tterritoire\n"
                         "fete-du-travail\tFête du travail\tfixe:05-01\tfrance\n"
                         "victoire-1945\tVictoire de 1945\tfixe:05-08\tfrance\n"
                         "ascension\tAscension\tpaques:+39\tfrance\n"
                         "lundi-de-pentecote\tLundi de Pentecôte\tpaques:+50\tfrance\n";
  calendar = plt_calendar_new (facts);
  spans = plt_network_closings (calendar, day (4, 20), day (5, 31));
  g_assert_cmpmem (spans->data, spans->len * sizeof (PltNetworkSpan), may, sizeof may);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/kinds", test_kinds);
  g_test_add_func ("/network/milestones", test_milestones);
  g_test_add_func ("/network/calendar-days", test_calendar_days);
  g_test_add_func ("/network/backward", test_backward);
  g_test_add_func ("/network/against-the-plan", test_against_the_plan);
  g_test_add_func ("/network/groups", test_groups);
  g_test_add_func ("/network/circle", test_circle);
  g_test_add_func ("/network/shortage", test_shortage);
  g_test_add_func ("/network/locked", test_locked);
  g_test_add_func ("/network/bounds", test_bounds);
  g_test_add_func ("/network/real-dates", test_real_dates);
  g_test_add_func ("/network/refused", test_refused);
  g_test_add_func ("/network/empty", test_empty);
  g_test_add_func ("/network/hostile", test_hostile);
  g_test_add_func ("/network/long-chain", test_long_chain);
  g_test_add_func ("/network/many-shortages", test_many_shortages);
  g_test_add_func ("/network/closings", test_closings);
  return g_test_run ();
}
