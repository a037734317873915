/* What a drag on the board costs: the preview of one target on the facts of a feature of 120
 * séquences, 30 days, 30 roles and 300 lines of devis, against what one frame of the screen allows
 * and against computing the production once. Processor time of this process; prints two ratios;
 * fails when a preview is above a frame. */
#include "config.h"

#include <time.h>

#include "plt-board-preview.h"
#include "plt-check.h"
#include "plt-referential.h"

#define N_SEQUENCES 120
#define N_DAYS 30
#define N_ROLES 30
#define N_LINES 300
#define N_MOVES 200
#define FRAME 0.016

static double
now (void)
{
  return (double) clock () / CLOCKS_PER_SEC;
}

static char *
chunk (PltFacts *facts, const char *format, guint number)
{
  char text[32];

  g_snprintf (text, sizeof text, "%s%u", format, number);
  return g_string_chunk_insert (facts->strings, text);
}

static void
add_sequences (PltFacts *facts)
{
  for (guint i = 1; i <= N_SEQUENCES; i++)
    {
      PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, i);

      sequence->number = chunk (facts, "", i);
      sequence->int_ext = i % 3 == 0 ? "EXT" : "INT";
      sequence->effect = i % 4 == 0 ? "NUIT" : "JOUR";
      sequence->set = i * 7 % 40 + 1;
      sequence->story_day = sequence->hazards = sequence->note = "";
      sequence->synopsis = "Ils se retrouvent et ne se disent pas tout.";
      sequence->status = "a-tourner";
      sequence->eighths = i % 13 + 1;
      sequence->premin_seconds = 60 + i % 50;
      sequence->estimate_seconds = sequence->shots = PLT_UNKNOWN;
      sequence->shooting_minutes = 60 + i % 7 * 15;
      for (guint j = 0; j < 12; j++)
        {
          PltOccurrenceFacts *occurrence = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts,
                                                          (gint64) facts->occurrences.n + 1);

          occurrence->sequence = i;
          occurrence->element = (i * 11 + j * 7) % (N_ROLES * 4) + 1;
          occurrence->quantity = PLT_UNKNOWN;
          occurrence->costume = occurrence->note = "";
        }
    }
}

static void
add_places (PltFacts *facts)
{
  for (guint i = 1; i <= 40; i++)
    {
      PltLocationFacts *place = PLT_FACTS_ADD (facts->locations, PltLocationFacts, i);
      PltSetFacts *set = PLT_FACTS_ADD (facts->sets, PltSetFacts, i);

      place->name = set->name = chunk (facts, "DÉCOR ", i);
      place->permit = i % 5 == 0 ? "demandee" : "accordee";
      place->permit_from = place->permit_to = PLT_DATE_NONE;
      place->latitude_e6 = 48000000;
      place->longitude_e6 = -4000000;
      set->location = i;
    }
}

static void
add_elements (PltFacts *facts)
{
  for (guint i = 1; i <= 4; i++)
    {
      PltCategoryFacts *category = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, i);

      category->code = category->name = chunk (facts, "C", i);
      category->department = category->color = "";
      category->family = i == 1 ? "roles" : "objets";
    }
  for (guint i = 1; i <= N_ROLES * 4; i++)
    {
      PltElementFacts *element = PLT_FACTS_ADD (facts->elements, PltElementFacts, i);

      element->category = (i - 1) / N_ROLES + 1;
      element->number = i <= N_ROLES ? (gint64) i : PLT_UNKNOWN;
      element->name = chunk (facts, "ÉLÉMENT ", i);
      element->description = "";
    }
}

static void
add_plan (PltFacts *facts)
{
  PltScheduleFacts *schedule = PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, 1);

  schedule->name = "Plan";
  schedule->status = "";
  schedule->day_minutes = 540;
  schedule->published_date = PLT_DATE_NONE;
  facts->production.schedule = 1;
  for (guint i = 1; i <= N_DAYS; i++)
    {
      PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, i);

      day->schedule = 1;
      day->position = i * 1024;
      day->date = plt_date_from_ymd (2027, 4, 5) + (PltDate) ((i - 1) / 5 * 7 + (i - 1) % 5);
      day->kind = "tournage";
      day->unit = 1;
      day->start_minutes = 540;
      day->end_minutes = 1140;
      day->meal_minutes = 780;
      day->note = "";
    }
  for (guint i = 1; i <= N_SEQUENCES; i++)
    {
      PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, i);

      strip->schedule = 1;
      strip->day = (i - 1) / (N_SEQUENCES / N_DAYS) + 1;
      strip->position = i * 1024;
      strip->kind = "sequence";
      strip->sequence = i;
      strip->text = strip->part = strip->shot = "";
      strip->minutes = PLT_UNKNOWN;
    }
}

static void
add_budget (PltFacts *facts)
{
  PltBudgetFacts *budget = PLT_FACTS_ADD (facts->budgets, PltBudgetFacts, 1);
  PltProfileFacts *profile = PLT_FACTS_ADD (facts->profiles, PltProfileFacts, 1);

  facts->production.budget = 1;
  budget->name = "Devis";
  budget->template_name = budget->status = "";
  budget->date = PLT_DATE_NONE;
  budget->overheads_e6 = 70000;
  budget->contingency_e6 = 100000;
  profile->code = profile->name = "artiste";
  profile->employer_e6 = 559000;
  profile->account = "4";
  for (guint i = 1; i <= 60; i++)
    {
      PltAccountFacts *account = PLT_FACTS_ADD (facts->accounts, PltAccountFacts, i);

      account->budget = 1;
      account->code = account->name = chunk (facts, "", i < 10 ? i : i / 6 * 10 + i % 6);
      account->parent = i < 10 ? 0 : i % 9 + 1;
      account->mark = "cnc";
    }
  for (guint i = 1; i <= N_LINES; i++)
    {
      PltLineFacts *line = PLT_FACTS_ADD (facts->lines, PltLineFacts, i);

      line->budget = 1;
      line->account = i % 60 + 1;
      line->code = line->event = line->note = "";
      line->label = chunk (facts, "Ligne ", i);
      line->quantity = "1";
      line->duration = i <= N_ROLES ? "jours(role)" : i % 3 == 0 ? "jours_tournage * 2" : "3,5";
      line->unit = "jour";
      line->rate_cents = 30000 + i;
      line->phase = "tournage";
      line->mode = "numeraire";
      line->profile = i % 2;
      line->role = i <= N_ROLES ? (gint64) i : 0;
      line->vat_e6 = line->offset_days = PLT_UNKNOWN;
      line->tax_credit = "oui";
      line->payment_date = PLT_DATE_NONE;
    }
}

static PltFacts *
feature_new (void)
{
  PltFacts *facts = plt_facts_new ();
  g_autofree char *rules = NULL;

  facts->production.agreement = "3097";
  add_places (facts);
  add_sequences (facts);
  add_elements (facts);
  add_plan (facts);
  add_budget (facts);
  if (g_file_get_contents (PLT_SOURCE_DATADIR "/referentials/temps-de-travail.tsv", &rules, NULL,
                           NULL))
    {
      PltReferentialFacts *kept = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 1);

      kept->name = "temps-de-travail";
      kept->version = "";
      kept->content = g_string_chunk_insert (facts->strings, rules);
    }
  return facts;
}

int
main (void)
{
  g_autoptr (PltFacts) facts = feature_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBoardState) state = plt_board_state_new (facts, plan, NULL);
  g_autoptr (PltBoardWhatIf) what_if = plt_board_what_if_new (facts, state, 0);
  double began, preview, once, worst = 0;
  guint n_changes = 0;

  began = now ();
  for (guint i = 0; i < N_MOVES; i++)
    {
      const gint64 key = i % N_SEQUENCES + 1;
      PltBoardMove move = { &key, 1, { (int) (i * 7 % N_DAYS) + 1, (int) i % 3 } };
      double start = now ();
      g_autoptr (PltBoardPreview) found = plt_board_what_if_move (what_if, &move);

      worst = MAX (worst, now () - start);
      n_changes += found->changes->len;
    }
  preview = (now () - began) / N_MOVES;
  g_assert_cmpuint (n_changes, >, N_MOVES);

  began = now ();
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GPtrArray) issues = plt_check_all (facts);

      g_assert_nonnull (issues);
    }
  once = (now () - began) / 20;

  g_print ("preview of a drag / frame of 16 ms: %.3f (worst %.3f)\n", preview / FRAME,
           worst / FRAME);
  g_print ("preview of a drag / plt_check_all: %.2f\n", preview / once);
  return preview <= FRAME ? 0 : 1;
}
