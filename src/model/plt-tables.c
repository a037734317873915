#include "plt-tables-private.h"

static const PltTable *const tables[] = {
  &plt_table_production,
  &plt_table_script_version,
  &plt_table_location,
  &plt_table_set,
  &plt_table_sequence,
  &plt_table_script_block,
  &plt_table_script_remark,
  &plt_table_element_category,
  &plt_table_element,
  &plt_table_sequence_element,
  &plt_table_script_tag,
  &plt_table_script_correction,
  &plt_table_story_day,
  &plt_table_costume,
  &plt_table_raccord,
  &plt_table_sequence_category,
  &plt_table_element_link,
  &plt_table_proposal_refusal,
  &plt_table_person,
  &plt_table_contribution_profile,
  &plt_table_contribution_rate,
  &plt_table_engagement,
  &plt_table_schedule,
  &plt_table_shooting_day,
  &plt_table_strip,
  &plt_table_budget,
  &plt_table_budget_global,
  &plt_table_account,
  &plt_table_budget_line,
  &plt_table_funding_source,
  &plt_table_instalment,
  &plt_table_cash_entry,
  &plt_table_call_sheet,
  &plt_table_call,
  &plt_table_call_note,
  &plt_table_task,
  &plt_table_referential,
  NULL,
};

const PltTable *const *
plt_tables (void)
{
  return tables;
}
