#include "plt-call-overlay.h"

#include <string.h>

#include "plt-call-fields.h"

struct _PltCallOverlay
{
  PltFacts facts; /* the lists of the call sheets are its own, all else is borrowed */
  GStringChunk *texts;
};

static gpointer
copy (gconstpointer items, guint n, gsize size)
{
  return n > 0 ? g_memdup2 (items, n * size) : NULL;
}

PltCallOverlay *
plt_call_overlay_new (const PltFacts *facts)
{
  PltCallOverlay *self = g_new0 (PltCallOverlay, 1);
  guint n;

  plt_facts_occurrences_of (facts, 0, &n); /* the index is made once, below */
  self->facts = *facts;
  self->facts.sheets.items = copy (facts->sheets.items, facts->sheets.n, sizeof (PltSheetFacts));
  self->facts.calls.items = copy (facts->calls.items, facts->calls.n, sizeof (PltCallFacts));
  self->facts.call_notes.items
      = copy (facts->call_notes.items, facts->call_notes.n, sizeof (PltCallNoteFacts));
  self->texts = g_string_chunk_new (512);
  return self;
}

void
plt_call_overlay_free (PltCallOverlay *self)
{
  g_free (self->facts.sheets.items);
  g_free (self->facts.calls.items);
  g_free (self->facts.call_notes.items);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const PltFacts *
plt_call_overlay_get (const PltCallOverlay *self)
{
  return &self->facts;
}

static void
set_field (PltCallOverlay *self, const PltCallField *field, gpointer row, const PltValue *value)
{
  gint64 number = value->kind == PLT_VALUE_INTEGER ? value->integer : PLT_UNKNOWN;
  const char *text = plt_value_get_text (value);

  switch (field->kind)
    {
    case PLT_CALL_FIELD_TEXT:
      G_STRUCT_MEMBER (const char *, row, field->offset)
          = *text != '\0' ? g_string_chunk_insert (self->texts, text) : "";
      break;
    case PLT_CALL_FIELD_DATE:
      G_STRUCT_MEMBER (PltDate, row, field->offset) = plt_date_from_iso (text);
      break;
    case PLT_CALL_FIELD_FLAG:
      G_STRUCT_MEMBER (gboolean, row, field->offset) = number == 1;
      break;
    case PLT_CALL_FIELD_ROW:
      G_STRUCT_MEMBER (gint64, row, field->offset) = number == PLT_UNKNOWN ? 0 : number;
      break;
    case PLT_CALL_FIELD_NUMBER:
    default:
      G_STRUCT_MEMBER (gint64, row, field->offset) = number;
      break;
    }
}

/* (nullable): the row of a table of the call sheets */
static gpointer
find_row (PltCallOverlay *self, const char *table, gint64 id)
{
  if (strcmp (table, "call_sheet") == 0)
    return (gpointer) PLT_FACTS_FIND (self->facts.sheets, PltSheetFacts, id);
  if (strcmp (table, "call") == 0)
    return (gpointer) PLT_FACTS_FIND (self->facts.calls, PltCallFacts, id);
  if (strcmp (table, "call_note") == 0)
    return (gpointer) PLT_FACTS_FIND (self->facts.call_notes, PltCallNoteFacts, id);
  return NULL;
}

static void
take_out (const char *table, gpointer row)
{
  if (strcmp (table, "call") == 0)
    ((PltCallFacts *) row)->call_sheet = 0;
  else if (strcmp (table, "call_note") == 0)
    ((PltCallNoteFacts *) row)->call_sheet = 0;
}

/**
 * plt_call_overlay_apply:
 * @self: an overlay
 * @batch: edits; those of other tables change nothing
 *
 * Lays the edits over what is there, in their order.
 */
void
plt_call_overlay_apply (PltCallOverlay *self, const PltBatch *batch)
{
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);
      gpointer row
          = edit->kind != PLT_EDIT_INSERT ? find_row (self, edit->table->id, edit->id) : NULL;

      if (row != NULL && edit->kind == PLT_EDIT_DELETE)
        take_out (edit->table->id, row);
      else if (row != NULL)
        for (guint j = 0; j < edit->values->len; j++)
          {
            const PltEditValue *value = &g_array_index (edit->values, PltEditValue, j);
            const PltCallField *field = plt_call_field (edit->table->id, value->column->id);

            if (field != NULL)
              set_field (self, field, row, &value->value);
          }
    }
}
