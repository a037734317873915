/* Reports through the command line: the days, what one comes to, given back to the plan once. */
#include <string.h>

#include "test-cli-private.h"

static void
assert_says (Fixture *self, const char *part)
{
  if (strstr (self->out, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, self->out);
}

static void
add_take (Fixture *self, const char *sequence, const char *shot, const char *kept)
{
  g_autofree char *of = g_strconcat ("sequence=@number=", sequence, NULL);
  g_autofree char *name = g_strconcat ("shot=", shot, NULL);
  g_autofree char *keep = g_strconcat ("kept=", kept, NULL);

  g_assert_cmpint (run (self, "add", "@", "log_entry", "day_report=1", "kind=prise", of, name,
                        "take=1", keep, NULL),
                   ==, 0);
}

static void
test_report (Fixture *self, gconstpointer data)
{
  new_production (self);
  g_assert_cmpint (run (self, "add", "@", "sequence", "number=7", "premin_seconds=1:30",
                        "planned_shots=2", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "add", "@", "sequence", "number=8", "premin_seconds=0:40",
                        "planned_shots=4", "shooting_minutes=1h", NULL),
                   ==, 0);
  g_assert_cmpint (run (self, "days", "@", "2027-04-12", "2", NULL), ==, 0);
  g_assert_cmpint (run (self, "place", "@", "J1", "7", "8", NULL), ==, 0);
  g_assert_cmpint (run (self, "report", "@", NULL), ==, 0);
  assert_says (self, "J1\t2027-04-12\tabsent\t-\t0\t0\t0\t0:00\n");
  g_assert_cmpint (run (self, "report", "@", "J1", "--give-back", NULL), ==, 1);
  g_assert_cmpint (run (self, "add", "@", "day_report", "date=2027-04-12", NULL), ==, 0);
  add_take (self, "7", "1", "oui");
  add_take (self, "7", "2", "oui");
  add_take (self, "8", "1", "oui");
  g_assert_cmpint (run (self, "report", "@", "J1", NULL), ==, 0);
  assert_says (self, "sequence\t7\ttournee\t2\t2\nsequence\t8\tpartielle\t1\t1\n");
  assert_says (self, "completes\t1\t1\n");
  assert_says (self, "restantes\t-\t1\n");
  assert_says (self, "preminutage\t1:40\t1:40\n"); /* a quarter of 0:40 */
  assert_says (self, "utile\t?\t?\n");
  assert_says (self, "travail\t?\t?\n");
  g_assert_cmpint (run (self, "report", "@", "12/04/2027", "--give-back", NULL), ==, 0);
  assert_says (self, "pool");
  g_assert_cmpint (run (self, "report", "@", "J1", "--give-back", NULL), ==, 0);
  assert_says (self, "already");
  g_assert_cmpint (run (self, "list", "@", "sequence", NULL), ==, 0);
  g_assert_cmpint (run (self, "report", "@", NULL), ==, 0);
  assert_says (self, "J1\t2027-04-12\ten-cours\tau-plan\t1\t3\t3\t1:40\n");
  g_assert_cmpint (run (self, "report", "@", "J9", NULL), ==, 1);
  g_assert_cmpint (run (self, "report", "@", "--give-back", NULL), ==, 2);
}

const CliCase cli_report_cases[] = {
  { "/cli/report", test_report },
  { NULL },
};
