/* Feuille de service: one day, for the whole crew. Blocks stand in the order crews are used to; an
 * empty block is not printed, but emergencies always are: an empty box, and a warning. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-callsheet.h"
#include "plt-document-kinds-private.h"
#include "plt-feuille-private.h"
#include "plt-time.h"

#define NO_REF ((PltRef){ NULL, 0, NULL })
#define N_FORECASTS 2
#define MARGIN 28 /* points: a sheet is two pages at most */

static const PltParamSpec params_spec[] = {
  { "day", N_ ("Shooting day"), PLT_PARAM_REFERENCE, "shooting_day", NULL, NULL },
  { "sheet", N_ ("Call sheet"), PLT_PARAM_REFERENCE, "call_sheet", NULL, NULL },
  { NULL },
};

static const char *
day_type (const PltFeuille *self)
{
  static const char *const types[][2] = {
    { "continue", "Continue" }, { "coupee", "Coupée" }, { "mixte", "Mixte" }, { "nuit", "Nuit" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i][0], self->sheet.day_type) == 0)
      return types[i][1];
  return self->sheet.day_type;
}

static int
monday_of (PltDate date)
{
  return date - plt_date_weekday (date) + 1;
}

/* "S2": weeks of shooting, from the one of the first day. */
static char *
week_of (const PltFeuille *self)
{
  PltDate date = self->day->day->date, first = plt_plan_first_date (self->source.plan);

  if (date == PLT_DATE_NONE || first == PLT_DATE_NONE)
    return g_strdup ("");
  return g_strdup_printf ("S%d", (monday_of (date) - monday_of (first)) / 7 + 1);
}

/* ---- A and B: the head, the hours ---- */

static void
add_state (const PltFeuille *self, PltDocument *document)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!self->made)
    g_string_append (text, "Feuille non établie : prévision d’après le plan de travail seul.");
  else if (strcmp (self->sheet.status, "remplacee") == 0)
    g_string_append (text, "Cette feuille est remplacée par une version plus récente.");
  else if (strcmp (self->sheet.status, "brouillon") == 0)
    g_string_append (text, "Brouillon : cette feuille n’est pas validée.");
  if (self->day->day->date == PLT_DATE_NONE)
    g_string_append_printf (text, "%sLa journée n’a pas de date.", text->len > 0 ? " " : "");
  if (text->len > 0)
    plt_document_paragraph (document, "text.warning", text->str, plt_feuille_ref (self, "status"));
}

static void
add_production (const PltFeuille *self, PltDocument *document)
{
  const PltProductionFacts *production = &self->source.facts->production;
  PltRef ref = { "production", production->id, NULL };
  PltDocFields *fields = plt_document_fields (document, 3);
  g_autofree char *house = g_strdup_printf ("%s%s%s", production->company,
                                            *production->company_address != '\0' ? "\n" : "",
                                            production->company_address);

  ref.column = "company_address";
  plt_doc_fields_add (fields, "Production", house, ref);
  ref.column = "company_phone";
  plt_doc_fields_add (fields, "Téléphone de la production", production->company_phone, ref);
  ref.column = "emergency_phone";
  plt_doc_fields_add (fields, "Numéro 24 h/24", production->emergency_phone, ref);
  ref.column = "director";
  plt_doc_fields_add (fields, "Réalisation", production->director, ref);
  ref.column = "first_assistant";
  plt_doc_fields_add (fields, "1er assistant réalisateur", production->first_assistant, ref);
  ref.column = "production_manager";
  plt_doc_fields_add (fields, "Direction de production", production->production_manager, ref);
  plt_document_space (document, 5);
}

static void
add_hour (const PltFeuille *self, PltDocTable *table, const char *column, gint64 minutes)
{
  PltDocCell *cell = plt_doc_table_clock (table, minutes);

  plt_doc_cell_style (cell, "cell.large");
  plt_doc_cell_ref (cell, plt_feuille_ref (self, column));
}

static void
add_hours (const PltFeuille *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "Arrivée équipe", .sheet_chars = 20, .id = "arrivee", .weight = 3 },
    { .title = "PAT, prêt à tourner", .sheet_chars = 20, .id = "pat", .weight = 4 },
    { .title = "Repas", .sheet_chars = 20, .id = "repas", .weight = 3 },
    { .title = "Fin prévue", .sheet_chars = 20, .id = "fin", .weight = 3 },
  };
  PltDocTable *table = plt_document_table (document, "Horaires", columns, G_N_ELEMENTS (columns));

  plt_doc_table_row (table, "row.normal");
  add_hour (self, table, "crew_minutes", self->sheet.crew_minutes);
  add_hour (self, table, "pat_minutes", self->sheet.pat_minutes);
  add_hour (self, table, "meal_minutes", self->sheet.meal_minutes);
  add_hour (self, table, "end_minutes", self->sheet.end_minutes);
}

static void
add_day (const PltFeuille *self, PltDocument *document)
{
  PltDocFields *fields = plt_document_fields (document, 6);
  PltSun sun = { PLT_SUN_NONE, PLT_SUN_NONE, PLT_SUN_NONE, PLT_SUN_NONE };
  gint64 done, left;
  g_autofree char *today = plt_seconds_format (self->day->seconds);
  g_autofree char *total = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *rise = NULL;
  g_autofree char *set = NULL;

  plt_plan_progress (self->source.plan, self->index, &done, &left);
  total = plt_seconds_format (done);
  rest = plt_seconds_format (left);
  plt_paper_sun_times (&self->source, self->day, &sun);
  rise = plt_paper_clock (sun.rise != PLT_SUN_NONE ? sun.rise : PLT_UNKNOWN);
  set = plt_paper_clock (sun.set != PLT_SUN_NONE ? sun.set : PLT_UNKNOWN);
  plt_doc_fields_add (fields, "Journée", day_type (self), plt_feuille_ref (self, "day_type"));
  plt_doc_fields_add (fields, "Lever du soleil", rise, NO_REF);
  plt_doc_fields_add (fields, "Coucher du soleil", set, NO_REF);
  plt_doc_fields_add (fields, "Minutage du jour", today, NO_REF);
  plt_doc_fields_add (fields, "Cumul", total, NO_REF);
  plt_doc_fields_add (fields, "Reste à tourner", rest, NO_REF);
  if (*self->sheet.weather != '\0')
    plt_doc_fields_add (fields, "Météo", self->sheet.weather, plt_feuille_ref (self, "weather"));
}

/* ---- C: places ---- */

/* "BAC : CABINE, PONT" for the sub-sets of a set that the day shoots at a place; `place` NULL:
 * those that have none, `anywhere`: wherever they are. */
static char *
sets_of (const PltFeuille *self,
         const PltDayPlan *day,
         const PltLocationFacts *place,
         gboolean anywhere,
         const char *separator)
{
  const PltFacts *facts = self->source.facts;
  g_autoptr (GPtrArray) sets = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltSequenceFacts *sequence = plt_paper_sequence (&self->source, day->strips->pdata[i]);
      const PltSetFacts *set
          = sequence != NULL ? PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->set) : NULL;

      if (set != NULL && (anywhere || plt_facts_location_of (facts, sequence) == place)
          && !g_ptr_array_find (sets, set, NULL))
        g_ptr_array_add (sets, (gpointer) set);
    }
  for (guint s = 0; s < sets->len; s++)
    {
      const PltSetFacts *set = sets->pdata[s];
      g_autoptr (GPtrArray) parts = g_ptr_array_new ();

      g_string_append_printf (text, "%s%s", s > 0 ? separator : "", set->name);
      for (guint i = 0; i < day->strips->len; i++)
        {
          const PltSequenceFacts *sequence
              = plt_paper_sequence (&self->source, day->strips->pdata[i]);
          const PltSetFacts *part
              = sequence != NULL ? PLT_FACTS_FIND (facts->sets, PltSetFacts, sequence->sub_set)
                                 : NULL;

          if (part == NULL || sequence->set != set->id || g_ptr_array_find (parts, part, NULL)
              || !(anywhere || plt_facts_location_of (facts, sequence) == place))
            continue;
          g_string_append_printf (text, "%s%s", parts->len > 0 ? ", " : " : ", part->name);
          g_ptr_array_add (parts, (gpointer) part);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
address_of (const PltLocationFacts *place)
{
  g_autoptr (GString) text = g_string_new (place->name);

  if (*place->address != '\0')
    g_string_append_printf (text, "\n%s", place->address);
  if (*place->postcode != '\0' || *place->city != '\0')
    g_string_append_printf (text, "\n%s%s%s", place->postcode, *place->postcode != '\0' ? " " : "",
                            place->city);
  if (place->latitude_e6 != PLT_UNKNOWN && place->longitude_e6 != PLT_UNKNOWN)
    {
      g_autofree char *latitude = plt_number_format (place->latitude_e6, 6, 0);
      g_autofree char *longitude = plt_number_format (place->longitude_e6, 6, 0);

      g_string_append_printf (text, "\nGPS %s ; %s", latitude, longitude);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
contact_of (const PltLocationFacts *place)
{
  return g_strdup_printf ("%s%s%s", place->contact,
                          *place->contact != '\0' && *place->phone != '\0' ? "\n" : "",
                          place->phone);
}

static void
add_place (const PltFeuille *self, PltDocTable *table, const PltLocationFacts *place)
{
  PltRef ref = { "location", place->id, NULL };
  g_autofree char *sets = sets_of (self, self->day, place, FALSE, "\n");
  g_autofree char *address = address_of (place);
  g_autofree char *contact = contact_of (place);
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, sets);
  plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, ref);
  ref.column = "address";
  plt_doc_cell_ref (plt_doc_table_text (table, address), ref);
  ref.column = "access";
  plt_doc_cell_ref (plt_doc_table_text (table, place->access), ref);
  ref.column = "parking";
  plt_doc_cell_ref (plt_doc_table_text (table, place->parking), ref);
  ref.column = "base_camp";
  plt_doc_cell_ref (plt_doc_table_text (table, place->base_camp), ref);
  ref.column = "contact";
  plt_doc_cell_ref (plt_doc_table_text (table, contact), ref);
}

static void
add_places (const PltFeuille *self, PltDocument *document, const GPtrArray *places)
{
  static const PltDocColumn columns[] = {
    { .title = "Décor", .id = "decor", .weight = 3, .min = 70, .sheet_chars = 26 },
    { .title = "Lieu et adresse", .id = "adresse", .weight = 4, .min = 90, .sheet_chars = 26 },
    { .title = "Accès", .id = "acces", .weight = 3, .min = 70, .sheet_chars = 26 },
    { .title = "Parking", .id = "parking", .weight = 3, .min = 70, .sheet_chars = 26 },
    { .title = "Base camp, HMC, loges", .id = "base", .weight = 3, .min = 70, .sheet_chars = 26 },
    { .title = "Contact", .id = "contact", .weight = 3, .min = 70, .sheet_chars = 26 },
  };
  g_autofree char *nowhere = sets_of (self, self->day, NULL, FALSE, "\n");
  PltDocTable *table;

  if (places->len == 0 && *nowhere == '\0')
    return;
  plt_document_heading (document, 3, "Lieux", NO_REF);
  table = plt_document_table (document, "Lieux", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < places->len; i++)
    add_place (self, table, places->pdata[i]);
  if (*nowhere != '\0')
    {
      plt_doc_table_row (table, "row.normal");
      plt_doc_cell_style (plt_doc_table_text (table, nowhere), "cell.strong");
      plt_doc_cell_style (plt_doc_table_text (table, "Lieu à fixer"), "cell.warning");
    }
}

/* ---- D: emergencies ---- */

static void
add_missing (GString *missing, const char *what)
{
  g_string_append_printf (missing, "%s%s", missing->len > 0 ? ", " : "", what);
}

static gboolean
same_hospital (const PltLocationFacts *a, const PltLocationFacts *b)
{
  return strcmp (a->hospital, b->hospital) == 0
         && strcmp (a->hospital_phone, b->hospital_phone) == 0
         && a->hospital_minutes == b->hospital_minutes;
}

/* The places from `index` on that share its hospital; NULL when an earlier one did. */
static char *
places_sharing (const GPtrArray *places, guint index)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const PltLocationFacts *place = places->pdata[i];

      if (!same_hospital (place, places->pdata[index]))
        continue;
      if (i < index)
        return NULL;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", place->name);
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_hospital (PltDocFields *fields,
              const PltLocationFacts *place,
              const char *names,
              GString *missing)
{
  PltRef ref = { place != NULL ? "location" : NULL, place != NULL ? place->id : 0, "hospital" };
  g_autofree char *label = g_strdup_printf ("Hôpital, urgences (%s)", names);
  g_autofree char *drive = place != NULL && place->hospital_minutes != PLT_UNKNOWN
                               ? plt_duration_format (place->hospital_minutes)
                               : g_strdup ("");

  plt_doc_fields_add (fields, label, place != NULL ? place->hospital : "", ref);
  ref.column = "hospital_phone";
  plt_doc_fields_add (fields, "Téléphone des urgences", place != NULL ? place->hospital_phone : "",
                      ref);
  ref.column = "hospital_minutes";
  plt_doc_fields_add (fields, "Trajet depuis le décor", drive, ref);
  if (place == NULL || *place->hospital == '\0')
    {
      g_autofree char *what = g_strdup_printf ("l’hôpital le plus proche (%s)", names);

      add_missing (missing, what);
    }
}

static void
add_emergencies (const PltFeuille *self, PltDocument *document, const GPtrArray *places)
{
  const PltProductionFacts *production = &self->source.facts->production;
  g_autoptr (GString) missing = g_string_new (NULL);
  PltDocFields *fields;

  plt_document_heading (document, 3, "Urgences", NO_REF);
  fields = plt_document_fields (document, 5);
  plt_doc_fields_add (fields, "SAMU", "15", NO_REF);
  plt_doc_fields_add (fields, "Police, gendarmerie", "17", NO_REF);
  plt_doc_fields_add (fields, "Pompiers", "18", NO_REF);
  plt_doc_fields_add (fields, "Toutes urgences", "112", NO_REF);
  plt_doc_fields_add (fields, "Sourds, par SMS", "114", NO_REF);
  fields = plt_document_fields (document, 3);
  for (guint i = 0; i < places->len; i++)
    {
      g_autofree char *names = places_sharing (places, i);

      if (names != NULL)
        add_hospital (fields, places->pdata[i], names, missing);
    }
  if (places->len == 0)
    add_hospital (fields, NULL, "lieu à fixer", missing);
  plt_doc_fields_add (fields, "Secouriste sur le plateau (SST)", self->sheet.first_aid,
                      plt_feuille_ref (self, "first_aid"));
  plt_doc_fields_add (fields, "Référent violences et harcèlement (VHSS)", self->sheet.vhss_referent,
                      plt_feuille_ref (self, "vhss_referent"));
  plt_doc_fields_add (fields, "Production, 24 h/24", production->emergency_phone,
                      (PltRef){ "production", production->id, "emergency_phone" });
  if (*self->sheet.first_aid == '\0')
    add_missing (missing, "le secouriste");
  if (*self->sheet.vhss_referent == '\0')
    add_missing (missing, "le référent VHSS");
  if (*production->emergency_phone == '\0')
    add_missing (missing, "le numéro 24 h/24");
  if (missing->len > 0)
    plt_document_runs (document, "text.warning", "run.bold",
                       "À compléter avant diffusion : ", "run.normal", missing->str, "run.normal",
                       ".", NULL);
}

/* ---- E: séquences ---- */

static const PltDocColumn sequence_columns[] = {
  { .title = "Séq.", .id = "sequence", .width = 30 },
  { .title = "Effet", .id = "effet", .width = 32 },
  { .title = "Décor", .id = "decor", .weight = 3, .min = 80 },
  { .title = "Jour", .id = "jour", .width = 26 },
  { .title = "Résumé", .id = "resume", .weight = 6, .min = 130 },
  { .title = "Rôles", .id = "roles", .weight = 1, .min = 36 },
  { .title = "Plans", .id = "plans", .width = 28 },
  { .title = "Pages", .id = "pages", .width = 32 },
  { .title = "Minutage", .id = "minutage", .width = 42 },
  { .title = "Temps", .id = "temps", .width = 40 },
};

static void
add_sequence (const PltFeuille *self, PltDocTable *table, const PltStripFacts *strip)
{
  const PltSequenceFacts *sequence = plt_paper_sequence (&self->source, strip);
  g_autofree char *number
      = g_strdup_printf ("%s%s%s", sequence->number, *strip->part != '\0' ? " " : "", strip->part);
  g_autofree char *set = plt_facts_set_name (self->source.facts, sequence);
  g_autofree char *hazards = plt_paper_hazards (sequence);
  g_autofree char *marks = *hazards != '\0' ? g_strdup_printf ("[%s]", hazards) : g_strdup ("");
  g_autofree char *summary = g_strjoin (*sequence->synopsis != '\0' && *marks != '\0' ? " " : "",
                                        sequence->synopsis, marks, NULL);
  g_autofree char *roles = plt_paper_roles (&self->source, sequence, FALSE);
  gint64 minutes = plt_strip_minutes (strip, sequence);
  g_autofree char *time = minutes != PLT_UNKNOWN ? plt_duration_format (minutes) : g_strdup ("");
  PltDocCell *cell;

  plt_doc_table_row (table, "row.normal");
  cell = plt_doc_table_text (table, number);
  plt_doc_cell_style (cell, "cell.strong");
  plt_doc_cell_ref (cell, (PltRef){ "strip", strip->id, "sequence" });
  cell = plt_doc_table_text (table, plt_effect_code (sequence->int_ext, sequence->effect));
  plt_doc_cell_style (cell, plt_paper_effect_style (sequence));
  plt_doc_table_text (table, set);
  plt_doc_table_text (table, sequence->story_day);
  plt_doc_cell_ref (plt_doc_table_text (table, summary),
                    (PltRef){ "sequence", sequence->id, "synopsis" });
  plt_doc_table_text (table, roles);
  plt_doc_table_number (table, sequence->shots, 0);
  plt_doc_table_eighths (table, sequence->eighths);
  plt_doc_table_seconds (table, plt_sequence_seconds (sequence));
  plt_doc_cell_style (plt_doc_table_text (table, time), "cell.right");
}

static void
add_sequences (const PltFeuille *self, PltDocument *document)
{
  PltDocTable *table;
  g_autofree char *time = plt_duration_format (self->day->minutes);

  plt_document_heading (document, 3, "Séquences", NO_REF);
  if (self->day->strips->len == 0)
    {
      plt_document_paragraph (document, "text.warning",
                              "Le plan de travail n’a pas encore de séquence ce jour-là.", NO_REF);
      return;
    }
  table = plt_document_table (document, "Séquences", sequence_columns,
                              G_N_ELEMENTS (sequence_columns));
  for (guint i = 0; i < self->day->strips->len; i++)
    {
      const PltStripFacts *strip = self->day->strips->pdata[i];

      if (plt_paper_sequence (&self->source, strip) != NULL)
        {
          add_sequence (self, table, strip);
          continue;
        }
      plt_doc_table_row (table, "row.note");
      plt_doc_cell_span (plt_doc_table_text (table, strip->text),
                         G_N_ELEMENTS (sequence_columns) - 1);
      {
        g_autofree char *length
            = strip->minutes != PLT_UNKNOWN ? plt_duration_format (strip->minutes) : g_strdup ("");

        plt_doc_cell_style (plt_doc_table_text (table, length), "cell.right");
      }
    }
  plt_doc_table_row (table, "row.total");
  plt_doc_cell_span (plt_doc_table_text (table, "Total du jour"), 7);
  plt_doc_table_eighths (table, self->day->eighths);
  plt_doc_table_seconds (table, self->day->seconds);
  plt_doc_cell_style (plt_doc_table_text (table, self->day->minutes > 0 ? time : ""),
                      self->day->overlong ? "cell.warning" : "cell.right");
}

/* ---- I to L: needs, transport, meals, safety ---- */

/* "2 végétarien, 1 sans gluten": never who. */
static char *
diets_of (const PltFeuille *self)
{
  g_autoptr (GPtrArray) diets = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->calls->len; i++)
    {
      const PltPersonFacts *person
          = PLT_FACTS_FIND (self->source.facts->people, PltPersonFacts,
                            g_array_index (self->calls, PltCallFacts, i).person);

      if (person != NULL && *person->diet != '\0')
        g_ptr_array_add (diets, (gpointer) person->diet);
    }
  for (guint i = 0; i < diets->len; i++)
    {
      guint n = 0, first;

      g_ptr_array_find_with_equal_func (diets, diets->pdata[i], g_str_equal, &first);
      if (first < i)
        continue;
      for (guint j = 0; j < diets->len; j++)
        n += g_str_equal (diets->pdata[i], diets->pdata[j]);
      g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", n,
                              (const char *) diets->pdata[i]);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
meals_of (const PltFeuille *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *diets = diets_of (self);

  if (self->sheet.meals != PLT_UNKNOWN)
    g_ptr_array_add (parts, g_strdup_printf ("%d repas", (int) self->sheet.meals));
  if (self->sheet.meal_minutes != PLT_UNKNOWN)
    g_ptr_array_add (parts, plt_clock_format (self->sheet.meal_minutes));
  if (*self->sheet.meal_place != '\0')
    g_ptr_array_add (parts, g_strdup (self->sheet.meal_place));
  if (*diets != '\0')
    g_ptr_array_add (parts, g_strdup_printf ("dont %s", diets));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/* What departments bring, then what moves and feeds the crew, in one grid. */
static void
add_needs (const PltFeuille *self, PltDocument *document)
{
  g_autofree char *meals = meals_of (self);
  const char *const others[][3] = {
    { "Transport", "transport", self->sheet.transport },
    { "Repas", "meals", meals },
    { "Remarques", "remarks", self->sheet.remarks },
  };
  PltDocFields *fields;

  if (self->notes->len == 0 && *meals == '\0' && *self->sheet.transport == '\0'
      && *self->sheet.remarks == '\0')
    return;
  plt_document_heading (document, 3, "Besoins par département, transport, repas", NO_REF);
  fields = plt_document_fields (document, 3);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const PltCallNoteFacts *note = &g_array_index (self->notes, PltCallNoteFacts, i);
      PltRef ref = { note->id != 0 ? "call_note" : NULL, note->id, "text" };

      plt_doc_fields_add (fields, note->department, note->text, ref);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (*others[i][2] != '\0')
      plt_doc_fields_add (fields, others[i][0], others[i][2], plt_feuille_ref (self, others[i][1]));
}

/* Séquences for which something has to be said. */
static char *
hazards_of (const PltFeuille *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->day->strips->len; i++)
    {
      const PltSequenceFacts *sequence
          = plt_paper_sequence (&self->source, self->day->strips->pdata[i]);
      g_autofree char *hazards = NULL;

      if (sequence == NULL || !plt_callsheet_needs_safety (sequence))
        continue;
      hazards = plt_paper_hazards (sequence);
      g_string_append_printf (text, "%sséq. %s (%s)", text->len > 0 ? ", " : "", sequence->number,
                              hazards);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_safety (const PltFeuille *self, PltDocument *document)
{
  g_autofree char *hazards = hazards_of (self);

  if (*self->sheet.safety == '\0' && *hazards == '\0')
    return;
  plt_document_heading (document, 3, "Sécurité", NO_REF);
  if (*self->sheet.safety != '\0')
    plt_document_paragraph (document, "text.warning", self->sheet.safety,
                            plt_feuille_ref (self, "safety"));
  else
    plt_document_runs (document, "text.warning", "run.bold", "Consignes à écrire : ", "run.normal",
                       hazards, "run.normal", ".", NULL);
}

/* ---- M and N: what comes next, signatures ---- */

static void
add_forecast (const PltFeuille *self, PltDocTable *table, const PltDayPlan *day, guint ahead)
{
  g_autofree char *label = g_strdup_printf ("J+%u", ahead);
  g_autofree char *date
      = day->day->date != PLT_DATE_NONE ? plt_date_format_short (day->day->date) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("J%u%s%s", day->number, *date != '\0' ? ", " : "", date);
  g_autofree char *hours = plt_paper_hours (day->day);
  g_autofree char *sets = sets_of (self, day, NULL, TRUE, " ; ");
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltSequenceFacts *sequence = plt_paper_sequence (&self->source, day->strips->pdata[i]);

      if (sequence != NULL)
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", sequence->number);
    }
  plt_doc_table_row (table, "row.normal");
  plt_doc_cell_style (plt_doc_table_text (table, label), "cell.strong");
  plt_doc_cell_ref (plt_doc_table_text (table, name),
                    (PltRef){ "shooting_day", day->day->id, NULL });
  plt_doc_table_text (table, hours);
  plt_doc_table_text (table, sets);
  plt_doc_table_text (table, numbers->str);
}

static void
add_forecasts (const PltFeuille *self, PltDocument *document)
{
  static const PltDocColumn columns[] = {
    { .title = "", .id = "rang", .width = 28 },
    { .title = "Jour", .id = "jour", .width = 96 },
    { .title = "Horaires", .id = "horaires", .width = 84 },
    { .title = "Décors", .id = "decors", .weight = 3, .min = 120 },
    { .title = "Séquences", .id = "sequences", .weight = 2, .min = 70 },
  };
  const GPtrArray *days = self->source.plan->days;
  PltDocTable *table = NULL;
  guint ahead = 0;

  for (guint i = self->index + 1; i < days->len && ahead < N_FORECASTS; i++)
    {
      const PltDayPlan *day = days->pdata[i];

      if (day->number == 0)
        continue;
      if (ahead++ == 0)
        {
          plt_document_heading (document, 3, "Prévisions", NO_REF);
          table = plt_document_table (document, "Prévisions", columns, G_N_ELEMENTS (columns));
        }
      add_forecast (self, table, day, ahead);
    }
}

static void
add_signatures (const PltFeuille *self, PltDocument *document)
{
  const PltProductionFacts *production = &self->source.facts->production;
  g_autofree char *assistant
      = g_strdup_printf ("1er assistant réalisateur : %s", production->first_assistant);
  g_autofree char *manager
      = g_strdup_printf ("Direction de production : %s", production->production_manager);
  g_autofree char *approved = *self->sheet.approved_by != '\0'
                                  ? g_strdup_printf ("Validée par %s", self->sheet.approved_by)
                                  : g_strdup ("");
  PltDocFields *fields;

  plt_document_space (document, 5);
  fields = plt_document_fields (document, 2);
  plt_doc_fields_add (fields, assistant, "\n", NO_REF);
  plt_doc_fields_add (fields, manager, *approved != '\0' ? approved : "\n",
                      plt_feuille_ref (self, "approved_by"));
}

static PltDocument *
new_paper (const PltFeuille *self)
{
  PltDate date = self->day->day->date;
  gint64 number = self->sheet.number != PLT_UNKNOWN ? self->sheet.number : self->day->number;
  g_autofree char *title = g_strdup_printf ("Feuille de service n° %d", (int) number);
  g_autofree char *when
      = date != PLT_DATE_NONE ? plt_date_format_long (date) : g_strdup ("sans date");
  g_autofree char *week = week_of (self);
  g_autoptr (GString) subtitle = g_string_new (when);
  g_autofree char *version = self->made && self->sheet.version != PLT_UNKNOWN
                                 ? g_strdup_printf ("v%d", (int) self->sheet.version)
                                 : NULL;
  PltDocInfo info = {
    .title = title,
    .production = self->source.facts->production.title,
    .company = self->source.facts->production.company,
    .version = version,
    .date = self->source.date,
    .paper = PLT_PAPER_A4,
    .orientation = PLT_PORTRAIT,
    .margin = MARGIN,
  };

  g_string_append_printf (subtitle, " · jour %u/%u", self->day->number,
                          self->source.plan->n_shooting_days);
  if (*week != '\0')
    g_string_append_printf (subtitle, " · semaine %s", week);
  if (self->day->day->unit > 1)
    g_string_append_printf (subtitle, " · %de équipe", (int) self->day->day->unit);
  if (self->sheet.version > 1)
    g_string_append (subtitle, " · ANNULE ET REMPLACE");
  info.subtitle = subtitle->str;
  return plt_document_new (&info);
}

static PltDocument *
build (PltStore *store, const PltParams *params, GError **error)
{
  g_auto (PltFeuille) feuille = { .made = FALSE };
  g_autoptr (GPtrArray) places = NULL;
  PltDocument *document;

  if (!plt_feuille_open (&feuille, store, params, error))
    return NULL;
  if (feuille.day == NULL)
    {
      document = plt_paper_new (&feuille.source, "Feuille de service", NULL, NULL, PLT_PAPER_A4,
                                PLT_PORTRAIT);
      plt_document_paragraph (document, "text.note",
                              "Le plan de travail n’a pas encore de jour de tournage.", NO_REF);
      return document;
    }
  places = plt_paper_places (&feuille.source, feuille.day);
  document = new_paper (&feuille);
  add_state (&feuille, document);
  add_production (&feuille, document);
  add_hours (&feuille, document);
  add_day (&feuille, document);
  add_places (&feuille, document, places);
  add_emergencies (&feuille, document, places);
  add_sequences (&feuille, document);
  plt_feuille_add_calls (&feuille, document);
  add_needs (&feuille, document);
  add_safety (&feuille, document);
  add_forecasts (&feuille, document);
  add_signatures (&feuille, document);
  return document;
}

const PltDocumentKind plt_document_feuille_de_service = {
  .id = "feuille-de-service",
  .title = "Feuille de service",
  .phase = "tournage",
  .params = params_spec,
  .build = build,
};
