/* Where the values of a feuille de service come from. A day without a sheet is shown as the engine
 * would make one, from the same batch. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-call-fields.h"
#include "plt-callsheet.h"
#include "plt-error.h"
#include "plt-feuille-private.h"
#include "plt-load.h"

static const PltEditValue *
find_value (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      if (strcmp (value->column->id, column) == 0)
        return value;
    }
  return NULL;
}

static void
read_field (const PltCallField *field, const PltEditValue *given, gpointer row)
{
  gboolean integer = given != NULL && given->value.kind == PLT_VALUE_INTEGER;
  const char *text = given != NULL && !integer ? plt_value_get_text (&given->value) : "";

  switch (field->kind)
    {
    case PLT_CALL_FIELD_TEXT:
      G_STRUCT_MEMBER (const char *, row, field->offset) = text;
      return;
    case PLT_CALL_FIELD_DATE:
      G_STRUCT_MEMBER (PltDate, row, field->offset) = plt_date_from_iso (text);
      return;
    case PLT_CALL_FIELD_FLAG:
      G_STRUCT_MEMBER (gboolean, row, field->offset) = integer && given->value.integer != 0;
      return;
    case PLT_CALL_FIELD_NUMBER:
      G_STRUCT_MEMBER (gint64, row, field->offset) = integer ? given->value.integer : PLT_UNKNOWN;
      return;
    case PLT_CALL_FIELD_ROW:
    default:
      G_STRUCT_MEMBER (gint64, row, field->offset) = integer ? given->value.integer : 0;
      return;
    }
}

/* What an edit says of a row; `edit` NULL: a row of which nothing is known. */
static void
read_row (const char *table, const PltEdit *edit, gpointer row)
{
  guint n;
  const PltCallField *fields = plt_call_fields (table, &n);

  for (guint i = 0; i < n; i++)
    read_field (&fields[i], edit != NULL ? find_value (edit, fields[i].column) : NULL, row);
}

static void
preview (PltFeuille *self)
{
  self->batch = plt_batch_new ();
  self->sheet = (PltSheetFacts){ .typed = "" };
  read_row ("call_sheet", NULL, &self->sheet);
  plt_callsheet_make (self->source.facts, self->source.plan, self->day->day->id, self->batch);
  for (guint i = 0; i < plt_batch_get_n_edits (self->batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (self->batch, i);

      if (strcmp (edit->table->id, "call_sheet") == 0 && edit->kind == PLT_EDIT_INSERT)
        read_row ("call_sheet", edit, &self->sheet);
      else if (strcmp (edit->table->id, "call") == 0)
        {
          PltCallFacts call = { .typed = "" };

          read_row ("call", edit, &call);
          g_array_append_val (self->calls, call);
        }
      else if (strcmp (edit->table->id, "call_note") == 0)
        {
          PltCallNoteFacts note = { 0 };

          read_row ("call_note", edit, &note);
          g_array_append_val (self->notes, note);
        }
    }
}

static void
see_changes (PltFeuille *self)
{
  const PltFacts *facts = self->source.facts;

  self->replaced = PLT_FACTS_FIND (facts->sheets, PltSheetFacts, self->sheet.replaces);
  if (self->replaced == NULL)
    return;
  self->changes = plt_call_version_changes (facts, self->replaced->id, self->sheet.id);
  self->changed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const PltCallChange *change = self->changes->pdata[i];

      g_hash_table_add (self->changed,
                        g_strdup_printf ("%s/%" G_GINT64_FORMAT "/%s", change->ref.table,
                                         change->ref.id,
                                         change->ref.column != NULL ? change->ref.column : ""));
    }
}

static void
take (PltFeuille *self, const PltSheetFacts *sheet)
{
  const PltFacts *facts = self->source.facts;

  self->made = TRUE;
  self->sheet = *sheet;
  for (guint i = 0; i < facts->calls.n; i++)
    if (facts->calls.items[i].call_sheet == sheet->id)
      g_array_append_val (self->calls, facts->calls.items[i]);
  for (guint i = 0; i < facts->call_notes.n; i++)
    if (facts->call_notes.items[i].call_sheet == sheet->id)
      g_array_append_val (self->notes, facts->call_notes.items[i]);
  see_changes (self);
}

static void
leave_day (PltFeuille *self)
{
  g_clear_pointer (&self->batch, plt_batch_free);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_array_set_size (self->calls, 0);
  g_array_set_size (self->notes, 0);
  self->replaced = NULL;
  self->made = FALSE;
}

void
plt_feuille_turn (PltFeuille *self, guint index, const PltSheetFacts *sheet)
{
  leave_day (self);
  self->index = index;
  self->day = self->source.plan->days->pdata[index];
  self->places = plt_paper_places (&self->source, self->day);
  if (sheet == NULL)
    sheet = plt_callsheet_of_day (self->source.facts, self->day->day->id);
  if (sheet != NULL)
    take (self, sheet);
  else
    preview (self);
}

static const PltSheetFacts *
named_sheet (const PltFeuille *self, const char *name, GError **error)
{
  const PltSheetFacts *sheet = NULL;
  gint64 id;

  if (g_ascii_string_to_signed (name, 10, 1, G_MAXINT64, &id, NULL))
    sheet = PLT_FACTS_FIND (self->source.facts->sheets, PltSheetFacts, id);
  if (sheet == NULL)
    g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
                 _ ("There is no call sheet “%s”. Name one by its id, or name a day such as J2."),
                 name);
  return sheet;
}

/* The day is NULL without an error when nothing is named and the plan has no shooting day. */
static gboolean
choose (PltFeuille *self, const PltParams *params, GError **error)
{
  const char *sheet_name = plt_params_get (params, "sheet");
  const char *day_name = plt_params_get (params, "day");
  g_autofree char *day_id = NULL;
  const PltSheetFacts *sheet = NULL;
  const PltDayPlan *day;
  guint index = 0;

  if (sheet_name != NULL)
    {
      sheet = named_sheet (self, sheet_name, error);
      if (sheet == NULL)
        return FALSE;
      day_name = day_id = g_strdup_printf ("%" G_GINT64_FORMAT, sheet->day);
    }
  if (day_name == NULL && self->source.plan->n_shooting_days == 0)
    return TRUE;
  day = plt_paper_day (&self->source, day_name, error);
  if (day == NULL)
    return FALSE;
  while (self->source.plan->days->pdata[index] != day)
    index++;
  plt_feuille_turn (self, index, sheet);
  return TRUE;
}

static gboolean
is_on (const PltParams *params, const char *name)
{
  return g_strcmp0 (plt_params_get (params, name), "1") == 0;
}

void
plt_feuille_begin (PltFeuille *self, const PltPaperSource *source)
{
  *self = (PltFeuille){ .source = *source, .qr = TRUE };
  self->calls = g_array_new (FALSE, FALSE, sizeof (PltCallFacts));
  self->notes = g_array_new (FALSE, FALSE, sizeof (PltCallNoteFacts));
  self->words = g_string_chunk_new (256);
}

void
plt_feuille_end (PltFeuille *self)
{
  if (self->calls == NULL)
    return;
  leave_day (self);
  g_clear_pointer (&self->calls, g_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  g_clear_pointer (&self->words, g_string_chunk_free);
}

gboolean
plt_feuille_open (PltFeuille *self, PltStore *store, const PltParams *params, GError **error)
{
  PltPaperSource source = { .lent = FALSE };
  gboolean opened = plt_paper_borrow (&source, params);

  if (!opened)
    {
      source.facts = plt_facts_load (store, error);
      opened = source.facts != NULL;
      if (opened)
        source.plan = plt_plan_new (source.facts, 0);
      source.date = plt_params_edition_date (params);
    }
  plt_feuille_begin (self, &source);
  self->bilingual = g_strcmp0 (plt_params_get (params, "langue"), "fr-en") == 0;
  self->easy = is_on (params, "facile");
  self->qr = is_on (params, "adresse-qr");
  return opened && choose (self, params, error);
}

void
plt_feuille_close (PltFeuille *self)
{
  plt_feuille_end (self);
  plt_paper_close (&self->source);
}
