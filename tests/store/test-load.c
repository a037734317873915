/* Facts: every list, in order, with empty told from zero. */
#include <string.h>

#include "plt-load.h"
#include "plt-rows.h"
#include "plt-test-store.h"

/* The list has the rows of its table, in its default order, each found by its id. */
#define assert_list(list, Type, table)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GArray) ids_ = plt_rows_ids (store, plt_table_find (table), NULL, 0, NULL, NULL);   \
    g_assert_cmpuint ((list).n, ==, ids_->len);                                                    \
    for (guint i_ = 0; i_ < ids_->len; i_++)                                                       \
      {                                                                                            \
        gint64 id_ = g_array_index (ids_, gint64, i_);                                             \
        g_assert_cmpint ((list).items[i_].id, ==, id_);                                            \
        g_assert_true (PLT_FACTS_FIND (list, Type, id_) == &(list).items[i_]);                     \
      }                                                                                            \
    g_assert_null (PLT_FACTS_FIND (list, Type, 9999));                                             \
  }                                                                                                \
  G_STMT_END

static void
assert_lists (PltStore *store, const PltFacts *facts)
{
  assert_list (facts->locations, PltLocationFacts, "location");
  assert_list (facts->sets, PltSetFacts, "set");
  assert_list (facts->sequences, PltSequenceFacts, "sequence");
  assert_list (facts->categories, PltCategoryFacts, "element_category");
  assert_list (facts->elements, PltElementFacts, "element");
  assert_list (facts->occurrences, PltOccurrenceFacts, "sequence_element");
  assert_list (facts->story_days, PltStoryDayFacts, "story_day");
  assert_list (facts->costumes, PltCostumeFacts, "costume");
  assert_list (facts->raccords, PltRaccordFacts, "raccord");
  assert_list (facts->boxes, PltBoxFacts, "sequence_category");
  assert_list (facts->links, PltLinkFacts, "element_link");
  assert_list (facts->refusals, PltRefusalFacts, "proposal_refusal");
  assert_list (facts->people, PltPersonFacts, "person");
  assert_list (facts->profiles, PltProfileFacts, "contribution_profile");
  assert_list (facts->engagements, PltEngagementFacts, "engagement");
  assert_list (facts->schedules, PltScheduleFacts, "schedule");
  assert_list (facts->days, PltDayFacts, "shooting_day");
  assert_list (facts->strips, PltStripFacts, "strip");
  assert_list (facts->budgets, PltBudgetFacts, "budget");
  assert_list (facts->globals, PltGlobalFacts, "budget_global");
  assert_list (facts->accounts, PltAccountFacts, "account");
  assert_list (facts->lines, PltLineFacts, "budget_line");
  assert_list (facts->funding, PltFundingFacts, "funding_source");
  assert_list (facts->instalments, PltInstalmentFacts, "instalment");
  assert_list (facts->cash, PltCashFacts, "cash_entry");
  assert_list (facts->sheets, PltSheetFacts, "call_sheet");
  assert_list (facts->calls, PltCallFacts, "call");
  assert_list (facts->call_notes, PltCallNoteFacts, "call_note");
  assert_list (facts->tasks, PltTaskFacts, "task");
  assert_list (facts->referentials, PltReferentialFacts, "referential");
}

static PltFacts *
load (PltStore *store)
{
  g_autoptr (GError) error = NULL;
  PltFacts *facts = plt_facts_load (store, &error);

  g_assert_no_error (error);
  assert_lists (store, facts);
  return facts;
}

static void
test_empty (void)
{
  g_autoptr (PltStore) store = plt_test_store_new ();
  g_autoptr (PltFacts) facts = load (store);

  g_assert_cmpstr (facts->production.title, ==, "La Traversée");
  g_assert_cmpstr (facts->production.kind, ==, "court-metrage");
  g_assert_cmpstr (facts->production.agreement, ==, "3097");
  g_assert_cmpstr (facts->production.director, ==, "");
  g_assert_cmpint (facts->production.target_seconds, ==, PLT_UNKNOWN);
  g_assert_cmpint (facts->production.start_date, ==, PLT_DATE_NONE);
  g_assert_cmpint (facts->production.schedule, ==, 0);
  g_assert_cmpuint (facts->sequences.n, ==, 0);
}

/* Only the text of the version asked for, and its tags in the order of the text. */
static void
test_text (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autoptr (PltFacts) facts = load (store);
  g_autoptr (GError) error = NULL;
  gint64 other = PLT_TEST_INSERT (store, "script_version", "number", "2");
  const PltTagFacts *tag;

  g_assert_cmpuint (facts->blocks.n, ==, 0);
  g_assert_true (plt_facts_load_text (facts, store, 0, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (facts->blocks.n, ==, 2);
  g_assert_cmpstr (facts->blocks.items[0].kind, ==, "heading");
  g_assert_cmpint (facts->blocks.items[1].sequence, ==, facts->sequences.items[0].id);
  g_assert_cmpint (facts->blocks.items[1].page, ==, PLT_UNKNOWN);
  g_assert_cmpuint (facts->tags.n, ==, 2);
  tag = &facts->tags.items[0];
  g_assert_cmpstr (tag->text, ==, "Léa");
  g_assert_cmpstr (tag->state, ==, "a-verifier");
  g_assert_cmpint (tag->script_block, ==, facts->blocks.items[1].id);
  tag = &facts->tags.items[1];
  g_assert_cmpint (tag->start, ==, 24);
  g_assert_cmpint (tag->length, ==, 6);
  g_assert_true (PLT_FACTS_FIND (facts->tags, PltTagFacts, tag->id) == tag);

  g_assert_true (plt_facts_load_text (facts, store, other, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (facts->blocks.n, ==, 0);
  g_assert_cmpuint (facts->tags.n, ==, 0);
}

static void
test_script (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autoptr (PltFacts) facts = load (store);
  const PltSequenceFacts *second = &facts->sequences.items[1];
  const PltSequenceFacts *third = &facts->sequences.items[2];
  const PltOccurrenceFacts *letter = &facts->occurrences.items[1];
  const PltLocationFacts *port = &facts->locations.items[0];

  g_assert_cmpint (facts->production.target_seconds, ==, 900);
  g_assert_cmpint (facts->production.script_version, !=, 0);
  g_assert_cmpint (facts->production.schedule, ==, facts->schedules.items[0].id);
  g_assert_cmpint (facts->production.budget, ==, facts->budgets.items[0].id);

  g_assert_cmpstr (second->number, ==, "2");
  g_assert_cmpint (second->set, ==, plt_test_find (store, "set", "CAFÉ"));
  g_assert_cmpint (second->sub_set, ==, plt_test_find (store, "set", "ARRIÈRE-SALLE"));
  g_assert_cmpint (second->location, ==, 0);
  g_assert_cmpint (second->eighths, ==, 6);
  g_assert_cmpint (second->premin_seconds, ==, 50);
  g_assert_cmpint (second->estimate_seconds, ==, PLT_UNKNOWN);
  g_assert_cmpint (second->shots, ==, PLT_UNKNOWN);
  g_assert_cmpint (second->position, ==, 2048);
  g_assert_cmpstr (second->status, ==, "a-tourner");
  g_assert_cmpstr (third->int_ext, ==, "EXT");
  g_assert_cmpstr (third->effect, ==, "NUIT");
  g_assert_cmpstr (third->hazards, ==, "eau,nuit");
  g_assert_cmpstr (facts->sequences.items[3].story_day, ==, "J2");

  g_assert_cmpint (letter->sequence, ==, facts->sequences.items[0].id);
  g_assert_cmpint (letter->element, ==, plt_test_find (store, "element", "Lettre"));
  g_assert_cmpint (letter->quantity, ==, 2);
  g_assert_cmpint (facts->occurrences.items[0].quantity, ==, PLT_UNKNOWN);
  g_assert_cmpstr (facts->occurrences.items[0].costume, ==, "1");
  g_assert_cmpstr (facts->categories.items[0].family, ==, "roles");
  g_assert_cmpint (facts->elements.items[1].number, ==, 2);

  g_assert_cmpstr (port->name, ==, "Port du Rosmeur");
  g_assert_cmpint (port->hospital_minutes, ==, 12);
  g_assert_cmpint (port->drive_minutes, ==, PLT_UNKNOWN);
  g_assert_cmpint (port->fee_cents, ==, 45000);
  g_assert_cmpint (port->latitude_e6, ==, PLT_UNKNOWN);
  g_assert_cmpint (port->permit_from, ==, PLT_DATE_NONE);
  g_assert_cmpstr (port->permit, ==, "accordee");
}

static void
test_schedule (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autoptr (PltFacts) facts = load (store);
  const PltDayFacts *first = &facts->days.items[0];
  const PltStripFacts *unplaced = &facts->strips.items[0];
  const PltStripFacts *meal = &facts->strips.items[2];

  g_assert_cmpint (facts->schedules.items[0].day_minutes, ==, 480);
  g_assert_cmpint (first->date, ==, plt_date_from_ymd (2026, 5, 12));
  g_assert_cmpint (first->start_minutes, ==, 510);
  g_assert_cmpint (first->end_minutes, ==, 1140);
  g_assert_cmpint (first->unit, ==, 1);
  g_assert_false (first->locked);
  g_assert_cmpint (unplaced->day, ==, 0);
  g_assert_cmpint (unplaced->sequence, ==, facts->sequences.items[3].id);
  g_assert_cmpint (unplaced->minutes, ==, PLT_UNKNOWN);
  g_assert_cmpstr (meal->kind, ==, "repas");
  g_assert_cmpstr (meal->text, ==, "Repas");
  g_assert_cmpint (meal->sequence, ==, 0);
  g_assert_cmpint (meal->minutes, ==, 60);
  g_assert_true (facts->strips.items[3].locked);

  g_assert_cmpint (facts->sheets.items[0].day, ==, first->id);
  g_assert_cmpint (facts->sheets.items[0].crew_minutes, ==, 450);
  g_assert_cmpint (facts->sheets.items[0].meals, ==, PLT_UNKNOWN);
  g_assert_cmpstr (facts->sheets.items[0].weather, ==, "Éclaircies");
  g_assert_cmpint (facts->calls.items[0].pickup_minutes, ==, 405);
  g_assert_cmpstr (facts->calls.items[0].travel, ==, "pick-up");
  g_assert_cmpint (facts->calls.items[1].person, ==, 0);
  g_assert_cmpint (facts->calls.items[1].count, ==, 4);
  g_assert_cmpstr (facts->calls.items[1].function, ==, "Équipe image");
  g_assert_cmpstr (facts->call_notes.items[0].text, ==, "Deux lettres bleues");
}

static void
test_money (void)
{
  g_autoptr (PltStore) store = plt_test_store_sample ();
  g_autoptr (PltFacts) facts = load (store);
  const PltLineFacts *lea = &facts->lines.items[0];
  const PltLineFacts *yann = &facts->lines.items[1];
  const PltEngagementFacts *ada = &facts->engagements.items[0];

  g_assert_cmpint (facts->budgets.items[0].overheads_e6, ==, 70000);
  g_assert_cmpint (facts->budgets.items[0].date, ==, plt_date_from_ymd (2026, 2, 2));
  g_assert_cmpstr (facts->budgets.items[0].template_name, ==, "");
  g_assert_cmpstr (facts->globals.items[0].value, ==, "2");
  g_assert_cmpint (facts->accounts.items[1].parent, ==, facts->accounts.items[0].id);
  g_assert_cmpstr (facts->accounts.items[0].mark, ==, "cnc");
  g_assert_false (facts->accounts.items[0].label_verified);
  g_assert_cmpint (lea->account, ==, facts->accounts.items[1].id);
  g_assert_cmpstr (lea->duration, ==, "jours");
  g_assert_cmpint (lea->rate_cents, ==, 35000);
  g_assert_cmpint (lea->vat_e6, ==, PLT_UNKNOWN);
  g_assert_cmpint (lea->role, ==, plt_test_find (store, "element", "LÉA"));
  g_assert_cmpint (lea->engagement, ==, 0);
  g_assert_cmpint (lea->payment_date, ==, PLT_DATE_NONE);
  g_assert_cmpint (yann->vat_e6, ==, 200000);
  g_assert_cmpint (yann->profile, ==, 0);
  g_assert_cmpint (yann->engagement, ==, facts->engagements.items[1].id);

  g_assert_cmpint (facts->profiles.items[0].employer_e6, ==, 475000);
  g_assert_cmpint (ada->rate_cents, ==, 35000);
  g_assert_cmpint (ada->hmc_minutes, ==, 45);
  g_assert_cmpint (facts->people.items[1].birth_date, ==, plt_date_from_ymd (1994, 3, 14));
  g_assert_cmpint (facts->funding.items[0].amount_cents, ==, 1200000);
  g_assert_cmpint (facts->instalments.items[1].offset_days, ==, 30);
  g_assert_cmpint (facts->instalments.items[1].amount_cents, ==, PLT_UNKNOWN);
  g_assert_cmpint (facts->cash.items[1].amount_cents, ==, -70000);
  g_assert_cmpint (facts->cash.items[1].instalment, ==, 0);
  g_assert_true (facts->tasks.items[1].milestone);
  g_assert_cmpint (facts->tasks.items[0].progress_e6, ==, 500000);
  g_assert_cmpstr (facts->referentials.items[0].version, ==, "2026-01");
}

/* Facts are values: what is written later does not reach them. */
static void
test_apart (void)
{
  PltStore *store = plt_test_store_sample ();
  g_autoptr (PltFacts) facts = load (store);
  gint64 id = facts->sequences.items[0].id;

  g_assert_true (plt_store_set (store, "sequence", id, "number", "99", NULL));
  g_assert_cmpstr (facts->sequences.items[0].number, ==, "1");
  g_assert_finalize_object (store);
  g_assert_cmpstr (facts->sequences.items[0].synopsis, ==,
                   "Léa ouvre le café et trouve une lettre.");
}

static void
test_feature (void)
{
  g_autoptr (PltStore) store = plt_test_store_feature (130, 3000);
  g_autoptr (PltFacts) facts = load (store);

  g_assert_cmpuint (facts->sequences.n, ==, 130);
  g_assert_cmpuint (facts->occurrences.n, ==, 3000);
  g_assert_cmpuint (facts->strips.n, ==, 130);
  for (guint i = 1; i < facts->sequences.n; i++)
    g_assert_cmpint (facts->sequences.items[i - 1].position, <, facts->sequences.items[i].position);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/load/empty", test_empty);
  g_test_add_func ("/store/load/text", test_text);
  g_test_add_func ("/store/load/script", test_script);
  g_test_add_func ("/store/load/schedule", test_schedule);
  g_test_add_func ("/store/load/money", test_money);
  g_test_add_func ("/store/load/apart", test_apart);
  g_test_add_func ("/store/load/feature", test_feature);
  return g_test_run ();
}
