#include "plt-budget-reach.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-budget-private.h"
#include "plt-budget-version.h"
#include "plt-error.h"

#define ONE PLT_BUDGET_ONE
#define CENTIME_E6 (ONE / 100)
#define SHARE G_GINT64_CONSTANT (1048576) /* all that a mover may move is this many parts */
#define FURTHEST (100 * SHARE)            /* of a mover without a bound: a hundred times itself */
#define MAX_ROUNDS 8

typedef struct
{
  PltCell *cell;
  gint64 value; /* now */
  gint64 least, most, step;
  gint64 reach; /* what one share of SHARE parts moves it */
  int up;       /* 1: the goal grows with it, -1: falls, 0: neither */
  gboolean in_aim, in_keep;
} Lever;

typedef struct
{
  PltReach *ask;
  PltBudget *budget;
  Lever *levers;
  guint n;
} Run;

void
plt_reach_init (PltReach *self)
{
  *self = (PltReach){ .aim = PLT_REACH_TOTAL };
  self->movers = g_array_new (FALSE, FALSE, sizeof (PltReachMover));
}

void
plt_reach_clear (PltReach *self)
{
  g_clear_pointer (&self->movers, g_array_unref);
}

void
plt_reach_add (PltReach *self, PltRef cell, gint64 least, gint64 most, gint64 step)
{
  PltReachMover mover = { cell, least, most, step, PLT_UNKNOWN, PLT_UNKNOWN, PLT_REACH_STAYED };

  g_array_append_val (self->movers, mover);
}

static gboolean
is_rate (const PltReachMover *mover)
{
  return g_strcmp0 (mover->cell.column, "rate_cents") == 0;
}

char *
plt_reach_text (const PltReachMover *mover, gint64 e6)
{
  return is_rate (mover) ? plt_number_format_plain (e6 / CENTIME_E6, 2)
                         : plt_number_format_plain (e6, 6);
}

static gboolean
read_bound (const PltBudget *budget, const char *text, gint64 *e6, GError **error)
{
  *e6 = PLT_UNKNOWN;
  return *text == '\0' || plt_formula_read_number (text, e6)
         || plt_budget_eval (budget->model->facts, budget->model->plan, budget->budget->id, NULL,
                             text, e6, error);
}

gboolean
plt_reach_add_movable (PltReach *self, const PltBudget *budget, GError **error)
{
  for (guint i = 0; budget->model != NULL && i < budget->model->globals->len; i++)
    {
      const PltGlobalFacts *global
          = ((const PltGlobalNode *) budget->model->globals->pdata[i])->global;
      gint64 least, most;

      if (!global->movable)
        continue;
      if (!read_bound (budget, global->least, &least, error)
          || !read_bound (budget, global->most, &most, error))
        {
          g_prefix_error (error, "%s: ", global->name);
          return FALSE;
        }
      plt_reach_add (self, (PltRef){ "budget_global", global->id, "value" }, least, most,
                     PLT_UNKNOWN);
    }
  return TRUE;
}

/* ---- the numbers ---- */

static const char *
name_of (const PltBudget *budget, const PltReachMover *mover)
{
  const PltBudgetLine *line;

  if (strcmp (mover->cell.table, "budget_line") == 0)
    {
      line = plt_budget_find_line (budget, mover->cell.id);
      return line != NULL ? line->line->label : "";
    }
  for (guint i = 0; i < budget->model->globals->len; i++)
    {
      const PltGlobalNode *node = budget->model->globals->pdata[i];

      if (node->global->id == mover->cell.id)
        return node->global->name;
    }
  return "";
}

static PltCell *
find_line_cell (PltLineNode *node, const char *column)
{
  static const char *const columns[PLT_N_CELLS] = { "quantity", "duration", "times", "rate_cents" };

  for (int i = 0; i < PLT_N_CELLS; i++)
    if (g_strcmp0 (columns[i], column) == 0)
      return &node->cells[i];
  return NULL;
}

/* The cell of a mover and the number in it, PLT_UNKNOWN for a formula. */
static PltCell *
find_cell (PltBudget *budget, const PltReachMover *mover, gint64 *number)
{
  PltBudgetModel *model = budget->model;

  *number = PLT_UNKNOWN;
  for (guint i = 0; g_strcmp0 (mover->cell.table, "budget_global") == 0 && i < model->globals->len;
       i++)
    {
      PltGlobalNode *node = model->globals->pdata[i];

      if (node->global->id != mover->cell.id)
        continue;
      if (node->cell.formula == NULL && node->cell.parse_error == NULL)
        *number = node->cell.number_e6;
      return &node->cell;
    }
  for (guint i = 0; g_strcmp0 (mover->cell.table, "budget_line") == 0 && i < model->lines->len; i++)
    {
      PltLineNode *node = model->lines->pdata[i];
      const PltLineFacts *line = node->result->line;
      PltCell *cell;

      if (line->id != mover->cell.id)
        continue;
      cell = find_line_cell (node, mover->cell.column);
      if (cell == NULL || cell->formula != NULL || cell->parse_error != NULL)
        return cell;
      if (!is_rate (mover))
        *number
            = cell == &node->cells[PLT_CELL_TIMES] && *line->times == '\0' ? ONE : cell->number_e6;
      else if (*line->rate_formula != '\0')
        *number = cell->number_e6 / CENTIME_E6 * CENTIME_E6;
      else if (line->rate_cents != PLT_UNKNOWN
               && __builtin_mul_overflow (line->rate_cents, CENTIME_E6, number))
        *number = PLT_UNKNOWN;
      return cell;
    }
  return NULL;
}

/* 12 -> 1; 2,5 -> 0,1 */
static gint64
last_decimal (gint64 e6)
{
  gint64 step = 1;

  while (step < ONE && e6 % (step * 10) == 0)
    step *= 10;
  return step;
}

static gboolean
make_lever (Run *self, PltReachMover *mover, Lever *lever, GError **error)
{
  gint64 value;
  const char *name;

  lever->cell = find_cell (self->budget, mover, &value);
  name = name_of (self->budget, mover);
  if (lever->cell == NULL)
    g_set_error_literal (
        error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
        _ ("What is to move is not in this version of the budget. Choose among its "
           "variables and lines."));
  else if (value == PLT_UNKNOWN)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("“%s” holds no plain number and cannot move. Choose what it is computed from, "
                    "or type a number there."),
                 name);
  else if (mover->least != PLT_UNKNOWN && mover->most != PLT_UNKNOWN && mover->least > mover->most)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("The least of “%s” is above its most. Correct one of them."), name);
  else if (mover->step != PLT_UNKNOWN && mover->step <= 0)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, _ ("The step of “%s” is above zero."), name);
  else
    {
      lever->value = mover->before = value;
      lever->least = mover->least != PLT_UNKNOWN ? MAX (mover->least, 0) : 0;
      lever->most = mover->most != PLT_UNKNOWN ? mover->most : G_MAXINT64 / 4;
      lever->step = mover->step != PLT_UNKNOWN ? mover->step
                    : is_rate (mover)          ? CENTIME_E6
                                               : last_decimal (value);
      if (is_rate (mover))
        lever->step = MAX (lever->step / CENTIME_E6 * CENTIME_E6, CENTIME_E6);
      /* what stands beyond a bound is not pushed back by asking for something else */
      lever->least = MIN (lever->least, value);
      lever->most = MAX (lever->most, value);
      return TRUE;
    }
  return FALSE;
}

/* ---- figures ---- */

static void
put (Run *self, guint index, gint64 value)
{
  Lever *lever = &self->levers[index];
  g_autofree char *text
      = plt_reach_text (&g_array_index (self->ask->movers, PltReachMover, index), value);

  lever->value = value;
  plt_budget_cell_clear (lever->cell);
  *lever->cell = (PltCell){ NULL };
  /* as a formula without names: a plain rate is read from the line otherwise */
  lever->cell->formula = plt_formula_parse (text, NULL);
  lever->cell->nodes = g_new0 (PltNode, 1);
}

static PltMoney
measure (const Run *self, const char *code)
{
  return *code == '\0' ? self->budget->total
                       : plt_budget_account_by_code (self->budget, code)->total;
}

static PltMoney
figure (Run *self, const char *code)
{
  plt_budget_compute (self->budget->model);
  return measure (self, code);
}

static gint64
clamp_to_step (const Lever *lever, gint64 from, gint64 to)
{
  gint64 rest = to % lever->step;

  if (to <= lever->least || to >= lever->most)
    return CLAMP (to, lever->least, lever->most);
  if (rest == 0)
    return to;
  /* less far than asked */
  to = to > from ? to - rest : to - rest + lever->step;
  return to > from ? MIN (to, lever->most) : MAX (to, lever->least);
}

/* What one lever does to the figure when it is alone at its ends: its sign, and how much. */
static int
sense_of (Run *self, guint index, const char *code, PltMoney *size)
{
  Lever *lever = &self->levers[index];
  gint64 value = lever->value;
  gint64 low = lever->least;
  gint64 high = MIN (lever->most, value + MAX (value, lever->step));
  PltMoney at_low, at_high;

  put (self, index, low);
  at_low = figure (self, code);
  put (self, index, high);
  at_high = figure (self, code);
  put (self, index, value);
  *size = at_high > at_low ? at_high - at_low : at_low - at_high;
  return (at_high > at_low) - (at_high < at_low);
}

/* All that move, by `share` parts towards the goal. */
static void
move_all (Run *self, const gint64 *from, const gboolean *moves, int towards, gint64 share)
{
  for (guint i = 0; i < self->n; i++)
    {
      Lever *lever = &self->levers[i];
      __int128 by = (__int128) lever->reach * share / SHARE;
      __int128 to = (__int128) from[i] + (towards * lever->up > 0 ? by : -by);

      if (!moves[i])
        continue;
      if (to > lever->most)
        to = lever->most;
      if (to < lever->least)
        to = lever->least;
      put (self, i, clamp_to_step (lever, from[i], (gint64) to));
    }
}

/* How far one share moves each: to its bound, or by as much as it is. */
static gint64
set_reaches (Run *self, const gboolean *moves, int towards)
{
  gint64 furthest = SHARE;

  for (guint i = 0; i < self->n; i++)
    {
      Lever *lever = &self->levers[i];
      gboolean rises = towards * lever->up > 0;

      if (!moves[i])
        continue;
      lever->reach = rises ? lever->most - lever->value : lever->value - lever->least;
      if (!rises || lever->most < G_MAXINT64 / 8)
        continue;
      lever->reach = MAX (lever->value, lever->step);
      furthest = FURTHEST;
    }
  return furthest;
}

/* One lever, as many steps as it can towards more without going beyond the target. */
static void
fill (Run *self, guint index, gint64 limit, const char *code, PltMoney target)
{
  Lever *lever = &self->levers[index];
  gint64 from = lever->value;
  gint64 distance = limit > from ? limit - from : from - limit;
  gint64 low = 0, high = distance / lever->step + (distance % lever->step != 0);

  if (limit == from)
    return;
  while (low < high)
    {
      gint64 middle = low + (high - low + 1) / 2;
      gint64 by = MIN (middle * lever->step, distance);

      put (self, index, limit > from ? from + by : from - by);
      if (figure (self, code) <= target)
        low = middle;
      else
        high = middle - 1;
    }
  low = MIN (low * lever->step, distance);
  put (self, index, limit > from ? from + low : from - low);
}

/* The order in which levers give back: what a step does, the largest first. */
static void
order_by_step (Run *self, const gboolean *moves, const char *code, guint *order, guint *n_order)
{
  g_autofree PltMoney *effects = g_new0 (PltMoney, self->n + 1);
  PltMoney now = figure (self, code);

  *n_order = 0;
  for (guint i = 0; i < self->n; i++)
    {
      gint64 value = self->levers[i].value;
      guint at = *n_order;

      if (!moves[i])
        continue;
      put (self, i,
           value >= self->levers[i].step ? value - self->levers[i].step
                                         : value + self->levers[i].step);
      effects[i] = ABS (figure (self, code) - now);
      put (self, i, value);
      for (; at > 0 && effects[order[at - 1]] < effects[i]; at--)
        order[at] = order[at - 1];
      order[at] = i;
      ++*n_order;
    }
}

/* Brings the figure as near below the target as these levers can. */
static void
approach (Run *self, const gboolean *moves, const char *code, PltMoney target)
{
  g_autofree gint64 *from = g_new (gint64, self->n + 1);
  g_autofree guint *order = g_new (guint, self->n + 1);
  PltMoney now = figure (self, code);
  int towards = now > target ? -1 : 1;
  gint64 low = 0, high;
  guint n_order;

  if (now == target)
    return;
  for (guint i = 0; i < self->n; i++)
    from[i] = self->levers[i].value;
  high = set_reaches (self, moves, towards);
  move_all (self, from, moves, towards, high);
  now = figure (self, code);
  if (towards < 0 ? now > target : now <= target)
    return; /* all at their bounds */
  while (high - low > 1)
    {
      gint64 middle = low + (high - low) / 2;

      move_all (self, from, moves, towards, middle);
      if ((figure (self, code) <= target) == (towards < 0))
        high = middle;
      else
        low = middle;
    }
  move_all (self, from, moves, towards, towards < 0 ? high : low);
  order_by_step (self, moves, code, order, &n_order);
  for (guint i = 0; i < n_order; i++)
    {
      const Lever *lever = &self->levers[order[i]];
      gint64 beyond = MAX (lever->value, 100 * lever->step);
      gint64 limit = towards < 0     ? from[order[i]]
                     : lever->up > 0 ? MIN (lever->most, lever->value + beyond)
                                     : lever->least;

      fill (self, order[i], limit, code, target);
    }
}

/* ---- a run ---- */

static gboolean
check (const PltReach *self, const PltFacts *facts, const PltBudget *budget, GError **error)
{
  if (budget->budget == NULL)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                         _ ("There is no such version of the budget. Choose one from the list."));
  else if (plt_budget_is_locked (facts, budget->budget->id))
    {
      g_autofree char *sentence = plt_budget_locked_sentence (budget->budget);

      g_set_error_literal (error, PLT_ERROR, PLT_ERROR_CONFLICT, sentence);
    }
  else if (*self->aim != '\0' && plt_budget_account_by_code (budget, self->aim) == NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("The budget has no account “%s”. Give the code of one of its accounts."),
                 self->aim);
  else if (self->keep != NULL && *self->keep != '\0'
           && plt_budget_account_by_code (budget, self->keep) == NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("The budget has no account “%s”. Give the code of one of its accounts."),
                 self->keep);
  else if (self->keep != NULL && strcmp (self->keep, self->aim) == 0)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("What is to change cannot be kept as it is. Choose something else."));
  else if (self->target < 0)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("Give the amount to reach, zero or above."));
  else if (self->movers->len == 0)
    g_set_error_literal (error, PLT_ERROR, PLT_ERROR_INVALID,
                         _ ("Choose what may move: variables of the budget, or lines."));
  else if (self->movers->len > PLT_REACH_MAX_MOVERS)
    g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID,
                 _ ("At most %d numbers move at a time. Choose fewer."), PLT_REACH_MAX_MOVERS);
  else
    return TRUE;
  return FALSE;
}

/* Which levers move the aim, and which make up for them in what is kept. */
static void
sort_levers (Run *self)
{
  const char *aim = self->ask->aim, *keep = self->ask->keep;

  for (guint i = 0; i < self->n; i++)
    {
      Lever *lever = &self->levers[i];
      PltMoney in_aim, in_keep = 0;
      int aims = sense_of (self, i, aim, &in_aim);
      int keeps = keep != NULL ? sense_of (self, i, keep, &in_keep) : 0;

      if (keep == NULL)
        lever->in_aim = aims != 0;
      else if (*keep != '\0')
        {
          lever->in_aim = aims != 0 && keeps == 0;
          lever->in_keep = FALSE;
        }
      else
        {
          lever->in_aim = aims != 0 && in_aim >= in_keep / 2;
          lever->in_keep = !lever->in_aim && keeps != 0;
        }
      lever->up = lever->in_keep ? keeps : aims;
      g_array_index (self->ask->movers, PltReachMover, i).fate = lever->in_aim || lever->in_keep
                                                                     ? PLT_REACH_STAYED
                                                                 : aims == 0 ? PLT_REACH_NO_EFFECT
                                                                             : PLT_REACH_HELD;
    }
}

static void
move_levers (Run *self)
{
  g_autofree gboolean *aims = g_new0 (gboolean, self->n + 1);
  g_autofree gboolean *keeps = g_new0 (gboolean, self->n + 1);
  const PltReach *ask = self->ask;
  gboolean balance = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      aims[i] = self->levers[i].in_aim;
      keeps[i] = self->levers[i].in_keep;
      balance = balance || keeps[i];
    }
  if (figure (self, ask->aim) <= ask->target && !ask->up)
    return;
  approach (self, aims, ask->aim, ask->target);
  /* a coarse one that came down may leave room for a fine one to rise */
  if (ask->up)
    approach (self, aims, ask->aim, ask->target);
  /* what makes up for it may move the aim a little: again, until nothing changes */
  for (int round = 0; balance && round < MAX_ROUNDS; round++)
    {
      PltMoney aim;

      approach (self, keeps, ask->keep, ask->kept_before);
      aim = figure (self, ask->aim);
      if (aim <= ask->target)
        break;
      approach (self, aims, ask->aim, ask->target);
    }
}

static void
tell (Run *self)
{
  const PltReach *ask = self->ask;

  for (guint i = 0; i < self->n; i++)
    {
      PltReachMover *mover = &g_array_index (ask->movers, PltReachMover, i);
      const Lever *lever = &self->levers[i];

      mover->after = lever->value;
      if (mover->fate != PLT_REACH_STAYED)
        continue;
      if (lever->value != mover->before)
        mover->fate = PLT_REACH_MOVED;
      if (!ask->reached && lever->value == lever->least)
        mover->fate = PLT_REACH_AT_LEAST;
      else if (!ask->reached && lever->value == lever->most)
        mover->fate = PLT_REACH_AT_MOST;
    }
}

/* Within one step of what makes up for the rest. */
static gboolean
is_kept (Run *self)
{
  const PltReach *ask = self->ask;
  PltMoney gap, step = 0;

  if (ask->keep == NULL || ask->kept_after == ask->kept_before)
    return TRUE;
  gap = ABS (ask->kept_after - ask->kept_before);
  for (guint i = 0; i < self->n; i++)
    {
      Lever *lever = &self->levers[i];
      gint64 value = lever->value;
      PltMoney effect;

      if (!lever->in_keep)
        continue;
      put (self, i, value >= lever->step ? value - lever->step : value + lever->step);
      effect = ABS (figure (self, ask->keep) - ask->kept_after);
      put (self, i, value);
      step = step == 0 ? effect : MIN (step, effect);
    }
  plt_budget_compute (self->budget->model);
  return gap < step;
}

gboolean
plt_reach_run (
    PltReach *self, const PltFacts *facts, const PltPlan *plan, gint64 budget, GError **error)
{
  g_autoptr (PltBudget) computed = plt_budget_new (facts, budget, plan);
  g_autofree Lever *levers = g_new0 (Lever, self->movers->len + 1);
  Run run = { self, computed, levers, self->movers->len };

  if (!check (self, facts, computed, error))
    return FALSE;
  for (guint i = 0; i < run.n; i++)
    if (!make_lever (&run, &g_array_index (self->movers, PltReachMover, i), &levers[i], error))
      return FALSE;
  self->incomplete = computed->incomplete;
  self->before = measure (&run, self->aim);
  self->total_before = computed->total;
  self->kept_before = self->keep != NULL ? measure (&run, self->keep) : PLT_UNKNOWN;
  sort_levers (&run);
  move_levers (&run);
  self->after = figure (&run, self->aim);
  self->total_after = computed->total;
  self->kept_after = self->keep != NULL ? measure (&run, self->keep) : PLT_UNKNOWN;
  self->incomplete = self->incomplete || computed->incomplete;
  self->reached = self->after <= self->target && !computed->incomplete && is_kept (&run);
  tell (&run);
  return TRUE;
}

void
plt_reach_propose (const PltReach *self, const PltBudget *budget, PltBatch *batch)
{
  for (guint i = 0; i < self->movers->len; i++)
    {
      const PltReachMover *mover = &g_array_index (self->movers, PltReachMover, i);
      const PltBudgetLine *line;
      g_autofree char *text = NULL;

      if (mover->after == mover->before)
        continue;
      line = strcmp (mover->cell.table, "budget_line") == 0
                 ? plt_budget_find_line (budget, mover->cell.id)
                 : NULL;
      text = plt_reach_text (mover, mover->after);
      plt_batch_update (batch, mover->cell.table, mover->cell.id);
      if (!is_rate (mover))
        plt_batch_set_text (batch, mover->cell.column, text);
      else if (line != NULL && *line->line->rate_formula != '\0')
        plt_batch_set_text (batch, "rate_formula", text);
      else
        plt_batch_set_integer (batch, "rate_cents", mover->after / CENTIME_E6);
    }
}
