/* Feuille de service, A to C: the head, what a correction changes, the hours, the places. */
#include <string.h>

#include "plt-feuille-private.h"
#include "plt-number.h"
#include "plt-time.h"

#define MOST_CHANGES 24
#define CODE_HEIGHT 50.0

/* ---- A: the head ---- */

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

/* "NORA" of a call, "Accessoires" of a note, "" of the sheet. */
static char *
name_of_row (const PltFeuille *self, PltRef ref)
{
  const PltFacts *facts = self->source.facts;
  const PltCallFacts *call = strcmp (ref.table, "call") == 0
                                 ? PLT_FACTS_FIND (facts->calls, PltCallFacts, ref.id)
                                 : NULL;
  const PltCallNoteFacts *note = strcmp (ref.table, "call_note") == 0
                                     ? PLT_FACTS_FIND (facts->call_notes, PltCallNoteFacts, ref.id)
                                     : NULL;
  const PltElementFacts *role
      = call != NULL ? PLT_FACTS_FIND (facts->elements, PltElementFacts, call->role) : NULL;

  if (note != NULL)
    return g_strdup (note->department);
  if (role != NULL)
    return g_strdup (role->name);
  return call != NULL ? plt_feuille_who (self, call) : g_strdup ("");
}

/* What papers call a column: "PAT", "Pick-up". */
static const char *
name_of_column (PltRef ref)
{
  static const char *const names[][2] = {
    { "arrival_minutes", "arrivée" },
    { "base_camp", "base camp" },
    { "briefing_minutes", "point sécurité" },
    { "costume", "costume" },
    { "count", "nombre" },
    { "crew_minutes", "arrivée équipe" },
    { "day_type", "journée" },
    { "dress_minutes", "durée d’habillage" },
    { "dress_start_minutes", "habillage" },
    { "end_minutes", "fin prévue" },
    { "first_aid", "secouriste" },
    { "follows_on", "à la suite" },
    { "function", "fonction" },
    { "hair_minutes", "durée de coiffure" },
    { "hair_start_minutes", "coiffure" },
    { "hmc_minutes", "HMC" },
    { "hmc_place", "lieu HMC" },
    { "makeup_minutes", "durée de maquillage" },
    { "makeup_start_minutes", "maquillage" },
    { "meal_end_minutes", "fin du repas" },
    { "meal_minutes", "repas" },
    { "meal_place", "cantine" },
    { "meals", "nombre de repas" },
    { "movement", "mouvement" },
    { "pat_minutes", "PAT" },
    { "person", "personne" },
    { "pickup_minutes", "pick-up" },
    { "pickup_place", "lieu du pick-up" },
    { "place", "lieu" },
    { "protection", "protections" },
    { "reminders", "rappels" },
    { "remark", "remarque" },
    { "remarks", "remarques" },
    { "safety", "sécurité" },
    { "sequences", "séquences" },
    { "text", "besoins" },
    { "transport", "transport" },
    { "travel", "transport" },
    { "weather", "météo" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i][0], ref.column) == 0)
      return names[i][1];
  return "";
}

/* "NORA, PAT : 9h00 → 8h30" */
static char *
change_of (const PltFeuille *self, const PltCallChange *change)
{
  g_autofree char *row = name_of_row (self, change->ref);
  const char *column = name_of_column (change->ref);
  const char *before = *change->before != '\0' ? change->before : "rien";
  const char *after = *change->after != '\0' ? change->after : "rien";
  g_autofree char *label = NULL;

  if (change->added || change->removed)
    return g_strdup_printf ("%s : %s", row, change->added ? "nouveau" : "n’est plus convoqué");
  label = g_strdup_printf ("%s%s%s", row, *row != '\0' && *column != '\0' ? ", " : "", column);
  if (strlen (before) + strlen (after) > 90 || strchr (before, '\n') != NULL)
    return g_strdup_printf ("%s : modifié", *label != '\0' ? label : "feuille");
  return g_strdup_printf ("%s : %s → %s", *label != '\0' ? label : "feuille", before, after);
}

static gboolean
is_told (const PltCallChange *change)
{
  return change->added || change->removed || g_strcmp0 (change->ref.column, "typed") != 0;
}

static char *
list_changes (const PltFeuille *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      g_autofree char *change = NULL;

      if (!is_told (self->changes->pdata[i]) || ++n > MOST_CHANGES)
        continue;
      change = change_of (self, self->changes->pdata[i]);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " ; " : "", change);
    }
  if (n > MOST_CHANGES)
    g_string_append_printf (text, " ; et %u autres changements", n - MOST_CHANGES);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A version above the first cancels the one before, and says what is not the same. */
static void
add_replaces (const PltFeuille *self, PltDocument *document)
{
  g_autofree char *changes = list_changes (self);
  g_autofree char *sent = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!self->made || self->sheet.version == PLT_UNKNOWN || self->sheet.version < 2)
    return;
  g_string_append_printf (
      text, " la version %d",
      (int) (self->replaced != NULL ? self->replaced->version : self->sheet.version - 1));
  if (self->replaced != NULL && self->replaced->sent_date != PLT_DATE_NONE)
    {
      sent = plt_date_format_numeric (self->replaced->sent_date);
      g_string_append_printf (text, " du %s", sent);
    }
  if (self->sheet.reason != NULL && *self->sheet.reason != '\0')
    g_string_append_printf (text, ". Motif : %s", self->sheet.reason);
  g_string_append_printf (text, ".%s%s", *changes != '\0' ? " Change : " : "", changes);
  if (*changes != '\0')
    g_string_append_c (text, '.');
  plt_document_runs (document, "text.warning", "run.warning",
                     self->bilingual ? "ANNULE ET REMPLACE / SUPERSEDES" : "ANNULE ET REMPLACE",
                     "run.normal", text->str, NULL);
}

static void
add_production (const PltFeuille *self, PltDocument *document)
{
  const PltProductionFacts *production = &self->source.facts->production;
  PltRef ref = { "production", production->id, NULL };
  g_autofree char *house = g_strdup_printf ("%s%s%s", production->company,
                                            *production->company_address != '\0' ? "\n" : "",
                                            production->company_address);
  PltFeuilleBoxes boxes;

  plt_feuille_boxes_begin (&boxes, self, document);
  ref.column = "company_address";
  plt_feuille_boxes_add (&boxes, "Production", 4, house, ref, NULL);
  ref.column = "company_phone";
  plt_feuille_boxes_add (&boxes, "Téléphone", 2, production->company_phone, ref, NULL);
  ref.column = "emergency_phone";
  plt_feuille_boxes_add (&boxes, "Numéro 24 h/24", 2, production->emergency_phone, ref,
                         "cell.strong");
  ref.column = "director";
  plt_feuille_boxes_add (&boxes, "Réalisation", 2, production->director, ref, NULL);
  ref.column = "first_assistant";
  plt_feuille_boxes_add (&boxes, "1er assistant réalisateur", 2, production->first_assistant, ref,
                         NULL);
  ref.column = "production_manager";
  plt_feuille_boxes_add (&boxes, "Direction de production", 2, production->production_manager, ref,
                         NULL);
}

void
plt_feuille_add_head (const PltFeuille *self, PltDocument *document)
{
  add_state (self, document);
  add_replaces (self, document);
  add_production (self, document);
}

/* ---- B: the hours ---- */

static void
add_hour (const PltFeuille *self, PltDocTable *table, const char *column, gint64 minutes)
{
  PltDocCell *cell = plt_doc_table_clock (table, minutes);
  g_autofree char *shown = plt_paper_clock (plt_paper_of_day (minutes));

  plt_doc_cell_show (cell, shown);
  plt_feuille_dress (self, cell, plt_feuille_ref (self, column), "cell.large");
}

static void
add_great_hours (const PltFeuille *self, PltDocument *document)
{
  const PltDocColumn columns[] = {
    { plt_feuille_label (self, "Arrivée équipe"), "arrivee", .weight = 3, .sheet_chars = 20 },
    { plt_feuille_label (self, "PAT, prêt à tourner"), "pat", .weight = 4, .sheet_chars = 20 },
    { plt_feuille_label (self, "Repas"), "repas", .weight = 3, .sheet_chars = 20 },
    { plt_feuille_label (self, "Fin prévue"), "fin", .weight = 3, .sheet_chars = 20 },
  };
  PltDocTable *table = plt_document_table (document, plt_feuille_table_name (self, "Horaires"),
                                           columns, G_N_ELEMENTS (columns));

  plt_doc_table_row (table, "row.normal");
  add_hour (self, table, "crew_minutes", self->sheet.crew_minutes);
  add_hour (self, table, "pat_minutes", self->sheet.pat_minutes);
  add_hour (self, table, "meal_minutes", self->sheet.meal_minutes);
  add_hour (self, table, "end_minutes", self->sheet.end_minutes);
}

/* "8 à 14 °C" */
static char *
temperatures (const PltSheetFacts *sheet)
{
  if (sheet->temperature_min != PLT_UNKNOWN && sheet->temperature_max != PLT_UNKNOWN)
    return g_strdup_printf ("%d à %d °C", (int) sheet->temperature_min,
                            (int) sheet->temperature_max);
  if (sheet->temperature_max != PLT_UNKNOWN)
    return g_strdup_printf ("%d °C au plus", (int) sheet->temperature_max);
  return sheet->temperature_min != PLT_UNKNOWN
             ? g_strdup_printf ("%d °C au moins", (int) sheet->temperature_min)
             : g_strdup ("");
}

static char *
forecast_of (const PltSheetFacts *sheet)
{
  g_autofree char *date = plt_date_format_numeric (sheet->weather_date);

  return g_strdup_printf ("%s%s%s", date,
                          *date != '\0' && *sheet->weather_source != '\0' ? ", " : "",
                          sheet->weather_source);
}

static void
add_weather (const PltFeuille *self, PltFeuilleBoxes *boxes)
{
  const PltSheetFacts *sheet = &self->sheet;
  g_autofree char *degrees = temperatures (sheet);
  g_autofree char *number
      = sheet->rain_e6 != PLT_UNKNOWN ? plt_number_format (sheet->rain_e6, 4, 0) : NULL;
  g_autofree char *rain
      = g_strdup_printf ("%s%s", number != NULL ? number : "", number != NULL ? PLT_NNBSP "%" : "");
  g_autofree char *forecast = forecast_of (sheet);

  plt_feuille_boxes_line (boxes);
  plt_feuille_boxes_add (boxes, "Météo", 5, sheet->weather, plt_feuille_ref (self, "weather"),
                         NULL);
  plt_feuille_boxes_add (boxes, "Températures", 2, degrees,
                         plt_feuille_ref (self, "temperature_min"), NULL);
  plt_feuille_boxes_add (boxes, "Pluie", 1, rain, plt_feuille_ref (self, "rain_e6"), NULL);
  plt_feuille_boxes_add (boxes, "Vent", 2, sheet->wind, plt_feuille_ref (self, "wind"), NULL);
  plt_feuille_boxes_add (boxes, "Prévision du", 2, forecast, plt_feuille_ref (self, "weather_date"),
                         NULL);
  plt_feuille_boxes_add (boxes, "Arrêt du tournage si", 3, sheet->weather_stop,
                         plt_feuille_ref (self, "weather_stop"), "cell.strong");
}

static void
add_day (const PltFeuille *self, PltDocument *document)
{
  PltSun sun = { PLT_SUN_NONE, PLT_SUN_NONE, PLT_SUN_NONE, PLT_SUN_NONE };
  gboolean light = plt_paper_sun_times (&self->source, self->day, &sun);
  gint64 done, left;
  g_autofree char *rise = plt_paper_clock (
      light && sun.rise != PLT_SUN_NONE ? plt_paper_of_day (sun.rise) : PLT_UNKNOWN);
  g_autofree char *set = plt_paper_clock (
      light && sun.set != PLT_SUN_NONE ? plt_paper_of_day (sun.set) : PLT_UNKNOWN);
  g_autofree char *today = plt_seconds_format (self->day->seconds);
  g_autofree char *total = NULL;
  g_autofree char *rest = NULL;
  PltFeuilleBoxes boxes;

  plt_plan_progress (self->source.plan, self->index, &done, &left);
  total = plt_seconds_format (done);
  rest = plt_seconds_format (left);
  plt_feuille_boxes_begin (&boxes, self, document);
  plt_feuille_boxes_add (&boxes, "Journée", 3, plt_feuille_day_type (self),
                         plt_feuille_ref (self, "day_type"), "cell.strong");
  plt_feuille_boxes_clock (&boxes, "Fin du repas", "meal_end_minutes", 3,
                           self->sheet.meal_end_minutes);
  plt_feuille_boxes_clock (&boxes, "Point sécurité", "briefing_minutes", 3,
                           self->sheet.briefing_minutes);
  plt_feuille_boxes_add (&boxes, "Lever du soleil", 3, rise, PLT_FEUILLE_NO_REF, NULL);
  plt_feuille_boxes_add (&boxes, "Coucher du soleil", 3, set, PLT_FEUILLE_NO_REF, NULL);
  plt_feuille_boxes_add (&boxes, "Minutage du jour", 3, today, PLT_FEUILLE_NO_REF, NULL);
  plt_feuille_boxes_add (&boxes, "Cumul", 2, total, PLT_FEUILLE_NO_REF, NULL);
  plt_feuille_boxes_add (&boxes, "Reste à tourner", 3, rest, PLT_FEUILLE_NO_REF, NULL);
  add_weather (self, &boxes);
}

void
plt_feuille_add_hours (const PltFeuille *self, PltDocument *document)
{
  add_great_hours (self, document);
  add_day (self, document);
}

/* ---- C: the places ---- */

static char *
full_address (const PltLocationFacts *place)
{
  g_autofree char *address = plt_feuille_address (place, "\n");

  if (place->latitude_e6 != PLT_UNKNOWN && place->longitude_e6 != PLT_UNKNOWN)
    {
      g_autofree char *latitude = plt_number_format (place->latitude_e6, 6, 0);
      g_autofree char *longitude = plt_number_format (place->longitude_e6, 6, 0);

      return g_strdup_printf ("%s\nGPS %s ; %s", address, latitude, longitude);
    }
  return g_steal_pointer (&address);
}

static char *
contact_of (const PltLocationFacts *place)
{
  return g_strdup_printf ("%s%s%s", place->contact,
                          *place->contact != '\0' && *place->phone != '\0' ? "\n" : "",
                          place->phone);
}

enum
{
  PLACE_SETS,
  PLACE_ADDRESS,
  PLACE_ACCESS,
  PLACE_PARKING,
  PLACE_BASE,
  PLACE_CONTACT,
  N_PLACE_COLUMNS
};

static const char *const place_columns[N_PLACE_COLUMNS][3] = {
  { "Décor", "decor", NULL },
  { "Lieu et adresse", "adresse", "address" },
  { "Accès", "acces", "access" },
  { "Parking", "parking", "parking" },
  { "Base camp, HMC, loges", "base", "base_camp" },
  { "Contact", "contact", "contact" },
};

/* The set, and from when on where the shoot moves there. */
static char *
sets_at (const PltFeuille *self, guint index)
{
  g_autofree char *sets
      = plt_feuille_sets (self, self->day, self->places->pdata[index], FALSE, "\n");
  gint64 move = plt_feuille_move (self, index);
  g_autofree char *clock = plt_paper_clock (move);

  return move == PLT_UNKNOWN ? g_steal_pointer (&sets)
                             : g_strdup_printf ("%s\nvers %s", sets, clock);
}

static char *
place_text (const PltFeuille *self, guint index, guint column)
{
  const PltLocationFacts *place = self->places->pdata[index];

  switch (column)
    {
    case PLACE_SETS:
      return sets_at (self, index);
    case PLACE_ADDRESS:
      return full_address (place);
    case PLACE_ACCESS:
      return g_strdup (place->access);
    case PLACE_PARKING:
      return g_strdup (place->parking);
    case PLACE_BASE:
      return g_strdup (place->base_camp);
    default:
      return contact_of (place);
    }
}

/* Columns that no place fills take no room. */
static guint
used_columns (const PltFeuille *self, guint used[N_PLACE_COLUMNS])
{
  guint n = 0;

  for (guint column = 0; column < N_PLACE_COLUMNS; column++)
    {
      gboolean any = column <= PLACE_ADDRESS;

      for (guint i = 0; i < self->places->len && !any; i++)
        {
          g_autofree char *text = place_text (self, i, column);

          any = *text != '\0';
        }
      if (any)
        used[n++] = column;
    }
  return n;
}

static void
add_place (const PltFeuille *self, PltDocTable *table, guint index, const guint *used, guint n_used)
{
  const PltLocationFacts *place = self->places->pdata[index];

  plt_doc_table_row (table, "row.normal");
  for (guint i = 0; i < n_used; i++)
    {
      g_autofree char *text = place_text (self, index, used[i]);

      plt_feuille_dress (self, plt_doc_table_text (table, text),
                         (PltRef){ "location", place->id, place_columns[used[i]][2] },
                         used[i] == PLACE_SETS ? "cell.strong" : NULL);
    }
}

static void
add_services (const PltFeuille *self, PltDocument *document)
{
  const PltSheetFacts *sheet = &self->sheet;
  PltFeuilleBoxes boxes;

  plt_feuille_boxes_begin (&boxes, self, document);
  plt_feuille_boxes_text (&boxes, "Base camp", "base_camp", 2, sheet->base_camp);
  plt_feuille_boxes_text (&boxes, "Parking technique", "parking_tech", 2, sheet->parking_tech);
  plt_feuille_boxes_text (&boxes, "Parking équipe", "parking_crew", 2, sheet->parking_crew);
  plt_feuille_boxes_text (&boxes, "Loges", "dressing_rooms", 2, sheet->dressing_rooms);
  plt_feuille_boxes_text (&boxes, "HMC", "hmc_place", 2, sheet->hmc_place);
  plt_feuille_boxes_line (&boxes);
  plt_feuille_boxes_text (&boxes, "Transports en commun", "public_transport", 1,
                          sheet->public_transport);
  plt_feuille_boxes_text (&boxes, "Accessibilité", "accessibility", 1, sheet->accessibility);
}

void
plt_feuille_add_places (const PltFeuille *self, PltDocument *document)
{
  static const double weights[N_PLACE_COLUMNS] = { 3, 4, 3, 3, 3, 3 };
  g_autofree char *nowhere = plt_feuille_sets (self, self->day, NULL, FALSE, "\n");
  guint used[N_PLACE_COLUMNS], n = used_columns (self, used);
  PltDocColumn columns[N_PLACE_COLUMNS];
  PltDocTable *table;

  if (self->places->len > 0 || *nowhere != '\0')
    {
      for (guint i = 0; i < n; i++)
        columns[i] = (PltDocColumn){ .title = plt_feuille_label (self, place_columns[used[i]][0]),
                                     .id = place_columns[used[i]][1],
                                     .weight = weights[used[i]],
                                     .min = 70,
                                     .sheet_chars = 26 };
      plt_feuille_heading (self, document, "Lieux");
      table = plt_document_table (document, plt_feuille_table_name (self, "Lieux"), columns, n);
      for (guint i = 0; i < self->places->len; i++)
        add_place (self, table, i, used, n);
      if (*nowhere != '\0')
        {
          plt_doc_table_row (table, "row.normal");
          plt_doc_cell_style (plt_doc_table_text (table, nowhere), "cell.strong");
          plt_doc_cell_style (plt_doc_table_text (table, "Lieu à fixer"), "cell.warning");
        }
    }
  add_services (self, document);
}

/* "geo:48.0936,-4.3286", which telephones open in their own map; else the address as text. */
static char *
code_of (const PltLocationFacts *place)
{
  if (place->latitude_e6 == PLT_UNKNOWN || place->longitude_e6 == PLT_UNKNOWN)
    return *place->address != '\0' || *place->city != '\0' ? plt_feuille_address (place, ", ")
                                                           : NULL;
  return g_strdup_printf (
      "geo:%s%d.%06d,%s%d.%06d", place->latitude_e6 < 0 ? "-" : "",
      (int) (ABS (place->latitude_e6) / 1000000), (int) (ABS (place->latitude_e6) % 1000000),
      place->longitude_e6 < 0 ? "-" : "", (int) (ABS (place->longitude_e6) / 1000000),
      (int) (ABS (place->longitude_e6) % 1000000));
}

void
plt_feuille_add_codes (const PltFeuille *self, PltDocument *document)
{
  PltDrawing *drawing = NULL;

  for (guint i = 0; self->qr && i < self->places->len; i++)
    {
      const PltLocationFacts *place = self->places->pdata[i];
      g_autofree char *code = code_of (place);
      g_autofree char *address = plt_feuille_address (place, "\n");

      if (code == NULL)
        continue;
      if (drawing == NULL)
        drawing = plt_document_drawing (document, "code.qr", 0, CODE_HEIGHT,
                                        "Adresses à lire avec un téléphone");
      plt_drawing_add (drawing, code, address, 0, 0, 0, 0);
    }
}
