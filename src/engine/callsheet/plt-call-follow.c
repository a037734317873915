#include "plt-call-follow.h"

#include <string.h>

#include "plt-call-fields.h"
#include "plt-call-overlay.h"
#include "plt-callsheet.h"

/* The edits that would bring the sheet up to the plan, as if it had not been sent. */
static PltBatch *
follow (const PltFacts *facts, const PltPlan *plan, const PltSheetFacts *sheet)
{
  PltBatch *batch = plt_batch_new ();
  g_autoptr (PltBatch) open = plt_batch_new ();
  g_autoptr (PltCallOverlay) overlay = NULL;

  if (strcmp (sheet->status, "envoyee") != 0)
    {
      plt_callsheet_follow (facts, plan, sheet->id, batch);
      return batch;
    }
  plt_batch_update (open, "call_sheet", sheet->id);
  plt_batch_set_text (open, "status", "brouillon");
  overlay = plt_call_overlay_new (facts);
  plt_call_overlay_apply (overlay, open);
  plt_callsheet_follow (plt_call_overlay_get (overlay), plan, sheet->id, batch);
  return batch;
}

static gboolean
is_of_sheet (const PltEdit *edit)
{
  return strcmp (edit->table->id, "call_sheet") == 0 || strcmp (edit->table->id, "call") == 0;
}

static PltCallChange *
add (GPtrArray *changes, const char *table, gint64 id, const char *column)
{
  PltCallChange *change = g_new0 (PltCallChange, 1);

  change->ref = (PltRef){ table, id, column };
  g_ptr_array_add (changes, change);
  return change;
}

static void
add_updates (const PltFacts *before, const PltFacts *after, const PltEdit *edit, GPtrArray *changes)
{
  const char *table = edit->table->id;
  gboolean is_sheet = strcmp (table, "call_sheet") == 0;
  gconstpointer old = is_sheet
                          ? (gconstpointer) PLT_FACTS_FIND (before->sheets, PltSheetFacts, edit->id)
                          : PLT_FACTS_FIND (before->calls, PltCallFacts, edit->id);
  gconstpointer new = is_sheet
                          ? (gconstpointer) PLT_FACTS_FIND (after->sheets, PltSheetFacts, edit->id)
                          : PLT_FACTS_FIND (after->calls, PltCallFacts, edit->id);

  for (guint i = 0; i < edit->values->len && old != NULL; i++)
    {
      const PltColumn *column = g_array_index (edit->values, PltEditValue, i).column;
      const PltCallField *field = plt_call_field (table, column->id);
      PltCallChange *change;

      if (field == NULL || plt_call_field_equal (field, old, new))
        continue;
      change = add (changes, table, edit->id, field->column);
      change->before = plt_call_field_text (before, table, field, old);
      change->after = plt_call_field_text (after, table, field, new);
    }
}

/* Whom an insert would call. */
static char *
name_of_new (const PltFacts *facts, const PltEdit *edit)
{
  PltCallFacts call = { .function = "" };

  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      if (strcmp (value->column->id, "role") == 0)
        call.role = value->value.integer;
      else if (strcmp (value->column->id, "person") == 0)
        call.person = value->value.integer;
      else if (strcmp (value->column->id, "function") == 0)
        call.function = plt_value_get_text (&value->value);
    }
  return plt_call_name (facts, &call);
}

GPtrArray *
plt_call_follow_changes (const PltFacts *facts, const PltPlan *plan, gint64 id)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) plt_call_change_free);
  const PltSheetFacts *sheet = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, id);
  g_autoptr (PltBatch) batch = NULL;
  g_autoptr (PltCallOverlay) overlay = NULL;

  if (sheet == NULL || strcmp (sheet->status, "remplacee") == 0)
    return changes;
  batch = follow (facts, plan, sheet);
  overlay = plt_call_overlay_new (facts);
  plt_call_overlay_apply (overlay, batch);
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);
      PltCallChange *change;

      if (!is_of_sheet (edit))
        continue;
      if (edit->kind == PLT_EDIT_UPDATE)
        {
          add_updates (facts, plt_call_overlay_get (overlay), edit, changes);
          continue;
        }
      change = add (changes, "call", edit->kind == PLT_EDIT_DELETE ? edit->id : 0, NULL);
      change->added = edit->kind == PLT_EDIT_INSERT;
      change->removed = !change->added;
      change->before
          = change->added
                ? g_strdup ("")
                : plt_call_name (facts, PLT_FACTS_FIND (facts->calls, PltCallFacts, edit->id));
      change->after = change->added ? name_of_new (facts, edit) : g_strdup ("");
    }
  return changes;
}

gboolean
plt_call_is_behind (const PltFacts *facts, const PltPlan *plan, gint64 sheet)
{
  g_autoptr (GPtrArray) changes = plt_call_follow_changes (facts, plan, sheet);

  return changes->len > 0;
}
