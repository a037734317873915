#include "plt-script-batch.h"

#include <glib/gi18n-lib.h>

#include "plt-load.h"
#include "plt-rows.h"
#include "plt-script-plan-private.h"

/* ---- the version and its text ---- */

static gint64
next_version_number (const PltScriptPlan *self, GError **error)
{
  const PltTable *table = plt_table_find ("script_version");
  guint n = plt_table_n_columns (table);
  int column = plt_table_column_index (table, "number");
  g_autoptr (GArray) ids = plt_rows_ids (self->store, table, NULL, 0, "-number", error);
  g_autofree PltValue *values = g_new0 (PltValue, n);
  gint64 number = 1;

  if (ids == NULL)
    return 0;
  if (ids->len > 0)
    {
      g_autoptr (GError) cause = NULL;

      if (!plt_rows_read (self->store, table, g_array_index (ids, gint64, 0), values, &cause)
          && cause != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return 0;
        }
      number = (values[column].kind == PLT_VALUE_INTEGER ? values[column].integer : 0) + 1;
      for (guint i = 0; i < n; i++)
        plt_value_clear (&values[i]);
    }
  return number;
}

static gboolean
write_version (PltScriptPlan *self, GError **error)
{
  gint64 number = next_version_number (self, error);

  if (number == 0)
    return FALSE;
  self->version = plt_batch_insert (self->batch, "script_version");
  plt_batch_set_integer (self->batch, "number", number);
  plt_batch_set_text (self->batch, "title", self->script->title);
  plt_batch_set_text (self->batch, "author", self->script->author);
  plt_batch_set_text (self->batch, "format", self->script->format);
  plt_batch_set_integer (self->batch, "pages", self->script->pages);
  if (self->options->source_name != NULL)
    plt_batch_set_text (self->batch, "source_name", self->options->source_name);
  if (self->options->imported_date != PLT_DATE_NONE)
    {
      g_autofree char *date = plt_date_to_iso (self->options->imported_date);

      plt_batch_set_text (self->batch, "imported_date", date);
    }
  return TRUE;
}

static void
write_blocks (PltScriptPlan *self)
{
  const GPtrArray *paragraphs = self->script->paragraphs;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      gint64 block = plt_batch_insert (self->batch, "script_block");

      g_array_append_val (self->block_ids, block);
      plt_batch_set_integer (self->batch, "script_version", self->version);
      if (paragraph->scene >= 0)
        plt_batch_set_integer (self->batch, "sequence",
                               plt_plan_row (self, (guint) self->row_of[paragraph->scene])->id);
      plt_batch_set_integer (self->batch, "position", (gint64) i + 1);
      plt_batch_set_text (self->batch, "kind", plt_paragraph_kind_id (paragraph->kind));
      plt_batch_set_text (self->batch, "text", paragraph->text);
      plt_batch_set_integer (self->batch, "line", paragraph->line);
      if (paragraph->page > 0)
        plt_batch_set_integer (self->batch, "page", paragraph->page);
      if (paragraph->depth > 0)
        plt_batch_set_integer (self->batch, "depth", paragraph->depth);
      if (paragraph->dual)
        plt_batch_set_integer (self->batch, "dual", 1);
      if (paragraph->kind == PLT_PARAGRAPH_HEADING && paragraph->scene >= 0)
        {
          const PltScene *scene = g_ptr_array_index (self->script->scenes, paragraph->scene);

          plt_batch_set_integer (self->batch, "eighths", scene->eighths);
        }
    }
}

static void
write_remarks (PltScriptPlan *self, const GPtrArray *remarks)
{
  static const char *const kinds[] = {
    [PLT_REMARK_GUESSED] = "guessed", [PLT_REMARK_KEPT] = "kept", [PLT_REMARK_DROPPED] = "dropped"
  };

  for (guint i = 0; i < remarks->len; i++)
    {
      const PltRemark *remark = g_ptr_array_index (remarks, i);

      plt_batch_insert (self->batch, "script_remark");
      plt_batch_set_integer (self->batch, "script_version", self->version);
      plt_batch_set_text (self->batch, "kind", kinds[remark->kind]);
      if (remark->line > 0)
        plt_batch_set_integer (self->batch, "line", remark->line);
      plt_batch_set_text (self->batch, "message", remark->message);
      plt_batch_set_text (self->batch, "text", remark->text);
      self->counts->remarks++;
    }
}

static void
write_production (PltScriptPlan *self)
{
  const PltProductionFacts *production = &self->facts->production;

  plt_batch_update (self->batch, "production", production->id);
  plt_batch_set_integer (self->batch, "script_version", self->version);
  if (production->title[0] == '\0' && self->script->title[0] != '\0')
    plt_batch_set_text (self->batch, "title", self->script->title);
  if (production->author[0] == '\0' && self->script->author[0] != '\0')
    plt_batch_set_text (self->batch, "author", self->script->author);
}

/* ---- the whole ---- */

static void
clear_row (gpointer data)
{
  PltPlanRow *self = data;

  g_free (self->number);
}

static gboolean
plan (PltScriptPlan *self, GError **error)
{
  self->facts = plt_facts_load (self->store, error);
  if (self->facts == NULL)
    return FALSE;
  self->first = self->facts->production.script_version == 0;
  if (!self->first)
    {
      if (!plt_facts_load_text (self->facts, self->store, 0, error))
        return FALSE;
      self->stored = plt_stored_script_new (self->facts);
    }
  if (!plt_plan_match_rows (self, error))
    return FALSE;
  plt_plan_find_moved (self);
  plt_plan_order_rows (self);
  plt_plan_number_rows (self);
  if (!write_version (self, error))
    return FALSE;
  plt_plan_write_sequences (self);
  write_blocks (self);
  if (!plt_plan_write_elements (self, error) || !plt_plan_write_tags (self, error)
      || !plt_plan_write_roles (self, error))
    return FALSE;
  plt_plan_write_given (self);
  write_remarks (self, self->script->remarks);
  write_remarks (self, self->remarks->remarks);
  write_production (self);
  plt_plan_write_entries (self);
  return TRUE;
}

static void
clear_plan (PltScriptPlan *self)
{
  g_free (self->row_of);
  g_clear_pointer (&self->stored, plt_stored_script_free);
  g_clear_pointer (&self->facts, plt_facts_free);
  g_clear_pointer (&self->occurrences, g_hash_table_unref);
  g_clear_pointer (&self->opened, g_hash_table_unref);
  g_clear_pointer (&self->elements, g_hash_table_unref);
  g_clear_pointer (&self->claimed, g_hash_table_unref);
  g_clear_pointer (&self->block_ids, g_array_unref);
  g_clear_pointer (&self->old_sketches, g_array_unref);
  g_clear_pointer (&self->new_sketches, g_array_unref);
}

static PltImportPlan *
new_result (PltScript *script, PltScript *remarks)
{
  PltImportPlan *result = g_new0 (PltImportPlan, 1);

  result->script = script;
  result->entries = g_ptr_array_new_with_free_func (plt_import_entry_free);
  result->remarks = g_ptr_array_ref (remarks->remarks);
  result->batch = plt_batch_new ();
  result->counts.sequences = script->scenes->len;
  return result;
}

PltImportPlan *
plt_script_plan_import (PltStore *store,
                        const PltScript *script,
                        const PltScriptImportOptions *options,
                        GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (PltPlanRow));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PltScript) remarks = plt_script_new ("merge");
  g_autoptr (PltImportPlan) result = NULL;
  PltScriptPlan self = { .store = store, .options = options, .remarks = remarks };
  gboolean ok;

  g_return_val_if_fail (PLT_IS_STORE (store) && script != NULL && options != NULL, NULL);

  g_array_set_clear_func (rows, clear_row);
  result = new_result (plt_script_copy (script), remarks);
  self.script = result->script;
  self.result = result;
  self.counts = &result->counts;
  self.batch = result->batch;
  self.rows = rows;
  self.order = order;
  self.sets = sets;
  self.claimed
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self.block_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  ok = plan (&self, error);
  clear_plan (&self);
  return ok ? g_steal_pointer (&result) : NULL;
}
