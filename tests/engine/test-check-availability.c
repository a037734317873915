/* What cannot be had, permits, two places at once, wishes of order, light and the soft findings:
 * each rule on the smallest film that breaks it, with the row it points at and how grave it is. The
 * film is that of plt-test-film: J1 Monday 12 April 2027, 9h00 to 19h00, séquences 1 and 2; J2 the
 * day after, 18h00 to 27h00, séquence 3. */
#include "plt-check.h"
#include "plt-test-film.h"
#include "plt-test-production.h"

#include <string.h>

#define APRIL(day) plt_date_from_ymd (2027, 4, day)

static char *folder, *marks, *law;

static void
keep (PltFacts *facts, const char *name, const char *content)
{
  PltReferentialFacts *row = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts,
                                            (gint64) facts->referentials.n + 1);

  row->name = name;
  row->version = "1";
  row->content = content;
}

static PltAvailabilityFacts *
window (PltFacts *facts, const char *kind, int from, int to)
{
  PltAvailabilityFacts *row = PLT_FACTS_ADD (facts->availability, PltAvailabilityFacts,
                                             (gint64) facts->availability.n + 1);

  row->kind = kind;
  row->from_date = from != 0 ? APRIL (from) : PLT_DATE_NONE;
  row->to_date = to != 0 ? APRIL (to) : PLT_DATE_NONE;
  row->from_minutes = row->to_minutes = PLT_UNKNOWN;
  row->note = "";
  return row;
}

static PltEngagementFacts *
engage (PltFacts *facts, gint64 person, gint64 role)
{
  PltEngagementFacts *row
      = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, (gint64) facts->engagements.n + 1);

  if (PLT_FACTS_FIND (facts->people, PltPersonFacts, person) == NULL)
    {
      PltPersonFacts *body = PLT_FACTS_ADD (facts->people, PltPersonFacts, person);

      body->last_name = "Kerdoncuff";
      body->first_name = "Anna";
      body->phone = body->email = body->address = body->city = body->diet = "";
      body->birth_date = PLT_DATE_NONE;
      body->drive_minutes = PLT_UNKNOWN;
    }
  row->person = person;
  row->role = role;
  row->department = row->function = row->unit = row->hold = row->child_permit = "";
  row->status = "confirme";
  row->from_date = row->to_date = PLT_DATE_NONE;
  row->rate_cents = row->hmc_minutes = row->drop_after = row->guaranteed_days = PLT_UNKNOWN;
  row->child_minutes = row->child_until_minutes = PLT_UNKNOWN;
  return row;
}

static PltOrderFacts *
wish (PltFacts *facts, gint64 sequence, const char *kind, gint64 other)
{
  PltOrderFacts *row = PLT_FACTS_ADD (facts->orders, PltOrderFacts, (gint64) facts->orders.n + 1);

  row->sequence = sequence;
  row->kind = kind;
  row->other = other;
  row->days = PLT_UNKNOWN;
  row->reason = "";
  return row;
}

static PltStripFacts *
place (PltFacts *facts, gint64 day, gint64 sequence)
{
  PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, (gint64) facts->strips.n + 1);

  *strip = (PltStripFacts){
    strip->id, FILM_SCHEDULE, day, strip->id * 1024, "sequence", sequence, "", PLT_UNKNOWN, "",
    "",        FALSE,         ""
  };
  return strip;
}

static PltDayFacts *
add_day (PltFacts *facts, PltDate date)
{
  PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, (gint64) facts->days.n + 1);
  gint64 id = day->id;

  *day = facts->days.items[0];
  day->id = id;
  day->position = id * 1024;
  day->date = date;
  return day;
}

/* ---- people, elements, places ---- */

static void
nora_away (PltFacts *facts)
{
  window (facts, "indisponible", 12, 12)->element = FILM_NORA;
}

static void
actor_away (PltFacts *facts)
{
  engage (facts, 1, FILM_MILO);
  window (facts, "indisponible", 13, 13)->person = 1;
}

static void
only_later (PltFacts *facts)
{
  window (facts, "disponible", 14, 0)->element = FILM_NORA;
}

static void
out_of_contract (PltFacts *facts)
{
  engage (facts, 1, FILM_MILO)->to_date = APRIL (12);
}

static void
evenings (PltFacts *facts)
{
  PltAvailabilityFacts *row = window (facts, "indisponible", 12, 12);

  row->element = FILM_NORA; /* 9h00 to 18h00 is enough for her three hours */
  row->from_minutes = 1080;
}

static void
one_hour (PltFacts *facts)
{
  PltAvailabilityFacts *row = window (facts, "disponible", 12, 13);

  row->element = FILM_NORA;
  row->from_minutes = 540;
  row->to_minutes = 600;
}

static void
perhaps (PltFacts *facts)
{
  window (facts, "option", 12, 12)->element = FILM_NORA;
}

static void
no_crowd (PltFacts *facts)
{
  window (facts, "indisponible", 12, 12)->element = FILM_CROWD;
}

static void
no_quay (PltFacts *facts)
{
  window (facts, "indisponible", 13, 13)->set = FILM_SET_QUAY;
}

static void
no_port (PltFacts *facts)
{
  window (facts, "indisponible", 12, 13)->location = FILM_PLACE_PORT;
}

static void
low_tide (PltFacts *facts)
{
  window (facts, "disponible", 20, 22)->sequence = 1;
}

static void
window_of_nothing (PltFacts *facts)
{
  window (facts, "indisponible", 12, 13);
}

static void
window_backwards (PltFacts *facts)
{
  window (facts, "indisponible", 13, 12)->element = FILM_NORA;
}

static void
window_of_two (PltFacts *facts)
{
  PltAvailabilityFacts *row = window (facts, "indisponible", 1, 2);

  row->element = FILM_NORA;
  row->set = FILM_SET_QUAY;
}

static void
contract_backwards (PltFacts *facts)
{
  PltEngagementFacts *row = engage (facts, 1, FILM_NORA);

  row->from_date = APRIL (13);
  row->to_date = APRIL (12);
}

static void
permit_refused (PltFacts *facts)
{
  facts->locations.items[0].permit = "refusee";
}

static void
permit_asked (PltFacts *facts)
{
  facts->locations.items[1].permit = "deposee";
}

static PltElementFacts *
element (PltFacts *facts, gint64 id)
{
  return (PltElementFacts *) PLT_FACTS_FIND (facts->elements, PltElementFacts, id);
}

static void
crowd_permit (PltFacts *facts)
{
  element (facts, FILM_CROWD)->permit = "accordee";
  element (facts, FILM_CROWD)->permit_from = APRIL (13);
  element (facts, FILM_CROWD)->permit_to = PLT_DATE_NONE;
}

static void
a_weapon (PltFacts *facts)
{
  facts->categories.items[1].hazard = "arme";
}

static void
second_unit (PltFacts *facts)
{
  facts->days.items[1].date = facts->days.items[0].date;
  facts->days.items[1].unit = 2;
}

static void
two_roles (PltFacts *facts)
{
  second_unit (facts);
  engage (facts, 1, FILM_NORA);
  engage (facts, 1, FILM_MILO);
}

static void
crowd_twice (PltFacts *facts)
{
  second_unit (facts);
  facts->categories.items[1].family = "vehicules";
  facts->occurrences.items[5].sequence = 3;
  plt_facts_index (facts);
}

static void
fitting (PltFacts *facts)
{
  PltEventFacts *event = PLT_FACTS_ADD (facts->events, PltEventFacts, 1);

  event->date = APRIL (12);
  event->start_minutes = 600;
  event->end_minutes = 660;
  event->kind = "essayage";
  event->element = FILM_NORA;
  event->text = event->note = "";
}

/* ---- order ---- */

static void
wish_broken (PltFacts *facts)
{
  wish (facts, 3, "avant", 1);
}

static void
order_broken (PltFacts *facts)
{
  wish (facts, 3, "jour-avant", 1)->compulsory = TRUE;
}

static void
wish_of_itself (PltFacts *facts)
{
  wish (facts, 3, "avant", 3);
}

static void
burnt (PltFacts *facts)
{
  facts->sequences.items[0].hazards = "feu";
}

static void
end_first (PltFacts *facts)
{
  for (int i = 0; i < 4; i++)
    {
      add_day (facts, APRIL (20 + i));
      facts->sequences.items[i].position = 4 - i;
    }
}

static void
dropped (PltFacts *facts)
{
  facts->sequences.items[2].status = "supprimee";
}

static void
shot_again (PltFacts *facts)
{
  facts->sequences.items[0].status = "tournee";
  facts->strips.items[0].shot = "tournee";
  place (facts, FILM_DAY_2, 1);
}

static void
retake (PltFacts *facts)
{
  facts->sequences.items[0].status = "retake";
  facts->strips.items[0].shot = "tournee";
}

static void
postponed (PltFacts *facts)
{
  facts->sequences.items[0].status = "reportee";
  facts->strips.items[0].shot = "reportee";
}

/* ---- light ---- */

static void
no_coordinates (PltFacts *facts)
{
  facts->locations.items[0].latitude_e6 = PLT_UNKNOWN;
}

static void
night_by_day (PltFacts *facts)
{
  facts->days.items[1].start_minutes = 600; /* 10h00 to 18h00: the sun sets at 20h34 in Paris */
  facts->days.items[1].end_minutes = 1080;
}

static void
short_night (PltFacts *facts)
{
  facts->days.items[1].start_minutes = 1080; /* to 23h00: dark from about 21h07, 180 min wanted */
  facts->days.items[1].end_minutes = 1380;
}

static void
short_day (PltFacts *facts)
{
  facts->days.items[0].start_minutes
      = 1140; /* 19h00 to 24h00: an hour and a half of sun, 2 h wanted */
  facts->days.items[0].end_minutes = 1440;
}

static void
no_dawn (PltFacts *facts)
{
  facts->sequences.items[0].effect = "AUBE"; /* the day begins at 9h00, the sun at 7h09 */
}

/* ---- soft ---- */

static void
day_after_night (PltFacts *facts)
{
  add_day (facts, APRIL (14));
}

/* Nights until 1h, then a day that begins at 14h: no change to days. */
static void
mixed_day (PltFacts *facts)
{
  day_after_night (facts);
  facts->days.items[facts->days.n - 1].start_minutes = 14 * 60;
  facts->days.items[facts->days.n - 1].end_minutes = 23 * 60;
}

static void
moves (PltFacts *facts)
{
  facts->locations.items[1].permit = "inutile";
  place (facts, FILM_DAY_1, 3); /* quay, house, quay */
}

/* J3 to J6 with a séquence each: three of 2:20 of film, half a page and 1 h 40, then the one given.
 */
static void
fill (PltFacts *facts, gint64 seconds, gint64 eighths, gint64 minutes)
{
  facts->schedules.items[0].day_minutes = 2000;
  facts->sequences.items[0].eighths = facts->sequences.items[1].eighths = 2;
  for (gint64 i = 0; i < 4; i++)
    {
      PltSequenceFacts *row = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, 10 + i);
      gint64 id = row->id;

      *row = facts->sequences.items[1];
      row->id = id;
      row->number = "1";
      row->premin_seconds = i == 3 ? seconds : 140;
      row->eighths = i == 3 ? eighths : 4;
      row->shooting_minutes = i == 3 ? minutes : 100;
      place (facts, add_day (facts, APRIL (19 + (int) i))->id, id);
    }
}

static void
much_film (PltFacts *facts)
{
  fill (facts, 600, 4, 100);
}

static void
many_pages (PltFacts *facts)
{
  fill (facts, 140, 20, 100);
}

static void
long_day (PltFacts *facts)
{
  fill (facts, 140, 4, 700);
}

static void
much_a_day (PltFacts *facts)
{
  fill (facts, 140, 4, 100);
  facts->production.kind = "long-metrage";
  for (guint i = 0; i < facts->sequences.n; i++)
    facts->sequences.items[i].premin_seconds = 300;
}

static void
little_a_day (PltFacts *facts)
{
  fill (facts, 140, 4, 100);
  facts->production.kind = "serie";
}

static void
heavy_first (PltFacts *facts)
{
  fill (facts, 140, 4, 100);
  facts->sequences.items[0].shooting_minutes = 400;
}

static void
intimate_first (PltFacts *facts)
{
  fill (facts, 140, 4, 100);
  facts->sequences.items[1].hazards = "intimite";
}

static void
cover_used (PltFacts *facts)
{
  facts->sequences.items[0].cover_set = FILM_SET_KITCHEN;
  facts->sequences.items[1].status = "tournee"; /* and 4, in the pool, is taken away */
  facts->sequences.items[3].status = "supprimee";
}

static void
cover_away (PltFacts *facts)
{
  facts->sequences.items[0].cover_set = FILM_SET_KITCHEN;
  window (facts, "indisponible", 12, 12)->location = FILM_PLACE_HOUSE;
}

static void
guaranteed (PltFacts *facts)
{
  engage (facts, 1, FILM_NORA)->guaranteed_days = 5; /* has two */
}

static void
exceeded (PltFacts *facts)
{
  engage (facts, 1, FILM_NORA)->guaranteed_days = 1;
}

static void
as_it_stands (PltFacts *facts)
{
}

/* Three more days of exteriors: five are told at once. */
static void
five_bare (PltFacts *facts)
{
  for (int i = 0; i < 3; i++)
    {
      PltDayFacts *day = add_day (facts, APRIL (16 + i));

      place (facts, day->id, 3);
    }
}

/* Four séquences with fire on the quay, used again on a later day. */
static void
all_burnt (PltFacts *facts)
{
  PltSequenceFacts *row = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, 5);

  *row = facts->sequences.items[0];
  row->id = 5;
  row->number = "5";
  for (int i = 0; i < 5; i++)
    {
      PltDayFacts *day = add_day (facts, APRIL (16 + i));

      facts->sequences.items[i].hazards = "feu";
      facts->sequences.items[i].set = FILM_SET_QUAY;
      place (facts, day->id, i + 1);
    }
}

static void
two_options (PltFacts *facts)
{
  window (facts, "option", 1, 30)->element = FILM_NORA;
}

#define E PLT_SEVERITY_ERROR
#define W PLT_SEVERITY_WARNING
#define I PLT_SEVERITY_INFO

static const struct
{
  const char *rule;
  PltSeverity severity;
  void (*spoil) (PltFacts *facts);
  const char *table;
  gint64 row;
  guint n;           /* findings of the rule */
  const char *words; /* part of the sentence */
} rules[] = {
  { "plan.role-unavailable", E, nora_away, "strip", 1, 1, "NORA cannot be had on D1" },
  { "plan.role-unavailable", E, actor_away, "strip", 3, 1, "on 13/04/2027" },
  { "plan.role-unavailable", E, only_later, "strip", 1, 2, "available only from 14/04/2027 on" },
  { "plan.contract-dates", E, out_of_contract, "strip", 3, 1, "until 12/04/2027" },
  { "plan.hours-short", W, evenings, "strip", 1, 1, "from 9h00 to 18h00 only" },
  { "plan.hours-short", E, one_hour, "strip", 1, 1, "needed for 3" },
  { "plan.to-confirm", I, perhaps, "strip", 1, 1, "NORA is not confirmed" },
  { "plan.element-unavailable", E, no_crowd, "strip", 1, 1, "Dockers" },
  { "plan.set-unavailable", E, no_quay, "strip", 3, 1, "QUAI" },
  { "plan.location-unavailable", E, no_port, "strip", 1, 2, "Port" },
  { "plan.sequence-window", E, low_tide, "strip", 1, 1, "Sequence 1" },
  { "plan.availability-empty", W, window_of_nothing, "availability", 1, 1, "concerns nothing" },
  { "plan.availability-empty", W, window_backwards, "availability", 1, 1, "before it begins" },
  { "plan.availability-empty", W, contract_backwards, "engagement", 1, 1, "engagement" },
  { "plan.availability-several", I, window_of_two, "availability", 1, 1, "several things" },
  { "plan.permit", E, permit_refused, "location", FILM_PLACE_PORT, 1, "refused" },
  { "plan.permit", E, permit_asked, "location", FILM_PLACE_HOUSE, 1, "No granted permit" },
  { "plan.element-permit", E, crowd_permit, "element", FILM_CROWD, 1, "does not cover D1" },
  { "plan.element-permit-unknown", W, a_weapon, "element", FILM_CROWD, 1, "weapon" },
  { "plan.role-twice-at-once", E, second_unit, "element", FILM_NORA, 1, "both units" },
  { "plan.person-twice-at-once", E, two_roles, "element", FILM_MILO, 1, "Anna Kerdoncuff" },
  { "plan.element-twice-at-once", W, crowd_twice, "element", FILM_CROWD, 1, "Dockers" },
  { "plan.event-at-once", W, fitting, "event", 1, 1, "from 10h00 to 11h00" },
  { "plan.order-wish", W, wish_broken, "strip", 3, 1, "Sequence 3 is to be shot before" },
  { "plan.order", E, order_broken, "strip", 3, 1, "on a day before" },
  { "plan.order-empty", W, wish_of_itself, "sequence_order", 1, 1, "twice" },
  { "plan.fire-last", I, burnt, "strip", 1, 1, "QUAI" },
  { "plan.story-end-first", I, end_first, "strip", 1, 1, "ends the story" },
  { "plan.dropped-planned", W, dropped, "strip", 3, 1, "dropped" },
  { "plan.shot-again", W, shot_again, "strip", 4, 1, "was shot on D1" },
  { "plan.retake-unplaced", W, retake, "sequence", 1, 1, "shot again" },
  { "plan.rest-unplaced", W, postponed, "sequence", 1, 1, "the rest" },
  { "plan.no-coordinates", I, no_coordinates, "location", FILM_PLACE_PORT, 1, "Port" },
  { "plan.darkness", W, night_by_day, "strip", 3, 1, "not dark" },
  { "plan.darkness-short", W, short_night, "strip", 3, 1, "of darkness" },
  { "plan.daylight-short", W, short_day, "strip", 1, 1, "of daylight" },
  { "plan.twilight", W, no_dawn, "strip", 1, 1, "dawn or dusk" },
  { "plan.night-to-day", W, day_after_night, "shooting_day", 3, 1, "D3" },
  { "plan.moves", W, moves, "shooting_day", 1, 1, "2 company moves" },
  { "plan.film-minutes", W, much_film, "shooting_day", 6, 1, "10:00 of film" },
  { "plan.heavy-day", W, many_pages, "shooting_day", 6, 1, "4/8 pages" },
  { "plan.heavy-day", W, long_day, "shooting_day", 6, 1, "of shooting" },
  { "plan.pace", W, much_a_day, "schedule", FILM_SCHEDULE, 1, "Add days" },
  { "plan.pace", I, little_a_day, "schedule", FILM_SCHEDULE, 1, "Fewer days" },
  { "plan.first-day-heavy", I, heavy_first, "shooting_day", 1, 1, "first day" },
  { "plan.first-day-delicate", W, intimate_first, "strip", 2, 1, "Sequence 2" },
  { "plan.cover-set-used", W, cover_used, "strip", 1, 1, "CUISINE" },
  { "plan.cover-set-unavailable", W, cover_away, "strip", 1, 1, "CUISINE" },
  { "plan.guaranteed-unused", W, guaranteed, "engagement", 1, 1, "5, in the plan: 2" },
  { "plan.guaranteed-exceeded", I, exceeded, "engagement", 1, 1, "1, in the plan: 2" },
  { "plan.no-cover-set", I, as_it_stands, "strip", 1, 2, "(1)" },
  { "plan.fire-last", I, all_burnt, "strip", 4, 1, "4 sequences are marked for fire" },
  { "plan.no-cover-set", I, five_bare, "strip", 1, 1, "5 days have exteriors" },
  { "plan.to-confirm", I, two_options, "strip", 1, 1, "2 days of the plan" },
};

static GPtrArray *
check (PltFacts *facts)
{
  GPtrArray *issues = plt_issues_new ();
  g_autoptr (PltPlan) plan = NULL;

  keep (facts, "reperes-plan", marks);
  keep (facts, "temps-de-travail", law);
  plan = plt_plan_new (facts, 0);
  plt_check_plan (facts, plan, issues);
  return issues;
}

static const PltIssue *
find (const GPtrArray *issues, const char *rule, guint *n)
{
  const PltIssue *found = NULL;

  *n = 0;
  for (guint i = 0; i < issues->len; i++)
    if (g_str_equal (((const PltIssue *) issues->pdata[i])->rule, rule))
      {
        found = found != NULL ? found : issues->pdata[i];
        (*n)++;
      }
  return found;
}

static void
test_rule (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data), n;
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (PltFacts) clean = film_new ();
  g_autoptr (GPtrArray) before = check (clean);
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue;

  if (rules[index].spoil != as_it_stands && rules[index].spoil != five_bare)
    g_assert_null (find (before, rules[index].rule, &n));
  rules[index].spoil (facts);
  issues = check (facts);
  issue = find (issues, rules[index].rule, &n);
  g_assert_nonnull (issue);
  g_assert_cmpuint (n, ==, rules[index].n);
  g_assert_cmpint (issue->severity, ==, rules[index].severity);
  g_assert_cmpstr (issue->ref.table, ==, rules[index].table);
  g_assert_cmpint (issue->ref.id, ==, rules[index].row);
  if (issue->ref.column != NULL)
    g_assert_nonnull (plt_table_column (plt_table_find (issue->ref.table), issue->ref.column));
  if (strstr (issue->message, rules[index].words) == NULL)
    g_error ("“%s” does not say “%s”", issue->message, rules[index].words);
}

/* What keeps to the rules is let be. */
static void
test_silence (void)
{
  static const struct
  {
    const char *rule;
    void (*spoil) (PltFacts *facts);
    const char *kind;
    gint64 sequence, other, days;
  } wishes[] = {
    { "plan.order-wish", NULL, "avant", 1, 3, PLT_UNKNOWN },
    { "plan.order-wish", NULL, "avant", 1, 2, PLT_UNKNOWN }, /* the same day will do */
    { "plan.order-wish", NULL, "avant", 2, 1, PLT_UNKNOWN },
    { "plan.order-wish", NULL, "jour-avant", 1, 3, PLT_UNKNOWN },
    { "plan.order-wish", NULL, "meme-jour", 1, 2, PLT_UNKNOWN },
    { "plan.order-wish", NULL, "proche", 1, 3, 1 },
    { "plan.order-wish", NULL, "proche", 1, 3, PLT_UNKNOWN },
    { "plan.order-wish", NULL, "avant", 4, 1, PLT_UNKNOWN }, /* 4 is on no day */
    { "plan.night-to-day", NULL, NULL, 0, 0, 0 },
    { "plan.night-to-day", mixed_day, NULL, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      g_autoptr (PltFacts) facts = film_new ();
      g_autoptr (GPtrArray) issues = NULL;
      guint n;

      if (wishes[i].kind != NULL)
        wish (facts, wishes[i].sequence, wishes[i].kind, wishes[i].other)->days = wishes[i].days;
      else if (wishes[i].spoil != NULL)
        wishes[i].spoil (facts);
      else
        add_day (facts, APRIL (15)); /* a free day after the night */
      issues = check (facts);
      if (find (issues, wishes[i].rule, &n) != NULL)
        g_error ("case %u", i);
    }
  {
    g_autoptr (PltFacts) facts = film_new ();
    g_autoptr (GPtrArray) issues = NULL;
    guint n;

    wish (facts, 1, "proche", 3)->days = 0;
    wish (facts, 1, "meme-jour", 3);
    wish (facts, 1, "jour-avant", 2);
    issues = check (facts);
    find (issues, "plan.order-wish", &n);
    g_assert_cmpuint (n, ==, 3);
  }
}

/* Two units far apart in the day may share a role: that is said less gravely. */
static void
test_follow (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (GPtrArray) issues = NULL;
  const PltIssue *issue;
  guint n;

  second_unit (facts);
  facts->days.items[1].start_minutes = 1200;
  issues = check (facts);
  issue = find (issues, "plan.role-twice-at-once", &n);
  g_assert_nonnull (issue);
  g_assert_cmpint (issue->severity, ==, PLT_SEVERITY_WARNING);
}

/* Without the referential the marks of usage say nothing. */
static void
test_no_marks (void)
{
  g_autoptr (PltFacts) facts = film_new ();
  g_autoptr (GPtrArray) issues = plt_issues_new ();
  g_autoptr (PltPlan) plan = NULL;
  guint n;

  much_film (facts);
  moves (facts);
  day_after_night (facts);
  plan = plt_plan_new (facts, 0);
  plt_check_plan (facts, plan, issues);
  g_assert_null (find (issues, "plan.film-minutes", &n));
  g_assert_null (find (issues, "plan.pace", &n));
  g_assert_null (find (issues, "plan.moves", &n));
  g_assert_null (find (issues, "plan.night-to-day", &n));
}

static gboolean
exists (const PltFacts *facts, PltRef ref)
{
#define ROW(list, Type, name)                                                                      \
  if (g_str_equal (ref.table, name))                                                               \
  return PLT_FACTS_FIND (facts->list, Type, ref.id) != NULL
  ROW (strips, PltStripFacts, "strip");
  ROW (days, PltDayFacts, "shooting_day");
  ROW (elements, PltElementFacts, "element");
  ROW (locations, PltLocationFacts, "location");
  ROW (sequences, PltSequenceFacts, "sequence");
  ROW (engagements, PltEngagementFacts, "engagement");
  ROW (availability, PltAvailabilityFacts, "availability");
  ROW (orders, PltOrderFacts, "sequence_order");
  ROW (events, PltEventFacts, "event");
  ROW (schedules, PltScheduleFacts, "schedule");
  ROW (people, PltPersonFacts, "person");
#undef ROW
  return ref.id == 0;
}

/* On whole films: every finding is a sentence about a row that is there, the same twice over. */
static void
test_films (void)
{
  g_autofree char *data = g_build_filename (folder, NULL);

  for (guint32 seed = 1; seed <= 5; seed++)
    {
      g_autoptr (PltFacts) facts = plt_test_production (seed, data);
      g_autoptr (PltFacts) again = plt_test_production (seed, data);
      g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
      g_autoptr (PltPlan) same = plt_plan_new (again, 0);
      g_autoptr (GPtrArray) issues = plt_issues_new ();
      g_autoptr (GPtrArray) others = plt_issues_new ();

      g_assert_cmpuint (plan->n_shooting_days + plan->n_beside, ==, 45);
      g_assert_cmpuint (plan->n_sequences, ==, 150);
      plt_check_plan (facts, plan, issues);
      plt_check_plan (again, same, others);
      g_assert_cmpuint (issues->len, >, 50);
      g_assert_cmpuint (issues->len, ==, others->len);
      for (guint i = 0; i < issues->len; i++)
        {
          const PltIssue *issue = issues->pdata[i], *other = others->pdata[i];

          g_assert_cmpstr (issue->message, ==, other->message);
          g_assert_true (exists (facts, issue->ref));
          g_assert_true (g_str_has_suffix (issue->message, "."));
        }
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *one = NULL;
  g_autofree char *two = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials", NULL);
  one = g_build_filename (folder, "reperes-plan.tsv", NULL);
  two = g_build_filename (folder, "temps-de-travail.tsv", NULL);
  g_assert_true (g_file_get_contents (one, &marks, NULL, NULL));
  g_assert_true (g_file_get_contents (two, &law, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autofree char *path = g_strdup_printf ("/check-availability/%u-%s", i, rules[i].rule);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_rule);
    }
  g_test_add_func ("/check-availability/silence", test_silence);
  g_test_add_func ("/check-availability/follow", test_follow);
  g_test_add_func ("/check-availability/no-marks", test_no_marks);
  g_test_add_func ("/check-availability/films", test_films);
  status = g_test_run ();
  g_free (folder);
  g_free (marks);
  g_free (law);
  return status;
}
