/* PltFacts: everything the engines need to know of a production, as plain values.
 *
 * The store fills it in one pass (plt_facts_load()); engines, documents, checks and views read it
 * and never change it. Arrays are in the default order of their table; `plt_facts_find_*` are
 * constant-time by id. All strings belong to the facts and are never NULL ("" when empty). A money
 * or a duration that is not known is PLT_UNKNOWN, never zero. Rows of other versions than the
 * current schedule and budget are loaded too: filter by `schedule` and `budget`. */
#pragma once

#include "plt-date.h"
#include "plt-money.h"
#include "plt-value.h"

G_BEGIN_DECLS

#define PLT_UNKNOWN G_MININT64

typedef struct
{
  gint64 id;
  const char *title, *kind, *director, *author, *company, *company_address, *company_phone,
      *emergency_phone, *production_manager, *first_assistant, *format, *agreement, *region,
      *territory, *strip_fields;
  gint64 target_seconds;
  gboolean numbers_locked;
  PltDate start_date, delivery_date;
  gint64 script_version, schedule, budget;
  const char *note;
  PltDate release_date;
  const char *aid_class;
  gint64 french_share_e6;
  const char *tax_credit;
  gint64 fiscal_month;
  const char *vat_regime;
  PltDate opening_date;
  PltMoney opening_cents, overdraft_cents;
  const char *language;
  PltDate request_date, visa_date;
} PltProductionFacts;
typedef struct
{
  gint64 id;
  const char *name;
  gint64 parent, location;
  PltMoney return_cents;
  const char *note;
} PltSetFacts;
typedef struct
{
  gint64 id;
  const char *name, *address, *postcode, *city;
  gint64 latitude_e6, longitude_e6;
  const char *contact, *phone, *hospital, *hospital_phone;
  gint64 hospital_minutes;
  const char *parking, *access, *base_camp;
  gint64 drive_minutes;
  const char *permit;
  PltDate permit_from, permit_to;
  PltMoney fee_cents;
  const char *kind, *territory;
  gboolean good_friday;
  const char *note;
} PltLocationFacts;
typedef struct
{
  gint64 id;
  const char *number, *episode, *int_ext, *effect;
  gint64 set, sub_set, location;
  const char *story_day, *synopsis;
  gint64 position, eighths, page, premin_seconds, estimate_seconds, shooting_minutes, shots;
  const char *status, *hazards;
  gint64 cover_set;
  const char *note;
  gint64 planned_shots;
} PltSequenceFacts;
typedef struct
{
  gint64 id;
  const char *code, *name, *department, *family, *color, *hazard;
} PltCategoryFacts;
typedef struct
{
  gint64 id, category, number;
  const char *name, *description, *permit;
  PltDate permit_from, permit_to;
} PltElementFacts;
typedef struct
{
  gint64 id, sequence, element, quantity;
  const char *costume, *note;
} PltOccurrenceFacts; /* sequence_element */
typedef struct
{
  gint64 id, position;
  const char *name, *moment, *note;
} PltStoryDayFacts;
typedef struct
{
  gint64 id, role;
  const char *number, *description, *make_up;
  gint64 copies;
  const char *note;
  gint64 dress_minutes, makeup_minutes, hair_minutes;
} PltCostumeFacts;
typedef struct
{
  gint64 id, sequence, with_sequence, element;
  const char *description;
} PltRaccordFacts;
typedef struct
{
  gint64 id, sequence, category;
  const char *state, *note;
} PltBoxFacts; /* sequence_category */
typedef struct
{
  gint64 id, element, category, brings, quantity;
  const char *note;
} PltLinkFacts; /* element_link */
typedef struct
{
  gint64 id;
  const char *word;
  gint64 category, sequence;
} PltRefusalFacts; /* proposal_refusal */
typedef struct
{
  gint64 id;
  const char *last_name, *first_name, *phone, *email, *address, *city, *diet;
  PltDate birth_date;
  gint64 drive_minutes;
} PltPersonFacts;
typedef struct
{
  gint64 id;
  const char *code, *name;
  gint64 employer_e6;
  const char *account;
  gboolean verified;
  const char *method;
  gint64 accident_e6, mobility_e6;
  const char *deduction;
} PltProfileFacts;
typedef struct
{
  gint64 id, person;
  const char *department, *function;
  gint64 role, profile;
  const char *unit;
  PltMoney rate_cents;
  PltDate from_date, to_date;
  const char *status;
  gint64 hmc_minutes;
  const char *hold;
  gint64 drop_after, guaranteed_days;
  const char *child_permit;
  gint64 child_minutes, child_until_minutes;
} PltEngagementFacts;
typedef struct
{
  gint64 id;
  const char *name;
  gint64 version;
  const char *status;
  PltDate published_date;
  gint64 replaces;
  const char *author, *reason;
  gint64 day_minutes;
  const char *note;
} PltScheduleFacts;
typedef struct
{
  gint64 id, schedule, position;
  PltDate date;
  const char *kind;
  gint64 unit, start_minutes, end_minutes, meal_minutes;
  gboolean locked;
  const char *note;
} PltDayFacts;
typedef struct
{
  gint64 id, schedule, day, position;
  const char *kind;
  gint64 sequence;
  const char *text;
  gint64 minutes;
  const char *part, *shot;
  gboolean locked;
  const char *note;
  gint64 useful_seconds, shots_done;
} PltStripFacts;
typedef struct
{
  gint64 id, person, element, set, location, sequence;
  const char *kind;
  PltDate from_date, to_date;
  gint64 from_minutes, to_minutes;
  const char *note;
} PltAvailabilityFacts;
typedef struct
{
  gint64 id;
  PltDate date;
  gint64 start_minutes, end_minutes;
  const char *kind;
  gint64 element, person, location;
  const char *text, *note;
} PltEventFacts;
typedef struct
{
  gint64 id;
  const char *meaning, *letter, *international;
} PltPresenceCodeFacts;
typedef struct
{
  gint64 id, day, element;
  const char *meaning, *note;
} PltTypedPresenceFacts; /* presence */
typedef struct
{
  gint64 id;
  const char *name, *kind;
  PltDate from_date, to_date;
} PltPeriodFacts; /* calendar_period */
typedef struct
{
  gint64 id, sequence;
  const char *kind;
  gint64 other, days;
  gboolean compulsory;
  const char *reason;
} PltOrderFacts; /* sequence_order */
typedef struct
{
  gint64 id;
  const char *code;
  PltMoney price_cents;
  gint64 value;
} PltWeightFacts; /* plan_weight */
typedef struct
{
  gint64 id, schedule, sequence;
  const char *number, *from_text, *to_text, *author, *reason;
} PltChangeFacts; /* schedule_change */
typedef struct
{
  gint64 id;
  const char *effect, *fill, *ink;
} PltColorFacts; /* effect_color */
typedef struct
{
  gint64 id;
  const char *name;
  gint64 version;
  const char *template_name, *status;
  PltDate date;
  gint64 overheads_e6, contingency_e6, producer_e6, financial_e6;
  const char *overheads_base, *overheads_mode, *contingency_base, *contingency_mode, *producer_base,
      *producer_mode, *producer_account, *financial_base, *financial_mode, *financial_account;
  PltMoney ceiling_cents;
  gboolean is_template;
  gint64 copied_from;
  const char *note;
} PltBudgetFacts;
typedef struct
{
  gint64 id, budget;
  const char *name, *value, *label, *unit;
  gboolean movable;
  const char *least, *most;
} PltGlobalFacts;
typedef struct
{
  gint64 id, budget;
  const char *code, *name;
  gint64 parent;
  const char *mark;
  gboolean label_verified;
} PltAccountFacts;
typedef struct
{
  gint64 id, budget, account;
  const char *code, *label, *quantity, *duration, *unit, *times;
  PltMoney rate_cents;
  const char *rate_formula;
  const char *phase;
  gboolean abroad;
  const char *mode, *payee;
  gint64 profile, vat_e6;
  const char *tax_credit;
  gint64 role, engagement;
  const char *function, *scale, *link_quantity, *link_duration, *link_rate;
  const char *event;
  gint64 offset_days;
  PltDate payment_date;
  const char *note;
  gint64 payment, task;
} PltLineFacts;
typedef struct
{
  gint64 id, budget;
  PltDate date;
  gint64 from_account, to_account;
  PltMoney amount_cents;
  const char *reason, *author;
} PltTransferFacts; /* budget_transfer */
typedef struct
{
  gint64 id;
  const char *group, *name, *nature;
  PltMoney amount_cents;
  const char *status;
  gint64 vat_e6;
  PltDate date;
  const char *note;
  const char *line, *kind, *funder, *scheme;
  PltMoney asked_cents;
  const char *ownership, *country;
  gint64 rank, recoup_e6;
  const char *window;
  gint64 window_months, rights_months;
  const char *territory, *rights, *mirror;
  gint64 mirror_account;
  gboolean is_assigned;
  const char *document, *bank_account;
} PltFundingFacts;
typedef struct
{
  gint64 id, funding_source;
  const char *label;
  gint64 share_e6;
  PltMoney amount_cents;
  const char *event;
  gint64 offset_days;
  PltDate date, paid_date;
  gint64 task;
  PltDate invoice_date;
  gint64 retention_e6;
} PltInstalmentFacts;
typedef struct
{
  gint64 id;
  PltDate date;
  const char *label;
  PltMoney amount_cents;
  const char *kind;
  gint64 account, instalment, budget_line, credit_line;
  PltMoney vat_cents;
  const char *reference;
} PltCashFacts;
typedef struct
{
  gint64 id, funding_source;
  PltDate date;
  const char *status;
  PltMoney amount_cents;
  const char *author, *note, *document;
} PltFundingStatusFacts; /* funding_status */
typedef struct
{
  gint64 id;
  const char *name, *scheme;
  gint64 funding_source;
  PltMoney asked_cents;
  PltDate deadline_date, filed_date, complete_date, answer_date;
  const char *answer;
  PltMoney granted_cents;
  const char *contact, *note;
} PltApplicationFacts; /* funding_application */
typedef struct
{
  gint64 id, funding_application;
  const char *name;
  PltDate due_date;
  gboolean provided;
  const char *document;
} PltApplicationDocumentFacts; /* application_document */
typedef struct
{
  gint64 id;
  const char *code, *name, *kind;
  gint64 net_e6, term_days;
  gboolean end_of_month;
  gint64 contribution_months, contribution_day, deposit_e6;
  const char *deposit_event;
  gint64 deposit_days;
} PltPaymentFacts; /* payment_profile */
typedef struct
{
  gint64 id;
  const char *name, *bank;
  gint64 funding_source;
  PltMoney limit_cents;
  gint64 mobilised_e6, interest_e6, undrawn_e6, entry_e6;
  PltMoney entry_cents;
  gint64 guaranteed_e6, guarantee_e6;
  const char *year_days;
  PltDate from_date, to_date;
  gboolean is_used;
} PltCreditFacts; /* credit_line */
typedef struct
{
  gint64 id;
  const char *bank_account;
  PltDate date, value_date;
  const char *label;
  PltMoney amount_cents, balance_cents;
  const char *reference;
  gint64 cash_entry;
  const char *note;
} PltBankFacts; /* bank_entry */
typedef struct
{
  gint64 id;
  const char *name, *kind;
  gint64 budget;
  const char *note;
} PltScenarioFacts; /* scenario */
typedef struct
{
  gint64 id, scenario;
  const char *kind, *label;
  gint64 funding_source, instalment, budget_line, account, credit_line;
  const char *event;
  gint64 task;
  PltMoney amount_cents;
  gint64 offset_days;
  PltDate date;
  const char *note;
} PltScenarioChangeFacts; /* scenario_change */
typedef struct
{
  gint64 id;
  const char *name, *value, *note;
} PltParameterFacts; /* parameter */
typedef struct
{
  gint64 id, day, number, version;
  const char *status, *day_type;
  gint64 crew_minutes, pat_minutes, meal_minutes, end_minutes;
  const char *meal_place;
  gint64 meals;
  const char *weather, *first_aid, *vhss_referent, *safety, *transport, *remarks;
  PltDate sent_date;
  const char *approved_by;
  PltDate approved_date;
  const char *sent_by;
  gint64 replaces;
  const char *reason;
  PltDate weather_date;
  const char *weather_source;
  gint64 temperature_min, temperature_max, rain_e6;
  const char *wind, *weather_stop;
  gint64 meal_end_minutes;
  const char *diets, *base_camp, *parking_tech, *parking_crew, *dressing_rooms;
  const char *hmc_place, *public_transport, *accessibility, *pharmacy, *listening_cell;
  const char *safety_referent, *eco_referent, *disability_referent, *protection;
  gint64 briefing_minutes;
  const char *reminders, *next_days;
  gint64 makeup_chairs, hair_chairs, margin_minutes;
  const char *typed;
} PltSheetFacts;
typedef struct
{
  gint64 id, call_sheet, position;
  const char *group;
  gint64 person, role;
  const char *function;
  gint64 count;
  const char *sequences, *costume, *travel;
  gint64 pickup_minutes;
  const char *pickup_place;
  gint64 arrival_minutes, hmc_minutes, pat_minutes, end_minutes;
  const char *typed, *remark;
  const char *department;
  gint64 dress_start_minutes, dress_minutes, makeup_start_minutes, makeup_minutes;
  gint64 hair_start_minutes, hair_minutes, movement;
  const char *place;
  gboolean follows_on;
} PltCallFacts;
typedef struct
{
  gint64 id, call_sheet;
  const char *department, *text;
} PltCallNoteFacts;
typedef struct
{
  gint64 id;
  const char *name, *phase;
  gint64 parent;
  const char *team;
  PltDate start_date, end_date;
  gint64 duration_days;
  gboolean milestone;
  gint64 progress_e6;
  const char *code, *duration_unit;
  gint64 calendar;
  const char *placing;
  PltDate placing_date, deadline_date;
  const char *anchor;
  gboolean locked;
  PltDate real_start_date, real_end_date;
  const char *place, *equipment, *deliverable;
  gint64 account;
  PltMoney cost_cents;
  const char *accessibility, *color, *note;
} PltTaskFacts;
typedef struct
{
  gint64 id, call_sheet, person;
  const char *name, *email, *kind, *means;
  PltDate date;
  gint64 given_minutes;
  gboolean received;
  const char *note;
} PltDeliveryFacts; /* sheet_delivery */
typedef struct
{
  gint64 id, driver, element;
  const char *name, *kind, *plate;
  gint64 seats, child_seats;
  gboolean step_free;
  gint64 load_kg;
  const char *energy, *supplier;
  PltDate from_date, to_date;
  const char *note;
} PltVehicleFacts; /* vehicle */
typedef struct
{
  gint64 id, location;
  const char *kind, *insurer, *number;
  PltDate from_date, to_date;
  const char *excluded, *phone;
  PltMoney deductible_cents;
  gint64 claim_days;
  const char *document, *note;
} PltInsuranceFacts;
typedef struct
{
  gint64 id, day, vehicle, driver;
  PltDate date;
  gint64 position;
  const char *number, *kind;
  gint64 start_minutes;
  const char *start_place, *end_place;
  gint64 needed_minutes, drive_minutes, margin_minutes, return_minutes, kilometres;
  const char *load, *typed, *note;
} PltMovementFacts; /* movement */
typedef struct
{
  gint64 id, movement, person;
  gint64 position;
  const char *kind, *name;
  gint64 count;
  const char *place;
  gint64 stop_minutes;
  gboolean typed;
  const char *phone, *remark;
} PltStopFacts; /* movement_stop */
typedef struct
{
  gint64 id, person;
  const char *kind;
  PltDate from_date;
  gint64 start_minutes;
  const char *from_place;
  PltDate to_date;
  gint64 end_minutes;
  const char *to_place, *number, *reference, *room;
  gint64 nights;
  PltMoney cost_cents, per_diem_cents;
  gint64 kilometres;
  const char *status, *papers, *note;
} PltTravelFacts; /* travel */
typedef struct
{
  gint64 id, day;
  PltDate date;
  gint64 unit;
  const char *status, *author;
  gint64 crew_minutes, pat_minutes, first_shot_minutes, meal_minutes, meal_end_minutes;
  gint64 second_meal_minutes, second_meal_end_minutes, last_shot_minutes, end_minutes;
  gint64 meals, background;
  const char *weather, *sound_cards, *equipment, *accidents, *observations;
  PltDate sent_date;
  const char *note;
} PltReportFacts; /* day_report */
typedef struct
{
  gint64 id, day_report, sequence, person;
  gint64 position, start_minutes;
  const char *kind, *shot, *take;
  gint64 take_seconds;
  gboolean kept;
  const char *camera, *card, *lens, *filters, *sound, *timecode, *text, *remark;
} PltLogFacts; /* log_entry */
typedef struct
{
  gint64 id, day_report;
  gint64 delay_minutes;
  const char *cause;
  gint64 start_minutes;
  const char *text, *note;
} PltDelayFacts; /* day_delay */
typedef struct
{
  gint64 id, day_report;
  gint64 position;
  const char *name, *kind, *camera;
  gint64 size_mb, length_seconds, backups;
  const char *places;
  gboolean verified;
  const char *author;
  gint64 backup_minutes;
  gboolean freed;
  const char *note;
} PltCardFacts; /* media_card */
typedef struct
{
  gint64 id, day, sequence, account, schedule;
  PltDate date;
  gint64 start_minutes;
  const char *name, *kind, *people, *diagnosis, *measure, *decided_by;
  PltMoney cost_cents;
  gint64 lost_minutes;
  gboolean declared;
  PltDate declared_date, closed_date;
  const char *note;
} PltIncidentFacts; /* incident */
typedef struct
{
  gint64 id, person, engagement, day;
  PltDate date;
  const char *kind;
  gint64 leave_minutes, start_minutes, meal_minutes, meal_end_minutes;
  gint64 second_meal_minutes, second_meal_end_minutes, end_minutes, back_minutes;
  gint64 travel_minutes;
  const char *status;
  PltDate signed_date;
  const char *typed, *note;
} PltHoursFacts; /* work_hours */
typedef struct
{
  gint64 id, sequence;
  const char *criterion, *state;
  PltDate date;
  const char *author, *note;
} PltConformityFacts; /* conformity */
typedef struct
{
  gint64 id;
  const char *name, *weekdays;
  gboolean holidays_worked;
  const char *note;
} PltTaskCalendarFacts; /* task_calendar */
typedef struct
{
  gint64 id, task_calendar;
  const char *name;
  PltDate from_date, to_date;
  gboolean worked;
  const char *note;
} PltClosingFacts; /* calendar_closing */
typedef struct
{
  gint64 id, task, predecessor;
  const char *kind;
  gint64 lag_days;
  const char *lag_unit, *note;
} PltTaskLinkFacts; /* task_link */
typedef struct
{
  gint64 id, task, person;
  const char *function;
  gint64 share_e6;
  const char *note;
} PltTaskPersonFacts; /* task_person */
typedef struct
{
  gint64 id, task, person, account;
  const char *room, *supplier;
  PltDate from_date, to_date;
  gint64 start_minutes, end_minutes;
  const char *status;
  PltMoney cost_cents;
  const char *accessibility, *note;
} PltBookingFacts; /* room_booking */
typedef struct
{
  gint64 id;
  const char *name;
  PltDate date;
  const char *author, *note;
} PltBaselineFacts; /* baseline */
typedef struct
{
  gint64 id, baseline, task;
  PltDate start_date, end_date;
} PltBaselineTaskFacts; /* baseline_task */
typedef struct
{
  gint64 id, task, reopens;
  const char *name;
  PltDate date;
  gint64 start_minutes;
  const char *room, *format, *version, *people, *answer, *decided_by;
  gint64 rework_days;
  const char *accessibility, *note;
} PltScreeningFacts; /* screening */
typedef struct
{
  gint64 id, screening;
  gint64 position;
  const char *timecode, *text, *owner, *decision;
  gboolean done;
} PltScreeningNoteFacts; /* screening_note */

typedef struct
{
  gint64 id;
  const char *name, *version,
      *content; /* name: "temps-de-travail"; content: the TSV or INI as copied into the file */
} PltReferentialFacts;

typedef struct
{
  gint64 id, script_version, sequence, position;
  const char *kind, *text;
  gint64 line, page, depth, eighths;
  gboolean dual;
} PltBlockFacts; /* script_block */
typedef struct
{
  gint64 id, script_block, element;
  gint64 start, length; /* characters of the block's text */
  const char *text, *state;
} PltTagFacts; /* script_tag */

/* An array of one kind of struct and its index by id. */
#define PLT_FACTS_LIST(Type)                                                                       \
  struct                                                                                           \
  {                                                                                                \
    Type *items;                                                                                   \
    guint n;                                                                                       \
    GHashTable *index;                                                                             \
  }

typedef struct
{
  PltProductionFacts production;
  PLT_FACTS_LIST (PltLocationFacts) locations;
  PLT_FACTS_LIST (PltSetFacts) sets;
  PLT_FACTS_LIST (PltSequenceFacts) sequences;
  PLT_FACTS_LIST (PltCategoryFacts) categories;
  PLT_FACTS_LIST (PltElementFacts) elements;
  PLT_FACTS_LIST (PltOccurrenceFacts) occurrences;
  PLT_FACTS_LIST (PltStoryDayFacts) story_days;
  PLT_FACTS_LIST (PltCostumeFacts) costumes;
  PLT_FACTS_LIST (PltRaccordFacts) raccords;
  PLT_FACTS_LIST (PltBoxFacts) boxes;
  PLT_FACTS_LIST (PltLinkFacts) links;
  PLT_FACTS_LIST (PltRefusalFacts) refusals;
  PLT_FACTS_LIST (PltPersonFacts) people;
  PLT_FACTS_LIST (PltProfileFacts) profiles;
  PLT_FACTS_LIST (PltEngagementFacts) engagements;
  PLT_FACTS_LIST (PltScheduleFacts) schedules;
  PLT_FACTS_LIST (PltDayFacts) days;
  PLT_FACTS_LIST (PltStripFacts) strips;
  PLT_FACTS_LIST (PltAvailabilityFacts) availability;
  PLT_FACTS_LIST (PltEventFacts) events;
  PLT_FACTS_LIST (PltPresenceCodeFacts) presence_codes;
  PLT_FACTS_LIST (PltTypedPresenceFacts) presences;
  PLT_FACTS_LIST (PltPeriodFacts) periods;
  PLT_FACTS_LIST (PltOrderFacts) orders;
  PLT_FACTS_LIST (PltWeightFacts) weights;
  PLT_FACTS_LIST (PltChangeFacts) changes;
  PLT_FACTS_LIST (PltColorFacts) colors;
  PLT_FACTS_LIST (PltBudgetFacts) budgets;
  PLT_FACTS_LIST (PltGlobalFacts) globals;
  PLT_FACTS_LIST (PltAccountFacts) accounts;
  PLT_FACTS_LIST (PltLineFacts) lines;
  PLT_FACTS_LIST (PltTransferFacts) transfers;
  PLT_FACTS_LIST (PltFundingFacts) funding;
  PLT_FACTS_LIST (PltInstalmentFacts) instalments;
  PLT_FACTS_LIST (PltCashFacts) cash;
  PLT_FACTS_LIST (PltFundingStatusFacts) funding_statuses;
  PLT_FACTS_LIST (PltApplicationFacts) applications;
  PLT_FACTS_LIST (PltApplicationDocumentFacts) application_documents;
  PLT_FACTS_LIST (PltPaymentFacts) payments;
  PLT_FACTS_LIST (PltCreditFacts) credits;
  PLT_FACTS_LIST (PltBankFacts) bank;
  PLT_FACTS_LIST (PltScenarioFacts) scenarios;
  PLT_FACTS_LIST (PltScenarioChangeFacts) scenario_changes;
  PLT_FACTS_LIST (PltParameterFacts) parameters;
  PLT_FACTS_LIST (PltSheetFacts) sheets;
  PLT_FACTS_LIST (PltCallFacts) calls;
  PLT_FACTS_LIST (PltCallNoteFacts) call_notes;
  PLT_FACTS_LIST (PltTaskFacts) tasks;
  PLT_FACTS_LIST (PltDeliveryFacts) deliveries;
  PLT_FACTS_LIST (PltInsuranceFacts) insurances;
  PLT_FACTS_LIST (PltVehicleFacts) vehicles;
  PLT_FACTS_LIST (PltMovementFacts) movements;
  PLT_FACTS_LIST (PltStopFacts) stops;
  PLT_FACTS_LIST (PltTravelFacts) travels;
  PLT_FACTS_LIST (PltReportFacts) reports;
  PLT_FACTS_LIST (PltLogFacts) log;
  PLT_FACTS_LIST (PltDelayFacts) delays;
  PLT_FACTS_LIST (PltCardFacts) cards;
  PLT_FACTS_LIST (PltIncidentFacts) incidents;
  PLT_FACTS_LIST (PltHoursFacts) hours;
  PLT_FACTS_LIST (PltConformityFacts) conformities;
  PLT_FACTS_LIST (PltTaskCalendarFacts) task_calendars;
  PLT_FACTS_LIST (PltClosingFacts) closings;
  PLT_FACTS_LIST (PltTaskLinkFacts) task_links;
  PLT_FACTS_LIST (PltTaskPersonFacts) task_people;
  PLT_FACTS_LIST (PltBookingFacts) bookings;
  PLT_FACTS_LIST (PltBaselineFacts) baselines;
  PLT_FACTS_LIST (PltBaselineTaskFacts) baseline_tasks;
  PLT_FACTS_LIST (PltScreeningFacts) screenings;
  PLT_FACTS_LIST (PltScreeningNoteFacts) screening_notes;
  PLT_FACTS_LIST (PltReferentialFacts) referentials;
  /* The text of one version, only after plt_facts_load_text(): in its order. */
  PLT_FACTS_LIST (PltBlockFacts) blocks;
  PLT_FACTS_LIST (PltTagFacts) tags;
  GStringChunk *strings;
  struct _PltFactsShare *share; /* of the strings: with the facts before and after */
  struct _PltFactsIndex *index; /* (nullable): made by plt_facts_index() */
} PltFacts;

PltFacts *plt_facts_new (void);
/* Facts without rows that share the strings and the production of others, in whose place they
 * come. Strings that nothing names any more go with the last of them: after some hundred of them
 * plt_facts_may_follow() says that it is time to begin anew. */
PltFacts *plt_facts_new_after (const PltFacts *before);
gboolean plt_facts_may_follow (const PltFacts *before);
void plt_facts_free (PltFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PltFacts, plt_facts_free)

/* (nullable): the item of that list with that id: PLT_FACTS_FIND (facts->sets, PltSetFacts,
 * sequence->set) */
#define PLT_FACTS_FIND(list, Type, id_)                                                            \
  ((const Type *) plt_facts_lookup ((list).index, (list).items, sizeof (Type), (id_)))
/* Adds a row to the end of a list and gives it, zeroed but for its id, to be filled:
 * PLT_FACTS_ADD (facts->sets, PltSetFacts, 12)->name = "" */
#define PLT_FACTS_ADD(list, Type, id_)                                                             \
  ((list).items = plt_facts_grow ((list).items, &(list).n, &(list).index, sizeof (Type), (id_)),   \
   (Type *) &(list).items[(list).n - 1])
gpointer plt_facts_grow (gpointer items, guint *n, GHashTable **index, gsize size, gint64 id);
gconstpointer plt_facts_lookup (GHashTable *index, gconstpointer items, gsize size, gint64 id);

/* What occurs in a séquence, in the order of the list. (transfer none) (array length=n): valid as
 * long as the occurrences are not added to. Constant time once plt_facts_index() was called, which
 * the store does on loading; hand-made facts are indexed at the first use. */
const PltOccurrenceFacts *const *
plt_facts_occurrences_of (const PltFacts *self, gint64 sequence, guint *n);
/* (nullable): that element in that séquence */
const PltOccurrenceFacts *
plt_facts_find_occurrence (const PltFacts *self, gint64 sequence, gint64 element);
void plt_facts_index (PltFacts *self); /* anew, after an occurrence was changed in place */

/* Small readings used everywhere. */
const PltLocationFacts *
plt_facts_location_of (const PltFacts *self,
                       const PltSequenceFacts *sequence); /* its own, its sub-set's, its set's */
char *plt_facts_set_name (const PltFacts *self,
                          const PltSequenceFacts *sequence); /* "CAFÉ DU PORT / ARRIÈRE-SALLE" */
gboolean plt_category_is_role (const PltFacts *self, gint64 category); /* of roles */
char *plt_facts_person_name (const PltPersonFacts *person);
const char *plt_effect_code (const char *int_ext,
                             const char *effect); /* "I/J", "E/N", "I-E/A" ..: static */

typedef enum
{
  PLT_EFFECT_NONE,
  PLT_EFFECT_INT_DAY,
  PLT_EFFECT_EXT_DAY,
  PLT_EFFECT_INT_NIGHT,
  PLT_EFFECT_EXT_NIGHT,
  PLT_EFFECT_DAWN,
  PLT_EFFECT_DUSK
} PltEffectClass;
PltEffectClass plt_effect_class (const char *int_ext,
                                 const char *effect); /* which colour of the palette */

G_END_DECLS
