/* The words of the feuille de service: labels in French, and in English after them on a bilingual
 * paper; departments; who, where and how. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "plt-error.h"
#include "plt-feuille-private.h"
#include "plt-text.h"
#include "plt-time.h"

#define ADULT 18

/* ---- labels ---- */

static const char *const english[][2] = {
  { "1er assistant réalisateur", "1st AD" },
  { "Accessibilité", "Accessibility" },
  { "Accès", "Access" },
  { "Arrivée", "Call" },
  { "Arrivée équipe", "Crew call" },
  { "Arrêt du tournage si", "Shooting stops if" },
  { "Base camp", "Base camp" },
  { "Base camp, HMC, loges", "Unit base" },
  { "Besoins par département", "Department notes" },
  { "Cantine", "Catering" },
  { "Cellule d’écoute", "Helpline" },
  { "Chargement, passagers", "Load, passengers" },
  { "Chauffeur", "Driver" },
  { "Coif.", "Hair" },
  { "Coiffure", "Hair" },
  { "Comédien", "Artist" },
  { "Comédiens", "Cast" },
  { "Contact", "Contact" },
  { "Cost.", "Cost." },
  { "Costume", "Costume" },
  { "Coucher", "Sunset" },
  { "Coucher du soleil", "Sunset" },
  { "Cumul", "To date" },
  { "De", "From" },
  { "Direction de production", "Production manager" },
  { "Décor", "Set" },
  { "Décors", "Sets" },
  { "Départ", "Leaves" },
  { "Effet", "D/N" },
  { "Extrait", "Extract" },
  { "Fin", "Wrap" },
  { "Fin du repas", "Meal ends" },
  { "Fin prévue", "Est. wrap" },
  { "Fonction", "Position" },
  { "HMC", "HMU" },
  { "Hab.", "Ward." },
  { "Habillage", "Wardrobe" },
  { "Heure", "Call" },
  { "Horaires", "Hours" },
  { "Hôpital, urgences", "Nearest A&E" },
  { "Jour", "Day" },
  { "Journée", "Day type" },
  { "Lever", "Sunrise" },
  { "Lever du soleil", "Sunrise" },
  { "Lieu", "Place" },
  { "Lieu de convocation", "Called at" },
  { "Lieu du pick-up", "Pick-up place" },
  { "Lieu et adresse", "Location and address" },
  { "Lieux", "Locations" },
  { "Loges", "Dressing rooms" },
  { "Maq.", "Make-up" },
  { "Maquillage", "Make-up" },
  { "Minutage", "Timing" },
  { "Minutage du jour", "Timing of the day" },
  { "Météo", "Weather" },
  { "Nb", "No." },
  { "Nom", "Name" },
  { "Nombre de repas", "Meals" },
  { "Numéro 24 h/24", "24 h number" },
  { "PAT", "On set" },
  { "PAT, prêt à tourner", "Ready to shoot" },
  { "Pages", "Pages" },
  { "Parking", "Parking" },
  { "Parking technique", "Unit parking" },
  { "Parking équipe", "Crew parking" },
  { "Pharmacie", "Pharmacy" },
  { "Pick-up", "Pick-up" },
  { "Plans", "Shots" },
  { "Pluie", "Rain" },
  { "Point sécurité", "Safety briefing" },
  { "Police, gendarmerie", "Police" },
  { "Pompiers", "Fire brigade" },
  { "Production", "Production" },
  { "Protections", "Protective equipment" },
  { "Présence", "Presence" },
  { "Prévision du", "Forecast of" },
  { "Prévisions", "Advance schedule" },
  { "Rappels", "Reminders" },
  { "Remarques", "Remarks" },
  { "Repas", "Meal" },
  { "Reste à tourner", "Left to shoot" },
  { "Retour", "Back" },
  { "Réalisation", "Director" },
  { "Régimes et allergies", "Diets and allergies" },
  { "Référent VHSS", "Harassment referent" },
  { "Référent handicap", "Disability referent" },
  { "Référent sécurité", "Safety referent" },
  { "Référent écologie", "Green referent" },
  { "Résumé", "Synopsis" },
  { "Rôle", "Character" },
  { "Rôles", "Cast" },
  { "SAMU", "Ambulance" },
  { "Secouriste (SST)", "First aider" },
  { "Silhouettes, doublures, figuration", "Stand-ins and background" },
  { "Silhouettes, figuration", "Background" },
  { "Sourds, par SMS", "Deaf, by SMS" },
  { "Sécurité", "Safety" },
  { "Séq.", "Sc." },
  { "Séquences", "Scenes" },
  { "Temps", "Time" },
  { "Températures", "Temperatures" },
  { "Total du jour", "Total of the day" },
  { "Toutes urgences", "Emergencies" },
  { "Trajet depuis le décor", "Drive from the set" },
  { "Transport", "Transport" },
  { "Transports en commun", "Public transport" },
  { "Téléphone", "Telephone" },
  { "Téléphone de la production", "Production office" },
  { "Téléphone des urgences", "A&E telephone" },
  { "Urgences", "Emergencies" },
  { "Vent", "Wind" },
  { "Véhicule, chauffeur", "Vehicle, driver" },
  { "À", "To" },
  { "À apporter, protections", "To bring, protective equipment" },
  { "Équipe", "Crew" },
};

const char *
plt_feuille_label (const PltFeuille *self, const char *french)
{
  for (guint i = 0; self->bilingual && i < G_N_ELEMENTS (english); i++)
    if (strcmp (english[i][0], french) == 0 && strcmp (english[i][1], french) != 0)
      {
        g_autofree char *both = g_strdup_printf ("%s / %s", french, english[i][1]);

        return g_string_chunk_insert_const (self->words, both);
      }
  return french;
}

/* ---- departments ---- */

/* In the order crews are used to read. */
static const char *const departments[][3] = {
  { "mise-en-scene", "Mise en scène", "Directing" },
  { "production", "Production", "Production" },
  { "regie", "Régie", "Locations and unit" },
  { "image", "Image", "Camera" },
  { "electricite", "Électricité", "Electric" },
  { "machinerie", "Machinerie", "Grip" },
  { "son", "Son", "Sound" },
  { "decoration", "Décoration", "Art" },
  { "costumes", "Costumes", "Wardrobe" },
  { "hmc", "Maquillage, coiffure", "Make-up and hair" },
  { "postproduction", "Postproduction", "Postproduction" },
  { "interpretation", "Interprétation", "Cast" },
  { "figuration", "Figuration", "Background" },
  { "autre", "Autres", "Others" },
};

guint
plt_feuille_n_departments (void)
{
  return G_N_ELEMENTS (departments);
}

const char *
plt_feuille_department_id (guint i)
{
  return departments[i][0];
}

/* A department of the production's own is its own title. */
const char *
plt_feuille_department (const PltFeuille *self, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    if (strcmp (departments[i][0], id) == 0)
      {
        g_autofree char *both = NULL;

        if (!self->bilingual || strcmp (departments[i][1], departments[i][2]) == 0)
          return departments[i][1];
        both = g_strdup_printf ("%s / %s", departments[i][1], departments[i][2]);
        return g_string_chunk_insert_const (self->words, both);
      }
  return id;
}

const char *
plt_feuille_department_of (const PltFeuille *self, const PltCallFacts *call)
{
  const PltFacts *facts = self->source.facts;
  const char *found = NULL;

  if (call->department != NULL && *call->department != '\0')
    return call->department;
  for (guint i = 0; i < facts->engagements.n && call->person != 0; i++)
    {
      const PltEngagementFacts *engagement = &facts->engagements.items[i];

      if (engagement->person != call->person || engagement->role != 0)
        continue;
      if (strcmp (engagement->function, call->function) == 0)
        return *engagement->department != '\0' ? engagement->department : "autre";
      if (found == NULL)
        found = engagement->department;
    }
  return found != NULL && *found != '\0' ? found : "autre";
}

static gboolean
is_named (const char *folded, const char *name)
{
  g_autofree char *other = plt_text_fold (name);

  return strcmp (folded, other) == 0;
}

const char *
plt_feuille_department_named (const PltFeuille *self, const char *name, GError **error)
{
  g_autofree char *folded = plt_text_fold (name);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    for (guint j = 0; j < 3; j++)
      if (is_named (folded, departments[i][j]))
        return departments[i][0];
  for (guint i = 0; i < self->calls->len; i++)
    {
      const char *id
          = plt_feuille_department_of (self, &g_array_index (self->calls, PltCallFacts, i));

      if (is_named (folded, id))
        return id;
    }
  for (guint i = 0; i < self->notes->len; i++)
    {
      const char *id = g_array_index (self->notes, PltCallNoteFacts, i).department;

      if (is_named (folded, id))
        return id;
    }
  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", departments[i][0]);
  g_set_error (error, PLT_ERROR, PLT_ERROR_NOT_FOUND,
               _ ("There is no department “%s” on this call sheet. Name one of: %s."), name,
               known->str);
  return NULL;
}

/* ---- the day ---- */

const char *
plt_feuille_day_type (const PltFeuille *self)
{
  static const char *const types[][3] = {
    { "continue", "Continue", "Continue / Continuous" },
    { "coupee", "Coupée", "Coupée / With a lunch break" },
    { "mixte", "Mixte", "Mixte / Mixed" },
    { "nuit", "Nuit", "Nuit / Night" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (types[i][0], self->sheet.day_type) == 0)
      return types[i][self->bilingual ? 2 : 1];
  return self->sheet.day_type;
}

static int
monday_of (PltDate date)
{
  return date - plt_date_weekday (date) + 1;
}

/* "S2": weeks of shooting, from the one of the first day. */
char *
plt_feuille_week (const PltFeuille *self)
{
  PltDate date = self->day->day->date, first = plt_plan_first_date (self->source.plan);

  if (date == PLT_DATE_NONE || first == PLT_DATE_NONE)
    return g_strdup ("");
  return g_strdup_printf ("S%d", (monday_of (date) - monday_of (first)) / 7 + 1);
}

/* ---- places ---- */

/* "BAC : CABINE, PONT" for the sub-sets of a set that the day shoots at a place; `place` NULL:
 * those that have none, `anywhere`: wherever they are. */
char *
plt_feuille_sets (const PltFeuille *self,
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

char *
plt_feuille_address (const PltLocationFacts *place, const char *separator)
{
  g_autoptr (GString) text = g_string_new (place->name);

  if (*place->address != '\0')
    g_string_append_printf (text, "%s%s", separator, place->address);
  if (*place->postcode != '\0' || *place->city != '\0')
    g_string_append_printf (text, "%s%s%s%s", separator, place->postcode,
                            *place->postcode != '\0' && *place->city != '\0' ? " " : "",
                            place->city);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The minutes since the PAT go on by the length of a strip, and by the meal once it is passed. */
static gint64
after_strip (const PltFeuille *self, gint64 elapsed, const PltStripFacts *strip, gboolean *eaten)
{
  const PltSheetFacts *sheet = &self->sheet;
  gint64 minutes = plt_strip_minutes (strip, plt_paper_sequence (&self->source, strip));

  if (minutes == PLT_UNKNOWN)
    return PLT_UNKNOWN;
  elapsed += minutes;
  *eaten |= strcmp (strip->kind, "repas") == 0;
  if (*eaten || sheet->meal_minutes == PLT_UNKNOWN || sheet->meal_end_minutes == PLT_UNKNOWN
      || sheet->pat_minutes + elapsed < sheet->meal_minutes)
    return elapsed;
  *eaten = TRUE;
  return elapsed + MAX (sheet->meal_end_minutes - sheet->meal_minutes, 0);
}

gint64
plt_feuille_move (const PltFeuille *self, guint index)
{
  gboolean eaten = FALSE;
  gint64 elapsed = 0;

  if (index == 0 || self->sheet.pat_minutes == PLT_UNKNOWN)
    return PLT_UNKNOWN;
  for (guint i = 0; i < self->day->strips->len && elapsed != PLT_UNKNOWN; i++)
    {
      const PltStripFacts *strip = self->day->strips->pdata[i];
      const PltSequenceFacts *sequence = plt_paper_sequence (&self->source, strip);

      if (sequence != NULL
          && plt_facts_location_of (self->source.facts, sequence) == self->places->pdata[index])
        return self->sheet.pat_minutes + elapsed;
      elapsed = after_strip (self, elapsed, strip, &eaten);
    }
  return PLT_UNKNOWN;
}

/* ---- people ---- */

char *
plt_feuille_who (const PltFeuille *self, const PltCallFacts *call)
{
  const PltFacts *facts = self->source.facts;
  const PltElementFacts *role = PLT_FACTS_FIND (facts->elements, PltElementFacts, call->role);
  const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, call->person);
  const char *name = *call->function != '\0' || role == NULL ? call->function : role->name;

  if (person != NULL)
    return plt_facts_person_name (person);
  if (strcmp (call->group, "comediens") == 0)
    return g_strdup ("à distribuer");
  if (call->count != PLT_UNKNOWN && call->count > 1)
    return g_strdup_printf ("%s (%d)", name, (int) call->count);
  return g_strdup (name);
}

const PltPersonFacts *
plt_feuille_driver (const PltFeuille *self, const PltCallFacts *call)
{
  const PltFacts *facts = self->source.facts;
  const PltMovementFacts *movement
      = PLT_FACTS_FIND (facts->movements, PltMovementFacts, call->movement);

  return movement != NULL ? PLT_FACTS_FIND (facts->people, PltPersonFacts, movement->driver) : NULL;
}

const char *
plt_feuille_pickup (const PltFeuille *self, const PltCallFacts *call)
{
  const PltFacts *facts = self->source.facts;
  const PltMovementFacts *movement
      = PLT_FACTS_FIND (facts->movements, PltMovementFacts, call->movement);

  if (*call->pickup_place != '\0' || movement == NULL)
    return call->pickup_place;
  for (guint i = 0; i < facts->stops.n; i++)
    {
      const PltStopFacts *stop = &facts->stops.items[i];

      if (stop->movement == movement->id && stop->person == call->person && call->person != 0
          && strcmp (stop->kind, "descente") != 0 && *stop->place != '\0')
        return stop->place;
    }
  return movement->start_place;
}

/* Where somebody is picked up and who drives: "Hôtel du Port, avec Fañch Riou" */
char *
plt_feuille_travel (const PltFeuille *self, const PltCallFacts *call)
{
  const PltPersonFacts *driver = plt_feuille_driver (self, call);
  g_autofree char *name = driver != NULL ? plt_facts_person_name (driver) : g_strdup ("");
  g_autoptr (GString) text = g_string_new (NULL);

  if (strcmp (call->travel, "propres-moyens") == 0)
    return g_strdup ("Propres moyens");
  if (strcmp (call->travel, "pick-up") != 0 && call->pickup_minutes == PLT_UNKNOWN)
    return g_strdup ("");
  g_string_append (text, plt_feuille_pickup (self, call));
  if (*name != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", avec " : "Avec ", name);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Age on the day, PLT_UNKNOWN without a date of birth. */
static gint64
age_of (const PltFeuille *self, const PltPersonFacts *person)
{
  PltDate date = self->day->day->date;
  int year, month, day, born_year, born_month, born_day;

  if (person == NULL || person->birth_date == PLT_DATE_NONE || date == PLT_DATE_NONE)
    return PLT_UNKNOWN;
  plt_date_to_ymd (date, &year, &month, &day);
  plt_date_to_ymd (person->birth_date, &born_year, &born_month, &born_day);
  return year - born_year - (month < born_month || (month == born_month && day < born_day));
}

/* The engagement of somebody as that role, NULL when there is none. */
static const PltEngagementFacts *
engagement_of (const PltFeuille *self, const PltCallFacts *call)
{
  const PltFacts *facts = self->source.facts;

  for (guint i = 0; i < facts->engagements.n; i++)
    if (facts->engagements.items[i].person == call->person
        && facts->engagements.items[i].role == call->role)
      return &facts->engagements.items[i];
  return NULL;
}

/* "MINEUR, 9 ans, présence 4 h au plus, jusqu’à 20h00" */
char *
plt_feuille_minor (const PltFeuille *self, const PltCallFacts *call)
{
  const PltPersonFacts *person
      = PLT_FACTS_FIND (self->source.facts->people, PltPersonFacts, call->person);
  const PltEngagementFacts *engagement = engagement_of (self, call);
  gint64 age = age_of (self, person);
  g_autoptr (GString) text = g_string_new (NULL);

  if (age == PLT_UNKNOWN || age >= ADULT)
    return g_strdup ("");
  g_string_append_printf (text, "MINEUR, %d ans", (int) age);
  if (engagement != NULL && engagement->child_minutes != PLT_UNKNOWN)
    {
      g_autofree char *most = plt_duration_format (engagement->child_minutes);

      g_string_append_printf (text, ", présence %s au plus", most);
    }
  if (engagement != NULL && engagement->child_until_minutes != PLT_UNKNOWN)
    {
      g_autofree char *until = plt_clock_format (engagement->child_until_minutes);

      g_string_append_printf (text, ", jusqu’à %s", until);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
