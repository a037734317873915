/* Files in the shape that MS Project 2010 to 2021, ProjectLibre and GanttProject 2.8 and 3 write,
 * our own: what they mean is computed by hand beside each. */
#include "plt-error.h"
#include "plt-gan.h"
#include "plt-mspdi-days.h"
#include "plt-mspdi.h"
#include "plt-project-read.h"

#include <string.h>

#define NONE PLT_DATE_NONE

static PltDate
day (int year, int month, int number)
{
  return plt_date_from_ymd (year, month, number);
}

static const PltNetworkTask *
task_named (const PltNetworkProject *project, const char *name, guint *at)
{
  for (guint i = 0; i < project->tasks->len; i++)
    if (strcmp (g_array_index (project->tasks, PltNetworkTask, i).name, name) == 0)
      {
        if (at != NULL)
          *at = i;
        return &g_array_index (project->tasks, PltNetworkTask, i);
      }
  g_error ("no task %s", name);
}

static PltNetworkProject *
read_file (const char *text, const char *name)
{
  g_autoptr (GError) error = NULL;
  PltNetworkProject *project = plt_project_read (text, strlen (text), name, &error);

  g_assert_no_error (error);
  return project;
}

/* ---- exceptions that come again ---- */

/* The dates were read on a calendar. */
static const struct
{
  const char *name;
  PltMspdiException exception;
  const char *dates;
} exceptions[] = {
  { "25 December of each year, ten years in one element",
    { .period = { 18256, 21909 },
      .type = 2,
      .month = 11,
      .month_day = 25 }, /* 2019-12-26..2029-12-26 */
    "2020-12-25 2021-12-25 2022-12-25 2023-12-25 2024-12-25 2025-12-25 2026-12-25 2027-12-25 "
    "2028-12-25 2029-12-25" },
  { "the last Friday of July, three times",
    { .period = { 20454, NONE },
      .type = 3,
      .month = 6,
      .item = 8,
      .position = 4,
      .occurrences = 3 },
    "2026-07-31 2027-07-30 2028-07-28" },
  { "the 31st of each month: February to June have two",
    { .period = { 20485, 20634 }, .type = 4, .month_day = 31 }, /* 2026-02-01..2026-06-30 */
    "2026-03-31 2026-05-31" },
  { "the second Monday every second month",
    { .period = { 20454, 20604 }, .type = 5, .item = 4, .position = 1, .every = 2 },
    "2026-01-12 2026-03-09 2026-05-11" },
  { "Saturday and Sunday every second week", /* bits 64 and 1, weeks begin on Sunday */
    { .period = { 20605, 20625 },
      .type = 6,
      .weekdays = 65,
      .every = 2 }, /* Mon 1 .. Sun 21 June */
    "2026-06-06 2026-06-14 2026-06-20" },
  { "every fifth day",
    { .period = { 20605, 20616 }, .type = 7, .every = 5 },
    "2026-06-01 2026-06-06 2026-06-11" },
  { "each second weekday",
    { .period = { 20605, 20612 }, .type = 8, .every = 2 },
    "2026-06-01 2026-06-03 2026-06-05" },
};

static void
test_exceptions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
      g_autoptr (GString) got = g_string_new (NULL);
      guint left = 100000;

      plt_mspdi_exception_days (&exceptions[i].exception, spans, &left);
      for (guint s = 0; s < spans->len; s++)
        {
          g_autofree char *iso = plt_date_to_iso (g_array_index (spans, PltNetworkSpan, s).from);

          g_string_append_printf (got, "%s%s", s > 0 ? " " : "", iso);
        }
      g_test_message ("%s", exceptions[i].name);
      g_assert_cmpstr (got->str, ==, exceptions[i].dates);
    }
}

/* A whole week away is one span; what is endless, or begins nowhere, costs nothing. */
static void
test_exception_bounds (void)
{
  const PltMspdiException week = { .period = { 20605, 20611 }, .type = 1 };
  const PltMspdiException nowhere = { .period = { NONE, 20611 }, .type = 6, .weekdays = 127 };
  const PltMspdiException endless = { .period = { 20605, G_MAXINT32 }, .type = 6, .weekdays = 127 };
  const PltMspdiException never
      = { .period = { 20605, 30000 }, .type = 2, .month = 1, .month_day = 31 };
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  guint left = 50000;

  plt_mspdi_exception_days (&week, spans, &left);
  g_assert_cmpuint (spans->len, ==, 1);
  plt_mspdi_exception_days (&nowhere, spans, &left);
  plt_mspdi_exception_days (&never, spans, &left);
  g_assert_cmpuint (spans->len, ==, 1);
  plt_mspdi_exception_days (&endless, spans, &left);
  g_assert_cmpuint (spans->len, <, 1 + 61 * 366);
  left = 0;
  plt_mspdi_exception_days (&week, spans, &left);
  g_assert_cmpuint (spans->len, <, 1 + 61 * 366);
}

/* ---- MS Project ---- */

static const char project_2016[]
    = "\357\273\277<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
      "<Project xmlns=\"http://schemas.microsoft.com/project\">\r\n<SaveVersion>14</SaveVersion>"
      "<BuildNumber>16.0.4266.1001</BuildNumber><Name>Film.xml</Name>"
      "<GUID>9A1B0000-0000-0000-0000-000000000001</GUID><Title>Les marées</Title>"
      "<LastSaved>2026-05-04T18:12:00</LastSaved><ScheduleFromStart>1</ScheduleFromStart>"
      "<StartDate>2026-06-01T09:00:00</StartDate><FinishDate>2026-09-30T18:00:00</FinishDate>"
      "<CalendarUID>3</CalendarUID><MinutesPerDay>420</MinutesPerDay>"
      "<MinutesPerWeek>2100</MinutesPerWeek>"
      "<ExtendedAttributes><ExtendedAttribute><FieldID>188743734</FieldID>"
      "<FieldName>Texte2</FieldName><Alias>Équipe</Alias></ExtendedAttribute></ExtendedAttributes>"
      "<Calendars><Calendar><UID>3</UID><GUID>1</GUID><Name>Standard</Name>"
      "<IsBaseCalendar>1</IsBaseCalendar><IsBaselineCalendar>0</IsBaselineCalendar>"
      "<BaseCalendarUID>0</BaseCalendarUID>"
      "<WeekDays><WeekDay><DayType>1</DayType><DayWorking>0</DayWorking></WeekDay>"
      "<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime>"
      "<FromTime>09:00:00</FromTime><ToTime>13:00:00</ToTime></WorkingTime></WorkingTimes></"
      "WeekDay>"
      "<WeekDay><DayType>7</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays>"
      "<Exceptions><Exception><EnteredByOccurrences>0</EnteredByOccurrences><TimePeriod>"
      "<FromDate>2020-07-14T00:00:00</FromDate><ToDate>2030-07-14T23:59:00</ToDate></TimePeriod>"
      "<Occurrences>11</Occurrences><Name>Fête nationale</Name><Type>2</Type><Month>6</Month>"
      "<MonthDay>14</MonthDay><DayWorking>0</DayWorking></Exception></Exceptions>"
      "<WorkWeeks><WorkWeek><TimePeriod><FromDate>2026-08-03T00:00:00</FromDate>"
      "<ToDate>2026-08-16T23:59:00</ToDate></TimePeriod><Name>Août</Name><WeekDays>"
      "<WeekDay><DayType>6</DayType><DayWorking>0</DayWorking></WeekDay>"
      "<WeekDay><DayType>7</DayType><DayWorking>1</DayWorking></WeekDay>"
      "</WeekDays></WorkWeek></WorkWeeks></Calendar>"
      "<Calendar><UID>9</UID><Name>Inès</Name><IsBaseCalendar>0</IsBaseCalendar>"
      "<BaseCalendarUID>3</BaseCalendarUID></Calendar></Calendars>"
      "<Tasks><Task><UID>0</UID><ID>0</ID><Name>Film</Name><Active>1</Active><IsNull>0</IsNull>"
      "<OutlineLevel>0</OutlineLevel><Summary>1</Summary></Task>"
      "<Task><UID>4294967301</UID><ID>1</ID><Name>Postproduction</Name><Active>1</Active>"
      "<Manual>0</Manual><OutlineLevel>1</OutlineLevel><Duration>PT210H0M0S</Duration>"
      "<Summary>1</Summary></Task>"
      "<Task><UID>4294967302</UID><ID>2</ID><Name>Montage</Name><Active>1</Active><Manual>0</"
      "Manual>"
      "<IsNull>0</IsNull><OutlineLevel>2</OutlineLevel><Start>2026-06-01T09:00:00</Start>"
      "<Finish>2026-06-12T18:00:00</Finish><Duration>PT70H0M0S</Duration>"
      "<DurationFormat>7</DurationFormat><PercentComplete>0</PercentComplete>"
      "<ConstraintType>0</ConstraintType><CalendarUID>-1</CalendarUID>"
      "<Deadline>2026-06-15T18:00:00</Deadline><Notes>Salle 3\nprévoir Inès</Notes>"
      "<ExtendedAttribute><FieldID>188743734</FieldID><Value>Image</Value></ExtendedAttribute>"
      "<Baseline><Number>1</Number><Start>2020-01-01T09:00:00</Start>"
      "<Finish>2020-01-02T18:00:00</Finish></Baseline>"
      "<Baseline><Number>0</Number><Interim>0</Interim><Start>2026-05-25T09:00:00</Start>"
      "<Finish>2026-06-05T18:00:00</Finish><Duration>PT70H0M0S</Duration></Baseline></Task>"
      "<Task><UID>5</UID><ID>3</ID><IsNull>1</IsNull></Task>"
      "<Task><UID>6</UID><ID>4</ID><Name>Variante</Name><Active>0</Active>"
      "<OutlineLevel>2</OutlineLevel><Duration>PT35H0M0S</Duration><PredecessorLink>"
      "<PredecessorUID>4294967302</PredecessorUID><Type>1</Type></PredecessorLink></Task>"
      "<Task><UID>7</UID><ID>5</ID><Name>Mixage</Name><Active>1</Active><Manual>0</Manual>"
      "<OutlineLevel>2</OutlineLevel><Duration>PT49H0M0S</Duration>"
      "<DurationFormat>39</DurationFormat>"
      "<PredecessorLink><PredecessorUID>4294967302</PredecessorUID><Type>1</Type>"
      "<CrossProject>0</CrossProject><LinkLag>-8400</LinkLag><LagFormat>7</LagFormat>"
      "</PredecessorLink><PredecessorLink><PredecessorUID>6</PredecessorUID><Type>1</Type>"
      "</PredecessorLink><PredecessorLink><PredecessorUID>4294967302</PredecessorUID><Type>3</Type>"
      "<LinkLag>50</LinkLag><LagFormat>19</LagFormat></PredecessorLink></Task>"
      "<Task><UID>8</UID><ID>6</ID><Name>Accord</Name><Active>1</Active><Manual>0</Manual>"
      "<OutlineLevel>1</OutlineLevel><Duration>PT336H0M0S</Duration>"
      "<DurationFormat>8</DurationFormat><PredecessorLink><PredecessorUID>7</PredecessorUID>"
      "<Type>1</Type><LinkLag>28800</LinkLag><LagFormat>8</LagFormat></PredecessorLink></Task>"
      "<Task><UID>9</UID><ID>7</ID><Name>Salle louée</Name><Active>1</Active><Manual>1</Manual>"
      "<OutlineLevel>1</OutlineLevel><Start>2026-07-06T09:00:00</Start>"
      "<Finish>2026-07-08T18:00:00</Finish><Duration>PT21H0M0S</Duration>"
      "<ManualStart>2026-07-06T09:00:00</ManualStart></Task>"
      "<Task><UID>10</UID><ID>8</ID><Name>Un jour</Name><Active>1</Active><Manual>1</Manual>"
      "<OutlineLevel>1</OutlineLevel></Task>"
      "<Task><UID>11</UID><ID>9</ID><Name>Sans durée</Name><OutlineNumber>2</OutlineNumber>"
      "<Start>2026-07-10T09:00:00</Start><Finish>2026-07-16T18:00:00</Finish></Task></Tasks>"
      "<Resources><Resource><UID>0</UID><ID>0</ID><Type>1</Type></Resource>"
      "<Resource><UID>3</UID><ID>1</ID><Name>Inès Marchetti</Name><Type>1</Type></Resource>"
      "<Resource><UID>4</UID><ID>2</ID><Name>Disques</Name><Type>0</Type></Resource></Resources>"
      "<Assignments><Assignment><UID>1</UID><TaskUID>4294967302</TaskUID>"
      "<ResourceUID>3</ResourceUID><Units>0.5</Units></Assignment>"
      "<Assignment><UID>2</UID><TaskUID>7</TaskUID><ResourceUID>-65535</ResourceUID>"
      "<Units>1</Units></Assignment></Assignments></Project>";

static void
check_calendar (const PltNetworkCalendar *calendar)
{
  static const struct
  {
    int month, day;
    gboolean open;
  } days[]
      = { { 7, 13, TRUE },  { 7, 14, FALSE }, { 7, 15, TRUE }, { 8, 1, FALSE }, /* a Saturday */
          { 8, 7, FALSE }, /* Friday of the weeks of August */
          { 8, 8, TRUE },  /* and their Saturday */
          { 8, 14, FALSE }, { 8, 15, TRUE },  { 8, 21, TRUE }, { 8, 22, FALSE } };

  g_assert_cmpuint (calendar->weekdays, ==, PLT_NETWORK_MONDAY_TO_FRIDAY);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_test_message ("%d/%d", days[i].day, days[i].month);
      g_assert_cmpint (
          plt_network_calendar_is_open (calendar, day (2026, days[i].month, days[i].day)), ==,
          days[i].open);
    }
  g_assert_true (plt_network_calendar_is_open (calendar, day (2024, 7, 15)));
}

static void
test_project_2016 (void)
{
  g_autoptr (PltNetworkProject) project = read_file (project_2016, "Film.xml");
  const PltNetworkLink *links = &g_array_index (project->links, PltNetworkLink, 0);
  const PltNetworkTask *task;
  const PltNetworkExtra *extra;
  guint at;

  g_assert_cmpstr (project->title, ==, "Les marées");
  g_assert_cmpuint (project->tasks->len, ==, 7); /* not the project, the blank, the inactive one */
  g_assert_cmpuint (project->calendars->len, ==, 1);
  check_calendar (&g_array_index (project->calendars, PltNetworkCalendar, 0));
  task = task_named (project, "Montage", &at);
  g_assert_cmpint (task->days, ==, 10); /* 70 hours of 7 */
  g_assert_cmpint (task->parent, ==, 0);
  g_assert_cmpint (task->deadline, ==, day (2026, 6, 15));
  extra = plt_network_project_extra (project, at);
  g_assert_cmpstr (extra->note, ==, "Salle 3\nprévoir Inès");
  g_assert_cmpstr (extra->team, ==, "Image");
  g_assert_cmpint (extra->baseline.from, ==, day (2026, 5, 25));
  g_assert_cmpint (extra->baseline.to, ==, day (2026, 6, 5));
  g_assert_cmpint (project->baseline_date, ==, day (2026, 5, 4));
  g_assert_cmpint (task_named (project, "Mixage", NULL)->days, ==, 7);
  task = task_named (project, "Accord", NULL);
  g_assert_cmpint (task->days, ==, 14); /* 336 elapsed hours */
  g_assert_cmpint (task->unit, ==, PLT_NETWORK_CALENDAR);
  task = task_named (project, "Salle louée", NULL);
  g_assert_cmpint (task->state, ==, PLT_NETWORK_LOCKED);
  g_assert_cmpint (task->finish, ==, day (2026, 7, 8));
  task = task_named (project, "Un jour", NULL); /* by hand, without a date */
  g_assert_cmpint (task->state, ==, PLT_NETWORK_FREE);
  g_assert_cmpint (task->days, ==, 1);
  /* Friday 10 to Thursday 16 July, without the weekend and the 14th: 4 days */
  g_assert_cmpint (task_named (project, "Sans durée", NULL)->days, ==, 4);
  g_assert_cmpuint (project->links->len, ==, 3);
  g_assert_cmpint (links[0].lag, ==, -2); /* -8400 tenths of a minute are 14 hours */
  g_assert_cmpint (links[1].kind, ==, PLT_NETWORK_SS);
  g_assert_cmpint (links[1].lag, ==, 5); /* half of 10 days */
  g_assert_cmpint (links[2].lag, ==, 2); /* 48 elapsed hours */
  g_assert_cmpint (links[2].unit, ==, PLT_NETWORK_CALENDAR);
  g_assert_cmpuint (project->assignments->len, ==, 1);
  g_assert_cmpint (g_array_index (project->assignments, PltNetworkWork, 0).percent, ==, 50);
  g_assert_cmpuint (project->remarks->len, ==, 3); /* a share, an inactive one, material */
}

/* The namespace with a prefix, and UTF-16 of both orders. */
static void
test_encodings (void)
{
  static const char prefixed[]
      = "<p:Project xmlns:p=\"http://schemas.microsoft.com/project\"><p:Tasks><p:Task><p:UID>1"
        "</p:UID><p:Name>Étalonnage</p:Name><p:Duration>PT16H0M0S</p:Duration></p:Task></p:Tasks>"
        "</p:Project>";
  static const char gan[]
      = "<project name=\"a\"><tasks><task id=\"1\" name=\"Étalonnage\" start=\"2027-03-01\" "
        "duration=\"2\"/></tasks></project>";
  const char *const texts[] = { prefixed, gan };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PltNetworkProject) plain = read_file (texts[i], "plan");

      g_assert_cmpint (task_named (plain, "Étalonnage", NULL)->days, ==, 2);
      for (guint e = 0; e < 2; e++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *marked = g_strconcat ("\357\273\277", texts[i], NULL);
          gsize length;
          g_autofree char *bytes = g_convert (marked, -1, e == 0 ? "UTF-16LE" : "UTF-16BE", "UTF-8",
                                              NULL, &length, &error);
          g_autoptr (PltNetworkProject) project = NULL;

          g_assert_no_error (error);
          project = plt_project_read (bytes, length, "plan", &error);
          g_assert_no_error (error);
          g_assert_cmpint (task_named (project, "Étalonnage", NULL)->days, ==, 2);
        }
    }
}

/* ---- ProjectLibre ---- */

/* No calendar of a task is -1 there, summaries have durations, finished tasks end at 17:00. */
static const char libre[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
      "<Project "
      "xmlns=\"http://schemas.microsoft.com/project\"><Name>Court</Name><Title>Court</Title>"
      "<ScheduleFromStart>true</ScheduleFromStart><StartDate>2026-06-01T08:00:00</StartDate>"
      "<CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>"
      "<Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>true</IsBaseCalendar>"
      "<WeekDays><WeekDay><DayType>0</DayType><DayWorking>false</DayWorking><TimePeriod>"
      "<FromDate>2026-06-08T00:00:00</FromDate><ToDate>2026-06-08T23:59:00</ToDate></TimePeriod>"
      "</WeekDay></WeekDays></Calendar></Calendars><Tasks>"
      "<Task><UID>1</UID><ID>1</ID><Name>Tournage</Name><Type>1</Type><IsNull>false</IsNull>"
      "<OutlineNumber>1</OutlineNumber><OutlineLevel>1</OutlineLevel>"
      "<Start>2026-06-01T08:00:00</Start><Finish>2026-06-04T17:00:00</Finish>"
      "<Duration>PT32H0M0S</Duration><DurationFormat>7</DurationFormat><Milestone>false</Milestone>"
      "<Summary>false</Summary><PercentComplete>100</PercentComplete>"
      "<ActualStart>2026-06-01T08:00:00</ActualStart><ActualFinish>2026-06-04T17:00:00</"
      "ActualFinish>"
      "<CalendarUID>-1</CalendarUID></Task>"
      "<Task><UID>2</UID><ID>2</ID><Name>Livraison</Name><OutlineLevel>1</OutlineLevel>"
      "<Start>2026-06-09T17:00:00</Start><Finish>2026-06-09T17:00:00</Finish>"
      "<Duration>PT0H0M0S</Duration><Milestone>true</Milestone><ConstraintType>4</ConstraintType>"
      "<ConstraintDate>2026-06-09T17:00:00</ConstraintDate><PredecessorLink>"
      "<PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>0</LinkLag></PredecessorLink></"
      "Task>"
      "</Tasks></Project>";

/* Booleans of XML are 0 and 1, or words. */
static void
test_libre (void)
{
  g_autoptr (PltNetworkProject) project = read_file (libre, "Court.xml");
  const PltNetworkTask *task = task_named (project, "Tournage", NULL);

  g_assert_false (project->backward);
  g_assert_cmpint (task->state, ==, PLT_NETWORK_DONE);
  g_assert_cmpint (task->finish, ==, day (2026, 6, 4));
  g_assert_cmpint (task->days, ==, 4);
  task = task_named (project, "Livraison", NULL);
  g_assert_cmpint (task->days, ==, 0);
  g_assert_false (task->morning);
  g_assert_cmpint (task->constraint, ==, PLT_NETWORK_START_FROM);
  g_assert_cmpint (task->date, ==, day (2026, 6, 9));
  g_assert_cmpuint (project->calendars->len, ==, 1);
  g_assert_false (plt_network_calendar_is_open (
      &g_array_index (project->calendars, PltNetworkCalendar, 0), day (2026, 6, 8)));
  g_assert_cmpuint (project->remarks->len, ==, 0);
}

/* ---- GanttProject ---- */

static const char gantt_3[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><project name=\"Captation\" company=\"\" "
      "webLink=\"\" "
      "view-date=\"2026-06-01\" view-index=\"0\" gantt-divider-location=\"400\" "
      "version=\"3.2.3240\" "
      "locale=\"fr\"><description><![CDATA[Un concert]]></description><view "
      "zooming-state=\"default:3\" "
      "id=\"gantt-chart\"><field id=\"tpd3\" name=\"Nom\" width=\"200\" order=\"1\"/>"
      "<timeline><![CDATA[1]]></timeline></view><!-- x -->"
      "<calendars base-id=\"none\"><day-types><day-type id=\"0\"/><day-type id=\"1\"/>"
      "<default-week id=\"1\" name=\"default\" sun=\"1\" mon=\"0\" tue=\"0\" wed=\"0\" thu=\"0\" "
      "fri=\"0\" sat=\"0\"/><only-show-weekends value=\"false\"/><overriden-day-types/><days/>"
      "</day-types><date year=\"\" month=\"7\" date=\"14\" type=\"HOLIDAY\"><![CDATA[14 "
      "juillet]]></date>"
      "<date year=\"2026\" month=\"6\" date=\"7\" "
      "type=\"WORKING_DAY\"><![CDATA[]]></date></calendars>"
      "<tasks empty-milestones=\"true\"><taskproperties><taskproperty id=\"tpd0\" name=\"type\" "
      "type=\"default\" valuetype=\"icon\"/><taskproperty id=\"tpc0\" name=\"Équipe\" "
      "type=\"custom\" "
      "valuetype=\"text\"/></taskproperties>"
      "<task id=\"0\" uid=\"9f\" name=\"Préparation\" color=\"#8cb6ce\" meeting=\"false\" "
      "start=\"2026-06-01\" duration=\"6\" complete=\"0\" expand=\"true\">"
      "<notes><![CDATA[Fiche technique <reçue> & validée]]></notes>"
      "<task id=\"3000000001\" uid=\"a0\" name=\"Balances\" meeting=\"false\" start=\"2026-06-01\" "
      "duration=\"6\" complete=\"20\" thirdDate=\"2026-06-01\" thirdDate-constraint=\"0\" "
      "expand=\"true\" cost-manual-value=\"0\" cost-calculated=\"true\">"
      "<depend id=\"2\" type=\"3\" difference=\"-1\" hardness=\"Rubber\"/>"
      "<customproperty taskproperty-id=\"tpc0\" value=\"Son\"/></task></task>"
      "<task id=\"2\" name=\"Concert\" meeting=\"true\" start=\"2026-06-08\" duration=\"0\" "
      "complete=\"0\" expand=\"true\"/></tasks>"
      "<resources><resource id=\"0\" name=\"Lou Abadie\" function=\"Default:1\" contacts=\"\" "
      "phone=\"\"/>"
      "</resources><allocations><allocation task-id=\"3000000001\" resource-id=\"0\" "
      "function=\"Default:1\" responsible=\"true\" load=\"75.0\"/></allocations><vacations>"
      "<vacation start=\"2026-06-20\" end=\"2026-06-25\" resourceid=\"0\"/></vacations>"
      "<previous><previous-tasks name=\"Plan de mai\"><previous-task id=\"3000000001\" "
      "start=\"2026-06-05\" duration=\"3\" meeting=\"false\" super=\"false\"/></previous-tasks>"
      "<previous-tasks name=\"Autre\"><previous-task id=\"2\" start=\"2020-06-05\" duration=\"3\"/>"
      "</previous-tasks></previous><roles roleset-name=\"Default\"/></project>";

static void
test_gantt_3 (void)
{
  g_autoptr (PltNetworkProject) project = read_file (gantt_3, "concert.gan");
  const PltNetworkLink *link = &g_array_index (project->links, PltNetworkLink, 0);
  const PltNetworkCalendar *calendar = &g_array_index (project->calendars, PltNetworkCalendar, 0);
  const PltNetworkTask *task;
  const PltNetworkExtra *extra;
  guint at;

  g_assert_cmpuint (project->tasks->len, ==, 3);
  task_named (project, "Préparation", &at);
  g_assert_cmpstr (plt_network_project_extra (project, at)->note, ==,
                   "Fiche technique <reçue> & validée");
  task = task_named (project, "Balances", &at);
  extra = plt_network_project_extra (project, at);
  g_assert_cmpint (task->parent, ==, 0);
  g_assert_cmpint (task->state, ==, PLT_NETWORK_STARTED);
  g_assert_cmpstr (extra->team, ==, "Son");
  g_assert_cmpstr (project->baseline_name, ==, "Plan de mai");
  /* Friday 5, Saturday 6, and Sunday 7 June that is worked: three days */
  g_assert_cmpint (extra->baseline.from, ==, day (2026, 6, 5));
  g_assert_cmpint (extra->baseline.to, ==, day (2026, 6, 7));
  g_assert_cmpuint (project->links->len, ==, 1);
  g_assert_cmpint (link->kind, ==, PLT_NETWORK_FF);
  g_assert_cmpint (link->lag, ==, -1);
  g_assert_cmpuint (project->assignments->len, ==, 1);
  g_assert_cmpint (g_array_index (project->assignments, PltNetworkWork, 0).percent, ==, 75);
  g_assert_cmpuint (calendar->weekdays, ==, 0x3f);
  g_assert_false (plt_network_calendar_is_open (calendar, day (2026, 7, 14)));
  g_assert_true (plt_network_calendar_is_open (calendar, day (2026, 6, 7)));
  g_assert_cmpuint (project->remarks->len, ==, 0);
}

/* ---- files that mean no good, each answered within a second ---- */

static char *
many_tasks (guint n)
{
  GString *text = g_string_new ("<Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks>");

  for (guint i = 1; i <= n; i++)
    g_string_append_printf (text, "<Task><UID>%u</UID><Name>T</Name></Task>", i);
  g_string_append (text, "</Tasks></Project>");
  return g_string_free (text, FALSE);
}

static char *
many_exceptions (guint n)
{
  GString *text
      = g_string_new ("<Project xmlns=\"http://schemas.microsoft.com/project\"><Calendars>"
                      "<Calendar><UID>1</UID><Exceptions>");

  for (guint i = 0; i < n; i++)
    g_string_append (text, "<Exception><TimePeriod><FromDate>0001-01-01T00:00:00</FromDate><ToDate>"
                           "9999-12-31T00:00:00</ToDate></TimePeriod><Type>6</Type><DaysOfWeek>127"
                           "</DaysOfWeek></Exception>");
  g_string_append (text,
                   "</Exceptions></Calendar></Calendars><Tasks><Task><UID>1</UID><Name>T</Name>"
                   "<Start>0001-01-01T08:00:00</Start><Finish>9999-12-31T17:00:00</Finish>"
                   "</Task></Tasks></Project>");
  return g_string_free (text, FALSE);
}

static void
test_hostile (void)
{
  static const char laughs[]
      = "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 "
        "\"&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;\">]><Project "
        "xmlns=\"http://schemas.microsoft.com/project\"><Title>&lol2;</Title></Project>";
  g_autofree char *giant = many_tasks (PLT_NETWORK_PROJECT_MAX_TASKS + 1);
  g_autofree char *endless = many_exceptions (5000);
  const struct
  {
    const char *text;
    gsize length;
    gboolean is_read;
  } cases[] = {
    { laughs, strlen (laughs), FALSE },       { project_2016, strlen (project_2016) / 2, FALSE },
    { gantt_3, strlen (gantt_3) - 5, FALSE }, { giant, strlen (giant), FALSE },
    { endless, strlen (endless), TRUE },      { "", 0, FALSE }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PltNetworkProject) project
          = plt_project_read (cases[i].text, cases[i].length, "plan.xml", &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "read");
      g_assert_cmpint (project != NULL, ==, cases[i].is_read);
      g_assert_cmpint (error == NULL, ==, cases[i].is_read);
      g_assert_cmpint (g_get_monotonic_time () - start, <,
                       5 * G_USEC_PER_SEC); /* loaded machines */
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/project-files/exceptions", test_exceptions);
  g_test_add_func ("/project-files/exception-bounds", test_exception_bounds);
  g_test_add_func ("/project-files/project-2016", test_project_2016);
  g_test_add_func ("/project-files/encodings", test_encodings);
  g_test_add_func ("/project-files/libre", test_libre);
  g_test_add_func ("/project-files/gantt-3", test_gantt_3);
  g_test_add_func ("/project-files/hostile", test_hostile);
  return g_test_run ();
}
