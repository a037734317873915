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
  GHashTable *known;      /* messages of the issues there are, borrowed */
  GHashTable *identities; /* which they are -> how many */
  guint n_known;          /* those that are told */
};

static char *identity_of (const PltIssue *issue);

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
  self->identities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->now.issues->len; i++)
    {
      PltIssue *issue = self->now.issues->pdata[i];
      char *identity = identity_of (issue);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->identities, identity));

      g_hash_table_add (self->known, issue->message);
      g_hash_table_replace (self->identities, identity, GUINT_TO_POINTER (n + 1));
      self->n_known += issue->severity != PLT_SEVERITY_INFO;
    }
  return self;
}

void
plt_board_what_if_free (PltBoardWhatIf *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->identities);
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
      copy->text = copy->part = copy->shot = copy->note = "";
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

/* Which finding it is, whatever figures its sentence has: "plan.overlong shooting_day 3 ". */
static char *
identity_of (const PltIssue *issue)
{
  return g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %s", issue->rule,
                          issue->ref.table != NULL ? issue->ref.table : "", issue->ref.id,
                          issue->ref.column != NULL ? issue->ref.column : "");
}

/* Sentences that are there already, and findings of which only the figures are different, are not
 * new. What is merely worth knowing is not told during a drag. */
static void
compare_issues (PltBoardWhatIf *self, const GPtrArray *then, PltBoardPreview *preview)
{
  g_autoptr (GHashTable) spent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_kept = 0;

  for (guint i = 0; i < then->len; i++)
    {
      const PltIssue *issue = then->pdata[i];
      char *identity;

      if (issue->severity == PLT_SEVERITY_INFO
          || !g_hash_table_contains (self->known, issue->message))
        continue;
      identity = identity_of (issue);
      n_kept++;
      g_hash_table_replace (
          spent, identity,
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (spent, identity)) + 1));
    }
  for (guint i = 0; i < then->len; i++)
    {
      const PltIssue *issue = then->pdata[i];
      char *identity;
      guint was, used;

      if (issue->severity == PLT_SEVERITY_INFO || strcmp (issue->rule, "plan.unplaced") == 0
          || g_hash_table_contains (self->known, issue->message))
        continue;
      identity = identity_of (issue);
      was = GPOINTER_TO_UINT (g_hash_table_lookup (self->identities, identity));
      used = GPOINTER_TO_UINT (g_hash_table_lookup (spent, identity));
      if (used < was)
        {
          n_kept++;
          g_hash_table_replace (spent, identity, GUINT_TO_POINTER (used + 1));
          continue;
        }
      g_free (identity);
      preview->n_errors += issue->severity == PLT_SEVERITY_ERROR;
      g_ptr_array_add (preview->problems, g_strdup (issue->message));
    }
  preview->n_solved = self->n_known - MIN (n_kept, self->n_known);
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
