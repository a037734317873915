#include "plt-call-fields.h"

#include <string.h>

#define FIELD(Type, name, Kind)                                                                    \
  {                                                                                                \
#name, G_STRUCT_OFFSET(Type, name), PLT_CALL_FIELD_##Kind                                      \
  }

static const PltCallField sheet_fields[] = {
  FIELD (PltSheetFacts, day, ROW),
  FIELD (PltSheetFacts, number, NUMBER),
  FIELD (PltSheetFacts, version, NUMBER),
  FIELD (PltSheetFacts, status, TEXT),
  FIELD (PltSheetFacts, day_type, TEXT),
  FIELD (PltSheetFacts, crew_minutes, NUMBER),
  FIELD (PltSheetFacts, pat_minutes, NUMBER),
  FIELD (PltSheetFacts, meal_minutes, NUMBER),
  FIELD (PltSheetFacts, end_minutes, NUMBER),
  FIELD (PltSheetFacts, meal_place, TEXT),
  FIELD (PltSheetFacts, meals, NUMBER),
  FIELD (PltSheetFacts, weather, TEXT),
  FIELD (PltSheetFacts, first_aid, TEXT),
  FIELD (PltSheetFacts, vhss_referent, TEXT),
  FIELD (PltSheetFacts, safety, TEXT),
  FIELD (PltSheetFacts, transport, TEXT),
  FIELD (PltSheetFacts, remarks, TEXT),
  FIELD (PltSheetFacts, sent_date, DATE),
  FIELD (PltSheetFacts, approved_by, TEXT),
  FIELD (PltSheetFacts, approved_date, DATE),
  FIELD (PltSheetFacts, sent_by, TEXT),
  FIELD (PltSheetFacts, replaces, ROW),
  FIELD (PltSheetFacts, reason, TEXT),
  FIELD (PltSheetFacts, weather_date, DATE),
  FIELD (PltSheetFacts, weather_source, TEXT),
  FIELD (PltSheetFacts, temperature_min, NUMBER),
  FIELD (PltSheetFacts, temperature_max, NUMBER),
  FIELD (PltSheetFacts, rain_e6, NUMBER),
  FIELD (PltSheetFacts, wind, TEXT),
  FIELD (PltSheetFacts, weather_stop, TEXT),
  FIELD (PltSheetFacts, meal_end_minutes, NUMBER),
  FIELD (PltSheetFacts, diets, TEXT),
  FIELD (PltSheetFacts, base_camp, TEXT),
  FIELD (PltSheetFacts, parking_tech, TEXT),
  FIELD (PltSheetFacts, parking_crew, TEXT),
  FIELD (PltSheetFacts, dressing_rooms, TEXT),
  FIELD (PltSheetFacts, hmc_place, TEXT),
  FIELD (PltSheetFacts, public_transport, TEXT),
  FIELD (PltSheetFacts, accessibility, TEXT),
  FIELD (PltSheetFacts, pharmacy, TEXT),
  FIELD (PltSheetFacts, listening_cell, TEXT),
  FIELD (PltSheetFacts, safety_referent, TEXT),
  FIELD (PltSheetFacts, eco_referent, TEXT),
  FIELD (PltSheetFacts, disability_referent, TEXT),
  FIELD (PltSheetFacts, protection, TEXT),
  FIELD (PltSheetFacts, briefing_minutes, NUMBER),
  FIELD (PltSheetFacts, reminders, TEXT),
  FIELD (PltSheetFacts, next_days, TEXT),
  FIELD (PltSheetFacts, makeup_chairs, NUMBER),
  FIELD (PltSheetFacts, hair_chairs, NUMBER),
  FIELD (PltSheetFacts, margin_minutes, NUMBER),
  FIELD (PltSheetFacts, typed, TEXT),
};

static const PltCallField call_fields[] = {
  FIELD (PltCallFacts, position, NUMBER),
  FIELD (PltCallFacts, group, TEXT),
  FIELD (PltCallFacts, person, ROW),
  FIELD (PltCallFacts, role, ROW),
  FIELD (PltCallFacts, function, TEXT),
  FIELD (PltCallFacts, count, NUMBER),
  FIELD (PltCallFacts, sequences, TEXT),
  FIELD (PltCallFacts, costume, TEXT),
  FIELD (PltCallFacts, travel, TEXT),
  FIELD (PltCallFacts, pickup_minutes, NUMBER),
  FIELD (PltCallFacts, pickup_place, TEXT),
  FIELD (PltCallFacts, arrival_minutes, NUMBER),
  FIELD (PltCallFacts, hmc_minutes, NUMBER),
  FIELD (PltCallFacts, pat_minutes, NUMBER),
  FIELD (PltCallFacts, end_minutes, NUMBER),
  FIELD (PltCallFacts, typed, TEXT),
  FIELD (PltCallFacts, remark, TEXT),
  FIELD (PltCallFacts, department, TEXT),
  FIELD (PltCallFacts, dress_start_minutes, NUMBER),
  FIELD (PltCallFacts, dress_minutes, NUMBER),
  FIELD (PltCallFacts, makeup_start_minutes, NUMBER),
  FIELD (PltCallFacts, makeup_minutes, NUMBER),
  FIELD (PltCallFacts, hair_start_minutes, NUMBER),
  FIELD (PltCallFacts, hair_minutes, NUMBER),
  FIELD (PltCallFacts, movement, ROW),
  FIELD (PltCallFacts, place, TEXT),
  FIELD (PltCallFacts, follows_on, FLAG),
};

static const PltCallField note_fields[] = {
  FIELD (PltCallNoteFacts, department, TEXT),
  FIELD (PltCallNoteFacts, text, TEXT),
};

const PltCallField *
plt_call_fields (const char *table, guint *n)
{
  if (strcmp (table, "call_sheet") == 0)
    {
      *n = G_N_ELEMENTS (sheet_fields);
      return sheet_fields;
    }
  if (strcmp (table, "call") == 0)
    {
      *n = G_N_ELEMENTS (call_fields);
      return call_fields;
    }
  *n = G_N_ELEMENTS (note_fields);
  return note_fields;
}

const PltCallField *
plt_call_field (const char *table, const char *column)
{
  guint n;
  const PltCallField *fields = plt_call_fields (table, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (fields[i].column, column) == 0)
      return &fields[i];
  return NULL;
}

static gint64
number (const PltCallField *field, gconstpointer row)
{
  return *(const gint64 *) ((const char *) row + field->offset);
}

static PltDate
date (const PltCallField *field, gconstpointer row)
{
  return *(const PltDate *) ((const char *) row + field->offset);
}

static gboolean
flag (const PltCallField *field, gconstpointer row)
{
  return *(const gboolean *) ((const char *) row + field->offset);
}

static const char *
text (const PltCallField *field, gconstpointer row)
{
  const char *value = *(const char *const *) ((const char *) row + field->offset);

  return value != NULL ? value : "";
}

gboolean
plt_call_field_equal (const PltCallField *field, gconstpointer a, gconstpointer b)
{
  switch (field->kind)
    {
    case PLT_CALL_FIELD_TEXT:
      return strcmp (text (field, a), text (field, b)) == 0;
    case PLT_CALL_FIELD_DATE:
      return date (field, a) == date (field, b);
    case PLT_CALL_FIELD_FLAG:
      return flag (field, a) == flag (field, b);
    case PLT_CALL_FIELD_NUMBER:
    case PLT_CALL_FIELD_ROW:
    default:
      return number (field, a) == number (field, b);
    }
}

static void
value_of (const PltCallField *field, gconstpointer row, PltValue *value)
{
  switch (field->kind)
    {
    case PLT_CALL_FIELD_TEXT:
      if (*text (field, row) != '\0')
        *value = plt_value_text (text (field, row));
      return;
    case PLT_CALL_FIELD_DATE:
      if (date (field, row) != PLT_DATE_NONE)
        {
          g_autofree char *iso = plt_date_to_iso (date (field, row));

          *value = plt_value_text (iso);
        }
      return;
    case PLT_CALL_FIELD_FLAG:
      *value = plt_value_integer (flag (field, row));
      return;
    case PLT_CALL_FIELD_NUMBER:
    case PLT_CALL_FIELD_ROW:
    default:
      if (number (field, row) != (field->kind == PLT_CALL_FIELD_ROW ? 0 : PLT_UNKNOWN))
        *value = plt_value_integer (number (field, row));
      return;
    }
}

void
plt_call_field_set (const PltCallField *field, gconstpointer row, PltBatch *batch)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;

  value_of (field, row, &value);
  plt_batch_set_value (batch, field->column, &value);
}

char *
plt_call_field_store (const PltCallField *field, gconstpointer row)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;

  value_of (field, row, &value);
  if (value.kind == PLT_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
  return g_strdup (plt_value_get_text (&value));
}

static char *
name_of_row (const PltFacts *facts, const char *column, gint64 id)
{
  const PltElementFacts *element = PLT_FACTS_FIND (facts->elements, PltElementFacts, id);
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, id);
  const PltMovementFacts *movement = PLT_FACTS_FIND (facts->movements, PltMovementFacts, id);

  if (strcmp (column, "role") == 0)
    return g_strdup (element != NULL ? element->name : "");
  if (strcmp (column, "person") == 0)
    return person != NULL ? plt_facts_person_name (person) : g_strdup ("");
  if (strcmp (column, "movement") == 0)
    return g_strdup (movement != NULL && movement->number != NULL ? movement->number : "");
  return g_strdup ("");
}

char *
plt_call_field_text (const PltFacts *facts,
                     const char *table,
                     const PltCallField *field,
                     gconstpointer row)
{
  g_auto (PltValue) value = PLT_VALUE_INIT;
  const PltColumn *column = plt_table_column (plt_table_find (table), field->column);

  if (field->kind == PLT_CALL_FIELD_ROW)
    return name_of_row (facts, field->column, number (field, row));
  value_of (field, row, &value);
  return value.kind == PLT_VALUE_NULL ? g_strdup ("") : plt_column_format (column, &value);
}

char *
plt_call_name (const PltFacts *facts, const PltCallFacts *call)
{
  const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, call->role);
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person);

  return role != NULL     ? g_strdup (role->name)
         : person != NULL ? plt_facts_person_name (person)
                          : g_strdup (call->function);
}
