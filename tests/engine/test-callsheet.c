#include "plt-callsheet.h"
#include "plt-test-film.h"

#include <string.h>

/* The value an edit sets, NULL when it does not. */
static const PltValue *
value_of (const PltEdit *edit, const char *column)
{
  for (guint i = 0; i < edit->values->len; i++)
    {
      const PltEditValue *value = &g_array_index (edit->values, PltEditValue, i);

      if (g_str_equal (value->column->id, column))
        return &value->value;
    }
  return NULL;
}

static const PltEdit *
find_call (const PltBatch *batch, gint64 role)
{
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);
      const PltValue *value
          = g_str_equal (edit->table->id, "call") ? value_of (edit, "role") : NULL;

      if (value != NULL && value->integer == role)
        return edit;
    }
  return NULL;
}

static void
add_actor (PltFacts *facts)
{
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, 1);
  PltEngagementFacts *engagement = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, 1);

  person->last_name = "Le Goff";
  person->first_name = "Anaïs";
  person->phone = person->email = person->address = person->city = person->diet = "";
  person->birth_date = PLT_DATE_NONE;
  person->drive_minutes = 25;
  engagement->person = 1;
  engagement->department = "interpretation";
  engagement->function = "";
  engagement->role = FILM_NORA;
  engagement->unit = engagement->status = "";
  engagement->rate_cents = PLT_UNKNOWN;
  engagement->from_date = engagement->to_date = PLT_DATE_NONE;
  engagement->hmc_minutes = 40;
}

/* PAT 9h00: HMC 8h20, arrival 8h20, pick-up 7h55. The extras have no engagement: their PAT alone.
 */
static void
test_make (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltEdit *nora, *crowd, *sheet;

  add_actor (facts);
  plan = plt_plan_new (facts, 0);
  g_assert_cmpint (plt_callsheet_make (facts, plan, FILM_DAY_1, batch), <, 0);
  sheet = plt_batch_get_edit (batch, 0);
  g_assert_cmpstr (sheet->table->id, ==, "call_sheet");
  g_assert_cmpint (value_of (sheet, "number")->integer, ==, 1);
  g_assert_cmpint (value_of (sheet, "version")->integer, ==, 1);
  g_assert_cmpint (value_of (sheet, "crew_minutes")->integer, ==, 480);

  nora = find_call (batch, FILM_NORA);
  g_assert_cmpint (value_of (nora, "pat_minutes")->integer, ==, 540);
  g_assert_cmpint (value_of (nora, "hmc_minutes")->integer, ==, 500);
  g_assert_cmpint (value_of (nora, "arrival_minutes")->integer, ==, 500);
  g_assert_cmpint (value_of (nora, "pickup_minutes")->integer, ==, 475);
  g_assert_cmpstr (value_of (nora, "sequences")->text, ==, "1, 2");
  crowd = find_call (batch, FILM_CROWD);
  g_assert_cmpint (value_of (crowd, "count")->integer, ==, 10);
  g_assert_cmpint (value_of (crowd, "hmc_minutes")->kind, ==, PLT_VALUE_NULL);
  g_assert_null (find_call (batch, FILM_MILO));
  g_assert_null (find_call (batch, FILM_DOG));
}

static void
bring (PltFacts *facts, gint64 sequence, gint64 element, gint64 quantity)
{
  PltOccurrenceFacts *occurrence
      = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, 100 + (gint64) facts->occurrences.n);

  occurrence->sequence = sequence;
  occurrence->element = element;
  occurrence->quantity = quantity;
  occurrence->costume = occurrence->note = "";
}

static void
lay (PltFacts *facts, gint64 sequence)
{
  PltStripFacts *strip
      = PLT_FACTS_ADD (facts->strips, PltStripFacts, 100 + (gint64) facts->strips.n);

  *strip = facts->strips.items[0];
  strip->id = 100 + (gint64) facts->strips.n;
  strip->day = FILM_DAY_1;
  strip->position = strip->id * 1024;
  strip->sequence = sequence;
}

/* Three séquences, of which the first and the last need the same dog: one line for both. */
static void
test_needs (void)
{
  static const char *const numbers[] = { "31", "32", "33" };
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  const PltEdit *note = NULL;

  facts->occurrences.n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, 300 + i);

      *sequence = facts->sequences.items[0];
      sequence->id = 300 + i;
      sequence->number = numbers[i];
      lay (facts, sequence->id);
      bring (facts, sequence->id, FILM_DOG, i == 1 ? 2 : 1);
    }
  plan = plt_plan_new (facts, 0);
  plt_callsheet_make (facts, plan, FILM_DAY_1, batch);
  for (guint i = 0; note == NULL && i < plt_batch_get_n_edits (batch); i++)
    if (strcmp (plt_batch_get_edit (batch, i)->table->id, "call_note") == 0)
      note = plt_batch_get_edit (batch, i);
  g_assert_nonnull (note);
  g_assert_cmpstr (value_of (note, "text")->text, ==, "Séq. 31, 33 : Chien\nSéq. 32 : 2 Chien");
}

/* On J2 Milo is only in séquence 3; put a strip of two hours before it and his PAT is two hours
 * after the day's. */
static void
test_later_pat (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();

  facts->strips.items[0].day = FILM_DAY_2; /* séquence 1, 120 min, Nora alone */
  plan = plt_plan_new (facts, 0);
  plt_callsheet_make (facts, plan, FILM_DAY_2, batch);
  g_assert_cmpint (value_of (find_call (batch, FILM_NORA), "pat_minutes")->integer, ==, 1080);
  g_assert_cmpint (value_of (find_call (batch, FILM_MILO), "pat_minutes")->integer, ==, 1200);
}

static PltSheetFacts *
add_sheet (PltFacts *facts)
{
  PltSheetFacts *sheet = PLT_FACTS_ADD (facts->sheets, PltSheetFacts, 7);

  sheet->day = FILM_DAY_1;
  sheet->number = sheet->version = 1;
  sheet->status = "brouillon";
  sheet->day_type = "continue";
  sheet->crew_minutes = 480;
  sheet->pat_minutes = 540;
  sheet->end_minutes = 1140;
  sheet->meal_minutes = 780;
  sheet->meals = PLT_UNKNOWN;
  sheet->meal_place = sheet->weather = sheet->first_aid = sheet->vhss_referent = sheet->safety = "";
  sheet->transport = sheet->remarks = sheet->approved_by = "";
  sheet->sent_date = PLT_DATE_NONE;
  return sheet;
}

/* A second sheet replaces the first and keeps what was typed on it. */
static void
test_replace (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  g_autoptr (PltBatch) batch = plt_batch_new ();

  add_sheet (facts)->safety = "Gilets";
  plt_callsheet_make (facts, plan, FILM_DAY_1, batch);
  g_assert_cmpint (plt_batch_get_edit (batch, 0)->kind, ==, PLT_EDIT_UPDATE);
  g_assert_cmpstr (value_of (plt_batch_get_edit (batch, 0), "status")->text, ==, "remplacee");
  g_assert_cmpint (value_of (plt_batch_get_edit (batch, 1), "version")->integer, ==, 2);
  g_assert_cmpstr (value_of (plt_batch_get_edit (batch, 1), "safety")->text, ==, "Gilets");
}

/* One PAT moves them all by an hour; a typed hour stays, and with the typed HMC the arrival and the
 * pick-up that lead to it. */
static void
test_retime (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltCallFacts *call;

  add_sheet (facts);
  call = PLT_FACTS_ADD (facts->calls, PltCallFacts, 3);
  call->call_sheet = 7;
  call->group = "comediens";
  call->function = call->sequences = call->costume = call->travel = call->pickup_place
      = call->remark = "";
  call->typed = "hmc,end";
  call->dress_start_minutes = call->makeup_start_minutes = call->hair_start_minutes = PLT_UNKNOWN;
  call->dress_minutes = call->makeup_minutes = call->hair_minutes = PLT_UNKNOWN;
  call->pickup_minutes = 475;
  call->arrival_minutes = call->hmc_minutes = 500;
  call->pat_minutes = 540;
  call->end_minutes = 1140;
  plt_callsheet_retime (facts, 7, 600, batch);
  g_assert_cmpuint (plt_batch_get_n_edits (batch), ==, 2);
  g_assert_cmpint (value_of (plt_batch_get_edit (batch, 0), "pat_minutes")->integer, ==, 600);
  g_assert_cmpint (value_of (plt_batch_get_edit (batch, 0), "crew_minutes")->integer, ==, 540);
  g_assert_null (value_of (plt_batch_get_edit (batch, 1), "pickup_minutes"));
  g_assert_null (value_of (plt_batch_get_edit (batch, 1), "arrival_minutes"));
  g_assert_cmpint (value_of (plt_batch_get_edit (batch, 1), "pat_minutes")->integer, ==, 600);
  g_assert_null (value_of (plt_batch_get_edit (batch, 1), "hmc_minutes"));
  g_assert_null (value_of (plt_batch_get_edit (batch, 1), "end_minutes"));
}

static const PltEdit *
find_update (const PltBatch *batch, const char *table, gint64 id)
{
  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);

      if (g_str_equal (edit->table->id, table) && edit->id == id)
        return edit;
    }
  return NULL;
}

/* PAT 9h00, séquence 1 lasts four hours and the meal is at 13h00 for an hour: who plays only in
 * séquence 2 is ready at 14h00. Without the referential the meal has no length. */
static void
test_after_meal (void)
{
  static const struct
  {
    const char *law;
    gint64 pat;
  } cases[] = {
    { "code\tconvention\tvaleur\tunite\nrepas-duree\tusage\t60\tmin\n", 840 },
    { "code\tconvention\tvaleur\tunite\n", 780 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (PltPlan) plan = NULL;
      g_autoptr (PltBatch) batch = plt_batch_new ();
      PltReferentialFacts *referential
          = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 1);

      referential->name = "temps-de-travail";
      referential->version = "1";
      referential->content = cases[i].law;
      facts->strips.items[0].minutes = 240;
      facts->occurrences.items[5].element = FILM_DOG; /* the crowd: séquence 2 only */
      plan = plt_plan_new (facts, 0);
      plt_callsheet_make (facts, plan, FILM_DAY_1, batch);
      g_assert_cmpint (value_of (find_call (batch, FILM_NORA), "pat_minutes")->integer, ==, 540);
      g_assert_cmpint (value_of (find_call (batch, FILM_CROWD), "pat_minutes")->integer, ==,
                       cases[i].pat);
    }
}

/* Costume 2: 15 to dress, 45 of make-up, 45 of hair, and a car that passes at a stop 40 minutes
 * away. PAT 9h00: dressing 7h15, which is when the car arrives; picked up at 6h35. */
static void
test_costume_and_ride (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  PltCostumeFacts *costume = PLT_FACTS_ADD (facts->costumes, PltCostumeFacts, 1);
  PltMovementFacts *movement = PLT_FACTS_ADD (facts->movements, PltMovementFacts, 5);
  PltStopFacts *stop = PLT_FACTS_ADD (facts->stops, PltStopFacts, 6);
  const PltEdit *nora;

  add_actor (facts);
  facts->people.items[0].drive_minutes = 40;
  costume->role = FILM_NORA;
  costume->number = "2";
  costume->dress_minutes = 15;
  costume->makeup_minutes = costume->hair_minutes = 45;
  for (guint i = 0; i < facts->occurrences.n; i++)
    if (facts->occurrences.items[i].element == FILM_NORA)
      facts->occurrences.items[i].costume = "2";
  movement->day = FILM_DAY_1;
  movement->kind = "aller";
  movement->drive_minutes = movement->margin_minutes = movement->start_minutes
      = movement->needed_minutes = PLT_UNKNOWN;
  stop->movement = 5;
  stop->person = 1;
  stop->kind = "montee";
  stop->stop_minutes = PLT_UNKNOWN;
  plan = plt_plan_new (facts, 0);
  plt_callsheet_make (facts, plan, FILM_DAY_1, batch);
  nora = find_call (batch, FILM_NORA);
  g_assert_cmpint (value_of (nora, "dress_start_minutes")->integer, ==, 435);
  g_assert_cmpint (value_of (nora, "makeup_start_minutes")->integer, ==, 450);
  g_assert_cmpint (value_of (nora, "hair_start_minutes")->integer, ==, 495);
  g_assert_cmpint (value_of (nora, "hmc_minutes")->integer, ==, 435);
  g_assert_cmpint (value_of (nora, "pickup_minutes")->integer, ==, 395);
  g_assert_cmpint (value_of (nora, "movement")->integer, ==, 5);
  g_assert_cmpint (value_of (find_update (batch, "movement_stop", 6), "stop_minutes")->integer, ==,
                   395);
  g_assert_cmpint (value_of (find_update (batch, "movement", 5), "needed_minutes")->integer, ==,
                   435);
  g_assert_cmpint (value_of (find_update (batch, "movement", 5), "start_minutes")->integer, ==,
                   395);
}

/* The plan moves the day to 10h00, Milo is not in it: his call goes, Nora's follows, her typed HMC
 * stays. A sheet that was sent does not move. */
static void
test_follow (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltPlan) plan = NULL;
  g_autoptr (PltBatch) batch = plt_batch_new ();
  g_autoptr (PltBatch) sent = plt_batch_new ();
  PltSheetFacts *sheet = add_sheet (facts);

  sheet->typed = "end";
  for (gint64 id = 1; id <= 2; id++)
    {
      PltCallFacts *call = PLT_FACTS_ADD (facts->calls, PltCallFacts, id);

      call->call_sheet = 7;
      call->group = "comediens";
      call->role = id == 1 ? FILM_NORA : FILM_MILO;
      call->function = call->sequences = call->costume = call->remark = "";
      call->typed = id == 1 ? "hmc" : "";
      call->hmc_minutes = 500;
      call->pat_minutes = 540;
      call->pickup_minutes = call->arrival_minutes = call->end_minutes = PLT_UNKNOWN;
      call->dress_start_minutes = call->makeup_start_minutes = call->hair_start_minutes
          = call->dress_minutes = call->makeup_minutes = call->hair_minutes = PLT_UNKNOWN;
    }
  facts->days.items[0].start_minutes = 600;
  plan = plt_plan_new (facts, 0);
  plt_callsheet_follow (facts, plan, 7, batch);
  g_assert_cmpint (value_of (find_update (batch, "call_sheet", 7), "pat_minutes")->integer, ==,
                   600);
  g_assert_cmpint (value_of (find_update (batch, "call_sheet", 7), "crew_minutes")->integer, ==,
                   540);
  g_assert_null (value_of (find_update (batch, "call_sheet", 7), "end_minutes"));
  g_assert_cmpint (value_of (find_update (batch, "call", 1), "pat_minutes")->integer, ==, 600);
  g_assert_null (value_of (find_update (batch, "call", 1), "hmc_minutes"));
  g_assert_cmpstr (value_of (find_update (batch, "call", 1), "sequences")->text, ==, "1, 2");
  g_assert_cmpint (find_update (batch, "call", 2)->kind, ==, PLT_EDIT_DELETE);
  g_assert_nonnull (find_call (batch, FILM_CROWD));

  facts->sheets.items[0].status = "envoyee";
  plt_callsheet_follow (facts, plan, 7, sent);
  g_assert_cmpuint (plt_batch_get_n_edits (sent), ==, 0);
}

static void
test_needs_safety (void)
{
  static const struct
  {
    const char *hazards;
    gboolean needed;
  } cases[] = { { "", FALSE },       { "nuit", FALSE },          { "enfant,eau", FALSE },
                { "cascade", TRUE }, { "enfant,hauteur", TRUE }, { "feu,nuit", TRUE },
                { "arme", TRUE },    { "larmes", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PltSequenceFacts sequence = { .hazards = cases[i].hazards };

      g_assert_cmpint (plt_callsheet_needs_safety (&sequence), ==, cases[i].needed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/callsheet/make", test_make);
  g_test_add_func ("/callsheet/later-pat", test_later_pat);
  g_test_add_func ("/callsheet/needs", test_needs);
  g_test_add_func ("/callsheet/replace", test_replace);
  g_test_add_func ("/callsheet/retime", test_retime);
  g_test_add_func ("/callsheet/after-meal", test_after_meal);
  g_test_add_func ("/callsheet/costume-and-ride", test_costume_and_ride);
  g_test_add_func ("/callsheet/follow", test_follow);
  g_test_add_func ("/callsheet/needs-safety", test_needs_safety);
  return g_test_run ();
}
