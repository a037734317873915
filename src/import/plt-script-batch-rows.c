/* The merge, first part: which row is which scene, and in which order. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-rows.h"
#include "plt-script-match.h"
#include "plt-script-parts.h"
#include "plt-script-plan-private.h"
#include "plt-sequence-number.h"

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

/* The words of a séquence that was cut before, from the last version that had it. */
static gboolean
sketch_cut_row (PltScriptPlan *self, PltPlanRow *row, PltSceneSketch *sketch, GError **error)
{
  const PltTable *table = plt_table_find ("script_block");
  PltFilter filter = { "sequence", plt_value_integer (row->id) };
  guint n = plt_table_n_columns (table);
  int version_column = plt_table_column_index (table, "script_version");
  int text_column = plt_table_column_index (table, "text");
  g_autoptr (GArray) ids
      = plt_rows_ids (self->store, table, &filter, 1, "-script_version,position", error);
  g_autofree PltValue *values = g_new0 (PltValue, n);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      if (!plt_rows_read (self->store, table, g_array_index (ids, gint64, i), values, NULL))
        break;
      if (i == 0)
        row->last_version = values[version_column].integer;
      else if (values[version_column].integer != row->last_version)
        break;
      else
        plt_scene_sketch_add_text (sketch, plt_value_get_text (&values[text_column]));
    }
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  plt_scene_sketch_close (sketch);
  return TRUE;
}

/* A row that the last version knows is compared by its text there, under the number it has now. */
static GArray *
sketch_rows (PltScriptPlan *self, GError **error)
{
  g_autoptr (GArray) stored
      = self->stored != NULL ? plt_scene_sketches_of (self->stored->script) : NULL;
  g_autoptr (GArray) sketches = plt_scene_sketches_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      PltPlanRow *row = plt_plan_row (self, i);
      const PltSceneSketch *old;
      PltSceneSketch *sketch;

      if (row->old_scene < 0)
        {
          sketch_row (self, sketches, row);
          sketch = &g_array_index (sketches, PltSceneSketch, i);
          if (self->stored != NULL && strcmp (row->facts->status, "supprimee") == 0
              && !sketch_cut_row (self, row, sketch, error))
            return NULL;
          continue;
        }
      old = &g_array_index (stored, PltSceneSketch, row->old_scene);
      plt_scene_sketches_add (sketches, row->facts->number, old->heading);
      sketch = &g_array_index (sketches, PltSceneSketch, i);
      sketch->omitted = old->omitted;
      g_array_append_vals (sketch->words, old->words->data, old->words->len);
    }
  return g_steal_pointer (&sketches);
}

/* Several old ones in one new one: the row whose number the draft gives stays, else the first. */
static void
choose_kept (PltScriptPlan *self, const PltSceneParts *parts, gint *matches)
{
  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      const PltSceneSketch *sketch;
      gint scene = parts->joined_into[i];

      if (scene < 0)
        continue;
      sketch = &g_array_index (self->new_sketches, PltSceneSketch, scene);
      if (sketch->number[0] != '\0'
              ? strcmp (sketch->number,
                        g_array_index (self->old_sketches, PltSceneSketch, i).number)
                    == 0
              : (gint) i < matches[scene])
        {
          parts->joined_into[matches[scene]] = scene;
          parts->joined_into[i] = -1;
          matches[scene] = (gint) i;
        }
    }
}

/* What is left over: parts of what is there, and what went into another. */
static void
find_parts (PltScriptPlan *self, gint *matches, gint *part_of)
{
  g_auto (PltSceneParts) parts = { NULL };

  for (guint i = 0; i < self->script->scenes->len; i++)
    part_of[i] = -1;
  if (self->stored == NULL)
    return;
  plt_scene_parts_find (&parts, self->old_sketches, self->new_sketches, matches);
  for (guint i = 0; i < self->facts->sequences.n; i++)
    if (plt_plan_row (self, i)->old_scene < 0)
      parts.joined_into[i] = -1;
  choose_kept (self, &parts, matches);
  for (guint i = 0; i < self->facts->sequences.n; i++)
    if (parts.joined_into[i] >= 0)
      plt_plan_row (self, i)->joined_into = matches[parts.joined_into[i]];
  memcpy (part_of, parts.part_of, self->script->scenes->len * sizeof (gint));
}

gboolean
plt_plan_match_rows (PltScriptPlan *self, GError **error)
{
  g_autoptr (GHashTable) scene_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint *matches = NULL;
  g_autofree gint *part_of = g_new (gint, self->script->scenes->len + 1);

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
                         .part_of = -1,
                         .joined_into = -1,
                         .number = g_strdup (facts->number) };

      g_array_append_val (self->rows, row);
    }
  self->old_sketches = sketch_rows (self, error);
  if (self->old_sketches == NULL)
    return FALSE;
  self->new_sketches = plt_scene_sketches_of (self->script);
  matches = plt_script_match (self->old_sketches, self->new_sketches);
  find_parts (self, matches, part_of);
  self->row_of = g_new (gint, self->script->scenes->len + 1);
  for (guint i = 0; i < self->script->scenes->len; i++)
    {
      if (matches[i] < 0)
        {
          PltPlanRow row = { .old_scene = -1,
                             .new_scene = (gint) i,
                             .part_of = part_of[i],
                             .joined_into = -1,
                             .number = g_strdup ("") };

          matches[i] = (gint) self->rows->len;
          g_array_append_val (self->rows, row);
        }
      self->row_of[i] = matches[i];
      plt_plan_row (self, (guint) matches[i])->new_scene = (gint) i;
    }
  return TRUE;
}

/* ---- order ---- */

/* Whether the row at `link` is new and numbered below `number`: 1A goes before a 2 that was cut. */
static gboolean
is_new_before (const PltScriptPlan *self, gint link, const char *number)
{
  const PltPlanRow *row = link >= 0 ? plt_plan_row (self, (guint) link) : NULL;
  const PltScene *scene = row != NULL && row->facts == NULL ? plt_plan_new_scene (self, row) : NULL;

  return scene != NULL && scene->number[0] != '\0' && number[0] != '\0'
         && plt_sequence_number_compare (scene->number, number) < 0;
}

/* The last row before `i` that stays where it was, -1. */
static gint
row_before (const PltScriptPlan *self, guint i)
{
  gint before = (gint) i - 1;

  while (before >= 0 && plt_plan_row (self, (guint) before)->moved)
    before--;
  return before;
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
        gint before = row_before (self, i);
        gint *link = before < 0 ? &head : &next[before];

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
