/* An hour that is typed and given back, a sheet laid over, and where a sheet is behind the plan. */
#include <string.h>

#include "plt-call-delivery.h"
#include "plt-call-fields.h"
#include "plt-call-follow.h"
#include "plt-call-overlay.h"
#include "plt-call-type.h"
#include "plt-callsheet.h"
#include "plt-test-film.h"

#define SHEET 7
#define CALL 3

static void
empty_texts (const char *table, gpointer row)
{
  guint n;
  const PltCallField *fields = plt_call_fields (table, &n);

  for (guint i = 0; i < n; i++)
    if (fields[i].kind == PLT_CALL_FIELD_TEXT)
      G_STRUCT_MEMBER (const char *, row, fields[i].offset) = "";
    else if (fields[i].kind == PLT_CALL_FIELD_NUMBER)
      G_STRUCT_MEMBER (gint64, row, fields[i].offset) = PLT_UNKNOWN;
    else if (fields[i].kind == PLT_CALL_FIELD_DATE)
      G_STRUCT_MEMBER (PltDate, row, fields[i].offset) = PLT_DATE_NONE;
}

/* Nora lives 25 minutes away and needs 40 minutes of HMC: PAT 9h00, HMC and arrival 8h20, pick-up
 * 7h55. */
static PltFacts *
film_with_sheet (void)
{
  PltFacts *facts = film_new ();
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, 1);
  PltEngagementFacts *engagement = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, 1);
  PltSheetFacts *sheet = PLT_FACTS_ADD (facts->sheets, PltSheetFacts, SHEET);
  PltCallFacts *call = PLT_FACTS_ADD (facts->calls, PltCallFacts, CALL);

  person->last_name = "Le Goff";
  person->first_name = "Anaïs";
  person->phone = person->email = person->address = person->city = person->diet = "";
  person->birth_date = PLT_DATE_NONE;
  person->drive_minutes = 25;
  engagement->person = 1;
  engagement->department = "interpretation";
  engagement->function = engagement->unit = engagement->status = "";
  engagement->role = FILM_NORA;
  engagement->rate_cents = PLT_UNKNOWN;
  engagement->from_date = engagement->to_date = PLT_DATE_NONE;
  engagement->hmc_minutes = 40;
  empty_texts ("call_sheet", sheet);
  sheet->day = FILM_DAY_1;
  sheet->number = sheet->version = 1;
  sheet->status = "brouillon";
  sheet->day_type = "continue";
  sheet->crew_minutes = 480;
  sheet->pat_minutes = 540;
  empty_texts ("call", call);
  call->call_sheet = SHEET;
  call->group = "comediens";
  call->role = FILM_NORA;
  call->person = 1;
  call->pickup_minutes = 475;
  call->arrival_minutes = call->hmc_minutes = 500;
  call->pat_minutes = 540;
  return facts;
}

/* The facts after the edits. */
static PltCallOverlay *
after (const PltFacts *facts, const PltBatch *batch)
{
  PltCallOverlay *overlay = plt_call_overlay_new (facts);

  plt_call_overlay_apply (overlay, batch);
  return overlay;
}

static void
test_type (void)
{
  static const struct
  {
    const char *typed, *column;
    gint64 minutes;
    gint64 pickup, arrival, hmc, pat;
    const char *after;
  } cases[] = {
    { "", "arrival_minutes", 480, 455, 480, 500, 540, "arrival" },
    { "", "hmc_minutes", 470, 445, 470, 470, 540, "hmc" },
    { "", "pat_minutes", 600, 535, 560, 560, 600, "pat" },
    { "", "pickup_minutes", 460, 460, 500, 500, 540, "pickup" },
    { "end", "pat_minutes", 600, 535, 560, 560, 600, "pat,end" },
    /* given back: what the hours were before they were typed */
    { "arrival", "arrival_minutes", PLT_UNKNOWN, 475, 500, 500, 540, "" },
    { "pickup,hmc", "hmc_minutes", PLT_UNKNOWN, 475, 500, 500, 540, "pickup" },
    { "pat", "pat_minutes", PLT_UNKNOWN, 475, 500, 500, 540, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film_with_sheet ();
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (PltCallOverlay) overlay = NULL;
      const PltCallFacts *call;

      facts->calls.items[0].typed = cases[i].typed;
      g_assert_true (plt_call_type (facts, plan, CALL, cases[i].column, cases[i].minutes, batch));
      overlay = after (facts, batch);
      call = &plt_call_overlay_get (overlay)->calls.items[0];
      g_test_message ("case %u", i);
      g_assert_cmpint (call->pickup_minutes, ==, cases[i].pickup);
      g_assert_cmpint (call->arrival_minutes, ==, cases[i].arrival);
      g_assert_cmpint (call->hmc_minutes, ==, cases[i].hmc);
      g_assert_cmpint (call->pat_minutes, ==, cases[i].pat);
      g_assert_cmpstr (call->typed, ==, cases[i].after);
      g_assert_cmpint (facts->calls.items[0].pat_minutes, ==, 540); /* borrowed, not written */
    }
}

/* The parts of the HMC have flags of their own, and a length of make-up moves what is before. */
static void
test_parts (void)
{
  g_autoptr (PltFacts) facts = film_with_sheet ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) longer = plt_batch_new ();
  g_autoptr (PltCallOverlay) overlay = NULL;
  g_autoptr (PltCallOverlay) later = NULL;
  PltCallFacts *call = &facts->calls.items[0];

  call->dress_minutes = 15;
  call->makeup_minutes = 20;
  call->hair_minutes = 10;
  call->dress_start_minutes = call->hmc_minutes = call->arrival_minutes = 495;
  call->makeup_start_minutes = 510;
  call->hair_start_minutes = 530;
  call->pickup_minutes = 470;
  g_assert_true (plt_call_type (facts, NULL, CALL, "makeup_minutes", 45, longer));
  later = after (facts, longer);
  g_assert_cmpint (plt_call_overlay_get (later)->calls.items[0].dress_start_minutes, ==, 470);
  g_assert_cmpint (plt_call_overlay_get (later)->calls.items[0].arrival_minutes, ==, 470);
  g_assert_cmpstr (plt_call_overlay_get (later)->calls.items[0].typed, ==, "");
  g_assert_true (plt_call_type (facts, NULL, CALL, "makeup_start_minutes", 505, batch));
  overlay = after (facts, batch);
  g_assert_cmpstr (plt_call_overlay_get (overlay)->calls.items[0].typed, ==, "makeup");
  g_assert_cmpint (plt_call_overlay_get (overlay)->calls.items[0].dress_start_minutes, ==, 490);
  g_assert_cmpint (plt_call_overlay_get (overlay)->calls.items[0].hair_start_minutes, ==, 530);
  g_assert_false (plt_call_type (facts, NULL, CALL, "remark", 505, batch));
  g_assert_false (plt_call_type (facts, NULL, 999, "pat_minutes", 505, batch));
}

/* What follows once has nothing more to follow; a PAT that was typed is not taken back. */
static void
test_follow (void)
{
  static const char *const states[] = { "brouillon", "envoyee", "remplacee" };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (PltFacts) facts = film_with_sheet ();
      g_autoptr (PltPlan) plan = NULL;
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (PltBatch) batch = plt_batch_new ();
      gboolean told = FALSE;

      facts->sheets.items[0].status = states[i];
      facts->days.items[0].start_minutes = 600;
      plan = plt_plan_new (facts, 0);
      changes = plt_call_follow_changes (facts, plan, SHEET);
      g_assert_cmpint (changes->len > 0, ==, i < 2);
      for (guint j = 0; j < changes->len; j++)
        {
          const PltCallChange *change = changes->pdata[j];

          if (g_strcmp0 (change->ref.column, "pat_minutes") == 0
              && g_str_equal (change->ref.table, "call_sheet"))
            {
              told = TRUE;
              g_assert_cmpstr (change->before, ==, "9h00");
              g_assert_cmpstr (change->after, ==, "10h00");
            }
        }
      g_assert_cmpint (told, ==, i < 2);
      plt_callsheet_follow (facts, plan, SHEET, batch);
      g_assert_cmpint (plt_batch_get_n_edits (batch) > 0, ==, i == 0);
    }
}

static void
test_typed_pat (void)
{
  g_autoptr (PltFacts) facts = film_with_sheet ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  PltSheetFacts *sheet = &facts->sheets.items[0];
  PltCallFacts *call = &facts->calls.items[0];

  sheet->typed = "crew,pat,meal,end";
  sheet->pat_minutes = 600;
  call->pickup_minutes = 535;
  call->arrival_minutes = call->hmc_minutes = 560;
  call->pat_minutes = 600;
  call->typed = "end";
  plan = plt_plan_new (facts, 0);
  changes = plt_call_follow_changes (facts, plan, SHEET);
  for (guint i = 0; i < changes->len; i++)
    {
      const PltCallChange *change = changes->pdata[i];

      g_assert_cmpstr (change->ref.table, ==, "call");
      if (change->ref.id == CALL && change->ref.column != NULL)
        g_assert_false (g_str_has_suffix (change->ref.column, "_minutes"));
    }
}

/* The hours of the day: each is marked, and given back it is that of the plan. */
static void
test_day (void)
{
  g_autoptr (PltFacts) facts = film_with_sheet ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  PltSheetFacts *sheet = &facts->sheets.items[0];
  const struct
  {
    const char *before, *column;
    gint64 minutes, hour, call_pat, call_end;
    const char *after;
  } cases[] = {
    { "", "pat_minutes", 600, 600, 600, 1200, "pat" },
    { "end", "pat_minutes", 600, 600, 600, 1140, "pat,end" },
    { "pat", "pat_minutes", PLT_UNKNOWN, 540, 540, 1140, "" },
    { "", "crew_minutes", 450, 450, 540, 1140, "crew" },
    { "crew,end", "crew_minutes", PLT_UNKNOWN, 480, 540, 1140, "end" },
    { "", "end_minutes", 1200, 1200, 540, 1200, "end" },
    { "", "meal_minutes", 770, 770, 540, 1140, "meal" },
  };

  sheet->end_minutes = 1140;
  facts->calls.items[0].end_minutes = 1140;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltBatch) batch = plt_batch_new ();
      g_autoptr (PltCallOverlay) overlay = NULL;
      const PltFacts *laid;

      sheet->typed = cases[i].before;
      facts->calls.items[0].typed = strstr (cases[i].before, "end") != NULL ? "end" : "";
      g_assert_true (
          plt_callsheet_type (facts, plan, SHEET, cases[i].column, cases[i].minutes, batch));
      overlay = after (facts, batch);
      laid = plt_call_overlay_get (overlay);
      g_test_message ("case %u", i);
      g_assert_cmpint (G_STRUCT_MEMBER (gint64, laid->sheets.items,
                                        plt_call_field ("call_sheet", cases[i].column)->offset),
                       ==, cases[i].hour);
      g_assert_cmpint (laid->calls.items[0].pat_minutes, ==, cases[i].call_pat);
      g_assert_cmpint (laid->calls.items[0].end_minutes, ==, cases[i].call_end);
      g_assert_cmpstr (laid->sheets.items[0].typed, ==, cases[i].after);
    }
}

static PltDeliveryFacts *
add_delivery (PltFacts *facts, gint64 id, gint64 sheet, gint64 person, const char *name)
{
  PltDeliveryFacts *delivery = PLT_FACTS_ADD (facts->deliveries, PltDeliveryFacts, id);

  delivery->call_sheet = sheet;
  delivery->person = person;
  delivery->name = name;
  delivery->email = delivery->note = "";
  delivery->kind = "feuille";
  delivery->means = "main-propre";
  delivery->date = PLT_DATE_NONE;
  delivery->given_minutes = PLT_UNKNOWN;
  return delivery;
}

/* Nora is called, a visitor got the version before: both are proposed once, and wait until they are
 * given it. */
static void
test_delivery (void)
{
  g_autoptr (PltFacts) facts = film_with_sheet ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) again = plt_batch_new ();
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) then = NULL;
  PltSheetFacts *before = PLT_FACTS_ADD (facts->sheets, PltSheetFacts, 6);
  guint n_rows;

  empty_texts ("call_sheet", before);
  before->status = "remplacee";
  facts->sheets.items[0].replaces = 6;
  add_delivery (facts, 1, 6, 0, "Visite de la mairie")->date = 20000;
  first = plt_call_delivery_waiting (facts, SHEET);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpstr (first->pdata[0], ==, "Visite de la mairie");
  g_assert_cmpuint (plt_call_delivery_propose (facts, SHEET, batch), ==, 2);

  add_delivery (facts, 2, SHEET, 0, "Visite de la mairie")->received = TRUE;
  add_delivery (facts, 3, SHEET, 1, "");
  g_assert_cmpuint (plt_call_delivery_propose (facts, SHEET, again), ==, 0);
  g_assert_cmpuint (plt_call_delivery_given (facts, SHEET, &n_rows), ==, 1);
  g_assert_cmpuint (n_rows, ==, 2);
  then = plt_call_delivery_waiting (facts, SHEET);
  g_assert_cmpuint (then->len, ==, 1);
  g_assert_cmpstr (then->pdata[0], ==, "Anaïs Le Goff");
  facts->deliveries.items[2].date = 20001;
  g_assert_cmpuint (plt_call_delivery_given (facts, SHEET, &n_rows), ==, 2);
}

static void
test_overlay (void)
{
  g_autoptr (PltFacts) facts = film_with_sheet ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltCallOverlay) overlay = plt_call_overlay_new (facts);
  const PltFacts *laid = plt_call_overlay_get (overlay);

  plt_batch_update (batch, "call_sheet", SHEET);
  plt_batch_set_text (batch, "weather", "Éclaircies");
  plt_batch_set_text (batch, "weather_date", "2027-04-12");
  plt_batch_set_null (batch, "meals");
  plt_batch_update (batch, "call", CALL);
  plt_batch_set_null (batch, "person");
  plt_batch_set_integer (batch, "follows_on", 1);
  plt_batch_update (batch, "person", 1); /* not of a sheet */
  plt_batch_set_text (batch, "last_name", "Autre");
  plt_call_overlay_apply (overlay, batch);
  g_assert_cmpstr (laid->sheets.items[0].weather, ==, "Éclaircies");
  g_assert_cmpint (laid->sheets.items[0].weather_date, ==, plt_date_from_iso ("2027-04-12"));
  g_assert_cmpint (laid->sheets.items[0].meals, ==, PLT_UNKNOWN);
  g_assert_cmpint (laid->calls.items[0].person, ==, 0);
  g_assert_true (laid->calls.items[0].follows_on);
  g_assert_cmpstr (laid->people.items[0].last_name, ==, "Le Goff");
  g_assert_cmpstr (facts->sheets.items[0].weather, ==, "");
  g_assert_true (PLT_FACTS_FIND (laid->calls, PltCallFacts, CALL) == laid->calls.items);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/call-type/type", test_type);
  g_test_add_func ("/call-type/parts", test_parts);
  g_test_add_func ("/call-type/follow", test_follow);
  g_test_add_func ("/call-type/typed-pat", test_typed_pat);
  g_test_add_func ("/call-type/day", test_day);
  g_test_add_func ("/call-type/delivery", test_delivery);
  g_test_add_func ("/call-type/overlay", test_overlay);
  return g_test_run ();
}
