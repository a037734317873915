#include "plt-script-batch.h"

#include "plt-load.h"
#include "plt-script-plan-private.h"

/* ---- the whole ---- */

static void
clear_row (gpointer data)
{
  PltPlanRow *self = data;

  g_free (self->number);
}

static gboolean
read_production (PltScriptPlan *self, GError **error)
{
  self->facts = plt_facts_load (self->store, error);
  if (self->facts == NULL)
    return FALSE;
  self->first = self->facts->production.script_version == 0;
  if (self->first)
    return TRUE;
  if (!plt_facts_load_text (self->facts, self->store, 0, error))
    return FALSE;
  self->stored = plt_stored_script_new (self->facts);
  return TRUE;
}

static gboolean
plan (PltScriptPlan *self, GError **error)
{
  if (!plt_plan_match_rows (self, error))
    return FALSE;
  plt_plan_find_moved (self);
  plt_plan_order_rows (self);
  plt_plan_number_rows (self);
  plt_plan_write_sequences (self);
  if (self->in_place)
    plt_plan_rewrite_text (self);
  else if (!plt_plan_write_text (self, error))
    return FALSE;
  if (!plt_plan_write_elements (self, error) || !plt_plan_write_tags (self, error)
      || !plt_plan_write_roles (self, error))
    return FALSE;
  plt_plan_write_given (self);
  if (self->in_place && !plt_plan_drop_mistaken (self, error))
    return FALSE;
  plt_plan_write_remarks (self);
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
new_result (PltScript *remarks)
{
  PltImportPlan *result = g_new0 (PltImportPlan, 1);

  result->entries = g_ptr_array_new_with_free_func (plt_import_entry_free);
  result->remarks = g_ptr_array_ref (remarks->remarks);
  result->batch = plt_batch_new ();
  return result;
}

PltImportPlan *
plt_plan_make (PltStore *store,
               const PltScriptImportOptions *options,
               PltPlanScript prepare,
               gpointer data,
               GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (PltPlanRow));
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GHashTable) sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (PltScript) remarks = plt_script_new ("merge");
  g_autoptr (PltImportPlan) result = new_result (remarks);
  PltScriptPlan self = { .store = store, .options = options, .remarks = remarks };
  gboolean ok;

  g_array_set_clear_func (rows, clear_row);
  self.result = result;
  self.counts = &result->counts;
  self.batch = result->batch;
  self.rows = rows;
  self.order = order;
  self.sets = sets;
  self.claimed
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  self.block_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  ok = read_production (&self, error);
  result->script = ok ? prepare (&self, data, error) : NULL;
  self.script = result->script;
  if (result->script != NULL)
    self.counts->sequences = self.script->scenes->len;
  ok = result->script != NULL && plan (&self, error);
  clear_plan (&self);
  return ok ? g_steal_pointer (&result) : NULL;
}

static PltScript *
prepare_draft (PltScriptPlan *self, gpointer data, GError **error)
{
  return plt_plan_correct (self, plt_script_copy (data), error);
}

PltImportPlan *
plt_script_plan_import (PltStore *store,
                        const PltScript *script,
                        const PltScriptImportOptions *options,
                        GError **error)
{
  g_return_val_if_fail (PLT_IS_STORE (store) && script != NULL && options != NULL, NULL);

  return plt_plan_make (store, options, prepare_draft, (gpointer) script, error);
}
