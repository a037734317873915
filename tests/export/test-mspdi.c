/* A rétroplanning to MS Project XML and back: what is read is what was written, and gives the same
 * plan; a file as MS Project writes it; files that should not be. */
#include "plt-error.h"
#include "plt-mspdi-export.h"
#include "plt-mspdi.h"
#include "plt-network.h"

#include <string.h>

#define NONE PLT_DATE_NONE

static PltDate
june (int number)
{
  return plt_date_from_ymd (2026, 6, number);
}

static void
add (PltNetworkProject *project, PltNetworkTask task)
{
  const PltNetworkSpan planned = { task.start != NONE ? task.start : june (1),
                                   task.finish != NONE ? task.finish : june (30) };

  task.name = plt_network_project_text (project, task.name);
  g_array_append_val (project->tasks, task);
  g_array_append_val (project->planned, planned);
}

/* One of everything; a group comes after its tasks, as templates have it. */
static PltNetworkProject *
make_project (gboolean backward)
{
  PltNetworkProject *project = plt_network_project_new ();
  const PltNetworkSpan closed[] = { { june (15), june (16) } },
                       opened[] = { { june (20), june (20) } };
  g_autoptr (GArray) shut = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  PltNetworkTask task;

  g_array_append_val (shut, closed[0]);
  g_array_append_val (open, opened[0]);
  plt_network_project_add_calendar (project, "Équipe", PLT_NETWORK_MONDAY_TO_FRIDAY, shut, open);
  plt_network_project_add_calendar (project, "Six jours", 0x3f, NULL, NULL);
  project->title = plt_network_project_text (project, "L’été <indien> & \001 autres");
  project->backward = backward;
  project->start = backward ? NONE : june (1);
  project->end = backward ? june (30) : NONE;
  task = PLT_NETWORK_TASK (1, "Montage « V1 » & <V2>", 5);
  task.parent = 8;
  add (project, task);
  task = PLT_NETWORK_TASK (2, "Instruction", 9);
  task.unit = PLT_NETWORK_CALENDAR;
  task.deadline = june (29);
  add (project, task);
  task = PLT_NETWORK_TASK (3, "Fin du montage", 0);
  task.parent = 8;
  add (project, task);
  task = PLT_NETWORK_TASK (4, "Début du mixage", 0);
  task.morning = TRUE;
  task.calendar = 1;
  add (project, task);
  task = PLT_NETWORK_TASK (5, "Salle louée", 2);
  task.state = PLT_NETWORK_LOCKED;
  task.start = june (17);
  task.finish = june (18);
  add (project, task);
  task = PLT_NETWORK_TASK (6, "Fait", 2);
  task.state = PLT_NETWORK_DONE;
  task.start = june (1);
  task.finish = june (3);
  task.progress = 100;
  add (project, task);
  task = PLT_NETWORK_TASK (7, "Commencé", 4);
  task.state = PLT_NETWORK_STARTED;
  task.start = june (2);
  task.progress = 25;
  add (project, task);
  for (int c = PLT_NETWORK_EARLY; c < PLT_NETWORK_N_CONSTRAINTS; c++)
    {
      if (c == PLT_NETWORK_START_FROM)
        add (project, PLT_NETWORK_TASK (9, "Postproduction", 0));
      task = PLT_NETWORK_TASK (100 + c, "Contrainte", 3);
      task.constraint = (PltNetworkConstraint) c;
      task.date = c >= PLT_NETWORK_START_FROM ? june (8 + c) : NONE;
      task.calendar = c % 2;
      add (project, task);
    }
  for (guint i = 0; i < project->tasks->len; i++)
    if (strcmp (g_array_index (project->tasks, PltNetworkTask, i).name, "Postproduction") == 0)
      g_array_index (project->tasks, PltNetworkTask, 0).parent
          = g_array_index (project->tasks, PltNetworkTask, 2).parent = (int) i;
  for (int k = 0; k < PLT_NETWORK_N_KINDS; k++)
    {
      PltNetworkLink link = { .id = (gint64) k + 1,
                              .from = 0,
                              .to = 3,
                              .kind = (PltNetworkKind) k,
                              .lag = k * 3 - 4,
                              .unit = (PltNetworkUnit) (k % 2) };

      link.to = k == 0 ? 2 : 9u + (guint) k;
      g_array_append_val (project->links, link);
    }
  return project;
}

static guint
find (const PltNetworkProject *project, gint64 id)
{
  for (guint i = 0; i < project->tasks->len; i++)
    if (g_array_index (project->tasks, PltNetworkTask, i).id == id)
      return i;
  g_assert_not_reached ();
}

static void
compare (const PltNetworkProject *one, const PltNetworkProject *two)
{
  g_assert_cmpuint (one->tasks->len, ==, two->tasks->len);
  g_assert_cmpuint (one->links->len, ==, two->links->len);
  for (guint i = 0; i < one->tasks->len; i++)
    {
      /* Numbers are places in the project that was written. */
      guint j = find (two, (gint64) i + 1);
      const PltNetworkTask *a = &g_array_index (one->tasks, PltNetworkTask, i);
      const PltNetworkTask *b = &g_array_index (two->tasks, PltNetworkTask, j);
      gboolean is_group = strcmp (a->name, "Postproduction") == 0;

      g_test_message ("%s", a->name);
      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpint (a->parent < 0, ==, b->parent < 0);
      if (a->parent >= 0)
        g_assert_cmpint (b->parent, ==, (int) find (two, (gint64) a->parent + 1));
      if (!is_group)
        {
          g_assert_cmpint (a->days, ==, b->days);
          g_assert_cmpint (a->unit, ==, b->unit);
          g_assert_cmpint (a->days > 0 || a->morning == b->morning, ==, TRUE);
        }
      g_assert_cmpuint (a->calendar, ==, b->calendar);
      g_assert_cmpint (a->date, ==, b->date);
      g_assert_cmpint (a->deadline, ==, b->deadline);
      g_assert_cmpint (a->state, ==, b->state);
      g_assert_cmpint (a->start, ==, b->start);
      g_assert_cmpint (a->finish, ==, b->finish);
      g_assert_cmpint (a->progress, ==, b->progress);
    }
}

static void
compare_plans (const PltNetworkProject *one, const PltNetworkProject *two)
{
  PltNetworkInput in, out;
  g_autoptr (PltNetwork) a = NULL, b = NULL;
  g_autoptr (PltNetworkPlan) first = NULL, second = NULL;

  plt_network_project_input (one, &in);
  plt_network_project_input (two, &out);
  a = plt_network_new (&in, NULL);
  b = plt_network_new (&out, NULL);
  first = plt_network_schedule (a);
  second = plt_network_schedule (b);
  for (guint i = 0; i < in.n_tasks; i++)
    {
      guint j = find (two, (gint64) i + 1);

      g_assert_cmpint (first->tasks[i].start, ==, second->tasks[j].start);
      g_assert_cmpint (first->tasks[i].finish, ==, second->tasks[j].finish);
    }
}

static void
test_round_trip (void)
{
  for (int backward = 0; backward < 2; backward++)
    {
      g_autoptr (PltNetworkProject) project = make_project (backward != 0), back = NULL;
      g_autofree char *text = plt_mspdi_export_format (project);
      g_autofree char *same = plt_mspdi_export_format (project);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (text, ==, same);
      back = plt_mspdi_read (text, strlen (text), "a.xml", &error);
      g_assert_no_error (error);
      /* A control character is a space there. */
      g_assert_cmpstr (back->title, ==, "L’été <indien> &   autres");
      g_assert_cmpint (back->backward, ==, backward);
      g_assert_cmpuint (back->calendars->len, ==, 2);
      g_assert_cmpuint (g_array_index (back->calendars, PltNetworkCalendar, 1).weekdays, ==, 0x3f);
      g_assert_cmpuint (back->remarks->len, ==, 0);
      compare (project, back);
      compare_plans (project, back);
    }
}

/* As MS Project has it: the project as task 0, exceptions, elapsed days, weeks, a percentage as a
 * lag, a resource, part of a day. */
static const char project_file[]
    = "\357\273\277<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<Project xmlns=\"http://schemas.microsoft.com/project\"><SaveVersion>14</SaveVersion>"
      "<Name>Film.xml</Name><ScheduleFromStart>1</ScheduleFromStart>"
      "<StartDate>2026-06-01T08:00:00</StartDate><FinishDate>2026-06-12T17:00:00</FinishDate>"
      "<CalendarUID>3</CalendarUID><MinutesPerDay>420</MinutesPerDay>"
      "<Calendars><Calendar><UID>3</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>"
      "<WeekDays><WeekDay><DayType>7</DayType><DayWorking>1</DayWorking></WeekDay></WeekDays>"
      "<Exceptions><Exception><TimePeriod><FromDate>2026-06-03T00:00:00</FromDate>"
      "<ToDate>2026-06-03T23:59:00</ToDate></TimePeriod><DayWorking>0</DayWorking></Exception>"
      "</Exceptions></Calendar>"
      "<Calendar><UID>4</UID><Name>Léa</Name><IsBaseCalendar>0</IsBaseCalendar></Calendar></"
      "Calendars>"
      "<Tasks><Task><UID>0</UID><Name>Film</Name><OutlineLevel>0</OutlineLevel></Task>"
      "<Task><UID>11</UID><Name>Casting</Name><OutlineLevel>1</OutlineLevel>"
      "<Start>2026-06-01T08:00:00</Start><Finish>2026-06-04T17:00:00</Finish>"
      "<Duration>PT21H0M0S</Duration><DurationFormat>7</DurationFormat>"
      "<Baseline><Start>2020-01-01T08:00:00</Start></Baseline></Task>"
      "<Task><UID>12</UID><Name>Attente</Name><OutlineLevel>1</OutlineLevel>"
      "<Duration>PT72H0M0S</Duration><DurationFormat>8</DurationFormat>"
      "<PredecessorLink><PredecessorUID>11</PredecessorUID><Type>1</Type>"
      "<LinkLag>4200</LinkLag><LagFormat>7</LagFormat></PredecessorLink>"
      "<PredecessorLink><PredecessorUID>99</PredecessorUID><Type>1</Type></PredecessorLink></Task>"
      "<Task><UID>13</UID><Name>Demi-journée</Name><OutlineLevel>1</OutlineLevel>"
      "<Duration>PT3H30M0S</Duration><DurationFormat>7</DurationFormat></Task></Tasks>"
      "<Resources><Resource><UID>1</UID><Name>Léa</Name></Resource></Resources></Project>";

static void
test_their_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetworkProject) project
      = plt_mspdi_read (project_file, strlen (project_file), "Film.xml", &error);
  const PltNetworkTask *tasks;
  PltNetworkInput input;
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (project->tasks->len, ==, 3);
  tasks = &g_array_index (project->tasks, PltNetworkTask, 0);
  g_assert_cmpint (tasks[0].days, ==, 3);
  g_assert_cmpint (tasks[0].constraint, ==, PLT_NETWORK_AS_PLAN);
  g_assert_cmpint (tasks[1].days, ==, 3);
  g_assert_cmpint (tasks[1].unit, ==, PLT_NETWORK_CALENDAR);
  g_assert_cmpint (tasks[2].days, ==, 1);
  g_assert_cmpint (g_array_index (project->planned, PltNetworkSpan, 0).to, ==, june (4));
  g_assert_cmpuint (project->links->len, ==, 1);
  g_assert_cmpint (g_array_index (project->links, PltNetworkLink, 0).lag, ==, 1);
  g_assert_cmpuint (project->calendars->len, ==, 1);
  g_assert_cmpuint (g_array_index (project->calendars, PltNetworkCalendar, 0).weekdays, ==, 0x3f);
  g_assert_cmpuint (project->remarks->len, ==, 2); /* part of a day, the link */
  g_assert_cmpuint (project->resources->len, ==, 1);
  g_assert_cmpint (project->end, ==, NONE);
  plt_network_project_input (project, &input);
  network = plt_network_new (&input, &error);
  g_assert_no_error (error);
  plan = plt_network_schedule (network);
  g_assert_cmpint (plan->tasks[0].finish, ==, june (4)); /* the 3rd is closed */
  g_assert_cmpint (plan->tasks[1].start, ==, june (6));
}

static void
refuse (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetworkProject) project = plt_mspdi_read (text, length, "a.xml", &error);

  g_assert_null (project);
  g_assert_nonnull (error);
  g_assert_true (error->domain == PLT_ERROR);
}

static void
test_hostile (void)
{
  static const char odd[]
      = "<Project><MinutesPerDay>99999999999</MinutesPerDay><StartDate>2026-02-31T25</StartDate>"
        "<Tasks><Task><UID>99999999999999999999</UID><OutlineLevel>4000</OutlineLevel>"
        "<Duration>PT99999999999999999999H</Duration><ConstraintType>-5</ConstraintType>"
        "<PercentComplete>-3</PercentComplete><CalendarUID>77</CalendarUID></Task>"
        "<Task><UID>1</UID><OutlineLevel>-9</OutlineLevel><Duration>P</Duration>"
        "<ConstraintType>99</ConstraintType><PredecessorLink><PredecessorUID>1</PredecessorUID>"
        "<Type>44</Type><LinkLag>-99999999999</LinkLag></PredecessorLink></Task>"
        "<Task/><PredecessorLink/><WeekDay/><Exception/><Calendar/></Tasks></Project>";
  static const char entities[] = "<!DOCTYPE a [<!ENTITY b \"c\">]><Project>&b;</Project>";
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetworkProject) project = plt_mspdi_read (odd, strlen (odd), "a.xml", &error);
  PltNetworkInput input;

  g_assert_no_error (error);
  g_assert_cmpuint (project->tasks->len, ==, 3);
  g_assert_cmpuint (project->links->len, ==, 0);
  plt_network_project_input (project, &input);
  input.start = june (1);
  {
    g_autoptr (PltNetwork) network = plt_network_new (&input, &error);
    g_autoptr (PltNetworkPlan) plan = NULL;

    g_assert_no_error (error);
    plan = plt_network_schedule (network);
    g_assert_cmpuint (plan->n_tasks, ==, 3);
  }
  refuse ("<Rien/>", 7);
  refuse ("", 0);
  refuse (entities, strlen (entities));
  /* Cut anywhere, it is refused. */
  for (gsize length = 3; length < strlen (project_file); length += 7)
    refuse (project_file, length);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mspdi/round-trip", test_round_trip);
  g_test_add_func ("/mspdi/their-file", test_their_file);
  g_test_add_func ("/mspdi/hostile", test_hostile);
  return g_test_run ();
}
