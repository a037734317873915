/* A rétroplanning to GanttProject and back, a file as GanttProject writes it with the dates that it
 * shows, and files that should not be. */
#include "plt-error.h"
#include "plt-gan-export.h"
#include "plt-gan.h"
#include "plt-network.h"

#include <string.h>

#define NONE PLT_DATE_NONE

static PltDate
day (int month, int number)
{
  return plt_date_from_ymd (2027, month, number);
}

/* 8 February 2027 is a Monday. The 15th of March is off every year, the 20th of February worked. */
static const char their_file[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><project name=\"Les Eaux &amp; hautes\" "
      "version=\"3.0.3000\" locale=\"fr_FR\"><description/>"
      "<calendars><day-types><day-type id=\"0\"/><day-type id=\"1\"/>"
      "<default-week id=\"1\" name=\"default\" sun=\"1\" mon=\"0\" tue=\"0\" wed=\"0\" thu=\"0\" "
      "fri=\"0\" sat=\"1\"/><only-show-weekends value=\"false\"/><overriden-day-types/><days/>"
      "</day-types><date year=\"\" month=\"3\" date=\"15\" type=\"HOLIDAY\"/>"
      "<date year=\"2027\" month=\"2\" date=\"20\" type=\"WORKING_DAY\"/>"
      "<date year=\"2027\" month=\"2\" date=\"31\" type=\"HOLIDAY\"/></calendars>"
      "<tasks empty-milestones=\"true\"><taskproperties><taskproperty id=\"tpd0\" name=\"type\"/>"
      "</taskproperties>"
      "<task id=\"0\" name=\"Pr\303\251paration\" meeting=\"false\" start=\"2027-02-08\" "
      "duration=\"25\" "
      "complete=\"85\" expand=\"true\">"
      "<task id=\"9\" name=\"Casting\" meeting=\"false\" start=\"2027-02-08\" duration=\"11\" "
      "complete=\"0\"><notes><![CDATA[Deux <tours>]]></notes>"
      "<depend id=\"10\" type=\"2\" difference=\"0\" hardness=\"Strong\"/>"
      "<depend id=\"12\" type=\"1\" difference=\"3\" hardness=\"Rubber\"/>"
      "<depend id=\"99\" type=\"2\" difference=\"0\"/></task>"
      "<task id=\"10\" name=\"D\303\251cors\" meeting=\"false\" start=\"2027-02-22\" "
      "duration=\"15\" "
      "complete=\"0\"><depend id=\"17\" type=\"2\" difference=\"0\" hardness=\"Strong\"/></task>"
      "<task id=\"17\" name=\"Feu vert\" meeting=\"true\" start=\"2027-03-16\" duration=\"0\" "
      "complete=\"0\"/></task>"
      "<task id=\"12\" name=\"Costumes\" meeting=\"false\" start=\"2027-02-11\" duration=\"2\" "
      "complete=\"0\" thirdDate=\"2027-02-10\" thirdDate-constraint=\"1\"/>"
      "<task id=\"13\" name=\"Note\" meeting=\"false\" start=\"2027-02-09\" duration=\"2\" "
      "complete=\"100\"/></tasks>"
      "<resources><resource id=\"1\" name=\"L\303\251a\"/></resources></project>";

static void
test_their_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetworkProject) project
      = plt_gan_read (their_file, strlen (their_file), "Film.gan", &error);
  const PltNetworkTask *tasks;
  PltNetworkInput input;
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (project->title, ==, "Les Eaux & hautes");
  g_assert_cmpuint (project->tasks->len, ==, 6);
  g_assert_cmpuint (project->links->len, ==, 3);
  g_assert_cmpuint (project->remarks->len, ==, 1); /* the link to nothing */
  tasks = &g_array_index (project->tasks, PltNetworkTask, 0);
  g_assert_cmpstr (tasks[0].name, ==, "Préparation");
  g_assert_cmpint (tasks[1].parent, ==, 0);
  g_assert_cmpint (tasks[3].days, ==, 0);
  g_assert_true (tasks[3].morning);
  g_assert_cmpint (tasks[4].constraint, ==, PLT_NETWORK_START_FROM);
  g_assert_cmpint (tasks[5].state, ==, PLT_NETWORK_DONE);
  plt_network_project_input (project, &input);
  network = plt_network_new (&input, &error);
  g_assert_no_error (error);
  plan = plt_network_schedule (network);
  /* Eleven days from the 8th with the Saturday worked: the Friday 19th is the
   * tenth, so the Saturday the eleventh. Fifteen more: to Friday 12 March. The 15th is off. */
  g_assert_cmpint (plan->tasks[1].finish, ==, day (2, 20));
  g_assert_cmpint (plan->tasks[2].start, ==, day (2, 22));
  g_assert_cmpint (plan->tasks[2].finish, ==, day (3, 12));
  g_assert_cmpint (plan->tasks[3].start, ==, day (3, 16));
  g_assert_cmpint (plan->tasks[4].start, ==, day (2, 11));
  g_assert_cmpint (plan->tasks[5].finish, ==, day (2, 10));
  g_assert_cmpint (plan->tasks[0].start, ==, day (2, 8));
}

/* What GanttProject can say comes back, and gives the same plan. */
static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetworkProject) one
      = plt_gan_read (their_file, strlen (their_file), "Film.gan", &error);
  g_autoptr (PltNetworkProject) two = NULL;
  PltNetworkInput in, out;
  g_autoptr (PltNetwork) a = NULL, b = NULL;
  g_autoptr (PltNetworkPlan) first = NULL, second = NULL;
  g_autofree char *text = NULL, *same = NULL;

  g_assert_no_error (error);
  plt_network_project_input (one, &in);
  a = plt_network_new (&in, &error);
  first = plt_network_schedule (a);
  for (guint i = 0; i < in.n_tasks; i++)
    g_array_index (one->planned, PltNetworkSpan, i)
        = (PltNetworkSpan){ first->tasks[i].start, first->tasks[i].finish };
  text = plt_gan_export_format (one);
  same = plt_gan_export_format (one);
  g_assert_cmpstr (text, ==, same);
  two = plt_gan_read (text, strlen (text), "b.gan", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (two->remarks->len, ==, 0);
  g_assert_cmpuint (two->tasks->len, ==, one->tasks->len);
  g_assert_cmpuint (two->links->len, ==, one->links->len);
  g_assert_cmpstr (two->title, ==, one->title);
  plt_network_project_input (two, &out);
  b = plt_network_new (&out, &error);
  g_assert_no_error (error);
  second = plt_network_schedule (b);
  for (guint i = 0; i < in.n_tasks; i++)
    {
      g_assert_cmpstr (in.tasks[i].name, ==, out.tasks[i].name);
      g_assert_cmpint (in.tasks[i].parent, ==, out.tasks[i].parent);
      g_assert_cmpint (in.tasks[i].days, ==, out.tasks[i].days);
      g_assert_cmpint (in.tasks[i].state, ==, out.tasks[i].state);
      g_assert_cmpint (first->tasks[i].start, ==, second->tasks[i].start);
      g_assert_cmpint (first->tasks[i].finish, ==, second->tasks[i].finish);
    }
  for (guint i = 0; i < in.n_links; i++)
    {
      g_assert_cmpuint (in.links[i].from, ==, out.links[i].from);
      g_assert_cmpuint (in.links[i].to, ==, out.links[i].to);
      g_assert_cmpint (in.links[i].kind, ==, out.links[i].kind);
      g_assert_cmpint (in.links[i].lag, ==, out.links[i].lag);
    }
}

/* Calendar days become the working days between the dates. */
static void
test_calendar_days (void)
{
  g_autoptr (PltNetworkProject) project = plt_network_project_new ();
  PltNetworkTask task = PLT_NETWORK_TASK (1, "Délai <légal> & \"long\"", 14);
  const PltNetworkSpan planned = { day (2, 8), day (2, 21) };
  g_autofree char *text = NULL;

  task.unit = PLT_NETWORK_CALENDAR;
  g_array_append_val (project->tasks, task);
  g_array_append_val (project->planned, planned);
  text = plt_gan_export_format (project);
  g_assert_nonnull (strstr (text, "name=\"Délai &lt;légal&gt; &amp; &quot;long&quot;\""));
  g_assert_nonnull (strstr (text, "start=\"2027-02-08\" duration=\"10\""));
}

static void
refuse (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (plt_gan_read (text, length, "a.gan", &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == PLT_ERROR);
}

static void
test_hostile (void)
{
  static const char odd[]
      = "<project><task id=\"x\" duration=\"99999999999999999999\" complete=\"-4\" "
        "start=\"2027-13-45\" "
        "thirdDate=\"oui\" thirdDate-constraint=\"1\"><depend/><depend id=\"0\" type=\"9\"/></task>"
        "<depend id=\"0\" type=\"2\"/><date year=\"99999\" month=\"1\" date=\"1\" "
        "type=\"HOLIDAY\"/>"
        "<default-week mon=\"1\" tue=\"1\" wed=\"1\" thu=\"1\" fri=\"1\" sat=\"1\" sun=\"1\"/>"
        "<task/></project>";
  static const char entities[] = "<!DOCTYPE a [<!ENTITY b \"c\">]><project>&b;</project>";
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetworkProject) project = plt_gan_read (odd, strlen (odd), "a.gan", &error);
  PltNetworkInput input;
  g_autoptr (PltNetwork) network = NULL;
  g_autoptr (PltNetworkPlan) plan = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (project->tasks->len, ==, 2);
  g_assert_cmpuint (project->links->len, ==, 0);
  plt_network_project_input (project, &input);
  input.start = day (2, 8);
  network = plt_network_new (&input, &error);
  g_assert_no_error (error);
  plan = plt_network_schedule (network);
  g_assert_cmpuint (plan->n_tasks, ==, 2);
  text = plt_gan_export_format (project);
  g_assert_nonnull (strstr (text, "</project>"));
  refuse ("<rien/>", 7);
  refuse ("", 0);
  refuse (entities, strlen (entities));
  for (gsize length = 3; length < strlen (their_file); length += 7)
    refuse (their_file, length);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gan/their-file", test_their_file);
  g_test_add_func ("/gan/round-trip", test_round_trip);
  g_test_add_func ("/gan/calendar-days", test_calendar_days);
  g_test_add_func ("/gan/hostile", test_hostile);
  return g_test_run ();
}
