#include "plt-plan-compare.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const titles[PLT_N_PLAN_STATES] = {
  [PLT_PLAN_SAME] = N_ ("same day"),
  [PLT_PLAN_REORDERED] = N_ ("other order in the day"),
  [PLT_PLAN_RENUMBERED] = N_ ("other day number"),
  [PLT_PLAN_MOVED] = N_ ("moved to another day"),
  [PLT_PLAN_SPLIT] = N_ ("split differently"),
  [PLT_PLAN_ADDED] = N_ ("added to the plan"),
  [PLT_PLAN_PLACED] = N_ ("placed on a day"),
  [PLT_PLAN_UNPLACED] = N_ ("taken off its day"),
  [PLT_PLAN_CUT] = N_ ("dropped from the plan"),
};

const char *
plt_plan_state_title (PltPlanState state)
{
  return titles[state];
}

gboolean
plt_plan_state_is_move (PltPlanState state)
{
  return state >= PLT_PLAN_MOVED;
}

guint
plt_plan_compare_n_moved (const PltPlanCompare *self)
{
  guint n = 0;

  for (int state = 0; state < PLT_N_PLAN_STATES; state++)
    if (plt_plan_state_is_move ((PltPlanState) state))
      n += self->counts[state];
  return n;
}

char *
plt_plan_days_text (const GPtrArray *days)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const PltDayPlan *day = days->pdata[i];
      g_autofree char *date = plt_date_format_short (day->day->date);

      if (i > 0)
        g_string_append (text, " + ");
      if (day->number > 0)
        g_string_append_printf (text, "J%u", day->number);
      if (*date != '\0')
        g_string_append_printf (text, "%s%s", day->number > 0 ? " " : "", date);
      if (day->day->unit != PLT_UNKNOWN && day->day->unit > 1)
        g_string_append_printf (text, " (unité %d)", (int) day->day->unit);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* ---- where a séquence stands ---- */

/* What one plan has of one séquence. */
typedef struct
{
  GPtrArray *days; /* PltDayPlan */
  gint64 strip;
} Stand;

typedef struct
{
  GHashTable *stands; /* séquence id -> Stand: those on a day */
  GHashTable *pool;   /* séquence id -> strip id: strips without a day */
} Index;

static void
stand_free (gpointer data)
{
  g_ptr_array_unref (((Stand *) data)->days);
  g_free (data);
}

static void
index_plan (Index *self, const PltPlan *plan)
{
  self->stands = g_hash_table_new_full (NULL, NULL, NULL, stand_free);
  self->pool = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < plan->days->len; i++)
    {
      PltDayPlan *day = plan->days->pdata[i];

      for (guint j = 0; j < day->strips->len; j++)
        {
          const PltStripFacts *strip = day->strips->pdata[j];
          Stand *stand = g_hash_table_lookup (self->stands, PLT_ID_TO_POINTER (strip->sequence));

          if (strip->sequence == 0)
            continue;
          if (stand == NULL)
            {
              stand = g_new0 (Stand, 1);
              stand->days = g_ptr_array_new ();
              stand->strip = strip->id;
              g_hash_table_insert (self->stands, PLT_ID_TO_POINTER (strip->sequence), stand);
            }
          if (stand->days->len == 0 || stand->days->pdata[stand->days->len - 1] != day)
            g_ptr_array_add (stand->days, day);
        }
    }
  for (guint i = 0; plan->schedule != NULL && i < plan->facts->strips.n; i++)
    {
      const PltStripFacts *strip = &plan->facts->strips.items[i];

      if (strip->schedule == plan->schedule->id && strip->day == 0 && strip->sequence != 0)
        g_hash_table_insert (self->pool, PLT_ID_TO_POINTER (strip->sequence),
                             PLT_ID_TO_POINTER (strip->id));
    }
}

static void
index_clear (Index *self)
{
  g_hash_table_unref (self->stands);
  g_hash_table_unref (self->pool);
}

/* ---- one séquence ---- */

static gboolean
is_other_day (const PltDayPlan *a, const PltDayPlan *b)
{
  if (a->day->unit != b->day->unit)
    return TRUE;
  if (a->day->date != PLT_DATE_NONE && b->day->date != PLT_DATE_NONE)
    return a->day->date != b->day->date;
  return a->number != b->number;
}

static PltPlanState
compare_days (const GPtrArray *from, const GPtrArray *to)
{
  gboolean renumbered = FALSE;

  if (from->len != to->len)
    return PLT_PLAN_SPLIT;
  for (guint i = 0; i < from->len; i++)
    {
      const PltDayPlan *before = from->pdata[i];
      const PltDayPlan *after = to->pdata[i];

      if (is_other_day (before, after))
        return PLT_PLAN_MOVED;
      renumbered |= before->number != after->number;
    }
  return renumbered ? PLT_PLAN_RENUMBERED : PLT_PLAN_SAME;
}

static PltPlanState
find_state (const PltSequenceFacts *sequence, const Stand *from, const Stand *to, gboolean held)
{
  if (from != NULL && to != NULL)
    return compare_days (from->days, to->days);
  if (to != NULL)
    return !held && strcmp (sequence->status, "ajoutee") == 0 ? PLT_PLAN_ADDED : PLT_PLAN_PLACED;
  if (from != NULL)
    return strcmp (sequence->status, "supprimee") == 0 ? PLT_PLAN_CUT : PLT_PLAN_UNPLACED;
  return PLT_PLAN_SAME;
}

static void
change_free (gpointer data)
{
  PltPlanChange *change = data;

  g_ptr_array_unref (change->from);
  g_ptr_array_unref (change->to);
  g_free (change);
}

static GPtrArray *
copy_days (const Stand *stand)
{
  GPtrArray *days = g_ptr_array_new ();

  if (stand != NULL)
    g_ptr_array_extend (days, stand->days, NULL, NULL);
  return days;
}

static void
compare_sequence (PltPlanCompare *self, const PltSequenceFacts *sequence, const Index *indices)
{
  gpointer key = PLT_ID_TO_POINTER (sequence->id);
  const Stand *from = g_hash_table_lookup (indices[0].stands, key);
  const Stand *to = g_hash_table_lookup (indices[1].stands, key);
  gint64 pool = (gint64) g_hash_table_lookup (indices[1].pool, key);
  PltPlanChange *change;

  if (from == NULL && to == NULL
      && (strcmp (sequence->status, "supprimee") == 0 || strcmp (sequence->status, "tournee") == 0))
    return;
  change = g_new0 (PltPlanChange, 1);
  change->sequence = sequence;
  change->from = copy_days (from);
  change->to = copy_days (to);
  change->strip = to != NULL ? to->strip : pool != 0 ? pool : from != NULL ? from->strip : 0;
  change->state = find_state (sequence, from, to, g_hash_table_contains (indices[0].pool, key));
  g_ptr_array_add (self->changes, change);
}

/* ---- order within a day ---- */

/* Of `n` places, which must go so that the others rise: the complement of a longest rising
 * subsequence. */
static void
mark_out_of_order (const guint *places, guint n, gboolean *out)
{
  g_autofree guint *length = g_new (guint, MAX (n, 1));
  g_autofree int *before = g_new (int, MAX (n, 1));
  int best = -1;

  for (guint i = 0; i < n; i++)
    {
      length[i] = 1;
      before[i] = -1;
      out[i] = TRUE;
      for (guint j = 0; j < i; j++)
        if (places[j] < places[i] && length[j] + 1 > length[i])
          {
            length[i] = length[j] + 1;
            before[i] = (int) j;
          }
      if (best < 0 || length[i] > length[best])
        best = (int) i;
    }
  for (; best >= 0; best = before[best])
    out[best] = FALSE;
}

/* The place of a séquence among the strips of a day. */
static guint
place_in (const PltDayPlan *day, gint64 sequence)
{
  for (guint i = 0; i < day->strips->len; i++)
    if (((const PltStripFacts *) day->strips->pdata[i])->sequence == sequence)
      return i;
  return 0;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const PltPlanChange *one = *(const PltPlanChange *const *) a;
  const PltPlanChange *two = *(const PltPlanChange *const *) b;
  guint x = place_in (one->from->pdata[0], one->sequence->id);
  guint y = place_in (two->from->pdata[0], two->sequence->id);

  return x < y ? -1 : x > y;
}

static void
mark_reordered (GPtrArray *changes)
{
  g_autofree guint *places = g_new (guint, changes->len);
  g_autofree gboolean *out = g_new0 (gboolean, changes->len);

  g_ptr_array_sort (changes, compare_places);
  for (guint i = 0; i < changes->len; i++)
    {
      const PltPlanChange *change = changes->pdata[i];

      places[i] = place_in (change->to->pdata[0], change->sequence->id);
    }
  mark_out_of_order (places, changes->len, out);
  for (guint i = 0; i < changes->len; i++)
    if (out[i])
      ((PltPlanChange *) changes->pdata[i])->state = PLT_PLAN_REORDERED;
}

/* Séquences that stay on one day, day by day. */
static void
find_reordered (PltPlanCompare *self)
{
  g_autoptr (GHashTable) stay
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < self->changes->len; i++)
    {
      PltPlanChange *change = self->changes->pdata[i];
      GPtrArray *group;

      if (change->state != PLT_PLAN_SAME || change->to->len != 1)
        continue;
      group = g_hash_table_lookup (stay, change->to->pdata[0]);
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (stay, change->to->pdata[0], group);
        }
      g_ptr_array_add (group, change);
    }
  g_hash_table_iter_init (&iter, stay);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    mark_reordered (value);
}

/* ---- roles ---- */

static PltDate
date_at (const PltPlan *plan, int index)
{
  return index >= 0 ? ((const PltDayPlan *) plan->days->pdata[index])->day->date : PLT_DATE_NONE;
}

static PltMoney
cost_of (const PltBudget *budget, gint64 role)
{
  PltMoney cost = PLT_UNKNOWN;

  for (guint i = 0; i < budget->lines->len; i++)
    {
      const PltBudgetLine *line = budget->lines->pdata[i];

      if (line->line->role != role || line->amount == PLT_UNKNOWN)
        continue;
      cost = (cost == PLT_UNKNOWN ? 0 : cost) + line->amount + line->contributions;
    }
  return cost;
}

static void
compare_roles (PltPlanCompare *self, PltBudget *const *budgets)
{
  for (guint i = 0; i < self->plans[1]->presences->len; i++)
    {
      const PltPresence *presence = self->plans[1]->presences->pdata[i];
      PltPlanRole role = { .element = presence->element };

      if (presence->category == NULL || strcmp (presence->category->family, "roles") != 0)
        continue;
      for (int side = 0; side < 2; side++)
        {
          const PltPresence *there = plt_plan_presence (self->plans[side], presence->element->id);

          role.worked[side] = there->n_worked;
          role.held[side] = there->n_held;
          role.first[side] = date_at (self->plans[side], there->first);
          role.last[side] = date_at (self->plans[side], there->last);
          role.cost[side] = cost_of (budgets[side], presence->element->id);
        }
      if (role.worked[0] > 0 || role.worked[1] > 0)
        g_array_append_val (self->roles, role);
    }
}

gboolean
plt_plan_role_changes (const PltPlanRole *role)
{
  return role->worked[0] != role->worked[1] || role->held[0] != role->held[1]
         || role->first[0] != role->first[1] || role->last[0] != role->last[1]
         || role->cost[0] != role->cost[1];
}

/* ---- the whole ---- */

PltPlanCompare *
plt_plan_compare_new (const PltFacts *facts, gint64 a, gint64 b, gint64 budget)
{
  PltPlanCompare *self = g_new0 (PltPlanCompare, 1);
  const gint64 ids[] = { a, b };
  PltBudget *budgets[2];
  Index indices[2];

  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->roles = g_array_new (FALSE, FALSE, sizeof (PltPlanRole));
  for (int side = 0; side < 2; side++)
    {
      self->plans[side] = plt_plan_new (facts, ids[side]);
      budgets[side] = plt_budget_new (facts, budget, self->plans[side]);
      plt_plan_figures (self->plans[side], budgets[side], &self->figures[side]);
      index_plan (&indices[side], self->plans[side]);
    }
  for (guint i = 0; i < facts->sequences.n; i++)
    compare_sequence (self, &facts->sequences.items[i], indices);
  find_reordered (self);
  compare_roles (self, budgets);
  for (guint i = 0; i < self->changes->len; i++)
    self->counts[((const PltPlanChange *) self->changes->pdata[i])->state]++;
  for (int side = 0; side < 2; side++)
    {
      index_clear (&indices[side]);
      plt_budget_free (budgets[side]);
    }
  return self;
}

void
plt_plan_compare_free (PltPlanCompare *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->changes);
  g_array_unref (self->roles);
  for (int side = 0; side < 2; side++)
    plt_plan_free (self->plans[side]);
  g_free (self);
}
