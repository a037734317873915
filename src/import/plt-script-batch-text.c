/* The merge: the version, its paragraphs, its remarks. */
#include <string.h>

#include "plt-rows.h"
#include "plt-script-plan-private.h"

/* ---- a new version ---- */

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

static gint64
sequence_of (const PltScriptPlan *self, const PltParagraph *paragraph)
{
  return paragraph->scene >= 0 ? plt_plan_row (self, (guint) self->row_of[paragraph->scene])->id
                               : 0;
}

static guint
eighths_of (const PltScriptPlan *self, const PltParagraph *paragraph)
{
  const PltScene *scene;

  if (paragraph->kind != PLT_PARAGRAPH_HEADING || paragraph->scene < 0)
    return 0;
  scene = g_ptr_array_index (self->script->scenes, paragraph->scene);
  return scene->eighths;
}

static void
write_blocks (PltScriptPlan *self)
{
  const GPtrArray *paragraphs = self->script->paragraphs;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      gint64 sequence = sequence_of (self, paragraph);
      guint eighths = eighths_of (self, paragraph);
      gint64 block = plt_batch_insert (self->batch, "script_block");

      g_array_append_val (self->block_ids, block);
      plt_batch_set_integer (self->batch, "script_version", self->version);
      if (sequence != 0)
        plt_batch_set_integer (self->batch, "sequence", sequence);
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
      if (eighths > 0)
        plt_batch_set_integer (self->batch, "eighths", eighths);
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

gboolean
plt_plan_write_text (PltScriptPlan *self, GError **error)
{
  if (!write_version (self, error))
    return FALSE;
  write_blocks (self);
  write_production (self);
  return TRUE;
}

void
plt_plan_write_remarks (PltScriptPlan *self)
{
  if (!self->in_place)
    write_remarks (self, self->script->remarks);
  write_remarks (self, self->remarks->remarks);
}

/* ---- the same version, read otherwise ---- */

static void
set_or_clear (PltBatch *batch, const char *column, gint64 value)
{
  if (value != 0)
    plt_batch_set_integer (batch, column, value);
  else
    plt_batch_set_null (batch, column);
}

static gint64
known (gint64 value)
{
  return value == PLT_UNKNOWN ? 0 : value;
}

/* Paragraphs stay in number and order: each keeps its row. */
void
plt_plan_rewrite_text (PltScriptPlan *self)
{
  const GPtrArray *paragraphs = self->script->paragraphs;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const PltParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      gint64 id = g_array_index (self->stored->blocks, gint64, i);
      const PltBlockFacts *block = PLT_FACTS_FIND (self->facts->blocks, PltBlockFacts, id);
      const char *kind = plt_paragraph_kind_id (paragraph->kind);
      gint64 sequence = sequence_of (self, paragraph);
      gint64 eighths = eighths_of (self, paragraph);
      gint64 page = paragraph->page;
      gint64 depth = paragraph->depth;

      g_array_append_val (self->block_ids, id);
      if (strcmp (kind, block->kind) == 0 && sequence == block->sequence
          && eighths == known (block->eighths) && page == known (block->page)
          && depth == known (block->depth) && !paragraph->dual == !block->dual)
        continue;
      plt_batch_update (self->batch, "script_block", id);
      plt_batch_set_text (self->batch, "kind", kind);
      set_or_clear (self->batch, "sequence", sequence);
      set_or_clear (self->batch, "eighths", eighths);
      set_or_clear (self->batch, "page", page);
      set_or_clear (self->batch, "depth", depth);
      plt_batch_set_integer (self->batch, "dual", paragraph->dual ? 1 : 0);
    }
  plt_batch_update (self->batch, "script_version", self->version);
  plt_batch_set_integer (self->batch, "pages", self->script->pages);
}
