/* Hours worked out by hand, then what holds on every day. */
#include "plt-call-hours.h"

#include <string.h>

#define H(h, m) ((h) *60 + (m))
#define N PLT_UNKNOWN
#define MANY 1000

static guint
add (PltCallDay *day, gint64 pat, gint64 dress, gint64 makeup, gint64 hair, gint64 drive)
{
  PltCallee *callee = plt_call_day_add (day);

  callee->pat = pat;
  callee->durations[PLT_HMC_DRESS] = dress;
  callee->durations[PLT_HMC_MAKEUP] = makeup;
  callee->durations[PLT_HMC_HAIR] = hair;
  callee->drive_minutes = drive;
  return day->callees->len - 1;
}

/* One person alone. */
static void
test_alone (void)
{
  static const struct
  {
    gint64 pat, dress, makeup, hair, total, drive, margin;
    gint64 starts[PLT_N_HMC], hmc, arrival, pickup;
  } cases[] = {
    /* 9h00 less 45 of hair, 45 of make-up, 15 of dressing: 7h15; 10 of margin, 25 of drive */
    { 540, 15, 45, 45, N, 25, 10, { H (7, 15), H (7, 30), H (8, 15) }, 435, 425, 400 },
    /* a man: 15 + 20 + 15 */
    { 540, 15, 20, 15, N, N, 0, { H (8, 10), H (8, 25), H (8, 45) }, 490, 490, N },
    /* durations are rounded up to five minutes each: 15 + 25 + 5, and the drive to 35 */
    { 540, 12, 21, 3, N, 31, 0, { H (8, 15), H (8, 30), H (8, 55) }, 495, 495, 460 },
    /* no make-up: hair follows dressing, make-up has no hour */
    { 540, 10, 0, 20, N, N, 0, { H (8, 30), N, H (8, 40) }, 510, 510, N },
    /* nothing needed: there at the PAT */
    { 540, 0, 0, 0, N, 30, 10, { N, N, N }, N, 540, 510 },
    /* only the total is known: one piece */
    { 540, N, 30, N, 50, 20, 0, { N, N, N }, 490, 490, 470 },
    /* unknown is never zero: no HMC hour */
    { 540, N, N, N, N, 20, 0, { N, N, N }, N, 540, 520 },
    /* a night that is ready at 1h00 of the next day */
    { 1500, 15, 45, 45, N, 40, 0, { H (23, 15), H (23, 30), H (24, 15) }, 1395, 1395, 1355 },
    /* no PAT, no hours */
    { N, 15, 45, 45, N, 25, 10, { N, N, N }, N, N, N },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltCallDay) day = plt_call_day_new ();
      PltCallee *callee;

      day->margin_minutes = cases[i].margin;
      add (day, cases[i].pat, cases[i].dress, cases[i].makeup, cases[i].hair, cases[i].drive);
      callee = plt_call_day_get (day, 0);
      callee->hmc_minutes = cases[i].total;
      plt_call_day_solve (day);
      g_test_message ("case %u", i);
      for (guint part = 0; part < PLT_N_HMC; part++)
        g_assert_cmpint (callee->starts[part], ==, cases[i].starts[part]);
      g_assert_cmpint (callee->hmc, ==, cases[i].hmc);
      g_assert_cmpint (callee->arrival, ==, cases[i].arrival);
      g_assert_cmpint (callee->pickup, ==, cases[i].pickup);
    }
}

/* One make-up chair, two women ready at 9h00 and a man at 8h30. The man is first: hair 8h15,
 * make-up 7h55 to 8h15. The first woman: hair 8h15 to 9h00, make-up would be 7h30 to 8h15, the man
 * sits there from 7h55: 7h10 to 7h55, twenty minutes sooner. The second one: make-up 6h25 to 7h10.
 */
static void
test_one_chair (void)
{
  g_autoptr (PltCallDay) day = plt_call_day_new ();
  g_autoptr (GArray) conflicts = NULL;
  const PltCallConflict *conflict;

  day->chairs[PLT_HMC_MAKEUP] = 1;
  day->crew_minutes = H (7, 0);
  add (day, 540, 15, 45, 45, N);
  add (day, 540, 15, 45, 45, N);
  add (day, 510, 15, 20, 15, N);
  plt_call_day_solve (day);
  g_assert_cmpint (plt_call_day_get (day, 2)->starts[PLT_HMC_MAKEUP], ==, H (7, 55));
  g_assert_cmpint (plt_call_day_get (day, 0)->starts[PLT_HMC_MAKEUP], ==, H (7, 10));
  g_assert_cmpint (plt_call_day_get (day, 0)->waits, ==, 20);
  g_assert_cmpint (plt_call_day_get (day, 0)->behind, ==, 2);
  g_assert_cmpint (plt_call_day_get (day, 1)->starts[PLT_HMC_MAKEUP], ==, H (6, 25));
  g_assert_cmpint (plt_call_day_get (day, 1)->hmc, ==, H (6, 10));
  conflicts = plt_call_day_conflicts (day);
  g_assert_cmpuint (conflicts->len, ==, 2); /* 6h55 and 6h10, before the crew call of 7h00 */
  conflict = &g_array_index (conflicts, PltCallConflict, 1);
  g_assert_cmpint (conflict->kind, ==, PLT_CONFLICT_QUEUE);
  g_assert_cmpint (conflict->callee, ==, 1);
  g_assert_cmpint (conflict->other, ==, 0);
  g_assert_cmpint (conflict->minutes, ==, 65);
}

/* With two chairs they all have theirs, and nobody waits. */
static void
test_enough_chairs (void)
{
  g_autoptr (PltCallDay) day = plt_call_day_new ();
  g_autoptr (GArray) conflicts = NULL;

  day->chairs[PLT_HMC_MAKEUP] = day->chairs[PLT_HMC_HAIR] = 2;
  day->crew_minutes = 480;
  add (day, 540, 15, 45, 45, N);
  add (day, 540, 15, 45, 45, N);
  plt_call_day_solve (day);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (plt_call_day_get (day, i)->hmc, ==, H (7, 15));
      g_assert_cmpint (plt_call_day_get (day, i)->chairs[PLT_HMC_HAIR], ==, (int) i);
      g_assert_cmpint (plt_call_day_get (day, i)->chairs[PLT_HMC_DRESS], ==, -1);
    }
  conflicts = plt_call_day_conflicts (day);
  g_assert_cmpuint (conflicts->len, ==, 0);
}

/* The stops in order. Arrival at 8h00, the earliest that one of them needs. */
static void
test_ride (void)
{
  static const struct
  {
    gint64 drive[3];
    const char *place[3];
    gint64 whole;
    gint64 pickup[3];
  } cases[] = {
    /* each nearer than the one before: their own drives */
    { { 60, 40, 20 }, { "a", "b", "c" }, N, { H (7, 0), H (7, 20), H (7, 40) } },
    /* the first one lives nearer: five minutes at least before the second */
    { { 40, 40, 20 }, { "a", "b", "c" }, N, { H (7, 15), H (7, 20), H (7, 40) } },
    /* 20 minutes between them lie between a and b */
    { { 20, 40, 20 }, { "a", "b", "c" }, N, { H (7, 0), H (7, 20), H (7, 40) } },
    /* from one hotel: one hour */
    { { 40, 40, 20 }, { "hôtel", "hôtel", "" }, N, { H (7, 20), H (7, 20), H (7, 40) } },
    /* the whole way is known to be longer */
    { { 60, 40, 20 }, { "a", "b", "c" }, 90, { H (6, 30), H (7, 20), H (7, 40) } },
    /* nothing is known of the last one */
    { { 60, 40, N }, { "", "", "" }, N, { H (7, 0), H (7, 20), N } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltCallDay) day = plt_call_day_new ();
      g_autoptr (GArray) conflicts = NULL;

      plt_call_day_add_ride (day, 1)->drive_minutes = cases[i].whole;
      for (guint j = 0; j < 3; j++)
        {
          /* needed at 8h30, 8h00, 9h00 */
          static const gint64 dress[] = { 30, 60, 0 };

          add (day, 540, dress[j], 0, 0, cases[i].drive[j]);
          plt_call_day_add_stop (day, 0, (int) j)->place = cases[i].place[j];
        }
      plt_call_day_solve (day);
      g_test_message ("case %u", i);
      for (guint j = 0; j < 3; j++)
        {
          g_assert_cmpint (plt_call_day_get (day, j)->arrival, ==, 480);
          g_assert_cmpint (plt_call_day_get (day, j)->pickup, ==, cases[i].pickup[j]);
        }
      conflicts = plt_call_day_conflicts (day);
      g_assert_cmpuint (conflicts->len, ==, 0);
    }
}

static void
type_hour (PltCallee *callee, PltCallHour hour, gint64 minutes)
{
  callee->typed |= (guint) hour;
  switch (hour)
    {
    case PLT_HOUR_PICKUP:
      callee->pickup = minutes;
      return;
    case PLT_HOUR_ARRIVAL:
      callee->arrival = minutes;
      return;
    case PLT_HOUR_HMC:
      callee->hmc = minutes;
      return;
    case PLT_HOUR_MAKEUP:
      callee->starts[PLT_HMC_MAKEUP] = minutes;
      return;
    case PLT_HOUR_HAIR:
      callee->starts[PLT_HMC_HAIR] = minutes;
      return;
    case PLT_HOUR_PAT:
    case PLT_HOUR_END:
    case PLT_HOUR_DRESS:
    default:
      g_assert_not_reached ();
    }
}

/* PAT 9h00, 15 + 45 + 45, drive 25, no margin: computed 7h15, 7h15, 6h50. */
static void
test_typed (void)
{
  static const struct
  {
    PltCallHour hour;
    gint64 minutes, hmc, arrival, pickup;
    int conflict; /* -1: it fits */
    gint64 by;
  } cases[] = {
    { PLT_HOUR_PICKUP, H (6, 30), 435, 435, H (6, 30), -1, 0 },
    { PLT_HOUR_PICKUP, H (7, 0), 435, 435, H (7, 0), PLT_CONFLICT_PICKUP, 10 },
    { PLT_HOUR_ARRIVAL, H (7, 0), 435, H (7, 0), H (6, 35), -1, 0 },
    { PLT_HOUR_ARRIVAL, H (7, 45), 435, H (7, 45), H (7, 20), PLT_CONFLICT_ARRIVAL, 30 },
    { PLT_HOUR_HMC, H (7, 0), H (7, 0), H (7, 0), H (6, 35), -1, 0 },
    { PLT_HOUR_HMC, H (7, 40), H (7, 40), H (7, 40), H (7, 15), PLT_CONFLICT_HMC, 25 },
    /* hair earlier: make-up and dressing before it */
    { PLT_HOUR_HAIR, H (8, 0), H (7, 0), H (7, 0), H (6, 35), -1, 0 },
    { PLT_HOUR_HAIR, H (8, 30), H (7, 30), H (7, 30), H (7, 5), PLT_CONFLICT_PART, 15 },
    { PLT_HOUR_MAKEUP, H (7, 40), H (7, 25), H (7, 25), H (7, 0), PLT_CONFLICT_PART, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltCallDay) day = plt_call_day_new ();
      g_autoptr (GArray) conflicts = NULL;
      PltCallee *callee;

      add (day, 540, 15, 45, 45, 25);
      callee = plt_call_day_get (day, 0);
      type_hour (callee, cases[i].hour, cases[i].minutes);
      plt_call_day_solve (day);
      g_test_message ("case %u", i);
      g_assert_cmpint (callee->hmc, ==, cases[i].hmc);
      g_assert_cmpint (callee->arrival, ==, cases[i].arrival);
      g_assert_cmpint (callee->pickup, ==, cases[i].pickup);
      conflicts = plt_call_day_conflicts (day);
      g_assert_cmpuint (conflicts->len, ==, cases[i].conflict >= 0 ? 1 : 0);
      if (cases[i].conflict < 0)
        continue;
      g_assert_cmpint (g_array_index (conflicts, PltCallConflict, 0).kind, ==, cases[i].conflict);
      g_assert_cmpint (g_array_index (conflicts, PltCallConflict, 0).minutes, ==, cases[i].by);
      g_assert_true (g_array_index (conflicts, PltCallConflict, 0).typed);
    }
}

/* Three in a car of two; two typed into one chair; a pick-up before midnight. */
static void
test_conflicts (void)
{
  g_autoptr (PltCallDay) day = plt_call_day_new ();
  g_autoptr (GArray) conflicts = NULL;
  guint seen = 0;

  day->chairs[PLT_HMC_HAIR] = 1;
  plt_call_day_add_ride (day, 1)->seats = 2;
  for (guint i = 0; i < 3; i++)
    {
      add (day, 120, 0, 0, 30, 100);
      plt_call_day_add_stop (day, 0, (int) i);
    }
  type_hour (plt_call_day_get (day, 0), PLT_HOUR_HAIR, 60);
  type_hour (plt_call_day_get (day, 1), PLT_HOUR_HAIR, 75);
  plt_call_day_solve (day);
  conflicts = plt_call_day_conflicts (day);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const PltCallConflict *conflict = &g_array_index (conflicts, PltCallConflict, i);

      seen |= 1u << conflict->kind;
      if (conflict->kind == PLT_CONFLICT_SEATS)
        g_assert_cmpint (conflict->minutes, ==, 3);
      if (conflict->kind == PLT_CONFLICT_CHAIRS)
        {
          g_assert_cmpint (conflict->callee, ==, 1);
          g_assert_cmpint (conflict->other, ==, 0);
        }
    }
  g_assert_cmpuint (
      seen, ==, 1u << PLT_CONFLICT_SEATS | 1u << PLT_CONFLICT_CHAIRS | 1u << PLT_CONFLICT_BEFORE);
}

/* ---- what holds on every day ---- */

static PltCallDay *
random_day (GRand *random, gint64 shift, gboolean typed)
{
  PltCallDay *day = plt_call_day_new ();
  gint n = g_rand_int_range (random, 1, 16);

  day->chairs[PLT_HMC_MAKEUP] = (guint) g_rand_int_range (random, 0, 4);
  day->chairs[PLT_HMC_HAIR] = (guint) g_rand_int_range (random, 0, 4);
  day->margin_minutes = g_rand_int_range (random, 0, 4) * 5;
  for (gint i = 0; i < n; i++)
    {
      gint64 pat = 1500 + g_rand_int_range (random, 0, 60) * 5 + shift;
      guint index
          = add (day, pat, g_rand_int_range (random, 0, 31), g_rand_int_range (random, 0, 91),
                 g_rand_int_range (random, 0, 61), g_rand_int_range (random, 0, 90));

      if (g_rand_int_range (random, 0, 8) == 0)
        plt_call_day_get (day, index)->durations[PLT_HMC_MAKEUP] = N;
      if (g_rand_int_range (random, 0, 8) == 0)
        plt_call_day_get (day, index)->hmc_minutes = 40;
      if (g_rand_int_range (random, 0, 5) == 0 && typed)
        type_hour (plt_call_day_get (day, index), PLT_HOUR_HMC, pat - 60);
    }
  for (gint i = 0; i < n / 5; i++)
    {
      plt_call_day_add_ride (day, i + 1);
      for (gint j = i * 3; j < i * 3 + 3; j++)
        plt_call_day_add_stop (day, (guint) i, j);
    }
  plt_call_day_solve (day);
  return day;
}

static gint64
plus (gint64 minutes, gint64 by)
{
  return minutes == PLT_UNKNOWN ? PLT_UNKNOWN : minutes + by;
}

static void
assert_moved (const PltCallDay *before, const PltCallDay *after, gint64 by)
{
  g_assert_cmpuint (before->callees->len, ==, after->callees->len);
  for (guint i = 0; i < before->callees->len; i++)
    {
      const PltCallee *a = plt_call_day_get (before, i), *b = plt_call_day_get (after, i);

      g_assert_cmpint (plus (a->pickup, by), ==, b->pickup);
      g_assert_cmpint (plus (a->arrival, by), ==, b->arrival);
      g_assert_cmpint (plus (a->hmc, by), ==, b->hmc);
      for (guint part = 0; part < PLT_N_HMC; part++)
        {
          g_assert_cmpint (plus (a->starts[part], by), ==, b->starts[part]);
          g_assert_cmpint (a->chairs[part], ==, b->chairs[part]);
        }
    }
}

/* A PAT that moves by n, of five minutes or not, moves everything by n; the same day twice is the
 * same. */
static void
test_shift (void)
{
  for (guint32 seed = 0; seed < MANY; seed++)
    {
      g_autoptr (GRand) one = g_rand_new_with_seed (seed);
      g_autoptr (GRand) two = g_rand_new_with_seed (seed);
      g_autoptr (GRand) three = g_rand_new_with_seed (seed);
      gint64 by = (gint64) (seed % 301) - 150;
      g_autoptr (PltCallDay) day = random_day (one, 0, FALSE);
      g_autoptr (PltCallDay) same = random_day (two, 0, FALSE);
      g_autoptr (PltCallDay) moved = random_day (three, by, FALSE);

      assert_moved (day, same, 0);
      assert_moved (day, moved, by);
      plt_call_day_solve (same); /* solved again: nothing moves */
      assert_moved (day, same, 0);
    }
}

static void
assert_sound (const PltCallDay *day, const PltCallee *callee)
{
  gint64 limit = callee->pat;

  for (guint i = PLT_N_HMC; i > 0; i--)
    if (callee->starts[i - 1] != PLT_UNKNOWN)
      {
        g_assert_cmpint (callee->starts[i - 1] + callee->durations[i - 1], <=, limit);
        limit = callee->starts[i - 1];
        g_assert_cmpint (callee->chairs[i - 1], <, (int) MAX (day->chairs[i - 1], 1));
        g_assert_true (day->chairs[i - 1] == 0 || callee->chairs[i - 1] >= 0);
      }
  if (callee->hmc != PLT_UNKNOWN)
    g_assert_cmpint (callee->hmc, <=, limit);
  g_assert_cmpint (callee->arrival, <=, callee->hmc != PLT_UNKNOWN ? callee->hmc : callee->pat);
  g_assert_cmpint (callee->pickup + callee->drive_minutes, <=, callee->arrival);
}

/* Nothing typed: no two people in one chair, everybody ready, and nothing to complain of. */
static void
test_sound (void)
{
  for (guint32 seed = 0; seed < MANY; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (PltCallDay) day = random_day (random, 0, FALSE);
      g_autoptr (GArray) conflicts = plt_call_day_conflicts (day);

      g_assert_cmpuint (conflicts->len, ==, 0);
      for (guint i = 0; i < day->callees->len; i++)
        {
          const PltCallee *a = plt_call_day_get (day, i);

          assert_sound (day, a);
          for (guint j = 0; j < i; j++)
            for (guint part = PLT_HMC_MAKEUP; part < PLT_N_HMC; part++)
              {
                const PltCallee *b = plt_call_day_get (day, j);

                if (a->chairs[part] >= 0 && a->chairs[part] == b->chairs[part])
                  g_assert_true (a->starts[part] >= b->starts[part] + b->durations[part]
                                 || b->starts[part] >= a->starts[part] + a->durations[part]);
              }
        }
    }
}

/* A typed hour stays, whatever the day. */
static void
test_typed_stays (void)
{
  for (guint32 seed = 0; seed < MANY; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (PltCallDay) day = random_day (random, 0, TRUE);

      for (guint i = 0; i < day->callees->len; i++)
        {
          const PltCallee *callee = plt_call_day_get (day, i);

          if ((callee->typed & PLT_HOUR_HMC) != 0)
            g_assert_cmpint (callee->hmc, ==, callee->pat - 60);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/call-hours/alone", test_alone);
  g_test_add_func ("/call-hours/one-chair", test_one_chair);
  g_test_add_func ("/call-hours/enough-chairs", test_enough_chairs);
  g_test_add_func ("/call-hours/ride", test_ride);
  g_test_add_func ("/call-hours/typed", test_typed);
  g_test_add_func ("/call-hours/conflicts", test_conflicts);
  g_test_add_func ("/call-hours/shift", test_shift);
  g_test_add_func ("/call-hours/sound", test_sound);
  g_test_add_func ("/call-hours/typed-stays", test_typed_stays);
  return g_test_run ();
}
