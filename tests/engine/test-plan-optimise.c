/* The optimiser on the facts of a production: small plans whose best order is known, and films by
 * chance whose plans may only get better. */
#include <string.h>

#include "plt-error.h"
#include "plt-test-plan.h"

static PltOptimiser *
make (const PltFacts *facts, const PltPlanWeights *weights)
{
  g_autoptr (GError) error = NULL;
  PltOptimiser *optimiser = plt_optimiser_new (facts, 0, weights, &PLT_OPTIMISE_DEFAULTS, &error);

  g_assert_no_error (error);
  g_assert_true (plt_shoot_problem_is_valid (plt_optimiser_get_problem (optimiser)));
  return optimiser;
}

static PltOffer *
offer (const PltOptimiser *optimiser, guint64 seed, guint64 moves)
{
  PltShootPlan plan;

  plt_optimiser_search (optimiser, seed, moves, NULL, NULL, NULL, &plan);
  return plt_optimiser_offer (optimiser, &plan);
}

/* Four séquences that fill a day each; NORA is paid 100 € from her first to her last day and plays
 * 1 and 3, MILO 50 € and plays 2 and 3. As it stands, 1 2 3 4: 3 × 100 + 2 × 50 = 400 €. With 2 and
 * 3 exchanged: 2 × 100 + 2 × 50 = 300 €, and no order costs less, for each plays two days. */
static PltFacts *
make_four_days (void)
{
  static const char *const NUMBERS[] = { "1", "2", "3", "4" };
  PltFacts *facts = plan_film_new ();

  for (gint64 i = 1; i <= 4; i++)
    {
      plan_film_day (facts, i, PLAN_MONDAY + (PltDate) i - 1);
      plan_film_sequence (facts, i, NUMBERS[i - 1], 0, 480);
      plan_film_strip (facts, i, i, i);
    }
  plan_film_element (facts, 1, PLAN_ROLES, "NORA");
  plan_film_element (facts, 2, PLAN_ROLES, "MILO");
  plan_film_engage (facts, 1, "jour", 10000, "attente");
  plan_film_engage (facts, 2, "jour", 5000, "attente");
  plan_film_plays (facts, 1, 1);
  plan_film_plays (facts, 3, 1);
  plan_film_plays (facts, 2, 2);
  plan_film_plays (facts, 3, 2);
  return facts;
}

/* The least cost of a séquence a day, by trying all orders. */
static gint64
try_all_orders (const PltShootProblem *problem)
{
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);
  PltShootPlan plan = problem->reference;
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < 256; i++)
    {
      guint days = 0;

      for (guint q = 0; q < 4; q++)
        {
          plan.day[q] = (gint16) (i >> (2 * q) & 3);
          days |= 1u << plan.day[q];
        }
      plt_shoot_cost (problem, &plan, cost, NULL);
      least = days == 15 ? MIN (least, cost->total) : least;
    }
  return least;
}

static void
test_four_days (void)
{
  const struct
  {
    gint64 stability;
    guint moves;
    gint64 gain;
  } cases[] = {
    { 0, 1, 10000 },
    { 4900, 1, 200 }, /* two strips at 49 € */
    { 5100, 0, 0 },
  };
  g_autoptr (PltFacts) facts = make_four_days ();
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltOptimiser) optimiser = NULL;
      g_autoptr (PltOffer) found = NULL;
      const PltOfferMove *move;

      g_assert_true (plt_plan_weights_set (weights, "stabilite", cases[i].stability, NULL));
      optimiser = make (facts, weights);
      found = offer (optimiser, 1, 3000);
      g_assert_cmpint (found->before.total, ==, 40000);
      g_assert_cmpint (found->after.total, ==, 40000 - cases[i].gain);
      g_assert_cmpint (found->after.total, ==,
                       try_all_orders (plt_optimiser_get_problem (optimiser)));
      g_assert_cmpuint (found->moves->len, ==, cases[i].moves);
      if (cases[i].moves == 0 || cases[i].stability == 0) /* 4 1 3 2 is as good as 1 3 2 4 */
        continue;
      /* both together: one alone would fill a day twice */
      move = found->moves->pdata[0];
      g_assert_cmpuint (move->strips->len, ==, 2);
      g_assert_cmpint (move->gain, ==, cases[i].gain);
      g_assert_cmpint (move->money, ==, 10000);
      g_assert_cmpint (move->units, ==, 0);
      g_assert_cmpstr (move->what, ==,
                       "Sequence 2: D2 (mar. 13 avr.) → D3 (mer. 14 avr.); sequence 3: D3 (mer. "
                       "14 avr.) → D2 (mar. 13 avr.)");
      g_assert_cmpstr (move->reason, ==, "NORA, days of waiting 1 → 0 (−100,00\u202f€)");
      g_assert_cmpuint (found->figures_before.waiting, ==, 1);
      g_assert_cmpuint (found->figures_after.waiting, ==, 0);
      g_assert_cmpuint (found->figures_after.moved, ==, 2);
      g_assert_cmpuint (found->figures_after.role_days, ==, 4);
      g_assert_cmpuint (found->breaches->len, ==, 0);
    }
}

/* A lock on either strip, or on a day, or a date that is past, leaves nothing to exchange. */
static void
test_locks (void)
{
  g_autoptr (PltFacts) facts = make_four_days ();
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, TRUE);
  PltOptimiseOptions options = PLT_OPTIMISE_DEFAULTS;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (PltOptimiser) optimiser = NULL;
      g_autoptr (PltOffer) found = NULL;

      facts->strips.items[2].locked = i == 0;
      facts->days.items[2].locked = i == 1;
      facts->strips.items[2].shot = i == 2 ? "tournee" : "";
      options.today = i == 3 ? PLAN_MONDAY + 3 : PLT_DATE_NONE;
      optimiser = plt_optimiser_new (facts, 0, weights, &options, NULL);
      found = offer (optimiser, 1, 3000);
      g_assert_cmpint (found->plan.day[2], ==, 2);
      /* 1 4 3 2, 4 1 3 2 ...: beside a lock on 3 there is still a good order, not with the past */
      g_assert_cmpint (found->after.total, ==, i == 3 ? 40000 : 30000);
    }
}

/* What was put off waits in the pool: it is that strip which finds a day, no second one. */
static void
test_put_off (void)
{
  g_autoptr (PltFacts) facts = make_four_days ();
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, TRUE);
  g_autoptr (PltOptimiser) optimiser = NULL;
  g_autoptr (PltOffer) found = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  facts->sequences.items[1].status = "reportee";
  facts->strips.items[1].shot = "reportee";
  facts->strips.items[1].day = 0;
  optimiser = make (facts, weights);
  found = offer (optimiser, 1, 3000);
  plt_offer_batch (found, NULL, batch);
  plan_film_apply (facts, batch);
  g_assert_cmpuint (facts->strips.n, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpint (facts->strips.items[i].day, !=, 0);
      g_assert_cmpstr (facts->strips.items[i].shot, ==, "");
    }
}

/* What was offered, done to the strips, is the plan that was offered; and the whole is found again
 * by the same seed. */
static void
test_batch (void)
{
  for (guint32 seed = 1; seed <= 11; seed += 2) /* films of one unit: no multiple of three */
    {
      g_autoptr (PltFacts) facts = plan_film_random (seed % 3 == 0 ? seed + 1 : seed);
      g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, FALSE);
      g_autoptr (PltOptimiser) optimiser = make (facts, weights);
      g_autoptr (PltOffer) one = offer (optimiser, seed, 20000);
      g_autoptr (PltOffer) two = offer (optimiser, seed, 20000);
      g_autoptr (PltOptimiser) after = NULL;
      g_autoptr (PltBatch) none = plt_batch_new ();
      g_autoptr (PltBatch) all = plt_batch_new ();
      g_autofree gboolean *nothing = g_new0 (gboolean, one->moves->len + 1);
      g_autofree PltShootCost *cost = g_new (PltShootCost, 1);
      g_autofree PltShootCost *preview = g_new (PltShootCost, 1);

      g_assert_cmpmem (&one->plan, sizeof one->plan, &two->plan, sizeof two->plan);
      g_assert_cmpuint (one->moves->len, >, 0);
      plt_offer_batch (one, nothing, none);
      g_assert_cmpuint (plt_batch_get_n_edits (none), ==, 0);
      plt_offer_preview (one, NULL, preview, NULL);
      g_assert_cmpint (preview->total, ==, one->after.total);
      plt_offer_batch (one, NULL, all);
      g_clear_pointer (&optimiser, plt_optimiser_free);
      plan_film_apply (facts, all);
      after = make (facts, weights);
      plt_shoot_cost (plt_optimiser_get_problem (after), plt_optimiser_get_start (after), cost,
                      NULL);
      g_assert_cmpint (cost->units, ==, one->after.units);
      g_assert_cmpint (cost->total, ==,
                       one->after.total - one->after.term[PLT_SHOOT_TERM_STABILITY]);
      g_clear_pointer (&one, plt_offer_free);
      g_clear_pointer (&two, plt_offer_free);
    }
}

/* Never worse; nothing locked moves; moves add up, each of them good; strips are each on one day.
 */
static void
test_films_by_chance (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      g_autoptr (PltFacts) facts = plan_film_random (seed);
      g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, FALSE);
      g_autoptr (PltOptimiser) optimiser = make (facts, weights);
      g_autoptr (PltOffer) found = offer (optimiser, seed, 4000 * seed);
      const PltShootProblem *problem = plt_optimiser_get_problem (optimiser);
      const PltShootPlan *start = plt_optimiser_get_start (optimiser);
      gint64 gain = 0, units = 0;

      g_assert_true (found->after.units < found->before.units
                     || (found->after.units == found->before.units
                         && found->after.total <= found->before.total));
      for (guint q = 0; q < problem->n_sequences; q++)
        if (problem->sequences[q].locked
            || (start->day[q] >= 0 && problem->days[start->day[q]].locked))
          g_assert_cmpint (found->plan.day[q], ==, start->day[q]);
      for (guint i = 0; i < found->moves->len; i++)
        {
          const PltOfferMove *move = found->moves->pdata[i];
          gint64 sum = 0;

          g_assert_cmpint (move->units, <=, 0);
          g_assert_true (move->units < 0 || move->gain > 0);
          g_assert_cmpstr (move->what, !=, "");
          for (guint t = 0; t < PLT_SHOOT_N_TERMS; t++)
            sum += move->change[t];
          g_assert_cmpint (sum, ==, -move->gain);
          gain += move->gain;
          units += move->units;
        }
      g_assert_cmpint (gain, ==, found->before.total - found->after.total);
      g_assert_cmpint (units, ==, found->after.units - found->before.units);
      g_assert_cmpint (found->breaches->len > 0, ==, found->after.units > 0);
    }
}

/* MILO plays 6 h on one day of the two, 3 h are usual for his age: two hours elsewhere break fewer
 * units, but NORA, who plays them with him, is not free there, which is grave. */
static void
test_no_grave_finding_more (void)
{
  g_autoptr (PltFacts) facts = plan_film_new ();
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, FALSE);
  g_autoptr (PltOptimiser) optimiser = NULL;
  g_autoptr (PltOffer) found = NULL;

  plan_film_day (facts, 1, PLAN_MONDAY);
  plan_film_day (facts, 2, PLAN_MONDAY + 1);
  plan_film_element (facts, 1, PLAN_ROLES, "NORA");
  plan_film_element (facts, 2, PLAN_CHILDREN, "MILO");
  plan_film_engage (facts, 1, "jour", 100, "");
  plan_film_window (facts, "indisponible", PLAN_MONDAY + 1, PLAN_MONDAY + 1)->element = 1;
  for (gint64 i = 1; i <= 2; i++)
    {
      plan_film_sequence (facts, i, i == 1 ? "1" : "2", 0, 180);
      plan_film_strip (facts, i, 1, i);
      plan_film_plays (facts, i, 1);
      plan_film_plays (facts, i, 2);
    }
  optimiser = make (facts, weights);
  found = offer (optimiser, 1, 3000);
  g_assert_cmpuint (found->n_errors_after, <=, found->n_errors_before);
  g_assert_cmpuint (found->moves->len, ==, 0);
  g_assert_cmpint (found->after.units, ==, found->before.units);
}

static gboolean
stop_at_once (gpointer data)
{
  (*(guint *) data)++;
  return TRUE;
}

static gboolean
go_on (gpointer data)
{
  (*(guint *) data)++;
  return FALSE;
}

/* Stopped at once, it still offers what it has; the better of several is taken, the first of
 * equals. */
static void
test_stop_and_pick (void)
{
  g_autoptr (PltFacts) facts = plan_film_random (2);
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, FALSE);
  g_autoptr (PltOptimiser) optimiser = make (facts, weights);
  g_autoptr (PltOffer) found = NULL;
  PltShootPlan plans[4];
  guint asked = 0, of_trial = 0, of_search = 0;

  g_assert_cmpuint (
      plt_optimiser_search (optimiser, 1, G_MAXINT32, stop_at_once, NULL, &asked, &plans[1]), <,
      10000);
  g_assert_cmpuint (asked, ==, 1);
  /* a trial asks no more once its moves are made: the small steps of a search are left out */
  g_assert_cmpuint (plt_optimiser_trial (optimiser, 1, 30000, go_on, &of_trial), >=, 30000);
  plt_optimiser_search (optimiser, 1, 30000, go_on, NULL, &of_search, &plans[2]);
  g_assert_cmpuint (of_trial, <, of_search);
  g_assert_cmpuint (plt_optimiser_trial (optimiser, 1, G_MAXINT32, stop_at_once, &asked), <, 10000);
  g_assert_cmpuint (asked, ==, 2);
  plans[0] = *plt_optimiser_get_start (optimiser);
  plt_optimiser_search (optimiser, 1, 30000, NULL, NULL, NULL, &plans[2]);
  plans[3] = plans[2];
  g_assert_cmpuint (plt_optimiser_pick (optimiser, plans, 4), ==, 2);
  found = plt_optimiser_offer (optimiser, &plans[0]);
  g_assert_cmpuint (found->moves->len, ==, 0);
}

/* NORA is away all along, and the day is as long as it may be: both are told, with why. */
static void
test_conflicts (void)
{
  g_autoptr (PltFacts) facts = make_four_days ();
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, TRUE);
  g_autoptr (PltOptimiser) optimiser = NULL;
  g_autoptr (PltOffer) found = NULL;
  PltAvailabilityFacts *window
      = plan_film_window (facts, "indisponible", PLAN_MONDAY, PLAN_MONDAY + 9);
  const PltOfferBreach *breach;

  window->person = 1;
  window->note = "théâtre";
  optimiser = make (facts, weights);
  found = offer (optimiser, 1, 5000);
  g_assert_cmpint (found->after.units, ==, 2); /* her two days */
  g_assert_cmpuint (found->breaches->len, ==, 2);
  breach = found->breaches->pdata[0];
  g_assert_cmpint (breach->breach.rule, ==, PLT_SHOOT_RULE_ROLE_AWAY);
  g_assert_true (g_str_has_prefix (breach->text, "NORA is not available on D"));
  g_assert_nonnull (strstr (breach->text, "théâtre"));
  g_assert_cmpstr (breach->ref.table, ==, "element");
  g_assert_cmpint (breach->ref.id, ==, 1);
  g_assert_cmpuint (breach->conflicts->len, ==, 2);
  g_assert_nonnull (strstr (breach->conflicts->pdata[0], "No day of the plan suits sequence"));
  g_assert_nonnull (strstr (breach->conflicts->pdata[1], "NORA is not free"));
  g_assert_nonnull (strstr (breach->conflicts->pdata[1], "the day would be too long (3 days)"));
}

/* What no order could mend is said first: by how much. */
static void
test_causes (void)
{
  g_autoptr (PltFacts) facts = make_four_days ();
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, TRUE);
  g_autoptr (PltOptimiser) optimiser = NULL;
  g_autoptr (PltOptimiser) longer = NULL;
  g_autoptr (PltOffer) found = NULL;
  const PltOfferBreach *breach;

  /* MILO is a child: 480 minutes on two days each, and 180 a day on four days */
  facts->elements.items[1].category = PLAN_CHILDREN;
  optimiser = make (facts, weights);
  found = offer (optimiser, 1, 3000);
  breach = found->breaches->pdata[0];
  g_assert_cmpint (breach->breach.rule, ==, PLT_SHOOT_RULE_CHILD_MINUTES);
  g_assert_nonnull (strstr (breach->text, "MILO, a minor, plays 8\u202fh on D"));
  g_assert_cmpstr (breach->conflicts->pdata[0], ==,
                   "MILO plays 16\u202fh in all, and the 4 days on which a minor can be had allow "
                   "12\u202fh.");
  g_clear_pointer (&found, plt_offer_free);
  facts->elements.items[1].category = PLAN_ROLES;

  /* 660 minutes alone, and 41 hours against four days of ten */
  facts->sequences.items[0].shooting_minutes = 660;
  facts->sequences.items[1].shooting_minutes = facts->sequences.items[2].shooting_minutes = 600;
  facts->sequences.items[3].shooting_minutes = 600;
  longer = make (facts, weights);
  found = offer (longer, 1, 3000);
  g_assert_cmpuint (found->breaches->len, ==, 1);
  breach = found->breaches->pdata[0];
  g_assert_nonnull (strstr (breach->text, "holds 11\u202fh, moves included, and 10\u202fh are"));
  g_assert_nonnull (strstr (breach->conflicts->pdata[0], "Sequence 1 alone is longer"));
  g_assert_cmpstr (breach->conflicts->pdata[1], ==,
                   "All that is to be shot takes 41\u202fh, and the days of the plan hold "
                   "40\u202fh at most: add days.");
  g_clear_pointer (&found, plt_offer_free);
}

static void
test_why_not (void)
{
  g_autoptr (PltFacts) facts = make_four_days ();
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, TRUE);
  g_autoptr (PltOptimiser) optimiser = NULL;
  g_autoptr (PltOfferMove) move = NULL;

  facts->sequences.items[0].shooting_minutes = 100;
  optimiser = make (facts, weights);
  /* 1 to the fourth day: NORA's span gets shorter by a day (3 to 4), the day is 60 minutes too long
   * by half hours: two units */
  move = plt_optimiser_why_not (optimiser, NULL, 1, 4);
  facts->sequences.items[0].shooting_minutes = 480;
  g_assert_cmpint (move->money, ==, 10000);
  g_assert_cmpint (move->units, ==, 0);
  g_assert_cmpstr (move->what, ==, "Sequence 1: D1 (lun. 12 avr.) → D4 (jeu. 15 avr.)");
  g_clear_pointer (&move, plt_offer_move_free);
  g_clear_pointer (&optimiser, plt_optimiser_free);
  optimiser = make (facts, weights);
  /* 960 minutes against 600: twelve half hours */
  move = plt_optimiser_why_not (optimiser, NULL, 1, 4);
  g_assert_cmpint (move->units, ==, 12);
  g_assert_true (g_str_has_prefix (move->reason, "breaks: D4 (jeu. 15 avr.) holds 16\u202fh"));
  g_assert_null (plt_optimiser_why_not (optimiser, NULL, 99, 4));
  g_assert_null (plt_optimiser_why_not (optimiser, NULL, 1, 99));
}

/* What each kind wants most, it gets no worse than the plan as the weights have it. */
static void
test_kinds (void)
{
  g_autoptr (PltFacts) facts = plan_film_random (5);
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, FALSE);
  PltOptimiser *optimisers[PLT_OFFER_N_KINDS];
  PltOffer *offers[PLT_OFFER_N_KINDS];
  gint64 plain[PLT_OFFER_N_KINDS];
  guint differing = 0;

  for (guint i = 0; i < PLT_OFFER_N_KINDS; i++)
    {
      PltOptimiseOptions options = PLT_OPTIMISE_DEFAULTS;

      options.kind = (PltOfferKind) i;
      optimisers[i] = plt_optimiser_new (facts, 0, weights, &options, NULL);
      offers[i] = offer (optimisers[i], 1, 60000);
      g_assert_cmpint (offers[i]->after.units, <=, offers[i]->before.units);
    }
  for (guint i = 0; i < PLT_OFFER_N_KINDS; i++)
    {
      plain[i] = offers[i]->after.total - offers[i]->after.term[PLT_SHOOT_TERM_STABILITY];
      for (guint j = 0; j < i; j++)
        differing += plt_offer_differs (offers[i], offers[j]);
      g_assert_false (plt_offer_differs (offers[i], offers[i]));
    }
  g_assert_cmpint (plain[PLT_OFFER_CHEAPEST], <=, plain[PLT_OFFER_BALANCED]);
  g_assert_cmpuint (offers[PLT_OFFER_CLOSEST]->figures_after.moved, <=,
                    offers[PLT_OFFER_BALANCED]->figures_after.moved);
  g_assert_cmpuint (offers[PLT_OFFER_FEWEST_NIGHTS]->figures_after.nights, <=,
                    offers[PLT_OFFER_BALANCED]->figures_after.nights);
  g_assert_cmpuint (offers[PLT_OFFER_FEWEST_MOVES]->figures_after.day_moves
                        + offers[PLT_OFFER_FEWEST_MOVES]->figures_after.night_moves,
                    <=,
                    offers[PLT_OFFER_BALANCED]->figures_after.day_moves
                        + offers[PLT_OFFER_BALANCED]->figures_after.night_moves);
  g_assert_cmpuint (differing, >=, 3);
  for (guint i = 0; i < PLT_OFFER_N_KINDS; i++)
    {
      plt_offer_free (offers[i]);
      plt_optimiser_free (optimisers[i]);
    }
}

/* The order inside a day that receives strips. */
static void
test_order_inside_a_day (void)
{
  g_autoptr (PltFacts) facts = plan_film_new ();
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, TRUE);
  g_autoptr (PltOptimiser) optimiser = NULL;
  g_autoptr (PltOffer) found = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (GString) order = g_string_new (NULL);

  plan_film_day (facts, 1, PLAN_MONDAY);
  plan_film_set (facts, 1, "CAFÉ", 0);
  plan_film_set (facts, 2, "QUAI", 0);
  /* on the day: café, a meal, quay, quay by night; to be placed: café, quay by night, quay, another
   * set that nobody knows */
  plan_film_sequence (facts, 1, "1", 1, 30);
  plan_film_sequence (facts, 2, "2", 2, 30);
  plan_film_sequence (facts, 3, "3", 2, 30)->effect = "NUIT";
  plan_film_sequence (facts, 4, "4", 1, 30);
  plan_film_sequence (facts, 5, "5", 2, 30)->effect = "NUIT";
  plan_film_sequence (facts, 6, "6", 2, 30);
  plan_film_sequence (facts, 7, "7", 0, 30);
  facts->sequences.items[2].int_ext = facts->sequences.items[4].int_ext = "EXT";
  plan_film_strip (facts, 1, 1, 1);
  plan_film_strip (facts, 2, 1, 0)->kind = "repas";
  plan_film_strip (facts, 3, 1, 2);
  plan_film_strip (facts, 4, 1, 3);
  optimiser = make (facts, weights);
  found = offer (optimiser, 1, 2000);
  plt_offer_batch (found, NULL, batch);
  plan_film_apply (facts, batch);
  for (guint i = 0; i < facts->strips.n; i++)
    g_string_append_printf (order, " %" G_GINT64_FORMAT, facts->strips.items[i].sequence);
  g_assert_cmpstr (order->str, ==, " 1 4 0 2 6 7 3 5");
}

static void
test_refusals (void)
{
  g_autoptr (PltFacts) facts = plan_film_new ();
  g_autoptr (PltPlanWeights) weights = plan_film_weights (facts, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_null (plt_optimiser_new (facts, 7, weights, &PLT_OPTIMISE_DEFAULTS, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (plt_optimiser_new (facts, 0, weights, &PLT_OPTIMISE_DEFAULTS, &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "no shooting day"));
  g_clear_error (&error);
  plan_film_day (facts, 1, PLAN_MONDAY);
  g_assert_null (plt_optimiser_new (facts, 0, weights, &PLT_OPTIMISE_DEFAULTS, &error));
  g_assert_nonnull (strstr (error->message, "no sequence"));
  g_clear_error (&error);
  for (gint64 i = 2; i <= 129; i++)
    plan_film_day (facts, i, PLAN_MONDAY + (PltDate) i);
  plan_film_sequence (facts, 1, "1", 0, 60);
  g_assert_null (plt_optimiser_new (facts, 0, weights, &PLT_OPTIMISE_DEFAULTS, &error));
  g_assert_nonnull (strstr (error->message, "at most 128 shooting days, and there are 129"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/plan-optimise/four-days", test_four_days);
  g_test_add_func ("/engine/plan-optimise/locks", test_locks);
  g_test_add_func ("/engine/plan-optimise/put-off", test_put_off);
  g_test_add_func ("/engine/plan-optimise/batch", test_batch);
  g_test_add_func ("/engine/plan-optimise/films-by-chance", test_films_by_chance);
  g_test_add_func ("/engine/plan-optimise/no-grave-finding-more", test_no_grave_finding_more);
  g_test_add_func ("/engine/plan-optimise/stop-and-pick", test_stop_and_pick);
  g_test_add_func ("/engine/plan-optimise/conflicts", test_conflicts);
  g_test_add_func ("/engine/plan-optimise/causes", test_causes);
  g_test_add_func ("/engine/plan-optimise/why-not", test_why_not);
  g_test_add_func ("/engine/plan-optimise/kinds", test_kinds);
  g_test_add_func ("/engine/plan-optimise/order-inside-a-day", test_order_inside_a_day);
  g_test_add_func ("/engine/plan-optimise/refusals", test_refusals);
  return g_test_run ();
}
