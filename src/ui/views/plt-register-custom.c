#include "plt-register-custom.h"

static const PltRegisterCustom *const customs[] = {
  &plt_register_bank,         &plt_register_credits,     &plt_register_payments,
  &plt_register_sequences,    &plt_register_call_sheets, &plt_register_calls,
  &plt_register_call_notes,   &plt_register_elements,    &plt_register_occurrences,
  &plt_register_availability, &plt_register_days,        &plt_register_strips,
  &plt_register_incidents,    &plt_register_instalments, &plt_register_scenario_changes,
  &plt_register_movements,    &plt_register_stops,       &plt_register_travels,
  &plt_register_vehicles,
};

const PltRegisterCustom *
plt_register_custom_find (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (customs); i++)
    if (g_str_equal (customs[i]->table, table))
      return customs[i];
  return NULL;
}
