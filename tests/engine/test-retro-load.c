/* Who has how much to do in a rétroplanning. */
#include "plt-retro-week.h"
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

static PltRetroWork *
line (const PltRetroWeek *week, guint i, PltRetroWorkKind kind, gint64 id, guint days)
{
  PltRetroWork *one;

  g_assert_cmpuint (i, <, week->lines->len);
  one = &g_array_index (week->lines, PltRetroWork, i);
  g_assert_cmpint (one->kind, ==, kind);
  g_assert_cmpint (one->ref.id, ==, id);
  g_assert_cmphex (one->days, ==, days);
  return one;
}

/* The mix is on 23 and 26 to 29 July 2027, a Friday and the next Monday to Thursday. Marchetti has
 * 60 % of it, is booked on Wednesday, has a date on Thursday and is away on Tuesday and Friday; the
 * mix of somebody else does not concern her. */
static void
test_week (void)
{
  g_autoptr (PltFacts) facts = usual ();
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroLoad) load = NULL;
  g_autoptr (PltRetroWeek) week = NULL, before = NULL, team = NULL;
  g_autoptr (GArray) away = NULL;
  PltBookingFacts *booking;
  PltEventFacts *event;
  PltAvailabilityFacts *window;

  add_person (facts, 1, "Marchetti");
  add_person (facts, 2, "Le Dantec");
  work_on (facts, 1, MIX, 1, 60);
  work_on (facts, 2, MIX, 2, 100);
  for (guint i = 0; i < 3; i++) /* hers, one that is cancelled, one of somebody else */
    {
      booking = PLT_FACTS_ADD (facts->bookings, PltBookingFacts, 5 + i);
      booking->person = i == 2 ? 2 : 1;
      booking->room = "Auditorium";
      booking->supplier = booking->accessibility = booking->note = "";
      booking->status = i == 1 ? "annule" : "confirme";
      booking->from_date = retro_day ("2027-07-28");
      booking->to_date = PLT_DATE_NONE;
      booking->start_minutes = booking->end_minutes = PLT_UNKNOWN;
    }
  event = PLT_FACTS_ADD (facts->events, PltEventFacts, 8);
  event->person = 1;
  event->kind = "postsynchro";
  event->text = event->note = "";
  event->date = retro_day ("2027-07-29");
  event->start_minutes = 600;
  for (guint i = 0; i < 2; i++)
    {
      window = PLT_FACTS_ADD (facts->availability, PltAvailabilityFacts, 11 + i);
      window->person = 1;
      window->kind = "indisponible";
      window->from_date = window->to_date = retro_day (i == 0 ? "2027-07-27" : "2027-07-30");
      window->from_minutes = window->to_minutes = PLT_UNKNOWN;
      window->note = "";
    }
  retro = retro_on (facts, "");
  load = plt_retro_load_new (retro);
  week = plt_retro_week_new (load, 0, retro_day ("2027-07-26"));
  g_assert_cmpuint (week->lines->len, ==, 5);
  g_assert_cmpint (line (week, 0, PLT_RETRO_WORK_TASK, MIX, 0x0f)->percent[0], ==, 60);
  line (week, 1, PLT_RETRO_WORK_ROOM, 5, 0x04);
  g_assert_cmpstr (line (week, 2, PLT_RETRO_WORK_EVENT, 8, 0x08)->name, ==, "postsynchro");
  line (week, 3, PLT_RETRO_WORK_AWAY, 11, 0x02);
  line (week, 4, PLT_RETRO_WORK_AWAY, 12, 0x10);
  g_assert_cmpint (week->percent[3], ==, 60);
  g_assert_cmpint (week->percent[4], ==, 0);
  g_assert_cmphex (week->away, ==, 0x02); /* there is no work on Friday */
  g_assert_false (plt_retro_week_is_over (week, 0));
  g_assert_true (plt_retro_week_is_over (week, 1));
  before = plt_retro_week_new (load, 0, retro_day ("2027-07-19"));
  g_assert_cmpuint (before->lines->len, ==, 1);
  line (before, 0, PLT_RETRO_WORK_TASK, MIX, 0x10);
  away = plt_retro_away_new (load);
  g_assert_cmpuint (away->len, ==, 1);
  g_assert_cmpuint (g_array_index (away, PltRetroAway, 0).resource, ==, 0);
  g_assert_cmpint (g_array_index (away, PltRetroAway, 0).date, ==, retro_day ("2027-07-27"));
  team = plt_retro_week_new (load, load->n_people + 1, retro_day ("2027-07-26"));
  g_assert_cmpuint (team->lines->len, ==, 1); /* the team has no rooms, dates, absences */
  g_assert_false (plt_retro_week_is_over (team, 1));
}

/* Somebody twice on a task, 60 % and 70 % of it: one line, and too much. */
static void
test_twice_on_a_task (void)
{
  g_autoptr (PltFacts) facts = usual ();
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroLoad) load = NULL;
  g_autoptr (PltRetroWeek) week = NULL;

  add_person (facts, 1, "Marchetti");
  work_on (facts, 1, MIX, 1, 60);
  work_on (facts, 2, MIX, 1, 70);
  retro = retro_on (facts, "");
  load = plt_retro_load_new (retro);
  week = plt_retro_week_new (load, 0, retro_day ("2027-07-26"));
  g_assert_cmpuint (week->lines->len, ==, 1);
  g_assert_cmpint (line (week, 0, PLT_RETRO_WORK_TASK, MIX, 0x0f)->percent[0], ==, 130);
  g_assert_cmpint (week->percent[0], ==, 130);
  g_assert_true (plt_retro_week_is_over (week, 0));
  g_assert_true (retro_has_issue (retro, "retro.overload", "130"));
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
  g_test_add_func ("/retro-load/week", test_week);
  g_test_add_func ("/retro-load/nobody", test_load_of_nobody);
  g_test_add_func ("/retro-load/twice-on-a-task", test_twice_on_a_task);
  return g_test_run ();
}
