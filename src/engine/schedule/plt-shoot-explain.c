/* Two plans, told as a list of moves. Order: the best gain first, each after those before it, found
 * with the quick account; figures: from the plain one. */
#include "plt-shoot-state.h"

#include <string.h>

static const PltShootMove NO_MOVE = {
  .sequence = -1, .from = -1, .to = -1, .role = -1, .set = -1, .day = -1, .rule = PLT_SHOOT_N_RULES
};

/* The index of what falls most, or of what rises most when @rising. */
static gint
strongest (const gint64 *before, const gint64 *after, guint n, gboolean rising)
{
  gint64 best = 0;
  gint index = -1;

  for (guint i = 0; i < n; i++)
    {
      gint64 change = rising ? after[i] - before[i] : before[i] - after[i];

      if (change > best)
        {
          best = change;
          index = (gint) i;
        }
    }
  return index;
}

static void
count_rules (const GArray *breaches, gint64 *units)
{
  for (guint i = 0; i < breaches->len; i++)
    {
      const PltShootBreach *breach = &g_array_index (breaches, PltShootBreach, i);

      units[breach->rule] += breach->units;
    }
}

static void
find_reason (const PltShootProblem *problem,
             const PltShootCost *before,
             const PltShootCost *after,
             const GArray *broken_before,
             const GArray *broken_after,
             PltShootMove *move)
{
  gint64 rules_before[PLT_SHOOT_N_RULES] = { 0 }, rules_after[PLT_SHOOT_N_RULES] = { 0 };
  gint reason = strongest (before->term, after->term, PLT_SHOOT_N_TERMS, FALSE);
  gboolean rising = reason < 0;
  gint rule;

  if (rising)
    reason = strongest (before->term, after->term, PLT_SHOOT_N_TERMS, TRUE);
  move->reason = reason < 0 ? PLT_SHOOT_TERM_DAYS : (PltShootTerm) reason;
  switch (move->reason)
    {
    case PLT_SHOOT_TERM_DAYS:
    case PLT_SHOOT_TERM_OVERTIME:
    case PLT_SHOOT_TERM_MOVES:
    case PLT_SHOOT_TERM_DISTANCE:
    case PLT_SHOOT_TERM_NIGHTS:
      move->day = strongest (before->day, after->day, problem->n_days, rising);
      break;
    case PLT_SHOOT_TERM_ROLES:
      move->role = strongest (before->role, after->role, problem->n_roles, rising);
      break;
    case PLT_SHOOT_TERM_RETURNS:
      move->set = strongest (before->set, after->set, problem->n_sets, rising);
      break;
    case PLT_SHOOT_TERM_BROKEN:
      count_rules (broken_before, rules_before);
      count_rules (broken_after, rules_after);
      rule = strongest (rules_before, rules_after, PLT_SHOOT_N_RULES, rising);
      if (rule >= 0)
        move->rule = (PltShootRule) rule;
      break;
    case PLT_SHOOT_TERM_EXPOSURE:
    case PLT_SHOOT_TERM_WISHES:
    case PLT_SHOOT_TERM_STABILITY:
    case PLT_SHOOT_N_TERMS:
    default:
      break;
    }
}

static void
describe (const PltShootProblem *problem,
          const PltShootCost *before,
          const PltShootCost *after,
          const GArray *broken_before,
          const GArray *broken_after,
          PltShootMove *move)
{
  move->gain = before->total - after->total;
  move->units = after->units - before->units;
  for (guint t = 0; t < PLT_SHOOT_N_TERMS; t++)
    move->change[t] = after->term[t] - before->term[t];
  find_reason (problem, before, after, broken_before, broken_after, move);
}

static GArray *
new_breaches (void)
{
  return g_array_new (FALSE, FALSE, sizeof (PltShootBreach));
}

/* Of the séquences @left, the one whose move saves most now; the first of equals. */
static guint
best_of (PltShootState *state, const PltShootPlan *to, const GArray *left)
{
  gint64 least = G_MAXINT64;
  guint best = 0;

  for (guint i = 0; i < left->len; i++)
    {
      gint q = g_array_index (left, gint, i);
      gint64 total;

      plt_shoot_state_move (state, q, to->day[q]);
      total = plt_shoot_state_settle (state);
      plt_shoot_state_undo (state);
      if (total < least)
        {
          least = total;
          best = i;
        }
    }
  return best;
}

GArray *
plt_shoot_explain (const PltShootProblem *problem, const PltShootPlan *from, const PltShootPlan *to)
{
  g_autoptr (PltShootState) state = plt_shoot_state_new (problem, from);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autoptr (GArray) broken = new_breaches ();
  g_autofree PltShootCost *costs = g_new (PltShootCost, 2);
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (PltShootMove));

  for (gint q = 0; q < (gint) problem->n_sequences; q++)
    if (from->day[q] != to->day[q])
      g_array_append_val (left, q);
  plt_shoot_cost (problem, from, &costs[0], broken);
  for (guint n = 0; left->len > 0; n++)
    {
      g_autoptr (GArray) broken_after = new_breaches ();
      guint i = best_of (state, to, left);
      PltShootMove move = NO_MOVE;

      move.sequence = g_array_index (left, gint, i);
      move.from = state->plan.day[move.sequence];
      move.to = to->day[move.sequence];
      plt_shoot_state_move (state, move.sequence, move.to);
      plt_shoot_state_settle (state);
      plt_shoot_state_keep (state);
      plt_shoot_cost (problem, &state->plan, &costs[(n + 1) % 2], broken_after);
      describe (problem, &costs[n % 2], &costs[(n + 1) % 2], broken, broken_after, &move);
      g_array_append_val (moves, move);
      g_array_remove_index (left, i);
      g_array_unref (broken);
      broken = g_steal_pointer (&broken_after);
    }
  return moves;
}

void
plt_shoot_apply (const GArray *moves, const gboolean *accepted, PltShootPlan *plan)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const PltShootMove *move = &g_array_index (moves, PltShootMove, i);

      if (accepted == NULL || accepted[i])
        plan->day[move->sequence] = (gint16) move->to;
    }
}

/* The same fact, whatever the units. */
static gboolean
is_same (const PltShootBreach *a, const PltShootBreach *b)
{
  return a->rule == b->rule && a->sequence == b->sequence && a->other == b->other
         && a->role == b->role && a->set == b->set && a->site == b->site
         && a->precedence == b->precedence && (a->day == b->day || a->rule == PLT_SHOOT_RULE_ORDER);
}

static gint64
units_before (const GArray *breaches, const PltShootBreach *breach)
{
  for (guint i = 0; i < breaches->len; i++)
    if (is_same (&g_array_index (breaches, PltShootBreach, i), breach))
      return g_array_index (breaches, PltShootBreach, i).units;
  return 0;
}

void
plt_shoot_why_not (const PltShootProblem *problem,
                   const PltShootPlan *plan,
                   gint sequence,
                   gint day,
                   PltShootMove *move,
                   GArray *breaches)
{
  g_autofree PltShootCost *costs = g_new (PltShootCost, 2);
  g_autoptr (GArray) before = new_breaches ();
  g_autoptr (GArray) after = new_breaches ();
  PltShootPlan other = *plan;

  other.day[sequence] = (gint16) day;
  *move = NO_MOVE;
  move->sequence = sequence;
  move->from = plan->day[sequence];
  move->to = day;
  plt_shoot_cost (problem, plan, &costs[0], before);
  plt_shoot_cost (problem, &other, &costs[1], after);
  describe (problem, &costs[0], &costs[1], before, after, move);
  for (guint i = 0; breaches != NULL && i < after->len; i++)
    {
      PltShootBreach breach = g_array_index (after, PltShootBreach, i);

      breach.units -= units_before (before, &breach);
      if (breach.units > 0)
        g_array_append_val (breaches, breach);
    }
}

/* ---- conflicts ---- */

/* Would the breach be less, were @q elsewhere? */
static gboolean
is_concerned (const PltShootProblem *problem,
              const PltShootPlan *plan,
              const PltShootBreach *breach,
              gint q)
{
  const PltShootSequence *row = &problem->sequences[q];

  if (breach->sequence >= 0)
    return q == breach->sequence || q == breach->other;
  if (breach->rule == PLT_SHOOT_RULE_WEEK)
    return plan->day[q] >= breach->day
           && (problem->days[plan->day[q]].date - 1) / 7
                  == (problem->days[breach->day].date - 1) / 7;
  return plan->day[q] == breach->day && (breach->role < 0 || (row->roles >> breach->role & 1))
         && (breach->set < 0 || row->set == breach->set)
         && (breach->site < 0 || row->site == breach->site)
         && (breach->rule != PLT_SHOOT_RULE_REST || row->light == PLT_SHOOT_DAY
             || problem->days[breach->day].end > 0)
         && (breach->rule != PLT_SHOOT_RULE_DAWN || row->light == PLT_SHOOT_DAWN)
         && (breach->rule != PLT_SHOOT_RULE_CHILD_NIGHT || row->light == PLT_SHOOT_NIGHT);
}

static void
add_conflict (GArray *conflicts, gint sequence, gint day, const PltShootBreach *breach)
{
  PltShootConflict new = { sequence,     breach->rule,       breach->role,       breach->set,
                           breach->site, breach->precedence, PLT_SHOOT_BIT (day) };

  for (guint i = conflicts->len; i-- > 0;)
    {
      PltShootConflict *old = &g_array_index (conflicts, PltShootConflict, i);

      if (old->sequence != sequence)
        break;
      if (old->rule == new.rule && old->role == new.role && old->set == new.set
          && old->site == new.site && old->precedence == new.precedence)
        {
          old->days |= new.days;
          return;
        }
    }
  g_array_append_val (conflicts, new);
}

GArray *
plt_shoot_conflicts (const PltShootProblem *problem,
                     const PltShootPlan *plan,
                     const PltShootBreach *breach)
{
  g_autoptr (GArray) against = new_breaches ();
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (PltShootConflict));

  for (gint q = 0; q < (gint) problem->n_sequences; q++)
    {
      gint day = plan->day[q];

      if (problem->sequences[q].locked || (day >= 0 && problem->days[day].locked)
          || !is_concerned (problem, plan, breach, q))
        continue;
      for (gint d = 0; d < (gint) problem->n_days; d++)
        {
          PltShootMove move;

          if (d == day || problem->days[d].locked)
            continue;
          g_array_set_size (against, 0);
          plt_shoot_why_not (problem, plan, q, d, &move, against);
          for (guint i = 0; i < against->len; i++)
            add_conflict (conflicts, q, d, &g_array_index (against, PltShootBreach, i));
        }
    }
  return conflicts;
}
