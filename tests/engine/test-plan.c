#include "plt-plan.h"
#include "plt-batch.h"
#include "plt-error.h"
#include "plt-test-film.h"

static void
test_totals (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  const PltDayPlan *day = plan->days->pdata[0];

  g_assert_cmpuint (plan->n_shooting_days, ==, 2);
  g_assert_cmpuint (plan->n_sequences, ==, 3);
  g_assert_cmpuint (plan->n_nights, ==, 1);
  g_assert_cmpint (plan->eighths, ==, 12);
  g_assert_cmpint (plan->seconds, ==, 90 + 50 + 60); /* the estimate stands in for séquence 2 */
  g_assert_cmpint (plan->minutes, ==, 360);
  g_assert_cmpuint (plan->unplaced->len, ==, 1);
  g_assert_cmpuint (day->number, ==, 1);
  g_assert_cmpuint (day->n_moves, ==, 1); /* from the port to the house */
  g_assert_cmpuint (day->n_sets, ==, 2);
  g_assert_cmpint (day->minutes, ==, 180);
  g_assert_false (day->overlong);
  g_assert_false (day->night);
}

/* 90 s and 50 s on the first day, 60 s on the second; the séquence of the second day begun on the
 * first counts there once. */
static void
test_progress (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  gint64 done, left, all, none;

  plt_plan_progress (plan, 0, &done, &left);
  plt_plan_progress (plan, 1, &all, &none);
  g_assert_cmpint (done, ==, ((const PltDayPlan *) plan->days->pdata[0])->seconds);
  g_assert_cmpint (all, ==, plan->seconds);
  g_assert_cmpint (done + left, ==, all + none);
  g_assert_cmpint (none, ==,
                   plt_sequence_seconds (plan->unplaced->pdata[0]) == PLT_UNKNOWN
                       ? 0
                       : plt_sequence_seconds (plan->unplaced->pdata[0]));
  {
    g_autoptr (PltPlan) cut = NULL;
    PltStripFacts *again = PLT_FACTS_ADD (facts->strips, PltStripFacts, 90);

    *again = facts->strips.items[0];
    again->id = 90;
    again->day = FILM_DAY_2;
    cut = plt_plan_new (facts, 0);
    plt_plan_progress (cut, 1, &done, &left);
    g_assert_cmpint (done, ==, all);
  }
}

/* A second unit on the date of J2 is J2 too: no shooting day more, and nobody waits because of it.
 */
static void
test_second_unit (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) before = plt_plan_new (facts, 0);
  g_autoptr (PltPlan) plan = NULL;
  PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, 77);
  PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, 91);

  *day = facts->days.items[1];
  day->id = 77;
  day->unit = 2;
  *strip = facts->strips.items[0];
  strip->id = 91;
  strip->day = 77;
  plan = plt_plan_new (facts, 0);
  g_assert_cmpuint (plan->days->len, ==, before->days->len + 1);
  g_assert_cmpuint (plan->n_shooting_days, ==, before->n_shooting_days);
  g_assert_cmpuint (plan->n_beside, ==, 1);
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *one = plan->days->pdata[i];

      if (one->day->id == 77)
        g_assert_cmpuint (one->number, ==,
                          ((const PltDayPlan *) plan->days->pdata[one->beside])->number);
      else
        g_assert_cmpint (one->beside, ==, -1);
    }
  for (guint i = 0; i < before->presences->len; i++)
    {
      const PltPresence *old = before->presences->pdata[i];
      const PltPresence *now = plt_plan_presence (plan, old->element->id);

      g_assert_cmpuint (now->n_held, <=, old->n_held);
      g_assert_cmpuint (now->n_worked, <=, plan->n_shooting_days);
    }
  g_assert_true (plt_plan_find_day (plan, "J2", NULL)->day->id != 77);
}

static void
test_presence (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  const PltPresence *nora = plt_plan_presence (plan, FILM_NORA);
  const PltPresence *milo = plt_plan_presence (plan, FILM_MILO);
  const PltPresence *dog = plt_plan_presence (plan, FILM_DOG);

  g_assert_cmpuint (nora->n_worked, ==, 2);
  g_assert_cmpuint (nora->n_sequences, ==, 3);
  g_assert_cmpint (nora->first, ==, 0);
  g_assert_cmpint (nora->last, ==, 1);
  g_assert_cmpuint (milo->n_worked, ==, 1);
  g_assert_cmpuint (milo->n_sequences, ==, 2);
  g_assert_cmpuint (dog->n_worked, ==, 0);
  g_assert_cmpint (dog->first, ==, -1);
  g_assert_true (((const PltPresence *) plan->presences->pdata[0])->element->id == FILM_NORA);
}

/* A day without work between two days of work is a hold; a rest day is none. */
static void
test_hold (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;
  PltDayFacts *third = PLT_FACTS_ADD (facts->days, PltDayFacts, 3);

  *third = facts->days.items[1];
  third->id = 3;
  third->date++;
  facts->strips.items[2].day = 3;
  plan = plt_plan_new (facts, 0);
  g_assert_cmpuint (plt_plan_presence (plan, FILM_NORA)->n_held, ==, 1);
  g_clear_pointer (&plan, plt_plan_free);

  facts->days.items[1].kind = "repos";
  plan = plt_plan_new (facts, 0);
  g_assert_cmpuint (plan->n_shooting_days, ==, 2);
  g_assert_cmpuint (plt_plan_presence (plan, FILM_NORA)->n_held, ==, 0);
  g_assert_cmpuint (((const PltDayPlan *) plan->days->pdata[2])->number, ==, 2);
}

/* A séquence cut over two days counts once in the plan and once in each day. */
static void
test_split (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;

  facts->strips.items[2].sequence = 1;
  plan = plt_plan_new (facts, 0);
  g_assert_cmpuint (plan->n_sequences, ==, 2);
  g_assert_cmpint (plan->seconds, ==, 90 + 50);
  g_assert_cmpint (((const PltDayPlan *) plan->days->pdata[1])->seconds, ==, 90);
}

static void
test_empty (void)
{
  g_autoptr (PltFacts) facts = plt_facts_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);

  g_assert_null (plan->schedule);
  g_assert_cmpuint (plan->days->len, ==, 0);
  g_assert_true (plt_plan_first_date (plan) == PLT_DATE_NONE);
}

/* Five days from Thursday 6 May 2027 without Saturdays and Sundays: the 6th itself is a holiday
 * only with its referential. */
static void
test_days (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  static const char *const dates[]
      = { "2027-05-06", "2027-05-07", "2027-05-10", "2027-05-11", "2027-05-12" };

  plt_plan_add_days (facts, FILM_SCHEDULE, plt_date_from_ymd (2027, 5, 6), 5, 1u << 6 | 1u << 7,
                     batch);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const GArray *values = plt_batch_get_edit (batch, i)->values;
      gboolean found = FALSE;

      for (guint j = 0; j < values->len; j++)
        {
          const PltEditValue *value = &g_array_index (values, PltEditValue, j);

          if (g_str_equal (value->column->id, "date"))
            {
              g_assert_cmpstr (value->value.text, ==, dates[i]);
              found = TRUE;
            }
        }
      g_assert_true (found);
    }
}

static void
test_pool (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();

  plt_plan_fill_pool (facts, FILM_SCHEDULE, batch);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 1); /* séquence 4 */
}

/* Days by the words people call them; the second day of the film is J2. */
static void
test_find_day (void)
{
  static const struct
  {
    const char *name;
    int index; /* -1: refused */
    PltError code;
  } cases[] = {
    { "J1", 0, 0 },
    { "j2", 1, 0 },
    { "J3", -1, PLT_ERROR_NOT_FOUND },
    { "J0", -1, PLT_ERROR_INVALID },
    { "J99999", -1, PLT_ERROR_INVALID },
    { "987654", -1, PLT_ERROR_NOT_FOUND },
    { "2019-01-01", -1, PLT_ERROR_NOT_FOUND },
    { "demain", -1, PLT_ERROR_INVALID },
    { "", -1, PLT_ERROR_INVALID },
  };
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const PltDayPlan *day = plt_plan_find_day (plan, cases[i].name, &error);

      if (cases[i].index >= 0)
        g_assert_true (day == plan->days->pdata[cases[i].index]);
      else
        {
          g_assert_null (day);
          g_assert_error (error, PLT_ERROR, cases[i].code);
        }
    }
  for (guint i = 0; i < plan->days->len; i++)
    {
      const PltDayPlan *day = plan->days->pdata[i];
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, day->day->id);
      g_autofree char *date = plt_date_to_iso (day->day->date);

      g_assert_true (plt_plan_find_day (plan, id, NULL) == day);
      g_assert_true (plt_plan_find_day (plan, date, NULL) == day);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/totals", test_totals);
  g_test_add_func ("/plan/progress", test_progress);
  g_test_add_func ("/plan/second-unit", test_second_unit);
  g_test_add_func ("/plan/presence", test_presence);
  g_test_add_func ("/plan/hold", test_hold);
  g_test_add_func ("/plan/split", test_split);
  g_test_add_func ("/plan/empty", test_empty);
  g_test_add_func ("/plan/days", test_days);
  g_test_add_func ("/plan/pool", test_pool);
  g_test_add_func ("/plan/find-day", test_find_day);
  return g_test_run ();
}
