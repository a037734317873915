#include "plt-script-stored.h"

#include <string.h>

#include "plt-script-builder.h"

typedef struct
{
  PltScriptBuilder *builder;
  PltStoredScript *stored;
  gboolean dual_before; /* the cue before is one of two */
} Loader;

static guint
known (gint64 value)
{
  return value > 0 && value <= G_MAXINT ? (guint) value : 0;
}

static void
add_heading (Loader *self, const PltBlockFacts *block)
{
  g_auto (PltHeading) heading = { NULL };
  guint eighths = known (block->eighths);
  gint64 sequence = block->sequence;

  plt_heading_parse (block->text, -1, TRUE, &heading);
  plt_script_builder_add_heading (self->builder, known (block->line), block->text,
                                  strlen (block->text), &heading, PLT_HEADING_SURE);
  if (eighths > 0)
    plt_script_builder_set_eighths (self->builder, eighths);
  g_array_append_val (self->stored->sequences, sequence);
}

static void
add_block (Loader *self, const PltBlockFacts *block)
{
  PltScript *script = plt_script_builder_get_script (self->builder);
  PltParagraphKind kind;
  PltParagraph *paragraph;

  if (!plt_paragraph_kind_find (block->kind, &kind))
    return;
  if (known (block->page) > 0)
    plt_script_builder_set_page (self->builder, known (block->page));
  if (kind == PLT_PARAGRAPH_HEADING)
    add_heading (self, block);
  else if (kind == PLT_PARAGRAPH_CHARACTER)
    {
      plt_script_builder_add_cue (self->builder, known (block->line), block->text,
                                  strlen (block->text), block->dual && self->dual_before);
      self->dual_before = block->dual && !self->dual_before;
    }
  else
    plt_script_builder_add (self->builder, kind, known (block->line), block->text,
                            strlen (block->text));
  paragraph = g_ptr_array_index (script->paragraphs, script->paragraphs->len - 1);
  paragraph->depth = (guint8) MIN (known (block->depth), G_MAXUINT8);
  g_array_append_val (self->stored->blocks, block->id);
}

PltStoredScript *
plt_stored_script_new (const PltFacts *facts)
{
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("stored");
  PltStoredScript *stored = g_new0 (PltStoredScript, 1);
  Loader self = { builder, stored, FALSE };

  stored->sequences = g_array_new (FALSE, FALSE, sizeof (gint64));
  stored->blocks = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < facts->blocks.n; i++)
    add_block (&self, &facts->blocks.items[i]);
  stored->script = plt_script_builder_finish (builder);
  return stored;
}

void
plt_stored_script_free (PltStoredScript *self)
{
  plt_script_free (self->script);
  g_array_unref (self->sequences);
  g_array_unref (self->blocks);
  g_free (self);
}
