#include "plt-board-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-check.h"

#define MINUS "\342\210\222"

/* What is compared of a plan. */
typedef struct
{
  PltPlan *plan;
  int days, role_days;
  PltMoney total; /* PLT_UNKNOWN without a devis */
  GPtrArray *issues;
} Figures;

struct _PltBoardWhatIf
{
  const PltFacts *facts;
  const PltBoardState *state;
  gint64 budget;
  Figures now;
  GHashTable *known; /* messages of the issues there are, borrowed */
};

static void
figures_clear (Figures *self)
{
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->plan, plt_plan_free);
}

static void
compute (Figures *self, const PltFacts *facts, gint64 schedule, gint64 budget_id)
{
  g_autoptr (PltBudget) budget = NULL;

  self->plan = plt_plan_new (facts, schedule);
  budget = plt_budget_new (facts, budget_id, self->plan);
  self->total = budget->budget != NULL ? budget->total : PLT_UNKNOWN;
  self->issues = plt_issues_new ();
  plt_check_plan (facts, self->plan, self->issues);
  plt_issues_sort (self->issues);
  for (guint i = 0; i < self->plan->days->len; i++)
    self->days += ((const PltDayPlan *) self->plan->days->pdata[i])->n_sequences > 0;
  for (guint i = 0; i < self->plan->presences->len; i++)
    {
      const PltPresence *presence = self->plan->presences->pdata[i];

      if (strcmp (presence->category->family, "roles") == 0)
        self->role_days += (int) presence->n_worked;
    }
}

PltBoardWhatIf *
plt_board_what_if_new (const PltFacts *facts, const PltBoardState *state, gint64 budget)
{
  PltBoardWhatIf *self = g_new0 (PltBoardWhatIf, 1);

  self->facts = facts;
  self->state = state;
  self->budget = budget;
  compute (&self->now, facts, state->schedule, budget);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->now.issues->len; i++)
    g_hash_table_add (self->known, ((PltIssue *) self->now.issues->pdata[i])->message);
  return self;
}

void
plt_board_what_if_free (PltBoardWhatIf *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  figures_clear (&self->now);
  g_free (self);
}

/* ---- the facts as they would be ---- */

static void
add_strip (
    PltFacts *facts, const PltFacts *from, const PltBoardStrip *strip, gint64 schedule, gint64 day)
{
  const PltStripFacts *row = PLT_FACTS_FIND (from->strips, PltStripFacts, strip->id);
  PltStripFacts *copy = PLT_FACTS_ADD (facts->strips, PltStripFacts, strip->id);

  if (row != NULL)
    *copy = *row;
  else
    {
      copy->schedule = schedule;
      copy->kind = "sequence";
      copy->sequence = strip->sequence;
      copy->minutes = PLT_UNKNOWN;
      copy->text = copy->part = "";
    }
  copy->day = day;
}

static gboolean
is_moved (const PltBoardMove *move, gint64 key)
{
  for (guint i = 0; i < move->n_keys; i++)
    if (move->keys[i] == key)
      return TRUE;
  return FALSE;
}

/* A shallow copy of the facts whose strips are those of this plan, moved. Only the strips are the
 * copy's own. */
static PltFacts
move_strips (PltBoardWhatIf *self, const PltBoardMove *move)
{
  PltFacts facts = *self->facts;
  g_autoptr (GArray) order = plt_board_move_order (self->state, move);

  memset (&facts.strips, 0, sizeof facts.strips);
  for (guint i = 0; i < self->state->lanes->len; i++)
    {
      const PltBoardLane *lane = self->state->lanes->pdata[i];
      gboolean target = (int) i == move->to.lane;
      guint n = target ? order->len : lane->strips->len;

      for (guint j = 0; j < n; j++)
        {
          const PltBoardStrip *strip
              = target ? plt_board_state_find (self->state, g_array_index (order, gint64, j))
                       : lane->strips->pdata[j];

          if (target || !is_moved (move, strip->key))
            add_strip (&facts, self->facts, strip, self->state->schedule, lane->day);
        }
    }
  return facts;
}

/* ---- the difference ---- */

static gboolean
totals_differ (const PltDayPlan *a, const PltDayPlan *b)
{
  return a->minutes != b->minutes || a->n_sequences != b->n_sequences || a->eighths != b->eighths
         || a->seconds != b->seconds || a->n_moves != b->n_moves || a->n_sets != b->n_sets
         || a->n_unknown != b->n_unknown;
}

static void
change_free (gpointer data)
{
  PltBoardChange *change = data;

  plt_board_totals_clear (&change->totals);
  g_free (change);
}

static void
compare_days (PltBoardWhatIf *self, const PltPlan *then, PltBoardPreview *preview)
{
  for (guint i = 0; i < then->days->len && i < self->now.plan->days->len; i++)
    {
      const PltDayPlan *day = then->days->pdata[i];
      PltBoardChange *change;

      if (!totals_differ (self->now.plan->days->pdata[i], day))
        continue;
      change = g_new0 (PltBoardChange, 1);
      change->lane = (int) i + 1;
      plt_board_totals_fill (&change->totals, day);
      g_ptr_array_add (preview->changes, change);
    }
}

static void
compare_issues (PltBoardWhatIf *self, const GPtrArray *then, PltBoardPreview *preview)
{
  guint n_kept = 0;

  for (guint i = 0; i < then->len; i++)
    {
      const PltIssue *issue = then->pdata[i];

      if (g_hash_table_contains (self->known, issue->message))
        n_kept++;
      else if (strcmp (issue->rule, "plan.unplaced") != 0)
        g_ptr_array_add (preview->problems, g_strdup (issue->message));
    }
  preview->n_solved = self->now.issues->len - MIN (n_kept, self->now.issues->len);
}

/**
 * plt_board_what_if_move:
 * @self: made for the present state
 * @move: what would go where
 *
 * Returns: (transfer full): the difference; a refusal when something is locked
 */
PltBoardPreview *
plt_board_what_if_move (PltBoardWhatIf *self, const PltBoardMove *move)
{
  PltBoardPreview *preview = g_new0 (PltBoardPreview, 1);
  g_autoptr (GError) error = NULL;
  Figures then = { NULL };
  PltFacts facts;

  preview->changes = g_ptr_array_new_with_free_func (change_free);
  preview->problems = g_ptr_array_new_with_free_func (g_free);
  preview->cost = preview->total = PLT_UNKNOWN;
  if (!plt_board_move_check (self->state, move, &error))
    {
      preview->refusal = g_strdup (error->message);
      return preview;
    }
  facts = move_strips (self, move);
  compute (&then, &facts, self->state->schedule, self->budget);
  compare_days (self, then.plan, preview);
  compare_issues (self, then.issues, preview);
  preview->days = then.days - self->now.days;
  preview->role_days = then.role_days - self->now.role_days;
  preview->total = then.total;
  if (then.total == PLT_UNKNOWN || self->now.total == PLT_UNKNOWN
      || !plt_money_sub (then.total, self->now.total, &preview->cost))
    preview->cost = PLT_UNKNOWN;
  preview->n_shooting_days = then.plan->n_shooting_days;
  figures_clear (&then);
  g_free (facts.strips.items);
  g_clear_pointer (&facts.strips.index, g_hash_table_unref);
  return preview;
}

void
plt_board_preview_free (PltBoardPreview *self)
{
  if (self == NULL)
    return;
  g_free (self->refusal);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->problems);
  g_free (self);
}

const PltBoardTotals *
plt_board_preview_find (const PltBoardPreview *self, int lane)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const PltBoardChange *change = self->changes->pdata[i];

      if (change->lane == lane)
        return &change->totals;
    }
  return NULL;
}

static void
append_count (GString *text, int n, const char *what)
{
  g_string_append_printf (text, "%s%s%d %s", text->len > 0 ? " \302\267 " : "", n > 0 ? "+" : MINUS,
                          ABS (n), what);
}

char *
plt_board_preview_describe (const PltBoardPreview *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->days != 0)
    /* Translators: after a number with its sign: days that hold a séquence */
    append_count (text, self->days,
                  ngettext ("day in use", "days in use", (gulong) ABS (self->days)));
  if (self->role_days != 0)
    append_count (text, self->role_days,
                  ngettext ("role-day", "role-days", (gulong) ABS (self->role_days)));
  if (self->cost != PLT_UNKNOWN && self->cost != 0)
    {
      g_autofree char *money = plt_money_format (ABS (self->cost));

      g_string_append_printf (text, "%s%s%s", text->len > 0 ? " \302\267 " : "",
                              self->cost > 0 ? "+" : MINUS, money);
    }
  return g_strdup (text->str);
}
