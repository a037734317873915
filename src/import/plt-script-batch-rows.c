/* The merge, first part: which row is which scene, in which order, under which number. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-heading.h"
#include "plt-script-match.h"
#include "plt-script-plan-private.h"
#include "plt-text.h"

/* ---- matching ---- */

static void
sketch_row (PltScriptPlan *self, GArray *sketches, const PltPlanRow *row)
{
  const PltSequenceFacts *facts = row->facts;
  const PltSetFacts *set = PLT_FACTS_FIND (self->facts->sets, PltSetFacts, facts->set);
  const PltSetFacts *sub_set = PLT_FACTS_FIND (self->facts->sets, PltSetFacts, facts->sub_set);
  g_autofree char *key
      = plt_scene_heading_key (facts->int_ext, set != NULL ? set->name : "",
                               sub_set != NULL ? sub_set->name : "", facts->effect);
  PltSceneSketch *sketch;

  plt_scene_sketches_add (sketches, facts->number, key);
  sketch = &g_array_index (sketches, PltSceneSketch, sketches->len - 1);
  plt_scene_sketch_add_text (sketch, facts->synopsis);
  plt_scene_sketch_close (sketch);
}

/* A row that the last version knows is compared by its text there, under the number it has now. */
static GArray *
sketch_rows (PltScriptPlan *self)
{
  g_autoptr (GArray) stored
      = self->stored != NULL ? plt_scene_sketches_of (self->stored->script) : NULL;
  GArray *sketches = plt_scene_sketches_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      const PltPlanRow *row = plt_plan_row (self, i);
      const PltSceneSketch *old;
      PltSceneSketch *sketch;

      if (row->old_scene < 0)
        {
          sketch_row (self, sketches, row);
          continue;
        }
      old = &g_array_index (stored, PltSceneSketch, row->old_scene);
      plt_scene_sketches_add (sketches, row->facts->number, old->heading);
      sketch = &g_array_index (sketches, PltSceneSketch, i);
      g_array_append_vals (sketch->words, old->words->data, old->words->len);
    }
  return sketches;
}

void
plt_plan_match_rows (PltScriptPlan *self)
{
  g_autoptr (GHashTable) scene_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint *matches = NULL;

  for (guint i = 0; self->stored != NULL && i < self->stored->sequences->len; i++)
    g_hash_table_insert (scene_of, &g_array_index (self->stored->sequences, gint64, i),
                         GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      const PltSequenceFacts *facts = &self->facts->sequences.items[i];
      guint scene = GPOINTER_TO_UINT (g_hash_table_lookup (scene_of, &facts->id));
      PltPlanRow row = { .id = facts->id,
                         .facts = facts,
                         .old_scene = (gint) scene - 1,
                         .new_scene = -1,
                         .number = g_strdup (facts->number) };

      g_array_append_val (self->rows, row);
    }
  self->old_sketches = sketch_rows (self);
  self->new_sketches = plt_scene_sketches_of (self->script);
  matches = plt_script_match (self->old_sketches, self->new_sketches);
  self->row_of = g_new (gint, self->script->scenes->len + 1);
  for (guint i = 0; i < self->script->scenes->len; i++)
    {
      if (matches[i] < 0)
        {
          PltPlanRow row = { .old_scene = -1, .new_scene = (gint) i, .number = g_strdup ("") };

          matches[i] = (gint) self->rows->len;
          g_array_append_val (self->rows, row);
        }
      self->row_of[i] = matches[i];
      plt_plan_row (self, (guint) matches[i])->new_scene = (gint) i;
    }
}

/* ---- order ---- */

/* Whether the row at `link` is new and numbered below `number`: 1A goes before a 2 that was cut. */
static gboolean
is_new_before (const PltScriptPlan *self, gint link, const char *number)
{
  const PltPlanRow *row = link >= 0 ? plt_plan_row (self, (guint) link) : NULL;
  const PltScene *scene = row != NULL && row->facts == NULL ? plt_plan_new_scene (self, row) : NULL;

  return scene != NULL && scene->number[0] != '\0' && number[0] != '\0'
         && plt_text_compare (scene->number, number) < 0;
}

/* The scenes in the order of the draft; each row that is not in it follows the row it followed. */
void
plt_plan_order_rows (PltScriptPlan *self)
{
  g_autofree gint *next = g_new (gint, self->rows->len + 1);
  gint head = -1, last = -1;

  for (guint i = 0; i < self->script->scenes->len; i++)
    {
      *(last < 0 ? &head : &next[last]) = self->row_of[i];
      last = self->row_of[i];
    }
  if (last >= 0)
    next[last] = -1;
  for (guint i = 0; i < self->facts->sequences.n; i++)
    if (plt_plan_row (self, i)->new_scene < 0)
      {
        gint *link = i == 0 ? &head : &next[i - 1];

        while (is_new_before (self, *link, plt_plan_row (self, i)->number))
          link = &next[*link];
        next[i] = *link;
        *link = (gint) i;
      }
  for (gint i = head; i >= 0; i = next[i])
    {
      guint row = (guint) i;

      g_array_append_val (self->order, row);
    }
}

/* ---- numbers ---- */

typedef struct
{
  PltScriptPlan *plan;
  GHashTable *taken; /* folded number -> row + 1 */
} Numbering;

static guint
owner_of (const Numbering *self, const char *number)
{
  g_autofree char *folded = plt_text_fold (number);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->taken, folded));
}

static void
claim (Numbering *self, guint row, const char *number)
{
  g_hash_table_insert (self->taken, plt_text_fold (number), GUINT_TO_POINTER (row + 1));
  plt_set_str (&plt_plan_row (self->plan, row)->number, number);
}

/* "12" + 0 is "12A", + 26 is "12AA"; "12A" goes on with "12B". */
static char *
next_free_letter (const Numbering *self, const char *number)
{
  gsize n = strlen (number);
  guint first = 0;
  g_autofree char *stem = NULL;

  if (n > 1 && number[n - 1] >= 'A' && number[n - 1] < 'Z' && g_ascii_isdigit (number[n - 2]))
    {
      first = (guint) (number[n - 1] - 'A') + 1;
      n--;
    }
  stem = g_strndup (number, n);
  for (guint i = first;; i++)
    {
      g_autofree char *candidate
          = i < 26 ? g_strdup_printf ("%s%c", stem, 'A' + (int) i)
                   : g_strdup_printf ("%s%c%u", stem, 'A' + (int) (i % 26), i / 26);

      if (owner_of (self, candidate) == 0)
        return g_steal_pointer (&candidate);
    }
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
      other = next_free_letter (self, wanted);
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

static guint
leading_integer (const char *number)
{
  return (guint) g_ascii_strtoull (number, NULL, 10);
}

/* Before the first: "A1" before 1. */
static char *
number_before (const Numbering *self, guint from)
{
  const PltScriptPlan *plan = self->plan;

  for (guint i = from; i < plan->order->len; i++)
    {
      const PltPlanRow *row = plt_plan_row (plan, g_array_index (plan->order, guint, i));
      g_autofree char *number = NULL;

      if (row->number[0] == '\0')
        continue;
      for (char letter = 'A'; letter <= 'Z'; letter++)
        {
          g_free (number);
          number = g_strdup_printf ("%c%s", letter, row->number);
          if (owner_of (self, number) == 0)
            return g_steal_pointer (&number);
        }
      break;
    }
  return next_free_letter (self, "0");
}

/* New scenes without a number: counted in a production without séquences, else after the one
 * before. */
static void
number_new (Numbering *self)
{
  PltScriptPlan *plan = self->plan;
  gboolean count = plan->facts->sequences.n == 0;
  const char *before = NULL;
  guint last = 0;

  for (guint i = 0; i < plan->order->len; i++)
    last = MAX (
        last, leading_integer (plt_plan_row (plan, g_array_index (plan->order, guint, i))->number));
  for (guint i = 0, n = 1; i < plan->order->len; i++)
    {
      guint index = g_array_index (plan->order, guint, i);
      PltPlanRow *row = plt_plan_row (plan, index);
      g_autofree char *number = NULL;
      gboolean at_end = TRUE;

      if (row->number[0] != '\0')
        {
          before = row->number;
          n = MAX (n, leading_integer (before) + 1);
          continue;
        }
      for (guint k = i + 1; k < plan->order->len && at_end; k++)
        at_end = plt_plan_row (plan, g_array_index (plan->order, guint, k))->number[0] == '\0';
      if (count || at_end)
        {
          if (!count)
            n = MAX (n, last + 1);
          do
            {
              g_free (number);
              number = g_strdup_printf ("%u", n++);
            }
          while (owner_of (self, number) != 0);
        }
      else
        number = before != NULL ? next_free_letter (self, before) : number_before (self, i);
      claim (self, index, number);
      before = row->number;
    }
}

void
plt_plan_number_rows (PltScriptPlan *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Numbering numbering = { self, taken };

  for (guint i = 0; i < self->rows->len; i++)
    if (plt_plan_row (self, i)->new_scene >= 0)
      plt_set_str (&plt_plan_row (self, i)->number, "");
  number_scenes (&numbering);
  number_others (&numbering);
  number_new (&numbering);
}
