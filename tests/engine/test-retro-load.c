/* Who has how much to do in a rétroplanning. */
#include "plt-retro-load.h"
#include "plt-test-retro.h"

enum
{
  GROUP = 10,
  CUT,
  MIX,
  PROMO,
};

/* "Image" holds Montage; the mix follows it after three calendar days; promotion is calendar days
 * of the release. */
static PltFacts *
usual (void)
{
  PltFacts *facts = retro_facts ("2027-07-30", "");
  PltTaskFacts *task;
  PltTaskLinkFacts *link;

  retro_task (facts, GROUP, "Image", -1)->phase = "postproduction";
  task = retro_task (facts, CUT, "Montage", 10);
  task->phase = "postproduction";
  task->parent = GROUP;
  task->team = "Montage";
  task = retro_task (facts, MIX, "Mixage", 5);
  task->phase = "postproduction";
  task->deadline_date = retro_day ("2027-07-29");
  task->team = "Son";
  task = retro_task (facts, PROMO, "Affiche", 30);
  task->phase = "diffusion";
  task->duration_unit = "calendaires";
  task->placing = "debut-pas-avant";
  task->placing_date = retro_day ("2027-09-01");
  link = retro_link (facts, CUT, MIX, "fin-debut", 3);
  link->lag_unit = "calendaires";
  return facts;
}

static void
add_person (PltFacts *facts, gint64 id, const char *name)
{
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, id);

  person->last_name = name;
  person->first_name = "";
}

static void
work_on (PltFacts *facts, gint64 id, gint64 task, gint64 person, gint64 percent)
{
  PltTaskPersonFacts *row = PLT_FACTS_ADD (facts->task_people, PltTaskPersonFacts, id);

  row->task = task;
  row->person = person;
  row->function = "";
  row->share_e6 = percent * (PLT_RATE_ONE / 100);
}

/* Backwards from Friday 30 July: the mix ends on its deadline, the 29th: 23, 26 to 29 July; the
 * edit before it with three days between. Marchetti has both at 60 %, nothing at once; then the
 * edit twice. */
static void
test_load (void)
{
  g_autoptr (PltFacts) facts = usual ();
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroLoad) load = NULL;
  const PltNetworkLoad *first;
  gint64 sum = 0;
  gboolean over = FALSE, any = FALSE;

  add_person (facts, 1, "Marchetti");
  work_on (facts, 1, CUT, 1, 60);
  work_on (facts, 2, CUT, 1, 60);
  retro = retro_on (facts, "");
  load = plt_retro_load_new (retro);
  g_assert_cmpuint (load->n_people, ==, 1);
  g_assert_cmpuint (load->resources->len, ==, 3); /* one person, two teams */
  g_assert_cmpint (plt_date_weekday (load->first), ==, 1);
  first = load->loads->pdata[0];
  for (guint i = 0; i < load->n_weeks; i++)
    {
      sum += plt_retro_load_week (first, load->first + (PltDate) (7 * i), &over);
      any |= over;
    }
  g_assert_cmpint (sum, ==, 120); /* ten days at 120 %: twelve days, in tenths */
  g_assert_true (any);
  g_assert_cmpuint (load->overloads->len, >=, 1);
}

static void
test_load_of_nobody (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("2027-07-30", "");
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroLoad) load = NULL;

  retro_task (facts, CUT, "Montage", 10);
  retro = retro_on (facts, "");
  load = plt_retro_load_new (retro);
  g_assert_cmpuint (load->loads->len, ==, 0);
  g_assert_cmpuint (load->n_weeks, ==, 0);
  g_assert_cmpint (load->first, ==, PLT_DATE_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retro-load/people", test_load);
  g_test_add_func ("/retro-load/nobody", test_load_of_nobody);
  return g_test_run ();
}
