/* A rétroplanning to and from the project of another program, and who has how much to do. */
#include <string.h>

#include "plt-retro-load.h"
#include "plt-retro-project.h"
#include "plt-test-retro.h"

enum
{
  GROUP = 10,
  CUT,
  MIX,
  PROMO,
};

static const char *const phases[PLT_RETRO_N_PHASES]
    = { "Développement", "Préparation", "Tournage", "Postproduction", "Diffusion" };

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

static const PltNetworkTask *
find (const PltNetworkProject *project, const char *name)
{
  for (guint i = 0; i < project->tasks->len; i++)
    if (strcmp (g_array_index (project->tasks, PltNetworkTask, i).name, name) == 0)
      return &g_array_index (project->tasks, PltNetworkTask, i);
  g_error ("no %s", name);
}

static const char *
parent_name (const PltNetworkProject *project, const PltNetworkTask *task)
{
  return task->parent >= 0 ? g_array_index (project->tasks, PltNetworkTask, task->parent).name : "";
}

static void
test_out (void)
{
  g_autoptr (PltFacts) facts = usual ();
  g_autoptr (PltRetro) retro = retro_on (facts, "");
  g_autoptr (PltNetworkProject) project = plt_retro_project_new (retro, phases);
  const PltNetworkLink *link = &g_array_index (project->links, PltNetworkLink, 0);
  guint at;

  g_assert_cmpstr (parent_name (project, find (project, "Montage")), ==, "Image");
  g_assert_cmpstr (parent_name (project, find (project, "Image")), ==, "Postproduction");
  g_assert_cmpstr (parent_name (project, find (project, "Affiche")), ==, "Diffusion");
  g_assert_cmpint (find (project, "Postproduction")->parent, ==, PLT_NETWORK_NONE);
  g_assert_cmpuint (project->links->len, ==, 1); /* the engine's own are not the person's */
  g_assert_cmpint (link->lag, ==, 3);
  g_assert_cmpstr (g_array_index (project->tasks, PltNetworkTask, link->to).name, ==, "Mixage");
  at = (guint) (find (project, "Mixage") - &g_array_index (project->tasks, PltNetworkTask, 0));
  g_assert_cmpint (g_array_index (project->planned, PltNetworkSpan, at).to, ==,
                   plt_retro_find (retro, MIX)->dates.finish);
}

/* ---- in ---- */

static const PltEditValue *
value_of (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    if (strcmp (g_array_index (edit->values, PltEditValue, i).column->id, column) == 0)
      return &g_array_index (edit->values, PltEditValue, i);
  return NULL;
}

static const PltEdit *
find_edit (const PltBatch *batch, const char *table, const char *name)
{
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);
      const PltEditValue *value
          = strcmp (edit->table->id, table) == 0 ? value_of (edit, "name") : NULL;

      if (value != NULL && strcmp (value->value.text, name) == 0)
        return edit;
    }
  return NULL;
}

static void
assert_text (const PltEdit *edit, const char *column, const char *text)
{
  g_assert_nonnull (edit);
  g_assert_nonnull (value_of (edit, column));
  g_assert_cmpstr (value_of (edit, column)->value.text, ==, text);
}

/* What went out comes in again: phases, groups, durations, constraints, links. */
static void
test_round (void)
{
  g_autoptr (PltFacts) facts = usual ();
  g_autoptr (PltRetro) retro = retro_on (facts, "");
  g_autoptr (PltNetworkProject) project = plt_retro_project_new (retro, phases);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltRetroProjectCount count = plt_retro_project_write (project, facts, phases, batch);
  const PltEdit *cut, *promo;

  g_assert_cmpuint (count.tasks, ==, 4); /* no phase is a task */
  g_assert_cmpuint (count.links, ==, 1);
  g_assert_null (find_edit (batch, "task", "Postproduction"));
  cut = find_edit (batch, "task", "Montage");
  assert_text (cut, "phase", "postproduction");
  g_assert_cmpint (value_of (cut, "duration_days")->value.integer, ==, 10);
  g_assert_cmpint (value_of (cut, "parent")->value.integer, ==,
                   find_edit (batch, "task", "Image")->id);
  promo = find_edit (batch, "task", "Affiche");
  assert_text (promo, "phase", "diffusion");
  assert_text (promo, "duration_unit", "calendaires");
  assert_text (promo, "placing", "debut-pas-avant");
  assert_text (promo, "placing_date", "2027-09-01");
  assert_text (find_edit (batch, "task", "Mixage"), "deadline_date", "2027-07-29");
}

/* A group of the first level with another name is a group; a link to a phase is left out and said;
 * a calendar of its own comes with its days. */
static void
test_in (void)
{
  g_autoptr (PltFacts) facts = retro_facts ("", "");
  g_autoptr (PltNetworkProject) project = plt_network_project_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GArray) closed = g_array_new (FALSE, FALSE, sizeof (PltNetworkSpan));
  const PltNetworkSpan span = { retro_day ("2027-08-02"), retro_day ("2027-08-20") };
  const PltNetworkSpan planned = { retro_day ("2027-06-01"), retro_day ("2027-06-04") };
  PltNetworkTask tasks[]
      = { PLT_NETWORK_TASK (1, "tournage", 0), PLT_NETWORK_TASK (2, "Divers", 0),
          PLT_NETWORK_TASK (3, "Essais", 4), PLT_NETWORK_TASK (4, "Plateau", 3) };
  const PltNetworkLink links[] = { { 1, 2, 0, PLT_NETWORK_FS, 0, PLT_NETWORK_WORKING },
                                   { 2, 2, 3, PLT_NETWORK_SS, -2, PLT_NETWORK_WORKING } };
  PltRetroProjectCount count;
  const PltEdit *calendar;

  tasks[2].parent = 1;
  tasks[2].calendar = 1;
  tasks[2].state = PLT_NETWORK_LOCKED;
  tasks[3].parent = 0;
  g_array_append_vals (closed, &span, 1);
  plt_network_project_add_calendar (project, "Standard", PLT_NETWORK_MONDAY_TO_FRIDAY, NULL, NULL);
  plt_network_project_add_calendar (project, "Studio", 0x3f, closed, NULL);
  g_array_append_vals (project->tasks, tasks, G_N_ELEMENTS (tasks));
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    g_array_append_vals (project->planned, &planned, 1);
  g_array_append_vals (project->links, links, G_N_ELEMENTS (links));
  count = plt_retro_project_write (project, facts, phases, batch);

  g_assert_cmpuint (count.tasks, ==, 3);
  g_assert_cmpuint (count.links, ==, 1);
  g_assert_cmpuint (count.calendars, ==, 1);
  g_assert_cmpuint (project->remarks->len, ==, 1);
  assert_text (find_edit (batch, "task", "Plateau"), "phase", "tournage");
  assert_text (find_edit (batch, "task", "Essais"), "phase", "preparation");
  assert_text (find_edit (batch, "task", "Essais"), "start_date", "2027-06-01");
  calendar = find_edit (batch, "task_calendar", "Studio");
  assert_text (calendar, "weekdays", "lundi,mardi,mercredi,jeudi,vendredi,samedi");
  g_assert_cmpint (value_of (find_edit (batch, "task", "Essais"), "calendar")->value.integer, ==,
                   calendar->id);
}

/* ---- load ---- */

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
  g_test_add_func ("/retro-project/out", test_out);
  g_test_add_func ("/retro-project/round", test_round);
  g_test_add_func ("/retro-project/in", test_in);
  g_test_add_func ("/retro-load/people", test_load);
  g_test_add_func ("/retro-load/nobody", test_load_of_nobody);
  return g_test_run ();
}
