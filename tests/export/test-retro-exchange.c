/* A rétroplanning written for another program, read again and put into an empty production: the
 * same dates, links and calendars; and files that mean no good. */
#include <string.h>

#include "plt-error.h"
#include "plt-gan-export.h"
#include "plt-gan.h"
#include "plt-load.h"
#include "plt-mspdi-export.h"
#include "plt-mspdi.h"
#include "plt-retro-exchange.h"

static const char *examples[2];

static PltFacts *
load (PltStore *store)
{
  g_autoptr (GError) error = NULL;
  PltFacts *facts = plt_facts_load (store, &error);

  g_assert_no_error (error);
  return facts;
}

static PltRetro *
schedule (const PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  const PltRetroOptions options = { .today = PLT_DATE_NONE, .baseline = -1 };

  return plt_retro_new (facts, plan, &options);
}

static void
apply (PltStore *store, const PltBatch *batch)
{
  g_autoptr (GError) error = NULL;

  plt_store_apply (store, "essai", NULL, batch, NULL, &error);
  g_assert_no_error (error);
}

static PltNetworkProject *
there_and_back (const PltRetro *retro, gboolean gan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltNetworkProject) project = plt_retro_export_new (retro, &error);
  g_autofree char *text = gan ? plt_gan_export_format (project) : plt_mspdi_export_format (project);
  g_autofree char *again = NULL;
  PltNetworkProject *read = gan ? plt_gan_read (text, strlen (text), "a.gan", &error)
                                : plt_mspdi_read (text, strlen (text), "a.xml", &error);

  g_assert_no_error (error);
  again = gan ? plt_gan_export_format (project) : plt_mspdi_export_format (project);
  g_assert_cmpstr (text, ==, again);
  return read;
}

/* What the file changes in the store, written when anything. */
static guint
take_in (PltStore *store, const PltNetworkProject *project)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltFacts) facts = load (store);
  g_autoptr (PltRetro) retro = schedule (facts);
  g_autoptr (PltRetroImport) import = plt_retro_import_new (retro, project, &error);

  g_assert_no_error (error);
  if (plt_batch_get_n_edits (import->batch) > 0)
    apply (store, import->batch);
  return import->n_new + import->n_links + import->n_calendars + import->n_closings;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* name, dates, slack, lock and links of each task, in the order of names. GanttProject has lags in
 * working days only: there the lag is told as it is written. */
static char *
tell (const PltRetro *retro, gboolean with_slack)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < retro->facts->tasks.n; i++)
    {
      const PltNetworkDates *dates = &retro->schedule->tasks[i];
      const PltTaskFacts *task = &retro->facts->tasks.items[i];

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s|%s %d..%d %d %d", task->phase, task->name, dates->start,
                                        dates->finish, with_slack ? dates->slack : 0,
                                        plt_network_is_group (retro->network, i)));
    }
  for (guint i = 0; i < retro->input.n_links; i++)
    {
      const PltNetworkLink *link = &retro->input.links[i];

      if (link->id > 0)
        g_ptr_array_add (lines,
                         g_strdup_printf ("~%s > %s %d %d %d", retro->input.tasks[link->from].name,
                                          retro->input.tasks[link->to].name, (int) link->kind,
                                          with_slack || link->unit == PLT_NETWORK_WORKING
                                              ? link->lag
                                              : link->lag * 5 / 7,
                                          with_slack ? (int) link->unit : 0));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) lines->pdata[i]);
  return g_string_free (text, FALSE);
}

/* The file has the tasks by phase. */
static guint
find_task (const PltFacts *facts, const char *name)
{
  for (guint i = 0; i < facts->tasks.n; i++)
    if (strcmp (facts->tasks.items[i].name, name) == 0)
      return i;
  g_assert_not_reached ();
}

static void
check_round (const PltFacts *facts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltRetro) retro = schedule (facts), after = NULL;
  g_autoptr (PltNetworkProject) project = there_and_back (retro, FALSE);
  g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
  g_autoptr (PltFacts) read = NULL;
  g_autofree char *before = tell (retro, TRUE), *told = NULL;

  g_assert_cmpuint (take_in (store, project), >, 0);
  read = load (store);
  after = schedule (read);
  told = tell (after, TRUE);
  g_assert_cmpstr (told, ==, before);
  g_assert_cmpint (read->production.delivery_date, ==, facts->production.delivery_date);
  g_assert_cmpuint (read->task_calendars.n, ==, facts->task_calendars.n);
  for (guint i = 0; i < facts->tasks.n; i++)
    for (PltDate day = retro->schedule->start; day <= retro->schedule->finish; day += 3)
      g_assert_cmpint (
          plt_network_is_open (retro->network, i, day), ==,
          plt_network_is_open (after->network, find_task (read, facts->tasks.items[i].name), day));
  /* twice is once */
  g_assert_cmpuint (take_in (store, project), ==, 0);
}

static void
test_examples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltStore) store = plt_store_open (examples[i], PLT_OPEN_READ, &error);
      g_autoptr (PltFacts) facts = NULL;

      g_assert_no_error (error);
      facts = load (store);
      check_round (facts);
    }
}

/* ---- who works, notes, the baseline ---- */

/* "Montage|Image|Salle 3|Inès Marchetti 50|Lou 100|2027-03-01 2027-03-10", task by task */
static char *
tell_extras (const PltFacts *facts)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->tasks.n; i++)
    {
      const PltTaskFacts *task = &facts->tasks.items[i];
      GString *line = g_string_new (NULL);

      g_string_append_printf (line, "%s|%s|%s", task->name, task->team, task->note);
      for (guint p = 0; p < facts->task_people.n; p++)
        {
          const PltTaskPersonFacts *row = &facts->task_people.items[p];
          const PltPersonFacts *person
              = PLT_FACTS_FIND (facts->people, PltPersonFacts, row->person);
          g_autofree char *name
              = person != NULL ? plt_facts_person_name (person) : g_strdup (row->function);

          if (row->task == task->id)
            g_string_append_printf (line, "|%s %d", name, (int) (row->share_e6 / 10000));
        }
      for (guint b = 0; b < facts->baseline_tasks.n; b++)
        if (facts->baseline_tasks.items[b].task == task->id)
          g_string_append_printf (line, "|%d %d", facts->baseline_tasks.items[b].start_date,
                                  facts->baseline_tasks.items[b].end_date);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) lines->pdata[i]);
  return g_string_free (text, FALSE);
}

/* Two tasks with people, one of them in the register, notes of two lines, a baseline. */
static void
add_film (PltStore *store)
{
  g_autoptr (PltBatch) batch = plt_batch_new ();
  gint64 person = plt_batch_insert (batch, "person"), tasks[2], baseline;

  plt_batch_set_text (batch, "first_name", "Inès");
  plt_batch_set_text (batch, "last_name", "Marchetti");
  for (guint i = 0; i < 2; i++)
    {
      tasks[i] = plt_batch_insert (batch, "task");
      plt_batch_set_text (batch, "name", i == 0 ? "Montage" : "Mixage");
      plt_batch_set_text (batch, "phase", "postproduction");
      plt_batch_set_text (batch, "team", i == 0 ? "Image" : "Son");
      plt_batch_set_text (batch, "note", i == 0 ? "Salle 3\n« à confirmer » <& c’est tout>" : "");
      plt_batch_set_text (batch, "start_date", i == 0 ? "2027-03-01" : "2027-03-15");
      plt_batch_set_integer (batch, "duration_days", 5);
    }
  for (guint i = 0; i < 3; i++)
    {
      plt_batch_insert (batch, "task_person");
      plt_batch_set_integer (batch, "task", tasks[i / 2]);
      if (i != 1)
        plt_batch_set_integer (batch, "person", person);
      else
        plt_batch_set_text (batch, "function", "Assistant monteur");
      plt_batch_set_integer (batch, "share_e6", i == 0 ? 500000 : 1000000);
    }
  baseline = plt_batch_insert (batch, "baseline");
  plt_batch_set_text (batch, "name", "Plan de mai");
  plt_batch_set_text (batch, "date", "2026-05-04");
  plt_batch_insert (batch, "baseline_task");
  plt_batch_set_integer (batch, "baseline", baseline);
  plt_batch_set_integer (batch, "task", tasks[0]);
  plt_batch_set_text (batch, "start_date", "2027-02-22");
  plt_batch_set_text (batch, "end_date", "2027-02-26");
  apply (store, batch);
}

static void
test_extras (void)
{
  for (guint gan = 0; gan < 2; gan++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
      g_autoptr (PltStore) other = plt_store_new_in_memory (&error);
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (PltFacts) facts = NULL, read = NULL, same = NULL;
      g_autoptr (PltPlan) plan = NULL;
      g_autoptr (PltRetro) retro = NULL;
      g_autoptr (PltNetworkProject) project = NULL;
      g_autofree char *before = NULL, *told = NULL, *again = NULL;
      const PltRetroOptions options = { .today = PLT_DATE_NONE };

      add_film (store);
      facts = load (store);
      plan = plt_plan_new (facts, 0);
      retro = plt_retro_new (facts, plan, &options);
      project = there_and_back (retro, gan != 0);
      before = tell_extras (facts);
      /* into the production it came from: nothing is doubled */
      take_in (store, project);
      same = load (store);
      again = tell_extras (same);
      g_assert_cmpstr (again, ==, before);
      g_assert_cmpuint (same->baselines.n, ==, 1);
      /* into one that knows the person by the same name */
      plt_batch_insert (batch, "person");
      plt_batch_set_text (batch, "first_name", "Ines");
      plt_batch_set_text (batch, "last_name", "MARCHETTI");
      apply (other, batch);
      for (guint round = 0; round < 2; round++)
        take_in (other, project);
      read = load (other);
      g_assert_cmpuint (read->task_people.n, ==, 3);
      g_assert_cmpuint (read->baselines.n, ==, 1);
      g_assert_cmpint (read->task_people.items[0].person, !=, 0);
      told = tell_extras (read);
      g_assert_nonnull (strstr (told, "Montage|Image|Salle 3\n« à confirmer » <& c’est tout>|"));
      g_assert_nonnull (strstr (told, "|Assistant monteur 100"));
      g_assert_nonnull (strstr (told, " 50|"));
    }
}

/* What the window shows before it is read: what comes, and what gets other dates. */
static void
test_told (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltRetro) retro = NULL;
  g_autoptr (PltRetroImport) import = NULL;
  static const char file[]
      = "<project name=\"a\"><tasks><task id=\"1\" name=\"Postproduction\" start=\"2027-03-01\" "
        "duration=\"9\"><task id=\"2\" name=\"Montage\" start=\"2027-03-08\" duration=\"5\"/>"
        "<task id=\"3\" name=\"Mixage\" start=\"2027-03-15\" duration=\"5\"/>"
        "<task id=\"4\" name=\"Étalonnage\" start=\"2027-03-22\" duration=\"2\"/></task></tasks>"
        "</project>";
  g_autoptr (PltNetworkProject) project = plt_gan_read (file, strlen (file), "a.gan", &error);
  const PltRetroImportTask *tasks;

  add_film (store);
  facts = load (store);
  retro = schedule (facts);
  import = plt_retro_import_new (retro, project, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->tasks->len, ==, 2); /* Mixage stays where it is */
  tasks = &g_array_index (import->tasks, PltRetroImportTask, 0);
  g_assert_cmpstr (tasks[0].name, ==, "Montage");
  g_assert_false (tasks[0].is_new);
  g_assert_cmpint (tasks[0].dates.from, ==, plt_date_from_ymd (2027, 3, 8));
  /* GanttProject has no end: five working days from Monday 8 */
  g_assert_cmpint (tasks[0].dates.to, ==, plt_date_from_ymd (2027, 3, 12));
  g_assert_cmpint (import->first, ==, facts->tasks.items[0].id);
  g_assert_cmpint (tasks[0].before.from, ==, plt_date_from_ymd (2027, 3, 1));
  g_assert_cmpstr (tasks[1].name, ==, "Étalonnage");
  g_assert_true (tasks[1].is_new);
}

/* GanttProject keeps dates and links, in a plan counted from its start; reading it twice adds
 * nothing. */
static void
test_gan (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltStore) store = plt_store_open (examples[i], PLT_OPEN_READ, &error);
      g_autoptr (PltStore) empty = plt_store_new_in_memory (&error);
      g_autoptr (PltFacts) facts = load (store), read = NULL;
      g_autoptr (PltRetro) retro = schedule (facts), after = NULL;
      g_autoptr (PltNetworkProject) project = there_and_back (retro, TRUE);
      g_autofree char *before = tell (retro, FALSE), *told = NULL;

      take_in (empty, project);
      read = load (empty);
      after = schedule (read);
      told = tell (after, FALSE);
      g_assert_cmpstr (told, ==, before);
      g_assert_cmpuint (take_in (empty, project), ==, 0);
    }
}

/* A milestone of GanttProject opens its day: what follows it keeps its date here, where a milestone
 * closes its day. One that nothing is linked to keeps its own date. 1 March 2027 is a Monday. */
static void
test_gan_stones (void)
{
  static const char file[]
      = "<project name=\"a\"><tasks>"
        "<task id=\"1\" name=\"Essais\" meeting=\"false\" start=\"2027-03-01\" duration=\"5\">"
        "<depend id=\"2\" type=\"2\" difference=\"0\"/></task>"
        "<task id=\"2\" name=\"Feu vert\" meeting=\"true\" start=\"2027-03-08\" duration=\"0\">"
        "<depend id=\"3\" type=\"2\" difference=\"0\"/></task>"
        "<task id=\"3\" name=\"Montage\" meeting=\"false\" start=\"2027-03-08\" duration=\"5\"/>"
        "<task id=\"4\" name=\"Accord\" meeting=\"true\" start=\"2027-03-15\" duration=\"0\">"
        "<depend id=\"5\" type=\"2\" difference=\"0\"/></task>"
        "<task id=\"5\" name=\"Mixage\" meeting=\"false\" start=\"2027-03-15\" duration=\"5\"/>"
        "<task id=\"6\" name=\"Festival\" meeting=\"true\" start=\"2027-05-10\" duration=\"0\"/>"
        "</tasks></project>";
  static const struct
  {
    const char *name;
    int month, day;
  } starts[] = { { "Essais", 3, 1 },  { "Feu vert", 3, 5 }, { "Montage", 3, 8 },
                 { "Accord", 3, 12 }, { "Mixage", 3, 15 },  { "Festival", 5, 10 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
  g_autoptr (PltNetworkProject) project = plt_gan_read (file, strlen (file), "a.gan", &error);
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltRetro) retro = NULL;

  g_assert_no_error (error);
  take_in (store, project);
  facts = load (store);
  retro = schedule (facts);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    g_assert_cmpint (retro->schedule->tasks[find_task (facts, starts[i].name)].start, ==,
                     plt_date_from_ymd (2027, starts[i].month, starts[i].day));
}

/* ---- by chance ---- */

static void
random_task (PltBatch *batch, guint i, gint64 *rows, gint64 calendar)
{
  static const char *const phases[] = { "preparation", "tournage", "postproduction" };
  static const char *const placings[] = { "au-plus-tot", "debut-pas-avant", "fin-pas-apres" };
  g_autofree char *name = g_strdup_printf ("Tâche %u", i);
  g_autofree char *date
      = plt_date_to_iso (plt_date_from_ymd (2027, 3, 1) + g_test_rand_int_range (0, 200));

  rows[i] = plt_batch_insert (batch, "task");
  plt_batch_set_text (batch, "name", name);
  plt_batch_set_text (batch, "phase", phases[g_test_rand_int_range (0, 3)]);
  plt_batch_set_integer (batch, "duration_days", g_test_rand_int_range (1, 20));
  if (g_test_rand_int_range (0, 5) == 0)
    plt_batch_set_text (batch, "duration_unit", "calendaires");
  if (g_test_rand_int_range (0, 4) == 0)
    plt_batch_set_integer (batch, "calendar", calendar);
  if (g_test_rand_int_range (0, 6) == 0)
    {
      plt_batch_set_text (batch, "placing", placings[g_test_rand_int_range (0, 3)]);
      plt_batch_set_text (batch, "placing_date", date);
    }
  else if (g_test_rand_int_range (0, 8) == 0)
    {
      plt_batch_set_text (batch, "start_date", date);
      plt_batch_set_integer (batch, "locked", 1);
    }
}

static void
random_film (PltStore *store)
{
  static const char *const kinds[] = { "fin-debut", "debut-debut", "fin-fin", "debut-fin" };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  guint n = (guint) g_test_rand_int_range (3, 25);
  gint64 rows[25], calendar;

  plt_batch_update (batch, "production", 1);
  plt_batch_set_text (batch, "delivery_date", "2027-12-17");
  calendar = plt_batch_insert (batch, "task_calendar");
  plt_batch_set_text (batch, "name", "Salles");
  plt_batch_set_text (batch, "weekdays", "lundi,mardi,mercredi,jeudi,vendredi,samedi");
  plt_batch_insert (batch, "calendar_closing");
  plt_batch_set_integer (batch, "task_calendar", calendar);
  plt_batch_set_text (batch, "name", "Été");
  plt_batch_set_text (batch, "from_date", "2027-08-02");
  plt_batch_set_text (batch, "to_date", "2027-08-13");
  plt_batch_insert (batch, "calendar_closing");
  plt_batch_set_text (batch, "name", "Pont");
  plt_batch_set_text (batch, "from_date", "2027-05-07");
  for (guint i = 0; i < n; i++)
    random_task (batch, i, rows, calendar);
  for (guint i = 1; i < n; i++)
    for (guint j = 0; j < i; j++)
      if (g_test_rand_int_range (0, (gint32) n) < 2)
        {
          plt_batch_insert (batch, "task_link");
          plt_batch_set_integer (batch, "predecessor", rows[j]);
          plt_batch_set_integer (batch, "task", rows[i]);
          plt_batch_set_text (batch, "kind", kinds[g_test_rand_int_range (0, 4)]);
          plt_batch_set_integer (batch, "lag_days", g_test_rand_int_range (-3, 6));
        }
  apply (store, batch);
}

static void
test_random (void)
{
  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
      g_autoptr (PltFacts) facts = NULL;

      random_film (store);
      facts = load (store);
      check_round (facts);
    }
}

/* ---- files that mean no good ---- */

#define FILE_OF(tasks)                                                                             \
  "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Tasks>" tasks   \
  "</Tasks></Project>"
#define TASK(uid, name, more)                                                                      \
  "<Task><UID>" uid "</UID><Name>" name "</Name><OutlineLevel>1</OutlineLevel>"                    \
  "<Start>2027-03-01T08:00:00</Start><Finish>2027-03-05T17:00:00</Finish>"                         \
  "<Duration>PT40H0M0S</Duration><DurationFormat>7</DurationFormat>" more "</Task>"
#define AFTER(uid)                                                                                 \
  "<PredecessorLink><PredecessorUID>" uid "</PredecessorUID><Type>1</Type>"                        \
  "</PredecessorLink>"

static void
test_hostile (void)
{
  static const struct
  {
    const char *file;
    int code; /* of the reader or the import, 0: read */
  } cases[] = {
    { FILE_OF (TASK ("1", "Montage", AFTER ("2")) TASK ("2", "Mixage", AFTER ("1"))),
      PLT_ERROR_CONFLICT },
    { FILE_OF (TASK ("1", "Montage", AFTER ("1"))), 0 },
    { FILE_OF (""), PLT_ERROR_INVALID },
    { FILE_OF (TASK ("1", "Montage", AFTER ("99"))), 0 },
    { FILE_OF ("<Task><UID>1</UID><Name>Loin</Name><Start>9999-12-31T08:00:00</Start>"
               "<Finish>0001-01-01T08:00:00</Finish><Duration>PT99999999999H0M0S</Duration>"
               "</Task>"),
      0 },
    { FILE_OF (TASK ("1", "Montage", "<PercentComplete>-4000000000</PercentComplete>")), 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL, refused = NULL;
      g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
      g_autoptr (PltFacts) facts = load (store), after = NULL;
      g_autoptr (PltRetro) retro = schedule (facts), read = NULL;
      g_autoptr (PltNetworkProject) project
          = plt_mspdi_read (cases[i].file, strlen (cases[i].file), "a.xml", &refused);
      g_autoptr (PltRetroImport) import
          = project != NULL ? plt_retro_import_new (retro, project, &refused) : NULL;

      if (cases[i].code != 0)
        {
          g_assert_error (refused, PLT_ERROR, cases[i].code);
          continue;
        }
      if (import == NULL) /* the reader may refuse it, with a sentence */
        {
          g_assert_nonnull (refused);
          continue;
        }
      apply (store, import->batch);
      after = load (store);
      read = schedule (after);
      g_assert_cmpuint (after->tasks.n, ==, 1);
    }
}

/* Locked in the year 9999, the plan has no dates that can be counted: a sentence, no file. */
static void
test_uncounted (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltFacts) facts = NULL;
  g_autoptr (PltRetro) retro = NULL;

  plt_batch_insert (batch, "task");
  plt_batch_set_text (batch, "name", "Montage");
  plt_batch_set_text (batch, "start_date", "9999-12-30");
  plt_batch_set_text (batch, "end_date", "9999-12-31");
  plt_batch_set_integer (batch, "locked", 1);
  plt_batch_insert (batch, "task");
  plt_batch_set_text (batch, "name", "Mixage");
  plt_batch_set_text (batch, "start_date", "2027-03-01");
  plt_batch_set_text (batch, "end_date", "2027-03-05");
  plt_batch_set_integer (batch, "locked", 1);
  apply (store, batch);
  facts = load (store);
  retro = schedule (facts);
  g_assert_cmpuint (retro->input.n_tasks, ==, 0);
  g_assert_cmpint (plt_retro_index (retro, facts->tasks.items[0].id), ==, -1);
  g_assert_null (plt_retro_export_new (retro, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
}

/* A task that is there keeps what the file does not know. */
static void
test_merge (void)
{
  static const char file[] = FILE_OF (TASK ("1", "MONTAGE", "") TASK ("2", "Mixage", AFTER ("1")));
  g_autoptr (GError) error = NULL;
  g_autoptr (PltStore) store = plt_store_new_in_memory (&error);
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltNetworkProject) project = plt_mspdi_read (file, strlen (file), "a.xml", &error);
  g_autoptr (PltFacts) facts = NULL;

  plt_batch_insert (batch, "task");
  plt_batch_set_text (batch, "name", "Montage");
  plt_batch_set_text (batch, "phase", "postproduction");
  plt_batch_set_text (batch, "team", "Montage");
  plt_batch_set_integer (batch, "duration_days", 30);
  apply (store, batch);
  g_assert_cmpuint (take_in (store, project), ==, 2); /* a task and a link */
  facts = load (store);
  g_assert_cmpuint (facts->tasks.n, ==, 2);
  g_assert_cmpstr (facts->tasks.items[0].team, ==, "Montage");
  g_assert_cmpstr (facts->tasks.items[0].phase, ==, "postproduction");
  g_assert_cmpint (facts->tasks.items[0].duration_days, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >=, 3);
  examples[0] = argv[1];
  examples[1] = argv[2];
  g_test_add_func ("/retro-exchange/examples", test_examples);
  g_test_add_func ("/retro-exchange/gan", test_gan);
  g_test_add_func ("/retro-exchange/gan-stones", test_gan_stones);
  g_test_add_func ("/retro-exchange/extras", test_extras);
  g_test_add_func ("/retro-exchange/told", test_told);
  g_test_add_func ("/retro-exchange/random", test_random);
  g_test_add_func ("/retro-exchange/hostile", test_hostile);
  g_test_add_func ("/retro-exchange/uncounted", test_uncounted);
  g_test_add_func ("/retro-exchange/merge", test_merge);
  return g_test_run ();
}
