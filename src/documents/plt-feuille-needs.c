/* Feuille de service, D and I to N: emergencies, needs by department, transport, catering, safety,
 * reminders, what comes next, signatures. */
#include <string.h>

#include "plt-callsheet.h"
#include "plt-feuille-private.h"
#include "plt-text.h"
#include "plt-time.h"

#define N_FORECASTS 2
#define SHORT 80 /* octets of measures that leave room on their line */

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
add_hospital (PltFeuilleBoxes *boxes,
              const PltLocationFacts *place,
              const char *names,
              GString *missing)
{
  PltRef ref = { place != NULL ? "location" : NULL, place != NULL ? place->id : 0, "hospital" };
  g_autofree char *label
      = g_strdup_printf ("%s (%s)", plt_feuille_label (boxes->feuille, "Hôpital, urgences"), names);
  g_autofree char *drive = place != NULL && place->hospital_minutes != PLT_UNKNOWN
                               ? plt_duration_format (place->hospital_minutes)
                               : g_strdup ("");

  plt_feuille_boxes_line (boxes);
  plt_feuille_boxes_need (boxes, label, 4, place != NULL ? place->hospital : "", ref,
                          "cell.strong");
  ref.column = "hospital_phone";
  plt_feuille_boxes_need (boxes, "Téléphone des urgences", 2,
                          place != NULL ? place->hospital_phone : "", ref, "cell.strong");
  ref.column = "hospital_minutes";
  plt_feuille_boxes_need (boxes, "Trajet depuis le décor", 2, drive, ref, NULL);
  if (place == NULL || *place->hospital == '\0')
    {
      g_autofree char *what = g_strdup_printf ("l’hôpital le plus proche (%s)", names);

      add_missing (missing, what);
    }
}

static void
add_referents (PltFeuilleBoxes *boxes, GString *missing)
{
  const PltFeuille *self = boxes->feuille;
  const PltSheetFacts *sheet = &self->sheet;
  const PltProductionFacts *production = &self->source.facts->production;

  plt_feuille_boxes_line (boxes);
  plt_feuille_boxes_need (boxes, "Secouriste (SST)", 2, sheet->first_aid,
                          plt_feuille_ref (self, "first_aid"), NULL);
  plt_feuille_boxes_need (boxes, "Référent VHSS", 2, sheet->vhss_referent,
                          plt_feuille_ref (self, "vhss_referent"), NULL);
  plt_feuille_boxes_need (boxes, "Numéro 24 h/24", 2, production->emergency_phone,
                          (PltRef){ "production", production->id, "emergency_phone" }, NULL);
  plt_feuille_boxes_text (boxes, "Cellule d’écoute", "listening_cell", 2, sheet->listening_cell);
  if (*sheet->first_aid == '\0')
    add_missing (missing, "le secouriste");
  if (*sheet->vhss_referent == '\0')
    add_missing (missing, "le référent VHSS");
  if (*production->emergency_phone == '\0')
    add_missing (missing, "le numéro 24 h/24");
}

static void
add_other_referents (PltFeuilleBoxes *boxes)
{
  const PltSheetFacts *sheet = &boxes->feuille->sheet;

  plt_feuille_boxes_line (boxes);
  plt_feuille_boxes_text (boxes, "Pharmacie", "pharmacy", 3, sheet->pharmacy);
  plt_feuille_boxes_text (boxes, "Référent sécurité", "safety_referent", 2, sheet->safety_referent);
  plt_feuille_boxes_text (boxes, "Référent écologie", "eco_referent", 2, sheet->eco_referent);
  plt_feuille_boxes_text (boxes, "Référent handicap", "disability_referent", 2,
                          sheet->disability_referent);
}

static void
add_contacts (PltFeuilleBoxes *boxes)
{
  const PltProductionFacts *production = &boxes->feuille->source.facts->production;
  PltRef ref = { "production", production->id, "company_phone" };

  plt_feuille_boxes_line (boxes);
  plt_feuille_boxes_add (boxes, "Téléphone de la production", 2, production->company_phone, ref,
                         NULL);
  ref.column = "first_assistant";
  plt_feuille_boxes_add (boxes, "1er assistant réalisateur", 2, production->first_assistant, ref,
                         NULL);
  ref.column = "production_manager";
  plt_feuille_boxes_add (boxes, "Direction de production", 2, production->production_manager, ref,
                         NULL);
}

void
plt_feuille_add_emergencies (const PltFeuille *self, PltDocument *document, gboolean brief)
{
  static const char *const numbers[][2] = {
    { "SAMU", "15" },
    { "Police, gendarmerie", "17" },
    { "Pompiers", "18" },
    { "Toutes urgences", "112" },
    { "Sourds, par SMS", "114" },
  };
  g_autoptr (GString) missing = g_string_new (NULL);
  PltFeuilleBoxes boxes;

  plt_feuille_heading (self, document, "Urgences");
  plt_feuille_boxes_begin (&boxes, self, document);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    plt_feuille_boxes_add (&boxes, numbers[i][0], 1, numbers[i][1], PLT_FEUILLE_NO_REF,
                           "cell.strong");
  for (guint i = 0; i < self->places->len; i++)
    {
      g_autofree char *names = places_sharing (self->places, i);

      if (names != NULL)
        add_hospital (&boxes, self->places->pdata[i], names, missing);
    }
  if (self->places->len == 0)
    add_hospital (&boxes, NULL, "lieu à fixer", missing);
  add_referents (&boxes, missing);
  if (brief)
    add_contacts (&boxes);
  else
    add_other_referents (&boxes);
  if (missing->len > 0 && !brief)
    plt_document_runs (document, "text.warning", "run.bold",
                       "À compléter avant diffusion : ", "run.normal", missing->str, "run.normal",
                       ".", NULL);
}

/* ---- I: needs by department ---- */

static gboolean
is_of (const PltFeuille *self, const PltCallNoteFacts *note, const char *department)
{
  g_autofree char *folded = NULL;
  g_autofree char *title = NULL;

  if (department == NULL || strcmp (note->department, department) == 0)
    return TRUE;
  folded = plt_text_fold (note->department);
  title = plt_text_fold (plt_feuille_department (self, department));
  return g_str_has_prefix (title, folded) || g_str_has_prefix (folded, department);
}

void
plt_feuille_add_needs (const PltFeuille *self, PltDocument *document, const char *department)
{
  PltDocFields *fields = NULL;

  for (guint i = 0; i < self->notes->len; i++)
    {
      const PltCallNoteFacts *note = &g_array_index (self->notes, PltCallNoteFacts, i);
      PltRef ref = { note->id != 0 ? "call_note" : NULL, note->id, "text" };

      if (!is_of (self, note, department) || *note->text == '\0')
        continue;
      if (fields == NULL)
        {
          plt_feuille_heading (self, document, "Besoins par département");
          fields = plt_document_fields (document, department != NULL ? 1 : 3);
          plt_doc_fields_set_dense (fields, department == NULL);
        }
      plt_doc_fields_add (fields, plt_feuille_department (self, note->department), note->text, ref);
      if (plt_feuille_style (self, ref, NULL) != NULL)
        plt_doc_fields_style (fields, plt_feuille_style (self, ref, NULL));
    }
}

/* ---- J: transport and catering ---- */

static GPtrArray *
movements_of (const PltFeuille *self)
{
  const PltFacts *facts = self->source.facts;
  PltDate date = self->day->day->date;
  GPtrArray *movements = g_ptr_array_new ();

  for (guint i = 0; i < facts->movements.n; i++)
    {
      const PltMovementFacts *movement = &facts->movements.items[i];

      if (movement->day != 0 ? movement->day == self->day->day->id
                             : date != PLT_DATE_NONE && movement->date == date)
        g_ptr_array_add (movements, (gpointer) movement);
    }
  return movements;
}

/* "Anaïs Le Goff (7h55, Hôtel du Port), 2 projecteurs" */
static char *
passengers_of (const PltFeuille *self, const PltMovementFacts *movement)
{
  const PltFacts *facts = self->source.facts;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < facts->stops.n; i++)
    {
      const PltStopFacts *stop = &facts->stops.items[i];
      const PltPersonFacts *person = PLT_FACTS_FIND (facts->people, PltPersonFacts, stop->person);
      g_autofree char *name
          = person != NULL ? plt_facts_person_name (person) : g_strdup (stop->name);
      g_autofree char *clock = plt_paper_clock (plt_paper_of_day (stop->stop_minutes));
      /* where everybody gets on, the place stands in its own column */
      const char *place = strcmp (stop->place, movement->start_place) != 0 ? stop->place : "";
      gboolean both = *clock != '\0' && *place != '\0';

      if (stop->movement != movement->id || strcmp (stop->kind, "descente") == 0)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
      if (*clock != '\0' || *place != '\0')
        g_string_append_printf (text, " (%s%s%s)", clock, both ? ", " : "", place);
    }
  if (*movement->load != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", movement->load);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_movement (const PltFeuille *self, PltDocTable *table, const PltMovementFacts *movement)
{
  const PltFacts *facts = self->source.facts;
  const PltVehicleFacts *vehicle
      = PLT_FACTS_FIND (facts->vehicles, PltVehicleFacts, movement->vehicle);
  const PltPersonFacts *driver = PLT_FACTS_FIND (facts->people, PltPersonFacts, movement->driver);
  g_autofree char *name = driver != NULL ? plt_facts_person_name (driver) : g_strdup ("");
  const char *car = vehicle != NULL ? vehicle->name : "";
  g_autofree char *who
      = g_strdup_printf ("%s%s%s", car, *car != '\0' && *name != '\0' ? ", " : "", name);
  g_autofree char *passengers = passengers_of (self, movement);
  g_autofree char *start = plt_paper_clock (plt_paper_of_day (movement->start_minutes));
  g_autofree char *back = plt_paper_clock (plt_paper_of_day (movement->return_minutes));
  const struct
  {
    const char *column, *text, *style;
  } cells[] = {
    { "number", movement->number, "cell.center" },
    { "start_minutes", start, "cell.strong" },
    { "start_place", movement->start_place, NULL },
    { "end_place", movement->end_place, NULL },
    { "vehicle", who, NULL },
    { "load", passengers, NULL },
    { "return_minutes", back, "cell.right" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    plt_feuille_dress (self, plt_doc_table_text (table, cells[i].text),
                       (PltRef){ "movement", movement->id, cells[i].column }, cells[i].style);
}

static void
add_movements (const PltFeuille *self, PltDocument *document, const GPtrArray *movements)
{
  const PltDocColumn columns[] = {
    { "N°", "numero", 20, 0, 0, 0 },
    { plt_feuille_label (self, "Départ"), "depart", 38, 0, 0, 0 },
    { plt_feuille_label (self, "De"), "de", 0, 3, 64, 20 },
    { plt_feuille_label (self, "À"), "a", 0, 3, 64, 20 },
    { plt_feuille_label (self, "Véhicule, chauffeur"), "vehicule", 0, 4, 74, 24 },
    { plt_feuille_label (self, "Chargement, passagers"), "passagers", 0, 6, 100, 30 },
    { plt_feuille_label (self, "Retour"), "retour", 34, 0, 0, 0 },
  };
  PltDocTable *table = plt_document_table (document, plt_feuille_table_name (self, "Transport"),
                                           columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < movements->len; i++)
    {
      plt_doc_table_row (table, "row.dense");
      plt_feuille_keep (table, movements->len, i);
      add_movement (self, table, movements->pdata[i]);
    }
}

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

/* What was typed of the diets stands in the place of what the people say. */
static void
add_catering (const PltFeuille *self, PltDocument *document)
{
  const PltSheetFacts *sheet = &self->sheet;
  g_autofree char *diets = *sheet->diets != '\0' ? g_strdup (sheet->diets) : diets_of (self);
  g_autofree char *start = plt_paper_clock (plt_paper_of_day (sheet->meal_minutes));
  g_autofree char *end = plt_paper_clock (plt_paper_of_day (sheet->meal_end_minutes));
  g_autofree char *hours = g_strdup_printf ("%s%s%s", start, *end != '\0' ? " – " : "", end);
  g_autofree char *number
      = sheet->meals != PLT_UNKNOWN ? g_strdup_printf ("%d", (int) sheet->meals) : NULL;
  PltFeuilleBoxes boxes;

  plt_feuille_boxes_begin (&boxes, self, document);
  plt_feuille_boxes_text (&boxes, "Nombre de repas", "meals", 1.6, number);
  plt_feuille_boxes_text (&boxes, "Repas", "meal_minutes", 1.8, hours);
  plt_feuille_boxes_text (&boxes, "Cantine", "meal_place", 2.6, sheet->meal_place);
  plt_feuille_boxes_text (&boxes, "Régimes et allergies", "diets", 7, diets);
}

void
plt_feuille_add_logistics (const PltFeuille *self, PltDocument *document)
{
  g_autoptr (GPtrArray) movements = movements_of (self);
  const char *typed = self->sheet.transport;

  if (movements->len > 0 || *typed != '\0')
    plt_feuille_heading (self, document, "Transport");
  if (movements->len > 0)
    add_movements (self, document, movements);
  if (*typed != '\0')
    plt_document_paragraph (document, "text.small", typed, plt_feuille_ref (self, "transport"));
  add_catering (self, document);
}

/* ---- K and L: safety, reminders ---- */

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

/* Of the width of a line: longer texts have more of it. */
static double
share_of (const char *text)
{
  return CLAMP ((double) strlen (text) / 40.0, 1.0, 3.0);
}

/* Short measures share their line with the reminders. */
void
plt_feuille_add_safety (const PltFeuille *self, PltDocument *document)
{
  const PltSheetFacts *sheet = &self->sheet;
  g_autofree char *hazards = hazards_of (self);
  gboolean any = *sheet->safety != '\0' || *hazards != '\0' || *sheet->protection != '\0';
  PltFeuilleBoxes boxes;

  if (any)
    plt_feuille_heading (self, document, "Sécurité");
  if (*sheet->safety != '\0')
    plt_document_paragraph (document, "text.warning", sheet->safety,
                            plt_feuille_ref (self, "safety"));
  else if (*hazards != '\0')
    plt_document_runs (document, "text.warning", "run.bold", "Consignes à écrire : ", "run.normal",
                       hazards, "run.normal", ".", NULL);
  plt_feuille_boxes_begin (&boxes, self, document);
  plt_feuille_boxes_clock (&boxes, "Point sécurité", "briefing_minutes", 0.8,
                           any ? sheet->briefing_minutes : PLT_UNKNOWN);
  plt_feuille_boxes_text (&boxes, "Protections", "protection", share_of (sheet->protection),
                          sheet->protection);
  plt_feuille_boxes_text (&boxes, "Arrêt du tournage si", "weather_stop",
                          share_of (sheet->weather_stop), any ? sheet->weather_stop : "");
  if (strlen (sheet->protection) + strlen (sheet->weather_stop) > SHORT)
    plt_feuille_boxes_line (&boxes);
  plt_feuille_boxes_text (&boxes, "Rappels", "reminders", share_of (sheet->reminders),
                          sheet->reminders);
  plt_feuille_boxes_text (&boxes, "Remarques", "remarks", share_of (sheet->remarks),
                          sheet->remarks);
}

/* ---- M: what comes next ---- */

static void
add_forecast (const PltFeuille *self, PltDocTable *table, const PltDayPlan *day, guint ahead)
{
  g_autofree char *label = g_strdup_printf ("J+%u", ahead);
  g_autofree char *date
      = day->day->date != PLT_DATE_NONE ? plt_date_format_short (day->day->date) : g_strdup ("");
  g_autofree char *name = g_strdup_printf ("J%u%s%s", day->number, *date != '\0' ? ", " : "", date);
  g_autofree char *hours = plt_paper_hours (day->day);
  g_autofree char *sets = plt_feuille_sets (self, day, NULL, TRUE, " ; ");
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < day->strips->len; i++)
    {
      const PltSequenceFacts *sequence = plt_paper_sequence (&self->source, day->strips->pdata[i]);

      if (sequence != NULL)
        g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? ", " : "", sequence->number);
    }
  plt_doc_table_row (table, "row.normal");
  if (ahead < N_FORECASTS)
    plt_doc_table_keep_with_next (table);
  plt_doc_cell_style (plt_doc_table_text (table, label), "cell.strong");
  plt_doc_cell_ref (plt_doc_table_text (table, name),
                    (PltRef){ "shooting_day", day->day->id, NULL });
  plt_doc_table_text (table, hours);
  plt_doc_table_text (table, sets);
  plt_doc_table_text (table, numbers->str);
}

/* As the plan has them, unless something was typed. */
void
plt_feuille_add_forecasts (const PltFeuille *self, PltDocument *document)
{
  const PltDocColumn columns[] = {
    { "", "rang", 28, 0, 0, 0 },
    { plt_feuille_label (self, "Jour"), "jour", 84, 0, 0, 0 },
    { plt_feuille_label (self, "Horaires"), "horaires", 76, 0, 0, 0 },
    { plt_feuille_label (self, "Décors"), "decors", 0, 5, 120, 0 },
    { plt_feuille_label (self, "Séquences"), "sequences", 0, 2, 70, 0 },
  };
  const GPtrArray *days = self->source.plan->days;
  PltDocTable *table = NULL;
  guint ahead = 0;

  if (*self->sheet.next_days != '\0')
    {
      plt_feuille_heading (self, document, "Prévisions");
      plt_document_paragraph (document, "text.normal", self->sheet.next_days,
                              plt_feuille_ref (self, "next_days"));
      return;
    }
  for (guint i = self->index + 1; i < days->len && ahead < N_FORECASTS; i++)
    {
      const PltDayPlan *day = days->pdata[i];

      if (day->number == 0 || day->day->unit != self->day->day->unit)
        continue;
      if (ahead++ == 0)
        {
          plt_feuille_heading (self, document, "Prévisions");
          table = plt_document_table (document, plt_feuille_table_name (self, "Prévisions"),
                                      columns, G_N_ELEMENTS (columns));
        }
      add_forecast (self, table, day, ahead);
    }
}

/* ---- N: signatures ---- */

/* "Validée par Hervé Lozac’h le 11/04/2027, diffusée le 11/04/2027" */
static char *
approval_of (const PltSheetFacts *sheet)
{
  g_autofree char *approved = plt_date_format_numeric (sheet->approved_date);
  g_autofree char *sent = plt_date_format_numeric (sheet->sent_date);
  g_autoptr (GString) text = g_string_new (NULL);

  if (*sheet->approved_by != '\0')
    g_string_append_printf (text, "Validée par %s%s%s", sheet->approved_by,
                            *approved != '\0' ? " le " : "", approved);
  if (*sent != '\0')
    g_string_append_printf (text, "%siffusée le %s%s%s", text->len > 0 ? ", d" : "D", sent,
                            *sheet->sent_by != '\0' ? " par " : "", sheet->sent_by);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
plt_feuille_add_signatures (const PltFeuille *self, PltDocument *document)
{
  const PltProductionFacts *production = &self->source.facts->production;
  g_autofree char *assistant
      = g_strdup_printf ("%s : %s", plt_feuille_label (self, "1er assistant réalisateur"),
                         production->first_assistant);
  g_autofree char *manager
      = g_strdup_printf ("%s : %s", plt_feuille_label (self, "Direction de production"),
                         production->production_manager);
  g_autofree char *approved = approval_of (&self->sheet);
  PltDocFields *fields;

  fields = plt_document_fields (document, 3);
  plt_doc_fields_set_dense (fields, TRUE);
  plt_doc_fields_add (fields, assistant, "\n", PLT_FEUILLE_NO_REF);
  plt_doc_fields_add (fields, manager, *approved != '\0' ? approved : "\n",
                      plt_feuille_ref (self, "approved_by"));
  plt_doc_fields_weight (fields, 2); /* who approved and who sent, on two lines */
  plt_doc_fields_add (fields, "Annexes",
                      "Plan d’accès, jour-à-jour, feuille de mouvements, consignes de sécurité. "
                      "Document confidentiel, réservé à l’équipe.",
                      PLT_FEUILLE_NO_REF);
  plt_doc_fields_weight (fields, 2);
}
