/* The plan on the calendar: what a date holds, and what its day lacks. */
#include "plt-agenda.h"
#include "plt-test-film.h"

static PltEventFacts *
add_event (PltFacts *facts, PltDate date, gint64 start, const char *text)
{
  PltEventFacts *event = PLT_FACTS_ADD (facts->events, PltEventFacts, (gint64) facts->events.n + 1);

  event->date = date;
  event->start_minutes = start;
  event->end_minutes = PLT_UNKNOWN;
  event->kind = "autre";
  event->text = text;
  event->note = "";
  return event;
}

static PltAvailabilityFacts *
add_window (PltFacts *facts, PltDate from, PltDate to)
{
  PltAvailabilityFacts *window = PLT_FACTS_ADD (facts->availability, PltAvailabilityFacts,
                                                (gint64) facts->availability.n + 1);

  window->kind = "indisponible";
  window->from_date = from;
  window->to_date = to;
  window->from_minutes = window->to_minutes = PLT_UNKNOWN;
  window->note = "";
  return window;
}

static void
test_dates (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  PltDate first = facts->days.items[0].date;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltAgenda) agenda = NULL;
  const PltAgendaDate *date;

  add_event (facts, first, 14 * 60, "après");
  add_event (facts, first, PLT_UNKNOWN, "sans heure");
  add_event (facts, first, 9 * 60, "avant");
  add_event (facts, first - 40, PLT_UNKNOWN, "loin");
  add_event (facts, PLT_DATE_NONE, PLT_UNKNOWN, "jamais");
  plan = plt_plan_new (facts, 0);
  agenda = plt_agenda_new (plan);
  g_assert_cmpint (agenda->first, ==, first - 40);
  g_assert_cmpint (agenda->last, ==, facts->days.items[1].date);
  date = plt_agenda_get (agenda, first);
  g_assert_cmpuint (date->days->len, ==, 1);
  g_assert_cmpuint (date->events->len, ==, 3);
  g_assert_cmpstr (((PltEventFacts *) date->events->pdata[0])->text, ==, "sans heure");
  g_assert_cmpstr (((PltEventFacts *) date->events->pdata[1])->text, ==, "avant");
  g_assert_cmpuint (date->gaps->len, ==, 0);
  g_assert_null (plt_agenda_get (agenda, first - 1));
  g_assert_cmpuint (agenda->undated->len, ==, 0);
}

static void
test_undated (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltAgenda) agenda = NULL;

  facts->days.items[0].date = facts->days.items[1].date = PLT_DATE_NONE;
  plan = plt_plan_new (facts, 0);
  agenda = plt_agenda_new (plan);
  g_assert_cmpuint (agenda->undated->len, ==, 2);
  g_assert_cmpint (agenda->first, ==, PLT_DATE_NONE);
}

/* NORA plays on both days, and is away on the first one; the kitchen is closed for both units. */
static void
test_gaps (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  PltDate first = facts->days.items[0].date;
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltAgenda) agenda = NULL;
  const PltAgendaDate *date;

  add_window (facts, first, first)->element = FILM_NORA;
  add_window (facts, first, first)->set = FILM_SET_QUAY;
  add_window (facts, first, first)->element = FILM_DOG; /* plays that day in nothing */
  facts->days.items[1].date = first;                    /* a second unit */
  plan = plt_plan_new (facts, 0);
  agenda = plt_agenda_new (plan);
  date = plt_agenda_get (agenda, first);
  g_assert_cmpuint (date->days->len, ==, 2);
  g_assert_cmpuint (date->gaps->len, ==, 2);
  g_assert_cmpint (((PltAgendaGap *) date->gaps->pdata[0])->element->id, ==, FILM_NORA);
  g_assert_cmpint (((PltAgendaGap *) date->gaps->pdata[1])->set->id, ==, FILM_SET_QUAY);
  g_assert_cmpint (((PltAgendaGap *) date->gaps->pdata[0])->answer, ==, PLT_AVAILABLE_NO);
}

static void
test_periods (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  PltReferentialFacts *holidays = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 1);
  PltDate date = plt_date_from_ymd (2026, 11, 11);
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltAgenda) agenda = NULL;

  holidays->name = "jours-feries";
  holidays->version = "1";
  holidays->content = "code\tlibelle\tregle\tterritoire\tmajoration_3097\tmajoration_2642\tsource\t"
                      "marque\narmistice\tArmistice de 1918\tfixe:11-11\tfrance\t\t\t\tsource\n";
  *PLT_FACTS_ADD (facts->periods, PltPeriodFacts, 1)
      = (PltPeriodFacts){ 1, "Toussaint", "vacances-scolaires", date, date + 3 };
  *PLT_FACTS_ADD (facts->periods, PltPeriodFacts, 2)
      = (PltPeriodFacts){ 2, "Pont", "chome", date + 1, PLT_DATE_NONE };
  plan = plt_plan_new (facts, 0);
  agenda = plt_agenda_new (plan);
  g_assert_cmpstr (plt_agenda_holiday (agenda, date), ==, "Armistice de 1918");
  g_assert_null (plt_agenda_holiday (agenda, date + 1));
  g_assert_cmpstr (plt_agenda_closing (agenda, date + 1), ==, "Pont");
  g_assert_null (plt_agenda_closing (agenda, date + 2));
  g_assert_true (plt_agenda_is_off (agenda, date));
  g_assert_true (plt_agenda_is_off (agenda, date + 1));
  for (guint i = 2; i < 9; i++)
    g_assert_cmpint (plt_agenda_is_off (agenda, date + i), ==, plt_date_weekday (date + i) == 7);
  g_assert_cmpstr (plt_agenda_school (agenda, date + 3), ==, "Toussaint");
  g_assert_null (plt_agenda_school (agenda, date + 4));
}

static void
test_months (void)
{
  static const struct
  {
    int year, month, monday_day, monday_month;
    guint weeks;
  } cases[] = {
    { 2026, 10, 28, 9, 5 },  /* begins on a Thursday */
    { 2027, 5, 26, 4, 6 },   /* on a Saturday */
    { 2027, 2, 1, 2, 4 },    /* on a Monday, 28 days */
    { 2024, 2, 29, 1, 5 },   /* a leap year, on a Thursday */
    { 2026, 12, 30, 11, 5 }, /* ends in the next year */
    { 2027, 1, 28, 12, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint weeks = 0;
      PltDate monday = plt_agenda_month_start (cases[i].year, cases[i].month, &weeks);
      int month, day;

      plt_date_to_ymd (monday, NULL, &month, &day);
      g_assert_cmpint (plt_date_weekday (monday), ==, 1);
      g_assert_cmpint (day, ==, cases[i].monday_day);
      g_assert_cmpint (month, ==, cases[i].monday_month);
      g_assert_cmpuint (weeks, ==, cases[i].weeks);
    }
}

static void
test_words (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autofree char *all = plt_agenda_sets (facts, plan->days->pdata[0], 0);
  g_autofree char *one = plt_agenda_sets (facts, plan->days->pdata[0], 1);
  g_autofree char *numbers = NULL;
  PltEventFacts event = { .element = FILM_NORA };
  g_autofree char *who = plt_agenda_who (facts, &event);
  g_autofree char *nobody = NULL;

  g_assert_cmpstr (all, ==, "QUAI, CUISINE");
  g_assert_cmpstr (one, ==, "QUAI …");
  facts->strips.items[0].part = "1/2";
  numbers = plt_agenda_numbers (facts, plan->days->pdata[0]);
  g_assert_cmpstr (numbers, ==, "1 (1/2), 2");
  g_assert_cmpstr (who, ==, "NORA");
  event.element = 0;
  nobody = plt_agenda_who (facts, &event);
  g_assert_cmpstr (nobody, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/dates", test_dates);
  g_test_add_func ("/agenda/undated", test_undated);
  g_test_add_func ("/agenda/gaps", test_gaps);
  g_test_add_func ("/agenda/periods", test_periods);
  g_test_add_func ("/agenda/months", test_months);
  g_test_add_func ("/agenda/words", test_words);
  return g_test_run ();
}
