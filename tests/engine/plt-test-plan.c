#include "plt-test-plan.h"

#include <string.h>

static const char RULES[]
    = "code\tlibelle\tconvention\tvaleur\tunite\tsource\tconfiance\tmarque\n"
      "jour-max\tJour\t3097\t600\tmin\tart. 24\tA\tsource\n"
      "repos-quotidien\tRepos\t3097\t660\tmin\tart. 27\tA\tsource\n"
      "jours-consecutifs-max\tJours\t3097\t6\tjour\tL3132-1\tA\tsource\n"
      "nuit-ete\tNuit\t3097\t22:00-06:00\tplage\tart. 40\tA\tsource\n"
      "nuit-hiver\tNuit\t3097\t20:00-06:00\tplage\tart. 40\tA\tsource\n"
      "studio-dimanche-ferie\tStudio\t3097\tinterdit\tregle\tart. 41\tA\tsource\n"
      "ferie\tMineur\tmineurs\tinterdit\tregle\tL3164-6\tA\tsource\n"
      "enfant-3-5-jour\tEnfant\tmineurs\t120\tmin\tpratique\tB\tsource\n"
      "enfant-6-11-jour-scolaire\tEnfant\tmineurs\t180\tmin\tpratique\tB\tsource\n"
      "enfant-6-11-jour-vacances\tEnfant\tmineurs\t240\tmin\tpratique\tC\ta-verifier\n";

static const char HOLIDAYS[] = "code\tlibelle\tregle\tterritoire\tsource\n"
                               "noel\tNoël\tfixe:12-25\tfrance\tL3133-1\n"
                               "fete-du-travail\tFête du travail\tfixe:05-01\tfrance\tL3133-1\n";

static void
keep (PltFacts *facts, gint64 id, const char *name, const char *content)
{
  PltReferentialFacts *row = PLT_FACTS_ADD (facts->referentials, PltReferentialFacts, id);

  row->name = name;
  row->version = "1";
  row->content = content;
}

static void
add_category (PltFacts *facts, gint64 id, const char *code, const char *family, const char *hazard)
{
  PltCategoryFacts *row = PLT_FACTS_ADD (facts->categories, PltCategoryFacts, id);

  row->code = row->name = code;
  row->family = family;
  row->hazard = hazard;
  row->department = row->color = "";
}

PltFacts *
plan_film_new (void)
{
  PltFacts *facts = plt_facts_new ();
  PltScheduleFacts *schedule = PLT_FACTS_ADD (facts->schedules, PltScheduleFacts, 1);

  facts->production.id = 1;
  facts->production.agreement = "3097";
  facts->production.schedule = 1;
  facts->production.start_date = PLT_DATE_NONE;
  schedule->name = "Plan";
  schedule->status = "brouillon";
  schedule->author = schedule->reason = schedule->note = "";
  schedule->day_minutes = 480;
  schedule->published_date = PLT_DATE_NONE;
  keep (facts, 1, "temps-de-travail", RULES);
  keep (facts, 2, "jours-feries", HOLIDAYS);
  add_category (facts, PLAN_ROLES, "RO", "roles", "");
  add_category (facts, PLAN_CHILDREN, "EN", "roles", "enfant");
  add_category (facts, PLAN_ANIMALS, "AN", "animaux", "animal");
  return facts;
}

PltDayFacts *
plan_film_day (PltFacts *facts, gint64 id, PltDate date)
{
  PltDayFacts *day = PLT_FACTS_ADD (facts->days, PltDayFacts, id);

  day->schedule = 1;
  day->position = id * 1024;
  day->date = date;
  day->kind = "tournage";
  day->unit = 1;
  day->start_minutes = day->end_minutes = day->meal_minutes = PLT_UNKNOWN;
  day->note = "";
  return day;
}

PltLocationFacts *
plan_film_place (PltFacts *facts, gint64 id, const char *name)
{
  PltLocationFacts *place = PLT_FACTS_ADD (facts->locations, PltLocationFacts, id);

  place->name = name;
  place->address = place->postcode = place->city = place->contact = place->phone = "";
  place->hospital = place->hospital_phone = place->parking = place->access = "";
  place->base_camp = place->territory = place->note = "";
  place->kind = "naturel";
  place->permit = "a-faire";
  place->permit_from = place->permit_to = PLT_DATE_NONE;
  place->latitude_e6 = place->longitude_e6 = PLT_UNKNOWN;
  place->hospital_minutes = place->drive_minutes = place->fee_cents = PLT_UNKNOWN;
  return place;
}

PltSetFacts *
plan_film_set (PltFacts *facts, gint64 id, const char *name, gint64 location)
{
  PltSetFacts *set = PLT_FACTS_ADD (facts->sets, PltSetFacts, id);

  set->name = name;
  set->location = location;
  set->return_cents = PLT_UNKNOWN;
  set->note = "";
  return set;
}

PltSequenceFacts *
plan_film_sequence (PltFacts *facts, gint64 id, const char *number, gint64 set, gint64 minutes)
{
  PltSequenceFacts *sequence = PLT_FACTS_ADD (facts->sequences, PltSequenceFacts, id);

  sequence->number = number;
  sequence->episode = sequence->story_day = sequence->synopsis = "";
  sequence->hazards = sequence->note = "";
  sequence->int_ext = "INT";
  sequence->effect = "JOUR";
  sequence->status = "a-tourner";
  sequence->set = set;
  sequence->position = id * 1024;
  sequence->shooting_minutes = minutes;
  sequence->eighths = sequence->page = sequence->premin_seconds = PLT_UNKNOWN;
  sequence->estimate_seconds = sequence->shots = PLT_UNKNOWN;
  return sequence;
}

PltStripFacts *
plan_film_strip (PltFacts *facts, gint64 id, gint64 day, gint64 sequence)
{
  PltStripFacts *strip = PLT_FACTS_ADD (facts->strips, PltStripFacts, id);

  strip->schedule = 1;
  strip->day = day;
  strip->position = id * 1024;
  strip->kind = "sequence";
  strip->sequence = sequence;
  strip->text = strip->part = strip->shot = strip->note = "";
  strip->minutes = PLT_UNKNOWN;
  return strip;
}

PltElementFacts *
plan_film_element (PltFacts *facts, gint64 id, gint64 category, const char *name)
{
  PltElementFacts *element = PLT_FACTS_ADD (facts->elements, PltElementFacts, id);

  element->category = category;
  element->number = id;
  element->name = name;
  element->description = element->permit = "";
  element->permit_from = element->permit_to = PLT_DATE_NONE;
  return element;
}

void
plan_film_plays (PltFacts *facts, gint64 sequence, gint64 element)
{
  PltOccurrenceFacts *row
      = PLT_FACTS_ADD (facts->occurrences, PltOccurrenceFacts, (gint64) facts->occurrences.n + 1);

  row->sequence = sequence;
  row->element = element;
  row->quantity = PLT_UNKNOWN;
  row->costume = row->note = "";
}

/* With a person of the same id as the role. */
PltEngagementFacts *
plan_film_engage (PltFacts *facts, gint64 role, const char *unit, PltMoney rate, const char *hold)
{
  PltPersonFacts *person = PLT_FACTS_ADD (facts->people, PltPersonFacts, role);
  PltEngagementFacts *row
      = PLT_FACTS_ADD (facts->engagements, PltEngagementFacts, (gint64) facts->engagements.n + 1);

  person->last_name = "NOM";
  person->first_name = person->phone = person->email = person->address = person->city = "";
  person->diet = "";
  person->birth_date = PLT_DATE_NONE;
  person->drive_minutes = PLT_UNKNOWN;
  row->person = role;
  row->role = role;
  row->department = "interpretation";
  row->function = row->child_permit = "";
  row->unit = unit;
  row->rate_cents = rate;
  row->hold = hold;
  row->status = "signe";
  row->from_date = row->to_date = PLT_DATE_NONE;
  row->hmc_minutes = row->drop_after = row->guaranteed_days = PLT_UNKNOWN;
  row->child_minutes = row->child_until_minutes = PLT_UNKNOWN;
  return row;
}

PltAvailabilityFacts *
plan_film_window (PltFacts *facts, const char *kind, PltDate from, PltDate to)
{
  PltAvailabilityFacts *row = PLT_FACTS_ADD (facts->availability, PltAvailabilityFacts,
                                             (gint64) facts->availability.n + 1);

  row->kind = kind;
  row->from_date = from;
  row->to_date = to;
  row->from_minutes = row->to_minutes = PLT_UNKNOWN;
  row->note = "";
  return row;
}

PltOrderFacts *
plan_film_order (
    PltFacts *facts, gint64 sequence, const char *kind, gint64 other, gboolean compulsory)
{
  PltOrderFacts *row = PLT_FACTS_ADD (facts->orders, PltOrderFacts, (gint64) facts->orders.n + 1);

  row->sequence = sequence;
  row->kind = kind;
  row->other = other;
  row->days = PLT_UNKNOWN;
  row->compulsory = compulsory;
  row->reason = "";
  return row;
}

PltPlanWeights *
plan_film_weights (const PltFacts *facts, gboolean quiet)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "referentials",
                                                 PLT_PLAN_WEIGHTS_REFERENTIAL ".tsv", NULL);
  g_autofree char *content = NULL;
  PltPlanWeights *weights;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  weights = plt_plan_weights_new (facts, content);
  for (guint i = 0; quiet && i < weights->items->len; i++)
    {
      const PltPlanWeight *weight = weights->items->pdata[i];

      if (strcmp (weight->code, "regle") != 0)
        g_assert_true (plt_plan_weights_set (weights, weight->code, 0, NULL));
    }
  return weights;
}

/* ---- by chance ---- */

#define N_SEQUENCES 30
#define N_DAYS 12
#define N_ROLES 6
#define N_SETS 8

static void
add_roles (PltFacts *facts, GRand *rand)
{
  static const char *const NAMES[] = { "NORA", "MILO", "ADA", "BRUNE", "CÔME", "ZOÉ" };
  static const char *const HOLDS[]
      = { "attente", "jours", "interruption", "semaine", "", "forfait" };

  for (gint64 r = 1; r <= N_ROLES; r++)
    {
      PltAvailabilityFacts *window;

      plan_film_element (facts, r, r == N_ROLES ? PLAN_CHILDREN : PLAN_ROLES, NAMES[r - 1]);
      if (r % 3 == 0)
        continue;
      plan_film_engage (facts, r, r == 4 ? "semaine" : "jour",
                        g_rand_int_range (rand, 200, 900) * 100, HOLDS[r - 1]);
      window = plan_film_window (facts, "indisponible",
                                 PLAN_MONDAY + g_rand_int_range (rand, 0, 12), PLT_DATE_NONE);
      window->person = r;
      window->to_date = window->from_date + 1;
    }
}

static void
add_sequences (PltFacts *facts, GRand *rand)
{
  static const char *const EFFECTS[] = { "JOUR", "JOUR", "JOUR", "NUIT", "AUBE" };

  for (gint64 q = 1; q <= N_SEQUENCES; q++)
    {
      char *number = g_string_chunk_insert (facts->strings, "000");
      PltSequenceFacts *sequence;

      g_snprintf (number, 4, "%d", (int) q);
      sequence = plan_film_sequence (facts, q, number, g_rand_int_range (rand, 1, N_SETS + 1),
                                     15 * g_rand_int_range (rand, 3, 12));
      sequence->int_ext = g_rand_boolean (rand) ? "INT" : "EXT";
      sequence->effect = EFFECTS[g_rand_int_range (rand, 0, G_N_ELEMENTS (EFFECTS))];
      for (gint64 r = 1; r <= N_ROLES; r++)
        if (g_rand_int_range (rand, 0, 3) == 0)
          plan_film_plays (facts, q, r);
      if (q % 7 != 0) /* the others have no strip */
        {
          PltStripFacts *strip
              = plan_film_strip (facts, q, g_rand_int_range (rand, 0, N_DAYS + 1), q);

          strip->locked = strip->day != 0 && g_rand_int_range (rand, 0, 8) == 0;
        }
    }
}

PltFacts *
plan_film_random (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  PltFacts *facts = plan_film_new ();

  for (gint64 d = 1; d <= N_DAYS; d++)
    {
      PltDayFacts *day
          = plan_film_day (facts, d, PLAN_MONDAY + (PltDate) ((d - 1) / 6 * 7 + (d - 1) % 6));

      day->locked = d == 1 && seed % 2 == 0;
      if (d == N_DAYS)
        day->kind = "reserve";
      if (d == 4 && seed % 3 == 0)
        {
          day->date = facts->days.items[2].date; /* the second unit of the day before */
          day->unit = 2;
        }
    }
  for (gint64 i = 1; i <= 2; i++)
    {
      PltLocationFacts *place = plan_film_place (facts, i, i == 1 ? "Port" : "Ferme");

      place->latitude_e6 = 48000000 + i * 200000;
      place->longitude_e6 = -4000000;
    }
  for (gint64 s = 1; s <= N_SETS; s++)
    plan_film_set (facts, s, s % 2 == 0 ? "QUAI" : "CUISINE", s < 5 ? 1 : s < 8 ? 2 : 0);
  add_roles (facts, rand);
  add_sequences (facts, rand);
  for (guint i = 0; i < 4; i++)
    plan_film_order (facts, g_rand_int_range (rand, 1, 15), i % 2 == 0 ? "avant" : "meme-jour",
                     g_rand_int_range (rand, 15, 31), i % 2 == 0);
  return facts;
}

/* ---- edits ---- */

static int
compare_strips (gconstpointer a, gconstpointer b)
{
  const PltStripFacts *one = a, *two = b;

  if (one->day != two->day)
    return one->day < two->day ? -1 : 1;
  return one->position < two->position ? -1 : one->position > two->position;
}

void
plan_film_apply (PltFacts *facts, const PltBatch *batch)
{
  g_autofree PltStripFacts *rows = NULL;
  guint n;

  for (guint i = 0; i < plt_batch_get_n_edits (batch); i++)
    {
      const PltEdit *edit = plt_batch_get_edit (batch, i);
      PltStripFacts *strip;

      g_assert_cmpstr (edit->table->id, ==, "strip");
      g_assert_cmpint (edit->kind, !=, PLT_EDIT_DELETE);
      if (edit->kind == PLT_EDIT_INSERT)
        strip = plan_film_strip (facts, 1000 - edit->id, 0, 0);
      else
        strip = (PltStripFacts *) PLT_FACTS_FIND (facts->strips, PltStripFacts, edit->id);
      g_assert_nonnull (strip);
      for (guint j = 0; j < edit->values->len; j++)
        {
          const PltEditValue *value = &g_array_index (edit->values, PltEditValue, j);

          if (strcmp (value->column->id, "day") == 0)
            strip->day = value->value.integer;
          else if (strcmp (value->column->id, "position") == 0)
            strip->position = value->value.integer;
          else if (strcmp (value->column->id, "sequence") == 0)
            strip->sequence = value->value.integer;
          else if (strcmp (value->column->id, "shot") == 0)
            strip->shot = ""; /* all the optimiser writes there */
        }
    }
  /* in the order of the table, as the store loads them */
  n = facts->strips.n;
  rows = g_memdup2 (facts->strips.items, n * sizeof *rows);
  qsort (rows, n, sizeof *rows, compare_strips);
  g_clear_pointer (&facts->strips.index, g_hash_table_unref);
  g_clear_pointer (&facts->strips.items, g_free);
  facts->strips.n = 0;
  for (guint i = 0; i < n; i++)
    *PLT_FACTS_ADD (facts->strips, PltStripFacts, rows[i].id) = rows[i];
}
