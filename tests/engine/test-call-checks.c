/* Each rule on the hours of a sheet fires on the smallest day that breaks it, and is silent on the
 * day as it stands. */
#include "plt-call-checks.h"
#include "plt-check.h"
#include "plt-test-film.h"

#include <string.h>

#define SHEET_1 7
#define SHEET_2 8

static char *law;

static void
add_sheet (PltFacts *facts, gint64 id, gint64 day, gint64 pat, gint64 end)
{
  PltSheetFacts *sheet = PLT_FACTS_ADD (facts->sheets, PltSheetFacts, id);

  sheet->day = day;
  sheet->number = day;
  sheet->version = 1;
  sheet->status = "brouillon";
  sheet->day_type = "continue";
  sheet->crew_minutes = pat - 60;
  sheet->pat_minutes = pat;
  sheet->end_minutes = end;
  sheet->meal_minutes = pat + 240;
  sheet->meal_end_minutes = sheet->makeup_chairs = sheet->hair_chairs = PLT_UNKNOWN;
  sheet->margin_minutes = PLT_UNKNOWN;
  sheet->first_aid = sheet->safety = "Gilets";
}

static PltCallFacts *
add_call (PltFacts *facts, gint64 id, gint64 sheet, gint64 role)
{
  PltCallFacts *call = PLT_FACTS_ADD (facts->calls, PltCallFacts, id);

  call->call_sheet = sheet;
  call->group = "comediens";
  call->role = role;
  call->function = call->sequences = call->costume = call->travel = call->typed = "";
  call->pickup_minutes = 470;
  call->arrival_minutes = call->hmc_minutes = 500;
  call->pat_minutes = 540;
  call->end_minutes = 1080;
  call->dress_start_minutes = call->makeup_start_minutes = call->hair_start_minutes = PLT_UNKNOWN;
  call->dress_minutes = call->makeup_minutes = call->hair_minutes = PLT_UNKNOWN;
  return call;
}

static void
add_movement (PltFacts *facts, gint64 id, PltDate date, gint64 start, gint64 back)
{
  PltMovementFacts *movement = PLT_FACTS_ADD (facts->movements, PltMovementFacts, id);
  PltStopFacts *stop = PLT_FACTS_ADD (facts->stops, PltStopFacts, id);

  movement->vehicle = 1;
  movement->driver = 9;
  movement->date = date;
  movement->number = id == 1 ? "M1" : "M2";
  movement->kind = "aller";
  movement->start_minutes = start;
  movement->return_minutes = back;
  movement->needed_minutes = movement->drive_minutes = movement->margin_minutes = PLT_UNKNOWN;
  stop->movement = id;
  stop->kind = "montee";
  stop->count = 4;
  stop->stop_minutes = PLT_UNKNOWN;
}

static PltInsuranceFacts *
add_policy (PltFacts *facts, gint64 id, const char *kind)
{
  PltInsuranceFacts *policy = PLT_FACTS_ADD (facts->insurances, PltInsuranceFacts, id);

  policy->kind = kind;
  policy->from_date = facts->days.items[0].date;
  policy->to_date = policy->from_date + 1;
  policy->excluded = "";
  return policy;
}

/* Two days, 9h00 to 18h00, one call, a car of four seats and its driver. */
static PltFacts *
quiet_film (void)
{
  PltFacts *facts = film_new ();
  PltReferentialFacts *referential = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, 1);
  PltVehicleFacts *vehicle = PLT_FACTS_ADD (facts->vehicles, PltVehicleFacts, 1);
  PltPersonFacts *driver = PLT_FACTS_ADD (facts->people, PltPersonFacts, 9);

  referential->name = "temps-de-travail";
  referential->version = "1";
  referential->content = law;
  facts->production.agreement = "3097";
  vehicle->name = "Minibus";
  vehicle->seats = 4;
  driver->first_name = "Erwan";
  driver->last_name = "Kerleau";
  driver->birth_date = PLT_DATE_NONE;
  driver->drive_minutes = PLT_UNKNOWN;
  facts->days.items[0].end_minutes = facts->days.items[1].end_minutes = 1080;
  facts->days.items[1].date = facts->days.items[0].date + 1;
  for (guint i = 0; i < facts->sequences.n; i++)
    facts->sequences.items[i].int_ext = "INT";
  add_sheet (facts, SHEET_1, FILM_DAY_1, 540, 1080);
  add_sheet (facts, SHEET_2, FILM_DAY_2, 540, 1080);
  add_call (facts, 1, SHEET_1, FILM_NORA);
  add_call (facts, 2, SHEET_2, FILM_NORA);
  add_movement (facts, 1, facts->days.items[0].date, 420, 500);
  return facts;
}

static void
hmc_late (PltFacts *facts)
{
  facts->calls.items[0].dress_start_minutes = 500;
  facts->calls.items[0].dress_minutes = 45;
}

static void
arrival_late (PltFacts *facts)
{
  facts->calls.items[0].arrival_minutes = 510;
}

static void
pickup_late (PltFacts *facts)
{
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, 1);

  person->birth_date = PLT_DATE_NONE;
  person->drive_minutes = 31;
  facts->calls.items[0].person = 1;
}

static void
two_in_a_chair (PltFacts *facts)
{
  PltCallFacts *call = add_call (facts, 3, SHEET_1, FILM_MILO);

  call->hair_start_minutes = facts->calls.items[0].hair_start_minutes = 500;
  call->hair_minutes = facts->calls.items[0].hair_minutes = 30;
  facts->sheets.items[0].hair_chairs = 1;
}

static void
queue (PltFacts *facts)
{
  for (guint i = 0; i < 2; i++)
    {
      PltCallFacts *call
          = i == 0 ? &facts->calls.items[0] : add_call (facts, 3, SHEET_1, FILM_MILO);

      call->dress_minutes = call->hair_minutes = 0;
      call->makeup_minutes = 40;
      call->makeup_start_minutes = i == 0 ? 500 : 460;
      call->hmc_minutes = call->arrival_minutes = i == 0 ? 500 : 460;
      call->pickup_minutes = PLT_UNKNOWN;
    }
  facts->sheets.items[0].makeup_chairs = 1; /* crew call 8h00, the second one begins at 7h40 */
}

/* The report says 22h00: ten hours to the crew call of 8h00. */
static void
real_wrap (PltFacts *facts)
{
  PltReportFacts *report = PLT_FACTS_ADD (facts->reports, PltReportFacts, 1);

  report->date = facts->days.items[0].date;
  report->unit = 1;
  report->end_minutes = 1320;
}

/* Released at 21h00, there at 8h20: 11 h 20 of the twelve hours of artists. */
static void
artist_rest (PltFacts *facts)
{
  facts->calls.items[0].end_minutes = 1260;
}

static void
minor (PltFacts *facts)
{
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, 1);

  person->birth_date = facts->days.items[0].date - 10 * 365;
  person->drive_minutes = PLT_UNKNOWN;
  facts->calls.items[1].person = 1;
  facts->calls.items[1].end_minutes = 1201; /* 20h01 */
}

static void
permit (PltFacts *facts)
{
  facts->locations.items[0].permit = "demandee";
}

static void
second_half (PltFacts *facts)
{
  facts->sheets.items[1].end_minutes = 780 + 60 + 361;
}

static void
seats (PltFacts *facts)
{
  facts->stops.items[0].count = 5;
}

static void
two_at_once (PltFacts *facts)
{
  add_movement (facts, 2, facts->days.items[0].date, 499, 560);
}

static void
driver_rest (PltFacts *facts)
{
  facts->movements.items[0].return_minutes = 1260; /* 21h00, then 7h00 */
  add_movement (facts, 2, facts->days.items[0].date + 1, 420, 500);
}

static const struct
{
  const char *rule;
  void (*breaks) (PltFacts *facts);
} cases[] = {
  { "sheet.hmc-late", hmc_late },
  { "sheet.arrival-late", arrival_late },
  { "sheet.pickup-late", pickup_late },
  { "sheet.chair-twice", two_in_a_chair },
  { "sheet.chairs", queue },
  { "sheet.rest", real_wrap },
  { "sheet.artist-rest", artist_rest },
  { "sheet.minor-hours", minor },
  { "sheet.permit", permit },
  { "sheet.second-meal", second_half },
  { "movement.seats", seats },
  { "movement.vehicle-twice", two_at_once },
  { "movement.driver-twice", two_at_once },
  { "movement.driver-rest", driver_rest },
};

static GPtrArray *
issues_of (const PltFacts *facts)
{
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  GPtrArray *issues = plt_issues_new ();

  plt_check_sheets (facts, plan, issues);
  plt_check_moves (facts, PLT_DATE_NONE, issues);
  return issues;
}

static guint
count (const GPtrArray *issues, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < issues->len; i++)
    n += g_str_equal (((const PltIssue *) issues->pdata[i])->rule, rule);
  return n;
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PltFacts) facts = quiet_film ();
      g_autoptr (GPtrArray) before = issues_of (facts);
      g_autoptr (GPtrArray) after = NULL;

      cases[i].breaks (facts);
      after = issues_of (facts);
      g_test_message ("%s", cases[i].rule);
      g_assert_cmpuint (count (before, cases[i].rule), ==, 0);
      g_assert_cmpuint (count (after, cases[i].rule), >=, 1);
    }
}

/* At the limit nothing is said. */
static void
test_limits (void)
{
  g_autoptr (PltFacts) facts = quiet_film ();
  g_autoptr (GPtrArray) issues = NULL;
  PltReportFacts *report = PLT_FACTS_ADD (facts->reports, PltReportFacts, 1);

  report->date = facts->days.items[0].date;
  report->unit = 1;
  report->end_minutes = 1260;                /* 21h00 to 8h00: eleven hours */
  facts->calls.items[0].end_minutes = 1220;  /* 20h20 to 8h20: twelve */
  facts->sheets.items[1].end_minutes = 1200; /* six hours after 14h00 */
  facts->movements.items[0].return_minutes = 1200;
  add_movement (facts, 2, facts->days.items[0].date + 1, 420, 500); /* eleven hours */
  issues = issues_of (facts);
  g_assert_cmpuint (count (issues, "sheet.rest"), ==, 0);
  g_assert_cmpuint (count (issues, "sheet.artist-rest"), ==, 0);
  g_assert_cmpuint (count (issues, "sheet.second-meal"), ==, 0);
  g_assert_cmpuint (count (issues, "movement.driver-rest"), ==, 0);
}

/* An exterior by day that begins at 21h00 in Paris. */
static void
test_light (void)
{
  g_autoptr (PltFacts) facts = quiet_film ();
  g_autoptr (GPtrArray) issues = NULL;

  facts->sequences.items[0].int_ext = "EXT";
  facts->sequences.items[0].effect = "JOUR";
  facts->sheets.items[0].pat_minutes = 1320;
  issues = issues_of (facts);
  g_assert_cmpuint (count (issues, "sheet.light"), ==, 1);
}

/* Both policies hold on the first and the last day of theirs; a day more, another place, or a
 * hazard they leave out, and the sheet says so. A second policy that takes the hazard in is
 * enough. */
static void
test_insurance (void)
{
  g_autoptr (PltFacts) facts = quiet_film ();
  gint64 place = facts->locations.items[0].id;
  PltInsuranceFacts *policy;
  GPtrArray *issues = issues_of (facts);
  guint none = count (issues, "sheet.insurance");

  g_ptr_array_unref (issues);
  g_assert_cmpuint (none, >=, 4); /* two kinds on two days */
  add_policy (facts, 1, "responsabilite-civile");
  policy = add_policy (facts, 2, "production");
  issues = issues_of (facts);
  g_assert_cmpuint (count (issues, "sheet.insurance"), ==, 0);
  g_assert_cmpuint (count (issues, "sheet.insurance-excluded"), ==, 0);
  g_ptr_array_unref (issues);

  policy->to_date--;
  issues = issues_of (facts);
  g_assert_cmpuint (count (issues, "sheet.insurance"), >=, 1);
  g_assert_cmpuint (count (issues, "sheet.insurance"), <, none);
  g_ptr_array_unref (issues);
  policy->to_date++;

  policy->location = place + 1000;
  issues = issues_of (facts);
  g_assert_cmpuint (count (issues, "sheet.insurance"), ==, none / 2);
  g_ptr_array_unref (issues);
  policy->location = 0;

  facts->sequences.items[0].hazards = "enfant,cascade";
  policy->excluded = "eau,cascade";
  issues = issues_of (facts);
  g_assert_cmpuint (count (issues, "sheet.insurance-excluded"), ==, 1);
  g_ptr_array_unref (issues);
  add_policy (facts, 3, "production");
  issues = issues_of (facts);
  g_assert_cmpuint (count (issues, "sheet.insurance-excluded"), ==, 0);
  g_ptr_array_unref (issues);
}

int
main (int argc, char **argv)
{
  int status;
  g_autofree char *path = g_build_filename (g_getenv ("PLATEAU_DATADIR"), "referentials",
                                            "temps-de-travail.tsv", NULL);

  g_test_init (&argc, &argv, NULL);
  g_assert_true (g_file_get_contents (path, &law, NULL, NULL));
  g_test_add_func ("/call-checks/rules", test_rules);
  g_test_add_func ("/call-checks/limits", test_limits);
  g_test_add_func ("/call-checks/light", test_light);
  g_test_add_func ("/call-checks/insurance", test_insurance);
  status = g_test_run ();
  g_free (law);
  return status;
}
