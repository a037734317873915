/* Rows to engine structs.
 *
 * Each list of the facts is described by one table below: which column goes into which field. The
 * kind of a field follows from the column's descriptor, so that a field of the wrong C type is the
 * only mistake left to make, and the macros check that one when this file is compiled. */
#include "plt-load.h"

#include <string.h>

#include "plt-load-private.h"
#include "plt-rows-private.h"

static const Field production_fields[] = {
  FIELD (PltProductionFacts, title),
  FIELD (PltProductionFacts, kind),
  FIELD (PltProductionFacts, director),
  FIELD (PltProductionFacts, author),
  FIELD (PltProductionFacts, company),
  FIELD (PltProductionFacts, company_address),
  FIELD (PltProductionFacts, company_phone),
  FIELD (PltProductionFacts, emergency_phone),
  FIELD (PltProductionFacts, production_manager),
  FIELD (PltProductionFacts, first_assistant),
  FIELD (PltProductionFacts, format),
  FIELD (PltProductionFacts, agreement),
  FIELD (PltProductionFacts, region),
  FIELD (PltProductionFacts, territory),
  FIELD (PltProductionFacts, strip_fields),
  FIELD (PltProductionFacts, target_seconds),
  FLAG (PltProductionFacts, numbers_locked),
  FIELD (PltProductionFacts, start_date),
  FIELD (PltProductionFacts, delivery_date),
  FIELD (PltProductionFacts, script_version),
  FIELD (PltProductionFacts, schedule),
  FIELD (PltProductionFacts, budget),
  FIELD (PltProductionFacts, note),
  FIELD (PltProductionFacts, release_date),
  FIELD (PltProductionFacts, aid_class),
  FIELD (PltProductionFacts, french_share_e6),
  FIELD (PltProductionFacts, tax_credit),
  FIELD (PltProductionFacts, fiscal_month),
  FIELD (PltProductionFacts, vat_regime),
  FIELD (PltProductionFacts, opening_date),
  FIELD (PltProductionFacts, opening_cents),
  FIELD (PltProductionFacts, overdraft_cents),
  FIELD (PltProductionFacts, language),
  FIELD (PltProductionFacts, request_date),
  FIELD (PltProductionFacts, visa_date),
  { NULL },
};

static const Field set_fields[] = {
  FIELD (PltSetFacts, name),         FIELD (PltSetFacts, parent), FIELD (PltSetFacts, location),
  FIELD (PltSetFacts, return_cents), FIELD (PltSetFacts, note),   { NULL },
};

static const Field location_fields[] = {
  FIELD (PltLocationFacts, name),
  FIELD (PltLocationFacts, address),
  FIELD (PltLocationFacts, postcode),
  FIELD (PltLocationFacts, city),
  FIELD (PltLocationFacts, latitude_e6),
  FIELD (PltLocationFacts, longitude_e6),
  FIELD (PltLocationFacts, contact),
  FIELD (PltLocationFacts, phone),
  FIELD (PltLocationFacts, hospital),
  FIELD (PltLocationFacts, hospital_phone),
  FIELD (PltLocationFacts, hospital_minutes),
  FIELD (PltLocationFacts, parking),
  FIELD (PltLocationFacts, access),
  FIELD (PltLocationFacts, base_camp),
  FIELD (PltLocationFacts, drive_minutes),
  FIELD (PltLocationFacts, permit),
  FIELD (PltLocationFacts, permit_from),
  FIELD (PltLocationFacts, permit_to),
  FIELD (PltLocationFacts, fee_cents),
  FIELD (PltLocationFacts, kind),
  FIELD (PltLocationFacts, territory),
  FLAG (PltLocationFacts, good_friday),
  FIELD (PltLocationFacts, note),
  { NULL },
};

static const Field sequence_fields[] = {
  FIELD (PltSequenceFacts, number),
  FIELD (PltSequenceFacts, episode),
  FIELD (PltSequenceFacts, int_ext),
  FIELD (PltSequenceFacts, effect),
  FIELD (PltSequenceFacts, set),
  FIELD (PltSequenceFacts, sub_set),
  FIELD (PltSequenceFacts, location),
  FIELD (PltSequenceFacts, story_day),
  FIELD (PltSequenceFacts, synopsis),
  FIELD (PltSequenceFacts, position),
  FIELD (PltSequenceFacts, eighths),
  FIELD (PltSequenceFacts, page),
  FIELD (PltSequenceFacts, premin_seconds),
  FIELD (PltSequenceFacts, estimate_seconds),
  FIELD (PltSequenceFacts, shooting_minutes),
  FIELD (PltSequenceFacts, shots),
  FIELD (PltSequenceFacts, status),
  FIELD (PltSequenceFacts, hazards),
  FIELD (PltSequenceFacts, cover_set),
  FIELD (PltSequenceFacts, note),
  FIELD (PltSequenceFacts, planned_shots),
  { NULL },
};

static const Field element_category_fields[] = {
  FIELD (PltCategoryFacts, code),
  FIELD (PltCategoryFacts, name),
  FIELD (PltCategoryFacts, department),
  FIELD (PltCategoryFacts, family),
  FIELD (PltCategoryFacts, color),
  FIELD (PltCategoryFacts, hazard),
  { NULL },
};

static const Field element_fields[] = {
  FIELD (PltElementFacts, category),  FIELD (PltElementFacts, number),
  FIELD (PltElementFacts, name),      FIELD (PltElementFacts, description),
  FIELD (PltElementFacts, permit),    FIELD (PltElementFacts, permit_from),
  FIELD (PltElementFacts, permit_to), { NULL },
};

static const Field sequence_element_fields[] = {
  FIELD (PltOccurrenceFacts, sequence), FIELD (PltOccurrenceFacts, element),
  FIELD (PltOccurrenceFacts, quantity), FIELD (PltOccurrenceFacts, costume),
  FIELD (PltOccurrenceFacts, note),     { NULL },
};

static const Field story_day_fields[] = {
  FIELD (PltStoryDayFacts, position),
  FIELD (PltStoryDayFacts, name),
  FIELD (PltStoryDayFacts, moment),
  FIELD (PltStoryDayFacts, note),
  { NULL },
};

static const Field costume_fields[] = {
  FIELD (PltCostumeFacts, role),          FIELD (PltCostumeFacts, number),
  FIELD (PltCostumeFacts, description),   FIELD (PltCostumeFacts, make_up),
  FIELD (PltCostumeFacts, copies),        FIELD (PltCostumeFacts, note),
  FIELD (PltCostumeFacts, dress_minutes), FIELD (PltCostumeFacts, makeup_minutes),
  FIELD (PltCostumeFacts, hair_minutes),  { NULL },
};

static const Field raccord_fields[] = {
  FIELD (PltRaccordFacts, sequence),
  FIELD (PltRaccordFacts, with_sequence),
  FIELD (PltRaccordFacts, element),
  FIELD (PltRaccordFacts, description),
  { NULL },
};

static const Field sequence_category_fields[] = {
  FIELD (PltBoxFacts, sequence),
  FIELD (PltBoxFacts, category),
  FIELD (PltBoxFacts, state),
  FIELD (PltBoxFacts, note),
  { NULL },
};

static const Field element_link_fields[] = {
  FIELD (PltLinkFacts, element),  FIELD (PltLinkFacts, category), FIELD (PltLinkFacts, brings),
  FIELD (PltLinkFacts, quantity), FIELD (PltLinkFacts, note),     { NULL },
};

static const Field proposal_refusal_fields[] = {
  FIELD (PltRefusalFacts, word),
  FIELD (PltRefusalFacts, category),
  FIELD (PltRefusalFacts, sequence),
  { NULL },
};

static const Field person_fields[] = {
  FIELD (PltPersonFacts, last_name),     FIELD (PltPersonFacts, first_name),
  FIELD (PltPersonFacts, phone),         FIELD (PltPersonFacts, email),
  FIELD (PltPersonFacts, address),       FIELD (PltPersonFacts, city),
  FIELD (PltPersonFacts, diet),          FIELD (PltPersonFacts, birth_date),
  FIELD (PltPersonFacts, drive_minutes), { NULL },
};

static const Field contribution_profile_fields[] = {
  FIELD (PltProfileFacts, code),        FIELD (PltProfileFacts, name),
  FIELD (PltProfileFacts, employer_e6), FIELD (PltProfileFacts, account),
  FLAG (PltProfileFacts, verified),     FIELD (PltProfileFacts, method),
  FIELD (PltProfileFacts, accident_e6), FIELD (PltProfileFacts, mobility_e6),
  FIELD (PltProfileFacts, deduction),   { NULL },
};

static const Field engagement_fields[] = {
  FIELD (PltEngagementFacts, person),
  FIELD (PltEngagementFacts, department),
  FIELD (PltEngagementFacts, function),
  FIELD (PltEngagementFacts, role),
  FIELD (PltEngagementFacts, profile),
  FIELD (PltEngagementFacts, unit),
  FIELD (PltEngagementFacts, rate_cents),
  FIELD (PltEngagementFacts, from_date),
  FIELD (PltEngagementFacts, to_date),
  FIELD (PltEngagementFacts, status),
  FIELD (PltEngagementFacts, hmc_minutes),
  FIELD (PltEngagementFacts, hold),
  FIELD (PltEngagementFacts, drop_after),
  FIELD (PltEngagementFacts, guaranteed_days),
  FIELD (PltEngagementFacts, child_permit),
  FIELD (PltEngagementFacts, child_minutes),
  FIELD (PltEngagementFacts, child_until_minutes),
  { NULL },
};

static const Field schedule_fields[] = {
  FIELD (PltScheduleFacts, name),     FIELD (PltScheduleFacts, version),
  FIELD (PltScheduleFacts, status),   FIELD (PltScheduleFacts, published_date),
  FIELD (PltScheduleFacts, replaces), FIELD (PltScheduleFacts, author),
  FIELD (PltScheduleFacts, reason),   FIELD (PltScheduleFacts, day_minutes),
  FIELD (PltScheduleFacts, note),     { NULL },
};

static const Field shooting_day_fields[] = {
  FIELD (PltDayFacts, schedule),
  FIELD (PltDayFacts, position),
  FIELD (PltDayFacts, date),
  FIELD (PltDayFacts, kind),
  FIELD (PltDayFacts, unit),
  FIELD (PltDayFacts, start_minutes),
  FIELD (PltDayFacts, end_minutes),
  FIELD (PltDayFacts, meal_minutes),
  FLAG (PltDayFacts, locked),
  FIELD (PltDayFacts, note),
  { NULL },
};

static const Field strip_fields[] = {
  FIELD (PltStripFacts, schedule),   FIELD (PltStripFacts, day),
  FIELD (PltStripFacts, position),   FIELD (PltStripFacts, kind),
  FIELD (PltStripFacts, sequence),   FIELD (PltStripFacts, text),
  FIELD (PltStripFacts, minutes),    FIELD (PltStripFacts, part),
  FIELD (PltStripFacts, shot),       FLAG (PltStripFacts, locked),
  FIELD (PltStripFacts, note),       FIELD (PltStripFacts, useful_seconds),
  FIELD (PltStripFacts, shots_done), { NULL },
};

static const Field availability_fields[] = {
  FIELD (PltAvailabilityFacts, person),       FIELD (PltAvailabilityFacts, element),
  FIELD (PltAvailabilityFacts, set),          FIELD (PltAvailabilityFacts, location),
  FIELD (PltAvailabilityFacts, sequence),     FIELD (PltAvailabilityFacts, kind),
  FIELD (PltAvailabilityFacts, from_date),    FIELD (PltAvailabilityFacts, to_date),
  FIELD (PltAvailabilityFacts, from_minutes), FIELD (PltAvailabilityFacts, to_minutes),
  FIELD (PltAvailabilityFacts, note),         { NULL },
};

static const Field event_fields[] = {
  FIELD (PltEventFacts, date),        FIELD (PltEventFacts, start_minutes),
  FIELD (PltEventFacts, end_minutes), FIELD (PltEventFacts, kind),
  FIELD (PltEventFacts, element),     FIELD (PltEventFacts, person),
  FIELD (PltEventFacts, location),    FIELD (PltEventFacts, text),
  FIELD (PltEventFacts, note),        { NULL },
};

static const Field presence_code_fields[] = {
  FIELD (PltPresenceCodeFacts, meaning),
  FIELD (PltPresenceCodeFacts, letter),
  FIELD (PltPresenceCodeFacts, international),
  { NULL },
};

static const Field presence_fields[] = {
  FIELD (PltTypedPresenceFacts, day),
  FIELD (PltTypedPresenceFacts, element),
  FIELD (PltTypedPresenceFacts, meaning),
  FIELD (PltTypedPresenceFacts, note),
  { NULL },
};

static const Field calendar_period_fields[] = {
  FIELD (PltPeriodFacts, name),
  FIELD (PltPeriodFacts, kind),
  FIELD (PltPeriodFacts, from_date),
  FIELD (PltPeriodFacts, to_date),
  { NULL },
};

static const Field sequence_order_fields[] = {
  FIELD (PltOrderFacts, sequence),
  FIELD (PltOrderFacts, kind),
  FIELD (PltOrderFacts, other),
  FIELD (PltOrderFacts, days),
  FLAG (PltOrderFacts, compulsory),
  FIELD (PltOrderFacts, reason),
  { NULL },
};

static const Field plan_weight_fields[] = {
  FIELD (PltWeightFacts, code),
  FIELD (PltWeightFacts, price_cents),
  FIELD (PltWeightFacts, value),
  { NULL },
};

static const Field schedule_change_fields[] = {
  FIELD (PltChangeFacts, schedule), FIELD (PltChangeFacts, sequence),
  FIELD (PltChangeFacts, number),   FIELD (PltChangeFacts, from_text),
  FIELD (PltChangeFacts, to_text),  FIELD (PltChangeFacts, author),
  FIELD (PltChangeFacts, reason),   { NULL },
};

static const Field effect_color_fields[] = {
  FIELD (PltColorFacts, effect),
  FIELD (PltColorFacts, fill),
  FIELD (PltColorFacts, ink),
  { NULL },
};

static const Field budget_fields[] = {
  FIELD (PltBudgetFacts, name),
  FIELD (PltBudgetFacts, version),
  NAMED (PltBudgetFacts, template_name, "template"),
  FIELD (PltBudgetFacts, status),
  FIELD (PltBudgetFacts, date),
  FIELD (PltBudgetFacts, overheads_e6),
  FIELD (PltBudgetFacts, contingency_e6),
  FIELD (PltBudgetFacts, producer_e6),
  FIELD (PltBudgetFacts, financial_e6),
  FIELD (PltBudgetFacts, overheads_base),
  FIELD (PltBudgetFacts, overheads_mode),
  FIELD (PltBudgetFacts, contingency_base),
  FIELD (PltBudgetFacts, contingency_mode),
  FIELD (PltBudgetFacts, producer_base),
  FIELD (PltBudgetFacts, producer_mode),
  FIELD (PltBudgetFacts, producer_account),
  FIELD (PltBudgetFacts, financial_base),
  FIELD (PltBudgetFacts, financial_mode),
  FIELD (PltBudgetFacts, financial_account),
  FIELD (PltBudgetFacts, ceiling_cents),
  FLAG (PltBudgetFacts, is_template),
  FIELD (PltBudgetFacts, copied_from),
  FIELD (PltBudgetFacts, note),
  { NULL },
};

static const Field budget_global_fields[] = {
  FIELD (PltGlobalFacts, budget), FIELD (PltGlobalFacts, name), FIELD (PltGlobalFacts, value),
  FIELD (PltGlobalFacts, label),  FIELD (PltGlobalFacts, unit), FLAG (PltGlobalFacts, movable),
  FIELD (PltGlobalFacts, least),  FIELD (PltGlobalFacts, most), { NULL },
};

static const Field account_fields[] = {
  FIELD (PltAccountFacts, budget),
  FIELD (PltAccountFacts, code),
  FIELD (PltAccountFacts, name),
  FIELD (PltAccountFacts, parent),
  FIELD (PltAccountFacts, mark),
  FLAG (PltAccountFacts, label_verified),
  { NULL },
};

static const Field budget_line_fields[] = {
  FIELD (PltLineFacts, budget),
  FIELD (PltLineFacts, account),
  FIELD (PltLineFacts, code),
  FIELD (PltLineFacts, label),
  FIELD (PltLineFacts, quantity),
  FIELD (PltLineFacts, duration),
  FIELD (PltLineFacts, unit),
  FIELD (PltLineFacts, times),
  FIELD (PltLineFacts, rate_cents),
  FIELD (PltLineFacts, rate_formula),
  FIELD (PltLineFacts, phase),
  FLAG (PltLineFacts, abroad),
  FIELD (PltLineFacts, mode),
  FIELD (PltLineFacts, payee),
  FIELD (PltLineFacts, profile),
  FIELD (PltLineFacts, vat_e6),
  FIELD (PltLineFacts, tax_credit),
  FIELD (PltLineFacts, role),
  FIELD (PltLineFacts, engagement),
  FIELD (PltLineFacts, function),
  FIELD (PltLineFacts, scale),
  FIELD (PltLineFacts, link_quantity),
  FIELD (PltLineFacts, link_duration),
  FIELD (PltLineFacts, link_rate),
  FIELD (PltLineFacts, event),
  FIELD (PltLineFacts, offset_days),
  FIELD (PltLineFacts, payment_date),
  FIELD (PltLineFacts, note),
  FIELD (PltLineFacts, payment),
  FIELD (PltLineFacts, task),
  { NULL },
};

static const Field budget_transfer_fields[] = {
  FIELD (PltTransferFacts, budget),       FIELD (PltTransferFacts, date),
  FIELD (PltTransferFacts, from_account), FIELD (PltTransferFacts, to_account),
  FIELD (PltTransferFacts, amount_cents), FIELD (PltTransferFacts, reason),
  FIELD (PltTransferFacts, author),       { NULL },
};

static const Field funding_source_fields[] = {
  FIELD (PltFundingFacts, group),         FIELD (PltFundingFacts, name),
  FIELD (PltFundingFacts, nature),        FIELD (PltFundingFacts, amount_cents),
  FIELD (PltFundingFacts, status),        FIELD (PltFundingFacts, vat_e6),
  FIELD (PltFundingFacts, date),          FIELD (PltFundingFacts, note),
  FIELD (PltFundingFacts, line),          FIELD (PltFundingFacts, kind),
  FIELD (PltFundingFacts, funder),        FIELD (PltFundingFacts, scheme),
  FIELD (PltFundingFacts, asked_cents),   FIELD (PltFundingFacts, ownership),
  FIELD (PltFundingFacts, country),       FIELD (PltFundingFacts, rank),
  FIELD (PltFundingFacts, recoup_e6),     FIELD (PltFundingFacts, window),
  FIELD (PltFundingFacts, window_months), FIELD (PltFundingFacts, rights_months),
  FIELD (PltFundingFacts, territory),     FIELD (PltFundingFacts, rights),
  FIELD (PltFundingFacts, mirror),        FIELD (PltFundingFacts, mirror_account),
  FLAG (PltFundingFacts, is_assigned),    FIELD (PltFundingFacts, document),
  FIELD (PltFundingFacts, bank_account),  { NULL },
};

static const Field instalment_fields[] = {
  FIELD (PltInstalmentFacts, funding_source), FIELD (PltInstalmentFacts, label),
  FIELD (PltInstalmentFacts, share_e6),       FIELD (PltInstalmentFacts, amount_cents),
  FIELD (PltInstalmentFacts, event),          FIELD (PltInstalmentFacts, offset_days),
  FIELD (PltInstalmentFacts, date),           FIELD (PltInstalmentFacts, paid_date),
  FIELD (PltInstalmentFacts, task),           FIELD (PltInstalmentFacts, invoice_date),
  FIELD (PltInstalmentFacts, retention_e6),   { NULL },
};

static const Field cash_entry_fields[] = {
  FIELD (PltCashFacts, date),
  FIELD (PltCashFacts, label),
  FIELD (PltCashFacts, amount_cents),
  FIELD (PltCashFacts, kind),
  FIELD (PltCashFacts, account),
  FIELD (PltCashFacts, instalment),
  FIELD (PltCashFacts, budget_line),
  FIELD (PltCashFacts, credit_line),
  FIELD (PltCashFacts, vat_cents),
  FIELD (PltCashFacts, reference),
  { NULL },
};

static const Field funding_status_fields[] = {
  FIELD (PltFundingStatusFacts, funding_source), FIELD (PltFundingStatusFacts, date),
  FIELD (PltFundingStatusFacts, status),         FIELD (PltFundingStatusFacts, amount_cents),
  FIELD (PltFundingStatusFacts, author),         FIELD (PltFundingStatusFacts, note),
  FIELD (PltFundingStatusFacts, document),       { NULL },
};

static const Field funding_application_fields[] = {
  FIELD (PltApplicationFacts, name),
  FIELD (PltApplicationFacts, scheme),
  FIELD (PltApplicationFacts, funding_source),
  FIELD (PltApplicationFacts, asked_cents),
  FIELD (PltApplicationFacts, deadline_date),
  FIELD (PltApplicationFacts, filed_date),
  FIELD (PltApplicationFacts, complete_date),
  FIELD (PltApplicationFacts, answer_date),
  FIELD (PltApplicationFacts, answer),
  FIELD (PltApplicationFacts, granted_cents),
  FIELD (PltApplicationFacts, contact),
  FIELD (PltApplicationFacts, note),
  { NULL },
};

static const Field application_document_fields[] = {
  FIELD (PltApplicationDocumentFacts, funding_application),
  FIELD (PltApplicationDocumentFacts, name),
  FIELD (PltApplicationDocumentFacts, due_date),
  FLAG (PltApplicationDocumentFacts, provided),
  FIELD (PltApplicationDocumentFacts, document),
  { NULL },
};

static const Field payment_profile_fields[] = {
  FIELD (PltPaymentFacts, code),
  FIELD (PltPaymentFacts, name),
  FIELD (PltPaymentFacts, kind),
  FIELD (PltPaymentFacts, net_e6),
  FIELD (PltPaymentFacts, term_days),
  FLAG (PltPaymentFacts, end_of_month),
  FIELD (PltPaymentFacts, contribution_months),
  FIELD (PltPaymentFacts, contribution_day),
  FIELD (PltPaymentFacts, deposit_e6),
  FIELD (PltPaymentFacts, deposit_event),
  FIELD (PltPaymentFacts, deposit_days),
  { NULL },
};

static const Field credit_line_fields[] = {
  FIELD (PltCreditFacts, name),           FIELD (PltCreditFacts, bank),
  FIELD (PltCreditFacts, funding_source), FIELD (PltCreditFacts, limit_cents),
  FIELD (PltCreditFacts, mobilised_e6),   FIELD (PltCreditFacts, interest_e6),
  FIELD (PltCreditFacts, undrawn_e6),     FIELD (PltCreditFacts, entry_e6),
  FIELD (PltCreditFacts, entry_cents),    FIELD (PltCreditFacts, guaranteed_e6),
  FIELD (PltCreditFacts, guarantee_e6),   FIELD (PltCreditFacts, year_days),
  FIELD (PltCreditFacts, from_date),      FIELD (PltCreditFacts, to_date),
  FLAG (PltCreditFacts, is_used),         { NULL },
};

static const Field bank_entry_fields[] = {
  FIELD (PltBankFacts, bank_account), FIELD (PltBankFacts, date),
  FIELD (PltBankFacts, value_date),   FIELD (PltBankFacts, label),
  FIELD (PltBankFacts, amount_cents), FIELD (PltBankFacts, balance_cents),
  FIELD (PltBankFacts, reference),    FIELD (PltBankFacts, cash_entry),
  FIELD (PltBankFacts, note),         { NULL },
};

static const Field scenario_fields[] = {
  FIELD (PltScenarioFacts, name),
  FIELD (PltScenarioFacts, kind),
  FIELD (PltScenarioFacts, budget),
  FIELD (PltScenarioFacts, note),
  { NULL },
};

static const Field scenario_change_fields[] = {
  FIELD (PltScenarioChangeFacts, scenario),
  FIELD (PltScenarioChangeFacts, kind),
  FIELD (PltScenarioChangeFacts, label),
  FIELD (PltScenarioChangeFacts, funding_source),
  FIELD (PltScenarioChangeFacts, instalment),
  FIELD (PltScenarioChangeFacts, budget_line),
  FIELD (PltScenarioChangeFacts, account),
  FIELD (PltScenarioChangeFacts, credit_line),
  FIELD (PltScenarioChangeFacts, event),
  FIELD (PltScenarioChangeFacts, task),
  FIELD (PltScenarioChangeFacts, amount_cents),
  FIELD (PltScenarioChangeFacts, offset_days),
  FIELD (PltScenarioChangeFacts, date),
  FIELD (PltScenarioChangeFacts, note),
  { NULL },
};

static const Field parameter_fields[] = {
  FIELD (PltParameterFacts, name),
  FIELD (PltParameterFacts, value),
  FIELD (PltParameterFacts, note),
  { NULL },
};

static const Field referential_fields[] = {
  FIELD (PltReferentialFacts, name),
  FIELD (PltReferentialFacts, version),
  FIELD (PltReferentialFacts, content),
  { NULL },
};

static const Field script_block_fields[] = {
  FIELD (PltBlockFacts, script_version),
  FIELD (PltBlockFacts, sequence),
  FIELD (PltBlockFacts, position),
  FIELD (PltBlockFacts, kind),
  FIELD (PltBlockFacts, text),
  FIELD (PltBlockFacts, line),
  FIELD (PltBlockFacts, page),
  FIELD (PltBlockFacts, depth),
  FIELD (PltBlockFacts, eighths),
  FLAG (PltBlockFacts, dual),
  { NULL },
};

static const Field script_tag_fields[] = {
  FIELD (PltTagFacts, script_block),
  FIELD (PltTagFacts, element),
  FIELD (PltTagFacts, start),
  FIELD (PltTagFacts, length),
  FIELD (PltTagFacts, text),
  FIELD (PltTagFacts, state),
  { NULL },
};

static const List production_list = { .table = "production", .fields = production_fields };

static const List lists[] = {
  LIST (set, sets, PltSetFacts),
  LIST (location, locations, PltLocationFacts),
  LIST (sequence, sequences, PltSequenceFacts),
  LIST (element_category, categories, PltCategoryFacts),
  LIST (element, elements, PltElementFacts),
  LIST (sequence_element, occurrences, PltOccurrenceFacts),
  LIST (story_day, story_days, PltStoryDayFacts),
  LIST (costume, costumes, PltCostumeFacts),
  LIST (raccord, raccords, PltRaccordFacts),
  LIST (sequence_category, boxes, PltBoxFacts),
  LIST (element_link, links, PltLinkFacts),
  LIST (proposal_refusal, refusals, PltRefusalFacts),
  LIST (person, people, PltPersonFacts),
  LIST (contribution_profile, profiles, PltProfileFacts),
  LIST (engagement, engagements, PltEngagementFacts),
  LIST (schedule, schedules, PltScheduleFacts),
  LIST (shooting_day, days, PltDayFacts),
  LIST (strip, strips, PltStripFacts),
  LIST (availability, availability, PltAvailabilityFacts),
  LIST (event, events, PltEventFacts),
  LIST (presence_code, presence_codes, PltPresenceCodeFacts),
  LIST (presence, presences, PltTypedPresenceFacts),
  LIST (calendar_period, periods, PltPeriodFacts),
  LIST (sequence_order, orders, PltOrderFacts),
  LIST (plan_weight, weights, PltWeightFacts),
  LIST (schedule_change, changes, PltChangeFacts),
  LIST (effect_color, colors, PltColorFacts),
  LIST (budget, budgets, PltBudgetFacts),
  LIST (budget_global, globals, PltGlobalFacts),
  LIST (account, accounts, PltAccountFacts),
  LIST (budget_line, lines, PltLineFacts),
  LIST (budget_transfer, transfers, PltTransferFacts),
  LIST (funding_source, funding, PltFundingFacts),
  LIST (instalment, instalments, PltInstalmentFacts),
  LIST (cash_entry, cash, PltCashFacts),
  LIST (funding_status, funding_statuses, PltFundingStatusFacts),
  LIST (funding_application, applications, PltApplicationFacts),
  LIST (application_document, application_documents, PltApplicationDocumentFacts),
  LIST (payment_profile, payments, PltPaymentFacts),
  LIST (credit_line, credits, PltCreditFacts),
  LIST (bank_entry, bank, PltBankFacts),
  LIST (scenario, scenarios, PltScenarioFacts),
  LIST (scenario_change, scenario_changes, PltScenarioChangeFacts),
  LIST (parameter, parameters, PltParameterFacts),
  LIST (referential, referentials, PltReferentialFacts),
};

static const List block_list = LIST (script_block, blocks, PltBlockFacts);
static const List tag_list = LIST (script_tag, tags, PltTagFacts);

/* ---- reading ---- */

/* What is selected, and of which kind each field is. */
static char *
column_list (const List *list, GArray *kinds)
{
  const PltTable *table = plt_table_find (list->table);
  GString *columns = g_string_new ("t0.\"id\"");

  for (const Field *field = list->fields; field->column != NULL; field++)
    {
      FieldKind kind = field->kind;

      if (plt_table_column (table, field->column)->type == PLT_COLUMN_REFERENCE)
        kind = FIELD_REFERENCE;
      g_array_append_val (kinds, kind);
      g_string_append_printf (columns, ", t0.\"%s\"", field->column);
    }
  return g_string_free (columns, FALSE);
}

/* Texts that many rows share (choices, mostly) are stored once. */
static const char *
keep_text (PltFacts *facts, const char *text)
{
  return *text == '\0' ? "" : g_string_chunk_insert_const (facts->strings, text);
}

static void
read_fields (PltFacts *facts, const List *list, const GArray *kinds, PltStmt *stmt, gpointer item)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      gpointer place = G_STRUCT_MEMBER_P (item, list->fields[i].offset);
      int column = (int) i + 1;

      switch (g_array_index (kinds, FieldKind, i))
        {
        case FIELD_TEXT:
          *(const char **) place = keep_text (facts, plt_stmt_text (stmt, column));
          break;
        case FIELD_INTEGER:
          *(gint64 *) place = plt_stmt_int (stmt, column, PLT_UNKNOWN);
          break;
        case FIELD_REFERENCE:
          *(gint64 *) place = plt_stmt_int (stmt, column, 0);
          break;
        case FIELD_DATE:
          *(PltDate *) place = plt_date_from_iso (plt_stmt_text (stmt, column));
          break;
        case FIELD_BOOLEAN:
          *(gboolean *) place = plt_stmt_int (stmt, column, 0) != 0;
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static gpointer
add_item (PltFacts *facts, const List *list, gint64 id)
{
  gpointer *items = G_STRUCT_MEMBER_P (facts, list->items);
  guint *n = G_STRUCT_MEMBER_P (facts, list->n);
  GHashTable **index = G_STRUCT_MEMBER_P (facts, list->index);

  *items = plt_facts_grow (*items, n, index, list->size, id);
  return (char *) *items + (*n - 1) * list->size;
}

/* (nullable): the statement that reads it, and the kinds of its fields */
static PltStmt *
prepare (PltStore *store,
         const List *list,
         const PltFilter *filter,
         const char *order,
         GArray *kinds,
         GError **error)
{
  const PltTable *table = plt_table_find (list->table);
  g_autofree char *columns = column_list (list, kinds);
  g_autoptr (GString) sql = g_string_new (NULL);
  PltStmt *stmt;

  if (!plt_rows_build_select (table, columns, filter, filter != NULL, order, sql, error))
    return NULL;
  stmt = plt_db_prepare (plt_store_get_db (store), sql->str, error);
  if (stmt != NULL)
    plt_rows_bind_filters (stmt, table, filter, filter != NULL);
  return stmt;
}

gboolean
plt_load_list (
    PltStore *store, PltFacts *facts, const List *list, const PltFilter *filter, GError **error)
{
  PltDb *db = plt_store_get_db (store);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (FieldKind));
  PltStmt *stmt = prepare (store, list, filter, NULL, kinds, error);
  PltStep step;

  if (stmt == NULL)
    return FALSE;
  while ((step = plt_db_step (db, stmt, error)) == PLT_STEP_ROW)
    {
      gint64 id = plt_stmt_int (stmt, 0, 0);

      if (list == &production_list)
        {
          facts->production.id = id;
          read_fields (facts, list, kinds, stmt, &facts->production);
        }
      else
        read_fields (facts, list, kinds, stmt, add_item (facts, list, id));
    }
  sqlite3_reset (stmt);
  return step == PLT_STEP_DONE;
}

gboolean
plt_load_row (
    PltStore *store, PltFacts *facts, const List *list, gint64 id, gpointer item, GError **error)
{
  const PltFilter filter = { "id", plt_value_integer (id) };
  PltDb *db = plt_store_get_db (store);
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (FieldKind));
  PltStmt *stmt = prepare (store, list, &filter, "id", kinds, error);
  PltStep step;

  if (stmt == NULL)
    return FALSE;
  step = plt_db_step (db, stmt, error);
  if (step == PLT_STEP_ROW)
    {
      memset (item, 0, list->size);
      memcpy (item, &id, sizeof id);
      read_fields (facts, list, kinds, stmt, item);
    }
  sqlite3_reset (stmt);
  return step == PLT_STEP_ROW;
}

const List *
plt_load_nth (guint n)
{
  guint shoot;

  if (n == 0)
    return &production_list;
  if (n <= G_N_ELEMENTS (lists))
    return &lists[n - 1];
  shoot = n - 1 - (guint) G_N_ELEMENTS (lists);
  return plt_load_shoot_lists[shoot].table != NULL ? &plt_load_shoot_lists[shoot] : NULL;
}

/**
 * plt_facts_load:
 * @store: a store
 * @error: return location
 *
 * Reads the whole production, each table once, in its default order. An empty number is
 * %PLT_UNKNOWN, an empty reference 0, an empty date %PLT_DATE_NONE.
 *
 * Returns: (transfer full): values that no longer depend on the store.
 */
PltFacts *
plt_facts_load (PltStore *store, GError **error)
{
  g_autoptr (PltFacts) facts = NULL;
  const List *list;

  g_return_val_if_fail (PLT_IS_STORE (store), NULL);

  facts = plt_facts_new ();
  for (guint i = 0; (list = plt_load_nth (i)) != NULL; i++)
    if (!plt_load_list (store, facts, list, NULL, error))
      return NULL;
  plt_facts_index (facts);
  return g_steal_pointer (&facts);
}

PltFacts *
plt_facts_load_colors (PltStore *store, GError **error)
{
  g_autoptr (PltFacts) facts = NULL;

  g_return_val_if_fail (PLT_IS_STORE (store), NULL);

  facts = plt_facts_new ();
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (lists[i].table, "effect_color") == 0
        && !plt_load_list (store, facts, &lists[i], NULL, error))
      return NULL;
  return g_steal_pointer (&facts);
}

static void
forget_list (PltFacts *facts, const List *list)
{
  gpointer *items = G_STRUCT_MEMBER_P (facts, list->items);
  guint *n = G_STRUCT_MEMBER_P (facts, list->n);
  GHashTable **index = G_STRUCT_MEMBER_P (facts, list->index);

  g_clear_pointer (items, g_free);
  g_clear_pointer (index, g_hash_table_unref);
  *n = 0;
}

/* Those of other versions go; the rest keeps its order. */
static void
keep_tags_of_blocks (PltFacts *facts)
{
  guint n = 0;

  for (guint i = 0; i < facts->tags.n; i++)
    {
      const PltTagFacts *tag = &facts->tags.items[i];

      if (PLT_FACTS_FIND (facts->blocks, PltBlockFacts, tag->script_block) == NULL)
        g_hash_table_remove (facts->tags.index, (gpointer) tag->id);
      else
        {
          g_hash_table_insert (facts->tags.index, (gpointer) tag->id, GUINT_TO_POINTER (n + 1));
          facts->tags.items[n++] = *tag;
        }
    }
  facts->tags.n = n;
}

gboolean
plt_facts_load_text (PltFacts *facts, PltStore *store, gint64 version, GError **error)
{
  PltFilter filter = { "script_version", PLT_VALUE_INIT };

  g_return_val_if_fail (facts != NULL && PLT_IS_STORE (store), FALSE);

  forget_list (facts, &block_list);
  forget_list (facts, &tag_list);
  if (version == 0)
    version = facts->production.script_version;
  if (version == 0)
    return TRUE;
  filter.value = plt_value_integer (version);
  if (!plt_load_list (store, facts, &block_list, &filter, error)
      || !plt_load_list (store, facts, &tag_list, NULL, error))
    return FALSE;
  keep_tags_of_blocks (facts);
  return TRUE;
}
