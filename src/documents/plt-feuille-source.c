/* Where the values of a feuille de service come from. A day without a sheet is shown as the engine
 * would make one, from the same batch. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-error.h"
#include "plt-feuille-private.h"

typedef struct
{
  const char *column;
  gsize offset; /* of a gint64, or of a text */
} Field;

#define FIELD(Type, name)                                                                          \
  {                                                                                                \
#name, G_STRUCT_OFFSET(Type, name)                                                             \
  }

static const Field sheet_numbers[] = {
  FIELD (PltSheetFacts, day),         FIELD (PltSheetFacts, number),
  FIELD (PltSheetFacts, version),     FIELD (PltSheetFacts, crew_minutes),
  FIELD (PltSheetFacts, pat_minutes), FIELD (PltSheetFacts, meal_minutes),
  FIELD (PltSheetFacts, end_minutes), FIELD (PltSheetFacts, meals),
};
static const Field sheet_texts[] = {
  FIELD (PltSheetFacts, status),     FIELD (PltSheetFacts, day_type),
  FIELD (PltSheetFacts, meal_place), FIELD (PltSheetFacts, weather),
  FIELD (PltSheetFacts, first_aid),  FIELD (PltSheetFacts, vhss_referent),
  FIELD (PltSheetFacts, safety),     FIELD (PltSheetFacts, transport),
  FIELD (PltSheetFacts, remarks),    FIELD (PltSheetFacts, approved_by),
};
static const Field call_numbers[] = {
  FIELD (PltCallFacts, count),           FIELD (PltCallFacts, pickup_minutes),
  FIELD (PltCallFacts, arrival_minutes), FIELD (PltCallFacts, hmc_minutes),
  FIELD (PltCallFacts, pat_minutes),     FIELD (PltCallFacts, end_minutes),
};
static const Field call_rows[] = { FIELD (PltCallFacts, person), FIELD (PltCallFacts, role) };
static const Field call_texts[] = {
  FIELD (PltCallFacts, group),   FIELD (PltCallFacts, function), FIELD (PltCallFacts, sequences),
  FIELD (PltCallFacts, costume), FIELD (PltCallFacts, travel),   FIELD (PltCallFacts, pickup_place),
  FIELD (PltCallFacts, typed),   FIELD (PltCallFacts, remark),
};
static const Field note_texts[]
    = { FIELD (PltCallNoteFacts, department), FIELD (PltCallNoteFacts, text) };

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

/* Numbers that are not given are `missing`. */
static void
read_numbers (
    const PltEdit *edit, gpointer row, const Field *fields, guint n_fields, gint64 missing)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const PltEditValue *given = edit != NULL ? find_value (edit, fields[i].column) : NULL;

      G_STRUCT_MEMBER (gint64, row, fields[i].offset)
          = given != NULL && given->value.kind == PLT_VALUE_INTEGER ? given->value.integer
                                                                    : missing;
    }
}

static void
read_texts (const PltEdit *edit, gpointer row, const Field *fields, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    {
      const PltEditValue *given = edit != NULL ? find_value (edit, fields[i].column) : NULL;

      G_STRUCT_MEMBER (const char *, row, fields[i].offset)
          = given != NULL ? plt_value_get_text (&given->value) : "";
    }
}

static void
read_sheet (const PltEdit *edit, PltSheetFacts *sheet)
{
  *sheet = (PltSheetFacts){ .sent_date = PLT_DATE_NONE };
  read_numbers (edit, sheet, sheet_numbers, G_N_ELEMENTS (sheet_numbers), PLT_UNKNOWN);
  read_texts (edit, sheet, sheet_texts, G_N_ELEMENTS (sheet_texts));
}

static void
preview (PltFeuille *self)
{
  self->batch = plt_batch_new ();
  read_sheet (NULL, &self->sheet);
  plt_callsheet_make (self->source.facts, self->source.plan, self->day->day->id, self->batch);
  for (guint i = 0; i < plt_batch_get_n_edits (self->batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (self->batch, i);

      if (strcmp (edit->table->id, "call_sheet") == 0 && edit->kind == PLT_EDIT_INSERT)
        read_sheet (edit, &self->sheet);
      else if (strcmp (edit->table->id, "call") == 0)
        {
          PltCallFacts call = { 0 };

          read_numbers (edit, &call, call_numbers, G_N_ELEMENTS (call_numbers), PLT_UNKNOWN);
          read_numbers (edit, &call, call_rows, G_N_ELEMENTS (call_rows), 0);
          read_texts (edit, &call, call_texts, G_N_ELEMENTS (call_texts));
          g_array_append_val (self->calls, call);
        }
      else if (strcmp (edit->table->id, "call_note") == 0)
        {
          PltCallNoteFacts note = { 0 };

          read_texts (edit, &note, note_texts, G_N_ELEMENTS (note_texts));
          g_array_append_val (self->notes, note);
        }
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

  if (sheet_name != NULL)
    {
      sheet = named_sheet (self, sheet_name, error);
      if (sheet == NULL)
        return FALSE;
      day_name = day_id = g_strdup_printf ("%" G_GINT64_FORMAT, sheet->day);
    }
  if (day_name == NULL && self->source.plan->n_shooting_days == 0)
    return TRUE;
  self->day = plt_paper_day (&self->source, day_name, error);
  if (self->day == NULL)
    return FALSE;
  while (self->source.plan->days->pdata[self->index] != self->day)
    self->index++;
  if (sheet == NULL)
    sheet = plt_callsheet_of_day (self->source.facts, self->day->day->id);
  if (sheet != NULL)
    take (self, sheet);
  else
    preview (self);
  return TRUE;
}

gboolean
plt_feuille_open (PltFeuille *self, PltStore *store, const PltParams *params, GError **error)
{
  self->calls = g_array_new (FALSE, FALSE, sizeof (PltCallFacts));
  self->notes = g_array_new (FALSE, FALSE, sizeof (PltCallNoteFacts));
  return plt_paper_open (&self->source, store, params, error) && choose (self, params, error);
}

void
plt_feuille_close (PltFeuille *self)
{
  g_clear_pointer (&self->calls, g_array_unref);
  g_clear_pointer (&self->notes, g_array_unref);
  g_clear_pointer (&self->batch, plt_batch_free);
  plt_paper_close (&self->source);
}

PltRef
plt_feuille_ref (const PltFeuille *self, const char *column)
{
  if (!self->made)
    return (PltRef){ NULL, 0, NULL };
  return (PltRef){ "call_sheet", self->sheet.id, column };
}
