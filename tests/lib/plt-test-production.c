#include "plt-test-production.h"

#include <string.h>

#define N_SEQUENCES 150
#define N_DAYS 45
#define N_ROLES 40
#define N_CHILDREN 2
#define N_EXTRAS 30
#define N_SETS 25
#define N_PLACES 12
#define SCHEDULE 1
#define FIRST_DATE plt_date_from_ymd (2027, 4, 5) /* a Monday */
#define PAR_DAY(n) ((n) % 5 + (n) / 5 * 7)        /* of five-day weeks */

typedef struct
{
  PltFacts *facts;
  GRand *rand;
} Film;

static gboolean
one_in (Film *film, gint n)
{
  return g_rand_int_range (film->rand, 0, n) == 0;
}

static gint
between (Film *film, gint low, gint high)
{
  return g_rand_int_range (film->rand, low, high + 1);
}

static const char *G_GNUC_PRINTF (2, 3) text (Film *film, const char *format, ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  return g_string_chunk_insert_const (film->facts->strings, words);
}

static gboolean
is_night (guint day)
{
  return day / 5 == 4; /* the fifth week */
}

static void
add_places (Film *film)
{
  for (gint64 id = 1; id <= N_PLACES; id++)
    {
      PltLocationFacts *place = PLT_FACTS_ADD (film->facts->locations, PltLocationFacts, id);

      place->name = text (film, "Lieu %d", (int) id);
      place->address = place->postcode = place->city = place->contact = place->phone = "";
      place->hospital = place->hospital_phone = place->parking = place->access = "";
      place->base_camp = place->territory = place->note = "";
      place->kind = id == 1 ? "studio" : "naturel";
      place->latitude_e6 = 48000000 + between (film, -900000, 900000);
      place->longitude_e6 = -2000000 + between (film, -900000, 900000);
      place->hospital_minutes = place->drive_minutes = place->fee_cents = PLT_UNKNOWN;
      place->permit = one_in (film, 4) ? "deposee" : "accordee";
      place->permit_from = PLT_DATE_NONE;
      place->permit_to = one_in (film, 4) ? FIRST_DATE + 30 : PLT_DATE_NONE;
    }
  for (gint64 id = 1; id <= N_SETS; id++)
    {
      PltSetFacts *set = PLT_FACTS_ADD (film->facts->sets, PltSetFacts, id);

      set->name = text (film, "DÉCOR %d", (int) id);
      set->note = "";
      set->location = (id - 1) % N_PLACES + 1;
      set->return_cents = PLT_UNKNOWN;
      set->parent = id > 20 ? id - 20 : 0;
    }
}

static void
add_categories (Film *film)
{
  static const struct
  {
    const char *code, *family, *hazard;
  } categories[]
      = { { "RO", "roles", "" },     { "EN", "roles", "enfant" },     { "FI", "figuration", "" },
          { "VE", "vehicules", "" }, { "AR", "accessoires", "arme" }, { "AC", "accessoires", "" } };

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      PltCategoryFacts *category
          = PLT_FACTS_ADD (film->facts->categories, PltCategoryFacts, (gint64) i + 1);

      category->code = category->name = categories[i].code;
      category->family = categories[i].family;
      category->hazard = categories[i].hazard;
      category->department = category->color = "";
    }
}

static void
add_cast (Film *film)
{
  add_categories (film);
  for (gint64 id = 1; id <= N_ROLES + N_EXTRAS; id++)
    {
      PltElementFacts *element = PLT_FACTS_ADD (film->facts->elements, PltElementFacts, id);
      gboolean role = id <= N_ROLES;

      element->name = text (film, role ? "RÔLE %d" : "Élément %d", (int) id);
      element->description = "";
      element->number = role ? id : PLT_UNKNOWN;
      element->category = !role ? 3 + id % 4 : id > N_ROLES - N_CHILDREN ? 2 : 1;
      element->permit = element->category == 5 ? "accordee" : "";
      element->permit_from = element->permit_to = PLT_DATE_NONE;
    }
  for (gint64 id = 1; id <= N_ROLES; id++)
    {
      PltPersonFacts *person = PLT_FACTS_ADD (film->facts->people, PltPersonFacts, id);
      PltEngagementFacts *engagement
          = PLT_FACTS_ADD (film->facts->engagements, PltEngagementFacts, id);
      gboolean child = id > N_ROLES - N_CHILDREN;

      person->last_name = text (film, "Nom %d", (int) id);
      person->first_name = "Prénom";
      person->phone = person->email = person->address = person->city = person->diet = "";
      person->birth_date = child ? plt_date_from_ymd (2018, 3, 1) : PLT_DATE_NONE;
      person->drive_minutes = PLT_UNKNOWN;
      engagement->person = engagement->role = id;
      engagement->department = "interpretation";
      engagement->function = "";
      engagement->unit = "jour";
      engagement->status = "confirme";
      engagement->hold = engagement->child_permit = "";
      engagement->rate_cents = 40000 + between (film, 0, 60) * 1000;
      engagement->from_date = id <= 5 ? FIRST_DATE : PLT_DATE_NONE;
      engagement->to_date = id <= 5 ? FIRST_DATE + 70 : PLT_DATE_NONE;
      engagement->hmc_minutes = 45;
      engagement->drop_after = engagement->child_minutes = engagement->child_until_minutes
          = PLT_UNKNOWN;
      engagement->guaranteed_days = id <= 5 ? 20 : PLT_UNKNOWN;
    }
}

static void
add_occurrence (Film *film, gint64 sequence, gint64 element)
{
  PltOccurrenceFacts *row = PLT_FACTS_ADD (film->facts->occurrences, PltOccurrenceFacts,
                                           (gint64) film->facts->occurrences.n + 1);

  row->sequence = sequence;
  row->element = element;
  row->quantity = PLT_UNKNOWN;
  row->costume = row->note = "";
}

/* Three or four to a day, in the order of the days; a set for some of them in a row. */
static void
add_sequences (Film *film)
{
  gint64 set = 1;

  for (gint64 id = 1; id <= N_SEQUENCES; id++)
    {
      PltSequenceFacts *row = PLT_FACTS_ADD (film->facts->sequences, PltSequenceFacts, id);
      guint day = (guint) (id - 1) * N_DAYS / N_SEQUENCES;
      guint64 seen = 0;

      set = one_in (film, 4) ? between (film, 1, N_SETS) : set;
      row->number = text (film, "%d", (int) id);
      row->int_ext = one_in (film, 3) ? "EXT" : "INT";
      row->effect = is_night (day) ? "NUIT" : "JOUR";
      row->set = set;
      row->episode = row->synopsis = row->note = "";
      row->story_day = text (film, "J%d", (int) id / 10 + 1);
      row->position = id * 1024;
      row->eighths = between (film, 2, 14);
      row->page = PLT_UNKNOWN;
      row->premin_seconds = between (film, 15, 110);
      row->estimate_seconds = row->premin_seconds;
      row->shooting_minutes = between (film, 6, 14) * 15;
      row->shots = between (film, 2, 12);
      row->status = "a-tourner";
      row->hazards = "";
      row->cover_set = one_in (film, 12) ? 1 : 0;
      for (gint n = between (film, 1, 5); n > 0; n--)
        {
          gint64 role = between (film, 1, one_in (film, 2) ? 6 : N_ROLES);

          if ((seen >> role & 1) == 0)
            add_occurrence (film, id, role);
          seen |= (guint64) 1 << role;
        }
      if (one_in (film, 3))
        add_occurrence (film, id, N_ROLES + between (film, 1, N_EXTRAS));
    }
}

static void
add_strip (Film *film, gint64 day, gint64 sequence, const char *words)
{
  PltStripFacts *strip
      = PLT_FACTS_ADD (film->facts->strips, PltStripFacts, (gint64) film->facts->strips.n + 1);

  strip->schedule = SCHEDULE;
  strip->day = day;
  strip->position = strip->id * 1024;
  strip->kind = sequence != 0 ? "sequence" : "repas";
  strip->sequence = sequence;
  strip->text = words;
  strip->part = strip->shot = strip->note = "";
  strip->minutes = sequence != 0 ? PLT_UNKNOWN : 60;
}

static void
add_plan (Film *film)
{
  PltScheduleFacts *schedule = PLT_FACTS_ADD (film->facts->schedules, PltScheduleFacts, SCHEDULE);
  guint sequence = 0;

  schedule->name = "Plan";
  schedule->status = "brouillon";
  schedule->published_date = PLT_DATE_NONE;
  schedule->author = schedule->reason = schedule->note = "";
  schedule->day_minutes = 540;
  for (guint i = 0; i < N_DAYS; i++)
    {
      PltDayFacts *day = PLT_FACTS_ADD (film->facts->days, PltDayFacts, (gint64) i + 1);
      guint next = (i + 1) * N_SEQUENCES / N_DAYS;

      day->schedule = SCHEDULE;
      day->position = day->id * 1024;
      day->date = FIRST_DATE + (PltDate) PAR_DAY (i);
      day->kind = "tournage";
      day->unit = i % 15 == 14 ? 2 : 1;
      if (day->unit == 2)
        day->date = film->facts->days.items[i - 1].date;
      day->start_minutes = is_night (i) ? 1080 : 480 + between (film, 0, 8) * 15;
      day->end_minutes = day->start_minutes + 540 + between (film, 0, 8) * 15;
      day->meal_minutes = day->start_minutes + 240;
      day->note = "";
      for (guint first = sequence; sequence < next; sequence++)
        {
          if (sequence == first + 2)
            add_strip (film, day->id, 0, "Repas");
          add_strip (film, day->id, (gint64) sequence + 1, "");
        }
    }
}

static PltAvailabilityFacts *
add_window (Film *film, const char *kind, gint from, gint to)
{
  PltAvailabilityFacts *row = PLT_FACTS_ADD (film->facts->availability, PltAvailabilityFacts,
                                             (gint64) film->facts->availability.n + 1);

  row->kind = kind;
  row->from_date = FIRST_DATE + from;
  row->to_date = FIRST_DATE + to;
  row->from_minutes = row->to_minutes = PLT_UNKNOWN;
  row->note = "";
  return row;
}

static void
add_diaries (Film *film)
{
  static const char *const kinds[] = { "indisponible", "indisponible", "option", "disponible" };

  for (gint64 id = 1; id <= N_ROLES; id++)
    for (gint n = between (film, 0, 3); n > 0; n--)
      {
        gint from = between (film, 0, 60);
        const char *kind = kinds[between (film, 0, 2)];
        PltAvailabilityFacts *row = add_window (film, kind, from, from + between (film, 0, 4));

        row->person = id;
        row->from_minutes = one_in (film, 5) ? 1080 : PLT_UNKNOWN;
      }
  for (gint64 id = 2; id <= N_SETS; id += 4)
    add_window (film, kinds[between (film, 0, 3)], 0, between (film, 10, 60))->set = id;
  for (gint64 id = 2; id <= N_PLACES; id += 3)
    add_window (film, "indisponible", 14 * (gint) id / 3, 14 * (gint) id / 3 + 5)->location = id;
  add_window (film, "disponible", 20, 40)->sequence = 70;
  add_window (film, "indisponible", 20, 21)->element = N_ROLES + 1;
}

static void
add_orders (Film *film)
{
  static const char *const kinds[] = { "avant", "jour-avant", "proche", "meme-jour" };

  for (gint64 id = 1; id <= 15; id++)
    {
      PltOrderFacts *row = PLT_FACTS_ADD (film->facts->orders, PltOrderFacts, id);

      row->sequence = between (film, 1, N_SEQUENCES - 1);
      row->other = between (film, (gint) row->sequence + 1, N_SEQUENCES);
      row->kind = kinds[id % 4];
      row->days = 7;
      row->compulsory = one_in (film, 2);
      row->reason = "";
    }
  for (gint64 id = 1; id <= 20; id++)
    {
      PltEventFacts *row = PLT_FACTS_ADD (film->facts->events, PltEventFacts, id);

      row->date = FIRST_DATE - 20 + between (film, 0, 60);
      row->start_minutes = 540;
      row->end_minutes = 720;
      row->kind = id % 2 == 0 ? "essayage" : "voyage";
      row->element = between (film, 1, N_ROLES);
      row->text = row->note = "";
    }
}

static void
keep_referentials (Film *film, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (dir == NULL)
    g_error ("no folder %s", folder);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ".tsv") || g_str_has_suffix (name, ".ini"))
      g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      g_autofree char *content = NULL;
      PltReferentialFacts *row
          = PLT_FACTS_ADD (film->facts->referentials, PltReferentialFacts, (gint64) i + 1);
      char *name = names->pdata[i];

      *strrchr (name, '.') = '\0';
      if (!g_file_get_contents (path, &content, NULL, NULL))
        g_error ("cannot read %s", path);
      row->name = g_string_chunk_insert (film->facts->strings, name);
      row->version = "1";
      row->content = g_string_chunk_insert (film->facts->strings, content);
    }
}

PltFacts *
plt_test_production (guint32 seed, const char *referentials)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Film film = { plt_facts_new (), rand };
  PltProductionFacts *production = &film.facts->production;

  production->id = 1;
  production->title = "Le Film long";
  production->kind = "long-metrage";
  production->agreement = "3097";
  production->region = "Bretagne";
  production->territory = "metropole";
  production->schedule = SCHEDULE;
  production->start_date = FIRST_DATE;
  add_places (&film);
  add_cast (&film);
  add_sequences (&film);
  add_plan (&film);
  add_diaries (&film);
  add_orders (&film);
  if (referentials != NULL)
    keep_referentials (&film, referentials);
  plt_facts_index (film.facts);
  return film.facts;
}
