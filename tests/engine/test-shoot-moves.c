/* What the search tries: never what is locked, seldom what cannot be, and everything that can. */
#include "plt-shoot-moves.h"
#include "plt-test-shoot.h"

#define TRIES 20000
#define N_SEQUENCES 80
#define N_DAYS 24

/* The hidden plan of a film, which breaks nothing. */
static PltShootProblem *
make_film (guint32 seed, PltShootPlan *plan)
{
  return plt_test_shoot_film (seed, N_SEQUENCES, N_DAYS, 30, plan);
}

static guint
count_moved (const PltShootPlan *a, const PltShootPlan *b)
{
  guint n = 0;

  for (guint q = 0; q < N_SEQUENCES; q++)
    n += a->day[q] != b->day[q];
  return n;
}

/* A try that is taken back leaves the plan; few come to nothing; all but the blind ones keep to the
 * days that suit a séquence, and to the length of days. */
static void
test_sensible (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      PltShootPlan plan;
      g_autoptr (PltShootProblem) film = make_film (seed, &plan);
      g_autoptr (PltShootState) state = plt_shoot_state_new (film, &plan);
      g_autofree PltShootMoves *moves = g_new (PltShootMoves, 1);
      guint idle = 0, blind = 0, too_long = 0;

      plt_shoot_moves_init (moves, state, &plan, seed);
      g_assert_cmpuint (moves->n_movable, ==, N_SEQUENCES);
      for (guint i = 0; i < TRIES; i++)
        {
          gboolean unsuited = FALSE, over = FALSE;

          plt_shoot_moves_try (moves);
          plt_shoot_state_settle (state);
          idle += count_moved (&plan, &state->plan) == 0;
          for (guint q = 0; q < N_SEQUENCES; q++)
            {
              gint day = state->plan.day[q];

              g_assert_cmpint (day, >=, 0);
              unsuited |= day != plan.day[q] && !(moves->fits[q] >> day & 1);
              over |= state->content[day].minutes > film->days[day].limit;
            }
          blind += unsuited;
          too_long += over;
          plt_shoot_state_undo (state);
          g_assert_cmpuint (count_moved (&plan, &state->plan), ==, 0);
        }
      g_test_message ("film %u: %u idle, %u blind, %u too long", seed, idle, blind, too_long);
      g_assert_cmpuint (idle, <, TRIES / 100);
      g_assert_cmpuint (blind, >, 0);
      g_assert_cmpuint (blind, <, TRIES / 10);
      g_assert_cmpuint (too_long, >, 0);
      g_assert_cmpuint (too_long, <, TRIES / 10);
    }
}

/* From anywhere, each séquence that may move comes to each open day; the others never stir, nor
 * does anything come to a day that is locked or closed. */
static void
test_reach (void)
{
  PltShootPlan start;
  g_autoptr (PltShootProblem) film = make_film (2, &start);
  g_autoptr (PltShootState) state = NULL;
  g_autofree PltShootMoves *moves = g_new (PltShootMoves, 1);
  PltShootMask seen[N_SEQUENCES] = { 0 };

  film->days[3].locked = TRUE;
  film->days[9].kind = PLT_SHOOT_CLOSED;
  film->sequences[40].locked = TRUE;
  start.day[0] = -1;
  start.day[1] = start.day[2] = 3;
  start.day[5] = 9;
  state = plt_shoot_state_new (film, &start);
  plt_shoot_moves_init (moves, state, &start, 5);
  g_assert_cmpuint (moves->n_open, ==, N_DAYS - 2);
  for (guint i = 0; i < 20 * TRIES; i++)
    {
      plt_shoot_moves_try (moves);
      plt_shoot_state_settle (state);
      plt_shoot_state_keep (state);
      for (guint q = 0; q < N_SEQUENCES; q++)
        if (state->plan.day[q] != start.day[q])
          seen[q] |= PLT_SHOOT_BIT (state->plan.day[q]);
    }
  for (guint q = 0; q < N_SEQUENCES; q++)
    {
      gboolean stays = q == 40 || start.day[q] == 3;

      g_assert_true (moves->can_move[q] == !stays);
      if (stays)
        {
          g_assert_cmpint (state->plan.day[q], ==, start.day[q]);
          g_assert_true (seen[q] == 0);
          continue;
        }
      if (start.day[q] >= 0)
        seen[q] |= PLT_SHOOT_BIT (start.day[q]);
      seen[q] &= moves->open_days;
      g_assert_true (seen[q] == moves->open_days);
    }
}

static void
test_same_seed (void)
{
  PltShootPlan plan, ends[3];

  for (guint k = 0; k < 3; k++)
    {
      g_autoptr (PltShootProblem) film = make_film (3, &plan);
      g_autoptr (PltShootState) state = plt_shoot_state_new (film, &plan);
      g_autofree PltShootMoves *moves = g_new (PltShootMoves, 1);

      plt_shoot_moves_init (moves, state, &plan, k / 2);
      for (guint i = 0; i < 500; i++)
        plt_shoot_moves_try (moves);
      ends[k] = state->plan;
    }
  g_assert_cmpuint (count_moved (&ends[0], &ends[1]), ==, 0);
  g_assert_cmpuint (count_moved (&ends[0], &ends[2]), >, 0);
}

static void
test_swap_days (void)
{
  PltShootPlan plan, swapped;
  g_autoptr (PltShootProblem) film = make_film (1, &plan);
  g_autoptr (PltShootState) state = NULL;
  g_autofree PltShootMoves *moves = g_new (PltShootMoves, 1);
  gint first = plan.day[0], last = plan.day[N_SEQUENCES - 1];

  film->sequences[0].locked = TRUE;
  state = plt_shoot_state_new (film, &plan);
  plt_shoot_moves_init (moves, state, &plan, 1);
  plt_shoot_moves_swap_days (moves, first, last);
  swapped = state->plan;
  for (gint q = 0; q < N_SEQUENCES; q++)
    {
      gint day = plan.day[q];

      if (q > 0 && (day == first || day == last))
        day = first + last - day;
      g_assert_cmpint (swapped.day[q], ==, day);
    }
  plt_shoot_moves_swap_days (moves, last, first);
  g_assert_cmpuint (count_moved (&plan, &state->plan), ==, 0);
}

/* Nothing to choose from: no roles, one day, one séquence; it comes back all the same. */
static void
test_nothing_to_do (void)
{
  g_autoptr (PltShootProblem) film = plt_shoot_problem_new (1, 1, 0, 1, 1, 0);
  g_autoptr (PltShootState) state = NULL;
  g_autofree PltShootMoves *moves = g_new (PltShootMoves, 1);
  PltShootPlan plan = film->reference;

  film->days[0].date = 700000;
  plan.day[0] = 0;
  state = plt_shoot_state_new (film, &plan);
  plt_shoot_moves_init (moves, state, &plan, 1);
  for (guint i = 0; i < 100; i++)
    plt_shoot_moves_try (moves);
  g_assert_cmpint (state->plan.day[0], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/shoot-moves/sensible", test_sensible);
  g_test_add_func ("/engine/shoot-moves/reach", test_reach);
  g_test_add_func ("/engine/shoot-moves/same-seed", test_same_seed);
  g_test_add_func ("/engine/shoot-moves/swap-days", test_swap_days);
  g_test_add_func ("/engine/shoot-moves/nothing-to-do", test_nothing_to_do);
  return g_test_run ();
}
