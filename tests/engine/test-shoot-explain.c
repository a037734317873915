/* Two plans told as moves: the gains add up exactly, the reasons name what changed, a part may be
 * taken; and why a séquence is not on another day. */
#include "plt-test-shoot.h"

static gint64
total_of (const PltShootProblem *problem, const PltShootPlan *plan)
{
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);

  plt_shoot_cost (problem, plan, cost, NULL);
  return cost->total;
}

static void
test_sums (void)
{
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      PltShootPlan to, from, plan;
      g_autoptr (PltShootProblem) film = plt_test_shoot_film (seed, 60, 20, 20, &to);
      g_autoptr (GArray) moves = NULL;

      plt_test_shoot_scatter (film, seed, &from);
      from.day[3] = -1;
      moves = plt_shoot_explain (film, &from, &to);
      plan = from;
      g_assert_cmpuint (moves->len, >, 40);
      for (guint i = 0; i < moves->len; i++)
        {
          const PltShootMove *move = &g_array_index (moves, PltShootMove, i);
          gint64 before = total_of (film, &plan), change = 0;

          g_assert_cmpint (plan.day[move->sequence], ==, move->from);
          g_assert_cmpint (to.day[move->sequence], ==, move->to);
          plan.day[move->sequence] = (gint16) move->to;
          g_assert_cmpint (move->gain, ==, before - total_of (film, &plan));
          for (guint t = 0; t < PLT_SHOOT_N_TERMS; t++)
            change += move->change[t];
          g_assert_cmpint (change, ==, -move->gain);
          /* no other move would have been better first */
          for (guint j = i + 1; j < moves->len; j++)
            {
              const PltShootMove *other = &g_array_index (moves, PltShootMove, j);
              PltShootPlan first = plan;

              first.day[move->sequence] = (gint16) move->from;
              first.day[other->sequence] = (gint16) other->to;
              if (i % 10 == 0)
                g_assert_cmpint (before - total_of (film, &first), <=, move->gain);
            }
        }
      g_assert_cmpmem (&plan, sizeof plan, &to, sizeof to);
    }
}

static PltShootProblem *
make_small (void)
{
  PltShootProblem *small = plt_shoot_problem_new (3, 4, 2, 2, 1, 0);

  small->weights.hard = 1000000;
  for (guint d = 0; d < 4; d++)
    {
      small->days[d].date = 7 * 105000 + 1 + (gint) d;
      small->days[d].capacity = 480;
    }
  small->roles[1] = (PltShootRole){ PLT_SHOOT_PAY_SPAN, 400, .available = ~PLT_SHOOT_BIT (3) };
  small->sequences[0].roles = small->sequences[2].roles = PLT_SHOOT_BIT (1);
  small->sets[1].return_price = 90;
  return small;
}

/* The role plays on Monday and Wednesday and waits on Tuesday. Brought together on Tuesday it is
 * paid two days instead of three. */
static void
test_reason (void)
{
  g_autoptr (PltShootProblem) small = make_small ();
  PltShootPlan from = small->reference, to;
  g_autoptr (GArray) moves = NULL;
  const PltShootMove *move;

  from.day[0] = 0;
  from.day[1] = 1;
  from.day[2] = 2;
  to = from;
  to.day[2] = 1;
  moves = plt_shoot_explain (small, &from, &to);
  g_assert_cmpuint (moves->len, ==, 1);
  move = &g_array_index (moves, PltShootMove, 0);
  g_assert_cmpint (move->sequence, ==, 2);
  g_assert_cmpint (move->gain, ==, 400);
  g_assert_cmpint (move->change[PLT_SHOOT_TERM_ROLES], ==, -400);
  g_assert_cmpint (move->reason, ==, PLT_SHOOT_TERM_ROLES);
  g_assert_cmpint (move->role, ==, 1);
  g_assert_cmpint (move->set, ==, -1);
  g_assert_cmpint (move->units, ==, 0);
}

static void
test_why_not (void)
{
  g_autoptr (PltShootProblem) small = make_small ();
  g_autoptr (GArray) breaches = g_array_new (FALSE, FALSE, sizeof (PltShootBreach));
  PltShootPlan plan = small->reference;
  const PltShootBreach *breach;
  PltShootMove move;

  plan.day[0] = 0;
  plan.day[1] = plan.day[2] = 1;
  /* Thursday: the role is away, and waits from Tuesday, when the second séquence is shot, on */
  plt_shoot_why_not (small, &plan, 2, 3, &move, breaches);
  g_assert_cmpint (move.gain, ==, -1000000 - 400);
  g_assert_cmpint (move.units, ==, 1);
  g_assert_cmpint (move.reason, ==, PLT_SHOOT_TERM_BROKEN);
  g_assert_cmpint (move.rule, ==, PLT_SHOOT_RULE_ROLE_AWAY);
  g_assert_cmpuint (breaches->len, ==, 1);
  breach = &g_array_index (breaches, PltShootBreach, 0);
  g_assert_cmpint (breach->rule, ==, PLT_SHOOT_RULE_ROLE_AWAY);
  g_assert_cmpint (breach->role, ==, 1);
  g_assert_cmpint (breach->day, ==, 3);
  /* Monday: nothing against it */
  g_array_set_size (breaches, 0);
  plt_shoot_why_not (small, &plan, 2, 0, &move, breaches);
  g_assert_cmpint (move.gain, ==, 400);
  g_assert_cmpuint (breaches->len, ==, 0);
  /* a day that is too long already, and longer: only what is added */
  small->days[0].limit = 100;
  small->sequences[0].minutes = 130;
  small->sequences[2].minutes = 60;
  plt_shoot_why_not (small, &plan, 2, 0, &move, breaches);
  g_assert_cmpuint (breaches->len, ==, 1);
  breach = &g_array_index (breaches, PltShootBreach, 0);
  g_assert_cmpint (breach->rule, ==, PLT_SHOOT_RULE_LIMIT);
  g_assert_cmpint (breach->units, ==, 2);
}

/* The role is away on Thursday and plays there. Monday it is away too, Tuesday has no room, and
 * any other day would break an order: each is said; a locked séquence has nothing to say. */
static void
test_conflicts (void)
{
  g_autoptr (PltShootProblem) base = make_small ();
  g_autoptr (PltShootProblem) small = plt_shoot_problem_new (3, 4, 2, 2, 1, 1);
  g_autoptr (GArray) breaches = g_array_new (FALSE, FALSE, sizeof (PltShootBreach));
  g_autoptr (GArray) conflicts = NULL;
  g_autoptr (GArray) none = NULL;
  g_autofree PltShootCost *cost = g_new (PltShootCost, 1);
  PltShootPlan plan = small->reference;

  small->weights = base->weights;
  for (guint d = 0; d < 4; d++)
    small->days[d] = base->days[d];
  small->roles[1].available = PLT_SHOOT_BIT (1) | PLT_SHOOT_BIT (2);
  small->sequences[0].roles = PLT_SHOOT_BIT (1);
  small->sequences[0].minutes = small->sequences[1].minutes = 300;
  small->days[1].limit = 500;
  small->precedences[0] = (PltShootPrecedence){ 0, 2, PLT_SHOOT_WITHIN, 0, 0 };
  plan.day[0] = 3;
  plan.day[1] = 1;
  plan.day[2] = 3;
  plt_shoot_cost (small, &plan, cost, breaches);
  g_assert_cmpuint (breaches->len, ==, 1);
  conflicts = plt_shoot_conflicts (small, &plan, &g_array_index (breaches, PltShootBreach, 0));
  g_assert_cmpuint (conflicts->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const PltShootConflict *conflict = &g_array_index (conflicts, PltShootConflict, i);

      g_assert_cmpint (conflict->sequence, ==, 0);
      g_assert_cmpint (conflict->role, ==, conflict->rule == PLT_SHOOT_RULE_ROLE_AWAY ? 1 : -1);
      switch ((gint) conflict->rule)
        {
        case PLT_SHOOT_RULE_ROLE_AWAY:
          g_assert_true (conflict->days == PLT_SHOOT_BIT (0));
          break;
        case PLT_SHOOT_RULE_LIMIT:
          g_assert_true (conflict->days == PLT_SHOOT_BIT (1));
          break;
        case PLT_SHOOT_RULE_ORDER: /* Monday to Wednesday */
          g_assert_true (conflict->days == PLT_SHOOT_BIT (3) - 1);
          break;
        default:
          g_assert_not_reached ();
        }
    }
  small->sequences[0].locked = TRUE;
  none = plt_shoot_conflicts (small, &plan, &g_array_index (breaches, PltShootBreach, 0));
  g_assert_cmpuint (none->len, ==, 0);
}

/* A part of the moves, then what is left of them: together the whole. */
static void
test_part (void)
{
  PltShootPlan to, from, plan;
  g_autoptr (PltShootProblem) film = plt_test_shoot_film (2, 40, 12, 15, &to);
  g_autoptr (GArray) moves = NULL;
  g_autoptr (GArray) rest = NULL;
  g_autofree gboolean *accepted = NULL;
  gint64 gains = 0;

  plt_test_shoot_scatter (film, 2, &from);
  moves = plt_shoot_explain (film, &from, &to);
  accepted = g_new0 (gboolean, moves->len);
  for (guint i = 0; i < moves->len; i += 3)
    accepted[i] = TRUE;
  plan = from;
  plt_shoot_apply (moves, accepted, &plan);
  rest = plt_shoot_explain (film, &plan, &to);
  g_assert_cmpuint (rest->len, ==, moves->len - (moves->len + 2) / 3);
  for (guint i = 0; i < rest->len; i++)
    gains += g_array_index (rest, PltShootMove, i).gain;
  g_assert_cmpint (gains, ==, total_of (film, &plan) - total_of (film, &to));
  plt_shoot_apply (rest, NULL, &plan);
  g_assert_cmpmem (&plan, sizeof plan, &to, sizeof to);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/shoot-explain/sums", test_sums);
  g_test_add_func ("/engine/shoot-explain/reason", test_reason);
  g_test_add_func ("/engine/shoot-explain/why-not", test_why_not);
  g_test_add_func ("/engine/shoot-explain/conflicts", test_conflicts);
  g_test_add_func ("/engine/shoot-explain/part", test_part);
  return g_test_run ();
}
