/* The merge: tagged words of the last version, at their place in the new one.
 *
 * Tags of the last version stay with it, so that it can be looked at. A séquence that was cut
 * before and is in the draft again brings those of the last version that had it. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-anchor.h"
#include "plt-load.h"
#include "plt-script-plan-private.h"
#include "plt-text.h"

#define NO_SEQUENCE G_MAXINT /* group of what stands before the first heading */

typedef struct
{
  PltScriptPlan *plan;
  GArray *old, *new;      /* PltAnchorParagraph */
  GArray *tags;           /* PltAnchorTag */
  GPtrArray *facts;       /* const PltTagFacts *: of each tag */
  GArray *rows;           /* guint: row of each tag, G_MAXUINT without */
  GHashTable *paragraphs; /* gint64 id of a block -> index in `old` + 1 */
  GPtrArray *loaded;      /* PltFacts: versions that are looked at besides the last */
} Tags;

/* ---- groups: what became one another ---- */

/* The row that the text of a row went with. */
static gint
group_of_row (const PltScriptPlan *plan, gint index)
{
  const PltPlanRow *row;

  if (index < 0)
    return NO_SEQUENCE;
  row = plt_plan_row (plan, (guint) index);
  if (row->part_of >= 0)
    index = row->part_of;
  row = plt_plan_row (plan, (guint) index);
  return row->joined_into >= 0 ? row->joined_into : index;
}

static void
add_old (Tags *self, gint64 block, const char *text, gint row)
{
  PltAnchorParagraph paragraph = { text, group_of_row (self->plan, row) };
  gint64 *key = g_new (gint64, 1);

  *key = block;
  g_array_append_val (self->old, paragraph);
  g_hash_table_insert (self->paragraphs, key, GUINT_TO_POINTER (self->old->len));
}

static void
add_old_paragraphs (Tags *self)
{
  const PltStoredScript *stored = self->plan->stored;
  g_autofree gint *row_of = g_new (gint, stored->script->scenes->len + 1);

  for (guint i = 0; i < stored->script->scenes->len; i++)
    row_of[i] = -1;
  for (guint i = 0; i < self->plan->facts->sequences.n; i++)
    if (plt_plan_row (self->plan, i)->old_scene >= 0)
      row_of[plt_plan_row (self->plan, i)->old_scene] = (gint) i;
  for (guint i = 0; i < stored->script->paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (stored->script->paragraphs, i);

      add_old (self, g_array_index (stored->blocks, gint64, i), paragraph->text,
               paragraph->scene >= 0 ? row_of[paragraph->scene] : -1);
    }
}

static void
add_new_paragraphs (Tags *self)
{
  const PltScript *script = self->plan->script;

  for (guint i = 0; i < script->paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (script->paragraphs, i);
      gint row = paragraph->scene >= 0 ? self->plan->row_of[paragraph->scene] : -1;
      PltAnchorParagraph added = { paragraph->text, group_of_row (self->plan, row) };

      g_array_append_val (self->new, added);
    }
}

static void
add_tags (Tags *self, const PltFacts *facts, GHashTable *row_of)
{
  for (guint i = 0; i < facts->tags.n; i++)
    {
      const PltTagFacts *tag = &facts->tags.items[i];
      guint paragraph
          = GPOINTER_TO_UINT (g_hash_table_lookup (self->paragraphs, &tag->script_block));
      const PltBlockFacts *block = PLT_FACTS_FIND (facts->blocks, PltBlockFacts, tag->script_block);
      guint row
          = block != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (row_of, &block->sequence)) : 0;
      PltAnchorTag added = { paragraph - 1, (guint) CLAMP (tag->start, 0, G_MAXINT),
                             (guint) CLAMP (tag->length, 0, G_MAXINT), tag->element };

      if (paragraph == 0)
        continue;
      row--; /* G_MAXUINT without one */
      g_array_append_val (self->tags, added);
      g_array_append_val (self->rows, row);
      g_ptr_array_add (self->facts, (gpointer) tag);
    }
}

/* ---- séquences that are back ---- */

/* The text of an earlier version, of the séquences that it is the last to have. */
static gboolean
add_version (Tags *self, gint64 version, GHashTable *row_of, GError **error)
{
  PltFacts *facts = plt_facts_new ();

  g_ptr_array_add (self->loaded, facts);
  if (!plt_facts_load_text (facts, self->plan->store, version, error))
    return FALSE;
  for (guint i = 0; i < facts->blocks.n; i++)
    {
      const PltBlockFacts *block = &facts->blocks.items[i];
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (row_of, &block->sequence));
      const PltPlanRow *row = index > 0 ? plt_plan_row (self->plan, index - 1) : NULL;

      if (row != NULL && row->restored && row->last_version == version)
        add_old (self, block->id, block->text, (gint) index - 1);
    }
  add_tags (self, facts, row_of);
  return TRUE;
}

static gboolean
add_restored (Tags *self, GHashTable *row_of, GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->plan->facts->sequences.n; i++)
    {
      PltPlanRow *row = plt_plan_row (self->plan, i);

      if (row->restored && row->last_version > 0 && g_hash_table_add (done, &row->last_version)
          && !add_version (self, row->last_version, row_of, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- writing ---- */

static void
write_tag (Tags *self, const PltTagFacts *tag, const PltAnchorPlace *place)
{
  PltBatch *batch = self->plan->batch;
  const PltParagraph *paragraph
      = g_ptr_array_index (self->plan->script->paragraphs, place->paragraph);
  const char *start = g_utf8_offset_to_pointer (paragraph->text, place->start);
  g_autofree char *words
      = g_strndup (start, (gsize) (g_utf8_offset_to_pointer (start, place->length) - start));
  gboolean sure = place->state == PLT_ANCHOR_SURE;

  plt_batch_insert (batch, "script_tag");
  plt_batch_set_integer (batch, "script_block",
                         g_array_index (self->plan->block_ids, gint64, place->paragraph));
  plt_batch_set_integer (batch, "element", tag->element);
  plt_batch_set_integer (batch, "start", place->start);
  plt_batch_set_integer (batch, "length", place->length);
  plt_batch_set_text (batch, "text", words);
  /* What somebody had to check before is still to be checked. */
  plt_batch_set_text (batch, "state", sure ? tag->state : "a-verifier");
  plt_plan_claim_tag (self->plan, place->paragraph, place->start, place->length, tag->element);
  if (sure)
    self->plan->counts->tags_kept++;
  else
    self->plan->counts->tags_unsure++;
}

/* The element stays in its séquence; said once for each, unless the séquence is cut or another
 * passage of it is there. */
static void
tell_lost (Tags *self, const PltTagFacts *tag, guint row_index, GHashTable *told)
{
  PltScriptPlan *plan = self->plan;
  const PltElementFacts *element
      = PLT_FACTS_FIND (plan->facts->elements, PltElementFacts, tag->element);
  const PltPlanRow *row = row_index != G_MAXUINT ? plt_plan_row (plan, row_index) : NULL;
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "|%d", tag->element,
                                          group_of_row (plan, row != NULL ? (gint) row_index : -1));

  plan->counts->tags_lost++;
  if (element == NULL || row == NULL || ((row->cut || row->new_scene < 0) && row->joined_into < 0)
      || !g_hash_table_add (told, g_steal_pointer (&key)))
    return;
  plt_script_add_remark (
      plan->remarks, PLT_REMARK_KEPT, 0, tag->text,
      _ ("“%s” is no longer in the text of sequence %s; the element stays there."),
      tag->text[0] != '\0' ? tag->text : element->name, row->number);
}

/* An element goes with its passage to the séquence where that is now. */
static gboolean
carry_element (Tags *self, const PltTagFacts *tag, guint row_index, guint paragraph, GError **error)
{
  const PltParagraph *there = g_ptr_array_index (self->plan->script->paragraphs, paragraph);
  const PltPlanRow *to;

  if (there->scene < 0)
    return TRUE;
  to = plt_plan_row (self->plan, (guint) self->plan->row_of[there->scene]);
  if (row_index == G_MAXUINT)
    return TRUE;
  return plt_plan_carry_occurrence (self->plan, plt_plan_row (self->plan, row_index)->id, to->id,
                                    tag->element, error);
}

/* Which elements still have a passage in which group. */
static GHashTable *
find_present (const Tags *self, const GArray *places)
{
  GHashTable *present = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const PltAnchorPlace *place = &g_array_index (places, PltAnchorPlace, i);
      const PltTagFacts *tag = g_ptr_array_index (self->facts, i);

      if (place->state != PLT_ANCHOR_LOST)
        g_hash_table_add (
            present, g_strdup_printf (
                         "%" G_GINT64_FORMAT "|%d", tag->element,
                         g_array_index (self->new, PltAnchorParagraph, place->paragraph).group));
    }
  return present;
}

static gboolean
write_tags (Tags *self, GError **error)
{
  g_autoptr (GArray) places = plt_anchor_find (self->old, self->new, self->tags);
  g_autoptr (GHashTable) told = find_present (self, places);

  for (guint i = 0; i < places->len; i++)
    {
      const PltAnchorPlace *place = &g_array_index (places, PltAnchorPlace, i);
      const PltTagFacts *tag = g_ptr_array_index (self->facts, i);
      guint row = g_array_index (self->rows, guint, i);

      if (place->state == PLT_ANCHOR_LOST)
        {
          tell_lost (self, tag, row, told);
          continue;
        }
      write_tag (self, tag, place);
      if (!carry_element (self, tag, row, place->paragraph, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the whole ---- */

/* The tags stay on their paragraphs; where those are of another séquence now, the elements follow.
 */
static gboolean
follow_tags (PltScriptPlan *plan, GError **error)
{
  g_autoptr (GHashTable) paragraphs = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < plan->block_ids->len; i++)
    g_hash_table_insert (paragraphs, &g_array_index (plan->block_ids, gint64, i),
                         GUINT_TO_POINTER (i));
  for (guint i = 0; i < plan->facts->tags.n; i++)
    {
      const PltTagFacts *tag = &plan->facts->tags.items[i];
      const PltBlockFacts *block
          = PLT_FACTS_FIND (plan->facts->blocks, PltBlockFacts, tag->script_block);
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (paragraphs, &tag->script_block));
      const PltParagraph *paragraph = g_ptr_array_index (plan->script->paragraphs, index);

      plan->counts->tags_kept++;
      if (block->sequence != 0 && paragraph->scene >= 0
          && !plt_plan_carry_occurrence (
              plan, block->sequence,
              plt_plan_row (plan, (guint) plan->row_of[paragraph->scene])->id, tag->element, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
plt_plan_write_tags (PltScriptPlan *plan, GError **error)
{
  g_autoptr (GArray) old = g_array_new (FALSE, FALSE, sizeof (PltAnchorParagraph));
  g_autoptr (GArray) new = g_array_new (FALSE, FALSE, sizeof (PltAnchorParagraph));
  g_autoptr (GArray) tags = g_array_new (FALSE, FALSE, sizeof (PltAnchorTag));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_facts_free);
  g_autoptr (GHashTable) paragraphs
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) row_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  Tags self = { plan, old, new, tags, facts, rows, paragraphs, loaded };

  if (plan->stored == NULL)
    return TRUE;
  if (plan->in_place)
    return follow_tags (plan, error);
  for (guint i = 0; i < plan->facts->sequences.n; i++)
    g_hash_table_insert (row_of, (gpointer) &plan->facts->sequences.items[i].id,
                         GUINT_TO_POINTER (i + 1));
  add_old_paragraphs (&self);
  add_tags (&self, plan->facts, row_of);
  if (!add_restored (&self, row_of, error))
    return FALSE;
  add_new_paragraphs (&self);
  return tags->len == 0 || write_tags (&self, error);
}
