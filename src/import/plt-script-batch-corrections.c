/* The merge: what the user says a line is, for the draft that comes and for the one that is there.
 */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-rows.h"
#include "plt-script-correct.h"
#include "plt-script-plan-private.h"
#include "plt-text.h"

/* ---- those that are remembered ---- */

typedef struct
{
  gint64 id;
  char *text;
  PltParagraphKind kind;
} Remembered;

static void
clear_remembered (gpointer data)
{
  Remembered *self = data;

  g_free (self->text);
}

/* (transfer full): NULL with an error */
static GArray *
load_remembered (PltStore *store, GError **error)
{
  const PltTable *table = plt_table_find ("script_correction");
  int text = plt_table_column_index (table, "text");
  int kind = plt_table_column_index (table, "kind");
  guint n = plt_table_n_columns (table);
  g_autoptr (GArray) ids = plt_rows_ids (store, table, NULL, 0, NULL, error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Remembered));
  g_autofree PltValue *values = g_new0 (PltValue, n);

  g_array_set_clear_func (all, clear_remembered);
  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (GError) cause = NULL;
      Remembered one;

      if (!plt_rows_read (store, table, id, values, &cause))
        {
          if (cause == NULL)
            continue;
          g_propagate_error (error, g_steal_pointer (&cause));
          break;
        }
      one = (Remembered){ id, g_strdup (plt_value_get_text (&values[text])), PLT_PARAGRAPH_ACTION };
      plt_paragraph_kind_find (plt_value_get_text (&values[kind]), &one.kind);
      g_array_append_val (all, one);
    }
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  return all->len == ids->len ? g_steal_pointer (&all) : NULL;
}

static PltScript *
apply (PltScript *script, const GArray *remembered)
{
  g_autoptr (GArray) corrections = g_array_new (FALSE, FALSE, sizeof (PltScriptCorrection));

  for (guint i = 0; i < remembered->len; i++)
    {
      const Remembered *one = &g_array_index (remembered, Remembered, i);
      PltScriptCorrection correction = { one->text, one->kind };

      g_array_append_val (corrections, correction);
    }
  return plt_script_correct (script, (const PltScriptCorrection *) (gpointer) corrections->data,
                             corrections->len, NULL);
}

PltScript *
plt_plan_correct (PltScriptPlan *self, PltScript *script, GError **error)
{
  g_autoptr (GArray) remembered = load_remembered (self->store, error);

  if (remembered == NULL)
    {
      plt_script_free (script);
      return NULL;
    }
  return remembered->len > 0 ? apply (script, remembered) : script;
}

/* ---- the present version ---- */

typedef struct
{
  gint64 version;
  const gint64 *blocks;
  guint n_blocks;
  PltParagraphKind kind;
} Correction;

static gboolean
check (const PltScriptPlan *self, const Correction *correction, GError **error)
{
  gboolean complete = self->stored != NULL && self->stored->blocks->len == self->facts->blocks.n;

  if (self->stored == NULL || self->facts->production.script_version != correction->version)
    {
      g_set_error (error, PLT_ERROR, PLT_ERROR_INVALID, "%s",
                   _ ("Only the current version of the script can be corrected: look at it and "
                      "correct the line there."));
      return FALSE;
    }
  for (guint i = 0; i < correction->n_blocks; i++)
    if (!complete
        || PLT_FACTS_FIND (self->facts->blocks, PltBlockFacts, correction->blocks[i]) == NULL)
      {
        g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND, "%s",
                     _ ("The line to correct is not in the current version of the script: open the "
                        "text again."));
        return FALSE;
      }
  return TRUE;
}

/* Remembers that `text` is of that kind, once. */
static void
remember (PltBatch *batch, GArray *remembered, const char *text, PltParagraphKind kind)
{
  const char *id = plt_paragraph_kind_id (kind);
  Remembered added = { 0, plt_text_squeeze (text), kind };

  for (guint i = 0; i < remembered->len; i++)
    {
      Remembered *one = &g_array_index (remembered, Remembered, i);
      g_autofree char *squeezed = plt_text_squeeze (one->text);

      if (strcmp (squeezed, added.text) != 0)
        continue;
      if (one->kind != kind)
        {
          plt_batch_update (batch, "script_correction", one->id);
          plt_batch_set_text (batch, "kind", id);
        }
      one->kind = kind;
      g_free (added.text);
      return;
    }
  if (added.text[0] == '\0')
    {
      g_free (added.text);
      return;
    }
  added.id = plt_batch_insert (batch, "script_correction");
  plt_batch_set_text (batch, "text", added.text);
  plt_batch_set_text (batch, "kind", id);
  g_array_append_val (remembered, added);
}

gboolean
plt_script_remember (
    PltStore *store, const char *text, PltParagraphKind kind, PltBatch *batch, GError **error)
{
  g_autoptr (GArray) remembered = NULL;

  g_return_val_if_fail (PLT_IS_STORE (store) && text != NULL && batch != NULL, FALSE);

  remembered = load_remembered (store, error);
  if (remembered == NULL)
    return FALSE;
  remember (batch, remembered, text, kind);
  return TRUE;
}

/* Whether the remark is about one of the lines that are settled now. */
static gboolean
is_settled (const PltScriptPlan *self,
            const Correction *correction,
            gint64 line,
            const char *kind,
            const char *text)
{
  if (text[0] == '\0' || strcmp (kind, "dropped") == 0)
    return FALSE;
  for (guint i = 0; i < correction->n_blocks; i++)
    {
      const PltBlockFacts *block
          = PLT_FACTS_FIND (self->facts->blocks, PltBlockFacts, correction->blocks[i]);

      if (block->line == line && strstr (block->text, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
drop_remarks (PltScriptPlan *self, const Correction *correction, GError **error)
{
  const PltTable *table = plt_table_find ("script_remark");
  PltFilter filter = { "script_version", plt_value_integer (correction->version) };
  guint n = plt_table_n_columns (table);
  g_autoptr (GArray) ids = plt_rows_ids (self->store, table, &filter, 1, NULL, error);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  int line = plt_table_column_index (table, "line");
  int kind = plt_table_column_index (table, "kind");
  int text = plt_table_column_index (table, "text");

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (plt_rows_read (self->store, table, id, values, NULL)
          && is_settled (self, correction,
                         values[line].kind == PLT_VALUE_INTEGER ? values[line].integer : 0,
                         plt_value_get_text (&values[kind]), plt_value_get_text (&values[text])))
        plt_batch_delete (self->batch, "script_remark", id);
    }
  for (guint i = 0; i < n; i++)
    plt_value_clear (&values[i]);
  return TRUE;
}

/* ---- séquences that never were ---- */

static gboolean
is_plain (const PltSequenceFacts *facts)
{
  return facts->location == 0 && facts->story_day[0] == '\0' && facts->note[0] == '\0'
         && facts->hazards[0] == '\0' && facts->premin_seconds == PLT_UNKNOWN
         && facts->shooting_minutes == PLT_UNKNOWN && facts->shots == PLT_UNKNOWN
         && (facts->status[0] == '\0' || strcmp (facts->status, "a-tourner") == 0
             || strcmp (facts->status, "ajoutee") == 0);
}

/* Whether anything but the import of this version speaks of it. */
static gboolean
is_used (const PltScriptPlan *self, gint64 id)
{
  const PltFacts *facts = self->facts;

  for (guint i = 0; i < facts->strips.n; i++)
    if (facts->strips.items[i].sequence == id)
      return TRUE;
  for (guint i = 0; i < facts->raccords.n; i++)
    if (facts->raccords.items[i].sequence == id || facts->raccords.items[i].with_sequence == id)
      return TRUE;
  for (guint i = 0; i < facts->boxes.n; i++)
    if (facts->boxes.items[i].sequence == id)
      return TRUE;
  for (guint i = 0; i < facts->refusals.n; i++)
    if (facts->refusals.items[i].sequence == id)
      return TRUE;
  for (guint i = 0; i < facts->occurrences.n; i++)
    {
      const PltOccurrenceFacts *occurrence = &facts->occurrences.items[i];

      if (occurrence->sequence == id
          && (occurrence->quantity != PLT_UNKNOWN || occurrence->costume[0] != '\0'
              || occurrence->note[0] != '\0'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_in_other_version (const PltScriptPlan *self, gint64 id, gboolean *is_in, GError **error)
{
  const PltTable *table = plt_table_find ("script_block");
  PltFilter filter = { "sequence", plt_value_integer (id) };
  g_autoptr (GArray) ids = plt_rows_ids (self->store, table, &filter, 1, NULL, error);

  *is_in = FALSE;
  for (guint i = 0; ids != NULL && i < ids->len && !*is_in; i++)
    *is_in = PLT_FACTS_FIND (self->facts->blocks, PltBlockFacts, g_array_index (ids, gint64, i))
             == NULL;
  return ids != NULL;
}

gboolean
plt_plan_drop_mistaken (PltScriptPlan *self, GError **error)
{
  for (guint i = 0; i < self->facts->sequences.n; i++)
    {
      const PltPlanRow *row = plt_plan_row (self, i);
      gboolean is_in;

      if (!row->cut || !is_plain (row->facts) || is_used (self, row->id))
        continue;
      if (!is_in_other_version (self, row->id, &is_in, error))
        return FALSE;
      if (!is_in)
        plt_batch_delete (self->batch, "sequence", row->id);
    }
  return TRUE;
}

/* ---- the whole ---- */

static PltScript *
prepare_correction (PltScriptPlan *self, gpointer data, GError **error)
{
  const Correction *correction = data;
  g_autoptr (GArray) remembered = NULL;

  if (!check (self, correction, error))
    return NULL;
  remembered = load_remembered (self->store, error);
  if (remembered == NULL || !drop_remarks (self, correction, error))
    return NULL;
  for (guint i = 0; i < correction->n_blocks; i++)
    {
      const PltBlockFacts *block
          = PLT_FACTS_FIND (self->facts->blocks, PltBlockFacts, correction->blocks[i]);

      remember (self->batch, remembered, block->text, correction->kind);
    }
  self->in_place = TRUE;
  self->version = correction->version;
  return apply (plt_script_copy (self->stored->script), remembered);
}

PltImportPlan *
plt_script_plan_correction (PltStore *store,
                            gint64 version,
                            const gint64 *blocks,
                            guint n_blocks,
                            PltParagraphKind kind,
                            const PltScriptImportOptions *options,
                            GError **error)
{
  Correction correction = { version, blocks, n_blocks, kind };

  g_return_val_if_fail (PLT_IS_STORE (store) && options != NULL, NULL);
  g_return_val_if_fail (blocks != NULL && n_blocks > 0 && kind != PLT_PARAGRAPH_PAGE_BREAK, NULL);

  return plt_plan_make (store, options, prepare_correction, &correction, error);
}
