/* A rétroplanning of 2 000 tasks and 200 people, half of them away now and then, 400 rooms booked:
 * the best of so many runs with its findings, against the same one without (options
 * .without_issues), and what the load counts when its page is looked at. */
#include <time.h>

#include "plt-retro-rooms.h"
#include "plt-test-retro.h"

#define N_TASKS 2000
#define N_PEOPLE 200
#define N_ROOMS 400
#define RUNS 5

static double
processor_ms (void)
{
  return (double) clock () * 1000.0 / CLOCKS_PER_SEC;
}

static void
add_people (PltFacts *facts, GRand *rand)
{
  const PltDate start = retro_day ("2027-01-04");

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, i + 1);
      PltAvailabilityFacts *away;

      person->last_name = "Personne";
      person->first_name = "";
      if (i % 2 == 0)
        continue;
      away = PLT_FACTS_ADD (facts->availability, PltAvailabilityFacts, i + 1);
      away->person = i + 1;
      away->kind = "indisponible";
      away->from_date = start + g_rand_int_range (rand, 0, 700);
      away->to_date = away->from_date + 20;
      away->from_minutes = away->to_minutes = PLT_UNKNOWN;
      away->note = "";
    }
}

static PltFacts *
make (void)
{
  PltFacts *facts = retro_facts ("2029-06-29", "");
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint i = 0; i < N_TASKS; i++)
    retro_task (facts, i + 1, "Tâche", g_rand_int_range (rand, 1, 15))->team = "Équipe";
  for (guint i = 30; i < N_TASKS; i++)
    retro_link (facts, i + 1 - g_rand_int_range (rand, 1, 30), i + 1, "fin-debut", 0);
  add_people (facts, rand);
  for (guint i = 0; i < 2 * N_TASKS; i++)
    {
      PltTaskPersonFacts *row = PLT_FACTS_ADD (facts->task_people, PltTaskPersonFacts, i + 1);

      row->task = i / 2 + 1;
      row->person = g_rand_int_range (rand, 1, N_PEOPLE + 1);
      row->function = row->note = "";
      row->share_e6 = PLT_RATE_ONE / 2;
    }
  for (guint i = 0; i < N_ROOMS; i++)
    {
      PltBookingFacts *one = PLT_FACTS_ADD (facts->bookings, PltBookingFacts, i + 1);

      one->task = g_rand_int_range (rand, 1, N_TASKS + 1);
      one->room = i % 3 == 0 ? "Salle 1" : "Auditorium";
      one->supplier = one->note = "";
      one->status = "confirme";
      one->accessibility = "De plain-pied";
      one->person = g_rand_int_range (rand, 1, N_PEOPLE + 1);
      one->from_date = retro_day ("2027-01-04") + g_rand_int_range (rand, 0, 700);
      one->to_date = one->from_date + 4;
      one->start_minutes = one->end_minutes = PLT_UNKNOWN;
      one->cost_cents = PLT_UNKNOWN;
    }
  return facts;
}

static double
best_retro (const PltFacts *facts, const PltPlan *plan, gboolean without, guint *n_issues)
{
  const PltRetroOptions options
      = { .today = retro_day ("2027-01-04"), .with_registers = TRUE, .without_issues = without };
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < RUNS; i++)
    {
      double from = processor_ms ();
      g_autoptr (PltRetro) retro = plt_retro_new (facts, plan, &options);

      best = MIN (best, processor_ms () - from);
      *n_issues = retro->issues->len;
    }
  return best;
}

int
main (void)
{
  g_autoptr (PltFacts) facts = make ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltRetro) retro = retro_on (facts, "2027-01-04");
  double with, without, page = G_MAXDOUBLE;
  guint n_issues, n_none;

  without = best_retro (facts, plan, TRUE, &n_none);
  with = best_retro (facts, plan, FALSE, &n_issues);
  for (guint i = 0; i < RUNS; i++)
    {
      double from = processor_ms ();
      g_autoptr (PltRetroLoad) load = plt_retro_load_new (retro);
      g_autoptr (PltRetroRooms) rooms = plt_retro_rooms_new (retro);
      g_autoptr (GArray) away = plt_retro_away_new (load);

      page = MIN (page, processor_ms () - from);
    }
  g_print ("retro-load: dates %.1f ms, with %u findings %.1f ms (%.1f times), page of the load "
           "%.1f ms\n",
           without, n_issues, with, with / MAX (without, 0.01), page);
  return 0;
}
