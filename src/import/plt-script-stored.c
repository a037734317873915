#include "plt-script-stored.h"

#include <string.h>

#include "plt-rows.h"
#include "plt-script-builder.h"

typedef struct
{
  PltScriptBuilder *builder;
  GArray *sequences;
  gboolean dual_before; /* the cue before is one of two */
} Loader;

static gboolean
find_kind (const char *id, PltParagraphKind *kind)
{
  for (guint i = PLT_PARAGRAPH_HEADING; i <= PLT_PARAGRAPH_BONEYARD; i++)
    if (strcmp (id, plt_paragraph_kind_id ((PltParagraphKind) i)) == 0)
      {
        *kind = (PltParagraphKind) i;
        return TRUE;
      }
  return FALSE;
}

static gint64
integer (const PltValue *values, int column)
{
  return values[column].kind == PLT_VALUE_INTEGER ? values[column].integer : 0;
}

static void
add_block (Loader *self, const PltTable *table, const PltValue *values)
{
  const char *text = plt_value_get_text (&values[plt_table_column_index (table, "text")]);
  const char *id = plt_value_get_text (&values[plt_table_column_index (table, "kind")]);
  guint line = (guint) integer (values, plt_table_column_index (table, "line"));
  gboolean dual = integer (values, plt_table_column_index (table, "dual")) != 0;
  PltParagraphKind kind;

  if (!find_kind (id, &kind))
    return;
  if (kind == PLT_PARAGRAPH_HEADING)
    {
      g_auto (PltHeading) heading = { NULL };
      gint64 sequence = integer (values, plt_table_column_index (table, "sequence"));
      gint64 eighths = integer (values, plt_table_column_index (table, "eighths"));

      plt_heading_parse (text, -1, TRUE, &heading);
      plt_script_builder_add_heading (self->builder, line, text, strlen (text), &heading,
                                      PLT_HEADING_SURE);
      if (eighths > 0)
        plt_script_builder_set_eighths (self->builder, (guint) eighths);
      g_array_append_val (self->sequences, sequence);
    }
  else if (kind == PLT_PARAGRAPH_CHARACTER)
    {
      plt_script_builder_add_cue (self->builder, line, text, strlen (text),
                                  dual && self->dual_before);
      self->dual_before = dual && !self->dual_before;
    }
  else
    plt_script_builder_add (self->builder, kind, line, text, strlen (text));
}

PltStoredScript *
plt_stored_script_load (PltStore *store, gint64 version, GError **error)
{
  const PltTable *table = plt_table_find ("script_block");
  guint n_columns = plt_table_n_columns (table);
  PltFilter filter = { "script_version", plt_value_integer (version) };
  g_autoptr (GArray) ids = plt_rows_ids (store, table, &filter, 1, "position", error);
  g_autoptr (PltScriptBuilder) builder = plt_script_builder_new ("stored");
  g_autofree PltValue *values = g_new0 (PltValue, n_columns);
  Loader self = { builder, NULL, FALSE };
  PltStoredScript *stored;
  gboolean ok = ids != NULL;

  if (!ok)
    return NULL;
  self.sequences = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < ids->len && ok; i++)
    {
      g_autoptr (GError) cause = NULL;

      if (plt_rows_read (store, table, g_array_index (ids, gint64, i), values, &cause))
        add_block (&self, table, values);
      else if (cause != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          ok = FALSE;
        }
    }
  for (guint i = 0; i < n_columns; i++)
    plt_value_clear (&values[i]);
  if (!ok)
    {
      g_array_unref (self.sequences);
      return NULL;
    }
  stored = g_new0 (PltStoredScript, 1);
  stored->script = plt_script_builder_finish (builder);
  stored->sequences = self.sequences;
  return stored;
}

void
plt_stored_script_free (PltStoredScript *self)
{
  plt_script_free (self->script);
  g_array_unref (self->sequences);
  g_free (self);
}
