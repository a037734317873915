/* Shared by the files tables-*.c: short forms for columns, and the registry's list of tables. */
#pragma once

#include "plt-table.h"

#include <glib/gi18n-lib.h>

#define TEXT(id_, title_, ...)                                                                     \
  {                                                                                                \
    .id = id_, .title = title_, .type = PLT_COLUMN_TEXT, __VA_ARGS__                               \
  }
#define COL(type_, id_, title_, ...)                                                               \
  {                                                                                                \
    .id = id_, .title = title_, .type = PLT_COLUMN_##type_, __VA_ARGS__                            \
  }
#define CHOICE(id_, title_, choices_, ...)                                                         \
  {                                                                                                \
    .id = id_, .title = title_, .type = PLT_COLUMN_CHOICE, .choices = choices_, __VA_ARGS__        \
  }
#define FLAGS(id_, title_, choices_, ...)                                                          \
  {                                                                                                \
    .id = id_, .title = title_, .type = PLT_COLUMN_FLAGS, .choices = choices_, __VA_ARGS__         \
  }
#define REF(id_, title_, table_, deletion_, ...)                                                   \
  {                                                                                                \
    .id = id_, .title = title_, .type = PLT_COLUMN_REFERENCE, .reference = table_,                 \
    .deletion = PLT_DELETE_##deletion_, __VA_ARGS__                                                \
  }
#define NOTE                                                                                       \
  {                                                                                                \
    .id = "note", .title = N_ ("Note"), .type = PLT_COLUMN_LONG_TEXT,                              \
    .flags = PLT_COLUMN_SEARCHED, .width = 30                                                      \
  }
#define POSITION                                                                                   \
  {                                                                                                \
    .id = "position", .title = N_ ("Position"), .type = PLT_COLUMN_INTEGER,                        \
    .flags = PLT_COLUMN_HIDDEN                                                                     \
  }
#define END                                                                                        \
  {                                                                                                \
    .id = NULL                                                                                     \
  }
#define END_CHOICES                                                                                \
  {                                                                                                \
    NULL, NULL                                                                                     \
  }
#define REQUIRED .flags = PLT_COLUMN_REQUIRED
#define SEARCHED .flags = PLT_COLUMN_SEARCHED
#define REQUIRED_SEARCHED .flags = PLT_COLUMN_REQUIRED | PLT_COLUMN_SEARCHED
#define READ_ONLY .flags = PLT_COLUMN_READ_ONLY

/* of script_block and of its corrections: in the order of PltParagraphKind */
extern const PltChoice plt_script_block_kinds[];

/* of locations, of elements and of minors; of the production and of its locations */
extern const PltChoice plt_permit_statuses[], plt_territories[];

/* of séquences and of policies */
extern const PltChoice plt_hazards[];

/* of days of tasks and of their links; of journeys and of rooms */
extern const PltChoice plt_day_units[], plt_booking_states[];

/* of sources and of their history; of instalments, budget lines and what moves them */
extern const PltChoice plt_funding_statuses[], plt_cash_events[];

extern const PltTable plt_table_production, plt_table_script_version, plt_table_script_block,
    plt_table_script_remark, plt_table_location, plt_table_set, plt_table_sequence,
    plt_table_element_category, plt_table_element, plt_table_sequence_element, plt_table_script_tag,
    plt_table_script_correction, plt_table_story_day, plt_table_costume, plt_table_raccord,
    plt_table_sequence_category, plt_table_element_link, plt_table_proposal_refusal,
    plt_table_person, plt_table_contribution_profile, plt_table_contribution_rate,
    plt_table_engagement, plt_table_schedule, plt_table_shooting_day, plt_table_strip,
    plt_table_budget, plt_table_budget_global, plt_table_account, plt_table_budget_line,
    plt_table_budget_transfer, plt_table_funding_source, plt_table_instalment, plt_table_cash_entry,
    plt_table_call_sheet, plt_table_call, plt_table_call_note, plt_table_task,
    plt_table_referential, plt_table_availability, plt_table_event, plt_table_presence_code,
    plt_table_presence, plt_table_calendar_period, plt_table_sequence_order, plt_table_plan_weight,
    plt_table_schedule_change, plt_table_effect_color, plt_table_funding_status,
    plt_table_funding_application, plt_table_application_document, plt_table_payment_profile,
    plt_table_credit_line, plt_table_bank_entry, plt_table_scenario, plt_table_scenario_change,
    plt_table_parameter, plt_table_sheet_delivery, plt_table_vehicle, plt_table_movement,
    plt_table_movement_stop, plt_table_travel, plt_table_day_report, plt_table_log_entry,
    plt_table_day_delay, plt_table_media_card, plt_table_incident, plt_table_work_hours,
    plt_table_conformity, plt_table_task_calendar, plt_table_calendar_closing, plt_table_task_link,
    plt_table_task_person, plt_table_room_booking, plt_table_baseline, plt_table_baseline_task,
    plt_table_screening, plt_table_screening_note, plt_table_insurance;
