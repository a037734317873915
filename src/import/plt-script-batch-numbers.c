/* The merge: under which number each row stands. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-script-plan-private.h"
#include "plt-sequence-number.h"
#include "plt-text.h"

typedef struct
{
  PltScriptPlan *plan;
  GHashTable *taken; /* folded number -> row + 1 */
} Numbering;

static guint
owner_of (const Numbering *self, const char *number)
{
  g_autofree char *key = plt_sequence_number_key (number);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->taken, key));
}

static gboolean
is_taken (const char *number, gpointer data)
{
  return owner_of (data, number) != 0;
}

static void
claim (Numbering *self, guint row, const char *number)
{
  g_hash_table_insert (self->taken, plt_sequence_number_key (number), GUINT_TO_POINTER (row + 1));
  plt_set_str (&plt_plan_row (self->plan, row)->number, number);
}

/* What the script calls the scene; its old number when nobody changed that. */
static const char *
wanted_number (const PltScriptPlan *plan, const PltPlanRow *row)
{
  const PltScene *scene = plt_plan_new_scene (plan, row);
  const PltScene *old = plt_plan_old_scene (plan, row);
  const char *current = row->facts != NULL ? row->facts->number : "";

  if (scene->number[0] == '\0' || strcmp (scene->number, current) == 0)
    return current;
  if (current[0] != '\0' && old != NULL && old->number[0] != '\0'
      && strcmp (old->number, current) != 0)
    {
      /* Somebody renumbered it here. */
      if (strcmp (old->number, scene->number) != 0)
        plt_script_add_remark (plan->remarks, PLT_REMARK_KEPT, scene->line, scene->heading,
                               _ ("Sequence %s is %s in the script; it keeps its number here."),
                               current, scene->number);
      return current;
    }
  return scene->number;
}

/* Rows of the draft first; of two that want one number the later gives way. */
static void
number_scenes (Numbering *self)
{
  PltScriptPlan *plan = self->plan;

  for (guint i = 0; i < plan->script->scenes->len; i++)
    {
      guint index = (guint) plan->row_of[i];
      PltPlanRow *row = plt_plan_row (plan, index);
      const PltScene *scene = plt_plan_new_scene (plan, row);
      const char *wanted = wanted_number (plan, row);
      g_autofree char *other = NULL;

      if (wanted[0] == '\0')
        continue;
      if (owner_of (self, wanted) == 0)
        {
          claim (self, index, wanted);
          continue;
        }
      other = plt_sequence_number_between (wanted, "", is_taken, self);
      plt_script_add_remark (plan->remarks, PLT_REMARK_GUESSED, scene->line, scene->heading,
                             _ ("Two sequences have the number %s: this one became %s."), wanted,
                             other);
      claim (self, index, other);
    }
}

/* Rows that are not in the draft keep their number unless the script took it. */
static void
number_others (Numbering *self)
{
  PltScriptPlan *plan = self->plan;

  for (guint i = 0; i < plan->facts->sequences.n; i++)
    {
      PltPlanRow *row = plt_plan_row (plan, i);
      g_autofree char *old_number = NULL;

      if (row->new_scene >= 0 || row->number[0] == '\0')
        continue;
      if (owner_of (self, row->number) == 0)
        {
          claim (self, i, row->facts->number);
          continue;
        }
      old_number = g_strdup_printf ("%s (anc.)", row->number);
      for (guint k = 2; owner_of (self, old_number) != 0; k++)
        {
          g_free (old_number);
          old_number = g_strdup_printf ("%s (anc. %u)", row->facts->number, k);
        }
      plt_script_add_remark (
          plan->remarks, PLT_REMARK_KEPT, 0, row->facts->number,
          _ ("The script gives the number %s to another sequence: the one cut became %s."),
          row->facts->number, old_number);
      claim (self, i, old_number);
    }
}

/* By place in the order: the place of the next row behind it that has a number, -1 when none has.
 */
static gint *
find_next_numbered (const PltScriptPlan *plan)
{
  gint *next = g_new (gint, plan->order->len + 1);
  gint found = -1;

  for (guint i = plan->order->len; i-- > 0;)
    {
      next[i] = found;
      if (plt_plan_row (plan, g_array_index (plan->order, guint, i))->number[0] != '\0')
        found = (gint) i;
    }
  return next;
}

static const char *
number_at (const PltScriptPlan *plan, gint place)
{
  return place >= 0 ? plt_plan_row (plan, g_array_index (plan->order, guint, (guint) place))->number
                    : "";
}

/* One above the highest figure: "49", in a series "101/49". */
static char *
number_at_end (Numbering *self, const char *before, guint *figure)
{
  char *number = NULL;

  do
    {
      g_free (number);
      number = plt_sequence_number_with_figure (before, ++*figure);
    }
  while (owner_of (self, number) != 0);
  return number;
}

/* New scenes without a number: counted in a production without séquences and behind the last, else
 * after the one before, as between two that a first script numbers. */
static void
number_new (Numbering *self)
{
  PltScriptPlan *plan = self->plan;
  gboolean count = plan->facts->sequences.n == 0;
  g_autofree gint *next = find_next_numbered (plan);
  const char *before = "";
  guint last = 0, n = 0;

  for (guint i = 0; i < plan->order->len; i++)
    last = MAX (last, plt_sequence_number_figure (
                          plt_plan_row (plan, g_array_index (plan->order, guint, i))->number));
  for (guint i = 0; i < plan->order->len; i++)
    {
      guint index = g_array_index (plan->order, guint, i);
      PltPlanRow *row = plt_plan_row (plan, index);
      g_autofree char *number = NULL;

      if (row->number[0] == '\0')
        {
          const char *after = number_at (plan, next[i]);

          if (count && (before[0] == '\0' || after[0] == '\0'))
            number = number_at_end (self, before, &n);
          else if (after[0] == '\0')
            number = number_at_end (self, before, &last);
          else
            number = plt_sequence_number_between (before, after, is_taken, self);
          claim (self, index, number);
        }
      before = row->number;
      n = MAX (n, plt_sequence_number_figure (before));
    }
}

/* ---- locked numbers ---- */

#define MOST_REMARKS 5

/* Rows that are there keep their number. Of a script that numbers itself anew that is said once. */
static void
number_locked (Numbering *self)
{
  PltScriptPlan *plan = self->plan;
  guint others = 0;

  for (guint i = 0; i < plan->facts->sequences.n; i++)
    {
      const PltPlanRow *row = plt_plan_row (plan, i);
      const PltScene *scene = plt_plan_new_scene (plan, row);

      if (row->facts->number[0] == '\0')
        continue;
      claim (self, i, row->facts->number);
      if (scene != NULL && scene->number[0] != '\0'
          && plt_sequence_number_compare (scene->number, row->number) != 0)
        others++;
    }
  for (guint i = 0; others > 0 && i < plan->facts->sequences.n; i++)
    {
      const PltPlanRow *row = plt_plan_row (plan, i);
      const PltScene *scene = plt_plan_new_scene (plan, row);

      if (scene == NULL || scene->number[0] == '\0'
          || plt_sequence_number_compare (scene->number, row->number) == 0)
        continue;
      if (others > MOST_REMARKS)
        {
          plt_script_add_remark (
              plan->remarks, PLT_REMARK_KEPT, scene->line, scene->heading,
              ngettext ("The script gives another number to %u sequence; the numbers are locked "
                        "and stay.",
                        "The script gives other numbers to %u sequences; the numbers are locked "
                        "and stay.",
                        others),
              others);
          return;
        }
      plt_script_add_remark (
          plan->remarks, PLT_REMARK_KEPT, scene->line, scene->heading,
          _ ("Sequence %s is %s in the script; the numbers are locked, it keeps its own."),
          row->number, scene->number);
    }
}

/* What the script calls a new scene holds when no other ever had that number, and it stands where
 * it belongs. */
static void
number_inserted (Numbering *self)
{
  PltScriptPlan *plan = self->plan;
  g_autofree gint *next = find_next_numbered (plan);
  const char *before = "";

  for (guint i = 0; i < plan->order->len; i++)
    {
      guint index = g_array_index (plan->order, guint, i);
      PltPlanRow *row = plt_plan_row (plan, index);
      const PltScene *scene = plt_plan_new_scene (plan, row);
      const char *after;

      if (scene != NULL && row->number[0] == '\0' && scene->number[0] != '\0'
          && owner_of (self, scene->number) == 0)
        {
          after = number_at (plan, next[i]);
          if ((before[0] == '\0' || plt_sequence_number_compare (before, scene->number) < 0)
              && (after[0] == '\0' || plt_sequence_number_compare (scene->number, after) < 0))
            claim (self, index, scene->number);
        }
      if (row->number[0] != '\0')
        before = row->number;
    }
}

static void
tell_other_numbers (const PltScriptPlan *plan)
{
  for (guint i = plan->facts->sequences.n; i < plan->rows->len; i++)
    {
      const PltPlanRow *row = plt_plan_row (plan, i);
      const PltScene *scene = plt_plan_new_scene (plan, row);

      if (scene->number[0] != '\0' && plt_sequence_number_compare (scene->number, row->number) != 0)
        plt_script_add_remark (
            plan->remarks, PLT_REMARK_KEPT, scene->line, scene->heading,
            _ ("The new sequence is %s in the script; the numbers are locked, here it is %s."),
            scene->number, row->number);
    }
}

void
plt_plan_number_rows (PltScriptPlan *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Numbering numbering = { self, taken };

  if (self->facts->production.numbers_locked && self->facts->sequences.n > 0)
    {
      number_locked (&numbering);
      number_inserted (&numbering);
      number_new (&numbering);
      tell_other_numbers (self);
      return;
    }
  for (guint i = 0; i < self->rows->len; i++)
    if (plt_plan_row (self, i)->new_scene >= 0)
      plt_set_str (&plt_plan_row (self, i)->number, "");
  number_scenes (&numbering);
  number_others (&numbering);
  number_new (&numbering);
}
