/* Screenings and closings that a rétroplanning fills in by itself. */
#include <string.h>

#include "plt-error.h"
#include "plt-retro-ready.h"
#include "plt-test-retro.h"

enum
{
  EDIT = 1,
  ROUGH,
  WORK,
  AGREED,
  CHECK,
  PAD,
};

/* Edit from Monday 7 to Friday 18 June 2027, milestones on its last day, delivery 30 July. */
static PltFacts *
plan (void)
{
  PltFacts *facts = retro_facts ("2027-07-30", "");
  PltParameterFacts *start = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 1);

  start->name = PLT_RETRO_START;
  start->value = "2027-06-07";
  start = PLT_FACTS_ADD (facts->parameters, PltParameterFacts, 2);
  start->name = PLT_RETRO_DIRECTION;
  start->value = "aval";
  retro_task (facts, EDIT, "Projection en continu", 10); /* no milestone */
  retro_task (facts, ROUGH, "Projection du bout à bout : réalisation, montage", 0)->code
      = "bout-a-bout";
  retro_task (facts, WORK, "PROJECTION pour les régions", 0);
  retro_task (facts, AGREED, "Image arrêtée", 0)->code = "image-arretee";
  retro_task (facts, CHECK, "Contrôle en salle", 0)->code = "verification";
  retro_task (facts, PAD, "PAD", 0)->anchor = "livraison";
  for (gint64 id = ROUGH; id <= PAD; id++)
    retro_link (facts, EDIT, id, "fin-debut", id == CHECK ? 5 : 0);
  return facts;
}

static PltScreeningFacts *
screen (PltFacts *facts, gint64 task, const char *name, const char *date)
{
  PltScreeningFacts *one
      = PLT_FACTS_ADD (facts->screenings, PltScreeningFacts, facts->screenings.n + 1);

  one->task = task;
  one->name = name;
  one->date = retro_day (date);
  one->start_minutes = one->rework_days = PLT_UNKNOWN;
  one->room = one->format = one->version = one->people = one->answer = "";
  one->decided_by = one->note = one->accessibility = "";
  return one;
}

/* "2 3 5" */
static char *
ready (const PltFacts *facts, const char *today)
{
  g_autoptr (PltRetro) retro = retro_on (facts, today);
  g_autoptr (GPtrArray) rows = plt_retro_screenings_ready (retro, retro_day (today));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((const PltRetroRow *) rows->pdata[i])->task->id);
  return g_string_free (text, FALSE);
}

static void
assert_ready (const PltFacts *facts, const char *today, const char *expected)
{
  g_autofree char *found = ready (facts, today);

  g_assert_cmpstr (found, ==, expected);
}

/* Milestones by their code or their name, in the order of their days; tasks and others are none. */
static void
test_which (void)
{
  g_autoptr (PltFacts) facts = plan ();

  assert_ready (facts, "2027-06-01", "2 3 5");
  assert_ready (facts, "", "2 3 5");
  /* of that task, whatever it is called */
  screen (facts, ROUGH, "Séance du matin", "");
  assert_ready (facts, "2027-06-01", "3 5");
  /* of no task, by its name on its day: not on another day */
  screen (facts, 0, "projection pour les regions", "2027-06-21");
  assert_ready (facts, "2027-06-01", "3 5");
  screen (facts, 0, "projection pour les regions", "2027-06-18");
  assert_ready (facts, "2027-06-01", "5");
}

/* What took place took place. */
static void
test_past (void)
{
  g_autoptr (PltFacts) facts = plan ();

  assert_ready (facts, "2027-06-18", "2 3 5");
  assert_ready (facts, "2027-06-19", "5");
  facts->tasks.items[CHECK - 1].progress_e6 = PLT_RATE_ONE;
  facts->tasks.items[CHECK - 1].real_start_date = retro_day ("2027-06-15");
  facts->tasks.items[CHECK - 1].real_end_date = retro_day ("2027-06-15");
  assert_ready (facts, "", "2 3");
}

static const PltValue *
value_of (const PltBatch *batch, guint edit, const char *column)
{
  const GArray *values = plt_batch_get_edit (batch, edit)->values;

  for (guint i = 0; i < values->len; i++)
    if (strcmp (g_array_index (values, PltEditValue, i).column->id, column) == 0)
      return &g_array_index (values, PltEditValue, i).value;
  return NULL;
}

static void
test_rows (void)
{
  g_autoptr (PltFacts) facts = plan ();
  g_autoptr (PltRetro) retro = retro_on (facts, "");
  g_autoptr (GPtrArray) rows = plt_retro_screenings_ready (retro, PLT_DATE_NONE);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_retro_screenings_write (retro, rows, batch);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 3);
  g_assert_cmpstr (value_of (batch, 0, "name")->text, ==, "Projection du bout à bout");
  g_assert_cmpstr (value_of (batch, 0, "people")->text, ==, "réalisation, montage");
  g_assert_cmpint (value_of (batch, 0, "task")->integer, ==, ROUGH);
  g_assert_cmpstr (value_of (batch, 0, "date")->text, ==, "2027-06-18");
  g_assert_cmpstr (value_of (batch, 1, "name")->text, ==, "PROJECTION pour les régions");
  g_assert_null (value_of (batch, 1, "people"));
  g_assert_cmpstr (value_of (batch, 2, "date")->text, ==, "2027-06-25");
}

static PltClosingFacts *
close_on (PltFacts *facts, gint64 calendar, const char *from, const char *to)
{
  PltClosingFacts *one = PLT_FACTS_ADD (facts->closings, PltClosingFacts, facts->closings.n + 1);

  one->task_calendar = calendar;
  one->name = "Fermeture";
  one->from_date = retro_day (from);
  one->to_date = retro_day (to);
  one->note = "";
  return one;
}

/* The first August of the plan, from today on, that is not closed yet. */
static void
test_august (void)
{
  g_autoptr (PltFacts) facts = plan ();
  g_autoptr (PltRetro) retro = retro_on (facts, "");

  facts->production.delivery_date = retro_day ("2029-10-01");
  g_clear_pointer (&retro, plt_retro_free);
  retro = retro_on (facts, "");
  g_assert_cmpint (plt_retro_next_august (retro, 7, retro_day ("2026-01-01")), ==, 2027);
  g_assert_cmpint (plt_retro_next_august (retro, 7, retro_day ("2027-08-31")), ==, 2027);
  g_assert_cmpint (plt_retro_next_august (retro, 7, retro_day ("2027-09-01")), ==, 2028);
  close_on (facts, 7, "2027-07-26", "2027-08-01"); /* its last day is in August */
  g_assert_cmpint (plt_retro_next_august (retro, 7, retro_day ("2026-01-01")), ==, 2028);
  g_assert_cmpint (plt_retro_next_august (retro, 8, retro_day ("2026-01-01")), ==, 2027);
  close_on (facts, 0, "2028-08-15", ""); /* of all */
  g_assert_cmpint (plt_retro_next_august (retro, 7, retro_day ("2026-01-01")), ==, 2029);
  close_on (facts, 7, "2029-08-02", "2029-08-03")->worked = TRUE; /* is not closed */
  g_assert_cmpint (plt_retro_next_august (retro, 7, retro_day ("2026-01-01")), ==, 2029);
  close_on (facts, 7, "2029-08-02", "2029-08-03");
  g_assert_cmpint (plt_retro_next_august (retro, 7, retro_day ("2026-01-01")), ==, 2027);
}

static void
test_closing (void)
{
  PltRetroClosing closing = { .calendar = PLT_RETRO_NEW_CALENDAR,
                              .calendar_name = "Salles",
                              .name = "Fermeture d’août",
                              .first = retro_day ("2027-08-02"),
                              .last = retro_day ("2027-08-01") };
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (plt_retro_closing_write (&closing, batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  closing.last = PLT_DATE_NONE;
  g_assert_false (plt_retro_closing_write (&closing, batch, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 0);
  closing.last = closing.first;
  g_assert_true (plt_retro_closing_write (&closing, batch, &error));
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 2);
  g_assert_cmpstr (value_of (batch, 0, "name")->text, ==, "Salles");
  g_assert_cmpint (value_of (batch, 1, "task_calendar")->integer, ==,
                   plt_batch_get_edit (batch, 0)->id);
  closing.calendar = 0;
  g_assert_true (plt_retro_closing_write (&closing, batch, &error));
  g_assert_null (value_of (batch, 2, "task_calendar"));
  g_assert_cmpstr (value_of (batch, 2, "from_date")->text, ==, "2027-08-02");
  g_assert_cmpstr (value_of (batch, 2, "to_date")->text, ==, "2027-08-02");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retro-ready/which", test_which);
  g_test_add_func ("/retro-ready/past", test_past);
  g_test_add_func ("/retro-ready/rows", test_rows);
  g_test_add_func ("/retro-ready/august", test_august);
  g_test_add_func ("/retro-ready/closing", test_closing);
  return g_test_run ();
}
