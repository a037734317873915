/* The papers of the feuille de service: what a correction marks, extracts, plain language, the text
 * of the day; the ink of days by chance, which never leaves the margins; the same bytes twice. */
#include <math.h>
#include <string.h>

#include <cairo.h>

#include "plt-call-fields.h"
#include "plt-document-dump.h"
#include "plt-document-private.h"
#include "plt-error.h"
#include "plt-feuille-private.h"
#include "plt-fonts.h"
#include "plt-layout.h"
#include "plt-load.h"
#include "plt-pdf.h"
#include "plt-test-golden.h"
#include "plt-test-paper.h"
#include "plt-test-papers.h"

static guint
count_pages (const PltDocument *document)
{
  g_autoptr (PltLayout) layout = plt_layout_new (document, plt_fonts_get ());

  return plt_layout_get_n_pages (layout);
}

static void
test_goldens (void)
{
  static const struct
  {
    const char *kind, *params, *golden;
  } cases[] = {
    { "feuille-de-service", "day=J1|langue=fr-en", "feuille-de-service-bilingue.txt" },
    { "feuille-de-service", "day=J1|facile=oui", "feuille-de-service-facile.txt" },
    { "feuille-de-service", "day=J1|service=hmc|adresse-qr=non", "feuille-de-service-hmc.txt" },
    { "convocation", "day=J1|personne=1", "convocation-ines.txt" },
    { "convocation", "day=J1|personne=3|facile=oui", "convocation-elie-facile.txt" },
    { "convocation", "day=J1|groupe=figuration", "convocation-figuration.txt" },
    { "convocation", "personne=2|jours=tous", "convocation-yvon-tous.txt" },
    { "jour-a-jour", "day=J2", "jour-a-jour-J2.txt" },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = plt_test_paper_dump (store, cases[i].kind, cases[i].params);

      plt_assert_golden (cases[i].golden, text);
    }
}

#define assert_holds(text, part) g_assert_nonnull (strstr ((text), (part)))
#define assert_lacks(text, part) g_assert_null (strstr ((text), (part)))

/* ---- blocks ---- */

/* Every block of the trade's list is there when something is known, and takes no room else. */
static void
test_blocks (void)
{
  static const struct
  {
    const char *column, *value, *shown;
  } cases[] = {
    { "meal_end_minutes", "13h30", "Fin du repas : 13h30" },
    { "weather_date", "04/10/2026", "Prévision du : 04/10/2026" },
    { "temperature_min", "-2", "Températures : -2 °C au moins" },
    { "rain_e6", "20 %", "Pluie : 20" },
    { "wind", "Noroît 40 km/h", "Vent : Noroît 40 km/h" },
    { "weather_stop", "rafales de 60 km/h", "Arrêt du tournage si : " },
    { "base_camp", "Cale nord", "Base camp : Cale nord" },
    { "parking_tech", "Môle", "Parking technique : Môle" },
    { "parking_crew", "Criée", "Parking équipe : Criée" },
    { "dressing_rooms", "Deux loges", "Loges : Deux loges" },
    { "hmc_place", "Salle B", "HMC : Salle B" },
    { "public_transport", "Car 10", "Transports en commun : Car 10" },
    { "accessibility", "Rampe au quai", "Accessibilité : Rampe au quai" },
    { "pharmacy", "Place du Marché", "Pharmacie : Place du Marché" },
    { "listening_cell", "01 00 00 00 77", "Cellule d’écoute : " },
    { "safety_referent", "Malo", "Référent sécurité : Malo" },
    { "eco_referent", "Rozenn", "Référent écologie : Rozenn" },
    { "disability_referent", "Ewen", "Référent handicap : Ewen" },
    { "protection", "Gilets", "Protections : Gilets" },
    { "briefing_minutes", "7h45", "Point sécurité : 7h45" },
    { "reminders", "Tri des déchets", "Rappels : Tri des déchets" },
    { "next_days", "Repos jeudi", "Repos jeudi" },
    { "diets", "3 sans porc", "Régimes et allergies : 3 sans porc" },
  };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = plt_test_paper_dump (store, "feuille-de-service", "day=J1");
      g_autofree char *ref = g_strdup_printf ("[call_sheet 2 %s]", cases[i].column);
      g_autofree char *after = NULL;

      assert_lacks (before, cases[i].shown);
      g_assert_true (plt_store_set (store, "call_sheet", 2, cases[i].column, cases[i].value, NULL));
      after = plt_test_paper_dump (store, "feuille-de-service", "day=J1");
      assert_holds (after, cases[i].shown);
      assert_holds (after, ref); /* the preview jumps there */
    }
}

static void
test_parts (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autofree char *text = NULL;

  g_assert_true (plt_store_set (store, "call", 1, "dress_start_minutes", "6h45", NULL));
  g_assert_true (plt_store_set (store, "call", 1, "makeup_start_minutes", "7h00", NULL));
  g_assert_true (plt_store_set (store, "call", 1, "hair_start_minutes", "7h30", NULL));
  g_assert_true (plt_store_set (store, "call", 2, "follows_on", "1", NULL));
  text = plt_test_paper_dump (store, "feuille-de-service", "day=J1");
  assert_holds (text, "6h45 [call 1 dress_start_minutes]");
  assert_holds (text, "7h00 [call 1 makeup_start_minutes]");
  assert_holds (text, "7h30 [call 1 hair_start_minutes]");
  assert_holds (text, "9h15 [call 2 hmc_minutes]"); /* no parts: one hour over the three */
  assert_holds (text, "à la suite [call 2 follows_on]");
}

/* Who is fetched, where and by whom: what was typed, else what the movement says. */
static void
test_pickup (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  gint64 car = PLT_TEST_INSERT (store, "vehicle", "name", "Minibus");
  g_autofree char *car_id = g_strdup_printf ("%" G_GINT64_FORMAT, car);
  gint64 move
      = PLT_TEST_INSERT (store, "movement", "date", "05/10/2026", "day", "1", "number", "1",
                         "vehicle", car_id, "driver", "Fañch Riou", "start_minutes", "6h20",
                         "start_place", "Gare", "end_place", "Port", "return_minutes", "7h00");
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, move);
  g_autofree char *typed = NULL;
  g_autofree char *begins = NULL;
  g_autofree char *stops = NULL;
  g_autofree char *sheet = NULL;

  g_assert_true (plt_store_set (store, "call", 1, "movement", id, NULL));
  typed = plt_test_paper_dump (store, "convocation", "day=J1|personne=1");
  assert_holds (typed, "Lieu du pick-up : Hôtel du Port [call 1 pickup_place]");
  assert_holds (typed, "Chauffeur : Fañch Riou, 06 00 00 00 09, Minibus [call 1 movement]");
  g_assert_true (plt_store_set (store, "call", 1, "pickup_place", "", NULL));
  begins = plt_test_paper_dump (store, "convocation", "day=J1|personne=1");
  assert_holds (begins, "Lieu du pick-up : Gare [");
  PLT_TEST_INSERT (store, "movement_stop", "movement", id, "person", "1", "place", "Mairie",
                   "stop_minutes", "6h25");
  stops = plt_test_paper_dump (store, "convocation", "day=J1|personne=1|facile=oui");
  assert_holds (stops, "La voiture vous attend ici : <run.bold>Mairie");
  assert_holds (stops, "La personne qui conduit : <run.bold>Fañch Riou");
  sheet = plt_test_paper_dump (store, "feuille-de-service", "day=J1");
  assert_holds (sheet, "Minibus, Fañch Riou [movement 1 vehicle]");
  assert_holds (sheet, "Inès Kerbrat (6h25, Mairie)");
}

/* ---- corrections ---- */

static void
test_changes (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autofree char *id = NULL;
  g_autofree char *text = NULL;
  gint64 sheet
      = PLT_TEST_INSERT (store, "call_sheet", "day", "1", "number", "1", "version", "3", "status",
                         "brouillon", "pat_minutes", "8h30", "replaces", "2", "reason", "Marée");

  id = g_strdup_printf ("%" G_GINT64_FORMAT, sheet);
  PLT_TEST_INSERT (store, "call", "call_sheet", id, "group", "comediens", "person", "1", "role",
                   "1", "pat_minutes", "8h30");
  text = plt_test_paper_dump (store, "feuille-de-service", "day=J1");
  assert_holds (text, "ANNULE ET REMPLACE<run.normal> la version 2");
  assert_holds (text, "Motif : Marée.");
  assert_holds (text, "PAT : 8h00 → 8h30");
  assert_holds (text, "<cell.changed-large> 8h30");
  assert_holds (text, "n’est plus convoqué");
}

/* ---- extracts ---- */

static void
test_department (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text
      = plt_test_paper_dump (store, "feuille-de-service", "day=J1|service=Accessoires");
  g_autofree char *crew = plt_test_paper_dump (store, "feuille-de-service", "day=J1|service=régie");

  assert_holds (text, "valise cabossée");
  assert_lacks (text, "Véhicules :");
  assert_lacks (text, "Fañch Riou [call");
  assert_holds (crew, "Fañch Riou [call");
  assert_lacks (crew, "Rozenn Tanguy [call");
  assert_holds (crew, "### Comédiens"); /* hours that everybody needs */
  g_assert_null (
      plt_test_paper_try (store, "feuille-de-service", "day=J1|service=Philatélie", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
}

/* A page each, with nothing of the others; nobody is forgotten. */
static void
test_convocations (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) all = plt_test_paper (store, "convocation", "day=J1");
  g_autoptr (PltDocument) one = plt_test_paper (store, "convocation", "day=J1|personne=1");
  g_autoptr (PltDocument) days = plt_test_paper (store, "convocation", "personne=1|jours=tous");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = plt_document_dump (one, PLT_DUMP_ALL);

  g_assert_cmpuint (count_pages (all), ==, 13); /* 3 comédiens, 2 groups, 8 of the crew */
  g_assert_cmpuint (plt_document_get_n_entries (all), ==, 13);
  g_assert_cmpuint (count_pages (one), ==, 1);
  assert_holds (text, "Inès Kerbrat · NORA");
  assert_lacks (text, "Yvon");
  g_assert_cmpuint (plt_document_get_n_entries (days), ==, count_pages (days));
  g_assert_null (plt_test_paper_try (store, "convocation", "day=J1|personne=Jean Absent", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (plt_test_paper_try (store, "convocation", "jours=tous", &error));
  g_assert_error (error, PLT_ERROR, PLT_ERROR_INVALID);
}

/* ---- days by chance ---- */

static char *
random_text (GRand *rand)
{
  static const char *const words[] = {
    "a",
    "PAT",
    "Œuvre",
    "12 bis",
    "anticonstitutionnellement",
    "n° 4",
    "–",
    "l’équipe",
    "\n",
    "06 00 00 00 01",
    "É",
    "quai",
    "«\u00a0oui\u00a0»",
    "%",
    "ﬁ",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
  };
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 4) == 0
              ? 0
              : 1 << g_rand_int_range (rand, 0, g_rand_int_range (rand, 1, 7));

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

static void
shake_row (GRand *rand, const char *table, gpointer row, const PltFacts *facts, GPtrArray *texts)
{
  guint n;
  const PltCallField *fields = plt_call_fields (table, &n);

  for (guint i = 0; i < n; i++)
    switch (fields[i].kind)
      {
      case PLT_CALL_FIELD_TEXT:
        if (strcmp (fields[i].column, "group") == 0)
          break;
        g_ptr_array_add (texts, random_text (rand));
        G_STRUCT_MEMBER (const char *, row, fields[i].offset) = texts->pdata[texts->len - 1];
        break;
      case PLT_CALL_FIELD_NUMBER:
        if (strcmp (fields[i].column, "day") != 0)
          G_STRUCT_MEMBER (gint64, row, fields[i].offset)
              = g_rand_boolean (rand) ? PLT_UNKNOWN : g_rand_int_range (rand, -90, 3000);
        break;
      case PLT_CALL_FIELD_FLAG:
        G_STRUCT_MEMBER (gboolean, row, fields[i].offset) = g_rand_int_range (rand, 0, 5) == 0;
        break;
      case PLT_CALL_FIELD_DATE:
        G_STRUCT_MEMBER (PltDate, row, fields[i].offset)
            = g_rand_boolean (rand) ? PLT_DATE_NONE : plt_date_from_ymd (2026, 10, 4);
        break;
      case PLT_CALL_FIELD_ROW:
      default:
        if (strcmp (fields[i].column, "person") == 0)
          G_STRUCT_MEMBER (gint64, row, fields[i].offset)
              = g_rand_int_range (rand, 0, (gint32) facts->people.n + 1);
        break;
      }
}

static void
shake (GRand *rand, PltFeuille *self, GPtrArray *texts)
{
  static const char *const groups[] = { "comediens", "figuration", "equipe" };
  PltFacts *facts = self->source.facts;
  int n_calls = 1 << g_rand_int_range (rand, 0, 6), n_notes = g_rand_int_range (rand, 0, 12);

  plt_feuille_turn (self, 0, NULL);
  shake_row (rand, "call_sheet", &self->sheet, facts, texts);
  self->sheet.replaces = 0;
  g_array_set_size (self->calls, 0);
  g_array_set_size (self->notes, 0);
  for (int i = 0; i < n_calls; i++)
    {
      PltCallFacts call
          = { .id = i + 1, .typed = "", .group = groups[g_rand_int_range (rand, 0, 3)] };

      shake_row (rand, "call", &call, facts, texts);
      g_array_append_val (self->calls, call);
    }
  for (int i = 0; i < n_notes; i++)
    {
      PltCallNoteFacts note = { .id = i + 1 };

      shake_row (rand, "call_note", &note, facts, texts);
      g_array_append_val (self->notes, note);
    }
  for (guint i = 0; i < facts->locations.n; i++)
    {
      PltLocationFacts *place = &facts->locations.items[i];
      const char **shaken[] = { &place->name,     &place->address, &place->postcode,
                                &place->city,     &place->contact, &place->phone,
                                &place->hospital, &place->parking, &place->access,
                                &place->base_camp };

      for (guint t = 0; t < G_N_ELEMENTS (shaken); t++)
        {
          g_ptr_array_add (texts, random_text (rand));
          *shaken[t] = texts->pdata[texts->len - 1];
        }
    }
}

/* Nothing is painted outside of the margins, on any page. */
static guint
assert_ink (const PltDocument *document)
{
  g_autoptr (PltLayout) layout = plt_layout_new (document, plt_fonts_get ());
  guint n = plt_layout_get_n_pages (layout);
  double width, height, horizontal, vertical;

  plt_layout_get_page_size (layout, &width, &height);
  plt_layout_get_margins (layout, &horizontal, &vertical);
  for (guint page = 0; page < n; page++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, w, h;

      plt_layout_paint (layout, page, cr);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &w, &h);
      g_assert_cmpfloat (x, >=, horizontal - 2);
      g_assert_cmpfloat (x + w, <=, width - horizontal + 2);
      g_assert_cmpfloat (y, >=, vertical - 2);
      g_assert_cmpfloat (y + h, <=, height - vertical + 2);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
  return n;
}

static void
test_ink (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PltFacts) facts = plt_facts_load (store, &error);
  g_autoptr (PltPlan) plan = plt_plan_new (facts, 0);
  const PltPaperSource source = { facts, plan, NULL, plt_date_from_iso (PLT_TEST_EDITION) };
  guint n_days = g_test_slow () ? 1000 : 100, n_pages = 0;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < n_days; i++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (PltDocument) document = NULL;
      PltFeuille feuille;

      plt_feuille_begin (&feuille, &source);
      feuille.bilingual = g_rand_boolean (rand);
      feuille.easy = g_rand_int_range (rand, 0, 5) == 0;
      shake (rand, &feuille, texts);
      document = plt_feuille_paper (&feuille, i % 7 == 0 ? "regie" : NULL);
      g_test_message ("day %u", i);
      n_pages += assert_ink (document);
      plt_feuille_end (&feuille);
      /* what the places said goes with the texts */
      g_clear_pointer (&document, plt_document_free);
      for (guint p = 0; p < facts->locations.n; p++)
        {
          PltLocationFacts *place = &facts->locations.items[p];

          place->name = place->address = place->postcode = place->city = place->contact = "";
          place->phone = place->hospital = place->parking = place->access = place->base_camp = "";
        }
    }
  g_test_message ("%u pages of %u days", n_pages, n_days);
  g_assert_cmpuint (n_pages, >, n_days);
}

/* All sheets in one paper, and all days in one calendar. */
static void
test_all_days (void)
{
  g_autoptr (PltStore) store = plt_test_store_papers ();
  g_autoptr (PltDocument) all = plt_test_paper (store, "feuille-de-service", "jours=tous");
  g_autofree char *text = plt_document_dump (all, PLT_DUMP_PLAIN);

  g_assert_cmpuint (plt_document_get_n_entries (all), ==, 3);
  assert_holds (text, "# Feuille de service n° 1 · lundi 5 octobre 2026 · jour 1/3");
  assert_holds (text, "# Feuille de service n° 3");
  g_assert_cmpuint (count_pages (all), >=, 3);
}

static void
test_same_bytes (void)
{
  static const char *const kinds[] = { "feuille-de-service", "convocation", "jour-a-jour" };
  g_autoptr (PltStore) store = plt_test_store_papers ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (PltDocument) one = plt_test_paper (store, kinds[i], "day=J1");
      g_autoptr (PltDocument) two = plt_test_paper (store, kinds[i], "day=J1");
      g_autoptr (GBytes) first = plt_pdf_to_bytes (one, NULL);
      g_autoptr (GBytes) second = plt_pdf_to_bytes (two, NULL);

      g_assert_true (g_bytes_equal (first, second));
    }
}

/* The examples: two pages at most a day, one page a person. */
static void
test_examples (gconstpointer data)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_BUILT, "..", "data", "examples", data, NULL);
  g_autoptr (PltStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n_days = g_str_has_prefix (data, "la-") ? 5 : 6;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the example is not built");
      return;
    }
  store = plt_store_open (path, PLT_OPEN_READ, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= n_days; i++)
    {
      g_autofree char *params = g_strdup_printf ("day=J%u", i);
      g_autoptr (PltDocument) sheet = plt_test_paper (store, "feuille-de-service", params);
      g_autoptr (PltDocument) calls = plt_test_paper (store, "convocation", params);
      guint n = plt_document_get_n_entries (calls);

      g_assert_cmpuint (count_pages (sheet), <=, 2);
      g_assert_cmpuint (count_pages (calls), ==, MAX (n, 1));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/callsheet-papers/goldens", test_goldens);
  g_test_add_func ("/callsheet-papers/blocks", test_blocks);
  g_test_add_func ("/callsheet-papers/parts", test_parts);
  g_test_add_func ("/callsheet-papers/pickup", test_pickup);
  g_test_add_func ("/callsheet-papers/changes", test_changes);
  g_test_add_func ("/callsheet-papers/department", test_department);
  g_test_add_func ("/callsheet-papers/convocations", test_convocations);
  g_test_add_func ("/callsheet-papers/ink", test_ink);
  g_test_add_func ("/callsheet-papers/all-days", test_all_days);
  g_test_add_func ("/callsheet-papers/same-bytes", test_same_bytes);
  g_test_add_data_func ("/callsheet-papers/la-passe", "la-passe.plateau", test_examples);
  g_test_add_data_func ("/callsheet-papers/les-eaux-hautes", "les-eaux-hautes.plateau",
                        test_examples);
  return g_test_run ();
}
